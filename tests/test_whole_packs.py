"""What came out wrong when whole packs of boards that do not exist were read from front sheet to work programme."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.facts.figures.table_lines import _line as line_of_heads
from tracker.facts.privacy import hold_back_paper
from tracker.facts.wording.periods import Context
from tracker.papers import read_paper
from tracker.records import AgendaEntry, Paper, PaperFacts, PaperKind, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Safer Tarnbury Partnership", place="Tarnbury")
DAY = "2032-09-17"


def facts_of(text: str, kind: PaperKind = "report", agenda: tuple[AgendaEntry, ...] = ()) -> PaperFacts:
    made = paper(text, kind=kind, agenda=agenda).model_copy(update={"date": DAY})
    return understand(made, paper_id="x", settings=PaperSettings(kind=kind), tracker=TRACKER)


def _pack(path: Path, order: list[tuple[float, float, str, str]]) -> Paper:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((60, 60), "Safer Tarnbury Panel", fontsize=18, fontname="hebo")
    page.insert_text((60, 84), "Tuesday 12 November 2032 at 6.30 pm, Guildhall", fontsize=11)
    page.insert_text((60, 120), "AGENDA", fontsize=14, fontname="hebo")
    for x, y, words, font in order:
        page.insert_text((x, y), words, fontsize=11, fontname=font)
    for number in range(2, 9):
        page = document.new_page(width=595, height=842)
        for line in range(8):
            words = f"Line {line} of page {number} tells what officers did in those months and why it was so."
            page.insert_text((60, 90 + 20 * line), words, fontsize=11)
        page.insert_text((290, 820), str(number), fontsize=9)
    document.save(path)
    return read_paper(path)


def test_page_ranges_broken_by_a_narrow_column_and_titles_of_two_lines_beside_them(tmp_path: Path) -> None:
    read = _pack(
        tmp_path / "pack.pdf",
        [
            (60, 150, "1", "helv"),
            (90, 150, "APOLOGIES", "hebo"),
            (60, 175, "2", "helv"),
            (90, 175, "MINUTES", "hebo"),
            (450, 175, "(Pages 2 -", "helv"),
            (90, 188, "To agree the minutes of 17 September 2032.", "helv"),
            (450, 188, "3)", "helv"),
            (60, 215, "3", "helv"),
            (90, 215, "PERFORMANCE OF THE PARTNERSHIP -", "hebo"),
            (450, 215, "(Pages 4 -", "helv"),
            (90, 228, "QUARTER 2 2032/33", "hebo"),
            (450, 228, "7)", "helv"),
            (90, 241, "Report of the Director of Neighbourhoods", "helv"),
            (60, 265, "4", "helv"),
            (90, 265, "WORK PROGRAMME", "hebo"),
            (450, 265, "(Page 8)", "helv"),
        ],
    )
    assert [(e.number, e.title, e.first_page, e.last_page) for e in read.agenda] == [
        ("1", "APOLOGIES", 0, 0),
        ("2", "MINUTES", 2, 3),
        ("3", "PERFORMANCE OF THE PARTNERSHIP - QUARTER 2 2032/33", 4, 7),
        ("4", "WORK PROGRAMME", 8, 8),
    ]


def test_who_was_there_in_rows_of_a_table_that_names_nobody_s_post() -> None:
    found = facts_of(
        """
        # Safer Tarnbury Panel
        ## Tuesday, 17 September 2032
        | Present: | Councillor Nandi (Chair) // Councillors Bolt, Dale and Inge
        | Co-opted members: | Mr A Firth
        | Also in attendance: | Chief Inspector Marta Oake, Vale Police Ros Petrie, Director of Places
        | Apologies: | Councillors Chase and Osman
        ## 21. Minutes
        **RESOLVED** – That the minutes be agreed.
        ## 22. Work programme
        RESOLVED – That the work programme be approved.
        """,
        kind="minutes",
    )
    assert [(a.name, a.post, a.apology) for m in found.meetings for a in m.attendance] == [
        ("Councillor Nandi", "Chair", False),
        ("Bolt", "Councillor", False),
        ("Dale", "Councillor", False),
        ("Inge", "Councillor", False),
        ("Mr A Firth", "", False),
        ("Chief Inspector Marta Oake", "Vale Police", False),
        ("Ros Petrie", "Director of Places", False),
        ("Chase", "Councillor", True),
        ("Osman", "Councillor", True),
    ]


def test_the_line_that_leads_to_numbered_recommendations_is_none() -> None:
    found = facts_of(
        """
        # Quarter 2 performance
        17 September 2032
        ## 1. Purpose
        1.1 To tell Members of the quarter.
        ## 2. Recommendations
        2.1 The Panel is recommended to:
        (i) note the performance in the quarter; and
        (ii) name any matter for scrutiny.
        """
    )
    assert [r.text for m in found.meetings for r in m.recommendations] == [
        "note the performance in the quarter; and",
        "name any matter for scrutiny.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Calls to 101 took an average of 4 minutes 10 seconds to answer.",
        "Residents can report it through 101 or online.",
        "A question must be received at least three clear working days before the meeting.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert facts_of(f"# Performance\n{text}").observations == ()


def test_minute_numbers_of_an_action_log_are_no_figures() -> None:
    found = facts_of(
        """
        # Action log
        | No. | Meeting date | Minute | Action | Owner | Deadline
        | 1 | 9 July 2032 | 17 | Provide the hate crimes by strand | Head of Safety | 31 August 2032
        | 2 | 17 September 2032 | 23 | Provide the number of notices paid | Head of Safety | 12 November 2032
        """
    )
    assert found.observations == ()
    assert [c.due_date for c in found.commitments] == ["2032-08-31", "2032-11-12"]


def test_what_was_done_has_no_time_that_is_still_to_come() -> None:
    found = facts_of(
        """
        # Performance
        The motorbike team had seized 31 vehicles since April and would be made permanent from January 2033.
        """
    )
    # "since April" begins in the April before the paper; the January to come is no time of what was done
    assert [(o.as_printed.split()[0], o.period_start, o.period_end) for o in found.observations] == [
        ("31", "2032-04-01", "")
    ]


def test_crime_for_each_thousand_is_a_rate() -> None:
    found = facts_of("# Performance\nRecorded crime per 1,000 population in the year to June 2032 was 73.2.")
    assert [(o.measure, o.unit) for o in found.observations] == [("rate", "per 1,000")]


def test_a_frame_on_the_front_sheet_gives_no_figures() -> None:
    made = paper(
        """
        # Safer Tarnbury Panel
        Tuesday 12 November 2032 at 6.30 pm
        Up to 15 questions are taken and each of the 8 members may ask two.
        ====
        # Annual report
        The wardens dealt with 310 complaints in the year.
        """,
        kind="agenda pack",
        agenda=(AgendaEntry(number="1", title="Annual report", kind="report", first_page=2, last_page=2),),
    )
    front = made.pages[0]
    framed = front.blocks[-1].model_copy(update={"role": "callout"})
    pages = (front.model_copy(update={"blocks": (*front.blocks[:-1], framed)}), *made.pages[1:])
    found = understand(
        made.model_copy(update={"pages": pages}), paper_id="x", settings=PaperSettings(), tracker=TRACKER
    )
    assert [o.value for o in found.observations] == ["310"]


def test_name_and_post_in_one_column_body_and_whether_present_in_others() -> None:
    found = facts_of(
        """
        # Notes of the Safer Tarnbury Group
        Held on Thursday 17 October 2032 at 2.00pm via Microsoft Teams
        | Name | Organisation | Attendance
        | Cllr Hanna Reave (Chair) | Tarnbury District Council | Present
        | Lou Garnet, Head of Communities | Tarnbury District Council | Present
        | Gwen Pryce, Group Manager | Vale Fire and Rescue | Apologies
        ## 1. Welcome
        The Chair welcomed all.
        ## 2. Notes
        The notes were agreed.
        """,
        kind="minutes",
    )
    assert [(a.name, a.post, a.apology) for m in found.meetings for a in m.attendance] == [
        ("Cllr Hanna Reave", "Chair, Tarnbury District Council", False),
        ("Lou Garnet", "Head of Communities, Tarnbury District Council", False),
        ("Gwen Pryce", "Group Manager, Vale Fire and Rescue", True),
    ]


def test_items_are_found_by_their_titles_where_no_page_is_numbered(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((60, 60), "Safer Tarnbury Strategic Group", fontsize=18, fontname="hebo")
    page.insert_text(
        (60, 84), "Thursday 23 January 2033 at 2.00 pm in the Wyre Room, Civic Offices, Tarnbury", fontsize=11
    )
    page.insert_text((60, 120), "AGENDA", fontsize=14, fontname="hebo")
    titles = ["Welcome", "Notes of the meeting held on 17 October 2032", "Quarter 3 performance", "Risk register"]
    for n, title in enumerate(titles):
        page.insert_text((60, 150 + 25 * n), f"{n + 1}.", fontsize=11)
        page.insert_text((90, 150 + 25 * n), title, fontsize=11)
        if n:
            page.insert_text((480, 150 + 25 * n), f"Page {3 * n}", fontsize=11)
    for head in ("NOTES OF THE STRATEGIC GROUP", "Quarter 3 performance", "Risk register"):
        page = document.new_page(width=595, height=842)
        page.insert_text((60, 60), head, fontsize=18, fontname="hebo")
        for line in range(8):
            words = f"Line {line} below tells what officers did in those months and why it was so."
            page.insert_text((60, 90 + 20 * line), words, fontsize=11)
    document.save(tmp_path / "plain.pdf")
    read = read_paper(tmp_path / "plain.pdf")
    assert [(e.number, e.first_page, e.last_page) for e in read.agenda] == [
        ("1", 0, 0),
        ("2", 2, 2),
        ("3", 3, 3),
        ("4", 4, 4),
    ]
    (called,) = (
        m for m in understand(read, paper_id="x", settings=PaperSettings(), tracker=TRACKER).meetings if m.agenda_paper
    )
    assert called.venue == "Wyre Room, Civic Offices, Tarnbury"


def test_scores_of_a_risk_register_with_letters_for_heads_are_no_figures() -> None:
    found = facts_of(
        """
        # Partnership risk register
        | Ref | Risk description | L | I | Score | Controls
        | 1 | Short funding leads to loss of skilled staff | 4 | 3 | 12 | Plans for each grant
        | 2 | Failure to meet the duty | 2 | 5 | 10 | The group meets often
        """
    )
    assert found.observations == ()


def test_months_in_brackets_beside_a_quarter_s_number() -> None:
    found = facts_of(
        """
        # Scorecard
        | Measure | Q3 (Oct–Dec) 2031 | Q3 (Oct–Dec) 2032 | Rolling 12 months to Dec 2032
        | Burglary | 88 | 101 | 377
        """
    )
    assert [(o.value, o.period_start, o.period_end) for o in found.observations if o.measure == "count"] == [
        ("88", "2031-10-01", "2031-12-31"),
        ("101", "2032-10-01", "2032-12-31"),
        ("377", "2032-01-01", "2032-12-31"),
    ]


@pytest.mark.parametrize(
    ("heads", "want"),
    [
        (["Quarter 3 (Oct–Dec)", "2031"], "2031-10-01/2031-12-31"),
        (["2032", "Oct - Dec"], "2032-10-01/2032-12-31"),
        (["Rolling 12 months", "to Dec 2032"], "2032-01-01/2032-12-31"),
        (["12 months to", "March 2032"], "2031-04-01/2032-03-31"),
    ],
)
def test_a_head_over_another_makes_one_time(heads: list[str], want: str) -> None:
    line = line_of_heads(heads, Context(), "Tarnbury")
    assert line.period and f"{line.period.start}/{line.period.end}" == want
    assert line.words == ""


def test_the_year_of_a_survey_counts_nobody_and_dates_its_answers() -> None:
    found = facts_of("# Safety\nIn the 2032 residents' survey (1,104 replies), 91% felt safe in the day (2030: 93%).")
    assert "2032" not in [o.value for o in found.observations]
    assert {o.value: o.period_start[:4] for o in found.observations} == {"1104": "2032", "91": "2032", "93": "2030"}


def test_a_day_that_a_narrow_column_breaks() -> None:
    found = facts_of(
        """
        # Action log
        | Ref | Action | Owner | Due
        | 1 | Publish the plan on the website | Head of Places | 31/10/ 32
        """
    )
    assert [c.due_date for c in found.commitments] == ["2032-10-31"]


TWO_CRIMES = (
    """
    # Headlines
    Between April and September 2032 police recorded 2,310 domestic abuse offences, 5% fewer than the 2,431 recorded
    """.rstrip()
    + (" between April and September 2031. Sexual offences rose by 8% to 406. Stalking and harassment fell to 688.\n")
)


def test_a_sentence_with_a_subject_of_its_own_takes_neither_name_nor_value_of_the_one_before() -> None:
    found = facts_of(TWO_CRIMES)
    names = {i.id: i.title.lower() for i in found.indicators}
    assert {o.value: names[o.indicator].split(": ")[-1] for o in found.observations}.items() >= {
        ("406", "sexual offences"),
        ("688", "stalking and harassment"),
    }
    assert "differs" not in {f.verdict for f in found.findings}
    assert "agrees" in {f.verdict for f in found.findings}


def test_the_same_thing_said_again_keeps_its_name() -> None:
    found = facts_of("# Headlines\nPolice recorded 310 burglaries in 2030/31. In the next year the number fell to 288.")
    assert len({o.indicator for o in found.observations if o.trust != "unsure"}) == 1


def test_a_rate_beside_a_count_is_a_measure_of_its_own() -> None:
    found = facts_of(
        """
        # Table C. Anti-social behaviour calls by ward, October to December 2032
        | Ward | Calls | Rate per 1,000 people
        | Broadway | 412 | 28.4
        | Chestnut | 167 | 12.0
        """
    )
    names = {i.id: i.title for i in found.indicators}
    count, rate = found.observations[:2]
    assert (names[count.indicator], count.measure, count.unit) == ("Anti-social behaviour calls", "count", "calls")
    assert names[rate.indicator].startswith("Anti-social behaviour calls: rate")
    assert (rate.value, rate.measure, rate.unit) == ("28.4", "rate", "per 1,000")
    assert count.breakdown == rate.breakdown == (("ward", "Broadway"),)


def test_months_below_a_heading_that_says_rolling_end_a_year() -> None:
    found = facts_of(
        """
        # Table B. Victim satisfaction (%), rolling 12 months
        | Question | Dec 2031 | Dec 2032
        | Overall satisfaction | 63 | 64
        | Ease of contact | 85 | 87
        """
    )
    assert {(o.period_start, o.period_end) for o in found.observations} == {
        ("2031-01-01", "2031-12-31"),
        ("2032-01-01", "2032-12-31"),
    }
    assert {i.title for i in found.indicators} <= {"Victim satisfaction", "Overall satisfaction", "Ease of contact"}


def test_recommendations_counted_by_capitals() -> None:
    found = facts_of(
        """
        # Half-year review
        17 September 2032
        ## Recommendations
        The Board is asked to:
        A. Note the progress made.
        B. Agree to add a sixth priority.
        """
    )
    assert [(r.number, r.text) for m in found.meetings for r in m.recommendations] == [
        ("A", "Note the progress made."),
        ("B", "Agree to add a sixth priority."),
    ]


def test_officers_beside_those_present() -> None:
    found = facts_of(
        """
        # Minutes of the Safer Tarnbury Board
        Monday 9 December 2032, 7.00pm
        PRESENT: Councillor Miriam Stone (Chair), Jerome Atkins (Vice Chair)
        OFFICERS: Nadia Hosain (Director of Community Safety), Felix Grantham (Policy Officer)
        # 1. Apologies
        There were none.
        # 2. Minutes
        AGREED: that the minutes be signed.
        """,
        kind="minutes",
    )
    assert [(a.name, a.post) for m in found.meetings for a in m.attendance] == [
        ("Councillor Miriam Stone", "Chair"),
        ("Jerome Atkins", "Vice Chair"),
        ("Nadia Hosain", "Director of Community Safety"),
        ("", "Policy Officer"),
    ]


def test_the_first_name_of_somebody_who_is_quoted_is_held_back() -> None:
    held = hold_back_paper(
        paper(
            """
            # Safe accommodation
            “When I came to the refuge I had one bag,” said Rosalie, who now helps there.
            “We are pleased with the result,” said Jo Petrie, who leads the service.
            """
        ),
        TRACKER,
    )
    text = " ".join(b.text for page in held.pages for b in page.blocks)
    assert "Rosalie" not in text
    assert "Jo Petrie" in text


def test_minutes_numbered_by_the_year_with_dashes_behind_the_labels() -> None:
    found = facts_of(
        """
        MINUTES of the SAFER COMMITTEE held at County Hall on Wednesday, 6 November 2032 at 10.30 a.m.
        PRESENT:- Councillor R Hallow (in the Chair)
        IN ATTENDANCE:- Chief Superintendent Lorna Keats (Vale Constabulary) and Mark Dunn (Assistant Director)
        An apology for absence was received from Councillor P Tealby.
        ## 24/32 Minutes
        RESOLVED that the minutes of 4 September 2032 be confirmed.
        ## 25/32 Scams
        RESOLVED that the update be welcomed.
        """,
        kind="minutes",
    )
    (meeting,) = found.meetings
    assert [(i.number, i.title) for i in meeting.items] == [("24/32", "Minutes"), ("25/32", "Scams")]
    assert [d.item for d in meeting.decisions] == ["24/32", "25/32"]
    assert [(a.name, a.post, a.apology) for a in meeting.attendance] == [
        ("Councillor R Hallow", "in the Chair", False),
        ("Chief Superintendent Lorna Keats", "Vale Constabulary", False),
        ("Mark Dunn", "Assistant Director", False),
        ("Councillor P Tealby", "", True),
    ]
