"""What looks like a figure in running text and counts nothing: dates, ages, sections, laws, telephones, durations.

In: a text. Out: the same text with all such stretches blanked out; every place stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.covered_numbers import SHORT_TELEPHONE, UP_TO_HUNDRED
from tracker.facts.wording.periods import find_periods

DASHES = "‐‑‒–—−-"
UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

RANK = (
    r"\b(?P<rank>\d{1,3})(?:st|nd|rd|th)?\s*(?:/|\s(?:out\s+)?of\s+(?:the\s+)?(?:all\s+)?)\s*(?P<of>\d{1,3})"
    r"(?=\s+(?:london\s+)?(?:boroughs?|areas?|forces?|wards?|authorities|local|csps?|councils?|districts?|bcus?)\b"
    r"|\s*(?:$|[).,;]))"
)
# What looks like a number and counts nothing. Lengths of time are left out because a duration is no result.
_NOT_FIGURES = re.compile(
    "|".join(
        (
            r"£\s?['’]?000s?\b|https?://\S+|\bwww\.\S+|\S+@\S+",
            r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|noon|hrs)\b|\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b|\b24/7\b",
            r"\bcovid[- ]?19\b",
            UP_TO_HUNDRED,
            SHORT_TELEPHONE,
            r"\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0\d{4}\s?\d{6}\b|\b\d{8,}\b",
            r"\b(?:s(?:ection)?s?\.?|sch(?:edule)?\.?|paragraphs?|paras?\.?|articles?|art\.|regulations?|clauses?"
            r"|pages?|pp?\.|slides?"
            r"|appendi(?:x|ces)|annex|items?|tables?|figs?\.?|figures?|charts?|graphs?|chapters?|parts?"
            r"|priorit(?:y|ies)|objectives?|outcomes?|actions?|recommendations?|themes?|strands?"
            r"|goals?|volume|vol\."
            r"|version|v|form|groups?|class|category|cat|rooms?|floors?|zones?|units?|no\.|number"
            r"|ref(?:erence)?\.?:?|rule|step|key\s"
            r"stages?|ks|operation|option|day|week|year|years|month|quarter|clinical|right|principle|standard"
            r"|cohort)\s+"
            rf"\d+(?:\.\d+)*[a-z]?(?:\s?(?:,|and|&|to|[{DASHES}])\s?\d+(?:\.\d+)*[a-z]?)*\+?(?![\d%]|\s?%|,\d"
            rf"|\.\d)(?=[\s.,;:)\]]|$)",
            # Steps of a scale go on in single digits: in "12 took level 1, 27 took level 2" the 27 is counted.
            r"\b(?:phases?|tiers?|levels?|bands?|grades?|stages?|steps?)\s+\d{1,2}[a-z]?"
            rf"(?:\s?(?:,|and|&|to|or|[{DASHES}])\s?\d[a-z]?(?![\d,.]\d|\d))*\+?(?![\d%]|\s?%|,\d|\.\d)(?=[\s.,;:)\]]|$)",
            r"^\s*\d+(?:\.\d+)+\.?(?=\s)(?!\s?(?:%|per\b|million|pp\b))|^\s*\d{1,2}[.)]\s",
            # right behind a period, which is blanked by now, a value stands: "▼ 20% on Q2 2021/22 (40)"
            r"(?<!\s{8})\(\d{1,2}\)(?=\s*$)",
            rf"(?<![\d£.,%+])\b\d{{1,2}}\s?[{DASHES}]\s?\d{{1,2}}(?=[,;:)]\s|\s*$)",
            RANK,
            r"\b\d{1,3}(?:st|nd|rd|th)\b",
            rf"\bage[ds]?\s+(?:of\s+)?(?:under\s+|over\s+|between\s+)?\d+\+?(?:\s?(?:[{DASHES}]|to"
            rf"|and)\s?\d+)?(?:\s+(?:and\s+)?(?:over|above|under))?",
            rf"\b\d{{1,2}}(?:\s?(?:[{DASHES}]|to|and)\s?\d{{1,2}})?[- ]?(?:yrs?|years?)[- ](?:of\s+age|olds?)\b",
            rf"\b\d{{1,2}}\s?(?:[{DASHES}])\s?\d{{1,2}}\s?(?:yrs?|years?)\b",
            r"\b(?:under|over)[- ]?(?:1[0-9]|2[0-5]|[3-7][05])(?:s\b|['’]s|(?=\s*(?:[(:,;.]|$|referral|year|with\b"
            r"|who\b)))",
            rf"\(\s*\d{{1,2}}\s?(?:[{DASHES}]|to)\s?\d{{1,2}}\s*\)|\b\d{{1,2}}\+(?=\))",
            rf"(?<![\d,.£])\b(?:\d+|(?:{UNITS})|(?:{TENS}))(?:\s?(?:[{DASHES}]|to|or)\s?(?:\d+"
            rf"|(?:{UNITS})))?[- ]?(?:(?:clear|calendar|working|school|rolling"
            r"|consecutive|full|further) ){0,2}(?:comparable )?(?:months?|quarters?|weeks?|years?|yrs?|days?|hours?"
            r"|hrs?|minutes?|mins?|seconds?|secs?|nights?)(?:ly)?\b(?:[- ]?(?:long|period))?",
            rf"\b\d{{1,2}}\s+{MONTH}\b|\b{MONTH}\s+\d{{1,2}}\b(?!\s?%)",
            r"(?<![\d£.,])\d[\d,.]*\s?(?:km|metres?|miles?|mph|m(?!n)|litres?|°|degrees)\b",
            r"\b(?:1\s?:\s?\d+|one[- ]to[- ]one|one stop|one[- ]off|number one|\d+:\d+)\b|\b(?:one|no one|any one"
            r"|each one|this one|that one)(?=\s+(?:of|another|who|that|which|day)\b)",
            r"\b[A-Z]{1,4}\d+[A-Z]?\b|\b[A-Z]{1,2}\d{1,2}\s\d[A-Z]{2}\b|(?<!\d[.,])\b\d+(?!pp\b)[A-Z]{1,2}\d*\b(?<!K)(?<!M)",
            r"\b(?:one|two|three|1|2|3)\s+(?:in|out of)\s+(?:every\s+)?(?:\d+|three|four|five|six|seven|eight|nine"
            r"|ten)\b",
        )
    ),
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\d,.£])\b(?:19|20)\d\d\b(?![,.]\d|\s?%)")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|of|since|from|by|year|years|ending|until|before|after|during|between|through|throughout|for|mid"
    r"|early|late|spring"
    r"|summer|autumn|winter|act|bill|regulations|strategy|plan|report|census|(?:19|20)\d\d\s+(?:and|to))|[(/–-]|^)\s*$",
    re.IGNORECASE,
)
_COUNTED_NEXT = re.compile(r"\s+(?:new |recorded |reported |total |individual )?[a-z]{3,}(?:s|ren|ple)\b")


def masked(text: str) -> str:
    """The text with everything that is no figure blanked out; all places stay as they are."""
    out = list(text)

    def blank(spans: Iterable[tuple[int, int]]) -> None:
        for begin, finish in spans:
            out[begin:finish] = " " * (finish - begin)

    blank((period.begin, period.finish) for period in find_periods(text))
    blank(match.span() for match in _NOT_FIGURES.finditer("".join(out)))
    clean = "".join(out)
    for match in _BARE_YEAR.finditer(clean):
        lead = text[: match.start()]
        if _YEAR_LEAD.search(lead) or not _COUNTED_NEXT.match(clean[match.end() :]):
            blank([match.span()])
    return "".join(out)
