"""An order of business set as lines: numbers at the left, titles, and for some the pages of their papers.

In: the words of the first pages. Out: the items and the page they begin on. Pages stand at the right edge, behind the
title ("(Pages 3 - 8)") or on the line below. Where too few items name pages, the word "Agenda" above them will do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tracker.papers.agenda_rows import (
    ITEM_NUMBER,
    OPEN_RANGE,
    PAGE_RANGE,
    WHAT_FOR,
    FoundItem,
    item_of_row,
    trailing_range,
)
from tracker.papers.content import PageContent
from tracker.papers.lines import Line, make_line, make_lines

FIRST_PAGES = 10
"""An order of business stands within this many pages of the beginning."""
LEAST_ITEMS = 3
LEAST_RANGES = 2
"""So many items with pages show that numbered lines are an order of business, not numbered paragraphs."""
LONGEST_TITLE = 24
"""Words in the one line that an item stands in; a numbered paragraph has more."""
MOST_BETWEEN = 7
"""Lines of explanation below an item; numbered chapters have more text below them."""
SAME_LEFT = 6.0
"""Numbers of items stand so close below one another, in points; those of a list below an item stand further in."""
HEADS = re.compile(
    r"^(?:the\s+)?(?:agenda|order of business|(?:items? (?:of|for) )?business(?: to be (?:transacted|considered))?"
    r"|items? for (?:discussion|decision))\b(?!\s*(?:items?|no|number|pack|papers?|pages?|contents)\b)",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"^(?:table of |list of )?contents?(?: page)?\W*$", re.IGNORECASE)
"""Heads the chapters of one report, not the business of a meeting."""

_UNFINISHED = re.compile(r"(?:[,:–—-]|\b(?:and|of|the|for|to|in|on|a|an|by|with))$", re.IGNORECASE)


@dataclass
class _Gathered:
    items: list[FoundItem] = field(default_factory=list)
    between: int = 0
    """Rows of text since the last item."""
    left: float = 0.0
    title_left: float = 0.0
    row: Line | None = None
    title_open: bool = False


def items_from_lines(contents: Sequence[PageContent]) -> tuple[list[FoundItem], int]:
    """The items in order and the page of the file on which the first stands; ([], 0) where there are none."""
    items: list[FoundItem] = []
    place = 0
    for content in contents[:FIRST_PAGES]:
        found, headed = _on_page(content)
        ranges = sum(i.printed is not None for i in found)
        enough = len(found) >= LEAST_ITEMS and (ranges >= LEAST_RANGES or (headed and found[0].number == "1"))
        goes_on = bool(items) and content.number == place + 1 and bool(found) and _next(items[-1], found[0]) == 1
        if enough or (goes_on and ranges):
            items += [i for i in found if all(i.number != o.number for o in items)]
            place = place or content.number
    return items, place


def _on_page(content: PageContent) -> tuple[list[FoundItem], bool]:
    """The items on one page, and whether a line above them calls what follows an agenda."""
    got = _Gathered()
    headed = False
    loose: Line | None = None
    for row in _rows(make_lines(content.number, content.words)):
        texts = [line.text for line in row]
        if len(got.items) < LEAST_ITEMS and len(" ".join(texts).split()) <= 10 and HEADS.match(texts[0]):
            got, headed = _Gathered(), True
            continue
        if not got.items and CONTENTS.match(texts[0]):
            return [], False
        item = item_of_row(texts) if not _is_sentence(texts) else None
        if item is None and loose and (alone := _alone(texts)):
            # A number set half-way down beside two lines: the title is the line above.
            item = item_of_row([alone[0], loose.text, *alone[1:]])
        elif item is not None and loose and WHAT_FOR.match(item.title) and loose.bold and not row[-1].bold:
            item = replace(item, title=loose.text)
        loose = row[0] if item is None and len(row) == 1 and not got.title_open else None
        if item is not None and 0 < len(got.items) < LEAST_ITEMS and item.number == "1":
            # What counted before was something else: a date, a telephone number, a list.
            got = _Gathered()
        if item is not None and (not got.items or _follows(got, item, row[0])):
            got.items.append(item)
            got.left, got.title_left = row[0].bbox[0], _title_left(row)
            got.row, got.between, got.title_open = _title_line(row), 0, _may_go_on(item, row)
        elif got.items:
            _below(got, row)
    return got.items, headed


def _alone(texts: Sequence[str]) -> Sequence[str]:
    """The texts of a row that is a number without a title, with pages or without; () for other rows."""
    rest = [t for t in texts[1:] if not PAGE_RANGE.match(t)]
    return texts if ITEM_NUMBER.match(texts[0]) and not rest else ()


def _below(got: _Gathered, row: Sequence[Line]) -> None:
    """A row below an item: the rest of its title, the pages of its paper, or what is said about it."""
    assert got.row is not None
    got.between += 1
    last = got.items[-1]
    first, above = row[0], got.row
    range_alone = PAGE_RANGE.match(row[-1].text) if re.search(r"page|\(", row[-1].text, re.IGNORECASE) else None
    words = " ".join(line.text for line in row)
    bare, printed = trailing_range(words)
    if range_alone and last.printed is None:
        printed = (int(range_alone["first"]), int(range_alone["last"] or range_alone["first"]))
        bare = " ".join(line.text for line in row[:-1])
    if printed and last.printed is None and got.between <= MOST_BETWEEN:
        last = replace(last, printed=printed)
    close = first.bbox[1] - above.bbox[3] < 0.5 * first.size
    alike = first.bold == above.bold and abs(first.size - above.size) < 0.5
    inside = abs(first.bbox[0] - got.title_left) < 30 or first.bbox[0] > got.left + SAME_LEFT
    if got.title_open and close and alike and inside and len(row) == 1 and got.between <= 3:
        if bare and not WHAT_FOR.match(bare):
            last = replace(last, title=f"{last.title} {bare}")
        got.row = first
        got.title_open = printed is None
    else:
        got.title_open = False
    got.items[-1] = last


def _title_line(row: Sequence[Line]) -> Line:
    return row[1] if len(row) > 1 and len(row[0].words) <= 2 else row[0]


def _may_go_on(item: FoundItem, row: Sequence[Line]) -> bool:
    """Whether a title may have a second line: no pages end it, or they stand in a column of their own beside a title
    in bold or one that stops in the middle ("Performance report -")."""
    if item.printed is None:
        return True
    apart = len(row) > 1 and PAGE_RANGE.match(row[-1].text) is not None
    return apart and (_title_line(row).bold or _UNFINISHED.search(item.title) is not None)


def _title_left(row: Sequence[Line]) -> float:
    if len(row) > 1 and len(row[0].words) <= 2:
        return row[1].bbox[0]
    words = row[0].words
    return words[1].bbox[0] if len(words) > 1 else words[0].bbox[0]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.bbox[0])):
        if rows and abs(rows[-1][0].baseline - line.baseline) < 0.35 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return _with_whole_ranges([sorted(row, key=lambda line: line.bbox[0]) for row in rows])


def _with_whole_ranges(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows, a page range that its narrow column breaks ("(Pages 3 -" above "12)") whole in the upper one."""
    for row, below in itertools.pairwise(rows):
        if not row or not below or not OPEN_RANGE.match(row[-1].text):
            continue
        start, end = row[-1], below[-1]
        near = end.bbox[1] - start.bbox[3] < start.size and abs(end.bbox[0] - start.bbox[0]) <= SAME_LEFT
        if near and PAGE_RANGE.match(f"{start.text} {end.text}"):
            row[-1] = replace(make_line(start.page, start.words + end.words), baseline=start.baseline, bbox=start.bbox)
            below.pop()
    return [row for row in rows if row]


def _is_sentence(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and len(texts[0].split()) > LONGEST_TITLE


def _follows(got: _Gathered, item: FoundItem, line: Line) -> bool:
    """Whether an item counts on from the one before, at the same edge, without pages of text between."""
    step = _next(got.items[-1], item)
    return 0 <= step <= 2 and abs(line.bbox[0] - got.left) <= 3 * SAME_LEFT and got.between <= MOST_BETWEEN


def _next(before: FoundItem, item: FoundItem) -> int:
    """By how much an item's number is further on; -1 where numbers do not compare."""
    a, b = (re.match(r"[A-Za-z]?(\d+)", i.number) for i in (before, item))
    if not a or not b or before.number == item.number:
        return -1
    return int(b[1]) - int(a[1])
