"""The papers' arithmetic: what is found, what is let be, in many wordings."""

from __future__ import annotations

import pytest
from small_papers import Made, paper_of, table_of
from tracker.facts.checked import findings_of
from tracker.records import Finding, PaperFacts


def found(*blocks: Made) -> list[Finding]:
    return list(findings_of(PaperFacts(), paper_of(*blocks), "p"))


def results(*blocks: Made) -> set[tuple[str, str]]:
    return {(f.verdict, f.stated) for f in found(*blocks)}


DIFFERS: list[tuple[str, tuple[Made, ...], str, str]] = [
    # name, blocks, what is stated, what the working must show
    (
        "change in three sentences",
        (
            "There were 640 thefts in the 12 months up to June 2023. In the 12 months prior there were 600. This is an increase of 9%.",
        ),
        "an increase of 9%",
        "+6.7%",
    ),
    (
        "change on a slide, in two boxes",
        (
            "# Theft",
            "In the 3 months of April 2023 to June 2023 there were 120 cases of theft",
            "In the same 3 months in the previous year there were 150 cases. This is a decrease of 30%",
        ),
        "a decrease of 30%",
        "-20.0%",
    ),
    (
        "wrong way",
        ("The unit took 90 calls in 2022/23, compared with 60 in 2021/22, a decrease of 50%.",),
        "a decrease of 50%",
        "60 to 90",
    ),
    (
        "fall of nothing from nothing",
        ("Stalking in the quarter: 4 offences. Same quarter last year: 0. Change: a decrease of 0%.",),
        "a decrease of 0%",
        "0 to 4",
    ),
    ("from and to beside a percentage", ("Referrals fell by 25% (from 80 to 50).",), "fell by 25%", "-37.5%"),
    ("from only", ("The service accepted 300 cases, a 5% decrease from 330 last year.",), "a 5% decrease", "-9.1%"),
    ("difference in numbers", ("The cohort is 120, up 15 from 101 in the spring.",), "up 15", "101 to 120"),
    ("direction", ("Reports rose from 310 to 290 in the year.",), "rose from 310 to 290", "-6.5%"),
    (
        "points",
        ("Satisfaction was 64% in March 2023, up 9 percentage points from 58% a year earlier.",),
        "up 9 percentage points",
        "6 percentage points",
    ),
    (
        "change column",
        (
            table_of(
                "Offence | 2021/22 | 2022/23 | Change\nTheft | 200 | 220 | 10.0%\nArson | 50 | 40 | -20.0%\nFraud | 80 | 90 | 11.5%"
            ),
        ),
        "11.5%",
        "+12.5%",
    ),
    (
        "change row",
        (
            table_of(
                "Borough | Calls | Visits\n12 months to June 2022 | 4000 | 250\n12 months to June 2023 | 4300 | 240\nChange | Increase (8.5%) | Decrease (4.0%)"
            ),
        ),
        "Increase (8.5%)",
        "+7.5%",
    ),
    (
        "column total",
        (table_of("Ward | Fires\nNorth | 12\nSouth | 15\nEast | 9\nTotal | 38"),),
        "38",
        "12 + 15 + 9 = 36",
    ),
    (
        "row total",
        (table_of("Type | Q1 | Q2 | Q3 | Q4 | Total\nCalls | 10 | 12 | 14 | 16 | 52\nVisits | 4 | 5 | 6 | 7 | 24"),),
        "24",
        "4 + 5 + 6 + 7 = 22",
    ),
    (
        "risk levels in brackets",
        ("The service helped 300 people (60 high risk, 150 medium risk and 70 standard risk).",),
        "300",
        "280",
    ),
    (
        "risk levels in a sentence",
        ("Of the 300 people helped over the year, 60 were assessed as high risk, 150 as medium and 70 as low.",),
        "300",
        "60 + 150 + 70 = 280",
    ),
    (
        "parts after a colon",
        ("In all 48 people moved: 20 to private rent, 15 to family and 12 to hostels.",),
        "48",
        "47",
    ),
    (
        "listed items",
        ("The plan sets out 4 priorities:", "- Safer streets", "- Safer homes", "- Safer parks"),
        "4 priorities",
        "3 listed",
    ),
    (
        "length of time",
        ("The 6-month trial began on 1 March 2022 and ended in November 2022.",),
        "6-month trial",
        "months",
    ),
    ("share of a named base", ("Of 240 referrals, 90 (40%) came from schools.",), "90 (40%)", "90 of 240: 37.5%"),
    ("share as a fraction", ("Repeat cases were 21.5% (43/212) of all.",), "21.5% (43/212)", "20.3%"),
    (
        "cut, not rounded",
        (
            table_of(
                "Cases | Q1 | Q2 | Q3 | Total\nNumber of cases | 50 | 60 | 70 | 180\nNumber of repeat cases | 10 | 15 | 14 | 39\nPercentage of repeat cases | 20% | 25% | 20% | 21%"
            ),
        ),
        "21%",
        "39 of 180: 21.7%",
    ),
    (
        "rate after a number",
        (
            "There were 640 offences in the year to June 2022. In that period 75 suspects were charged, a detection rate of 11.4%, down from 13% a year before.",
        ),
        "11.4%",
        "75 of 640: 11.7%",
    ),
    (
        "no one base",
        ("The largest groups were partners, 150 (50%), parents, 80 (28%), and others, 30 (10%).",),
        "150 (50%)",
        "298 to 303",
    ),
    (
        "carried forward",
        (
            table_of(
                "Month | Jan-23 | Feb-23 | Mar-23 | Apr-23 | May-23 | Jun-23\nOpen cases | 20 | 22 | 21 | 25 | 23 | 20\nNew cases | 5 | 6 | 3 | 7 | 2 | 1\nClosed cases | 4 | 4 | 3 | 4 | 6 | 2"
            ),
        ),
        "20",
        "23 − 6 + 1 = 18",
    ),
    (
        "majority",
        ("The majority of attendees came from schools (34%), with others from health and housing.",),
        "The majority … (34%)",
        "34%",
    ),
    (
        "headline against table",
        (
            "# Referrals",
            "18 referrals in Q4; 30 in the same quarter of the previous year. A decrease of 30%",
            table_of(
                "Referrals | Q4 21/22 | Q4 22/23 | % change\nTotal | 30 | 21 | -30.0%\nMale | 20 | 14 | -30.0%\nFemale | 10 | 7 | -30.0%"
            ),
        ),
        "18",
        "21 in the table",
    ),
    (
        "text against months",
        (
            "Thefts recorded by police rose to 130 in the 12 months to March 2021.",
            "# Appendix",
            table_of(
                "Measure | 2020 Apr | 2020 May | 2020 June | 2020 July | 2020 Aug | 2020 Sept | 2020 Oct | 2020 Nov | 2020 Dec | 2021 Jan | 2021 Feb | 2021 Mar\nNo. of thefts | 10 | 11 | 9 | 10 | 12 | 10 | 10 | 10 | 10 | 11 | 9 | 10\nNo. of fires | 1 | 2 | 1 | 0 | 2 | 1 | 0 | 0 | 1 | 1 | 1 | 2"
            ),
        ),
        "130",
        "122",
    ),
    (
        "shortfall",
        ("The group asked for £80,000 and the boards agreed £65k. The £20k shortfall will cut posts.",),
        "£20k shortfall",
        "£15,000",
    ),
    (
        "not constant",
        ("Demand has been constant: 200 in 2019/20, 310 in 2020/21 and 280 in 2021/22.",),
        "been constant",
        "200, 310, 280",
    ),
]


@pytest.mark.parametrize(("blocks", "stated", "working"), [c[1:] for c in DIFFERS], ids=[c[0] for c in DIFFERS])
def test_a_difference_is_found(blocks: tuple[Made, ...], stated: str, working: str) -> None:
    differing = [f for f in found(*blocks) if f.verdict == "differs"]
    assert any(stated in f.stated and working in f.worked_out for f in differing), [
        (f.kind, f.verdict, f.stated, f.worked_out) for f in found(*blocks)
    ]
    for f in differing:
        assert f.sources
        assert "wrong" not in f.explanation.lower()


AGREES: list[tuple[str, tuple[Made, ...], str]] = [
    ("half up", ("Calls went from 80 to 81, an increase of 1.3%.",), "an increase of 1.3%"),
    (
        "half to even",
        ("There were 81 calls, against 80 in the year before, an increase of 1.2%.",),
        "an increase of 1.2%",
    ),
    (
        "half of a whole percent, either way",
        ("There were 9 fires, against 8 in the previous year, a rise of 12%.",),
        "a rise of 12%",
    ),
    (
        "nothing stays nothing",
        (
            table_of(
                "Type | 2021/22 | 2022/23 | % change\nTheft | 10 | 12 | 20.0%\nArson | 0 | 0 | 0.0%\nFraud | 5 | 4 | -20.0%"
            ),
        ),
        "0.0%",
    ),
    (
        "a hundred and more",
        ("In Q2 there were 13 cases, compared to 2 in the same quarter last year: an increase of 550%.",),
        "an increase of 550%",
    ),
    (
        "points, not percent",
        ("The rate was 61% in 2022, up 4 percentage points from 57% the year before.",),
        "up 4 percentage points",
    ),
    ("about", ("Referrals rose from 100 to 152, an increase of about 50%.",), "an increase of about 50%"),
    ("words for numbers", ("Eleven reviews were asked for. Five were accepted. Six were rejected.",), "Eleven"),
    ("parts that make the whole", ("Of 60 schools, 30 are fully signed up, 20 partly and 10 not at all.",), "60"),
    ("shares that make a hundred", ("Of those asked, 62% felt safe and 38% did not.",), "62% and 38%"),
    ("share of a base", ("57 of the 73 venues (78%) take part.",), "57 of the 73 venues (78%)"),
    ("share by the number before", ("There were 480 visits. 120 (25%) were repeats.",), "120 (25%)"),
    ("whole number of a base", ("Of the 40 asked, 95% were content.",), "95%"),
    ("items", ("We have three aims:", "- One", "- Two", "- Three"), "three aims"),
    ("length", ("A 24-month contract ran from April 2021 to March 2023.",), "24-month contract"),
    (
        "carried through brackets",
        (table_of("Crime | 2022 | 2021\nDrugs | 275 | 273\nDrugs: possession | 156 | 194\nDrugs: supply | 119 | 79"),),
        "275",
    ),
    (
        "constant enough",
        ("Numbers have been stable: 200 in 2020/21, 210 in 2021/22 and 205 in 2022/23.",),
        "been stable",
    ),
    (
        "rounded parts of money",
        ("The grant of £1.46m was won.", "The bid brought £90k (£50k from health and £40k from the council)."),
        "£90k",
    ),
]


@pytest.mark.parametrize(("blocks", "stated"), [c[1:] for c in AGREES], ids=[c[0] for c in AGREES])
def test_what_fits_agrees(blocks: tuple[Made, ...], stated: str) -> None:
    assert ("agrees", stated) in results(*blocks), [(f.kind, f.verdict, f.stated, f.worked_out) for f in found(*blocks)]
    assert not [f for f in found(*blocks) if f.verdict == "differs"]


QUIET: list[tuple[str, tuple[Made, ...]]] = [
    ("some of the parts", ("Of the 120 people helped, 30 were housed and 22 had legal advice.",)),
    (
        "parts that overlap",
        (
            "245 people filled in the form. Of these, 113 felt safer, 109 more confident and 108 better about themselves.",
        ),
    ),
    ("including", ("The team saw 90 people, including 40 women, 20 men and 5 children.",)),
    ("target", ("The service had 1251 referrals, above its target of 1200, but a 9.2% decrease.",)),
    ("two measures", ("There were 300 referrals and 120 cases; cases are down 5% on last year.",)),
    ("no percentage from nothing", ("There were 3 cases, against 0 in the year before, an increase of 100%.",)),
    ("shares of several questions", ("72% found it useful, 69% said it met their needs and 81% would use it again.",)),
    ("ninety-nine", ("83% moved on, 13% stayed where they were and 3% fell back.",)),
    ("a hundred and one", ("Fires were 34% kitchen, 33% bin and 34% vehicle.",)),
    ("shares upon shares", ("93% were reached; of these, 85% were suitable and 91% of those began.",)),
    ("series of years", ("The panel heard 477 cases (363 in 2019/20, 301 in 2018/19) last year.",)),
    ("made up", ("Young men made up 35% of the 210 callers and 4 signed up 32 friends.",)),
    ("at most", ("A breach is punished by a fine of at most £1000 (30% less if paid in 14 days).",)),
    ("national share", ("In England 18% of the 695 homicides (114) were domestic.",)),
    ("table with no total", (table_of("Ward | Fires | Floods\nNorth | 12 | 3\nSouth | 15 | 4\nEast | 9 | 1"),)),
    (
        "total of part of the rows",
        (table_of("Service | Staff\nCouncil | 40\nof which wardens | 12\nPolice | 90\nTotal | 130"),),
    ),
    ("rates are not added", (table_of("Area | Rate per 1,000\nNorth | 12.1\nSouth | 9.7\nTotal | 10.8"),)),
    ("averages are not added", (table_of("Area | Average wait\nNorth | 12\nSouth | 9\nEast | 6\nTotal | 9"),)),
    ("items below other words", ("In the year we held 12 meetings on these topics:", "- Fire", "- Theft", "- Noise")),
    ("some are listed", ("The plan has 8 priorities including:", "- Fire", "- Theft", "- Noise")),
    ("three years, both ends", ("A three-year (2021-24) plan guides the work.",)),
    ("years are no counts", ("The Act of 2003 was amended in 2014 and 2021, a rise in duties of 10%.",)),
    ("majority without figure", ("Most incidents are reactive. In the quarter 40% came from the police.",)),
    (
        "other base nearby",
        ("46 (4%) of the 1251 referred had no recourse; 68 (13.3%) of the 512 accepted had health needs.",),
    ),
    (
        "size in percent and in numbers",
        ("Burglaries had risen by 19 per cent (an increase of 85) on last year; robberies numbered 40.",),
    ),
    (
        "size again in brackets",
        (
            "# Crime",
            "There were 900 thefts.",
            "Crime increased by 2.4 percent (234 crimes) compared to the same period last year.",
        ),
    ),
    ("change to a new level", ("Enquiries fell by 1.1% to 131,860 and involved 107,550 people.",)),
    (
        "above an average",
        (
            "There were 15,535 incidents, above the average of 14,776, with 2,921 in quarter three, a reduction of 24.7% on the previous quarter.",
        ),
    ),
    ("points called percent", ("The rate fell by 2.1% from 33.3% to 31.2%.",)),
    ("value in brackets", ("We recorded 6,210 crimes, 4% higher than the previous 12 months (5,985).",)),
    (
        "with some in several",
        (
            "In all 85 people were referred: 40 to the refuge, 30 to the helpline and 12 to police, some to more than one.",
        ),
    ),
    (
        "includes",
        ("The budget of £1.2m includes £400k from the Home Office, £350k from the council and £300k from health.",),
    ),
    (
        "years of a series",
        ("The numbers have been 340 in 20/21, 670 in 21/22 and 680 in 22/23, similar to the previous year.",),
    ),
    ("change to a target", ("The aim is to raise the share from 10% to 25% by 2025.",)),
    (
        "other thing counted in the months' table",
        (
            "In the 12 months to March 2021 the panel heard 100 cases with 90 children.",
            "# Appendix",
            table_of(
                "Measure | 2020 Apr | 2020 May | 2020 June | 2020 July | 2020 Aug | 2020 Sept | 2020 Oct | 2020 Nov | 2020 Dec | 2021 Jan | 2021 Feb | 2021 Mar\nNo. of panel cases | 8 | 9 | 8 | 9 | 8 | 8 | 8 | 9 | 8 | 8 | 8 | 9\nNo. of fires | 1 | 2 | 1 | 0 | 2 | 1 | 0 | 0 | 1 | 1 | 1 | 2"
            ),
        ),
    ),
]


@pytest.mark.parametrize("blocks", [c[1] for c in QUIET], ids=[c[0] for c in QUIET])
def test_what_is_not_sure_is_let_be(blocks: tuple[Made, ...]) -> None:
    assert [(f.kind, f.stated, f.worked_out) for f in found(*blocks) if f.verdict == "differs"] == []


def test_no_percentage_of_a_change_from_nothing() -> None:
    for f in found("There were 3 cases, against 0 in the year before, an increase of 100%."):
        assert "%" not in f.worked_out


def test_the_same_paper_gives_the_same_findings() -> None:
    blocks = (
        "Calls rose from 80 to 90, an increase of 5%.",
        table_of("Ward | Fires\nNorth | 12\nSouth | 15\nTotal | 28"),
    )
    assert found(*blocks) == found(*blocks)
    assert len({f.id for f in found(*blocks)}) == len(found(*blocks))
