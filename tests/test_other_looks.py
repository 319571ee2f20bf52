"""Figures of dashboards and tables in looks and wordings that the five papers do not have, read from PDFs made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from papers_by_hand import paper
from tracker.facts.context import context_of
from tracker.facts.figures.dashboard_pages import is_statement
from tracker.facts.figures.structured import figures_in
from tracker.facts.wording.numbers import parse_cell
from tracker.papers import read_paper
from tracker.records import Observation, Paper, PaperKind, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(place="Northtown", board="Northtown Community Safety Partnership")
SETTINGS = PaperSettings(id="x", date="2024-05-19")
MAY23, MAY22 = ("2023-03-01", "2023-05-31"), ("2022-03-01", "2022-05-31")
YEAR23, YEAR22 = ("2022-06-01", "2023-05-31"), ("2021-06-01", "2022-05-31")
FY23 = ("2023-04-01", "2024-03-31")

Told = tuple[str, str, tuple[str, str], str]


def told(made: Paper) -> list[Told]:
    """(indicator, categories, period, value or marker) of the board's own figures that are shown as fact."""
    return [(t, b, p, v) for t, b, p, v, area in all_told(made) if area == "Northtown"]


def all_told(made: Paper) -> list[tuple[str, str, tuple[str, str], str, str]]:
    figures = figures_in(context_of(made, "x", SETTINGS, TRACKER))[0]
    titles = {indicator.id: indicator.title for indicator in figures.indicators}
    return [
        (titles[o.indicator], _categories(o), (o.period_start, o.period_end), _value(o), o.geography)
        for o in figures.observations
        if o.trust != "unsure"
    ]


def _categories(seen: Observation) -> str:
    return "; ".join(category for _, category in seen.breakdown)


def _value(seen: Observation) -> str:
    return f"{seen.qualifier}{seen.value}{seen.marker}" + ("%" if seen.unit == "%" else "")


def by_hand(text: str, kind: PaperKind = "report") -> Paper:
    return paper(text, kind=kind).model_copy(update={"date": "2024-05-19"})


MEASURES = (
    ("Residential Burglary", 480, 463, 1950, 1847),
    ("Robbery of Personal Property", 180, 157, 699, 610),
    ("Knife Crime With Injury", 23, 24, 91, 93),
)
PUBLISHED = (
    "In the 3 months of March 2023 to May 2023 there were {a} cases of {name} in Northtown",
    "There were {c} cases of {name} in Northtown in the 12 months up to May 2023. In the 12 months prior there were {d}."
    " This is a change.",
    "In the 3 months of March 2023 to May 2023 there were {a} cases of {name} in Northtown. In the same quarter in the"
    " previous year, there were {b}. This is a change.",
)
BRIEF = (
    "{a} cases of {name} in Northtown over 3 months, March 2023 to May 2023",
    "{name} in Northtown, 12 months up to May 2023: {c} cases. The 12 months prior: {d}. Change: none.",
    "{name}, 3 months of March 2023 to May 2023: {a} cases. Same period 12 months prior: {b}. Change: none.",
)


def _styles(font: str, size: float) -> dict[str, ParagraphStyle]:
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[font]
    return {
        "h": ParagraphStyle("h", fontName=bold, fontSize=size + 7, leading=size + 11, spaceBefore=10, spaceAfter=8),
        "p": ParagraphStyle("p", fontName=font, fontSize=size, leading=size * 1.3, spaceAfter=8),
    }


@pytest.mark.parametrize("words", [PUBLISHED, BRIEF], ids=["published", "brief"])
@pytest.mark.parametrize("look", ["slides", "document", "one level"])
def test_dashboards(words: tuple[str, str, str], look: str, tmp_path: Path) -> None:
    style = _styles("Helvetica" if look == "slides" else "Times-Roman", 14 if look == "slides" else 11)
    story: list[Flowable] = [Paragraph("Performance Dashboard up to and including May 2023", style["h"])]
    for name, a, b, c, d in MEASURES:
        callout, year, quarter = (w.format(name=name, a=a, b=b, c=c, d=d) for w in words)
        if look == "slides":
            story.append(PageBreak())
        story += [Paragraph(name, style["h"]), Paragraph(callout, style["p"])]
        if look == "one level":
            story.append(Paragraph("Trend", style["h"]))
        story += [Paragraph(year, style["p"]), Paragraph(quarter, style["p"])]
    sheet = landscape(A4) if look == "slides" else A4
    SimpleDocTemplate(str(tmp_path / "x.pdf"), pagesize=sheet).build(story)
    expected = {
        row
        for name, a, b, c, d in MEASURES
        for row in (
            (name, "", MAY23, str(a)),
            (name, "", MAY22, str(b)),
            (name, "", YEAR23, str(c)),
            (name, "", YEAR22, str(d)),
        )
    }
    assert set(told(read_paper(tmp_path / "x.pdf"))) == expected


def test_measure_named_by_an_earlier_heading() -> None:
    """Headings all in one level, those right above naming only a period and a form of showing."""
    made = by_hand(
        """# PREVENT: Number of Referrals Northtown Qtrly Comparison
        # Quarter 4 (January-March) 2021/22 and 2022/23
        # Trend
        Over the two comparable quarters, 2021/22 and 2022/23, most Northtown referrals involve:
        - Male (88%)
        - Under 18 (65%)
        Table: Quarter 4 2022/23 compared to 2021/22 (January-March)
        | Prevent In Northtown | Northtown Q4 21/22 | Northtown Q4 22/23
        | Total referrals | 25 | 17
        | Male | 22 | 15
        """,
        "report",
    )
    found = told(made)
    assert {name.lower().removesuffix(": share") for name, *_ in found} == {"prevent referrals"}
    assert [(c, p, v) for _, c, p, v in found if c == "Male"] == [
        ("Male", ("", ""), "88%"),
        ("Male", ("2022-01-01", "2022-03-31"), "22"),
        ("Male", ("2023-01-01", "2023-03-31"), "15"),
    ]


def test_running_text_in_a_dashboard_is_left_to_its_reader() -> None:
    text = " ".join(
        ["The team sent two officers to each of the four venues, as residents of the estate had asked."] * 4
    )
    assert told(by_hand(f"# Community Safety Hubs\n{text}\n{text}", "dashboard")) == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("There were 15 PREVENT referrals in Northtown over Qtr4.", True),
        ("191 incidents captured by CCTV in Northtown, 3 months to May 2023", True),
        ("Edgware had the largest share (14%), then Mill Hill (11%) and Burnt Oak (10%).", True),
        ("12% involved Public Disorder", True),
        ("+16% point in under 18 referrals", True),
        ("Total referrals: down 32.0%", True),
        ("The scheme trained 139 practitioners, of whom 13% worked in housing.", False),
        ("Funding of £1.46m for 2 years was agreed in April 2023.", False),
    ],
)
def test_statements(text: str, statement: bool) -> None:
    assert is_statement(text) is statement


MONTHS = [
    *[
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan",
        "Feb",
        "Mar",
    ]
]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "head and foot rules"])
def test_years_once_over_the_first_of_their_months(ruled: bool, tmp_path: Path) -> None:
    """A wide table at the very top of its page: its rows are no page numbers, stamps or letterheads."""
    years = ["2019", *[""] * 8, "2020", *[""] * 11, "2021", "", ""]
    rows = [
        ["Borough data", *years],
        ["", *MONTHS],
        ["No. of referrals to MARAC", *[str(400 + n % 7) for n in range(24)]],
        ["No. of homelessness approaches", *[str(20 + n * 3 % 11) for n in range(24)]],
        ["No. of rape offences", *[str(11 + n % 5) for n in range(24)]],
    ]
    lines = (
        [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]
        if ruled
        else [("LINEBELOW", (0, n), (-1, n), 0.5, colors.black) for n in (1, -1)]
    )
    table = Table(rows, colWidths=[170, *[37] * 24], style=[("FONTSIZE", (0, 0), (-1, -1), 8), *lines])
    pages: list[Flowable] = []
    for number in range(3):
        pages += [
            table if number == 1 else Paragraph("Some lines of text.", _styles("Helvetica", 11)["p"]),
            PageBreak(),
        ]
    SimpleDocTemplate(str(tmp_path / "x.pdf"), pagesize=landscape(A3), topMargin=30, leftMargin=40).build(pages)
    found = {(name, period, value) for name, _, period, value in told(read_paper(tmp_path / "x.pdf"))}
    assert len(found) == 3 * 24
    assert ("No. of referrals to MARAC", ("2019-04-01", "2019-04-30"), "400") in found
    assert ("No. of referrals to MARAC", ("2020-01-01", "2020-01-31"), "402") in found
    assert ("No. of rape offences", ("2021-03-01", "2021-03-31"), "14") in found


# ruff: noqa: E501
BOARDS: list[tuple[str, list[Told]]] = [
    (
        """# Crime in Northtown
        Table 1: Rate of offences per 1,000 population, 2023/24
        | Offence | Northtown | Easthaven | London | England
        | Residential burglary | 5.4 | 4.4 | 6.1 | 3.2
        | Hate crime | c | 1.1 | 2.4 | n/a""",
        [("Residential burglary", "", FY23, "5.4"), ("Hate crime", "", FY23, "c")],
    ),
    (
        """# Violence with injury
        Table 2: Violence with injury, 12 months to March 2024
        | Borough | Offences | Rate per 1,000 residents
        | Northtown | 2,310 | 5.9
        | Easthaven | 3,100 | 8.2
        | London | 70,100 | 7.9""",
        [
            ("Violence with injury", "", FY23, "2310"),
            ("Violence with injury: rate per 1,000 residents", "", FY23, "5.9"),
        ],
    ),
    (
        """# Domestic abuse
        Table 4: Domestic abuse referrals by source
        | Source | 2022/23 | | 2023/24 |
        | | Q3 | Q4 | Q1 | Q2
        | Police | 120 | 130 | 140 | 150
        | Health | * | <5 | 14 | 15""",
        [
            ("Domestic abuse referrals", "Police", ("2022-10-01", "2022-12-31"), "120"),
            ("Domestic abuse referrals", "Police", ("2023-01-01", "2023-03-31"), "130"),
            ("Domestic abuse referrals", "Police", ("2023-04-01", "2023-06-30"), "140"),
            ("Domestic abuse referrals", "Police", ("2023-07-01", "2023-09-30"), "150"),
            ("Domestic abuse referrals", "Health", ("2022-10-01", "2022-12-31"), "c"),
            ("Domestic abuse referrals", "Health", ("2023-01-01", "2023-03-31"), "under5c"),
            ("Domestic abuse referrals", "Health", ("2023-04-01", "2023-06-30"), "14"),
            ("Domestic abuse referrals", "Health", ("2023-07-01", "2023-09-30"), "15"),
        ],
    ),
    (
        """# Community safety budget 2023/24
        | Budget head | Outturn £000s | Variance £000s
        | CCTV | 450 | (20)""",
        [
            ("Community safety budget", "CCTV; Outturn", FY23, "450000"),
            ("Community safety budget: change", "CCTV; Variance £000s", FY23, "-20000"),
        ],
    ),
    (
        """# Violence
        Table: Offences (000s)
        | Year | Northtown | England and Wales
        | 2023/24 | 2.1 | 540""",
        [("Offences (000s)", "", FY23, "2100")],
    ),
    (
        """# Burglary and robbery
        | Offence | Trend | Apr-23 to Mar-24 | % change
        | Burglary | | 1,950 | 5.6%
        | Robbery | | 699 | (1.5%)""",
        [
            ("Burglary", "", FY23, "1950"),
            ("Burglary", "% change", FY23, "5.6%"),
            ("Robbery", "", FY23, "699"),
            ("Robbery", "% change", FY23, "-1.5%"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOARDS)
def test_tables_of_other_boards(text: str, expected: list[Told]) -> None:
    assert told(by_hand(text)) == expected


def test_other_boroughs_are_not_the_boards() -> None:
    assert {area for *_, area in all_told(by_hand(BOARDS[0][0]))} == {"Northtown", "Easthaven", "London", "England"}
    beside = by_hand(
        "# Hate crime\n| Offence | Northtown | Easthaven | London | Previous | Rank\n| Racist | 54 | 44 | 61 | 50 | 3"
    )
    assert [(v, area) for *_, v, area in all_told(beside)][:3] == [
        ("54", "Northtown"),
        ("44", "Easthaven"),
        ("61", "London"),
    ]
    assert "Previous" not in {area for *_, area in all_told(beside)}
    assert {area for *_, area in all_told(by_hand(BOARDS[1][0]))} == {"Northtown", "Easthaven", "London"}


@pytest.mark.parametrize(
    ("cell", "value", "marker"),
    [
        ("• 0.7%", "0.7", ""),
        ("\uf0ea -19.6%", "-19.6", ""),
        ("£(1,200)", "-1200", ""),
        ("(£1.2m)", "-1200000", ""),
        ("12,345r", "12345", "r"),
        ("c", "", "c"),
        ("~", "", "c"),
        ("TBC", "", "x"),
        ("z", "", "z"),
    ],
)
def test_cells(cell: str, value: str, marker: str) -> None:
    number = parse_cell(cell)
    assert number is not None
    assert (number.value, number.marker) == (value, marker)


def test_footers_stay_footers(tmp_path: Path) -> None:
    """Page numbers among the rows of tables must not keep real ones in the text."""
    style = _styles("Helvetica", 11)["p"]
    story: list[Flowable] = []
    for _ in range(4):
        story += [Paragraph("Some lines of text that fill a page only in part.", style), Spacer(1, 20), PageBreak()]

    def foot(canvas: object, doc: object) -> None:
        canvas.drawCentredString(297, 25, str(doc.page + 10))  # type: ignore[attr-defined]

    SimpleDocTemplate(str(tmp_path / "x.pdf"), pagesize=A4).build(story, onFirstPage=foot, onLaterPages=foot)
    made = read_paper(tmp_path / "x.pdf")
    assert [page.printed for page in made.pages] == ["11", "12", "13", "14"]
    assert all(block.kind == "furniture" for page in made.pages for block in page.blocks if block.text.isdigit())
