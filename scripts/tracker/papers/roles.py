"""What a paragraph is besides running text: a quotation, the caption of a figure or table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import gap, union
from tracker.papers.drafts import Draft
from tracker.papers.headings import ADDRESS, CAPTION

QUOTED = re.compile(r"[“\"‘'](?P<words>[^”\"]{12,})[”\"’']")
OPENS = re.compile(r"^\W{0,2}[“\"‘']")
MOSTLY_QUOTED = 0.55
"""Share of a paragraph inside quotation marks from which it is a quotation."""
SENTENCE = re.compile(r"^\w+[\s.,:]*\d+[a-z]?[\s.,:)]*[a-z]+s?\b.*\.$", re.DOTALL)
"""A sentence that begins with a figure's name: "Table 1 shows the number of …."."""
SET_IN = 20.0
"""Points: a quotation set as a block stands in from the text by this on both sides."""
CAPTION_WORDS = 40


def give_roles(drafts: Sequence[Draft]) -> None:
    """Roles for the paragraphs of one page; a figure without a title takes the caption next to it."""
    texts = [d for d in drafts if d.lines and not d.boxed]
    if not texts:
        return
    for i, draft in enumerate(drafts):
        if draft.kind != "paragraph" or draft.role or not draft.lines:
            continue
        named = CAPTION.match(draft.text) and not SENTENCE.match(draft.text)
        if named and len(draft.text.split()) <= CAPTION_WORDS and _is_caption(draft, drafts, i):
            draft.role = "caption"
        elif _is_quotation(draft, texts):
            draft.role = "quotation"


def _is_caption(draft: Draft, drafts: Sequence[Draft], at: int) -> bool:
    """Whether a line that is numbered like a caption stands by a figure or table, or is set apart by its dress."""
    near = [drafts[j] for j in (at - 1, at + 1) if 0 <= j < len(drafts)]
    bare = [other for other in near if other.figure is not None and not other.figure.caption]
    if bare:
        nearest = min(bare, key=lambda other: gap(other.bbox, draft.bbox))
        if nearest.figure is not None:
            nearest.figure = replace(nearest.figure, caption=" ".join(line.unmarked for line in draft.lines))
        return True
    if any(other.figure is not None or other.table is not None for other in near):
        return True
    first = draft.lines[0].words[0]
    return first.bold or first.italic


def _is_quotation(draft: Draft, texts: Sequence[Draft]) -> bool:
    text = draft.text
    if ADDRESS.match(text):
        return False
    if OPENS.match(text):
        inside = sum(len(m["words"]) for m in QUOTED.finditer(text))
        if inside >= MOSTLY_QUOTED * len(text):
            return True
    same = [d for d in texts if d.column_number == draft.column_number and d.kind == "paragraph" and len(d.lines) > 1]
    if len(draft.lines) < 2 or len(same) < 3:
        return False
    column = union(d.bbox for d in same)
    left, _, right, _ = draft.bbox
    return left - column[0] >= SET_IN and column[2] - right >= SET_IN / 2 and not draft.number
