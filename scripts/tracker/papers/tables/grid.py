"""A table as rows, columns and the words in each cell, before it is told what is a header."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.papers.tables.words import Ink, cell_text
from tracker.records import Box


@dataclass(frozen=True)
class GridCell:
    """A cell at ``row`` and ``column`` (from 0) over ``rowspan`` rows and ``colspan`` columns, with its words."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    inks: tuple[Ink, ...] = ()

    @property
    def text(self) -> str:
        """Its words with a space between them."""
        return cell_text(self.inks)


@dataclass(frozen=True)
class Grid:
    """Cells that cover ``rows`` × ``columns`` without overlap; positions that no cell covers are empty."""

    bbox: Box
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    found_by: str
    heads: int = 0
    """Rows that rules or fills show to be header rows; 0 when nothing drawn says so."""

    def at(self) -> dict[tuple[int, int], GridCell]:
        """Each covered position with its cell."""
        return {
            (r, c): cell
            for cell in self.cells
            for r in range(cell.row, cell.row + cell.rowspan)
            for c in range(cell.column, cell.column + cell.colspan)
        }

    def filled(self) -> list[GridCell]:
        """The cells that have words."""
        return [c for c in self.cells if c.inks]


def without_empty(grid: Grid, drop_rows: Iterable[int], drop_columns: Iterable[int]) -> Grid:
    """The grid without the rows and columns named; cells over them shrink, cells that lose all are gone."""
    gone_rows, gone_columns = set(drop_rows), set(drop_columns)
    rows = [r for r in range(grid.rows) if r not in gone_rows]
    columns = [c for c in range(grid.columns) if c not in gone_columns]
    new_row, new_column = {r: i for i, r in enumerate(rows)}, {c: i for i, c in enumerate(columns)}
    cells = []
    for cell in grid.cells:
        kept_rows = [new_row[r] for r in range(cell.row, cell.row + cell.rowspan) if r in new_row]
        kept_columns = [new_column[c] for c in range(cell.column, cell.column + cell.colspan) if c in new_column]
        if kept_rows and kept_columns:
            cells.append(
                replace(
                    cell,
                    row=kept_rows[0],
                    column=kept_columns[0],
                    rowspan=len(kept_rows),
                    colspan=len(kept_columns),
                )
            )
    return replace(grid, rows=len(rows), columns=len(columns), cells=tuple(cells))


def tidy(grid: Grid) -> Grid:
    """The grid without rows and columns that hold no cell of their own with words."""
    used_rows = {c.row for c in grid.filled()}
    used_columns = {c.column for c in grid.filled()}
    return without_empty(
        grid,
        [r for r in range(grid.rows) if r not in used_rows],
        [c for c in range(grid.columns) if c not in used_columns],
    )
