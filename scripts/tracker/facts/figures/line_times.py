"""Periods of lines that other words beside the table settle: a year to date, rolling months, a change between years.

In: lines by their place in the table, with the periods that their own heads name. Out: the same lines, dated anew.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.line_record import Line
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH, MONTH_NUMBERS, Point, months_from, months_to
from tracker.facts.wording.periods import Context, Period, period_of

_TO_DATE = re.compile(r"\bF?YTD\b|\bto[\s-]date\b|\bcumulative\b", re.IGNORECASE)
_YEAR = 12
_PLAIN_YEAR = re.compile(rf"(?<![\d/–-])({FULL_YEAR})(?!\s?[/–-]\s?\d|\d)")
# "12 months to", "Rolling year ending" over a column of months: each row's period is so long, not one month.
LENGTH_TO = re.compile(
    r"\b(?:(?P<n>3|6|9|12|three|six|nine|twelve)[\s-]*months?|(?P<year>year)|(?P<quarter>quarter))\s+(?:up\s+)?"
    r"(?:to|ending|ended)\b|\brolling\s+(?:12|twelve)[\s-]*months?\b",
    re.IGNORECASE,
)
# "Victim satisfaction, rolling 12 months" above columns of months.
ROLLING = re.compile(r"\brolling\s+(?:(?:12|twelve)[\s-]*months?|years?)\b|\b12[\s-]months?\s+rolling\b", re.IGNORECASE)
_LONG = {"3": 3, "three": 3, "6": 6, "six": 6, "9": 9, "nine": 9}


def years_compared(lines: dict[int, Line]) -> dict[int, Line]:
    """Changes whose heads name two years ("Change 2023 to 2024") are of the later one, as its own line has it."""
    out = dict(lines)
    for n, line in lines.items():
        years = _PLAIN_YEAR.findall(line.printed) if line.change else []
        if len(set(years)) != 2:
            continue
        later = max(years)
        own = [
            other.period
            for other in lines.values()
            if not (other.change or other.target)
            and other.period
            and _PLAIN_YEAR.findall(other.printed)[-1:] == [later]
        ]
        period = own[-1] if own else period_of(later, bare_years=True)
        if period and (line.period is None or line.period.months > period.months):
            out[n] = replace(line, period=replace(period, label=line.period.label if line.period else period.label))
    return out


def years_alike(lines: dict[int, Line]) -> dict[int, Line]:
    """Lines of a plain year beside one that ends in it ("% of total 2023" beside "Year ending March 2023") are of that
    year, where no other line is of the calendar year."""
    calendar = [
        n for n, line in lines.items() if line.period and line.period.kind == "year" and _is_calendar(line.period)
    ]
    out = dict(lines)
    for n in calendar if len(calendar) == 1 else ():
        year = lines[n].period
        ends = [
            line.period
            for line in lines.values()
            if year and line.period and line.period.months == _YEAR and line.period.end[:4] == year.end[:4]
        ]
        others = [period for period in ends if not _is_calendar(period)]
        if others:
            out[n] = replace(lines[n], period=others[0])
    return out


def _is_calendar(period: Period) -> bool:
    return period.start[5:] == "01-01" and period.months == _YEAR


def as_long(line: Line, length: re.Match[str] | None) -> Line:
    """A line's month as the end of a longer time; of twelve months where no length is given."""
    if line.period is None or line.period.kind != "month":
        return line
    months = 12 if length is None else 3 if length["quarter"] else _LONG.get((length["n"] or "").lower(), 12)
    end = line.period.end
    dates = months_to(Point(int(end[:4]), int(end[5:7])), months)
    return replace(line, period=replace(line.period, start=dates[0], end=dates[1], kind="span"))


def to_date(lines: dict[int, Line], context: Context) -> dict[int, Line]:
    """Lines of a "year to date" end where the newest quarter or month beside them ends, or the table's own period.

    Where neither is known, a year that was not over when the paper came out stays without dates.
    """
    years = {n: year for n, line in lines.items() if (year := _year_begun(line))}
    open_years = {n: year for n, year in years.items() if _TO_DATE.search(lines[n].printed) and year.months == 12}
    if not open_years:
        return lines
    newest = max(open_years.values(), key=lambda p: p.start)
    parts = [
        line.period
        for n, line in lines.items()
        if n not in years
        and line.period
        and not line.target
        and newest.start <= line.period.start <= line.period.end <= newest.end
    ]
    for told in (context.anchor, context.told, context.position):
        if not parts and told and told.end and newest.start <= told.end <= newest.end and told.months < _YEAR:
            parts = [told]
    months = Period(newest.start, max(p.end for p in parts)).months if parts else 0
    out = dict(lines)
    for n, year in open_years.items():
        if months:
            start, end = months_from(Point(int(year.start[:4]), int(year.start[5:7])), months)
            out[n] = replace(lines[n], period=replace(year, start=start, end=end, kind="span"))
        elif not context.published or year.end > context.published:
            out[n] = replace(lines[n], period=replace(year, start="", end="", kind="span"))
    return out


def _year_begun(line: Line) -> Period | None:
    """The year that a line is of, whole or as far as it has come ("YTD 2023/24")."""
    period = line.period
    if period and period.kind == "since" and period.start[5:] == "04-01" and _TO_DATE.search(line.printed):
        return replace(period, end=f"{int(period.start[:4]) + 1}-03-31", kind="year")
    return period if period and period.kind == "year" else None


# "Recorded crime by ward, year ending March" above columns of plain years.
_YEAR_ENDING = re.compile(
    rf"\b(?:(?:12|twelve)[\s-]months?|years?)\s+(?:to|ending|ended)\s+(?:the\s+end\s+of\s+)?(?P<month>{MONTH})\b"
    r"(?!\.?\s*(?:19|20)?\d\d)",
    re.IGNORECASE,
)


def ending_in(lines: dict[int, Line], caption: str) -> dict[int, Line]:
    """Lines of plain years as years that end in the month that the caption names."""
    match = _YEAR_ENDING.search(caption)
    if match is None:
        return lines
    out = dict(lines)
    for n, line in lines.items():
        plain = line.period and line.period.months == 12 and line.period.start[5:] == "01-01"
        if plain and line.period and (found := period_of(f"year ending {match['month']} {line.period.start[:4]}")):
            out[n] = replace(line, period=replace(found, label=line.period.label))
    return out


# "Nov – Oct", "April to December": the months that every year beside or below them has.
_MONTHS = re.compile(
    rf"(?<![\d\w])(?P<first>{MONTH})\.?\s*(?:[-–—]|to)\s*(?P<last>{MONTH})\b\.?(?!\s*['’]?\d)", re.IGNORECASE
)


def months_of_years(lines: dict[int, Line], *texts: str) -> dict[int, Line]:
    """Lines of whole years as the months of them that the corner or the caption names without a year."""
    match = next((found for text in texts if (found := _MONTHS.search(text))), None)
    if match is None:
        return lines
    first, last = (MONTH_NUMBERS[match[name].lower()] for name in ("first", "last"))
    out = dict(lines)
    for n, line in lines.items():
        period = line.period
        if period is None or period.months != 12 or period.kind != "year" or _MONTHS.search(line.printed):
            continue
        start = Point(int(period.start[:4]), first)
        if period.start[5:] == "04-01" and first < 4 and last < 4:
            start = Point(start.year + 1, first)
        dates = months_from(start, (last - first) % 12 + 1)
        out[n] = replace(line, period=replace(period, start=dates[0], end=dates[1], kind="span"))
    return out


_SCHOOL_YEAR = re.compile(r"\b(?:academic|school)\s+years?\b", re.IGNORECASE)


def school_years(lines: dict[int, Line], *texts: str) -> dict[int, Line]:
    """Lines of years such as "2022/23" as those of schools, where the corner or the caption calls them so."""
    if not any(_SCHOOL_YEAR.search(text) for text in texts):
        return lines
    out = dict(lines)
    for n, line in lines.items():
        period = line.period
        if period and period.kind == "year" and period.months == _YEAR and period.start[5:] == "04-01":
            school = period_of(f"academic year {period.start[:4]}/{period.end[2:4]}")
            out[n] = replace(line, period=replace(school, label=period.label) if school else period)
    return out


def groups_dated(lines: dict[int, Line]) -> dict[int, Line]:
    """Columns in groups of which only the first names its year ("2021/22 Number", "%", "2022/23 Number", "%"): the
    others of a group are of the same year, where all groups have the same words."""
    groups: list[list[int]] = []
    for n, line in lines.items():
        if line.period:
            groups.append([n])
        elif groups and not line.total:
            groups[-1].append(n)
        else:
            return lines
    words = {tuple(lines[n].words for n in group) for group in groups}
    if len(groups) < 2 or len(words) != 1 or len(groups[0]) < 2 or len(set(*words)) < len(groups[0]):
        return lines
    return {n: replace(lines[n], period=lines[group[0]].period) for group in groups for n in group}
