"""A period that a paper prints, and what a period without dates of its own may lean on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tracker.facts.wording.calendar_words import shift

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
        """Whether the calendar gives it a beginning or an end."""
        return bool(self.start or self.end)

    @property
    def months(self) -> int:
        """Whole months that it covers, 0 when open or not dated."""
        if not (self.start and self.end):
            return 0
        (y1, m1), (y2, m2) = (map(int, iso.split("-")[:2]) for iso in (self.start, self.end))
        return (y2 - y1) * 12 + m2 - m1 + 1

    def earlier(self, months: int) -> tuple[str, str]:
        """First and last day of the same period so many months before; an open side stays open."""
        return shift(self.start, -months), shift(self.end, -months)


@dataclass(frozen=True)
class Context:
    """What a period may lean on: the period named before, the year the paper reports on, its date, the quarter or
    other time that the heading or title names, the last period that was more than compared with, the year to date
    that was told with its months, the day or month up to which the paper says that its figures are told, and the time
    that it says it covers."""

    anchor: Period | None = None
    year: Period | None = None
    published: str = ""
    told: Period | None = None
    spoken: Period | None = None
    to_date: Period | None = None
    position: Period | None = None
    covers: Period | None = None


Handler = Callable[[re.Match[str], Context], Iterator[Period]]
"""From a match of a period's pattern to the periods it stands for."""
