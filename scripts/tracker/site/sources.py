"""Lists of the places that a page draws on, each with its words, its passage and the page of the PDF; citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.records import PaperPart, Source
from tracker.site.book import Book
from tracker.site.dates import day_in_words
from tracker.site.site_paper import SitePaper
from tracker.site.strips import Strip, strip_html, strips_for
from tracker.site.text import clipped, counted, html, link, safe_id, unique, way

MOST_QUOTES = 4
LONGEST_QUOTE = 360
READING_COPY = "reading copy: figures and titles as published, wording condensed"


@dataclass(frozen=True)
class PageDrawnOn:
    """A page of a paper that a page of the site draws on: its places, in order, and what stands there."""

    where: str
    sources: tuple[Source, ...]
    said: tuple[str, ...]
    """For each of the sources its quote, "" for those that have none."""

    @property
    def quotes(self) -> tuple[str, ...]:
        """The quotes, each once."""
        return unique(self.said)

    def strips(self, book: Book) -> tuple[Strip, ...]:
        """The strips of the page that are cut out and shown."""
        return strips_for(book, self.sources)

    def told_by(self, strip: Strip) -> str:
        """What a strip shows, in words: the sentences in it; of a table how many of its figures are meant, since the
        page's own table says them all."""
        inside = [
            quote
            for source, quote in zip(self.sources, self.said, strict=True)
            if any(part.bbox in strip.marks for part in source.boxes)
        ]
        if quotes := unique(inside):
            return " … ".join(quotes)
        return f"{counted(len(inside), 'figure')}, as a table or chart of the paper prints them." if inside else ""


def pages_drawn_on(book: Book, quoted: Sequence[tuple[Source, str | None]]) -> tuple[PageDrawnOn, ...]:
    """The places by page, with the quotes that stand there: plain text, "" for the words of the place itself, None
    for no quote."""
    places: dict[str, list[tuple[Source, str]]] = {}
    for source, quote in quoted:
        words = "" if quote is None else clipped(quote or book.words(source), LONGEST_QUOTE)
        places.setdefault(book.place_words(source), []).append((source, words))
    return tuple(
        PageDrawnOn(where, tuple(source for source, _ in told), tuple(words for _, words in told))
        for where, told in places.items()
    )


def source_list(book: Book, here: str, quoted: Sequence[tuple[Source, str | None]], *, strips: bool = False) -> str:
    """The pages that a page draws on, each with its quotes or, with ``strips``, with the piece of the page itself."""
    items = []
    for page in pages_drawn_on(book, quoted):
        source = page.sources[0]
        target = book.place(source)
        cut = page.strips(book) if strips else ()
        if cut:
            where = book.page_words(source)
            shown = "".join(strip_html(here, strip, target, where, page.told_by(strip)) for strip in cut)
        else:
            said = "".join(f"<p>{html(words)}</p>" for words in page.quotes[:MOST_QUOTES])
            rest = len(page.quotes) - MOST_QUOTES
            more = f"<p>… and {rest} more on the page</p>" if rest > 0 else ""
            shown = f'<blockquote class="st-quote">{said}{more}</blockquote>' if said else ""
        items.append(
            f'<li><p class="st-source__where">{html(page.where)}</p>{shown}'
            f'<p class="st-source__more">{link(here, target, "Read it on the page")} '
            f"{pdf_link(book, here, source)}</p></li>"
        )
    return f'<ol class="st-sources">{"".join(items)}</ol>' if items else ""


def page_links(book: Book, here: str, sources: Iterable[Source], *, named: bool = False) -> str:
    """Links to pages, each page once; where several papers are meant, there or about it (``named``), each is named."""
    pages = {book.place_words(source): source for source in reversed(list(sources))}
    several = named or len({source.paper for source in pages.values()}) > 1
    maker = short_link if several else page_link
    return ", ".join(maker(book, here, source) for source in reversed(pages.values()))


def place_link(book: Book, here: str, source: Source) -> str:
    """A link to a place, named by part and page."""
    return link(here, book.place(source), book.place_words(source))


def short_link(book: Book, here: str, source: Source) -> str:
    """A link to a place, named by the short name of its paper and its page."""
    return link(here, book.place(source), book.short_place(source))


def page_link(book: Book, here: str, source: Source) -> str:
    """A link to a place, named by its page alone."""
    return link(here, book.place(source), book.page_words(source))


def pdf_link(book: Book, here: str, source: Source) -> str:
    """A link that opens the PDF at the page, "" where no PDF may be opened."""
    address = book.pdf(source.paper, source.page)
    if not address:
        return ""
    target = address if address.startswith("http") else way(here, address)
    return f'<a href="{html(target)}">PDF, {html(book.page_words(source))}</a>'


def cite(book: Book, here: str, source: Source, said: str = "") -> str:
    """How to quote a place: who published it, title, date, page; ``said`` is what stands there."""
    part, paper = book.part_of(source), book.papers.get(source.paper)
    what = f": {html(said)}" if said else ""
    return _citation(book, here, paper, part, book.page_words(source), what)


def cite_whole(book: Book, here: str, paper: SitePaper, part: PaperPart | None) -> str:
    """How to quote a paper, or a part of it with its pages."""
    pages = ""
    if part:
        first, last = paper.printed(part.first_page), paper.printed(part.last_page)
        pages = f"page\u00a0{first}" if first == last else f"pages\u00a0{first}–{last}"
    return _citation(book, here, paper, part, pages, "")


def _citation(book: Book, here: str, paper: SitePaper | None, part: PaperPart | None, pages: str, what: str) -> str:
    who = (part.board if part else "") or (paper.settings.board if paper else "") or book.settings.board
    title = part.title if part else paper.title if paper else ""
    date = (part.date if part else "") or (paper.date if paper else "")
    item = f"agenda item {part.item}" if part and part.item else ""
    head = "".join(f", {html(piece)}" for piece in (item, day_in_words(date), pages) if piece)
    copy = f" ({READING_COPY})" if paper and paper.settings.reading_copy else ""
    fields = [
        ("author", f"{{{who}}}"),
        ("title", title),
        ("date", date),
        ("pages", pages.removeprefix("pages").removeprefix("page").removesuffix("of the file").strip()),
        ("url", lasting_address(book, here)),
        ("note", READING_COPY if paper and paper.settings.reading_copy else ""),
    ]
    lines = ",\n".join(f"  {name} = {{{_bibtex(text)}}}" for name, text in fields if text.strip("{}"))
    key = safe_id(part.id if part else paper.id if paper else "paper")
    return (
        f'<p class="st-cite">{html(who)}, <cite>{html(title)}</cite>{head}{what}{copy}.</p>'
        f'<p class="st-small">{_lasting_link(book, here)}</p>'
        f"<details data-pagefind-ignore><summary>BibTeX</summary>"
        f'<pre class="st-cite" tabindex="0">@report{{{key},\n{_escaped(lines)}\n}}</pre></details>'
    )


def lasting_address(book: Book, here: str) -> str:
    """The public address of a page, which outlasts its title; "" as long as the site has none."""
    base = book.settings.site_url.rstrip("/")
    return f"{base}/{here}" if base.startswith(("https://", "http://")) else ""


def _lasting_link(book: Book, here: str) -> str:
    address = lasting_address(book, here)
    if not address:
        return link(here, here, "Lasting link to this page")
    return f'Lasting link: <a href="{html(way(here, here))}">{html(address)}</a>'


def _bibtex(text: str) -> str:
    """A text as a field's value: braces that are not a pair, backslashes and percent signs would end or hide it."""
    inside = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    safe = inside.translate({ord("\\"): " ", ord("{"): "(", ord("}"): ")", ord("%"): "\\%", ord("&"): "\\&"})
    return f"{{{safe}}}" if inside != text else safe


def _escaped(lines: str) -> str:
    return "\n".join(f"  {html(line)}" for line in lines.split("\n"))


def found_as(book: Book, kind: str, papers: Sequence[str]) -> dict[str, object]:
    """How search names and filters a page: its kind and the papers (ids) it draws on."""
    titles = unique(book.papers[p].title for p in papers if p in book.papers)
    return {"filters": {"kind": [kind], "paper": list(titles)}, "tells": {"kind": kind, "paper": ", ".join(titles)}}
