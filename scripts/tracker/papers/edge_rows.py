"""Rows of tables at the head or foot of a page: a head repeated on every page recurs as a running head does."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.content import PageContent
from tracker.papers.lines import Line

GOES_ON = 2.5
"""A drawn table goes on towards the middle of the page for at least this many type sizes."""
NEAR = 1.6
"""Without drawn cells the next row stands within this many type sizes (air); running heads keep farther away."""
LEADING = 0.6
"""Lines of one cell stand no farther apart than this share of their size."""
IN_LINE = 2.0
"""Entries of one column begin, end or centre within this many points."""
HAIR = 3.5
"""Points: upright strokes are thinner than this."""


def table_rows(edge: Sequence[Line], lines: Sequence[Line], content: PageContent, top: bool) -> list[Line]:
    """Those lines of ``edge`` (all at the page's head, or all at its foot) that are rows of a table.

    ``lines`` are all lines of the page. Evidence is drawn (upright rules between the pieces of a row, that go on into
    the page) or, for three pieces and more, that other lines stand in columns under them and close by.
    """
    rows = _rows(edge)
    if not top:
        rows.reverse()
    table = next((k for k, row in enumerate(rows) if _is_drawn(row, content, top) or _heads(row, lines, top)), None)
    if table is None:
        return []
    while table > 0 and _air(rows[table - 1], rows[table], top) < LEADING * rows[table][0].size:
        table -= 1
    return [line for row in rows[table:] for line in row]


def _rows(edge: Sequence[Line]) -> list[list[Line]]:
    """Lines on one height gathered, top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(edge, key=lambda k: k.baseline):
        if rows and abs(rows[-1][0].baseline - line.baseline) < line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda k: k.bbox[0]) for row in rows]


def _air(outer: Sequence[Line], inner: Sequence[Line], top: bool) -> float:
    if top:
        return min(k.bbox[1] for k in inner) - max(k.bbox[3] for k in outer)
    return min(k.bbox[1] for k in outer) - max(k.bbox[3] for k in inner)


def _is_drawn(row: Sequence[Line], content: PageContent, top: bool) -> bool:
    """Whether upright rules, or sides of filled cells, part all pieces of a row and go on into the page."""
    if len(row) < 2:
        return False
    size = row[0].size
    edge = max(k.bbox[3] for k in row) + GOES_ON * size if top else min(k.bbox[1] for k in row) - GOES_ON * size
    sides: list[tuple[float, float, float]] = []
    for shape in content.shapes:
        x0, y0, x1, y1 = shape.bbox
        sides += [((x0 + x1) / 2, y0, y1)] if x1 - x0 <= HAIR else [(x0, y0, y1), (x1, y0, y1)]
    for a, b in itertools.pairwise(row):
        middle = (a.bbox[1] + a.bbox[3]) / 2
        between = [s for s in sides if a.bbox[2] - 1 <= s[0] <= b.bbox[0] + 1]
        if not any(y0 <= middle <= y1 for _, y0, y1 in between):
            return False
        if not any(_reaches(x, between, middle, edge) for x, _, _ in between):
            return False
    return True


def _reaches(x: float, sides: Sequence[tuple[float, float, float]], start: float, end: float) -> bool:
    """Whether the sides at ``x`` cover the stretch from ``start`` to ``end`` without a gap worth naming."""
    low, high = min(start, end), max(start, end)
    at = low
    for _, y0, y1 in sorted((s for s in sides if abs(s[0] - x) <= HAIR), key=lambda s: s[1]):
        if y0 <= at + HAIR:
            at = max(at, y1)
    return at >= high


def _heads(row: Sequence[Line], lines: Sequence[Line], top: bool) -> bool:
    """Whether the pieces of a row stand over (at the foot: under) columns of lines that come close to it."""
    if len(row) < 3:
        return False
    size, first = row[0].size, row[0]
    inner = [
        k for k in lines if (k.baseline > first.baseline + size / 2 if top else k.baseline < first.baseline - size / 2)
    ]
    if not inner or min(_air(row, [k], top) for k in inner) > NEAR * size:
        return False
    edges = [float("-inf"), *(k.bbox[0] for k in row), float("inf")]
    named = 0
    for k, piece in enumerate(row):
        left = row[k - 1].bbox[2] if k else edges[0]
        lane = [line for line in inner if line.bbox[0] > left and line.bbox[2] < edges[k + 2]]
        named += sum(_in_line(piece, line) for line in lane) >= 2
    return named >= len(row) - 1


def _in_line(a: Line, b: Line) -> bool:
    (p, _, q, _), (r, _, s, _) = a.bbox, b.bbox
    return min(abs(p - r), abs(q - s), abs(p + q - r - s) / 2) <= IN_LINE
