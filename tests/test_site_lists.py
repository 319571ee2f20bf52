"""The list of figures from A to Z."""

from __future__ import annotations

from dataclasses import replace

from site_sample import figure, sample_book
from tracker.records import Indicator
from tracker.site.lists_figures import figures_list


def test_letters_stand_in_their_order_whatever_mark_a_name_opens_with() -> None:
    book = sample_book()
    more = (Indicator(id="way", title="‘Way travelled’"), Indicator(id="area", title="Area lit"))
    figures = tuple(figure(i.id, i.id, "3", "2031-03-01", "2031-05-31") for i in more)
    said = {"indicators": (*book.facts.indicators, *more), "observations": (*book.facts.observations, *figures)}
    facts = book.facts.model_copy(update=said)
    body = figures_list(replace(book, facts=facts)).body
    letters = [part.split(" ")[0] for part in body.split("\n## ")[1:]]
    assert letters == sorted(letters)
    assert {"A", "W"} <= set(letters)
    assert len(letters) == len(set(letters))
