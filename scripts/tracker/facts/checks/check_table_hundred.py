"""Lines of shares that make a whole in a table: the answers to one question, given for each group asked.

In: a table. Out: checks of the lines that do not make a hundred where the others do. Shares are rounded by themselves:
a line that misses by no more than that agrees. A table whose lines make no hundred has other shares and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tracker.facts.checks.check_record import Check
from tracker.facts.checks.matrix import Matrix, views_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import shown

LEAST_LINES = 3
"""Lines that must make a hundred before another is judged by them."""
LEAST_SHARES = 3
"""Shares in a line: two that make a hundred may be chance."""
FITTING = Fraction(2, 3)
"""The share of lines that make a hundred."""


def checks_of_table_hundreds(grid: Grid) -> tuple[Check, ...]:
    """Checks of the rows (or columns) of shares of a table, where most make a hundred."""
    return tuple(check for m in views_of(grid) for check in _hundreds(m))


def _hundreds(m: Matrix) -> Iterator[Check]:
    columns = [
        c
        for c in range(m.size[1])
        if (cells := [a for a in m.column(c) if a is not None]) and all(a.unit == "%" and a.value < 100 for a in cells)
    ]
    if len(columns) < LEAST_SHARES:
        return
    lines = [
        (r, [a for c in columns if (a := m.amounts[r][c]) is not None])
        for r in range(m.size[0])
        if all(m.amounts[r][c] is not None for c in columns)
    ]
    whole = [_is_whole(shares) for _, shares in lines]
    if sum(whole) < LEAST_LINES or Fraction(sum(whole), len(lines)) < FITTING:
        return
    for (r, shares), right in zip(lines, whole, strict=True):
        if right:
            continue
        total = sum((a.value for a in shares), Fraction(0))
        stated = " + ".join(a.printed for a in shares)
        working = f"{shown(total)}%"
        why = "In the other lines the shares make 100%."
        yield Check("parts", "differs", stated, working, why, (m.spot(r, columns[0]), m.spot(r, columns[-1])))


def _is_whole(shares: list[Amount]) -> bool:
    total = sum((a.value for a in shares), Fraction(0))
    return abs(total - 100) <= sum((a.step for a in shares), Fraction(0)) / 2
