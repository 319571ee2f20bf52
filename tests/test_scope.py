"""Whose figures a sentence gives: the board's own place, or the nation, another area, a study."""

from __future__ import annotations

import pytest

from tracker.facts.wording.scope import other_area


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("It is estimated that 2 million adults suffer abuse each year.", "study"),
        ("Wardens helped 74 people, and it is estimated that 12 journeys to hospital were avoided.", ""),
    ],
)
def test_an_estimate_inside_a_sentence_of_the_boards_own_work_is_its_own(sentence: str, area: str) -> None:
    assert other_area(sentence, 0, "Northtown") == area
