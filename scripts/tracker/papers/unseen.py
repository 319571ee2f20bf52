"""Words that a PDF holds but no reader sees: in their ground's colour, under a box or a picture, tiny, transparent.

A redaction that only paints over a name leaves the name in the file. What looks suspicious by colour, or by the order
in which the page is painted, is judged by the page as painted: a word is unseen where nothing stands out at its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import pymupdf

from tracker.papers.boxes import area, common
from tracker.papers.content import Picture, PrintedWord, Shape
from tracker.papers.doubts import MANY_OUTLINES, is_outline
from tracker.papers.painted import COVERED, LEAST_CONTRAST, Painted, core_of, makes_no_difference, share_in, turned
from tracker.records import Box

SCAN = 0.6
"""Pictures over this share of the page make it a scan; hidden words on it are its text layer."""
LEAST_SIZE = 1.0
"""Points: nobody reads smaller print."""
LEAST_COVER = 4.0
"""Points: what is narrower is a rule, not a cover."""
WHITE = 0xFFFFFF
SQUARE = 48.0
"""Points: the side of the squares by which covers and words find each other."""
MOST_SQUARES = 60
"""Squares from the corner, beyond which all of a sheet larger than A0 shares the last."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Cover:
    """Something painted that may lie over words; ``order`` is its turn in painting the page."""

    box: Box
    order: int
    is_picture: bool = False
    is_solid: bool = False
    """A box filled through and through."""


def without_unseen(
    page: pymupdf.Page,
    words: Sequence[PrintedWord],
    shapes: Sequence[Shape],
    bitmaps: Sequence[Picture],
    drawn: Sequence[Picture],
    drawings: Sequence[dict[str, Any]],
    turn: pymupdf.Matrix | None,
) -> tuple[list[PrintedWord], int]:
    """The words that a reader sees, and how many are left out.

    ``words``, ``shapes``, ``bitmaps`` and ``drawn`` curves lie on the page as displayed; ``drawings`` are PyMuPDF's
    own, before the page's ``turn``. The hidden text layer of a scan, or of letters drawn as outlines, is kept, as
    ``hidden``: it is what there is to read.
    """
    if not words:
        return [], 0
    width, height = page.rect.width, page.rect.height
    hidden = sum(w.hidden for w in words)
    scanned = sum(area(b.bbox) for b in bitmaps) > SCAN * width * height
    outlined = sum(is_outline(p) for p in drawn) >= MANY_OUTLINES
    layered = (scanned or outlined) and 2 * hidden > len(words)
    kept = [w for w in words if (layered or not w.hidden) and not _is_tiny(w) and _is_on(w.bbox, width, height)]
    gone = _marked_for_redaction(page, kept, turn)
    covers = _covers(drawings, bitmaps, turn)
    if covers:
        kept, covered = _under_covers(page, kept, covers, turn)
        gone |= covered
    pale = [w for w in _pale(kept, shapes) if id(w) not in gone]
    if pale:
        painted = Painted(page, [w.bbox for w in pale])
        gone |= {id(w) for w in pale if painted.is_even(core_of(w))}
    kept = [w for w in kept if id(w) not in gone]
    return kept, len(words) - len(kept)


# ---- what looks suspicious


def _is_tiny(word: PrintedWord) -> bool:
    x0, y0, x1, y1 = word.bbox
    return word.size < LEAST_SIZE and min(x1 - x0, y1 - y0) < LEAST_SIZE


def _is_on(box: Box, width: float, height: float) -> bool:
    return 0 <= (box[0] + box[2]) / 2 <= width and 0 <= (box[1] + box[3]) / 2 <= height


def _pale(words: Sequence[PrintedWord], shapes: Sequence[Shape]) -> list[PrintedWord]:
    """Words in about the colour of the filled box that they stand in, or white ones that stand in none."""
    colours = {w.colour for w in words}
    fills = {s.fill for s in shapes if s.fill is not None} | {WHITE}
    suspicious = {c for c in colours if any(_is_like(c, f) for f in fills)}
    if not suspicious:
        return []
    grounds = [s for s in shapes if s.fill is not None and min(_sides(s.bbox)) >= LEAST_COVER]
    found = []
    for word in words:
        if word.colour not in suspicious or word.hidden:
            continue
        ground = next((s.fill for s in reversed(grounds) if share_in(word.bbox, s.bbox) >= COVERED), WHITE)
        if ground is not None and _is_like(word.colour, ground):
            found.append(word)
    return found


def _is_like(colour: int, other: int) -> bool:
    return all(abs((colour >> shift & 255) - (other >> shift & 255)) < LEAST_CONTRAST for shift in (0, 8, 16))


def _marked_for_redaction(page: pymupdf.Page, words: Sequence[PrintedWord], turn: pymupdf.Matrix | None) -> set[int]:
    """Words under a mark "to be redacted" that was never carried out."""
    marks = [turned(annot.rect, turn) for annot in page.annots(types=[pymupdf.PDF_ANNOT_REDACT])]
    return {id(w) for w in words if any(share_in(w.bbox, mark) >= COVERED for mark in marks)}


def _covers(drawings: Sequence[dict[str, Any]], bitmaps: Sequence[Picture], turn: pymupdf.Matrix | None) -> list[Cover]:
    """What is painted and wide enough to lie over words; the turn of pictures is found out later."""
    found = [Cover(b.bbox, -1, is_picture=True) for b in bitmaps if min(_sides(b.bbox)) >= LEAST_COVER]
    for path in drawings:
        thick = (path.get("width") or 0.0) if path.get("color") is not None else 0.0
        filled = path.get("fill") is not None and path.get("fill_opacity", 1) > 0
        if not filled and thick < LEAST_COVER:
            continue
        x0, y0, x1, y1 = path["rect"]
        more = thick / 2 if thick >= LEAST_COVER else 0.0
        box = turned((x0 - more, y0 - more, x1 + more, y1 + more), turn)
        if min(_sides(box)) >= LEAST_COVER:
            items = path["items"]
            solid = filled and path.get("fill_opacity", 1) > 0.95 and len(items) == 1 and items[0][0] in ("re", "qu")
            found.append(Cover(box, path["seqno"], is_solid=solid))
    return found


# ---- covers


def _under_covers(
    page: pymupdf.Page, words: list[PrintedWord], covers: Sequence[Cover], turn: pymupdf.Matrix | None
) -> tuple[list[PrintedWord], set[int]]:
    """The words, those behind a scan marked hidden, and which of them cannot be seen for what was painted later."""
    log = page.get_bboxlog()
    texts = [(i, turned(box, turn)) for i, (what, box) in enumerate(log) if what.endswith("-text")]
    painted_pictures = [(i, turned(box, turn)) for i, (what, box) in enumerate(log) if what.startswith("fill-im")]
    later = [c for c in covers if not c.is_picture]
    later += [Cover(box, i, is_picture=True) for i, box in painted_pictures if min(_sides(box)) >= LEAST_COVER]
    grid = _Grid([(box, (i, box)) for i, box in texts])
    later = [c for c in later if any(i < c.order and _meet(box, c.box) for i, box in grid.near(c.box))]
    if not later:
        return words, set()
    middles = _Grid([(_middle(w.bbox), w) for w in words])
    suspects = [(w, c) for c in later for w in middles.near(c.box) if share_in(core_of(w), c.box) >= COVERED]
    if not suspects:
        return words, set()
    orders = _orders(page, [w for w, _ in suspects], turn)
    suspects = [(w, c) for w, c in suspects if orders.get(id(w), -1) < c.order]
    sheet = page.rect.width * page.rect.height
    behind = {id(w) for w, c in suspects if c.is_picture and area(c.box) > SCAN * sheet}
    gone: set[int] = set()
    boxes = [(w, c) for w, c in suspects if not c.is_picture]
    if boxes:
        painted = Painted(page, [w.bbox for w, _ in boxes])
        for word, cover in boxes:
            if painted.is_even(common(core_of(word), _inside(cover.box))) or (
                cover.is_solid and _is_overprinted(word, words)
            ):
                gone.add(id(word))
    pictured = [w for w, c in suspects if c.is_picture and id(w) not in behind and id(w) not in gone]
    if pictured:
        gone |= makes_no_difference(page, pictured)
    if behind:
        words = _marked_hidden(words, behind, gone)
    return words, gone


def _marked_hidden(words: list[PrintedWord], behind: set[int], gone: set[int]) -> list[PrintedWord]:
    """The words with those behind a scan marked; ``gone`` goes on to name the same words."""
    marked = []
    for word in words:
        if id(word) in behind and id(word) not in gone:
            word = replace(word, hidden=True)
        marked.append(word)
    return marked


def _orders(page: pymupdf.Page, words: Sequence[PrintedWord], turn: pymupdf.Matrix | None) -> dict[int, int]:
    """For each word, by its ``id``, the turn in which its first letter is painted, the last where there are two.

    A word whose letter is not found again is missing.
    """
    places: dict[tuple[int, int], list[tuple[float, float, str, int]]] = {}
    for span in page.get_texttrace():
        for code, _, origin, _ in span["chars"]:
            x, y = pymupdf.Point(origin) * turn if turn is not None else origin
            places.setdefault((int(x) // 4, int(y) // 4), []).append((x, y, chr(code), span["seqno"]))
    found = {}
    for word in words:
        x, y = _first_origin(word)
        near = [
            (letter != word.text[0], abs(px - x) + abs(py - y) > 1.0, -order, order)
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for px, py, letter, order in places.get((int(x) // 4 + i, int(y) // 4 + j), ())
            if abs(px - x) + abs(py - y) < 4.0
        ]
        if near:
            found[id(word)] = min(near)[-1]
    return found


def _first_origin(word: PrintedWord) -> tuple[float, float]:
    x0, _, x1, _ = word.bbox
    # Of a word that runs upwards or downwards, the baseline lies about a quarter of its breadth from one side.
    across = {0.0: x0, 90.0: 0.25 * x0 + 0.75 * x1, 180.0: x1, 270.0: 0.75 * x0 + 0.25 * x1}
    return across.get(word.angle, (x0 + x1) / 2), word.baseline


def _is_overprinted(word: PrintedWord, words: Sequence[PrintedWord]) -> bool:
    """Whether another word stands where this one does, as "[redacted]" on the box over a name."""
    return any(other is not word and share_in(word.bbox, other.bbox) > 0.2 for other in words)


class _Grid(Generic[Thing]):
    """Things by the squares of the page that their boxes touch, so that maps of thousands of strokes stay cheap."""

    def __init__(self, placed: Sequence[tuple[Box, Thing]]) -> None:
        self._squares: dict[tuple[int, int], list[Thing]] = {}
        for box, thing in placed:
            for square in _squares(box):
                self._squares.setdefault(square, []).append(thing)

    def near(self, box: Box) -> Iterator[Thing]:
        """What touches the squares that a box touches; a thing over several squares comes several times."""
        for square in _squares(box):
            yield from self._squares.get(square, ())


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    x0, y0, x1, y1 = (max(-MOST_SQUARES, min(MOST_SQUARES, int(side // SQUARE))) for side in box)
    return ((x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1))


def _middle(box: Box) -> Box:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return (x, y, x, y)


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _inside(cover: Box) -> Box:
    """A cover without its edge, which the painting softens."""
    return (cover[0] + 0.5, cover[1] + 0.5, cover[2] - 0.5, cover[3] - 0.5)


def _meet(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
