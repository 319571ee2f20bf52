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

from tracker.facts.wording.covered_numbers import covered
from tracker.facts.wording.number_words import (
    ANY_NUMBER,
    DASH,
    FIGURES,
    NUMBER_WORD,
    ORDINALS,
    TENS_WORD,
    TIME_UNIT,
    UNIT_WORD,
    WORDS,
)
from tracker.facts.wording.numbers import Qualifier

Sort = Literal["count", "share", "points", "money", "rank"]


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
    signed: bool = False
    """True for "+8.6%" and "-7%": a change."""
    span: bool = False
    """True for a length of time ("2.7 years"): a measure only where the text speaks of waiting or staying."""


_SPANS = re.compile(rf"(?:{ANY_NUMBER})(?:(?:{DASH}|\s(?:to|and|or)\s){ANY_NUMBER})?\+?[- ]?{TIME_UNIT}", re.I)
_SPAN_MEASURE = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|stay(?:s|ed)?|length of (?:stay|time)|on average|average|median|mean|response times?"
    r"|took|lasted|duration)\b",
    re.I,
)

_MONEY = re.compile(rf"£\s?({FIGURES})(?:\s?(k|m|bn|million|billion|thousand|mn)\b)?(\+)?", re.I)
_SHARE = re.compile(
    rf"(?<![\w.])([+−–-])?({FIGURES})(\+)?\s?(?:(%\s?(?:points?|pts?)\b|percentage points?|pp\b)|(?:%|per\s?cent\b"
    rf"|percent\b))",
    re.I,
)
_SHARE_IN_WORDS = re.compile(rf"\b({TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD})\s(?:per\s?cent|percent)\b(?!age)", re.I)
_RANK = re.compile(
    rf"\b(?:(?:the\s)?(\d{{1,3}})(?:st|nd|rd|th)|(?:the\s)?({'|'.join(ORDINALS)})|(?:the))[- ]"
    r"(?:\w+\s){0,1}?(lowest|highest|safest|best|worst|largest|smallest|most|fewest|least)\b"
    r"(?!\s(?:single\s)?(?:proportion|share|number|percentage|volume|increase|decrease|rise|reduction|amount|group|category"
    r"|cause|reason|source|contributor|age)\b)",
    re.I,
)
_CHANGES = re.compile(
    r"\b(?:increas|decreas|reduc|ris|rose|fell|fall|drop|improv|grew|grow|declin|went|raise|up|down|lower|chang"
    r"|mov)\w*\b",
    re.I,
)
_PAIR = re.compile(rf"(?<=%)\s?\(({FIGURES})\s?/\s?({FIGURES})\)")
_NO = re.compile(
    r"(?:^|(?<=[.;:]\s)|(?<=\bwere\s)|(?<=\bwas\s)|(?<=\bbeen\s)|(?<=\breceived\s))no(?=\s[a-z])(?!\s(?:one|longer"
    r"|further|more|doubt|need|reason|change|single|other|evidence|information|plans?|significant|matter|wonder)\b)",
    re.I,
)
_NUMBER = re.compile(
    rf"(?:(?<![\w.,£])|(?<=\bc\.))(?:({FIGURES})(\+)?|({TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD}))(?![\w]"
    rf"|[.,]\d)(?:\s(hundred|thousand|million"
    rf"|billion)\b)?",
    re.I,
)
_AND_MORE = re.compile(rf"\s(?:and\s)?(?:{TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD})\b", re.I)
# "1,120 hours of patrols": time given is counted like things.
_HOURS_OF = re.compile(r"\s(?:hours|days)\sof\s(?!age\b|the\b|each\b|this\b|an?\b)[a-z]+")
_TIMES = re.compile(r"\s(?:times|occasions)\b", re.I)
_AMONG = re.compile(
    r"\b(?:in|of|among|amongst|across|out of|within)\b[^.;]{0,40}?\b(?:boroughs?|London|authorit(?:y|ies)|country"
    r"|nationally|England|forces?|areas?|region|councils?)\b",
    re.I,
)
_SCALE = {
    "hundred": 100,
    "k": 1000,
    "thousand": 1000,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "": 1,
}

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
    taken = covered(text)
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
        signed = bool(minus or match[1] == "+")
        found.append(Mention(start, match.end(), value, sort, _qualifier(text, start, match[3]), signed=signed))
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
        scale = _SCALE[(match[4] or "").lower()]
        if scale > 1 and words and (rest := _AND_MORE.match(text, match.end())):
            # "six hundred and forty" is not put together
            taken.append(rest.span())
            continue
        value = str(_of_words(words) * scale) if words else _plain(match[1], scale)
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
