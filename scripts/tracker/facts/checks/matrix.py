"""A table seen by rows or by columns: labels and amounts without regard to which way it is set.

The checks of tables speak of lines that run through a table; ``views_of`` gives a grid once as it is printed and once
turned, so that each rule is written once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.checks.check_record import Spot
from tracker.facts.checks.passages import Grid
from tracker.facts.wording.amounts import Amount

_TOTAL = re.compile(
    r"^(?:grand |overall |sub[- ]?|borough |year |annual |yearly )?totals?\b|\btotals?$|^all (?:\w+ )?(?:wards"
    r"|boroughs|types|areas|ages|crimes?|offences|incidents|reports|referrals|cases|victims)$|^all$|^overall$|^sum$"
    r"|^(?:f?ytd|year to date|full year)(?:\s+(?:total|\d{4}\W\d{2,4}))?$",
    re.IGNORECASE,
)
_STOP = frozenset(
    [
        "the",
        "of",
        "in",
        "and",
        "a",
        "an",
        "to",
        "for",
        "by",
        "on",
        "no",
        "number",
        "numbers",
        "per",
        "total",
        "totals",
        "percentage",
        "percent",
        "rate",
        "share",
        "all",
        "with",
        "from",
        "at",
        "as",
        "who",
        "were",
        "was",
        "are",
        "is",
        "%",
        "change",
    ]
)


def words_of(label: str) -> frozenset[str]:
    """The telling words of a label, in lower case, plurals cut."""
    words = re.findall(r"[a-z0-9]+", label.lower().replace("’", "'").replace("'s", ""))
    return frozenset(_stem(w) for w in words if w not in _STOP)


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2:] not in ("ss", "is", "us") else word


def is_total(label: str) -> bool:
    """True for the label of a line that sums up the others."""
    return bool(_TOTAL.search(label.strip()))


@dataclass(frozen=True)
class Matrix:
    """``amounts[r][c]`` stands under ``across[c]`` beside ``down[r]``; label cells are left out of both."""

    grid: Grid
    turned: bool
    down: tuple[str, ...]
    across: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    amounts: tuple[tuple[Amount | None, ...], ...]

    def spot(self, row: int, column: int) -> Spot:
        r, c = (column, row) if self.turned else (row, column)
        return Spot(self.grid.block, row=r + self.grid.first_row, column=c + self.grid.label_columns)

    def column(self, c: int) -> tuple[Amount | None, ...]:
        return tuple(row[c] for row in self.amounts)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.down), len(self.across)


def views_of(grid: Grid) -> tuple[Matrix, Matrix]:
    """The grid as printed and turned by a quarter."""
    k = grid.label_columns
    down = tuple(grid.label(r) for r in range(len(grid.texts)))
    across = grid.heads[k:]
    texts = tuple(row[k:] for row in grid.texts)
    amounts = tuple(row[k:] for row in grid.amounts)
    width = len(across)
    turned_texts = tuple(tuple(row[c] for row in texts) for c in range(width))
    turned_amounts = tuple(tuple(row[c] for row in amounts) for c in range(width))
    return (
        Matrix(grid, False, down, across, texts, amounts),
        Matrix(grid, True, across, down, turned_texts, turned_amounts),
    )
