"""Mishaps of editing that leave a file readable and yet not what its writer meant.

In: the folders of pages and of papers. Out: faults. A table that lost its page, the marks of a merge that was not
finished, what a word processor or a web page left in pasted text, the rest of a line that YAML took for a remark, a
reading that is damaged, a paper that is not the one that was read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tracker.pages.faults import Fault
from tracker.pages.folder import csv_of, kind_of
from tracker.pages.reading_file import load_reading, read_json_path
from tracker.pages.yaml_faults import MERGE_MARK, UNFINISHED_MERGE

_PASTED = re.compile(
    r"(?<!\\)<(?:/?(?:script|style|iframe|object|embed|form|input|link|meta|font|span|div|img|svg|button|table|tr|td|th"
    r"|o:p|w:\w+)\b[^>]*|p\s[^>]*)>",
    re.IGNORECASE,
)
# Who sets two spaces before “#” means a remark.
_REMARK = re.compile(r"^\s*(?:- )?(?P<field>[\w-]+):\s+(?![\"'\[{|>#&*!%@`])(?P<kept>\S.*?)(?<!\s)[ \t]#(?P<lost>.*)$")
_READ_AGAIN = "take the file back from the last version, or extract the paper again"


def page_mishaps(docs: Path) -> list[Fault]:
    """The mishaps of a folder of pages."""
    faults: list[Fault] = []
    for path in sorted((*docs.rglob("*.md"), *docs.rglob("*.csv"))):
        name = path.relative_to(docs).as_posix()
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        faults += _merges(name, lines)
        if path.suffix == ".md":
            faults += _pasted(name, lines)
    faults += _tables_without_page(docs)
    return faults


def _merges(name: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        if MERGE_MARK.match(line):
            yield Fault(name, number, "", *UNFINISHED_MERGE)


def _pasted(name: str, lines: list[str]) -> Iterator[Fault]:
    fences = [number for number, line in enumerate(lines, 1) if line.rstrip() == "---"]
    front = fences[1] if len(fences) > 1 and fences[0] == 1 else 0
    for number, line in enumerate(lines, 1):
        if number < front:
            if remark := _REMARK.match(line):
                wrong = f"loses “#{remark['lost'][:40]}”: YAML takes what follows “ #” for a remark"
                yield Fault(name, number, remark["field"], wrong, "put the whole value in double quotes")
        # Pages that people write from nothing, such as the home page, may be set with tags.
        elif kind_of(name) and (tag := _PASTED.search(line)):
            wrong = f"holds HTML pasted from elsewhere ({tag[0][:40]})"
            yield Fault(
                name, number, "", wrong, "paste the text without formatting (Ctrl+Shift+V) and take the tags out"
            )


def _tables_without_page(docs: Path) -> Iterator[Fault]:
    """Tables beside which no page stands: the page was deleted, or one of the two was renamed."""
    folder = docs / "indicators"
    pages = {csv_of(path.name) for path in folder.glob("*.md")} if folder.is_dir() else set()
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else ():
        if path.name not in pages:
            wrong = f"has no page {path.stem}.md beside it, so its figures are not shown"
            remedy = "give both files the same name, bring the page back, or delete the table too"
            yield Fault(f"indicators/{path.name}", 0, "", wrong, remedy)


def reading_mishap(pdf: Path, folder: str) -> Fault | None:
    """What is wrong with the reading beside a paper, or with the paper: None where both are as they were read."""
    path = read_json_path(pdf)
    if not path.exists():
        return None
    name = f"{folder}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)
    except (OSError, UnicodeDecodeError):
        return Fault(name, 0, "", "cannot be read as text; it is damaged", _READ_AGAIN)
    except json.JSONDecodeError as error:
        merged = next((n for n, line in enumerate(text.splitlines(), 1) if MERGE_MARK.match(line)), 0)
        damaged = "is damaged or cut off here" if text.strip() else "is empty"
        wrong = UNFINISHED_MERGE[0] if merged else damaged
        return Fault(name, merged or error.lineno, "", wrong, f"no one edits this file: {_READ_AGAIN}")
    reading = load_reading(pdf)
    if reading is None:
        wrong = "has fields that this program does not know, or lacks some: it was edited, or another version wrote it"
        return Fault(name, 0, "", wrong, f"no one edits this file: {_READ_AGAIN}")
    if hashlib.sha256(pdf.read_bytes()).hexdigest() != reading.paper.sha256:
        wrong = f"is not the file that {path.name} was read from"
        remedy = "extract it again; a new version of a paper is better put beside the old one under a name of its own"
        return Fault(f"{folder}/{pdf.name}", 0, "", wrong, remedy)
    return None
