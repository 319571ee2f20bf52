"""Records of every kind as flat rows: one column for each simple field, places as paper, page, printed page and box.

The columns of a kind are the same whatever its records hold, so that who reads the files today can read them tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_origin

from tracker.pages.field_meanings import MEANING
from tracker.pages.folder import people_key
from tracker.records import (
    Commitment,
    Decision,
    Evidence,
    Finding,
    ForwardItem,
    Indicator,
    Meeting,
    Outcome,
    PaperPart,
    Priority,
    Question,
    Recommendation,
    Record,
    Reported,
    Request,
    Source,
    StatedChange,
    Strategy,
    Target,
    Term,
    Wording,
)
from tracker.site.book import Book

Row = dict[str, str]

MODELS: Mapping[str, type[Record]] = {
    "parts": PaperPart,
    "strategies": Strategy,
    "priorities": Priority,
    "outcomes": Outcome,
    "commitments": Commitment,
    "targets": Target,
    "indicators": Indicator,
    "meetings": Meeting,
    "decisions": Decision,
    "recommendations": Recommendation,
    "requests": Request,
    "questions": Question,
    "forward_items": ForwardItem,
    "terms": Term,
    "changes": StatedChange,
    "findings": Finding,
}
HELD_BY = {"decisions": "meeting", "recommendations": "meeting", "questions": "request"}
"""Kinds whose records stand inside others, and the column with the other's id."""
CHECKED = ("checked_by", "checked_on")
STATUS = ("status", "status_reason", "status_on")
SAID_BY_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "parts": ("summary", *CHECKED),
    "strategies": ("summary", *CHECKED),
    "priorities": ("summary", *STATUS, *CHECKED),
    "outcomes": ("summary", *STATUS, *CHECKED),
    "commitments": STATUS,
    "indicators": ("summary", "direction", "direction_reason", "replaced_by", "replaced_reason", *CHECKED),
    "meetings": ("summary", *CHECKED),
    "requests": ("summary", *CHECKED),
}
PLACE = {"paper": "string", "page": "integer", "printed_page": "string", "box": "string"}
"""The columns of a place, with their types."""

OWN_MEANING = {
    "id": "The record’s lasting name.",
    "meeting": "The id of the meeting.",
    "request": "The id of the request.",
    "sources": "The papers and pages of the file that say it: paper#page=12.",
    "evidence": "What papers report under it: part#passages; “(confirmed)” where a person has said so.",
    "later_evidence": "What later papers seem to report about it: part#passages; “(confirmed)” where a person has.",
    "verdict": "agrees, differs or cannot tell.",
    "what": "What is spoken of, in the paper’s words.",
    "worked_out": "What the paper’s own figures give.",
    "explanation": "The two beside each other, in a sentence.",
    "about": "Ids of the figures, changes or other records that it speaks of.",
    "answers": "Ids of promises of other papers that mean the same, proposed by likeness and decided by people.",
    "also_called": "Other names the papers give to the same measure, proposed by likeness and decided by people.",
}
"""Meanings of columns that pages do not have, or that an editor is told otherwise."""


def column_meaning(kind: str, name: str) -> str:
    """What a column of a kind's file holds. Raises ``KeyError`` for one that nobody has explained."""
    if kind == "findings" and name in {"kind", "stated"}:
        return "What kind of check it is." if name == "kind" else "What the paper says."
    plain = name.removeprefix("question_").removeprefix("answer_") if name not in MEANING else name
    return OWN_MEANING.get(plain) or MEANING[plain]


def record_columns(kind: str) -> Mapping[str, str]:
    """The columns of a kind's file, each once, with their types in the words of Frictionless' Table Schema."""
    columns = {HELD_BY[kind]: "string"} if kind in HELD_BY else {}
    for name, field in MODELS[kind].model_fields.items():
        columns |= _columns(name, field.annotation)
    return columns | dict.fromkeys(SAID_BY_PEOPLE.get(kind, ()), "string")


def record_rows(book: Book, kind: str) -> list[Row]:
    """The records of a kind, one flat row each, with what people say of them."""
    records: Iterable[tuple[str, Record]]
    if kind == "questions":
        records = [(r.id, q) for r in book.facts.requests for q in r.questions]
    elif kind in HELD_BY:
        records = [(m.id, r) for m in book.facts.meetings for r in getattr(m, kind)]
    else:
        records = [("", record) for record in getattr(book.facts, kind)]
    return [_row(book, kind, holder, record) for holder, record in records]


def boxes(source: Source) -> str:
    """The boxes of a place as numbers."""
    return "; ".join(" ".join(f"{side:g}" for side in part.bbox) for part in source.boxes)


def _row(book: Book, kind: str, holder: str, record: Record) -> Row:
    row = dict.fromkeys(record_columns(kind), "")
    if kind in HELD_BY:
        row[HELD_BY[kind]] = holder
    for name, field in type(record).model_fields.items():
        value, columns = getattr(record, name), _columns(name, field.annotation)
        if field.annotation in (Source, Source | None):
            row |= dict(zip(columns, _place(value), strict=True)) if value else {}
        elif columns:
            row[name] = _cell(value)
    own = str(getattr(record, "id", ""))
    people = book.people.get(people_key(kind, own) if kind == "requests" else own, {})
    for name in SAID_BY_PEOPLE.get(kind, ()):
        row[name] = str(people.get(name) or row[name])
    return row


def _columns(name: str, annotation: Any) -> dict[str, str]:
    """The columns that a field makes, with their types: four for a place, none for lists of records that have files of
    their own."""
    if annotation in (Source, Source | None):
        return {f"{name.removesuffix('source')}{column}": kind for column, kind in PLACE.items()}
    inside = getattr(annotation, "__args__", ())
    simple = annotation is str or (bool(inside) and all(isinstance(word, str) for word in inside))
    in_words = get_origin(annotation) is tuple and any(piece is str or piece in AS_WORDS for piece in inside)
    kind = {int: "integer", bool: "boolean"}.get(annotation, "string" if simple or in_words else "")
    return {name: kind} if kind else {}


def _place(source: Source) -> tuple[str, str, str, str]:
    return source.paper, str(source.page), source.printed, boxes(source)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(AS_WORDS[type(piece)](piece) if type(piece) in AS_WORDS else piece for piece in value)
    return str(value)


def _evidence(evidence: Evidence) -> str:
    return f"{evidence.part}#{' '.join(evidence.blocks)}" + (" (confirmed)" if evidence.confirmed else "")


AS_WORDS: Mapping[type[Record], Callable[[Any], str]] = {
    Evidence: _evidence,
    Reported: lambda reported: f"{reported.label}: {reported.text}",
    Source: lambda source: f"{source.paper}#page={source.page}",
    Wording: lambda wording: wording.text,
}
"""Records that stand as words in a cell of the one that holds them."""
