"""A page as it is painted, and which of its words it looks the same without.

In: a page of an open PDF and words on it, boxes in points of the page as displayed. Out: whether two paintings agree in
a box. Nothing is told by what a word says.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pymupdf

from tracker.papers.boxes import area, common
from tracker.papers.content import PrintedWord
from tracker.records import Box

LEAST_CONTRAST = 12
"""Of 255: what stands out less from its ground in every colour cannot be made out."""

COVERED = 0.6
"""A word is covered where this share of it is; redactions drawn by hand leave a corner out."""

PIXELS = 2.0
"""Pixels a point at which the page is painted to be judged."""


def makes_no_difference(page: pymupdf.Page, words: Sequence[PrintedWord]) -> set[int]:
    """Which words the painted page looks the same without: told by a copy of the page with them taken out."""
    copy = pymupdf.open()
    copy.insert_pdf(page.parent, from_page=page.number, to_page=page.number, links=False, widgets=False)
    bare = copy[0]
    back = bare.derotation_matrix
    before = Painted(bare, [w.bbox for w in words])
    for word in words:
        bare.add_redact_annot(pymupdf.Rect(core_of(word)) * back, fill=False, cross_out=False)
    bare.apply_redactions(images=pymupdf.PDF_REDACT_IMAGE_NONE, graphics=pymupdf.PDF_REDACT_LINE_ART_NONE)
    left = [turned(w[:4], bare.rotation_matrix) for w in bare.get_text("words")]
    after = Painted(bare, [w.bbox for w in words])
    return {
        id(w)
        for w in words
        if not any(share_in(core_of(w), box) > COVERED for box in left) and before.is_same(after, w.bbox)
    }


class Painted:
    """The part of a page round some boxes, as it looks. Boxes are in points of the page as displayed."""

    def __init__(self, page: pymupdf.Page, boxes: Sequence[Box]) -> None:
        clip = pymupdf.Rect(
            min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        )
        clip = pymupdf.Rect(clip.x0 - 2, clip.y0 - 2, clip.x1 + 2, clip.y1 + 2) & page.rect
        self._scale = min(PIXELS, 4000 / max(clip.width, clip.height, 1))
        matrix = pymupdf.Matrix(self._scale, self._scale)
        self._picture = page.get_pixmap(matrix=matrix, clip=clip, alpha=False, colorspace=pymupdf.csRGB)

    def _rows(self, box: Box) -> list[bytes]:
        picture, scale = self._picture, self._scale
        left = max(0, math.ceil(box[0] * scale) - picture.x)
        right = min(picture.width, max(math.ceil(box[0] * scale) + 1, int(box[2] * scale)) - picture.x)
        top = max(0, math.ceil(box[1] * scale) - picture.y)
        bottom = min(picture.height, max(math.ceil(box[1] * scale) + 1, int(box[3] * scale)) - picture.y)
        samples, stride = picture.samples_mv, picture.stride
        return [bytes(samples[y * stride + 3 * left : y * stride + 3 * right]) for y in range(top, bottom)]

    def is_even(self, box: Box) -> bool:
        """Whether nothing stands out in a box."""
        seen = b"".join(self._rows(box))
        return bool(seen) and all(max(seen[c::3]) - min(seen[c::3]) < LEAST_CONTRAST for c in range(3))

    def is_same(self, other: Painted, box: Box) -> bool:
        """Whether a box looks the same here and there."""
        here, there = b"".join(self._rows(box)), b"".join(other._rows(box))
        return len(here) == len(there) and all(abs(a - b) < LEAST_CONTRAST for a, b in zip(here, there, strict=True))


def core_of(word: PrintedWord) -> Box:
    """The middle of a word, clear of the rules and edges round it; all of it where it is only a dot or a dash."""
    x0, y0, x1, y1 = word.bbox
    if not any(letter.isalnum() for letter in word.text):
        return word.bbox
    level = word.angle in (0, 180)
    across, down = (0.05 * (x1 - x0), 0.25 * (y1 - y0)) if level else (0.25 * (x1 - x0), 0.05 * (y1 - y0))
    return (x0 + across, y0 + down, x1 - across, y1 - down)


def turned(rect: Any, turn: pymupdf.Matrix | None) -> Box:
    if turn is not None:
        rect = tuple(pymupdf.Rect(rect) * turn)
    x0, y0, x1, y1 = rect
    return (x0, y0, x1, y1)


def share_in(word: Box, box: Box) -> float:
    """The share of a word that lies in a box."""
    x0, y0, x1, y1 = common(word, box)
    if x1 <= x0 or y1 <= y0:
        return 0.0
    return (x1 - x0) * (y1 - y0) / area(word)
