"""Times that lean on the paper's own: "year to date", "this quarter", "since April", "in November", "at year end".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the period it stands for.
What the context does not tell keeps its words and has no dates, so that no other time is lent to its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.wording.calendar_words import Point, add_months, months_from, number_of, point
from tracker.facts.wording.period_dates import made, unit_months
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
    """ "during the quarter": the quarter spoken of last, or the report's."""
    told_of = _quarter(context)
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


_TO_COME = re.compile(
    r"\b(?:will|shall|would|should|to\s+be|due|plan(?:s|ned)?|expect(?:s|ed)|aims?|intends?|target|proposed|propose[sd]?"
    r"|scheduled|complete[sd]?\s+by)\b",
    re.I,
)


def end_of_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the end of September", "as at 30 June": that day of the report's year, else the last one before the paper
    came out; "by the end of October": until then. Undated where a plan may mean the next one, or the year leaves two
    to choose from."""
    when = point(match, "a_")
    if when is None:
        return
    whole, year = made(match, ("", "")), context.year
    until = re.match(r"\W*(?:by|until|before|(?:up\s+)?to)\b", match.group(), re.I) is not None
    if match.groupdict().get("old"):
        # "74 at the end of May last year"
        known = len(context.published) == _WHOLE_DAY
        day = replace(when, year=int(context.published[:4]) - 1).last if known else ""
        yield replace(whole, start="" if until else day, end=day, kind="until" if until else "as at")
        return
    days = set()
    if year is not None and year.months == 12:
        days.add(_of_year(when, year).last)
    if len(context.published) == _WHOLE_DAY:
        last = replace(when, year=int(context.published[:4]))
        last = last if last.last <= context.published else replace(last, year=last.year - 1)
        days.add(last.last)
    if len(days) != 1 or (until and _TO_COME.search(match.string)):
        yield whole
        return
    day = days.pop()
    yield replace(whole, start="" if until else day, end=day, kind="until" if until else "as at")


def _of_year(when: Point, year: Period) -> Point:
    """A month as one of the twelve of a year."""
    return replace(when, year=int(year.start[:4]) + (when.month < int(year.start[5:7])))


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


# Length of a day in ISO 8601.
_WHOLE_DAY = 10


def since_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since April": the last April before the paper came out; none when that would lie after the year reported on."""
    start = point(match, "a_")
    if start is None:
        return
    whole = made(match, ("", ""), "since")
    if not context.published:
        yield whole
        return
    begun = replace(start, year=int(context.published[:4]))
    if begun.first > context.published:
        begun = replace(begun, year=begun.year - 1)
    year = context.year
    told = year is not None and year.months == 12 and begun.first > year.end
    yield whole if told else replace(whole, start=begun.first)


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


def months_to_date(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "April 2022 to date": from then on."""
    start = point(match, "a_")
    if start and start.year:
        yield made(match, (start.first, ""), "since")
    else:
        yield from since_month(match, context)


def month_alone(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in November": that month of the report's year, where it reports on one; else the last one before the paper came
    out."""
    when, year = point(match, "a_"), context.year
    if when is None or when.day:
        return
    if year is None and len(context.published) == _WHOLE_DAY:
        when = replace(when, year=int(context.published[:4]))
        when = when if when.last <= context.published else replace(when, year=when.year - 1)
        spoken = context.anchor
        if spoken and spoken.months == 12 and _of_year(when, spoken) != when:
            # "120 in 2022/23, 40 of them in May": of that year or the last May, the words do not tell
            yield made(match, ("", ""), "month")
            return
        yield made(match, (when.first, when.last), "month")
        return
    if year is None or year.months != 12:
        return
    when = _of_year(when, year)
    yield made(match, (when.first, when.last), "month")


def month_of_this_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in June last year", "between January and March this year": counted from the day the paper came out."""
    start, whole = point(match, "a_"), made(match, ("", ""))
    if start is None or start.year:
        return
    words = match.group().lower()
    found = match.groupdict()
    if not context.published:
        yield whole
        return
    year = int(context.published[:4]) - (1 if re.search(r"\b(?:last|previous)\b", words) else 0)
    start = replace(start, year=year)
    if words.startswith(("since", "from")) and not found.get("b_month"):
        yield replace(whole, start=start.first, kind="since")
        return
    end = point(match, "b_") if found.get("b_month") else start
    if end is None or end.year not in (0, year):
        return
    end = replace(end, year=year)
    if start.first <= end.last <= context.published:
        yield replace(whole, start=start.first, end=end.last, kind="span" if found.get("b_month") else "month")
    else:
        yield whole


def piece_of_the_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the first nine months of the year": counted from the first day of the report's year, or of the year that its
    quarter is in."""
    whole, year = made(match, ("", "")), context.year or _year_of(_quarter(context))
    quarters = match.group("unit") == "quarters"
    if year is None or year.months != 12 or (quarters and not year.start.endswith("-04-01")):
        # quarters are those of financial years: a report on the year to September has none of its own
        yield whole
        return
    length = 6 if match.group("half") else number_of(match.group("n")) * unit_months(match.group("unit"))
    if not 0 < length < 12:
        yield whole
        return
    opening = Point(int(year.start[:4]), int(year.start[5:7]))
    if not match.group("which").lower().startswith("first"):
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
