"""What this site does not hold, and what nobody has decided yet, so that absence is not read as nothing."""

from __future__ import annotations

from tracker.records import Observation
from tracker.site.addresses import indicator_address, meeting_address
from tracker.site.board import meeting_title
from tracker.site.book import Book
from tracker.site.lineage import likely_pairs
from tracker.site.page import Page, bullets, heading, index_page, joined
from tracker.site.sources import place_link
from tracker.site.text import clipped, counted, html, link, unique


def missing_list(book: Book) -> Page:
    """What the papers do not say, or what could not be read from them."""
    here = "not-here/"
    sections = (
        _papers(book),
        _pages(book),
        _passages(book, here),
        _figures(book, here),
        _empty_measures(book, here),
        _names(book, here),
        _meetings(book, here),
    )
    lede = "What this site does not hold, so that absence is not read as nothing."
    return index_page(here, "What is not here", "Papers", lede, joined(*filter(None, sections)), searched=True)


def _papers(book: Book) -> str:
    unread = bullets([html(name) for name in book.unread])
    every = "<p>Every paper that was put here has been read. Papers that nobody put here are not on this site.</p>"
    out = [(paper, pages) for paper in book.papers.values() for pages in paper.settings.leave_out]
    left_out = bullets([f"{html(paper.title)}, page {html(pages)} of the file" for paper, pages in out])
    return joined(
        heading("Papers not read", "papers"),
        unread or every,
        heading("Pages left out by a person", "left-out") + left_out if out else "",
    )


def _pages(book: Book) -> str:
    pages = [(paper, page) for paper in book.papers.values() for page in paper.pages]
    without = [
        f"{html(paper.title)}, page {html(page.printed or str(page.number))}"
        for paper, page in pages
        if not page.has_text
    ]
    doubtful = [
        f"{html(paper.title)}, page {html(page.printed or str(page.number))}: {html('; '.join(page.doubts))}"
        for paper, page in pages
        if page.doubts
    ]
    return joined(
        heading("Pages without text", "pages"),
        bullets(without) or "<p>Every page of the papers here has text that could be read.</p>",
        heading("Pages read with doubt", "doubts") + bullets(doubtful) if doubtful else "",
    )


def _passages(book: Book, here: str) -> str:
    passages = [f"{html(w.text[:200])} ({place_link(book, here, w.source)})" for w in book.facts.not_understood]
    return joined(
        heading("Tables and passages not understood", "passages"), bullets(passages) or "<p>None is known.</p>"
    )


def _figures(book: Book, here: str) -> str:
    unsure = [o for o in book.facts.observations if o.trust == "unsure"]
    if not unsure:
        return joined(heading("Figures not shown", "figures"), "<p>No figure is held back for doubt.</p>")
    # A sentence with several such figures is told once.
    places = unique(f"“{html(clipped(o.quote or o.as_printed, 160))}”, {_waiting(book, here, o)}" for o in unsure)
    return joined(
        heading("Figures not shown", "figures"),
        f"<p>{counted(len(unsure), 'figure')} could not be read with confidence: not shown as fact until a person has "
        "looked. They wait here.</p>",
        bullets(places),
    )


def _empty_measures(book: Book, here: str) -> str:
    """Measures of which nothing is left to show, since people took their figures out."""
    empty = [i for i in book.facts.indicators if i.id not in book.every_observation_of and i.id not in book.targets_of]
    links = bullets([link(here, indicator_address(i.id), i.title) for i in empty])
    return joined(heading("Measures without a figure", "empty"), links) if empty else ""


def _waiting(book: Book, here: str, o: Observation) -> str:
    """Where a figure that waits is printed, and the page of its measure."""
    indicator = book.indicators.get(o.indicator)
    measure = f" (measure: {link(here, indicator_address(indicator.id), indicator.title)})" if indicator else ""
    return place_link(book, here, o.source) + measure


def _names(book: Book, here: str) -> str:
    likely = likely_pairs(book)
    if not likely:
        return ""
    others: dict[str, list[str]] = {}
    for one, other in likely:
        named = link(here, indicator_address(one.id), one.title)
        others.setdefault(named, []).append(link(here, indicator_address(other.id), other.title))
    pairs = [f"{named}: perhaps {' or '.join(found)}" for named, found in others.items()]
    return joined(
        heading("Measures that may be one", "names"),
        "<p>The papers print these names, and nobody has decided yet whether they mean the same. Until then each has "
        "its own page, and no figure of one is set against the other.</p>",
        bullets(pairs),
    )


def _meetings(book: Book, here: str) -> str:
    announced = [link(here, meeting_address(m.id), meeting_title(m)) for m in book.facts.meetings if m.announced]
    return joined(
        heading("Meetings whose papers are not here", "meetings"),
        bullets(announced) or "<p>None is announced in the papers here.</p>",
    )
