"""Tables of boards never seen before: dates in brackets, heads of what was done, areas over units, sheets."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from make_tables import Look, over, paint
from papers_by_hand import paper
from test_council_tables import plain, read, tables_of
from test_observations import Told, told

FY21, FY22, FY23 = ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31"), ("2023-04-01", "2024-03-31")
Q1, Q2 = ("2022-04-01", "2022-06-30"), ("2022-07-01", "2022-09-30")


def facts(text: str) -> list[Told]:
    return told(paper(text, kind="report", title="Report"))


CASES: list[tuple[str, str, list[Told]]] = [
    (
        "a quarter told with the day it ends is the quarter",
        """# Indicators
        | Indicator | Q1 (to 30 June 2022) | Q2 ending September 2022
        | Fires set on purpose | 19 | 23""",
        [("Fires set on purpose", "", *Q1, "19"), ("Fires set on purpose", "", *Q2, "23")],
    ),
    (
        "a short head that opens as its fellows do needs no heading before it",
        """# Cameras worn at fires
        Fires reported from Norwell:
        | Norwell | AF Incidents | AF Offences | AF VWI
        | 12 months to March 2022 | 522 | 324 | 73
        | 12 months to March 2023 | 504 | 314 | 77""",
        [
            (name, "", *year, value)
            for year, values in ((FY21, ("522", "324", "73")), (FY22, ("504", "314", "77")))
            for name, value in zip(("AF Incidents", "AF Offences", "AF VWI"), values, strict=True)
        ],
    ),
    (
        "short years beside quarters",
        """# Indicators
        | Indicator | 22/23 Q1 | Q2 22-23 | Q3 Oct-Dec 22
        | Fires set on purpose | 19 | 23 | 17""",
        [
            ("Fires set on purpose", "", *Q1, "19"),
            ("Fires set on purpose", "", *Q2, "23"),
            ("Fires set on purpose", "", "2022-10-01", "2022-12-31", "17"),
        ],
    ),
    (
        "years of a corner that names their months",
        """# Recorded crime
        | Nov – Oct | 2021/22 | 2022/23
        | Arson offences | 61 | 58""",
        [
            ("Arson offences", "", "2021-11-01", "2022-10-31", "61"),
            ("Arson offences", "", "2022-11-01", "2023-10-31", "58"),
        ],
    ),
    (
        "years of a caption that names their months",
        """# Fires
        Table 2: Fires set on purpose by district, April to September
        | District | 2021/22 | 2022/23
        | Harbour | 30 | 41""",
        [
            ("Fires set on purpose", "district=Harbour", "2021-04-01", "2021-09-30", "30"),
            ("Fires set on purpose", "district=Harbour", "2022-04-01", "2022-09-30", "41"),
        ],
    ),
    (
        "months below a caption that ends in how long they are",
        """# Treatment
        Table 3: Successful completions by substance, 12 months to:
        | Substance | Mar-22 | Mar-23
        | Alcohol | 35.5% | 33.9%""",
        [
            ("Successful completions", "substance=Alcohol", *FY21, "35.5"),
            ("Successful completions", "substance=Alcohol", *FY22, "33.9"),
        ],
    ),
    (
        "a year to date ends where the paper says that its figures end",
        """# Service plan
        Position at the end of September 2023
        ## Measures
        | Measure | 2022/23 | Year to date 2023/24
        | House fires | 143 | 59
        | Safety visits | 4,039 | 2,205""",
        [
            ("House fires", "", *FY22, "143"),
            ("House fires", "", "2023-04-01", "2023-09-30", "59"),
            ("Safety visits", "", *FY22, "4039"),
            ("Safety visits", "", "2023-04-01", "2023-09-30", "2205"),
        ],
    ),
    (
        "a year to date that ends nobody knows when has no dates",
        """# Service plan
        | Measure | 2022/23 | Year to date 2023/24
        | House fires | 143 | 59""",
        [("House fires", "", *FY22, "143"), ("House fires", "", "", "", "59")],
    ),
    (
        "what was done with what the caption counts",
        """# Enforcement
        Table 3: Penalty notices by offence, 2022/23
        | Offence | Issued | Paid | Payment rate | Income
        | Littering | 81 | 60 | 74% | £6,000""",
        [
            ("Penalty notices", "offence=Littering; notice type=Issued", *FY22, "81"),
            ("Penalty notices", "offence=Littering; notice type=Paid", *FY22, "60"),
            ("Penalty notices: payment rate", "offence=Littering", *FY22, "74"),
            ("Penalty notices: income", "offence=Littering", *FY22, "6000"),
        ],
    ),
    (
        "another area over number and share",
        """# Treatment
        Table 1: Adults in treatment by substance, Northtown and England, 2022/23
        | Substance | Northtown n | England n
        | Alcohol | 339 | 84,507""",
        [
            ("Adults in treatment", "substance=Alcohol", *FY22, "339"),
            ("Adults in treatment", "substance=Alcohol; area=England", *FY22, "84507"),
        ],
    ),
    (
        "the wards with most of something tell of it",
        """# Anti-social behaviour
        ## Wards with the highest rates of dog fouling, 2022/23
        | Rank | Ward | Incidents | Change on previous year
        | 1 | Abbey | 61 | +4%
        | 2 | Priory | 49 | -2%""",
        [
            ("Dog fouling: incidents", "ward=Abbey", *FY22, "61"),
            ("Dog fouling: change", "ward=Abbey; measure=% change", *FY22, "4"),
            ("Dog fouling: incidents", "ward=Priory", *FY22, "49"),
            ("Dog fouling: change", "ward=Priory; measure=% change", *FY22, "-2"),
        ],
    ),
    (
        "arrows under what is compared with are changes",
        """# Housing 2022/23
        | Indicator | 2022/23 | vs last year
        | Duties accepted | 641 | ↑ 8%
        | Rough sleepers verified | 19 | ↓ 4""",
        [
            ("Duties accepted", "", *FY22, "641"),
            ("Duties accepted", "measure=% change", *FY22, "8"),
            ("Rough sleepers verified", "", *FY22, "19"),
            ("Rough sleepers verified", "measure=change", *FY22, "-4"),
        ],
    ),
    (
        "who lives there beside who answered",
        """# Survey 2022
        Who responded
        | Gender | Respondents | Census 2021 %
        | Female | 589 | 50.8""",
        [
            ("Who responded: respondents", "gender=Female", "", "", "589"),
            ("Residents in the census", "gender=Female", "2021-03-21", "2021-03-21", "50.8"),
        ],
    ),
    (
        "whom the census counted, as the caption says in full, and a head before its day",
        """# Plan 2022
        Background of tenants who called and of the 10 to 17 population, per cent
        | Group | Callers, 31 March 2022 (%) | Population, Census 2021 (%)
        | White | 71 | 74.9""",
        [
            (
                "Background of tenants who called and of the 10 to 17 population: callers",
                "group=White",
                "2022-03-31",
                "2022-03-31",
                "71",
            ),
            ("10 to 17 population", "group=White", "2021-03-21", "2021-03-21", "74.9"),
        ],
    ),
    (
        "the end of the quarter in a row is that of each column",
        """# Scorecard: quarter 2 2022/23
        | Indicator | Q2 2021/22 | Q1 2022/23 | Q2 2022/23
        | Tenants in hostels at quarter end | 41 | 37 | 35""",
        [
            ("Tenants in hostels", "", "2021-07-01", "2021-09-30", "41"),
            ("Tenants in hostels", "", "2022-04-01", "2022-06-30", "37"),
            ("Tenants in hostels", "", "2022-07-01", "2022-09-30", "35"),
        ],
    ),
    (
        "what a grant is for is no part of its name, and a sentence above a table is no caption",
        """# Small grants awarded 2022/23
        The panel gives the money to these groups.
        | Group | Brief description | Grant (£)
        | Harbour Boxing Club | Sessions on two evenings a week for young people | 10,000
        | Eastside Centre | Core costs of the drop-in and of its helpline | 16,852""",
        [
            ("Small grants awarded", "group=Harbour Boxing Club", *FY22, "10000"),
            ("Small grants awarded", "group=Eastside Centre", *FY22, "16852"),
        ],
    ),
    (
        "quarters beside a year that spans their rows are no codes",
        """# Disposals
        | Year | Quarter | Custody disposals | Community disposals
        | 2022/23 | Q1 | 2 | 9
        | | Q2 | 1 | 7""",
        [
            ("Custody disposals", "", *Q1, "2"),
            ("Community disposals", "", *Q1, "9"),
            ("Custody disposals", "", *Q2, "1"),
            ("Community disposals", "", *Q2, "7"),
        ],
    ),
    (
        "a year that others end in is theirs",
        """# Hate crime
        Table 4: Hate crime by strand
        | Strand | Year ending March 2022 | Year ending March 2023 | % of total 2023
        | Race | 241 | 250 | 68%""",
        [
            ("Hate crime", "strand=Race", *FY21, "241"),
            ("Hate crime", "strand=Race", *FY22, "250"),
            ("Hate crime: share", "strand=Race", *FY22, "68"),
        ],
    ),
    (
        "the rate of another force is the rate before it",
        """# Hate crime 2022/23
        ## Hate crime: outcomes
        | Strand | Crimes | Positive outcome rate | Force rate
        | Race | 241 | 15.8% | 14.2%""",
        [
            ("Hate crime", "strand=Race", *FY22, "241"),
            ("Positive outcome rate", "strand=Race", *FY22, "15.8"),
            ("Positive outcome rate", "strand=Race; area=Force", *FY22, "14.2"),
        ],
    ),
    (
        "rates of two areas beside counts",
        """# Crime, 12 months to December 2022
        | Crime type | Offences | Northtown rate per 1,000 | County rate per 1,000
        | Burglary | 901 | 5.2 | 4.7
        | Arson offences | 33 | 0.2 | 0.3""",
        [
            ("Burglary", "", "2022-01-01", "2022-12-31", "901"),
            ("Burglary: rate", "", "2022-01-01", "2022-12-31", "5.2"),
            ("Burglary: rate", "area=County", "2022-01-01", "2022-12-31", "4.7"),
            ("Arson offences", "", "2022-01-01", "2022-12-31", "33"),
            ("Arson offences: rate", "", "2022-01-01", "2022-12-31", "0.2"),
            ("Arson offences: rate", "area=County", "2022-01-01", "2022-12-31", "0.3"),
        ],
    ),
    (
        "a share after a year's budget and its spending is of that year",
        """# Grant
        Table 1: Violence reduction grant by theme
        | Theme | 2022/23 budget (£) | 2022/23 actual (£) | % spent
        | Mentoring | 62,500 | 60,310 | 96%""",
        [
            ("Violence reduction grant", "theme=Mentoring; version=Budget", *FY22, "62500"),
            ("Violence reduction grant", "theme=Mentoring; version=Actual", *FY22, "60310"),
            ("Violence reduction grant: % spent", "theme=Mentoring", *FY22, "96"),
        ],
    ),
    (
        "months without a year are quarters of the year beside them",
        """# Nuisance
        | Measure | Apr-Jun | Jul-Sep | 2022/23 | 2021/22
        | Nuisance incidents | 61 | 58 | 230 | 241""",
        [
            ("Nuisance incidents", "", *Q1, "61"),
            ("Nuisance incidents", "", *Q2, "58"),
            ("Nuisance incidents", "", *FY22, "230"),
            ("Nuisance incidents", "", *FY21, "241"),
        ],
    ),
    (
        "a year to date ends with the last quarter beside it, and planned exits are no target",
        """# Service 2022/23
        | Measure | Quarter 1 Actual | Quarter 2 Actual | Year to date
        | Planned exits | 72% | 77% | 75%""",
        [
            ("Planned exits", "", *Q1, "72"),
            ("Planned exits", "", *Q2, "77"),
            ("Planned exits", "", "2022-04-01", "2022-09-30", "75"),
        ],
    ),
    (
        "rows say how long the times are that end in the months above them",
        """# Treatment
        | Measure | Mar-22 | Mar-23
        | People in treatment (rolling 12 months) | 1,102 | 1,121
        | Deaths in the quarter | 3 | 1""",
        [
            ("People in treatment (rolling 12 months)", "", *FY21, "1102"),
            ("People in treatment (rolling 12 months)", "", *FY22, "1121"),
            ("Deaths", "", "2022-01-01", "2022-03-31", "3"),
            ("Deaths", "", "2023-01-01", "2023-03-31", "1"),
        ],
    ),
    (
        "a share of those who say something, by what they say it of",
        """# Survey
        Percentage of respondents who say they are worried about each issue
        | Issue | March 2022 | March 2023
        | Burglary | 41 | 44""",
        [
            (
                "Respondents who say they are worried about each issue",
                "group=Burglary",
                "2022-03-01",
                "2022-03-31",
                "41",
            ),
            (
                "Respondents who say they are worried about each issue",
                "group=Burglary",
                "2023-03-01",
                "2023-03-31",
                "44",
            ),
        ],
    ),
    (
        "a paper's reporting period is that of its tables without another",
        """# Cohesion
        Reporting period: 1 July 2022 to 30 June 2023
        ## Reporting centres
        | Centre | Reports taken
        | Library | 18
        | Mill Street | 9""",
        [
            ("Reports taken", "centre=Library", "2022-07-01", "2023-06-30", "18"),
            ("Reports taken", "centre=Mill Street", "2022-07-01", "2023-06-30", "9"),
        ],
    ),
    (
        "offences against people keep their name beside years",
        """# Crime
        | Ward | Violence against the person 2021/22 | Violence against the person 2022/23
        | Abbey | 204 | 221""",
        [
            ("Crime", "ward=Abbey; crime type=Violence against the person", *FY21, "204"),
            ("Crime", "ward=Abbey; crime type=Violence against the person", *FY22, "221"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_figures_of_a_table(text: str, expected: list[Told]) -> None:
    assert sorted(facts(text)) == sorted(expected)


def test_the_right_half_of_a_sheet_is_not_shown_with_figures_for_names() -> None:
    assert not facts("""# Hate crimes
        |  | Change 22-23
        | 299 | -24
        | 330 | 20
        | 311 | 84""")


def test_filled_cells_of_ruled_tables_are_no_bars(tmp_path: Path) -> None:
    """A head cell without words and another of unlike length stand on one line with figures below them."""
    head = [over("", 1), "Mar-22", "Sep-22", over("England Mar-22", 1)]
    rows = [["Alcohol", "4.9%", "5.2%", "5.0%"], ["Opiates", "31.0%", "33.8%", "31.3%"]]
    more = [["Wait", "n", over("Share", 2), None], ["Under 3 weeks", "588", "97%", "98%"]]

    def draw(c: Canvas) -> None:
        look = Look(fill_head="#007c91")
        foot = paint(c, 60, 760, [60, 42, 42, 90], [head, *rows], look)
        foot = paint(c, 60, foot - 16, [90, 42, 80, 42], more, look)
        paint(c, 60, foot - 16, [60, 42, 42, 90], [head, *rows], look)

    paper = read(draw, tmp_path / "filled.pdf")
    assert [len(t.rows) for t in tables_of(paper)] == [3, 2, 3]
    assert not [b for page in paper.pages for b in page.blocks if b.kind == "figure"]


def test_a_head_of_numbers_over_several_columns_is_a_head(tmp_path: Path) -> None:
    rows = [
        [over("Month", 1, 2), over("999", 2), None, over("101", 2), None],
        [None, "Calls", "Answered in time", "Calls", "Average wait"],
        ["October 2023", "9,412", "88.1%", "11,207", "121"],
        ["November 2023", "8,877", "90.4%", "10,340", "98"],
    ]

    def draw(c: Canvas) -> None:
        paint(c, 60, 760, [100, 60, 90, 60, 90], rows, Look(heads=2, fill_head="#d0cece"))

    (table,) = tables_of(read(draw, tmp_path / "calls.pdf"))
    assert table.header_rows == 2
    assert plain(table.rows) == rows


EDGES = (58.0, 140.0, 200.0, 260.0, 320.0, 400.0)


def sheet(c: Canvas, top: float, lines: Sequence[Sequence[str]], heads: int, edges: Sequence[float]) -> None:
    """Lines as a sheet program prints them without borders: words to the left of their cells, figures to the right."""
    for n, line in enumerate(lines):
        c.setFont("Helvetica-Bold" if n < heads else "Helvetica", 9)
        for (x0, x1), text in zip(itertools.pairwise(edges), line, strict=True):
            if text and not text[0].isdigit() and text[0] != "-":
                c.drawString(x0 + 1, top - 13 * n, text)
            else:
                c.drawRightString(x1 - 1, top - 13 * n, text)


def test_heads_of_a_sheet_stand_left_of_their_figures(tmp_path: Path) -> None:
    lines = [
        ["Strand", "Oct", "Nov", "Dec", "Grand total"],
        ["Race", "32", "1", "6", "39"],
        ["Sexual orientation", "9", "12", "5", "26"],
        ["Disability", "7", "19", "25", "51"],
    ]
    (table,) = tables_of(read(lambda c: sheet(c, 700, lines, 1, EDGES), tmp_path / "sheet.pdf"))
    assert plain(table.rows) == lines


def test_two_tables_of_a_sheet_go_on_to_the_right(tmp_path: Path) -> None:
    crimes = [
        ["Month", "2021", "2022"],
        *([month, str(200 + 7 * n), str(310 - 9 * n)] for n, month in enumerate(MONTHS)),
    ]
    strands = [["Strand", "Oct", "Nov"], *([name, str(9 + n), str(23 - n)] for n, name in enumerate(STRANDS))]
    change = [["2023", "Change"], *([str(200 + 3 * n), str(n - 12)] for n, _ in enumerate(MONTHS))]
    later = [["Dec", "Total"], *([str(12 + n), str(44 + n)] for n, _ in enumerate(STRANDS))]

    def draw(c: Canvas) -> None:
        for first, second, edges in (
            (crimes, strands, (58.0, 140.0, 200.0, 260.0)),
            (change, later, (58.0, 110.0, 190.0)),
        ):
            sheet(c, 740, first, 1, edges)
            sheet(c, 500, second, 1, edges)
            c.showPage()

    tables = tables_of(read(draw, tmp_path / "wide.pdf"))
    assert [plain(t.rows) for t in tables] == [
        [[*a, *b] for a, b in zip(left, right, strict=True)] for left, right in ((crimes, change), (strands, later))
    ]


MONTHS = ("January", "February", "March", "April", "May", "June")
STRANDS = ("Race", "Faith", "Disability", "Transgender")
