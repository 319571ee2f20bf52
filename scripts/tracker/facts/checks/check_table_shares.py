"""Lines of shares in tables against the counts beside them: "% of incidents" beside "Number of incidents", a row
"Percentage of repeat referrals" below "Number of repeat referrals" and "Number of referrals".

In: a table. Out: checks. Which lines are part and whole is taken from the numbers: the pair that most of the shares
fit, of those whose words are like the share's. A table whose shares fit no pair is left alone.
"""

from __future__ import annotations

import re
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Verdict
from tracker.facts.checks.matrix import Matrix, is_total, views_of, words_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount, amounts_in
from tracker.facts.wording.rounding import decimals_of, fits, share, shown

FITTING = Fraction(3, 5)
"""The share of cells that must fit before a line is taken for the part of another; two fitting cells at least."""


def _lines(m: Matrix, unit: str) -> list[int]:
    return [
        r
        for r in range(m.size[0])
        if (cells := [a for a in m.amounts[r] if a is not None]) and all(a.unit == unit for a in cells)
    ]


def _working(part: Amount, whole: Fraction, stated: Amount) -> str:
    exact = share(part.value, whole)
    assert exact is not None
    return f"{part.printed} of {shown(whole)}: {shown(exact, decimals_of(stated.step))}%"


def _row_of_rows(m: Matrix) -> list[Check]:
    """A row of shares that is one row of counts over another."""
    counts = _lines(m, "count")
    found: list[Check] = []
    for r in _lines(m, "%"):
        wanted = words_of(m.down[r])
        columns = [c for c in range(m.size[1]) if m.amounts[r][c] is not None]
        if len(columns) < 2:
            continue
        best: tuple[Fraction, int, int, int] | None = None
        for a in counts:
            shared = len(words_of(m.down[a]) & wanted)
            if not shared:
                continue
            for b in counts:
                if a == b or not words_of(m.down[b]) & (wanted | words_of(m.down[a])):
                    continue
                told, fit = _fit(m, r, a, b, columns)
                if told < 2 or fit < 2 or Fraction(fit, told) < FITTING:
                    continue
                likeness = Fraction(2 * shared - len(words_of(m.down[a]) ^ wanted))
                score = (Fraction(fit, told) * 100 + likeness, fit, a, b)
                best = max(best, score) if best else score
        if best is None:
            continue
        _, _, a, b = best
        for c in columns:
            stated, part, whole = m.amounts[r][c], m.amounts[a][c], m.amounts[b][c]
            if stated is None or part is None or whole is None or whole.value == 0:
                continue
            exact = share(part.value, whole.value)
            assert exact is not None
            verdict: Verdict = "agrees" if fits(stated, exact) else "differs"
            at = (m.spot(r, c), m.spot(a, c), m.spot(b, c))
            working = _working(part, whole.value, stated)
            found.append(Check("share", verdict, stated.printed, working, "", at))
    return found


def _fit(m: Matrix, r: int, a: int, b: int, columns: list[int]) -> tuple[int, int]:
    told = fit = 0
    for c in columns:
        stated, part, whole = m.amounts[r][c], m.amounts[a][c], m.amounts[b][c]
        if stated is None or part is None or whole is None or whole.value == 0:
            continue
        if part.value > whole.value:
            return 0, 0
        told += 1
        fit += fits(stated, part.value * 100 / whole.value)
    return told, fit


def _of_total(m: Matrix) -> list[Check]:
    """A column of shares beside a column of counts whose total is the base of all."""
    found: list[Check] = []
    totals = [r for r in range(m.size[0]) if is_total(m.down[r])]
    rows = [r for r in range(m.size[0]) if r not in totals]
    for c in range(m.size[1]):
        cells = [m.amounts[r][c] for r in rows]
        if sum(a is not None and a.unit == "%" for a in cells) < 3 or any(a and a.unit != "%" for a in cells):
            continue
        best: tuple[int, int, int, Fraction] | None = None
        for k in range(m.size[1]):
            parts = [m.amounts[r][k] for r in rows]
            if k == c or any(a and a.unit != "count" for a in parts) or sum(a is not None for a in parts) < 3:
                continue
            printed = m.amounts[totals[-1]][k] if totals else None
            whole = printed.value if printed else sum((a.value for a in parts if a), Fraction(0))
            pairs = [(s, a) for s, a in zip(cells, parts, strict=True) if s and a]
            if whole <= 0 or any(a.value > whole for _, a in pairs):
                continue
            fit = sum(fits(s, a.value * 100 / whole) for s, a in pairs)
            if fit >= 3 and Fraction(fit, len(pairs)) >= FITTING:
                score = (fit, -abs(k - c), k, whole)
                best = max(best, score) if best else score
        if best is None:
            continue
        _, _, k, whole = best
        for r in rows:
            stated, part = m.amounts[r][c], m.amounts[r][k]
            if stated is None or part is None:
                continue
            verdict: Verdict = "agrees" if fits(stated, part.value * 100 / whole) else "differs"
            at = (m.spot(r, c), m.spot(r, k))
            found.append(Check("share", verdict, stated.printed, _working(part, whole, stated), "", at))
    return found


_COUNT_AND_SHARE = re.compile(r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)\s*[(\[]\s*(?P<p>\d+(?:\.\d+)?)\s?%\s*[)\]]")


def _with_share(m: Matrix) -> list[Check]:
    """Cells such as "182 (38%)" in a line whose total is printed or is the sum of the counts."""
    found: list[Check] = []
    for c in range(m.size[1]):
        cells = [(r, match) for r in range(m.size[0]) if (match := _COUNT_AND_SHARE.fullmatch(m.texts[r][c].strip()))]
        rows = [(r, match) for r, match in cells if not is_total(m.down[r])]
        if len(rows) < 3:
            continue
        printed = [_whole(m, r, c) for r in range(m.size[0]) if is_total(m.down[r])]
        summed = sum((Fraction(match["n"].replace(",", "")) for _, match in rows), Fraction(0))
        for whole in [*(w for w in printed if w), summed]:
            pairs = [(r, amounts_in(match.group())) for r, match in rows]
            told = [(r, a[0], a[1]) for r, a in pairs if len(a) == 2 and a[0].value <= whole]
            fit = [fits(stated, part.value * 100 / whole) for _, part, stated in told] if whole else []
            if len(fit) < 3 or Fraction(sum(fit), len(fit)) < FITTING:
                continue
            for (r, part, stated), right in zip(told, fit, strict=True):
                verdict: Verdict = "agrees" if right else "differs"
                working = _working(part, whole, stated)
                found.append(Check("share", verdict, m.texts[r][c], working, "", (m.spot(r, c),)))
            break
    return found


def _whole(m: Matrix, r: int, c: int) -> Fraction | None:
    """The count of a total's cell, printed alone or with "(100%)"."""
    amount = m.amounts[r][c]
    if amount is not None and amount.unit == "count":
        return amount.value
    match = _COUNT_AND_SHARE.fullmatch(m.texts[r][c].strip())
    return Fraction(match["n"].replace(",", "")) if match else None


def checks_of_table_shares(grid: Grid) -> tuple[Check, ...]:
    """Checks of the shares that the table prints beside counts."""
    found: list[Check] = []
    for m in views_of(grid):
        found.extend(_row_of_rows(m))
        found.extend(_of_total(m))
        found.extend(_with_share(m))
    seen: set[tuple[int, int]] = set()
    once = []
    for check in found:
        key = (check.at[0].row, check.at[0].column)
        if key not in seen:
            seen.add(key)
            once.append(check)
    return tuple(once)
