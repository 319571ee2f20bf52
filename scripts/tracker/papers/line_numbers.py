"""Numbers that count the lines of a page in its margin, as drafts for comment and bills have them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from tracker.papers.content import PageContent, PrintedWord

LEAST = 10
"""Fewer numbers than this on a page are a list."""
LEAST_PAGES = 2
"""Counted lines go through a paper; a table's ranks, which look alike, stand on one page."""
STEPS = (1, 2, 5, 10)
"""Programs number each line, or every second, fifth or tenth."""
APART = 4.0
"""Points at least between the numbers and what stands beside them."""
COUNTING = 0.8
"""Share of the numbers that follow on the one above (a count may begin anew), and of the lines that are counted."""


def find_line_numbers(contents: Sequence[PageContent]) -> dict[int, list[PrintedWord]]:
    """For each page of a paper with counted lines the words that count: rising numbers outside all other print."""
    full = [content for content in contents if len({round(w.baseline) for w in content.words}) >= LEAST]
    found = {content.number: words for content in full if (words := _numbers_of(content))}
    return found if len(found) >= max(LEAST_PAGES, len(full) / 2) else {}


def _numbers_of(content: PageContent) -> list[PrintedWord]:
    words = [w for w in content.words if not w.angle and not w.hidden]
    edges: dict[tuple[str, int], list[PrintedWord]] = defaultdict(list)
    for word in words:
        if word.text.isdigit() and len(word.text) <= 4:
            edges["left", round(word.bbox[0] / 2)].append(word)
            edges["right", round(word.bbox[2] / 2)].append(word)
    for column in sorted(edges.values(), key=len, reverse=True):
        if len(column) < LEAST:
            break
        if _counts(column) and _stands_outside(column, words):
            return column
    return []


def _counts(column: Sequence[PrintedWord]) -> bool:
    values = [int(w.text) for w in sorted(column, key=lambda w: w.baseline)]
    rises = [b - a for a, b in itertools.pairwise(values)]
    step = min(STEPS, key=lambda s: (-rises.count(s), s))
    return rises.count(step) >= COUNTING * len(rises)


def _stands_outside(column: Sequence[PrintedWord], words: Sequence[PrintedWord]) -> bool:
    """Whether all print beside the numbers stands to their right (or all to their left), on most of their lines."""
    own = {id(w) for w in column}
    top, bottom = min(w.bbox[1] for w in column), max(w.bbox[3] for w in column)
    others = [w for w in words if id(w) not in own and top <= w.baseline <= bottom + 1]
    if not others:
        return False
    left, right = min(w.bbox[0] for w in column), max(w.bbox[2] for w in column)
    aside = all(w.bbox[0] > right + APART for w in others) or all(w.bbox[2] < left - APART for w in others)
    # A list has other lines too, that go on below a number; where every line is counted, each has its number.
    rows = {round(w.baseline) for w in others}
    numbered = {round(w.baseline) + step for w in column for step in (-1, 0, 1)}
    values = sorted(int(w.text) for w in column)
    each = values[-1] - values[0] < 2 * len(values)
    return aside and (not each or sum(row in numbered for row in rows) >= COUNTING * len(rows))
