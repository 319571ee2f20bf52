"""Two tables one below the other that were seen as one region: the second has a title and a head of its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.tables.entries import YEAR
from tracker.papers.tables.region_rules import Region
from tracker.papers.tables.words import Line, is_number, lines_of

FEWEST_ROWS = 2
"""Rows of figures above the second title, and below its head, at least."""
FARTHER = 1.25
"""The second title stands so much farther from the last row than rows from one another."""


def split_below(region: Region) -> float | None:
    """The height between two tables; None for one table.

    The second begins with a bold line of one phrase, set off from the rows above, and a bold line that names two
    columns and more without a figure; rows of figures follow. A heading of a group has no head below it.
    """
    lines = lines_of([i for i in region.inks if not i.word.angle])
    for k in range(FEWEST_ROWS + 1, len(lines) - FEWEST_ROWS - 1):
        title, head = lines[k], lines[k + 1]
        if not (title.bold and head.bold and len(title.phrases) == 1 and len(head.phrases) >= 2):
            continue
        if any(is_number(p.text) and not YEAR.match(p.text) for p in head.phrases):
            continue
        above, below = lines[:k], lines[k + 2 :]
        if min(_rows(above), _rows(below)) < FEWEST_ROWS or not _set_off(above, title):
            continue
        return (above[-1].box[3] + title.box[1]) / 2
    return None


def _rows(lines: Sequence[Line]) -> int:
    """How many lines have a label and figures."""
    return sum(len(line.phrases) >= 2 and is_number(line.phrases[-1].text) for line in lines)


def _set_off(above: Sequence[Line], title: Line) -> bool:
    steps = sorted(b.box[3] - a.box[3] for a, b in itertools.pairwise(above))
    return title.box[3] - above[-1].box[3] >= FARTHER * steps[len(steps) // 2]
