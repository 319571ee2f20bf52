"""What every fact-finder is given: a paper with its outline and parts, and the settings.

In: a ``Paper`` with its id and settings. Out: a ``PaperContext``, made once for a paper and handed from one to
the next.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.facts import places
from tracker.facts.board.parts import Span, spans_of
from tracker.facts.sections import Outline, outline_of
from tracker.records import Block, Paper, PaperSettings, Source, TrackerSettings


@dataclass(frozen=True)
class PaperContext:
    """A paper with all that understanding it needs: its settings, the tracker's, its headings, its parts."""

    paper: Paper
    paper_id: str
    settings: PaperSettings
    tracker: TrackerSettings
    outline: Outline
    spans: tuple[Span, ...]

    def source(self, block: Block, start: int = 0, end: int | None = None) -> Source:
        """The place of a stretch of a block's text; of all of it when no end is given."""
        if start == 0 and end is None:
            return places.source_of_block(self.paper_id, self.paper, block)
        return places.source_of(self.paper_id, self.paper, block, start, len(block.text) if end is None else end)

    def cell(self, block: Block, row: int, column: int) -> Source:
        """The place of a cell of a table."""
        return places.source_of_cell(self.paper_id, self.paper, block, row, column)

    def span_of(self, index: int) -> Span | None:
        """The part that holds the block at this place of the outline."""
        return next((s for s in self.spans if s.blocks and s.blocks[0].index <= index <= s.blocks[-1].index), None)


def context_of(paper: Paper, paper_id: str, settings: PaperSettings, tracker: TrackerSettings) -> PaperContext:
    """Outline and parts of a paper."""
    outline = outline_of(paper)
    return PaperContext(
        paper, paper_id, settings, tracker, outline, spans_of(paper_id, paper, outline, settings, tracker)
    )
