"""Figures in tables, charts, callouts and on slides: handmade ones in many wordings, and the five against the key."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import ROOT, Measured, Readings
from papers_by_hand import paper
from tracker.facts import understand
from tracker.facts.context import context_of
from tracker.facts.figures.captions import serves_as_caption
from tracker.facts.figures.chart_labels import read_chart
from tracker.facts.figures.structured import figures_in
from tracker.facts.wording.place_name import with_place
from tracker.records import Block, Label, Observation, Page, Paper, PaperFacts, PaperSettings, Part, TrackerSettings

PLACE = "Northtown"
TRACKER = TrackerSettings(place=PLACE, board="Northtown Community Safety Partnership")
SETTINGS = PaperSettings(id="x", date="2023-07-19")

Told = tuple[str, str, str, str, str]


def slide(text: str, figures: Sequence[Block] = ()) -> Paper:
    """A dashboard of one slide: the first paragraph is its callout."""
    made = paper(text, kind="dashboard")
    blocks = list(made.pages[0].blocks)
    first = next((n for n, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if first is not None and not figures:
        blocks[first] = blocks[first].model_copy(update={"role": "callout"})
    blocks.extend(figures)
    page = Page(number=1, printed="1", width=842, height=595, blocks=tuple(blocks))
    return made.model_copy(update={"pages": (page,), "date": "2023-07-19"})


def told(made: Paper) -> list[Told]:
    """(indicator, breakdown, start, end, value) of all that is shown as fact."""
    figures = figures_in(context_of(made, "x", SETTINGS, TRACKER))[0]
    titles = {indicator.id: indicator.title for indicator in figures.indicators}
    return [
        (
            titles[o.indicator],
            "; ".join(f"{k}={v}" for k, v in o.breakdown),
            o.period_start,
            o.period_end,
            o.qualifier + o.value,
        )
        for o in figures.observations
        if o.trust != "unsure"
    ]


MAY23, MAY22 = ("2023-03-01", "2023-05-31"), ("2022-03-01", "2022-05-31")
YEAR23, YEAR22 = ("2022-06-01", "2023-05-31"), ("2021-06-01", "2022-05-31")
FY22, FY21 = ("2022-04-01", "2023-03-31"), ("2021-04-01", "2022-03-31")
Q1, Q4, Q4_BEFORE = ("2023-04-01", "2023-06-30"), ("2023-01-01", "2023-03-31"), ("2022-01-01", "2022-03-31")

# ruff: noqa: E501
SLIDES: list[tuple[str, list[Told]]] = [
    (
        """# Domestic Burglary
        480 cases of Residential Burglary in Northtown over 3 months, March 2023 to May 2023
        Residential Burglary in Northtown, 12 months up to May 2023: 1950 cases. The 12 months prior: 1847. Change: an increase of 5.6%.
        """,
        [
            ("Residential Burglary", "", *MAY23, "480"),
            ("Residential Burglary", "", *YEAR23, "1950"),
            ("Residential Burglary", "", *YEAR22, "1847"),
        ],
    ),
    (
        """# Residential Burglary
        In the 3 months of March 2023 to May 2023 there were 480 cases of Residential Burglary in Northtown
        There were 1,950 cases of Residential Burglary in Northtown in the 12 months up to May 2023. In the 12 months prior there were 1,847. This is an increase of 5.6%.
        In the 3 months of March 2023 to May 2023 there were 480 cases of Residential Burglary. In the same period 12 months prior there were 463. This is an increase of 3.7%.
        """,
        [
            ("Residential Burglary", "", *MAY23, "480"),
            ("Residential Burglary", "", *YEAR23, "1950"),
            ("Residential Burglary", "", *YEAR22, "1847"),
            ("Residential Burglary", "", *MAY23, "480"),
            ("Residential Burglary", "", *MAY22, "463"),
        ],
    ),
    (
        """# PREVENT: Number of Referrals Northtown Qtrly Comparison
        In Quarter 4 2022/23 there were 15 Prevent referrals in Northtown. In the same quarter in the previous year, there were 25. This is a decrease of 40%.
        Most referrals in Quarter 4 2022/23:
        - Male (88%)
        - 65% were under 18
        """,
        [
            ("Prevent referrals", "", *Q4, "15"),
            ("Prevent referrals", "", *Q4_BEFORE, "25"),
            ("Prevent referrals: share", "group=Male", *Q4, "88"),
            ("Prevent referrals: share", "group=Under 18", *Q4, "65"),
        ],
    ),
    (
        """# Knife Crime
        23 knife crime with injury offences recorded between March and May 2023, compared with 24 in the same period last year (-4.2%)
        """,
        [
            ("Knife crime with injury offences", "", *MAY23, "23"),
            ("Knife crime with injury offences", "", *MAY22, "24"),
        ],
    ),
    (
        """# CCTV
        191 incidents were captured by CCTV in Northtown in the 3 months to May 2023
        - Public Disorder: 15%
        - 12% of incidents were Other
        - Edgware had the most incidents (14%), followed by Burnt Oak (10%) and High Town (8%)
        """,
        [
            ("CCTV incidents", "", *MAY23, "191"),
            ("CCTV incidents: share", "group=Public Disorder", *MAY23, "15"),
            ("CCTV incidents: share", "group=Other", *MAY23, "12"),
            ("CCTV incidents: share", "group=Edgware", *MAY23, "14"),
            ("CCTV incidents: share", "group=Burnt Oak", *MAY23, "10"),
            ("CCTV incidents: share", "group=High Town", *MAY23, "8"),
        ],
    ),
    (
        """# Anti-Social Behaviour
        Total ASB calls: 1,203 (Q1 2023/24)
        Repeat callers: 45, down from 60 in Q1 2022/23
        """,
        [
            ("Total ASB calls", "", *Q1, "1203"),
            ("Repeat callers", "", *Q1, "45"),
            ("Repeat callers", "", "2022-04-01", "2022-06-30", "60"),
        ],
    ),
    (
        """# Hate Crime
        Hate crime, Q1 2023/24: 102 offences. Same quarter last year: 98. Change: +4.1%
        The borough ranks 12th of 32 boroughs
        """,
        [
            ("Hate crime", "", *Q1, "102"),
            ("Hate crime", "", "2022-04-01", "2022-06-30", "98"),
            ("Hate Crime: rank", "", *Q1, "12"),
        ],
    ),
    (
        """# Domestic Abuse
        Domestic Abuse VWI: 199
        (3 months to May 2023)
        12-month rolling total: 725 (previous 12 months: 761)
        """,
        [
            ("Domestic Abuse VWI", "", *MAY23, "199"),
            ("Domestic Abuse", "", *YEAR23, "725"),
            ("Domestic Abuse", "", *YEAR22, "761"),
        ],
    ),
    (
        """# Highlights, Q1 2023/24
        The quarter in figures
        102
        Hate crime offences
        14.2%
        Sanction detection rate
        """,
        [
            ("Hate crime offences", "", *Q1, "102"),
            ("Sanction detection rate", "", *Q1, "14.2"),
        ],
    ),
    (
        """# Notes
        A lower ranking means that Northtown does better
        - Knife crime used to be counted for under 25s only
        - London comparison: 1/32 is best, 32/32 worst
        - The quietest periods fall between 03:00am and 11:00am
        - It meets every 6 weeks, so none was held in May 2022
        """,
        [],
    ),
]


@pytest.mark.parametrize(("text", "facts"), SLIDES)
def test_slides_in_many_wordings(text: str, facts: list[Told]) -> None:
    assert told(slide(text)) == facts


TABLES: list[tuple[str, list[Told]]] = [
    (
        """# Performance
        Table 1: Recorded crime by type, 2021/22 to 2022/23
        | Crime type | 2021/22 | 2022/23 | % change
        | Burglary | 1,203 | 1,150 | -4.4%
        | Robbery | 402 | 431 | ▲ 7.2%""",
        [
            ("Recorded crime", "type=Burglary", *FY21, "1203"),
            ("Recorded crime", "type=Burglary", *FY22, "1150"),
            ("Recorded crime", "type=Burglary; measure=% change", *FY22, "-4.4"),
            ("Recorded crime", "type=Robbery", *FY21, "402"),
            ("Recorded crime", "type=Robbery", *FY22, "431"),
            ("Recorded crime", "type=Robbery; measure=% change", *FY22, "7.2"),
        ],
    ),
    (
        """# Key indicators
        | Indicator | Target 2022/23 | Q1 | Q4 | Year end | RAG
        | Number of ASB reports | 4,200 | 1,100 | 900 | 4,230 | Amber
        | % of victims satisfied | 75% | 72% | [c] | 74% | Green""",
        [
            ("Number of ASB reports", "", "2022-04-01", "2022-06-30", "1100"),
            ("Number of ASB reports", "", *Q4, "900"),
            ("Number of ASB reports", "", *FY22, "4230"),
            ("% of victims satisfied", "", "2022-04-01", "2022-06-30", "72"),
            ("% of victims satisfied", "", *Q4, ""),
            ("% of victims satisfied", "", *FY22, "74"),
            ("Number of ASB reports", "measure=target", *FY22, "4200"),
            ("% of victims satisfied", "measure=target", *FY22, "75"),
        ],
    ),
    (
        """# Community safety 2022/23
        | Indicator | Northtown | London
        | Hate crime rate per 1,000 | 2.3 | 3.1
        | Proven reoffending rate | 24.1% | 26.0%""",
        [
            ("Hate crime rate per 1,000", "", *FY22, "2.3"),
            ("Hate crime rate per 1,000", "area=London", *FY22, "3.1"),
            ("Proven reoffending rate", "", *FY22, "24.1"),
            ("Proven reoffending rate", "area=London", *FY22, "26.0"),
        ],
    ),
    (
        """# Budget
        Community safety grant (£000)
        | Programme | 2022/23 Actual
        | Youth diversion | 115
        | CCTV | 355""",
        [
            ("Community safety grant", "programme=Youth diversion; version=Actual", *FY22, "115000"),
            ("Community safety grant", "programme=CCTV; version=Actual", *FY22, "355000"),
        ],
    ),
    (
        """# Referrals
        Number of referrals by age group and gender, April 2022 to March 2023
        | Age group | Male | Female | Total
        | 18-24 | 12 | <5 | 44
        | 65+ | 3 | Less than 5 | 8""",
        [
            ("Referrals", "age group=18-24; gender=Male", *FY22, "12"),
            ("Referrals", "age group=18-24; gender=Female", *FY22, "under5"),
            ("Referrals", "age group=18-24; gender=Total", *FY22, "44"),
            ("Referrals", "age group=65+; gender=Male", *FY22, "3"),
            ("Referrals", "age group=65+; gender=Female", *FY22, "under5"),
            ("Referrals", "age group=65+; gender=Total", *FY22, "8"),
        ],
    ),
    (
        # what actions are to reach is planned
        """# Action plan
        | No | Action | Lead | By when
        | 1 | Recruit 2 officers | Council | March 2024
        | 2 | Train 50 staff | Police | June 2024""",
        [
            ("Officers to be recruited", "plan=planned", "", "", "2"),
            ("Staff to be trained", "plan=planned", "", "", "50"),
        ],
    ),
    (
        """# Monthly ASB calls
        | | Apr | Jan
        | 2021/22 | 120 | 110
        | 2022/23 | 100 | 101""",
        [
            ("Monthly ASB calls", "", "2021-04-01", "2021-04-30", "120"),
            ("Monthly ASB calls", "", "2022-01-01", "2022-01-31", "110"),
            ("Monthly ASB calls", "", "2022-04-01", "2022-04-30", "100"),
            ("Monthly ASB calls", "", "2023-01-01", "2023-01-31", "101"),
        ],
    ),
    (
        """# Stop and search
        | Ward | Jun-22 | Jul-22 | Total
        | Edgware | 12 | 15 | 27
        | Hale | 7 | 5 | 12""",
        [
            ("Stop and search", "ward=Edgware", "2022-06-01", "2022-06-30", "12"),
            ("Stop and search", "ward=Edgware", "2022-07-01", "2022-07-31", "15"),
            ("Stop and search", "ward=Edgware", "2022-06-01", "2022-07-31", "27"),
            ("Stop and search", "ward=Hale", "2022-06-01", "2022-06-30", "7"),
            ("Stop and search", "ward=Hale", "2022-07-01", "2022-07-31", "5"),
            ("Stop and search", "ward=Hale", "2022-06-01", "2022-07-31", "12"),
        ],
    ),
    (
        """# Outcomes
        | Measure | 12 months to May 2023 | 12 months to May 2022
        | Domestic abuse offences | 2,950 (-3.3%) | 3,050
        | Charges | 210 | 190""",
        [
            ("Domestic abuse offences", "", *YEAR23, "2950"),
            ("Domestic abuse offences", "measure=% change", *YEAR23, "-3.3"),
            ("Domestic abuse offences", "", *YEAR22, "3050"),
            ("Charges", "", *YEAR23, "210"),
            ("Charges", "", *YEAR22, "190"),
        ],
    ),
    (
        """# Needs assessment
        | Item | Risk factor | Statistics
        | Children | Vulnerable groups | Looked after children (LAC): 329; 14% of children live in poverty
        | Health | Substance misuse | Persistent absence: 18.4%, 28.5 per 1,000 in most deprived areas""",
        [
            ("Looked after children (LAC)", "", "", "", "329"),
            ("Children live in poverty", "", "", "", "14"),
            ("Persistent absence", "", "", "", "18.4"),
            ("Persistent absence: rate", "area=most deprived areas", "", "", "28.5"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "facts"), TABLES)
def test_tables_in_many_shapes(text: str, facts: list[Told]) -> None:
    assert told(paper(text, kind="report", title="Report")) == facts


@pytest.mark.parametrize(
    "text",
    [
        """# Order of business
        | Item | Title | Page
        | 1 | Apologies | 3
        | 2 | Minutes | 5""",
        """# Risks
        | Risk | Likelihood | Impact | Score
        | Loss of funding | 3 | 4 | 12
        | Staff turnover | 2 | 3 | 6""",
        """# Contacts
        | Name | Organisation | Tel
        | A Smith | Council | 020 8359 2000
        | B Jones | Police | 101""",
        """# Forward plan
        | Title of Report | Overview | Issue Type
        | Performance Update (Q4 2021/22) | All priorities | Non-Key
        | Annual report 2022/23 | All | Key""",
    ],
)
def test_tables_that_are_no_data(text: str) -> None:
    assert told(paper(text, kind="report", title="Report")) == []


def label(text: str, x: float, y: float, width: float = 0, height: float = 10) -> Label:
    """A label centred on x, y."""
    width = width or 6.0 * len(text)
    return Label(text=text, part=Part(page=1, bbox=(x - width / 2, y - height / 2, x + width / 2, y + height / 2)))


def standing(title: str, bars: Sequence[tuple[str, str]], ticks: Sequence[int]) -> Block:
    """A column chart: values over the columns, categories below, an axis at the left."""
    top = max(ticks)
    labels = [label(title, 200, 10)]
    for n, (category, value) in enumerate(bars):
        x = 120.0 + 130 * n
        height = float(value.strip("%").replace(",", "")) / top * 200
        labels += [label(value, x, 240 - height - 8), label(category, x, 260)]
    labels += [label(str(t), 40 - 3.0 * len(str(t)), 240 - 200 * t / top) for t in ticks]
    labels.append(label("cases", 10, 150, 10, 30))
    part = Part(page=1, bbox=(0, 0, 500, 300))
    return Block(id="p1-99", kind="figure", caption=title, labels=tuple(labels), parts=(part,))


def lying(title: str, bars: Sequence[tuple[str, str]]) -> Block:
    """A bar chart: categories at the left, values at the ends of the bars."""
    labels = [label(title, 200, 10)]
    for n, (category, value) in enumerate(bars):
        y = 40.0 + 18 * n
        size = float(value.strip("%").replace(",", ""))
        labels += [label(category, 100 - 3.0 * len(category), y), label(value, 130 + 4 * size, y)]
    labels.append(label("% of incidents", 200, 60 + 18 * len(bars)))
    return Block(
        id="p1-99", kind="figure", caption=title, labels=tuple(labels), parts=(Part(page=1, bbox=(0, 0, 500, 300)),)
    )


CHARTS: list[tuple[str, Block, list[Told]]] = [
    (
        "# Residential Burglary",
        standing(
            "Residential Burglary: 12 months",
            [("12 months prior", "1847"), ("12 months up to May 2023", "1950")],
            [0, 500, 1000, 1500, 2000],
        ),
        [("Residential Burglary", "", *YEAR22, "1847"), ("Residential Burglary", "", *YEAR23, "1950")],
    ),
    (
        "# CCTV",
        lying(
            "CCTV by Incident Type: 3 months of March 2023 to May 2023",
            [("Public Disorder", "15%"), ("Welfare Concerns", "14%"), ("Other*", "12%")],
        ),
        [
            ("CCTV incidents", "incident type=Public Disorder", *MAY23, "15"),
            ("CCTV incidents", "incident type=Welfare Concerns", *MAY23, "14"),
            ("CCTV incidents", "incident type=Other", *MAY23, "12"),
        ],
    ),
    (
        "# Referrals",
        standing("MARAC referrals", [("2020", "310"), ("2021", "295"), ("2022", "320")], [0, 100, 200, 300, 400]),
        [
            ("MARAC referrals", "", "2020-01-01", "2020-12-31", "310"),
            ("MARAC referrals", "", "2021-01-01", "2021-12-31", "295"),
            ("MARAC referrals", "", "2022-01-01", "2022-12-31", "320"),
        ],
    ),
    (
        "# Prevent referrals\n## Quarter 4 2022/23",
        lying("Percentage point difference to national", [("Under 18", "16%"), ("Over 18", "-16%"), ("Male", "0%")]),
        [
            ("Prevent referrals", "group=Under 18", *Q4, "16"),
            ("Prevent referrals", "group=Over 18", *Q4, "-16"),
            ("Prevent referrals", "group=Male", *Q4, "0"),
        ],
    ),
]


@pytest.mark.parametrize(("heading", "figure", "facts"), CHARTS)
def test_charts_with_printed_values(heading: str, figure: Block, facts: list[Told]) -> None:
    found = told(slide(heading, [figure]))
    assert [(b, s, e, v) for _, b, s, e, v in found] == [(b, s, e, v) for _, b, s, e, v in facts]
    assert all(
        set(mine.lower().split()) >= {theirs.lower().split()[0].rstrip(":")}
        for (mine, *_), (theirs, *_) in zip(found, facts, strict=True)
    )


def test_what_children_answered_below_their_voice_is_counted_and_what_one_of_them_says_is_not() -> None:
    text = (
        "# Plan\n\n# Voice of the child\n\nBetween April 2022 and March 2023, 64 children completed the survey. Of these,"
        " 55 said that they felt heard.\n\nOne boy had waited 12 weeks for 3 visits before he came to us."
    )
    found = told(paper(text, kind="report", title="Plan"))
    assert [value for *_, value in found] == ["64", "55"]


@pytest.mark.parametrize(("last", "name"), [("60", "Tenants who moved out"), ("59", "Main reason for loss of tenancy")])
def test_a_table_of_reasons_counts_what_its_totals_are_told_to_be(last: str, name: str) -> None:
    text = (
        "# Review\n\n60 tenants moved out in 2022/23, compared with 41 in 2021/22.\n\n"
        "Main reason for loss of tenancy\n| Reason | 2021/22 | 2022/23\n| Arrears | 30 | 22\n| Damp | 11 | 38\n"
        f"| All reasons | 41 | {last}"
    )
    found = told(paper(text, kind="report", title="Review"))
    rows = [(title, part, value) for title, part, _, _, value in found if "Damp" in part or "Arrears" in part]
    assert rows == [
        (name, "group=Arrears", "30"),
        (name, "group=Arrears", "22"),
        (name, "group=Damp", "11"),
        (name, "group=Damp", "38"),
    ]


def test_a_source_below_a_chart_is_not_what_it_shows() -> None:
    figure = standing("Source: Housing returns", [("2021", "310"), ("2022", "320")], [0, 100, 200, 300, 400])
    labels = tuple(mark for mark in figure.labels if mark.text != figure.caption)
    figure = figure.model_copy(update={"caption": "Figure 1. Source: Housing returns.", "labels": labels})
    line = Block(
        id="p1-98", kind="paragraph", text="Homes let each year", parts=(Part(page=1, bbox=(40, -20, 300, -8)),)
    )
    found = told(slide("# Housing", [line, figure]))
    assert [(name, value) for name, _, _, _, value in found] == [
        ("Homes let each year", "310"),
        ("Homes let each year", "320"),
    ]


def grouped(title: str, groups: Sequence[tuple[str, Sequence[int]]], legend: Sequence[str]) -> Block:
    """Columns in groups over their categories, with a legend below."""
    labels = [label(title, 200, 10)]
    for n, (category, values) in enumerate(groups):
        x = 100.0 + 110 * n
        labels += [label(str(v), x - 15 + 30 * k, 232 - v) for k, v in enumerate(values)]
        labels.append(label(category, x, 260))
    labels += [label(entry, 150 + 100.0 * k, 280) for k, entry in enumerate(legend)]
    labels += [label(str(t), 20, 240 - t) for t in (0, 50, 100, 150, 200)]
    part = Part(page=1, bbox=(0, 0, 500, 300))
    return Block(id="p1-99", kind="figure", caption=title, labels=tuple(labels), parts=(part,))


def test_groups_of_bars_are_told_apart_by_the_legend() -> None:
    figure = grouped(
        "ASB calls by quarter", [("Q1", (100, 120)), ("Q2", (107, 125)), ("Q3", (150, 90))], ["2021/22", "2022/23"]
    )
    found = told(slide("# Anti-social behaviour", [figure]))
    assert [(s, e, v) for _, _, s, e, v in found] == [
        ("2021-04-01", "2021-06-30", "100"),
        ("2022-04-01", "2022-06-30", "120"),
        ("2021-07-01", "2021-09-30", "107"),
        ("2022-07-01", "2022-09-30", "125"),
        ("2021-10-01", "2021-12-31", "150"),
        ("2022-10-01", "2022-12-31", "90"),
    ]


def test_months_under_a_chart_lie_in_its_period() -> None:
    months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
    figure = standing(
        "Hate crime, April 2022 to March 2023",
        [(m, str(30 + n % 5)) for n, m in enumerate(months)],
        [0, 10, 20, 30, 40],
    )
    found = told(slide("# Hate crime", [figure]))
    assert [s[:7] for _, _, s, _, _ in found] == [f"2022-{n:02d}" for n in range(4, 13)] + [
        f"2023-{n:02d}" for n in range(1, 4)
    ]
    assert [v for *_, v in found] == [str(30 + n % 5) for n in range(12)]


def test_a_slice_with_its_name_in_one_label() -> None:
    reading = read_chart([label("Gender", 100, 10), label("Male 65%", 50, 80), label("Female 35%", 150, 120)], "Gender")
    assert reading is not None
    assert [(category, value.number.value) for category, value in reading.pairs] == [("Male", "65"), ("Female", "35")]
    assert all(value.printed.endswith("%") and " " not in value.printed for _, value in reading.pairs)


def test_values_that_do_not_match_categories_are_not_guessed() -> None:
    labels = [label(str(n), 30 + 17 * n, 100 - n * n) for n in range(8)] + [label("Q1", 60, 200), label("Q2", 130, 200)]
    assert read_chart(labels, "") is None


def test_a_slide_and_a_table_share_one_indicator() -> None:
    made = slide(
        """# Offences
        12 cases of Robbery in Northtown in the 3 months to May 2023
        | Offence | 3 months to May 2023 | 3 months to May 2022
        | Robbery | 12 | 9
        | Non Residential Burglary | 4 | 7"""
    )
    figures = figures_in(context_of(made, "x", SETTINGS, TRACKER))[0]
    assert sorted(i.title for i in figures.indicators) == ["Non Residential Burglary", "Robbery"]
    assert len({o.id for o in figures.observations}) == len(figures.observations) == 5


def test_changes_name_the_two_figures_they_compare() -> None:
    made = paper(TABLES[0][0], kind="report", title="Report")
    figures = figures_in(context_of(made, "x", SETTINGS, TRACKER))[0]
    values = {o.id: o.value for o in figures.observations}
    assert [
        (c.stated, c.direction, c.amount, values[c.from_observation], values[c.to_observation]) for c in figures.changes
    ] == [
        ("-4.4%", "down", "4.4", "1203", "1150"),
        ("▲ 7.2%", "up", "7.2", "402", "431"),
    ]


def test_ids_do_not_hold_the_value() -> None:
    one, other = (slide(f"# Robbery\n{n} cases of Robbery in Northtown in the 3 months to May 2023") for n in (12, 13))
    first, second = (figures_in(context_of(p, "x", SETTINGS, TRACKER))[0].observations for p in (one, other))
    assert [o.id for o in first] == [o.id for o in second]
    assert first[0].value != second[0].value


def test_the_place_is_told_from_the_board_or_the_paper() -> None:
    made = paper(
        "# Report\nWestby Council works with Westby Community Safety Partnership.\nThe London Borough of Westby."
    )
    assert with_place(TrackerSettings(), made).place == "Westby"
    assert (
        with_place(TrackerSettings(board="Stoke-on-Trent Community Safety Partnership"), made).place == "Stoke-on-Trent"
    )
    assert with_place(TRACKER, made).place == PLACE


# ---- the five papers -------------------------------------------------------------------------------------------------

BARNET = TrackerSettings(place="Barnet", board="Barnet Safer Communities Partnership Board")
NAMES = ["foi-6015464", "foi-7481896", "foi-8347013", "scpb-agenda-pack-2023-07-19", "vawg-strategy-2021-24-draft"]


@pytest.fixture(scope="module")
def facts(readings: Readings) -> dict[str, PaperFacts]:
    return {name: understand(readings[name], paper_id=name, settings=PaperSettings(), tracker=BARNET) for name in NAMES}


def _score(facts: dict[str, PaperFacts], folder: Path, *kinds: str) -> tuple[float, float, float]:
    """Recall of structured sections and of text, precision of what is shown, as the agreed measure prints them."""
    rows = []
    for name, told_here in facts.items():
        titles = {indicator.id: indicator.title for indicator in told_here.indicators}
        rows += [_row(name, o, titles) for o in told_here.observations if not kinds or o.kind in kinds]
    path = folder / "observations.csv"
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    run = subprocess.run(
        [
            sys.executable,
            str(ROOT / "tests/score/figures.py"),
            str(path),
            str(ROOT / "tests/truth"),
            "--misses",
            "20",
            "--false",
            "30",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    print(run.stdout)
    words = run.stdout.split()
    recall = {kind: float(words[words.index(kind) + 2]) for kind in ("structured", "text")}
    return recall["structured"], recall["text"], float(words[words.index("precision") + 1])


def _row(name: str, o: Observation, titles: dict[str, str]) -> dict[str, str]:
    return {
        "indicator": titles[o.indicator],
        "breakdown": "; ".join(f"{k}={v}" for k, v in o.breakdown),
        "period_start": o.period_start,
        "period_end": o.period_end,
        "period_label": o.period_label,
        "value": o.value,
        "as_printed": o.as_printed,
        "marker": o.marker,
        "unit": o.unit,
        "quote": o.quote,
        "paper": name,
        "page": str(o.source.page),
        "trust": o.trust,
    }


def test_figures_against_the_key(facts: dict[str, PaperFacts], tmp_path: Path, measured: Measured) -> None:
    recall, text, precision = _score(facts, tmp_path)
    measured("figures of tables, dashboards, charts and letters, recall", "0.99", f"{recall:.4f}")
    measured("figures of running text shown as fact, recall", "0.85", f"{text:.4f}")
    measured("all figures shown as fact, in the key", "0.98", f"{precision:.4f}")
    assert text >= 0.85
    assert precision >= 0.97
    assert recall >= 0.99


def test_what_tables_charts_and_callouts_show_is_in_the_key(facts: dict[str, PaperFacts], tmp_path: Path) -> None:
    _, _, precision = _score(facts, tmp_path, "table", "chart", "callout", "letter")
    assert precision >= 0.99


def test_at_most_one_figure_in_ten_is_unsure(facts: dict[str, PaperFacts]) -> None:
    trust = [o.trust for told_here in facts.values() for o in told_here.observations]
    assert trust.count("unsure") <= 0.1 * len(trust)


def test_every_observation_has_its_indicator_its_place_and_an_id_of_its_own(facts: dict[str, PaperFacts]) -> None:
    for told_here in facts.values():
        indicators = {indicator.id for indicator in told_here.indicators}
        ids = [o.id for o in told_here.observations]
        assert len(ids) == len(set(ids))
        for o in told_here.observations:
            assert o.indicator in indicators
            assert o.source.boxes and o.source.page > 0 and o.as_printed


def test_understanding_twice_says_the_same(facts: dict[str, PaperFacts], readings: Readings) -> None:
    name = NAMES[0]
    assert understand(readings[name], paper_id=name, settings=PaperSettings(), tracker=BARNET) == facts[name]


def test_a_ward_named_after_the_place_keeps_its_whole_name(facts: dict[str, PaperFacts]) -> None:
    wards = {
        value
        for told in facts.values()
        for observation in told.observations
        for name, value in observation.breakdown
        if name == "ward"
    }
    assert {"East Barnet", "High Barnet", "Friern Barnet", "Barnet Vale"} <= wards
    assert not {"East", "High", "Friern", "Vale"} & wards


def test_a_short_line_of_figures_above_a_chart_is_no_caption() -> None:
    line = "Theft in Northtown, 12 months up to May 2023: 725 cases. The 12 months prior: 761."
    assert not serves_as_caption(Block(id="p1-1", kind="paragraph", text=line))
    assert serves_as_caption(Block(id="p1-1", kind="paragraph", text="Table 3. Theft by ward, 12 months to May 2023"))
