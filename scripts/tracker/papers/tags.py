"""What a PDF's tags say of its lines: which element holds a line, and whether that is a heading.

Office suites tag what they export, often wrongly: each bold line a heading, a whole page one paragraph. So tags are
believed, paper by paper, only where they agree with what can be seen (``paragraph_tags``, ``heading_tags``).
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pymupdf

from tracker.papers.columns import Column
from tracker.papers.lines import Line, is_marker
from tracker.papers.marks import starts_item
from tracker.papers.spacing import SENTENCE_END, Leadings, ends_early, leading_between
from tracker.records import Box

MOST_OBJECTS = 150_000
"""Larger files are read without their tags: a broken tree of that size takes minutes."""
MOST_ON_PAGE = 4_000
"""A page with more elements than this has a tag for each word; the tags are left alone."""
BLOCKS = re.compile(r"^(?:P|H\d?|LI|TD|TH|TOCI|Caption|Note|BlockQuote|Figure|Title)$")
"""Elements that can hold a paragraph; what stands inside them (Span, Link) does not part it."""
HEADING = re.compile(r"^H(?P<level>[1-6])?$")

ENOUGH_TOGETHER, ENOUGH_APART = 12, 4
"""Places where a paragraph clearly goes on, and clearly ends, that are enough to judge a paper's tags by."""
TOGETHER = 0.97
"""Share of lines that clearly go on which must stand in one element."""
APART = 0.9
"""Share of clear ends of paragraphs that must part two elements."""
CLEAR_SPACE = 0.4
"""Ems more than the usual leading that clearly end a paragraph."""
CLEARLY_SHORT = 0.3
"""Share of the column that a last line leaves free where a sentence and a paragraph clearly end."""

Path = tuple[int, ...]


@dataclass(frozen=True)
class Element:
    """The innermost element that holds a paragraph, by its standard name and its place in the tree."""

    tag: str
    path: Path

    @property
    def level(self) -> int:
        """The level of a heading, 0 for what is tagged as something else."""
        match = HEADING.match(self.tag)
        return int(match["level"] or 1) if match else 0

    def holds_both(self, other: Element) -> bool:
        """Whether lines of both are one paragraph; a label stands in the item, its text in a paragraph of it."""
        shared = min(len(self.path), len(other.path))
        return self.path[:shared] == other.path[:shared]


ElementOf = Callable[[Line], Element | None]
"""Tells the element that holds a line; None where the line has none or tags are not believed."""


def no_element(_line: Line) -> Element | None:
    """For papers without tags, and those whose tags are not believed."""
    return None


def read_tags(document: pymupdf.Document) -> ElementOf:
    """The tags of a paper as a function of lines; pages that are turned have none."""
    if document.xref_get_key(document.pdf_catalog(), "StructTreeRoot")[0] == "null":
        return no_element
    if document.xref_length() > MOST_OBJECTS:
        return no_element
    rows: dict[tuple[int, int], list[tuple[Box, Element]]] = defaultdict(list)
    for page in document:
        found = [] if page.rotation else list(itertools.islice(_elements(page), MOST_ON_PAGE))
        if len(found) == MOST_ON_PAGE:
            continue
        for box, element in found:
            for row in range(int(box[1] // 20), int(box[3] // 20) + 1):
                rows[page.number + 1, row].append((box, element))

    def element_of(line: Line) -> Element | None:
        word = next((w for w in line.words if not is_marker(w)), line.words[0])
        x, y = (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2
        for box, element in rows.get((line.page, int(y // 20)), ()):
            if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1:
                return element
        return None

    return element_of if rows else no_element


def _elements(page: pymupdf.Page) -> Iterator[tuple[Box, Element]]:
    flags = pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_COLLECT_STRUCTURE
    stack: list[tuple[Any, Path, Element | None]] = [
        (block, (), None) for block in reversed(page.get_text("dict", flags=flags)["blocks"])
    ]
    while stack:
        block, path, element = stack.pop()
        if block["type"] == 2:
            path = (*path, int(block["index"]))
            if BLOCKS.match(str(block["std"])):
                element = Element(str(block["std"]), path)
            stack.extend((inner, path, element) for inner in reversed(block["blocks"]))
        elif element is not None:
            yield from ((line["bbox"], element) for line in block.get("lines", ()))


def paragraph_tags(pages: Sequence[Sequence[Column]], leadings: Sequence[Leadings], element_of: ElementOf) -> ElementOf:
    """The same tags where they part and join lines as the print does, else none.

    Judged by the places where print leaves no doubt: a full line that goes on in small letters, a wide space.
    """
    if element_of is no_element:
        return no_element
    together = apart = joined = parted = 0
    for columns, leading in zip(pages, leadings, strict=True):
        for above, line, right in _neighbours(columns):
            one, other = element_of(above), element_of(line)
            if one is None or other is None:
                continue
            pitch = line.baseline - above.baseline
            usual = leading_between(above, line, leading)
            if clearly_goes_on(above, line, right) and pitch < usual + 1.0:
                together += 1
                joined += one.holds_both(other)
            elif SENTENCE_END.search(above.unmarked) and (
                pitch > usual + CLEAR_SPACE * line.size
                or (right - above.bbox[2] > CLEARLY_SHORT * (right - above.bbox[0]) and line.text[:1].isupper())
            ):
                apart += 1
                parted += not one.holds_both(other)
    if together < ENOUGH_TOGETHER or apart < ENOUGH_APART:
        return no_element
    # An element for each printed line joins nothing, one element for a whole page parts nothing.
    return element_of if joined >= TOGETHER * together and parted >= APART * apart else no_element


def _neighbours(columns: Sequence[Column]) -> Iterator[tuple[Line, Line, float]]:
    for column in columns:
        right = max((t.bbox[2] for t in column.things), default=0.0)
        for a, b in itertools.pairwise(column.things):
            if isinstance(a, Line) and isinstance(b, Line) and abs(a.size - b.size) < 0.3 and not starts_item(b):
                yield a, b, right


def clearly_goes_on(above: Line, line: Line, right: float) -> bool:
    """Whether a line carries on the sentence of a full line above it."""
    return (
        line.text[:1].islower()
        and SENTENCE_END.search(above.unmarked) is None
        and above.bold == line.bold
        and not ends_early(above, line, right)
    )
