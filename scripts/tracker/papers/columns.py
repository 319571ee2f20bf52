"""Lines, tables and figures of a page → columns in the order in which a reader takes them.

A page is cut where a strip without print runs down between two stacks of lines; what crosses the strip above and
below stays whole. So a title over two columns comes first, then the left column, then the right one, then what spans
again. Coloured boxes are columns of their own.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.papers.across import cut_at_titles, text_size
from tracker.papers.boxes import centre_in, union
from tracker.papers.figures import FoundFigure
from tracker.papers.lines import Line, make_line
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.words import is_number
from tracker.records import Box

GUTTER = 8.0
"""Points: the narrowest strip between two columns."""
LEAST_LINES = 2
"""A column has at least so many lines, or a table or figure."""
FORM_LABEL = 0.35
"""Short lines on the left that each face one on the right are a form's labels when narrower than this share."""
MOST_THINGS = 1500
"""A page with more pieces of print is a sheet of numbers and has no columns of prose."""
RIVER = 2.6
"""Ems: a strip narrower than this may be chance, when it runs through few lines that share their baselines."""
RIVER_ROWS = 6
NUMERAL = 1.5
"""A number set this much larger than the words under it heads a column of its own, however short."""
BAND_LINES = 2
BAND_HEIGHT = 3.6
"""A bar behind a title holds so many lines at most and is so many of their sizes high."""
SAME_ROW = 0.35
"""Two lines are side by side when their baselines differ by less than this share of their size."""

Thing = Line | FoundTable | FoundFigure


@dataclass(frozen=True)
class Column:
    """Things from top to bottom with the box they share; ``boxed`` when they stand on a ground of their own."""

    things: tuple[Thing, ...]
    bbox: Box
    boxed: bool = False
    whole: bool = False
    """All lines are one block: a tile whose words read on through its figure."""


@dataclass(frozen=True)
class _Box:
    """A coloured box with the columns in it, placed on the page as one thing."""

    bbox: Box
    columns: tuple[Column, ...]


def find_columns(things: Sequence[Thing], boxes: Sequence[Box], whole: Sequence[Box] = ()) -> list[Column]:
    """Columns in reading order. ``boxes`` are grounds (filled or framed) that hold some of the lines, ``whole`` those
    among them whose lines are one block."""
    loose: list[Thing | _Box] = list(things)
    for box in sorted(boxes, key=lambda b: (b[2] - b[0]) * (b[3] - b[1])):
        inside = [t for t in loose if centre_in(t.bbox, box)]
        if not inside or len(inside) == len(loose):
            continue
        held = {id(t) for t in inside}
        loose = [t for t in loose if id(t) not in held]
        inner = [c for part in _cut(inside) for c in _columns(part, boxed=True)]
        if box in whole and all(isinstance(t, Line) for t in inside):
            inner = [replace(c, whole=True) for c in _columns(inside, boxed=True)]
        extent = union(t.bbox for t in inside)
        if _is_band(inside, box):
            extent = (min(box[0], extent[0]), extent[1], max(box[2], extent[2]), extent[3])
        loose.append(_Box(extent, tuple(inner)))
    stretches = cut_at_titles(loose, text_size(things)) if len(things) <= MOST_THINGS else [loose]
    return [column for held in stretches for part in _cut(held) for column in _columns(part, boxed=False)]


def _is_band(inside: Sequence[Thing | _Box], box: Box) -> bool:
    """Whether a box is a bar of colour behind one title: it parts what stands above and below it in all its width."""
    lines = [t for t in inside if isinstance(t, Line)]
    return len(lines) == len(inside) <= BAND_LINES and box[3] - box[1] <= BAND_HEIGHT * max(t.size for t in lines)


def _columns(part: Sequence[Thing | _Box], boxed: bool) -> list[Column]:
    """A leaf of the cutting as columns: boxes inside it stand on their own."""
    out: list[Column] = []
    run: list[Thing] = []
    extent = union(t.bbox for t in part)
    for thing in _rows_joined(part):
        if isinstance(thing, _Box):
            if run:
                out.append(Column(tuple(run), extent, boxed))
                run = []
            out.extend(thing.columns)
        else:
            run.append(thing)
    if run:
        out.append(Column(tuple(run), extent, boxed))
    return out


def _rows_joined(part: Sequence[Thing | _Box]) -> list[Thing | _Box]:
    """Top to bottom; lines side by side within one column become one line."""
    out: list[Thing | _Box] = []
    for thing in sorted(part, key=lambda t: (round(_top(t), 1), t.bbox[0])):
        last = out[-1] if out else None
        if isinstance(thing, Line) and isinstance(last, Line) and _side_by_side(last, thing):
            words = sorted([*last.words, *thing.words], key=lambda w: w.bbox[0])
            out[-1] = make_line(thing.page, words)
        else:
            out.append(thing)
    return out


def _top(thing: Thing | _Box) -> float:
    return thing.baseline - 0.8 * thing.size if isinstance(thing, Line) else thing.bbox[1]


def _side_by_side(a: Line, b: Line) -> bool:
    return abs(a.baseline - b.baseline) <= SAME_ROW * min(a.size, b.size)


def _cut(things: list[Thing | _Box]) -> list[list[Thing | _Box]]:
    """Leaves in reading order: each a list of things that no gutter parts."""
    best = _best_gutter(things)
    if best is None:
        return [things] if things else []
    at, top, bottom = best
    above = [t for t in things if _middle(t) < top]
    band = [t for t in things if top <= _middle(t) <= bottom]
    below = [t for t in things if _middle(t) > bottom]
    left = [t for t in band if (t.bbox[0] + t.bbox[2]) / 2 < at]
    right = [t for t in band if (t.bbox[0] + t.bbox[2]) / 2 >= at]
    out = []
    for group in (above, left, right, below):
        out.extend(_cut(group))
    return out


def _middle(thing: Thing | _Box) -> float:
    return (thing.bbox[1] + thing.bbox[3]) / 2


def _best_gutter(things: Sequence[Thing | _Box]) -> tuple[float, float, float] | None:
    """The strip that parts the most: its x, and the top and bottom of the band it runs through."""
    if len(things) > MOST_THINGS:
        return None
    ordered = sorted(things, key=_middle)
    best: tuple[float, float, float] | None = None
    most = 0.0
    for at in _candidates(things):
        for top, bottom, left, right in _bands(ordered, at):
            strip = min(t.bbox[0] for t in right) - max(t.bbox[2] for t in left)
            if strip < GUTTER or not _are_columns(left, right, strip):
                continue
            score = _weight(_abreast(left, right)) + _weight(_abreast(right, left)) + strip / 1000
            if score > most:
                most, best = score, (at, top, bottom)
    return best


def _candidates(things: Sequence[Thing | _Box]) -> list[float]:
    """The middles of all gaps between things side by side, near ones taken once, from left to right."""
    by_top = sorted(things, key=lambda t: t.bbox[1])
    found: dict[int, float] = {}
    for i, a in enumerate(by_top):
        for b in by_top[i + 1 :]:
            if b.bbox[1] >= a.bbox[3]:
                break
            for one, other in ((a, b), (b, a)):
                if other.bbox[0] - one.bbox[2] >= GUTTER:
                    at = (one.bbox[2] + other.bbox[0]) / 2
                    found.setdefault(round(at / 2), at)
    return [found[step] for step in sorted(found)]


def _weight(things: Sequence[Thing | _Box]) -> float:
    """Rows of lines, a table or figure counted as four."""
    rows = {round(t.baseline / 3) for t in things if isinstance(t, Line)}
    return len(rows) + sum(4.0 for t in things if not isinstance(t, Line))


def _abreast(things: Sequence[Thing | _Box], others: Sequence[Thing | _Box]) -> list[Thing | _Box]:
    """The things that stand level with the stack of the others: what a gutter truly keeps apart."""
    top, bottom = min(t.bbox[1] for t in others), max(t.bbox[3] for t in others)
    return [t for t in things if t.bbox[3] > top and t.bbox[1] < bottom]


def _bands(
    ordered: Sequence[Thing | _Box], at: float
) -> list[tuple[float, float, list[Thing | _Box], list[Thing | _Box]]]:
    """Runs from top to bottom in which nothing crosses ``at``: (top, bottom, things left, things right)."""
    runs: list[tuple[list[Thing | _Box], list[Thing | _Box]]] = [([], [])]
    for thing in ordered:
        if thing.bbox[2] <= at:
            runs[-1][0].append(thing)
        elif thing.bbox[0] >= at:
            runs[-1][1].append(thing)
        else:
            runs.append(([], []))
    out = []
    for one, other in runs:
        if not one or not other:
            continue
        left, right = _trimmed(one, other)
        both = [*left, *right]
        out.append((min(_middle(t) for t in both), max(_middle(t) for t in both), left, right))
    return out


def _trimmed(left: list[Thing | _Box], right: list[Thing | _Box]) -> tuple[list[Thing | _Box], list[Thing | _Box]]:
    """Without what stands on one side only, above or below the other column and well apart from its own."""
    for one, other in ((left, right), (right, left)):
        top, bottom = min(t.bbox[1] for t in other), max(t.bbox[3] for t in other)
        while len(one) > 1 and one[0].bbox[3] <= top and _apart(one[0], one[1]):
            one.pop(0)
        while len(one) > 1 and one[-1].bbox[1] >= bottom and _apart(one[-2], one[-1]):
            one.pop()
    return left, right


def _apart(upper: Thing | _Box, lower: Thing | _Box) -> bool:
    size = max((t.size for t in (upper, lower) if isinstance(t, Line)), default=10.0)
    unlike = isinstance(upper, Line) and isinstance(lower, Line) and abs(upper.size - lower.size) > 0.5
    return lower.bbox[1] - upper.bbox[3] > (0.5 if unlike else 1.2) * size


def _are_columns(left: Sequence[Thing | _Box], right: Sequence[Thing | _Box], strip: float) -> bool:
    enough = _weight(left) >= LEAST_LINES and _weight(right) >= LEAST_LINES
    if not enough:
        return False
    if _weight(left) + _weight(right) < 2 * LEAST_LINES + 1:
        return _is_numeral(left) and _is_numeral(right)
    if _is_river(left, right, strip):
        return False
    return not _is_form(left, right)


def _is_numeral(things: Sequence[Thing | _Box]) -> bool:
    """Whether numbers in large type stand over the words that say what they count."""
    lines = [t for t in things if isinstance(t, Line)]
    numbers = list(itertools.takewhile(lambda line: is_number(line.text), lines))
    words = lines[len(numbers) :]
    if len(lines) < len(things) or not numbers or not words:
        return False
    return min(n.size for n in numbers) >= NUMERAL * max(w.size for w in words)


def _is_river(left: Sequence[Thing | _Box], right: Sequence[Thing | _Box], strip: float) -> bool:
    """Whether a strip is only where the wide word spaces of a few justified lines happen to meet."""
    lines = [t for t in (*left, *right) if isinstance(t, Line)]
    if not lines or len(lines) < len(left) + len(right):
        return False
    size = max(t.size for t in lines)
    rows = len(_facing([t for t in left if isinstance(t, Line)], [t for t in right if isinstance(t, Line)]))
    faced = rows >= 0.8 * min(len(left), len(right))
    starts = {round(t.bbox[0] / (0.3 * size)) for t in right}
    ragged = len(starts) > len(right) / 2
    return strip < RIVER * size and faced and rows < RIVER_ROWS and ragged


def _facing(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """The lines on the left that have one on the right beside them."""
    baselines = {round(t.baseline / 2) for t in right}
    return [t for t in left if any(round(t.baseline / 2) + step in baselines for step in (-1, 0, 1))]


def _is_form(left: Sequence[Thing | _Box], right: Sequence[Thing | _Box]) -> bool:
    """Labels on the left, each facing its value on the right: read row by row."""
    labels = [t for t in left if isinstance(t, Line)]
    values = [t for t in right if isinstance(t, Line)]
    if len(labels) != len(left) or len(values) != len(right):
        return False
    wide = union(t.bbox for t in [*left, *right])
    if max(t.bbox[2] - t.bbox[0] for t in labels) > FORM_LABEL * (wide[2] - wide[0]):
        return False
    faced = len(_facing(labels, values))
    colons = sum(a.text.rstrip().endswith(":") for a in labels)
    return faced == len(labels) and (colons >= len(labels) / 2 or len(labels) == len(values))
