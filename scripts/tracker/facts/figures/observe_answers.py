"""Figures in answers to Freedom of Information requests: the question gives the measure, the answer the number.

In: a ``PaperContext`` and the requests found in it. Out: drafts of kind "letter". "Two", "None", "0", "Less than 5" and
"There were no …" are answers; "N/A", dates and texts without a number are none. A question that speaks of "these" is
asked of what the question before counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft, Found
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.phrases import capital, is_plural
from tracker.facts.wording.when import blank_periods
from tracker.records import Question, Request

_ASKS = re.compile(
    r"\b(?:how many|how much|what (?:is|was|were|are) the (?:total |average |overall )?(?:number|percentage"
    r"|proportion|cost|amount|value|total|rate)s?|what (?:percentage|proportion|number)|number of|total (?:number"
    r"|cost|amount))\b",
    re.I,
)
_NO = re.compile(
    r"^(?:none|nil|zero|no(?=[.,]|$))\b|\b(?:has|have|had|were|was|been|are|is|received|recorded|holds?|had "
    r"had)\s(?:\w+\s)?no\s(?!information|record|data|further|longer|duty)[A-Za-z]",
    re.I,
)
_FEW = re.compile(r"\b(?:less|fewer)\sthan\s(\d+)\b|^\s?<\s?(\d+)\b|\bunder\s(\d+)\b(?=\s*\.?$)", re.I)
_SUBJECT = re.compile(
    r"\b(?:has|have|did|does|do|is|are|were|was|had)\s(?:(?:the|your|our)\s(?:council|borough|authority|local "
    r"authority|organisation|force|service|department|team|trust|board|partnership)|you(?:r\s[\w' ]+?board)?|the "
    r"local authority)(?:\s(?:or|and)\s(?:the\s|your\s|local\s)*[\w'’ ]+?\s(?:board|council|partnership|authority"
    r"|service))?\b",
    re.I,
)


def observe_answers(context: PaperContext, requests: Iterable[Request]) -> Found:
    """Drafts for all answers that are numbers."""
    drafts: list[Draft] = []
    for request in requests:
        counted, period = "", None
        for question in request.questions:
            noun, title = _asked(question.text, counted)
            own = _period(question.text, request.responded)
            if noun or own is not None:
                period = own
            counted = noun or counted
            drafts.extend(_answered(context, question, title, counted, period))
    return Found(drafts=tuple(drafts))


def _asked(question: str, counted: str) -> tuple[str, str]:
    """What a question counts, "" when it speaks of what the one before counted, and the name of its measure."""
    if not _ASKS.search(question):
        return "", ""
    sentence = next((s for s in re.split(r"(?<=[?.])\s+", question) if _ASKS.search(s)), question)
    periods = find_periods(sentence)
    text = re.sub(r"\s+", " ", re.sub(r"\bsince\s*(?=[?,]|$)", "", blank_periods(sentence, periods))).strip(" ?.,")
    text = re.sub(r"\(\s*newly named [^)]*\)", "", text)
    asked = _ASKS.search(text)
    if asked is None:
        return "", ""
    rest = re.sub(r"^(?:\s*of)?\s", "", text[asked.end() :]).strip()
    lead = text[: asked.start()].strip(" ,")
    these = re.match(r"(?:of\s)?(?:these|those|them|such\s\w+)\b", rest, re.I)
    if these:
        noun = ""
        said = rest[these.end() :]
        name = f"{counted}{_said(said)}"
    else:
        noun = _noun(rest)
        name = f"{noun or counted}{_said(rest[_length(rest, noun) :])}"
    if re.search(r"\b(?:in|to|for|of)$", lead, re.I) and these and not _said(rest[these.end() :]):
        name = f"{counted}: {rest[these.end() :].strip()}"
    return noun, capital(re.sub(r"\s+", " ", name).strip(" ,:"))


def _noun(rest: str) -> str:
    """The thing counted: the words up to the verb."""
    found = re.match(r"(.+?)\s(?=(?:has|have|had|did|does|do|is|are|were|was|await|been|made|received)\b)", rest)
    words = found[1] if found else rest
    words = re.sub(r"\b(?:in|under) your care\b", "in care", words)
    return words if any(is_plural(w) for w in words.split()) and len(words.split()) <= 12 else ""


def _length(rest: str, noun: str) -> int:
    """How much of the question the noun takes up."""
    found = re.match(r"(.+?)\s(?=(?:has|have|had|did|does|do|is|are|were|was|await|been|made|received)\b)", rest)
    return 0 if not noun else len(found[1]) if found else len(rest)


def _said(rest: str) -> str:
    """What was asked of it: "has the borough started" gives " started"."""
    said = _SUBJECT.sub("", " " + rest.strip(), count=1)
    said = re.sub(r"^\s*(?:were|was|are|is|have been|has been|have|has|been|did|do)\s", " ", said + " ")
    if there := re.match(r"\s*there\s(?:an?\s|any\s)?", said):
        return ": " + said[there.end() :].strip()
    said = re.sub(r"\b(?:in|under) your care\b", "in care", said)
    words = said.split()[:12]
    return " " + " ".join(words) if words else ""


def _period(question: str, responded: str) -> Period | None:
    periods = [p for p in find_periods(question, Context(published=responded)) if p.dated]
    if periods:
        return periods[0]
    if responded and re.search(r"\b(?:now|currently|at present|at the moment|to date)\b", question, re.I):
        return Period(responded, responded, "now", kind="day")
    return None


def _answered(
    context: PaperContext, question: Question, title: str, counted: str, period: Period | None
) -> list[Draft]:
    source = question.answer_source
    if not title or not question.answered or source is None or len(question.answer.split()) > 40:
        return []
    placed = context.outline.of(source.block)
    if placed is None:
        return []
    read = _number(question.answer)
    if read is None:
        return []
    value, qualifier, start, end, marker = read
    at = placed.block.text.find(question.answer)
    begin = at + start if at >= 0 else -1
    where = context.source(placed.block, begin, at + end) if at >= 0 else source
    unit = next((w.lower().strip("'’,") for w in reversed(counted.split()) if is_plural(w)), "")
    own = _period(question.answer, "")
    return [
        Draft(
            name=title,
            value=value,
            printed=question.answer[start:end],
            source=where,
            index=placed.index,
            kind="letter",
            period=own or period or NO_PERIOD,
            unit=unit,
            qualifier="under" if qualifier == "under" else "",
            marker="c" if marker else "",
            quote=f"{question.text} {question.answer}",
            begin=begin,
        )
    ]


def _number(answer: str) -> tuple[str, str, int, int, bool] | None:
    """Value, qualifier, stretch of the answer that prints it, and whether it hides a small number."""
    few = _FEW.search(answer)
    if few:
        return next(g for g in few.groups() if g), "under", few.start(), few.end(), True
    no = _NO.search(answer)
    found: tuple[Mention, ...] = mentions(answer)
    if no:
        if no.start() == 0:
            return "0", "", 0, len(no.group()), False
        word = re.search(r"\bno\b", answer[no.start() :], re.I)
        start = no.start() + (word.start() if word else 0)
        return "0", "", start, start + 2, False
    counts = [m for m in found if m.sort in ("count", "share", "money")]
    if len(counts) != 1 or re.match(r"(?:\d{1,2}\s)?[A-Z][a-z]+ \d{4}$", answer.strip()):
        return None
    return counts[0].value, counts[0].qualifier, counts[0].start, counts[0].end, False
