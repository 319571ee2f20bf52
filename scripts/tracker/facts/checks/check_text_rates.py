"""Rates that sentences state against two rows of a table in time: "a repeat referral rate of 10.5% in 2020/21".

In: the passages of a paper and the rows of its monthly or quarterly tables. Out: checks of two kinds of rate, whose
words name both rows: repeats among all ("repeat … rate": the row of repeats and the row like it without that word), and
what became of what ("the percentage of incidents that became offences").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.matrix import words_of
from tracker.facts.checks.passages import Contents, Passage
from tracker.facts.checks.table_series import Dated, Series, dated_amounts, telling_words
from tracker.facts.wording.rounding import decimals_of, fits, share, shown

CLOSE = Fraction(1, 2)
"""How far, as a share of the worked-out rate, a printed one may be from it and still be taken for the same rate."""

_REPEAT = re.compile(r"\brepeats?\b", re.IGNORECASE)
_RATE = re.compile(r"\b(?:rate|percentage|proportion|share)\b", re.IGNORECASE)
_BECAME = re.compile(
    r"\b(?:percentage|proportion|share|rate)\b(?: of (?P<whole>[^.;,]{3,60}?))? (?:that|which|who) "
    r"(?:(?:went|go|goes|have gone) on to )?"
    r"(?:became|become|were|led to|resulted in|turned into) (?P<part>[a-z][a-z ]{2,30}?)(?= (?:rose|fell|was|is|has"
    r"|went|in|increased|decreased|stood|changed)\b|[.,;:(])",
    re.IGNORECASE,
)


def checks_of_rates(contents: Contents, series: Sequence[Series], short: Mapping[str, str]) -> tuple[Check, ...]:
    """Checks of the rates that sentences state of what the tables count."""
    found: list[Check] = []
    for p in contents.passages:
        if not _RATE.search(p.text):
            continue
        for dated in dated_amounts(p, "%"):
            rows = _repeats(p, dated, series, short) or _became(p, dated, series, short)
            check = _compared(p, dated, *rows) if rows else None
            if check:
                found.append(check)
    return tuple(found)


def _repeats(
    p: Passage, dated: Dated, series: Sequence[Series], short: Mapping[str, str]
) -> tuple[Series, Series] | None:
    """The row of repeats and the row of all, when the sentence speaks of a repeat rate."""
    start, end = p.sentence_at(dated.amount.start)
    sentence = p.text[start:end]
    if not (_REPEAT.search(sentence) and _RATE.search(sentence)):
        return None
    words = telling_words(sentence, short)
    parts = [s for s in series if "repeat" in s.telling and s.words - {"repeat"} and s.words - {"repeat"} <= words]
    if len(parts) != 1:
        return None
    kind = parts[0].words - {"repeat"}
    wholes = [s for s in series if s.matrix is parts[0].matrix and "repeat" not in s.words and kind <= s.words <= words]
    return (parts[0], wholes[0]) if len(wholes) == 1 else None


def _became(
    p: Passage, dated: Dated, series: Sequence[Series], short: Mapping[str, str]
) -> tuple[Series, Series] | None:
    """The row of what became and the row that it came from; the latter may stand in the sentence before."""
    start, end = p.sentence_at(dated.amount.start)
    match = _BECAME.search(p.text, start, end)
    if match is None:
        return None
    before = [s for s in p.sentences if s[1] <= start]
    sentence_before = p.text[before[-1][0] : before[-1][1]] if before else ""
    part_words = words_of(match["part"])
    # "the percentage of incidents that became offences" may take what incidents are meant from the sentence before
    for source in (match["whole"] or sentence_before, f"{match['whole'] or ''} {sentence_before}"):
        about = telling_words(source, short)
        wholes = [s for s in series if s.telling & about and s.words <= about]
        if len(wholes) == 1:
            break
    else:
        return None
    kind = wholes[0].words - wholes[0].telling
    parts = [s for s in series if s.matrix is wholes[0].matrix and s.words == kind | part_words]
    return (parts[0], wholes[0]) if len(parts) == 1 else None


def _compared(p: Passage, dated: Dated, part: Series, whole: Series) -> Check | None:
    a = dated.amount
    parts, wholes = part.total(dated.start, dated.end), whole.total(dated.start, dated.end)
    if parts is None or wholes is None or wholes[0] <= 0 or parts[0] > wholes[0] or a.near:
        return None
    exact = share(parts[0], wholes[0])
    assert exact is not None
    working = f"{shown(parts[0])} of {shown(wholes[0])}: {shown(exact, decimals_of(a.step))}%"
    why = f"Sums of “{part.matrix.down[part.row]}” and “{whole.matrix.down[whole.row]}”."
    spots = (
        Spot(p.block, a.start, a.end),
        part.matrix.spot(part.row, parts[1][0]),
        whole.matrix.spot(whole.row, wholes[1][0]),
    )
    if fits(a, exact):
        return Check("text and table", "agrees", a.printed, working, why, spots)
    if abs(exact - a.value) <= exact * CLOSE:
        return Check("text and table", "differs", a.printed, working, why, spots)
    return None
