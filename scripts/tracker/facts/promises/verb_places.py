"""What stands at a place of a verb group: the verb behind "to" or "will", adverbs and asides passed over.

In: the words of a clause and a place. Out: a word in small letters, "" for none, or the next place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.promises import undertaking_words as known
from tracker.facts.promises.promise_verbs import DAILY, WORK
from tracker.facts.sentence import lexicon
from tracker.facts.sentence.word_kinds import Word
from tracker.facts.wording.calendar_words import NUMBER_WORDS

_NO_VERBS = lexicon.DETERMINERS | lexicon.PRONOUNS | lexicon.RELATIVES | lexicon.PREPOSITIONS | {"date", "that", "what"}
_LONGEST_ASIDE = 16


def is_verb(said: Sequence[Word], act: str, at: int) -> bool:
    """Whether the word behind "to" is a verb: "agreed to second a PCSO", not "commit to small steps"."""
    at = past_adverbs(said, at)
    is_known = act in known.VERBS or act.rpartition("-")[2] in known.VERBS or word_at(said, at) == "be"
    following = said[at + 1] if at + 1 < len(said) else None
    takes = following and (following.kind in ("determiner", "pronoun", "number") or following.low in NUMBER_WORDS)
    return bool(act) and (is_known or bool(takes))


def has_subject(before: Word, low: str) -> bool:
    """Whether "plan", "plans" behind a word is a verb: "we plan", "the police plan", "the council plans"."""
    if before.kind in ("pronoun", "relative", "coordinator", "adverb"):
        return True
    plural = before.low in ("police", "people") or (re.search(r"[^s’']s$", before.low) is not None)
    return before.kind == "noun" and plural != low.endswith("s")


def verb_at(said: Sequence[Word], at: int, infinitive: bool = False) -> str:
    """The verb at a place, with "to" before it where it is an infinitive; "" where none can stand there. Behind "be" it
    is the participle or the word that says a thing is ready."""
    at = past_adverbs(said, at)
    if infinitive:
        if word_at(said, at) != "to":
            return ""
        at = past_adverbs(said, at + 1)
    low = word_at(said, at)
    past = low.endswith("ed") and low not in WORK | DAILY and not low.endswith(("eed", "bed"))
    if not low[:1].isalpha() or not said[at].text[:1].islower() or low in _NO_VERBS or past:
        return ""
    if low == "look" and word_at(said, at + 1) == "to":
        return "seek"
    if low != "be":
        return low
    after = past_adverbs(said, at + 1)
    done = after < len(said) and (
        said[after].kind in ("ed", "ing") or said[after].low in known.READY | known.DONE | known.IS_OF_ITSELF
    )
    return word_at(said, after) if done else "be"


def is_negated(said: Sequence[Word], at: int, after: int) -> bool:
    """Whether "not" or "never" stands between two places."""
    return any(word.low in ("not", "never") for word in said[at:after])


def past_adverbs(said: Sequence[Word], at: int) -> int:
    """The next place that holds no adverb, nor "in due course", "as well" or "all" of "they all"."""
    while at < len(said):
        if said[at].low == "in" and word_at(said, at + 1) in ("due", "time", "turn", "future"):
            at += 3 if said[at + 1].low == "due" else 2
        elif said[at].low == "as" and word_at(said, at + 1) == "well":
            at += 2
        elif (said[at].kind == "adverb" and not said[at].low.endswith("likely")) or said[at].low in known.BETWEEN:
            at += 1
        else:
            break
    return at


def past_aside(said: Sequence[Word], at: int) -> int:
    """The place behind what commas set apart: "will | , once agreed, | publish"."""
    at = past_adverbs(said, at)
    if at < len(said) and said[at].kind == "comma":
        end = next((n for n in range(at + 1, min(len(said), at + _LONGEST_ASIDE)) if said[n].kind == "comma"), at - 1)
        return past_adverbs(said, end + 1)
    return at


def word_at(said: Sequence[Word], at: int) -> str:
    """The word at a place in small letters, "" outside the clause."""
    return said[at].low if 0 <= at < len(said) else ""


def kind_at(said: Sequence[Word], at: int) -> str:
    """The kind of the word at a place, "" outside the clause."""
    return said[at].kind if 0 <= at < len(said) else ""
