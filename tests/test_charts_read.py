"""Charts without axes, with values on their bars, with legends, and two of them one above the other."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tracker.facts.figures.chart_labels import read_chart
from tracker.papers import read_paper
from tracker.records import Block

HIGH = 540.0
RED, ROSE, BLUE = (0.5, 0.1, 0.2), (0.85, 0.5, 0.6), (0.2, 0.4, 0.7)


def canvas_of(path: Path) -> Canvas:
    canvas = Canvas(str(path / "paper.pdf"), pagesize=(960, HIGH), invariant=1)
    words(canvas, 40, 500, "Anti-social behaviour and what was done about it", 24)
    return canvas


def words(
    canvas: Canvas, x: float, y: float, text: str, size: float = 9, centre: bool = False, bold: bool = False
) -> None:
    canvas.setFillGray(0)
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    (canvas.drawCentredString if centre else canvas.drawString)(x, y, text)


def bar(canvas: Canvas, box: tuple[float, float, float, float], colour: tuple[float, float, float]) -> None:
    x, y, wide, high = box
    canvas.setFillColorRGB(*colour)
    canvas.rect(x, y, wide, high, stroke=0, fill=1)


def figures(canvas: Canvas) -> list[Block]:
    for k in range(3):
        words(
            canvas,
            40,
            60 - 14 * k,
            "Officers went through the figures with the board and said what lay behind them.",
            12,
        )
    canvas.save()
    paper = read_paper(Path(canvas._filename))
    return [block for page in paper.pages for block in page.blocks if block.kind == "figure"]


def told(block: Block) -> set[tuple[str, str, str]]:
    reading = read_chart(block.labels, block.caption)
    assert reading is not None
    return {(category, value.series, value.printed) for category, value in reading.pairs}


def test_two_charts_of_standing_bars_one_above_the_other_are_two(tmp_path: Path) -> None:
    """Bars as wide and as tall as each other, in one column: they do not lie in one chart."""
    canvas = canvas_of(tmp_path)
    for bottom, values in ((330.0, (78, 81)), (150.0, (81, 84))):
        words(canvas, 180, bottom + 100, f"Thefts, {values[0]} and after", centre=True, bold=True)
        for k, value in enumerate(values):
            bar(canvas, (98 + 122 * k, bottom, 73, value), BLUE)
            words(canvas, 134 + 122 * k, bottom + value + 4, str(value), centre=True)
            words(canvas, 134 + 122 * k, bottom - 12, ("Year before", "Year now")[k], centre=True)
        canvas.line(73, bottom, 317, bottom)
    found = figures(canvas)
    assert [told(block) for block in found] == [
        {("Year before", "", "78"), ("Year now", "", "81")},
        {("Year before", "", "81"), ("Year now", "", "84")},
    ]


def test_values_printed_on_the_bars(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    values = {"Spring": 312, "Summer": 262, "Autumn": 240}
    for k, (name, value) in enumerate(values.items()):
        bar(canvas, (80 + 90 * k, 200, 60, value / 2), BLUE)
        words(canvas, 110 + 90 * k, 200 + value / 2 - 14, str(value), centre=True)
        words(canvas, 110 + 90 * k, 186, name, centre=True)
    (block,) = figures(canvas)
    assert told(block) == {(name, "", str(value)) for name, value in values.items()}


def test_the_name_of_an_axis_set_on_its_side_is_read_whole(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    for k, (name, value) in enumerate({"Spring": 312, "Summer": 262, "Autumn": 240}.items()):
        bar(canvas, (80 + 90 * k, 200, 60, value / 2), BLUE)
        words(canvas, 110 + 90 * k, 204 + value / 2, str(value), centre=True)
        words(canvas, 110 + 90 * k, 186, name, centre=True)
    canvas.saveState()
    canvas.rotate(90)
    words(canvas, 240, -66, "Patrols or visits")
    canvas.restoreState()
    (block,) = figures(canvas)
    assert "Patrols or visits" in [label.text for label in block.labels]


def test_a_value_in_bold_over_the_highest_bar_is_no_part_of_the_title(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    words(canvas, 200, 370, "Bicycles marked by season", centre=True, bold=True)
    values = {"Spring": 190, "Summer": 280, "Autumn": 160}
    for k, (name, value) in enumerate(values.items()):
        bar(canvas, (80 + 90 * k, 200, 60, value / 2), BLUE)
        words(canvas, 110 + 90 * k, 204 + value / 2, str(value), centre=True, bold=True)
        words(canvas, 110 + 90 * k, 186, name, centre=True)
    (block,) = figures(canvas)
    assert block.caption == "Bicycles marked by season"
    assert told(block) == {(name, "", str(value)) for name, value in values.items()}


def test_pieces_of_one_bar_are_told_apart_by_the_legend(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    parts = (("Noise", RED, (120, 96)), ("Litter", ROSE, (61, 84)), ("Other", BLUE, (33, 27)))
    for k, year in enumerate(("2030/31", "2031/32")):
        bottom = 200.0
        for _, colour, values in parts:
            bar(canvas, (90 + 150 * k, bottom, 90, values[k]), colour)
            words(canvas, 135 + 150 * k, bottom + values[k] / 2 - 3, str(values[k]), centre=True)
            bottom += values[k]
        words(canvas, 135 + 150 * k, 186, year, centre=True)
    canvas.line(70, 200, 360, 200)
    for k, (name, colour, _) in enumerate(parts):
        bar(canvas, (420, 380 - 20 * k, 9, 9), colour)
        words(canvas, 434, 381 - 20 * k, name)
    (block,) = figures(canvas)
    assert told(block) == {
        (year, name, str(values[k])) for k, year in enumerate(("2030/31", "2031/32")) for name, _, values in parts
    }


def test_groups_of_bars_whose_legend_has_wide_swatches(tmp_path: Path) -> None:
    """Plotting programs make a swatch of the legend nearly three times as wide as high."""
    canvas = canvas_of(tmp_path)
    years = (("2031", ROSE, (96, 62)), ("2033", BLUE, (84, 71)))
    for k, name in enumerate(("Fairly safe", "Fairly unsafe")):
        for n, (_, colour, values) in enumerate(years):
            bar(canvas, (90 + 130 * k + 45 * n, 200, 44, values[k]), colour)
            words(canvas, 112 + 130 * k + 45 * n, 204 + values[k], f"{values[k]}%", centre=True)
        words(canvas, 134 + 130 * k, 186, name, centre=True)
    canvas.line(70, 200, 360, 200)
    for n, (year, colour, _) in enumerate(years):
        bar(canvas, (250 + 60 * n, 330, 20, 7), colour)
        words(canvas, 276 + 60 * n, 330, year)
    (block,) = figures(canvas)
    assert told(block) == {
        (name, year, f"{values[k]}%")
        for k, name in enumerate(("Fairly safe", "Fairly unsafe"))
        for year, _, values in years
    }


def test_a_line_with_its_values_at_its_points_and_no_axis(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    months = ("Apr", "May", "Jun", "Jul", "Aug", "Sep")
    values = (388, 402, 414, 466, 471, 440)
    places = [(80 + 70.0 * k, 150 + value / 2) for k, value in enumerate(values)]
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    canvas.drawPath(path)
    for (x, y), month, value in zip(places, months, values, strict=True):
        canvas.setFillColorRGB(*BLUE)
        canvas.circle(x, y, 3, stroke=0, fill=1)
        words(canvas, x, y + 8, str(value), centre=True)
        words(canvas, x, 240, month, centre=True)
    (block,) = figures(canvas)
    assert told(block) == {(month, "", str(value)) for month, value in zip(months, values, strict=True)}
