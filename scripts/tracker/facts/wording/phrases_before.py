"""What stands before a number in running text: the verb that acts on it, the subject that it is told of.

In: a text and the place of a number in it. Out: a participle or a noun phrase as printed, "" where none can be told.
"""

from __future__ import annotations

import re

from tracker.facts.wording.phrases import DANGLING, DETERMINERS
from tracker.facts.wording.word_lists import ED_ADJECTIVES, PARTICIPLES, PREPOSITIONS, words_of

MOST_SUBJECT = 18
"""Longest subject in words."""
# What a body does as a rule, told in the present: "the council commissions two refuges".
_DOES = {
    "commissions": "commissioned",
    "funds": "funded",
    "manages": "managed",
    "provides": "provided",
    "operates": "operated",
    "employs": "employed",
    "maintains": "maintained",
}
# Verbs that say what a thing consists of, not what was done to it.
_CONSISTS = words_of(
    "comprised contained included covered involved represented exceeded averaged equalled remained showed"
)
_BEFORE = re.compile(
    r"([A-Za-z-]+)(?:\s+(?:(with|out|up|on)|professionals|them|victims|residents))?\s+(?:(?:a|the|a total of"
    r"|another|some|over|more than|about|around|at least|up to|nearly|almost|approximately|only|just|further)\s+)*$",
    re.I,
)


def verb_before(text: str, start: int, begin: int = 0) -> str:
    """The participle of a verb right before a number: "supported 43 victims" gives "supported", else ""."""
    found = _BEFORE.search(text[begin:start])
    if not found:
        return ""
    low = found[1].lower()
    particle = f" {found[2].lower()}" if found[2] else ""
    if low in _DOES:
        return _DOES[low]
    if low in _CONSISTS:
        return ""
    if low in PARTICIPLES:
        done = PARTICIPLES[low]
        return done + (particle if not done.endswith(particle) else "") if done else ""
    if (
        low.endswith("ed")
        and len(low) > 4
        and low
        not in ED_ADJECTIVES
        | {"totalled", "numbered", "needed", "reached", "asked", "informed", "advised", "noted", "discussed", "queried"}
    ):
        return low + particle
    return ""


_COPULA = re.compile(
    r"\s(?:(?:has|have|had)\s)?(?:is|are|was|were|been|be|risen|fallen|grown|numbered|totalled|totaled|averaged"
    r"|peaked at|came to|comes to|come to|stood at|stands at|stand at"
    r"|reached|rose|fell|increased|decreased|went|dropped|grew|remained at|remains at"
    r"|account(?:ed|s)? for|made up|makes up|represented)\b"
    r"(?:,?\s(?:year on year|\w+ly|again|further))?,?"
    r"(?:\s(?:now|currently|still|at|just|only|also|by|up|down|from|to|in|around|about|approximately|over|a|the))*\s*$",
    re.I,
)


def subject_of(text: str, start: int, begin: int = 0) -> str:
    """The noun phrase before "is", "were", "numbered", "stood at" or "rose from" when the number comes right after."""
    left = text[begin:start]
    found = _COPULA.search(left)
    if not found:
        return ""
    whole = _MEASURED.search(left[: found.start()])
    return whole[1].strip() if whole else last_noun_phrase(left[: found.start()])


# "The percentage of young people in education, training or employment": commas do not end such a subject.
_MEASURED = re.compile(
    r"(?:^|[.;:]\s|\bthat\s)[Tt]he\s((?:percentage|proportion|number|share|rate)\sof\s(?:(?!\b(?:was|were|is|are|has"
    r"|have|had)\b)[^.;:()\d]){3,150}?)\s*$"
)


def last_noun_phrase(text: str) -> str:
    """The last noun phrase of a stretch: what stands after its last clause break, without leading fillers."""
    piece = re.split(
        r"[;:()]|\.\s|,\s(?!and\b)|\b(?:heard|noted|reported|said|advised|confirmed|stated|shows?|showed|found|told"
        r"|highlighted"
        r"|explained|suggests?|indicates?)\s(?:[A-Z]\w+\s|members\s)?that\s"
        r"|\b(?:informed|told|advised|noted|reported|reminded|confirmed|stated|explained|said|shown"
        r"|found)\s(?:\w+\s){0,3}?that\s"
        r"|\s[–—]\s|\b(?:indicates?|shows?|suggests?|reveals?)\s(?=the\s)|\band\s(?=(?:the|our|its|their|an?)\s)",
        text,
    )[-1].strip(" ,")
    words = piece.split()
    if words and words[0].lower() == "there":
        return ""
    while words and (words[0].lower() in DETERMINERS | PREPOSITIONS or words[0].lower() in ("and", "or", "but", "of")):
        words = words[1:]
    words = words[:MOST_SUBJECT]
    while words and words[-1].lower() in DANGLING:
        words = words[:-1]
    return " ".join(words)
