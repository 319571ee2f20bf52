"""A strategy, the annual report of two years later and minutes of the year after: what they say of its promises.

The papers are invented. ``[3]`` stands before a promise, ``{3}`` before each passage that tells what came of it.
"""

from __future__ import annotations

import re
from collections import defaultdict

from conftest import Measured
from small_papers import paper_from
from tracker.facts import understand
from tracker.facts.combining import combined
from tracker.records import PaperSettings, Reading, TrackerSettings

# ruff: noqa: E501
STRATEGY = """
# Wenbury Safer Communities Partnership Strategy 2021-2025
## Foreword
We are proud to present this strategy. Over four years the partnership will work together so that everyone in Wenbury is safe and feels safe.
## Priority 1: Tackling anti-social behaviour
Residents told us that anti-social behaviour is the problem that most affects their daily lives.
### Neighbourhood enforcement
[1]We will recruit four additional Neighbourhood Enforcement Officers to patrol estates and parks. [2]We will explore the use of Public Spaces Protection Orders to address car cruising on the Northgate retail park.
### Support for victims
[3]A dedicated ASB Victims' Champion will be appointed to support repeat victims. [4]We will publicise the Community Trigger so that more residents know how to ask for a review of their case.
### Nuisance vehicles
[5]The police will run Operation Throttle on summer weekends to deter nuisance mopeds. [6]Together with the housing associations we will improve the security of garages.
## Priority 2: Protecting people from domestic abuse
### Commissioned services
[7]We will re-commission the Haven domestic abuse outreach service, with a longer contract from April 2022. [8]The council will fund a second refuge, with ten family units.
### Training
[9]We will train front line staff in all agencies to ask about domestic abuse. [10]General practices will be offered the IRIS training programme.
### Working with perpetrators
A behaviour change programme was tried in 2020 with 18 men. [11]This will be extended to cover men who have not been convicted.
### Listening to survivors
[12]Survivors will be involved in the design of services through a Lived Experience Forum.
## Priority 3: Reducing serious violence
### Young people
[13]We will deliver a mentoring programme for young people at risk of exclusion, run by Bright Paths. [14]The Violence Reduction Unit will place youth workers in the emergency department of Wenbury General Hospital.
### Knife crime
[15]Trading Standards will carry out test purchases of knives at retailers. [16]Weapons surrender bins will be installed at three locations.
### Exploitation
[17]We will adopt a shared risk assessment tool for child exploitation. [18]Partners will work to raise awareness of county lines.
## Priority 4: Building confidence
[19]We will hold quarterly community conversations in each of the five neighbourhoods. [20]We will publish a newsletter for residents. [21]Street lighting along the Riverside Walk will be upgraded to LED.
## How we will deliver
[22]Progress will be reported to the Board every six months. [23]An action plan will be drawn up each year."""

ANNUAL_REPORT = """
# Wenbury Safer Communities Partnership Annual Report 2022-23
## Introduction
This is the second annual report on the Safer Communities Partnership Strategy 2021-2025. It sets out what partners have done against the four priorities of the strategy.
## Priority 1: Tackling anti-social behaviour
Recorded anti-social behaviour fell by 9% to 4,312 incidents. Residents continue to raise noise and litter with their councillors.
### Enforcement
{1}The Neighbourhood Enforcement team reached its full strength of nine officers in June 2022, after four new officers had completed their training. They issued 312 fixed penalty notices and spent 61% of their time on estates and in parks.
{2}Following consultation, a Public Spaces Protection Order covering the Northgate retail park came into force in September 2022; 44 warnings have been given to drivers and complaints about car cruising have fallen by half.
### Victims
{3}The ASB Victims' Champion has been in post since November 2021 and has supported 83 repeat victims, of whom 71 said that their situation had improved.
{4}There were 14 applications for a Community Trigger review (2021-22: 5), which follows a poster campaign in libraries and surgeries. Six met the threshold.
### Off-road bikes and mopeds
{5}Operation Throttle took place on eleven weekends between May and August. Officers seized 37 mopeds and off-road bikes.
## Priority 2: Protecting people from domestic abuse
### Haven
{7}The new Haven contract began on 1 April 2022 for five years. Haven supported 618 people through outreach, 12% more than the year before, and 204 through its helpline.
### Safe accommodation
{8}Planning permission was granted for a refuge of ten family units; building starts in autumn 2023. The existing refuge housed 31 women and 40 children.
### Workforce development
{9}A total of 412 professionals attended one of 19 courses on recognising and asking about domestic abuse; 92% were more confident afterwards.
{10}Twelve of the borough's 21 general practices have completed IRIS training and made 88 referrals.
### Behaviour change
{11}Forty-one men started the programme, 26 of them without a conviction. Of those who completed it, three in four had no further police contact within six months.
### Survivors' voices
{12}The Lived Experience Forum was launched in March 2022. Its 14 members have commented on the refuge's design and on the new housing policy.
## Priority 3: Reducing serious violence
Knife crime with injury fell from 58 to 49 offences. Robbery rose by 4%.
### Bright Paths
{13}Bright Paths mentors worked with 76 pupils in seven schools. Fixed term exclusions among them fell by 38%.
### Hospital youth workers
{14}Two youth workers funded by the Violence Reduction Unit have been based in the emergency department since January 2022. They met 129 young people, 54 of whom accepted further help.
### Knives
{15}In 48 test purchases, five retailers sold a knife to a volunteer under 18 and were prosecuted or warned.
{16}The surrender bins at Market Square and at the bus station took in 214 knives; the third is awaiting permission.
## Priority 4: Building confidence
{19}Community conversations were held in all five neighbourhoods in each quarter, with 640 residents taking part.
{21}LED lamps were fitted along the full length of the Riverside Walk by December 2022.
Satisfaction with the police was 57% and with the council 61%.
## Finance
The partnership received £486,000 in the year from the Police and Crime Commissioner and from government grants."""

MINUTES = """
# Wenbury Safer Communities Partnership Board: minutes of the meeting held on 14 March 2024
## 1. Welcome and apologies
Councillor Hart welcomed members to the meeting. Apologies were received from the Fire Service.
## 2. Minutes of the last meeting
The minutes of 7 December 2023 were agreed as a correct record.
## 3. Domestic abuse update
{8}The Head of Community Safety reported that building of the second refuge is under way and that the first families are expected to move into the ten units in October.
The Board noted that calls to the helpline had risen over Christmas.
## 4. Child exploitation
{17}It was reported that all agencies now use the shared risk assessment tool for child exploitation, and that 66 assessments had been completed since September.
{18}A county lines awareness week had been held with schools, taxi firms and hotels.
## 5. Weapons surrender
{16}The third surrender bin was opened at the leisure centre in January.
## 6. Any other business
Members thanked the outgoing analyst. The next meeting will be held on 13 June 2024."""

_MARK = re.compile(r"[\[{](\d+)[\]}]")
_PAPERS = (
    ("plan", "strategy", "2021-06-01", STRATEGY),
    ("report", "annual report", "2023-07-12", ANNUAL_REPORT),
    ("minutes", "minutes", "2024-03-14", MINUTES),
)


def _reading(name: str, kind: str, date: str, text: str) -> Reading:
    lines = "\n\n".join(re.sub(r"^#+", "#", line) for line in _MARK.sub("", text).strip().splitlines())
    settings = PaperSettings(kind=kind, date=date, title=lines.splitlines()[0].strip("# "))
    paper = paper_from(lines).model_copy(update={"title": settings.title, "date": date, "kind": kind})
    tracker = TrackerSettings(place="Wenbury", board="Wenbury Safer Communities Partnership")
    facts = understand(paper, paper_id=name, settings=settings, tracker=tracker)
    return Reading(program="0", id=name, settings=settings, paper=paper, facts=facts)


def _marked(*texts: str) -> dict[str, list[str]]:
    """Number to the beginnings of what stands after its marks."""
    found = defaultdict(list)
    for text in texts:
        for mark in _MARK.finditer(text):
            found[mark[1]].append(_MARK.split(text[mark.end() :], maxsplit=1)[0].strip().split("\n")[0][:60])
    return found


def test_a_report_and_minutes_of_later_years_are_proposed(measured: Measured) -> None:
    readings = [_reading(*paper) for paper in _PAPERS]
    tracker = combined(readings)
    texts = {(r.id, block.id): block.text for r in readings for page in r.paper.pages for block in page.blocks}
    paper_of = {part.id: part.paper for part in tracker.facts.parts}
    promised, told = _marked(STRATEGY), _marked(ANNUAL_REPORT, MINUTES)
    found: dict[str, set[str]] = defaultdict(set)
    proposed = right = 0
    for commitment in (c for c in tracker.facts.commitments if c.source.paper == "plan"):
        number = next((n for n, words in promised.items() if words[0][:40] in commitment.text), "")
        for evidence in commitment.later_evidence:
            paper = paper_of[evidence.part]
            hit = any(words in texts[paper, block] for block in evidence.blocks for words in told.get(number, ()))
            proposed, right = proposed + 1, right + hit
            found[number].update([paper] if hit else [])
    kept = {number for number, papers in found.items() if papers}
    measured("invented board over four years: promises with their report", "-", f"{len(kept)} of {len(told)}")
    assert len(kept) >= 17
    assert right >= 0.9 * proposed
    assert found["17"] == {"minutes"}


def test_words_in_common_use_alone_are_no_report() -> None:
    """The report has residents, partners, progress and the Board in it too."""
    tracker = combined([_reading(*paper) for paper in _PAPERS])
    general = ("We will publish a newsletter", "Progress will be reported", "An action plan will be drawn up")
    for commitment in tracker.facts.commitments:
        assert not (commitment.text.startswith(general) and commitment.later_evidence)
