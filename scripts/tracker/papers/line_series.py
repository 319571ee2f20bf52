"""Which line of a chart of several lines a printed value belongs to.

In: the lines of a drawing with their corners and colours, its legend, and the printed values. Out: ``line_series``: for
each value the legend's entry, told from heights: of the values over one place the highest belongs to the highest line.
``line_legend``: the entries of a legend that shows a short stroke of each line before its words. ``named_ends``: the
words that stand behind the last corner of each line where no legend does. ``is_valued``: whether a drawn line has its
values printed at its corners, so that it is a chart's though it has neither axis nor grid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tracker.papers.boxes import gap
from tracker.papers.content import PrintedWord
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
BEHIND = 3.0
"""Type sizes from the last corner of a line to its name."""
LEVEL = 1.0
"""… and up or down to it, where the name is not in the line's own colour."""
VALUE_AWAY = 14.0
"""Points from a corner up or down to the middle of its value."""
VALUED = 0.8
"""The share of a line's corners that have a value, from which it is a line of values."""
LEAST_WIDTH = 60.0
"""Points: a shorter line is an ornament, or a sparkline in a cell."""
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


def named_ends(lines: Lines, rows: Sequence[Line]) -> tuple[Entry, ...]:
    """An entry for each line with the words behind its last corner; none where a line has no name of its own."""
    found: dict[int, Entry] = {}
    for corners, colour in lines:
        if len(corners) < FEWEST:
            continue
        x, y = max(corners)
        near: list[tuple[bool, float, tuple[PrintedWord, ...]]] = []
        for row in rows:
            words = _run_from(row, x)
            if not words or not any(c.isalpha() or c in "/–-" for w in words for c in w.text):
                continue
            first = words[0]
            other = first.colour != colour
            away = abs((first.bbox[1] + first.bbox[3]) / 2 - y) / first.size
            if away <= (LEVEL if other else BEHIND):
                near.append((other, away, words))
        if not near or colour in found:
            return ()
        found[colour] = Entry(colour, min(near, key=lambda n: n[:2])[2])
    names = {tuple(id(w) for w in entry.words) for entry in found.values()}
    return tuple(found.values()) if len(names) == len(found) >= 2 else ()


def _run_from(row: Line, x: float) -> tuple[PrintedWord, ...]:
    """The words of a row that follow one another from right behind a place on."""
    run: list[PrintedWord] = []
    for word in sorted(row.words, key=lambda w: w.bbox[0]):
        if word.bbox[0] <= x or (run and word.bbox[0] - run[-1].bbox[2] > word.size / 2):
            continue
        if not run and word.bbox[0] - x > BEHIND * word.size:
            break
        run.append(word)
    return tuple(run)


def is_valued(lines: Lines, rows: Sequence[Line]) -> bool:
    """Whether nearly each corner of a drawn line has a number printed over or under it."""
    numbers = [w.bbox for row in rows for w in row.words if w.text.strip("%()£+-–")[:1].isdigit()]
    for corners, _ in lines:
        wide = max(x for x, _ in corners) - min(x for x, _ in corners)
        if len(corners) < FEWEST or wide < LEAST_WIDTH:
            continue
        met = sum(
            any(abs((a + c) / 2 - x) <= ACROSS and abs((b + d) / 2 - y) <= VALUE_AWAY for a, b, c, d in numbers)
            for x, y in corners
        )
        if met >= VALUED * len(corners):
            return True
    return False


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
