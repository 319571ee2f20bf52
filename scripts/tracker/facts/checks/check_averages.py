"""Averages that a text states against the mean of a table's line: "an average of between 19 and 20 cases each".

In: passages and tables of one paper. Out: checks, only of averages that agree: a table seldom shows all that an average
was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.matrix import Matrix, is_total, views_of, words_of
from tracker.facts.checks.passages import Contents, Passage
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import fits, shown
from tracker.facts.wording.time_order import time_of

_AVERAGE = re.compile(r"\b(?:average|mean|averag(?:ed|ing))\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|and|[-–])\s*")


@dataclass(frozen=True)
class Line:
    """A row in time with its mean."""

    matrix: Matrix
    row: int
    words: frozenset[str]
    mean: Fraction
    count: int


def _lines(contents: Contents) -> Iterator[Line]:
    for grid in contents.grids:
        for m in views_of(grid):
            columns = [c for c in range(m.size[1]) if time_of(m.across[c]) and not is_total(m.across[c])]
            if len(columns) < 4:
                continue
            for r in range(m.size[0]):
                amounts = [m.amounts[r][c] for c in columns]
                known = [a.value for a in amounts if a is not None and a.unit == "count"]
                if len(known) == len(columns) and words_of(m.down[r]):
                    mean = sum(known, Fraction(0)) / len(known)
                    yield Line(m, r, words_of(m.down[r]), mean, len(known))


def _stated(p: Passage) -> Iterator[tuple[Amount, Amount | None]]:
    """Amounts of sentences that speak of an average, two together when they are the ends of a range."""
    for start, end in p.sentences:
        if not _AVERAGE.search(p.text, start, end):
            continue
        amounts = [a for a in p.amounts if start <= a.start < end and a.unit == "count"]
        i = 0
        while i < len(amounts):
            a = amounts[i]
            b = amounts[i + 1] if i + 1 < len(amounts) else None
            between = re.search(r"\bbetween\s*$", p.text[start : a.start])
            if b and between and _RANGE.fullmatch(p.text[a.end : b.start]):
                yield a, b
                i += 2
            else:
                yield a, None
                i += 1


def _fits(a: Amount, b: Amount | None, mean: Fraction) -> bool:
    return a.value <= mean <= b.value if b else fits(a, mean)


def _near_words(p: Passage, a: Amount, b: Amount | None) -> frozenset[str]:
    """Words of the clause in which the average stands."""
    last = b or a
    start, end = p.sentence_at(a.start)
    left = max(p.text.rfind(ch, start, a.start) for ch in ",;(") + 1
    right = min((k for ch in ",;(" if (k := p.text.find(ch, last.end, end)) >= 0), default=end)
    return words_of(p.text[max(left, start) : right])


def checks_of_averages(contents: Contents) -> tuple[Check, ...]:
    """Checks of averages that a line of a table gives."""
    lines = tuple(_lines(contents))
    found: list[Check] = []
    for p in contents.passages if lines else ():
        for a, b in _stated(p):
            fitting = [line for line in lines if _fits(a, b, line.mean)]
            line = _chosen(p, a, b, fitting)
            if line is None:
                continue
            end = (b or a).end
            first = next(c for c in range(line.matrix.size[1]) if line.matrix.amounts[line.row][c])
            working = f"Mean of {line.count} in “{line.matrix.down[line.row]}”: {shown(line.mean, 1)}"
            spots = (Spot(p.block, a.start, end), line.matrix.spot(line.row, first))
            found.append(Check("average", "agrees", p.text[a.start : end], working, "", spots))
    return tuple(found)


def _chosen(p: Passage, a: Amount, b: Amount | None, fitting: Sequence[Line]) -> Line | None:
    """The line that the words near the average name best: most of its words, or, in its own section, any of them."""
    words = _near_words(p, a, b) | (words_of(p.text[: a.start]) if p.block.kind == "list_item" else frozenset())
    rated = []
    for line in fitting:
        shared = len(words & line.words)
        own = line.matrix.grid.section == p.section
        if shared and (own or shared * 3 >= len(line.words) * 2):
            rated.append((shared, -len(line.words - words), line.row, line))
    return max(rated, key=lambda x: x[:3])[3] if rated else None
