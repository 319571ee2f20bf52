"""Promises in the running text of cells: minutes kept in a table, and the comments beside the figures of a scorecard.

In: a table and what stands round it. Out: each promise with its words and its cell. Tables of actions are read by
``action_tables``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.facts.board.comments import comments_in
from tracker.facts.board.minutes_table import said_in
from tracker.facts.context import PaperContext
from tracker.facts.promises.action_columns import is_due_head
from tracker.facts.promises.promise_around import Around, Promise
from tracker.facts.promises.promise_due import day_in_cell, due_of
from tracker.facts.promises.promise_meetings import MEETING, NEXT_MEETING, day_of_meeting
from tracker.facts.promises.promise_sentences import promises_around
from tracker.facts.sections import Placed
from tracker.records import Cell, Source

_ACTIONS = re.compile(r"\bactions?\b", re.I)
_SHORT = 20
"""Words that name a day, an hour and a place: "Monday 10 June 2024 at 6pm, Town Hall"."""

Found = tuple[Placed, str, Promise, Source]
"""The block, the words of the promise, the promise, its place."""


def promises_in_cells(context: PaperContext, placed: Placed, around: Around) -> Iterator[Found]:
    """The promises in the cells of a table: all that was said in minutes, the dated ones in a column of comments."""
    if around.minuted:
        yield from _minuted(context, placed, around)
        return
    for row, column, text in comments_in(placed.block):
        for promise in promises_around(text, replace(around, minuted=True)):
            # A comment explains a figure; what is to be done about it has a day.
            if promise.firm and promise.by_when:
                words = text[promise.start : promise.end]
                yield placed, words, promise, context.cell(placed.block, row, column)


def _minuted(context: PaperContext, placed: Placed, around: Around) -> Iterator[Found]:
    """The promises of what was said, where a table keeps minutes."""
    due = False
    block, published = placed.block, around.published
    heads = block.rows[0] if block.header_rows else ()
    orders = {c for c, cell in enumerate(heads) if cell and _ACTIONS.search(cell.text)}
    times = {c for c, cell in enumerate(heads) if cell and is_due_head(cell.text)}
    for row, column, text in said_in(block):
        source = context.cell(block, row, column)
        beside = list(enumerate(block.rows[row]))[column + 1 :]
        actor = _name_beside([cell for c, cell in beside if c not in times])
        by_when = next((cell.text.strip() for c, cell in beside if c in times and cell), "")
        day = due_of(text, published) if due and len(text.split()) <= _SHORT else None
        if not day and NEXT_MEETING.match(text) and len(text.split()) <= _SHORT:
            day = day_of_meeting(text, published)
        if day:
            yield placed, text, Promise(0, len(text), around.board, day.label, day.end, True), source
        else:
            for promise in promises_around(text, replace(around, planned=column in orders)):
                told = replace(promise, who=promise.who or actor)
                if by_when and not promise.due_date and (day := day_in_cell(by_when, published)):
                    told = replace(told, by_when=by_when, due_date=day.end)
                yield placed, text[promise.start : promise.end], told, source
        due = bool(MEETING.search(text))


def _name_beside(cells: Sequence[Cell | None]) -> str:
    """The one name in the cells to the right of what was said, as minutes set who is to act; "" where there is none."""
    texts = [cell.text.strip() for cell in cells if cell and cell.text.strip()]
    return texts[0] if len(texts) == 1 and re.fullmatch(r"(?!ALL\b|All\b)(?:[A-Z][\w’'.-]*\s?){1,4}", texts[0]) else ""
