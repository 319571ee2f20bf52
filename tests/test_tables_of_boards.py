"""Tables as boards set them: scorecards, rates and ranks, dates to date, notices by offence, surveys."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from test_observations import Told, told
from tracker.facts.context import context_of
from tracker.facts.figures.lead_measures import counted_before
from tracker.facts.figures.prose_headings import is_wish
from tracker.facts.figures.surroundings import surroundings_of
from tracker.facts.figures.table_shape import shape_of
from tracker.facts.wording.periods import period_of
from tracker.records import Block, Cell, PaperSettings, TrackerSettings

FY21, FY22 = ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31")
DEC22 = ("2022-01-01", "2022-12-31")


def facts(text: str) -> list[Told]:
    return told(paper(text, kind="report", title="Report"))


CASES: list[tuple[str, str, list[Told]]] = [
    (
        "a table under what is aimed at is named by what its paragraph counts",
        """# Priority 4: Building cohesive communities
        There were 214 hate crimes. The breakdown by strand is shown below.
        | Strand | 2021/22 | 2022/23
        | Race | 141 | 152
        | Religion | 12 | 17""",
        [
            ("Hate crimes", "", "", "", "214"),
            ("Hate crimes", "strand=Race", *FY21, "141"),
            ("Hate crimes", "strand=Race", *FY22, "152"),
            ("Hate crimes", "strand=Religion", *FY21, "12"),
            ("Hate crimes", "strand=Religion", *FY22, "17"),
        ],
    ),
    (
        "a caption that says which rows there are names nothing that is counted",
        """# Where it happens
        **Table 4: Three busiest wards, April 2021 to March 2022**
        | Ward | Thefts | Deliberate fires
        | Harbour | 214 | 31
        | Castle | 180 | 24
        | Priory | 151 | 19""",
        [
            ("Thefts", "ward=Harbour", *FY21, "214"),
            ("Deliberate fires", "ward=Harbour", *FY21, "31"),
            ("Thefts", "ward=Castle", *FY21, "180"),
            ("Deliberate fires", "ward=Castle", *FY21, "24"),
            ("Thefts", "ward=Priory", *FY21, "151"),
            ("Deliberate fires", "ward=Priory", *FY21, "19"),
        ],
    ),
    (
        "codes, owners and judgements are no part of a measure's name",
        """# Scorecard
        | Ref | Indicator | Owner | 2021/22 Outturn | Target 2022/23 | Q1 2022/23 | RAG | Direction of travel
        | CS1 | Fires set on purpose | Fire Service | 84 | 80 | 19 | Green | ▲
        | CS2 | Warnings issued | Council | 212 | 230 | 51 | Amber | ▼""",
        [
            ("Fires set on purpose", "", *FY21, "84"),
            ("Fires set on purpose", "", "2022-04-01", "2022-06-30", "19"),
            ("Warnings issued", "", *FY21, "212"),
            ("Warnings issued", "", "2022-04-01", "2022-06-30", "51"),
            ("Fires set on purpose", "measure=target", "2022-04-01", "2023-03-31", "80"),
            ("Warnings issued", "measure=target", "2022-04-01", "2023-03-31", "230"),
        ],
    ),
    (
        "a column headed No. that counts its rows numbers them, wherever it stands",
        """# Agenda
        | Time | No. | Item | Lead
        | 14:00 | 1 | Welcome | Chair
        | 14:05 | 2 | Notes of the last meeting | Chair
        | 14:15 | 3 | Plan for the year | Fire Service""",
        [],
    ),
    (
        "a position is a rank, a signed column a change",
        """# Crime: rolling 12 months to December 2022
        | Crime type | Total | Numeric | Position
        | Arson | 61 | + 4 | 18 of 32
        | Shoplifting | 902 | - 31 | 7th""",
        [
            ("Arson", "", *DEC22, "61"),
            ("Arson", "measure=change", *DEC22, "4"),
            ("Arson: rank", "", *DEC22, "18"),
            ("Shoplifting", "", *DEC22, "902"),
            ("Shoplifting", "measure=change", *DEC22, "-31"),
            ("Shoplifting: rank", "", *DEC22, "7"),
        ],
    ),
    (
        "a year to date ends where its months end",
        """# Offences
        | Offence | FYTD 2021/22 (Apr-Dec) | FYTD 2022/23 (Apr-Dec) | % +/-
        | Arson | 40 | 44 | 10%""",
        [
            ("Arson", "", "2021-04-01", "2021-12-31", "40"),
            ("Arson", "", "2022-04-01", "2022-12-31", "44"),
            ("Arson", "measure=% change", "2022-04-01", "2022-12-31", "10"),
        ],
    ),
    (
        "rows of months are rolling years where their head says so",
        """# Trends
        | Rolling 12 months to | Arson offences | Shoplifting offences
        | Dec-22 | 61 | 902
        | Mar-23 | 58 | 911""",
        [
            ("Arson offences", "", *DEC22, "61"),
            ("Shoplifting offences", "", *DEC22, "902"),
            ("Arson offences", "", *FY22, "58"),
            ("Shoplifting offences", "", *FY22, "911"),
        ],
    ),
    (
        "bare quarters beside last year's outturn are this year's",
        """# Indicators 2022/23
        | Indicator | 2021/22 outturn | Q1 | Q2
        | Warnings issued | 212 | 51 | 48""",
        [
            ("Warnings issued", "", *FY21, "212"),
            ("Warnings issued", "", "2022-04-01", "2022-06-30", "51"),
            ("Warnings issued", "", "2022-07-01", "2022-09-30", "48"),
        ],
    ),
    (
        "notices by offence are one measure",
        """# Enforcement
        Table 3: Penalty notices issued, 2022/23
        | Offence | Issued | Paid
        | Littering | 81 | 60
        | Dog fouling | 14 | 9""",
        [
            ("Penalty notices issued", "offence=Littering; notice type=Issued", *FY22, "81"),
            ("Penalty notices issued", "offence=Littering; notice type=Paid", *FY22, "60"),
            ("Penalty notices issued", "offence=Dog fouling; notice type=Issued", *FY22, "14"),
            ("Penalty notices issued", "offence=Dog fouling; notice type=Paid", *FY22, "9"),
        ],
    ),
    (
        "a column called number counts",
        """# Referrals
        Table 4: Referrals by age group, 2022/23
        | Age | Number | %
        | Under 18 | 14 | 70%
        | 18 and over | 6 | 30%""",
        [
            ("Referrals", "age group=Under 18", *FY22, "14"),
            ("Referrals: share", "age group=Under 18", *FY22, "70"),
            ("Referrals", "age group=18 and over", *FY22, "6"),
            ("Referrals: share", "age group=18 and over", *FY22, "30"),
        ],
    ),
    (
        "a year behind its quarters heads what they add up to",
        """# Nuisance
        **Table 5: Deliberate fires by ward and quarter, 2022/23**
        | Ward | Q1 | Q2 | Year
        | Harbour | 14 | 17 | 31
        | Priory | 12 | 9 | 21""",
        [
            ("Deliberate fires", "ward=Harbour", "2022-04-01", "2022-06-30", "14"),
            ("Deliberate fires", "ward=Harbour", "2022-07-01", "2022-09-30", "17"),
            ("Deliberate fires", "ward=Harbour", *FY22, "31"),
            ("Deliberate fires", "ward=Priory", "2022-04-01", "2022-06-30", "12"),
            ("Deliberate fires", "ward=Priory", "2022-07-01", "2022-09-30", "9"),
            ("Deliberate fires", "ward=Priory", *FY22, "21"),
        ],
    ),
    (
        "a year in front of the figures numbers the rows",
        """# Patrols
        **Table 6: Patrols by warden, 2022/23**
        | Warden | Year | Patrols
        | Ashdown | 2 | 40
        | Kelbrook | 3 | 38""",
        [
            ("Patrols", "warden=Ashdown", *FY22, "40"),
            ("Patrols", "warden=Kelbrook", *FY22, "38"),
        ],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[why for why, _, _ in CASES])
def test_tables_of_boards(why: str, text: str, expected: list[Told]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Apr-Dec 2022/23", "2022-04-01", "2022-12-31"),
        ("2022/23 (Apr-Dec)", "2022-04-01", "2022-12-31"),
        ("R12 Dec-22", "2022-01-01", "2022-12-31"),
        ("12m to Apr-23", "2022-05-01", "2023-04-30"),
        ("YE March 2023", "2022-04-01", "2023-03-31"),
        ("Q3 YTD 2022/23", "2022-04-01", "2022-12-31"),
        ("H2 2022/23", "2022-10-01", "2023-03-31"),
        ("Previous 12 months (Jan 22 to Dec 22)", "2022-01-01", "2022-12-31"),
    ],
)
def test_periods_of_scorecards(words: str, start: str, end: str) -> None:
    found = period_of(words)
    assert found is not None and (found.start, found.end) == (start, end)


def test_a_list_of_two_columns_has_no_heads() -> None:
    rows = (("Referrals received", "312"), ("Referrals accepted", "287"))
    block = Block(
        id="p1-1", kind="table", header_rows=1, rows=tuple(tuple(Cell(text=text) for text in row) for row in rows)
    )
    shape = shape_of(block)
    assert shape is not None and shape.head_rows == 0 and list(shape.body) == [0, 1]


@pytest.mark.parametrize(
    ("lead", "counted"),
    [
        ("There were 214 hate crimes in Kelbrook. The breakdown by strand is shown below.", "Hate crimes"),
        ("The hub took 31 reports of dogs, and they are broken down by ward in the table below.", "Reports of dogs"),
        # two things: which of them the table parts is not said
        ("There were 12 fires and 30 calls. The breakdown by ward is shown below.", ""),
        ("There were 214 hate crimes in Kelbrook, more than ever.", ""),
    ],
)
def test_what_the_paragraph_before_a_table_of_parts_counts(lead: str, counted: str) -> None:
    assert counted_before(lead) == counted


@pytest.mark.parametrize(
    ("heading", "wish"),
    [
        ("Priority 4: Building cohesive communities", True),
        ("4. Keeping young people safe", True),
        ("Priority 1: Domestic abuse", False),
        ("Hate crime", False),
    ],
)
def test_a_heading_that_says_what_is_aimed_at_names_no_measure(heading: str, wish: bool) -> None:
    assert is_wish(heading) == wish


@pytest.mark.parametrize(
    ("heading", "words"),
    [("Q2. Where were they?", "Where were they?"), ("Q2 2022/23", "Q2 2022/23"), ("Q2 thefts", "Q2 thefts")],
)
def test_the_number_of_a_question_is_no_quarter(heading: str, words: str) -> None:
    read = paper(f"# {heading}\n\nThere were 38 thefts in Kelbrook ward.", kind="report", title="Answers")
    context = context_of(read, "answers", PaperSettings(), TrackerSettings(board="Kelbrook Partnership"))
    assert surroundings_of(context, context.outline.at(1)).headings == (words,)
