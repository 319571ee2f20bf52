"""From a page of a PDF to its ``PageContent``: words in their dress, shapes, pictures, links, as a reader sees them.

PDF internals end here. Boxes are turned with the page, so that nothing after this module knows of turned pages.
"""

from __future__ import annotations

import pymupdf

from tracker.papers.content import UNKNOWN, Link, PageContent, Picture, PrintedWord
from tracker.papers.drawn_shapes import shapes_of_page
from tracker.papers.page_boxes import displayed_box
from tracker.papers.printed_words import words_of_page
from tracker.papers.raised_words import with_rises
from tracker.papers.unseen import without_unseen
from tracker.papers.wording import UNREADABLE, clean


def read_content(page: pymupdf.Page, recognised: pymupdf.TextPage | None = None) -> PageContent:
    """All of one page. Lengths in points from the top left of the page as displayed.

    ``recognised`` is text that optical recognition saw, taken in place of the page's own.
    """
    turn = page.rotation_matrix if page.rotation else None
    words = words_of_page(page, turn, recognised)
    drawings = page.get_cdrawings()
    shapes, drawn = shapes_of_page(page, turn, drawings)
    bitmaps = _bitmaps(page, turn)
    unseen = 0
    if recognised is None:
        try:
            words, unseen = without_unseen(page, words, shapes, bitmaps, drawn, drawings, turn)
        except Exception:  # a page that cannot be painted is read as it is, and says so
            unseen = UNKNOWN
    words = _without_overprints(with_rises(words))
    return PageContent(
        number=page.number + 1,
        width=round(page.rect.width, 2),
        height=round(page.rect.height, 2),
        label=clean(page.get_label() or ""),
        words=tuple(words),
        shapes=tuple(shapes),
        pictures=tuple(bitmaps + drawn),
        links=tuple(_links(page, turn)),
        unseen=unseen,
    )


def without_content(page: pymupdf.Page, fault: Exception) -> PageContent:
    """What is left of a page that cannot be read: its number and size, and why."""
    why = str(fault).splitlines()[0][:80].strip() if str(fault) else type(fault).__name__
    width, height = round(page.rect.width, 2), round(page.rect.height, 2)
    return PageContent(page.number + 1, width, height, "", (), (), (), (), fault=clean(why))


def _without_overprints(words: list[PrintedWord]) -> list[PrintedWord]:
    """Each word once: printing twice with a tiny shift is how some drivers make bold or a shadow."""
    seen: dict[tuple[str, int, int], PrintedWord] = {}
    out: list[PrintedWord] = []
    for word in words:
        x, y = word.bbox[0], word.bbox[1]
        near = [(word.text, int(x / 4) + i, int(y / 4) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        twin = next((seen[k] for k in near if k in seen and _same_place(seen[k], word)), None)
        if twin is None:
            seen[(word.text, int(x / 4), int(y / 4))] = word
            out.append(word)
        elif twin.hidden and not word.hidden:
            out[out.index(twin)] = word
    return out


def _same_place(a: PrintedWord, b: PrintedWord) -> bool:
    limit = max(1.5, 0.12 * a.size)
    return all(abs(p - q) <= limit for p, q in zip(a.bbox, b.bbox, strict=True))


def _bitmaps(page: pymupdf.Page, turn: pymupdf.Matrix | None) -> list[Picture]:
    return [Picture(displayed_box(info["bbox"], turn)) for info in page.get_image_info()]


def _links(page: pymupdf.Page, turn: pymupdf.Matrix | None) -> list[Link]:
    links = []
    for link in page.get_links():
        address = link.get("uri") or ""
        if link["kind"] == pymupdf.LINK_GOTO and link.get("page", -1) >= 0:
            address = f"#page={link['page'] + 1}"
        address = UNREADABLE.sub("\ufffd", address)
        if address:
            links.append(Link(displayed_box(link["from"], None if turn is None else turn), address))
    return links
