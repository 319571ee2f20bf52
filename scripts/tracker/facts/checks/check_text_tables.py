"""Sentences against the paper's own monthly or quarterly tables: "5023 incidents in the 12 months to March 2021".

In: passages and tables of one paper, its abbreviations. Out: checks. A table whose columns are months or quarters
gives a sum for every year that it covers whole. A number of a sentence is compared with the sum of a row when the
sentence has the words that tell this row from the others (abbreviations count as their words), names the period, and
nothing else is counted. A difference is only stated when the number comes within a quarter of the sum: further off,
something else is likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.check_text_rates import checks_of_rates
from tracker.facts.checks.passages import Contents, Passage
from tracker.facts.checks.table_series import Dated, Series, abbreviations_in, dated_amounts, series_of, telling_words
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.periods import find_periods
from tracker.facts.wording.rounding import shown

CLOSE = Fraction(1, 4)
"""How far, as a share of the sum, a number may be from it and still be taken for the same measure."""

_PEOPLE = frozenset(("victim", "survivor", "people", "client", "person", "individual", "user", "woman", "women"))
"""Words for those who come to a service; a table that counts referrals to it means the same people."""

_NO_NOUN = re.compile(
    r"^\s*(?:$|[.,;:)(–-]|(?:in|over|during|for|from|between|to|by|at|and|per|last|this|the|were|was|of|against"
    r"|compared|up|down|a|an)\b)",
    re.IGNORECASE,
)


def checks_of_text_and_tables(contents: Contents, terms: Mapping[str, str]) -> tuple[Check, ...]:
    """Checks of sentences against sums of the paper's tables; ``terms`` are short forms and what they stand for."""
    short = {**abbreviations_in(" ".join(p.text for p in contents.passages)), **terms}
    series = tuple(series_of(contents, short))
    if not series:
        return ()
    return (*_counts(contents, series, short), *checks_of_rates(contents, series, short))


def _counts(contents: Contents, series: Sequence[Series], short: Mapping[str, str]) -> tuple[Check, ...]:
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
    for wider, text in enumerate(texts):
        matching = _matching(telling_words(text, short), open_series)
        if wider:
            # Words from earlier sentences only tie a number to a row that they alone tell from the others.
            words = telling_words(text, short)
            telling = [s for s in open_series if s.telling & words and len(s.words & words) * 2 >= len(s.words)]
            matching = telling or matching
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
        if not agrees and (_part_only(p, a, s) or not _noun_fits(p, a, s, short)):
            return None
        m = s.matrix
        spots = (Spot(p.block, a.start, a.end), m.spot(s.row, columns[0]), m.spot(s.row, columns[-1]))
        working = f"Sum of {len(columns)} in the table: {shown(total)}"
        why = f"“{m.down[s.row]}”, {m.across[columns[0]]} to {m.across[columns[-1]]}."
        return Check("text and table", "agrees" if agrees else "differs", a.printed, working, why, spots)
    return None


_ONLY = re.compile(
    r"^(?:\s+[\w’'/-]+){1,6}?\s+(?:by|from|involving|where|who|whose|among|aged|including)\s+(?:the\s+)?(?P<next>[\w’'/-]+)"
)


def _part_only(p: Passage, a: Amount, s: Series) -> bool:
    """True when words behind the number narrow it ("430 referrals by the police") and the row's label has not these."""
    _, end = p.sentence_at(a.start)
    only = _ONLY.match(p.text[a.end : end])
    if only is None or find_periods(p.text[a.end + only.start("next") : end][:30], bare_years=True):
        return False
    return only["next"].lower() not in s.matrix.down[s.row].lower()


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
    noun = telling_words(phrase.group(), short)
    return bool(noun & s.words) or bool(noun & _PEOPLE)
