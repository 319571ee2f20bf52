"""Which rows and columns of a grid are headers, told by dress and by where the figures begin."""

from __future__ import annotations

import re

from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.rules import WHITE, Rules
from tracker.papers.tables.words import is_number
from tracker.records import Box

MOST_HEAD_ROWS = 6
"""No table has more header rows."""
PERIOD = re.compile(
    r"^(19|20)\d\d([/\-–]\d{2,4})?$|^\d\d/\d\d$|^Q[1-4]\b.*$"
    r"|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ \-'’]*\d{0,4}$",
    re.IGNORECASE,
)
"""Years, quarters and months look like figures but head columns."""


def header_rows(grid: Grid, rules: Rules) -> int:
    """How many rows at the top name the columns: rows in another dress than the body's, or rows above the figures.

    0 where nothing sets the first row apart.
    """
    if grid.rows < 2:
        return 0
    by_row = [[c for c in grid.filled() if c.row == r] for r in range(grid.rows)]
    styled = _styled_rows(by_row, rules)
    plain = _rows_above_figures(grid, by_row)
    if grid.heads and grid.heads < grid.rows:
        return max(grid.heads, min(styled, grid.heads + 1))
    if styled and plain > styled and _completes_spans(grid, styled):
        return plain
    return styled or plain


def header_columns(grid: Grid, head: int) -> int:
    """How many columns at the left name the rows: text before the first column of figures; else one that stands out."""
    shares = []
    for c in range(grid.columns):
        held = [x.text for x in grid.filled() if x.column == c and x.row >= head and x.colspan == 1]
        shares.append(sum(is_number(t) for t in held) / len(held) if held else 0.0)
    numeric = [c for c, s in enumerate(shares) if s >= 0.5]
    if numeric and numeric != [0]:
        first = next((c for c in numeric if c > 0), 0)
        return max(1, min(first, 3))
    first_column = [x for x in grid.filled() if x.column == 0 and x.row >= head and x.colspan == 1]
    if len(first_column) < 2:
        return 0
    others = [x for x in grid.filled() if x.column > 0 and x.row >= head]
    if all(_bold(x) for x in first_column) and not all(_bold(x) for x in others):
        return 1
    texts = [x.text for x in first_column]
    return 1 if len(set(texts)) == len(texts) and len(texts) >= 0.8 * (grid.rows - head) else 0


def _bold(cell: GridCell) -> bool:
    return all(i.word.bold for i in cell.inks)


def _fill(cell: GridCell, fills: list[tuple[Box, int]]) -> int:
    """The colour behind a cell's first word; white where nothing is filled."""
    x, y = cell.inks[0].middle
    colour = WHITE
    for (x0, y0, x1, y1), c in fills:
        if x0 <= x <= x1 and y0 <= y <= y1:
            colour = c
    return colour


def _styled_rows(by_row: list[list[GridCell]], rules: Rules) -> int:
    """Rows at the top that are all bold, or all on a ground that no row at the foot of the table has."""
    fills = list(rules.fills)
    dress = []
    for cells in by_row:
        grounds = {_fill(c, fills) for c in cells}
        dress.append((bool(cells) and all(_bold(c) for c in cells), grounds))
    later = dress[max(1, len(dress) // 2) :] if len(dress) > 3 else dress[-1:]
    body_bold = sum(bold for bold, _ in later) > 0.5 * len(later)
    body_grounds = set().union(*(g for _, g in later))
    count = 0
    for row, (bold, grounds) in enumerate(dress[: min(MOST_HEAD_ROWS, len(dress) - 1)]):
        apart = (bold and not body_bold) or (bool(grounds) and not grounds & body_grounds)
        cells = by_row[row]
        # "101" over several columns names them
        data = [c for c in cells if c.column > 0 and c.colspan == 1 and is_number(c.text) and not PERIOD.match(c.text)]
        lone = count > 0 and len(cells) == 1 and cells[0].column == 0
        if not apart or lone or (len(data) > 0.5 * len(cells)):
            break
        count += 1
    return count


def _rows_above_figures(grid: Grid, by_row: list[list[GridCell]]) -> int:
    """Rows before the first that has figures, where a column of figures exists at all."""

    def data(cells: list[GridCell]) -> int:
        return sum(is_number(c.text) and not PERIOD.match(c.text) and c.column > 0 for c in cells)

    tall = 0
    for c in range(1, grid.columns):
        held = [x for x in grid.filled() if x.column == c and x.row > 0 and x.colspan == 1]
        figures = sum(is_number(x.text) for x in held)
        tall += len(held) >= 1 and figures >= 0.6 * len(held)
    if not tall:
        return 0
    count = 0
    for cells in by_row[: min(MOST_HEAD_ROWS, grid.rows - 1)]:
        if data(cells) or (count and len(cells) == 1 and cells[0].column == 0):
            break
        count += 1
    return count


def _completes_spans(grid: Grid, styled: int) -> bool:
    """Whether the last styled row has a span, so that the row below it still names columns."""
    return any(c.colspan > 1 and c.colspan < grid.columns for c in grid.cells if c.row == styled - 1)
