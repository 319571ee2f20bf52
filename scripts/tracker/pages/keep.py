"""Keeps ``docs/``: writes what was read and keeps what people changed. Nothing here knows PDF or HTML.

``keep`` works out all files first and writes those that change, each in one step, so that nothing half-written stays.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracker.pages.checks import Checks, checks_on
from tracker.pages.faults import Fault
from tracker.pages.front_matter import FrontMatterError, Value, read_front_matter, split_page
from tracker.pages.layout import MachinePage, machine_pages
from tracker.pages.merge import merge_page, merge_table, new_page, new_table
from tracker.pages.notes import Conflict, Notes
from tracker.pages.one_measure import (
    decisions_on,
    joined_page,
    joined_rows,
    marks_on_joined,
    with_joined,
    without_refused,
)
from tracker.pages.rows import Row
from tracker.records import Tracker

UNFINISHED = ".unfinished-"
"""How the names of files begin that are being written."""


@dataclass(frozen=True)
class KeepResult:
    """What became of ``docs/``. Paths are relative to it. ``kept_out`` are pages that people took out."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept_out: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass
class _Plan:
    """What is to be written (None: taken away), and what is to be told. ``texts`` stand in for files as they are: pages
    into which another was put."""

    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str | None] = field(default_factory=dict)
    kept_out: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


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
    )


def plan_files(docs: Path, old: Tracker | None, new: Tracker, mailboxes: Sequence[str] = ()) -> _Plan:
    """All files that a ``keep`` would write, without writing any."""
    there = _pages_there(docs)
    fields = _fields_there(docs, there)
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
        _plan_join(docs, going, goal, there, fields, before, plan)
    for key in sorted({*before, *after}):
        _plan_page(docs, before.get(key), after.get(key), there.get(key), checks, plan)
    return plan


def _fields_there(docs: Path, there: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], Mapping[str, Value]]:
    """What pages say, by kind and their ids; a page that cannot be read says nothing."""
    found: dict[tuple[str, str], Mapping[str, Value]] = {}
    for kind, name in sorted({(kind, name) for (kind, _), name in there.items()}):
        try:
            fields = read_front_matter(split_page(_read(docs / name).replace("\r\n", "\n"))[0]).fields
        except FrontMatterError:
            continue
        if fields.get("id"):
            found[kind, str(fields["id"])] = fields
    return found


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
    old = before.pop(("indicators", going), None)
    page = plan.texts.get(name) or _read(docs / name)
    newline = "\r\n" if "\r\n" in page else "\n"
    text, differing = joined_page(
        page.replace("\r\n", "\n"),
        _read(docs / other).replace("\r\n", "\n"),
        {**old.people, **old.fields} if old else {},
        other.removesuffix(".md"),
    )
    plan.texts[name] = plan.files[name] = text.replace("\n", newline)
    notes = Notes(name)
    for field_name, value in differing.items():
        notes.add(f"{field_name} (of {going})", read_front_matter(split_page(text)[0]).fields.get(field_name), value)
    plan.conflicts += notes.conflicts
    plan.files[other] = None
    if (docs / csv_of(other)).exists():
        mine = plan.texts.get(csv_of(name)) or (_read(docs / csv_of(name)) if (docs / csv_of(name)).exists() else "")
        theirs = _read(docs / csv_of(other))
        marks = marks_on_joined(fields["indicators", goal], fields["indicators", going])
        plan.texts[csv_of(name)] = plan.files[csv_of(name)] = joined_rows(mine, theirs, marks)
        plan.files[csv_of(other)] = None
    key = next((key for key in before if key[0] == "indicators" and there.get(key) == name), None)
    if key and old and old.rows is not None:
        before[key] = replace(before[key], rows=(*(before[key].rows or ()), *old.rows))


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
        page = plan.texts.get(name) or _read(docs / name)
        rows = plan.texts.get(csv_of(name)) or (_read(docs / csv_of(name)) if (docs / csv_of(name)).exists() else None)
        if new is None:
            assert old is not None
            _plan_removed(name, page, rows, old, notes, plan)
        else:
            text = merge_page(old, page, new, notes)
            table = _merged_rows(old, rows, new, csv_of(name), checks, plan)
            plan.files[name] = text
            if table is not None:
                plan.files[csv_of(name)] = table
    except FrontMatterError as error:
        plan.faults.append(Fault(name, error.line, "", error.wrong, error.remedy))
        return
    except ValueError as error:
        plan.faults.append(Fault(name, 0, "", str(error), "mend the page, then extract again"))
        return
    plan.conflicts += notes.conflicts


def _merged_rows(
    old: MachinePage | None, text: str | None, new: MachinePage, name: str, checks: Checks, plan: _Plan
) -> str | None:
    if new.rows is None:
        return None
    if text is None:
        if old is not None and old.rows is not None:
            plan.kept_out.append(name)
            return None
        return new_table(new.rows)
    notes = Notes(name)

    def covered(row: Row) -> bool:
        place = (row.get(column, "") for column in ("part", "paper", "block"))
        return checks.over(new.id, *place) is not None

    table = merge_table(old.rows if old else None, text, new.rows, notes, covered)
    plan.conflicts += notes.conflicts
    return table


def _plan_removed(name: str, page: str, rows: str | None, old: MachinePage, notes: Notes, plan: _Plan) -> None:
    """A record that is read no longer: its page goes when it is as the machine made it, else it stays."""
    untouched = page == new_page(old) and (rows is None or old.rows is None or rows == new_table(old.rows))
    if untouched:
        plan.files[name] = None
        if rows is not None:
            plan.files[csv_of(name)] = None
    else:
        notes.add("the whole page", "as people changed it", "")


def csv_of(name: str) -> str:
    """The CSV beside a page."""
    return name.removesuffix(".md") + ".csv"


def _pages_there(docs: Path) -> dict[tuple[str, str], str]:
    """The pages that stand for a record, by kind and record id: by their ``id``, or by what they were ``formerly``."""
    there: dict[tuple[str, str], str] = {}
    former: dict[tuple[str, str], str] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        kind = kind_of(name)
        if not kind:
            continue
        yaml_text = split_page(_read(path).replace("\r\n", "\n"))[0]
        try:
            fields: Mapping[str, object] = read_front_matter(yaml_text).fields
        except FrontMatterError:
            # Its place tells whose page it is; merging it will name the fault.
            fields = {"id": path.stem}
        if fields.get("id"):
            there.setdefault((kind, str(fields["id"])), name)
        said = fields.get("formerly")
        for place in said if isinstance(said, list) else [said] if said else []:
            former.setdefault((kind, former_address(str(place), kind).split("/")[-1]), name)
    return {**former, **there}


def kind_of(name: str) -> str:
    """The kind of the record that a page of ``docs/`` stands for, by its folder; "" for pages that are people's."""
    from tracker.pages.fields import PAGE_KINDS

    folder, _, rest = name.partition("/")
    if not rest:
        stem = folder.removesuffix(".md")
        return stem if stem in ("forward-plan", "terms") else ""
    return folder if folder in PAGE_KINDS and rest != "index.md" else ""


def former_address(text: str, kind: str) -> str:
    """An address as people write it under ``formerly`` ("/outcomes/x/", "outcomes/x.md", "x") as "outcomes/x"."""
    plain = text.strip().strip("/").removesuffix(".md")
    return plain if "/" in plain else f"{kind}/{plain}"


def _read(path: Path) -> str:
    """A file's text with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def clear_unfinished(folder: Path) -> None:
    """Take away what a run that was killed while it wrote a file has left beside it. Raises OSError."""
    for path in sorted(folder.rglob(f"{UNFINISHED}*")):
        path.unlink()


def write_whole(path: Path, text: str) -> None:
    """Write a file in one step: beside it first, then in its place. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode("utf-8"))
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
