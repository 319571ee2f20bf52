"""What people say about a record: summary, status, who checked it, what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.wording.word_forms import capital
from tracker.records import Indicator, Observation
from tracker.site.book import Book
from tracker.site.corrections import by_and_on, corrections_of, published_note
from tracker.site.dates import day_in_words
from tracker.site.sentences import main_sentence, newest
from tracker.site.text import listed, unique

NOT_RATED = "not rated"

Fact = dict[str, str]


def lede(book: Book, record: str, worked_out: str) -> str:
    """The first sentence of a page: people's summary where there is one, else what was worked out."""
    return book.said_by_people(record, "summary") or worked_out


def measure_message(book: Book, indicator: Indicator) -> str:
    """What is said first of a measure: its newest figure, and what its publisher has corrected since."""
    of_now = book.of_now(indicator.id)
    if not of_now and not book.every_observation_of.get(indicator.id):
        return "No figure of this measure is shown here."
    return main_sentence(indicator, of_now) + published_note(book, of_now, newest(of_now))


def status_fact(book: Book, record: str) -> list[Fact]:
    """How a promise stands, with the day it was said."""
    status = book.said_by_people(record, "status") or NOT_RATED
    on = book.said_by_people(record, "status_on")
    why = book.said_by_people(record, "status_reason")
    said = " ".join(unique((f"{why.rstrip('. ')}." if why else "", f"Said on {day_in_words(on)}." if on else "")))
    return [
        {
            "term": "Status",
            "tag": capital(status),
            "text": said or ("" if status != NOT_RATED else "no one has rated it yet"),
        }
    ]


def trust_fact(book: Book, record: str) -> list[Fact]:
    """How we know: checked by a post on a day, corrected, or machine-read."""
    by, on = book.said_by_people(record, "checked_by"), book.said_by_people(record, "checked_on")
    if corrections_of(book, record):
        return [{"term": "How we know", "tag": "Corrected", "text": "see the corrections below"}]
    if by:
        return [{"term": "How we know", "tag": "Checked", "text": by_and_on(by, on)}]
    return [{"term": "How we know", "tag": "Machine-read", "text": "from the pages named below"}]


def figures_trust_fact(book: Book, record: str, observations: Sequence[Observation]) -> list[Fact]:
    """How we know the figures of a measure: the page's own check, else those of its rows."""
    if not observations and book.every_observation_of.get(record):
        return [{"term": "How we know", "tag": "Not sure", "text": "a person has to compare it with the page"}]
    if book.said_by_people(record, "checked_by") or not observations:
        return trust_fact(book, record)
    kinds = unique(o.trust for o in observations)
    checks = unique(
        by_and_on(book.said_by_people(o.id, "checked_by"), book.said_by_people(o.id, "checked_on"))
        for o in observations
        if o.trust == "checked"
    )
    words = {"machine-read": "Machine-read", "checked": "Checked", "corrected": "Corrected", "unsure": "Not sure"}
    if len(kinds) > 1:
        counts = [f"{sum(o.trust == kind for o in observations)} {words[kind].lower()}" for kind in kinds]
        return [{"term": "How we know", "tag": "Mixed", "text": listed(counts)}]
    text = listed(checks[:2]) if checks else "from the pages named below"
    return [{"term": "How we know", "tag": words[kinds[0]], "text": text}]
