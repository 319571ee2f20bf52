"""Figures whose subject stands in the sentence or clause before: carried on, read in full where words are left out.

Each row, judged by hand: a text and what is shown as fact of it, all of it and no more: value, title, part, period.
"""

from __future__ import annotations

import pytest

from papers_by_hand import paper
from tracker.facts.context import context_of
from tracker.facts.figures.observe_prose import Surroundings, observe_prose, observe_text
from tracker.facts.figures.title_sense import names_something
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.gapping import restored
from tracker.facts.wording.mentions import mentions
from tracker.records import PaperSettings, TrackerSettings

CARRIED: list[tuple[str, list[str]]] = [
    (
        "Smoking prevalence was 12.9% in 2022/23. Among people in rented homes it was 21.4%.",
        [
            "12.9 | Smoking prevalence |  | 2022-04-01/2023-03-31",
            "21.4 | Smoking prevalence | people in rented homes | 2022-04-01/2023-03-31",
        ],
    ),
    (
        ("The number of riders hurt rose from 31 to 35 in 2022/23, and the number hurt as passengers from 22 to 24."),
        [
            "31 | Riders hurt |  | ",
            "35 | Riders hurt |  | 2022-04-01/2023-03-31",
        ],
    ),
    # of what, the sentence before does not count
    ("Conditions were being broken in 31, and nobody replied.", []),
    (
        (
            "Members asked how many warning letters had been sent. The officer advised that 118 had been sent in "
            "2022/23, 40 of which had been answered."
        ),
        [
            "118 | Warning letters sent |  | 2022-04-01/2023-03-31",
            "40 | Warning letters sent | answered | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "The number of thefts recorded has risen by more than half since 2021/22. There were 612 in 2022/23 "
            "compared with 398. There was also a rise, from 44 to 71, in bike theft."
        ),
        [
            "612 | Thefts recorded |  | 2022-04-01/2023-03-31",
            "398 | Thefts recorded |  | ",
            "44 | Bike theft |  | ",
            "71 | Bike theft |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "In 2022/23 there were 88 hate crimes, with an increase in those targeting bus drivers, albeit from a low "
            "base, from six to 15."
        ),
        [
            "88 | Hate crimes |  | 2022-04-01/2023-03-31",
            "6 | Hate crimes | targeting bus drivers | ",
            "15 | Hate crimes | targeting bus drivers | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "The largest category is criminal damage. It accounted for 1,310 offences in 2022/23.",
        ["1310 | Criminal damage |  | 2022-04-01/2023-03-31"],
    ),
    (
        "House burglaries have fallen to 94 in 2022/23, while other burglaries have sunk by 23% to 182.",
        [
            "94 | House burglaries |  | 2022-04-01/2023-03-31",
            "182 | Other burglaries |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "There were 19 burglaries in May 2023. Robberies dropped by four, with 12 recorded.",
        [
            "19 | Burglaries |  | 2023-05-01/2023-05-31",
            "12 | Robberies |  | 2023-05-01/2023-05-31",
        ],
    ),
    (
        (
            "The crews made 45 visits in 2022/23. The number of injuries in house fires stayed at 15, down from 16 in "
            "2021/22."
        ),
        [
            "45 | Visits made |  | 2022-04-01/2023-03-31",
            "15 | Injuries in house fires |  | 2022-04-01/2023-03-31",
            "16 | Injuries in house fires |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "In reply to a question about the number of bike thefts, Sergeant Poole said that there had been 58 in "
            "2022/23 and that 12 had led to a charge."
        ),
        [
            "58 | Bike thefts |  | 2022-04-01/2023-03-31",
            "12 | Bike thefts | led to a charge | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "There were 163 thefts from vehicles in 2022/23. In the previous year there were 202.",
        [
            "163 | Thefts from vehicles |  | 2022-04-01/2023-03-31",
            "202 | Thefts from vehicles |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "In the 12 months to June 2023 there were 1,204 offences of shoplifting. In the 12 months before "
            "there were 988. This is an increase of 21.9%."
        ),
        [
            "1204 | Shoplifting |  | 2022-07-01/2023-06-30",
            "988 | Shoplifting |  | 2021-07-01/2022-06-30",
        ],
    ),
    (
        (
            "Residential burglary has fallen again. There were 310 offences in 2022/23, compared with 365 the "
            "year before."
        ),
        [
            "310 | Residential burglary |  | 2022-04-01/2023-03-31",
            "365 | Residential burglary |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "Officers recorded 84 robberies between April and June 2023. In the same three month period a year "
            "earlier there were 97."
        ),
        [
            "84 | Robberies recorded |  | 2023-04-01/2023-06-30",
            "97 | Robberies recorded |  | 2022-04-01/2022-06-30",
        ],
    ),
    (
        (
            "The team opened 412 anti-social behaviour cases in 2022/23. The figure for 2021/22 was 377 and "
            "for 2020/21 it was 455."
        ),
        [
            "412 | Anti-social behaviour cases opened |  | 2022-04-01/2023-03-31",
            "377 | Anti-social behaviour cases opened |  | 2021-04-01/2022-03-31",
            "455 | Anti-social behaviour cases opened |  | 2020-04-01/2021-03-31",
        ],
    ),
    (
        ("A total of 2,310 home fire safety visits were completed in 2022/23. The previous year's total was 1,987."),
        [
            "2310 | Home fire safety visits completed |  | 2022-04-01/2023-03-31",
            "1987 | Home fire safety visits completed |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        ("Hate crime reports numbered 118 in Quarter 1 2023/24. This compares with 131 in the same quarter last year."),
        [
            "118 | Hate crime reports |  | 2023-04-01/2023-06-30",
            "131 | Hate crime reports |  | 2022-04-01/2022-06-30",
        ],
    ),
    (
        "Knife crime offences rose to 75 in 2022/23, up from 61.",
        [
            "75 | Knife crime offences |  | 2022-04-01/2023-03-31",
            "61 | Knife crime offences |  | ",
        ],
    ),
    (
        ("Burglary offences had fallen by 40 in the year. The total now stood at 388, of which 240 were residential."),
        [
            "388 | Burglary offences |  | ",
            "240 | Burglary offences | residential | ",
        ],
    ),
    (
        "In Q2 29% of victims were assessed as high risk, 47% as medium and 24% as standard.",
        [
            "29 | Victims assessed as high risk |  | 2022-07-01/2022-09-30",
            "47 | Victims assessed as medium risk |  | 2022-07-01/2022-09-30",
            "24 | Victims assessed as standard risk |  | 2022-07-01/2022-09-30",
        ],
    ),
    (
        "Hollin ward and Mill ward had 12 and 9 dispersal authorisations respectively.",
        [
            "12 | Hollin ward: dispersal authorisations |  | ",
            "9 | Mill ward: dispersal authorisations |  | ",
        ],
    ),
    (
        ("Referrals to the drug service increased by 5% to 120 and referrals to the alcohol service by 3% to 44."),
        [
            "120 | Referrals to the drug service |  | ",
            "44 | Referrals to the alcohol service |  | ",
        ],
    ),
    (
        ("The Sanctuary Scheme was extended in April 2022. It fitted locks and alarms in 118 homes in 2022/23."),
        [
            "118 | Sanctuary Scheme: homes |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "Clare's Law applications have almost doubled. There were 140 in the 12 months to March 2023 "
            "compared with 76 in the previous 12 months."
        ),
        [
            "140 | Clare's Law applications |  | 2022-04-01/2023-03-31",
            "76 | Clare's Law applications |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "Vehicle crime remains the area of most concern. In 2022/23 there were 1,540 offences, against "
            "1,310 in 2021/22."
        ),
        [
            "1540 | Vehicle crime |  | 2022-04-01/2023-03-31",
            "1310 | Vehicle crime |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "A member asked why shoplifting had gone up. The Inspector replied that there had been 512 "
            "offences in the year to March 2023 compared with 430 the year before."
        ),
        [
            "512 | Shoplifting |  | 2022-04-01/2023-03-31",
            "430 | Shoplifting |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "A member asked how many fixed penalty notices had been issued in 2022/23 and was told that the "
            "figure was 84."
        ),
        [
            "84 | Fixed penalty notices issued |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "The number of first time entrants fell to 41 in the year ending September 2022. It had been 58 "
            "the year before."
        ),
        [
            "41 | First time entrants |  | 2021-10-01/2022-09-30",
            "58 | First time entrants |  | 2020-10-01/2021-09-30",
        ],
    ),
    (
        "Positive outcomes for rape stood at 6.1% in 2022/23. The previous year's rate was 4.8%.",
        [
            "6.1 | Positive outcomes for rape |  | 2022-04-01/2023-03-31",
            "4.8 | Positive outcomes for rape |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        ("The service received 420 referrals in 2022/23: 210 from the police, 95 from health and 115 self-referrals."),
        [
            "420 | Referrals received |  | 2022-04-01/2023-03-31",
            "210 | Referrals received | from the police | 2022-04-01/2023-03-31",
            "95 | Referrals received | from health | 2022-04-01/2023-03-31",
            "115 | Referrals received | self-referrals | 2022-04-01/2023-03-31",
        ],
    ),
    (
        "Domestic abuse offences fell by 4% to 3,110 and domestic abuse incidents by 7% to 5,020 in 2022/23.",
        [
            "3110 | Domestic abuse offences |  | 2022-04-01/2023-03-31",
            "5020 | Domestic abuse incidents |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "In 2022/23 the wardens issued 310 fixed penalty notices for littering. A further 42 were issued "
            "for dog fouling and 16 for fly-posting."
        ),
        [
            "310 | Fixed penalty notices for littering issued |  | 2022-04-01/2023-03-31",
            "42 | Fixed penalty notices issued for dog fouling |  | 2022-04-01/2023-03-31",
            "16 | Fixed penalty notices issued for fly-posting |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "Reports of cuckooing continue to come in. There were 31 in Quarter 3 2022/23, 24 in Quarter 2 and "
            "19 in Quarter 1."
        ),
        [
            "31 | Reports of cuckooing |  | 2022-10-01/2022-12-31",
            "24 | Reports of cuckooing |  | 2022-07-01/2022-09-30",
            "19 | Reports of cuckooing |  | 2022-04-01/2022-06-30",
        ],
    ),
    (
        "Robbery offences have gone down. There were 212 in 2022/23 and 256 in 2021/22.",
        [
            "212 | Robbery offences |  | 2022-04-01/2023-03-31",
            "256 | Robbery offences |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        "The council dealt with 6,204 incidents in 2022/23. This was down from 6,950 in 2021/22.",
        [
            "6204 | Incidents dealt with |  | 2022-04-01/2023-03-31",
            "6950 | Incidents dealt with |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        "Total recorded crime for the year was 11,214. For the previous year it was 11,005.",
        [
            "11214 | Total recorded crime |  | ",
            "11005 | Total recorded crime |  | ",
        ],
    ),
    (
        (
            "The police carried out 640 stop and searches in Quarter 1 2023/24, with a positive outcome rate "
            "of 29%. In Quarter 4 there had been 581, with a rate of 27%."
        ),
        [
            "640 | Stop and searches carried out |  | 2023-04-01/2023-06-30",
            "29 | Stop and searches carried out: positive outcome rate |  | 2023-04-01/2023-06-30",
            "581 | Stop and searches carried out |  | 2023-01-01/2023-03-31",
            "27 | Stop and searches carried out: rate |  | 2023-01-01/2023-03-31",
        ],
    ),
    (
        "Noise complaints went up in 2022/23. The council received 1,310 and closed 1,205.",
        [
            "1310 | Noise complaints received |  | 2022-04-01/2023-03-31",
            "1205 | Noise complaints closed |  | 2022-04-01/2023-03-31",
        ],
    ),
    (
        (
            "Sexual offences stood at 412 in 2022/23. The year before they had stood at 398 and the year "
            "before that at 351."
        ),
        [
            "412 | Sexual offences |  | 2022-04-01/2023-03-31",
            "398 | Sexual offences |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        "The average waiting time was 14 days in March 2023. In March 2022 it was 21.",
        [
            "14 | Average waiting time |  | 2023-03-01/2023-03-31",
            "21 | Average waiting time |  | 2022-03-01/2022-03-31",
        ],
    ),
    (
        "Complaints about begging: 31 were received in 2022/23. Last year's figure was 44.",
        [
            "31 | Complaints about begging |  | 2022-04-01/2023-03-31",
            "44 | Complaints about begging |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        "The unit seized 31 nuisance vehicles in 2022/23, nine more than in 2021/22, when there were 22.",
        [
            "31 | Nuisance vehicles seized |  | 2022-04-01/2023-03-31",
            "22 | Nuisance vehicles seized |  | 2021-04-01/2022-03-31",
        ],
    ),
    (
        (
            "In the 3 months of April 2023 to June 2023 there were 58 cases of Theft from Person in Westford. "
            "In the same 3 month period 12 months prior there were 71. This is a decrease of 18.3%."
        ),
        [
            "58 | Theft from Person |  | 2023-04-01/2023-06-30",
            "71 | Theft from Person |  | 2022-04-01/2022-06-30",
        ],
    ),
    (
        (
            "There were 610 cases of Criminal Damage in Westford in the 12 months up to June 2023. In the same "
            "12 month period a year prior there were 655."
        ),
        [
            "610 | Criminal Damage |  | 2022-07-01/2023-06-30",
            "655 | Criminal Damage |  | 2021-07-01/2022-06-30",
        ],
    ),
    (
        (
            "For the three months to the end of June 2023, 44 violent offences involving a knife were "
            "recorded. During the corresponding period in 2022 there were 39 such offences."
        ),
        [
            "44 | Violent offences involving a knife recorded |  | 2023-04-01/2023-06-30",
            "39 | Violent offences involving a knife recorded |  | 2022-04-01/2022-06-30",
        ],
    ),
    (
        "In 2022/23 there were 1,020 reports of noise, 640 of nuisance bikes and 212 of drug use.",
        [
            "1020 | Reports of noise |  | 2022-04-01/2023-03-31",
            "640 | Reports of nuisance bikes |  | 2022-04-01/2023-03-31",
            "212 | Reports of drug use |  | 2022-04-01/2023-03-31",
        ],
    ),
]


@pytest.mark.parametrize(("text", "shown"), CARRIED, ids=[text[:50] for text, _ in CARRIED])
def test_carried(text: str, shown: list[str]) -> None:
    assert _shown(text) == shown


def _shown(text: str) -> list[str]:
    told = []
    for figure in observe_text(text, Surroundings("Westford", None, "2023-09-01", ())):
        if figure.naming.sure:
            parts = ", ".join(value for _, value in figure.naming.breakdown)
            period = f"{figure.period.start}/{figure.period.end}" if figure.period and figure.period.dated else ""
            told.append(f"{figure.mention.value} | {figure.naming.title} | {parts} | {period}")
    return told


NOT_CARRIED = [
    # a topic of its own stands between
    ("Burglary fell. The Chair thanked all who had come. There were 140 in the hall.", "Burglary"),
    ("Robbery went up. Staff visited 31 schools. In 2021/22 there were 28 events.", "Robbery"),
    # two things were counted: neither is "there were"
    ("There were 310 burglaries and 84 robberies in 2022/23. In 2021/22 there were 402.", "urglaries"),
    # other things are counted
    ("Shoplifting rose in 2022/23. There were 212 pupils in the sessions.", "Shoplifting"),
    # what another sort of figure is said of
    ("The positive outcome rate was 14% in 2022/23. There were 212 in 2021/22.", "outcome"),
]


@pytest.mark.parametrize(("text", "title"), NOT_CARRIED)
def test_a_measure_is_not_carried_past_another(text: str, title: str) -> None:
    last = list(observe_text(text, Surroundings("Westford", None, "2023-09-01", ())))[-1:]
    assert not any(title in figure.naming.title and figure.naming.sure for figure in last)


def test_items_are_parts_of_what_their_lead_in_speaks_of() -> None:
    made = paper(
        """
        Referrals to the youth panel in 2022/23 came from the following:
        - education: 21
        - police: 14
        """
    )
    context = context_of(made, "a", PaperSettings(), TrackerSettings(place="Westford"))
    found = [(d.value, d.name, d.breakdown, d.period.start) for d in observe_prose(context).drafts]
    assert found == [
        ("21", "Referrals to the youth panel", (("group", "education"),), "2022-04-01"),
        ("14", "Referrals to the youth panel", (("group", "police"),), "2022-04-01"),
    ]


@pytest.mark.parametrize(
    "title", ["In the same 3 month period there", "Such offences", "The previous year", "In comparison with", "It was"]
)
def test_words_for_a_time_or_for_nothing_are_no_name(title: str) -> None:
    assert not names_something(title)


FULL = [
    ("Police made 82 of the referrals and health 14.", "14", "health made 14 of the referrals"),
    ("Completions for opiates are 4%, for alcohol 36%.", "36%", "Completions for alcohol are 36%"),
    ("29% were assessed as high risk and 47% as medium.", "47%", "47% were assessed as medium risk"),
    ("There were 120 reports of noise and 64 of bikes.", "64", "There were 64 reports of bikes"),
    ("Mill ward and Park ward had 12 and 9 notices respectively.", "9", "Park ward had 9 notices"),
    ("Arson and robbery rose to 12 and 96 respectively.", "12", "Arson rose to 12"),
    (
        "A warning was given in 80 cases and a fine issued in 22.",
        "22",
        "a fine was issued in 22 cases",
    ),
    ("Repairs were ordered at 36 homes and finished at 21.", "21", "Repairs were finished at 21 homes"),
    (
        "Begging was the reason for 129 of the notices and parking on grass for 34.",
        "34",
        "parking on grass was the reason for 34 of the notices",
    ),
    ("Support was taken up in 63 cases and led to a move in 26.", "26", ""),
    ("The team issued 44 warnings and 12 notices.", "12", ""),
    ("Of the 61, 12 left and the other 9 stayed.", "9", ""),
]


@pytest.mark.parametrize(("text", "number", "full"), FULL)
def test_a_clause_is_read_in_full(text: str, number: str, full: str) -> None:
    numbers = mentions(text)
    sentence = parse(text, [(m.start, m.end) for m in numbers])
    place = next(m.start for m in numbers if text[m.start : m.end] == number)
    whole = restored(sentence, sentence.at(place))
    assert (whole.text if whole else "") == full
