"""Pages about abuse carry "Exit this page": by their names, or as people say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from site_sample import at, sample_book
from tracker.records import Term
from tracker.site.book import Book
from tracker.site.promises import outcome_page, priority_page, strategy_page
from tracker.site.sensitive import measure_is_sensitive, names_abuse


@pytest.mark.parametrize(
    "name",
    [
        "Domestic abuse incidents",
        "Violence Against Women and Girls Strategy",
        "DA/VAWG partnership training",
        "Sexual offences",
        "Stalking and harassment",
        "Honour-based abuse",
        "IDVA referrals",
    ],
)
def test_names_of_abuse_are_known(name: str) -> None:
    assert names_abuse(sample_book(), name)


@pytest.mark.parametrize("name", ["Residential burglary", "Community Safety MARAC cases", "Substance abuse", "Grapes"])
def test_other_topics_carry_no_button(name: str) -> None:
    assert not names_abuse(sample_book(), name)


def test_short_forms_are_known_where_the_papers_explain_them() -> None:
    assert not names_abuse(sample_book(), "DA incidents")
    term = Term(id="t-da", short="DA", expansion="domestic abuse", source=at(1, "p1-1", "DA"))
    assert names_abuse(sample_book(terms=(term,)), "DA incidents")
    assert not names_abuse(sample_book(terms=(term,)), "Data on incidents")


def _called(title: str, **people: Any) -> Book:
    book = sample_book()
    priority = book.facts.priorities[0].model_copy(update={"title": title})
    facts = book.facts.model_copy(update={"priorities": (priority, *book.facts.priorities[1:])})
    return replace(book, facts=facts, people={**book.people, **people})


def test_what_stands_under_a_promise_about_abuse_carries_it_too() -> None:
    book = _called("Less domestic abuse")
    priority, outcome = book.facts.priorities[0], book.facts.outcomes[0]
    assert priority_page(book, priority).meta["exit"] and outcome_page(book, outcome).meta["exit"]
    bearing = next(i for i in book.facts.indicators if outcome.id in book.bears_on(i))
    assert measure_is_sensitive(book, bearing)
    assert not strategy_page(book, book.facts.strategies[0]).meta["exit"]


def test_people_have_the_last_word() -> None:
    book = _called("Less domestic abuse", **{"safety-2030-1": {"sensitive": False}})
    assert not priority_page(book, book.facts.priorities[0]).meta["exit"]
    assert not outcome_page(book, book.facts.outcomes[0]).meta["exit"]
