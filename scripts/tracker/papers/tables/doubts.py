"""What a careful reader checks in a table before trusting it: figures in line, totals that add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from tracker.papers.tables.grid import Grid
from tracker.papers.tables.words import is_number
from tracker.records import Cell

TOTAL = re.compile(
    r"^(grand |sub-?|overall )?totals?\b|^all (ages|persons|wards|areas|offences|crime)\b|^borough total\b", re.I
)
"""Labels of rows and columns that sum the others."""
SUBTOTAL = re.compile(r"^(sub-?\s?total|of which|net|gross|average|mean|change|difference|rate|%|percent)", re.I)

NO_SUM = re.compile(r"\b(rates?|per|averages?|mean|median|rank|share|ratio)\b|%|percent", re.I)
"""Heads of columns whose last row is no sum of the others, even where the row is a total."""


def doubts_of(grid: Grid, rows: Sequence[Sequence[Cell | None]], head: int) -> tuple[str, ...]:
    """Doubts in a fixed order; none when everything that can be checked holds."""
    return (*_ragged(grid, head), *_sums(rows, head))


def value_of(text: str) -> Decimal | None:
    """The number that a cell prints, None for shares, ranges, signs and text; brackets mean below nought."""
    text = text.strip().replace("−", "-").replace("–", "-")
    if text in ("-", "—", "."):
        return Decimal(0)
    match = re.fullmatch(r"(\()?([-+]?)\s*[£$€]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\))?\*?", text)
    if not match or bool(match[1]) != bool(match[5]):
        return None
    try:
        value = Decimal(match[3].replace(",", "") + (match[4] or ""))
    except InvalidOperation:
        return None
    return -value if match[1] or match[2] == "-" else value


def _ragged(grid: Grid, head: int) -> list[str]:
    """Columns of figures whose figures neither begin, end nor centre on one line."""
    out = []
    for c in range(1, grid.columns):
        cells = [x for x in grid.filled() if x.column == c and x.row >= head and x.colspan == 1]
        figures = [x for x in cells if is_number(x.text)]
        if len(figures) < 4 or len(figures) < 0.7 * len(cells):
            continue
        size = figures[0].inks[0].word.size
        lefts = sorted(min(i.box[0] for i in x.inks) for x in figures)
        rights = sorted(max(i.box[2] for i in x.inks) for x in figures)
        middles = sorted((a + b) / 2 for a, b in zip(lefts, rights, strict=True))
        # Decimal points may stand in line although neither end does: two type sizes of play.
        if min(v[-1] - v[0] for v in (lefts, rights, middles)) > 2 * size:
            out.append(f"the figures of column {c + 1} do not stand in line")
    return out


def _sums(rows: Sequence[Sequence[Cell | None]], head: int) -> list[str]:
    """Rows and columns that print a total which their figures do not give, beyond rounding."""
    out: list[str] = []
    body = [[c.text if c else "" for c in row] for row in rows[head:]]
    if len(body) < 3 or any(c is not None and (c.rowspan > 1) for row in rows[head:] for c in row):
        return out
    width = len(body[0])
    heads = [" ".join(cell.text for row in rows[:head] if (cell := row[c]) is not None) for c in range(width)]
    total_rows = [r for r, row in enumerate(body) if TOTAL.match(row[0])]
    if total_rows == [len(body) - 1]:
        parts = [row for row in body[:-1] if not SUBTOTAL.match(row[0])]
        summed = [c for c in range(1, width) if not NO_SUM.search(heads[c])]
        wrong = [c for c in summed if not _adds_up([row[c] for row in parts], body[-1][c])]
        right = [c for c in summed if _checkable([row[c] for row in parts], body[-1][c])]
        if wrong and len(wrong) <= 0.5 * len(right):
            out += [f"column {c + 1} does not add up to its total" for c in wrong]
    total_columns = [c for c, text in enumerate(heads) if TOTAL.match(text.strip()) or text.strip().endswith(" Total")]
    if total_columns == [width - 1] and width > 3:
        lanes = [r for r in range(len(body)) if _checkable(body[r][1:-1], body[r][-1])]
        wrong = [r for r in lanes if not _adds_up(body[r][1:-1], body[r][-1])]
        if wrong and len(wrong) <= 0.5 * len(lanes):
            out += [f"row {r + head + 1} does not add up to its total" for r in wrong]
    return out


def _checkable(texts: Sequence[str], total: str) -> bool:
    values = [value_of(t) for t in texts if t.strip()]
    return value_of(total) is not None and len(values) >= 2 and all(v is not None for v in values)


def _adds_up(texts: Sequence[str], total: str) -> bool:
    """Whether the figures give the total, half a unit of rounding for each; True when it cannot be told."""
    if not _checkable(texts, total):
        return True
    values = [v for t in texts if t.strip() and (v := value_of(t)) is not None]
    want = value_of(total)
    if want is None:
        return True
    decimals = max((-int(v.as_tuple().exponent) for v in [*values, want]), default=0)
    play = Decimal(0) if decimals == 0 else Decimal(len(values)) / 2 / (Decimal(10) ** decimals)
    return abs(sum(values) - want) <= play
