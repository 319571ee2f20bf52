"""The items of a pack with the pages that hold their papers."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import AgendaEntry, Page


def find_agenda(pages: Sequence[Page], bookmarks: Sequence[tuple[int, str, int]]) -> tuple[AgendaEntry, ...]:
    """The order of business; () for a paper that has none."""
    return ()
