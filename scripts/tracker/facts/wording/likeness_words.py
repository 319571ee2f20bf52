"""Words that tell what a text is about: without endings and filling words, weighed by how rare they are.

In: texts. Out: sets of word stems, names of programmes and bodies, and weights over all sections of all papers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from tracker.facts.wording.names import plain_words
from tracker.facts.wording.word_lists import words_of

_FILLING = words_of(
    "the a an of and or to in for with on by at from as is are was were be been will shall it its this that these those"
    " their they we our us who which has have had not no more all any each every into than also about across through"
    " between over under other others can may should could would new how when where what there so such both one two"
    " three up out"
)
_ENDINGS = ("ations", "ation", "ingly", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_SHORTEST_STEM = 4

_NAME = re.compile(r"\b[A-Z][\w&'’-]+(?:\s(?:(?:of|and|for|the|on)\s)?[A-Z][\w&'’-]+)*")
_SENTENCE_END = re.compile(r"[.:;!?•]\s+$")

_RARE_NAME = 0.06
"""A name in more than this part of the sections (the place, the board, its theme) tells nothing apart."""
_TELLING, _FEW = 0.05, 6
"""A word in more than this part of the sections, and in more than so many, is no way to find a passage."""
_MEASURED_ON = 320
"""As many sections had the papers on which the limits of likeness were found. Weights are stretched to that size, so
that a word of one section weighs as much in a tracker of two papers as in one of two hundred: without it a strategy and
its first annual report alone had proposals for 2 promises in 38, with it for 26, all of them right."""
_FEWEST = 20
"""Fewer sections than this tell little about how rare a word is."""


class _Texts(Protocol):
    """A passage: which section it stands in, with its words and names."""

    @property
    def section_key(self) -> tuple[str, str, str]: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def heading_words(self) -> frozenset[str]: ...
    @property
    def names(self) -> frozenset[str]: ...
    @property
    def heading_names(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Weights:
    """How rare words and names are among ``sections`` sections."""

    sections: int
    words: Mapping[str, int]
    names: Mapping[str, int]

    @classmethod
    def of_sections(cls, passages: Iterable[_Texts]) -> Weights:
        """Counted once for each section that holds them."""
        words: dict[tuple[str, str, str], set[str]] = {}
        names: dict[tuple[str, str, str], set[str]] = {}
        for passage in passages:
            words.setdefault(passage.section_key, set()).update(passage.words, passage.heading_words)
            names.setdefault(passage.section_key, set()).update(passage.names, passage.heading_names)
        return cls(
            len(words),
            Counter(word for held in words.values() for word in held),
            Counter(name for held in names.values() for name in held),
        )

    def of(self, words: Iterable[str]) -> float:
        """The weight of some words together: the rarer, the more."""
        rarity, unknown = self._rarity, self._rarity[""]
        return self._stretch * math.fsum(rarity.get(word, unknown) for word in words)

    @cached_property
    def _stretch(self) -> float:
        return math.log((_MEASURED_ON + 1) / 1.5) / math.log((max(self.sections, _FEWEST) + 1) / 1.5)

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """By word; under "" that of a word which no section has."""
        sections = max(self.sections, _FEWEST)
        seen = {**self.words, "": 0}
        return {word: math.log((sections + 1) / (count + 0.5)) for word, count in seen.items()}

    def is_telling(self, word: str) -> bool:
        """Whether few enough sections have the word to find a passage by it."""
        return self.words.get(word, 0) <= max(_FEW, _TELLING * self.sections)

    def is_rare_name(self, name: str) -> bool:
        """Whether few enough sections have the name to tell texts apart by it."""
        return self.names.get(name, 0) <= max(3, _RARE_NAME * self.sections)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the commonest endings: "training", "trained" and "train" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that mean something; no numbers."""
    return frozenset(stem(word) for word in plain_words(text).split() if word not in _FILLING and not word.isdigit())


def name_words(text: str) -> frozenset[str]:
    """Stems of words of names: abbreviations, and capitalised words that do not just begin a sentence."""
    found: set[str] = set()
    for match in _NAME.finditer(text):
        words = [word for word in match.group().split() if word[0].isupper()]
        begins = match.start() == 0 or _SENTENCE_END.search(text[: match.start()])
        if begins and not words[0].isupper():
            words = words[1:]
        found.update(stem(plain) for word in words for plain in plain_words(word).split())
    return frozenset(found)
