"""Labels that a line or list gives its numbers: "Stage 3 contracts: 2022/23 – 19; 2021/22 – 11", "Robbery (102)".

In: the words before a number. Out: the label as a title, None where the number has none, "" where what stands there is
no name.
"""

from __future__ import annotations

import re

from tracker.facts.figures.statement_titles import FINITE, VERB
from tracker.facts.wording.word_forms import capital

_LABELLED = re.compile(
    r"(?:^\W*(?:\d+(?:\.\d+)*\.?\s+)?|,\s|\sand\s|:\s)(?:and\s)?"
    r"([A-Za-z][\w'’&/ -]{2,60}?)\s\(\s*(?:(?:up|down)\sfrom\s)?$"
)
# Times are blanks.
_ROW = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?([A-Z][^:;.]{3,70}):[\s–—-]*"
    # no piece can end in two ways, so that a long list of numbers costs its length
    r"(?:\d[\d.]*(?:,\d{3})*(?:(?!,\s|\sand\s)[^\d:;.]){0,40}(?:;|,\s|\sand\s)[\s–—-]*)*$"
)
_NO_LABEL = re.compile(r"\b(?:majority|most|these|those|them|which|whom|the\s\w+|" + VERB + r")\b", re.I)


def label_of(before: str) -> str | None:
    """The label that stands before a number, "" where it says nothing, None for no label."""
    row = _ROW.match(before)
    if row and not FINITE.search(row[1]):
        return capital(row[1].strip())
    labelled = _LABELLED.search(before)
    if labelled is None:
        return None
    if re.search(r"\d{2}", labelled[1]):
        return None
    listed = not _NO_LABEL.search(labelled[1]) and not FINITE.search(before[: labelled.start(1)])
    return capital(labelled[1].strip()) if listed else ""
