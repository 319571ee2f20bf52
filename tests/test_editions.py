"""A measure that a report stops printing is told as such, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_sample import figure, sample_book
from tracker.records import Observation, PaperPart
from tracker.site.book import Book
from tracker.site.editions import editions_of, printed_last
from tracker.site.figures import indicator_page
from tracker.site.not_here import missing_list

DAYS = {"q1": "2031-06-01", "q2": "2031-09-01", "other": "2031-10-01"}


def part(paper: str, title: str) -> PaperPart:
    return PaperPart(id=f"{paper}-item-5", paper=paper, title=title, first_page=1, last_page=9)


def printed(paper: str, measure: str, **more: object) -> Observation:
    one = figure(f"{paper}-{measure}", measure, "7", "2031-01-01", "2031-03-31", kind="table", part=f"{paper}-item-5")
    return one.model_copy(update={"source": one.source.model_copy(update={"paper": paper}), **more})


PARTS = {
    p.id: p
    for p in (
        part("q1", "Performance dashboard, Quarter 1 2031/32"),
        part("q2", "Performance Dashboard – Quarter 2 2031/32"),
        part("other", "Annual report"),
    )
}


@pytest.mark.parametrize(
    ("figures", "said", "why"),
    [
        ([("q1", "theft"), ("q1", "noise"), ("q2", "theft")], ("q1", "q2"), "the second quarter goes on without it"),
        ([("q1", "theft"), ("q1", "noise"), ("q2", "theft"), ("q2", "noise")], None, "both print it"),
        ([("q1", "noise"), ("q2", "theft")], None, "the second has no measure of the first: it is another report"),
        ([("q1", "theft"), ("q1", "noise"), ("other", "theft")], None, "another report is no later edition"),
        ([("q1", "theft"), ("q1", "noise"), ("q2", "theft"), ("other", "noise")], None, "it goes on elsewhere"),
    ],
)
def test_the_last_edition_with_a_measure(
    figures: list[tuple[str, str]], said: tuple[str, str] | None, why: str
) -> None:
    found = printed_last(editions_of([printed(*one) for one in figures], PARTS, DAYS), "noise")
    assert (found and tuple(edition.paper for edition in found)) == said, why


def test_papers_without_a_date_have_no_order() -> None:
    figures = [printed("q1", "theft"), printed("q1", "noise"), printed("q2", "theft")]
    assert printed_last(editions_of(figures, PARTS, {"q1": "2031-06-01", "q2": ""}), "noise") is None


def _two_quarters(kind: str) -> Book:
    book = sample_book()
    pack, letter = book.papers["westford-pack"], book.papers["foi-123"]
    later = replace(letter, date="2031-12-01")
    parts = tuple(
        p.model_copy(update={"title": "Performance Dashboard, December"}) if p.paper == letter.id else p
        for p in book.facts.parts
    )
    at_pack = {o.indicator for o in book.facts.observations if o.part == "westford-pack-item-5"}
    assert {"gun-crime", "residential-burglary"} <= at_pack
    again = figure("again", "residential-burglary", "9", "2031-09-01", "2031-11-30", kind="table", part="foi-123")
    again = again.model_copy(update={"source": again.source.model_copy(update={"paper": letter.id})})
    observations = tuple(o.model_copy(update={"kind": kind}) for o in book.facts.observations)
    facts = book.facts.model_copy(update={"parts": parts, "observations": (*observations, again)})
    return replace(book, facts=facts, papers={pack.id: pack, letter.id: later})


def test_the_page_says_which_paper_printed_a_measure_last() -> None:
    book = _two_quarters("table")
    assert "prints no figure under this name" in indicator_page(book, book.indicators["gun-crime"]).body
    assert "prints no figure" not in indicator_page(book, book.indicators["residential-burglary"]).body


def test_a_figure_of_running_text_in_one_paper_is_not_expected_again() -> None:
    book = _two_quarters("sentence")
    assert "prints no figure" not in indicator_page(book, book.indicators["gun-crime"]).body


def test_what_people_say_of_a_dropped_measure_stands_alone() -> None:
    book = _two_quarters("table")
    book = replace(book, people={**book.people, "gun-crime": {"replaced_reason": "The police count it otherwise."}})
    body = indicator_page(book, book.indicators["gun-crime"]).body
    assert "The police count it otherwise." in body and "prints no figure" not in body


def test_likely_names_are_told_as_undecided_and_other_names_as_names() -> None:
    book = sample_book()
    burglary = book.indicators["residential-burglary"]
    named = burglary.model_copy(update={"also_called": ("Break-ins <at home>", book.indicators["gun-crime"].title)})
    others = tuple(named if i.id == burglary.id else i for i in book.facts.indicators)
    book = replace(book, facts=book.facts.model_copy(update={"indicators": others}))
    body = indicator_page(book, named).body
    assert "The papers also call it “Break-ins &lt;at home&gt;”." in body
    assert "It may be the same measure as <a" in body and "Nobody has decided that yet." in body
    waiting = missing_list(book).body.split("Measures that may be one")[1]
    assert waiting.count("gun-crime") == 1
    assert "Measures that may be one" not in missing_list(sample_book()).body
