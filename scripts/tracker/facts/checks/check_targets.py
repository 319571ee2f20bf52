"""Results that a text sets above or below a target: "1251 referrals …: above its annual target of 1200".

In: a passage. Out: checks of sentences that print the result and the target and say which is larger. A sentence with
several results of the target's unit is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.passages import Passage

_TARGET = re.compile(
    r"\b(?:(?P<above>above|exceed(?:s|ed|ing)?|over|more than|higher than|surpass(?:es|ed|ing)?|beat(?:s|ing)?)"
    r"|(?P<below>below|under|short of|less than|fewer than|lower than))\s+(?:its|the|our|their|an?)?\s*(?:\w+\s+){0,2}?"
    r"(?:target|goal|threshold|standard|ambition)s?\s+(?:of|is|was|\()\s*(?:about |around |over )?$",
    re.IGNORECASE,
)


def checks_of_targets(p: Passage) -> Iterator[Check]:
    """Checks of results against the targets that the same sentence prints."""
    for target in p.amounts:
        start, _ = p.sentence_at(target.start)
        words = _TARGET.search(p.text[start : target.start])
        if words is None:
            continue
        before = [a for a in p.amounts if start <= a.start < start + words.start() and a.unit == target.unit]
        if not before or len({a.value for a in before}) != 1 or before[-1].near:
            continue
        result = before[-1]
        above = bool(words["above"])
        right = result.value > target.value if above else result.value < target.value
        stated = p.text[start + words.start() : target.end]
        spots = (Spot(p.block, start + words.start(), target.end), Spot(p.block, result.start, result.end))
        working = f"{result.printed} against {target.printed}"
        yield Check("target", "agrees" if right else "differs", stated, working, "", spots)
