"""Source strips: the piece of a page that prints a figure, cut out as a picture, with its words marked.

Which strip is cut is worked out here; the cutting is done at build time. The marks are drawn over the picture in the
page's own coordinates, so that the picture stays what is printed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.records import Box, Source
from tracker.site.book import Book
from tracker.site.site_paper import PaperPage, SitePaper, union
from tracker.site.text import clipped, html, way

MARGIN = 6.0
"""Points of paper left round the words."""
TALLEST = 260.0
"""Points: a taller block (a long table) is cut to a band round the words, a taller group to its first block."""
BAND = 70.0
"""Points above and below the words in such a band: a few rows of a table."""
PIXELS_PER_POINT = 1.6
"""As wide as a column of the site for a page of A4; sharp enough to read on a phone's screen."""
MOST_STRIPS = 3
PIXELS_PER_POINT_OF_PAGE = 1.0
"""A whole page stands in half a column; who wants it larger opens the PDF."""
LONGEST_ALT = 300


@dataclass(frozen=True)
class Strip:
    """A piece of a page, in points from the top left; ``marks`` are the boxes of the words; ``file`` is its address."""

    paper: str
    page: int
    bbox: Box
    marks: tuple[Box, ...]
    file: str
    scale: float = PIXELS_PER_POINT
    """Pixels for each point of the page."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture."""
        left, top, right, bottom = self.bbox
        return round((right - left) * self.scale), round((bottom - top) * self.scale)


def strips_for(book: Book, sources: Sequence[Source]) -> tuple[Strip, ...]:
    """The strips that show the places, all on one page of one paper: one round them all where they stand close
    together, else one for each block; none when the paper's pages cannot be shown."""
    first = sources[0]
    paper = book.papers.get(first.paper)
    page = paper.by_number.get(first.page) if paper else None
    if not paper or not paper.file or not page or not page.width:
        return ()
    blocks: dict[str, list[Source]] = {}
    for source in sources:
        blocks.setdefault(source.block, []).append(source)
    pieces = {block: _piece(book, same) for block, same in blocks.items()}
    boxes = [box for box in pieces.values() if box]
    if not boxes:
        return ()
    others = book.boxes_on_page.get((first.paper, first.page), ())
    whole = union(boxes)
    if whole[3] - whole[1] <= TALLEST:
        return (_strip(paper, page, whole, others, sources),)
    return tuple(_strip(paper, page, box, others, blocks[block]) for block, box in pieces.items() if box)[:MOST_STRIPS]


def _strip(paper: SitePaper, page: PaperPage, around: Box, others: Sequence[Box], sources: Sequence[Source]) -> Strip:
    """The strip round a box: it cuts no line that stands within its height, and shows no edge of what stands above or
    below; ``others`` are the boxes of the page's blocks."""
    top, bottom = around[1], around[3]
    facing = [other for other in others if other[0] < around[2] and around[0] < other[2]]
    left, _, right, _ = union([around, *(o for o in facing if top <= o[1] and o[3] <= bottom)])
    above = min((top - other[3] for other in facing if other[3] <= top + 1), default=2 * MARGIN)
    below = min((other[1] - bottom for other in facing if bottom <= other[1] + 1), default=2 * MARGIN)
    bbox = (
        round(max(0.0, left - MARGIN), 1),
        round(max(0.0, top - min(MARGIN, max(0.0, above) / 2)), 1),
        round(min(page.width, right + MARGIN), 1),
        round(min(page.height, bottom + min(MARGIN, max(0.0, below) / 2)), 1),
    )
    words = [part.bbox for source in sources for part in source.boxes if part.page == page.number]
    marks = tuple(dict.fromkeys(mark for mark in words if top <= (mark[1] + mark[3]) / 2 <= bottom))
    key = hashlib.sha256(f"{paper.sha256} {page.number} {bbox}".encode()).hexdigest()[:12]
    return Strip(paper.id, page.number, bbox, marks, f"strips/{key}.png")


def page_picture(paper: SitePaper, number: int, sources: Sequence[Source]) -> Strip | None:
    """The picture of a whole page with the words that are cited marked, None for pages that may not be shown."""
    page = paper.by_number.get(number)
    if not paper.file or not page or not page.width or number in paper.settings.left_out_pages:
        return None
    words = [part.bbox for source in sources for part in source.boxes if part.page == number]
    key = hashlib.sha256(f"{paper.sha256} {number} page".encode()).hexdigest()[:12]
    bbox = (0.0, 0.0, page.width, page.height)
    return Strip(paper.id, number, bbox, tuple(dict.fromkeys(words)), f"pages/{key}.png", PIXELS_PER_POINT_OF_PAGE)


def page_picture_html(here: str, picture: Strip, page_words: str, opens: str) -> str:
    """The picture of a page, in its own coordinates; ``opens`` is the address of the page in the PDF."""
    tall = " st-page__pic--tall" if picture.bbox[3] > picture.bbox[2] else ""
    return (
        f'<div class="st-page__pic{tall}"><a class="st-page__sheet" href="{html(way(here, opens))}">'
        f"{_image(here, picture, f'Picture of {page_words}. Its text stands beside it.')}</a></div>"
    )


def strip_html(here: str, strip: Strip, target: str, page_words: str, said: str) -> str:
    """The strip as a link to its passage, with the words as its alternative text."""
    alt = f"Cut from {page_words}: {clipped(said, LONGEST_ALT)}" if said else f"Cut from {page_words}"
    return (
        f'<a class="st-strip" style="max-width:{strip.pixels[0]}px" href="{html(way(here, target))}">'
        f"{_image(here, strip, alt)}</a>"
    )


def _image(here: str, strip: Strip, alt: str) -> str:
    left, top, right, bottom = strip.bbox
    width, height = strip.pixels
    marks = "".join(
        f'<rect x="{x0:g}" y="{y0:g}" width="{x1 - x0:.1f}" height="{y1 - y0:.1f}"/>' for x0, y0, x1, y1 in strip.marks
    )
    return (
        f'<img src="{html(way(here, strip.file))}" width="{width}" height="{height}" loading="lazy" alt="{html(alt)}">'
        f'<svg viewBox="{left:g} {top:g} {right - left:.1f} {bottom - top:.1f}" aria-hidden="true">{marks}</svg>'
    )


def _piece(book: Book, sources: Sequence[Source]) -> Box | None:
    """What places in one block need to be understood: the block, cut to a band when it is tall; else their words."""
    source = sources[0]
    words = [part.bbox for one in sources for part in one.boxes if part.page == source.page]
    block = [part.bbox for part in book.boxes.get((source.paper, source.block), ()) if part.page == source.page]
    if not block:
        return union(words) if words else None
    left, top, right, bottom = union(block)
    if bottom - top > TALLEST and words:
        around = union(words)
        if around[3] - around[1] > TALLEST - 2 * BAND:
            around = words[0]
        if around[3] - top > TALLEST:
            top = around[1] - BAND
        bottom = min(bottom, around[3] + BAND)
        # Whole rows, and with them the heads where these are near.
        rows = [row.bbox for row in book.table_rows.get((source.paper, source.block), ()) if row.page == source.page]
        if whole := [row for row in rows if top <= row[1] and row[3] <= bottom]:
            top, bottom = min(row[1] for row in whole), max(row[3] for row in whole)
    return left, top, right, bottom
