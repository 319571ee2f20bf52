"""The words of a line in the columns of a table that draws none: its entries, and phrases cut where gutters part them.

In: the columns that the lines of a table share, and a line of its body or head. Out: phrases, from left to right.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.tables.columns import NAMES, SOLID, SPACE, Columns
from tracker.papers.tables.words import Ink, Line, Phrase, is_number

BEGINS = 0.3
"""A word of the head that begins this near (in type sizes) to where the column's entries begin names that column …"""
WIDER = 1.2
"""… where the space before it is so much wider than the narrowest of its phrase, or each word has its own column."""
YEAR = re.compile(r"^((19|20)\d\d([/\-–]\d{2,4})?|\d\d/\d\d)$")
"""What heads a column though it is all digits."""


def figures_in(columns: Columns, lines: Sequence[Line]) -> list[float]:
    """For each column the share of its entries that are figures."""
    found: list[list[bool]] = [[] for _ in columns.extents]
    for line in lines:
        for column, phrase in entries(columns, line):
            found[column].append(is_number(phrase.text))
    return [sum(f) / len(f) if f else 0.0 for f in found]


def entries(columns: Columns, line: Line) -> list[tuple[int, Phrase]]:
    """The entries of a line: its words column by column, a phrase that crosses a cut whole in its first column."""
    out: dict[int, list[Ink]] = {}
    for piece in split_phrases(columns, line):
        column = columns.of(piece.inks[0].middle[0])
        out.setdefault(column, []).extend(piece.inks)
    return [(c, _phrase(inks)) for c, inks in sorted(out.items())]


def split_phrases(columns: Columns, line: Line, solid: float = SOLID) -> list[Phrase]:
    """The phrases of a line, cut at gutters where the gap between two words holds the cut."""
    out: list[Phrase] = []
    if solid < SOLID:
        columns = _cut_before_names(columns, line)
    for phrase in line.phrases:
        held: list[Ink] = [phrase.inks[0]]
        spaces = [b.box[0] - a.box[2] for a, b in itertools.pairwise(phrase.inks)]
        crowded = len(spaces) < 2 or _all_parted(phrase, columns)
        figures = len(list(itertools.takewhile(lambda i: is_number(i.word.text), reversed(phrase.inks))))
        for k, ink in enumerate(phrase.inks[1:], 1):
            before = held[-1]
            ended = solid < SOLID and not ink.word.text[:1].islower() and _ends_column(before, columns)
            cut = ended or any(before.middle[0] < x <= ink.middle[0] for x in columns.cuts)
            gap = ink.box[0] - before.box[2]
            begins = abs(ink.box[0] - columns.extents[columns.of(ink.middle[0])][0]) < BEGINS * ink.word.size
            # In a head an ordinary space, as wide as the others of its phrase, parts nothing.
            plain = solid < SOLID and not crowded and not ended and gap <= WIDER * min(spaces)
            named = solid < SOLID and begins and gap > max(0.1 * ink.word.size, SPACE * ink.space)
            # A label may come as near to the figures of its line as a space is wide.
            figure = k >= len(phrase.inks) - figures and solid == SOLID and _in_column(ink, columns)
            met = solid == SOLID and _edges_meet(before, ink, columns)
            if (
                cut
                and not plain
                and (ended or named or figure or met or gap > max(solid * ink.word.size, SPACE * ink.space))
            ):
                out.append(_phrase(held))
                held = [ink]
            else:
                held.append(ink)
        out.append(_phrase(held))
    return out


def _cut_before_names(columns: Columns, line: Line) -> Columns:
    """The columns with each cut moved up to the word of a head that begins just where the column's entries begin.

    The name before it may be longer than any entry of its own column.
    """
    cuts = list(columns.cuts)
    for k, (begins, _) in enumerate(columns.extents[1:]):
        name = next((i for i in line.inks if abs(i.box[0] - begins) <= NAMES), None)
        if name is not None and columns.extents[k][0] < name.box[0]:
            cuts[k] = max(cuts[k], name.box[0] - 0.1)
    return replace(columns, cuts=tuple(cuts))


def _ends_column(ink: Ink, columns: Columns) -> bool:
    """Whether a word of the head is a number that ends just where the figures of a column end: a sheet program sets
    years as it sets the figures below them, to the right, and the next name to the left of its own cell."""
    return YEAR.match(ink.word.text) is not None and any(
        abs(ink.box[2] - end) <= NAMES and begin - ink.word.size <= ink.box[0] for begin, end in columns.extents[:-1]
    )


def _in_column(ink: Ink, columns: Columns) -> bool:
    """Whether a word begins and ends within the column of its middle."""
    a, b = columns.extents[columns.of(ink.middle[0])]
    return a - 0.5 <= ink.box[0] and ink.box[2] <= b + 0.5


def _edges_meet(before: Ink, ink: Ink, columns: Columns) -> bool:
    """Whether a number ends where its column's entries end and the next word begins where the next column's begin."""
    c = columns.of(ink.middle[0])
    return (
        c > 0
        and is_number(before.word.text)
        and abs(before.box[2] - columns.extents[c - 1][1]) <= NAMES
        and begins_at(ink, columns.extents[c][0])
    )


def begins_at(ink: Ink, x: float) -> bool:
    """Whether a word begins where a column's entries do, as near as rounding leaves it."""
    return abs(ink.box[0] - x) <= NAMES


def _all_parted(phrase: Phrase, columns: Columns) -> bool:
    """Whether each word of a phrase stands over a column of its own."""
    places = [columns.of(i.middle[0]) for i in phrase.inks]
    return len(set(places)) == len(places)


def _phrase(inks: Sequence[Ink]) -> Phrase:
    x0, y0, x1, y1 = zip(*(i.box for i in inks), strict=True)
    return Phrase(tuple(inks), (min(x0), min(y0), max(x1), max(y1)))
