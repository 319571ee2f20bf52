"""What a figure is for a page: a number or not, about the whole or a part, and the words its value is shown in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from tracker.records import Observation
from tracker.site.text import amount

TOTALS = {"total", "totals", "all", "grand total", "overall", "borough total", "council total"}
PERIODS = {"year", "quarter", "month", "period"}
"""Heads of columns that number the periods ("Year 3"): where the dates are known they part nothing."""

GROUPED = re.compile(r"\d,\d{3}(?!\d)")
"""A number whose thousands the paper parts by a comma."""

SIGNS_OF_MORE = ("+", "▲", "↑")
"""What papers print before a change that is more."""


def is_number(observation: Observation) -> bool:
    """Whether an observation has a plain value that may be counted, compared and drawn."""
    if not observation.value or observation.qualifier or observation.marker in {"c", "x", "z"}:
        return False
    try:
        Decimal(observation.value)
    except InvalidOperation:
        return False
    return True


def is_whole(observation: Observation) -> bool:
    """Whether a figure is about the whole of its measure: no breakdown but by periods, or a printed total."""
    return all(
        value.strip().lower() in TOTALS or (name.strip().lower() in PERIODS and bool(observation.period_end))
        for name, value in observation.breakdown
    )


def whole_figures(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The figures about the whole, newest last, one for each period (a printing without breakdown before a total)."""
    found: dict[tuple[str, str, str, str], Observation] = {}
    # A printing with a marker comes first: a break or a revision holds for the figure, wherever it is printed.
    for seen in sorted((o for o in observations if is_whole(o)), key=lambda o: (len(o.breakdown), not o.marker, o.id)):
        found.setdefault((seen.period_start, seen.period_end, seen.unit, seen.measure), seen)
    return tuple(sorted(found.values(), key=lambda o: (o.period_end, o.period_start, o.id)))


def same_place(one: Observation, other: Observation) -> bool:
    """Whether two figures are about one area; a figure that names none is about the tracker's own."""
    return not one.geography or not other.geography or one.geography == other.geography


def shown(observation: Observation) -> str:
    """A value as a page shows it: the paper's own words where they say more than the number, else the number.

    A rank is nothing without its words ("4th lowest"); a change keeps the sign that the paper prints before it.
    """
    if observation.qualifier or not observation.value:
        return observation.as_printed or "no value"
    if observation.measure == "rank" and not observation.as_printed.isdecimal():
        return observation.as_printed or observation.value
    # "8,946" and "8946" are both right; the paper's own habit is kept.
    grouped = GROUPED.search(observation.as_printed) is not None
    signed = observation.measure == "change" and observation.as_printed.lstrip()[:1] in SIGNS_OF_MORE
    return ("+" if signed else "") + amount(observation.value, observation.unit, grouped=grouped)
