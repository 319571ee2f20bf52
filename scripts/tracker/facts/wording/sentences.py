"""Running text cut into sentences, each with its place in the text.

In: the text of a paragraph or list item. Out: pairs (start, end) in characters; ``text[start:end]`` is the sentence
without the blanks round it. A full stop ends a sentence when what follows looks like a beginning (a capital, a figure,
a quotation mark) and what stands before is no abbreviation, initial or list number.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_lists import words_of

Span = tuple[int, int]

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£#])")
# Short forms that are written with a full stop and stand before capitals or figures in council papers.
_SHORT = words_of(
    "e.g i.e mr mrs ms dr prof cllr cllrs st no nos fig figs tab table vs approx inc incl etc dept rev hon lt col sgt"
    " pc det supt insp cmdr ref para paras s ss sec art p pp vol ed eds c ca jan feb mar apr jun jul aug sep sept oct"
    " nov dec tel ext ft"
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order; a text without an end is one sentence, an empty text none."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(trimmed for span in spans if (trimmed := _trim(text, span))[0] < trimmed[1])


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a number at the head of an item."""
    if match.group()[0] != ".":
        return False
    before = re.search(r"[\w.&/-]+$", text[start : match.start()])
    if before is None:
        return False
    word = before.group()
    if word.lower() in _SHORT:
        # "etc." and the like may also end a sentence; before a figure they never do.
        return word.lower() not in {"etc", "inc", "incl", "ed"} or text[match.end() :].lstrip()[:1].isdigit()
    if re.fullmatch(r"[A-Z]", word):
        return True
    return re.fullmatch(r"\d+(?:\.\d+)*|[a-z]|[ivx]+", word) is not None and before.start() == 0


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
