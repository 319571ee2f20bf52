"""The items of a pack with the pages of the file that hold their papers.

Four witnesses, from the best to the last: an order of business set as a table, one set as lines that end in page
numbers, the bookmarks of the PDF, the stamps ("AGENDA ITEM 5") on the first page of each item. What the first witness
found is completed by the others. Where none of them leads to a page, titles at the top of pages do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.agenda_lines import FIRST_PAGES, LEAST_ITEMS, LEAST_RANGES, items_from_lines
from tracker.papers.agenda_rows import LEADING_NUMBER, FoundItem, item_of_row
from tracker.papers.agenda_titles import opens_with, placed_by_title
from tracker.papers.content import PageContent
from tracker.papers.naming import is_record, iso_date
from tracker.records import AgendaEntry, Page

STAMP_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\.?$", re.IGNORECASE)
MARK = re.compile(r"^agenda\s+item(?:\s+(?:no|number)\b\.?)?[\s.:]*(?P<number>\d{1,3}[a-z]?)\.?$", re.IGNORECASE)
"""The same as a line of the text, above a paper that begins half-way down a page."""
ORDER_OF_BUSINESS = re.compile(
    r"\b(?:order of business|agenda(?!\s+item(?:\s+(?:no|number)\b\.?)?[\s:]*\d))\b", re.IGNORECASE
)
"""What heads the business of a meeting; "Agenda item 6" at the foot of a report says only which of its items it is."""
KINDS = (
    ("minutes", r"\bminutes\b|\bnotes (?:and actions )?(?:of|from) (?:the )?(?:previous |last )?meeting\b"),
    ("dashboard", r"\bdashboard\b"),
    ("annual report", r"\bannual report\b"),
    ("forward plan", r"\b(?:forward|work) (?:plan|work|programme)\b"),
    ("strategy", r"\bstrateg(?:y|ies)\b(?!.*\bneeds assessment)"),
)


def find_agenda(
    pages: Sequence[Page], contents: Sequence[PageContent], bookmarks: Sequence[tuple[int, str, int]]
) -> tuple[AgendaEntry, ...]:
    """The items in order; () for a paper that has no order of business.

    ``bookmarks`` are (level from 1, title, page of the file) as the PDF carries them.
    """
    marked = _from_bookmarks(bookmarks)
    stamped = _from_stamps(pages)
    items, place = _from_tables(pages)
    lined, line_place = items_from_lines(contents)
    if len(lined) > len(items) and (stamped or _calls_meeting(pages)):
        items, place = lined, line_place
    if len(items) < LEAST_ITEMS:
        place = 0
        called = stamped or (_calls_meeting(pages) and not is_record(pages))
        items = marked if len(marked) >= LEAST_ITEMS and called else []
    if len(items) < LEAST_ITEMS:
        items = stamped if len(stamped) >= 2 else []
    if not items or (len(pages) <= 2 and not any(i.printed for i in items)):
        return ()
    items = _with_file_pages(_completed(items, marked, stamped), pages, marked, stamped, place)
    return tuple(
        AgendaEntry(
            number=item.number,
            title=item.title,
            kind=_kind(item.title) if item.first else "",
            first_page=item.first,
            last_page=item.last,
        )
        for item in items
    )


def _calls_meeting(pages: Sequence[Page]) -> bool:
    """Whether the first page calls a meeting: it names a day and an hour, or an agenda."""
    text = " ".join(b.text for b in pages[0].blocks) if pages else ""
    hour = re.search(r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)\b", text, re.IGNORECASE)
    return bool(ORDER_OF_BUSINESS.search(text) or (hour and iso_date(text)))


def _kind(title: str) -> str:
    return next((kind for kind, pattern in KINDS if re.search(pattern, title, re.IGNORECASE)), "report")


def _from_tables(pages: Sequence[Page]) -> tuple[list[FoundItem], int]:
    """Items of the first table whose rows are number, title and, for some, pages; and the page it stands on."""
    for page in pages[:FIRST_PAGES]:
        items: list[FoundItem] = []
        for block in page.blocks:
            if block.kind != "table":
                continue
            # What the board is to do with an item stands below its title, on a line of its own.
            texts = [["\n".join(cell.pieces) if cell else "" for cell in row] for row in block.rows]
            found = [item for row in texts if (item := item_of_row([t for t in row if t])) is not None]
            if not (_heads_agenda(block.rows[0] if block.rows else (), block.caption, page) or _names_pages(found)):
                continue
            for item in found:
                if all(item.number != other.number for other in items):
                    items.append(item)
        if len(items) >= LEAST_ITEMS:
            return items, page.number
    return [], 0


def _names_pages(items: Sequence[FoundItem]) -> bool:
    """Whether rows without a head are an order of business: they count from 1 and name pages that go on."""
    printed = [item.printed for item in items if item.printed]
    return (
        bool(items)
        and items[0].number == "1"
        and len(printed) >= LEAST_RANGES
        and all(one[1] < other[0] for one, other in itertools.pairwise(printed))
    )


def _heads_agenda(row: Sequence[object], caption: str, page: Page) -> bool:
    words = " ".join(str(getattr(cell, "text", "") or "") for cell in row).lower()
    named = re.search(r"\bitem\b|\bpages?\b", words) is not None
    headed = any(ORDER_OF_BUSINESS.search(b.text) for b in page.blocks if b.kind in ("heading", "paragraph"))
    return named or headed or ORDER_OF_BUSINESS.search(caption) is not None


def _from_bookmarks(bookmarks: Sequence[tuple[int, str, int]]) -> list[FoundItem]:
    items: list[FoundItem] = []
    for _, title, page in bookmarks:
        match = LEADING_NUMBER.match(title.strip())
        if match and page > 0 and all(match["number"] != i.number for i in items):
            items.append(FoundItem(match["number"], match["title"].strip(), first=page))
    if any(later.first < item.first for item, later in itertools.pairwise(items)):
        return []
    return items


def _from_stamps(pages: Sequence[Page]) -> list[FoundItem]:
    items: list[FoundItem] = []
    for page in pages:
        for position, block in enumerate(page.blocks):
            match = STAMP_NUMBER.search(block.text) if block.role == "stamp" else None
            within = MARK.match(block.text) if block.kind in ("heading", "paragraph") else None
            match = match or within
            if match and all(match[1] != i.number for i in items):
                below = page.blocks[position + 1 :] if within else page.blocks
                heading = next((b.text for b in below if b.kind == "heading"), block.text)
                items.append(FoundItem(match[1], heading, first=page.number))
    return items


def _completed(
    items: Sequence[FoundItem], marked: Sequence[FoundItem], stamped: Sequence[FoundItem]
) -> list[FoundItem]:
    """The items with those that only a stamp names, at their place in the count; a bookmark may know the title."""
    out = list(items)
    titles = {(m.number.lower(), m.first): m.title for m in marked}
    for stamp in stamped:
        if not stamp.number.isdigit() or any(i.number.lower() == stamp.number for i in items):
            continue
        later = (n for n, i in enumerate(out) if i.number.isdigit() and int(i.number) > int(stamp.number))
        title = titles.get((stamp.number, stamp.first), stamp.title)
        out.insert(next(later, len(out)), replace(stamp, title=title))
    return out


def _with_file_pages(
    items: Sequence[FoundItem],
    pages: Sequence[Page],
    marked: Sequence[FoundItem],
    stamped: Sequence[FoundItem],
    place: int,
) -> list[FoundItem]:
    """The items with first and last page in the file: printed numbers looked up, stamps and bookmarks as witnesses."""
    by_print = _pages_named(items, pages)
    stamps = {i.number.lower(): i.first for i in stamped}
    marks = {i.number.lower(): i.first for i in marked}
    placed: list[FoundItem] = []
    for item in items:
        first = last = 0
        if item.printed is not None:
            first = by_print.get(str(item.printed[0]), 0)
            last = by_print.get(str(item.printed[1]), 0)
        witness = stamps.get(item.number.lower()) or marks.get(item.number.lower()) or 0
        if witness and (not first or first <= place):
            first, last = (
                witness,
                witness + (item.printed[1] - item.printed[0] if item.printed else 0) if item.printed else 0,
            )
        if not first and item.first:
            first = item.first
        placed.append(replace(item, first=first, last=last))
    if not any(item.first for item in placed):
        placed = placed_by_title(placed, pages, place)
    inside = _begun_inside(pages)
    out = []
    for i, item in enumerate(placed):
        last = item.last
        if item.first and last < item.first:
            later = [o for o in placed[i + 1 :] if o.first >= item.first]
            following = min(later, key=lambda o: o.first, default=None)
            last = len(pages)
            if following:
                last = max(following.first - (following.number.lower() not in inside), item.first)
        out.append(replace(item, last=min(last, len(pages)) if item.first else 0))
    return out


def _pages_named(items: Sequence[FoundItem], pages: Sequence[Page]) -> dict[str, int]:
    """The page of the file for each page number that an order of business may name.

    Numbers are those in print. Where each paper of a pack counts its own pages, the order of business counts the
    file's: then more items' titles stand on the pages that it names so.
    """
    printed: dict[str, int] = {}
    for page in pages:
        printed.setdefault(page.printed, page.number)
    counted = {str(page.number): page.number for page in pages}
    by_number = {page.number: page for page in pages}

    def met(by_name: dict[str, int]) -> int:
        named = [(item.title, by_name.get(str(item.printed[0]))) for item in items if item.printed]
        return sum(opens_with(by_number[number], title) for title, number in named if number)

    return counted if met(counted) > met(printed) else printed


def _begun_inside(pages: Sequence[Page]) -> frozenset[str]:
    """The numbers of items whose paper begins half-way down a page, below the end of the one before."""
    found = set()
    for page in pages:
        texts = [b for b in page.blocks if b.kind != "furniture"]
        for block in texts[1:]:
            match = MARK.match(block.text) if block.kind in ("heading", "paragraph") else None
            if match:
                found.add(match["number"].lower())
    return frozenset(found)
