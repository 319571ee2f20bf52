"""Places of blocks on pages that were laid upright to be read, laid back onto the sheet as it lies."""

from __future__ import annotations

from tracker.records import Block, Box, Part, Word


def forth(box: Box, turn: int, width: float, height: float) -> Box:
    """A box of a sheet of this width and height, once the sheet is turned clockwise by 90, 180 or 270 degrees."""
    x0, y0, x1, y1 = box
    if turn == 180:
        return (round(width - x1, 2), round(height - y1, 2), round(width - x0, 2), round(height - y0, 2))
    if turn == 90:
        return (round(height - y1, 2), x0, round(height - y0, 2), x1)
    return (y0, round(width - x1, 2), y1, round(width - x0, 2))


def back(box: Box, turn: int, width: float, height: float) -> Box:
    """The opposite of ``forth``; width and height are the sheet's before the turn."""
    x0, y0, x1, y1 = box
    if turn == 180:
        return forth(box, turn, width, height)
    if turn == 90:
        return (y0, round(height - x1, 2), y1, round(height - x0, 2))
    return (round(width - y1, 2), x0, round(width - y0, 2), x1)


def block_laid_back(block: Block, page: int, turn: int, width: float, height: float) -> Block:
    """A block with all its places on ``page`` laid back; the cells of tables lie right already."""

    def part(p: Part) -> Part:
        return Part(page=p.page, bbox=back(p.bbox, turn, width, height)) if p.page == page else p

    def word(w: Word) -> Word:
        return w.model_copy(update={"bbox": back(w.bbox, turn, width, height)}) if w.page == page else w

    return block.model_copy(
        update={
            "parts": tuple(part(p) for p in block.parts),
            "words": tuple(word(w) for w in block.words),
            "labels": tuple(label.model_copy(update={"part": part(label.part)}) for label in block.labels),
        }
    )
