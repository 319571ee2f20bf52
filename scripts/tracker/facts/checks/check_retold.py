"""A sentence that tells two values of a table's row again: "fell from 48 in 2020/21 to 37 in 2022/23" beside 48 and 35.

In: observations of one paper. Out: findings where one value is the row's and the other, at its own period, is not. That
one is right shows that the sentence speaks of the row; the row's name must stand in the sentence's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tracker.facts.checks.check_observations import comparable, exact, finding, same, where
from tracker.records import Finding, Observation

_LEAST = 10
"""Smaller values are alike by chance."""

Period = tuple[str, str]


def retold(observations: Sequence[Observation]) -> Iterator[Finding]:
    """Values of sentences that differ from the row of a table of the same part that they tell again."""
    rows: dict[tuple[str, str, str], dict[Period, Observation]] = defaultdict(dict)
    told: dict[tuple[str, str, str, str], dict[Period, Observation]] = defaultdict(dict)
    for o in observations:
        if not exact(o) or o.breakdown:
            continue
        period = (o.period_start, o.period_end)
        if o.kind == "table":
            rows[o.part, o.measure, o.indicator].setdefault(period, o)
        elif o.kind == "sentence":
            told[o.part, o.measure, o.indicator, o.source.block].setdefault(period, o)
    for (part, measure, name, _), said in told.items():
        if len(said) < 2:
            continue
        words = set(name.split("-"))
        for (other_part, other_measure, other), row in rows.items():
            if (part, measure) == (other_part, other_measure) and other != name and set(other.split("-")) <= words:
                yield from _against(said, row)


def _against(said: dict[Period, Observation], row: dict[Period, Observation]) -> Iterator[Finding]:
    both = said.keys() & row.keys()
    right = [p for p in both if same(said[p], row[p]) and float(row[p].value) >= _LEAST]
    for period in sorted(both):
        stated, printed = said[period], row[period]
        if right and not same(stated, printed) and comparable(stated, printed):
            why = "The other value of the sentence is the table's."
            yield finding(
                "text and table",
                "differs",
                stated,
                f"{printed.as_printed} on {where(printed, stated)}",
                why,
                (printed,),
            )
