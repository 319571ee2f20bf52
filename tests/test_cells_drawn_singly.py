"""Tables whose cells show only by fills and pieces of lines, tables of spreadsheets, bars in cells, rows overleaf."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import compare_tables
from tracker.papers import read_paper

A4_HIGH = 842.0
EDGES = (57.0, 197.0, 267.0, 368.0, 438.0, 538.0)


class Sheet:
    """A page on which heights count from the top, as they do in what is read."""

    def __init__(self, path: Path) -> None:
        self.path = path / "paper.pdf"
        self.canvas = Canvas(str(self.path), invariant=1)
        self.canvas.setFont("Helvetica", 9)

    def text(self, x: float, y: float, words: str, end: str = "left", bold: bool = False) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 9)
        {"left": self.canvas.drawString, "right": self.canvas.drawRightString, "centre": self.canvas.drawCentredString}[
            end
        ](x, A4_HIGH - y, words)

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0.8) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, A4_HIGH - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def line_in_pieces(self, edges: Sequence[float], y: float) -> None:
        for x0, x1 in itertools.pairwise(edges):
            self.fill(x0, y, x1, y + 0.7, 0.4)

    def turned(self, x: float, y: float, words: str) -> None:
        self.canvas.saveState()
        self.canvas.setFont("Helvetica-Bold", 9)
        self.canvas.translate(x, A4_HIGH - y)
        self.canvas.rotate(90)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()

    def tables(self) -> list[list[list[str]]]:
        self.canvas.save()
        return compare_tables.tables_of(read_paper(self.path))


AGES = (
    ("0-9", 12, 9, 15, 11),
    ("10-17", 141, 156, 133, 149),
    ("18-24", 402, 388, 377, 391),
    ("25+", 610, 702, 598, 731),
)


def test_heads_over_two_columns_are_told_by_their_fills(tmp_path: Path) -> None:
    """Names stand to the left of their cells and figures to the right, as browsers set them: nothing is in line."""
    page = Sheet(tmp_path)
    for x0, x1, y0, y1 in (
        (57, 197, 100, 128),
        (197, 368, 100, 114),
        (368, 538, 100, 114),
        *((a, b, 114, 128) for a, b in itertools.pairwise(EDGES[1:])),
    ):
        page.fill(x0, y0, x1, y1)
    page.text(60, 117, "Age group", bold=True)
    page.text(282, 110, "2030/31", "centre", bold=True)
    page.text(453, 110, "2031/32", "centre", bold=True)
    for x, words in zip(EDGES[1:], ("Men", "Women", "Men", "Women"), strict=False):
        page.text(x + 3, 124, words, bold=True)
    for k, (label, *figures) in enumerate(AGES):
        y = 138 + 14 * k
        page.text(60, y, label)
        for right, figure in zip(EDGES[2:], figures, strict=True):
            page.text(right - 3, y, str(figure), "right")
        page.line_in_pieces(EDGES, y + 3)
    (table,) = page.tables()
    heads = [cell["text"] if isinstance(cell, dict) else cell for cell in table[0]]
    assert heads == ["Age group", "2030/31", None, "2031/32", None]
    assert table[1][1:] == ["Men", "Women", "Men", "Women"]
    assert table[2:] == [[label, *map(str, figures)] for label, *figures in AGES]


WARDS = ("Abbey", "Bridge", "Castle", "Dene", "Ferry", "Grange", "Haven", "Kirk")


@pytest.mark.parametrize("pieces", [True, False])
def test_heads_on_their_side_stand_over_their_own_columns(pieces: bool, tmp_path: Path) -> None:
    page = Sheet(tmp_path)
    edges = [57.0, 180.0, *(180.0 + 40 * (k + 1) for k in range(len(WARDS)))]
    for k, ward in enumerate(WARDS):
        page.turned(180 + 40 * k + 16, 138, ward)
    page.text(60, 138, "Offence", bold=True)
    rows = [
        (f"Offence {name}", [11 * (k + 2) % 97 + 3 * r for k in range(len(WARDS))]) for r, name in enumerate("ABCDE")
    ]
    for r, (label, figures) in enumerate(rows):
        y = 152 + 14 * r
        page.text(60, y, label)
        for k, figure in enumerate(figures):
            page.text(180 + 40 * (k + 1) - 3, y, str(figure), "right")
        if pieces:
            page.line_in_pieces(edges, y + 3)
        else:
            page.fill(57, y + 3, edges[-1], y + 3.7, 0.4)
    (table,) = page.tables()
    assert table[0] == ["Offence", *WARDS]
    assert table[1:] == [[label, *map(str, figures)] for label, figures in rows]


def test_a_spreadsheet_s_second_table_has_its_own_head(tmp_path: Path) -> None:
    """Heads begin where their cells begin, figures end where they end; the second head is wider than its figures."""
    page = Sheet(tmp_path)
    lefts, rights = (154, 250, 346, 442), (248, 344, 440, 536)

    def row(y: float, label: str, *figures: str) -> None:
        page.text(58, y, label)
        for right, figure in zip(rights, figures, strict=False):
            page.text(right, y, figure, "right")

    def head(y: float, *names: str) -> None:
        for x, name in zip((58, *lefts), names, strict=False):
            page.text(x, y, name, bold=True)

    first = [
        ("Council", "41230", "3850", "0", "45080"),
        ("Police", "5400", "0", "4621", "10021"),
        ("Health", "3125", "1200", "4760", "9085"),
    ]
    second = [("Employees", "894", "921", "958"), ("Premises", "41", "43", "44"), ("Transport", "12", "13", "14")]
    head(100, "Partner", "Cash £", "In kind £", "Staffing £", "Total £")
    for k, entries in enumerate(first):
        row(113 + 13 * k, *entries)
    head(176, "Expenditure")
    head(189, "", "2030/31 actual", "2031/32 actual", "2032/33 budget")
    for k, entries in enumerate(second):
        row(202 + 13 * k, *entries)
    tables = page.tables()
    assert tables[0] == [["Partner", "Cash £", "In kind £", "Staffing £", "Total £"], *map(list, first)]
    assert tables[1] == [["", "2030/31 actual", "2031/32 actual", "2032/33 budget"], *map(list, second)]


def test_bars_in_cells_part_no_rows(tmp_path: Path) -> None:
    page = Sheet(tmp_path)
    rows = (("Outreach", 412), ("Sanctuary scheme", 188), ("Street pastors", 960), ("Diversion", 143))
    page.canvas.setLineWidth(0.7)
    for k in range(len(rows) + 2):
        page.canvas.line(57, A4_HIGH - (100 + 18 * k), 500, A4_HIGH - (100 + 18 * k))
    for x in (57, 250, 500):
        page.canvas.line(x, A4_HIGH - 100, x, A4_HIGH - (100 + 18 * (len(rows) + 1)))
    page.text(60, 113, "Project", bold=True)
    page.text(254, 113, "People helped", bold=True)
    for k, (name, value) in enumerate(rows):
        top = 118 + 18 * k
        page.fill(254, top + 4, 254 + value / 4, top + 14, 0.7)
        page.text(60, top + 13, name)
        page.text(254, top + 13, str(value))
    (table,) = page.tables()
    assert table == [["Project", "People helped"], *([name, str(value)] for name, value in rows)]


def test_one_ruled_row_overleaf_belongs_to_its_table(tmp_path: Path) -> None:
    """Its label takes two lines, above and below the figures beside it."""
    page = Sheet(tmp_path)
    rights = (330, 400, 470)
    for k, label in enumerate(("Cases heard", "Referrals received", "Homes made safe", "People housed")):
        y = 700 + 16 * k
        page.text(60, y, label)
        for n, right in enumerate(rights):
            page.text(right, y, str(100 + 11 * k + n), "right")
        page.fill(57, y + 4, 480, y + 4.7, 0.5)
    page.text(60, 684, "Service", bold=True)
    for right, year in zip(rights, ("2030/31", "2031/32", "2032/33"), strict=True):
        page.text(right, 684, year, "right", bold=True)
    page.fill(57, 688, 480, 688.7, 0.5)
    page.canvas.showPage()
    page.fill(57, 60, 480, 60.7, 0.5)
    page.text(60, 70, "Assessments of children in which abuse at")
    page.text(60, 82, "home was found")
    for right, figure in zip(rights, ("684", "712", "765"), strict=True):
        page.text(right, 76, figure, "right")
    page.fill(57, 87, 480, 87.7, 0.5)
    for k in range(4):
        page.text(60, 120 + 12 * k, "Officers meet the providers every month and go through what they have been asked.")
    (table,) = page.tables()
    assert table[-1] == ["Assessments of children in which abuse at home was found", "684", "712", "765"]


def test_a_head_alone_at_the_foot_of_a_page_heads_the_rows_overleaf(tmp_path: Path) -> None:
    page = Sheet(tmp_path)
    rows = [("Race", "214", "+12", "18%"), ("Religion", "31", "-4", "10%"), ("Disability", "22", "-1", "5%")]
    places = (60, 180, 260, 380)
    for k in range(30):
        page.text(60, 100 + 12 * k, "Officers meet the providers every month and go through what they have been asked.")
    page.text(60, 740, "Hate crime by strand, 2030/31")
    for x, name in zip(places, ("Strand", "Crimes", "Change on the year", "Charged"), strict=True):
        page.text(x, 762, name, bold=True)
    page.fill(57, 766, 460, 766.7, 0.4)
    page.canvas.showPage()
    for k, entries in enumerate(rows):
        for x, entry in zip(places, entries, strict=True):
            page.text(x, 70 + 15 * k, entry)
        page.fill(57, 74 + 15 * k, 460, 74.7 + 15 * k, 0.4)
    for k in range(4):
        page.text(60, 160 + 12 * k, "Officers meet the providers every month and go through what they have been asked.")
    (table,) = page.tables()
    assert table == [["Strand", "Crimes", "Change on the year", "Charged"], *map(list, rows)]


@pytest.mark.parametrize("over", [False, True])
def test_a_head_filled_cell_by_cell_over_a_ruled_body_names_each_column(over: bool, tmp_path: Path) -> None:
    """A browser prints the head as fills without borders; a title over all columns is filled in pieces as well."""
    page, edges = Sheet(tmp_path), EDGES[:5]
    top = 100.0
    if over:
        for x0, x1 in itertools.pairwise(edges):
            page.fill(x0, top - 20, x1, top)
        page.text(62, top - 6, "Offences of the borough, by year and kind of offence", bold=True)
    for x0, x1 in itertools.pairwise(edges):
        page.fill(x0, top, x1, top + 20)
    head = ("Crime type", "2021/22", "2022/23", "% change")
    body = [("Burglary", "512", "566", "+10.5%"), ("Robbery", "81", "74", "-8.6%"), ("Theft", "1,046", "1,391", "+33%")]
    for words, x in zip(head, edges, strict=False):
        page.text(x + 5, top + 14, words, bold=True)
    for n, row in enumerate(body):
        y = top + 20 + 20 * n
        page.line_in_pieces(edges, y)
        for x in edges:
            page.fill(x, y, x + 0.7, y + 20, 0.4)
        for words, x in zip(row, edges, strict=False):
            page.text(x + 5, y + 14, words)
    page.line_in_pieces(edges, top + 80)
    title = {"text": "Offences of the borough, by year and kind of offence", "colspan": 4, "rowspan": 1}
    assert page.tables() == [[*([[title, None, None, None]] if over else []), list(head), *map(list, body)]]
