"""Promises and targets: handmade sentences, and the five papers against the key."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from conftest import Measured, Readings
from tracker.facts.context import PaperContext, context_of
from tracker.facts.figures.observe_prose import observe_prose
from tracker.facts.promises.action_tables import actions_in
from tracker.facts.promises.commitments import commitments_of
from tracker.facts.promises.promise_around import Around, Promise
from tracker.facts.promises.promise_sentences import promises_around
from tracker.facts.promises.targets import targets_of
from tracker.records import Block, Cell, Commitment, Page, Paper, PaperSettings, Part, TrackerSettings

TRUTH = Path(__file__).parent / "truth"
BOARD = "Harbury Community Safety Partnership"
PAPERS = (
    "scpb-agenda-pack-2023-07-19",
    "vawg-strategy-2021-24-draft",
    "foi-6015464",
    "foi-7481896",
    "foi-8347013",
)

# (sentence, strength, words of who, by when as printed, "" where that does not matter, "-" where none is said)
PROMISED = [
    ("Work will begin in May 2025 and every lamp will have been replaced by March 2026.", "firm", "", "by March 2026"),
    (
        "The Board will receive a report every quarter, setting out progress against the measures in the table below.",
        "firm",
        "Board",
        "every quarter",
    ),
    ("The grant is confirmed for two years.", "firm", "", ""),
    ("Two members of the Board will visit the forum, which has met since February 2023.", "firm", "Board", "-"),
    ("From May 2025 the Council and Kelbrook Homes will visit every tenant.", "firm", "Kelbrook", "from May 2025"),
    ("We will consult on the order, which expires in February 2026.", "firm", BOARD, "-"),
    ("We will write a plan, which will be finished by March 2026.", "firm", BOARD, "by March 2026"),
    ("We will replace the sites, some of which date from before 2030, by May 2026.", "firm", BOARD, "by May 2026"),
    ("The council will write to every school within six weeks.", "firm", "council", "within six weeks"),
    ("We will see that every school is told within five working days.", "firm", BOARD, "-"),
    ("The council will install 12 new cameras by March 2025.", "firm", "council", "by March 2025"),
    ("We will publish the needs assessment in September 2024.", "firm", BOARD, "September 2024"),
    ("Harbury Homes is developing a new allocation policy.", "firm", "Harbury Homes", ""),
    ("A youth hub is being set up in the town centre.", "firm", "", ""),
    ("The Board agreed to receive an update at its next meeting.", "firm", "Board", ""),
    ("ACTION: Jane Smith to circulate the presentation to all members.", "firm", "Jane Smith", ""),
    ("The strategy is due to be refreshed in autumn 2025.", "firm", "", ""),
    ("Westford Trust signed the Night Charter, and will link its training to it.", "firm", "Westford Trust", ""),
    ("A further 140 homes will be visited by March 2024.", "firm", "", "by March 2024"),
    ("The plan will be reviewed by Westford Homes by June 2024.", "firm", "Westford Homes", "by June 2024"),
    ("The partnership plans to recruit two more advocates.", "firm", "partnership", ""),
    ("Public Health is mapping the services that schools can use.", "firm", "Public Health", ""),
    ("Every ward will be visited twice a year.", "firm", "", ""),
    ("A report will be brought to the Board in January 2025.", "firm", "", "January 2025"),
    ("The Probation Service will share data every quarter.", "firm", "Probation Service", "every quarter"),
    ("Training for all front-line staff is planned for 2025.", "firm", "", ""),
    ("The pilot launches in Spring 2025.", "firm", "", ""),
    ("The team has agreed to meet each month.", "firm", "team", ""),
    ("Reports go to the Delivery Group quarterly.", "firm", "", ""),
    ("The council was awarded £200,000 to run the scheme until March 2026.", "firm", "", "until March 2026"),
    ("Partners intend to sign the charter.", "firm", "Partners", ""),
    ("We aim to reduce reoffending.", "soft", BOARD, ""),
    ("The partnership hopes to extend the scheme.", "soft", "partnership", ""),
    ("All residents should feel safe in the town centre.", "soft", "", ""),
    ("The council is committed to ending violence against women.", "soft", "council", ""),
    ("We would like to hear from more young people.", "soft", BOARD, ""),
    ("The team is exploring a new referral route.", "soft", "team", ""),
    ("RESOLVED that officers bring a report on CCTV to the October meeting.", "firm", "", "October"),
    ("It was agreed that Public Health would lead on the needs assessment.", "firm", "", ""),
    ("The officer undertook to circulate the figures after the meeting.", "firm", "", ""),
    ("The project is funded until March 2025.", "firm", "", "until March 2025"),
    ("We commit to hearing from survivors at each meeting of the forum.", "firm", BOARD, ""),
    ("Harbury Homes was awarded £90,000 by the Home Office until May 2026.", "firm", "", "until May 2026"),
    ("The contract is being let anew, with a provider due to be in place by May 2025.", "firm", "", "by May 2025"),
    ("The Harbury review will be published once the Home Office has approved it.", "firm", "", ""),
    ("Harbury Police are starting a new team, which begins on 1 May 2025.", "firm", "Harbury Police", "1 May 2025"),
    ("The plan will be monitored by the Harbury Safety Board.", "firm", "Harbury Safety Board", ""),
    ("Our Housing Team will visit each block.", "firm", "Housing Team", ""),
    ("Our vision is to build a safer town.", "soft", "", ""),
    ("Victims will be supported by a caseworker from the Harbury Hub.", "firm", "", ""),
    ("Over the year our focus will remain on work with young people.", "firm", BOARD, ""),
    ("It is proposed that the Parks Team carry out a survey in June 2025.", "firm", "Parks Team", "June 2025"),
    ("The 2023-2027 strategy will be published on the website.", "firm", "", "-"),
    ("The Board will oversee delivery of the Safer Harbury Plan 2023-2026.", "firm", "Board", "-"),
    ("The 2024/25 delivery plan will be refreshed by May 2025.", "firm", "", "by May 2025"),
    ("The Fire Service has committed to visit 400 homes by March 2025.", "firm", "Fire Service", "by March 2025"),
    ("A dozen units are being deployed in the parks.", "firm", "", ""),
    ("The new control room is on target for the spring.", "firm", "", ""),
    ("Bins stand at four sites, with two more due to follow in October 2024.", "firm", "", "October 2024"),
    ("Leads have been asked to send in their figures each quarter.", "firm", "", ""),
    ("The council will, once the survey is in, bring in a new order for the square.", "firm", "council", ""),
    ("The Harbour Group meets each month and will report to the Board.", "firm", "Harbour Group", ""),
    ("The council has pledged to sign the charter.", "firm", "council", ""),
    ("From April 2025, every refuge will have a worker for children.", "firm", "", ""),
    ("Providers will be required to report each quarter.", "firm", "", "each quarter"),
    ("Contracts, which end in September 2024, will be let as one.", "firm", "", "-"),
    ("Two walks are booked for the spring.", "firm", "", ""),
    ("Funding for the mentors has been confirmed to March 2026.", "firm", "", "March 2026"),
    ("Plans are in place for a fair in the park.", "firm", "", ""),
    ("To slow traffic down we are making changes to three junctions.", "firm", BOARD, ""),
    ("RESOLVED that officers write to the college.", "firm", "officers", ""),
    ("RESOLVED – That the item be deferred to the meeting in March 2025.", "firm", "", "March 2025"),
    ("Subject to funding, the Youth Team will open a second hub.", "soft", "Youth Team", ""),
    ("Larkspur is recruiting two workers for the refuge.", "firm", "Larkspur", ""),
    ("PC Dale, who led the walk, will send his notes once they are typed.", "firm", "PC Dale", ""),
    ("The night team will include two more wardens.", "firm", "night team", ""),
    ("Over the coming year the partnership will work with shops.", "firm", "partnership", "Over the coming year"),
    ("The contract is in the process of being let.", "firm", "", ""),
    ("The forum is being jointly funded by Harbury Homes and the college.", "firm", "Harbury Homes", ""),
    ("It is intended to print a leaflet each month.", "firm", "", ""),
    ("It is expected that the survey will be completed by the end of July 2024.", "firm", "", "July 2024"),
    ("Funding is in place to keep the scheme going this year.", "firm", "", ""),
    ("The police have committed to a named officer for each ward.", "firm", "police", ""),
    ("A copy of the plan will be sent to the Home Office by May 2025.", "firm", "", "by May 2025"),
    ("We hope that this money will lead to lasting change.", "soft", "", ""),
    ("The expectation is that all partners will have a policy.", "soft", "", ""),
    ("All tasks are on a list to be completed by March 2025.", "firm", "", "by March 2025"),
    ("Tenants' charter – completion expected in December 2024.", "firm", "", "December 2024"),
    ("We are increasing our work on modern slavery.", "firm", BOARD, ""),
    ("By the end of July 2024, all wardens will have received the kit.", "firm", "", "July 2024"),
    ("Volunteers to be recruited to the panels (Youth Service, March 2025)", "firm", "Youth Service", "March 2025"),
]

NOT_PROMISED = [
    "Tenants should report broken lamps to the council.",
    "Ashdown has about 90,000 residents and is growing slowly.",
    "In the six months from October complaints fell to 58.",
    "The floods seen in other parts of the county in the summer of 2025 did not reach Kelbrook.",
    "Against that background staff in every team should be thanked for their work.",
    "Because the counts are low, rates should be treated with caution.",
    "Figures printed before should not be compared with those in this report.",
    "The national body suggests that a conference of this age should expect a third of repeats.",
    "Referrals are growing in line with the national ambition.",
    "That sounds plain, and this plan sets out how we intend to make it so.",
    "The great majority will never meet a police officer.",
    "We have a statutory duty to publish a statement every year.",
    "Partners will be jointly responsible for the plan.",
    "The Board will be chaired by the Chief Executive.",
    "Children will have access to a full timetable.",
    "The Youth Justice Board will publish new standards in 2025.",
    "The money from the fund will enable councils to fit more lights.",
    "Knife crime used to be counted for those under 25 only.",
    "The goal of the plan, and of the service, is to help families.",
    "The plan sets out how services will be run and what tasks they will carry out.",
    "The plan was brought into line with the Town Plan to help those in need.",
    "The five themes will be explained later in the document.",
    "Additionally, due to few people being there, no plan was signed off.",
    "64% agreed to take up an offer of help.",
    "A resident who reports twice will be called a repeat caller.",
    "The event will provide an opportunity for schools to meet.",
    "The order will be in place for three years.",
    "Members will recall that the Panel asked about the gates at Ashdown Yard.",
    "Nine of the actions had been finished, four were in progress and one had not been begun.",
    "The main risk is that the grant, which is confirmed for two years, is not renewed.",
    "The table below shows what the Board will receive every quarter.",
    "There are 40 venues taking part, the aim of which is to make the square safer.",
    "Steady progress is being made on trust.",
    "Colleges will be under a separate duty to work with the council.",
    "Members asked whether the scheme would be extended.",
    "It is anticipated that referrals will increase.",
    "Failure to comply will result in prosecution.",
    "An individual will be considered a repeat victim if they are referred again within 12 months.",
    "The Government will introduce a new duty in 2025.",
    "The Act will create a new offence.",
    "The Home Office will consult on the regulations.",
    "Local authorities in England must publish a strategy.",
    "The court will hear the application within 48 hours.",
    "Burglary fell by 12% on the previous year.",
    "The minutes of the meeting held on 20 January 2024 were agreed as a correct record.",
    "If you are unhappy with this answer you may ask for a review.",
    "312 reports were received in 2023/24.",
    "The scheme was launched in May 2022.",
    "Members thanked the team for its work.",
    "Under the Domestic Abuse Act 2021 councils will have new duties.",
    "The service supports victims of domestic abuse.",
    "72% agreed that the service is working well.",
    "As a result, residents will feel safer in the parks.",
    "Women and girls will be safer in Harbury and perpetrators will be held to account.",
    "We will have reduced the number of repeat victims.",
    "This strategy sets out how we will work with partners.",
    "Such behaviour cannot and will not be tolerated.",
    "An adviser will contact the victim within 24 hours of the referral.",
    "Officers will take a statement from the victim and give them a number.",
    "The meeting will be recorded and shown on the website.",
    "It is predicted that there will be 30 places a year.",
    "Your request for a review will be considered by another officer.",
    "Better sharing of information will be key to the work.",
    "Membership of the Board will include the police and the health service.",
    "RESOLVED: That the report be noted.",
    "RESOLVED that the annual report and the update on street lights be noted.",
    "The charter is built on six pledges which together will help to build trust.",
    "The scheme was found to be a good one, which would build on what schools do.",
    "It will help with nuisance in the square.",
    "The decision will be made by a trained worker within five days of referral.",
    "Most victims will not recognise what has been done to them.",
    "Survivors placed far away will lose touch with their families.",
    "What people have lived through will be at the heart of the work.",
    "Where the threshold is met, a review will be carried out by the bodies concerned.",
    "The document will now form the basis of a plan.",
    "We will not tolerate hate in any form.",
    "Research shows that early help will reduce offending.",
    "RESOLVED that the Board note the report.",
    "This means that residents will own the work.",
    "This will ensure residents have a safe neighbourhood.",
    "Costs will be met from existing budgets.",
    "The precept will rise by £13 for a home in band D.",
    "There is a risk that the grant will not be renewed.",
    "We estimate that it would take 18 hours and we will not be providing it.",
    "The plan lists the work that the partnership will put first.",
    "Callers will be offered a time within two days.",
    "Victims will be supported to rebuild their lives.",
    "Some actions are for the whole county, whilst others will be bespoke to each district.",
    "The order will be in force for three years.",
    "It was noted that the next issue of Harbury News was not due to be published for some months.",
]

MINUTED = [
    ("The statement was now being submitted to the committee.", False),
    ("A plan was being developed to make the work better known.", True),
    ("The scheme was being rolled out to all wards.", True),
    ("The Chair requested that if all had met by then, an update be provided in May.", True),
    ("It was agreed that the second aim be reclassified and reviewed in six months.", True),
    ("It was agreed that the thanks of the Board be recorded.", False),
    ("The report told of the new fund, of which £10,000 would be allocated to lighting.", True),
    ("Staff would be trained to see the signs.", True),
    ("The list was being typed and this would in time be put on the website.", True),
    ("A survey was suggested, and officers said that they would draft one.", True),
    (
        "It was suggested that a key way to reach people was the ward panels and that new plans would draw them in.",
        False,
    ),
    ("The Panel was told that there would be some carrying over from one plan to the next.", False),
    ("Councillor Hill said that he would support the points made.", False),
    ("Use of the plan would place more weight on work with schools.", False),
    ("The new team would be operational from 1 April.", True),
    ("The Director of Housing would speak to the landlords and report back.", True),
    ("Details would be sent out in February.", True),
    ("Officers were asked to report back at the June meeting.", True),
    ("RESOLVED: That officers arrange a workshop before the end of May.", True),
    ("It was agreed that the chair of the forum be invited to join.", True),
    ("The Head of Service said the slides would be sent round after the meeting.", True),
    ("Consequently officers agreed to ask the college for its figures.", True),
    ("A smaller group would carry out most of the work on the plan.", True),
    ("Asha Bell indicated that she would take this up with the schools.", True),
    ("The Member assured residents that, whatever came of the bid, the council would make the square safer.", True),
    ("The Chair proposed that the annual report be submitted to the panel each April.", True),
    ("Councillor Hill declared that she would leave the room for this item.", False),
    ("TW to obtain two quotations and report back.", True),
    ("It was proposed that a survey would be done before the order is drawn up.", True),
    ("The Committee asked that the survey be extended to the villages.", True),
    ("The Committee requested that the survey be extended to the villages.", True),
    ("Councillor Hill volunteered to act as link member.", True),
    ("The Panel was asked about the Commissioner's pledge to invest in cameras.", False),
    ("A member said that without the grant things would get worse.", False),
    ("It was anticipated a hearing would be held in May.", False),
    ("It was suggested, and agreed, that the answers be shared with the wards.", True),
    ("A meeting had been arranged with the landlords for 20 March 2024.", True),
    ("A meeting had been arranged with the landlords on 20 December 2023.", False),
    ("The Head of Parks was tasked with bringing a paper in the spring.", True),
    ("Members to note the change of venue.", False),
    ("The quarterly figures would potentially be of interest to members.", False),
    ("There was confidence that the posts would be filled.", False),
    ("As the county plan would look at later years, this was left out.", False),
    ("TW was asked to amend the minutes to show who was there.", False),
    ("The Chair hoped that members would attend.", False),
    ("A member suggested it would be good to meet young people.", False),
    ("Burglary would normally increase in winter.", False),
    ("Members were asked to note the report.", False),
]

# Who acts where minutes tell what was said.
SAID = [
    ("It was agreed Asha Bell would arrange a meeting with the landlords.", "Asha Bell"),
    ("Rowan agreed to report to the next meeting.", "Rowan"),
    ("The slides were late and Asha Bell agreed to send them round.", "Asha Bell"),
    ("The Chief Inspector said he would look into the figures for the market.", "Chief Inspector"),
    ("The Chair said that officers would circulate the slides.", "officers"),
    ("It was agreed that DS Hill would speak to the college.", "DS Hill"),
    ("It was useful to have a school on the group and Rowan Fry indicated that he would ask.", "Rowan Fry"),
    ("In response to a question, the Commissioner said he would share the results.", "Commissioner"),
    ("It was agreed that the Chair of the Partnership be invited to report.", "Chair of the Partnership"),
    ("It was proposed that the task group would report each quarter.", "task group"),
    ("A written response on the number of PCSOs would be provided to Members.", ""),
    ("Response: A session for members would be offered in the new year.", ""),
    ("The risk assessment was being refreshed and would be shared with members.", ""),
    ("The Director advised that a review would be carried out this year.", ""),
]

# What stands over a list, its item, and whether the item is a promise.
LISTED = [
    ("Item 4", "RESOLVED: That", "the night team be recommissioned for six months", True),
    ("Item 4", "RESOLVED:", "That the appointment of the officer who will lead the work be endorsed", False),
    ("What we will do", "", "Develop a training offer for all front-line staff", True),
    ("Our commitments", "", "Commission a new advocacy service by April 2026", True),
    ("How will we get there?", "", "Bring partners together around the busiest streets", True),
    ("Next steps", "", "A joint audit of repeat cases in autumn 2025", True),
    ("Actions", "", "Housing to confirm the number of locks fitted", True),
    ("Priority 2", "To achieve this, by March 2026 the Housing Team will:", "publish a new policy on locks", True),
    ("What success looks like", "", "More victims report what happened", False),
    ("How will we know we have made a difference?", "", "There will be an increase in referrals", False),
    ("What you told us", "", "The council should do more in schools", False),
    ("What we achieved", "", "A second hub will open in March 2025", True),
    ("What we achieved", "", "Officers will often visit shops to give advice", False),
    ("Item 4", "RESOLVED:", "that a further update be provided in six months", True),
    ("Item 4", "The Committee AGREED that:", "the Head of Parks write to the owners of the site", True),
    ("Item 4", "RESOLVED:", "that the annual report be noted", False),
    (
        "Item 4",
        "RESOLVED:",
        "that the places named for new bins be given further consideration by the ward panel",
        True,
    ),
    ("What will we do?", "", "Increased patrols around the station on Friday nights", True),
    ("What will we do?", "", "Increased the number of patrols in the park", False),
    ("Next quarter", "", "Bleed kit fitted at the park gates", True),
    ("Where do we want to be?", "", "Victims will be seen by someone at the first chance", False),
    ("What will success look like?", "", "We will see fewer repeat referrals", False),
    ("Item 4", "RESOLVED to:", "Authorise the Head of Parks to carry out a survey of the square", True),
    ("Next steps", "", "Delivered fourteen sessions in the spring", False),
    ("Governance", "The role of the Board is to:", "oversee delivery of the plan", False),
    ("Towpaths", "Events for the rest of the year are listed below.", "Hold a lantern walk for families", True),
    ("Outcome 1.2 Callers are told what has been done", "", "We will send a guide out every year", True),
    ("What has been done", "", "We will send a guide out every year", False),
    ("Towpaths", "The events of last year are listed below.", "Lantern walk for families", False),
]


def promises_in(text: str, *, published: str = "", board: str = "", minuted: bool = False) -> list[Promise]:
    return list(promises_around(text, Around(published, board, minuted=minuted)))


@pytest.mark.parametrize(("text", "strength", "who", "by_when"), PROMISED, ids=[p[0][:45] for p in PROMISED])
def test_promised(text: str, strength: str, who: str, by_when: str) -> None:
    found = promises_in(text, published="2024-06-12", board=BOARD)
    assert len(found) == 1
    promise = found[0]
    assert text[promise.start : promise.end] == text.removeprefix("ACTION: ")
    assert ("firm" if promise.firm else "soft") == strength
    assert who.lower() in promise.who.lower()
    assert "Marc" not in promise.who
    assert "signed" not in promise.who
    if by_when == "-":
        assert (promise.by_when, promise.due_date) == ("", "")
    else:
        assert by_when.lower() in promise.by_when.lower() or promise.by_when.lower() in by_when.lower()


@pytest.mark.parametrize("text", NOT_PROMISED, ids=[t[:45] for t in NOT_PROMISED])
def test_not_promised(text: str) -> None:
    assert promises_in(text, published="2024-06-12", board=BOARD) == []


@pytest.mark.parametrize(("text", "promised"), MINUTED, ids=[m[0][:45] for m in MINUTED])
def test_promised_in_minutes(text: str, promised: bool) -> None:
    assert bool(promises_in(text, published="2024-01-12", board=BOARD, minuted=True)) == promised


@pytest.mark.parametrize(("text", "who"), SAID, ids=[s[0][:45] for s in SAID])
def test_who_acts_in_minutes(text: str, who: str) -> None:
    (found,) = promises_in(text, published="2024-01-12", board=BOARD, minuted=True)
    assert found.who == who


def test_who_acted_before_does_not_do_what_is_done_by_nobody_named() -> None:
    text = "The Harbury Board will meet in May. The plan will be refreshed. It will also hear from residents."
    found = promises_in(text, published="2024-01-12", board=BOARD)
    assert [promise.who for promise in found] == ["Harbury Board", "", "Harbury Board"]


def _listed(heading: str, lead: str, item: str) -> tuple[Commitment, ...]:
    blocks = [Block(id="p1-1", kind="heading", level=1, text=heading)]
    blocks += [Block(id="p1-2", kind="paragraph", text=lead)] if lead else []
    blocks += [Block(id="p1-3", kind="list_item", text=item), Block(id="p1-4", kind="list_item", text="a")]
    page = Page(number=1, width=500, height=700, blocks=tuple(blocks))
    paper = Paper(title="Plan", kind="strategy", date="2024-06-12", sha256="0" * 64, pages=(page,))
    return commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))


def test_sums_below_a_resolution_are_parts_of_it() -> None:
    """The line over them is the promise; other items are promises themselves."""
    assert [c.text for c in _listed("", "It was RESOLVED that grants be made as follows:", "Ashdown Scouts: £450")] == [
        "It was RESOLVED that grants be made as follows:"
    ]
    found = _listed("", "6.1 Officers will do the following:", "Publish a map of Ashdown")
    assert [(c.text, c.who) for c in found] == [("Publish a map of Ashdown", "Officers")]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("The wardens will fit six lamps in the yard by September 2025.", True),
        ("A person who drinks when asked to stop will be fined.", False),
    ],
)
def test_under_the_name_of_an_order_only_what_somebody_does_by_a_day_is_promised(text: str, promised: bool) -> None:
    assert bool(_listed("The Ashdown Public Spaces Protection Order", text, "b")) == promised


@pytest.mark.parametrize(("heading", "lead", "item", "promised"), LISTED, ids=[x[0] + x[1][:20] for x in LISTED])
def test_a_list_promises_what_stands_over_it(heading: str, lead: str, item: str, promised: bool) -> None:
    assert [c.text for c in _listed(heading, lead, item)] == ([item] if promised else [])


def test_what_is_aimed_at_under_a_plan_is_only_hoped_for() -> None:
    found = _listed("What we plan to do", "Our aim is to make progress towards:", "Holding perpetrators to account")
    assert [c.strength for c in found if c.text.startswith("Holding")] == ["soft"]


def test_a_line_that_promises_and_ends_in_a_colon_opens_a_list() -> None:
    found = _listed("Priority 2", "The partnership has agreed to prioritise:", "training for surgeries")
    assert [c.text for c in found] == ["training for surgeries"]


def test_items_below_a_plan_are_actions_where_they_read_so() -> None:
    (found,) = _listed("Service development plan", "", "Continue to hold two days away for staff each year")
    assert found.text.startswith("Continue")
    assert _listed("Service development plan", "", "Inspection in the spring") == ()


def test_sentences_that_order_something_below_next_steps() -> None:
    blocks = (
        Block(id="p1-1", kind="heading", level=1, text="Next steps"),
        Block(id="p1-2", kind="paragraph", text="Referrals rose last year. Roll the scheme out to four more wards."),
    )
    page = Page(number=1, width=500, height=700, blocks=blocks)
    paper = Paper(title="Plan", kind="strategy", date="2024-06-12", sha256="0" * 64, pages=(page,))
    found = commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))
    assert [c.text for c in found] == ["Roll the scheme out to four more wards."]


def test_names_of_priorities_are_no_promises() -> None:
    found = _listed("Plan", "We will deliver on our five priorities, which are:", "Prevention and early help")
    assert "Prevention and early help" not in [c.text for c in found]


def test_what_a_heading_says_goes_on_below_headings_of_its_own() -> None:
    blocks = (
        Block(id="p1-1", kind="heading", level=1, text="What are we going to do?"),
        Block(id="p1-2", kind="heading", level=2, text="Exploitation"),
        Block(id="p1-3", kind="list_item", text="Disrupt those who exploit children"),
        Block(id="p1-4", kind="list_item", text="Exploitation is a crime"),
    )
    page = Page(number=1, width=500, height=700, blocks=blocks)
    paper = Paper(title="Plan", kind="strategy", date="2024-06-12", sha256="0" * 64, pages=(page,))
    found = commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))
    assert [c.text for c in found] == ["Disrupt those who exploit children"]


def test_a_line_over_a_list_says_who_and_by_when() -> None:
    (found,) = _listed("Priority 2", "By March 2026 the Housing Team will:", "publish a new policy on locks")
    assert (found.who, found.due_date) == ("Housing Team", "2026-03-31")


def test_a_table_of_actions_keeps_what_it_says_of_each() -> None:
    rows = (
        ("Ref", "Action", "Lead", "By when", "RAG", "Progress"),
        ("1", "Open a second hub for young people", "Youth Service", "Mar-26", "Amber", "Site found, lease not signed"),
    )
    table = Block(
        id="p1-1",
        kind="table",
        header_rows=1,
        rows=tuple(tuple(Cell(text=text) for text in row) for row in rows),
    )
    page = Page(number=1, width=500, height=700, blocks=(table,))
    paper = Paper(title="Plan", kind="strategy", date="2025-06-12", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))
    assert (found.text, found.who) == ("Open a second hub for young people", "Youth Service")
    assert (found.by_when, found.due_date) == ("Mar-26", "2026-03-31")
    assert [(told.label, told.text) for told in found.reported] == [
        ("RAG", "Amber"),
        ("Progress", "Site found, lease not signed"),
    ]


def _tabled(page: int, *rows: tuple[str, ...]) -> Block:
    cells = tuple(tuple(Cell(text=text) for text in row) for row in rows)
    part = Part(page=page, bbox=(50, 50, 450, 200))
    return Block(id=f"p{page}-1", kind="table", header_rows=1, rows=cells, parts=(part,))


def test_comments_beside_figures_promise_what_has_a_day() -> None:
    table = _tabled(
        1,
        ("Ref", "Indicator", "Q1 2025/26", "Target", "RAG", "Comment"),
        ("A1", "Repeat visits", "41", "36", "Red", "Rising. A review will be presented to the Board in March 2026."),
        ("A2", "Referrals", "70", "60", "Green", "The new hub is helping more people. Crews will go on as they do."),
    )
    page = Page(number=1, width=500, height=700, blocks=(table,))
    paper = Paper(title="Scorecard", kind="dashboard", date="2025-12-04", sha256="0" * 64, pages=(page,))
    found = commitments_of(context_of(paper, "card", PaperSettings(), TrackerSettings(board=BOARD)))
    assert [(c.text, c.due_date) for c in found] == [
        ("A review will be presented to the Board in March 2026.", "2026-03-31")
    ]


def test_a_table_of_actions_goes_on_overleaf_without_its_heads() -> None:
    first = _tabled(1, ("What we'll do", "Who", "When"), ("Termly report on attendance", "Virtual School", "June 2025"))
    rest = _tabled(2, ("Bespoke offer for school leavers", "Harbury College", "May 2026"))
    assert [(a.text, a.who, a.by_when) for a in actions_in(rest, first)] == [
        ("Bespoke offer for school leavers", "Harbury College", "May 2026")
    ]
    assert not list(actions_in(rest))


def test_answers_to_recommendations_promise_what_was_accepted() -> None:
    heads = ("No.", "Recommendation", "Agreed", "Executive comments", "Responsibility", "Date")
    rows = (
        (
            "1",
            "That officers look at joint patrols.",
            "Yes",
            "Patrols to start with a trial.",
            "Head of Parks",
            "May 2025",
        ),
        ("2", "That every estate has a lead.", "In part", "We will name a lead for five estates.", "Desk Manager", "-"),
        ("3", "That cameras are watched at night.", "No", "It would cost too much.", "-", "-"),
    )
    assert [(a.text, a.who, a.by_when) for a in actions_in(_tabled(1, heads, *rows))] == [
        ("Patrols to start with a trial.", "Head of Parks", "May 2025"),
        ("We will name a lead for five estates.", "Desk Manager", ""),
    ]
    answered = ("Recommendation", "Cabinet response")
    rows_of_two = (
        ("That a single list is kept.", "Accepted. The list will be kept by the Parks Team."),
        ("That the law is changed.", "Not accepted. It is for Parliament."),
    )
    found = [a.text for a in actions_in(_tabled(1, answered, *rows_of_two))]
    assert found == ["The list will be kept by the Parks Team."]


def test_a_column_of_times_says_when_whatever_its_head() -> None:
    heads = ("Objective", "Key actions", "Owner", "Milestone")
    rows = (("1.1", "Procure a new service", "Parks", "Q3 2024/25"), ("1.2", "Convene the panel", "Desk", "Monthly"))
    assert [a.by_when for a in actions_in(_tabled(1, heads, *rows))] == ["Q3 2024/25", "Monthly"]


def test_a_row_of_a_table_of_actions_that_names_neither_who_nor_when_is_none() -> None:
    heads = ("Recommendation", "Action to be taken", "Lead officer", "Target date")
    declined = ("Ask for more powers", "The Cabinet finds the powers it has enough.", "-", "-")
    table = _tabled(1, heads, ("One number", "A single number will go live", "Desk Manager", "Oct 2025"), declined)
    assert [a.text for a in actions_in(table)] == ["A single number will go live"]


def test_the_day_below_its_heading_is_the_next_meeting() -> None:
    blocks = (
        Block(id="p1-1", kind="heading", level=1, text="Date of next meeting"),
        Block(id="p1-2", kind="paragraph", text="Monday 9 September 2024, 6.30pm, Town Hall"),
    )
    page = Page(number=1, width=500, height=700, blocks=blocks)
    paper = Paper(title="Minutes", kind="minutes", date="2024-06-12", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "minutes", PaperSettings(), TrackerSettings(board=BOARD)))
    assert (found.due_date, found.who) == ("2024-09-09", BOARD)


def test_a_heading_over_a_list_says_by_when() -> None:
    (found,) = _listed("By March 2026 we will have:", "", "a joint panel that sits every week")
    assert (found.who, found.due_date) == (BOARD, "2026-03-31")


def test_a_line_that_says_we_will_names_the_board() -> None:
    (found,) = _listed("Objective 1", "We will:", "Train staff to record hate crime in the same way")
    assert found.who == BOARD


def test_how_an_aim_is_met_is_what_is_promised() -> None:
    rows = (
        ("Action", "How we will do it", "Who", "When"),
        ("Improve homes for people leaving prison", "Agree a joint protocol with landlords", "Housing", "March 2026"),
    )
    table = Block(
        id="p1-1", kind="table", header_rows=1, rows=tuple(tuple(Cell(text=text) for text in row) for row in rows)
    )
    page = Page(number=1, width=500, height=700, blocks=(table,))
    paper = Paper(title="Plan", kind="strategy", date="2025-06-12", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))
    assert (found.text, found.due_date) == ("Agree a joint protocol with landlords", "2026-03-31")


def test_the_one_who_spoke_last_is_he() -> None:
    text = "Superintendent Rowe advised that patrols had begun. He offered to attend a ward meeting."
    found = promises_in(text, published="2024-01-12", board=BOARD, minuted=True)
    assert [promise.who for promise in found] == ["Superintendent Rowe"]


MONTHS_TO_COME = [
    ("Sign off is planned for the end of November.", "for the end of November", "2024-11-30"),
    ("Officers will report in March.", "in March", "2025-03-31"),
    ("A site meeting is due on 3 December.", "on 3 December", "2024-12-03"),
    ("It was launched in April and will be extended.", "", ""),
]


@pytest.mark.parametrize(("text", "by_when", "due"), MONTHS_TO_COME, ids=[m[0][:30] for m in MONTHS_TO_COME])
def test_a_month_without_its_year_is_the_next_one(text: str, by_when: str, due: str) -> None:
    (found,) = promises_in(text, published="2024-11-05", board=BOARD)
    assert (found.by_when, found.due_date) == (by_when, due)


def test_a_day_gone_by_stays_in_a_table_of_actions() -> None:
    rows = (("Milestone", "Due", "RAG"), ("Publish the policy on nuisance", "September 2024", "Green"))
    table = Block(
        id="p1-1", kind="table", header_rows=1, rows=tuple(tuple(Cell(text=text) for text in row) for row in rows)
    )
    page = Page(number=1, width=500, height=700, blocks=(table,))
    paper = Paper(title="Plan", kind="report", date="2024-11-05", sha256="0" * 64, pages=(page,))
    (found,) = commitments_of(context_of(paper, "plan", PaperSettings(), TrackerSettings(board=BOARD)))
    assert found.due_date == "2024-09-30"


def test_due_dates() -> None:
    found = promises_in("The council will report by the end of March 2025.", published="2024-06-12")
    assert found[0].due_date == "2025-03-31"


def _context(readings: Readings, name: str) -> PaperContext:
    tracker = TrackerSettings(place="Barnet", board="Barnet Safer Communities Partnership")
    return context_of(readings[name], name, PaperSettings(), tracker)


def _rows(name: str) -> list[dict[str, str]]:
    with (TRUTH / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _paper(manuscript: str) -> str:
    return PAPERS[0] if manuscript.startswith("scpb") else manuscript.removesuffix(".md")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _alike(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    if min(len(a), len(b)) < 8:
        return a == b
    return fuzz.partial_ratio(a, b) >= 90


def test_commitments_of_the_papers(readings: Readings, measured: Measured) -> None:
    keys = _rows("commitments.csv")
    wanted = hit = shown = false = 0
    for name in PAPERS:
        found: tuple[Commitment, ...] = commitments_of(_context(readings, name))
        mine = [k for k in keys if _paper(k["manuscript"]) == name]
        for key in mine:
            if key["scope"] == "local" and key["strength"] == "firm":
                wanted += 1
                hit += any(c.strength == "firm" and _alike(c.text, key["wording"]) for c in found)
        for commitment in found:
            if commitment.strength == "firm":
                shown += 1
                false += not any(k["scope"] == "local" and _alike(commitment.text, k["wording"]) for k in mine)
    assert wanted == 135
    measured("firm promises found", "0.90", f"{hit / wanted:.3f}")
    measured("firm promises that are none", "0.10 at most", f"{false / shown:.3f}")
    assert hit / wanted >= 0.90
    assert false / shown <= 0.10


def test_every_commitment_stands_where_it_says(readings: Readings) -> None:
    for name in PAPERS:
        for commitment in commitments_of(_context(readings, name)):
            words = iter(_plain(commitment.source.words).replace(" ", ""))
            # other words may stand in between (a stamp across the page), none may be missing
            assert all(letter in words for letter in _plain(commitment.text).replace(" ", ""))


def test_targets_of_the_papers(readings: Readings) -> None:
    keys = _rows("targets.csv")
    hit = 0
    for name in PAPERS:
        context = _context(readings, name)
        found = targets_of(context, observe_prose(context).drafts)
        hit += sum(
            any(t.value == k["target_value"] for t in found)
            for k in keys
            if _paper(k["manuscript"]) == name and k["target_value"]
        )
    assert hit >= 20


def test_orders_among_what_keeps_a_risk_small_are_actions() -> None:
    heads = ("Risk", "Mitigation", "Owner", "Review")
    order = ("The grant ceases", "Prepare options for the patrol", "Head of Parks", "May 2025")
    state = ("Fraud", "Two signatures on every payment", "Treasurer", "May 2025")
    found = [(a.text, a.who, a.by_when) for a in actions_in(_tabled(1, heads, order, state))]
    assert found == [("Prepare options for the patrol", "Head of Parks", "May 2025")]
