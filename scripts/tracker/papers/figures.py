"""Charts and pictures: which part of a page is drawn, and which words belong to the drawing and not to the prose.

A chart gives itself away by its strokes: bars that grow from one base line, a row of ticks, grid lines that nothing
crosses, slices and curves. The words close by in small print are its labels.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import centre_in, union
from tracker.papers.chart_marks import TICK, Stroke, is_chart, size_matters
from tracker.papers.content import PageContent, Picture, PrintedWord
from tracker.papers.drawings import drawings, is_shadow, strokes_of
from tracker.papers.figure_labels import find_labels, find_title
from tracker.papers.legends import find_legend, series_of
from tracker.papers.line_series import is_valued, line_legend, line_series, named_ends
from tracker.papers.lines import Line, make_lines
from tracker.records import Box

MOST_SLICES = 60
"""A pie has no more slices; a map has more areas than any reader would tell apart by their colours."""


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
    strokes = strokes_of(content)
    if not strokes:
        return [], content
    lines = make_lines(content.number, [w for w in content.words if not w.angle])
    turned = [w for w in content.words if w.angle in (90.0, 270.0)]
    filled = [(s.bbox, s.colour) for s in strokes if s.kind == "bar" and s.colour is not None]
    keys = [(s.bbox, s.colour) for s in strokes if s.kind == "level" and s.colour is not None]
    figures: list[FoundFigure] = []
    taken: set[int] = set()
    for group in drawings(strokes, lines):
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


def _inside(box: Box, lines: Iterable[Line]) -> tuple[tuple[PrintedWord, ...], ...]:
    return tuple(line.words for line in lines if centre_in(line.bbox, box))


def _is_ground(box: Box, group: Sequence[Stroke], lines: Iterable[Line]) -> bool:
    """Whether a bitmap is the ground under text: a coloured panel, a photograph under a title, a box's shadow."""
    words = sum(len(line.words) for line in lines if centre_in(line.bbox, box))
    return words >= (1 if is_shadow(box, group) else 3)
