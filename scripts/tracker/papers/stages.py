"""What each stage of reading made of a paper's pages, in one place to look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.papers.columns import Column
from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.drafts import Draft
from tracker.papers.figures import FoundFigure
from tracker.papers.furniture import Furnished
from tracker.papers.headings import Body
from tracker.papers.lines import Line
from tracker.papers.tables.found import FoundTable


@dataclass
class Stages:
    """What each stage made of the pages, in order of pages; for looking at a wrong reading stage by stage."""

    contents: list[PageContent] = field(default_factory=list)
    furnished: list[Furnished] = field(default_factory=list)
    figures: list[list[FoundFigure]] = field(default_factory=list)
    tables: list[tuple[FoundTable, ...]] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)
    columns: list[list[Column]] = field(default_factory=list)
    drafts: list[list[Draft]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    """By how many degrees each page is turned clockwise to be read: 0, 90, 180 or 270."""
    aside: list[list[PrintedWord]] = field(default_factory=list)
    """Words that run another way than their page and belong to no table or figure."""
    verdicts: list[tuple[bool, tuple[str, ...]]] = field(default_factory=list)
    """For each page whether it has text of its own, and what is doubtful about it."""
