"""Titles say who did what: the body of the clause and not a heading, what was given to whom, whose a number is after
"while"; words cut out of a comparison or leaning on another sentence are no titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.statement_titles import as_title
from tracker.facts.figures.title_sense import LONGEST_SHOWN
from tracker.facts.wording.periods import Period

YEAR = Period("2022-04-01", "2023-03-31", "2022/23")


def shown(text: str, *headings: str) -> dict[str, str]:
    found = observe_text(text, Surroundings("Kelbrook", YEAR, "2023-06-30", headings))
    return {figure.mention.value: figure.naming.title for figure in found if figure.naming.sure}


@pytest.mark.parametrize(
    ("heading", "text", "titles"),
    [
        (
            "Anti-social behaviour",
            "Street wardens dealt with 318 incidents.",
            {"318": "Street wardens: incidents dealt with"},
        ),
        ("Domestic abuse", "Kelbrook Haven received 412 referrals.", {"412": "Kelbrook Haven: referrals received"}),
        (
            "Violence",
            "First aiders treated 174 people who might otherwise have gone to hospital.",
            {"174": "First aiders: people treated who might otherwise have gone to hospital"},
        ),
        (
            "Training",
            "The team delivered Prevent training to 236 taxi drivers.",
            {"236": "Prevent training delivered to taxi drivers"},
        ),
        (
            "Prevention",
            "Prevent training was delivered to 415 front-line staff and 32 school governors.",
            {
                "415": "Prevent training delivered to front-line staff",
                "32": "Prevent training delivered to school governors",
            },
        ),
        (
            "Domestic abuse",
            "Under the lock-fitting scheme 64 homes were made safer.",
            {"64": "Lock-fitting scheme: homes made safer"},
        ),
        (
            "Refuges",
            "The Kelbrook Refuges accommodated 38 women, while Minerva House accommodated 14 women.",
            {"38": "Kelbrook Refuges: women accommodated", "14": "Minerva House: women accommodated"},
        ),
        (
            "Summary",
            "There are now 57 venues out of the 73 licensed venues which are taking part in the scheme.",
            {"57": "Licensed venues taking part in the scheme"},
        ),
        (
            "Volunteers",
            "Speedwatch volunteers in 11 villages gave 880 hours.",
            {"11": "Speedwatch volunteers in … villages"},
        ),
        ("Introduction from the Chair", "There were 8,946 recorded crimes.", {"8946": "Recorded crimes"}),
        (
            "Justice",
            "Only 2% of the rape offences and 9% of the domestic abuse crimes led to a charge.",
            {"2": "Rape offences that led to a charge"},
        ),
        (
            "Finance",
            "The Partnership had a budget of £164,300, made up of £96,000 from the fund.",
            {"164300": "Partnership: budget"},
        ),
    ],
)
def test_the_title_says_who_did_what(heading: str, text: str, titles: dict[str, str]) -> None:
    assert titles.items() <= shown(text, heading).items()


def test_what_follows_goes_on_from_the_title_that_is_shown() -> None:
    told = shown("CCTV operators dealt with 4,118 incidents in 2022/23 (3,876 in 2021/22).", "Anti-social behaviour")
    assert set(told.values()) == {"CCTV operators: incidents dealt with"}


def test_the_whole_comes_back_after_an_aside() -> None:
    found = observe_text(
        "In 2022 there were 38 casualties (two of whom died), compared with 45 in 2021.", Surroundings("Kelbrook", YEAR)
    )
    parts = {figure.mention.value: figure.naming.breakdown for figure in found}
    assert parts["45"] == () != parts["2"]


def test_a_month_in_an_aside_is_no_time_of_the_whole() -> None:
    found = list(
        observe_text("Three closure orders were obtained, the first in June 2022.", Surroundings("Kelbrook", YEAR))
    )
    assert all(figure.period is None or figure.period.label != "June 2022" for figure in found)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The team has a waiting list of …", "Team: waiting list"),
        ("Opened … cuckooing cases", "Cuckooing cases opened"),
        ("drive has worked with … men", "Drive has worked with … men"),
        ("notices of £100 each", "Notices of £100 each"),
        ("it has met … times", ""),
        ("this service helped … people", ""),
        ("there was above the three-year", ""),
        ("Unmet need was found in … of them", ""),
        ("Inspector Hale said … people", ""),
        ("the reduction in theft … of the", ""),
        ("residents can claim … vouchers", ""),
    ],
)
def test_words_make_a_title_or_none(words: str, title: str) -> None:
    assert as_title(words, share=False) == title


@given(st.text(alphabet=st.sampled_from("aoefthrs ,:…123"), max_size=80))
def test_any_words_give_a_title_that_fits(words: str) -> None:
    title = as_title(words, share=True)
    assert len(title) <= LONGEST_SHOWN and not title.startswith("…")


def test_the_quarter_that_ends_in_a_month_is_three_months() -> None:
    text = "In the quarter ending December 2022 the panel considered 47 referrals."
    figure = next(iter(observe_text(text, Surroundings("Kelbrook", YEAR))))
    assert figure.period is not None and (figure.period.start, figure.period.end) == ("2022-10-01", "2022-12-31")
