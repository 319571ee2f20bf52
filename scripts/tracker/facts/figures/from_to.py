"""What is moved from one value to another: "increase the number of places from five to twelve", "a rise, from 44 to 83,
in robbery", "bring average caseloads down from 62 to no more than 40".

In: what a sentence holds and the first of two numbers told as "from … to …". Out: the namings of both, None where what
is moved has no name of its own. What rises or falls by itself is named elsewhere: here it is the object of a verb that
moves it, or stands behind the noun of the change.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_parts import Naming, Thread, titled
from tracker.facts.figures.prose_opening import Held
from tracker.facts.figures.title_sense import reads_as_name
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.facts.wording.word_lists import words_of
from tracker.records import Measure

_ABOUT = r"(?:(?:just|about|around|over|under|nearly|almost|only|some|approximately|no\smore\sthan|at\sleast)\s)*"
_FROM = re.compile(rf"\bfrom\s{_ABOUT}$", re.I)
_TO = re.compile(rf"(?:\s[a-z][a-z-]+){{0,3}}\s+(?:up\s|down\s)?to\s{_ABOUT}", re.I)
_MOVES = (
    r"(?:increas|decreas|reduc|lower|rais|expand|extend|improv|grow|boost|shorten|lengthen|widen|cut|halv|driv|bring|doubl)"
    r"(?:e|ed|es|ing|s|ting|t)?|brought|grew|drove"
)
# "increase the number of places from", "bring average caseloads down from"
_MOVED_BY = re.compile(
    rf"\b(?P<verb>{_MOVES})\s(?P<what>(?!by\b|to\b|in\b|from\b|on\b|up\b|down\b)[^;:.()]{{4,70}}?)(?:,?\s(?:up|down|back))?\s$",
    re.I,
)
_CHANGE = r"(?:increase|rise|reduction|fall|drop|decrease|growth|improvement|decline|uplift)"
_CHANGED = re.compile(rf"\b{_CHANGE},?\s$", re.I)
_IN_WHAT = re.compile(
    r",?\s(?:in|of)\s(?P<what>[^;:.,()]{4,70}?)(?=[;:.,()]|\s{3}|\s(?:in|over|between|during|since)\s|$)"
)
_NUMBER_OF = re.compile(
    r"^(?:(?:the|our|its|their)\s)?(?:total\s|overall\s)?(?:number|numbers|volume|level)s?\sof\s", re.I
)
_DETERMINER = re.compile(r"^(?:the|our|its|their|an?)\s", re.I)
_LY = re.compile(r"^\w+ly$")
_TO_COME = re.compile(
    r"\b(?:will|shall|would|should|could|plan(?:s|ned)?|aim(?:s|ed)?|intend(?:s|ed)?|target|hope[sd]?|ambition|agreed|need(?:s|ed)?"
    r"|propos\w+|seek(?:s|ing)?|in order)\b[^.;]*$|(?:^|[:;–-]\s)\W*(?:to\s)?$",
    re.I,
)
# "We will invest £2m, increase places from 21 to 28": the modal was said once, and the verb is bare.
_BARE = re.compile(
    r"(?:increas|rais|reduc|improv|halv|doubl|driv|shorten|lengthen|lower|expand|extend|boost|widen|grow|bring|cut)e?$",
    re.I,
)
_WILL = re.compile(r"\b(?:will|shall|aims? to|plans? to|intends? to)\b")
_LONGEST = 9
"""Words of what is moved: more is a clause of its own."""


def moved_from_to(held: Held, at: int, thread: Thread) -> tuple[Naming, Naming] | None:
    """The namings of number ``at`` and of the next, told as "from … to …"."""
    if at + 1 >= len(held.found):
        return None
    low, high = held.found[at : at + 2]
    before, after = held.blanked[: low.start], held.blanked[high.end :]
    opened = _FROM.search(before)
    between = held.blanked[low.end : high.start]
    if opened is None or low.sort != high.sort or low.sort not in ("count", "share") or not _TO.fullmatch(between):
        return None
    lead = before[: opened.start()]
    found = _MOVED_BY.search(lead)
    if found is None and _CHANGED.search(lead):
        found = _IN_WHAT.match(after)
    what = re.sub(r"\s+", " ", found["what"]).strip(" ,") if found else ""
    if found is None or not _is_name(what):
        return None
    naming = _named(what, held, low, thread)
    if naming is None:
        return None
    led = lead[: found.start()]
    planned = found.re is _MOVED_BY and (
        _TO_COME.search(led) is not None or bool(_BARE.match(found["verb"]) and _WILL.search(led))
    )
    then = replace(naming, breakdown=(("plan", "planned"),)) if planned else naming
    return replace(naming, same=True), then


def _is_name(what: str) -> bool:
    """Whether the words are one noun phrase: no verb, no adverb, no number."""
    words = what.split()
    if not words or len(words) > _LONGEST or re.search(r"\d|\b(?:which|who|that|by|and|over|it|them)\b", what):
        return False
    return not any(_LY.match(word) for word in words) and not any(
        word.kind in ("be", "have", "do", "modal", "past") for word in parse(what).words
    )


# A rule, an hour of the day, an age: what is set is not counted.
_LIMIT = re.compile(
    r"\b(?:limits?|thresholds?|hours|ages?|age\sgroup|ceiling|fines?|fees?|charges?|prices?|grades?)\b", re.I
)
_NO_COUNT = words_of("years pm am mph")


def _named(what: str, held: Held, low: Mention, thread: Thread) -> Naming | None:
    name = _DETERMINER.sub("", _NUMBER_OF.sub("", what))
    head = re.split(r"\s(?:of|in|for|to|at|on|with|from|per)\s", name)[0].split()
    noun = re.match(r"\s([a-z]{3,})", held.blanked[low.end :])
    unit = noun[1] if noun else ""
    if not unit and head and is_plural(head[-1]):
        unit = head[-1].lower()
    told = re.match(r"[^.;]{0,40}?\son average\b", held.sentence[low.end :]) or re.match(
        r"(?:average|mean|median)\b", name, re.I
    )
    measure: Measure = "average" if told else "count"
    if low.sort == "share":
        unit, measure = "%", "share"
    unit = unit or crime_unit(name)
    title = titled(capital(name), thread)
    if unit in _NO_COUNT or _LIMIT.search(name):
        return Naming(title, unit, measure, sure=False)
    if not unit:
        return None
    return Naming(title, unit, measure) if len(title.split()) > 1 and reads_as_name(title) else None
