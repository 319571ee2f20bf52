"""Tables of a page, and tables that run over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.papers.content import PageContent
from tracker.papers.table_found import FoundTable
from tracker.records import Page

__all__ = ["FoundTable", "find_tables", "join_tables"]


def find_tables(page: Any, content: PageContent) -> tuple[FoundTable, ...]:
    """Tables of one page, top to bottom; ``page`` is the open page that ``content`` was read from."""
    return ()


def join_tables(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with each table that runs over several pages as one block on its first page."""
    return tuple(pages)
