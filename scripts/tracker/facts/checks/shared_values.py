"""Several changes beside one pair of values: "up 12% in the north; 5,310 calls, against 4,980, an increase of 7%".

In: the changes of a paper. Out: each with its check. Of two changes in percent of one passage that lean on the same
two values only one can be theirs. Where one of them agrees, or stands right behind the values, the others speak of
something whose values the paper does not print, and nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.checks.change_words import Change
from tracker.facts.checks.check_changes import NOT_PRINTED, check_change
from tracker.facts.checks.check_record import Check, Spot


def judged_changes(changes: Sequence[Change]) -> tuple[tuple[Change, Check], ...]:
    """Each change with its check; those that lean on another change's values are turned into "cannot tell"."""
    judged = [(change, check_change(change)) for change in changes]
    claims: dict[tuple[str, tuple[Spot, ...]], list[Check]] = {}
    for change, check in judged:
        if change.size is not None and change.size.unit == "%" and len(check.at) > 1:
            claims.setdefault((change.passage.block.id, check.at[1:]), []).append(check)
    owners = {claim: _owner(claim[1], claimed) for claim, claimed in claims.items() if len(claimed) > 1}

    def settled(change: Change, check: Check) -> Check:
        owner = owners.get((change.passage.block.id, check.at[1:]), check)
        if check.verdict != "differs" or owner is check:
            return check
        return replace(check, verdict="cannot tell", worked_out="", explanation=NOT_PRINTED, at=check.at[:1])

    return tuple((change, settled(change, check)) for change, check in judged)


def _owner(values: Sequence[Spot], claimed: Sequence[Check]) -> Check:
    """The change that agrees with the values; if none does, the first behind them, else the last before them."""
    agreeing = [check for check in claimed if check.verdict == "agrees"]
    last = max(spot.end for spot in values)
    behind = [check for check in claimed if check.at[0].start >= last]
    return (agreeing or behind or claimed[-1:])[0]
