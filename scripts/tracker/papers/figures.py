"""Charts and pictures: which part of a page is drawn, and which words belong to the drawing and not to the prose.

A chart gives itself away by its strokes: bars that grow from one base line, a row of ticks, grid lines that nothing
crosses, slices and curves. The words close by in small print are its labels.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import centre_in, gap, shared, union
from tracker.papers.chart_marks import HAIR, LEAST_HEIGHT, LEAST_WIDTH, TICK, Stroke, is_chart, size_matters
from tracker.papers.content import PageContent, Picture, PrintedWord
from tracker.papers.figure_labels import find_labels, find_title
from tracker.papers.legends import find_legend, series_of
from tracker.papers.line_series import FEWEST, is_valued, line_legend, line_series, named_ends
from tracker.papers.lines import Line, make_lines
from tracker.records import Box

MOST_IN_CELL = 120
"""Strokes in one square of 60 points that are compared each with each; more lie so dense that neighbours suffice."""
NEAR = 22.0
"""Points: strokes closer together than this belong to one drawing."""
GRID_STEP = 90.0
"""Points: grid lines of one chart stand at most this far apart."""
TOUCH = 0.6
"""Points: pieces of a rule on one line that come this close to each other are one rule."""
MOST_SLICES = 60
"""A pie has no more slices; a map has more areas than any reader would tell apart by their colours."""
WHOLE_PAGE = 0.85
"""A shape or bitmap over this share of the page is its background."""


WIDEST_BAR_GAP = 2.4
"""Thicknesses between neighbouring bars of one chart at most."""

SAME_PLACE = 0.75
"""A bitmap that shares more of its area with a filled box is the box's shadow or sheen."""


@dataclass(frozen=True)
class FoundFigure:
    """A drawing with the lines of words inside it; ``caption`` is its printed title, "" where it has none."""

    bbox: Box
    labels: tuple[tuple[PrintedWord, ...], ...] = ()
    caption: str = ""
    series: tuple[str, ...] = ()
    """For each label the entry of the legend that its value, or it itself, belongs to; "" for none. May be left out."""


def find_figures(content: PageContent, body_size: float) -> tuple[list[FoundFigure], PageContent]:
    """The figures of a page, top to bottom, and the page without their words (their boxes added to its pictures)."""
    strokes = _strokes(content)
    if not strokes:
        return [], content
    lines = make_lines(content.number, [w for w in content.words if not w.angle])
    turned = [w for w in content.words if w.angle in (90.0, 270.0)]
    filled = [(s.bbox, s.colour) for s in strokes if s.kind == "bar" and s.colour is not None]
    keys = [(s.bbox, s.colour) for s in strokes if s.kind == "level" and s.colour is not None]
    figures: list[FoundFigure] = []
    taken: set[int] = set()
    for group in _cut_at_captions(_clusters(strokes), lines):
        box = union(s.bbox for s in group)
        drawn = [(s.outline, s.pen) for s in group if s.outline and s.colour is None and s.pen is not None]
        if not is_chart(group, lines) and not is_valued(drawn, lines):
            bitmaps = [s for s in group if s.kind == "bitmap"]
            for bitmap in bitmaps:
                if size_matters(bitmap.bbox) and not _is_ground(bitmap.bbox, group, lines):
                    figures.append(FoundFigure(bitmap.bbox, _inside(bitmap.bbox, lines)))
                    taken.update(id(w) for label in figures[-1].labels for w in label)
            continue
        bars = [(s.bbox, s.colour) for s in group if s.kind == "bar" and s.colour is not None]
        colours = {s.colour for s in group if s.kind in ("bar", "curve") and s.colour is not None}
        slices = [(s.outline, s.colour) for s in group if s.outline and s.colour is not None and _is_slice(s.bbox)]
        free = [line for line in lines if not any(id(w) in taken for w in line.words)]
        legend = find_legend(box, colours, filled, free)
        keyed = () if legend else line_legend(box, {pen for _, pen in drawn}, keys, free) or named_ends(drawn, free)
        legend = legend or keyed
        taken.update(id(w) for entry in legend for w in entry.words)
        others = [line for line in lines if not any(id(w) in taken for w in line.words)]
        if legend:
            # the value of a line's last corner stands in one line with the name behind it
            parted = (line.words for line in free if any(id(w) in taken for w in line.words))
            others += make_lines(content.number, [w for words in parted for w in words if id(w) not in taken])
        labels, box = find_labels(box, others, turned, body_size)
        title = find_title(labels, others, box, union(s.bbox for s in group), body_size)
        caption = " ".join(" ".join(w.text for w in line) for line in title)
        every = [*title, *(run for label in labels if label not in title for run in _runs(label))]
        meant = {entry.colour: entry.text for entry in legend}
        slices = [s for s in slices if s[1] in meant][:MOST_SLICES]
        if keyed:
            series = line_series([_figure(label) for label in every], drawn, meant)
        else:
            series = [series_of(label, bars, slices, meant) for label in every]
        series += [entry.text for entry in legend]
        every += [entry.words for entry in legend]
        whole = union([box, *(w.bbox for label in (*title, *every) for w in label)])
        figures.append(FoundFigure(whole, tuple(every), caption, tuple(series)))
        taken.update(id(w) for label in every for w in label)
    if not figures:
        return [], content
    figures.sort(key=lambda f: (f.bbox[1], f.bbox[0]))
    rest = tuple(w for w in content.words if id(w) not in taken)
    regions = tuple(Picture(f.bbox) for f in figures)
    return figures, replace(content, words=rest, pictures=regions)


def _is_slice(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) > TICK


def _figure(label: Sequence[PrintedWord]) -> tuple[Box, float] | None:
    """The place and value of a label that is a figure alone."""
    text = "".join(w.text for w in label)
    number = re.fullmatch(r"[-–+]?£?(\d[\d,]*(?:\.\d+)?)%?", text)
    if number is None:
        return None
    value = float(number[1].replace(",", ""))
    return union(w.bbox for w in label), -value if text[0] in "-–" else value


def _runs(label: tuple[PrintedWord, ...]) -> list[tuple[PrintedWord, ...]]:
    """A label apart where the file begins a line anew: names of neighbouring bars that come close to one another."""
    return [tuple(run) for _, run in itertools.groupby(label, key=lambda w: w.line)]


def _strokes(content: PageContent) -> list[Stroke]:
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


def _inside(box: Box, lines: Iterable[Line]) -> tuple[tuple[PrintedWord, ...], ...]:
    return tuple(line.words for line in lines if centre_in(line.bbox, box))


def _is_ground(box: Box, group: Sequence[Stroke], lines: Iterable[Line]) -> bool:
    """Whether a bitmap is the ground under text: a coloured panel, a photograph under a title, a box's shadow."""
    words = sum(len(line.words) for line in lines if centre_in(line.bbox, box))
    size = (box[2] - box[0]) * (box[3] - box[1])
    shadow = any(s.kind == "bar" and shared(s.bbox, box) > SAME_PLACE * size for s in group)
    return words >= (1 if shadow else 3)
