"""The ways of printing a period as patterns, each with the function that dates its match.

The longest match that begins first wins; of two of one length the earlier rule. A name may stand once in a pattern:
``compiled`` leaves the later groups of a name unnamed, so that pieces can be put together freely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from tracker.facts.wording import period_dates as dates
from tracker.facts.wording import period_days as days
from tracker.facts.wording import period_running as running
from tracker.facts.wording import period_runs as runs
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
_QUARTER = (
    r"(?:\bQ(?:tr|uarter)?s?\.?\s?(?P<q>[1-4])\b(?![,.]\d)|\b(?P<qw>first|second|third|fourth|final|last)\s+quarter\b"
    r"|\bquarter\s(?P<qn>one|two|three|four)\b)"
)

Handler = Callable[[re.Match[str], Context], Iterator[Period]]

_BEFORE = r"(?:prior|earlier|before|previously|ago|previous|preceding)"
# "the same 3 month period", "the corresponding quarter": a stretch as long as the one told of before.
_SAME = (
    r"(?:\bin\s+|\bfor\s+|\bduring\s+|\bover\s+)?(?:the\s+)?\b(?:same|corresponding|equivalent|comparable)\s+"
    r"(?:(?P<length>\d{1,2}|three|six|nine|twelve)[\s-]+months?(?:\s+period)?"
    r"|period|quarter|months?|time|point|stage)\b"
)
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
    (rf"{_LENGTH}\s+(?:from|since|starting(?:\s+in)?|beginning(?:\s+in)?)\s+{_A}", dates.length_from),
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
        rf"(?:(?:from|between|for|over|during|of)\s+)?\b(?P<y1>{FULL_YEAR})\s+(?:to|until|and)\s+(?P<y2>{FULL_YEAR})\b(?![/\-–]\d)",
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
        rf"{_SAME}\s*(?:in|of|during|for|from)?\s*,?\s*(?:the\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        dates.same_of_year,
    ),
    (
        rf"(?:the\s+)?\b(?:first|last|second|final)\s+(?:half|{_N}\s+(?:months|quarters))\s+of\s+(?:the\s+)?"
        rf"(?:financial\s+year\s+|year\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        dates.piece_of_year,
    ),
    (
        rf"{_SAME}(?:\s+(?:in|of|during|for|from))?"
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

_LATER_FY = FY.replace("<fy", "<ly").replace("<sy", "<ls")
_THE_YEAR = r"(?:the\s+|this\s+)?(?:financial\s+|reporting\s+)?year\b(?!\s*(?:20|to\b|ending|ended))"
_IN_MONTH = (
    rf"\b(?:in|during|throughout)\s+(?=(?-i:[A-Z]))(?P<a_month>{MONTH})\b(?!\.?\s*(?:[,\d'’/&]|{DASH}"
    r"|(?:(?:and|to)\b(?!\s+[\d£])|or|until|this|last|next|of)\b))(?:\s+alone\b)?"
)
_DAYS = rf"(?P<from>[0-3]?\d)(?:st|nd|rd|th)?(?:\s*{DASH}\s*|/|\s+(?:to|and|until)\s+(?:the\s+)?)"
_ONE_MONTH = rf"\b(?P<a_month>{MONTH})\b"
# "since April, 8 % more than": behind a comma only four digits are a year.
_NO_YEAR = r"(?!\.?\s*(?:,\s*(?:19|20)\d\d\b|['’]?\d|(?:of|last|this|next)\b))"
_TO_DATE = r"(?:to[\s-]date|so\s+far|F?YTD|year[\s-]to[\s-]date)"
# Tried only in a text that has one of the words (lower case), since most texts have none of them.
_RULES_WITH_WORDS: tuple[tuple[tuple[str, ...], str, Handler], ...] = (
    (
        ("to date", "to-date", "ytd"),
        r"\b(?:for\s+|in\s+)?(?:the\s+)?(?:financial\s+)?(?:year[\s-]to[\s-]date|YTD)\b"
        rf"(?!\s*[,:(]?\s*(?:{FULL_YEAR}|\d\d/|{MONTH}|Q\d))",
        running.year_to_date,
    ),
    (
        ("to date", "to-date", "ytd"),
        rf"\b(?:year[\s-]to[\s-]date|YTD)\s*[,:]?\s*\(?\s*{_A}{_TO}{_B}\s*\)?",
        dates.range_period,
    ),
    (("to date", "to-date", "ytd", "so far"), rf"(?:{FY})\s*,?\s*\(?{_TO_DATE}\)?(?!\w)", runs.since_years),
    (
        ("to date", "to-date", "ytd", "so far"),
        rf"\b(?:so\s+far\s+(?:in|during)|YTD|year[\s-]to[\s-]date)\s*,?\s*\(?(?:{FY})\)?",
        runs.since_years,
    ),
    (("to date",), rf"\b(?:from\s+|since\s+)?{_A}\s+to\s+date\b", running.months_to_date),
    (("since",), rf"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{FY})", runs.since_years),
    (("onwards",), rf"\bfrom\s+(?:{FY})\s+onwards", runs.since_years),
    (
        ("since",),
        r"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:(?P<a_day>[0-3]?\d)(?:st|nd|rd|th)?\s+)?"
        rf"{_ONE_MONTH}{_NO_YEAR}",
        running.since_month,
    ),
    (("since",), rf"\bsince\s+the\s+(?:start|beginning)\s+of\s+{_THE_YEAR}", running.since_start_of_year),
    (
        ("this year", "last year", "previous year"),
        rf"\b(?:(?:since|from|in|during|between|of)\s+)?{_ONE_MONTH}(?:(?:{_TO}|\s+and\s+){_MONTH_B})?\s+(?:of\s+)?"
        r"(?:the\s+)?(?:this|last|previous)\s+year\b",
        running.month_of_this_year,
    ),
    (("in ", "during ", "throughout "), _IN_MONTH, running.month_alone),
    (
        (" and ",),
        rf"\b(?P<first>{MONTH})\b(?:,\s+(?P<between>{MONTH})\b)?,?\s+and\s+{_B}",
        runs.adjoining_months,
    ),
    (
        ("quarter",),
        r"\b(?:in|during|over|for|across|throughout|within)\s+(?:the|this)\s+(?:reporting\s+|current\s+|latest\s+)?"
        r"quarter\b(?!\s+(?:up\s+)?(?:to|ending|ended)\b)|\bthis\s+quarter\b",
        running.this_quarter,
    ),
    (
        ("quarter",),
        r"\b(?:as\s+)?(?:at|by)\s+(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+(?:reporting\s+)?quarter|quarter[\s-]?end)\b",
        running.end_of_quarter,
    ),
    (
        ("year",),
        rf"\b(?:as\s+)?at\s+(?:the\s+)?(?:end\s+of\s+{_THE_YEAR}|(?:financial\s+)?year[\s-]?end\b)",
        running.end_of_year,
    ),
    (
        ("end of", "close of", "start of", "beginning of"),
        r"\b(?:(?:as\s+)?at|by|until|before|from|on)\s+(?:the\s+)?(?P<edge>end|close|start|beginning)\s+of\s+"
        rf"(?:the\s+)?(?:financial\s+year\s+|calendar\s+year\s+)?(?:{FY}|(?P<y>{FULL_YEAR})(?![\d/\-–]))",
        runs.edge_of_year,
    ),
    (
        (" and ", " to ", " & "),
        r"\b(?:over|across|spanning|covering)\s+(?:both\s+|the\s+(?:two\s+)?(?:financial\s+)?years\s+)?"
        rf"(?:{FY})\s+(?:and|to|&)\s+(?:{_LATER_FY})",
        runs.years_together,
    ),
    (
        ("years ", "years, "),
        rf"\b{_N}\s+(?:financial\s+)?years,?\s+(?:from\s+)?(?:{FY})\s+(?:and|to)\s+(?:{_LATER_FY})",
        runs.years_together,
    ),
    (
        ("years to", "years up to", "years ending"),
        rf"\b{_N}\s+(?:financial\s+)?years\s+(?:up\s+to|to|ending)\s+(?:{FY})",
        runs.years_up_to,
    ),
    (
        ("to ",),
        rf"(?:{FY}|\b(?P<y>{FULL_YEAR}))\s*\(?\s*(?:up\s+)?to\s+{_END_OF}{_ONE_MONTH}\s*\)",
        runs.year_up_to_month,
    ),
    (("(", ":"), rf"\b(?P<y>{FULL_YEAR})\s*[(:]\s*{_MONTH_A}{_TO}{_MONTH_B}\s*\)?(?!\s*\d)", runs.months_of_year),
    (
        ("end of q",),
        rf"\b(?P<edge>(?:as\s+)?at|by)\s+(?:the\s+)?end\s+of\s+{_QUARTER}(?:\s*,?\s*(?:of\s+)?(?:{FY}))?",
        running.end_of_named_quarter,
    ),
    (
        ("q",),
        rf"(?:{FY})\s*[,(]?\s*Q(?P<q1>[1-4])\s*(?:{DASH}|to|and|&)\s*Q?(?P<q2>[1-4])\b\)?",
        runs.quarters_of_year,
    ),
    (
        ("half", "months of", "quarters of"),
        rf"\b(?:the\s+)?(?P<which>first|last|second|final)\s+(?:(?P<half>half)|{_N}\s+(?P<unit>months|quarters))\s+"
        rf"of\s+{_THE_YEAR}",
        running.piece_of_the_year,
    ),
    (("academic", "school year"), rf"\b(?:the\s+)?(?:academic|school)\s+year\s+(?:of\s+)?(?:{FY})", runs.school_year),
    (("academic", "school year"), rf"(?:{FY})\s+(?:academic|school)\s+year\b", runs.school_year),
    (("municipal",), rf"\b(?:the\s+)?municipal\s+year\s+(?:of\s+)?(?:{FY})", runs.municipal_year),
    (("municipal",), rf"(?:{FY})\s+municipal\s+year\b", runs.municipal_year),
    (
        ("to the end of", "up to"),
        rf"\b(?:up\s+to(?:\s+and\s+including)?\s+{_END_OF}|to\s+the\s+end\s+of\s+){_A}{_INCL}",
        runs.up_to_point,
    ),
    (
        ("between", "from"),
        rf"\b(?:between|from)\s+{_A}\s+(?:and|to|until)\s+the\s+end\s+of\s+{_B}",
        dates.range_period,
    ),
    (
        (),
        rf"(?:\b(?:from|between)\s+(?:the\s+)?)?(?<![\d/.,£])\b{_DAYS}(?=[0-3]?\d(?:st|nd|rd|th|\s)){_A}",
        days.days_run,
    ),
    (("census",), r"\b(?:the\s+)?(?P<census>20[012]1)\s+Census\b(?!\s+(?:Act|Order))", days.census_day),
    (("census",), r"\bCensus\s+(?:of\s+)?(?P<census>20[012]1)\b", days.census_day),
    (
        ("month period", "year period", "months period"),
        rf"\b(?:over|in|during|within|for|across)\s+(?:an?|the|its|their|this)\s+{_N}[\s-]+(?:month|year)s?\s+period\b"
        rf"(?!\s*(?:[,:(\d]|(?:up|to|ending|ended|from|between|since|until|of|{MONTH})\b))",
        running.length_alone,
    ),
    (
        ("week", "w/c"),
        r"\b(?:week\s+(?:of|from|starting|beginning|commencing)|w/?c)\s+(?:\w+day\s+)?(?:the\s+)?" + _A,
        days.week_from,
    ),
    (("week", "w/e"), rf"\b(?:week\s+(?:ending|ended|to)|w/e)\s+(?:\w+day\s+)?(?:the\s+)?{_A}", days.week_to),
)


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[tuple[str, ...], re.Pattern[str], Handler], ...]:
    """The patterns in the order in which they are tried, each with the words (lower case) of which a text must have
    one, or none, and the function that dates its matches."""
    rules = (*(((), pattern, handler) for pattern, handler in _RULES), *_RULES_WITH_WORDS)
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
