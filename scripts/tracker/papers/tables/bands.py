"""The grid of a region that draws none or only half of one: columns from gutters, rows from bands and lines."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import union
from tracker.papers.tables.columns import (
    SOLID_HEAD,
    Columns,
    columns_by_air,
    columns_from_cuts,
    entries,
    figures_in,
    find_columns,
    split_phrases,
)
from tracker.papers.tables.drawn_heads import head_in_cells
from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.groups import goes_on, group_headings
from tracker.papers.tables.head_levels import levels
from tracker.papers.tables.left_edges import cut_at_edges
from tracker.papers.tables.lines import row_groups
from tracker.papers.tables.repeated_labels import over_repeats
from tracker.papers.tables.row_spans import with_row_spans
from tracker.papers.tables.ruled import drawn
from tracker.papers.tables.rules import Rule, Rules, cluster
from tracker.papers.tables.sheet_heads import with_heads_of_sheet
from tracker.papers.tables.spans import shared_out
from tracker.papers.tables.tops import column_of, head_lines, one_each, span_of
from tracker.papers.tables.words import Ink, Line, Phrase, is_number, lines_of
from tracker.records import Box

FEWEST_JOINTS = 3
"""Lines of a table change pieces at one x at least so often where a column ends."""
WHOLE = 0.75
"""A divider of rows covers at least this share of the table's width; a shorter one belongs to a heading."""


@dataclass(frozen=True)
class Region:
    """A part of a page that may be a table: its box, its words and the rules in it."""

    box: Box
    inks: tuple[Ink, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    joints: tuple[tuple[float, float], ...] = ()


def region_of(box: Box, inks: Sequence[Ink], rules: Rules) -> Region:
    """The words whose centres lie in ``box`` and the rules that touch it."""
    x0, y0, x1, y1 = box
    held = tuple(i for i in inks if x0 <= i.middle[0] <= x1 and y0 <= i.middle[1] <= y1)
    level = tuple(r for r in rules.level if y0 - 4 <= r.at <= y1 + 4 and r.start < x1 and r.end > x0)
    upright = tuple(r for r in rules.upright if x0 - 4 <= r.at <= x1 + 4 and r.start < y1 and r.end > y0)
    joints = tuple((x, y) for x, y in rules.joints if x0 - 4 <= x <= x1 + 4 and y0 - 4 <= y <= y1 + 4)
    return Region(box, held, level, upright, joints)


def dividers_of(region: Region) -> list[float]:
    """Heights at which rules or edges of fills run across (nearly) the whole region."""
    x0, _, x1, _ = union(i.box for i in region.inks)
    heights = cluster([r.at for r in region.level], 2.5)
    return [y for y in heights if drawn(region.level, y, x0 + 2, x1 - 2) >= WHOLE]


def grid_of_region(region: Region, found_by: str) -> Grid | None:
    """Columns, rows and cells of a region; None when it has not two columns and two rows."""
    upright_words = [i for i in region.inks if abs(i.word.angle) < 3 or abs(i.word.angle - 360) < 3]
    turned = [i for i in region.inks if min(i.word.angle, 360 - i.word.angle) >= 3]
    if len(upright_words) < 4:
        return None
    lines = cut_at_edges(lines_of(upright_words))
    dividers = dividers_of(region)
    fixed = _drawn_cuts(region)
    guess = head_lines(lines, None, dividers, ())
    columns = _columns(lines, guess, fixed)
    if columns is None:
        return None
    figures = figures_in(columns, lines[guess:])
    heads = head_lines(lines, columns, dividers, figures)
    if heads != guess:
        columns = _columns(lines, heads, fixed) or columns
    partials = _partials(region, dividers)
    opening = group_headings(lines, columns, figures_in(columns, lines[heads:]), _sides(region, dividers))
    if opening:
        columns = (
            _columns([line for line in lines if line not in opening], _before(lines, heads, opening), fixed) or columns
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
            cells += _turned_cells(turned, columns)
            row = 1
        for group in level_groups:
            cells += _head_cells(group, row, columns, partials, level_groups[row + 1 :])
            row += 1
    head_rows = row
    if turned and head and drawn_head is None:
        cells = _with_turned(cells, turned, columns, head_rows - 1)
    for group in body_groups:
        if group[0] in opening:
            first = opening[group[0]]
            cells.append(GridCell(row, first, 1, len(columns) - first, tuple(group[0].inks)))
        else:
            cells += _body_cells(group, row, columns)
        row += 1
    if row < 2:
        return None
    grid = Grid(_outline(region), row, len(columns), tuple(cells), found_by, head_rows)
    return with_row_spans(grid, region.level)


def _outline(region: Region) -> Box:
    box = union(i.box for i in region.inks)
    near = [r for r in region.level if r.start >= box[0] - 30 and r.end <= box[2] + 30]
    if near:
        box = union([box, *((r.start, r.at, r.end, r.at) for r in near if r.length > 0.4 * (box[2] - box[0]))])
    return box


def _before(lines: Sequence[Line], heads: int, opening: Mapping[Line, int]) -> int:
    """How many of the first ``heads`` lines are left without the headings of groups."""
    return sum(line not in opening for line in lines[:heads])


def _sides(region: Region, dividers: Sequence[float]) -> list[tuple[float, float]]:
    """The ends of the rules that run across the whole region."""
    across = [r for r in region.level if any(abs(r.at - y) <= 2.5 for y in dividers)]
    x0, _, x1, _ = union(i.box for i in region.inks)
    return sorted({(r.start, r.end) for r in across if r.start <= x0 + 2 and r.end >= x1 - 2})[:3]


def _drawn_cuts(region: Region) -> list[float]:
    """Positions of upright dividers, drawn or edges of fills, that run along a good part of the region."""
    if not region.upright and not region.joints:
        return []
    _, y0, _, y1 = union(i.box for i in region.inks)
    spots = cluster([r.at for r in region.upright], 3.0)
    kept = []
    for x in spots:
        share = drawn(region.upright, x, y0, y1)
        crossed = sum(i.box[0] + 2 < x < i.box[2] - 2 for i in region.inks)
        if share >= 0.3 and crossed <= 0.02 * len(region.inks):
            kept.append(x)
    left = min(i.box[0] for i in region.inks)
    right = max(i.box[2] for i in region.inks)
    kept += [x for x in _jointed(region) if all(abs(x - other) > 3.0 for other in kept)]
    return [x for x in sorted(kept) if left + 2 < x < right - 2]


def _jointed(region: Region) -> list[float]:
    """Where the lines under the rows, drawn cell by cell, change pieces again and again, and no word lies across."""
    out = []
    for x in cluster([x for x, _ in region.joints], 1.0):
        heights = cluster([y for at, y in region.joints if abs(at - x) <= 2.0], 2.5)
        crossed = any(i.box[0] + 2 < x < i.box[2] - 2 for i in region.inks if i.box[1] > heights[0])
        if len(heights) >= FEWEST_JOINTS and not crossed:
            out.append(x)
    return out


def _columns(lines: Sequence[Line], heads: int, fixed: Sequence[float]) -> Columns | None:
    body = lines[heads:] if len(lines) - heads >= 1 else lines
    columns = find_columns(body, fixed, lines[:heads])
    airy = columns_by_air(body)
    if columns is not None and airy is not None and len(airy) > len(columns):
        # Entries that share a line with none of their row stand alone, but clear of all the others.
        columns = airy
    if columns is None:
        return find_columns(lines, fixed) or columns_by_air(lines)
    return _with_signs_joined(_with_head_only(columns, lines[:heads]), body)


def _with_head_only(columns: Columns, head: Sequence[Line]) -> Columns:
    """Columns that only the head names (their body is empty): a head phrase well clear of every column."""
    names = _names(columns, head)
    extents = list(columns.extents)
    if _names_all(columns, names):
        return columns
    for a, b, free in names:
        if not all(b + free < x0 or a - free > x1 for x0, x1 in extents):
            continue
        near = sorted([*extents, (a, b)])
        at = near.index((a, b))
        beside = [near[k] for k in (at - 1, at + 1) if 0 <= k < len(near)]
        if all(any(p < x1 and q > x0 for p, q, _ in names) for x0, x1 in beside):
            extents = near
    if len(extents) == len(columns):
        return columns
    return Columns(tuple(extents), tuple((p[1] + q[0]) / 2 for p, q in itertools.pairwise(extents)))


def _names_all(columns: Columns, names: Sequence[tuple[float, float, float]]) -> bool:
    """Whether there are as many names as columns, each between its column's neighbours.

    Spreadsheets set heads to the left of their cells and figures to the right: a name may stand clear of its figures.
    """
    sides = [(float("-inf"), float("-inf")), *columns.extents, (float("inf"), float("inf"))]
    return len(names) == len(columns) and all(
        before[1] < b and before[0] < a and a < own[1] and b < after[0] + free
        for (a, b, free), before, own, after in zip(names, sides, sides[1:], sides[2:], strict=False)
    )


def _names(columns: Columns, head: Sequence[Line]) -> list[tuple[float, float, float]]:
    """Where the names of columns stand, with the air they need: all lines of a head without spans, else its last."""

    def over(phrase: Phrase) -> int:
        return sum(phrase.box[0] < x1 and phrase.box[2] > x0 for x0, x1 in columns.extents)

    lines = head[-1:] if any(over(p) > 1 for line in head for p in line.phrases) else head
    names: list[tuple[float, float, float]] = []
    for a, b, free in sorted((p.box[0], p.box[2], p.inks[0].word.size * 0.3) for line in lines for p in line.phrases):
        if names and a < names[-1][1]:
            names[-1] = (names[-1][0], max(b, names[-1][1]), free)
        else:
            names.append((a, b, free))
    return names


def _with_signs_joined(columns: Columns, body: Sequence[Line]) -> Columns:
    """A column of bare signs ($, £, %) belongs to the figures beside it, one of dashes to those that it stands for."""
    texts: list[list[str]] = [[] for _ in columns.extents]
    rows: list[set[int]] = []
    for line in body:
        held_here = entries(columns, line)
        rows.append({c for c, _ in held_here})
        for c, phrase in held_here:
            texts[c].append(phrase.text)
    drop: set[int] = set()
    for c, held in enumerate(texts):
        if not held:
            continue
        if all(t in ("$", "£", "€") for t in held) and c + 1 < len(columns):
            drop.add(c)
        elif all(t in ("%", "*", ")", "p", "†") for t in held) and c > 0:
            drop.add(c - 1)
        elif all(is_number(t) and not any(ch.isalnum() for ch in t) for t in held):
            # Dashes set to the other side of their column than its figures, which are lacking in just these rows.
            for cut, other in ((c, c + 1), (c - 1, c - 1)):
                beside = 0 < other < len(columns) and any(map(is_number, texts[other]))
                if beside and not any(c in row and other in row for row in rows):
                    drop.add(cut)
                    break
    if not drop:
        return columns
    cuts = [x for i, x in enumerate(columns.cuts) if i not in drop]
    return columns_from_cuts(body, cuts) or columns


def _partials(region: Region, dividers: Sequence[float]) -> list[Rule]:
    return [r for r in region.level if not r.soft and all(abs(r.at - y) > 2.5 for y in dividers)]


def _bands(dividers: Sequence[float], body: Sequence[Line]) -> list[tuple[float, float]]:
    if not body:
        return []
    edges = [float("-inf"), *dividers, float("inf")]
    return list(itertools.pairwise(edges))


def _head_cells(
    group: Sequence[Line], row: int, columns: Columns, partials: Sequence[Rule], lower: Sequence[Sequence[Line]]
) -> list[GridCell]:
    """Cells of one level of the head: phrases one above the other under the same columns are one cell.

    ``lower`` are the levels below it.
    """
    held: list[tuple[int, int, list[Ink]]] = []
    places = one_each(lower[-1][-1].phrases, columns) if lower else []
    together = over_repeats(group, lower, places, columns)
    if together is None and lower:
        together = shared_out(group, columns, partials, [line for level in lower for line in level])
    if together is not None:
        return [GridCell(row, a, 1, b - a + 1, inks) for a, b, inks in together]
    named = {} if lower else _named_columns(group, columns)
    for line in group:
        phrases = split_phrases(columns, line, SOLID_HEAD)
        for phrase in phrases:
            if lower:
                others = [p for p in phrases if p is not phrase]
                first, last = span_of(phrase, columns, others, partials)
            else:
                first, last = named[phrase.inks[0].index]
            for i, (a, b, inks) in enumerate(held):
                if first <= b and last >= a:
                    held[i] = (min(a, first), max(b, last), inks + list(phrase.inks))
                    break
            else:
                held.append((first, last, list(phrase.inks)))
    held.sort(key=lambda h: h[0])
    merged: list[tuple[int, int, list[Ink]]] = []
    for first, last, inks in held:
        if merged and first <= merged[-1][1]:
            a, b, before = merged[-1]
            merged[-1] = (a, max(b, last), before + inks)
        else:
            merged.append((first, last, inks))
    return [GridCell(row, a, 1, b - a + 1, tuple(inks)) for a, b, inks in merged]


def _named_columns(group: Sequence[Line], columns: Columns) -> dict[int, tuple[int, int]]:
    """The columns of each phrase (by its first word) of the lowest level, told first where a line names the most.

    A phrase that begins just where those of one label begin belongs to that label.
    """
    out: dict[int, tuple[int, int]] = {}
    begins: list[tuple[float, tuple[int, int]]] = []
    lines = [split_phrases(columns, line, SOLID_HEAD) for line in group]
    for phrases in sorted(lines, key=len, reverse=True):
        places = one_each(phrases, columns)
        for phrase, place in zip(phrases, places, strict=True):
            near = {over for x, over in begins if abs(x - phrase.box[0]) < 1.0}
            others = [p for p in phrases if p is not phrase]
            over = near.pop() if len(near) == 1 else _lowest(phrase, columns, others, place)
            out[phrase.inks[0].index] = over
            begins.append((phrase.box[0], over))
    return out


def _lowest(phrase: Phrase, columns: Columns, others: Sequence[Phrase], column: int) -> tuple[int, int]:
    """The columns of a phrase in the lowest level: ``column``, or the several it lies over that none else names."""
    if column_of(phrase, columns) is None:
        x0, _, x1, _ = phrase.box
        over = [c for c, (a, b) in enumerate(columns.extents) if min(b, x1) - max(a, x0) > 0.5 * (b - a)]
        named = {columns.of((o.box[0] + o.box[2]) / 2) for o in others}
        if len(over) > 1 and not named & set(over):
            return over[0], over[-1]
    return column, column


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


def _turned_cells(turned: Sequence[Ink], columns: Columns) -> list[GridCell]:
    held: dict[int, list[Ink]] = {}
    for ink in turned:
        held.setdefault(columns.of(ink.middle[0]), []).append(ink)
    runs = _turned_phrases(turned)
    if len(held) < len(runs) <= len(columns):
        # Heads stand in the middle of their cells, figures at its side: as many heads as columns are one each.
        held = {c: list(run.inks) for c, run in zip(one_each(runs, columns), runs, strict=True)}
    return [GridCell(0, c, 1, 1, tuple(inks)) for c, inks in sorted(held.items())]


def _turned_phrases(turned: Sequence[Ink]) -> list[Phrase]:
    """Words on their side that stand in one line, from left to right."""
    runs: list[list[Ink]] = []
    for ink in sorted(turned, key=lambda i: i.middle[0]):
        if runs and ink.middle[0] - runs[-1][-1].middle[0] < 0.5 * ink.word.size:
            runs[-1].append(ink)
        else:
            runs.append([ink])
    return [Phrase(tuple(run), union(i.box for i in run)) for run in runs]


def _with_turned(cells: list[GridCell], turned: Sequence[Ink], columns: Columns, row: int) -> list[GridCell]:
    """Heads set on their side added to the lowest head row."""
    extra = {c.column: c for c in _turned_cells(turned, columns)}
    out = []
    for cell in cells:
        if cell.row == row and cell.column in extra:
            out.append(replace(cell, inks=cell.inks + extra.pop(cell.column).inks))
        else:
            out.append(cell)
    return out + [replace(c, row=row) for c in extra.values()]
