"""What stands before a number in running text: the verb that acts on it, the subject that it is told of.

In: a text and the place of a number in it. Out: a participle or a noun phrase as printed, "" where none can be told.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_forms import DANGLING, DETERMINERS
from tracker.facts.wording.word_lists import DOES_AS_A_RULE, ED_ADJECTIVES, PARTICIPLES, PREPOSITIONS, words_of

MOST_SUBJECT = 18
"""Longest subject in words."""
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
    if low in DOES_AS_A_RULE:
        return DOES_AS_A_RULE[low]
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


_MOVED = (
    r"rise|risen|rose|fall|fallen|fell|grow|grown|grew|increased?|decreased?|reduced?|declined?|dropped|drop|improved?"
    r"|doubled|trebled|halved|went|gone|changed|climbed"
)
_COPULA = re.compile(
    r"\s(?:(?:has|have|had)\s)?(?:is|are|was|were|been|be|numbered|totalled|totaled|averaged|peaked at|came to"
    r"|comes to|come to|stood at|stands at|stand at|(?:is|was|are|were) put at|reached|remained at"
    r"|remains at|account(?:ed|s)? for|made up"
    rf"|makes up|represented|{_MOVED})\b"
    r"(?:,?\s+(?:year on year|\w+ly|again|further|to a total))?,?"
    r"(?:\s+(?:now|currently|still|at|just|only|also|by|up|down|from|to|in|around|about|approximately|over|a|the"
    r"|total|of))*\s*(?:\((?:from\s)?)?\s*$",
    re.I,
)
# "an increase in referrals to the service, from 409", "a fall in burglary (from 1,204"
_CHANGE_IN = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|improvement|change)s?\s+in\s(?:the\s)?"
    r"((?:(?!\b(?:was|were|is|are|has|have|had|which|with)\b)[^.;:()\d,]){3,90}?),?\s*\(?\s*from\s$",
    re.I,
)


def subject_of(text: str, start: int, begin: int = 0) -> str:
    """The noun phrase before "is", "were", "numbered", "stood at" or "rose from" when the number comes right after."""
    # "(15 to 24 years)", "(i.e. improved)": asides are no part of a subject
    left = re.sub(r"\s?\([^()]*\)", "", text[begin:start])
    change = _CHANGE_IN.search(left)
    if change:
        return last_noun_phrase(change[1])
    found = _COPULA.search(left)
    if not found:
        return ""
    whole = _MEASURED.search(left[: found.start()])
    subject = whole[1].strip() if whole else last_noun_phrase(left[: found.start()])
    # "Violent crime accounts for 38% of all crime and rose by …"
    return re.split(r"\s(?:accounts?|accounted)\sfor\s|\s(?:makes?|made)\sup\s", subject)[0]


# "The percentage of young people in education, training or employment": commas do not end such a subject.
_MEASURED = re.compile(
    r"(?:^|[.;:]\s|\bthat\s)[Tt]he\s((?:percentage|proportion|number|share|rate)\sof\s(?:(?!\b(?:was|were|is|are|has"
    r"|have|had)\b)[^.;:()\d]){3,150}?)\s*$"
)


# "Councillor Reed referred to the number of …", "the borough saw recorded crime …": who speaks, who saw.
_SPOKEN_OF = re.compile(
    r"^(?:.*[.;]\s)?(?:(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Members?|Officers?|The\s(?:\w+\s){1,4}|[A-Z]\w+(?:\s[A-Z]\w+){0,3})\s?"
    r"[^.;,]{0,40}?\b(?:referred to|asked about|drew attention to|pointed to|queried|enquired about|commented on)\s"
    r"|[^.;,]{0,60}?\b(?:saw|has seen|have seen|had seen|experienced|witnessed)\s)(?:an?\s|the\s)?"
)


def last_noun_phrase(text: str) -> str:
    """The last noun phrase of a stretch: what stands after its last clause break, without leading fillers."""
    text = _SPOKEN_OF.sub("", re.sub(r"\s(?:which|that)$", "", text))
    text = re.sub(r"^.*\b(?:driven|led|caused)\s(?:\w+\s)?by\s(?=[^,;.()]*$)", "", text)
    text = re.sub(r"\s\([^()]*\)(?=\s[a-z]|\s*$)", "", text)
    piece = re.split(
        r"[;:()]|\.\s|,\s(?!and\b)|\b(?:heard|noted|reported|said|advised|confirmed|stated|shows?|showed|found|told"
        r"|highlighted"
        r"|explained|suggests?|indicates?)\s(?:[A-Z]\w+\s|members\s)?that\s"
        r"|\b(?:informed|told|advised|noted|reported|reminded|confirmed|stated|explained|said|shown"
        r"|found)\s(?:\w+\s){0,3}?that\s"
        r"|\s[–—]\s|\b(?:indicates?|shows?|suggests?|reveals?)\s(?=the\s)"
        r"|\band\s(?:so\s|therefore\s)?(?=(?:the|our|its|their|an?)\s)",
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
