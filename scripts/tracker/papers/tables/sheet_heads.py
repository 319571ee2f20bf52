"""Heads that a sheet program sets to the left of their cells, while the figures below stand to the right.

Without lines such a head stands in the gutter before its figures, often nearer to the column before. It begins where
that column's figures end, at the same small distance in column after column: the padding of two cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.entries import entries
from tracker.papers.tables.words import Line, is_number

NEAREST, FARTHEST = 0.3, 4.5
"""Points from the end of a column's figures to the head of the next: the padding of two cells."""
ALIKE = 0.8
"""The distances of a sheet differ by no more than this (points)."""
FLUSH = 0.6
"""Share of a column's entries that are figures and end at one place."""
FEWEST = 2
"""So many heads must begin so before any is taken for one."""


def with_heads_of_sheet(columns: Columns, head: Sequence[Line], body: Sequence[Line]) -> Columns:
    """The columns, each begun where its head begins when the heads stand as a sheet sets them."""
    ends = _flush_ends(columns, body)
    begins: dict[int, float] = {}
    for k in range(1, len(columns)):
        if (end := ends.get(k - 1)) is not None:
            # the lowest line that has words over a column names it
            over = ([i.box[0] for i in line.inks if end < i.middle[0] < columns.extents[k][1]] for line in head[::-1])
            words = next(filter(None, over), [])
            near = [x for x in words if NEAREST <= x - end <= FARTHEST and x < columns.extents[k][0]]
            if near:
                begins[k] = min(near)
    apart = [begins[k] - ends[k - 1] for k in begins]
    if len(begins) < min(FEWEST, len(ends)) or not begins or max(apart) - min(apart) > ALIKE:
        return columns
    first = [
        p.box[0] for line in head for p in line.phrases if columns.extents[0][1] <= p.box[0] < columns.extents[1][0]
    ]
    if first and 0 not in ends:
        begins[1] = min(first)
    extents = tuple((begins.get(k, a), b) for k, (a, b) in enumerate(columns.extents))
    cuts = tuple(begins[k] - NEAREST / 2 if k in begins else cut for k, cut in enumerate(columns.cuts, 1))
    return replace(columns, extents=extents, cuts=cuts)


def _flush_ends(columns: Columns, body: Sequence[Line]) -> dict[int, float]:
    """Where the figures of each column end that are set to the right, all but the last column's."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for line in body:
        for c, phrase in entries(columns, line):
            found.setdefault(c, []).append((phrase.box[2], is_number(phrase.text)))
    out = {}
    for c, held in found.items():
        end = max(x for x, _ in held)
        flush = sum(number and end - x <= 1 for x, number in held)
        if len(held) > 1 and flush >= FLUSH * len(held) and c < len(columns) - 1:
            out[c] = end
    return out
