"""Which slice of a pie, or ring, a value is printed on or beside.

In: the outlines of the filled shapes of a drawing with their colours, and the box of a printed value. Out:
``slice_colour``: the colour of the one shape that the value stands in or, outside all of them, clearly nearest to.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from tracker.papers.boxes import area
from tracker.records import Box

Point = tuple[float, float]
Slices = Sequence[tuple[tuple[Point, ...], int]]
"""Outlines with their colours."""

BESIDE = 16.0
"""Points: a value printed outside its slice stands so near to it …"""
CLEARLY = 1.6
"""… and so many times as far from every other."""


def slice_colour(value: Box, slices: Slices) -> int | None:
    """The colour of the slice of a value, None where it cannot be told."""
    centre = (value[0] + value[2]) / 2, (value[1] + value[3]) / 2
    within = [(area(_box(outline)), colour) for outline, colour in slices if _holds(outline, centre)]
    if within:
        return min(within)[1]
    away = sorted((_distance(outline, centre), colour) for outline, colour in slices)
    if not away or away[0][0] > BESIDE:
        return None
    others = [distance for distance, colour in away if colour != away[0][1]]
    return away[0][1] if not others or others[0] >= CLEARLY * away[0][0] else None


def _box(outline: Sequence[Point]) -> Box:
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)


def _holds(outline: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside an outline: a level ray from it crosses the outline an odd number of times."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in pairwise((*outline, outline[0])):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _distance(outline: Sequence[Point], point: Point) -> float:
    """How far a point lies from the nearest stroke of an outline."""
    x, y = point
    best = float("inf")
    for (x0, y0), (x1, y1) in pairwise((*outline, outline[0])):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        along = 0.0 if not length else max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
        best = min(best, hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)))
    return best
