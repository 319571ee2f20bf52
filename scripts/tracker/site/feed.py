"""The feed of new papers (Atom, RFC 4287), so that readers hear of a paper without a visit and without an account."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree

from tracker.records import TrackerSettings
from tracker.site.book import Book
from tracker.site.dates import day
from tracker.site.names import kind_words
from tracker.site.site_paper import SitePaper
from tracker.site.text import counted, safe_id

ADDRESS = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 50


def feed(book: Book) -> str:
    """The feed as XML: one entry for each dated paper, the newest first.

    Its times are the papers' own dates, since a build knows no clock. Links are full addresses when ``tracker.yml``
    names the site's, else they start from the feed's own (RFC 3986).
    """
    settings = book.settings
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    dated = [paper for paper in book.papers.values() if day(paper.date)]
    newest = sorted(dated, key=lambda paper: (paper.date, paper.title, paper.id), reverse=True)[:MOST_ENTRIES]
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(root, "title", f"{settings.site_name}: new papers")
    copies = " Shown are reading copies: figures and titles as published, wording condensed."
    _add(root, "subtitle", f"Papers of the {settings.board}, read by machine.{copies if book.reading_copies else ''}")
    _add(root, "id", _lasting(settings, ""))
    _add(root, "updated", _midnight(newest[0].date if newest else "1970-01-01"))
    _add(_add(root, "author"), "name", settings.board or settings.site_name)
    _add(root, "link", href=f"{base}{ADDRESS}", rel="self", type="application/atom+xml")
    _add(root, "link", href=base or "./", rel="alternate", type="text/html")
    for paper in newest:
        entry = _add(root, "entry")
        _add(entry, "title", paper.title)
        _add(entry, "id", _lasting(settings, paper.id))
        _add(entry, "updated", _midnight(paper.date))
        _add(entry, "link", href=f"{base}papers/{safe_id(paper.id)}/", rel="alternate", type="text/html")
        _add(entry, "summary", _summary(book, paper))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _summary(book: Book, paper: SitePaper) -> str:
    parts = [part.title for part in book.parts_of.get(paper.id, ()) if part.id != paper.id]
    inside = f" Inside: {'; '.join(parts)}." if parts else ""
    return f"{kind_words(paper.kind)}, {counted(len(paper.pages), 'page')}.{inside}"


def _lasting(settings: TrackerSettings, paper: str) -> str:
    """An id that stays when titles, dates and addresses change."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.board}#{paper}").urn


def _midnight(iso: str) -> str:
    return f"{iso}T00:00:00Z"


def _add(above: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(above, name, attributes)
    # Papers print characters that XML cannot hold.
    made.text = "".join(c for c in text if c.isprintable()) or None
    return made
