"""A strategy and the report of a later year, alone in a tracker: which promises get the passage that reports on them.

The papers are invented. ``[3]`` stands before a promise, ``{3}`` before the passage that tells what came of it; other
passages speak of like things and report on none.
"""

from __future__ import annotations

import re

import pytest

from conftest import Measured
from small_papers import paper_from
from tracker.facts import understand
from tracker.facts.combining import combined
from tracker.records import PaperSettings, Reading, TrackerSettings

# ruff: noqa: E501
ASHDOWN_PLAN = """
# Ashdown Community Safety Strategy 2022-2025
## Priority 1: Reducing violence
[1]We will launch Operation Lantern, a programme of joint patrols in the town centre on Friday and Saturday nights. [2]The Youth Justice Service will run the Turning Point mentoring scheme in six secondary schools. [3]Ashdown College will fit knife arches at its two campuses by September 2022.
[4]We will work with partners to reduce violence across the borough. [5]A public health approach to serious violence will be developed by the Public Health team.
## Priority 2: Domestic abuse
[6]We will commission a new IDVA service for the hospital. [7]The council will become a White Ribbon accredited organisation by March 2023. [8]A survivors’ panel will be set up to advise the Board. [9]All housing officers will be trained to recognise economic abuse. [10]Victims will be supported by specialist workers.
[11]We will extend the Safe at Home sanctuary scheme to private tenants.
## Priority 3: Anti-social behaviour
[12]We will introduce a Public Spaces Protection Order for Mill Park. [13]Twelve mobile CCTV cameras will be bought for use in hotspots. [14]The Community Safety Team will set up a monthly Community MARAC. [15]We will review how complaints about noise are handled. [16]Street drinking in the High Street will be tackled through outreach by Bridge House.
## Priority 4: Hate crime
[17]Third party reporting centres will be opened in four libraries. [18]We will hold an annual Hate Crime Awareness Week. [19]Partners will share data on hate crime every quarter.
## Delivering the strategy
[20]The Board will monitor delivery every quarter. [21]The strategy will be reviewed each year."""

ASHDOWN_REPORT = """
# Ashdown Community Safety Partnership Annual Report 2022/23
## Foreword
I am proud of what the partnership has done this year. Crime fell by 3% and residents tell us that they feel safer than a year ago.
## Violence
### Operation Lantern
{1}Joint patrols under Operation Lantern began in June 2022 and ran on 38 Friday and Saturday nights, with 112 stop and searches and 41 arrests in the town centre.
### Young people
{2}Turning Point mentors worked with 164 pupils in five secondary schools; the sixth school joined in January. The Youth Justice Service reports that 83% of them stayed in school.
{3}The knife arches at Ashdown College came into use at the Northgate campus in October 2022; the second arch is on order.
Violence with injury fell by 6% compared to the year before and robbery was stable.
{5}Public Health completed the serious violence needs assessment, on which the partnership's public health approach now rests.
## Domestic abuse
### Support for victims
{6}The hospital IDVA started in September 2022 and has taken 97 referrals, most of them from the emergency department.
{11}Sanctuary works under the Safe at Home scheme were done in 88 homes, 31 of them private tenancies.
Calls to the helpline rose by 12% and the refuge was full for most of the year.
### White Ribbon
{7}The council gained White Ribbon accreditation in February 2023, with 14 ambassadors.
### Survivors
{8}The survivors’ panel met four times and commented on the new housing policy.
### Training
{9}Training on economic abuse reached 63 housing officers and 20 staff of the housing associations.
## Anti-social behaviour
{12}The order for Mill Park came into force on 1 May 2022. Officers gave 212 warnings and 16 fixed penalty notices under the Public Spaces Protection Order.
{13}Ten of the mobile CCTV cameras have been put up in hotspots; two more will follow.
{14}The Community MARAC has discussed 54 cases since it was set up by the Community Safety Team in October.
{16}Bridge House outreach workers met 73 street drinkers in the High Street and helped 22 of them into treatment.
Reports of noise rose by 4%.
## Hate crime
{17}Reporting centres opened in three libraries, at Coldean, Northgate and Seaview.
{18}Hate Crime Awareness Week in October 2022 had 11 events with some 900 visitors.
## Money
The partnership spent £312,000 in the year, most of it on the IDVA service and the mentors.
## Looking ahead
In the coming year the partnership will write a new serious violence strategy and refresh the CCTV control room."""

MARLOW_PLAN = """
# Marlow Vale Community Safety Plan 2023-2026
## Our priorities
### Safer town centres
[1]We will set up a Business Crime Reduction Partnership with a shared radio system for shops. [2]Street pastors will be supported to go out on two nights a week. [3]Plain-clothes patrols under Project Vigilant will take place around licensed premises. [4]The Council will apply for Purple Flag status.
### Protecting people at home
[5]A rural crime team will be formed with volunteers from Farm Watch. [6]We will provide free door cameras to victims of repeat burglary. [7]Fraud awareness talks will be given to older residents by Trading Standards. [8]The fire service will make 1,500 Safe and Well visits each year.
### Young people and families
[9]We will fund the St Giles programme in the pupil referral unit. [10]A contextual safeguarding lead will be appointed. [11]We will open a summer activity scheme on the Fairford estate. [12]Funding for detached youth work will be kept at its present level.
### Drugs and alcohol
[13]The partnership will widen the supply of naloxone to hostels and outreach teams. [14]A test on arrest scheme will start in custody suites. [15]We will re-commission the drug and alcohol treatment service in 2024. [16]A dedicated worker will be placed with the Probation team.
### Community confidence
[17]Residents will be able to follow what we do through a quarterly newsletter. [18]Ward walks with councillors and police will be held in all 14 wards. [19]A new online form for reporting anti-social behaviour will be built. [20]We will recruit community ambassadors for hate crime."""

MARLOW_REPORT = """
# Marlow Vale Community Safety Partnership: annual review 2023/24
## Chair's introduction
It has been a demanding year. Recorded crime rose by 2%, mostly through shoplifting, and public money is tight. I thank the officers, volunteers and residents who keep Marlow Vale safe. We held our annual conference at the Corn Exchange in March.
## Performance
There were 1,214 shoplifting offences, 18% more than in the year before. Domestic burglary fell to its lowest level in ten years. Anti-social behaviour calls to the police were stable at 3,310.
## Safer town centres
{1}Fifty-two shops have joined the new Business Crime Reduction Partnership and 40 of them carry one of its radios. The police attended 61% of calls to shops within the hour.
{2}The Street Pastors were out on 96 nights and helped 412 people to get home.
{3}Project Vigilant ran on 17 weekends; officers in plain clothes stopped 31 men whose behaviour gave cause for concern.
Licensing officers visited 140 premises and two licences were reviewed.
## At home
{5}Since September the rural crime team has had a sergeant and three constables, and 120 Farm Watch members get its alerts.
{6}Door cameras went to 64 households that had been burgled more than once.
{7}Trading Standards spoke about fraud to 31 groups of older people, reaching some 700.
{8}Firefighters carried out 1,388 Safe and Well visits, a little below plan because of the strikes.
The Neighbourhood Watch has 210 schemes.
## Young people
{9}St Giles workers were in the pupil referral unit three days a week; 29 pupils took part and permanent exclusions fell by a third.
{10}The contextual safeguarding lead took up her post in July and has trained 180 teachers and social workers.
{12}Detached youth work teams kept to 11 sessions a week and met 960 young people.
Knife crime with injury among under 25s fell from 41 to 33. The youth justice service was inspected in the autumn and rated good.
## Drugs and alcohol
{13}Kits of naloxone are now held by four hostels and by all outreach workers; they were used 14 times.
{14}Testing on arrest began in the Marlow custody suite in November; 44% of 310 tests were positive.
Treatment places rose to 1,020. Deaths related to drugs remain high and are reviewed by a panel.
{16}A specialist worker has sat with the Probation team since May and carries a caseload of 38.
## Confidence
{18}Ward walks took place in 11 of 14 wards, with 74 problems noted and 61 solved.
{19}The online form for anti-social behaviour went live in April and had 905 reports in its first year.
{20}Sixteen hate crime ambassadors were recruited from schools, mosques and the university.
Two public meetings were held, in Ashby and Loxton, with some 90 residents.
## The year ahead
{4}We will bid for Purple Flag status in 2025 and let a new contract for treatment."""

_MARK = re.compile(r"[\[{](\d+)[\]}]")


def _reading(text: str, name: str, kind: str, date: str) -> Reading:
    lines = "\n\n".join(re.sub(r"^#+", "#", line) for line in _MARK.sub("", text).strip().splitlines())
    settings = PaperSettings(kind=kind, date=date, title=lines.splitlines()[0].strip("# "))
    paper = paper_from(lines).model_copy(update={"title": settings.title, "date": date, "kind": kind})
    tracker = TrackerSettings(place="Ashdown", board="Ashdown Community Safety Partnership")
    return Reading(
        program="0",
        id=name,
        settings=settings,
        paper=paper,
        facts=understand(paper, paper_id=name, settings=settings, tracker=tracker),
    )


def _marked(text: str) -> dict[str, str]:
    """Number to the beginning of what stands after its mark."""
    return {m[1]: _MARK.split(text[m.end() :], maxsplit=1)[0].strip().split("\n")[0][:60] for m in _MARK.finditer(text)}


@pytest.mark.parametrize(
    ("plan", "report", "least"), [(ASHDOWN_PLAN, ASHDOWN_REPORT, 12), (MARLOW_PLAN, MARLOW_REPORT, 10)], ids=["a", "b"]
)
def test_a_report_of_a_later_year_is_proposed(plan: str, report: str, least: int, measured: Measured) -> None:
    first = _reading(plan, "plan", "strategy", "2022-03-15")
    later = _reading(report, "report", "annual report", "2024-06-12")
    tracker = combined([first, later])
    texts = {block.id: block.text for page in later.paper.pages for block in page.blocks}
    promised, told = _marked(plan), _marked(report)
    proposed = right = found = 0
    for commitment in (c for c in tracker.facts.commitments if c.source.paper == "plan"):
        number = next((n for n, words in promised.items() if commitment.text.startswith(words[:40])), "")
        hits = [any(told.get(number, "?") in texts[b] for b in e.blocks) for e in commitment.later_evidence]
        proposed += len(hits)
        right += sum(hits)
        found += any(hits)
    measured(f"invented plan {plan.split()[1]}: promises with their report", "-", f"{found} of {len(told)}")
    assert found >= least
    assert right >= 0.9 * proposed
