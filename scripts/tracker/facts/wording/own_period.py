"""Whether a period that stands behind a number is that number's own, or what it is compared with, or the next one's.

In: a sentence, its numbers and a period after one of them. Out: yes or no.
"""

from __future__ import annotations

import re

from tracker.facts.wording.compared import COMPARED_WITH
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period

_LIKE = (
    r"(?:level|in line|on a par|consistent|comparable) (?:with|to)|same as"
    r"|as (?:many|much|high|low) as|similar to|equal to|unchanged"
)
# "44%, an increase of 41% on last year": the time that it is compared with.
_MOVED_ON = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|change|improvement|up|down|more|fewer|higher|lower)\b"
    r"[^;:]*?\b(?:on|from|over|than|compared (?:with|to|against)|against)\s(?:in\s|for\s|during\s|the\s|that\s|of\s)*$",
    re.I,
)
# "1,340 hours, up from 980 hours the year before": the time of the second.
_FROM_ANOTHER = re.compile(r"\b(?:up|down|rose|fell|from|than|against)\b.*\d")
# One moment among others.
_SPIKE = re.compile(r"\b(?:spike|peak|surge|high|low)\sof\s$")


_KNOWN = re.compile(r"\b(?:from|with|to|than|on|against)\sthe\s$")
# "now stood at 900 offences although burglary in Quarter 4 had fallen": the time of the second clause.
_OF_A_CONTRAST = re.compile(r"\b(?:although|though|whereas|whil(?:e|st)(?!\s(?:in|on|at|under|\w+ing)\b))\s")
# "Of five deaths that were examined from 2017 to 2019, two …": what the whole is, up to its comma.
_WHOLE_OF = re.compile(r"(?:^|[.;]\s)\W*Of\s(?:(?:the|all)\s){0,2}$")
_THAT_WERE = re.compile(r"^(?:\s[a-z]+){0,3}?\s(?:that|which|who)\s(?:was|were|had(?:\sbeen)?)\s(?=[a-z]+\s)")
_SAYS_MORE = re.compile(r":\s(?:the|in|for|this|that)\b")
# "310 people, and the following year 340": the words before a period that the next number follows at once.
_OPENS_NEXT = re.compile(r"(?:\band|\bbut|\bwhile|,)\s(?:in|during|for|over)?\s?(?:the\s)?$")


def is_own(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    """Whether a period after a number, before the next, is that number's own."""
    between = [m for m in found[at + 1 :] if m.end <= period.begin]
    if between and _SPIKE.search(sentence[: between[-1].start]):
        # "increased from 58 to 73, with a spike of 16 in November": the time of the spike alone
        return False
    gap = sentence[found[at].end : period.begin]
    if _KNOWN.search(sentence[: found[at].start]) or _WHOLE_OF.search(sentence[: found[at].start]):
        # "compared with the 2,495 that were logged in the previous year"
        gap = _THAT_WERE.sub(" ", gap)
    if period.kind == "since" and re.search(r",|\btotal\b", gap):
        return False
    if at + 1 < len(found) and re.fullmatch(r"\s*[:=]\s*", sentence[period.finish : found[at + 1].start]):
        # "2021/22: 40" is of the number behind it, "420 referrals in 2022/23: 210 from the police" of the one before
        return (period.kind == "relative" and not gap.strip()) or re.search(
            r"[a-z]{3,}\s(?:in|during|over|for)\s(?:the\s)?$", gap
        ) is not None
    next_one = sentence[period.finish : found[at + 1].start] if at + 1 < len(found) else ""
    if _OPENS_NEXT.search(gap) and (
        re.match(r"\s(?:(?:it|there|they|this|the figure)\s|$)", next_one)
        or re.match(r"\s\d", sentence[period.finish :])
    ):
        # "was 377 and for 2020/21 it was 455", "In 2021 118 were issued and in 2022 164"
        return False
    if gap.endswith("(") and at + 1 < len(found) and not sentence[period.finish : found[at + 1].start].strip():
        # "31% (previous year 33%)": the time of the second
        return False
    if at + 1 < len(found) and _SAYS_MORE.search(gap):
        # "came to 2,964 thefts: the figure of quarter two was 798"
        return False
    whole = re.match(r"\W*Of\s(?:the\s|all\s)*$", sentence[: found[at].start]) is not None
    who = "" if whole else "|who"
    if (
        re.search(rf"\b(?:than|shift|change[sd]?|compared|unlike|which{who}|that|ahead of|{_LIKE})\b", gap)
        or ";" in gap
        or _OF_A_CONTRAST.search(gap)
    ):
        return False
    if _MOVED_ON.search(gap) or COMPARED_WITH.search(f"{gap}"):
        return False
    if period.kind == "relative" and _FROM_ANOTHER.search(gap):
        return False
    if period.kind == "until" and "to" not in gap.split():
        return True
    opened = re.match(r"\W*(?:In|During|Over|For)\b[^,;]{0,30}\b20\d\d", sentence[: found[at].start]) is not None
    if opened and at + 1 < len(found) and _OPENS_NEXT.search(gap):
        # "In 2021 118 were issued and in 2022 wardens issued 164": the second year opens the second clause
        return False
    if at + 1 >= len(found):
        return True
    after = sentence[period.finish : found[at + 1].start]
    opens = re.search(r"[.;]\s*(?:in|over|during|for)?\s*(?:the\s)?$", gap, re.I) is not None
    return not (opens and ";" not in after)
