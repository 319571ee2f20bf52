"""Which period a number in a sentence speaks of.

In: a sentence, its numbers and periods, and what the text has spoken of before. Out: the ``Period`` of a number, or
None when the text gives none. A period right after a number is its own; one that opens a sentence holds for all;
one at the end of a list of numbers is shared; else the sentence before, the heading and the report's year lend theirs
to what is told in the past.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.leading_period import leading_or_shared, limit_of
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.own_period import is_own
from tracker.facts.wording.periods import Period
from tracker.facts.wording.periods_lent import NOW, clause_of, lent_period


def period_for(
    sentence: str,
    found: tuple[Mention, ...],
    at: int,
    periods: tuple[Period, ...],
    told_before: Period | None,
    year: Period | None,
    dated: Period | None,
    naming: Naming,
) -> Period | None:
    """The period of number ``at``. ``dated`` is that of the number before it in the sentence, ``told_before`` what the
    sentence before, the list's lead-in or the heading gave, ``year`` the year that the report tells of."""
    mention = found[at]
    periods = tuple(p for p in periods if p.start or p.end or p.kind not in ("day",))
    periods = tuple(p for p in periods if not _of_aside(sentence, mention, p))
    paired = _between(sentence, found, at, periods)
    if paired is not None:
        return paired
    across = _across(sentence, found, at, periods)
    if across is not None:
        return across
    following = _following(sentence, found, at, periods)
    compared = _compared(sentence, found[at], periods, following)
    if compared is not None:
        return compared
    if following is not None and is_own(sentence, found, at, following):
        return following
    if following is None and _is_of_time_before(sentence, found, at, naming):
        return None
    if _is_of_now_or_year(sentence, mention, periods) or _OTHER_YEAR.match(sentence, mention.end):
        return None
    other = leading_or_shared(sentence, found, at, periods)
    if other is not None:
        return other
    if naming.stock and not periods:
        return None
    if dated is not None and dated.kind != "relative" and not naming.same:
        return dated
    return lent_period(sentence, mention, periods, told_before, year, naming)


# "three orders were obtained, the first in June": the month is that of one of them.
_ASIDE = re.compile(
    r"(?:,|\s[–—-])\s(?:the\s(?:first|last|latest|second|third|largest|most recent)|with\s(?:an?|the|one)\s"
    r"(?:\w+\s)?(?:spike|peak|high|low|surge|rise|increase|record)|one\s(?:of\swhich|at|in|on)|most recently)\b"
)


def _of_aside(sentence: str, mention: Mention, period: Period) -> bool:
    """Whether a month or day stands in an aside behind a number that tells of one of the counted."""
    if period.begin < mention.end or not period.dated or (period.months or 0) > 2:
        return False
    return _ASIDE.search(sentence, mention.end, period.begin) is not None


def _following(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """The first period between a number and the next."""
    limit = limit_of(sentence, found, at)
    return next((p for p in periods if found[at].end <= p.begin < limit), None)


def _compared(sentence: str, mention: Mention, periods: tuple[Period, ...], own: Period | None) -> Period | None:
    """The period right before a number in brackets that another is compared with; ``own`` follows the number."""
    opened = re.search(r"\s\(\s?$", sentence[: mention.start])
    told = next((p for p in periods if opened and p.finish == opened.start()), None)
    if told and compared_with(sentence, told) and (own is None or ")" in sentence[mention.end : own.begin]):
        # "15% more than in 2020/21 (706)"
        return told
    return None


_TO_FROM = re.compile(r"\s(?:[a-z]+\s){0,2}from\s(?:just\s|about\s|only\s|around\s)?")
_TO_NEXT = re.compile(r"\s(?:[a-z]+\s){0,3}to\s(?:just\s|about\s|only\s|around\s)?")
_COMPARED_BEFORE = re.compile(
    r"\b(?:(?:up|down|reduced|increased|decreased|fall|rise|drop|reduction|increase|decrease)"
    r"(?:\s(?:of|by))?(?:\s[\d.,]+\s?(?:%|per cent)?)? (?:from|on)|against|(?:compared|in comparison) (?:with|to)|than)"
    r"\s(?:just\s|about\s)?$"
)


_HAS_MOVED = re.compile(
    r"\b(?:up|down|r[io]se|risen|rising|f[ae]ll|fallen|falling|(?:in|de)creas\w+|reduc\w+|drop\w*|gr[eo]wn?|declin\w+|improv\w+)"
    r"\s(?:\w+\s){0,2}from\s(?:about\s|around\s|just\s)?$"
)


_LIST_BEFORE = re.compile(
    r"\b(?:compared\s(?:with|to)|against|versus|from|than)\s(?:the\s)?(?:\d[\d.,]*%?(?:,\s|,?\sand\s))+$", re.I
)


def _is_of_time_before(sentence: str, found: tuple[Mention, ...], at: int, naming: Naming) -> bool:
    """Whether a number that no period follows is what another is compared with, of a time that is not told."""
    before, limit = sentence[: found[at].start], limit_of(sentence, found, at)
    if naming.same and _COMPARED_BEFORE.search(before) and not any(key == "measure" for key, _ in naming.breakdown):
        # "318 fires in 2022/23, down from 341": of a time before that is not told
        return True
    if _LIST_BEFORE.search(before):
        # "93 in 2022/23, compared to 81, 77 and 64 in the three years before"
        return True
    if at and _TO_FROM.fullmatch(sentence[found[at - 1].end : found[at].start]):
        # "fell to 3,904 from 5,017"
        return re.search(r"\bto\s(?:just\s|only\s|about\s)?$", sentence[: found[at - 1].start]) is not None
    rises = re.search(r"\bfrom\s(?:(?:about|around|just|an?\s(?:average|peak|high|low)\sof)\s)?$", before) is not None
    if rises and _HAS_MOVED.search(before) and re.match(r"\s*(?:[.,;)]|$)", sentence[found[at].end :]):
        # "while staff numbers fell slightly from 19."
        return True
    # "fell from 112 cases to 108 in the year to March": the first is of the time before
    return rises and limit < len(sentence) and _TO_NEXT.fullmatch(sentence[found[at].end : limit]) is not None


# "The programme costs about £2,900", "the refuge offers 18 places": how things are, at no time in particular.
_DOES_NOW = re.compile(
    r"\b(?:costs|offers|employs|operates|provides|contributes|runs|manages|funds|holds|serves|covers|supports|pays|receives"
    r"|has|have|works with|comprises|contains)\s(?:up to\s|about\s|around\s|over\s|some\s|approximately\s"
    r"|a total of\s|only\s)?$"
)
# "41 over the rolling year", "52 for the calendar year": of another time than the quarter told of.
_OTHER_YEAR = re.compile(
    r"(?:\s[a-z-]+){0,3}\s(?:over|in|for|across)\sthe\s(?:rolling|calendar|whole|full)\s(?:year|12 months)\b"
)
_SINCE_THEN = re.compile(r"\b(?:has|have|had)\ssince\s[a-z]+|\bnow\b")
# "taking the total for the year to 27": of a longer time than the quarter that the sentence opens with.
_YEAR_TOTAL = re.compile(
    r"\b(?:total for the year(?!\sbefore)|annual total|yearly total|cumulative|total to date)\b[^.;]{0,30}$",
    re.I,
)


def _is_of_now_or_year(sentence: str, mention: Mention, periods: tuple[Period, ...]) -> bool:
    """Whether a number tells how things are now, or is the year's total beside a shorter period's."""
    clause = clause_of(sentence, mention)
    if any(_SINCE_THEN.search(sentence, p.finish, mention.start) for p in periods if p.finish < mention.start):
        # "peaked in April 2020 and have since dropped to 6,240"
        return True
    if not periods and _DOES_NOW.search(sentence[: mention.start]):
        return True
    # "The survey was repeated in February 2025: 49% now feel safe": the time leads to what it found
    led = [p for p in periods if p.finish <= mention.start and sentence[p.finish :].lstrip().startswith(":")]
    if NOW.search(clause) and not led and not any(p.label and p.label in clause for p in periods):
        return True
    return _YEAR_TOTAL.search(sentence[: mention.start]) is not None


def _between(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """ "rose from 4757 to 5023 between the 12 months to A and the 12 months to B": first to first, second to second."""
    if len(found) < 2 or len(periods) < 2:
        return None
    for i in range(len(found) - 1):
        low, high = found[i], found[i + 1]
        joined = re.fullmatch(r"(?:\s[a-z]+){0,2}\sto\s", sentence[low.end : high.start])
        if not re.search(r"\bfrom\s$", sentence[: low.start]) or not joined:
            continue
        later = [p for p in periods if p.begin >= high.end]
        lead = sentence[high.end : later[0].begin].replace(")", "") if later else ""
        if len(later) >= 2 and re.match(r"\s(?:\w+\s){0,4}?(?:between|from)\s", lead + " ") and at in (i, i + 1):
            return later[at - i]
    return None


def _across(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """ "Between A and B there were 40": from the beginning of A to the end of B; "between A and B it fell from 40 to
    30": the first number's time is A, the second's B."""
    mention = found[at]
    for first, last in pairwise(periods):
        joined = sentence[first.finish : last.begin].strip() in ("and", "to", "until")
        if not joined or not re.search(r"\b(?:between|from)\s+$", sentence[: first.begin], re.I):
            continue
        if not (first.start and last.end and first.start < last.end and first.end):
            continue
        if mention.start < last.finish and not (
            mention.end <= first.begin and is_own(sentence, found, at, first) and first.begin - mention.end < 120
        ):
            continue
        if mention.start < first.begin and any(mention.end <= m.start < first.begin for m in found):
            continue
        rises = [
            n
            for n in range(len(found) - 1)
            if re.fullmatch(r"\s(?:[a-z]+\s){0,2}to\s", sentence[found[n].end : found[n + 1].start])
        ]
        for n in rises:
            if at in (n, n + 1) and re.search(r"\bfrom\s$", sentence[: found[n].start]):
                return first if at == n else last
        return replace(first, end=last.end, kind="span", finish=last.finish, label=sentence[first.begin : last.finish])
    return None
