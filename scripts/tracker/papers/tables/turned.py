"""Pages whose text runs up or down the sheet: laid upright for the table finder, its places laid back after."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tracker.papers.content import PageContent
from tracker.papers.tables.found import FoundTable
from tracker.papers.turning import back, forth
from tracker.records import Box, Cell, Part

MOSTLY = 0.7
"""A page is turned when at least this share of its words runs up, or down; turned heads of a table are fewer."""
DESCENT = 0.22
"""How far a word's box reaches below its baseline, in type sizes."""


def quarter_turn(content: PageContent) -> int:
    """By how many degrees the sheet must be turned clockwise to be read.

    0, 90 where its text runs up, 180 where it stands on its head, 270 where it runs down.
    """
    if not content.words:
        return 0
    for angle in (90, 180, 270):
        if sum(abs(w.angle - angle) < 3 for w in content.words) >= MOSTLY * len(content.words):
            return angle
    return 0


def laid_upright(content: PageContent, turn: int) -> PageContent:
    """The page as it reads when the sheet is turned clockwise by ``turn`` degrees."""

    def box(b: Box) -> Box:
        return forth(b, turn, content.width, content.height)

    words = []
    for word in content.words:
        b = box(word.bbox)
        angle = (word.angle - turn) % 360
        words.append(replace(word, bbox=b, baseline=round(b[3] - DESCENT * word.size, 2), angle=angle))
    return replace(
        content,
        width=content.width if turn == 180 else content.height,
        height=content.height if turn == 180 else content.width,
        words=tuple(words),
        shapes=tuple(replace(s, bbox=box(s.bbox)) for s in content.shapes),
        pictures=tuple(replace(p, bbox=box(p.bbox)) for p in content.pictures),
        links=tuple(replace(k, bbox=box(k.bbox)) for k in content.links),
    )


def laid_back(table: FoundTable, content: PageContent, turn: int) -> FoundTable:
    """The table with its places on the sheet as it lies; ``content`` is the page before it was laid upright."""

    def part(p: Part | None) -> Part | None:
        if p is None:
            return None
        return Part(page=p.page, bbox=back(p.bbox, turn, content.width, content.height))

    def cell(c: Cell | None) -> Cell | None:
        return None if c is None else c.model_copy(update={"part": part(c.part)})

    return replace(
        table,
        bbox=back(table.bbox, turn, content.width, content.height),
        rows=tuple(tuple(cell(c) for c in row) for row in table.rows),
        caption_part=part(table.caption_part),
    )


def upright_copy(page: Any, turn: int, into: Any) -> Any:
    """A copy of an open page in the empty document ``into``, turned clockwise by ``turn`` more degrees for good."""
    into.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
    copy = into[0]
    copy.set_rotation((copy.rotation + turn) % 360)
    copy.remove_rotation()
    return copy
