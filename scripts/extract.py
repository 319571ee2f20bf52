"""Read papers and bring docs/ up to date: every page people changed keeps what they wrote."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from tracker.extracting import Extraction, Refused, alone_in, extract, papers_in, sentence_of
from tracker.pages.reading_file import tracker_settings
from tracker.telling import on_one_line, summary

ROOT = Path(__file__).resolve().parent.parent

EXAMPLES = """\b
Examples:
  python scripts/extract.py                         new and changed papers of source_papers/
  python scripts/extract.py --again                 all papers anew, with the present program
  python scripts/extract.py source_papers/pack.pdf  this paper only
  python scripts/extract.py --papers p --docs d     other folders; an empty one becomes a whole tracker
"""


@click.command(epilog=EXAMPLES)
@click.argument("papers", nargs=-1, metavar="[PAPER.pdf …]", type=click.Path(path_type=Path))
@click.option(
    "--papers",
    "folder",
    type=click.Path(path_type=Path, readable=False),
    default=ROOT / "source_papers",
    help="Folder of the papers (source_papers).",
)
@click.option(
    "--docs",
    type=click.Path(path_type=Path, readable=False),
    default=ROOT / "docs",
    help="Folder of the pages (docs).",
)
@click.option("--workers", type=click.IntRange(1), default=None, help="Papers read at a time (one a processor).")
@click.option("--again", is_flag=True, help="Read papers again that were read already.")
@click.option("--tracker", type=click.Path(path_type=Path), default=ROOT / "tracker.yml", hidden=True)
def main(papers: tuple[Path, ...], folder: Path, docs: Path, workers: int | None, again: bool, tracker: Path) -> None:
    """Read papers (PDF) and bring the pages in docs/ up to date.

    A paper that was read before is not read again. What people changed on a page stays; where the new reading changes
    the same thing, both values are listed. Exit code: 0 all read, 1 some paper could not be read, 2 wrong use.
    """
    settings, faults = tracker_settings(tracker)
    if faults:
        refuse("\n".join(sentence_of(fault, tracker.parent) for fault in faults))
    try:
        there = papers_in(folder) if folder.is_dir() or not papers else []
        writable(docs)
        with alone_in(docs), Watch() as watch:
            done = extract(
                [path.resolve() for path in papers] or there,
                there,
                docs,
                settings,
                workers=workers or os.cpu_count() or 1,
                again=again,
                progress=watch.pages,
                told=watch.say,
            )
    except Refused as refusal:
        refuse(str(refusal))
    except OSError as error:
        refuse(
            f"{error.filename or docs}: cannot be read or written ({(error.strerror or 'unknown fault').lower()}); "
            "check it and who may write there, then extract again."
        )
    tell(done)
    sys.exit(1 if done.failed or done.kept.faults else 0)


def refuse(sentence: str) -> None:
    """Say what is wrong and end with exit code 2."""
    click.echo(sentence, err=True)
    sys.exit(2)


def writable(docs: Path) -> None:
    """Make the folder of the pages; raises ``Refused`` before any paper is read when that cannot be."""
    try:
        docs.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise Refused(f"{docs}: cannot be made ({why}); name another folder with --docs.") from error
    for mode, what in ((os.R_OK | os.X_OK, "read"), (os.W_OK, "write")):
        if not os.access(docs, mode):
            raise Refused(f"{docs}: there is no permission to {what}; change it or name another folder with --docs.")


class Watch:
    """What is going on: bars with pages and time left on a terminal, plain lines elsewhere."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bars: dict[str, TaskID] = {}
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("pages,"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=self._console,
            disable=not self._console.is_terminal,
        )

    def __enter__(self) -> Watch:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def pages(self, paper: str, done: int, total: int) -> None:
        """Show how far the reading of a paper is."""
        if paper not in self._bars:
            self._bars[paper] = self._progress.add_task(paper, total=total)
        self._progress.update(self._bars[paper], completed=done)

    def say(self, sentence: str) -> None:
        """Show a sentence above the bars, or on a line of its own."""
        sentence = on_one_line(sentence)
        if self._console.is_terminal:
            self._console.print(sentence, markup=False, highlight=False)
        else:
            click.echo(sentence, err=True)


def tell(done: Extraction) -> None:
    """The summary."""
    for line in summary(done):
        click.echo(line)


if __name__ == "__main__":
    main()
