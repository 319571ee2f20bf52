"""What a later paper reports about a promise: proposed by likeness of words and names, confirmed by people.

In: all readings, their commitments and what the strategies promise. Out: the commitments with ``later_evidence``:
sections of papers, or of parts of the same pack, that are dated later than the promise. Precision goes before recall: a
missing proposal costs a reader nothing, a wrong one costs trust.

A section is weighed whole, with its likest passage and its heading, against what the promise is about. Rare words
weigh more; a section that reports on the promise's own objective, or on one that answers to it, is likelier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tracker.facts.promises.later_passages import days_of_promises, passages_in
from tracker.facts.promises.later_sections import Place, Reported, ToldSections
from tracker.facts.promises.promise_topic import topics
from tracker.facts.sections import outline_of
from tracker.records import Commitment, Evidence, Outcome, Priority, Reading

_NEAR_BEST, _MOST = 0.9, 2
"""A second section is proposed when it is nearly as good as the best."""
_NEAR_PASSAGE = 0.75
"""Of a section's passages the likest is named, with those nearly as like."""


def with_later_evidence(
    readings: Sequence[Reading], commitments: Sequence[Commitment], nodes: Sequence[Priority | Outcome] = ()
) -> tuple[Commitment, ...]:
    """The commitments, each with the places that seem to report on it later, best first.

    ``nodes``: objectives and outcomes of all strategies, with where papers report on each and which answer to which.
    """
    outlines = {reading.id: outline_of(reading.paper) for reading in readings}
    paper_of = {part.id: part.paper for reading in readings for part in reading.facts.parts}
    framework = frozenset((paper_of.get(e.part, ""), e.section) for node in nodes for e in node.evidence)
    topic_of = topics(outlines, framework)
    sections = ToldSections((p for reading in readings for p in passages_in(reading, outlines[reading.id])), framework)
    answering, day_of = _answering(nodes), days_of_promises(readings)

    def evidence(commitment: Commitment) -> tuple[Evidence, ...]:
        day = day_of(commitment)
        return _evidence(sections.found(topic_of(commitment), day, answering(commitment.relates_to))) if day else ()

    return tuple(
        commitment.model_copy(update={"later_evidence": (*commitment.later_evidence, *found)})
        if (found := evidence(commitment))
        else commitment
        for commitment in commitments
    )


def _answering(nodes: Sequence[Priority | Outcome]) -> Callable[[str], frozenset[Place]]:
    """For an objective's id, the places that report on it, on what answers to it and on the outcomes below these."""
    by_id: Mapping[str, Priority | Outcome] = {node.id: node for node in nodes}
    below: dict[str, list[Outcome]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, Outcome):
            below[node.priority].append(node)

    def reported(node: Priority | Outcome) -> frozenset[Place]:
        same = [node, *(by_id[name] for name in node.answers if name in by_id)]
        whole = [*same, *(outcome for one in same for outcome in below.get(one.id, ()))]
        return frozenset((e.part, block) for one in whole for e in one.evidence for block in e.blocks)

    places = {node.id: reported(node) for node in nodes}
    return lambda name: places.get(name, frozenset())


def _evidence(found: Sequence[Reported]) -> tuple[Evidence, ...]:
    """One reference for each section of the best, with its likest passages in reading order."""
    return tuple(
        Evidence(part=p.part, section=p.section, blocks=_likest(one))
        for one in found[:_MOST]
        if one.score >= _NEAR_BEST * found[0].score
        for p in one.passages[:1]
    )


def _likest(found: Reported) -> tuple[str, ...]:
    most = max(found.shared.values())
    return tuple(p.block for p in found.passages if found.shared.get(p.block, 0.0) >= _NEAR_PASSAGE * most)
