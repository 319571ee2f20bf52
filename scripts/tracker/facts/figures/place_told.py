"""A smaller or other place that a sentence tells with a number goes into the parts of the figure.

In: the naming of a number, its sentence, the board's own place. Out: the naming with ``ward`` or ``area`` where the
clause says where it was counted and the title does not ("has risen in Denby ward from 20 to 24"), so that no part is
shown as the whole area's. A name counts as a place by the word behind it ("ward", "estate") or by how English places
end ("-ford", "-shire").
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Breakdown, Naming
from tracker.facts.wording.mentions import Mention

_KIND = r"wards?|estates?|parish(?:es)?|town centre|city centre|high street|neighbourhood|village|cluster"
_NAME = r"[A-Z][a-z’'-]+(?:\s(?:and\s|&\s|upon\s|on\s|le\s)?[A-Z][a-z’'-]+){0,3}"
_ENDS = (
    r"(?:shire|[a-z]ton|ham|ford|bury|ley|wick|worth|field|pool|mouth|brough|burgh|stead|gate|bridge|port|dale"
    r"|chester|cester"
    r"|minster|hurst|combe|thorpe|wood|Town|Central|Vale|Heath|Hill|Green|Park|End|Cross|Common|Bay)"
)
_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Tt]hroughout)\s(?:the\s)?(?:(?P<name>{_NAME})\s(?P<kind>{_KIND})\b"
    rf"|(?P<town>(?:{_NAME}\s)?[A-Z][a-z’'-]*{_ENDS}|{_ENDS.replace('[a-z]', '')})\b(?!\s(?:[A-Z]|[a-z]+(?:'s|’s))))"
)
# What ends like a place and is none.
_NO_PLACE = re.compile(r"\b(?:Police|Council|Service|Court|Committee|Board|Team|School|Hospital|College|University)\b")
_MORE_PLACES = re.compile(rf"(?:,\s{_NAME})*,?\sand\s{_NAME}")
_JOINT = re.compile(r"[;:(]|,\s(?:and|but|while|compared)\b|\bcompared\b")


def at_its_place(naming: Naming, sentence: str, mention: Mention, place: str) -> Naming:
    """The naming with the place of its clause in its parts, where neither its title nor its parts say so."""
    told = _place_of(sentence, mention, place)
    if told is None:
        return naming
    key, name = told
    said = " ".join([naming.title, *(value for _, value in naming.breakdown)]).lower()
    if name.lower() in said:
        return naming
    other = re.search(rf"({_NAME})\s(?:{_KIND})\b", naming.title)
    if other:
        # the title is led by one place, the number is of another
        return replace(naming, sure=False)
    parts: Breakdown = ((key, name),)
    return replace(naming, breakdown=(*naming.breakdown, *parts))


def _place_of(sentence: str, mention: Mention, place: str) -> tuple[str, str] | None:
    """The place told nearest to a number in its clause: right behind it, else before it."""
    begin = max((m.end() for m in _JOINT.finditer(sentence, 0, mention.start)), default=0)
    behind = re.match(r"(?:\sper\s[\d,]+)?", sentence[mention.end :])
    unit_end = mention.end + (behind.end() if behind else 0)
    stop = re.search(r"\d|[;:()]|,\s", sentence[unit_end:])
    end = unit_end + stop.start() if stop else len(sentence)
    after = next(_IN.finditer(sentence, mention.end, end), None)
    before = list(_IN.finditer(sentence, begin, mention.start))
    found = after or (before[-1] if before else None)
    if found is None:
        return None
    name = found["name"] or found["town"]
    own = place and (name.lower() in place.lower() or place.lower() in name.lower())
    if own or _NO_PLACE.search(name):
        return None
    if more := _MORE_PLACES.match(sentence, found.end()):
        # "across Denton, Fulford and Long Hill": counted in all of them, in none alone
        name += more.group()
    return ("ward" if (found["kind"] or "").startswith("ward") else "area", name)
