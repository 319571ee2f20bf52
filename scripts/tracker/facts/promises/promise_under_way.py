"""What somebody is at work on and has not finished: "The team is mapping the cameras", "a form was being drawn up".

In: a clause and whether it stands in minutes. Out: where its verb begins. Who runs a service, sees a trend or asks a
question is at work on nothing, and a thing that moves by itself is nobody's work.
"""

from __future__ import annotations

import re

from tracker.facts.promises.not_promises import is_wished
from tracker.facts.promises.promise_subject import doer_named, subject_of
from tracker.facts.promises.promise_verbs import DOING, DONE
from tracker.facts.promises.served_people import is_others_doing, is_served

_ADVERB = r"(?:also|now|then|still|further|jointly|together|all|each|both|again|currently|already|only|(?!not\b)\w+ly)"
_ACTIVE = re.compile(
    rf"\b(?P<be>is|are|was|were)\s(?:{_ADVERB}\s){{0,2}}{DOING}\b"
    r"(?!\s(?:well|hard|closely|from|with(?= \d)|fine|again|place\b|part\b|(?:up )?to(?= \d)|(?:at"
    r"|into) (?:whether|if|how)|\w+ly)\b)",
    re.IGNORECASE,
)
# What somebody makes more of is no measure that grows: "the council is increasing its patrols".
_MORE = re.compile(
    rf"\b(?P<be>is|are|was|were)\s(?:{_ADVERB}\s){{0,2}}(?:increas|grow|rais|doubl|strengthen|step)p?ing\b",
    re.IGNORECASE,
)
# A thing that something is being done to is being worked on: "a walkabout is being lined up"; what is done
# to people, or to things day by day, is not.
_PASSIVE = re.compile(
    rf"(?<!progress )\b(?P<be>is|are|was|were)\s(?:{_ADVERB}\s){{0,2}}being\s(?:{_ADVERB}\s){{0,2}}(?!(?:used|seen"
    rf"|experienced"
    rf"|felt|met"
    r"|reported|recorded|committed|asked|told|affected|supported|paid|given|offered|received|referred|targeted"
    r"|exploited"
    r"|abused|harmed|arrested|charged|caused|driven|managed|helped|kept|considered|explored|scoped|discussed"
    r"|treated|served"
    r"|missed|lost|sold|stolen|raised|presented|submitted|increased|shown|provided|taken(?! forward)|identified"
    r"|informed"
    r"|looked at|defrauded|cuckooed|monitored|made|held|attended|caught|called|dealt|left|forced|groomed|named)\b)"
    rf"(?:{DONE}|[a-z-]+(?:ed|en|wn))\b"
)


def under_way_at(clause: str, minuted: bool) -> int | None:
    """Where the verb of a piece of work begins that is not done; a past tense counts only in minutes."""
    if "ing" not in clause:
        return None
    being = "being" in clause
    passive = _PASSIVE.finditer(clause) if being else ()
    more = (m for m in _MORE.finditer(clause) if doer_named(subject_of(clause, m.start()), "we"))
    for match in (*passive, *_ACTIVE.finditer(clause), *more):
        start = match.start()
        past = match["be"].lower() in ("was", "were")
        if (past and not minuted) or is_wished(clause[:start]):
            continue
        negated = re.search(r"\b(?:not|never|no longer)\b[^.;,]{0,40}$", clause[:start])
        served = "being" in match.group() and is_served(subject_of(clause, start))
        if not (negated or served or is_others_doing(clause, start)):
            return int(start)
    return None
