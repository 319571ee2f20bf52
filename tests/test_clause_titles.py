"""A figure's own clause makes its title: cut at the joints of the sentence, led by the subject it has lost, without
times and without who says so; what leans on another sentence makes none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.figures.clause_titles import clause_title
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.mentions import mentions


def titles(text: str) -> dict[str, str]:
    found = mentions(text)
    parsed = parse(text, [(mention.start, mention.end) for mention in found])
    return {
        mention.value: clause_title(parsed, parsed.at(mention.start), mention.sort).words.strip() for mention in found
    }


@pytest.mark.parametrize(
    ("text", "value", "title"),
    [
        # participles and lists count their own
        (
            "It was drawn up after a survey, two visits to hostels joined by 61 tenants, and talks with 23 traders.",
            "61",
            "visits to hostels joined by … tenants",
        ),
        (
            "It was drawn up after two visits, and talks with 23 traders.",
            "23",
            "talks with … traders",
        ),
        # a participle behind a comma is the subject's
        (
            "Youth hubs run in six parishes, covering 38% of pupils.",
            "38",
            "Youth hubs covering … of pupils",
        ),
        # joined verbs share their subject, also over an aside
        (
            "The Lantern Trust opened a café and trained 52 cooks.",
            "52",
            "Lantern Trust trained … cooks",
        ),
        (
            "Open Door, our day centre, welcomed 940 guests.",
            "940",
            "Open Door welcomed … guests",
        ),
        # relative clauses
        (
            "Some 310 tenants have a debt, of whom 44 have a plan.",
            "44",
            "tenants, of whom … have a plan",
        ),
        (
            "At the end of term 700 pupils were waiting, 125 of whom had waited for over a year.",
            "125",
            "pupils, of whom … had waited for over a year",
        ),
        (
            "The walk, which was joined by 85 residents, was dry.",
            "85",
            "walk which was joined by … residents",
        ),
        # the number is the subject's
        (
            "As a result 66 adults were found to have asthma.",
            "66",
            "adults found to have asthma",
        ),
        (
            "19 shops provide bread and 27 provide milk.",
            "27",
            "shops that provide milk",
        ),
        (
            "An estimated 5,200 adults have a garden.",
            "5200",
            "estimated number of adults who have a garden",
        ),
        (
            "57% of those leaving early said they would return.",
            "57",
            "those leaving early who said they would return",
        ),
        (
            "Of those who moved out, 71% found work.",
            "71",
            "Of those who moved out, … found work",
        ),
        # a verb that only says how much is no part of the name
        (
            "The number of adults who are unwell is put at 480.",
            "480",
            "number of adults who are unwell",
        ),
        (
            "Damp, at 212, was the main complaint.",
            "212",
            "Damp",
        ),
        # who says so, and the clauses beside it, are left out
        (
            "The officer said that 44 gates had been mended, while 12 were new.",
            "44",
            "gates mended",
        ),
        (
            "Debt was a factor in 34% of visits to the bank.",
            "34",
            "Debt was a factor in … of visits to the bank",
        ),
        (
            "Uptake was 62% among bakers but only 24% for grocers.",
            "24",
            "Uptake was … for grocers",
        ),
        (
            "The wardens spoke to 720 or so walkers at inns, farms and fords.",
            "720",
            "wardens spoke to … walkers at inns, farms and fords",
        ),
    ],
)
def test_the_clause_is_cut_at_its_joints(text: str, value: str, title: str) -> None:
    assert titles(text)[value] == title


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has met 24 times and so 31 plans stay as they were when 18 was the limit.", "18"),
        ("There were seven cooks against an establishment of 12.", "12"),
        ("The council received 1,310.", "1310"),
        ("Bakers made up 31% and grocers 19%.", "31"),
        ("The plan cost money (31).", "31"),
    ],
)
def test_what_cannot_be_told_has_no_title(text: str, value: str) -> None:
    assert titles(text)[value] == ""


WORDS = (
    "the",
    "team",
    "of",
    "which",
    "who",
    "12",
    "45%",
    "was",
    "held",
    "and",
    ",",
    "(",
    ")",
    "with",
    "by",
    "that",
    "–",
    ".",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_cut_to_an_end(pieces: list[str]) -> None:
    assert all(title == title.strip(" ,") for title in titles(" ".join(pieces)).values())
