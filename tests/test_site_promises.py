"""Pages of promises: the order of outcomes, targets in their sentence, what a tracker without priorities says."""

from __future__ import annotations

from dataclasses import replace

from site_sample import PACK, at, sample_book
from tracker.records import Commitment, Outcome, PaperFacts, Target
from tracker.site.commitments import commitments_page
from tracker.site.due import due_page
from tracker.site.lists import index_pages
from tracker.site.promises import priority_page
from tracker.site.site_paper import TextBlock


def test_outcomes_stand_in_the_order_of_their_numbers() -> None:
    book = sample_book()
    more = [
        Outcome(
            id=f"safety-2030-1-{n}", strategy="safety-2030", priority="safety-2030-1", number=f"1.{n}", title=f"T{n}"
        )
        for n in (10, 11, 3)
    ]
    facts = book.facts.model_copy(update={"outcomes": (*book.facts.outcomes, *more)})
    body = priority_page(replace(book, facts=facts), facts.priorities[0]).body
    places = [body.index(f">1.{n}<") for n in (1, 2, 3, 10, 11)]
    assert places == sorted(places)
    assert "st-rows--long" in body, "a long number has room"


def test_a_target_without_a_measure_is_shown_in_its_sentence() -> None:
    book = sample_book()
    block = next(b for b in book.texts[f"{PACK}-item-5"] if b.id == "p2-2")
    word = next(w for w in block.markdown.split() if w.isdecimal())
    alone = Target(id="t-9", indicator="nobody", value=word, as_printed=word, source=at(2, "p2-2", word))
    book = replace(book, facts=book.facts.model_copy(update={"targets": (alone,)}))
    group, commitments = next(iter(book.commitment_groups.items()))
    body = commitments_page(book, group, commitments).body
    assert f"<mark>{word}</mark>" in body and f"<li>{word} (" not in body


def test_a_promise_that_begins_amid_its_sentence_is_shown_with_all_of_it() -> None:
    book = sample_book()
    told = TextBlock("p2-2", 2, "The year was dry. The chart counts lamps; its effect on them will be told in May.")
    promise = Commitment(
        id="co9", text="its effect on them will be told in May.", due_date="2001-05-31", source=at(2, "p2-2")
    )
    book = replace(
        book,
        texts={**book.texts, f"{PACK}-item-5": (told,)},
        facts=book.facts.model_copy(update={"commitments": (promise,)}),
    )
    ((group, commitments),) = book.commitment_groups.items()
    assert "The chart counts lamps; <mark>its effect on them will be told in May</mark>." in (
        commitments_page(book, group, commitments).body
    )
    assert ">The chart counts lamps; its effect on them will be told in May.</a>" in due_page(book).body


def test_a_tracker_without_priorities_says_so_and_leads_on() -> None:
    page = next(
        p for p in index_pages(sample_book(**dict.fromkeys(PaperFacts.model_fields, ()))) if p.address == "priorities/"
    )
    assert "No paper here lists priorities." in page.body and "commitments/" in page.body
