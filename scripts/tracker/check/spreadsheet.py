"""Cells that a spreadsheet wrote otherwise when a table was opened and saved in it, with nobody's will.

In: rows as they stand and observations as they were read. Out: a fault for each cell that says in a spreadsheet's way
what the reading says in the paper's ("Mar-23" for "March 2023", "41" for the printed page "041").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.pages.fields import ObservationRow
from tracker.records import Observation

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(r"([a-z]{3})[a-z]*\.? (?:19|20)(\d\d)", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)(\d\d)[/-](0?[1-9]|1[0-2])")


def rewritten_cells(row: ObservationRow, read: Mapping[str, Observation]) -> list[tuple[str, str, str]]:
    """Column, what is wrong and what to write, for each such cell of a row; ``read`` by id."""
    before = read.get(row.id)
    if before is None:
        return []
    pairs = {
        "period_label": (before.period_label, row.period_label),
        "printed_page": (before.source.printed, row.source.printed),
    }
    remedy = "write “{}” again, or take the file back; in the spreadsheet, import all columns as text"
    return [
        (column, f"is “{now}”, as a spreadsheet writes “{was}”", remedy.format(was))
        for column, (was, now) in pairs.items()
        if is_rewritten(was, now)
    ]


def is_rewritten(was: str, now: str) -> bool:
    """Whether ``now`` is what a spreadsheet makes of ``was``, taken for a day or a number."""
    if was == now:
        return False
    if was.isdigit():
        return now.isdigit() and was.lstrip("0") == now
    if month := _MONTH.fullmatch(was):
        return now.casefold() == f"{month[1]}-{month[2]}".casefold()
    if years := _YEARS.fullmatch(was):
        return now.casefold() == f"{_MONTHS[int(years[2]) - 1]}-{years[1]}"
    return False
