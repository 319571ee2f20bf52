"""What goes on from number to number of a sentence, and whether one of them is another area's."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_flow import Flow, ProseFigure
from tracker.facts.figures.prose_opening import Held
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period
from tracker.facts.wording.scope import names_place, other_area


@dataclass
class Course:
    """What goes on from number to number of a sentence: the period that dated the last one, whose the numbers are."""

    dated: Period | None = None
    owner: str = ""
    told: dict[int, Naming] = field(default_factory=dict)
    """The namings so far, by the places of their numbers."""
    figures: list[ProseFigure] = field(default_factory=list)
    moved_to: Naming | None = None
    """What the number ``moved_at`` is: the second of "from … to …"."""
    moved_at: int = -1


def is_elsewhere(held: Held, mention: Mention, flow: Flow) -> bool:
    """Whether a number is of another area: one named beside it, or the one that the text has come to speak of."""
    there = other_area(held.sentence, mention.start, held.place) if mention.sort != "rank" else ""
    return bool(there or (flow.foreign if not names_place(held.sentence, held.place) else ""))
