"""Amounts that a text prints: counts, shares, percentage points and money, with the last digit that was printed.

In: a text of a paper. Out: ``Amount`` records in reading order. Years, dates, quarters, lengths of time, ages, ranks,
"per 1,000", section and table numbers are no amounts. Nothing here knows what a figure means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

AmountUnit = Literal["count", "%", "pp", "£"]
Nearness = Literal["", "about", "over", "under"]

WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DASH = r"[-‐‑‒–—−]"
_YEAR = r"(?:19|20)\d{2}"
_SMALL_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[- ]four)"

_NOT_AMOUNTS = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTHS}\b(?:[\s,]+{_YEAR})?",
            rf"\b{MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?(?:\s+{_YEAR})?",
            rf"\b{MONTHS}[-'’ ]+(?:{_YEAR}|\d{{2}}(?!\d))\b(?!\s*%)",
            r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
            rf"\b{_YEAR}\s?(?:/|{_DASH})\s?(?:{_YEAR}|\d{{2}})\b",
            r"\b\d{2}/\d{2}\b(?!\s*\()",
            rf"\b{_YEAR}(?=['’]?s\b)",
            r"\b(?:Q|Qtr|[Qq]uarters?)\s?\.?[1-4](?:\s?(?:&|and|to|-|–|/)\s?(?:Q|Qtr)?\s?[1-4])*\b",
            rf"\b(?:\d+(?:\.\d+)?(?:\s?{_DASH}\s?\d+)?|{_SMALL_WORD})(?:\s+(?:to|or)\s+\d+)?[-‐‑ ]?"
            r"(?:calendar |rolling |consecutive |full )?(?:month|week|year|yr|day|hour|hr|minute|min|session|page)(?:ly)?s?\b",
            r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|noon|hrs)\b",
            r"\b\d{1,2}:\d{2}\b",
            r"\b24/7\b|\b\d+:\d+\b|\b\d{1,2}/(?:32|33)\b",
            r"\b(?i:covid)-19\b|(?<![\d£])\b\d{1,2}\s?[-–]\s?\d{1,2}\b(?!\s?%|\.\d|/)|\b(?:AGENDA )?ITEMS? \d+",
            rf"\b(?:[Aa]ged?|[Aa]ges|years of age|age of)\s+(?:under |over |between )?\d+(?:\s?(?:{_DASH}|to|and)\s?\d+)?\+?",
            r"\b(?:[Uu]nder|[Oo]ver)[- ](?:1[0-9]|2[0-5]|50|55|60|65|70|75)(?=['’]?s\b|\s*[(:,;.]|$|\s+(?:referral|year))",
            rf"\b\d{{1,2}}(?:\s?(?:{_DASH}|to)\s?\d{{1,2}})?\s?(?:yrs?|year[- ]olds?|years old)\b",
            r"\b(?:Tables?|Fig\.?|Fig,|Figures?|Sections?|ss?\.|Appendix|Appendices|Priority|Priorities|Objectives?|Outcomes?"
            r"|[Ll]evels?|Parts?|Phase|Articles?|[Pp]ages?|[Pp]aragraphs?|Paras?|Recommendations?|Items?|Slides?|Clinical|Tier"
            r"|Year|Stage|Rights?|Schedule|Chapter|No\.|Version|Operation|Form|Regulation|Rule|Band|Grade|Group)\s*"
            rf"\d+(?:\.\d+)*(?:\s?(?:,|and|&|to|{_DASH})\s?\d+(?:\.\d+)*)*\b(?!\s*%)",
            r"^\s*\d+(?:\.\d+)+\.?\s(?!\s?(?:%|per))|^\s*\d{1,2}[.)]\s",
            r"\b\d+(?:st|nd|rd|th)\b",
            r"(?:\bper|/|\bout of every|\bin every)\s?(?:head of )?\d{1,3}(?:,\d{3})+|\bper\s+\d+0{2,}\b|\bper\s+thousand\b",
            r"\b(?:one|1)\s+in\s+(?:\d+|[a-z]+)\b",
            r"\b0\d{2,4}\s?\d{3,4}\s?\d{3,4}\b|\b\d{7,}\b",
            r"\b[A-Z]{1,4}\d+[A-Z]*\b|\b[A-Z]{1,2}\d{1,2}\s\d[A-Z]{2}\b",
            r"https?://\S+|\bwww\.\S+",
        )
    )
)

_BARE_YEAR = re.compile(rf"(?<![\d,.£]){_YEAR}(?!\d|,\d{{3}}|%|\.\d|\s*%)")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|of|to|since|from|by|year|years|ending|ended|until|before|after|during|between|and|through|throughout"
    rf"|for|mid|early|late|spring|summer|autumn|winter|act|{MONTHS})|[(,/–-])\s*$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"\s+(?:new |recorded |reported |total |individual )?[a-z]{3,}(?:s|ren|ple)\b")

_NUMBER = re.compile(
    r"(?P<pound>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r"(?P<scale>\s?(?:million|billion|thousand)\b|(?(pound)\s?(?:bn|[kKmM])\b|(?:bn|[kK]|(?<=\.\d)m|(?<=\.\d\d)m)\b))?"
    r"(?P<unit>\s?(?:percentage[- ]points?\b|%[- ]points?\b|ppts?\b|pp\b|%|per\s?cent\b))?"
)
_WORD_NUMBER = re.compile(
    r"\b(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?P<ones>one|two|three|four|five|six"
    r"|seven|eight|nine))?\b|\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen)\b(?P<unit>\s?(?:per\s?cent)\b)?",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"(?:(?P<about>approx(?:imately|\.)?|about|around|roughly|circa|c\.|some|nearly|almost|close to|an estimated|~)"
    r"|(?P<over>over|more than|in excess of|at least|above|exceeding|upwards of|>)"
    r"|(?P<under>under|fewer than|less than|up to|at most|below|no more than|<))\s*(?:a |the |an )?$",
    re.IGNORECASE,
)
_SCALES = {"k": 1000, "thousand": 1000, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}


@dataclass(frozen=True)
class Amount:
    """A printed amount. ``step`` is one of its last printed digit ("3.7" → 1/10, "£90k" → 1000)."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    unit: AmountUnit
    printed: str
    near: Nearness = ""


def masked(text: str) -> str:
    """The text with all that looks like a number but is no amount blanked out; places stay the same."""
    out = _NOT_AMOUNTS.sub(lambda m: " " * len(m.group()), text)

    def year(match: re.Match[str]) -> str:
        before, after = out[: match.start()], out[match.end() :]
        if _NOUN_AFTER.match(after) and not _YEAR_BEFORE.search(text[: match.start()]) and before.strip():
            return match.group()
        return " " * len(match.group())

    return _BARE_YEAR.sub(year, out)


def _unit(printed: str, pound: bool) -> AmountUnit:
    kind = re.sub(r"\s", "", printed).lower()
    if not kind:
        return "£" if pound else "count"
    return "pp" if "point" in kind or kind.startswith("pp") else "%"


def _sign(text: str, start: int) -> int:
    """-1 for a minus that touches the number and follows a blank, a bracket or an arrow: not the dash of a range."""
    before = text[:start].removesuffix("£")
    if not before or before[-1] not in "-−–":
        return 1
    rest = before[:-1]
    return -1 if not rest or rest[-1] in " (▼▲▶:;|\t\n" else 1


@lru_cache(maxsize=4096)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """All amounts that ``text`` prints, in order."""
    clean = masked(text)
    found: list[Amount] = []
    for m in _NUMBER.finditer(clean):
        before = clean[: m.start()][-1:]
        after = clean[m.end() :][:1]
        if before.isalnum() or before in {"_", "."} or after.isalpha() or after == "_":
            continue
        if before == "/" or (
            after == "/" and clean[m.end() + 1 :][:1].isdigit() and not re.search(r"\(\s*$", clean[: m.start()])
        ):
            continue
        decimals = m["decimals"] or ""
        scale = _SCALES.get((m["scale"] or "").strip().lower(), 1)
        value = Fraction(m["digits"].replace(",", "") + decimals) * scale * _sign(clean, m.start())
        step = Fraction(scale, 10 ** max(len(decimals) - 1, 0))
        found.append(_amount(text, m.start(), m.end(), value, step, _unit(m["unit"] or "", bool(m["pound"]))))
    for m in _WORD_NUMBER.finditer(clean):
        word = (m["word"] or "").lower()
        number = WORDS[word] if word else WORDS[m["tens"].lower()] + WORDS.get((m["ones"] or "").lower(), 0)
        after = clean[m.end() :]
        if re.match(r"\s+(?:thirds?|quarters?|fifths?|times|in five|fold)\b|fold|-", after):
            continue
        found.append(_amount(text, m.start(), m.end(), Fraction(number), Fraction(1), "%" if m["unit"] else "count"))
    return tuple(sorted(found, key=lambda a: a.start))


def _amount(text: str, start: int, end: int, value: Fraction, step: Fraction, unit: AmountUnit) -> Amount:
    near = _NEAR.search(text[max(0, start - 25) : start])
    kind: Nearness = ""
    if near:
        kind = "about" if near["about"] else "over" if near["over"] else "under"
    elif text[end : end + 1] == "+":
        kind = "over"
    printed = text[start:end].strip()
    return Amount(start=start, end=end, value=value, step=step, unit=unit, printed=printed, near=kind)


def amount_of_cell(text: str) -> Amount | None:
    """The one amount of a table cell ("1,500", "▼ -19.6%", "52*", "11.6 % (42/363)" has two: none), else None."""
    bare = text.strip().rstrip("*†‡").strip()
    m = re.fullmatch(
        r"(?:▲|▼|▶|►|↑|↓|→|\+)?\s*(?P<sign>[-−–(])?\s*(?P<rest>£?\s?[\d,]+(?:\.\d+)?\s?(?:%|pp|[kmKM])?)\)?", bare
    )
    if not m:
        return None
    n = _NUMBER.fullmatch(m["rest"].strip())
    if not n:
        return None
    scale = _SCALES.get((n["scale"] or "").strip().lower(), 1)
    value = Fraction(n["digits"].replace(",", "") + (n["decimals"] or "")) * scale * (-1 if m["sign"] else 1)
    step = Fraction(scale, 10 ** max(len(n["decimals"] or "") - 1, 0))
    return Amount(0, len(text), value, step, _unit(n["unit"] or "", bool(n["pound"])), text.strip())
