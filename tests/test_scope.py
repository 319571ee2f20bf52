"""Whose figures a sentence gives: the board's own place, or the nation, another area, a study."""

from __future__ import annotations

import re

import pytest

from tracker.facts.wording.scope import area_spoken_of, other_area


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("It is estimated that 2 million adults suffer abuse each year.", "2 million"),
        ("It is estimated that 2,140 adults suffer abuse each year.", ""),
        ("There were 76.4 offences, the ninth lowest rate in London.", ""),
        ("In London there were 76.4 offences.", "76.4"),
        ("Wardens helped 74 people, and it is estimated that 12 journeys to hospital were avoided.", ""),
        ("The tenants' survey, which is run nationally every other year, found that 41.6% trust their landlord.", ""),
        ("Uptake reached 71.3% and the target of 80% set nationally is near.", ""),
        ("Satisfaction was 41.6%, slightly below the average for London (44.9%).", "44.9%"),
        (
            "It was 71.3%, lower than both the same period a year ago (72.8%) and the national rate of 80.1%.",
            "80.1%",
        ),
        ("The rate was 12.9%, better than the force average of 11.1% but down on 13.4% the year before.", "11.1%"),
        ("Some 38% of carers work, compared with 44% in England and 41% in Northtown ten years ago.", "44%"),
        ("Across England 32% smoke, compared with 28% in Northtown.", "32%"),
        ("In England 40% reported it, but only 24% were charged.", "40% 24%"),
        ("34% of those referred were male and nationally 25% are.", "25%"),
        ("In line with national trends, 34% of those referred were male.", ""),
        ("There were 114 homicides, 18% of all homicides in England and Wales.", "114 18%"),
        ("English fire services attended 170,200 fires while our crews attended 5,210.", "170,200"),
        ("Some 41% of London's 11-year olds were overweight.", "41% 11"),
        ("The diagnosis rate is 66.1%, just under the national expectation of 66.7%.", "66.7%"),
        ("Around 6% of admissions were related to it, according to the government strategy.", "6%"),
        ("Forty-one adults took up 96 places in English lessons.", ""),
        ("In 61% of cases the child was male, a slightly lower share than in England as a whole (64%).", "64%"),
        (
            "912 adults were in treatment, and public health estimates suggest that 51% of users in the town are not.",
            "",
        ),
        ("912 adults were in treatment; estimates suggest that 51% of users drink.", "51%"),
        ("It was 9.6%, above the average for the region (8.1%).", "8.1%"),
        ("Of the 10,400 people living with diabetes in the county, 61% had all checks; nationally 58% did.", "58%"),
        # with whom a thing is done, and what stands elsewhere
        ("The desk has 14 clerks, employed jointly with three neighbouring councils.", ""),
        ("The desk opened with 14 clerks, compared with 17 in neighbouring councils.", "17"),
        ("Vandalism spread during the unrest elsewhere in the country, 62 fires being lit.", ""),
        ("Elsewhere in the country 62 fires were lit.", "62"),
        ("Nine of its 88 areas are among the most deprived 20% in England.", ""),
        ("Of the 88 areas in England 20% are deprived.", "88 20%"),
        ("The count would suggest in the region of 3,900 carers.", ""),
        ("In the region 3,900 carers were asked.", "3,900"),
        (
            "It was 7.4%, which was better than the 5.9% of a year ago and compared with a force average of 6.6%.",
            "6.6%",
        ),
        ("Some 47% had a carer, against 19% nationally and 39% for the year before.", "19%"),
        ("Some 47% had a carer, against 19% nationally and 23% across the region.", "19% 23%"),
        ("The rise is welcome, since nationally 58% of victims tell nobody.", "58%"),
    ],
)
def test_what_is_said_of_others_beside_a_figure_does_not_take_it_from_the_board(sentence: str, others: str) -> None:
    numbers = re.finditer(r"\d[\d.,]*(?:%| million)?(?<![.,])", sentence)
    taken = [m.group() for m in numbers if other_area(sentence, m.start(), "Northtown")]
    assert " ".join(taken) == others


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("The rise is welcome, since research suggests that most victims tell nobody.", ""),
        ("Research suggests that most victims tell nobody.", "Research suggests"),
        ("The desk is staffed jointly with three neighbouring councils.", ""),
    ],
)
def test_why_and_with_whom_is_not_whose(sentence: str, area: str) -> None:
    assert bool(area_spoken_of(sentence, "Northtown")) is bool(area)
