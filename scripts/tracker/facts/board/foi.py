"""Freedom of Information answers: reference, days, questions with their answers, exemptions.

In: a ``PaperContext`` whose parts hold such letters. Out: ``Request`` records, which have no field for the requester.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.board.foi_letter import Letter, letter_of, received_on, reference_in, responded_on
from tracker.facts.board.foi_log import Entry, entries_below_headings, entries_in_table
from tracker.facts.board.foi_questions import Asked, Stretch, questions_of
from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.places import joined_source
from tracker.facts.wording.names import slug
from tracker.records import Block, Question, Request, Source, Wording

# Sections of the Freedom of Information Act 2000 and regulations of the Environmental Information Regulations 2004 that
# let a council refuse; the others it may cite (1, 10, 16, 17, 45, 50) say how to answer.
_EXEMPTING = {12, 14, *range(21, 45)}
_EXEMPTING_RULES = {6, 12, 13}
_EXEMPTION = re.compile(
    r"\b(?P<law>[Ss]ections?|SECTION|[Ss]\.?(?=\s?\d)|[Rr]egulations?|[Rr]eg\.?)\s?(?P<number>\d{1,2})"
    r"(?P<rest>\s?(?:\(\w{1,4}\)\s?)*(?:,?\s*sub-?section\s*\(?\d\w?\)?)?)"
    r"(?P<what>\s*[–:-]?\s*\((?=[A-Z])[^()]{6,90}\))?"
)
_OTHER_ACTS = re.compile(r"^\W*(?:of|in)\s+(?:the\s+)?(?!the\b|Act\b|Freedom|FOI|Environmental|EIR|Regulations)[A-Z]")
_SHORT = 24


def requests_of(context: PaperContext) -> tuple[Request, ...]:
    """Every FOI answer in a paper: letters, and the entries of disclosure logs."""
    found: list[Request] = []
    for span in context.spans:
        tabled = list(_from_tables(context, span)) if span.part.kind != "minutes" else []
        logged = entries_below_headings(span.blocks) if span.part.kind == "foi answer" else []
        if tabled and _is_one_letter(span, tabled):
            asked = tuple(question for row in tabled for question in row.questions)
            found.append(_request(context, span).model_copy(update={"questions": asked}))
        elif tabled or logged:
            found.extend([*tabled, *(_logged(context, span, entry, len(found) + n) for n, entry in enumerate(logged))])
        elif span.part.kind == "foi answer":
            found.append(_request(context, span))
    return tuple(found)


_SALUTES = re.compile(r"^(?:Dear\b|Thank you for (?:the|your) (?:request|e-?mail|enquiry|letter))")


def _is_one_letter(span: Span, tabled: Sequence[Request]) -> bool:
    """Whether tables of questions and answers, none with a reference or day of its own, stand in one letter."""
    own = any(request.reference or request.received or request.responded for request in tabled)
    return not own and any(_SALUTES.match(placed.block.text) for placed in span.blocks)


def _logged(context: PaperContext, span: Span, entry: Entry, before: int) -> Request:
    """A request of a log that stands below its own heading."""
    exemptions = _exemptions(context, entry.letter)
    return Request(
        id=f"foi-{slug(entry.reference or f'{context.paper_id} {before + 1}')}",
        reference=entry.reference,
        title=entry.title,
        received=entry.received,
        responded=entry.responded,
        exemptions=exemptions,
        questions=_questions(context, questions_of(entry.letter), exemptions),
        part=span.part.id,
        sources=tuple(context.source(b) for b in entry.letter.head[:1]),
    )


def _from_tables(context: PaperContext, span: Span) -> Iterator[Request]:
    """The requests of logs that are tables, each with one question and one answer."""
    for placed in span.blocks:
        block = placed.block
        if block.kind != "table":
            continue
        kind = "Freedom of Information" if span.part.kind == "foi answer" else ""
        headings = " ".join((kind, span.part.title, *(h.text for h in span.outline.headings(placed))))
        for entry in entries_in_table(block, headings):
            reference, asked, told = entry.columns
            request, answer = (context.cell(block, entry.row, c) for c in (asked, told))
            cell = block.rows[entry.row][told]
            refused = [m[0].strip() for m in _exempting(cell.text)] if cell else []
            question = Question(
                text=_cell_text(block, entry.row, asked),
                answer=_cell_text(block, entry.row, told),
                exemption="; ".join(dict.fromkeys(refused)),
                question_source=request,
                answer_source=answer,
            )
            yield Request(
                id=f"foi-{slug(entry.reference or f'{context.paper_id} {block.id} {entry.row}')}",
                reference=entry.reference,
                title=entry.title,
                received=entry.received,
                responded=entry.responded,
                exemptions=tuple(
                    Wording(text=text, stands_in="table", source=answer) for text in dict.fromkeys(refused)
                ),
                questions=(question,),
                part=span.part.id,
                sources=(context.cell(block, entry.row, reference if reference >= 0 else asked),),
            )


def _cell_text(block: Block, row: int, column: int) -> str:
    cell = block.rows[row][column]
    return " ".join(cell.text.split()) if cell else ""


def _request(context: PaperContext, span: Span) -> Request:
    letter = letter_of(span.blocks)
    reference = reference_in(letter)
    responded = responded_on(letter)
    exemptions = _exemptions(context, letter)
    sources: list[Source] = []
    if reference:
        sources.append(context.source(reference[1], reference[2], reference[3]))
    if letter.intro:
        sources.append(context.source(letter.intro))
    name = reference[0] if reference else context.paper_id
    return Request(
        id=f"foi-{slug(name)}",
        reference=reference[0] if reference else "",
        title=span.part.title,
        received=received_on(letter),
        responded=responded[0] if responded else context.settings.date or context.paper.date,
        exemptions=exemptions,
        questions=_questions(context, questions_of(letter), exemptions),
        part=span.part.id,
        sources=tuple(sources),
    )


def _questions(context: PaperContext, asked: Sequence[Asked], exemptions: Sequence[Wording]) -> tuple[Question, ...]:
    """The questions, each with the exemptions that its own answer names; with all of them where an exemption is named
    in no answer and so may stand for any."""
    own = [[e.text for e in exemptions if _named_in(e, q)] for q in asked]
    told = {text for texts in own for text in texts}
    if len(asked) < 2 or any(e.text not in told for e in exemptions):
        own = [[e.text for e in exemptions] for _ in asked]
    return tuple(_question(context, q, "; ".join(dict.fromkeys(e))) for q, e in zip(asked, own, strict=True))


def _named_in(exemption: Wording, asked: Asked) -> bool:
    """Whether a question's answer names the section of an exemption."""
    section = _EXEMPTION.search(exemption.text)
    if not section:
        return False
    found = (m for b, s, e in asked.answer for m in _EXEMPTION.finditer(b.text, s, e))
    return any(m["number"] == section["number"] for m in found)


def _question(context: PaperContext, asked: Asked, refused: str) -> Question:
    answer = " ".join(t for b, s, e in asked.answer if (t := b.text[s:e].strip()))
    return Question(
        number=asked.number,
        text=asked.words,
        answer=answer,
        exemption=refused,
        answered=bool(asked.answer),
        question_source=_place(context, asked.text),
        answer_source=_place(context, asked.answer) if asked.answer else None,
    )


def _place(context: PaperContext, stretches: list[Stretch]) -> Source:
    """Where a question or answer stands: of an answer with a table, its words; a table alone where it has none."""
    worded = [(block, start, end) for block, start, end in stretches if block.text[start:end].strip()]
    return joined_source([context.source(block, start, end) for block, start, end in worded or stretches])


def _exemptions(context: PaperContext, letter: Letter) -> tuple[Wording, ...]:
    """The exemptions a letter applies, one for each section; a line of its own before a mention in a sentence."""
    found: dict[str, tuple[int, Wording]] = {}
    for place, block in enumerate((*letter.refusal, *letter.answered)):
        if block.kind == "table":
            continue
        for match in _exempting(block.text):
            number = int(match["number"])
            rule = match["law"].lower().startswith("reg")
            line = len(block.text.split()) <= _SHORT and not block.text.rstrip().endswith(".")
            start, end = (0, len(block.text)) if line else (match.start(), match.end())
            text = block.text[start:end].strip()
            rank = 0 if line else 1 if match["what"] else 2
            key = f"{'r' if rule else 's'}{number}"
            wording = Wording(text=text, source=context.source(block, start, start + len(text)))
            if key not in found or (rank, place) < (found[key][0] // 1000, found[key][0] % 1000):
                found[key] = (rank * 1000 + place, wording)
    return tuple(wording for _, wording in sorted(found.values(), key=lambda f: f[0]))


def _exempting(text: str) -> Iterator[re.Match[str]]:
    """Mentions of the sections and regulations that let a council refuse."""
    for match in _EXEMPTION.finditer(text):
        allowed = _EXEMPTING_RULES if match["law"].lower().startswith("reg") else _EXEMPTING
        if int(match["number"]) in allowed and not _OTHER_ACTS.match(text[match.end() :]):
            yield match
