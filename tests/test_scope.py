"""Whose figures a sentence gives: the board's own place, or the nation, another area, a study."""

from __future__ import annotations

import pytest

from tracker.facts.wording.scope import other_area


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("It is estimated that 2 million adults suffer abuse each year.", "study"),
        ("There were 76.4 offences, the ninth lowest rate in London.", ""),
        ("In London there were 76.4 offences.", "London"),
        ("Wardens helped 74 people, and it is estimated that 12 journeys to hospital were avoided.", ""),
    ],
)
def test_what_is_said_of_others_beside_a_figure_does_not_take_it_from_the_board(sentence: str, area: str) -> None:
    assert other_area(sentence, 0, "Northtown") == area
