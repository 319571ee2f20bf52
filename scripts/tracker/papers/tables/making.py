"""From a grid of words to the table that is handed over: texts, places, headers, caption, doubts."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.content import PageContent
from tracker.papers.tables.captions import find_caption
from tracker.papers.tables.cell_lines import cell_breaks, line_width, written_lines
from tracker.papers.tables.doubts import doubts_of
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.grid import Grid
from tracker.papers.tables.heads import header_columns, header_rows
from tracker.papers.tables.rules import Rules
from tracker.papers.tables.words import Ink
from tracker.records import Box, Cell, Part


def found_table(
    grid: Grid, content: PageContent, rules: Rules, free: Sequence[Ink], leaders: Sequence[Ink] = ()
) -> FoundTable:
    """The table that a grid makes on its page.

    ``free`` are the words that no table took, some may be its caption; ``leaders`` the dots in it that lead to entries.
    """
    rows = cells_of(grid, content.number)
    head = header_rows(grid, rules)
    caption, named_by = find_caption(grid.bbox, free)
    return FoundTable(
        bbox=rounded(grid.bbox),
        rows=rows,
        header_rows=head,
        header_columns=header_columns(grid, head),
        caption=caption,
        caption_part=Part(page=content.number, bbox=rounded(union(i.box for i in named_by))) if named_by else None,
        words=frozenset(i.index for held in (*(c.inks for c in grid.cells), named_by, leaders) for i in held),
        doubts=doubts_of(grid, rows, head),
        found_by=grid.found_by,
    )


def cells_of(grid: Grid, page: int) -> tuple[tuple[Cell | None, ...], ...]:
    """The rows of cells with their texts; positions under a span are None, positions without a cell are empty."""
    rows: list[list[Cell | None]] = [[Cell(text="")] * grid.columns for _ in range(grid.rows)]
    lines = [written_lines(cell.inks) for cell in grid.cells]
    widths: dict[tuple[int, int], float] = {}
    for cell, own in zip(grid.cells, lines, strict=True):
        for line in own:
            columns = (cell.column, cell.colspan)
            widths[columns] = max(widths.get(columns, 0.0), line_width(line))
    for cell, own in zip(grid.cells, lines, strict=True):
        for r in range(cell.row, cell.row + cell.rowspan):
            for c in range(cell.column, cell.column + cell.colspan):
                rows[r][c] = None
        part = Part(page=page, bbox=rounded(union(i.box for i in cell.inks))) if cell.inks else None
        rows[cell.row][cell.column] = Cell(
            text=cell.text,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            part=part,
            breaks=cell_breaks(own, widths.get((cell.column, cell.colspan), 0.0)),
        )
    return tuple(tuple(row) for row in rows)


def rounded(box: Box) -> Box:
    """A box to a hundredth of a point, so that every machine writes the same."""
    x0, y0, x1, y1 = box
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
