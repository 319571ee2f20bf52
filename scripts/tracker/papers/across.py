"""Titles that part a page in all its width: what stands above one is read before what stands below it.

In: the lines and boxes of a page from the layout. Out: the page cut at such titles. A title stands alone in its
strip of the page, larger than the text, at the left of all; above it and below it print stands on both sides, and below
it both sides begin together. Without this a column left of a title would seem to go on below it.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Protocol, TypeVar

from tracker.papers.lines import Line
from tracker.records import Box

LARGER = 1.25
"""Times the size of the text: smaller titles belong to their column."""
INTO = 0.1
"""Share of its size that other print may reach into a title's strip: boxes of lines are generous."""
LEFT = 6.0
"""Points: the title stands at most so far right of the leftmost print."""
TOGETHER = 36.0
"""Points: what begins below a title on the left and on the right begins at heights that differ by no more; a box has
its margin above its first line."""
NEXT_LINE = 1.7
"""Times its size: how far apart the lines of one title stand at most."""


class Placed(Protocol):
    """What has a box on the page."""

    @property
    def bbox(self) -> Box: ...


T = TypeVar("T", bound=Placed)


def text_size(things: Sequence[object]) -> float:
    """The usual size of the lines among these, each counted by its letters' number; 0 without lines."""
    lines = [t for t in things if isinstance(t, Line)]
    sizes = [t.size for t in lines for _ in range(1 + len(t.text) // 10)]
    return statistics.median(sizes) if sizes else 0.0


def cut_at_titles(things: Sequence[T], size: float) -> list[list[T]]:
    """The things in stretches from top to bottom: each title that parts the page is a stretch of its own."""
    large = [t for t in things if isinstance(t, Line) and t.size >= LARGER * size] if size else []
    if not large:
        return [list(things)]
    out: list[list[T]] = []
    rest = list(things)
    for title in _titles(large):
        top, bottom = title[0].bbox[1], title[-1].bbox[3]
        held = {id(line) for line in title}
        above = [t for t in rest if id(t) not in held and _middle(t) < top]
        below = [t for t in rest if id(t) not in held and _middle(t) > bottom]
        own = [t for t in rest if id(t) in held]
        if len(above) + len(below) + len(own) == len(rest) and _parts(title, above, below):
            out += [above, own]
            rest = below
    return [*out, rest] if rest else out


def _titles(large: Sequence[Line]) -> list[list[Line]]:
    """Large lines right below each other and alike, as one title."""
    out: list[list[Line]] = []
    for line in sorted(large, key=lambda t: (t.bbox[1], t.bbox[0])):
        last = out[-1][-1] if out else None
        near = last is not None and line.baseline - last.baseline <= NEXT_LINE * line.size
        if last is not None and near and abs(last.size - line.size) <= 0.5 and abs(last.bbox[0] - line.bbox[0]) <= LEFT:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _parts(title: Sequence[Line], above: Sequence[Placed], below: Sequence[Placed]) -> bool:
    if not above or not below:
        return False
    size = title[0].size
    top, bottom = title[0].bbox[1] + INTO * size, title[-1].bbox[3] - INTO * size
    left = min(t.bbox[0] for t in (*title, *above, *below))
    if title[0].bbox[0] - left > LEFT:
        return False
    if max(t.bbox[3] for t in above) > top or min(t.bbox[1] for t in below) < bottom:
        return False
    # what stands wholly right of the others at their height makes a column there
    upper, lower = _right_of(above), _right_of(below)
    if not upper or not lower:
        return False
    first = min(lower, key=lambda t: t.bbox[1])
    others = [t for t in below if t.bbox[2] <= first.bbox[0]]
    beginning = min(others, key=lambda t: t.bbox[1])
    if any(isinstance(t, Line) and t.size >= 0.95 * size for t in (first, beginning)):
        return False
    return abs(first.bbox[1] - beginning.bbox[1]) <= TOGETHER


def _right_of(things: Sequence[Placed]) -> list[Placed]:
    """Those that have another one to their left, level with them."""
    return [
        t
        for t in things
        if any(o.bbox[2] <= t.bbox[0] and o.bbox[1] < t.bbox[3] and t.bbox[1] < o.bbox[3] for o in things)
    ]


def _middle(thing: Placed) -> float:
    return (thing.bbox[1] + thing.bbox[3]) / 2
