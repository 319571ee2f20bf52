"""Bring the field tables of CONTRIBUTING.md and the schemas for editors up to date with the code.

Usage: python scripts/write_guide.py
"""

from __future__ import annotations

from pathlib import Path

from tracker.pages.guide import schemas, with_tables
from tracker.pages.keep import write_whole

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the field tables of the guide and the editors' JSON Schemas anew from the code."""
    guide = ROOT / "CONTRIBUTING.md"
    write_whole(guide, with_tables(guide.read_text(encoding="utf-8")))
    for name, text in schemas().items():
        write_whole(ROOT / "schemas" / name, text)


if __name__ == "__main__":
    main()
