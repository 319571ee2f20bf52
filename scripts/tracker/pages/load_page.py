"""One page of ``docs/`` into its record, passages and people's fields, with every fault at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from tracker.pages.doc_pages import DocPage, TextBlock
from tracker.pages.faults import Fault
from tracker.pages.fields import PAGE_KINDS, PEOPLES, IndicatorPage, PaperPage
from tracker.pages.folder import NOT_TEXT_PAGE
from tracker.pages.front_matter import FrontMatterError, Value, front_of, split_page
from tracker.pages.passages import Body, page_of, read_body
from tracker.pages.reading_file import describe
from tracker.pages.source_text import source_from_text
from tracker.records import Record, Source

R = TypeVar("R", bound=Record)
_ONE_SOURCE = ("source", "question_source", "answer_source")
_SOURCES = "sources"


def load_page(path: Path, name: str, kind: str, faults: list[Fault]) -> DocPage | None:
    """A page of a ``kind`` as read, None where it has faults, which are added; ``name`` is its file below docs/."""
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        faults.append(Fault(name, 0, "", *NOT_TEXT_PAGE))
        return None
    _, body_text, offset = split_page(text)
    try:
        front = front_of(text)
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


def people_fields(page: DocPage) -> dict[str, Value]:
    """What people filled: their fields, and fields that they added."""
    known = type(page.record).model_fields
    machines = {"status"} if page.kind == "strategies" else set()
    return {
        name: "" if value is None else value
        for name, value in page.fields.items()
        if (name in PEOPLES and name not in machines) or name not in known
    }
