"""Dates and periods in words, from ISO dates, whatever the locale of the machine."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from tracker.facts.wording.calendar_words import MONTHS
from tracker.records import Observation

MINUS = re.compile(r"(?<![\w.,-])-(?=\d)")


def day(iso: str) -> date | None:
    """The date of an ISO text, None for anything else."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def day_in_words(iso: str) -> str:
    """ "19 July 2023"; a text that is no ISO date comes back as it is."""
    when = day(iso)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else iso


def month_in_words(iso: str) -> str:
    """ "July 2023"."""
    when = day(iso)
    return f"{MONTHS[when.month - 1]} {when.year}" if when else iso


def months_long(start: str, end: str) -> int:
    """Length of a period in whole calendar months, 0 when it is not made of whole months."""
    first, last = day(start), day(end)
    if not first or not last or first > last or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def length_in_words(start: str, end: str) -> str:
    """The kind of a period: "3 months", "12 months", "one month", "one day", or "other periods"."""
    months = months_long(start, end)
    if months:
        return "one month" if months == 1 else f"{months} months"
    if not start and end:
        return "on a day"
    return "one day" if start and start == end else "other periods"


def period(start: str, end: str, label: str = "") -> str:
    """A period as people say it: "March to May 2023", "June 2022 to May 2023", "up to 31 March 2023".

    ``label`` is what the paper prints; it is used when the dates are not known.
    """
    first, last = day(start), day(end)
    if not last:
        return label or (f"from {day_in_words(start)}" if first else "no date given")
    if not first:
        return f"as at {day_in_words(end)}"
    months = months_long(start, end)
    if months == 1:
        return month_in_words(end)
    if months == 12 and first.month == 1:
        return str(first.year)
    if months:
        opening = MONTHS[first.month - 1] + ("" if first.year == last.year else f" {first.year}")
        return f"{opening} to {month_in_words(end)}"
    return day_in_words(end) if first == last else f"{day_in_words(start)} to {day_in_words(end)}"


def in_period(start: str, end: str, label: str = "") -> str:
    """A period after its preposition, for a sentence: "in March to May 2023", "in the 12 months to May 2023"."""
    words = period(start, end, label)
    if months_long(start, end) == 12:
        return f"in {words}" if words.isdecimal() else f"in the 12 months to {month_in_words(end)}"
    if not day(end):
        # What the paper prints stands in brackets, save "Since January 2019", which fits as it is.
        since = words[:6].lower() == "since " and any(letter.isdecimal() for letter in words)
        return f"since {words[6:]}" if since else f"({words})"
    if words.startswith("as at"):
        return words
    return (
        f"on {words}"
        if start == end
        else (f"from {words}" if " to " in words and not months_long(start, end) else f"in {words}")
    )


def in_its_period(o: Observation) -> str:
    """ " in March to May 2023", " on 30 September 2024", with the space before; "" where the paper gives no time."""
    given = o.period_end or o.period_label
    return f" {in_period(o.period_start, o.period_end, o.period_label)}" if given else ""


def a_year_before(start: str, end: str) -> tuple[str, str]:
    """The same period one year earlier; the end of February keeps being the end of February."""
    shifted = []
    for iso in (start, end):
        when = day(iso)
        if not when:
            shifted.append("")
            continue
        last = when.day == monthrange(when.year, when.month)[1]
        length = monthrange(when.year - 1, when.month)[1]
        shifted.append(when.replace(year=when.year - 1, day=length if last else min(when.day, length)).isoformat())
    return shifted[0], shifted[1]


def as_words(text: str) -> str:
    """What a paper states: a bare date in words, everything else as it is."""
    return day_in_words(text) if day(text) else text


def worked_out_words(text: str) -> str:
    """What its figures give: as :func:`as_words`, with a true minus sign before a number."""
    return as_words(text) if day(text) else MINUS.sub("−", text)
