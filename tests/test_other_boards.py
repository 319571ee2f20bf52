"""Packs of boards that do not exist, in other looks and words than the papers at hand."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from papers_by_hand import paper
from tracker.facts import understand
from tracker.facts.privacy import hold_back_paper
from tracker.papers import read_paper
from tracker.papers.agenda_rows import item_of_row
from tracker.records import AgendaEntry, Paper, PaperFacts, PaperSettings, TrackerSettings

BOARD = "Ashford Vale Community Safety Partnership Board"
TRACKER = TrackerSettings(board=BOARD, place="Ashford Vale")

Line = tuple[float, float, str]


def facts_of(made: Paper) -> PaperFacts:
    return understand(made, paper_id="x", settings=PaperSettings(), tracker=TRACKER)


def pack(path: Path, order: list[Line], stamps: dict[int, str] | None = None, pages: int = 9) -> Paper:
    """A pack whose first page has these lines (x, y, words; words in capitals are large), with stamped items."""
    document = pymupdf.open()
    first = document.new_page(width=595, height=842)
    first.insert_text((60, 60), "Harbour Town Safety Board", fontsize=20, fontname="hebo")
    first.insert_text((60, 90), "Thursday 14 September 2023 at 2.30 pm, Civic Offices", fontsize=11)
    for x, y, words in order:
        first.insert_text((x, y), words, fontsize=16 if words.isupper() else 11)
    for number in range(2, pages + 1):
        page = document.new_page(width=595, height=842)
        if stamps and number in stamps:
            page.insert_text((470, 30), f"Agenda Item {stamps[number]}", fontsize=11, fontname="hebo")
        for line in range(12):
            words = f"Line {line} of page {number} says what officers did in the period and why it was done so."
            page.insert_text((60, 90 + 20 * line), words, fontsize=11)
        page.insert_text((290, 820), str(number), fontsize=9)
    document.save(path)
    return read_paper(path)


# ---- orders of business ----------------------------------------------------------------------------------------------

TITLES = ["Apologies for absence", "Minutes of the last meeting", "Annual report", "Forward plan", "Next meeting"]
RANGES = [(0, 0), (3, 4), (5, 7), (8, 8), (0, 0)]
WRITTEN = {
    "pages behind the title in brackets": [
        (60, 180, "AGENDA"),
        (60, 210, "1   Apologies for absence"),
        (60, 235, "2   Minutes of the last meeting (Pages 3 - 4)"),
        (60, 260, "3   Annual report (Pages 5-7)"),
        (60, 285, "4   Forward plan (Page 8)"),
        (60, 310, "5   Next meeting"),
    ],
    "pages on the line below": [
        (60, 180, "AGENDA"),
        (60, 210, "1."),
        (90, 210, "Apologies for absence"),
        (60, 240, "2."),
        (90, 240, "Minutes of the last meeting"),
        (90, 254, "(Pages 3 - 4)"),
        (60, 285, "3."),
        (90, 285, "Annual report"),
        (90, 299, "(Pages 5 - 7)"),
        (60, 330, "4."),
        (90, 330, "Forward plan"),
        (90, 344, "(Page 8)"),
        (60, 375, "5."),
        (90, 375, "Next meeting"),
    ],
    "an officer and pages at the right": [
        (60, 210, "Item 1"),
        (130, 210, "Apologies for absence"),
        (360, 210, "Chair"),
        (60, 240, "Item 2"),
        (130, 240, "Minutes of the last meeting"),
        (360, 240, "Chair"),
        (500, 240, "3 - 4"),
        (60, 270, "Item 3"),
        (130, 270, "Annual report"),
        (360, 270, "Sunita Rao"),
        (500, 270, "5 - 7"),
        (60, 300, "Item 4"),
        (130, 300, "Forward plan"),
        (360, 300, "Sunita Rao"),
        (500, 300, "8"),
        (60, 330, "Item 5"),
        (130, 330, "Next meeting"),
        (360, 330, "Chair"),
        (500, 330, "Verbal"),
    ],
    "dates and questions before it": [
        (60, 130, "Questions must be received by noon on Monday"),
        (60, 144, "11 September 2023 by the clerk to the Board."),
        (60, 190, "ORDER OF BUSINESS"),
        (60, 210, "1 Apologies for absence"),
        (60, 235, "2 Minutes of the last meeting ......... 3 - 4"),
        (60, 260, "3 Annual report ......... 5 - 7"),
        (60, 285, "4 Forward plan ......... 8"),
        (60, 310, "5 Next meeting"),
    ],
}


@pytest.mark.parametrize("order", WRITTEN.values(), ids=WRITTEN.keys())
def test_orders_of_business_in_lines(order: list[Line], tmp_path: Path) -> None:
    read = pack(tmp_path / "pack.pdf", order)
    assert [e.number for e in read.agenda] == ["1", "2", "3", "4", "5"]
    assert [e.title for e in read.agenda] == TITLES
    assert [(e.first_page, e.last_page) for e in read.agenda] == RANGES


@pytest.mark.parametrize("titled", [True, False])
def test_an_order_of_business_that_counts_the_file_s_pages_where_each_paper_counts_its_own(
    titled: bool, tmp_path: Path
) -> None:
    pages = [["Minutes of the last meeting", "1"], ["", "2"], ["Item 3: Annual report", "1"], ["", "2"], ["", "3"]]
    document = pymupdf.open()
    first = document.new_page(width=595, height=842)
    order = [
        "AGENDA",
        "1   Apologies",
        "2   Minutes of the last meeting (Pages 2 - 3)",
        "3   Annual report (Pages 4-6)",
    ]
    for n, words in enumerate(order):
        first.insert_text((60, 180 + 25 * n), words, fontsize=16 if words.isupper() else 11)
    first.insert_text((290, 820), "1", fontsize=9)
    for title, number in pages:
        page = document.new_page(width=595, height=842)
        if titled and title:
            page.insert_text((60, 70), title, fontsize=18, fontname="hebo")
        for line in range(12):
            words = f"Line {line} of this paper says what officers did in the period and why it was done so."
            page.insert_text((60, 110 + 20 * line), words, fontsize=11)
        page.insert_text((290, 820), number, fontsize=9)
    document.save(tmp_path / "pack.pdf")
    found = [(e.first_page, e.last_page) for e in read_paper(tmp_path / "pack.pdf").agenda]
    # Without titles on the pages nothing says so, and the numbers are those in print.
    assert found == [(0, 0), (2, 3), (4, 6)] if titled else found != [(0, 0), (2, 3), (4, 6)]


def test_stamps_place_items_whose_lines_give_no_pages(tmp_path: Path) -> None:
    order = [(60.0, 180.0, "AGENDA"), *((60.0, 210.0 + 25 * n, f"{n} {t}") for n, t in enumerate(TITLES, start=1))]
    read = pack(tmp_path / "pack.pdf", order, stamps={3: "2", 5: "3", 8: "4"})
    assert [(e.title, e.first_page) for e in read.agenda] == list(zip(TITLES, [0, 3, 5, 8, 0], strict=True))


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        (["4.", "Police update (Pages 11 - 14)"], ("4", "Police update", (11, 14))),
        (["4", "Police update", "Supt Hobbs", "11-14"], ("4", "Police update", (11, 14))),
        (["10.05", "4", "Police update", "Verbal"], ("4", "Police update", None)),
        (["Item 4:", "Police update", "20 mins"], ("4", "Police update", None)),
        (["4.0", "Police update"], ("4", "Police update", None)),
        (["11 September 2023 by email"], None),
        (["01632 960123"], None),
        (["3", "4", "5"], None),
    ],
)
def test_rows_of_an_order_of_business(texts: list[str], want: tuple[str, str, tuple[int, int] | None] | None) -> None:
    item = item_of_row(texts)
    assert (item and (item.number, item.title, item.printed)) == want


def test_contents_of_a_strategy_are_no_agenda(tmp_path: Path) -> None:
    order = [(60.0, 180.0, "CONTENTS"), *((60.0, 210.0 + 25 * n, f"{n} {t}") for n, t in enumerate(TITLES, start=1))]
    assert pack(tmp_path / "strategy.pdf", order).agenda == ()


# ---- reports, priorities, outcomes -----------------------------------------------------------------------------------

ANNUAL = """
    # Community Safety Partnership Annual Report 2022/23
    The Ashford Vale Community Safety Strategy 2021-2025 has three priorities.
    Our priorities are:
    - Priority 1: Reduce neighbourhood crime
    - Priority 2: Protect vulnerable people
    - Priority 3: Build confident communities
    ## Priority 1: Reduce neighbourhood crime
    ### What we want to achieve (outcomes)
    - 1.1 Fewer people are victims of burglary
    - 1.2 Our town centres feel safe
    ### 1.1 Fewer people are victims of burglary
    The scheme fitted new locks.
    ### 1.2 Our town centres feel safe
    Officers patrol the High Street.
    ## Priority 2: Protect vulnerable people
    ### 2.1 Children at risk are identified early
    The panel met each month.
    ====
    The partnership aims to train 300 front-line staff by the end of 2023/24.
    ## Priority 3: Build confident communities
    ### 3.1 Residents know how to report
    The survey of all residents is the plan for next year.
    """


def test_a_page_that_goes_on_is_no_new_report() -> None:
    entry = AgendaEntry(number="4", title="Annual report", kind="annual report", first_page=1, last_page=2)
    found = facts_of(paper(ANNUAL, kind="agenda pack", agenda=(entry,)))
    assert [p.id for p in found.parts] == ["x-item-4"]
    assert [p.title for p in found.priorities] == [
        "Reduce neighbourhood crime",
        "Protect vulnerable people",
        "Build confident communities",
    ]


def test_outcomes_listed_once_and_counted_as_headings() -> None:
    found = facts_of(paper(ANNUAL, kind="annual report"))
    assert [(o.number, o.title) for o in found.outcomes] == [
        ("1.1", "Fewer people are victims of burglary"),
        ("1.2", "Our town centres feel safe"),
        ("2.1", "Children at risk are identified early"),
        ("3.1", "Residents know how to report"),
    ]
    first = found.outcomes[0]
    assert {w.stands_in: w.text for w in first.wordings} == dict.fromkeys(("list", "heading"), first.title)


def test_numbered_sections_of_a_priority_are_no_outcomes() -> None:
    text = """
        # Community Safety Strategy 2024-2028
        ## Priority 1: Reduce crime
        ### 1.1 Why this matters
        Crime harms.
        ### 1.2 What we will do
        More.
        ## Priority 2: Protect people
        ### 2.1 Why this matters
        Harm.
        """
    assert facts_of(paper(text, kind="strategy")).outcomes == ()


DELIVERY_PLAN = """
    # Delivery Plan 2023-2026
    ## Ambition 1: Streets that feel safe
    | Outcome | What we will do | Lead | By when | RAG |
    | Fewer incidents of nuisance | Recruit two neighbourhood wardens | Borough Council | June 2024 | Green |
    | Residents trust the police | Hold a panel in every ward | Wessex Constabulary | Ongoing | Amber |
    ## Ambition 2: Homes free from abuse
    | Outcome | What we will do | Lead | By when | RAG |
    | Victims are believed and supported | Train 150 staff to ask about abuse | Women's Aid | March 2025 | Red |
    """


def test_delivery_plans() -> None:
    found = facts_of(paper(DELIVERY_PLAN, kind="strategy"))
    assert [(o.number, o.title) for o in found.outcomes] == [
        ("1.1", "Fewer incidents of nuisance"),
        ("1.2", "Residents trust the police"),
        ("2.1", "Victims are believed and supported"),
    ]
    assert [(c.text, c.who, c.by_when, c.due_date) for c in found.commitments] == [
        ("Recruit two neighbourhood wardens", "Borough Council", "June 2024", "2024-06-30"),
        ("Hold a panel in every ward", "Wessex Constabulary", "Ongoing", ""),
        ("Train 150 staff to ask about abuse", "Women's Aid", "March 2025", "2025-03-31"),
    ]
    assert [c.relates_to[-2:] for c in found.commitments] == ["-1", "-1", "-2"]


# ---- minutes ---------------------------------------------------------------------------------------------------------

MINUTES = """
    # Ashford Vale Community Safety Partnership Board
    **Minutes of the meeting held on Thursday 15 June 2023 at 2.30 pm, Council Chamber, Civic Offices**
    | Name | Organisation |
    | Cllr Jane Whitby (Chair) | Ashford Vale Borough Council |
    | Sunita Rao | Head of Community Safety |
    The Chair welcomed everyone who had come.
    | Item | Discussion | Action |
    | 1 | Performance report. Members discussed the figures. | SR to publish the figures by 31 July 2023 |
    | 2 | Hate crime. It was AGREED that a task group would be set up. | |
    ## Action points
    | No. | Action | Owner | Deadline | Status |
    | 1 | Circulate ward figures to all members | Sunita Rao | 31 July 2023 | Complete |
    """


def test_minutes_with_tables() -> None:
    found = facts_of(paper(MINUTES, kind="minutes"))
    (meeting,) = (m for m in found.meetings if m.minutes_part)
    assert (meeting.date, meeting.time, meeting.venue) == ("2023-06-15", "14:30", "Council Chamber, Civic Offices")
    assert [(a.name, a.post) for a in meeting.attendance] == [
        ("Cllr Jane Whitby", "Chair, Ashford Vale Borough Council"),
        ("Sunita Rao", "Head of Community Safety"),
    ]
    assert [i.number for i in meeting.items] == ["1", "2"]
    assert [(d.type, d.item) for d in meeting.decisions] == [("agreed", "2")]
    assert [(c.who, c.due_date) for c in found.commitments if "figures" in c.text] == [
        ("SR", "2023-07-31"),
        ("Sunita Rao", "2023-07-31"),
    ]


@pytest.mark.parametrize(
    ("line", "text", "who"),
    [
        ("ACTION: Sunita Rao to circulate ward figures.", "Sunita Rao to circulate ward figures.", "Sunita Rao"),
        ("Action 3 - Circulate ward figures (Sunita Rao)", "Circulate ward figures (Sunita Rao)", "Sunita Rao"),
        (
            "Action: The Head of Safety will share the data.",
            "The Head of Safety will share the data.",
            "Head of Safety",
        ),
    ],
)
def test_actions_without_their_tag(line: str, text: str, who: str) -> None:
    (promise,) = facts_of(paper(f"# Minutes of a meeting held on 15 June 2023\n{line}", kind="minutes")).commitments
    assert (promise.text, promise.who) == (text, who)


# ---- forward plans, dashboards, letters ------------------------------------------------------------------------------


def test_forward_plans_by_their_columns() -> None:
    text = """
        # Report of the Head of Safety
        12 October 2023
        | Meeting date | Item | Lead officer |
        | 7 December 2023 | Performance report Q2 | Sunita Rao |
        | 14 March 2024 | Strategy refresh | Ravi Menon |
        """
    found = facts_of(paper(text, kind="report"))
    assert [(i.meeting_date, i.title, i.officer) for i in found.forward_items] == [
        ("2023-12-07", "Performance report Q2", "Sunita Rao"),
        ("2024-03-14", "Strategy refresh", "Ravi Menon"),
    ]
    past = text.replace("12 October 2023", "12 October 2024")
    assert facts_of(paper(past, kind="report")).forward_items == ()


def test_the_same_quarter_is_set_against_the_newest_figure() -> None:
    text = """
        # Knife Crime
        In the 3 months of April 2023 to June 2023 there were 17 cases of Knife Crime in Ashford Vale
        ## Trend
        There were 66 cases of Knife Crime in Ashford Vale in the 12 months up to June 2023.
        ## 3 month performance
        In the same quarter in the previous year, there were 12. This is an increase of 25%.
        """
    found = facts_of(paper(text, kind="dashboard"))
    (change,) = (c for c in found.changes if "25%" in c.stated)
    values = {o.id: o.value for o in found.observations}
    assert (values[change.from_observation], values[change.to_observation]) == ("12", "17")
    (finding,) = (f for f in found.findings if "25%" in f.stated)
    assert (finding.verdict, finding.worked_out) == ("differs", "12 to 17: +41.7%")


def test_an_exemption_belongs_to_the_answer_that_names_it() -> None:
    text = """
        Date: 14 May 2024
        Our reference: FOI/2024/0317
        # Freedom of Information Act 2000 - Request for information
        Thank you for your request, which we received on 18 April 2024. Our response is set out below.
        **Q1. How much did the council spend on CCTV in 2023/24?**
        A1. £212,450.
        **Q2. Please give the names of the officers who issued the notices.**
        A2. This information is exempt under section 40(2) of the Act because it is personal data.
        """
    (request,) = facts_of(paper(text, kind="foi answer")).requests
    assert [(q.number, q.exemption) for q in request.questions] == [("1", ""), ("2", "section 40(2)")]


def test_questions_over_their_answers_without_a_word_between() -> None:
    text = """
        Our reference: FOI 31/440
        14 February 2031
        # Freedom of Information Act 2000: request about noise
        Thank you for your request, received on 17 January 2031. The council holds what you asked for. See below.
        **1. How many noise referrals has the council's housing service received in the last two financial years?**
        | Financial year | Referrals | Of which led to a visit
        | 2029/30 | 684 | 97
        | 2030/31 | 588 | 79
        Figures for 2030/31 are for the nine months to 31 December 2030.
        **2. How many noise meters does the council hold, and how many are out of use?**
        The council holds 58 noise meters. Twenty-two are out of use.
        **3. What did the last meter cost?**
        The price is exempt under section 43(2) of the Act.
        """
    found = facts_of(paper(text, kind="foi answer"))
    (request,) = found.requests
    assert [(q.number, q.answered, q.exemption) for q in request.questions] == [
        ("1", True, ""),
        ("2", True, ""),
        ("3", True, "section 43(2)"),
    ]
    title = {indicator.id: indicator.title for indicator in found.indicators}
    told = {(title[o.indicator], o.value, o.period_start, o.period_end) for o in found.observations}
    received = "Noise referrals received by the housing service"
    assert told >= {
        (received, "684", "2029-04-01", "2030-03-31"),
        (received, "588", "2030-04-01", "2030-12-31"),
        (f"{received}: led to a visit", "97", "2029-04-01", "2030-03-31"),
        (f"{received}: led to a visit", "79", "2030-04-01", "2030-12-31"),
    }
    assert {"58", "22"} <= {o.value for o in found.observations}


@pytest.mark.parametrize(
    ("note", "end"),
    [
        ("The 2030/31 figures only cover April to September 2030.", "2030-09-30"),
        ("Data for 2030/31 is to the end of December 2030.", "2030-12-31"),
        ("Figures for 2030/31 include the 9 cases of December 2030.", "2031-03-31"),
        ("The scheme was agreed in 2030/31 and opened in December 2030.", "2031-03-31"),
    ],
)
def test_a_note_below_a_table_says_how_much_of_a_year_is_told(note: str, end: str) -> None:
    text = f"""
        # Fires in sheds
        | Ward | 2029/30 | 2030/31
        | Quayside | 31 | 24
        | Harbour | 42 | 37
        {note}
        """
    found = facts_of(paper(text, kind="report", title="Fires in sheds"))
    assert {o.period_end for o in found.observations if o.kind == "table"} == {"2030-03-31", end}


def test_rows_that_begin_of_which_are_parts_of_the_row_above() -> None:
    text = """
        # Refuge
        | Measure | 2029/30 | 2030/31
        | Referrals to the refuge | 120 | 131
        | of which: women with children | 40 | 44
        | Of these, accepted | 60 | 71
        | Calls to the helpline | 900 | 950
        """
    found = facts_of(paper(text, kind="report", title="Refuge"))
    assert [i.title for i in found.indicators] == [
        "Referrals to the refuge",
        "Referrals to the refuge: women with children",
        "Referrals to the refuge: accepted",
        "Calls to the helpline",
    ]


def test_how_often_a_threshold_was_met_is_no_target() -> None:
    text = """
        # Case reviews in Ashdown
        | Reviews | 2022/23 | 2023/24
        | Applications for a review | 17 | 19
        | Threshold met | 6 | 8
        | Threshold | 7 | 7
        """
    found = facts_of(paper(text, kind="report", title="Reviews")).observations
    assert {o.value for o in found if "target" in str(o.breakdown)} == {"7"}


def test_what_a_table_of_actions_tells_is_named_by_its_action() -> None:
    text = """
        # Action plan
        | Ref | Action | Lead | By when | Progress
        | 1.1a | Recruit six wardens for Kelbrook | Warden Team | March 2026 | Four recruited so far. On track
        | 1.2a | Run the lantern campaign | Fire Service | May 2025 | Ran from 6 May. 52 shops were visited.
        | 1.3a | Bring the last homes into use | Housing | June 2025 | One needs a new boiler
        | 1.4a | Review the order | Housing | June 2025 | Draft is with partners, see item 5
        """
    found = facts_of(paper(text, kind="report", title="Ashdown")).observations
    shown = {(o.value, o.unit) for o in found if o.trust == "machine-read"}
    assert shown == {("6", "wardens"), ("4", "wardens"), ("52", "shops")}
    assert {o.quote for o in found if o.value == "52"} == {"Run the lantern campaign › 52 shops were visited."}


def progress(*rows: tuple[str, str]) -> set[tuple[str, str, str]]:
    """Value, title and breakdown of each figure shown as fact of a table of actions."""
    lines = [f"| {n}a | {action} | Parks Team | June 2026 | {said}" for n, (action, said) in enumerate(rows, start=1)]
    text = "\n".join(["# Action plan", "| Ref | Action | Lead | By when | Progress", *lines])
    facts = facts_of(paper(text, kind="report", title="Ashdown"))
    titles = {i.id: i.title for i in facts.indicators}
    return {
        (o.value or "", titles[o.indicator], "; ".join(map("=".join, o.breakdown)))
        for o in facts.observations
        if o.trust != "unsure"
    }


def test_what_an_action_wants_done_is_planned_and_names_what_came_of_it() -> None:
    told = progress(
        ("Fit 40 more doorbells at homes in Kelbrook", "22 fitted so far"),
        ("Plant the last five hedges by the railway", "One needs a fence"),
        ("Appoint three rangers and brief them", "Two rangers started on 4 May"),
    )
    assert told == {
        ("40", "Doorbells to be fitted at homes in Kelbrook", "plan=planned"),
        ("22", "Doorbells fitted at homes in Kelbrook", ""),
        ("5", "Hedges to be planted by the railway", "plan=planned"),
        ("1", "Hedges", "group=needs a fence"),
        ("3", "Rangers to be appointed", "plan=planned"),
        ("2", "Appoint three rangers and brief them: rangers started", ""),
    }


@pytest.mark.parametrize(
    "action",
    [
        "Call at farms in 12 parishes",
        "Reduce thefts of tools by 12",
        "Deliver 5 Steps to Safety",
        "Run the trial for 12 months",
        "Carry out phase 2 of the works",
        "Promote 101 and the online form",
        "Publish 3 of the reviews",
        "Close the four open cases",
    ],
)
def test_other_numbers_of_an_action_are_not_of_what_it_wants_done(action: str) -> None:
    assert progress((action, "Under way")) == set()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Group has met since May and dealt with 31 cases.", {("31", "Start the forum: cases dealt with")}),
        ("Grant of £7,500 secured at item 4", {("7500", "Start the forum: grant secured")}),
        (
            "90 lamps tested, 14 mended",
            {("90", "Start the forum: lamps tested"), ("14", "Start the forum: lamps mended")},
        ),
        (
            "3 urban and 8 rural tenants' groups",
            {("3", "Start the forum: urban tenants' groups"), ("8", "Start the forum: rural tenants' groups")},
        ),
        ("17 of 21 parish clerks took part", {("17", "Start the forum: parish clerks took part")}),
    ],
)
def test_what_a_note_of_progress_counts_is_named_by_its_own_words(said: str, expected: set[tuple[str, str]]) -> None:
    assert {(value, title) for value, title, _ in progress(("Start the forum", said))} == expected


def test_so_many_of_all_that_an_action_is_about() -> None:
    assert progress(("Inspect all riding schools on the register", "6 of 11 inspected")) == {
        ("6", "Inspect all riding schools on the register: inspected", ""),
        ("11", "Riding schools on the register", ""),
    }


def test_a_target_waits_and_a_later_sum_has_its_own_words_and_time() -> None:
    told = progress(("Hear cases", "310 referrals in June 2025 against a target of 280; 900 for the year"))
    assert told == {
        ("310", "Hear cases: referrals", ""),
        ("900", "Hear cases: referrals for the year", ""),
    }


def test_what_an_action_is_to_reach_is_a_target() -> None:
    text = """
        # Appendix A: Action plan
        | Ref | Action | Lead | Timescale | Measure of success
        | 1.1a | Roll out the pledge to all shops | Licensing | June 2026 | All 48 shops signed up (baseline 29)
        | 1.2a | Complete the upgrade of the cameras | Works | May 2026 | 98% of cameras working
        | 1.3a | Agree a route out of custody | Housing | May 2026 | Route agreed. No release without an address
        """
    facts = facts_of(paper(text, kind="report", title="Ashdown"))
    titles = {i.id: i.title for i in facts.indicators}
    found = {(o.value, o.unit, titles[o.indicator], o.breakdown) for o in facts.observations if o.trust != "unsure"}
    pledge = "Roll out the pledge to all shops: shops signed up"
    assert found == {
        ("48", "shops", pledge, (("measure", "target"),)),
        ("29", "", pledge, (("measure", "baseline"),)),
        ("98", "%", "Complete the upgrade of the cameras: cameras working", (("measure", "target"),)),
    }
    assert len(facts.commitments) == 3


NOTES = """
    # Notes of the Fenwick and District Public Safety Board
    Held on 2 September 2024 via Microsoft Teams
    Attendees: Louise Tate (LT), Fenwick Council; Gail Storm (GS), Fire and Rescue
    **1. Retail crime**
    Shoplifting was up. The group agreed to set up a retail forum.
    **2. Road safety**
    Decision: The 20mph pilot was approved.
    """


def test_what_a_requester_asks_for_is_no_promise() -> None:
    letter = """
        Our ref: 5550123
        Thank you for your request, received on 3 May 2023, which asked:
        **Please provide a copy of every review completed since 2020. I would like full reports where possible.**
        We have processed this request under the Freedom of Information Act 2000.
        # Response
        **Please provide a copy of every review completed since 2020. I would like full reports where possible.**
        None as yet. The two reviews will be published by us in 2024.
    """
    found = facts_of(paper(letter, kind="foi answer")).commitments
    assert [c.text for c in found] == ["The two reviews will be published by us in 2024."]


def test_the_law_in_the_subject_of_a_letter_does_not_take_its_promises() -> None:
    letter = """
        Our ref: 5550123
        # Freedom of Information Act 2000: public spaces protection orders
        Thank you for your request, received on 3 May 2023.
        ## 1. How many orders are in force?
        Three orders are in force. The two reviews will be published by us in 2024.
    """
    found = facts_of(paper(letter, kind="foi answer")).commitments
    assert [c.text for c in found] == ["The two reviews will be published by us in 2024."]


def test_the_order_of_business_says_of_which_day_minutes_are() -> None:
    text = """
        # 3. Minutes of the meeting held on 10 April 2025
        The minutes were agreed.
        # 4. Performance report
        There were 1,018 fires between April and June.
        """
    title = "Minutes of the meeting held on 17 July 2025"
    entry = AgendaEntry(number="3", title=title, kind="minutes", first_page=1, last_page=1)
    found = facts_of(paper(text, kind="agenda pack", agenda=(entry,)))
    assert [(p.kind, p.date) for p in found.parts] == [("minutes", "2025-07-17")]
    assert [o.period_start for o in found.observations] == ["2025-04-01"]


def test_notes_of_a_meeting_held_online() -> None:
    entry = AgendaEntry(number="2", title="Notes from last meeting", kind="report", first_page=1, last_page=1)
    found = facts_of(paper(NOTES, kind="agenda pack", agenda=(entry,)))
    (meeting,) = found.meetings
    assert [p.kind for p in found.parts] == ["minutes"]
    assert (meeting.date, meeting.venue) == ("2024-09-02", "Microsoft Teams")
    assert [(a.name, a.post) for a in meeting.attendance] == [
        ("Louise Tate", "Fenwick Council"),
        ("Gail Storm", "Fire and Rescue"),
    ]
    assert [(d.type, d.item) for d in meeting.decisions] == [("agreed", "1"), ("approved", "2")]


def test_a_short_last_page_with_a_heading_is_no_new_report() -> None:
    text = """
        # Public Safety Plan: what we achieved
        Our work this year.
        ====
        ## Theme 3 - Safer lives
        Six people died in 2023. Next year we plan to extend the scheme.
        - Publish the year two plan
        """
    entry = AgendaEntry(number="3", title="Public Safety Plan", kind="report", first_page=1, last_page=2)
    assert [p.id for p in facts_of(paper(text, kind="agenda pack", agenda=(entry,))).parts] == ["x-item-3"]


def test_large_headings_over_two_loose_lines_are_one(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((57, 80), "Theme One: Prevent violence in all", fontsize=24, fontname="hebo")
    page.insert_text((57, 116), "neighbourhoods and parks", fontsize=24, fontname="hebo")
    for line in range(8):
        words = "Violence makes up a third of the crime that is recorded, as the whole district knows by now"
        page.insert_text((57, 160 + 17 * line), words, fontsize=11.5)
    document.save(tmp_path / "wrapped.pdf")
    read = read_paper(tmp_path / "wrapped.pdf")
    heads = [b.text for b in read.pages[0].blocks if b.kind == "heading"]
    assert heads == ["Theme One: Prevent violence in all neighbourhoods and parks"]


def test_a_day_is_no_number_of_a_heading(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((57, 60), "Work Programme", fontsize=20, fontname="hebo")
    page.insert_text((57, 100), "18 June 2024 meeting", fontsize=15, fontname="hebo")
    for line in range(8):
        page.insert_text(
            (57, 130 + 14 * line), "The board takes up what partners have brought to it so far.", fontsize=11
        )
    document.save(tmp_path / "day.pdf")
    heads = [(b.number, b.text) for b in read_paper(tmp_path / "day.pdf").pages[0].blocks if b.kind == "heading"]
    assert heads == [("", "Work Programme"), ("", "18 June 2024 meeting")]


# ---- minutes, logs and plans whose cells hold several lines ----------------------------------------------------------


def ruled(path: Path, widths: list[float], rows: list[list[list[tuple[str, str]]]]) -> Paper:
    """A page with one ruled table; a cell is its lines, each with the font that it is set in."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((60, 60), "Notes of the harbour board", fontsize=16, fontname="hebo")
    edges = [60 + sum(widths[:n]) for n in range(len(widths) + 1)]
    top = 90.0
    for row in rows:
        height = 10 + 14 * max(len(cell) for cell in row)
        for c, cell in enumerate(row):
            page.draw_rect((edges[c], top, edges[c + 1], top + height), width=0.7)
            for n, (font, words) in enumerate(cell):
                page.insert_text((edges[c] + 4, top + 15 + 14 * n), words, fontsize=10, fontname=font)
        top += height
    document.save(path)
    return read_paper(path)


def test_lines_that_a_cell_sets_off(tmp_path: Path) -> None:
    made = ruled(
        tmp_path / "cells.pdf",
        [40, 250, 180],
        [
            [[("hebo", "No")], [("hebo", "What was said")], [("hebo", "What comes of it")]],
            [
                [("helv", "1")],
                [
                    ("hebo", "Lighting on the quay"),
                    ("helv", "Lamps were out for most of the winter, and"),
                    ("helv", "the harbour master has asked for help."),
                ],
                [("helv", "Lamps are mended"), ("helv", "The quay is walked at night")],
            ],
            [[("helv", "2")], [("helv", "The board heard that boats were quiet.")], [("helv", "\u2022 None as yet")]],
        ],
    )
    (table,) = (b for b in made.pages[0].blocks if b.kind == "table")
    cells = [cell for cell in table.rows[1] if cell]
    assert cells[1].pieces == (
        "Lighting on the quay",
        "Lamps were out for most of the winter, and the harbour master has asked for help.",
    )
    assert cells[2].pieces == ("Lamps are mended", "The quay is walked at night")
    assert all("  " not in cell.text for row in table.rows for cell in row if cell)


def test_minutes_kept_in_a_table_with_titles_above_the_text() -> None:
    found = facts_of(
        paper(
            """
            # Ashford Vale Community Safety Partnership Board
            Minutes of the meeting held on 9 May 2024 at 10.00 am
            | Item | Discussion | Action | Lead
            | 1 | Welcome // Apologies were noted. | |
            | 2 | Knife bins // Two more stand by the station. // The Board noted the report. | Map all bins | SR
            | 3 | Budget // It was agreed that the grant be spent on lamps. | Tell the bidders of the outcome | RM
            """,
            kind="minutes",
        )
    )
    (meeting,) = (m for m in found.meetings if m.minutes_part)
    assert [(i.number, i.title) for i in meeting.items] == [("1", "Welcome"), ("2", "Knife bins"), ("3", "Budget")]
    assert [(d.item, d.type, d.text) for d in meeting.decisions] == [
        ("2", "noted", "The Board noted the report."),
        ("3", "agreed", "It was agreed that the grant be spent on lamps."),
    ]


def test_members_who_share_one_title() -> None:
    found = facts_of(
        paper(
            """
            # Minutes of the Scrutiny Panel held on 9 May 2024
            PRESENT: Councillor A Reed (Chair), Councillors B Osman, C Lyle (Vice-Chair) and Grey.
            APOLOGIES: Apologies for absence were given from Councillors D Platt and E Moor. Councillor Quill sat in.
            # 1. Minutes
            The minutes were AGREED.
            # 2. Work programme
            After debate, the work programme was NOTED.
            """,
            kind="minutes",
        )
    )
    (meeting,) = (m for m in found.meetings if m.minutes_part)
    assert [(a.name, a.post, a.apology) for a in meeting.attendance] == [
        ("Councillor A Reed", "Chair", False),
        ("B Osman", "Councillor", False),
        ("C Lyle", "Councillor, Vice-Chair", False),
        ("Grey", "Councillor", False),
        ("D Platt", "Councillor", True),
        ("E Moor", "Councillor", True),
    ]
    assert [(d.item, d.type) for d in meeting.decisions] == [("1", "agreed"), ("2", "noted")]


def test_what_a_committee_is_asked_in_numbered_lines() -> None:
    found = facts_of(
        paper(
            """
            # Report to the Scrutiny Panel
            18 January 2024
            # 2. Recommendations
            That the Panel:
            (a) notes the forecast; and
            (b) comments on the savings.
            # 3. Background
            Spending rose.
            """,
            kind="report",
        )
    )
    asked = [(r.number, r.text) for m in found.meetings for r in m.recommendations]
    assert asked == [("a", "notes the forecast; and"), ("b", "comments on the savings.")]


LOG = """
    # Freedom of Information disclosure log: spring 2024
    What was asked under the Freedom of Information Act, and what the council answered.
    ## FOI 24/0031 – Noise at night
    Date received: 4 March 2024 Date of response: 28 March 2024
    Request:
    1) How many complaints of noise at night were made in 2023?
    2) Please give the streets.
    Response:
    1) There were 212.
    2) Refused under section 40(2), since so few live there.
    ## FOI 24/0044 – Park wardens
    Date received: 11 March 2024 Date of response: 2 April 2024
    Request: How many park wardens does the council employ?
    Response: None. The information is not held for earlier years.
    """


def test_a_log_of_several_requests() -> None:
    found = facts_of(paper(LOG, kind="foi answer"))
    assert [(r.reference, r.title, r.received, r.responded) for r in found.requests] == [
        ("24/0031", "Noise at night", "2024-03-04", "2024-03-28"),
        ("24/0044", "Park wardens", "2024-03-11", "2024-04-02"),
    ]
    first, second = found.requests
    assert [(q.number, q.answer, q.exemption) for q in first.questions] == [
        ("1", "There were 212.", ""),
        ("2", "Refused under section 40(2), since so few live there.", "section 40(2)"),
    ]
    assert [(q.text, q.answer) for q in second.questions] == [
        (
            "How many park wardens does the council employ?",
            "None. The information is not held for earlier years.",
        )
    ]


def test_a_log_kept_as_a_table() -> None:
    found = facts_of(
        paper(
            """
            # Disclosure log
            | Ref | Date received | Requester type | Request | Response | Date closed
            | FOI-88 | 03/04/2023 | Press | How many orders were made? | Four. | 21/04/2023
            | FOI-91 | 08/08/2023 | Private | Where are the hidden cameras? | Refused: section 31(1)(a). | 30/08/2023
            """
        )
    )
    assert [(r.reference, r.received, r.responded) for r in found.requests] == [
        ("FOI-88", "2023-04-03", "2023-04-21"),
        ("FOI-91", "2023-08-08", "2023-08-30"),
    ]
    assert [(q.text, q.answer, q.exemption) for r in found.requests for q in r.questions] == [
        ("How many orders were made?", "Four.", ""),
        ("Where are the hidden cameras?", "Refused: section 31(1)(a).", "section 31(1)(a)"),
    ]
    assert not facts_of(paper("# Survey\n| Question | Answer\n| Do you feel safe? | Yes, mostly.")).requests


def test_a_letter_with_a_label_for_each_answer_is_one_request() -> None:
    text = """
        # Freedom of Information request
        Our ref: FOI/2024/7
        ## Question 1
        How many wardens are there?
        Response: Nine.
        ## Question 2
        How many bins are there?
        Response: Sixty.
        """
    assert len(facts_of(paper(text, kind="foi answer")).requests) == 1


# ---- packs whose papers follow one another without a new page --------------------------------------------------------


def test_items_that_begin_half_way_down_a_page(tmp_path: Path) -> None:
    document = pymupdf.open()
    first = document.new_page(width=595, height=842)
    first.insert_text((60, 60), "Harbour Town Safety Board", fontsize=20, fontname="hebo")
    first.insert_text((60, 100), "Agenda", fontsize=16, fontname="hebo")
    labels = "Date: Thursday 14 September 2023", "Time: 2.30 pm", "Venue: Tide Hall, Quay Road"
    for n, words in enumerate(labels):
        first.insert_text((60, 130 + 14 * n), words, fontsize=11)
    for n, words in enumerate(TITLES, start=1):
        first.insert_text((60, 180 + 25 * n), f"{n}.", fontsize=11)
        first.insert_text((90, 180 + 25 * n), words, fontsize=11)
    page = document.new_page(width=595, height=842)
    y = 60
    for number, title in ((3, "Annual report"), (4, "Forward plan")):
        page.insert_text((440, y), f"Agenda Item {number}", fontsize=11, fontname="hebo")
        page.insert_text((60, y + 40), title, fontsize=18, fontname="hebo")
        for line in range(9):
            words = f"Line {line} of the {title.lower()} says what officers did in the year and why it was so."
            page.insert_text((60, y + 75 + 20 * line), words, fontsize=11)
        y += 320
    last = document.new_page(width=595, height=842)
    last.insert_text((60, 60), "The forward plan goes on over the page and ends here.", fontsize=11)
    document.save(tmp_path / "flow.pdf")
    made = read_paper(tmp_path / "flow.pdf")
    assert [(e.number, e.first_page, e.last_page) for e in made.agenda if e.first_page] == [("3", 2, 2), ("4", 2, 3)]
    found = facts_of(made)
    texts = {b.id: b.text for p in made.pages for b in p.blocks}
    items = {p.item: p for p in found.parts if p.item}
    assert set(items) == {"3", "4"}
    assert "annual report" in texts[items["3"].last_block] and "forward plan" in texts[items["4"].last_block]
    (called,) = (m for m in found.meetings if m.agenda_paper)
    assert (called.date, called.time, called.venue) == ("2023-09-14", "14:30", "Tide Hall, Quay Road")


# ---- strategies whose priorities carry no word before them -----------------------------------------------------------


def test_a_plan_on_a_page_without_numbers() -> None:
    found = facts_of(
        paper(
            """
            # Ashford Vale Safety Strategy 2024-27
            | Priority | Outcomes | Measures
            | 1. Safer streets | Fewer people are hurt // Streets are lit at night | Reports of theft
            | 2. Safer homes | Victims are helped to stay at home | Locks fitted
            """,
            kind="strategy",
        )
    )
    assert [(p.number, p.called, p.title) for p in found.priorities] == [
        ("1", "Priority", "Safer streets"),
        ("2", "Priority", "Safer homes"),
    ]
    assert [o.title for o in found.outcomes] == [
        "Fewer people are hurt",
        "Streets are lit at night",
        "Victims are helped to stay at home",
    ]


ANNOUNCED = """
    # Ashford Vale Safety Strategy 2024-27
    ## Our objectives
    The board has set {count} objectives.
    ### {one}Cut burglary by half
    Burglary does harm.
    ### {two}Help victims sooner
    Victims wait too long.
    ## How we work
    ### Share data
    Partners share data.
    ### Review the plan
    We look at it each year.
    """


@pytest.mark.parametrize(
    ("count", "one", "two", "found"), [("two", "", "", 2), ("many", "1. ", "2. ", 2), ("nine", "", "", 0)]
)
def test_headings_below_the_word_that_names_them(count: str, one: str, two: str, found: int) -> None:
    text = ANNOUNCED.format(count=count, one=one, two=two)
    priorities = facts_of(paper(text, kind="strategy")).priorities
    assert [(p.called, p.title) for p in priorities] == [
        ("Objective", "Cut burglary by half"),
        ("Objective", "Help victims sooner"),
    ][:found]
    assert facts_of(paper(text, kind="report")).priorities == ()


@pytest.mark.parametrize(
    "text",
    [
        """
        # Ashford Vale Safety Strategy 2024-27
        ## Links with the Police and Crime Plan
        The commissioner has set two priorities:
        - Visible policing
        - Support for victims
        """,
        """
        # Ashford Vale Safety Strategy 2024-27
        ## What you told us
        | Priority | Share of answers
        | Safer streets | 61%
        | Safer homes | 39%
        """,
        """
        # Budget report to the Scrutiny Panel
        ## Objectives of the review
        - To see what was spent
        - To hear from officers
        ## Corporate priorities
        This supports two priorities of the corporate plan:
        - Clean streets
        - Sound money
        ## Outcomes
        - A balanced budget
        - Reserves at a safe level
        """,
    ],
)
def test_what_is_no_promise_of_the_board(text: str) -> None:
    kind = "strategy" if "Strategy" in text.split("##")[0] else "report"
    found = facts_of(paper(text, kind=kind))
    assert (found.strategies, found.priorities, found.outcomes) == ((), (), ())


# ---- work programmes, keys of abbreviations, days --------------------------------------------------------------------


def test_decisions_to_come_and_items_without_a_day() -> None:
    found = facts_of(
        paper(
            """
            # Forward plan of key decisions
            | Ref | Decision to be taken | Decision maker | Date decision due | Contact
            | K1 | Renewal of the lamp contract | Cabinet | 16 July 2024 | Head of Property
            ## Items to be scheduled
            - Peer review
            - Shop theft
            ## Notes
            - Dates may move
            """
        )
    )
    assert [(i.meeting_date, i.title, i.officer) for i in found.forward_items] == [
        ("2024-07-16", "Renewal of the lamp contract", "Head of Property"),
        ("", "Peer review", ""),
        ("", "Shop theft", ""),
    ]


def test_keys_of_several_abbreviations() -> None:
    found = facts_of(
        paper(
            """
            # Annual report
            The Office of the Harbour Commissioner (the OHC) pays for it.
            ## Acronyms
            ABC - Acceptable Behaviour Contract; DHR - Domestic Homicide Review; YJS - Youth Justice Service.
            ## Abbreviations
            | CPN | Community Protection Notice
            | CPW | Community Protection Warning
            """
        )
    )
    terms = {t.short: t for t in found.terms}
    assert {short: t.expansion for short, t in terms.items()} == {
        "OHC": "Office of the Harbour Commissioner",
        "ABC": "Acceptable Behaviour Contract",
        "DHR": "Domestic Homicide Review",
        "YJS": "Youth Justice Service",
        "CPN": "Community Protection Notice",
        "CPW": "Community Protection Warning",
    }
    assert terms["CPN"].source.words == "CPN Community Protection Notice"
    assert terms["DHR"].source.words.startswith("DHR - Domestic")


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Minutes of the meeting held on Tuesday 12 March 2024, 10.00am - 12 noon, in the Council"], "2024-03-12"),
        (["Disclosure log", "Date received: 8 January 2024"], ""),
    ],
)
def test_which_day_is_the_papers_own(lines: list[str], date: str, tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, words in enumerate(lines):
        page.insert_text((60, 80 + 40 * n), words, fontsize=14 - n, fontname="hebo" if n == 0 else "helv")
    for n in range(8):
        page.insert_text((60, 200 + 16 * n), "The board heard what officers had done and asked for more.", fontsize=11)
    document.save(tmp_path / "day.pdf")
    assert read_paper(tmp_path / "day.pdf").date == date


# ---- people in lists, requests in their own words, orders of business without a head ---------------------------------


def test_people_listed_with_initials() -> None:
    found = facts_of(
        paper(
            """
            # HARBOUR BOARD – DRAFT MINUTES
            Date: 17 July 2023, 1:30pm
            # Present
            - Jane Hollis (JH) – Chief Executive, Ashford Vale Council (Chair)
            - Supt Amir Patel (AP) – Vale Police
            # In attendance
            - Tom Gale – Business Support Officer (minutes)
            # Apologies
            - Lin Cho – Public Health
            | | Agenda item and discussion | Actions
            | 1. | Welcome // JH welcomed all. Domestic Abuse (DA) cases rose. |
            | 2. | Needs assessment // The Board agreed the approach. | AP to share slides by 31 July
            """,
            kind="minutes",
        )
    )
    (meeting,) = (m for m in found.meetings if m.minutes_part)
    assert [(a.name, a.post, a.apology) for a in meeting.attendance] == [
        ("Jane Hollis", "Chief Executive, Ashford Vale Council (Chair)", False),
        ("Supt Amir Patel", "Vale Police", False),
        ("", "Business Support Officer (minutes)", False),
        ("Lin Cho", "Public Health", True),
    ]
    assert [(i.number, i.title) for i in meeting.items] == [("1", "Welcome"), ("2", "Needs assessment")]
    assert [t.short for t in found.terms] == ["DA"]


def test_a_request_in_its_own_words_with_headings() -> None:
    found = facts_of(
        paper(
            """
            FOI request (FOIR-7781) Powers and dogs
            Requested Fri 23 February 2024
            Responded Tue 19 March 2024
            I would like the following information under the Freedom of Information Act:
            ### Powers
            1) Please state how many notices were issued in 2023.
            ### Dogs
            2) How many dog wardens does the council have? If none, who does the work?
            ## Response
            ### Powers
            1) Nil.
            ### Dogs
            2) One.
            """,
            kind="foi answer",
        )
    )
    (request,) = found.requests
    assert (request.reference, request.received, request.responded) == ("FOIR-7781", "2024-02-23", "2024-03-19")
    assert [(q.number, q.text, q.answer) for q in request.questions] == [
        ("1", "Please state how many notices were issued in 2023.", "Nil."),
        ("2", "How many dog wardens does the council have? If none, who does the work?", "One."),
    ]


def test_an_order_of_business_without_a_head(tmp_path: Path) -> None:
    rows = [
        ("1", ["Apologies"], ""),
        ("2", ["Minutes", "To approve the minutes of the meeting in June."], "2 - 3"),
        ("3", ["Lamps on the quay", "Report of the Head of Harbours"], "4 - 4"),
        ("4", ["Work programme"], "5 - 5"),
    ]
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((60, 60), "Harbour Town Safety Board", fontsize=20, fontname="hebo")
    page.insert_text((60, 90), "Monday 11 March 2024 at 10.00 am in the Oak Room, Tide Hall", fontsize=11)
    top = 130.0
    for number, title, pages in rows:
        height = 10 + 15 * len(title)
        for left, right, lines in ((60, 100, [number]), (100, 440, title), (440, 530, [pages])):
            page.draw_rect((left, top, right, top + height), width=0.6)
            for n, words in enumerate(lines):
                page.insert_text((left + 4, top + 15 + 15 * n), words, fontsize=11)
        top += height
    for number in range(2, 6):
        page = document.new_page(width=595, height=842)
        for line in range(10):
            words = f"Line {line} says what officers did in the period and why it was done as it was."
            page.insert_text((60, 90 + 20 * line), words, fontsize=11)
        page.insert_text((290, 820), str(number), fontsize=9)
    document.save(tmp_path / "bare.pdf")
    made = read_paper(tmp_path / "bare.pdf")
    assert [(e.number, e.title, e.first_page, e.last_page) for e in made.agenda] == [
        ("1", "Apologies", 0, 0),
        ("2", "Minutes", 2, 3),
        ("3", "Lamps on the quay", 4, 4),
        ("4", "Work programme", 5, 5),
    ]
    (called,) = (m for m in facts_of(made).meetings if m.agenda_paper)
    assert [i.title for i in called.items] == [title[0] for _, title, _ in rows]


def test_lines_of_a_cell_keep_their_place_when_a_name_is_held_back() -> None:
    cell = "Ring 07700 900123 for the // Lamps team // or write to jo.bloggs@example.org soon // Done"
    made = paper(f"# Report\n| Item | Contact\n| Lamps | {cell}")
    reading = hold_back_paper(made, TRACKER)
    (held,) = (c for p in reading.pages for b in p.blocks for r in b.rows for c in r if c and "Lamps team" in c.text)
    assert len(held.breaks) == 3 and held.pieces[1] == "Lamps team" and held.pieces[3] == "Done"
    assert "900123" not in held.text and "bloggs" not in held.text


# ---- priorities in a drawing, outcomes in a line of their own --------------------------------------------------------


def test_priorities_of_a_drawing_that_come_again_as_headings() -> None:
    text = """
        # Safe in Ashford Vale 2024-2029
        Community Safety Strategy
        # Our priorities at a glance
        Safer streets
        Safer homes
        # Safer streets
        Streets where all feel safe.
        # Safer homes
        Outcome: Fewer people live in fear
        # Delivering the strategy
        A plan follows.
        """
    found = facts_of(paper(text, kind="strategy"))
    assert [(s.title, s.period) for s in found.strategies] == [("Community Safety Strategy 2024-2029", "2024-2029")]
    assert [(p.number, p.called, p.title) for p in found.priorities] == [
        ("1", "Priority", "Safer streets"),
        ("2", "Priority", "Safer homes"),
    ]
    assert [(o.number, o.title) for o in found.outcomes] == [("2.1", "Fewer people live in fear")]
    assert facts_of(paper(text.replace("# Safer", "# Much about"), kind="strategy")).priorities == ()
    assert facts_of(paper(text.replace("Our priorities", "National priorities"), kind="strategy")).priorities == ()


@pytest.mark.parametrize(
    ("title", "line", "kind"),
    [
        ("Safe in Ashford Vale 2024-29", "Community Safety Strategy", "strategy"),
        ("Ashford Vale Community Safety Partnership Plan 2024-29", "For a safer district", "strategy"),
        ("What residents said", "Consultation on the safety strategy", "paper"),
    ],
)
def test_title_pages_that_name_a_strategy(title: str, line: str, kind: str, tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((60, 80), title, fontsize=18, fontname="hebo")
    page.insert_text((60, 120), line, fontsize=13)
    for n in range(8):
        page.insert_text((60, 200 + 16 * n), "Residents told us what they want to see in their streets.", fontsize=11)
    document.save(tmp_path / "title.pdf")
    assert read_paper(tmp_path / "title.pdf").kind == kind
