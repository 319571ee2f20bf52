"""The forms of verbs that names of figures and promises are known by."""

from __future__ import annotations

import pytest

from tracker.facts.wording.verb_forms import participle, stem


@pytest.mark.parametrize(
    ("verb", "done", "doing"),
    [
        ("carry", "carried", "carry"),
        ("issue", "issued", "issu"),
        ("hold", "held", "hold"),
        ("plan", "planned", "plann"),
        ("agree", "agreed", "agree"),
        ("survey", "surveyed", "survey"),
        ("pay", "paid", "pay"),
    ],
)
def test_participle_and_stem(verb: str, done: str, doing: str) -> None:
    assert (participle(verb), stem(verb)) == (done, doing)
