"""The data to take away: every kind of record as CSV and JSON, the figures of each indicator, and their description.

All files are UTF-8 with lines ended by a line feed, rows in the order of their ids' first appearance, and no value that
a spreadsheet would take for a formula: a text that begins with such a sign gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.records import Observation, Record, Source
from tracker.site.book import Book
from tracker.site.text import safe_id

Row = dict[str, str]


@dataclass(frozen=True)
class Field:
    """A column: its name, its type in the words of Frictionless' Table Schema, and what it means."""

    name: str
    type: str
    meaning: str


OBSERVATION_FIELDS: tuple[Field, ...] = (
    Field("id", "string", "The figure’s own id; it stays the same when the value is corrected."),
    Field("indicator", "string", "Name of the measure."),
    Field("indicator_id", "string", "Id of the measure, as in the address of its page."),
    Field("breakdown", "string", "What part of the measure it is about (“ward=Edgware; type=Hoax Call”), or empty."),
    Field("period_start", "date", "First day of the period; empty where the paper gives none."),
    Field("period_end", "date", "Last day of the period, inside it."),
    Field("period_label", "string", "The period in the paper’s words."),
    Field("value", "number", "The figure as a plain number; empty where the paper gives none."),
    Field("as_printed", "string", "The figure in the paper’s own words, such as “Less than 5”."),
    Field("marker", "string", "c confidential, x not available, z not applicable, p provisional, r revised, b break."),
    Field("qualifier", "string", "about, over, under, at least, at most or up to, as the paper says."),
    Field("unit", "string", "What is counted, or %, £."),
    Field("measure", "string", "count, share, rate, rank, money, average or change."),
    Field("geography", "string", "The area the figure is about."),
    Field("relates_to", "string", "Id of the outcome or priority it is printed under, if any."),
    Field("paper", "string", "Id of the paper that prints it."),
    Field("paper_date", "date", "Date of that paper."),
    Field("page", "integer", "Page of the file, counted from 1."),
    Field("printed_page", "string", "The number printed on that page."),
    Field("box", "string", "Left, top, right, bottom in points from the page’s top left; boxes are parted by “;”."),
    Field("trust", "string", "machine-read, checked, corrected or unsure. The site does not show unsure figures."),
    Field("superseded_by", "string", "Id of the figure that replaces it: a later paper prints another value."),
    Field("quote", "string", "The sentence, or the heads of row and column, that give the figure its meaning."),
    Field("reading_copy", "boolean", "true for a reading copy: figures and titles as published, wording condensed."),
)  # fmt: skip

RECORD_KINDS: tuple[str, ...] = (
    "parts",
    "strategies",
    "priorities",
    "outcomes",
    "commitments",
    "targets",
    "indicators",
    "meetings",
    "decisions",
    "recommendations",
    "requests",
    "questions",
    "forward_items",
    "terms",
    "changes",
    "findings",
)


def data_files(book: Book) -> dict[str, str]:
    """All data files by their path in the site, without the description (see ``datapackage``)."""
    files: dict[str, str] = {}
    every = [observation_row(book, o) for o in book.facts.observations]
    files["data/observations.csv"] = csv_text([f.name for f in OBSERVATION_FIELDS], every)
    files["data/observations.json"] = json_text(every)
    for kind in RECORD_KINDS:
        rows = record_rows(book, kind)
        files[f"data/{kind}.csv"] = csv_text(columns_of(rows), rows)
        files[f"data/{kind}.json"] = json_text(rows)
    files["data/papers.csv"] = csv_text(PAPER_COLUMNS, paper_rows(book))
    files["data/papers.json"] = json_text(paper_rows(book))
    for indicator in book.facts.indicators:
        rows = [observation_row(book, o) for o in book.observations_of.get(indicator.id, ())]
        name = f"indicators/{safe_id(indicator.id)}"
        files[f"{name}.csv"] = csv_text([f.name for f in OBSERVATION_FIELDS], rows)
        about = {"id": indicator.id, "title": indicator.title, "unit": indicator.unit, "measure": indicator.measure,
                 "also_called": list(indicator.also_called), "observations": rows}  # fmt: skip
        files[f"{name}.json"] = json_text(about)
    return files


def observation_row(book: Book, o: Observation) -> Row:
    """An observation as a row of the contract."""
    paper = book.papers.get(o.source.paper)
    indicator = book.indicators.get(o.indicator)
    return {
        "id": o.id,
        "indicator": indicator.title if indicator else o.indicator,
        "indicator_id": o.indicator,
        "breakdown": "; ".join(f"{name}={value}" for name, value in o.breakdown),
        "period_start": o.period_start,
        "period_end": o.period_end,
        "period_label": o.period_label,
        "value": o.value,
        "as_printed": o.as_printed,
        "marker": o.marker,
        "qualifier": o.qualifier,
        "unit": o.unit,
        "measure": o.measure,
        "geography": o.geography,
        "relates_to": o.relates_to,
        "paper": o.source.paper,
        "paper_date": paper.date if paper else "",
        "page": str(o.source.page),
        "printed_page": o.source.printed,
        "box": boxes(o.source),
        "trust": o.trust,
        "superseded_by": book.superseded.get(o.id, ""),
        "quote": o.quote,
        "reading_copy": "true" if paper and paper.settings.reading_copy else "false",
    }


PAPER_COLUMNS = [
    "id",
    "title",
    "kind",
    "date",
    "board",
    "status",
    "status_reason",
    "pages",
    "address",
    "licence",
    "reading_copy",
]


def paper_rows(book: Book) -> list[Row]:
    """The papers, one row each."""
    return [
        {
            "id": p.id,
            "title": p.title,
            "kind": p.kind,
            "date": p.date,
            "board": p.settings.board,
            "status": p.settings.status,
            "status_reason": p.settings.status_reason,
            "pages": str(len(p.pages)),
            "address": p.settings.address,
            "licence": p.settings.licence,
            "reading_copy": "true" if p.settings.reading_copy else "false",
        }
        for p in book.papers.values()
    ]


def record_rows(book: Book, kind: str) -> list[Row]:
    """The records of a kind, one flat row each: places as paper, page, printed page and box."""
    records: list[tuple[Mapping[str, str], Record]] = []
    if kind in {"decisions", "recommendations"}:
        records = [({"meeting": m.id}, r) for m in book.facts.meetings for r in getattr(m, kind)]
    elif kind == "questions":
        records = [({"request": r.id}, q) for r in book.facts.requests for q in r.questions]
    else:
        records = [({}, record) for record in getattr(book.facts, kind)]
    return [{**first, **_flat(book, record)} for first, record in records]


def columns_of(rows: Sequence[Row]) -> list[str]:
    """The columns of some rows, each once in the order in which they come; "id" where there is no row."""
    return list(dict.fromkeys(name for row in rows for name in row)) or ["id"]


def boxes(source: Source) -> str:
    """The boxes of a place as numbers."""
    return "; ".join(" ".join(f"{side:g}" for side in part.bbox) for part in source.boxes)


def csv_text(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """A table as CSV with Unix line ends; texts that a spreadsheet would run as formulas are made harmless."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(columns), lineterminator="\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _not_a_formula(row.get(name, "")) for name in columns})
    return out.getvalue()


def json_text(thing: Any) -> str:
    """A thing as indented JSON, letters as they are."""
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


def _not_a_formula(text: str) -> str:
    risky = text[:1] in {"=", "+", "@", "\t", "\r"} or (text[:1] == "-" and not text[1:2].isdigit())
    return f"'{text}" if risky and len(text) > 1 else text


def _flat(book: Book, record: Record) -> Row:
    row: Row = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Source):
            before = name.removesuffix("source")
            row |= {
                f"{before}paper": value.paper,
                f"{before}page": str(value.page),
                f"{before}printed_page": value.printed,
                f"{before}box": boxes(value),
            }
        elif value is None:
            continue
        elif isinstance(value, bool):
            row[name] = "true" if value else "false"
        elif isinstance(value, (str, int)):
            row[name] = str(value)
        elif isinstance(value, tuple) and all(isinstance(piece, str) for piece in value):
            row[name] = "; ".join(value)
    people = book.people.get(str(getattr(record, "id", "")), {})
    for name in ("summary", "status", "direction", "direction_reason"):
        if people.get(name) and name not in row:
            row[name] = str(people[name])
    return row
