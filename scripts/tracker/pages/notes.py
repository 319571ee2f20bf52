"""What is told about a merge: things that a person and the machine both changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tracker.pages.front_matter import Value


@dataclass(frozen=True)
class Conflict:
    """A thing that a person and the machine both changed. ``kept`` is the person's and stands on the page; ``offered``
    is the machine's new value."""

    file: str
    field: str
    kept: str
    offered: str


@dataclass
class Notes:
    """Conflicts found while one file is merged."""

    file: str
    conflicts: list[Conflict] = field(default_factory=list)

    def add(self, name: str, kept: Value, offered: Value) -> None:
        self.conflicts.append(Conflict(self.file, name, _shown(kept), _shown(offered)))


def _shown(value: Value) -> str:
    if value in ("", [], None):
        return "(nothing)"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
