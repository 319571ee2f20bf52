"""Whether a page's text can be trusted: no text at all, characters that mean nothing, text hidden behind a scan."""

from __future__ import annotations

import re

from tracker.papers.content import UNKNOWN, PageContent, Picture, Shape
from tracker.papers.wording import share_of_nonsense

SCAN = 0.6
"""A picture over this share of the page, with no text or only hidden text, is a scan."""
NONSENSE = 0.08
"""Share of unreadable characters from which a page's text layer is wrong."""
NONSENSE_LAYER = "characters of this page are mapped to nonsense; its text cannot be trusted"
HIDDEN_LAYER = "the text of this page is a hidden layer behind a scan; it may differ from what is printed"
OUTLINES = "the words of this page are drawn as outlines and not as text; they could not be read"
INVISIBLE = "most text of this page is invisible in print"

OUTLINE = 24.0
"""Points: the outline of a letter is at most this wide and high."""
MANY_OUTLINES = 200
"""As many small curves on a page with next to no words are letters drawn as outlines."""
FEW_WORDS = 12
"""A page with fewer words may have only stamps and page numbers as text."""
STAMP_WORDS = 6
ENOUGH_WORDS = 60
"""Different words of three letters and more that are enough to see whether they are a language's."""
LEAST_VOWELS = 0.3
"""Share of vowels among letters; English, Welsh and Polish have 0.36 to 0.45, a shifted alphabet 0.1 to 0.27."""
LEAST_SMALL_WORDS = 0.02
"""Share of the words that are among the commonest of English and Welsh; prose has 0.25 and more."""
SMALL_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "is",
        "on",
        "with",
        "by",
        "at",
        "as",
        "are",
        "was",
        "from",
        "this",
        "that",
        "yr",
        "yn",
        "ac",
        "ar",
        "mae",
        "wedi",
    ]
)


def is_outline(picture: Picture | Shape) -> bool:
    """Whether a drawing is no larger than a letter."""
    x0, y0, x1, y1 = picture.bbox
    return x1 - x0 <= OUTLINE and y1 - y0 <= OUTLINE


def is_no_language(texts: list[str]) -> bool:
    """Whether the words of a page are such as no language has: letters shifted or swapped by a wrong character map."""
    words = [w.lower() for text in texts for w in re.findall(r"[A-Za-z]{2,}", text)]
    if len({w for w in words if len(w) > 2}) < ENOUGH_WORDS:
        return False
    letters = "".join(words)
    vowels = sum(letters.count(v) for v in "aeiouy")
    small = sum(w in SMALL_WORDS for w in words)
    return vowels < LEAST_VOWELS * len(letters) and small < LEAST_SMALL_WORDS * len(words)


def doubts_of(content: PageContent) -> tuple[bool, tuple[str, ...]]:
    """Whether the page has text that a reader sees, and in plain words what is doubtful about it."""
    if content.fault:
        return False, (f"this page could not be read ({content.fault}); print the paper to a new PDF",)
    has_text, doubts = _of_its_text(content)
    return has_text, (*doubts, *_of_unseen_words(content.unseen))


UNSEEN = "cannot be seen"


def tells_of_unseen(doubt: str) -> bool:
    """Whether a page's doubt says that the file has words there that no reader sees."""
    return UNSEEN in doubt


def _of_unseen_words(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    if count == UNKNOWN:
        return ("this page could not be painted; words of its text may be hidden in print",)
    if count == 1:
        return (f"1 word on this page {UNSEEN}; it is left out",)
    return (f"{count} words on this page {UNSEEN}; they are left out",)


def _of_its_text(content: PageContent) -> tuple[bool, tuple[str, ...]]:
    page = content.width * content.height
    pictures = [_area(p.bbox) for p in content.pictures]
    scanned = any(area > SCAN * page for area in pictures)
    seen = [w for w in content.words if not w.hidden]
    hidden = [w for w in content.words if w.hidden]
    if not content.words:
        if sum(is_outline(p) for p in content.pictures) >= MANY_OUTLINES:
            return False, (OUTLINES,)
        if scanned or sum(pictures) > 0.25 * page:
            return False, ("this page is a picture without a text layer; its words could not be read",)
        if content.pictures or len(content.shapes) > 30:
            return False, ("this page has drawings but no text",)
        return False, ()
    doubts = []
    if hidden and len(hidden) > len(seen):
        doubts.append(HIDDEN_LAYER if scanned else INVISIBLE)
    texts = [w.text for w in content.words]
    if share_of_nonsense(texts) > NONSENSE or is_no_language(texts):
        doubts.append(NONSENSE_LAYER)
    if scanned and len(content.words) < FEW_WORDS:
        doubts.append("most of this page is a picture without a text layer; words in it could not be read")
        return len(content.words) > STAMP_WORDS, tuple(doubts)
    if len(content.words) < FEW_WORDS and sum(is_outline(p) for p in content.pictures) >= MANY_OUTLINES:
        doubts.append(OUTLINES)
        return False, tuple(doubts)
    return True, tuple(doubts)


def _area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
