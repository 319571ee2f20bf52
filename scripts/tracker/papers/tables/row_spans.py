"""Cells over several rows where a table draws level rules only: the rules between their rows stop short of them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.ruled import drawn
from tracker.papers.tables.rules import Rule

COVERED = 0.7
"""A rule parts two rows of a column when it runs along this share of the column's entries, …"""
FREE = 0.2
"""… and leaves them one cell when it runs along no more than this."""


def with_row_spans(grid: Grid, level: Sequence[Rule]) -> Grid:
    """The grid with cells grown over the rows that no rule parts in their column, though it parts them in others."""
    rules = [r for r in level if not r.soft]
    filled = grid.filled()
    if len(rules) < 3 or grid.columns < 2 or any(c.rowspan > 1 for c in grid.cells):
        return grid
    extents = _extents(filled, grid)
    heights = _heights(filled, grid)
    if heights is None or any(e is None for e in extents):
        return grid
    parted = [
        [_share(rules, heights[r], heights[r + 1], e) if e else 1.0 for e in extents] for r in range(grid.rows - 1)
    ]
    cells = list(grid.cells)
    for c in range(grid.columns):
        column = [parts[c] for parts in parted]
        if not any(p >= COVERED for p in column[grid.heads :]):
            continue
        start = grid.heads
        for r in range(grid.heads, grid.rows):
            beside = r < grid.rows - 1 and sum(p >= COVERED for p in parted[r]) >= 0.5 * grid.columns
            if beside and column[r] <= FREE:
                continue
            if r > start:
                cells = _grown(cells, c, start, r)
            start = r + 1
    return replace(grid, cells=tuple(cells))


def _grown(cells: Sequence[GridCell], column: int, first: int, last: int) -> list[GridCell]:
    """The cells with those of a column between two rows as one; as they are where one of them spans columns."""
    held = [c for c in cells if c.column <= column < c.column + c.colspan and first <= c.row <= last]
    if any(c.colspan > 1 for c in held) or not any(c.inks for c in held):
        return list(cells)
    inks = tuple(i for c in held for i in c.inks)
    return [c for c in cells if c not in held] + [GridCell(first, column, last - first + 1, 1, inks)]


def _extents(filled: Sequence[GridCell], grid: Grid) -> list[tuple[float, float] | None]:
    out: list[tuple[float, float] | None] = []
    for c in range(grid.columns):
        boxes = [i.box for x in filled if x.column == c and x.colspan == 1 for i in x.inks]
        out.append((min(b[0] for b in boxes), max(b[2] for b in boxes)) if boxes else None)
    return out


def _heights(filled: Sequence[GridCell], grid: Grid) -> list[float] | None:
    """For each row a height on which it stands: the middle of its lowest first lines; None where rows cross."""
    out = []
    for r in range(grid.rows):
        tops = sorted(min((i.box[1] + i.box[3]) / 2 for i in x.inks) for x in filled if x.row == r)
        if not tops:
            return None
        out.append(tops[len(tops) // 2])
    return out if all(a < b for a, b in itertools.pairwise(out)) else None


def _share(rules: Sequence[Rule], above: float, below: float, extent: tuple[float, float]) -> float:
    """The share of a column's entries along which a rule between two heights runs."""
    between = [r for r in rules if above < r.at < below]
    return max((drawn(between, r.at, *extent) for r in between), default=0.0)
