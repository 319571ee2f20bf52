"""Days and times as British papers print them: "Wednesday 19th July, 2023", "28/04/23", "AT 10.00 AM".

In: text. Out: ISO dates with their place in the text, and times as ``HH:MM``. Day stands before month; a two-figure
year belongs to this century. What is no day of the calendar (31 June) is not returned.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_DAY}(?:\s+day)?(?:\s+of)?[\s,.-]+{_MONTH}\.?[\s,.-]+{_YEAR}\b",
        rf"\b{_MONTH}\.?\s+{_DAY},?\s+{_YEAR}\b",
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:20)?\d{2})(?![\d/.-]*\d)",
        r"(?<![\d/.-])(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
    )
)
_TIME = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:(?P<sep>[.:])(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<hour24>[01]?\d|2[0-3])(?:[:.])(?P<minute24>[0-5]\d)\b(?!\s?[ap]\.?m)(?![./%]?\d)"
    r"|\b(?P<word>noon|midday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Day:
    """A day printed in a text, from ``start`` to ``end``; ``iso`` is YYYY-MM-DD."""

    iso: str
    start: int
    end: int


def days_in(text: str) -> tuple[Day, ...]:
    """All days printed in a text, in their order."""
    found: dict[int, Day] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            iso = _iso(match["year"], match["month"], match["day"])
            if iso and not any(d.start < match.end() and match.start() < d.end for d in found.values()):
                found[match.start()] = Day(iso, match.start(), match.end())
    return tuple(found[key] for key in sorted(found))


def first_day(text: str) -> str:
    """The first day printed in a text as ISO, "" where there is none."""
    days = days_in(text)
    return days[0].iso if days else ""


def time_in(text: str) -> str:
    """The first time of day in a text as ``HH:MM``, "" where there is none."""
    for match in _TIME.finditer(text):
        if match["word"]:
            return "12:00"
        if match["hour24"]:
            # "28.04" may be the beginning of a date: only the colon is sure without am or pm.
            if ":" not in match[0]:
                continue
            return f"{int(match['hour24']):02}:{match['minute24']}"
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        if int(match["hour"]) <= 12:
            return f"{hour:02}:{match['minute'] or '00'}"
    return ""


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return datetime.date(full, number, int(day)).isoformat()
    except ValueError:
        return ""
