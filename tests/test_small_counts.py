"""Small counts in running text: what was done, held and reached is a figure, what papers only number is none."""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text

AROUND = Surroundings(place="Harbury", published="2024-06-12")


def shown(text: str) -> list[str]:
    """ "value | title | part" of each figure shown as fact, in reading order."""
    return [
        f"{figure.mention.value} | {figure.naming.title} | {', '.join(v for _, v in figure.naming.breakdown)}".rstrip(
            " |"
        )
        for figure in observe_text(text, AROUND)
        if figure.naming.sure
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Of the 24 indicators, 15 were green, six amber and three red.",
            ["24 | Indicators", "15 | Indicators | green", "6 | Indicators | amber", "3 | Indicators | red"],
        ),
        (
            "The wardens opened 16 cases in 2023/24, with ten now closed.",
            ["16 | Cases opened", "10 | Cases opened | closed"],
        ),
        (
            "Six closure orders were obtained in 2023/24, one of which was extended in March.",
            ["6 | Closure orders obtained", "1 | Closure orders obtained | extended"],
        ),
        (
            "The Arrow Group Programme was run by the trust on eight occasions.",
            ["8 | Arrow Group Programme: times run"],
        ),
        ("The mobile library visited the estate on seven occasions.", []),
        (
            "The Street Team visited the estate on seven occasions.",
            ["7 | Times the Street Team visited the estate"],
        ),
        ("Tags were fitted to 17 offenders.", ["17 | Offenders to whom tags were fitted"]),
        ("Workshops were attended by 43 foster carers.", ["43 | Foster carers who attended workshops"]),
        (
            "The refuges provided support to 38 women and 26 children.",
            ["38 | Women supported", "26 | Children supported"],
        ),
        (
            "139 practitioners attended 4 training sessions, comprising 37 who took level 1 and 102 who took level 2.",
            [
                "139 | Practitioners who attended training sessions",
                "4 | Training sessions attended",
                "37 | Practitioners who attended training sessions | took level 1",
                "102 | Practitioners who attended training sessions | took level 2",
            ],
        ),
        (
            "The MARAC received 129 referrals. Police made 82 of the referrals, schools 33 and health 14.",
            [
                "129 | MARAC: referrals received",
                "82 | MARAC: referrals received | Police",
                "33 | MARAC: referrals received | schools",
                "14 | MARAC: referrals received | health",
            ],
        ),
        (
            "Holly House accommodated 22 women, while Beech House accommodated 14 women.",
            ["22 | Holly House: women accommodated", "14 | Beech House: women accommodated"],
        ),
        ("No children were sentenced to custody in 2023/24.", ["0 | Children sentenced to custody"]),
        (
            "Seven notices had been issued and 31 warnings.",
            ["7 | Notices issued", "31 | Warnings issued"],
        ),
        (
            "Nine cases were closed, six remain open and two were transferred.",
            ["9 | Cases closed", "6 | Cases that remain open", "2 | Cases transferred"],
        ),
        (
            "There were 118 knife offences. Fourteen of the 118 involved a suspect aged under 18.",
            # told again, the 118 are the same
            ["118 | Knife offences", "14 | Knife offences | involved a suspect aged under 18", "118 | Knife offences"],
        ),
        (
            "3.4 Of the 21 actions, 12 are on or above plan, six are slightly below and three are well below.",
            [
                "21 | Actions",
                "12 | Actions | on or above plan",
                "6 | Actions | slightly below",
                "3 | Actions | well below",
            ],
        ),
        (
            "The service treated 905 adults, of whom 610 were treated for gambling, 95 for gaming only and 200 for "
            "gambling and debt.",
            [
                "905 | Adults treated",
                "610 | Adults treated | treated for gambling",
                "95 | Adults treated | treated for gaming only",
                "200 | Adults treated | treated for gambling and debt",
            ],
        ),
        (
            "84 thefts were recorded, of which 51 involved a bicycle and seven the contents of a van.",
            [
                "84 | Thefts recorded",
                "51 | Thefts recorded | involved a bicycle",
                "7 | Thefts recorded | involved the contents of a van",
            ],
        ),
        (
            "The project worked with 64 under 18s. 19 were referred by youth workers and 12 by schools.",
            [
                "64 | Under 18s worked with",
                "19 | Under 18s worked with | referred by youth workers",
                "12 | Under 18s worked with | referred by schools",
            ],
        ),
        # of whom, nothing says
        ("19 were referred by youth workers and 12 by schools.", []),
        (
            "There are 96 rough sleepers known to the team. 38% of this group have a mental health need.",
            [
                "96 | Rough sleepers known to the team",
                "38 | Rough sleepers known to the team with a mental health need",
            ],
        ),
        (
            "The police recorded nine and four offences of forced marriage and stalking respectively.",
            ["9 | Forced marriage recorded", "4 | Stalking recorded"],
        ),
        (
            "In 2022/23, 88 of the fires in sheds were deliberate. Twenty-one of the fires were caused by barbecues, "
            "with a further 12 started by fireworks.",
            [
                "88 | Fires in sheds | deliberate",
                "21 | Fires in sheds | caused by barbecues",
                "12 | Fires in sheds | started by fireworks",
            ],
        ),
        (
            "Progress on 31 key indicators of success was reported – 18 were on track and 13 were off target.",
            [
                "31 | Progress on … key indicators of success was reported",
                "18 | Key indicators of success | on track",
                "13 | Key indicators of success | off target",
            ],
        ),
        (
            "There were 16 applications for a review in 2023/24. The threshold was met in nine.",
            ["16 | Applications for a review", "9 | Applications for a review | threshold was met"],
        ),
        (
            "Of the 15 recommendations in the audit 11 have been completed. The remaining four, which relate to keys, "
            "are due in May.",
            [
                "15 | Recommendations in the audit",
                "11 | Recommendations in the audit | completed",
                "4 | Recommendations in the audit | remaining",
            ],
        ),
        (
            "Nine of the 12 recommendations of the audit have been completed. The remaining three, which concern keys, "
            "are due in May.",
            [
                "9 | Recommendations of the audit completed",
                "12 | Recommendations of the audit",
                "3 | Recommendations of the audit | remaining",
            ],
        ),
        (
            "The upgrade is complete and has added 14 cameras, making 131 in total.",
            ["14 | Cameras added", "131 | Total cameras"],
        ),
        (
            "Of those who completed the course, 41% lost at least 5% of their weight.",
            ["41 | Those who completed the course: lost at least 5% of their weight"],
        ),
        (
            "The service treated 905 adults. Women make up 37% of those in treatment.",
            ["905 | Adults treated", "37 | Women as a share of those in treatment"],
        ),
        (
            "In 2022/23 84 people were referred, of whom 21, or 25%, left the course early and 63, or 75%, were seen.",
            [
                "84 | People referred",
                "21 | People referred | who left the course early",
                "25 | People referred (share) | who left the course early",
                "63 | People referred | seen",
                "75 | People referred (share) | seen",
            ],
        ),
        (
            "The panel received 61 referrals. Schools made the highest number of referrals (24; 39%), followed by the "
            "police (18; 30%).",
            [
                "61 | Referrals received",
                "24 | Referrals received | Schools",
                "39 | Referrals received (share) | Schools",
                "18 | Referrals received | police",
                "30 | Referrals received (share) | police",
            ],
        ),
        (
            "Of the 96 shops visited, 70 were compliant and all but three of the others had improved by May.",
            ["96 | Shops visited", "70 | Shops visited | compliant"],
        ),
        (
            "There were 52 burglaries. Goods were found in 12 of these and six led to a charge.",
            [
                "52 | Burglaries",
                "12 | Burglaries | Goods were found",
                "6 | Burglaries | led to a charge",
            ],
        ),
        (
            "Referrals to the advice line rose to 190. Over half (104) came from schools and 38 from parents.",
            [
                "190 | Referrals to the advice line",
                "104 | Referrals to the advice line | came from schools",
                "38 | Referrals to the advice line | from parents",
            ],
        ),
        # of no complaints there are no parts
        (
            "There were no complaints awaiting a decision in 2023/24. Three had been resolved informally.",
            ["0 | Complaints awaiting a decision"],
        ),
        ("212 people were on the waiting list, 60 more than a year before.", ["212 | People on the waiting list"]),
        ("The refuge has nine units.", ["9 | Refuge: units"]),
        ("Fourteen shops signed the charter in May.", ["14 | Shops that signed the charter"]),
        (
            "The adult cohort, which is made up of those who offend most, currently stands at 105.",
            ["105 | Adult cohort"],
        ),
    ],
)
def test_what_was_counted_is_shown(text: str, figures: list[str]) -> None:
    assert shown(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The strategy has five priorities and is built on three principles.",
        "The Board meets four times a year.",
        "Councillor Ames raised three questions about the budget.",
        "One resident spoke of the fear she felt when six youths gathered outside.",
        "Four key themes emerged from the consultation.",
        "Six members of the public attended the meeting of the Panel.",
        "Two officers will visit every school in the autumn term.",
        "Apologies were received from three members.",
        "The panel identified four gaps in provision.",
        "Three boroughs share the service with us.",
        "The process begins when two letters have been ignored.",
        "The toolkit gave one post per day.",
        "The Board considered four reports and two presentations.",
        "The review was delayed owing to two court cases.",
        "The plan names four groups that are most at risk.",
        "Anyone with three or more complaints can ask for a review.",
        "The average time to answer was four minutes and ten seconds.",
        "She had called the police nine times before her son was arrested.",
    ],
)
def test_what_is_only_numbered_is_not(text: str) -> None:
    assert shown(text) == []


def test_a_part_of_what_was_counted_is_of_the_same_time() -> None:
    text = "There were 11 review meetings in quarter 4 of 2023/24, up on quarter 3, one of which was held online."
    whole, part = (figure for figure in observe_text(text, AROUND) if figure.naming.sure)
    assert part.period == whole.period


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what will be done
        (
            "The Kelbrook Trust will hire five family mentors.",
            ["5 | Kelbrook Trust will hire … family mentors | planned"],
        ),
        (
            "Kelbrook Council will plant hedges at a further six playgrounds.",
            ["6 | Kelbrook Council will plant hedges at … playgrounds | planned"],
        ),
        ("The remaining five depots will reopen in 2025.", ["5 | Depots that will reopen | planned"]),
        (
            "Three further rescue crews will be based in Ashdown.",
            ["3 | Rescue crews that will be based in Ashdown | planned"],
        ),
        # what there is, and whose it is
        (
            "There are six estates in the town which lie within the poorest tenth.",
            ["6 | Estates which lie within the poorest tenth"],
        ),
        ("The Ashdown Trust has seven kennels.", ["7 | Ashdown Trust: kennels"]),
        ("The charter has four ambitions.", ["4 | Charter: ambitions"]),
        ("There are 13 chapels and one boarding kennel.", ["13 | Chapels", "1 | Boarding kennels"]),
        # what was done
        ("Three trainees were sitting their exams.", ["3 | Trainees who were sitting their exams"]),
        ("Officers covered eight alleyways.", ["8 | Officers covered … alleyways"]),
        (
            "Mentoring was given to pupils in all eight primary schools.",
            ["8 | Mentoring was given to pupils in … primary schools"],
        ),
        ("Four wards between them accounted for most burglaries.", ["4 | Wards that accounted for most burglaries"]),
        ("Rangers held two open days.", ["2 | Rangers: open days held"]),
        (
            "The Ashdown Forum met three times during the year and held a fair in May 2023.",
            ["3 | Ashdown Forum: times met"],
        ),
        # parts and wholes
        (
            "Six fairs were held, including one in Welsh and two for carers who are deaf.",
            ["6 | Fairs", "1 | Fairs | in Welsh", "2 | Fairs | for carers who are deaf"],
        ),
        (
            "Rangers cleared 40 ponds, including three in Ashdown Park.",
            ["40 | Rangers: ponds cleared", "3 | Rangers: ponds cleared | in Ashdown Park"],
        ),
        (
            "Kelbrook Council will bring nine empty flats into use.",
            ["9 | Kelbrook Council: empty flats into use | planned"],
        ),
        (
            "Four of the ten listed barns have been repaired.",
            ["4 | Listed barns repaired", "10 | Listed barns"],
        ),
        (
            "Rangers made 43 boat checks, with six permits seized.",
            ["43 | Rangers: boat checks made", "6 | Rangers: permits seized"],
        ),
        # those that only the verb or the first of a list has told
        (
            "The grant paid for 40 lamps and nine sets of bollards.",
            ["40 | Lamps", "9 | Grant paid for … sets of bollards"],
        ),
        ("The Trust will appoint a head ranger and four stewards.", ["4 | Trust will appoint … stewards | planned"]),
    ],
)
def test_a_small_number_is_named_as_a_larger_one_is(text: str, figures: list[str]) -> None:
    assert shown(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        # a rule, a plan of others, each of several
        "Two stewards attend each match.",
        "Every ward will get two benches.",
        "The team will visit three clubs per month.",
        "The council would need nine lorries.",
        "Many tenants have three debts.",
        "The bus stops in five villages.",
        # told of before
        "The two crews will share a depot.",
        "Their four vans were sold.",
        # another, and no more than that
        "Kelbrook Council will fund one further clerk.",
        # lengths, and what papers only number
        "The order lasted eight working days.",
        "The plan has two stages.",
        "Tenants were told of it within three weeks.",
    ],
)
def test_what_is_no_count_is_not_read_as_a_larger_number_would_be(text: str) -> None:
    assert shown(text) == []


def test_a_small_count_has_the_noun_of_its_own_as_its_unit() -> None:
    figures = observe_text("There are 13 chapels and one boarding kennel. Four focus groups were also held.", AROUND)
    assert [figure.naming.unit for figure in figures] == ["chapels", "kennels", "groups"]


def test_what_was_done_during_the_year_is_not_of_a_later_month() -> None:
    text = "The Ashdown Forum met three times during the year and held a fair in May 2023."
    (met,) = observe_text(text, AROUND)
    assert met.period is None or met.period.label == "during the year"
