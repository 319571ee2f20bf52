"""Which line of a chart of several lines a printed value belongs to.

In: the lines of a drawing with their corners and colours, its legend, and the printed values. Out: ``line_series``: for
each value the legend's entry, told from heights: of the values over one place the highest belongs to the highest line.
``line_legend``: the entries of a legend that shows a short stroke of each line before its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tracker.papers.boxes import gap
from tracker.papers.legends import AWAY, Entry, words_behind
from tracker.papers.lines import Line
from tracker.records import Box

Lines = Sequence[tuple[tuple[tuple[float, float], ...], int]]
"""The corners of drawn lines with their colours."""

FEWEST = 3
"""A line of a chart has at least so many corners."""
ACROSS = 6.0
"""Points: a value stands so nearly over, or under, its corner."""
STROKE = (6.0, 45.0)
"""Points: how long the stroke of a legend's entry is."""
APART = 0.5
"""Points: corners nearer to each other in height are one place, and their lines cannot be told apart by it."""


def line_legend(
    drawing: Box, colours: set[int], strokes: Sequence[tuple[Box, int]], rows: Sequence[Line]
) -> tuple[Entry, ...]:
    """The entries of a legend of lines; none where not two colours have one stroke with words behind it."""
    entries: dict[int, Entry] = {}
    keys = [
        (box, colour)
        for box, colour in strokes
        if colour in colours and STROKE[0] <= box[2] - box[0] <= STROKE[1] and gap(box, drawing) <= AWAY
    ]
    for box, colour in keys:
        words = words_behind(box, [other for other, _ in keys], rows)
        if words and colour not in entries:
            entries[colour] = Entry(colour, words)
    texts = {entry.text for entry in entries.values()}
    return tuple(entries.values()) if len(texts) == len(entries) >= 2 else ()


def line_series(values: Sequence[tuple[Box, float] | None], lines: Lines, legend: Mapping[int, str]) -> list[str]:
    """For each label the entry of its line: "" for others, and for all where heights tell nothing."""
    out = ["" for _ in values]
    told = [(corners, legend[colour]) for corners, colour in lines if colour in legend and len(corners) >= FEWEST]
    if len(told) < 2:
        return out
    places: dict[int, list[int]] = {}
    marks = sorted({round(x) for corners, _ in told for x, _ in corners})
    feet = Counter(round(v[0][3]) for v in values if v is not None and _is_year(v[1]))
    for n, value in enumerate(values):
        if value is None or (_is_year(value[1]) and feet[round(value[0][3])] > 1):
            # years in a row are the places, not the values
            continue
        middle = (value[0][0] + value[0][2]) / 2
        near = min(marks, key=lambda x: abs(x - middle))
        if abs(near - middle) <= ACROSS:
            places.setdefault(near, []).append(n)
    for place, held in places.items():
        heights = sorted(
            (min(y for x, y in corners if abs(x - place) <= 1), name)
            for corners, name in told
            if any(abs(x - place) <= 1 for x, _ in corners)
        )
        level = any(b[0] - a[0] < APART for a, b in pairwise(heights))
        numbers = sorted(held, key=lambda n: -_number(values[n]))
        same = len({_number(values[n]) for n in held}) < len(held)
        if len(heights) != len(held) or (level and not same):
            return ["" for _ in values]
        for n, (_, name) in zip(numbers, heights, strict=True):
            out[n] = name
    return out


def _is_year(number: float) -> bool:
    return number.is_integer() and 1990 <= number <= 2060


def _number(value: tuple[Box, float] | None) -> float:
    return value[1] if value is not None else 0.0
