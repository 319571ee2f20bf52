"""A paper in parts: agenda items, the reports inside an item, chapters of a long strategy, letters, or the whole.

In: a ``Paper`` and its outline. Out: ``Span`` records, a part with its blocks. Boundaries come from what the reader
says of the agenda, from "AGENDA ITEM 7" marks, and inside an item from what reports begin with: a title page, a
covering table, an appendix mark, numbering that starts again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.board.chapters import chapters_of
from tracker.facts.board.cuts import HEAD_BLOCKS, Cut
from tracker.facts.board.foi_letter import letter_title
from tracker.facts.board.foi_letters import letters_of
from tracker.facts.board.kinds import (
    cover_fields,
    is_cover_table,
    kind_of_paper,
    kind_of_title,
    looks_like_minutes,
    section_kind,
)
from tracker.facts.board.minutes_in_one import minutes_in_one
from tracker.facts.board.report_starts import reports_in
from tracker.facts.board.testimony import testimony_in
from tracker.facts.sections import Outline, Placed
from tracker.facts.wording.days import days_in, first_day
from tracker.facts.wording.names import likeness
from tracker.records import AgendaEntry, Block, Paper, PaperPart, PaperSettings, PartSection, TrackerSettings

_ITEM_MARK = re.compile(r"^(?:agenda\s+)?item(?:\s+(?:no|number))?[\s.:]*(?P<number>\d{1,2}[a-z]?)\.?$", re.IGNORECASE)

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
# A heading that opens an item's paper repeats its title in the order of business almost word for word (0 to 100).
_SAME_TITLE = 80.0


@dataclass(frozen=True)
class Span:
    """A part with its blocks. ``entry`` is its agenda item, absent for chapters and whole papers."""

    part: PaperPart
    outline: Outline
    entry: AgendaEntry | None = None

    @property
    def blocks(self) -> tuple[Placed, ...]:
        """The blocks that lie in it, in reading order."""
        return self.outline.blocks


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
        cuts: list[tuple[str, Cut]] = []
        for cut in items:
            pieces = reports_in(paper, outline, cut) if cut.entry else [cut]
            for index, piece in enumerate(pieces):
                tail = f"-{_letter(index)}" if len(pieces) > 1 else ""
                name = f"item-{piece.item.lower()}{tail}" if piece.item else "front"
                cuts.append((f"{paper_id}-{name}", piece))
        return tuple(_span(paper_id, i, cut, outline, settings, board) for i, cut in cuts)
    whole = Cut(outline.blocks[0].index, outline.blocks[-1].index, title, kind)
    gathered = _GATHERED.get(kind)
    name, pieces = (gathered[0], gathered[1](outline, whole)) if gathered else ("", [])
    if not pieces:
        name, pieces = "chapter", chapters_of(outline, whole, len(paper.pages))
    if len(pieces) < 2:
        return (_span(paper_id, paper_id, whole, outline, settings, board),)
    width = len(str(len(pieces)))
    return tuple(
        _span(paper_id, f"{paper_id}-{name}-{i:0{width}}", cut, outline, settings, board)
        for i, cut in enumerate(pieces, start=1)
    )


# Papers of these kinds may hold several of them: what each is called, and how they are told apart.
_GATHERED = {"foi answer": ("letter", letters_of), "minutes": ("meeting", minutes_in_one)}


def _letter(index: int) -> str:
    """a, b … z, aa, ab …: how the reports of one item are told apart."""
    before, own = divmod(index, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + own)


def _span(paper_id: str, part_id: str, cut: Cut, outline: Outline, settings: PaperSettings, board: str) -> Span:
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
            # "Minutes of the meeting held on 17 July 2025": the agenda says of which day they are
            date=(first_day(cut.title) if cut.kind == "minutes" else "") or _date(cut.kind, blocks) or settings.date,
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


def _items(paper: Paper, outline: Outline) -> list[Cut]:
    """The items of a pack that have papers, with what stands before the first as the agenda's own part."""
    entries = [e for e in paper.agenda if e.first_page > 0]
    starts: list[tuple[int, AgendaEntry]] = []
    if entries:
        for entry in sorted(entries, key=lambda e: e.first_page):
            start = _start_of(outline, entry, starts[-1][1] if starts else None)
            if start is not None:
                starts.append((start, entry))
    else:
        starts = _marked_items(paper, outline)
    if not starts:
        return []
    cuts = []
    begin, end = outline.blocks[0].index, outline.blocks[-1].index
    if starts[0][0] > begin:
        cuts.append(Cut(begin, starts[0][0] - 1, "Agenda", "agenda"))
    for (first, entry), following in zip(starts, [*[s for s, _ in starts[1:]], end + 1], strict=True):
        if following <= first:
            continue
        blocks = [p.block for p in outline.part(first, following - 1)]
        cuts.append(Cut(first, following - 1, entry.title, _kind(entry, blocks), item=entry.number, entry=entry))
    return cuts


def _start_of(outline: Outline, entry: AgendaEntry, before: AgendaEntry | None) -> int | None:
    """Where an item's paper begins: at its mark, at its title on a page that it shares with the item before, else at
    the top of its first page."""
    on_page = [p for p in outline.blocks if p.page == entry.first_page]
    for placed in on_page:
        mark = _ITEM_MARK.match(placed.block.text.strip()) if placed.block.kind in ("paragraph", "heading") else None
        if mark and mark["number"].lower() == entry.number.strip(" .").lower():
            return placed.index
    if before and before.last_page >= entry.first_page:
        titled = (p for p in on_page[1:] if p.block.kind == "heading")
        start = next((p.index for p in titled if likeness(p.block.text, entry.title) >= _SAME_TITLE), None)
        if start is not None:
            return start
    return next((p.index for p in outline.blocks if p.page >= entry.first_page), None)


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
    if any(is_cover_table(b) for b in blocks[:HEAD_BLOCKS]):
        return "covering report"
    return entry.kind or kind_of_title(entry.title)


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
