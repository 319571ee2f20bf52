"""Stretches of pages that are set as one document: a pack binds several, each with styles of its own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.drafts import Draft
from tracker.papers.furniture import Furnished
from tracker.papers.headings import Body


def cut_sections(
    pages: Sequence[Sequence[Draft]], bodies: Sequence[Body], furnished: Sequence[Furnished]
) -> list[list[tuple[Draft, Body]]]:
    """The headings of each section. A new one begins at a stamp, after a blank page, and where the format changes."""
    sections: list[list[tuple[Draft, Body]]] = [[]]
    for i, (drafts, body, page) in enumerate(zip(pages, bodies, furnished, strict=True)):
        before = furnished[i - 1] if i else None
        stamped = any(f.role == "stamp" for f in page.furniture)
        after_blank = before is not None and any(f.role == "blank_page" for f in before.furniture)
        turned = before is not None and (before.content.width > before.content.height) != (
            page.content.width > page.content.height
        )
        if i and (stamped or after_blank or turned or _is_cover(drafts)):
            sections.append([])
        headings = [(d, body) for d in drafts if d.kind == "heading"]
        if _is_cover(drafts):
            sections[-1].extend(headings)
            sections.append([])
        else:
            sections[-1].extend(headings)
    return [s for s in sections if s]


def _is_cover(drafts: Sequence[Draft]) -> bool:
    """A page with a few large lines and nothing else."""
    texts = [d for d in drafts if d.lines]
    words = sum(len(d.text.split()) for d in texts)
    return bool(texts) and words <= 60 and any(d.kind == "heading" and d.size >= 24 for d in texts)
