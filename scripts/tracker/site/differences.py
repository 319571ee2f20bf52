"""What a paper says beside what its own figures give."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Finding
from tracker.site.book import Book
from tracker.site.dates import as_words, worked_out_words
from tracker.site.page import heading, joined
from tracker.site.sources import place_link
from tracker.site.text import html, link, listed


def differences(book: Book, here: str, findings: Sequence[Finding]) -> str:
    """What the papers say beside what their own figures give, for each finding that differs."""
    if not findings:
        return ""
    boxes = []
    for finding in findings:
        places = {book.place_words(s): s for s in reversed(finding.sources)}
        where = listed([place_link(book, here, s) for s in reversed(places.values())])
        what = f'<p class="st-small">{html(finding.what)}</p>' if finding.what else ""
        gives = html(worked_out_words(finding.worked_out)) or "something else"
        boxes.append(
            f'<div class="st-diff">{what}<dl class="st-two">'
            f"<div><dt>The paper says</dt><dd>{html(as_words(finding.stated))}</dd></div>"
            f"<div><dt>Its own figures give</dt><dd>{gives}</dd></div></dl>"
            f"<p>{html(finding.explanation)} Shown as printed: {where}. "
            f"{link(here, 'figures-checked/', 'How figures are checked')}</p></div>"
        )
    title = "Where the paper differs" if len(findings) == 1 else "Where the papers differ"
    return joined(heading(title, "differences"), *boxes)
