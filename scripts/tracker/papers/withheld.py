"""What of a paper's pages may not be shown: words taken out of its text, and words that no reader sees.

In: a paper as read, with a mark wherever something was taken out, and the page of the file. Out: boxes on the page as a
reader sees it, in points from the top left, for whoever paints or copies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pymupdf

from tracker.papers.boxes import inside
from tracker.papers.doubts import tells_of_unseen
from tracker.papers.reading_content import read_content
from tracker.records import Block, Box, Paper, Part

SEEN = 0.5
"""A word of the file is one that a reader sees where at least this share of it is such a word's."""


@dataclass(frozen=True)
class Shown:
    """A rectangle of a page in which not all may be shown, and the text that may."""

    page: int
    bbox: Box
    text: str


@dataclass(frozen=True)
class Withheld:
    """What of a paper may not be shown: places with words to hide, pages (1-based) with words that nobody sees."""

    places: tuple[Shown, ...] = ()
    unseen_on: tuple[int, ...] = ()


def withheld_of(paper: Paper, mark: str) -> Withheld:
    """The places of a paper whose text has a mark that says that something was taken out of it, and the pages on which
    words were left out because no reader sees them."""
    return Withheld(
        tuple(
            Shown(part.page, part.bbox, text)
            for page in paper.pages
            for block in page.blocks
            for part, text in _printed_texts(block)
            if mark in text
        ),
        tuple(page.number for page in paper.pages if any(tells_of_unseen(doubt) for doubt in page.doubts)),
    )


def _printed_texts(block: Block) -> list[tuple[Part, str]]:
    """The places of a block with what is printed in each."""
    cells = [(cell.part, cell.text) for row in block.rows for cell in row if cell and cell.part]
    labels = [(label.part, label.text) for label in block.labels]
    words = f"{block.marker} {block.number} {block.note} {block.text}"
    return cells + labels if cells or labels else [(part, words) for part in block.parts]


def boxes_to_hide(page: pymupdf.Page, places: Sequence[Shown]) -> list[pymupdf.Rect]:
    """The boxes of the words in the places that their texts do not have; the whole place where the file has no words
    there, as on a scan."""
    if not places:
        return []
    turn = page.rotation_matrix
    words = [(pymupdf.Rect(word[:4]) * turn, word[4]) for word in page.get_text("words", sort=False)]
    found = []
    for place in places:
        left, top, right, bottom = place.bbox
        around = pymupdf.Rect(left - 1, top - 1, right + 1, bottom + 1)
        within = [(box, text) for box, text in words if (box.tl + box.br) / 2 in around]
        if not within:
            found.append(around)
        printed, allowed = [_plain(text) for _, text in within], [_plain(text) for text in place.text.split()]
        for change, first, last, _, _ in SequenceMatcher(None, printed, allowed, autojunk=False).get_opcodes():
            if change in ("delete", "replace"):
                found += [box for box, text in within[first:last] if _plain(text)]
    return found


def boxes_unseen(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """The boxes of the words that the file has on a page and no reader sees."""
    seen = [word.bbox for word in read_content(page).words]
    turn = page.rotation_matrix
    boxes = [pymupdf.Rect(word[:4]) * turn for word in page.get_text("words", sort=False)]
    return [box for box in boxes if not any(inside(tuple(box), known) >= SEEN for known in seen)]


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
