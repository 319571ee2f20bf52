"""Changes stated in running text as records, tied to the observations they speak of.

In: a paper, what was observed in it, and changes that other finders have (tables, dashboards). Out: ``StatedChange``
records for every sentence, list item and callout that states one, except those that are known already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Literal

from tracker.facts.checks.change_subjects import names_itself
from tracker.facts.checks.change_words import Change, changes_in
from tracker.facts.checks.check_places import checks_beside_tables
from tracker.facts.checks.check_record import Spot
from tracker.facts.checks.check_table_changes import checks_of_table_changes
from tracker.facts.checks.passages import Contents, contents_of
from tracker.facts.checks.shared_values import judged_changes
from tracker.facts.checks.spots import Spots, share_ground
from tracker.facts.wording.rounding import shown
from tracker.records import Observation, Paper, Source, StatedChange

_UNITS: dict[str, Literal["%", "pp", "number"]] = {"%": "%", "pp": "pp", "count": "number", "£": "number"}


def _size(change: Change) -> tuple[str, Literal["%", "pp", "number", ""]]:
    """The stated size as plain decimal text and its unit; the difference of two printed values is not worked out."""
    if change.size is None:
        return "", ""
    digits, step = 0, change.size.step
    while step < 1:
        digits, step = digits + 1, step * 10
    return shown(abs(change.size.value), digits), _UNITS[change.size.unit]


def _in_tables(contents: Contents) -> Iterator[tuple[Spot, Spot, Spot]]:
    """Statements whose two values stand in a table: the statement, the value before, the value after."""
    for grid in contents.grids:
        for check in checks_of_table_changes(grid):
            yield check.at[0], check.at[1], check.at[2]
    instead, _ = checks_beside_tables(changes_in(contents), contents)
    for check in instead.values():
        yield check.at[0], check.at[1], check.at[2]


def with_values(
    changes: Sequence[StatedChange], paper: Paper, paper_id: str, observations: Sequence[Observation]
) -> tuple[StatedChange, ...]:
    """The changes, those without values tied to the two observations in the table beside them."""
    spots = Spots(paper_id, paper, observations)
    pairs: dict[str, list[tuple[Source, Spot, Spot]]] = {}
    for own, before, after in _in_tables(contents_of(paper)):
        pairs.setdefault(own.block.id, []).append((spots.source(own), before, after))

    def tied(change: StatedChange) -> StatedChange:
        if change.from_observation or change.to_observation:
            return change
        for source, before, after in pairs.get(change.source.block, ()):
            if not share_ground(change.source, source):
                continue
            a, b = next(spots.observations(before), None), next(spots.observations(after), None)
            if a and b:
                values = {
                    "from_observation": a.id,
                    "to_observation": b.id,
                    "indicator": change.indicator or b.indicator,
                }
                return change.model_copy(update=values)
        return change

    return tuple(tied(change) for change in changes)


def _spoken_of(change: Change, spots: Spots) -> Observation | None:
    """The figure that the sentence has before a change without values ("1251 referrals …, a 9.2% decrease")."""
    start, _ = change.passage.sentence_at(change.start)
    if start >= change.start:
        return None
    said = list(spots.observations(Spot(change.passage.block, start, change.start)))
    last = max((a.end for a in change.passage.amounts if start <= a.start < change.start), default=start)
    return said[-1] if said and not names_itself(change, last) else None


def stated_changes(
    paper: Paper, paper_id: str, observations: Sequence[Observation], known: Sequence[StatedChange] = ()
) -> tuple[StatedChange, ...]:
    """The changes that the paper's sentences state and ``known`` has not, in reading order."""
    spots = Spots(paper_id, paper, observations)
    taken: dict[str, list[Source]] = {}
    for one in known:
        taken.setdefault(one.source.block, []).append(one.source)

    def observed(spot: Spot) -> Observation | None:
        return next(iter(spots.observations(spot)), None)

    found: list[StatedChange] = []
    for change, check in judged_changes(changes_in(contents_of(paper))):
        block = change.passage.block
        source = spots.source(Spot(block, change.start, change.end))
        if any(share_ground(source, other) for other in taken.get(block.id, ())):
            continue
        # Where several values stand near and none bears the statement out, it is tied to none of them.
        before, after = map(observed, values) if (values := check.at[1:]) else (None, None)
        about = after or before or _spoken_of(change, spots)
        amount, unit = _size(change)
        key = hashlib.sha256(f"{block.id}:{change.start}:{change.words}".encode()).hexdigest()[:8]
        found.append(
            StatedChange(
                id=f"{paper_id}-change-{key}",
                indicator=about.indicator if about else "",
                stated=change.words,
                direction=change.direction,
                amount=amount,
                unit=unit,
                from_observation=before.id if before else "",
                to_observation=after.id if after else "",
                source=source,
            )
        )
    return tuple(found)
