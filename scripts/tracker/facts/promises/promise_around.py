"""A promise found in a text, and what stands over the text.

Plain data that the readers of promises share.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """A promise found in a text: ``text[start:end]`` is its wording."""

    start: int
    end: int
    who: str
    by_when: str
    due_date: str
    firm: bool


@dataclass
class Around:
    """What stands over a text. ``national`` runs on: what the law asks is told in several sentences."""

    published: str
    board: str
    following: str = ""
    """The day of the next meeting, where the paper gives it."""
    planned: bool = False
    orders: bool = False
    """What stands over it announces actions: sentences that order something are such."""
    hoped: bool = False
    minuted: bool = False
    actor: str = ""
    by_when: str = ""
    due_date: str = ""
    national: bool = False
    resolved: bool = False
    """The line over it says that what follows was resolved."""
