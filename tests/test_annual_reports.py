"""A partnership's annual report as designers set it: tiles of numbers, case studies in boxes, promises kept."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from small_papers import paper_of
from tracker.facts import understand
from tracker.facts.board import testimony
from tracker.facts.figures.prose_headings import time_of_chapters
from tracker.facts.sections import outline_of
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.topics import topic_of
from tracker.papers.lines import BIG_NUMBER
from tracker.records import Paper, PaperFacts, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Marlbrook Partnership", place="Marlbrook")


def facts_of(made: Paper) -> PaperFacts:
    return understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)


def with_callouts(text: str, *words: str) -> Paper:
    """The paper that the text makes, its paragraphs with one of these words callouts."""
    made = paper(text, kind="annual report", title="Marlbrook Partnership Annual Report 2030–31")
    pages = tuple(
        page.model_copy(
            update={
                "blocks": tuple(
                    b.model_copy(update={"role": "callout"}) if any(w in b.text for w in words) else b
                    for b in page.blocks
                )
            }
        )
        for page in made.pages
    )
    return made.model_copy(update={"pages": pages})


def test_tiles_are_of_the_report_s_year_and_not_of_the_year_that_one_compares_with() -> None:
    found = facts_of(
        with_callouts(
            """
            # Marlbrook Partnership Annual Report 2030–31
            ## The year in numbers
            14% fewer burglaries than in 2029–30
            38 Community Protection Notices issued
            96 young people diverted through the Turnaround programme
            """,
            "fewer",
            "issued",
            "diverted",
        )
    )
    shown = {o.as_printed: (o.unit, o.period_start, o.period_end) for o in found.observations if o.trust != "unsure"}
    assert shown["38"] == ("notices", "2030-04-01", "2031-03-31")
    assert shown["96"] == ("people", "2030-04-01", "2031-03-31")


def test_a_case_study_in_a_box_gives_no_figure_and_dates_none() -> None:
    found = facts_of(
        with_callouts(
            """
            # Marlbrook Partnership Annual Report 2030–31
            ## Victims
            ### Case study: a new start
            In May 2030 a mother came with two children and stayed for 14 weeks.
            ## How we spent our money
            | Project | £
            | Lamps | 71,000
            | Locks | 94,250
            """,
            "mother",
        )
    )
    assert {o.as_printed: o.period_start for o in found.observations} == {
        "71,000": "2030-04-01",
        "94,250": "2030-04-01",
    }


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("What we said we would do", False),
        ("What the strategy says", False),
        ("What survivors told us", True),
        ("What young people said", True),
    ],
)
def test_what_the_partnership_said_is_no_testimony(heading: str, held: bool) -> None:
    made = paper(f"# Report\n## {heading}\n- Give locks to 500 households")
    assert bool(testimony.testimony_in(outline_of(made))) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("A total of 640 residents responded, and 71% felt safe after dark.", False),
        ("We received 312 online responses and held nine focus groups.", False),
        ("One woman said that the locks had let her sleep again.", True),
        ("“I felt safe again”, and 71% of those asked agreed.", True),
    ],
)
def test_answers_of_a_survey_are_figures_and_what_one_person_says_is_testimony(text: str, held: bool) -> None:
    made = paper(f"# Report\n## What residents told us\n{text}")
    assert bool(testimony.testimony_in(outline_of(made))) is held


@pytest.mark.parametrize(
    ("words", "text", "dimensions"),
    [
        ("Notices issued by ward", "Notices issued", ("ward",)),
        ("Cases closed by outcome and area", "Cases closed", ("outcome", "area")),
        ("Victims supported by Victim Care", "Victims supported by Victim Care", ()),
        ("Victims supported by our advocates", "Victims supported by our advocates", ()),
        ("Incidents by reporting method", "Incidents", ("reporting method",)),
    ],
)
def test_who_acted_is_no_breakdown(words: str, text: str, dimensions: tuple[str, ...]) -> None:
    found = topic_of(words)
    assert found.dimensions == dimensions
    assert found.text.startswith(text)


@pytest.mark.parametrize(
    ("words", "unit"),
    [("Calls answered by volunteers", "calls"), ("Young people helped through the programme", "people")],
)
def test_what_is_counted_stands_before_who_did_it(words: str, unit: str) -> None:
    assert counted_noun(words) == unit


@pytest.mark.parametrize(
    ("words", "alone"), [("7 in 10", True), ("1 out of every 5", True), ("1,286", True), ("7 in Marlbrook", False)]
)
def test_numbers_that_stand_large_and_alone(words: str, alone: bool) -> None:
    assert bool(BIG_NUMBER.match(words)) is alone


@pytest.mark.parametrize(("published", "end"), [("2031-06-19", ""), ("2032-06-19", "2032-03-31")])
def test_a_year_that_is_not_over_dates_nothing_that_was_done(published: str, end: str) -> None:
    """A plan refreshed for 2031/32 that comes out in June 2031 tells of what was done before."""
    made = paper_of("# Safety report 2031/32", "The wardens closed 271 cases of noise.")
    facts = understand(
        made.model_copy(update={"date": published}), paper_id="x", settings=PaperSettings(), tracker=TRACKER
    )
    assert [o.period_end for o in facts.observations if o.value == "271"] == [end]


@pytest.mark.parametrize(
    ("title", "headings", "year"),
    [
        (
            "Wardens' annual report",
            ("Annual report 2031/32", "Objective 1", "Our annual report 2031/2032"),
            "2031-04-01",
        ),
        ("Wardens' annual report", ("Annual report 2031/32", "Annual report 2030/31"), ""),
        ("Wardens' plan", ("Annual report 2031/32",), ""),
        ("Wardens' annual report", ("Delivery plan 2032/33",), ""),
    ],
)
def test_the_year_of_an_annual_report_that_only_its_chapters_name(
    title: str, headings: tuple[str, ...], year: str
) -> None:
    told = time_of_chapters(title, headings, "2032-09-01")
    assert (told.start if told else "") == year
