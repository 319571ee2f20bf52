"""Numbers as papers print them, in cells, labels and running text: value, unit, qualifier, marker.

In: the text of a cell or a sentence. Out: ``Number`` records with the value as plain decimal text (whole pounds,
"41K" as 41000), the words as printed and their place in the text (characters). What only looks like a figure, such as
a date, a section, an age, a telephone number or a law, is none. Nothing here knows what is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from tracker.facts.wording.not_figures import DASHES, RANK, TENS, UNITS, masked
from tracker.facts.wording.number_qualifiers import Qualifier, hides_a_small_number, limit_first
from tracker.records import Marker, Measure

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
        """Whether it counts, is a share, money or something else, told from its unit."""
        if self.unit == "GBP":
            return "money"
        if self.unit == "%":
            return "share"
        if self.unit == "pp":
            return "change"
        if self.unit.startswith("per "):
            return "rate"
        return "rank" if self.of else "count"


UP, DOWN, LEVEL = "▲△▴↑⬆⇧🔺🠉↗", "▼▽▾↓⬇⇩🔻🠋↘", "▶►▷◄◀→➔➡↔⬌●■=◆"
_WORDS = {word: number for number, word in enumerate(UNITS.split("|"))}
_TENS = {word: 10 * n for n, word in enumerate(TENS.split("|"), start=2)}
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
    if mark and (mark in DASHES or mark == "+"):
        rest = before[:-1]
        if not rest or rest[-1] in " (:;|\t\n" + UP + DOWN + LEVEL:
            return at - 1, -1 if mark in DASHES else 1, True
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
        if size == "1000":
            return "per 1,000"
        return "per 10,000" if size == "10000" else "per 100,000"
    if unit:
        return "pp" if "point" in unit.lower() or unit.lower().startswith("pp") else "%"
    return ""


_RANKED = re.compile(rf"(?:\brank\w*\b|\bposition\b|\bplaced?\b|^|\()[^.;\d]{{0,60}}?{RANK}", re.IGNORECASE)
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
    (r"n\.?/?a\.?|not applicable|(?-i:z)", "z"),
    (
        r"not (?:yet )?available|no data(?: available)?|data (?:not available|awaited|pending)|awaiting data"
        r"|not known|unknown|not recorded|not collected|t\.?b\.?[ac]\.?|\.\.|:|(?-i:x)",
        "x",
    ),
    (r"suppressed|redacted|withheld|confidential|\*+|~|#|(?-i:c)", "c"),
)
_NIL = re.compile(r"(?:nil|none|zero)", re.IGNORECASE)
_WORDED_CHANGE = re.compile(
    r"(?P<up>increased?|rise|risen|up|higher|rose)|(?P<down>decreased?|reduction|reduced|fall|fallen|fell|down|lower"
    r"|drop)",
    re.IGNORECASE,
)
# Marks of a symbol font (arrows, circles) that come as bullets or as characters without meaning.
_SYMBOLS = re.compile(r"^[•◦○▪\ue000-\uf8ff]+\s*(?=[-–−+£\d])|(?<=[\d%])\s*[•◦○▪\ue000-\uf8ff]+$")
_ARROWS = re.compile(f"[{UP}{DOWN}{LEVEL}]\ufe0f?")
_NOTE_MARKS = re.compile(r"(?<=[\d%])\s?(?:\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹])$")


# A table's cells are looked at by many rules, and most print one of a few hundred figures.
@lru_cache(maxsize=4096)
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
    tail = re.search(r"\s?[\[(]([pr])[\])]$|(?<=\d)([pr])$", whole)
    core = limit_first(whole[: tail.start()] if tail else whole)
    core = _SYMBOLS.sub("", core)
    core = re.sub(r"^£\s?\(([\d,.]+\s?[kKmM]?)\)$", r"(£\1)", core)
    core = _NOTE_MARKS.sub("", core)
    core = re.sub(r"^\+\s+(?=\d)", "+", core)
    core = re.sub(rf"^[{DASHES}]\s+(?=\d)", "-", _ARROWS.sub(" ", core).strip())
    core = re.sub(rf"^£\s?[{DASHES}]|^[{DASHES}]\s?£", "-£", core).replace("-£", "£") if "£" in core else core
    number = _only_number(core)
    if number is None:
        return None
    value, signed = number.value, number.signed or bool(_ARROWS.search(whole))
    worded = _WORDED_CHANGE.search(core)
    if worded:
        signed = True
        if worded["down"] and not value.startswith("-") and value.strip("0."):
            value = "-" + value
    elif re.match(rf"[{DASHES}]\s?£", whole) or re.fullmatch(r"\(£?[\d,.]+\s?[kKmM]?\)", core):
        value = "-" + value if value.strip("0.") else value
    first = re.search(r"\d|\b(?:three|five|six|ten)\b", core, re.IGNORECASE)
    small = first is not None and not number.unit and hides_a_small_number(core, first.start(), value)
    hidden: Marker = "c" if small else ""
    return Number(
        value,
        whole,
        0,
        len(text),
        number.unit,
        number.qualifier,
        _MARKERS[tail[1] or tail[2]] if tail else hidden,
        in_words=number.in_words,
        signed=signed,
    )


# "2,950 (-3.2%)", "12 (5%)", "52% (412)": a figure and, in brackets, its change, its share, or the number it is of.
_PAIR = re.compile(r"(?P<first>[^()]+?)\s*\((?P<second>[^()]+)\)\*?")


_YEAR_BEHIND = re.compile(r"(?<=[\d%])\s*\((?:19|20)\d\d\)\s*$")


def without_year(text: str) -> str:
    """A cell's text without the year of its figure: "51% (2023)" → "51%"."""
    return _YEAR_BEHIND.sub("", text)


def parse_pair(text: str) -> tuple[Number, Number] | None:
    """The two figures of a cell that prints one and, in brackets, the other: one of them a percentage."""
    both = _PAIR.fullmatch(text.strip())
    first, second = (parse_cell(both["first"]), parse_cell(both["second"])) if both else (None, None)
    if first is None or second is None or not first.value or not second.value:
        return None
    return (first, second) if (first.unit == "%") != (second.unit == "%") else None


def parse_rank(text: str) -> Number | None:
    """The place in a column of ranks: "15", "15th", "=3rd", "24 of 32"."""
    place = re.fullmatch(r"(?:=|joint\s+)?(\d{1,3})(?:st|nd|rd|th)\s?=?", text.strip(), re.IGNORECASE)
    return Number(place[1], text.strip(), 0, len(text)) if place else parse_cell(text)


_CELL_WORDS = re.compile(
    r"\b(?:approx(?:imately|\.)?|about|around|circa|less|more|fewer|than|under|below|over|at|least|most|up|to|an?|by"
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
    return number if re.fullmatch(rf"[\s().,:~<>≥≤=+≈{DASHES}]*", rest) else None


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or a marker that stands for one; a year alone is none."""
    number = parse_cell(text)
    return number is not None and not re.fullmatch(r"(?:19|20)\d\d", text.strip())
