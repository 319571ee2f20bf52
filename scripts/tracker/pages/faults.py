"""A fault in what people wrote: where it is, what is wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. ``file`` is relative to the folder that was checked, ``line`` counts from 1 (0: the whole file)."""

    file: str
    line: int
    field: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f"{self.field} " if self.field else ""
        return f"{place} – {field}{self.wrong} – {self.remedy}"


def nearest(word: str, words: tuple[str, ...] | list[str]) -> str:
    """The word of a closed list that someone probably meant, or ""."""
    lower = {known.lower(): known for known in words}
    found = get_close_matches(word.lower(), list(lower), n=1, cutoff=0.7)
    return lower[found[0]] if found else ""


def one_of(word: str, words: tuple[str, ...] | list[str]) -> str:
    """The remedy for a word outside a closed list: the likely one first, then the whole list."""
    guess = nearest(word, words)
    start = f"did you mean “{guess}”? " if guess else ""
    return start + "write one of: " + ", ".join(known or "(nothing)" for known in words)
