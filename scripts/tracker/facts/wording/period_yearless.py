"""Months, days, seasons and feasts that a text tells of without their year: "at the end of September", "on 6 October",
"by December", "since Christmas"; and seasons with one ("autumn 2024").

In: a match whose named groups hold the parts (see ``period_rules_yearless``) and a ``Context``. Out: the period it
stands for: of what is told as done the last such time before the paper came out, of what is to come the next one.
Undated where the year that the report tells of leaves another to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.facts.wording.calendar_words import Point, months_from, point
from tracker.facts.wording.period_dates import WHOLE_DAY, latest, made
from tracker.facts.wording.period_record import Context, Period

_UNTIL = re.compile(r"\W*(?:by|until|till|before|(?:up\s+)?to)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|should|to\s+be|due|plan(?:s|ned)?|expect(?:s|ed)|hopes?|aims?|intends?|target|proposed|propose[sd]?"
    r"|scheduled|complete[sd]?\s+by)\b",
    re.I,
)
_WILL = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were|has|have)\s+to\b|(?:due|going|plans?|aims?|intends?|hopes?)\s+to)\b"
)
_DONE = re.compile(
    r"\b(?:had|has|have|was|were|[a-z]{3,}ed|fell|rose|stood|took|gave|met|held|made|brought|sent|came|went|began|grew)\b"
)
_CLAUSE_ENDS = re.compile(r"[.;:]\s|,?\s(?:and|but|while|whereas)\s")


def end_of_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "at the end of September", "as at 30 June", "on 6 October": that day; "by the end of October", "by March": until
    then."""
    when = point(match, "a_")
    if when is None or (when.month, when.day) == _LEAP_DAY:
        return
    edge = match.group("edge").lower()
    until, whole = _UNTIL.match(edge) is not None, made(match, ("", ""))
    if match.groupdict().get("old"):
        # "74 at the end of May last year"
        known = len(context.published) == WHOLE_DAY
        day = replace(when, year=int(context.published[:4]) - 1).last if known else ""
    elif until and not _told_as_done(match):
        coming = _next(when, context) if _will_be(match) else None
        day = coming.last if coming else ""
    else:
        done = None if _will_be(match) else _told_of(when, context)
        day = done.last if done else ""
    if day:
        yield replace(
            whole,
            start="" if until else day,
            end=day,
            kind="until" if until else "day" if edge == "on" and when.day else "as at",
        )
    else:
        yield whole


def _clause(match: re.Match[str]) -> str:
    """The clause that a match stands in, without the match."""
    text = match.string
    begin = max((m.end() for m in _CLAUSE_ENDS.finditer(text, 0, match.start())), default=0)
    stop = _CLAUSE_ENDS.search(text, match.end())
    return f"{text[begin : match.start()]} … {text[match.end() : stop.start() if stop else len(text)]}"


def _will_be(match: re.Match[str]) -> bool:
    return _WILL.search(_clause(match)) is not None


def _told_as_done(match: re.Match[str]) -> bool:
    """Whether a clause tells what was done by then, and nothing of its sentence what is to come."""
    return _DONE.search(_clause(match)) is not None and _TO_COME.search(match.string) is None


def _told_of(when: Point, context: Context) -> Point | None:
    """Which month or day is told of as past: the report's year's, where its last one is not another."""
    year, last = context.year, latest(when, context) if len(context.published) in (0, WHOLE_DAY) else None
    of_year = _of_year(when, year) if year and year.months == _MONTHS else None
    if of_year and last and of_year != last:
        return None
    return of_year or last


_MONTHS = 12
_LEAP_DAY = (2, 29)


def _next(when: Point, context: Context) -> Point | None:
    """The first such month or day that ends after the paper came out."""
    if len(context.published) != WHOLE_DAY:
        return None
    at = replace(when, year=int(context.published[:4]))
    return at if at.last > context.published else replace(at, year=at.year + 1)


def _of_year(when: Point, year: Period) -> Point:
    """A month as one of the twelve of a year."""
    return replace(when, year=int(year.start[:4]) + (when.month < int(year.start[5:7])))


def since_month(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since April": the last April before the paper came out; none when that would lie after the year reported on."""
    start = point(match, "a_")
    if start is None or (start.month, start.day) == _LEAP_DAY:
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
    if year is None and len(context.published) in (0, WHOLE_DAY):
        last = latest(when, context)
        if last is None:
            return
        spoken = context.anchor
        if spoken and spoken.months == 12 and _of_year(last, spoken) != last:
            # "120 in 2022/23, 40 of them in May": of that year or the last May, the words do not tell
            yield made(match, ("", ""), "month")
            return
        yield made(match, (last.first, last.last), "month")
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


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}
"""The months that seasons of three months begin with. What a winter is, each service says for itself: November to
March for shelters, others for hospitals."""


def season(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "autumn 2024": its three months; "by summer 2027": until their end; "in the summer": the last one that is over,
    of the report's year. A winter keeps its words."""
    first, edge = _SEASONS.get(match.group("season").lower()), (match.group("edge") or "").lower()
    whole, year = made(match, ("", "")), match.groupdict().get("y")
    if first is None or match.groupdict().get("y2"):
        yield whole
        return
    if year:
        start = Point(int(year), first)
    elif _TO_COME.search(match.string):
        # "one walk in spring and one in autumn": none in particular
        return
    elif (told := _told_of(Point(0, first + 2), context)) is None:
        yield whole
        return
    else:
        start = Point(told.year, first)
    dates = months_from(start, 3)
    if edge in ("since", "from"):
        yield replace(whole, start=dates[0], kind="since")
    elif edge in ("by", "until", "before"):
        yield replace(whole, end=_day_before(dates[0]) if edge == "before" else dates[1], kind="until")
    else:
        yield replace(whole, start=dates[0], end=dates[1])


def _day_before(iso: str) -> str:
    return date.fromordinal(date.fromisoformat(iso).toordinal() - 1).isoformat()


def feast(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "since Christmas", "by Easter 2026": from or until that day."""
    whole, since = made(match, ("", "")), match.group("edge").lower() == "since"
    day_of = _easter if match.group("feast").lower() == "easter" else _christmas
    published, day = context.published, ""
    if match.group("y"):
        day = day_of(int(match.group("y")))
    elif len(published) == WHOLE_DAY:
        days = [day_of(int(published[:4]) + n) for n in (-1, 0, 1)]
        if since or _told_as_done(match):
            day = max(d for d in days if d <= published)
        elif _will_be(match):
            day = min(d for d in days if d > published)
    if day:
        yield replace(whole, start=day if since else "", end="" if since else day, kind="since" if since else "until")
    else:
        yield whole


def _christmas(year: int) -> str:
    return f"{year}-12-25"


def _easter(year: int) -> str:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1).isoformat()
