"""What several boards call one measure: proposed as one where it may be, and two measures never."""

from __future__ import annotations

import pytest

from conftest import Measured
from small_papers import paper_from
from tracker.facts import understand
from tracker.facts.combining import combined
from tracker.facts.figures.alike import alike_names, not_told_apart
from tracker.facts.wording.measure_keys import name_key
from tracker.records import Observation, PaperSettings, Reading, Source, TrackerSettings

# The names of one measure in each line, as dashboards of different quarters and boards print them.
MEASURES = (
    (
        "Residential burglary",
        "Burglary – residential",
        "Domestic burglary",
        "Burglary in a dwelling",
        "Dwelling burglary",
    ),
    ("Burglary", "Burglary offences", "All burglary", "Total burglary"),
    ("Burglary – business and community", "Non-residential burglary", "Burglary non-dwelling", "Commercial burglary"),
    ("Theft from a vehicle", "Theft from motor vehicle", "Thefts from vehicles"),
    ("Theft of a vehicle", "Theft of motor vehicle", "Theft of MV"),
    ("Violence with injury", "Violence against the person – with injury"),
    ("Violence without injury", "Violence against the person – without injury"),
    ("Anti-social behaviour incidents", "ASB incidents", "Antisocial behaviour incidents recorded by the police"),
    ("Robbery of personal property", "Personal robbery", "Robbery – personal"),
    ("Robbery of business property", "Business robbery"),
    ("Domestic abuse offences", "DA offences", "Domestic abuse crimes", "Offences flagged as domestic abuse"),
    ("Domestic abuse incidents", "DA incidents"),
    ("Knife crime with injury", "Injury knife crime"),
    ("Hate crime", "Hate crimes recorded", "Hate crime offences"),
    ("Racist hate crime", "Racial hate crime"),
    ("Fly-tipping incidents", "Flytipping incidents"),
    ("MARAC cases", "Cases heard at MARAC", "Cases discussed at MARAC"),
    ("Repeat MARAC cases", "MARAC: repeat cases"),
    ("MARAC referrals", "Referrals to MARAC"),
    ("Deliberate fires", "Arson fires"),
)
NAMES = {f"{n}-{k}": name for n, line in enumerate(MEASURES) for k, name in enumerate(line)}
KEYS = {key: (name_key(name), "count") for key, name in NAMES.items()}


def _measure(key: str) -> str:
    return key.partition("-")[0]


def test_no_two_measures_are_joined_or_proposed_as_one() -> None:
    by_name: dict[str, set[str]] = {}
    for key, (name, _) in KEYS.items():
        by_name.setdefault(name, set()).add(_measure(key))
    assert [name for name, measures in by_name.items() if len(measures) > 1] == []
    wrong = [
        (NAMES[a], NAMES[b]) for a, others in alike_names(KEYS).items() for b in others if _measure(a) != _measure(b)
    ]
    assert wrong == []


def test_the_names_of_one_measure_are_joined_or_proposed(measured: Measured) -> None:
    alike = alike_names(KEYS)
    wanted = {(a, b) for a in NAMES for b in NAMES if a < b and _measure(a) == _measure(b)}
    found = {(a, b) for a, b in wanted if KEYS[a][0] == KEYS[b][0] or b in alike.get(a, ())}
    measured("pairs of names of one measure joined or proposed", "–", f"{len(found)} of {len(wanted)}")
    assert len(found) >= 0.9 * len(wanted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Drug and alcohol referrals", "DA referrals"),
        ("Burglary", "Residential burglary"),
        ("Violence against women", "Violence"),
        ("Missing children", "Missing adults"),
        ("Theft from the person", "Theft"),
        ("Domestic homicide reviews", "Domestic abuse homicide"),
    ],
)
def test_names_that_are_not_proposed(one: str, other: str) -> None:
    assert alike_names({"a": (name_key(one), "count"), "b": (name_key(other), "count")}) == {}


def test_who_is_counted_in_a_place_is_not_the_place() -> None:
    assert name_key("Refuges: women") != name_key("Women’s refuges")
    assert name_key("Burglary: residential") == name_key("Residential burglary")


def _figure(indicator: str, value: str, block: str) -> Observation:
    return Observation(
        id=f"q1-{indicator}-{block}",
        indicator=indicator,
        value=value,
        as_printed=value,
        period_start="2023-01-01",
        period_end="2023-03-31",
        source=Source(paper="q1", page=1, block=block),
    )


def test_names_that_one_table_prints_with_other_values_are_told_apart() -> None:
    alike = {"dwelling-burglary": {"residential-burglary"}, "residential-burglary": {"dwelling-burglary"}}
    beside = [_figure("dwelling-burglary", "31", "p1-4"), _figure("residential-burglary", "45", "p1-4")]
    assert not_told_apart(alike, beside) == {}
    same = [_figure("dwelling-burglary", "45", "p1-4"), _figure("residential-burglary", "45", "p1-4")]
    assert not_told_apart(alike, same) == alike
    elsewhere = [_figure("dwelling-burglary", "31", "p1-4"), _figure("residential-burglary", "45", "p2-7")]
    assert not_told_apart(alike, elsewhere) == alike


def _quarter(name: str, date: str, text: str) -> Reading:
    settings = PaperSettings(kind="report", date=date, title=name)
    paper = paper_from(text).model_copy(update={"title": name, "date": date, "kind": "report"})
    board = TrackerSettings(place="Wenbury", board="Wenbury Safer Communities Partnership")
    facts = understand(paper, paper_id=name, settings=settings, tracker=board)
    return Reading(program="0", id=name, settings=settings, paper=paper, facts=facts)


@pytest.mark.parametrize(
    "label",
    [
        "Burglary – residential",
        "Burglary - Business and Community",
        "Burglary in a dwelling",
        "Violence against the person – with injury",
        "Theft from a motor vehicle",
    ],
)
def test_a_label_is_read_whole(label: str) -> None:
    """What tells which sort stands behind a dash or a small word; the whole measure is printed beside it."""
    whole = label.split()[0].strip()
    lines = [
        f"In the 3 months to June 2023 there were {n} cases of {name} in Wenbury."
        for n, name in ((31, label), (84, whole))
    ]
    facts = _quarter("q1", "2023-07-12", "# Performance\n\n" + "\n\n".join(lines)).facts
    titles = {i.id: i.title for i in facts.indicators}
    assert {o.value: titles[o.indicator] for o in facts.observations} == {"31": label, "84": whole}


@pytest.mark.parametrize("aside", ["the highest for years", "mainly of phones", "an increase of 3%", "up on last year"])
def test_an_aside_is_no_part_of_a_label(aside: str) -> None:
    lines = f"In the 3 months to June 2023 there were 31 cases of Robbery – {aside}."
    facts = _quarter("q1", "2023-07-12", f"# Performance\n\n{lines}").facts
    assert [i.title for i in facts.indicators if i.measure == "count"] == ["Robbery"]


def test_four_quarters_with_four_names() -> None:
    """Each is proposed beside the others; the whole stays apart, and takes no figure of theirs."""
    printed = (
        ("q1", "2023-07-12", "June 2023", "Residential burglary", 210),
        ("q2", "2023-10-11", "September 2023", "Burglary – residential", 198),
        ("q3", "2024-01-10", "December 2023", "Domestic burglary", 240),
        ("q4", "2024-04-10", "March 2024", "Burglary in a dwelling", 225),
    )
    readings = [
        _quarter(
            paper,
            date,
            f"# Performance\n\nIn the 3 months to {end} there were {count} cases of {name} in Wenbury.\n\n"
            f"In the 3 months to {end} there were {count + 120} cases of Burglary in Wenbury.",
        )
        for paper, date, end, name, count in printed
    ]
    tracker = combined(readings)
    titles = {i.id: i.title for i in tracker.facts.indicators}
    values = {
        title: sorted(o.value for o in tracker.facts.observations if titles[o.indicator] == title)
        for title in titles.values()
    }
    whole = next(i for i in tracker.facts.indicators if i.title == "Burglary")
    assert values["Burglary"] == ["318", "330", "345", "360"]
    assert whole.also_called == ()
    parts = {title for title in values if title != "Burglary"}
    assert parts == {name for _, _, _, name, _ in printed}
    for indicator in tracker.facts.indicators:
        if indicator.title in parts:
            assert parts - {indicator.title} <= set(indicator.also_called)
