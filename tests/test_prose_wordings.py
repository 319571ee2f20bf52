"""Figures in the wordings of published reports, strategies, minutes, narratives of dashboards and letters.

Each row, judged by hand: a text, the headings it stands under, and what is shown as fact of it, all of it and no
more: value, unit, title, breakdown, period. An empty list is a text whose numbers are no figures of the board, or are
not sure enough.
"""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.wording.periods import period_of

YEAR = period_of("Annual report 2023/24")

Shown = list[tuple[str, str, str, str, str]]

WORDINGS: list[tuple[str, list[str], Shown]] = [
    (
        "During 2022/23 the shelter received 1,204 calls, compared to 1,166 in 2021/22, and its workers supported 87"
        " tenants. During the year 43 requests were made for a room and 22 of them had to be declined, the most common"
        " reason being lack of space (15).",
        [],
        [
            ("1204", "calls", "Calls received", "", "2022-04-01/2023-03-31"),
            ("1166", "calls", "Calls received", "", "2021-04-01/2022-03-31"),
            ("87", "tenants", "Tenants supported", "", "2022-04-01/2023-03-31"),
            ("43", "requests", "Requests made for a room", "", "2022-04-01/2023-03-31"),
            ("22", "requests", "Requests made for a room", "that had to be declined", "2022-04-01/2023-03-31"),
            ("15", "requests", "Requests made for a room", "lack of space", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "The number of adults in structured treatment was 318 in 2022/23, up from 294 the year before: 212 for opiates"
        " and 87 for alcohol.",
        [],
        [
            ("318", "adults", "Adults in structured treatment", "", "2022-04-01/2023-03-31"),
            ("294", "adults", "Adults in structured treatment", "", "2021-04-01/2022-03-31"),
            ("212", "adults", "Adults in structured treatment", "for opiates", "2022-04-01/2023-03-31"),
            ("87", "adults", "Adults in structured treatment", "for alcohol", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "The wardens logged 174 calls in the period, a reduction of 7.8% on the year before (189). The street was not"
        " known for 9%, an improvement on 16% in 2021/22.",
        [],
        [
            ("174", "calls", "Calls logged", "", "2023-04-01/2024-03-31"),
            ("189", "calls", "Calls logged", "", "2022-04-01/2023-03-31"),
            ("9", "%", "Street was not known for …", "", "2023-04-01/2024-03-31"),
            ("16", "%", "Street was not known for …", "", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "Training compliance across shops was 87% at March 2023 (target 90%), having been as low as 71% in September"
        " 2022.",
        [],
        [
            ("87", "%", "Training compliance across shops", "", "2023-03-01/2023-03-31"),
            ("90", "%", "Training compliance across shops", "target", "2023-03-01/2023-03-31"),
            ("71", "%", "Training compliance across shops", "", "2022-09-01/2022-09-30"),
        ],
    ),
    ("Of the 716 who gave a view, 487 agreed, 182 partly agreed and 47 not asked.", [], []),
    ("In the same two wards burglary reduced by 21%, from 238 to 188 offences.", [], []),
    (
        "Fraud featured in 412 cases closed. Theft was next with 198, ahead of arson (187) and noise (164).",
        [],
        [("412", "cases", "Cases closed", "", "2023-04-01/2024-03-31")],
    ),
    (
        "Thefts in Kelbrook fell to 91 from 118. Drink was a factor in 52, debt in 31 and boredom in 14.",
        [],
        [
            ("91", "thefts", "Thefts in Kelbrook", "", "2023-04-01/2024-03-31"),
            ("118", "thefts", "Thefts in Kelbrook", "", ""),
            ("52", "thefts", "Thefts in Kelbrook", "Drink was a factor", "2023-04-01/2024-03-31"),
            ("31", "thefts", "Thefts in Kelbrook", "debt was a factor", "2023-04-01/2024-03-31"),
            ("14", "thefts", "Thefts in Kelbrook", "boredom was a factor", "2023-04-01/2024-03-31"),
        ],
    ),
    ("In 2022/23 we spent £38,120, reaching 2,914 pupils.", [], []),
    (
        "Cyber enabled fraud remains hard to trace. There were 43 offences in the 12 months, down from 68.",
        [],
        [
            ("43", "offences", "Cyber enabled fraud", "", "2023-04-01/2024-03-31"),
            ("68", "offences", "Cyber enabled fraud", "", ""),
        ],
    ),
    (
        "In a survey of tenants, 61% strongly agreed and 22% tended to agree that they were safe at home.",
        [],
        [
            ("61", "%", "Respondents who strongly agreed that they were safe at home", "", "2023-04-01/2024-03-31"),
            ("22", "%", "Respondents who tended to agree that they were safe at home", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Of all 32 boroughs, Harbury has the third lowest rate of thefts.",
        [],
        [
            ("3", "rank", "Rate of thefts", "lowest", ""),
        ],
    ),
    (
        "The refuge in the valley has nine units.",
        [],
        [("9", "units", "Refuge in the valley: units", "", "")],
    ),
    (
        "Tenants can be referred to the safe homes scheme, under which 413 flats were fitted with locks in 2022/23.",
        [],
        [("413", "flats", "Flats fitted with locks", "", "2022-04-01/2023-03-31")],
    ),
    (
        "Calls about nuisance peaked in April 2020 and have since dropped below their former level, to 5,118.",
        [],
        [("5118", "calls", "Calls about nuisance", "", "")],
    ),
    (
        "Harbury was the 31st most deprived of the 317 districts in England in 2019.",
        [],
        [("31", "rank", "Most deprived of 317 districts: rank", "most deprived", "2019-01-01/2019-12-31")],
    ),
    (
        "In 2022/23 there were 11,406 offences recorded by the police. Expressed as a rate it was 58.2 crimes per 1,000"
        " residents.",
        [],
        [
            ("11406", "offences", "Offences recorded by the police", "", "2022-04-01/2023-03-31"),
            ("58.2", "per 1,000 residents", "Offences recorded by the police", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "In 2022/23 the first time entrant rate was 131 per 100,000. The London rate was 186 and the national rate 157."
        " The custody rate was 0.07 per 1,000, down from 0.18 in 2021/22.",
        [],
        [
            ("131", "per 100,000", "First time entrant rate", "", "2022-04-01/2023-03-31"),
            ("0.07", "per 1,000", "Custody rate", "", "2022-04-01/2023-03-31"),
            ("0.18", "per 1,000", "Custody rate", "", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "In 2022/23 the panel heard 212 cases involving 301 children; 31% were repeat cases. Male victims accounted for"
        " 14 of the cases and there were six in which the victim was aged over 65.",
        [],
        [
            ("212", "cases", "Cases heard", "", "2022-04-01/2023-03-31"),
            ("301", "children", "Panel heard cases involving … children", "", "2022-04-01/2023-03-31"),
            ("31", "%", "Cases heard which were repeat cases", "", "2022-04-01/2023-03-31"),
            ("14", "cases", "Cases heard", "male victims", "2022-04-01/2023-03-31"),
            ("6", "cases", "Cases heard", "in which the victim was aged over 65", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "Calls about nuisance fell to 2,911 from 3,480.",
        [],
        [
            ("2911", "calls", "Calls about nuisance", "", "2023-04-01/2024-03-31"),
            ("3480", "calls", "Calls about nuisance", "", ""),
        ],
    ),
    (
        "In 2022/23 males aged 16 to 25 made up 41% of known suspects and 32% of victims.",
        [],
        [
            ("41", "%", "Males aged 16 to 25 as a share of known suspects", "", "2022-04-01/2023-03-31"),
            ("32", "%", "Males aged 16 to 25 as a share of victims", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "Flytipping is what residents write to us about most. In 2022/23 the council dealt with 4,206 incidents.",
        [],
        [("4206", "incidents", "Flytipping: incidents dealt with", "", "2022-04-01/2023-03-31")],
    ),
    (
        "The wardens opened 318 cases and closed 297 in 2022/23.",
        [],
        [
            ("318", "cases", "Cases opened", "", "2022-04-01/2023-03-31"),
            ("297", "cases", "Cases closed", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "Eleven of the 15 recommendations have been completed.",
        [],
        [
            ("11", "recommendations", "Recommendations completed", "", "2023-04-01/2024-03-31"),
            ("15", "recommendations", "Recommendations", "", ""),
        ],
    ),
    (
        "The Manager referred to the survey, to which 43 of 60 sports clubs had replied.",
        [],
        [
            ("43", "clubs", "Sports clubs that had replied", "", "2023-04-01/2024-03-31"),
            ("60", "clubs", "Sports clubs", "", ""),
        ],
    ),
    (
        "The waiting list for play therapy at the family centre was seven months in March 2024.",
        [],
        [("7", "months", "Waiting list for play therapy at the family centre", "", "2024-03-01/2024-03-31")],
    ),
    (
        "Harbury is a compact borough of mills and canals with a population of 148,300 in 2022.",
        [],
        [("148300", "people", "Population", "", "2022-01-01/2022-12-31")],
    ),
    (
        "Vehicle crime has not fallen to its former level (1,204 offences; 2019/20: 1,018).",
        [],
        [
            ("1204", "offences", "Vehicle crime", "", ""),
            ("1018", "offences", "Vehicle crime", "", "2019-04-01/2020-03-31"),
        ],
    ),
    (
        "Vehicle crime remains the largest category of crime. It accounted for 2,318 offences.",
        [],
        [("2318", "offences", "Vehicle crime", "", "2023-04-01/2024-03-31")],
    ),
    (
        "In 2022/23 14,206 crimes were recorded in Harbury, 7% above the pre-pandemic baseline of 13,277.",
        [],
        [
            ("14206", "crimes", "Crimes recorded", "", "2022-04-01/2023-03-31"),
            ("13277", "crimes", "Crimes recorded", "baseline", ""),
        ],
    ),
    ("Teachers described children as young as 12 being asked to carry parcels.", [], []),
    ("The heading is made up of 24 different categories which do not fit elsewhere.", [], []),
    ("The most common age group was 25 to 34.", [], []),
    ("From memory there had been about 640 offences in the year.", [], []),
    ("Wardens visit on Fridays. There have been no serious incidents since.", [], []),
    ("Officers explained that the amount was small, some £2,700 last year.", [], []),
    (
        "Youth unemployment was 6.1% in 2022, compared with 5.2% regionally.",
        [],
        [("6.1", "%", "Youth unemployment", "", "2022-01-01/2022-12-31")],
    ),
    (
        "Waiting data are published nationally in arrears. In 2022/23 27.3% of families waited over a month.",
        [],
        [("27.3", "%", "Families waited over a month", "", "2022-04-01/2023-03-31")],
    ),
    (
        "In 2022/23 there were 61.5 thefts for every 1,000 residents, the third lowest rate in London.",
        [],
        [
            (
                "61.5",
                "per 1,000 residents",
                "Thefts",
                "",
                "2022-04-01/2023-03-31",
            ),
        ],
    ),
    (
        "There were seven moped snatches in 2022/23 compared with four in 2021/22. There were three reasons for this.",
        [],
        [
            ("7", "snatches", "Moped snatches", "", "2022-04-01/2023-03-31"),
            ("4", "snatches", "Moped snatches", "", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "In the last quarter of 2022/23 1,204 checks were carried out.",
        [],
        [("1204", "checks", "Checks carried out", "", "2023-01-01/2023-03-31")],
    ),
    (
        "Vehicle crime fell from 410 in 2021/22 to 356 in 2022/23 (a decrease of 13.2%).",
        [],
        [
            ("410", "offences", "Vehicle crime", "", "2021-04-01/2022-03-31"),
            ("356", "offences", "Vehicle crime", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "Police recorded 1,204 residential burglaries in 2022/23, down from 1,356 in 2021/22, a fall of 11.2%.",
        ["Fewer people are victims of burglary"],
        [
            ("1204", "burglaries", "Residential burglaries recorded", "", "2022-04-01/2023-03-31"),
            ("1356", "burglaries", "Residential burglaries recorded", "", "2021-04-01/2022-03-31"),
        ],
    ),
    (
        "Two public realm officers now patrol the High Street. Between April and December 2022 "
        "they dealt with 433 incidents, of which 211 (49%) were alcohol related. We will extend "
        "the scheme to Marsh Street during 2024. £125,000 of Safer Streets funding was secured "
        "for lighting.",
        [],
        [
            ("2", "officers", "Public realm officers who patrol the High Street", "", ""),
            ("433", "incidents", "Incidents dealt with", "", "2022-04-01/2022-12-31"),
            ("211", "incidents", "Incidents dealt with", "alcohol related", "2022-04-01/2022-12-31"),
            ("49", "%", "Incidents dealt with (share)", "alcohol related", "2022-04-01/2022-12-31"),
            ("125000", "GBP", "Funding for lighting", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The Safe Homes scheme fitted new locks in 87 homes, 52 of them belonging to older "
        "residents. A further 140 homes will be visited by March 2024.",
        [],
        [
            ("87", "homes", "Safe Homes scheme: new locks fitted in … homes", "", "2023-04-01/2024-03-31"),
            (
                "52",
                "homes",
                "Safe Homes scheme: new locks fitted in … homes",
                "belonging to older residents",
                "2023-04-01/2024-03-31",
            ),
            ("140", "homes", "Homes that will be visited", "planned", "/2024-03-31"),
        ],
    ),
    (
        "In the residents' survey of autumn 2022, 71% of residents said they knew how to report "
        "anti-social behaviour (2021: 66%). Nationally the figure was 60%.",
        [],
        [
            (
                "71",
                "%",
                "Residents who said they knew how to report anti-social behaviour",
                "",
                "2022-09-01/2022-11-30",
            ),
            (
                "66",
                "%",
                "Residents who said they knew how to report anti-social behaviour",
                "",
                "2021-01-01/2021-12-31",
            ),
        ],
    ),
    (
        "The Exploitation Panel discussed 58 children in 2022/23. Fewer than 5 were aged under "
        "12. A quarter of referrals came from schools.",
        [],
        [
            ("58", "children", "Exploitation Panel: children", "", "2022-04-01/2023-03-31"),
            ("5", "children", "Exploitation Panel: children", "aged under 12", "2022-04-01/2023-03-31"),
            ("25", "%", "Referrals that came from schools", "", "2022-04-01/2023-03-31"),
        ],
    ),
    ("One in five residents said that they had been a victim of crime in the past year.", [], []),
    ("Two thirds of victims were satisfied with the support they received. The number of referrals doubled.", [], []),
    (
        "Over half of all victims (54%) were women.",
        [],
        [("54", "%", "Victims who were women", "", "2023-04-01/2024-03-31")],
    ),
    (
        "Over the past year, the Community Safety Team has dealt with a total of 2,318 reports of"
        " anti-social behaviour, an increase of 12% on the 2,070 received in the previous year.",
        [],
        [
            (
                "2318",
                "reports",
                "Community Safety Team: reports of anti-social behaviour dealt with",
                "",
                "2023-04-01/2024-03-31",
            ),
            (
                "2070",
                "reports",
                "Community Safety Team: reports of anti-social behaviour dealt with",
                "",
                "2022-04-01/2023-03-31",
            ),
        ],
    ),
    (
        "As at 31 March 2024, there were 186 cases open to the Multi-Agency Risk Assessment "
        "Conference (MARAC), compared to 172 at the same point last year.",
        [],
        [
            (
                "186",
                "cases",
                "Cases open to the Multi-Agency Risk Assessment Conference (MARAC)",
                "",
                "2024-03-31/2024-03-31",
            ),
            (
                "172",
                "cases",
                "Cases open to the Multi-Agency Risk Assessment Conference (MARAC)",
                "",
                "2023-03-31/2023-03-31",
            ),
        ],
    ),
    (
        "Residential burglary was down 9 per cent year on year, with 1,013 offences recorded in "
        "the 12 months to March 2024 compared with 1,113 in the 12 months to March 2023.",
        [],
        [
            ("1013", "offences", "Residential burglary: offences recorded", "", "2023-04-01/2024-03-31"),
            ("1113", "offences", "Residential burglary: offences recorded", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "In Q3, 47 fixed penalty notices were issued for fly-tipping, up from 31 in Q2.",
        [],
        [
            ("47", "notices", "Fixed penalty notices issued for fly-tipping", "", "2023-10-01/2023-12-31"),
            ("31", "notices", "Fixed penalty notices issued for fly-tipping", "", "2023-07-01/2023-09-30"),
        ],
    ),
    (
        "Harbury had the 4th lowest rate of total notifiable offences of the 32 London boroughs in 2023/24.",
        [],
        [
            (
                "4",
                "rank",
                "Rate of total notifiable offences",
                "lowest of the 32 London boroughs",
                "2023-04-01/2024-03-31",
            )
        ],
    ),
    (
        "The crime rate in Harbury was 71.3 per 1,000 population in 2023/24, compared with a London average of 104.2.",
        [],
        [("71.3", "per 1,000 population", "Crime rate", "", "2023-04-01/2024-03-31")],
    ),
    (
        "The Mayor's Office for Policing and Crime (MOPAC) has allocated £1.2m over three years "
        "to the borough through the London Crime Prevention Fund.",
        [],
        [("1200000", "GBP", "Mayor's Office for Policing and Crime (MOPAC): funding", "", "")],
    ),
    (
        "The proportion of residents who feel safe after dark rose from 58% in 2022 to 63% in 2023.",
        [],
        [
            ("58", "%", "Residents who feel safe after dark", "", "2022-01-01/2022-12-31"),
            ("63", "%", "Residents who feel safe after dark", "", "2023-01-01/2023-12-31"),
        ],
    ),
    (
        "77% of respondents felt safe during the day, while only 52% felt safe after dark.",
        [],
        [
            ("77", "%", "Respondents who felt safe during the day", "", "2023-04-01/2024-03-31"),
            ("52", "%", "Respondents who felt safe after dark", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The average time taken to remove offensive graffiti was 1.4 days against a target of 2 days.",
        [],
        [("1.4", "days", "Average time taken to remove offensive graffiti", "", "2023-04-01/2024-03-31")],
    ),
    (
        "The percentage of ASB cases closed within 90 days was 82%, against a target of 85%.",
        [],
        [
            ("82", "%", "ASB cases closed within 90 days", "", "2023-04-01/2024-03-31"),
            ("85", "%", "ASB cases closed within 90 days", "target", ""),
        ],
    ),
    (
        "There were 14 knife injury victims aged under 25 in 2023/24 (not domestic abuse "
        "related), three fewer than in 2022/23.",
        [],
        [("14", "victims", "Knife injury victims aged under 25", "", "2023-04-01/2024-03-31")],
    ),
    (
        "During the year the Youth Justice Service worked with 104 children, including 21 girls and 83 boys.",
        [],
        [
            ("104", "children", "Youth Justice Service: children worked with", "", "2023-04-01/2024-03-31"),
            ("21", "children", "Youth Justice Service: children worked with", "girls", "2023-04-01/2024-03-31"),
            ("83", "children", "Youth Justice Service: children worked with", "boys", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Of the 342 referrals received, 198 (58%) were accepted, 96 (28%) were signposted to "
        "other services and 48 (14%) were closed with no further action.",
        [],
        [
            ("342", "referrals", "Referrals received", "", ""),
            ("198", "referrals", "Referrals received", "accepted", "2023-04-01/2024-03-31"),
            ("58", "%", "Referrals received (share)", "accepted", "2023-04-01/2024-03-31"),
            ("96", "referrals", "Referrals received", "signposted to other services", "2023-04-01/2024-03-31"),
            ("28", "%", "Referrals received (share)", "signposted to other services", "2023-04-01/2024-03-31"),
            ("48", "referrals", "Referrals received", "closed with no further action", "2023-04-01/2024-03-31"),
            ("14", "%", "Referrals received (share)", "closed with no further action", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Around 1,500 people attended the Community Safety Day held on 15 July 2023 at the Town "
        "Hall, where more than 40 stalls were run by partners.",
        [],
        [
            (
                "1500",
                "people",
                "People who attended the Community Safety Day held at the Town Hall",
                "",
                "2023-07-15/2023-07-15",
            ),
            ("40", "stalls", "Stalls run by partners", "", "2023-07-15/2023-07-15"),
        ],
    ),
    (
        "Officers visited 63 licensed premises, including 22 pubs, 18 restaurants and 23 off licences.",
        [],
        [
            ("63", "premises", "Licensed premises visited", "", "2023-04-01/2024-03-31"),
            ("22", "premises", "Licensed premises visited", "pubs", "2023-04-01/2024-03-31"),
            ("18", "premises", "Licensed premises visited", "restaurants", "2023-04-01/2024-03-31"),
            ("23", "licences", "Licensed premises visited: off licences", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The Integrated Offender Management (IOM) cohort currently stands at 48 offenders, of "
        "whom 31 are in the community and 17 are in custody.",
        [],
        [
            ("48", "offenders", "Integrated Offender Management (IOM): offenders", "", ""),
            ("31", "offenders", "Integrated Offender Management (IOM): offenders", "in the community", ""),
            ("17", "offenders", "Integrated Offender Management (IOM): offenders", "in custody", ""),
        ],
    ),
    (
        "Since April 2023 the Independent Domestic Violence Advisers (IDVAs) have supported 612 "
        "victims, 87% of whom reported feeling safer at the point of exit.",
        [],
        [
            ("612", "victims", "Independent Domestic Violence Advisers (IDVAs): victims supported", "", "2023-04-01/"),
            (
                "87",
                "%",
                "IDVAs: victims supported: reported feeling safer at the point of exit",
                "",
                "2023-04-01/",
            ),
        ],
    ),
    (
        "Hate crime increased by 6.2%, from 741 offences in 2022/23 to 787 offences in 2023/24; "
        "racially aggravated offences account for 62% of these.",
        [],
        [
            ("741", "offences", "Hate crime: offences", "", "2022-04-01/2023-03-31"),
            ("787", "offences", "Hate crime: offences", "", "2023-04-01/2024-03-31"),
            ("62", "%", "Racially aggravated offences as a share of hate crime offences", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The reoffending rate for young people is 28.4%, which is lower than both the London "
        "(31.2%) and national (32.6%) averages.",
        [],
        [("28.4", "%", "Reoffending rate for young people", "", "")],
    ),
    (
        "The borough recorded 2 homicides in 2023/24, compared with 5 in the previous year.",
        [],
        [
            ("2", "homicides", "Homicides recorded", "", "2023-04-01/2024-03-31"),
            ("5", "homicides", "Homicides recorded", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "Between 25 November and 10 December 2023, 18 events were held as part of the 16 Days of "
        "Activism, reaching over 900 people.",
        [],
        [
            ("18", "events", "Events held as part of the 16 Days of Activism", "", "2023-11-25/2023-12-10"),
            ("900", "people", "Events reaching … people", "", "2023-11-25/2023-12-10"),
        ],
    ),
    (
        "Personal robbery rose by a third, from 210 to 280 offences.",
        [],
        [
            ("210", "offences", "Personal robbery", "", ""),
            ("280", "offences", "Personal robbery", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Under section 17 of the Crime and Disorder Act 1998, the Council has a duty to consider "
        "crime and disorder in all 23 of its services.",
        [],
        [],
    ),
    (
        "Young people aged 16 to 24 make up 13% of the population but 34% of victims of robbery.",
        [],
        [
            ("13", "%", "Young people aged 16 to 24 as a share of population", "", "2023-04-01/2024-03-31"),
            ("34", "%", "Young people aged 16 to 24 make up … of victims of robbery", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Four Community Protection Warnings and two Community Protection Notices were served in the last quarter.",
        [],
        [
            ("4", "warnings", "Community Protection Warnings served", "", "2024-01-01/2024-03-31"),
            ("2", "notices", "Community Protection Notices served", "", "2024-01-01/2024-03-31"),
        ],
    ),
    (
        "The Police Community Support Officers carried out 1,120 hours of patrols in the town "
        "centre between October 2023 and January 2024.",
        [],
        [
            (
                "1120",
                "hours",
                "Police Community Support Officers: hours of patrols carried out in the town centre",
                "",
                "2023-10-01/2024-01-31",
            )
        ],
    ),
    (
        "In the year ending September 2023 there were 4,108 domestic abuse related crimes "
        "recorded by the police in Harbury, a rate of 15.8 per 1,000 population.",
        [],
        [
            (
                "4108",
                "crimes",
                "Domestic abuse related crimes recorded by the police",
                "",
                "2022-10-01/2023-09-30",
            ),
            (
                "15.8",
                "per 1,000 population",
                "Domestic abuse related crimes recorded by the police",
                "",
                "2022-10-01/2023-09-30",
            ),
        ],
    ),
    (
        "The Sanctuary Scheme completed 112 installations (98 in 2022/23) at an average cost of £640 per property.",
        [],
        [
            ("112", "installations", "Sanctuary Scheme: installations completed", "", "2023-04-01/2024-03-31"),
            ("98", "installations", "Sanctuary Scheme: installations completed", "", "2022-04-01/2023-03-31"),
            (
                "640",
                "GBP per property",
                "Sanctuary Scheme: installations completed: average cost",
                "",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "In total, 156 fixed penalty notices (FPNs) were issued for littering between 1 April "
        "2023 and 31 March 2024, generating income of £23,400, of which 118 have been paid.",
        [],
        [
            ("156", "notices", "Fixed penalty notices (FPNs) issued for littering", "", "2023-04-01/2024-03-31"),
            ("118", "notices", "Fixed penalty notices (FPNs) issued for littering", "paid", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The Safer Neighbourhood Teams conducted 214 weapon sweeps over the past year, recovering"
        " 37 knives and 4 firearms.",
        [],
        [
            ("214", "sweeps", "Safer Neighbourhood Teams: weapon sweeps conducted", "", "2023-04-01/2024-03-31"),
            ("37", "knives", "Safer Neighbourhood Teams recovering … knives", "", "2023-04-01/2024-03-31"),
            ("4", "firearms", "Safer Neighbourhood Teams recovering … firearms", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "In the financial year 2023/24 the London Borough of Harbury received 5,612 reports of "
        "fly-tipping, which is 8% lower than the 6,103 reports received during the previous "
        "financial year.",
        [],
        [
            (
                "5612",
                "reports",
                "Reports of fly-tipping received",
                "",
                "2023-04-01/2024-03-31",
            ),
            (
                "6103",
                "reports",
                "Reports of fly-tipping received",
                "",
                "2022-04-01/2023-03-31",
            ),
        ],
    ),
    (
        "Satisfaction with the way the police and council deal with anti-social behaviour has "
        "increased to 47% (from 42% in 2022).",
        [],
        [
            (
                "47",
                "%",
                "Satisfaction with the way the police and council deal with anti-social behaviour",
                "",
                "2023-04-01/2024-03-31",
            ),
            (
                "42",
                "%",
                "Satisfaction with the way the police and council deal with anti-social behaviour",
                "",
                "2022-01-01/2022-12-31",
            ),
        ],
    ),
    (
        "Since its launch in September 2022, the Women's Safety Charter has been signed by 85 businesses.",
        [],
        [("85", "businesses", "Women's Safety Charter: businesses", "", "2022-09-01/")],
    ),
    (
        "The number of first time entrants to the youth justice system fell from 88 in 2021/22 to"
        " 71 in 2022/23, a rate of 166 per 100,000 10-17 year olds.",
        [],
        [
            ("88", "entrants", "First time entrants to the youth justice system", "", "2021-04-01/2022-03-31"),
            ("71", "entrants", "First time entrants to the youth justice system", "", "2022-04-01/2023-03-31"),
            (
                "166",
                "per 100,000 10-17 year olds",
                "First time entrants to the youth justice system",
                "",
                "2022-04-01/2023-03-31",
            ),
        ],
    ),
    (
        "The conviction rate for domestic abuse cases in Harbury was 78.1%, compared to 76.4% for"
        " London and 77.0% nationally.",
        [],
        [("78.1", "%", "Conviction rate for domestic abuse cases", "", "2023-04-01/2024-03-31")],
    ),
    (
        "Our IRIS programme has trained 31 GP practices and received 284 referrals since it went live in 2019.",
        [],
        [
            ("31", "practices", "IRIS: GP practices trained", "", "2019-01-01/"),
            ("284", "referrals", "IRIS: referrals received", "", "2019-01-01/"),
        ],
    ),
    (
        "At the end of March 2024 there were 212 children subject to a child protection plan, up "
        "from 195 at the end of December 2023.",
        [],
        [
            ("212", "children", "Children subject to a child protection plan", "", "2024-03-31/2024-03-31"),
            ("195", "children", "Children subject to a child protection plan", "", "2023-12-31/2023-12-31"),
        ],
    ),
    (
        "The team also carried out 48 joint visits with the Police and London Fire Brigade, "
        "resulting in 9 closure orders and 3 injunctions.",
        [],
        [
            (
                "48",
                "visits",
                "Joint visits carried out with the Police and London Fire Brigade",
                "",
                "2023-04-01/2024-03-31",
            ),
            ("9", "orders", "Closure orders", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "There has been a 14% reduction in knife crime, from 312 offences in the 12 months to "
        "December 2022 to 268 in the 12 months to December 2023.",
        [],
        [
            ("312", "offences", "Knife crime: offences", "", "2022-01-01/2022-12-31"),
            ("268", "offences", "Knife crime: offences", "", "2023-01-01/2023-12-31"),
        ],
    ),
    (
        "The DA One Stop Shop saw 402 clients in 2023/24; 96% of clients said that they would recommend the service.",
        [],
        [
            ("402", "clients", "DA One Stop Shop: clients seen", "", "2023-04-01/2024-03-31"),
            (
                "96",
                "%",
                "DA One Stop Shop: clients who said that they would recommend the service",
                "",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "Prevent training was delivered to 1,036 staff in 2023/24, against a target of 1,000.",
        [],
        [
            ("1036", "staff", "Prevent training delivered to staff", "", "2023-04-01/2024-03-31"),
            ("1000", "staff", "Prevent training delivered to staff", "target", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The Council's CCTV control room assisted in 1,871 incidents and 402 arrests during the year.",
        [],
        [
            ("1871", "incidents", "CCTV control room: incidents", "", "2023-04-01/2024-03-31"),
            ("402", "arrests", "CCTV control room: arrests", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The programme worked with 62 perpetrators, 41 of whom completed the programme and 21 of whom disengaged.",
        [],
        [
            ("62", "perpetrators", "Perpetrators worked with", "", "2023-04-01/2024-03-31"),
            ("41", "perpetrators", "Perpetrators worked with", "completed the programme", "2023-04-01/2024-03-31"),
            ("21", "perpetrators", "Perpetrators worked with", "disengaged", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Approximately 4,500 to 5,000 people are estimated to use Class A drugs in the borough.",
        [],
        [
            ("4500", "people", "People estimated to use Class A drugs", "lower", ""),
            ("5000", "people", "People estimated to use Class A drugs", "upper", ""),
        ],
    ),
    (
        "The rough sleeping count on 23 November 2023 found 11 people sleeping rough, compared "
        "with 14 in November 2022 and 19 in November 2021.",
        [],
        [
            ("11", "people", "Rough sleeping count: people sleeping rough found", "", "2023-11-23/2023-11-23"),
            ("14", "people", "Rough sleeping count: people sleeping rough found", "", "2022-11-01/2022-11-30"),
            ("19", "people", "Rough sleeping count: people sleeping rough found", "", "2021-11-01/2021-11-30"),
        ],
    ),
    (
        "According to the Crime Survey for England and Wales, 1 in 4 women will experience "
        "domestic abuse in their lifetime.",
        [],
        [],
    ),
    (
        "Under the Domestic Abuse Act 2021 a person commits an offence if they breach the order "
        "and may be liable to imprisonment for up to 5 years.",
        [],
        [],
    ),
    (
        "The Board noted that there had been 1,317 ASB calls to the police in Q1 2023/24, down "
        "11.4% from 1,486 in Q1 2022/23.",
        [],
        [
            ("1317", "calls", "ASB calls to the police", "", "2023-04-01/2023-06-30"),
            ("1486", "calls", "ASB calls to the police", "", "2022-04-01/2022-06-30"),
        ],
    ),
    ("The figures for 2022/23 are 1,204 for burglary, 356 for vehicle crime and 699 for robbery.", [], []),
    (
        "£3.4 million has been allocated to the borough's substance misuse services over the "
        "three years to March 2025.",
        [],
        [("3400000", "GBP", "Allocated to the borough's substance misuse services", "", "2022-04-01/2025-03-31")],
    ),
    (
        "Between January and March 2024 a total of 93 referrals were made to the Victim Support "
        "service: 61 from the police, 20 self-referrals and 12 from other agencies.",
        [],
        [
            ("93", "referrals", "Referrals made to the Victim Support service", "", "2024-01-01/2024-03-31"),
            (
                "61",
                "referrals",
                "Referrals made to the Victim Support service",
                "from the police",
                "2024-01-01/2024-03-31",
            ),
            (
                "20",
                "referrals",
                "Referrals made to the Victim Support service",
                "self-referrals",
                "2024-01-01/2024-03-31",
            ),
            (
                "12",
                "referrals",
                "Referrals made to the Victim Support service",
                "from other agencies",
                "2024-01-01/2024-03-31",
            ),
        ],
    ),
    (
        "On average, the MARAC heard 22 cases per meeting, 38% of which were repeat cases.",
        [],
        [
            ("22", "cases", "MARAC: cases heard", "", "2023-04-01/2024-03-31"),
            ("38", "%", "MARAC: cases heard which were repeat cases", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The overall crime rate rose by 4.6% to 82.4 crimes per 1,000 residents.",
        [],
        [("82.4", "per 1,000 residents", "Overall crime rate", "", "2023-04-01/2024-03-31")],
    ),
    (
        "Almost a third (32%) of reports related to noise nuisance, followed by neighbour "
        "disputes (18%) and drug use (15%).",
        [],
        [
            ("32", "%", "Reports related to noise nuisance", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "25 taxi drivers, 40 hotel staff and 112 school staff have now been trained to spot the "
        "signs of child exploitation.",
        [],
        [
            ("25", "drivers", "Taxi drivers trained to spot the signs of child exploitation", "", ""),
            ("40", "staff", "Hotel staff trained to spot the signs of child exploitation", "", ""),
            ("112", "staff", "School staff trained to spot the signs of child exploitation", "", ""),
        ],
    ),
    ("The target for 2024/25 is to reduce the number of repeat victims to below 150.", [], []),
    ("The average age of those referred was 15, with the youngest aged 11.", [], []),
    (
        "In 2023/24, 1,109 children's social care assessments (36.2%) recorded domestic abuse as a factor.",
        [],
        [
            (
                "1109",
                "assessments",
                "Children's social care assessments that recorded domestic abuse as a factor",
                "",
                "2023-04-01/2024-03-31",
            ),
            (
                "36.2",
                "%",
                "Children's social care assessments that recorded domestic abuse as a factor (share)",
                "",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "The Refuge accommodated 28 women and 34 children, and was unable to accommodate 61 women"
        " because no space was available.",
        [],
        [
            ("28", "women", "Refuge: women accommodated", "", "2023-04-01/2024-03-31"),
            ("34", "children", "Refuge: children accommodated", "", "2023-04-01/2024-03-31"),
            (
                "61",
                "women",
                "Refuge was unable to accommodate … women",
                "",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "The Trading Standards team seized 14,500 illegal cigarettes with a value of £8,700 in a "
        "joint operation in February 2024.",
        [],
        [
            ("14500", "cigarettes", "Trading Standards: illegal cigarettes seized", "", "2024-02-01/2024-02-29"),
            (
                "8700",
                "GBP",
                "Trading Standards team seized illegal cigarettes with a value of … in a joint operation",
                "",
                "2024-02-01/2024-02-29",
            ),
        ],
    ),
    (
        "Since the PSPO came into force on 1 October 2023 officers have issued 230 warnings and "
        "41 fixed penalty notices of £100 each.",
        [],
        [
            ("230", "warnings", "Since the PSPO came into force officers have issued … warnings", "", "2023-10-01/"),
            (
                "41",
                "notices",
                "Since the PSPO came into force officers have issued … fixed penalty notices",
                "",
                "2023-10-01/",
            ),
        ],
    ),
    ("Around half of hate crimes (49%) are reported online.", [], [("49", "%", "Hate crimes reported online", "", "")]),
    (
        "MOPAC survey data for the 12 months to December 2023 show that 72% of Harbury residents "
        "think the police do a good job locally, compared with 51% across London.",
        [],
        [
            (
                "72",
                "%",
                "MOPAC: residents who think the police do a good job locally",
                "",
                "2023-01-01/2023-12-31",
            )
        ],
    ),
    ("Domestic abuse related homelessness approaches increased from 412 to 498 year on year.", [], []),
    (
        "In 2022 there were 3 domestic homicides in Harbury. There were none in 2023.",
        [],
        [
            ("3", "homicides", "Domestic homicides", "", "2022-01-01/2022-12-31"),
            ("0", "homicides", "Domestic homicides", "", "2023-01-01/2023-12-31"),
        ],
    ),
    (
        "The Youth Offending Team's reoffending cohort comprised 64 young people, 19 of whom "
        "reoffended within 12 months (29.7%).",
        [],
        [
            ("64", "people", "Youth Offending Team: young people", "", "2023-04-01/2024-03-31"),
            (
                "19",
                "people",
                "Youth Offending Team: young people",
                "reoffended within 12 months",
                "2023-04-01/2024-03-31",
            ),
            (
                "29.7",
                "%",
                "Youth Offending Team: young people (share)",
                "reoffended within 12 months",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "The scheme helped 74 households (41 families and 33 single people).",
        [],
        [
            ("74", "households", "Households helped", "", "2023-04-01/2024-03-31"),
            ("41", "families", "Households helped", "families", "2023-04-01/2024-03-31"),
            ("33", "people", "Households helped", "single people", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "During Quarter 4 (January to March 2024) the Council's ASB team opened 118 new cases and"
        " closed 97, leaving 143 open at the end of the quarter.",
        [],
        [
            ("118", "cases", "ASB team: new cases opened", "", "2024-01-01/2024-03-31"),
            ("97", "cases", "ASB team: cases closed", "", "2024-01-01/2024-03-31"),
        ],
    ),
    (
        "In response to your request, we can confirm that 37 Community Protection Warnings were "
        "issued between 1 January 2023 and 31 December 2023.",
        [],
        [("37", "warnings", "Community Protection Warnings issued", "", "2023-01-01/2023-12-31")],
    ),
    (
        "Fewer than five referrals were made to Channel in 2023/24.",
        [],
        [("5", "referrals", "Referrals made to Channel", "", "2023-04-01/2024-03-31")],
    ),
    (
        "Total recorded crime in Harbury decreased by 3.1% in the year to March 2024, with 27,914"
        " offences compared to 28,807 the year before.",
        [],
        [
            ("27914", "offences", "Total recorded crime: offences", "", "2023-04-01/2024-03-31"),
            ("28807", "offences", "Total recorded crime: offences", "", "2022-04-01/2023-03-31"),
        ],
    ),
    (
        "The Gangs Intervention Team has engaged with 56 young people in the last six months, 12 "
        "of whom were in custody.",
        [],
        [
            ("56", "people", "Gangs Intervention Team: young people engaged with", "", ""),
            ("12", "people", "Gangs Intervention Team: young people engaged with", "in custody", ""),
        ],
    ),
    (
        "Just over 2,000 people completed the survey. 62% said that more CCTV would make them "
        "feel safer and 48% wanted more visible policing.",
        [],
        [
            ("2000", "people", "People who completed the survey", "", "2023-04-01/2024-03-31"),
            (
                "62",
                "%",
                "Respondents who said that more CCTV would make them feel safer",
                "",
                "2023-04-01/2024-03-31",
            ),
            ("48", "%", "Respondents who wanted more visible policing", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Two-thirds (66%) of those sentenced to a drug rehabilitation requirement completed it successfully.",
        [],
        [
            (
                "66",
                "%",
                "Those sentenced to a drug rehabilitation requirement completed it successfully",
                "",
                "2023-04-01/2024-03-31",
            )
        ],
    ),
    (
        "Harbury's rate of serious youth violence was 1.9 per 1,000 10-19 year olds, the sixth lowest in London.",
        [],
        [
            ("1.9", "per 1,000 10-19 year olds", "Rate of serious youth violence", "", "2023-04-01/2024-03-31"),
            ("6", "rank", "Rate of serious youth violence", "lowest in London", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "Attendance at MARAC by partner agencies was 94% in Q1, 91% in Q2, 96% in Q3 and 95% in Q4.",
        [],
        [
            ("94", "%", "Attendance at MARAC by partner agencies", "", "2023-04-01/2023-06-30"),
            ("91", "%", "Attendance at MARAC by partner agencies", "", "2023-07-01/2023-09-30"),
            ("96", "%", "Attendance at MARAC by partner agencies", "", "2023-10-01/2023-12-31"),
            ("95", "%", "Attendance at MARAC by partner agencies", "", "2024-01-01/2024-03-31"),
        ],
    ),
    (
        "ASB calls to the Police: 8,214 (down 11%).",
        [],
        [("8214", "calls", "ASB calls to the Police", "", "2023-04-01/2024-03-31")],
    ),
    (
        "The Fire Service carried out 1,946 Home Fire Safety Visits, 83% of which were to vulnerable residents.",
        [],
        [
            ("1946", "visits", "Fire Service: Home Fire Safety Visits carried out", "", "2023-04-01/2024-03-31"),
            (
                "83",
                "%",
                "Fire Service: Home Fire Safety Visits carried out to vulnerable residents",
                "",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    ("The highest numbers of incidents were in Town ward (214), Northgate (187) and Mill Hill (162).", [], []),
    ("The number of young people in custody remains low at 4.", [], []),
    (
        "Eight multi-agency days of action took place between May and October 2023, during which "
        "1,240 homes were visited and 312 residents signed up to Neighbourhood Watch.",
        [],
        [
            ("8", "days", "Multi-agency days of action", "", "2023-05-01/2023-10-31"),
            ("1240", "homes", "Homes visited", "", "2023-05-01/2023-10-31"),
            ("312", "residents", "Residents who signed up to Neighbourhood Watch", "", "2023-05-01/2023-10-31"),
        ],
    ),
    (
        "There are now 412 Neighbourhood Watch schemes covering 38% of households in the borough.",
        [],
        [
            ("412", "schemes", "Neighbourhood Watch schemes", "", ""),
            ("38", "%", "Neighbourhood Watch schemes covering … of households", "", ""),
        ],
    ),
    (
        "Members heard that violence against women and girls accounted for 31% of all violence in 2023.",
        [],
        [("31", "%", "Violence against women and girls as a share of violence", "", "2023-01-01/2023-12-31")],
    ),
    (
        "The new contract, worth £1.6m over four years, started on 1 April 2023 and 7 staff transferred under TUPE.",
        [],
        [
            ("1600000", "GBP", "New contract, worth … over four years", "", ""),
            ("7", "staff", "Staff transferred under TUPE", "", ""),
        ],
    ),
    ("The victim, who is 34 and has 2 children, had reported 6 incidents to the police.", [], []),
    (
        "Reports to Action Fraud by Harbury residents totalled 2,190 in 2023 with losses of £6.4m.",
        [],
        [
            ("2190", "reports", "Reports to Action Fraud by Harbury residents", "", "2023-01-01/2023-12-31"),
            (
                "6400000",
                "GBP",
                "Reports to Action Fraud by Harbury residents totalled 2,190 with losses of …",
                "",
                "2023-01-01/2023-12-31",
            ),
        ],
    ),
    ("A further £75,000 will be made available in 2024/25.", [], []),
    (
        "By March 2025 we will have trained 200 professionals and 50 community champions.",
        [],
        [
            ("200", "professionals", "Professionals trained", "planned", "/2025-03-31"),
            ("50", "champions", "Community champions trained", "planned", "/2025-03-31"),
        ],
    ),
    (
        "Of the 64 children who entered custody or were remanded in 2022, 37 (57.8%) were from "
        "Black or mixed ethnic backgrounds.",
        [],
        [
            ("64", "children", "Children who entered custody or were remanded", "", "2022-01-01/2022-12-31"),
            (
                "37",
                "children",
                "Children who entered custody or were remanded",
                "from Black or mixed ethnic backgrounds",
                "2022-01-01/2022-12-31",
            ),
            (
                "57.8",
                "%",
                "Children who entered custody or were remanded (share)",
                "from Black or mixed ethnic backgrounds",
                "2022-01-01/2022-12-31",
            ),
        ],
    ),
    (
        "The number of positive outcomes for hate crime fell slightly, from 112 to 108, in the year to December 2023.",
        [],
        [
            ("112", "outcomes", "Positive outcomes for hate crime", "", ""),
            ("108", "outcomes", "Positive outcomes for hate crime", "", "2023-01-01/2023-12-31"),
        ],
    ),
    (
        "The dedicated phone line, 020 8000 1234, took 612 calls in its first year.",
        [],
        [("612", "calls", "Calls taken", "", "")],
    ),
    (
        "At the Community Safety Board on 12 June it was reported that knife crime had fallen 9% "
        "(from 233 to 212 offences).",
        [],
        [
            ("233", "offences", "Knife crime", "", ""),
            ("212", "offences", "Knife crime", "", "2023-04-01/2024-03-31"),
        ],
    ),
    (
        "The scheme has delivered 43 Bleed Control Kits to licensed premises, of which 39 remain in place.",
        [],
        [
            ("43", "kits", "Bleed Control Kits delivered to licensed premises", "", "2023-04-01/2024-03-31"),
            (
                "39",
                "kits",
                "Bleed Control Kits delivered to licensed premises",
                "remain in place",
                "2023-04-01/2024-03-31",
            ),
        ],
    ),
    (
        "In the last three years the borough has seen 11 young people lose their lives to violence.",
        [],
        [
            (
                "11",
                "people",
                "In the last three years the borough has seen … young people lose their lives to violence",
                "",
                "",
            )
        ],
    ),
    (
        "1,300 residents signed a petition.",
        [],
        [("1300", "residents", "Residents who signed a petition", "", "2023-04-01/2024-03-31")],
    ),
    (
        "The top three wards – Town, Northgate and East – account for 41% of all incidents.",
        [],
        [("41", "%", "Town, Northgate and East as a share of incidents", "", "2023-04-01/2024-03-31")],
    ),
]


@pytest.mark.parametrize(("text", "headings", "expected"), WORDINGS, ids=[row[0][:60] for row in WORDINGS])
def test_shown_as_fact(text: str, headings: list[str], expected: Shown) -> None:
    found = observe_text(text, Surroundings("Harbury", YEAR, "2024-06-12", tuple(headings)))
    shown = [
        (
            figure.mention.value,
            figure.naming.unit,
            figure.naming.title,
            "; ".join(value for _, value in figure.naming.breakdown),
            f"{figure.period.start}/{figure.period.end}" if figure.period and figure.period.dated else "",
        )
        for figure in found
        if figure.naming.sure
    ]
    assert shown == expected


# Texts with figures that may be passed over, but must not be shown with another's value, time or name.
NOT_SHOWN = [
    ("A quarter of referrals came from schools.", "4"),
    ("The number of referrals doubled.", "2"),
    ("We have recruited 3 more Community Safety Officers, bringing the team to 11.", "11"),
    ("In the year the rate fell to 24% (27% in 2022/23; London 26%).", "26"),
    ("The rate is 28.4%, lower than both the London (31.2%) and national (32.6%) averages.", "31.2"),
    ("The rate is 28.4%, lower than both the London (31.2%) and national (32.6%) averages.", "32.6"),
    ("Nationally the figure was 60%.", "60"),
]


@pytest.mark.parametrize(("text", "value"), NOT_SHOWN, ids=[f"{value}: {text[:50]}" for text, value in NOT_SHOWN])
def test_not_shown(text: str, value: str) -> None:
    found = observe_text(text, Surroundings("Harbury", YEAR, "2024-06-12"))
    assert value not in [figure.mention.value for figure in found if figure.naming.sure]
