"""Promises and targets: handmade sentences, and the five papers against the key."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from conftest import Measured, Readings
from tracker.facts.context import PaperContext, context_of
from tracker.facts.figures.observe_prose import observe_prose
from tracker.facts.promises.commitments import commitments_of
from tracker.facts.promises.promise_sentences import promises_in
from tracker.facts.promises.targets import targets_of
from tracker.records import Commitment, PaperSettings, TrackerSettings

TRUTH = Path(__file__).parent / "truth"
BOARD = "Harbury Community Safety Partnership"
PAPERS = (
    "scpb-agenda-pack-2023-07-19",
    "vawg-strategy-2021-24-draft",
    "foi-6015464",
    "foi-7481896",
    "foi-8347013",
)

# (sentence, strength, words of who, by when as printed or "")
PROMISED = [
    ("The council will install 12 new cameras by March 2025.", "firm", "council", "by March 2025"),
    ("We will publish the needs assessment in September 2024.", "firm", BOARD, "September 2024"),
    ("Harbury Homes is developing a new allocation policy.", "firm", "Harbury Homes", ""),
    ("A youth hub is being set up in the town centre.", "firm", "", ""),
    ("The Board agreed to receive an update at its next meeting.", "firm", "Board", ""),
    ("ACTION: Jane Smith to circulate the presentation to all members.", "firm", "Jane Smith", ""),
    ("The strategy is due to be refreshed in autumn 2025.", "firm", "", ""),
    ("The partnership plans to recruit two more advocates.", "firm", "partnership", ""),
    ("Public Health is mapping the services that schools can use.", "firm", "Public Health", ""),
    ("Every ward will be visited twice a year.", "firm", "", ""),
    ("A report will be brought to the Board in January 2025.", "firm", "", "January 2025"),
    ("The Probation Service will share data every quarter.", "firm", "Probation Service", "every quarter"),
    ("Training for all front-line staff is planned for 2025.", "firm", "", ""),
    ("The pilot launches in Spring 2025.", "firm", "", ""),
    ("The team has agreed to meet each month.", "firm", "team", ""),
    ("Reports go to the Delivery Group quarterly.", "firm", "", ""),
    ("The council was awarded £200,000 to run the scheme until March 2026.", "firm", "", "until March 2026"),
    ("Partners intend to sign the charter.", "firm", "Partners", ""),
    ("We aim to reduce reoffending.", "soft", BOARD, ""),
    ("The partnership hopes to extend the scheme.", "soft", "partnership", ""),
    ("All residents should feel safe in the town centre.", "soft", "", ""),
    ("The council is committed to ending violence against women.", "soft", "council", ""),
    ("We would like to hear from more young people.", "soft", BOARD, ""),
    ("The team is exploring a new referral route.", "soft", "team", ""),
    ("RESOLVED that officers bring a report on CCTV to the October meeting.", "firm", "", "October"),
    ("It was agreed that Public Health would lead on the needs assessment.", "firm", "", ""),
    ("The officer undertook to circulate the figures after the meeting.", "firm", "", ""),
    ("The project is funded until March 2025.", "firm", "", "until March 2025"),
]

NOT_PROMISED = [
    "Members asked whether the scheme would be extended.",
    "It is anticipated that referrals will increase.",
    "Failure to comply will result in prosecution.",
    "An individual will be considered a repeat victim if they are referred again within 12 months.",
    "The Government will introduce a new duty in 2025.",
    "The Act will create a new offence.",
    "The Home Office will consult on the regulations.",
    "Local authorities in England must publish a strategy.",
    "The court will hear the application within 48 hours.",
    "Burglary fell by 12% on the previous year.",
    "The minutes of the meeting held on 20 January 2024 were agreed as a correct record.",
    "If you are unhappy with this answer you may ask for a review.",
    "312 reports were received in 2023/24.",
    "The scheme was launched in May 2022.",
    "Members thanked the team for its work.",
    "Under the Domestic Abuse Act 2021 councils will have new duties.",
    "The service supports victims of domestic abuse.",
    "72% agreed that the service is working well.",
]


@pytest.mark.parametrize(("text", "strength", "who", "by_when"), PROMISED, ids=[p[0][:45] for p in PROMISED])
def test_promised(text: str, strength: str, who: str, by_when: str) -> None:
    found = promises_in(text, published="2024-06-12", board=BOARD)
    assert len(found) == 1
    promise = found[0]
    assert text[promise.start : promise.end] == text.removeprefix("ACTION: ")
    assert ("firm" if promise.firm else "soft") == strength
    assert who.lower() in promise.who.lower()
    assert by_when.lower() in promise.by_when.lower() or promise.by_when.lower() in by_when.lower()


@pytest.mark.parametrize("text", NOT_PROMISED, ids=[t[:45] for t in NOT_PROMISED])
def test_not_promised(text: str) -> None:
    assert promises_in(text, published="2024-06-12", board=BOARD) == ()


def test_due_dates() -> None:
    found = promises_in("The council will report by the end of March 2025.", published="2024-06-12")
    assert found[0].due_date == "2025-03-31"


def _context(readings: Readings, name: str) -> PaperContext:
    tracker = TrackerSettings(place="Barnet", board="Barnet Safer Communities Partnership")
    return context_of(readings[name], name, PaperSettings(), tracker)


def _rows(name: str) -> list[dict[str, str]]:
    with (TRUTH / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _paper(manuscript: str) -> str:
    return PAPERS[0] if manuscript.startswith("scpb") else manuscript.removesuffix(".md")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _alike(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    if min(len(a), len(b)) < 8:
        return a == b
    return fuzz.partial_ratio(a, b) >= 90


def test_commitments_of_the_papers(readings: Readings, measured: Measured) -> None:
    keys = _rows("commitments.csv")
    wanted = hit = shown = false = 0
    for name in PAPERS:
        found: tuple[Commitment, ...] = commitments_of(_context(readings, name))
        mine = [k for k in keys if _paper(k["manuscript"]) == name]
        for key in mine:
            if key["scope"] == "local" and key["strength"] == "firm":
                wanted += 1
                hit += any(c.strength == "firm" and _alike(c.text, key["wording"]) for c in found)
        for commitment in found:
            if commitment.strength == "firm":
                shown += 1
                false += not any(k["scope"] == "local" and _alike(commitment.text, k["wording"]) for k in mine)
    assert wanted == 135
    measured("firm promises found", "0.90", f"{hit / wanted:.3f}")
    measured("firm promises that are none", "0.10 at most", f"{false / shown:.3f}")
    assert hit / wanted >= 0.90
    assert false / shown <= 0.10


def test_every_commitment_stands_where_it_says(readings: Readings) -> None:
    for name in PAPERS:
        for commitment in commitments_of(_context(readings, name)):
            words = iter(_plain(commitment.source.words).replace(" ", ""))
            # other words may stand in between (a stamp across the page), none may be missing
            assert all(letter in words for letter in _plain(commitment.text).replace(" ", ""))


def test_targets_of_the_papers(readings: Readings) -> None:
    keys = _rows("targets.csv")
    hit = 0
    for name in PAPERS:
        context = _context(readings, name)
        found = targets_of(context, observe_prose(context).drafts)
        hit += sum(
            any(t.value == k["target_value"] for t in found)
            for k in keys
            if _paper(k["manuscript"]) == name and k["target_value"]
        )
    assert hit >= 20
