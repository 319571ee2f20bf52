"""The papers' own arithmetic, checked: the entry for one paper and for all of them together.

In: a paper, with the facts that were read from it. Out: findings that say whether a printed change, total, share,
number of items or length of time agrees with what the paper's figures give, differs from it, or cannot be told.
Nothing is corrected, and the words are neutral: a difference may come from rounding, a later revision or a slip.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from tracker.facts.checks.change_words import changes_in
from tracker.facts.checks.check_averages import checks_of_averages
from tracker.facts.checks.check_label_shares import checks_of_label_shares
from tracker.facts.checks.check_lists import checks_of_lengths, checks_of_lists
from tracker.facts.checks.check_observations import conflicts, rolled
from tracker.facts.checks.check_places import checks_beside_tables
from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.check_retold import retold
from tracker.facts.checks.check_series import checks_of_series
from tracker.facts.checks.check_shares import checks_of_share_lists, checks_of_shares
from tracker.facts.checks.check_sums import checks_of_sums
from tracker.facts.checks.check_table_changes import checks_of_table_changes
from tracker.facts.checks.check_table_hundred import checks_of_table_hundreds
from tracker.facts.checks.check_table_ratios import checks_of_table_ratios
from tracker.facts.checks.check_table_shares import checks_of_table_shares
from tracker.facts.checks.check_table_sums import checks_of_table_sums
from tracker.facts.checks.check_targets import checks_of_targets
from tracker.facts.checks.check_text_tables import checks_of_text_and_tables
from tracker.facts.checks.check_words import checks_of_words
from tracker.facts.checks.overlap_notes import heeding_notes
from tracker.facts.checks.passages import Contents, contents_of
from tracker.facts.checks.shared_values import judged_changes
from tracker.facts.checks.spots import Spots, share_ground
from tracker.records import Finding, Paper, PaperFacts, Reading, StatedChange


def checks_of(contents: Contents, facts: PaperFacts) -> tuple[Check, ...]:
    """All checks of one paper, in reading order."""
    found = list(_of_text(contents))
    for grid in contents.grids:
        found.extend(checks_of_table_changes(grid))
        found.extend(checks_of_table_sums(grid))
        shares = checks_of_table_shares(grid)
        found.extend(shares)
        judged = {(check.at[0].row, check.at[0].column) for check in shares}
        found.extend(c for c in checks_of_table_ratios(grid) if (c.at[0].row, c.at[0].column) not in judged)
        found.extend(checks_of_table_hundreds(grid))
        found.extend(checks_of_series(grid))
    terms = {t.short.lower(): t.expansion.lower() for t in facts.terms if t.expansion and len(t.short) > 1}
    found.extend(checks_of_text_and_tables(contents, terms))
    found.extend(checks_of_label_shares(contents))
    found.extend(checks_of_averages(contents))
    order = {p.block.id: p.order for p in contents.passages} | {g.block.id: g.order for g in contents.grids}
    return tuple(
        sorted(
            heeding_notes(found, contents),
            key=lambda c: (order.get(c.at[0].block.id, 0), c.at[0].row, c.at[0].column, c.at[0].start),
        )
    )


def _of_text(contents: Contents) -> Iterator[Check]:
    changes = changes_in(contents)
    instead, more = checks_beside_tables(changes, contents)
    for change, check in judged_changes(changes):
        yield instead.get(change) or check
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
        yield from checks_of_targets(passage)
    yield from checks_of_lists(passages)
    yield from checks_of_share_lists(passages, contents.grids)


def findings_of(facts: PaperFacts, paper: Paper, paper_id: str) -> tuple[Finding, ...]:
    """The findings of one paper; ``facts`` are what has been read from it so far."""
    contents = contents_of(paper)
    makers = _Maker(paper_id, paper, facts, contents)
    found: dict[str, Finding] = {}
    for check in checks_of(contents, facts):
        finding = makers.finding(check)
        found.setdefault(finding.id, finding)
    for finding in (*conflicts(facts.observations), *rolled(facts.observations), *retold(facts.observations)):
        if not any(f.kind == finding.kind and finding.about[0] in f.about for f in found.values()):
            found.setdefault(finding.id, finding)
    return tuple(found.values())


def findings_across(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Findings that need more than one paper."""
    observations = [o for reading in readings for o in reading.facts.observations]
    own = {f.id for reading in readings for f in reading.facts.findings}
    found = [*conflicts(observations, across=True), *(f for f in rolled(observations) if f.id not in own)]
    return tuple({f.id: f for f in found}.values())


class _Maker:
    """Makes findings of checks: places, ids, the observations that they speak of."""

    def __init__(self, paper_id: str, paper: Paper, facts: PaperFacts, contents: Contents) -> None:
        self._id, self._spots = paper_id, Spots(paper_id, paper, facts.observations)
        self._titles = {indicator.id: indicator.title for indicator in facts.indicators}
        self._changes: dict[str, list[StatedChange]] = {}
        for change in facts.changes:
            self._changes.setdefault(change.source.block, []).append(change)
        self._grids = {grid.block.id: grid for grid in contents.grids}
        self._headings = {passage.block.id: passage.heading for passage in contents.passages}

    def finding(self, check: Check) -> Finding:
        places = "|".join(_address(spot) for spot in check.at)
        key = hashlib.sha256(f"{check.kind}|{places}|{check.stated}".encode()).hexdigest()[:8]
        return Finding(
            id=f"{self._id}-check-{key}",
            kind=check.kind,
            verdict=check.verdict,
            what=self._what(check.kind, check.at),
            stated=check.stated,
            worked_out=check.worked_out,
            explanation=check.explanation,
            about=tuple(dict.fromkeys((*self._observed(check), *self._changes_at(check)))),
            sources=tuple(dict.fromkeys(self._spots.source(spot) for spot in check.at)),
        )

    def _observed(self, check: Check) -> Iterator[str]:
        return (o.id for spot in check.at for o in self._spots.observations(spot))

    def _changes_at(self, check: Check) -> Iterator[str]:
        """The stated changes whose words the check judges: their page speaks of it even where no value was read."""
        if check.kind in ("change", "direction"):
            own = self._spots.source(check.at[0])
            yield from (c.id for c in self._changes.get(check.at[0].block.id, ()) if share_ground(own, c.source))

    def _what(self, kind: str, at: Sequence[Spot]) -> str:
        """What the check speaks of: the row and column of its cell, else the measure it names, else the heading."""
        own = at[0]
        if own.in_table:
            # A stated change is named by the later of its two values, which stands last.
            return self._cell(at[2] if kind == "change" and len(at) > 2 else own)
        named = (*reversed(at[1:]), own) if kind in ("change", "direction") else (own, *reversed(at[1:]))
        for spot in named:
            for observation in self._spots.observations(spot):
                title = self._titles.get(observation.indicator, "")
                if title:
                    parts = [title, *(value for _, value in observation.breakdown), observation.period_label]
                    return ", ".join(part for part in parts if part)
        if kind in ("change", "direction"):
            source = self._spots.source(own)
            for change in self._changes.get(own.block.id, ()):
                if self._titles.get(change.indicator) and share_ground(source, change.source):
                    return self._titles[change.indicator]
        row = next((self._cell(spot) for spot in at if spot.in_table), "")
        return row or self._headings.get(own.block.id, "")

    def _cell(self, spot: Spot) -> str:
        grid = self._grids.get(spot.block.id)
        if grid is None or not 0 <= spot.row - grid.first_row < len(grid.texts):
            return ""
        head = grid.heads[spot.column] if spot.column < len(grid.heads) else ""
        return ", ".join(part for part in (grid.label(spot.row - grid.first_row), head) if part)


def _address(spot: Spot) -> str:
    """The spot in words that stay the same from run to run."""
    return f"{spot.block.id}:{spot.row},{spot.column}" if spot.in_table else f"{spot.block.id}:{spot.start}"
