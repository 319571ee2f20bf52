"""Slides: charts with large axis labels, text boxes side by side, numbers over their words, columns of prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tracker.papers import read_paper
from tracker.papers.tables import layout
from tracker.records import Block

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
