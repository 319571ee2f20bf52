"""Cuts through a paper: from which block to which one a part goes.

In: outlines. Out: ``Cut`` records, and the blocks of an outline page by page.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.facts.sections import Outline, Placed
from tracker.records import AgendaEntry

# A title page has few words and no running text. Found on board papers: 4 to 45 words, never a paragraph above 40.
TITLE_PAGE_WORDS = 70
# A report worth a page of its own begins within so many blocks of the top of its first page.
HEAD_BLOCKS = 8


@dataclass(frozen=True)
class Cut:
    """A part to be: its first and last block by their places in the outline, both inside it."""

    first: int
    last: int
    title: str
    kind: str
    number: str = ""
    item: str = ""
    entry: AgendaEntry | None = None


def by_page(inside: Outline) -> list[list[Placed]]:
    """The blocks of an outline, those of each page together; pages without blocks are left out."""
    pages: list[list[Placed]] = []
    for placed in inside.blocks:
        if pages and pages[-1][-1].page >= placed.page:
            pages[-1].append(placed)
        else:
            pages.append([placed])
    return pages


def words_between(outline: Outline, first: int, last: int) -> int:
    """How many words stand between two places, tables left out."""
    return sum(len(p.block.text.split()) for p in outline.part(first, last))


def begin_of(blocks: tuple[Placed, ...], place: int, before: int) -> int:
    """Where a part begins whose reference or title stands at ``place``: at the top of its page where that is near, else
    at the heading above; never at or before the part at ``before``."""
    above = range(place, max(before, place - HEAD_BLOCKS), -1)
    heading = next((i for i in above if blocks[i].block.kind == "heading"), place)
    top = next((i for i in above if i == 0 or blocks[i - 1].page < blocks[i].page), heading)
    return min(heading, top)
