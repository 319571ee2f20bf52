"""The period of a cell, from its row and its column together.

In: the two lines, all lines of the table, and the period of the table as a whole. Out: a ``Period`` or None. A month
or quarter may stand across from its year; a change is of the later of what it compares; a total is of all its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, takewhile

from tracker.facts.figures.line_record import Line, Lines
from tracker.facts.figures.line_times import ROLLING, as_long
from tracker.facts.wording.calendar_words import MONTHS, quarter_of
from tracker.facts.wording.periods import Period, period_of

# What cannot be added up over time is of one time; a column without a period may else be the total of all.
_OF_ONE_TIME = re.compile(r"\b(?:rates?|rank(?:ing|ed)?|position|average|mean|median|per\s+1)\b", re.IGNORECASE)
# Months: what is longer is no part that a total is made of.
_LONGEST_PART = 12


def cell_period(row: Line, column: Line, lines: Lines, whole: Period | None) -> Period | None:
    """The period of a cell: month across from year, the finer of two, of a change the later; else the table's."""
    if column.target and column.period:
        return column.period
    if row.period and row.period.dated and not column.period and (earlier := _earlier(column, row.period)):
        return earlier
    if _TO_DATE.search(row.printed) and column.period and column.period.kind in ("quarter", "month"):
        return _so_far(column.period)
    if longer := _as_long_as_told(row, column):
        return longer
    for part, other in ((column, row), (row, column)):
        if (
            (part.month or part.quarter)
            and other.period
            and (other.period.months == 12 or _YEAR_RUNNING.match(other.period.label))
            and not (other.month or other.quarter)
        ):
            return _part_of(part, other.period)
    if (column.change or row.change) and not (column.period or row.period):
        newest = (_compared(lines.columns, column) if column.change else _compared(lines.rows, row)) or whole
        across = row if column.change else column
        # the change of each month is of that month
        return (_part_of(across, newest) if newest and newest.months == _LONGEST_PART else None) or newest
    if column.period and row.period:
        if not _overlap(column.period, row.period) or _ends_each(row.period, column.period, lines):
            return column.period
        return min((column.period, row.period), key=lambda p: p.months or 999)
    if column.period or row.period:
        return column.period or row.period
    for part, group in ((column, lines.columns), (row, lines.rows)):
        if part.total and lines.year:
            return _to_date(part, group, lines.year) or replace(lines.year, label=part.printed)
        if part.total and (spanned := _span(group.values())):
            return spanned
    return _last_before(column, lines.columns, whole) or whole or _two_before(column, lines.columns)


def _ends_each(day: Period, quarter: Period, lines: Lines) -> bool:
    """Whether the day of a row is the end of each column's quarter: "at quarter end" beside "Q1", "Q2" and "Q3"."""
    quarters = sum(1 for line in lines.columns.values() if line.period and line.period.kind == "quarter")
    return day.kind == "as at" and day.end == quarter.end and quarter.kind == "quarter" and quarters > 1


def _to_date(total: Line, group: dict[int, Line], year: Period) -> Period | None:
    """The year up to the last of the quarters or months beside a total to date."""
    parts = [
        line.period.end
        for line in group.values()
        if line.period and not line.target and year.start <= line.period.start <= line.period.end <= year.end
    ]
    if not (parts and _TO_DATE.search(total.printed)):
        return None
    return replace(year, end=max(parts), label=total.printed, kind="span")


def _two_before(column: Line, columns: dict[int, Line]) -> Period | None:
    """The time of both columns before a share without one: "% spent" after a year's budget and its spending."""
    before = list(takewhile(lambda line: line is not column, columns.values()))[-2:]
    times = {(line.period.start, line.period.end) for line in before if line.period}
    shares = "%" in column.printed and not column.change and not column.target
    same = len(before) == 2 and len(times) == 1 and all(line.period for line in before)
    return before[-1].period if shares and same else None


def _last_before(column: Line, columns: dict[int, Line], whole: Period | None) -> Period | None:
    """The last of the periods before a column without one, where the caption names them all: the rate after "2022" and
    "2023" in a table of both years is the later year's."""
    dated: list[Period] = []
    for line in columns.values():
        if line is column:
            break
        if line.period and line.period.start and line.period.end and not (line.change or line.target):
            dated.append(line.period)
    if len(dated) < 2 or whole is None or not whole.start or not _OF_ONE_TIME.search(column.printed):
        return None
    last = max(dated, key=lambda p: p.end)
    spans = whole.start <= min(p.start for p in dated) and whole.end == last.end and whole.months > last.months
    return last if spans else None


# Heads of what a row's figure is compared with; "Previous" alone may be the quarter or the year before.
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:same|corresponding|equivalent)\s+(?:period|quarter|month|time|point)\b.*\b(?:last|previous|prior)\s+year"
    r"|(?:last|previous|prior)\s+year|(?:a\s+)?year\s+(?:ago|earlier|before)|12\s+months\s+(?:ago|earlier|prior))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^\W*(?:previous|prior|last)\b", re.IGNORECASE)


def _earlier(column: Line, period: Period) -> Period | None:
    """The period of a column of what came before the row's own period; without dates where only that is said."""
    if column.change or column.target:
        return None
    if _YEAR_BEFORE.search(column.printed):
        start, end = period.earlier(12)
        return replace(period, start=start, end=end, label=f"{column.printed} ({period.label})")
    if _BEFORE.search(column.printed):
        return replace(period, start="", end="", label=column.printed)
    return None


_IN_QUARTER = re.compile(r"\b(?:in|during|over|for)\s+the\s+quarter\b|\bquarterly\b", re.IGNORECASE)


def _as_long_as_told(row: Line, column: Line) -> Period | None:
    """The time of a row that says how long it is, "(rolling 12 months)" or "in the quarter", above which months end."""
    lasts = _IN_QUARTER.search(row.printed) is not None
    if column.period is None or column.period.kind != "month" or (row.period and row.period.dated and not lasts):
        return None
    if ROLLING.search(row.printed):
        return as_long(column, None).period
    if not lasts or int(column.period.end[5:7]) % 3:
        return None
    start, _ = column.period.earlier(2)
    return replace(column.period, start=start, kind="quarter")


# "2024/25 to date": its quarters and months are those of the year.
_YEAR_RUNNING = re.compile(r"\d{4}\s?[/–-]\s?(?:20)?\d\d\s+(?:so\s+far|\(?(?:year\s+)?to\s+date\)?)", re.IGNORECASE)
# "Homes completed (year to date)" across from a quarter.
_TO_DATE = re.compile(r"\b(?:F?YTD|year[\s-]to[\s-]date|cumulative)\b", re.IGNORECASE)


def _so_far(period: Period) -> Period:
    """The financial year up to the end of a quarter or month."""
    year, month = int(period.end[:4]), int(period.end[5:7])
    return replace(period, start=f"{year if month > 3 else year - 1}-04-01", kind="span")


def _overlap(one: Period, other: Period) -> bool:
    return not (one.start and other.start) or (one.start <= other.end and other.start <= one.end)


def _part_of(part: Line, year: Period) -> Period | None:
    """The month or quarter of a line inside the year that its other line names."""
    if _YEAR_RUNNING.match(year.label) and not year.start:
        # a year that was not over, left without dates
        year = replace(year, start=f"{year.label[:4]}-04-01")
    if part.quarter and year.start.endswith("-04-01"):
        start, end = quarter_of(int(year.start[:4]), part.quarter)
        return Period(start, end, f"Q{part.quarter} {year.label}", kind="quarter")
    if part.month:
        number = int(year.start[:4]) + (part.month < int(year.start[5:7]))
        found = period_of(f"{MONTHS[part.month - 1]} {number}")
        return replace(found, label=f"{part.printed} {year.label}") if found else None
    return None


def _compared(lines: dict[int, Line], change: Line) -> Period | None:
    """The later of the periods that a change compares: those as long as the one before it, where one stands there."""
    dated = [
        (number, line.period)
        for number, line in lines.items()
        if line.period and line.period.end and not (line.target or line.change)
    ]
    if not dated:
        return None
    place = next((number for number, line in lines.items() if line is change), 0)
    before = [period for number, period in dated if number < place]
    alike = [period for _, period in dated if not before or period.months == before[-1].months]
    latest = max(alike, key=lambda p: (p.end, p.start))
    others = [p for p in alike if (p.start, p.end) != (latest.start, latest.end)]
    return replace(latest, label=" vs ".join((latest.label, *_compared_with(latest, others, change.printed))))


# "Change on year", "Annual change": against the same part of the year before, wherever that stands among the columns.
_ON_YEAR = re.compile(
    r"\b(?:on|from|since|vs\.?|versus|over|against)\s+(?:(?:the|a|last|previous|prior)\s+)*year\b|\bannual|\byear[\s-]+(?:on|over)"
    r"[\s-]+year\b|\byoy\b",
    re.IGNORECASE,
)
_ON_QUARTER = re.compile(r"\b(?:quarter|qtr|month)\b|\b(?:qoq|mom)\b", re.IGNORECASE)


def _compared_with(latest: Period, others: list[Period], head: str) -> tuple[str, ...]:
    """The label of the period that a change is against, of those beside it; none where its head leaves open which.

    Of quarters or months both the one before and the same one of the year before may stand there.
    """
    year_before = [p for p in others if (p.start, p.end) == latest.earlier(12)]
    if _ON_YEAR.search(head):
        return tuple(p.label for p in (year_before or others)[-1:])
    before = [p for p in others if p not in year_before]
    if _ON_QUARTER.search(head):
        return tuple(p.label for p in (before or others)[-1:])
    return () if before and year_before and latest.months < _LONGEST_PART else tuple(p.label for p in others[-1:])


def _span(lines: Iterable[Line]) -> Period | None:
    """From the first to the last of several months, quarters or years that follow one another without a gap.

    They are as long as one another: beside twelve months a whole year is what the total is compared with.
    """
    parts = sorted(
        {
            (p.months, p.start, p.end)
            for line in lines
            if not (line.target or line.change)
            and (p := line.period)
            and p.start
            and p.end
            and p.months <= _LONGEST_PART
        }
    )
    for length, alike in groupby(parts, key=lambda part: part[0]):
        spanned = list(alike)
        if len(spanned) > 1:
            whole = Period(spanned[0][1], spanned[-1][2], "Total")
            return whole if length * len(spanned) == whole.months else None
    return None
