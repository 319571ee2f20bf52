"""What the form of a word tells without a grammar: a plural, a verb, a word that no phrase ends with.

In: words. Out: whether they count things or people, whether they say what somebody did. A word of a kind that is not
known here is taken by its ending.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_lists import (
    AUXILIARIES,
    COUNTED,
    ED_ADJECTIVES,
    PARTICIPLES,
    PEOPLE,
    PREPOSITIONS,
    VERBS,
    words_of,
)

DETERMINERS = words_of("the a an its their our his her this that these those such some any each every all both no")
DANGLING = (
    AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
    | words_of("and or of for & not also only then further another more newly some said currently now still")
    | words_of("covering totalling reaching involving using costing generating recovering")
)


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    low = word.lower().replace("’", "'").removesuffix("'")
    if low in COUNTED:
        return True
    if low.endswith("'s"):
        return word[:-2].isupper()
    pieces = re.split(r"[/-]", low)
    low = pieces[-1]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))


def are_event_days(noun: str) -> bool:
    """Whether "days" are held and counted ("action days"), not a length of time ("working days")."""
    words = noun.lower().split()
    return len(words) > 1 and words[-1] == "days" and words[-2] not in _KINDS_OF_DAY


_KINDS_OF_DAY = words_of("working calendar clear consecutive further extra additional more full school bank rest lost")


def is_verb(word: str, seen_plural: bool) -> bool:
    """Whether a word is a verb; most forms are one only behind a plural, which may be what does it."""
    low = word.lower()
    if low in VERBS:
        return seen_plural or low in AUXILIARIES or low in PARTICIPLES
    return seen_plural and low.endswith("ed") and low not in ED_ADJECTIVES and len(low) > 4


def is_finite(word: str) -> bool:
    """Whether a word of a clause is surely a verb form that says what its subject did or is."""
    low = word.lower()
    return (
        low in AUXILIARIES or low in PARTICIPLES or (low.endswith("ed") and low not in ED_ADJECTIVES and len(low) > 4)
    )


OF_AN_AGE = re.compile(r"\d\ds")
"""What stands for people in "143 under 18s"."""


def counts_people(noun: str, head: str) -> bool:
    """Whether the phrase counts human beings."""
    words = noun.split(" of ")[0].lower().split()
    if words and words[-1].endswith("ed"):
        words.pop()
    return head in PEOPLE or any(word in PEOPLE for word in words[-1:]) or OF_AN_AGE.fullmatch(head) is not None


def capital(text: str) -> str:
    """The text with a capital at its beginning, the rest as printed."""
    return text[:1].upper() + text[1:]


# Words that English prints with a capital wherever they stand: peoples, faiths, months and days.
ALWAYS_CAPITAL = re.compile(
    r"(?:Asian|African|Caribbean|Chinese|Indian|Pakistani|Bangladeshi|Arab|Irish|Polish|Romanian|British|English|Welsh"
    r"|Scottish|European|Roma|Gypsy|Traveller|Jewish|Muslim|Christian|Hindu|Sikh|Buddhist|Islam(?:ic|ist)?"
    r"|January|February|April|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)\b"
)


def in_line(words: str) -> str:
    """Words as they stand within a line: with a small letter at their beginning, unless they begin with an
    abbreviation ("CCTV requests"), a name of two words ("Burnt Hill") or a word that always has a capital."""
    second = words.partition(" ")[2]
    named = any(letter.isupper() for letter in words.partition(" ")[0][1:]) or second[:1].isupper()
    return words if named or ALWAYS_CAPITAL.match(words) else words[:1].lower() + words[1:]
