"""Disclosure logs: many requests in one paper, one below the other under headings, or one in each row of a table.

In: blocks. Out: ``Entry`` records: reference, title and days of a request with the pieces of its letter. Nothing is
kept of who asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.facts.board.foi_letter import Letter
from tracker.facts.sections import Placed
from tracker.facts.wording.days import days_in, first_day
from tracker.records import Block

_ASKED = re.compile(
    r"^(?:(?:the|your|details of|summary of|foi|eir|information|original)\s+)*"
    r"(?:request(?:ed)?(?: details| summary| text)?|questions?(?: asked)?|you asked|what was asked|description)\s*"
    r"(?:[:–-]\s*|$)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"^(?:(?:the|our|council['’]?s|details of|summary of|foi|eir)\s+)*"
    r"(?:response(?: details| summary| text)?|answers?|reply|outcome|decision|we (?:said|replied)|what we said"
    r"|information (?:provided|disclosed|released))\s*(?:[:–-]\s*|$)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:(?:FOI|EIR|FOIR|IR|SAR)\s*(?:A\b)?(?:request\b)?[\s:#-]*(?:ref(?:erence)?\b\.?|no\b\.?|number\b)?[\s:#-]*"
    r"|(?:ref(?:erence)?|case|request)\b\.?\s*(?:no\b\.?|number\b|id\b)?\s*[:#-]\s*)"
    r"(?P<value>(?=[\w/.-]*\d)[A-Z]{0,5}-?\d[\w/.-]*\w|\d+)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"\b(?:received|requested|date of request|request date|date (?:asked|in))\b", re.IGNORECASE)
_RESPONDED = re.compile(
    r"\b(?:responded|response (?:date|sent|issued)|date of (?:response|reply|disclosure)"
    r"|date (?:closed|answered|sent|out)|replied|answered|closed|issued|completed)\b",
    re.IGNORECASE,
)
_LOG = re.compile(r"\b(?:disclosure log|FOIs?|EIRs?|freedom of information|environmental information)\b", re.IGNORECASE)
_REFERENCES = re.compile(r"\b(?:ref(?:erence)?|number|no|id|foi|case)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:subject|title|topic|about)\b", re.IGNORECASE)
# A head stands within so many blocks above the words "Request:".
_HEAD = 6
_LEAST = 2


@dataclass(frozen=True)
class Entry:
    """A request of a log. For one in a table ``row`` is its row and ``columns`` those of reference, request, answer."""

    reference: str
    title: str
    received: str
    responded: str
    letter: Letter
    row: int = -1
    columns: tuple[int, int, int] = (-1, -1, -1)


def entries_below_headings(placed: Sequence[Placed]) -> list[Entry]:
    """The requests of a log that prints them one below the other; [] for one letter, however many questions it has.

    Each must be told apart by a reference or a day of its own between the answer before and the words "Request:".
    """
    blocks = [p.block for p in placed if p.block.kind != "footnote"]
    asks = [i for i, b in enumerate(blocks) if _labels(b, _ASKED)]
    found: list[Entry] = []
    begins: list[int] = []
    for position, ask in enumerate(asks):
        until = asks[position + 1] if position + 1 < len(asks) else len(blocks)
        answer = next((i for i in range(ask, until) if _labels(blocks[i], _ANSWERED)), None)
        if answer is None:
            continue
        lowest = max(ask - _HEAD, (asks[position - 1] + 1) if position else 0)
        begin = _head_of(blocks, lowest, ask)
        if begin is None:
            return []
        begins.append(begin)
        found.append(_entry(blocks, begin, ask, answer, until))
    if len(found) < _LEAST:
        return []
    # What stands above the next request is its head, not the end of the answer before.
    ends = [*begins[1:], len(blocks)]
    return [_cut(entry, blocks, end) for entry, end in zip(found, ends, strict=True)]


def entries_in_table(block: Block, said: str) -> Iterator[Entry]:
    """The requests of a log kept as a table, a row for each; ``said`` are the headings above it."""
    head = block.rows[0] if block.rows else ()
    names = [" ".join(cell.text.split()) if cell else "" for cell in head]
    asked = next((c for c, n in enumerate(names) if _ASKED.match(n) and not _RECEIVED.search(n)), -1)
    told = next((c for c, n in enumerate(names) if _ANSWERED.match(n) and c != asked), -1)
    if asked < 0 or told < 0 or not _LOG.search(" ".join((said, block.caption, *names))):
        return
    others = [c for c in range(len(names)) if c not in (asked, told)]
    reference = next((c for c in others if _REFERENCES.search(names[c]) and not _dated(names[c])), -1)
    subject = next((c for c in others if c != reference and _SUBJECT.search(names[c])), -1)
    received = next((c for c in others if _RECEIVED.search(names[c])), -1)
    responded = next((c for c in others if _RESPONDED.search(names[c])), -1)
    for r, row in enumerate(block.rows[1:], start=1):
        texts = [" ".join(cell.text.split()) if cell else "" for cell in row]
        if len(texts) != len(names) or not texts[asked] or not texts[told]:
            continue
        letter = Letter((), None, (), (), (), ())
        number = texts[reference] if reference >= 0 else ""
        yield Entry(
            number,
            texts[subject] if subject >= 0 else f"Freedom of Information answer {number}".strip(),
            first_day(texts[received]) if received >= 0 else "",
            first_day(texts[responded]) if responded >= 0 else "",
            letter,
            r,
            (reference, asked, told),
        )


def _dated(name: str) -> bool:
    return bool(re.search(r"\bdate\b", name, re.IGNORECASE) or _RECEIVED.search(name) or _RESPONDED.search(name))


def _labels(block: Block, pattern: re.Pattern[str]) -> bool:
    """Whether a block begins with such a label: alone in its line, with a colon, or in bold."""
    match = pattern.match(block.text) if block.kind in ("paragraph", "heading", "list_item") else None
    return bool(match and (match.end() == len(block.text) or match[0].rstrip().endswith((":", "–", "-"))))


def _head_of(blocks: Sequence[Block], lowest: int, ask: int) -> int | None:
    """Where the head above a request begins: at its heading, else at the first line with a reference or a day."""
    heads = [i for i in range(lowest, ask) if blocks[i].kind == "heading" and not _labels(blocks[i], _ANSWERED)]
    own = [i for i in range(lowest, ask) if _REFERENCE.search(blocks[i].text) or _day(blocks[i : i + 1], _RECEIVED)]
    if not own:
        return None
    return heads[-1] if heads and heads[-1] <= own[-1] else own[0]


def _entry(blocks: Sequence[Block], begin: int, ask: int, answer: int, until: int) -> Entry:
    head = blocks[begin:ask]
    reference = next((m["value"].strip(".") for b in head if (m := _REFERENCE.search(b.text))), "")
    title = next((b.text for b in head if b.kind == "heading"), head[0].text if head else "")
    title = re.sub(r"^[\s:–|,.-]+|[\s:–|,-]+$", "", _REFERENCE.sub("", title))
    letter = Letter(
        tuple(head), None, tuple(blocks[ask:answer]), tuple(blocks[answer:until]), (), tuple(blocks[begin:until])
    )
    return Entry(
        reference,
        title or f"Freedom of Information answer {reference}".strip(),
        _day(head, _RECEIVED),
        _day(head, _RESPONDED),
        letter,
    )


def _cut(entry: Entry, blocks: Sequence[Block], end: int) -> Entry:
    kept = {b.id for b in blocks[:end]}
    letter = entry.letter
    answered = tuple(b for b in letter.answered if b.id in kept)
    inside = tuple(b for b in letter.blocks if b.id in kept)
    asked = tuple(b for b in letter.asked if not _alone(b, _ASKED))
    answered = tuple(b for b in answered if not _alone(b, _ANSWERED))
    cut = Letter(letter.head, None, asked, answered, (), inside)
    return Entry(entry.reference, entry.title, entry.received, entry.responded, cut)


def _alone(block: Block, label: re.Pattern[str]) -> bool:
    match = label.match(block.text)
    return bool(match and match.end() == len(block.text))


def _day(blocks: Sequence[Block], label: re.Pattern[str]) -> str:
    """The first day behind such a label, as ISO."""
    for block in blocks:
        for match in label.finditer(block.text):
            day = next((d for d in days_in(block.text) if d.start >= match.end()), None)
            if day and day.start - match.end() <= 20:
                return day.iso
    return ""
