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
        "Among Elm House clients 47% had a mental health need, 14% a need relating to alcohol and 9% to drugs.",
        [
            ("47", "Elm House clients with a mental health need", ""),
            ("14", "Elm House clients with a need relating to alcohol", ""),
            ("9", "Elm House clients with a need relating to drugs", ""),
        ],
    ),
    (
        "58% of those who completed the course were women and 11% were aged under 25.",
        [
            ("58", "Those who completed the course: women", ""),
            ("11", "Those who completed the course: aged under 25", ""),
        ],
    ),
    (
        "251 hate crimes were reported, 63% of which were motivated by hostility.",
        [("251", "Hate crimes reported", ""), ("63", "Hate crimes reported: motivated by hostility", "")],
    ),
    (
        "Elm House received 1,172 referrals, 14 per cent of them for men.",
        [("1172", "Elm House: referrals received", ""), ("14", "Elm House: referrals received for men", "")],
    ),
    (
        "84% of tenants feel safe during the day, but only 46% do after dark.",
        [("84", "Tenants who feel safe during the day", ""), ("46", "Tenants who feel safe after dark", "")],
    ),
    (
        "84% of tenants feel safe during the day, but only 46% do after dark. Among women the figure is 37%.",
        [
            ("84", "Tenants who feel safe during the day", ""),
            ("46", "Tenants who feel safe after dark", ""),
            ("37", "Women who feel safe after dark", ""),
        ],
    ),
    (
        "49% of residents now feel safe, up three points from 46% when the plan was written.",
        [("49", "Residents who now feel safe", ""), ("46", "Residents who now feel safe", "")],
    ),
    # the figure of what is not told
    ("There were 40 robberies. Among women the figure is 39%.", [("40", "Robberies", "")]),
    # of those in one ward only, which the name would not say
    ("The panel heard 412 cases. 30% of these in Eastfold were new.", [("412", "Cases heard", "")]),
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


TARGETS = [
    (
        "The target is to answer 90% of calls within 30 seconds; 84% were answered within that time.",
        # what "that time" was, the name of the second does not say
        [("90", "Calls within 30 seconds", "target")],
    ),
    (
        "We aim to increase the proportion of victims who are offered a meeting from 12% to 30% by March 2026.",
        [
            ("12", "Victims who are offered a meeting", ""),
            ("30", "Victims who are offered a meeting", "target"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS, ids=[text[:40] for text, _ in TARGETS])
def test_a_target_is_told_apart_from_a_result(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


def test_a_target_is_not_of_the_time_before() -> None:
    text = "Satisfaction with repairs stood at 77%, up from 69% in 2022/23, against a target of 80%."
    found = observe_text(text, Surroundings("Harbury", YEAR, "2024-06-12"))
    assert [(f.mention.value, f.period.start if f.period else "") for f in found] == [
        ("77", "2023-04-01"),
        ("69", "2022-04-01"),
        ("80", ""),
    ]


SUMS = [
    (
        "There is a shortfall of £22,000 in the budget for the refuge.",
        "22000",
        "Shortfall in the budget for the refuge",
    ),
    ("The path scheme in Mill Park (total value £96,400) is open.", "96400", "Path scheme in Mill Park: total value"),
    (
        "Officers said that £30,000 had been set aside for the evaluation.",
        "30000",
        "Funding set aside for the evaluation",
    ),
    (
        "£75,000 has been committed jointly by the Council and the Health Board for the advocate.",
        "75000",
        "Funding committed by the Council and the Health Board for the advocate",
    ),
    (
        "We were successful in bidding to the Home Office for £229,000 over three years for play therapy.",
        "229000",
        "Funding for play therapy",
    ),
]


@pytest.mark.parametrize(("text", "value", "title"), SUMS, ids=[row[0][:40] for row in SUMS])
def test_a_sum_says_what_was_done_with_it(text: str, value: str, title: str) -> None:
    assert (value, title, "") in shown(text)


def test_a_forecast_is_marked() -> None:
    assert shown("An underspend of £9,000 is forecast.", "Outreach grant") == [
        ("9000", "Outreach grant: underspend", "forecast")
    ]


def test_both_ends_of_a_range_of_grants_are_kept() -> None:
    assert shown("Grants of between £250 and £2,000 were offered to community groups.") == [
        ("250", "Grants offered to community groups", "lower"),
        ("2000", "Grants offered to community groups", "upper"),
    ]


def test_a_rank_is_one_of_the_rate_before_it() -> None:
    text = "Total crime was 61.4 per 1,000. This places Harbury 11th of 15; it was 9th of 15 the year before."
    assert [row for row in shown(text) if row[0] == "11"] == [("11", "Total crime: rate", "position of 15")]
    again = "Harbury had the 4th lowest rate of arson in 2023/24, having been 3rd lowest in the year before."
    assert [(value, title) for value, title, _ in shown(again)] == [("4", "Rate of arson"), ("3", "Rate of arson")]


def test_no_title_holds_another_value_or_a_bare_pronoun() -> None:
    texts = (
        "The number of girls rose from 11 to 16, and they now account for 19% of the caseload.",
        "£18,000 of this was spent on cameras and £6,500 on signs.",
        "Officers said that 71 had led to a charge, 35%, and that they were the best of five.",
    )
    for text in texts:
        for _, title, _ in shown(text):
            assert "they" not in title.split() and "This" not in title.split() and "%" not in title, title
