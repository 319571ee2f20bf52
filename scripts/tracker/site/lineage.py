"""Measures that were renamed, redefined or dropped: what came before and after, as people say on the old one's page."""

from __future__ import annotations

from tracker.records import Indicator
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.text import html, link


def lineage_notes(book: Book, here: str, indicator: Indicator) -> list[str]:
    """Sentences (HTML) for the page of a measure: its successor with the reason, and those that it followed."""
    notes = []
    successor = book.indicators.get(book.said_by_people(indicator.id, "replaced_by"))
    why = book.said_by_people(indicator.id, "replaced_reason")
    if successor or why:
        after = f" Its figures go on as {_named(book, here, successor)}." if successor else ""
        notes.append(f"This measure was changed or dropped: {html(why)}{after}".replace(": .", "."))
    for other in book.facts.indicators:
        if other.id != indicator.id and book.said_by_people(other.id, "replaced_by") == indicator.id:
            reason = book.said_by_people(other.id, "replaced_reason")
            notes.append(
                f"Before, papers gave {_named(book, here, other)} [b]: {html(reason)} The two are not compared."
            )
    return notes


def _named(book: Book, here: str, indicator: Indicator) -> str:
    return link(here, indicator_address(indicator.id), indicator.title)
