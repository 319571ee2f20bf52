"""Lines inside a table that head the rows below them and hold no entries of their own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.words import Line, is_number

FIGURES = 0.5
"""A column with at least this share of figures among its entries is a column of figures."""
CENTRED = 2.0
"""The middle of a centred line is this near (type sizes) to the table's; the widths of outer entries vary."""
EXACTLY = 0.5
"""… and this near where it stands over the labels only, which are indented to any depth."""
NEAR = 0.1
"""Lines of one name lie this near (type sizes, from the foot of one to the top of the next)."""


def group_headings(
    lines: Sequence[Line], columns: Columns, figures: Sequence[float], sides: Sequence[tuple[float, float]] = ()
) -> dict[Line, int]:
    """Lines that head the rows below them, set in the middle of the table or of its figures, with their first column.

    Such a line holds one phrase, no figure, over columns that otherwise hold nothing but figures. ``sides`` are the
    ends of rules that run across the table: its middle is theirs, where there are some.
    """
    if len(columns) < 3 or sum(f >= FIGURES for f in figures[1:]) < 0.7 * (len(columns) - 1):
        return {}
    (left, stub_end), right = columns.extents[0], columns.extents[-1][1]
    middles = [(0, (a + b) / 2) for a, b in [(left, right), *sides]]
    middles += [(1, (columns.extents[1][0] + right) / 2)]
    begins = [line.phrases[0].box[0] for line in lines if len(line.phrases) > 1]
    out: dict[Line, int] = {}
    for line in lines:
        if len(line.phrases) > 1 or is_number(line.text) or not any(ch.isalpha() for ch in line.text):
            continue
        x0, _, x1, _ = line.box
        if x0 < left + line.size:
            continue
        first, middle = min(middles, key=lambda m: abs(m[1] - (x0 + x1) / 2))
        over_figures = x1 > stub_end
        near = max(CENTRED * line.size, 0.02 * (right - left)) if over_figures else EXACTLY * line.size
        if abs(middle - (x0 + x1) / 2) > near:
            continue
        if over_figures or not any(abs(x0 - x) < 0.3 * line.size for x in begins):
            out[line] = first
    return out


def goes_on(above: Line, line: Line) -> bool:
    """Whether a line in the middle ends the head above it: a unit in brackets, or the end of a name of a column."""
    if line.text.startswith("(") or line.text[:1].islower():
        return True
    near = line.box[1] - above.box[3] < NEAR * line.size
    (x0, _, x1, _), dress = line.box, (line.inks[0].word.bold, line.inks[0].word.italic)
    on = [p for p in above.phrases if p.box[0] < x1 and p.box[2] > x0]
    return near and len(on) == 1 and (on[0].inks[0].word.bold, on[0].inks[0].word.italic) == dress
