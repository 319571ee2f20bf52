"""What tables and lists of labels say, each figure under its own row, column and question."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from test_observations import Told, told
from tracker.facts import understand
from tracker.facts.figures.question_names import asked
from tracker.facts.figures.reported_time import reported
from tracker.facts.figures.slide_tiles import tile_named
from tracker.facts.wording.numbers import find_numbers, parse_pair
from tracker.facts.wording.periods import Context
from tracker.records import Block, PaperSettings, TrackerSettings

FY21, FY22 = ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31")


def facts(text: str) -> list[Told]:
    return told(paper(text, kind="report", title="Report"))


CASES: list[tuple[str, str, list[Told]]] = [
    (
        "two rows of one value are two facts",
        """# Crime
        Table 1: Recorded crime, 2022/23
        | Crime type | 2022/23 | Rate per 1,000 population 2022/23
        | Burglary | 371 | 6.4
        | Vehicle crime | 903 | 6.4""",
        [
            ("Burglary", "", *FY22, "371"),
            ("Burglary", "series=Rate per 1,000 population", *FY22, "6.4"),
            ("Vehicle crime", "", *FY22, "903"),
            ("Vehicle crime", "series=Rate per 1,000 population", *FY22, "6.4"),
        ],
    ),
    (
        "a number with its share in brackets is two figures",
        """# Treatment
        Table 7: Adults in treatment by substance, 2022/23
        | Substance | Adults in treatment
        | Opiate | 412 (67%)
        | Alcohol | 203 (33%)""",
        [
            ("Adults in treatment", "substance=Opiate", *FY22, "412"),
            ("Adults in treatment: share", "substance=Opiate", *FY22, "67"),
            ("Adults in treatment", "substance=Alcohol", *FY22, "203"),
            ("Adults in treatment: share", "substance=Alcohol", *FY22, "33"),
        ],
    ),
    (
        "kinds of money are kinds of what the table is about",
        """# Finance
        Annex B: Youth service budget 2022/23
        | Partner | Cash £ | In kind £
        | Police | 54,000 | 1,500
        | Health | 31,250 | 12,000""",
        [
            ("Youth service budget", "partner=Police; type=Cash", *FY22, "54000"),
            ("Youth service budget", "partner=Police; type=In kind", *FY22, "1500"),
            ("Youth service budget", "partner=Health; type=Cash", *FY22, "31250"),
            ("Youth service budget", "partner=Health; type=In kind", *FY22, "12000"),
        ],
    ),
    (
        "a table below a question is its answer",
        """# Response
        Q3. How many Community Protection Notices were issued, by ward, in 2021/22 and 2022/23?
        | Ward | 2021/22 | 2022/23
        | Abbey | 14 | 22
        | Castle | 9 | 17""",
        [
            ("Community Protection Notices issued", "ward=Abbey", *FY21, "14"),
            ("Community Protection Notices issued", "ward=Abbey", *FY22, "22"),
            ("Community Protection Notices issued", "ward=Castle", *FY21, "9"),
            ("Community Protection Notices issued", "ward=Castle", *FY22, "17"),
        ],
    ),
    (
        "what a table is said to show names its figures",
        """# Noise and nuisance
        The table shows the number of reports received by type, 2022/23, with the share of all reports in brackets.
        | Type of report | North | South
        | Music | 121 (62%) | 98 (70%)
        | Dogs | 74 (38%) | 42 (30%)""",
        [
            (name, f"{row}; report type={area}", *FY22, value)
            for row, entries in (("type=Music", ("121", "62", "98", "70")), ("type=Dogs", ("74", "38", "42", "30")))
            for name, area, value in zip(
                ("Reports received", "Reports received: share") * 2,
                ("North", "North", "South", "South"),
                entries,
                strict=True,
            )
        ],
    ),
    (
        "a profile names each figure by its own label",
        """# About the borough
        Population: 140,500 Households: 61,200 Unemployment rate: 3.9% Crime rate: 74.1 per 1,000 population""",
        [
            ("Population", "", "", "", "140500"),
            ("Households", "", "", "", "61200"),
            ("Unemployment rate", "", "", "", "3.9"),
            ("Crime rate", "", "", "", "74.1"),
        ],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[why for why, _, _ in CASES])
def test_each_figure_under_its_own_names(why: str, text: str, expected: list[Told]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", ["12 (of whom 3 women)", "(6.0)", "45 (12)", "2021 (April)", "12% (3%)"])
def test_brackets_that_hold_no_share(text: str) -> None:
    assert parse_pair(text) is None


@pytest.mark.parametrize(
    ("question", "before", "name"),
    [
        ("What was the cost of licensing enforcement in 2022/23?", "complaints", "Cost of licensing enforcement"),
        ("How much income was received from those notices?", "penalty notices", "Income received from penalty notices"),
        ("How many penalty notices were paid?", "", "Penalty notices paid"),
    ],
)
def test_a_question_names_what_it_asks_for(question: str, before: str, name: str) -> None:
    assert asked(question, before)[1] == name


def test_all_figures_of_a_report_are_of_the_year_that_it_says_it_covers() -> None:
    said = "All figures are for the year from 1 April 2022 to 31 March 2023 unless we say otherwise."
    year = reported("Safer Kelbrook", [Block(id="a", kind="paragraph", text=said, parts=())]).year
    assert year is not None and (year.start, year.end) == FY22


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Unless otherwise stated the assessment covers the 12 months to March 2023 and the 12 months before.", FY22),
        ("Some figures are for the 12 months to March 2023; they may change.", None),
    ],
)
def test_what_a_report_covers_may_stand_below_its_first_text(said: str, year: tuple[str, str] | None) -> None:
    texts = ["1. Introduction", "Councils have had to prepare an assessment each year since the Act came in.", said]
    kinds = ["heading", "paragraph", "paragraph"]
    blocks = [
        Block.model_validate({"id": str(n), "kind": kind, "text": text, "parts": ()})
        for n, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    ]
    told = reported("Safer Kelbrook", blocks).year
    assert (told and (told.start, told.end)) == year


@pytest.mark.parametrize(
    ("text", "boxed", "name"),
    [
        ("1,087 Violence with injury ▲ 6.4%", False, "Violence with injury"),
        ("88% Cases closed in 20 days ▲ 7pp", False, "Cases closed in 20 days"),
        ("612 high-risk victims supported by advisers", True, "high-risk victims supported by advisers"),
        ("94% of people trained felt more confident", True, "People trained felt more confident"),
        ("£318,500 invested in safer streets", True, "invested in safer streets"),
    ],
)
def test_a_tile_is_named_by_all_that_follows_its_number(text: str, boxed: bool, name: str) -> None:
    said = tile_named(text, find_numbers(text)[0], Context(), boxed)
    assert said is not None and said.name == name


@pytest.mark.parametrize(
    "text",
    ["612 victims were supported in the year", "94% of them agreed that 3 in 5 would", "37 offences, fewer than ever"],
)
def test_a_sentence_that_begins_with_a_number_is_no_tile(text: str) -> None:
    assert tile_named(text, find_numbers(text)[0], Context(), boxed=False) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Positive outcomes rose from 11.2% in 2021/22 to 13.3% in 2022/23 (+2.1pp).", "agrees"),
        ("Positive outcomes rose from 11.2% in 2021/22 to 13.3% in 2022/23 (+2.9pp).", "differs"),
        ("In 2022/23 there were 305 burglaries compared with 288 in 2021/22 (+5.9%).", "agrees"),
        ("In 2022/23 there were 305 burglaries compared with 288 in 2021/22 (+9.9%).", "differs"),
    ],
)
def test_a_change_with_its_sign_in_brackets_is_set_against_the_values_before_it(text: str, verdict: str) -> None:
    made = paper(f"# Crime\n{text}", kind="report", title="Report")
    facts = understand(made, paper_id="x", settings=PaperSettings(), tracker=TrackerSettings(place="Kelbrook"))
    assert verdict in [finding.verdict for finding in facts.findings if finding.kind == "change"]


def test_points_close_behind_a_decimal_are_its_unit() -> None:
    assert [(n.value, n.unit) for n in find_numbers("up 2.6pp on last year")] == [("2.6", "pp")]
