"""Ids last: a better reading of the same paper keeps the ids, and so the pages, of what it finds again."""

from __future__ import annotations

from tracker.pages.identity import carried_over
from tracker.records import (
    Indicator,
    Observation,
    Outcome,
    Paper,
    PaperFacts,
    PaperSettings,
    Part,
    Reading,
    Source,
    StatedChange,
)


def reading(facts: PaperFacts) -> Reading:
    paper = Paper(title="Plan", sha256="0" * 64)
    return Reading(program="0", id="plan", settings=PaperSettings(), paper=paper, facts=facts)


def place(top: float = 100.0) -> Source:
    return Source(paper="plan", page=1, boxes=(Part(page=1, bbox=(72.0, top, 90.0, top + 12)),), words="480")


def facts(indicator: str, title: str, row: str = "plan-p1-a", top: float = 100.0) -> PaperFacts:
    figure = Observation(id=row, indicator=indicator, as_printed="480", value="480", source=place(top))
    change = StatedChange(id="c", indicator=indicator, stated="fell", to_observation=row, source=place(300))
    return PaperFacts(indicators=(Indicator(id=indicator, title=title),), observations=(figure,), changes=(change,))


def test_a_title_read_better_keeps_its_id_everywhere() -> None:
    old = reading(facts("residential-burglry-offences", "Residential Burglry offences"))
    new = reading(facts("residential-burglary-offences", "Residential Burglary offences"))
    kept = carried_over(old, new).facts
    assert kept.indicators == (Indicator(id="residential-burglry-offences", title="Residential Burglary offences"),)
    assert kept.observations[0].indicator == kept.changes[0].indicator == "residential-burglry-offences"


def test_a_row_found_again_at_its_place_keeps_its_id() -> None:
    kept = carried_over(reading(facts("b", "Burglary", "r-old")), reading(facts("b", "Burglary", "r-new"))).facts
    assert kept.observations[0].id == kept.changes[0].to_observation == "r-old"


def test_another_record_gets_its_own_id() -> None:
    old = reading(facts("residential-burglary", "Residential Burglary", "r1"))
    new = reading(facts("knife-crime-with-injury", "Knife crime with injury", "r2", top=500.0))
    kept = carried_over(old, new).facts
    assert kept.indicators[0].id == "knife-crime-with-injury" and kept.observations[0].id != "r1"


def test_ids_that_both_have_are_never_given_away() -> None:
    promise = {"strategy": "s", "priority": "p"}
    old = PaperFacts(outcomes=tuple(Outcome(id=f"s-1-{n}", number=f"1.{n}", title=f"Aim {n}", **promise) for n in "12"))
    new = PaperFacts(
        outcomes=tuple(Outcome(id=f"s-1-{n}", number=f"1.{n}", title=f"Aim {n}", **promise) for n in "123")
    )
    assert carried_over(reading(old), reading(new)).facts == new


def test_words_of_papers_are_never_taken_for_ids() -> None:
    old = reading(facts("burglary", "Burglary"))
    new = reading(facts("burglery", "burglery"))
    assert carried_over(old, new).facts.indicators == (Indicator(id="burglary", title="burglery"),)
