"""Slides: charts with large axis labels, text boxes side by side, numbers over their words, columns of prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tracker.facts import understand
from tracker.papers import read_paper
from tracker.papers.tables import layout
from tracker.records import Block, PaperSettings, TrackerSettings

WIDE, HIGH = 960.0, 540.0


def _blocks(path: Path) -> list[Block]:
    return [b for page in read_paper(path).pages for b in page.blocks if b.kind != "furniture"]


def _chart(canvas: Canvas, left: float, title: str, values: list[int]) -> None:
    """Bars with small values on them, and axis labels in much larger type."""
    bottom = 190.0
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawCentredString(left + 190, bottom + 215, title)
    for step in range(6):
        y = bottom + 40 * step
        canvas.setStrokeGray(0.5)
        canvas.line(left, y, left + 380, y)
        canvas.line(left - 4, y, left, y)
        canvas.setFont("Helvetica", 18)
        canvas.drawRightString(left - 8, y - 6, str(20 * step))
    for i, (month, value) in enumerate(zip(("Apr", "May", "Jun", "Jul"), values, strict=True)):
        x = left + 20 + 95 * i
        canvas.setFillColorRGB(0.2, 0.3, 0.7)
        canvas.rect(x, bottom, 40, 2.0 * value, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 10)
        canvas.drawCentredString(x + 20, bottom + 2.0 * value + 4, str(value))
        canvas.setFont("Helvetica", 18)
        canvas.drawCentredString(x + 20, bottom - 24, month)


def test_two_charts_side_by_side_keep_their_large_axis_labels(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "charts.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica", 36)
    canvas.drawString(50, 470, "Burglary and robbery")
    _chart(canvas, 70, "Burglaries by month", [41, 62, 38, 55])
    _chart(canvas, 540, "Robberies by month", [12, 33, 24, 18])
    canvas.setFont("Helvetica", 14)
    canvas.drawString(50, 90, "Burglary was lower than in the same four months of the year before in every ward.")
    canvas.save()
    blocks = _blocks(tmp_path / "charts.pdf")
    assert [b.kind for b in blocks] == ["heading", "figure", "figure", "paragraph"]
    assert [b.caption for b in blocks if b.kind == "figure"] == ["Burglaries by month", "Robberies by month"]


def _valued_bars(canvas: Canvas, left: float, title: str, values: dict[str, int]) -> None:
    """Bars on a level axis with ticks, each with its value; the axis is 300 points long."""
    bottom, step = 260.0, 300 / len(values)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawCentredString(left + 150, bottom + 170, title)
    canvas.line(left, bottom, left + 300, bottom)
    for i, (name, value) in enumerate(values.items()):
        x = left + step * i
        canvas.line(x, bottom, x, bottom - 4)
        canvas.setFillColorRGB(0.1, 0.5, 0.5)
        canvas.rect(x + 0.2 * step, bottom, 0.6 * step, value, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(x + 0.5 * step, bottom + value + 4, str(value))
        canvas.drawCentredString(x + 0.5 * step, bottom - 14, name)
    canvas.line(left + 300, bottom, left + 300, bottom - 4)


def test_charts_that_stand_close_to_each_other_and_to_cards_are_parted(tmp_path: Path) -> None:
    """Axes on one level with little air between them, cards in the colour of the bars, a band under the title."""
    canvas = Canvas(str(tmp_path / "close.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFillColorRGB(0.1, 0.2, 0.3)
    canvas.rect(0, 480, WIDE, 60, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(40, 500, "Theft and damage")
    _valued_bars(canvas, 30, "Thefts by quarter", {"Q1": 88, "Q2": 97, "Q3": 72, "Q4": 64})
    _valued_bars(canvas, 348, "Windows broken", {"2031/32": 120, "2032/33": 93})
    for k, (name, number, before) in enumerate(
        (("Bicycles marked", "413", "377 in 2031/32"), ("Locks given out", "96", "81 in 2031/32"))
    ):
        canvas.setFillColorRGB(0.1, 0.5, 0.5)
        canvas.rect(668, 350 - 110 * k, 230, 96, stroke=0, fill=1)
        canvas.setFillGray(1)
        for text, size, y in ((name, 12, 70), (number, 26, 36), (before, 10, 14)):
            canvas.setFont("Helvetica-Bold" if size > 20 else "Helvetica", size)
            canvas.drawCentredString(783, 350 - 110 * k + y, text)
    canvas.save()
    blocks = _blocks(tmp_path / "close.pdf")
    charts = [{label.text for label in b.labels} for b in blocks if b.kind == "figure"]
    assert len(charts) == 2
    assert charts[0] >= {"88", "97", "72", "64", "Q1", "Q4"} and charts[1] >= {"120", "93", "2031/32", "2032/33"}
    words = [b.text for b in blocks if b.kind != "figure"]
    assert words[0] == "Theft and damage"
    assert {"413 377 in 2031/32", "96 81 in 2031/32"} <= set(words)


def test_bars_without_ticks_or_grid_are_a_chart_when_their_values_stand_on_them(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "bars.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(50, 470, "Arson")
    canvas.setFont("Helvetica", 14)
    canvas.drawString(50, 120, "Most fires were set in bins and on waste land, and were put out before they spread.")
    for left, title, values in ((60, "Arson: quarter", (31, 24)), (520, "Arson: hospitals", (0, 3))):
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawCentredString(left + 160, 420, title)
        canvas.setFont("Helvetica", 9)
        canvas.line(left, 200, left + 320, 200)
        for i, (when, value) in enumerate(
            zip(("Same quarter last year", "July to September 2023"), values, strict=True)
        ):
            high = 200.0 * value / max(values)
            if high:
                canvas.setFillColorRGB(0.2, 0.4, 0.5)
                canvas.rect(left + 30 + 150 * i, 200, 90, high, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawCentredString(left + 75 + 150 * i, 203 + high, str(value))
            canvas.drawCentredString(left + 75 + 150 * i, 184, when)
    canvas.save()
    blocks = _blocks(tmp_path / "bars.pdf")
    assert [b.kind for b in blocks] == ["heading", "figure", "figure", "paragraph"]
    shown = [{label.text for label in b.labels} for b in blocks if b.kind == "figure"]
    assert {"31", "24"} <= shown[0] and {"0", "3"} <= shown[1]


@pytest.mark.parametrize("filled", [False, True])
def test_a_table_whose_borders_are_drawn_cell_by_cell_is_no_chart(tmp_path: Path, filled: bool) -> None:
    """As browsers print tables: each cell's edges are strokes of their own, in rows no higher than a tick is long."""
    rows = [("Ward", "Incidents", "% of incidents")]
    rows += [
        (f"{name} Ward", str(7 + 3 * i), f"{2 + i}%")
        for i, name in enumerate(["Ash", "Beech", "Elm", "Fir", "Hazel", "Oak"])
    ]
    canvas = Canvas(str(tmp_path / "borders.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(50, 480, "Incidents by ward")
    canvas.setLineWidth(0.75)
    edges = (50.0, 140.0, 200.0, 262.0)
    for r, row in enumerate(rows):
        top = 440 - 9.0 * r
        canvas.setFont("Helvetica-Bold" if r == 0 else "Helvetica", 7.5)
        for c, text in enumerate(row):
            canvas.drawString(edges[c] + 3, top - 7, text)
            for x, y, wide, high in (
                (edges[c], top, edges[c + 1] - edges[c], 0),
                (edges[c], top - 9, edges[c + 1] - edges[c], 0),
                (edges[c], top - 9, 0, 9),
                (edges[c + 1], top - 9, 0, 9),
            ):
                if filled:
                    canvas.rect(x, y, wide or 0.75, high or 0.75, stroke=0, fill=1)
                else:
                    canvas.line(x, y, x + wide, y + high)
    canvas.save()
    table = next(b for b in _blocks(tmp_path / "borders.pdf") if b.kind == "table")
    assert [tuple(cell.text for cell in row if cell) for row in table.rows] == rows


def test_a_statement_in_large_print_is_no_heading(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "statement.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(50, 480, "Arson and criminal damage")
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(
        50, 430, "In the 3 months of July 2023 to September 2023 there were 31 cases of arson in Westmere"
    )
    canvas.drawString(50, 380, "Quarter 2")
    canvas.setFont("Helvetica", 14)
    canvas.drawString(50, 350, "Most fires were set in bins and on waste land, and were put out before they spread.")
    canvas.save()
    blocks = _blocks(tmp_path / "statement.pdf")
    assert [b.text for b in blocks if b.kind == "heading"] == ["Arson and criminal damage", "Quarter 2"]
    assert blocks[1].role == "callout"


def test_a_chart_on_the_second_slide_of_a_section_keeps_the_callouts_period(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "second.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 28)
    canvas.drawString(50, 480, "Patrols by ward")
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, 430, "In the 3 months of July 2023 to September 2023 there were 50 patrols in Westmere")
    canvas.setFont("Helvetica", 14)
    for i in range(6):
        canvas.drawString(
            50, 390 - 20 * i, "Officers walked the streets that residents had named in the survey of the spring."
        )
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(50, 60, "Share of patrols by ward")
    canvas.showPage()
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawCentredString(260, 420, "Share of patrols by ward")
    canvas.line(60, 200, 460, 200)
    for i, (ward, share) in enumerate((("Ash Hill", 44), ("Elm Park", 36), ("Fir Lane", 20))):
        canvas.setFillColorRGB(0.2, 0.4, 0.5)
        canvas.rect(80 + 130 * i, 200, 90, 4 * share, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(125 + 130 * i, 203 + 4 * share, f"{share}%")
        canvas.drawCentredString(125 + 130 * i, 184, ward)
    canvas.save()
    paper = read_paper(tmp_path / "second.pdf")
    facts = understand(paper, paper_id="p", settings=PaperSettings(), tracker=TrackerSettings(place="Westmere"))
    shares = {o.value: (o.period_start, o.period_end) for o in facts.observations if o.unit == "%"}
    assert shares == dict.fromkeys(("44", "36", "20"), ("2023-07-01", "2023-09-30"))


def test_text_boxes_side_by_side_are_no_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "boxes.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(50, 470, "After one year")
    left = [
        "The refuge has had eight more places since June and has been",
        "full ever since.",
        "All schools in the borough have taken up the course about",
        "healthy relationships.",
        "The staff of forty licensed premises have been trained.",
    ]
    right = [
        "People wait for counselling for eleven weeks, which is far",
        "too long for them.",
        "Reports of stalking rose by a fifth over the year and those",
        "of harassment by a tenth.",
        "The programme for perpetrators has no money after March.",
    ]
    for x, title, lines in ((50, "What went well", left), (504, "What worries us", right)):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(x, 400, title)
        canvas.setFont("Helvetica", 14)
        for i, line in enumerate(lines):
            canvas.drawString(x, 380 - 17 * i, line)
    canvas.save()
    blocks = _blocks(tmp_path / "boxes.pdf")
    assert not [b for b in blocks if b.kind == "table"]
    assert [b.text for b in blocks if b.kind == "heading"] == ["After one year", "What went well", "What worries us"]
    texts = " ".join(b.text for b in blocks)
    assert texts.index("have been trained.") < texts.index("What worries us") < texts.index("eleven weeks")


def test_large_numbers_side_by_side_stay_with_their_words(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "numbers.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(50, 470, "The year in numbers")
    said = [("642", "referrals to the service"), ("118", "cases heard by the panel"), ("24%", "of them repeat cases")]
    for i, (number, words) in enumerate(said):
        canvas.setFont("Helvetica-Bold", 54)
        canvas.drawCentredString(180 + 300 * i, 340, number)
        canvas.setFont("Helvetica", 16)
        canvas.drawCentredString(180 + 300 * i, 295, words)
    canvas.drawString(50, 180, "Referrals grew over the year, most of all from health visitors and doctors.")
    canvas.save()
    texts = " ".join(b.text for b in _blocks(tmp_path / "numbers.pdf"))
    assert "642 referrals to the service 118 cases heard by the panel 24% of them repeat cases" in texts


@pytest.mark.parametrize("table", [False, True])
def test_only_columns_with_more_than_prose_are_shown_to_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: bool
) -> None:
    canvas = Canvas(str(tmp_path / "columns.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for x in (50, 310):
        for i in range(40):
            canvas.drawString(x, 780 - 13 * i, "The wardens walked the streets after dark every week")
    if table:
        for i, (ward, *counts) in enumerate([("Ward", "2022", "2023"), ("North", "41", "38"), ("South", "17", "22")]):
            for x, text in zip((50, 180, 260), (ward, *counts), strict=True):
                canvas.drawString(x, 220 - 13 * i, text)
    canvas.save()
    asked = []
    regions = layout._regions
    monkeypatch.setattr(layout, "_regions", lambda page: asked.append(page) or regions(page))
    found = [b for b in _blocks(tmp_path / "columns.pdf") if b.kind == "table"]
    assert bool(asked) == table
    assert [[c.text for c in row if c] for b in found for row in b.rows][1:] == (
        [["North", "41", "38"], ["South", "17", "22"]] if table else []
    )


def test_text_right_under_a_table_is_no_note(tmp_path: Path) -> None:
    """The last rule of a table is no rule over footnotes, although what follows begins with counted lines."""
    canvas = Canvas(str(tmp_path / "under.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    for i in range(18):
        canvas.drawString(70, 770 - 15 * i, "The partnership met each month and looked at what the agencies had done.")
    edges = (70.0, 160.0, 300.0)
    for r, row in enumerate((("Year", "Referrals"), ("2021", "64"), ("2022", "87"), ("2023", "71"))):
        top = 470 - 24 * r
        for c, text in enumerate(row):
            canvas.drawString(edges[c] + 4, top - 16, text)
            canvas.rect(edges[c], top - 24, edges[c + 1] - edges[c], 24)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(70, 358, "2.3 Schools")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(70, 338, "Officers are drawing up a list of what is open to schools. Schools will be told when:")
    for i, line in enumerate(("1. the police were called to a home", "2. and a child was there at the time")):
        canvas.drawString(90, 314 - 15 * i, line)
    canvas.save()
    blocks = _blocks(tmp_path / "under.pdf")
    assert not [b for b in blocks if b.kind == "footnote"]
    assert "Schools" in [b.text for b in blocks if b.kind == "heading"][-1]
    assert [b.text for b in blocks if b.kind == "list_item"] == [
        "the police were called to a home",
        "and a child was there at the time",
    ]


def test_what_sums_up_a_report_of_a_quarter_is_of_the_quarter(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "tiles.pdf"), pagesize=(WIDE, HIGH))
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(50, 480, "Moorby Justice Dashboard Q2 2030/31")
    canvas.setFillColorRGB(0.9, 0.92, 0.95)
    canvas.rect(45, 435, 800, 26, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(50, 442, "Moorby Youth Justice Partnership Board, 21 November 2030. Quarter 2 2030/31")
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(50, 390, "At a glance")
    for k, (value, label) in enumerate((("74", "children worked with"), ("11", "first time entrants"))):
        canvas.setFillColorRGB(0.85, 0.9, 0.95)
        canvas.rect(50 + 300 * k, 260, 240, 100, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica-Bold", 36)
        canvas.drawCentredString(170 + 300 * k, 312, value)
        canvas.setFont("Helvetica", 13)
        canvas.drawCentredString(170 + 300 * k, 280, label)
    canvas.save()
    paper = read_paper(tmp_path / "tiles.pdf")
    assert paper.date == "2030-11-21"
    settings = TrackerSettings(place="Moorby", board="Moorby Youth Justice Partnership Board")
    facts = understand(paper, paper_id="tiles", settings=PaperSettings(), tracker=settings)
    assert [(o.value, o.period_start, o.period_end) for o in facts.observations] == [
        ("74", "2030-07-01", "2030-09-30"),
        ("11", "2030-07-01", "2030-09-30"),
    ]
