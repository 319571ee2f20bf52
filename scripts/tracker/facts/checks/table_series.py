"""Rows of tables whose columns are months or quarters, and amounts of sentences with the periods they belong to.

In: the passages and tables of a paper and its short forms. Out: ``Series``, each with the words that tell its row from
the others, giving the sum of any period that its cells fill; and ``Dated`` amounts of a passage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.checks.matrix import Matrix, views_of, words_of
from tracker.facts.checks.passages import Contents, Passage
from tracker.facts.wording.amounts import Amount, AmountUnit
from tracker.facts.wording.periods import Period, find_periods
from tracker.facts.wording.time_order import head_period

_LITTLE = frozenset(
    [
        "police",
        "recorded",
        "record",
        "reported",
        "report",
        "new",
        "borough",
        "council",
        "case",
        "total",
        "number",
        "high",
        "risk",
        "received",
    ]
)
_CHANGED = re.compile(r"\bfrom\b.*\bto\b", re.IGNORECASE)


@dataclass(frozen=True)
class Series:
    """A row of a table in time: its label's words, those that no other row has, and its cells by first and last day."""

    matrix: Matrix
    row: int
    words: frozenset[str]
    telling: frozenset[str]
    cells: tuple[tuple[str, str, int], ...]

    def total(self, start: str, end: str) -> tuple[Fraction, tuple[int, ...]] | None:
        """The sum of the cells that fill the period exactly, and their columns; None when they do not."""
        inside = [(s, e, c) for s, e, c in self.cells if start <= s and e <= end]
        if len(inside) < 3 or inside[0][0] != start or inside[-1][1] != end:
            return None
        amounts = [self.matrix.amounts[self.row][c] for _, _, c in inside]
        if any(a is None or a.unit != "count" for a in amounts):
            return None
        return sum((a.value for a in amounts if a), Fraction(0)), tuple(c for _, _, c in inside)


def abbreviations_in(text: str) -> dict[str, str]:
    """ "One Stop Shop (OSS)" → {"oss": "one stop shop"}: short forms that the paper explains in brackets."""
    found: dict[str, str] = {}
    for m in re.finditer(r"\((?P<short>[A-Z][A-Za-z]{1,7})\)", text):
        short = m["short"]
        letters = [ch.lower() for ch in short if ch.isupper()]
        words = re.findall(r"[A-Za-z][\w’'-]*", text[max(0, m.start() - 90) : m.start()])
        for length in range(len(letters), min(len(letters) + 3, len(words)) + 1):
            run = words[-length:]
            initials = [w[0].lower() for w in run if w.lower() not in ("and", "of", "the", "for", "to", "&")]
            if initials == letters:
                found.setdefault(short.lower(), " ".join(run).lower())
                break
    return found


def telling_words(text: str, short: Mapping[str, str]) -> frozenset[str]:
    """Words of a text with the short forms of what it spells out, and the words that its short forms stand for."""
    low = text.lower()
    extra = {s for s, long in short.items() if re.search(rf"\b{re.escape(long)}\b", low)}
    words = words_of(text)
    for s, long in short.items():
        if s in words:
            extra |= words_of(long)
    return words | extra


def series_of(contents: Contents, short: Mapping[str, str]) -> Iterator[Series]:
    """The rows of tables whose columns are months or quarters, as values over time."""
    for grid in contents.grids:
        for m in views_of(grid):
            cells = []
            for c, head in enumerate(m.across):
                period = head_period(head)
                if period and period.start and period.end and 1 <= period.months <= 3:
                    cells.append((period.start, period.end, c))
            if len(cells) < 4 or cells != sorted(cells):
                continue
            labels = [telling_words(label, short) for label in m.down]
            rows_with = Counter(word for words in labels for word in words)
            for r, words in enumerate(labels):
                own = frozenset(word for word in words if rows_with[word] == 1)
                yield Series(m, r, words - _LITTLE, own - _LITTLE, tuple(cells))


@dataclass(frozen=True)
class Dated:
    """An amount of a passage with the period that its clause gives."""

    amount: Amount
    start: str
    end: str


def dated_amounts(p: Passage, unit: AmountUnit = "count") -> tuple[Dated, ...]:
    """Amounts of a passage with their periods.

    A period that touches the number wins ("442 in 2019/20", "2019/20: 442"); where both neighbours could, the
    sentence's own order decides (periods first or numbers first). Else it is the period that follows before the next
    number, or the clause's own. As many periods as numbers, all on one side, are taken in turn ("from A to B between
    P and Q").
    """
    found: list[Dated] = []
    for start, end in p.sentences:
        sentence = p.text[start:end]
        amounts = [a for a in p.amounts if start <= a.start < end and a.unit == unit]
        periods = [q for q in find_periods(sentence, bare_years=True) if q.start and q.end]
        if not amounts or not periods:
            continue
        in_turn = all(q.begin + start > amounts[-1].end for q in periods) or (
            all(q.finish + start <= amounts[0].start for q in periods) and bool(_CHANGED.search(sentence))
        )
        if len(amounts) == len(periods) > 1 and in_turn:
            found.extend(Dated(a, q.start, q.end) for a, q in zip(amounts, periods, strict=True))
            continue
        for i, a in enumerate(amounts):
            limit = amounts[i + 1].start if i + 1 < len(amounts) else end
            after = [
                q for q in periods if a.end <= q.begin + start < limit and _same_bracket(p.text, a.end, q.begin + start)
            ]
            before = [q for q in periods if q.finish + start <= a.start and not _in_bracket(p.text, start, q, a)]
            chosen = after[0] if after else before[-1] if before else None
            if after and before and _leads(p.text, start, before[-1], a, after[0], periods[0], amounts[0]):
                chosen = before[-1]
            if chosen is not None:
                found.append(Dated(a, chosen.start, chosen.end))
    return tuple(found)


_TOUCHING_BEFORE = re.compile(r"[\s:(=,–-]*(?:(?:there were|it was|was|were|saw|had)\s+)?", re.IGNORECASE)
_TOUCHING_AFTER = re.compile(
    r"(?:\s+[a-z]+)?\s*[(,]?\s*(?:in|for|during|over|throughout|across|between)?(?:\s+the)?\s*", re.IGNORECASE
)


def _leads(
    text: str, start: int, before: Period, amount: Amount, after: Period, first_period: Period, first: Amount
) -> bool:
    """Whether the period before a number is its own rather than the one after it."""
    touches_before = bool(_TOUCHING_BEFORE.fullmatch(text[start + before.finish : amount.start]))
    touches_after = bool(_TOUCHING_AFTER.fullmatch(text[amount.end : start + after.begin]))
    separated = bool(re.search(r"[,;)]|\band\b", text[amount.end : start + after.begin]))
    if touches_before != touches_after:
        return touches_before
    return touches_before and separated and start + first_period.begin < first.start


def _same_bracket(text: str, end: int, place: int) -> bool:
    between = text[end:place]
    return ")" not in between or "(" in between


def _in_bracket(text: str, start: int, period: Period, amount: Amount) -> bool:
    """True when the period stands in a bracket that has closed before the amount, with a number of its own."""
    place = start + period.begin
    open_at = text.rfind("(", start, place)
    closed_at = text.find(")", start + period.finish)
    if open_at < 0 or text.rfind(")", start, place) > open_at or not 0 <= closed_at < amount.start:
        return False
    return bool(re.search(r"\d", text[open_at:place]))
