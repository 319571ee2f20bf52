"""The papers' own arithmetic, checked: the entry for one paper and for all of them together.

In: a paper, with the facts that were read from it. Out: findings that say whether a printed change, total, share, number
of items or length of time agrees with what the paper's figures give, differs from it, or cannot be told. Nothing is
corrected, and the words are neutral: a difference may come from rounding, a later revision or a slip.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from tracker.facts.change_words import changes_in
from tracker.facts.check_changes import check_change
from tracker.facts.check_lists import checks_of_lengths, checks_of_lists
from tracker.facts.check_places import checks_beside_tables
from tracker.facts.check_record import Check, Spot
from tracker.facts.check_series import checks_of_series
from tracker.facts.check_shares import checks_of_shares
from tracker.facts.check_sums import checks_of_sums
from tracker.facts.check_table_changes import checks_of_table_changes
from tracker.facts.check_table_shares import checks_of_table_shares
from tracker.facts.check_table_sums import checks_of_table_sums
from tracker.facts.check_text_tables import checks_of_text_and_tables
from tracker.facts.check_words import checks_of_words
from tracker.facts.passages import Contents, contents_of
from tracker.facts.places import source_of, source_of_cell
from tracker.records import Finding, Observation, Paper, PaperFacts, Reading, Source


def checks_of(contents: Contents, facts: PaperFacts) -> tuple[Check, ...]:
    """All checks of one paper, in reading order."""
    found = list(_of_text(contents))
    for grid in contents.grids:
        found.extend(checks_of_table_changes(grid))
        found.extend(checks_of_table_sums(grid))
        found.extend(checks_of_table_shares(grid))
        found.extend(checks_of_series(grid))
    terms = {t.short.lower(): t.expansion.lower() for t in facts.terms if t.expansion and len(t.short) > 1}
    found.extend(checks_of_text_and_tables(contents, terms))
    order = {p.block.id: p.order for p in contents.passages} | {g.block.id: g.order for g in contents.grids}
    return tuple(
        sorted(found, key=lambda c: (order.get(c.at[0].block.id, 0), c.at[0].row, c.at[0].column, c.at[0].start))
    )


def _of_text(contents: Contents) -> Iterator[Check]:
    changes = changes_in(contents)
    instead, more = checks_beside_tables(changes, contents)
    for change in changes:
        yield instead.get(change) or check_change(change)
    yield from more
    passages = contents.passages
    for index, passage in enumerate(passages):
        if not passage.amounts and not passage.text.rstrip().endswith(":"):
            continue
        near = [p for p in passages[max(0, index - 4) : index] if p.section == passage.section]
        grids = contents.grids_of(passage.section)
        yield from checks_of_sums(passage)
        yield from checks_of_shares(passage, near, grids)
        yield from checks_of_words(passages, index, grids)
    for index, passage in enumerate(passages):
        if not passage.amounts:
            yield from checks_of_words(passages, index, contents.grids_of(passage.section))
        yield from checks_of_lengths(passage)
    yield from checks_of_lists(passages)


def findings_of(facts: PaperFacts, paper: Paper, paper_id: str) -> tuple[Finding, ...]:
    """The findings of one paper; ``facts`` are what has been read from it so far."""
    contents = contents_of(paper)
    makers = _Maker(paper_id, paper, facts.observations)
    found: dict[str, Finding] = {}
    for check in checks_of(contents, facts):
        finding = makers.finding(check)
        found.setdefault(finding.id, finding)
    return tuple(found.values())


def findings_across(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Findings that need more than one paper."""
    return ()


class _Maker:
    """Makes findings of checks: places, ids, the observations that they speak of."""

    def __init__(self, paper_id: str, paper: Paper, observations: Sequence[Observation]) -> None:
        self._id, self._paper = paper_id, paper
        self._observations: dict[str, list[Observation]] = {}
        for observation in observations:
            self._observations.setdefault(observation.source.block, []).append(observation)

    def finding(self, check: Check) -> Finding:
        sources = tuple(dict.fromkeys(self._source(spot) for spot in check.at))
        places = "|".join(
            f"{s.block.id}:{s.row},{s.column}" if s.in_table else f"{s.block.id}:{s.start}" for s in check.at
        )
        key = hashlib.sha256(f"{check.kind}|{places}|{check.stated}".encode()).hexdigest()[:8]
        about = tuple(dict.fromkeys(name for spot in check.at for name in self._about(spot)))
        return Finding(
            id=f"{self._id}-check-{key}",
            kind=check.kind,
            verdict=check.verdict,
            stated=check.stated,
            worked_out=check.worked_out,
            explanation=check.explanation,
            about=about,
            sources=sources,
        )

    def _source(self, spot: Spot) -> Source:
        if spot.in_table:
            return source_of_cell(self._id, self._paper, spot.block, spot.row, spot.column)
        return source_of(self._id, self._paper, spot.block, spot.start, spot.end)

    def _about(self, spot: Spot) -> Iterator[str]:
        near = self._observations.get(spot.block.id)
        if not near:
            return
        boxes = self._source(spot).boxes
        for observation in near:
            for own in observation.source.boxes:
                x, y = (own.bbox[0] + own.bbox[2]) / 2, (own.bbox[1] + own.bbox[3]) / 2
                if any(
                    b.page == own.page and b.bbox[0] <= x <= b.bbox[2] and b.bbox[1] <= y <= b.bbox[3] for b in boxes
                ):
                    yield observation.id
                    break
