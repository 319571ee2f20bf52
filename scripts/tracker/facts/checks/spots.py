"""Spots of checks turned into sources, and the observations that stand there.

In: a paper, its id, its observations. Out: for each spot its ``Source`` and the ids of observations printed inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.facts.checks.check_record import Spot
from tracker.facts.places import source_of, source_of_cell
from tracker.records import Observation, Paper, Source


def share_ground(a: Source, b: Source) -> bool:
    """True when two sources have ground in common."""
    return a.block == b.block and any(
        x.page == y.page
        and x.bbox[0] < y.bbox[2]
        and y.bbox[0] < x.bbox[2]
        and x.bbox[1] < y.bbox[3]
        and y.bbox[1] < x.bbox[3]
        for x in a.boxes
        for y in b.boxes
    )


class Spots:
    """Answers for one paper; the observations are looked up by their block."""

    def __init__(self, paper_id: str, paper: Paper, observations: Sequence[Observation]) -> None:
        self._id, self._paper = paper_id, paper
        self._by_block: dict[str, list[Observation]] = {}
        for observation in observations:
            self._by_block.setdefault(observation.source.block, []).append(observation)

    def source(self, spot: Spot) -> Source:
        if spot.in_table:
            return source_of_cell(self._id, self._paper, spot.block, spot.row, spot.column)
        return source_of(self._id, self._paper, spot.block, spot.start, spot.end)

    def observations(self, spot: Spot) -> Iterator[Observation]:
        """Observations of the spot's block whose own place lies in the spot."""
        near = self._by_block.get(spot.block.id)
        if not near:
            return
        boxes = self.source(spot).boxes
        for observation in near:
            for own in observation.source.boxes:
                x, y = (own.bbox[0] + own.bbox[2]) / 2, (own.bbox[1] + own.bbox[3]) / 2
                inside = (
                    b.page == own.page and b.bbox[0] <= x <= b.bbox[2] and b.bbox[1] <= y <= b.bbox[3] for b in boxes
                )
                if any(inside):
                    yield observation
                    break
