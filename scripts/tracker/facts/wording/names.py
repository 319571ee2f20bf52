"""Slugs, numbers in words, and likeness of wordings.

In: texts. Out: ids that hold only ``a-z0-9-``, numbers as integers, and likeness between 0 and 100.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_ROMAN = {
    word: number for number, word in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), start=1)
}
NUMBER = r"(?:\d{1,2}|" + "|".join([*sorted(_NUMBER_WORDS, key=len, reverse=True)]) + r"|[ivx]{1,4}|[A-H])"
"""A number as headings print it: 3, three, iii, C."""


def number_of(word: str) -> int:
    """What a printed number counts: "3", "three", "III" and "C" are 3; 0 for what is no number."""
    text = word.strip().lower()
    if text.isdigit():
        return int(text)
    if text in _NUMBER_WORDS:
        return _NUMBER_WORDS[text]
    if text in _ROMAN:
        return _ROMAN[text]
    return ord(text) - 96 if len(text) == 1 and "a" <= text <= "h" else 0


def slug(text: str, longest: int = 60) -> str:
    """An id from words: ASCII letters, digits and hyphens, cut at a word's end."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain.lower())).strip("-")
    if len(plain) > longest:
        plain = plain[: longest + 1].rsplit("-", 1)[0][:longest].strip("-")
    # "index" would be the page of a folder, and Windows makes no file of a device's name.
    if not plain or re.fullmatch(r"index|con|prn|aux|nul|com\d|lpt\d", plain):
        plain = f"{plain or 'x'}{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    return plain


@lru_cache(maxsize=8192)
def plain_words(text: str) -> str:
    """A wording without what printing changes: case, punctuation, dashes, "&"."""
    text = text.replace("&", " and ").lower()
    text = re.sub(r"(?<=\w)[-‐‑](?=\w)", "", text)
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text)))


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, 0 to 100, whatever their case and punctuation; words spelt out cost little."""
    a, b = plain_words(one), plain_words(other)
    if not a or not b:
        return 0.0
    return max(fuzz.ratio(a, b), 0.95 * fuzz.token_sort_ratio(a, b), 0.9 * _set_ratio(a, b))


def _set_ratio(a: str, b: str) -> float:
    """Words of the shorter found in the longer, where the shorter has enough of them to mean something."""
    if min(len(a.split()), len(b.split())) < 4:
        return 0.0
    return fuzz.token_set_ratio(a, b) * (0.6 + 0.4 * min(len(a), len(b)) / max(len(a), len(b)))


def matched(lefts: Sequence[str], rights: Sequence[str], least: float, near: float = 10.0) -> dict[int, int]:
    """Pairs of places of like texts, best first, each text once. The same place in both earns ``near`` points."""
    scored = sorted(
        (
            (-(likeness(a, b) + (near if i == j else 0.0)), abs(i - j), i, j)
            for i, a in enumerate(lefts)
            for j, b in enumerate(rights)
        ),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in scored:
        if -score >= least and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
