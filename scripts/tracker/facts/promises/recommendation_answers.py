"""Tables that answer recommendations: "Accepted", "In part", "No", with what is to be done, who and by when.

In: a table. Out: its columns, and whether a row refuses. An accepted recommendation is a promise; what is to be done
about it says it best, where the table prints that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.promises.action_columns import ACTION, NOT_WHEN, WHEN, WHO, Columns, cell_at, one_line
from tracker.records import Block, Cell

# What is answered to a recommendation: "Accepted", "In part", "No".
_RECOMMENDED = re.compile(
    r"^(?:(?:scrutiny|committee|panel|review|the|task) )*(?:recommendations?|proposals?)\b", re.IGNORECASE
)
_REFUSED = re.compile(r"(?:no|not\b.*|reject\w*|refus\w*|declin\w*|disagree\w*|withdrawn)\b", re.IGNORECASE)
AGREED = re.compile(
    r"(?:(?:yes|accept\w*|agree\w*|support\w*|approv\w*|part(?:ly|ially|ial)?|in part|noted)(?: (?:in )?(?:part|full"
    r"|principle|partly|accepted|agreed|supported))?)\b[\s.:;,–—-]*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:response|answer|comments?|commentary|reply|reason)s?\b", re.IGNORECASE)

_LEAST_WORDS = 3


@dataclass(frozen=True)
class Answered:
    """A table of recommendations and the answers to them: the column of the recommendations, that of the verdicts, and
    the columns of what is to be done, who and by when."""

    recommended: int
    verdict: int
    columns: Columns


def answers_of(block: Block) -> Answered | None:
    """How a table answers recommendations: its verdicts stand in a column of their own or open the answers. The
    answer says what is to be done, else the column of actions does."""
    heads = [one_line(cell.text).strip(" :*") if cell else "" for cell in (block.rows[0] if block.rows else ())]
    recommended = next((c for c, head in enumerate(heads) if _RECOMMENDED.search(head)), None)
    below = block.rows[max(1, block.header_rows) :]
    if recommended is None or not below:
        return None
    verdicts = [
        c for c in range(len(heads)) if c != recommended and 2 * sum(_verdict(row, c) for row in below) > len(below)
    ]
    if not verdicts:
        return None
    who = next((c for c, head in enumerate(heads) if WHO.search(head) and c not in verdicts), None)
    when = next((c for c, head in enumerate(heads) if WHEN.search(head) and not NOT_WHEN.search(head)), None)
    acts = [c for c, head in enumerate(heads) if ACTION.search(head) and c not in (who, when, recommended)]
    told = [c for c, head in enumerate(heads) if _ANSWERS.search(head) and c not in (who, when)]
    long = [
        c
        for c in (*acts, *told)
        if any(len(cell.text.split()) > _LEAST_WORDS for row in below if (cell := cell_at(row, c)))
    ]
    action = long[0] if long else recommended
    standing = ((heads[verdicts[0]], verdicts[0]),) if verdicts[0] != action else ()
    columns = Columns(action, who, when, standing, max(1, block.header_rows), True)
    return Answered(recommended, verdicts[0], columns)


def _verdict(row: Sequence[Cell | None], column: int) -> bool:
    cell = cell_at(row, column)
    said = one_line(cell.text) if cell else ""
    return bool(AGREED.match(said) or _REFUSED.match(said))


def is_refused(row: Sequence[Cell | None], answered: Answered) -> bool:
    """Whether the verdict of a row is no, or is not given."""
    cell = cell_at(row, answered.verdict)
    return cell is None or not AGREED.match(one_line(cell.text)) or bool(_REFUSED.match(one_line(cell.text)))
