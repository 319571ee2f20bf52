"""Lines of rates and shares in tables against the two lines they are worked out from: "Rate per 1,000 people" beside
"Offences" and "Population", "Binary rate" beside "Number of reoffenders" and "Number in cohort".

In: a table. Out: checks. Which lines are divided is taken from the numbers alone: the pair whose ratio most of the
cells print. A line that no pair fits is left alone, so that rates worked out elsewhere raise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Verdict
from tracker.facts.checks.matrix import Matrix, views_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.measure_words import is_change
from tracker.facts.wording.rounding import decimals_of, fits

LEAST_FITTING = 3
"""Cells that must fit a pair of lines before the others are judged by it."""
FITTING = Fraction(2, 3)
"""… and their share of all cells: of four cells three."""

_PER = re.compile(r"\bper\s+(?P<per>1,?000|10,?000|100,?000)\b|/\s?(?P<each>1,?000|10,?000|100,?000)\b", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:rate|average|mean|ratio|per)\b", re.IGNORECASE)


def checks_of_table_ratios(grid: Grid) -> tuple[Check, ...]:
    """Checks of the columns (or rows) of a table that are one of its lines divided by another."""
    return tuple(check for m in views_of(grid) for check in _ratios(m))


def _ratios(m: Matrix) -> Iterator[Check]:
    for c in range(m.size[1]):
        scale = _scale(m, c)
        if scale is None:
            continue
        pair = _pair(m, c, scale)
        if pair is None:
            continue
        part, whole = pair
        for r in range(m.size[0]):
            stated, a, b = m.amounts[r][c], m.amounts[r][part], m.amounts[r][whole]
            if stated is None or a is None or b is None or not b.value:
                continue
            gives = a.value * scale / b.value
            verdict: Verdict = "agrees" if _prints(stated, a, b, scale) else "differs"
            at = (m.spot(r, c), m.spot(r, part), m.spot(r, whole))
            yield Check("share", verdict, stated.printed, _working(a, b, scale, gives, stated), "", at)


def _scale(m: Matrix, c: int) -> int | None:
    """What a quotient is multiplied by in a line: 100 for shares, 1,000 for rates per 1,000, 1 for averages."""
    amounts = [a for r in range(m.size[0]) if (a := m.amounts[r][c]) is not None]
    if is_change(m.across[c]) or len(amounts) < LEAST_FITTING or len({a.unit for a in amounts}) != 1:
        return None
    if per := _PER.search(m.across[c]):
        return int((per["per"] or per["each"]).replace(",", ""))
    if amounts[0].unit == "%":
        return 100
    decimals = any(a.step < 1 for a in amounts)
    return 1 if amounts[0].unit in ("count", "£") and decimals and _RATIO.search(m.across[c]) else None


def _pair(m: Matrix, c: int, scale: int) -> tuple[int, int] | None:
    """The two lines whose quotient the most cells of a line print."""
    counts = [
        k
        for k in range(m.size[1])
        if k != c
        and (held := [a for r in range(m.size[0]) if (a := m.amounts[r][k]) is not None])
        and len(held) >= LEAST_FITTING
        and all(a.unit in ("count", "£") for a in held)
    ]
    best: tuple[int, int, int] | None = None
    for part in counts:
        for whole in counts:
            if part == whole:
                continue
            cells = [
                (s, a, b)
                for r in range(m.size[0])
                if (s := m.amounts[r][c]) and (a := m.amounts[r][part]) and (b := m.amounts[r][whole]) and b.value
            ]
            fit = sum(_prints(s, a, b, scale) for s, a, b in cells)
            telling = len({s.value for s, a, b in cells if _prints(s, a, b, scale)})
            if fit >= LEAST_FITTING and telling > 1 and Fraction(fit, len(cells)) >= FITTING:
                best = max(best or (0, 0, 0), (fit, -part, -whole))
    return (-best[1], -best[2]) if best else None


def _prints(stated: Amount, part: Amount, whole: Amount, scale: int) -> bool:
    """Whether a cell prints the quotient, given how the numbers themselves are rounded."""
    if fits(stated, part.value * scale / whole.value):
        return True
    if whole.step >= 1 and part.step >= 1:
        return False
    low = (part.value - part.step / 2) * scale / (whole.value + whole.step / 2)
    high = (part.value + part.step / 2) * scale / max(whole.value - whole.step / 2, Fraction(1, 10**6))
    return low - stated.step / 2 <= stated.value <= high + stated.step / 2


def _working(part: Amount, whole: Amount, scale: int, gives: Fraction, stated: Amount) -> str:
    value = f"{float(gives):,.{decimals_of(stated.step)}f}"
    if scale == 100:
        return f"{part.printed} of {whole.printed}: {value}%"
    if scale == 1:
        return f"{part.printed} divided by {whole.printed}: {value}"
    return f"{part.printed} for {whole.printed}: {value} per {scale:,}"
