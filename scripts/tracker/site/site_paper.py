"""A paper as the site shows it: its pages, the blocks of its text, and which pages of the site draw on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tracker.records import Box, PaperSettings


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box round all boxes (at least one)."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True)
class TextBlock:
    """A block of a part's text as its page in ``docs/`` has it, in Markdown, under the id it has in the paper."""

    id: str
    page: int
    markdown: str
    css: str = ""
    """"table", "figure", "footnote", "testimony" …: what the block is, for its dress."""


@dataclass(frozen=True)
class PaperPage:
    """A page of a paper: its number in the file (from 1), the number printed on it, its size in points."""

    number: int
    printed: str
    width: float
    height: float
    has_text: bool = True
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class SitePaper:
    """A paper and what people say about it. ``file`` is the name of the PDF where the site hosts it, else ""; in such a
    copy words are ``blackened`` where some are held back."""

    id: str
    title: str
    kind: str
    date: str
    settings: PaperSettings
    pages: tuple[PaperPage, ...]
    file: str = ""
    sha256: str = ""
    blackened: bool = False

    @cached_property
    def by_number(self) -> Mapping[int, PaperPage]:
        """The pages by their number in the file."""
        return {page.number: page for page in self.pages}

    def printed(self, page: int) -> str:
        """The number a reader sees on a page of the file, or the page's own number where none is printed."""
        known = self.by_number.get(page)
        return known.printed if known and known.printed else str(page)


@dataclass(frozen=True)
class Citation:
    """A page of the site that draws on a block of a paper, with the words it draws on."""

    address: str
    title: str
    words: str
