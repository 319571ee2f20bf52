"""Draft against adopted: how two wordings differ by words, and which strategies are compared."""

from __future__ import annotations

import pytest

from tracker.records import Outcome, PaperFacts, PaperPart, PaperSettings, Priority, Source, Strategy, TrackerSettings
from tracker.records import Wording as W
from tracker.site.book import Book
from tracker.site.compared import comparison_links, comparison_pages
from tracker.site.site_paper import PaperPage, SitePaper
from tracker.site.wording_changes import wording_change


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Light every lamp", "Light every  lamp", "same words"),
        ("Light every lamp", "Light Every Lamp", "capitals only"),
        ("Light every lamp", "Light every lamp.", "punctuation only"),
        ("Light the lamppost", "Light the lamp-post.", "hyphens or spaces and punctuation only"),
        ("Light every lamp", "Light every second lamp", "1 word put in"),
        ("Light every last lamp", "Light some lamp", "2 words taken out and 1 word put in"),
    ],
)
def test_what_differs_is_named(before: str, after: str, said: str) -> None:
    change = wording_change(before, after)
    assert change.said == said
    assert change.differs == ("word" in said and said != "same words")


def test_changes_are_marked_by_words_and_text_stays_text() -> None:
    change = wording_change("End all <b>harm</b> now", "Reduce all <b>harm</b> now.")
    assert change.marked == (
        '<span class="st-vh">taken out: </span><del>End</del> <span class="st-vh">put in: </span><ins>Reduce</ins> '
        "all &lt;b&gt;harm&lt;/b&gt; now."
    )


def _book(*, answers: tuple[str, ...] = ("new-1",), second: tuple[str, ...] = ("new-2",)) -> Book:
    def said(text: str, page: int) -> tuple[W, ...]:
        return (W(text=text, source=Source(paper="p", page=page, words=text)),)

    def priority(name: str, text: str, page: int, answers: tuple[str, ...] = ()) -> Priority:
        strategy, number = name.rsplit("-", 1)
        return Priority(
            id=name, strategy=strategy, number=number, title=text, called="Aim", wordings=said(text, page),
            answers=answers,
        )  # fmt: skip

    facts = PaperFacts(
        parts=(PaperPart(id="p", paper="p", title="Paper", first_page=1, last_page=3),),
        strategies=(
            Strategy(id="old", title="Lamp strategy 2020-22", period="2020-22", status="draft"),
            Strategy(id="new", title="Lamp strategy 2022-25", period="2022-25"),
        ),
        priorities=(
            priority("old-1", "Light every lamp", 1, answers),
            priority("old-2", "End harm", 1, second),
            priority("new-1", "Light every lamp.", 2),
            priority("new-2", "Reduce harm", 2),
            priority("new-3", "Mend roads", 2),
        ),
        outcomes=(
            Outcome(
                id="new-3-1", strategy="new", priority="new-3", number="3.1", title="End harm", wordings=said("x", 3)
            ),
        ),
    )  # fmt: skip
    paper = SitePaper(
        "p", "Paper", "paper", "2023-01-01", PaperSettings(), tuple(PaperPage(n, "", 1, 1) for n in (1, 2))
    )
    return Book(settings=TrackerSettings(), facts=facts, papers={"p": paper})


def test_a_draft_and_its_adopted_strategy_have_one_page_linked_from_both() -> None:
    book = _book()
    (page,) = comparison_pages(book)
    assert page.address == "draft-and-adopted/old/"
    assert "punctuation only" in page.body
    assert "<del>End</del>" in page.body and "<ins>Reduce</ins>" in page.body
    assert "Added since" in page.body and "Mend roads" in page.body
    assert "2 aims" in str(page.meta["lede"]) and "2022-25: 1 in the same words, 1 in other words" in page.meta["lede"]
    for strategy in book.facts.strategies:
        assert 'href="../../draft-and-adopted/old/"' in comparison_links(book, f"strategies/{strategy.id}/", strategy)


def test_an_answer_on_the_level_that_answers_most_is_taken_and_few_answers_make_no_page() -> None:
    both = comparison_pages(_book(second=("new-2", "new-3-1")))[0]
    assert "Aim 2" in both.body and "Outcome 3.1" not in both.body
    assert comparison_pages(_book(second=())) == [], "half of the promises is not most of them"
