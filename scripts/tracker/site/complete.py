"""From a book to the files that the builder renders: complete Markdown pages, data files, navigation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from tracker.site.board import meeting_page
from tracker.site.book import Book
from tracker.site.citing import citations, cited_places, taken
from tracker.site.commitments import commitments_page
from tracker.site.compared import comparison_pages
from tracker.site.datapackage import data_page, datapackage
from tracker.site.downloads import data_files
from tracker.site.feed import ADDRESS as FEED
from tracker.site.feed import feed
from tracker.site.figures import figure_places, indicator_page
from tracker.site.home import filled, start_pages
from tracker.site.lists import index_pages
from tracker.site.navigation import footer, navigation
from tracker.site.page import Page, front_matter
from tracker.site.papers import paper_page, part_page
from tracker.site.promises import outcome_page, priority_page, strategy_page
from tracker.site.reporting import reporting
from tracker.site.requests import request_page
from tracker.site.sources import pages_drawn_on
from tracker.site.strips import Strip, page_picture
from tracker.site.text import html, safe_id, way
from tracker.site.wards import ward_pages

HEADING_ALONE = re.compile(r"\s*# ([\w ,.:;’'()–-]+?)[ \t]*\n")
"""The first heading of a page that people wrote, where it is plain text without an id of its own."""
LISTED_AT = {"outcomes/": "priorities/", "strategies/": "priorities/", "draft-and-adopted/": "priorities/"}
"""Where the pages of a folder are listed that has no list of its own; for others it is the home page."""


@dataclass(frozen=True)
class CompleteSite:
    """``pages`` are Markdown by path below the builder's ``docs``; ``files`` are copied as they are; ``nav`` and
    ``extra`` go into its settings; ``addresses`` are those of all worked-out pages."""

    pages: Mapping[str, str]
    files: Mapping[str, str]
    nav: list[dict[str, Any]]
    extra: dict[str, Any]
    addresses: tuple[str, ...] = field(default=())
    strips: tuple[Strip, ...] = field(default=())
    """Pieces of the papers' pages, to be cut at build time."""


def complete(book: Book, written: Mapping[str, str]) -> CompleteSite:
    """All files of the site. ``written`` are the pages that people wrote (path below ``docs`` → Markdown): the home
    page and others that stand for no record; places in them that the data fills are filled."""
    made = record_pages(book)
    files = data_files(book)
    made += [*index_pages(book), *ward_pages(book), *comparison_pages(book), data_page(files)]
    files["data/datapackage.json"] = datapackage(book, files)
    files[FEED] = feed(book)
    pages = {page.file: page.text() for page in made}
    written = {**start_pages(book), **written}
    for path, text in written.items():
        pages[path] = _written(book, path, text)
    titles = {path: _title(path, text) for path, text in written.items()}
    addresses = {page.address for page in made}
    for old, new in book.moved.items():
        target = "/".join(safe_id(step) for step in new.split("/")) + "/"
        path = "/".join(safe_id(step) for step in old.removesuffix(".md").split("/"))
        if target in addresses and f"{path}/" not in addresses:
            files[f"{path}/index.html"] = _moved(f"{path}/", target)
    for folder in sorted({address.split("/")[0] + "/" for address in addresses if address}):
        # Who shortens an address finds a list, and not the server's.
        if folder not in addresses:
            files.setdefault(f"{folder}index.html", _moved(folder, LISTED_AT.get(folder, "")))
    if book.reading_copies:
        files["robots.txt"] = "User-agent: *\nDisallow: /\n"
    extra = {
        "st": {
            "board": book.settings.board,
            "reading_copies": book.reading_copies,
            "footer": footer(titles),
            **reporting(book.settings),
        }
    }
    return CompleteSite(pages, files, navigation(book, titles), extra, tuple(sorted(addresses)), strips_of(book))


def strips_of(book: Book) -> tuple[Strip, ...]:
    """Every strip and every picture of a page that the site shows, each once."""
    found: dict[str, Strip] = {}
    for observations in book.observations_of.values():
        for page in pages_drawn_on(book, figure_places(observations)):
            found |= {strip.file: strip for strip in page.strips(book)}
    for part in book.facts.parts:
        for number in range(part.first_page, part.last_page + 1):
            picture = page_picture(book.papers[part.paper], number, ())
            if picture:
                found[picture.file] = picture
    return tuple(found.values())


def record_pages(book: Book) -> list[Page]:
    """A page for every record that has one."""
    cited = citations(book)
    by_paper, by_part = taken(book)
    places = cited_places(book)
    pages = [strategy_page(book, s) for s in book.facts.strategies]
    pages += [priority_page(book, p) for p in book.facts.priorities]
    pages += [outcome_page(book, o) for o in book.facts.outcomes]
    pages += [indicator_page(book, i) for i in book.facts.indicators]
    pages += [commitments_page(book, group, found) for group, found in book.commitment_groups.items()]
    pages += [meeting_page(book, m) for m in book.facts.meetings]
    pages += [request_page(book, r) for r in book.facts.requests]
    pages += [part_page(book, part, cited, by_part.get(part.id, {}), places) for part in book.facts.parts]
    alone = {part.id for part in book.facts.parts}
    pages += [
        paper_page(book, paper, by_paper.get(paper.id, {})) for paper in book.papers.values() if paper.id not in alone
    ]
    return pages


def _written(book: Book, path: str, text: str) -> str:
    front, body = _front(text)
    is_home = path == "index.md"
    st: dict[str, Any] = {
        "section": "Home" if is_home else "About",
        "filters": {"kind": ["About"]},
        "tells": {"kind": "About"},
    }
    if is_home:
        st["wide"] = True
    else:
        st["crumbs"] = [{"title": "Home", "url": "."}]
        if first := HEADING_ALONE.match(body):
            # The template sets it, so that the list of contents comes after it.
            st["title"], body = first.group(1), body[first.end() :]
    front = {**front, "st": {**st, **front.get("st", {})}}
    return f"{front_matter(front)}\n{filled(book, body)}"


def _title(path: str, text: str) -> str:
    """The title that a page gives itself, else its first heading, else the name of its file."""
    front, body = _front(text)
    first = next((line[2:].partition("{:")[0].strip() for line in body.splitlines() if line.startswith("# ")), "")
    return str(front.get("title") or first or path.rpartition("/")[2].removesuffix(".md"))


def _front(text: str) -> tuple[dict[str, Any], str]:
    if not text.startswith("---\n"):
        return {}, text
    front, _, body = text[4:].partition("\n---\n")
    loaded = yaml.safe_load(front)
    return (loaded if isinstance(loaded, dict) else {}), body


def _moved(old: str, new: str) -> str:
    target = html(way(old, new))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>This page has moved</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={target}">'
        f'</head><body><p>This page has moved: <a href="{target}">here it is</a>.</p></body></html>\n'
    )
