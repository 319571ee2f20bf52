"""What somebody is at work on and has not finished: "The team is mapping the cameras", "a form was being drawn up".

In: a clause and whether it stands in minutes. Out: where its verb begins. Who runs a service, sees a trend or asks a
question is at work on nothing, and a thing that moves by itself is nobody's work.
"""

from __future__ import annotations

import re

from tracker.facts.promises.not_promises import is_others_doing, is_wished
from tracker.facts.promises.promise_verbs import DOING, DONE

_ADVERB = r"(?:also|now|then|still|further|jointly|together|all|each|both|again|currently|already|only|(?!not\b)\w+ly)"
_ACTIVE = re.compile(
    rf"\b(?P<be>is|are|was|were)\s(?:{_ADVERB}\s){{0,2}}{DOING}\b"
    r"(?!\s(?:well|hard|closely|from|with(?= \d)|fine|again|place\b|part\b|(?:up )?to(?= \d)|(?:at"
    r"|into) (?:whether|if|how)|\w+ly)\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?<!progress )\b(?P<be>is|are|was|were)\s(?:{_ADVERB}\s){{0,2}}being\s(?:{_ADVERB}\s){{0,2}}{DONE}\b",
    re.IGNORECASE,
)
# What is handed in or made out there and then is no work that goes on.
_THERE_AND_THEN = re.compile(r"being\s(?:submitted|presented|made)\b", re.IGNORECASE)


def under_way_at(clause: str, minuted: bool) -> int | None:
    """Where the verb of a piece of work begins that is not done; a past tense counts only in minutes."""
    for match in (*_PASSIVE.finditer(clause), *_ACTIVE.finditer(clause)):
        start = match.start()
        past = match["be"].lower() in ("was", "were")
        if (past and (not minuted or _THERE_AND_THEN.search(match.group()))) or is_wished(clause[:start]):
            continue
        if not is_others_doing(clause, start):
            return start
    return None
