"""Pictures cut out of a paper's pages, for showing a figure or a wording as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from tracker.papers.withheld import Shown, boxes_to_hide
from tracker.records import Box

PIXELS_PER_POINT = 2.0
"""Sharp on a phone's screen (about 144 dots an inch) while a strip stays near 10 kB."""

COVERING = (
    pymupdf.PDF_ANNOT_SQUARE,
    pymupdf.PDF_ANNOT_CIRCLE,
    pymupdf.PDF_ANNOT_POLYGON,
    pymupdf.PDF_ANNOT_LINE,
    pymupdf.PDF_ANNOT_INK,
    pymupdf.PDF_ANNOT_STAMP,
    pymupdf.PDF_ANNOT_FREE_TEXT,
    pymupdf.PDF_ANNOT_REDACT,
)
"""What people draw onto a finished page; sticky notes and highlights are left out of pictures."""


@dataclass(frozen=True)
class Cut:
    """A rectangle of a page (1-based), in points as a reader sees it, with its scale in pixels a point."""

    page: int
    bbox: Box
    pixels_per_point: float = PIXELS_PER_POINT


def cut_pictures(path: Path, cuts: Sequence[Cut], shown: Sequence[Shown] = ()) -> Iterator[bytes]:
    """One PNG for each cut, in the order asked for. Notes and highlights are left out: only what is printed counts.
    Words that stand in a rectangle of ``shown`` and not in its text are blacked out.

    Raises ``ValueError`` for a page that the paper does not have or a rectangle without area.
    """
    with pymupdf.open(path) as document:
        for cut in cuts:
            if not 1 <= cut.page <= document.page_count:
                raise ValueError(f"{path.name} has no page {cut.page}: it has {document.page_count} pages.")
            page = document[cut.page - 1]
            clip = pymupdf.Rect(cut.bbox) & page.rect
            if clip.is_empty:
                raise ValueError(f"{path.name}, page {cut.page}: the rectangle {cut.bbox} holds nothing of the page.")
            scale = pymupdf.Matrix(cut.pixels_per_point, cut.pixels_per_point)
            try:
                picture = _painted(page, clip, scale, [place for place in shown if place.page == cut.page])
            except (RuntimeError, pymupdf.mupdf.FzErrorBase):
                # What the library cannot paint (nested too deep, damaged) is an empty sheet; the page's doubts say why.
                picture = pymupdf.Pixmap(pymupdf.csRGB, (clip * scale).irect, False)
                picture.clear_with(255)
            yield picture.tobytes("png")


def _painted(page: pymupdf.Page, clip: pymupdf.Rect, scale: pymupdf.Matrix, places: Sequence[Shown]) -> pymupdf.Pixmap:
    """A rectangle of a page, with black over the words that may not be shown."""
    picture = page.get_pixmap(matrix=scale, clip=clip, alpha=False, annots=_has_covers(page))
    for box in boxes_to_hide(page, places):
        black = (box * scale).irect & picture.irect
        if not black.is_empty:
            picture.set_rect(black, (0, 0, 0))
    return picture


def _has_covers(page: pymupdf.Page) -> bool:
    """Whether people drew on the page what may lie over words: without it the picture would show what it hides."""
    return any(True for _ in page.annots(types=COVERING))
