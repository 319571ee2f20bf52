"""Sentences as boards' minutes and reports have them, judged by hand: what a careful reader would show, and what not.

Each row: a sentence of Ashdown's and its figures, "value unit | title | breakdown | period" with the qualifier before
the value. What is missing from a row must not be shown as fact: changes, other areas' figures, targets told as wishes,
what a person is quoted with, names that no reader could tell from another.
"""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.title_sense import LONGEST_TITLE, reads_as_group, reads_as_name, tidy_title
from tracker.facts.wording.mentions import mentions

FY20 = "2020-04-01/2021-03-31"
FY21, FY22 = "2021-04-01/2022-03-31", "2022-04-01/2023-03-31"

# ruff: noqa: E501
JUDGED: list[tuple[str, list[str]]] = [
    (
        "In most cases the fire was started in a bin (182, or 37%), a shed (157, or 32%) or a car (26).",
        [
            "182 cases | Cases in which the fire was started in a bin |  |",
            "37 % | Cases in which the fire was started in a bin (share) |  |",
            "157 cases | Cases in which the fire was started in a shed |  |",
            "32 % | Cases in which the fire was started in a shed (share) |  |",
            "26 cases | Cases in which the fire was started in a car |  |",
        ],
    ),
    (
        "Noise complaints came from tenants (45%), owners (23%) and shops (9%).",
        [
            "45 % | Noise complaints | from tenants |",
            "23 % | Noise complaints | from owners |",
            "9 % | Noise complaints | from shops |",
        ],
    ),
    (
        "Wardens visited 31 flats, fitted 12 locks and successfully prosecuted 14 owners.",
        [
            "31 flats | Wardens: flats visited |  |",
            "12 locks | Locks fitted |  |",
            "14 owners | Owners prosecuted |  |",
        ],
    ),
    (
        "The panel heard 312 cases, of which 84 were repeats, down on the 329 cases heard in 2020/21.",
        [
            "312 cases | Cases heard |  |",
            "84 cases | Cases heard | repeats |",
            f"329 cases | Cases heard |  | {FY20}",
        ],
    ),
    ("Burglary fell by 12% (-62 offences) and robbery rose by 9% (+11).", []),
    (
        "91% of tenants felt safe in the day; this dropped to 58% after dark.",
        ["91 % | Tenants who felt safe in the day |  |", "58 % | Tenants who felt safe after dark |  |"],
    ),
    (
        "The board recruited 24 wardens and lost 6, taking the total to 58.",
        ["24 wardens | Wardens recruited |  |", "6 wardens | Wardens lost |  |", "58 wardens | Wardens (total) |  |"],
    ),
    (
        "Over the last quarter 31 CPNs and 14 CPWs were issued.",
        ["31 cpns | CPNs issued |  |", "14 cpws | CPWs issued |  |"],
    ),
    (
        "Satisfaction with the wardens was 91%, slightly lower than the 93% recorded in 2021/22.",
        ["91 % | Satisfaction with the wardens |  |", f"93 % | Satisfaction with the wardens |  | {FY21}"],
    ),
    (
        "94.3% of new homes were inspected within 14 days, above the England average of 87%.",
        ["94.3 % | New homes inspected within 14 days |  |"],
    ),
    (
        "A grant of £45,000 has been awarded, of which £30,000 is from the county and £15,000 from the council.",
        [
            "45000 GBP | Grant awarded |  |",
            "30000 GBP | Grant awarded | from the county |",
            "15000 GBP | Grant awarded | from the council |",
        ],
    ),
    (
        "Calls to the wardens fluctuate. There were 53 in 2020/21 and 92 in 2021/22.",
        [f"53 calls | Calls to the wardens |  | {FY20}", f"92 calls | Calls to the wardens |  | {FY21}"],
    ),
    (
        "The detection rate for theft is the highest of the London boroughs. It was 14.2% in 2022/23, compared with 11.0% in 2021/22.",
        [
            "1 rank | Detection rate for theft | highest of the London boroughs |",
            f"14.2 % | Detection rate for theft |  | {FY22}",
            f"11.0 % | Detection rate for theft |  | {FY21}",
        ],
    ),
    (
        "In 2022/23 36% of tenants were in arrears. For staff the rate was 21%.",
        [f"36 % | Tenants in arrears |  | {FY22}", f"21 % | Staff in arrears |  | {FY22}"],
    ),
    (
        "The hostels provide 18 adult bed spaces, while Dell Lodge provides 16 adult bed spaces and ten for children.",
        [
            "18 spaces | Adult bed spaces |  |",
            "16 spaces | Dell Lodge: adult bed spaces provided |  |",
            "10 spaces | Dell Lodge: bed spaces provided | for children |",
        ],
    ),
    (
        "Pupils of Roma and mixed heritage make up 9% of the 11 to 16 population and 21% of those excluded.",
        [
            "9 % | Pupils of Roma and mixed heritage as a share of 11 to 16 population |  |",
            "21 % | Pupils of Roma and mixed heritage as a share of those excluded |  |",
        ],
    ),
    (
        "41% of tenants come from other towns and 12.5% are in arrears.",
        ["41 % | Tenants who come from other towns |  |", "12.5 % | Tenants in arrears |  |"],
    ),
    (
        "The lodge has 21.5 keyworkers, three of whom are lent by the trust, together with 14 volunteers.",
        [
            "21.5 keyworkers | Keyworkers |  |",
            "3 keyworkers | Keyworkers | lent by the trust |",
            "14 volunteers | Lodge: volunteers |  |",
        ],
    ),
    (
        "The panel considered 15 requests in 2022/23 and refused four of them.",
        [
            f"15 requests | Requests considered |  | {FY22}",
            f"4 requests | Requests considered | refused | {FY22}",
        ],
    ),
    (
        "There were 62 tenants on the scheme. Fourteen of the 62 are or have been in hostels.",
        [
            "62 tenants | Tenants on the scheme |  |",
            "14 tenants | Tenants on the scheme | are or have been in hostels |",
            "62 tenants | Tenants on the scheme |  |",
        ],
    ),
    ("Six new wardens are in training.", ["6 wardens | New wardens in training |  |"]),
    ("Four priorities emerged. The plan has three aims. Two officers attend each walk.", []),
    (
        "There were five vacancies for wardens out of an establishment of 40.",
        ["5 vacancies | Vacancies for wardens |  |"],
    ),
    (
        "An audit of the families on the register in May 2022 showed that 61% had moved within a year.",
        ["61 % | Families on the register who had moved within a year |  | 2022-05-01/2022-05-31"],
    ),
    (
        "In 2021 to 2022 there were 312 referrals to the hub.",
        ["312 referrals | Referrals to the hub |  | 2021-04-01/2022-03-31"],
    ),
    ("ACTION: Ms Fern to bring a plan with no more than 15 indicators to the May meeting.", []),
    (
        "Each tenant who returned made an average of 3.25 calls.",
        ["3.25 calls | Each tenant who returned made … calls |  |"],
    ),
    (
        "In the 3 months of March 2023 to May 2023, 2023, there were 23 cases of Knife Crime with Injury in Ashdown.",
        ["23 cases | Knife Crime with Injury |  | 2023-03-01/2023-05-31"],
    ),
    (
        "Between 2020/21 and 2022/23 reports of fly-tipping fell from 410 to 356.",
        [
            "410 reports | Reports of fly-tipping |  | 2020-04-01/2021-03-31",
            f"356 reports | Reports of fly-tipping |  | {FY22}",
        ],
    ),
    (
        "There were 152 knife crime offences between 2020/21 and 2022/23.",
        ["152 offences | Knife crime offences |  | 2020-04-01/2023-03-31"],
    ),
    (
        "In the first half of 2022/23, 61 referrals to the hub were received (72 in the same period of 2021/22).",
        [
            "61 referrals | Referrals to the hub received |  | 2022-04-01/2022-09-30",
            "72 referrals | Referrals to the hub received |  | 2021-04-01/2021-09-30",
        ],
    ),
    (
        "Firefighters attended 318 accidental dwelling fires in 2022/23, down from 341.",
        [
            f"318 fires | Firefighters: accidental dwelling fires attended |  | {FY22}",
            "341 fires | Firefighters: accidental dwelling fires attended |  | ",
        ],
    ),
    (
        "Police recorded 1,204 burglaries in 2022/23. The Safe Homes scheme fitted locks in 87 homes, 52 of them belonging to older residents.",
        [
            f"1204 burglaries | Burglaries recorded |  | {FY22}",
            f"87 homes | Safe Homes scheme: locks fitted in … homes |  | {FY22}",
            f"52 homes | Safe Homes scheme: locks fitted in … homes | belonging to older residents | {FY22}",
        ],
    ),
    (
        "In the residents' survey of 2020, 63% of residents felt safe outside after dark, and 8% very unsafe.",
        [
            "63 % | Residents who felt safe outside after dark |  | 2020-01-01/2020-12-31",
            "8 % | Residents who felt very unsafe outside after dark |  | 2020-01-01/2020-12-31",
        ],
    ),
    (
        "The panel dealt with around 30 noise complaints a month.",
        ["about 30 complaints per month | Noise complaints dealt with |  | "],
    ),
    (
        "The Youth Justice Service had 62 first time entrants in 2022, down from 81 in 2021. This equates to a rate of 148 per 100,000, lower than the London average of 179.",
        [
            "62 entrants | Youth Justice Service: first time entrants |  | 2022-01-01/2022-12-31",
            "81 entrants | Youth Justice Service: first time entrants |  | 2021-01-01/2021-12-31",
            "148 per 100,000 | Youth Justice Service: first time entrants |  | 2022-01-01/2022-12-31",
        ],
    ),
    (
        "In 2022/23 officers issued 1,874 fixed penalty notices for littering, 212 for fly-tipping and 47 for dog fouling.",
        [
            f"1874 notices | Fixed penalty notices | for littering | {FY22}",
            f"212 notices | Fixed penalty notices | for fly-tipping | {FY22}",
            f"47 notices | Fixed penalty notices | for dog fouling | {FY22}",
        ],
    ),
    (
        "The wardens issued 40 fixed penalty notices in 2021/22 and 8 cases were taken to court.",
        [f"40 notices | Fixed penalty notices issued |  | {FY21}", f"8 cases | Cases taken to court |  | {FY21}"],
    ),
    (
        "The number of cases discussed at MARAC has risen year on year, from 288 in 2020/21 to 341 in 2021/22 and 402 in 2022/23.",
        [
            "288 cases | Cases discussed at MARAC |  | 2020-04-01/2021-03-31",
            f"341 cases | Cases discussed at MARAC |  | {FY21}",
            f"402 cases | Cases discussed at MARAC |  | {FY22}",
        ],
    ),
    (
        "In 2022/23 there were 5,048 domestic abuse incidents reported to the police, of which 3,149 were recorded as domestic abuse offences. 737 of these offences involved injury.",
        [
            f"5048 incidents | Domestic abuse incidents reported to the police |  | {FY22}",
            f"3149 incidents | Domestic abuse incidents reported to the police | recorded as domestic abuse offences | {FY22}",
            f"737 offences | Domestic abuse offences | involved injury | {FY22}",
        ],
    ),
    (
        "57 of the 73 licensed premises approached (78%) have signed up to the Safe Evenings scheme.",
        [
            "57 premises | Licensed premises approached: signed up to the Safe Evenings scheme |  | ",
            "73 premises | Licensed premises approached |  | ",
            "78 % | Licensed premises approached: signed up to the Safe Evenings scheme (share) |  | ",
        ],
    ),
    (
        "Before the workshop 68% of pupils could name a trusted adult; this rose to 93% afterwards.",
        [
            "68 % | Pupils who could name a trusted adult | before | ",
            "93 % | Pupils who could name a trusted adult | after | ",
        ],
    ),
    (
        "Before the course 68% of pupils were aware of county lines; this rose to 93% afterwards.",
        ["68 % | Pupils aware of county lines | before | ", "93 % | Pupils aware of county lines | after | "],
    ),
    (
        "27% of the patients referred disclosed that they had a disability and 58% had mental health needs.",
        [
            "27 % | Patients referred who disclosed that they had a disability |  | ",
            "58 % | Patients referred with mental health needs |  | ",
        ],
    ),
    (
        "The percentage of young people in education, training or employment at the end of their order rose from 61% to 70% against a target of 75%.",
        [
            "61 % | Young people in education, training or employment at the end of their order |  | ",
            "70 % | Young people in education, training or employment at the end of their order |  | ",
            "75 % | Young people in education, training or employment at the end of their order | target | ",
        ],
    ),
    (
        "The recorded crime rate per 1,000 population in the year to June 2022 was 60.3 crimes, below the most similar group (MSG) average of 71.9 crimes per 1,000 population.",
        ["60.3 per 1,000 population | Recorded crime rate |  | 2021-07-01/2022-06-30"],
    ),
    (
        "There were 24 offences involving a firearm in 2022.",
        ["24 offences | Offences involving a firearm |  | 2022-01-01/2022-12-31"],
    ),
    (
        "64 premises display the Safe Haven sticker.",
        ["64 premises | Premises that display the Safe Haven sticker |  | "],
    ),
    (
        "The campaign video was viewed 18,400 times in 2022.",
        ["18400 times | Campaign video: times viewed |  | 2022-01-01/2022-12-31"],
    ),
    (
        "Sixty-four per cent of respondents to the survey said that the police do a good job locally, down four percentage points.",
        ["64 % | Respondents to the survey who said that the police do a good job locally |  | "],
    ),
    (
        "The summer programme reached 512 young people across 11 venues, of whom 38% were girls.",
        [
            "512 people | Summer programme: young people |  | ",
            "11 venues | Summer programme: young people across … venues |  | ",
            "38 % | Summer programme: young people who were girls |  | ",
        ],
    ),
    ("There were 4 stabbings in Mill Green in 2022.", ["4 stabbings | Stabbings | Mill Green | 2022-01-01/2022-12-31"]),
    (
        "Complaints about noise rose by 11% to 1,388, while complaints about dogs fell to 206.",
        ["1388 complaints | Complaints about noise |  | ", "206 complaints | Complaints about dogs |  | "],
    ),
    # no figures of the board, or none that a reader could tell apart
    ("There were 38 fewer burglaries in Q3 than in Q2.", []),
    ("Crimes had been reduced by some 20% over the previous three years.", []),
    ("28 out of the 32 London Boroughs were members of the scheme.", []),
    ("Over the rest of London there had been an increase in robberies of 2%.", []),
    ("Mrs Jo Field mentioned that 1,250 kits had been delivered so far.", []),
    ("“I called the police 14 times before anyone listened to me,” one survivor told us.", []),
    ("It is estimated that 1.9 million women experience abuse, yet only around 18% report it.", []),
    ("RESOLVED that the budget of £45,000 be approved for 2024/25.", []),
    ("Two out of three residents know how to report litter.", []),
    ("The grant for 2023/24 was £212,000, a cut of £18,000.", []),
    ("It had been agreed to reduce the number of wardens to 8.", []),
    ("Members were informed that there were around 15 such.", []),
    # what the time told of is only compared with is no time of what follows
    (
        "There were 312 garage break-ins reported, 9% fewer than in 2021/22. Bicycle thefts numbered 148.",
        ["312  | Garage break-ins reported |  |", "148 thefts | Bicycle thefts |  |"],
    ),
    (
        "In 2021 the council issued 61 litter notices and in 2022 it issued 75.",
        [
            "61 notices | Litter notices issued |  | 2021-01-01/2021-12-31",
            "75 notices | Litter notices issued |  | 2022-01-01/2022-12-31",
        ],
    ),
    ("Theft from boats decreased by 40 offences to 210.", ["210 offences | Theft from boats |  | "]),
    (
        "The harbour office logged 90 calls in 2021 and 95 in 2022. Eleven alarms were tested.",
        [
            "90 calls | Harbour office: calls logged |  | 2021-01-01/2021-12-31",
            "95 calls | Harbour office: calls logged |  | 2022-01-01/2022-12-31",
            "11 alarms | Alarms tested |  |",
        ],
    ),
    # the service of one sentence does not own what the next one counts
    (
        "The Harbour Helpline took 510 calls in 2022/23. Weapons sweeps numbered 44.",
        [f"510 calls | Harbour Helpline: calls taken |  | {FY22}", f"44 sweeps | Weapons sweeps |  | {FY22}"],
    ),
    # a smaller place, what is reckoned or still to come, sums that only their givers tell apart, posts
    (
        "In Mill ward there were 88 burglaries in 2022/23.",
        ["88 burglaries | In Mill ward there were … burglaries |  | 2022-04-01/2023-03-31"],
    ),
    ("A further 25 patrols are planned for the autumn.", ["25 patrols | Patrols planned for the autumn | planned |"]),
    (
        "The health board contributes £40,000, the council £65,000 and the college £5,000.",
        [
            "40000 GBP | Health board contributes … |  |",
            "65000 GBP | Council contributes … |  |",
            "5000 GBP | College contributes … |  |",
        ],
    ),
    (
        "The team has 14 posts, of which 3 were vacant in May 2023.",
        ["14 posts | Team has … posts |  |", "3 posts | Posts, of which … were vacant |  | 2023-05-01/2023-05-31"],
    ),
    ("Fraud cost victims in the borough £77,000 in 2022/23.", []),
    # who did it tells one share from the others
    (
        "Schools made 41% of referrals, health 12% and housing 7%.",
        [
            "41 % | Referrals made by schools |  | ",
            "12 % | Referrals made by health |  | ",
            "7 % | Referrals made by housing |  | ",
        ],
    ),
    ("The suspect was a neighbour in 31% of cases.", ["31 % | Cases in which the suspect was a neighbour |  | "]),
    # of the things told before; of the present; hours that were given, and how long something took
    (
        "Robbery edged up, from 431 to 436, and phones were taken in 68% of them.",
        [
            "431 offences | Robbery |  | ",
            "436 offences | Robbery |  | ",
            "68 % | Robbery in which phones were taken |  | ",
        ],
    ),
    (
        "The refuge had 61 women in May 2031 and has 44 women now.",
        ["61 women | Refuge: women |  | 2031-05-01/2031-05-31", "44 women | Refuge: women |  | "],
    ),
    ("Volunteers gave 1,200 hours to the parks.", ["1200 hours | Volunteers: hours given to the parks |  | "]),
    ("The repair took 120 hours.", []),
    ("Six hundred residents answered the survey.", ["600 residents | Residents who answered the survey |  | "]),
    (
        "The Shelters Service housed 40 women in 2022/23; Quay House, 12 women.",
        [
            f"40 women | Shelters Service: women housed |  | {FY22}",
            f"12 women | Shelters Service: women | Quay House | {FY22}",
        ],
    ),
    # what a sentence says once for several numbers
    (
        "In 2022/23 theft from the person rose by 6% (from 150 to 159).",
        ["150 thefts | Theft from the person |  | ", f"159 thefts | Theft from the person |  | {FY22}"],
    ),
    (
        "In 2022/23 knife crime with injury (under 25s) stood at 22, level with last year.",
        [f"22 offences | Knife crime with injury | under 25s | {FY22}"],
    ),
    (
        "The share of residents who feel safe after dark rose from 48% to 53% in the latest panel survey.",
        ["48 % | Residents who feel safe after dark |  | ", "53 % | Residents who feel safe after dark |  | "],
    ),
    (
        "The IDVA service received 97 referrals. Of the victims supported, 84 were women and 4 were men.",
        [
            "97 referrals | IDVA: referrals received |  | ",
            "84 victims | IDVA: victims supported | women | ",
            "4 victims | IDVA: victims supported | men | ",
        ],
    ),
    # what accounted for what, whose data show it, targets in a row
    (
        "In 2022/23 mixed, unclear or unstable views accounted for 45% of referrals, far-left views for 32% and far-right views for 23%.",
        [
            f"45 % | Mixed, unclear or unstable views as a share of referrals |  | {FY22}",
            f"32 % | Far-left views as a share of referrals |  | {FY22}",
            f"23 % | Far-right views as a share of referrals |  | {FY22}",
        ],
    ),
    (
        "Hospital data shows 57 admissions for assault in 2022/23.",
        [f"57 admissions | Admissions for assault |  | {FY22}"],
    ),
    ("National data shows 57 admissions for assault in 2022/23.", []),
    ("Safe Homes data has 85% of victims seeking help five times.", []),
    ("On stalking, data show mostly male perpetrators: over 90% of those prosecuted in 2020 were male.", []),
    (
        "In 2022/23 the Safer Streets project secured 212 doors and 48 cameras against targets of 200 and 50.",
        [
            f"212 doors | Safer Streets: doors secured |  | {FY22}",
            f"48 cameras | Safer Streets: cameras secured |  | {FY22}",
        ],
    ),
    # names of crimes that go on, a value before with the size of its change, whose scheme it is
    (
        "There were 94 victims of knife crime with injury in 2022/23.",
        [f"94 victims | Victims of knife crime with injury |  | {FY22}"],
    ),
    (
        "1,948 stalking offences were recorded in 2022/23, down 2% from 1,988.",
        [f"1948 offences | Stalking offences recorded |  | {FY22}", "1988 offences | Stalking offences recorded |  | "],
    ),
    (
        "London as a whole saw 4,012 thefts. The Divert programme worked with 63 young people in 2022/23.",
        [f"63 people | Divert programme: young people worked with |  | {FY22}"],
    ),
    # another subject after a part, a share that is called by one noun
    (
        "The Exploitation Panel discussed 54 children in 2022/23; 31 were girls. Missing episodes rose to 1,204.",
        [
            f"54 children | Exploitation Panel: children |  | {FY22}",
            f"31 children | Exploitation Panel: children | girls | {FY22}",
            f"1204 episodes | Missing episodes |  | {FY22}",
        ],
    ),
    ("In 2022/23 police made up 31% and health 9%.", []),
    # two years each with its bracket, a change in brackets, an age, what was given to how many
    (
        "Accidental dwelling fires: 88 in 2022/23 (97 in 2021/22).",
        [f"88 fires | Accidental dwelling fires |  | {FY22}", f"97 fires | Accidental dwelling fires |  | {FY21}"],
    ),
    (
        "Shoplifting reports increased from 1,101 in 2021/22 to 1,388 in 2022/23 (26%).",
        [f"1101 reports | Shoplifting reports |  | {FY21}", f"1388 reports | Shoplifting reports |  | {FY22}"],
    ),
    (
        "In 2022/23 Victim Care contacted 9,212 people and gave in-depth help to 1,406.",
        [
            "9212 people | Victim Care: people contacted |  | 2022-04-01/2023-03-31",
            "1406 people | Victim Care gave in-depth help to … |  | 2022-04-01/2023-03-31",
        ],
    ),
    ("Wardens visited people over 65.", []),
    (
        "Operators logged 9,318 incidents. Arrests following footage: 702 in 2022/23.",
        [
            "9318 incidents | Operators: incidents logged |  |",
            "702  | Arrests following footage |  | 2022-04-01/2023-03-31",
        ],
    ),
    # a subject of its own, what others advise, money that is called nothing
    (
        "There were 412 burglaries. Moped theft was less of a worry: 18 were reported.",
        ["412 burglaries | Burglaries |  | "],
    ),
    (
        "The MARAC discussed 412 cases; the charity recommends between 28% and 40%.",
        ["412 cases | MARAC: cases |  | "],
    ),
    # whose part it is, what was done to whom, a rate of nothing, a member's question, which of them
    (
        "Nine bar licences were reviewed in 2022/23 and lodgings went from 4 to 13, of which two were let.",
        [
            f"9 licences | Bar licences reviewed |  | {FY22}",
            "4 lodgings | Lodgings |  | ",
            f"13 lodgings | Lodgings |  | {FY22}",
            f"2 lodgings | Lodgings | let | {FY22}",
        ],
    ),
    ("Locks had been fitted to 17 tenants.", ["17 tenants | Tenants to whom locks were fitted |  |"]),
    ("In 2022/23 the charge rate was just 6%.", []),
    ("Mr Reed asked about the 31 noise complaints on record.", []),
    (
        "In 2022/23 the office received 90 applications in which mould was the main reason.",
        [
            "90 applications | Office received … applications in which mould was the main reason |  | 2022-04-01/2023-03-31"
        ],
    ),
    ("The borough covers 41 square kilometres.", []),
    # performance reports: comparisons, targets, totals, parts in brackets, shares of the largest
    (
        "We recorded a total of 4,118 crimes in the 12 months to June 2023, compared with 3,990 in the previous 12 months, an increase of 3%.",
        [
            "4118 crimes | Crimes recorded |  | 2022-07-01/2023-06-30",
            "3990 crimes | Crimes recorded |  | 2021-07-01/2022-06-30",
        ],
    ),
    (
        "Violent crime accounts for 41% of all crime and rose by 6.1% (1,165 offences against 1,098).",
        [
            "41 % | Violent crime as a share of crime |  | ",
            "1165 offences | Violent crime: offences |  | ",
            "1098 offences | Violent crime: offences |  | ",
        ],
    ),
    (
        "Vehicle crime decreased from 872 to 740 offences (-15%).",
        ["872 offences | Vehicle crime |  | ", "740 offences | Vehicle crime |  | "],
    ),
    (
        "There were 459 violence with injury offences, up 2.0% (450).",
        ["459 offences | Violence with injury offences |  | ", "450 offences | Violence with injury offences |  | "],
    ),
    (
        "There were 459 violence with injury offences, up 2.0% (9).",
        ["459 offences | Violence with injury offences |  | "],
    ),
    (
        "Primary fires were down by 9% (118 compared with 130).",
        ["118 fires | Primary fires |  | ", "130 fires | Primary fires |  | "],
    ),
    (
        "In the year to May 2023 the team logged 618 noise complaints, 12% more than in the previous 12 months (552).",
        [
            "618 complaints | Noise complaints logged |  | 2022-06-01/2023-05-31",
            "552 complaints | Noise complaints logged |  | 2021-06-01/2022-05-31",
        ],
    ),
    (
        "The number of garden visits was 1,656 visits against a target of 1,875.",
        ["1656 visits | Garden visits |  | ", "1875 visits | Garden visits | target | "],
    ),
    (
        "Noise accounts for the largest share of complaints to the council (41%), followed by litter (22%) and graffiti (9%).",
        [
            "41 % | Noise as a share of complaints to the council |  | ",
            "22 % | Litter as a share of complaints to the council |  | ",
            "9 % | Graffiti as a share of complaints to the council |  | ",
        ],
    ),
    (
        "Race was a factor in 71% of cases, disability in 9% and faith in 14%.",
        [
            "71 % | Cases in which race was a factor |  | ",
            "9 % | Cases in which disability was a factor |  | ",
            "14 % | Cases in which faith was a factor |  | ",
        ],
    ),
    (
        "Arson against women accounted for 14 of the 80 arson offences recorded in 2022/23 (17.5%).",
        [
            f"14 offences | Arson offences: arson against women |  | {FY22}",
            f"80 offences | Arson offences recorded |  | {FY22}",
            f"17.5 % | Arson offences: arson against women (share) |  | {FY22}",
        ],
    ),
    (
        "% of cases closed within 60 days: 84% (target 80%)",
        ["84 % | Cases closed within 60 days |  | ", "80 % | Cases closed within 60 days | target | "],
    ),
    ("91% of calls were answered within one hour.", ["91 % | Calls answered within one hour |  | "]),
    ("Requests to the wardens averaged 38 per week.", ["38 requests per week | Requests to the wardens |  | "]),
    (
        "A survey of 1,022 women found that 58% avoid the river path after dark.",
        [
            "1022 women | Women surveyed |  | ",
            "58 % | Women surveyed who avoid the river path after dark |  | ",
        ],
    ),
    (
        "In Q4 2022/23 six training sessions were delivered, taking the total for the year to 27 sessions.",
        [
            "6 sessions | Training sessions delivered |  | 2023-01-01/2023-03-31",
            "27 sessions | Training sessions delivered (total for the year) |  |",
        ],
    ),
    # what is no figure, or none that this text names
    ("Knife crime rose (119 additional offences) in the quarter.", []),
    ("There is a small group of children (3.1%) committing the majority of further offending (36.6%).", []),
    ("Reported improved wellbeing: 89%, up from 81%.", []),
    ("The reoffending rate of the group was 3.2 offences per person.", []),
    (
        "Alder, Holt and Mill wards together account for 29% of all incidents.",
        ["29 % | Alder, Holt and Mill wards as a share of incidents |  |"],
    ),
    # amounts of change stand in the way of nothing; shares say of whom; lists keep the verb that was said once
    (
        "Burglary increased by 9%, from 310 offences in 2021/22 to 338 in 2022/23.",
        [
            "310 offences | Burglary: offences |  | 2021-04-01/2022-03-31",
            "338 offences | Burglary: offences |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "There was a 12% increase in referrals to the clinic, from 409 in 2020/21 to 459 in 2021/22.",
        [
            "409 referrals | Referrals to the clinic |  | 2020-04-01/2021-03-31",
            "459 referrals | Referrals to the clinic |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        "Calls to the helpline doubled from 410 to 820.",
        ["410 calls | Calls to the helpline |  |", "820 calls | Calls to the helpline |  |"],
    ),
    (
        "Noise complaints in 2022/23 numbered 640, a fall of 4% on the year before.",
        ["640 complaints | Noise complaints |  | 2022-04-01/2023-03-31"],
    ),
    (
        "45% of victims were White, 22% were Asian and 18% were Black.",
        [
            "45 % | Victims who were White |  |",
            "22 % | Victims who were Asian |  |",
            "18 % | Victims who were Black |  |",
        ],
    ),
    ("The majority (72%) of victims were women.", ["72 % | Victims who were women |  |"]),
    (
        "81% of those who finished the course said that they felt safer.",
        ["81 % | Those who finished the course and said that they felt safer |  |"],
    ),
    ("Only 18% of thefts reported resulted in a charge.", ["18 % | Thefts reported which resulted in a charge |  |"]),
    (
        "32% of young people on the scheme do not go on to reoffend.",
        ["32 % | Young people on the scheme who do not go on to reoffend |  |"],
    ),
    (
        "Racist hate crime accounted for 71% of all hate crime, homophobic hate crime 12% and disability hate crime 5%.",
        [
            "71 % | Racist hate crime as a share of hate crime |  |",
            "12 % | Homophobic hate crime as a share of hate crime |  |",
            "5 % | Disability hate crime as a share of hate crime |  |",
        ],
    ),
    ("Race was the motivation in 64% of hate crimes.", ["64 % | Hate crimes in which race was the motivation |  |"]),
    (
        "71% of hate crimes were racially motivated, 9% related to disability and 8% to faith.",
        [
            "71 % | Hate crimes racially motivated |  |",
            "9 % | Hate crimes that related to disability |  |",
            "8 % | Hate crimes that related to faith |  |",
        ],
    ),
    (
        "Two people were prosecuted for fly-tipping and four for littering, while 66 people were issued with fines for noise.",
        [
            "2 people | People prosecuted for fly-tipping |  |",
            "4 people | People prosecuted for littering |  |",
            "66 people | People issued with fines for noise |  |",
        ],
    ),
    (
        "The rate of admissions for alcohol related harm (broad) was 1,872 per 100,000 in 2021/22.",
        ["1872 per 100,000 | Rate of admissions for alcohol related harm |  | 2021-04-01/2022-03-31"],
    ),
    (
        "There are 15 clients under the age of 65 with alcohol problems.",
        ["15 clients | Clients under the age of 65 with alcohol problems |  |"],
    ),
    (
        "The council reported that 20 clients at the Harbour Recovery Service (HRS) had died in 2022/23.",
        ["20 clients | Clients at the Harbour Recovery Service (HRS) who had died |  | 2022-04-01/2023-03-31"],
    ),
    ("Most referrals to the clinic came from GPs.", []),
    (
        "The service received 812 referrals in 2021/22, 15% more than in 2020/21 (706).",
        [
            "812 referrals | Referrals received |  | 2021-04-01/2022-03-31",
            "706 referrals | Referrals received |  | 2020-04-01/2021-03-31",
        ],
    ),
    (
        "Our survey of 1,046 residents found that 58% of women felt unsafe after dark.",
        ["1046 residents | Residents surveyed |  |", "58 % | Women who felt unsafe after dark |  |"],
    ),
    ("The 11-19 Prevention Service opened a second hub.", []),
    ("About 85% of victims were women (Reed and Holt, 2012).", ["about 85 % | Victims who were women |  |"]),
    (
        "The highest volume was in Reedham with 10,570 offences.",
        ["10570 offences | Highest volume was in Reedham with … offences |  |"],
    ),
    ("National evidence suggests that only 21% of incidents are reported.", []),
    ("The percentage who drink weekly fell from 47% to 9% across the North West.", []),
    (
        "The repeat rate was 34%, within the range of 28% to 40% recommended by the charity.",
        ["34 % | Repeat rate |  |"],
    ),
    (
        "Councillor Reed referred to the number of remand nights which was 629 in 2021/22.",
        ["629 nights | Remand nights |  | 2021-04-01/2022-03-31"],
    ),
    (
        "Burglary fell to 410 offences, although shoplifting was up with 904 offences.",
        ["410 offences | Burglary: offences |  |", "904 offences | Shoplifting: offences |  |"],
    ),
    ("14 arrests were made as part of Operation Ash.", ["14 arrests | Arrests made as part of Operation Ash |  |"]),
    ("The safe house has places of safety for 3 adults and 11 children.", []),
    # numbers without a noun, sums and lengths, whole phrases: as the parse of the sentence tells them
    (
        "The lodge opened in May 2022 and, in its first year, 1,204 repairs were opened and 1,187 closed.",
        [
            "1204 repairs | Repairs opened |  |",
            "1187 repairs | Repairs closed |  |",
        ],
    ),
    (
        "Of the 61 sailors who completed the course, 12 have since moved away and 49 have stayed in touch.",
        [
            "61 sailors | Sailors who completed the course |  |",
            "12 sailors | Sailors who completed the course | moved away |",
            "49 sailors | Sailors who completed the course | stayed in touch |",
        ],
    ),
    (
        "In total 48 young people were referred to the sailing project, of whom 39 engaged and 31 completed it.",
        [
            "48 people | Young people referred to the sailing project |  |",
            "39 people | Young people referred to the sailing project | engaged |",
            "31 people | Young people referred to the sailing project | completed it |",
        ],
    ),
    (
        "Our night team made 1,912 contacts with rough sleepers, and helped 73 people into accommodation.",
        [
            "1912 contacts | Contacts made with rough sleepers |  |",
            "73 people | People helped into accommodation |  |",
        ],
    ),
    (
        "67 people received a caution, 54 were charged and 12 were given a community resolution.",
        [
            "67 people | People who received a caution |  |",
            "54 people | People charged |  |",
            "12 people | People given a community resolution |  |",
        ],
    ),
    (
        "The harbour grant for 2022/23 is £61,730 and the base budget for moorings is £418,200, of which £356,000 is staffing.",
        [
            "61730 GBP | Harbour grant |  | 2022-04-01/2023-03-31",
            "418200 GBP | Base budget for moorings |  | 2022-04-01/2023-03-31",
            "356000 GBP | Base budget for moorings | staffing | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "The council spends £1.34m a year on quay repairs.",
        [
            "1340000 GBP per year | Spending on quay repairs |  |",
        ],
    ),
    (
        "The average time taken to answer an emergency call was 9 seconds.",
        [
            "9 seconds | Average time taken to answer an emergency call |  |",
        ],
    ),
    (
        "There were 86 hate crimes in 2022/23. Race was the motive in 59 of these, faith in 14 and disability in eight.",
        [
            "86 crimes | Hate crimes |  | 2022-04-01/2023-03-31",
            "59 crimes | Hate crimes | Race was the motive | 2022-04-01/2023-03-31",
            "14 crimes | Hate crimes | faith was the motive | 2022-04-01/2023-03-31",
            "8 crimes | Hate crimes | disability was the motive | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "A total of 1,038 residents responded to our survey. 78% said they felt safe by the harbour.",
        [
            "1038 residents | Residents who responded to our survey |  |",
            "78 % | Respondents who said they felt safe by the harbour |  |",
        ],
    ),
    # by how much others changed is told with the verb of the first
    ("Thefts fell by 4%, arson by 9.5% and bin fires by 11%.", []),
    ("Visits grew by about a tenth, calls by 12% and letters by 30.", []),
    (
        "Thefts fell by 4% and 61 shops were visited by wardens.",
        ["61 shops | Shops visited by wardens |  |"],
    ),
    # a telephone number, a time to act in, how many aims something serves
    ("The wait on 101 was over by noon.", []),
    ("Every eviction will be looked at by the panel within twelve school days.", []),
    ("The Mentoring Charter is relevant to three of the aims in the plan.", []),
    ("Thefts were down to 212.", ["212 thefts | Thefts |  |"]),
    # more of another thing are no part of what was counted
    (
        "Noise complaints rose to 840. The council hired three more Street Wardens.",
        ["840 complaints | Noise complaints |  |", "3 wardens | Street Wardens |  |"],
    ),
    (
        "In all 61 children were seen by the clinic. In the parents’ survey (1,204 parents) 9% had been to it.",
        ["61 children | Children seen by the clinic |  |", "1204 parents | Parents’ survey: parents |  |"],
    ),
    (
        "In 2021/22 in all 318 letters reached the clerk. Our depots took only 40.",
        [
            f"318 letters | Letters that reached the clerk |  | {FY21}",
            f"40 letters | Letters that reached the clerk | taken by depots | {FY21}",
        ],
    ),
    # one of several places, which the name must say
    (
        "Tarnfield, which has the market, had the highest volume of crime with 912 offences.",
        ["912 offences | Tarnfield had the highest volume of crime with … offences |  |"],
    ),
    ("Its rate of 41.7 thefts per 1,000 residents is twice that of Elmfield.", []),
]


def shown(text: str) -> list[str]:
    found = observe_text(text, Surroundings("Ashdown", None, "2024-06-12", ()))
    return [
        f"{f.mention.qualifier} {f.mention.value} {f.naming.unit} | {f.naming.title}"
        f" | {'; '.join(value for _, value in f.naming.breakdown)}"
        f" | {f'{f.period.start}/{f.period.end}' if f.period and f.period.dated else ''}".strip(" ")
        for f in found
        if f.naming.sure
    ]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text[:50] for text, _ in JUDGED])
def test_judged(text: str, expected: list[str]) -> None:
    assert shown(text) == [row.strip() for row in expected]


@pytest.mark.parametrize(
    "title",
    [
        "Members were informed that there",
        "Calls that required a response time of",
        "Young people in the system had a need",
        "Incidents recorded in that three month period",
        "Residents surveyed since January",
        "For 'S' calls",
        "Reports related",
        "Victims " + "and witnesses " * 10,
    ],
)
def test_no_names(title: str) -> None:
    assert not reads_as_name(title)


@pytest.mark.parametrize(
    "title",
    [
        "Residents who said that they feel safe",
        "Cases on the register: closed",
        "Victims worked with",
        "999 calls answered within 10 seconds",
    ],
)
def test_names(title: str) -> None:
    assert reads_as_name(title)


def test_a_range_of_money_shares_its_scale() -> None:
    low, high = mentions("a budget of between £2.9 and £3.8 million")
    assert (low.value, high.value) == ("2900000", "3800000")


def test_groups_say_which() -> None:
    assert reads_as_group("not crimed")
    assert not reads_as_group("were not")


def test_titles_leave_out_the_area_and_shorten_what_leads_them() -> None:
    assert tidy_title("Rate of burglary in Ashdown", "Ashdown") == "Rate of burglary"
    assert tidy_title("Homes in Ashdown Park", "Ashdown") == "Homes in Ashdown Park"
    long = (
        "Independent Advocacy and Counselling Service (IACS): clients who said that the service had changed their lives"
    )
    assert tidy_title(long, "Ashdown").startswith("IACS: clients") and len(tidy_title(long, "")) <= LONGEST_TITLE
