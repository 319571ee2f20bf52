"""Figures told in running text: reports, minutes, strategies, list items, cells full of words.

In: a ``PaperContext``. Out: drafts of observations, each with the sentence as its quote and the words of the number as
its place. What another area, the nation or a study is said to have is no figure of the board. What cannot be named
with confidence has trust "unsure".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.facts.context import PaperContext
from tracker.facts.figures.aims import aimed_at
from tracker.facts.figures.drafts import Found
from tracker.facts.figures.listed_sums import listed_sums
from tracker.facts.figures.naming_parts import Thread
from tracker.facts.figures.parts_of_whole import parts_of_their_whole
from tracker.facts.figures.prose_entries import listed_figures
from tracker.facts.figures.prose_flow import Flow, ProseFigure, Surroundings, drafted
from tracker.facts.figures.prose_gates import are_notes, is_held, is_testimony, opens_story, states_law
from tracker.facts.figures.prose_headings import (
    bold_opening,
    is_run_in,
    names_time,
    says_nothing,
    time_of_chapters,
    time_of_report,
    titles_table,
    under_heading,
)
from tracker.facts.figures.prose_sentence import figures_of
from tracker.facts.figures.repeats import same_names
from tracker.facts.figures.reported_time import if_over, time_below
from tracker.facts.paragraph_numbers import paragraph_numbers
from tracker.facts.sections import Placed
from tracker.facts.wording.scope import names_place
from tracker.facts.wording.sentences import sentences
from tracker.records import PaperPart

__all__ = ["OTHERS_PARTS", "ProseFigure", "Surroundings", "observe_prose", "observe_text"]

NO_SURROUNDINGS = Surroundings()

# Parts whose running text others read: letters have their own habits, agendas give no figures. What the reader of
# dashboards has read is left alone block by block.
OTHERS_PARTS = frozenset({"foi answer", "agenda", "forward plan"})


def observe_text(text: str, around: Surroundings = NO_SURROUNDINGS) -> tuple[ProseFigure, ...]:
    """The figures of a text that stands alone, such as a cell full of words."""
    return tuple(figures_of(text, under_heading(around), around.place))


def observe_prose(context: PaperContext, *, skip: frozenset[str] = frozenset()) -> Found:
    """The figures of a paper's running text. ``skip``: ids of blocks that others have read already."""
    drafts = [
        drafted(
            figure,
            placed.block.text,
            context.source(placed.block, figure.start, figure.end),
            placed.index,
            "sentence",
            begin=figure.start,
        )
        for placed, figure in _walk(context, skip)
    ]
    return Found(drafts=parts_of_their_whole(same_names(drafts)))


def _walk(context: PaperContext, skip: frozenset[str]) -> Iterator[tuple[Placed, ProseFigure]]:
    place = context.tracker.place
    for span in context.spans:
        part = span.part
        if part.kind in OTHERS_PARTS:
            continue
        yield from _walk_part(context, tuple(span.blocks), part, place, skip)


def _walk_part(
    context: PaperContext, blocks: tuple[Placed, ...], part: PaperPart, place: str, skip: frozenset[str]
) -> Iterator[tuple[Placed, ProseFigure]]:
    published = part.date or context.paper.date
    of_part = told = if_over(
        time_of_report((part.title, context.paper.title), published)
        or time_below(blocks)
        or time_of_chapters(part.title, (p.block.text for p in blocks if p.block.kind == "heading"), published),
        published,
    )
    told_at = 0
    flow: Flow | None = None
    chain: tuple[int, ...] | None = None
    leads: dict[int, Flow] = {}
    last: Flow | None = None
    numbers = paragraph_numbers(placed.block for placed in blocks)
    boxed, story, in_box = -1, False, False
    sums = listed_sums(blocks, published)
    next_to = {one.block.id: other.block for one, other in pairwise(blocks)}
    for placed in blocks:
        block = placed.block
        if block.kind == "heading":
            if names_time(block) or (block.level or 0) <= told_at:
                # a chapter's time ends with it: the next one has the report's again
                told = if_over(time_of_report((block.text,), published), published) if names_time(block) else of_part
                told_at = (block.level or 0) if names_time(block) else 0
            flow = None
            continue
        if block.kind not in ("paragraph", "list_item", "footnote") or block.role in _OTHER_ROLES:
            continue
        if block.role == "caption" and len(sentences(block.text)) < 2:
            # "Table 1 shows … . Those 8 heard …" opens like a caption and is a paragraph
            continue
        headings = tuple(h.text for h in context.outline.headings(placed))
        if block.role == "callout":
            # who told a story in a box goes on telling it
            story = story if placed.index == boxed + 1 else False
            boxed, story = placed.index, story or opens_story(block)
        if block.id in skip or block.id in part.testimony or is_testimony(block) or is_held(headings, block):
            continue
        if are_notes(block.text) or (story and block.role == "callout"):
            continue
        if (of_list := sums.get(block.id)) is not None:
            yield placed, of_list
            continue
        if listed := listed_figures(block.text, published):
            yield from ((placed, figure) for figure in listed)
            continue
        if flow is None or placed.chain != chain or (block.role == "callout") != in_box:
            # a box stands apart from the text round it
            flow = under_heading(Surroundings(place, told, published, headings))
            chain, leads, last, in_box = placed.chain, {}, None, block.role == "callout"
        if block.kind == "paragraph" and is_run_in(block):
            silent = says_nothing(block.text) or titles_table(block, next_to.get(block.id))
            flow.thread.names["sub"] = "" if silent else block.text.strip(" :.")
            flow.thread.base = ""
            continue
        cut = numbers.get(block.id, 0)
        if last and _COMPARES.match(block.text):
            current = last.copy()
        elif block.kind == "list_item":
            current = leads.get(block.depth - 1, leads.get(0, flow)).copy()
        else:
            numbered = cut or _NUMBERED.match(block.text)
            current = flow if _goes_on(block.text) and not numbered else _fresh(flow)
        if (opening := bold_opening(block)) is not None:
            current.thread.names["sub"], current.thread.base = opening, ""
        label = current.thread.names.get("sub") or (headings[-1] if headings else "")
        for found in figures_of(block.text[cut:], current, place):
            if states_law(headings, found.quote):
                continue
            figure = aimed_at(replace(found, start=found.start + cut, end=found.end + cut), block, label)
            if block.kind == "footnote":
                if not names_place(figure.quote, place):
                    continue
                # a note tells how a figure was made more often than a figure
                figure = replace(figure, naming=replace(figure.naming, sure=False))
            yield placed, _without_time_to_come(figure, published)
        last = current
        if block.kind == "list_item":
            leads = {depth: lead for depth, lead in leads.items() if depth < block.depth} | {block.depth: current}
        elif block.kind == "paragraph":
            flow = current
            leads = {0: current}


def _without_time_to_come(figure: ProseFigure, published: str) -> ProseFigure:
    """A figure of what was done without a time that only begins after the paper's day: "had seized 31 vehicles and
    would be made permanent from January"."""
    planned = figure.naming.measure == "money" or any(key == "plan" for key, _ in figure.naming.breakdown)
    begins = figure.period.start if figure.period else ""
    if planned or len(published) < 10 or not begins or begins <= published:
        return figure
    return replace(figure, period=None)


_OTHER_ROLES = frozenset({"quotation", "stamp", "contents", "running_head", "page_number"})


# "In the same quarter in the previous year, there were 196": of what the item or paragraph before it counted.
_COMPARES = re.compile(
    r"(?:In|For|During|Over)\s(?:the\s)?(?:same|corresponding|equivalent|comparable|previous|prior|preceding"
    r"|\w+\s(?:\w+\s)?(?:prior|before|earlier))\b"
    r"|(?:The\s)?(?:same|corresponding|previous|prior)\s(?:\w+\s)?(?:period|quarter|year|\d+ months)\b",
    re.I,
)


_NUMBERED = re.compile(r"(?:\d+\.\d+(?:\.\d+)*\.?|\d{1,3}\.)\s+[A-Z\d]")


def _fresh(flow: Flow) -> Flow:
    """A new paragraph: the names of the one before do not go on, the heading's do; a foreign subject may."""
    thread = Thread(
        planned=flow.thread.planned,
        names=flow.thread.names | {"before": flow.thread.base, "asked": "", "speaks of": "", "crimes": ""},
        local=flow.thread.local,
    )
    foreign = flow.setting or (flow.foreign if flow.foreign_told and not flow.own_told else "")
    return Flow(
        thread,
        flow.heading,
        foreign,
        flow.year,
        flow.published,
        flow.heading,
        flow.told,
        bool(foreign),
        setting=flow.setting,
        to_date=flow.to_date,
    )


def _goes_on(text: str) -> bool:
    """Whether a paragraph speaks on of what the one before spoke of: it begins with a number, "Of these", "They"."""
    return (
        re.match(
            r"(?:\d[\d,.]*%?\s|Of (?:these|those|them|the \d)|They\b|These\b|Those\b|Among (?:them|these)|In (?:it"
            r"|that))",
            text,
        )
        is not None
    )
