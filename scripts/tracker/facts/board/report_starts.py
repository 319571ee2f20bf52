"""The reports of one agenda item: the covering report and what is attached to it.

In: a paper, its outline and the cut of an item. Out: a cut for each report. A report begins with a title page, a
covering table or an appendix mark at the top of a page, or where numbering that had gone on starts again at 1.
"""

from __future__ import annotations

import re

from tracker.facts.board.cuts import HEAD_BLOCKS, TITLE_PAGE_WORDS, Cut, by_page
from tracker.facts.board.kinds import cover_fields, is_cover_table, kind_of_title
from tracker.facts.sections import Outline, Placed
from tracker.records import Block, Paper

_APPENDIX = re.compile(r"^(?:appendix|annexe?|enclosure|attachment)\s+(?:[A-Z]\b|\d{1,2}\b|[ivx]+\b)", re.IGNORECASE)
_REPORT_WORDS = re.compile(
    r"\b(?:report|strategy|plan|assessment|review|policy|framework|needs|evaluation)\b", re.IGNORECASE
)
# So many words that end in a full stop are a sentence, not a line of a title page.
_SENTENCE = 7
# The last page of a report may be as bare as a title page, but gives someone to write to.
_CONTACT = re.compile(r"\bcontact\b|@|\btel(?:ephone)?\b|\breport ends\b|\bend of report\b", re.IGNORECASE)


def _is_slides(paper: Paper, cut: Cut) -> bool:
    """Whether an item's papers are slides: pages wider than high, where every slide looks like a title page."""
    if not cut.entry or not cut.entry.first_page:
        return False
    pages = [p for p in paper.pages if cut.entry.first_page <= p.number <= cut.entry.last_page and p.blocks]
    wide = sum(1 for p in pages if p.width > p.height)
    return bool(pages) and wide * 2 > len(pages)


def reports_in(paper: Paper, outline: Outline, cut: Cut) -> list[Cut]:
    """The reports of one agenda item: the covering report and what is attached to it."""
    pages = by_page(outline.part(cut.first, cut.last))
    starts = [cut.first]
    if cut.kind not in ("minutes", "dashboard", "forward plan") and not _is_slides(paper, cut):
        seen_top = 0
        for number, blocks in enumerate(pages):
            begins = number > 0 and _begins_report(
                blocks, pages[number + 1] if number + 1 < len(pages) else [], seen_top
            )
            if begins:
                starts.append(blocks[0].index)
                seen_top = 0
            for placed in blocks:
                top = _top_number(placed.block)
                if top:
                    seen_top = max(seen_top, top)
    starts = _without_title_pages(starts, pages)
    pieces = []
    for position, first in enumerate(starts):
        last = starts[position + 1] - 1 if position + 1 < len(starts) else cut.last
        inside = outline.part(first, last)
        title, kind = (cut.title, cut.kind) if position == 0 else _title_of_report(inside, cut)
        pieces.append(Cut(first, last, title, kind, item=cut.item, entry=cut.entry))
    return pieces


def _begins_report(blocks: list[Placed], following: list[Placed], seen_top: int) -> bool:
    """Whether a page is the first of another report."""
    head = [p.block for p in blocks[:HEAD_BLOCKS]]
    if any(is_cover_table(b) for b in head):
        return True
    if head and head[0].kind == "heading" and _APPENDIX.match(_full(head[0])):
        return True
    if _is_title_page(blocks):
        numbered = any(_top_number(p.block) == 1 for p in following[:HEAD_BLOCKS])
        covered = any(is_cover_table(p.block) for p in following[:HEAD_BLOCKS])
        return _mentions_report(blocks) or (numbered and not covered)
    # Numbering that begins again after it had gone on: "7. Consultation" … "1. Introduction".
    return seen_top >= 2 and any(_top_number(b) == 1 for b in head)


def _without_title_pages(starts: list[int], pages: list[list[Placed]]) -> list[int]:
    """A title page and the page after it whose numbering begins are one beginning, not two."""
    first_of = {blocks[0].index: number for number, blocks in enumerate(pages) if blocks}
    kept: list[int] = []
    for start in starts:
        if kept:
            between = [p for n in range(first_of[kept[-1]], first_of[start]) for p in pages[n]]
            if kept[-1] != starts[0] and sum(len(p.block.text.split()) for p in between) <= TITLE_PAGE_WORDS:
                continue
        kept.append(start)
    return kept


def _is_title_page(blocks: list[Placed]) -> bool:
    words = [len(p.block.text.split()) for p in blocks if p.block.kind != "figure"]
    if not words or sum(words) > TITLE_PAGE_WORDS or any(p.block.kind == "table" for p in blocks):
        return False
    if any(_CONTACT.search(p.block.text) for p in blocks):
        return False
    if any(_is_prose(p.block) for p in blocks):
        # The end of a chapter and a short one after it are as few words, but they are sentences.
        return False
    return any(p.block.kind == "heading" and not p.block.number for p in blocks[:3]) and max(words) <= 30


def _is_prose(block: Block) -> bool:
    """Whether a block is a sentence of running text, or goes on in the middle of one."""
    text = block.text.strip()
    if block.kind not in ("paragraph", "list_item"):
        return False
    return text[:1].islower() or (text.endswith((".", ";", ",", ":")) and len(text.split()) >= _SENTENCE)


def _mentions_report(blocks: list[Placed]) -> bool:
    return any(_REPORT_WORDS.search(p.block.text) for p in blocks if p.block.kind != "list_item")


def _title_of_report(inside: Outline, cut: Cut) -> tuple[str, str]:
    """Title and kind of an attached report."""
    head = [p.block for p in inside.blocks[:HEAD_BLOCKS]]
    for block in head:
        if is_cover_table(block):
            fields = cover_fields(block)
            title = next(
                (v for k, v in fields.items() if k in ("title", "title of report", "report title", "subject")), ""
            )
            title = title or next((b.text for b in head if b.kind == "heading"), cut.title)
            kind = kind_of_title(title)
            return title, "report" if kind == "part" else kind
    page = head[0].parts[0].page if head and head[0].parts else 0
    lines: list[str] = []
    for block in head:
        if block.kind not in ("heading", "paragraph") or (block.parts and block.parts[0].page != page):
            break
        if block.number or len(block.text.split()) > 20:
            break
        lines.append(_full(block))
        if block.kind == "heading" and _APPENDIX.match(_full(block)):
            break
    title = " ".join(lines) or cut.title
    kind = kind_of_title(title)
    return title, "appendix" if kind == "part" and _APPENDIX.match(title) else kind if kind != "part" else "report"


def _top_number(block: Block) -> int:
    """The number of a heading of the first depth ("7." or "7.0"), else 0."""
    match = re.fullmatch(r"(\d{1,2})(?:\.0)?\.?", block.number.strip()) if block.kind == "heading" else None
    return int(match[1]) if match else 0


def _full(block: Block) -> str:
    return f"{block.number} {block.text}".strip()
