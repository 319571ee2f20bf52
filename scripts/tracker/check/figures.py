"""Rows of figures: days, numbers, markers and corrections that hold together."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from tracker.check.people import is_day
from tracker.pages.doc_pages import Docs
from tracker.pages.faults import Fault
from tracker.pages.fields import ObservationRow
from tracker.pages.folder import csv_of

NUMBER = re.compile(r"-?\d+(\.\d+)?")
PRINTED = re.compile(r"\(?£?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s?%?\)?")
"""A figure printed as a plain number, whose value is that number (or its negative: "12% fewer")."""
NO_VALUE = ("c", "x", "z")

Rule = Callable[[ObservationRow], "tuple[str, str, str] | None"]


def row_faults(docs: Docs) -> list[Fault]:
    """The faults of all CSV files, each at its row."""
    faults = []
    first: dict[str, str] = {}
    papers = {page.id for page in docs.pages if page.kind == "papers"}
    for page in docs.pages:
        if page.kind != "indicators":
            continue
        name = csv_of(page.file)
        for row, line in zip(docs.rows.get(page.id, ()), docs.row_lines.get(page.id, ()), strict=True):
            faults += [Fault(name, line, *found) for rule in RULES if (found := rule(row))]
            if row.id in first:
                wrong, remedy = (
                    f"“{row.id}” stands in {first[row.id]} too",
                    "keep one row, or give the new one its own id",
                )
                faults.append(Fault(name, line, "id", wrong, remedy))
            first.setdefault(row.id, f"{name}:{line}")
            if row.source.paper not in papers:
                wrong, remedy = f"names “{row.source.paper}”, which is no paper here", "write the id of the paper"
                faults.append(Fault(name, line, "paper", wrong, remedy))
    return faults


def _period(row: ObservationRow) -> tuple[str, str, str] | None:
    for field in ("period_start", "period_end"):
        day = getattr(row, field)
        if day and not is_day(day):
            return field, f"is “{day}”", "write a day that exists as year-month-day, such as 2023-07-19"
    if row.period_start and row.period_end and row.period_end < row.period_start:
        return "period_end", f"is {row.period_end}, before period_start ({row.period_start})", "mend the wrong one"
    return None


def _value(row: ObservationRow) -> tuple[str, str, str] | None:
    if row.value and not NUMBER.fullmatch(row.value):
        return (
            "value",
            f"is “{row.value}”",
            "write a plain number such as 2310 or -4.2; the paper's words go in as_printed",
        )
    if row.corrected_value and not NUMBER.fullmatch(row.corrected_value):
        return "corrected_value", f"is “{row.corrected_value}”", "write a plain number such as 2310 or -4.2"
    if row.value and row.marker in NO_VALUE and not row.qualifier:
        return "marker", f"is “{row.marker}” beside the value {row.value}", "empty the one that is not so"
    if not row.value and not row.marker:
        return "value", "is empty and no marker says why", "write the number, or c, x or z in marker"
    if not row.as_printed:
        return "as_printed", "is empty", "write the figure's own words on the page"
    return None


def _unit(row: ObservationRow) -> tuple[str, str, str] | None:
    if row.unit.strip() == "%" and row.measure == "count":
        return (
            "unit",
            "is % beside the measure count",
            "write share, rate or change in measure, or what is counted in unit",
        )
    if "%" in row.as_printed and row.unit and not re.search(r"%|\bper\b|\bpercent|\bpoint", row.unit):
        return "unit", f"is “{row.unit}”, but as_printed is “{row.as_printed}”", "write % in unit, or mend as_printed"
    return None


def _printed(row: ObservationRow) -> tuple[str, str, str] | None:
    printed = PRINTED.fullmatch(row.as_printed.strip())
    if not printed or not NUMBER.fullmatch(row.value):
        return None
    if abs(Fraction(row.value)) == Fraction(printed["number"].replace(",", "")):
        return None
    wrong = f"is {row.value}, but as_printed is “{row.as_printed}”"
    remedy = "mend the wrong one; if the paper itself is wrong, keep both and fill in correction and corrected_value"
    return "value", wrong, remedy


def _correction(row: ObservationRow) -> tuple[str, str, str] | None:
    if row.correction and not row.reason:
        return "correction", "stands without reason", "fill in reason, with who says so"
    if row.correction == "published" and not row.corrected_value:
        return "correction", "is published, but corrected_value is empty", "write the right value there"
    if row.correction == "misread" and not row.was:
        return "correction", "is misread, but was is empty", "write there what stood here before"
    if row.correction and row.trust == "machine-read":
        return "trust", "is machine-read on a corrected row", "write corrected"
    if row.trust == "corrected" and not row.correction:
        return "trust", "is corrected, but correction is empty", "write misread or published there, with the reason"
    if row.trust == "checked" and not (row.checked_by and row.checked_on):
        return "trust", "is checked, but checked_by or checked_on is empty", "fill in the post and the day"
    if row.checked_on and not is_day(row.checked_on):
        return "checked_on", f"is “{row.checked_on}”", "write a day as year-month-day"
    return None


RULES: tuple[Rule, ...] = (_period, _value, _unit, _printed, _correction)
