"""Build the site from docs/ and source_papers/.

docs → complete Markdown in a build folder → MkDocs → search index → check of every link → site/. When nothing changed
since the last build, nothing is done.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click
import yaml
from pydantic import ValidationError

from tracker import facts
from tracker.extracting import sentence_of
from tracker.facts.privacy import HELD
from tracker.pages.keep import kind_of
from tracker.pages.load import load
from tracker.pages.reading_file import tracker_settings
from tracker.papers.copies import copy_without
from tracker.papers.pictures import Cut, Shown, cut_pictures, places_with
from tracker.records import Reading, Tracker, TrackerSettings
from tracker.site.book import Book
from tracker.site.complete import CompleteSite, complete
from tracker.site.gather import book_of
from tracker.site.links import BuiltSite
from tracker.site.search_index import settle
from tracker.site.strips import Strip
from tracker.site.text import safe_id

ROOT = Path(__file__).resolve().parent.parent
STAMP = "built-from"
MOST_FAULTS_SHOWN = 50
LEFTOVERS = ("sitemap.xml.gz", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What MkDocs and Material write that no page uses. The compressed site map carries a time of its own."""


class BuildError(click.ClickException):
    """A build that cannot go on: one sentence that says which file, what is wrong and what to do."""


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
        build(read_book(papers, docs), docs, papers_to_host(papers), site, work, partly_shown(papers))
        (work / STAMP).write_text(stamp, encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise BuildError(f"{error.filename or site}: {why}; check the folder and who may write in it.") from error
    click.echo(f"The site is in {site} ({time.monotonic() - began:.0f} s). To look at it: make serve")


def build(
    book: Book,
    docs: Path,
    hosted: Mapping[str, Path],
    site: Path,
    work: Path,
    shown: Mapping[str, Sequence[Shown]] = MappingProxyType({}),
) -> None:
    """Build the site of a book: ``hosted`` are the PDFs by paper, ``work`` is a folder of our own to work in."""
    made = complete(book, written_pages(docs))
    prepare(made, book, docs, hosted, work, shown)
    click.echo(f"{len(made.pages)} pages and {len(made.files)} files made.")
    built = work / "site"
    render(work)
    tidy(built)
    index(built)
    check(built)
    publish(built, site)


def stamp_of(papers: Path, docs: Path) -> str:
    """One hash of everything the site is made of: names and bytes."""
    seen = hashlib.sha256()
    folders = (docs, papers, ROOT / "overrides", ROOT / "scripts")
    files = [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    files += [ROOT / "mkdocs.yml", ROOT / "tracker.yml", ROOT / "requirements.txt"]
    for file in files:
        if file.exists():
            data = file.read_bytes()
            seen.update(f"{file.name}\0{file.parent.name}\0{len(data)}\0".encode())
            seen.update(data)
    return seen.hexdigest()


def read_book(papers: Path, docs: Path) -> Book:
    """The pages and the papers' readings, put together."""
    readings = read_readings(papers)
    tracker = facts.combine(readings) if readings else Tracker()
    files = {paper: f"{safe_id(paper)}.pdf" for paper in papers_to_host(papers)}
    pages = load(docs)
    for fault in pages.faults[:MOST_FAULTS_SHOWN]:
        click.echo(f"Left out: {fault}", err=True)
    if pages.faults:
        click.echo(f"{len(pages.faults)} faults in {docs}: make check lists them all.", err=True)
    return replace(book_of(pages, tracker, read_settings(), files), unread=unread_papers(papers))


def unread_papers(papers: Path) -> tuple[str, ...]:
    """Names of the PDFs in the folder that no reading stands beside, in their order."""
    return tuple(file.stem for file in sorted(papers.glob("*.pdf")) if not file.with_suffix(".read.json").exists())


def papers_to_host(papers: Path) -> dict[str, Path]:
    """The PDF of each paper that was read, by the paper's id."""
    found = {reading.id: paper_file(papers, reading) for reading in read_readings(papers)}
    return {paper: file for paper, file in found.items() if file}


def partly_shown(papers: Path) -> dict[str, tuple[Shown, ...]]:
    """By paper, the places on its pages that hold something held back (rule 7), with the text that may be shown."""
    found = {reading.id: places_with(reading.paper, HELD) for reading in read_readings(papers)}
    return {paper: places for paper, places in found.items() if places}


@cache
def read_readings(papers: Path) -> list[Reading]:
    """What was read from each paper, in the order of their files' names."""
    readings = []
    for file in sorted(papers.glob("*.read.json")):
        try:
            readings.append(Reading.model_validate_json(file.read_bytes()))
        except ValidationError as error:
            raise BuildError(f"{file}: is not what this program writes; run: make extract") from error
    return readings


def paper_file(papers: Path, reading: Reading) -> Path | None:
    """The PDF of a reading: the file beside it, or the one with its hash."""
    beside = papers / f"{reading.id}.pdf"
    if beside.exists():
        return beside
    for file in sorted(papers.glob("*.pdf")):
        if (papers / f"{file.stem}.read.json").exists() and hashlib.sha256(
            file.read_bytes()
        ).hexdigest() == reading.paper.sha256:
            return file
    return None


def read_settings() -> TrackerSettings:
    """What ``tracker.yml`` says; a tracker without one has the settings that a new one has."""
    settings, faults = tracker_settings(ROOT / "tracker.yml")
    if faults:
        raise BuildError("\n".join(sentence_of(fault, ROOT) for fault in faults))
    return settings


def written_pages(docs: Path) -> dict[str, str]:
    """The pages that people wrote and that stand for no record, by their path below docs/."""
    names = {file.relative_to(docs).as_posix(): file for file in sorted(docs.rglob("*.md"))}
    return {name: file.read_text(encoding="utf-8") for name, file in names.items() if not kind_of(name)}


def prepare(
    made: CompleteSite,
    book: Book,
    docs: Path,
    hosted: Mapping[str, Path],
    work: Path,
    shown: Mapping[str, Sequence[Shown]] = MappingProxyType({}),
) -> None:
    """Write the build folder: complete pages, files to copy, the papers, the builder's settings."""
    if work.exists() and any(work.iterdir()) and not (work / "mkdocs.yml").exists():
        raise BuildError(f"{work}: holds other things; move them, or name another --site.")
    for old in ("docs", "site"):
        shutil.rmtree(work / old, ignore_errors=True)
    target = work / "docs"
    for name, text in {**made.files, **made.pages}.items():
        written = target / name
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, encoding="utf-8", newline="\n")
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if (
            file.is_file()
            and not file.name.startswith(".")
            and file.suffix not in {".md", ".csv", ".json"}
            and not (target / path).exists()
        ):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / path)
    for paper, source in hosted.items():
        if book.papers[paper].file:
            (target / "papers").mkdir(parents=True, exist_ok=True)
            copy = target / "papers" / book.papers[paper].file
            if gone := book.papers[paper].settings.left_out_pages:
                copy_without(source, copy, gone)
            else:
                shutil.copyfile(source, copy)
    cut_strips(made.strips, hosted, work / "pictures", target, shown)
    (work / "mkdocs.yml").write_text(builder_settings(made, book, work), encoding="utf-8")


def cut_strips(
    strips: Sequence[Strip],
    hosted: Mapping[str, Path],
    kept: Path,
    target: Path,
    shown: Mapping[str, Sequence[Shown]] = MappingProxyType({}),
) -> None:
    """Cut the strips out of the papers; those of an earlier build, kept in a folder, are taken over.

    ``shown`` has, by paper, the places that hold something held back, which is blacked out in the pictures.
    """
    # Pictures belong to what may be shown on them.
    kept = kept / hashlib.sha256(repr(sorted(shown.items())).encode()).hexdigest()[:12]
    for strip in strips:
        for folder in (kept, target):
            (folder / strip.file).parent.mkdir(parents=True, exist_ok=True)
    for paper, file in hosted.items():
        wanted = [strip for strip in strips if strip.paper == paper and not (kept / strip.file).exists()]
        cuts = [Cut(strip.page, strip.bbox, strip.scale) for strip in wanted]
        for strip, picture in zip(wanted, cut_pictures(file, cuts, shown.get(paper, ())), strict=True):
            (kept / strip.file).write_bytes(picture)
    for strip in strips:
        if strip.paper in hosted:
            shutil.copyfile(kept / strip.file, target / strip.file)


def builder_settings(made: CompleteSite, book: Book, work: Path) -> str:
    """The top-level mkdocs.yml with the navigation and the tracker's own names."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_name"] = book.settings.site_name
    if book.settings.site_url:
        settings["site_url"] = book.settings.site_url
    settings["docs_dir"], settings["site_dir"] = "docs", "site"
    settings["theme"]["custom_dir"] = os.path.relpath(ROOT / "overrides", work)
    settings["nav"] = made.nav
    settings["extra"] = {**settings.get("extra", {}), **made.extra}
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def render(work: Path) -> None:
    """Let the builder render the build folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--config-file",
        str(work / "mkdocs.yml"),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"The builder stopped: {(done.stderr or done.stdout).strip()[-2000:]}")


def tidy(built: Path) -> None:
    """Take away what no page uses."""
    for name in LEFTOVERS:
        path = built / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
    for pattern in ("assets/javascripts/bundle.*", "assets/stylesheets/main.*", "assets/stylesheets/palette.*"):
        for file in built.glob(pattern):
            file.unlink()


def index(built: Path) -> None:
    """Make the search index of the built pages."""
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(built), "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"The search index could not be made: {(done.stderr or done.stdout).strip()[-2000:]}")
    settle(built / "pagefind")


def check(built: Path) -> None:
    """Stop when a link leads nowhere or a page is not reached."""
    faults = list(BuiltSite(built).faults())
    if faults:
        for fault in faults[:MOST_FAULTS_SHOWN]:
            click.echo(str(fault), err=True)
        if len(faults) > MOST_FAULTS_SHOWN:
            click.echo(f"… and {len(faults) - MOST_FAULTS_SHOWN} more", err=True)
        raise BuildError(f"{len(faults)} links or pages are not sound; the site was left as it was.")


def publish(built: Path, site: Path) -> None:
    """Put the new site in the place of the old one."""
    if site.exists() and any(site.iterdir()) and not (site / "index.html").exists():
        raise BuildError(f"{site}: holds other things than a site; name another --site.")
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(str(built), str(site))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    main()
