"""From the characters of a page to its words in their dress, line by line as the PDF keeps them."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import replace
from typing import Any

import pymupdf

from tracker.papers.content import PrintedWord
from tracker.papers.lines import SYMBOL_FONTS
from tracker.papers.page_boxes import displayed_box
from tracker.papers.raised_words import RAISED_BY, RAISED_SIZE
from tracker.papers.small_capitals import even_small_capitals
from tracker.papers.wording import clean

TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
FONT_ITALIC, FONT_BOLD = 2, 16
CHAR_BOLD, CHAR_FILLED, CHAR_STROKED = 8, 16, 32
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
ITALIC_NAMES = ("italic", "oblique")

LEADER = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|·{4,})")
"""Dots between an entry of a table of contents and its page."""
TIGHT_NUMBER = re.compile(r"^(\d{1,2}[.)])[A-Z][a-z]")
"""A list's number and the word that it touches."""
SPACED_OUT = 5
"""As many letters that stand apart can be a word that is set wide."""
WORD_GAP = 1.8
"""Times the gap between the letters of such a word: what is wider parts words."""
SKEW = 3.0
"""Degrees by which the text layer of a crooked scan may lean."""


def words_of_page(
    page: pymupdf.Page, turn: pymupdf.Matrix | None, recognised: pymupdf.TextPage | None
) -> list[PrintedWord]:
    """All words of a page in the order of the PDF, or those that were ``recognised`` on it.

    Boxes are turned with the page by ``turn``; words of one of the PDF's lines have one ``line`` number.
    """
    raw = page.get_text("rawdict", flags=TEXT_FLAGS, textpage=recognised)
    words: list[PrintedWord] = []
    line_number = 0
    for block in raw["blocks"]:
        even_small_capitals(block.get("lines", ()))
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
        bbox=displayed_box(rect, turn),
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
