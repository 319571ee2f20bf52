"""Which period before a number, or behind a list of numbers that it stands in, is the number's.

In: a sentence, its numbers and periods. Out: the last period before the number that no earlier number has and that is
not the day on which something was told; else the one behind a later number that it shares with that; None for neither.
"""

from __future__ import annotations

import re

from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period
from tracker.facts.wording.periods_lent import NOW


def limit_of(sentence: str, found: tuple[Mention, ...], at: int) -> int:
    """Where the next number begins, the end of the sentence behind the last."""
    return found[at + 1].start if at + 1 < len(found) else len(sentence)


# "At its meeting on 12 March the panel heard that 40 families were waiting": the day of the telling.
_WAS_TOLD = re.compile(
    r"\b(?:heard|told|noted|not(?:es|ing)|reported|advised|informed|updated|said|explained|stated|announced|learned|confirmed)"
    r"\s(?:\w+\s)?that\b"
)
_FROM_THE_FIRST = re.compile(r"\bfrom\s[\d.,]+%?(?:\s[a-z-]+){0,3}\sto\s(?:just\s|only\s|about\s)?$")


def _is_day(period: Period) -> bool:
    return period.kind == "day" or period.label.lower().startswith("on ")


def leading_or_shared(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """The last period before a number that no earlier number has, else one that it shares with later numbers."""
    mention, limit = found[at], limit_of(sentence, found, at)
    leading = [
        p
        for p in periods
        if p.finish <= mention.start
        and not _taken(sentence, found, at, p)
        and not (_is_day(p) and _WAS_TOLD.search(sentence, p.finish, mention.start))
    ]
    if leading and compared_with(sentence, leading[-1]) and at and _FROM_THE_FIRST.search(sentence[: mention.start]):
        # "compared with Q3 2033/34, from 76 offences to 57": the first is of that time, the second of the report's
        return None
    if leading:
        return leading[-1]
    if NOW.search(sentence, found[at - 1].end if at else 0, limit):
        # "is now open at 12 sites and dealt with 340 callers in the year"
        return None
    return next(
        (
            p
            for p in periods
            if p.begin >= limit
            and p.kind != "relative"
            and _shares(sentence[mention.end : p.begin])
            and not _is_of_its_clause(sentence, mention, p)
        ),
        None,
    )


# "…, and two had left since the start": a clause with a verb of its own.
_CLAUSE = re.compile(r"(?:\b(?:and|but|when|while|although)|,)\s(?:\S+\s){1,4}?(?:had|was|were|has|have|is|are)\b")
_DETERMINER = re.compile(r"\b(?:the|our|its|their|this|an?)\s$", re.I)


def _is_of_its_clause(sentence: str, mention: Mention, period: Period) -> bool:
    """Whether a period is said of its own clause or noun alone: from or on a day ("and two had left since May"), before
    what it names ("53 residents and the 2035 survey")."""
    if period.kind in ("since", "until", "day", "as at"):
        return _CLAUSE.search(sentence, mention.end, period.begin) is not None
    return period.label.isdigit() and _DETERMINER.search(sentence[: period.begin]) is not None


def _taken(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    """Whether a period before a number belongs to an earlier number alone."""
    mention = found[at]
    opened = sentence.rfind("(", 0, period.begin)
    if opened >= 0:
        closed = sentence.find(")", opened)
        inside = any(opened < m.start < closed for m in found)
        if closed != -1 and period.begin < closed < mention.start and inside:
            return True
    earlier = [m for m in found[:at] if m.end <= period.begin]
    if not earlier:
        return False
    gap = sentence[earlier[-1].end : period.begin]
    rest = sentence[period.finish : mention.start]
    if re.fullmatch(r",?\s(?:when|where)\s(?:there|it)\s(?:was|were|had been)\s", rest):
        # "nine more than in 2021/22, when there were 22"
        return False
    if _VALUE_OF.fullmatch(rest):
        # "133 more than the 2022 baseline of 913"
        return False
    if compared_with(sentence, period):
        # "368 in Q3 2022/23 compared with 341 in Q2; 29% were …"
        return True
    if period.kind == "relative":
        leads = (
            re.fullmatch(
                r"\W*(?:(?:when|there|were|was|it|the|figure|number|rate|total|saw|had|has|been|being|stood|at|this|they|we)\W+)*",
                rest,
            )
            is not None
            and re.search(r"\w", rest) is not None
        )
        return not leads and ";" not in gap
    if re.search(r"\b(?:than|shift|change)\b", gap):
        return True
    return (
        re.search(r"\b(?:against|compared (?:with|to)|from|to|and)\s*$", rest) is not None
        and len(rest.split()) <= 3
        and len(gap.split()) <= 3
    )


_VALUE_OF = re.compile(
    r"\s(?:baseline|figure|total|level|rate|average|value|position|outturn|result|peak)\sof\s(?:\w+\s){0,2}"
)
# "82 against a target of 85 for Quarter 1": of one time with its target.
_BESIDE_A_TARGET = re.compile(
    r",?\s(?:against|compared\s(?:with|to)|below|above|(?:under|over|short\sof)|(?:lower|higher)\sthan)\s(?:an?|the|our|its)\s"
    r"(?:\w+\s)?target\sof\s[\d.,]+%?"
)


def _shares(gap: str) -> bool:
    """Whether only a short list lies between a number and a period that comes after a later number; a period in
    brackets with its own number is that number's alone."""
    if re.search(r"\([^()]*(?:\d|\b(?:none|no|one|two|three|four|five|six|seven|eight|nine|ten)\b)[^()]*$", gap):
        return False
    gap = _BESIDE_A_TARGET.sub("", gap)
    return (
        re.search(
            r";|,\s[a-z]+ing\b|\b(?:but|while|none|against|compared|than|from|up|down|which|who|that|upon|increase|decrease"
            r"|reduction|rise|fall|drop|improvement)\b",
            gap,
        )
        is None
        and len(gap.split()) <= 16
    )
