"""Words that stand raised beside their line, as the marks of notes do."""

from __future__ import annotations

from dataclasses import replace

from tracker.papers.content import PrintedWord
from tracker.papers.lines import is_marker

RAISED_SIZE = 0.84
"""A raised mark is set at most this large beside its line (superscripts measure 0.58 to 0.7, a browser's 0.83)."""
BULLETS_REACH = 3.0
"""Ems of its text at most stand between a small bullet and the text that it begins; a note mark stands closer."""
OVERHANG = 0.3
"""Ems of the raised word, by which it may stand over the end of its line (slanted letters lean)."""
RAISED_BY = 0.12
"""… and its baseline is at least this share of the line's size above the line's."""


def with_rises(words: list[PrintedWord]) -> list[PrintedWord]:
    """Raised words marked: smaller than a neighbour beside them that they overlap in height, on a higher baseline.

    What stands over the neighbour, like the label over the large number of a tile, is a line of its own.
    """
    out = list(words)
    for i, word in enumerate(words):
        if word.angle:
            continue
        for j in (i - 1, i + 1):
            if not 0 <= j < len(words):
                continue
            other = words[j]
            if other.angle or word.size > RAISED_SIZE * other.size:
                continue
            rise = other.baseline - word.baseline
            reach = BULLETS_REACH if is_marker(word) and j == i + 1 else 1.0
            gap = max(word.bbox[0] - other.bbox[2], other.bbox[0] - word.bbox[2])
            beside = -OVERHANG * word.size < gap < reach * other.size and word.bbox[3] > other.bbox[1]
            if beside and RAISED_BY * other.size < rise < other.size:
                out[i] = replace(word, rise=round(rise, 2))
                break
    return out
