"""The words of a drawing: labels inside and round about it, and its printed title."""

from __future__ import annotations

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
    for word in turned:
        if gap(word.bbox, box) <= LABEL_REACH:
            labels.append((word,))
            box = union([box, word.bbox])
    return labels, box


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
        return line.size > 1.05 * 0.92 * body_size or (line.size >= 0.95 * body_size and not _short_value(line))
    return line.size > 1.05 * max(sizes) or line.size > 1.3 * min(sizes)


def _short_value(line: Line) -> bool:
    return len(line.words) <= 2 and any(c.isdigit() for c in line.text)


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
        if line.bold and above and over and centred and (inside or small):
            title.insert(0, line.words)
            top = min(top, line.bbox[1])
    return title
