"""The ways of printing a period as patterns, each with the function that dates its match.

The longest match that begins first wins; of two of one length the earlier rule. A name may stand once in a pattern:
``compiled`` leaves the later groups of a name unnamed, so that pieces can be put together freely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from tracker.facts.wording import period_dates as dates
from tracker.facts.wording.calendar_words import ANY_POINT, DASH, FULL_YEAR, MONTH
from tracker.facts.wording.period_dates import FY
from tracker.facts.wording.period_record import Context, Period

_N = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[- ]four)"
_A, _B = ANY_POINT.replace("{p}", "a_"), ANY_POINT.replace("{p}", "b_")
_TO = rf"(?:\s+(?:up\s+)?(?:to|until|till|through(?:\s+to)?)(?:\s+(?:the\s+)?end\s+of)?\s+|\s*{DASH}\s*)"
_LENGTH = (
    rf"(?:rolling\s+|R(?=12))?{_N}[\s-]*(?:calendar\s+|rolling\s+|consecutive\s+)?"
    r"(?P<unit>months?|mths?|m(?=\s+(?:to|ending)\b)|quarters?|years?)"
    r"(?:[\s-]+rolling)?(?:[\s-]+(?:period|average|total))?"
)
_INCL = r"(?:\s*\(?(?:incl(?:usive|uding|\.)?)\)?)?"
_END_OF = r"(?:the\s+)?(?:end\s+of\s+)?"
_QUARTER = r"(?:\bQ(?:tr|uarter)?s?\.?\s?(?P<q>[1-4])\b|\b(?P<qw>first|second|third|fourth|final|last)\s+quarter\b)"

Handler = Callable[[re.Match[str], Context], Iterator[Period]]

_BEFORE = r"(?:prior|earlier|before|previously|ago|previous|preceding)"
_OLD = r"(?:previous|prior|preceding|last|past)"
_OLD_OR_NEW = r"(?:previous|prior|preceding|last|past|latest|current|most\s+recent)"
_MONTH_A, _MONTH_B = (rf"\b(?P<{p}month>{MONTH})\b\.?" for p in ("a_", "b_"))
_RULES: tuple[tuple[str, Handler], ...] = (
    # "2022/23 (Apr-Dec)", "Apr-Dec 2022/23": months of a financial year that stands beside them.
    (rf"(?:{FY})\s*(?:F?YTD\s*)?[(:,]?\s*{_A}{_TO}{_B}\s*\)?", dates.range_period),
    (rf"{_MONTH_A}{_TO}{_MONTH_B}\s+(?:{FY})", dates.range_period),
    (rf"{_OLD_OR_NEW}\s+{_LENGTH}\s*[(:,]\s*{_A}{_TO}{_B}\s*\)?", dates.range_period),
    (
        rf"(?:{_LENGTH}\s*(?:,|:|of|in|from|between|covering|\()?\s*)?(?:(?:from"
        rf"|between)\s+)?{_A}{_TO}{_B}(?:\s+(?:{FY}))?{_INCL}",
        dates.range_period,
    ),
    (rf"(?:{_LENGTH}\s*,?\s*)?between\s+{_A}\s+and\s+{_B}{_INCL}", dates.range_period),
    (
        rf"{_LENGTH}\s*(?:,\s*)?(?:up\s+)?(?:to|until|ending|ended)(?:\s+and\s+including)?(?:\s+in|\s+on"
        rf"|\s+with)?\s+{_END_OF}{_A}{_INCL}",
        dates.length_to,
    ),
    (
        rf"(?<!\w)(?:(?:rolling|financial|calendar)\s+)?(?P<unit2>year|quarter|month)\s+(?:up\s+)?(?:to|ending"
        rf"|ended)(?:\s+in|\s+on)?\s+{_END_OF}{_A}{_INCL}",
        dates.length_to,
    ),
    # "R12 Dec-23", "R12M to Dec 23", "YE March 2024"
    (
        rf"(?<!\w)(?:R(?:olling\s*)?12\s?(?:M(?:onths?|ths?)?)?|YE|Y/E|(?-i:MAT))\s*[-:]?\s*(?:to|ending)?\s*{_A}{_INCL}",
        dates.year_to,
    ),
    (
        rf"\bQ(?:tr|uarter)?\.?\s?(?P<q2>[1-4])\s+(?:F?YTD|year\s+to\s+date|cumulative)\s*,?\s*\(?(?:{FY})\)?",
        dates.quarters_to,
    ),
    (rf"\b(?:H|half[\s-]year\s*)(?P<half>[12])\s*,?\s*(?:of\s+)?(?:{FY})", dates.half_year),
    (rf"{_LENGTH}\s+(?:from|starting(?:\s+in)?|beginning(?:\s+in)?)\s+{_A}", dates.length_from),
    (rf"from\s+{_A}\s+for\s+{_LENGTH}", dates.length_from),
    (
        rf"{_QUARTER}(?:(?P<qsep>\s*(?:{DASH}|to|&|and|,)\s*)(?:Q(?:tr|uarter)?\.?\s?)?(?P<q2>[1-4])\b)?"
        rf"(?:\s*\(?\s*(?P<qm>{MONTH})(?:{_TO}|\s*/\s*|\s+and\s+){MONTH}\s*\)?)?"
        rf"(?:\s*(?:of|for|,|in|{DASH}|\(|FY)?\s*(?:the\s+)?(?:financial\s+year\s+)?(?:{FY}|(?P<cy>{FULL_YEAR})(?!\d))"
        rf"(?P<again>\s+(?:and|&|vs\.?|v)\s+(?:{FULL_YEAR}|\d\d)/(?:{FULL_YEAR}|\d\d)(?!\d))?)?",
        dates.quarter,
    ),
    (
        rf"(?P<ly>{FULL_YEAR})\s?/\s?(?P<ly2>{FULL_YEAR}|\d\d)\s*[,:]?\s*\(?\bQ(?:tr"
        rf"|uarter)?\.?\s?(?P<q0>[1-4])\b(?P<qw>(?!x)x)?(?P<q>(?!x)x)?\)?",
        dates.quarter,
    ),
    (rf"(?:(?:the\s+)?financial\s+year\s+|\bF/?Y\s*)?(?:{FY})(?!\s*[A-Za-z]*\s*quarter)", dates.financial),
    (r"\bF/?Y\s?['’]?(?P<fy1>(?:20)?\d\d)\b(?![/\-–])", dates.one_financial),
    (
        rf"(?:(?:from|between)\s+)?\b(?P<y1>{FULL_YEAR})\s+(?:to|until|and)\s+(?P<y2>{FULL_YEAR})\b(?![/\-–]\d)",
        dates.year_pair,
    ),
    (
        rf"\b(?:since|from)\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{_A}"
        rf"|(?P<y>{FULL_YEAR})(?![\d/\-–]))(?:\s+onwards?)?",
        dates.since,
    ),
    (rf"\b(?:by|until|before|no\s+later\s+than)\s+{_END_OF}(?:{_A}|(?P<y>{FULL_YEAR})(?![\d/\-–]))", dates.until),
    (rf"\b(?:as\s+(?:at|of)|at)\s+{_END_OF}{_A}", dates.as_at),
    (rf"{_A}\s+(?:{FY})", dates.month_of_year),
    (_A, dates.point_period),
    (rf"\b(?:the\s+)?(?P<y>{FULL_YEAR})\s+calendar\s+year\b", dates.in_year),
    (
        rf"\b(?:in|during|for|throughout|of|calendar\s+year|year|over)\s+(?P<y>{FULL_YEAR})\b(?![/\-–]\s?\d|\.\d)"
        rf"|\((?P<yp>{FULL_YEAR})\)",
        dates.in_year,
    ),
    (
        rf"(?:\b(?:in\s+)?the\s+)?\bsame\s+(?:{_N}[\s-]*months?|period|quarter|months?|time|point|stage)\s*(?:in|of"
        rf"|during|for|from)?"
        rf"\s*,?\s*(?:the\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        dates.same_of_year,
    ),
    (
        rf"(?:the\s+)?\b(?:first|last|second|final)\s+(?:half|{_N}\s+(?:months|quarters))\s+of\s+(?:the\s+)?"
        rf"(?:financial\s+year\s+|year\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        dates.piece_of_year,
    ),
    (
        rf"(?:\b(?:in\s+)?the\s+)?\bsame\s+(?:period|quarter|months?|time|point|stage|three months|3 months"
        rf"|six months|6 months)\b(?:\s+(?:in|of"
        rf"|during|for|from))?"
        rf"\s*,?\s*(?:(?:the\s+)?{_N}[\s-]*(?P<unit>months?|years?)\s+{_BEFORE}|(?:the\s+)?{_OLD}\s+(?:financial\s+"
        rf"|calendar\s+)?year"
        rf"|a\s+year\s+{_BEFORE}|(?:in\s+)?the\s+year\s+{_BEFORE}|one\s+year\s+{_BEFORE}|a\s+year\s+{_BEFORE})",
        dates.relative,
    ),
    (
        rf"(?:the\s+)?{_N}[\s-]*(?P<unit>months?|quarters?|years?)\s+{_BEFORE}(?:\s+to\s+(?:that|this))?\b",
        dates.relative,
    ),
    (rf"\b(?:the\s+)?(?:previous|prior|preceding)\s+{_N}[\s-]*(?P<unit>months?|quarters?|years?)\b", dates.relative),
    (
        r"\b(?:the\s+)?(?:previous|prior|preceding)\s+(?:financial\s+|calendar\s+)?(?P<unit>years?|quarters?"
        r"|months?)\b",
        dates.relative,
    ),
    (
        rf"\b(?:a|one|the)\s+(?P<unit>year|quarter|month)\s+{_BEFORE}\b|\blast\s+(?P<unit2>year)\b|\bprevious\s+year\b",
        dates.relative,
    ),
    (r"\b(?:this|the\s+(?:current|reporting|financial))\s+year\b", dates.this_year),
)


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[re.Pattern[str], Handler], ...]:
    """The patterns in the order in which they are tried, each with the function that dates its matches."""
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
