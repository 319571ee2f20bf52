"""Figures are shown as what they are: others' not at all, estimates, plans and targets by that name, parts with their
place."""

from __future__ import annotations

import pytest

from small_papers import paper_of
from tracker.facts import understand
from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.standing import standing
from tracker.records import PaperSettings, TrackerSettings

AROUND = Surroundings("Harbury", None, "2024-06-12")


def shown(text: str) -> list[tuple[str, str, str]]:
    """(value, title, parts) of what is shown as fact."""
    return [
        (f.mention.value, f.naming.title, "; ".join(f"{key}={value}" for key, value in f.naming.breakdown))
        for f in observe_text(text, AROUND)
        if f.naming.sure
    ]


def values(*paragraphs: str) -> list[str]:
    """The values that a paper of these paragraphs shows as fact."""
    tracker = TrackerSettings(place="Harbury", board="Safer Harbury Partnership")
    facts = understand(paper_of(*paragraphs), paper_id="paper", settings=PaperSettings(), tracker=tracker)
    return [observation.value for observation in facts.observations if observation.trust != "unsure"]


STANDINGS = [
    ("It is estimated that 2,140 residents live with the illness.", ["estimate"]),
    ("An estimated 5,200 adults have the condition, of whom 611 are known to the team.", ["estimate", ""]),
    ("Applied to our population this would mean approximately 4,300 women.", ["estimate"]),
    ("The grant will pay for 18 new workers.", ["planned"]),
    ("Of the town's 140 lamps, 35 will be replaced.", ["", "planned"]),
    ("The scheme is expected to support 260 families.", ["planned"]),
    ("We trained 30 wardens and will train 45 more.", ["", "planned"]),
    ("We will increase the number of adults in treatment to 1,950.", ["target"]),
    ("The service aims to see 90% of referrals within a week.", ["target"]),
    ("The population is projected to reach 310,000.", ["forecast"]),
    ("The population is expected to grow from 270,000 to 310,000.", ["", "forecast"]),
    ("There were 96 offences, which will be reviewed.", [""]),
    ("The 412 tenants who will be affected were told.", [""]),
    ("Wardens visited 38 homes.", [""]),
]


@pytest.mark.parametrize(("sentence", "expected"), STANDINGS, ids=[row[0][:50] for row in STANDINGS])
def test_what_a_number_is_by_the_words_of_its_clause(sentence: str, expected: list[str]) -> None:
    assert [standing(sentence, m.start, m.end) for m in mentions(sentence)] == expected


SHOWN = [
    (
        "An estimated 5,200 adults have the condition, of whom 611 are known to the team.",
        [
            ("5200", "Adults who have the condition (estimate)", ""),
            ("611", "Adults who have the condition", "group=known to the team"),
        ],
    ),
    (
        "We will increase the number of adults in treatment to 1,950 by March 2026.",
        [("1950", "Adults in treatment", "measure=target")],
    ),
    (
        "The number of residents aged 85 and over is projected to reach 9,800 by 2035.",
        [("9800", "Residents aged 85 and over", "plan=forecast")],
    ),
    (
        "The wardens will distribute 400 purse bells and 150 window locks.",
        [
            ("400", "Wardens will distribute … purse bells", "plan=planned"),
            ("150", "Wardens will distribute … window locks", "plan=planned"),
        ],
    ),
    ("A further £75,000 will be made available in 2025/26.", []),
    ("Up to 150+ people will be trained.", []),
    (
        "There were 34 incidents of arson in Upper Marsh ward.",
        [("34", "Arson", "ward=Upper Marsh")],
    ),
    (
        "The proportion of people aged over 65 has increased in Kestonshire from 20.9% in 2010 to 24.3% in 2020.",
        [
            ("20.9", "Proportion of people aged over 65", "area=Kestonshire"),
            ("24.3", "Proportion of people aged over 65", "area=Kestonshire"),
        ],
    ),
    ("Upper Marsh ward recorded 512 burglaries, compared with 301 in Mill End.", ["512"]),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN, ids=[row[0][:50] for row in SHOWN])
def test_figures_are_shown_as_what_they_are(text: str, expected: list[tuple[str, str, str]] | list[str]) -> None:
    found = shown(text)
    assert [value for value, _, _ in found] == expected if expected[:1] == ["512"] else found == expected


OWN_AGAIN = [
    (
        "The strategy takes its lead from the national plan, which aims to prevent 1,000 deaths across England.",
        "It was informed by a needs assessment and by interviews with 34 people with lived experience.",
        ["34"],
    ),
    (
        "Nationally, 2.4 million adults were victims of abuse last year. One in five never told anybody.",
        "Children's services made 412 assessments in 2023/24.",
        ["412"],
    ),
    (
        "In Harbury 31% of adults smoke. Nationally the figure is 14%.",
        "There were 96 quits in 2023/24.",
        ["31", "96"],
    ),
    ("Across England there were 4,054 admissions for stab wounds.", "There were 43,516 knife offences in 2018/19.", []),
]


@pytest.mark.parametrize(("first", "second", "expected"), OWN_AGAIN, ids=[row[0][:50] for row in OWN_AGAIN])
def test_the_nation_is_spoken_of_until_the_board_is_again(first: str, second: str, expected: list[str]) -> None:
    found = values(first, second)
    assert set(expected) <= set(found)
    assert not set(found) - set(expected) - {"2"}
