"""Numbers that running text mentions: which are figures, how much they are, how exact they say to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.wording.mentions import mentions

SHARES = [
    ("Three quarters of callers were tenants.", "Three quarters", "75", ""),
    ("Just under half agreed that patrols help.", "half", "50", "under"),
    ("Half of the reports came from shops.", "Half", "50", ""),
    ("Almost a quarter of tenants feel unsafe.", "a quarter", "25", "under"),
    ("More than a fifth of them were under supervision.", "a fifth", "20", "over"),
    ("One in five of those asked avoid the underpass.", "One in five", "20", ""),
    ("1 in 4 of our tenants avoid the underpass.", "1 in 4", "25", ""),
    ("Nearly seven in ten respondents felt safe.", "seven in ten", "70", "under"),
    ("Of those asked, nine out of ten would come again.", "nine out of ten", "90", ""),
    ("9 out of 10 learners would come again.", "9 out of 10", "90", ""),
    ("Twelve per cent were repeat callers.", "Twelve per cent", "12", ""),
    ("Just under 40% were repeat callers.", "40%", "40", "under"),
]


@pytest.mark.parametrize(("text", "printed", "value", "qualifier"), SHARES)
def test_a_share_in_words_is_a_share(text: str, printed: str, value: str, qualifier: str) -> None:
    (found,) = mentions(text)
    assert (text[found.start : found.end], found.value, found.sort, found.qualifier) == (
        printed,
        value,
        "share",
        qualifier,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A third of callers were tenants.",
        "Two thirds of callers were tenants.",
        "Thefts fell by a half.",
        "Thefts have fallen by two thirds.",
        "Thefts were up by almost a quarter.",
        "One in four women will suffer abuse in her lifetime.",
        "One in five women has been followed home.",
        "It took half an hour.",
        "in the second half of the year",
        "in the third quarter",
        "Nil returns were sent in.",
        "16 and 17 year olds",
        "Mon to Fri 9-5",
        "under 18s",
        "the panel meets every four weeks",
        "half a million leaflets",
        "The work of the town was last looked at on 2 May 2031 (minute 14 refers).",
        "Its membership follows sections 37 to 39 of the Act and paragraphs 14, 15 and 16 of the guidance.",
        "All of them completed all 26 sessions.",
        "Of the 32 boroughs the town is among those in the middle.",
    ],
)
def test_what_tells_no_share_and_no_count(text: str) -> None:
    assert mentions(text) == ()


def test_the_exact_share_in_brackets_is_the_figure() -> None:
    assert [m.value for m in mentions("More than a third (36%) had never told anybody.")] == ["36"]
    assert [m.value for m in mentions("Over half of all callers (54%) were tenants.")] == ["54"]


COUNTS = [
    ("No burglaries were recorded.", "No", "0"),
    ("There had been no robberies since August.", "no", "0"),
    ("The ward recorded no robberies.", "no", "0"),
    ("The team did not receive any complaints.", "not receive any", "0"),
    ("Last year: nil.", "nil", "0"),
    ("one led to a prosecution", "one", "1"),
    ("a hundred and twenty cases", "a hundred and twenty", "120"),
    ("Four thousand, three hundred and six pupils", "Four thousand, three hundred and six", "4306"),
    ("Two hundred and five homes were visited.", "Two hundred and five", "205"),
    ("a dozen stalls were held", "a dozen", "12"),
    ("half a dozen stalls were held", "half a dozen", "6"),
    ("two dozen stalls were held", "two dozen", "24"),
    ("The wardens were out on 96 nights.", "96", "96"),
    ("Volunteers gave 880 hours of their time.", "880", "880"),
]


@pytest.mark.parametrize(("text", "printed", "value"), COUNTS)
def test_counts_in_words_and_figures(text: str, printed: str, value: str) -> None:
    (found,) = mentions(text)
    assert (text[found.start : found.end], found.value, found.sort) == (printed, value, "count")


RANKS = [
    ("Northtown ranks 6th of 15 forces, where 1st is the lowest.", ["6"]),
    ("Within our Most Similar Group of 15 partnerships Northtown ranks 6th.", ["6"]),
    ("Northtown was ranked third in the county.", ["3"]),
    ("The rate is the 9th highest of the 32 boroughs.", ["9"]),
    ("Its rate was the 4th lowest out of 14 comparable partnerships.", ["4"]),
    ("The town is in 5th place out of 12.", ["5"]),
    ("The town is 12th out of 32 boroughs.", ["12"]),
    ("The town is ranked 8 out of 8.", ["8"]),
]


@pytest.mark.parametrize(("text", "values"), RANKS)
def test_a_rank_is_the_rank_and_never_how_many_are_compared(text: str, values: list[str]) -> None:
    found = mentions(text)
    assert [(m.value, m.sort) for m in found] == [(value, "rank") for value in values]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("about £76,300 a year", "76300", "about"),
        ("£9,000 or thereabouts", "9000", "about"),
        ("£1.34m a year", "1340000", ""),
        ("£201k towards the project", "201000", ""),
        ("300 plus tenants came", "300", "over"),
        ("40 or more tenants came", "40", "at least"),
        ("12 or fewer were open", "12", "at most"),
    ],
)
def test_how_exact_a_number_says_to_be(text: str, value: str, qualifier: str) -> None:
    (found,) = mentions(text)
    assert (found.value, found.qualifier) == (value, qualifier)


def test_the_scale_of_a_range_goes_with_both_ends() -> None:
    low, high = mentions("It will cost £2-3m.")
    assert (low.value, low.side, high.value, high.side) == ("2000000", "lower", "3000000", "upper")


@pytest.mark.parametrize("text", ["fewer than five cases were adopted", "less than 10 cases were open", "<5 cases"])
def test_a_small_number_that_is_not_told_is_marked(text: str) -> None:
    (found,) = mentions(text)
    assert (found.marker, found.qualifier) == ("c", "under")


@pytest.mark.parametrize("text", ["fewer than 300 cases", "just under ten cases", "five cases", "less than 5%"])
def test_other_bounds_hide_nothing(text: str) -> None:
    assert [m.marker for m in mentions(text)] == [""]


@given(st.integers(2, 9), st.sampled_from(["two", "four", "five", "ten", "twenty", "10", "20", "100"]))
def test_odds_with_an_exact_percentage_are_that_percentage(part: int, whole: str) -> None:
    size = {"two": 2, "four": 4, "five": 5, "ten": 10, "twenty": 20}.get(whole) or int(whole)
    found = [m for m in mentions(f"Around {part} in {whole} tenants felt safe.") if m.sort == "share"]
    expected = [part * 100 / size] if part < size and part * 100 % size == 0 else []
    assert [float(m.value) for m in found] == expected


@given(st.text(max_size=150))
def test_any_text_is_read_without_a_fault_and_numbers_lie_in_it(text: str) -> None:
    for found in mentions(text):
        assert 0 <= found.start < found.end <= len(text)
