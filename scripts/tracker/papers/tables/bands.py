"""The grid of a region that draws none or only half of one: columns from gutters, rows from bands and lines."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.drawn_heads import head_in_cells
from tracker.papers.tables.entries import entries, figures_in
from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.groups import goes_on, group_headings
from tracker.papers.tables.head_levels import levels
from tracker.papers.tables.left_edges import cut_at_edges
from tracker.papers.tables.lines import row_groups
from tracker.papers.tables.region_columns import columns_of
from tracker.papers.tables.region_heads import head_cells, turned_cells, with_turned
from tracker.papers.tables.region_rules import Region, dividers_of, drawn_cuts, outline_of, partial_rules, sides_of
from tracker.papers.tables.row_spans import with_row_spans
from tracker.papers.tables.sheet_heads import with_heads_of_sheet
from tracker.papers.tables.tops import head_lines
from tracker.papers.tables.words import Ink, Line, lines_of


def grid_of_region(region: Region, found_by: str) -> Grid | None:
    """Columns, rows and cells of a region; None when it has not two columns and two rows."""
    upright_words = [i for i in region.inks if abs(i.word.angle) < 3 or abs(i.word.angle - 360) < 3]
    turned = [i for i in region.inks if min(i.word.angle, 360 - i.word.angle) >= 3]
    if len(upright_words) < 4:
        return None
    lines = cut_at_edges(lines_of(upright_words))
    dividers = dividers_of(region)
    fixed = drawn_cuts(region)
    guess = head_lines(lines, None, dividers, ())
    columns = columns_of(lines, guess, fixed)
    if columns is None:
        return None
    figures = figures_in(columns, lines[guess:])
    heads = head_lines(lines, columns, dividers, figures)
    if heads != guess:
        columns = columns_of(lines, heads, fixed) or columns
    partials = partial_rules(region, dividers)
    opening = group_headings(lines, columns, figures_in(columns, lines[heads:]), sides_of(region, dividers))
    if opening:
        columns = (
            columns_of([line for line in lines if line not in opening], _before(lines, heads, opening), fixed)
            or columns
        )
    while heads > 1 and lines[heads - 1] in opening and not goes_on(lines[heads - 2], lines[heads - 1]):
        heads -= 1
    head, body = list(lines[:heads]), list(lines[heads:])
    columns = with_heads_of_sheet(columns, head, body)
    bands = _bands(dividers, body)
    level_groups = levels(head, columns, partials, body) if head else []
    drawn_head = head_in_cells(head, turned, columns, fixed, region.upright, region.joints)
    body_groups = row_groups(body, columns, bands, [line for line in body if line in opening])
    cells: list[GridCell] = []
    row = 0
    if drawn_head is not None:
        cells += drawn_head
        row = max(cell.row + cell.rowspan for cell in drawn_head)
    else:
        if turned and not head:
            cells += turned_cells(turned, columns)
            row = 1
        for group in level_groups:
            cells += head_cells(group, row, columns, partials, level_groups[row + 1 :])
            row += 1
    head_rows = row
    if turned and head and drawn_head is None:
        cells = with_turned(cells, turned, columns, head_rows - 1)
    for group in body_groups:
        if group[0] in opening:
            first = opening[group[0]]
            cells.append(GridCell(row, first, 1, len(columns) - first, tuple(group[0].inks)))
        else:
            cells += _body_cells(group, row, columns)
        row += 1
    if row < 2:
        return None
    grid = Grid(outline_of(region), row, len(columns), tuple(cells), found_by, head_rows)
    return with_row_spans(grid, region.level)


def _before(lines: Sequence[Line], heads: int, opening: Mapping[Line, int]) -> int:
    """How many of the first ``heads`` lines are left without the headings of groups."""
    return sum(line not in opening for line in lines[:heads])


def _bands(dividers: Sequence[float], body: Sequence[Line]) -> list[tuple[float, float]]:
    if not body:
        return []
    edges = [float("-inf"), *dividers, float("inf")]
    return list(itertools.pairwise(edges))


def _body_cells(group: Sequence[Line], row: int, columns: Columns) -> list[GridCell]:
    held: dict[int, list[Ink]] = {}
    reach: dict[int, int] = {}
    for line in group:
        for c, phrase in entries(columns, line):
            held.setdefault(c, []).extend(phrase.inks)
            crossing = [i for i, cut in enumerate(columns.cuts) if phrase.box[0] + 1 < cut < phrase.box[2] - 1]
            beyond = [i + 1 for i in crossing if phrase.box[2] > columns.extents[i + 1][0] + 1]
            reach[c] = max([reach.get(c, c), *beyond])
    cells = []
    taken = sorted(held)
    for c in taken:
        following = next((d for d in taken if d > c), len(columns))
        last = min(reach[c], following - 1)
        cells.append(GridCell(row, c, 1, last - c + 1, tuple(held[c])))
    return cells
