"""A promise made again in a later paper names the first; nothing is joined."""

from __future__ import annotations

from tracker.facts.promises.repeats import with_repeats
from tracker.records import Commitment, Source


def _promise(name: str, part: str, text: str) -> Commitment:
    return Commitment(id=name, part=part, text=text, source=Source(paper=part, page=1, block=name))


FIRST = _promise("first", "2023", "Harbury Homes will fit new locks for every victim in the Sanctuary scheme.")
AGAIN = _promise("again", "2024", "The Sanctuary scheme: new locks will be fitted by Harbury Homes for every victim.")
OTHER = _promise("other", "2024", "The wardens will patrol the harbour and the market each evening.")
SHORT = _promise("short", "2024", "New locks.")


def _days(commitment: Commitment) -> str:
    return f"{commitment.part}-06-01" if commitment.part else ""


def test_the_later_one_names_the_first() -> None:
    found = with_repeats([FIRST, AGAIN, OTHER, SHORT], _days)
    assert [c.repeats for c in found] == [(), ("first",), (), ()]


def test_the_order_of_papers_does_not_matter() -> None:
    found = with_repeats([AGAIN, OTHER, FIRST], _days)
    assert {c.id: c.repeats for c in found} == {"again": ("first",), "other": (), "first": ()}


def test_nothing_of_the_same_part_or_of_no_day() -> None:
    same = _promise("same", "2023", AGAIN.text)
    assert all(not c.repeats for c in with_repeats([FIRST, same], _days))
    assert all(not c.repeats for c in with_repeats([FIRST, AGAIN], lambda _: ""))
