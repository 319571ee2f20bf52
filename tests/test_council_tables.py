"""Tables as councils make them: action plans over pages, rows cut by the page's end, themes that span rows."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from make_tables import Look, over, paint
from tracker.papers import read_paper
from tracker.papers.tables.broken_rows import put_together
from tracker.papers.tables.repeated_labels import period_of
from tracker.papers.tables.words import is_number
from tracker.records import Block, Cell, Paper

HEAD = ["Action", "Lead", "By when", "Update"]
WIDTHS = [150, 110, 70, 150]
LEADS = ("Licensing Team", "Area Commander", "Head of Parking")


def tables_of(paper: Paper) -> list[Block]:
    return [b for page in paper.pages for b in page.blocks if b.kind == "table"]


def plain(rows: Any) -> list[list[Any]]:
    return [
        [
            None if c is None else (c.text if c.rowspan == c.colspan == 1 else over(c.text, c.colspan, c.rowspan))
            for c in row
        ]
        for row in rows
    ]


def read(draw: Any, path: Path) -> Paper:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    path.write_bytes(out.getvalue())
    return read_paper(path)


def action(number: int) -> list[str]:
    return [
        f"{number}. Visit each late-night venue of ward {number} and tell its staff of the safe-space scheme",
        LEADS[number % 3],
        f"{number % 9 + 1} March 2024",
        f"So far {7 * number % 23} of {7 * number % 23 + 5} venues were seen; the rest follow in the new year.",
    ]


@pytest.mark.parametrize("rules", ["all", "rows", "none"])
def test_a_head_repeated_high_up_on_each_page_is_no_running_head(rules: str, tmp_path: Path) -> None:
    rows = [action(n) for n in range(1, 49)]

    def draw(c: Canvas) -> None:
        for page in range(4):
            c.setFont("Helvetica", 9)
            c.drawString(60, 822, "Community safety delivery plan")
            c.drawRightString(540, 822, "Northtown")
            c.drawCentredString(297, 24, str(page + 1))
            # What stands in the last row, or in none, changes how near the page's next words are.
            paint(c, 60, 806, WIDTHS, [HEAD, *rows[12 * page : 12 * page + 12]], Look(rules=rules, pad=5))
            c.showPage()

    paper = read(draw, tmp_path / "plan.pdf")
    (table,) = tables_of(paper)
    assert plain(table.rows) == [HEAD, *rows]
    assert table.header_rows == 1
    furniture = {b.text for page in paper.pages for b in page.blocks if b.kind == "furniture"}
    assert furniture == {"Community safety delivery plan", "Northtown", "1", "2", "3", "4"}


@pytest.mark.parametrize("rules", ["all", "rows", "none"])
@pytest.mark.parametrize("repeated", [True, False])
def test_a_row_cut_by_the_end_of_the_page_is_one_row(rules: str, repeated: bool, tmp_path: Path) -> None:
    first = [action(n) for n in range(1, 12)]
    whole = " ".join(f"In week {k} the team walked the estate with residents." for k in range(1, 15))
    upper, lower = whole[:160].rsplit(" ", 1)[0], whole[len(whole[:160].rsplit(" ", 1)[0]) + 1 :]
    cut = ["12. Walk the estate", "Area Commander", "Done", whole]
    rest = [action(n) for n in range(13, 20)]

    def draw(c: Canvas) -> None:
        look = Look(rules=rules, pad=5)
        paint(c, 60, 760, WIDTHS, [HEAD, *first, [*cut[:3], upper]], look)
        c.showPage()
        later = Look(rules=rules, pad=5, heads=1 if repeated else 0)
        paint(c, 60, 760, WIDTHS, [*([HEAD] if repeated else []), ["", "", "", lower], *rest], later)
        c.showPage()

    (table,) = tables_of(read(draw, tmp_path / "cut.pdf"))
    assert plain(table.rows) == [HEAD, *first, cut, *rest]


def test_a_theme_spans_its_actions_on_both_pages(tmp_path: Path) -> None:
    rows = [action(n) for n in range(1, 19)]
    head = ["Theme", *HEAD]
    widths = [70, *WIDTHS]

    def themed(name: str, count: int) -> list[Any]:
        return [over(name, 1, count), *[None] * (count - 1)]

    def page(themes: list[Any], actions: list[list[str]]) -> list[list[Any]]:
        return [head, *([t, *a] for t, a in zip(themes, actions, strict=True))]

    def draw(c: Canvas) -> None:
        paint(c, 30, 790, widths, page(themed("Hate crime", 5) + themed("Burglary", 7), rows[:12]), Look())
        c.showPage()
        paint(c, 30, 790, widths, page(themed("", 3) + themed("Arson", 3), rows[12:]), Look())
        c.showPage()

    (table,) = tables_of(read(draw, tmp_path / "themes.pdf"))
    themes = themed("Hate crime", 5) + themed("Burglary", 10) + themed("Arson", 3)
    assert plain(table.rows) == page(themes, rows)


def cells(*rows: list[str]) -> tuple[tuple[Cell | None, ...], ...]:
    return tuple(tuple(Cell(text=t) for t in row) for row in rows)


BODY = [["Ward", "What was found", "Who"], ["Abbey", "Lamps out.", "Highways"], ["Castle", "A broken gate.", "Parks"]]


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        (["Moor", "Bins set on fire, and", "Fire"], ["", "graffiti.", ""], True),
        (["Moor", "Bins set on fire. The", "Fire"], ["", "Parks team repaired them.", ""], True),
        (["Moor", "Bins set on fire.", "Fire"], ["", "They were replaced.", ""], True),
        (["Moor", "Bins set on fire.", "Fire"], ["Quay", "No lamps.", "Port"], False),
        (["Moor", "Bins set on fire.", "Fire"], ["Quay", "No lamps.", ""], False),
        (["Moor", "Bins set on fire.", "Fire"], ["", "", "Police"], True),
        (["Moor", "Bins set on fire.", "Fire"], ["", "No lamps.", "Port"], False),
        (["Moor", "12", "14"], ["", "26", "40"], False),
        (["Moor", "", "Fire"], ["", "Lamps out.", ""], False),
    ],
)
def test_what_goes_on_overleaf(last: list[str], following: list[str], joined: bool) -> None:
    rows = put_together(cells(*BODY, last), cells(following), 1)
    assert len(rows) == (4 if joined else 5)


def test_rows_without_labels_are_not_joined_where_the_table_has_such() -> None:
    body = [["Ward", "Fault"], ["Abbey", "Lamps out."], ["", "A gate."], ["Castle", "Bins."], ["", "Weeds."]]
    rows = put_together(cells(*body), cells(["", "A fence."]), 1)
    assert len(rows) == 6


def test_empty_cells_are_no_span_where_the_column_has_none() -> None:
    rows = put_together(cells(*BODY), cells(["", "Lamps out.", "Highways"]), 1)
    assert rows[-1][0] == Cell(text="")


@pytest.mark.parametrize(
    ("labels", "each"),
    [
        (["Number", "Rate", "Number", "Rate"], 2),
        (["Q1", "Q2", "Q3", "Q1", "Q2", "Q3"], 3),
        (["Number", "Rate", "Change"], 0),
        (["£000", "£000", "£000"], 0),
    ],
)
def test_labels_that_say_the_same_again(labels: list[str], each: int) -> None:
    assert period_of(labels) == each


@pytest.mark.parametrize("text", ["£000", "£'000", "(£000s)"])
def test_a_unit_is_no_figure(text: str) -> None:
    assert not is_number(text)


def test_rates_need_not_add_up(tmp_path: Path) -> None:
    rows = [["Ward", "Number", "Rate per 1,000"], ["Abbey", "20", "4.1"], ["Moor", "31", "9.5"], ["Total", "51", "6.2"]]

    def draw(c: Canvas) -> None:
        paint(c, 60, 700, [140, 90, 110], rows, Look())

    (table,) = tables_of(read(draw, tmp_path / "rates.pdf"))
    assert not table.doubts


def test_a_stamp_close_above_a_table_is_a_stamp(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(470, A4[1] - 26, "Agenda Item 5")
        top = A4[1] - 30
        rows = [["Meeting", "Item", "Report of"], *([f"{n} May", f"Plan {n}", "Head of Safety"] for n in range(1, 6))]
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                canvas.rect(60 + 150 * c, top - 20 * (r + 1), 150, 20)
                canvas.drawString(64 + 150 * c, top - 20 * r - 14, text)

    [page] = read(draw, tmp_path / "plan.pdf").pages
    assert [(b.kind, b.role) for b in page.blocks if b.text == "Agenda Item 5"] == [("furniture", "stamp")]
    assert [len(b.rows) for b in page.blocks if b.kind == "table"] == [6]
