"""Words of a page as tables need them: in lines, and in phrases that a gap parts from the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.papers.content import PageContent, PrintedWord
from tracker.records import Box

PHRASE_GAP = 0.85
"""Words farther apart than this share of their size belong to two phrases; a space measures 0.25 to 0.35, and a
justified line stretches it to 0.8 at most."""

NUMBER = re.compile(
    r"^[(\[]?[<>≤≥~±+\-–−▲▼▶►◄△▽↑↓→*£$€]*\s*[\d][\d,.\s'/:]*\s*(%|pp|p|m|bn|k|[a-zA-Z*†‡])?[)\]]?[*†‡]*$|^[-–—−.]+$|^(n/?a|N/?A|\.\.+|\*+|c|x|z)$"
)
"""What stands in a column of figures: numbers in any dress, and the signs for "none"."""


@dataclass(frozen=True)
class Ink:
    """A word with its position in ``PageContent.words``."""

    index: int
    word: PrintedWord

    @property
    def box(self) -> Box:
        return self.word.bbox

    @property
    def middle(self) -> tuple[float, float]:
        x0, y0, x1, y1 = self.word.bbox
        return (x0 + x1) / 2, (y0 + y1) / 2


@dataclass(frozen=True)
class Phrase:
    """Words of one line that stand together."""

    inks: tuple[Ink, ...]
    box: Box

    @property
    def text(self) -> str:
        return words_joined([i.word for i in self.inks])


@dataclass(frozen=True)
class Line:
    """Phrases on one height, left to right."""

    phrases: tuple[Phrase, ...]
    box: Box
    size: float

    @property
    def inks(self) -> list[Ink]:
        return [i for p in self.phrases for i in p.inks]

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.phrases)


def inks_of(content: PageContent) -> list[Ink]:
    """The words a table may hold: level or upright ones (no watermark at a slant), hidden ones only in a scan."""
    all_hidden = bool(content.words) and sum(w.hidden for w in content.words) > 0.8 * len(content.words)
    return [
        Ink(i, w)
        for i, w in enumerate(content.words)
        if (all_hidden or not w.hidden) and min(abs(w.angle - a) for a in (0, 90, 180, 270, 360)) < 3
    ]


def union_box(boxes: Iterable[Box]) -> Box:
    """The smallest box round ``boxes`` (at least one)."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def lines_of(inks: Sequence[Ink], gap: float = PHRASE_GAP) -> list[Line]:
    """Level words gathered into lines, top to bottom: two words share a line when most of their heights overlap."""
    rows: list[list[Ink]] = []
    spans: list[list[float]] = []
    for ink in sorted(inks, key=lambda i: (_core(i)[0] + _core(i)[1], i.box[0])):
        top, bottom = _core(ink)
        for row, span in zip(reversed(rows[-4:]), reversed(spans[-4:]), strict=True):
            shared = min(bottom, span[1]) - max(top, span[0])
            if shared > 0.5 * min(bottom - top, span[1] - span[0]):
                row.append(ink)
                # The line keeps the height of its first word, so that a drift down the page cannot chain lines.
                break
        else:
            rows.append([ink])
            spans.append([top, bottom])
    return [_line(row, gap) for row in rows]


def _core(ink: Ink) -> tuple[float, float]:
    """The height of a word without the air that fonts declare: raised marks are set down to their line."""
    word = ink.word
    if word.angle:
        return word.bbox[1], word.bbox[3]
    base = word.baseline + (word.rise if word.rise > 0 else 0)
    return base - 0.7 * word.size, base + 0.1 * word.size


def _line(row: list[Ink], gap: float) -> Line:
    row = sorted(row, key=lambda i: (i.box[0], i.index))
    size = max(i.word.size for i in row)
    groups = [[row[0]]]
    for ink in row[1:]:
        before = groups[-1][-1]
        near = ink.box[0] - before.box[2] <= gap * min(max(ink.word.size, before.word.size), size)
        if near:
            groups[-1].append(ink)
        else:
            groups.append([ink])
    phrases = tuple(Phrase(tuple(g), union_box(i.box for i in g)) for g in groups)
    return Line(phrases, union_box(p.box for p in phrases), size)


def words_joined(words: Sequence[PrintedWord]) -> str:
    """Words of one line as text; note marks (raised digits and signs) are left out."""
    out: list[str] = []
    for word in words:
        if is_note_mark(word) and out:
            continue
        if word.joined and out:
            out[-1] += word.text
        else:
            out.append(word.text)
    return " ".join(out)


def is_note_mark(word: PrintedWord) -> bool:
    """Whether a word is a raised mark that points to a note, not a raised ordinal ("th")."""
    return word.rise > 0 and bool(re.fullmatch(r"[\d,()*†‡§¹²³a-e]{1,5}", word.text))


def cell_text(inks: Sequence[Ink]) -> str:
    """The text of a cell: its lines in order; words turned on their side are read along their own direction."""
    if not inks:
        return ""
    turned = [i for i in inks if abs(i.word.angle - 90) < 3 or abs(i.word.angle - 270) < 3]
    if len(turned) * 2 > len(inks):
        return _turned_text(turned)
    lines = [words_joined([i.word for i in line.inks]) for line in lines_of(inks)]
    text = ""
    for line in lines:
        if not line:
            continue
        if text and text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[0].isalpha():
            text += line
        elif text:
            text += " " + line
        else:
            text = line
    return text


def _turned_text(inks: Sequence[Ink]) -> str:
    """Words that run up (90) or down (270): columns of words are their lines."""
    up = abs(inks[0].word.angle - 90) < 3
    ordered = sorted(inks, key=lambda i: i.middle[0] if up else -i.middle[0])
    lines: list[list[Ink]] = []
    for ink in ordered:
        if lines and abs(lines[-1][0].middle[0] - ink.middle[0]) < 0.5 * ink.word.size:
            lines[-1].append(ink)
        else:
            lines.append([ink])
    out = []
    for line in lines:
        line.sort(key=lambda i: -i.middle[1] if up else i.middle[1])
        out.append(words_joined([i.word for i in line]))
    return " ".join(out)


def is_number(text: str) -> bool:
    """Whether a cell's text is a figure, or a sign that stands for one."""
    text = text.strip()
    return bool(NUMBER.match(text)) or bool(re.fullmatch(r"[▲▼▶►◄△▽↑↓→]?\s*[-+–−]?[£$€]?\d[\d,.]*\s*%?", text))
