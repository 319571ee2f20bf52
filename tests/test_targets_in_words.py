"""Targets that sentences set, with by when and where the measure starts; not what was done nor what the law asks."""

from __future__ import annotations

import pytest

from small_papers import paper_of
from tracker.facts.context import context_of
from tracker.facts.figures.observe_prose import observe_prose
from tracker.facts.promises.targets import targets_of
from tracker.facts.promises.targets_in_words import targets_in_words
from tracker.records import PaperSettings, Target, TrackerSettings

# (sentence, name, value, by when, baseline, when it was measured)
SET = [
    ("We will reduce bicycle theft by 12% by March 2027.", "Bicycle theft", "decrease", "by March 2027", "", ""),
    (
        "Reduce fly-tips by 15% by 2027 from a baseline of 840 in 2023/24.",
        "Fly-tips",
        "decrease",
        "by 2027",
        "840",
        "2023/24",
    ),
    (
        "The proportion of people who feel safe at night will rise from 51% in 2023 to 60% by 2028.",
        "People who feel safe at night",
        "60%",
        "by 2028",
        "51%",
        "2023",
    ),
    (
        "By 2027 at least 75% of repeat callers will be offered a visit.",
        "Repeat callers",
        "75%",
        "By 2027",
        "",
        "",
    ),
    (
        "Cut noise complaints to below 2,000 by 2027 (baseline 2,310 in 2023/24).",
        "Noise complaints",
        "2000",
        "by 2027",
        "2310",
        "2023/24",
    ),
    ("Halve the number of arson attacks within five years.", "Arson attacks", "decrease", "within five years", "", ""),
]

UNSET = [
    "Bicycle theft fell by 12% to 440.",
    "The scheme helped to reduce bicycle theft by 12%.",
    "The council has saved money by cutting use by 10%.",
    "Officers will report in 2027.",
]


@pytest.mark.parametrize("told", SET, ids=[s[0][:40] for s in SET])
def test_a_sentence_sets_a_target(told: tuple[str, ...]) -> None:
    sentence, *wanted = told
    (found,) = targets_in_words(sentence)
    assert [found.name, found.value, found.by_when, found.baseline, found.baseline_period] == wanted


@pytest.mark.parametrize("sentence", UNSET)
def test_what_was_done_sets_none(sentence: str) -> None:
    assert list(targets_in_words(sentence)) == []


def _targets(*sentences: str) -> tuple[Target, ...]:
    paper = paper_of("# Burglary", *sentences).model_copy(update={"date": "2024-06-01", "kind": "strategy"})
    context = context_of(paper, "plan", PaperSettings(), TrackerSettings(place="Harbury", board="Harbury Board"))
    return targets_of(context, observe_prose(context).drafts)


def test_a_duty_of_every_council_is_no_target() -> None:
    assert _targets("Every local authority must publish a strategy every three years.") == ()


def test_a_baseline_stands_on_its_target_not_beside_it() -> None:
    (found,) = _targets("Reduce fly-tips by 15% by 2027 from a baseline of 840 in 2023/24.")
    assert (found.value, found.baseline_value, found.baseline_period) == ("decrease", "840", "2023/24")


def test_a_target_has_the_name_that_it_is_for() -> None:
    paper = paper_of("# Treatment", "The target for successful completions is 45%.")
    context = context_of(paper, "plan", PaperSettings(), TrackerSettings(place="Harbury", board="Harbury Board"))
    names: list[str] = []
    targets_of(context, (), lambda name: names.append(name) or name)
    assert "Successful completions" in names
