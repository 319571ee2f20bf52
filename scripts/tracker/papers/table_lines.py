"""Which lines of text make one row of a table: bands between rules, gaps, and lines that run on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.table_columns import Columns, entries
from tracker.papers.table_words import Line, Phrase, is_number

RUNS_ON = ("and", "or", "of", "the", "for", "to", "in", "with", "by", "on", "a", "an", "at", "from", "per", "&", "/")
"""A line that ends in one of these is not finished."""

WITHIN = 1.45
"""Lines of one cell stand at most this many type sizes apart, from baseline to baseline."""

TWO_PITCHES = 1.22
"""Where lines of one cell stand closer than rows, the gaps between rows are at least this much larger."""

Entries = dict[int, Phrase]


def row_groups(lines: Sequence[Line], columns: Columns, bands: Sequence[tuple[float, float]]) -> list[list[Line]]:
    """Lines (top to bottom) gathered into rows. ``bands`` are the stretches between dividers across the whole table."""
    if not lines:
        return []
    split = [[line for line in lines if a <= (line.box[1] + line.box[3]) / 2 < b] for a, b in bands]
    split = [band for band in split if band]
    if not split:
        split = [list(lines)]
    if _bands_are_rows(split, columns):
        return split
    groups: list[list[Line]] = []
    pitch = _pitch(lines, columns)
    for band in split:
        if not pitch:
            groups += _rows_by_text(band, columns, lines)
            continue
        for group in _rows_by_gap(band, pitch):
            groups += _rows_by_text(group, columns, lines) if _clashes(group, columns) else [group]
    return groups


def cells_of(columns: Columns, line: Line) -> Entries:
    return dict(entries(columns, line))


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
            figures[c] = figures.get(c, 0) + (is_number(phrase.text) and len(phrase.text) > 1)
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
    jumps = [(b / a, (a + b) / 2) for a, b in itertools.pairwise(gaps) if a <= WITHIN and b / a >= TWO_PITCHES]
    for _, limit in sorted(jumps, reverse=True):
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


def _rows_by_text(band: Sequence[Line], columns: Columns, table: Sequence[Line]) -> list[list[Line]]:
    """Rows where lines stand evenly: a line that lacks figures and runs on from a full line belongs to its row."""
    widths = _widths(table, columns)
    held = [cells_of(columns, line) for line in table if len(line.phrases) >= 2]
    need = [c for c in range(len(columns)) if sum(c in h for h in held) >= 0.6 * max(1, len(held))]
    groups: list[list[Line]] = []
    merged: list[Entries] = []
    i = 0
    while i < len(band):
        line = band[i]
        now = cells_of(columns, line)
        if (groups and _runs_on(merged[-1], now, widths, line.size, need) and _near(groups[-1][-1], line)) or (
            groups and _completes(groups[-1], merged[-1], now, widths, line.size) and _near(groups[-1][-1], line)
        ):
            groups[-1].append(line)
            merged[-1] = {**merged[-1], **now}
        else:
            groups.append([line])
            merged.append(now)
        i += 1
    return groups


def _near(upper: Line, lower: Line) -> bool:
    return _gap(upper, lower) <= 1.75 * max(upper.size, lower.size)


def _widths(lines: Sequence[Line], columns: Columns) -> list[float]:
    out = [0.0] * len(columns)
    for line in lines:
        for c, phrase in cells_of(columns, line).items():
            right = columns.extents[c][1] if c + 1 < len(columns) else columns.extents[-1][1]
            if phrase.box[2] <= right + 1:
                out[c] = max(out[c], phrase.box[2] - phrase.box[0])
    return out


def _unfinished(before: Phrase, after: Phrase, width: float, size: float) -> bool:
    """Whether text runs on: the next word would not have fitted, or the words themselves say so."""
    text, following = before.text, after.text
    if text.endswith(("-", "–", ",", "/", "&", "(")) or text.split()[-1].lower() in RUNS_ON:
        return True
    if following[:1].islower() or following[:1] in "(&/":
        return True
    first = after.inks[0]
    indent = max(0.0, before.box[0] - after.box[0])
    needed = (before.box[2] - before.box[0]) + 0.28 * size + (first.box[2] - first.box[0])
    return needed > width + indent + 0.5 and before.box[2] - before.box[0] > 0.5 * width and width > 5 * size


def _runs_on(before: Entries, now: Entries, widths: Sequence[float], size: float, need: Sequence[int]) -> bool:
    """Whether a line only continues cells of the row above it."""
    if not before or any(is_number(p.text) and len(p.text) > 1 for p in now.values()):
        return False
    if any(c not in before for c in now):
        return False
    if len(before) < 2 and len(need) >= 2 and not (len(now) == 1 and 0 in now and 0 in before):
        return False
    if need and all(c in now for c in need) and len(now) > 1:
        return all(_unfinished(before[c], p, widths[c], size) for c, p in now.items())
    if set(now) == set(before) == {0}:
        return _unfinished(before[0], now[0], widths[0], size)
    return any(_unfinished(before[c], p, widths[c], size) for c, p in now.items()) and not any(
        p.text[:1].isupper() and not _unfinished(before[c], p, widths[c], size) for c, p in now.items()
    )


def _completes(group: Sequence[Line], before: Entries, now: Entries, widths: Sequence[float], size: float) -> bool:
    """Whether a line brings the figures of a row whose label began above it (labels set at the foot of a cell)."""
    if set(before) != {0} or len(group) > 4 or not now:
        return False
    if 0 not in now:
        return any(is_number(p.text) for p in now.values())
    if len(now) < 2:
        return False
    text = before[0].text
    if text.endswith(":"):
        return False
    return _unfinished(before[0], now[0], widths[0], size)
