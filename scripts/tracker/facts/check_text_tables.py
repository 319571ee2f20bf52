"""Sentences against the paper's own monthly or quarterly tables: "5023 incidents in the 12 months to March 2021".

In: passages and tables of one paper, its abbreviations. Out: checks. A table whose columns are months or quarters
gives a sum for every year that it covers whole. A number of a sentence is compared with the sum of a row when the
sentence has the words that tell this row from the others (abbreviations count as their words), names the period, and
nothing else is counted. A difference is only stated when the number comes within a quarter of the sum: further off,
something else is likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.amounts import Amount
from tracker.facts.check_record import Check, Spot
from tracker.facts.matrix import Matrix, views_of, words_of
from tracker.facts.passages import Contents, Passage
from tracker.facts.periods import Period, find_periods
from tracker.facts.rounding import shown
from tracker.facts.time_order import head_period

CLOSE = Fraction(1, 4)
"""How far, as a share of the sum, a number may be from it and still be taken for the same measure."""

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
_PEOPLE = frozenset(("victim", "survivor", "people", "client", "person", "individual", "user", "woman", "women"))
"""Words for those who come to a service; a table that counts referrals to it means the same people."""

_NO_NOUN = re.compile(
    r"^\s*(?:$|[.,;:)(–-]|(?:in|over|during|for|from|between|to|by|at|and|per|last|this|the|were|was|of|against"
    r"|compared|up|down|a|an)\b)",
    re.IGNORECASE,
)


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


def _telling(text: str, short: Mapping[str, str]) -> frozenset[str]:
    """Words of a text with the short forms of what it spells out, and the words that its short forms stand for."""
    low = text.lower()
    extra = {s for s, long in short.items() if re.search(rf"\b{re.escape(long)}\b", low)}
    words = words_of(text)
    for s, long in short.items():
        if s in words:
            extra |= words_of(long)
    return words | extra


def _series(contents: Contents, short: Mapping[str, str]) -> Iterator[Series]:
    for grid in contents.grids:
        for m in views_of(grid):
            cells = []
            for c, head in enumerate(m.across):
                period = head_period(head)
                if period and period.start and period.end and 1 <= period.months <= 3:
                    cells.append((period.start, period.end, c))
            if len(cells) < 4 or cells != sorted(cells):
                continue
            labels = [_telling(label, short) for label in m.down]
            for r, words in enumerate(labels):
                others: set[str] = set()
                for k, other in enumerate(labels):
                    if k != r:
                        others |= other
                yield Series(m, r, words - _LITTLE, words - others - _LITTLE, tuple(cells))


@dataclass(frozen=True)
class Dated:
    """An amount of a passage with the period that its clause gives."""

    amount: Amount
    start: str
    end: str


def dated_amounts(p: Passage) -> tuple[Dated, ...]:
    """Counts of a passage with their periods: the one that follows before the next number, else the clause's own.

    As many periods as numbers, all after them, are taken in turn ("from A to B between P and Q").
    """
    found: list[Dated] = []
    for start, end in p.sentences:
        sentence = p.text[start:end]
        amounts = [a for a in p.amounts if start <= a.start < end and a.unit == "count"]
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
            if chosen is not None:
                found.append(Dated(a, chosen.start, chosen.end))
    return tuple(found)


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


def checks_of_text_and_tables(contents: Contents, terms: Mapping[str, str]) -> tuple[Check, ...]:
    """Checks of sentences against sums of the paper's tables; ``terms`` are short forms and what they stand for."""
    short = {**abbreviations_in(" ".join(p.text for p in contents.passages)), **terms}
    series = tuple(_series(contents, short))
    if not series:
        return ()
    found: list[Check] = []
    for index, p in enumerate(contents.passages):
        for dated in dated_amounts(p):
            check = _compared(contents.passages, index, dated, series, short)
            if check:
                found.append(check)
    return tuple(found)


def _matching(words: frozenset[str], series: Sequence[Series]) -> list[Series]:
    """Rows whose telling words the text has, or all of whose words it has when no word is theirs alone."""
    found = []
    for s in series:
        if not s.words or not s.words & words:
            continue
        if s.telling:
            if not s.telling & words or 2 * len(s.words & words) < len(s.words):
                continue
        elif not s.words <= words:
            continue
        found.append(s)
    if len(found) > 1:
        best = max(len(s.words & words) / len(s.words) for s in found)
        found = [s for s in found if len(s.words & words) / len(s.words) == best]
        most = max(len(s.words & words) for s in found)
        found = [s for s in found if len(s.words & words) == most]
    return found


def _compared(
    passages: Sequence[Passage], index: int, dated: Dated, series: Sequence[Series], short: Mapping[str, str]
) -> Check | None:
    p, a = passages[index], dated.amount
    start, end = p.sentence_at(a.start)
    totals = [(s, t) for s in series if (t := s.total(dated.start, dated.end))]
    if not totals or a.near:
        return None
    open_series = [s for s, _ in totals]
    previous = [s for s in p.sentences if s[1] <= start]
    texts = [p.text[start:end]]
    if previous:
        texts.append(p.text[previous[-1][0] : end])
    texts.append(p.text[:end])
    for text in texts:
        matching = _matching(_telling(text, short), open_series)
        if not matching:
            continue
        judged = [
            (s, total, columns)
            for s in matching
            for total, columns in [s.total(dated.start, dated.end) or (Fraction(0), ())]
        ]
        close = [j for j in judged if abs(j[1] - a.value) <= j[1] * CLOSE]
        if len(close) != 1:
            return None
        s, total, columns = close[0]
        agrees = total == a.value
        if not agrees and not _noun_fits(p, a, s, short):
            return None
        m = s.matrix
        spots = (Spot(p.block, a.start, a.end), m.spot(s.row, columns[0]), m.spot(s.row, columns[-1]))
        working = f"Sum of {len(columns)} in the table: {shown(total)}"
        why = f"“{m.down[s.row]}”, {m.across[columns[0]]} to {m.across[columns[-1]]}."
        return Check("text and table", "agrees" if agrees else "differs", a.printed, working, why, spots)
    return None


def _noun_fits(p: Passage, a: Amount, s: Series, short: Mapping[str, str]) -> bool:
    """False when the number counts something that the row's label does not name ("403 children")."""
    after = p.text[a.end :]
    if _NO_NOUN.match(after):
        opened = p.text.rfind("(", 0, a.start)
        inside = opened >= 0 and ")" not in p.text[opened : a.start]
        if not inside:
            return True
        outer = [b for b in p.amounts if b.end <= opened and b.unit == "count"]
        return not outer or _noun_fits(p, outer[-1], s, short)
    phrase = re.match(r"(?:\s+[\w’'/-]+){1,7}", after)
    if phrase is None:
        return True
    noun = _telling(phrase.group(), short)
    return bool(noun & s.words) or bool(noun & _PEOPLE)
