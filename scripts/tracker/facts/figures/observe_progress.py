"""Figures that a table of actions tells of how each stands: "Three recruited so far", "52 shops were visited".

In: a ``PaperContext`` and a table. Out: drafts, each named by its action and its own words ("Recruit six wardens:
recruited so far"), with the cell as its place; none for tables of other things. What a column such as "Measure of
success" says is to be reached is a target, what it names as baseline is one. Whose and what the words beside a
number are, only the action tells; words that need another sentence for their meaning wait for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.promises.action_columns import cell_at, columns_of, one_line
from tracker.facts.sections import Placed
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.sentences import sentences
from tracker.records import Measure

_UNITS = {"share": "%", "money": "GBP"}
_MEASURES: dict[str, Measure] = {"share": "share", "money": "money"}
_LONGEST_ACTION = 16
"""Words of an action that can lead a name."""
_ONLY = re.compile(r"\W*(?:(?:all|only|just|about|over|some|nearly|a total of)\W+)*$", re.I)
# What joins two numbers of a sentence and belongs to neither.
_JOINT = re.compile(r"\W*(?:\b(?:and|with|of which|of whom|but|plus)\b\W*)*$", re.I)
# "One needs a new boiler", "and 12 of them agreed": of what, another sentence tells.
_LEANS = re.compile(r"(?:is|are|was|were|has|have|had|needs?|will|can|of (?:them|these|those|which|whom))\b", re.I)
# "All 48 premises signed up (baseline 29)"
_BASELINE = re.compile(r"\bbaseline(?:\s(?:is|was|of))?\s*[:=]?\s*$", re.I)
_NOUN = re.compile(r"(?:[a-z-]+\s){0,2}?([a-z]{3,}s|people|staff|children|women|men)\b")


def observe_progress(context: PaperContext, placed: Placed) -> tuple[Draft, ...]:
    """The figures in the columns that say how actions stand; none where a table has no such columns of words."""
    columns = columns_of(placed.block)
    if columns is None or not columns.sure:
        return ()
    drafts: list[Draft] = []
    for r in range(columns.first, len(placed.block.rows)):
        cell = cell_at(placed.block.rows[r], columns.action)
        action = one_line(cell.text).strip(" .") if cell else ""
        if not 2 <= len(action.split()) <= _LONGEST_ACTION:
            continue
        for _, column in columns.standing:
            drafts.extend(_told(context, placed, r, column, action))
        for column in columns.reached:
            # what is not told of where an action began is to be reached
            found = _told(context, placed, r, column, action)
            drafts.extend(replace(draft, breakdown=draft.breakdown or (("measure", "target"),)) for draft in found)
    return tuple(drafts)


def _told(context: PaperContext, placed: Placed, row: int, column: int, action: str) -> Iterator[Draft]:
    cell = cell_at(placed.block.rows[row], column)
    text = one_line(cell.text) if cell else ""
    span = context.span_of(placed.index)
    published = (span.part.date if span else "") or context.paper.date
    for begin, end in sentences(text):
        sentence = text[begin:end]
        periods = find_periods(sentence, Context(published=published))
        words = ""
        found = [m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods)]
        for at, mention in enumerate(found):
            started = bool(words) and _BASELINE.search(sentence[: mention.start]) is not None
            words = words if started else _own_words(sentence, found, at, periods)
            if mention.sort not in ("count", "share", "money") or not re.search(r"[A-Za-z]{3}", words):
                continue
            if mention.in_words and mention.value == "0":
                # "No release without an address" counts nothing
                continue
            leans = _LEANS.match(words) is not None
            noun = None if leans else _NOUN.match(sentence[mention.end :].lstrip())
            yield Draft(
                name=f"{action}: {words[:1].lower() + words[1:] if words[1:2].islower() else words}",
                value=mention.value,
                printed=sentence[mention.start : mention.end],
                source=context.cell(placed.block, row, column),
                index=placed.index,
                kind="table",
                period=periods[0] if len(periods) == 1 else NO_PERIOD,
                breakdown=(("measure", "baseline"),) if started else (),
                measure=_MEASURES.get(mention.sort, "count"),
                unit=_UNITS.get(mention.sort, noun[1] if noun else ""),
                qualifier=mention.qualifier,
                marker=mention.marker,
                geography=context.tracker.place,
                quote=f"{action} › {sentence}",
                trust="unsure" if leans else "machine-read",
            )


def _own_words(sentence: str, found: list[Mention], at: int, periods: tuple[Period, ...]) -> str:
    """The words round number ``at`` up to the numbers beside it, without times; "…" stands for it inside them."""
    out = list(sentence)
    for period in periods:
        out[period.begin : period.finish] = " " * (period.finish - period.begin)
    plain = "".join(out)
    before = plain[found[at - 1].end if at else 0 : found[at].start]
    after = plain[found[at].end : found[at + 1].start if at + 1 < len(found) else len(plain)]
    if at:
        # "11 patrols carried out, with 39 people spoken to": the words between are told of the first
        before = ""
    after = after[: m.start()] if (m := _JOINT.search(after)) else after
    after = re.sub(r"[\s(,;]*\bbaseline(?:\s(?:is|was|of))?\W*$", "", after, flags=re.IGNORECASE)
    before = re.split(r"[;:]\s", before)[-1]
    lead = "" if _ONLY.match(before) else f"{before.strip()} … "
    words = re.sub(r"\s+", " ", f"{lead}{after}").strip(" ,.;:–-()")
    return re.sub(r"^of\s", "", words) if found[at].sort == "share" else words
