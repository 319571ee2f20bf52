"""Tables that carry a number forward: cases at one meeting, less those closed, plus new ones, are those at the next.

In: a table with times in its heads and three lines: a stock, what came in, what went out. Out: a check of each step.
How the paper counts (are new cases in the stock already?) is taken from the steps: the way that most of them fit.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from tracker.facts.checks.check_record import Check, Verdict
from tracker.facts.checks.matrix import Matrix, views_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.rounding import shown
from tracker.facts.wording.time_order import time_of

_IN = re.compile(
    r"\b(?:new|opened|received|joined|started|added|starters|admissions|referred in|arrivals)\b", re.IGNORECASE
)
_OUT = re.compile(
    r"\b(?:closed?|completed|ended|left|resolved|discharged|removed|leavers|departures|exits?)\b", re.IGNORECASE
)
_STOCK = re.compile(
    r"\b(?:cases|open|active|caseload|cohort|people|residents|clients|total|current|live|ongoing)\b", re.IGNORECASE
)

# (new of the next column?, closed of the next column?): the four ways to count.
_WAYS = ((True, False), (True, True), (False, False), (False, True))

FITTING = Fraction(2, 3)
"""The share of steps that must fit one way of counting; three fitting steps at least."""


def _rows(m: Matrix) -> tuple[int, int, int] | None:
    """Stock, in and out, when the table has one line of each."""
    came = [r for r, label in enumerate(m.down) if _IN.search(label) and not _OUT.search(label)]
    went = [r for r, label in enumerate(m.down) if _OUT.search(label) and not _IN.search(label)]
    stock = [r for r, label in enumerate(m.down) if _STOCK.search(label) and r not in came and r not in went]
    return (stock[0], came[0], went[0]) if len(stock) == len(came) == len(went) == 1 else None


def checks_of_series(grid: Grid) -> tuple[Check, ...]:
    """A check for each step from one time to the next."""
    for m in views_of(grid):
        rows = _rows(m)
        if rows is None:
            continue
        columns = [c for c in range(m.size[1]) if time_of(m.across[c]) and all(m.amounts[r][c] for r in rows)]
        times = [time_of(m.across[c]) or "" for c in columns]
        if len(columns) < 4 or times != sorted(times):
            continue
        found = [_steps(m, rows, columns, *way) for way in _WAYS]
        best = max(found, key=lambda checks: sum(c.verdict == "agrees" for c in checks))
        fit = sum(c.verdict == "agrees" for c in best)
        if fit >= 3 and Fraction(fit, len(best)) >= FITTING:
            return best
    return ()


def _steps(
    m: Matrix, rows: tuple[int, int, int], columns: list[int], new_next: bool, out_next: bool
) -> tuple[Check, ...]:
    stock, came, went = rows
    found = []
    for c, d in pairwise(columns):
        start, end = m.amounts[stock][c], m.amounts[stock][d]
        new, out = m.amounts[came][d if new_next else c], m.amounts[went][d if out_next else c]
        assert start and end and new and out
        gives = start.value - out.value + new.value
        working = f"{start.printed} − {out.printed} + {new.printed} = {shown(gives)}"
        spots = (
            m.spot(stock, d),
            m.spot(stock, c),
            m.spot(went, d if out_next else c),
            m.spot(came, d if new_next else c),
        )
        why = "The other steps of the table fit; the paper does not say how it counts." if gives != end.value else ""
        verdict: Verdict = "agrees" if gives == end.value else "differs"
        found.append(Check("carried forward", verdict, end.printed, working, why, spots))
    return tuple(found)
