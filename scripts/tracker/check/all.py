"""Everything that is checked, in one go: settings, pages, rows, and the places in the papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.check import docs_faults
from tracker.check.mishaps import reading_mishap
from tracker.check.proof import OpenPaper, reading_faults, row_fault
from tracker.check.spreadsheet import rewritten_cells
from tracker.check.wordings import wording_faults
from tracker.pages.doc_pages import Docs
from tracker.pages.faults import Fault
from tracker.pages.folder import csv_of
from tracker.pages.load import load
from tracker.pages.reading_file import (
    is_paper_id,
    load_reading,
    paper_id,
    paper_settings,
    pdfs_in,
    read_json_path,
    reading_at,
    readings_in,
    settings_path,
    tracker_settings,
)
from tracker.records import Reading


@dataclass(frozen=True)
class Checked:
    """The faults, files named from the folder that holds ``docs``, and how much was looked at."""

    faults: tuple[Fault, ...]
    pages: int
    rows: int
    places: int


def check_all(docs: Path, papers: Path, tracker: Path) -> Checked:
    """Check a tracker. Without a folder of papers the places are not looked up."""
    settings, faults = tracker_settings(tracker)
    found = list(faults)
    readings: dict[str, tuple[Reading, Path]] = {}
    for pdf in pdfs_in(papers):
        found += _paper_faults(pdf, papers.name, readings)
    here = {paper_id(pdf, paper_settings(pdf)[0]) for pdf in pdfs_in(papers)}
    here |= {reading.id for path, pdf in readings_in(papers).items() if not pdf and (reading := reading_at(path))}
    loaded = load(docs)
    found += [replace(f, file=f"{docs.name}/{f.file}") for f in docs_faults(docs, settings, tuple(readings))]
    if papers.is_dir():
        found += _without_a_paper(loaded, here, docs.name)
    places = 0
    for reading, pdf in readings.values():
        faults_here, looked_up = reading_faults(reading, pdf, f"{papers.name}/{read_json_path(pdf).name}")
        found += faults_here
        places += looked_up
    not_there, looked_up = _looked_up(loaded, readings, docs.name)
    found += not_there
    rows = sum(map(len, loaded.rows.values()))
    return Checked(tuple(sorted(set(found))), len(loaded.pages), rows, places + looked_up)


def _without_a_paper(loaded: Docs, papers: Collection[str], folder: str) -> Iterator[Fault]:
    """Pages of papers of which no reading is here: what they and their figures say has no source."""
    for page in loaded.pages:
        paper = str(page.fields.get("paper") or page.id)
        if page.kind == "papers" and not page.left_out and paper not in papers:
            wrong = f"is “{paper}”, which is not here: nothing of it is shown"
            remedy = "put the paper and its .read.json back; if it is gone for good, delete its pages and rows"
            yield Fault(f"{folder}/{page.file}", page.lines.get("paper", 1), "paper", wrong, remedy)


def _paper_faults(pdf: Path, folder: str, readings: dict[str, tuple[Reading, Path]]) -> Sequence[Fault]:
    """The faults of what stands beside a paper; its reading joins ``readings``."""
    settings, faults = paper_settings(pdf)
    found = [replace(fault, file=f"{folder}/{fault.file}") for fault in faults]
    beside = f"{folder}/{settings_path(pdf).name}"
    own = paper_id(pdf, settings)
    if not is_paper_id(own):
        found.append(Fault(beside, 0, "id", f"is “{own}”", "write lower-case letters, digits and hyphens"))
    if settings.status and settings.status != "adopted" and not settings.status_reason:
        found.append(Fault(beside, 0, "status", "stands without status_reason", "write why"))
    if own in readings:
        other = readings[own][1].name
        found.append(Fault(beside, 0, "id", f"“{own}” is the id of {other} too", "write another id into one of them"))
    if mishap := reading_mishap(pdf, folder):
        return [*found, mishap]
    reading = load_reading(pdf)
    if reading is not None:
        readings.setdefault(own, (reading, pdf))
    return found


def _looked_up(loaded: Docs, readings: dict[str, tuple[Reading, Path]], folder: str) -> tuple[list[Fault], int]:
    """Faults of figures and wordings that are not where they say, and how many places were looked up."""
    opened = {paper: OpenPaper(pdf) for paper, (_, pdf) in readings.items() if pdf.exists()}
    by_ocr = {
        (paper, page.number)
        for paper, (reading, _) in readings.items()
        for page in reading.paper.pages
        if page.read_by == "ocr"
    }
    read = {o.id: o for reading, _ in readings.values() for o in reading.facts.observations}
    faults: list[Fault] = []
    looked_up = 0
    for page in loaded.pages:
        if page.left_out:
            continue
        wordings, count = wording_faults(page, opened, by_ocr)
        faults += [replace(fault, file=f"{folder}/{fault.file}") for fault in wordings]
        looked_up += count
        rows = loaded.rows.get(page.id, ()) if page.kind == "indicators" else ()
        for row, line in zip(rows, loaded.row_lines.get(page.id, ()) if rows else (), strict=True):
            table = f"{folder}/{csv_of(page.file)}"
            faults += [Fault(table, line, *fault) for fault in rewritten_cells(row, read)]
            place = row.source
            if place.paper not in opened or row.left_out or (place.paper, place.page) in by_ocr:
                continue
            looked_up += 1
            if fault := row_fault(row, opened[place.paper]):
                faults.append(Fault(table, line, *fault))
    return faults, looked_up
