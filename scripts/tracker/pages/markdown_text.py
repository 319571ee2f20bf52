"""Untrusted text as Markdown source that shows exactly that text: no HTML, attributes, links, templates or macros.

Only what would be read as markup is escaped, so that people who edit a page see clean text. White space is folded to
single spaces and control characters are dropped; nothing else of the text changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from tracker.records import Run

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]+")

_ALWAYS = re.compile(r"[\\`*\[{]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?![ \d])")
_EMOJI = re.compile(r":(?=[a-zA-Z0-9_+-]+:)")
_LINE_START = re.compile(r"^(?:([#>+\-!=])|(\d+)([.)])(?=\s|$)|([:~?|%]))")

ALLOWED_SCHEMES = ("http", "https")
_SAFE_IN_ADDRESS = "/:?#@!$&+,;=%~-._"


def fold(text: str) -> str:
    """Text as it is shown: white space folded, none at the ends, control characters dropped."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def escape(text: str, *, at_start: bool = True) -> str:
    """Markdown that shows ``text``, folded; ``at_start`` when a line begins with it."""
    return _escape_folded(fold(text), at_start)


def escape_cell(text: str) -> str:
    """Markdown that shows ``text`` in a cell of a pipe table."""
    return _escape_folded(fold(text), at_start=False).replace("|", "\\|")


def escape_heading(text: str) -> str:
    """Markdown that shows ``text`` after the marks of a heading."""
    escaped = _escape_folded(fold(text), at_start=False)
    return re.sub(r"#(?=#*$)", r"\\#", escaped)


def _escape_folded(text: str, at_start: bool) -> str:
    text = _ENTITY.sub("&amp;", text)
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _TAG.sub("&lt;", text)
    text = _EMOJI.sub("&#58;", text)
    return _LINE_START.sub(_escape_start, text) if at_start else text


def _escape_start(found: re.Match[str]) -> str:
    if found[1]:
        return "&#61;" if found[1] == "=" else "\\" + found[1]
    if found[2]:
        return f"{found[2]}{'&#41;' if found[3] == ')' else chr(92) + found[3]}"
    return f"&#{ord(found[4])};"


def runs_to_markdown(
    runs: Sequence[Run], mailboxes: Collection[str] = (), notes: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A block's runs as Markdown: bold, italic, links to allowed places, note marks as links to their footnotes.

    ``mailboxes`` are the addresses a mailto link may lead to; ``notes`` leads from a mark to its footnote's block.
    """
    pieces = [piece for run in runs if any(piece := _dressed(run, mailboxes, notes))]
    text = "".join(_spaced(pieces))
    return _SPACE.sub(" ", text).strip()


def _dressed(run: Run, mailboxes: Collection[str], notes: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Space before, Markdown, space after, and the mark the Markdown begins and ends with ("" for plain words)."""
    clean = _SPACE.sub(" ", _CONTROL.sub("", run.text))
    words = clean.strip()
    if run.note:
        mark = _escape_folded(fold(run.note), at_start=False)
        target = notes.get(run.note)
        return ("", f"[{mark.replace(']', '&#93;')}](#{target})" if target else f"\\[{mark}\\]", "", "[")
    if not words:
        return (clean, "", "", "")
    before, after = clean[: clean.index(words)], clean[clean.index(words) + len(words) :]
    text = _escape_folded(words, at_start=False)
    if address := link_address(run.link, mailboxes):
        return before, f"[{text.replace(']', '&#93;')}]({address})", after, "["
    mark = "*" * (2 * run.bold + run.italic)
    return before, f"{mark}{text}{mark}", after, mark


def _spaced(pieces: list[tuple[str, str, str, str]]) -> list[str]:
    """The pieces in a row, the first's line start escaped; marks that would run into each other are taken off."""
    marked = [piece[3].startswith("*") for piece in pieces]
    bare = set()
    for (i, here), (j, there) in pairwise(enumerate(pieces)):
        touching = not (here[2] or there[0])
        if touching and marked[i] and marked[j]:
            bare.add(j)
            marked[j] = False
    out: list[str] = []
    started = False
    for i, (before, text, after, mark) in enumerate(pieces):
        shown = text[len(mark) : -len(mark)] if i in bare and mark.startswith("*") else text
        if not started and shown and not (mark and i not in bare):
            shown = _LINE_START.sub(_escape_start, shown)
        started = started or bool(shown)
        if shown.startswith("[") and not before and out and out[-1].endswith("!"):
            # "!" before a link would make it a picture.
            out[-1] = out[-1][:-1] + "\\!"
        out += filter(None, (before, shown, after))
    return out


def link_address(link: str, mailboxes: Collection[str] = ()) -> str:
    """The address as it may stand in a Markdown link, or "" for one that no reader should be led to."""
    if not link or _CONTROL.search(link) or _SPACE.search(link.strip()):
        return ""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme == "mailto":
        return (
            f"mailto:{quote(parts.path, safe='@.+-_')}" if parts.path.lower() in {m.lower() for m in mailboxes} else ""
        )
    if scheme not in ALLOWED_SCHEMES or not parts.netloc or "@" in parts.netloc:
        return ""
    return _ENTITY.sub("&amp;", quote(link.strip(), safe=_SAFE_IN_ADDRESS))
