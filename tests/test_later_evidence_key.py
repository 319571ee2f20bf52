"""What later papers report on a promise, on the five papers against the key's column ``later_evidence``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from conftest import Measured, Readings
from tracker.facts import understand
from tracker.facts.combining import combined
from tracker.facts.sections import outline_of
from tracker.records import Commitment, PaperSettings, Reading, Tracker, TrackerSettings

TRUTH = Path(__file__).parent / "truth" / "commitments.csv"
PACK = "scpb-agenda-pack-2023-07-19"
PAPERS = (PACK, "vawg-strategy-2021-24-draft", "foi-6015464", "foi-7481896", "foi-8347013")
# Places that the key does not name (it names one or two for each promise) and that a reader takes as reports too: the
# same course, service or group told of in the other report of the same year, or in the next section.
ALSO_RIGHT = frozenset(
    [
        ("CO-228", "Housing support"),
        ("CO-231", "Early intervention and prevention of domestic abuse and VAWG"),
        ("CO-233", "Support all victims and survivors to report, access help and recover."),
        ("CO-243", "Body worn cameras in DA calls"),
        ("CO-245", "Pursue perpetrators and improve their engagement with behaviour change interventions"),
        ("CO-292", "Multi-agency Governance"),
        ("CO-295", "Multi-agency Governance"),
    ]
)
BARNET = TrackerSettings(place="Barnet", board="Barnet Safer Communities Partnership")


@pytest.fixture(scope="module")
def tracker(readings: Readings) -> Tracker:
    def reading(name: str) -> Reading:
        settings, paper = PaperSettings(), readings[name]
        facts = understand(paper, paper_id=name, settings=settings, tracker=BARNET)
        return Reading(program="0", id=name, settings=settings, paper=paper, facts=facts)

    return combined([reading(name) for name in PAPERS])


def _paper(manuscript: str) -> str:
    return PACK if manuscript.startswith("scpb") else manuscript.removesuffix(".md")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.lower()))


def _is(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    return fuzz.ratio(a, b) >= 85 or (len(b) > 6 and b in a)


def _places(tracker: Tracker, commitment: Commitment) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Paper and heading of each place that is said to report on a promise, with the heading next above it: what the key
    names by a section may stand in one below it."""
    parts = {part.id: part.paper for part in tracker.facts.parts}
    outlines = {reading.id: outline_of(reading.paper) for reading in tracker.readings}
    for evidence in commitment.later_evidence:
        paper = parts[evidence.part]
        placed = outlines[paper].of(evidence.section)
        above = outlines[paper].headings(placed)[-1:] if placed else ()
        yield paper, tuple(block.text for block in (placed.block, *above)) if placed else ("",)


def test_what_later_papers_say_of_a_promise(tracker: Tracker, measured: Measured) -> None:
    with TRUTH.open(encoding="utf-8") as file:
        keys = [key for key in csv.DictReader(file) if key["scope"] == "local"]
    found: set[str] = set()
    proposed = named_by_key = right = 0
    for commitment in tracker.facts.commitments:
        mine = [
            key
            for key in keys
            if _paper(key["manuscript"]) == commitment.source.paper
            and fuzz.partial_ratio(_plain(key["wording"]), _plain(commitment.text)) >= 90
        ]
        if not mine:
            continue
        for paper, headings in dict.fromkeys(_places(tracker, commitment)):
            named = {
                key["id"]
                for key in mine
                for manuscript, _, section in (p.partition(" § ") for p in key["later_evidence"].split(" | "))
                if manuscript and _paper(manuscript) == paper and any(_is(section, heading) for heading in headings)
            }
            proposed += 1
            named_by_key += bool(named)
            right += bool(named) or any(k["id"] == i and headings[0].startswith(h) for k in mine for i, h in ALSO_RIGHT)
            found |= named
    wanted = sum(bool(key["later_evidence"]) for key in keys)
    measured("promises with what a later paper says of them", "–", f"{len(found)} of {wanted}")
    measured("places proposed that the key names", "–", f"{named_by_key} of {proposed}")
    measured("places proposed that are right to a reader", "0.8", f"{right} of {proposed}")
    assert len(found) >= 17
    assert right / proposed >= 0.8


def test_a_promise_made_again_names_the_first(tracker: Tracker) -> None:
    """The earlier one stands in an older paper, or further up in its own."""
    order = {commitment.id: n for n, commitment in enumerate(tracker.facts.commitments)}
    again = [commitment for commitment in tracker.facts.commitments if commitment.repeats]
    assert len(again) >= 8
    for commitment in again:
        for earlier in commitment.repeats:
            assert order[earlier] < order[commitment.id]
