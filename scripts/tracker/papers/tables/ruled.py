"""Tables whose cells are drawn: level and upright rules that cross make the grid, missing borders make spans."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.rules import Rule, Rules, cluster
from tracker.papers.tables.words import Ink, lines_of
from tracker.records import Box

TOUCH = 3.5
"""Rules whose ends come this near (points) are meant to meet."""
EDGE = 3.0
"""Rules nearer than this are one edge of a table."""
BORDER = 0.6
"""A cell side is a border when at least this share of it is drawn."""

DRAWN = 0.3
"""An edge counts as drawn when ink covers at least this share of it."""


@dataclass(frozen=True)
class Frame:
    """Rules that hang together."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    box: Box


def frames_of(rules: Rules) -> list[Frame]:
    """Groups of crossing rules, top to bottom; a group has at least one level and one upright rule."""
    level, upright = list(rules.level), list(rules.upright)
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(level):
        for j, v in enumerate(upright):
            meets_x = h.start - TOUCH <= v.at <= h.end + TOUCH
            meets_y = v.start - TOUCH <= h.at <= v.end + TOUCH
            if meets_x and meets_y:
                parent[root(len(level) + j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, h in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(v)
    frames = []
    for hs, vs in groups.values():
        if hs and vs:
            box = (
                min(min(h.start for h in hs), min(v.at for v in vs)),
                min(min(h.at for h in hs), min(v.start for v in vs)),
                max(max(h.end for h in hs), max(v.at for v in vs)),
                max(max(h.at for h in hs), max(v.end for v in vs)),
            )
            frames.append(Frame(tuple(hs), tuple(vs), box))
    return sorted(frames, key=lambda f: (f.box[1], f.box[0]))


def edges_of(frame: Frame) -> tuple[list[float], list[float]]:
    """The x and y positions of a frame's edges; open sides are closed where the rules end."""
    x0, y0, x1, y1 = frame.box
    xs = cluster([v.at for v in frame.upright], EDGE)
    ys = cluster([h.at for h in frame.level], EDGE)
    if not xs or xs[0] - x0 > 2 * EDGE:
        xs.insert(0, x0)
    if x1 - xs[-1] > 2 * EDGE:
        xs.append(x1)
    if not ys or ys[0] - y0 > 2 * EDGE:
        ys.insert(0, y0)
    if y1 - ys[-1] > 2 * EDGE:
        ys.append(y1)
    return xs, ys


def drawn(rules: Sequence[Rule], at: float, start: float, end: float, soft_too: bool = True) -> float:
    """The share of the stretch from ``start`` to ``end`` on the line ``at`` that rules cover."""
    if end <= start:
        return 0.0
    pieces = sorted(
        (max(r.start, start), min(r.end, end))
        for r in rules
        if abs(r.at - at) <= EDGE and r.end > start and r.start < end and (soft_too or not r.soft)
    )
    covered, reach = 0.0, start
    for a, b in pieces:
        if b > reach:
            covered += b - max(a, reach)
            reach = b
    return covered / (end - start)


def is_drawn_grid(frame: Frame) -> bool:
    """Whether upright rules inside a frame divide most of its height somewhere: then missing borders are spans."""
    xs, ys = edges_of(frame)
    if len(xs) < 3 or len(ys) < 2:
        return False
    inner = [drawn(frame.upright, x, ys[0], ys[-1], soft_too=False) for x in xs[1:-1]]
    return max(inner) >= 0.5


def grid_of_frame(frame: Frame, inks: Sequence[Ink]) -> Grid | None:
    """The cells that a frame draws with the words in them; None when words lie across its rules."""
    xs, ys = edges_of(frame)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > 20_000:
        return None
    owner = _merged(frame, xs, ys, inks)
    boxes: dict[tuple[int, int], tuple[int, int]] = {}
    for (r, c), first in owner.items():
        last = boxes.get(first, first)
        boxes[first] = (max(last[0], r), max(last[1], c))
    held: dict[tuple[int, int], list[Ink]] = {first: [] for first in boxes}
    crossed = inside = 0
    for ink in inks:
        mx, my = ink.middle
        if not (xs[0] <= mx <= xs[-1] and ys[0] <= my <= ys[-1]):
            continue
        r = min(bisect_right(ys, my) - 1, rows - 1)
        c = min(bisect_right(xs, mx) - 1, columns - 1)
        first = owner[r, c]
        held[first].append(ink)
        inside += 1
        _r2, c2 = boxes[first]
        beyond = max(xs[first[1]] - ink.box[0], ink.box[2] - xs[c2 + 1])
        crossed += beyond > 0.35 * ink.word.size and ink.word.angle == 0
    if inside == 0 or crossed > 0.12 * inside:
        return None
    cells = tuple(
        GridCell(r, c, r2 - r + 1, c2 - c + 1, tuple(held[r, c])) for (r, c), (r2, c2) in sorted(boxes.items())
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), rows, columns, cells, "rules")


def hangs_together(grid: Grid) -> bool:
    """Whether cells with words lie next to one another; boxes of a chart of posts or steps stand apart."""
    at = grid.at()
    filled = grid.filled()
    beside = 0
    for cell in filled:
        low, right = cell.row + cell.rowspan, cell.column + cell.colspan
        around = [(r, c) for r in range(cell.row, low) for c in (cell.column - 1, right)]
        around += [(r, c) for c in range(cell.column, right) for r in (cell.row - 1, low)]
        beside += any(place in at and at[place].inks for place in around)
    return beside >= 0.5 * len(filled)


def _merged(
    frame: Frame, xs: list[float], ys: list[float], inks: Sequence[Ink]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the rectangle it belongs to, grown over missing borders."""
    columns, rows = len(xs) - 1, len(ys) - 1
    # Where an edge is drawn at all, the edges of fills along it say nothing: a shaded span may be filled in pieces.
    # Only words set piece by piece show them to be cells.
    inked_x = [drawn(frame.upright, x, ys[0], ys[-1], soft_too=False) >= DRAWN for x in xs]
    inked_y = [drawn(frame.level, y, xs[0], xs[-1], soft_too=False) >= DRAWN for y in ys]
    wall = [
        [drawn(frame.upright, xs[c + 1], ys[r], ys[r + 1], not inked_x[c + 1]) >= BORDER for c in range(columns - 1)]
        for r in range(rows)
    ]
    for r in range(rows):
        for c in _filled_cell_by_cell(frame, wall[r], xs, (ys[r], ys[r + 1]), inks):
            wall[r][c] = True
    floor = [
        [drawn(frame.level, ys[r + 1], xs[c], xs[c + 1], not inked_y[r + 1]) >= BORDER for c in range(columns)]
        for r in range(rows - 1)
    ]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(rows):
        for c in range(columns):
            if (r, c) in owner:
                continue
            right = c
            while right + 1 < columns and not wall[r][right] and (r, right + 1) not in owner:
                right += 1
            low = r
            while low + 1 < rows and _opens(wall, floor, owner, low, c, right, columns):
                low += 1
            for i in range(r, low + 1):
                for j in range(c, right + 1):
                    owner[i, j] = (r, c)
    return owner


def _filled_cell_by_cell(
    frame: Frame, walls: Sequence[bool], xs: Sequence[float], row: tuple[float, float], inks: Sequence[Ink]
) -> list[int]:
    """The inner edges of a row, by the column left of each, that fills part and that words in phrases respect.

    A run of pieces without a drawn border between them is one span, unless it holds two phrases or more, each in a
    piece of its own: a browser prints a row of heads as fills without borders over a body that has them.
    """
    top, bottom = row
    held = [i for i in inks if not i.word.angle and top <= i.middle[1] <= bottom]
    phrases = [p.box for line in lines_of(held) for p in line.phrases] if len(held) > 1 else []
    seams = [
        not wall and drawn(frame.upright, x, top, bottom) >= BORDER for wall, x in zip(walls, xs[1:-1], strict=True)
    ]
    out, first = [], 0
    for last, wall in enumerate((*walls, True)):
        if not wall:
            continue
        pieces = list(
            itertools.pairwise([xs[first], *(xs[c + 1] for c in range(first, last) if seams[c]), xs[last + 1]])
        )
        inside = [b for b in phrases if xs[first] <= (b[0] + b[2]) / 2 <= xs[last + 1]]
        places = {n for b in inside for n, (x0, x1) in enumerate(pieces) if x0 - 1 <= b[0] and b[2] <= x1 + 1}
        within = all(any(x0 - 1 <= b[0] and b[2] <= x1 + 1 for x0, x1 in pieces) for b in inside)
        if within and len(places) > 1:
            out += [c for c in range(first, last) if seams[c]]
        first = last + 1
    return out


def _opens(
    wall: list[list[bool]],
    floor: list[list[bool]],
    owner: dict[tuple[int, int], tuple[int, int]],
    row: int,
    left: int,
    right: int,
    columns: int,
) -> bool:
    """Whether the rectangle from column ``left`` to ``right`` may grow from ``row`` to the next row."""
    below = row + 1
    if any(floor[row][j] or (below, j) in owner for j in range(left, right + 1)):
        return False
    if any(wall[below][j] for j in range(left, right)):
        return False
    opens_left = left > 0 and not wall[below][left - 1]
    opens_right = right < columns - 1 and not wall[below][right]
    return not (opens_left or opens_right)
