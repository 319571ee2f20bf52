"""What a figure is compared with: an earlier value has the figure's name and its own time, or is not shown.

Each row, judged by hand: a text and what is shown as fact of it, all of it: value, title, period.
"""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text

COMPARED: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The shelter housed 120 people in 2023/24, compared with 109 in 2022/23 and 101 in the year before that.",
        [
            ("120", "People housed", "2023-04-01/2024-03-31"),
            ("109", "People housed", "2022-04-01/2023-03-31"),
            ("101", "People housed", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "The panel considered 447 cases in 2023/24, an increase of 8.5% on the 412 considered in 2022/23 and of 15% on "
        "388 in 2021/22.",
        [
            ("447", "Cases considered", "2023-04-01/2024-03-31"),
            ("412", "Cases considered", "2022-04-01/2023-03-31"),
            ("388", "Cases considered", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        # that there was none is only why
        "In 2023/24, 29 families could not be offered a flat because there was no lift, compared with 38 in 2022/23.",
        [
            ("29", "Families who could not be offered a flat", "2023-04-01/2024-03-31"),
            ("38", "Families who could not be offered a flat", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        # other things at the earlier time
        "There were 120 thefts in 2023/24, compared with 109 in 2022/23 and 31 arrests in 2021/22.",
        [
            ("120", "Thefts", "2023-04-01/2024-03-31"),
            ("109", "Thefts", "2022-04-01/2023-03-31"),
            ("31", "Arrests", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "In Q3 2023/24 there were 412 hospital referrals compared with 377 in Q2.",
        [
            ("412", "Hospital referrals", "2023-10-01/2023-12-31"),
            ("377", "Hospital referrals", "2023-07-01/2023-09-30"),
        ],
    ),
    (
        "All recorded crime in Harbury was 3,108 in Quarter 3 2023/24, an increase of 8% on the same quarter in the "
        "previous year when there had been 2,878.",
        [
            ("3108", "Recorded crime", "2023-10-01/2023-12-31"),
            ("2878", "Recorded crime", "2022-10-01/2022-12-31"),
        ],
    ),
    (
        # the quarter compared with is not the one that "the same quarter" goes on from
        "Recorded crime stood at 5,204 offences in Quarter 3 2023/24, a fall of 96 offences on Quarter 2 but up 4% on "
        "the same quarter last year (5,002).",
        [
            ("5204", "Recorded crime: offences", "2023-10-01/2023-12-31"),
            ("5002", "Recorded crime: offences", "2022-10-01/2022-12-31"),
        ],
    ),
    (
        "In the year to March 2024 the solved rate for burglary was 9.4%, better than the force average of 8.1% but "
        "down on the 10.6% achieved the year before.",
        [
            ("9.4", "Solved rate for burglary", "2023-04-01/2024-03-31"),
            ("10.6", "Solved rate for burglary", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "There were 2,614 shoplifting offences, up 3.1% (2,535).",
        [("2614", "Shoplifting offences", ""), ("2535", "Shoplifting offences", "")],
    ),
    # no change of 3.1% from 79: what stands in the brackets is the difference
    ("There were 2,614 shoplifting offences, up 3.1% (79).", [("2614", "Shoplifting offences", "")]),
    # of another area, though nothing but its name tells so
    (
        "Police recorded 1,204 burglaries in 2023/24, a rate of 9.7 per 1,000 households against 8.8 in London.",
        [
            ("1204", "Burglaries recorded", "2023-04-01/2024-03-31"),
            ("9.7", "Burglaries recorded", "2023-04-01/2024-03-31"),
        ],
    ),
    # another subject begins before the comparison
    (
        "The wardens issued 148 fines in 2023/24, while the staff of the team fell slightly from 19.",
        # … and what it fell from is of no time that is told
        [("148", "Fines issued", "2023-04-01/2024-03-31"), ("19", "Staff of the team", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED, ids=[row[0][:60] for row in COMPARED])
def test_an_earlier_value_has_the_name_and_its_own_time(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = observe_text(text, Surroundings("Harbury", None, "2024-06-12"))
    shown = [
        (
            figure.mention.value,
            figure.naming.title,
            f"{figure.period.start}/{figure.period.end}" if figure.period and figure.period.dated else "",
        )
        for figure in found
        if figure.naming.sure
    ]
    assert shown == expected


MOVED: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "We will increase the number of dispersed units from five to twelve by March 2025.",
        [("5", "Dispersed units", ""), ("12", "Dispersed units planned", "2025-03-31")],
    ),
    (
        "The new posts will bring average caseloads down from 58 to no more than 35.",
        [("58", "Average caseloads", ""), ("35", "Average caseloads planned", "")],
    ),
    (
        "Police data show a rise, from 31 to 52, in homophobic hate crime.",
        [("31", "Homophobic hate crime", ""), ("52", "Homophobic hate crime", "")],
    ),
    (
        "The unit improved its detection rate for burglary from 6% to 9% in 2022/23.",
        [("6", "Detection rate for burglary", ""), ("9", "Detection rate for burglary", "2023-03-31")],
    ),
    # rules and hours are set, not counted
    ("The Board agreed to reduce the age limit from 18 to 16.", []),
    ("Extend opening hours from 9 to 12.", []),
]


@pytest.mark.parametrize(("text", "expected"), MOVED, ids=[row[0][:60] for row in MOVED])
def test_what_is_moved_names_both_its_values(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = observe_text(text, Surroundings("Harbury", None, "2023-06-12"))
    shown = [
        (
            figure.mention.value,
            " ".join([figure.naming.title, *(value for _, value in figure.naming.breakdown)]),
            figure.period.end if figure.period else "",
        )
        for figure in found
        if figure.naming.sure
    ]
    assert shown == expected
