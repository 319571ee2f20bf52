"""Figures of one sentence that nothing tells apart: they wait for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.prose_flow import ProseFigure

# "£202,000 (£101,000 a year)", "another 6": said with the first, not against it.
_APART = re.compile(
    r"(?:\d[\d,.]*%?(?:\s[a-z]+)?\s?\(\s?|\b(?:another|a further|an additional|rising to|to|from|plus)\s)"
    r"(?:about\s|over\s)?$"
)


def _set_apart(figure: ProseFigure) -> bool:
    return _APART.search(figure.quote[: figure.mention.start]) is not None


def _in_bare_brackets(figure: ProseFigure) -> bool:
    """Whether a number alone in brackets stands behind another ("rose to 512 (468)"): at what time, is not told."""
    if figure.period is None:
        return False
    before, after = figure.quote[: figure.mention.start], figure.quote[figure.mention.end :]
    return before.rstrip().endswith("(") and after.startswith(")") and figure.naming.measure != "money"


def without_twins(figures: Sequence[ProseFigure]) -> list[ProseFigure]:
    """The figures of a sentence; those that would stand under one name, part and time with unlike values are unsure,
    as what tells them apart ("the council £425,000 and health £90,000") was not understood."""
    seen: dict[tuple[object, ...], list[int]] = {}
    for n, figure in enumerate(figures):
        period = figure.period
        when = (period.start, period.end, period.label) if period else ()
        key = (figure.naming.title, figure.naming.breakdown, figure.naming.unit.partition(" per ")[0], when)
        seen.setdefault(key, []).append(n)
    twins = {
        n
        for places in seen.values()
        if len({figures[n].mention.value for n in places}) > 1
        and not any(figures[n].naming.same or _set_apart(figures[n]) for n in places[1:])
        for n in places
    }
    twins |= {
        n
        for places in seen.values()
        for n in places[1:]
        if figures[n].mention.value != figures[places[0]].mention.value and _in_bare_brackets(figures[n])
    }
    return [
        replace(figure, naming=replace(figure.naming, sure=False)) if n in twins else figure
        for n, figure in enumerate(figures)
    ]
