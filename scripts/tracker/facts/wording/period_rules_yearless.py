"""Ways of printing a month, day, season or feast without its year: "by March", "on 6 October", "in the summer".

As in ``period_rules_worded`` they are tried only in a text that has one of the words (lower case). Seasons with a year
stand here as well.
"""

from __future__ import annotations

from tracker.facts.wording import period_yearless as yearless
from tracker.facts.wording.calendar_words import DASH, FULL_YEAR, MONTH
from tracker.facts.wording.period_pieces import MONTH_B, ONE_MONTH, POINT_A, TO
from tracker.facts.wording.period_record import Handler

_IN_MONTH = (
    r"\b(?:in|during|throughout|(?<!planned )(?<!scheduled )(?<!due )(?<!booked )(?<!arranged )for)\s+"
    r"(?:the\s+month\s+of\s+)?"
    rf"(?=(?-i:[A-Z]))(?P<a_month>{MONTH})\b(?!\.?\s*(?:,\s*(?:{MONTH}\b|(?:19|20)\d\d\b)|[\d'’/&]|{DASH}"
    rf"|(?:(?:and|to)\s+(?:early\s+|late\s+|the\s+end\s+of\s+)?{MONTH}|or|until|this|last|next|of)\b))(?:\s+alone\b)?"
)
# "since April, 8 % more than": behind a comma only four digits are a year.
_NO_YEAR = r"(?!\.?\s*(?:,\s*(?:19|20)\d\d\b|['’]?\d|(?:of|last|this|next)\b))"
# "on 30 September 46 people": two digits are a year only where nothing is counted with them.
_NO_YEAR_OF_DAY = r"(?!\.?,?\s*(?:['’]?\d\d\b(?![,.]\d|\s+[a-z])|(?:19|20)\d\d\b|(?:of|last|this|next)\b))"
_DAY = r"(?P<a_day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_SEASON = r"(?P<season>spring|summer|autumn|winter)"
_SEASONS = ("spring", "summer", "autumn", "winter")

RULES_YEARLESS: tuple[tuple[tuple[str, ...], str, Handler], ...] = (
    (("to date",), rf"\b(?:from\s+|since\s+)?{POINT_A}\s+to\s+date\b", yearless.months_to_date),
    (
        ("since",),
        rf"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?:{_DAY})?{ONE_MONTH}{_NO_YEAR}",
        yearless.since_month,
    ),
    (
        ("this year", "last year", "previous year"),
        rf"\b(?:(?:since|from|in|during|between|of)\s+)?{ONE_MONTH}(?:(?:{TO}|\s+and\s+){MONTH_B})?\s+(?:of\s+)?"
        r"(?:the\s+)?(?:this|last|previous)\s+year\b",
        yearless.month_of_this_year,
    ),
    (("in ", "during ", "throughout ", "for "), _IN_MONTH, yearless.month_alone),
    (
        ("end of", "close of"),
        rf"\b(?P<edge>(?:as\s+)?at|on|by|until|before|(?:up\s+)?to)\s+(?:the\s+)?(?:end|close)\s+of\s+{ONE_MONTH}"
        r"(?:\s+(?:of\s+)?(?:the\s+)?(?P<old>last|previous)\s+year\b)?"
        r"(?!\.?,?\s*(?:['’]\d|(?:19|20)\d\d\b|\d\d(?=\s*[,.;:)])|(?:of|last|this|next)\b))",
        yearless.end_of_month,
    ),
    (
        ("by ", "until ", "till "),
        rf"\b(?P<edge>by|until|till)\s+(?=(?-i:[A-Z])){ONE_MONTH}{_NO_YEAR}(?!\s*(?:{DASH}|(?:and|to|or)\b))",
        yearless.end_of_month,
    ),
    (
        ("as at", "as of", "at ", "on ", "by ", "until ", "till ", "up to"),
        rf"\b(?P<edge>as\s+(?:at|of)|at|on|by|until|till|up\s+to)\s+{_WEEKDAY}(?:the\s+)?{_DAY}{ONE_MONTH}"
        rf"{_NO_YEAR_OF_DAY}",
        yearless.end_of_month,
    ),
    (
        _SEASONS,
        rf"\b(?:(?P<edge>by|until|before|since|from|in|during|over|throughout)\s+)?(?:the\s+)?(?:(?:early|late|mid)[\s-])?"
        rf"{_SEASON}(?:\s+of|,)?\s+(?P<y>{FULL_YEAR})\b(?:\s?(?:/|{DASH})\s?(?P<y2>\d\d(?:\d\d)?)\b)?(?![./]?\d)",
        yearless.season,
    ),
    (
        _SEASONS,
        rf"\b(?P<edge>in|during|over|throughout|across|by|since)\s+(?:the\s+)?(?:(?:early|late)\s+)?{_SEASON}"
        rf"(?!\s+{FULL_YEAR})(?=\s*(?:[,.;)\d]|$|(?:and(?!\s+(?:spring|summer|autumn|winter))|but|we|they|it|there|the"
        r"|when|with|had|was|were)\b))",
        yearless.season,
    ),
    (
        ("christmas", "easter"),
        rf"\b(?P<edge>since|by|before|until)\s+(?P<feast>christmas|easter)\b(?:\s+(?P<y>{FULL_YEAR}))?"
        r"(?=\s*(?:[,.;)]|$|[a-z]))(?!\s+(?:eve|day|sunday|monday|holidays?|break|period|lights|market|campaign)\b)",
        yearless.feast,
    ),
)
