"""What makes a group of strokes a chart: bars on one base line, ticks, a grid, slices, points, values at their ends.

In: the strokes of a page that lie together, and its lines of words. Out: ``is_chart``.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.papers.boxes import centre_in, gap, union
from tracker.papers.figure_labels import LABEL_WORDS
from tracker.papers.lines import Line
from tracker.records import Box

LEAST_WIDTH, LEAST_HEIGHT = 60.0, 45.0
"""Points: a smaller drawing is an ornament, an icon or a logo."""
TICK = 9.0
"""Points: the longest tick on an axis."""
HAIR = 1.6
"""Points: what is thinner is a rule, not a box."""
VALUE_REACH = 12.0
"""Points: a bar's value stands this close to its end."""
VALUE_AWAY = 0.7
"""… and beyond a thick bar that lies, within so much of its thickness."""
VALUED = 0.8
"""Bars of which such a share has its value at its end make a chart, even one without ticks and grid."""
FEWEST_MARKS = 4
"""So many points on a curve make it a line of values, not an ornament."""
MOST_BARS = 120
"""Bars of a group that are compared each with each."""


@dataclass(frozen=True)
class Stroke:
    bbox: Box
    kind: str
    """"bar", "level", "upright", "curve" or "bitmap"."""
    colour: int | None
    outline: tuple[tuple[float, float], ...] = ()
    pen: int | None = None


def size_matters(box: Box) -> bool:
    return box[2] - box[0] >= LEAST_WIDTH and box[3] - box[1] >= LEAST_HEIGHT


def is_chart(group: Sequence[Stroke], lines: Sequence[Line]) -> bool:
    box = union(s.bbox for s in group)
    if not size_matters(box):
        return False
    standing = _bars(group, lines)
    bars = len(standing)
    if bars >= 2 and _in_cells(standing, group, lines):
        return False
    ticks = _ticks(group)
    grid = _grid(group, lines)
    curves = [s for s in group if s.kind == "curve" and s.bbox[2] - s.bbox[0] > 8 and s.bbox[3] - s.bbox[1] > 4]
    if bars >= 2 and (ticks >= 4 or grid >= 3):
        return True
    if bars >= 1 and ticks >= 5:
        return True
    if ticks >= 6 and (grid >= 3 or curves):
        return True
    if bars >= 4 and grid >= 1 and not _ruled(group):
        return True
    if bars >= 1 and _valued(standing, lines) + _naughts(standing, group, lines) >= max(2, VALUED * bars):
        return True
    if bars >= 2 and not _ruled(group) and _apart(standing) and _values_on(standing, lines) == bars:
        return True
    if _prose_within(box, lines):
        return False
    if any(s.bbox[2] - s.bbox[0] > LEAST_WIDTH for s in curves) and _marked(group) >= FEWEST_MARKS:
        return True
    return len(curves) >= 3 and max(s.bbox[3] - s.bbox[1] for s in curves) > 40


def _in_cells(bars: Sequence[Stroke], group: Sequence[Stroke], lines: Sequence[Line]) -> bool:
    """Whether bars show in the cells of a ruled table how large its figures are: the names of their rows stand in
    cells too. The names of a chart's bars stand outside all that is drawn."""
    left = min(s.bbox[0] for s in bars)
    side = min((s.bbox[0] for s in group if s.kind == "upright"), default=left)
    if left - side < LEAST_WIDTH / 2 or not _ruled(group):
        return False
    named = 0
    for bar in bars:
        level = (bar.bbox[1] + bar.bbox[3]) / 2
        beside = (w for k in lines if k.bbox[1] <= level <= k.bbox[3] for w in k.words)
        named += any(side < w.bbox[0] and w.bbox[2] < left and w.text[:1].isalpha() for w in beside)
    return named == len(bars)


def _apart(bars: Sequence[Stroke]) -> bool:
    """Whether bars of unlike length stand with air between them: filled cells touch, all as long as their column."""
    boxes = [s.bbox for s in bars]
    free = all(gap(a, b) > 1 for a, b in itertools.combinations(boxes[:MOST_BARS], 2))
    return free and max(len({round(b[1]) for b in boxes}), len({round(b[2]) for b in boxes})) >= 2


def _values_on(bars: Iterable[Stroke], lines: Sequence[Line]) -> int:
    """How many bars have a number printed on them."""
    numbers = [w.bbox for line in lines for w in line.words if w.text.strip("%()£")[-1:].isdigit()]
    return sum(any(centre_in(number, bar.bbox) for number in numbers) for bar in bars)


def _marked(group: Sequence[Stroke]) -> int:
    """The most small filled shapes of one size and colour: the points of a line."""
    marks = Counter(
        (round(s.bbox[2] - s.bbox[0]), round(s.bbox[3] - s.bbox[1]), s.colour)
        for s in group
        if s.colour is not None and s.kind in ("curve", "bar") and s.bbox[2] - s.bbox[0] <= TICK
    )
    return max(marks.values(), default=0)


def _prose_within(box: Box, lines: Iterable[Line]) -> bool:
    return any(len(line.words) > LABEL_WORDS and centre_in(line.bbox, box) for line in lines)


def _ruled(group: Sequence[Stroke]) -> bool:
    """Whether level and upright rules cross again and again, as in a ruled table."""
    levels = {round(s.bbox[1] / 2) for s in group if s.kind == "level" and s.bbox[2] - s.bbox[0] > 30}
    uprights = {round(s.bbox[0] / 2) for s in group if s.kind == "upright" and s.bbox[3] - s.bbox[1] > 8}
    return len(levels) >= 3 and len(uprights) >= 3


ON_RULE = 1.6
"""Points: a rule along the side of a filled cell ends at most so far from the cell's corner."""


Places = dict[tuple[str, int], list[Box]]


def _rules_by_place(group: Sequence[Stroke]) -> Places:
    """The rules of a group by direction and whole point of where they lie across it."""
    found: Places = defaultdict(list)
    for s in group:
        if s.kind in ("level", "upright"):
            at = 1 if s.kind == "level" else 0
            found[s.kind, round((s.bbox[at] + s.bbox[at + 2]) / 2)].append(s.bbox)
    return found


def _fills_cell(box: Box, rules: Places) -> bool:
    """Whether a filled box has a rule along each of its sides and one of them goes on to the next cell."""
    x0, y0, x1, y1 = box
    longest = 0.0
    for kind, (start, end), sides in (("level", (0, 2), (y0, y1)), ("upright", (1, 3), (x0, x1))):
        for side in sides:
            near = [b for at in range(round(side) - 1, round(side) + 2) for b in rules.get((kind, at), ())]
            along = [b for b in near if b[start] <= box[start] + ON_RULE and b[end] >= box[end] - ON_RULE]
            if not along:
                return False
            longest = max(longest, *(b[end] - b[start] - (box[end] - box[start]) for b in along))
    return longest > 2 * ON_RULE


def _bars(group: Sequence[Stroke], lines: Sequence[Line]) -> list[Stroke]:
    """The filled boxes of unlike length that stand on one base line (or hang on one upright) with next to no words."""
    bars = [s for s in group if s.kind == "bar"]
    if _ruled(group):
        rules = _rules_by_place(group)
        bars = [s for s in bars if not _fills_cell(s.bbox, rules)]
    best: list[Stroke] = []
    for near, far, side in ((3, 1, (0, 2)), (0, 2, (1, 3)), (2, 0, (1, 3))):
        bases: dict[tuple[int, int], list[Stroke]] = defaultdict(list)
        for s in bars:
            thickness = s.bbox[side[1]] - s.bbox[side[0]]
            bases[round(s.bbox[near]), round(thickness)].append(s)
        for members in bases.values():
            lengths = {round(s.bbox[far], 0) for s in members}
            places = {round(s.bbox[side[0]], 0) for s in members}
            if len(places) >= 2:
                empty = [s for s in members if not _wordy(s.bbox, lines)]
                # two bars may be as long as one another: 2,302 and 2,310; filled cells are lower
                valued = len(empty) > 1 and all(s.bbox[3] - s.bbox[1] >= LEAST_HEIGHT for s in empty)
                valued = valued and near == 3 and all(_topped(s.bbox, lines) for s in empty)
                if len(lengths) >= max(2, len(empty) // 3) or valued:
                    best = max(best, empty, key=len)
    if len(best) < 2 and len(bars) == 1 and not _wordy(bars[0].bbox, lines):
        best = bars
    return best


def _topped(bar: Box, lines: Sequence[Line]) -> bool:
    """Whether a number stands right over the middle of a standing bar; a stripe beside a tile has it at its side."""
    middle, top = (bar[0] + bar[2]) / 2, bar[1]
    numbers = (w.bbox for line in lines for w in line.words if w.text.strip("%()")[-1:].isdigit())
    return any(abs((x0 + x1) / 2 - middle) <= 4 and 0 <= top - y1 + 2 <= VALUE_REACH for x0, _, x1, y1 in numbers)


def _valued(bars: Iterable[Stroke], lines: Sequence[Line]) -> int:
    """How many bars have their value printed just beyond an end: charts without ticks or grid are read by it."""
    numbers = [w.bbox for line in lines for w in line.words if w.text.strip("%()")[-1:].isdigit()]
    found = 0
    for x0, y0, x1, y1 in (bar.bbox for bar in bars):
        for a0, b0, a1, b1 in numbers:
            middle, level = (a0 + a1) / 2, (b0 + b1) / 2
            over = abs(middle - (x0 + x1) / 2) <= 4 and min(abs(b1 - y0), abs(b0 - y1)) <= VALUE_REACH
            reach = max(VALUE_REACH, VALUE_AWAY * (y1 - y0))
            beside = y0 - 1 <= level <= y1 + 1 and min(abs(a0 - x1), abs(a1 - x0)) <= reach
            if over or beside:
                found += 1
                break
    return found


def _naughts(bars: Sequence[Stroke], group: Sequence[Stroke], lines: Sequence[Line]) -> int:
    """How many noughts stand on the base line beside the bars: a bar of no height is not drawn."""
    naughts = [w.bbox for line in lines for w in line.words if re.fullmatch(r"[0.]+%?", w.text)]
    base = max(s.bbox[3] for s in bars)
    axes = [s.bbox for s in group if s.kind == "level" and abs(s.bbox[1] - base) <= HAIR]
    return sum(
        any(x0 < (a0 + a1) / 2 < x1 and 0 <= y0 - b1 + 2 <= VALUE_REACH for x0, y0, x1, _ in axes)
        and not any(bar.bbox[0] <= (a0 + a1) / 2 <= bar.bbox[2] for bar in bars)
        for a0, _, a1, b1 in naughts
    )


def _wordy(box: Box, lines: Sequence[Line]) -> bool:
    return any(centre_in(w.bbox, box) and not any(c.isdigit() for c in w.text) for line in lines for w in line.words)


def _ticks(group: Sequence[Stroke]) -> int:
    """The most short strokes of one length that begin on one line."""
    rows: Counter[tuple[str, int, int]] = Counter()
    for s in group:
        x0, y0, x1, y1 = s.bbox
        if s.kind == "level" and x1 - x0 <= TICK:
            rows["level", round(x0), round(x1)] += 1
        elif s.kind == "upright" and y1 - y0 <= TICK:
            rows["upright", round(y0), round(y1)] += 1
    return sum(count for count in rows.values() if count >= 2)


def _grid(group: Sequence[Stroke], lines: Sequence[Line]) -> int:
    """The most rules of one length, evenly spaced, that no rule of the other direction divides into cells."""
    best = 0
    for kind, a, b, at in (("level", 0, 2, 1), ("upright", 1, 3, 0)):
        spans: dict[tuple[int, int], set[int]] = defaultdict(set)
        for s in group:
            if s.kind == kind and s.bbox[b] - s.bbox[a] > 40:
                spans[round(s.bbox[a] / 2), round(s.bbox[b] / 2)].add(round(s.bbox[at]))
        for (start, end), places in spans.items():
            if len(places) < 3:
                continue
            steps = [q - p for p, q in itertools.pairwise(sorted(places))]
            even = max(steps) - min(steps) <= 2 + 0.1 * max(steps)
            words = sum(
                1
                for line in lines
                for w in line.words
                if 2 * start < (w.bbox[a] + w.bbox[b]) / 2 < 2 * end and min(places) < w.baseline < max(places)
            )
            if even and words <= 3 * len(places):
                best = max(best, len(places))
    return best
