"""Numbers that a careful reader takes for no result: ages, lengths of time, changes, standards, aims, law, how a thing
is made up.

In: the words round a number. Out: whether the number may be told under its sentence's own words.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tracker.facts.figures.naming_changes import is_change
from tracker.facts.figures.naming_rates import PER
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD

_LEAST = 10
"""Smaller numbers are told in too many ways that count nothing ("four stages"): only those that are a part of what
was counted, or a share or an amount, are taken."""

# What no count follows: an age, a length of time, a change, a standard that others set.
_NO_COUNT = re.compile(
    r"\s?(?:to|-|–|and)\s?\d+\s?(?:years?|yrs?)\b|[-\s](?:(?:school|working|calendar|business|consecutive|clear)\s)?(?:years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|\s(?!(?:were|was|are|is|felt|feel|reported|became)\s)(?:[a-z]+\s){0,2}?(?:more|fewer|less|higher|lower)\b|\s(?:[a-z]+\s){0,2}(?:recommended|required|allowed"
    r"|permitted|advised)\b|(?:\sout)?(?:\sof)?(?:\sthe)?(?:\s\d+)?\s(?:[A-Z]\w+\s|other\s)?(?:boroughs|forces|authorities|councils|areas|districts)\b"
    r"|\s(?:above|below)\s(?:the|its|our|last)\s"
    r"|\s(?:different|separate|distinct)\s(?:categories|types|kinds|sorts|groups)\b"
    r"|\s(?:square\s)?(?:kilomet\w+|km|miles|met\w+s|hectares|acres)\b",
    re.I,
)
# What may be charged by law, and what is aimed at.
_RULE = re.compile(r"\b(?:fine[sd]?|penalt(?:y|ies)|maximum|liable|up\sto)\b[^.;]*$", re.I)
_AIMED = re.compile(
    r"\b(?:targets?|aims?|goals?|ambitions?|will|shall|should|would\slike)\b(?:(?!,\sand\s)[^.;])*$", re.I
)
# "The course has 20 sessions": how a thing is made up, not what was done.
_MADE_UP = re.compile(r"\b(?:has|have|of|is|are|consists?|comprises?|offers?|runs?|over|lasts?)\s$", re.I)
_PIECES = re.compile(
    r"\s(?:[a-z-]+\s)?(?:sessions|modules|steps|stages|hours|lessons|questions|chapters|pages|conditions|aims|priorities|themes|strands"
    r"|objectives|pillars|categories)\b"
)
_PART_OF = re.compile(r"\b(?:of\s(?:which|whom|these|those|them),?|just|only)\s(?:just\s|only\s)?$", re.I)
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:aged?|ages|as\s(?:young|old)\sas|{PER}|under|minute|item|page|section|paragraph|year|group\s(?:was|is)|phase|tier|level|stage"
    r"|(?:increase|decrease|rise|fall|reduction|drop|cut|saving|loss|gain)d?\s(?:of|by)|(?<!\bmake\s)(?<!\bmade\s)(?<!\bmaking\s)up"
    r"|down|rose|fell|(?:(?<!taken\s)(?<!made\s)up|down|ros\w+|risen|f[ae]ll\w*|increas\w+|decreas\w+|reduc\w+|gr[eo]wn?|drop\w*|declin\w+|improv\w+|cut"
    r"|chang\w+|vari\w+|shrunk|doubled)\b(?:[^;.,]{0,40}|\s\w+ly,)\sby)|\b(?:age|youngest|oldest)\b[^,;]*)"
    r"(?:\s(?:about|around|nearly|almost|over|some|approximately|roughly|just|more\sthan))*\s$",
    re.I,
)
# "an improvement on 43%": what it was is told with what it became.
_IMPROVED = re.compile(r"\b(?:improvement|increase|decrease|reduction|rise|fall|drop|up|down)\son\s(?:the\s)?$", re.I)
# "the second highest of the 12 forces": how many were compared.
_OR = re.compile(r"\(or\s$", re.I)
_OF_ALL = re.compile(r"\w\sof\s(?:the|our)\s$")
# "the team of 12 specialists": how large a body is.
_SIZE = re.compile(r"\b(?:team|group|panel|board|pool)\sof\s(?:about\s|around\s|some\s)?$", re.I)
# "Fourteen of the 118": how many there were is told with those that were counted before.
_OF_SO_MANY = re.compile(rf"\b(?:{NUMBER_WORD}|\d+)\s(?:out\s)?of\s(?:the|these|those)\s$", re.I)


def aimed(before: str) -> bool:
    """Whether the words before a number tell an aim or what is to come."""
    return _AIMED.search(before) is not None


def may_be_told(before: str, after: str, mention: Mention) -> bool:
    """Whether the number between the words ``before`` and ``after`` may be a result."""
    if mention.sort in ("points", "rank") or mention.signed or mention.span:
        return False
    changes = before.endswith("from ")
    if not changes and (mention.side or is_change(mention, before, after)):
        return False
    if mention.value.startswith("00") or (mention.in_words and mention.sort == "share"):
        return False
    small = mention.sort == "count" and Decimal(mention.value) < _LEAST and "." not in mention.value
    if small and (mention.in_words or not _PART_OF.search(before)):
        return False
    if (
        _OF_SO_MANY.search(before)
        or _NOT_BEFORE.search(before)
        or _SIZE.search(before)
        or _OR.search(before)
        or _IMPROVED.search(before)
        or (_OF_ALL.search(before) and mention.sort == "count")
        or (_RULE.search(before) and mention.sort == "money")
    ):
        return False
    if (_MADE_UP.search(before) or mention.in_words) and _PIECES.match(after):
        return False
    return changes or _NO_COUNT.match(after) is None
