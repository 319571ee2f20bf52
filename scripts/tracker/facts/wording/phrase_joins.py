"""Where a noun phrase goes on behind a small word: "and", "for", a preposition, a comma, a word that may be a verb.

In: the words read so far, and the text or the tokens after the small word. Out: whether what follows belongs to the
same phrase.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_forms import DETERMINERS, is_plural, is_verb
from tracker.facts.wording.word_lists import AUXILIARIES, COUNTED, PREPOSITIONS, VERBS, words_of

_CRIME_NOUN = re.compile(r"(?:crime|violence|robbery|assault|theft|burglary|wounding|possession)s?", re.IGNORECASE)
_CRIME_OBJECT = re.compile(
    r"\s(?:injury|intent|violence|an? (?:knife|weapon|firearm|sharp object|blade)|the person|vehicles?)\b"
)


def crime_goes_on(last: str, rest: str) -> bool:
    """Whether a crime's name goes on behind its preposition: "knife crime with injury", "assault with a knife"."""
    return _CRIME_NOUN.fullmatch(last) is not None and _CRIME_OBJECT.match(rest) is not None


def noun_next(text: str, start: int, stop: int) -> bool:
    """Whether a word that no number follows, with or without its article, comes next."""
    return re.match(r"\s(?:the\s|an?\s)?[A-Za-z]+\b(?!\s*\d)", text[start:stop]) is not None


_VERB_OF = re.compile(r"\s(?:the|their|its|our|his|her|this|each|every)\s[A-Za-z]")


def verb_of(text: str, token: re.Match[str], stop: int) -> bool:
    """Whether a word after a plural is a verb, as what it acts on comes next: "officers patrol the High Street"."""
    word = token.group()
    low = word.lower()
    if (
        not word.islower()
        or low in PREPOSITIONS
        or low in VERBS
        or low in ("and", "or", "of", "for", "not")
        or is_plural(word)
    ):
        return False
    return low not in DETERMINERS and not low.endswith("ed") and _VERB_OF.match(text, token.end(), stop) is not None


def capital_list(before: str, after: list[re.Match[str]]) -> bool:
    """Whether a comma stands in a list of names: between words with capitals."""
    return before[:1].isupper() and bool(after) and after[0].group()[:1].isupper()


def plural_soon(tokens: list[re.Match[str]]) -> bool:
    """Whether a thing that boards count is among the tokens, before any word that ends a phrase."""
    for token in tokens:
        word = token.group()
        if not re.match(r"[A-Za-z]", word) or word.lower() in PREPOSITIONS | AUXILIARIES | DETERMINERS:
            return False
        if word.lower() in COUNTED:
            return True
    return False


def takes_for(head: str) -> bool:
    """Whether "for" behind such a plural says of what kind it is: "applications for a licence"."""
    return head in {
        "requests",
        "applications",
        "calls",
        "bids",
        "plans",
        "orders",
        "notices",
        "places",
        "fines",
        "penalties",
        "warnings",
        "arrests",
        "prosecutions",
        "admissions",
        "attendances",
        "convictions",
        "charges",
        "searches",
        "referrals",
        "detentions",
    }


_SURELY_VERBS = words_of(
    "meets takes provides includes continues remains gives makes runs helps covers shows brings gets"
)


def joins_nouns(tokens: list[re.Match[str]], seen: bool) -> bool:
    """Whether the words after "and" are another noun of the same phrase: "young people and parents"."""
    for n, token in enumerate(tokens):
        word = token.group()
        if not re.match(r"[A-Za-z]", word) or word.lower() in PREPOSITIONS | AUXILIARIES | DETERMINERS:
            return False
        if is_verb(word, n > 0 or seen) or word.lower() in _SURELY_VERBS:
            return False
        if is_plural(word):
            return True
    return False
