"""Targets and baselines in tables: they stand on the measure's indicator, and among its figures as targets."""

from __future__ import annotations

from textwrap import dedent

from small_papers import paper_from
from tracker.facts import understand
from tracker.records import PaperFacts, PaperSettings, Target, TrackerSettings
from tracker.site.target_words import target_words

HARBURY = TrackerSettings(place="Harbury", board="Harbury Community Safety Partnership")


def facts_of(text: str) -> PaperFacts:
    settings = PaperSettings(date="2024-09-02")
    return understand(paper_from(dedent(text)), paper_id="plan", settings=settings, tracker=HARBURY)


def told(facts: PaperFacts) -> list[tuple[str, str, str, str, str, str]]:
    """Title of the indicator, value and unit, by when, baseline and its time, what the page shows."""
    titles = {indicator.id: indicator.title for indicator in facts.indicators}
    return [
        (
            titles.get(t.indicator, ""),
            f"{t.value}{t.unit if t.unit == '%' else ''}",
            t.by_when,
            t.baseline_value,
            t.baseline_period,
            target_words(t),
        )
        for t in facts.targets
    ]


def test_targets_of_several_years_with_their_baseline() -> None:
    facts = facts_of(
        """
        # Performance

        | Indicator | Baseline 2022/23 | 2023/24 | Target 2024/25 | Target 2025/26
        | Repeat victims of domestic abuse | 41% | 39% | 36% | 33%
        | Break-ins to sheds | 1,310 | 1,290 | 1,200 | 1,150"""
    )
    assert told(facts) == [
        ("Repeat victims of domestic abuse", "36%", "2024/25", "41", "2022/23", "36%, 2024/25; baseline 41%, 2022/23"),
        ("Repeat victims of domestic abuse", "33%", "2025/26", "41", "2022/23", "33%, 2025/26; baseline 41%, 2022/23"),
        ("Break-ins to sheds", "1200", "2024/25", "1310", "2022/23", "1,200, 2024/25; baseline 1310, 2022/23"),
        ("Break-ins to sheds", "1150", "2025/26", "1310", "2022/23", "1,150, 2025/26; baseline 1310, 2022/23"),
    ]
    happened = {o.as_printed for o in facts.observations if not o.breakdown}
    assert happened == {"41%", "39%", "1,310", "1,290"}
    assert {(o.as_printed, o.period_label, o.trust) for o in facts.observations if o.breakdown} == {
        ("36%", "2024/25", "machine-read"),
        ("33%", "2025/26", "machine-read"),
        ("1,200", "2024/25", "machine-read"),
        ("1,150", "2025/26", "machine-read"),
    }
    assert {o.breakdown for o in facts.observations} == {(), (("measure", "target"),)}


def test_a_target_has_no_time_but_its_own_and_hides_nothing() -> None:
    facts = facts_of(
        """
        # Performance, quarter 2 2024/25

        | Indicator | Target | Stretch target | Q2 2023/24 | Q2 2024/25
        | Children remanded | <5 | <3 | 7 | <5
        | Panels held in time | 90% | 95% | 81% | 84%"""
    )
    aimed = [(o.as_printed, o.breakdown, o.period_end, o.marker) for o in facts.observations if o.breakdown]
    assert sorted(aimed) == [
        ("90%", (("measure", "target"),), "", ""),
        ("95%", (("measure", "stretch target"),), "", ""),
        ("<3", (("measure", "stretch target"),), "", ""),
        ("<5", (("measure", "target"),), "", ""),
    ]
    assert [o.marker for o in facts.observations if o.as_printed == "<5" and not o.breakdown] == ["c"]


def test_by_when_beside_a_target_dates_no_figure_and_makes_no_action() -> None:
    facts = facts_of(
        """
        # How we will measure progress

        | Measure | Baseline | Target | By when | Lead
        | Number of safe places | 14 | 40 | March 2027 | Council
        | Residents who feel safe after dark | 51% (2023) | 60% | 2027 | Police
        | Hate crimes reported | 275 | Increase by 10% | 2026/27 | Police"""
    )
    assert told(facts) == [
        ("Number of safe places", "40", "March 2027", "14", "", "40, March 2027; baseline 14"),
        ("Residents who feel safe after dark", "60%", "2027", "51", "2023", "60%, 2027; baseline 51%, 2023"),
        ("Hate crimes reported", "increase", "2026/27", "275", "", "Increase by 10%, 2026/27; baseline 275"),
    ]
    assert facts.commitments == ()
    assert not any("2027" in (o.period_end or "") for o in facts.observations)


def test_a_target_whose_measure_has_no_figures_names_it() -> None:
    facts = facts_of(
        """
        # Measures

        | Measure | Target
        | Women who feel safe at the station | Increase
        | Calls answered in time | Maintain"""
    )
    assert [t.as_printed for t in facts.targets] == [
        "Women who feel safe at the station › Increase",
        "Calls answered in time › Maintain",
    ]


def test_a_date_by_which_an_action_is_due_is_no_target() -> None:
    facts = facts_of(
        """
        # Action plan

        | Action | Lead | Target date | Progress
        | Open a second hub for young people | Youth Service | March 2026 | Site found
        | Train ten wardens | Council | June 2026 | Begun"""
    )
    assert facts.targets == ()
    assert [c.due_date for c in facts.commitments] == ["2026-03-31", "2026-06-30"]


def test_a_baseline_alone() -> None:
    facts = facts_of(
        """
        # Measures

        | Indicator | Baseline 2021/22 | 2022/23
        | Robberies | 88 | 79
        | Thefts from shops | 612 | 640"""
    )
    assert [(t.value, t.baseline_value, target_words(t)) for t in facts.targets] == [
        ("", "88", "baseline 88, 2021/22"),
        ("", "612", "baseline 612, 2021/22"),
    ]
    assert isinstance(facts.targets[0], Target)
