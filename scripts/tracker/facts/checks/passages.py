"""The text of a paper as passages under headings, and its tables as grids, for those who compare figures.

In: a ``Paper``. Out: passages (a block with its text) and grids (a table with labels and amounts), in reading order and
with the number of the section they stand in. A section runs from one heading to the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.facts.wording.amounts import Amount, amount_of_cell, amounts_in
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH
from tracker.records import Block, Paper

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9£])")
_ABBREVIATION = re.compile(r"\b(?:approx|incl|inc|e\.g|i\.e|etc|no|vs|fig|dr|mr|mrs|ms|st|cf|c)\.$", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """A block of running text (paragraph, list item, callout, heading) with its place in the order of the paper."""

    block: Block
    section: int
    order: int
    heading: str

    @property
    def text(self) -> str:
        return self.block.text

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return amounts_in(self.block.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        return sentences_of(self.block.text)

    def sentence_at(self, place: int) -> tuple[int, int]:
        for start, end in self.sentences:
            if start <= place < end:
                return start, end
        return 0, len(self.text)


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of ``text`` begin and end; every character belongs to one."""
    cuts = [0]
    cuts.extend(m.end() for m in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[: m.start()]))
    ends = [*cuts[1:], len(text)]
    return tuple((a, b) for a, b in zip(cuts, ends, strict=True) if b > a)


@dataclass(frozen=True)
class Grid:
    """A table: texts with spans filled in, the joined head of each column, the label of each row."""

    block: Block
    section: int
    order: int
    heading: str
    texts: tuple[tuple[str, ...], ...]
    """Body rows only (without header rows), all columns."""
    heads: tuple[str, ...]
    first_row: int
    """Index in ``block.rows`` of the first body row."""
    label_columns: int

    @cached_property
    def amounts(self) -> tuple[tuple[Amount | None, ...], ...]:
        return tuple(
            tuple(None if c < self.label_columns else _exact(amount_of_cell(text)) for c, text in enumerate(row))
            for row in self.texts
        )

    def label(self, row: int) -> str:
        """The words at the beginning of a row."""
        return " ".join(dict.fromkeys(t for t in self.texts[row][: self.label_columns] if t))

    @property
    def size(self) -> tuple[int, int]:
        return len(self.texts), len(self.heads)


def _exact(amount: Amount | None) -> Amount | None:
    """The amount of a cell, None for "<5" and "10+": what is less than five is no number to reckon with."""
    return amount if amount is not None and not amount.near else None


def _filled(block: Block) -> list[list[str]]:
    """Texts of a table's rows; the positions under a spanning head or label repeat it, those under a number do not."""
    width = max((len(row) for row in block.rows), default=0)
    texts: list[list[str]] = [[""] * width for _ in block.rows]
    for r, row in enumerate(block.rows):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            text = " ".join(cell.text.split())
            number = r >= block.header_rows and amount_of_cell(text) and not _TIME.fullmatch(text)
            for rr in range(r, min(r + cell.rowspan, len(texts))):
                for cc in range(c, min(c + cell.colspan, width)):
                    if (rr, cc) == (r, c) or (not number and block.rows[rr][cc : cc + 1] in ((None,), ())):
                        texts[rr][cc] = text
    return texts


def _grid(block: Block, section: int, order: int, heading: str) -> Grid | None:
    texts = _filled(block)
    if not texts or not texts[0]:
        return None
    width = len(texts[0])
    header_rows = min(block.header_rows, len(texts) - 1)
    if header_rows == 0 and len(texts) > 2 and _is_head(texts[0]):
        header_rows = 1
    # A second line of heads (months below years) is sometimes read as the first row of the body.
    while 0 < header_rows < len(texts) - 1 and _goes_on_as_head(texts[header_rows]):
        header_rows += 1
    body = texts[header_rows:]
    label_columns = block.header_columns
    if label_columns == 0:
        for c in range(width):
            cells = [row[c] for row in body]
            if sum(1 for t in cells if amount_of_cell(t)) * 2 > len(cells):
                break
            label_columns = c + 1
        if label_columns == width or label_columns == 0:
            label_columns = 1
    heads = []
    for c in range(width):
        parts: list[str] = []
        for r in range(header_rows):
            text = texts[r][c]
            if not text and r + 1 < header_rows and c >= label_columns:
                # A wide head is often printed once, at the first of the columns that it covers.
                text = next((texts[r][k] for k in range(c, label_columns - 1, -1) if texts[r][k]), "")
            if text and text not in parts:
                parts.append(text)
        heads.append(" ".join(parts))
    rows = tuple(tuple(row) for row in body)
    return Grid(block, section, order, heading, rows, tuple(heads), header_rows, label_columns)


_TIME = re.compile(rf"{FULL_YEAR}(?:\s?[/–-]\s?\d{{2,4}})?|{MONTH}\.?(?:\W{{0,2}}\d{{2,4}})?|Q[1-4].*", re.IGNORECASE)


def _is_head(row: list[str]) -> bool:
    """True for a first row of words or times; years and months are no amounts there."""
    cells = [t for t in row[1:] if t]
    return bool(cells) and not any(amount_of_cell(t) and not _TIME.fullmatch(t) for t in cells)


def _goes_on_as_head(row: list[str]) -> bool:
    cells = [t for t in row[1:] if t]
    return not row[0] and len(cells) >= 2 and not any(amount_of_cell(t) for t in cells)


def _is_headline(block: Block) -> bool:
    """True for large print that states a figure ("480 cases of burglary in the 3 months to May"): it heads nothing."""
    words = block.text.split()
    return not block.number and len(words) >= 5 and any(a.start < 12 for a in amounts_in(block.text))


@dataclass(frozen=True)
class Contents:
    """Passages and grids of one paper, each in reading order."""

    passages: tuple[Passage, ...]
    grids: tuple[Grid, ...]

    def section(self, number: int) -> tuple[Passage, ...]:
        return tuple(p for p in self.passages if p.section == number)

    def grids_of(self, number: int) -> tuple[Grid, ...]:
        return tuple(g for g in self.grids if g.section == number)


def contents_of(paper: Paper) -> Contents:
    """All passages and grids; furniture and contents lists are left out."""
    passages: list[Passage] = []
    grids: list[Grid] = []
    section = order = 0
    heading = ""
    for page in paper.pages:
        for block in page.blocks:
            if block.kind == "furniture" or block.role == "contents":
                continue
            order += 1
            if block.kind == "heading" and not _is_headline(block):
                section += 1
                heading = block.text
            if block.kind == "table":
                grid = _grid(block, section, order, heading)
                if grid:
                    grids.append(grid)
            elif block.kind != "figure" and block.text:
                passages.append(Passage(block, section, order, heading))
    return Contents(tuple(passages), tuple(grids))
