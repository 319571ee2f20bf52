"""From a match of a quarter's pattern to its dates: "Q2 2022/23", "the third quarter", "last quarter".

In: a match whose named groups hold the parts (see ``period_rules``) and a ``Context``. Out: the periods it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.wording.calendar_words import MONTH_NUMBERS, Point, add_months, months_to, point, quarter_of, shift
from tracker.facts.wording.period_dates import FY, made, years_of
from tracker.facts.wording.period_record import Context, Period


def quarters_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "Q1 to Q3 2022/23": from the first quarter of that financial year to the one named."""
    if years := years_of(match):
        yield made(match, quarter_of(years[0], 1, int(match.group("q2"))))


def half_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "H1 2022/23": half a financial year."""
    if years := years_of(match):
        first = 1 if match.group("half") == "1" else 3
        yield made(match, quarter_of(years[0], first, first + 1))


_QUARTER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4} | {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
}
_HELD_AGAINST = re.compile(
    r"\b(?:from|than|to|with|against)\s+(?:the\s+)?\d[\d,.]*%?\s+(?:[a-z]+\s+)?(?:in|for|during|at)\s+(?:the\s+)?$"
)
_BEFORE_THAT = re.compile(r"\b(?:previous|preceding|prior|before)\b", re.IGNORECASE)
_COMPARED_WITH = re.compile(r"\b(?:on|from|than|to|with|against|versus|vs\.?)\s+(?:the\s+)?$", re.IGNORECASE)


def quarter(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "Q2 2022/23", "the third quarter of 2022", "Q1 and Q2": one period for each quarter; without a year, undated or
    the last such quarter before the paper came out."""
    word = match.group("qw")
    found = match.groupdict()
    named_number = _QUARTER_WORDS.get((word or found.get("qn") or "").lower())
    number = named_number or int(match.group("q") or match.group("q0"))
    last = int(found.get("q2") or 0)
    both = (found.get("qsep") or "").strip() in ("&", "and", ",")
    numbers = [(number, 0), (last, 0)] if last and both else [(number, last)]
    years = years_of(match) or years_of(match, "ly", "ls")
    single = found.get("cy") or (found.get("qy") and f"20{found['qy']}")
    whole = made(match, ("", ""), "quarter")
    if not years and not single and (word or "").lower() == "last":
        last_quarter = _last_quarter(match, context)
        if last_quarter:
            yield last_quarter
            return
    if not years and not single:
        for n, to in numbers:
            yield _undated_quarter(
                whole, n, to, context, _HELD_AGAINST.search(match.string[: match.start()]) is not None
            )
        return
    first = years[0] if years else int(single or 0)
    sure = bool(years)
    named = found.get("qm")
    if single and named and (start := MONTH_NUMBERS[named.lower()]):
        year, month = add_months(first, start, 2)
        yield replace(whole, start=Point(first, start).first, end=Point(year, month).last)
        return
    for n, to in numbers:
        start_end = quarter_of(first, n, to)
        yield replace(whole, start=start_end[0], end=start_end[1], sure=sure)
    again = found.get("again")
    if again and (more := re.search(FY, again)) and (second := years_of(more)):
        start_end = quarter_of(second[0], number)
        yield replace(whole, start=start_end[0], end=start_end[1])


def quarter_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "Q1 (to 30 June 2022)": the three months that end with the day or month named, where a quarter of that number,
    of a financial or a calendar year, ends so."""
    end, number = point(match, "a_"), int(match.groupdict().get("q") or 0)
    if end is None or not end.year or end.month % 3 or (end.day and end.last != replace(end, day=0).last):
        return
    if number in (end.month // 3, end.month // 3 - 1 or 4):
        yield made(match, months_to(replace(end, day=0), 3), "quarter")


def quarter_of_year_before(match: re.Match[str], context: Context) -> Iterator[Period]:
    """ "Quarter 3 last year": a year before the quarter of that number that the context has."""
    found = match.groupdict()
    number = found.get("q") or _QUARTER_WORDS[(found.get("qw") or found.get("qn") or "").lower()]
    whole = made(match, ("", ""), "quarter")
    told = context.anchor
    if told and told.kind == "quarter" and told.start and _BEFORE_THAT.search(match.group()):
        # "5,976 in Q1 2020/21 compared to 2,016 in Q4 of the previous year": the year before the one just told
        dates = quarter_of(_year_of(told) - 1, int(number))
    else:
        named = _undated_quarter(whole, int(number), 0, replace(context, anchor=None))
        dates = named.earlier(12) if named.dated else ("", "")
    # told only to be compared with: a quarter named after it is not of that year
    yield replace(whole, start=dates[0], end=dates[1], kind="relative")


def _last_quarter(match: re.Match[str], context: Context) -> Period | None:
    """ "compared with last quarter": the one before that told of; "in the last quarter" of a quarter's report may be
    either, of a year's report it is the year's last (None)."""
    whole = made(match, ("", ""), "relative")
    told = next((p for p in (context.anchor, context.told, context.year) if p and p.start and p.months == 3), None)
    compared = _COMPARED_WITH.search(match.string[: match.start()])
    if told is None and not compared and context.year:
        return None
    if told is None or not compared:
        return whole
    start, end = told.earlier(3)
    return replace(whole, start=start, end=end)


def _undated_quarter(whole: Period, number: int, last: int, context: Context, against: bool = False) -> Period:
    """A quarter without a year, by the time told before it; ``against``: what is told of that is held against this."""
    told, published = context.anchor, context.published
    of_report = context.told if context.told and context.told.kind == "quarter" and context.told.start else None
    beside = quarter_of(_year_of(told), number) if told and told.kind == "quarter" and told.start and not last else None
    if told and beside and beside[0] < told.start:
        # "31 in Quarter 3 2022/23, 24 in Quarter 2": of the same year
        dates = beside
    elif told and beside and against and beside[0] > told.start:
        # "214 in Quarter 1 2022/23, up from 187 in Quarter 4": of the year before
        dates = quarter_of(_year_of(told) - 1, number)
    elif context.year and context.year.months == 12 and context.year.start[5:7] == "04":
        dates = quarter_of(int(context.year.start[:4]), number, last)
    elif published:
        dates = _last_over(number, last, published)
    elif of_report and (dates := _last_over(number, last, of_report.end))[1] > shift(of_report.end, -7):
        # of a report whose day is not known: its own quarter or one of the two before it
        pass
    else:
        return whole
    return replace(whole, start=dates[0], end=dates[1])


def _year_of(period: Period) -> int:
    """The calendar year in which the financial year of a period begins."""
    return int(period.start[:4]) - (period.start[5:7] < "04")


def _last_over(number: int, last: int, day: str) -> tuple[str, str]:
    """The quarter of that number, or the run of quarters, that was over last on a day."""
    first = int(day[:4])
    while (dates := quarter_of(first, number, last))[1] > day:
        first -= 1
    return dates
