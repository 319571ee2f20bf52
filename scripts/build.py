"""Build the site from docs/ and source_papers/.

docs → complete Markdown in a build folder → MkDocs → search index → check of every link → site/. When nothing changed
since the last build, nothing is done.
"""

from __future__ import annotations

import time
from pathlib import Path

import click

from tracker.building import MOST_FAULTS_SHOWN, build
from tracker.gathering import ROOT, BuildError, papers_to_host, read_book, stamp_of, withheld_in

STAMP = "built-from"

EXAMPLES = """\b
Examples:
  python scripts/build.py                        docs/ and source_papers/ become site/
  python scripts/build.py --site /tmp/site       another folder for the site
  python scripts/build.py --papers p --docs d --site s --again
"""


@click.command(epilog=EXAMPLES)
@click.option("--papers", type=click.Path(path_type=Path), default=ROOT / "source_papers", help="Folder of the papers.")
@click.option("--docs", type=click.Path(path_type=Path), default=ROOT / "docs", help="Folder of the pages.")
@click.option("--site", type=click.Path(path_type=Path), default=ROOT / "site", help="Folder for the built site.")
@click.option("--again", is_flag=True, help="Build even when nothing has changed.")
def main(papers: Path, docs: Path, site: Path, again: bool) -> None:
    """Build the site; exit 0 when it is sound, 1 when it is not, 2 for wrong use."""
    for folder in (papers, docs):
        if not folder.is_dir():
            raise click.UsageError(f"{folder}: there is no such folder; name one with --papers and --docs.")
    began = time.monotonic()
    work = ROOT / "build" if site.resolve() == ROOT / "site" else site.with_name(f"{site.name}.build")
    stamp = stamp_of(papers, docs)
    if not again and (site / "index.html").exists() and _read(work / STAMP) == stamp:
        click.echo(f"Nothing has changed: the site in {site} stands as built.")
        return
    if site.exists() and not site.is_dir():
        raise click.UsageError(f"{site}: is a file; name a folder with --site.")
    try:
        book, faults = read_book(papers, docs)
        for fault in faults[:MOST_FAULTS_SHOWN]:
            click.echo(f"Left out: {fault}", err=True)
        if faults:
            click.echo(f"{len(faults)} faults in {docs}: make check lists them all.", err=True)
        made = build(book, docs, papers_to_host(papers), site, work, withheld_in(papers))
        click.echo(f"{len(made.pages)} pages and {len(made.files)} files made.")
        (work / STAMP).write_text(stamp, encoding="utf-8")
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        told = f"{error.filename or site}: {why}; check the folder and who may write in it."
        raise click.ClickException(told) from error
    click.echo(f"The site is in {site} ({time.monotonic() - began:.0f} s). To look at it: make serve")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    main()
