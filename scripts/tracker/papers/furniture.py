"""What belongs to the page and not to the text: running heads and feet, page numbers, stamps, watermarks.

Evidence is position (the outer margins), repetition over pages, and a few fixed forms ("AGENDA ITEM 5", "Page 3 of 9").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import union
from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.edge_rows import table_rows
from tracker.papers.line_numbers import find_line_numbers
from tracker.papers.lines import Line, make_lines
from tracker.papers.margins import PAGE_NUMBER, MarginLine, margin_lines, page_numbers, printed_numbers
from tracker.papers.running_heads import goes_with_number, is_running_head, repetition_of
from tracker.records import BlockRole, Box

SIDE_MARGIN = 0.055
"""Sideways stamps stand within this share of the page's width from its left or right edge."""
OUTERMOST = 0.035
"""Small print closer to the edge than this share of the height is a foot even where it stands only once."""
SMALL_PRINT = 8.0
"""Points: what an outermost foot measures at most."""
WATERMARK_SIZE = 36.0
"""Points: slanted or pale words at least this large are a watermark."""
ALONE = 2
"""A letterhead's line has at most this many pieces, itself and one beside it; a row of a table has more."""
BAR = 4.0
"""Points: a bar of a chart is at least so wide and high; what is thinner is a rule."""
UNDER_BAR = 20.0
"""Points: the name of a standing bar is at most so far below its foot."""
PALE = 0xB0
"""All three colour parts of pale print are above this."""

STAMP = re.compile(
    r"^(?:agenda\s+)?item(?:\s+no\.?)?:?\s*\d{1,3}[a-z]?\.?$|^agenda\s+item\s*\d{1,3}[a-z]?$", re.IGNORECASE
)
BLANK = re.compile(
    r"^\W*this page (?:is|has been|was)?\s*(?:intentionally|deliberately)\s*(?:left\s*)?blank\W*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Furnishing:
    """A line of furniture on a page with its role."""

    page: int
    line: tuple[PrintedWord, ...]
    text: str
    bbox: Box
    role: BlockRole


@dataclass(frozen=True)
class Furnished:
    """A page without its furniture, the furniture, and the number that a reader sees on the page."""

    content: PageContent
    furniture: tuple[Furnishing, ...]
    printed: str


def find_furniture(contents: Sequence[PageContent]) -> list[Furnished]:
    """Each page without furniture, in the same order; needs all pages of the paper, since repetition tells."""
    candidates = margin_lines(contents)
    rows = {id(line) for c in contents for line in _table_rows(candidates[c.number], c)}
    headings = _mostly_rows([c for found in candidates.values() for c in found], rows)
    repetition = repetition_of(candidates, len(contents))
    numbers = page_numbers(candidates, len(contents))
    printed = printed_numbers(numbers, contents)
    counts = find_line_numbers(contents)
    out = []
    for content in contents:
        found: list[Furnishing] = []
        taken: set[int] = set()
        counted: list[tuple[list[PrintedWord], BlockRole]] = [(w, "") for w in [counts.get(content.number)] if w]
        for words, kind in _watermarks(content) + _sideways(content) + counted:
            found.append(_furnishing(content.number, words, kind))
            taken.update(id(w) for w in words)
        number_lines = {id(line) for line, _ in numbers.get(content.number, ())}
        lines = make_lines(content.number, content.words)
        for candidate in candidates[content.number]:
            line = candidate.line
            stamp = STAMP.match(line.text.strip())
            if not stamp and (id(line) in rows or (candidate.edge, candidate.shape) in headings):
                continue
            if candidate.edge == "bottom" and id(line) not in number_lines and _names_a_bar(line, content):
                continue
            role: BlockRole = ""
            if id(line) in number_lines and not _among_numbers(line, lines):
                role = "page_number"
            elif stamp:
                role = "stamp"
            elif (
                is_running_head(candidate, candidates[content.number], lines, repetition)
                or _is_outermost_print(line, content)
                or goes_with_number(candidate, candidates[content.number], number_lines, lines, repetition)
                or (_is_letterhead(candidate, content) and not _in_row(line, lines))
            ):
                role = "running_head"
            if role:
                found.append(_furnishing(content.number, line.words, role))
                taken.update(id(w) for w in line.words)
        rest = [w for w in content.words if id(w) not in taken]
        blank = _blank_notice(content.number, rest)
        if blank:
            found.append(blank)
            gone = {id(w) for w in blank.line}
            rest = [w for w in rest if id(w) not in gone]
        out.append(Furnished(replace(content, words=tuple(rest)), tuple(found), printed.get(content.number, "")))
    return out


def _furnishing(page: int, words: Sequence[PrintedWord], role: BlockRole) -> Furnishing:
    text = " ".join(w.text for w in words)
    return Furnishing(page, tuple(words), text, union(w.bbox for w in words), role)


def _table_rows(candidates: Sequence[MarginLine], content: PageContent) -> list[Line]:
    """The candidates of a page that are rows of a table."""
    lines = make_lines(content.number, content.words) if len(candidates) > 1 else []
    found: list[Line] = []
    for edge in ("top", "bottom"):
        here = [c.line for c in candidates if c.edge == edge]
        if len(here) > 1:
            found += table_rows(here, lines, content, top=edge == "top")
    return found


def _mostly_rows(candidates: Sequence[MarginLine], rows: set[int]) -> set[tuple[str, str]]:
    """(edge, text) of what is a table's row on half of its pages and more: it is one on the others too.

    The last page of a table may have too little under the repeated head to show its columns.
    """
    seen = Counter((c.edge, c.shape) for c in candidates)
    told = Counter((c.edge, c.shape) for c in candidates if id(c.line) in rows)
    return {kind for kind, n in told.items() if 2 * n >= seen[kind]}


def _watermarks(content: PageContent) -> list[tuple[list[PrintedWord], BlockRole]]:
    marks = [
        w for w in content.words if w.size >= WATERMARK_SIZE and (w.angle % 90 > 3 or (_is_pale(w.colour) and w.angle))
    ]
    return [(marks, "watermark")] if marks else []


def _is_pale(colour: int) -> bool:
    return all((colour >> shift & 255) > PALE for shift in (16, 8, 0)) and colour != 0xFFFFFF


def _sideways(content: PageContent) -> list[tuple[list[PrintedWord], BlockRole]]:
    """Stamps that run up or down the outer margin."""
    edge = SIDE_MARGIN * content.width
    columns: dict[tuple[float, int], list[PrintedWord]] = defaultdict(list)
    for w in content.words:
        inside = w.bbox[2] < edge or w.bbox[0] > content.width - edge
        if w.angle in (90.0, 270.0) and inside:
            columns[w.angle, round((w.bbox[0] + w.bbox[2]) / 6)].append(w)
    out: list[tuple[list[PrintedWord], BlockRole]] = []
    for (angle, _), words in columns.items():
        words.sort(key=lambda w: -w.bbox[3] if angle == 90.0 else w.bbox[1])
        text = " ".join(w.text for w in words)
        out.append((words, "stamp" if STAMP.match(text) else "running_head"))
    return out


def _is_outermost_print(line: Line, content: PageContent) -> bool:
    edge = OUTERMOST * content.height
    outside = line.bbox[3] < edge or line.bbox[1] > content.height - edge
    return outside and line.size <= SMALL_PRINT


def _is_letterhead(candidate: MarginLine, content: PageContent) -> bool:
    """A name at the top right above a rule, as letters and forms have it."""
    if candidate.edge != "top" or candidate.line.bbox[2] < 0.8 * content.width:
        return False
    if candidate.line.bbox[0] < 0.4 * content.width:
        return False
    box = candidate.line.bbox
    return any(
        s.bbox[3] - s.bbox[1] < 3 and s.bbox[2] - s.bbox[0] > 0.5 * content.width and 0 <= s.bbox[1] - box[3] < 20
        for s in content.shapes
    )


def _names_a_bar(line: Line, content: PageContent) -> bool:
    """Whether a line stands right under one of several bars on one base: slide after slide has a chart at its foot."""
    middle = (line.bbox[0] + line.bbox[2]) / 2
    over = [
        shape.bbox
        for shape in content.shapes
        if shape.fill is not None
        and BAR <= shape.bbox[2] - shape.bbox[0] <= content.width / 3
        and shape.bbox[3] - shape.bbox[1] >= BAR
        and 0 <= line.bbox[1] - shape.bbox[3] <= UNDER_BAR
    ]
    own = [box for box in over if box[0] <= middle <= box[2]]
    return any(
        abs(box[3] - other[3]) < 1 and (box[2] <= other[0] or other[2] <= box[0]) for box in own for other in over
    )


def _in_row(line: Line, lines: Sequence[Line]) -> bool:
    """Whether other words stand on the same line of the page: then it is a row of a table at the top of its page."""
    return sum(abs(other.baseline - line.baseline) < line.size / 2 for other in lines) > ALONE


def _among_numbers(line: Line, lines: Sequence[Line]) -> bool:
    """Whether several numbers stand on the same line of the page: then it is a row of figures."""
    row = [other for other in lines if abs(other.baseline - line.baseline) < line.size / 2]
    return sum(PAGE_NUMBER.match(other.text.strip()) is not None for other in row) > ALONE


def _blank_notice(page: int, words: Sequence[PrintedWord]) -> Furnishing | None:
    if not 4 <= len(words) <= 12:
        return None
    if BLANK.match(" ".join(w.text for w in words)):
        return _furnishing(page, words, "blank_page")
    return None
