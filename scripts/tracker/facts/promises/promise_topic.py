"""What a promise is about: its own words, and those around it that a reader knows when he comes to it.

"As that succeeded, one will now join social care teams too" says little; the sentence before it and the heading over it
("Safeguarding adults", an IDVA works in the team) tell what "one" is. In: papers and commitments. Out: a ``Topic``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.facts.sections import Outline
from tracker.facts.wording.likeness_words import content_words, name_words
from tracker.facts.wording.sentences import sentences
from tracker.records import Commitment

_OWN, _HEADING, _BEFORE = 1.0, 0.6, 0.4
"""What a word tells that stands in the promise, in the heading over it, in the sentence before it. Of eleven settings
tried on five papers and on the same papers in other words, these set the right section first most often."""
_BEGINNING = 40
"""So many characters of a promise find it in its paragraph again: its end may have been cut or mended."""


@dataclass(frozen=True)
class Topic:
    """``own``: words of the promise; ``told``: how much each word counts, those around it too; ``names``: words of
    names in the promise."""

    own: frozenset[str]
    told: Mapping[str, float]
    names: frozenset[str]
    firm: bool


def topics(outlines: Mapping[str, Outline], framework: Iterable[tuple[str, str]]) -> Callable[[Commitment], Topic]:
    """How to tell what a promise is about. ``framework``: paper and block of the headings that are an objective or
    outcome themselves: they stand over many promises and tell none apart."""
    names_of_promises = frozenset(framework)

    def topic_of(commitment: Commitment) -> Topic:
        heading = before = ""
        outline = outlines.get(commitment.source.paper)
        placed = outline.of(commitment.source.block) if outline else None
        if outline and placed:
            before = _sentence_before(placed.block.text, commitment.text)
            over = outline.headings(placed)[-1:]
            heading = "".join(b.text for b in over if (commitment.source.paper, b.id) not in names_of_promises)
        own = content_words(commitment.text)
        told = _weighed(own, content_words(heading), content_words(before))
        return Topic(own, told, name_words(commitment.text), commitment.strength == "firm")

    return topic_of


def _weighed(own: frozenset[str], heading: frozenset[str], before: frozenset[str]) -> dict[str, float]:
    around = ((word, _BEFORE) for word in before), ((word, _HEADING) for word in heading)
    told = dict(pair for pairs in around for pair in pairs)
    return told | dict.fromkeys(own, _OWN)


def _sentence_before(paragraph: str, promise: str) -> str:
    at = paragraph.find(promise[:_BEGINNING])
    said: Sequence[tuple[int, int]] = sentences(paragraph[:at]) if at > 0 else ()
    return paragraph[said[-1][0] : said[-1][1]] if said else ""
