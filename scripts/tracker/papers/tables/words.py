"""Words of a page as tables need them: in lines, and in phrases that a gap parts from the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.papers.boxes import union
from tracker.papers.content import PageContent, PrintedWord
from tracker.records import Box

PHRASE_GAP = 0.85
"""Words farther apart than this share of their size belong to two phrases; a space measures 0.25 to 0.35, and a
justified line stretches it to 0.8 at most."""

DOTS = frozenset(".…·")
"""What leaders are made of."""
SAME_WIDTH = 0.03
"""Letters of a typewriter's font are of one width within this share of the size (rounding of places)."""

NUMBER = re.compile(
    r"^[(\[]?[<>≤≥~±+\-–−▲▼▶►◄△▽↑↓→*£$€]*\s*[\d][\d,.\s'/:]*\s*(%|pp|p|m|bn|k|[a-zA-Z*†‡])?[)\]]?[*†‡]*$|^[-–—−.]+$|^(n/?a|N/?A|\.\.+|\*+|c|x|z)$"
)
"""What stands in a column of figures: numbers in any dress, and the signs for "none"."""

UNIT_ALONE = re.compile(r"^\(?[£$€]\s?['’]?000s?\)?$")
"""What heads a column of thousands is no figure."""


@dataclass(frozen=True)
class Ink:
    """A word with its position in ``PageContent.words``."""

    index: int
    word: PrintedWord
    space: float = 0.0
    """How wide (points) a space is in its font, where all letters are as wide as one another; else 0."""
    led: bool = False
    """Whether a row of dots leads on from it to an entry: the text that it ends is finished."""

    @property
    def box(self) -> Box:
        """Its box, in points."""
        return self.word.bbox

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle (x, y), in points."""
        x0, y0, x1, y1 = self.word.bbox
        return (x0 + x1) / 2, (y0 + y1) / 2


@dataclass(frozen=True)
class Phrase:
    """Words of one line that stand together."""

    inks: tuple[Ink, ...]
    box: Box

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return words_joined([i.word for i in self.inks])


@dataclass(frozen=True)
class Line:
    """Phrases on one height, left to right."""

    phrases: tuple[Phrase, ...]
    box: Box
    size: float

    @property
    def inks(self) -> list[Ink]:
        """The words of all its phrases, from left to right."""
        return [i for p in self.phrases for i in p.inks]

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.phrases)

    @property
    def bold(self) -> bool:
        """Whether every word is set in bold, as the names of columns are."""
        return all(i.word.bold for i in self.inks)


def inks_of(content: PageContent) -> list[Ink]:
    """The words a table may hold: level or upright ones (no watermark at a slant), hidden ones only in a scan."""
    all_hidden = bool(content.words) and sum(w.hidden for w in content.words) > 0.8 * len(content.words)
    spaces = _fixed_spaces(content.words)
    return [
        Ink(i, w, spaces.get(w.font, 0.0) * w.size)
        for i, w in enumerate(content.words)
        if (all_hidden or not w.hidden) and min(abs(w.angle - a) for a in (0, 90, 180, 270, 360)) < 3
    ]


def _fixed_spaces(words: Iterable[PrintedWord]) -> dict[str, float]:
    """The fonts in which all letters are equally wide (typewriters', printers' of lists) with that width in sizes."""
    widths: dict[str, list[float]] = {}
    for word in words:
        if not word.angle and len(word.text) > 2 and word.text.isalpha() and word.size > 0:
            widths.setdefault(word.font, []).append((word.bbox[2] - word.bbox[0]) / len(word.text) / word.size)
    return {
        font: sum(held) / len(held)
        for font, held in widths.items()
        if len(held) >= 3 and max(held) - min(held) < SAME_WIDTH and sum(held) / len(held) > 0.5
    }


def without_leaders(inks: Sequence[Ink]) -> tuple[list[Ink], list[Ink]]:
    """The words without the rows of dots that lead from a label to its entry, and the words of those rows.

    The last word of each label so led is marked. Dots that stand apart ("..", "...") are entries: not available.
    """
    dots = [i for i in inks if set(i.word.text) <= DOTS and not i.word.angle]
    if not dots:
        return list(inks), []
    leaders: set[int] = set()
    ends: set[int] = set()
    others = sorted((i for i in inks if set(i.word.text) - DOTS and not i.word.angle), key=lambda i: i.box[2])
    for chain in _chains(dots):
        first, size = chain[0], chain[0].word.size
        label = next(
            (
                i
                for i in reversed(others)
                if abs(i.word.baseline - first.word.baseline) < 0.3 * size
                and -0.3 * size < first.box[0] - i.box[2] < 2 * size
            ),
            None,
        )
        near = label is not None and first.box[0] - label.box[2] < size
        length = sum(3 if c == "…" else 1 for i in chain for c in i.word.text)
        if length >= 4 or (length == 3 and near):
            leaders |= {i.index for i in chain}
            if label is not None:
                ends.add(label.index)
    kept = [replace(i, led=True) if i.index in ends else i for i in inks if i.index not in leaders]
    return kept, [i for i in inks if i.index in leaders]


def _chains(dots: Sequence[Ink]) -> list[list[Ink]]:
    """Words of dots on one line, each within a type size of the one before."""
    out: list[list[Ink]] = []
    for ink in sorted(dots, key=lambda i: (round(i.word.baseline), i.box[0])):
        last = out[-1][-1] if out else None
        level = last is not None and abs(last.word.baseline - ink.word.baseline) < 0.3 * ink.word.size
        if last is not None and level and 0 <= ink.box[0] - last.box[2] + 0.5 < ink.word.size + 0.5:
            out[-1].append(ink)
        else:
            out.append([ink])
    return out


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
    phrases = tuple(Phrase(tuple(g), union(i.box for i in g)) for g in groups)
    return Line(phrases, union(p.box for p in phrases), size)


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
    text = ""
    for line in lines_of(inks):
        text = with_line(text, words_joined([i.word for i in line.inks]))
    # A sign in line with those above and below it stands apart from its figure and still belongs to it.
    return re.sub(r"^([$£€]) (?=[\d(.])", r"\1", text)


def with_line(text: str, line: str) -> str:
    """A cell's text with one more line: behind a space, unless the last word was broken at its hyphen."""
    if not text or not line:
        return text or line
    broken = text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[0].isalpha()
    return text + line if broken else f"{text} {line}"


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
    if UNIT_ALONE.match(text):
        return False
    return bool(NUMBER.match(text)) or bool(re.fullmatch(r"[▲▼▶►◄△▽↑↓→]?\s*[-+–−]?[£$€]?\d[\d,.]*\s*%?", text))
