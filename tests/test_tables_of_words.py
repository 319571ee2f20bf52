"""Tables of words whose columns stand close, heads far above their rows, and rows that a page break cuts off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf

from tracker.papers import read_paper

PROSE = (
    "The group heard what each partner had done since the summer and what was left to do before",
    "the new year. Members thanked the wardens, who had walked the towpath every evening in the",
    "autumn, and asked that the lamps beside the lock be mended as soon as parts can be had.",
)


def _put(page: pymupdf.Page, xs: Sequence[float], y: float, row: Sequence[str], bold: bool = False) -> None:
    for x, text in zip(xs, row, strict=True):
        for k, line in enumerate(text.split("\n")):
            page.insert_text((x, y + 12 * k), line, fontname="hebo" if bold else "helv", fontsize=10)


def _prose(page: pymupdf.Page, y: float) -> None:
    for k, line in enumerate(PROSE):
        page.insert_text((60, y + 12 * k), line, fontname="helv", fontsize=10)


def _rows(document: pymupdf.Document, path: Path) -> list[list[list[str]]]:
    document.save(path)
    return [
        [[cell.text if cell else "" for cell in row] for row in block.rows]
        for page in read_paper(path).pages
        for block in page.blocks
        if block.kind == "table"
    ]


def _end(text: str, x: float) -> float:
    return x + pymupdf.get_text_length(text, "helv", 10)


def test_long_entries_run_up_to_the_next_column(tmp_path: Path) -> None:
    rows = [
        ["Present:", "Mr Marsh (in the chair)", "Member for safer streets"],
        ["", "Ms Oduya", "Borough police"],
        ["", "Ms Stone", "Fire brigade"],
        ["", "Ms Tremayne", "Youth service"],
        ["Apologies:", "Mr Frey", "Probation service"],
        ["In attendance:", "Ms Quist", "Clerk"],
    ]
    xs = [60, _end("In attendance:", 60) + 4]
    xs.append(_end(rows[0][1], xs[1]) + 4)
    document = pymupdf.open()
    page = document.new_page()
    for k, row in enumerate(rows):
        _put(page, xs, 100 + 15 * k, row)
    _prose(page, 200)
    assert _rows(document, tmp_path / "present.pdf") == [rows]


def test_prose_whose_words_chance_to_stand_in_line_is_no_table(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    for k in range(12):
        _prose(page, 90 + 48 * k)
    assert not _rows(document, tmp_path / "prose.pdf")


def test_a_plan_with_level_middles_and_close_columns(tmp_path: Path) -> None:
    rows = [
        ["Meeting", "Item", "Lead officer"],
        ["4 March 2026", "Action plan on thefts\nof bicycles", "Head of parks\nand streets"],
        ["4 March 2026", "Needs of night\nworkers", "Director of public health"],
        ["10 June 2026", "Annual report 2025/26", "Head of parks\nand streets"],
    ]
    xs = [60.0, _end("10 June 2026", 60) + 4, 300.0]
    document = pymupdf.open()
    page = document.new_page()
    _put(page, xs, 90, rows[0], bold=True)
    for k, row in enumerate(rows[1:]):
        for x, text in zip(xs, row, strict=True):
            _put(page, [x], 120 + 38 * k - 6 * text.count("\n"), [text])
    read = _rows(document, tmp_path / "plan.pdf")
    assert read == [[[text.replace("\n", " ") for text in row] for row in rows]]


def test_a_bold_head_whose_names_are_wider_than_the_figures_below(tmp_path: Path) -> None:
    rows = [
        ["Ward", "Taken from", "Taken from homes", "Total"],
        ["Abbey", "14", "37", "51"],
        ["Eastgate", "22", "48", "70"],
        ["Millpond", "9", "30", "39"],
        ["Town", "45", "115", "160"],
    ]
    bold = [pymupdf.get_text_length(t, "hebo", 10) for t in rows[0]]
    xs = [60.0, 120.0, 120 + bold[1] + 4.5, 120 + bold[1] + bold[2] + 9]
    document = pymupdf.open()
    page = document.new_page()
    for k, row in enumerate(rows):
        _put(page, xs, 100 + 27 * k, row, bold=k == 0)
    _prose(page, 260)
    assert _rows(document, tmp_path / "wards.pdf") == [rows]


def _over_a_page(last: Sequence[str], tmp_path: Path) -> list[list[list[str]]]:
    xs = [60.0, 200.0, 260.0, 330.0]
    document = pymupdf.open()
    page = document.new_page()
    for k in range(10):
        _prose(page, 80 + 44 * k)
    _put(page, xs, 620, ["Offence", "2024", "2025", "What was done"], bold=True)
    for k, name in enumerate(("Arson", "Burglary", "Robbery", "Theft of boats")):
        _put(page, xs, 645 + 25 * k, [name, str(40 + k), str(55 - 2 * k), "Patrols were added at night"])
    page = document.new_page()
    _put(page, xs, 80, last)
    _prose(page, 130)
    _prose(page, 180)
    return _rows(document, tmp_path / "over.pdf")


def test_a_row_alone_on_the_next_page_joins_its_table(tmp_path: Path) -> None:
    (table,) = _over_a_page(["Hoax calls", "9", "12", "None"], tmp_path)
    assert table[-2:] == [
        ["Theft of boats", "43", "49", "Patrols were added at night"],
        ["Hoax calls", "9", "12", "None"],
    ]


def test_the_rest_of_a_cell_on_the_next_page_joins_its_row(tmp_path: Path) -> None:
    (table,) = _over_a_page(["", "", "", "and on market days."], tmp_path)
    assert table[-1] == ["Theft of boats", "43", "49", "Patrols were added at night and on market days."]


def test_prose_on_the_next_page_stays_prose(tmp_path: Path) -> None:
    (table,) = _over_a_page(["The next meeting is on 4 March.", "", "", ""], tmp_path)
    assert [row[0] for row in table] == ["Offence", "Arson", "Burglary", "Robbery", "Theft of boats"]
