"""The proof: each stored place is looked up again in the PDF, by code that shares nothing with reading it.

The words of a page whose centres lie in the stored boxes must be the words that were stored, and a figure's
``as_printed`` must stand among them. Pages that were read by OCR have no words to look up and are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from tracker.pages.faults import Fault
from tracker.pages.fields import ObservationRow
from tracker.records import Part, Reading, Record, Source

HELD = "[held back]"
EDGE = 0.5
"""Points by which a centre may lie outside a box: boxes are rounded to hundredths, and thin marks sit on their edge."""

NOTE_MARK = re.compile(r"(?<=[^\d\s])[\d*†‡]{1,2}$")
"""A footnote's mark at the end of a word that does not end in a figure itself."""

CODES = re.compile("[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
"""Codes that stand for no character; each program shows them in its own way."""
UNSEEN = "cannot be seen"
"""Stands in the doubts of a page on which the file has more words than a reader sees."""


@dataclass(frozen=True)
class PageWords:
    """The words of a page with their centres, as a reader sees the page (after its turn)."""

    words: tuple[tuple[float, float, str], ...]

    def inside(self, boxes: tuple[Part, ...]) -> list[str]:
        """The words whose centres lie in any of the boxes."""
        return [word for x, y, word in self.words if any(_holds(box, x, y) for box in boxes)]


def _holds(box: Part, x: float, y: float) -> bool:
    left, top, right, bottom = box.bbox
    return left - EDGE <= x <= right + EDGE and top - EDGE <= y <= bottom + EDGE


class OpenPaper:
    """A paper's words, page by page, read when they are first asked for."""

    def __init__(self, path: Path) -> None:
        self._document = pymupdf.open(path)
        self._pages: dict[int, PageWords] = {}
        self._unmarked: dict[int, PageWords] = {}

    def page(self, number: int) -> PageWords:
        """The words of a page of the file; none for a page that is not there."""
        if number not in self._pages:
            words = []
            if 1 <= number <= self._document.page_count:
                page = self._document[number - 1]
                turn = page.rotation_matrix
                for left, top, right, bottom, text, *_ in page.get_text("words"):
                    centre = pymupdf.Point((left + right) / 2, (top + bottom) / 2) * turn
                    words.append((centre.x, centre.y, text))
            self._pages[number] = PageWords(tuple(words))
        return self._pages[number]

    def unmarked(self, number: int) -> PageWords:
        """The words of a page without the marks of notes raised behind them: "77." where "77.³" is printed."""
        if number not in self._unmarked:
            marks = self._raised(number)
            words = [(x, y, _cut(text, x, y, marks)) for x, y, text in self.page(number).words]
            self._unmarked[number] = PageWords(tuple(words))
        return self._unmarked[number]

    def _raised(self, number: int) -> list[tuple[float, float, str]]:
        """The texts that stand raised on a page, with their centres."""
        if not 1 <= number <= self._document.page_count:
            return []
        page = self._document[number - 1]
        raised = []
        for block in page.get_text("dict", flags=pymupdf.TEXTFLAGS_WORDS)["blocks"]:
            for span in (span for line in block.get("lines", ()) for span in line["spans"]):
                if span["flags"] & pymupdf.TEXT_FONT_SUPERSCRIPT and span["text"].strip():
                    left, top, right, bottom = span["bbox"]
                    centre = pymupdf.Point((left + right) / 2, (top + bottom) / 2) * page.rotation_matrix
                    raised.append((centre.x, centre.y, span["text"].strip()))
        return raised

    def words_at(self, boxes: tuple[Part, ...], *, unmarked: bool = False) -> list[str]:
        """The words in boxes that may lie on several pages."""
        found: list[str] = []
        for number in dict.fromkeys(box.page for box in boxes):
            page = self.unmarked(number) if unmarked else self.page(number)
            found += page.inside(tuple(box for box in boxes if box.page == number))
        return found


MARK_REACH = 30.0
"""Points that a raised mark may stand from the centre of its word: half a long figure and the mark."""


def _cut(word: str, x: float, y: float, marks: list[tuple[float, float, str]]) -> str:
    """A word without the mark that stands raised at its end."""
    for left, top, mark in marks:
        if word != mark and word.endswith(mark) and 0 < left - x < MARK_REACH and abs(top - y) < MARK_REACH / 2:
            return word[: -len(mark)]
    return word


def squashed(text: str) -> str:
    """A text without what readings and programs set differently: spaces, hyphens at line ends, ligatures, quotes, codes
    without a character. A hyphen, dash or minus before a figure may be its sign and stays."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = CODES.sub("", plain)
    plain = re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff'\"‘’“”\uf000-\uf0ff]+", "", plain)
    return re.sub(r"-(?!\d)", "", re.sub(r"[\u2010-\u2015\u2212-]", "-", plain))


def same_words(stored: str, found: list[str], *, with_unseen: bool = False) -> bool:
    """Whether the stored words are the found ones, in whatever order their lines come; what is held back is not
    compared, and ``with_unseen`` there may be words between them that no reader sees."""
    if HELD in stored or with_unseen:
        there = Counter(squashed("".join(found)))
        return not Counter(squashed(stored.replace(HELD, ""))) - there
    if Counter(squashed(stored)) == Counter(squashed("".join(found))):
        return True
    own = set(stored.split())
    bare = [_without_mark(word, own) for word in found]
    return Counter(squashed(stored)) == Counter(squashed("".join(bare)))


def _without_mark(word: str, stored: set[str]) -> str:
    """A printed word without the mark of a footnote that sticks to it, where the stored words have it without."""
    bare = NOTE_MARK.sub("", word)
    return bare if bare in stored else word


def reading_faults(reading: Reading, pdf: Path, shown: str) -> tuple[list[Fault], int]:
    """Sources of a reading whose boxes do not hold their words, and how many were looked up."""
    paper = OpenPaper(pdf)
    by_ocr = {page.number for page in reading.paper.pages if page.read_by == "ocr"}
    more = {page.number for page in reading.paper.pages if any(UNSEEN in doubt for doubt in page.doubts)}
    faults = []
    looked_up = 0
    for where, source in sources_in(reading.facts):
        if source.paper != reading.id or not source.boxes or not source.words or source.page in by_ocr:
            continue
        looked_up += 1
        found = paper.words_at(source.boxes)
        if not same_words(source.words, found, with_unseen=bool(more & {box.page for box in source.boxes})):
            wrong = (
                f"says “{_short(source.words)}”, but its place on page {source.page} holds “{_short(' '.join(found))}”"
            )
            faults.append(Fault(shown, 0, where, wrong, "extract this paper again (--again); if it stays, report it"))
    return faults, looked_up


def row_fault(row: ObservationRow, paper: OpenPaper) -> tuple[str, str, str] | None:
    """Field, fault and remedy of a row whose ``as_printed`` does not stand at its place."""
    found: list[str] = []
    for unmarked in (False, True):
        page = paper.unmarked(row.source.page) if unmarked else paper.page(row.source.page)
        boxes = row.source.boxes
        found = paper.words_at(boxes, unmarked=unmarked) if boxes else [word for _, _, word in page.words]
        if stands_in(row.as_printed, found):
            return None
    wrong = f"is “{row.as_printed}”, but its place on page {row.source.page} holds “{_short(' '.join(found))}”"
    return "as_printed", wrong, "write what the page prints there, or mend page and box"


def stands_in(printed: str, words: list[str]) -> bool:
    """Whether a figure's words stand among others whole: "48" does not stand in "480", nor "4.2" in "-4.2"."""
    there = " ".join(filter(None, map(squashed, words)))
    pattern = r"\s*".join(map(re.escape, squashed(printed))) + r"(?!\d|[.,]\d)"
    return any(
        not re.search(r"(\d|\d[.,]|(^|[\s(])-)$", there[: found.start()]) for found in re.finditer(pattern, there)
    )


def sources_in(value: object, where: str = "") -> Iterator[tuple[str, Source]]:
    """Every source of a record with the id of the record it is in."""
    if isinstance(value, Source):
        yield where, value
    elif isinstance(value, Record):
        where = str(getattr(value, "id", "") or where)
        for name in type(value).model_fields:
            yield from sources_in(getattr(value, name), where)
    elif isinstance(value, tuple):
        for item in value:
            yield from sources_in(item, where)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
