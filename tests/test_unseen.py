"""What a PDF holds but no reader sees stays out of the reading, and the page says so; what is seen stays in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from tracker.papers import read_paper

OPEN = "The board heard of 48 burglaries in Larkmoor during the spring."
SECRET = "Quentin Zebra"
BLACK, WHITE, BLUE = (0, 0, 0), (1, 1, 1), (0.1, 0.2, 0.5)


def picture(grey: int | None = None) -> bytes:
    """A PNG: even grey, or a pattern of all greys."""
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 60, 60), False)
    pixmap.clear_with(grey or 0)
    if grey is None:
        for x in range(60):
            for y in range(60):
                pixmap.set_pixel(x, y, ((x * 37 + y * 11) % 256, (x * 5 + y * 53) % 256, (x * y) % 256))
    return bytes(pixmap.tobytes("png"))


def read(path: Path, paint: Callable[[pymupdf.Page], None], turn: int = 0) -> tuple[str, tuple[str, ...]]:
    """The words and the doubts of a page with an open sentence and what ``paint`` adds."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((60, 80), OPEN, fontsize=11)
    page.insert_text((60, 100), "Members noted the figures and thanked the officers for their report.", fontsize=11)
    paint(page)
    page.set_rotation(turn)
    document.save(path / "p.pdf")
    return words_of(path / "p.pdf")


def words_of(path: Path) -> tuple[str, tuple[str, ...]]:
    (page,) = read_paper(path).pages
    words = [b.text for b in page.blocks] + [c.text for b in page.blocks for row in b.rows for c in row if c]
    words += [label.text for b in page.blocks for label in b.labels]
    return " ".join(words), page.doubts


def write(page: pymupdf.Page, **dress: object) -> None:
    page.insert_text((60, 200), SECRET, **{"fontsize": 11, **dress})


NAME = pymupdf.Rect(58, 188, 140, 205)


def failed_redaction(page: pymupdf.Page) -> None:
    write(page)
    page.draw_rect(NAME, fill=BLACK, color=None)


def short_redaction(page: pymupdf.Page) -> None:
    write(page)
    page.draw_rect(pymupdf.Rect(60, 192, 128, 201), fill=BLACK, color=None)


def labelled_redaction(page: pymupdf.Page) -> None:
    failed_redaction(page)
    page.insert_text((62, 199), "[name removed]", fontsize=9, color=WHITE)


def thick_line(page: pymupdf.Page) -> None:
    write(page)
    page.draw_line((58, 196), (140, 196), color=BLACK, width=16)


def white_out(page: pymupdf.Page) -> None:
    write(page)
    page.draw_rect(NAME, fill=WHITE, color=None)


def under_a_picture(page: pymupdf.Page) -> None:
    write(page)
    page.insert_image(NAME, stream=picture(), keep_proportion=False)


def under_a_comment(page: pymupdf.Page) -> None:
    write(page)
    mark = page.add_rect_annot(NAME)
    mark.set_colors(stroke=BLACK, fill=BLACK)
    mark.update()


def marked_to_be_redacted(page: pymupdf.Page) -> None:
    write(page)
    page.add_redact_annot(NAME)


def in_the_ground_s_colour(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(50, 150, 400, 260), fill=BLUE, color=None)
    write(page, color=BLUE)


def off_the_page(page: pymupdf.Page) -> None:
    page.insert_text((700, 200), SECRET, fontsize=11)


UNSEEN: dict[str, Callable[[pymupdf.Page], None]] = {
    "white on white": lambda page: write(page, color=WHITE),
    "nearly white on white": lambda page: write(page, color=(0.98, 0.98, 0.98)),
    "in the ground's colour": in_the_ground_s_colour,
    "under a black box": failed_redaction,
    "under a black box that is too small": short_redaction,
    "under a black box with a label": labelled_redaction,
    "under a thick line": thick_line,
    "under a white box": white_out,
    "under a picture": under_a_picture,
    "under a black comment": under_a_comment,
    "marked to be redacted": marked_to_be_redacted,
    "tiny": lambda page: write(page, fontsize=0.6),
    "transparent": lambda page: write(page, fill_opacity=0),
    "invisible": lambda page: write(page, render_mode=3),
}


@pytest.mark.parametrize("how", UNSEEN)
def test_what_cannot_be_seen_is_left_out_and_told(how: str, tmp_path: Path) -> None:
    text, doubts = read(tmp_path, UNSEEN[how])
    assert "Zebra" not in text and "Quentin" not in text
    assert OPEN in text
    assert doubts == ("2 words on this page cannot be seen; they are left out",)


@pytest.mark.parametrize(
    "how", ["under a black box", "under a picture", "white on white", "under a black box with a label"]
)
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_it_is_left_out_of_turned_pages_too(how: str, turn: int, tmp_path: Path) -> None:
    text, doubts = read(tmp_path, UNSEEN[how], turn)
    assert "Zebra" not in text and "48" in text
    assert doubts == ("2 words on this page cannot be seen; they are left out",)


def test_what_lies_off_the_page_is_left_out(tmp_path: Path) -> None:
    text, doubts = read(tmp_path, off_the_page)
    assert "Zebra" not in text and doubts == ()


def on_a_coloured_box(page: pymupdf.Page) -> None:
    page.draw_rect(NAME, fill=BLUE, color=None)
    write(page, color=WHITE)


def on_a_round_ground(page: pymupdf.Page) -> None:
    page.draw_oval(pymupdf.Rect(20, 150, 300, 240), fill=BLUE, color=None)
    write(page, color=WHITE)


def on_a_picture(page: pymupdf.Page) -> None:
    page.insert_image(pymupdf.Rect(50, 150, 400, 260), stream=picture(40), keep_proportion=False)
    write(page, color=WHITE)


def on_a_tint(page: pymupdf.Page) -> None:
    for row in range(6):
        page.draw_rect(pymupdf.Rect(50, 150 + 20 * row, 400, 170 + 20 * row), fill=(0.93 + 0.01 * row,) * 3, color=None)
    write(page)


def marked_with_a_pen(page: pymupdf.Page) -> None:
    write(page)
    page.add_highlight_annot(NAME)


def under_glass(page: pymupdf.Page) -> None:
    write(page)
    page.draw_rect(NAME, fill=(1, 0.9, 0.4), color=None, fill_opacity=0.4)


def in_a_frame(page: pymupdf.Page) -> None:
    write(page)
    page.draw_rect(NAME, color=BLACK, width=2)


def on_a_page_in_white(page: pymupdf.Page) -> None:
    page.draw_rect(page.rect, fill=(0.2, 0.3, 0.2), color=None, overlay=False)
    write(page, color=WHITE)


def pale(page: pymupdf.Page) -> None:
    write(page, color=(0.8, 0.8, 0.8))


def after_a_cover(page: pymupdf.Page) -> None:
    page.draw_rect(NAME, fill=BLACK, color=None)
    page.draw_rect(NAME, fill=WHITE, color=None)
    write(page)


SEEN = [
    on_a_coloured_box,
    on_a_round_ground,
    on_a_picture,
    on_a_tint,
    marked_with_a_pen,
    under_glass,
    in_a_frame,
    on_a_page_in_white,
    pale,
    after_a_cover,
]


@pytest.mark.parametrize("paint", SEEN)
def test_what_can_be_seen_stays(paint: Callable[[pymupdf.Page], None], tmp_path: Path) -> None:
    text, doubts = read(tmp_path, paint)
    assert SECRET in text and doubts == ()


def test_a_mark_beside_the_words_hides_nothing(tmp_path: Path) -> None:
    """A cover drawn last takes the words under it and none of the words round it."""

    def paint(page: pymupdf.Page) -> None:
        page.insert_text((60, 200), f"The complaint of {SECRET} was heard in June.", fontsize=11)
        page.draw_rect(pymupdf.Rect(*page.search_for(SECRET)[0]), fill=BLACK, color=None)

    text, doubts = read(tmp_path, paint)
    assert "The complaint of was heard in June." in text and "Zebra" not in text and len(doubts) == 1


def test_another_maker_s_papers(tmp_path: Path) -> None:
    """White text, a black box and a white-out by another library; the words in a form drawn within the page."""
    canvas = Canvas(str(tmp_path / "p.pdf"))
    canvas.beginForm("form")
    canvas.drawString(60, 600, "Zebra in a form")
    canvas.setFillColor(black)
    canvas.rect(55, 595, 120, 16, stroke=0, fill=1)
    canvas.endForm()
    canvas.setFillColor(black)
    canvas.drawString(60, 760, OPEN)
    canvas.doForm("form")
    canvas.setFillColor(white)
    canvas.drawString(60, 560, "Zebra in white")
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    canvas.drawString(60, 520, "Zebra in glass")
    canvas.save()
    text, doubts = words_of(tmp_path / "p.pdf")
    assert "Zebra" not in text and OPEN in text
    assert doubts == ("10 words on this page cannot be seen; they are left out",)


@pytest.mark.parametrize("order", ["layer over the scan", "layer under the scan"])
def test_the_text_layer_of_a_scan_is_its_reading_but_for_what_was_blacked_out(order: str, tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    over = order == "layer over the scan"
    if over:
        page.insert_image(page.rect, stream=picture(230), keep_proportion=False)
    lines = [OPEN, "Members noted the report and thanked the officers.", f"The complaint of {SECRET} was heard."]
    for n, line in enumerate(lines):
        page.insert_text((60, 80 + 20 * n), line, fontsize=11, render_mode=3 if over else 0)
    place = page.search_for(SECRET)[0]
    if not over:
        page.insert_image(page.rect, stream=picture(230), keep_proportion=False)
    page.draw_rect(place, fill=BLACK, color=None)
    document.save(tmp_path / "p.pdf")
    text, doubts = words_of(tmp_path / "p.pdf")
    assert OPEN in text and "Zebra" not in text and "The complaint of was heard." in text
    assert any("hidden layer behind a scan" in doubt for doubt in doubts)
    assert "2 words on this page cannot be seen; they are left out" in doubts
