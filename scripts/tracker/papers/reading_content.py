"""From a page of a PDF to its ``PageContent``: words in their dress, shapes, pictures, links, as a reader sees them.

PDF internals end here. Boxes are turned with the page, so that nothing after this module knows of turned pages.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pymupdf

from tracker.papers.content import UNKNOWN, Link, PageContent, Picture, PrintedWord, Shape
from tracker.papers.lines import SYMBOL_FONTS, is_marker
from tracker.papers.unseen import without_unseen
from tracker.papers.wording import UNREADABLE, clean
from tracker.records import Box

TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
FONT_ITALIC, FONT_BOLD = 2, 16
CHAR_BOLD, CHAR_FILLED, CHAR_STROKED = 8, 16, 32
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
ITALIC_NAMES = ("italic", "oblique")

LEADER = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|·{4,})")
"""Dots between an entry of a table of contents and its page."""
TIGHT_NUMBER = re.compile(r"^(\d{1,2}[.)])[A-Z][a-z]")
"""A list's number and the word that it touches."""
RAISED_SIZE = 0.84
"""A raised mark is set at most this large beside its line (superscripts measure 0.58 to 0.7, a browser's 0.83)."""
BULLETS_REACH = 3.0
"""Ems of its text at most stand between a small bullet and the text that it begins; a note mark stands closer."""
OVERHANG = 0.3
"""Ems of the raised word, by which it may stand over the end of its line (slanted letters lean)."""
RAISED_BY = 0.12
"""… and its baseline is at least this share of the line's size above the line's."""
SMALL_CAPITALS = (0.64, 0.86)
"""Times the capitals' size: so large programs set small capitals that they make from a font's capitals."""
SPACED_OUT = 5
"""As many letters that stand apart can be a word that is set wide."""
WORD_GAP = 1.8
"""Times the gap between the letters of such a word: what is wider parts words."""
MOST_DRAWINGS = 20_000
"""Pages with more strokes than this are drawings; reading each stroke would cost seconds and tell nothing."""
MOST_CORNERS = 400
"""Drawings with more corners are maps and ornaments, not the slices of a pie."""
SKEW = 3.0
"""Degrees by which the text layer of a crooked scan may lean."""
STRAIGHT = 0.7
"""A line that strays less than this (points) from level or upright is a rule."""


def read_content(page: pymupdf.Page, recognised: pymupdf.TextPage | None = None) -> PageContent:
    """All of one page. Lengths in points from the top left of the page as displayed.

    ``recognised`` is text that optical recognition saw, taken in place of the page's own.
    """
    turn = page.rotation_matrix if page.rotation else None
    words = _words(page, turn, recognised)
    drawings = page.get_cdrawings()
    shapes, drawn = _shapes(page, turn, drawings)
    bitmaps = _bitmaps(page, turn)
    unseen = 0
    if recognised is None:
        try:
            words, unseen = without_unseen(page, words, shapes, bitmaps, drawn, drawings, turn)
        except Exception:  # a page that cannot be painted is read as it is, and says so
            unseen = UNKNOWN
    words = _without_overprints(_with_rises(words))
    return PageContent(
        number=page.number + 1,
        width=round(page.rect.width, 2),
        height=round(page.rect.height, 2),
        label=clean(page.get_label() or ""),
        words=tuple(words),
        shapes=tuple(shapes),
        pictures=tuple(bitmaps + drawn),
        links=tuple(_links(page, turn)),
        unseen=unseen,
    )


def without_content(page: pymupdf.Page, fault: Exception) -> PageContent:
    """What is left of a page that cannot be read: its number and size, and why."""
    why = str(fault).splitlines()[0][:80].strip() if str(fault) else type(fault).__name__
    width, height = round(page.rect.width, 2), round(page.rect.height, 2)
    return PageContent(page.number + 1, width, height, "", (), (), (), (), fault=clean(why))


def _box(rect: Any, turn: pymupdf.Matrix | None) -> Box:
    if turn is not None:
        rect = tuple(pymupdf.Rect(rect) * turn)
    x0, y0, x1, y1 = rect
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _words(page: pymupdf.Page, turn: pymupdf.Matrix | None, recognised: pymupdf.TextPage | None) -> list[PrintedWord]:
    raw = page.get_text("rawdict", flags=TEXT_FLAGS, textpage=recognised)
    words: list[PrintedWord] = []
    line_number = 0
    for block in raw["blocks"]:
        _even_small_capitals(block.get("lines", ()))
        for line in block.get("lines", ()):
            line_number += 1
            words.extend(_closed_up(_words_of_line(line, line_number, turn)))
    return words


def _words_of_line(line: dict[str, Any], number: int, turn: pymupdf.Matrix | None) -> list[PrintedWord]:
    """The words of one of the PDF's own lines; a word is cut where a raised stretch begins or ends."""
    dx, dy = line["dir"]
    if turn is not None:
        dx, dy = dx * turn.a + dy * turn.c, dx * turn.b + dy * turn.d
    angle = _direction(math.degrees(math.atan2(-dy, dx)))
    size_of_line = max((s["size"] for s in line["spans"] if any(not c["c"].isspace() for c in s["chars"])), default=0.0)
    words: list[PrintedWord] = []
    pending: list[Glyph] = []
    joined = False

    def close(next_joined: bool) -> None:
        nonlocal joined
        for stretch in [pending] if words else _number_apart(pending):
            for piece in _without_leader(stretch):
                word = _word(piece, number, angle, turn, joined)
                if word is not None:
                    words.append(word)
                    joined = True
            joined = False
        pending.clear()
        joined = next_joined

    for span in line["spans"]:
        small = span["size"] <= RAISED_SIZE * size_of_line
        for character in span["chars"]:
            if character["c"] == " " or clean(character["c"]).isspace():
                close(False)
                continue
            if pending:
                before = pending[-1][0]
                if before is not span:
                    was_small = before["size"] <= RAISED_SIZE * size_of_line
                    shifted = abs(before["origin"][1] - span["origin"][1]) > RAISED_BY * size_of_line
                    if was_small != small and shifted:
                        close(True)
            pending.append((span, character))
    close(False)
    return words


def _closed_up(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words of a line whose letters are set apart ("P R I O R I T Y"), put together again.

    Such a line has hardly a word of more than one letter; where its gaps are clearly wider, its words end.
    """
    if len(words) < SPACED_OUT or sum(len(w.text) == 1 for w in words) < 0.75 * len(words):
        return words
    if any(len(w.text) > 3 or w.angle for w in words) or sum(w.text.isalpha() for w in words) < 0.75 * len(words):
        return words
    gaps = [b.bbox[0] - a.bbox[2] for a, b in itertools.pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 3]
    if not 0 < usual < 0.6 * words[0].size:
        return words
    out = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        last = out[-1]
        if gap > WORD_GAP * usual:
            out.append(word)
            continue
        box = (last.bbox[0], min(last.bbox[1], word.bbox[1]), word.bbox[2], max(last.bbox[3], word.bbox[3]))
        out[-1] = replace(last, text=last.text + word.text, bbox=box)
    return out


def _even_small_capitals(lines: Sequence[dict[str, Any]]) -> None:
    """Small capitals get the size of the capitals before them, by which a reader takes the line's size.

    ``lines`` are those of one of the PDF's blocks; a line without a large capital follows the lines round about it.
    """
    full: dict[tuple[str, float], float] = {}
    inked = [[s for s in line["spans"] if any(not c["c"].isspace() for c in s["chars"])] for line in lines]
    for spans in inked:
        sizes = sorted({round(s["size"], 1) for s in spans})
        if len(sizes) == 2 and SMALL_CAPITALS[0] <= sizes[0] / sizes[1] <= SMALL_CAPITALS[1] and _are_capitals(spans):
            full[spans[0]["font"], sizes[0]] = max(s["size"] for s in spans)
    for spans in inked if full else ():
        kinds = {(s["font"], round(s["size"], 1)) for s in spans}
        for span in spans:
            size = full.get((span["font"], round(span["size"], 1)))
            if size is not None and (len(kinds) > 1 or all(_letters(s).upper() == _letters(s) for s in spans)):
                span["size"] = size


def _letters(span: dict[str, Any]) -> str:
    return "".join(c["c"] for c in span["chars"])


def _are_capitals(spans: Sequence[dict[str, Any]]) -> bool:
    """Whether spans of two sizes are one line in one font whose larger letters are capitals within words."""
    large = max(s["size"] for s in spans) - 0.1
    within = any(
        a["size"] > large > b["size"] and a["chars"][-1]["c"].isupper() and b["chars"][0]["c"].isalpha()
        for a, b in itertools.pairwise(spans)
    )
    level = len({round(s["origin"][1], 1) for s in spans}) == 1 and len({s["font"] for s in spans}) == 1
    capitals = "".join(_letters(s) for s in spans if s["size"] > large)
    return within and level and capitals.upper() == capitals


def _direction(degrees: float) -> float:
    """A writing direction from 0 to 360; what strays less than ``SKEW`` from a right angle is that angle."""
    nearest = 90.0 * round(degrees / 90)
    return (nearest if abs(degrees - nearest) < SKEW else round(degrees, 1)) % 360


Glyph = tuple[dict[str, Any], dict[str, Any]]
"""A character with the span that dresses it."""


def _number_apart(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """The first word of a line, cut behind a list's number that a narrow indent leaves no room behind ("10.Dogs")."""
    match = TIGHT_NUMBER.match("".join(character["c"] for _, character in glyphs))
    return [glyphs[: match.end(1)], glyphs[match.end(1) :]] if match else [glyphs]


def _without_leader(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """A word cut before and after the row of dots that leads to a page number in a table of contents."""
    match = LEADER.search("".join(c["c"] for _, c in glyphs))
    if match is None:
        return [glyphs] if glyphs else []
    cuts = (glyphs[: match.start()], glyphs[match.start() : match.end()], glyphs[match.end() :])
    return [piece for piece in cuts if piece]


def _word(
    characters: list[Glyph],
    line: int,
    angle: float,
    turn: pymupdf.Matrix | None,
    joined: bool,
) -> PrintedWord | None:
    text = clean("".join(c["c"] for _, c in characters)).strip()
    if not text:
        return None
    span = characters[len(characters) // 2][0]
    if len(text) == 1 and text.isalnum() and any(n in span["font"].lower() for n in SYMBOL_FONTS):
        text = "•"
    lefts, tops, rights, bottoms = zip(*(c["bbox"] for _, c in characters), strict=True)
    rect = (min(lefts), min(tops), max(rights), max(bottoms))
    origin = characters[0][1]["origin"]
    if turn is not None:
        origin = tuple(pymupdf.Point(origin) * turn)
    name = span["font"].lower()
    painted = span.get("char_flags", CHAR_FILLED)
    stroked_too = bool(painted & CHAR_FILLED and painted & CHAR_STROKED)
    return PrintedWord(
        text=text,
        bbox=_box(rect, turn),
        baseline=round(origin[1], 2),
        font=span["font"],
        size=round(span["size"], 2),
        bold=bool(span["flags"] & FONT_BOLD or painted & CHAR_BOLD)
        or stroked_too
        or any(n in name for n in BOLD_NAMES),
        italic=bool(span["flags"] & FONT_ITALIC) or any(n in name for n in ITALIC_NAMES),
        colour=span["color"],
        line=line,
        angle=angle,
        hidden=span.get("alpha", 255) == 0 or not painted & (CHAR_FILLED | CHAR_STROKED),
        joined=joined,
    )


def _with_rises(words: list[PrintedWord]) -> list[PrintedWord]:
    """Raised words marked: smaller than a neighbour beside them that they overlap in height, on a higher baseline.

    What stands over the neighbour, like the label over the large number of a tile, is a line of its own.
    """
    out = list(words)
    for i, word in enumerate(words):
        if word.angle:
            continue
        for j in (i - 1, i + 1):
            if not 0 <= j < len(words):
                continue
            other = words[j]
            if other.angle or word.size > RAISED_SIZE * other.size:
                continue
            rise = other.baseline - word.baseline
            reach = BULLETS_REACH if is_marker(word) and j == i + 1 else 1.0
            gap = max(word.bbox[0] - other.bbox[2], other.bbox[0] - word.bbox[2])
            beside = -OVERHANG * word.size < gap < reach * other.size and word.bbox[3] > other.bbox[1]
            if beside and RAISED_BY * other.size < rise < other.size:
                out[i] = replace(word, rise=round(rise, 2))
                break
    return out


def _without_overprints(words: list[PrintedWord]) -> list[PrintedWord]:
    """Each word once: printing twice with a tiny shift is how some drivers make bold or a shadow."""
    seen: dict[tuple[str, int, int], PrintedWord] = {}
    out: list[PrintedWord] = []
    for word in words:
        x, y = word.bbox[0], word.bbox[1]
        near = [(word.text, int(x / 4) + i, int(y / 4) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        twin = next((seen[k] for k in near if k in seen and _same_place(seen[k], word)), None)
        if twin is None:
            seen[(word.text, int(x / 4), int(y / 4))] = word
            out.append(word)
        elif twin.hidden and not word.hidden:
            out[out.index(twin)] = word
    return out


def _same_place(a: PrintedWord, b: PrintedWord) -> bool:
    limit = max(1.5, 0.12 * a.size)
    return all(abs(p - q) <= limit for p, q in zip(a.bbox, b.bbox, strict=True))


def _colour(value: Any) -> int | None:
    if value is None:
        return None
    parts = [max(0, min(255, round(255 * float(v)))) for v in value]
    if len(parts) == 1:
        parts = parts * 3
    if len(parts) != 3:
        return 0
    return (parts[0] << 16) | (parts[1] << 8) | parts[2]


def _shapes(
    page: pymupdf.Page, turn: pymupdf.Matrix | None, drawings: list[dict[str, Any]]
) -> tuple[list[Shape], list[Picture]]:
    """Rectangles and rules, and apart from them the boxes of curves and slanting strokes."""
    shapes: list[Shape] = []
    curved: list[Picture] = []
    if len(drawings) > MOST_DRAWINGS:
        return [], [Picture(_box(page.rect, None))]
    for path in drawings:
        fill = _colour(path.get("fill")) if path.get("fill_opacity", 1) else None
        stroke = _colour(path.get("color")) if path.get("stroke_opacity", 1) else None
        if fill is None and stroke is None:
            continue
        bent = False
        for item in path["items"]:
            if item[0] == "re":
                shapes.append(Shape(_box(item[1], turn), fill, stroke))
            elif item[0] == "l":
                (x0, y0), (x1, y1) = item[1], item[2]
                if abs(x0 - x1) <= STRAIGHT or abs(y0 - y1) <= STRAIGHT:
                    if stroke is not None:
                        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                        shapes.append(Shape(_box(box, turn), None, stroke))
                else:
                    bent = True
            elif item[0] == "qu":
                quad = pymupdf.Quad(item[1])
                if quad.is_rectangular and abs(quad.ul.y - quad.ur.y) <= STRAIGHT:
                    shapes.append(Shape(_box(quad.rect, turn), fill, stroke))
                else:
                    bent = True
            else:
                bent = True
        if bent and _is_rounded_box(path):
            shapes.append(Shape(_box(path["rect"], turn), fill, stroke))
        elif bent:
            corners = _corners(path, turn)
            curved.append(Picture(_box(path["rect"], turn), fill, drawn=True, outline=corners, pen=stroke))
        elif fill is not None and all(item[0] == "l" for item in path["items"]):
            shapes.append(Shape(_box(path["rect"], turn), fill, stroke))
    return shapes, curved


def _corners(path: dict[str, Any], turn: pymupdf.Matrix | None) -> tuple[tuple[float, float], ...]:
    """The corners of a drawing in order, on curves with the point in their middle; () where they are too many."""
    if not 2 <= len(path["items"]) <= MOST_CORNERS:
        return ()
    points: list[tuple[float, float]] = []
    for item in path["items"]:
        corners = [(float(x), float(y)) for x, y in item[1:]] if item[0] in ("c", "l") else []
        if len(corners) == 4:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
            middle = ((x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8)
            corners = [corners[0], middle, corners[3]]
        points += corners
    placed = points if turn is None else [tuple(pymupdf.Point(p) * turn) for p in points]
    return tuple((round(x, 2), round(y, 2)) for x, y in placed)


def _is_rounded_box(path: dict[str, Any]) -> bool:
    """Whether a path is a rectangle with soft corners: level and upright strokes make up most of its outline."""
    x0, y0, x1, y1 = path["rect"]
    straight = sum(
        abs(item[1][0] - item[2][0]) + abs(item[1][1] - item[2][1])
        for item in path["items"]
        if item[0] == "l" and (abs(item[1][0] - item[2][0]) <= STRAIGHT or abs(item[1][1] - item[2][1]) <= STRAIGHT)
    )
    return bool(straight >= 0.6 * 2 * ((x1 - x0) + (y1 - y0)) and x1 - x0 > 4 * STRAIGHT and y1 - y0 > 4 * STRAIGHT)


def _bitmaps(page: pymupdf.Page, turn: pymupdf.Matrix | None) -> list[Picture]:
    return [Picture(_box(info["bbox"], turn)) for info in page.get_image_info()]


def _links(page: pymupdf.Page, turn: pymupdf.Matrix | None) -> list[Link]:
    links = []
    for link in page.get_links():
        address = link.get("uri") or ""
        if link["kind"] == pymupdf.LINK_GOTO and link.get("page", -1) >= 0:
            address = f"#page={link['page'] + 1}"
        address = UNREADABLE.sub("\ufffd", address)
        if address:
            links.append(Link(_box(link["from"], None if turn is None else turn), address))
    return links
