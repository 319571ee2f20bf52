"""What a later paper reports about a promise: proposed by likeness of words and names, confirmed by people.

In: all readings and their commitments. Out: the commitments with ``later_evidence``: places of papers, or of parts of
the same pack, that are dated later than the promise. Precision goes before recall: a missing proposal costs a reader
nothing, a wrong one costs trust.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.facts.promises.later_passages import Passage, days_of_promises, passages_in
from tracker.facts.wording.likeness_words import Weights, content_words, rare_names
from tracker.records import Commitment, Evidence, Reading

# What a passage must share with a promise, found on five papers with 69 promises of which a later part reports
# (weights are natural logarithms of how rare a word is among sections: 5.8 for a word of one section in 320):
_LEAST_SHARED = 10.0
"""The weight of all words shared, three rare ones or so: "residents should feel safe" stays far below."""
_LEAST_PLAIN = 6.0
"""The weight of the shared words that are no names: a list of boroughs or bodies alone is no report."""
_NAMES_ALONE, _NAMES_PART = 9.0, 0.5
"""Unless the score and the part of the promise shared are so high that the names are most of what it says ("We will
sign up shops to Ask for Angela"). Found on three invented strategies with their annual reports: 33 instead of 26 of
38 promises have their report proposed, nothing else; no other proposal on the five papers."""
_LEAST_PART = 0.36
"""The part of the promise's own weight that the passage shares."""
_LEAST_SCORE = 5.0
"""The shared weight times how much of both texts it is. Above it three proposals in four were right, the others
next door to what the key names; at 4 it is two in three, at 3 one in two."""
_NAME_IN_HEADING = 3.0
"""What a rare name of the promise in the heading over the passage adds."""
_NEAR_BEST, _MOST = 0.75, 2
"""A second place is proposed when it is nearly as good as the best."""


@dataclass(frozen=True)
class _Found:
    score: float
    passage: Passage


def with_later_evidence(readings: Sequence[Reading], commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The commitments, each with the places that seem to report on it later, best first."""
    passages = [passage for reading in readings for passage in passages_in(reading)]
    weights = Weights.of_sections(passages)
    places: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        for word in passage.words:
            if weights.is_telling(word):
                places[word].append(passage)
    day_of = days_of_promises(readings)
    return tuple(
        commitment.model_copy(update={"later_evidence": (*commitment.later_evidence, *found)})
        if (found := _evidence(_places(commitment, day_of(commitment), places, weights)))
        else commitment
        for commitment in commitments
    )


def _places(commitment: Commitment, day: str, places: dict[str, list[Passage]], weights: Weights) -> list[_Found]:
    """Passages that report on one promise, best first; none for a promise whose day is not known."""
    if not day:
        return []
    words = content_words(commitment.text)
    names = rare_names(commitment.text, weights)
    near = {(p.paper, p.block): p for word in words for p in places.get(word, ()) if p.day > day}
    found = [
        _Found(score, passage)
        for passage in near.values()
        if (score := _score(words, names, passage, weights)) >= _LEAST_SCORE
    ]
    return sorted(found, key=lambda f: (-f.score, f.passage.paper, f.passage.index))


def _score(words: frozenset[str], names: frozenset[str], passage: Passage, weights: Weights) -> float:
    """How much a passage reads as a report on a promise, 0 where it is too little to go by."""
    shared = words & passage.words
    if len(shared) < 2:
        return 0.0
    above = (words & passage.heading_words) - shared
    own = weights.of(words)
    common = names & (passage.names | passage.heading_names)
    weight, over = weights.of(shared), weights.of(above)
    part = (weight + 0.7 * over) / own
    name_weight = weights.of(common)
    if weight + over + 0.5 * name_weight < _LEAST_SHARED or part < _LEAST_PART:
        return 0.0
    alike = weight / math.sqrt(own * weights.of(passage.words))
    score = (weight + 0.7 * over + 0.5 * name_weight) * 0.5 * (part + alike)
    if weights.of(shared - common) < _LEAST_PLAIN and not (score >= _NAMES_ALONE and part >= _NAMES_PART):
        return 0.0
    return score + (_NAME_IN_HEADING if common & passage.heading_words else 0.0)


def _evidence(found: Iterable[_Found]) -> tuple[Evidence, ...]:
    """One reference for each section, the best two, of passages near the best in score."""
    sections: dict[tuple[str, str], list[Passage]] = {}
    best = 0.0
    for one in found:
        best = best or one.score
        key = (one.passage.part, one.passage.section)
        if one.score >= _NEAR_BEST * best and (key in sections or len(sections) < _MOST):
            sections.setdefault(key, []).append(one.passage)
    return tuple(
        Evidence(part=part, section=section, blocks=tuple(p.block for p in sorted(held, key=lambda p: p.index)))
        for (part, section), held in sections.items()
    )
