"""An indicator's CSV: one observation a row, the file that people edit and readers download.

Rows that nobody changed keep their bytes; columns that people add stay. What a spreadsheet does to a file (line ends,
a byte order mark, quotes everywhere, semicolons) is read without complaint.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.pages.source_text import boxes_to_text
from tracker.records import Observation

COLUMNS = (
    *("id", "breakdown", "period_start", "period_end", "period_label", "value", "as_printed", "marker", "qualifier"),
    *("unit", "measure", "geography", "relates_to", "kind", "quote", "trust"),
    *("part", "paper", "page", "printed_page", "block", "box"),
    *("correction", "was", "corrected_value", "reason", "checked_by", "checked_on", "left_out"),
)
"""The columns of a new file; the last seven are people's."""

Row = Mapping[str, str]

EMPTY_TABLE = ("is empty", "take the file back from the last version, or delete it")
"""What is wrong with a file without a first line, and what to do."""


class TableError(ValueError):
    """A table that cannot be read: ``line`` of the file, ``column``, what is wrong, what to write."""

    def __init__(self, line: int, column: str, wrong: str, remedy: str) -> None:
        super().__init__(f"line {line}: {wrong}: {remedy}")
        self.line, self.column, self.wrong, self.remedy = line, column, wrong, remedy


@dataclass(frozen=True)
class Table:
    """A CSV file as read: ``header``, ``rows`` by column, each row's own text and the line it begins on.

    Columns without a name, and the second of two with one name, are kept apart in ``header`` (see ``column_name``)."""

    header: tuple[str, ...] = COLUMNS
    rows: tuple[Row, ...] = ()
    raw: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    delimiter: str = ","
    newline: str = "\n"
    begins: str = ""
    """The mark that a spreadsheet puts before the first line, or nothing."""
    uneven: tuple[int, ...] = ()
    """Lines of rows that have more or fewer cells than the header. What they hold is not known by column."""


def row_of(observation: Observation) -> dict[str, str]:
    """An observation as a row; people's columns are empty."""
    place = observation.source
    row = {name: str(getattr(observation, name, "") or "") for name in COLUMNS}
    row.update(
        breakdown=breakdown_to_text(observation.breakdown),
        paper=place.paper,
        page=str(place.page),
        printed_page=place.printed,
        block=place.block,
        box=boxes_to_text(place.boxes, place.page),
    )
    return {column: _no_formula(cell) for column, cell in row.items()}


_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d|\.\d)")


def _no_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a space before what would begin one (reading takes it off)."""
    return f" {cell}" if _FORMULA.match(cell) else cell


def breakdown_to_text(breakdown: Sequence[tuple[str, str]]) -> str:
    """``ward=Edgware; type=Hoax Call``; a semicolon or equals sign inside a name becomes a comma or hyphen."""
    return "; ".join(f"{_part(name)}={_part(value)}" for name, value in breakdown)


def breakdown_from_text(text: str) -> tuple[tuple[str, str], ...]:
    """The breakdown of such a text; ValueError when a piece has no equals sign."""
    pairs = []
    for piece in filter(None, (piece.strip() for piece in text.split(";"))):
        name, sign, value = piece.partition("=")
        if not sign or not name.strip():
            raise ValueError("is no breakdown: write “ward=Edgware; type=Hoax Call”")
        pairs.append((name.strip(), value.strip()))
    return tuple(pairs)


def _part(text: str) -> str:
    return " ".join(text.replace(";", ",").replace("=", "-").split())


def read_table(text: str) -> Table:
    """A CSV file of any common dress. Raises ``TableError`` where quotes leave open what a cell is."""
    begins = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count) if head else ","
    newline = "\r\n" if head.endswith("\r") else "\n"
    records = _records(text, delimiter)
    if not records:
        return Table(begins=begins)
    header = _columns([cell.strip() for cell in records[0][0]])
    kept = [record for record in records[1:] if any(cell.strip() for cell in record[0])]
    return Table(
        header=header,
        rows=tuple(dict(zip(header, [*cells, *[""] * len(header)], strict=False)) for cells, _, _ in kept),
        raw=tuple(raw for _, raw, _ in kept),
        lines=tuple(line for _, _, line in kept),
        delimiter=delimiter,
        newline=newline,
        begins=begins,
        uneven=tuple(line for cells, _, line in kept if len(cells) != len(header)),
    )


_MARK = "\ufeff"


def _columns(names: Sequence[str]) -> tuple[str, ...]:
    """A key of its own for each column: its name, with its place before it where the name alone does not tell."""
    return tuple(
        name if name and name not in names[:place] else f" {place + 1} {name}" for place, name in enumerate(names)
    )


def column_name(column: str) -> str:
    """The name of a column as it stands in the file."""
    return column.split(" ", 2)[2] if column.startswith(" ") else column


def _records(text: str, delimiter: str) -> list[tuple[list[str], str, int]]:
    """Cells, own text and first line of each record."""
    lines = text.splitlines(keepends=True) if "\u2028" not in text and "\x85" not in text else _kept_lines(text)
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    found = []
    first = 0
    try:
        for cells in reader:
            found.append((cells, "".join(lines[first : reader.line_num]), first + 1))
            first = reader.line_num
    except csv.Error as error:
        wrong = "has a quotation mark that opens a cell and closes it nowhere, or closes it too early"
        remedy = "put the whole cell in double quotes, and write a double quote inside it twice"
        raise TableError(first + 1, "", wrong, remedy) from error
    return found


def _kept_lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def table_text(header: Sequence[str], rows: Sequence[tuple[Row, str | None]], like: Table | None = None) -> str:
    """A CSV file of rows; a row that comes with its own text is written as that."""
    delimiter, newline = (like.delimiter, like.newline) if like else (",", "\n")
    lines = [(like.begins if like else "") + _line([column_name(column) for column in header], delimiter, newline)]
    for row, raw in rows:
        own = raw if raw is None or raw.endswith("\n") else raw + newline
        lines.append(own or _line([row.get(column, "") for column in header], delimiter, newline))
    return "".join(lines)


def _line(cells: Sequence[str], delimiter: str, newline: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerow(cells)
    return out.getvalue()
