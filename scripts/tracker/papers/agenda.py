"""The items of a pack with the pages of the file that hold their papers.

Four witnesses, from the best to the last: an order of business set as a table, one set as lines that end in page
numbers, the bookmarks of the PDF, the stamps ("AGENDA ITEM 5") on the first page of each item. What the first witness
found is completed by the others.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.papers.content import PageContent
from tracker.papers.lines import Line, make_lines
from tracker.papers.naming import iso_date
from tracker.records import AgendaEntry, Page

FIRST_PAGES = 10
"""An order of business stands within this many pages of the beginning."""
LEAST_ITEMS = 3
ITEM_NUMBER = re.compile(r"^(?:item\s*)?(?P<number>\d{1,2}[a-z]?|[A-Z]\d{1,2})[.):]?$", re.IGNORECASE)
LEADING_NUMBER = re.compile(r"^(?:item\s*)?(?P<number>\d{1,2}[a-z]?)[.):]?\s+(?P<title>\S.*)$", re.IGNORECASE)
PAGE_RANGE = re.compile(
    r"^\(?(?:pages?|pp?\.?)?\s*(?P<first>\d{1,4})(?:\s*(?:-|–|—|to)\s*(?P<last>\d{1,4}))?\)?$", re.IGNORECASE
)
STAMP_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\.?$", re.IGNORECASE)
ORDER_OF_BUSINESS = re.compile(r"\b(?:order of business|agenda)\b", re.IGNORECASE)
KINDS = (
    ("minutes", r"\bminutes\b"),
    ("dashboard", r"\bdashboard\b"),
    ("annual report", r"\bannual report\b"),
    ("forward plan", r"\b(?:forward|work) (?:plan|work|programme)\b"),
    ("strategy", r"\bstrateg(?:y|ies)\b(?!.*\bneeds assessment)"),
)


@dataclass(frozen=True)
class _Item:
    """An item as a witness names it; pages as printed (``printed``) and in the file (``first``, ``last``)."""

    number: str
    title: str
    printed: tuple[int, int] | None = None
    first: int = 0
    last: int = 0


def find_agenda(
    pages: Sequence[Page], contents: Sequence[PageContent], bookmarks: Sequence[tuple[int, str, int]]
) -> tuple[AgendaEntry, ...]:
    """The items in order; () for a paper that has no order of business.

    ``bookmarks`` are (level from 1, title, page of the file) as the PDF carries them.
    """
    marked = _from_bookmarks(bookmarks)
    stamped = _from_stamps(pages)
    items, place = _from_tables(pages)
    if len(items) < LEAST_ITEMS:
        items, place = _from_lines(contents)
    if len(items) < LEAST_ITEMS:
        place = 0
        items = marked if len(marked) >= LEAST_ITEMS and (stamped or _calls_meeting(pages)) else []
    if len(items) < LEAST_ITEMS:
        items = stamped if len(stamped) >= 2 else []
    if not items or (len(pages) <= 2 and not any(i.printed for i in items)):
        return ()
    items = _with_file_pages(items, pages, marked, stamped, place)
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


def _from_tables(pages: Sequence[Page]) -> tuple[list[_Item], int]:
    """Items of the first table whose rows are number, title and, for some, pages; and the page it stands on."""
    for page in pages[:FIRST_PAGES]:
        items: list[_Item] = []
        for block in page.blocks:
            if block.kind != "table" or not _heads_agenda(block.rows[0] if block.rows else (), block.caption, page):
                continue
            for row in block.rows:
                texts = [cell.text.strip() if cell else "" for cell in row]
                item = _item_of_row([t for t in texts if t])
                if item is not None and all(item.number != other.number for other in items):
                    items.append(item)
        if len(items) >= LEAST_ITEMS:
            return items, page.number
    return [], 0


def _heads_agenda(row: Sequence[object], caption: str, page: Page) -> bool:
    words = " ".join(str(getattr(cell, "text", "") or "") for cell in row).lower()
    named = re.search(r"\bitem\b|\bpages?\b", words) is not None
    headed = any(ORDER_OF_BUSINESS.search(b.text) for b in page.blocks if b.kind in ("heading", "paragraph"))
    return named or headed or ORDER_OF_BUSINESS.search(caption) is not None


def _item_of_row(texts: Sequence[str]) -> _Item | None:
    if not texts:
        return None
    printed = None
    rest = list(texts)
    match = PAGE_RANGE.match(rest[-1]) if len(rest) > 1 else None
    if match:
        printed = (int(match["first"]), int(match["last"] or match["first"]))
        rest.pop()
    number = ITEM_NUMBER.match(rest[0])
    if number and len(rest) >= 2:
        return _Item(number["number"], rest[1], printed)
    leading = LEADING_NUMBER.match(rest[0])
    if leading:
        return _Item(leading["number"], leading["title"], printed)
    return None


def _from_lines(contents: Sequence[PageContent]) -> tuple[list[_Item], int]:
    """Items set as lines: a number at the left, a title, and for some a page range at the right edge."""
    items: list[_Item] = []
    place = 0
    for content in contents[:FIRST_PAGES]:
        rows = _rows(make_lines(content.number, content.words))
        found: list[_Item] = []
        ranges = 0
        last_bottom = 0.0
        title_left = 0.0
        for row in rows:
            texts = [line.text for line in row]
            item = _item_of_row(texts) if not _is_sentence(texts) else None
            if item is not None and (not found or _follows(found[-1].number, item.number)):
                found.append(item)
                ranges += item.printed is not None
                last_bottom, title_left = row[0].bbox[3], row[-1].bbox[0] if len(row) > 1 else row[0].words[-1].bbox[0]
            elif found and len(row) == 1 and row[0].bbox[1] - last_bottom < 0.5 * row[0].size:
                if abs(row[0].bbox[0] - title_left) < 30 or row[0].bbox[0] > 0.12 * content.width:
                    found[-1] = replace(found[-1], title=f"{found[-1].title} {row[0].text}")
                last_bottom = row[0].bbox[3]
        if ranges >= 2 and len(found) >= LEAST_ITEMS:
            items += [i for i in found if all(i.number != o.number for o in items)]
            place = place or content.number
    return items, place


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.bbox[0])):
        if rows and abs(rows[-1][0].baseline - line.baseline) < 0.35 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.bbox[0]) for row in rows]


def _is_sentence(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and len(texts[0].split()) > 16


def _follows(before: str, number: str) -> bool:
    a, b = re.sub(r"\D", "", before), re.sub(r"\D", "", number)
    return bool(a and b) and int(a) <= int(b) <= int(a) + 2


def _from_bookmarks(bookmarks: Sequence[tuple[int, str, int]]) -> list[_Item]:
    items: list[_Item] = []
    for _, title, page in bookmarks:
        match = LEADING_NUMBER.match(title.strip())
        if match and page > 0 and all(match["number"] != i.number for i in items):
            items.append(_Item(match["number"], match["title"].strip(), first=page))
    if any(later.first < item.first for item, later in itertools.pairwise(items)):
        return []
    return items


def _from_stamps(pages: Sequence[Page]) -> list[_Item]:
    items: list[_Item] = []
    for page in pages:
        for block in page.blocks:
            match = STAMP_NUMBER.search(block.text) if block.role == "stamp" else None
            if match and all(match[1] != i.number for i in items):
                heading = next((b.text for b in page.blocks if b.kind == "heading"), block.text)
                items.append(_Item(match[1], heading, first=page.number))
    return items


def _with_file_pages(
    items: Sequence[_Item], pages: Sequence[Page], marked: Sequence[_Item], stamped: Sequence[_Item], place: int
) -> list[_Item]:
    """The items with first and last page in the file: printed numbers looked up, stamps and bookmarks as witnesses."""
    by_print: dict[str, int] = {}
    for page in pages:
        by_print.setdefault(page.printed, page.number)
    stamps = {i.number.lower(): i.first for i in stamped}
    marks = {i.number.lower(): i.first for i in marked}
    placed: list[_Item] = []
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
    out = []
    for i, item in enumerate(placed):
        last = item.last
        if item.first and last < item.first:
            later = [o.first for o in placed[i + 1 :] if o.first > item.first]
            last = (min(later) - 1) if later else len(pages)
        out.append(replace(item, last=min(last, len(pages)) if item.first else 0))
    return out
