"""What is wrong with front matter that cannot be read, in words for people who do not know YAML.

In: the text of a page, or its front matter with what the YAML reader said. Out: line, what is wrong, what to write. The
reader names the place where it gave up, which is often lines below the slip; a look at each line finds most slips.
"""

from __future__ import annotations

import re

import yaml

Told = tuple[int, str, str]
"""A line, counted from 0, what is wrong there and what to write."""

_FENCE = re.compile(r"---[ \t]*$")
_LIKE_A_FENCE = re.compile(r"[ \t]*(?:[-–—_*]|- )+[ \t]*$")
# What may stand at the beginning of a line without an indent.
_FIELD = re.compile(r"(?:[\"']?[\w .-]+[\"']?[ \t]*:(?:[ \t]|$)|-(?:[ \t]|$)|#|$)")
_VALUE = re.compile(r"[ \t]*(?:- )*[\w-]+: +(?P<value>[^ \t].*)$")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
    "[": re.compile(r"\[.*\]"),
    "{": re.compile(r"\{.*\}"),
}
MERGE_MARK = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)")
UNFINISHED_MERGE = (
    "has the mark of a merge that was not finished",
    "keep one of the two versions; delete the other and the marks <<<<<<<, ======= and >>>>>>>",
)
_IN_QUOTES = "put the whole value in double quotes"


def no_front_matter(text: str) -> Told:
    """Why no front matter is found at the head of a page."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines and _FENCE.match(lines[first]):
        if first:
            return 0, "has an empty line before its first “---”", "take it out: “---” is the first line of a page"
        return 0, "lacks the second “---”, which closes its fields", "write “---” on a line of its own below them"
    if lines and _LIKE_A_FENCE.match(lines[first]):
        return first, f"begins with “{lines[first].strip()}”", "write three hyphens, “---”, alone on the first line"
    return 0, "has no front matter", "begin the page with “---”, its fields, and “---”"


def slip(yaml_text: str, error: yaml.YAMLError) -> Told:
    """The slip that stopped the reader: that of a line above, else what the reader says."""
    found = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    last = found.line if found else 0
    lines = yaml_text.splitlines()
    for number, line in enumerate(lines[: last + 1]):
        # Further up, what stands further to the right may be the text of a long value, which may say anything.
        if line.startswith(" ") and number < last - 1:
            continue
        if told := _odd(line, lines[number + 1] if number + 1 < len(lines) else ""):
            return number, *told
    problem = getattr(error, "problem", None) or "unreadable characters"
    set_in = "mapping values" in problem and re.match(r" +[\w-]+:( |$)", lines[last])
    if "block mapping start" in problem or set_in:
        return (
            last,
            "begins further to the right than its neighbours",
            "begin it below the first letter of the field above",
        )
    remedy = "put a value that holds “: ”, “#”, quotes or brackets in double quotes, and indent with spaces"
    return last, f"is not readable as YAML ({problem})", remedy


def _odd(line: str, following: str) -> tuple[str, str] | None:
    """What is wrong with a line, seen by itself and the beginning of the line that follows."""
    if MERGE_MARK.match(line):
        return UNFINISHED_MERGE
    if re.match(r" *\t", line):
        return "begins with a tab", "write spaces instead of the tab, as many as the line above has"
    name = re.match(r"[ ]*(?:- )*(?P<name>[\w-]+):(?P<next>[^ \t])?", line)
    if name and name["next"] == "\u00a0":
        return f"has a no-break space behind “{name['name']}:”", "take it out and type a space (it looks the same)"
    if not line.startswith((" ", "\t")) and not _FIELD.match(line):
        if name and name["next"]:
            return f"has no space behind “{name['name']}:”", "write a space there"
        wrong = "is no field, and no part of the value above"
        return wrong, "write “field: value”, or begin it with two spaces when it goes on with the value above"
    value = _VALUE.match(line)
    if value is None:
        return None
    text = value["value"].rstrip()
    closed = _CLOSED.get(text[0])
    if closed is None:
        more = re.search(r":(?: |$)", text)
        plain = text[0] not in "|>&*!#%@`"
        if text[0] in "%@`":
            return f"has a value that begins with “{text[0]}”", _IN_QUOTES
        return ("has “: ” within a value", _IN_QUOTES) if more and plain else None
    whole = closed.match(text)
    if whole is None:
        # A value in quotes may go on below, further to the right.
        open_ended = following.startswith(" ")
        kind = "bracket" if text[0] in "[{" else "quote"
        return None if open_ended else (f"opens a {kind} that is not closed", f"close it, or {_IN_QUOTES}")
    rest = text[whole.end() :].strip()
    if rest and not rest.startswith("#"):
        if text[0] in "[{":
            return "has a value that begins with a bracket", _IN_QUOTES
        return "has a quote that ends too early", f'{_IN_QUOTES}, and a quote in it as \\"'
    return None
