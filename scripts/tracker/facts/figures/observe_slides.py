"""Figures in the words of dashboards: callouts, statements and bullets on slides, and in charts' companion lines.

In: a ``PaperContext``. Out: drafts, and the ids of the blocks that were read. Dashboards speak in short statements
("480 cases of X over 3 months, A to B", "X, 12 months up to A: 1950 cases. The 12 months prior: 1847.", "In the same
quarter in the previous year, there were 18", "15% involved Y", "Y (14%), then Z (11%)"); a statement leans on the one
before for its measure and its period, and on the slide's title. Stated changes are left to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.figures.captions import serves_as_caption
from tracker.facts.figures.dashboard_pages import is_dashboard_page, is_number_alone
from tracker.facts.figures.drafts import Draft, DraftKind
from tracker.facts.figures.observe_prose import OTHERS_PARTS
from tracker.facts.figures.prose_gates import is_held, is_told_in_box
from tracker.facts.figures.reported_time import calls_itself_dashboard
from tracker.facts.figures.slide_drafts import draft_of
from tracker.facts.figures.slide_flow import Flow, lead, new_flow, of_length, pass_over, under
from tracker.facts.figures.slide_periods import is_change_on, period_below, period_of_number
from tracker.facts.figures.slide_tiles import (
    dates_in_brackets,
    label_above,
    opening_figure,
    opens_with,
    tile_drafts,
    tile_labelled,
    tile_named,
    unit_behind,
)
from tracker.facts.figures.statement_forms import in_statements
from tracker.facts.figures.statement_words import said_of
from tracker.facts.figures.tile_lines import line_drafts, lines_of, without_lines
from tracker.facts.figures.tile_sentences import tile_sentence
from tracker.facts.places import page_of
from tracker.facts.promises.promise_headings import announced_by_heading, is_label
from tracker.facts.sections import Placed
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.covered_numbers import covered
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.numbers import Number, find_numbers, find_ranks, parse_cell
from tracker.facts.wording.periods import find_periods, without_periods
from tracker.facts.wording.sentences import sentences
from tracker.records import Block


@dataclass(frozen=True)
class SlideFigures:
    drafts: tuple[Draft, ...]
    read: frozenset[str]
    """Ids of the blocks whose words were read here."""


def observe_slides(context: PaperContext) -> SlideFigures:
    """The figures of all dashboard slides and callouts of a paper."""
    drafts: list[Draft] = []
    read: set[str] = set()
    flow: Flow | None = None
    page = 0
    slides: dict[tuple[int, str], bool] = {}
    aims = False
    for placed in context.outline:
        block = placed.block
        span = context.span_of(placed.index)
        where = placed.page, span.part.id if span else ""
        if where not in slides:
            slides[where] = _is_dashboard(context, placed, span)
        on_slide = slides[where]
        if not on_slide and (block.role != "callout" or (span and span.part.kind in OTHERS_PARTS)):
            flow = None
            continue
        if flow is None or placed.page != page:
            flow, page = new_flow(context, placed, flow, on_slide), placed.page
        if block.kind in ("heading", "paragraph") and (number := parse_cell(block.text)) is not None and number.value:
            read.add(block.id)
            drafts.extend(tile_drafts(context, placed, flow, number))
            continue
        if block.kind in ("heading", "paragraph"):
            aims = is_label(block.text) and announced_by_heading(block.text) == "planned"
        elif aims and on_slide:
            # below "Next steps" stands what is to come
            read.add(block.id)
            continue
        if block.kind == "heading":
            under(flow, placed)
            continue
        if block.kind not in ("paragraph", "list_item") or block.role in ("caption", "quotation"):
            continue
        if (span and block.id in span.part.testimony) or is_held(_headings(context, placed), placed.block):
            read.add(block.id)
            continue
        if _is_running_text(block, flow) or (not on_slide and is_told_in_box(block)):
            pass_over(flow, block)
            continue
        if block.role != "callout" and serves_as_caption(block) and _above_table(context, placed):
            read.add(block.id)
            continue
        found = tuple(_statements(context, placed, flow, on_slide))
        if found or block.role == "callout" or not find_numbers(block.text):
            # what gives a dashboard's reader nothing is left to the reader of running text
            read.add(block.id)
        drafts.extend(found)
    return SlideFigures(tuple(drafts), frozenset(read))


def _headings(context: PaperContext, placed: Placed) -> tuple[str, ...]:
    return tuple(heading.text for heading in context.outline.headings(placed))


def _is_dashboard(context: PaperContext, placed: Placed, span: Span | None) -> bool:
    """Whether what its part has on the page of this block is a dashboard's."""
    kind = span.part.kind if span else ""
    if span and kind in ("paper", "part", "report") and calls_itself_dashboard(span.blocks):
        kind = "dashboard"
    blocks = [p.block for p in (span.blocks if span else context.outline.blocks) if p.page == placed.page]
    return is_dashboard_page(page_of(context.paper, placed.page), blocks, kind)


# "The 12 months prior: 605", "In the same quarter in the previous year, there were 18": of what was counted before.
_LEANS = re.compile(
    r"(?:(?:in|over|during|for|the)\s)*(?:same|corresponding|equivalent|previous|prior|(?:\w+\s)?(?:\w+\s)?prior)\b",
    re.I,
)


def _is_running_text(block: Block, flow: Flow) -> bool:
    """Whether a line with figures is left to the reader of running text: it is no statement, or goes on from such."""
    ranks = find_ranks(block.text)
    if lines_of(block.text) and not find_numbers(without_lines(block.text, lines_of(block.text))):
        return False
    if block.role == "callout" or is_number_alone(block.text) or not (find_numbers(block.text) or ranks):
        return False
    if ranks and not find_numbers(block.text):
        # "6 of the 33" is a rank only where places are ranked
        return (
            re.search(r"\b(?:rank\w*|lowest|highest|best|worst|place[ds]?|boroughs|areas|out of)\b", block.text, re.I)
            is None
        )
    return not in_statements(block.text, flow.place, flow.context) or (
        not flow.name and _LEANS.match(block.text) is not None
    )


def _above_table(context: PaperContext, placed: Placed) -> bool:
    try:
        return context.outline.at(placed.index + 1).block.kind in ("table", "figure")
    except KeyError:
        return False


SAME_LENGTH = re.compile(
    r"\b(?:same|corresponding|equivalent|comparable)\s+(?:quarter|(?:\d{1,2}|three|six|nine|twelve)[\s-]+months?\b"
    r"(?!\s+(?:prior|earlier|before|ago)))",
    re.IGNORECASE,
)


RATE_WORDS = re.compile(
    r"\b(?:rates?|percentage|proportion|share|confidence|satisfaction|feel|felt|change|%)(?:\b|$)", re.IGNORECASE
)


# "… per 10,000 women": what a rate is of.
_PER = re.compile(r"\bper\s(?:every\s)?$", re.IGNORECASE)


# "Target: 35%" under a tile: what is to be, not what is.
_AIM = re.compile(
    r"(?:(?:our|the|national|local|annual|stretch)\s+)?(?:targets?|goals?|thresholds?|trajectory)$", re.IGNORECASE
)


def _is_saying(number: Number, passed: list[tuple[int, int]]) -> bool:
    """Whether a number in words counts nothing where it stands: "one resident told us"."""
    return number.printed.isalpha() and any(begin <= number.begin < end for begin, end in passed)


# "Letters answered in time: 61% (target 70%)"
_TO_REACH = re.compile(
    r"[(;,]\s?(?:(?:our|the|against|national|local|annual|stretch|a)\s+){0,2}(?:targets?|goals?)\s?(?:(?:of|is|was)\s|[:=]\s?)?$",
    re.IGNORECASE,
)


def _opens(number: Number, at: int, end: int, text: str) -> bool:
    """Whether a text is one sentence that begins with this number."""
    return at == 0 and opens_with(text, number) and end == len(text)


def _statements(context: PaperContext, placed: Placed, flow: Flow, on_slide: bool) -> Iterator[Draft]:
    block = placed.block
    lines = lines_of(block.text)
    text = without_lines(block.text, lines)
    kind: DraftKind = "callout" if block.role == "callout" else "sentence"
    if kind == "callout" and (whole := tuple(tile_sentence(context, placed, flow))):
        yield from whole
        return
    if block.kind == "paragraph":
        flow.lead, flow.lead_period, flow.points = "", None, False
    if not find_periods(text, flow.context):
        flow.period = period_below(context, placed, flow) or flow.period
    for begin, end in sentences(text):
        sentence = text[begin:end]
        leaned_on = of_length(flow, sentence) if SAME_LENGTH.search(sentence) else None
        context_now = replace(flow.context, anchor=leaned_on or flow.period)
        periods = find_periods(sentence, context_now, bare_years=kind == "callout" and dates_in_brackets(sentence))
        numbers = tuple(sorted((*find_numbers(sentence), *find_ranks(sentence)), key=lambda n: n.begin))
        passed = covered(sentence)
        numbers = tuple(n for n in numbers if not (_PER.search(sentence[: n.begin]) or _is_saying(n, passed)))
        if begin == 0 and kind == "callout" and (opening := opening_figure(sentence)):
            numbers = (opening, *(n for n in numbers if n.begin >= opening.finish))
        if block.kind == "paragraph" and sentence.endswith(":"):
            lead(flow, sentence, periods)
        taken: set[int] = set()
        flow.told = None
        elsewhen = False
        for at, number in enumerate(numbers):
            said = said_of(sentence, numbers, at, periods)
            # A share has no sign: "(-7.7%)" tells a change.
            tile = tile_named(text, number, flow.context, kind == "callout") if _opens(number, at, end, text) else None
            if begin == at == 0 and ((kind == "callout" and len(numbers) == 1) or is_number_alone(text)):
                tile = tile or tile_labelled(text, number)
            said = tile or said
            if tile and not periods and flow.page_period:
                flow.period = flow.page_period
            if said is None or (number.unit == "%" and number.printed[:1] in "+-−–") or _AIM.match(said.name):
                continue
            if begin == 0 and number.begin == 0 and not (said.name or said.category):
                label = label_above(context, placed, flow)
                unit = unit_behind(text, number) or counted_noun(label) or said.unit
                said = replace(said, name=label, unit=unit) if label else said
            if block.kind == "list_item" and number.unit == "%" and said.name and not RATE_WORDS.search(said.name):
                said = replace(said, name="", category=said.name)
            period = period_of_number(sentence, numbers, at, periods, taken, flow)
            if at == 0:
                elsewhen = kind == "callout" and period is not None and not taken
            flow.told = period
            draft = draft_of(context, placed, flow, kind, begin, sentence, number, said, period)
            if draft is not None and _TO_REACH.search(sentence[: number.begin]):
                draft = replace(draft, breakdown=(*draft.breakdown, ("measure", "target")))
            if draft is not None:
                yield replace(draft, quote=block.text[begin:end]) if lines else draft
            if tile:
                break
        dated = [p for p in periods if p.start and p.end and p.kind != "relative"]
        flow.seen = (*flow.seen, *dated)
        told = [p for p in dated if not (compared_with(sentence, p) or is_change_on(sentence, p))]
        # in a report each tile tells its own time; the statements of a slide go on from each other
        apart = kind == "callout" and len(numbers) == 1 and not (on_slide or sentence.endswith(":"))
        # "Dec 2022: 1,702" under a tile: what its number is compared with, not the time of the next
        before = sentence[: numbers[0].begin].strip(" :(") if numbers else ""
        under_tile = kind == "callout" and before and not without_periods(before).strip(" :(")
        # "63 71 in 2024/25": nor is what a second number is of the time of the tile
        if (
            told
            and not (elsewhen or apart or (under_tile and not tile))
            and not (flow.lead_period and sentence.endswith(":"))
        ):
            flow.period = told[0] if kind == "callout" else told[-1]
        if told and on_slide and not numbers and flow.page_period is None:
            flow.page_period = told[0]
    yield from line_drafts(context, placed, flow, lines)
