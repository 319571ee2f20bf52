"""Personal e-mail addresses and telephone numbers on pages (rule 7), whoever wrote them there."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.facts.private_text import hold_back
from tracker.pages.faults import Fault
from tracker.records import TrackerSettings

# Places, addresses of web pages and ids are full of digits that are nobody's telephone.
_NO_WORDS = re.compile(
    r"https?://[^\s)\"]*|\]\([^)]*\)|\{:[^}]*\}|, at -?[\d./ page-]+$"
    r"|(?:(?<=,)|^)[\d. /]{7,}(?=,|$)|\b\d{4}-\d\d-\d\d\b"
)


def private_lines(path: Path, name: str, settings: TrackerSettings) -> list[Fault]:
    """The lines of a file that show an address or number which is not on the tracker's lists."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    remedy = "write “[held back]”, or add it to mailboxes or telephones in tracker.yml if it is an organisation's"
    faults = []
    for number, line in enumerate(lines, 1):
        words = _NO_WORDS.sub(" ", line).replace("\\", "")
        shown = hold_back(words, settings)
        if shown.count("[held back]") > words.count("[held back]"):
            faults.append(Fault(name, number, "", "shows a personal address, number or name", remedy))
    return faults
