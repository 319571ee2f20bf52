"""Scorecards, tiles, sheets printed over pages and letters, in the manner of many councils, with invented figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from papers_by_hand import paper
from test_charts_read import bar, canvas_of, told, words
from test_charts_read import figures as drawings
from test_observations import Told
from test_observations import told as figures_of
from test_other_boards import facts_of
from tracker.facts.figures.question_names import asked
from tracker.facts.wording.periods import find_periods
from tracker.papers import read_paper
from tracker.records import Block

FY21, FY22, FY23 = ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31"), ("2023-04-01", "2024-03-31")
Q2_22, Q2_23 = ("2022-07-01", "2022-09-30"), ("2023-07-01", "2023-09-30")

TABLES: list[tuple[str, str, list[Told]]] = [
    (
        "a count and its share in one cell are a count and a share, and a group named once holds for the rows below",
        """# Caseload
        Table 1: Children open to the service on 31 March 2024
        | Characteristic | Group | Number (%)
        | Sex | Girls | 9 (30%)
        | | Boys | 21 (70%)""",
        [
            ("Children open to the service", "characteristic=Sex: Girls", "2024-03-31", "2024-03-31", "9"),
            ("Children open to the service: share", "characteristic=Sex: Girls", "2024-03-31", "2024-03-31", "30"),
            ("Children open to the service", "characteristic=Sex: Boys", "2024-03-31", "2024-03-31", "21"),
            ("Children open to the service: share", "characteristic=Sex: Boys", "2024-03-31", "2024-03-31", "70"),
        ],
    ),
    (
        "the year over the first column of each group is the whole group's",
        """# Outcomes
        Table 2: Offences by children resulting in a caution
        | Offence group | 2021/22 Number | % | 2022/23 Number | %
        | Arson | 6 | 40.0 | 8 | 50.0
        | Drugs | 9 | 60.0 | 8 | 50.0""",
        [
            ("Offences by children resulting in a caution", "offence group=Arson", *FY21, "6"),
            ("Offences by children resulting in a caution: share", "offence group=Arson", *FY21, "40.0"),
            ("Offences by children resulting in a caution", "offence group=Arson", *FY22, "8"),
            ("Offences by children resulting in a caution: share", "offence group=Arson", *FY22, "50.0"),
            ("Offences by children resulting in a caution", "offence group=Drugs", *FY21, "9"),
            ("Offences by children resulting in a caution: share", "offence group=Drugs", *FY21, "60.0"),
            ("Offences by children resulting in a caution", "offence group=Drugs", *FY22, "8"),
            ("Offences by children resulting in a caution: share", "offence group=Drugs", *FY22, "50.0"),
        ],
    ),
    (
        "what is commented beside a row's figures goes on from the newest of them",
        """# Quarter 2 performance 2023/24
        | Indicator | Q2 2022/23 | Q2 2023/24 | Target | Comments
        | Warning notices issued | 61 | 74 | 70 | 51 were for littering and 23 for noise.
        | Number of complaints | 90 | 84 | 80 | Two vacancies in the team, one of which has now been filled.""",
        [
            ("Warning notices issued", "", *Q2_22, "61"),
            ("Warning notices issued", "", *Q2_23, "74"),
            ("Number of complaints", "", *Q2_22, "90"),
            ("Number of complaints", "", *Q2_23, "84"),
            ("Warning notices issued", "group=for littering", *Q2_23, "51"),
            ("Warning notices issued", "group=for noise", *Q2_23, "23"),
            ("Vacancies in the team", "", "", "", "2"),
            ("Vacancies in the team", "group=filled", "", "", "1"),
            ("Warning notices issued", "measure=target", "", "", "70"),
            ("Number of complaints", "measure=target", "", "", "80"),
        ],
    ),
    (
        "a column that says what is to be done about it, or how a measure is made up, is no comment on figures",
        """# Quarter 2 performance 2023/24
        | Indicator | Q2 2022/23 | Q2 2023/24 | Definition
        | Warning notices issued | 61 | 74 | Counts notices under the 1990 Act; 14 days are allowed to pay.""",
        [
            ("Warning notices issued", "", *Q2_22, "61"),
            ("Warning notices issued", "", *Q2_23, "74"),
        ],
    ),
    (
        "what a column compares with is a year before the row's own period; a rolling year ends with its month",
        """# Performance
        Table 3: Key indicators
        | Indicator | Period | Result | Same period last year
        | Complaints answered in time | Q2 2023/24 | 88% | 79%
        | Days lost to sickness per employee (rolling year) | Sep 2023 | 9.4 | 10.2""",
        [
            ("Complaints answered in time", "", *Q2_23, "88"),
            ("Complaints answered in time", "", *Q2_22, "79"),
            ("Days lost to sickness per employee (rolling year)", "", "2022-10-01", "2023-09-30", "9.4"),
            ("Days lost to sickness per employee (rolling year)", "", "2021-10-01", "2022-09-30", "10.2"),
        ],
    ),
    (
        "a row of the year to date is, under a quarter, of the year up to its end",
        """# Scorecard
        Table 4: Corporate measures
        | Measure | Q2 2022/23 | Q2 2023/24
        | Homes completed (year to date) | 88 | 74
        | Complaints received | 40 | 31""",
        [
            ("Homes completed (year to date)", "", "2022-04-01", "2022-09-30", "88"),
            ("Homes completed (year to date)", "", "2023-04-01", "2023-09-30", "74"),
            ("Complaints received", "", *Q2_22, "40"),
            ("Complaints received", "", *Q2_23, "31"),
        ],
    ),
    (
        "a year's total beside twelve months is not added to them",
        """# Fires
        Table 5: Fires attended
        | Indicator | Apr-22 | May-22 | Jun-22 | YTD | 2021/22
        | Accidental fires | 4 | 5 | 6 | 15 | 70
        | Deliberate fires | 1 | 2 | 3 | 6 | 31""",
        [
            ("Accidental fires", "", "2022-04-01", "2022-04-30", "4"),
            ("Accidental fires", "", "2022-05-01", "2022-05-31", "5"),
            ("Accidental fires", "", "2022-06-01", "2022-06-30", "6"),
            ("Accidental fires", "", "2022-04-01", "2022-06-30", "15"),
            ("Accidental fires", "", *FY21, "70"),
            ("Deliberate fires", "", "2022-04-01", "2022-04-30", "1"),
            ("Deliberate fires", "", "2022-05-01", "2022-05-31", "2"),
            ("Deliberate fires", "", "2022-06-01", "2022-06-30", "3"),
            ("Deliberate fires", "", "2022-04-01", "2022-06-30", "6"),
            ("Deliberate fires", "", *FY21, "31"),
        ],
    ),
    (
        "rows that a bare total closes are kinds of what the heading counts",
        """# Referrals to support services, 2022/23
        | Service | Q1 | Q2
        | Refuge | 14 | 9
        | Children and young people | 47 | 51
        | Total | 61 | 60""",
        [
            ("Referrals to support services", "group=Refuge", "2022-04-01", "2022-06-30", "14"),
            ("Referrals to support services", "group=Refuge", "2022-07-01", "2022-09-30", "9"),
            ("Referrals to support services", "group=Children and young people", "2022-04-01", "2022-06-30", "47"),
            ("Referrals to support services", "group=Children and young people", "2022-07-01", "2022-09-30", "51"),
            ("Referrals to support services", "group=Total", "2022-04-01", "2022-06-30", "61"),
            ("Referrals to support services", "group=Total", "2022-07-01", "2022-09-30", "60"),
        ],
    ),
    (
        "a sentence that says what follows names a table, and a caption may say at which quarter it was told",
        """# Accommodation
        The number of households in each type of home at the end of each year is as follows:
        | Type of home | 31 March 2022 | 31 March 2023
        | Hostel | 85 | 80
        | Hotel | 64 | 91
        # Money
        Table 6: Revenue forecast 2023/24 at Quarter 3 (£000)
        | Directorate | Budget
        | Place | 310
        | Resources | 225""",
        [
            ("Households", "type of home=Hostel", "2022-03-31", "2022-03-31", "85"),
            ("Households", "type of home=Hostel", "2023-03-31", "2023-03-31", "80"),
            ("Households", "type of home=Hotel", "2022-03-31", "2022-03-31", "64"),
            ("Households", "type of home=Hotel", "2023-03-31", "2023-03-31", "91"),
            ("Revenue forecast 2023/24", "directorate=Place; version=Budget", *FY23, "310000"),
            ("Revenue forecast 2023/24", "directorate=Resources; version=Budget", *FY23, "225000"),
        ],
    ),
    (
        "codes number the rows of a scorecard whose groups have names; three years are pooled calendar years",
        """# Outcomes scorecard
        | Ref | Indicator | Unit | Period | Northtown
        | ST1 | School readiness | % | 2022/23 | 66.8
        | ST2 | Deaths of infants | per 1,000 | 2020-22 | 4.6""",
        [
            ("School readiness", "", *FY22, "66.8"),
            ("Deaths of infants", "", "2020-01-01", "2022-12-31", "4.6"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_figures_of_scorecards(text: str, expected: list[Told]) -> None:
    assert figures_of(paper(text, kind="report", title="Report")) == expected


def test_a_day_does_not_begin_inside_a_number() -> None:
    assert [(p.start, p.end) for p in find_periods("312 Dec 2022: 298")] == [("2022-12-01", "2022-12-31")]
    assert [(p.start, p.end) for p in find_periods("1,846 Dec 2022")] == [("2022-12-01", "2022-12-31")]


@pytest.mark.parametrize(
    ("question", "counted", "expected"),
    [
        (
            "How many inspections did the council carry out, and how many hazards were found?",
            "",
            "Inspections carried out",
        ),
        ("How many of these households included children?", "households", "Households included children"),
        ("How many landlords were prosecuted in the same period?", "", "Landlords prosecuted"),
        ("How many surveys is the borough working on now?", "", "Surveys being worked on now"),
        ("How many homes has the council or its housing board started?", "", "Homes started"),
    ],
)
def test_questions_name_what_they_ask(question: str, counted: str, expected: str) -> None:
    assert asked(question, counted)[1] == expected


# ---- sheets and tiles as print sets them -----------------------------------------------------------------------------


def _blocks(path: Path) -> list[Block]:
    return [b for page in read_paper(path).pages for b in page.blocks if b.kind != "furniture"]


def test_a_sheet_over_two_pages_is_one_table_though_its_title_stands_over_the_first(tmp_path: Path) -> None:
    """Figures set to the right meet texts set to the left with next to no air between them."""
    names = ("Accidental fires", "Deliberate fires", "Visits made to homes", "False alarms", "Rescues")
    canvas = Canvas(str(tmp_path / "sheet.pdf"), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 780, "Eastmere fire service, monthly figures")
    for page in range(2):
        canvas.setFont("Helvetica", 10)
        if page == 0:
            canvas.drawString(50, 740, "Indicator")
        for n, head in enumerate(("Apr-22", "May-22", "Jun-22") if page == 0 else ("2021/22", "2022/23", "Variance")):
            canvas.drawString((260 if page == 0 else 60) + 70 * n, 740, head)
        for row, name in enumerate(names):
            y = 725 - 13 * row
            if page == 0:
                canvas.drawString(50, y, name)
            for n in range(3):
                right = (318 if page == 0 else 118) + 70 * n
                if page == 1 and n == 2:
                    canvas.drawString(190.5, y, ("-8.9%", "+15.1%", "+1,221.4%", "-3.0%", "0.0%")[row])
                else:
                    canvas.drawRightString(right, y, str((7, 48, 311, 92, 1204)[(row + n) % 5]))
        canvas.showPage()
    canvas.save()
    tables = [b for b in _blocks(tmp_path / "sheet.pdf") if b.kind == "table"]
    assert len(tables) == 1
    heads = [cell.text if cell else None for cell in tables[0].rows[0]]
    assert heads == ["Indicator", "Apr-22", "May-22", "Jun-22", "2021/22", "2022/23", "Variance"]
    assert [row[6].text for row in tables[0].rows[1:] if row[6]] == ["-8.9%", "+15.1%", "+1,221.4%", "-3.0%", "0.0%"]


def _slide(path: Path, parts: bool) -> list[Block]:
    """Three cards side by side, each one ground or one for each line: number, name, what it was a year before."""
    canvas = Canvas(str(path), pagesize=(794, 446), invariant=1)
    canvas.setFont("Helvetica-Bold", 26)
    canvas.drawString(30, 400, "Contact with the public, Q2 2023/24")
    cards = (
        ("87.4%", "999 calls answered in time", "Q2 2022/23: 81.2%"),
        ("31,882", "999 calls received", "Q2 2022/23: 29,470"),
        ("1,846", "letters answered", "Q2 2022/23: 1,702"),
    )
    for n, lines in enumerate(cards):
        left = 24 + 250 * n
        canvas.setFillColor(HexColor("#deeaf6"))
        for y, high in ((290, 50), (252, 38), (226, 26)) if parts else ((226, 114),):
            canvas.rect(left, y, 220, high, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#1f4e79"))
        for text, size, y in zip(lines, (30, 12, 10), (305, 268, 235), strict=True):
            canvas.setFont("Helvetica", size)
            canvas.drawString(left + 8, y, text)
    canvas.save()
    return _blocks(path)


@pytest.mark.parametrize("parts", [False, True], ids=["one ground", "a ground for each line"])
def test_cards_are_read_one_by_one(tmp_path: Path, parts: bool) -> None:
    texts = [block.text for block in _slide(tmp_path / "cards.pdf", parts)][1:]
    assert texts == [
        "87.4% 999 calls answered in time",
        "Q2 2022/23: 81.2%",
        "31,882 999 calls received",
        "Q2 2022/23: 29,470",
        "1,846 letters answered",
        "Q2 2022/23: 1,702",
    ]


def test_each_card_is_of_the_slides_time_and_its_comparison_of_its_own(tmp_path: Path) -> None:
    _slide(tmp_path / "cards.pdf", parts=True)
    found = figures_of(read_paper(tmp_path / "cards.pdf"))
    assert {(name, start, value) for name, _, start, _, value in found} == {
        ("999 calls answered in time", Q2_23[0], "87.4"),
        ("999 calls answered in time", Q2_22[0], "81.2"),
        ("999 calls received", Q2_23[0], "31882"),
        ("999 calls received", Q2_22[0], "29470"),
        ("Letters answered", Q2_23[0], "1846"),
        ("Letters answered", Q2_22[0], "1702"),
    }


def test_what_a_card_tells_of_the_year_before_dates_neither_it_nor_the_next_card(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "before.pdf"), pagesize=(794, 446), invariant=1)
    canvas.setFont("Helvetica-Bold", 26)
    canvas.drawString(30, 400, "2023/24 at a glance")
    cards = (("Letters answered", "1,846", "1,702 in 2022/23"), ("Visits made", "612", "655 in 2022/23"))
    for n, lines in enumerate(cards):
        left = 24 + 250 * n
        canvas.setFillColor(HexColor("#deeaf6"))
        canvas.rect(left, 226, 220, 114, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#1f4e79"))
        for text, size, y in zip(lines, (12, 30, 10), (315, 270, 240), strict=True):
            canvas.setFont("Helvetica", size)
            canvas.drawCentredString(left + 110, y, text)
    canvas.save()
    found = figures_of(read_paper(tmp_path / "before.pdf"))
    assert {(start, value) for _, _, start, _, value in found} == {
        ("2023-04-01", "1846"),
        ("2022-04-01", "1702"),
        ("2023-04-01", "612"),
        ("2022-04-01", "655"),
    }


def test_large_numbers_over_their_words_are_callouts_without_a_box(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "year.pdf"), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(40, 780, "Our year in numbers")
    for n, (number, name) in enumerate((("2,914", "incidents attended"), ("6,420", "home visits"))):
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(40 + 200 * n, 720, number)
        canvas.setFont("Helvetica", 9.5)
        canvas.drawString(40 + 200 * n, 705, name)
    canvas.setFont("Helvetica", 10)
    for n in range(6):
        canvas.drawString(40, 640 - 14 * n, "The service looked after the towns and villages by day and by night.")
    canvas.save()
    roles = {b.text: b.role for b in _blocks(tmp_path / "year.pdf")}
    assert roles["2,914 incidents attended"] == roles["6,420 home visits"] == "callout"


# ---- charts ----------------------------------------------------------------------------------------------------------


def test_names_far_from_the_bars_that_lie_level_with_them_are_the_charts(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    tones = ((0.1, 0.3, 0.4), (0.9, 0.6, 0.3))
    for row, (name, safe, unsafe) in enumerate((("In the day", 78, 22), ("After dark", 41, 59), ("In parks", 66, 34))):
        y = 400 - 40 * row
        words(canvas, 40, y + 9, name)
        bar(canvas, (190, y, 3 * safe, 26), tones[0])
        bar(canvas, (190 + 3 * safe, y, 3 * unsafe, 26), tones[1])
        words(canvas, 190 + 1.5 * safe, y + 9, f"{safe}%", centre=True)
        words(canvas, 190 + 3 * safe + 1.5 * unsafe, y + 9, f"{unsafe}%", centre=True)
    for n, name in enumerate(("Safe", "Unsafe")):
        bar(canvas, (190 + 120 * n, 280, 9, 9), tones[n])
        words(canvas, 203 + 120 * n, 281, name)
    assert told(drawings(canvas)[0]) == {
        ("In the day", "Safe", "78%"),
        ("In the day", "Unsafe", "22%"),
        ("After dark", "Safe", "41%"),
        ("After dark", "Unsafe", "59%"),
        ("In parks", "Safe", "66%"),
        ("In parks", "Unsafe", "34%"),
    }


def test_slices_whose_values_stand_in_the_legend(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    begin = 0.0
    for n, (name, value, share) in enumerate(
        (("Theft", "2,371", 50), ("Criminal damage", "1,423", 30), ("Other", "948", 20))
    ):
        tone = (0.2 + 0.25 * n, 0.5, 0.8 - 0.2 * n)
        canvas.setFillColorRGB(*tone)
        canvas.wedge(100, 250, 260, 410, begin, 3.6 * share, stroke=0, fill=1)
        begin += 3.6 * share
        bar(canvas, (290, 380 - 24 * n, 9, 9), tone)
        words(canvas, 304, 381 - 24 * n, f"{name} {value} ({share}%)")
    assert told(drawings(canvas)[0]) == {
        ("Theft", "", "2,371"),
        ("Theft", "", "50%"),
        ("Criminal damage", "", "1,423"),
        ("Criminal damage", "", "30%"),
        ("Other", "", "948"),
        ("Other", "", "20%"),
    }


def test_names_that_only_a_number_tells_apart_hold_no_values(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    for n, value in enumerate((120, 61, 19)):
        bar(canvas, (100 + 80 * n, 200, 34, value), (0.1, 0.2, 0.6))
        words(canvas, 117 + 80 * n, 204 + value, str(value), centre=True)
        words(canvas, 117 + 80 * n, 186, f"Pathway {n}", centre=True)
    assert told(drawings(canvas)[0]) == {("Pathway 0", "", "120"), ("Pathway 1", "", "61"), ("Pathway 2", "", "19")}


def test_promises_stand_in_comments_beside_figures() -> None:
    found = facts_of(
        paper("""# Quarter 2 performance 2023/24
        Report to the Kelbrook Board, 14 November 2023
        | Indicator | Q2 2022/23 | Q2 2023/24 | Commentary
        | Warning notices issued | 61 | 74 | The Street Team will begin Sunday patrols in January 2024.
        | Complaints | 90 | 84 | A fall on last year, helped by the patrols that will have had an effect.""")
    ).commitments
    assert [(c.text, c.who, c.due_date) for c in found] == [
        ("The Street Team will begin Sunday patrols in January 2024.", "Street Team", "2024-01-31")
    ]
