"""Which printed value of a chart belongs to which category, told from where the words stand.

In: the labels of a figure block and its caption. Out: ``Reading``: pairs of category and value with the index of the
label that prints the value, and the words left over (axis titles, legends). Bars may stand or lie, slices of a pie have
their value beside or under their name; the numbers of an axis are told by their even spacing. ``None`` when values and
categories do not match one to one: a value is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.facts.numbers import Number, parse_cell
from tracker.facts.periods import month_alone
from tracker.records import Box, Label, Part


@dataclass(frozen=True)
class Value:
    """A printed value: the number, the label that prints it, and the part of the label that is the number's."""

    number: Number
    index: int
    part: Part
    printed: str
    series: str = ""
    """The entry of the legend that a bar of a group belongs to."""


@dataclass(frozen=True)
class Reading:
    pairs: tuple[tuple[str, Value], ...]
    rest: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class _Text:
    text: str
    box: Box
    indexes: tuple[int, ...]


_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?\d\d(?:\d\d)?|\d\d/\d\d")
_AGE = re.compile(r"(?:under|over|aged?)\s+\d+['’]?s?|\d+\s?[-–]\s?\d+(?:\s?(?:yrs?|years?))?", re.IGNORECASE)
_WITH_VALUE = re.compile(
    r"(?P<text>.*[A-Za-z*)’'].*?)(?:\s*[:,(]\s*|\s+[–-]\s+"
    r"|\s+)(?<![A-Za-z\d.,/])(?P<number>[-–−+]?£?\d[\d,]*(?:\.\d+)?\s?[%kKmM]?)\)?"
)
# Ticks stand on one line to within this many points, and their places fit a straight line to within this share of
# the span. Found on charts of office suites: below 1 point, below 0.01.
_ALIGNED = 2.0
_STRAIGHT = 0.03


def read_chart(labels: Sequence[Label], caption: str) -> Reading | None:
    """The values of a chart with their categories, or None."""
    title, inner = _without_title(labels, caption)
    values: list[Value] = []
    texts: list[_Text] = []
    years = _year_categories([labels[i] for i in inner])
    ages = any(re.fullmatch(r"\d+\s?[-–]\s?\d+", labels[i].text.strip()) for i in inner)
    for i in inner:
        label = labels[i]
        text = label.text.strip()
        if _turned(label.part.bbox, text):
            texts.append(_Text(text, label.part.bbox, (i,)))
            continue
        number = parse_cell(text)
        category = (
            text in years
            or _SPAN.fullmatch(text)
            or _AGE.fullmatch(text)
            or (ages and re.fullmatch(r"\d+\+", text))
            or month_alone(text)
        )
        if number is not None and number.value and not category:
            values.append(Value(number, i, label.part, text))
            continue
        both = None if category else _WITH_VALUE.fullmatch(text)
        if both and (number := parse_cell(both["number"])) is not None and not _dates(text, both["text"]):
            words, figure = _split(label.part, both, text)
            texts.append(_Text(both["text"].strip(" :,–-("), words.bbox, (i,)))
            values.append(Value(number, i, figure, both["number"].strip()))
        else:
            texts.append(_Text(text, label.part.bbox, (i,)))
    values = _without_ticks(values)
    if not values or not texts:
        return None
    turned = tuple(t.text for t in sorted((t for t in texts if _turned(t.box, t.text)), key=lambda t: -t.box[1]))
    upright = [t for t in texts if not _turned(t.box, t.text)]
    for match in (_lying, _standing, _grouped, _stacked):
        pairs = match(values, upright)
        if pairs is not None:
            used = {i for text, _ in pairs for i in text.indexes}
            rest = tuple(t.text for t in upright if not set(t.indexes) & used)
            ordered = sorted(pairs, key=lambda pair: (round(pair[0].box[1]), pair[0].box[0]))
            return Reading(tuple((text.text, value) for text, value in ordered), (*rest, " ".join(turned)), title)
    return None


def _year_categories(labels: Sequence[Label]) -> frozenset[str]:
    """Years are categories where two or more follow one another on one line; "1950" alone is a value."""
    years = [label for label in labels if _YEAR.fullmatch(label.text.strip())]
    found: set[str] = set()
    for one in years:
        for other in years:
            in_row = abs(_middle(one.part.bbox, 1) - _middle(other.part.bbox, 1)) <= _ALIGNED
            in_column = abs(_middle(one.part.bbox, 0) - _middle(other.part.bbox, 0)) <= _ALIGNED
            if (in_row or in_column) and int(other.text) - int(one.text) == 1:
                found |= {one.text.strip(), other.text.strip()}
    return frozenset(found)


def _dates(text: str, words: str) -> bool:
    """Whether the number at a label's end belongs to a period or a name: "12 months to May 2023", "Level 3"."""
    tail = text[len(words) :].strip(" :(,")
    return bool(
        re.search(
            r"(?:19|20)\d\d\)?$|\d\d/\d\d\)?$|\b(?:Q|Qtr|Quarter|Level|Tier|Band|Stage|Year|Week|Phase|Under|Over"
            r"|Aged?|Zone|Area|Ward)\s?\d+\+?\)?$",
            text,
            re.IGNORECASE,
        )
        or (
            re.search(r"\b[A-Za-z]{3,9}[ -]\d\d$", text)
            and month_alone(words.strip(" -").split()[-1] if words.strip(" -") else "")
        )
        or not tail
    )


def _split(part: Part, both: re.Match[str], text: str) -> tuple[Part, Part]:
    """The places of the words and of the number in one label, by their share of the characters."""
    left, top, right, bottom = part.bbox
    width = right - left
    at = left + width * (both.start("number") / max(1, len(text)))
    middle = left + width * (both.end("text") / max(1, len(text)))
    return Part(page=part.page, bbox=(left, top, middle, bottom)), Part(
        page=part.page, bbox=(round(at - 1, 2), top, right, bottom)
    )


def _turned(box: Box, text: str) -> bool:
    return len(text) > 2 and box[3] - box[1] > 1.3 * (box[2] - box[0])


def _without_title(labels: Sequence[Label], caption: str) -> tuple[str, list[int]]:
    """The caption is often printed inside the figure, on one line or more: those labels are no categories."""
    goal = re.sub(r"\W+", "", caption).lower()
    if goal:
        for first in range(len(labels)):
            joined = ""
            for last in range(first, min(first + 4, len(labels))):
                joined += re.sub(r"\W+", "", labels[last].text).lower()
                if joined == goal:
                    return caption, [i for i in range(len(labels)) if not first <= i <= last]
        return caption, list(range(len(labels)))
    order = sorted(range(len(labels)), key=lambda i: labels[i].part.bbox[1])
    if order and len(labels[order[0]].text.split()) >= 3 and parse_cell(labels[order[0]].text) is None:
        return labels[order[0]].text, [i for i in range(len(labels)) if i != order[0]]
    return "", list(range(len(labels)))


def _without_ticks(values: list[Value]) -> list[Value]:
    """Axis numbers stand on one line, evenly: their value is a straight function of their place."""
    rest = list(values)
    for edges, along in ((2, 1), (0, 1), (1, 0), (3, 0)):  # right- or left-aligned columns, then rows
        for anchor in list(rest):
            line = [v for v in rest if abs(v.part.bbox[edges] - anchor.part.bbox[edges]) <= _ALIGNED]
            if edges in (2, 0) and len(line) < 3:
                line = [v for v in rest if abs(_middle(v.part.bbox, 0) - _middle(anchor.part.bbox, 0)) <= _ALIGNED]
            ticks = _ticks(line, along)
            if 3 <= len(ticks) < len(rest) and _at_edge(ticks, rest, 1 - along):
                rest = [v for v in rest if v not in ticks]
                break
    return rest


def _at_edge(ticks: list[Value], values: list[Value], axis: int) -> bool:
    """An axis stands at the side of its chart: no other number lies on both sides of it."""
    place = _middle(ticks[0].part.bbox, axis)
    others = [_middle(v.part.bbox, axis) for v in values if v not in ticks]
    return all(o >= place - _ALIGNED for o in others) or all(o <= place + _ALIGNED for o in others)


def _ticks(line: list[Value], along: int) -> list[Value]:
    """Those of a line that make a scale: distinct values, equal steps, places in proportion."""
    if len(line) < 3:
        return []
    ordered = sorted(line, key=lambda v: _middle(v.part.bbox, along))
    numbers = [float(v.number.value) for v in ordered]
    places = [_middle(v.part.bbox, along) for v in ordered]
    if len(set(numbers)) != len(numbers) or places[-1] - places[0] < 1:
        return []
    steps = [b - a for a, b in pairwise(numbers)]
    if max(steps) - min(steps) > 0.001 * max(abs(s) for s in steps) + 1e-9:
        return []
    slope = (numbers[-1] - numbers[0]) / (places[-1] - places[0])
    misfit = max(abs(numbers[0] + slope * (p - places[0]) - n) for p, n in zip(places, numbers, strict=True))
    return ordered if misfit <= _STRAIGHT * abs(numbers[-1] - numbers[0]) else []


def _middle(box: Box, axis: int) -> float:
    return (box[axis] + box[axis + 2]) / 2


_Pairs = list[tuple[_Text, Value]]


def _lying(values: list[Value], texts: list[_Text]) -> _Pairs | None:
    """Bars that lie: category and value on one line of the page; a category of two lines is centred on its bar."""
    pairs: _Pairs = []
    used: set[int] = set()
    for value in values:
        height = value.part.bbox[3] - value.part.bbox[1]
        near = [
            (abs(_middle(text.box, 1) - _middle(value.part.bbox, 1)), n)
            for n, text in enumerate(texts)
            if n not in used and abs(_middle(text.box, 1) - _middle(value.part.bbox, 1)) <= 0.6 * height
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
    return pairs if lefts and (len({round(_middle(v.part.bbox, 1)) for _, v in pairs}) > 1 or len(pairs) == 1) else None


def _wrapped_at(texts: list[_Text], used: set[int], box: Box) -> tuple[_Text, list[int]] | None:
    height = box[3] - box[1]
    lines = [
        n
        for n, t in enumerate(texts)
        if n not in used and abs(_middle(t.box, 1) - _middle(box, 1)) <= 1.4 * height and t.box[2] <= box[0] + 2
    ]
    if len(lines) != 2:
        return None
    pair = sorted(lines, key=lambda n: texts[n].box[1])
    return _joined([texts[n] for n in pair]), pair


def _standing(values: list[Value], texts: list[_Text]) -> _Pairs | None:
    """Bars or points that stand over their categories: one category below for each value, centre over centre."""
    for row in _rows(_merged(texts)):
        if len(row) != len(values):
            continue
        spacing = _spacing(row)
        pairs: _Pairs = []
        for text in row:
            near = min(values, key=lambda v: abs(_middle(v.part.bbox, 0) - _middle(text.box, 0)))
            if abs(_middle(near.part.bbox, 0) - _middle(text.box, 0)) > 0.4 * spacing:
                break
            pairs.append((text, near))
        if len(pairs) == len(row) and len({v.index for _, v in pairs}) == len(values):
            return pairs
    return None


def _grouped(values: list[Value], texts: list[_Text]) -> _Pairs | None:
    """Groups of standing bars: as many values over each category as the legend, a row of its own, has entries; the bars
    of a group stand in the legend's order."""
    rows = _rows(_merged(texts))
    for row in rows:
        size = len(values) // len(row)
        legends = [other for other in rows if other is not row and len(other) == size]
        if size < 2 or size * len(row) != len(values) or len(row) < 2 or len(legends) != 1:
            continue
        spacing = _spacing(row)
        pairs: _Pairs = []
        for text in row:
            centre = _middle(text.box, 0)
            group = sorted(
                (v for v in values if abs(_middle(v.part.bbox, 0) - centre) <= 0.5 * spacing),
                key=lambda v: _middle(v.part.bbox, 0),
            )
            if len(group) != size:
                break
            pairs.extend((text, replace(v, series=entry.text)) for v, entry in zip(group, legends[0], strict=True))
        if len(pairs) == len(values) and len({v.index for _, v in pairs}) == len(values):
            return pairs
    return None


def _stacked(values: list[Value], texts: list[_Text]) -> _Pairs | None:
    """Slices or tiles: each value right under or over its own name."""
    pairs: _Pairs = []
    used: set[int] = set()
    for value in values:
        box = value.part.bbox
        height = box[3] - box[1]
        near = [
            (abs(_middle(t.box, 1) - _middle(box, 1)), n)
            for n, t in enumerate(texts)
            if n not in used
            and abs(_middle(t.box, 0) - _middle(box, 0)) <= max(8.0, 0.3 * (t.box[2] - t.box[0]))
            and abs(_middle(t.box, 1) - _middle(box, 1)) <= 2.2 * height
        ]
        if not near:
            return None
        _, best = min(near)
        used.add(best)
        pairs.append((texts[best], value))
    return pairs if len(pairs) > 1 else None


def _rows(texts: list[_Text]) -> list[list[_Text]]:
    rows: list[list[_Text]] = []
    for text in sorted(texts, key=lambda t: (t.box[1], t.box[0])):
        for row in rows:
            if abs(row[0].box[1] - text.box[1]) <= 3:
                row.append(text)
                break
        else:
            rows.append([text])
    return [sorted(row, key=lambda t: t.box[0]) for row in rows]


def _spacing(row: list[_Text]) -> float:
    centres = [_middle(t.box, 0) for t in row]
    gaps = [b - a for a, b in pairwise(centres)]
    return min(gaps) if gaps else max(40.0, row[0].box[2] - row[0].box[0])


def _merged(texts: list[_Text]) -> list[_Text]:
    """Lines of one category label that stand under one another, centre under centre, as one."""
    out: list[_Text] = []
    for text in sorted(texts, key=lambda t: (t.box[1], t.box[0])):
        height = text.box[3] - text.box[1]
        above = next(
            (
                n
                for n, other in enumerate(out)
                if 0 <= text.box[1] - other.box[3] + 0.3 * height <= 0.7 * height
                and abs(_middle(other.box, 0) - _middle(text.box, 0)) <= 3
            ),
            None,
        )
        if above is None:
            out.append(text)
        else:
            out[above] = _joined([out[above], text])
    return out


def _joined(texts: Sequence[_Text]) -> _Text:
    boxes = [t.box for t in texts]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return _Text(" ".join(t.text for t in texts), box, tuple(i for t in texts for i in t.indexes))
