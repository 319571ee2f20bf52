"""Shares in running text: of whom or what, what is so for them, and which of two times each is of."""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.prose_headings import time_of_report

YEAR = time_of_report(("Annual report 2023/24",), "2024-06-12")


def shown(text: str, *headings: str) -> list[tuple[str, str, str]]:
    """Value, title and breakdown of each figure that is shown as fact."""
    found = observe_text(text, Surroundings("Harbury", YEAR, "2024-06-12", headings))
    return [
        (f.mention.value, f.naming.title, "; ".join(value for _, value in f.naming.breakdown))
        for f in found
        if f.naming.sure
    ]


CLAUSES = [
    (
        "A survey of tenants was held, in which 64% of tenants strongly agreed that the lifts are safe, 58% said that "
        "repairs were quick and 71% felt that wardens listen.",
        [
            ("64", "Tenants who strongly agreed that the lifts are safe", ""),
            ("58", "Tenants who said that repairs were quick", ""),
            ("71", "Tenants who felt that wardens listen", ""),
        ],
    ),
    (
        "31% of callers were assessed as high risk, 44% medium and 25% standard.",
        [
            ("31", "Callers assessed as high risk", ""),
            ("44", "Callers assessed as medium risk", ""),
            ("25", "Callers assessed as standard risk", ""),
        ],
    ),
    (
        "68% of residents strongly agreed, and 22% tended to agree, that the wardens are easy to find.",
        [
            ("68", "Residents who strongly agreed that the wardens are easy to find", ""),
            ("22", "Residents who tended to agree that the wardens are easy to find", ""),
        ],
    ),
    (
        "41% of pupils before, and 83% after, agreed that they would tell a teacher.",
        [
            ("41", "Pupils who agreed that they would tell a teacher", "before"),
            ("83", "Pupils who agreed that they would tell a teacher", "after"),
        ],
    ),
    (
        "Of those who had lost money, more than a third (38%) had never told the police.",
        [("38", "Those who had lost money and had never told the police", "")],
    ),
    (
        "19% of the carers who were referred had a disability and 34% had debts.",
        [
            ("19", "Carers who were referred with a disability", ""),
            ("34", "Carers who were referred with debts", ""),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[text[:40] for text, _ in CLAUSES])
def test_each_share_says_of_whom_and_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected
