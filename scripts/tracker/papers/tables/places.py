"""Boxes of a page in which a table without a drawn grid may stand, from what the model saw and from rules in a pile."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import inside, union
from tracker.papers.tables.captions import NUMBERED
from tracker.papers.tables.columns import SOLID_HEAD, Columns, find_columns
from tracker.papers.tables.entries import split_phrases
from tracker.papers.tables.grid import Grid, GridCell
from tracker.papers.tables.layout import Seen
from tracker.papers.tables.left_edges import cut_at, cut_at_edges
from tracker.papers.tables.rules import Rule, Rules
from tracker.papers.tables.tops import column_of
from tracker.papers.tables.words import Ink, Line, is_number, lines_of
from tracker.records import Box

NOTE = re.compile(r"^(sources?\b|notes?\b|n\.?b\.?\b|\*|†|‡|\(?[a-z1-9]\)\s|[1-9]\s+[A-Z]\w+ \w+ \w+)", re.IGNORECASE)
"""How a note under a table begins."""
BULLET = re.compile(r"^[•▪●○◦■□➢✓✗❖▫→➔·]")
LARGER = 1.18
"""A line of one phrase set this much larger than the next is a heading over the table."""
FARTHEST_HEAD = 2.5
"""A line in bold that names the columns stands at most this many type sizes above the first row (rows of one line, far
from one another, stand as far apart)."""
MOST_APART = 200.0
"""Rules of one table lie at most this far (points) above one another."""


def grown(box: Box) -> Box:
    """The box with a little air, since the model's boxes cut into letters."""
    return (box[0] - 3, box[1] - 2, box[2] + 3, box[3] + 2)


def holds(box: Box, ink: Ink) -> bool:
    """Whether a word's centre lies in the box."""
    x, y = ink.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def extended(box: Box, inks: Sequence[Ink]) -> Box:
    """The box with the lines just above and below it that keep to its columns: heads and totals left outside."""
    lines = cut_at_edges(lines_of([i for i in inks if holds(box, i)]))
    columns = find_columns(lines)
    if columns is None:
        return box
    headed = lines[0].bold
    gaps = sorted(b.box[1] - a.box[3] for a, b in itertools.pairwise(lines) if len(b.phrases) > 1)
    # As far as from row to row, where rows stand evenly: the box ends a little below its last words.
    usual = min(1.05 * gaps[len(gaps) // 2], 2 * lines[0].size) if len(gaps) >= 3 else 0.0

    def keeps(line: Line) -> bool:
        if len(line.phrases) < max(2, 0.6 * len(columns)) or line.box[0] < box[0] - 6 or line.box[2] > box[2] + 6:
            return False
        return all(
            any(p.box[0] >= a - line.size and p.box[2] <= b + line.size for a, b in columns.extents)
            for p in line.phrases
        )

    around = [i for i in inks if box[0] - 30 < i.middle[0] < box[2] + 30 and not i.word.angle]
    above = lines_of([i for i in around if i.middle[1] < box[1]])
    for line in reversed(above):
        apart = box[1] - line.box[3]
        head = not headed and apart <= FARTHEST_HEAD * line.size and _names_columns(line, columns, lines[0].size)
        if not head and (apart > 0.8 * line.size or not keeps(line)):
            break
        headed = headed or head
        box = union([box, (box[0], line.box[1], box[2], line.box[3])])
    below = False
    for line in lines_of([i for i in around if i.middle[1] > box[3]]):
        near = line.box[1] - box[3]
        if near > max(0.8 * line.size, usual) or not (
            keeps(line) or (below and near < 0.45 * line.size and _in_cell(line, columns))
        ):
            break
        below = True
        box = union([box, (box[0], line.box[1], box[2], line.box[3])])
    return box


def _names_columns(line: Line, columns: Columns, size: float) -> bool:
    """Whether a line in bold, of the rows' size, has a phrase in line with each column but one at most."""
    if not line.bold or not 0.85 < line.size / size < 1.1:
        return False
    phrases = split_phrases(columns, cut_at(line, [a for a, _ in columns.extents]), SOLID_HEAD)
    places = [column_of(p, columns) for p in phrases]
    named = {c for c in places if c is not None}
    return len(named) == len(places) >= max(3, len(columns) - 1) and not any(is_number(p.text) for p in phrases)


def _in_cell(line: Line, columns: Columns) -> bool:
    """Whether a line of one phrase goes on with a cell right of the first column."""
    x0, _, x1, _ = line.box
    return len(line.phrases) == 1 and any(a - 3 <= x0 and x1 <= b + line.size for a, b in columns.extents[1:])


def trimmed(box: Box, inks: Sequence[Ink]) -> Box:
    """The box without a caption at its top and notes at its foot: lines of one phrase that say what they are."""
    lines = lines_of([i for i in inks if holds(box, i) and not i.word.angle])
    first = 0
    if len(lines) > 3 and NUMBERED.match(lines[0].text) and len(lines[0].phrases) == 1:
        first = 1
        while (
            first < 3
            and len(lines[first].phrases) == 1
            and lines[first].box[1] - lines[first - 1].box[3] < 0.5 * lines[0].size
        ):
            first += 1
    elif len(lines) > 3:
        first = _headings(lines)
    last = len(lines)
    for k in range(len(lines) - 1, max(first + 1, len(lines) // 2), -1):
        if len(lines[k].phrases) > 1:
            break
        if NOTE.match(lines[k].text):
            last = k
    steps = [b.box[3] - a.box[3] for a, b in itertools.pairwise(lines[first:last])]
    if last - first > 4 and len(lines[last - 1].phrases) == 1 and lines[last - 1].box[0] < box[0] + 12:
        # A label alone, farther off than the rows are from one another, opens what follows the table.
        last -= lines[last - 1].box[3] - lines[last - 2].box[3] > 1.15 * max(steps[:-1])
    kept = lines[first:last]
    if len(kept) < 2 or len(kept) == len(lines):
        return box
    top = box[1] if first == 0 else (lines[first - 1].box[3] + kept[0].box[1]) / 2
    foot = box[3] if last == len(lines) else (kept[-1].box[3] + lines[last].box[1]) / 2
    return (box[0], top, box[2], foot)


def without_notes(grid: Grid) -> Grid:
    """The grid without notes at its foot: from the first row of one cell on that says that it is a note.

    A note is longer than a label: it runs over the columns beside it, or on to the next line.
    """
    held: list[list[GridCell]] = [[] for _ in range(grid.rows)]
    for cell in grid.filled():
        held[cell.row].append(cell)
    last = grid.rows
    for r in range(grid.rows - 1, max(grid.heads, 1), -1):
        if len(held[r]) != 1 or held[r][0].column > 0:
            break
        if NOTE.match(held[r][0].text) and (held[r][0].colspan > 1 or last < grid.rows):
            last = r
    if last == grid.rows:
        return grid
    kept = tuple(c for c in grid.cells if c.row < last)
    foot = max(i.box[3] for c in kept for i in c.inks)
    x0, y0, x1, _ = grid.bbox
    return replace(grid, rows=last, cells=kept, bbox=(x0, y0, x1, foot))


def _headings(lines: Sequence[Line]) -> int:
    """How many lines at the top are a heading in larger type than the first line of columns, and a list below it."""
    rows = [line for line in lines if len(line.phrases) > 1 and not BULLET.match(line.text)]
    if len(rows) < 2:
        return 0
    count = 0
    for line in lines[:-2]:
        bullet = bool(BULLET.match(line.text)) and line is not rows[0]
        larger = len(line.phrases) == 1 and line.size >= LARGER * rows[0].size
        if not larger and not (bullet and count):
            break
        count += 1
    # What stands between a heading and the rows and is neither is the table's: its first label, a head of one line.
    return count


def piled_boxes(rules: Rules) -> list[Box]:
    """Boxes between level rules, or edges of fills, of one width that lie in a pile of three and more."""
    piles: list[list[Rule]] = []
    for rule in sorted((r for r in rules.level if r.length > 80), key=lambda r: r.at):
        for pile in piles:
            last = pile[-1]
            if abs(last.start - rule.start) < 6 and abs(last.end - rule.end) < 6 and rule.at - last.at < MOST_APART:
                pile.append(rule)
                break
        else:
            piles.append([rule])
    return [
        (pile[0].start - 2, pile[0].at - 1, pile[0].end + 2, pile[-1].at + 1)
        for pile in piles
        if len({round(r.at / 3) for r in pile}) >= 3
    ]


def beside_pictures(seen: Sequence[Seen], inks: Sequence[Ink]) -> list[Box]:
    """What words are left in regions that the model takes for pictures, once the drawings' own labels are gone."""
    boxes = []
    for region in (s for s in seen if s.kind == "picture"):
        held = [i.box for i in inks if holds(region.box, i)]
        if held:
            boxes.append(grown(union(held)))
    return boxes


def text_boxes(seen: Sequence[Seen]) -> list[Box]:
    """Regions of text, those that stand side by side made one: the model reads columns of a table as passages."""
    blocked = [s.box for s in seen if s.kind in ("picture", "table")]
    boxes = [s.box for s in seen if s.kind == "text" and all(inside(s.box, b) < 0.5 for b in blocked)]
    boxes.sort(key=lambda b: (b[1], b[0]))
    joined = True
    while joined:
        joined = False
        for i, a in enumerate(boxes):
            for j in range(i + 1, len(boxes)):
                b = boxes[j]
                level = min(a[3], b[3]) - max(a[1], b[1])
                apart = max(a[0], b[0]) - min(a[2], b[2])
                if level > 0.6 * min(a[3] - a[1], b[3] - b[1]) and 0 < apart < 80:
                    whole = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
                    boxes = [x for k, x in enumerate(boxes) if k not in (i, j)] + [whole]
                    boxes.sort(key=lambda x: (x[1], x[0]))
                    joined = True
                    break
            if joined:
                break
    return [grown(b) for b in boxes]
