"""Habits of the programs that boards use: painted bullets, counted lines, right and wrong tags, false text layers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import make_looks
from conftest import Measured
from make_papers import numbered_report
from test_reading import scores
from tracker.papers import read_paper
from tracker.papers import reading as stages_of_reading
from tracker.papers.claimed_headings import levels_by_claims
from tracker.papers.content import PrintedWord
from tracker.papers.contract import to_contract
from tracker.papers.doubts import is_no_language
from tracker.papers.lines import Line, make_line
from tracker.papers.naming import name_paper
from tracker.papers.spacing import measure_leadings
from tracker.papers.stages import Stages
from tracker.papers.tags import Element, no_element, paragraph_tags
from tracker.records import Block, Page

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(make_looks.MAKERS))
def test_looks(name: str, tmp_path: Path, measured: Measured) -> None:
    key = tmp_path / "key.json"
    key.write_text(json.dumps({"paper": name, "blocks": make_looks.MAKERS[name](tmp_path / "x.pdf")}), encoding="utf-8")
    got = scores(to_contract(read_paper(tmp_path / "x.pdf")), key, tmp_path)
    least = min(got[what] for what in ("headings F1", "paragraphs whole", "list items whole", "order"))
    measured(f"reading, {name}: the least of headings, paragraphs, items, order", "0.97", f"{least:.3f}")
    assert least >= 0.97
    assert min(got["words recall"], got["words precision"]) >= 0.97


@pytest.mark.parametrize(("mark", "blocks"), [("2", 2), ("", 3)])
def test_a_raised_mark_that_pushes_its_line_down_parts_no_paragraph(mark: str, blocks: int, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "note.pdf"), pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 11)
    for n in range(9):
        canvas.drawString(
            60, 760 - 14 * n, f"Wardens went from door to door in all {n} weeks of the spring and wrote down"
        )
    canvas.drawString(60, 600, "Fires in the open have become fewer in every year since the crews began in")
    canvas.drawString(60, 583.5, "2034, against more of them in the county.")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(270, 587.5, mark)
    canvas.save()
    read = [b for b in read_paper(tmp_path / "note.pdf").pages[0].blocks if b.kind == "paragraph"]
    assert len(read) == blocks


def test_numbers_of_lines_are_kept_as_furniture(tmp_path: Path) -> None:
    make_looks.counted_lines(tmp_path / "x.pdf")
    page = read_paper(tmp_path / "x.pdf").pages[0]
    counted = [b.text for b in page.blocks if b.kind == "furniture"]
    assert counted[0].startswith("1 2 3 4 5 6 7 8 9 10 11")


def test_foot_of_a_single_page_and_a_pull_quote(tmp_path: Path) -> None:
    make_looks.one_sheet(tmp_path / "x.pdf")
    blocks = read_paper(tmp_path / "x.pdf").pages[0].blocks
    assert [b.text for b in blocks if b.kind == "furniture"] == [
        "Westmoor Borough Council, Civic Centre, Westmoor",
        "Page 1 of 1",
    ]
    assert [b.text for b in blocks if b.role == "quotation"] == ["“I walk home from the station again.”"]


def test_contents_without_dots_are_a_list(tmp_path: Path) -> None:
    make_looks.contents(tmp_path / "x.pdf")
    blocks = read_paper(tmp_path / "x.pdf").pages[0].blocks
    assert [b.text for b in blocks if b.role == "contents"] == [title for title, _ in make_looks.ENTRIES]
    assert [b.text for b in blocks if b.kind == "heading"] == ["Contents"]


def test_levels_come_from_tags_where_headings_look_alike() -> None:
    path = HERE / "papers" / "tagged_one_dress.pdf"
    blocks = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]
    found = [(b.text, b.level) for page in read_paper(path).pages for b in page.blocks if b.kind == "heading"]
    assert found == [(b["text"], b["level"]) for b in blocks if b["kind"] == "heading"]


def test_wrong_tags_are_left_aside(tmp_path: Path) -> None:
    """One paragraph for a whole page, and one for each line, part nothing rightly: neither is believed."""
    numbered_report(tmp_path / "x.pdf")
    stages = Stages()
    read_paper(tmp_path / "x.pdf", stages=stages)
    leadings = measure_leadings(stages.columns)
    whole_page = lambda line: Element("P", (0, line.page))  # noqa: E731
    each_line = lambda line: Element("P", (line.page, round(line.baseline)))  # noqa: E731
    for wrong in (whole_page, each_line):
        assert paragraph_tags(stages.columns, leadings, wrong) is no_element


def test_levels_that_contradict_the_print_are_left_aside(tmp_path: Path) -> None:
    make_looks.small_headings(tmp_path / "x.pdf")
    stages = Stages()
    read_paper(tmp_path / "x.pdf", stages=stages)
    headings = [(d, body) for drafts, body in zip(stages.drafts, stages.bodies, strict=True) for d in drafts if d.level]
    upside_down = {id(d): 1 if d.size < 12 else 3 for d, _ in headings}
    assert levels_by_claims(headings, upside_down) is None
    assert levels_by_claims(headings, {id(d): 1 for d, _ in headings}) is None


def doubts(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str]:
    """What a page says of itself on a machine that cannot recognise letters."""
    monkeypatch.setattr(stages_of_reading, "can_recognise", lambda: False)
    page = read_paper(path).pages[0]
    return page.has_text, "; ".join(page.doubts)


def test_letters_drawn_as_outlines_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_looks.outlined(tmp_path / "x.pdf")
    has_text, said = doubts(tmp_path / "x.pdf", monkeypatch)
    assert not has_text
    assert "drawn as outlines" in said


@pytest.mark.parametrize("by", [1, -29])
def test_letters_mapped_to_others_are_named(by: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_looks.shifted(tmp_path / "x.pdf", by)
    assert "mapped to nonsense" in doubts(tmp_path / "x.pdf", monkeypatch)[1]


def test_invisible_text_is_left_out_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_looks.invisible(tmp_path / "x.pdf")
    assert "words on this page cannot be seen" in doubts(tmp_path / "x.pdf", monkeypatch)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Cyngor Tref a Phartneriaeth Diogelwch Cymunedol " * 15,
        "MARAC IDVA CSPB MASH YJS DAHA VAWG BCU SNT PSPO CPN CBO " * 8,
        "Edgware Burnt Oak Colindale Hendon Totteridge Underhill Brunswick Park " * 9,
    ],
)
def test_other_tongues_and_abbreviations_are_no_nonsense(text: str) -> None:
    assert not is_no_language(text.split())


def line_of(*texts: str) -> Line:
    words = [
        PrintedWord(text, (50.0 * n, 0.0, 50.0 * n + 40, 10.0), 8.0, "f", 10.0, False, False, 0, 1)
        for n, text in enumerate(texts)
    ]
    return make_line(1, words)


def test_hebrew_and_arabic_are_read_from_the_right() -> None:
    assert line_of("sent", "in", "(ב", "א)", "to", "1,184", "homes").text == "sent in (א ב) to 1,184 homes"
    assert line_of("2024", "בשנת", "1,184", "נרשמו").text == "נרשמו 1,184 בשנת 2024"
    assert line_of("The", "word", "שלום", "stands", "on", "40", "posters").text == "The word שלום stands on 40 posters"


def test_dots_with_spaces_between_lead_to_a_page_and_are_no_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "contents.pdf"), invariant=True)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, 770, "Contents")
    canvas.setFont("Helvetica", 11)
    titles = ("Foreword", "What we promised", "What came of it", "Next year")
    for n, title in enumerate(titles):
        canvas.drawString(72, 740 - 16 * n, title + " ." * (60 - len(title)) + f" {n + 3}")
    canvas.save()
    read = read_paper(tmp_path / "contents.pdf")
    assert tuple(b.text for p in read.pages for b in p.blocks if b.kind == "list_item") == titles


def test_the_running_head_of_a_short_chapter_is_no_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "chapters.pdf"), invariant=True)
    for page in range(1, 9):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 800, "Chapter 1: What we found" if page < 6 else f"Chapter {page - 4}: Place {page}")
        canvas.drawRightString(520, 800, str(page))
        canvas.setFont("Helvetica", 11)
        for n in range(30):
            canvas.drawString(72, 760 - 15 * n, f"Line {n} of page {page} tells of what the partnership did there.")
        canvas.showPage()
    canvas.save()
    read = read_paper(tmp_path / "chapters.pdf")
    assert [
        b.text for p in read.pages for b in p.blocks if b.text.startswith("Chapter") and b.kind != "furniture"
    ] == []
    assert [p.printed for p in read.pages] == [str(n) for n in range(1, 9)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "Wednesday, 6 December 2023 at 10.00 am Committee Room 2, The Guildhall, Castle Street, Otherford OX1 4PQ",
            True,
        ),
        (
            "6 December 2023, 2:30 pm – the Council Chamber on the second floor of the Town Hall in the High Street",
            True,
        ),
        (
            "Otherford Safer Partnership Board, 6 December 2023. Quarter 2 2023/24 (July to September 2023)",
            True,
        ),
        (
            "The plan that was agreed by the Partnership Board on 6 December 2023 was printed in the spring",
            False,
        ),
        (
            "On 6 December 2023 the board agreed that all of its members would look again at how the money is shared",
            False,
        ),
    ],
)
def test_a_line_that_opens_with_the_day_of_a_meeting_dates_a_paper_however_long_it_is(line: str, day: bool) -> None:
    blocks = (
        Block(id="p1-1", kind="heading", level=1, text="Otherford Safer Partnership"),
        Block(id="p1-2", kind="paragraph", text=line),
    )
    page = Page(number=1, width=595, height=842, blocks=blocks)
    assert name_paper([page], (), "")[1] == ("2023-12-06" if day else "")
