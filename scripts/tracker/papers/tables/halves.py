"""Drawn grids that are only half drawn: rows that no rule parts, columns that no rule parts."""

from __future__ import annotations

import itertools
from dataclasses import replace

from tracker.papers.tables.best_rows import cells_of
from tracker.papers.tables.columns import Columns, find_columns
from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.lines import row_groups
from tracker.papers.tables.words import Ink, is_number, lines_of

MOST_ROWS_UNDRAWN = 2
"""A column is cut in two only when at least this many rows have words on both sides."""


def completed(grid: Grid) -> Grid:
    """The grid with the rows and columns that its words show where no rule does."""
    return _rows_parted(_columns_parted(grid))


def _rows_parted(grid: Grid) -> Grid:
    """Rows in which figures stand one above the other in several columns are several rows."""
    cells: list[GridCell] = []
    row = 0
    spanned = {r for c in grid.cells if c.rowspan > 1 and c.inks for r in range(c.row, c.row + c.rowspan)}
    new_row: dict[int, int] = {}
    for r in range(grid.rows):
        new_row[r] = row
        held = [c for c in grid.cells if c.row == r and c.rowspan == 1]
        parts = _parts(held) if r not in spanned else None
        if parts is None:
            cells += [replace(c, row=row) for c in grid.cells if c.row == r]
            row += 1
            continue
        for part in parts:
            by_place = {id(i): k for k, i in enumerate(part)}
            for cell in held:
                cells.append(replace(cell, row=row, inks=tuple(i for i in cell.inks if id(i) in by_place)))
            row += 1
    if row == grid.rows:
        return grid
    return replace(grid, rows=row, cells=tuple(cells))


def _parts(cells: list[GridCell]) -> list[list[Ink]] | None:
    """The words of one drawn row in several rows; None when the row is one."""
    filled = [c for c in cells if c.inks and c.colspan == 1]
    if len(filled) < 2:
        return None
    clashing = 0
    for cell in filled:
        lines = lines_of(cell.inks)
        figures = sum(len(line.phrases) == 1 and is_number(line.text) and len(line.text) > 1 for line in lines)
        clashing += figures >= 2 and figures >= 0.7 * len(lines)
    if clashing < 2 and not (clashing == 1 and len(filled) == 2):
        return None
    lefts = sorted((min(i.box[0] for i in c.inks), max(i.box[2] for i in c.inks)) for c in filled)
    cuts = tuple((a[1] + b[0]) / 2 for a, b in itertools.pairwise(lefts))
    held = Columns(tuple(lefts), cuts)
    lines = lines_of([i for c in cells for i in c.inks])
    groups = row_groups(lines, held, [(float("-inf"), float("inf"))])
    full = sum(len(cells_of(held, group[0])) >= 2 for group in groups)
    if len(groups) < 2 or full < 2:
        return None
    return [[i for line in group for i in line.inks] for group in groups]


def _columns_parted(grid: Grid) -> Grid:
    """Columns in which most rows hold figures left and right of one gutter are several columns."""
    out = grid
    column = 0
    while column < out.columns:
        cuts = _cuts(out, column)
        if cuts:
            out = _cut(out, column, cuts)
        column += 1 + len(cuts)
    return out


def _cuts(grid: Grid, column: int) -> tuple[float, ...]:
    held = [c for c in grid.cells if c.column == column and c.colspan == 1 and c.inks]
    lines = [line for c in held for line in lines_of(c.inks)]
    several = [line for line in lines if len(line.phrases) >= 2]
    if len(several) < MOST_ROWS_UNDRAWN or len(several) < 0.6 * len(lines):
        return ()
    figures = sum(all(is_number(p.text) for p in line.phrases[1:]) for line in several)
    if figures < 0.7 * len(several):
        return ()
    found = find_columns(several)
    return found.cuts if found is not None else ()


def _cut(grid: Grid, column: int, cuts: tuple[float, ...]) -> Grid:
    more = len(cuts)
    cells: list[GridCell] = []
    for cell in grid.cells:
        if cell.column > column:
            cells.append(replace(cell, column=cell.column + more))
        elif cell.column + cell.colspan - 1 < column:
            cells.append(cell)
        elif cell.colspan > 1:
            cells.append(replace(cell, colspan=cell.colspan + more))
        else:
            crossing = any(i.box[0] < x < i.box[2] for i in cell.inks for x in cuts)
            lone = len([p for line in lines_of(cell.inks) for p in line.phrases]) == 1 if cell.inks else False
            if crossing or lone:
                cells.append(replace(cell, colspan=1 + more))
                continue
            parts: list[list[Ink]] = [[] for _ in range(more + 1)]
            for ink in cell.inks:
                parts[sum(ink.middle[0] > x for x in cuts)].append(ink)
            cells += [replace(cell, column=column + k, inks=tuple(part)) for k, part in enumerate(parts)]
    return replace(grid, columns=grid.columns + more, cells=tuple(cells))
