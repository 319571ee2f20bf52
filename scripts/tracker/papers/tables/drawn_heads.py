"""The head of a table whose cells show, though no upright rule is drawn through the table.

A program fills the cells of a head one by one and draws the line under a row cell by cell: where two fills, or two
pieces of a line, meet, two cells meet. In: the lines of a head and the places where pieces meet. Out: its cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.boxes import union
from tracker.papers.tables.columns import Columns
from tracker.papers.tables.grid import GridCell
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.words import Ink, Line
from tracker.records import Box

MEETS = 2.0
"""Points: a gutter was drawn where a place at which pieces meet lies so near to it."""
OVER = 1.5
"""Points that a word may stand out over the side of its cell."""
FOOT = 1.3
"""Type sizes from the foot of a line of the head to the line drawn under its cell, at most."""


@dataclass
class _Head:
    first: int
    last: int
    inks: list[Ink]

    @property
    def box(self) -> Box:
        return union(i.box for i in self.inks)


def head_in_cells(
    head: Sequence[Line],
    turned: Sequence[Ink],
    columns: Columns,
    drawn: Sequence[float],
    upright: Sequence[Rule],
    joints: Sequence[tuple[float, float]],
) -> list[GridCell] | None:
    """The cells of the head; None where a column's side is not ``drawn`` or words lie across the sides of cells.

    ``upright`` are the table's upright rules with the sides of fills, ``joints`` the (x, y) where pieces of its level
    lines meet. A cell over several columns stands above theirs; one with nothing below it reaches down to the rows.
    """
    inks = [*(i for line in head for i in line.inks), *turned]
    if not inks or not drawn or any(all(abs(cut - x) > MEETS for x in drawn) for cut in columns.cuts):
        return None
    cuts = [min(drawn, key=lambda x: abs(x - cut)) for cut in columns.cuts]
    heads: dict[tuple[int, int], _Head] = {}
    for ink in inks:
        place = _columns_over(ink, cuts, upright, joints)
        if place is None:
            return None
        heads.setdefault(place, _Head(*place, [])).inks.append(ink)
    cells = sorted(heads.values(), key=lambda h: (h.last == h.first, h.box[1], h.first))
    levels: dict[tuple[int, int], int] = {}
    for cell in cells:
        over = [
            other
            for other in cells
            if (other.first, other.last) in levels and other.first <= cell.last and cell.first <= other.last
        ]
        if any(other.box[3] > cell.box[1] + OVER * 2 for other in over):
            return None
        levels[cell.first, cell.last] = 1 + max((levels[o.first, o.last] for o in over), default=-1)
    depth = 1 + max(levels.values())
    out = []
    for cell in cells:
        level = levels[cell.first, cell.last]
        below = any(
            o is not cell and levels[o.first, o.last] > level and o.first <= cell.last and cell.first <= o.last
            for o in cells
        )
        out.append(
            GridCell(level, cell.first, 1 if below else depth - level, cell.last - cell.first + 1, tuple(cell.inks))
        )
    return sorted(out, key=lambda c: (c.row, c.column))


def _columns_over(
    ink: Ink, cuts: Sequence[float], upright: Sequence[Rule], joints: Sequence[tuple[float, float]]
) -> tuple[int, int] | None:
    """The first and last column of the cell that a word of the head stands in; None where it lies across its sides."""
    x0, y0, x1, y1 = ink.box
    at, height = (x0 + x1) / 2, (y0 + y1) / 2
    beside = [r.at for r in upright if r.start - 1 <= height <= r.end + 1]
    left = max((x for x in beside if x <= at), default=None)
    right = min((x for x in beside if x >= at), default=None)
    if left is None or right is None:
        # No fill on both sides: the line under the cell tells, else each column has a name of its own.
        foot = FOOT * ink.word.size + (y1 - y0) / 2
        below = [y for _, y in joints if 0 <= y - height <= foot] if ink.word.angle == 0 else []
        sides = [x for x, y in joints if below and abs(y - min(below)) <= MEETS] or list(cuts)
        left = max((x for x in sides if x <= at), default=float("-inf"))
        right = min((x for x in sides if x >= at), default=float("inf"))
    if x0 < left - OVER or x1 > right + OVER:
        return None
    first = sum(cut <= left + MEETS for cut in cuts)
    last = sum(cut < right - MEETS for cut in cuts)
    return (first, last) if first <= last else None
