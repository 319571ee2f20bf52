"""Columns of sheets whose figures stand to both sides, lines named at their ends, rows of labels with large numbers,
and letters whose answers carry only the number of their question."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from papers_by_hand import paper
from test_charts_read import canvas_of, told, words
from test_charts_read import figures as drawings
from test_observations import told as shown_in
from test_other_boards import facts_of
from tracker.facts.figures.head_periods import quarter_of_months
from tracker.facts.wording.periods import Context, period_of
from tracker.papers import read_paper


def _table(path: Path) -> list[list[str]]:
    table = next(b for page in read_paper(path).pages for b in page.blocks if b.kind == "table")
    return [[cell.text if cell else "^" for cell in row] for row in table.rows]


def test_text_set_left_and_numbers_set_right_with_next_to_no_air_between_are_columns(tmp_path: Path) -> None:
    """A sheet program's print: cells a hair apart, shares typed as text, a rating right behind the number."""
    canvas = Canvas(str(tmp_path / "sheet.pdf"), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 9)
    lefts = [160 + 42 * k for k in range(6)]
    canvas.drawString(40, 760, "Measure")
    for left, head in zip(lefts, ("Q1 23/24", "Q2 23/24", "Q3 23/24", "Q4 23/24", "Target", "Status"), strict=True):
        canvas.drawCentredString(left + 20, 760, head)
    rows = (
        ("Litter reports", "212", "190", "1204", "231", "900", "Amber"),
        ("Cases closed in time", "71%", "74%", "70%", "78%", "75%", "Green"),
        ("Visits to homes", "48", "1051", "60", "44", "50", "Green"),
        ("Bins missed", "30", "28", "17", "1002", "25", "Red"),
        ("Calls answered", "46%", "44%", "43%", "48%", "48%", "Green"),
        ("Days to let a home", "38", "41", "36", "33", "1030", "Amber"),
    )
    canvas.setFont("Helvetica", 9)
    for r, (label, *cells) in enumerate(rows):
        canvas.drawString(40, 742 - 16 * r, label)
        for left, cell in zip(lefts, cells, strict=True):
            if cell.isdigit():
                canvas.drawRightString(left + 40, 742 - 16 * r, cell)
            else:
                canvas.drawString(left, 742 - 16 * r, cell)
    canvas.save()
    assert _table(tmp_path / "sheet.pdf")[1:] == [list(row) for row in rows]


def test_lines_without_a_legend_are_named_at_their_ends(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path)
    tones = ((0.1, 0.4, 0.6), (0.9, 0.5, 0.2))
    series = (("Calls", (40, 52, 61, 44)), ("Visits", (30, 35, 38, 22)))
    for k in range(4):
        words(canvas, 120 + 80 * k, 186, f"Q{k + 1}", centre=True)
    for tone, (name, values) in zip(tones, series, strict=True):
        canvas.setStrokeColorRGB(*tone)
        canvas.setLineWidth(2)
        path = canvas.beginPath()
        for k, value in enumerate(values):
            (path.moveTo if k == 0 else path.lineTo)(120 + 80 * k, 200 + 2 * value)
        canvas.drawPath(path)
        for k, value in enumerate(values):
            words(canvas, 120 + 80 * k, 205 + 2 * value, str(value), centre=True)
        canvas.setFillColorRGB(*tone)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(368, 200 + 2 * values[-1] - 3, name)
    assert told(drawings(canvas)[0]) == {
        (f"Q{k + 1}", name, str(value)) for name, values in series for k, value in enumerate(values)
    }


def test_a_large_number_is_named_by_the_label_level_with_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "rows.pdf"), pagesize=landscape(A4), invariant=1)
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(40, 540, "Help for tenants, July to September 2023")
    rows = (("Tenants visited at home", "1,312", "+6% on Q2 2022/23"), ("Grants paid out", "284", "-3% on Q2 2022/23"))
    for n, (label, number, change) in enumerate(rows):
        for x, text, size in ((40, label, 15), (420, number, 28), (600, change, 11)):
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, 420 - 90 * n, text)
    canvas.save()
    shown = shown_in(read_paper(tmp_path / "rows.pdf"))
    assert {(name, value, start, end) for name, _, start, end, value in shown} == {
        ("Tenants visited at home", "1312", "2023-07-01", "2023-09-30"),
        ("Grants paid out", "284", "2023-07-01", "2023-09-30"),
    }


LETTER = """# Bicycle theft
Our ref: FOI 2024/0311
Thank you for your request received on 2 February 2024, in which you asked:
1. How many offences involving a stolen bicycle were recorded in 2021/22 and 2022/23, by place? 2. How many of those offences led to a charge?
## Response
Question 1
| Place | 2021/22 | 2022/23 |
|---|---|---|
| Street | 41 | 55 |
| Station | 33 | 38 |
Question 2
| Outcome | 2021/22 | 2022/23 |
|---|---|---|
| Charged | 7 | 9 |
| No suspect | 60 | 81 |
"""  # noqa: E501


def test_tables_below_the_number_of_a_question_are_named_by_it() -> None:
    found = facts_of(paper(LETTER, kind="foi answer", title="Bicycle theft")).observations
    names = {(o.value, ";".join(words for _, words in o.breakdown)) for o in found if o.trust != "unsure"}
    assert ("41", "Street") in names
    assert ("81", "No suspect") in names
    titles = {o.indicator for o in found}
    assert len(titles) == 1, "what led to a charge is one outcome of several, not what the table counts"
    assert "bicycle" in titles.pop()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("NOV – OCT 2021/22", "2021-11-01", "2022-10-31"),
        ("Oct – Mar 2022/23", "2022-10-01", "2023-03-31"),
        ("2023 (to 30 November)", "2023-01-01", "2023-11-30"),
        ("2023/24 (to 31 December)", "2023-04-01", "2023-12-31"),
        ("2023 to date", "2023-01-01", ""),
    ],
)
def test_parts_of_years_and_years_of_their_own(text: str, start: str, end: str) -> None:
    found = period_of(text, Context(published="2024-01-15"))
    assert found is not None
    assert (found.start, found.end) == (start, end)


TWO_LETTERS = """
# Cycle lanes
Our reference: FOI 3101
Date: 3 March 2025
Dear Requester
I am writing in respect of your request, which we received on 10 February 2025. The information you asked for is below.
**Q1. Number of applications for a cycle permit, and number refused, for calendar years 2023 and 2024.**
| Year | Applications | Refused |
| 2023 | 41 | 6 |
| 2024 | 57 | 9 |
**Q2. Number of permits for which a fee was paid in 2024.**
48, of which 31 related to commuting and 17 to leisure.
**Q3. How many warning letters were sent for obstruction, and how many prosecutions were brought?**
2022/23 - 14 WLs, 2 prosecutions
2023/24 - 19 WLs, 3 prosecutions
# School gates
Our reference: FOI 3144
Date: 21 March 2025
Dear Requester
I am writing in respect of your request, which we received on 24 February 2025. The information you asked for is below.
**Please state, for each academic year since 2022/23, the number of collisions outside schools.**
| Academic year | Collisions |
| 2022/23 | 12 |
| 2023/24 | 15 |
**How much does the council spend on crossing patrols?**
The budget for 2024/25 is £81,000. In 2023/24 we spent £79,400.
**How many patrols were there in 2023/24?**
127, all of them in term time. Please note that two of the sites only opened on 4 September 2023.
"""


def test_a_paper_of_several_letters_is_read_letter_by_letter() -> None:
    """Each letter has its own request; what a question leaves open is not answered by the next letter's tables."""
    facts = facts_of(paper(TWO_LETTERS, kind="foi answer", title="Responses January to March"))
    assert [request.reference for request in facts.requests] == ["FOI 3101", "FOI 3144"]
    assert [len(request.questions) for request in facts.requests] == [3, 3]
    assert facts.requests[1].responded == "2025-03-21"
    titles = {i.id: i.title for i in facts.indicators}
    found = {
        (titles[o.indicator], ";".join(words for _, words in o.breakdown), o.period_start, o.value): o.trust
        for o in facts.observations
    }
    shown = {key for key, trust in found.items() if trust != "unsure"}
    assert {
        ("Permits for which a fee was paid", "", "2024-01-01", "48"),
        ("Permits for which a fee was paid", "related to commuting", "2024-01-01", "31"),
        ("Permits for which a fee was paid", "related to leisure", "2024-01-01", "17"),
        ("Warning letters sent for obstruction", "", "2023-04-01", "19"),
        ("Prosecutions brought", "", "2023-04-01", "3"),
        ("Crossing patrols: budget", "", "2024-04-01", "81000"),
        ("Spend on crossing patrols", "", "2023-04-01", "79400"),
    } <= shown
    assert any(start == "2022-09-01" and value == "12" for _, _, start, value in shown), "a year of schools"
    assert any(start == "2023-04-01" and value == "127" for _, _, start, value in shown), "the question's year"
    assert all("cycle" in title.lower() for title, _, _, value in shown if value in ("6", "57"))


def test_one_letter_that_names_another_reference_stays_one() -> None:
    one = TWO_LETTERS.replace("# School gates\nOur reference: FOI 3144\nDate: 21 March 2025\nDear Requester\n", "")
    facts = facts_of(paper(one + "Your earlier request FOI 3020 was answered in January.", kind="foi answer"))
    assert len(facts.requests) == 1


NAMED_REQUESTS = """# Damp and repairs
Our reference: FOI 5512
Date: 9 September 2024
I write in response to your request of 2 August 2024. The Council holds the information you have asked for.
**1. The number of repair orders raised for damp, by quarter, since April 2022.**
| Repair orders raised for damp | 2022/23 | 2023/24 | 2024/25 to date |
| Quarter 1 (April to June) | 62 | 71 | 83 |
| Quarter 2 (July to September) | 68 | 77 | – |
| Quarter 3 (October to December) | 75 | 79 | – |
| Quarter 4 (January to March) | 81 | 92 | – |
Values lower than six have been withheld so that nobody can be identified.
**2. The number of those tenants for whom a move was approved and the average time in hotels.**
In 2023/24 a move was approved for 57 tenants.
**3. The sum spent on the Dry Homes scheme in each of the last two years.**
Expenditure was £31,400 in 2022/23 and £36,250 in 2023/24.
**4. How many fixed penalty notices for litter have been paid, and how much has been received?**
Of the 118 notices issued in 2023/24, 77 were paid. The sum received was £6,160.
"""


def test_requests_put_as_bold_nouns_are_each_answered_below() -> None:
    facts = facts_of(paper(NAMED_REQUESTS, kind="foi answer", title="Damp and repairs"))
    (request,) = facts.requests
    assert [question.number for question in request.questions] == ["1", "2", "3", "4"]
    assert all(question.answered for question in request.questions)
    titles = {i.id: i.title for i in facts.indicators}
    shown = {
        (titles[o.indicator], o.period_start, o.period_end, o.value) for o in facts.observations if o.trust != "unsure"
    }
    assert {
        ("Repair orders raised for damp", "2022-04-01", "2022-06-30", "62"),
        ("Repair orders raised for damp", "2024-01-01", "2024-03-31", "92"),
        ("Repair orders raised for damp", "2024-04-01", "2024-06-30", "83"),
        ("Spend on the Dry Homes scheme", "2022-04-01", "2023-03-31", "31400"),
        ("Spend on the Dry Homes scheme", "2023-04-01", "2024-03-31", "36250"),
        ("Fixed penalty notices for litter issued", "2023-04-01", "2024-03-31", "118"),
        ("Fixed penalty notices for litter: sum received", "2023-04-01", "2024-03-31", "6160"),
    } <= shown
    assert not any(value == "6" for _, _, _, value in shown), "a rule for what is withheld counts nothing"


def test_bold_steps_under_a_number_ask_nothing() -> None:
    """Numbered lines in bold that say what to do, or what is sought nowhere else, are not the questions of a letter."""
    steps = NAMED_REQUESTS
    for n, opening in enumerate(("The number of", "The number of", "The sum spent"), start=1):
        steps = steps.replace(f"**{n}. {opening}", f"**{n}. Our review of {opening.lower()}")
    (request,) = facts_of(paper(steps, kind="foi answer", title="Damp and repairs")).requests
    assert not any(question.number in ("1", "2", "3") and question.answered for question in request.questions)


def test_a_quarter_whose_months_are_of_another_calendar_is_not_of_the_financial_year() -> None:
    assert quarter_of_months("Quarter 1 (April to June)") == 1
    assert quarter_of_months("Q4: January to March") == 4
    assert quarter_of_months("Quarter 1 (January to March)") == 0
    assert quarter_of_months("Quarter 1 (all wards)") == 0
