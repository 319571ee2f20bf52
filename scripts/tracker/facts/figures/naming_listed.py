"""Parts told with their numbers in brackets, the largest first: "Mill ward had the most thefts (42), followed by …".

In: a sentence and one of its numbers. Out: the part that this number is of, and what is counted, where the words before
the first bracket say both; "" for both elsewhere.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_labels import CLOSES
from tracker.facts.figures.naming_parts import Thread, titled
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital

_MOST = r"(?:most|highest|largest|greatest|fewest|lowest)"
# "Mill ward recorded the most fly-tips (402"
_HAD_MOST = re.compile(
    r"(?:^|[.;:]\s)\W*(?:The\s)?([A-Z][\w'’ &-]{2,40}?)\s(?:ward\s)?"
    r"(?:recorded|had|has|saw|received|reported|experienced|made|generated)\s(?:by far\s)?"
    rf"the\s{_MOST}(?:\s(?:number|volume|count|level)\sof)?\s([a-z][\w'’ -]{{2,40}}?)\s\(\s?$"
)


def most_of(text: str, mention: Mention, thread: Thread) -> tuple[str, str]:
    """The part that has the most, and the things counted; each later bracket of the sentence tells another part."""
    before = text[: mention.start]
    found = _HAD_MOST.search(before) if CLOSES.match(text[mention.end :]) else None
    if found is None:
        return "", ""
    part, things = found[1], found[2]
    known = thread.unit and things.split()[-1].lower() == thread.unit.split(" per ")[0] and len(things.split()) == 1
    return part, thread.base if known and thread.base else titled(capital(things), thread)


_SHARE_OF_MOST = re.compile(
    r"(?:^|[.;:]\s)\W*([A-Z][^.;:()\d]{2,60}?)\s"
    r"(?:(?:accounts?|accounted)\sfor|made up|makes? up|represents?|represented|was|is)"
    rf"\sthe\s(?:single\s)?{_MOST}\s(?:proportion|share|percentage|number)\sof\s(?:the\s|all\s)?"
    r"([a-z][^.;:()\d]{2,50}?)\s\(\s?$"
)


def shared_by_most(text: str, mention: Mention, thread: Thread) -> str:
    """ "Noise accounts for the largest share of complaints (41%)": the title; what the shares are of is kept."""
    found = _SHARE_OF_MOST.search(text[: mention.start])
    if not found or not re.match(r"\s?\)", text[mention.end :]):
        return ""
    thread.names["shared"] = re.sub(r"\s+", " ", found[2])
    return f"{capital(re.sub(r'^The ', '', found[1]))} as a share of {thread.names['shared']}"
