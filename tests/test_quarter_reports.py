"""A board's quarter: whose time a figure has, who was there, which item decided, which column a theft stands in."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.papers import read_paper
from tracker.papers.headings import split_number
from tracker.records import PaperFacts, PaperSettings, TrackerSettings

TRACKER = TrackerSettings(board="Safer Ashdown Partnership", place="Ashdown")


def facts_of(text: str, date: str = "2031-12-06") -> PaperFacts:
    made = paper(text, kind="report")
    return understand(
        made.model_copy(update={"date": date}), paper_id="x", settings=PaperSettings(date=date), tracker=TRACKER
    )


def times(facts: PaperFacts) -> dict[str, str]:
    return {o.as_printed: f"{o.period_start}/{o.period_end}".strip("/") for o in facts.observations}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Quarter 2 performance report 2031/32", "2031-07-01/2031-09-30"),
        ("Performance report: Q1 2031/32", "2031-04-01/2031-06-30"),
        ("Annual report 2030/31", "2030-04-01/2031-03-31"),
        ("Quarter 4 and year-end report 2030/31", "2030-04-01/2031-03-31"),
        ("Quarter 4 performance report 2031/32", ""),
        ("Performance report", ""),
    ],
)
def test_what_is_told_without_a_time_is_of_the_quarter_that_the_report_names(title: str, expected: str) -> None:
    found = facts_of(
        f"""
        # {title}
        ## Domestic abuse
        The refuge received 97 referrals.
        """
    )
    assert times(found) == {"97": expected}


def test_a_chapter_s_time_ends_with_it() -> None:
    found = facts_of(
        """
        # Partnership papers
        ## Quarter 1 performance report 2031/32
        The refuge received 97 referrals.
        ## Night-time economy
        The marshals helped 140 people.
        """
    )
    assert times(found)["97"] == "2031-04-01/2031-06-30"
    assert times(found).get("140", "") == ""


def test_the_value_before_a_change_is_not_of_the_quarter_told() -> None:
    found = facts_of(
        """
        # Quarter 1 performance report 2031/32
        Burglary fell by 4.1% in the quarter, from 2,412 offences to 2,313.
        """
    )
    assert times(found)["2,412"] == ""


def test_kinds_of_theft_stay_two() -> None:
    found = facts_of(
        """
        # Vehicle crime by ward, July to September 2031
        | Ward | Theft of | Theft from | Total
        | Castle | 14 | 37 | 51
        | Priory | 9 | 30 | 39
        """
    )
    kinds = {o.as_printed: dict(o.breakdown).get("crime type") for o in found.observations}
    assert (kinds["14"], kinds["37"]) == ("Theft of", "Theft from")


@pytest.mark.parametrize(
    ("heading", "number"),
    [("15 Quarter 1 performance", "15"), ("3 Month Performance", ""), ("12 Months to May", ""), ("7 Year 2 plan", "7")],
)
def test_numbers_of_headings(heading: str, number: str) -> None:
    assert split_number(heading) == number


def _minutes(path: Path, present: list[str]) -> PaperFacts:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    lines = [
        ("Safer Ashdown Partnership", 18, "hebo"),
        ("Minutes of the meeting held on 13 September 2031", 13, "hebo"),
        *((line, 11, "helv") for line in present),
        ("1. Welcome", 13, "hebo"),
        ("The Chair welcomed all who had come and asked them to say who they were and for whom they came.", 11, "helv"),
    ]
    y = 60
    for text, size, font in lines:
        y += 30 if font == "hebo" else 14
        page.insert_text((60, y), text, fontsize=size, fontname=font)
    document.save(path)
    read = read_paper(path)
    return understand(read, paper_id="x", settings=PaperSettings(kind="minutes"), tracker=TRACKER)


def _there(facts: PaperFacts) -> list[tuple[str, str]]:
    return [(a.name, a.post) for m in facts.meetings for a in m.attendance]


def test_people_on_a_line_each(tmp_path: Path) -> None:
    found = _minutes(
        tmp_path / "minutes.pdf",
        [
            "Present: Superintendent Ruth Hale, Vale Police (Chair)",
            "Councillor Amir Sadiq, Cabinet Member for Safer Communities",
            "Jo Pember, Head of Community Safety, Ashdown Council",
            "Tom Eastwick, Community Safety Officer",
        ],
    )
    assert _there(found) == [
        ("Superintendent Ruth Hale", "Vale Police (Chair)"),
        ("Councillor Amir Sadiq", "Cabinet Member for Safer Communities"),
        ("Jo Pember", "Head of Community Safety, Ashdown Council"),
        ("", "Community Safety Officer"),
    ]


def test_people_in_running_text_over_lines(tmp_path: Path) -> None:
    found = _minutes(
        tmp_path / "minutes.pdf",
        ["Present: Councillor Amir Sadiq, Councillor Helen Frost, Councillor", "Paul Marsh, Councillor Lena Holt"],
    )
    assert [name for name, _ in _there(found)] == [
        "Councillor Amir Sadiq",
        "Councillor Helen Frost",
        "Councillor Paul Marsh",
        "Councillor Lena Holt",
    ]


def test_a_paper_of_two_meetings_minutes_dates_each_from_its_own_day() -> None:
    made = paper(
        """
        # Minutes of the meeting held on Thursday 21 November 2030
        Present: Ann Oakes, Ben Tull
        ## 1 Minutes of the meeting held on 12 March 2030
        1.1 The allotment warden reported that 26 sheds had been broken into between April and June.
        # Minutes of the meeting held on Thursday 20 March 2031
        Present: Ann Oakes, Ben Tull
        ## 1 Allotments
        1.1 In the third quarter 43 sheds had been broken into.
        """,
        kind="minutes",
    )
    facts = understand(
        made.model_copy(update={"date": "2030-11-21"}),
        paper_id="x",
        settings=PaperSettings(date="2030-11-21", kind="minutes"),
        tracker=TRACKER,
    )
    assert times(facts) == {"26": "2030-04-01/2030-06-30", "43": "2030-10-01/2030-12-31"}
