"""The time that the label of a row or column speaks of, and which of two is the later.

In: a label ("12 months to March 2022", "Q4 22/23", "2019 April", "Last year"). Out: its period, or a mark that sorts.
"""

from __future__ import annotations

import re

from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH, MONTH_NUMBERS
from tracker.facts.wording.periods import Period, period_of

_YEAR_MONTH = re.compile(rf"\b({FULL_YEAR})\s+({MONTH})\b", re.IGNORECASE)
_WORDS = (
    (re.compile(r"\b(?:last|previous|prior|before|baseline|earlier)\b", re.IGNORECASE), "0000"),
    (re.compile(r"\b(?:this|current|latest|now|after|actual)\b", re.IGNORECASE), "9999"),
)


def month_number(name: str) -> int:
    """1 for "January" or "Jan"."""
    return MONTH_NUMBERS[name.lower()]


def head_period(label: str) -> Period | None:
    """The dated period of a row's or column's label; a year printed above its month is understood."""
    return period_of(_YEAR_MONTH.sub(r"\2 \1", label))


def time_of(label: str) -> str | None:
    """The last day of the label's period as ISO text, or a text that sorts before or after all days; None if untold."""
    period = head_period(label)
    if period and period.end:
        return period.end
    return next((mark for words, mark in _WORDS if words.search(label)), None)
