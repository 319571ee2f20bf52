"""Which of two labels of a table speaks of the later time ("12 months to March 2022", "Q4 22/23", "Last year")."""

from __future__ import annotations

import re

from tracker.facts.amounts import MONTHS

_MONTH_NUMBERS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH_YEAR = re.compile(rf"\b({MONTHS})(?:[\s,’']*|-)(\d{{4}}|\d{{2}})(?!\d)")
_YEAR_PAIR = re.compile(r"(?<!\d)(?:20|19)?(\d{2})\s?[/–-]\s?(?:20|19)?(\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_QUARTER = re.compile(r"\b(?:Q|Qtr|Quarter)\s?\.?([1-4])\b", re.IGNORECASE)
_WORDS = (
    (re.compile(r"\b(?:last|previous|prior|before|baseline|earlier)\b", re.IGNORECASE), (0, 0)),
    (re.compile(r"\b(?:this|current|latest|now|after|actual)\b", re.IGNORECASE), (9999, 12)),
)


def time_of(label: str) -> tuple[int, int] | None:
    """Year and month in which the period of ``label`` ends, as far as its words tell; None when they do not."""
    if months := _MONTH_YEAR.findall(label):
        times = []
        for name, year in months:
            number = int(year) if len(year) == 4 else 2000 + int(year)
            times.append((number, _MONTH_NUMBERS[name[:3].lower()]))
        return max(times)
    quarter = _QUARTER.search(label)
    rest = _QUARTER.sub(" ", label)
    for pair in _YEAR_PAIR.finditer(rest):
        first, second = int(pair[1]), int(pair[2])
        if second == (first + 1) % 100:
            if not quarter:
                return 2000 + second, 3
            q = int(quarter[1])
            return (2000 + second, 3) if q == 4 else (2000 + first, 3 * q + 3)
    if years := _YEAR.findall(rest):
        return max(int(y) for y in years), 3 * int(quarter[1]) if quarter else 12
    for words, time in _WORDS:
        if words.search(label):
            return time
    return None
