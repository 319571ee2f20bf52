"""Front matter read safely: every plain scalar is the text that stands there, and each field knows its line.

YAML would read ``number: 1.10`` as 1.1, ``answer: no`` as false and a date as a date; people mean what they write. So
nothing is resolved but the empty value. Anchors, tags and doubled keys are faults, since no page needs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from tracker.pages.yaml_faults import no_front_matter, slip

Value = Any
"""Text, None, or lists and mappings of such."""
MOST_DEEP = 100
"""Lists within lists: no page has more than five, and each costs the reader's stack."""

_PAGE = re.compile(r"\A(?:\ufeff)?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class FrontMatterError(ValueError):
    """Front matter that cannot be read: ``line`` of the file, what is wrong, what to write."""

    def __init__(self, line: int, wrong: str, remedy: str) -> None:
        super().__init__(f"line {line}: {wrong}: {remedy}")
        self.line, self.wrong, self.remedy = line, wrong, remedy


@dataclass(frozen=True)
class FrontMatter:
    """``fields`` as read; ``lines`` says for each path ("status", "commitments[2].who") the line of the file."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def split_page(text: str) -> tuple[str, str, int]:
    """The YAML between the two ``---`` lines, the text after them, and how many lines precede the text."""
    found = _PAGE.match(text)
    if not found:
        return "", text, 0
    return found[1], text[found.end() :], text[: found.end()].count("\n")


def front_of(text: str) -> FrontMatter:
    """The front matter of a page. Raises FrontMatterError, also for a page that has none."""
    yaml_text, _, _ = split_page(text)
    if not yaml_text.strip():
        line, wrong, remedy = no_front_matter(text)
        raise FrontMatterError(line + 1, wrong, remedy)
    return read_front_matter(yaml_text)


class _NotPlain(Exception):
    """Something of YAML that front matter does not use; ``line`` counts from 0."""

    def __init__(self, line: int, wrong: str, remedy: str) -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.remedy = line, wrong, remedy


class _Plain(yaml.SafeLoader):
    """Reads YAML and stops at anchors, aliases, tags and brackets without end."""

    depth = 0

    def get_event(self) -> Any:
        """The next piece of the text, once it is known to be plain."""
        event = super().get_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line if event.start_mark else 0
        if getattr(event, "anchor", None) or getattr(event, "tag", None) not in (None, "!"):
            raise _NotPlain(line, "uses “&”, “*” or “!” of YAML", "put the text in double quotes")
        self.depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if self.depth > MOST_DEEP:
            raise _NotPlain(0, "has brackets within brackets without end", "take them out")
        return event


def read_front_matter(yaml_text: str, first_line: int = 2) -> FrontMatter:
    """Fields and lines of a front matter whose first line is line ``first_line`` of its file."""
    node = compose(yaml_text, first_line)
    if node is None:
        return FrontMatter()
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError(first_line, "is no list of fields", "write one “field: value” on each line")
    if node.flow_style:
        raise FrontMatterError(first_line, "stands in braces", "write one “field: value” on each line, without { }")
    lines: dict[str, int] = {}
    fields = _value(node, "", lines, first_line)
    return FrontMatter(fields, lines)


def compose(yaml_text: str, first_line: int = 1) -> yaml.Node | None:
    """The tree of a YAML text with the place of each piece."""
    try:
        node: yaml.Node | None = yaml.compose(yaml_text, Loader=_Plain)
    except _NotPlain as error:
        raise FrontMatterError(first_line + error.line, error.wrong, error.remedy) from error
    except yaml.YAMLError as error:
        line, wrong, remedy = slip(yaml_text, error)
        raise FrontMatterError(first_line + line, wrong, remedy) from error
    return node


def _value(node: yaml.Node, path: str, lines: dict[str, int], first_line: int) -> Value:
    if path:
        lines.setdefault(path, first_line + node.start_mark.line)
    if isinstance(node, yaml.ScalarNode):
        empty = node.style is None and node.value in ("", "~", "null")
        return None if empty else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, f"{path}[{i}]", lines, first_line) for i, item in enumerate(node.value)]
    assert isinstance(node, yaml.MappingNode)
    fields: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise FrontMatterError(line, "has a field without a name", "write “field: value”")
        key = str(key_node.value)
        if key in fields:
            raise FrontMatterError(line, f"has the field “{key}” twice", "keep one of the two")
        lines[f"{path}.{key}" if path else key] = line
        fields[key] = _value(value_node, f"{path}.{key}" if path else key, lines, first_line)
    return fields
