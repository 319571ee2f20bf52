"""Periods as papers print them, in sentences, captions and table heads, turned into dates.

In: a text and what is known about its surroundings (``Context``). Out: ``Period`` records in reading order, with ISO
dates (both ends inside), the words as printed and where they stand. A financial year runs from April to March; a bare
year is a calendar year; "since …" has no end; "12 months prior" and its like are counted from the period before.
A period that cannot be dated keeps its words and has no dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH, MONTH_NUMBERS
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.period_dates import calendar_year
from tracker.facts.wording.period_record import Context, Handler, Period, PeriodKind
from tracker.facts.wording.period_rules import compiled

NO_CONTEXT = Context()

__all__ = ["Context", "Period", "PeriodKind", "find_periods", "month_alone", "period_of", "without_periods"]

_BARE_YEAR = re.compile(rf"(?<![\d/£.,-])\b(?P<y>{FULL_YEAR})\b(?![/\-–]\s?\d|[.,]\d|%)")
# A text without any of these holds no period; the check spares the many rules most paragraphs.
_HINT = re.compile(
    rf"\d|\b{MONTH}\b|year|quarter|month|week|(?:same|that) (?:period|time)|since th|prior|previous|ytd"
    r"|spring|summer|autumn|winter|christmas|easter",
    re.IGNORECASE,
)


# The same heads, labels and sentences are asked for their periods by several rules.
@lru_cache(maxsize=8192)
def find_periods(text: str, context: Context = NO_CONTEXT, *, bare_years: bool = False) -> tuple[Period, ...]:
    """All periods of a text in reading order. ``bare_years`` takes "2019" alone for a year, as table heads print it."""
    if not _HINT.search(text):
        return ()
    candidates: list[tuple[int, int, int, re.Match[str], Handler]] = []
    rules = compiled() + ((((), _BARE_YEAR, calendar_year),) if bare_years else ())
    low = text.lower()
    for order, (words, pattern, handler) in enumerate(rules):
        if words and not any(word in low for word in words):
            continue
        candidates.extend(
            (match.start(), -len(match.group().strip()), order, match, handler) for match in pattern.finditer(text)
        )
    candidates.sort(key=lambda candidate: candidate[:3])
    context = replace(context, spoken=context.spoken or context.anchor)
    found: list[Period] = []
    finish = -1
    for start, _, _, match, handler in candidates:
        if start < finish:
            continue
        here = tuple(_called(period, context) for period in handler(match, context))
        if not here:
            continue
        found.extend(here)
        finish = max(match.start() + len(match.group().rstrip()), here[-1].finish)
        dated = [period for period in here if period.start and period.end and period.kind != "relative"]
        if dated:
            context = replace(context, anchor=dated[-1])
            if not compared_with(text, dated[0]):
                context = replace(context, spoken=dated[-1])
    return tuple(found)


_POINTS_BACK = re.compile(
    r"(?:(?:in|during|over|for|within|throughout|across)\s)?(?:that|the|this)\s(?:same\s)?"
    r"(?:year|period|time|quarter|half[ -]year|month)",
    re.IGNORECASE,
)


def _called(period: Period, context: Context) -> Period:
    """The period under the name of the one that its words point back to: a reader of one figure is not helped by "in
    that year"."""
    if not period.dated or not _POINTS_BACK.fullmatch(period.label):
        return period
    meant = (context.anchor, context.year, context.told, context.covers)
    named = next((p for p in meant if p and p.label and (p.start, p.end) == (period.start, period.end)), None)
    return replace(period, label=named.label) if named and not _POINTS_BACK.fullmatch(named.label) else period


def period_of(text: str, context: Context = NO_CONTEXT, *, bare_years: bool = True) -> Period | None:
    """The first dated period of a head, caption or title, else None."""
    return next((period for period in find_periods(text, context, bare_years=bare_years) if period.dated), None)


def without_periods(text: str, context: Context = NO_CONTEXT, *, bare_years: bool = True) -> str:
    """The text with its periods and the words that lead to them taken out: "Drugs, March to May 2023" → "Drugs"."""
    whole = text
    for period in reversed(find_periods(text, context, bare_years=bare_years)):
        if period.dated or period.kind in ("relative", "quarter"):
            text = text[: period.begin] + " " + text[period.finish :]
    text = re.sub(r"\(\s*\)", " ", text)
    if text == whole:
        # "18 and over" is a group of people and "Theft of" one of two thefts; neither leads to a period.
        return re.sub(r"\s+", " ", text).strip(" ,:;–—-|")
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
