"""The rooms of the program lie one behind the other (papers → facts → pages → site), and none reaches back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TRACKER = Path(__file__).resolve().parent.parent / "scripts" / "tracker"
MODULES = sorted(TRACKER.rglob("*.py"))

KNOWS = {
    "records": set[str](),
    "papers": {"records"},
    "facts": {"records"},
    "pages": {"records", "facts"},
    "check": {"records", "facts", "pages"},
    "site": {"records", "facts", "pages"},
}
"""What each room may import. What stands beside the rooms (extracting, gathering, building …) ties them together."""

FOREIGN = {
    "facts": {"pymupdf", "yaml", "markdown", "mkdocs"},
    "pages": {"pymupdf", "mkdocs"},
    "check": {"mkdocs"},
    "site": {"pymupdf", "mkdocs"},
    "records": {"pymupdf", "yaml", "markdown", "mkdocs"},
    "papers": {"yaml", "markdown", "mkdocs"},
}
"""Libraries that would bring into a room what it knows nothing of: PDF, Markdown, the builder. The check proves sources
against the PDF itself."""

UNSTEADY = {
    "datetime.now",
    "datetime.today",
    "date.today",
    "time.time",
    "time.localtime",
    "random.random",
    "locale.setlocale",
    "os.urandom",
    "uuid.uuid4",
}
"""What gives another answer on another day or machine."""


def room(module: Path) -> str:
    return module.relative_to(TRACKER).parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole way: from tracker.…"
            module = node.module or ""
            yield from (f"{module}.{name.name}" for name in node.names) if module == "tracker" else (module,)


@pytest.mark.parametrize("name", KNOWS)
def test_a_room_knows_only_the_rooms_before_it(name: str) -> None:
    wrong = []
    for module in (m for m in MODULES if room(m) == name):
        for what in imported(ast.parse(module.read_text(encoding="utf-8"))):
            top, _, rest = what.partition(".")
            reaches = top == "tracker" and rest.split(".")[0] not in {name, *KNOWS[name]}
            if reaches or top in FOREIGN[name]:
                wrong.append(f"{module.relative_to(TRACKER)} imports {what}")
    assert not wrong


def test_every_room_is_guarded() -> None:
    assert {room(m) for m in MODULES if m.parent != TRACKER} | {"records"} == set(KNOWS)


def test_nothing_asks_the_clock_the_place_or_chance() -> None:
    wrong = [
        f"{module.relative_to(TRACKER)}:{node.lineno}: {ast.unparse(node)}"
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in UNSTEADY
    ]
    assert not wrong


def test_no_rule_names_a_place_or_a_board_of_the_papers_at_hand() -> None:
    """What is learnt from one paper is written as a habit of boards (names in lists of the whole country may stay)."""
    names = re.compile(r"\b(?:Barnet|Solace|SCPB|Residential Burglary)\b")
    wrong = [str(m.relative_to(TRACKER)) for m in MODULES if names.search(m.read_text(encoding="utf-8"))]
    assert not wrong
