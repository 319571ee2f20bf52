"""The strokes of a page in groups that belong together: each is one drawing, a chart or something else.

In: a page and its lines of words. Out: ``strokes_of`` and ``drawings``: strokes lie together where little air parts
them, where they are rules of one grid, bars of one row or lines in step. A numbered caption between strokes parts them,
and so does the air between the axes of two charts side by side. Boxes that words stand in are no part of a drawing.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.papers.boxes import centre_in, gap, inside, shared, union
from tracker.papers.chart_marks import HAIR, LEAST_HEIGHT, LEAST_WIDTH, TICK, Stroke, size_matters
from tracker.papers.content import PageContent
from tracker.papers.line_series import FEWEST
from tracker.papers.lines import Line
from tracker.records import Box

MOST_IN_CELL = 120
"""Strokes in one square of 60 points that are compared each with each; more lie so dense that neighbours suffice."""
NEAR = 22.0
"""Points: strokes closer together than this belong to one drawing."""
GRID_STEP = 90.0
"""Points: grid lines of one chart stand at most this far apart."""
TOUCH = 0.6
"""Points: pieces of a rule on one line that come this close to each other are one rule."""
WHOLE_PAGE = 0.85
"""A shape or bitmap over this share of the page is its background."""
WIDEST_BAR_GAP = 2.4
"""Thicknesses between neighbouring bars of one chart at most."""
SAME_PLACE = 0.75
"""A bitmap that shares more of its area with a filled box is the box's shadow or sheen."""
AXIS_MARKS = 2
"""So many bars or ticks that begin on a rule make it the axis of a chart."""


def drawings(strokes: Sequence[Stroke], lines: Sequence[Line]) -> list[list[Stroke]]:
    """The strokes of each drawing."""
    groups = _cut_at_captions(_clusters(_without_cards(strokes, lines)), lines)
    return [piece for group in groups for piece in _cut_between_axes(group)]


def is_shadow(bitmap: Box, strokes: Iterable[Stroke]) -> bool:
    """Whether a bitmap lies where a filled box does."""
    least = SAME_PLACE * (bitmap[2] - bitmap[0]) * (bitmap[3] - bitmap[1])
    return any(s.kind == "bar" and shared(s.bbox, bitmap) > least for s in strokes)


def _without_cards(strokes: Sequence[Stroke], lines: Sequence[Line]) -> list[Stroke]:
    """The strokes without the filled boxes that words stand in, and nothing drawn: bands under titles, cards with a
    figure each. They often stand close to a chart. Their shadows go with them."""
    cards = [s for s in strokes if s.kind == "bar" and size_matters(s.bbox) and _is_card(s, strokes, lines)]
    return [s for s in strokes if s not in cards and not (s.kind == "bitmap" and is_shadow(s.bbox, cards))]


def _is_card(box: Stroke, strokes: Sequence[Stroke], lines: Sequence[Line]) -> bool:
    worded = any(inside(k.bbox, box.bbox) > 0.9 and any(c.isalpha() for c in k.text) for k in lines)
    return worded and not any(
        s is not box and centre_in(s.bbox, box.bbox) and not (s.kind == "bitmap" and is_shadow(s.bbox, [box]))
        for s in strokes
    )


def _cut_between_axes(group: list[Stroke]) -> list[list[Stroke]]:
    """A group cut where air that no stroke crosses stands between the level axes of two charts side by side."""
    axes = sorted((s for s in group if _is_axis(s, group)), key=lambda s: s.bbox[0])
    pieces = [group]
    for left, right in itertools.pairwise(axes):
        middle = (left.bbox[2] + right.bbox[0]) / 2
        if left.bbox[2] < right.bbox[0] and not any(s.bbox[0] <= middle <= s.bbox[2] for s in group):
            last = pieces.pop()
            pieces += [[s for s in last if s.bbox[2] < middle], [s for s in last if s.bbox[0] > middle]]
    return pieces


def _is_axis(rule: Stroke, group: Sequence[Stroke]) -> bool:
    """Whether a level rule has bars or ticks standing on it, or ticks hanging from it."""
    x0, level, x1, _ = rule.bbox
    if rule.kind != "level" or x1 - x0 < LEAST_WIDTH:
        return False
    on_it = (s.bbox for s in group if s.kind == "bar" or (s.kind == "upright" and s.bbox[3] - s.bbox[1] <= TICK))
    return (
        sum(
            x0 - HAIR <= a and b <= x1 + HAIR and min(abs(top - level), abs(foot - level)) <= HAIR
            for a, top, b, foot in on_it
        )
        >= AXIS_MARKS
    )


def strokes_of(content: PageContent) -> list[Stroke]:
    """What is drawn on a page: rules, filled boxes, curves and bitmaps, but for its white and its background."""
    page = content.width * content.height
    out = []
    for shape in content.shapes:
        x0, y0, x1, y1 = shape.bbox
        wide, high = x1 - x0, y1 - y0
        if wide * high > WHOLE_PAGE * page or shape.fill == 0xFFFFFF:
            continue
        if high <= HAIR and wide > HAIR:
            out.append(Stroke(shape.bbox, "level", shape.stroke if shape.fill is None else shape.fill))
        elif wide <= HAIR and high > HAIR:
            out.append(Stroke(shape.bbox, "upright", shape.stroke if shape.fill is None else shape.fill))
        elif shape.fill is not None:
            out.append(Stroke(shape.bbox, "bar", shape.fill))
    for picture in content.pictures:
        x0, y0, x1, y1 = picture.bbox
        if (x1 - x0) * (y1 - y0) > WHOLE_PAGE * page or x1 - x0 < 1 or y1 - y0 < 1:
            continue
        bitmap = not picture.drawn and (x1 - x0) * (y1 - y0) > 2500
        out.append(Stroke(picture.bbox, "bitmap" if bitmap else "curve", picture.colour, picture.outline, picture.pen))
    return _joined(out)


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The strokes with rules that were drawn piece by piece made whole.

    A browser draws a table's borders cell by cell: the pieces of an upright are as short as ticks, and those of one
    column's levels look like a grid that nothing crosses.
    """
    whole: list[Stroke] = []
    runs: dict[tuple[str, int], list[Stroke]] = defaultdict(list)
    for stroke in strokes:
        if stroke.kind in ("level", "upright"):
            across = 1 if stroke.kind == "level" else 0
            runs[stroke.kind, round(stroke.bbox[across] + stroke.bbox[across + 2])].append(stroke)
        else:
            whole.append(stroke)
    for (kind, _), pieces in runs.items():
        start, end = (0, 2) if kind == "level" else (1, 3)
        pieces.sort(key=lambda s: (s.bbox[start], s.bbox[end]))
        current = pieces[0]
        for piece in pieces[1:]:
            if piece.bbox[start] - current.bbox[end] <= TOUCH:
                current = replace(current, bbox=union((current.bbox, piece.bbox)))
            else:
                whole.append(current)
                current = piece
        whole.append(current)
    return whole


def _clusters(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes in groups that lie near each other (single linkage over boxes grown by half of ``NEAR``)."""
    parent = list(range(len(strokes)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    half = NEAR / 2
    for i, stroke in enumerate(strokes):
        x0, y0, x1, y1 = stroke.bbox
        for cx in range(int((x0 - half) // 60), int((x1 + half) // 60) + 1):
            for cy in range(int((y0 - half) // 60), int((y1 + half) // 60) + 1):
                cells[cx, cy].append(i)
    for members in cells.values():
        for a, b in itertools.chain(itertools.pairwise(members), itertools.combinations(members[:MOST_IN_CELL], 2)):
            if root(a) != root(b) and gap(strokes[a].bbox, strokes[b].bbox) <= NEAR:
                parent[root(a)] = root(b)
    for i, j in (*_parallels(strokes), *_bars_in_a_row(strokes), *_lines_in_step(strokes)):
        parent[root(i)] = root(j)
    groups: dict[int, list[Stroke]] = defaultdict(list)
    for i, stroke in enumerate(strokes):
        groups[root(i)].append(stroke)
    return list(groups.values())


# "Figure 6: …", "Chart 2 –": a line that begins so stands over, or under, one chart.
_NUMBERED = re.compile(r"(?:figure|fig\.?|chart|graph)\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?)\s*[:.–—-]", re.IGNORECASE)


def _cut_at_captions(groups: Iterable[list[Stroke]], lines: Sequence[Line]) -> list[list[Stroke]]:
    """Groups cut where a numbered caption stands between strokes and none crosses it: two charts under one another."""
    captions = [line.bbox for line in lines if _NUMBERED.match(line.text)]
    out: list[list[Stroke]] = []
    for group in groups:
        pieces = [group]
        for x0, y0, x1, y1 in captions:
            level = (y0 + y1) / 2
            at = next(
                (
                    i
                    for i, piece in enumerate(pieces)
                    if any(s.bbox[3] < level for s in piece)
                    and any(s.bbox[1] > level for s in piece)
                    and not any(s.bbox[1] <= level <= s.bbox[3] for s in piece)
                    and any(s.bbox[0] < x1 and s.bbox[2] > x0 for s in piece)
                ),
                None,
            )
            if at is not None:
                piece = pieces[at]
                pieces[at : at + 1] = [[s for s in piece if s.bbox[3] < level], [s for s in piece if s.bbox[1] > level]]
        out += pieces
    return out


def _parallels(strokes: Sequence[Stroke]) -> list[tuple[int, int]]:
    """Pairs of neighbouring rules of the same stretch: the grid lines of one chart stand far apart."""
    stretches: dict[tuple[str, int, int], list[tuple[float, int]]] = defaultdict(list)
    for i, s in enumerate(strokes):
        x0, y0, x1, y1 = s.bbox
        if s.kind == "level" and x1 - x0 > LEAST_WIDTH:
            stretches["level", round(x0 / 2), round(x1 / 2)].append((y0, i))
        elif s.kind == "upright" and y1 - y0 > LEAST_HEIGHT:
            stretches["upright", round(y0 / 2), round(y1 / 2)].append((x0, i))
    pairs = []
    for members in stretches.values():
        for (a, i), (b, j) in itertools.pairwise(sorted(members)):
            if b - a <= GRID_STEP:
                pairs.append((i, j))
    return pairs


def _lines_in_step(strokes: Sequence[Stroke]) -> list[tuple[int, int]]:
    """Pairs of drawn lines with corners at the same places across: the lines of one chart may run far apart."""
    steps: dict[tuple[int, ...], list[tuple[float, int]]] = defaultdict(list)
    for i, s in enumerate(strokes):
        if s.outline and s.colour is None and len(s.outline) >= FEWEST:
            steps[tuple(sorted(round(x) for x, _ in s.outline))].append((s.bbox[1], i))
    return [
        (i, j)
        for members in steps.values()
        for (a, i), (b, j) in itertools.pairwise(sorted(members))
        if b - a <= 2 * GRID_STEP
    ]


def _bars_in_a_row(strokes: Sequence[Stroke]) -> list[tuple[int, int]]:
    """Pairs of neighbouring bars of one thickness on one base line: charts leave wide gaps between few bars.

    Bars that stand in two charts under one another may be as tall and begin as far left as bars that lie: two bars are
    of one chart only where neither stands nearer to a bar of the other direction.
    """
    rows: dict[tuple[str, int, int, int | None], list[tuple[float, float, int]]] = defaultdict(list)
    for i, s in enumerate(strokes):
        if s.kind == "bar":
            x0, y0, x1, y1 = s.bbox
            rows["standing", round(y1), round(x1 - x0), s.colour].append((x0, x1, i))
            rows["lying", round(x0), round(y1 - y0), s.colour].append((y0, y1, i))
    pairs: list[tuple[str, float, int, int]] = []
    nearest: dict[tuple[str, int], float] = {}
    for (direction, _, thickness, _), members in rows.items():
        for (_, end, i), (start, _, j) in itertools.pairwise(sorted(members)):
            if thickness > HAIR and 0 < start - end <= WIDEST_BAR_GAP * thickness:
                pairs.append((direction, start - end, i, j))
                for bar in (i, j):
                    nearest[direction, bar] = min(start - end, nearest.get((direction, bar), start - end))
    other = {"standing": "lying", "lying": "standing"}
    return [
        (i, j)
        for direction, away, i, j in pairs
        if all(away <= nearest.get((other[direction], bar), away) for bar in (i, j))
    ]
