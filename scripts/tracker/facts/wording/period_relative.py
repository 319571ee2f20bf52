"""From a match that counts from another period to its dates: "the previous year", "the same period of 2021/22".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context`` with the periods told of before.
Out: the periods it stands for, undated where which one is meant is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.wording.calendar_words import number_of
from tracker.facts.wording.period_dates import made, unit_months, years_of
from tracker.facts.wording.period_record import Context, Period

_OLD_LENGTH = re.compile(
    r"(?:in\s+)?(?:the\s+)?(?:previous|prior|preceding)\s+(?:\d|[a-z]+[\s-]+(?:months|quarters|years))"
)


def relative(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the previous year", "the same period a year earlier": counted back from the context's anchor, else undated."""
    text = match.group().lower()
    same = _SAME.search(text) is not None
    anchor = (context.spoken or context.anchor) if same else context.anchor
    whole = made(match, ("", ""), "relative")
    unit = match.groupdict().get("unit") or ""
    if anchor is None and "year" in text and not same:
        anchor = context.year
    if anchor is None or not anchor.start or not anchor.end:
        yield whole
        return
    if same and anchor.months != _same_length(match, anchor.months):
        # which quarter is not told
        yield whole
        return
    count = number_of(match.group("n")) if match.groupdict().get("n") else 1
    months = count * unit_months(unit) if unit else 12
    if months < 12 and count == 1 and not same and anchor.months != months:
        # "the previous quarter" beside a year: which quarter is not told
        yield whole
        return
    if _OLD_LENGTH.match(text) and anchor.months != months:
        # "the previous 12 months" beside a quarter: they end where the quarter begins, or the year told of before it
        yield whole
        return
    if same and not unit:
        months = 12
    if not unit and "quarter" in text and not same:
        months = 3
    dates = anchor.earlier(months)
    yield replace(whole, start=dates[0], end=dates[1])


def year_after(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the year after", "the following year": a year on from the year told of, undated beside any other time."""
    whole, anchor = made(match, ("", ""), "relative"), context.anchor
    dates = anchor.earlier(-12) if anchor and anchor.months == 12 else ("", "")
    yield replace(whole, start=dates[0], end=dates[1])


_SAME = re.compile(r"\b(?:same|corresponding|equivalent|comparable|this\s+(?:time|point|stage))\b")


def _same_length(match: re.Match[str], months: int | None) -> int | None:
    """How many months "the same quarter" and "the same 3 month period" have; ``months`` where the words do not say."""
    if length := match.groupdict().get("length"):
        return number_of(length)
    return 3 if "quarter" in match.group().lower() else months


def same_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the same period of 2021/22": the months of the period before, in that year."""
    whole, anchor, years = made(match, ("", ""), "span"), context.spoken or context.anchor, years_of(match)
    if anchor is None or not anchor.start or not anchor.end or anchor.months != _same_length(match, anchor.months):
        yield whole
        return
    first = years[0] if years else int(match.group("y"))
    start = int(anchor.start[:4]) - (1 if years and anchor.start[5:7] < "04" else 0)
    dates = anchor.earlier(12 * (start - first)) if start != first else ("", "")
    yield replace(whole, start=dates[0], end=dates[1])


def this_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "this year", "the year": the year that the report tells of, undated where it has none."""
    whole = made(match, ("", ""), "relative")
    yield replace(whole, start=context.year.start, end=context.year.end) if context.year else whole
