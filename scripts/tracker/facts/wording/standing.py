"""What a number in a sentence is by the words of its clause: counted, estimated, still to come, or aimed at.

In: a sentence and the place of one of its numbers. Out: its ``Standing``. An estimate is told before its number ("it is
estimated that", "an estimated 7,300") or of a rate of others' put upon the board's people ("applied to our population
this would mean"); a plan by the verb that the number is subject or object of ("30 will be replaced", "is expected to
support 400 families"); a target where the verb says to what a measure is brought ("will increase … to 2,780").
"""

from __future__ import annotations

import re
from typing import Literal

Standing = Literal["", "estimate", "forecast", "planned", "target"]

# Where a clause begins: what stands before is said of something else.
_JOINT = re.compile(
    r"[;:]\s|\.\s|\s[–—-]\s|,?\s(?:of\s(?:which|whom)|which|who|while|whilst|whereas|but|although|compared"
    r"|because)\b|\("
)
_SAID_SINCE = re.compile(r"\b(?:was|were|had|has been|have been)\b")
_ESTIMATED_BEFORE = re.compile(
    r"\b(?:estimat(?:e[ds]?|es|ing)\s(?:that|to be|to have been|at|suggests?|shows?|indicates?|put)\b"
    r"|modelling (?:suggests?|shows?|indicates?))[^;]*$"
    r"|\bestimat(?:ed|es?)\s(?:total of\s|number of\s|cost of\s|figure of\s|population of\s"
    r"|value of\s)?(?:some\s|around\s|about\s|over\s|just over\s)?$",
    re.I,
)
_ESTIMATED_AFTER = re.compile(r"(?:\s[\w'’%-]+){0,8}?\s(?:is|are|was|were)\sestimated\sto\b", re.I)
# "applied to our population, this would mean", "if national survey rates are applied"
_APPLIED = re.compile(
    r"\b(?:appl(?:ied|ying)\s(?:\w+\s){0,6}?to\s|(?:rates?|prevalence|estimates?|figures?|proportions?)\s(?:is"
    r"|are|was|were)\sapplied\b"
    r"|based on (?:the\s)?(?:national|census|regional|england) (?:[\w-]+\s)?(?:rates?|prevalence|estimates?"
    r"|averages?|figures?)\b)",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are)\s(?:\w+ly\s|now\s|currently\s)?(?:to|due to|set to|scheduled to|expected to"
    r"|planned to|intended to|anticipated to|planning to|going to|looking to"
    r"|(?:projected|forecast|predicted) to)"
    r"|plans?\sto|planned\sto|intends?\sto|aims?\sto|aiming\sto|hopes?\sto|expects?\s(?:to|that)"
    r"|anticipates?\s(?:that|to)|agreed\sto|committed\sto|proposes?\sto"
    r"|(?:plans|scheduled|funding|provision|commitment|intention) (?:to|for))\b(?P<rest>[^;]*)$",
    re.I,
)
_WILL_AFTER = re.compile(
    r"(?:\s(?!and\b|or\b|that\b|who\b|which\b)[\w'’/-]+){0,7}?\s(?:will(?!\s(?:have\sbeen|generally|usually|often|typically|normally|always|tend))|shall"
    r"|(?:is|are)\s(?:\w+ly\s)?(?:to be|to have|due to|set to|scheduled|expected|planned|intended|anticipated"
    r"|projected|forecast|predicted|proposed)(?:\b|$))\b"
)
_FORECAST = re.compile(r"\b(?:projected|forecast|predicted|estimated to (?:rise|grow|increase|fall|reach))\b", re.I)
_NO_PROMISE = re.compile(
    r"\bwill\s(?:have\s(?:an?\s)?(?:impact|effect|influence|bearing)|know|remember|recall|note|see that|be aware)\b"
)
_EXACT = (
    r"(?:(?:at least|at most|no more than|no fewer than|fewer than|less than|more than|around|about"
    r"|approximately|over"
    r"|under|below|above|almost|nearly|just|a maximum of)\s)*$"
)
# "increase the number of adults in treatment to": somebody brings it there.
_BROUGHT_TO = re.compile(
    r"\b(?:increas|rais|improv|grow|lift|expand|reduc|cut|lower|bring|decreas|limit|keep|doubl|extend|get)\w*"
    rf"\s(?!to\b|from\b|by\b)[^;:]*\b(?:to|at|below|above|under|over)\s{_EXACT}",
    re.I,
)
# "the population is expected to grow to": it comes about.
_COMES_TO = re.compile(
    rf"\b(?:rise|increase|grow|fall|drop|decrease|decline|reach|exceed|stand"
    rf"|number)\b(?:\sfrom\s[^;:]*)?(?:\s(?:to|at))?\s{_EXACT}",
    re.I,
)
_AIMED = re.compile(
    r"\b(?:aim(?:s|ed|ing)?\s(?:is\s|was\s)?(?:to|for)|(?:target|goal|ambition|aspiration|aim)s?\s(?:is|was|of"
    r"|to|for|are|were|set at)"
    r"|would like|want(?:s|ed)?)\b[^;]*$",
    re.I,
)
_STARTS_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|just\s|over\s|under\s)*$", re.I)
_LONGEST_LEAD = 300
"""Characters before a number that are looked at."""


def standing(sentence: str, start: int, end: int) -> Standing:
    """What the number ``sentence[start:end]`` is; "" for what was counted, or cannot be told."""
    lead = _lead(sentence, start)
    if _ESTIMATED_BEFORE.search(lead) or _ESTIMATED_AFTER.match(sentence, end) or _APPLIED.search(sentence, 0, start):
        return "forecast" if _FORECAST.search(lead) else "estimate"
    to_come = _TO_COME.search(lead) if not _STARTS_FROM.search(lead) else None
    if to_come and not _SAID_SINCE.search(to_come["rest"]) and not _NO_PROMISE.search(lead):
        if _FORECAST.search(lead) or _COMES_TO.search(to_come["rest"]):
            return "forecast"
        return "target" if _BROUGHT_TO.search(to_come["rest"]) or _AIMED.search(lead) else "planned"
    if _STARTS_FROM.search(lead):
        return ""
    if _AIMED.search(lead) and not _SAID_SINCE.search(lead):
        return "target"
    after = _WILL_AFTER.match(sentence, end)
    if after and not _NO_PROMISE.match(after.group().strip()):
        return "forecast" if _FORECAST.search(after.group()) else "planned"
    return ""


def _lead(sentence: str, start: int) -> str:
    """The words of a number's clause before it."""
    begin = max(0, start - _LONGEST_LEAD)
    joints = [match.end() for match in _JOINT.finditer(sentence, begin, start)]
    return sentence[joints[-1] if joints else begin : start]
