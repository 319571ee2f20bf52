"""What an extraction says at its end: plain lines that a person reads and a log keeps."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extracting import Extraction
from tracker.records import Reading

RECORDS = {
    "parts": "parts",
    "meetings": "meetings",
    "strategies": "strategies",
    "priorities": "priorities",
    "outcomes": "outcomes",
    "commitments": "commitments",
    "targets": "targets",
    "indicators": "indicators",
    "observations": "figures",
    "changes": "stated changes",
    "requests": "requests",
    "forward_items": "forward plan items",
    "terms": "terms",
    "findings": "findings",
}
MOST_LISTED = 20
"""Lines of one sort after which the rest is counted only."""


def on_one_line(sentence: str) -> str:
    """A sentence as it may stand on a terminal and in a log: a file's name can hold line ends and control codes."""
    return "".join(c if c.isprintable() else "?" for c in sentence)


def summary(done: Extraction) -> Iterator[str]:
    """The lines of the summary."""
    pages = sum(len(reading.paper.pages) for reading in done.readings)
    tables = sum(1 for reading in done.readings for p in reading.paper.pages for b in p.blocks if b.kind == "table")
    yield f"Papers: {len(done.readings)} ({len(done.read_now)} read now), {pages} pages, {tables} tables."
    counts = [(name, sum(len(getattr(r.facts, key)) for r in done.readings)) for key, name in RECORDS.items()]
    yield "Records: " + ", ".join(f"{count} {name}" for name, count in counts if count) + "."
    yield from _listed("Pages without text", [line for reading in done.readings for line in _without_text(reading)])
    yield from _listed("Not understood", [line for reading in done.readings for line in _not_understood(reading)])
    kept = done.kept
    yield f"Pages and tables: {len(kept.written)} written, {len(kept.removed)} removed."
    yield from _listed("Taken out by people and kept out", list(kept.kept_out))
    conflicts = [f"{c.file}, {c.field}: kept “{c.kept}”; the reading has “{c.offered}”" for c in kept.conflicts]
    yield from _listed("Conflicts", conflicts)
    yield from _listed("Pages that could not be brought up to date", [str(fault) for fault in kept.faults])
    yield from _listed("Papers that could not be read", list(done.failed))


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}: {len(lines)}"
        yield from (f"  {on_one_line(line)}" for line in lines[:MOST_LISTED])
        if len(lines) > MOST_LISTED:
            yield f"  and {len(lines) - MOST_LISTED} more"


def _without_text(reading: Reading) -> list[str]:
    """A line for each page that has no text layer, and how its words were come by, if at all."""
    how = {"ocr": "its words were recognised by machine", "text": "its words could not be read"}
    return [f"{reading.id}, page {p.number}: {how[p.read_by]}" for p in reading.paper.pages if not p.has_text]


def _not_understood(reading: Reading) -> list[str]:
    return [f"{reading.id}, page {w.source.page}: {w.text[:80]}" for w in reading.facts.not_understood]
