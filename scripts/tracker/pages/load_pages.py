"""The workings of ``load``: each page and CSV row into its record, with every fault at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from tracker.pages.faults import Fault
from tracker.pages.fields import (
    PAGE_KINDS,
    PEOPLES,
    IndicatorPage,
    ObservationRow,
    PaperPage,
    PartPage,
)
from tracker.pages.folder import NOT_TEXT_PAGE, NOT_TEXT_TABLE, csv_of, former_address, kind_of, people_key, read_text
from tracker.pages.front_matter import FrontMatterError, Value, read_front_matter, split_page
from tracker.pages.load import DocPage, Docs, TextBlock
from tracker.pages.passages import Body, page_of, read_body
from tracker.pages.reading_file import describe
from tracker.pages.rows import COLUMNS, EMPTY_TABLE, Table, TableError, breakdown_from_text, column_name, read_table
from tracker.pages.source_text import boxes_from_text, source_from_text
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
    Source,
    StatedChange,
    Strategy,
    Target,
    Term,
)

R = TypeVar("R", bound=Record)

_ONE_SOURCE = ("source", "question_source", "answer_source")
_SOURCES = "sources"


@dataclass
class _Gathered:
    """What has been read so far of a folder."""

    pages: list[DocPage] = field(default_factory=list)
    rows: dict[str, tuple[ObservationRow, ...]] = field(default_factory=dict)
    row_lines: dict[str, tuple[int, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def load_folder(docs: Path) -> Docs:
    """All of ``docs/``."""
    found = _Gathered()
    for path in sorted(path for path in docs.rglob("*.md") if path.is_file()):
        name = path.relative_to(docs).as_posix()
        kind = kind_of(name)
        if kind:
            page = _load_page(path, name, kind, found.faults)
            if page:
                found.pages.append(page)
    for page in found.pages:
        if page.left_out:
            found.left_out[people_key(page.kind, page.id)] = page.left_out
        if page.kind == "indicators" and (docs / csv_of(page.file)).exists():
            found.rows[page.id] = _load_rows(docs / csv_of(page.file), csv_of(page.file), page.id, found)
    shown = [page for page in found.pages if not page.left_out]
    return Docs(
        facts=_facts(shown, found),
        pages=tuple(found.pages),
        rows=found.rows,
        row_lines=found.row_lines,
        texts={page.id: page.blocks for page in shown if page.kind == "papers"},
        people={people_key(page.kind, page.id): _people(page) for page in shown},
        prose={people_key(page.kind, page.id): page.prose for page in shown if page.prose.strip()},
        addresses={former_address(old, page.kind): page.address for page in found.pages for old in page.formerly},
        left_out=found.left_out,
        faults=tuple(sorted(found.faults)),
    )


# ---- one page


def _load_page(path: Path, name: str, kind: str, faults: list[Fault]) -> DocPage | None:
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        faults.append(Fault(name, 0, "", *NOT_TEXT_PAGE))
        return None
    yaml_text, body_text, offset = split_page(text)
    if not yaml_text.strip():
        faults.append(Fault(name, 1, "", "has no front matter", "begin the page with “---”, its fields, and “---”"))
        return None
    try:
        front = read_front_matter(yaml_text)
    except FrontMatterError as error:
        faults.append(Fault(name, error.line, "", error.wrong, error.remedy))
        return None
    try:
        body = read_body(body_text)
    except ValueError as error:
        faults.append(Fault(name, offset + 1, "", str(error), "put both marks back, each on its own line"))
        body = Body(body_text)
    model = _model(kind, front.fields)
    record = _record(model, front.fields, front.lines, name, faults)
    if record is None:
        return None
    said = front.fields.get("formerly") or []
    return DocPage(
        address=name.removesuffix(".md"),
        kind=kind,
        id=str(front.fields["id"]),
        record=record,
        fields=front.fields,
        lines=front.lines,
        blocks=_text_blocks(body, offset),
        prose=_prose(body),
        left_out=str(front.fields.get("left_out") or ""),
        formerly=tuple(str(place) for place in (said if isinstance(said, list) else [said])),
        has_region=body.has_region,
    )


def _model(kind: str, fields: Mapping[str, Value]) -> type[Record]:
    if kind == "papers" and fields.get("id") == fields.get("paper"):
        return PaperPage
    return PAGE_KINDS[kind]


def _record(
    model: type[R], fields: Mapping[str, Value], lines: Mapping[str, int], name: str, faults: list[Fault]
) -> R | None:
    """The record of a page, or None with its faults listed. Places that are none are faults of their own."""
    problems: list[Fault] = []
    data = _expanded(dict(fields), "", lines, name, problems)
    for item in (item for key in ("targets", "changes") for item in data.get(key) or ()):
        if isinstance(item, dict):
            item.setdefault("indicator", data.get("id", "") if issubclass(model, IndicatorPage) else "")
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        # A field that several kinds of value would fit is reported once, by the first.
        seen: set[tuple[int, str]] = set()
        for problem in error.errors():
            fault = _fault(problem, lines, name, model)
            if (fault.line, fault.field) not in seen:
                seen.add((fault.line, fault.field))
                problems.append(fault)
        record = None
    faults += problems
    return None if problems else record


def _expanded(value: Any, path: str, lines: Mapping[str, int], name: str, problems: list[Fault]) -> Any:
    """Values as records want them: places as sources, empty fields left to their defaults, items that people left out
    not there."""
    if isinstance(value, list):
        key = path.rsplit(".", 1)[-1].split("[")[0]
        if key == _SOURCES:
            return [_source(item, f"{path}[{i}]", lines, name, problems) for i, item in enumerate(value)]
        return [
            _expanded(item, f"{path}[{i}]", lines, name, problems)
            for i, item in enumerate(value)
            if not (isinstance(item, Mapping) and item.get("left_out"))
        ]
    if not isinstance(value, Mapping):
        return value
    held: dict[str, Any] = {}
    for key, inner in value.items():
        inner_path = f"{path}.{key}" if path else str(key)
        if inner is None:
            continue
        if key in _ONE_SOURCE:
            held[key] = _source(inner, inner_path, lines, name, problems)
        else:
            held[key] = _expanded(inner, inner_path, lines, name, problems)
    return held


def _source(line: Any, path: str, lines: Mapping[str, int], name: str, problems: list[Fault]) -> Source:
    try:
        return source_from_text(str(line))
    except ValueError as error:
        wrong, _, remedy = str(error).partition(": ")
        problems.append(Fault(name, lines.get(path, 0), path, wrong, remedy))
        return Source(paper="", page=1)


def _fault(problem: Any, lines: Mapping[str, int], name: str, model: type[Record]) -> Fault:
    path = ""
    for step in problem["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    line = next((lines[known] for known in _upwards(path) if known in lines), 1)
    return Fault(name, line, path, *describe(problem, tuple(model.model_fields)))


def _upwards(path: str) -> Iterable[str]:
    while path:
        yield path
        path = re.sub(r"(\.[^.\[\]]+|\[\d+\]|^[^.\[\]]+)$", "", path)


def _text_blocks(body: Body, offset: int) -> tuple[TextBlock, ...]:
    first = offset + 1
    return tuple(
        TextBlock(passage.id, page_of(passage.id), passage.markdown, passage.css, first + line)
        for passage, line in zip(body.passages, body.lines, strict=True)
    )


def _prose(body: Body) -> str:
    return "\n\n".join(filter(None, (body.before.strip("\n"), body.after.strip("\n"))))


def _people(page: DocPage) -> dict[str, Value]:
    """What people filled: their fields, and fields that they added."""
    known = type(page.record).model_fields
    machines = {"status"} if page.kind == "strategies" else set()
    return {
        name: "" if value is None else value
        for name, value in page.fields.items()
        if (name in PEOPLES and name not in machines) or name not in known
    }


# ---- rows


def _load_rows(path: Path, name: str, indicator: str, found: _Gathered) -> tuple[ObservationRow, ...]:
    try:
        text = read_text(path)
        table = read_table(text)
    except (OSError, UnicodeDecodeError):
        found.faults.append(Fault(name, 0, "", *NOT_TEXT_TABLE))
        return ()
    except TableError as error:
        found.faults.append(Fault(name, error.line, error.column, error.wrong, error.remedy))
        return ()
    if not text.strip():
        found.faults.append(Fault(name, 0, "", *EMPTY_TABLE))
        return ()
    if faults := _header_faults(table, name):
        found.faults += faults
        return ()
    rows, lines = [], []
    for row, line in zip(table.rows, table.lines, strict=True):
        if line in table.uneven:
            wrong = f"has not {len(table.header)} cells as the first line has"
            found.faults.append(Fault(name, line, "", wrong, "put a cell that holds a comma in double quotes"))
            continue
        record = _row_record(row, line, name, indicator, found.faults)
        if record:
            rows.append(record)
            lines.append(line)
            if record.left_out:
                found.left_out[record.id] = record.left_out
    found.row_lines[indicator] = tuple(lines)
    return tuple(rows)


_NEEDED = (
    *("id", "breakdown", "period_start", "period_end", "value", "as_printed", "marker", "measure"),
    *("trust", "paper", "page"),
)
"""Columns without which a figure would mean something else, and no row of it would look wrong."""


def _header_faults(table: Table, name: str) -> list[Fault]:
    machines = COLUMNS[: COLUMNS.index("correction")]
    if not set(machines) & set(table.header):
        wrong = "does not name the columns"
        return [Fault(name, 1, "", wrong, f"put back the first line: {','.join(COLUMNS)}")]
    faults = [
        Fault(name, 1, column, "is missing", "put the column back, or give it its old name")
        for column in _NEEDED
        if column not in table.header
    ]
    doubled = {column_name(column) for column in table.header if column.startswith(" ")} - {""}
    return faults + [Fault(name, 1, column, "stands twice", "keep one") for column in sorted(doubled)]


def _row_record(
    row: Mapping[str, str], line: int, name: str, indicator: str, faults: list[Fault]
) -> ObservationRow | None:
    row = {column: cell.strip() for column, cell in row.items()}
    data: dict[str, Any] = {k: v for k, v in row.items() if not k.startswith(" ") and v != "" and k not in _PLACE}
    data.setdefault("as_printed", "")
    problems: list[Fault] = []

    def taken(column: str, read: Any) -> Any:
        try:
            return read(row.get(column, ""))
        except ValueError as error:
            wrong, _, remedy = str(error).partition(": ")
            if "invalid literal" in wrong or "could not convert" in wrong:
                wrong, remedy = f"is “{row.get(column, '')}”", "write a whole number" if column == "page" else _BOX_HELP
            problems.append(Fault(name, line, column, wrong, remedy))
            return ()

    page = taken("page", int)
    boxes = taken("box", lambda text: boxes_from_text(text, page or 1))
    data["breakdown"] = taken("breakdown", breakdown_from_text)
    data["indicator"] = indicator
    data["source"] = Source(
        paper=row.get("paper", ""),
        page=page or 1,
        printed=row.get("printed_page", ""),
        block=row.get("block", ""),
        boxes=boxes,
    )
    try:
        record = ObservationRow.model_validate(data)
    except ValidationError as error:
        problems += [
            Fault(name, line, str(p["loc"][0]), *describe(p, COLUMNS)) for p in error.errors() if p["loc"][:1] != ()
        ]
        record = None
    faults += problems
    return None if problems else record


_PLACE = ("paper", "page", "printed_page", "block", "box", "breakdown", "indicator", "source")
_BOX_HELP = "write four numbers, left top right bottom, in points from the top left"


# ---- all together


def _facts(pages: Sequence[DocPage], found: _Gathered) -> PaperFacts:
    """The records of pages that are shown, as the other rooms know them: without people's fields."""

    def of(kind: str, model: type[R]) -> tuple[R, ...]:
        return tuple(_as(model, page.record) for page in pages if page.kind == kind)

    indicators = [page.record for page in pages if isinstance(page.record, IndicatorPage)]
    groups = [page.record for page in pages if page.kind in ("commitments", "forward-plan", "terms")]
    shown = {record.id for record in indicators}
    # A later reading may know the measure by another name: what people took out on the old page stays out.
    out = {row.id for key, held in found.rows.items() for row in held if row.left_out or key in found.left_out}
    rows = [row for key, held in sorted(found.rows.items()) if key in shown for row in held if row.id not in out]
    return PaperFacts(
        parts=tuple(_as(PaperPart, p.record) for p in pages if isinstance(p.record, PartPage)),
        meetings=of("meetings", Meeting),
        strategies=of("strategies", Strategy),
        priorities=of("priorities", Priority),
        outcomes=of("outcomes", Outcome),
        commitments=tuple(_as(Commitment, c) for c in _inner(groups, "commitments")),
        targets=tuple(_as(Target, t) for t in _inner([*indicators, *groups], "targets")),
        indicators=of("indicators", Indicator),
        observations=tuple(_as(Observation, row) for row in rows),
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
