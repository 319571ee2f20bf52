"""The same facts as other authors set them: charts named in headings, heads that say a state, letters with tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from papers_by_hand import paper
from test_charts_read import BLUE, bar, words
from test_charts_read import told as chart_told
from test_observations import told
from tracker.facts import understand
from tracker.facts.context import context_of
from tracker.facts.figures.observe_charts import observe_charts
from tracker.papers import read_paper
from tracker.records import PaperFacts, PaperKind, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(place="Kelbrook", board="Kelbrook Board")


def facts(text: str, kind: PaperKind, title: str) -> PaperFacts:
    made = paper(text, kind=kind, title=title)
    return understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)


def slides(path: Path, pages: list[tuple[str, int, int]]) -> Path:
    """Slides of one look: what was counted, and a chart of its two values at the foot."""
    canvas = Canvas(str(path / "paper.pdf"), pagesize=(960, 540), invariant=1)
    for number, (name, before, now) in enumerate(pages, start=1):
        words(canvas, 40, 500, f"{name} in the town", 24, bold=True)
        words(canvas, 40, 440, "What lies behind it", 14, bold=True)
        for k in range(3):
            words(canvas, 40, 420 - 14 * k, "Officers went through what was sent to the board and said so.", 12)
        words(canvas, 620, 210, f"{name}: 12 months to May", 11, bold=True)
        for k, value in enumerate((before, now)):
            high = 120 * value / max(before, now)
            bar(canvas, (600 + 150 * k, 60, 90, high), BLUE)
            words(canvas, 645 + 150 * k, 64 + high, f"{value:,}", centre=True)
            words(canvas, 645 + 150 * k, 46, f"To May {2032 + k}", centre=True)
        canvas.line(580, 60, 860, 60)
        words(canvas, 450, 20, str(number), 8)
        canvas.showPage()
    canvas.save()
    return path / "paper.pdf"


def test_a_chart_at_the_foot_of_each_slide_keeps_its_names_and_is_called_as_its_heading_says(tmp_path: Path) -> None:
    """The names under the bars stand in one place on every slide, and two bars are as long as one another."""
    pages = [("Fires set", 187, 209), ("Thefts", 2302, 2310), ("Assaults", 93, 71), ("Break-ins", 610, 655)]
    read = read_paper(slides(tmp_path, pages))
    found = observe_charts(context_of(read, "x", PaperSettings(), TRACKER)).drafts
    assert {(d.name, d.value, d.period.start, d.period.end) for d in found} == {
        row
        for name, before, now in pages
        for row in (
            (name, str(before), "2031-06-01", "2032-05-31"),
            (name, str(now), "2032-06-01", "2033-05-31"),
        )
    }


def test_the_longest_bars_value_stands_outside_the_drawing(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "paper.pdf"), invariant=1)
    words(canvas, 70, 560, "Figure 1. Scores: men who improved, by area", bold=True)
    values = {"Drink": 61, "Anger and blame": 87, "Money": 74}
    for k, (name, value) in enumerate(values.items()):
        words(canvas, 70, 530 - 22 * k, name)
        bar(canvas, (190, 526 - 22 * k, 2 * value, 14), BLUE)
        words(canvas, 196 + 2 * value, 530 - 22 * k, f"{value}%", bold=True)
    for k in range(8):
        words(canvas, 70, 380 - 16 * k, "The panel heard from those who ran the course, and from families.", 11)
    canvas.save()
    (figure,) = (b for page in read_paper(tmp_path / "paper.pdf").pages for b in page.blocks if b.kind == "figure")
    assert chart_told(figure) == {(name, "", f"{value}%") for name, value in values.items()}


TABLE = """# Community Trigger
The panel meets each month.
**Table A: Community Trigger cases by meeting**
| Meeting | Cases heard | New cases | Cases closed
| April 2032 | 26 | 7 | 8
| June 2032 | 23 | 5 | 3"""


def test_heads_that_only_say_a_state_are_led_by_what_the_table_is_about() -> None:
    assert {row[0] for row in told(paper(TABLE, kind="report"))} == {
        "Community Trigger: cases heard",
        "Community Trigger: new cases",
        "Community Trigger: cases closed",
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Community Wardens Team, outcomes recorded each month", "Graffiti: use of powers"),
        ("Calls to the service", "Calls to the service"),
    ],
)
def test_who_counted_is_no_caption(line: str, name: str) -> None:
    text = f"""# Graffiti: use of powers
        {line}
        | Power used | March 2033 | April 2033
        | Injunction | 12 | 21
        | Closure | 4 | 9"""
    assert {row[0] for row in told(paper(text, kind="report"))} == {name}


LETTER = """# Your request
Dear applicant
Thank you for the request that we received on 28 January 2033. You asked about safeguarding reviews. It has been handled
under the Freedom of Information Act 2000.
## Reviews of care
| Question | Answer
| Safeguarding reviews begun since 1 January 2032 | None
| Dates on which they began | Not applicable
| Safeguarding reviews awaiting publication | One
| Copies of completed reviews | There are no reviews to provide
## Reviews of deaths
| Question | Answer
| Reviews of deaths begun since 1 January 2032 | Two
| Reason if a review has not been published | The Home Office has not yet signed it off
"""


def test_a_letter_that_answers_in_tables_is_one_request() -> None:
    found = facts(LETTER, kind="foi answer", title="Request for information")
    assert [len(request.questions) for request in found.requests] == [6]
    titles = {i.id: i.title for i in found.indicators}
    assert {(titles[o.indicator], o.value, o.period_start) for o in found.observations if o.trust != "unsure"} == {
        ("Safeguarding reviews begun", "0", "2032-01-01"),
        ("Safeguarding reviews awaiting publication", "1", ""),
        ("Reviews of deaths begun", "2", "2032-01-01"),
    }


def test_kinds_of_what_a_table_counts_have_its_unit() -> None:
    text = """# CCTV incidents by ward: 3 months to May 2033
        | Ward | Burglary | Fire | Missing Person
        | Harbour | 3 | 1 | 2
        | Castle | 4 | 0 | 1"""
    assert {o.unit for o in facts(text, kind="report", title="Report").observations} == {"incidents"}


def test_tiles_with_a_stripe_at_their_side_are_no_chart(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "paper.pdf"), pagesize=(960, 540), invariant=1)
    words(canvas, 40, 500, "Start well", 24, bold=True)
    for k, (value, name) in enumerate((("82.9%", "of nurseries visited, Q3"), ("311", "catch-up visits, Q3"))):
        bar(canvas, (40 + 450 * k, 370, 430, 86), (0.9, 0.95, 0.95))
        bar(canvas, (40 + 450 * k, 370, 6, 86), BLUE)
        words(canvas, 60 + 450 * k, 420, value, 32, bold=True)
        words(canvas, 60 + 450 * k, 390, name, 12)
    for k in range(4):
        words(
            canvas,
            40,
            320 - 16 * k,
            "Every nursery will be visited by the end of April, and parents will be asked.",
            13,
        )
    canvas.save()
    blocks = [block for page in read_paper(tmp_path / "paper.pdf").pages for block in page.blocks]
    assert not [block for block in blocks if block.kind == "figure"]
