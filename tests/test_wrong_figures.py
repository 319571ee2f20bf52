"""Figures that a strict reader of one row would call wrong are not shown: names cut in the middle of a clause, parts
larger than their whole, the nation's or a neighbour's figures, a plan's year for what was done before it, notes."""

from __future__ import annotations

import pytest

from small_papers import paper_of
from tracker.facts import understand
from tracker.facts.figures.observe_prose import Surroundings, observe_text
from tracker.facts.figures.prose_headings import time_of_report
from tracker.facts.wording.periods import Period
from tracker.records import Observation, PaperSettings, TrackerSettings

YEAR = Period("2032-04-01", "2033-03-31", "2032/33")
QUARTER = Period("2032-10-01", "2032-12-31", "quarter 3 2032/33", kind="quarter")


def shown(text: str, *headings: str, told: Period | None = YEAR) -> dict[str, tuple[str, str, str, str]]:
    """Of each figure shown as fact: its title, part, unit and the end of its period, by its value."""
    found = observe_text(text, Surroundings("Kelbrook", told, "2033-06-30", headings))
    return {
        f.mention.value: (
            f.naming.title,
            "; ".join(value for key, value in f.naming.breakdown if key == "group"),
            f.naming.unit,
            f.period.end if f.period else "",
        )
        for f in found
        if f.naming.sure
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # cut before what belongs to the words
        ("Eviction was prevented for 54% of tenants owed a rehousing duty.", "54"),
        ("Those 31 tenants started 118 further fires.", "31"),
        ("In the shelter, 217 households asked for help because of flooding.", "217"),
        ("About 40% of cycle theft was thought to be carried out by 25 people.", "40"),
        ("Three-quarters of tenants who answered the survey (57 of 76) were pleased with the repair.", "75"),
        # leaning on the words before
        ("Sixty-four wardens now carry it.", "64"),
        ("The member said that in his ward 240 officers covered 11,000 residents.", "11000"),
        ("The rolling 12-month total is 8,240.", "8240"),
        ("Race was a factor in 59, age in 11 and faith in 19.", "11"),
        ("In the survey 54% thought the wardens did well; the best had 71%.", "71"),
        # of others than the name says
        ("The course worked with 88 men. Partners of 40 of these were interviewed.", "40"),
        ("Most had told nobody, and of those who had, 58% said that it helped.", "58"),
        (
            "Hoarding was found in 74 homes. The team made 1,205 visits, and in 80 flats, 17 of which were sent on.",
            "17",
        ),
        ("It cost £386,000 a year, or about £583 for each person supported.", "583"),
        ("Each £1 spent on play schemes saves the public purse an estimated £3.", "3"),
        ("We will spend £2.4m over four years, mend roofs and bring the wait for lessons below six weeks.", "2400000"),
        ("Savings of £4.4m were made, and reserves fell to £11.8m.", "11800000"),
        # the nation, neighbours, the county
        ("The cost of arson has been put at £74 billion a year.", "74000000000"),
        ("Arson costs society £740,000 a year.", "740000"),
        ("In Ashwater, our neighbouring authority, the order was used 60 times.", "60"),
        ("The National Alarm Line received 17,004 calls last year.", "17004"),
        ("The force recorded 2,020 fires across the county, of which 610 were in Kelbrook.", "2020"),
        ("One in three women will meet it in her lifetime and 86% of women have been followed.", "86"),
        # what is not done, what is set by others
        ("Options for next year include cutting the wardens, saving £96,000.", "96000"),
        ("We aim to double the number of orders from the baseline of 146.", "146"),
        ("Caseloads fell from 62 to 48; the recommended level is 40.", "40"),
        ("Grade 1 fires were reached quickly.", "1"),
        # a clause put together twice
        (
            "It has 34.5 full time equivalent staff, four of whom are lent by us, together with 29 volunteers.",
            "29",
        ),
    ],
)
def test_what_a_row_alone_would_tell_wrongly_waits(text: str, value: str) -> None:
    assert value not in shown(text)


@pytest.mark.parametrize(
    ("text", "value", "title", "unit"),
    [
        (
            "On the farms 40 people were killed and 61 seriously injured in 2032.",
            "61",
            "People seriously injured",
            "people",
        ),
        ("There were 17 barn fires and no deaths.", "17", "Barn fires", "fires"),
        (
            "Theft from the person bucked the trend with a 17% rise to 1,306.",
            "1306",
            "Theft from the person",
            "offences",
        ),
        (
            "The ASB team handled 388 cases. Noise accounted for 44 per cent.",
            "44",
            "ASB team: noise as a share of",
            "%",
        ),
        ("14 people were hurt or badly burned on farms.", "14", "People who were hurt or badly burned", "people"),
        ("We helped 49 tenants, lower than the 53 a year earlier.", "49", "Tenants helped", "tenants"),
    ],
)
def test_a_name_has_its_own_words_and_unit(text: str, value: str, title: str, unit: str) -> None:
    found = shown(text)[value]
    assert found[0].startswith(title)
    assert found[2] == unit


def test_a_comparator_leads_no_later_name() -> None:
    found = shown("The rate of fires was 189 per 100,000. This is higher than the East Vale (139). It means 33 homes.")
    assert not any("East Vale" in title for title, *_ in found.values())


@pytest.mark.parametrize(
    ("before", "ours"),
    [
        ("Because national data is so late we use our own count.", True),
        ("Nationally we have seen a rise.", False),
        ("We know that nationally the picture is grim.", False),
    ],
)
def test_what_we_do_about_national_data_is_told_of_us(before: str, ours: bool) -> None:
    assert ("81" in shown(f"{before} There were 81 barns on the list.")) == ours


def test_a_verb_the_parse_does_not_know_names_no_giver() -> None:
    found = shown("The post costs £58,200 a year. The Fire Office reimburses up to £10,000 for the costs of hoses.")
    assert not any("reimburses" in group for _, group, *_ in found.values())


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("The crew cleared 1,340 tips, up from 980 hours the year before.", "1340", "2033-03-31"),
        ("Officers raised 83 concerns, twice as many as in the year before.", "83", "2033-03-31"),
        ("Barn fires rose from 14 to 31 in the six months that followed October 2031.", "31", ""),
        ("At the end of March 2033 there were 402 pupils in care. The form was used on 230 occasions.", "230", ""),
        (
            "The wardens issued 19 warnings in 2031. 37 signs were replaced in the last financial year.",
            "37",
            "2033-03-31",
        ),
        ("Following the order's renewal in January 2033, 22 warnings were issued.", "22", "2033-03-31"),
        ("In total they helped 4,377 people last year.", "4377", ""),
    ],
)
def test_a_time_that_is_not_the_figures_own_is_not_lent(text: str, value: str, end: str) -> None:
    assert shown(text)[value][3] == end


def test_a_part_has_both_halves_of_its_name() -> None:
    found = shown("There were 97 pupils on roll, of whom 25 were from a Roma or mixed background.")
    assert found["25"][1] == "from a Roma or mixed background"


def test_of_two_times_compared_each_number_has_its_own() -> None:
    found = shown("Arson fell compared with Q3 2031/32, from 76 offences to 57.", told=QUARTER)
    assert found["57"][3] == "2032-12-31"
    assert shown("Arson: 12 in the quarter, 41 over the rolling year.", told=QUARTER)["41"][3] == ""


def test_since_something_began_is_said_to_be_since_then() -> None:
    figures = observe_text("Since the scheme began in June 2031 there had been 870 visits.", Surroundings("Kelbrook"))
    assert [f.period.label for f in figures if f.period] == ["since June 2031"]


def test_an_average_is_no_count() -> None:
    (nights, volunteers) = observe_text(
        "Street Pastors went out on 51 nights with an average of six volunteers.", Surroundings("Kelbrook", YEAR)
    )
    assert (nights.naming.measure, volunteers.naming.measure) == ("count", "average")


def test_what_will_be_is_a_plan_though_will_is_said_once() -> None:
    (start, end) = (
        f
        for f in observe_text("We will spend more and increase refuge places from 21 to 28.", Surroundings("Kelbrook"))
        if f.mention.value in ("21", "28")
    )
    assert (start.naming.breakdown, end.naming.breakdown) == ((), (("plan", "planned"),))


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Kelbrook Youth Plan 2032-33", ""),
        ("Budget and delivery plan 2032/33", ""),
        ("Kelbrook Youth Plan 2032-33: progress report", "2033-03-31"),
        ("Annual report 2032/33", "2033-03-31"),
    ],
)
def test_a_plans_year_is_no_time_of_what_was_done_before_it(title: str, year: str) -> None:
    told = time_of_report((title,), "2032-06-01")
    assert (told.end if told else "") == year


def observations(*texts: str) -> list[Observation]:
    paper = paper_of(*texts).model_copy(update={"date": "2033-06-30"})
    facts = understand(
        paper, paper_id="x", settings=PaperSettings(), tracker=TrackerSettings(place="Kelbrook", board="Kelbrook Board")
    )
    return [o for o in facts.observations if o.trust != "unsure"]


def test_no_part_is_larger_than_its_whole() -> None:
    found = observations(
        "The supported housing scheme has 18 beds; 15 people moved on.",
        "Of the 23 people counted sleeping rough, 16 had a drug or alcohol need.",
    )
    assert not [o for o in found if o.value == "23" and o.breakdown]
    assert "15" in {o.value for o in found}


def test_numbered_notes_are_no_figures() -> None:
    assert observations("1 Youth Justice Statistics 2031/32, Table 6.2. 2 Census 2031. 3 A review of 19 studies.") == []


def test_a_motto_over_a_chapter_leads_no_name() -> None:
    found = shown("There were 402 children in care in 2032/33.", "Pupil First, Future First: children in our care")
    assert found["402"][0] == "Children in care"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The survey pointed to an overall reduction in vandalism of 30%.", "30"),
        ("Kelbrook has seen an increase in the last year of 94 fires.", "94"),
        ("Since 2031 the waiting list is 49% shorter.", "49"),
    ],
)
def test_how_much_something_changed_is_no_figure_of_its_own(text: str, value: str) -> None:
    assert value not in shown(text, told=None)


def test_values_compared_in_a_list_are_each_of_its_fellow() -> None:
    text = (
        "In all 42 warnings, 7 notices and 3 orders were issued in 2032/33; the equivalent numbers in 2031/32 were "
        "31, 9 and 1."
    )
    assert {value: (row[0], row[3]) for value, row in shown(text, told=None).items()} == {
        "42": ("Warnings issued", "2033-03-31"),
        "7": ("Notices issued", "2033-03-31"),
        "3": ("Orders issued", "2033-03-31"),
        "31": ("Warnings issued", "2032-03-31"),
        "9": ("Notices issued", "2032-03-31"),
        "1": ("Orders issued", "2032-03-31"),
    }


def test_how_long_nothing_was_so_low_is_no_time() -> None:
    text = "Calls numbered 8,214 in 2032/33, the lowest since 2018, and noise was behind 71% of calls."
    assert {row[3] for row in shown(text, told=None).values()} == {"2033-03-31"}


def test_a_verb_said_once_is_said_of_the_next_share_too() -> None:
    text = "At case closure 84% of clients reported feeling safer and 78% an improved quality of life."
    assert [row[0] for row in shown(text).values()] == [
        "Clients who reported feeling safer",
        "Clients who reported an improved quality of life",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The panel held four meetings, at which attendance averaged 82%.", "82"),
        ("Wardens took £3,100 in cash and scales worth £1,200.", "1200"),
        ("The main reason was noise (25% of complaints) followed by litter (23% of complaints).", "25"),
    ],
)
def test_the_rest_of_another_clause_is_no_name(text: str, value: str) -> None:
    assert value not in shown(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # what a change is told in
        ("Kelbrook recorded fewer thefts in the year, or 47 less victims when compared to the year before.", "47"),
        ("Thefts from sheds had seen a 6.4% 12 month increase.", "6.4"),
        # names that say only where, or which others
        ("In a day, wardens had been able to easily open 18 garages in Ashdown and 14 in Upper Mere.", "14"),
        ("In the quarter there were 15 arrests and 38 other theft offences.", "38"),
        ("Upper Mere was the ward with the highest number of fires, accounting for 23%.", "23"),
        # a ward's rate, told under no name
        ("Upper Mere ward stood out with the highest volume (612 fires) and rate (31.2 per 1,000 people).", "31.2"),
        # how many are ranked
        ("The repair rate was 71.4%, the 3rd highest of the county's 14 districts.", "14"),
    ],
)
def test_what_a_name_alone_does_not_tell_waits(text: str, value: str) -> None:
    assert value not in shown(text)


def test_what_could_be_done_is_told_in_the_words_of_its_sentence() -> None:
    text = "In a day, wardens had been able to easily open 18 garages in Ashdown."
    assert shown(text)["18"][0] == "Wardens had been able to easily open … garages in Ashdown"
    assert shown("Wardens were able to visit 31 homes.")["31"][0] == "Wardens were able to visit … homes"


def test_this_and_it_have_a_verb_behind_them() -> None:
    text = "This represents 83 tenants moving home for the first time and the rate is lower than the average."
    assert shown(text)["83"][0] == "Tenants moving home"
    text = "There were no evictions made between April and December 2032 and so the local rate is now 12."
    assert "Evictions made and so the local rate" not in {title for title, *_ in shown(text).values()}


def test_the_time_of_a_contrasting_clause_is_not_that_of_the_clause_before() -> None:
    told = shown("Theft now stood at 1,430 offences although theft in quarter 1 2031/32 had fallen by 41.", told=None)
    assert told["1430"][3] == ""
    told = shown("Staff helped 214 tenants while working in hostels in 2031/32.", told=None)
    assert told["214"][3] == "2032-03-31"


@pytest.mark.parametrize(
    ("text", "title", "rank"),
    [
        ("Kelbrook is ranked 5th out of 32 districts for the number of fires set.", "Fires set", "position out of 32"),
        (
            "There were 612 fires, ranking the district 12th in London for fire volume.",
            "Fire volume",
            "position in",
        ),
        ("Kelbrook has the 11th lowest level in London for theft out of 32 boroughs.", "Level of theft", "lowest in"),
    ],
)
def test_a_rank_is_of_what_it_is_held_for(text: str, title: str, rank: str) -> None:
    found = [f for f in observe_text(text, Surroundings("Kelbrook", YEAR, "2033-06-30", ())) if f.naming.sure]
    (told,) = [f.naming for f in found if f.naming.unit == "rank"]
    assert told.title.endswith(title) and told.breakdown[0][1].startswith(rank)


def test_who_makes_up_a_share_is_the_subject_of_its_own_clause() -> None:
    text = "Progress in the year showed that thefts related to building sites represented 31% of all thefts."
    assert shown(text)["31"][0].startswith("Thefts related to building sites as a share of")


def test_both_ends_of_a_move_have_one_name() -> None:
    told = shown("The number of repeat callers has fallen from 312 to 287.")
    assert told["312"][0] == told["287"][0] == "Repeat callers"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The panel heard 523 cases, an average of 44 a month, above the recommended level of 460 cases.", "460"),
        ("Wardens issued 26 notices, 4 orders and 2 fines in the quarter, taking the totals to 113, 19 and 9.", "113"),
    ],
)
def test_what_others_advise_and_bare_lists_of_totals_wait(text: str, value: str) -> None:
    assert value not in shown(text)


def test_offences_beside_a_change_are_of_the_kind_that_changed() -> None:
    told = shown("Kelbrook has seen a 14.6% reduction in arson offences over the year, with 897 offences recorded.")
    assert told["897"][0] == "Arson offences recorded"
    assert shown("There were fewer fires, with 897 offences recorded.")["897"][0] == "Offences recorded"


def test_the_first_of_the_kinds_listed_is_called_by_its_name() -> None:
    told = shown("Wardens had 478 reports of nuisance; the top three types were litter (142) and noise at night (88).")
    assert (told["142"][1], told["88"][1]) == ("litter", "noise at night")


def test_what_something_was_kept_from_belongs_to_its_name() -> None:
    told = shown("The Safe Homes Scheme fitted 71 locks, preventing 74 tenants from becoming homeless.")
    assert told["74"][0] == "Safe Homes Scheme: tenants prevented from becoming homeless"
    told = shown("The Safe Homes Scheme fitted 71 locks, preventing 74 tenants from losing their home.")
    assert told["74"][0].endswith("tenants from losing their home")


def test_a_share_of_these_is_not_of_the_whole_told_first() -> None:
    told = shown("Fires accounted for 6.1% of all calls, and arson for four fifths of these.")
    assert told["6.1"][0] == "Fires as a share of calls" and "80" not in told
