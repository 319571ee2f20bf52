"""What a person's check covers: a row, all rows of a measure, a table or passage, a part, or a whole paper.

``checked_by`` on a row is about that row; on an indicator's page about all its rows; on the page of a part or paper
about all figures in it, or, with ``checked_blocks``, about those of these tables and passages. In: the fields of
pages. Out: for each row the check that covers it and how far the row is to be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.pages.fields import ObservationRow
from tracker.pages.front_matter import Value
from tracker.records import Trust


@dataclass(frozen=True)
class Check:
    """A check by a post, on a day ("" where none is given)."""

    by: str
    on: str = ""


@dataclass(frozen=True)
class Checks:
    """The checks of whole pages: of indicators by id, of parts and papers by id and passage ("" for all of it)."""

    indicators: Mapping[str, Check] = field(default_factory=dict)
    papers: Mapping[tuple[str, str], Check] = field(default_factory=dict)

    def over(self, indicator: str, part: str, paper: str, block: str) -> Check | None:
        """The check that covers a figure of a measure at a place; None where there is none. The nearest goes first."""
        places = ((part, block), (paper, block), (part, ""), (paper, ""))
        found = (self.papers.get(place) for place in places if place[0])
        return self.indicators.get(indicator) or next((check for check in found if check), None)


def checks_on(pages: Iterable[tuple[str, str, Mapping[str, Value]]]) -> Checks:
    """The checks that pages (kind, id, fields) tell of."""
    indicators: dict[str, Check] = {}
    papers: dict[tuple[str, str], Check] = {}
    for kind, key, fields in pages:
        by = str(fields.get("checked_by") or "")
        if not by or kind not in ("indicators", "papers"):
            continue
        check = Check(by, str(fields.get("checked_on") or ""))
        if kind == "indicators":
            former = fields.get("formerly") or []
            for old in former if isinstance(former, list | tuple) else [former]:
                indicators.setdefault(str(old).strip().strip("/").removesuffix(".md").rsplit("/", 1)[-1], check)
            indicators[key] = check
            continue
        said = fields.get("checked_blocks") or [""]
        papers.update({(key, str(block)): check for block in (said if isinstance(said, list | tuple) else [said])})
    return Checks(indicators, papers)


def trust_in(row: ObservationRow, checks: Checks) -> tuple[Trust, Check | None]:
    """How far a row is to be trusted, and who checked it.

    A correction goes before a check. What was not sure, and so was shown to nobody, needs a check of its own; so does
    a row that reads otherwise since it was checked (``check_again``).
    """
    own = Check(row.checked_by, row.checked_on) if row.checked_by else None
    if row.correction or row.trust == "corrected":
        return "corrected", own
    if own:
        return "checked", own
    if row.trust != "machine-read" or row.check_again:
        return row.trust, None
    over = checks.over(row.indicator, row.part, row.source.paper, row.source.block)
    return ("checked", over) if over else (row.trust, None)
