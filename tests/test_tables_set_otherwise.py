"""Tables in the manner of ministries, auditors and sheet programs, set here line by line, and what only looks so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

import compare_tables
from make_tables import over
from tracker.papers import read_paper

Spot = tuple[float, float, str]
"""Where text stands (from the left; its baseline from the top) and what it says; "/…" ends there instead."""


def set_page(c: Canvas, spots: list[Spot], rules: list[tuple[float, float, float]] = [], bold: float = 0.0) -> None:  # noqa: B006
    """Words at their spots in 10 points, above ``bold`` in bold type; rules as (from, to, height)."""
    for x, y, text in spots:
        c.setFont("Helvetica-Bold" if y < bold else "Helvetica", 10)
        if text.startswith("/"):
            c.drawRightString(x, 842 - y, text[1:])
        else:
            c.drawString(x, 842 - y, text)
    for x0, x1, y in rules:
        c.line(x0, 842 - y, x1, 842 - y)
    c.showPage()


def tables(path: Path, *pages: Any) -> list[list[list[Any]]]:
    c = Canvas(str(path / "paper.pdf"), invariant=1)
    for page in pages:
        set_page(c, **page)
    c.save()
    return compare_tables.tables_of(read_paper(path / "paper.pdf"))


def lines(top: float, step: float, *rows: tuple[tuple[float, str], ...]) -> list[Spot]:
    return [(x, top + step * k, text) for k, row in enumerate(rows) for x, text in row]


def row(*entries: str, indent: float = 0.0) -> tuple[tuple[float, str], ...]:
    """A label and figures that end at 280, 350, 420 …"""
    return (
        (70 + indent, entries[0]),
        *((280.0 + 70 * k, f"/{text}") for k, text in enumerate(entries[1:]) if text),
    )


@pytest.mark.parametrize("indent", [0.0, 10.0])
def test_a_total_and_the_label_below_it_are_two_rows(indent: float, tmp_path: Path) -> None:
    body = lines(
        100,
        12,
        row("Head", "Budget", "Outturn", "Change"),
        row("Employees"),
        row("Salaries", "410,200", "398,114", "12,086", indent=indent),
        row("Agency staff", "22,000", "41,370", "(19,370)", indent=indent),
        row("Total employees", "432,200", "439,484", "(7,284)"),
        row("Premises"),
        row("Rent", "88,000", "88,000", "–", indent=indent),
        row("Energy", "31,400", "36,902", "(5,502)", indent=indent),
        row("Total premises", "119,400", "124,902", "(5,502)"),
    )
    (read,) = tables(tmp_path, {"spots": body, "bold": 105})
    labels = ["Head", "Employees", "Salaries", "Agency staff", "Total employees"]
    assert [r[0] for r in read] == [*labels, "Premises", "Rent", "Energy", "Total premises"]


def test_dashes_on_the_other_side_make_no_column(tmp_path: Path) -> None:
    figures = [("North", "1,204", "1,377"), ("South", "2,011", "2,260"), ("West", "877", "803")]
    body = [*lines(100, 13, row("Region", "2006", "2007"), *(row(*f) for f in figures), row("Isles", "96", ""))]
    body.append((310, 152, "—"))
    (read,) = tables(tmp_path, {"spots": body, "bold": 105})
    assert read[-1] == ["Isles", "96", "—"]


def test_a_cell_stands_over_the_rows_that_no_rule_parts(tmp_path: Path) -> None:
    quarters = [["April", "1,204"], ["May", "1,310"], ["June", "1,288"], ["July", "1,400"], ["August", "1,199"]]
    body = [(70.0, 100.0, "Quarter"), (170.0, 100.0, "Month"), (400.0, 100.0, "/Calls")]
    body += [(x, 120.0 + 20 * k, t) for k, (a, b) in enumerate(quarters) for x, t in ((170.0, a), (400.0, f"/{b}"))]
    body += [(70.0, 140.0, "Q1"), (70.0, 182.0, "Q2")]
    rules = [(65.0, 405.0, y) for y in (106.0, 166.0, 206.0)] + [(165.0, 405.0, y) for y in (126.0, 146.0, 190.0)]
    (read,) = tables(tmp_path, {"spots": body, "bold": 105, "rules": rules})
    assert read[1][0] == over("Q1", 1, 3)
    assert read[4][0] == over("Q2", 1, 2)
    assert [r[1] for r in read[1:]] == [name for name, _ in quarters]


def test_tables_side_by_side_off_each_other_s_lines_are_two(tmp_path: Path) -> None:
    ages = [("Under 25", "12.1"), ("25 to 34", "31.4"), ("35 to 49", "28.8"), ("50 and over", "27.7")]
    trades = [("Managers", "204", "8.3"), ("Clerks", "988", "40.1"), ("Sales", "411", "16.7"), ("Other", "259", "10.5")]
    left = lines(100, 14, ((70, "Age"), (220, "/Share")), *(((70, a), (220, f"/{b}")) for a, b in ages))
    right = lines(
        107,
        14,
        ((300, "Occupation"), (450, "/Persons"), (520, "/Share")),
        *(((300, a), (450, f"/{b}"), (520, f"/{c}")) for a, b, c in trades),
    )
    read = tables(tmp_path, {"spots": left + right, "bold": 110})
    assert [r[0] for r in read] == [["Age", "Share"], ["Occupation", "Persons", "Share"]]
    assert [len(t) for t in read] == [5, 5]


@pytest.mark.parametrize("labels_again", [False, True])
def test_a_sheet_that_goes_on_to_the_right_is_one_table(labels_again: bool, tmp_path: Path) -> None:
    wards = ["Ashgrove", "Birchfield", "Castle Hill", "Dunmore"]
    whole = [["Ward", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]]
    whole += [[w, *(str(10 * r + k) for k in range(11, 17))] for r, w in enumerate(wards)]
    first = lines(60, 13, *(row(*r[:4]) for r in whole))
    if labels_again:
        second = lines(60, 13, *(row(r[0], *r[4:]) for r in whole))
    else:
        second = lines(60, 13, *(tuple((110.0 + 70 * k, f"/{t}") for k, t in enumerate(r[4:])) for r in whole))
    read = tables(tmp_path, {"spots": first, "bold": 65}, {"spots": second, "bold": 65})
    assert read == [whole]


def test_another_table_on_the_next_page_is_another_table(tmp_path: Path) -> None:
    first = lines(60, 13, row("Ward", "Apr", "May"), row("East", "1", "2"), row("West", "3", "4"), row("Mid", "5", "6"))
    other = lines(
        60, 13, row("Port", "Jun", "Jul"), row("Ard", "7", "8"), row("Bel", "9", "10"), row("Car", "11", "12")
    )
    assert len(tables(tmp_path, {"spots": first, "bold": 65}, {"spots": other, "bold": 65})) == 2


def test_a_label_over_its_names_where_it_begins_with_the_first(tmp_path: Path) -> None:
    head = [(70, "Ward"), (200, "Electors"), (320, "Turnout"), (440, "Spoilt")]
    years = [(200, "2010"), (260, "2014"), (320, "2010"), (380, "2014"), (440, "2014")]
    body = [
        ((70, w), *((230 + 60 * k, f"/{t}") for k, t in enumerate(texts)))
        for w, texts in (
            ("East", ["8,112", "8,340", "41.2%", "38.8%", "21"]),
            ("West", ["9", "9,112", "36.0%", "33.1%", "7"]),
        )
    ]
    (read,) = tables(tmp_path, {"spots": lines(100, 13, tuple(head), tuple(years), *body), "bold": 118})
    assert read[0] == ["Ward", over("Electors", 2), None, over("Turnout", 2), None, "Spoilt"]


NO_TABLES: dict[str, list[Spot]] = {
    "head of a letter": lines(
        80,
        12,
        ((70, "Ms A Reader"), (370, "Directorate of Planning")),
        ((70, "12 High Road"), (370, "4 Market Street")),
        ((70, "Norbury"), (370, "Norbury")),
        ((70, "NB2 2AA"), (370, "NB1 4TT")),
        ((370, "Tel: 01999 555100"),),
        ((70, "Our ref: AB/12"), (370, "Date: 4 May 2020")),
    ),
    "signatures": lines(
        400,
        12,
        ((70, "A Writer"), (320, "B Signer")),
        ((70, "Head of Planning"), (320, "Head of Finance")),
        ((70, "for the Director"), (320, "for the Treasurer")),
    ),
    "formulas": lines(
        300,
        30,
        ((180, "y"), (210, "="), (240, "a"), (270, "+"), (300, "b x"), (520, "(1)")),
        ((180, "L"), (210, "="), (240, "w z"), (270, "+"), (300, "v u"), (520, "(2)")),
    ),
    "members in columns": lines(
        200,
        14,
        ((70, "Cllr Marsh"), (330, "Cllr Quist")),
        ((70, "Cllr Oduya"), (330, "Cllr Reed")),
        ((70, "Cllr Stone"), (330, "Cllr Shaw")),
        ((70, "Cllr Frey"), (330, "Cllr Tane")),
    ),
}


@pytest.mark.parametrize("kind", NO_TABLES)
def test_words_in_columns_that_are_no_table(kind: str, tmp_path: Path) -> None:
    assert tables(tmp_path, {"spots": NO_TABLES[kind]}) == []


def test_two_tables_under_heads_with_one_rule_each(tmp_path: Path) -> None:
    left = [
        ((70, "Ward"), (180, "/Offences")),
        *(((70, w), (180, f"/{n}")) for w, n in (("East", "12"), ("West", "98"))),
    ]
    right = [
        ((260, "Type"), (400, "/2022")),
        *(((260, w), (400, f"/{n}")) for w, n in (("Arson", "4"), ("Theft", "38"))),
    ]
    spots = lines(100, 18, *(a + b for a, b in zip(left, right, strict=True)))
    read = tables(tmp_path, {"spots": spots, "bold": 105, "rules": [(66, 184, 107), (256, 404, 107)]})
    assert [t[0] for t in read] == [["Ward", "Offences"], ["Type", "2022"]]


def test_a_heading_in_bold_between_two_heads_in_bold_parts_tables(tmp_path: Path) -> None:
    tenure = lines(100, 14, row("Tenure", "Homes", "%"), row("Owned", "12,204", "61"), row("Rented", "7,803", "39"))
    cars = lines(186, 14, row("Cars", "Homes", "%"), row("None", "6,101", "30"), row("One", "8,800", "44"))
    c = Canvas(str(tmp_path / "paper.pdf"), invariant=1)
    for spots in (tenure, [(70.0, 162.0, "Cars and vans")], cars):
        for x, y, text in spots:
            c.setFont("Helvetica-Bold" if y in (100, 162, 186) else "Helvetica", 10)
            (c.drawRightString if text.startswith("/") else c.drawString)(x, 842 - y, text.lstrip("/"))
    c.save()
    read = compare_tables.tables_of(read_paper(tmp_path / "paper.pdf"))
    assert [t[0] for t in read] == [["Tenure", "Homes", "%"], ["Cars", "Homes", "%"]]


def test_lines_of_a_head_that_begin_alike_are_one_name(tmp_path: Path) -> None:
    head = [
        ((200, "Original"), (320, "Revised")),
        ((200, "budget"), (260, "Moved"), (320, "budget")),
        ((70, "Service"), (200, "£000"), (260, "£000"), (320, "£000")),
    ]
    body = [
        ((70, w), (254, f"/{a}"), (314, f"/{b}"), (374, f"/{c}"))
        for w, a, b, c in (("Roads", "41,204", "(120)", "41,084"), ("Parks", "19,404", "120", "19,524"))
    ]
    (read,) = tables(tmp_path, {"spots": lines(100, 12, *head, *body), "bold": 130})
    assert read[0] == ["Service", "Original budget £000", "Moved £000", "Revised budget £000"]
