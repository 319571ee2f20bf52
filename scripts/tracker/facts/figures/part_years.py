"""A note under a table says that one of its years is not whole: "Figures for 2024/25 are to 31 December 2024".

In: a ``PaperContext``, a table's place and its drafts. Out: the drafts, those of that year with the time that the note
gives them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, islice

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.sections import Placed
from tracker.facts.wording.periods import Period, find_periods, without_periods
from tracker.facts.wording.sentences import sentences

_NOTES = 3
"""So many blocks below a table may be its notes; a heading or another table ends them."""
_SAYS_OF_WHAT_TIME = re.compile(
    r"\b(?:figures?|data|numbers?|totals?|results?|counts?|covers?|only|part[\s-]year|year[\s-]to[\s-]date)\b",
    re.IGNORECASE,
)


def of_part_years(context: PaperContext, placed: Placed, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of a table as the notes below it date them."""
    parts = tuple(_part_years(context, placed)) if any(draft.period.months == 12 for draft in drafts) else ()
    return tuple(_dated(draft, parts) for draft in drafts) if parts else tuple(drafts)


def _part_years(context: PaperContext, placed: Placed) -> list[tuple[Period, Period]]:
    """Each year that a note speaks of, with the part of it that is told."""
    found = []
    for index in islice(count(placed.index + 1), _NOTES):
        try:
            block = context.outline.at(index).block
        except KeyError:
            break
        if block.kind in ("heading", "table", "figure"):
            break
        for start, end in sentences(block.text):
            note = block.text[start:end]
            times = [period for period in find_periods(note) if period.end]
            if len(times) == 2 and _SAYS_OF_WHAT_TIME.search(note) and not re.search(r"\d", without_periods(note)):
                year, part = sorted(times, key=lambda period: period.end, reverse=True)
                if year.months == 12 and part.end < year.end and part.start in ("", year.start):
                    found.append((year, replace(part, start=year.start)))
    return found


def _dated(draft: Draft, parts: Sequence[tuple[Period, Period]]) -> Draft:
    for year, part in parts:
        if (draft.period.start, draft.period.end) == (year.start, year.end):
            return replace(draft, period=replace(part, label=f"{draft.period.label}, {part.label}"))
    return draft
