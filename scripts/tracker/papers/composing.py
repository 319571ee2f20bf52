"""Drafts → blocks: the text as printed with its runs, the place of every word, note marks and markers apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import repeat

from tracker.papers.boxes import union
from tracker.papers.content import Link, PrintedWord
from tracker.papers.drafts import Draft
from tracker.papers.headings import NUMBER
from tracker.papers.lines import Line
from tracker.papers.marks import NOTE_MARK
from tracker.records import Block, Box, Label, Part, Run, Word

ORDINAL_SUFFIX = re.compile(r"^(?:st|nd|rd|th)\b", re.IGNORECASE)
UNIT_BEFORE_POWER = re.compile(r"(?:^|\d)(?:m|km|cm|mm|ft|CO|co)$")
NUMBER_IN_WORDS = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
)
NO_SYLLABLES = frozenset({"for", "with", "from", "out", "off", "down", "up", "to", "of", "in", "by", "and"})
"""Words that no typesetter leaves of another by a break: "cared-for", "follow-up"."""
LEADER = re.compile(r"^(?:\.{2,}|…+|_{4,}|·{4,})$")

Vocabulary = frozenset[str]
LinkFinder = Callable[[int, Box], str]


def vocabulary(lines: Sequence[Line]) -> Vocabulary:
    """The words of a paper in small letters, save those broken at a line's end; of "self-neglect" its parts too."""
    found: set[str] = set()
    for line in lines:
        for word in line.words[:-1]:
            found.add(word.text.lower().strip(".,;:()[]‘’“”'\"?!"))
        last = line.words[-1].text.lower()
        if not last.endswith("-"):
            found.add(last.strip(".,;:()[]‘’“”'\"?!"))
    found |= {part for word in found if "-" in word for part in word.split("-") if part.isalpha()}
    return frozenset(found)


def link_finder(links: dict[int, Sequence[Link]]) -> LinkFinder:
    """Tells for a page and a box the address that a link over it leads to, or ""."""

    def find(page: int, box: Box) -> str:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for link in links.get(page, ()):
            b = link.bbox
            if b[0] <= x <= b[2] and b[1] - 1 <= y <= b[3] + 1:
                return link.address
        return ""

    return find


def compose(draft: Draft, block_id: str, known: Vocabulary, link_at: LinkFinder, marks: frozenset[str]) -> Block:
    """A block with its text. ``marks`` are the marks of the paper's notes, by which raised figures are told apart."""
    parts = _parts(draft)
    if draft.kind == "table" and draft.table is not None:
        table = draft.table
        return Block(
            id=block_id,
            kind="table",
            parts=parts,
            caption=table.caption,
            header_rows=table.header_rows,
            header_columns=table.header_columns,
            rows=table.rows,
            doubts=table.doubts,
        )
    if draft.kind == "figure" and draft.figure is not None:
        labels = tuple(
            Label(
                text=" ".join(w.text for w in words),
                part=Part(page=draft.page, bbox=union(w.bbox for w in words)),
                series=series,
            )
            for words, series in zip(draft.figure.labels, draft.figure.series or repeat(""), strict=False)
        )
        return Block(id=block_id, kind="figure", parts=parts, caption=draft.figure.caption, labels=labels)
    writer = _Writer(known, link_at, marks)
    for i, line in enumerate(draft.lines):
        words: Sequence[PrintedWord] = line.words[draft.marker_words :] if i == 0 else line.words
        if draft.role == "contents":
            words = _without_page_number(words, last=i == len(draft.lines) - 1)
        writer.line(line.page, words)
    text, placed, runs = writer.finish()
    number = draft.number
    if draft.kind == "heading":
        match = NUMBER.match(text)
        number = match["number"] if match else ""
        if match:
            text, placed, runs = _cut_front(match.end(), text, placed, runs)
    return Block(
        id=block_id,
        kind=draft.kind,
        text=text,
        parts=parts,
        role=draft.role,
        level=draft.level if draft.kind == "heading" else 0,
        number=number,
        depth=draft.depth if draft.kind == "list_item" else 0,
        marker=draft.marker,
        runs=runs,
        note=draft.note,
        words=placed,
    )


def _parts(draft: Draft) -> tuple[Part, ...]:
    if draft.table is not None or draft.figure is not None:
        return (Part(page=draft.page, bbox=_rounded(draft.bbox)),)
    parts: list[Part] = []
    group: list[Line] = []
    for line in draft.lines:
        if group and (line.page != group[-1].page or line.bbox[3] < group[-1].bbox[1]):
            parts.append(Part(page=group[0].page, bbox=_rounded(union(x.bbox for x in group))))
            group = []
        group.append(line)
    if group:
        parts.append(Part(page=group[0].page, bbox=_rounded(union(x.bbox for x in group))))
    return tuple(parts)


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _without_page_number(words: Sequence[PrintedWord], last: bool) -> Sequence[PrintedWord]:
    """An entry of a table of contents without the dots and the page that they lead to."""
    kept = list(words)
    if last and len(kept) > 1 and re.fullmatch(r"\d{1,4}|[ivxl]+", kept[-1].text):
        kept.pop()
    # A row of dots may be one word or, with spaces between, many.
    return [w for w in kept if not LEADER.match(w.text) and w.text != "."] or list(words)


class _Writer:
    """Puts words together line by line; knows how a line's end joins the next line."""

    def __init__(self, known: Vocabulary, link_at: LinkFinder, marks: frozenset[str]) -> None:
        self.known, self.link_at, self.marks = known, link_at, marks
        self.text = ""
        self.words: list[Word] = []
        self.runs: list[Run] = []
        self.glue = False

    def line(self, page: int, words: Sequence[PrintedWord]) -> None:
        for i, word in enumerate(words):
            joined = word.joined and bool(self.text) and i > 0
            if i == 0 and self.text:
                joined = self._joins_next_line(word)
            if word.rise > 0 and self._is_note_mark(word, words, i):
                self._mark(word)
                continue
            self._word(page, word, joined or self.glue)
            self.glue = False

    def _mark(self, word: PrintedWord) -> None:
        self.runs.append(Run(text="", note=word.text.strip()))

    def _is_note_mark(self, word: PrintedWord, words: Sequence[PrintedWord], i: int) -> bool:
        mark = word.text.strip("[](),")
        if not NOTE_MARK.match(mark) or ORDINAL_SUFFIX.match(word.text):
            return False
        if mark in self.marks:
            return True
        if mark.isalpha():
            return False
        before = words[i - 1].text if i else self.text
        return not (word.joined and UNIT_BEFORE_POWER.search(before) and mark in "23")

    def _joins_next_line(self, word: PrintedWord) -> bool:
        """Whether the text so far ends in a hyphen that the next line's first word goes on from."""
        match = re.search(r"([\w’']+)-$", self.text)
        if match is None or not word.text[:1].isalnum():
            end = self.text.rsplit(" ", 1)[-1]
            return bool(re.search(r"(?:https?://|www\.)\S*$", end)) and not self.text.endswith((".", ",", ")"))
        head = self.text.rsplit(" ", 1)[-1].lower().lstrip("(‘“'\"[")
        tail = word.text.lower().rstrip(".,;:()[]‘’“”'\"?!")
        whole, hyphened = head[:-1] + tail, head + tail
        other = hyphened[:-1] if hyphened.endswith("s") else f"{hyphened}s"
        if not word.text[:1].islower() or {hyphened, other} & self.known or NUMBER_IN_WORDS.fullmatch(hyphened):
            return True
        last = match[1].lower()
        if tail in NO_SYLLABLES and whole not in self.known:
            return True
        if whole in self.known or not (last in self.known and tail in self.known):
            self._drop_hyphen()
        return True

    def _drop_hyphen(self) -> None:
        self.text = self.text[:-1]
        run = self.runs[-1]
        if run.text.endswith("-"):
            self.runs[-1] = run.model_copy(update={"text": run.text[:-1]})

    def _word(self, page: int, word: PrintedWord, joined: bool) -> None:
        gap = "" if joined or not self.text else " "
        link = self.link_at(page, word.bbox)
        start = len(self.text) + len(gap)
        self.text += gap + word.text
        if joined and word.joined and self.words and self.words[-1].page == page:
            last = self.words[-1]
            box = _rounded(union([last.bbox, word.bbox]))
            self.words[-1] = last.model_copy(update={"text": last.text + word.text, "bbox": box})
        else:
            self.words.append(Word(text=word.text, page=page, bbox=word.bbox, start=start))
        last_run = self.runs[-1] if self.runs else None
        same = last_run is not None and (last_run.bold, last_run.italic, last_run.link, last_run.note) == (
            word.bold,
            word.italic,
            link,
            "",
        )
        if same and last_run is not None:
            self.runs[-1] = last_run.model_copy(update={"text": last_run.text + gap + word.text})
        else:
            self.runs.append(Run(text=gap + word.text, bold=word.bold, italic=word.italic, link=link))

    def finish(self) -> tuple[str, tuple[Word, ...], tuple[Run, ...]]:
        plain = len(self.runs) == 1 and self.runs[0] == Run(text=self.text)
        return self.text, tuple(self.words), () if plain else tuple(self.runs)


def _cut_front(
    length: int, text: str, words: tuple[Word, ...], runs: tuple[Run, ...]
) -> tuple[str, tuple[Word, ...], tuple[Run, ...]]:
    """Text, words and runs without the first characters (a heading's number)."""
    kept = tuple(w.model_copy(update={"start": w.start - length}) for w in words if w.start >= length)
    left = length
    shorter: list[Run] = []
    for run in runs:
        take = min(left, len(run.text))
        left -= take
        if run.note or len(run.text) > take:
            shorter.append(run.model_copy(update={"text": run.text[take:]}))
    return text[length:], kept, tuple(shorter)
