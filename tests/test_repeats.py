"""A promise made again in a later paper names the first; nothing is joined."""

from __future__ import annotations

from tracker.facts.promises.repeats import with_repeats
from tracker.records import Commitment, Source


def _promise(name: str, part: str, text: str, who: str = "") -> Commitment:
    return Commitment(id=name, part=part, text=text, who=who, source=Source(paper=part, page=1, block=name))


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


def test_nothing_of_no_day() -> None:
    assert all(not c.repeats for c in with_repeats([FIRST, AGAIN], lambda _: ""))


def test_an_action_told_in_the_text_and_in_the_list_of_actions_is_one() -> None:
    said = _promise("said", "2023", "Alan Reeve would bring the timetable of the tender to partners.", "Alan Reeve")
    listed = _promise("listed", "2023", "Circulate timetable of the tender", "AR")
    others = _promise("others", "2023", "Circulate the rota of the wardens", "BK")
    found = with_repeats([said, listed, others, OTHER], _days)
    assert [c.repeats for c in found] == [(), ("said",), (), ()]
