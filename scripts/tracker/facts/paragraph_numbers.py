"""Paragraphs that a paper counts with plain numbers: "4 Robbery fell", "5 There were 12 fires", "6 Wardens made …".

In: the blocks of a part in reading order. Out: for each paragraph counted so, how many letters its number takes. One
number before a sentence may be a figure ("9 people came"); so many in a row that count up by one are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.records import Block

_LEAST = 5
"""So many paragraphs in a row, the first of them 1, are counted."""
_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z\d“‘\"'])")


def paragraph_numbers(blocks: Iterable[Block]) -> dict[str, int]:
    """The length of the number that each counted paragraph begins with, by the id of its block."""
    counted: dict[str, int] = {}
    run: dict[str, int] = {}
    for block in blocks:
        number = _NUMBER.match(block.text) if block.kind == "paragraph" else None
        if number and int(number[1]) == 1:
            run = {}
        if number and int(number[1]) == len(run) + 1:
            run[block.id] = number.end()
            if len(run) >= _LEAST:
                counted |= run
    return counted
