"""Pages of papers: a paper with all that was taken from it, and each of its parts page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tracker.records import PaperPart, Source
from tracker.site.addresses import part_address
from tracker.site.book import Book
from tracker.site.corrections import corrections_section
from tracker.site.dates import day_in_words
from tracker.site.names import kind_inside, kind_words
from tracker.site.page import Page, bullets, crumbs, heading, joined, summary_list
from tracker.site.passages import HEADING, passage
from tracker.site.people import lede
from tracker.site.sensitive import names_abuse, part_is_sensitive
from tracker.site.site_paper import Citation, SitePaper, TextBlock
from tracker.site.sources import cite_whole
from tracker.site.strips import page_picture, page_picture_html
from tracker.site.text import counted, html, link, unique, way

STATUS_WORDS = {"draft": "Draft", "superseded": "Superseded", "withdrawn": "Withdrawn"}
READING_COPY = "Reading copy: figures and titles as published, wording condensed"
READ_BY_PROGRAM = "A program read the text below from the PDF; the PDF is what counts."
BLACKENED = ". Names, addresses and numbers of private people are blacked out in this copy"
NO_TEXT_LAYER = "This page has no text layer: it is a picture. Its words are not here; open the PDF to read it."
MOST_LISTED = 12
"""Longer lists of what was taken from a paper stand folded."""


def paper_page(book: Book, paper: SitePaper, taken: Mapping[str, Sequence[tuple[str, str]]]) -> Page:
    """A paper of several parts: what it is, its parts, everything taken from it.

    ``taken`` has, by kind ("Figures"), the titles and addresses of the pages that draw on this paper.
    """
    here = part_address(paper.id)
    parts = [p for p in book.parts_of.get(paper.id, ()) if p.id != paper.id]
    return Page(
        here,
        paper.title,
        "Papers",
        joined(
            summary_list(_what_it_is(book, here, paper)),
            _parts(here, paper, parts),
            taken_from(here, taken),
            book.prose.get(paper.id, ""),
            _cite(book, here, paper),
        ),
        {
            "kind": "paper",
            "kind_line": _kind_line(paper.kind),
            "tags": _tags(paper),
            "lede": _paper_lede(book, paper, parts),
            "exit": names_abuse(book, paper.title),
            "crumbs": crumbs(("Papers", "papers/")),
            "filters": {"kind": ["Paper"], "paper": [paper.title]},
            "tells": {"kind": "Paper", "paper": paper.title},
        },
        _paper_lede(book, paper, parts),
    )


def part_page(
    book: Book,
    part: PaperPart,
    cited: Mapping[tuple[str, str], Sequence[Citation]],
    taken: Mapping[str, Sequence[tuple[str, str]]],
    places: Mapping[tuple[str, int], Sequence[Source]] = MappingProxyType({}),
) -> Page:
    """A part of a paper with its text, page by page; for a paper of one part also what was taken from it."""
    here = part_address(part.id)
    paper = book.papers[part.paper]
    blocks = book.texts.get(part.id, ())
    alone = part.id == paper.id
    siblings = book.parts_of.get(paper.id, ())
    told = _part_lede(book, part, paper)
    above = [("Papers", "papers/")] + ([] if alone else [(paper.title, part_address(paper.id))])
    return Page(
        here,
        part.title,
        "Papers",
        joined(
            summary_list(_what_it_is(book, here, paper, part)),
            _page_numbers(here, part, paper, blocks, cited),
            taken_from(here, taken),
            corrections_section(book, part.id),
            book.prose.get(part.id, ""),
            _printed(book, here, part, paper, blocks, cited, places),
            _cite(book, here, paper, None if alone else part),
        ),
        {
            "kind": "part",
            "no_contents": True,
            "kind_line": f"Paper · agenda item {part.item}"
            if part.item and not alone
            else _kind_line(paper.kind if alone else part.kind),
            "tags": _tags(paper),
            "lede": lede(book, part.id, told),
            "exit": part_is_sensitive(book, part),
            "crumbs": crumbs(*above),
            "local": _local(paper, siblings) if len(siblings) > 1 else None,
            "filters": {"kind": ["Page of a paper"], "paper": [paper.title]},
            "tells": {"kind": "Page of a paper", "paper": paper.title},
        },
        told,
    )


def _kind_line(kind: str) -> str:
    """ "Paper · annual report"; "Paper" alone where nobody knows what kind of paper it is."""
    return "Paper" if kind == "paper" else f"Paper · {kind_inside(kind)}"


def taken_from(here: str, taken: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """Everything that was taken from a paper or a part, by kind, each linked."""
    kinds = [(kind, items) for kind, items in taken.items() if items]
    if not kinds:
        return ""
    pieces = []
    for kind, items in kinds:
        shown = bullets([link(here, address, title) for title, address in items])
        if len(items) > MOST_LISTED:
            pieces.append(f"<details><summary>{html(kind)}: {len(items)}</summary>{shown}</details>")
        else:
            pieces.append(f"<h3>{html(kind)}</h3>{shown}")
    return joined(
        heading("What was taken from it", "taken"),
        f'<div class="st-flow st-taken" data-pagefind-ignore>{"".join(pieces)}</div>',
    )


def _printed(
    book: Book,
    here: str,
    part: PaperPart,
    paper: SitePaper,
    blocks: Sequence[TextBlock],
    cited: Mapping[tuple[str, str], Sequence[Citation]],
    places: Mapping[tuple[str, int], Sequence[Source]],
) -> str:
    depths = sorted({len(m.group(1)) for b in blocks if (m := HEADING.match(b.markdown.lstrip()))})
    levels = {depth: min(3 + order, 6) for order, depth in enumerate(depths)}
    by_page: dict[int, list[TextBlock]] = {n: [] for n in range(part.first_page, part.last_page + 1)}
    for block in blocks:
        by_page.setdefault(block.page, []).append(block)
    pieces = []
    for number in sorted(by_page):
        text, above = [], 2
        for block in by_page[number]:
            # No level is skipped below the page's own heading, whatever the paper's print suggests.
            near = {depth: min(level, above + 1) for depth, level in levels.items()}
            match = HEADING.match(block.markdown.lstrip())
            above = near[len(match.group(1))] if match else above
            cites = cited.get((part.id, block.id), ())
            text.append(passage(here, block, cites, near, hidden=book.is_held(part.id, block)))
        known = paper.by_number.get(number)
        if known and not known.has_text:
            text.insert(0, f'<p class="st-gap">{NO_TEXT_LAYER}</p>')
        elif not text:
            text.append('<p class="st-gap">Nothing of this page stands in this part’s text.</p>')
        pieces.append(_page_head(book, here, paper, number))
        picture = page_picture(paper, number, places.get((paper.id, number), ()))
        if picture:
            opens = f"papers/{paper.file}#page={number}"
            pieces.append(page_picture_html(here, picture, f"page {paper.printed(number)}", opens))
        pieces += text
    return "\n\n".join(pieces)


def _page_head(book: Book, here: str, paper: SitePaper, number: int) -> str:
    printed = paper.by_number[number].printed if number in paper.by_number else ""
    words = f"Page {printed}" if printed else f"Page {number} of the file"
    pdf = book.pdf(paper.id, number)
    target = pdf if pdf.startswith("http") else way(here, pdf)
    opens = f'<a href="{html(target)}">PDF, page\u00a0{html(printed or str(number))}</a>' if pdf else ""
    apart = f"<span>page {number} of the file</span>" if printed and printed != str(number) else ""
    return (
        f"## {words} {{: #page-{number} .st-page }}\n\n"
        f'<p class="st-page__links" data-pagefind-ignore>{apart} '
        f'<a href="#page-{number}">Link to this page</a> {opens}</p>'
    )


def _page_numbers(
    here: str,
    part: PaperPart,
    paper: SitePaper,
    blocks: Sequence[TextBlock],
    cited: Mapping[tuple[str, str], Sequence[Citation]],
) -> str:
    numbers = range(part.first_page, part.last_page + 1)
    if len(numbers) < 2:
        return ""
    with_citations = {b.page for b in blocks if any(c.address != here for c in cited.get((part.id, b.id), ()))}
    items = []
    for n in numbers:
        is_cited = n in with_citations
        hidden = "Cited: page " if is_cited else "Page "
        dress = ' class="st-cited"' if is_cited else ""
        items.append(
            f'<li{dress}><a href="#page-{n}"><span class="st-vh">{hidden}</span>{html(paper.printed(n))}</a></li>'
        )
    return (
        '<nav aria-labelledby="pages-h" data-pagefind-ignore>'
        '<p class="st-group" id="pages-h"><strong>Go to a page</strong> '
        f'<span class="st-small">Bold: cited on this site</span></p><ul class="st-pagenos">{"".join(items)}</ul></nav>'
    )


def _what_it_is(book: Book, here: str, paper: SitePaper, part: PaperPart | None = None) -> list[tuple[str, str]]:
    settings = paper.settings
    span = ""
    if part and part.id != paper.id:
        first, last = paper.printed(part.first_page), paper.printed(part.last_page)
        span = (
            html(f"{first} to {last}" if first != last else first)
            + f" of {link(here, part_address(paper.id), paper.title)}"
        )
    file = ""
    if paper.file:
        at = f"#page={part.first_page}" if part and part.first_page > 1 else ""
        file = f'<a href="{html(way(here, f"papers/{paper.file}{at}"))}">PDF, {counted(len(paper.pages), "page")}</a>'
        file += BLACKENED if paper.blackened else ""
    published = (
        f'<a href="{html(settings.address)}">Where it was published</a>'
        if settings.address.startswith(("https://", "http://"))
        else ""
    )
    without = [page.number for page in paper.pages if not page.has_text]
    pages_without = ", ".join(str(n) for n in without) if without else ""
    return [
        ("Pages", span or html(counted(len(paper.pages), "page"))),
        ("Board", html((part.board if part else "") or settings.board)),
        ("Date", html(day_in_words((part.date if part else "") or paper.date))),
        ("This copy", READING_COPY if settings.reading_copy else ""),
        ("Licence of the paper", html(settings.licence)),
        ("How we know", _how_known(book, paper, part)),
        ("Pages without text", html(pages_without)),
        ("File", " · ".join(unique((file, published)))),
    ]  # fmt: skip


def _how_known(book: Book, paper: SitePaper, part: PaperPart | None) -> str:
    """Who compared the text with the paper, the part's own check before the whole paper's; else that a program read
    it."""
    for record in (part.id if part else "", paper.id):
        by = book.said_by_people(record, "checked_by")
        on = day_in_words(book.said_by_people(record, "checked_on"))
        if by:
            return f'<span class="st-tag">Checked</span> by {html(by)}{html(f" on {on}" if on else "")}'
    return f'<span class="st-tag">Machine-read</span> {READ_BY_PROGRAM}'


def _parts(here: str, paper: SitePaper, parts: Sequence[PaperPart]) -> str:
    if not parts:
        return ""
    items = []
    for p in parts:
        first, last = paper.printed(p.first_page), paper.printed(p.last_page)
        pages = f"page\u00a0{first}" if first == last else f"pages\u00a0{first}–{last}"
        items.append(
            f'<li><span class="st-no" aria-hidden="true">{html(p.item or p.number)}</span>'
            f"<h3>{link(here, part_address(p.id), p.title)}</h3>"
            f'<p class="st-src"><span>{html(kind_inside(p.kind))}, {html(pages)}</span></p></li>'
        )
    return joined(heading("Its parts", "parts"), f'<ol class="st-rows">{"".join(items)}</ol>')


def _local(paper: SitePaper, siblings: Sequence[PaperPart]) -> dict[str, object]:
    pages = [
        {"title": f"{p.item or p.number} {p.title}".strip(), "url": part_address(p.id)}
        for p in siblings
        if p.id != paper.id
    ]
    return {"title": paper.title, "pages": [{"title": "All of this paper", "url": part_address(paper.id)}, *pages]}


def _tags(paper: SitePaper) -> list[dict[str, str]]:
    word = STATUS_WORDS.get(paper.settings.status, "")
    return [{"word": word, "why": paper.settings.status_reason}] if word else []


def _paper_lede(book: Book, paper: SitePaper, parts: Sequence[PaperPart]) -> str:
    board = paper.settings.board or book.settings.board
    of = f" of {day_in_words(paper.date)}" if paper.date else ""
    said = f"{kind_words(paper.kind)} of {board}" if paper.kind != "paper" else f"A paper of {board}"
    return f"{said}{of and ',' + of[3:]}: {counted(len(paper.pages), 'page')}" + (
        f" in {counted(len(parts), 'part')}." if parts else "."
    )


def _part_lede(book: Book, part: PaperPart, paper: SitePaper) -> str:
    if part.id == paper.id:
        return _paper_lede(book, paper, ())
    count = part.last_page - part.first_page + 1
    when = part.date or paper.date
    board = part.board or paper.settings.board or book.settings.board
    return (
        f"{counted(count, 'page')} of the {kind_inside(paper.kind)} of {board}"
        + (f", {day_in_words(when)}" if when else "")
        + ". What this site cites is marked."
    )


def _cite(book: Book, here: str, paper: SitePaper, part: PaperPart | None = None) -> str:
    return joined(heading("Cite this paper", "use"), cite_whole(book, here, paper, part))
