"""The words of a drawing: labels inside and round about it, and its printed title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tracker.papers.boxes import centre_in, gap, union
from tracker.papers.content import PrintedWord
from tracker.papers.lines import Line
from tracker.records import Box

LABEL_REACH = 26.0
"""Points: a label stands this close to its drawing."""
LABEL_WORDS = 8
"""A label has at most this many words."""
AXIS_WORDS, AXIS_LABELS = 3, 3
"""So few words in a line, and so many lines ending at one upright beside a drawing: the labels of its axis."""

ROW_AWAY = 140.0
"""Points: the categories of a line stand at its foot, however high it runs; nothing else stands between."""
MIDDLE, IN_ROW = 4.0, 2.0
"""Points by which the middles of a value and its category differ, and the base lines of one row."""


def find_labels(
    box: Box, lines: Sequence[Line], turned: Sequence[PrintedWord], body_size: float
) -> tuple[list[tuple[PrintedWord, ...]], Box]:
    """The lines that belong to a drawing, and its box with them: those inside, then small print round about."""
    labels: list[tuple[PrintedWord, ...]] = []
    sizes: list[float] = []
    core = box
    for line in lines:
        if centre_in(line.bbox, core):
            labels.append(line.words)
            sizes.append(line.size)
    axis = _axis_size(core, lines)
    known = {id(words) for words in labels}
    near = sorted((line for line in lines if id(line.words) not in known), key=lambda line: gap(line.bbox, core))
    for line in near:
        reach = gap(line.bbox, box)
        if reach > LABEL_REACH or len(line.words) > LABEL_WORDS:
            continue
        if not _like(line.size, axis) and _too_large(line, sizes, body_size):
            continue
        if line.bbox[0] < core[0] - 190 or line.bbox[2] > core[2] + 90:
            continue
        labels.append(line.words)
        sizes.append(line.size)
        box = union([box, line.bbox])
    for words, where in (*_categories_below(labels, lines, box), *_categories_beside(labels, lines, core)):
        labels.append(words)
        box = union([box, where])
    for words in _set_on_their_side(turned):
        where = union([word.bbox for word in words])
        if gap(where, box) <= LABEL_REACH:
            labels.append(words)
            box = union([box, where])
    return labels, box


def _set_on_their_side(turned: Sequence[PrintedWord]) -> list[tuple[PrintedWord, ...]]:
    """Turned words, together those that make one line up or down the page: an axis called "Tool or power"."""
    found: list[list[PrintedWord]] = []
    for word in turned:
        last = found[-1][-1] if found else None
        if last and last.line == word.line and gap(last.bbox, word.bbox) < word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(words) for words in found]


def _categories_below(
    labels: Sequence[tuple[PrintedWord, ...]], lines: Sequence[Line], box: Box
) -> list[tuple[tuple[PrintedWord, ...], Box]]:
    """The row of short words under a drawing without axis, each under the middle of one of its values."""
    known = {id(words) for words in labels}
    values = [
        (words[0].bbox[0] + words[0].bbox[2]) / 2
        for words in labels
        if len(words) == 1 and words[0].text.strip("%£")[:1].isdigit()
    ]
    below = sorted(
        (k for k in lines if id(k.words) not in known and 0 <= k.bbox[1] - box[3] <= ROW_AWAY and _beneath(k, box)),
        key=lambda k: k.baseline,
    )
    if len(values) < AXIS_LABELS or not below:
        return []
    row = [k for k in below if k.baseline - below[0].baseline <= IN_ROW]
    under = [(k.bbox[0] + k.bbox[2]) / 2 for k in row]
    # each line of a chart of several has a value of its own over every category
    places = {min(under, key=lambda x: abs(x - v)) for v in values}
    met = sum(any(abs(x - v) <= MIDDLE for x in under) for v in values)
    if len(row) != len(places) or met < len(values) or any(len(k.words) > AXIS_WORDS for k in row):
        return []
    return [(k.words, k.bbox) for k in row]


def _categories_beside(
    labels: Sequence[tuple[PrintedWord, ...]], lines: Sequence[Line], core: Box
) -> list[tuple[tuple[PrintedWord, ...], Box]]:
    """The column of words left of bars that lie, each level with a row of printed values: a browser sets them in a
    column of their own, and short names end far from their bars."""
    known = {id(words) for words in labels}
    values = [words[0].bbox for words in labels if len(words) == 1 and words[0].text.strip("%£")[:1].isdigit()]
    # behind the end of the longest bar a value stands outside the drawing, but level with it
    heights = [(box[1] + box[3]) / 2 for box in values]
    rows = {round(y / MIDDLE) for y in heights if core[1] <= y <= core[3]}
    beside = [
        line
        for line in lines
        if id(line.words) not in known
        and 0 <= core[0] - line.bbox[2] <= ROW_AWAY
        and len(line.words) <= LABEL_WORDS
        and core[1] <= (line.bbox[1] + line.bbox[3]) / 2 <= core[3]
    ]
    held = {round((line.bbox[1] + line.bbox[3]) / 2 / MIDDLE): line for line in beside}
    edges = {round(line.bbox[0] / IN_ROW) for line in beside}, {round(line.bbox[2] / IN_ROW) for line in beside}
    met = all(any(row + step in held for step in (-1, 0, 1)) for row in rows)
    if len(beside) != len(rows) or not met or min(map(len, edges)) > 1:
        return []
    if len(rows) < 2 or (len(rows) < AXIS_LABELS and any(len(line.words) > AXIS_WORDS for line in beside)):
        return []
    return [(line.words, line.bbox) for line in beside]


def _beneath(line: Line, box: Box) -> bool:
    return line.bbox[2] > box[0] - MIDDLE and line.bbox[0] < box[2] + MIDDLE


def _axis_size(core: Box, lines: Sequence[Line]) -> float:
    """The size of the labels along the left side of a drawing; 0 where none stand there."""
    ends: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        beside = core[0] - LABEL_REACH <= line.bbox[2] <= core[0] + 2
        if beside and len(line.words) <= AXIS_WORDS and core[1] - line.size < line.baseline < core[3] + line.size:
            ends.setdefault((round(line.bbox[2] / 3), round(line.size)), []).append(line)
    rows = max(ends.values(), key=lambda members: len({round(m.baseline) for m in members}), default=[])
    return rows[0].size if len(rows) >= AXIS_LABELS else 0.0


def _like(size: float, axis: float) -> bool:
    return abs(size - axis) <= 0.03 * axis


def _too_large(line: Line, sizes: Sequence[float], body_size: float) -> bool:
    """Whether a line is set larger than the labels found so far, or, where there are none, than labels are."""
    if not sizes:
        if _named_value(line):
            return line.size > 1.05 * body_size
        return line.size > 1.05 * 0.92 * body_size or (line.size >= 0.95 * body_size and not _short_value(line))
    return line.size > 1.05 * max(sizes) or line.size > 1.3 * min(sizes)


def _short_value(line: Line) -> bool:
    return len(line.words) <= 2 and any(c.isdigit() for c in line.text)


def _named_value(line: Line) -> bool:
    """Whether a line is a name with its share at the end ("Partner, 46%"), as stands beside a slice."""
    last = line.words[-1].text.strip("()")
    return 2 <= len(line.words) <= LABEL_WORDS and last.endswith("%") and last[:1].isdigit()


# What stands over the highest bar in print as bold as the title; a year may end a title.
_VALUE = re.compile(r"(?!(?:19|20)\d\d$)£?\d[\d,]*(?:\.\d+)?[%kKmM]?")


def find_title(
    labels: list[tuple[PrintedWord, ...]], lines: Sequence[Line], box: Box, core: Box, body_size: float
) -> list[tuple[PrintedWord, ...]]:
    """Bold lines that stand over the drawing, from the top: its title."""
    known = {id(words) for words in labels}
    sizes = [w.size for words in labels for w in words]
    usual = Counter(sizes).most_common(1)[0][0] if sizes else 0.0
    bottom = core[1] + 0.15 * (core[3] - core[1])
    top = box[1]
    title: list[tuple[PrintedWord, ...]] = []
    for line in sorted(lines, key=lambda line: -line.bbox[1]):
        inside = id(line.words) in known
        reach = LABEL_REACH * (1.3 if line.size < 0.9 * body_size else 0.5)
        above = line.bbox[3] <= bottom and line.bbox[3] >= top - reach
        middle = (line.bbox[0] + line.bbox[2]) / 2
        over = core[0] - 10 <= middle <= core[2] + 10
        small = not usual or line.size <= 1.7 * usual
        centred = abs(middle - (box[0] + box[2]) / 2) < 0.3 * (box[2] - box[0])
        # over the names of bars that lie, and no larger than text: a heading over a chart is larger
        first = line.size <= body_size and abs(line.bbox[0] - box[0]) <= LABEL_REACH and line.bbox[2] <= box[2]
        value = all(_VALUE.fullmatch(w.text) for w in line.words)
        if line.bold and above and ((over and centred) or first) and (inside or small) and not value:
            title.insert(0, line.words)
            top = min(top, line.bbox[1])
    return title
