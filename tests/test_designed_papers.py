"""Strategies and annual reports as designers set them: plans on a page, targets beside promises, columns."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_sentences import promises_around
from tracker.papers.columns import find_columns
from tracker.papers.content import PrintedWord
from tracker.papers.headings import QUOTED_AND_WHO
from tracker.papers.lines import Line, make_line
from tracker.records import Paper, PaperFacts, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Marlbrook Partnership", place="Marlbrook")


def facts_of(made: Paper) -> PaperFacts:
    return understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)


def marks_of(text: str) -> dict[str, str]:
    found = facts_of(paper(text, kind="strategy", title="Marlbrook Safety Strategy 2031–2034"))
    return {o.as_printed: " ".join(f"{k}={v}" for k, v in dict(o.breakdown).items()) for o in found.observations}


def test_what_is_planned_or_aimed_at_is_marked_so() -> None:
    shown = marks_of(
        """
        # Marlbrook Safety Strategy 2031–2034
        ## Robbery
        There were 212 robberies in 2030/31.
        ### What we will do
        - Train 90 door staff by May 2032
        ### How we will measure success
        - Raise the share of victims who are called back within a day from 61% to 85% by 2033
        - Fewer than 140 robberies a year by 2034
        """
    )
    assert shown["212"] == ""
    assert shown["90"] == "plan=planned"
    assert "measure=target" not in shown["61%"]
    assert shown["85%"] == "measure=target"
    assert shown["140"] == "measure=target"


def test_the_number_of_a_priority_in_a_plan_s_table_is_no_figure() -> None:
    shown = marks_of(
        """
        # Marlbrook Safety Strategy 2031–2034
        ## Action plan
        | Action | Lead | By when | Priority
        | Open a safe space in the arcade | Town Team | May 2032 | 1
        | Publish a needs assessment | Public Health | June 2032 | 2
        | Begin mentoring for pupils | Youth Service | July 2032 | 3
        """
    )
    assert not shown


PLAN_ON_A_PAGE = """
# Marlbrook Safety Strategy 2031–2034
## Our plan on a page
### Priority one
**Safer high streets**
#### Outcomes
- Fewer people are robbed
- Shoppers feel safe
### Priority two
**Help for young people**
#### Outcomes
- Fewer children are exploited
- Young people trust us
==== 
## Priority one: Safer high streets
### What we will do
- Open a night shelter by May 2032
## Priority two: Help for young people
### What we will do
- Hire two mentors
"""


def test_a_plan_on_a_page_gives_the_outcomes_of_the_priorities_it_names() -> None:
    found = facts_of(paper(PLAN_ON_A_PAGE, kind="strategy", title="Marlbrook Safety Strategy 2031–2034"))
    assert [(p.number, p.title) for p in found.priorities] == [
        ("1", "Safer high streets"),
        ("2", "Help for young people"),
    ]
    assert all(w.source.words == w.text for p in found.priorities for w in p.wordings)
    assert [(o.number, o.title) for o in found.outcomes] == [
        ("1.1", "Fewer people are robbed"),
        ("1.2", "Shoppers feel safe"),
        ("2.1", "Fewer children are exploited"),
        ("2.2", "Young people trust us"),
    ]
    assert [c.text for c in found.commitments] == ["Open a night shelter by May 2032", "Hire two mentors"]


def test_listed_priorities_of_a_report_are_no_promises_and_no_strategy_s_name() -> None:
    found = facts_of(
        paper(
            """
            # Annual Report 2030–31
            ## Our priorities for 2030–33
            - Safer high streets – fewer people are robbed and shoppers feel safe
            - Help for young people – no child is drawn into harm
            ## Priority 1: Safer high streets
            ### What next?
            - Open a night shelter by May 2032
            ## Priority 2: Help for young people
            Mentors met 41 pupils.
            """,
            kind="annual report",
            title="Annual Report 2030–31",
        )
    )
    assert [c.text for c in found.commitments] == ["Open a night shelter by May 2032"]
    assert [s.title for s in found.strategies] == ["Marlbrook Partnership priorities 2030-33"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Expand the Lighthouse Hub to cover young adults.", "the board"),
        ("Three delivery groups, one for each priority, will report every quarter.", "Three delivery groups"),
        ("Housing Options to confirm the dates.", "Housing Options"),
    ],
)
def test_who_acts_is_not_what_is_acted_upon(text: str, who: str) -> None:
    (promise,) = promises_around(text, Around("", "the board", planned=True, actor="the board"))
    assert promise.who == who


def test_what_it_is_all_for_is_no_promise() -> None:
    said = "Our vision: Marlbrook is a place where everyone can get help early."
    assert not tuple(promises_around(said, Around("", "the board")))


def test_the_year_that_a_number_is_level_with_is_not_its_own() -> None:
    found = facts_of(
        paper(
            """
            # Annual Report 2030–31
            ## Young people
            Knife crime with injury stood at 22, level with last year.
            """,
            kind="annual report",
            title="Annual Report 2030–31",
        )
    )
    assert {o.as_printed: o.period_start for o in found.observations}["22"] == "2030-04-01"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“They believed me from the very first day.” Someone helped by our service", True),
        ("“Stop, look and talk”: our offer to schools", False),
        ("What people told us", False),
    ],
)
def test_a_pull_quote_with_its_speaker_is_no_title(text: str, quoted: bool) -> None:
    assert bool(QUOTED_AND_WHO.match(text)) is quoted


def _line(text: str, x: float, y: float, size: float = 10.0) -> Line:
    """A line as wide as its letters, its baseline at ``y``."""
    box = (x, y - 0.9 * size, x + 0.5 * size * len(text), y + 0.2 * size)
    return make_line(1, [PrintedWord(text, box, y, "f", size, False, False, 0, 1)])


def _read(lines: list[Line]) -> list[str]:
    return [t.text for column in find_columns(lines, []) for t in column.things if isinstance(t, Line)]


def _column(name: str, x: float, y: float, lines: int) -> list[Line]:
    return [_line(f"{name}{n} a column of running text", x, y + 12 * n) for n in range(lines)]


def test_a_title_over_all_the_page_parts_what_stands_in_columns_above_and_below_it() -> None:
    lines = [
        *_column("a", 60, 100, 6),
        *_column("b", 310, 100, 5),
        _line("About us", 60, 195, 18),
        *_column("c", 60, 220, 4),
        *_column("d", 310, 222, 6),
    ]
    assert [t[:2] for t in _read(lines)] == [
        *(f"a{n}" for n in range(6)),
        *(f"b{n}" for n in range(5)),
        "Ab",
        *(f"c{n}" for n in range(4)),
        *(f"d{n}" for n in range(6)),
    ]


def test_a_heading_in_one_column_parts_only_that_column() -> None:
    beside = [*_column("a", 60, 100, 5), _line("About us", 60, 185, 18), *_column("c", 60, 210, 5)]
    through = [*beside, *_column("b", 310, 100, 14)]
    short = [*beside, *_column("b", 310, 100, 4)]
    for lines in (through, short):
        assert [t[0] for t in _read(lines)][:11] == [*"aaaaa", "A", *"ccccc"]


def test_a_table_of_what_was_said_and_done_promises_only_what_is_next() -> None:
    found = facts_of(
        paper(
            """
            # Annual Report 2030–31
            ## What we said, what we did, what next
            | What we said | What we did | What next
            | Train 200 wardens in first aid | We trained 241 wardens. | Train a further 150 by March 2032
            | Open a haven | The haven opened in June 2030 and helped 1,104 people. | Extend its hours by May 2032
            """,
            kind="annual report",
            title="Annual Report 2030–31",
        )
    )
    assert [c.text for c in found.commitments] == ["Train a further 150 by March 2032", "Extend its hours by May 2032"]


def test_a_table_whose_labels_end_in_values_is_not_shown_as_fact() -> None:
    rows = ["All crime 9,644 | 9,812 | 9,478", "Reports 4,480 | 3,951 | 4,206", "Entrants 158 | 151 | 144"]
    apart = [row.replace(" 9,6", " | 9,6").replace(" 4,480", " | 4,480").replace(" 158", " | 158") for row in rows]
    for heads, body, trust in (
        ("| Measure | 2028/29 | 2029/30", rows, {"unsure"}),
        ("| Measure | 2028/29 | 2029/30 | 2030/31", apart, {"machine-read"}),
    ):
        table = "\n".join([heads, *(f"| {row}" for row in body)])
        found = facts_of(paper(f"# Annual Report\n## Performance summary\n{table}", title="Annual Report"))
        assert {o.trust for o in found.observations} == trust


def test_a_performance_report_s_priorities_are_the_board_s() -> None:
    found = facts_of(
        paper(
            """
            # Community Safety Performance Update
            ## Priority 1: Violence
            Offences fell.
            ## Priority 2: Theft
            Offences rose.
            """,
            title="Community Safety Performance Update",
        )
    )
    assert [s.title for s in found.strategies] == ["Marlbrook Partnership priorities"]


def test_who_has_agreed_is_named_without_the_verb() -> None:
    (promise,) = promises_around("Marl Council has agreed to fund two mentors.", Around("", "the board"))
    assert promise.who == "Marl Council"
