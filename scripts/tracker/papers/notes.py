"""Footnotes: found at the foot of a page under a short rule or in small print, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.content import PageContent
from tracker.papers.drafts import Draft
from tracker.papers.headings import Body
from tracker.papers.marks import NOTE_MARK, starts_note

SMALL = 0.93
"""Times the body's size: notes without a rule above them are set smaller than this."""
FOOT_ZONE = 0.35
"""Notes stand below this share of the page's height."""
RULE_WIDTH = (40.0, 0.6)
"""The rule over notes is at least so many points and at most this share of the page wide."""
UNDER_RULE = 16.0
"""Points: the first note stands at most so far under the rule."""


def find_notes(drafts: Sequence[Draft], body: Body, content: PageContent) -> None:
    """Turns the drafts of one page that are footnotes into such, with their marks taken off the text.

    A note without a mark at the top of the foot goes on from the page before; its ``note`` stays "".
    """
    texts = sorted((d for d in drafts if d.lines and not d.boxed), key=lambda d: d.bbox[1])
    foot, ruled = _foot(texts, body, content)
    if not any(_mark(d, ruled) for d in foot) and not (ruled and _all_small(foot, body)):
        return
    started = False
    for draft in foot:
        mark = _mark(draft, ruled)
        if mark:
            started = True
            draft.kind, draft.note = "footnote", mark
            draft.marker, draft.marker_words, draft.number = "", 1, ""
        elif (ruled and not started) or (ruled and draft.kind == "paragraph"):
            draft.kind, draft.note = "footnote", ""


def _foot(texts: Sequence[Draft], body: Body, content: PageContent) -> tuple[list[Draft], bool]:
    """The drafts at the foot of the page that can be notes, and whether a rule stands over them."""
    zone = FOOT_ZONE * content.height
    for shape in sorted(content.shapes, key=lambda s: -s.bbox[1]):
        x0, y0, x1, y1 = shape.bbox
        if y1 - y0 > 2 or not RULE_WIDTH[0] <= x1 - x0 <= RULE_WIDTH[1] * content.width or y0 < zone:
            continue
        below = [d for d in texts if d.bbox[1] > y0 - 2]
        if not below or not -2 <= below[0].bbox[1] - y1 < UNDER_RULE or abs(below[0].bbox[0] - x0) > 30:
            continue
        if all(d.size <= 1.02 * body.size for d in below):
            return below, True
    foot: list[Draft] = []
    for draft in reversed(texts):
        if draft.size > SMALL * body.size or draft.bbox[1] < zone:
            break
        foot.insert(0, draft)
    return foot, False


def _all_small(foot: Sequence[Draft], body: Body) -> bool:
    return bool(foot) and all(d.size <= SMALL * body.size for d in foot)


def _mark(draft: Draft, ruled: bool) -> str:
    """The mark that a note begins with, "" where it has none."""
    line = draft.lines[0]
    if starts_note(line):
        return line.words[0].text
    first = line.words[0].text.strip(".)")
    if ruled and len(line.words) > 1 and NOTE_MARK.match(first) and not first.isalpha():
        return first
    return ""
