"""Numbers as running text mentions them, without those that only date, number or name a thing.

In: a text. Out: ``Mention`` records in reading order: the stretch that prints the number (with its pound or percent
sign), its value, what sort of number it is and how exact it says to be. Left out are years and dates, clock times,
ages, lengths of time, numbers of sections, tables, laws and pages, addresses, telephone numbers, and numbers inside
names. Whether a mention is a figure about the board's place is for the caller to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Sort = Literal["count", "share", "points", "money", "rank"]
Qualifier = Literal["", "about", "over", "under", "at least", "at most", "up to"]


@dataclass(frozen=True)
class Mention:
    """A number in a text: ``text[start:end]`` prints it. ``side`` tells the ends of a range apart."""

    start: int
    end: int
    value: str
    sort: Sort
    qualifier: Qualifier = ""
    side: Literal["", "lower", "upper"] = ""
    in_words: bool = False
    times: bool = False
    """True for "8 times": the number itself is the measure."""
    pair: Literal["", "part", "whole"] = ""
    """For "(42/363)" after a percentage: which of the two this is."""
    span: bool = False
    """True for a length of time ("2.7 years"): a measure only where the text speaks of waiting or staying."""


def _listed(text: str) -> list[str]:
    return text.split()


ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {word: value for value, word in enumerate(ONES)} | TENS | {"none": 0}
ORDINALS = {
    word: value
    for value, word in enumerate(_listed("first second third fourth fifth sixth seventh eighth ninth tenth"), start=1)
}

_WORD = r"(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
_TENS = r"(?:twenty|" + "|".join(TENS) + r")"
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DASH = r"\s?[-‐‑‒–—−]\s?"
_N = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ANY = rf"(?:{_N}|{_TENS}[- ]{_UNIT}|{_WORD})"
_TIME_UNIT = (
    r"(?:calendar |working |week ?|clear )?(?:second|minute|hour|hr|day|night|week|fortnight|month|year|yr|decade)s?\b"
)

# Stretches whose numbers are never figures. Order does not matter: whatever any of them covers is passed over.
_COVERED = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # addresses of the web and of mail, reference codes, numbers glued to letters (COVID-19, NW4, Q3, CST01)
        (r"(?:https?://|www\.)\S+|\S+@\S+", re.I),
        (r"\b(?!c\.?\d)[A-Za-z]+[-/]?\d[\w-]*|\b\d+[A-Za-z]{2,}\d\w*|#\w+", 0),
        (r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", 0),
        # telephone numbers and long references
        (r"\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0\d{9,10}\b|\b0\d{3,4}\s\d{6}\b", 0),
        (r"\b(?:ref(?:erence)?|our ref|your ref|no|number|nos|registered charity|version|v)\.?:?\s*\d[\d./-]*", re.I),
        (r"(?<![£\d,.])\b\d{6,}\b(?!\s*(?:people|residents|pounds|%))", 0),
        # dates and years
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:{_DASH}|\s(?:and|to|or|&)\s)\d{{1,2}}(?:st|nd|rd"
            rf"|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}})?",
            re.I,
        ),
        (rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s?\d{{4}})?", 0),
        (rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s\d{{4}})?\b(?!\s?%)", 0),
        (rf"\b{_MONTH}[\s'’-]*\d{{2,4}}\b", 0),
        (r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", 0),
        (r"\b20(\d)\d\s2?0?\1\d\b(?=\s[A-Za-z]|[.,)])", 0),
        (rf"\b(?:19|20)\d\d{_DASH}(?:\d{{4}}|\d{{2}})\b|\b(?:19|20)\d\d/\d{{2,4}}\b|\b\d\d/\d\d\b(?!\s?\))", 0),
        (
            r"\b(?:19|20)\d\ds?\b(?!\s+(?:[a-z-]+\s){0,3}?(?:cases|incidents|offences|people|residents|referrals"
            r"|crimes|victims|children|calls|reports|pupils|properties|households)\b)(?!%)(?!,\d{3})",
            0,
        ),
        (
            r"(?<=\bin )(?:19|20)\d\d\b|(?<=\bsince )(?:19|20)\d\d\b|(?<=\bof )(?:19|20)\d\d\b|(?<=\bby )(?:19"
            r"|20)\d\d\b",
            0,
        ),
        (r"\bFY\s?\d+|\b(?:quarters?|qtrs?\.?)\s?(?:\d|one|two|three|four)(?:(?:\s?(?:&|and|,|to|-|–)\s?)\d)*\b", re.I),
        (r"\b(?:first|second|third|fourth)\b\s(?:quarter|year|half|time|week|month|phase)", re.I),
        # clock times, opening hours, scores and odds
        (r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|midnight)\b", re.I),
        (rf"\b\d{{1,2}}(?:[.:]\d{{2}})?{_DASH}\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:am|pm|hrs|hours)\b", re.I),
        (
            r"\b\d{3,4}\s?(?:-|–|to)?\s?(?:\d{3,4}\s?)?hrs\b|\b\d{1,2}:\d{2}\b|\b24/7\b|\b\d{1,2}:1\b|\b1-1\b"
            r"|\b1-2-1\b",
            re.I,
        ),
        # ages
        (
            rf"\b(?:aged?|ages|of age|between the ages of)\s(?:of\s|from\s|between\s|over\s|under\s"
            rf"|about\s)?{_ANY}(?:(?:{_DASH}|\s(?:to|and|or)\s){_ANY})?(?:\+| plus| years?)?(?: and (?:over|under"
            rf"|above|below|up))?",
            re.I,
        ),
        (
            rf"\b(?:under|over)(?:[- ]the[- ]age[- ]of)?[- ]?(?:the )?\d{{1,2}}(?:['’]?s|\s?yrs|\s?years? old)\b"
            rf"|\bunder[- ]\d{{1,2}}\b|\bthe age of\s{_ANY}",
            re.I,
        ),
        (
            rf"\b{_ANY}(?:(?:{_DASH}|\sto\s){_ANY})?[- ]years?[- ]olds?\b|\b\d{{1,2}}(?:{_DASH}|\sto\s)\d{{1,2}}s\b",
            re.I,
        ),
        (
            rf"\b(?:boys|girls|children|people|adults|pupils|students|residents|young people|women|men)\s(?:of\s"
            rf"|aged\s)?\d{{1,2}}(?:(?:{_DASH}|\sto\s)\d{{1,2}}|\+)",
            re.I,
        ),
        (r"\b(?:16|18|19|21|25|50|55|60|65|75)\+(?!\s(?:people|women|men|cases|venues|schools|staff))", 0),
        (r"\b\d{1,2}[-–]\d{1,2}\s(?:service|hubs?|year|team)", re.I),
        # numbers of things: sections, tables, laws, pages, levels, parts of a plan
        (
            r"\b(?:sections?|ss?\.|sub-?sections?|parts?|articles?|chapters?|schedules?|paragraphs?|paras?\.?"
            r"|regulations?|clauses?|"
            r"appendix|appendices|annex(?:es)?|tables?|figures?|figs?[.,]?|charts?|graphs?|diagrams?|maps?|boxes"
            r"|box|pages?|pp?\.|slides?|items?|agenda items?|"
            r"phases?|rounds?|tiers?|levels?|stages?|steps?|priority|priorities|objectives?|outcomes?|themes?|aims?"
            r"|pillars?|strands?|ambitions?|goals?|"
            r"recommendations?|actions?|questions?|points?|principles?|rooms?|floors?|units?|routes?|classes|class"
            r"|grades?|bands?|zones?|wards? no|"
            r"key stages?|groups?|years?|weeks?|days?|cohorts?|waves?|rights?|rules?|clinical|standards?|domains?"
            r"|volumes?|issues?|chapters?|options?|case stud(?:y|ies)|operation|op|project|area|goal|SDG)\s?"
            r"(?:no\.?\s)?\(?\d+(?:\.\d+)*(?:\(\w+\))*(?:(?:,\s|\s?(?:and|to|&|or|-|–)\s?"
            r"|/)\d+(?:\.\d+)*(?:\(\w+\))*)*(?![\d,]*\s?%)(?=[\s.,;:)\]'’\"]|$)(?!\s(?:people|women|children|cases"
            r"|victims|referrals|incidents))",
            re.I,
        ),
        (
            r"\b(?:level|tier|phase|stage|part|year|step|priority|objective|outcome|strand|theme)\s(?:one|two|three"
            r"|four|five|six)\b",
            re.I,
        ),
        (r"^\s*\(?\d{1,2}(?:\.\d{1,2})+\.?\)?\s|^\s*\(?\d{1,2}[.)]\s", 0),
        # laws and rules
        (
            r"\b(?:Act|Bill|Order|Regulations|Code|Strategy|Plan|Survey|Census|Charter|Framework)(?:,)?\s(?:19"
            r"|20)\d\d\b",
            0,
        ),
        (r"(?<![,\d(])\b\d+/\d+\b(?!\s?\))|\(\s?\d+/\s?\d+\s?\)(?<!%)", 0),
        # things measured in other ways than by counting
        (
            rf"\b{_ANY}[- ]?(?:metres?|meters?|m|km|kilometres?|miles?|mph|litres?|kg|g|cm|mm|tonnes?|acres?"
            rf"|hectares?|sq|storeys?|floors?|°C?|C|degrees|GB|MB|MHz|volts?)\b(?!\s*(?:for|in|from|of funding"
            rf"|to)\b)(?<!£)",
            0,
        ),
        (
            rf"\b{_ANY}-(?:point|page|step|stage|strand|tier|part|way|sided|bed|bedroom|seat|person|week|weekly"
            rf"|month|monthly|year|yearly|day|hour|minute|session|pronged)\b",
            re.I,
        ),
        (rf"\b{_ANY}\s(?:point|page|step|stage|strand|tier|pronged|weekly|monthly|session)\b", re.I),
        # what a rate is per
        (r"(?<=\bper )\d{1,3}(?:,\d{3})+(?:\s\d\d?\s?[-–]\s?\d\d[- ]year[- ]olds)?", 0),
        (r"\(n\s?=\s?[\d,]+\)", re.I),
        # house numbers
        (
            r"\b\d{1,4}[A-Za-z]?(?:{dash}\d{1,4})?,?\s(?:[A-Z][a-z'’]+\s){1,3}(?:Road|Street|Avenue|Lane|House"
            r"|Close|Way|Drive|Place|Square|Gardens|Hill|Crescent|Terrace|Broadway|Parade|Court|Row|Walk|Grove)\b".replace(
                "{dash}", _DASH
            ),
            0,
        ),
        # odds: "3 in 5 residents"
        (
            rf"\b{_ANY}\sin\s(?:every\s)?(?:\d|10|20|100|two|three|four|five|six|seven|eight|nine|ten"
            rf"|twenty)\b(?=\s[a-z])",
            re.I,
        ),
        (
            r"\b(?:one|two|three|four|five|six|seven|eight|nine)\sout of\s(?:every\s)?(?:two|three|four|five|six"
            r"|seven|eight|nine|ten)\b",
            re.I,
        ),
        # names and sayings
        (
            r"\b16 Days\b|\b(?:three|four) (?:main|key|broad)\b|\b999\b|\b101\b(?=\s(?:call|number|or|line))"
            r"|\b111\b(?=\s(?:call|number|line))",
            re.I,
        ),
        (
            r"\bone (?:of|stop|another|or more|or two|to one|day|off|in every)\b|\b(?:no|any|every|some|each|this"
            r"|that|which|the last|the next|the)[- ]one\b|\bat least (?:one|once)\b|\bone-to-one\b|\bone[- ](?:stop"
            r"|off)\b",
            re.I,
        ),
    )
)
_SPANS = re.compile(rf"(?:{_ANY})(?:(?:{_DASH}|\s(?:to|and|or)\s){_ANY})?\+?[- ]?{_TIME_UNIT}", re.I)
_SPAN_MEASURE = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|stay(?:s|ed)?|length of (?:stay|time)|on average|average|median|mean|response times?"
    r"|took|lasted|duration)\b",
    re.I,
)

_MONEY = re.compile(rf"£\s?({_N})(?:\s?(k|m|bn|million|billion|thousand|mn)\b)?(\+)?", re.I)
_SHARE = re.compile(
    rf"(?<![\w.])([+−–-])?({_N})(\+)?\s?(?:(%\s?(?:points?|pts?)\b|percentage points?|pp\b)|(?:%|per\s?cent\b"
    rf"|percent\b))",
    re.I,
)
_SHARE_IN_WORDS = re.compile(rf"\b({_TENS}[- ]{_UNIT}|{_WORD})\s(?:per\s?cent|percent)\b(?!age)", re.I)
_RANK = re.compile(
    rf"\b(?:(?:the\s)?(\d{{1,3}})(?:st|nd|rd|th)|(?:the\s)?({'|'.join(ORDINALS)})|(?:the))[- ]"
    r"(?:\w+\s){0,1}?(lowest|highest|safest|best|worst|largest|smallest|most|fewest|least)\b",
    re.I,
)
_CHANGES = re.compile(
    r"\b(?:increas|decreas|reduc|ris|rose|fell|fall|drop|improv|grew|grow|declin|went|raise|up|down|lower|chang"
    r"|mov)\w*\b",
    re.I,
)
_PAIR = re.compile(rf"(?<=%)\s?\(({_N})\s?/\s?({_N})\)")
_NO = re.compile(
    r"(?:^|(?<=[.;:]\s)|(?<=\bwere\s)|(?<=\bwas\s)|(?<=\bbeen\s)|(?<=\breceived\s))no(?=\s[a-z])(?!\s(?:one|longer"
    r"|further|more|doubt|need|reason|change|single|other|evidence|information|plans?|significant|matter|wonder)\b)",
    re.I,
)
_NUMBER = re.compile(
    rf"(?:(?<![\w.,£])|(?<=\bc\.))(?:({_N})(\+)?|({_TENS}[- ]{_UNIT}|{_WORD}))(?![\w]|[.,]\d)(?:\s(thousand|million"
    rf"|billion)\b)?",
    re.I,
)
# "1,120 hours of patrols": time given is counted like things.
_HOURS_OF = re.compile(r"\s(?:hours|days)\sof\s(?!age\b|the\b|each\b|this\b|an?\b)[a-z]+")
_TIMES = re.compile(r"\s(?:times|occasions)\b", re.I)
_AMONG = re.compile(
    r"\b(?:in|of|among|amongst|across|out of|within)\b[^.;]{0,40}?\b(?:boroughs?|London|authorit(?:y|ies)|country"
    r"|nationally|England|forces?|areas?|region|councils?)\b",
    re.I,
)
_SCALE = {"k": 1000, "thousand": 1000, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "": 1}

_QUALIFIERS: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r"\b(?:at least|a minimum of|no fewer than|no less than|not less than)\s$", re.I), "at least"),
    (re.compile(r"\b(?:at most|a maximum of|no more than|not more than)\s$", re.I), "at most"),
    (re.compile(r"\b(?:up to)\s(?:a\s)?$", re.I), "up to"),
    (re.compile(r"\b(?:more than|over|in excess of|upwards of|above|well over|just over)\s$", re.I), "over"),
    (re.compile(r"\b(?:fewer than|less than|under|below|almost|nearly|just under|close to)\s$|<\s?$", re.I), "under"),
    (
        re.compile(
            r"(?:\b(?:about|around|approximately|approx\.?|roughly|some|circa|c\.?|an estimated|estimated)\s|\bc\.?"
            r"|~\s?)(?:between\s)?$",
            re.I,
        ),
        "about",
    ),
)


def mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of ``text`` that may be figures, in reading order."""
    found: list[Mention] = []
    taken = [match.span() for pattern in _COVERED for match in pattern.finditer(text)]
    for match in _MONEY.finditer(text):
        taken.append(match.span())
        scale = _SCALE[(match[2] or "").lower()]
        found.append(
            Mention(*match.span(), _plain(match[1], scale), "money", _qualifier(text, match.start(), match[3]))
        )
    for match in _SHARE.finditer(text):
        if _overlaps(match.span(), taken, keep_years=True):
            continue
        taken.append(match.span())
        # a dash glued to the number before it is a range ("24-26%"), not a minus
        minus = match[1] and match[1] != "+" and not text[: match.start()].rstrip()[-1:].isdigit()
        start = match.start() if minus or match[1] == "+" else match.start(2)
        value = ("-" if minus else "") + _plain(match[2])
        sort: Sort = "points" if match[4] else "share"
        found.append(Mention(start, match.end(), value, sort, _qualifier(text, start, match[3])))
    for match in _SHARE_IN_WORDS.finditer(text):
        taken.append(match.span())
        found.append(
            Mention(
                *match.span(), str(_of_words(match[1])), "share", _qualifier(text, match.start(), None), in_words=True
            )
        )
    for match in _RANK.finditer(text):
        # a bare "the lowest" is a rank only with those it is the lowest of
        among = _AMONG.search(text[match.end() : match.end() + 60])
        if not match[1] and not match[2] and among is None:
            continue
        value = match[1] or str(ORDINALS.get((match[2] or "").lower(), 1))
        taken.append(match.span())
        start = match.start() + (4 if match.group()[:4].lower() == "the " else 0)
        found.append(Mention(start, match.end(), value, "rank"))
    spans = []
    for match in _SPANS.finditer(text):
        if _overlaps(match.span(), taken):
            continue
        spans.append(match.span())
    measured = bool(_SPAN_MEASURE.search(text))
    for match in _NUMBER.finditer(text):
        if _overlaps(match.span(), taken):
            continue
        in_span = _overlaps(match.span(), spans) and not _HOURS_OF.match(text, match.end())
        if in_span and not measured:
            continue
        if text[match.end() : match.end() + 1] in ("%", "/") or text[match.start() - 1 : match.start()] == "/":
            continue
        words = match[3]
        value = str(_of_words(words)) if words else _plain(match[1], _SCALE[(match[4] or "").lower()])
        found.append(
            Mention(
                match.start(),
                match.end(),
                value,
                "count",
                _qualifier(text, match.start(), match[2]),
                in_words=bool(words),
                times=bool(_TIMES.match(text, match.end())),
                span=in_span,
            )
        )
    for match in _PAIR.finditer(text):
        found.append(Mention(*match.span(1), _plain(match[1]), "count", pair="part"))
        found.append(Mention(*match.span(2), _plain(match[2]), "count", pair="whole"))
    found.extend(
        Mention(*m.span(), "0", "count", in_words=True) for m in _NO.finditer(text) if not _overlaps(m.span(), taken)
    )
    found.sort(key=lambda m: m.start)
    return _with_ranges(text, found)


def _plain(printed: str, scale: int = 1) -> str:
    """A decimal text without thousands commas, multiplied out: ``_plain("1.46", 10**6)`` is "1460000"."""
    number = printed.replace(",", "")
    if scale == 1:
        return number
    whole, _, part = number.partition(".")
    digits = len(str(scale)) - 1
    part = part.ljust(digits, "0")
    rest = part[digits:].rstrip("0")
    return str(int(whole + part[:digits])) + (f".{rest}" if rest else "")


def _of_words(words: str) -> int:
    pieces = re.split(r"[- ]", words.lower())
    return sum(WORDS[piece] for piece in pieces)


def _qualifier(text: str, start: int, plus: str | None) -> Qualifier:
    before = text[max(0, start - 30) : start]
    for pattern, name in _QUALIFIERS:
        if pattern.search(before):
            return "over" if plus and name in ("up to", "about") else name
    return "over" if plus else ""


def _overlaps(span: tuple[int, int], spans: list[tuple[int, int]], keep_years: bool = False) -> bool:
    return any(span[0] < end and start < span[1] and not (keep_years and end - start == 4) for start, end in spans)


_RANGE = re.compile(r"\s?(?:[-‐‑‒–—]|to|and)\s?£?$|^\s?(?:[-‐‑‒–—]|to|and)\s?£?$")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?£?$", re.I)


def _with_ranges(text: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Two numbers that are the ends of one range ("24-26%", "between 4 and 5", "£500 to £1,000") told so."""
    out = list(found)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        gap = text[low.end : high.start]
        if not _RANGE.match(gap) or low.side:
            continue
        joined_by_and = "and" in gap
        if joined_by_and and not _BETWEEN.search(text[: low.start]):
            continue
        if "rank" in (low.sort, high.sort) or (low.sort != high.sort and low.sort != "count"):
            continue
        changes = low.sort == high.sort == "count" or _CHANGES.search(text[: low.start])
        if gap.strip() == "to" and changes and re.search(r"\bfrom\s(?:\w+\s)?$", text[: low.start]):
            continue
        scaled = re.search(r"[a-z]+$", text[high.start : high.end])
        if low.sort == high.sort == "money" and scaled and not re.search(r"[a-z]$", text[low.start : low.end]):
            # "between £2.9 and £3.8 million"
            low = replace(low, value=_plain(low.value, _SCALE.get(scaled[0].lower(), 1)))
        if float(low.value) >= float(high.value):
            continue
        qualifier = low.qualifier or high.qualifier
        out[i] = replace(low, sort=high.sort, qualifier=qualifier, side="lower", times=high.times, span=high.span)
        out[i + 1] = replace(high, qualifier=qualifier, side="upper")
    return tuple(out)
