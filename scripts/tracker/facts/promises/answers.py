"""Promises of different frameworks that mean the same: proposed by likeness, confirmed by people.

In: priorities and outcomes of all papers. Out: the same with ``answers`` filled: ids of nodes of other strategies. An
outcome of one strategy may answer to an objective of another ("Priority 2, outcome 3" to "Objective 3").
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.wording.names import likeness
from tracker.records import Outcome, Priority

# Wordings at least so alike (0 to 100) are proposed. Found on objectives that a second paper reworded (75 and above)
# against the nearest strangers (below 60).
_PROPOSED = 72.0

_Node = Priority | Outcome


def with_answers(
    priorities: Sequence[Priority], outcomes: Sequence[Outcome]
) -> tuple[tuple[Priority, ...], tuple[Outcome, ...]]:
    """Proposes joins between nodes of different strategies, best first; each keeps all that are like enough."""
    nodes: list[_Node] = [*priorities, *outcomes]
    answers: dict[str, list[tuple[float, str]]] = {node.id: [] for node in nodes}
    for i, one in enumerate(nodes):
        for other in nodes[i + 1 :]:
            if one.strategy == other.strategy or one.id == other.id:
                continue
            score = max((likeness(a, b) for a in _texts(one) for b in _texts(other)), default=0.0)
            if score >= _PROPOSED:
                answers[one.id].append((-score, other.id))
                answers[other.id].append((-score, one.id))

    def found(node: _Node) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*node.answers, *(name for _, name in sorted(answers[node.id])))))

    return (
        tuple(p.model_copy(update={"answers": found(p)}) for p in priorities),
        tuple(o.model_copy(update={"answers": found(o)}) for o in outcomes),
    )


def _texts(node: _Node) -> tuple[str, ...]:
    return tuple(dict.fromkeys((node.title, *(w.text for w in node.wordings))))
