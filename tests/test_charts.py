"""Charts: what is drawn is what is printed, labelled, described, and safe."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from tracker.site.charts import BARS_WIDTH, VALUE_ROOM, Bar, Panel, bars_svg, chart, columns_chart, columns_svg, pair

NOW = Bar("March to May 2031", Decimal(480), "480")
BEFORE = Bar("March to May 2030", Decimal(240), "240", now=False)


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def widths(svg: str) -> list[float]:
    return [float(rect.get("width", "0")) for rect in drawn(svg).iter("rect")]


def test_bars_are_as_long_as_their_values_on_the_given_scale() -> None:
    svg = bars_svg("k", Panel("3 months", (BEFORE, NOW)), Decimal(480))
    assert widths(svg) == [(BARS_WIDTH - VALUE_ROOM) / 2, BARS_WIDTH - VALUE_ROOM]


def test_panels_of_one_chart_share_one_scale() -> None:
    figure = chart("k", "t", "s", [Panel("12 months", (NOW,)), Panel("3 months", (BEFORE,))])
    root = ET.fromstring(figure)
    first, second = (float(rect.get("width", "0")) for rect in root.iter("rect"))
    assert first == 2 * second


def test_every_value_and_label_is_written_and_described() -> None:
    root = drawn(bars_svg("k", Panel("3 months", (BEFORE, NOW)), Decimal(480)))
    texts = [text.text for text in root.iter("text")]
    assert {"480", "240", "March to May 2031", "March to May 2030"} <= set(texts)
    assert root.get("role") == "img"
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    assert set(root.get("aria-labelledby", "").split()) <= ids
    described = root.find("desc")
    assert described is not None
    assert described.text == "March to May 2030: 240; March to May 2031: 480."


def test_no_colour_is_written_into_the_drawing() -> None:
    figure = chart("k", "t", "s", [Panel("p", (BEFORE, NOW))])
    assert "fill=" not in figure
    assert "style=" not in figure
    assert "#" not in figure.replace("#k", "")


def test_zero_has_a_label_and_no_bar() -> None:
    svg = bars_svg("k", Panel("p", (Bar("2030", Decimal(0), "0"),)), Decimal(3))
    assert widths(svg) == []
    assert ">0</text>" in svg


def test_what_is_withheld_is_not_drawn() -> None:
    withheld = Bar("2030", None, "Less than 5 [c]")
    svg = bars_svg("k", Panel("p", (withheld, NOW)), Decimal(480))
    assert len(widths(svg)) == 1
    assert "Less than 5 [c]" in svg


def test_nothing_to_draw_gives_no_figure() -> None:
    assert chart("k", "t", "s", [Panel("p", (Bar("2030", None, "[x]"),))]) == ""
    assert columns_chart("k", "t", "s", Panel("p", ())) == ""


def test_columns_keep_the_place_of_a_period_without_data() -> None:
    bars = (Bar("Apr\n2022", Decimal(26), "26"), Bar("May", None, "–"), Bar("Jun", Decimal(13), "13"))
    root = drawn(columns_svg("k", Panel("Cases", bars)))
    assert len(list(root.iter("rect"))) == 2
    assert [t.text for t in root.iter("text")].count("–") == 1


def test_texts_of_papers_cannot_become_markup() -> None:
    bad = '<script>alert("x")</script>'
    figure = chart("k", bad, bad, [Panel(bad, (Bar(bad, Decimal(1), bad), NOW))])
    assert "<script" not in figure
    ET.fromstring(figure)


def test_a_long_label_is_broken_into_lines() -> None:
    label = "Community Protection Notice Written Warning issued to a person or a body of persons"
    root = drawn(bars_svg("k", Panel("p", (Bar(label, Decimal(1), "1"),)), Decimal(1)))
    lines = [t.text for t in root.iter("text") if t.text != "1"]
    assert len(lines) == 2
    assert " ".join(line or "" for line in lines) == label


@pytest.mark.parametrize("missing", [Bar("2030", None, "[c]"), Bar("2030", Decimal(-3), "−3")])
def test_a_pair_is_drawn_only_from_two_plain_values(missing: Bar) -> None:
    assert pair([NOW, missing]) == ""
    assert pair([NOW, BEFORE]).count("<rect") == 2
