"""What sort of figure a table's cell holds, and its unit: a count, a share, money, a rate, a rank, a change.

In: how the table names its figures, the cell's row and column, its number and the name of its measure. Out: measure and
unit, as the number itself says, else the heads over and before it, else the caption.
"""

from __future__ import annotations

import re

from tracker.facts.figures.head_words import COUNTS, IN_PER_CENT, IN_POUNDS, ONLY_RANK, ORDINAL, PER, units_of
from tracker.facts.figures.line_record import Line
from tracker.facts.figures.table_names import Names
from tracker.facts.wording.measure_words import counted_noun, is_points, measure_of, unit_of
from tracker.facts.wording.numbers import Number
from tracker.records import Measure


def sort_of_cell(names: Names, row: Line, column: Line, number: Number, name: str) -> tuple[Measure, str]:
    """What sort of figure a cell holds, and its unit."""
    if column.change or row.change:
        said = f"{column.words} {row.words}"
        if number.unit == "pp" or is_points(said):
            return "change", "percentage points"
        if number.unit == "%" or re.search(r"%|percent", said, re.IGNORECASE):
            return "change", "%"
        return "change", number.unit or ("GBP" if "£" in said else "")
    if names.points and (number.unit in ("%", "pp") or names.topic.measure == "change"):
        return "change", "percentage points"
    if number.unit == "GBP":
        return "money", "GBP"
    if number.unit == "pp":
        return "change", "percentage points"
    if number.unit.startswith("per "):
        return "rate", number.unit
    if number.of:
        return "rank", f"of {number.of}"
    if ranked := ONLY_RANK.fullmatch(column.words):
        return "rank", f"of {ranked['of']}" if ranked["of"] else ""
    if ORDINAL.fullmatch(number.printed.strip()):
        return "rank", ""
    if number.unit == "%" or IN_PER_CENT.search(column.words):
        return "share", "%"
    if IN_POUNDS.search(column.words):
        return "money", "GBP"
    if row.unit and names.rows_measure:
        told, unit = measure_of(row.unit)
        per = PER.search(row.unit)
        if told != "count":
            return told, f"per {per[1]}" if told == "rate" and per else unit
    return _plain(names, row, column, name)


def _plain(names: Names, row: Line, column: Line, name: str) -> tuple[Measure, str]:
    """The sort of a bare number: as the head that names the measure says, else as the caption says."""
    said = row.words if names.rows_measure else ""
    of_area = column.area and column.area in column.words
    if names.columns_measure and not of_area and (not said or measure_of(column.words)[0] != "count"):
        said = column.words
    measure, unit = measure_of(said or name)
    if measure == "rate":
        per = PER.search(said or name)
        return measure, f"per {per[1]}" if per else ""
    if measure in ("share", "money", "rank"):
        return measure, unit
    if names.topic.measure in ("share", "average", "rate") and (
        not said or (measure == "count" and not COUNTS.search(f"{said} {row.words} {column.words}"))
    ):
        per = PER.search(names.around.caption or names.around.title)
        return names.topic.measure, f"per {per[1]}" if per else names.topic.unit
    if measure == "count" and names.captioned.measure == "money" and not COUNTS.search(said):
        # "Contributions to the pooled budget (£)" over bare numbers
        return "money", "GBP"
    if measure == "change":
        measure, unit = "count", ""
    # "Fire and rescue" over a column of "calls": these are counted; kinds of "CCTV incidents" stay incidents
    told = counted_noun(name)
    named = bool(told) and re.search(rf"\b{told}\b", name, re.IGNORECASE) is not None
    own = "" if said or column.area or named or measure != "count" else column.words.lower()
    own = own if own and own == counted_noun(own) and own not in units_of(name) else ""
    return measure, own or unit or unit_of(name) or (names.captioned.unit if names.captioned.measure == "count" else "")
