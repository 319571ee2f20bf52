"""Crimes and troubles that sentences count without a plural: their unit, and the one a sentence opens with."""

from __future__ import annotations

import re

from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import CRIME_UNITS


def crime_unit(subject: str) -> str:
    """ "Vehicle crime" is counted in offences, "Anti-social behaviour" in incidents; "" for what is no crime."""
    words = re.split(r"[^A-Za-z-]+", re.split(r"\s(?:in|across|within|with|against|from|on|by)\s", subject)[0].lower())
    return next((CRIME_UNITS[word] for word in reversed(words) if word in CRIME_UNITS), "")


_OPENING = re.compile(
    r"\W*(?:[Tt]he\s(?:number|level|volume)s?\sof\s|(?:[Rr]eports|[Ll]evels|[Rr]ates)\sof\s|[Oo]verall,?\s|[Rr]ecorded\s)?"
    r"([A-Za-z][\w'’-]*(?:\s(?!(?:was|were|is|are|has|have|had|fell|rose|saw|in|the)\b)[\w'’()/&-]+){0,6}?)\s+"
    r"(?:also\s|which\s|continue[sd]?\sto\s|in\s[A-Z]\w+\s)?"
    r"(?:was|were|is|are|has|have|had|fell|fall|rose|rise|increased|decreased|dropped|reduced|went|saw|remains?|remained|grew"
    r"|declined|levels|offences?|accounts?|accounted|makes?|made|represents?|represented|stood|stands|totalled|continues?|continued)\b"
)


def opening_crime(text: str) -> str:
    """The crime that a sentence opens with: "Residential burglary was down …, with 1,013 offences recorded"."""
    text = re.split(
        r"\b(?:reported|noted|advised|said|stated|informed|told|confirmed|explained|heard|added|replied|responded)\s(?:[\w']+\s){0,4}?that\s",
        text,
    )[-1]
    changed = re.search(
        r"\b(?:increase|decrease|reduction|rise|fall|drop)s?\sin\s((?!the\b)[\w'’ -]{4,40}?)(?:,"
        r"|\s(?:from|with|compared|of|over)\b)",
        text,
    )
    if changed and crime_unit(changed[1]) and not is_plural(changed[1].split()[-1]):
        return changed[1].strip()
    found = _OPENING.match(text) or _OPENING.match(re.split(r"\bthat\s", text)[-1])
    if not found or not crime_unit(found[1]) or is_plural(found[1].split()[-1]):
        return ""
    return found[1].strip()
