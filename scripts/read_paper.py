"""One PDF → its text and tables, to look at. Exit 0: read; 1: cannot be read; 2: wrong use."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from tracker.papers import PaperError, read_paper
from tracker.papers.contract import to_contract, to_markdown


class PageRange(click.ParamType[set[int]]):
    """Pages of the file counted from 1: "7", "3-9" or "1,4-6"."""

    name = "pages"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> set[int]:
        pages: set[int] = set()
        for piece in str(value).split(","):
            match = re.fullmatch(r"\s*(\d+)(?:\s*-\s*(\d+))?\s*", piece)
            if match is None or int(match[1]) < 1 or int(match[2] or match[1]) < int(match[1]):
                self.fail(f'"{value}" does not name pages; write for instance 7, 3-9 or 1,4-6.', param, ctx)
            pages.update(range(int(match[1]), int(match[2] or match[1]) + 1))
        return pages


@click.command(
    epilog="""\b
Examples:
  read_paper.py source_papers/report.pdf
  read_paper.py source_papers/report.pdf --pages 3-9 --format markdown
  read_paper.py source_papers/pack.pdf > pack.json
"""
)
@click.argument("paper", type=click.Path(path_type=Path))
@click.option("--pages", type=PageRange(), help="Pages of the file, counted from 1: 7, 3-9 or 1,4-6.")
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json", show_default=True)
def main(paper: Path, pages: set[int] | None, form: str) -> None:
    """Print what is read from the PDF file PAPER: pages, headings, paragraphs, lists, tables, figures and notes."""
    try:
        read = read_paper(paper)
    except PaperError as fault:
        click.echo(str(fault), err=True)
        sys.exit(1)
    if pages is not None and not any(page.number in pages for page in read.pages):
        count = len(read.pages)
        raise click.BadParameter(f"{paper} has {count} pages; name some of 1-{count}.", param_hint="--pages")
    if form == "json":
        text = json.dumps(to_contract(read, pages), ensure_ascii=False, indent=1) + "\n"
    else:
        text = to_markdown(read, pages)
    sys.stdout.buffer.write(text.encode("utf-8"))


if __name__ == "__main__":
    main()
