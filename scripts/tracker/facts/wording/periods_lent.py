"""Which period the text before lends to a number that its own sentence dates in no way.

In: a sentence, a number in it, and the periods told before. Out: one of these, or None where the sentence tells how
things are now, or speaks of a time of its own that is not understood.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period
from tracker.facts.wording.sentence_periods import NOTABLE

NOW = re.compile(r"\b(?:currently|now|at present|at the moment|to date|so far)\b", re.I)
"""Words for how things are at present."""
# "rose by a third, from 210 to 280": the second is how it is in the time told of.
_RISEN_TO = re.compile(
    r"\bfrom\s(?:about\s|just\s)?[\d.,]+%?\s(?:\w+\s)?"
    r"(?:(?:in\s)?(?:(?:last|the\s(?:previous|prior))\syear|(?:a|the)\syear\s(?:earlier|before|ago|previously))\s)?"
    r"to\s(?:about\s|just\s|only\s)?$"
)


def lent_period(
    sentence: str,
    mention: Mention,
    periods: tuple[Period, ...],
    told_before: Period | None,
    year: Period | None,
    naming: Naming,
) -> Period | None:
    """What the sentence before or the report's year lends to a number, None where it is of some other time."""
    if mention.sort == "rank" and (ranked := _time_of_rank(sentence, periods, told_before)):
        return ranked
    if not periods and re.search(r"\bfrom\s$", sentence[: mention.start]):
        # "from 68% to 74%" with no time told: the first is of some time before
        return None
    if (naming.same and not _RISEN_TO.search(sentence[: mention.start])) or NOW.search(sentence):
        return None
    if _PAST_YEAR.search(sentence):
        return year
    if _has_unknown_time(sentence, mention, periods):
        return None
    lent = told_before or year
    if lent and any(_is_of_other_years(p, lent) for p in periods):
        return None
    if lent and lent.start == lent.end and not naming.breakdown:
        # "At the end of March there were 402. The protocol was used on 23 occasions": not on that day
        return None
    if lent and lent.months != 3 and not periods and _IN_QUARTER.search(sentence):
        # a month or year told before is no quarter
        return None
    return lent if _told_in_past(clause_of(sentence, mention)) else None


def _time_of_rank(sentence: str, periods: tuple[Period, ...], told_before: Period | None) -> Period | None:
    """The one time that a sentence tells values of, which its rank is of as well ("is the 2nd highest, having gone from
    11% last year to 13% in 2021/22"), or that of the value told before ("This rate is the 2nd lowest")."""
    own = [p for p in periods if p.dated and p.kind != "relative" and not compared_with(sentence, p)]
    if len(own) == 1 and own[0].months:
        return own[0]
    return told_before if not periods and _GOES_ON.match(sentence) else None


_GOES_ON = re.compile(r"\W*(?:This|That|It|Its)\b")


def _is_of_other_years(period: Period, lent: Period) -> bool:
    """Whether a calendar or financial year told in the sentence stands beside twelve other months that are lent: "52%,
    from 38% in 2021/22" in a report on the year to September."""
    plain = ("01-01", "04-01")
    return period.months == lent.months == _YEAR and period.start[5:] in plain and lent.start[5:] not in plain


_YEAR = 12
_PAST_YEAR = re.compile(
    r"\b(?:over|in|during|throughout|for|across)\s(?:the\s)?(?:(?:past|last|full|whole|financial|reporting)\s){0,2}"
    r"(?:year|12 months|twelve months)\b(?!\s(?:of|to|up|ending|prior|before|earlier|\d))",
    re.I,
)
_OWN_YEAR = re.compile(
    r"\b(?:in|during|over|by|for|at the end of)\s(?:year\s(?:\d|one|two|three|four|five)\b|\d\d?\smonths\b|(?:six"
    r"|nine|twelve|eighteen)\smonths\b|the\s(?:last|past"
    r"|previous|first|final)\s(?:[a-z]+|\d+)\s(?:years|months|weeks)|(?:two|three|four|five|\d+)\s"
    r"years\b|(?:its|the) (?:first|second|third) year\b)"
    r"|\b(?:weeks|months|years?)\s(?:that followed|which followed|following\b|after(?:wards)?\b(?!\s[a-z]+ing))",
    re.I,
)
# "Since the grant began", "has since been awarded": from a day that is not told.
_SINCE = re.compile(r"\bsince\b", re.I)
_BARE_MONTH = re.compile(
    rf"\b(?:in|during|since|by|until|from|last|this|early|late|mid|of)[\s-](?:early\s|late\s"
    rf"|mid[\s-])?{MONTH}\b(?!\s\d)",
    re.I,
)
_A_YEAR = re.compile(r"(?<!Act )(?<!Strategy )(?<!Plan )(?<![\d,£-])\b20[12]\d\b(?!\s(?:Act|Strategy|Plan)|,\d)")
_IN_QUARTER = re.compile(r"\b(?:in|during|over|for|across|throughout) (?:the|this) quarter\b", re.I)


def _has_unknown_time(sentence: str, mention: Mention, periods: tuple[Period, ...]) -> bool:
    """Whether a sentence speaks of a time of its own for which it gives no dates."""
    if _OWN_YEAR.search(sentence):
        # "in Year 2", "over three years": a time of its own that has no dates here
        return True
    if not any(p.kind == "since" for p in periods) and any(
        not NOTABLE.search(sentence[: since.start()]) for since in _SINCE.finditer(sentence, 0, mention.start)
    ):
        return True
    if not periods and _BARE_MONTH.search(clause_of(sentence, mention)):
        # "in May alone", "since January": which year is not told
        return True
    # a time is told in a way that is not understood
    return not periods and _A_YEAR.search(sentence) is not None


_PRESENT = re.compile(
    r"\b(?:is|are|has|have|take|takes|run|runs|consists?|includes?|comprises?|currently|now|at present|to date|so "
    r"far)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|been|[a-z]{3,}ed|took|gave|ran|saw|met|held|made|won|brought|sent|led|drew|came|went|felt"
    r"|got|began|rose|fell|heard|kept|found|built|bought|taught|sought|did|became|left|lost|paid|spent|told|said"
    r"|wrote|chose|put|cut|dealt)\b"
)
_IS = re.compile(
    r"\b(?:is|are|has|have)\s(?!(?:also\s|now\s)?(?:been|dealt|seen|held|made|run|taken|given|met|won|had|led"
    r"|brought|heard)\b)"
    r"(?!\w+ed\b(?!\s\w+s\b))|\b(?:is|are)\s",
    re.I,
)
_WAS = re.compile(
    r"\b(?:was|were|had|took|gave|ran|saw|met|held|made|won|brought|sent|came|went|felt|got|began|rose|fell|heard)\b"
)


def _told_in_past(sentence: str) -> bool:
    """Whether a sentence tells what was done, not how things are ("28 are trained", "the scheme has 12 places")."""
    if _IS.search(sentence):
        return _WAS.search(sentence) is not None
    return _PAST.search(sentence) is not None or _PRESENT.search(sentence) is None


def clause_of(sentence: str, mention: Mention) -> str:
    """The clause that a number stands in, without relative clauses after it."""
    start = max((m.end() for m in re.finditer(r"[;:]\s", sentence[: mention.start])), default=0)
    stop = re.search(r"[;:]\s|,\s(?:which|who|whose|where)\b", sentence[mention.end :])
    return sentence[start : mention.end + stop.start()] if stop else sentence[start:]
