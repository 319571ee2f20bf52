"""The period of each number in a short statement: its own, one that it shares, or the one that the slide goes on with.

In: a sentence with its numbers and periods, and the ``Flow``. Out: a period or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.slide_flow import Flow
from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import Point, months_to, quarter_of
from tracker.facts.wording.numbers import Number
from tracker.facts.wording.periods import Period, find_periods, without_periods

# A period with nothing but a colon or a verb between it and the next number is that number's.
_OPENS = re.compile(r"\s*[:=–-]?\s*(?:it\s+was|there\s+were|there\s+was|was|were)?\s*", re.IGNORECASE)


_COMPARES = re.compile(
    r"[;:▲▼△▽↑↓►◄▶◀]|%\s+on\b|\b(?:down|up|from|compared|against|than|versus|vs|while|whereas|previous(?:ly)?)\b",
    re.IGNORECASE,
)


_CHANGE_ON = re.compile(
    r"(?:[%\d)]|\b(?:change[ds]?|same|more|fewer|less|higher|lower|up|down|increase|decrease|rise|fall|reduction))"
    r"\s+(?:on|from|than|vs\.?|versus|against|compared\s+(?:to|with|against))\s+(?:the\s+|in\s+)*$",
    re.IGNORECASE,
)


# "97 days 102 days in 2021/22": the time of another length.
_ANOTHER_LENGTH = re.compile(r"\d\s(?:hours?|days?|weeks?|months?|minutes?)\s(?:in|during|for)\s$", re.IGNORECASE)


def is_change_on(sentence: str, period: Period) -> bool:
    """Whether a period is what a change is counted from: "▼ 4.2% on Q2 2023/24", "▲ 12 from 2022/23"."""
    return _CHANGE_ON.search(sentence[: period.begin]) is not None


_ROLLING = re.compile(
    r"\b(?:(?:rolling|last|latest|past)\s+(?:12|twelve)[\s-]+months?|(?:12|twelve)[\s-]+months?(?:\s+rolling|\s+total|:)|rolling\s+year)\b",
    re.IGNORECASE,
)


def period_of_number(
    sentence: str, numbers: Sequence[Number], at: int, periods: Sequence[Period], taken: set[int], flow: Flow
) -> Period | None:
    """The period of one number: one that no other number has taken and none stands between, else one that is shared."""
    number = numbers[at]
    previous = numbers[at - 1].finish if at else 0
    following = numbers[at + 1].begin if at + 1 < len(numbers) else len(sentence)
    before = [i for i, p in enumerate(periods) if p.finish <= number.begin]
    after = [
        i
        for i, p in enumerate(periods)
        if p.begin >= number.finish
        and not is_change_on(sentence, p)
        and not _ANOTHER_LENGTH.search(sentence[number.finish : p.begin])
    ]
    free = [i for i in before if i not in taken and periods[i].finish > previous - 1]
    near = [
        i
        for i in after
        if periods[i].begin < following
        and not re.search(r"[;.]\s", sentence[number.finish : periods[i].begin])
        and not (at + 1 < len(numbers) and _OPENS.fullmatch(sentence[periods[i].finish : following]))
    ]
    tight = [
        i
        for i in near
        if re.fullmatch(
            r"\s*(?:[\w/-]+\s+){0,1}(?:in|over|during|for|\()\s*(?:the\s+)?", sentence[number.finish : periods[i].begin]
        )
    ]
    # "£2.3m £1.9m in 2021/22": the second number's time is not the first's
    alone = at + 1 < len(numbers) and not re.search(r"[A-Za-z,&]", sentence[number.finish : following])
    shared = [
        i
        for i in after
        if not alone and not _COMPARES.search(sentence[number.finish : periods[i].begin]) and i not in near
    ]
    if rolling := _rolling(sentence[previous : number.begin], flow):
        return rolling
    choice = next(
        (group[pick] for group, pick in ((tight, 0), (free, -1), (near, 0), (before, -1), (shared, 0)) if group), None
    )
    if choice is None:
        return flow.lead_period or flow.period
    taken.add(choice)
    period = periods[choice]
    quarter = flow.lead_period
    if (
        period.kind == "year"
        and quarter is not None
        and quarter.kind == "quarter"
        and period.start.endswith("-04-01")
        and quarter.start
    ):
        which = ((int(quarter.start[5:7]) - 4) % 12) // 3 + 1
        start, end = quarter_of(int(period.start[:4]), which)
        return replace(period, start=start, end=end)
    last = flow.told
    if (
        period.kind == "relative"
        and last is not None
        and last.months == 12
        and re.search(r"12|twelve|year", period.label, re.IGNORECASE)
    ):
        start, end = last.earlier(12)
        return replace(period, start=start, end=end)
    return period


def _rolling(lead: str, flow: Flow) -> Period | None:
    """ "12-month rolling total" without a date ends where the slide's period ends."""
    match = _ROLLING.search(lead)
    if match is None or flow.period is None or not flow.period.end:
        return None
    end = Point(int(flow.period.end[:4]), int(flow.period.end[5:7]))
    start, finish = months_to(end, 12)
    return Period(start, finish, match.group())


def period_below(context: PaperContext, placed: Placed, flow: Flow) -> Period | None:
    """A line below that holds nothing but a period dates the statement above it: a big number's small print."""
    try:
        below = context.outline.at(placed.index + 1)
    except KeyError:
        return None
    if (
        below.block.kind != "paragraph"
        or below.page != placed.page
        or without_periods(below.block.text, flow.context).strip(" ()[]")
    ):
        return None
    return next((p for p in find_periods(below.block.text, flow.context, bare_years=True) if p.start and p.end), None)
