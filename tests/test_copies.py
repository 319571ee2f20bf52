"""A copy of a paper for readers holds nothing that the site holds back, and everything else at its place."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from tracker.papers import read_paper
from tracker.papers.copies import CANNOT_BE_CLEANED, LEFT_OUT, copy_for_readers
from tracker.papers.withheld import Shown, Withheld, withheld_of

NOTHING = Withheld()
MARK = "[held back]"


def words_of(path: Path, page: int = 1) -> list[str]:
    with pymupdf.open(path) as document:
        return [word[4] for word in document[page - 1].get_text("words")]


def saved(document: pymupdf.Document, tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    document.save(path)
    return path


def copied(path: Path, withheld: Withheld = NOTHING, gone: tuple[int, ...] = ()) -> Path:
    target = path.with_name("copy.pdf")
    copy_for_readers(path, target, "A paper", gone, withheld)
    return target


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_held_back_words_leave_the_file_and_the_lines_around_them_stay(tmp_path: Path, turn: int) -> None:
    document = pymupdf.open()
    page = document.new_page(width=400, height=300)
    # Lines so close that their words' boxes overlap.
    for line, text in enumerate(("Figures rose in June", "Contact Quentin Zebra here", "Figures fell in July")):
        page.insert_text((50, 100 + 11 * line), text, fontsize=12)
    page.set_rotation(turn)
    box = tuple(page.search_for("Contact Quentin Zebra here")[0] * page.rotation_matrix)
    path = saved(document, tmp_path)
    copy = copied(path, Withheld((Shown(1, box, f"Contact {MARK} here"),)))
    assert words_of(copy) == [word for word in words_of(path) if word not in ("Quentin", "Zebra")]
    with pymupdf.open(copy) as made:
        zebra = pymupdf.Rect(document[0].search_for("Zebra")[0]) * page.rotation_matrix
        picture = made[0].get_pixmap(clip=pymupdf.Rect(zebra.x0 + 2, zebra.y0 + 2, zebra.x1 - 2, zebra.y1 - 2))
        assert set(picture.samples) == {0}


def test_on_a_scan_the_picture_itself_is_blackened(tmp_path: Path) -> None:
    letter = pymupdf.open()
    letter.new_page(width=200, height=100).insert_text((20, 50), "Quentin Zebra", fontsize=20)
    document = pymupdf.open()
    page = document.new_page(width=200, height=100)
    page.insert_image(page.rect, pixmap=letter[0].get_pixmap(dpi=144))
    path = saved(document, tmp_path)
    copy = copied(path, Withheld((Shown(1, (15, 28, 165, 58), MARK),)))
    with pymupdf.open(copy) as made:
        picture = pymupdf.Pixmap(made, made[0].get_images()[0][0])
        # the name stood at half the way down; nothing of its ink is left in the bitmap itself
        rows = [picture.pixel(x, 90)[:3] for x in range(40, 300)]
    assert len(set(rows)) == 1


def test_words_that_nobody_sees_leave_the_file(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=400, height=300)
    page.insert_text((50, 100), "The case of Quentin Zebra was heard in June and closed.", fontsize=12)
    page.draw_rect(page.search_for("Quentin Zebra")[0], color=None, fill=(0, 0, 0))
    path = saved(document, tmp_path)
    withheld = withheld_of(read_paper(path), MARK)
    assert withheld.unseen_on == (1,)
    assert "Zebra" not in words_of(copied(path, withheld)) and "Zebra" in words_of(path)
    assert {"case", "heard", "closed."} <= set(words_of(copied(path, withheld)))


def test_links_notes_attachments_and_the_authors_name_go(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.set_metadata({"author": "Quentin Zebra", "title": "Quentin's draft"})
    document.embfile_add("private.txt", b"Quentin Zebra")
    page = document.new_page()
    page.insert_text((50, 100), "Write to us at team@ashdown.gov.uk or read on.", fontsize=12)
    page.add_text_annot((300, 300), "Ask Quentin Zebra")
    for y, address in enumerate(("mailto:q.zebra@ashdown.gov.uk", "mailto:team@ashdown.gov.uk", "https://a.example/")):
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(50, 200 + 20 * y, 90, 210 + 20 * y), "uri": address}
        )
    path = saved(document, tmp_path)
    with pymupdf.open(copied(path)) as made:
        assert made.metadata["author"] == "" and made.metadata["title"] == "A paper" and made.embfile_count() == 0
        assert [link["uri"] for link in made[0].get_links()] == ["mailto:team@ashdown.gov.uk", "https://a.example/"]
        assert list(made[0].annots()) == []
    assert words_of(path) == words_of(path.with_name("copy.pdf"))


def test_pages_left_out_are_empty_and_bookmarks_to_them_go(tmp_path: Path) -> None:
    document = pymupdf.open()
    for number in (1, 2, 3):
        document.new_page().insert_text((50, 100), f"Sheet {number}")
    document.set_toc([[1, "One", 1], [1, "Two", 2], [2, "Three", 3]])
    path = saved(document, tmp_path)
    copy = copied(path, gone=(2,))
    assert words_of(copy, 2) == LEFT_OUT.split() and words_of(copy, 3) == ["Sheet", "3"]
    with pymupdf.open(copy) as made:
        assert [entry[1] for entry in made.get_toc()] == ["One", "Three"]


def test_a_page_that_cannot_be_cleaned_is_not_in_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = pymupdf.open()
    document.new_page().insert_text((50, 100), "Quentin Zebra")
    path = saved(document, tmp_path)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("damaged")

    monkeypatch.setattr(pymupdf.Page, "apply_redactions", fails)
    assert words_of(copied(path, Withheld((Shown(1, (40, 80, 200, 110), MARK),)))) == CANNOT_BE_CLEANED.split()


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page().insert_text((50, 100), "Quentin Zebra spoke")
    path = saved(document, tmp_path)
    withheld = Withheld((Shown(1, (40, 80, 200, 110), f"{MARK} spoke"),))
    first = copied(path, withheld).read_bytes()
    assert first == copied(path, withheld).read_bytes()
