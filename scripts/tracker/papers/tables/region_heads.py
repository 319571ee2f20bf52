"""The cells of a region's head, level by level, and those whose words are set on their side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import union
from tracker.papers.tables.columns import SOLID_HEAD, Columns
from tracker.papers.tables.entries import split_phrases
from tracker.papers.tables.grid import GridCell
from tracker.papers.tables.repeated_labels import over_repeats
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.spans import shared_out
from tracker.papers.tables.tops import column_of, one_each, span_of
from tracker.papers.tables.words import Ink, Line, Phrase


def head_cells(
    group: Sequence[Line], row: int, columns: Columns, partials: Sequence[Rule], lower: Sequence[Sequence[Line]]
) -> list[GridCell]:
    """Cells of one level of the head: phrases one above the other under the same columns are one cell.

    ``lower`` are the levels below it.
    """
    held: list[tuple[int, int, list[Ink]]] = []
    places = one_each(lower[-1][-1].phrases, columns) if lower else []
    together = over_repeats(group, lower, places, columns)
    if together is None and lower:
        together = shared_out(group, columns, partials, [line for level in lower for line in level])
    if together is not None:
        return [GridCell(row, a, 1, b - a + 1, inks) for a, b, inks in together]
    named = {} if lower else _named_columns(group, columns)
    for line in group:
        phrases = split_phrases(columns, line, SOLID_HEAD)
        for phrase in phrases:
            if lower:
                others = [p for p in phrases if p is not phrase]
                first, last = span_of(phrase, columns, others, partials)
            else:
                first, last = named[phrase.inks[0].index]
            for i, (a, b, inks) in enumerate(held):
                if first <= b and last >= a:
                    held[i] = (min(a, first), max(b, last), inks + list(phrase.inks))
                    break
            else:
                held.append((first, last, list(phrase.inks)))
    held.sort(key=lambda h: h[0])
    merged: list[tuple[int, int, list[Ink]]] = []
    for first, last, inks in held:
        if merged and first <= merged[-1][1]:
            a, b, before = merged[-1]
            merged[-1] = (a, max(b, last), before + inks)
        else:
            merged.append((first, last, inks))
    return [GridCell(row, a, 1, b - a + 1, tuple(inks)) for a, b, inks in merged]


def _named_columns(group: Sequence[Line], columns: Columns) -> dict[int, tuple[int, int]]:
    """The columns of each phrase (by its first word) of the lowest level, told first where a line names the most.

    A phrase that begins just where those of one label begin belongs to that label.
    """
    out: dict[int, tuple[int, int]] = {}
    begins: list[tuple[float, tuple[int, int]]] = []
    lines = [split_phrases(columns, line, SOLID_HEAD) for line in group]
    for phrases in sorted(lines, key=len, reverse=True):
        places = one_each(phrases, columns)
        for phrase, place in zip(phrases, places, strict=True):
            near = {over for x, over in begins if abs(x - phrase.box[0]) < 1.0}
            others = [p for p in phrases if p is not phrase]
            over = near.pop() if len(near) == 1 else _lowest(phrase, columns, others, place)
            out[phrase.inks[0].index] = over
            begins.append((phrase.box[0], over))
    return out


def _lowest(phrase: Phrase, columns: Columns, others: Sequence[Phrase], column: int) -> tuple[int, int]:
    """The columns of a phrase in the lowest level: ``column``, or the several it lies over that none else names."""
    if column_of(phrase, columns) is None:
        x0, _, x1, _ = phrase.box
        over = [c for c, (a, b) in enumerate(columns.extents) if min(b, x1) - max(a, x0) > 0.5 * (b - a)]
        named = {columns.of((o.box[0] + o.box[2]) / 2) for o in others}
        if len(over) > 1 and not named & set(over):
            return over[0], over[-1]
    return column, column


def turned_cells(turned: Sequence[Ink], columns: Columns) -> list[GridCell]:
    """One head row of words set on their side: those over a column are its cell."""
    held: dict[int, list[Ink]] = {}
    for ink in turned:
        held.setdefault(columns.of(ink.middle[0]), []).append(ink)
    runs = _turned_phrases(turned)
    if len(held) < len(runs) <= len(columns):
        # Heads stand in the middle of their cells, figures at its side: as many heads as columns are one each.
        held = {c: list(run.inks) for c, run in zip(one_each(runs, columns), runs, strict=True)}
    return [GridCell(0, c, 1, 1, tuple(inks)) for c, inks in sorted(held.items())]


def _turned_phrases(turned: Sequence[Ink]) -> list[Phrase]:
    """Words on their side that stand in one line, from left to right."""
    runs: list[list[Ink]] = []
    for ink in sorted(turned, key=lambda i: i.middle[0]):
        if runs and ink.middle[0] - runs[-1][-1].middle[0] < 0.5 * ink.word.size:
            runs[-1].append(ink)
        else:
            runs.append([ink])
    return [Phrase(tuple(run), union(i.box for i in run)) for run in runs]


def with_turned(cells: list[GridCell], turned: Sequence[Ink], columns: Columns, row: int) -> list[GridCell]:
    """Heads set on their side added to the lowest head row."""
    extra = {c.column: c for c in turned_cells(turned, columns)}
    out = []
    for cell in cells:
        if cell.row == row and cell.column in extra:
            out.append(replace(cell, inks=cell.inks + extra.pop(cell.column).inks))
        else:
            out.append(cell)
    return out + [replace(c, row=row) for c in extra.values()]
