"""Check that the pages are sound and that every figure and wording is where its source says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from tracker.check.all import Checked, check_all
from tracker.pages.faults import Fault

ROOT = Path(__file__).resolve().parent.parent

EXAMPLES = """\b
Examples:
  python scripts/check.py                  the pages in docs/ and the papers in source_papers/
  python scripts/check.py --format github  faults as marks on the lines of a pull request
"""


@click.command(epilog=EXAMPLES)
@click.option("--docs", type=click.Path(path_type=Path), default=ROOT / "docs", help="Folder of the pages (docs).")
@click.option(
    "--papers",
    type=click.Path(path_type=Path),
    default=ROOT / "source_papers",
    help="Folder of the papers (source_papers).",
)
@click.option("--tracker", type=click.Path(path_type=Path), default=ROOT / "tracker.yml", hidden=True)
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How to tell.")
def main(docs: Path, papers: Path, tracker: Path, form: str) -> None:
    """Name every fault with its file, line, field, what is wrong and what to write.

    Exit code: 0 sound, 1 some fault, 2 wrong use.
    """
    if not docs.is_dir():
        raise click.UsageError(f"{docs}: there is no such folder; name one with --docs.")
    checked = check_all(docs, papers, tracker)
    for line in tell(checked, form):
        click.echo(line)
    sys.exit(1 if checked.faults else 0)


def tell(checked: Checked, form: str) -> Iterable[str]:
    """The lines for one of the formats."""
    if form == "json":
        yield json.dumps([asdict(fault) for fault in checked.faults], ensure_ascii=False, indent=1)
        return
    for fault in checked.faults:
        yield _for_github(fault) if form == "github" else str(fault)
    if form == "text":
        count = len(checked.faults)
        found = f"{count} fault{'s' if count > 1 else ''}" if count else "No fault"
        yield f"{found} in {checked.pages} pages and {checked.rows} rows; {checked.places} places looked up in papers."


def _for_github(fault: Fault) -> str:
    said = f"{fault.field} {fault.wrong} – {fault.remedy}".strip()
    escaped = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::error file={fault.file},line={max(1, fault.line)}::{escaped}"


if __name__ == "__main__":
    main()
