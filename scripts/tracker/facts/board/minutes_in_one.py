"""The meetings of a paper that holds the minutes of several, one after the other.

In: an outline and the cut of the whole paper. Out: a cut for each meeting, none for the minutes of one. What a minute
tells without a year is of its own meeting's, so that each has to have its own day.
"""

from __future__ import annotations

import re
from itertools import takewhile

from tracker.facts.board.cuts import HEAD_BLOCKS, Cut, begin_of
from tracker.facts.board.kinds import looks_like_minutes, names_who_came
from tracker.facts.sections import Outline, Placed
from tracker.facts.wording.days import days_in

_LONGEST_TITLE = 200


def minutes_in_one(outline: Outline, whole: Cut) -> list[Cut]:
    """The minutes of each meeting: a title that names its day, and below it who came or sent apologies. The title of
    "Minutes of the last meeting, 4 March 2031", an item of every meeting, has neither."""
    blocks = outline.blocks
    starts: list[int] = []
    titles: list[str] = []
    for place, placed in enumerate(blocks):
        title = _title(placed)
        below = takewhile(lambda p: not _title(p), blocks[place + 1 : place + HEAD_BLOCKS])
        if title and title not in titles and names_who_came(p.block for p in below):
            starts.append(begin_of(blocks, place, starts[-1] if starts else -1))
            titles.append(title)
    if len(starts) < 2:
        return []
    first = [whole.first, *(blocks[start].index for start in starts[1:])]
    last = [*(index - 1 for index in first[1:]), whole.last]
    return [Cut(begin, end, title, whole.kind) for begin, end, title in zip(first, last, titles, strict=True)]


def _title(placed: Placed) -> str:
    """The words up to the one day that they name, of a block that says that it is the minutes of a meeting."""
    block = placed.block
    if block.kind not in ("heading", "paragraph") or len(block.text) >= _LONGEST_TITLE:
        return ""
    days = days_in(block.text)
    said = len(days) == 1 and looks_like_minutes([block]) and not re.search(r"[.!?]\s+[A-Z]", block.text)
    return block.text[: days[0].end].strip() if said else ""
