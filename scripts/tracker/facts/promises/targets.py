"""Targets, goals, baselines and thresholds as a paper prints them.

In: a ``PaperContext``, its figures in prose and tables, and the name of the indicator of each. Out: ``Target`` records.
A target is a number that is to be reached: "an annual target of 1200", "from 10% to 25%", "at least four times a year",
a planned number of events, "to train all 50 surgeries by March 2024"; a baseline is where a measure starts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.promises.promise_words import NATIONAL
from tracker.facts.promises.tabled_targets import targets_in_table
from tracker.facts.promises.targets_in_words import targets_in_words
from tracker.facts.sections import Placed
from tracker.facts.wording.likeness_words import content_words
from tracker.facts.wording.number_words import WORDS
from tracker.facts.wording.periods import Context, find_periods, period_of
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import capital
from tracker.records import Block, Target

_NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?%?|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
_OFTEN = re.compile(
    rf"\b(?:at least |a minimum of )?{_NUMBER}\s(times|meetings|visits|walks|sessions|reviews|[a-z]+s)\s(?:per|a|each"
    rf"|every)\s(week|month|quarter|year)\b",
    re.I,
)
_EVERY = re.compile(rf"\bevery\s(?:{_NUMBER}\s)(weeks|months|years|days)\b", re.I)
_TO_BE = re.compile(r"\b(?:will|is to|are to|must|due|to be|should|required|plans? to|is due)\b", re.I)
# What the law asks of every council is no target of this one.
_DUTY = re.compile(
    r"\b(?:authorit(?:y|ies)|councils?|partnerships?|boards?|bodies|strateg(?:y|ies)|plans?)\s(?:must|is required"
    r"|are required)\b",
    re.I,
)
_QUORUM = re.compile(rf"\bquorum\s?(?:is|of|:|–|-)?\s?{_NUMBER}\b", re.I)
_TARGET = re.compile(
    rf"\b(?P<name>(?:[\w'’-]+\s){{0,5}}?)(?P<word>targets?|goal|threshold|benchmark|trajectory)\s?(?:is|was|of|:"
    rf"|for (?P<of>[\w ]{{3,40}}?) (?:is|was)|set at|to [a-z]+)?\s?(?:at least |under |below |over )?{_NUMBER}",
    re.I,
)
_BASELINE = re.compile(rf"\bbaseline\s?(?:is|was|of|:|figure of)?\s?{_NUMBER}", re.I)
_SMALL = re.compile(r"\b(?:fewer|less) than\s(\d+)\b", re.I)
_HIDDEN = re.compile(r"\b(?:numbers?|individuals|suppress\w*|withh\w+|disclos\w*|identif\w*|redact\w*)\b", re.I)
_ALL = re.compile(
    r"\b(?:train|reach|engage|cover|visit|recruit|support|deliver|complete|house|install|sign up|enrol"
    r"|fund)\s(?:[\w-]+\s){0,4}?(?:all\s|of\s)?(?P<n>\d[\d,]*)\s(?P<what>[A-Za-z][\w'’ -]{2,40}?)(?=\s(?:by|across|in"
    r"|before|for|to|with|over)\b|[.,;]|$)",
    re.I,
)
_WISH = re.compile(
    r"\b(?:wants?|aims?|hopes?|seeks?|would like)\b[^.;]{0,30}\b(?:(?:this|the|these|those|that) ?(?:\w+ )?)(?:rates?"
    r"|numbers?|figures?|shares?)? ?(?:to )?(?:(?P<up>rise|increase|go up|improve|higher)|fall|decrease|reduce"
    r"|come down|go down|down|lower)\b|\bwork (?:goes on|continues) to \w+ (?P<all>all)\b",
    re.I,
)
_HIRED = re.compile(
    rf"\b(?:commission|contract|commissioned|contracted|funded"
    rf"|funding)\b[^.;]{{0,12}}\bfor\s{_NUMBER}\s(?P<what>[a-z]+s)\b",
    re.I,
)
_PROMISED = re.compile(r"\b(?:will|is to|are to|plans? to|aims? to|intends? to|due to)\b", re.I)


@dataclass(frozen=True)
class _Found:
    name: str
    value: str
    unit: str
    start: int
    end: int
    by_when: str = ""
    baseline: str = ""
    baseline_period: str = ""


def targets_of(
    context: PaperContext, drafts: Iterable[Draft] = (), indicator_of: Callable[[str], str] = lambda name: name
) -> tuple[Target, ...]:
    """All targets of a paper. ``indicator_of`` gives the id of the indicator with this name."""
    out: list[Target] = []
    seen: set[tuple[int, str, int]] = set()
    by_block: dict[int, list[Draft]] = {}
    measures: dict[frozenset[str], str] = {}
    for draft in drafts:
        measures.setdefault(content_words(draft.name), draft.name)
        by_block.setdefault(draft.index, []).append(draft)
    for placed in context.outline:
        own = by_block.get(placed.index, [])
        if placed.block.kind == "table":
            out.extend(_tabled(context, placed.block, own, indicator_of))
        found = [*_of_drafts(placed, own), *_wished(placed, own), *_of_block(context, placed)]
        for target in found:
            key = (placed.index, _plain(target.value) + target.name * (not target.value.isdigit()), target.start // 4)
            if key in seen:
                continue
            seen.add(key)
            indicator = indicator_of(target.name) or indicator_of(measures.get(content_words(target.name), ""))
            out.append(_target(context, placed.block, target, indicator))
    return tuple(out)


def _tabled(
    context: PaperContext, block: Block, drafts: list[Draft], indicator_of: Callable[[str], str]
) -> Iterator[Target]:
    for n, found in enumerate(targets_in_table(context, block, drafts)):
        digest = hashlib.sha256(f"{block.id}|{found.name}|{found.by_when}|{n}".encode()).hexdigest()[:8]
        indicator = indicator_of(found.name)
        yield Target(
            id=f"{context.paper_id}-t-{digest}",
            indicator=indicator,
            value=found.value,
            unit=found.unit,
            baseline_value=_plain(found.baseline),
            baseline_period=found.baseline_period,
            by_when=found.by_when,
            as_printed=found.as_printed if indicator else f"{found.name} › {found.as_printed}",
            source=found.source,
        )


def _target(context: PaperContext, block: Block, found: _Found, indicator: str) -> Target:
    printed = block.text[found.start : found.end] if block.text else block.caption
    digest = hashlib.sha256(f"{block.id}|{found.name}|{found.value}|{found.start}".encode()).hexdigest()[:8]
    source = context.source(block, found.start, found.end) if block.text else context.source(block)
    return Target(
        id=f"{context.paper_id}-t-{digest}",
        indicator=indicator,
        value=_plain(found.value),
        unit="%" if found.value.endswith("%") else found.unit,
        baseline_value=_plain(found.baseline),
        baseline_period=found.baseline_period,
        by_when=found.by_when,
        as_printed=printed,
        source=source,
    )


def _plain(printed: str) -> str:
    low = printed.lower().strip("%").replace(",", "")
    return str(WORDS[low]) if low in WORDS else low


def _of_drafts(placed: Placed, drafts: list[Draft]) -> Iterator[_Found]:
    """Figures whose naming says that they are planned or a target, with the figure that they start from."""
    for n, draft in enumerate(drafts):
        marks = dict(draft.breakdown)
        if draft.begin < 0 or (marks.get("measure") != "target" and marks.get("plan") != "planned"):
            continue
        earlier = drafts[n - 1] if n and drafts[n - 1].name == draft.name else None
        # "from 10% to 25%": what it starts from; any other figure of the measure is no baseline
        gap = placed.block.text[earlier.begin + len(earlier.printed) : draft.begin] if earlier else ""
        before = earlier if earlier and re.fullmatch(r"(?:\s\([^)]*\))?\s?(?:to|up to)\s", gap) else None
        yield _Found(
            draft.name,
            draft.value,
            draft.unit,
            draft.begin,
            draft.begin + len(draft.printed),
            draft.period.label if before is None or draft.period.start != before.period.start else "",
            before.value if before else "",
            before.period.label if before else "",
        )


def _of_block(context: PaperContext, placed: Placed) -> Iterator[_Found]:
    block = placed.block
    if block.kind == "table":
        yield from _of_table(block)
        return
    text = block.text
    for start, end in sentences(text):
        sentence = text[start:end]
        if (
            NATIONAL.search(sentence)
            and not re.search(r"\b(?:staff|we|our)\b", sentence, re.I)
            and not _QUORUM.search(sentence)
        ):
            continue
        for found in _of_sentence(sentence, context.paper.date):
            yield _Found(
                found.name,
                found.value,
                found.unit,
                found.start + start,
                found.end + start,
                found.by_when,
                found.baseline,
                found.baseline_period,
            )


def _of_table(block: Block) -> Iterator[_Found]:
    """A row that is headed "Baseline": its number is where the measure starts, the other cell its time."""
    rows = [[cell.text if cell else "" for cell in row] for row in block.rows]
    heads = rows[block.header_rows - 1] if block.header_rows else []
    for row in rows[block.header_rows :]:
        if not any(re.fullmatch(r"baseline\W*", text.strip(), re.I) for text in row):
            continue
        for column, text in enumerate(row):
            if re.fullmatch(r"[\d,.]+%?", text.strip()):
                when = next((t for t in row if period_of(t)), "")
                name = heads[column] if column < len(heads) else block.caption
                yield _Found(name or "Baseline", "", "", 0, 0, "", text.strip(), when)


def _wished(placed: Placed, drafts: list[Draft]) -> Iterator[_Found]:
    """ "We want this rate to rise", "aims to bring these down", "work goes on to enable all": a way to go."""
    text = placed.block.text
    for match in _WISH.finditer(text):
        up = match["up"] is not None
        told = [d for d in drafts if 0 <= d.begin < match.start()]
        if match["all"]:
            told = [d for d in told if d.measure == "count"][-1:]
        elif re.search(r"\brate\b", match.group()):
            told = [d for d in told if d.measure in ("share", "rate")][:1]
        else:
            told = [d for d in told if d.quote == told[-1].quote]
        for draft in told:
            value = "all" if match["all"] else "increase" if up else "decrease"
            yield _Found(draft.name, value, draft.unit, match.start(), match.end(), "", draft.value, draft.period.label)


def _of_sentence(sentence: str, published: str) -> Iterator[_Found]:
    if quorum := _QUORUM.search(sentence):
        yield _Found("Quorum", quorum[1], "members", *quorum.span(1))
    if _TO_BE.search(sentence) and not _DUTY.search(sentence):
        for match in _OFTEN.finditer(sentence):
            what = "" if match[2].lower() == "times" else f": {match[2].lower()}"
            yield _Found(
                f"{_subject(sentence, match.start())}{what}",
                match[1],
                f"{match[2].lower()} per {match[3].lower()}",
                *match.span(),
            )
        for match in _EVERY.finditer(sentence):
            if match[1]:
                yield _Found(_subject(sentence, match.start()), match[1], f"{match[2].lower()} between", *match.span())
    worded = list(targets_in_words(sentence))
    for told in worded:
        yield _Found(told.name, told.value, "", told.start, told.end, told.by_when, told.baseline, told.baseline_period)
    for match in _TARGET.finditer(sentence):
        if any(told.start <= match.start() < told.end for told in worded):
            continue
        name = capital((match["of"] or match["name"] or "").strip()) or _subject(sentence, match.start())
        yield _Found(
            name,
            match[match.lastindex or 0],
            "",
            match.start(match.lastindex or 0),
            match.end(match.lastindex or 0),
            _by_when(sentence, published),
        )
    for match in _HIRED.finditer(sentence):
        if not re.match(r"(?:years?|months?|weeks?|days?)$", match["what"]):
            yield _Found(
                f"{_subject(sentence, match.start())}: {match['what']}", match[1], match["what"], *match.span(1)
            )
    for match in () if any(told.baseline for told in worded) else _BASELINE.finditer(sentence):
        yield _Found(_subject(sentence, match.start()), "", "", match.start(), match.end(), "", match[1])
    promised = _PROMISED.search(sentence)
    if promised:
        for match in _ALL.finditer(sentence, promised.end()):
            yield _Found(
                capital(match["what"].strip()),
                match["n"],
                match["what"].split()[-1].lower(),
                *match.span("n"),
                _by_when(sentence, published),
            )
    small = _SMALL.search(sentence)
    if small and _HIDDEN.search(sentence):
        yield _Found("Smallest number disclosed", small[1], "people", *small.span())


def _subject(sentence: str, before: int) -> str:
    """A short name of what the sentence speaks of: its first words up to the verb."""
    lead = re.split(r"\s(?:will|is|are|has|have|must|shall|should|was|were)\s", sentence[:before])[0]
    lead = re.sub(r"^(?:The|A|An|Our|Every|Each|It)\s", "", lead).strip(" ,:")
    return capital(" ".join(lead.split()[:10])) or "Target"


def _by_when(sentence: str, published: str) -> str:
    periods = [
        p
        for p in find_periods(sentence, Context(published=published))
        if p.end and (not published or p.end >= published)
    ]
    return periods[-1].label if periods else ""
