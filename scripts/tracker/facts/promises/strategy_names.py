"""Which strategy a framework of priorities belongs to: its title, period and status.

In: a context, an outline and the parts it runs over. Out: a ``StrategyName``. A paper that is a strategy gives its own
title; a report names the strategy it reports on, best in a heading, else in its summary and first sections.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.sections import Outline, Placed, Section
from tracker.facts.wording.names import plain_words, slug
from tracker.records import Source

Status = Literal["draft", "adopted", "superseded", "withdrawn"]

_SMALL = r"(?:and|of|the|against|for|on|in|to|with|a|by|&|/|-|–)"
_YEARS = r"\(?(?:19|20)\d{2}(?:\s*(?:[-–—/]|to)\s*|\s)(?:20)?\d{2}\)?"
_NAMED = re.compile(
    rf"(?P<name>(?:[A-Z][\w'’.&-]*|\([A-Z&]+\))(?:\s+(?:[A-Z][\w'’.&-]*|\([A-Z& ]+\)|{_SMALL}))*?\s+(?:Strategy|Plan"
    rf"|Framework|strategy|plan)(?![\w-])(?!\s+(?:Annual|Manager|Group|Board|Team|Lead|Officer|for|Action"
    rf"|Delivery)))(?:,?\s*(?:for\s+)?(?P<years>{_YEARS}))?"
)
_OPENING = re.compile(r"^(?:The|This|Our|Its|A|An|Under|In|Draft|draft|DRAFT|By|Delivering|On|From|And|Of)\s+")
_DRAFT = re.compile(r"\b(?:consultation |working |first |final )?draft\b", re.IGNORECASE)
_TITLE_WORDS = re.compile(r"\b(?:strategy|plan|framework|priorities|vision)\b", re.IGNORECASE)
_ONLY_PRIORITIES = re.compile(r"(?:(?:our|the|key|strategic|shared)\s+)*priorities(?:\s+for)?", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:performance|update|report|review|dashboard|briefing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StrategyName:
    """A strategy as a paper names it; ``period`` as printed ("2022-27")."""

    id: str
    title: str
    period: str
    status: Status
    sources: tuple[Source, ...]


def name_of_framework(
    context: PaperContext, scope: Outline, spans: tuple[Span, ...], first: Section | None
) -> StrategyName:
    """The strategy that a run of priorities in these parts belongs to."""
    own = not any(span.entry for span in spans) and _is_strategy(context, spans)
    mention = _own_title(scope) if own else _reported(scope, first)
    if mention is None:
        mention = _reported(scope, first) if own else _own_title(scope)
    if mention is None:
        title = spans[0].part.title if spans else context.paper.title
        if _REPORTS.search(title) and not _TITLE_WORDS.search(title) and context.tracker.board:
            # a report that names no strategy: the priorities are the board's
            title = f"{context.tracker.board} priorities"
        return _named(context, title, "", own, ())
    placed, start, end, name, years = mention
    return _named(context, name, years, own, (context.source(placed.block, start, end),))


def _named(context: PaperContext, name: str, years: str, own: bool, sources: tuple[Source, ...]) -> StrategyName:
    period = re.sub(r"\s*(?:[–—/-]|\bto\b)\s*|\s+", "-", years.strip("() ")) if years else ""
    title = _DRAFT.sub("", name).strip(" -–:,")
    if _ONLY_PRIORITIES.fullmatch(title) and context.tracker.board:
        # "Our priorities for 2021–24": whose they are
        title = f"{context.tracker.board} priorities"
    title = f"{title} {period}".strip() if period and period not in title else title
    status: Status = "adopted"
    if own:
        status = context.settings.status or ("draft" if _is_draft(context) else "adopted")
    end = "-draft" if status == "draft" else ""
    return StrategyName(_id(context, title, period) + end, title, period, status, sources)


def _id(context: PaperContext, title: str, period: str) -> str:
    """An id that the printings of one strategy share: without the place or board before its name, abbreviations in
    brackets and the century of the last year. The years are part of it, however long the name."""
    name = re.sub(r"\([^)]*\)", " ", title.replace(period, "") if period else title)
    board = re.sub(r"\s+Board$", "", context.tracker.board)
    for before in (context.tracker.board, board, context.tracker.place):
        if before and re.match(rf"{re.escape(before)}(?:['’]s)?\s+\S", name.strip(), re.IGNORECASE):
            name = re.sub(r"^['’]s\s+", "", name.strip()[len(before) :])
    years = re.sub(r"(\d{4})\D+(?:20)?(\d{2})$", r"\1-\2", period)
    short = slug(name, 56 - len(years)) if years else slug(name)
    return "-".join(x for x in (short, years) if x)


Mention = tuple[Placed, int, int, str, str]


def _is_strategy(context: PaperContext, spans: tuple[Span, ...]) -> bool:
    kind = context.settings.kind or context.paper.kind
    if kind in ("annual report", "report", "minutes", "dashboard", "agenda", "agenda pack"):
        return False
    return kind == "strategy" or any(span.part.kind in ("strategy", "chapter") for span in spans)


def _own_title(scope: Outline) -> Mention | None:
    """The title on the first pages: a short line that speaks of a strategy or plan."""
    best: Mention | None = None
    above: Placed | None = None
    for placed, below in zip_longest(scope.blocks[:15], scope.blocks[1:15]):
        before, above = above, placed
        block = placed.block
        if block.kind not in ("heading", "paragraph") or len(block.text.split()) > 25:
            continue
        if not _TITLE_WORDS.search(block.text):
            continue
        years = re.search(_YEARS, block.text)
        end = years.start() if years else len(block.text)
        if not years and below and len(block.text.split()) <= 12 and len(below.block.text.split()) <= 5:
            # A title page prints the years in a line of their own.
            years = re.search(_YEARS, below.block.text)
            if not years and before and before.block.kind == "heading" and len(before.block.text.split()) <= 12:
                years = re.search(_YEARS, before.block.text)
        mention: Mention = (placed, 0, len(block.text), block.text[:end].strip(" ,:-–("), years[0] if years else "")
        if years:
            return mention
        best = best or mention
    return best


def _reported(scope: Outline, first: Section | None) -> Mention | None:
    """The strategy that a report names most, a name in a heading counting more, one with its years most."""
    end = scope.blocks[-1].index if scope.blocks else 0
    mentions: list[tuple[float, Mention]] = []
    count: Counter[str] = Counter()
    for placed in scope.blocks:
        block = placed.block
        if block.kind in ("table", "figure", "footnote"):
            continue
        for match in _NAMED.finditer(block.text):
            name, start = match["name"], match.start()
            opening = _OPENING.match(name)
            while opening:
                name, start = name[opening.end() :], start + opening.end()
                opening = _OPENING.match(name)
            if len(name.split()) < 3 and not match["years"]:
                continue
            key = _core(name)
            count[key] += 1
            weight = 4.0 if match["years"] else 0.0
            weight += 3.0 if block.kind == "heading" and not (first and placed.index >= first.first) else 0.0
            # What is named before the first priority is what the report is about; later ones are neighbours.
            weight += 3.0 if first is None or placed.index < first.first else 0.0
            weight += 1.0 if re.search(r"\bStrategy\b", name) else 0.0
            weight -= 2.0 if _DRAFT.search(block.text[max(0, start - 8) : start + 6]) else 0.0
            # A name in letters is understood by those who know it; the full name serves all.
            weight -= 1.5 * len(re.findall(r"(?<![(A-Za-z])[A-Z]{2,}(?![)A-Za-z])", name))
            weight -= placed.index / (end + 1)
            mentions.append((weight, (placed, start, match.end(), name, match["years"] or "")))
    if not mentions:
        return None
    ranked = sorted(mentions, key=lambda m: (-(m[0] + min(4, count[_core(m[1][3])])), m[1][0].index, m[1][1]))
    return ranked[0][1]


def _core(name: str) -> str:
    """A strategy's name without abbreviations in brackets, so that its printings count together."""
    return plain_words(re.sub(r"\([^)]*\)", "", name))


def _is_draft(context: PaperContext) -> bool:
    """Whether the paper calls itself a draft: a watermark, its title page, a line of that word alone."""
    if _DRAFT.search(context.paper.title) or _DRAFT.search(context.settings.title):
        return True
    for page in context.paper.pages:
        for block in page.blocks:
            alone = len(block.text.split()) <= 4 and _DRAFT.search(block.text)
            if alone and (block.role == "watermark" or block.kind in ("furniture", "paragraph", "heading")):
                return True
    return any(_DRAFT.search(p.block.text) for p in context.outline.blocks[:6] if len(p.block.text) < 150)
