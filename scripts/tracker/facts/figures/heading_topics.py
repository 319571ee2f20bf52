"""Which headings say what figures are about: not those that name a time, a form of showing or a body that met."""

from __future__ import annotations

import re

from tracker.facts.wording.measure_words import is_generic
from tracker.facts.wording.topics import topic_of

# A heading that is the name of who met is not what a table is about.
BODY = re.compile(
    r"(?:[\w'’&]+\s+){1,7}(?:board|committee|council|cabinet|executive|partnership)(?:\s+(?:agenda|papers?|report))?\s*(?:$|[,–-]\s)",
    re.IGNORECASE,
)


def names_topic(heading: str, place: str) -> bool:
    """Whether a heading says what figures are about; "Trend", "Key" and "Quarter 4 2022/23" do not."""
    text = topic_of(heading, place).text
    return bool(text) and not FORM.fullmatch(text) and not is_generic(text)


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
