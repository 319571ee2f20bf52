"""From a stretch of a block's text to its place on the page, and the words that stand there.

In: a paper and a block, a cell or a label of it. Out: a ``Source`` whose boxes are one rectangle a text line, in points
from the top left, and whose ``words`` are all whole words with their centres inside those boxes. Whoever reads the page
again by other means finds the same words there: that is what makes a source a proof.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tracker.records import Block, Box, Page, Paper, Part, Source, Word


def page_of(paper: Paper, number: int) -> Page:
    """The page with this number in the file. Raises ``KeyError`` when the paper has no such page."""
    if 0 < number <= len(paper.pages) and paper.pages[number - 1].number == number:
        return paper.pages[number - 1]
    for page in paper.pages:
        if page.number == number:
            return page
    raise KeyError(number)


def source_of(paper_id: str, paper: Paper, block: Block, start: int, end: int) -> Source:
    """The place of ``block.text[start:end]``: every whole word that the stretch touches, page of its first word."""
    touched = _touched(block.words, start, end)
    if not touched:
        return _source(paper_id, paper, block, block.parts[:1], block.text[start:end])
    boxes = _line_boxes(touched)
    return _source(paper_id, paper, block, boxes, _words_inside(paper, block, boxes))


def source_of_block(paper_id: str, paper: Paper, block: Block) -> Source:
    """The place of a whole block: its words. A table is pointed at by its first row, a figure by the words inside it,
    one without words by its outline."""
    if block.words:
        return source_of(paper_id, paper, block, 0, len(block.text))
    head = next(([c for c in row if c and c.part] for row in block.rows if any(c and c.part for c in row)), [])
    if head:
        boxes = [c.part for c in head if c.part]
        return _source(paper_id, paper, block, boxes, " ".join(c.text for c in head))
    if block.labels:
        boxes = [label.part for label in block.labels]
        return _source(paper_id, paper, block, boxes, " ".join(label.text for label in block.labels))
    return _source(paper_id, paper, block, block.parts, block.text)


def source_of_cell(paper_id: str, paper: Paper, block: Block, row: int, column: int) -> Source:
    """The place of a table's cell. An empty cell, or the room under a spanning one, has its table's place."""
    cell = block.rows[row][column]
    if cell is None or cell.part is None:
        return _source(paper_id, paper, block, block.parts[:1], "" if cell is None else cell.text)
    return _source(paper_id, paper, block, (cell.part,), cell.text)


def source_of_label(paper_id: str, paper: Paper, block: Block, index: int) -> Source:
    """The place of a line of words inside a figure."""
    label = block.labels[index]
    return _source(paper_id, paper, block, (label.part,), label.text)


def joined_source(sources: Sequence[Source]) -> Source:
    """One place made of several that follow one another: an answer of two paragraphs. Raises on none."""
    first = sources[0]
    return first.model_copy(
        update={
            "boxes": tuple(box for source in sources for box in source.boxes),
            "words": " ".join(source.words for source in sources if source.words),
        }
    )


def _source(paper_id: str, paper: Paper, block: Block, boxes: Sequence[Part], words: str) -> Source:
    number = boxes[0].page if boxes else page_number(block)
    try:
        printed = page_of(paper, number).printed
    except KeyError:
        printed = ""
    return Source(
        paper=paper_id,
        page=number,
        printed=printed,
        block=block.id,
        boxes=tuple(boxes),
        words=" ".join(words.split()),
    )


def page_number(block: Block) -> int:
    """The page a block begins on, by its parts, else by its id."""
    if block.parts:
        return block.parts[0].page
    head = block.id.split("-")[0].removeprefix("p")
    return int(head) if head.isdigit() else 1


def _touched(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Words with a character in the stretch. A word parted at a line's end is two words in one: both are touched
    only where the stretch reaches their own characters."""
    touched = []
    for index, word in enumerate(words):
        stop = word.start + len(word.text)
        if index + 1 < len(words):
            stop = min(stop, max(words[index + 1].start, word.start + 1))
        if word.start < end and stop > start:
            touched.append(word)
    return touched


def line_starts(block: Block) -> tuple[int, ...]:
    """Where in its text (characters) each printed line of a block begins, the first left out."""
    return tuple(word.start for before, word in pairwise(block.words) if not _beside(before, word))


def _line_boxes(words: Iterable[Word]) -> tuple[Part, ...]:
    """One rectangle for each line: a new line begins where a word does not stand beside the one before it."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and _beside(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(Part(page=line[0].page, bbox=_outline([w.bbox for w in line])) for line in lines)


def _beside(before: Word, word: Word) -> bool:
    if before.page != word.page or word.bbox[0] < before.bbox[0]:
        return False
    top, bottom = max(before.bbox[1], word.bbox[1]), min(before.bbox[3], word.bbox[3])
    low = min(before.bbox[3] - before.bbox[1], word.bbox[3] - word.bbox[1])
    return bottom - top > 0.4 * low


def _outline(boxes: Sequence[Box]) -> Box:
    """The rectangle round the boxes, rounded outwards to hundredths so that no centre falls out."""
    return (
        math.floor(min(b[0] for b in boxes) * 100) / 100,
        math.floor(min(b[1] for b in boxes) * 100) / 100,
        math.ceil(max(b[2] for b in boxes) * 100) / 100,
        math.ceil(max(b[3] for b in boxes) * 100) / 100,
    )


def _words_inside(paper: Paper, block: Block, boxes: Sequence[Part]) -> str:
    """All words with their centres in the boxes, box after box, each once; words of neighbours too."""
    pool = list(block.words)
    for number in sorted({part.page for part in boxes}):
        try:
            page = page_of(paper, number)
        except KeyError:
            continue
        for other in page.blocks:
            if other.id == block.id or not any(_meet(p, b) for p in other.parts for b in boxes):
                continue
            pool.extend(other.words)
            if not other.words and other.kind == "furniture" and len(other.text.split()) == 1:
                # A watermark is one large word across the page: its centre falls into some line.
                pool.extend(Word(text=other.text, page=p.page, bbox=p.bbox, start=0) for p in other.parts)
    seen: set[int] = set()
    found: list[str] = []
    for box in boxes:
        inside = [(w.bbox[0], i, w) for i, w in enumerate(pool) if i not in seen and _centre_in(w, box)]
        seen.update(i for _, i, _ in inside)
        found.extend(w.text for _, _, w in sorted(inside, key=lambda t: t[:2]))
    return " ".join(found)


def _meet(one: Part, other: Part) -> bool:
    a, b = one.bbox, other.bbox
    return one.page == other.page and a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _centre_in(word: Word, part: Part) -> bool:
    x, y = (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2
    left, top, right, bottom = part.bbox
    return word.page == part.page and left <= x <= right and top <= y <= bottom
