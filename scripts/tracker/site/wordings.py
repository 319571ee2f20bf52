"""The wordings of a promise as printed, and promises of other papers that say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.records import Outcome, Priority, Wording
from tracker.site.addresses import outcome_address, priority_address
from tracker.site.book import Book
from tracker.site.corrections import by_and_on
from tracker.site.page import bullets, heading, joined
from tracker.site.sources import pdf_link
from tracker.site.text import html, link, unique

STANDS_IN = {"list": "In the list", "heading": "In the heading", "text": "In the text", "table": "In a table"}

LABEL = re.compile(r"^(?:[A-Z]\w+ )?\d+(?:\.\d+)*[.:)]?(?: [–—-])? ")
"""A promise's number with its label ("Priority 1: "), which is no part of its words."""


def answers_section(book: Book, here: str, record: str, answers: Sequence[str]) -> str:
    """Nodes of other papers that mean the same, in both directions, and who says so."""
    items = []
    for other in unique((*answers, *book.meaning_the_same.get(record, ()))):
        promise = book.promises.get(other)
        if promise and other != record:
            strategy = book.strategies.get(promise.strategy)
            items.append(_named(here, promise) + (f", {html(strategy.title)}" if strategy and strategy.title else ""))
    if not items:
        return ""
    by, on = book.said_by_people(record, "checked_by"), book.said_by_people(record, "checked_on")
    who = f"compared {by_and_on(by, on)}" if by else "by likeness of words; not confirmed by a person"
    return joined(
        heading("The same elsewhere", "same"),
        f"<p>{'The' if by else 'Likely the'} same promise in another paper, {html(who)}.</p>",
        bullets(items),
    )


def _named(here: str, promise: Priority | Outcome) -> str:
    if isinstance(promise, Priority):
        return link(here, priority_address(promise.id), f"{promise.called} {promise.number}: {promise.title}")
    return link(here, outcome_address(promise.id), f"Outcome {promise.number}: {promise.title}")


def wordings_section(book: Book, here: str, wordings: Sequence[Wording]) -> str:
    """Each printing of a promise, word for word, with its place."""
    if not wordings:
        return ""
    boxes = "".join(
        f"<div><dt>{STANDS_IN[w.stands_in]}, {html(book.page_words(w.source))}</dt><dd>{html(w.text)}</dd>"
        f"<dd>{link(here, book.place(w.source), 'Read it on the page')} {pdf_link(book, here, w.source)}</dd></div>"
        for w in wordings
    )
    two = " st-word--two" if len(wordings) == 2 else ""
    alike = len({LABEL.sub("", w.text).rstrip(" .;:") for w in wordings}) == 1
    said = (
        ""
        if len(wordings) == 1
        else f"<p>Printed {len(wordings)} times{', in the same words' if alike else '; the words differ'}.</p>"
    )
    return joined(heading("The promise, word for word", "promise"), said, f'<dl class="st-word{two}">{boxes}</dl>')
