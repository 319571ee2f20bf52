"""Lists of papers: by year, by kind, requests, and what is not here."""

from __future__ import annotations

from tracker.site.addresses import meeting_address, part_address, request_address
from tracker.site.board import meeting_title
from tracker.site.book import Book, SitePaper
from tracker.site.dates import day_in_words
from tracker.site.page import Page, bullets, heading, index_page, joined
from tracker.site.sources import place_link
from tracker.site.text import clipped, counted, html, link, safe_id

NO_DATE = "Without a date"


def papers_list(book: Book) -> Page:
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
    when = f" {day_in_words(paper.date)}." if paper.date else ""
    about = f"{html(paper.kind.capitalize())}.{html(when)} {counted(len(paper.pages), 'page')}."
    title = link(here, part_address(paper.id), paper.title)
    return f'<h3>{title}{draft}</h3><p class="st-small">{about}</p>{inside}'


def papers_by_kind_list(book: Book) -> Page:
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
        pieces.append(heading(kind.capitalize(), f"kind-{safe_id(kind)}"))
        pieces.append(
            bullets([link(here, url, title) + (f", {html(when)}" if when else "") for title, url, when in kinds[kind]])
        )
    return index_page(here, "Papers by kind", "Papers", "Papers and their parts by what they are.", joined(*pieces))


def requests_list(book: Book) -> Page:
    here = "requests/"
    ordered = sorted(book.facts.requests, key=lambda r: (r.responded, r.id), reverse=True)
    items = [
        link(here, request_address(r.id), r.title or f"Request {r.reference}")
        + html(f", {r.reference}" + (f", answered {day_in_words(r.responded)}" if r.responded else ""))
        for r in ordered
    ]
    body = bullets(items) or "<p>No answer to a request is among the papers here.</p>"
    lede = "Requests under the Freedom of Information Act, what was answered and what was withheld."
    return index_page(here, "Freedom of Information answers", "Papers", lede, body, folder=True)


def missing_list(book: Book) -> Page:
    here = "not-here/"
    without = [(paper, page) for paper in book.papers.values() for page in paper.pages if not page.has_text]
    doubtful = [(paper, page) for paper in book.papers.values() for page in paper.pages if page.doubts]
    unsure = [o for o in book.facts.observations if o.trust == "unsure"]
    announced = [m for m in book.facts.meetings if m.announced]
    pieces = [heading("Papers not read", "papers")]
    pieces.append(
        bullets([html(name) for name in book.unread])
        or "<p>Every paper that was put here has been read. Papers that nobody put here are not on this site.</p>"
    )
    out = [(paper, pages) for paper in book.papers.values() for pages in paper.settings.leave_out]
    if out:
        pieces.append(heading("Pages left out by a person", "left-out"))
        pieces.append(bullets([f"{html(paper.title)}, page {html(pages)} of the file" for paper, pages in out]))
    pieces.append(heading("Pages without text", "pages"))
    pieces.append(
        bullets([f"{html(paper.title)}, page {html(page.printed or str(page.number))}" for paper, page in without])
        or "<p>Every page of the papers here has text that could be read.</p>"
    )
    if doubtful:
        pieces.append(heading("Pages read with doubt", "doubts"))
        pieces.append(
            bullets(
                [
                    f"{html(p.title)}, page {html(n.printed or str(n.number))}: {html('; '.join(n.doubts))}"
                    for p, n in doubtful
                ]
            )
        )
    pieces.append(heading("Tables and passages not understood", "passages"))
    pieces.append(
        bullets([f"{html(w.text[:200])} ({place_link(book, here, w.source)})" for w in book.facts.not_understood])
        or "<p>None is known.</p>"
    )
    pieces.append(heading("Figures not shown", "figures"))
    pieces.append(
        f"<p>{counted(len(unsure), 'figure')} could not be read with confidence: not shown as fact until a person has "
        "looked. They wait here.</p>"
        + bullets(
            [f"“{html(clipped(o.quote or o.as_printed, 160))}”, {place_link(book, here, o.source)}" for o in unsure]
        )
        if unsure
        else "<p>No figure is held back for doubt.</p>"
    )
    pieces.append(heading("Meetings whose papers are not here", "meetings"))
    pieces.append(
        bullets([link(here, meeting_address(m.id), meeting_title(m)) for m in announced])
        or "<p>None is announced in the papers here.</p>"
    )
    lede = "What this site does not hold, so that absence is not read as nothing."
    return index_page(here, "What is not here", "Papers", lede, joined(*pieces), searched=True)
