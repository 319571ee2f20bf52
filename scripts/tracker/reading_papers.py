"""Papers read and understood, each in a process of its own.

In: paper files with what people say about them. Out: a ``Reading``, or the sentence that says why there is none. A
paper that ends its process leaves the others unharmed.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker import VERSION, facts
from tracker.facts.people.private import is_named_in, private_people
from tracker.facts.privacy import hold_back_paper, without_words
from tracker.facts.private_text import hold_back
from tracker.reading_time import limit_time
from tracker.records import Block, Paper, PaperSettings, Reading, TrackerSettings

PageProgress = Callable[[str, int, int], None]
"""Called with a paper's id, how many of its pages are read, and how many it has."""


@dataclass(frozen=True)
class PaperFile:
    """A paper to be dealt with, with what people say about it and what was read of it before."""

    path: Path
    id: str
    settings: PaperSettings
    sha256: str
    before: Reading | None

    @property
    def is_read(self) -> bool:
        """Whether the reading beside it is of these very bytes and these settings."""
        old = self.before
        return old is not None and (old.paper.sha256, old.settings, old.id) == (self.sha256, self.settings, self.id)


def read_one(file: PaperFile, settings: TrackerSettings) -> Reading | str:
    """A paper read and understood, or the sentence that says why not. Runs in a process of its own."""
    # Imported here, since loading the PDF library takes a second that only the readers need.
    from tracker import papers

    def progress(done: int, total: int) -> None:
        if _pages_done is not None:
            _pages_done.put((file.id, done, total))

    try:
        limit_time(papers.pages_in(file.path))
        paper = without_pages(papers.read_paper(file.path, progress=progress), file.settings.left_out_pages)
        private = private_people(paper, settings.people)
        stem = file.path.stem
        if is_named_in(private, file.id) or hold_back(stem, settings) != stem:
            return (
                f"{file.path}: its file name holds the name, address or number of somebody whom "
                "the tracker does not name; give the file another name, then extract again."
            )
        shown = hold_back_paper(paper, settings, private)
        found = facts.understand(shown, paper_id=file.id, settings=file.settings, tracker=settings, held_back=True)
        kept = without_words(shown)
        return Reading(program=VERSION, id=file.id, settings=file.settings, paper=kept, facts=found)
    except papers.PaperError as error:
        return str(error)
    except MemoryError:
        return f"{file.path}: too large for this machine's memory; split the PDF or use a larger machine."
    except Exception as error:  # one bad paper does not stop the others
        why = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return f"{file.path}: could not be read ({why}); please report this paper, the others are done."


def without_pages(paper: Paper, gone: Collection[int]) -> Paper:
    """A paper whose pages that people left out are empty; they keep their place and number."""
    if not gone:
        return paper
    pages = []
    for page in paper.pages:
        blocks = () if page.number in gone else tuple(_without_parts(block, gone) for block in page.blocks)
        pages.append(page.model_copy(update={"blocks": blocks}))
    return paper.model_copy(update={"pages": tuple(pages)})


def _without_parts(block: Block, gone: Collection[int]) -> Block:
    """A block that runs over pages, without what stands on a page that is left out and what follows it there."""
    if not any(part.page in gone for part in block.parts):
        return block
    end = min((word.start for word in block.words if word.page in gone), default=len(block.text))
    return block.model_copy(
        update={
            "text": block.text[:end].rstrip(),
            "words": tuple(word for word in block.words if word.start < end),
            "parts": tuple(part for part in block.parts if part.page not in gone),
            "rows": tuple(
                row for row in block.rows if not any(cell and cell.part and cell.part.page in gone for cell in row)
            ),
            "labels": tuple(label for label in block.labels if label.part.page not in gone),
            "runs": (),
        }
    )


_pages_done: Any = None
"""In a reader's process: the queue that its progress goes into."""


def _begin(pages_done: Any) -> None:
    global _pages_done
    _pages_done = pages_done


Read = Callable[[PaperFile, TrackerSettings], "Reading | str"]


def read_all(
    files: Sequence[PaperFile],
    settings: TrackerSettings,
    workers: int,
    progress: PageProgress,
    read: Read = read_one,
) -> Iterator[tuple[PaperFile, Reading | str]]:
    """Each paper with its reading or the sentence that says why there is none, as they get done.

    A paper that ends its process (a fault inside the PDF library, too little memory) takes the others down with it;
    each of them is then read again in a process of its own, so that only the one at fault is left.
    """
    # The longest first, so that the last to finish is a short one.
    ordered = sorted(files, key=lambda file: (-file.path.stat().st_size, file.id))
    lost: list[PaperFile] = []
    for file, result in _read_together(ordered, settings, workers, progress, read):
        if result is None:
            lost.append(file)
        else:
            yield file, result
    for file in sorted(lost, key=lambda file: file.id):
        for _, result in _read_together([file], settings, 1, progress, read):
            yield (
                file,
                result or f"{file.path}: reading it broke off or took too long; use a larger machine, or report it.",
            )


def _read_together(
    files: Sequence[PaperFile], settings: TrackerSettings, workers: int, progress: PageProgress, read: Read
) -> Iterator[tuple[PaperFile, Reading | str | None]]:
    """The readings of some papers as they get done; None for those whose process ended."""
    if not files:
        return
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    with ProcessPoolExecutor(
        min(workers, len(files)), mp_context=context, initializer=_begin, initargs=(queue,)
    ) as executor:
        waiting: dict[Future[Reading | str], PaperFile] = {
            executor.submit(read, file, settings): file for file in files
        }
        while waiting:
            done, _ = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
            while not queue.empty():
                progress(*queue.get())
            for future in done:
                file = waiting.pop(future)
                try:
                    yield file, future.result()
                except BrokenProcessPool:
                    yield file, None
