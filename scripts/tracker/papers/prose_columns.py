"""Columns of prose told from the columns of a table."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from tracker.papers.boxes import centre_in
from tracker.papers.columns import Column, find_columns
from tracker.papers.content import PageContent
from tracker.papers.lines import Line, make_lines
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.words import is_number
from tracker.records import Box

PROSE_LINES = 8
PROSE_WORDS = 3.5
"""As many lines, with as many words each, tell a column of prose from a column of cells."""
MOSTLY_FIGURES = 0.4
"""A table with at least this share of figures among its cells holds no prose."""
SURE_WORDS, SURE_FULL = 4.0, 0.6
"""Words in a line and share of full lines from which a column is prose beyond doubt, whatever stands beside it."""
SPLIT_ROWS = 0.3
"""Share of rows that only end the sentence of the row above: then the rows are lines of prose."""


def is_columns_of_prose(table: FoundTable, columns: Sequence[Column]) -> bool:
    """Whether what was taken for a table without rules is only lines of prose side by side in two columns or more.

    ``columns`` are those of the page without its tables. The columns must be long, run on beyond the table, and hold
    full lines; a table of figures is none.
    """
    texts = [cell.text for row in table.rows for cell in row if cell is not None and cell.text]
    if len(texts) >= 6 and sum(is_number(t) for t in texts) >= MOSTLY_FIGURES * len(texts):
        return False
    long = []
    for column in columns:
        lines = [t for t in column.things if isinstance(t, Line)]
        touched = [t for t in lines if centre_in(t.bbox, table.bbox)]
        if len(lines) < PROSE_LINES or not touched:
            continue
        beyond = len(lines) - len(touched)
        words = sum(len(t.words) for t in lines) / len(lines)
        full = sum(t.bbox[2] - t.bbox[0] > 0.7 * (column.bbox[2] - column.bbox[0]) for t in lines)
        if beyond >= 3 and words >= PROSE_WORDS and full >= 0.3 * len(lines):
            long.append(column)
    return len(long) >= 2


def is_lines_of_prose(table: FoundTable) -> bool:
    """Whether the rows of what was taken for a table are the lines of short paragraphs side by side.

    In every column sentences run on from row to row, which the rows of a table do not do.
    """
    columns = [[c.text for c in column if c is not None and c.text] for column in zip(*table.rows, strict=True)]
    if any(len(c) < 3 or sum(len(t.split()) for t in c) < SURE_WORDS * len(c) for c in columns):
        return False
    return all(
        sum(_ends_above(upper, text) for upper, text in itertools.pairwise(c)) >= SPLIT_ROWS * len(c) for c in columns
    )


def _ends_above(upper: str, text: str) -> bool:
    """Whether a text is the rest of a sentence that the one above it leaves open."""
    if upper.rstrip().endswith((".", "!", "?", ":", ";")):
        return False
    return text[0].islower() or (len(text.split()) <= 2 and text.endswith("."))


def columns_of_prose(content: PageContent, words: Collection[int]) -> list[list[int]]:
    """The given words of a page (places in ``content.words``) column by column where two or more are prose.

    What stands in no such column comes last, in one; empty where the page is not set in columns of prose.
    """
    at = {id(content.words[i]): i for i in words}
    columns = find_columns(make_lines(content.number, [content.words[i] for i in words]), [])
    prose, rest = [], []
    for column in columns:
        lines = [t for t in column.things if isinstance(t, Line)]
        held = [at[id(w)] for line in lines for w in line.words if id(w) in at]
        if _is_prose(lines, column.bbox):
            prose.append(held)
        else:
            rest += held
    return [*prose, rest] if len(prose) >= 2 else []


def _is_prose(lines: Sequence[Line], box: Box) -> bool:
    if len(lines) < PROSE_LINES or sum(len(t.words) for t in lines) < SURE_WORDS * len(lines):
        return False
    full = sum(t.bbox[2] - t.bbox[0] > 0.7 * (box[2] - box[0]) for t in lines)
    return full >= SURE_FULL * len(lines)
