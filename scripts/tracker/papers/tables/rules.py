"""Rules and filled boxes of a page, mended: strokes that were drawn in pieces are one rule again."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.papers.content import PageContent, Shape
from tracker.records import Box

THIN = 3.2
"""A shape thinner than this (points) and three times as long is a rule, not a box: office suites draw up to 3."""
PIECES = 4.0
"""Pieces of one rule lie at most this far apart along it (dots and dashes measure 1 to 3 points)."""
SAME_LINE = 1.6
"""Rules whose positions differ by less lie on one line (cell borders drawn twice differ by up to 1 point)."""
SHORTEST = 5.0
"""Shorter strokes are ticks, bullets or parts of letters."""
WHITE = 0xFFFFFF
MOST_CROSSINGS = 300_000
"""Pairs of rules that are looked at for crossing; beyond it (maps, plans) it would take seconds a page."""
MOST_RULES = 1_500
LONG = 40.0
"""On such pages rules shorter than this (points) are strokes of the drawing."""


@dataclass(frozen=True)
class Rule:
    """A straight rule: ``at`` is its y (level) or x (upright), from ``start`` to ``end`` along it.

    ``soft`` rules are edges of filled boxes: they show where a cell ends, but nothing was drawn there.
    """

    at: float
    start: float
    end: float
    soft: bool = False

    @property
    def length(self) -> float:
        """In points."""
        return self.end - self.start


@dataclass(frozen=True)
class Rules:
    """All that is drawn straight: level and upright rules, and the filled boxes they may come from."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    fills: tuple[tuple[Box, int], ...]
    joints: tuple[tuple[float, float], ...] = ()
    """Places (x, y) where two pieces of one level line meet: the cells of an otherwise open row."""


def rules_of(content: PageContent) -> Rules:
    """Rules and fills of a page; boxes of nearly the page's size are paper, not ink, and are left out."""
    level: list[Rule] = []
    upright: list[Rule] = []
    fills: list[tuple[Box, int]] = []
    marked = _behind_words(content) | _data_bars(content)
    for shape in content.shapes:
        x0, y0, x1, y1 = shape.bbox
        width, height = x1 - x0, y1 - y0
        if width > 0.97 * content.width and height > 0.5 * content.height:
            continue
        if _is_white(shape) or id(shape) in marked:
            continue
        if height <= THIN and width >= max(3 * height, 1.0):
            level.append(Rule((y0 + y1) / 2, x0, x1))
        elif width <= THIN and height >= max(3 * width, 1.0):
            upright.append(Rule((x0 + x1) / 2, y0, y1))
        elif width > THIN and height > THIN:
            drawn = shape.stroke is not None and shape.stroke != WHITE
            soft = not drawn
            if shape.fill is not None and shape.fill != WHITE:
                fills.append((shape.bbox, shape.fill))
            elif soft:
                continue
            level += [Rule(y0, x0, x1, soft), Rule(y1, x0, x1, soft)]
            upright += [Rule(x0, y0, y1, soft), Rule(x1, y0, y1, soft)]
    across, down = _mend(level), _mend(upright)
    if len(across) * len(down) > MOST_CROSSINGS:
        # A map or a plan: only long rules can still be a table's, and of them no more than can be looked at.
        across, down = (tuple(r for r in rules if r.length >= LONG)[:MOST_RULES] for rules in (across, down))
    return Rules(across, down, tuple(fills[:MOST_RULES]), _joints(level[:MOST_PIECES]))


def _data_bars(content: PageContent) -> frozenset[int]:
    """Bars that show in cells how large their figures are: alike but for their length, one in a row. They part nothing.

    Cells filled one below the other touch, and are as wide as one another.
    """
    columns: dict[tuple[int, int, int | None], list[Shape]] = {}
    for shape in content.shapes:
        x0, y0, x1, y1 = shape.bbox
        if shape.fill not in (None, WHITE) and shape.stroke is None and min(x1 - x0, y1 - y0) > THIN:
            columns.setdefault((round(x0), round(y1 - y0), shape.fill), []).append(shape)
    found: set[int] = set()
    for shapes in columns.values():
        ordered = sorted(shapes, key=lambda s: s.bbox[1])
        apart = all(b.bbox[1] - a.bbox[3] >= BARS_APART for a, b in itertools.pairwise(ordered))
        if len({round(s.bbox[2]) for s in ordered}) >= FEWEST_BARS and apart:
            found |= {id(s) for s in ordered}
    return frozenset(found)


FEWEST_BARS = 3
"""So many lengths at least, or filled cells of a form would be taken for bars."""
BARS_APART = 1.0
"""Points between the bars of two rows."""


def _joints(level: Iterable[Rule]) -> tuple[tuple[float, float], ...]:
    """Where one piece of a level line ends and the next begins, as (x, y): there two cells meet.

    Browsers and office suites draw the line under a row cell by cell, and fill heads so: each piece is as wide as its
    cell, also where no upright rule is drawn.
    """
    lines: list[list[Rule]] = []
    for rule in sorted((r for r in level if r.length >= PIECE), key=lambda r: (r.at, r.start)):
        if lines and rule.at - lines[-1][0].at <= SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    out = []
    for line in lines:
        begins = sorted({r.start for r in line})
        ends = {r.end for r in line}
        out += [(x, line[0].at) for x in cluster([x for x in ends if _nearest(begins, x) <= JOINT], JOINT)]
    return tuple(out)


def _nearest(ordered: list[float], x: float) -> float:
    """How far the nearest of ``ordered`` (ascending) lies from ``x``."""
    k = bisect_left(ordered, x)
    return min((abs(v - x) for v in ordered[max(0, k - 1) : k + 1]), default=float("inf"))


PIECE = 8.0
"""Points: shorter pieces are dashes of a line, not the widths of cells."""
MOST_PIECES = 10_000
"""Level pieces of a page that are looked at; more are a drawing's."""
JOINT = 1.5
"""Points at most between the end of one piece and the beginning of the next."""


def _behind_words(content: PageContent) -> frozenset[int]:
    """Shapes without outline that lie behind single words or the spaces between, no higher than the print: marker pen,
    or the ground of a cell that a program draws again behind each word. They divide nothing."""
    tops: dict[int, list[Box]] = {}
    for word in content.words:
        tops.setdefault(round(word.bbox[1] / STRIP), []).append(word.bbox)
    found = set()
    for shape in content.shapes:
        x0, y0, x1, y1 = shape.bbox
        # A hairline is a rule, also where it is a filled box as high as the print: browsers draw cells' edges so.
        if shape.stroke is not None or min(x1 - x0, y1 - y0) <= THIN:
            continue
        strip = round(y0 / STRIP)
        near = (box for step in (strip - 1, strip, strip + 1) for box in tops.get(step, ()))
        if any(
            b[0] - HUGS <= x0 and x1 <= b[2] + HUGS + (y1 - y0) and b[1] - HUGS <= y0 and y1 <= b[3] + HUGS
            for b in near
        ):
            found.add(id(shape))
    return frozenset(found)


STRIP = 6.0
"""Points: words are looked up by the strip that their tops lie in."""
HUGS = 1.5
"""Points by which a ground behind a word may stand out from the word's box."""


def _is_white(shape: Shape) -> bool:
    inks = [c for c in (shape.fill, shape.stroke) if c is not None]
    x0, y0, x1, y1 = shape.bbox
    thin = min(x1 - x0, y1 - y0) <= THIN
    # White rules between filled cells do divide; white boxes only clear the ground.
    return bool(inks) and all(c == WHITE for c in inks) and not thin


def _mend(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Pieces on one line joined where they touch or nearly touch; what stays short is dropped."""
    mended: list[Rule] = []
    for soft in (False, True):
        ordered = sorted((r for r in rules if r.soft == soft), key=lambda r: (r.at, r.start))
        lanes: list[list[Rule]] = []
        for rule in ordered:
            if lanes and rule.at - lanes[-1][0].at <= SAME_LINE:
                lanes[-1].append(rule)
            else:
                lanes.append([rule])
        for lane in lanes:
            lane.sort(key=lambda r: (r.start, r.end))
            run = [lane[0]]
            reach = lane[0].end
            for rule in lane[1:]:
                if rule.start - reach <= PIECES:
                    run.append(rule)
                    reach = max(reach, rule.end)
                else:
                    mended.append(_joined(run))
                    run, reach = [rule], rule.end
            mended.append(_joined(run))
    return tuple(sorted((r for r in mended if r.length >= SHORTEST), key=lambda r: (r.at, r.start, r.soft)))


def _joined(run: list[Rule]) -> Rule:
    weight = sum(max(r.length, 0.1) for r in run)
    at = sum(r.at * max(r.length, 0.1) for r in run) / weight
    return Rule(round(at, 2), min(r.start for r in run), max(r.end for r in run), run[0].soft)


def cluster(values: Iterable[float], tolerance: float) -> list[float]:
    """Values that lie within ``tolerance`` of their neighbour made one: their mean, ascending."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(g) / len(g) for g in groups]
