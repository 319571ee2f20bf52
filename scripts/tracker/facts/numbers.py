"""Numbers as papers print them, in cells, labels and running text: value, unit, qualifier, marker.

In: the text of a cell or a sentence. Out: ``Number`` records with the value as plain decimal text (whole pounds,
"41K" as 41000), the words as printed and their place in the text (characters). What only looks like a figure, such as
a date, a section, an age, a telephone number or a law, is none. Nothing here knows what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from tracker.facts.calendar_words import MONTH
from tracker.facts.periods import find_periods
from tracker.records import Marker, Measure

Qualifier = Literal["", "about", "over", "under", "at least", "at most", "up to"]
NumberUnit = Literal["", "%", "pp", "GBP", "per 1,000", "per 10,000", "per 100,000", "times"]


@dataclass(frozen=True)
class Number:
    """``value`` is decimal text or "" beside a marker; ``of`` is what a rank is out of ("1/32" → 32)."""

    value: str
    printed: str
    begin: int
    finish: int
    unit: NumberUnit = ""
    qualifier: Qualifier = ""
    marker: Marker = ""
    of: str = ""
    in_words: bool = False
    signed: bool = False
    """A plus, a minus, an arrow or a word such as "decrease" stands with it: it can be a change."""

    @property
    def measure(self) -> Measure:
        if self.unit == "GBP":
            return "money"
        if self.unit == "%":
            return "share"
        if self.unit == "pp":
            return "change"
        if self.unit.startswith("per "):
            return "rate"
        return "rank" if self.of else "count"


_DASHES = "‐‑‒–—−-"
UP, DOWN, LEVEL = "▲△▴↑⬆⇧🔺🠉↗", "▼▽▾↓⬇⇩🔻🠋↘", "▶►▷◄◀→➔➡↔⬌●■=◆"
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_UNITS += " seventeen eighteen nineteen"
_WORDS = {word: number for number, word in enumerate(_UNITS.split())}
_TEN_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * n for n, word in enumerate(_TEN_NAMES, start=2)}
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_TENS_WORD = "|".join(_TENS)
_UNIT_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:\s?(?P<scale>million|billion|thousand|(?-i:[kK]|[mM]n?|bn))(?![\w]))?"
_UNIT = (
    r"(?:\s?(?P<unit>percentage[- ]points?|%[- ]?(?:age )?points?|ppts?(?!\w)|pp(?!\w)|%|per\s?cent(?!\w|age))"
    r"|\s?(?:per|/|in\s+every)\s?(?P<per>1,?000|10,?000|100,?000|100k|1k|thousand)(?:\s+(?:of|people|population"
    r"|residents|head)\b)?"
    r"|(?P<times>(?<=\d)x(?!\w)))?"
)
_NUMBER = re.compile(
    rf"(?P<pound>£\s?)?(?P<digits>{_DIGITS})(?![\d])(?P<plus>\+(?!\d))?{_SCALE}{_UNIT}"
    rf"|\b(?P<tens>{_TENS_WORD})(?:[- ](?P<ones>{_UNIT_WORD}))?\b(?:\s?(?P<wunit>per\s?cent))?"
    rf"|\b(?P<word>{_UNIT_WORD})\b(?:\s(?P<wscale>hundred|thousand|million))?(?:\s?(?P<wunit2>per\s?cent))?",
    re.IGNORECASE,
)
_LEADS: tuple[tuple[Qualifier, str], ...] = (
    ("under", r"less than|fewer than|under|below|just under|<"),
    ("at least", r"at least|no fewer than|no less than|a minimum of|≥|>="),
    ("at most", r"at most|no more than|not more than|a maximum of|≤|<="),
    ("over", r"more than|over|above|in excess of|exceeding|upwards of|just over|>"),
    ("up to", r"up to|as many as"),
    (
        "about",
        r"approx(?:imately|\.)?|about|around|roughly|circa|c\.|some|nearly|almost|close to|an estimated"
        r"|estimated(?: at)?|~|≈",
    ),
)
_LEAD = re.compile(
    "(?:"
    + "|".join(rf"(?P<q{i}>(?<!\w)(?:{words}))" for i, (_, words) in enumerate(_LEADS))
    + r")\s*(?:a\s+|the\s+|an\s+)?$",
    re.IGNORECASE,
)

_RANK = (
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
            r"\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0\d{4}\s?\d{6}\b|\b\d{8,}\b",
            r"\b(?:s(?:ection)?s?\.?|sch(?:edule)?\.?|paragraphs?|paras?\.?|articles?|art\.|regulations?|clauses?"
            r"|pages?|pp?\.|slides?"
            r"|appendi(?:x|ces)|annex|items?|tables?|figs?\.?|figures?|charts?|graphs?|chapters?|parts?|phases?"
            r"|tiers?|levels?|bands?"
            r"|grades?|stages?|priorit(?:y|ies)|objectives?|outcomes?|actions?|recommendations?|themes?|strands?"
            r"|goals?|volume|vol\."
            r"|version|v|form|groups?|class|category|cat|rooms?|floors?|zones?|units?|no\.|number"
            r"|ref(?:erence)?\.?:?|rule|step|key\s"
            r"stages?|ks|operation|option|day|week|year|years|month|quarter|clinical|right|principle|standard"
            r"|cohort)\s+"
            rf"\d+(?:\.\d+)*[a-z]?(?:\s?(?:,|and|&|to|[{_DASHES}])\s?\d+(?:\.\d+)*[a-z]?)*\+?(?![\d%]|\s?%|,\d"
            rf"|\.\d)(?=[\s.,;:)\]]|$)",
            r"^\s*\d+(?:\.\d+)+\.?(?=\s)(?!\s?(?:%|per\b|million|pp\b))|^\s*\d{1,2}[.)]\s",
            r"\(\d{1,2}\)(?=\s*$)",
            rf"(?<![\d£.,%+])\b\d{{1,2}}\s?[{_DASHES}]\s?\d{{1,2}}(?=[,;:)]\s|\s*$)",
            _RANK,
            r"\b\d{1,3}(?:st|nd|rd|th)\b",
            rf"\bage[ds]?\s+(?:of\s+)?(?:under\s+|over\s+|between\s+)?\d+\+?(?:\s?(?:[{_DASHES}]|to"
            rf"|and)\s?\d+)?(?:\s+(?:and\s+)?(?:over|above|under))?",
            rf"\b\d{{1,2}}(?:\s?(?:[{_DASHES}]|to|and)\s?\d{{1,2}})?[- ]?(?:yrs?|years?)[- ](?:of\s+age|olds?)\b",
            rf"\b\d{{1,2}}\s?(?:[{_DASHES}])\s?\d{{1,2}}\s?(?:yrs?|years?)\b",
            r"\b(?:under|over)[- ]?(?:1[0-9]|2[0-5]|[3-7][05])(?:s\b|['’]s|(?=\s*(?:[(:,;.]|$|referral|year|with\b"
            r"|who\b)))",
            rf"\(\s*\d{{1,2}}\s?(?:[{_DASHES}]|to)\s?\d{{1,2}}\s*\)|\b\d{{1,2}}\+(?=\))",
            rf"(?<![\d,.£])\b(?:\d+|{_UNIT_WORD}|{_TENS_WORD})(?:\s?(?:[{_DASHES}]|to|or)\s?(?:\d+"
            rf"|{_UNIT_WORD}))?[- ]?(?:calendar |working |rolling |consecutive "
            r"|full |further )?(?:comparable )?(?:months?|quarters?|weeks?|years?|yrs?|days?|hours?|hrs?|minutes?"
            r"|mins?|nights?)(?:ly)?\b(?:[- ]?(?:long|period))?",
            rf"\b\d{{1,2}}\s+{MONTH}\b|\b{MONTH}\s+\d{{1,2}}\b(?!\s?%)",
            r"(?<![\d£.,])\d[\d,.]*\s?(?:km|metres?|miles?|mph|m(?!n)|litres?|°|degrees)\b",
            r"\b(?:1\s?:\s?\d+|one[- ]to[- ]one|one stop|one[- ]off|number one|\d+:\d+)\b|\b(?:one|no one|any one"
            r"|each one|this one|that one)(?=\s+(?:of|another|who|that|which|day)\b)",
            r"\b[A-Z]{1,4}\d+[A-Z]?\b|\b[A-Z]{1,2}\d{1,2}\s\d[A-Z]{2}\b|\b\d+[A-Z]{1,2}\d*\b(?<!K)(?<!M)",
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


@lru_cache(maxsize=4096)
def find_numbers(text: str) -> tuple[Number, ...]:
    """All figures of running text, in order."""
    if not re.search(r"\d|[a-z]{3}", text):
        return ()
    clean = masked(text)
    return tuple(number for match in _NUMBER.finditer(clean) if (number := _number(match, clean, text)) is not None)


def _number(match: re.Match[str], clean: str, text: str) -> Number | None:
    before, after = clean[: match.start()], clean[match.end() :]
    if before[-1:].isalnum() or before[-1:] in ("_", "/") or after[:1].isalpha() or after[:1] == "_":
        return None
    if re.match(r"\s?/\s?\d", after) and not match["per"]:
        return None
    if match["digits"]:
        value = _scaled(match["digits"].replace(",", ""), match["scale"])
        unit = _unit(match["unit"], match["per"], match["pound"], match["times"])
    else:
        if after.startswith(("-", "fold")) or re.match(r"\s+(?:thirds?|quarters?|fifths?|fold)\b", after):
            return None
        if match["tens"]:
            whole = _TENS[match["tens"].lower()] + _WORDS.get((match["ones"] or "").lower(), 0)
        else:
            whole = _WORDS[match["word"].lower()] * {"hundred": 100, "thousand": 1000, "million": 10**6}.get(
                (match["wscale"] or "").lower(), 1
            )
        value = str(whole)
        unit = "%" if match["wunit"] or match["wunit2"] else ""
    begin, sign, signed = _sign(before)
    qualifier: Qualifier = "over" if match["plus"] else ""
    lead = _LEAD.search(before[:begin].rstrip("(") if begin < len(before) else before)
    if lead:
        qualifier = next(name for i, (name, _) in enumerate(_LEADS) if lead[f"q{i}"])
        if qualifier in ("under", "over") and lead.group().strip() in "<>" + "≥≤":
            begin = lead.start()
    if sign < 0 and value.strip("0."):
        value = "-" + value
    begin = min(begin, match.start())
    finish = match.end()
    return Number(
        value, text[begin:finish].strip(), begin, finish, unit, qualifier, in_words=not match["digits"], signed=signed
    )


def _sign(before: str) -> tuple[int, int, bool]:
    """Where the number really begins, its sign, and whether one is printed; the dash of a range is no sign."""
    at = len(before)
    mark = before[-1:]
    if mark and (mark in _DASHES or mark == "+"):
        rest = before[:-1]
        if not rest or rest[-1] in " (:;|\t\n" + UP + DOWN + LEVEL:
            return at - 1, -1 if mark in _DASHES else 1, True
    return at, 1, False


def _scaled(digits: str, scale: str | None) -> str:
    if not scale:
        return digits
    value = Decimal(digits).scaleb(_SCALES[scale.lower()])
    return format(value.normalize() if value == value.to_integral() else value, "f").split(".")[0]


def _unit(unit: str | None, per: str | None, pound: str | None, times: str | None) -> NumberUnit:
    if pound:
        return "GBP"
    if times:
        return "times"
    if per:
        size = per.lower().replace(",", "").replace("k", "000").replace("thousand", "1000")
        return {"1000": "per 1,000", "10000": "per 10,000"}.get(size, "per 100,000")  # type: ignore[return-value]
    if unit:
        return "pp" if "point" in unit.lower() or unit.lower().startswith("pp") else "%"
    return ""


_RANKED = re.compile(rf"(?:\brank\w*\b|\bposition\b|\bplaced?\b|^|\()[^.;\d]{{0,60}}?{_RANK}", re.IGNORECASE)
_SCALE_OF_RANKS = re.compile(r"\b(?:is|being|=|are)\s+(?:the\s+)?(?:best|worst|highest|lowest|better)\b", re.IGNORECASE)


def find_ranks(text: str) -> tuple[Number, ...]:
    """ "ranks 12th of 32 boroughs", "5/32": what stands first and out of how many; not the explanation of a scale."""
    if _SCALE_OF_RANKS.search(text):
        return ()
    found = []
    for match in _RANKED.finditer(text):
        if int(match["rank"]) <= int(match["of"]) and int(match["of"]) > 1:
            begin = match.start("rank")
            found.append(Number(match["rank"], text[begin : match.end()], begin, match.end(), of=match["of"]))
    return tuple(found)


_MARKERS: dict[str, Marker] = {"c": "c", "x": "x", "z": "z", "p": "p", "r": "r", "b": "b"}
_NO_VALUE: tuple[tuple[str, Marker], ...] = (
    (r"n\.?/?a\.?|not applicable", "z"),
    (
        r"not available|no data(?: available)?|data not available|not known|unknown|not recorded|not collected|\.\.|:",
        "x",
    ),
    (r"suppressed|redacted|withheld|confidential|\*+", "c"),
)
_NIL = re.compile(r"(?:nil|none|zero)", re.IGNORECASE)
_WORDED_CHANGE = re.compile(
    r"(?P<up>increased?|rise|risen|up|higher|rose)|(?P<down>decreased?|reduction|reduced|fall|fallen|fell|down|lower"
    r"|drop)",
    re.IGNORECASE,
)
_ARROWS = re.compile(f"[{UP}{DOWN}{LEVEL}]\ufe0f?")
_NOTE_MARKS = re.compile(r"(?<=[\d%])\s?(?:\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹])$")


def parse_cell(text: str) -> Number | None:
    """The figure that a cell or label consists of; None when it is empty, words, or more than one figure."""
    whole = text.strip()
    if not whole or len(whole) > 60:
        return None
    if marker := re.fullmatch(r"\[([a-z])\]", whole, re.IGNORECASE):
        kind = _MARKERS.get(marker[1].lower())
        return Number("", whole, 0, len(text), marker=kind) if kind else None
    for words, kind in _NO_VALUE:
        if re.fullmatch(words, whole, re.IGNORECASE):
            return Number("", whole, 0, len(text), marker=kind)
    if _NIL.fullmatch(whole):
        return Number("0", whole, 0, len(text), in_words=True)
    if rank := re.fullmatch(r"(\d{1,3})\s?(?:/|out of|of)\s?(\d{1,3})", whole):
        return Number(rank[1], whole, 0, len(text), of=rank[2])
    tail = re.search(r"\s?[\[(]([pr])[\])]$", whole)
    core = whole[: tail.start()] if tail else whole
    core = _NOTE_MARKS.sub("", core)
    core = re.sub(rf"^[{_DASHES}]\s+(?=\d)", "-", _ARROWS.sub(" ", core).strip())
    core = re.sub(rf"^£\s?[{_DASHES}]|^[{_DASHES}]\s?£", "-£", core).replace("-£", "£") if "£" in core else core
    number = _only_number(core)
    if number is None:
        return None
    value, signed = number.value, number.signed or bool(_ARROWS.search(whole))
    worded = _WORDED_CHANGE.search(core)
    if worded:
        signed = True
        if worded["down"] and not value.startswith("-") and value.strip("0."):
            value = "-" + value
    elif re.match(rf"[{_DASHES}]\s?£", whole) or re.fullmatch(r"\(£?[\d,.]+\)", whole):
        value = "-" + value if value.strip("0.") else value
    return Number(
        value,
        whole,
        0,
        len(text),
        number.unit,
        number.qualifier,
        _MARKERS[tail[1]] if tail else "",
        in_words=number.in_words,
        signed=signed,
    )


_CELL_WORDS = re.compile(
    r"\b(?:approx(?:imately|\.)?|about|around|circa|less|more|fewer|than|under|over|at|least|most|up|to|an?|by"
    r"|change|no|of"
    r"|increased?|decreased?|reduction|reduced|rise|risen|rose|fall|fallen|fell|drop|higher|lower|down|c\.)(?!\w)",
    re.IGNORECASE,
)


def _only_number(core: str) -> Number | None:
    """The one number in a cell's text when nothing but a qualifier or a word of change stands beside it."""
    matches = [m for m in _NUMBER.finditer(core) if not core[: m.start()][-1:].isalnum()]
    if len(matches) != 1:
        return None
    number = _number(matches[0], core, core)
    if number is None:
        return None
    rest = core[: matches[0].start()] + " " + core[matches[0].end() :]
    rest = _CELL_WORDS.sub(" ", rest)
    return number if re.fullmatch(rf"[\s().,:~<>≥≤=+≈{_DASHES}]*", rest) else None


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or a marker that stands for one; a year alone is none."""
    number = parse_cell(text)
    return number is not None and not re.fullmatch(r"(?:19|20)\d\d", text.strip())
