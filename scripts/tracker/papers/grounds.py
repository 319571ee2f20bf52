"""The coloured or framed boxes that text stands in."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.content import PageContent, PrintedWord, Shape
from tracker.papers.lines import Line
from tracker.papers.numerals import LARGE
from tracker.records import Box

LEAST_HEIGHT = 12.0
"""Points: a lower shape is a bar or a rule."""
CARD_HEIGHT = 36.0
"""Points: a coloured row of a table is lower than this, a card with a number and its words higher."""
MEETS = 1.0
"""Points between the edges of two pieces of one card."""
ON_CARDS = 0.9
"""Share of the words that stand on cards; in a table with coloured heads the figures stand outside."""
MOST_OF_PAGE = 0.7
"""A ground over more of the page than this is the page's own."""


def find_grounds(content: PageContent, lines: Sequence[Line]) -> list[Box]:
    """Boxes that hold whole lines: filled other than white, pictures under text, or framed on four sides."""
    page = content.width * content.height
    found: list[Box] = []
    shapes = _piled([s for s in content.shapes if _is_ground(s.fill, s.stroke)])
    shapes += [p.bbox for p in content.pictures]
    for box in shapes:
        wide, high = box[2] - box[0], box[3] - box[1]
        if high < LEAST_HEIGHT or wide < 3 * LEAST_HEIGHT or wide * high > MOST_OF_PAGE * page:
            continue
        inside = [line for line in lines if _holds(box, line.bbox)]
        if not inside or any(_cuts(box, line.bbox) for line in lines):
            continue
        if any(all(abs(p - q) < 12 for p, q in zip(box, other, strict=True)) for other in found):
            continue
        found.append(box)
    return found


def lies_on_cards(words: Sequence[PrintedWord], grounds: Sequence[Box]) -> bool:
    """Whether words stand on two or more high grounds side by side: cards with a number each, not a table. A column of
    text may run beside cards with a large figure each."""
    cards: list[Box] = []
    for ground in sorted(grounds):
        apart = not cards or ground[0] >= cards[-1][2] - 1
        if apart and ground[3] - ground[1] >= CARD_HEIGHT and sum(_holds(ground, w.bbox) for w in words) >= 2:
            cards.append(ground)
    if len(cards) < 2:
        return False
    beside = [w.bbox for w in words if not any(_holds(card, w.bbox) for card in cards)]
    if len(beside) <= (1 - ON_CARDS) * len(words):
        return True
    aside = all(b[2] <= cards[0][0] for b in beside) or all(b[0] >= cards[-1][2] for b in beside)
    sizes = [[w.size for w in words if _holds(card, w.bbox)] for card in cards]
    return aside and all(max(of_card) >= LARGE * min(of_card) for of_card in sizes)


def _piled(shapes: Sequence[Shape]) -> list[Box]:
    """The boxes of shapes, those of one colour and width that stand edge on edge as one: a card is often drawn in
    pieces, for its number and for its words. Cells of a table touch at their sides too and are left as they are."""
    stacks: dict[tuple[int | None, int, int], list[Box]] = {}
    for shape in shapes:
        x0, _, x1, _ = shape.bbox
        stacks.setdefault((shape.fill, round(x0), round(x1)), []).append(shape.bbox)
    out: list[Box] = []
    for (fill, left, right), boxes in stacks.items():
        piles: list[list[Box]] = []
        for box in sorted(boxes, key=lambda b: b[1]):
            if piles and fill is not None and abs(box[1] - piles[-1][-1][3]) <= MEETS:
                piles[-1].append(box)
            else:
                piles.append([box])
        if len(piles) < len(boxes) and any(
            tone == fill and (abs(begins - right) <= 2 * MEETS or abs(ends - left) <= 2 * MEETS)
            for tone, begins, ends in stacks
        ):
            piles = [[box] for box in boxes]
        out += [union(pile) for pile in piles]
    return out


def _is_ground(fill: int | None, stroke: int | None) -> bool:
    return (fill is not None and fill != 0xFFFFFF) or (fill is None and stroke is not None)


def _holds(box: Box, line: Box) -> bool:
    return box[0] - 2 <= line[0] and line[2] <= box[2] + 2 and box[1] - 3 <= line[1] and line[3] <= box[3] + 3


def _cuts(box: Box, line: Box) -> bool:
    """Whether a line runs out of the box at its side: a highlighted stretch of a line is no ground."""
    middle = (line[1] + line[3]) / 2
    inside = min(box[2], line[2]) - max(box[0], line[0])
    return box[1] < middle < box[3] and inside > 2 and not _holds(box, line)
