"""Where targets stand that no indicator has: under the outcome or priority that their passage is evidence of.

In: targets, outcomes and priorities. Out: for each target the id of the outcome, else priority, "" where it is neither.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tracker.records import Outcome, Priority, Target


def without_indicator(targets: Iterable[Target], indicators: Collection[str]) -> tuple[Target, ...]:
    """The targets whose measure has no page: no figures were found for it."""
    return tuple(target for target in targets if target.indicator not in indicators)


def places_of_targets(
    targets: Iterable[Target], outcomes: Sequence[Outcome], priorities: Sequence[Priority]
) -> dict[str, str]:
    """By target id. A passage is named by its paper, as the parts' ids begin, and its block."""
    nodes: tuple[Outcome | Priority, ...] = (*outcomes, *priorities)
    under = {
        (evidence.part, block): node.id
        for node in reversed(nodes)
        for evidence in node.evidence
        for block in evidence.blocks
    }
    return {
        target.id: next(
            (
                node
                for (part, block), node in under.items()
                if block == target.source.block and part.startswith(target.source.paper)
            ),
            "",
        )
        for target in targets
    }
