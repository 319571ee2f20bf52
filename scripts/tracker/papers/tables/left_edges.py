"""Columns that stand so close that a long entry runs up to the next one: told by where entries begin, line by line."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import union
from tracker.papers.tables.columns import CROSSING, SPACE
from tracker.papers.tables.words import PHRASE_GAP, Ink, Line, Phrase

SAME = 0.6
"""Entries of one column begin within this many points of one another."""
LEAST_GAP = 0.2
"""So much of the type size at least lies before an entry: hardly less than a space."""
FEWEST = 3
"""At least so many lines have an entry that begins at an edge, two of them behind other words of their line."""

WITHOUT_GAP = 5
"""… or so many of them, where none has a gap before it."""


def cut_at_edges(lines: Sequence[Line]) -> list[Line]:
    """The same lines, with phrases cut where words of other lines begin in line with theirs.

    A word that crosses the edge, or one that begins just beside it behind an ordinary space, says that it is none.
    """
    edges = _left_edges(lines)
    return [cut_at(line, edges) for line in lines] if edges else list(lines)


def _left_edges(lines: Sequence[Line]) -> list[float]:
    rows = [(line.size, sorted(line.inks, key=lambda i: i.box[0])) for line in lines]
    asked: list[float] = []
    edges: list[float] = []
    for size, inks in rows:
        for before, ink in itertools.pairwise(inks):
            x = ink.box[0]
            near = _is_gap(before, ink, size) and x - before.box[2] <= PHRASE_GAP * size
            if near and all(abs(x - other) > SAME for other in asked):
                asked.append(x)
                if _is_edge(x, rows):
                    edges.append(x)
    return edges


def _is_gap(before: Ink, ink: Ink, size: float) -> bool:
    wordless = not any(ch.isalpha() for ch in before.word.text + ink.word.text)
    gap = ink.box[0] - before.box[2]
    # Digits behind digits and a space are one number: "1 204 377".
    return gap >= max(LEAST_GAP * size, SPACE * ink.space) and not (wordless and gap <= PHRASE_GAP * size)


def _is_edge(x: float, rows: Sequence[tuple[float, Sequence[Ink]]]) -> bool:
    beginning = behind = wide = against = reaching = 0
    for size, inks in rows:
        after = next((k for k, i in enumerate(inks) if i.box[2] > x + SAME), None)
        if after is None:
            continue
        reaching += 1
        ink, gap = inks[after], (inks[after].box[0] - inks[after - 1].box[2]) / size if after else float("inf")
        if abs(ink.box[0] - x) <= SAME:
            beginning += 1
            behind += after > 0
            wide += after > 0 and gap > PHRASE_GAP
        else:
            against += ink.box[0] < x or gap <= PHRASE_GAP
    most = int(CROSSING * len(rows))
    sure = (wide and behind >= 2) or behind >= WITHOUT_GAP
    return against <= most and sure and beginning >= max(FEWEST, 0.5 * reaching)


def cut_at(line: Line, edges: Sequence[float]) -> Line:
    """The line with its phrases cut where a word behind a space begins at one of ``edges``."""
    phrases: list[Phrase] = []
    for phrase in line.phrases:
        held: list[Ink] = []
        for ink in phrase.inks:
            if held and any(abs(ink.box[0] - x) <= SAME for x in edges) and _is_gap(held[-1], ink, line.size):
                phrases.append(Phrase(tuple(held), union(i.box for i in held)))
                held = []
            held.append(ink)
        phrases.append(Phrase(tuple(held), union(i.box for i in held)))
    return replace(line, phrases=tuple(phrases))
