"""From a grid of words to a table: cells with their texts and places, header rows and header columns."""

from __future__ import annotations

from tracker.papers.content import PageContent
from tracker.papers.table_found import FoundTable
from tracker.papers.table_grid import Grid
from tracker.papers.table_words import is_number, union_box
from tracker.records import Box, Cell, Part


def found_table(grid: Grid, content: PageContent) -> FoundTable:
    """The table that a grid makes on its page."""
    rows: list[list[Cell | None]] = [[Cell(text="")] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        for r in range(cell.row, cell.row + cell.rowspan):
            for c in range(cell.column, cell.column + cell.colspan):
                rows[r][c] = None
        part = None
        if cell.inks:
            part = Part(page=content.number, bbox=rounded(union_box(i.box for i in cell.inks)))
        rows[cell.row][cell.column] = Cell(text=cell.text, rowspan=cell.rowspan, colspan=cell.colspan, part=part)
    return FoundTable(
        bbox=rounded(grid.bbox),
        rows=tuple(tuple(r) for r in rows),
        header_rows=header_rows(grid),
        header_columns=header_columns(grid),
        words=frozenset(i.index for c in grid.cells for i in c.inks),
        found_by=grid.found_by,
    )


def rounded(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def header_rows(grid: Grid) -> int:
    """How many rows at the top name the columns (thin version)."""
    if grid.heads:
        return grid.heads
    first = [c for c in grid.filled() if c.row == 0]
    if first and all(not is_number(c.text) for c in first):
        return 1
    return 0


def header_columns(grid: Grid) -> int:
    """How many columns at the left name the rows (thin version)."""
    first = [c for c in grid.filled() if c.column == 0]
    return 1 if first and sum(is_number(c.text) for c in first) < 0.5 * len(first) else 0
