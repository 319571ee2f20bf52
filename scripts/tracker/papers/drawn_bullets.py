"""Bullets that are drawn and not printed: browsers and layout programs paint a disc where others set a letter.

A drawn bullet is told from a chart's mark or a legend's key by its fellows: two or more of one look stand exactly below
each other in the paper, each before the beginning of a line and no taller than its letters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.papers.content import PageContent, Picture, PrintedWord, Shape

LEAST, MOST = 1.5, 9.0
"""Points: how wide and high a drawn bullet is."""
ROUND = 1.5
"""Times its lesser side: a longer mark is a dash of a drawing."""
LOWER_THAN_TEXT = 0.75
"""Ems: a bullet is no taller than a small letter's place in its line."""
GAP = (0.2, 3.5)
"""Ems between the bullet and the text that it begins."""
ALONE = 1.2
"""Ems between the bullet and what is printed to its left, which is another column's."""
FELLOWS = 2


@dataclass(frozen=True)
class _Dot:
    page: int
    mark: Picture | Shape
    word: PrintedWord
    """The first word of the line that the mark stands before."""

    @property
    def look(self) -> tuple[str, int, int, int | None, int]:
        x0, y0, x1, y1 = self.mark.bbox
        kind, colour = ("picture", self.mark.colour) if isinstance(self.mark, Picture) else ("box", self.mark.fill)
        return kind, round(x1 - x0), round(y1 - y0), colour, round(x0)


def with_drawn_bullets(contents: Sequence[PageContent]) -> list[PageContent]:
    """The pages with a printed "•" for each drawn bullet, and without the drawing of it."""
    dots = [dot for content in contents for dot in _dots(content)]
    fellows = Counter(dot.look for dot in dots)
    by_page: dict[int, list[_Dot]] = defaultdict(list)
    for dot in dots:
        kind, wide, high, colour, x = dot.look
        if sum(fellows[kind, wide, high, colour, x + step] for step in (-1, 0, 1)) >= FELLOWS:
            by_page[dot.page].append(dot)
    return [_printed(content, by_page[content.number]) if by_page[content.number] else content for content in contents]


def _dots(content: PageContent) -> Iterator[_Dot]:
    """Small marks on a page that stand directly before the first word of a line."""
    filled = [s for s in content.shapes if s.fill is not None and s.fill != 0xFFFFFF]
    drawn: list[Picture | Shape] = [*content.pictures, *filled]
    marks = [m for m in drawn if _is_small(m)]
    if not marks:
        return
    rows: dict[int, list[PrintedWord]] = defaultdict(list)
    for word in content.words:
        if not word.angle and not word.hidden:
            rows[int(word.baseline // 10)].append(word)
    for mark in marks:
        x0, y0, x1, y1 = mark.bbox
        middle = (y0 + y1) / 2
        step = int(middle // 10)
        beside = [
            w
            for row in range(step - 1, step + 4)
            for w in rows.get(row, ())
            if w.baseline - 0.8 * w.size < middle < w.baseline + 0.05 * w.size
        ]
        right = min((w for w in beside if w.bbox[0] >= x1 - 0.5), key=lambda w: w.bbox[0], default=None)
        if right is None or y1 - y0 > LOWER_THAN_TEXT * right.size:
            continue
        alone = all(w.bbox[2] < x0 - ALONE * w.size or w.bbox[0] > x1 - 0.5 for w in beside)
        if alone and GAP[0] * right.size <= right.bbox[0] - x1 <= GAP[1] * right.size:
            yield _Dot(content.number, mark, right)


def _is_small(mark: Picture | Shape) -> bool:
    wide, high = mark.bbox[2] - mark.bbox[0], mark.bbox[3] - mark.bbox[1]
    return LEAST <= wide <= MOST and LEAST <= high <= MOST and max(wide, high) <= ROUND * min(wide, high)


def _printed(content: PageContent, dots: Sequence[_Dot]) -> PageContent:
    drawn = {id(dot.mark) for dot in dots}
    first: dict[int, _Dot] = {}
    for dot in dots:
        first.setdefault(id(dot.word), dot)
    words: list[PrintedWord] = []
    for word in content.words:
        found = first.get(id(word))
        if found is not None:
            bullet = replace(word, text="•", bbox=found.mark.bbox, bold=False, italic=False, rise=0.0, joined=False)
            words.append(bullet)
        words.append(word)
    return replace(
        content,
        words=tuple(words),
        shapes=tuple(s for s in content.shapes if id(s) not in drawn),
        pictures=tuple(p for p in content.pictures if id(p) not in drawn),
    )
