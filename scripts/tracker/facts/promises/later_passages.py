"""Passages of papers that can report what came of a promise, each with its day.

In: a ``Reading``. Out: its paragraphs and list items outside agendas, forward plans, standing sections and residents'
accounts, with the words and names that tell what they are about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.facts.sections import Outline, Placed
from tracker.facts.wording.likeness_words import content_words, name_words
from tracker.facts.wording.names import plain_words
from tracker.records import Commitment, PaperPart, Reading

_NO_REPORTS = frozenset(["agenda", "forward plan", "contents", "front matter", "covering report", "dashboard"])
"""Kinds of parts that plan or count and do not tell what was done."""
_TELLING_SECTIONS = frozenset(["reasons", "summary"])
"""Of the standard sections of covering reports, those that tell what was done; legal, finance and so on do not."""
_LEAST_WORDS = 9
"""Shorter passages are labels and names of outcomes."""
_CHAPTER = 3
"""A heading over at least so many sections is a chapter's."""
_YEAR = re.compile(r"\b(20\d\d)(?:\s?[-–/]\s?(?:20)?(\d\d))?\b")


@dataclass(frozen=True)
class Passage:
    """A passage and what it is about; ``section`` is the id of the heading over it, ``day`` ISO."""

    paper: str
    part: str
    section: str
    block: str
    index: int
    day: str
    words: frozenset[str]
    names: frozenset[str]
    heading_words: frozenset[str]
    heading_names: frozenset[str]

    @property
    def section_key(self) -> tuple[str, str, str]:
        return self.paper, self.part, self.section


def paper_day(reading: Reading) -> str:
    """The day of a paper; where it prints none, the last day of the year it names: a strategy's first, a report's last.

    "" where it names no year either.
    """
    if reading.settings.date or reading.paper.date:
        return reading.settings.date or reading.paper.date
    found = _YEAR.search(reading.settings.title or reading.paper.title) or _YEAR.search(reading.id.replace("-", " "))
    if not found:
        return ""
    kind = reading.settings.kind or reading.paper.kind
    last = found[2] if found[2] and kind != "strategy" else ""
    return f"{'20' + last if last else found[1]}-12-31"


def days_of_promises(readings: Sequence[Reading]) -> Callable[[Commitment], str]:
    """When a promise was made: the day of its part, else of its paper; "" where neither is known."""
    papers = {reading.id: paper_day(reading) for reading in readings}
    parts = {part.id: part.date for reading in readings for part in reading.facts.parts if part.date}
    return lambda commitment: parts.get(commitment.part) or papers.get(commitment.source.paper, "")


def passages_in(reading: Reading, outline: Outline) -> Iterator[Passage]:
    """The passages of a paper that can report something, in reading order."""
    day = paper_day(reading)
    parts = _parts_of(outline, reading.facts.parts)
    openings, wordings = _openings(outline), _wordings(reading)
    for placed in outline:
        part, block = parts.get(placed.index), placed.block
        if part is None or part.kind in _NO_REPORTS or block.id in _left_aside(part):
            continue
        if block.kind not in ("paragraph", "list_item") or len(block.text.split()) < _LEAST_WORDS:
            continue
        if (placed.chain and placed.chain[-1] in openings) or plain_words(block.text) in wordings:
            continue
        heading = _heading(outline, placed)
        yield Passage(
            paper=reading.id,
            part=part.id,
            section=heading.block.id if heading else "",
            block=block.id,
            index=placed.index,
            day=part.date or day,
            words=content_words(block.text),
            names=name_words(block.text),
            heading_words=content_words(heading.block.text) if heading else frozenset(),
            heading_names=name_words(heading.block.text) if heading else frozenset(),
        )


def _openings(outline: Outline) -> frozenset[int]:
    """Headings over so many sections that what stands right below them opens a chapter and says what is wanted."""
    below = Counter(p.chain[-1] for p in outline if p.block.kind == "heading" and p.chain)
    return frozenset(index for index, sections in below.items() if sections >= _CHAPTER)


def _wordings(reading: Reading) -> frozenset[str]:
    """Objectives and outcomes in plain words: a report lists them before it reports on them."""
    facts = reading.facts
    wordings = (w for nodes in (facts.priorities, facts.outcomes) for node in nodes for w in node.wordings)
    return frozenset(plain_words(wording.text) for wording in wordings)


def _heading(outline: Outline, placed: Placed) -> Placed | None:
    return outline.at(placed.chain[-1]) if placed.chain else None


def _left_aside(part: PaperPart) -> frozenset[str]:
    """Residents' accounts and standing sections."""
    standing = (b for s in part.sections if s.kind not in _TELLING_SECTIONS for b in s.blocks)
    return frozenset((*part.testimony, *standing))


def _parts_of(outline: Outline, parts: Sequence[PaperPart]) -> dict[int, PaperPart]:
    """The narrowest part each place belongs to."""
    order = {placed.block.id: placed.index for placed in outline}
    spans = [
        (order[p.last_block] - order[p.first_block], n, p)
        for n, p in enumerate(parts)
        if p.first_block in order and p.last_block in order
    ]
    found: dict[int, PaperPart] = {}
    for _, _, part in sorted(spans, key=lambda span: span[:2]):
        for index in range(order[part.first_block], order[part.last_block] + 1):
            found.setdefault(index, part)
    return found
