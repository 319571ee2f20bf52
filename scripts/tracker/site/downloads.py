"""The data to take away: every kind of record as CSV and JSON, the figures of each indicator, and their description.

All files are UTF-8 with lines ended by a line feed, rows in the order of their ids' first appearance, and no value that
a spreadsheet would take for a formula: a text that begins with such a sign gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tracker.records import Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.corrections import corrected_pages
from tracker.site.record_rows import MODELS, Row, boxes, column_meaning, record_columns, record_rows
from tracker.site.text import safe_id


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
    Field("checked_by", "string", "The post that compared it with the page, or corrected it."),
    Field("checked_on", "date", "The day of that check."),
    Field("correction", "string", "misread (see was) or published (the paper is wrong: see corrected_value)"),
    Field("was", "string", "What stood here before a misread figure was put right."),
    Field("corrected_value", "string", "The right value, told since by the paper’s publisher; value is as printed."),
    Field("reason", "string", "Why it was corrected, and who says so."),
    Field("address", "string", "Where the site shows it, a lasting address; empty for what it does not show."),
    Field("superseded_by", "string", "Id of the figure that replaces it: a later paper prints another value."),
    Field("quote", "string", "The sentence, or the heads of row and column, that give the figure its meaning."),
    Field("reading_copy", "boolean", "true for a reading copy: figures and titles as published, wording condensed."),
)  # fmt: skip

SAID_OF_FIGURES = ("checked_by", "checked_on", "correction", "was", "corrected_value", "reason")
"""Columns that people fill in a figure's row, or by checking its whole page or paper."""

CORRECTION_FIELDS: tuple[Field, ...] = (
    Field("record", "string", "Id of the page or figure that was corrected."),
    Field("page", "string", "Address of the page that shows it."),
    Field("what", "string", "The field that was corrected, or what the figure is about."),
    Field("kind", "string", "misread (the machine was wrong) or published (the paper is wrong; the print stays)."),
    Field("was", "string", "What stood there, or what is printed."),
    Field("now", "string", "What is right."),
    Field("reason", "string", "Why."),
    Field("by", "string", "The post that says so."),
    Field("on", "string", "The day, year-month-day."),
)

RECORD_KINDS: tuple[str, ...] = (*MODELS, "corrections")
"""The kinds of records that have a file of their own beside the figures and the papers."""


def data_files(book: Book) -> dict[str, str]:
    """All data files by their path in the site, without the description (see ``datapackage``)."""
    files: dict[str, str] = {}
    every = [observation_row(book, o) for o in book.facts.observations]
    files["data/observations.csv"] = csv_text([f.name for f in OBSERVATION_FIELDS], every)
    files["data/observations.json"] = json_text(typed(every, OBSERVATION_FIELDS))
    for kind in RECORD_KINDS:
        rows = _rows_of(book, kind)
        files[f"data/{kind}.csv"] = csv_text([f.name for f in fields_of(kind)], rows)
        files[f"data/{kind}.json"] = json_text(typed(rows, fields_of(kind)))
    files["data/papers.csv"] = csv_text([f.name for f in PAPER_FIELDS], paper_rows(book))
    files["data/papers.json"] = json_text(typed(paper_rows(book), PAPER_FIELDS))
    for indicator in book.facts.indicators:
        rows = [observation_row(book, o) for o in book.observations_of.get(indicator.id, ())]
        name = f"indicators/{safe_id(indicator.id)}"
        files[f"{name}.csv"] = csv_text([f.name for f in OBSERVATION_FIELDS], rows)
        about = {name: getattr(indicator, name) for name in ("id", "title", "unit", "measure", "also_called")}
        about["observations"] = typed(rows, OBSERVATION_FIELDS)
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
        **{name: book.said_by_people(o.id, name) for name in SAID_OF_FIGURES},
        "address": f"{indicator_address(o.indicator)}#{safe_id(o.id)}" if o.trust != "unsure" else "",
        "superseded_by": book.superseded.get(o.id, ""),
        "quote": o.quote,
        "reading_copy": "true" if paper and paper.settings.reading_copy else "false",
    }


PAPER_FIELDS: tuple[Field, ...] = (
    Field("id", "string", "The paper’s lasting name."),
    Field("title", "string", "Its title."),
    Field("kind", "string", "agenda pack, minutes, annual report, strategy, dashboard, foi answer and so on."),
    Field("date", "string", "Its day, year-month-day; empty where it prints none."),
    Field("board", "string", "Who published it."),
    Field("status", "string", "draft, adopted, superseded or withdrawn, as people say."),
    Field("status_reason", "string", "Why, in a sentence."),
    Field("pages", "integer", "How many pages the file has."),
    Field("address", "string", "Where the paper is published."),
    Field("licence", "string", "The licence its publisher states."),
    Field("reading_copy", "boolean", "true for a reading copy: figures and titles as published, wording condensed."),
    Field("sha256", "string", "The fingerprint of the file that was read."),
)


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
            "sha256": p.sha256,
        }
        for p in book.papers.values()
    ]


def fields_of(kind: str) -> tuple[Field, ...]:
    """The columns of a kind's file with what they mean."""
    if kind == "corrections":
        return CORRECTION_FIELDS
    return tuple(Field(name, type_, column_meaning(kind, name)) for name, type_ in record_columns(kind).items())


def _rows_of(book: Book, kind: str) -> list[Row]:
    if kind != "corrections":
        return record_rows(book, kind)
    return [{"page": address, **asdict(told)} for _, address, found in corrected_pages(book) for told in found]


def csv_text(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """A table as CSV with Unix line ends; texts that a spreadsheet would run as formulas are made harmless."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(columns), lineterminator="\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _not_a_formula(row.get(name, "")) for name in columns})
    return out.getvalue()


def typed(rows: Sequence[Row], columns: Sequence[Field]) -> list[dict[str, Any]]:
    """Rows for JSON: numbers and truths as such, null where there is none; texts and days stay texts."""
    kinds = {f.name: _OF_TYPE[f.type] for f in columns if f.type in _OF_TYPE}
    return [
        {name: (kinds[name](text) if text else None) if name in kinds else text for name, text in row.items()}
        for row in rows
    ]


_OF_TYPE: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "number": lambda text: float(text) if "." in text else int(text),
    "boolean": lambda text: text == "true",
}


def json_text(thing: Any) -> str:
    """A thing as indented JSON, letters as they are."""
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


def _not_a_formula(text: str) -> str:
    risky = text[:1] in {"=", "+", "@", "\t", "\r"} or (text[:1] == "-" and not text[1:2].isdigit())
    return f"'{text}" if risky and len(text) > 1 else text
