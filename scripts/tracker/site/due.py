"""What was due by the date of the newest paper: promises with a date, and items planned for meetings that are past.

No clock decides what is late: the newest paper does. Nothing is called overdue, since a paper not here may tell.
"""

from __future__ import annotations

from tracker.records import Commitment, ForwardItem, Meeting
from tracker.site.addresses import commitments_address, meeting_address
from tracker.site.board import meeting_title
from tracker.site.book import Book
from tracker.site.commitments import in_its_sentence
from tracker.site.dates import day, day_in_words
from tracker.site.page import Page, heading, index_page, joined, stacked_row, stacked_table
from tracker.site.sources import short_link
from tracker.site.text import clipped, counted, html, link, safe_id

PROMISED = ("Promise", "When", "Status", "Reported later", "Printed on")
PLANNED = ("Item", "Planned for", "What is here of that meeting", "Printed on")


def due_page(book: Book) -> Page:
    """The list at ``due/``: each promise and planned item whose day has come, and what the papers here hold of it."""
    here = "due/"
    newest = max((paper.date for paper in book.papers.values() if day(paper.date)), default="")
    promised = sorted(
        (c for c in book.facts.commitments if day(c.due_date) and c.due_date <= newest),
        key=lambda c: (c.due_date, c.id),
    )
    planned = sorted(
        (i for i in book.facts.forward_items if day(i.meeting_date) and i.meeting_date <= newest),
        key=lambda i: (i.meeting_date, i.id),
    )
    told = f"Promises and plans with a date up to {day_in_words(newest)}, the day of the newest paper here. "
    lede = f"{told}Where nothing is reported, a paper that is not here may tell." if newest else "No paper has a date."
    body = joined(_promised(book, here, promised), _planned(book, here, planned))
    nothing = "<p>Nothing in the papers here was due by then.</p>"
    return index_page(here, "What was due", "Board", lede, body or nothing, searched=True)


def _promised(book: Book, here: str, promised: list[Commitment]) -> str:
    if not promised:
        return ""
    group_of = {c.id: group for group, found in book.commitment_groups.items() for c in found}
    lines = []
    for commitment in promised:
        address = f"{commitments_address(group_of[commitment.id])}#{safe_id(commitment.id)}"
        title = link(here, address, clipped(in_its_sentence(book, commitment), 200))
        status = book.said_by_people(commitment.id, "status") or "not rated"
        reported = (
            counted(len(commitment.later_evidence), "later passage") if commitment.later_evidence else "none found"
        )
        when = html(commitment.by_when or day_in_words(commitment.due_date))
        cells = (when, html(status), reported, short_link(book, here, commitment.source))
        lines.append(stacked_row(title, dict(zip(PROMISED[1:], cells, strict=True))))
    caption = counted(len(promised), "promise") + " with a date"
    return joined(heading("Promised", "promised"), stacked_table(caption, PROMISED, lines))


def _planned(book: Book, here: str, planned: list[ForwardItem]) -> str:
    if not planned:
        return ""
    meetings = {m.date: m for m in book.facts.meetings if m.items and not m.announced}
    lines = []
    for item in planned:
        meeting = meetings.get(item.meeting_date)
        cells = (html(item.meeting_date_text), _agenda(here, meeting), short_link(book, here, item.source))
        lines.append(stacked_row(html(item.title), dict(zip(PLANNED[1:], cells, strict=True))))
    caption = counted(len(planned), "item") + " of forward plans"
    return joined(heading("Planned for a meeting", "planned"), stacked_table(caption, PLANNED, lines))


def _agenda(here: str, meeting: Meeting | None) -> str:
    return (
        link(here, f"{meeting_address(meeting.id)}#items", meeting_title(meeting)) if meeting else "no agenda is here"
    )
