"""What is said of the whole that a share is of, as the tail of a title: "were female" → "who were female".

In: the predicate as printed ("do not go on to reoffend") and whether people are spoken of. Out: words that make a name
when they stand right after the noun: "who do not go on to reoffend", "that involved a female victim", "aged under 18".
"""

from __future__ import annotations

import re

from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.word_forms import DETERMINERS
from tracker.facts.wording.word_lists import PARTICIPLES, PREPOSITIONS, words_of

# Past forms that are never said of what was done to someone, so that they need their "who" or "that".
ALWAYS_ACTIVE = words_of(
    "lived lives live resulted results result involved involves involve featured features feature happened happens"
    " occurred occurs came come comes went led leads stayed remained remain remains declined returned related relates"
    " relate began took agreed agree disagreed disagree responded participated reoffended re-offended"
    " accounted belonged concerned engaged struggled suffered succeeded failed died travelled resided identified"
    " self-identified"
)
# "calls responded to within an hour", "suspects identified for knife crime": done to them after all.
_PASSIVE = re.compile(
    r"(?:responded to (?:within|in|on|by|at)\b|identified (?:for|by|through|via|in|at|during|from)\b"
    r"|returned (?:by|to the)\b|agreed (?:by|with|for)\b|led by\b)"
)
_ALREADY = ("who ", "that ", "with ", "to ", "whose ")
# Adjectives that follow their noun: "pupils aware of county lines".
_AFTER_NOUN = words_of("aware subject open able due eligible likely responsible known new available aged older younger")


def relative(predicate: str, people: bool = False) -> str:
    """The predicate as a relative clause, or as the participle or preposition that can follow a noun."""
    tidy = tidy_predicate(predicate, people)
    words, rest = predicate.split(), tidy.split()
    if not rest or tidy.startswith(_ALREADY):
        return tidy
    whose, first = "who" if people else "that", words[0].lower()
    if first in ("do", "does", "did") and len(words) > 1 and words[1].lower() in ("not", "n't"):
        return f"{whose} {first} {tidy}"
    low = rest[0].lower()
    if first in ("is", "are", "was", "were"):
        return tidy if _may_follow(rest) else f"{whose} {first} {tidy}"
    if first in ("has", "have", "had"):
        acts = low.endswith("ed") and len(rest) > 1 and "been" not in words[:3]
        return f"{whose} {first} {tidy}" if acts and people else tidy
    if _PASSIVE.match(tidy):
        return tidy
    if first in ALWAYS_ACTIVE:
        return f"{whose} {tidy}"
    acts = low.endswith("ed") and len(rest) > 1 and rest[1].lower() in DETERMINERS
    return f"{whose} {tidy}" if acts else tidy


def _may_follow(rest: list[str]) -> bool:
    """Whether the words can stand right after a noun: "supported by the team", "from Black backgrounds"."""
    low, second = rest[0].lower(), rest[1].lower() if len(rest) > 1 else ""
    if low in ("not", "also", "either") or low.endswith("ly"):
        return second.endswith("ed") or second in set(PARTICIPLES.values())
    return (
        low.endswith(("ed", "ing"))
        or low in set(PARTICIPLES.values())
        or low in PREPOSITIONS | _AFTER_NOUN
        or low in ("of", "for")
    )
