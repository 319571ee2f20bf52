"""A place in a paper as one line that people can read, compare and correct.

``agenda-pack-2023, page 17 (printed 5), p17-3, at 72 100.2 300.1 112.3 / 72 114 250 126``: paper, page of the file,
number printed on it, block, and the boxes in points from the top left; a box on another page than the first says so
(``page 18 72 80 300 92``). The words in the boxes are not repeated: they stand in the paper's ``.read.json``.
"""

from __future__ import annotations

import re

from tracker.records import Part, Source

SOURCE_PATTERN = (
    r"^[a-z0-9][a-z0-9.-]*, page [0-9]+( \(printed [^()]+\))?(, p[0-9]+-[0-9]+)?"
    r"(, at (page [0-9]+ )?-?[0-9.]+( -?[0-9.]+){3}( / (page [0-9]+ )?-?[0-9.]+( -?[0-9.]+){3})*)?$"
)
"""The whole grammar of such a line, for editors and checks."""

_WHOLE = re.compile(SOURCE_PATTERN)
_HEAD = re.compile(r"^([^,]+), page (\d+)(?: \(printed ([^()]+)\))?(?:, (p\d+-\d+))?(?:, at (.*))?$")
_BOX = re.compile(r"^(?:page (\d+) )?(.*)$")


def source_to_text(source: Source) -> str:
    """The line for a source."""
    head = f"{source.paper}, page {source.page}"
    printed = re.sub(r"[()]", "", source.printed).strip()
    if printed:
        head += f" (printed {printed})"
    if source.block:
        head += f", {source.block}"
    if source.boxes:
        head += ", at " + boxes_to_text(source.boxes, source.page)
    return head


def source_from_text(line: str) -> Source:
    """The source that a line names; ValueError says how to write one when it names none."""
    line = line.strip()
    found = _HEAD.match(line) if _WHOLE.match(line) else None
    if not found:
        raise ValueError("is no place in a paper: write “paper-id, page 17 (printed 5), p17-3, at 72 100 300 112”")
    page = int(found[2])
    boxes = boxes_from_text(found[5], page) if found[5] else ()
    return Source(paper=found[1], page=page, printed=found[3] or "", block=found[4] or "", boxes=boxes)


def boxes_to_text(boxes: tuple[Part, ...], page: int) -> str:
    """Boxes as four numbers each, joined by " / "; a box that is not on ``page`` names its own."""
    texts = []
    for box in boxes:
        numbers = " ".join(_number(side) for side in box.bbox)
        texts.append(numbers if box.page == page else f"page {box.page} {numbers}")
    return " / ".join(texts)


def boxes_from_text(text: str, page: int) -> tuple[Part, ...]:
    """The boxes of such a text; ValueError when it is not four numbers a box."""
    boxes = []
    for piece in filter(None, (piece.strip() for piece in text.split("/"))):
        found = _BOX.match(piece)
        sides = found[2].split() if found else []
        if not found or len(sides) != 4:
            raise ValueError("is no box: write four numbers, left top right bottom, in points from the top left")
        left, top, right, bottom = (float(side) for side in sides)
        boxes.append(Part(page=int(found[1] or page), bbox=(left, top, right, bottom)))
    return tuple(boxes)


def _number(side: float) -> str:
    text = f"{round(side, 2):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
