"""Figures told in running text: reports, minutes, strategies, list items, cells full of words.

In: a ``Paper`` with its outline and parts, the board's place. Out: observations, each with the sentence as its quote and
the words of the number as its place, and the indicators they belong to. What another area, the nation or a study is
said to have is no observation of the board. What cannot be named with confidence has trust "unsure".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tracker.facts.mentions import Mention, mentions
from tracker.facts.naming import Naming, Thread, name_mention
from tracker.facts.periods import Context, Period, find_periods, period_of
from tracker.facts.phrases import capital, proper_name
from tracker.facts.places import source_of
from tracker.facts.scope import names_place, other_area, speaks_of_place
from tracker.facts.sections import Outline, Placed, outline_of
from tracker.facts.sentences import sentences
from tracker.records import Block, Indicator, Observation, Paper, PaperPart, Source


@dataclass(frozen=True)
class ProseFigure:
    """A figure found in a text, not yet placed on a page: ``text[start:end]`` prints it, ``quote`` is its sentence."""

    start: int
    end: int
    mention: Mention
    naming: Naming
    period: Period | None
    quote: str
    sure: bool


@dataclass
class _Flow:
    """What goes on from sentence to sentence and from a lead-in to its list."""

    thread: Thread
    period: Period | None = None
    foreign: str = ""
    year: Period | None = None
    published: str = ""

    def copy(self) -> _Flow:
        return _Flow(replace(self.thread, names=dict(self.thread.names)), self.period, self.foreign, self.year, self.published)


@dataclass(frozen=True)
class Surroundings:
    """What a text stands in: the board's place, the year its report tells of, the day it came out, its headings."""

    place: str = ""
    year: Period | None = None
    published: str = ""
    headings: tuple[str, ...] = field(default=())


def observe_text(text: str, around: Surroundings = Surroundings()) -> tuple[ProseFigure, ...]:
    """The figures of a text that stands alone, such as a cell full of words."""
    flow = _under_heading(around)
    return tuple(_figures(text, flow, around.place))


def observe_prose(
    paper: Paper,
    *,
    paper_id: str,
    place: str = "",
    parts: Iterable[PaperPart] = (),
    outline: Outline | None = None,
    relates_to: Mapping[str, str] | None = None,
    skip: frozenset[str] = frozenset(),
) -> tuple[tuple[Observation, ...], tuple[Indicator, ...]]:
    """Observations and indicators of the running text of a paper.

    ``relates_to`` gives the outcome or objective that a block stands under, ``skip`` the ids of blocks that others
    read (dashboards, answers to requests, testimony of residents).
    """
    outline = outline or outline_of(paper)
    spans = _part_spans(outline, tuple(parts))
    seen: dict[tuple[object, ...], int] = {}
    observations: list[Observation] = []
    indicators: dict[str, Indicator] = {}
    for placed, part, figure in _walk(paper, outline, spans, place, skip):
        block = placed.block
        identity = indicator_id(figure.naming.title)
        key = (identity, figure.naming.breakdown, figure.period and (figure.period.start, figure.period.end), "sentence")
        seen[key] = seen.get(key, 0) + 1
        source = source_of(paper_id, paper, block, figure.start, figure.end)
        observations.append(
            _observation(figure, identity, source, paper_id, part, (relates_to or {}).get(block.id, ""), block, seen[key])
        )
        indicators.setdefault(
            identity,
            Indicator(id=identity, title=figure.naming.title, unit=figure.naming.unit, measure=figure.naming.measure),
        )
    return tuple(observations), tuple(indicators.values())


def indicator_id(title: str) -> str:
    """The slug of a title: at most 60 characters, cut at a word's end."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower().replace("'", "").replace("’", "")).strip("-")
    if len(slug) > 60:
        slug = slug[:61].rpartition("-")[0]
    return slug or "figure"


def _observation(
    figure: ProseFigure, identity: str, source: Source, paper_id: str, part: str, relates_to: str, block: Block, ordinal: int
) -> Observation:
    naming, period, mention = figure.naming, figure.period, figure.mention
    start, end = (period.start, period.end) if period else ("", "")
    digest = hashlib.sha256(
        f"{identity}|{naming.breakdown}|{start}/{end}|sentence|{ordinal}".encode()
    ).hexdigest()[:8]
    return Observation(
        id=f"{paper_id}-p{source.page}-{digest}",
        indicator=identity,
        breakdown=naming.breakdown,
        period_start=start,
        period_end=end,
        period_label=period.label if period else "",
        value=mention.value,
        as_printed=block.text[figure.start : figure.end],
        qualifier=mention.qualifier,
        unit=naming.unit,
        measure=naming.measure,
        relates_to=relates_to,
        kind="sentence",
        quote=figure.quote,
        part=part,
        trust="machine-read" if figure.sure else "unsure",
        source=source,
    )


# ---- walking through the paper -----------------------------------------------------------------------------------

_CASE_STUDY = re.compile(r"\b(?:case stud(?:y|ies)|voices? of|survivors?'? (?:voice|stor)|feedback|testimon|quotes?|story|stories)\b", re.I)
_TESTIMONY = re.compile(r"^(?:\w+\s){0,4}?(?:feedback|testimonial|case study|quote)s?\b[^.]{0,40}:|^(?:One|A|Another|Anonymised) (?:\w+ )?(?:victim|survivor|resident|service user|participant|mother|woman|learner|client|patient)\b", re.I)  # fmt: skip
_LAW_HEADING = re.compile(r"\b(?:legal|constitution|act \d{4}|legislat\w+|definition|glossary|abbreviation|background papers|contents|acknowledg|equalit(?:y|ies)|how we dealt|your rights|refusal)\b", re.I)  # fmt: skip
_PLANNED_HEADING = re.compile(r"\b(?:planned|forthcoming|upcoming|next steps|future|looking (?:ahead|forward)|plans for)\b", re.I)


def _part_spans(outline: Outline, parts: tuple[PaperPart, ...]) -> list[tuple[int, int, PaperPart]]:
    spans = []
    for part in parts:
        first, last = outline.of(part.first_block), outline.of(part.last_block)
        if first and last:
            spans.append((first.index, last.index, part))
    # the innermost part wins
    return sorted(spans, key=lambda span: span[1] - span[0])


def _walk(
    paper: Paper, outline: Outline, spans: list[tuple[int, int, PaperPart]], place: str, skip: frozenset[str]
) -> Iterator[tuple[Placed, str, ProseFigure]]:
    flow: _Flow | None = None
    chain: tuple[int, ...] | None = None
    leads: dict[int, _Flow] = {}
    report_year: Period | None = None
    for placed in outline:
        block = placed.block
        part = next((p for first, last, p in spans if first <= placed.index <= last), None)
        if block.kind == "heading":
            report_year = _report_year(block, outline, placed) or report_year
            flow = None
            continue
        if block.kind not in ("paragraph", "list_item", "footnote") or block.role in ("caption", "quotation", "stamp", "callout"):
            continue
        held = part is not None and (block.id in part.testimony or part.kind in ("dashboard", "foi answer"))
        if held or block.id in skip or _TESTIMONY.search(block.text):
            continue
        headings = tuple(h.text for h in outline.headings(placed))
        if any(_CASE_STUDY.search(h) for h in headings[-1:]) or any(_LAW_HEADING.search(h) for h in headings[-2:]):
            continue
        if flow is None or placed.chain != chain:
            year = report_year or _year_of((part.title if part else paper.title,))
            flow = _under_heading(Surroundings(place, year, part.date if part and part.date else paper.date, headings))
            chain, leads = placed.chain, {}
        if block.kind == "list_item":
            current = leads.get(block.depth - 1, leads.get(0, flow)).copy()
        else:
            current = flow if _goes_on(block.text) else _fresh(flow)
        for figure in _figures(block.text, current, place):
            yield placed, part.id if part else "", figure
        if block.kind == "list_item":
            leads = {depth: lead for depth, lead in leads.items() if depth < block.depth} | {block.depth: current}
        elif block.kind == "paragraph":
            flow = current
            leads = {0: current}


def _report_year(block: Block, outline: Outline, placed: Placed) -> Period | None:
    """The year that a report says in its title or chapter head that it tells of."""
    if not re.search(r"\b(?:report|review|update|performance|data)\b", block.text, re.I):
        return None
    return _year_of((block.text,))


def _year_of(titles: Iterable[str]) -> Period | None:
    for title in titles:
        period = period_of(title)
        if period and period.months == 12:
            return period
    return None


_PLAIN_HEADING = re.compile(
    r"^(?:response|background|introduction|summary|executive summary|foreword|evaluation|events?|communications?|conclusion|context|update|overview|key (?:highlights|findings|achievements)|headlines|victims|data|performance|our \w+|what we did|achievements|progress|.*\bcontext|.*\bannual report.*|.*\bhighlights\b.*|any other business|matters arising|minutes.*|resources.*|other partnership services.*|commissioned services)\W*$",
    re.I,
)  # fmt: skip


def _under_heading(around: Surroundings) -> _Flow:
    """How a stretch of text begins under its headings: the service or subject that they name, their period."""
    thread = Thread()
    own = around.headings[-1] if around.headings else ""
    short = re.split(r"\s*[:(–-]\s*(?=[A-Z\s(])", own)[0].strip(" .:") if len(own.split()) > 6 else own.strip(" .:")
    short = re.sub(r"^\W*\d+(?:\.\d+)*\.?\s+", "", short)
    period = period_of(own) if own else None
    from tracker.facts.periods import without_periods

    short = without_periods(short) if re.search(r"\d{2}", short) else short
    short = re.sub(r"\s(?:in|for|since|on)\s*$", "", short)
    thread.names["heading"] = short if short and len(short.split()) <= 7 and not _PLAIN_HEADING.match(short) else ""
    name = proper_name(". " + own) if own else ""
    if thread.names["heading"] and name and len(own.split()) <= 9 and not re.match(r"(?:Priority|Objective|Outcome|Theme|Partnership)\b", own):
        thread.names["service"] = thread.names["heading"]
    thread.planned = any(_PLANNED_HEADING.search(h) for h in around.headings[-1:])
    return _Flow(thread, period if period and period.dated else None, "", around.year, around.published)


def _fresh(flow: _Flow) -> _Flow:
    """A new paragraph: the names of the one before do not go on, the heading's do; a foreign subject may."""
    thread = Thread(planned=flow.thread.planned, names=dict(flow.thread.names))
    return _Flow(thread, flow.period, flow.foreign, flow.year, flow.published)


def _goes_on(text: str) -> bool:
    """Whether a paragraph speaks on of what the one before spoke of: it begins with a number, "Of these", "They"."""
    return re.match(r"(?:\d[\d,.]*%?\s|Of (?:these|those|them|the \d)|They\b|These\b|Those\b|Among (?:them|these)|In (?:it|that))", text) is not None  # fmt: skip


# ---- one text ----------------------------------------------------------------------------------------------------


_LAW = re.compile(r"\b(?:Act|section|offence|breach|court|statutory|guidance|law|legislation|regulations?)\b")
_DUTY = re.compile(r"\b(?:must|may|shall|is an offence|criminal offence|requires?|required|means|defined as|no more than|no later than)\b", re.I)
_PRESENT = re.compile(r"\b(?:is|are|has|have|take|takes|run|runs|have joined|consists?|includes?|comprises?)\b")
_PAST = re.compile(r"\b(?:was|were|had|[a-z]{3,}ed|took|gave|ran|saw|met|held|made|won|brought|sent|led|drew|came|went|felt|got|began|rose|fell)\b")


def _figures(text: str, flow: _Flow, place: str) -> Iterator[ProseFigure]:
    for begin, end in sentences(text):
        sentence = text[begin:end]
        yield from (
            replace(figure, start=figure.start + begin, end=figure.end + begin)
            for figure in _of_sentence(sentence, flow, place)
        )


def _of_sentence(sentence: str, flow: _Flow, place: str) -> Iterator[ProseFigure]:
    context = Context(anchor=flow.period, year=flow.year, published=flow.published)
    periods = find_periods(sentence, context)
    periods = tuple(p for p in periods if p.label)
    found = tuple(m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods))
    area = other_area(sentence, 0, place)
    if area and not names_place(sentence, place):
        flow.foreign = area
    elif speaks_of_place(sentence, place):
        flow.foreign = ""
    thread = flow.thread
    _set_service(sentence, found, thread)
    _set_group(sentence, found, thread)
    if _LAW.search(sentence) and _DUTY.search(sentence):
        found = tuple(m for m in found if m.sort not in ("count", "money"))
    dated: Period | None = None
    for at, mention in enumerate(found):
        naming = name_mention(sentence, found, at, thread)
        if naming is None:
            continue
        there = other_area(sentence, mention.start, place) if mention.sort != "rank" else ""
        foreign = there or (flow.foreign if not names_place(sentence, place) else "")
        period = _period_for(sentence, found, at, periods, flow, dated, naming)
        if period is not None and period.dated and not naming.same:
            dated = period
        if naming.counted and (thread.base == "" or not naming.breakdown or naming.breakdown[0][0] != "group"):
            thread.base, thread.unit = naming.title, naming.unit
        if not naming.same:
            thread.last = naming
        if foreign:
            continue
        yield ProseFigure(mention.start, mention.end, mention, naming, period, sentence, naming.sure)
    for period in periods:
        if period.start and period.end and period.kind != "relative" and period.months:
            flow.period = period


def _set_service(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """The service or body that a sentence speaks of: a name before its first number, else the one before, else the heading's."""
    if not found:
        return
    lead = sentence[: found[0].start]
    name = proper_name(re.sub(r"\([^)]*\d[^)]*\)", "", lead))
    name = re.sub(r"['’]s?$", "", re.sub(r"^(?:The|A|An|Of)\s", "", name))
    if name and len(name.split()) <= 8 and not _dateish(name):
        thread.service = name
    elif not thread.service:
        thread.service = thread.names.get("service", "")


def _dateish(name: str) -> bool:
    return re.search(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Table|Fig|Qtr|Q\d|Appendix|Cllr|Mr|Ms|Dr|Councillor)\b|^(?:LA|GP|DA|UK|DV)$", name) is not None  # fmt: skip


def _set_group(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """ "Of those referred 27% had …": the group that the shares are of."""
    lead = re.match(r"(?:[^.;]*?\b)?Of\s((?:those|the|these|all)\s(?!\d)[\w'’ -]+?|[A-Z]?[\w'’ -]+?)(?:,\s|\s(?=\d))", sentence)
    if lead and found and lead.end() <= found[0].start + 1 and not re.fullmatch(r"(?:these|those|them|the)", lead[1].strip(), re.I):
        thread.group = capital(lead[1].strip())
    elif found and not re.match(r"(?:Of (?:these|those|them)|\d)", sentence):
        thread.group = ""


def _period_for(
    sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...], flow: _Flow, dated: Period | None, naming: Naming
) -> Period | None:
    """The period of a number: the one right after it, one before it, one that all numbers of the clause share."""
    mention = found[at]
    limit = found[at + 1].start if at + 1 < len(found) else len(sentence)
    own = next((p for p in periods if mention.end <= p.begin < limit and ";" not in sentence[mention.end : p.begin]), None)
    between = _between(sentence, found, at, periods)
    if between is not None:
        return between
    if own is not None and not _belongs_to_next(sentence, found, at, own):
        return own
    before = [p for p in periods if p.finish <= mention.start]
    # a period in the brackets of an earlier number, or one that another number has taken, is not shared
    leading = [p for p in before if not _taken(sentence, found, at, p)]
    if leading:
        return leading[-1]
    if mention.sort != "rank" or True:
        shared = next((p for p in periods if p.begin >= limit and p.kind != "relative" and _shares(sentence[mention.end : p.begin])), None)
        if shared is not None:
            return shared
    if dated is not None and dated.kind != "relative" and not re.search(r";", sentence[: mention.start]):
        return dated
    if naming.measure == "rank" and not before:
        pass
    told = _PAST.search(sentence) or not _PRESENT.search(sentence)
    if naming.same:
        return None
    if told and flow.period is not None:
        return flow.period
    if told and flow.year is not None:
        return flow.year
    return None


def _between(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """ "rose from 4757 to 5023 between the 12 months to A and the 12 months to B": first to first, second to second."""
    if len(found) < 2 or len(periods) < 2:
        return None
    for i in range(len(found) - 1):
        low, high = found[i], found[i + 1]
        if not re.search(r"\bfrom\s$", sentence[: low.start]) or sentence[low.end : high.start].strip() != "to":
            continue
        later = [p for p in periods if p.begin >= high.end]
        if len(later) >= 2 and re.match(r"\s(?:between|from)\s", sentence[high.end : later[0].begin + 1] or " "):
            if at == i:
                return later[0]
            if at == i + 1:
                return later[1]
    return None


def _belongs_to_next(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    """Whether a period after a number opens the clause of the next one: "… 54; in 2020/21 60 …"."""
    if at + 1 >= len(found):
        return False
    gap = sentence[found[at].end : period.begin]
    after = sentence[period.finish : found[at + 1].start]
    return re.search(r"[.;]\s*(?:In|Over|During|in|over|during)?\s*(?:the\s)?$", gap) is not None and ";" not in after


def _taken(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    earlier = [m for m in found[:at] if m.end <= period.begin]
    if not earlier:
        return False
    gap = sentence[earlier[-1].end : period.begin]
    rest = sentence[period.finish : found[at].start]
    if period.kind == "relative" or "(" in gap:
        return True
    # "1357 in 2020/21, and 1360 …": the number before has its own; a later clause may still mean the same time
    return re.search(r"\b(?:against|compared|from|to|and)\s*$", rest) is not None and len(rest.split()) <= 3


def _shares(gap: str) -> bool:
    """Whether only a short list lies between a number and a period that comes after a later number."""
    return ";" not in gap and re.search(r"\b(?:but|while|against|compared|from|up|down)\b", gap) is None and len(gap.split()) <= 16
