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


def _places(tracker: Tracker, commitment: Commitment) -> Iterator[tuple[str, str]]:
    """Paper and heading of each place that is said to report on a promise."""
    parts = {part.id: part.paper for part in tracker.facts.parts}
    headings: dict[tuple[str, str], str] = {}
    for reading in tracker.readings:
        for placed in outline_of(reading.paper):
            headings[reading.id, placed.block.id] = placed.block.text
    for evidence in commitment.later_evidence:
        paper = parts[evidence.part]
        yield paper, headings.get((paper, evidence.section), "")


def test_what_later_papers_say_of_a_promise(tracker: Tracker, measured: Measured) -> None:
    with TRUTH.open(encoding="utf-8") as file:
        keys = [key for key in csv.DictReader(file) if key["scope"] == "local"]
    found: set[str] = set()
    proposed = right = 0
    for commitment in tracker.facts.commitments:
        mine = [
            key
            for key in keys
            if _paper(key["manuscript"]) == commitment.source.paper
            and fuzz.partial_ratio(_plain(key["wording"]), _plain(commitment.text)) >= 90
        ]
        if not mine:
            continue
        for paper, heading in dict.fromkeys(_places(tracker, commitment)):
            named = {
                key["id"]
                for key in mine
                for manuscript, _, section in (p.partition(" § ") for p in key["later_evidence"].split(" | "))
                if manuscript and _paper(manuscript) == paper and _is(section, heading)
            }
            proposed += 1
            right += bool(named)
            found |= named
    wanted = sum(bool(key["later_evidence"]) for key in keys)
    measured("promises with what a later paper says of them", "–", f"{len(found)} of {wanted}")
    measured("places proposed that the key names", "0.8", f"{right} of {proposed}")
    assert len(found) >= 7
    assert right / proposed >= 0.8


def test_a_promise_made_again_names_the_first(tracker: Tracker) -> None:
    """The earlier one stands in an older paper, or further up in its own."""
    order = {commitment.id: n for n, commitment in enumerate(tracker.facts.commitments)}
    again = [commitment for commitment in tracker.facts.commitments if commitment.repeats]
    assert len(again) >= 8
    for commitment in again:
        for earlier in commitment.repeats:
            assert order[earlier] < order[commitment.id]
