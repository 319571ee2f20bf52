"""Rows and columns of tables against the totals that they print, and groups of rows against the row that heads them.

In: a table. Out: a check for each total that can be worked out. A line labelled as a total is compared with its parts
even when they miss it; a total that only the numbers betray ("Drugs" above "Drugs: Possession", a group of rows that
adds up in every column) is reported when it agrees, or when its labels say that the rows are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from tracker.facts.checks.check_record import Check
from tracker.facts.checks.matrix import Matrix, is_total, views_of
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import shown
from tracker.facts.wording.time_order import head_period

LOST = 4
"""From so many totals of one table that differ on, a line was likelier lost in reading than so often misadded."""

MANY = 6
"""From so many parts on a working names their count, not each of them."""


def _unit_of(parts: Iterable[Amount | None]) -> str | None:
    units = {a.unit for a in parts if a is not None}
    return units.pop() if len(units) == 1 else None


def _working(parts: list[Amount], total: Fraction, unit: str) -> str:
    sign = "%" if unit == "%" else ""
    pound = "£" if unit == "£" else ""
    value = f"{pound}{shown(total)}{sign}"
    if len(parts) > MANY:
        return f"{len(parts)} parts: {value}"
    return " + ".join(a.printed for a in parts) + f" = {value}"


def _additive(m: Matrix, c: int, rows: list[int]) -> list[Amount] | None:
    """The amounts of some rows in a column, None when a cell is no number or the units differ."""
    parts = [m.amounts[r][c] for r in rows]
    cells = [m.texts[r][c] for r in rows]
    if any(p is None and text not in ("", "-", "–") for p, text in zip(parts, cells, strict=True)):
        return None
    numbers = [p for p in parts if p is not None]
    if len(numbers) < 2 or _unit_of(numbers) is None:
        return None
    return numbers


def _judged(m: Matrix, c: int, total_row: int, rows: list[int], parts: list[Amount], kind: str) -> Check | None:
    total = m.amounts[total_row][c]
    if total is None or total.unit != parts[0].unit or (total.unit == "%" and total.value != 100):
        return None
    if "%" in m.across[c] and total.value != 100:
        return None  # changes or rates, printed without their signs
    gives = sum((p.value for p in parts), Fraction(0))
    working = _working(parts, gives, total.unit)
    at = (m.spot(total_row, c), m.spot(rows[0], c), m.spot(rows[-1], c))
    if gives == total.value:
        return Check(kind, "agrees", total.printed, working, "", at)
    step = max(p.step for p in [*parts, total])
    whole = all(p.step == 1 and p.unit == "count" for p in [*parts, total])
    slack = Fraction(0) if whole else step * (len(parts) + 1) / 2
    if abs(gives - total.value) <= slack:
        return Check(kind, "agrees", total.printed, working, "The parts are rounded.", at)
    return Check(kind, "differs", total.printed, working, "", at)


_HIDDEN = re.compile(r"\*+|\[?c\]?|~|#|suppressed|(?:<|(?:less|fewer)\s+than)\s*(?P<below>\d+)", re.IGNORECASE)
MOST_HIDDEN = 9
"""What a cell that only says that it is hidden may hold at most: councils hide values below 5, some below 10."""


def _beyond_hidden(m: Matrix, c: int, total_row: int, rows: list[int]) -> Check | None:
    """A total that its parts miss whatever the parts hold that are printed as "<5" or "*"."""
    total = m.amounts[total_row][c]
    hidden = [_HIDDEN.fullmatch(m.texts[r][c].strip()) for r in rows if m.amounts[r][c] is None]
    cells = [m.texts[r][c].strip() for r in rows if m.amounts[r][c] is None]
    known = [a for r in rows if (a := m.amounts[r][c]) is not None]
    unread = [t for t, match in zip(cells, hidden, strict=True) if match is None and t not in ("", "-", "–")]
    if total is None or total.unit != "count" or unread or len(known) < 2 or {a.unit for a in known} != {"count"}:
        return None
    unseen = [int(match["below"]) - 1 if match["below"] else MOST_HIDDEN for match in hidden if match]
    least = sum((a.value for a in known), Fraction(0))
    most = least + sum(unseen)
    beyond = max(least - total.value, total.value - most)
    if beyond <= 0 or beyond * 10 > total.value:
        return None
    working = f"{shown(least)} to {shown(most)}"
    why = f"{len(known)} parts make {shown(least)}; of {len(unseen)} only a bound is printed."
    return Check(
        "total", "differs", total.printed, working, why, (m.spot(total_row, c), m.spot(rows[0], c), m.spot(rows[-1], c))
    )


def _columns_to_add(m: Matrix) -> list[int]:
    """Columns whose figures can be added: neither rates, averages, changes nor ranks by their heads."""
    stop = re.compile(
        r"\b(?:change|rate|average|mean|median|rank|difference|variance|per |ratio|trend|target|score|index)",
        re.IGNORECASE,
    )
    return [c for c in range(m.size[1]) if not stop.search(m.across[c])]


def _totals(m: Matrix) -> list[Check]:
    """Lines labelled as totals at the end (or the head) of the lines that they sum."""
    rows = list(range(m.size[0]))
    totals = [r for r in rows if is_total(m.down[r])]
    found: list[Check] = []
    if not totals or len(totals) > 3:
        return found
    for c in _columns_to_add(m):
        for t in totals:
            likely: Check | None = None
            for lines in _taken_in(m, rows, totals, t):
                parts = _additive(m, c, lines)
                if not _same_kind(m, lines):
                    continue
                if parts is None:
                    likely = likely or _beyond_hidden(m, c, t, lines)
                    continue
                check = _judged(m, c, t, lines, parts, "total")
                if check and (check.verdict == "agrees" or (likely is None and _trusted(m, lines, t, c))):
                    likely = check
                if check and check.verdict == "agrees":
                    break
            if likely:
                found.append(likely)
    if sum(check.verdict == "differs" for check in found) >= LOST:
        # So many misses at once come from a line that was lost in reading, not from the paper.
        found = [check for check in found if check.verdict == "agrees"]
    return found


_OF_LABEL = re.compile(r"\s*[:–-]\s*\S")
_ASIDE = re.compile(
    r"\b(?:target|baseline|previous|prior|last year|rag|trend|direction|change|variance|budget|forecast|rank"
    r"|notes?)\b|%",
    re.IGNORECASE,
)


def _taken_in(m: Matrix, rows: list[int], totals: list[int], t: int) -> list[list[int]]:
    """Which lines a total may sum, likeliest first: those since the total before it, all single ones, or the
    totals before it with the lines since. Lines beside the point (a target, last year) are no parts."""
    before = [r for r in rows if r < t and (r in totals or not _ASIDE.search(m.down[r])) and _same_time(m, r, t)]
    previous = [r for r in before if r in totals]
    since = [r for r in before if r not in totals and r > (previous[-1] if previous else -1)]
    single = [r for r in before if r not in totals]
    likely = [since, single, [*previous, *since]] if previous else [since]
    if re.match(r"grand|overall", m.down[t], re.IGNORECASE) and previous:
        likely = [single, since, [*previous, *since]]
    return [lines for lines in likely if len(lines) >= 2]


def _same_time(m: Matrix, row: int, total: int) -> bool:
    """False for a line of another time than the total's ("2021/22" beside "2022/23 total")."""
    own, whole = head_period(m.down[row]), head_period(m.down[total])
    if own is None or whole is None or not (own.start and own.end and whole.start and whole.end):
        return True
    return whole.start <= own.start and own.end <= whole.end


_MIXED = re.compile(r"%|\b(?:percent|rate|average|per |of which|including|share)", re.IGNORECASE)


def _same_kind(m: Matrix, rows: list[int]) -> bool:
    """False when a label says that its row is another kind of figure than a part (a rate, "of which …")."""
    return not any(_MIXED.search(m.down[r]) for r in rows) and bool(rows)


def _trusted(m: Matrix, rows: list[int], total: int, c: int) -> bool:
    """Whether a miss is the paper's: the sums of other columns fit, or the sum is near the total."""
    total_amount = m.amounts[total][c]
    parts = _additive(m, c, rows)
    assert total_amount is not None and parts is not None
    gives = sum((p.value for p in parts), Fraction(0))
    near = abs(gives - total_amount.value) * 10 <= max(abs(total_amount.value), Fraction(1))
    others = fitting = 0
    for k in range(m.size[1]):
        amount, column = m.amounts[total][k], _additive(m, k, rows)
        if k == c or amount is None or column is None or amount.unit != column[0].unit:
            continue
        others += 1
        fitting += sum((p.value for p in column), Fraction(0)) == amount.value
    return near or (others > 0 and fitting * 2 >= others)


def _named_parts(m: Matrix) -> list[Check]:
    """ "Drugs" above "Drugs: Possession" and "Drugs: Trafficking"."""
    found: list[Check] = []
    for r, label in enumerate(m.down):
        if not label or len(label) < 3:
            continue
        parts_rows = []
        for k in range(r + 1, m.size[0]):
            below = m.down[k]
            if below[: len(label)].lower() == label.lower() and _OF_LABEL.match(below, len(label)):
                parts_rows.append(k)
            else:
                break
        if len(parts_rows) < 2:
            continue
        for c in _columns_to_add(m):
            parts = _additive(m, c, parts_rows)
            if parts and parts[0].unit != "%" and (check := _judged(m, c, r, parts_rows, parts, "parts")):
                if check.verdict == "differs":
                    check = Check(
                        "parts",
                        "cannot tell",
                        check.stated,
                        check.worked_out,
                        "The table may not list all parts.",
                        check.at,
                    )
                found.append(check)
    return found


def _groups(m: Matrix, taken: set[tuple[int, int]]) -> list[Check]:
    """Rows below a first total, or below any row, that add up to it in all columns: found by the numbers, so only
    reported when they agree, in at least two columns, or in three or more groups one after another."""
    columns = [c for c in _columns_to_add(m) if any(m.column(c)) and _unit_of(m.column(c)) == "count"]
    if len(columns) < 2:
        return []
    found: list[Check] = []

    def values(r: int) -> list[Fraction] | None:
        amounts = [m.amounts[r][c] for c in columns]
        return None if any(a is None for a in amounts) else [a.value for a in amounts if a is not None]

    heads = [r for r in range(m.size[0]) if is_total(m.down[r]) and r == 0] or [
        r for r in range(m.size[0]) if m.size[0] - r > 3
    ]
    covered: set[int] = set()
    for head in heads:
        target = values(head)
        if target is None or head in covered or max(target) < 10:
            continue
        at_total = is_total(m.down[head])
        start, groups = head + 1, 0
        while start < m.size[0]:
            summed = [Fraction(0)] * len(columns)
            end = start
            while end < m.size[0]:
                line = values(end)
                if line is None:
                    break
                summed = [a + b for a, b in zip(summed, line, strict=True)]
                end += 1
                if summed == target or any(s > t for s, t in zip(summed, target, strict=True)):
                    break
            enough = end - start >= (2 if at_total else 3)
            if summed != target or not enough:
                break
            groups += 1
            rows = list(range(start, end))
            for c in columns:
                if (head, c) in taken:
                    continue
                parts = _additive(m, c, rows)
                if parts and (check := _judged(m, c, head, rows, parts, "parts")) and check.verdict == "agrees":
                    found.append(check)
            covered.update(rows)
            start = end
            if not at_total:
                break
    return found


def checks_of_table_sums(grid: Grid) -> tuple[Check, ...]:
    """Checks of all totals that the table prints."""
    found: list[Check] = []
    for m in views_of(grid):
        found.extend(_totals(m))
    m = views_of(grid)[0]
    named = _named_parts(m)
    found.extend(named)
    taken = {(c.at[0].row - grid.first_row, c.at[0].column - grid.label_columns) for c in named}
    found.extend(_groups(m, taken))
    return tuple(found)
