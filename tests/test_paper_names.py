"""What a paper is called, and the day it is of, by the lines that boards' papers open with."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tracker.papers import read_paper
from tracker.papers.naming import name_paper
from tracker.records import Block, Cell, Page

BODY = "The partnership tells in this paper what it has done, with whom, and what it means to do in the year to come."


def page_of(*lines: str) -> Page:
    """A page of lines: "# " and "## " lead headings, "| " the cells of a form's row, all others are paragraphs."""
    blocks: list[Block] = []
    for n, line in enumerate(lines):
        marks = len(line) - len(line.lstrip("#"))
        if marks:
            blocks.append(Block(id=f"p1-{n}", kind="heading", level=marks, text=line.lstrip("# ")))
        elif line.startswith("|"):
            cells = tuple(Cell(text=cell.strip()) for cell in line.strip("| ").split("|"))
            blocks.append(Block(id=f"p1-{n}", kind="table", rows=(cells,)))
        else:
            blocks.append(Block(id=f"p1-{n}", kind="paragraph", text=line))
    return Page(number=1, width=595, height=842, blocks=tuple(blocks))


# ruff: noqa: E501
TITLES = [
    # a title page: the body, then what the paper is
    (("# Kelbrook Community Safety Partnership", "Annual Report 2031/32", BODY), "", "Kelbrook Community Safety Partnership: Annual Report 2031/32"),
    (("# Kelbrook Community Safety Partnership", "## Foreword", BODY), "", "Kelbrook Community Safety Partnership"),
    (("# Safer Kelbrook Strategy 2031 to 2034", "## Working together", BODY), "", "Safer Kelbrook Strategy 2031 to 2034"),
    # a title in two lines
    (("# Nuisance in Kelbrook:", "# annual report 2031/32", BODY), "", "Nuisance in Kelbrook: annual report 2031/32"),
    (("# Nuisance and the town centre order", "# Annual report 2031/32", BODY), "", "Nuisance and the town centre order: Annual report 2031/32"),
    # minutes: the body above, without the hour and the room
    (("## KELBROOK SAFETY BOARD", "Minutes of the meeting held on Monday 3 May 2032 at 6.30pm in Room 2, Town Hall", BODY), "", "KELBROOK SAFETY BOARD: Minutes of the meeting held on Monday 3 May 2032"),
    (("# KELBROOK BOROUGH COUNCIL", "At a Meeting of the Scrutiny Committee held in the Guildhall on 3 May 2032", BODY), "", "KELBROOK BOROUGH COUNCIL: Scrutiny Committee"),
    # a report to a committee: the form's row
    (("# KELBROOK DISTRICT COUNCIL", "| Title: | Safety in Kelbrook in 2031/32 |", BODY), "", "Safety in Kelbrook in 2031/32"),
    # letters
    (("# Kelbrook Council", "3 May 2032", "Dear Requester", "## Street drinking and closures", BODY, "# Question 1"), "", "Street drinking and closures"),
    (("3 May 2032", "Our ref: 4471", "Thank you for your request of 2 April.", BODY, "## Response"), "", "Our ref: 4471"),
    (("# Parking notices", "3 May 2032", "Dear Requester", BODY, "# Question 1"), "", "Parking notices"),
    # what the PDF says of itself is believed where its pages print it and it is no file's name
    (("# Kelbrook", "Safety plan for Kelbrook 2031", BODY), "Safety plan for Kelbrook", "Safety plan for Kelbrook"),
    (("# Kelbrook safety minutes 2031", BODY), "kelbrook-safety-minutes-2031", "Kelbrook safety minutes 2031"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "named", "title"), TITLES, ids=[row[2][:40] for row in TITLES])
def test_titles(lines: tuple[str, ...], named: str, title: str) -> None:
    assert name_paper([page_of(*lines)], (), named)[0] == title


DAYS = [
    (("# Annual report", "1 April 2031 to 31 March 2032. Published September 2032", BODY), ""),
    (("# Annual report", "1 April 2031 to 31 March 2032", "Published 4 September 2032", BODY), "2032-09-04"),
    (("# KELBROOK BOARD", "## Minutes of the meeting held on 17 July 2032 in Room 2", BODY, "## MINUTES OF 24 APRIL 2032"), "2032-07-17"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "day"), DAYS)
def test_days(lines: tuple[str, ...], day: str) -> None:
    assert name_paper([page_of(*lines)], (), "")[1] == day


def test_a_letter_that_answers_requests_is_an_answer() -> None:
    lines = (
        "# Kelbrook Council",
        "Our references: 11 and 12",
        "Dear Requester",
        "## Freedom of Information: your two requests",
    )
    assert name_paper([page_of(*lines)], (), "")[2] == "foi answer"


@pytest.mark.parametrize(
    ("first", "pages", "printed"),
    [(2025, 2, [None] * 2), (2025, 5, ["2025", "2026", "2027", "2028", "2029"]), (41, 2, ["41", "42"])],
)
def test_two_years_at_the_foot_are_no_page_numbers(
    first: int, pages: int, printed: list[str | None], tmp_path: Path
) -> None:
    canvas = Canvas(str(tmp_path / "years.pdf"), invariant=True)
    for n in range(pages):
        for line in range(30):
            canvas.drawString(72, 780 - 15 * line, f"Line {line} of page {n} tells of what was done in the town.")
        canvas.drawString(290, 30, str(first + n))
        canvas.showPage()
    canvas.save()
    assert [p.printed or None for p in read_paper(tmp_path / "years.pdf").pages] == printed
