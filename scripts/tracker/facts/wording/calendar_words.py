"""Points in time as papers print them ("31 March 2023", "Apr-22", "May") and sums with months; knows no sentences.

In: matches of the patterns here. Out: ``Point`` records and ISO dates. No clock and no locale: month names are English.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb febuary february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"\w+",
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
        )
    )
} | {"eighteen": 18, "twenty four": 24, "twenty-four": 24, "thirty six": 36}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
DASH = r"[-‐‑‒–—−]"
FULL_YEAR = r"(?:19|20)\d\d"
# Two digits are a year only where nothing else can be meant: joined ("Apr-22", "Apr '22") or before an end, a mark or
# a joining word; "in March 23 offences" stays a month and a count.
SHORT_YEAR = (
    rf"(?:(?<={DASH})|(?<=['’])|(?<=\s))[0-4]\d(?![\d/%]|[.,:]\d)"
    rf"(?=['’]?\s*(?:$|{DASH}|[).,;:/|\n]|(?:to|and|until|vs\.?|v|compared|against|total|actual|incl|R12|rolling)\b))"
)
POINT = (
    rf"(?:(?<![\d,.])(?P<{{p}}day>[0-3]?\d)(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?)?\b(?P<{{p}}month>{MONTH})\b\.?"
    rf"(?:\s+(?P<{{p}}day2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<{{p}}year2>{FULL_YEAR})"
    rf"|(?:\s*{DASH}\s*|[\s,]*['’]?|\s+of\s+)(?P<{{p}}year>{FULL_YEAR}|{SHORT_YEAR}))?"
    r"(?!\w)"
)
NUMERIC_POINT = r"(?P<{p}nd>[0-3]?\d)[/.](?P<{p}nm>[01]?\d)[/.](?P<{p}ny>(?:19|20)?\d\d)(?![\d/])"
ANY_POINT = rf"(?:{POINT}|{NUMERIC_POINT})"


@dataclass(frozen=True)
class Point:
    """A month or a day; ``year`` 0 when it is not printed, ``day`` 0 for a whole month."""

    year: int
    month: int
    day: int = 0

    @property
    def first(self) -> str:
        """Its first day (ISO)."""
        return date(self.year, self.month, self.day or 1).isoformat()

    @property
    def last(self) -> str:
        """Its last day (ISO)."""
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1]).isoformat()


def point(match: re.Match[str], prefix: str) -> Point | None:
    """The point that the groups with this prefix hold; None when it is no date of the calendar."""
    found = {name[len(prefix) :]: text for name, text in match.groupdict().items() if name.startswith(prefix) and text}
    if "nm" in found:
        year, month, day = _year(found["ny"]), int(found["nm"]), int(found["nd"])
    elif "month" in found:
        year = _year(found.get("year2") or found.get("year") or "")
        month = MONTH_NUMBERS[found["month"].lower()]
        day = int(found.get("day2") or found.get("day") or 0)
    else:
        return None
    if not 1 <= month <= 12 or day > calendar.monthrange(year or 2000, month)[1]:
        return None
    return Point(year, month, day)


def _year(text: str) -> int:
    if not text:
        return 0
    return int(text) if len(text) == 4 else 2000 + int(text)


def number_of(text: str) -> int:
    """3 for "3" and for "three"."""
    text = text.lower().strip()
    return int(text) if text.isdigit() else NUMBER_WORDS[text]


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later, or earlier."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def shift(iso: str, months: int) -> str:
    """The same day some months later (earlier when negative); the last day of a month stays the last day."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    year, month = add_months(day.year, day.month, months)
    length = calendar.monthrange(year, month)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month, length if at_end else min(day.day, length)).isoformat()


def months_to(end: Point, months: int) -> tuple[str, str]:
    """The stretch of so many months that ends with this month, or on this day."""
    if end.day and end.day != calendar.monthrange(end.year, end.month)[1]:
        back = date.fromisoformat(shift(end.first, -months)).toordinal() + 1
        return date.fromordinal(back).isoformat(), end.last
    year, month = add_months(end.year, end.month, 1 - months)
    return Point(year, month).first, end.last


def months_from(start: Point, months: int) -> tuple[str, str]:
    """The stretch of so many months that begins with this month, or on this day."""
    after = date.fromisoformat(shift(start.first, months)).toordinal() - 1
    return start.first, date.fromordinal(after).isoformat()


def financial_year(first: int, years: int = 1) -> tuple[str, str]:
    """April to March, as councils count."""
    return f"{first:04d}-04-01", f"{first + years:04d}-03-31"


def quarter_of(first: int, number: int, last_number: int = 0) -> tuple[str, str]:
    """Quarter 1 to 4 (or a run of quarters) of the financial year that begins in the year ``first``."""
    year, month = add_months(first, 4, 3 * (number - 1))
    end_year, end_month = add_months(first, 4, 3 * (last_number or number) - 1)
    return Point(year, month).first, Point(end_year, end_month).last
