"""Figures that no short name fits stand under their sentence's own words, with a gap for the number; what is no result
of the board's, or would be cut out of its sense, does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.statements import stated
from tracker.facts.figures.title_sense import LONGEST_SHOWN
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.periods import Period

YEAR = Period("2022-04-01", "2023-03-31", "2022/23")


def shown(text: str) -> list[tuple[str, str]]:
    found = observe_text(text, Surroundings("Kelbrook", YEAR, "2023-06-30"))
    return [(figure.mention.value, figure.naming.title) for figure in found if figure.naming.sure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Alcohol was removed on 57 occasions.", [("57", "Alcohol: times removed")]),
        ("Stage 3 contracts: 2022/23 – 19; 2021/22 – 11", [("19", "Stage 3 contracts"), ("11", "Stage 3 contracts")]),
        ("A disclosure was made in 88 cases.", [("88", "Cases in which disclosure was made")]),
        (
            "Residential burglary (328, previously 391) and robbery (102) have both fallen.",
            [("328", "Residential burglary"), ("391", "Residential burglary"), ("102", "Robbery")],
        ),
        (
            "The waiting list for counselling had come down from 58 to 41 at the end of December 2022.",
            [("58", "Waiting list for counselling"), ("41", "Waiting list for counselling")],
        ),
        (
            "Of those leaving the refuge, 12 were rehoused, and the refuge was unable to take in 61 women.",
            [("61", "Refuge was unable to take in … women")],
        ),
    ],
)
def test_the_sentence_names_its_figure(text: str, figures: list[tuple[str, str]]) -> None:
    assert set(figures) <= set(shown(text))


@pytest.mark.parametrize(
    "text",
    [
        "Offences rose by 312.",
        "The grant was cut by £18,000 and the rest carried over.",
        "A breach can lead to a fixed penalty of £100.",
        "The group works in 14 of the 32 London boroughs.",
        "We aim to train 250 people.",
        "The course has 20 sessions.",
        "The borough covers 41 square kilometres.",
        "The average age of those referred was 15.",
        "Police made up 31% of referrers and health 19%.",
        "A specialist should have 25 cases, as recommended by charities.",
    ],
)
def test_what_is_no_result_has_no_statement(text: str) -> None:
    assert [title for _, title in shown(text) if GAP in title] == []


@given(st.text(alphabet=st.sampled_from("aby of and was 1234567,.;:()–£% "), max_size=120))
def test_any_text_gives_a_title_that_fits_or_none(text: str) -> None:
    found = mentions(text)
    for at in range(len(found)):
        naming = stated(text, found, at, Thread(last=Naming("Cases", "cases", "count")))
        assert naming is None or (0 < len(naming.title) <= LONGEST_SHOWN and not naming.title.endswith(":"))


@pytest.mark.parametrize(
    "text",
    [
        "Abc def: " + "1, " * 60 + "x!",
        " ".join(map(str, range(100, 400))),
        "Cases (" + "12, previously 14), theft (" * 60,
        "There were " + "12 cases of theft and 14 robberies, " * 60 + "in 2022.",
    ],
)
def test_a_long_list_of_numbers_is_read_to_its_end(text: str) -> None:
    # A pattern that may part such a list in many ways would not come to an end here.
    found = observe_text(text, Surroundings("Kelbrook", YEAR, "2023-06-30"))
    assert all(text[figure.start : figure.end].strip() for figure in found)
