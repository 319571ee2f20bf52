"""Sums of money in a list under a lead-in that says what they are."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.records import PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Ashdown Safety Board", place="Ashdown")
Told = set[tuple[str, str, str, str]]


def sums(lead: str, *items: str) -> Told:
    """Value, title, group and first day of each sum shown as fact."""
    text = "\n".join(["# Money", lead, *(f"- {item}" for item in items)])
    made = paper(text, kind="minutes", title="Minutes")
    facts = understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)
    titles = {i.id: i.title for i in facts.indicators}
    return {
        (o.value or "", titles[o.indicator], dict(o.breakdown).get("group", ""), o.period_start or "")
        for o in facts.observations
        if o.trust != "unsure" and o.unit == "GBP"
    }


def test_grants_that_are_made_are_named_by_their_lead_in() -> None:
    told = sums("The following awards were agreed:", "Weaver Lane Hub (boxing): £900", "Kelbrook Scouts (tents): £350.")
    assert told == {
        ("900", "Awards agreed", "Weaver Lane Hub (boxing)", ""),
        ("350", "Awards agreed", "Kelbrook Scouts (tents)", ""),
    }


def test_a_fund_that_is_divided_names_its_parts_and_its_year_is_theirs() -> None:
    told = sums(
        "Members looked at the rural crime fund. For 2025/26 it is to be spent as follows:",
        "£7,400 – trackers for quad bikes;",
        "£1,150 – stile repairs; and",
        "£600 for leaflets.",
    )
    assert told == {
        ("7400", "Rural crime fund", "trackers for quad bikes", "2025-04-01"),
        ("1150", "Rural crime fund", "stile repairs", "2025-04-01"),
        ("600", "Rural crime fund", "leaflets", "2025-04-01"),
    }


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("The following fines were imposed:", ("Dumping tyres: £400", "Burning waste: £250")),
        ("The small grants fund was spent as follows:", ("Wardens: £40 each", "Cameras: £900 per site")),
        ("The following grants were approved:", ("Mrs A Hale (kiln): £300", "Mr B Orr (loom): £200")),
        ("The small grants fund was discussed:", ("Item 4, page 12", "It had £400 left and would be closed")),
    ],
)
def test_sums_of_other_lists_are_not_named_so(lead: str, items: tuple[str, ...]) -> None:
    assert not [told for told in sums(lead, *items) if told[2]]
