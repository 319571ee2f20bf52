"""Front matter written in one canonical way, and one field of it changed without touching what people wrote around it.

A value is text, a list of texts, or a list of mappings. Text stands plain where YAML and people read it alike, else in
double quotes; nothing is wrapped; empty fields of mappings are not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from tracker.pages.front_matter import Value, compose

_PLAIN = re.compile(r"[^\W_](?:.*[^\s:])?|[£(]\w[\w ]*", re.DOTALL)
_NOT_PLAIN = re.compile(r": | #|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ID_LIKE = re.compile(r"^[\w.-]+$")
_ESCAPED = re.compile(r"[\\\"\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def scalar(text: str) -> str:
    """Text as one line of YAML that reads back as the same text, with people's readers and with YAML's."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not _resolves(text):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _resolves(text: str) -> bool:
    """Whether YAML would take a plain text for a number, a date, a truth value and so on."""
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in '\\"':
        return "\\" + sign
    return {"\n": "\\n", "\t": "\\t"}.get(sign) or f"\\u{ord(sign):04x}"


def field_lines(name: str, value: Value, indent: str = "") -> list[str]:
    """The lines of one field, without line ends."""
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, str) or value is None:
        return [f"{indent}{name}: {scalar(value or '')}"]
    items = list(value)
    if not items:
        return [f"{indent}{name}: []"]
    if all(isinstance(item, str) and _ID_LIKE.fullmatch(item) for item in items):
        return [f"{indent}{name}: [{', '.join(_in_brackets(item) for item in items)}]"]
    lines = [f"{indent}{name}:"]
    for item in items:
        lines += item_lines(item, indent)
    return lines


def item_lines(item: Value, indent: str = "") -> list[str]:
    """The lines of one item of a list."""
    if isinstance(item, str) or item is None:
        return [f"{indent}- {scalar(item or '')}"]
    lines: list[str] = []
    for name, value in item.items():
        lines += field_lines(name, value, indent + "  ")
    lines = lines or [f"{indent}  {{}}"]
    return [f"{indent}- {lines[0][len(indent) + 2 :]}", *lines[1:]]


def _in_brackets(text: str) -> str:
    return f'"{text}"' if text[0] in "-." or _resolves(text) else text


def front_matter_text(fields: Mapping[str, Value]) -> str:
    """A whole front matter, ``---`` lines included."""
    lines = [line for name, value in fields.items() for line in field_lines(name, value)]
    return "\n".join(["---", *lines, "---", ""])


# ---- changing what stands


def set_field(yaml_text: str, name: str, value: Value, order: Sequence[str] = ()) -> str:
    """The YAML text with one field of the top level set; a new field goes where ``order`` has it, else to the end.

    Comments inside a list that is replaced are kept above it. ``yaml_text`` ends with a line end (or is empty).
    """
    lines = yaml_text.split("\n")[:-1] if yaml_text else []
    spans = _spans(yaml_text)
    # every field of the top level begins as far in as the first
    indent = next((line[: len(line) - len(line.lstrip(" "))] for line in (lines[n] for n, _ in spans.values())), "")
    if name not in spans:
        known = [field for field in order[: order.index(name)] if field in spans] if name in order else list(spans)
        at = max((spans[field][1] for field in known), default=0)
        return _text([*lines[:at], *field_lines(name, value, indent), *lines[at:]])
    first, after = spans[name]
    old = lines[first:after]
    if len(old) == 1 and isinstance(value, str):
        return _text([*lines[:first], _with_scalar(name, old[0], value), *lines[after:]])
    kept = kept_items(old, value)
    comments = [line for line in old[1:] if line.lstrip().startswith("#") and line not in kept]
    return _text([*lines[:first], *comments, *(kept or field_lines(name, value, indent)), *lines[after:]])


def remove_field(yaml_text: str, name: str) -> str:
    """The YAML text without a field; comments in it stay."""
    lines = yaml_text.split("\n")[:-1]
    spans = _spans(yaml_text)
    if name not in spans:
        return yaml_text
    first, after = spans[name]
    comments = [line for line in lines[first + 1 : after] if line.lstrip().startswith("#")]
    return _text([*lines[:first], *comments, *lines[after:]])


def kept_items(old: list[str], value: Value) -> list[str]:
    """The lines of a list field with the lines of all items that stay as they are; [] when it has none to keep."""
    if not isinstance(value, list) or not value:
        return []
    node = compose("\n".join(old) + "\n")
    if not isinstance(node, yaml.MappingNode) or not isinstance(node.value[0][1], yaml.SequenceNode):
        return []
    sequence = node.value[0][1]
    if sequence.flow_style or not sequence.value:
        return []
    starts = [item.start_mark.line for item in sequence.value]
    if len(set(starts)) != len(starts) or starts[0] == 0:
        return []
    indent = re.match(r" *", old[starts[0]])
    assert indent
    known: dict[str, list[list[str]]] = {}
    for item, begin, end in zip(sequence.value, starts, [*starts[1:], len(old)], strict=True):
        known.setdefault(repr(plain(_node_value(item))), []).append(old[begin:end])
    lines = [*old[: starts[0]]]
    for wanted in value:
        same = known.get(repr(plain(wanted)))
        lines += same.pop(0) if same else item_lines(wanted, indent[0])
    return lines


def plain(value: Value) -> Value:
    """A value in the form in which two values are compared: nothing, "" and an empty list are the same."""
    if isinstance(value, Mapping):
        return {name: held for name in sorted(value) if (held := plain(value[name])) not in ("", [])}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return "" if value is None else str(value)


def _node_value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return "" if node.style is None and node.value in ("~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_node_value(item) for item in node.value]
    return {key.value: _node_value(value) for key, value in node.value}


def _spans(yaml_text: str) -> dict[str, tuple[int, int]]:
    """For each field of the top level its first line and the line after its last; comments before the next field
    belong to that one."""
    node = compose(yaml_text) if yaml_text.strip() else None
    if not isinstance(node, yaml.MappingNode):
        return {}
    lines = yaml_text.split("\n")[:-1]
    starts = [(key.value, key.start_mark.line) for key, _ in node.value]
    spans = {}
    for (name, first), after in zip(starts, [*(line for _, line in starts[1:]), len(lines)], strict=True):
        while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].startswith("#")):
            after -= 1
        spans[name] = (first, after)
    return spans


def _with_scalar(name: str, line: str, value: str) -> str:
    """A field on one line with another text; a comment after it stays."""
    node = compose(line + "\n")
    assert isinstance(node, yaml.MappingNode)
    held = node.value[0][1]
    if not isinstance(held, yaml.ScalarNode):
        return field_lines(name, value)[0]
    colon = line.index(":", node.value[0][0].end_mark.column) + 1
    start = max(held.start_mark.column, colon) if held.start_mark.line == 0 else colon
    end = max(held.end_mark.column, start) if held.end_mark.line == 0 else start
    space = "" if line[start - 1 : start] == " " else " "
    return f"{line[:start]}{space}{scalar(value)}{line[end:]}"


def _text(lines: list[str]) -> str:
    return "".join(line + "\n" for line in lines)
