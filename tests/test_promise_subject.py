"""Who will: the words before a promising verb that name who acts, whatever stands around them."""

from __future__ import annotations

import pytest

from tracker.facts.promises.promise_subject import doer_named, subject_of
from tracker.facts.promises.promise_who import who_acts

BOARD = "Harbury Community Safety Partnership"

# The clause, its verb marked by "*", and who acts.
ACTS = [
    ("A new adviser, replacing the last, *will start a forum", "new adviser"),
    ("Larkspur *is recruiting two workers", "Larkspur"),
    ("Harbury and 6 other boroughs (Elm, Fenton and Marle) *will share a worker", "Harbury and 6 other boroughs"),
    ("The newly named lead for a network of night-time venues in the town centre *will call", "newly named lead"),
    ("The plan tells how the Harbury Youth Board *is to meet it", "Harbury Youth Board"),
    ("The grant went to the Fenton Training Hub, which *will run the course", "Fenton Training Hub"),
    ("Each quarter our Violence Forum *will see the figures", "Violence Forum"),
    ("Over the coming year, the partnership *will open a hub", "partnership"),
    ("Between May and July officers *will go back", "officers"),
    ("As the two are so closely tied, Marle schools *will teach both", "Marle schools"),
    ("The council, with its partners, *will hold a fair", "council"),
    ("The Harbour Group meets each month and *will report", "Harbour Group"),
    ("The hub has opened and the Youth Team *will run it", "Youth Team"),
    ("The Director said that the team and the police *would meet", "team and the police"),
    ("To slow traffic down we *are making changes", BOARD),
    ("We have opened a hub and *will run it", BOARD),
    ("Our website *will list them", BOARD),
    ("Our Housing Team *will visit", "Housing Team"),
    ("The pilot *will run until March", ""),
    ("Completion *is due in May", ""),
    ("Membership of the Board *will widen", ""),
    ("It *will also hear from residents", ""),
    ("Victims *will be told", ""),
    ("The Chair said she *would ask", ""),
]


@pytest.mark.parametrize(("clause", "who"), ACTS, ids=[a[0][:40] for a in ACTS])
def test_who_acts_before_a_verb(clause: str, who: str) -> None:
    at = clause.index("*")
    assert doer_named(subject_of(clause.replace("*", ""), at), BOARD) == who


@pytest.mark.parametrize(
    ("clause", "verb", "who"),
    [
        ("Family Services also leads an audit of the cases.", "leads", "Family Services"),
        ("A new adviser, now appointed, will in 2033 begin to visit schools.", "begin", "new adviser"),
    ],
)
def test_who_acts_where_names_end_as_adverbs_do_and_times_stand_within_the_verb(
    clause: str, verb: str, who: str
) -> None:
    assert who_acts(clause, "the board", clause.index(verb)) == who
