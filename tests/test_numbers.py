"""Numbers in cells and in running text, and what looks like one and counts nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.wording.numbers import find_numbers, find_ranks, parse_cell

CELLS = [
    ("2,310", "2310", "", "", ""),
    ("−4.2%", "-4.2", "%", "", ""),
    ("-32.0%", "-32.0", "%", "", ""),
    ("£1.46m", "1460000", "GBP", "", ""),
    ("£90k", "90000", "GBP", "", ""),
    ("£2.5 million", "2500000", "GBP", "", ""),
    ("£1,234.50", "1234.50", "GBP", "", ""),
    ("-£5", "-5", "GBP", "", ""),
    ("(12)", "-12", "", "", ""),
    ("41K", "41000", "", "", ""),
    ("<5", "5", "", "under", "c"),
    ("Less than 5", "5", "", "under", "c"),
    ("fewer than five", "5", "", "under", "c"),
    ("<300", "300", "", "under", ""),
    ("<5%", "5", "%", "under", ""),
    ("≥5", "5", "", "at least", ""),
    ("20+", "20", "", "over", ""),
    ("1,210 or fewer", "1210", "", "at most", ""),
    ("35% or lower", "35", "%", "at most", ""),
    ("48 or more", "48", "", "at least", ""),
    ("£90k or above", "90000", "GBP", "at least", ""),
    ("approx. 20", "20", "", "about", ""),
    ("Five", "5", "", "", ""),
    ("twenty-one", "21", "", "", ""),
    ("None", "0", "", "", ""),
    ("12.5%", "12.5", "%", "", ""),
    ("1.1 %", "1.1", "%", "", ""),
    ("▲ 50.6%", "50.6", "%", "", ""),
    ("▼ -19.6%", "-19.6", "%", "", ""),
    ("▶0.0%", "0.0", "%", "", ""),
    ("Decrease (3.5%)", "-3.5", "%", "", ""),
    ("Increase (1.0%)", "1.0", "%", "", ""),
    ("6.7 pp", "6.7", "pp", "", ""),
    ("18.3 per 1,000", "18.3", "per 1,000", "", ""),
    ("1,090/100,000", "1090", "per 100,000", "", ""),
    ("52*", "52", "", "", ""),
    ("[c]", "", "", "", "c"),
    ("n/a", "", "", "", "z"),
    ("123 [p]", "123", "", "", "p"),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier", "marker"), CELLS)
def test_cells(text: str, value: str, unit: str, qualifier: str, marker: str) -> None:
    number = parse_cell(text)
    assert number is not None
    assert (number.value, number.unit, number.qualifier, number.marker) == (value, unit, qualifier, marker)
    assert number.printed == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "TBD",
        "Total",
        "Q1",
        "5 - 10",
        "CST01",
        "10.00 am",
        "3rd",
        "12 (5%)",
        "No",
        "Amber",
        "19th July 2023",
        "GP 3",
        "3 or 4",
        "48 or more visits",
    ],
)
def test_cells_without_a_figure(text: str) -> None:
    assert parse_cell(text) is None


def test_a_rank_knows_what_it_is_out_of() -> None:
    number = parse_cell("5/32")
    assert number is not None and (number.value, number.of, number.measure) == ("5", "32", "rank")


TEXTS = [
    ("480 cases of burglary over 3 months, March 2023 to May 2023", ["480"]),
    (
        "12 months up to May 2023: 1950 cases. The 12 months prior: 1847. Change: an increase of 5.6%.",
        ["1950", "1847", "5.6"],
    ),
    ("approx. 20 per month on average", ["20"]),
    ("It meets every 6 weeks, so none was held in May 2022", []),
    (
        "July 2022 – May 2023, 2,121 violence with injuries, 18.3 per 1,000, average 188 from Jan 2018",
        ["2121", "18.3", "188"],
    ),
    ("Population +9.2%; 0-19, +6.8%; 20-24, +26.2%", ["9.2", "6.8", "26.2"]),
    ("Under 18 (65%)", ["65"]),
    ("14% of Children (0-15) live in poverty", ["14"]),
    ("section 17 of the Crime and Disorder Act 1998; see page 12, Table 3 and paragraph 4.2", []),
    ("-10% point in MUU referrals, +16% point in others", ["-10", "16"]),
    ("Level 3: +34.1%, Level 4+: +33.2%", ["34.1", "33.2"]),
    ("food banks have 41K users", ["41000"]),
    ("£1.46m over 2 years, £696,400 a year", ["1460000", "696400"]),
    ("women aged 16-24 and 25 to 34 year olds", []),
    ("call 020 8359 2000 or 101 before 10.30am on 3rd May", ["101"]),
    ("Slides 12-19, Priority 2, Objective 3 and Appendix 4", []),
    ("(from 3 in 2021/22 to 2 in 2022/23)", ["3", "2"]),
    ("twelve schools and twenty-one homes", ["12", "21"]),
    ("the 24-month appendix, a 14-month pilot, 12 week course", []),
    ("one in three, 2 out of 5", []),
    ("CST07 and NW4 4BQ, COVID-19", []),
    ("more than 120,000 hours", ["120000"]),
    ("the two comparable quarters", []),
]


@pytest.mark.parametrize(("text", "values"), TEXTS)
def test_running_text(text: str, values: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Northtown ranks 12th of 32 boroughs", [("12", "32")]),
        ("London comparison rank: 5/32", [("5", "32")]),
        ("London comparison: 1/32 is best, 32/32 worst", []),
    ],
)
def test_ranks(text: str, ranks: list[tuple[str, str]]) -> None:
    assert [(number.value, number.of) for number in find_ranks(text)] == ranks


@given(st.integers(0, 10**7))
def test_a_whole_number_is_itself_with_and_without_commas(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        found = parse_cell(text)
        assert found is not None and found.value == str(number) and found.printed == text


@given(st.decimals(min_value=-999, max_value=999, places=1))
def test_decimals_keep_their_places_and_sign(number: object) -> None:
    found = parse_cell(f"{number}%")
    assert found is not None
    assert found.value == str(number) or (float(found.value) == 0 and float(str(number)) == 0)


@given(st.text(max_size=120))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    parse_cell(text)
    for number in find_numbers(text):
        assert 0 <= number.begin < number.finish <= len(text)
        assert number.printed in text
