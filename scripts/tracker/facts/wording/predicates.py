"""What a clause says of what is counted, as printed and as the tail of a name.

In: a text and the place of a verb in it, or a predicate. Out: the predicate up to the end of its clause, and a tidy
wording of it for readers ("were assessed as high risk": "assessed as high risk").
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_forms import DANGLING, DETERMINERS, is_plural
from tracker.facts.wording.word_lists import AUXILIARIES, PARTICIPLES, PREPOSITIONS, VERBS, words_of

_MOST_WORDS = 14
"""Longest predicate in words: readers see titles in lists."""
_CLAUSE_END = re.compile(
    r"[;:()]|\.(?=\s|$)|,\s(?=with\b|and\b|which\b|who\b|whose\b|where\b|but\b|so\b|although\b|though\b|whilst\b|compared\b|against\b|up\b|nearly\b|almost\b|over\b"
    r"|down\b|followed\b|followed by\b|an?\b|the\b|of\b|\d)"
    r"|\s[–—-]\s|—|\sand\s(?=(?:the|a|an|it|they|we|this|both|all|each|none|would|will|were|was|are|is|so)\s)"
    r"|\s(?:with|and|or)\s(?:a total of|over|more than|around|about|some|another|a further)\s?$"
    r"|\swith\s(?=an?\s[\w -]{3,40}?\s(?:rate|share|average|proportion|total|cost)\b)"
    r"|\sagainst\s(?=(?:an?|the|its|our)\s(?:[\w-]+\s){0,2}(?:target|baseline|average)\b)"
    r"|,\s(?=(?:(?:just|well|slightly|far)\s)?(?:above|below|better|worse|higher|lower|up|down|in\sline\swith|similar\sto)\b)"
    r"|,\s(?=(?!(?:training|housing|learning|volunteering)\s[a-z])\w+ing\b)"
    r"|\sand\safterwards\b"
    r"|\s(?:but|so that|because|although"
    r"|while(?!\s(?:in|on|at|under|being|attending|waiting)\b)|compared|which|whose)\s"
)


def clause_end(text: str, start: int, stop: int) -> int:
    """Where the clause that holds ``start`` stops, at most ``stop``."""
    found = _CLAUSE_END.search(text, start, stop)
    return found.start() if found else stop


def predicate_from(text: str, start: int, stop: int) -> tuple[str, int]:
    """What is said from ``start`` to the end of its clause, and where that is."""
    end = clause_end(text, start, stop)
    return text[start:end].strip(" ,"), end


# Words that lead to what was cut away: "attended the day held on 15 July".
_TRAILING = words_of("held run launched published taking dated ending covering starting beginning")
_COME_TO_BE = words_of(
    "come gone become begun said felt left quit told moved fallen risen grown returned died happened chosen spoken"
    " known driven run got kept drunk eaten slept ridden worn thought"
)
_EARLIER = words_of("previously already ever never recently once")
# Words after a participle that are not its object: "offenders convicted again".
_MANNERS = words_of("again twice successfully previously together safely")
# Participles that tell what was done to people: "offenders convicted this year".
_DONE_TO = words_of(
    "identified assessed accepted nominated selected referred considered convicted arrested charged sentenced"
    " prosecuted housed rehoused detained remanded cautioned evicted"
)


def tidy_predicate(predicate: str, people: bool = False) -> str:
    """A predicate as the tail of a name: "were assessed as high risk" → "assessed as high risk"; "had a
    disability" → "with a disability"; "attended sessions" → "who attended sessions" for people."""
    words = predicate.split()
    if words and words[0].lower() in ("who", "that"):
        return " ".join(_clip(words, _MOST_WORDS))
    had = False
    first_low = words[0].lower() if words else ""
    auxiliary = first_low in AUXILIARIES
    aimed = auxiliary and first_low in ("will", "would", "can", "could", "may", "should") and len(words) > 1
    aimed = aimed and words[1].lower() not in AUXILIARIES
    while words and words[0].lower() in AUXILIARIES:
        had = words[0].lower() in ("had", "has", "have")
        words = words[1:]
        while words and words[0].lower() in ("now", "also", "still", "each", "all", "then"):
            words = words[1:]
    words = _clip(words, _MOST_WORDS)
    while len(words) > 1 and words[-1].lower() in _TRAILING:
        words = words[:-1]
    if not words:
        return ""
    if aimed and people and first_low in ("can", "could"):
        return f"who {first_low} " + " ".join(words)
    if aimed:
        return "to " + " ".join(words)
    if had and len(words) > 1 and words[0].lower() in _EARLIER and words[1].lower() == "been":
        return ("who had " if people else "") + " ".join(words)
    if people and had and _is_participle(words) and words[0].lower() not in PARTICIPLES.values() and _acts_on(words):
        return "who had " + " ".join(words)
    if had and words[0].lower() in _COME_TO_BE:
        # "nine had come to notice": what people did, nothing that they had
        return ("who had " if people else "that had ") + " ".join(words)
    if had and words[0].lower() == "to":
        return ("who had " if people else "that had ") + " ".join(words)
    if had and not _is_participle(words):
        return "with " + " ".join(words)
    object_ = words[1].lower() if len(words) > 1 else ""
    if (
        not auxiliary
        and people
        and object_
        and (object_ not in PREPOSITIONS | _MANNERS or object_ == "that")
        and first_low not in _DONE_TO
        and not first_low.endswith("ing")
    ):
        return "who " + " ".join(words)
    finite = PARTICIPLES.get(first_low, first_low) != first_low or (first_low in VERBS and not first_low.endswith("ed"))
    if PARTICIPLES.get(first_low) == first_low and object_ in PREPOSITIONS:
        # "80% of calls met within an hour": what was done to them
        finite = False
    if not auxiliary and not people and finite:
        return "that " + " ".join(words)
    return " ".join(words)


def _acts_on(words: list[str]) -> bool:
    """Whether a participle has an object ("changed their route"): then people did it, it was not done to them."""
    return len(words) > 1 and words[1].lower() in ("their", "the", "a", "an", "his", "her", "its")


def _is_participle(words: list[str]) -> bool:
    """Whether the words, "not" aside, begin with a participle that describes no thing: not "supported flats"."""
    first = words[1] if words[0].lower() == "not" and len(words) > 1 else words[0]
    low = first.lower()
    if low in DETERMINERS or low in ("no",):
        return False
    following = words[words.index(first) + 1].lower() if words.index(first) + 1 < len(words) else ""
    return (low.endswith("ed") and not is_plural(following)) or low in set(PARTICIPLES.values()) or low == "been"


# Verbs and their particles, which end a phrase well: "children looked after".
_PHRASAL = re.compile(
    r"\b(?:looked after|moved on|signed up|followed up|taken up|dealt with|worked with|cared for)$", re.I
)
_JOINTS = PREPOSITIONS | words_of("and or of for")


# "up" and "out" end a verb, "only" a noun: "alcohol only".
_ENDS_TOO = frozenset({"up", "out", "only"})


def _clip(words: list[str], most: int) -> list[str]:
    """At most so many words; a longer stretch is cut before its last joining word: no piece of a phrase stays."""
    if len(words) > most:
        joins = [n for n, word in enumerate(words[: most + 1]) if n > 1 and word.lower() in _JOINTS]
        words = words[: joins[-1]] if joins else words[:most]
    if words and re.search(r"['’]s?$", words[-1]):
        # "attended Westford Council's 4 sessions": the owner goes with what is owned
        words = words[:-1]
        while len(words) > 1 and words[-1][:1].isupper():
            words = words[:-1]
    while (
        words
        and not _PHRASAL.search(" ".join(words[-2:]))
        and (
            words[-1].lower().strip(",") in (DANGLING - _ENDS_TOO if len(words) > 1 else DANGLING)
            or re.search(r"['’]s?$", words[-1])
        )
    ):
        words = words[:-1]
    if words:
        words = [*words[:-1], words[-1].strip(",;:.")]
    return words
