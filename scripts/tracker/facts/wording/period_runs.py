"""Several years, quarters or months told as one time, and the edges of a year: "over 2023/24 and 2024/25".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the period it stands for,
none when its parts make no stretch of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.facts.wording.calendar_words import MONTH_NUMBERS, Point, add_months, months_from, number_of, point
from tracker.facts.wording.period_dates import latest, made, years_of
from tracker.facts.wording.period_record import Context, Period


def edge_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the end of 2022/23": its last day; "by the end of …": until then; "at the start of …": its first day."""
    years, single = years_of(match), match.groupdict().get("y")
    if years:
        first, last = Point(years[0], 4).first, Point(years[1], 3).last
    elif single:
        first, last = f"{single}-01-01", f"{single}-12-31"
    else:
        return
    words = match.group().lower()
    if re.match(r"\W*(?:by|until|before)\b", words):
        yield made(match, ("", last), "until")
    else:
        day = first if match.group("edge").lower() in ("start", "beginning") else last
        yield made(match, (day, day), "as at")


_POPULATION = re.compile(r"\b(?:population|estimates?|liv(?:e|es|ed|ing)|residents?|inhabitants)\b", re.IGNORECASE)


def middle_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "mid-2024" beside a population: 30 June, the day that populations are estimated for; else a time without a day.
    "by mid-2024": until then."""
    day = f"{match.group('y')}-06-30"
    if (match.group("edge") or "").lower() == "by":
        yield made(match, ("", day), "until")
    elif _POPULATION.search(match.string):
        yield made(match, (day, day), "as at")
    else:
        yield made(match, ("", ""), "as at")


def since_years(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since 2018/19", "2023/24 to date", "2023 to date": from the first day of that year, without an end."""
    if years := years_of(match):
        yield made(match, (Point(years[0], 4).first, ""), "since")
    elif year := match.groupdict().get("y"):
        yield made(match, (f"{year}-01-01", ""), "since")


def adjoining_months(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "January and February 2023", "January, February and March 2023": from the first to the last."""
    end = point(match, "b_")
    first = MONTH_NUMBERS[match.group("first").lower()]
    if end is None or end.day:
        return
    if not end.year:
        # "41 in May and June": the last ones before the paper came out
        if context.year or len(context.published) != len("2024-05-31") or not match.group()[0].isupper():
            return
        last = latest(end, context)
        if last is None:
            return
        end = last
    between = match.groupdict().get("between")
    named = [first, *([MONTH_NUMBERS[between.lower()]] if between else []), end.month]
    if any((after - before) % 12 != 1 for before, after in pairwise(named)):
        return
    start = Point(end.year - (first > end.month), first)
    yield made(match, (start.first, end.last))


def years_together(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "over 2023/24 and 2024/25": from the first day of the one to the last of the other."""
    first = years_of(match)
    last = years_of(match, "ly", "ls")
    if first and last and first[1] <= last[0]:
        yield made(match, (Point(first[0], 4).first, Point(last[1], 3).last))


def years_up_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the four years to 2022/23": so many financial years, the one named the last."""
    if years := years_of(match):
        count = number_of(match.group("n"))
        yield made(match, (Point(years[1] - count, 4).first, Point(years[1], 3).last))


def year_up_to_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "2023/24 (to December)", "2023 (to the end of September)": from the first day of that year."""
    years, single, end = years_of(match), match.groupdict().get("y"), point(match, "a_")
    if end is None or end.year or not (years or single):
        return
    start = Point(years[0], 4) if years else Point(int(single or 0), 1)
    end = replace(end, year=years[0] + (end.month < 4) if years else start.year)
    yield made(match, (start.first, end.last))


def months_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "2023 (January to September)": months of that calendar year."""
    start, end, year = point(match, "a_"), point(match, "b_"), int(match.group("y"))
    if start and end and start.month < end.month:
        yield made(match, (Point(year, start.month).first, Point(year, end.month).last))


def quarters_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "2023/24 (Q1-Q3)": from the first of these quarters to the last."""
    years = years_of(match)
    first, last = int(match.group("q1")), int(match.group("q2"))
    if years and first < last:
        opening = Point(*add_months(years[0], 4, 3 * (first - 1)))
        yield made(match, months_from(opening, 3 * (last - first + 1)))


def school_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the academic year 2021/22": from September to August."""
    years = years_of(match)
    if years and years[1] == years[0] + 1:
        yield made(match, (Point(years[0], 9).first, Point(years[1], 8).last), "year")


def municipal_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the municipal year 2022/23": it runs from one annual meeting in May to the next, whose days are not told."""
    if years_of(match):
        yield made(match, ("", ""))


def up_to_point(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "up to the end of December 2023": until then, from a day that is not told."""
    end = point(match, "a_")
    if end and end.year:
        yield made(match, ("", end.last), "until")
