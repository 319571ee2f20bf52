"""Pictures cut out of a paper's pages, for showing a figure or a wording as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from tracker.records import Box, Part

PIXELS_PER_POINT = 2.0
"""Sharp on a phone's screen (about 144 dots an inch) while a strip stays near 10 kB."""

STRIP_MARGIN = 6.0
"""Points of paper left round the words, so that no letter touches the edge."""


@dataclass(frozen=True)
class Cut:
    """A rectangle of a page (1-based), in points as a reader sees it, with its scale in pixels a point."""

    page: int
    bbox: Box
    pixels_per_point: float = PIXELS_PER_POINT


def strip_round(parts: Sequence[Part], page_width: float, page_height: float) -> Cut:
    """The strip that shows all ``parts`` (at least one; those on other pages than the first one's are left out).

    Out comes a cut with a margin, kept inside the page.
    """
    page = parts[0].page
    boxes = [part.bbox for part in parts if part.page == page]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return Cut(
        page=page,
        bbox=(
            round(max(0.0, left - STRIP_MARGIN), 2),
            round(max(0.0, top - STRIP_MARGIN), 2),
            round(min(page_width, right + STRIP_MARGIN), 2),
            round(min(page_height, bottom + STRIP_MARGIN), 2),
        ),
    )


def cut_pictures(path: Path, cuts: Sequence[Cut]) -> Iterator[bytes]:
    """One PNG for each cut, in the order asked for. Annotations are left out: only what is printed counts.

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
            yield page.get_pixmap(matrix=scale, clip=clip, alpha=False, annots=False).tobytes("png")
