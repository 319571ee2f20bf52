"""A number that a text mentions, and what the finders of such numbers share: scales, words, places already taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tracker.facts.wording.number_qualifiers import Qualifier
from tracker.facts.wording.number_words import WORDS
from tracker.records import Marker

Span = tuple[int, int]
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
    signed: bool = False
    """True for "+8.6%" and "-7%": a change."""
    span: bool = False
    """True for a length of time ("2.7 years"): a measure only where the text speaks of waiting or staying."""
    marker: Marker = ""
    """ "c" for "fewer than five": a number too small to be told."""


SCALE = {
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


def plain(printed: str, scale: int = 1) -> str:
    """A decimal text without thousands commas, multiplied out: ``plain("1.46", 10**6)`` is "1460000"."""
    number = printed.replace(",", "")
    if scale == 1:
        return number
    whole, _, part = number.partition(".")
    digits = len(str(scale)) - 1
    part = part.ljust(digits, "0")
    rest = part[digits:].rstrip("0")
    return str(int(whole + part[:digits])) + (f".{rest}" if rest else "")


def of_words(words: str) -> int:
    """60 for "sixty", 65 for "sixty-five"."""
    pieces = re.split(r"[- ]", words.lower())
    return sum(WORDS[piece] for piece in pieces)


def overlaps(span: Span, spans: list[Span], keep_years: bool = False) -> bool:
    """Whether a place shares characters with one of ``spans``; with ``keep_years`` spans of four are let pass."""
    return any(span[0] < end and start < span[1] and not (keep_years and end - start == 4) for start, end in spans)
