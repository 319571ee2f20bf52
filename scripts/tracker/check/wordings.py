"""Wordings on pages against the papers: what people put right must be what the page prints at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tracker.check.proof import HELD, OpenPaper, squashed
from tracker.pages.doc_pages import DocPage
from tracker.pages.faults import Fault
from tracker.pages.source_text import source_from_text

PRINTED = {"text": "source", "stated": "source", "as_printed": "source", "short": "source", "answer": "answer_source"}
"""Fields that hold a paper's own words, and the field beside them that says where they stand."""

TITLES = ("items", "forward_items")
"""Lists whose titles are the paper's own words too."""


def wording_faults(
    page: DocPage, papers: Mapping[str, OpenPaper], by_ocr: Collection[tuple[str, int]] = ()
) -> tuple[list[Fault], int]:
    """The wordings of a page whose letters are not at their place, and how many were looked up.

    Letters are compared and not their order: a wording may run over columns, cells and lines.
    """
    faults = []
    looked_up = 0
    for path, text, place in _wordings(page.fields, ""):
        source = source_from_text(place)
        if not source.boxes or source.paper not in papers or (source.paper, source.page) in by_ocr:
            continue
        looked_up += 1
        found = papers[source.paper].words_at(source.boxes)
        letters = squashed("".join(found))
        if Counter(squashed(text.replace(HELD, ""))) - Counter(letters):
            line = page.lines.get(path, 1)
            wrong = f"says “{text[:60]}”, but its place on page {source.page} holds “{' '.join(found)[:60]}”"
            remedy = "write what the page prints there; what people want to say goes in summary"
            faults.append(Fault(page.file, line, path, wrong, remedy))
    return faults, looked_up


def _wordings(value: Any, path: str, within: str = "") -> Iterator[tuple[str, str, str]]:
    """Path, words and place of each wording."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _wordings(item, f"{path}[{number}]", within)
    elif isinstance(value, dict):
        fields = {**PRINTED, "title": "source"} if within in TITLES else PRINTED
        if within == "questions":
            fields = {**PRINTED, "text": "question_source"}
        for name, beside in fields.items():
            if value.get(name) and value.get(beside):
                yield f"{path}.{name}", str(value[name]), str(value[beside])
        for name, held in value.items():
            yield from _wordings(held, f"{path}.{name}" if path else name, name)
