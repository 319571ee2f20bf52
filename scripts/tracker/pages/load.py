"""``docs/`` as data: every page's fields as records, its passages, and the CSV rows, as people left them.

>>> docs = load(Path("docs"))            # doctest: +SKIP
>>> docs.facts.outcomes                  # the records with people's corrections, without what is left out
>>> docs.texts["pack-item-9"]            # the part's passages: id, page, Markdown (attribute lists taken off)
>>> docs.people["outcome-1-4"]["status"] # people's fields of a page, by record id (``people_key``)
>>> docs.prose["outcome-1-4"]            # what people wrote below the front matter, Markdown
>>> docs.faults                          # what could not be taken: file, line, field, what is wrong, what to write

Sources come without ``words`` (these stand in the papers' readings). Nothing here raises for what people wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from tracker.pages.doc_pages import DocPage, Docs
from tracker.pages.faults import Fault
from tracker.pages.fields import IndicatorPage, ObservationRow, PartPage
from tracker.pages.folder import csv_of, former_address, kind_of, people_key
from tracker.pages.load_page import R, load_page, people_fields
from tracker.pages.load_rows import LoadedRows, load_rows
from tracker.records import (
    Commitment,
    ForwardItem,
    Indicator,
    Meeting,
    Observation,
    Outcome,
    PaperFacts,
    PaperPart,
    Priority,
    Record,
    Request,
    StatedChange,
    Strategy,
    Target,
    Term,
)


def load(docs: Path) -> Docs:
    """Read all pages and CSV files of a folder. A page or row with faults is left out of the data and listed."""
    pages: list[DocPage] = []
    tables: dict[str, LoadedRows] = {}
    left_out: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(path for path in docs.rglob("*.md") if path.is_file()):
        name = path.relative_to(docs).as_posix()
        kind = kind_of(name)
        if kind and (page := load_page(path, name, kind, faults)):
            pages.append(page)
    for page in pages:
        if page.left_out:
            left_out[people_key(page.kind, page.id)] = page.left_out
        if page.kind == "indicators" and (docs / csv_of(page.file)).exists():
            table = load_rows(docs / csv_of(page.file), csv_of(page.file), page.id)
            tables[page.id] = table
            left_out |= {row.id: row.left_out for row in table.rows if row.left_out}
            faults += table.faults
    shown = [page for page in pages if not page.left_out]
    rows = {indicator: table.rows for indicator, table in tables.items()}
    return Docs(
        facts=_facts(shown, rows, left_out),
        pages=tuple(pages),
        rows=rows,
        row_lines={indicator: table.lines for indicator, table in tables.items()},
        texts={page.id: page.blocks for page in shown if page.kind == "papers"},
        people={people_key(page.kind, page.id): people_fields(page) for page in shown},
        prose={people_key(page.kind, page.id): page.prose for page in shown if page.prose.strip()},
        addresses={former_address(old, page.kind): page.address for page in pages for old in page.formerly},
        left_out=left_out,
        faults=tuple(sorted(faults)),
    )


def _facts(
    pages: Sequence[DocPage], rows: Mapping[str, tuple[ObservationRow, ...]], left_out: Mapping[str, str]
) -> PaperFacts:
    """The records of pages that are shown, as the other rooms know them: without people's fields."""

    def of(kind: str, model: type[R]) -> tuple[R, ...]:
        return tuple(_as(model, page.record) for page in pages if page.kind == kind)

    indicators = [page.record for page in pages if isinstance(page.record, IndicatorPage)]
    groups = [page.record for page in pages if page.kind in ("commitments", "forward-plan", "terms")]
    shown = {record.id for record in indicators}
    # A later reading may know the measure by another name: what people took out on the old page stays out.
    out = {row.id for key, held in rows.items() for row in held if row.left_out or key in left_out}
    figures = [row for key, held in sorted(rows.items()) if key in shown for row in held if row.id not in out]
    return PaperFacts(
        parts=tuple(_as(PaperPart, p.record) for p in pages if isinstance(p.record, PartPage)),
        meetings=of("meetings", Meeting),
        strategies=of("strategies", Strategy),
        priorities=of("priorities", Priority),
        outcomes=of("outcomes", Outcome),
        commitments=tuple(_as(Commitment, c) for c in _inner(groups, "commitments")),
        targets=tuple(_as(Target, t) for t in _inner([*indicators, *groups], "targets")),
        indicators=of("indicators", Indicator),
        observations=tuple(_as(Observation, row) for row in figures),
        changes=tuple(_as(StatedChange, c) for record in indicators for c in record.changes),
        requests=of("requests", Request),
        forward_items=tuple(_as(ForwardItem, item) for item in _inner(groups, "forward_items")),
        terms=tuple(_as(Term, term) for term in _inner(groups, "terms")),
    )


def _inner(records: Sequence[Record], name: str) -> list[Record]:
    return [item for record in records for item in getattr(record, name, ())]


def _as(model: type[R], record: Record) -> R:
    """A page's record as the plain record."""
    return cast(R, model.model_construct(**{name: getattr(record, name) for name in model.model_fields}))
