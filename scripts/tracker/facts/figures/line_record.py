"""A column or row of a table as its heads describe it, and all lines of a table."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.facts.wording.periods import Period


@dataclass(frozen=True)
class Line:
    """A column or row as its heads describe it. ``month`` and ``quarter`` are those printed without a year."""

    words: str
    period: Period | None
    area: str
    change: bool
    total: bool
    target: bool
    printed: str
    month: int = 0
    quarter: int = 0
    unit: str = ""
    """What a column of units says of the row: "%", "per 100,000"."""


@dataclass(frozen=True)
class Lines:
    """All lines of a table and the financial year that its bare quarters and months fall in."""

    columns: dict[int, Line]
    rows: dict[int, Line]
    year: Period | None
