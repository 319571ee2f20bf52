"""Pairs of category and value on a chart, told from where they stand.

In: the values and upright words of a chart. Out: ``pairs_of``: one category for each value, or None when they do not
match one to one. Bars may lie or stand, alone or in groups; slices have their value right under or over their name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.facts.figures.chart_words import ALIGNED, Category, Pairs, Value, middle
from tracker.records import Box


def _lying(values: list[Value], texts: list[Category]) -> Pairs | None:
    """Bars that lie: category and value on one line of the page; a category of two lines is centred on its bar."""
    pairs: Pairs = []
    used: set[int] = set()
    for value in values:
        height = value.part.bbox[3] - value.part.bbox[1]
        near = [
            (abs(middle(text.box, 1) - middle(value.part.bbox, 1)), n)
            for n, text in enumerate(texts)
            if n not in used and abs(middle(text.box, 1) - middle(value.part.bbox, 1)) <= 0.6 * height
        ]
        if not near:
            wrapped = _wrapped_at(texts, used, value.part.bbox)
            if wrapped is None:
                return None
            joined, numbers = wrapped
            used.update(numbers)
            pairs.append((joined, value))
            continue
        if len(near) > 1 and len(values) == 1:
            return None
        _, best = min(near)
        used.add(best)
        pairs.append((texts[best], value))
    lefts = [text.box[0] for text, _ in pairs]
    if len(pairs) == 1 and not (pairs[0][0].box[2] <= pairs[0][1].part.bbox[0] + 2):
        return None
    # Standing bars of one height have their values on one line too, but their categories below, not beside.
    return pairs if lefts and (len({round(middle(v.part.bbox, 1)) for _, v in pairs}) > 1 or len(pairs) == 1) else None


def _wrapped_at(texts: list[Category], used: set[int], box: Box) -> tuple[Category, list[int]] | None:
    height = box[3] - box[1]
    lines = [
        n
        for n, t in enumerate(texts)
        if n not in used and abs(middle(t.box, 1) - middle(box, 1)) <= 1.4 * height and t.box[2] <= box[0] + 2
    ]
    if len(lines) != 2:
        return None
    pair = sorted(lines, key=lambda n: texts[n].box[1])
    return _joined([texts[n] for n in pair]), pair


def _standing(values: list[Value], texts: list[Category]) -> Pairs | None:
    """Bars or points that stand over their categories: one category below for each value, centre over centre."""
    for row in _rows(_merged(texts)):
        if len(row) != len(values):
            continue
        spacing = _spacing(row)
        pairs: Pairs = []
        for text in row:
            near = min(values, key=lambda v: abs(middle(v.part.bbox, 0) - middle(text.box, 0)))
            if abs(middle(near.part.bbox, 0) - middle(text.box, 0)) > 0.4 * spacing:
                break
            pairs.append((text, near))
        if len(pairs) == len(row) and len({v.index for _, v in pairs}) == len(values):
            return pairs
    return None


def _grouped(values: list[Value], texts: list[Category]) -> Pairs | None:
    """Groups of standing bars: as many values over each category as the legend, a row of its own, has entries; the bars
    of a group stand in the legend's order."""
    rows = _rows(_merged(texts))
    for row in rows:
        size = len(values) // len(row)
        legends = [other for other in rows if other is not row and len(other) == size]
        if size < 2 or size * len(row) != len(values) or len(row) < 2 or len(legends) != 1:
            continue
        spacing = _spacing(row)
        pairs: Pairs = []
        for text in row:
            centre = middle(text.box, 0)
            group = sorted(
                (v for v in values if abs(middle(v.part.bbox, 0) - centre) <= 0.5 * spacing),
                key=lambda v: middle(v.part.bbox, 0),
            )
            # values over one another are of lines, or stacked: no order tells whose they are
            if len(group) != size or any(_over(a, b) for a, b in pairwise(group)):
                break
            pairs.extend((text, replace(v, series=entry.text)) for v, entry in zip(group, legends[0], strict=True))
        if len(pairs) == len(values) and len({v.index for _, v in pairs}) == len(values):
            return pairs
    return None


def _over(one: Value, other: Value) -> bool:
    return abs(middle(one.part.bbox, 0) - middle(other.part.bbox, 0)) <= ALIGNED


def _stacked(values: list[Value], texts: list[Category]) -> Pairs | None:
    """Slices or tiles: each value right under or over its own name."""
    pairs: Pairs = []
    used: set[int] = set()
    for value in values:
        box = value.part.bbox
        height = box[3] - box[1]
        near = [
            (abs(middle(t.box, 1) - middle(box, 1)), n)
            for n, t in enumerate(texts)
            if n not in used
            and abs(middle(t.box, 0) - middle(box, 0)) <= max(8.0, 0.3 * (t.box[2] - t.box[0]))
            and abs(middle(t.box, 1) - middle(box, 1)) <= 2.2 * height
        ]
        if not near:
            return None
        _, best = min(near)
        used.add(best)
        pairs.append((texts[best], value))
    return pairs if len(pairs) > 1 else None


def _rows(texts: list[Category]) -> list[list[Category]]:
    rows: list[list[Category]] = []
    for text in sorted(texts, key=lambda t: (t.box[1], t.box[0])):
        for row in rows:
            if abs(row[0].box[1] - text.box[1]) <= 3:
                row.append(text)
                break
        else:
            rows.append([text])
    return [sorted(row, key=lambda t: t.box[0]) for row in rows]


def _spacing(row: list[Category]) -> float:
    centres = [middle(t.box, 0) for t in row]
    gaps = [b - a for a, b in pairwise(centres)]
    return min(gaps) if gaps else max(40.0, row[0].box[2] - row[0].box[0])


def _merged(texts: list[Category]) -> list[Category]:
    """Lines of one category label that stand under one another, centre under centre, as one."""
    out: list[Category] = []
    for text in sorted(texts, key=lambda t: (t.box[1], t.box[0])):
        height = text.box[3] - text.box[1]
        above = next(
            (
                n
                for n, other in enumerate(out)
                if 0 <= text.box[1] - other.box[3] + 0.3 * height <= 0.7 * height
                and abs(middle(other.box, 0) - middle(text.box, 0)) <= 3
            ),
            None,
        )
        if above is None:
            out.append(text)
        else:
            out[above] = _joined([out[above], text])
    return out


def _joined(texts: Sequence[Category]) -> Category:
    boxes = [t.box for t in texts]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Category(" ".join(t.text for t in texts), box, tuple(i for t in texts for i in t.indexes))


def _in_series(values: list[Value], texts: list[Category]) -> Pairs | None:
    """Bars of several colours, in groups or one on the other: each value with the category on whose line its bar is.

    A legend tells each value's series; every category has each series once at most. Without categories the legend's
    entries are the categories, one value each.
    """
    series = {value.series for value in values}
    if "" in series or len(series) < 2:
        return None
    if len(values) == len(series):
        named = [Category(v.series, v.part.bbox, ()) for v in values]
        return [(name, replace(v, series="")) for name, v in zip(named, values, strict=True)]
    lanes = [(row, 0) for row in _rows(_merged(texts))] + [(column, 1) for column in _columns(texts)]
    for lane, axis in lanes:
        if len(lane) < 2 or not len(values) / len(series) <= len(lane) <= len(values):
            continue
        centres = [middle(t.box, axis) for t in lane]
        spacing = min(b - a for a, b in pairwise(sorted(centres)))
        pairs: Pairs = []
        for value in values:
            at = middle(value.part.bbox, axis)
            nearest = min(range(len(lane)), key=lambda k: abs(centres[k] - at))
            if abs(centres[nearest] - at) > 0.5 * spacing:
                break
            pairs.append((lane[nearest], value))
        told = {(text.indexes, value.series) for text, value in pairs}
        if len(pairs) == len(values) == len(told) and len({text.indexes for text, _ in pairs}) == len(lane):
            return pairs
    return None


def _columns(texts: list[Category]) -> list[list[Category]]:
    """Words that begin, or end, under one another: the categories of bars that lie."""
    out: list[list[Category]] = []
    for side in (2, 0):
        lanes: list[list[Category]] = []
        for text in sorted(texts, key=lambda t: t.box[1]):
            lane = next((held for held in lanes if abs(held[0].box[side] - text.box[side]) <= ALIGNED), None)
            if lane is None:
                lanes.append([text])
            else:
                lane.append(text)
        out += [lane for lane in lanes if len(lane) > 1]
    return out


def pairs_of(values: list[Value], texts: list[Category]) -> Pairs | None:
    """The first way of standing in which values and categories match; where a legend tells the series, it must fit."""
    if any(value.series for value in values):
        return _in_series(values, texts)
    for match in (_lying, _standing, _grouped, _stacked):
        pairs = match(values, texts)
        if pairs is not None:
            return pairs
    return None
