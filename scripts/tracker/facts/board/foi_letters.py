"""The letters of a paper that gathers several answers to Freedom of Information requests, one after the other.

In: an outline and the cut of the whole paper. Out: a cut for each letter, none for a paper that is one letter.
"""

from __future__ import annotations

import re

from tracker.facts.board.cuts import HEAD_BLOCKS, Cut, begin_of
from tracker.facts.board.foi_letter import letter_title, own_reference
from tracker.facts.sections import Outline

# A greeting with a name in it is held back, so what a letter says first counts as well.
_OPENS = re.compile(r"^Dear\b|\b(?:your|the|this)\s(?:request|enquiry|e-?mail|letter)\b", re.IGNORECASE)


def letters_of(outline: Outline, whole: Cut) -> list[Cut]:
    """The letters of a paper: each has a line with a reference of its own, and opens below that."""
    blocks = outline.blocks
    starts: list[int] = []
    references: set[str] = set()
    for place, placed in enumerate(blocks):
        reference = own_reference(placed.block)
        opens = any(_OPENS.search(p.block.text) for p in blocks[place + 1 : place + HEAD_BLOCKS])
        if reference and reference not in references and opens:
            references.add(reference)
            starts.append(begin_of(blocks, place, starts[-1] if starts else -1))
    if len(starts) < 2:
        return []
    first = [whole.first, *(blocks[start].index for start in starts[1:])]
    last = [*(index - 1 for index in first[1:]), whole.last]
    return [_letter(outline, whole, begin, end) for begin, end in zip(first, last, strict=True)]


def _letter(outline: Outline, whole: Cut, first: int, last: int) -> Cut:
    inside = outline.part(first, last).blocks
    heading = next((p.block.text for p in inside[:HEAD_BLOCKS] if p.block.kind == "heading"), "")
    return Cut(first, last, letter_title(heading, inside), whole.kind)
