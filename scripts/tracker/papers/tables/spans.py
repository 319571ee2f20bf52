"""A level of heads over heads without rules: which columns each of them stands over, told for all of them together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.tables.columns import SOLID_HEAD, Columns
from tracker.papers.tables.entries import split_phrases
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.tops import one_each
from tracker.papers.tables.words import Ink, Line
from tracker.records import Box

CENTRED = 1.0
"""A head stands within this many type sizes of the middle of its columns, or begins or ends with them."""
EXACTLY = 0.12
"""… of this share of a type size, where each begins with the name of its first column."""
MOST_COLUMNS = 40

Head = tuple[Box, tuple[Ink, ...]]


def shared_out(
    group: Sequence[Line], columns: Columns, partials: Sequence[Rule], names: Sequence[Line]
) -> list[tuple[int, int, tuple[Ink, ...]]] | None:
    """First column, last column and words of each head of a level, when together they cover all columns of figures.

    ``names`` are the lines that name single columns. Without rules a head over three columns stands as one over the
    middle one would. Heads that, each centred, share out all columns without a rest leave no doubt, nor do as many
    heads as columns. None where they do not, or where rules say more.
    """
    heads = _heads(group, columns)
    size = group[0].size
    foot = max(line.box[3] for line in group)
    near = [r for r in partials if foot - 0.4 * size <= r.at <= foot + 1.3 * size]
    ruled = any(sum(r.start < b[2] and r.end > b[0] for b, _ in heads) == 1 for r in near)
    n = len(columns)
    stub = [h for h in heads[:1] if h[0][0] < columns.extents[0][1]]
    first = [(0, 0, inks) for _, inks in stub]
    heads = heads[len(stub) :]
    if len(heads) == n - 1 > 1 and all(b[0] > columns.extents[0][1] for b, _ in heads):
        return first + [(k, k, inks) for k, (_, inks) in enumerate(heads, 1)]
    begun = _begun_with(heads, columns, names[-1]) if names and not ruled else None
    if begun is not None:
        return first + begun
    if ruled or not 1 < len(heads) < n - 1 or n > MOST_COLUMNS:
        return None
    named = _named(columns, names)
    ways: dict[int, tuple[float, list[tuple[int, int]]]] = {1: (0.0, [])}
    for box, _ in heads:
        after: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for begin, (cost, spans) in ways.items():
            for last in range(begin, n):
                off = min(_off(box, columns.extents, begin, last), _off(box, named, begin, last))
                if off > CENTRED * size:
                    continue
                best = after.get(last + 1)
                if best is None or cost + off < best[0]:
                    after[last + 1] = (cost + off, [*spans, (begin, last)])
        ways = after
    if n not in ways:
        return None
    spans = ways[n][1]
    return first + [(a, b, inks) for (a, b), (_, inks) in zip(spans, heads, strict=True)]


def _begun_with(heads: Sequence[Head], columns: Columns, names: Line) -> list[tuple[int, int, tuple[Ink, ...]]] | None:
    """Heads that each begin just where the name of a column does: they stand over it and those up to the next head."""
    named = split_phrases(columns, names, SOLID_HEAD)
    held = [(place, p) for place, p in zip(one_each(named, columns), named, strict=True) if place > 0]
    places, labels = [place for place, _ in held], [p for _, p in held]
    at = [next((k for k, p in enumerate(labels) if abs(p.box[0] - b[0]) < EXACTLY * names.size), -1) for b, _ in heads]
    if not 1 < len(heads) < len(labels) or at[0] != 0 or any(a >= b for a, b in itertools.pairwise(at)):
        return None
    if len(set(places)) < len(places):
        return None
    ends = [*(places[k] - 1 for k in at[1:]), len(columns) - 1]
    return [(places[k], end, inks) for k, end, (_, inks) in zip(at, ends, heads, strict=True)]


def _heads(group: Sequence[Line], columns: Columns) -> list[Head]:
    """The phrases of a level from left to right, those one below the other as one."""
    heads: list[Head] = []
    for line in group:
        for phrase in split_phrases(columns, line, SOLID_HEAD):
            for k, (box, inks) in enumerate(heads):
                if phrase.box[0] < box[2] and phrase.box[2] > box[0]:
                    heads[k] = (union([box, phrase.box]), (*inks, *phrase.inks))
                    break
            else:
                heads.append((phrase.box, phrase.inks))
    return sorted(heads, key=lambda h: h[0][0])


def _named(columns: Columns, names: Sequence[Line]) -> list[tuple[float, float]]:
    """The extents of columns with their names, which may be wider than their entries."""
    out = list(columns.extents)
    for line in names:
        for phrase in split_phrases(columns, line, SOLID_HEAD):
            x0, _, x1, _ = phrase.box
            c = columns.of((x0 + x1) / 2)
            if sum(x0 < hi and x1 > lo for lo, hi in columns.extents) > 1:
                continue
            out[c] = (min(out[c][0], x0), max(out[c][1], x1))
    return out


def _off(box: Box, extents: Sequence[tuple[float, float]], first: int, last: int) -> float:
    """How far a head is from standing in the middle of columns, which it must not reach beyond."""
    a, b = extents[first][0], extents[last][1]
    before = extents[first - 1][1]
    after = extents[last + 1][0] if last + 1 < len(extents) else float("inf")
    if box[0] < before or box[2] > after:
        return float("inf")
    return min(abs(a + b - box[0] - box[2]) / 2, abs(a - box[0]), abs(b - box[2]))
