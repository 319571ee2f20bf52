"""What a page break cuts in a table: a row whose text goes on overleaf, a cell that spans rows of both pages."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.best_rows import runs_on
from tracker.papers.tables.words import is_number
from tracker.records import Cell

Row = tuple[Cell | None, ...]

ENDS = (".", "!", "?", ":", ";")
"""What ends the text of a cell; text that ends otherwise may go on."""
USUAL = 0.9
"""A column is one that every row fills when at least this share of the rows does."""

SENTENCE = 4
"""Cells of at least this many words are sentences, or parts of one."""


def put_together(whole: Sequence[Row], more: Sequence[Row], heads: int) -> tuple[Row, ...]:
    """The rows of a table and those of its next page, ``heads`` of the first being header rows.

    The first row overleaf completes the last one where it only goes on with it; a cell that spans rows up to the break
    takes in the rows that leave its column empty after it. Both pieces have as many columns.
    """
    rows, rest = list(whole), list(more)
    if rest and len(rows) > heads and _finishes(rows[heads:], rest[0]):
        finished, rest = rest[0], rest[1:]
        rows[-1] = _merged(rows[-1], finished)
        rest[:1] = [_still_open(finished, row) for row in rest[:1]]
    for column in range(len(rows[0])):
        _span_on(rows, rest, column)
    return tuple(rows + rest)


def _finishes(body: Sequence[Row], below: Row) -> bool:
    """Whether a page's first row is the rest of the row that the page before broke off."""
    above = body[-1]
    filled = [c for c, cell in enumerate(below) if cell is not None and cell.text]
    if not filled or any(cell is None or cell.rowspan > 1 or cell.colspan > 1 for cell in (above[c] for c in filled)):
        return False
    pairs = [(a.text, b.text) for c in filled if (a := above[c]) is not None and (b := below[c]) is not None]
    if not all(a for a, _ in pairs) or all(is_number(b) for _, b in pairs):
        return False
    going_on = [_goes_on(a, b) for a, b in pairs]
    if 0 in filled:
        # Entries in small letters throughout would look alike: a short row that is full again is a row.
        sentences = all(len(a.split()) >= SENTENCE for a, _ in pairs)
        return going_on[0] and (bool(_lacking(body[:-1], filled)) or (all(going_on) and sentences))
    first = above[0]
    if first is None or not first.text:
        # The row broken off has no label of its own: only its words can tell.
        return all(going_on)
    # A row that lacks its label alone may be one more of the same label.
    lacking = _lacking(body[:-1], filled)
    return all(going_on) or (0 in lacking and (len(lacking) > 1 or any(going_on)))


def _goes_on(text: str, following: str) -> bool:
    """Whether a cell's text is unfinished and the words overleaf begin as its rest does."""
    return following[:1].islower() or (not text.endswith(ENDS) and runs_on(text, following))


def _lacking(rows: Sequence[Row], filled: Sequence[int]) -> set[int]:
    """Columns that (nearly) all rows fill, and that are not among ``filled``; none where rows are too few to tell."""
    full = [row for row in rows if sum(cell is not None and bool(cell.text) for cell in row) > 1]
    if len(full) < 2:
        return set()
    usual = {
        c
        for c in range(len(full[0]))
        if sum((cell := r[c]) is not None and bool(cell.text) for r in full) >= USUAL * len(full)
    }
    return usual - set(filled)


def _merged(above: Row, below: Row) -> Row:
    out = []
    for a, b in zip(above, below, strict=True):
        if a is not None and b is not None and b.text:
            more = tuple(len(a.text) + 1 + place for place in b.breaks)
            a = a.model_copy(update={"text": f"{a.text} {b.text}", "breaks": a.breaks + more})
        out.append(a)
    return tuple(out)


def _still_open(finished: Row, row: Row) -> Row:
    """The row below one that was taken away, with the rest of the cells that reach into it."""
    return tuple(
        above.model_copy(update={"rowspan": above.rowspan - 1}) if above is not None and above.rowspan > 1 else cell
        for above, cell in zip(finished, row, strict=True)
    )


def _span_on(rows: list[Row], rest: list[Row], column: int) -> None:
    """Lets the cell of ``column`` at the foot of ``rows`` span the empty ones at the top of ``rest``; changes both."""
    if not rest:
        return
    home = next((r for r in range(len(rows) - 1, -1, -1) if rows[r][column] is not None), None)
    first = rest[0][column]
    if home is None or first is None:
        return
    owner = rows[home][column]
    if owner is None or owner.colspan > 1 or first.colspan > 1 or home + owner.rowspan != len(rows):
        return
    if not owner.text and not (owner.rowspan > 1 and first.rowspan > 1):
        return
    spanned = any(cell is not None and cell.rowspan > 1 for row in [*rows, rest[0]] if (cell := row[column]))
    if owner.text and (first.text or not spanned):
        return
    reach = first.rowspan
    if reach == 1:
        while reach < len(rest) and (cell := rest[reach][column]) is not None and not cell.text and cell.rowspan == 1:
            reach += 1
    more = {"rowspan": owner.rowspan + reach, "text": owner.text or first.text, "part": owner.part or first.part}
    rows[home] = _with(rows[home], column, owner.model_copy(update=more))
    for r in range(reach):
        rest[r] = _with(rest[r], column, None)


def _with(row: Row, column: int, cell: Cell | None) -> Row:
    return (*row[:column], cell, *row[column + 1 :])
