"""What boards other than the one at hand write: the same facts in other words, numbers and layouts."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers_by_hand import paper
from tracker.facts import combine, context_of, understand
from tracker.facts.board.decisions import decision_type
from tracker.facts.places import source_of
from tracker.facts.wording.days import first_day, time_in
from tracker.records import AgendaEntry, Paper, PaperFacts, PaperKind, PaperSettings, Reading, TrackerSettings

TRACKER = TrackerSettings(board="Riverside Community Safety Partnership", place="Riverside")


def facts_of(made: Paper, **settings: str) -> PaperFacts:
    return understand(made, paper_id="x", settings=PaperSettings.model_validate(settings), tracker=TRACKER)


# ---- strategies ------------------------------------------------------------------------------------------------------

STRATEGIES = {
    "priority in words, outcomes listed": """
        # Riverside Community Safety Plan 2024-2028
        ## Our vision
        A borough where everyone is safe.
        ====
        # Priority one: Reducing violence
        ### Outcomes
        - Fewer young people are hurt by violence
        - Victims of violence are supported to recover
        ## What we will do
        We will meet weekly.
        ====
        # Priority two: Safer neighbourhoods
        ### Outcomes
        - Residents know how to report nuisance
        """,
    "themes with roman numbers": """
        # Safer Riverside Strategy 2024-2028
        ## Theme I – Reducing violence
        Text of the theme.
        Key outcomes:
        - Fewer young people are hurt by violence
        - Victims of violence are supported to recover
        ## Theme II – Safer neighbourhoods
        Outcomes we want to see:
        - Residents know how to report nuisance
        """,
    "strategic objectives with numbered outcomes": """
        # Community Safety Strategy 2024-28
        # 3 Strategic Objective 1: Reducing violence
        ## Outcome 1.1: Fewer young people are hurt by violence
        Done so far: patrols.
        ## Outcome 1.2: Victims of violence are supported to recover
        # 4 Strategic Objective 2: Safer neighbourhoods
        ## Outcome 2.1: Residents know how to report nuisance
        """,
    "aim number on one line, its title on the next": """
        # Partnership Plan 2024 to 2028
        ## Aim 1
        ### Reducing violence
        Expected outcomes:
        - Fewer young people are hurt by violence
        - Victims of violence are supported to recover
        ## Aim 2
        ### Safer neighbourhoods
        Outcomes:
        - Residents know how to report nuisance
        """,
    "ambitions with full stops": """
        # Riverside Safer Communities Strategy 2024/28
        ## AMBITION 1. Reducing violence
        **Intended outcomes**
        1. Fewer young people are hurt by violence
        2. Victims of violence are supported to recover
        ## AMBITION 2. Safer neighbourhoods
        **Intended outcomes**
        1. Residents know how to report nuisance
        """,
    "outcomes named in headings without a colon, what is done listed below": """
        # Riverside Crime Strategy 2024-2028
        ## Priority 1: Reducing violence
        ### What we will do
        #### Outcome 1.1 Fewer young people are hurt by violence
        - The Youth Team will open a club by May 2025.
        #### Outcome 1.2 Victims of violence are supported to recover
        - Kelbrook Homes will give tenants a named worker.
        - The Council and Kelbrook Homes will hold a surgery each month.
        ## Priority 2: Safer neighbourhoods
        ### What we will do
        #### Outcome 2.1 Residents know how to report nuisance
        - We will send every home a leaflet.
        """,
    "bold lines": """
        # Riverside Crime Strategy 2024-2028
        **Priority 1: Reducing violence**
        **Outcome 1.1: Fewer young people are hurt by violence**
        Patrols went out.
        **Outcome 1.2: Victims of violence are supported to recover**
        Refuges opened.
        **Priority 2: Safer neighbourhoods**
        **Outcome 2.1: Residents know how to report nuisance**
        A leaflet was made.
        """,
    "letters and pipes": """
        # Riverside Crime Reduction Strategy 2024-2028
        ## Priority A | Reducing violence
        Outcomes
        - Fewer young people are hurt by violence
        - Victims of violence are supported to recover
        ## Priority B | Safer neighbourhoods
        Outcomes
        - Residents know how to report nuisance
        """,
}


@pytest.mark.parametrize("name", STRATEGIES)
def test_strategies_in_other_words(name: str) -> None:
    facts = facts_of(paper(STRATEGIES[name], kind="strategy"))
    assert len(facts.strategies) == 1 and facts.strategies[0].period.startswith("2024")
    assert facts.strategies[0].status == "adopted"
    assert [(p.number, p.title) for p in facts.priorities] == [
        ("1", "Reducing violence"),
        ("2", "Safer neighbourhoods"),
    ]
    assert [(o.number, o.title) for o in facts.outcomes] == [
        ("1.1", "Fewer young people are hurt by violence"),
        ("1.2", "Victims of violence are supported to recover"),
        ("2.1", "Residents know how to report nuisance"),
    ]


def test_list_and_heading_are_two_wordings_of_one_promise() -> None:
    facts = facts_of(
        paper(
            """
            # Annual report on the Riverside Safety Strategy 2024-28
            ## Introduction
            Our three priorities for the term are:
            - Tackling ASB in every ward
            - Protecting people from domestic abuse
            - Preventing re-offending by young adults
            # Priority 1 – Tackling anti-social behaviour (ASB) in every ward (Housing lead and update)
            Patrols went out.
            # Priority 2 - Protect people from domestic abuse
            Refuges opened.
            # Priority 3 - Preventing re-offending by young adults
            Courses ran.
            """,
            kind="annual report",
        )
    )
    assert [[(w.stands_in, w.text) for w in p.wordings] for p in facts.priorities][:2] == [
        [
            ("list", "Tackling ASB in every ward"),
            ("heading", "Tackling anti-social behaviour (ASB) in every ward"),
        ],
        [("list", "Protecting people from domestic abuse"), ("heading", "Protect people from domestic abuse")],
    ]
    assert all(len(p.evidence[0].blocks) == 1 for p in facts.priorities)
    assert "Riverside Safety Strategy" in facts.strategies[0].title


def test_priorities_without_numbers() -> None:
    facts = facts_of(
        paper(
            """
            # Riverside Safety Strategy 2024-28
            ## Our strategic priorities
            - Reducing violence
            - Safer neighbourhoods
            # Reducing violence
            Outcomes:
            - Fewer young people are hurt by violence
            Patrols go out.
            # Safer neighbourhoods
            Outcomes:
            - Residents know how to report nuisance
            """,
            kind="strategy",
        )
    )
    assert [(p.number, p.title, [w.stands_in for w in p.wordings]) for p in facts.priorities] == [
        ("1", "Reducing violence", ["list", "heading"]),
        ("2", "Safer neighbourhoods", ["list", "heading"]),
    ]
    assert [o.number for o in facts.outcomes] == ["1.1", "2.1"]


def test_a_plan_on_a_page() -> None:
    facts = facts_of(
        paper(
            """
            # Riverside Safety Plan 2024-28
            | Priority | Outcomes | Lead
            | Priority 1: Reducing violence | Fewer young people are hurt | Police
            | Priority 2: Safer neighbourhoods | Residents know how to report nuisance | Council
            """,
            kind="strategy",
        )
    )
    assert [(p.number, p.title, p.wordings[0].stands_in) for p in facts.priorities] == [
        ("1", "Reducing violence", "table"),
        ("2", "Safer neighbourhoods", "table"),
    ]
    assert [(o.number, o.title) for o in facts.outcomes] == [
        ("1.1", "Fewer young people are hurt"),
        ("2.1", "Residents know how to report nuisance"),
    ]


def test_two_reports_on_one_strategy_are_one_framework() -> None:
    text = """
        # Report on the Riverside Safety Strategy 2024-28
        ## Priority 1: Reducing violence
        Patrols went out.
        ## Priority 2: Safer neighbourhoods
        Leaflets were made.
        """
    pack = paper(
        f"# Agenda\n====\n{text}\n====\n{text}",
        kind="agenda pack",
        agenda=(
            AgendaEntry(number="1", title="Half-year report", first_page=2, last_page=2),
            AgendaEntry(number="2", title="Year report", first_page=3, last_page=3),
        ),
    )
    facts = facts_of(pack)
    assert len(facts.strategies) == 1 and len(facts.priorities) == 2
    assert [e.part for e in facts.priorities[0].evidence] == ["x-item-1", "x-item-2"]


def test_a_board_may_have_words_of_its_own() -> None:
    made = paper(
        """
        # Hilltown Safety Strategy 2025-30
        ## Pillar 1: Safe homes
        Results:
        - Fewer homes are broken into
        ## Pillar 2: Safe streets
        Results:
        - Fewer people are robbed
        """,
        kind="strategy",
    )
    own = TRACKER.model_copy(update={"words_for_priority": ("Pillar",), "words_for_outcome": ("Result",)})
    facts = understand(made, paper_id="x", settings=PaperSettings(), tracker=own)
    assert [p.title for p in facts.priorities] == ["Safe homes", "Safe streets"]
    assert [o.title for o in facts.outcomes] == ["Fewer homes are broken into", "Fewer people are robbed"]


@pytest.mark.parametrize(
    "title",
    [
        "Riverside Community Safety Strategy 2022-27",
        "Community Safety Strategy 2022 – 2027",
        "Riverside’s Community Safety Strategy (CSS) 2022 to 2027",
        "Riverside Community Safety Partnership Community Safety Strategy 2022/27",
    ],
)
def test_one_strategy_under_several_printings_of_its_name(title: str) -> None:
    facts = facts_of(paper(f"# {title}\n## Priority 1: Homes\nWords.\n## Priority 2: Streets\nWords.", kind="strategy"))
    assert [s.id for s in facts.strategies] == ["community-safety-strategy-2022-27"]


def test_a_draft_says_so() -> None:
    text = "DRAFT FOR CONSULTATION\n" + STRATEGIES["themes with roman numbers"]
    assert facts_of(paper(text, kind="strategy")).strategies[0].status == "draft"
    assert facts_of(paper(text, kind="strategy"), status="adopted").strategies[0].status == "adopted"


def test_headings_that_only_sound_like_promises() -> None:
    facts = facts_of(
        paper(
            """
            # Review of work
            ## Priority setting
            Words.
            ## Objective
            Words.
            ## Aim for the stars
            Words.
            """,
            kind="report",
        )
    )
    assert not facts.priorities and not facts.strategies


# ---- decisions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RESOLVED that the minutes be approved.", "resolved"),
        ("RESOLVED – That the report be noted.", "resolved"),
        ("Resolved: to hold a workshop.", "resolved"),
        ("It was resolved that the plan be adopted.", "resolved"),
        ("AGREED: the action plan.", "agreed"),
        ("Agreed to write to the Minister.", "agreed"),
        ("It was agreed that officers would report back.", "agreed"),
        ("The Board noted the report.", "noted"),
        ("NOTED the update.", "noted"),
        ("Noted.", "noted"),
        ("1.4 RESOLVED: That the press and public be excluded.", "resolved"),
        ("2.1 The minutes of the last meeting held on 13 May 2021 were approved as a correct record.", "approved"),
        ("RESOLVED – That Full Council be recommended to approve the plan.", "resolved"),
        ("The Chair agreed in principle to a champion being appointed.", None),
        ("The Partnership considered and noted the findings.", "noted"),
        ("Members noted the contents of the presentation.", "noted"),
        ("The Safer Riverside Partnership Board AGREED the terms of reference.", "agreed"),
        ("2. The Board unanimously approved the strategy.", "approved"),
        ("The Committee endorsed the plan.", "approved"),
        ("The Board deferred the item to March.", "deferred"),
        ("The matter was discussed. It goes on.", None),
        ("The report was noted.", "noted"),
        ("The minutes of the last meeting were agreed as a correct record.", "agreed"),
        ("Decision: the Board will fund two posts.", "agreed"),
        ("The Panel to consider the draft at its next meeting.", "to consider"),
        ("The Board referred the petition to Cabinet.", "referred"),
        ("Ms Jones noted this and will take it forward.", None),
        ("Members noted that burglary had fallen by a tenth.", None),
        ("It was noted from the survey that the clinic reaches people who had never asked for help.", None),
        ("Members noted with concern that two posts were vacant.", None),
        ("The Committee NOTED that the review was complete.", "noted"),
        ("The Chair thanked officers.", None),
        ("Agreed actions are listed below.", None),
        ("Noted for its markets, the town is busy.", None),
        ("The Board heard that burglary had fallen.", None),
    ],
)
def test_decisions_in_other_words(text: str, kind: str | None) -> None:
    assert decision_type(text) == kind


MINUTES = """
    # Riverside Community Safety Partnership
    Minutes of a meeting held on Tuesday, 4th March 2025 at 2.30pm in Committee Room 2, Civic Centre
    **Present:** 
    Councillor Ann Lee (Chair), Supt. Raj Patel, Metropolitan Police
    - Jo Bloggs, Director of Public Health
    - Sam Green – Licensing Officer
    Apologies for absence were received from: Dr Kim Ward, ICB; Riverside Homes.
    ## 1. Minutes of the last meeting
    It was agreed that the minutes of 3 December 2024 be signed.
    ## 2. Burglary update
    The Superintendent spoke. The Partnership noted the update. The Chair thanked her.
    ## 3. Funding
    RESOLVED that:
    - the grant be accepted
    - officers report back in June
    ## 4. Date of next meeting
    Tuesday 10 June 2025 at 2.30pm.
    """


def test_minutes_in_other_words() -> None:
    facts = facts_of(paper(MINUTES, kind="minutes"))
    held = facts.meetings[0]
    assert (held.date, held.time) == ("2025-03-04", "14:30")
    assert "Civic Centre" in held.venue
    assert [(i.number, i.title) for i in held.items][1] == ("2", "Burglary update")
    assert [(d.item, d.type, d.text) for d in held.decisions] == [
        ("1", "agreed", "It was agreed that the minutes of 3 December 2024 be signed."),
        ("2", "noted", "The Partnership noted the update."),
        ("3", "resolved", "the grant be accepted"),
        ("3", "resolved", "officers report back in June"),
    ]
    assert [(a.name, a.post) for a in held.attendance][:2] == [
        ("Councillor Ann Lee", "Chair"),
        ("Supt. Raj Patel", "Metropolitan Police"),
    ]
    assert ("Jo Bloggs", "Director of Public Health", False) in [(a.name, a.post, a.apology) for a in held.attendance]
    assert ("", "Licensing Officer", False) in [(a.name, a.post, a.apology) for a in held.attendance]
    assert [(a.name, a.post) for a in held.attendance if a.apology] == [("Dr Kim Ward", "ICB"), ("", "Riverside Homes")]
    assert [m.date for m in facts.meetings if m.announced] == ["2025-06-10"]


def test_minutes_of_several_meetings_in_one_paper() -> None:
    made = paper(
        """
        # Ashdown Safer Streets Board
        ## Minutes of the meeting held on 6 May 2031
        | Present | For
        | Rowan Hale (Chair) | Ashdown Council
        ## Minutes of the meeting held on 4 February 2031
        The minutes were agreed.
        ## Police update
        In the fourth quarter there were 412 burglaries.
        ====
        # Ashdown Safer Streets Board
        ## Minutes of the meeting held on 9 September 2031
        Apologies: the Probation Service.
        ## Fire update
        In the first quarter there were 37 deliberate fires.
        """,
        kind="minutes",
        title="Ashdown Safer Streets Board: minutes",
    )
    facts = facts_of(made)
    assert [(p.title, p.date) for p in facts.parts] == [
        ("Minutes of the meeting held on 6 May 2031", "2031-05-06"),
        ("Minutes of the meeting held on 9 September 2031", "2031-09-09"),
    ]
    assert [m.date for m in facts.meetings if not m.announced] == ["2031-05-06", "2031-09-09"]
    assert {(o.value, o.period_start, o.period_end) for o in facts.observations} == {
        ("412", "2031-01-01", "2031-03-31"),
        ("37", "2031-04-01", "2031-06-30"),
    }


def test_minutes_in_a_table() -> None:
    facts = facts_of(
        paper(
            """
            # Safer Riverside Executive
            Notes of the meeting held on 4 March 2025, 14:00 via Teams
            | Name | Organisation
            | Ann Lee (Chair) | Riverside Council
            | Raj Patel | Fire Brigade
            | No | Item | Discussion | Action
            | 1. | Minutes | The minutes were agreed. | None
            | 2. | Burglary | Figures fell. The Board noted the report. | RP
            | 3. | Funding | The Board agreed to bid for £5,000. | AL
            """,
            kind="minutes",
        )
    )
    held = facts.meetings[0]
    assert (held.date, held.time) == ("2025-03-04", "14:00")
    assert [(i.number, i.title) for i in held.items] == [("1", "Minutes"), ("2", "Burglary"), ("3", "Funding")]
    assert [(d.item, d.type, d.text) for d in held.decisions] == [
        ("1", "agreed", "The minutes were agreed."),
        ("2", "noted", "The Board noted the report."),
        ("3", "agreed", "The Board agreed to bid for £5,000."),
    ]


def test_resolutions_in_paragraphs_of_their_own() -> None:
    facts = facts_of(
        paper(
            """
            # Minutes
            Minutes of the meeting held on 4 March 2025
            ## 12 Plan
            Words were said.
            RESOLVED –
            That the plan be approved.
            That officers report back.
            Words again.
            ## 13 Grant
            **RESOLVED**
            That the grant be accepted.
            """,
            kind="minutes",
        )
    )
    assert [(d.item, d.type, d.text) for d in facts.meetings[0].decisions] == [
        ("12", "resolved", "That the plan be approved."),
        ("12", "resolved", "That officers report back."),
        ("13", "resolved", "That the grant be accepted."),
    ]


def test_announced_and_held_on_two_days_across_papers() -> None:
    minutes = facts_of(paper(MINUTES, kind="minutes"))
    agenda_text = """
        # Riverside Community Safety Partnership
        Agenda
        Date: Thursday 12 June 2025
        Time: 2.30 pm
        Venue: Committee Room 1, Civic Centre, High Street
        1. Apologies
        2. Minutes
        3. Performance report
        Members of the public may ask questions: send them by noon on 9 June.
        """
    agenda = facts_of(paper(agenda_text, kind="agenda"))
    found = agenda.meetings[0]
    assert (found.date, found.time, found.venue) == (
        "2025-06-12",
        "14:30",
        "Committee Room 1, Civic Centre, High Street",
    )
    assert [i.title for i in found.items] == ["Apologies", "Minutes", "Performance report"]
    assert any("ask questions" in w.text for w in found.details)
    both = [(minutes, "2025-03-04"), (agenda, "2025-06-12")]
    readings = [
        Reading(program="t", id=f"x{i}", settings=PaperSettings(date=d), paper=paper(""), facts=f)
        for i, (f, d) in enumerate(both)
    ]
    joined = combine(readings)
    assert [m.date for m in joined.facts.meetings] == ["2025-03-04", "2025-06-12"]
    assert [(f.stated, f.worked_out) for f in joined.facts.findings] == [("2025-06-10", "2025-06-12")]
    assert combine(readings[::-1]) == joined


def test_days_that_do_not_hold_together() -> None:
    facts = facts_of(
        paper(
            """
            # Board
            Agenda
            Tuesday 12 June 2025 at 2pm
            Questions must reach us three working days before the meeting, by Monday 9 June 2025.
            """,
            kind="agenda",
        )
    )
    assert [(f.kind, f.stated, f.worked_out) for f in facts.findings] == [
        ("weekday", "Tuesday 2025-06-12", "Thursday 2025-06-12")
    ]


# ---- reports ---------------------------------------------------------------------------------------------------------

RECOMMENDATIONS = {
    "numbered, That": """
        ## Recommendations
        1. That the Board note the report.
        2. That the Board agree the plan.
        ## 1. Background
        Words.
        """,
    "asked to": """
        ## Recommendation(s)
        The Board is asked to:
        (a) note the report;
        (b) agree the plan.
        ## 1. Background
        """,
    "paragraph numbers": """
        ## 2. RECOMMENDATIONS
        2.1 The Partnership is recommended to note the report.
        2.2 The Partnership is recommended to agree the plan.
        ## 3. Reasons for recommendations
        3.1 Words.
        """,
    "in a table": """
        | Report title | Performance report
        | Date | 4 March 2025
        | Report of | Director of Safety
        | Recommendations | 1. Note the report.
        """,
    "without a heading": """
        ## Performance report
        The Committee is asked to note the report.
        """,
}


@pytest.mark.parametrize("name", RECOMMENDATIONS)
def test_recommendations_in_other_words(name: str) -> None:
    made = paper(f"# Performance report\n4 March 2025\n{RECOMMENDATIONS[name]}", kind="report")
    found = facts_of(made).meetings[0].recommendations
    assert "note the report" in found[0].text.lower()
    assert len(found) == (1 if name in ("in a table", "without a heading") else 2)
    assert not any("Words" in r.text for r in found)


def test_reports_attached_to_one_item() -> None:
    pack = paper(
        """
        # Riverside Community Safety Partnership
        Agenda for Tuesday 4 March 2025 at 2pm
        ====
        # Drugs strategy
        ## Summary
        Words on this.
        ## Recommendations
        1. That the Board agree it.
        ## 1. Reasons
        Words.
        ## 2. Legal implications
        Words.
        ## 3. Financial implications
        Words.
        ## 4. Equalities
        Words.
        ====
        # Appendix A: Combating Drugs Plan
        ## 1. Introduction
        Words.
        ====
        ## 2. More
        Words.
        """,
        kind="agenda pack",
        agenda=(
            AgendaEntry(number="1", title="Apologies"),
            AgendaEntry(number="2", title="Drugs strategy", first_page=2, last_page=4),
        ),
    )
    facts = facts_of(pack)
    assert [(p.id, p.first_page, p.last_page) for p in facts.parts] == [
        ("x-front", 1, 1),
        ("x-item-2-a", 2, 2),
        ("x-item-2-b", 3, 4),
    ]
    assert {s.kind for s in facts.parts[1].sections} >= {"legal", "finance", "equalities", "recommendations"}


# ---- letters ---------------------------------------------------------------------------------------------------------

LETTERS = {
    "question and answer in turn": """
        Date: 3 February 2025
        FOI reference: FOI/2025/0123
        Dear Ms Smith,
        Freedom of Information Act 2000
        I write in reply to your request, which we received on 6 January 2025. You asked for the following information:
        Question 1: How many notices were served in 2024?
        Question 2: How much was collected?
        Response
        Question 1: How many notices were served in 2024?
        Answer: 12
        Question 2: How much was collected?
        Answer: £400
        If you are unhappy with this response you may ask for a review.
        """,
    "numbers only": """
        3rd February 2025
        Our Ref: FOI-2025-0123
        Thank you for your request dated 6 January 2025, in which you asked:
        1) How many notices were served in 2024?
        2) How much was collected?
        We have processed your request under the Freedom of Information Act 2000.
        Our response is as follows.
        1) 12
        2) £400
        Your rights
        Write to us.
        """,
    "Q1 and bold": """
        03/02/2025
        Request reference: 2025-0123
        Your request was received on 06/01/2025. You requested:
        Q1. How many notices were served in 2024? Q2. How much was collected?
        The council holds the information requested under the Freedom of Information Act.
        **Q1. How many notices were served in 2024?**
        12
        **Q2. How much was collected?**
        £400
        Yours sincerely
        """,
    "only once": """
        Freedom of Information Act request
        Ref: 2025-0123
        Date received: 6 January 2025
        Date of response: 3 February 2025
        **1. How many notices were served in 2024?**
        12
        **2. How much was collected?**
        £400
        Right of appeal
        Words.
        """,
}


@pytest.mark.parametrize("name", LETTERS)
def test_letters_in_other_words(name: str) -> None:
    found = facts_of(paper(LETTERS[name], kind="foi answer")).requests[0]
    assert found.reference.endswith("0123")
    assert (found.received, found.responded) == ("2025-01-06", "2025-02-03")
    assert [(q.number, q.text, q.answer) for q in found.questions] == [
        ("1", "How many notices were served in 2024?", "12"),
        ("2", "How much was collected?", "£400"),
    ]
    assert all(q.answered for q in found.questions)


def test_bold_lines_that_ask_for_something_are_questions() -> None:
    letter = """
        3 February 2025
        Ref: 2025-0123
        Thank you for your request for information received on 6 January 2025. Request and response are set out below.
        **How many notices were served in 2024?**
        12
        **Please provide the number of notices that were paid within a month, for each ward.**
        We do not record this.
        **Details of the offences**
        None were prosecuted.
        """
    (found,) = facts_of(paper(letter, kind="foi answer")).requests
    assert [(q.text, q.answer.split(".")[0]) for q in found.questions] == [
        ("How many notices were served in 2024?", "12"),
        (
            "Please provide the number of notices that were paid within a month, for each ward.",
            "We do not record this",
        ),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We withhold this under Section 40(2) of the Act (personal information).", "Section 40(2)"),
        ("This would exceed the limit: s.12 of the FOIA applies.", "s.12"),
        ("Regulation 12(4)(b) of the EIR applies: manifestly unreasonable.", "Regulation 12(4)(b)"),
        ("Section 31(1)(a) (Law enforcement) applies.", "Section 31(1)(a) (Law enforcement)"),
    ],
)
def test_exemptions_in_other_words(words: str, said: str) -> None:
    letter = f"""
        3 February 2025
        Ref 123
        Your request was received on 6 January 2025. You asked:
        How many notices were served?
        Response
        How many notices were served?
        See below. Section 17 of the Crime and Disorder Act 1998 is no exemption.
        Refusal notice
        {words}
        """
    found = facts_of(paper(letter, kind="foi answer")).requests[0]
    assert [e.text for e in found.exemptions] == [said]
    assert found.questions[0].exemption == said


# ---- plans and terms -------------------------------------------------------------------------------------------------

PLANS = {
    "a column of dates": """
        # Work programme 2025/26
        | Meeting | Item | Lead officer | Purpose
        | 4 March 2025 | Burglary report | Head of Safety | To note
        |  | Drugs report | Public Health | To agree
        | 10 June 2025 | Annual report | Head of Safety | To agree
        """,
    "days across the table": """
        # Forward Plan
        | Agenda item | Responsible officer | Comments
        | 4th March 2025 |  |
        | Burglary report | Head of Safety | To note
        | Drugs report | Public Health | To agree
        | 10th June 2025 |  |
        | Annual report | Head of Safety | To agree
        """,
    "headings": """
        # Forward Work Plan
        ## Tuesday 4 March 2025
        | Report title | Report author | Overview
        | Burglary report | Head of Safety | To note
        | Drugs report | Public Health | To agree
        ## Tuesday 10 June 2025
        | Report title | Report author | Overview
        | Annual report | Head of Safety | To agree
        """,
}


@pytest.mark.parametrize("name", PLANS)
def test_forward_plans_in_other_words(name: str) -> None:
    found = facts_of(paper(PLANS[name])).forward_items
    assert [(i.meeting_date, i.title, i.officer, i.overview) for i in found] == [
        ("2025-03-04", "Burglary report", "Head of Safety", "To note"),
        ("2025-03-04", "Drugs report", "Public Health", "To agree"),
        ("2025-06-10", "Annual report", "Head of Safety", "To agree"),
    ]


def test_terms_in_other_words() -> None:
    facts = facts_of(
        paper(
            """
            # Report
            The Community Safety Partnership (CSP) met the Integrated Care Board (‘ICB’).
            They spoke of anti-social behaviour (ASB).
            A PSPO (Public Spaces Protection Order) was made. It grew (by 5%) in May (see Table 2).
            ## Glossary
            | Term | Meaning
            | IOM | Integrated Offender Management
            | YJS | Youth Justice Service
            | CPN | Community Protection Notice
            ## Definitions
            Stalking – repeated harassment that makes someone fear for their safety.
            """
        )
    )
    found = {(t.short, t.expansion, t.stands_in) for t in facts.terms}
    assert found == {
        ("CSP", "Community Safety Partnership", "text"),
        ("ICB", "Integrated Care Board", "text"),
        ("ASB", "anti-social behaviour", "text"),
        ("PSPO", "Public Spaces Protection Order", "text"),
        ("IOM", "Integrated Offender Management", "list"),
        ("YJS", "Youth Justice Service", "list"),
        ("CPN", "Community Protection Notice", "list"),
        ("Stalking", "repeated harassment that makes someone fear for their safety.", "definition"),
    }


# ---- small things ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("WEDNESDAY 19TH JULY, 2023", "2023-07-19"),
        ("the 1st of Sept. 2022", "2022-09-01"),
        ("28.04.23", "2023-04-28"),
        ("January 5, 2021", "2021-01-05"),
        ("31 June 2023", ""),
        ("4.1.2 and 12/2022", ""),
        ("version 10.2.3.4", ""),
    ],
)
def test_days(text: str, iso: str) -> None:
    assert first_day(text) == iso


def test_times() -> None:
    assert [time_in(t) for t in ("AT 10.00 AM", "7pm", "19:30", "noon", "28.04.23", "2.30 p.m.")] == [
        "10:00",
        "19:00",
        "19:30",
        "12:00",
        "",
        "14:30",
    ]


def test_a_place_has_whole_words_and_a_box_for_each_line() -> None:
    made = paper("The quick brown fox jumps")
    block = made.pages[0].blocks[0]
    found = source_of("x", made, block, 6, 12)
    assert found.words == "quick brown"
    assert [b.bbox for b in found.boxes] == [(20.0, 0.0, 75.0, 12.0)]


LINES = st.sampled_from(
    [
        "# Priority 1: Homes",
        "# Priority 2",
        "## Streets",
        "## 1. Minutes",
        "# 3 Outcome 1.2: Fewer",
        "Outcomes:",
        "- Fewer homes are broken into",
        "1) How many?",
        "RESOLVED –",
        "RESOLVED that it be so.",
        "Present: Ann Lee, Director; and",
        "Apologies: ; ,",
        "Minutes of the meeting held on 4 March 2025 at 2pm",
        "Tuesday 12 June 2025",
        "Next meeting: 10 June 2025",
        "Our ref: 12/3 Dear Ms Smith,",
        "Thank you for your request received on 6 January 2025, which asked:",
        "Response",
        "Refusal notice",
        "Section 40(2) (Personal data)",
        "Community Safety Partnership (CSP)",
        "## Recommendations",
        "That the Board note it.",
        "Order of business",
        "| 1. | Apologies | 3 - 4",
        "| Item | Title | Outcome",
        "| Priority 1: Homes | Fewer",
        "| Title | X",
        "# Forward plan",
        "AGENDA ITEM 2",
        "====",
        "**Case study: Ann**",
        "Third working day before a meeting, that is Monday 3 March 2025",
        "é ( ) [ ] * . ? 0",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(get_args(PaperKind)))
def test_any_order_of_lines_is_understood_without_a_fault(lines: list[str], kind: PaperKind) -> None:
    made = paper("\n".join(lines), kind=kind)
    facts = facts_of(made)
    blocks = {b.id for page in made.pages for b in page.blocks}
    for name in ("parts", "priorities", "outcomes", "requests", "terms", "forward_items"):
        ids = [r.id for r in getattr(facts, name)]
        assert len(ids) == len(set(ids)), name
    assert all(s.block in blocks for m in facts.meetings for s in m.sources)
    assert facts == facts_of(made)


def test_odd_papers_do_not_stop_it() -> None:
    for text in ("", "# 1.", "| |", "- ", "Minutes of the meeting held on 31 June 2023", "====\n===="):
        for kind in ("paper", "minutes", "agenda pack", "foi answer", "strategy"):
            assert facts_of(paper(text, kind=kind))  # type: ignore[arg-type]
    assert context_of(paper(""), "x", PaperSettings(), TRACKER).spans == ()
