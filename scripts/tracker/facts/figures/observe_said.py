"""Figures told in minutes that are kept in a table: the cells beside an item's number hold paragraphs, not data.

In: a ``PaperContext`` and a table of its minutes. Out: drafts, each with the cell as its place and the sentence as its
quote; an item's title, where it stands in a line of its own, is the heading of what follows it in the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.facts.board.minutes_table import said_in
from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.figures.prose_flow import Surroundings, drafted
from tracker.facts.figures.prose_headings import under_heading
from tracker.facts.figures.prose_sentence import figures_of
from tracker.facts.sections import Placed

_LONGEST_TITLE = 12


def observe_said(context: PaperContext, placed: Placed) -> tuple[Draft, ...]:
    """The figures of what a table of minutes says; none where the block is no such table."""
    span = context.span_of(placed.index)
    if not span or span.part.kind != "minutes":
        return ()
    return tuple(_told(context, placed, span.part.date or context.paper.date))


def _told(context: PaperContext, placed: Placed, published: str) -> Iterator[Draft]:
    place = context.tracker.place
    above = tuple(h.text for h in context.outline.headings(placed))
    at: tuple[int, int] | None = None
    flow = under_heading(Surroundings(place, None, published, above))
    for row, column, text in said_in(placed.block):
        titled = len(text.split()) <= _LONGEST_TITLE and not re.search(r"[.;:,]\s*$|\d", text)
        if (row, column) != at or titled:
            headings = (*above, text) if titled else above
            flow = under_heading(Surroundings(place, None, published, headings))
        at = row, column
        if titled:
            continue
        source = context.cell(placed.block, row, column)
        for figure in figures_of(text, flow, place):
            yield drafted(figure, text, source, placed.index, "table")
