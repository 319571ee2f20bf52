"""Names of whom courts, police and reviews deal with, of their kin, and of who keeps the minutes.

In: a text. Out: the names that stand there, as printed. Each pattern is one thing that papers say of a person and of
nothing else: an order is made against someone, someone is sentenced, a review or an inquest is about someone, has a
mother, is of an age. What is found is looked at again by ``names.Guard``, so that wards and bodies stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tracker.facts.people.names import ANY, BARE, FULL, STYLED

_LIST = rf"(?P<names>{ANY}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+){ANY})*)"
_BY_POLICE_OR_COURT = (
    r"arrested|charged|jailed|imprisoned|sentenced|convicted|acquitted|remanded|cautioned|evicted|prosecuted"
    r"|found\s+guilty"
)
_DONE_TO = rf"{_BY_POLICE_OR_COURT}|(?:fatally\s+)?(?:stabbed|shot|assaulted)|murdered|killed|raped"
_KIN = (
    r"(?:mother|father|mum|dad|parents?|son|daughter|brother|sister|husband|wife|partner|widow(?:er)?|child(?:ren)?"
    r"|family|grandmother|grandfather)"
)
_REVIEW = (
    r"(?:(?:domestic\s+homicide|serious\s+case|offensive\s+weapons?\s+homicide|mental\s+health\s+homicide"
    r"|safeguarding\s+adults?|(?:local\s+)?child\s+safeguarding\s+practice|domestic\s+abuse\s+related\s+death)\s+reviews?"
    r"|inquests?)"
)
_ORDER = (
    r"(?:(?:criminal\s+behaviour|closure|stalking\s+protection|protection|civil|gang|serious\s+crime\s+prevention)"
    r"\s+(?:orders?|injunctions?)|\bCBOs?|injunctions?|acceptable\s+behaviour\s+(?:contracts?|agreements?)"
    r"|community\s+protection\s+(?:notices?|warnings?)|\bCPNs?)"
)
_OFFICE = (
    r"(?:Democratic|Governance|Committee|Electoral|Member|Business|Secretariat|Corporate)\s+"
    r"(?:Services?|Team|Support|Administration)\b|Minutes?\b|[Nn]ote\s?[Tt]aker|[Mm]inute\s?[Tt]aker|[Cc]lerk\b|minutes\)"
)

_PATTERNS = (
    rf"(?i:\b{_ORDER}\b[^.;:]{{0,60}}?(?:\bagainst|\bon|\bto|\bfor|[:–—-])\s+)(?:(?i:the\s+tenant,?\s+))?{_LIST}",
    rf"(?i:\b{_REVIEW}\b(?:\s*[:–—-]\s*(?:child\s*[:–—-]?\s+|adult\s*[:–—-]?\s+)?|\s*\(|\s+(?:in\s+respect\s+)?of\s+"
    rf"|\s+into\s+(?:the\s+)?deaths?\s+of\s+)){_LIST}",
    rf"{_LIST},?\s+(?:(?:aged\s+)?\d{{1,2}},?\s+|\((?:aged\s+)?\d{{1,2}}\),?\s+)?(?:(?:of|from)\s+[^.;]{{3,40}},\s+)?"
    rf"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:also\s+|later\s+|subsequently\s+)?(?:{_DONE_TO})\b",
    rf"(?i:\b(?:{_BY_POLICE_OR_COURT})\s+){_LIST}",
    rf"(?i:\b{_KIN}\s+of\s+(?:the\s+late\s+)?){_LIST}",
    rf"(?i:\b(?:in\s+(?:loving\s+)?memory|funeral)\s+of\s+|\b(?:tributes?\s+(?:were\s+paid\s+)?to|vigil\s+for)\s+){_LIST}",
    rf"(?i:\bhome\s+of\s+(?:the\s+late\s+)?){_LIST}(?=\s*[,.;)])",
    rf"(?P<names>{ANY})['’]s?\s+(?:late\s+|young\s+|eldest\s+|youngest\s+)?(?i:{_KIN})\b",
    rf"(?P<names>{ANY}),\s+(?:whose\s+{_KIN}\b|(?:a|the)\s+bereaved\b)",
    rf"\b(?i:quot(?:e|ation)\s+from\s+){_LIST}",
    rf"(?i:\bsaid\s+)(?P<names>{BARE}),\s+(?:aged\s+)?\d{{1,2}}\b",
    rf"(?i:\b\d{{1,2}}[\s-]years?[\s-]old\s+)(?P<names>{ANY})",
    rf"(?P<names>{BARE})(?:,\s+(?:aged\s+)?\d{{1,2}},|\s+\((?:aged\s+)?\d{{1,2}}\),?)\s+(?=(?:of|from|who|was|is|has|had|told|said)\s)",
    rf"(?P<names>{STYLED})(?=,?\s+(?:of|from)\s+(?:\d+\w?\s+)?(?:[A-Z][\w’']+\s+){{1,3}}"
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Way|Gardens|Court|Place|Crescent|Terrace|Grove)\b)",
    rf"\b(?:[Vv]ictims?|[Ss]urvivors?|[Tt]enants?|[Rr]esidents?)\s+(?P<names>{BARE})(?=\s+[a-z]|\s*[.,;)])",
    rf"\b(?i:the\s+(?:tenant|victim|survivor|deceased|defendant|perpetrator|occupier|resident)),\s+(?P<names>{ANY})",
    rf"(?i:\bminutes?\s+(?:were\s+)?(?:taken|recorded|written|produced)\s+by\s*:?\s+|\b(?:minute|note)[\s-]?taker\s*[:–—-]?\s+)"
    rf"(?P<names>{ANY})",
    rf"(?P<names>{ANY})\s*(?:[,–—-]|\()\s*(?={_OFFICE})",
    rf"(?i:\b(?:available|obtained|obtainable|sought|requested)\s+from\s+){_LIST}"
    r"(?=\s+(?:in|of|at|from)\s+the\s+[A-Z][^.;]{0,40}\b(?:[Tt]eam|[Ss]ervices?|[Uu]nit|[Dd]epartment|[Oo]ffice)\b"
    r"|,\s+(?:[A-Z]\w+\s+){0,4}(?:Team|Services?|Unit|Department|Office)\b)",
    rf"(?i:\b(?:request|question|petition|enquiry)\s+(?:was\s+)?(?:made\s+|received\s+|submitted\s+)?(?:by|from)\s+(?:the\s+|a\s+)?"
    rf"(?:local\s+)?(?:journalist|reporter|student|researcher|academic|blogger|campaigner),?\s+)(?P<names>{ANY})",
)
# A text without any of these words needs no closer look; each stands in one of the patterns.
_MAY_SAY = re.compile(
    rf"{_ORDER}|{_REVIEW}|{_DONE_TO}|\b{_KIN}\b|\bmemory\b|funeral|tribute|vigil|\bhome\s+of\b|\bquot|\bsaid\b|years?[\s-]old|\b\d{{1,2}}[,)]|bereaved|\b(?:Mr|Mrs|Ms|Miss)\b"
    r"|victim|survivor|tenant|resident|deceased|defendant|perpetrator|occupier|minute|note[\s-]?taker|clerk|services?\b|team\b"
    r"|support\b|available|obtain|sought|requested|journalist|reporter|student|researcher|academic|blogger|campaigner",
    re.IGNORECASE,
)
# Words that begin or end the titles of reviews, schemes and papers, and no name.
_OF_TITLES = re.compile(
    r"\b(?:Action|Overview|Executive|Summary|Learning|Lessons?|Thematic|Annual|Final|Draft|Case|Terms|Next|Steps|Key"
    r"|Findings|Recommendations|Progress|Process|Guidance|Statutory|Home|Update|Briefing|Persons?|Unknown|Town|City|Civic"
    r"|North|South|East|West|Central|Great|Upper|Lower|Probation|Ministry|Justice|Government|Parliament|Crown|Magistrates)\b"
)


@cache
def _said_of_them() -> tuple[re.Pattern[str], ...]:
    """The patterns, made when the first name is sought: pages and site, which seek none, start sooner."""
    return tuple(re.compile(pattern) for pattern in _PATTERNS)


def people_reported(text: str) -> Iterator[str]:
    """The names in ``text`` of whom courts, police, reviews or minutes speak; a name may come twice."""
    if not _MAY_SAY.search(text):
        return
    for pattern in _said_of_them():
        for match in pattern.finditer(text):
            for name in FULL.findall(match["names"]):
                if not _OF_TITLES.search(name):
                    yield name
