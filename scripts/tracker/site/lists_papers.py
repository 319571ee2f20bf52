"""Lists of papers: by year, by kind, requests, and what is not here."""

from __future__ import annotations

from tracker.records import Request
from tracker.site.addresses import part_address, request_address
from tracker.site.book import Book
from tracker.site.dates import day_in_words
from tracker.site.names import kind_words
from tracker.site.page import Page, bullets, heading, index_page, joined
from tracker.site.site_paper import SitePaper
from tracker.site.text import counted, html, link, safe_id

NO_DATE = "Without a date"


def papers_list(book: Book) -> Page:
    """The papers by year, newest first, with their parts."""
    here = "papers/"
    years: dict[str, list[SitePaper]] = {}
    for paper in sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True):
        years.setdefault(paper.date[:4] or NO_DATE, []).append(paper)
    pieces = [
        f"<p>{link(here, 'papers-by-kind/', 'The same by kind')} · {link(here, 'not-here/', 'What is not here')} · "
        f"{link(here, 'feed.xml', 'Feed of new papers')}</p>"
    ]
    for year, group in years.items():
        pieces.append(heading(year, f"year-{safe_id(year)}"))
        pieces += [_paper_entry(book, here, paper) for paper in group]
    pages = sum(len(paper.pages) for paper in book.papers.values())
    lede = f"{counted(len(book.papers), 'paper')} with {counted(pages, 'page')}, newest first."
    return index_page(here, "Papers by year", "Papers", lede, joined(*pieces), folder=True)


def _paper_entry(book: Book, here: str, paper: SitePaper) -> str:
    parts = [p for p in book.parts_of.get(paper.id, ()) if p.id != paper.id]
    inside = bullets([link(here, f"papers/{safe_id(p.id)}/", f"{p.item or p.number} {p.title}".strip()) for p in parts])
    draft = ' <span class="st-tag st-tag--draft">Draft</span>' if paper.settings.status == "draft" else ""
    when = f"{day_in_words(paper.date)}. " if paper.date else ""
    about = html(f"{kind_words(paper.kind)}. {when}{counted(len(paper.pages), 'page')}.")
    title = link(here, part_address(paper.id), paper.title)
    return f'<h3>{title}{draft}</h3><p class="st-small">{about}</p>{inside}'


def papers_by_kind_list(book: Book) -> Page:
    """The papers and their parts by kind."""
    here = "papers-by-kind/"
    kinds: dict[str, list[tuple[str, str, str]]] = {}
    for paper in sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True):
        kinds.setdefault(paper.kind, []).append((paper.title, f"papers/{safe_id(paper.id)}/", day_in_words(paper.date)))
        for part in book.parts_of.get(paper.id, ()):
            if part.id != paper.id:
                kinds.setdefault(part.kind, []).append(
                    (part.title, f"papers/{safe_id(part.id)}/", day_in_words(part.date or paper.date))
                )
    pieces = []
    for kind in sorted(kinds):
        pieces.append(heading(kind_words(kind), f"kind-{safe_id(kind)}"))
        pieces.append(
            bullets([link(here, url, title) + (f", {html(when)}" if when else "") for title, url, when in kinds[kind]])
        )
    return index_page(here, "Papers by kind", "Papers", "Papers and their parts by what they are.", joined(*pieces))


def _about_request(request: Request) -> tuple[str, str]:
    """What stands beside a request in a list: its reference where the title lacks it, and when it was answered."""
    known = request.reference in request.title or not request.title
    answered = f"answered {day_in_words(request.responded)}" if request.responded else ""
    return ("" if known else request.reference, answered)


def requests_list(book: Book) -> Page:
    """The Freedom of Information requests with what was asked."""
    here = "requests/"
    ordered = sorted(book.facts.requests, key=lambda r: (r.responded, r.id), reverse=True)
    items = [
        link(here, request_address(r.id), r.title or f"Request {r.reference}")
        + html("".join(f", {said}" for said in _about_request(r) if said))
        for r in ordered
    ]
    body = bullets(items) or "<p>No answer to a request is among the papers here.</p>"
    lede = "Requests under the Freedom of Information Act, what was answered and what was withheld."
    return index_page(here, "Freedom of Information answers", "Papers", lede, body, folder=True)
