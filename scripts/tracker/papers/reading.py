"""The whole way from a PDF to a ``Paper``, as named stages that can each be looked at.

content → furniture → figures, tables → lines → columns → drafts → notes → joined → headings → blocks
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tracker.papers.agenda import find_agenda
from tracker.papers.claimed_headings import Toc
from tracker.papers.composing_pages import compose_pages
from tracker.papers.content import PageContent
from tracker.papers.doubts import NONSENSE_LAYER, OUTLINES, doubts_of
from tracker.papers.drawn_bullets import with_drawn_bullets
from tracker.papers.furniture import find_furniture
from tracker.papers.initials import with_initials
from tracker.papers.laying_out import lay_out
from tracker.papers.naming import name_paper
from tracker.papers.numerals import with_numerals
from tracker.papers.opening import PaperError, open_paper
from tracker.papers.reading_content import read_content, without_content
from tracker.papers.recognising import can_recognise, recognise
from tracker.papers.stages import Stages
from tracker.papers.tags import ElementOf, no_element, read_tags
from tracker.papers.understanding import draft_blocks, understand_blocks
from tracker.papers.weights import with_weights
from tracker.papers.wording import clean
from tracker.records import Paper

RECOGNISED = "this page is a picture without a text layer; its words were recognised by machine and may be wrong"
RECOGNISED_ANEW = "the text layer of this page cannot be read; its words were recognised by machine and may be wrong"


def read_paper(
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    pages: Sequence[int] | None = None,
    stages: Stages | None = None,
) -> Paper:
    """A paper as read. ``progress`` is told (pages done, pages in all); tables are only sought on ``pages`` (from 1).

    Raises ``PaperError`` where the file cannot be read.
    """
    document, sha256 = open_paper(path)
    with document:
        made = stages if stages is not None else Stages()
        wanted = set(pages) if pages is not None else None
        made.contents = [
            with_numerals(content)
            for content in with_initials(with_drawn_bullets(with_weights(document, _contents(document, path))))
        ]
        made.verdicts = [doubts_of(content) for content in made.contents]
        recognised = _recognise_scans(document, made)
        made.furnished = find_furniture(made.contents)
        for number, furnished in enumerate(made.furnished, 1):
            lay_out(document, furnished, made, wanted is None or number in wanted)
            if progress is not None:
                progress(number, len(made.furnished))
        tags, toc = _tags(document), _bookmarks(document)
        ends = draft_blocks(made, tags)
        understand_blocks(made, tags, ends, toc)
        read = compose_pages(made, recognised)
        agenda = find_agenda(read, [f.content for f in made.furnished], toc)
        title, date, kind = name_paper(read, agenda, clean(str((document.metadata or {}).get("title") or "")))
    return Paper(title=title, date=date, kind=kind, sha256=sha256, agenda=agenda, pages=read)


def _contents(document: Any, path: Path) -> list[PageContent]:
    """The contents of all pages; a page that cannot be read says so. Raises ``PaperError`` where none can be."""
    contents = []
    for page in document:
        try:
            contents.append(read_content(page))
        except Exception as fault:
            contents.append(without_content(page, fault))
    if document.page_count != len(contents):
        raise PaperError(
            f"{path}: the PDF is damaged (its pages went from {len(contents)} to {document.page_count} while it was "
            "read); fetch it again."
        )
    if all(content.fault for content in contents):
        raise PaperError(
            f"{path}: none of its pages can be read ({contents[0].fault}); print the paper to a new PDF and try again."
        )
    return contents


def _tags(document: Any) -> ElementOf:
    """The paper's tags; a broken tree of them is none, for they are only evidence."""
    try:
        return read_tags(document)
    except Exception:
        return no_element


def _bookmarks(document: Any) -> Toc:
    """The paper's bookmarks; broken ones are none."""
    try:
        return [(int(level), clean(str(title)), int(page)) for level, title, page, *_ in document.get_toc()]
    except Exception:
        return []


def _recognise_scans(document: Any, made: Stages) -> set[int]:
    """Puts recognised words into pages without text that can be read, where that is possible; the pages done."""
    scans = [
        i for i, (has_text, doubts) in enumerate(made.verdicts) if (doubts and not has_text) or NONSENSE_LAYER in doubts
    ]
    if not scans or not can_recognise():
        return set()
    done = set()
    for i in scans:
        content = recognise(document[i])
        if content is not None:
            made.contents[i] = content
            wrong = NONSENSE_LAYER in made.verdicts[i][1] or OUTLINES in made.verdicts[i][1]
            made.verdicts[i] = (False, (RECOGNISED_ANEW if wrong else RECOGNISED,))
            done.add(i + 1)
    return done
