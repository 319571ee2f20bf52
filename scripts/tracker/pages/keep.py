"""Keeps ``docs/``: writes what was read and keeps what people changed. Nothing here knows PDF or HTML.

``keep`` works out all files first and writes those that change, each in one step, so that nothing half-written stays.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracker.pages.checks import Checks, checks_on
from tracker.pages.faults import Fault
from tracker.pages.folder import NOT_TEXT_PAGE, NOT_TEXT_TABLE, csv_of, fields_there, pages_there, read_text
from tracker.pages.front_matter import FrontMatterError, Value, read_front_matter, split_page
from tracker.pages.layout import MachinePage, machine_pages
from tracker.pages.merge import is_as_made, merge_page, new_page
from tracker.pages.merge_rows import is_table_as_made, merge_table, new_table
from tracker.pages.notes import Conflict, Notes
from tracker.pages.one_measure import (
    decisions_on,
    joined_page,
    joined_rows,
    marks_on_joined,
    with_joined,
    without_refused,
)
from tracker.pages.rows import Row, TableError
from tracker.records import Tracker

UNFINISHED = ".unfinished-"
"""How the names of files begin that are being written."""


@dataclass(frozen=True)
class KeepResult:
    """What became of ``docs/``. Paths are relative to it. ``kept_out`` are pages that people took out; ``waiting`` the
    papers of which something could not be written: what they said before stays the base of the next merge."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept_out: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    faults: tuple[Fault, ...] = ()
    waiting: frozenset[str] = frozenset()


@dataclass
class _Plan:
    """What is to be written (None: taken away), and what is to be told. ``texts`` stand in for files as they are: pages
    into which another was put."""

    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str | None] = field(default_factory=dict)
    kept_out: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)


def keep(docs: Path, old: Tracker | None, new: Tracker, *, mailboxes: Sequence[str] = ()) -> KeepResult:
    """Bring ``docs`` up to ``new``; ``old`` is what the machine said before, None where nothing is known of it.

    A page that people deleted stays out and is listed; a page of a record that is no longer read goes when nobody
    touched it, and stays with a conflict listed when somebody did. A page that cannot be read stays as it is, with a
    fault. Raises OSError where the folder cannot be written.
    """
    plan = plan_files(docs, old, new, mailboxes)
    clear_unfinished(docs)
    written, removed = [], []
    for name, text in sorted(plan.files.items()):
        path = docs / name
        if text is None:
            path.unlink()
            removed.append(name)
        elif not path.exists() or path.read_bytes() != text.encode("utf-8"):
            write_whole(path, text)
            written.append(name)
    return KeepResult(
        tuple(written),
        tuple(removed),
        tuple(sorted(plan.kept_out)),
        tuple(sorted(plan.conflicts, key=lambda c: (c.file, c.field, c.kept))),
        tuple(sorted(plan.faults)),
        frozenset(plan.waiting),
    )


def plan_files(docs: Path, old: Tracker | None, new: Tracker, mailboxes: Sequence[str] = ()) -> _Plan:
    """All files that a ``keep`` would write, without writing any."""
    there = pages_there(docs)
    fields = fields_there(docs, there)
    said = decisions_on({key: held for (kind, key), held in fields.items() if kind == "indicators"})
    checks = checks_on((kind, key, held) for (kind, key), held in fields.items())
    old = with_joined(old, said.settled) if old else None
    new = without_refused(with_joined(new, {**said.settled, **said.now}), said.apart)
    before = machine_pages(old, mailboxes) if old else {}
    after = machine_pages(new, mailboxes)
    if not there:
        # An empty folder is a new tracker, not one in which somebody deleted every page.
        before = {}
    plan = _Plan()
    for page, goal in said.unknown.items():
        wrong = f"names “{goal}”, which is no other indicator here"
        plan.faults.append(Fault(there["indicators", page], 0, "same_as", wrong, "write the id of one that is there"))
    for going, goal in said.now.items():
        try:
            _plan_join(docs, going, goal, there, fields, before, plan)
        except UnicodeDecodeError:
            plan.faults.append(Fault(csv_of(there["indicators", going]), 0, "", *NOT_TEXT_TABLE))
        except TableError as error:
            said_of = csv_of(there["indicators", going])
            plan.faults.append(Fault(said_of, error.line, error.column, error.wrong, error.remedy))
    for key in sorted({*before, *after}):
        faults = len(plan.faults)
        _plan_page(docs, before.get(key), after.get(key), there.get(key), checks, plan)
        if len(plan.faults) > faults and before.get(key) != after.get(key):
            plan.waiting |= _papers_on(before.get(key), new) | _papers_on(after.get(key), new)
    return plan


def _papers_on(page: MachinePage | None, tracker: Tracker) -> set[str]:
    """The papers that a page draws on."""
    if page is None:
        return set()
    named = set(_texts_in([page.id, page.fields, *(page.rows or ())]))
    parts = {part.paper for part in tracker.facts.parts if part.id in named}
    places = {text.split(", page ")[0] for text in named}
    return {reading.id for reading in tracker.readings if reading.id in named | parts | places}


def _texts_in(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _texts_in(inner)
    elif value:
        yield str(value)


def _plan_join(
    docs: Path,
    going: str,
    goal: str,
    there: Mapping[tuple[str, str], str],
    fields: Mapping[tuple[str, str], Mapping[str, Value]],
    before: dict[tuple[str, str], MachinePage],
    plan: _Plan,
) -> None:
    """The page and rows of one measure put into another's, as people left them; its files go."""
    name, other = there["indicators", goal], there["indicators", going]
    # What may fail goes first, so that nothing is half planned.
    rows = _joined_tables(docs, name, other, fields["indicators", goal], fields["indicators", going], plan)
    old = before.pop(("indicators", going), None)
    page = plan.texts.get(name) or read_text(docs / name)
    newline = "\r\n" if "\r\n" in page else "\n"
    text, differing = joined_page(
        page.replace("\r\n", "\n"),
        read_text(docs / other).replace("\r\n", "\n"),
        {**old.people, **old.fields} if old else {},
        other.removesuffix(".md"),
    )
    plan.texts[name] = plan.files[name] = text.replace("\n", newline)
    notes = Notes(name)
    for field_name, value in differing.items():
        notes.add(f"{field_name} (of {going})", read_front_matter(split_page(text)[0]).fields.get(field_name), value)
    plan.conflicts += notes.conflicts
    plan.files[other] = None
    if rows is not None:
        plan.texts[csv_of(name)] = plan.files[csv_of(name)] = rows
        plan.files[csv_of(other)] = None
    key = next((key for key in before if key[0] == "indicators" and there.get(key) == name), None)
    if key and old and old.rows is not None:
        before[key] = replace(before[key], rows=(*(before[key].rows or ()), *old.rows))


def _joined_tables(
    docs: Path, name: str, other: str, staying: Mapping[str, Value], going: Mapping[str, Value], plan: _Plan
) -> str | None:
    """The rows of two measures' pages in one table; None where the page that goes has none."""
    if not (docs / csv_of(other)).exists():
        return None
    here = docs / csv_of(name)
    mine = plan.texts.get(csv_of(name)) or (read_text(here) if here.exists() else "")
    return joined_rows(mine, read_text(docs / csv_of(other)), marks_on_joined(staying, going))


def _plan_page(
    docs: Path, old: MachinePage | None, new: MachinePage | None, name: str | None, checks: Checks, plan: _Plan
) -> None:
    if name is None:
        if new is None:
            return
        if old is not None:
            plan.kept_out.append(f"{new.address}.md")
            return
        name = f"{new.address}.md"
        if (docs / name).exists():
            wrong, remedy = "is not the page of the record that belongs here", f"write “id: {new.id}” or move it away"
            plan.faults.append(Fault(name, 1, "id", wrong, remedy))
            return
        plan.files[name] = new_page(new)
        if new.rows is not None:
            plan.files[csv_of(name)] = new_table(new.rows)
        return
    notes = Notes(name)
    try:
        page = plan.texts.get(name) or read_text(docs / name)
        if new is None:
            assert old is not None
            _plan_removed(docs, name, page, old, notes, plan)
        else:
            plan.files[name] = merge_page(old, page, new, notes)
            _plan_rows(docs, csv_of(name), old, new, checks, plan)
    except FrontMatterError as error:
        plan.faults.append(Fault(name, error.line, "", error.wrong, error.remedy))
        return
    except UnicodeDecodeError:
        plan.faults.append(Fault(name, 0, "", *NOT_TEXT_PAGE))
        return
    except ValueError as error:
        plan.faults.append(Fault(name, 0, "", str(error), "mend the page, then extract again"))
        return
    plan.conflicts += notes.conflicts


def _plan_rows(docs: Path, name: str, old: MachinePage | None, new: MachinePage, checks: Checks, plan: _Plan) -> None:
    if new.rows is None:
        return
    if name not in plan.texts and not (docs / name).exists():
        if old is not None and old.rows is not None:
            plan.kept_out.append(name)
        else:
            plan.files[name] = new_table(new.rows)
        return
    notes = Notes(name)

    def covered(row: Row) -> bool:
        place = (row.get(column, "") for column in ("part", "paper", "block"))
        return checks.over(new.id, *place) is not None

    try:
        text = plan.texts.get(name) or read_text(docs / name)
        plan.files[name] = merge_table(old.rows if old else None, text, new.rows, notes, covered)
    except UnicodeDecodeError:
        plan.faults.append(Fault(name, 0, "", *NOT_TEXT_TABLE))
    except TableError as error:
        plan.faults.append(Fault(name, error.line, error.column, error.wrong, error.remedy))
    else:
        plan.conflicts += notes.conflicts


def _plan_removed(docs: Path, name: str, page: str, old: MachinePage, notes: Notes, plan: _Plan) -> None:
    """A record that is read no longer: its page goes when it says what the machine made it say, else it stays."""
    table = docs / csv_of(name)
    rows = read_text(table) if table.exists() else None
    if is_as_made(page, old) and (rows is None or old.rows is None or is_table_as_made(rows, old.rows)):
        plan.files[name] = None
        if rows is not None:
            plan.files[csv_of(name)] = None
    else:
        notes.add("the whole page", "as people changed it", "")


def clear_unfinished(folder: Path) -> None:
    """Take away what a run that was killed while it wrote a file has left beside it. Raises OSError."""
    for path in sorted(folder.rglob(f"{UNFINISHED}*")):
        path.unlink()


def write_whole(path: Path, text: str) -> None:
    """Write a file in one step: beside it first, then in its place.

    Raises OSError that names the file, or its folder where nothing can be made in it. A file that somebody has set to
    be read only is not replaced, though its folder would let it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        handle, beside = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path.parent)) from error
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode("utf-8"))
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
