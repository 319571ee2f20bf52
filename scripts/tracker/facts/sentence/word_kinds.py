"""The kinds of words: nouns, numbers, verbs, the small words between, as a word that stands alone tells its own.

Kinds are told by closed lists and by endings, never by what a text is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tracker.facts.sentence import lexicon

Kind = Literal[
    "number",
    "gap",
    "noun",
    "determiner",
    "preposition",
    "coordinator",
    "subordinator",
    "relative",
    "pronoun",
    "there",
    "be",
    "have",
    "do",
    "modal",
    "to",
    "adverb",
    "past",
    "ed",
    "present",
    "ing",
    "comma",
    "mark",
    "open",
    "close",
]
"""``ed`` is a past form or a participle, ``past`` only a past form, ``mark`` what ends a clause, ``gap`` a time."""


@dataclass(frozen=True)
class Word:
    """One word, number, mark or gap: ``text[start:end]``."""

    start: int
    end: int
    text: str
    kind: Kind

    @property
    def low(self) -> str:
        return self.text.lower()


# "community-based services": an adjective.
_COMPOUND = re.compile(r"\w-(?:based|led|related|aged|sized|funded|centred|focused|informed|trained)$")
_MARKS: dict[str, Kind] = {",": "comma", "(": "open", ")": "close", "[": "open", "]": "close"}
_CLOSED: tuple[tuple[frozenset[str], Kind], ...] = (
    (lexicon.BE, "be"),
    (lexicon.HAVE, "have"),
    (lexicon.DO, "do"),
    (lexicon.MODALS, "modal"),
    (lexicon.RELATIVES, "relative"),
    (lexicon.COORDINATORS, "coordinator"),
    (lexicon.DETERMINERS, "determiner"),
    (lexicon.PREPOSITIONS, "preposition"),
    (lexicon.SUBORDINATORS, "subordinator"),
    (lexicon.PRONOUNS, "pronoun"),
    (lexicon.ADVERBS, "adverb"),
    (lexicon.PAST, "past"),
    (lexicon.PAST_OR_PARTICIPLE | lexicon.PARTICIPLES, "ed"),
    (lexicon.PRESENT_ALONE, "present"),
)


def kind_of(token: str) -> Kind:
    """The kind of a word that stands alone."""
    if token.isspace():
        return "gap"
    if not re.match(r"[\w&%]", token):
        return _MARKS.get(token, "mark")
    low = token.lower()
    if low == "there":
        return "there"
    if token[0].isupper() and token[1:2].isupper():
        return "noun"
    for known, kind in _CLOSED:
        if low in known:
            return kind
    if low.endswith("ing") and len(low) > 4 and low not in lexicon.NAMES_IN_ING:
        return "ing"
    if _COMPOUND.search(low):
        return "noun"
    if low.endswith("ed") and len(low) > 3 and low not in ("need", "speed", "seed", "indeed", "hundred", "bed", "weed"):
        return "ed"
    if low.endswith("ly") and len(low) > 3 and low not in lexicon.NO_ADVERBS:
        return "adverb"
    return "noun"
