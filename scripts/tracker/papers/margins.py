"""Lines in the outer margins, where running heads, feet and page numbers stand, and which of them are page numbers.

A series is a place on the page and a distance between page in file and printed number that stay the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.content import PageContent
from tracker.papers.lines import Line, make_lines
from tracker.papers.marks import roman_value

MARGIN = 0.09
"""Running heads and feet stand within this share of the page's height from its top or bottom edge."""
DEEP_FOOT = 0.15
"""… and feet of office programs higher still, where they are the lowest print of at least three pages, at one place."""
DEEP_PAGES = 3
PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—|\[(]?\s*(?P<number>\d{1,4}|[A-Z]-?\d{1,3}|[ivxl]{1,7})\s*[-–—|\])]?(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*page)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MarginLine:
    """A line near the ``edge`` ("top", "bottom") of a page; ``offset`` is its baseline's distance from it in points."""

    page: int
    line: Line
    edge: str
    offset: float

    @property
    def shape(self) -> str:
        """Its text with # for each number, by which the heads of several pages are found alike."""
        return re.sub(r"\d+", "#", self.line.text.lower())

    @property
    def ahead(self) -> int | None:
        """By how much the last number at the line's end or beginning is ahead of the page in the file."""
        match = re.search(r"(\d{1,4})$|^(\d{1,4})\b", self.line.text.strip())
        return int(match[1] or match[2]) - self.page if match else None


def margin_lines(contents: Sequence[PageContent]) -> dict[int, list[MarginLine]]:
    """For each page the lines that stand in its top or bottom margin, with feet that stand higher up on many pages."""
    lowest = {c.number: _lowest_lines(c) for c in contents}
    places = Counter((c.shape, round(c.offset)) for found in lowest.values() for c in found)
    out = {}
    for content in contents:
        found = _in_margins(content)
        deep = [
            c
            for c in lowest[content.number]
            if sum(places[c.shape, round(c.offset) + step] for step in (-1, 0, 1)) >= DEEP_PAGES
            and c.line.bbox[3] < max((f.line.bbox[1] for f in found if f.edge == "bottom"), default=content.height) + 1
            and all(f.line.bbox != c.line.bbox for f in found)
        ]
        out[content.number] = found + deep
    return out


def _lowest_lines(content: PageContent) -> list[MarginLine]:
    """The lowest row of print on a page, where it stands in the lower part, above the margin."""
    level = [w for w in content.words if not w.angle and not w.hidden]
    foot = max((w.baseline for w in level), default=0.0)
    row = [w for w in level if w.baseline > foot - 0.3 * w.size]
    if not (1 - DEEP_FOOT) * content.height < foot < (1 - MARGIN / 2) * content.height:
        return []
    return [
        MarginLine(content.number, line, "bottom", content.height - line.baseline)
        for line in make_lines(content.number, row)
    ]


def _in_margins(content: PageContent) -> list[MarginLine]:
    """The lines of a page whose middle stands in its top or bottom margin."""
    zone = MARGIN * content.height
    words = [w for w in content.words if w.bbox[1] < zone or w.bbox[3] > content.height - zone]
    out = []
    for line in make_lines(content.number, words):
        middle = (line.bbox[1] + line.bbox[3]) / 2
        if middle < zone:
            out.append(MarginLine(content.number, line, "top", line.baseline))
        elif middle > content.height - zone:
            out.append(MarginLine(content.number, line, "bottom", content.height - line.baseline))
    return out


YEARS = range(1950, 2100)
FEWEST_LIKE_YEARS = 4
"""Pages that go on so before "2025" at the foot of one and "2026" of the next are page numbers, not years of charts."""


def page_numbers(candidates: dict[int, list[MarginLine]], pages: int) -> dict[int, list[tuple[Line, str]]]:
    """Lines that are nothing but a page number, for each page, the most far-reaching series first."""
    forms: dict[int, list[tuple[MarginLine, str, int]]] = defaultdict(list)
    series: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, found in candidates.items():
        for c in found:
            match = PAGE_NUMBER.match(c.line.text.strip())
            if not match:
                continue
            printed = match["number"]
            value = _value(printed)
            if value is None:
                continue
            forms[number].append((c, printed, value))
            series[c.edge, value - number].add(number)
    out: dict[int, list[tuple[Line, str]]] = {}
    for number, entries in forms.items():
        good = []
        for c, printed, value in entries:
            reach = len(series[c.edge, value - number])
            if value in YEARS and reach < FEWEST_LIKE_YEARS and not spelt_out(c.line.text):
                continue
            if reach >= 2 or pages == 1 or spelt_out(c.line.text) or value == number:
                good.append((reach, -_edge_distance(c), c.line, printed))
        good.sort(key=lambda entry: (-entry[0], -entry[1]))
        out[number] = [(line, printed) for _, _, line, printed in good]
    return out


def _edge_distance(candidate: MarginLine) -> float:
    """How far from its edge a number stands: a pack's own number is stamped outside those of its papers."""
    return candidate.offset if candidate.edge == "bottom" else candidate.line.baseline


def spelt_out(text: str) -> bool:
    """Whether a page number says that it is one ("Page 3")."""
    return "page" in text.lower()


def _value(printed: str) -> int | None:
    digits = re.sub(r"^[A-Za-z]-?(?=\d)", "", printed)
    if digits.isdigit():
        return int(digits)
    return roman_value(printed)


def printed_numbers(numbers: dict[int, list[tuple[Line, str]]], contents: Sequence[PageContent]) -> dict[int, str]:
    """The number to cite for each page: the far-reaching series first, then the PDF's own label."""
    printed = {page: entries[0][1] for page, entries in numbers.items() if entries}
    for content in contents:
        if content.number not in printed and content.label and content.label != str(content.number):
            printed[content.number] = content.label
    return printed
