"""Where the papers of items begin when only titles tell: no page numbers in print, no stamps, no bookmarks.

In: the items of an order of business and the pages below it. Out: the items with their first pages: a page opens with
the item's title, or with "Minutes of …" where the item is the minutes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tracker.papers.agenda_rows import FoundItem
from tracker.records import Page

_SAME_TITLE = 85.0
"""A heading repeats an item's title almost word for word (0 to 100)."""
_FIRST_BLOCKS = 4
"""The title stands within this many blocks from the top of the page, below the name of the board."""
_LEAST = 2
"""One title alone may be met by chance."""
_ITEM = re.compile(r"^(?:agenda\s+)?item\s+\d{1,2}[a-z]?\s*[.:)–—-]\s*", re.IGNORECASE)
"""The item's number before its title: "Item 5: Waiting times"."""
_MINUTES_OF = re.compile(r"(?:draft\s+)?(?:minutes|notes)\s+(?:of|from)\s+(?:the|a)\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b(?:draft\s+)?(?:minutes|notes)\b", re.IGNORECASE)


def placed_by_title(items: Sequence[FoundItem], pages: Sequence[Page], place: int) -> list[FoundItem]:
    """The items with first pages where titles tell them, as they were where fewer than two do. ``place`` is the page of
    the order of business. Papers follow one another as the items do."""
    out = list(items)
    at = found = 0
    for page in pages:
        if page.number <= place:
            continue
        match = next((n for n in range(at, len(out)) if opens_with(page, out[n].title)), None)
        if match is not None:
            out[match] = replace(out[match], first=page.number)
            at, found = match + 1, found + 1
    return out if found >= _LEAST else list(items)


def opens_with(page: Page, title: str) -> bool:
    """Whether a page opens with the paper of the item that is titled so."""
    top = [b for b in page.blocks if b.kind != "furniture"][:_FIRST_BLOCKS]
    # The title of minutes may be a paragraph: "MINUTES of the … COMMITTEE held at … on …".
    return any(_opens(title, b.text) for b in top if b.kind == "heading" or _MINUTES_OF.match(b.text))


def _opens(title: str, heading: str) -> bool:
    if _MINUTES.match(title) and _MINUTES.match(heading):
        return True
    one, other = _plain(title), _plain(_ITEM.sub("", heading))
    return bool(one and other) and fuzz.ratio(one, other) >= _SAME_TITLE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z\d]+", text.lower()))
