"""A strip shows the words it is cut round, and nothing else decides its bytes."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from tracker.papers.pictures import Cut, cut_pictures


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    document = pymupdf.open()
    for turn in (0, 90):
        page = document.new_page(width=400, height=300)
        page.draw_rect(pymupdf.Rect(100, 50, 150, 80), fill=(1, 0, 0), color=None)
        page.set_rotation(turn)
    path = tmp_path / "paper.pdf"
    document.save(path)
    return path


def pixel(png: bytes, x: int, y: int) -> tuple[int, ...]:
    return pymupdf.Pixmap(png).pixel(x, y)


def test_a_strip_shows_its_rectangle_and_no_more(paper: Path) -> None:
    cut = Cut(page=1, bbox=(94, 44, 156, 86))
    (png,) = cut_pictures(paper, [cut])
    picture = pymupdf.Pixmap(png)
    assert (picture.width, picture.height) == (124, 84)
    assert pixel(png, 2, 2) == (255, 255, 255)
    assert pixel(png, 62, 42) == (255, 0, 0)


def test_a_turned_page_is_cut_as_the_reader_sees_it(paper: Path) -> None:
    # After a quarter turn clockwise the red rectangle lies at x 300-80 … 300-50, y 100 … 150.
    (png,) = cut_pictures(paper, [Cut(page=2, bbox=(220, 100, 250, 150))])
    assert {pixel(png, 4, 4), pixel(png, 55, 95)} == {(255, 0, 0)}


def test_the_same_cut_gives_the_same_bytes(paper: Path) -> None:
    cuts = [Cut(page=1, bbox=(90, 40, 160, 90))] * 2
    first, second = cut_pictures(paper, cuts)
    assert first == second


@pytest.mark.parametrize("cut", [Cut(page=3, bbox=(0, 0, 10, 10)), Cut(page=1, bbox=(500, 10, 600, 20))])
def test_a_place_that_is_not_there_is_named(paper: Path, cut: Cut) -> None:
    with pytest.raises(ValueError, match=r"paper\.pdf.*page"):
        list(cut_pictures(paper, [cut]))


def test_a_box_drawn_over_a_name_as_a_comment_is_in_the_picture(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=300, height=100)
    page.insert_text((20, 50), "Quentin Zebra", fontsize=12)
    mark = page.add_rect_annot(pymupdf.Rect(15, 35, 120, 55))
    mark.set_colors(stroke=(0, 0, 0), fill=(0, 0, 0))
    mark.update()
    document.save(tmp_path / "p.pdf")
    (picture,) = cut_pictures(tmp_path / "p.pdf", [Cut(1, (20.0, 38.0, 100.0, 52.0))])
    assert pymupdf.Pixmap(picture).is_unicolor
