"""Parts that cannot be parts of what they stand under: larger than the whole.

In: drafts of running text in reading order. Out: the same drafts; a part that is larger than the whole that was told
last under its name, for the same time, was counted of something else ("15 people moved on." – "Of the 23 people counted
…, 16 …"): it and the other parts told in its sentence wait for a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.facts.figures.drafts import Draft


def parts_of_their_whole(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, those that are part of no whole of that name unsure."""
    told = list(drafts)
    wholes: dict[tuple[str, str], Draft] = {}
    astray: set[tuple[str, int, str]] = set()
    for draft in told:
        if draft.measure != "count" or not draft.value:
            continue
        key = (draft.name, draft.unit)
        if not draft.breakdown:
            wholes[key] = draft
        elif draft.breakdown[0][0] == "group" and len(draft.breakdown) == 1 and key in wholes:
            whole = wholes[key]
            same_time = not draft.period.label or draft.period == whole.period or not whole.period.label
            beside = draft.quote == whole.quote or f"({draft.printed}" in draft.quote
            if beside or not draft.unit or draft.unit.rstrip("s") not in draft.quote.lower():
                # "14 were carers and 17 were pupils", "courses: first aid (37)": beside the whole, not of it; a number
                # without its noun goes on from what was told before
                continue
            if same_time and whole.qualifier in ("", "about") and float(draft.value) > float(whole.value):
                astray.add((draft.name, draft.index, draft.quote))
    return tuple(
        replace(draft, trust="unsure")
        if any(key == "group" for key, _ in draft.breakdown) and (draft.name, draft.index, draft.quote) in astray
        else draft
        for draft in told
    )
