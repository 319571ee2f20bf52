"""The number that a whole answer gives: its one figure, a word for none ("None", "There were no …") or "Less than 5".

In: the text of an answer. Out: the number with its qualifier and where it is printed; None for dates, texts without a
number or with several, and where the information is said not to be held.
"""

from __future__ import annotations

import re

from tracker.facts.wording.mentions import Mention, mentions
from tracker.records import Measure

_NO = re.compile(
    r"^(?:none|nil|zero|no(?=[.,]|$))\b|\b(?:has|have|had|were|was|been|are|is|received|recorded|holds?|had "
    r"had)\s(?:\w+\s)?no\s(?!information|record|data|further|longer|duty)[A-Za-z]",
    re.I,
)
_FEW = re.compile(r"\b(?:less|fewer)\sthan\s(\d+)\b|^\s?<\s?(\d+)\b|\bunder\s(\d+)\b(?=\s*\.?$)", re.I)
_OF_SORT: dict[str, Measure] = {"share": "share", "money": "money"}
# "We do not hold this information", "This is not recorded": what else is said counts nothing that was asked for.
NOT_HELD = re.compile(
    r"\b(?:do(?:es)?\snot|don['’]t|doesn['’]t|is\snot|are\snot|no\slonger)\s(?:\w+\s)?"
    r"(?:hold|held|record|recorded|collect|collected|keep|kept)\b|\bno\s(?:\w+\s)?information\s(?:is\s)?held\b",
    re.I,
)


def number_of_answer(answer: str) -> tuple[str, str, int, int, bool, Measure] | None:
    """Value, qualifier, stretch of the answer that prints it, whether it hides a small number, and what sort it is."""
    if (
        _NOTE.match(answer)
        or _HIDDEN.search(answer)
        or NOT_HELD.search(re.split(r"(?<=[.;])\s", answer, maxsplit=1)[0])
    ):
        return None
    few = _FEW.search(answer)
    if few and not _HOW_SHOWN.search(answer[: few.start()]):
        return next(g for g in few.groups() if g), "under", few.start(), few.end(), True, "count"
    no = _NO.search(answer)
    found: tuple[Mention, ...] = mentions(answer)
    if no:
        if no.start() == 0:
            return "0", "", 0, len(no.group()), False, "count"
        word = re.search(r"\bno\b", answer[no.start() :], re.I)
        start = no.start() + (word.start() if word else 0)
        return "0", "", start, start + 2, False, "count"
    if few:
        return None
    found = tuple(m for m in found if m.qualifier != "under" or not _HOW_SHOWN.search(answer[: m.start]))
    counts = [m for m in found if m.sort in ("count", "share", "money")]
    bare = _BARE.match(answer)
    if bare and (not counts or counts[0].start > bare.end(1)):
        return bare[1].replace(",", ""), "", bare.start(1), bare.end(1), False, "count"
    if len(counts) != 1 or re.match(r"(?:\d{1,2}\s)?[A-Z][a-z]+ \d{4}$", answer.strip()):
        return None
    measure = _OF_SORT.get(counts[0].sort, "count")
    return counts[0].value, counts[0].qualifier, counts[0].start, counts[0].end, False, measure


# "* fewer than five, withheld": a note to a table, no answer.
_NOTE = re.compile(r"\s*(?:[*†‡#~]|\[?c\]?\s*[:=–-])\s*[a-z]", re.I)
# "Where the number is fewer than five, it is shown as an asterisk" tells how figures are shown.
_HOW_SHOWN = re.compile(r"\b(?:where|when|if|any|values?|numbers?|figures?|counts?|totals?)\b[^.]*$", re.I)
# "Values lower than six have been withheld": a rule for what is shown, told below the figures.
_HIDDEN = re.compile(
    r"\b(?:values?|numbers?|figures?|counts?|totals?)\b[^.]*\b(?:than|below|under)\s\w+\b[^.]*\b(?:suppressed|withheld|hidden"
    r"|masked|redacted|removed|omitted)\b",
    re.I,
)
# "11.5 FTE.": a number with its unit and nothing else.
_BARE = re.compile(
    r"^\s*(\d[\d,]*(?:\.\d+)?)\s*(?:FTEs?|full[\s-]time\s+equivalents?|WTEs?|posts?|staff|officers?)\b[^.;]{0,80}[.;]?$",
    re.I,
)
