"""The description of the data (a Frictionless Data Package) and the page that says what each column means."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from tracker.site.book import Book
from tracker.site.downloads import OBSERVATION_FIELDS, PAPER_FIELDS, RECORD_KINDS, Field, fields_of, json_text
from tracker.site.page import Page, crumbs, data_table, heading, joined
from tracker.site.text import html, link

COPIES = "The papers are reading copies: figures and titles as published, wording condensed."

SAID = {
    "observations": "Every figure, with its period and the place on the page that prints it",
    "papers": "The papers",
    "parts": "Parts of papers: agenda items, chapters",
    "strategies": "Strategies",
    "priorities": "Priorities or objectives",
    "outcomes": "Outcomes",
    "commitments": "What was said will be done",
    "targets": "Targets and baselines as printed",
    "indicators": "Measures",
    "meetings": "Meetings",
    "decisions": "Decisions in minutes",
    "recommendations": "Recommendations to the board",
    "requests": "Freedom of Information requests",
    "questions": "Their questions and answers",
    "forward_items": "The forward plan",
    "terms": "Abbreviations and words explained",
    "changes": "Changes as the papers state them",
    "findings": "What was checked, and whether it agrees",
    "corrections": "What people corrected: was, now, why",
}


def datapackage(book: Book, files: Mapping[str, str]) -> str:
    """``data/datapackage.json`` for the CSV files in ``data/``; sizes and hashes are of the files' bytes."""
    resources = [_resource("observations", files["data/observations.csv"], _observation_schema())]
    for kind in ("papers", *RECORD_KINDS):
        text = files[f"data/{kind}.csv"]
        schema = {"fields": _described(PAPER_FIELDS if kind == "papers" else fields_of(kind))}
        resources.append(_resource(kind, text, schema))
    copies = f" {COPIES}" if book.reading_copies else ""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "strategy-tracker",
        "title": f"{book.settings.site_name}: {book.settings.board}",
        "description": f"What papers of {book.settings.board} promise and report, each record with its page.{copies}",
        "resources": resources,
    }
    return json_text(package)


def data_page(files: Mapping[str, str]) -> Page:
    """ "Take the data away": the files, and what each column of the figures means."""
    here = "data/"
    lines = []
    for kind in ("observations", "papers", *RECORD_KINDS):
        rows = len(json.loads(files[f"data/{kind}.json"]))
        lines.append(
            f'<tr><th scope="row">{html(SAID[kind])}</th><td class="n">{rows:,}</td>'
            f'<td><a href="{kind}.csv">{kind}.csv</a></td><td><a href="{kind}.json">{kind}.json</a></td></tr>'
        )
    table = data_table("Files", "Everything, file by file", ("What", "Rows", "CSV", "JSON"), "".join(lines), right={1})
    fields = "".join(
        f'<tr id="column-{f.name}"><th scope="row">{f.name}</th><td>{f.type}</td><td>{html(f.meaning)}</td></tr>'
        for f in OBSERVATION_FIELDS
    )
    name = "Columns of the figures"
    meaning = data_table(name, name, ("Column", "Type", "What it means"), fields)
    figures = link(here, "indicators/", "Figures, A to Z")
    body = joined(
        heading("Files", "files"),
        table,
        f"<p>{_package_link()} describes the CSV files for programs. In JSON a number is a number, and null where "
        "there is none. "
        f"The figures of one measure are on its page: {figures}.</p>",
        heading("What the columns mean", "columns"),
        meaning,
        heading("Columns of the other files", "other-columns"),
        *(_columns_of(kind) for kind in ("papers", *RECORD_KINDS)),
        heading("How to quote", "quoting"),
        "<p>Name the paper and its page: both stand in every row. “Less than 5” is not 5, not 0 and not missing: "
        "as_printed keeps the words.</p>",
    )
    lede = "Everything on this site as files, each figure with the page that prints it."
    meta = {
        "kind": "index",
        "lede": lede,
        "crumbs": crumbs(("Figures", "indicators/")),
        "filters": {"kind": ["List"]},
        "tells": {"kind": "List"},
    }
    return Page(here, "Take the data away", "Figures", body, meta, lede, index=True)


def _columns_of(kind: str) -> str:
    """What the columns of one file mean, folded."""
    rows = "".join(
        f'<tr><th scope="row">{f.name}</th><td>{html(f.meaning)}</td></tr>'
        for f in (PAPER_FIELDS if kind == "papers" else fields_of(kind))
    )
    table = data_table(f"Columns of {kind}.csv", "", ("Column", "What it means"), rows)
    return f"<details><summary>{html(SAID[kind])} ({kind}.csv)</summary>{table}</details>"


def _package_link() -> str:
    return '<a href="datapackage.json">datapackage.json</a>'


def _resource(name: str, text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    data = text.encode()
    return {
        "name": name.replace("_", "-"),
        "title": SAID[name],
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _observation_schema() -> dict[str, Any]:
    fields = _described(OBSERVATION_FIELDS)
    return {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}


def _described(columns: Sequence[Field]) -> list[dict[str, Any]]:
    """Columns in the words of Frictionless' Table Schema; an id of a figure stands once in its file."""
    fields: list[dict[str, Any]] = []
    for f in columns:
        described: dict[str, Any] = {"name": f.name, "type": f.type, "description": f.meaning}
        if f.name == "id" and columns is OBSERVATION_FIELDS:
            described["constraints"] = {"required": True, "unique": True}
        if f.type == "boolean":
            described |= {"trueValues": ["true"], "falseValues": ["false"]}
        fields.append(described)
    return fields
