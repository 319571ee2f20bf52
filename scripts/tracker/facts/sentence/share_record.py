"""What a share is told of: the whole that it is a share of, and what is so for that part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShareTold:
    """``whole`` as printed without its article; ``said`` begins with a verb group or its adverb; ``when`` is "before",
    "after" or "" ("36% before the course")."""

    whole: str
    said: str
    when: str = ""
    among: str = ""
    """Whose share it is, where a clause sets it beside another: "those aged 75 and over"."""
    pending: bool = False
    """Nothing is said of it yet: what is said of the next share is said of both."""
