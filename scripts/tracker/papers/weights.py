"""How heavy the letters of fonts are whose names do not tell: browsers and printing drivers leave names out.

Headings that are only bold are lost where a font is called “Type3” or “CIDFont+F2”. So a few letters of each such font
are painted and their ink is weighed against the same letters of the font that most of the paper is set in.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

import pymupdf

from tracker.papers.content import PageContent

UNNAMED = re.compile(r"^(?:[A-Z]{6}\+)?(?:Type3\b.*|CIDFont\+F\d+|TT\w{1,8}|T\d_\d+|F\d+|Unnamed.*)$")
"""Names that say nothing of a font's weight."""
HEAVIER = 1.18
"""Times the ink of the same letters: bold faces measure 1.25 to 1.6, other faces of the same weight up to 1.1."""
COMMON = 0.15
"""A font with this share of a paper's letters may be that of its text; of several, the lightest is."""
ALIKE = 4
"""Letters that two fonts must share to be weighed against each other."""
SAMPLES = 3
"""Each letter is weighed so often."""
PAGES = 2
"""Letters of a font are taken from so many pages."""
PIXELS = 32.0
"""A letter is painted so many pixels to the em."""
LEAST_CONTRAST = 60
"""Of 255: paler letters cannot be weighed."""

Ink = dict[str, float]
"""Square ems of ink of each letter, by the letter."""


def with_weights(document: pymupdf.Document, contents: Sequence[PageContent]) -> list[PageContent]:
    """The pages with ``bold`` set on words whose font does not tell its weight but is heavier than the paper's own."""
    used: Counter[str] = Counter()
    pages: dict[str, list[int]] = defaultdict(list)
    for content in contents:
        here: Counter[str] = Counter()
        for word in content.words:
            if not word.angle and not word.hidden:
                here[word.font] += len(word.text)
        used.update(here)
        for font in here:
            pages[font].append(content.number)
    unnamed = [font for font in used if UNNAMED.match(font)]
    if not unnamed or len(used) < 2:
        return list(contents)
    usual = max(used, key=lambda font: (used[font], font))
    common = [font for font in used if used[font] >= COMMON * used.total()]
    weighed = {font: _weigh(document, font, pages[font]) for font in dict.fromkeys([*unnamed, *common, usual])}
    times = {font: _times(ink, weighed[usual]) for font, ink in weighed.items()}
    lightest = min((times[font] for font in common if times[font]), default=1.0)
    heavy = {font for font in unnamed if times[font] >= HEAVIER * lightest}
    if not heavy:
        return list(contents)
    return [replace(c, words=tuple(replace(w, bold=True) if w.font in heavy else w for w in c.words)) for c in contents]


def _times(ink: Ink, other: Ink) -> float:
    """How many times the ink of another font the same letters of a font have; 0.0 where they share too few."""
    shared = [letter for letter in ink if other.get(letter)]
    return median(ink[x] / other[x] for x in shared) if len(shared) >= ALIKE else 0.0


def _weigh(document: pymupdf.Document, font: str, pages: Sequence[int]) -> Ink:
    """The ink of letters of a font, from the first pages that use it; what cannot be painted is not weighed."""
    found: dict[str, list[float]] = defaultdict(list)
    for number in pages[:PAGES]:
        try:
            _weigh_on_page(document[number - 1], font, found)
        except Exception:  # a page that cannot be painted tells nothing
            continue
    return {letter: median(inks) for letter, inks in found.items() if inks}


def _weigh_on_page(page: pymupdf.Page, font: str, found: dict[str, list[float]]) -> None:
    painted = page.get_displaylist()
    for block in page.get_text("rawdict", flags=pymupdf.TEXT_MEDIABOX_CLIP)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                if span["font"] != font or line["dir"] != (1.0, 0.0):
                    continue
                for character in span["chars"]:
                    letter = character["c"]
                    if letter.isalpha() and letter.isascii() and len(found[letter]) < SAMPLES:
                        ink = _ink(painted, character["bbox"], span)
                        if ink:
                            found[letter].append(ink)


def _ink(painted: Any, box: tuple[float, float, float, float], span: dict[str, Any]) -> float:
    """How much of its em a letter covers; 0.0 where it does not stand out from its ground."""
    scale = PIXELS / max(span["size"], 1.0)
    matrix = pymupdf.Matrix(scale, scale)
    grey = bytes(painted.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, alpha=0, clip=box).samples)
    if not grey:
        return 0.0
    ground = Counter(grey).most_common(1)[0][0]
    colour = span["color"]
    letter = 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255)
    contrast = abs(letter - ground)
    if contrast < LEAST_CONTRAST:
        return 0.0
    return float(sum(min(1.0, abs(value - ground) / contrast) for value in grey) / PIXELS**2)
