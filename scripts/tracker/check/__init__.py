"""Are the pages sound? Every fault at once, each with its file, line, field, what is wrong and what to write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.check.figures import row_faults
from tracker.check.mishaps import page_mishaps
from tracker.check.names import name_faults
from tracker.check.people import people_faults
from tracker.check.promises import reference_faults
from tracker.pages.faults import Fault
from tracker.pages.load import load
from tracker.records import TrackerSettings

__all__ = ["docs_faults"]


def docs_faults(docs: Path, settings: TrackerSettings, other_papers: Sequence[str] = ()) -> list[Fault]:
    """All faults of a folder of pages. ``other_papers`` are ids of papers that have no page (yet)."""
    loaded = load(docs)
    faults = [
        *loaded.faults,
        *name_faults(loaded),
        *reference_faults(loaded, frozenset(other_papers)),
        *people_faults(loaded),
        *row_faults(loaded),
        *page_mishaps(docs),
    ]
    faults += held_back_faults(docs, settings)
    return sorted(set(faults))


def held_back_faults(docs: Path, settings: TrackerSettings) -> list[Fault]:
    """Lines of pages and tables that show an address or number which the tracker does not allow."""
    from tracker.check.privacy import private_lines

    faults = []
    for path in sorted((*docs.rglob("*.md"), *docs.rglob("*.csv"))):
        faults += private_lines(path, path.relative_to(docs).as_posix(), settings)
    return faults
