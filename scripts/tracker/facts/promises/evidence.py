"""What a paper reports under a heading, by reference to the blocks of its part.

In: a context, an outline and a section. Out: ``Evidence`` records: one for each part that the section reaches into.
"""

from __future__ import annotations

from tracker.facts.context import PaperContext
from tracker.facts.sections import Outline, Section
from tracker.records import Evidence


def evidence_under(context: PaperContext, scope: Outline, section: Section) -> tuple[Evidence, ...]:
    """References to every block below the section's heading, sub-sections included, in reading order."""
    by_part: dict[str, list[str]] = {}
    for placed in scope.inside(section):
        span = context.span_of(placed.index)
        if span:
            by_part.setdefault(span.part.id, []).append(placed.block.id)
    heading = section.heading.block.id
    return tuple(Evidence(part=part, section=heading, blocks=tuple(blocks)) for part, blocks in by_part.items())
