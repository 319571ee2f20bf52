"""Commitments: what the partnership or a named body says it will do, in its own words.

In: a ``PaperContext`` and what each block stands under. Out: ``Commitment`` records in reading order: the sentence or
clause as printed, who, by when, firm or soft. National policy and law are not promises of the board and are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.promises.action_tables import actions_in
from tracker.facts.promises.promise_who import named_last, who_acts
from tracker.facts.promises.promise_words import FIRM, NATIONAL, NATIONAL_HEADING, NOT_PROMISES, SOFT, WISHED
from tracker.facts.sections import Placed
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.sentences import sentences
from tracker.records import Commitment, PaperPart, Source


@dataclass(frozen=True)
class Promise:
    """A promise found in a text: ``text[start:end]`` is its wording."""

    start: int
    end: int
    who: str
    by_when: str
    due_date: str
    firm: bool


# Parts that hold no promises of the board: orders of business, dashboards, plans of meetings.
_OTHER_PARTS = frozenset({"agenda", "forward plan"})
_CASE_STUDY = re.compile(
    r"\b(?:case stud(?:y|ies)|testimon|contents|abbreviation|glossary|acknowledg|contact|further information"
    r"|recommendations?|background papers)\b",
    re.I,
)
_PLANNED_HEADING = re.compile(
    r"(?<!\bhow )\b(?:planned|forthcoming|upcoming|next steps|future (?:plans|work|actions)|plans for"
    r"|looking ahead|we will)\b",
    re.I,
)
_PLANNED_LEAD = re.compile(
    r"\b(?:we will|will|plans? to|are to|is to|planned(?: for [\w ]+)?|next steps(?: are)?|actions agreed)\s?:\s*$",
    re.I,
)
_SOFT_LEAD = re.compile(
    r"\b(?:seek|aim|hope|want|would like|strive|should)s?\s(?:to\s?)?:\s*$|\baims? (?:is|are)\s?(?:to)?:\s*$", re.I
)
_MEETING = re.compile(r"\bdate of (?:the )?next meeting\b", re.I)


def commitments_of(context: PaperContext, relates_to: Mapping[str, str] | None = None) -> tuple[Commitment, ...]:
    """All promises of a paper. ``relates_to``: block id to the outcome or objective it stands under."""
    found: list[tuple[int, Commitment]] = []
    seen: set[str] = set()

    def add(placed: Placed, text: str, promise: Promise, part: str, source: Source) -> None:
        block = placed.block
        digest = hashlib.sha256(f"{block.id}|{' '.join(text.split()).lower()}".encode()).hexdigest()[:8]
        if digest in seen:
            return
        seen.add(digest)
        commitment = Commitment(
            id=f"{context.paper_id}-c-{digest}",
            text=text,
            who=promise.who,
            by_when=promise.by_when,
            due_date=promise.due_date,
            relates_to=(relates_to or {}).get(block.id, ""),
            strength="firm" if promise.firm else "soft",
            part=part,
            source=source,
        )
        found.append((placed.index, commitment))

    for span in context.spans:
        if span.part.kind in _OTHER_PARTS:
            continue
        for placed, promise in _walk(context, tuple(span.blocks), span.part):
            text = placed.block.text[promise.start : promise.end]
            add(placed, text, promise, span.part.id, context.source(placed.block, promise.start, promise.end))
        for placed in span.blocks:
            for action in actions_in(placed.block) if placed.block.kind == "table" else ():
                due = _due(action.by_when, span.part.date or context.paper.date)
                when = due.label if due and action.by_when == action.text else action.by_when
                when = "" if when == action.text else when
                said = Promise(0, 0, action.who, when, due.end if due else "", True)
                add(placed, action.text, said, span.part.id, context.cell(placed.block, action.row, action.column))
    return tuple(commitment for _, commitment in sorted(found, key=lambda f: f[0]))


def promises_in(
    text: str,
    *,
    published: str = "",
    board: str = "",
    planned: bool = False,
    hoped: bool = False,
    national: bool = False,
) -> tuple[Promise, ...]:
    """The promises of one text. ``planned``/``hoped``: its heading or lead-in says so."""
    return tuple(_promises(text, published, board, planned, hoped, [national]))


def _walk(context: PaperContext, blocks: tuple[Placed, ...], part: PaperPart) -> Iterator[tuple[Placed, Promise]]:
    published = part.date or context.paper.date
    board = context.tracker.board
    national = [False]
    planned_list = hoped_list = national_list = False
    chain: tuple[int, ...] | None = None
    for placed in blocks:
        block = placed.block
        if block.kind == "heading":
            if _MEETING.search(block.text) and (period := _due(block.text, published)):
                yield placed, Promise(0, len(block.text), board, period.label, period.end, True)
            planned_list = hoped_list = national_list = False
            national = [False]
            continue
        if (
            block.kind not in ("paragraph", "list_item")
            or block.role in ("caption", "quotation", "contents", "stamp")
            or block.id in part.testimony
        ):
            continue
        headings = tuple(h.text for h in context.outline.headings(placed))
        if any(_CASE_STUDY.search(h) for h in headings[-1:]):
            continue
        if placed.chain != chain:
            chain = placed.chain
            national = [False]
        under_law = any(NATIONAL_HEADING.search(h) for h in headings[-2:])
        if block.kind == "list_item":
            planned = planned_list or any(_PLANNED_HEADING.search(h) for h in headings[-1:])
            if under_law or national_list:
                continue
            yield from ((placed, p) for p in _promises(block.text, published, board, planned, hoped_list, [False]))
            continue
        if block.text.rstrip().endswith(":"):
            hoped_list = bool(_SOFT_LEAD.search(block.text))
            planned_list = bool(_PLANNED_LEAD.search(block.text)) and not hoped_list
            national_list = bool(NATIONAL.search(block.text)) or under_law
        else:
            planned_list = hoped_list = national_list = False
        if under_law:
            continue
        yield from ((placed, p) for p in _promises(block.text, published, board, False, False, national))


def _promises(
    text: str, published: str, board: str, planned: bool, hoped: bool, national: list[bool]
) -> Iterator[Promise]:
    subject = ""
    for begin, end in sentences(text):
        number = _PARAGRAPH_NUMBER.match(text[begin:end])
        begin += number.end() if number else 0
        sentence = text[begin:end]
        if NATIONAL.search(sentence) and not _local_actor(sentence):
            national[0] = True
        elif not re.match(
            r"(?:It|Its|They|This|These|The (?:scheme|order|notice|guidance))\b|(?:[\w' -]+\s)?(?:must|may)\b", sentence
        ):
            national[0] = False
        if national[0] or NOT_PROMISES.search(sentence):
            continue
        for start, stop in _clauses(sentence):
            tag = _TAG.match(sentence[start:stop])
            planned_here = planned or (
                tag is not None and len(sentence[start + tag.end() : stop].split()) >= _ACTION_WORDS
            )
            start += tag.end() if tag else 0
            clause = sentence[start:stop]
            firm = any(_firmly(pattern, clause) for pattern in FIRM) or _funded(clause, published)
            soft = any(pattern.search(clause) for pattern in SOFT)
            if not firm and not soft and not planned_here and not hoped:
                continue
            who = who_acts(clause, board) or (named_last(clause) if tag else "") or subject
            subject = who or subject
            due = _due(clause, published) or _due(sentence, published)
            label = due.label if due else _often(clause)
            yield Promise(
                begin + start, begin + stop, who, label, due.end if due else "", (firm or planned_here) and not hoped
            )


_PARAGRAPH_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z])")
# What announces an action in minutes: "ACTION:", "Action 3 -", "AGREED ACTION:".
_TAG = re.compile(
    r"^[\[(]?(?:(?:AGREED|Agreed|NEW|New)\s+)?(?:ACTIONS?|Actions?)(?:\s+(?:POINTS?|points?|Points?))?"
    r"(?:\s+(?:for|FOR)\b[^:]{2,40})?\s*\d*\s*[:–—-]\s*"
)
# "ACTION: Sunita Rao" names someone for what was said before it; with so many words it is an action by itself.
_ACTION_WORDS = 4


def _firmly(pattern: re.Pattern[str], clause: str) -> bool:
    """Whether a firm word stands in the clause that is no "will seek to", "will try"."""
    return any(not re.match(WISHED, clause[match.start() :], re.I) for match in pattern.finditer(clause))


def _funded(clause: str, published: str) -> bool:
    """Whether money has been won or set aside for a time that is not over when the paper comes out."""
    if "£" not in clause or not re.search(
        r"\b(?:won|secured|awarded|agreed|confirmed|allocated|funded|brought|committed)\b", clause
    ):
        return False
    due = _due(clause, published)
    return due is not None and bool(published) and due.end > published


def _local_actor(sentence: str) -> bool:
    """Whether a body of the place is the one that acts, though the state is named too."""
    actor = re.search(
        r"\b(?:[Ww]e|[Tt]he (?:[Cc]ouncil|[Pp]artnership|[Bb]oard|[Tt]eam)|[Oo]ur \w+|[A-Z]\w+ (?:Council|Homes"
        r"|Partnership))\s(?:\w+\s){0,2}?(?:will|is|are|has|have|plans?|agreed|secured)\b",
        sentence,
    )
    return actor is not None


def _clauses(sentence: str) -> tuple[tuple[int, int], ...]:
    """The sentence, or its pieces where semicolons part it and only some promise."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r";\s+", sentence):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(sentence)))
    if len(pieces) == 1:
        return ((0, len(sentence)),)
    marked = [p for p in pieces if any(r.search(sentence[p[0] : p[1]]) for r in (*FIRM, *SOFT))]
    # a list inside one promise ("for A; for B; for C") stays whole
    if len(marked) == len(pieces) or not marked or any(len(sentence[a:b].split()) < 4 for a, b in pieces):
        return ((0, len(sentence)),) if not marked or len(marked) == 1 else tuple(marked)
    return tuple(marked)


def _due(text: str, published: str) -> Period | None:
    """The time by which, or in which, a thing is to be done: the last period that ends after the paper came out."""
    periods = [p for p in find_periods(text, Context(published=published), bare_years=False) if p.end]
    later = [p for p in periods if not published or p.end >= published]
    return later[-1] if later else None


def _often(text: str) -> str:
    found = re.search(
        r"\b(?:every (?:\w+\s)?(?:day|week|month|quarter|year|weeks|months|years)|annually|quarterly|monthly|weekly"
        r"|regularly|each (?:year|quarter|month)|once agreed|soon|(?:at least )?\w+ times (?:a|per) year|(?:early"
        r"|late|mid|spring|summer|autumn|winter)\S*\s20\d\d)\b",
        text,
        re.I,
    )
    return found.group() if found else ""
