"""How exact a printed number says to be: "about", "just under", "or more", "fewer than five".

In: a text and the place of a number in it. Out: its ``Qualifier``, and whether it stands for a number that is hidden
because it is small.
"""

from __future__ import annotations

import re
from typing import Literal

Qualifier = Literal["", "about", "over", "under", "at least", "at most", "up to"]

_QUALIFIERS: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r"\b(?:at least|a minimum of|no fewer than|no less than|not less than)\s$", re.I), "at least"),
    (re.compile(r"\b(?:at most|a maximum of|no more than|not more than)\s$", re.I), "at most"),
    # "went up to 377" tells where it went
    (
        re.compile(r"(?<!went\s)(?<!gone\s)(?<!goes\s)(?<!moved\s)(?<!was\s)(?<!were\s)\b(?:up to)\s(?:a\s)?$", re.I),
        "up to",
    ),
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
# What is told instead of a small number, and the words that lead to it.
_HIDING = frozenset({"3", "5", "6", "10"})
_HIDDEN = re.compile(r"(?:\b(?:fewer|less) than\s|<\s?)$", re.I)
_AFTERWARDS: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r"\s(?:or\sthereabouts|or\sso)\b", re.I), "about"),
    (re.compile(r"\s(?:or\s(?:more|over|above|higher)|and\s(?:over|above))\b(?!\sthan)", re.I), "at least"),
    (re.compile(r"\splus\s(?=[a-z])|\s?\+(?!\d)"), "over"),
    (re.compile(r"\s(?:or\s(?:fewer|less|under|below|lower))\b(?!\sthan)", re.I), "at most"),
)


def qualifier_of(text: str, start: int, plus: str | None = None, end: int = 0) -> Qualifier:
    """The qualifier of the number that begins at ``start``. ``plus`` is the plus sign printed with it; words after it
    ("or more") are heeded where its ``end`` is given."""
    for later, name in _AFTERWARDS if end else ():
        if later.match(text, end):
            return name
    before = text[max(0, start - 30) : start]
    for pattern, name in _QUALIFIERS:
        if pattern.search(before):
            return "over" if plus and name in ("up to", "about") else name
    return "over" if plus else ""


_LIMIT_BEHIND = re.compile(r"(?P<value>£?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|[km]\b)?)(?=\s(?:or|and)\s)", re.I)


def limit_first(text: str) -> str:
    """ "1,390 or fewer", all of a text, as "at most 1,390"; other texts as they are."""
    value = _LIMIT_BEHIND.match(text)
    for later, name in _AFTERWARDS if value else ():
        limit = later.match(text, value.end()) if value else None
        if limit and limit.end() == len(text):
            return f"{name} {text[: limit.start()]}"
    return text


def hides_a_small_number(text: str, start: int, value: str) -> bool:
    """Whether "fewer than five" or "<10" is told instead of the number itself."""
    return value in _HIDING and _HIDDEN.search(text[:start]) is not None
