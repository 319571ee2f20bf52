"""A paper in parts: agenda items, the reports inside an item, the chapters of a long strategy, or the whole.

In: a ``Paper`` and its outline. Out: ``Span`` records, a part with its blocks. Boundaries come from what the reader
says of the agenda, from "AGENDA ITEM 7" marks, and inside an item from what reports begin with: a title page, a
covering table, an appendix mark, numbering that starts again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.days import days_in, first_day
from tracker.facts.foi_letter import letter_title
from tracker.facts.kinds import (
    cover_fields,
    is_cover_table,
    kind_of_paper,
    kind_of_title,
    looks_like_minutes,
    section_kind,
)
from tracker.facts.sections import Outline, Placed
from tracker.facts.testimony import testimony_in
from tracker.records import AgendaEntry, Block, Paper, PaperPart, PaperSettings, PartSection, TrackerSettings

_REPORT_WORDS = re.compile(
    r"\b(?:report|strategy|plan|assessment|review|policy|framework|needs|evaluation)\b", re.IGNORECASE
)
# The last page of a report may be as bare as a title page, but gives someone to write to.
_CONTACT = re.compile(r"\bcontact\b|@|\btel(?:ephone)?\b|\breport ends\b|\bend of report\b", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:table of )?contents?(?: page)?\W*$", re.IGNORECASE)
_ITEM_MARK = re.compile(r"^(?:agenda\s+)?item(?:\s+(?:no|number))?[\s.:]*(?P<number>\d{1,2}[a-z]?)\.?$", re.IGNORECASE)
_APPENDIX = re.compile(r"^(?:appendix|annexe?|enclosure|attachment)\s+(?:[A-Z]\b|\d{1,2}\b|[ivx]+\b)", re.IGNORECASE)

# Sections that only covering reports have; a part with so many of them is one, whatever else its headings speak of.
_OFFICIAL = frozenset(
    (
        "recommendations",
        "alternatives",
        "reasons",
        "implementation",
        "equalities",
        "legal",
        "risk",
        "finance",
        "procurement",
        "sustainability",
        "social value",
        "corporate parenting",
        "consultation",
        "background papers",
        "data protection",
    )
)
_ENOUGH = 4
# A title page has few words and no running text. Found on board papers: 4 to 45 words, never a paragraph above 40.
_TITLE_PAGE_WORDS = 70
# A report worth a page of its own begins within so many blocks of the top of its first page.
_HEAD_BLOCKS = 8
# From this share on a paper's chapters begin on new pages by rule, and a large heading inside a page is none.
_MOSTLY = 0.6
# A strategy or report is cut into chapters from this length on, in pages of the file.
_LONG = 14


@dataclass(frozen=True)
class Span:
    """A part with its blocks. ``entry`` is its agenda item, absent for chapters and whole papers."""

    part: PaperPart
    outline: Outline
    entry: AgendaEntry | None = None

    @property
    def blocks(self) -> tuple[Placed, ...]:
        return self.outline.blocks


@dataclass(frozen=True)
class _Cut:
    first: int
    last: int
    title: str
    kind: str
    number: str = ""
    item: str = ""
    entry: AgendaEntry | None = None


def spans_of(
    paper_id: str, paper: Paper, outline: Outline, settings: PaperSettings, tracker: TrackerSettings
) -> tuple[Span, ...]:
    """All parts of a paper in reading order; every block belongs to exactly one."""
    if not outline.blocks:
        return ()
    kind = kind_of_paper(settings.kind, paper.kind, outline, settings.title or paper.title)
    title = settings.title or (letter_title(paper.title, outline.blocks) if kind == "foi answer" else paper.title)
    items = _items(paper, outline)
    board = settings.board or tracker.board
    if items:
        cuts: list[tuple[str, _Cut]] = []
        for cut in items:
            pieces = _reports(paper, outline, cut) if cut.entry else [cut]
            for index, piece in enumerate(pieces):
                tail = f"-{chr(ord('a') + index)}" if len(pieces) > 1 else ""
                name = f"item-{piece.item.lower()}{tail}" if piece.item else "front"
                cuts.append((f"{paper_id}-{name}", piece))
        return tuple(_span(paper_id, i, cut, outline, settings, board) for i, cut in cuts)
    whole = _Cut(outline.blocks[0].index, outline.blocks[-1].index, title, kind)
    chapters = _chapters(outline, whole, len(paper.pages))
    if len(chapters) < 2:
        return (_span(paper_id, paper_id, whole, outline, settings, board),)
    width = len(str(len(chapters)))
    return tuple(
        _span(paper_id, f"{paper_id}-chapter-{i:0{width}}", cut, outline, settings, board)
        for i, cut in enumerate(chapters, start=1)
    )


def _span(paper_id: str, part_id: str, cut: _Cut, outline: Outline, settings: PaperSettings, board: str) -> Span:
    inside = outline.part(cut.first, cut.last)
    blocks = inside.blocks
    pages = [part.page for placed in blocks for part in placed.block.parts] or [1]
    first, last = min(pages), max(pages)
    if cut.entry and cut.entry.first_page and cut.kind != "agenda":
        first = max(first, cut.entry.first_page)
    return Span(
        PaperPart(
            id=part_id,
            paper=paper_id,
            title=cut.title,
            kind=cut.kind,
            number=cut.number,
            item=cut.item,
            date=_date(cut.kind, blocks) or settings.date,
            board=board,
            first_page=first,
            last_page=last,
            first_block=blocks[0].block.id if blocks else "",
            last_block=blocks[-1].block.id if blocks else "",
            sections=_standard_sections(inside),
            testimony=testimony_in(inside),
        ),
        inside,
        cut.entry,
    )


def _date(kind: str, blocks: tuple[Placed, ...]) -> str:
    """The date a part carries: in its covering table, else in a short line among its first blocks. A forward plan's
    first lines name days to come."""
    if kind == "forward plan":
        return ""
    for placed in blocks[:12]:
        if is_cover_table(placed.block):
            for label, words in cover_fields(placed.block).items():
                if "date" in label or "meeting" in label:
                    return first_day(words)
    for placed in blocks[:8]:
        if placed.block.kind != "table" and len(placed.block.text) < 120:
            days = days_in(placed.block.text)
            # Two days in a line are the ends of a period that a report is about.
            if len(days) == 1:
                return days[0].iso
    return ""


# ---- agenda items ----------------------------------------------------------------------------------------------------


def _items(paper: Paper, outline: Outline) -> list[_Cut]:
    """The items of a pack that have papers, with what stands before the first as the agenda's own part."""
    entries = [e for e in paper.agenda if e.first_page > 0]
    starts: list[tuple[int, AgendaEntry]] = []
    if entries:
        for entry in sorted(entries, key=lambda e: e.first_page):
            inside = [p.index for p in outline.blocks if entry.first_page <= p.page]
            if inside:
                starts.append((inside[0], entry))
    else:
        starts = _marked_items(paper, outline)
    if not starts:
        return []
    cuts = []
    begin, end = outline.blocks[0].index, outline.blocks[-1].index
    if starts[0][0] > begin:
        cuts.append(_Cut(begin, starts[0][0] - 1, "Agenda", "agenda"))
    for (first, entry), following in zip(starts, [*[s for s, _ in starts[1:]], end + 1], strict=True):
        if following <= first:
            continue
        blocks = [p.block for p in outline.part(first, following - 1)]
        cuts.append(_Cut(first, following - 1, entry.title, _kind(entry, blocks), item=entry.number, entry=entry))
    return cuts


def _marked_items(paper: Paper, outline: Outline) -> list[tuple[int, AgendaEntry]]:
    """Where "AGENDA ITEM 7" marks stand, for packs whose order of business names no pages."""
    titles = {e.number.strip(" ."): e for e in paper.agenda}
    found: list[tuple[int, AgendaEntry]] = []
    for placed in outline.blocks:
        match = _ITEM_MARK.match(placed.block.text.strip()) if placed.block.kind in ("paragraph", "heading") else None
        if match and (not found or found[-1][1].number != match["number"]):
            entry = titles.get(match["number"])
            after = next((p.block.text for p in outline.blocks if p.index > placed.index and p.block.text), "")
            found.append((placed.index, entry or AgendaEntry(number=match["number"], title=after)))
    return found


def _kind(entry: AgendaEntry, blocks: list[Block]) -> str:
    if looks_like_minutes(blocks):
        return "minutes"
    if any(is_cover_table(b) for b in blocks[:_HEAD_BLOCKS]):
        return "covering report"
    return entry.kind or kind_of_title(entry.title)


# ---- reports inside an item ------------------------------------------------------------------------------------------


def _is_slides(paper: Paper, cut: _Cut) -> bool:
    """Whether an item's papers are slides: pages wider than high, where every slide looks like a title page."""
    if not cut.entry or not cut.entry.first_page:
        return False
    pages = [p for p in paper.pages if cut.entry.first_page <= p.number <= cut.entry.last_page and p.blocks]
    wide = sum(1 for p in pages if p.width > p.height)
    return bool(pages) and wide * 2 > len(pages)


def _reports(paper: Paper, outline: Outline, cut: _Cut) -> list[_Cut]:
    """The reports of one agenda item: the covering report and what is attached to it."""
    pages = _by_page(outline.part(cut.first, cut.last))
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
        pieces.append(_Cut(first, last, title, kind, item=cut.item, entry=cut.entry))
    return pieces


def _begins_report(blocks: list[Placed], following: list[Placed], seen_top: int) -> bool:
    """Whether a page is the first of another report."""
    head = [p.block for p in blocks[:_HEAD_BLOCKS]]
    if any(is_cover_table(b) for b in head):
        return True
    if head and head[0].kind == "heading" and _APPENDIX.match(_full(head[0])):
        return True
    if _is_title_page(blocks):
        numbered = any(_top_number(p.block) == 1 for p in following[:_HEAD_BLOCKS])
        covered = any(is_cover_table(p.block) for p in following[:_HEAD_BLOCKS])
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
            if kept[-1] != starts[0] and sum(len(p.block.text.split()) for p in between) <= _TITLE_PAGE_WORDS:
                continue
        kept.append(start)
    return kept


def _is_title_page(blocks: list[Placed]) -> bool:
    words = [len(p.block.text.split()) for p in blocks if p.block.kind != "figure"]
    if not words or sum(words) > _TITLE_PAGE_WORDS or any(p.block.kind == "table" for p in blocks):
        return False
    if any(_CONTACT.search(p.block.text) for p in blocks):
        return False
    return any(p.block.kind == "heading" and not p.block.number for p in blocks[:3]) and max(words) <= 30


def _mentions_report(blocks: list[Placed]) -> bool:
    return any(_REPORT_WORDS.search(p.block.text) for p in blocks)


def _title_of_report(inside: Outline, cut: _Cut) -> tuple[str, str]:
    """Title and kind of an attached report."""
    head = [p.block for p in inside.blocks[:_HEAD_BLOCKS]]
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


def _by_page(inside: Outline) -> list[list[Placed]]:
    pages: list[list[Placed]] = []
    for placed in inside.blocks:
        if pages and pages[-1][-1].page >= placed.page:
            pages[-1].append(placed)
        else:
            pages.append([placed])
    return pages


def _top_number(block: Block) -> int:
    """The number of a heading of the first depth ("7." or "7.0"), else 0."""
    match = re.fullmatch(r"(\d{1,2})(?:\.0)?\.?", block.number.strip()) if block.kind == "heading" else None
    return int(match[1]) if match else 0


def _full(block: Block) -> str:
    return f"{block.number} {block.text}".strip()


# ---- chapters --------------------------------------------------------------------------------------------------------


def _chapters(outline: Outline, whole: _Cut, pages: int) -> list[_Cut]:
    """The chapters of a long strategy or report: its headings of the highest level that several have."""
    if pages < _LONG or whole.kind in ("agenda pack", "agenda", "minutes", "foi answer", "dashboard"):
        return []
    heads = [p for p in outline.blocks if p.block.kind == "heading" and p.block.level]
    levels = sorted({p.block.level for p in heads})
    level = next((lv for lv in levels if sum(1 for p in heads if p.block.level == lv) >= 4), 0)
    starts = _on_new_pages(outline, [p for p in heads if 0 < p.block.level <= level])
    if not starts:
        return []
    cuts: list[_Cut] = []
    if starts[0].index > whole.first:
        cuts.append(_Cut(whole.first, starts[0].index - 1, whole.title, "front matter"))
    ends = [*(p.index - 1 for p in starts[1:]), whole.last]
    for placed, last in zip(starts, ends, strict=True):
        kind = "contents" if _CONTENTS.match(placed.block.text) else "chapter"
        if placed is starts[0] and _words(outline, placed.index, last) <= _TITLE_PAGE_WORDS:
            kind = "front matter"
        cuts.append(_Cut(placed.index, last, placed.block.text, kind, number=placed.block.number))
    return _joined_short(outline, cuts)


def _words(outline: Outline, first: int, last: int) -> int:
    return sum(len(p.block.text.split()) for p in outline.part(first, last))


def _on_new_pages(outline: Outline, starts: list[Placed]) -> list[Placed]:
    """Of a paper whose chapters mostly begin on new pages, the headings that do."""
    firsts = {blocks[0].index for blocks in _by_page(outline)}
    first = [p for p in starts if p.index in firsts]
    return first if len(first) >= _MOSTLY * len(starts) else starts


def _joined_short(outline: Outline, cuts: list[_Cut]) -> list[_Cut]:
    """Chapters that are a heading alone go with the one after: the title in large letters before the contents."""
    kept: list[_Cut] = []
    carry: _Cut | None = None
    for cut in cuts:
        if carry:
            cut = _Cut(carry.first, cut.last, carry.title or cut.title, carry.kind, carry.number)
            carry = None
        if cut.first == cut.last and cut is not cuts[-1] and outline.at(cut.first).block.kind == "heading":
            carry = cut
            continue
        kept.append(cut)
    if carry:
        kept.append(carry)
    return kept


# ---- standard sections -----------------------------------------------------------------------------------------------


def _standard_sections(inside: Outline) -> tuple[PartSection, ...]:
    """Sections that covering reports have by custom, where a part has enough of them to be such a report."""
    typed = []
    for section in inside.sections:
        kind = section_kind(section.heading.block.text)
        if kind:
            typed.append(
                PartSection(
                    kind=kind,
                    title=section.heading.block.text,
                    number=section.heading.block.number,
                    heading=section.heading.block.id,
                    blocks=tuple(p.block.id for p in inside.inside(section)),
                )
            )
    return tuple(typed) if len({s.kind for s in typed} & _OFFICIAL) >= _ENOUGH else ()
