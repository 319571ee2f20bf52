"""From the stages of reading to the pages of a paper with their blocks."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.composing import compose, link_finder, vocabulary
from tracker.papers.content import PrintedWord
from tracker.papers.furniture import Furnished
from tracker.papers.stages import Stages
from tracker.papers.tables import join_strips, join_tables
from tracker.papers.tables.stranded_heads import with_stranded_heads
from tracker.papers.turning import block_laid_back
from tracker.records import Block, Page, Part


def _set_aside(words: Sequence[PrintedWord], page: int, before: int) -> list[Block]:
    """Words that run across the page's own direction, one block for each of the PDF's lines: kept, out of the prose."""
    lines: dict[int, list[PrintedWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [
        Block(
            id=f"p{page}-{before + n}",
            kind="furniture",
            text=" ".join(w.text for w in line),
            parts=(Part(page=page, bbox=union(w.bbox for w in line)),),
        )
        for n, line in enumerate(lines.values(), 1)
    ]


def compose_pages(made: Stages, recognised: set[int]) -> tuple[Page, ...]:
    """The pages with their blocks; furniture of the top comes first, of the foot last.

    ``recognised`` are the numbers of pages (from 1) whose words a machine recognised.
    """
    known = vocabulary([line for lines in made.lines for line in lines])
    link_at = link_finder({c.number: c.links for c in made.contents})
    marks = frozenset(d.note for drafts in made.drafts for d in drafts if d.note)
    pages = []
    for i, furnished in enumerate(made.furnished):
        content = furnished.content
        middle = content.height / 2
        blocks: list[Block] = []

        def add(kind_of: Furnished, top: bool, into: list[Block], line: float = middle) -> None:
            for f in kind_of.furniture:
                if (f.bbox[1] < line) == top:
                    part = Part(page=f.page, bbox=f.bbox)
                    block_id = f"p{f.page}-{len(into) + 1}"
                    into.append(Block(id=block_id, kind="furniture", text=f.text, parts=(part,), role=f.role))

        add(furnished, True, blocks)
        for draft in made.drafts[i]:
            block = compose(draft, f"p{content.number}-{len(blocks) + 1}", known, link_at, marks)
            if not block.text and block.kind not in ("table", "figure"):
                continue
            if made.turns[i]:
                sheet = made.contents[i]
                block = block_laid_back(block, content.number, made.turns[i], sheet.width, sheet.height)
            blocks.append(block)
        blocks += _set_aside(made.aside[i], content.number, len(blocks))
        add(furnished, False, blocks)
        has_text, doubts = made.verdicts[i]
        pages.append(
            Page(
                number=content.number,
                printed=furnished.printed,
                width=content.width,
                height=content.height,
                has_text=has_text,
                read_by="ocr" if content.number in recognised else "text",
                doubts=doubts,
                blocks=tuple(blocks),
            )
        )
    return join_strips(join_tables(with_stranded_heads(pages)))
