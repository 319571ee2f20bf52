"""Words → lines: what stands on one baseline without a wide gap, with the dress that most of it wears."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import union
from tracker.papers.content import PrintedWord
from tracker.papers.wording import is_private
from tracker.records import Box

SAME_BASELINE = 0.28
"""Words whose baselines differ by less than this share of the larger size stand on one line."""
WIDE_GAP = 0.9
"""A gap of more ems than this ends a line where the PDF itself ends it; justified text stays below."""
WIDEST_GAP = 2.2
"""A gap of more ems than this ends a line whatever the PDF says."""
MARKER_GAP = 7.0
"""A bullet or number belongs to the text that begins within this many ems to its right."""

WIDEST_MARKER_GAP = 60.0
"""… and within as many points; two bare numbers side by side are figures, not a mark and its text."""

BULLETS = "•‣◦⁃∙●○▪▫■□►▶➢➤❖❑✓✔✗✘*–—-·o§¨Øv→➔⮚"
NUMBER_MARK = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxlIVXL]{1,6})[.):]?\)?|\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?[.)]?)$"
)
BIG_NUMBER = re.compile(
    r"^(?:(?:over|more than|nearly|almost|around|about|up to|under) )?"
    r"(?:[£$€+\-−<>~]?\s?\d[\d,.]*\s?(?:%|k|m|bn|million|hours|years|days)?\+?"
    r"|\d+\s?(?:h|hrs?|m|mins?|s|secs?)(?:\s\d+\s?(?:m|mins?|s|secs?))?|\d+ (?:in|out of) (?:every )?\d+)$",
    re.IGNORECASE,
)
"""A figure alone ("1,036", "£1.2m", "86%", "7 in 10"), as callouts print it large over its words."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of Hebrew, Arabic and their kin."""
SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "dingbats")


@dataclass(frozen=True)
class Line:
    """Words on one baseline, from left to right. Size, weight, slant and colour are those of most letters."""

    page: int
    words: tuple[PrintedWord, ...]
    bbox: Box
    baseline: float
    size: float
    bold: bool
    italic: bool
    colour: int

    @property
    def text(self) -> str:
        """The words with single spaces, note marks and all."""
        return spell(self.words)

    @property
    def unmarked(self) -> str:
        """The text without raised words: how a sentence ends before its note mark."""
        return spell(w for w in self.words if w.rise <= 0) or self.text


def spell(words: Iterable[PrintedWord]) -> str:
    """The words' texts with a space before each that does not join the one before."""
    out = ""
    for word in words:
        out += word.text if word.joined or not out else " " + word.text
    return out


def make_line(page: int, words: Sequence[PrintedWord]) -> Line:
    """A line of words that are in order already. A few letters in another dress do not change the line's."""
    words = in_reading_order(words)
    sizes: dict[float, float] = {}
    colours: dict[int, float] = {}
    bold = italic = letters = 0.0
    body = [w for w in words if not is_marker(w)] or list(words)
    for word in body:
        n = len(word.text) if word.rise <= 0 else 0.1
        sizes[word.size] = sizes.get(word.size, 0.0) + n
        colours[word.colour] = colours.get(word.colour, 0.0) + n
        letters += n
        bold += n * word.bold
        italic += n * word.italic
    size = max(sizes, key=lambda s: (sizes[s], s))
    flat = [w for w in words if w.rise <= 0 and w.size > 0.8 * size] or list(words)
    return Line(
        page=page,
        words=tuple(words),
        bbox=union(w.bbox for w in words),
        baseline=Counter(round(w.baseline, 1) for w in flat).most_common(1)[0][0],
        size=size,
        bold=bold >= 0.9 * letters,
        italic=italic >= 0.9 * letters,
        colour=max(colours, key=lambda c: (colours[c], -c)),
    )


def in_reading_order(words: Sequence[PrintedWord]) -> Sequence[PrintedWord]:
    """Words as they are read: a run of Hebrew or Arabic goes from right to left, figures between its words with it."""
    if all(w.text.isascii() for w in words):
        return words
    foreign = [i for i, w in enumerate(words) if RIGHT_TO_LEFT.search(w.text)]
    if len(foreign) < 2:
        return words
    latin = [i for i, w in enumerate(words) if i not in foreign and any(c.isalpha() for c in w.text)]
    if not latin:
        return _from_right(words)
    out = list(words)
    start = foreign[0]
    for here, after in itertools.pairwise([*foreign, len(words)]):
        if after == len(words) or any(here < i < after for i in latin):
            out[start : here + 1] = _from_right(out[start : here + 1])
            start = after
    return out


def _from_right(run: Sequence[PrintedWord]) -> list[PrintedWord]:
    """A run in the opposite order; brackets round it stay at its ends."""
    out = list(reversed(run))
    if len(out) > 1 and run[0].text[:1] in "([" and run[-1].text[-1:] in ")]":
        opening, closing = run[0].text[0], run[-1].text[-1]
        out[0] = replace(out[0], text=opening + out[0].text[:-1])
        out[-1] = replace(out[-1], text=out[-1].text[1:] + closing)
    return out


def is_marker(word: PrintedWord) -> bool:
    """Whether a word can be the bullet of a list by its looks alone."""
    if len(word.text) != 1:
        return False
    symbolic = any(name in word.font.lower() for name in SYMBOL_FONTS)
    return word.text in BULLETS or is_private(word.text) or symbolic


def make_lines(page: int, words: Iterable[PrintedWord]) -> list[Line]:
    """Lines of the words that run from left to right, from top to bottom; a wide gap begins a new line."""
    rows: list[list[PrintedWord]] = []
    for word in sorted(words, key=lambda w: (w.baseline + w.rise, w.bbox[0])):
        if word.angle:
            continue
        at = word.baseline + word.rise
        for row in reversed(rows[-4:]):
            other = row[0]
            if abs(at - other.baseline - other.rise) <= SAME_BASELINE * max(min(word.size, other.size), 4.0):
                row.append(word)
                break
        else:
            rows.append([word])
    lines: list[Line] = []
    for row in rows:
        row.sort(key=lambda w: w.bbox[0])
        lines.extend(make_line(page, piece) for piece in _pieces(row))
    return lines


def _pieces(row: list[PrintedWord]) -> list[list[PrintedWord]]:
    pieces: list[list[PrintedWord]] = [[row[0]]]
    for before, word in itertools.pairwise(row):
        gap = (word.bbox[0] - before.bbox[2]) / max(before.size, word.size, 1.0)
        together = (
            gap <= WIDE_GAP
            or (before.initial and BIG_NUMBER.match(before.text) is not None)
            or (before.line == word.line and gap <= WIDEST_GAP)
        )
        if not together and gap <= MARKER_GAP and _is_lone_marker(pieces[-1]):
            bare = pieces[-1][0].text.isdigit() and word.text.lstrip("£")[:1].isdigit()
            together = word.bbox[0] - before.bbox[2] <= WIDEST_MARKER_GAP and not bare
        if together:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _is_lone_marker(piece: list[PrintedWord]) -> bool:
    return len(piece) == 1 and (is_marker(piece[0]) or bool(NUMBER_MARK.match(piece[0].text)))
