"""A paper's title, date and kind, from what it prints."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import AgendaEntry, Page, PaperKind


def name_paper(pages: Sequence[Page], agenda: Sequence[AgendaEntry], named: str) -> tuple[str, str, PaperKind]:
    """Title, ISO date or "", kind. ``named`` is the title that the PDF itself carries."""
    title = named
    for page in pages[:2]:
        headings = [b for b in page.blocks if b.kind == "heading"]
        if headings and not title:
            title = min(headings, key=lambda b: b.level).text
    return title, "", "paper"
