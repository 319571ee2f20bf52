"""Periods as papers print them, in sentences, captions and table heads, turned into dates.

In: a text and what is known about its surroundings (``Context``). Out: ``Period`` records in reading order, with ISO
dates (both ends inside), the words as printed and where they stand. A financial year runs from April to March; a bare
year is a calendar year; "since …" has no end; "12 months prior" and its like are counted from the period before.
A period that cannot be dated keeps its words and has no dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tracker.facts.calendar_words import (
    ANY_POINT,
    DASH,
    FULL_YEAR,
    MONTH,
    MONTH_NUMBERS,
    Point,
    add_months,
    financial_year,
    months_from,
    months_to,
    number_of,
    point,
    quarter_of,
    shift,
)

PeriodKind = Literal["span", "quarter", "year", "month", "day", "since", "until", "relative", "as at"]


@dataclass(frozen=True)
class Period:
    """A stretch of time: ISO dates or "", the words as printed, their place in the text (characters)."""

    start: str
    end: str
    label: str = ""
    begin: int = 0
    finish: int = 0
    kind: PeriodKind = "span"
    sure: bool = True

    @property
    def dated(self) -> bool:
        return bool(self.start or self.end)

    @property
    def months(self) -> int:
        """Whole months that it covers, 0 when open or not dated."""
        if not (self.start and self.end):
            return 0
        (y1, m1), (y2, m2) = (map(int, iso.split("-")[:2]) for iso in (self.start, self.end))
        return (y2 - y1) * 12 + m2 - m1 + 1

    def earlier(self, months: int) -> tuple[str, str]:
        return shift(self.start, -months), shift(self.end, -months)


@dataclass(frozen=True)
class Context:
    """What a period may lean on: the period spoken of before, the year the paper reports on, its date."""

    anchor: Period | None = None
    year: Period | None = None
    published: str = ""


_N = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[- ]four)"
_A, _B = ANY_POINT.replace("{p}", "a_"), ANY_POINT.replace("{p}", "b_")
_FY = (
    rf"(?P<fy>{FULL_YEAR})\s?(?:/|{DASH})\s?(?P<fy2>{FULL_YEAR}|\d\d)(?![\d/%]|[.,]\d)(?!\s?{DASH}\s?\d)"
    r"|(?<![\d/.])(?P<sy>[0-3]\d)(?:/|(?<=FY\d\d)-)(?P<sy2>[0-4]\d)(?![\d/%]|[.,]\d)"
)
_TO = rf"(?:\s+(?:up\s+)?(?:to|until|till|through(?:\s+to)?)(?:\s+(?:the\s+)?end\s+of)?\s+|\s*{DASH}\s*)"
_LENGTH = (
    rf"(?:rolling\s+)?{_N}[\s-]*(?:calendar\s+|rolling\s+|consecutive\s+)?(?P<unit>months?|quarters?|years?)"
    r"(?:[\s-]+period)?"
)
_INCL = r"(?:\s*\(?(?:incl(?:usive|uding|\.)?)\)?)?"
_END_OF = r"(?:the\s+)?(?:end\s+of\s+)?"
_QUARTER = r"(?:\bQ(?:tr|uarter)?s?\.?\s?(?P<q>[1-4])\b|\b(?P<qw>first|second|third|fourth|final|last)\s+quarter\b)"

Handler = Callable[[re.Match[str], Context], Iterator[Period]]


def _made(match: re.Match[str], dates: tuple[str, str], kind: PeriodKind = "span", sure: bool = True) -> Period:
    text = match.group()
    lead = len(text) - len(text.lstrip(" ,("))
    text = text.strip(" ,(")
    begin = match.start() + lead
    return Period(*dates, label=text, begin=begin, finish=begin + len(text), kind=kind, sure=sure)


def _years(match: re.Match[str], fy: str = "fy", sy: str = "sy") -> tuple[int, int] | None:
    """First and last year of "2022/23", "2022-2023", "22/23", when the two can be a financial year or several."""
    found = match.groupdict()
    if found.get(fy):
        first, tail = int(found[fy]), found[fy + "2"]
        last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    elif found.get(sy):
        first, last = 2000 + int(found[sy]), 2000 + int(found[sy + "2"])
        if last != first + 1:
            return None
    else:
        return None
    return (first, last) if 0 < last - first <= 20 else None


def _range(match: re.Match[str], context: Context) -> Iterator[Period]:
    start, end = point(match, "a_"), point(match, "b_")
    if start is None or end is None:
        return
    years = _years(match)
    if years and not start.year:  # "January-March 2021/22": months of a financial year
        start = replace(start, year=years[0] + (start.month < 4))
        end = replace(end, year=years[0] + (end.month < 4))
    elif not end.year and not start.year:
        if not context.published:
            return
        end = _latest(end, context)
        start = replace(start, year=end.year - ((start.month, start.day) > (end.month, end.day or 31)))
    elif not end.year:
        return
    elif not start.year:
        start = replace(start, year=end.year - ((start.month, start.day) > (end.month, end.day or 31)))
    if start.first <= end.last:
        yield _made(match, (start.first, end.last))


def _latest(when: Point, context: Context) -> Point:
    """A month without a year: its last one that was over when the paper came out."""
    year = int(context.published[:4])
    at = replace(when, year=year)
    return at if at.last <= context.published else replace(when, year=year - 1)


def _length_to(match: re.Match[str], context: Context) -> Iterator[Period]:
    end = point(match, "a_")
    if end is None:
        return
    if not end.year:
        if not context.published:
            return
        end = _latest(end, context)
    unit = (match.groupdict().get("unit") or match.group("unit2")).lower()
    count = number_of(match.group("n")) if match.groupdict().get("n") else 1
    yield _made(match, months_to(end, count * _unit_months(unit)))


def _unit_months(unit: str) -> int:
    unit = unit.lower()
    return 12 if "year" in unit else 3 if "quarter" in unit else 1


def _length_from(match: re.Match[str], context: Context) -> Iterator[Period]:
    start = point(match, "a_")
    if start and start.year:
        yield _made(match, months_from(start, number_of(match.group("n")) * _unit_months(match.group("unit"))))


def _quarter(match: re.Match[str], context: Context) -> Iterator[Period]:
    word = match.group("qw")
    number = (
        {"first": 1, "second": 2, "third": 3}.get(word.lower(), 4)
        if word
        else int(match.group("q") or match.group("q0"))
    )
    last = int(match.groupdict().get("q2") or 0)
    both = (match.groupdict().get("qsep") or "").strip() in ("&", "and", ",")
    numbers = [(number, 0), (last, 0)] if last and both else [(number, last)]
    years = _years(match) or _years(match, "ly", "ls")
    single = match.groupdict().get("cy")
    whole = _made(match, ("", ""), "quarter")
    if not years and not single:
        for n, to in numbers:
            yield _undated_quarter(whole, n, to, context)
        return
    first = years[0] if years else int(single or 0)
    sure = bool(years)
    named = match.groupdict().get("qm")
    if single and named and (start := MONTH_NUMBERS[named.lower()]):
        year, month = add_months(first, start, 2)
        yield replace(whole, start=Point(first, start).first, end=Point(year, month).last)
        return
    for n, to in numbers:
        start_end = quarter_of(first, n, to)
        yield replace(whole, start=start_end[0], end=start_end[1], sure=sure)
    again = match.groupdict().get("again")
    if again and (more := re.search(_FY, again)) and (second := _years(more)):
        start_end = quarter_of(second[0], number)
        yield replace(whole, start=start_end[0], end=start_end[1])


def _undated_quarter(whole: Period, number: int, last: int, context: Context) -> Period:
    if context.year and context.year.months == 12 and context.year.start[5:7] == "04":
        dates = quarter_of(int(context.year.start[:4]), number, last)
    elif context.published:
        first = int(context.published[:4])
        while (dates := quarter_of(first, number, last))[1] > context.published:
            first -= 1
    else:
        return whole
    return replace(whole, start=dates[0], end=dates[1])


def _financial(match: re.Match[str], context: Context) -> Iterator[Period]:
    years = _years(match)
    if not years:
        return
    first, last = years
    found = match.groupdict()
    if found.get("fy2") and len(found["fy2"]) == 4 and last - first > 1 and "/" not in match.group():
        yield _made(match, (f"{first}-01-01", f"{last}-12-31"), "span", sure=False)
        return
    yield _made(match, financial_year(first, last - first), "year" if last - first == 1 else "span")


def _one_financial(match: re.Match[str], context: Context) -> Iterator[Period]:
    year = int(match.group("fy1"))
    year += 2000 if year < 100 else 0
    yield _made(match, financial_year(year - 1), "year", sure=False)


def _year_pair(match: re.Match[str], context: Context) -> Iterator[Period]:
    first, last = int(match.group("y1")), int(match.group("y2"))
    if first < last:
        yield _made(match, (f"{first}-01-01", f"{last}-12-31"))


def _since(match: re.Match[str], context: Context) -> Iterator[Period]:
    if match.groupdict().get("y"):
        yield _made(match, (f"{match.group('y')}-01-01", ""), "since")
    elif (start := point(match, "a_")) and start.year:
        yield _made(match, (start.first, ""), "since")


def _until(match: re.Match[str], context: Context) -> Iterator[Period]:
    if match.groupdict().get("y"):
        yield _made(match, ("", f"{match.group('y')}-12-31"), "until")
    elif (end := point(match, "a_")) and end.year:
        yield _made(match, ("", end.last), "until")


def _as_at(match: re.Match[str], context: Context) -> Iterator[Period]:
    when = point(match, "a_")
    if when and when.year:
        first = when.last if "end of" in match.group().lower() else when.first
        yield _made(match, (first, when.last), "as at")


def _point(match: re.Match[str], context: Context) -> Iterator[Period]:
    when = point(match, "a_")
    if when and when.year and 1900 < when.year < 2100:
        yield _made(match, (when.first, when.last), "day" if when.day else "month")


def _month_of_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    years, when = _years(match), point(match, "a_")
    if years and when and not when.year and not when.day:
        when = replace(when, year=years[0] + (when.month < 4))
        yield _made(match, (when.first, when.last), "month")


def _calendar_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    year = match.group("y")
    whole = _made(match, (f"{year}-01-01", f"{year}-12-31"), "year")
    at = match.start("y")
    yield replace(whole, label=year, begin=at, finish=at + 4)


def _relative(match: re.Match[str], context: Context) -> Iterator[Period]:
    text, anchor = match.group().lower(), context.anchor
    whole = _made(match, ("", ""), "relative")
    unit = match.groupdict().get("unit") or ""
    if anchor is None and "year" in text and "same" not in text:
        anchor = context.year
    if anchor is None or not anchor.start or not anchor.end:
        yield whole
        return
    count = number_of(match.group("n")) if match.groupdict().get("n") else 1
    months = count * _unit_months(unit) if unit else 12
    if "same" in text and not unit:
        months = 12
    if not unit and "quarter" in text and "same" not in text:
        months = 3
    dates = anchor.earlier(months)
    yield replace(whole, start=dates[0], end=dates[1])


def _this_year(match: re.Match[str], context: Context) -> Iterator[Period]:
    whole = _made(match, ("", ""), "relative")
    yield replace(whole, start=context.year.start, end=context.year.end) if context.year else whole


_BEFORE = r"(?:prior|earlier|before|previously|ago|previous|preceding)"
_OLD = r"(?:previous|prior|preceding|last|past)"
_RULES: tuple[tuple[str, Handler], ...] = (
    (
        rf"(?:{_LENGTH}\s*(?:,|:|of|in|from|between|covering|\()?\s*)?(?:(?:from"
        rf"|between)\s+)?{_A}{_TO}{_B}(?:\s+(?:{_FY}))?{_INCL}",
        _range,
    ),
    (rf"(?:{_LENGTH}\s*,?\s*)?between\s+{_A}\s+and\s+{_B}{_INCL}", _range),
    (
        rf"{_LENGTH}\s*(?:,\s*)?(?:up\s+)?(?:to|until|ending|ended)(?:\s+and\s+including)?(?:\s+in|\s+on"
        rf"|\s+with)?\s+{_END_OF}{_A}{_INCL}",
        _length_to,
    ),
    (
        rf"(?<!\w)(?:(?:rolling|financial|calendar)\s+)?(?P<unit2>year|quarter|month)\s+(?:up\s+)?(?:to|ending"
        rf"|ended)(?:\s+in|\s+on)?\s+{_END_OF}{_A}{_INCL}",
        _length_to,
    ),
    (rf"{_LENGTH}\s+(?:from|starting(?:\s+in)?|beginning(?:\s+in)?)\s+{_A}", _length_from),
    (rf"from\s+{_A}\s+for\s+{_LENGTH}", _length_from),
    (
        rf"{_QUARTER}(?:(?P<qsep>\s*(?:{DASH}|to|&|and|,)\s*)(?:Q(?:tr|uarter)?\.?\s?)?(?P<q2>[1-4])\b)?"
        rf"(?:\s*\(?\s*(?P<qm>{MONTH})(?:{_TO}|\s*/\s*|\s+and\s+){MONTH}\s*\)?)?"
        rf"(?:\s*(?:of|for|,|in|{DASH}|\(|FY)?\s*(?:the\s+)?(?:financial\s+year\s+)?(?:{_FY}|(?P<cy>{FULL_YEAR})(?!\d))"
        rf"(?P<again>\s+(?:and|&|vs\.?|v)\s+(?:{FULL_YEAR}|\d\d)/(?:{FULL_YEAR}|\d\d)(?!\d))?)?",
        _quarter,
    ),
    (
        rf"(?P<ly>{FULL_YEAR})\s?/\s?(?P<ly2>{FULL_YEAR}|\d\d)\s*[,:]?\s*\(?\bQ(?:tr"
        rf"|uarter)?\.?\s?(?P<q0>[1-4])\b(?P<qw>(?!x)x)?(?P<q>(?!x)x)?\)?",
        _quarter,
    ),
    (rf"(?:(?:the\s+)?financial\s+year\s+|\bF/?Y\s*)?(?:{_FY})(?!\s*[A-Za-z]*\s*quarter)", _financial),
    (r"\bF/?Y\s?['’]?(?P<fy1>(?:20)?\d\d)\b(?![/\-–])", _one_financial),
    (
        rf"(?:(?:from|between)\s+)?\b(?P<y1>{FULL_YEAR})\s+(?:to|until|and)\s+(?P<y2>{FULL_YEAR})\b(?![/\-–]\d)",
        _year_pair,
    ),
    (
        rf"\b(?:since|from)\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{_A}"
        rf"|(?P<y>{FULL_YEAR})(?![\d/\-–]))(?:\s+onwards?)?",
        _since,
    ),
    (rf"\b(?:by|until|before|no\s+later\s+than)\s+{_END_OF}(?:{_A}|(?P<y>{FULL_YEAR})(?![\d/\-–]))", _until),
    (rf"\b(?:as\s+(?:at|of)|at)\s+{_END_OF}{_A}", _as_at),
    (rf"{_A}\s+(?:{_FY})", _month_of_year),
    (_A, _point),
    (
        rf"\b(?:in|during|for|throughout|of|calendar\s+year|year|over)\s+(?P<y>{FULL_YEAR})\b(?![/\-–]\s?\d|\.\d)"
        rf"|\((?P<yp>{FULL_YEAR})\)",
        lambda match, context: _in_year(match),
    ),
    (
        rf"(?:\b(?:in\s+)?the\s+)?\bsame\s+(?:period|quarter|months?|time|three months|3 months)\b(?:\s+(?:in|of"
        rf"|during|for|from))?"
        rf"\s*,?\s*(?:(?:the\s+)?{_N}[\s-]*(?P<unit>months?|years?)\s+{_BEFORE}|(?:the\s+)?{_OLD}\s+(?:financial\s+"
        rf"|calendar\s+)?year"
        rf"|a\s+year\s+{_BEFORE}|(?:in\s+)?the\s+year\s+{_BEFORE}|one\s+year\s+{_BEFORE}|a\s+year\s+{_BEFORE})",
        _relative,
    ),
    (rf"(?:the\s+)?{_N}[\s-]*(?P<unit>months?|quarters?|years?)\s+{_BEFORE}(?:\s+to\s+(?:that|this))?\b", _relative),
    (rf"\b(?:the\s+)?(?:previous|prior|preceding)\s+{_N}[\s-]*(?P<unit>months?|quarters?|years?)\b", _relative),
    (
        r"\b(?:the\s+)?(?:previous|prior|preceding)\s+(?:financial\s+|calendar\s+)?(?P<unit>years?|quarters?"
        r"|months?)\b",
        _relative,
    ),
    (
        rf"\b(?:a|one|the)\s+(?P<unit>year|quarter|month)\s+{_BEFORE}\b|\blast\s+(?P<unit2>year)\b|\bprevious\s+year\b",
        _relative,
    ),
    (r"\b(?:this|the\s+(?:current|reporting|financial))\s+year\b", _this_year),
)


def _in_year(match: re.Match[str]) -> Iterator[Period]:
    group = "y" if match.group("y") else "yp"
    year, at = match.group(group), match.start(group)
    yield Period(f"{year}-01-01", f"{year}-12-31", year, at, at + 4, "year")


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[re.Pattern[str], Handler], ...]:
    return tuple((re.compile(_once(pattern), re.IGNORECASE), handler) for pattern, handler in _RULES)


def _once(pattern: str) -> str:
    """A name may stand once in a pattern: later ones of the same name become unnamed."""
    seen: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        if match.group(1) in seen:
            return "(?:"
        seen.add(match.group(1))
        return match.group()

    return re.sub(r"\(\?P<(\w+)>", keep, pattern)


_BARE_YEAR = re.compile(rf"(?<![\d/£.,-])\b(?P<y>{FULL_YEAR})\b(?![/\-–]\s?\d|[.,]\d|%)")
# A text without any of these holds no period; the check spares the many rules most paragraphs.
_HINT = re.compile(rf"\d|\b{MONTH}\b|year|quarter|month|same (?:period|time)|prior|previous", re.IGNORECASE)


def find_periods(text: str, context: Context = Context(), *, bare_years: bool = False) -> tuple[Period, ...]:
    """All periods of a text in reading order. ``bare_years`` takes "2019" alone for a year, as table heads print it."""
    if not _HINT.search(text):
        return ()
    candidates: list[tuple[int, int, int, re.Match[str], Handler]] = []
    rules = _compiled() + (((_BARE_YEAR, _calendar_year),) if bare_years else ())
    for order, (pattern, handler) in enumerate(rules):
        candidates.extend(
            (match.start(), -len(match.group().strip()), order, match, handler) for match in pattern.finditer(text)
        )
    candidates.sort(key=lambda candidate: candidate[:3])
    found: list[Period] = []
    finish = -1
    for start, _, _, match, handler in candidates:
        if start < finish:
            continue
        here = tuple(handler(match, context))
        if not here:
            continue
        found.extend(here)
        finish = max(match.start() + len(match.group().rstrip()), here[-1].finish)
        dated = [period for period in here if period.start and period.end and period.kind != "relative"]
        if dated:
            context = replace(context, anchor=dated[-1])
    return tuple(found)


def period_of(text: str, context: Context = Context(), *, bare_years: bool = True) -> Period | None:
    """The first dated period of a head, caption or title, else None."""
    return next((period for period in find_periods(text, context, bare_years=bare_years) if period.dated), None)


def without_periods(text: str, context: Context = Context(), *, bare_years: bool = True) -> str:
    """The text with its periods and the words that lead to them taken out: "Drugs, March to May 2023" → "Drugs"."""
    for period in reversed(find_periods(text, context, bare_years=bare_years)):
        if period.dated or period.kind in ("relative", "quarter"):
            text = text[: period.begin] + " " + text[period.finish :]
    text = re.sub(r"\(\s*\)", " ", text)
    text = re.sub(
        r"\s+(?:in|for|during|over|of|the|between|from|to|at|on|and|vs\.?|,)+\s*$",
        " ",
        " " + text + " ",
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s+", " ", text).strip(" ,:;–—-|")


def month_alone(text: str) -> int:
    """4 for a head that is nothing but "April" or "Apr", else 0."""
    return MONTH_NUMBERS.get(text.strip().strip(".").lower(), 0)
