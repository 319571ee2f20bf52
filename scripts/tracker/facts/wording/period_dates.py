"""From a match of a period's pattern to its dates: one function for each way of printing a period.

Quarters stand in ``period_quarters``, what counts from another period in ``period_relative``.
In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the periods it stands for,
none when the parts make no date of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.wording.calendar_words import (
    DASH,
    FULL_YEAR,
    Point,
    add_months,
    financial_year,
    months_from,
    months_to,
    number_of,
    point,
    shift,
)
from tracker.facts.wording.period_record import Context, Period, PeriodKind

FY = (
    rf"(?P<fy>{FULL_YEAR})\s?(?:/|{DASH})\s?(?P<fy2>{FULL_YEAR}|\d\d|(?<=/)\d)(?![\d/%]|[.,]\d)(?!\s?{DASH}\s?(?:19|20)\d\d\b|{DASH}\d)"
    r"|(?<![\d/.])(?P<sy>[0-3]\d)(?:/|(?<=FY\d\d)-|(?<=Q\d \d\d)-)(?P<sy2>[0-4]\d)(?![\d/%]|[.,]\d)"
)


def made(match: re.Match[str], dates: tuple[str, str], kind: PeriodKind = "span", sure: bool = True) -> Period:
    """The period of a match: its words without a comma or bracket in front, and these dates (ISO or "")."""
    text = match.group()
    lead = len(text) - len(text.lstrip(" ,("))
    text = text.strip(" ,(")
    begin = match.start() + lead
    return Period(*dates, label=text, begin=begin, finish=begin + len(text), kind=kind, sure=sure)


def years_of(match: re.Match[str], fy: str = "fy", sy: str = "sy") -> tuple[int, int] | None:
    """First and last year of "2022/23", "2022-2023", "22/23", when the two can be a financial year or several."""
    found = match.groupdict()
    if found.get(fy):
        first, tail = int(found[fy]), found[fy + "2"]
        last = int(tail) if len(tail) == 4 else first // 10 ** len(tail) * 10 ** len(tail) + int(tail)
    elif found.get(sy):
        first, last = 2000 + int(found[sy]), 2000 + int(found[sy + "2"])
        if last != first + 1:
            return None
    else:
        return None
    return (first, last) if 0 < last - first <= 20 else None


def range_period(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "April to June 2022", "1 May 2021 – 30 April 2022": from the first day named to the last."""
    start, end = point(match, "a_"), point(match, "b_")
    if start is None or end is None:
        return
    years = years_of(match)
    if years and not start.year:  # "January-March 2021/22": months of a financial year
        start = replace(start, year=years[0] + (start.month < 4))
        end = replace(end, year=years[0] + (end.month < 4))
        if start.month > end.month and years[1] == years[0] + 1:  # "November-October 2021/22": a year of its own
            start, end = replace(start, year=years[0]), replace(end, year=years[1])
    elif not end.year and not start.year:
        last = latest(end, context)
        if last is None:
            return
        end = last
        start = replace(start, year=end.year - ((start.month, start.day) > (end.month, end.day or 31)))
    elif not end.year:
        return
    elif not start.year:
        start = replace(start, year=end.year - ((start.month, start.day) > (end.month, end.day or 31)))
    if start.first <= end.last:
        yield made(match, (start.first, end.last))


WHOLE_DAY = 10
"""Length of a day in ISO 8601."""


def latest(when: Point, context: Context) -> Point | None:
    """A month or day without a year: its last one that was over when the paper came out. Where that day is not known,
    the last one before the end of the quarter reported on, None for what may lie after it."""
    end = context.published
    if not end:
        told = context.told
        if told is None or told.months != 3 or not told.end:
            return None
        end = told.end
        soon = [replace(when, year=int(end[:4]) + n).last for n in (0, 1)]
        if any(end < day <= shift(end, 3) for day in soon):
            return None
    at = replace(when, year=int(end[:4]))
    return at if at.last <= end else replace(at, year=at.year - 1)


def length_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the 12 months to March 2023": so many months, up to the end of the one named."""
    end = point(match, "a_")
    if end is None:
        return
    if not end.year:
        last = latest(end, context)
        if last is None:
            return
        end = last
    unit = (match.groupdict().get("unit") or match.group("unit2")).lower()
    count = number_of(match.group("n")) if match.groupdict().get("n") else 1
    yield made(match, months_to(end, count * unit_months(unit)))


def unit_months(unit: str) -> int:
    """Months of a "year", "quarter" or "month", plural or not."""
    unit = unit.lower()
    return 12 if "year" in unit else 3 if "quarter" in unit else 1


def year_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the year to March 2023": twelve months up to the end of the month named; none for a day."""
    end = point(match, "a_")
    if end is None or end.day:
        return
    last = end if end.year else latest(end, context)
    if last:
        yield made(match, months_to(last, 12))


def length_from(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the 6 months from April 2022": so many months, from the first day of the one named."""
    start = point(match, "a_")
    if start and start.year:
        yield made(match, months_from(start, number_of(match.group("n")) * unit_months(match.group("unit"))))


def financial(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "2022/23": a financial year, or the span of several; "2018-2022" is not sure to be financial."""
    years = years_of(match)
    if not years:
        return
    first, last = years
    found = match.groupdict()
    if found.get("fy2") and len(found["fy2"]) == 4 and last - first > 1 and "/" not in match.group():
        yield made(match, (f"{first}-01-01", f"{last}-12-31"), "span", sure=False)
        return
    yield made(match, financial_year(first, last - first), "year" if last - first == 1 else "span")


def one_financial(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "FY23": the financial year that ends in the year named."""
    year = int(match.group("fy1"))
    year += 2000 if year < 100 else 0
    yield made(match, financial_year(year - 1), "year", sure=False)


def year_pair(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "between 2018 and 2022": from the first day of the one year to the last of the other; "in 2021 to 2022" and
    "in 2021 to 22" are one financial year, as central government writes it."""
    first, short = int(match["y1"]), match["y3"]
    last = int(match["y2"] or f"{match['y1'][:2]}{short}")
    if match["joint"] == "to" and last == first + 1 and match["led"] not in ("from", "between", "From", "Between"):
        yield made(match, financial_year(first), "year")
    elif first < last and not short:
        yield made(match, (f"{first}-01-01", f"{last}-12-31"))


def since(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since April 2021": has no end."""
    if match.groupdict().get("y"):
        yield made(match, (f"{match.group('y')}-01-01", ""), "since")
    elif (start := point(match, "a_")) and start.year:
        yield made(match, (start.first, ""), "since")


def until(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "until March 2024": has no beginning."""
    if match.groupdict().get("y"):
        yield made(match, ("", f"{match.group('y')}-12-31"), "until")
    elif (end := point(match, "a_")) and end.year:
        yield made(match, ("", end.last), "until")


def as_at(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "as at 31 March 2023": a day; "at the end of March 2023": the last of the month."""
    when = point(match, "a_")
    if when and when.year:
        first = when.last if "end of" in match.group().lower() else when.first
        yield made(match, (first, when.last), "as at")


def point_period(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "28 April 2023", "May 2023": a day or a month of its own."""
    when = point(match, "a_")
    if when and when.year and 1900 < when.year < 2100:
        yield made(match, (when.first, when.last), "day" if when.day else "month")


def month_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "May 2022/23": a month of a financial year."""
    years, when = years_of(match), point(match, "a_")
    if years and when and not when.year and not when.day:
        when = replace(when, year=years[0] + (when.month < 4))
        yield made(match, (when.first, when.last), "month")


def calendar_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "2022": the calendar year; its label is the year alone."""
    year = match.group("y")
    whole = made(match, (f"{year}-01-01", f"{year}-12-31"), "year")
    at = match.start("y")
    yield replace(whole, label=year, begin=at, finish=at + 4)


def piece_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the first half of 2022/23", "the last nine months of 2021"."""
    years, text = years_of(match), match.group().lower()
    single = match.groupdict().get("y")
    if not years and not single:
        return
    opening = Point(years[0], 4) if years else Point(int(single or 0), 1)
    length = 6 if "half" in text else number_of(match.group("n")) * (3 if "quarter" in text else 1)
    if length >= 12 or ("second" in text and "half" not in text):
        yield made(match, ("", ""), "span")
        return
    if "first" not in text:
        year, month = add_months(opening.year, opening.month, 12 - length)
        opening = Point(year, month)
    yield made(match, months_from(opening, length))


def in_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "in 2022": the calendar year, where a bare year is allowed."""
    group = "y" if match.group("y") else "yp"
    year, at = match.group(group), match.start(group)
    yield Period(f"{year}-01-01", f"{year}-12-31", year, at, at + 4, "year")
