"""Notes that say that parts do not make their whole: "more than one could be chosen", "may not sum", "not shown".

In: checks of a paper and its passages. Out: the checks; a total or sum of parts that differs where the paper itself
says near it that its parts overlap, leave something out or are rounded "cannot be told".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.checks.check_record import Check
from tracker.facts.checks.passages import Contents, Grid, Passage

BELOW_TABLE = 3
"""How many blocks above or below a table such a note may stand."""
BESIDE_TEXT = 1
"""How many passages from a sentence it may stand."""

_COUNTED = (
    r"(?:answers?|responses?|choices?|options?|boxe?s?|categor\w+|strands?|reasons?|types?|needs?|groups?|headings?"
    r"|rows?|flags?|factors?|issues?|services?|offences?|crimes?|characteristics?|outcomes?|methods?|of (?:these|the))"
)
"""What people may give several of, or be counted under."""
_NOTE = re.compile(
    rf"\bmore than (?:one|1) (?:\w+ )?{_COUNTED}\b"
    rf"|\b(?:select|choose|chose|pick|give|gave|tick|name|list|record|have|has|had|under|into|in)\w*"
    rf" (?:multiple|several|as many|two or more|(?:up to|their top) \w+) (?:\w+ )?{_COUNTED}\b"
    r"|\b(?:do(?:es)?|may|might|will|need|can|should)\s?(?:not|n['’]t)"
    r"\s+(?:\w+\s+){0,2}?(?:sum|add(?: up)?|total|equal)\b"
    r"|\bnot (?:\w+ )?(?:sum|add(?: up)?) to\b|\bmulti(?:ple)?[- ](?:response|choice|select)\w*"
    r"|\b(?:all|as many|any) that appl(?:y|ied)\b|\bmutually exclusive\b|\bcounted (?:twice|once|in each|more than)\b"
    r"|\b(?:can|may|might|could|categories|figures|groups|strands|columns|rows|some|these|numbers) (?:do |may )?"
    r"overlap\b"
    r"|\bdouble[- ]count\w*|\brounded\b|\brounding\b"
    r"|\b(?:is|are|was|were|been|being) (?:\w+ )?(?:not shown|not listed|excluded|omitted|suppressed)\b|\bnot shown\b"
    r"|\b(?:is|are|was|were) (?:also )?included in the \w+ (?:figure|total|number)s?\b"
    r"|\bonly the (?:top|main|largest|most|\w+ (?:largest|most))\b",
    re.IGNORECASE,
)

WHY = "The paper says near it that these parts need not make the whole."


def heeding_notes(checks: Sequence[Check], contents: Contents) -> tuple[Check, ...]:
    """The checks, those of sums that a note nearby explains turned into "cannot tell"."""
    notes = [p for p in contents.passages if _NOTE.search(p.text)]
    places: dict[str, Passage | Grid] = {p.block.id: p for p in contents.passages}
    places.update({g.block.id: g for g in contents.grids})

    def explained(check: Check) -> bool:
        own = places.get(check.at[0].block.id)
        if own is None:
            return False
        if _NOTE.search(own.block.caption) or _NOTE.search(_cells(own)):
            return True
        reach = BESIDE_TEXT if isinstance(own, Passage) else BELOW_TABLE
        near = [note for note in notes if abs(note.order - own.order) <= reach and note.section == own.section]
        if _shows_what_it_hides(own):
            near = [note for note in near if _NOTE.search(_HIDES.sub(" ", note.text))]
        return bool(near)

    return tuple(
        replace(check, verdict="cannot tell", explanation=WHY)
        if check.verdict == "differs" and check.kind in ("total", "parts") and explained(check)
        else check
        for check in checks
    )


_HIDES = re.compile(r"\b(?:is|are|was|were|been|being) (?:\w+ )?suppressed\b", re.IGNORECASE)
_HIDDEN_CELL = re.compile(r"\*+|\[?c\]?|~|#|(?:<|(?:less|fewer)\s+than)\s*\d+", re.IGNORECASE)


def _shows_what_it_hides(place: Passage | Grid) -> bool:
    """Whether a table marks its suppressed values cell by cell: what is not so marked is all there."""
    return isinstance(place, Grid) and any(_HIDDEN_CELL.fullmatch(text.strip()) for row in place.texts for text in row)


def _cells(place: Passage | Grid) -> str:
    """What a table says in its own heads and labels."""
    if isinstance(place, Passage):
        return ""
    return " ".join((*place.heads, *(place.label(r) for r in range(len(place.texts)))))
