"""Numbers of a chart's axis, which are no values: evenly spaced, their value a straight function of their place.

In: all printed numbers of a chart. Out: those that are no ticks.
"""

from __future__ import annotations

from itertools import pairwise

from tracker.facts.figures.chart_words import ALIGNED, Value, middle

# Places of ticks fit a straight line to within this share of the span; found on charts of office suites: below 0.01.
_STRAIGHT = 0.03


def without_ticks(values: list[Value]) -> list[Value]:
    """Axis numbers stand on one line, evenly: their value is a straight function of their place."""
    rest = list(values)
    for edges, along in ((2, 1), (0, 1), (1, 0), (3, 0)):  # right- or left-aligned columns, then rows
        for anchor in list(rest):
            line = [v for v in rest if abs(v.part.bbox[edges] - anchor.part.bbox[edges]) <= ALIGNED]
            if edges in (2, 0) and len(line) < 3:
                line = [v for v in rest if abs(middle(v.part.bbox, 0) - middle(anchor.part.bbox, 0)) <= ALIGNED]
            ticks = _ticks(line, along)
            if 3 <= len(ticks) < len(rest) and _at_edge(ticks, rest, 1 - along):
                rest = [v for v in rest if v not in ticks]
                break
    return rest


def _at_edge(ticks: list[Value], values: list[Value], axis: int) -> bool:
    """An axis stands at the side of its chart: no other number lies on both sides of it."""
    place = middle(ticks[0].part.bbox, axis)
    others = [middle(v.part.bbox, axis) for v in values if v not in ticks]
    return all(o >= place - ALIGNED for o in others) or all(o <= place + ALIGNED for o in others)


def _ticks(line: list[Value], along: int) -> list[Value]:
    """Those of a line that make a scale: distinct values, equal steps, places in proportion."""
    if len(line) < 3:
        return []
    ordered = sorted(line, key=lambda v: middle(v.part.bbox, along))
    numbers = [float(v.number.value) for v in ordered]
    places = [middle(v.part.bbox, along) for v in ordered]
    if len(set(numbers)) != len(numbers) or places[-1] - places[0] < 1:
        return []
    steps = [b - a for a, b in pairwise(numbers)]
    if max(steps) - min(steps) > 0.001 * max(abs(s) for s in steps) + 1e-9:
        return []
    slope = (numbers[-1] - numbers[0]) / (places[-1] - places[0])
    misfit = max(abs(numbers[0] + slope * (p - places[0]) - n) for p, n in zip(places, numbers, strict=True))
    return ordered if misfit <= _STRAIGHT * abs(numbers[-1] - numbers[0]) else []
