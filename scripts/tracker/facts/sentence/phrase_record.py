"""What a phrase of a sentence is, and how far phrases are looked at from one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal[
    "noun", "verb", "preposition", "coordinator", "subordinator", "relative", "adverb", "gap", "comma", "mark", "open",
    "close", "there",
]  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """The words ``first`` to ``last`` (both included) of a sentence. ``number`` is the place of a noun phrase's number,
    -1 without; ``finite`` tells the verb of a clause from a participle; ``passive`` what was done from who did."""

    sort: Sort
    first: int
    last: int
    number: int = -1
    main: int = -1
    """The word that says most: the last noun, the verb itself."""
    finite: bool = False
    passive: bool = False


FURTHEST = 60
"""How many phrases are looked at from one place, so that time stays linear in texts without full stops."""
