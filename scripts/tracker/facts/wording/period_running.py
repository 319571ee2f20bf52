"""Times that lean on the paper's own: "year to date", "this quarter", "in the year", "in that month", "at year end".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the period it stands for.
What the context does not tell keeps its words and has no dates, so that no other time is lent to its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.facts.wording.calendar_words import (
    FULL_YEAR,
    Point,
    add_months,
    financial_year,
    months_from,
    months_to,
    number_of,
)
from tracker.facts.wording.period_dates import FY, WHOLE_DAY, made, unit_months, years_of
from tracker.facts.wording.period_quarters import quarter
from tracker.facts.wording.period_record import Context, Period

_FIRST_OF_YEAR = 4
"""Financial years begin in April."""


def year_to_date(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "year to date": the months that were so called before, else from April to the end of the quarter told of."""
    whole = made(match, ("", ""))
    told = context.to_date or context.anchor
    if told and told.start[5:] == "04-01" and told.end and told.months < 12 and told.kind != "quarter":
        yield replace(whole, start=told.start, end=told.end)
        return
    told_of = _quarter(context)
    if told_of is None:
        yield whole
        return
    yield replace(whole, start=_april_before(told_of.start), end=told_of.end)


def this_quarter(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "during the quarter": the quarter spoken of last, or the report's; of a paper that reports on no time of its own
    the last one that was over when it came out."""
    told_of = _quarter(context) or _quarter_before(context)
    whole = made(match, ("", ""), "quarter")
    yield replace(whole, start=told_of.start, end=told_of.end) if told_of else whole


def end_of_quarter(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the end of the quarter": its last day."""
    told_of = _quarter(context)
    whole = made(match, ("", ""), "as at")
    yield replace(whole, start=told_of.end, end=told_of.end) if told_of else whole


def end_of_named_quarter(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the end of Quarter 3": its last day; "by the end of Q3": until then."""
    named = next(quarter(match, context), None)
    if named and named.end:
        until = match.group("edge").lower() == "by"
        yield made(match, ("" if until else named.end, named.end), "until" if until else "as at")


def _quarter(context: Context) -> Period | None:
    for told in (context.anchor, context.told, context.year):
        if told and told.months == 3 and told.start and int(told.start[5:7]) % 3 == 1:
            return told
    return None


def _quarter_before(context: Context) -> Period | None:
    """The last quarter that was over so long before the paper came out that its figures could be told in it."""
    if len(context.published) != WHOLE_DAY or context.year or context.told:
        return None
    known_by = date.fromordinal(date.fromisoformat(context.published).toordinal() - _DAYS_TO_COUNT).isoformat()
    last = Point(int(known_by[:4]), int(known_by[5:7]))
    ended = Point(*add_months(last.year, last.month, -(last.month % 3 or (3 if last.last > known_by else 0))))
    return Period(*months_to(ended, 3), kind="quarter")


_DAYS_TO_COUNT = 10


def this_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in the month", "last month": the month spoken of or the one before it, undated where none is."""
    whole, anchor = made(match, ("", ""), "relative"), context.anchor or context.told
    if anchor is None or anchor.months != 1 or not anchor.start.endswith("-01") or "week" in match.group().lower():
        yield whole
        return
    dates = anchor.earlier(1) if "last" in match.group().lower() else (anchor.start, anchor.end)
    yield replace(whole, start=dates[0], end=dates[1])


def since_then(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since then": from the day or month told of last, undated where that was a longer time."""
    whole, anchor = made(match, ("", ""), "since"), context.anchor
    begun = anchor.start if anchor and 0 < anchor.months <= 1 else ""
    yield replace(whole, start=begun)


def end_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the year end": the last day of the report's year."""
    whole = made(match, ("", ""), "as at")
    year = context.year
    yield replace(whole, start=year.end, end=year.end) if year and year.months == 12 else whole


def since_start_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since the start of the year": the April before the quarter told of, or of a year that is not yet over."""
    whole = made(match, ("", ""), "since")
    told_of, year = _quarter(context), context.year
    if told_of:
        yield replace(whole, start=_april_before(told_of.start))
    elif year and year.months == 12 and context.published and context.published <= year.end:
        yield replace(whole, start=year.start)
    else:
        yield whole


def _april_before(day: str) -> str:
    return Point(int(day[:4]) - (int(day[5:7]) < _FIRST_OF_YEAR), _FIRST_OF_YEAR).first


def in_the_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "during the year": the one that the report tells of, else the one told of before; "in that year": that one."""
    whole, spoken = made(match, ("", ""), "relative"), _year_spoken_of(context)
    since = _SINCE_YEAR.search(match.string, 0, match.start()) if match.group("that") else None
    if since:
        # "has halved since 2015, from 6,390 in that year"
        years = years_of(since)
        dates = financial_year(years[0]) if years else (f"{since['y']}-01-01", f"{since['y']}-12-31")
        yield replace(whole, start=dates[0], end=dates[1], kind="year")
        return
    told = (_year_that_ends(context) or spoken) if match.group("that") else context.year or spoken
    yield replace(whole, start=told.start, end=told.end, kind="year") if told and told.months == _YEAR else whole


def _year_spoken_of(context: Context) -> Period | None:
    """The year told of last."""
    told = context.anchor
    return told if told and told.months == _YEAR else None


def _year_that_ends(context: Context) -> Period | None:
    """The year whose last day was told of: "At the end of December 2031 there were 19. In that year …"."""
    told = context.anchor
    month = _LAST_DAYS.get(told.end[5:]) if told and told.start == told.end else None
    return Period(*months_to(Point(int(told.end[:4]), month), _YEAR)) if told and month else None


_YEAR = 12
_LAST_DAYS = {"12-31": 12, "03-31": 3}
_SINCE_YEAR = re.compile(rf"\b(?:since|from)\s(?:{FY}|(?P<y>{FULL_YEAR})\b)[^.;]*$", re.IGNORECASE)


def that_time(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in that time": the stretch of time told of last."""
    whole, told = made(match, ("", ""), "relative"), context.anchor
    yield replace(whole, start=told.start, end=told.end, kind="span") if told and told.months > 1 else whole


def the_half_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in the half year": the one that ends with the report's quarter, else the first half that is over on the paper's
    day and not yet followed by another."""
    whole, told = made(match, ("", "")), _quarter(context)
    if told and told.end[5:] in ("09-30", "03-31"):
        yield replace(whole, start=Period(told.start, told.end).earlier(3)[0], end=told.end)
    elif told or context.year:
        yield whole
    else:
        yield _first_half(whole, context)


def _first_half(whole: Period, context: Context) -> Period:
    """April to September of the year that a paper of October to March came out in: no half of a calendar year can be
    meant then."""
    day = context.published
    if len(day) != WHOLE_DAY or "04" <= day[5:7] < "10":
        return whole
    dates = months_from(Point(int(_april_before(day)[:4]), _FIRST_OF_YEAR), 6)
    return replace(whole, start=dates[0], end=dates[1])


def piece_of_the_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the first nine months of the year": counted from the first day of the report's year, or of the year that its
    quarter is in; of another, financial, year only where it was told of before."""
    whole, year = made(match, ("", "")), context.year or _year_of(_quarter(context))
    quarters, spoken = match.group("unit") == "quarters", _year_spoken_of(context)
    if quarters and spoken and spoken.start.endswith("-04-01"):
        year = spoken
    length = 6 if match.group("half") else number_of(match.group("n")) * unit_months(match.group("unit"))
    first = match.group("which").lower().startswith("first")
    if year is None and length == 6 and first:
        yield _first_half(whole, context)
        return
    if year is None or year.months != 12 or (quarters and not year.start.endswith("-04-01")):
        # quarters are those of financial years: a report on the year to September has none of its own
        yield whole
        return
    if not 0 < length < 12:
        yield whole
        return
    opening = Point(int(year.start[:4]), int(year.start[5:7]))
    if not first:
        opening = Point(*add_months(opening.year, opening.month, 12 - length))
    dates = months_from(opening, length)
    yield replace(whole, start=dates[0], end=dates[1])


def _year_of(quarter: Period | None) -> Period | None:
    if quarter is None:
        return None
    return Period(*months_from(Point(int(_april_before(quarter.start)[:4]), _FIRST_OF_YEAR), 12))


def length_alone(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "over a 12-month period": a length of time of which no dates are told."""
    yield made(match, ("", ""))


def year_of_report(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in the 12 months", with no word on which: those that the report tells of, else without dates."""
    year = context.year if context.year and context.year.months == 12 else None
    yield made(match, (year.start, year.end) if year else ("", ""))
