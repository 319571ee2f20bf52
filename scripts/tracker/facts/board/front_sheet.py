"""An agenda's front sheet: the meeting's day, time and place, what helps a resident, the order of business.

In: a ``PaperContext`` and the part that holds the front sheet. Out: a ``Meeting`` without decisions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.sections import Placed
from tracker.facts.wording.days import days_in, first_day, time_in
from tracker.records import AgendaItem, Block, Cell, Meeting, Source, Wording

_LABEL = {
    "venue": re.compile(
        r"^(?:the )?(?:venue|location|place|where|meeting (?:venue|place))\b\s*[:–-]?\s*", re.IGNORECASE
    ),
    "when": re.compile(
        r"^(?:date(?:\s*(?:and|&|/)\s*time)?|time|when|day)\b\s*(?:and place)?\s*[:–-]?\s*", re.IGNORECASE
    ),
}
_LABELS_INSIDE = re.compile(
    r"\b(?:Date(?:\s*(?:and|&|/)\s*[Tt]ime)?|Time|Venue|Location|Place|Where|When"
    r"|Chair(?:man|person)?|Contact|Clerk"
    r"|Tel(?:ephone)?|E-?mail|Membership)\s*:\s*"
)
_CONTACT = re.compile(
    r"^(?:contacts?|clerk|enquiries|for (?:further|more) information|tel(?:ephone)?|e-?mail)\b", re.IGNORECASE
)
_VENUE_WORDS = re.compile(
    r"\b(?:hall|room|centre|center|chamber|house|offices?|building|street|road|avenue|square|library|college|school"
    r"|church|hotel|suite|teams|zoom|online|virtual(?:ly)?|remote|station|civic|headquarters)\b|\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
# What a resident may want to know of a meeting: questions, petitions, watching, recording, getting in.
_HELPS = re.compile(
    r"\bpublic (?:question|participation|speaking|access)|\bquestions? from (?:the |members of the )?public"
    r"|\bdeputation|\bpetitions?\b|\bask (?:a )?question|\bwheelchair|\bstep[- ]free|\binduction loop"
    r"|\bhearing\b.{0,30}\b(?:loop|difficult"
    r"|impair|aid)|\b(?:film|record|photograph|broadcast|webcast|live[- ]?stream)\w*\b.{0,60}\bmeeting"
    r"|\bmeeting\b.{0,60}\b"
    r"(?:film|record|photograph|broadcast|webcast|live[- ]?stream)|\bmembers of the public (?:may|can|are)|\bfire alarm"
    r"|\b(?:nearest|public) transport\b|\bparking\b|\blarge print\b|\btranslat|\baccessib|\binterpreter"
    r"|\bfor more information"
    r"|\b(?:join|watch|attend) (?:the|this|our)?\s?meeting",
    re.IGNORECASE,
)
_ITEM_HEAD = re.compile(r"\b(?:item|title|subject|business|report|agenda)\b", re.IGNORECASE)
_ORDER = re.compile(r"\border of business\b|^agenda\b|\bitems? (?:of|for) (?:business|discussion)\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"^(?:item\s*)?(\d{1,2}[a-z]?)[.)]?$", re.IGNORECASE)
_ITEM_LINE = re.compile(r"^(?:item\s*)?(?P<number>\d{1,2})\s*[.):–-]?\s+(?=\S)", re.IGNORECASE)
# Words of an item that stands in a line of its own; a numbered paragraph has more.
_LONGEST_ITEM = 30
_WHAT_FOR = re.compile(
    r"(?:To (?:receive|note|consider|approve|agree|confirm|discuss|review|hear|take)|Reports? (?:of|by|from)"
    r"|For (?:decision|information|noting|discussion)|Presented by|Members (?:are|will)|\(?(?:Pages?|pp?\.)\s*\d)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:date|time)s?\b.{0,20}\b(?:next|future|forthcoming) meetings?|\bnext meeting|\bfuture meetings?",
    re.IGNORECASE,
)
# The head of a front sheet: where day, time and place stand.
_HEAD = 24
_AFTER_HOUR = re.compile(
    r"\d\s?(?:am|pm|noon|hrs|a\.m\.|p\.m\.)\W{1,3}(?:(?:in|at)\s+)?(?:the\s+)?(?P<venue>[A-Z][^;?]{4,120}?)\.?$",
    re.IGNORECASE,
)


def meeting_of_front_sheet(context: PaperContext, span: Span, board: str) -> Meeting | None:
    """The meeting that a front sheet calls, or None when it names no day."""
    head = [p for p in span.blocks[:_HEAD] if p.block.kind != "table"]
    dated = next((p for p in head if days_in(p.block.text) and not _NEXT.search(p.block.text)), None)
    day = first_day(dated.block.text) if dated else context.settings.date or context.paper.date
    if not day:
        return None
    venue, venue_source = venue_in(context, [p.block for p in head])
    time = next((t for p in head if (t := time_in(p.block.text)) and _is_when(p.block)), "")
    sources: list[Source] = [context.source(dated.block)] if dated else []
    if venue_source:
        sources.append(venue_source)
    return Meeting(
        id=f"meeting-{day}",
        board=board,
        date=day,
        time=time,
        venue=venue,
        details=_details(context, span),
        items=order_of_business(context, span),
        agenda_paper=context.paper_id,
        sources=tuple(sources),
    )


def _labelled(block: Block, label: str) -> tuple[int, int] | None:
    """The stretch behind a label inside a paragraph that gives several: "Date: … Time: … Venue: …"."""
    marks = list(_LABELS_INSIDE.finditer(block.text))
    if len(marks) < 2:
        return None
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        if _LABEL[label].match(mark[0]):
            end = after.start() if after else len(block.text)
            text = block.text[mark.end() : end].rstrip(" ,;.")
            return (mark.end(), mark.end() + len(text)) if text else None
    return None


def venue_in(context: PaperContext, blocks: Sequence[Block]) -> tuple[str, Source | None]:
    """The venue: what stands beside or below the word, else a short line that names a room, a hall or a postcode."""
    for block in blocks:
        if place := _labelled(block, "venue"):
            return block.text[place[0] : place[1]], context.source(block, *place)
    for position, block in enumerate(blocks):
        label = _LABEL["venue"].match(block.text)
        if not label or len(block.text.split()) > 30:
            continue
        rest = block.text[label.end() :].strip()
        if rest:
            return rest, context.source(block, label.end(), len(block.text))
        if position + 1 < len(blocks):
            return blocks[position + 1].text, context.source(blocks[position + 1])
    for block in blocks:
        # "Thursday 23rd January at 2.00 pm in the Wyre Room, Civic Offices": day, hour and room in one line.
        within = _AFTER_HOUR.search(block.text) if len(block.text.split()) <= 30 and days_in(block.text) else None
        if within and _VENUE_WORDS.search(within["venue"]):
            return within["venue"], context.source(block, within.start("venue"), within.end("venue"))
    for block in blocks:
        if block.kind == "list_item" or len(block.text.split()) > 16 or days_in(block.text):
            continue
        if _CONTACT.match(block.text):
            continue
        if _VENUE_WORDS.search(block.text) and not block.text.rstrip().endswith("?"):
            return block.text, context.source(block)
    return "", None


def _is_when(block: Block) -> bool:
    """Whether a block's time is that of the meeting: a short line or one of labels, not a deadline in a paragraph."""
    return (
        len(block.text.split()) <= 16
        or bool(_AFTER_HOUR.search(block.text) and days_in(block.text))
        or len(_LABELS_INSIDE.findall(block.text)) >= 2
    )


def _details(context: PaperContext, span: Span) -> tuple[Wording, ...]:
    found = []
    for placed in span.blocks:
        block = placed.block
        if block.kind != "paragraph" or len(block.text.split()) < 8:
            continue
        headings = " ".join(h.text for h in span.outline.headings(placed))
        if (
            _HELPS.search(block.text)
            or _HELPS.search(headings)
            or re.search(r"disabilit|access|public", headings, re.IGNORECASE)
        ):
            found.append(Wording(text=block.text, source=context.source(block)))
    return tuple(found)


def next_meetings(context: PaperContext, blocks: Sequence[Placed]) -> list[tuple[str, Source]]:
    """Days announced for later meetings: beside or below a "date of next meeting"."""
    found: list[tuple[str, Source]] = []
    for position, placed in enumerate(blocks):
        block = placed.block
        if block.kind == "table":
            found.extend(_announced_in_table(context, block))
        elif _NEXT.search(block.text) and len(block.text.split()) < 60:
            match = _NEXT.search(block.text)
            days = [d for d in days_in(block.text) if match and d.end > match.start()]
            if days:
                found.extend((d.iso, context.source(block, d.start, d.end)) for d in days)
            elif position + 1 < len(blocks) and (after := blocks[position + 1].block).kind != "table":
                found.extend((d.iso, context.source(after, d.start, d.end)) for d in days_in(after.text)[:6])
    return found


def _announced_in_table(context: PaperContext, block: Block) -> list[tuple[str, Source]]:
    found = []
    for r, row in enumerate(block.rows):
        if not any(c and _NEXT.search(c.text) for c in row):
            continue
        for rr in (r, r + 1):
            if rr >= len(block.rows) or (rr > r and _row_item(block, rr)):
                continue
            for c, cell in enumerate(block.rows[rr]):
                if cell and (day := first_day(cell.text)):
                    found.append((day, context.cell(block, rr, c)))
            if found:
                break
    return found


# ---- order of business -----------------------------------------------------------------------------------------------


def order_of_business(context: PaperContext, span: Span) -> tuple[AgendaItem, ...]:
    """The items in the order printed: from the table of business, a numbered list, numbered headings or the reader."""
    parts: dict[str, str] = {}
    for other in context.spans:
        if other.part.item:
            parts.setdefault(other.part.item.strip(" ."), other.part.id)
    found = (_from_tables(context, span), _from_reader(context, span), _in_sequence(context, span))
    items = max(found, key=len)
    return tuple(i.model_copy(update={"part": parts.get(i.number, "")}) for i in items)


def _from_tables(context: PaperContext, span: Span) -> list[AgendaItem]:
    best: list[AgendaItem] = []
    for placed in span.blocks:
        block = placed.block
        if block.kind != "table":
            continue
        items = []
        for r in range(len(block.rows)):
            found = _row_item(block, r)
            if found:
                number, column = found
                cell = block.rows[r][column]
                if cell:
                    title = _first_line(cell)
                    items.append(AgendaItem(number=number, title=title, source=context.cell(block, r, column)))
        heads = " ".join(c.text for row in block.rows[:1] for c in row if c)
        enough = len(items) >= 3 or (len(items) >= 1 and _ITEM_HEAD.search(heads))
        if enough and items[0].number == "1" and len(items) > len(best):
            best = items
    return best


def _first_line(cell: Cell) -> str:
    """An item's title: the cell without what the board is to do with it, on lines of their own below."""
    title = cell.pieces[0].split("\n")[0].strip()
    for piece in cell.pieces[1:]:
        if _WHAT_FOR.match(piece):
            break
        title = f"{title} {piece}"
    return " ".join(title.split())


def _row_item(block: Block, r: int) -> tuple[str, int] | None:
    """The number of a row's item and the column of its title."""
    row = block.rows[r]
    filled = [(c, cell.text.strip()) for c, cell in enumerate(row) if cell and cell.text.strip()]
    if len(filled) < 2:
        return None
    number = _ITEM_NUMBER.match(filled[0][1])
    return (number[1], filled[1][0]) if number and re.search(r"[A-Za-z]", filled[1][1]) else None


def _in_sequence(context: PaperContext, span: Span) -> list[AgendaItem]:
    """Items that count on, after a line such as "Agenda": list items, headings, rows of one table and the next."""
    after = next((p.index for p in span.blocks if _ORDER.search(p.block.text) and len(p.block.text.split()) <= 6), None)
    found: list[AgendaItem] = []

    def add(number: str, title: str, source: Source) -> None:
        if re.fullmatch(r"\d{1,2}", number) and int(number) == len(found) + 1:
            found.append(AgendaItem(number=number, title=_trim_pages(title), source=source))

    for placed in span.blocks:
        block = placed.block
        if after is not None and placed.index <= after:
            continue
        if block.kind == "table":
            for r in range(len(block.rows)):
                row = _row_item(block, r)
                cell = block.rows[r][row[1]] if row else None
                if row and cell:
                    add(row[0], _first_line(cell), context.cell(block, r, row[1]))
        elif block.kind in ("list_item", "heading"):
            printed = block.marker if block.kind == "list_item" else block.number
            add(printed.strip(" .)("), block.text, context.source(block))
        elif after is not None and (line := _ITEM_LINE.match(block.text)) and len(block.text.split()) <= _LONGEST_ITEM:
            add(line["number"], block.text[line.end() :], context.source(block, line.end(), len(block.text)))
    return found if len(found) >= 3 else []


def _trim_pages(title: str) -> str:
    """A title without the page numbers that follow it in the same line ("Minutes (Pages 3 - 8)")."""
    return re.sub(
        r"\s*(?:[\[(]?\b(?:pages?|pgs?\.?|pp?\.)\s*\d+(?:\s*(?:[-–]|to|and)\s*\d+)?\s*[\])]?|\.{3,}\s*\d+"
        r"|\s\(?\d+\s*[-–]\s*\d+\)?)\s*$",
        "",
        title,
        flags=re.IGNORECASE,
    )


def _from_reader(context: PaperContext, span: Span) -> list[AgendaItem]:
    found = []
    for entry in context.paper.agenda:
        places = (p.block for p in (*span.blocks, *context.outline.blocks))
        block = next((b for b in places if entry.title and entry.title in b.text), None)
        block = block or (span.blocks[0].block if span.blocks else None)
        if block:
            start = max(block.text.find(entry.title), 0)
            end = start + len(entry.title) if entry.title in block.text else len(block.text)
            found.append(AgendaItem(number=entry.number, title=entry.title, source=context.source(block, start, end)))
    return found
