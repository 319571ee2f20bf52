"""What several tests need and what is slow to make: the five papers, read once."""

from __future__ import annotations

import hashlib
import pickle
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
