"""The legend of a chart: which colour stands for which series, and which value is printed on a bar of which colour.

In: the bars of a drawing with their colours, and the words of the page. Out: ``find_legend`` the entries with their
words, ``series_of`` the entry that a printed value belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.papers.boxes import area, centre_in, gap, union
from tracker.papers.content import PrintedWord
from tracker.papers.lines import Line
from tracker.papers.slices import Slices, slice_colour
from tracker.records import Box

SWATCH = 16.0
"""Points: the coloured square of a legend's entry is at most so high."""
WIDEST_SWATCH = 21.0
"""Points: plotting programs make a swatch two of the legend's letters wide."""
LEAST_SWATCH = 3.0
UNEVEN = 3.0
"""A swatch is at most so many times as wide as high."""
AWAY = 130.0
"""Points: a legend stands so near to its drawing."""
BEHIND = 1.6
"""Type sizes from the swatch to its words, and between the words of one entry (less than half of it)."""
MOST_WORDS = 8
END = 12.0
"""Points: a value printed beyond the end of its bar stands so near to it."""

Bars = Sequence[tuple[Box, int]]
"""Filled boxes with their colours."""


@dataclass(frozen=True)
class Entry:
    """An entry of a legend: its colour and its words."""

    colour: int
    words: tuple[PrintedWord, ...]

    @property
    def text(self) -> str:
        """Its words with a space between them."""
        return " ".join(w.text for w in self.words)


def find_legend(drawing: Box, colours: Iterable[int], filled: Bars, lines: Iterable[Line]) -> tuple[Entry, ...]:
    """The entries of a drawing's legend; none where not two of its ``colours`` have a small square with words behind.

    ``filled`` are all filled boxes of the page.
    """
    own = set(colours)
    swatches = [
        (box, colour) for box, colour in filled if colour in own and _is_swatch(box) and gap(box, drawing) <= AWAY
    ]
    rows = list(lines)
    entries: dict[int, Entry] = {}
    for box, colour in swatches:
        words = words_behind(box, [other for other, _ in swatches], rows)
        if not words:
            continue
        if colour in entries:
            # Two squares of one colour: markers of a drawing, not a legend.
            return ()
        entries[colour] = Entry(colour, words)
    texts = {entry.text for entry in entries.values()}
    return tuple(entries.values()) if len(texts) == len(entries) >= 2 else ()


def _is_swatch(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return LEAST_SWATCH <= wide <= WIDEST_SWATCH and LEAST_SWATCH <= high <= SWATCH and wide <= UNEVEN * high


def words_behind(swatch: Box, others: Sequence[Box], lines: Iterable[Line]) -> tuple[PrintedWord, ...]:
    """The words right behind a swatch on its line, up to a wide space or the next swatch."""
    level = (swatch[1] + swatch[3]) / 2
    for line in lines:
        if not line.bbox[1] - 1 <= level <= line.bbox[3] + 1:
            continue
        held: list[PrintedWord] = []
        reach = swatch[2]
        stop = min((o[0] for o in others if o[0] > swatch[2] and abs(o[1] - swatch[1]) < SWATCH), default=float("inf"))
        for word in sorted(line.words, key=lambda w: w.bbox[0]):
            if word.bbox[0] < swatch[2] - 1 or word.bbox[0] > stop:
                continue
            if word.bbox[0] - reach > (BEHIND if not held else BEHIND / 2) * word.size:
                break
            held.append(word)
            reach = word.bbox[2]
        if held and len(held) <= MOST_WORDS and _names(held):
            return tuple(held)
    return ()


def _lie(bars: Bars) -> bool:
    """Whether more bars begin at one upright than stand on one level."""
    lefts, feet = Counter(round(box[0]) for box, _ in bars), Counter(round(box[3]) for box, _ in bars)
    return max(lefts.values(), default=0) > max(feet.values(), default=0)


def _names(words: Sequence[PrintedWord]) -> bool:
    """Whether words name a series: letters, or a year."""
    text = " ".join(w.text for w in words)
    return (
        any(c.isalpha() for c in text) or re.fullmatch(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?", text) is not None
    )


def series_of(label: Sequence[PrintedWord], bars: Bars, slices: Slices, legend: Mapping[int, str]) -> str:
    """The legend's entry for the bar or slice that a value is printed on or stands beside; "" for none."""
    if not re.fullmatch(r"[-–+]?£?\d[\d.,]*[%kKmM]?", "".join(w.text for w in label)):
        return ""
    box = union(w.bbox for w in label)
    on = [(area(bar), colour) for bar, colour in bars if centre_in(box, bar)]
    if on:
        return legend.get(min(on)[1], "")
    middle, level = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    near = []
    lie = _lie(bars)
    for (x0, y0, x1, y1), colour in bars:
        if lie and y0 <= level <= y1:
            near.append((min(abs(box[0] - x1), abs(box[2] - x0)), colour))
        elif not lie and x0 <= middle <= x1:
            near.append((min(abs(box[3] - y0), abs(box[1] - y1)), colour))
    near = [found for found in near if found[0] <= END]
    if near:
        return legend.get(min(near)[1], "")
    printed_on = slice_colour(box, slices)
    return "" if printed_on is None else legend.get(printed_on, "")
