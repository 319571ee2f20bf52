"""A reader who sees only title, part and unit takes a figure for what its sentence says: names end with their clause,
hold their ages and limits, say of what whole a share is told; what cannot be told apart waits."""

from __future__ import annotations

import pytest

from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.wording.periods import Period

YEAR = Period("2022-04-01", "2023-03-31", "2022/23")


def shown(text: str, *headings: str) -> dict[str, str]:
    found = observe_text(text, Surroundings("Kelbrook", YEAR, "2023-06-30", headings))
    return {figure.mention.value: figure.naming.title for figure in found if figure.naming.sure}


def parts(text: str, *headings: str) -> dict[str, str]:
    found = observe_text(text, Surroundings("Kelbrook", YEAR, "2023-06-30", headings))
    return {
        f.mention.value: value for f in found if f.naming.sure for key, value in f.naming.breakdown if key == "group"
    }


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("There were 31 park watch groups and more helpers were wanted.", {"31": "Park watch groups"}),
        ("74% of adults at risk were women and 58% were aged 65 and over.", {"58": "aged 65 and over"}),
        (
            "Nearly a third of adults in the survey (31.2%) drink more than 14 units a week.",
            {"31.2": "14 units a week"},
        ),
        ("There was an average of 35 cases open at any one time.", {"35": "at any one time"}),
        ("61% of tenants had said that they would stay.", {"61": "Tenants who had said that they would stay"}),
        ("Of people seen, 94% waited under 18 weeks and 91% were seen within 18 weeks.", {"91": "within 18 weeks"}),
        ("96.1% of cafés are rated 3 or better.", {"96.1": "rated 3 or better"}),
        (
            "214 adults aged 65 and over were admitted to care homes.",
            {"214": "Adults aged 65 and over admitted to care homes"},
        ),
        ("There are 318 licensed taxis and 41 private hire operators.", {"318": "Licensed taxis"}),
        (
            "Of the enquiries, 71% were about children and 80% were about boys.",
            {"80": "Enquiries"},
        ),
        (
            "A grant of £18,000 was awarded to four youth clubs to run outings for 260 children.",
            {"260": "youth clubs to run outings"},
        ),
    ],
)
def test_a_name_has_what_its_clause_says_and_no_more(text: str, titles: dict[str, str]) -> None:
    found = shown(text)
    for value, words in titles.items():
        assert words in found[value]


def test_the_unit_is_of_the_things_that_are_named() -> None:
    (figure,) = observe_text("There were 31 park watch groups and more helpers were wanted.", Surroundings("Kelbrook"))
    assert figure.naming.unit == "groups"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Of those who finished the course, 42% lost at least 5% of their weight.", "5"),
        ("The rate ranges from 18.4 in Fell ward to 96.2 in Market ward.", "18.4"),
        ("Crews made 2,480 visits in the year – 31 per cent above target.", "31"),
        ("Three reviews were published and two more are under way.", "2"),
        ("Confidence was lowest among those under 24 (48%) and the team recorded 3.8 per cent.", "3.8"),
        ("The wait has come down in the year to 213 seconds.", "213"),
        ("Work was going on to achieve the 95% target.", "95"),
        ("We trained 640 staff through 46 courses; 97% rated the course good.", "97"),
        ("The town centre accounted for one in five of these.", "20"),
        ("The board had heard that the reduction at that time was 24%.", "24"),
        ("The average of our most similar group of partnerships is 88.6.", "88.6"),
    ],
)
def test_what_a_reader_would_mistake_waits(text: str, value: str) -> None:
    assert value not in shown(text)


@pytest.mark.parametrize(
    ("text", "value", "title"),
    [
        (
            "There were 1,410 violent offences in 2022/23 (36% of all recorded crime).",
            "36",
            "Violent offences as a share of all recorded crime",
        ),
        (
            "The police recorded 2,150 domestic abuse incidents and 1,318 offences.",
            "1318",
            "Domestic abuse offences recorded",
        ),
        (
            "71% of residents felt safe in their local area after dark and 9% very unsafe.",
            "9",
            "Residents who felt very unsafe in their local area after dark",
        ),
        (
            "The charity trained 140 volunteers as mentors, taking the total to 390.",
            "390",
            "Volunteers trained as mentors (total)",
        ),
    ],
)
def test_a_name_takes_from_its_neighbour_what_it_leaves_out(text: str, value: str, title: str) -> None:
    assert shown(text)[value] == title


def test_a_rate_of_outcomes_is_of_the_crime_told_with_it() -> None:
    text = "Rape offences were 174 and the positive outcome rate was 4.2% compared with 5.6% in the year before."
    found = shown(text, "Domestic abuse and sexual offences")
    assert "Rape offences" in found["4.2"]
    assert found["5.6"] == found["4.2"]


def test_a_part_ends_before_the_remainder() -> None:
    assert parts("The cohort stood at 96, 68 of whom were in the community and the remainder in prison.") == {
        "68": "in the community"
    }


def test_kinds_side_by_side_are_no_parts_of_each_other() -> None:
    text = "There were 650 children in need, 142 children looked after and 43 children missing."
    assert shown(text)["142"] == "Children looked after"
    assert not parts(text)


def test_what_follows_a_part_is_of_the_whole() -> None:
    found = shown("Eighteen of the 22 actions have been completed and 4 are on track.")
    assert found["4"] == "Actions"


def test_people_are_counted_not_those_whom_they_help() -> None:
    (figure,) = observe_text("There are 64 people supporting victims of crime.", Surroundings("Kelbrook"))
    assert figure.naming.unit == "people"


def test_both_values_of_a_rate_are_shown() -> None:
    assert set(shown("The rate of first time entrants has dropped to 154 per 100,000 from 201 per 100,000.")) == {
        "154",
        "201",
    }


def test_an_earlier_value_is_of_what_stands_outside_the_bracket() -> None:
    text = "There were 38 people hurt on the roads (two of whom died), compared with 45 in the year before."
    assert "45" not in parts(text)
    assert "1214" not in shown("Robbery (102, previously 119) and arson (down from 1,214 to 1,163) have all reduced.")


def test_what_is_counted_in_several_places_is_of_none_alone() -> None:
    (figure,) = observe_text(
        "Now over 40 shops have joined across Denton, Fulford and Long Hill.", Surroundings("Kelbrook", YEAR)
    )
    assert [value for key, value in figure.naming.breakdown if key == "area"] in ([], ["Denton, Fulford and Long Hill"])


def test_whom_a_body_could_not_help_is_said_so() -> None:
    found = shown("Ash House supported 31 women and 44 children and was unable to accommodate a further 57 women.")
    assert found["31"] == "Ash House: women supported"
    assert "unable" in found["57"]


def test_a_proportion_is_no_count() -> None:
    assert "2" not in shown("For every family offered a room another two were turned away.")


def test_who_pays_a_part_of_a_budget() -> None:
    found = shown("The budget for the service is £764,300, of which the council provides £103,000.")
    assert found == {"764300": "Budget for the service", "103000": "Budget for the service: council provides"}


def test_a_name_is_not_cut_out_of_a_quotation() -> None:
    found = shown(
        "The council ran four trainings: 37 at level 1, 27 at level 2, ‘Seeing and Telling’, 38 at first aid."
    )
    assert not any("’" in title and "‘" not in title for title in found.values())


def test_what_was_looked_at_was_not_looked_after() -> None:
    assert shown("In all 12 cases were looked at.") == {"12": "Cases looked at"}
    assert shown("In total 42 children were looked after.") == {"42": "Children looked after"}


@pytest.mark.parametrize(
    "text",
    [
        "The best performing authorities in our region divert more than 60%.",
        "Studies suggest that wardens reduce litter by around 13%.",
        "The repeat rate was within the range of 28% to 40% expected by Safe Rooms.",
        "This yet falls some way short of the national target, which is 75%.",
        "Expressed as a rate this is 202 per 100,000 children.",
    ],
)
def test_what_is_others_a_change_or_a_need_is_not_shown(text: str) -> None:
    assert shown(text) == {}


def test_an_average_is_in_no_people_whom_its_sentence_does_not_count() -> None:
    (figure,) = observe_text(
        "The average caseload per worker is 9.2.", Surroundings("Kelbrook", YEAR, "2023-06-30", ())
    )
    assert (figure.naming.title, figure.naming.unit) == ("Average caseload per worker", "")
