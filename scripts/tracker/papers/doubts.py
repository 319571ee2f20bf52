"""Whether a page's text can be trusted: no text at all, characters that mean nothing, text hidden behind a scan."""

from __future__ import annotations

from tracker.papers.content import PageContent
from tracker.papers.wording import share_of_nonsense

SCAN = 0.6
"""A picture over this share of the page, with no text or only hidden text, is a scan."""
NONSENSE = 0.08
"""Share of unreadable characters from which a page's text layer is wrong."""


def doubts_of(content: PageContent) -> tuple[bool, tuple[str, ...]]:
    """Whether the page has text that a reader sees, and in plain words what is doubtful about it."""
    page = content.width * content.height
    pictures = [_area(p.bbox) for p in content.pictures]
    scanned = any(area > SCAN * page for area in pictures)
    seen = [w for w in content.words if not w.hidden]
    hidden = [w for w in content.words if w.hidden]
    if not content.words:
        if scanned or sum(pictures) > 0.25 * page:
            return False, ("this page is a picture without a text layer; its words could not be read",)
        if content.pictures or len(content.shapes) > 30:
            return False, ("this page has drawings but no text",)
        return False, ()
    doubts = []
    if hidden and len(hidden) > len(seen) and scanned:
        doubts.append("the text of this page is a hidden layer behind a scan; it may differ from what is printed")
    if share_of_nonsense([w.text for w in content.words]) > NONSENSE:
        doubts.append("characters of this page are mapped to nonsense; its text cannot be trusted")
    if scanned and len(content.words) < 12:
        doubts.append("most of this page is a picture without a text layer; words in it could not be read")
        return len(content.words) > 3, tuple(doubts)
    return True, tuple(doubts)


def _area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
