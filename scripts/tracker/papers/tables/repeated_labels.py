"""Heads of two levels whose lower one says the same again: "Number, Rate" under 2021/22 and under 2022/23.

The repetition tells what the upper labels stand over, however they are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.words import Ink, Line

Labels = list[tuple[int, int, tuple[Ink, ...]]]
"""First and last column and the words of each label."""


def period_of(texts: Sequence[str]) -> int:
    """After how many labels (two and more, none alike) a row says the same again, to its end; 0 if it does not."""
    n = len(texts)
    for each in range(2, n // 2 + 1):
        first = list(texts[:each])
        if n % each == 0 and len(set(first)) == each and all(first) and list(texts) == first * (n // each):
            return each
    return 0


def says_again(upper: Sequence[Line], line: Line) -> bool:
    """Whether a line says the same labels again for each of those on the line above it."""
    starts = _starts(line)
    return bool(starts) and all(
        sum(a - line.size < p.box[0] < b - line.size for p in upper[-1].phrases) >= 1
        for a, b in zip(starts, [*starts[1:], float("inf")], strict=True)
    )


def over_repeats(
    group: Sequence[Line], lower: Sequence[Sequence[Line]], places: Sequence[int], columns: Columns
) -> Labels | None:
    """The labels of a level of one line over a last level that repeats itself; None where it is not so.

    ``places`` are the columns of that last level's labels.
    """
    if len(group) != 1 or len(lower) != 1 or len(lower[0]) != 1:
        return None
    (line,), (below,) = group, lower[0]
    starts = _starts(below)
    if not starts:
        return None
    if list(places) != list(range(places[0], places[0] + len(places))):
        return None
    each = len(places) // len(starts)
    out: Labels = []
    for phrase in line.phrases:
        (x0, _, x1, _), size = phrase.box, line.size
        # Centred over figures set to the right a label begins well before them.
        within = places[0] <= columns.of((x0 + x1) / 2) <= places[-1] and x0 > columns.extents[places[0] - 1][1]
        if x0 < starts[0] - size and not (within and places[0] > 0):
            out.append((column := min(columns.of(x0 + 1), places[0] - 1), column, phrase.inks))
        elif x0 > below.phrases[-1].box[2] + size:
            out.append((column := max(columns.of(x0 + 1), places[-1] + 1), column, phrase.inks))
        else:
            begun = sum(x0 > start - size for start in starts)
            middle = (columns.of((x0 + x1) / 2) - places[0]) // each
            first = places[0] + each * max(begun - 1, middle)
            out.append((first, first + each - 1, phrase.inks))
    taken = [c for a, b, _ in out for c in range(a, b + 1)]
    return out if len(set(taken)) == len(taken) and set(taken) <= set(range(len(columns))) else None


def _starts(line: Line) -> list[float]:
    """Where each round of repeated labels begins; none where nothing repeats."""
    each = period_of([p.text for p in line.phrases])
    return [p.box[0] for p in line.phrases[::each]] if each else []
