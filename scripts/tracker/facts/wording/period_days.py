"""Runs of days and single weeks: "from 19 to 25 November 2022", "14/15 July", "the week beginning 6 March 2023".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the period it stands for,
none when its parts are no days of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tracker.facts.wording.calendar_words import Point, point
from tracker.facts.wording.period_dates import latest, made
from tracker.facts.wording.period_record import Context, Period

_WEEK = timedelta(days=6)
_CENSUS_DAYS = {"2001": "2001-04-29", "2011": "2011-03-27", "2021": "2021-03-21"}
"""The days of the censuses of England and Wales, to which all their counts refer."""


def days_run(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "19 to 25 November 2022": from the first day to the last, both in the month that is named."""
    last = _day(match, context)
    first = int(match.group("from"))
    if last and 0 < first < last.day:
        yield made(match, (replace(last, day=first).first, last.last))


def week_from(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the week commencing 6 March 2023": seven days, the one named the first."""
    if first := _day(match, context):
        yield made(match, (first.first, (date.fromisoformat(first.first) + _WEEK).isoformat()))


def week_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the week ending 12 March 2023": seven days, the one named the last."""
    if last := _day(match, context):
        yield made(match, ((date.fromisoformat(last.first) - _WEEK).isoformat(), last.last))


def census_day(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "the 2021 Census": the day that it counts people on."""
    day = _CENSUS_DAYS[match.group("census")]
    yield made(match, (day, day), "as at")


def _day(match: re.Match[str], context: Context) -> Point | None:
    when = point(match, "a_")
    if when is None or not when.day:
        return None
    return when if when.year else latest(when, context)
