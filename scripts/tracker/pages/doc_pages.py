"""What is read from ``docs/``, as typed data: passages, pages and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.pages.faults import Fault
from tracker.pages.fields import ObservationRow
from tracker.records import PaperFacts, Record


@dataclass(frozen=True)
class TextBlock:
    """A passage of a part's page: its id in the paper ("" for one that people put in), its page of the file (0 when
    not known), its Markdown without the attribute list, and its classes ("figure", "table", "footnote", "testimony"
    and so on, "" for none). A table's Markdown starts with its caption line."""

    id: str
    page: int
    markdown: str
    css: str = ""
    line: int = 0


@dataclass(frozen=True)
class DocPage:
    """A page that stands for a record. ``address`` is "outcomes/x" (its file without ".md"); ``kind`` its folder."""

    address: str
    kind: str
    id: str
    record: Record
    fields: Mapping[str, Any]
    lines: Mapping[str, int]
    blocks: tuple[TextBlock, ...] = ()
    prose: str = ""
    left_out: str = ""
    formerly: tuple[str, ...] = ()
    has_region: bool = False
    """Whether the marks round a paper's text are there."""

    @property
    def file(self) -> str:
        """The page below docs/, as the check names it."""
        return f"{self.address}.md"


@dataclass(frozen=True)
class Docs:
    """Everything in ``docs/`` that stands for a record. ``rows`` are by indicator id, left-out ones among them."""

    facts: PaperFacts = field(default_factory=PaperFacts)
    pages: tuple[DocPage, ...] = ()
    rows: Mapping[str, tuple[ObservationRow, ...]] = field(default_factory=dict)
    row_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The line of each of ``rows`` in its file."""
    texts: Mapping[str, tuple[TextBlock, ...]] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where a page once was ("outcomes/old") → where it is now ("outcomes/new"), as ``formerly`` says."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Record or row id → the reason people gave."""
    faults: tuple[Fault, ...] = ()
