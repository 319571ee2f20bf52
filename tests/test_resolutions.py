"""What meetings resolve: what is done with the vote, what somebody is set to do, and what was only said on the way."""

from __future__ import annotations

from textwrap import dedent

import pytest

from small_papers import paper_from
from tracker.facts import understand
from tracker.facts.context import context_of
from tracker.facts.promises.commitments import commitments_of
from tracker.facts.promises.resolutions import opens_resolutions, sets_to_work
from tracker.records import PaperSettings, TrackerSettings

# (what was resolved, whether a line over it said so, whether it sets somebody to work)
RESOLVED = [
    ("RESOLVED that officers bring a report on lighting to the next meeting.", False, True),
    ("RESOLVED: That the report be noted and that the Head of Parks write to the owners.", False, True),
    ("The Committee AGREED that the figures be circulated to all members.", False, True),
    ("that a workshop be arranged before the summer", True, True),
    ("(ii) To prepare a plan for the square", True, True),
    ("(i) To adopt the plan for the square", True, False),
    ("It was agreed that the item be deferred to the meeting in June.", False, True),
    ("The Chair proposed that the sub-group meet the landlords.", False, False),
    ("It was proposed that Public Health meet the landlords.", False, True),
    ("RESOLVED that the annual report and the update on street lights be noted.", False, False),
    ("RESOLVED that the minutes be signed as a correct record.", False, False),
    ("that the review report be approved", True, False),
    ("that Councillor Hill be elected Chair for the year", True, False),
    ("Members discussed the report.", False, False),
    ("That the Fenton Team leads on training for all bodies", True, True),
    ("That all members are provided with a link to the film", True, True),
    ("The page on cameras to be deleted from the plan.", True, True),
    ("That the report be noted and a task group be set up.", True, True),
]


@pytest.mark.parametrize(("text", "led", "work"), RESOLVED, ids=[r[0][:45] for r in RESOLVED])
def test_what_sets_somebody_to_work(text: str, led: bool, work: bool) -> None:
    assert sets_to_work(text, led) == work


def test_lines_that_open_resolutions() -> None:
    for line in ("RESOLVED:", "RESOLVED –", "The Committee AGREED that:", "Cabinet resolved:", "Resolved"):
        assert opens_resolutions(line)
    for line in ("The Committee discussed the plan.", "It was agreed to meet in May.", "Actions:"):
        assert not opens_resolutions(line)


def decided(text: str) -> list[str]:
    paper = paper_from(dedent(text)).model_copy(update={"title": "Minutes", "kind": "minutes", "date": "2024-03-05"})
    settings = PaperSettings(kind="minutes", date="2024-03-05")
    tracker = TrackerSettings(place="Harbury", board="Harbury Safety Board")
    facts = understand(paper, paper_id="minutes", settings=settings, tracker=tracker)
    return [decision.text for meeting in facts.meetings for decision in meeting.decisions]


def promised(text: str) -> list[str]:
    paper = paper_from(dedent(text)).model_copy(update={"title": "Minutes", "kind": "minutes", "date": "2024-03-05"})
    settings = PaperSettings(kind="minutes", date="2024-03-05")
    context = context_of(paper, "minutes", settings, TrackerSettings(place="Harbury", board="Harbury Safety Board"))
    return [c.text for c in commitments_of(context) if c.strength == "firm"]


AGREED = """
    # Review of night-time safety

    Cabinet agreed the recommendations of the panel as below:

    2.1.1 That Harbury Homes works with the wardens

    2.1.2 That the appointment of the officer who will lead the work be endorsed

    2.1.3 That a fair is organised in the spring

    # Any other business

    4.1 That was all."""


def test_recommendations_agreed_are_what_is_to_be_done() -> None:
    assert promised(AGREED) == ["That Harbury Homes works with the wardens", "That a fair is organised in the spring"]


def test_numbered_orders_below_what_was_agreed() -> None:
    agreed = """
    # Update on the charter

    Cabinet agreed to –

    1. Note the work done on the charter;

    2. Agree the new policy and its principles;

    3. Circulate the policy to all members"""
    assert promised(agreed) == ["Circulate the policy to all members"]


def test_what_a_decision_does_with_the_vote_is_no_promise() -> None:
    decision = """
    # Strategy

    DECISION

    - Approve the strategy, which is being brought to Cabinet for adoption

    - That the current work of the Parks Team be reviewed in full"""
    assert promised(decision) == ["That the current work of the Parks Team be reviewed in full"]


MINUTES = """
    # Minutes of the meeting held on 5 March 2024

    # 4. Street lights

    The Board noted the need for a wider look at lighting in the parks.

    {}

    # 5. Any other business

    None."""


def test_what_members_noted_beside_a_resolution_is_no_decision() -> None:
    resolved = "RESOLVED that the report be noted."
    assert decided(MINUTES.format(resolved)) == [resolved]


def test_a_report_noted_beside_a_resolution_stays() -> None:
    text = MINUTES.replace("the need for a wider look at lighting in the parks", "the annual report")
    resolved = "RESOLVED that officers bring a further report."
    assert decided(text.format(resolved)) == ["The Board noted the annual report.", resolved]
