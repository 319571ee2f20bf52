"""The number of things that an action wants done: "Fit 30 more doorbells at homes in Kelbrook".

In: the words of an action. Out: ``wanted_by``, the number with its name as a plan ("Doorbells to be fitted at homes in
Kelbrook") and as what came of it ("Doorbells fitted at homes in Kelbrook"); None for an action whose first number is
not of what its verb does ("Visit shops in 12 wards", "Reduce thefts by 12", "Deliver 16 Days of Action").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.counting import counting
from tracker.facts.sentence.lexicon import PREPOSITIONS
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context
from tracker.facts.wording.sentence_periods import blank_periods, sentence_periods
from tracker.facts.wording.verb_forms import participle
from tracker.facts.wording.word_forms import capital

# "Train a further 200 staff", "Set up two panels": what may stand between the verb and its number
_COMMAND = re.compile(
    r"(?P<verb>[A-Z][a-z]+)(?P<particle>\s(?:up|out|down|in))?"
    r"(?:\s(?:a\s(?:further|total\sof)|an\s(?:additional|extra)|another|all(?:\sof\sthe)?|the\s(?:last|remaining|first|next"
    r"|other)|up\sto|at\sleast|about|around|over))?\s+$"
)
_MORE = re.compile(r"\s(?:more|further|additional|extra)(?=\s[a-z])")
_TIMES = re.compile(r"(?:hours?|minutes?|days?|nights?|weeks?|months?|years?|times|phases?|stages?)$", re.IGNORECASE)
_LEAD = "We will "


@dataclass(frozen=True)
class Wanted:
    """So many things that an action wants done; ``mention`` is of the action's own words."""

    mention: Mention
    noun: str
    done: str
    """What is done to them: "fitted"."""
    rest: str
    """Where, for whom: "at homes in Kelbrook"; "" for none."""

    @property
    def unit(self) -> str:
        """The last word of what is counted."""
        return self.noun.split()[-1]

    def title(self, state: str) -> str:
        """The name of those that are in a state: "to be fitted", "fitted"."""
        return capital(f"{self.noun} {state} {self.rest}".strip())


def wanted_by(action: str) -> Wanted | None:
    """The number of things that an action wants done, None where it tells of none."""
    first = next(iter(mentions(action)), None)
    told = _COMMAND.fullmatch(action[: first.start]) if first else None
    if (
        first is None
        or told is None
        or first.sort != "count"
        or re.match(r"\s*(?:of|to|or|[-–])\s", action[first.end :])
    ):
        return None
    said = _LEAD + action[:1].lower() + action[1 : first.end] + _MORE.sub("", action[first.end :], count=1)
    periods = sentence_periods(said, Context())
    numbers = [m for m in mentions(said) if not any(p.begin <= m.start < p.finish for p in periods)]
    if not numbers or numbers[0].start != first.start + len(_LEAD):
        return None
    parsed = parse(blank_periods(said, periods), [(m.start, m.end) for m in numbers])
    counted = counting(parsed, parsed.at(numbers[0].start))
    if counted is None or counted.role != "object" or not counted.noun or _TIMES.search(counted.noun):
        return None
    if counted.noun.split()[-1] in PREPOSITIONS:
        # "five hedges along the railway", not parsed
        return None
    if not first.in_words and re.match(r"[A-Z][a-z]", counted.noun):
        # "Deliver 5 Ways to Wellbeing": a name
        return None
    rest: list[str] = []
    for piece in counted.post:
        if piece.startswith("and ") and not rest:
            # "Appoint two wardens and train them": another thing to do
            break
        rest.append(piece)
    done = participle(told["verb"].lower()) + (told["particle"] or "")
    return Wanted(first, counted.noun, done, " ".join(rest))
