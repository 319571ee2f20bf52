"""What a site is made of: the pages in ``docs/``, the papers' readings beside the PDFs, the tracker's settings.

In: folders. Out: a ``Book``, the PDFs that may be shown, the pages that people wrote, and one hash of it all.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from tracker import facts
from tracker.extracting import sentence_of
from tracker.facts.people.names import HELD
from tracker.facts.people.unvouched import may_name_somebody
from tracker.pages.faults import Fault
from tracker.pages.folder import kind_of
from tracker.pages.load import load
from tracker.pages.reading_file import pdfs_in, read_json_path, readings_in, settings_path, tracker_settings
from tracker.pages.reading_file import read_settings as settings_from
from tracker.papers.opening import PaperError, pages_in
from tracker.papers.withheld import Withheld, withheld_of
from tracker.records import PaperSettings, Reading, Tracker, TrackerSettings
from tracker.site.book import Book
from tracker.site.gather import book_of
from tracker.site.text import safe_id

ROOT = Path(__file__).resolve().parent.parent.parent


class BuildError(Exception):
    """A build that cannot go on: one sentence that says which file, what is wrong and what to do."""


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


def read_book(papers: Path, docs: Path) -> tuple[Book, tuple[Fault, ...]]:
    """The pages and the papers' readings, put together, and the faults of pages that were left out for them."""
    readings = read_readings(papers)
    tracker = facts.combine(readings) if readings else Tracker()
    files = {paper: f"{safe_id(paper)}.pdf" for paper in papers_to_host(papers)}
    pages = load(docs)
    book = book_of(pages, tracker, read_settings(), files)
    withheld = withheld_in(papers)
    known = {id_: replace(paper, blackened=id_ in withheld) for id_, paper in book.papers.items()}
    return replace(book, papers=known, unread=unread_papers(papers)), tuple(pages.faults)


def unread_papers(papers: Path) -> tuple[str, ...]:
    """A sentence for each PDF in the folder that no reading stands beside, in their order: its name and why it was not
    read. Of those under embargo nothing is told, not that they are there; a file's name that may be somebody's is not
    shown."""
    unread = (file for file in pdfs_in(papers) if not read_json_path(file).exists())
    told = ((file, settings_from(settings_path(file), PaperSettings)[0]) for file in unread)
    return tuple(
        f"{settings.title or _file_name(file)}: {_why_unread(file)}" for file, settings in told if not settings.embargo
    )


def _file_name(file: Path) -> str:
    return "a paper whose file name may name a person" if may_name_somebody(file.stem) else file.stem


def _why_unread(file: Path) -> str:
    try:
        pages_in(file)
    except PaperError as error:
        return str(error).removeprefix(f"{file}: ").split(";")[0] + "."
    return "it was not read when the papers were read last."


def papers_to_host(papers: Path) -> dict[str, Path]:
    """The PDF of each paper that was read, by the paper's id."""
    files = readings_in(papers).values()
    return {reading.id: file for reading, file in zip(read_readings(papers), files, strict=True) if file}


def withheld_in(papers: Path) -> dict[str, Withheld]:
    """By paper, what of its pages may not be shown: places with something held back (rule 7), words no reader sees."""
    found = {reading.id: withheld_of(reading.paper, HELD) for reading in read_readings(papers)}
    return {paper: withheld for paper, withheld in found.items() if withheld != Withheld()}


@cache
def read_readings(papers: Path) -> list[Reading]:
    """What was read from each paper, in the order of their files' names."""
    readings = []
    for file in readings_in(papers):
        try:
            reading = Reading.model_validate_json(file.read_bytes())
        except ValidationError as error:
            raise BuildError(f"{file}: is not what this program writes; run: make extract") from error
        readings.append(reading.model_copy(update={"settings": settings_of_now(file, reading)}))
    return readings


def settings_of_now(file: Path, reading: Reading) -> PaperSettings:
    """What people say about a paper today, which may be more than they said when it was read.

    What they hide since then must not be published by a build that comes before the next extraction: ``BuildError``.
    """
    beside = settings_path(file.with_name(file.name.removesuffix(".read.json") + ".pdf"))
    settings, faults = settings_from(beside, PaperSettings)
    if faults:
        raise BuildError("\n".join(sentence_of(fault, file.parent) for fault in faults))
    if settings.embargo:
        raise BuildError(f"{beside}: puts the paper under embargo; run: make extract (it takes back what was read)")
    if (settings.id, settings.leave_out) != (reading.settings.id, reading.settings.leave_out):
        raise BuildError(f"{beside}: names other pages to leave out, or another id, than were read; run: make extract")
    return settings


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
