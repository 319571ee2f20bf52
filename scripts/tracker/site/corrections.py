"""What people corrected: on the page it is about, all together on one page, and as data to take away.

Two kinds stay apart: a misread (the machine was wrong; the record now says what the page prints) and a published
correction (the paper is wrong, and its publisher says so: the print stays and the right value stands beside it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.facts.wording.word_forms import capital
from tracker.pages.folder import people_key
from tracker.records import Observation
from tracker.site.addresses import (
    commitments_address,
    indicator_address,
    meeting_address,
    outcome_address,
    part_address,
    priority_address,
    request_address,
    strategy_address,
)
from tracker.site.book import Book
from tracker.site.dates import day_in_words, period
from tracker.site.page import Page, heading, index_page, joined
from tracker.site.text import html, link, unique

SAID_OF_A_KIND = {
    "misread": "It was read wrongly; now it says what the page prints.",
    "published": "The publisher has corrected the paper; the print stays as it is.",
}


@dataclass(frozen=True)
class Correction:
    """One correction: ``record`` is the id of the page or figure, ``what`` its field or what the figure is about."""

    record: str
    what: str
    kind: str
    was: str
    now: str
    reason: str
    by: str
    on: str


def corrections_of(book: Book, record: str, observations: Sequence[Observation] = ()) -> tuple[Correction, ...]:
    """The corrections that people listed on a page, and those in the rows of its figures."""
    listed = book.people.get(record, {}).get("corrections") or ()
    on_page = (_on_page(record, told) for told in listed if isinstance(told, dict))
    in_rows = (_in_row(o, book.people[o.id]) for o in observations if book.said_by_people(o.id, "correction"))
    return (*on_page, *in_rows)


def _on_page(record: str, told: dict[str, Any]) -> Correction:
    said = {name: str(told.get(name) or "") for name in ("field", "kind", "was", "now", "reason", "by", "on")}
    return Correction(record, said.pop("field"), **said)


def _in_row(o: Observation, said: Any) -> Correction:
    published = said["correction"] == "published"
    parts = ", ".join(value for _, value in o.breakdown)
    when = period(o.period_start, o.period_end, o.period_label)
    return Correction(
        o.id,
        ": ".join(unique((parts, when))),
        str(said["correction"]),
        # A published correction leaves the print; what was wrong is what is printed.
        o.as_printed if published else str(said.get("was") or ""),
        str(said.get("corrected_value") or "") if published else o.as_printed,
        str(said.get("reason") or ""),
        str(said.get("checked_by") or ""),
        str(said.get("checked_on") or ""),
    )


def corrections_section(book: Book, record: str, observations: Sequence[Observation] = ()) -> str:
    """The section of a page that says what was corrected on it and in its rows; "" for nothing."""
    found = corrections_of(book, record, observations)
    return joined(heading("Corrections", "corrections"), _lines(found)) if found else ""


def corrections_list(book: Book) -> Page:
    """Every correction, by page: what was read wrongly and put right, what publishers corrected."""
    here = "corrections/"
    pieces = []
    for title, address, found in corrected_pages(book):
        pieces.append(f"<h2>{link(here, f'{address}#corrections', title)}</h2>{_lines(found)}")
    body = joined(*pieces) or "<p>Nothing has been corrected yet.</p>"
    lede = (
        "What was read wrongly and put right, and what publishers corrected: what was, what is, why, and who says so."
    )
    return index_page(here, "Corrections", "Figures", lede, body)


def corrected_pages(book: Book) -> Iterator[tuple[str, str, tuple[Correction, ...]]]:
    """Title, address and corrections of each page on which people corrected something."""
    for record, title, address in _pages(book):
        found = corrections_of(book, record, book.observations_of.get(record, ()))
        if found:
            yield title, address, found


def _pages(book: Book) -> Iterator[tuple[str, str, str]]:
    """Id, title and address of every page that a correction may stand on."""
    facts = book.facts
    yield from ((i.id, i.title, indicator_address(i.id)) for i in facts.indicators)
    yield from ((s.id, s.title, strategy_address(s.id)) for s in facts.strategies)
    yield from ((p.id, f"{p.called} {p.number}: {p.title}", priority_address(p.id)) for p in facts.priorities)
    yield from ((o.id, f"Outcome {o.number}: {o.title}", outcome_address(o.id)) for o in facts.outcomes)
    yield from ((people_key("commitments", g), "Commitments", commitments_address(g)) for g in book.commitment_groups)
    yield from ((m.id, f"Meeting of {day_in_words(m.date)}", meeting_address(m.id)) for m in facts.meetings)
    requests = ((people_key("requests", r.id), r.title or f"Request {r.reference}", r.id) for r in facts.requests)
    yield from ((key, title, request_address(request)) for key, title, request in requests)
    parts = {part.id: part.title for part in facts.parts}
    papers = {paper.id: paper.title for paper in book.papers.values() if paper.id not in parts}
    yield from ((part, title, part_address(part)) for part, title in {**papers, **parts}.items())


def _lines(found: Sequence[Correction]) -> str:
    return f"<ul>{''.join(f'<li>{_line(correction)}</li>' for correction in found)}</ul>"


def _line(told: Correction) -> str:
    was = f" Was: “{html(told.was)}”." if told.was else ""
    now = f" Now: “{html(told.now)}”." if told.now else ""
    why = f" Why: {html(told.reason.rstrip('. '))}." if told.reason else ""
    by = by_and_on(told.by, told.on)
    who = f" Said {html(by)}." if by else ""
    return f"<strong>{html(capital(told.what))}</strong>: {html(SAID_OF_A_KIND.get(told.kind, ''))}{was}{now}{why}{who}"


def by_and_on(by: str, on: str) -> str:
    """ "by Performance Analyst on 20 July 2023", without what is not told."""
    return " ".join(unique((f"by {by}" if by else "", f"on {day_in_words(on)}" if on else "")))


def published_value(book: Book, observation: Observation) -> str:
    """The right value that a paper's publisher has told since, "" where there is none."""
    if book.said_by_people(observation.id, "correction") != "published":
        return ""
    return book.said_by_people(observation.id, "corrected_value")


def published_note(book: Book, observations: Sequence[Observation], now: Observation | None) -> str:
    """The sentence that says so after a figure, with a space before it: any of its printings may be corrected."""
    if now is None:
        return ""
    for o in observations:
        alike = (o.period_start, o.period_end, o.breakdown, o.value) == (
            now.period_start, now.period_end, now.breakdown, now.value)  # fmt: skip
        if alike and (right := published_value(book, o)):
            return f" The publisher has since corrected {o.as_printed} to {right}."
    return ""
