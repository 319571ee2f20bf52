"""What the reader of running text leaves alone, and what stands beside it and is the board's own."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.records import Paper, PaperFacts, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Kelbrook Safer Towns Board", place="Kelbrook")


def facts_of(made: Paper) -> PaperFacts:
    return understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)


def read(text: str, *callouts: str) -> set[tuple[str, str]]:
    """(value, unit) of the figures of a report; paragraphs with one of these words stand in a box."""
    made = paper(f"# Kelbrook annual report 2032/33\n{text}", kind="annual report", title="Annual report 2032/33")
    blocks = tuple(
        b.model_copy(update={"role": "callout"}) if any(w in b.text for w in callouts) else b
        for b in made.pages[0].blocks
    )
    made = made.model_copy(update={"pages": (made.pages[0].model_copy(update={"blocks": blocks}),)})
    return {(o.value, o.unit) for o in facts_of(made).observations}


@pytest.mark.parametrize(
    ("heading", "text", "told"),
    [
        ("What tenants told us", "Our forum met 214 learners at 9 colleges.", {("214", "learners"), ("9", "colleges")}),
        ("Survivors' voices", "In March the advocates interviewed 31 survivors.", {("31", "survivors")}),
        ("What families said", "We held 12 workshops, with 340 parents.", {("12", "workshops"), ("340", "parents")}),
        # the words and the lives of those who were asked
        ("What tenants told us", "“I spoke to 14 officers before 22 residents moved.”", set()),
        ("Survivors' voices", "She met 12 officers and was moved between 10 families.", set()),
        ("What tenants told us", "I rang the wardens 19 times about 11 residents.", set()),
        ("What tenants told us", "Wardens should visit 300 tenants a week.", set()),
        ("What tenants told us", "Locks for 300 tenants", set()),
        ("What families said", "Four officers came to us at night.", set()),
    ],
)  # fmt: skip
def test_how_many_were_asked_is_no_testimony(heading: str, text: str, told: set[tuple[str, str]]) -> None:
    assert read(f"## {heading}\n{text}") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A tenant survey was answered by 412 households.", True),
        ("Feedback from 48 learners: 31 learners felt safer.", True),
        ("A resident, threatened by 14 youths, moved away.", False),
        ("Another survivor met 16 officers.", False),
        ("Feedback: the two wardens saw 14 residents with me.", False),
    ],
)
def test_one_of_many_and_all_who_were_asked(text: str, told: bool) -> None:
    assert bool(read(f"## Engagement\n{text}")) is told


@pytest.mark.parametrize(
    ("heading", "text", "told"),
    [
        ("Financial and legal implications", "The contingency fund stands at £84,000.", {("84000", "GBP")}),
        ("Legal and resource comments", "The project employs 11 wardens.", {("11", "wardens")}),
        ("Equalities", "Some 1,940 residents completed the census form in another language.", {("1940", "residents")}),
        ("Legal implications", "Under the Noise Act a fine of up to £5,000 may follow.", set()),
        ("Legal implications", "Section 9 places a duty on 317 authorities.", set()),
        ("Constitution references", "The statutory committee has 12 members.", set()),
        ("Glossary", "A panel of 12 members hears 40 cases.", set()),
        ("Background papers", "Review of 41 cases", set()),
    ],
)
def test_below_the_law_the_board_tells_of_its_own(heading: str, text: str, told: set[tuple[str, str]]) -> None:
    assert read(f"## {heading}\n{text}") == told


def test_sentences_in_a_box_are_running_text() -> None:
    box = """
        ## Spotlight: the Weir estate
        The Weir estate lies by the river. Wardens visited 213 homes. The council rehoused 17 tenants.
        Since then the wardens have held 26 surgeries. Nobody has moved out.
        """
    assert read(box, "Weir", "surgeries") == {("213", "homes"), ("17", "tenants"), ("26", "surgeries")}


def test_a_tile_is_no_running_text() -> None:
    told = read("## At a glance\n213 homes visited\n64% of tenants felt safe", "213", "64%")
    assert told == {("213", "homes"), ("64", "%")}


@pytest.mark.parametrize(
    "story",
    [
        "Ms D fled with two children. She spoke to 14 officers in 12 weeks.",
        "A mother met the team in May. The team found 12 volunteers.",
        "One tenant was threatened by 14 youths. Wardens came at once.",
    ],
)
def test_the_story_of_one_person_in_a_box_gives_no_figure(story: str) -> None:
    box = f"## Spotlight: a way out\n{story}\nThe wardens made 31 visits. Then the family moved."
    assert read(box, *story.split(". "), "31 visits") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Volunteers cleared 14.5 tonnes of rubble from the banks.", [("14.5", "tonnes")]),
        ("Crews pumped 900 litres of oil.", [("900", "litres")]),
        ("The yard lies within 40 metres of homes.", []),
        ("The cameras cover 17 miles of the canal.", []),
    ],
)
def test_how_much_of_a_thing_is_a_figure(text: str, told: list[tuple[str, str]]) -> None:
    assert [(f.mention.value, f.naming.unit) for f in observe_text(text, Surroundings("Kelbrook"))] == told


def test_what_a_box_is_leads_no_name() -> None:
    around = Surroundings("Kelbrook", headings=("Annual report", "In focus: Lamplighter Scheme"))
    (figure,) = observe_text("In all 187 tenants were visited.", around)
    assert figure.naming.title == "Lamplighter Scheme: tenants visited"
