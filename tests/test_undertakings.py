"""Verb groups that undertake: the auxiliary or verb that leads to what is done, and the ones that do not."""

from __future__ import annotations

import pytest

from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_sentences import promises_around
from tracker.facts.promises.undertaking import undertakings

BOARD = "Harbury Community Safety Partnership"

# The clause, the form of its first group and what is done.
GROUPS = [
    ("The council will, once the lease is signed, open a hub.", "will", "open"),
    ("We'll write to every school.", "will", "write"),
    ("Wardens are now to walk the towpath.", "will", "walk"),
    ("Officers are going to call on the owners.", "undertakes", "call"),
    ("The trust would in due course share its figures.", "would", "share"),
    ("The housing association has signed up to fit the doors.", "undertakes", "fit"),
    ("The force has agreed to second a constable to the team.", "undertakes", "second"),
    ("The council has committed to opening a refuge.", "undertakes", "opening"),
    ("A clinic is pencilled in for June.", "set", "pencilled"),
    ("The report is in the process of being checked.", "set", "in"),
    ("New lamps are on order.", "set", "on"),
    ("The item was deferred to March.", "timed", "deferred"),
    ("The team is redrafting the form.", "doing", "redrafting"),
    ("The contract is being re-let, and a walk is being lined up.", "being done", "lined"),
    ("The Chair asked officers to write to the owners.", "asked", "write"),
    ("The Chair asked that the figures be broken down by ward.", "asked", "broken"),
    ("A letter of thanks to be sent.", "to be", "sent"),
]


@pytest.mark.parametrize(("clause", "form", "act"), GROUPS, ids=[g[0][:40] for g in GROUPS])
def test_the_form_and_the_act_of_a_group(clause: str, form: str, act: str) -> None:
    first = undertakings(clause)[0]
    assert (first.form, first.act) == (form, act)


@pytest.mark.parametrize(
    "clause",
    [
        "Employers commit to small practical steps.",
        "The council's plan to cut thefts was read out.",
        "PC Will asked door staff for help.",
        "A plan is in place for a third of the children.",
        "They decided not to go on.",
    ],
)
def test_no_group_undertakes(clause: str) -> None:
    assert not undertakings(clause)


@pytest.mark.parametrize(
    "text",
    [
        "Very few dealers will take back a bicycle without its papers.",
        "71% were pencilled in for a second visit.",
        "38% of callers are asked to ring again.",
        "He has decided to move nearer to his sister.",
        "Youth clubs in Harbury asked for advice about knives in the autumn of 2024.",
        "The fund is for homes whose owner cannot or will not mend a door, and where a tenant cannot or will not pay.",
        "The Harbour Watch unit is leading the searches.",
        "The pledge bars a trader from the market to be closed.",
        "Knowledge of the new forms is improving.",
    ],
)
def test_what_is_told_of_others_and_of_how_things_stand_is_no_promise(text: str) -> None:
    assert not list(promises_around(text, Around("2024-04-09", BOARD)))


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("85% of wardens will be trained by May 2025.", True),
        ("All lifeguards will have sat the course by May 2025.", True),
        ("Shopkeepers will be asked what would help them most.", True),
        ("The Parks Team is leading on a survey of paths.", True),
        ("The Parks Team is leading a review of paths.", True),
        ("Wardens plan to look further into thefts of boats.", False),
        ("The fund will be judged by how many doors are mended.", False),
    ],
)
def test_what_is_to_be_done_is_firm_and_what_is_only_looked_at_is_not(text: str, firm: bool) -> None:
    (found,) = promises_around(text, Around("2024-04-09", BOARD))
    assert found.firm == firm


@pytest.mark.parametrize(
    ("text", "who", "due"),
    [
        (
            "It was agreed that a paper be brought to the July meeting by the Head of Parks.",
            "Head of Parks",
            "2024-07-31",
        ),
        ("AK – visit to the shops in May.", "AK", "2024-05-31"),
        ("Item 7, cameras: SD to bring figures to the July meeting.", "SD", "2024-07-31"),
        ("A fallen tree will be removed by the highways department in due course.", "highways department", ""),
        ("Housing Options going out to tender in June.", "Housing Options", "2024-06-30"),
    ],
)
def test_who_and_when_of_what_minutes_set_down(text: str, who: str, due: str) -> None:
    (found,) = promises_around(text, Around("2024-04-09", BOARD, minuted=True))
    assert (found.who, found.due_date, found.firm) == (who, due, True)
