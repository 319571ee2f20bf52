"""What a table's figures are counted in, held against and called: units, comparisons, headings that say nothing."""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from test_observations import SETTINGS, TRACKER, Told, told
from tracker.facts.context import context_of
from tracker.facts.figures.captions import announced
from tracker.facts.figures.heading_topics import is_hollow, names_topic
from tracker.facts.figures.structured import figures_in
from tracker.facts.wording.head_areas import other_area
from tracker.facts.wording.measure_words import measure_of
from tracker.facts.wording.topics import topic_of
from tracker.records import Observation


def observed(text: str) -> list[Observation]:
    read = paper(text, kind="report", title="Report")
    return list(figures_in(context_of(read, "x", SETTINGS, TRACKER))[0].observations)


QUARTERS = """# Fires
    | Measure | Q1 2031/32 | Q4 2031/32 | Q1 2032/33 | {}
    | Bin fires | 40 | 55 | 50 | 25%
    | Barn fires | 20 | 25 | 15 | -25%"""


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Change on year", "Q1 2032/33 vs Q1 2031/32"),
        ("% change from last year", "Q1 2032/33 vs Q1 2031/32"),
        ("Change on quarter", "Q1 2032/33 vs Q4 2031/32"),
        # of the two before it, the head does not say which
        ("% change", "Q1 2032/33"),
    ],
)
def test_what_a_change_is_held_against(head: str, label: str) -> None:
    changes = [o for o in observed(QUARTERS.format(head)) if o.measure == "change"]
    assert [o.period_label for o in changes] == [label, label]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Theft awareness clubs", ("count", "clubs")),
        ("Crime prevention leaflets", ("count", "leaflets")),
        ("Longest queue (minutes)", ("count", "minutes")),
        ("Average queue in hours", ("average", "hours")),
        ("Average time to close a case (working days)", ("average", "working days")),
        ("Mentoring programme: starts", ("count", "starts")),
        # the things counted stay so, whatever stands before or behind them
        ("Arson offences", ("count", "offences")),
        ("Victims supported", ("count", "victims")),
        ("Offences against older residents", ("count", "residents")),
        ("Domestic abuse", ("count", "")),
    ],
)
def test_in_what_a_name_is_counted(name: str, expected: tuple[str, str]) -> None:
    assert measure_of(name) == expected


def test_pounds_in_a_caption_are_of_its_bare_numbers() -> None:
    text = """# Resourcing
    Table 4: Partner payments to the shared fund (£)
    | Payer | 2031/32 | 2032/33
    | Ashdown Council | 61,000 | 64,500
    | Probation | 8,200 | 8,200"""
    assert {(o.measure, o.unit) for o in observed(text)} == {("money", "GBP")}


NAMED: list[tuple[str, str, list[Told]]] = [
    (
        "kinds of trouble between homes are no other area",
        """# Survey
        Table 2: Percentage of tenants troubled by each
        | Type of trouble | 2031 | 2032
        | Noisy neighbours | 11% | 12%
        | Litter | 8% | 7%""",
        [
            ("Tenants troubled by each", "type of trouble=Noisy neighbours", "2031-01-01", "2031-12-31", "11"),
            ("Tenants troubled by each", "type of trouble=Noisy neighbours", "2032-01-01", "2032-12-31", "12"),
            ("Tenants troubled by each", "type of trouble=Litter", "2031-01-01", "2031-12-31", "8"),
            ("Tenants troubled by each", "type of trouble=Litter", "2032-01-01", "2032-12-31", "7"),
        ],
    ),
    (
        "the first of the measures that a caption lists is itself",
        """# Wards
        Table 3: All arson, bin fires and hoax calls by ward, 2031/32
        | Ward | All arson | Bin fires | Hoax calls
        | Elmfield | 31 | 14 | 9
        | Tarn | 22 | 11 | 4""",
        [
            ("All arson", "ward=Elmfield", "2031-04-01", "2032-03-31", "31"),
            ("Bin fires", "ward=Elmfield", "2031-04-01", "2032-03-31", "14"),
            ("Hoax calls", "ward=Elmfield", "2031-04-01", "2032-03-31", "9"),
            ("All arson", "ward=Tarn", "2031-04-01", "2032-03-31", "22"),
            ("Bin fires", "ward=Tarn", "2031-04-01", "2032-03-31", "11"),
            ("Hoax calls", "ward=Tarn", "2031-04-01", "2032-03-31", "4"),
        ],
    ),
    (
        "who was told is no measure: the caption says of what",
        """# Streets
        Table 5: Dog fouling by ward, 2031/32
        | Ward | Complaints to the wardens | Cases reported to the landlord
        | Elmfield | 31 | 14
        | Tarn | 22 | 11""",
        [
            ("Dog fouling: complaints to the wardens", "ward=Elmfield", "2031-04-01", "2032-03-31", "31"),
            ("Dog fouling: cases reported to the landlord", "ward=Elmfield", "2031-04-01", "2032-03-31", "14"),
            ("Dog fouling: complaints to the wardens", "ward=Tarn", "2031-04-01", "2032-03-31", "22"),
            ("Dog fouling: cases reported to the landlord", "ward=Tarn", "2031-04-01", "2032-03-31", "11"),
        ],
    ),
    (
        "heads that say what happened are measures of their own",
        """# Streets
        Table 6: Community safety by ward, 2031/32
        | Ward | Offences against the person | Deaths in the river
        | Elmfield | 31 | 14
        | Tarn | 22 | 11""",
        [
            ("Offences against the person", "ward=Elmfield", "2031-04-01", "2032-03-31", "31"),
            ("Deaths in the river", "ward=Elmfield", "2031-04-01", "2032-03-31", "14"),
            ("Offences against the person", "ward=Tarn", "2031-04-01", "2032-03-31", "22"),
            ("Deaths in the river", "ward=Tarn", "2031-04-01", "2032-03-31", "11"),
        ],
    ),
    (
        "under a heading that says who spoke the rows are the measures, not the item before",
        """# Matters outstanding
        The clerk went through them.
        # Fire update
        The officer took members through the table.
        | Category | 2031/32 | 2032/33
        | Bin fires | 31 | 14
        | Hoax calls | 22 | 11""",
        [
            ("Bin fires", "", "2031-04-01", "2032-03-31", "31"),
            ("Bin fires", "", "2032-04-01", "2033-03-31", "14"),
            ("Hoax calls", "", "2031-04-01", "2032-03-31", "22"),
            ("Hoax calls", "", "2032-04-01", "2033-03-31", "11"),
        ],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), NAMED, ids=[why for why, _, _ in NAMED])
def test_names_of_tables(why: str, text: str, expected: list[Told]) -> None:
    assert told(paper(text, kind="report", title="Report")) == expected


@pytest.mark.parametrize(
    ("lead", "what"),
    [
        (
            "None is free. Our wardens budget for 2031/32 is £2m. The table shows where it comes from.",
            "Wardens budget",
        ),
        ("7.1 Spending and grants for the year are summarised as follows.", "Spending and grants for the year"),
        ("Visits fell. The number of visits by ward is shown below.", "Number of visits by ward"),
        # what is told of a sum is no name of a table about something else
        ("Our shared wardens budget for 2031/32 is £2m. The table shows visits in each ward.", ""),
        ("The clerk took members through the table.", ""),
    ],
)
def test_what_the_words_before_a_table_announce(lead: str, what: str) -> None:
    assert announced(lead) == what


@pytest.mark.parametrize(
    ("heading", "hollow"),
    [
        ("At a glance", True),
        ("2031/32 at a glance", True),
        ("A message from the Mayor", True),
        ("7 Money", True),
        ("PROBATION UPDATE", True),
        ("Arson update", False),
        ("Moneylending", False),
        ("Burglary", False),
    ],
)
def test_headings_that_say_nothing_of_figures(heading: str, hollow: bool) -> None:
    assert is_hollow(heading) is hollow
    assert names_topic(heading, "Ashdown") is not hollow


@pytest.mark.parametrize(
    ("caption", "topic"),
    [
        ("Table 1: Recorded theft by offence group, Ashdown (source: County Fire, drawn 3/10/31)", "Recorded theft"),
        ("Hoax calls by ward. Source: control room log", "Hoax calls"),
        ("Average wait in days, by clinic", "Average wait in days"),
        ("Sources of referrals", "Sources of referrals"),
    ],
)
def test_topics_of_captions(caption: str, topic: str) -> None:
    assert topic_of(caption, "Ashdown").text == topic


@pytest.mark.parametrize(
    ("head", "area"),
    [("Neighbours", "Neighbours"), ("Statistical neighbours", "Statistical neighbours"), ("Rowdy neighbours", "")],
)
def test_neighbours_that_are_areas(head: str, area: str) -> None:
    assert other_area(head, "Ashdown") == area


def in_a_box(text: str) -> list[tuple[str, str]]:
    """Value and breakdown of what is shown of a text in a box on a report's page."""
    read = paper(f"# Letters\n{text}", kind="report", title="Report")
    page = read.pages[0]
    blocks = tuple(b.model_copy(update={"role": "callout"}) if b.kind == "paragraph" else b for b in page.blocks)
    read = read.model_copy(update={"pages": (page.model_copy(update={"blocks": blocks}),)})
    found = figures_in(context_of(read, "x", SETTINGS, TRACKER))[0].observations
    return [(o.value, "; ".join(f"{k}={v}" for k, v in o.breakdown)) for o in found if o.trust != "unsure"]


def test_what_a_box_tells_as_its_target_is_no_result() -> None:
    told_of = in_a_box("Post in brief, 31 March 2032. Letters answered in time: 61% (target 70%). Staff trained: 12.")
    assert [(value, part.lower()) for value, part in told_of] == [("61", ""), ("70", "measure=target"), ("12", "")]


def test_one_who_is_quoted_in_a_box_is_not_counted() -> None:
    assert in_a_box("“The park is ours again”, one tenant told us.") == []


def test_a_corner_says_what_its_kinds_are_kinds_of() -> None:
    table = """# {}
    | Warden visits by reason | April 2031 | May 2031
    | Missing pets | 12 | 15
    | Burglary | 20 | 31
    | Other | 4 | 6"""
    for heading in ("Warden visits", "Bicycles marked"):
        seen = {(o.indicator, o.breakdown, o.value) for o in observed(table.format(heading))}
        assert ("warden-visits", (("reason", "Burglary"),), "31") in seen
    # a corner that only says that measures follow leaves each row its own
    named = observed(table.format("Warden visits").replace("Warden visits by reason", "Measure"))
    assert [o.breakdown for o in named if o.indicator == "burglary"] == [(), ()]


def test_no_change_said_is_no_figure() -> None:
    seen = observed("""# Fires
    | Measure | 2031/32 | 2032/33 | Change
    | Bin fires | 40 | 50 | 25%
    | Barn fires put out in an hour | n/a | 81% | n/a""")
    assert [o.as_printed for o in seen if o.measure == "change"] == ["25%"]
    # a year that is not there stays told
    assert "n/a" in [o.as_printed for o in seen if o.measure != "change"]


def test_the_heads_name_what_a_column_of_groups_found() -> None:
    seen = {
        (o.indicator, o.breakdown, o.value)
        for o in observed("""# Survey results by group
    | Group | Know a warden | Trust the wardens
    | Tenants | 31% | 44%
    | Students | 20% | 39%""")
    }
    assert ("trust-the-wardens", (("group", "Students"),), "39") in seen
    assert not any(name == "group" for name, _, _ in seen)
