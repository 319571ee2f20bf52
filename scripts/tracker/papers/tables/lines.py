"""Which lines of text make one row of a table: bands between rules, gaps, and lines that run on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.tables.best_rows import best_rows, cells_of
from tracker.papers.tables.columns import Columns
from tracker.papers.tables.words import Line, is_number

WITHIN = 1.45
"""Lines of one cell stand at most this many type sizes apart, from baseline to baseline."""

ONE_LINE = 1.0
"""… and no less than this; a smaller gap only says that a cell of two lines stands beside one of one."""

TWO_PITCHES = 1.22
"""Where lines of one cell stand closer than rows, the gaps between rows are at least this much larger."""


def row_groups(
    lines: Sequence[Line],
    columns: Columns,
    bands: Sequence[tuple[float, float]],
    apart: Sequence[Line] = (),
) -> list[list[Line]]:
    """Lines (top to bottom) gathered into rows.

    ``bands`` are the stretches between dividers across the whole table, ``apart`` lines that are rows by themselves.
    """
    if not lines:
        return []
    split = [[line for line in lines if a <= (line.box[1] + line.box[3]) / 2 < b] for a, b in bands]
    split = [part for band in split for part in _cut_at(band, apart)] or _cut_at(lines, apart)
    if _bands_are_rows([band for band in split if band[0] not in apart], columns):
        return split
    groups: list[list[Line]] = []
    lines = [line for line in lines if line not in apart]
    pitch = _pitch(lines, columns)
    for band in split:
        if band[0] in apart:
            groups.append(band)
            continue
        if not pitch:
            groups += best_rows(band, columns, lines)
            continue
        for group in _rows_by_gap(band, pitch):
            groups += best_rows(group, columns, lines) if _clashes(group, columns) else [group]
    return groups


def _cut_at(lines: Sequence[Line], apart: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines with each line of ``apart`` on its own."""
    return [
        run
        for alone, held in itertools.groupby(lines, key=lambda line: line in apart)
        for run in ([[line] for line in held] if alone else [list(held)])
    ]


def _bands_are_rows(split: Sequence[Sequence[Line]], columns: Columns) -> bool:
    """Whether each band between dividers holds one row: no column has two figures one above the other."""
    if len(split) < 3:
        return False
    single = sum(_one_row(band, columns) for band in split)
    return single >= 0.8 * len(split)


def _one_row(band: Sequence[Line], columns: Columns) -> bool:
    if len(band) == 1:
        return True
    figures: dict[int, int] = {}
    full: int = 0
    for line in band:
        held = cells_of(columns, line)
        full += len(held) >= max(2, len(columns) - 1)
        for c, phrase in held.items():
            # "(26%)" below "31" is in one cell with it
            bracketed = figures.get(c, 0) == 1 and phrase.text.startswith("(") and phrase.text.endswith(")")
            figures[c] = figures.get(c, 0) + (is_number(phrase.text) and len(phrase.text) > 1 and not bracketed)
    several = sum(n >= 2 for n in figures.values())
    if several:
        return False
    # Text alone: a band of many full lines, each beginning with a capital, is a list of rows.
    starts = [cells_of(columns, line).get(0) for line in band]
    capital = sum(s is not None and s.text[:1].isupper() for s in starts)
    return not (full == len(band) >= 3 and capital == len(band))


def _gap(upper: Line, lower: Line) -> float:
    return lower.box[3] - upper.box[3]


def _pitch(lines: Sequence[Line], columns: Columns) -> float:
    """The largest gap inside a cell where gaps tell cells' lines from rows; 0 where they do not.

    A gap is measured from baseline to baseline in multiples of the type size.
    """
    gaps = sorted(_gap(a, b) / max(a.size, b.size) for a, b in itertools.pairwise(lines))
    gaps = [g for g in gaps if g > 0.05]
    jumps = [(a + b) / 2 for a, b in itertools.pairwise(gaps) if a <= WITHIN and b / a >= TWO_PITCHES]
    for limit in sorted((j for j in jumps if j >= ONE_LINE), reverse=True):
        if _tells_rows(_rows_by_gap(lines, limit), columns):
            return limit
    return 0.0


def _tells_rows(groups: Sequence[Sequence[Line]], columns: Columns) -> bool:
    """Whether groups of lines can be rows: hardly any has two figures in one column."""
    good = sum(not _clashes(group, columns) for group in groups)
    several = [g for g in groups if len(g) > 1]
    whole = sum(_is_full(g, columns) for g in several)
    return good >= 0.9 * len(groups) and whole >= 0.6 * len(several)


def _clashes(group: Sequence[Line], columns: Columns) -> bool:
    """Whether two figures of a group stand one above the other in a column."""
    seen: dict[int, int] = {}
    for line in group:
        for c, phrase in cells_of(columns, line).items():
            seen[c] = seen.get(c, 0) + is_number(phrase.text)
    return any(n > 1 for n in seen.values())


def _is_full(group: Sequence[Line], columns: Columns) -> bool:
    """Whether a group of lines looks like one row: not each of its lines fills most columns."""
    rich = [len(cells_of(columns, line)) for line in group]
    most = max(rich)
    return most < 2 or sum(n == most for n in rich) < len(rich) or most < len(columns)


def _rows_by_gap(lines: Sequence[Line], limit: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _gap(groups[-1][-1], line) / max(line.size, groups[-1][-1].size) <= limit:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
