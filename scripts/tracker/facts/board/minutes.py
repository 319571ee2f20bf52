"""Minutes of a meeting: day and place, who was there, the items, what was decided under each.

In: a ``PaperContext`` and the part that holds the minutes. Out: a ``Meeting`` with attendance, items and decisions.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.facts.board.attendance import attendance_of
from tracker.facts.board.decisions import decisions_under
from tracker.facts.board.front_sheet import venue_in
from tracker.facts.board.minutes_table import items_in_table
from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.sections import Placed
from tracker.facts.wording.days import days_in, time_in
from tracker.records import AgendaItem, Block, Decision, Meeting, Source

_HELD = re.compile(r"\b(?:held|minutes of|meeting of|meeting on|present at)\b", re.IGNORECASE)
_ITEM_LINE = re.compile(r"^(?:item\s+|minute\s+)?(\d{1,3})\s*[.:)–-]\s*(?=[A-Z])", re.IGNORECASE)
# "25/24 Community safety agreement": the 25th minute of the year.
_OF_YEAR = re.compile(r"^(\d{1,3}/\d{2})[.:]?\s+(?=[A-Z])")
# Heads a list of people, not an item.
_PEOPLE = re.compile(
    r"^(?:(?:members?|officers?|also|those|others?) )*"
    r"(?:present|in attendance|attendance|attendees|attended)\b.{0,20}$",
    re.IGNORECASE,
)
_HEAD = 14


@dataclass(frozen=True)
class _Item:
    number: str
    title: str
    placed: Placed
    start: int
    blocks: tuple[Placed, ...]


def meeting_of_minutes(context: PaperContext, span: Span, board: str) -> Meeting | None:
    """The meeting that minutes record, or None when they name no day."""
    items = list(_items(span))
    first = items[0].placed.index if items else span.blocks[min(_HEAD, len(span.blocks) - 1)].index
    head = [p for p in span.blocks if p.index < first][:_HEAD]
    dated = _dated(head)
    if dated is None:
        return None
    block, day, place = dated
    blocks = [p.block for p in head if p.block.kind in ("heading", "paragraph")]
    venue, venue_source = venue_in(context, [b for b in blocks if b.id != block.id])
    if not venue:
        within = re.search(r"\b(?:at|in) (?:the )?([A-Z][^.;]{4,90}?)(?:,? on\b|,? at \d|$)", block.text)
        within = within or re.search(
            r"\b(?:via|by|on|over) ((?:Microsoft |MS )?(?:Teams|Zoom|Webex|video ?conference))\b", block.text
        )
        within = within or re.search(
            r"\d\s?(?:am|pm|noon|hrs)\b,?\s+(?:at |in |via )?(?:the )?([A-Z][^.;]{4,90}?)$", block.text
        )
        if within and not days_in(within[1]):
            venue, venue_source = within[1].strip(" ,"), context.source(block, within.start(1), within.end(1))
    sources: list[Source] = [context.source(block, *place)]
    if venue_source:
        sources.append(venue_source)
    listed: list[AgendaItem] = []
    decisions: list[Decision] = []
    tabled, said = items_in_table(context, span, f"meeting-{day}")
    tabled_first = len(tabled) >= 2 and len(tabled) >= sum(1 for i in items if i.number)
    if tabled_first:
        listed.extend(tabled)
        decisions.extend(said)
        table = tabled[0].source.block
        head = list(itertools.takewhile(lambda p: p.block.id != table, span.blocks))
    for item in items if not listed else ():
        end = len(item.placed.block.text) if item.placed.block.kind == "heading" else item.start + len(item.title)
        source = context.source(item.placed.block, item.start, end)
        listed.append(AgendaItem(number=item.number, title=item.title, part=span.part.id, source=source))
        decisions.extend(decisions_under(context, f"meeting-{day}", item.number, item.blocks, len(decisions)))
    if not items and not decisions:
        decisions.extend(decisions_under(context, f"meeting-{day}", "", span.blocks, 0))
    return Meeting(
        id=f"meeting-{day}",
        board=board,
        date=day,
        time=next((t for b in blocks if (t := time_in(b.text))), ""),
        venue=venue,
        attendance=attendance_of(context, head, [] if tabled_first else [(i.title, i.blocks) for i in items]),
        items=tuple(listed),
        decisions=tuple(decisions),
        minutes_part=span.part.id,
        sources=tuple(sources),
    )


def _dated(head: list[Placed]) -> tuple[Block, str, tuple[int, int]] | None:
    """The block that says when the meeting was held, the day, and where in the block it stands."""
    found: list[tuple[int, Block, str, tuple[int, int]]] = []
    for order, placed in enumerate(head):
        days = days_in(placed.block.text) if placed.block.kind != "table" else ()
        if days:
            said = 0 if _HELD.search(placed.block.text) else 1
            found.append((said * 100 + order, placed.block, days[0].iso, (days[0].start, days[0].end)))
    if not found:
        return None
    _, block, day, place = min(found, key=lambda f: f[0])
    return block, day, place


def _items(span: Span) -> Iterator[_Item]:
    """The items of the minutes with the blocks below each: numbered headings, else numbered lines, else headings."""
    starts: list[tuple[Placed, str, int]] = []
    heads = [p for p in span.blocks if p.block.kind == "heading"]
    numbered = [p for p in heads if re.fullmatch(r"\d{1,3}[.)]?(?:0)?", p.block.number.strip())]
    if len(numbered) >= 2:
        starts = _counting([(p, p.block.number.strip(" .)"), 0) for p in numbered])
    if not starts:
        found = [(p, m) for p in heads if (m := _OF_YEAR.match(p.block.text))]
        starts = [(p, m[1], m.end()) for p, m in found] if len(found) >= 2 else []
    if not starts:
        for placed in span.blocks:
            block = placed.block
            line = _ITEM_LINE.match(block.text)
            if block.kind == "table" or len(block.text.split()) > 20:
                continue
            if line and (block.kind == "heading" or _all_bold(block)):
                starts.append((placed, line[1], line.end()))
    if len(starts) < 2:
        lowest = min((p.block.level for p in heads if p.block.level), default=0)
        heads = [p for p in heads if not _PEOPLE.match(p.block.text.strip())]
        heads = [p for p in heads if not (_HELD.search(p.block.text) and days_in(p.block.text))]
        deeper = [p for p in heads if p.block.level > lowest]
        starts = [(p, "", 0) for p in (deeper if len(deeper) >= 3 else heads[1:])]
    if len(starts) < 2:
        return
    ends = [*(p.index for p, _, _ in starts[1:]), span.blocks[-1].index + 1]
    for (placed, number, start), end in zip(starts, ends, strict=True):
        inside = tuple(p for p in span.blocks if placed.index < p.index < end)
        yield _Item(number, placed.block.text[start:].strip(), placed, start, inside)


def _counting(starts: list[tuple[Placed, str, int]]) -> list[tuple[Placed, str, int]]:
    """Items whose numbers count on; a heading that begins with another figure ("3 Month Performance") is none."""
    kept: list[tuple[Placed, str, int]] = []
    for start in starts:
        number = int(re.sub(r"\D", "", start[1]) or 0)
        if not kept or 0 < number - int(re.sub(r"\D", "", kept[-1][1]) or 0) <= 3:
            kept.append(start)
    return kept


def _all_bold(block: Block) -> bool:
    return bool(block.runs) and all(r.bold for r in block.runs if r.text.strip() and not r.note)
