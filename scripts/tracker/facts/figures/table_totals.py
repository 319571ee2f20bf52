"""Tables that count reasons, and whose total the paper tells elsewhere: what they count is what the total is of.

In: the drafts of a paper's tables and those of its running text. Out: the drafts of the tables; where a caption names
only what parts the counted ("Main reason for loss of home"), and the totals of two times or more are told in sentences
of one measure ("1,734 households were owed a duty in 2024/25"), under the name of that measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.drafts import Draft

_PARTS_ONLY = re.compile(
    r"(?:main |primary |stated |recorded |most common )*(?:reasons?|causes?|sources?|grounds?|methods?|routes?)"
    r" (?:for|of|by|into)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |overall )?totals?|all(?: \w+)?", re.IGNORECASE)
_LEAST_TOLD = 2
"""One total may be met by chance."""


def named_by_totals(tables: Sequence[Draft], told: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of tables, those that count reasons named after what the paper says their totals are."""
    known = {
        (draft.value, draft.period.start, draft.period.end): draft
        for draft in told
        if draft.trust != "unsure" and draft.measure == "count" and not draft.breakdown and draft.period.start
    }
    totals: dict[int, list[Draft | None]] = defaultdict(list)
    for draft in tables:
        if _counts_parts(draft) and any(_TOTAL.fullmatch(words.strip()) for _, words in draft.breakdown):
            totals[draft.index].append(known.get((draft.value, draft.period.start, draft.period.end)))
    measures: dict[int, Draft] = {}
    for index, found in totals.items():
        names = {draft.name for draft in found if draft}
        if len(found) >= _LEAST_TOLD and None not in found and len(names) == 1 and found[0]:
            measures[index] = found[0]
    return tuple(
        replace(draft, name=measure.name, unit=measure.unit, also=(*draft.also, draft.name))
        if (measure := measures.get(draft.index)) and _counts_parts(draft)
        else draft
        for draft in tables
    )


def _counts_parts(draft: Draft) -> bool:
    return draft.kind == "table" and draft.measure == "count" and _PARTS_ONLY.match(draft.name) is not None
