"""Figures in tables and letters of boards, and what their own arithmetic gives, in the manner of many councils."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from papers_by_hand import paper
from test_observations import Told, told
from test_other_boards import facts_of
from tracker.facts.figures.reported_time import reported
from tracker.papers import read_paper
from tracker.records import Block, Finding, Paper

FY21, FY22, FY23 = ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31"), ("2023-04-01", "2024-03-31")


def figures(text: str) -> list[Told]:
    return told(paper(text, kind="report", title="Report"))


def differing(text: str) -> list[tuple[str, str]]:
    """What is stated and what the figures give, of all that differs."""
    found: tuple[Finding, ...] = facts_of(paper(text, kind="report", title="Report")).findings
    return [(f.stated, f.worked_out) for f in found if f.verdict == "differs"]


TABLES: list[tuple[str, str, list[Told]]] = [
    (
        "a year under 'year ending March' is that year's; a change over two years is the later one's",
        """# Trends
        Table 1: Three year trend in thefts recorded
        | Offence | Number of offences, year ending March | Number of offences, year ending March | Change 2023 to 2024
        | | 2023 | 2024 | Number
        | Theft of boats | 40 | 52 | 12
        | Theft of nets | 31 | 22 | -9""",
        [
            ("Theft of boats", "", *FY22, "40"),
            ("Theft of boats", "", *FY23, "52"),
            ("Theft of boats", "measure=Change Number", *FY23, "12"),
            ("Theft of nets", "", *FY22, "31"),
            ("Theft of nets", "", *FY23, "22"),
            ("Theft of nets", "measure=Change Number", *FY23, "-9"),
        ],
    ),
    (
        "groups of people part a number; its whole and its shares are no groups",
        """# Victims
        Table 2: Victims of harassment by age and sex, 2022/23
        | Age group | Female | Male | All victims | % of all victims
        | Under 18 | 24 | 11 | 35 | 35.0%
        | 18 and over | 41 | 24 | 65 | 65.0%""",
        [
            ("Victims of harassment", "age=Under 18; sex=Female", *FY22, "24"),
            ("Victims of harassment", "age=Under 18; sex=Male", *FY22, "11"),
            ("Victims of harassment", "age=Under 18", *FY22, "35"),
            ("Victims of harassment: share", "age=Under 18", *FY22, "35.0"),
            ("Victims of harassment", "age=18 and over; sex=Female", *FY22, "41"),
            ("Victims of harassment", "age=18 and over; sex=Male", *FY22, "24"),
            ("Victims of harassment", "age=18 and over", *FY22, "65"),
            ("Victims of harassment: share", "age=18 and over", *FY22, "65.0"),
        ],
    ),
    (
        "an estimate, how sure it is and how many were asked stand under the question",
        """# Survey
        Table 3: Residents who feel safe after dark
        | Year | Estimate (%) | Lower confidence limit | Unweighted base
        | 2022 | 61.2 | 58.9 | 1,204
        | 2023 | 63.0 | 60.8 | 1,310""",
        [
            ("Residents who feel safe after dark", "", "2022-01-01", "2022-12-31", "61.2"),
            (
                "Residents who feel safe after dark: lower confidence limit",
                "",
                "2022-01-01",
                "2022-12-31",
                "58.9",
            ),
            ("Residents who feel safe after dark: unweighted base", "", "2022-01-01", "2022-12-31", "1204"),
            ("Residents who feel safe after dark", "", "2023-01-01", "2023-12-31", "63.0"),
            (
                "Residents who feel safe after dark: lower confidence limit",
                "",
                "2023-01-01",
                "2023-12-31",
                "60.8",
            ),
            ("Residents who feel safe after dark: unweighted base", "", "2023-01-01", "2023-12-31", "1310"),
        ],
    ),
    (
        "rows that say only 'Number' and 'Rate per …' are the caption's; a caption's own year holds",
        """# Young people
        Table 4: First-time entrants to the youth justice system
        | | 2021/22 | 2022/23
        | Number | 41 | 37
        | Rate per 100,000 | 141 | 126""",
        [
            ("First-time entrants to the youth justice system", "", *FY21, "41"),
            ("First-time entrants to the youth justice system", "", *FY22, "37"),
            ("First-time entrants to the youth justice system: rate per 100,000", "", *FY21, "141"),
            ("First-time entrants to the youth justice system: rate per 100,000", "", *FY22, "126"),
        ],
    ),
    (
        "a total below years is of all of them; a head that says only what sort of thing stands below it is no name",
        """# Wardens
        Table 5: Calls to wardens
        | Year | Type of call | Type of call
        | | Noise | Litter
        | 2021/22 | 12 | 8
        | 2022/23 | 15 | 9
        | Total | 27 | 17""",
        [
            ("Calls to wardens", "call type=Noise", *FY21, "12"),
            ("Calls to wardens", "call type=Litter", *FY21, "8"),
            ("Calls to wardens", "call type=Noise", *FY22, "15"),
            ("Calls to wardens", "call type=Litter", *FY22, "9"),
            ("Calls to wardens", "call type=Noise", FY21[0], FY22[1], "27"),
            ("Calls to wardens", "call type=Litter", FY21[0], FY22[1], "17"),
        ],
    ),
    (
        "what follows two years in a table of both is the later one's; outcomes are kinds, not measures",
        """# Harassment
        Table 6: Reports of harassment by outcome, 2021/22 to 2022/23
        | Outcome | 2021/22 | 2022/23 | Difference | Rate per 10,000 residents
        | Charged | 40 | 52 | +12 | 6.5
        | Warned | 31 | 22 | -9 | 2.8""",
        [
            ("Reports of harassment", "outcome=Charged", *FY21, "40"),
            ("Reports of harassment", "outcome=Charged", *FY22, "52"),
            ("Reports of harassment", "outcome=Charged; measure=Difference", *FY22, "12"),
            ("Reports of harassment: rate per 10,000 residents", "outcome=Charged", *FY22, "6.5"),
            ("Reports of harassment", "outcome=Warned", *FY21, "31"),
            ("Reports of harassment", "outcome=Warned", *FY22, "22"),
            ("Reports of harassment", "outcome=Warned; measure=Difference", *FY22, "-9"),
            ("Reports of harassment: rate per 10,000 residents", "outcome=Warned", *FY22, "2.8"),
        ],
    ),
    (
        "a change after a year to date is not the last month's; people living there are no offences",
        """# Months
        Table 6: Vehicle crime by ward
        | Ward | Apr-23 | May-23 | YTD 2023/24 | YTD 2022/23 | % change
        | Quayside | 11 | 14 | 25 | 20 | 25%""",
        [
            ("Vehicle crime", "ward=Quayside", "2023-04-01", "2023-04-30", "11"),
            ("Vehicle crime", "ward=Quayside", "2023-05-01", "2023-05-31", "14"),
            ("Vehicle crime", "ward=Quayside", "2023-04-01", "2023-05-31", "25"),
            ("Vehicle crime", "ward=Quayside", "2022-04-01", "2022-05-31", "20"),
            ("Vehicle crime", "ward=Quayside; measure=% change", "2023-04-01", "2023-05-31", "25"),
        ],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), TABLES, ids=[why for why, _, _ in TABLES])
def test_tables(why: str, text: str, expected: list[Told]) -> None:
    assert figures(text) == expected


def test_a_last_letter_on_the_next_line_belongs_to_its_word() -> None:
    found = facts_of(
        paper(
            """# Wards
            Table 1: Crime by ward, 2022/23
            | Ward | Number of offences | Populatio n | Rate per 1,000 populatio n
            | Quayside | 120 | 8,000 | 15.0""",
            kind="report",
            title="Report",
        )
    )
    titles = {i.title for i in found.indicators}
    assert "Population" in titles and not any("populatio n" in title.lower() for title in titles)


def test_money_is_told_by_the_head_that_ends_in_pounds() -> None:
    found = facts_of(
        paper(
            """# Money
            Table 1: Spending on wardens
            | Item | 2022/23 budget £ | 2022/23 actual £
            | Radios | 4,000 | 3,650
            | Boots | 1,200 | 1,310""",
            kind="report",
            title="Report",
        )
    )
    assert {(o.measure, o.unit) for o in found.observations} == {("money", "GBP")}


LETTER = """Our reference: FOI/2024/118
# Response
1. How many fly-tips were reported in each of the last two years?
- 2021/22: 1,310
- 2022/23: fewer than 5
2. What was the cost of clearing them?
2021/22 – £14,950, 2022/23 – £13,264
3. How many notices did the council issue for littering in 2022 and 2023?
The council issued 218 notices for littering in 2022 and 187 in 2023.
4. How many wardens (full-time equivalent) does the council employ?
11.5 FTE.
5. How many orders were made in 2022/23?
Please see the published register. Where the number is fewer than five, it is not shown.
6. What was the wardens' budget in 2022/23?
The budget was £612,400."""


def test_answers_in_lists_and_sentences() -> None:
    found = facts_of(paper(LETTER, kind="foi answer")).observations
    told = [(o.period_start, o.period_end, o.value, o.qualifier, o.measure, o.unit) for o in found]
    assert told == [
        (*FY21, "1310", "", "count", "fly-tips"),
        (*FY22, "5", "under", "count", "fly-tips"),
        (*FY21, "14950", "", "money", "GBP"),
        (*FY22, "13264", "", "money", "GBP"),
        ("2022-01-01", "2022-12-31", "218", "", "count", "notices"),
        ("2023-01-01", "2023-12-31", "187", "", "count", "notices"),
        ("", "", "11.5", "", "count", "wardens"),
        (*FY22, "612400", "", "money", "GBP"),
    ]


def test_answers_that_begin_with_the_numbers_of_their_questions() -> None:
    found = facts_of(
        paper(
            """Reference: FOI 24-118
            Thank you for your request, received on 9 September 2024, in which you asked:
            1. How many closure orders did the council obtain in each year from 2021/22 to 2022/23?
            2. How much did the council spend on cameras in 2021/22 and 2022/23?
            # Our response
            1. 2021/22: 4; 2022/23: 7.
            2. In 2021/22 the council spent £84,300. In 2022/23 it spent £91,750."""
        )
    )
    titles = {i.id: i.title for i in found.indicators}
    assert [(titles[o.indicator], o.period_start, o.value) for o in found.observations if o.trust != "unsure"] == [
        ("Closure orders obtained", FY21[0], "4"),
        ("Closure orders obtained", FY22[0], "7"),
        ("Spend on cameras", FY21[0], "84300"),
        ("Spend on cameras", FY22[0], "91750"),
    ]


CHECKS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "a rate that does not follow from its count and population, where the others do",
        """# Wards
        | Ward | Burglary | Robbery | All crime | Population | Rate per 1,000 population
        | Quayside | 90 | 30 | 120 | 8,000 | 15.0
        | Harbour | 70 | 20 | 90 | 9,000 | 10.0
        | Hilltop | 50 | 10 | 60 | 5,000 | 19.0
        | Meadow | 80 | 20 | 100 | 8,000 | 12.5""",
        [("19.0", "60 for 5,000: 12.0 per 1,000")],
    ),
    (
        "a total beyond what hidden values could add, and none within it",
        """# Wards
        | Ward | May 2023 | June 2023
        | Quayside | 40 | 61
        | Harbour | * | <5
        | Hilltop | 55 | 70
        | Total | 112 | 134""",
        [("112", "95 to 104")],
    ),
    (
        "the answers of one group that make no hundred; rounded ones do",
        """# Survey
        | Group | Very safe | Fairly safe | Unsafe | Not sure
        | All | 24% | 43% | 31% | 2%
        | Women | 17% | 41% | 40% | 1%
        | Men | 32% | 35% | 21% | 2%
        | Young people | 26% | 44% | 28% | 2%""",
        [("32% + 35% + 21% + 2%", "90%")],
    ),
    (
        "shares of a whole that make 99.9 or 100.1 agree with it",
        """# Ages
        | Age | Victims | Share
        | Under 18 | 744 | 33.4%
        | 18 to 40 | 740 | 33.3%
        | Over 40 | 741 | 33.3%
        | Total | 2,225 | 100.1%""",
        [],
    ),
    (
        "quarters that do not make the year to date",
        """# Quarters of 2023/24
        | Measure | Q1 | Q2 | Q3 | Q4 | YTD
        | Warnings given | 14 | 11 | 17 | 12 | 54
        | Visits made | 25 | 23 | 26 | 24 | 100
        | Calls taken | 31 | 20 | 22 | 27 | 100""",
        [("100", "25 + 23 + 26 + 24 = 98")],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), CHECKS, ids=[why for why, _, _ in CHECKS])
def test_arithmetic_of_tables(why: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert differing(text) == expected


def test_the_quarter_of_a_line_under_the_title_dates_the_quarter() -> None:
    found = told(
        paper(
            """# Safer Quayside Partnership
            Performance report: Quarter 2 2022/23
            ## Wardens
            - 36 notices were issued in the quarter.
            - The number of visits was 210 in the quarter, up from 180 in the previous quarter.""",
            kind="report",
            title="Safer Quayside Partnership",
        )
    )
    q2, q1 = ("2022-07-01", "2022-09-30"), ("2022-04-01", "2022-06-30")
    assert {(start, end, value) for _, _, start, end, value in found} == {(*q2, "36"), (*q2, "210"), (*q1, "180")}


@pytest.mark.parametrize(
    ("title", "opening", "year", "quarter"),
    [
        ("Quarterly dashboard to the end of March 2024", "", "2023-04-01", "2024-01-01"),
        ("Safer Quayside", "Performance report: July to September 2023", "2023-04-01", "2023-07-01"),
        ("Safer Quayside", "Annual report 2022/23", "2022-04-01", ""),
        ("Safer Quayside", "Meeting of 14 May 2023 on Quarter 4 2022/23", "", ""),
        ("Safer Quayside", "Strategy 2022/23", "", ""),
        ("Annual report 2021/22", "Quarter 4 2022/23", "2021-04-01", "2023-01-01"),
    ],
)
def test_what_time_a_report_tells_of(title: str, opening: str, year: str, quarter: str) -> None:
    blocks = [Block(id="p1-1", kind="paragraph", text=opening)] if opening else []
    told_of = reported(title, blocks)
    assert (told_of.year.start if told_of.year else "") == year
    assert (told_of.quarter.start if told_of.quarter else "") == quarter


def _slide(path: Path, draw: Callable[[pymupdf.Page], None]) -> Paper:
    document = pymupdf.open()
    page = document.new_page(width=800, height=450)
    page.insert_text((40, 40), "Safer Quayside: dashboard for Quarter 2 2022/23", fontsize=20, fontname="hebo")
    draw(page)
    document.save(path)
    return read_paper(path)


def _observed(made: Paper) -> list[tuple[str, str, str, str]]:
    facts = facts_of(made)
    titles = {i.id: i.title for i in facts.indicators}
    return [
        (titles[o.indicator], "; ".join(value for _, value in o.breakdown), o.period_start, o.value)
        for o in facts.observations
        if o.trust != "unsure"
    ]


def test_a_tile_of_label_number_and_change(tmp_path: Path) -> None:
    def draw(page: pymupdf.Page) -> None:
        page.insert_text((40, 70), "July to September 2022, compared with the same quarter last year", fontsize=11)
        for x, label, number, change in (
            (40, "Residential burglary", "211", "13% on Q2 2021/22 (243)"),
            (300, "Theft of boats", "48", "20% on Q2 2021/22 (40)"),
        ):
            page.draw_rect((x, 100, x + 220, 220), fill=(0.9, 0.93, 0.97), color=(0.1, 0.2, 0.4))
            page.insert_text((x + 40, 128), label, fontsize=13, fontname="hebo")
            page.insert_text((x + 70, 160), number, fontsize=33, fontname="hebo")
            page.insert_text((x + 30, 178), change, fontsize=10)

    found = _observed(_slide(tmp_path / "tiles.pdf", draw))
    assert sorted(found) == [
        ("Residential burglary", "", "2021-07-01", "243"),
        ("Residential burglary", "", "2022-07-01", "211"),
        ("Theft of boats", "", "2021-07-01", "40"),
        ("Theft of boats", "", "2022-07-01", "48"),
    ]


@pytest.mark.parametrize("lying", [False, True])
def test_bars_with_their_numbers_are_a_chart_though_they_have_no_axis(lying: bool, tmp_path: Path) -> None:
    bars = [("Apr-Jun 22", 90), ("Jul-Sep 22", 120), ("Oct-Dec 22", 60), ("Jan-Mar 23", 105)]

    def draw(page: pymupdf.Page) -> None:
        page.insert_text((60, 90), "Calls to wardens by quarter", fontsize=12, fontname="hebo")
        for n, (label, value) in enumerate(bars):
            if lying:
                y = 120 + 50 * n
                page.draw_rect((160, y, 160 + 2 * value, y + 26), fill=(0.1, 0.3, 0.6), color=None)
                page.insert_text((165 + 2 * value, y + 17), str(value), fontsize=10)
                page.insert_text((100, y + 17), label, fontsize=10)
            else:
                x = 80 + 150 * n
                page.draw_rect((x, 380 - 2 * value, x + 80, 380), fill=(0.1, 0.3, 0.6), color=None)
                page.insert_text((x + 40 - 2.8 * len(str(value)), 374 - 2 * value), str(value), fontsize=10)
                page.insert_text((x + 15, 394), label, fontsize=10)

    found = _observed(_slide(tmp_path / "bars.pdf", draw))
    starts = ("2022-04-01", "2022-07-01", "2022-10-01", "2023-01-01")
    expected = [("Calls to wardens", "", at, str(value)) for at, (_, value) in zip(starts, bars, strict=True)]
    assert sorted(found) == sorted(expected)


def test_the_ground_behind_single_words_divides_no_cell(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    heads, rows = ("Measure of the year", "2021/22", "2022/23"), [("Calls", "58", "41"), ("Visits", "201", "141")]
    edges = (60, 260, 360, 460)
    for r in range(4):
        page.draw_line((60, 100 + 20 * r), (460, 100 + 20 * r))
    for x in edges:
        page.draw_line((x, 100), (x, 160))
    for c, head in enumerate(heads):
        at = edges[c] + 20.0
        for word in head.split():
            width = pymupdf.get_text_length(word, "hebo", 10)
            page.draw_rect((at, 105, at + width, 116), fill=(0.85, 0.9, 0.96), color=None)
            page.insert_text((at, 114), word, fontsize=10, fontname="hebo")
            at += width + 3
    for r, row in enumerate(rows, start=1):
        for c, text in enumerate(row):
            page.insert_text((edges[c] + 4, 114 + 20 * r), text, fontsize=10)
    path = tmp_path / "marked.pdf"
    document.save(path)
    (table,) = [b for p in read_paper(path).pages for b in p.blocks if b.kind == "table"]
    assert [[cell.text if cell else None for cell in row] for row in table.rows] == [list(heads), *map(list, rows)]


def test_a_loosely_set_statement_goes_on_in_its_next_line(tmp_path: Path) -> None:
    def draw(page: pymupdf.Page) -> None:
        words = (
            "In the 12 months to September 2022 there were 1,986 visits by wardens to homes in all of the old city. "
        )
        words += "In the 12 months prior there were 1,874. This is an increase of 6%."
        page.insert_textbox((40, 90, 760, 140), words, fontsize=12)

    made = _slide(tmp_path / "loose.pdf", draw)
    assert sum("1,986" in b.text and "6%" in b.text for b in made.pages[0].blocks) == 1
