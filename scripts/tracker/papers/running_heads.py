"""Which lines in the margins are running heads and feet: what stands in the same place on page after page.

In: the candidates of all pages, since repetition tells. Out: what repeats over the paper, and for one candidate whether
it is one of those, apart from the page's own text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from tracker.papers.lines import Line
from tracker.papers.margins import PAGE_NUMBER, MarginLine, spelt_out

APART = 0.8
"""A running head stands at least this many of its own sizes away from the text of the page."""
REPEATS = 3
"""A head or foot is one that stands in the same place on as many pages (two, in papers of two or three pages)."""
FOOT_LINES = 2.2
"""Of its own sizes at most stand between a foot and the page number that it goes with."""

_Place = tuple[str, int, float, int]
"""An edge, how far from it a line stands, its size and where it begins, in points."""


@dataclass(frozen=True)
class Repetition:
    """What stands on page after page of a paper.

    ``lines`` are (edge, text with # for numbers, offset in steps of 4 points), ``places`` where such heads stand on
    many pages, ``counting`` the lines (edge, text, how far their number is ahead of the page's) that count the pages.
    """

    lines: Set[tuple[str, str, int]]
    places: Set[_Place]
    counting: Set[tuple[str, str, int | None]]


def repetition_of(candidates: dict[int, list[MarginLine]], pages: int) -> Repetition:
    """What the margins' lines repeat; ``candidates`` by page number."""
    every = [c for found in candidates.values() for c in found]
    lines = _repeated(candidates, pages)
    ahead = Counter((c.edge, c.shape, c.ahead) for c in every if c.ahead is not None)
    counting = frozenset(kind for kind, n in ahead.items() if n >= REPEATS)
    return Repetition(frozenset(lines), frozenset(_running_places(every, lines)), counting)


def is_running_head(
    candidate: MarginLine, others: Sequence[MarginLine], lines: Sequence[Line], repetition: Repetition
) -> bool:
    """Whether a candidate recurs, or stands where heads do, and counts the pages or is apart from the page's text.

    ``others`` are the candidates of its page, ``lines`` all lines of the page.
    """
    if not (_recurs(candidate, repetition.lines) or _has_a_chapters_place(candidate, repetition.places, lines)):
        return False
    counts = (candidate.edge, candidate.shape, candidate.ahead) in repetition.counting
    return counts or _stands_apart(candidate, others, lines, repetition.lines)


def _repeated(candidates: dict[int, list[MarginLine]], pages: int) -> set[tuple[str, str, int]]:
    """(edge, text with # for numbers, offset in steps of 4 points) that stand on enough pages."""
    seen: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for number, found in candidates.items():
        for c in found:
            if len(c.shape.replace("#", "").strip()) >= 2 and len(c.line.text) <= 160:
                seen[c.edge, c.shape][number] = c.offset
    need = REPEATS if pages > 3 else 2
    out = set()
    for (edge, shape), where in seen.items():
        steps = Counter(round(offset / 4) for offset in where.values())
        for step, count in steps.items():
            near = count + steps.get(step - 1, 0) + steps.get(step + 1, 0)
            if near >= need:
                out.add((edge, shape, step))
    return out


def _recurs(candidate: MarginLine, repeated: Set[tuple[str, str, int]]) -> bool:
    return (candidate.edge, candidate.shape, round(candidate.offset / 4)) in repeated


def _place(candidate: MarginLine) -> _Place:
    line = candidate.line
    return candidate.edge, round(candidate.offset), round(line.size, 1), round(line.bbox[0])


def _running_places(candidates: Sequence[MarginLine], repeated: Set[tuple[str, str, int]]) -> set[_Place]:
    """Places where running heads stand on many pages: a chapter of two pages has its head there too."""
    seen = Counter(_place(c) for c in candidates if _recurs(c, repeated) and not PAGE_NUMBER.match(c.line.text.strip()))
    return {place for place, n in seen.items() if n >= REPEATS}


def _has_a_chapters_place(candidate: MarginLine, places: Set[_Place], lines: Sequence[Line]) -> bool:
    """Whether a line stands where other pages have their running head, with the page number on the same line."""
    if _place(candidate) not in places:
        return False
    return any(PAGE_NUMBER.match(x.text.strip()) for x in lines if _level(x, candidate.line))


def _level(one: Line, other: Line) -> bool:
    return one is not other and one.bbox != other.bbox and abs(one.baseline - other.baseline) < 1


def _stands_apart(
    candidate: MarginLine, others: Sequence[MarginLine], lines: Sequence[Line], repeated: Set[tuple[str, str, int]]
) -> bool:
    """Whether there is air between a head or foot and the page's own text further in."""
    x0, y0, x1, y1 = candidate.line.bbox
    kin = {o.line.text for o in others if o.edge == candidate.edge and _recurs(o, repeated)}
    for line in lines:
        if line.text in kin or line.bbox[2] < x0 or line.bbox[0] > x1:
            continue
        air = line.bbox[1] - y1 if candidate.edge == "top" else y0 - line.bbox[3]
        if -candidate.line.size < air < APART * candidate.line.size and line.baseline != candidate.line.baseline:
            return False
    return True


def goes_with_number(
    candidate: MarginLine,
    others: Sequence[MarginLine],
    numbers: set[int],
    lines: Sequence[Line],
    repetition: Repetition,
) -> bool:
    """Whether a line stands by the spelt-out page number in the same print, apart from the text: a foot of one page."""
    line = candidate.line
    beside = any(
        id(o.line) in numbers
        and o.edge == candidate.edge
        and spelt_out(o.line.text)
        and abs(o.line.size - line.size) < 0.3
        and abs(o.line.baseline - line.baseline) < FOOT_LINES * line.size
        for o in others
    )
    smaller = line.size < max((x.size for x in lines), default=0.0) and not line.text[:1].isdigit()
    unlike = [x for x in lines if x.size != line.size]
    return beside and smaller and _stands_apart(candidate, others, unlike, repetition.lines)
