"""Figures of one table or one page that nothing tells apart: they wait for a person.

In: all drafts of a paper. Out: the same drafts in the same order; where several of one table, or of the sentences of
one page, have the same name, parts, time and place but unlike values, none of them is shown as fact, because what
tells them apart (a head, a heading, a group) was not understood. Within one sentence ``prose_twins`` sees to it. What
two pages tell differently stays: there the paper contradicts itself, and the checks say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.drafts import Draft
from tracker.facts.wording.measure_keys import name_key


def told_apart(drafts: Sequence[Draft], place: str = "") -> tuple[Draft, ...]:
    """The drafts, unsure where nothing but the value tells one from another. ``place`` is the board's own area."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        if draft.value and draft.trust != "unsure":
            alike[_where(draft), _what(draft, place)].append(n)
    held = {n for places in alike.values() if _unlike([drafts[n] for n in places]) for n in places}
    return tuple(replace(draft, trust="unsure") if n in held else draft for n, draft in enumerate(drafts))


def _where(draft: Draft) -> tuple[object, ...]:
    """A table or chart by its block; sentences by their page."""
    return ("", draft.source.page) if draft.begin >= 0 else (draft.kind, draft.index)


def _what(draft: Draft, place: str) -> tuple[object, ...]:
    period = draft.period
    when = period.start, period.end, "" if period.start or period.end else period.label
    parts = tuple(sorted((name.casefold(), value.casefold()) for name, value in draft.breakdown))
    return name_key(draft.name, place), parts, when, draft.measure, draft.unit, draft.geography


def _unlike(drafts: Sequence[Draft]) -> bool:
    """Whether their values differ, and not as a rounded one from an exact one or as two of one sentence."""
    if len({draft.value for draft in drafts}) < 2 or any(draft.qualifier for draft in drafts):
        return False
    return drafts[0].begin < 0 or len({(draft.index, draft.quote) for draft in drafts}) > 1
