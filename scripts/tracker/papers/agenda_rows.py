"""A row of an order of business: the item's number, its title, the pages of its paper, and what boards print beside.

In: the texts of a row of a table or of a line, from left to right. Out: ``FoundItem`` records and page ranges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_NUMBER = r"(?:\d{1,2}(?:\.0|[a-z])?|\d{1,2}\.\d{1,2}|[A-Z]\d{1,2})"
ITEM_NUMBER = re.compile(rf"^(?:(?:agenda\s+)?item\s*(?:no\.?\s*)?)?(?P<number>{_NUMBER})[.):]?$", re.IGNORECASE)
LEADING_NUMBER = re.compile(
    r"^(?:(?:agenda\s+)?item\s*(?:no\.?\s*)?)?(?P<number>\d{1,2}(?:[a-z]|\.[1-9]\d?)?|[A-D]\d{1,2})\s*[.):–—-]?\s+"
    r"(?P<title>\S.*)$",
    re.IGNORECASE,
)
_RANGE = r"(?P<first>\d{1,4})(?:\s*(?:-|–|—|to|and|&)\s*(?P<last>\d{1,4}))?"
PAGE_RANGE = re.compile(rf"^[\[(]?(?:pages?|pgs?\.?|pp?\.?)?[\s:.]*{_RANGE}[\])]?\.?$", re.IGNORECASE)
OPEN_RANGE = re.compile(r"^[\[(]?(?:pages?|pgs?\.?|pp?\.?)(?:\s*\d{1,4}\s*(?:-|–|—|to|and|&)?)?$", re.IGNORECASE)
"""A page range of which only the beginning stands on the line."""
# In a line of running text only a range that says "Pages", stands in brackets as a range, or follows dots is one.
TRAILING_RANGE = re.compile(
    rf"\s*(?:[\[(]?\s*\b(?:pages?|pgs?\.?|pp\.?|p\.)\s*:?\s*{_RANGE}\s*[\])]?\.?"
    rf"|\(\s*{_RANGE.replace('first', 'first2').replace('last', 'last2')}\s*\)"
    rf"|[.…_]{{3,}}\s*{_RANGE.replace('first', 'first3').replace('last', 'last3')})$",
    re.IGNORECASE,
)
# What stands beside an item that has no paper to look up, or in the column of times; "2 Minutes" is an item.
_ASIDE = re.compile(
    r"^\W*(?:verbal(?:ly)?(?: (?:report|update|item))?|oral(?: report)?|to follow|attached|enclosed|tabled"
    r"|presentation|papers? [A-Z\d]{1,2}|enc(?:losure)?\.?\s?[A-Z\d]{0,2}|none|n/?a|all"
    r"|(?-i:\d{1,3}\s?(?:minutes?|[Mm]ins?|MINS?)\.?)"
    r"|\d{1,2}[.:]\d{2}\s?(?:am|pm|hrs)?(?:\s?[-–]\s?\d{1,2}[.:]\d{2}\s?(?:am|pm)?)?|\d{1,2}\s?(?:am|pm)|[-–—])\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b",
    re.IGNORECASE,
)
# Below its title an item may say what the board is to do with it.
WHAT_FOR = re.compile(r"To (?:receive|note|consider|approve|agree|confirm|discuss|review)\b|Report of\b")
_WHAT_FOR_BELOW = re.compile(rf"\n\s*(?={WHAT_FOR.pattern})")


@dataclass(frozen=True)
class FoundItem:
    """An item as a witness names it; pages as printed (``printed``) and in the file (``first``, ``last``)."""

    number: str
    title: str
    printed: tuple[int, int] | None = None
    first: int = 0
    last: int = 0


def item_of_row(texts: Sequence[str]) -> FoundItem | None:
    """The item of a row whose filled cells read so, None for a row that is none."""
    rest = [text for text in texts if text]
    while rest and _ASIDE.match(rest[0]):
        rest.pop(0)
    if not rest:
        return None
    printed = None
    match = PAGE_RANGE.match(rest[-1]) if len(rest) > 1 else None
    if match:
        printed = (int(match["first"]), int(match["last"] or match["first"]))
        rest.pop()
    number = ITEM_NUMBER.match(rest[0])
    if number and len(rest) >= 2:
        words = [text for text in rest[1:] if not _ASIDE.match(text)]
        if not words or not re.search(r"[A-Za-z]{2}", words[0]):
            return None
        return _titled(re.sub(r"\.0$", "", number["number"]), words[0], printed)
    leading = LEADING_NUMBER.match(rest[0])
    if leading and not _DAY.match(rest[0]) and re.match(r"\W*[A-Za-z]{2}|\W*[A-Z]\s", leading["title"]):
        return _titled(leading["number"], leading["title"], printed)
    return None


def trailing_range(text: str) -> tuple[str, tuple[int, int] | None]:
    """A text without the page range at its end, and that range."""
    match = TRAILING_RANGE.search(text)
    if not match:
        return text, None
    first = next(match[name] for name in ("first", "first2", "first3") if match[name])
    last = next((match[name] for name in ("last", "last2", "last3") if match[name]), first)
    return text[: match.start()].rstrip(" .-–—"), (int(first), int(last))


def _titled(number: str, title: str, printed: tuple[int, int] | None) -> FoundItem:
    item = FoundItem(number, " ".join(_WHAT_FOR_BELOW.split(title)[0].split()), printed)
    if printed is None:
        bare, found = trailing_range(item.title)
        if found and bare:
            item = replace(item, title=bare, printed=found)
    return item
