"""Rows of a table that alone run over to the next page, where they are too few to show columns of their own.

In: the last table of a page and the words of the next one. Out: the words at that page's top that keep to the table's
columns, as a table without a head that can be joined to it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import union
from tracker.papers.content import PageContent
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.left_edges import cut_at
from tracker.papers.tables.lines import WITHIN
from tracker.papers.tables.making import found_table
from tracker.papers.tables.rules import rules_of
from tracker.papers.tables.words import Ink, Line, inks_of, lines_of

IN_LINE = 2.0
"""Points: entries of a column begin, end or have their middle so near to one another on both pages."""
TOP, FOOT = 0.3, 0.6
"""Shares of the height: the table ends below the one on its page, the rows overleaf begin above the other."""
MOST_COLUMNS = 0.6
"""A row fills this share of the columns, or it is the rest of a row that the page cut: then it has no label."""
NEARLY = 0.05
"""A rule that ends within this share of the table's width from its side runs from side to side."""
MOST_ROWS = 12
"""More lines than this would have shown their columns by themselves."""

Lane = tuple[float, float, float, float]
"""The left end and the right end of a column's entries, and the least and largest of their middles."""


def carried_rows(
    before: FoundTable, page: PageContent, taken: Sequence[FoundTable], height: float, size: float
) -> FoundTable | None:
    """The rows that a table of the page before, its words of ``size``, has at the top of ``page``; None for none.

    ``height`` is that of the page before; the words of the tables ``taken`` are out of play.
    """
    lanes = _lanes(before)
    if before.bbox[3] < FOOT * height or any(lane is None for lane in lanes) or len(lanes) < 2:
        return None
    columns = [lane for lane in lanes if lane is not None]
    used = {i for table in taken for i in table.words}
    inks = [i for i in inks_of(page) if i.index not in used and not i.word.angle]
    lines = lines_of(inks)
    rows = _ruled_rows(lines, columns, size, _bands(page, before)) or _rows(lines, columns, size)
    if not rows or rows[0][0][1].box[1] > TOP * page.height or (taken and taken[0].bbox[1] < rows[0][0][1].box[1]):
        return None
    cells = []
    for r, row in enumerate(rows):
        held: dict[int, list[Ink]] = {}
        for places, line in row:
            for c, phrase in zip(places, line.phrases, strict=True):
                held.setdefault(c, []).extend(phrase.inks)
        cells += [GridCell(r, c, 1, 1, tuple(own)) for c, own in sorted(held.items())]
    box = union(i.box for c in cells for i in c.inks)
    box = (min(box[0], before.bbox[0]), box[1], max(box[2], before.bbox[2]), box[3])
    grid = Grid(box, len(rows), len(columns), tuple(cells), before.found_by)
    made = found_table(grid, page, rules_of(page), ())
    return replace(made, header_rows=0, header_columns=before.header_columns)


def _lanes(table: FoundTable) -> list[Lane | None]:
    """For each column where its entries stand, the head's left out; None for one without any."""
    out: list[Lane | None] = []
    for c in range(len(table.rows[0])):
        held = [
            cell.part.bbox
            for row in table.rows[table.header_rows :]
            if (cell := row[c]) is not None and cell.part is not None and cell.colspan == 1
        ]
        middles = [(b[0] + b[2]) / 2 for b in held]
        out.append((min(b[0] for b in held), max(b[2] for b in held), min(middles), max(middles)) if held else None)
    return out


Placed = tuple[list[int], Line]


def _rows(lines: Sequence[Line], lanes: Sequence[Lane], size: float) -> list[list[Placed]]:
    """Lines from the page's top that keep to the lanes, row by row."""
    rows: list[list[Placed]] = []
    for line in lines:
        cut = cut_at(line, [lane[0] for lane in lanes])
        places = _places(cut, lanes)
        if places is None or not 0.9 < line.size / size < 1.1:
            break
        if places[0] and any(p.box[2] > lanes[c][1] + size for c, p in zip(places, cut.phrases, strict=True)):
            # The rest of a row wraps where its column does.
            break
        full = len(places) >= max(2, MOST_COLUMNS * len(lanes))
        near = bool(rows) and line.box[3] - rows[-1][-1][1].box[3] <= WITHIN * line.size
        if full and (places[0] == 0 or not rows) and not (near and 0 not in rows[-1][0][0] and places[0] > 0):
            rows.append([(places, cut)])
        elif near or (not rows and places[0] > 0):
            rows[-1:] = [[*(rows[-1] if rows else []), (places, cut)]]
        else:
            break
    return rows if sum(map(len, rows)) <= MOST_ROWS else []


def _bands(page: PageContent, before: FoundTable) -> list[tuple[float, float]]:
    """The stretches of the page between one level rule as wide as the table and the next."""
    wide = before.bbox[2] - before.bbox[0]
    at = [
        rule.at
        for rule in rules_of(page).level
        if rule.start <= before.bbox[0] + NEARLY * wide and rule.end >= before.bbox[2] - NEARLY * wide
    ]
    return list(itertools.pairwise(at))


def _ruled_rows(
    lines: Sequence[Line], lanes: Sequence[Lane], size: float, bands: Sequence[tuple[float, float]]
) -> list[list[Placed]]:
    """The rows that rules above and below hold together, however their cells' lines lie: each has a label and figures.

    A label of two lines stands above and below the figures beside it, which alone keep to one line.
    """
    rows: list[list[Placed]] = []
    for top, bottom in bands:
        held = [line for line in lines if top <= (line.box[1] + line.box[3]) / 2 <= bottom]
        row: list[Placed] = []
        for line in held:
            cut = cut_at(line, [lane[0] for lane in lanes])
            places = _places(cut, lanes)
            if places is None or not 0.9 < line.size / size < 1.1:
                return rows
            row.append((places, cut))
        reached = {place for places, _ in row for place in places}
        if 0 not in reached or len(reached) < max(2, MOST_COLUMNS * len(lanes)):
            return rows
        rows.append(row)
    return rows


def _places(line: Line, lanes: Sequence[Lane]) -> list[int] | None:
    """The column of each phrase of a line, each its own; None where one keeps to none."""
    out: list[int] = []
    for phrase in line.phrases:
        x0, _, x1, _ = phrase.box
        near = [c for c, lane in enumerate(lanes) if _keeps(x0, x1, lane)]
        near = [c for c in near if (c + 1 == len(lanes) or x1 < lanes[c + 1][0]) and (not c or x0 > lanes[c - 1][1])]
        if not near or near[0] in out or (out and near[0] < out[-1]):
            return None
        out.append(near[0])
    return out


def _keeps(x0: float, x1: float, lane: Lane) -> bool:
    left, right, first, last = lane
    centred = last - first <= IN_LINE and abs((x0 + x1) / 2 - first) <= IN_LINE
    return abs(x0 - left) <= IN_LINE or abs(x1 - right) <= IN_LINE or centred
