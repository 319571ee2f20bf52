"""The way from papers to ``docs/``: which papers are to be read, and keeping all that was read of them.

In: paths and settings. Out: an ``Extraction`` for the command to tell. Nothing is written until every paper is read,
and ``X.read.json`` files last, so that an extraction that is broken off leaves things as they were.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tracker import facts
from tracker.pages.faults import Fault
from tracker.pages.identity import carried_over, with_known_measures
from tracker.pages.keep import KeepResult, clear_unfinished, keep, write_whole
from tracker.pages.reading_file import (
    is_paper_id,
    load_reading,
    paper_id,
    paper_settings,
    pdfs_in,
    read_json_path,
    reading_at,
    reading_to_text,
    readings_in,
    settings_path,
)
from tracker.reading_papers import PageProgress, PaperFile, read_all
from tracker.records import Reading, TrackerSettings


@dataclass(frozen=True)
class Extraction:
    """What an extraction did. ``failed`` are sentences, each naming file, fault and remedy; ``withheld`` are those of
    papers that people do not want read yet, which is no failure."""

    readings: tuple[Reading, ...] = ()
    read_now: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    kept: KeepResult = field(default_factory=KeepResult)


class Refused(Exception):
    """Wrong use: nothing was done. One sentence."""


def papers_in(folder: Path) -> list[Path]:
    """The PDFs of a folder by name. Raises ``Refused``."""
    if not folder.is_dir():
        raise Refused(f"{folder}: there is no such folder; make it and put the papers (PDF) in it, or name another.")
    return pdfs_in(folder)


def look_at(paths: Sequence[Path]) -> tuple[list[PaperFile], list[str]]:
    """The papers with their settings and earlier readings; sentences for those that cannot be taken."""
    files: list[PaperFile] = []
    failed: list[str] = []
    for path in paths:
        settings, faults = paper_settings(path)
        if not is_paper_id(own := paper_id(path, settings)):
            wrong, remedy = f"is “{own}”", "write lower-case letters, digits and hyphens, and no name like index or con"
            faults = (*faults, Fault(settings_path(path).name, 0, "id", wrong, remedy))
        if settings.embargo:
            continue
        if faults:
            failed += [sentence_of(fault, path.parent) for fault in faults]
            continue
        try:
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            why = (error.strerror or "unknown fault").lower()
            failed.append(f"{path}: cannot be opened ({why}); check the name and who may read it.")
            continue
        files.append(PaperFile(path, own, settings, sha256, load_reading(path)))
    first: dict[str, PaperFile] = {}
    single = []
    for file in files:
        other = first.setdefault(file.id, file)
        if other is file:
            single.append(file)
        else:
            failed.append(
                f"{file.path}: has the id “{file.id}” that {other.path.name} has too; "
                f"write another “id:” into {file.path.with_suffix('.yml').name}."
            )
    return single, failed


def sentences_of_embargoes(paths: Sequence[Path]) -> list[str]:
    """A sentence for each paper that is not read since people say so. No clock decides what is published."""
    embargoes = [(path, paper_settings(path)[0].embargo) for path in paths]
    return [
        f"{path}: is under embargo until {day} and was not read; "
        f"take “embargo:” out of {settings_path(path).name} when it may be published."
        for path, day in embargoes
        if day
    ]


def under_embargo(paths: Sequence[Path]) -> dict[Path, Reading]:
    """Papers that were read before an embargo was put on them, with that reading: what it says is taken back."""
    found = {}
    for path in paths:
        settings, _ = paper_settings(path)
        if settings.embargo and (reading := load_reading(path)) is not None:
            found[path] = reading
    return found


def readings_alone(folders: set[Path], known: set[str]) -> list[Reading]:
    """Readings whose PDF is not kept here (the site links to where it is published): they stay as they are."""
    found = []
    for path, pdf in (pair for folder in sorted(folders) for pair in readings_in(folder).items()):
        if pdf is None and (reading := reading_at(path)) is not None and reading.id not in known:
            found.append(reading)
    return found


def sentence_of(fault: Fault, folder: Path) -> str:
    """A fault of a settings file in one sentence: file and line, what is wrong, what to write."""
    place = f"{folder / fault.file}" + (f":{fault.line}" if fault.line else "")
    said = f"{fault.field} {fault.wrong}; {fault.remedy}".strip()
    return f"{place}: {said}" + ("" if said.endswith(("?", ".")) else ".")


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder for one extraction: two at once would each take the other's half for people's changes.

    Raises ``Refused`` while another one is at work there. One that was killed holds nothing; systems without such
    holds (Windows) go on.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refused(f"{folder}: another extraction is at work here; wait until it has ended.") from error
        yield
    finally:
        os.close(handle)


def extract(
    paths: Sequence[Path],
    others: Sequence[Path],
    docs: Path,
    settings: TrackerSettings,
    *,
    workers: int,
    again: bool,
    progress: PageProgress,
    told: Callable[[str], None],
) -> Extraction:
    """Read ``paths`` where needed, take the readings of ``others`` as they are, and bring ``docs`` up to date.

    ``told`` gets a sentence for each paper done or failed. Raises ``Refused`` when nothing can be written.
    """
    asked = set(paths)
    files, failed = look_at([*paths, *(path for path in others if path not in asked)])
    to_read = [file for file in files if file.path in asked and (again or not file.is_read)]
    withheld = sentences_of_embargoes([*paths, *(path for path in others if path not in asked)])
    for sentence in (*failed, *withheld):
        told(sentence)
    fresh: dict[str, Reading] = {}
    for file, result in read_all(to_read, settings, workers, progress):
        if isinstance(result, str):
            failed.append(result)
            told(result)
            continue
        fresh[file.id] = carried_over(file.before, result) if file.before else result
        told(f"{file.path.name}: read, {len(result.paper.pages)} pages.")
    standing = [file.before for file in files if file.before is not None]
    fresh = {each.id: each for each in with_known_measures(list(fresh.values()), standing, settings.place)}
    alone = readings_alone({path.parent for path in others}, {file.id for file in files})
    taken_back = under_embargo([*paths, *others])
    old = [*(file.before for file in files if file.before is not None), *taken_back.values(), *alone]
    new = [*(reading for file in files if (reading := fresh.get(file.id) or file.before) is not None), *alone]
    kept = keep(docs, facts.combine(old) if old else None, facts.combine(new), mailboxes=settings.mailboxes)
    for folder in sorted({file.path.parent for file in files}):
        clear_unfinished(folder)
    for file in files:
        # What could not be written is offered again when the page is mended: till then the old reading is the base.
        if file.id in fresh and file.id not in kept.waiting:
            text = reading_to_text(fresh[file.id])
            path = read_json_path(file.path)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                write_whole(path, text)
    for path in taken_back:
        read_json_path(path).unlink(missing_ok=True)
    return Extraction(tuple(new), tuple(sorted(fresh)), tuple(failed), tuple(withheld), kept)
