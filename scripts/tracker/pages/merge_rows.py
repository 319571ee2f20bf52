"""The rows of one indicator kept: the machine's old and new rows and the CSV as people left it become the CSV to write.

Rows and columns are merged each for itself, cell by cell; a file that neither changed keeps its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.pages.merge import merge_value
from tracker.pages.merge_checks import AGAIN, row_after_check
from tracker.pages.notes import Notes
from tracker.pages.rows import COLUMNS, EMPTY_TABLE, Row, TableError, read_table, table_text
from tracker.pages.weave import Woven, weave


def is_table_as_made(text: str, rows: Sequence[Row]) -> bool:
    """Whether a CSV says what the machine made it say and no more, in whatever order and dress."""
    table = read_table(text)
    if table.uneven:
        return False
    said = [{column: cell for column, cell in row.items() if cell} for row in table.rows]
    made = [{column: cell for column, cell in row.items() if cell} for row in read_table(new_table(rows)).rows]
    return sorted(said, key=_as_text) == sorted(made, key=_as_text)


def _as_text(row: Row) -> str:
    """A row as one text, for an order that does not depend on that of its columns."""
    return repr(sorted(row.items()))


def new_table(rows: Sequence[Row]) -> str:
    """The text of a CSV that was not there."""
    return table_text(COLUMNS, [(row, None) for row in rows])


def merge_table(
    old: Sequence[Row] | None,
    text: str,
    new: Sequence[Row],
    notes: Notes,
    covered: Callable[[Row], bool] = lambda row: False,
) -> str:
    """The CSV to write. Rows and columns that people changed or added stay. ``covered`` says whether a check of a whole
    page is about a row: a row that reads otherwise since then, or is new, is not checked."""
    if old is not None and list(old) == list(new):
        return text
    table = read_table(text)
    if not text.strip():
        raise TableError(0, "", *EMPTY_TABLE)
    if "id" not in table.header:
        raise TableError(1, "id", "is missing", "put the column back, or give it its old name")
    header = [*table.header, *(column for column in COLUMNS if column not in table.header and _used(column, new))]
    raw = {id(row): own for row, own in zip(table.rows, table.raw, strict=True)}
    unclear = {id(row) for row, line in zip(table.rows, table.lines, strict=True) if line in table.uneven}
    rows: list[tuple[dict[str, str], Row | None]] = []
    for piece in weave(list(old or ()), list(table.rows), list(new), _row_key, _row_words, lasting=True):
        if piece.mine is not None and id(piece.mine) in unclear:
            if piece.base != piece.new:
                notes.add(f"row {_row_key(piece.mine)}", raw[id(piece.mine)].strip(), _row_shown(piece.new or {}))
            rows.append((dict(piece.mine), piece.mine))
            continue
        row = _merge_row(piece, notes)
        if row is None:
            continue
        if old is not None:
            row = row_after_check(row, piece, covered(row), notes)
        rows.append((row, piece.mine))
    if AGAIN not in header and any(row.get(AGAIN) for row, _ in rows):
        header.append(AGAIN)
    merged: list[tuple[Row, str | None]] = []
    for row, mine in rows:
        same = mine is not None and (id(mine) in unclear or (len(header) == len(table.header) and row == dict(mine)))
        merged.append((row, raw[id(mine)] if same and mine is not None else None))
    return table_text(header, merged, table)


def _used(column: str, rows: Sequence[Row]) -> bool:
    return any(row.get(column) for row in rows)


def _merge_row(piece: Woven[Row], notes: Notes) -> dict[str, str] | None:
    base, mine, new = piece.base, piece.mine, piece.new
    if mine is None:
        if base is None:
            return dict(new or {})
        if new is not None and dict(new) != dict(base):
            notes.add(f"row {base['id']}", "", _row_shown(new))
        return None
    if new is None:
        if base is None or any(mine.get(c, "") != base.get(c, "") for c in mine):
            if base is not None:
                notes.add(f"row {base['id']}", _row_shown(mine), "")
            return dict(mine)
        return None
    row = dict(mine)
    for column in COLUMNS:
        before, here, now = (base or {}).get(column, ""), mine.get(column, ""), new.get(column, "")
        if column not in mine:
            # A column that was taken out says nothing about its cells; it comes back with what is read now.
            if now:
                row[column] = now
            continue
        row[column] = merge_value(before, here, now, f"row {new['id']}, {column}", notes)
    return row


def _row_key(row: Row) -> str:
    return row.get("id", "")


def _row_words(row: Row) -> str:
    return "|".join(row.get(column, "") for column in ("breakdown", "period_label", "as_printed", "page", "box"))


def _row_shown(row: Row) -> str:
    return ", ".join(f"{name}={row[name]}" for name in ("breakdown", "period_label", "as_printed") if row.get(name))
