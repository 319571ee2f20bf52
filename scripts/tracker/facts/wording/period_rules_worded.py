"""Ways of printing a period that hold a telling word: "to date", "since April", "academic year", "this quarter".

They are tried only in a text that has one of the words (lower case), since most texts have none of them.
"""

from __future__ import annotations

from tracker.facts.wording import period_dates as dates
from tracker.facts.wording import period_days as days
from tracker.facts.wording import period_quarters as quarters
from tracker.facts.wording import period_relative as told
from tracker.facts.wording import period_running as running
from tracker.facts.wording import period_runs as runs
from tracker.facts.wording.calendar_words import DASH, FULL_YEAR, MONTH
from tracker.facts.wording.period_dates import FY
from tracker.facts.wording.period_pieces import (
    COUNT,
    END_OF,
    INCLUSIVE,
    MONTH_A,
    MONTH_B,
    ONE_MONTH,
    POINT_A,
    POINT_B,
    QUARTER,
    TO,
)
from tracker.facts.wording.period_record import Handler

_LATER_FY = FY.replace("<fy", "<ly").replace("<sy", "<ls")
_THE_YEAR = r"(?:the\s+|this\s+)?(?:financial\s+|reporting\s+)?year\b(?!\s*(?:20|to\b|ending|ended))"
_DAYS = rf"(?P<from>[0-3]?\d)(?:st|nd|rd|th)?(?:\s*{DASH}\s*|/|\s+(?:to|and|until)\s+(?:the\s+)?)"
_TO_DATE = r"(?:to[\s-]date|so\s+far|F?YTD|year[\s-]to[\s-]date)"

RULES_WITH_WORDS: tuple[tuple[tuple[str, ...], str, Handler], ...] = (
    (
        ("to date", "to-date", "ytd"),
        r"\b(?:for\s+|in\s+)?(?:the\s+)?(?:financial\s+)?(?:year[\s-]to[\s-]date|YTD)\b"
        rf"(?!\s*[,:(]?\s*(?:{FULL_YEAR}|\d\d/|{MONTH}|Q\d))",
        running.year_to_date,
    ),
    (
        ("to date", "to-date", "ytd"),
        rf"\b(?:year[\s-]to[\s-]date|YTD)\s*[,:]?\s*\(?\s*{POINT_A}{TO}{POINT_B}\s*\)?",
        dates.range_period,
    ),
    (
        ("to date", "to-date", "ytd", "so far"),
        rf"(?:{FY}|\b(?P<y>{FULL_YEAR}))\s*,?\s*\(?{_TO_DATE}\)?(?!\w)",
        runs.since_years,
    ),
    (
        ("to date", "to-date", "ytd", "so far"),
        rf"\b(?:so\s+far\s+(?:in|during)|YTD|year[\s-]to[\s-]date)\s*,?\s*\(?(?:{FY})\)?",
        runs.since_years,
    ),
    (("since",), rf"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{FY})", runs.since_years),
    (("onwards",), rf"\bfrom\s+(?:{FY})\s+onwards", runs.since_years),
    (("since",), rf"\bsince\s+the\s+(?:start|beginning)\s+of\s+{_THE_YEAR}", running.since_start_of_year),
    (
        (" and ",),
        rf"\b(?P<first>{MONTH})\b(?:,\s+(?P<between>{MONTH})\b)?,?\s+and\s+{POINT_B}",
        runs.adjoining_months,
    ),
    (
        ("quarter",),
        r"\b(?:in|during|over|for|across|throughout|within)\s+(?:the|this|that)\s+(?:reporting\s+|current\s+|latest\s+)?"
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
        ("mid",),
        rf"\b(?<!since )(?<!from )(?<!until )(?<!to )(?:(?P<edge>(?:as\s+)?at|in|by)\s+)?mid(?:[\s-]year)?[\s–-]"
        rf"(?P<y>{FULL_YEAR})(?![\d/\-–])",
        runs.middle_of_year,
    ),
    (
        (" and ", " to ", " & "),
        r"\b(?:over|across|spanning|covering)\s+(?:both\s+|the\s+(?:two\s+)?(?:financial\s+)?years\s+)?"
        rf"(?:{FY})\s+(?:and|to|&)\s+(?:{_LATER_FY})",
        runs.years_together,
    ),
    (
        ("years ", "years, "),
        rf"\b{COUNT}\s+(?:financial\s+)?years,?\s+(?:from\s+)?(?:{FY})\s+(?:and|to)\s+(?:{_LATER_FY})",
        runs.years_together,
    ),
    (
        ("years to", "years up to", "years ending"),
        rf"\b{COUNT}\s+(?:financial\s+)?years\s+(?:up\s+to|to|ending)\s+(?:{FY})",
        runs.years_up_to,
    ),
    (
        ("to ",),
        rf"(?:{FY}|\b(?P<y>{FULL_YEAR}))\s*\(?\s*(?:up\s+)?to\s+{END_OF}"
        rf"(?:(?P<a_day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?)?{ONE_MONTH}\s*\)",
        runs.year_up_to_month,
    ),
    (("(", ":"), rf"\b(?P<y>{FULL_YEAR})\s*[(:]\s*{MONTH_A}{TO}{MONTH_B}\s*\)?(?!\s*\d)", runs.months_of_year),
    (
        ("end of q",),
        rf"\b(?P<edge>(?:as\s+)?at|by)\s+(?:the\s+)?end\s+of\s+{QUARTER}(?:\s*,?\s*(?:of\s+)?(?:{FY}))?",
        running.end_of_named_quarter,
    ),
    (
        ("q",),
        rf"(?:{FY})\s*[,(]?\s*Q(?P<q1>[1-4])\s*(?:{DASH}|to|and|&)\s*Q?(?P<q2>[1-4])\b\)?",
        runs.quarters_of_year,
    ),
    (
        ("half", "months of", "quarters of"),
        rf"\b(?:the\s+)?(?P<which>first|last|second|final)\s+(?:(?P<half>half)|{COUNT}\s+(?P<unit>months|quarters))\s+"
        rf"of\s+{_THE_YEAR}",
        running.piece_of_the_year,
    ),
    (
        ("last year", "previous year", "year before"),
        rf"{QUARTER}\s*,?\s*(?:of\s+|in\s+)?(?:the\s+)?(?:(?:last|previous)\s+(?:financial\s+)?year|year\s+before)\b",
        quarters.quarter_of_year_before,
    ),
    (
        ("quarters",),
        r"\b(?:in|during|over|for|across)\s+(?:the\s+)?(?P<which>first)\s+(?:(?P<half>(?!x)x)|"
        rf"{COUNT}\s+(?P<unit>quarters))\b(?!\s+of\b)",
        running.piece_of_the_year,
    ),
    (
        ("so far",),
        r"\b(?:so\s+far\s+(?:in\s+)?(?:this|the)\s+(?:financial\s+)?year|(?:(?:in|for|during)\s+)?(?:this|the)\s+"
        r"(?:financial\s+)?year\s+so\s+far)\b",
        running.year_to_date,
    ),
    (
        ("last year", "previous year"),
        r"\b(?:(?:(?:at|by|than|on)\s+)?this\s+(?:time|point|stage)\s+(?:in\s+)?(?:the\s+)?(?:last|previous)\s+year"
        r"|(?:last|(?:the\s+)?previous)\s+year(?:['’]s)?\s+(?:figure\s+|total\s+|level\s+|position\s+)?(?:at|for|in|over|by)\s+"
        r"(?:the\s+same|this)\s+(?:time|point|stage|period))\b",
        told.relative,
    ),
    (
        ("year after", "following year"),
        r"\bthe\s+(?:year\s+after|following\s+(?:financial\s+)?year)\b",
        told.year_after,
    ),
    (
        ("month", "week"),
        r"\b(?:(?:in|during|over|for)\s+)?(?:last|this)\s+(?:month|week)\b|\b(?:in|during|over|for)\s+(?:the|that)\s+"
        r"(?:reporting\s+)?month\b(?!\s+(?:of|to|up|ending))",
        running.this_month,
    ),
    (("since th",), r"\bsince\s+(?:then|that\s+(?:date|day|time|month|meeting))\b", running.since_then),
    (
        (" year",),
        r"\b(?:in|during|over|across|throughout|within)\s+(?:(?P<that>that)\s+year\b|the\s+(?:(?:whole|full|reporting)\s+)?"
        r"year\b(?!\s*(?:\d|(?:of|to|up|ending|ended|before|prior|previous|earlier|after|ahead|that|since|on)\b)|['’]s|-))",
        running.in_the_year,
    ),
    (
        ("that time", "that period"),
        r"\b(?:in|during|over|for|throughout)\s+that\s+(?:time|period)\b",
        running.that_time,
    ),
    (
        ("half year", "half-year"),
        r"\b(?:in|for|during|over)\s+(?:the|this)\s+(?:first\s+)?half[\s-]year\b(?!\s*(?:\d|(?:to|ending|ended|of)\b))",
        running.the_half_year,
    ),
    (("academic", "school year"), rf"\b(?:the\s+)?(?:academic|school)\s+year\s+(?:of\s+)?(?:{FY})", runs.school_year),
    (("academic", "school year"), rf"(?:{FY})\s+(?:academic|school)\s+year\b", runs.school_year),
    (("municipal",), rf"\b(?:the\s+)?municipal\s+year\s+(?:of\s+)?(?:{FY})", runs.municipal_year),
    (("municipal",), rf"(?:{FY})\s+municipal\s+year\b", runs.municipal_year),
    (
        ("to the end of", "up to"),
        rf"\b(?:up\s+to(?:\s+and\s+including)?\s+{END_OF}|to\s+the\s+end\s+of\s+){POINT_A}{INCLUSIVE}",
        runs.up_to_point,
    ),
    (
        ("between", "from"),
        rf"\b(?:between|from)\s+{POINT_A}\s+(?:and|to|until)\s+the\s+end\s+of\s+{POINT_B}",
        dates.range_period,
    ),
    (
        (),
        rf"(?:\b(?:from|between)\s+(?:the\s+)?)?(?<![\d/.,£])\b{_DAYS}(?=[0-3]?\d(?:st|nd|rd|th|\s)){POINT_A}",
        days.days_run,
    ),
    (("census",), r"\b(?:the\s+)?(?P<census>20[012]1)\s+Census\b(?!\s+(?:Act|Order))", days.census_day),
    (("census",), r"\bCensus\s+(?:of\s+)?(?P<census>20[012]1)\b", days.census_day),
    (
        ("month period", "year period", "months period"),
        rf"\b(?:over|in|during|within|for|across)\s+(?:an?|the|its|their|this)\s+{COUNT}[\s-]+(?:month|year)s?\s+period\b"
        rf"(?!\s*(?:[,:(\d]|(?:up|to|ending|ended|from|between|since|until|of|{MONTH})\b))",
        running.length_alone,
    ),
    (
        ("12 months", "twelve months"),
        r"\b(?:in|during|over|within|for|across)\s+the\s+(?:12|twelve)\s+months\b"
        rf"(?=\s*(?:[.;)]|,(?!\s*(?:to|from|up|ending|ended|{MONTH})\b)|$|(?:and|but|there|it|they|the|we)\b))",
        running.year_of_report,
    ),
    (
        ("week", "w/c"),
        r"\b(?:week\s+(?:of|from|starting|beginning|commencing)|w/?c)\s+(?:\w+day\s+)?(?:the\s+)?" + POINT_A,
        days.week_from,
    ),
    (("week", "w/e"), rf"\b(?:week\s+(?:ending|ended|to)|w/e)\s+(?:\w+day\s+)?(?:the\s+)?{POINT_A}", days.week_to),
)
