"""Footnotes: found at the foot of a page in small print, and tied to the raised marks in the text."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.content import PageContent
from tracker.papers.drafts import Draft
from tracker.papers.headings import Body
from tracker.papers.paragraphs import NOTE_MARK, starts_note

SMALL = 0.93
"""Times the body's size: notes are set smaller than this."""
FOOT_ZONE = 0.45
"""Notes stand below this share of the page's height."""


def find_notes(drafts: Sequence[Draft], body: Body, content: PageContent) -> None:
    """Turns the drafts of one page that are footnotes into such, with their marks taken off the text."""
    texts = [d for d in drafts if d.lines and not d.boxed]
    foot: list[Draft] = []
    for draft in sorted(texts, key=lambda d: -d.bbox[1]):
        if draft.size > SMALL * body.size or draft.bbox[1] < FOOT_ZONE * content.height:
            break
        foot.append(draft)
    foot.reverse()
    ruled = _under_rule(foot, content)
    started = False
    for draft in foot:
        line = draft.lines[0]
        if starts_note(line):
            started = True
            draft.kind = "footnote"
            draft.note = line.words[0].text
            draft.marker, draft.marker_words, draft.number = "", 1, ""
        elif ruled and (draft.number or draft.marker) and NOTE_MARK.match((draft.number or draft.marker).strip(".)")):
            started = True
            draft.kind = "footnote"
            draft.note = (draft.number or draft.marker).strip(".)")
            draft.marker, draft.marker_words, draft.number = "", 1, ""
        elif ruled and not started:
            draft.kind = "footnote"
            draft.note = ""


def _under_rule(foot: Sequence[Draft], content: PageContent) -> bool:
    """Whether the short rule that parts notes from text stands above the first of them."""
    if not foot:
        return False
    top = foot[0].bbox[1]
    return any(
        s.bbox[3] - s.bbox[1] < 2 and 40 < s.bbox[2] - s.bbox[0] < 0.6 * content.width and -2 <= top - s.bbox[3] < 14
        for s in content.shapes
    )
