"""One measure over the quarters: a board words its dashboard a little differently each time, the series goes on."""

from __future__ import annotations

import pytest

from tracker.facts import combine
from tracker.facts.figures.alike import alike_names, in_full, written_out
from tracker.facts.figures.superseded import superseded_by
from tracker.facts.wording.measure_keys import name_key
from tracker.pages.identity import with_known_measures
from tracker.records import Indicator, Observation, Paper, PaperFacts, PaperSettings, Reading, Source, Term

PLACE = "Oakmere"


def figure(
    paper: str, indicator: str, value: str, *, name: str = "", end: str = "2030-06-30", **more: object
) -> Observation:
    return Observation(
        id=name or f"{paper}-{indicator}-{value}-{end}",
        indicator=indicator,
        value=value,
        as_printed=value,
        period_start=f"{end[:4]}-04-01",
        period_end=end,
        geography=PLACE,
        source=Source(paper=paper, page=1),
    ).model_copy(update=more)


def quarter(paper: str, date: str, *titles: tuple[str, str]) -> Reading:
    """A dashboard of one board: ids and titles of its measures, one figure each."""
    facts = PaperFacts(
        indicators=tuple(Indicator(id=key, title=title) for key, title in titles),
        observations=tuple(figure(paper, key, "12") for key, _ in titles),
    )
    return Reading(
        program="0",
        id=paper,
        settings=PaperSettings(),
        paper=Paper(title="Performance", date=date, sha256="0" * 64),
        facts=facts,
    )


FIRST = quarter(
    "q1", "2030-07-12", ("residential-burglary", "Residential Burglary"), ("referrals-to-marac", "Referrals to MARAC")
)
SECOND = quarter(
    "q2", "2030-10-11", ("burglary-residential", "Burglary - Residential"), ("marac-referrals", "MARAC referrals")
)


def indicators(readings: tuple[Reading, ...]) -> list[set[str]]:
    return [{o.indicator for o in reading.facts.observations} for reading in readings]


def test_another_wording_goes_on_under_the_first_id() -> None:
    kept = with_known_measures([SECOND], [FIRST], PLACE)
    assert indicators(kept) == [{"residential-burglary", "referrals-to-marac"}]
    both = {i.id: i for i in combine([FIRST, *kept]).facts.indicators}
    assert both.keys() == {"residential-burglary", "referrals-to-marac"}
    assert "MARAC referrals" in both["referrals-to-marac"].also_called


def test_a_measure_bears_the_name_that_most_of_its_figures_are_printed_under() -> None:
    rows = tuple(figure("q2", "referrals-to-marac", str(n), end=f"{2020 + n}-06-30") for n in range(5))
    later = SECOND.model_copy(
        update={
            "facts": PaperFacts(
                indicators=(Indicator(id="referrals-to-marac", title="MARAC referrals", unit="referrals"),),
                observations=rows,
            )
        }
    )
    (measure,) = (i for i in combine([FIRST, later]).facts.indicators if i.id == "referrals-to-marac")
    assert (measure.title, measure.unit, measure.also_called) == (
        "MARAC referrals",
        "referrals",
        ("Referrals to MARAC",),
    )
    assert combine([later, FIRST]).facts.indicators == combine([FIRST, later]).facts.indicators


def test_of_names_printed_as_often_the_earliest_stays() -> None:
    kept = with_known_measures([SECOND], [FIRST], PLACE)
    titles = {i.id: i.title for i in combine([FIRST, *kept]).facts.indicators}
    assert titles["referrals-to-marac"] == "Referrals to MARAC"


def test_all_at_once_gives_what_one_after_the_other_gives() -> None:
    assert indicators(with_known_measures([SECOND, FIRST], [], PLACE)) == [
        {"residential-burglary", "referrals-to-marac"},
        {"residential-burglary", "referrals-to-marac"},
    ]


def test_an_older_paper_that_comes_later_takes_the_ids_that_stand() -> None:
    kept = with_known_measures([FIRST], [SECOND], PLACE)
    assert indicators(kept) == [{"burglary-residential", "marac-referrals"}]


def test_what_a_paper_was_given_before_stays_when_it_is_read_again() -> None:
    assert with_known_measures([SECOND], [FIRST, SECOND], PLACE) == (SECOND,)


def test_two_measures_of_one_paper_never_become_one() -> None:
    both = quarter("q3", "2031-01-10", ("marac-referrals", "MARAC referrals"), ("referrals-marac", "Referrals: MARAC"))
    (kept,) = with_known_measures([both], [FIRST], PLACE)
    assert len({o.indicator for o in kept.facts.observations}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Violence with Injury", "Violence With Injuries (VWI)"),
        ("Knife Crime", "Knife crime offences"),
        ("Residential Burglary", "Residential burglaries in Oakmere"),
        ("ASB complaints to the council", "ASB complaints received by the council"),
    ],
)
def test_names_that_mean_the_same_have_one_key(one: str, other: str) -> None:
    assert name_key(one, PLACE) == name_key(other, PLACE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Domestic abuse incidents", "Domestic abuse offences"),
        ("Hate crime", "Hate incidents"),
        ("Commercial Burglary", "Non-Commercial Burglary"),
        ("Support for victims (new)", "Support for victims"),
    ],
)
def test_names_that_differ_in_meaning_have_two(one: str, other: str) -> None:
    assert name_key(one, PLACE) != name_key(other, PLACE)


def test_likely_names_are_proposed_across_papers_and_others_not() -> None:
    names = {
        "domestic-abuse": "Domestic abuse",
        "domestic-abuse-incidents": "Domestic abuse incidents",
        "cpws": "CPWs issued",
        "cpns": "CPNs issued",
        "new": "New cases of stalking",
        "closed": "Closed cases of stalking",
    }
    found = alike_names({key: (name_key(name), "count") for key, name in names.items()})
    assert found == {"domestic-abuse": {"domestic-abuse-incidents"}, "domestic-abuse-incidents": {"domestic-abuse"}}


DATES = {"q1": "2030-07-12", "q2": "2030-10-11"}


def test_a_later_value_takes_the_place_of_an_earlier_one() -> None:
    early, late = figure("q1", "marac", "101", name="a"), figure("q2", "marac", "104", name="b", marker="r")
    assert superseded_by([early, late], DATES) == {"a": "b"}
    assert superseded_by([late, early], DATES) == {"a": "b"}


@pytest.mark.parametrize(
    ("late", "why"),
    [
        (figure("q2", "marac", "101", name="b"), "the same value"),
        (figure("q2", "marac", "104", name="b", end="2030-09-30"), "another period"),
        (figure("q2", "marac", "104", name="b", breakdown=(("ward", "Abbey"),)), "a part"),
        (figure("q2", "marac", "104", name="b", geography="England"), "another place"),
        (figure("q2", "marac", "104", name="b", trust="unsure"), "not sure"),
        (figure("q2", "marac", "100", name="b", qualifier="about"), "rounded"),
        (figure("q1", "marac", "104", name="b"), "one paper against itself"),
    ],
)
def test_what_does_not_take_its_place(late: Observation, why: str) -> None:
    assert superseded_by([figure("q1", "marac", "101", name="a"), late], DATES) == {}, why


def test_a_superseded_paper_gives_way_even_where_it_says_the_same() -> None:
    draft, final = figure("q1", "marac", "101", name="a"), figure("q2", "marac", "101", name="b")
    assert superseded_by([draft, final], DATES, {"q1"}) == {"a": "b"}
    assert superseded_by([draft, final], DATES, {"q2"}) == {}


def test_short_forms_are_written_out_before_names_are_compared() -> None:
    terms = [
        Term(id="da", short="DA", expansion="Domestic Abuse", source=Source(paper="q1", page=1)),
        Term(id="cp", short="CP", expansion="Care Plan", source=Source(paper="q1", page=1)),
        Term(id="cp-2", short="CP", expansion="Child Protection", source=Source(paper="q1", page=1)),
        Term(id="oss", short="OSS", expansion="One Stop Shop", source=Source(paper="q1", page=1)),
        Term(id="oss-2", short="OSS", expansion="One stop shops", source=Source(paper="q2", page=1)),
    ]
    meaning = written_out(terms)
    assert in_full("DA offences", meaning) == "Domestic Abuse offences"
    assert in_full("Domestic abuse (DA) offences", meaning) == "Domestic Abuse offences"
    assert in_full("Visits to OSSs", meaning) == "Visits to One Stop Shop"
    assert in_full("CP reviews", meaning) == "CP reviews", "two expansions: nobody knows which"
    assert in_full("DATA kept", meaning) == "DATA kept"


def test_names_with_the_same_head_are_not_alike_for_that() -> None:
    names = {
        "housing": "Partnership training on stalking: housing staff trained",
        "adults": "Partnership training on stalking: adults and health",
        "all": "Partnership training on stalking",
    }
    assert alike_names({key: (name_key(name), "count") for key, name in names.items()}) == {}
