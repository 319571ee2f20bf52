"""Where mistakes are reported and how a page is cited: nothing that is not plainly an address gets into a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_sample import sample_book
from tracker.records import TrackerSettings
from tracker.site.complete import record_pages
from tracker.site.not_here import missing_list
from tracker.site.reporting import reporting


@pytest.mark.parametrize(
    ("mailboxes", "repository", "expected"),
    [
        (("team@council.example",), "https://code.example/a/b", {"report_mailbox": "team@council.example"}),
        ((), "https://code.example/a/b/", {"report_issue": "https://code.example/a/b/issues/new"}),
        ((), "javascript:alert(1)", {}),
        (('x"onclick="y@z.example',), "", {}),
        ((), "", {}),
    ],
)
def test_a_mistake_is_reported_where_the_settings_say(
    mailboxes: tuple[str, ...], repository: str, expected: dict[str, str]
) -> None:
    assert reporting(TrackerSettings(mailboxes=mailboxes, repository=repository)) == expected


def test_figures_and_papers_carry_a_lasting_link_and_an_entry_for_a_list_of_references() -> None:
    book = sample_book()
    settings = book.settings.model_copy(update={"site_url": "https://tracker.example/"})
    pages = {page.address: page for page in record_pages(replace(book, settings=settings))}
    for address in ("indicators/residential-burglary/", "papers/westford-pack/"):
        assert f"https://tracker.example/{address}" in pages[address].body
        assert f"url = {{https://tracker.example/{address}}}" in pages[address].body
    without = {page.address: page for page in record_pages(book)}["indicators/residential-burglary/"].body
    assert "Lasting link to this page" in without and "url = " not in without


def test_what_is_not_here_names_papers_that_could_not_be_read_and_pages_that_people_left_out() -> None:
    book = sample_book()
    paper = next(iter(book.papers.values()))
    out = replace(paper, settings=paper.settings.model_copy(update={"leave_out": ("3-4",)}))
    changed = replace(book, unread=("torn <i>paper</i>",), papers={**book.papers, paper.id: out})
    body = missing_list(changed).body
    assert "torn &lt;i&gt;paper" in body
    assert "page 3-4 of the file" in body
    assert "Every paper that was put here has been read" in missing_list(book).body
