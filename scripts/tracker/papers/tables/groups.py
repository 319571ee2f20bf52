"""Lines inside a table that head the rows below them and hold no entries of their own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.words import Line, is_number

FIGURES = 0.5
"""A column with at least this share of figures among its entries is a column of figures."""
CENTRED = 2.0
"""The middle of a centred line is this near (type sizes) to the table's; the widths of outer entries vary."""


def group_headings(lines: Sequence[Line], columns: Columns, figures: Sequence[float]) -> dict[Line, int]:
    """Lines that head the rows below them, set in the middle of the table or of its figures, with their first column.

    Such a line holds one phrase, no figure, over columns that otherwise hold nothing but figures.
    """
    if len(columns) < 3 or sum(f >= FIGURES for f in figures[1:]) < 0.7 * (len(columns) - 1):
        return {}
    (left, stub_end), right = columns.extents[0], columns.extents[-1][1]
    middles = {0: (left + right) / 2, 1: (columns.extents[1][0] + right) / 2}
    out: dict[Line, int] = {}
    for line in lines:
        if len(line.phrases) > 1 or is_number(line.text) or not any(ch.isalpha() for ch in line.text):
            continue
        x0, _, x1, _ = line.box
        if x0 < left + line.size or x1 <= stub_end:
            continue
        first = min(middles, key=lambda k: abs(middles[k] - (x0 + x1) / 2))
        if abs(middles[first] - (x0 + x1) / 2) <= max(CENTRED * line.size, 0.02 * (right - left)):
            out[line] = first
    return out
