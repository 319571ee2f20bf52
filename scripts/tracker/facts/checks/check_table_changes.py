"""Columns (or rows) of changes in tables against the two values beside them.

In: a table. Out: a check for each cell of a change line whose pair of values is known: by the periods in the heads, or
because it is the one pair that most of the cells fit. A line whose pair is not known is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from tracker.facts.checks.change_words import Direction
from tracker.facts.checks.check_changes import compare
from tracker.facts.checks.check_record import Check, Verdict
from tracker.facts.checks.matrix import Matrix, views_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount, amount_of_cell, amounts_in
from tracker.facts.wording.time_order import time_of

_CHANGE_HEAD = re.compile(
    r"\b(?:changes?|difference|variance|increase|decrease|movement|direction of travel|dot|trend)\b|\+\s?/\s?-"
    r"|±|%\s?\+/-",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|target|baseline|london|national|england|forecast|budget)\b", re.IGNORECASE)
"""Heads of changes against something that the table may not show."""
_POINTS = re.compile(r"percentage[- ]point|\bpp\b|% point", re.IGNORECASE)
_UP = re.compile(r"▲|↑|\b(?:increase[ds]?|rise|rose|up|higher)\b", re.IGNORECASE)
_DOWN = re.compile(r"▼|↓|\b(?:decrease[ds]?|fall|fell|reduction|reduced|down|lower)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StatedCell:
    """A cell that states a change, its sign from a minus, a word or an arrow."""

    amount: Amount
    direction: Direction


def stated_in(text: str) -> StatedCell | None:
    """The change that a cell states ("▼ -19.6%", "Decrease (3.5%)", "1.1 %", "+3"), None when it states none."""
    plain = amount_of_cell(text)
    found = [plain] if plain else list(amounts_in(text))
    if len(found) != 1:
        return None
    amount = found[0]
    if amount.value < 0:
        return StatedCell(amount, "down")
    up, down = _UP.search(text), _DOWN.search(text)
    if up and down:
        return None
    if up or down:
        return StatedCell(amount, "up" if up else "down")
    return StatedCell(amount, "up" if "+" in text else "")


def _verdicts(m: Matrix, stated: int, before: int, after: int) -> dict[int, tuple[Verdict, str, str]]:
    """Row → verdict, working, explanation, for each row that states a change and has both values."""
    found: dict[int, tuple[Verdict, str, str]] = {}
    points = bool(_POINTS.search(m.across[stated]))
    for r in range(m.size[0]):
        cell = stated_in(m.texts[r][stated])
        a, b = m.amounts[r][before], m.amounts[r][after]
        if cell is None or a is None or b is None or a.unit != b.unit:
            continue
        size = cell.amount
        if points and size.unit == "%":
            size = Amount(size.start, size.end, size.value, size.step, "pp", size.printed, size.near)
        if size.unit == "count" and a.unit == "%":
            size = Amount(size.start, size.end, size.value, size.step, "pp", size.printed, size.near)
        if size.unit == "count" and "%" in m.across[stated]:
            size = Amount(size.start, size.end, size.value, size.step, "%", size.printed, size.near)
        found[r] = compare(size, cell.direction, a, b)
    return found


def _stated_lines(m: Matrix) -> Iterator[int]:
    for c, head in enumerate(m.across):
        if not _CHANGE_HEAD.search(head) or _SINCE.search(head):
            continue
        if any(stated_in(row[c]) for row in m.texts):
            yield c


def _pair(m: Matrix, stated: int, lines: set[int]) -> tuple[int, int] | None:
    """The columns before and after of a change column."""
    values = [
        c for c in range(m.size[1]) if c not in lines and sum(a is not None for a in m.column(c)) * 2 >= m.size[0] > 0
    ]
    values = [c for c in values if any(m.amounts[r][c] for r in range(m.size[0]) if stated_in(m.texts[r][stated]))]
    if len(values) < 2:
        return None
    times = {c: time_of(m.across[c]) for c in values}
    scored = []
    for before, after in permutations(values, 2):
        verdicts = _verdicts(m, stated, before, after)
        told = [v for v, _, _ in verdicts.values() if v != "cannot tell"]
        fit = told.count("agrees")
        t0, t1 = times[before], times[after]
        if t0 and t1 and t0 > t1:
            continue
        scored.append((fit, -(abs(stated - before) + abs(stated - after)), before, after, len(told)))
    if not scored:
        return None
    fit, _, before, after, told_count = max(scored)
    if fit >= 3 and fit * 2 > told_count:
        return before, after
    if len(values) == 2:
        ordered = [c for c in values if times[c]]
        if len(ordered) == 2 and times[values[0]] != times[values[1]] and (fit or told_count < 3):
            first, second = sorted(values, key=lambda c: times[c] or "")
            return first, second
        if fit >= 2 and fit * 2 > told_count:
            return before, after
    return None


def checks_of_table_changes(grid: Grid) -> tuple[Check, ...]:
    """A check for each cell of the table that states a change of two others."""
    for m in views_of(grid):
        lines = set(_stated_lines(m))
        found: list[Check] = []
        for stated in sorted(lines):
            pair = _pair(m, stated, lines)
            if pair is None:
                continue
            for r, (verdict, working, why) in _verdicts(m, stated, *pair).items():
                at = (m.spot(r, stated), m.spot(r, pair[0]), m.spot(r, pair[1]))
                found.append(Check("change", verdict, m.texts[r][stated], working, why, at))
        if found:
            return tuple(found)
    return ()


def rows_with_two_times(grid: Grid) -> tuple[tuple[str, int, int, int, Matrix], ...]:
    """Label, row, column before and column after, of a table that sets two times beside each other."""
    m = views_of(grid)[0]
    lines = set(_stated_lines(m))
    values = [c for c in range(m.size[1]) if c not in lines and any(m.column(c))]
    times = {c: time_of(m.across[c]) for c in values}
    timed = [c for c in values if times[c]]
    if len(timed) != 2 or times[timed[0]] == times[timed[1]]:
        return ()
    before, after = sorted(timed, key=lambda c: times[c] or "")
    return tuple(
        (m.down[r], r, before, after, m) for r in range(m.size[0]) if m.amounts[r][before] and m.amounts[r][after]
    )
