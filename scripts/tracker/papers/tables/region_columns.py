"""The columns of a region: from the gutters of its body, its drawn dividers, and what only its head names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.tables.columns import Columns, columns_by_air, columns_from_cuts, find_columns
from tracker.papers.tables.entries import entries
from tracker.papers.tables.words import Line, Phrase, is_number


def columns_of(lines: Sequence[Line], heads: int, fixed: Sequence[float]) -> Columns | None:
    """The columns of a region whose first ``heads`` lines are its head; None where there are not two.

    ``fixed`` are the x positions (points) of dividers that are drawn.
    """
    body = lines[heads:] if len(lines) - heads >= 1 else lines
    columns = find_columns(body, fixed, lines[:heads])
    airy = columns_by_air(body)
    if columns is not None and airy is not None and len(airy) > len(columns):
        # Entries that share a line with none of their row stand alone, but clear of all the others.
        columns = airy
    if columns is None:
        return find_columns(lines, fixed) or columns_by_air(lines)
    columns = _with_sides_joined(columns, lines[:heads], body)
    return _with_signs_joined(_with_head_only(columns, lines[:heads]), body)


def _with_head_only(columns: Columns, head: Sequence[Line]) -> Columns:
    """Columns that only the head names (their body is empty): a head phrase well clear of every column."""
    names = _names(columns, head)
    extents = list(columns.extents)
    if _names_all(columns, names):
        return columns
    for a, b, free in names:
        if not all(b + free < x0 or a - free > x1 for x0, x1 in extents):
            continue
        near = sorted([*extents, (a, b)])
        at = near.index((a, b))
        beside = [near[k] for k in (at - 1, at + 1) if 0 <= k < len(near)]
        if all(any(p < x1 and q > x0 for p, q, _ in names) for x0, x1 in beside):
            extents = near
    if len(extents) == len(columns):
        return columns
    return Columns(tuple(extents), tuple((p[1] + q[0]) / 2 for p, q in itertools.pairwise(extents)))


def _names_all(columns: Columns, names: Sequence[tuple[float, float, float]]) -> bool:
    """Whether there are as many names as columns, each between its column's neighbours.

    Spreadsheets set heads to the left of their cells and figures to the right: a name may stand clear of its figures.
    """
    sides = [(float("-inf"), float("-inf")), *columns.extents, (float("inf"), float("inf"))]
    return len(names) == len(columns) and all(
        before[1] < b and before[0] < a and a < own[1] and b < after[0] + free
        for (a, b, free), before, own, after in zip(names, sides, sides[1:], sides[2:], strict=False)
    )


def _names(columns: Columns, head: Sequence[Line]) -> list[tuple[float, float, float]]:
    """Where the names of columns stand, with the air they need: all lines of a head without spans, else its last."""

    def over(phrase: Phrase) -> int:
        return sum(phrase.box[0] < x1 and phrase.box[2] > x0 for x0, x1 in columns.extents)

    lines = head[-1:] if any(over(p) > 1 for line in head for p in line.phrases) else head
    names: list[tuple[float, float, float]] = []
    for a, b, free in sorted((p.box[0], p.box[2], p.inks[0].word.size * 0.3) for line in lines for p in line.phrases):
        if names and a < names[-1][1]:
            names[-1] = (names[-1][0], max(b, names[-1][1]), free)
        else:
            names.append((a, b, free))
    return names


def _with_sides_joined(columns: Columns, head: Sequence[Line], body: Sequence[Line]) -> Columns:
    """Columns with those joined that are the two sides of one: a sheet program sets numbers to the right and what was
    typed as text ("75%", "n/a") to the left. No row has both, one name stands over both."""
    rows = [dict(entries(columns, line)) for line in body]
    names = [(p.box[0], p.box[2]) for line in head for p in line.phrases]
    drop: set[int] = set()
    for c in range(len(columns) - 1):
        left, right = ([row[k] for row in rows if k in row] for k in (c, c + 1))
        if not left or not right or any(c in row and c + 1 in row for row in rows):
            continue
        a, b = columns.extents[c][0], columns.extents[c + 1][1]
        over = [name for name in names if name[0] < b and a < name[1]]
        spans = (
            over
            and min(n[0] for n in over) < columns.extents[c][1]
            and max(n[1] for n in over) > columns.extents[c + 1][0]
        )
        apart = any(x1 < y0 for (_, x1), (y0, _) in itertools.pairwise(sorted(over)))
        if spans and not apart and all(is_number(p.text) or p.text.lower() in _NONE for p in (*left, *right)):
            drop.add(c)
    return columns_from_cuts(body, [x for i, x in enumerate(columns.cuts) if i not in drop]) or columns


_NONE = ("n/a", "tbc", "nil", "none", "new")


def _with_signs_joined(columns: Columns, body: Sequence[Line]) -> Columns:
    """A column of bare signs ($, £, %) belongs to the figures beside it, one of dashes to those that it stands for."""
    texts: list[list[str]] = [[] for _ in columns.extents]
    rows: list[set[int]] = []
    for line in body:
        held_here = entries(columns, line)
        rows.append({c for c, _ in held_here})
        for c, phrase in held_here:
            texts[c].append(phrase.text)
    drop: set[int] = set()
    for c, held in enumerate(texts):
        if not held:
            continue
        if all(t in ("$", "£", "€") for t in held) and c + 1 < len(columns):
            drop.add(c)
        elif all(t in ("%", "*", ")", "p", "†") for t in held) and c > 0:
            drop.add(c - 1)
        elif all(is_number(t) and not any(ch.isalnum() for ch in t) for t in held):
            # Dashes set to the other side of their column than its figures, which are lacking in just these rows.
            for cut, other in ((c, c + 1), (c - 1, c - 1)):
                beside = 0 < other < len(columns) and any(map(is_number, texts[other]))
                if beside and not any(c in row and other in row for row in rows):
                    drop.add(cut)
                    break
    if not drop:
        return columns
    cuts = [x for i, x in enumerate(columns.cuts) if i not in drop]
    return columns_from_cuts(body, cuts) or columns
