"""Sums named by the grammar of their clause: what was done with them, to whom they were given, what it is that cost."""

from __future__ import annotations

import pytest

from test_shares import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine arrests were made and £41,300 in gold was recovered.", ("41300", "Gold recovered", "")),
        (
            "Choirs, clubs and schools were offered £300 – £900 by the parish in order to hold a fair.",
            ("900", "Funding offered to choirs, clubs and schools", "upper"),
        ),
        (
            "Spending on lighting by the parish in 2023/24 was £214,600 against a budget of £221,000.",
            ("221000", "Spending on lighting by the parish", "budget"),
        ),
        (
            "The village pot supported 14 clubs, with grants of between £250 and £1,500, to a total of £11,940.",
            ("11940", "Village pot: grants", ""),
        ),
        (
            "Over the life of the plan it has about £940,000, the largest part being the rural bus grant (£486,000).",
            ("486000", "Rural bus grant", ""),
        ),
        ("There are six grit bins. Each cost £1,450 to put in.", ("1450", "Grit bins: cost of each one", "")),
    ],
)
def test_named(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in shown(text)


def test_a_shortfall_of_what_the_heading_names() -> None:
    found = shown("The £12k shortfall means that the bus will stop.", "Ashdown transport")
    assert found == [("12000", "Ashdown transport: funding shortfall", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # what each is, is not told
        ("The parish had a long debate. Each cost £1,450 to put in.", "1450"),
        # whom it was given to, another sentence tells
        ("They were offered £500 to hold a fair.", "500"),
    ],
)
def test_waits(text: str, value: str) -> None:
    assert value not in [row[0] for row in shown(text)]
