"""The wordings of a promise as printed, and promises of other papers that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Wording
from tracker.site.addresses import outcome_address, priority_address
from tracker.site.book import Book
from tracker.site.page import bullets, heading, joined
from tracker.site.sources import pdf_link
from tracker.site.text import html, link, unique

STANDS_IN = {"list": "In the list", "heading": "In the heading", "text": "In the text", "table": "In a table"}


def answers_section(book: Book, here: str, record: str, answers: Sequence[str]) -> str:
    """Nodes of other papers that mean the same, in both directions, and who says so."""
    known = {
        p.id: (f"{p.called} {p.number}: {p.title}", priority_address(p.id), p.answers, p.strategy)
        for p in book.facts.priorities
    }
    known |= {
        o.id: (f"Outcome {o.number}: {o.title}", outcome_address(o.id), o.answers, o.strategy)
        for o in book.facts.outcomes
    }
    ids = unique((*answers, *(other for other, (_, _, theirs, _) in known.items() if record in theirs)))
    items = []
    for other in ids:
        if other in known and other != record:
            title, address, _, strategy = known[other]
            where = book.strategies[strategy].title if strategy in book.strategies else ""
            items.append(f"{link(here, address, title)}{', ' + html(where) if where else ''}")
    if not items:
        return ""
    return joined(
        heading("The same elsewhere", "same"),
        "<p>Likely the same promise in another paper, by likeness of words; not confirmed by a person.</p>",
        bullets(items),
    )


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
    alike = len({w.text.rstrip(" .;:") for w in wordings}) == 1
    said = (
        ""
        if len(wordings) == 1
        else f"<p>Printed {len(wordings)} times{', in the same words' if alike else '; the words differ'}.</p>"
    )
    return joined(heading("The promise, word for word", "promise"), said, f'<dl class="st-word{two}">{boxes}</dl>')
