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


PARTS = [
    (
        "Those taking part came for the most part from charities, who accounted for 31%, followed by housing with 22%, "
        "Adult Services with 14% and foster carers with 9%.",
        [
            ("31", "Charities as a share of those taking part", ""),
            ("22", "Housing as a share of those taking part", ""),
            ("14", "Adult Services as a share of those taking part", ""),
            ("9", "Foster carers as a share of those taking part", ""),
        ],
    ),
    (
        "Noise is the most common complaint, making up 40% of complaints, followed by litter (22%) and dogs (9%).",
        [
            ("40", "Noise as a share of complaints", ""),
            ("22", "Litter as a share of complaints", ""),
            ("9", "Dogs as a share of complaints", ""),
        ],
    ),
    (
        "The service helped 390 victims. 156 (40%) were parents, 78 (20%) a grandparent and 39 (10%) a neighbour.",
        [
            ("390", "Victims helped", ""),
            ("156", "Victims helped", "parents"),
            ("40", "Victims helped (share)", "parents"),
            ("78", "Victims helped", "grandparent"),
            ("20", "Victims helped (share)", "grandparent"),
            ("39", "Victims helped", "neighbour"),
            ("10", "Victims helped (share)", "neighbour"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text[:40] for text, _ in PARTS])
def test_each_part_of_a_whole_keeps_the_whole(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


TIMES = [
    (
        "Knowledge of where to get help rose from 41% before the course to 88% after.",
        [
            ("41", "Knowledge of where to get help", "before"),
            ("88", "Knowledge of where to get help", "after"),
        ],
    ),
    (
        "The sanction detection rate for robbery was 9.8 per cent, in comparison with 8.1 per cent last year.",
        [("9.8", "Sanction detection rate for robbery", ""), ("8.1", "Sanction detection rate for robbery", "")],
    ),
    (
        "The solved rate for arson was 11.8%, which is better than the force average of 10.2% but down on the 13.1% "
        "achieved the previous year.",
        [("11.8", "Solved rate for arson", ""), ("13.1", "Solved rate for arson", "")],
    ),
    (
        "The detection rate for burglary was 12.4%; this was 14.0% a year ago.",
        [("12.4", "Detection rate for burglary", ""), ("14.0", "Detection rate for burglary", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TIMES, ids=[text[:40] for text, _ in TIMES])
def test_the_second_of_two_times_is_the_same_measure(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected
