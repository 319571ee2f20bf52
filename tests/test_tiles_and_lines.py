"""Figures set large beside, over and under their words; slices and lines told apart; letters answered one by one."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from papers_by_hand import paper
from test_charts_read import bar, canvas_of, told, words
from test_charts_read import figures as drawings
from test_observations import told as shown_in
from test_other_boards import facts_of
from tracker.facts.figures.answer_entries import entries_of
from tracker.facts.figures.question_names import asked
from tracker.facts.figures.slide_periods import is_change_on
from tracker.facts.figures.tile_lines import lines_of, without_lines
from tracker.facts.wording.periods import Context, find_periods
from tracker.papers import read_paper
from tracker.papers.content import PrintedWord
from tracker.papers.grounds import lies_on_cards
from tracker.records import Block

TEXT = "The wardens looked after the streets and the parks of the town by day and by night."


def _page(path: Path, title: str) -> Canvas:
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(40, 790, title)
    canvas.setFont("Helvetica", 10)
    for n in range(8):
        canvas.drawString(40, 200 - 14 * n, TEXT)
    return canvas


def _put(canvas: Canvas, x: float, y: float, text: str, size: float, centre: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if size > 14 else "Helvetica", size)
    (canvas.drawCentredString if centre else canvas.drawString)(x, y, text)


def _callouts(path: Path) -> list[str]:
    blocks: list[Block] = [b for page in read_paper(path).pages for b in page.blocks]
    return [b.text for b in blocks if b.role == "callout"]


def _observed(path: Path) -> set[tuple[str, str, str]]:
    return {(value, start, end) for _, _, start, end, value in shown_in(read_paper(path))}


# ---- tiles -----------------------------------------------------------------------------------------------------------


def test_a_large_figure_is_read_with_the_lines_beside_it(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "beside.pdf", "What the wardens did")
    for n, (number, lines) in enumerate(
        (("96", ("warnings given to people", "who dropped litter")), ("4,310", ("hours walked in the parks",)))
    ):
        _put(canvas, 40, 690 - 70 * n, number, 28)
        for k, line in enumerate(lines):
            _put(
                canvas,
                54 + stringWidth(number, "Helvetica-Bold", 28),
                690 - 70 * n + (12 if len(lines) > 1 else 5) - 13 * k,
                line,
                10,
            )
    canvas.save()
    assert _callouts(tmp_path / "beside.pdf") == [
        "96 warnings given to people who dropped litter",
        "4,310 hours walked in the parks",
    ]


def test_tiles_in_rows_without_grounds_are_no_table_and_each_is_whole(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "rows.pdf", "Help for people who use drugs")
    tiles = (
        ("658", "adults in treatment"),
        ("41%", "of them left it well"),
        ("1,120", "kits given out"),
        ("14", "deaths"),
    )
    for n, (number, name) in enumerate(tiles):
        x, y = 60 + 220 * (n % 2), 700 - 80 * (n // 2)
        _put(canvas, x, y, number, 24)
        _put(canvas, x, y - 16, name, 10)
    canvas.save()
    assert set(_callouts(tmp_path / "rows.pdf")) == {f"{number} {name}" for number, name in tiles}


def test_a_sentence_reads_on_through_its_large_figure(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "sentences.pdf", "A year of work")
    for n, (lead, figure, rest) in enumerate(
        (("We dealt with", "1,284", "complaints about noise"), ("", "19 homes", "were given new locks"))
    ):
        y = 700 - 90 * n
        _put(canvas, 60, y + 28, lead, 10)
        _put(canvas, 60, y, figure, 24)
        _put(canvas, 60, y - 16, rest, 10)
    canvas.save()
    assert _callouts(tmp_path / "sentences.pdf") == [
        "We dealt with 1,284 complaints about noise",
        "19 homes were given new locks",
    ]


def test_cards_close_to_each_other_and_beside_text_are_read_one_by_one(tmp_path: Path) -> None:
    """The large figures of two cards make no line, nor a column of text and a row of cards a table."""
    canvas = _page(tmp_path / "cards.pdf", "A year of work")
    for k, line in enumerate(
        ("Noise fell last year. We heard", "of 96 parties, compared with", "128 the year before.")
    ):
        _put(canvas, 40, 730 - 14 * k, line, 10)
    cards = (
        ("512", ("bins", "mended")),
        ("£41k", ("given to", "youth clubs")),
        ("1,284", ("hours walked", "by wardens")),
    )
    for n, (number, lines) in enumerate(cards):
        x = 300 + 84 * n
        canvas.setFillGray(0.9)
        canvas.rect(x, 690, 76, 64, stroke=0, fill=1)
        canvas.setFillGray(0)
        _put(canvas, x + 6, 728, number, 22)
        for k, line in enumerate(lines):
            _put(canvas, x + 6, 714 - 10 * k, line, 8)
    canvas.save()
    blocks = [b for page in read_paper(tmp_path / "cards.pdf").pages for b in page.blocks]
    assert not [b for b in blocks if b.kind == "table"]
    texts = [b.text for b in blocks]
    assert {f"{number} {' '.join(lines)}" for number, lines in cards} <= set(texts)
    assert "Noise fell last year. We heard of 96 parties, compared with 128 the year before." in texts


@pytest.mark.parametrize(("large", "told"), [(22.0, True), (9.0, False)], ids=["cards", "shaded columns of a table"])
def test_a_column_of_text_beside_cards_makes_no_table_of_them(large: float, told: bool) -> None:
    texts = [(x, y, 9.0) for x in (40, 90, 140, 190) for y in (100, 112, 124)]
    figures = [(x, y, size) for x in (310, 400) for y, size in ((100, large), (124, 9.0))]
    words = [
        PrintedWord("12", (x, y, x + 30, y + size), y + size, "f", size, False, False, 0, 1)
        for x, y, size in (*texts, *figures)
    ]
    assert lies_on_cards(words, [(300.0, 95.0, 380.0, 150.0), (390.0, 95.0, 470.0, 150.0)]) is told


def test_a_share_in_a_ring_is_named_by_the_words_under_the_ring(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "rings.pdf", "What people said")
    for n, (share, name) in enumerate((("92%", "felt safer"), ("61%", "knew whom to call"))):
        x = 120 + 200 * n
        canvas.setLineWidth(8)
        canvas.circle(x, 680, 30, stroke=1, fill=0)
        _put(canvas, x, 675, share, 13, centre=True)
        _put(canvas, x, 630, name, 10, centre=True)
    canvas.save()
    assert _callouts(tmp_path / "rings.pdf") == ["92% felt safer", "61% knew whom to call"]


def test_tiles_of_a_years_report_are_of_its_year(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "year.pdf"), pagesize=A4, invariant=1)
    _put(canvas, 40, 700, "Safer together", 30)
    _put(canvas, 40, 660, "Annual report 2023/24", 18)
    canvas.showPage()
    _put(canvas, 40, 790, "Young people", 18)
    for n, (number, name) in enumerate((("3,815", "pupils at workshops"), ("27", "schools visited"))):
        _put(canvas, 40 + 200 * n, 720, number, 28)
        _put(canvas, 40 + 200 * n, 704, name, 10)
    canvas.setFont("Helvetica", 10)
    for n in range(8):
        canvas.drawString(40, 500 - 14 * n, TEXT)
    canvas.save()
    assert _observed(tmp_path / "year.pdf") == {
        ("3815", "2023-04-01", "2024-03-31"),
        ("27", "2023-04-01", "2024-03-31"),
    }


def test_the_small_lines_of_a_tile_are_told_apart() -> None:
    text = (
        "23 Target: fewer than 30 Previous quarter: 27 ▼ England: 7.9% "
        "Rate per 1,000 households: 4.2 (group average 5.0)"
    )
    lines = lines_of(text)
    assert [(line.sort, line.label, line.number.value if line.number else "") for line in lines] == [
        ("aim", "Target", ""),
        ("before", "Previous quarter", "27"),
        ("area", "England", "7.9"),
        ("rate", "Rate per 1,000 households", "4.2"),
        ("area", "group average", "5.0"),
    ]
    assert without_lines(text, lines).split() == ["23", "▼"]


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("▼ 9 on Q1 2023/24", True),
        ("no change on 2021/22", True),
        ("▲ 112 from 2022/23", True),
        ("41 weapons were handed in during 2023/24", False),
    ],
)
def test_what_a_change_is_counted_from_dates_nothing(text: str, compares: bool) -> None:
    (period,) = find_periods(text)
    assert is_change_on(text, period) == compares


# ---- charts ----------------------------------------------------------------------------------------------------------


def test_values_printed_on_slices_belong_to_the_slices_they_stand_in(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    begin = 0.0
    for n, (name, count) in enumerate((("Race", 143), ("Religion", 18), ("Disability", 72))):
        tone, angle = (0.2 + 0.25 * n, 0.5, 0.8 - 0.2 * n), 360 * count / 233
        canvas.setFillColorRGB(*tone)
        canvas.wedge(100, 250, 260, 410, begin, angle, stroke=0, fill=1)
        middle = (begin + angle / 2) * pi / 180
        words(canvas, 180 + 50 * cos(middle), 327 + 50 * sin(middle), str(count), centre=True)
        begin += angle
        bar(canvas, (290, 380 - 24 * n, 9, 9), tone)
        words(canvas, 304, 381 - 24 * n, name)
    assert told(drawings(canvas)[0]) == {("Race", "", "143"), ("Religion", "", "18"), ("Disability", "", "72")}


def test_values_of_lines_that_cross_belong_to_the_line_as_high_as_they_are(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    tones = ((0.1, 0.4, 0.6), (0.9, 0.5, 0.2))
    series = (("Calls", (40, 52, 61, 30)), ("Visits", (30, 35, 58, 47)))
    for k in range(4):
        canvas.setStrokeGray(0.8)
        canvas.line(80, 200 + 40 * k, 420, 200 + 40 * k)
        words(canvas, 120 + 80 * k, 186, f"Q{k + 1}", centre=True)
    for n, (name, values) in enumerate(series):
        canvas.setStrokeColorRGB(*tones[n])
        canvas.setLineWidth(2)
        path = canvas.beginPath()
        for k, value in enumerate(values):
            (path.moveTo if k == 0 else path.lineTo)(120 + 80 * k, 200 + 2 * value)
        canvas.drawPath(path)
        canvas.setFillColorRGB(*tones[n])
        for k, value in enumerate(values):
            canvas.circle(120 + 80 * k, 200 + 2 * value, 2.5, stroke=0, fill=1)
        canvas.line(150 + 100 * n, 160, 168 + 100 * n, 160)
        words(canvas, 172 + 100 * n, 157, name)
        for k, value in enumerate(values):
            words(canvas, 120 + 80 * k, 200 + 2 * value + (5 if n == 0 else -12), str(value), centre=True)
    found = told(drawings(canvas)[0])
    assert found == {(f"Q{k + 1}", name, str(value)) for name, values in series for k, value in enumerate(values)}


# ---- letters ---------------------------------------------------------------------------------------------------------

LETTER = """# Littering and street drinking
Our ref: FOI 2024/0871
Thank you for your request received on 19 July 2024. Our response is set out below.
**1. How many penalty notices did you issue for littering in 2022/23 and 2023/24?**
2022/23 - 81 2023/24 - 103
**2. How many of these were paid?**
60 in 2022/23 and 77 in 2023/24.
**3. How many wardens are employed?**
We do not hold this information. Wardens are one part of the team.
**4. Please list the wards with the most reports of fly-tipping in 2023/24.**
- Harbour: 402
- Castle: 377
"""


def test_a_letter_whose_questions_are_each_followed_by_their_answer() -> None:
    found = facts_of(paper(LETTER, kind="foi answer", title="Littering")).observations
    shown = {
        (o.value, o.period_start, ";".join(words for _, words in o.breakdown)) for o in found if o.trust != "unsure"
    }
    assert shown == {
        ("81", "2022-04-01", ""),
        ("103", "2023-04-01", ""),
        ("60", "2022-04-01", ""),
        ("77", "2023-04-01", ""),
        ("402", "2023-04-01", "Harbour"),
        ("377", "2023-04-01", "Castle"),
    }


def test_answers_go_on_below_their_tables() -> None:
    """A sentence that begins with "Complaints" closes no letter; a long answer opens with the number asked for."""
    text = """
Thank you for your request, which we received on 14 August 2024. We hold the information you asked for.

## Question 1

How many complaints about noise did the council receive, and how many visits did it make?

| Year | Complaints received | Visits made |
| 2022/23 | 318 | 140 |
| 2023/24 | 296 | 133 |

Complaints fell in both years. We upheld 61 complaints in 2023/24.

## Question 2

How many drinking fountains are there in the town?

There are six drinking fountains. They are cleaned by the wardens, who look at each of them in the morning and in the
evening, and who report what is broken to the depot, where parts are kept for the most usual repairs and for the winter.

## Question 3

What did the council spend on wardens?

Spending was £412,300 in 2022/23 and £431,800 in 2023/24.

## Complaints

If you are unhappy, you may ask for a review within 40 days.
"""
    found = facts_of(paper(text, kind="foi answer", title="Noise")).observations
    shown = {(o.value, o.period_start, o.unit) for o in found if o.trust != "unsure"}
    assert {("318", "2022-04-01", "complaints"), ("296", "2023-04-01", "complaints")} <= shown
    assert {("61", "2023-04-01", "complaints"), ("6", "", "fountains")} <= shown
    assert {("412300", "2022-04-01", "GBP"), ("431800", "2023-04-01", "GBP")} <= shown
    assert {o.indicator for o in found if o.unit == "GBP"} == {"spend-on-wardens"}
    assert "40" not in {value for value, *_ in shown}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022-23 £96,135 2023-24 £108,315", ["96135", "108315"]),
        ("41 in 2021/22, 38 in 2022/23 and 35 in 2023/24 to date.", ["41", "38", "35"]),
        ("2021-22 10 notices 2022-23 4 notices", ["10", "4"]),
        ("We moved 41 people in 2021/22 and 38 later.", []),
    ],
)
def test_entries_of_answers(text: str, values: list[str]) -> None:
    assert [entry.number.value for entry in entries_of(text, Context())] == values


@pytest.mark.parametrize(
    ("question", "counted", "name"),
    [
        ("Which roads had the highest number of complaints in 2023?", "", "Complaints"),
        (
            "The number of those households placed outside the town.",
            "households owed a duty",
            "Households owed a duty placed outside the town",
        ),
        (
            "The number of staff trained in first aid in 2022/23, and the cost of the training.",
            "visits",
            "Staff trained in first aid",
        ),
        ("Please break down the noise complaints upheld in the last two years by ward.", "", "Noise complaints upheld"),
        ("Please provide a breakdown of these by ward.", "noise complaints", "Noise complaints"),
        ("How many skips were hired for the parks, for what, and at what cost?", "", "Skips hired for the parks"),
        ("How many water fountains are there in the town?", "", "Water fountains"),
        ("How many water fountains are there on the seafront?", "", "Water fountains: on the seafront"),
        ("What did the council spend on street wardens?", "", "Spend on street wardens"),
        ("What did the council say to the wardens?", "", ""),
    ],
)
def test_names_that_questions_give(question: str, counted: str, name: str) -> None:
    assert asked(question, counted)[1] == name
