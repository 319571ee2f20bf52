"""Stretches of pages that are set as one document: a pack binds several, each with styles of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.drafts import Draft
from tracker.papers.furniture import Furnished
from tracker.papers.headings import Body

SLIDE_PRINT = 13.0
"""Points: the text of slides is at least this large on the whole."""


@dataclass(frozen=True)
class Section:
    """The headings of a stretch of pages set as one document, each with the usual print round about it."""

    headings: tuple[tuple[Draft, Body], ...]
    slides: bool


def cut_sections(
    pages: Sequence[Sequence[Draft]], bodies: Sequence[Body], furnished: Sequence[Furnished]
) -> list[Section]:
    """The sections of a paper. One begins at a stamp, after a blank page, and where the format of the page changes."""
    groups: list[tuple[list[tuple[Draft, Body]], bool]] = []
    fresh = True
    for i, (drafts, body, page) in enumerate(zip(pages, bodies, furnished, strict=True)):
        before = furnished[i - 1] if i else None
        stamped = any(f.role == "stamp" for f in page.furniture)
        after_blank = before is not None and any(f.role == "blank_page" for f in before.furniture)
        wide = page.content.width > page.content.height
        turned = before is not None and (before.content.width > before.content.height) != wide
        cover = _is_cover(drafts)
        if fresh or stamped or after_blank or turned or cover:
            groups.append(([], wide))
        groups[-1][0].extend((d, body) for d in drafts if d.kind == "heading")
        fresh = cover
    return [Section(tuple(headings), wide and _is_deck(headings)) for headings, wide in groups if headings]


def _is_deck(headings: Sequence[tuple[Draft, Body]]) -> bool:
    """Whether wide pages are slides and not a table or a report turned on its side: slides have large print."""
    return sum(body.size for _, body in headings) >= SLIDE_PRINT * len(headings)


def _is_cover(drafts: Sequence[Draft]) -> bool:
    """A page with a few large lines and nothing else."""
    texts = [d for d in drafts if d.lines]
    words = sum(len(d.text.split()) for d in texts)
    return bool(texts) and words <= 90 and any(d.kind == "heading" and d.size >= 24 for d in texts)
