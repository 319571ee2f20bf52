"""Periods in the many ways that boards print them, and what must never be taken for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.wording.calendar_words import months_from, months_to, point, quarter_of, shift
from tracker.facts.wording.periods import Context, Period, find_periods, month_alone, period_of, without_periods

CONTEXT = Context(published="2023-07-19")

ONE = [
    ("3 months of March 2023 to May 2023", "2023-03-01", "2023-05-31"),
    ("3 months, March 2023 - May 2023 (incl.)", "2023-03-01", "2023-05-31"),
    ("3 months to May 2023", "2023-03-01", "2023-05-31"),
    ("three months ending 31 May 2023", "2023-03-01", "2023-05-31"),
    ("12 months up to May 2023", "2022-06-01", "2023-05-31"),
    ("12 months up to and including May 2023", "2022-06-01", "2023-05-31"),
    ("rolling 12 months to March 2023", "2022-04-01", "2023-03-31"),
    ("12-month period to the end of March 2023", "2022-04-01", "2023-03-31"),
    ("year ending March 2021", "2020-04-01", "2021-03-31"),
    ("year to 31 March 2023", "2022-04-01", "2023-03-31"),
    ("quarter ending June 2023", "2023-04-01", "2023-06-30"),
    ("March - May 2023", "2023-03-01", "2023-05-31"),
    ("Apr 2022- Mar 2023", "2022-04-01", "2023-03-31"),
    ("April 21 – March 22", "2021-04-01", "2022-03-31"),
    ("Feb 17 – Jan 18", "2017-02-01", "2018-01-31"),
    ("July 2022 – May 2023", "2022-07-01", "2023-05-31"),
    ("between December 2022 and March 2023", "2022-12-01", "2023-03-31"),
    ("Between 1st April and 7th October 2021", "2021-04-01", "2021-10-07"),
    ("October 2022-31st March 2023", "2022-10-01", "2023-03-31"),
    ("November to January 2023", "2022-11-01", "2023-01-31"),
    ("from April 2023 for 2 years", "2023-04-01", "2025-03-31"),
    ("Q4 22/23", "2023-01-01", "2023-03-31"),
    ("Qtr 4 2022/23", "2023-01-01", "2023-03-31"),
    ("Quarter 1 of 2023/24", "2023-04-01", "2023-06-30"),
    ("2022/23 Q4", "2023-01-01", "2023-03-31"),
    ("Q1-Q3 2022/23", "2022-04-01", "2022-12-31"),
    ("first quarter figures for 2022/23", "2022-04-01", "2022-06-30"),
    ("quarter 3 results of 2022/23", "2022-10-01", "2022-12-31"),
    ("the first quarter of 2023/24", "2023-04-01", "2023-06-30"),
    ("quarter 4", "2023-01-01", "2023-03-31"),
    ("Q2", "2022-07-01", "2022-09-30"),
    ("2022/23", "2022-04-01", "2023-03-31"),
    ("2022/2023", "2022-04-01", "2023-03-31"),
    ("2022-2023", "2022-04-01", "2023-03-31"),
    ("22/23", "2022-04-01", "2023-03-31"),
    ("FY 2022/23", "2022-04-01", "2023-03-31"),
    ("the financial year 2022-23", "2022-04-01", "2023-03-31"),
    ("2021-23", "2021-04-01", "2023-03-31"),
    ("2017 to 2019", "2017-01-01", "2019-12-31"),
    ("in 2020", "2020-01-01", "2020-12-31"),
    ("Apr-22", "2022-04-01", "2022-04-30"),
    ("Sept 2019", "2019-09-01", "2019-09-30"),
    ("February 2024", "2024-02-01", "2024-02-29"),
    ("since November 2022", "2022-11-01", ""),
    ("since January 1, 2019", "2019-01-01", ""),
    ("from Jan 2018", "2018-01-01", ""),
    ("since 2016", "2016-01-01", ""),
    ("by March 2024", "", "2024-03-31"),
    ("as at 31 March 2023", "2023-03-31", "2023-03-31"),
    ("As at September 2021", "2021-09-01", "2021-09-30"),
    ("at the end of March 2023", "2023-03-31", "2023-03-31"),
    ("on 28 April 2023", "2023-04-28", "2023-04-28"),
    ("3rd October 2022", "2022-10-03", "2022-10-03"),
    ("31/03/2023", "2023-03-31", "2023-03-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), ONE)
def test_one_period(text: str, start: str, end: str) -> None:
    found = find_periods(text, CONTEXT)
    assert [(p.start, p.end) for p in found] == [(start, end)]
    assert text[found[0].begin : found[0].finish] == found[0].label


SEVERAL = [
    (
        "X, 12 months up to May 2023: 1950 cases. The 12 months prior: 1847.",
        [("2022-06-01", "2023-05-31"), ("2021-06-01", "2022-05-31")],
    ),
    (
        "X, 3 months of March 2023 to May 2023: 480. Same period 12 months prior: 463.",
        [("2023-03-01", "2023-05-31"), ("2022-03-01", "2022-05-31")],
    ),
    (
        "In Q4 2022/23 there were 15. In the same quarter in the previous year, there were 25.",
        [("2023-01-01", "2023-03-31"), ("2022-01-01", "2022-03-31")],
    ),
    (
        "28 over Q3, against 18 in the same quarter a year earlier",
        [("2022-10-01", "2022-12-31"), ("2021-10-01", "2021-12-31")],
    ),
    (
        "recorded in March 2023-May 2023 vs March 2022–May 2022",
        [("2023-03-01", "2023-05-31"), ("2022-03-01", "2022-05-31")],
    ),
    ("Quarter 4 (January-March) 2021/22 and 2022/23", [("2022-01-01", "2022-03-31"), ("2023-01-01", "2023-03-31")]),
    ("compared with 2021/22; the previous year 12", [("2021-04-01", "2022-03-31"), ("2020-04-01", "2021-03-31")]),
    ("rose from 5 in 2019/20 to 9 in 2020/21", [("2019-04-01", "2020-03-31"), ("2020-04-01", "2021-03-31")]),
    ("quarters 2 & 3", [("2022-07-01", "2022-09-30"), ("2022-10-01", "2022-12-31")]),
    (
        "in the 3 months to May 2023; 50 in the previous 3 months",
        [("2023-03-01", "2023-05-31"), ("2022-12-01", "2023-02-28")],
    ),
]


@pytest.mark.parametrize(("text", "dates"), SEVERAL)
def test_periods_that_lean_on_one_another(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(p.start, p.end) for p in find_periods(text, CONTEXT)] == dates


RUNS = [
    ("The market stall ran from 3 to 9 October 2022", "2022-10-03", "2022-10-09"),
    ("between 1st and 7th October 2021", "2021-10-01", "2021-10-07"),
    ("on the night of 14/15 July 2022 two bins burned", "2022-07-14", "2022-07-15"),
    ("on 4 and 5 March 2023 the stall was out", "2023-03-04", "2023-03-05"),
    ("in the week beginning 6 March 2023", "2023-03-06", "2023-03-12"),
    ("during the week of Monday 6 March", "2023-03-06", "2023-03-12"),
    ("w/e 12 March 2023", "2023-03-06", "2023-03-12"),
    ("a grant of £40,000 over 2022/23 and 2023/24", "2022-04-01", "2024-03-31"),
    ("in the three years 2020/21 to 2022/23", "2020-04-01", "2023-03-31"),
    ("over the four years to 2022/23", "2019-04-01", "2023-03-31"),
    ("in January and February 2023", "2023-01-01", "2023-02-28"),
    ("in November, December and January 2023", "2022-11-01", "2023-01-31"),
    ("2022/23 (to December)", "2022-04-01", "2022-12-31"),
    ("2022 (January to September)", "2022-01-01", "2022-09-30"),
    ("2022/23 (Q1-Q3)", "2022-04-01", "2022-12-31"),
    ("in Quarter Three 2022/23", "2022-10-01", "2022-12-31"),
    ("According to the 2021 Census the town has 84,000 people", "2021-03-21", "2021-03-21"),
    ("(Census 2011)", "2011-03-27", "2011-03-27"),
    ("in the academic year 2021/22", "2021-09-01", "2022-08-31"),
    ("in the 2021/22 school year", "2021-09-01", "2022-08-31"),
    ("at the end of 2022/23", "2023-03-31", "2023-03-31"),
    ("at the start of 2022/23", "2022-04-01", "2022-04-01"),
    ("by the end of 2023/24", "", "2024-03-31"),
    ("by the end of Q3 2022/23", "", "2022-12-31"),
    ("up to the end of May 2023", "", "2023-05-31"),
    ("since 2018/19", "2018-04-01", ""),
    ("so far in 2023/24", "2023-04-01", ""),
    ("2023/24 to date", "2023-04-01", ""),
    ("from April 2022 to date", "2022-04-01", ""),
    ("between 1 April 2022 and the end of May 2023", "2022-04-01", "2023-05-31"),
    ("for 2019 to 2021", "2019-01-01", "2021-12-31"),
    ("the year to date (April to June 2023)", "2023-04-01", "2023-06-30"),
    ("between January and March this year", "2023-01-01", "2023-03-31"),
    ("in September last year", "2022-09-01", "2022-09-30"),
    ("since June last year", "2022-06-01", ""),
    ("since April", "2023-04-01", ""),
    ("since August", "2022-08-01", ""),
]


@pytest.mark.parametrize(("text", "start", "end"), RUNS)
def test_runs_of_days_months_and_years(text: str, start: str, end: str) -> None:
    (found,) = find_periods(text, CONTEXT)
    assert (found.start, found.end) == (start, end)
    assert text[found.begin : found.finish] == found.label


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("There were 40 thefts year to date", "2022-04-01", "2022-12-31"),
        ("There were 40 thefts in the quarter", "2022-10-01", "2022-12-31"),
        ("Nobody was waiting at the end of the quarter", "2022-12-31", "2022-12-31"),
        ("lower than last quarter", "2022-07-01", "2022-09-30"),
        ("40 thefts since the start of the year", "2022-04-01", ""),
    ],
)
def test_a_quarters_report_dates_what_leans_on_it(text: str, start: str, end: str) -> None:
    quarter = Period("2022-10-01", "2022-12-31", "Q3 2022/23", kind="quarter")
    for context in (Context(anchor=quarter), Context(told=quarter)):
        (found,) = find_periods(text, context)
        assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("At the year end 12 cases were open", "2023-03-31", "2023-03-31"),
        ("16 robberies in November", "2022-11-01", "2022-11-30"),
        ("in February alone there were 9", "2023-02-01", "2023-02-28"),
        ("in the first nine months of the year", "2022-04-01", "2022-12-31"),
        ("in the second half of the year", "2022-10-01", "2023-03-31"),
        ("in the last quarter", "2023-01-01", "2023-03-31"),
    ],
)
def test_a_years_report_dates_what_leans_on_it(text: str, start: str, end: str) -> None:
    year = Period("2022-04-01", "2023-03-31", "2022/23", kind="year")
    (found,) = find_periods(text, Context(year=year, published="2023-07-19"))
    assert (found.start, found.end) == (start, end)


def test_year_to_date_is_what_was_so_called_before() -> None:
    first, second, before = find_periods(
        "Year to date (April to August 2023) there were 40; 12 year to date, 15 in the same period last year", CONTEXT
    )
    assert (first.start, first.end) == (second.start, second.end) == ("2023-04-01", "2023-08-31")
    assert (before.start, before.end) == ("2022-04-01", "2022-08-31")


@pytest.mark.parametrize(
    "text",
    [
        "40 thefts year to date",
        "40 thefts in the quarter",
        "40 open at the end of the quarter",
        "12 meetings in the municipal year 2022/23",
        "since April",
        "in the first half of the year",
        "in the last quarter",
        "lower than last quarter",
        "over a 12-month period there were 40",
    ],
)
def test_what_the_paper_does_not_date_keeps_its_words_alone(text: str) -> None:
    (found,) = find_periods(text)
    assert found.label and not found.dated


def test_twelve_months_before_a_quarter_are_not_three() -> None:
    quarter = Period("2022-10-01", "2022-12-31", kind="quarter")
    (found,) = find_periods("the previous 12 months: 55", Context(anchor=quarter))
    assert not found.dated


def test_since_april_in_a_report_of_the_year_before_is_not_dated() -> None:
    year = Period("2022-04-01", "2023-03-31", kind="year")
    (found,) = find_periods("since April", Context(year=year, published="2023-07-19"))
    assert not found.dated


@given(st.dates(date(2000, 1, 1), date(2049, 12, 24)))
def test_a_week_has_seven_days_whichever_end_is_named(day: date) -> None:
    first = find_periods(f"in the week beginning {day.day} {day:%B} {day.year}")[0]
    last = date.fromisoformat(first.end)
    again = find_periods(f"in the week ending {last.day} {last:%B} {last.year}")[0]
    assert (first.start, first.end) == (again.start, again.end) and (last - day).days == 6


@pytest.mark.parametrize(
    "text",
    [
        "section 17 of the Crime and Disorder Act 1998",
        "in March 23 offences were recorded",
        "1/32 is best, 32/32 worst",
        "open 24/7",
        "aged 0-19 and 20-24",
        "may 20 people come?",
        "120/2010 of the rules",
        "ratio 3/4",
        "£2022 was spent",
        "31 June 2023",
    ],
)
def test_no_period(text: str) -> None:
    assert not [p for p in find_periods(text, CONTEXT) if p.dated]


def test_a_relative_period_without_anchor_keeps_its_words_and_has_no_dates() -> None:
    (found,) = find_periods("a year earlier it was 7", Context())
    assert found.label == "a year earlier" and not found.dated


def test_quarter_without_year_lies_in_the_reports_year() -> None:
    year = Period("2021-04-01", "2022-03-31", kind="year")
    (found,) = find_periods("Q1", Context(year=year, published="2023-07-19"))
    assert (found.start, found.end) == ("2021-04-01", "2021-06-30")


def test_last_year_is_the_year_before_the_reports() -> None:
    year = Period("2022-04-01", "2023-03-31", kind="year")
    (found,) = find_periods("against 12 last year", Context(year=year))
    assert (found.start, found.end) == ("2021-04-01", "2022-03-31")


def test_bare_years_only_where_they_are_asked_for() -> None:
    assert not find_periods("2019")
    (found,) = find_periods("2019", bare_years=True)
    assert (found.start, found.end) == ("2019-01-01", "2019-12-31")


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Barnet March 2023 to May 2023", "Barnet"),
        ("Apr 2022- Mar 2023 Total", "Total"),
        ("Total offences in 2022/23", "Total offences"),
        ("Q1 22/23", ""),
        ("Number of incidents", "Number of incidents"),
        ("Residential Burglary, 3 months of March 2023 to May 2023", "Residential Burglary"),
    ],
)
def test_heads_without_their_periods(head: str, rest: str) -> None:
    assert without_periods(head) == rest


def test_months_by_their_names_alone() -> None:
    assert [month_alone(text) for text in ("April", "Sept", "Dec.", "May 2023", "Mayor")] == [4, 9, 12, 0, 0]


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_a_printed_day_is_found_as_that_day(day: date) -> None:
    for text in (f"{day.day} {day:%B} {day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}"):
        found = period_of(f"counted on {text}.")
        assert found and (found.start, found.end) == (day.isoformat(), day.isoformat())


@given(st.integers(2000, 2040), st.integers(1, 12), st.integers(1, 36))
def test_so_many_months_to_a_month_are_so_many_months(year: int, month: int, months: int) -> None:
    name = date(year, month, 1).strftime("%B")
    found = period_of(f"{months} months to {name} {year}")
    assert found is not None and found.months == months
    assert found.end[:7] == f"{year}-{month:02d}"
    before = found.earlier(months)
    assert date.fromisoformat(before[1]).toordinal() + 1 == date.fromisoformat(found.start).toordinal()


@given(st.integers(2000, 2040), st.integers(1, 4))
def test_quarters_are_three_months_of_the_financial_year(first: int, number: int) -> None:
    start, end = quarter_of(first, number)
    found = period_of(f"Q{number} {first}/{(first + 1) % 100:02d}")
    assert found and (found.start, found.end) == (start, end)
    assert f"{first}-04-01" <= start < end <= f"{first + 1}-03-31" and found.months == 3


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.integers(-60, 60))
def test_shifting_there_and_back_keeps_the_month(day: date, months: int) -> None:
    moved = shift(shift(day.isoformat(), months), -months)
    assert moved[:7] == day.isoformat()[:7]


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault_and_periods_lie_in_it(text: str) -> None:
    last = 0
    for found in find_periods(text, CONTEXT, bare_years=True):
        assert text[found.begin : found.finish].strip() == found.label.strip()
        assert found.begin >= 0 and found.finish <= len(text)
        assert not (found.start and found.end) or found.start <= found.end
        last = max(last, found.begin)


def test_sums_of_months_at_the_ends_of_months() -> None:
    import re

    from tracker.facts.wording.calendar_words import POINT

    match = re.search(POINT.replace("{p}", "a_"), "31 March 2023", re.IGNORECASE)
    assert match
    end = point(match, "a_")
    assert end is not None
    assert months_to(end, 12) == ("2022-04-01", "2023-03-31")
    assert months_from(end, 12)[0] == "2023-03-31"
    assert shift("2024-02-29", -12) == "2023-02-28" and shift("2023-02-28", 12) == "2024-02-29"


QUARTER = Context(published="2023-11-10", told=Period("2023-07-01", "2023-09-30", "Q2", kind="quarter"))
UNDATED_QUARTER = replace(QUARTER, published="")

LEANING = [
    # months and days without a year: the last ones before the paper came out
    ("at the end of September", Context(published="2023-11-10"), "2023-09-30", "2023-09-30"),
    ("By the end of October uptake was 62%", Context(published="2023-11-10"), "", "2023-10-31"),
    ("as at 30 June", Context(published="2023-11-10"), "2023-06-30", "2023-06-30"),
    ("61 at the end of May last year", Context(published="2023-07-10"), "2022-05-31", "2022-05-31"),
    ("the month of May", Context(published="2023-11-10"), "", ""),
    ("in the month of May", Context(published="2023-11-10"), "2023-05-01", "2023-05-31"),
    ("in May and June", Context(published="2023-11-10"), "2023-05-01", "2023-06-30"),
    # what is to come is told of the next one, what only names an end of neither
    ("will be complete by the end of October", Context(published="2023-11-10"), "", "2024-10-31"),
    ("Twelve beekeepers by the end of October", Context(published="2023-11-10"), "", ""),
    ("All hives would be moved by March", Context(published="2023-11-10"), "", "2024-03-31"),
    ("By March all hives had been moved", Context(published="2023-11-10"), "", "2023-03-31"),
    ("which was due to be told by Friday 1 December", Context(published="2023-11-10"), "", "2023-12-01"),
    ("The kiln was lit on 6 October", Context(published="2023-11-10"), "2023-10-06", "2023-10-06"),
    ("The kiln was lit on Monday 6 November 40 times", Context(published="2023-11-10"), "2023-11-06", "2023-11-06"),
    ("The kiln will be lit on 6 October", Context(published="2023-11-10"), "", ""),
    # neither is a month's name that is none
    ("Told by May Okonkwo on 6 points", Context(published="2023-11-10"), "", ""),
    ("at 29 February", Context(published="2023-11-10"), "", ""),
    # seasons have three months; a winter is one thing to shelters and another to hospitals
    ("in autumn 2021", Context(), "2021-09-01", "2021-11-30"),
    ("our survey of spring 2021", Context(), "2021-03-01", "2021-05-31"),
    ("by summer 2027", Context(), "", "2027-08-31"),
    ("since summer 2021", Context(), "2021-06-01", ""),
    ("the winter of 2021/22", Context(), "", ""),
    ("over the summer we lent 40 tents", Context(published="2023-11-10"), "2023-06-01", "2023-08-31"),
    ("over the summer, we lent 40 tents", Context(year=Period("2021-04-01", "2022-03-31")), "2021-06-01", "2021-08-31"),
    ("in the summer we will lend 40 tents", Context(published="2023-11-10"), "", ""),
    ("in the summer holidays", Context(published="2023-11-10"), "", ""),
    ("Two potters had left since Christmas", Context(published="2023-11-10"), "2022-12-25", ""),
    ("We will fire 80 pots by Christmas", Context(published="2023-11-10"), "", "2023-12-25"),
    ("before Easter 2026", Context(), "", "2026-04-05"),
    ("by Easter 2027", Context(), "", "2027-03-28"),
    ("since the Christmas lights", Context(published="2023-11-10"), "", ""),
    # a quarter's report whose day is not known dates what lies in or shortly before its quarter
    ("at the end of August", UNDATED_QUARTER, "2023-08-31", "2023-08-31"),
    ("at the end of June", UNDATED_QUARTER, "2023-06-30", "2023-06-30"),
    ("at 31 October", UNDATED_QUARTER, "", ""),
    ("in quarter two", UNDATED_QUARTER, "2023-07-01", "2023-09-30"),
    ("in quarter one", UNDATED_QUARTER, "2023-04-01", "2023-06-30"),
    ("in quarter four", UNDATED_QUARTER, "2023-01-01", "2023-03-31"),
    ("in quarter three", UNDATED_QUARTER, "", ""),
    ("in quarter two last year", UNDATED_QUARTER, "2022-07-01", "2022-09-30"),
    ("the year to 30 September", UNDATED_QUARTER, "2022-10-01", "2023-09-30"),
    # a year, half or quarter without a name
    ("during the year", Context(year=Period("2022-04-01", "2023-03-31")), "2022-04-01", "2023-03-31"),
    ("during the year", Context(anchor=Period("2022-04-01", "2023-03-31")), "2022-04-01", "2023-03-31"),
    ("during the year", QUARTER, "", ""),
    ("over the year ahead", Context(year=Period("2022-04-01", "2023-03-31")), "", ""),
    (
        "in that year",
        Context(year=Period("2022-04-01", "2023-03-31"), anchor=Period("2019-01-01", "2019-12-31")),
        "2019-01-01",
        "2019-12-31",
    ),
    ("in that time", Context(anchor=Period("2020-06-01", "2021-05-31")), "2020-06-01", "2021-05-31"),
    ("since that date", Context(anchor=Period("2023-02-06", "2023-02-06", kind="day")), "2023-02-06", ""),
    ("in the half year", QUARTER, "2023-04-01", "2023-09-30"),
    ("in the half year", Context(published="2023-11-10"), "2023-04-01", "2023-09-30"),
    ("in the first half of the year", Context(published="2024-02-10"), "2023-04-01", "2023-09-30"),
    # of a calendar year or of a financial one
    ("in the first half of the year", Context(published="2023-07-10"), "", ""),
    ("in the quarter", Context(published="2023-11-10"), "2023-07-01", "2023-09-30"),
    ("in the quarter", Context(published="2023-10-04"), "2023-04-01", "2023-06-30"),
    # the year reported on and the paper's day leave two Junes to choose from
    ("at the end of June", Context(published="2023-07-10", year=Period("2022-04-01", "2023-03-31")), "", ""),
    ("in the first half of the year", QUARTER, "2023-04-01", "2023-09-30"),
    ("in the first two quarters", QUARTER, "2023-04-01", "2023-09-30"),
    ("so far this year", QUARTER, "2023-04-01", "2023-09-30"),
    ("Quarter 3 last year", Context(published="2025-02-20"), "2023-10-01", "2023-12-31"),
    # whose last quarter it is, nothing tells
    ("in the last quarter", Context(published="2025-02-20"), "", ""),
    ("since then", Context(anchor=Period("2023-02-01", "2023-02-28", kind="month")), "2023-02-01", ""),
    ("since then", Context(anchor=Period("2022-04-01", "2023-03-31", kind="year")), "", ""),
]


@pytest.mark.parametrize(("text", "context", "start", "end"), LEANING, ids=[row[0] for row in LEANING])
def test_times_that_lean_on_the_paper(text: str, context: Context, start: str, end: str) -> None:
    dated = [period for period in find_periods(text, context) if period.dated]
    assert [(period.start, period.end) for period in dated] == ([(start, end)] if start or end else [])


def test_the_same_quarter_is_that_of_the_time_told_of() -> None:
    text = "6,418 in Quarter 3 2022/23, 141 fewer than in Quarter 2 but up on the same quarter last year"
    last = find_periods(text)[-1]
    assert (last.start, last.end) == ("2021-10-01", "2021-12-31")


def test_the_year_to_date_keeps_the_months_it_was_told_with() -> None:
    to_date = Period("2023-04-01", "2023-12-31", "Year to date (April to December 2023)")
    (period,) = find_periods("Burglary fell year to date", Context(to_date=to_date))
    assert (period.start, period.end) == ("2023-04-01", "2023-12-31")


YEAR = Period("2032-04-01", "2033-03-31", "2032/33", kind="year")
LAST_YEAR = "2031-04-01/2032-03-31"
THIS_YEAR = "2032-04-01/2033-03-31"

TIMES = [
    # what is set against a dated number is of the same length of time a year before
    ("The number of loans fell from 525 last year to 512.", YEAR, {"525": LAST_YEAR, "512": THIS_YEAR}),
    (
        "The barn lent 512 tools in 2030/31, whereas a year before it had been 525.",
        None,
        {"525": "2029-04-01/2030-03-31"},
    ),
    # alone it may be the year reported on
    ("The barn lent 525 tools last year.", YEAR, {"525": ""}),
    ("Loans have grown since 2028/29, when there were 956 loans of tools.", None, {"956": "2028-04-01/2029-03-31"}),
    (
        "Loans have halved since 2025, from 6,390 loans in that year to 3,187 in 2031/32.",
        None,
        {"6390": "2025-01-01/2025-12-31"},
    ),
    # the words before a number that opens a clause are that number's
    ("In 2031 the barn lent 310 tools, in 2032 it lent 340 tools.", None, {"310": "2031-01-01/2031-12-31"}),
    (
        "Of 15 kilns that were inspected by the guild from 2027 to 2029, 11 were cracked.",
        None,
        {"15": "2027-01-01/2029-12-31"},
    ),
    ("There were 46 potters in 2032, 13 more than the 2030 baseline of 33.", None, {"46": "2032-01-01/2032-12-31"}),
    ("The 2035 Potters' Survey had 1,214 respondents.", None, {"1214": "2035-01-01/2035-12-31"}),
    ("The potters' guild was launched on 6 October with 43 members.", None, {"43": "2033-10-06/2033-10-06"}),
    # a day on which something was told is no time of what was told
    ("At its meeting on 12 March the guild heard that 40 kilns were cracked.", None, {"40": ""}),
    ("Eleven potters carried 38 pots each and two of them had left since Christmas.", None, {"38": ""}),
    # how things are is of no year that is told later in the sentence
    ("The barn is now open at 12 sites and lent 340 tools in the year.", YEAR, {"12": "", "340": THIS_YEAR}),
    (
        "The guild brought 15 new kilns into use during the year, so that there are now 20 kilns.",
        YEAR,
        {"15": THIS_YEAR},
    ),
    # since a day that is not told
    ("Since the grant began the guild has trained 23 potters.", YEAR, {"23": ""}),
    ("Thefts of clay are at their lowest since records were first kept, with 210 thefts.", YEAR, {"210": THIS_YEAR}),
    ("After discounts the net cost in 2031/32 was £688,300.", None, {"688300": LAST_YEAR}),
    ("In the last six months 40 kilns were rebuilt.", YEAR, {"40": ""}),
    ("In the first nine months 40 kilns were rebuilt.", YEAR, {"40": ""}),
    (
        "At the end of December 2031 there were 46 potters. The guild lent 480 tools in that year.",
        None,
        {"480": "2031-01-01/2031-12-31"},
    ),
    (
        "Kelbrook has 46 kilns. In 2031/32 the rate of theft was 5.1 per 1,000 residents. It is the 3rd lowest of all "
        "32 boroughs.",
        None,
        {"5.1": LAST_YEAR, "3": LAST_YEAR},
    ),
]


@pytest.mark.parametrize(("text", "year", "expected"), TIMES, ids=[row[0][:60] for row in TIMES])
def test_each_number_has_its_own_time(text: str, year: Period | None, expected: dict[str, str]) -> None:
    found = observe_text(text, Surroundings("Kelbrook", year, "2033-11-20"))
    times = {f.mention.value: f"{f.period.start}/{f.period.end}" if f.period and f.period.dated else "" for f in found}
    assert {value: times.get(value) for value in expected} == expected


def test_a_quarters_report_keeps_its_quarter_beside_a_year_that_it_tells_apart() -> None:
    quarter = Period("2032-07-01", "2032-09-30", "Quarter 2 2032/33", kind="quarter")
    text = (
        "Thefts for the year to 30 September came to 2,964 thefts: the quarter two figure was 798. "
        "The guild logged 341 loans."
    )
    found = observe_text(text, Surroundings("Kelbrook", quarter, ""))
    assert {f.mention.value: f.period and (f.period.start, f.period.end) for f in found} == {
        "2964": ("2031-10-01", "2032-09-30"),
        "798": ("2032-07-01", "2032-09-30"),
        "341": ("2032-07-01", "2032-09-30"),
    }


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("There were 976 calls in Q1 2030/31 compared to 816 in Q4 of the previous year.", "2030-01-01"),
        ("There were 214 fires in Q4 31/32, which is up from 187 in Q3.", "2031-10-01"),
        ("There were 214 fires in Quarter 1 2030/31, up from 187 in Quarter 4.", "2030-01-01"),
        ("There were 31 fires in quarter 3, down from 40 in quarter 3 last year.", "2031-10-01"),
    ],
)
def test_a_quarter_without_a_year_is_of_that_of_the_quarter_it_is_held_against(text: str, start: str) -> None:
    year = Period("2032-04-01", "2033-03-31", "2032/33")
    found = observe_text(text, Surroundings("Kelbrook", year, "2033-06-30", ()))
    assert found[1].period is not None and found[1].period.start == start


def test_words_that_point_back_are_called_by_what_they_point_to() -> None:
    year = Period("2032-04-01", "2033-03-31", "2032/33")
    told = find_periods("212 calls were logged during the year.", Context(year=year, published="2033-07-01"))
    assert [(p.label, p.start) for p in told] == [("2032/33", "2032-04-01")]
    told = find_periods("In the 12 months to May 2031 there were 40. In that period 212 came", CONTEXT)
    assert [p.label for p in told] == ["12 months to May 2031", "12 months to May 2031"]
    # nothing told before: the words stay, without dates
    told = find_periods("212 calls were logged during the year.")
    assert [(p.label, p.dated) for p in told] == [("during the year", False)]


@pytest.mark.parametrize(
    ("text", "value", "start"),
    [
        ("Stalls will be held in six markets during November.", "6", "2035-11-01"),
        ("Stalls were held in six markets during November.", "6", "2034-11-01"),
        ("The court heard 61 cases, and the lease of the hall was signed on 14 October.", "61", ""),
        ("The court heard 61 cases, and adjourned, on 14 October 2034.", "61", "2034-10-14"),
        ("The new clinic received 212 visits in its first three months.", "212", ""),
        ("The new clinic received 212 visits.", "212", "2034-04-01"),
    ],
)
def test_time_that_is_to_come_or_of_another_clause_or_counted_from_a_beginning(
    text: str, value: str, start: str
) -> None:
    year = Period("2034-04-01", "2035-03-31", "2034/35")
    found = observe_text(text, Surroundings("Ashdown", year, "2035-11-05"))
    assert [f.period.start if f.period else "" for f in found if f.mention.value == value] == [start]
