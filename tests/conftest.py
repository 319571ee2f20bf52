"""What several tests need and what is slow to make: the five papers, read once."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import settings

from tracker.papers import read_paper
from tracker.records import Paper

# The same examples in every run: a test that passes today does not fail tomorrow without a change.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ROOT / "source_papers"


@lru_cache(maxsize=1)
def _program() -> bytes:
    """The code that a reading depends on, as one digest."""
    digest = hashlib.sha256()
    for path in sorted([*(ROOT / "scripts/tracker/papers").rglob("*.py"), ROOT / "scripts/tracker/records.py"]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def read_once(path: Path) -> Paper:
    """A paper as read by this program, kept in the machine's folder for passing things, so that it is read only once
    however many test processes run. A kept reading belongs to the bytes of the PDF and of the program."""
    name = hashlib.sha256(_program() + path.read_bytes()).hexdigest()[:24]
    kept = Path(gettempdir()) / "tracker-test-readings" / f"{name}.pickle"
    if kept.exists():
        paper = pickle.loads(kept.read_bytes())
        assert isinstance(paper, Paper)
        return paper
    paper = read_paper(path)
    kept.parent.mkdir(parents=True, exist_ok=True)
    passing = kept.with_suffix(f".{hashlib.sha256(str(id(paper)).encode()).hexdigest()[:8]}")
    passing.write_bytes(pickle.dumps(paper))
    passing.replace(kept)
    return paper


class Readings(dict[str, Paper]):
    """The source papers by their file names without ending, each read when first asked for."""

    def __missing__(self, name: str) -> Paper:
        self[name] = read_once(PAPERS / f"{name}.pdf")
        return self[name]


@pytest.fixture(scope="session")
def readings() -> Readings:
    return Readings()


Measured = Callable[[str, str, str], None]


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Notes a row of the table that closes a test run: what was measured, what was asked, what came out."""

    def note(what: str, asked: str, got: str) -> None:
        record_property("measured", [what, asked, got])

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How well papers are read and understood, against the key, from whichever process the tests ran in."""
    rows = sorted(
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "measured" and getattr(report, "when", "") == "call"
    )
    if rows:
        terminalreporter.section("measured against the key")
        width = max(len(what) for what, _, _ in rows)
        terminalreporter.write_line(f"{'what':{width}s}  {'asked':>12s}  got")
        for what, asked, got in rows:
            terminalreporter.write_line(f"{what:{width}s}  {asked:>12s}  {got}")
