"""Tiles without a ground of their own: a figure in large print with the few lines that name it, over or under it.

In: the lines of a page and its coloured or framed boxes. Out: ``find_tiles``: a box round each figure and its words, so
that each is read on its own however the tiles stand in rows and columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.boxes import centre_in, union
from tracker.papers.lines import Line
from tracker.papers.marks import is_big_number
from tracker.papers.numerals import LARGE, LARGER
from tracker.records import Box

NEXT = 0.9
"""Sizes of the larger of two lines that stand under one another: the widest air between them in one tile."""
LEFT, CENTRE = 2.0, 4.0
"""Points by which the left edges, or the middles, of the lines of a tile differ."""
MOST_LINES, MOST_WORDS = 4, 30
"""A figure's words are at most so many lines and words."""
RING = (30.0, 160.0)
"""Points: how high the ring round a figure is …"""
BELOW_RING = 20.0
"""… and how far below it its words begin."""
FEWEST = 2
"""So many figures of one size make tiles; one alone is a callout or a heading's number."""
# What stands under a figure may only compare it ("▲ 12 on last year", "Target: 80%"): its name then stands over it.
_NAMES = re.compile(
    r"(?!(?:up|down|vs|versus|from|compared|against|target|change|previous|last|prior|same)\b)[A-Za-z“‘(]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tile:
    """The box of a figure and its words; ``whole`` where they read on as one sentence or name, from top to bottom."""

    bbox: Box
    whole: bool


def find_tiles(lines: Sequence[Line], grounds: Sequence[Box], drawings: Sequence[Box] = ()) -> list[Tile]:
    """The tiles; none for a figure that has a ground of its own. ``drawings`` may be rings round figures."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += sum(c.isalpha() for c in line.text)
    usual = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    figures = [line for line in lines if line.size >= LARGER * usual and _is_figure(line)]
    if len(figures) < FEWEST:
        return []
    others = [line for line in lines if line not in figures]
    rings = [_ring(figure, drawings) for figure in figures]
    runs = [run for run in _runs(others) if len(run) <= MOST_LINES and sum(len(k.words) for k in run) <= MOST_WORDS]
    under: dict[int, list[Line]] = {}
    over: dict[int, list[Line]] = {}
    for run in runs:
        near = [
            (air, n)
            for n, figure in enumerate(figures)
            if (air := _air(figure, run) if (ring := rings[n]) is None else _air_below(ring, run)) is not None
        ]
        if near:
            n = min(near)[1]
            (under if run[0].baseline > figures[n].baseline else over).setdefault(n, []).extend(run)
    held = {n: [*_lead(over.get(n, ())), *words] for n, words in under.items() if _NAMES.match(words[0].text)}
    held |= {n: [*words, *under.get(n, ())] for n, words in over.items() if n not in held}
    tiles = []
    for n, words in held.items():
        figure = figures[n]
        alike = [m for m in held if abs(figures[m].size - figure.size) < 1]
        box = union(b for b in (figure.bbox, rings[n], *(line.bbox for line in words)) if b is not None)
        alone = any(
            centre_in(figure.bbox, g)
            and centre_in(words[0].bbox, g)
            and sum(centre_in(f.bbox, g) for f in figures) == 1
            for g in grounds
        )
        crossed = any(k not in words and k is not figure and centre_in(k.bbox, box) for k in lines)
        if len(alike) >= FEWEST and not alone and not crossed:
            begun = words[0].baseline < figure.baseline and not _LEADS.match(words[0].text)
            tiles.append(Tile((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1), whole=not begun))
    return tiles


def _is_figure(line: Line) -> bool:
    """Whether a line is a figure, alone or with what it counts: "1,284", "19 homes", "8,600 miles"."""
    return is_big_number(line) or (len(line.words) <= 3 and _WITH_NOUN.fullmatch(line.text) is not None)


_WITH_NOUN = re.compile(r"£?\d[\d,]*(?:\.\d+)?[km%]?(?: [a-z]{3,}){1,2}")


def _lead(run: Sequence[Line]) -> Sequence[Line]:
    """Lines over a figure that begin the sentence which goes on with it: "We dealt with", "Our wardens walked"."""
    return run if run and _LEADS.match(run[0].text) else ()


_LEADS = re.compile(r"(?:We|Our|They|This|It|In|Over|There|Around|More|Up|A total|The (?:team|service|partnership))\b")


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one size right under one another, as the words of one tile."""
    runs: list[list[Line]] = []
    for line in sorted(lines, key=lambda k: (k.bbox[1], k.bbox[0])):
        run = next((r for r in reversed(runs) if abs(r[-1].size - line.size) < 0.6 and _follows(r[-1], line)), None)
        if run is None:
            runs.append([line])
        else:
            run.append(line)
    return runs


def _follows(above: Line, below: Line) -> bool:
    air = below.bbox[1] - above.bbox[3]
    return -0.5 * below.size <= air <= 0.6 * below.size and _aligned(above.bbox, below.bbox)


def _aligned(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= LEFT or abs((one[0] + one[2]) - (other[0] + other[2])) <= 2 * CENTRE


def _air(figure: Line, run: Sequence[Line]) -> float | None:
    """The air between a figure and the lines right under, or over, it; None where they do not belong together."""
    box = union(line.bbox for line in run)
    if figure.size < LARGE * run[0].size or not _aligned(figure.bbox, run[0].bbox if box[1] > figure.bbox[1] else box):
        return None
    # the box of large print has air of its own above its figures and none of them hang below its base line
    foot, top = figure.baseline, figure.baseline - 0.72 * figure.size
    air = run[0].baseline - 0.72 * run[0].size - foot if run[0].baseline > figure.baseline else top - run[-1].baseline
    return air if 0 <= air <= NEXT * figure.size else None


def _ring(figure: Line, drawings: Sequence[Box]) -> Box | None:
    """The smallest drawing that a figure stands in the middle of, as in the hole of a ring."""
    x, y = (figure.bbox[0] + figure.bbox[2]) / 2, (figure.bbox[1] + figure.bbox[3]) / 2
    round_it = [
        box
        for box in drawings
        if RING[0] <= box[3] - box[1] <= RING[1]
        and abs((box[0] + box[2]) / 2 - x) <= 0.15 * (box[2] - box[0])
        and abs((box[1] + box[3]) / 2 - y) <= 0.2 * (box[3] - box[1])
    ]
    return min(round_it, key=lambda box: box[3] - box[1], default=None)


def _air_below(ring: Box, run: Sequence[Line]) -> float | None:
    """The air between a ring and the lines right under it; None where they do not stand under its middle."""
    box = union(line.bbox for line in run)
    centred = abs((box[0] + box[2]) - (ring[0] + ring[2])) <= 2 * CENTRE
    return box[1] - ring[3] if centred and 0 <= box[1] - ring[3] <= BELOW_RING else None
