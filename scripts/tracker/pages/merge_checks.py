"""A check is about what stood there: a row that reads otherwise since, or came later, is checked no longer."""

from __future__ import annotations

from tracker.pages.notes import Notes
from tracker.pages.rows import Row
from tracker.pages.weave import Woven

AGAIN = "check_again"
"""The column that says what a row said when it was checked; added to a file when the first row needs it."""

_SAID = ("value", "as_printed", "marker", "qualifier", "unit", "breakdown", "period_start", "period_end", "geography")
"""The columns that a person compares with the page."""
_NEW = "was not read before"


def row_after_check(row: dict[str, str], piece: Woven[Row], covered: bool, notes: Notes) -> dict[str, str]:
    """A merged row without a check that is no longer about what it says; what was taken away is listed."""
    mine = piece.mine
    if mine is None:
        return {**row, AGAIN: _NEW} if covered and piece.base is None else row
    changed = [column for column in _SAID if column in mine and row.get(column, "") != mine[column]]
    by = mine.get("checked_by", "")
    if not changed or not (by or covered) or mine.get("correction"):
        return row
    was = "; ".join(f"{column} {mine.get(column, '') or '(nothing)'}" for column in changed)
    now = "; ".join(f"{column} {row.get(column, '') or '(nothing)'}" for column in changed)
    notes.add(f"row {row.get('id', '')}, check taken away", was, now)
    own = {"checked_by": "", "checked_on": ""} if by else {}
    trust = "machine-read" if row.get("trust") == "checked" else row.get("trust", "")
    return {**row, **own, "trust": trust, AGAIN: was}
