"""What was due by the newest paper's day, the feed of new papers, and the pages that people wrote."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from site_sample import PACK, sample_book
from tracker.records import PaperFacts, TrackerSettings
from tracker.site.book import Book
from tracker.site.complete import complete
from tracker.site.due import due_page
from tracker.site.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"


def with_due_dates(*dates: str) -> Book:
    book = sample_book()
    promises = [c.model_copy(update={"due_date": d}) for c, d in zip(book.facts.commitments, dates, strict=False)]
    return replace(book, facts=book.facts.model_copy(update={"commitments": tuple(promises)}))


def newest_of(book: Book) -> str:
    return max(paper.date for paper in book.papers.values())


def test_a_promise_is_due_once_a_paper_of_that_day_or_later_is_here() -> None:
    newest = newest_of(sample_book())
    on_the_day, later = due_page(with_due_dates(newest, "2099-01-01")).body, "The board will meet in public."
    assert "We will visit every burgled home within two days." in on_the_day
    assert later not in on_the_day
    assert "none found" in on_the_day
    assert "not rated" in on_the_day


def test_nothing_is_due_without_a_day() -> None:
    body = due_page(with_due_dates("", "in spring")).body
    assert body == "<p>Nothing in the papers here was due by then.</p>"


def test_an_item_planned_for_a_past_meeting_leads_to_its_agenda_or_says_that_none_is_here() -> None:
    book = sample_book()
    [item] = book.facts.forward_items
    moved = (
        item.model_copy(update={"id": "a", "meeting_date": "2031-03-01", "meeting_date_text": "1 March 2031"}),
        item.model_copy(update={"id": "b", "meeting_date": "2031-02-01", "meeting_date_text": "1 February 2031"}),
    )
    body = due_page(replace(book, facts=book.facts.model_copy(update={"forward_items": moved}))).body
    assert "meetings/meeting-2031-03-01/#items" in body
    assert body.count("no agenda is here") == 1


def test_the_feed_is_sound_and_names_each_dated_paper_newest_first() -> None:
    book = sample_book()
    root = ElementTree.fromstring(feed(book))
    entries = root.findall(f"{ATOM}entry")
    dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert [d[:10] for d in dates] == sorted((p.date for p in book.papers.values() if p.date), reverse=True)
    assert root.findtext(f"{ATOM}updated") == dates[0]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    links = [link.get("href") for entry in entries for link in entry.findall(f"{ATOM}link")]
    assert f"papers/{PACK}/" in links


def test_the_feed_has_full_addresses_once_the_site_has_one_and_ids_that_stay() -> None:
    book = sample_book()
    at_home = replace(book, settings=book.settings.model_copy(update={"site_url": "https://tracker.example.org/x"}))
    before, after = (ElementTree.fromstring(feed(b)) for b in (book, at_home))
    links = [link.get("href", "") for link in after.iter(f"{ATOM}link")]
    assert all(link.startswith("https://tracker.example.org/x/") for link in links)
    assert [e.text for e in before.iter(f"{ATOM}id")] == [e.text for e in after.iter(f"{ATOM}id")]


def test_what_a_paper_prints_cannot_break_the_feed() -> None:
    book = sample_book()
    nasty = {key: replace(p, title="</title><b>\x00\x0b&amp; ]]>") for key, p in book.papers.items()}
    root = ElementTree.fromstring(feed(replace(book, papers=nasty)))
    assert {e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")} == {"</title><b>&amp; ]]>"}
    assert ElementTree.fromstring(feed(Book(TrackerSettings(board="Westford"), PaperFacts(), {}))) is not None


def test_a_page_that_people_wrote_is_reached_by_its_own_title() -> None:
    site = complete(sample_book(), {"help.md": "# Getting help {: #top }\n\nWords.\n", "index.md": "# Home\n"})
    about = next(section["About"] for section in site.nav if "About" in section)
    assert {"Getting help": "help.md"} in about
    assert {"title": "Getting help", "url": "help/"} in site.extra["st"]["footer"]
    assert all("index.md" not in entry.values() for entry in about)


def test_the_first_heading_of_a_written_page_stands_above_its_contents() -> None:
    pages = {
        "plain.md": "# Getting help\n\n## One\n\nWords.\n",
        "marked.md": "# Getting *help* {: #top }\n\nWords.\n",
        "index.md": "# Home\n\nWords.\n",
    }
    made = complete(sample_book(), pages).pages
    assert "title: Getting help" in made["plain.md"]
    assert "# Getting help" not in made["plain.md"]
    assert "# Getting *help* {: #top }" in made["marked.md"]
    assert "# Home" in made["index.md"]
