"""What announces a promise in print: "Priority 1 –", "Partnership Objective 2:", "Theme three", "Outcome 1.1:".

In: the board's words for its promises. Out: patterns, and outlines in which bold lines that announce promises count as
headings, for papers whose headings are not told apart by size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.facts.sections import Outline, outline_of_blocks
from tracker.facts.wording.names import NUMBER
from tracker.records import Block

_LONGEST_LINE = 45


@lru_cache(maxsize=64)
def promise(words: tuple[str, ...]) -> re.Pattern[str]:
    """What the heading of a promise looks like. Groups: ``called``, ``number``, ``title`` (which may be empty)."""
    names = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"^(?P<called>(?:[A-Za-z]+\s+){{0,2}}?(?:{names}))\s+(?:no\.?\s*)?#?(?P<number>{NUMBER}(?:\.\d{{1,2}})?)(?:\s*[:–—.)|-]+\s*"
        rf"|(?-i:\s+(?=[A-Z‘'“\"]))|\s*$)(?P<title>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def with_bold_lines(scope: Outline, words: Sequence[str], outcomes: Sequence[str]) -> Outline:
    """The outline with bold paragraphs that announce a promise, or carry a number as deep as one, made headings."""
    first, second = promise(tuple(words)), promise(tuple(outcomes))
    blocks: list[Block] = []
    for placed in scope.blocks:
        block = placed.block
        bold = bool(block.runs) and all(r.bold for r in block.runs if r.text.strip() and not r.note)
        if block.kind == "paragraph" and bold and len(block.text.split()) <= _LONGEST_LINE:
            bare = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", block.text)
            level = 1 if first.match(bare) else 2 if second.match(bare) else 3
            blocks.append(block.model_copy(update={"kind": "heading", "level": level}))
        else:
            blocks.append(block)
    return outline_of_blocks(blocks, scope.blocks[0].index if scope.blocks else 0)
