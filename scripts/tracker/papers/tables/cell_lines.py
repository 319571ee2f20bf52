"""Where the lines of a cell are set off from one another, and where they only run on.

In: the words of a cell, and how wide its column is set. Out: places in its text at which a new line begins that is no
mere turn of the line. A line is set off when it begins an item of a list, when bold type ends with the line before it,
or when its first word would have had room on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.papers.tables.words import Ink, Line, is_number, lines_of, with_line, words_joined

_MARK = re.compile(r"^(?:[•▪▫●○◦‣·■□➢➤✓✔]|[-–](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))", re.IGNORECASE)
_SPACE = 0.28
"""A space measures so much of the size of type; see ``PHRASE_GAP``."""
_SPARE = 0.2
"""So much more room, in sizes of type, must be left on a line before its end counts as meant: justified and kerned
lines come close to their edge."""


def written_lines(inks: Sequence[Ink]) -> list[Line]:
    """The lines of a cell of words; [] for a cell of figures or of words on their side."""
    if not inks or any(i.word.angle for i in inks) or all(is_number(i.word.text) for i in inks):
        return []
    return [line for line in lines_of(inks) if words_joined([i.word for i in line.inks])]


def cell_breaks(lines: Sequence[Line], width: float) -> tuple[int, ...]:
    """Places in the text of a cell with these lines; ``width`` is that of the longest line of its column, in points."""
    if len(lines) < 2:
        return ()
    text = words_joined([i.word for i in lines[0].inks])
    places: list[int] = []
    for above, line in pairwise(lines):
        own = words_joined([i.word for i in line.inks])
        text = with_line(text, own)
        if _set_off(above, line, own, width):
            places.append(len(text) - len(own))
    return tuple(places)


def _set_off(above: Line, line: Line, own: str, width: float) -> bool:
    first = line.inks[0]
    if above.inks[-1].word.text.endswith(("-", "/", "–")):
        return False
    if _MARK.match(own):
        return True
    if above.bold and not first.word.bold:
        return True
    room = width - line_width(above)
    return room > (first.box[2] - first.box[0]) + (_SPACE + _SPARE) * line.size


def line_width(line: Line) -> float:
    """From the first to the last word, in points."""
    return line.box[2] - line.box[0]
