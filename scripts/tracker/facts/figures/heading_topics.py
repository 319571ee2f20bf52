"""Which headings say what figures are about: not those that name a time, a form of showing or a body that met."""

from __future__ import annotations

import re

from tracker.facts.wording.measure_words import is_generic
from tracker.facts.wording.periods import without_periods
from tracker.facts.wording.topics import topic_of

# A heading that is the name of who met is not what a table is about.
BODY = re.compile(
    r"(?:[\w'’&]+\s+){1,7}(?:board|committee|council|cabinet|executive|partnership)(?:\s+(?:agenda|papers?|report))?\s*(?:$|[,–-]\s)",
    re.IGNORECASE,
)


def names_topic(heading: str, place: str) -> bool:
    """Whether a heading says what figures are about; "Trend", "At a glance" and "Quarter 4 2022/23" do not."""
    text = topic_of(heading, place).text
    return bool(text) and not (FORM.fullmatch(text) or is_hollow(heading) or is_generic(text))


def is_hollow(heading: str) -> bool:
    """Whether a heading begins a section and says nothing of what its figures are about: who speaks, that there is
    money, that it is short. Nor does the heading of the section before."""
    return _HOLLOW.fullmatch(without_periods(heading, bare_years=True).strip(" :,–-")) is not None


# Sub-headings that name a form of showing, not a measure.
FORM = re.compile(
    r"(?:appendix|annexe?|schedule|part|section)(?:\s+\w{1,3})?"
    r"|(?:(?:your\s+)?requests?\s+for\s+information|freedom\s+of\s+information|(?:our|the|your)\s+(?:response|request))\b.*"
    r"|(?:response|answer|reply|request)s?\s*:?"
    r"|(?:key|trends?|month|quarter|performance|overview|summary|data|notes?|highlights?|headlines?|comparison"
    r"|analysis|commentary|context"
    r"|charts?|tables?|figures?|[\w ]{0,20}\bvs\b[\w ]{0,20}|month performance|monthly performance)",
    re.IGNORECASE,
)

_HOLLOW = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:the|our)\s+)?(?:[\w ]{0,20}\b(?:at\s+a\s+glance|in\s+brief)"
    r"|year\s+in\s+(?:numbers|figures)|money"
    r"|key\s+(?:facts|figures|numbers|data)|financ(?:e|es|ial\s+(?:position|summary))"
    r"|(?:police|fire|probation|health|council)\s+updates?"
    r"|(?:a\s+)?(?:word|message|note|welcome|foreword|introduction)(?:\s+(?:from|by|to)\b.*)?)\W*",
    re.IGNORECASE,
)
