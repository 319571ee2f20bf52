"""Numbers whose measure stands in the sentence or clause before, and parts listed behind their whole.

Each row, judged by hand: a text of Harbury's and what is shown as fact of it, "value unit | title | breakdown | period",
all of it and no more.
"""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.prose_headings import bold_opening
from tracker.records import Block, Run

FY30, FY29 = "2030-04-01/2031-03-31", "2029-04-01/2030-03-31"

# ruff: noqa: E501
GOING_ON: list[tuple[str, list[str]]] = [
    (
        "In the financial year 158 lessons were given by the team, which is an average of ten per person.",
        [
            "158 lessons | Lessons given by the team |  | ",
            "10 lessons per person | Lessons given by the team (average per person) |  | ",
        ],
    ),
    # more than those on plans cannot be some of them; fewer may be
    (
        "At 31 March 2031 there were 236 children subject to a protection plan and 487 in care.",
        [
            "236 children | Children subject to a protection plan |  | 2031-03-31/2031-03-31",
            "487 children | Children in care |  | 2031-03-31/2031-03-31",
        ],
    ),
    ("Boys make up most of the list, and 143 are looked-after children.", []),
    (
        "In 2030/31 the clinic received 1,176 referrals, an average of 98 a month, and made 815 visits. In 2029/30 it had received 604.",
        [
            f"1176 referrals | Clinic: referrals received |  | {FY30}",
            f"98 referrals per month | Clinic: referrals received (average per month) |  | {FY30}",
            f"815 visits | Clinic: visits made |  | {FY30}",
            f"604 referrals | Clinic: referrals received |  | {FY29}",
        ],
    ),
    (
        "In our 2031 survey of tenants, 23% said that they felt lonely often, and among those aged 75 and over 31% did.",
        [
            "23 % | Respondents who said that they felt lonely often |  | 2031-01-01/2031-12-31",
            "31 % | Respondents who said that they felt lonely often | those aged 75 and over | 2031-01-01/2031-12-31",
        ],
    ),
    (
        "43 tenants in the block, or 46%, were in arrears in 2030/31.",
        [
            f"43 tenants | Tenants in the block in arrears |  | {FY30}",
            f"46 % | Tenants in the block in arrears (share) |  | {FY30}",
        ],
    ),
    (
        "According to the Office for National Statistics, 21,850 children were living in the borough in mid-2031.",
        ["21850 children | Children who were living in the borough |  | 2031-06-30/2031-06-30"],
    ),
    ("According to the Office for National Statistics, 21,850 children were in poverty in 2031.", []),
    ("Around 214,600 people live in Harbury (mid-2031).", ["214600 people | Population |  | 2031-06-30/2031-06-30"]),
    (
        "Life expectancy at birth was 77.2 years for men and 81.4 years for women in 2031, compared with 79.1 and 83.1 in England.",
        [
            "77.2 years | Life expectancy at birth | for men | 2031-01-01/2031-12-31",
            "81.4 years | Life expectancy at birth | for women | 2031-01-01/2031-12-31",
        ],
    ),
    (
        "In 2031 the average wait for a hearing test was 27 weeks and for physiotherapy 41 weeks.",
        [
            "27 weeks | Average wait for a hearing test |  | 2031-01-01/2031-12-31",
            "41 weeks | Average wait for physiotherapy |  | 2031-01-01/2031-12-31",
        ],
    ),
    # what a plan runs for is no figure
    ("The plan runs for five years and for the centre it has 3 aims.", []),
    (
        "Four tenants went to hospital in 2030/31, for a total of 212 bed nights, against 340 nights in the previous year.",
        [
            f"4 tenants | Tenants who went to hospital |  | {FY30}",
            f"212 nights | Bed nights |  | {FY30}",
            f"340 nights | Bed nights |  | {FY29}",
        ],
    ),
    (
        "The winter shelter was in use on 38 nights in 2030/31.",
        [f"38 nights | Winter shelter in use on … nights |  | {FY30}"],
    ),
    (
        "In 2031 60% of tenants with a need were engaged in the course; 14 children were on short days and six of those had been so for more than a year.",
        [
            "60 % | Tenants with a need engaged in the course |  | 2031-01-01/2031-12-31",
            "14 children | Children on short days |  | 2031-01-01/2031-12-31",
            "6 children | Children on short days | for more than a year | 2031-01-01/2031-12-31",
        ],
    ),
    (
        "662 adults were treated for gambling in 2030/31, 437 for gaming and the remaining 285 for debt.",
        [
            f"662 adults | Adults treated for gambling |  | {FY30}",
            f"437 adults | Adults treated for gaming |  | {FY30}",
            f"285 adults | Adults treated for debt |  | {FY30}",
        ],
    ),
    # a time without a day
    ("In mid-2031 we trained 31 wardens.", ["31 wardens | Wardens trained |  | "]),
    (
        "The victim liaison officer contacted 96 victims of arson in 2030/31.",
        [f"96 victims | Victims of arson contacted |  | {FY30}"],
    ),
    ("The victim contacted 96 solicitors in 2030/31.", []),
    (
        "Wardens made 812 visits in 2030/31. The figure for England and Wales was 45. In 52% of cases the tenant was not at home.",
        [
            f"812 visits | Wardens: visits made |  | {FY30}",
            f"52 % | Cases in which the tenant was not at home |  | {FY30}",
        ],
    ),
    (
        "Nineteen premises were signed up to the Best Bar None scheme at the end of March 2031.",
        ["19 premises | Premises signed up to the Best Bar None scheme |  | 2031-03-31/2031-03-31"],
    ),
    (
        "Wardens made 812 visits in 2030/31. At the end of May 2031 there were 62 people in the Lantern cohort.",
        [
            f"812 visits | Wardens: visits made |  | {FY30}",
            "62 people | People in the Lantern cohort |  | 2031-05-31/2031-05-31",
        ],
    ),
    (
        "Rates use the mid-2030 population estimate of 168,400.",
        ["168400 people | Population |  | 2030-06-30/2030-06-30"],
    ),
    (
        "The Partnership holds a small pooled budget. In 2030/31 this comes to £486,500: £210,000 from the Council and £45,000 from Elm Homes.",
        [
            f"486500 GBP | Small pooled budget |  | {FY30}",
            f"210000 GBP | Small pooled budget | from the Council | {FY30}",
            f"45000 GBP | Small pooled budget | from Elm Homes | {FY30}",
        ],
    ),
    # what is spoken of last is no fund
    ("The Partnership holds a pooled budget. The Board met in May. It was £4,000.", []),
    (
        "The average time to close a case has come down from 61 days to 54 days.",
        ["61 days | Average time to close a case |  | ", "54 days | Average time to close a case |  | "],
    ),
    (
        "The average time to decide was 31 days in 2030/31; statutory guidance says that it should be no more than 28.",
        [f"31 days | Average time to decide |  | {FY30}"],
    ),
    (
        "Serious violence fell from 402 offences in 2029/30 to 371 in 2030/31. Knife crime was down, at 104 offences. 17 of the offences had a victim aged under 18.",
        [
            f"402 offences | Serious violence: offences |  | {FY29}",
            f"371 offences | Serious violence: offences |  | {FY30}",
            f"104 offences | Knife crime: offences |  | {FY30}",
            f"17 offences | Knife crime: offences | had a victim aged under 18 | {FY30}",
        ],
    ),
    # a part of what could not be named; of what the largest fall was is not told; what one person said
    ("Reports rose to 1,402. Eastfold (312) and Quayside (268) wards came first.", []),
    ("Incidents fell. The largest fall in numbers was in Eastfold, from 189 to 171.", []),
    ("It feels like home again, one resident told us.", []),
    (
        "The panel considered 447 cases in 2030/31, an increase of 8% on the 412 considered in 2029/30 and of 15% on 388.",
        [f"447 cases | Cases considered |  | {FY30}", f"412 cases | Cases considered |  | {FY29}"],
    ),
    # nothing of the board's own is told before it, nor after
    ("The figure for England and Wales was 45. Some 52 people in every thousand were hurt.", []),
    (
        "In 2030/31 women made up 86% of Elm House clients and 94% of those whose cases were heard by the panel.",
        [
            f"86 % | Women as a share of Elm House clients |  | {FY30}",
            f"94 % | Women made up … of those whose cases were heard by the panel |  | {FY30}",
        ],
    ),
    (
        "139 practitioners came: 37 at awareness level 1, 27 at level 2 (recognising and responding), 38 on the referral process and 37 on debt.",
        [
            "139 practitioners | Practitioners who came |  | ",
            "37 practitioners | Practitioners who came | at awareness level 1 | ",
            "27 practitioners | Practitioners who came | at level 2 | ",
            "38 practitioners | Practitioners who came | on the referral process | ",
            "37 practitioners | Practitioners who came | on debt | ",
        ],
    ),
    (
        "The centre held four sewing courses in 2030/31, and 61 residents attended them: 30 at level 1, 20 at level 2 and 11 on curtains.",
        [
            f"4 courses | Sewing courses held |  | {FY30}",
            f"61 residents | Residents who attended sewing courses |  | {FY30}",
            f"30 residents | Residents who attended sewing courses | at level 1 | {FY30}",
            f"20 residents | Residents who attended sewing courses | at level 2 | {FY30}",
            f"11 residents | Residents who attended sewing courses | on curtains | {FY30}",
        ],
    ),
    (
        "Wardens supported 512 tenants in 2030/31. By risk level they were 80 high, 285 medium and 97 standard.",
        [
            f"512 tenants | Wardens: tenants supported |  | {FY30}",
            f"80 tenants | Wardens: tenants supported | high (risk level) | {FY30}",
            f"285 tenants | Wardens: tenants supported | medium (risk level) | {FY30}",
            f"97 tenants | Wardens: tenants supported | standard (risk level) | {FY30}",
        ],
    ),
    # others than those counted before; who they helped is not told
    (
        "Officers spoke to 30 residents in 2030/31, and 12 volunteers helped them.",
        [f"30 residents | Residents spoken to |  | {FY30}"],
    ),
    ("In 2030/31 we ran the following: 30 sessions, 20 clinics and 11 walks.", []),
    (
        "Disclosures under the scheme increased. There were 17 in the year ending March 2030. There were 52 in the year ending March 2031.",
        [
            f"17 disclosures | Disclosures under the scheme |  | {FY29}",
            f"52 disclosures | Disclosures under the scheme |  | {FY30}",
        ],
    ),
    (
        "4,310 collisions were reported to the county in the 12 months to March 2031. Two years earlier, in the 12 months to March 2029, there had been 3,957.",
        [
            f"4310 collisions | Collisions reported to the county |  | {FY30}",
            "3957 collisions | Collisions reported to the county |  | 2028-04-01/2029-03-31",
        ],
    ),
    (
        "The service answered 1,204 calls in 2030/31. That is an abandonment rate of 3.2%. A year before it was 4.5%.",
        [
            f"1204 calls | Calls answered |  | {FY30}",
            "3.2 % | Abandonment rate |  | ",
            f"4.5 % | Abandonment rate |  | {FY29}",
        ],
    ),
    # of what it is a rate, is not told
    (
        "Officers charged 61 drivers in 2030. This is a conviction rate of 14.9%.",
        ["61 drivers | Drivers charged |  | 2030-01-01/2030-12-31"],
    ),
    (
        "The completion rate for opiates was 5.2% in 2030/31. For alcohol the figure was 31.4%.",
        [
            f"5.2 % | Completion rate for opiates |  | {FY30}",
            f"31.4 % | Completion rate for alcohol |  | {FY30}",
        ],
    ),
    ("For burglary the detection rate was 5.2% in 2030/31.", [f"5.2 % | Detection rate for burglary |  | {FY30}"]),
    (
        "Smoking prevalence was 13% in 2030/31. Among people in manual work it was 24%.",
        [f"13 % | Smoking prevalence |  | {FY30}", f"24 % | Smoking prevalence | people in manual work | {FY30}"],
    ),
    (
        "Harbury had the fourth lowest burglary rate of the 32 districts in 2030/31, having had the third lowest the previous year.",
        [
            f"4 rank | Burglary rate | lowest of the 32 districts | {FY30}",
            f"3 rank | Burglary rate | lowest of the 32 districts | {FY29}",
        ],
    ),
    (
        "The tenant was a student in 82 cases (47%), a pensioner in 57 (33%) and a nurse in 26 (15%).",
        [
            "82 cases | Cases in which tenant was a student |  | ",
            "47 % | Cases in which tenant was a student (share) |  | ",
            "57 cases | Cases in which tenant was a pensioner |  | ",
            "33 % | Cases in which tenant was a pensioner (share) |  | ",
            "26 cases | Cases in which tenant was a nurse |  | ",
            "15 % | Cases in which tenant was a nurse (share) |  | ",
        ],
    ),
    (
        "The site was a school on 82 occasions, a park on 57 and a shop on 26.",
        [
            "82 occasions | Site was a school on … occasions |  | ",
            "57 occasions | Site was a park on … occasions |  | ",
            "26 occasions | Site was a shop on … occasions |  | ",
        ],
    ),
    # what the numbers in brackets add up to, they are parts of
    (
        "139 residents joined 4 courses in 2030/31: cookery (100), sewing (39).",
        [
            f"139 residents | Residents who joined courses |  | {FY30}",
            f"4 courses | Courses joined |  | {FY30}",
            f"100 residents | Residents who joined courses | cookery | {FY30}",
            f"39 residents | Residents who joined courses | sewing | {FY30}",
        ],
    ),
    (
        "The club ran 4 courses for 139 residents in 2030/31: cookery (2), sewing (2).",
        [
            f"4 courses | Courses run |  | {FY30}",
            f"139 residents | Club ran courses for … residents |  | {FY30}",
            f"2 courses | Courses run | cookery | {FY30}",
            f"2 courses | Courses run | sewing | {FY30}",
        ],
    ),
    # a time is the subject: the same at another time
    (
        "Police recorded 180 robberies of phones in March to May 2031, whereas the equivalent three months of last year saw 157.",
        [
            "180 robberies | Robberies of phones recorded |  | 2031-03-01/2031-05-31",
            "157 robberies | Robberies of phones recorded |  | 2030-03-01/2030-05-31",
        ],
    ),
    (
        "There were 21 knife offences in March to May 2031. A year earlier produced 24.",
        [
            "21 offences | Knife offences |  | 2031-03-01/2031-05-31",
            "24 offences | Knife offences |  | 2030-03-01/2030-05-31",
        ],
    ),
    (
        "Female referrals were 2 in number in 2030/31, against 3 in 2029/30.",
        [f"2 referrals | Female referrals |  | {FY30}", f"3 referrals | Female referrals |  | {FY29}"],
    ),
    # of what there was demand, is not told
    ("Demand in earlier years was 324 in 2026/27, 456 in 2027/28 and 442 in 2029/30.", []),
    (
        "There were 728 burglaries in 2030/31. Police proceeded against 82 offenders.",
        [
            f"728 burglaries | Burglaries |  | {FY30}",
            f"82 offenders | Police proceeded against … offenders |  | {FY30}",
        ],
    ),
    (
        "The clinic saw 512 people in 2030/31 against 480 people in 2029/30.",
        [f"512 people | Clinic: people seen |  | {FY30}", f"480 people | Clinic: people seen |  | {FY29}"],
    ),
    # a later quarter beside the peak: what comes after is of neither; after a peak against what was before it is of it
    (
        "There were 41 thefts in July to September 2031 against 30 in October to December 2031. Kelbrook ward had 26 thefts.",
        [
            "41 thefts | Thefts |  | 2031-07-01/2031-09-30",
            "30 thefts | Thefts |  | 2031-10-01/2031-12-31",
            "26 thefts | Kelbrook ward: thefts |  | ",
        ],
    ),
    (
        "There were 41 thefts in July to September 2031 against 30 in April to June 2031. Kelbrook ward had 26 thefts.",
        [
            "41 thefts | Thefts |  | 2031-07-01/2031-09-30",
            "30 thefts | Thefts |  | 2031-04-01/2031-06-30",
            "26 thefts | Kelbrook ward: thefts |  | 2031-07-01/2031-09-30",
        ],
    ),
    # the numbers that a share is worked out from stand in the bracket behind it, however many words are between
    (
        "In 2030/31 the proportion of tenants who kept their tenancy for a year was 64% (16 out of 25), short of the target.",
        [
            f"64 % | Tenants who kept their tenancy for a year |  | {FY30}",
            f"16  | Tenants who kept their tenancy for a year |  | {FY30}",
            f"25  | Tenants who kept their tenancy for a year (out of) |  | {FY30}",
        ],
    ),
    (
        "In 2030/31, 81% of pupils (65/80) could name a safe adult.",
        [
            f"81 % | Pupils who could name a safe adult |  | {FY30}",
            f"65 pupils | Pupils who could name a safe adult |  | {FY30}",
            f"80 pupils | Pupils who could name a safe adult (out of) |  | {FY30}",
        ],
    ),
    (
        "The detection rate for arson was 12% in 2030/31 (25 of 208 offences).",
        [
            f"12 % | Detection rate for arson |  | {FY30}",
            f"25 offences | Detection rate for arson (number) |  | {FY30}",
            f"208 offences | Detection rate for arson (out of) |  | {FY30}",
        ],
    ),
    (
        "In 2031, 57% (base: 208 people) of callers surveyed were satisfied with the repair.",
        [
            "57 % | Callers surveyed: satisfied with the repair |  | 2031-01-01/2031-12-31",
            "208 people | Callers surveyed: satisfied with the repair (out of) |  | 2031-01-01/2031-12-31",
        ],
    ),
    # which the share is not worked out from
    (
        "Satisfaction with the wardens was 54% in 2030/31 (11 of 16 wards).",
        [f"54 % | Satisfaction with the wardens |  | {FY30}"],
    ),
    # what so many are out of is told with what is said of them all
    (
        "In 2030/31 we heard from 45 tenants out of 210 asked.",
        [f"45 tenants | Heard from … tenants |  | {FY30}", f"210 tenants | Tenants asked |  | {FY30}"],
    ),
    (
        "In 2030/31 the swimming course was completed by 63 women out of the 97 that enrolled.",
        [f"63 women | Women who completed swimming course |  | {FY30}", f"97 women | Women who enrolled |  | {FY30}"],
    ),
    # a bracket whose numbers add up to the one before it holds its parts
    (
        "In 2030/31, 738 requests were received (tenants 655, shops and cafes 61, members of the public 22).",
        [
            f"738 requests | Requests received |  | {FY30}",
            f"655 requests | Requests received | tenants | {FY30}",
            f"61 requests | Requests received | shops and cafes | {FY30}",
            f"22 requests | Requests received | members of the public | {FY30}",
        ],
    ),
    (
        "We held 18 walks in 2030/31 (four at night and 14 by day).",
        [
            f"18 walks | Walks held |  | {FY30}",
            f"4 walks | Walks held | at night | {FY30}",
            f"14 walks | Walks held | by day | {FY30}",
        ],
    ),
    # how many there are now
    (
        "The college bought 45 additional bicycles, bringing the number in use to 138.",
        ["45 bicycles | Additional bicycles bought |  | ", "138 bicycles | Bicycles in use |  | "],
    ),
    (
        "Nine schools signed up, taking the number of schools in the scheme to 31.",
        ["9 schools | Schools that signed up |  | ", "31 schools | Schools in the scheme |  | "],
    ),
    (
        "The charity opened 15 new hostels in the town, so that there are now 40 in total.",
        ["15 hostels | Charity opened … new hostels |  | ", "40 hostels | Total hostels |  | "],
    ),
    # what else was done, in so many of the same things
    (
        "Mediation was offered in 63 cases and accepted by both neighbours in 26.",
        [
            "63 cases | Cases in which mediation was offered |  | ",
            "26 cases | Cases in which mediation was accepted by both neighbours |  | ",
        ],
    ),
    (
        "Support was taken up in 63 cases and led to a move in 26.",
        ["63 cases | Cases in which support was taken up |  | "],
    ),
    # what the clause before a colon speaks of
    (
        "Arson fell sharply in 2030/31: 41 fires, against 60 in 2029/30.",
        [f"41 fires | Arson: fires |  | {FY30}", f"60 fires | Arson: fires |  | {FY29}"],
    ),
    (
        "Complaints about dogs have gone up since the fair came: 88 in 2030/31 and 61 in 2029/30.",
        [f"88 complaints | Complaints about dogs |  | {FY30}", f"61 complaints | Complaints about dogs |  | {FY29}"],
    ),
    (
        "The Kelbrook Locks Scheme makes the homes of victims safe: 130 referrals and 88 properties in 2030/31.",
        [
            f"130 referrals | Kelbrook Locks Scheme: referrals |  | {FY30}",
            f"88 properties | Kelbrook Locks Scheme: properties |  | {FY30}",
        ],
    ),
    # no clause, but a label
    (
        "Arson reported to the brigade in 2030/31: 41 fires.",
        [f"41 fires | Arson reported to the brigade: fires |  | {FY30}"],
    ),
    # what "which" stands for, who added it, and among whom
    (
        "The biggest change was in burglary, which went up from 920 offences in 2029/30 to 1,486 in 2030/31.",
        [f"920 offences | Burglary |  | {FY29}", f"1486 offences | Burglary |  | {FY30}"],
    ),
    (
        "She added that arson had gone on falling, there having been 62 incidents in 2030/31 compared with 84 in 2029/30.",
        [f"62 incidents | Arson: incidents |  | {FY30}", f"84 incidents | Arson: incidents |  | {FY29}"],
    ),
    (
        "In 2030/31, 71 households were housed in hostels, with 104 children among them.",
        [
            f"71 households | Households housed in hostels |  | {FY30}",
            f"104 children | Households housed in hostels | children | {FY30}",
        ],
    ),
    (
        "Magistrates granted 52 of the 57 closure orders applied for.",
        ["52 orders | Closure orders applied |  | ", "57 orders | Closure orders applied for |  | "],
    ),
    (
        "The wardens issued 187 penalty notices in 2030/31. Begging was the reason for 129 of the notices and parking on grass for 34.",
        [
            f"187 notices | Penalty notices issued |  | {FY30}",
            f"129 notices | Penalty notices issued | begging | {FY30}",
            f"34 notices | Penalty notices issued | parking on grass | {FY30}",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOING_ON, ids=[row[0][:60] for row in GOING_ON])
def test_goes_on(text: str, expected: list[str]) -> None:
    found = observe_text(text, Surroundings("Harbury", None, "2033-06-12"))
    shown = [
        f"{f.mention.value} {f.naming.unit} | {f.naming.title} | {'; '.join(v for _, v in f.naming.breakdown)} | "
        f"{f'{f.period.start}/{f.period.end}' if f.period and f.period.dated else ''}"
        for f in found
        if f.naming.sure
    ]
    assert shown == expected


@pytest.mark.parametrize(
    ("bold", "plain", "opening"),
    [
        ("Parents.", " This year 57 were referred.", "Parents"),
        ("Child to parent violence:", " 57 were referred.", "Child to parent violence"),
        # says nothing of what is counted, but ends what a heading before it said
        ("Evaluation.", " This year 57 were referred.", ""),
        ("57 parents were referred.", " They came from schools.", None),
        ("Referrals rose again.", " They came from schools.", None),
        ("Parents", " were referred by schools.", None),
    ],
)
def test_a_heading_in_bold_that_a_paragraph_opens_with(bold: str, plain: str, opening: str | None) -> None:
    runs = (Run(text=bold, bold=True), Run(text=plain))
    assert bold_opening(Block(id="p1-1", kind="paragraph", text=bold + plain, runs=runs)) == opening


def test_values_listed_behind_a_clause_that_says_how_they_moved_are_of_its_subject() -> None:
    found = observe_text("The number of fires has fallen each year: 61 in 2030/31, 54 in 2031/32 and 48 in 2032/33.")
    assert [(f.mention.value, f.naming.title, f.naming.sure) for f in found] == [
        ("61", "Fires", True),
        ("54", "Fires", True),
        ("48", "Fires", True),
    ]
    # cases of what, the clause does not say
    assert not any(f.naming.sure for f in observe_text("Cases rose again: 61 in 2030/31."))
