"""What people say about a record: summary, status, who checked it, what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.records import Observation
from tracker.site.book import Book
from tracker.site.dates import day_in_words
from tracker.site.page import heading, joined
from tracker.site.text import html, listed, opened, unique

KINDS_OF_CORRECTION = {
    "misread": "It was read wrongly; now it says what the page prints.",
    "published": "The publisher has corrected the paper; the print stays as it is.",
}
NOT_RATED = "not rated"

Fact = dict[str, str]


def lede(book: Book, record: str, worked_out: str) -> str:
    """The first sentence of a page: people's summary where there is one, else what was worked out."""
    return book.said_by_people(record, "summary") or worked_out


def status_fact(book: Book, record: str) -> list[Fact]:
    """How a promise stands, with the day it was said."""
    status = book.said_by_people(record, "status") or NOT_RATED
    on = book.said_by_people(record, "status_on")
    why = book.said_by_people(record, "status_reason")
    said = ", ".join(unique((why, day_in_words(on) if on else "")))
    return [
        {
            "term": "Status",
            "tag": opened(status),
            "text": said or ("" if status != NOT_RATED else "no one has rated it yet"),
        }
    ]


def trust_fact(book: Book, record: str) -> list[Fact]:
    """How we know: checked by a post on a day, corrected, or machine-read."""
    by, on = book.said_by_people(record, "checked_by"), book.said_by_people(record, "checked_on")
    if _corrections(book, record):
        return [{"term": "How we know", "tag": "Corrected", "text": "see the corrections below"}]
    if by:
        return [{"term": "How we know", "tag": "Checked", "text": _by_and_on(by, on)}]
    return [{"term": "How we know", "tag": "Machine-read", "text": "from the pages named below"}]


def figures_trust_fact(book: Book, record: str, observations: Sequence[Observation]) -> list[Fact]:
    """How we know the figures of a measure: the page's own check, else those of its rows."""
    if book.said_by_people(record, "checked_by") or not observations:
        return trust_fact(book, record)
    kinds = unique(o.trust for o in observations)
    checks = unique(
        _by_and_on(book.said_by_people(o.id, "checked_by"), book.said_by_people(o.id, "checked_on"))
        for o in observations
        if o.trust == "checked"
    )
    words = {"machine-read": "Machine-read", "checked": "Checked", "corrected": "Corrected", "unsure": "Not sure"}
    if len(kinds) > 1:
        counts = [f"{sum(o.trust == kind for o in observations)} {words[kind].lower()}" for kind in kinds]
        return [{"term": "How we know", "tag": "Mixed", "text": listed(counts)}]
    text = listed(checks[:2]) if checks else "from the pages named below"
    return [{"term": "How we know", "tag": words[kinds[0]], "text": text}]


def corrections_section(book: Book, record: str, observations: Sequence[Observation] = ()) -> str:
    """What was corrected on a page and in its rows: was, now, why, by whom."""
    rows = [_correction(str(c.get("field", "")), c) for c in _corrections(book, record)]
    for o in observations:
        said = book.people.get(o.id, {})
        if said.get("correction"):
            now = said.get("corrected_value") or o.as_printed
            told = {
                **said,
                "kind": said["correction"],
                "now": now,
                "by": said.get("checked_by"),
                "on": said.get("checked_on"),
            }
            rows.append(_correction(o.quote or o.as_printed, told))
    if not rows:
        return ""
    return joined(heading("Corrections", "corrections"), f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>")


def has_corrections(book: Book, record: str, observations: Sequence[Observation] = ()) -> bool:
    """Whether people corrected anything on a page."""
    return bool(corrections_section(book, record, observations))


def is_sensitive(book: Book, record: str) -> bool:
    """Whether a page is about abuse and the like, so that it carries "Exit this page"."""
    return book.said_by_people(record, "sensitive").strip().lower() in {"true", "yes"}


def _corrections(book: Book, record: str) -> list[dict[str, Any]]:
    found = book.people.get(record, {}).get("corrections") or ()
    return [dict(one) for one in found if isinstance(one, dict)]


def _correction(what: str, told: dict[str, Any]) -> str:
    by = _by_and_on(str(told.get("by") or ""), str(told.get("on") or ""))
    was = f" Was: “{html(str(told['was']))}”." if told.get("was") else ""
    now = f" Now: “{html(str(told['now']))}”." if told.get("now") else ""
    why = f" Why: {html(str(told['reason']))}" if told.get("reason") else ""
    kind = KINDS_OF_CORRECTION.get(str(told.get("kind")), "")
    return f"<strong>{html(what)}</strong>. {html(kind)}{was}{now}{why} {html(by)}".strip()


def _by_and_on(by: str, on: str) -> str:
    return " ".join(unique((f"by {by}" if by else "", f"on {day_in_words(on)}" if on else "")))
