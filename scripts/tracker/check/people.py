"""What people fill: complete, dated, with reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.pages.doc_pages import DocPage, Docs
from tracker.pages.faults import Fault
from tracker.pages.fields import CommitmentsPage

DATES = ("status_on", "checked_on", "passed_on", "date", "received", "responded", "due_date", "meeting_date", "on")


def people_faults(docs: Docs) -> list[Fault]:
    """Days that are none, ends before starts, verdicts without reason, checks without post or day."""
    faults: list[Fault] = []
    for page in docs.pages:
        faults += _days(page, page.fields, "")
        faults += _reasons(page)
        faults += _order(page, "received", "responded")
        if isinstance(page.record, CommitmentsPage):
            for place, item in enumerate(page.record.commitments):
                if item.status != "not rated" and not item.status_reason:
                    faults.append(_needs(page, f"commitments[{place}].status", f"commitments[{place}].status_reason"))
    return faults


def is_day(text: str) -> bool:
    """Whether a text is a day that exists, year-month-day."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _days(page: DocPage, value: Any, path: str) -> list[Fault]:
    faults = []
    if isinstance(value, list):
        for place, item in enumerate(value):
            faults += _days(page, item, f"{path}[{place}]")
    elif isinstance(value, dict):
        for name, held in value.items():
            inner = f"{path}.{name}" if path else name
            if name in DATES and isinstance(held, str) and held and not is_day(held):
                line = page.lines.get(inner, 1)
                remedy = "write a day that exists as year-month-day, such as 2023-07-19"
                faults.append(Fault(page.file, line, inner, f"is “{held}”", remedy))
            else:
                faults += _days(page, held, inner)
    return faults


def _needs(page: DocPage, field: str, other: str) -> Fault:
    return Fault(page.file, page.lines.get(field, 1), field, f"stands without {other}", f"fill in {other}")


def _reasons(page: DocPage) -> list[Fault]:
    held = {name: str(value or "") for name, value in page.fields.items()}
    faults = []
    if page.kind != "strategies" and held.get("status", "") not in ("", "not rated") and not held.get("status_reason"):
        faults.append(_needs(page, "status", "status_reason"))
    for field, other in (
        ("direction", "direction_reason"),
        ("checked_by", "checked_on"),
        ("checked_on", "checked_by"),
        ("passed", "passed_by"),
        ("replaced_by", "replaced_reason"),
    ):
        if held.get(field) not in (None, "", "[]") and not held.get(other):
            faults.append(_needs(page, field, other))
    return faults


def _order(page: DocPage, first: str, last: str) -> list[Fault]:
    start, end = str(page.fields.get(first) or ""), str(page.fields.get(last) or "")
    if is_day(start) and is_day(end) and end < start:
        wrong = f"is {end}, before {first} ({start})"
        return [Fault(page.file, page.lines.get(last, 1), last, wrong, "exchange the two, or mend the wrong one")]
    return []
