"""The time of a number in running text, and the time that a sentence lends to what follows it.

In: what a sentence holds, the ``Flow`` of the text, the period that the numbers before were dated with. Out: a period
for a number; at the end of the sentence the flow has the period that goes on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_flow import Flow
from tracker.facts.figures.prose_opening import Held
from tracker.facts.wording.calendar_words import shift
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.periods import Period
from tracker.facts.wording.when import period_for

_WITH_YEAR = re.compile(r"\d{2,4}\s*$|\d{4}|\b(?:last|previous|this|past)\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r",\s(?:and|but|while)\s(?:the|a|an|its|their|our|his|her|this)\s[^,;.\d]*?\b(?:was|were|had\sbeen)\s\w+[^,;.\d]*$"
)
_FROM_ITS_START = re.compile(
    r"[^,;.\d]{0,40}?\s(?:in|over|during|within)\s(?:its|their|the)\s(?:very\s)?first\s(?:[\w-]+\s)?(?:days|weeks|months|week"
    r"|month)\b(?!\sof\b)"
)


def _may_come(period: Period, flow: Flow) -> bool:
    """Whether a month, told without its year, that was taken for the last one may as well be the next."""
    told = _WITH_YEAR.search(period.label) is not None or period.label.lower().startswith("by ")
    month = 0 < period.months <= 1 and period.kind != "day" and bool(period.start)
    return month and not told and "" < period.end <= flow.published[:10] < shift(period.end, 12)


_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d\d")


def period_at(held: Held, at: int, naming: Naming, flow: Flow, dated: Period | None) -> Period | None:
    """The period of number ``at``, None where no time is told or lent; a span of years that may be read two ways has
    no dates."""
    period = _period(held, at, naming, flow, dated)
    planned = any(key == "plan" for key, _ in naming.breakdown)
    if period is not None and planned and period not in held.periods and _is_past(period, flow):
        # the time that a report tells of is none of what is to come
        period = None
    if period is not None and planned and period in held.periods and _may_come(period, flow):
        # "will be held during November", told in November: the one to come
        period = replace(period, start=shift(period.start, 12), end=shift(period.end, 12))
    if period is not None and period.kind == "day" and period in held.periods:
        between = held.sentence[held.found[at].end : period.begin]
        if _OTHER_CLAUSE.search(between):
            # "heard 61 cases, and the lease of the hall was signed on 4 May": the day is of what was signed
            period = None
    if period is not None and period not in held.periods and _FROM_ITS_START.match(held.sentence, held.found[at].end):
        # "made 90 visits in its first six weeks": of a time that begins when it began, not of the report's year
        period = None
    if period is not None and period.label.lower() == "last year" and not (naming.same or _set_against(held, at)):
        # to some the year reported on, to others the one before it
        period = replace(period, start="", end="")
    target = period is not None and ("measure", "target") in naming.breakdown
    due = period is not None and period.label.lower().startswith("by ")
    if target and not due and period and (period not in held.periods or compared_with(held.sentence, period)):
        # "77%, up from 69% in 2021/22, against a target of 80%": the target is not of the time before, nor is one "by
        # March 2025" of the report's year
        period = None
    own = any(p.begin > held.found[at].start or _OF_VALUE.match(held.sentence, p.finish) for p in held.periods)
    if ("measure", "baseline") in naming.breakdown and not own:
        # "9% above the baseline of 25,651": of a time that stands elsewhere
        period = None
    if (
        period is not None
        and period.label.lower().startswith("by ")
        and not planned
        and not due
        and period.end > flow.published[:10] > ""
    ):
        # "There were 630 pupils and all of them would be taught by July 2035"
        period = None
    years = period is not None and naming.measure != "money" and _YEARS.fullmatch(period.label)
    if period is not None and years and period.months == 24 and (naming.measure == "rate" or naming.unit == "deaths"):
        # "a rate of 6.8 per 100,000 in 2019-21": rates of few deaths are told of three calendar years
        return replace(period, start=f"{period.start[:4]}-01-01", end=f"{period.end[:4]}-12-31")
    if period is not None and years and (period.months or 0) > 12:
        # "2019-21": two financial years to some, three calendar years to others
        period = replace(period, start="", end="")
    return period


# "against the 2022 baseline of 913"
_OF_VALUE = re.compile(r"\sbaseline\sof\s")
_AGAINST = re.compile(
    r"\b(?:from|against|than|(?:compared|comparison)\s(?:with|to))\s(?:just\s|about\s|around\s|over\s|the\s)?$"
)
_TO_ANOTHER = re.compile(r"\s(?:last\syear)\s(?:\w+\s)?to\s")


def _set_against(held: Held, at: int) -> bool:
    """Whether number ``at`` is told against another: "fell from 525 last year to 512"."""
    beside = len(held.found) > 1 and _AGAINST.search(held.before(held.found[at])) is not None
    return beside and (at > 0 or _TO_ANOTHER.match(held.sentence, held.found[at].end) is not None)


def _is_past(period: Period, flow: Flow) -> bool:
    """Whether a lent time is over when the paper comes out; where its day is not known, any but a heading's may be."""
    return period.end <= flow.published[:10] if flow.published else period is not flow.heading


_NOW = re.compile(r"[^,;.\d]{0,30}?\b(?:now|today|at present|at the moment|currently)\b", re.I)
_NOW_BEFORE = re.compile(r"\b(?:now|today|at present|currently)\b[^,;.\d]{0,30}$", re.I)


def _is_now(held: Held, at: int, period: Period) -> bool:
    """Whether number ``at`` is told of the present, and the period of what was told before it."""
    number = held.found[at]
    if period.begin > number.start or not at:
        return False
    clause = held.sentence[period.finish : number.start]
    return bool(_NOW.match(held.sentence, number.end) or _NOW_BEFORE.search(clause))


def period_in_own_words(held: Held, at: int, naming: Naming, flow: Flow, dated: Period | None) -> Period | None:
    """The period of number ``at`` where its sentence's own words name it, None where no time of it is told."""
    period = _period(held, at, naming, flow, dated)
    if period and period.kind == "day" and re.search(r"\bsince\b", held.sentence[: period.begin], re.I):
        # "Since the order came into force on 1 May": the day is no time of what was done
        return None
    return period


def _period(held: Held, at: int, naming: Naming, flow: Flow, dated: Period | None) -> Period | None:
    period = period_for(held.sentence, held.found, at, held.periods, flow.period, flow.year, dated, naming)
    if period in held.periods and period is not None and _is_now(held, at, period):
        # "had peaked at 61 in May and stood at 44 now"
        return None
    if period and period.end and period in held.periods and _SINCE.search(held.sentence[: period.begin]):
        # "Since the order came into force in 2020": from then on
        return replace(period, end="")
    return period


_SINCE = re.compile(r"\b[Ss]ince\s(?:[\w’'-]+\s){2,9}(?:in|on)\s$")


def dated_after(held: Held, at: int, naming: Naming, period: Period | None, dated: Period | None) -> Period | None:
    """The period that dates the numbers after number ``at``: its own where that goes on, else the one before."""
    if period is None or not period.dated or naming.same or _in_brackets(held.sentence, held.found[at].start):
        return dated
    return dated if compared_with(held.sentence, period) else period


def _in_brackets(sentence: str, at: int) -> bool:
    return sentence.count("(", 0, at) > sentence.count(")", 0, at)


def _is_beside(other: Period, own: list[Period]) -> bool:
    """Whether a time that others are compared with is a later part of the year, as long as theirs: a peak "in Quarter 2
    against 514 in Quarter 4" is told of both."""
    return any(p.months == other.months and p.months < 12 and p.end < other.start for p in own)


_OPENS_WITH_TIME = re.compile(r"\W*(?:In|During|Over|For|Between|Since|From|As at|At|Throughout|By)\b")
_PLAN = re.compile(
    r"\b(?:will|shall|(?:is|are) to\b(?! be seen)|(?:is|are) due to|plan(?:s|ned|ning)? (?:to"
    r"|for)|aims? to|intends? to|going to"
    r"|scheduled|expected to|propose[sd]?|target|would|should|ambition)\b",
    re.I,
)


_BEGAN = re.compile(
    r"\b(?:opened|launched|began|begun|started|introduced|established|formed|set up|came into \w+)"
    r"\s(?:in|on|at the end of|during)?\s*$",
    re.I,
)


def lend_time(held: Held, flow: Flow, dated: Period | None) -> None:
    """Give the flow the time that a sentence lends to what follows, or the heading's where it tells of several."""
    sentence, periods = held.sentence, held.periods
    to_date = [p for p in periods if p.start and p.end and re.search(r"\bto[\s-]date\b", p.label, re.I)]
    flow.to_date = to_date[0] if to_date and not compared_with(sentence, to_date[0]) else flow.to_date
    spoken = [
        p
        for p in ([dated] if dated else periods)
        if p.start and p.end and p.kind != "relative" and p.months and not compared_with(sentence, p)
    ]
    timed = [p for p in periods if p.months and p.kind != "relative"]
    own = [p for p in timed if not compared_with(sentence, p)]
    told = {(p.start, p.end) for p in timed if p in own or _is_beside(p, own)}
    if held.sorts == {"money"}:
        # the year that a grant is for is no time of what was done
        spoken = []
    if len(told) > 1 and not _OPENS_WITH_TIME.match(sentence):
        # a sentence that tells of several times lends none
        spoken = []
        flow.period = flow.heading
    elif spoken and (spoken[-1].months or 0) < 2 and flow.year and not _OPENS_WITH_TIME.match(sentence):
        # what happened in one month lends its time to nothing else in a year's report
        spoken = []
    if spoken and any(_BEGAN.search(sentence[: p.begin]) for p in periods if p in spoken):
        # "The centre opened in May 2022": what it has done since is of other times
        spoken = []
    # the time of a plan is no time of what was done
    if spoken and (dated or not _PLAN.search(sentence)):
        flow.period = spoken[-1]
    elif spoken:
        flow.period = flow.heading
