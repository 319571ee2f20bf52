"""All that the site is made of, with where each thing stands and what it is called there.

A :class:`Book` holds the records as people left them, the texts of the parts block by block, and what people wrote.
Addresses are from the root of the site, without a leading slash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tracker.records import Box, Evidence, PaperPart, Source
from tracker.site.book_figures import BookFigures
from tracker.site.names import short_title
from tracker.site.site_paper import TextBlock
from tracker.site.text import clipped, safe_id


@dataclass(frozen=True)
class Book(BookFigures):
    """What the site is made of, with the places of papers: parts, passages, pages, PDFs, and the words there."""

    @cached_property
    def _part_of_block(self) -> Mapping[tuple[str, str], str]:
        return {
            (self.parts[part].paper, block.id): part
            for part, blocks in self.texts.items()
            if part in self.parts
            for block in blocks
        }

    def part_of(self, source: Source) -> PaperPart | None:
        """The part that a place in a paper belongs to."""
        known = self._part_of_block.get((source.paper, source.block))
        if known:
            return self.parts[known]
        holding = [p for p in self.parts_of.get(source.paper, ()) if p.first_page <= source.page <= p.last_page]
        return min(holding, key=lambda p: (p.last_page - p.first_page, p.id), default=None)

    def place(self, source: Source) -> str:
        """The address of the passage a source points at, of its page, or at least of its paper."""
        if source.paper not in self.papers:
            return "papers/"
        part = self.part_of(source)
        if part is None:
            return f"papers/{safe_id(source.paper)}/"
        if (source.paper, source.block) in self._part_of_block:
            return f"papers/{safe_id(part.id)}/#{safe_id(source.block)}"
        return f"papers/{safe_id(part.id)}/#page-{source.page}"

    def page_words(self, source: Source) -> str:
        """ "page 17" as printed; "page 3 of the file" where the page prints no number."""
        paper = self.papers.get(source.paper)
        printed = source.printed or (
            paper.by_number[source.page].printed if paper and source.page in paper.by_number else ""
        )
        return f"page\u00a0{printed}" if printed else f"page\u00a0{source.page} of the file"

    def place_words(self, source: Source) -> str:
        """ "Annual Report 2022-2023, page 46"; a chapter is named with its paper: "Strategy 2021-24: Background, …"."""
        part = self.part_of(source)
        paper = self.papers.get(source.paper)
        name = part.title if part else paper.title if paper else source.paper
        if part and paper and part.kind == "chapter" and part.id != paper.id:
            name = f"{self.short_name(source)}: {clipped(part.title, 60)}"
        return f"{name}, {self.page_words(source)}"

    def short_name(self, source: Source) -> str:
        """ "Annual Report": the name of a report, or of the paper whose chapter it is, without its board and years."""
        part, paper = self.part_of(source), self.papers.get(source.paper)
        whole = part if part and (part.kind != "chapter" or not paper) else paper
        return short_title(whole.title if whole else source.paper, self.settings.board)

    def short_place(self, source: Source) -> str:
        """ "Annual Report, page 46", for links beside a number."""
        return f"{self.short_name(source)}, {self.page_words(source)}"

    def pdf(self, paper: str, page: int) -> str:
        """The address of a page inside the PDF: hosted here, or published elsewhere; "" when neither is known."""
        known = self.papers.get(paper)
        if not known:
            return ""
        if known.file:
            return f"papers/{known.file}#page={page}"
        address = known.settings.address
        return f"{address}#page={page}" if address.startswith(("https://", "http://")) else ""

    @cached_property
    def boxes_on_page(self) -> Mapping[tuple[str, int], tuple[Box, ...]]:
        """The boxes of all blocks, by paper and page."""
        found: dict[tuple[str, int], list[Box]] = {}
        for (paper, _), parts in self.boxes.items():
            for part in parts:
                found.setdefault((paper, part.page), []).append(part.bbox)
        return {page: tuple(boxes) for page, boxes in found.items()}

    @cached_property
    def blocks(self) -> Mapping[tuple[str, str], TextBlock]:
        """Blocks by part and id."""
        return {(part, block.id): block for part, blocks in self.texts.items() for block in blocks}

    def evidence_blocks(self, evidence: Evidence) -> tuple[TextBlock, ...]:
        """The blocks that a piece of evidence refers to, without those that are no longer there."""
        return tuple(self.blocks[evidence.part, b] for b in evidence.blocks if (evidence.part, b) in self.blocks)

    def is_held(self, part: str, block: TextBlock) -> bool:
        """Whether search must not find a passage: residents speak in it, or are described, and no one passed it."""
        return "testimony" in block.css.split() and block.id not in (self.people.get(part, {}).get("passed") or ())

    @property
    def reading_copies(self) -> bool:
        """Whether any paper is a reading copy, so that every page must say so."""
        return any(paper.settings.reading_copy for paper in self.papers.values())

    def words(self, source: Source) -> str:
        """The words as printed at a place."""
        return source.words or self.quoted.get(bare(source), "")


def bare(source: Source) -> Source:
    """A place without its words, as a key."""
    return source.model_copy(update={"words": ""})
