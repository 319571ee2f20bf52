"""An indicator's CSV into its records, with every fault at its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tracker.pages.faults import Fault
from tracker.pages.fields import ObservationRow
from tracker.pages.folder import NOT_TEXT_TABLE, read_text
from tracker.pages.reading_file import describe
from tracker.pages.rows import COLUMNS, EMPTY_TABLE, Table, TableError, breakdown_from_text, column_name, read_table
from tracker.pages.source_text import boxes_from_text
from tracker.records import Source

_NEEDED = (
    *("id", "breakdown", "period_start", "period_end", "value", "as_printed", "marker", "measure"),
    *("trust", "paper", "page"),
)
"""Columns without which a figure would mean something else, and no row of it would look wrong."""
_PLACE = ("paper", "page", "printed_page", "block", "box", "breakdown", "indicator", "source")
_BOX_HELP = "write four numbers, left top right bottom, in points from the top left"


@dataclass(frozen=True)
class LoadedRows:
    """The rows of one file that hold, each with its ``lines`` in the file, and the faults of the others."""

    rows: tuple[ObservationRow, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()


def load_rows(path: Path, name: str, indicator: str) -> LoadedRows:
    """The figures of an indicator from its file; ``name`` is the file below docs/, as faults name it."""
    try:
        text = read_text(path)
        table = read_table(text)
    except (OSError, UnicodeDecodeError):
        return LoadedRows(faults=(Fault(name, 0, "", *NOT_TEXT_TABLE),))
    except TableError as error:
        return LoadedRows(faults=(Fault(name, error.line, error.column, error.wrong, error.remedy),))
    if not text.strip():
        return LoadedRows(faults=(Fault(name, 0, "", *EMPTY_TABLE),))
    if header_faults := _header_faults(table, name):
        return LoadedRows(faults=tuple(header_faults))
    rows: list[ObservationRow] = []
    lines: list[int] = []
    faults: list[Fault] = []
    for row, line in zip(table.rows, table.lines, strict=True):
        if line in table.uneven:
            wrong = f"has not {len(table.header)} cells as the first line has"
            faults.append(Fault(name, line, "", wrong, "put a cell that holds a comma in double quotes"))
            continue
        record = _row_record(row, line, name, indicator, faults)
        if record:
            rows.append(record)
            lines.append(line)
    return LoadedRows(tuple(rows), tuple(lines), tuple(faults))


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
