"""Promises in minutes: who was asked, what was offered, actions set apart, minutes in a table, and by when."""

from __future__ import annotations

from textwrap import dedent

import pytest

from small_papers import paper_from
from tracker.facts.context import PaperContext, context_of
from tracker.facts.promises.commitments import commitments_of
from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_clauses import clauses
from tracker.facts.promises.promise_due import day_in_cell, due_of
from tracker.facts.promises.promise_sentences import promises_around
from tracker.papers.agenda import find_agenda
from tracker.papers.naming import name_paper
from tracker.records import Block, Cell, Page, Paper, PaperSettings, Run, TrackerSettings

BOARD = "Harbury Safety Board"

# (sentence of minutes, who acts, whether it sets an action)
SPOKEN = [
    ("The Chair asked officers to write to the owners of the site.", "officers", True),
    ("The Chair asked the Head of Parks to cost two further bins.", "Head of Parks", True),
    ("The Vice Chair requested that the figures be split by ward.", "", True),
    ("The Performance Group was asked to look at ten closed cases.", "Performance Group", True),
    ("The hospital's lead offered to find a room for the sessions.", "", True),
    ("Members agreed that a press notice be drawn up.", "", True),
    ("Members requested a breakdown by age for the next meeting.", "", True),
    ("The survey of the square has been booked for May.", "", True),
    ("Work on the hub is expected to start in June.", "", True),
    ("The Chair asked that all partners share the survey.", "partners", True),
    ("All crews would be back on site by August.", "", True),
    ("Response times were due to recover by the end of May.", "", True),
    ("The fair is set for 10 July.", "", True),
    ("The Chair suggested that leaflets be printed and this was agreed.", "", True),
    ("The support officer to add an item on scams.", "support officer", True),
    ("The new unit will open in May.", "", True),
    ("A Saturday surgery opens on 9 April.", "", True),
    ("Fittings take place in the first week of May.", "", True),
    ("An extra panel has been called for 8 May to read it through.", "", True),
    ("Gates are going into the two parks straight after Easter.", "", True),
    ("Joint walks with the wardens on Friday nights throughout May.", "", True),
    ("Priya getting a price.", "", True),
    ("First proof to come to the May meeting.", "", True),
    ("The trust offered the use of its hall.", "", True),
    ("The Chair thanked the Inspector and invited her back in six months' time.", "", True),
    ("These were to remain in use until the end of May.", "", True),
    ("It'll be on the estate every Monday from 22 April.", "", True),
    ("Each agency must send its part in by 17 May.", "agency", True),
    ("If agreed, the order comes in on 1 July.", "", True),
    ("Bike course running again in the school holidays.", "", True),
    ("Stall at the library from July", "", True),
    ("From April a nurse works from the station one day a week.", "", True),
    ("The Executive agreed a short review to be done and sent to the panel.", "", True),
    ("RESOLVED that the report be noted and the Head of Parks bring a costed plan with the budget papers.", "", True),
    ("The Board agreed that each partner sign its own page.", "", True),
    ("Duty manager to remind all team leaders.", "Duty manager", True),
    ("The clerk would get an answer from the Director.", "clerk", True),
    ("The committee clerk had said she'd do so before it went to print.", "", True),
    ("PC Will Stott left early.", "", False),
    ("Decision: Learning group to turn this into a short briefing.", "Learning group", True),
    ("The Chair asked that this come to the next meeting.", "", True),
    ("Both landlords have signed up to mend the doors.", "", True),
    ("Twelve new radios being given out by the end of May.", "", True),
    ("They expected to be back on target by the end of June.", "", True),
    ("The trust had won nine places on a course, starting in May.", "", True),
    ("A walkabout is being lined up.", "", True),
    ("The panel's findings come later; the college is meeting a builder on 10 April.", "", True),
    ("Carried forward to the May meeting.", "", True),
    ("Landlords were given four weeks to return their plans.", "", True),
    ("It was agreed that the results of the trial come back to the May meeting.", "", True),
    ("It was agreed that this had come up before.", "", False),
    ("RESOLVED: that the thanks of the Board be conveyed to the wardens.", "", False),
    ("This was not something that the Force was pursuing.", "", False),
    ("They have been invited to speak at the next meeting.", "", True),
    ("A card to be sent.", "", True),
    ("Bids were moved to the May meeting.", "", True),
    ("Draft plan to May Board.", "", True),
    ("The ministry has not said whether the grant will continue.", "", False),
    ("Photos missing in a third.", "", False),
    ("Two reviews of fatal fires are under way.", "", False),
    ("A review of fatal fires is under way.", "", True),
    ("The Chair said that the Board would rather hear of it early.", "", False),
    ("The tenants would forgive much if somebody called them back.", "", False),
    ("The grant from the trust runs out in May.", "", False),
    ("Nine calls in February, six of them at night.", "", False),
    ("Three orders issued.", "", False),
    ("Harbour Safety Week, a National Safety Month, runs from 9 May.", "", False),
    ("That authority be delegated to the Director to sign the return.", "", False),
    ("Parents will be able to find help on the website.", "", False),
    ("It was noted that a national review of charging was under way.", "", False),
    ("Two arrests were made this week.", "", False),
    ("Many victims prefer to find their own.", "", False),
    ("The lease on the hall ends in May.", "", False),
    ("The contract would expire in May 2025.", "", False),
    ("OB will be away on the day.", "", False),
    ("Calls about noise rise in the summer.", "", False),
    ("Action 5 – the college has not yet named a lead.", "", False),
    ("He would be happy to speak at the next meeting.", "", False),
    ("We said we would hold a fair; this took place in May.", "", False),
    ("HB was to send the list – completed.", "", False),
    ("HB told members that she would be retiring in May.", "", False),
    ("The Board to consider the draft plan.", "", False),
    ("A first draft goes to partners in September.", "", True),
    ("The final version comes to the Board on 5 December.", "", True),
    ("Asked HB to raise this with the landlords.", "HB", True),
    ("The post has been extended to 31 March 2025.", "", True),
    ("AGREED: the Board to receive the plan each year.", "Board", True),
    ("The service has run since its launch in April 2023.", "", False),
    ("The works were programmed for the spring.", "", True),
    ("The hearing was listed for 5 September.", "", True),
    ("HB committed to having a warden at each gate.", "HB", True),
    ("TH leaves in June – HB to find someone else.", "HB", True),
    ("The Chair asked whether it could be shown; the analyst confirmed it will be from May.", "", True),
    ("The Chair asked the Inspector to explain the rise.", "", False),
    ("Members asked the Director to give an overview of the plan.", "", False),
    ("A member queried who should sign the plan.", "", False),
    ("Residents would welcome more patrols.", "", False),
    ("Training is offered to all schools.", "", False),
    ("Actions that are closed will be removed from this log.", "", False),
    ("The Chair asked that she speak to the trader after the meeting.", "", True),
    ("The Chair asked that the thanks of all be passed on to the wardens.", "", False),
    ("The college had offered to work with its pupils on a film.", "", False),
    ("The Council had agreed a capital programme of £2.4m over three years to renew the lamps.", "Council", True),
    ("Cabinet has decided to keep the two wardens.", "Cabinet", True),
    ("The wardens were working with 31 shops.", "", False),
    ("She hoped to fill the posts by May and would bring the names to the Board.", "", True),
    ("Nine new wardens would be in post by May.", "", True),
    ("RESOLVED that the Forum noted the plan.", "", False),
    ("He said that the purpose of the visit was to listen to the traders.", "", False),
    ("The wardens' approach is to step in early.", "", False),
    ("Trade depends on how ready shops are to open late.", "", False),
    ("It is possible that the closure of the bank will make this worse.", "", False),
    ("The Chair requested a further note on bins in six months.", "", True),
    ("The Inspector said that gangs were moving into the town.", "", False),
    ("Residents were planning a march.", "", False),
    ("She heard that thieves were taking bikes for their parts.", "", False),
    ("The officers were planning a day of action.", "officers", True),
    ("Traders said they would report more if they could do so online.", "", False),
    ("The item would be taken after item 9.", "", False),
    ("The team was working closely with the traders.", "", False),
    ("The fire service has undertaken to visit all the towers.", "fire service", True),
    ("The kiosk has funding until March 2026.", "", True),
    ("From May 2024 all halls will have a named warden.", "", True),
    ("The town had been awarded a grant of £40,000 for 2024/25 to be spent on lamps.", "", False),
    ("The town had been awarded a grant of £40,000 that runs until March 2026.", "", True),
    ("Slides 3 to 8 will be presented by the fire service.", "", False),
]


@pytest.mark.parametrize(("text", "who", "action"), SPOKEN, ids=[s[0][:45] for s in SPOKEN])
def test_what_was_asked_and_offered(text: str, who: str, action: bool) -> None:
    found = list(promises_around(text, Around("2024-03-05", BOARD, minuted=True)))
    assert [p.firm for p in found] == [True] * action
    assert not who or found[0].who == who


# (words, day it was written, the day it is due)
DUE = [
    ("He will report at the next meeting.", "2024-06-11"),
    ("The list will be sent by the end of Q2.", "2024-09-30"),
    ("An update would be given within six months.", "2024-09-05"),
    ("Two posts would be filled from September.", "2024-09-30"),
    ("A bid will be made from April 2025.", "2025-04-30"),
    ("HB to bring a paper to the July meeting", "2024-07-31"),
    ("Name a lead for the work – end of January", "2025-01-31"),
    ("All to reply by close of play Friday 15 March", "2024-03-15"),
    ("The page would be mended within the month.", "2024-03-31"),
    ("A worker will be found in the new financial year.", "2025-03-31"),
    ("The letter will go out by Christmas.", "2024-12-25"),
    ("In February 45 people may have called.", ""),
    ("On 24 January pupils will show their work.", ""),
    ("On 24 April pupils will show their work.", "2024-04-24"),
]


@pytest.mark.parametrize(("text", "day"), DUE, ids=[d[0][:40] for d in DUE])
def test_by_when_without_a_year(text: str, day: str) -> None:
    due = due_of(text, "2024-03-05", following="2024-06-11")
    assert (due.end if due else "") == day


def test_a_month_alone_in_a_cell_is_the_next_one() -> None:
    due = day_in_cell("June meeting", "2024-03-05")
    assert due and due.end == "2024-06-30"


def test_who_and_by_when_beside_what_was_said() -> None:
    rows = (
        (Cell(text="Summary of discussion"), Cell(text="Who"), Cell(text="By when")),
        (Cell(text="A request to carry the money forward will be made."), Cell(text="HB"), Cell(text="31 July")),
        (Cell(text="The lease was talked over at length by all who came."), Cell(text="HB"), Cell(text="31 July")),
    )
    block = Block(id="p1-1", kind="table", rows=rows, header_rows=1)
    page = Page(number=1, width=595, height=842, blocks=(block,))
    found = commitments_of(
        context_for(Paper(title="Minutes", date="2024-03-05", kind="minutes", sha256="", pages=(page,)))
    )
    assert [(c.who, c.due_date) for c in found] == [("HB", "2024-07-31")]


def test_two_promises_joined_by_and_are_told_apart() -> None:
    text = "Comments are to be sent to HB by 25 March and the final version will be signed off in May."
    found = list(promises_around(text, Around("2024-03-05", BOARD, minuted=True)))
    assert [(text[p.start : p.end], p.due_date) for p in found] == [
        ("Comments are to be sent to HB by 25 March", "2024-03-25"),
        ("the final version will be signed off in May.", "2024-05-31"),
    ]
    one = "The team will visit schools and their pupils will feel safer."
    assert len(list(promises_around(one, Around("2024-03-05", BOARD)))) == 1


def test_items_that_begin_with_who_is_to_do_them() -> None:
    around = Around("2024-03-05", BOARD, planned=True, actor=BOARD)
    (found,) = promises_around("Health: secure a therapist for the group", around)
    assert (found.who, found.firm) == ("Health", True)
    (found,) = promises_around("Police: consider a second officer", around)
    assert (found.who, found.firm) == ("Police", False)


def test_money_that_may_not_come_makes_only_its_own_promise_soft() -> None:
    text = "A scheme for young people will start in May and we will look to widen it if funding allows."
    assert [p.firm for p in promises_around(text, Around("2024-03-05", BOARD))] == [True]


def context_for(paper: Paper) -> PaperContext:
    settings = PaperSettings(kind="minutes", date="2024-03-05")
    return context_of(paper, "minutes", settings, TrackerSettings(place="Harbury", board=BOARD))


def firm_in(text: str) -> list[tuple[str, str]]:
    paper = paper_from(dedent(text)).model_copy(update={"title": "Minutes", "kind": "minutes", "date": "2024-03-05"})
    return [(c.text, c.who) for c in commitments_of(context_for(paper)) if c.strength == "firm"]


def test_a_name_after_the_mark_does_what_was_said_before() -> None:
    text = """
        # Street lights

        The cost of the lamps is not yet known. It is to be worked out with the firm. ACTION: JB

        Two lamps in the park do not work.

        Action: Highways"""
    assert firm_in(text) == [
        ("It is to be worked out with the firm.", "JB"),
        ("Two lamps in the park do not work.", "Highways"),
    ]


def test_the_title_of_an_item_announces_nothing_of_what_was_said() -> None:
    text = """
        # Performance measures

        - Operation Rook would start again in June."""
    assert [said for said, _ in firm_in(text)] == ["Operation Rook would start again in June."]


def test_an_action_in_bold_and_the_next_meeting() -> None:
    text = """
        # ACTION: HB to send round the figures

        # Date and time of next meeting

        11 June 2024, 2pm, Harbury House"""
    assert firm_in(text) == [
        ("HB to send round the figures", "HB"),
        ("11 June 2024, 2pm, Harbury House", BOARD),
    ]


def test_what_was_resolved_beside_a_note_and_a_label_over_the_next_meeting() -> None:
    text = """
        # Update

        RESOLVED:

        That the talk be noted and the slides be circulated.

        17. Dates of future meetings.

        11 June 2024 at 10.00am."""
    assert [said for said, _ in firm_in(text)] == [
        "That the talk be noted and the slides be circulated.",
        "11 June 2024 at 10.00am.",
    ]


def test_the_record_of_a_meeting_with_bookmarks_is_minutes_and_no_pack() -> None:
    text = """
        # Decisions of the Harbury Safety Board

        5 March 2024 at 10.00 am

        # WELCOME

        The agenda was taken in another order. Mr Ash would send it to all."""
    first = paper_from(dedent(text)).pages[0]
    pages = (first, *(Page(number=n, width=595, height=842) for n in (2, 3)))
    marks = [(1, f"{n}. {title}", 1) for n, title in enumerate(("WELCOME", "MATTERS ARISING", "PARKS", "SHOPS"), 1)]
    assert find_agenda(pages, (), marks) == ()
    assert name_paper(pages, (), "") == ("Decisions of the Harbury Safety Board", "2024-03-05", "minutes")


@pytest.mark.parametrize(("foot", "items"), [("Agenda item 6 Page 1", 0), ("Agenda and papers", 4)])
def test_the_chapters_of_a_report_to_a_meeting_are_no_pack(foot: str, items: int) -> None:
    first = paper_from(f"# Safety in Kelbrook\n\n{foot}").pages[0]
    pages = (first, *(Page(number=n, width=595, height=842) for n in (2, 3)))
    titles = ("Purpose of report", "Background", "Options", "Conclusion")
    marks = [(1, f"{n}. {title}", 1) for n, title in enumerate(titles, 1)]
    assert len(find_agenda(pages, (), marks)) == items


def test_below_how_we_will_know_only_the_account_of_it_is_promised() -> None:
    text = """
        # How we will know

        Reports of theft will fall by 2026. Progress will be reported to the Board every six months."""
    context = context_of(paper_from(dedent(text)), "plan", PaperSettings(), TrackerSettings(board=BOARD))
    assert [c.text for c in commitments_of(context)] == ["Progress will be reported to the Board every six months."]


def test_recommendations_that_say_who_is_to_do_them() -> None:
    text = """
        # Recommendations

        In addition to the five priorities:

        - the Head of Parks to lead a review of the lamps by the end of May 2025;

        - the data team is to make a quarterly digest for wardens;

        - shops should do more; and

        - the Board is to note the plan."""
    context = context_of(paper_from(dedent(text)), "review", PaperSettings(kind="report"), TrackerSettings(board=BOARD))
    assert [(c.who, c.strength) for c in commitments_of(context)] == [("Head of Parks", "firm"), ("data team", "firm")]


def test_the_time_of_what_is_promised_stands_after_it() -> None:
    text = "The plan was out for comment until 14 April 2024 and would come back to the Board in July."
    (found,) = promises_around(text, Around("2024-03-05", BOARD, minuted=True))
    assert found.due_date == "2024-07-31"


def test_minutes_in_a_table() -> None:
    said = "Cases up. Two more workers will be found by May."
    rows = (
        (Cell(text="No."), Cell(text="Item"), Cell(text="Action")),
        (
            Cell(text="1"),
            Cell(text=f"Refuge update {said}", breaks=(14,)),
            Cell(text="HB"),
        ),
        (
            Cell(text="2"),
            Cell(text="Next meeting 11 June 2024", breaks=(13,)),
            Cell(text=""),
        ),
    )
    block = Block(id="p1-1", kind="table", rows=rows, header_rows=1)
    page = Page(number=1, width=595, height=842, blocks=(block,))
    found = commitments_of(
        context_for(Paper(title="Minutes", date="2024-03-05", kind="minutes", sha256="", pages=(page,)))
    )
    assert [(c.text, c.who, c.due_date) for c in found] == [
        ("Two more workers will be found by May.", "HB", "2024-05-31"),
        ("11 June 2024", BOARD, "2024-06-11"),
    ]


def test_the_day_of_the_next_meeting_is_not_that_of_the_minutes() -> None:
    text = """
        # Harbury Safety Board

        MINUTES of the meeting of the Harbury Safety Board held on Tuesday, 5 March 2024 in the Old Library at 2 p.m.

        # Date of next meeting

        Tuesday, 11 June 2024 at 2.00 p.m."""
    assert name_paper(paper_from(dedent(text)).pages, (), "")[1:] == ("2024-03-05", "minutes")


def test_notes_of_a_meeting_are_known_by_their_date_line() -> None:
    text = """
        # Harbury Homes – Estate Panel

        Notes of meeting – Tuesday 4 June 2024, The Hall

        The lamps are mended."""
    assert name_paper(paper_from(dedent(text)).pages, (), "")[1:] == ("2024-06-04", "minutes")
    short = "# Harbury Group\n\nNotes of meeting 4/6/24, 2pm\n\nPresent: HW (chair), RP. Apologies: MC"
    assert name_paper(paper_from(short).pages, (), "")[2] == "minutes"


def test_a_title_in_bold_is_no_part_of_the_action_behind_it() -> None:
    runs = (Run(text="4. Fly-tipping", bold=True), Run(text=" Clerk to invite the wardens to the April meeting."))
    block = Block(id="p1-1", kind="paragraph", text="".join(run.text for run in runs), runs=runs)
    page = Page(number=1, width=500, height=700, blocks=(block,))
    paper = Paper(title="Minutes", kind="minutes", date="2024-01-25", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "minutes", PaperSettings(), TrackerSettings(board=BOARD)))
    assert (found.who, found.text) == ("Clerk", "Clerk to invite the wardens to the April meeting.")


def test_the_number_of_a_counted_paragraph_is_no_part_of_what_it_promises() -> None:
    told = ("Robbery fell.", "Wardens walk the lanes.", "We will open a hub.", "Fires rose.", "Lamps are lit.")
    blocks = tuple(Block(id=f"p1-{n}", kind="paragraph", text=f"{n} {text}") for n, text in enumerate(told, start=1))
    page = Page(number=1, width=500, height=700, blocks=blocks)
    paper = Paper(title="Report", kind="report", date="2024-01-25", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "report", PaperSettings(), TrackerSettings(board=BOARD)))
    assert found.text == "We will open a hub."


def test_an_annual_report_is_written_after_the_year_it_tells_of() -> None:
    block = Block(id="p1-1", kind="paragraph", text="A bid to the Lottery goes in on 30 June.")
    page = Page(number=1, width=500, height=700, blocks=(block,))
    paper = Paper(title="Annual Report 2023/24", kind="annual report", date="", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "report", PaperSettings(), TrackerSettings(board=BOARD)))
    assert found.due_date == "2024-06-30"


def test_the_month_of_a_plan_dates_what_it_promises() -> None:
    text = """
        # Harbury Safety Plan

        Published February 2025

        A second warden takes up post in July."""
    context = context_of(paper_from(dedent(text)), "plan", PaperSettings(), TrackerSettings(board=BOARD))
    assert [c.due_date for c in commitments_of(context)] == ["2025-07-31"]


def test_a_list_inside_one_promise_stays_whole() -> None:
    sentence = "Seven talks will be held in May: for hubs and wardens; for schools in the town; for care homes."
    assert clauses(sentence, Around("2031-01-01", BOARD)) == ((0, len(sentence)),)


# (text of minutes, its promises: who and by when)
MENDED = [
    ("Supt Hale confirmed that a raid is planned over the Easter holidays and she would report to the next meeting.",
     [("", "over the Easter holidays"), ("Supt Hale", "to the next meeting")]),
    ("The plan is being drafted and partners were asked to return it by 8 May.",
     [("", ""), ("partners", "by 8 May")]),
    ("Extra session needed – MC to confirm the hall by Friday.", [("MC", "by Friday")]),
    ("SN doing the posters.", [("SN", "")]),
    ("AP to chase the Home Office for a date.", [("AP", "")]),
    ("From June wardens would be sent out only in pairs.", [("", "From June")]),
    ("The Inspector said that she and Beth would meet.", [("Inspector and Beth", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "promised"), MENDED)
def test_each_promise_has_its_own_who_and_its_own_time(text: str, promised: list[tuple[str, str]]) -> None:
    found = promises_around(text, Around("2024-05-14", BOARD, minuted=True, following="2024-07-02"))
    assert [(p.who, p.by_when) for p in found if p.firm] == promised


NO_PROMISES = [
    "Cllr Reeve advised that she would be standing down in June and thanked members.",
    "Pupils said that they would now tell a teacher.",
    "Residents are being contacted sooner than before: within five days on average.",
    "Callers who need a refuge will be found a space within 24 hours wherever possible.",
    "More people will say that they feel safe after dark.",
    "The library has begun to open late.",
    "Marshals work on Fridays and Saturdays from June to September.",
    "The plan runs until March 2026.",
    "HM Inspectorate of Probation comes round. Inspectors will look at three areas and their report will be published.",
    "Kelbrook referrals are putting the two advisers under real strain.",
    "Burglary has fallen but remains higher than we would like.",
    "If nothing changes we will finish the year at about 210.",
    "I know that for those who were robbed on the estate, threatened or kept awake that will be little comfort.",
    "The board has to publish a plan setting out how it intends to cut crime.",
    "Safety is as much to do with lamps as it is to do with patrols.",
]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_others_do_and_how_a_service_works_is_no_promise(text: str) -> None:
    found = promises_around(text, Around("2024-05-14", BOARD))
    assert not [p for p in found if p.firm]


IN_MINUTES_ONLY_TOLD = [
    "Of the nine actions carried over from the March meeting, six were closed, two were in hand and one had slipped.",
    "The scheme was funded for four wardens, however one had left.",
    "Wardens had made 90 visits, of which 31 were to people over eighty.",
    "The Board thanked Inspector Vane, who was shortly to retire.",
    "It was stated that the rate of increase had begun to tail off.",
]


@pytest.mark.parametrize("text", IN_MINUTES_ONLY_TOLD)
def test_how_many_there_are_and_what_had_begun_is_no_promise(text: str) -> None:
    assert not list(promises_around(text, Around("2024-05-14", BOARD, minuted=True)))


def test_a_share_of_a_sum_is_no_order() -> None:
    planned = Around("2024-05-14", BOARD, minuted=True, planned=True)
    assert not list(promises_around("£9,000 – street wardens (Ashdown)", planned))
    assert list(promises_around("Recruit a warden (£9,000 – Ashdown)", planned))


SET_TO_WORK = [
    "Agencies have until 14 June to correct their figures.",
    "Members felt that stalking needed a page of its own and Shanaz took this away.",
    "He is visiting every team over the next fortnight to show how the form works.",
    "Pat asked what happens when the order runs out; Sgt Dar is going to apply for more time in June.",
    "Two more beds would come on stream by Christmas.",
    "The post was funded for three years.",
    "Inspector Vane was to write to the two schools.",
    "He was putting a bid for the cameras together.",
]


@pytest.mark.parametrize("text", SET_TO_WORK)
def test_what_a_meeting_sets_to_work(text: str) -> None:
    found = promises_around(text, Around("2024-05-14", BOARD, minuted=True))
    assert [p.firm for p in found] == [True]


OTHERS_WILL = [
    "Dealers are moving to social media and will use children to deliver.",
    "People will tolerate a good deal before they ring.",
    "The number in the youth justice system will continue to fall.",
    "Police are to lose their detective.",
    "When you call 999 your call will be answered by a trained operator.",
    "Climate change will bring more wildfires and floods.",
    "The council tax will rise by £5.",
    "The Ministry has yet to say what will follow.",
    "Linford will be a city where women live free from fear.",
]


@pytest.mark.parametrize("text", OTHERS_WILL)
def test_what_happens_of_itself_is_no_promise(text: str) -> None:
    assert not [p for p in promises_around(text, Around("2024-05-14", BOARD)) if p.firm]
