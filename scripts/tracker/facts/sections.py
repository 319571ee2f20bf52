"""The outline of a paper: each block with the headings above it, and sections as runs of blocks.

In: a ``Paper``. Out: an ``Outline``: blocks in reading order (furniture and contents lists left out), each with its
chain of headings, and sections from a heading to the next heading that does not stand below it. Levels are taken from
heading numbers where both headings have one ("4.1.2" stands below "4.1"), else from the reader's levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.records import Block, Paper

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Below headings numbered so deep ("3.2.1") papers go on with bold lines, in the same type but without numbers.
_DEEP = 3


@dataclass(frozen=True)
class Placed:
    """A block, its place in reading order, and the positions of the headings above it, outermost first.

    A heading's chain ends with the heading above it, not with itself.
    """

    block: Block
    index: int
    chain: tuple[int, ...]

    @property
    def page(self) -> int:
        """The page on which it begins, from 1."""
        return self.block.parts[0].page if self.block.parts else 1


@dataclass(frozen=True)
class Section:
    """A heading and all that stands below it. ``first`` is the heading's place; ``last`` is inclusive."""

    heading: Placed
    first: int
    last: int


@dataclass(frozen=True)
class Outline:
    """All blocks of a paper, or of a part of it, with their headings."""

    blocks: tuple[Placed, ...]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """A section for each heading, in reading order; sections lie inside one another."""
        last: dict[int, int] = {p.index: p.index for p in self.blocks if p.block.kind == "heading"}
        for placed in self.blocks:
            for heading in placed.chain:
                if heading in last:
                    last[heading] = placed.index
        return tuple(Section(self.at(i), i, last[i]) for i in sorted(last))

    @cached_property
    def _by_index(self) -> dict[int, Placed]:
        return {p.index: p for p in self.blocks}

    @cached_property
    def _by_id(self) -> dict[str, Placed]:
        return {p.block.id: p for p in self.blocks}

    def at(self, index: int) -> Placed:
        """The block at a place in the paper."""
        return self._by_index[index]

    def of(self, block_id: str) -> Placed | None:
        """The block with an id, None where the paper has none."""
        return self._by_id.get(block_id)

    def headings(self, placed: Placed) -> tuple[Block, ...]:
        """The headings above a block, outermost first."""
        return tuple(self.at(i).block for i in placed.chain if i in self._by_index)

    def inside(self, section: Section, *, deep: bool = True) -> tuple[Placed, ...]:
        """The blocks below a section's heading; not those of sections inside it unless ``deep``."""
        found = []
        for index in range(section.first + 1, section.last + 1):
            placed = self._by_index.get(index)
            if placed and (deep or (placed.chain and placed.chain[-1] == section.first)):
                found.append(placed)
        return tuple(found)

    def below(self, section: Section) -> tuple[Section, ...]:
        """The sections inside this one, at every depth."""
        return tuple(s for s in self.sections if section.first < s.first <= section.last)

    def part(self, first: int, last: int) -> Outline:
        """The blocks from one place to another (inclusive) as an outline of their own."""
        kept = [p for p in self.blocks if first <= p.index <= last]
        return Outline(tuple(Placed(p.block, p.index, tuple(c for c in p.chain if c >= first)) for p in kept))

    def __iter__(self) -> Iterator[Placed]:
        return iter(self.blocks)


def outline_of(paper: Paper) -> Outline:
    """The outline of a whole paper."""
    return outline_of_blocks(
        [
            block
            for page in paper.pages
            for block in page.blocks
            if block.kind != "furniture" and block.role not in ("contents", "blank_page")
        ]
    )


def outline_of_blocks(blocks: Sequence[Block], first: int = 0) -> Outline:
    """The outline of blocks in reading order; ``first`` is the place of the first of them."""
    placed: list[Placed] = []
    open_: list[tuple[int, Block]] = []
    for index, block in enumerate(blocks, start=first):
        if block.kind == "heading":
            while open_ and not _stands_below(block, open_[-1][1]):
                open_.pop()
        placed.append(Placed(block, index, tuple(i for i, _ in open_)))
        if block.kind == "heading":
            open_.append((index, block))
    return Outline(tuple(placed))


def depth_of_number(number: str) -> int:
    """How deep a printed number stands: "4" is 1, "4.1.2" is 3, none is 0. "4.0" is as deep as "4"."""
    found = _NUMBER.match(number.strip())
    if not found:
        return 0
    pieces = found[0].split(".")
    while len(pieces) > 1 and pieces[-1] == "0":
        pieces.pop()
    return len(pieces)


def _stands_below(block: Block, above: Block) -> bool:
    """Whether a heading belongs under an earlier one."""
    mine, theirs = _NUMBER.match(block.number.strip()), _NUMBER.match(above.number.strip())
    if mine and theirs:
        a, b = mine[0].split("."), theirs[0].split(".")
        if len(a) > len(b):
            # "3.1.2" below "3.1"; a heading that skips a number ("3.1" printed in the text only) stays below "3".
            return a[: len(b)] == b or block.level > above.level
        if a[0] == b[0] or len(a) == len(b):
            return False
    elif theirs and depth_of_number(above.number) >= _DEEP and block.level == above.level:
        return True
    return block.level > above.level
