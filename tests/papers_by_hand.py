"""Small papers made by hand from a few marks, for tests of what papers say in other words.

``# 4.1 Title`` is a heading (level by the number of marks, number apart), ``- item`` and ``1) item`` are list items,
``| a | b`` is a table's row (``//`` in a cell begins a line that print sets off), ``**all bold**`` a bold paragraph,
``====`` begins a page, any other line is a paragraph.
Each word gets a place of its own, so that sources can be tried.
"""

from __future__ import annotations

import re

from tracker.records import AgendaEntry, Block, Cell, Page, Paper, PaperKind, Part, Run, Word


def paper(text: str, *, kind: PaperKind = "paper", title: str = "", agenda: tuple[AgendaEntry, ...] = ()) -> Paper:
    """The paper that these lines make."""
    pages = []
    for number, piece in enumerate(re.split(r"^\s*====\s*$", text, flags=re.MULTILINE), start=1):
        blocks: list[Block] = []
        lines = [line.strip() for line in piece.strip().splitlines() if line.strip()]
        while lines:
            block = _block(f"p{number}-{len(blocks) + 1}", number, len(blocks), lines)
            blocks.append(block)
        pages.append(Page(number=number, printed=str(number), width=595, height=842, blocks=tuple(blocks)))
    return Paper(title=title, kind=kind, sha256="0" * 64, agenda=agenda, pages=tuple(pages))


def _cell(text: str, part: Part) -> Cell:
    pieces = [piece.strip() for piece in text.split("//")]
    starts = [len(" ".join(pieces[:n])) + 1 for n in range(1, len(pieces))]
    return Cell(text=" ".join(pieces), part=part if text else None, breaks=tuple(starts))


def _block(name: str, page: int, order: int, lines: list[str]) -> Block:
    line = lines.pop(0)
    top = 20.0 * order
    if line.startswith("|"):
        table = [line]
        while lines and lines[0].startswith("|"):
            table.append(lines.pop(0))
        cells = [[c.strip() for c in row.strip("|").split("|")] for row in table]
        return Block(
            id=name,
            kind="table",
            parts=(Part(page=page, bbox=(0, top, 500, top + 18)),),
            rows=tuple(
                tuple(
                    _cell(t, Part(page=page, bbox=(90 * c, top + r, 90 * c + 89, top + r + 1)))
                    for c, t in enumerate(row)
                )
                for r, row in enumerate(cells)
            ),
        )
    heading = re.match(r"(#+)\s+(?:(\d+(?:\.\d+)*)\.?\s+)?(.*)", line)
    item = re.match(r"(?:-|(\(?\w{1,3}[.)]))\s+(.*)", line)
    bold = re.fullmatch(r"\*\*(.*)\*\*", line)
    if heading:
        return _worded(name, page, top, heading[3], kind="heading", level=len(heading[1]), number=heading[2] or "")
    if item:
        return _worded(name, page, top, item[2], kind="list_item", depth=1, marker=item[1] or "•")
    if bold:
        return _worded(name, page, top, bold[1], kind="paragraph", runs=(Run(text=bold[1], bold=True),))
    return _worded(name, page, top, line, kind="paragraph")


def _worded(name: str, page: int, top: float, text: str, **fields: object) -> Block:
    words = tuple(
        Word(text=m[0], page=page, bbox=(5.0 * m.start(), top, 5.0 * m.end(), top + 12), start=m.start())
        for m in re.finditer(r"\S+", text)
    )
    part = Part(page=page, bbox=(0, top, max(5.0 * len(text), 1), top + 12))
    return Block.model_validate({"id": name, "text": text, "words": words, "parts": (part,), **fields})
