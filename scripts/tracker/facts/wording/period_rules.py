"""The ways of printing a period as patterns, each with the function that dates its match.

The longest match that begins first wins; of two of one length the earlier rule.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tracker.facts.wording import period_dates as dates
from tracker.facts.wording import period_quarters as quarters
from tracker.facts.wording import period_relative as told
from tracker.facts.wording.calendar_words import DASH, FULL_YEAR, MONTH, SHORT_YEAR
from tracker.facts.wording.period_dates import FY
from tracker.facts.wording.period_pieces import (
    BEFORE,
    COUNT,
    END_OF,
    INCLUSIVE,
    LENGTH,
    MONTH_A,
    MONTH_B,
    OLD,
    OLD_OR_NEW,
    POINT_A,
    POINT_B,
    QUARTER,
    SAME,
    TO,
)
from tracker.facts.wording.period_record import Handler
from tracker.facts.wording.period_rules_worded import RULES_WITH_WORDS
from tracker.facts.wording.period_rules_yearless import RULES_YEARLESS

_RULES: tuple[tuple[str, Handler], ...] = (
    # "2022/23 (Apr-Dec)", "Apr-Dec 2022/23": months of a financial year that stands beside them.
    (rf"(?:{FY})\s*(?:F?YTD\s*)?[(:,]?\s*{POINT_A}{TO}{POINT_B}\s*\)?", dates.range_period),
    (rf"{MONTH_A}{TO}{MONTH_B}\s+(?:{FY})", dates.range_period),
    (rf"{OLD_OR_NEW}\s+{LENGTH}\s*[(:,]\s*{POINT_A}{TO}{POINT_B}\s*\)?", dates.range_period),
    (
        rf"(?:{LENGTH}\s*(?:,|:|of|in|from|between|covering|\()?\s*)?(?:(?:from"
        rf"|between)\s+)?{POINT_A}{TO}{POINT_B}(?:\s+(?:{FY}))?{INCLUSIVE}",
        dates.range_period,
    ),
    (rf"(?:{LENGTH}\s*,?\s*)?between\s+{POINT_A}\s+and\s+{POINT_B}{INCLUSIVE}", dates.range_period),
    (
        rf"{LENGTH}\s*(?:,\s*)?(?:up\s+)?(?:to|until|ending|ended)(?:\s+and\s+including)?(?:\s+in|\s+on"
        rf"|\s+with)?\s+{END_OF}{POINT_A}{INCLUSIVE}",
        dates.length_to,
    ),
    (
        rf"(?<!\w)(?:(?:rolling|financial|calendar)\s+)?(?P<unit2>year|quarter|month)\s+(?:up\s+)?(?:to|ending"
        rf"|ended)(?:\s+in|\s+on)?\s+{END_OF}{POINT_A}{INCLUSIVE}",
        dates.length_to,
    ),
    # "R12 Dec-23", "R12M to Dec 23", "YE March 2024"
    (
        rf"(?<!\w)(?:R(?:olling\s*)?12\s?(?:M(?:onths?|ths?)?)?|YE|Y/E|yr|(?-i:MAT))\s*[-:]?\s*(?:to|end(?:ing|ed))?\s*{POINT_A}{INCLUSIVE}",
        dates.year_to,
    ),
    # "Dec-23 R12", "December 2023 (rolling 12 months)"
    (rf"{POINT_A}\s*[-,(]?\s*(?:R|rolling\s*)(?:12|twelve|year)(?:[\s-]?m(?:onths?|ths?)?)?\b\)?", dates.year_to),
    # "Q1 (to 30 June 2022)", "Quarter 2 ending September 2022", "Q3 31/12/2022"
    (
        rf"{QUARTER}\s*[,:–-]?\s*\(?\s*(?:up\s+to|to|ending|ended|as\s+at|at)?\s*{END_OF}{POINT_A}\s*\)?",
        quarters.quarter_to,
    ),
    (
        rf"\bQ(?:tr|uarter)?\.?\s?(?P<q2>[1-4])\s+(?:F?YTD|year\s+to\s+date|cumulative)\s*,?\s*\(?(?:{FY})\)?",
        quarters.quarters_to,
    ),
    (rf"\b(?:H|half[\s-]year\s*)(?P<half>[12])\s*,?\s*(?:of\s+)?(?:{FY})", quarters.half_year),
    (rf"{LENGTH}\s+(?:from|since|starting(?:\s+in)?|beginning(?:\s+in)?)\s+{POINT_A}", dates.length_from),
    (rf"from\s+{POINT_A}\s+for\s+{LENGTH}", dates.length_from),
    (
        rf"{QUARTER}(?:(?P<qsep>\s*(?:{DASH}|to|&|and|,)\s*)(?:Q(?:tr|uarter)?\.?\s?)?(?P<q2>[1-4])\b)?"
        rf"(?:\s*\(?\s*(?P<qm>{MONTH})(?:{TO}|\s*/\s*|\s+and\s+){MONTH}(?:\s+['’]?(?P<qy>{SHORT_YEAR}))?\s*\)?)?"
        r"(?:\s*(?:(?:figures|data|results|returns|statistics|performance)\s+(?=(?:for|of|in)\b))?"
        rf"(?:of|for|,|in|{DASH}|\(|FY)?\s*(?:the\s+)?(?:financial\s+year\s+)?(?:{FY}|(?P<cy>{FULL_YEAR})(?!\d))"
        rf"(?P<again>\s+(?:and|&|vs\.?|v)\s+(?:{FULL_YEAR}|\d\d)/(?:{FULL_YEAR}|\d\d)(?!\d))?)?",
        quarters.quarter,
    ),
    (
        rf"(?:(?P<ly>{FULL_YEAR})\s?(?:/|{DASH})\s?(?P<ly2>{FULL_YEAR}|\d\d)|(?<![\d/.])(?P<ls>[0-3]\d)/(?P<ls2>[0-4]\d))\s*[,:]?\s*\(?\bQ(?:tr"
        rf"|uarter)?\.?\s?(?P<q0>[1-4])\b(?P<qw>(?!x)x)?(?P<q>(?!x)x)?\)?",
        quarters.quarter,
    ),
    (rf"(?:(?:the\s+)?financial\s+year\s+|\bF/?Y\s*)?(?:{FY})(?!\s*[A-Za-z]*\s*quarter)", dates.financial),
    (r"\bF/?Y\s?['’]?(?P<fy1>(?:20)?\d\d)\b(?![/\-–])", dates.one_financial),
    (
        rf"(?:(?P<led>from|between|for|over|during|of|in)\s+)?\b(?P<y1>{FULL_YEAR})\s+(?P<joint>to|until|and)\s+"
        rf"(?:(?P<y2>{FULL_YEAR})\b(?![/\-–]\d)|(?P<y3>\d\d)(?=\s?[,.;:)]|$))",
        dates.year_pair,
    ),
    (
        rf"\b(?:since|from)\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{POINT_A}"
        rf"|(?P<y>{FULL_YEAR})(?![\d/\-–]))(?:\s+onwards?)?",
        dates.since,
    ),
    (rf"\b(?:by|until|before|no\s+later\s+than)\s+{END_OF}(?:{POINT_A}|(?P<y>{FULL_YEAR})(?![\d/\-–]))", dates.until),
    (rf"\b(?:as\s+(?:at|of)|at)\s+{END_OF}{POINT_A}", dates.as_at),
    (rf"{POINT_A}\s+(?:{FY})", dates.month_of_year),
    (POINT_A, dates.point_period),
    (rf"\b(?:the\s+)?(?P<y>{FULL_YEAR})\s+calendar\s+year\b", dates.in_year),
    (
        rf"\b(?:in|during|for|throughout|of|calendar\s+year|year|over)\s+(?P<y>{FULL_YEAR})\b(?![/\-–]\s?\d|\.\d)"
        rf"|\((?P<yp>{FULL_YEAR})\)",
        dates.in_year,
    ),
    (
        rf"{SAME}\s*(?:in|of|during|for|from)?\s*,?\s*(?:the\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        told.same_of_year,
    ),
    (
        rf"(?:the\s+)?\b(?:first|last|second|final)\s+(?:half|{COUNT}\s+(?:months|quarters))\s+of\s+(?:the\s+)?"
        rf"(?:financial\s+year\s+|year\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        dates.piece_of_year,
    ),
    (
        rf"{SAME}(?:\s+(?:in|of|during|for|from))?"
        rf"\s*,?\s*(?:(?:the\s+)?{COUNT}[\s-]*(?P<unit>months?|years?)\s+{BEFORE}|(?:the\s+)?{OLD}\s+(?:financial\s+"
        rf"|calendar\s+)?year"
        rf"|a\s+year\s+{BEFORE}|(?:in\s+)?the\s+year\s+{BEFORE}|one\s+year\s+{BEFORE}|a\s+year\s+{BEFORE})",
        told.relative,
    ),
    (
        rf"(?:the\s+)?{COUNT}[\s-]*(?P<unit>months?|quarters?|years?)\s+{BEFORE}(?:\s+to\s+(?:that|this))?\b",
        told.relative,
    ),
    (
        rf"\b(?:the\s+)?(?:previous|prior|preceding)\s+{COUNT}[\s-]*(?P<unit>months?|quarters?|years?)\b",
        told.relative,
    ),
    (
        r"\b(?:the\s+)?(?:previous|prior|preceding)\s+(?:financial\s+|calendar\s+)?(?P<unit>years?|quarters?"
        r"|months?)\b",
        told.relative,
    ),
    (
        rf"\b(?:a|one|the)\s+(?P<unit>year|quarter|month)\s+{BEFORE}\b|\blast\s+(?P<unit2>year)\b|\bprevious\s+year\b",
        told.relative,
    ),
    (r"\b(?:this|the\s+(?:current|reporting|financial))\s+year\b", told.this_year),
)


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[tuple[str, ...], re.Pattern[str], Handler], ...]:
    """The patterns in the order in which they are tried, each with the words (lower case) of which a text must have
    one, or none, and the function that dates its matches."""
    rules = (*(((), pattern, handler) for pattern, handler in _RULES), *RULES_WITH_WORDS, *RULES_YEARLESS)
    return tuple((words, re.compile(_once(pattern), re.IGNORECASE), handler) for words, pattern, handler in rules)


def _once(pattern: str) -> str:
    """A name may stand once in a pattern: later ones of the same name become unnamed."""
    seen: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        if match.group(1) in seen:
            return "(?:"
        seen.add(match.group(1))
        return match.group()

    return re.sub(r"\(\?P<(\w+)>", keep, pattern)
