"""The files beside a paper: ``X.read.json`` (the machine's), ``X.yml`` (people's), and ``tracker.yml``.

A reading is written so that a change of one block or record is a change of one line; the words' places that were only
needed while understanding are not kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from tracker.pages.faults import Fault, nearest, one_of
from tracker.pages.front_matter import FrontMatterError, read_front_matter
from tracker.records import PaperSettings, Reading, Record, TrackerSettings

R = TypeVar("R", bound=Record)

_PAPER_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_RESERVED = re.compile(r"(?:index|con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""File names with a meaning of their own: the page of a folder, and devices that Windows makes no files of."""


def pdfs_in(folder: Path) -> list[Path]:
    """The PDFs of a folder by name, however their ending is written; none of a folder that is not there."""
    there = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in there if path.suffix.lower() == ".pdf" and not path.name.startswith("."))


def readings_in(folder: Path) -> dict[Path, Path | None]:
    """The readings of a folder by name, each with the PDF it is of; None where the PDF is kept elsewhere."""
    pdfs = {read_json_path(pdf): pdf for pdf in reversed(pdfs_in(folder))}
    return {path: pdfs.get(path) for path in sorted(folder.glob("*.read.json"))}


def read_json_path(paper: Path) -> Path:
    """Where the reading of ``X.pdf`` is kept: ``X.read.json``."""
    return paper.with_suffix(".read.json")


def settings_path(paper: Path) -> Path:
    """Where people say about ``X.pdf`` what only they know: ``X.yml``."""
    return paper.with_suffix(".yml")


def reading_to_text(reading: Reading) -> str:
    """The whole file: stable, one page, block or record on a line."""
    data = reading.model_dump(mode="json", exclude_defaults=True)
    for page in data["paper"].get("pages", ()):
        for block in page.get("blocks", ()):
            block.pop("words", None)
    return "".join(_pretty(data)) + "\n"


def reading_from_text(text: str) -> Reading:
    """The reading of such a file; ValueError when it is none."""
    return Reading.model_validate_json(text)


def load_reading(paper: Path) -> Reading | None:
    """The reading kept beside a paper, or None where there is none that this program can use."""
    return reading_at(read_json_path(paper))


def reading_at(path: Path) -> Reading | None:
    """The reading in a file, or None where this program can use none."""
    try:
        return reading_from_text(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


ON_ONE_LINE_BELOW = 3
"""Depth below which nothing is broken over lines: file ▸ facts ▸ outcomes ▸ one outcome a line."""


def _pretty(value: Any, depth: int = 0, limit: int = ON_ONE_LINE_BELOW) -> Iterator[str]:
    indent = "\n" + " " * (depth + 1)
    if isinstance(value, dict) and value and depth < limit:
        # A page is broken once more, so that each of its blocks has a line.
        inner = limit + 2 if "pages" in value else limit
        yield "{"
        for place, (key, held) in enumerate(value.items()):
            yield ("," if place else "") + indent + json.dumps(key, ensure_ascii=False) + ": "
            yield from _pretty(held, depth + 1, inner)
        yield "\n" + " " * depth + "}"
    elif isinstance(value, list) and value and depth < limit and isinstance(value[0], dict):
        yield "["
        for place, held in enumerate(value):
            yield ("," if place else "") + indent
            yield from _pretty(held, depth + 1, limit)
        yield "\n" + " " * depth + "]"
    else:
        yield json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def read_settings(path: Path, model: type[R], shown: str = "") -> tuple[R, tuple[Fault, ...]]:
    """A settings file as its record, with all its faults at once. A file that is not there gives the defaults."""
    shown = shown or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return model(), ()
    except (OSError, UnicodeDecodeError):
        return model(), (Fault(shown, 0, "", "cannot be read as text", "save it as UTF-8 and make it readable"),)
    try:
        front = read_front_matter(text, first_line=1)
    except FrontMatterError as error:
        return model(), (Fault(shown, error.line, "", error.wrong, error.remedy),)
    fields = {name: value for name, value in front.fields.items() if value is not None}
    try:
        found = model.model_validate(fields)
        return found, tuple(_days_that_are_none(fields, shown, front.lines))
    except ValidationError as error:
        faults = [_fault(shown, model, problem, front.lines) for problem in error.errors()]
        return model(), tuple(sorted(faults))


def _days_that_are_none(fields: Mapping[str, Any], shown: str, lines: Mapping[str, int]) -> Iterator[Fault]:
    for name in ("date", "embargo"):
        day = str(fields.get(name) or "")
        try:
            is_day = not day or (len(day) == 10 and bool(date.fromisoformat(day)))
        except ValueError:
            is_day = False
        if not is_day:
            remedy = "write a day that exists as year-month-day, such as 2023-07-19"
            yield Fault(shown, lines.get(name, 0), name, f"is “{day}”", remedy)


def _fault(shown: str, model: type[R], problem: Any, lines: Any) -> Fault:
    name = str(problem["loc"][0]) if problem["loc"] else ""
    line = lines.get(name, 0)
    wrong, remedy = describe(problem, tuple(model.model_fields))
    return Fault(shown, line, name, wrong, remedy)


def describe(problem: Any, known_fields: tuple[str, ...]) -> tuple[str, str]:
    """What is wrong and what to write, for one of pydantic's findings."""
    kind, given = problem["type"], problem.get("input")
    name = str(problem["loc"][-1]) if problem["loc"] else ""
    if kind == "extra_forbidden":
        guess = nearest(name, known_fields)
        return "is no field here", f"did you mean “{guess}”?" if guess else "write one of: " + ", ".join(known_fields)
    if kind == "missing":
        return "is missing", "add it"
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", problem["ctx"]["expected"])
        return f"is “{given}”", one_of(str(given), words)
    if kind.startswith("bool"):
        return f"is “{given}”", "write true or false"
    if kind.startswith("int"):
        return f"is “{given}”", "write a whole number"
    if kind == "string_pattern_mismatch":
        return f"is “{given}”", "write a date as year-month-day, such as 2023-07-19"
    if kind == "string_type":
        return "is a list", "write one text; put it in double quotes when it holds “: ” or brackets"
    if kind.startswith(("tuple", "list")):
        return f"is “{given}”", "write a list: [one, two], or one on each line after “- ”"
    if kind.startswith("model") or kind == "dict_type":
        return f"is “{given}”", "write its fields, one on each line"
    if kind == "value_error":
        wrong, _, remedy = str(problem["ctx"]["error"]).partition(": ")
        return wrong, remedy
    return f"is “{given}”", str(problem["msg"])


def paper_settings(paper: Path) -> tuple[PaperSettings, tuple[Fault, ...]]:
    """What people say about a paper, with its id: theirs, or its file name as an id."""
    settings, faults = read_settings(settings_path(paper), PaperSettings)
    return settings, faults


def paper_id(paper: Path, settings: PaperSettings) -> str:
    """The lasting id of a paper: as ``X.yml`` says, else its file name in lower case with hyphens."""
    if settings.id:
        return settings.id
    plain = re.sub(r"-*\.[.-]*", ".", re.sub(r"[^a-z0-9.]+", "-", paper.stem.lower())).strip("-.")
    return plain if is_paper_id(plain) else f"paper-{plain}".rstrip("-")


def is_paper_id(text: str) -> bool:
    """Whether a text may be a paper's id: lower-case letters and digits, parted by hyphens or stops."""
    return bool(_PAPER_ID.fullmatch(text)) and not _RESERVED.fullmatch(text)


def tracker_settings(path: Path) -> tuple[TrackerSettings, tuple[Fault, ...]]:
    """What ``tracker.yml`` says."""
    return read_settings(path, TrackerSettings)
