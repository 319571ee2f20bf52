"""The chapters of a long strategy or report.

In: an outline, the cut of the whole paper, its number of pages. Out: a cut for each chapter, none for a paper that is
short or has no chapters.
"""

from __future__ import annotations

import re

from tracker.facts.board.cuts import TITLE_PAGE_WORDS, Cut, by_page, words_between
from tracker.facts.sections import Outline, Placed

# A strategy or report is cut into chapters from this length on, in pages of the file.
_LONG = 14
# From this share on a paper's chapters begin on new pages by rule, and a large heading inside a page is none.
_MOSTLY = 0.6
_CONTENTS = re.compile(r"^(?:table of )?contents?(?: page)?\W*$", re.IGNORECASE)


def chapters_of(outline: Outline, whole: Cut, pages: int) -> list[Cut]:
    """The chapters of a long strategy or report: its headings of the highest level that several have."""
    if pages < _LONG or whole.kind in ("agenda pack", "agenda", "minutes", "foi answer", "dashboard"):
        return []
    heads = [p for p in outline.blocks if p.block.kind == "heading" and p.block.level]
    levels = sorted({p.block.level for p in heads})
    level = next((lv for lv in levels if sum(1 for p in heads if p.block.level == lv) >= 4), 0)
    starts = _on_new_pages(outline, [p for p in heads if 0 < p.block.level <= level])
    if not starts:
        return []
    cuts: list[Cut] = []
    if starts[0].index > whole.first:
        cuts.append(Cut(whole.first, starts[0].index - 1, whole.title, "front matter"))
    ends = [*(p.index - 1 for p in starts[1:]), whole.last]
    for placed, last in zip(starts, ends, strict=True):
        kind = "contents" if _CONTENTS.match(placed.block.text) else "chapter"
        if placed is starts[0] and words_between(outline, placed.index, last) <= TITLE_PAGE_WORDS:
            kind = "front matter"
        cuts.append(Cut(placed.index, last, placed.block.text, kind, number=placed.block.number))
    return _joined_short(outline, cuts)


def _on_new_pages(outline: Outline, starts: list[Placed]) -> list[Placed]:
    """Of a paper whose chapters mostly begin on new pages, the headings that do."""
    firsts = {blocks[0].index for blocks in by_page(outline)}
    first = [p for p in starts if p.index in firsts]
    return first if len(first) >= _MOSTLY * len(starts) else starts


def _joined_short(outline: Outline, cuts: list[Cut]) -> list[Cut]:
    """Chapters that are a heading alone go with the one after: the title in large letters before the contents."""
    kept: list[Cut] = []
    carry: Cut | None = None
    for cut in cuts:
        if carry:
            cut = Cut(carry.first, cut.last, carry.title or cut.title, carry.kind, carry.number)
            carry = None
        if cut.first == cut.last and cut is not cuts[-1] and outline.at(cut.first).block.kind == "heading":
            carry = cut
            continue
        kept.append(cut)
    if carry:
        kept.append(carry)
    return kept
