"""Rule 7 in a paper: personal e-mail addresses and telephone numbers never; requesters and residents never by name.

In: a paper and the tracker's settings. Out: the same with "[held back]" in place of what may not be shown, in its
blocks, cells and words, also where a number is cut by the end of a block. Whose names are held back is worked out in
``people``; figures and promises are sought in what is left, so that no id and no file name is made of a name or number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.people.names import HELD
from tracker.facts.people.private import Private, private_people
from tracker.facts.private_text import (
    NOBODYS,
    Shown,
    as_seen,
    digits_of,
    hold_back,
    hold_back_record,
    names_in,
    text_shown,
)
from tracker.records import Block, Cell, Paper, TrackerSettings, Word

# A number that a line, a cell or a block begins and the next one ends.
_BEGUN = re.compile(r"(?<![\w.,£/-])(?:\+44[\s\d()]{2,12}|\(?0[1237]\d{1,4}\)?(?:[\s-]\d{2,6}){0,2})[\s.-]*$")
_ENDED = re.compile(r"^\s*\d{2,8}(?:[\s-]\d{2,5})?(?![\d.,%])")


def hold_back_paper(paper: Paper, settings: TrackerSettings, private: Private | None = None) -> Paper:
    """A paper as it may be shown: without personal addresses and numbers, salutations and the names of those who are
    not to be named (``private``, where they are known already). ``words`` keep their places; those that are held back
    say so."""
    private = private or private_people(paper, settings.people)
    of_blocks = dict(private.of_blocks)
    split = _split_numbers(paper, settings)
    cells: dict[str, set[tuple[int, int]]] = {}
    for block_id, row, column in private.cells:
        cells.setdefault(block_id, set()).add((row, column))
    pages = []
    for page in paper.pages:
        blocks = []
        for block in page.blocks:
            names = (*private.names, *of_blocks.get(block.id, ())) if block.id in of_blocks else private.names
            shown = _all_held(block) if block.id in private.whole else _held_block(block, settings, names)
            shown = _without_split(shown, split.get(block.id, ()))
            blocks.append(_without_cells(shown, cells.get(block.id, set()), settings))
        pages.append(page.model_copy(update={"blocks": tuple(blocks)}))
    update = {"pages": tuple(pages), "title": hold_back(paper.title, settings, private.names)}
    if paper.agenda:
        update["agenda"] = tuple(hold_back_record(entry, settings, private.names) for entry in paper.agenda)
    return paper.model_copy(update=update)


def without_words(paper: Paper) -> Paper:
    """A paper without the places of its single words, which a reading does not keep."""
    pages = tuple(
        page.model_copy(update={"blocks": tuple(block.model_copy(update={"words": ()}) for block in page.blocks)})
        for page in paper.pages
    )
    return paper.model_copy(update={"pages": pages})


def _held_block(block: Block, settings: TrackerSettings, names: Sequence[str]) -> Block:
    """A block held back. What is cut up by a change of dress ("a.b@" bold, "c.org" not) is no address in any of its
    runs: such a block loses its dress."""
    shown = hold_back_record(block.model_copy(update={"words": ()}), settings, names)
    if shown.text == block.text:
        if shown.rows == block.rows and shown.labels == block.labels and shown.runs == block.runs:
            return shown if shown.caption != block.caption else block
        return shown.model_copy(update={"words": block.words})
    together = "".join(run.text for run in block.runs)
    apart = "".join(run.text for run in shown.runs)
    words = _held_words(block.words, text_shown(block.text, settings, names_in(tuple(names))))
    update: dict[str, object] = {"words": words}
    if hold_back(together, settings, names) != apart:
        update["runs"] = ()
    return shown.model_copy(update=update)


def _held_words(words: Sequence[Word], shown: Shown) -> tuple[Word, ...]:
    """The words of a block with where they begin in its text now; for held-back ones the mark stands at their place."""
    place = {old: new for new, old in enumerate(shown.origin) if old >= 0}
    marks: list[tuple[int, int]] = []
    """Where each held-back stretch began in the text as printed, and where its mark begins now."""
    last = -1
    for new, old in enumerate(shown.origin):
        if old < 0 and (new == 0 or shown.origin[new - 1] >= 0 or shown.text.startswith(HELD, new)):
            marks.append((last + 1, new))
        last = max(last, old)
    kept: list[Word] = []
    for word in words:
        letters = range(word.start, word.start + len(word.text))
        if all(letter in place for letter in letters):
            kept.append(word.model_copy(update={"start": place[word.start]}))
            continue
        start = place.get(word.start)
        if start is None:
            start = max((new for old, new in marks if old <= word.start), default=0)
        kept.append(word.model_copy(update={"text": HELD, "start": start}))
    return tuple(kept)


def _all_held(block: Block) -> Block:
    words = tuple(word.model_copy(update={"text": HELD, "start": 0}) for word in block.words)
    return block.model_copy(update={"text": HELD, "words": words, "runs": ()})


def _split_numbers(paper: Paper, settings: TrackerSettings) -> dict[str, tuple[str, ...]]:
    """By block, the pieces of telephone numbers that begin at the end of one block or cell and end in the next."""
    numbers = {digits_of(number) for number in settings.telephones}
    found: dict[str, tuple[str, ...]] = {}
    before: tuple[str, str] = ("", "")
    for block_id, text in _stretches(paper):
        begun = _BEGUN.search(before[1]) if text[:1].isdigit() and before[1] else None
        ended = _ENDED.match(text) if begun else None
        if begun and ended:
            digits = digits_of(f"{begun[0]} {ended[0]}")
            if 10 <= len(digits) <= 12 and digits not in numbers and not NOBODYS.match(digits):
                found[before[0]] = (*found.get(before[0], ()), begun[0].strip())
                found[block_id] = (*found.get(block_id, ()), ended[0].strip())
        before = (block_id, text)
    return found


def _stretches(paper: Paper) -> Iterator[tuple[str, str]]:
    for page in paper.pages:
        for block in page.blocks:
            if block.kind == "furniture":
                continue
            if block.rows:
                for row in block.rows:
                    for cell in row:
                        if cell and cell.text:
                            yield block.id, as_seen(cell.text)[0].strip()
            elif block.text:
                yield block.id, as_seen(block.text)[0].strip()


def _without_split(block: Block, pieces: Sequence[str]) -> Block:
    if not pieces:
        return block

    def shown(text: str) -> str:
        seen = as_seen(text)[0].strip()
        for piece in pieces:
            if seen == piece:
                return HELD
            if seen.endswith(piece):
                return f"{seen.removesuffix(piece)}{HELD}"
            if seen.startswith(piece):
                return f"{HELD}{seen.removeprefix(piece)}"
        return text

    if block.rows:
        rows = tuple(
            tuple(
                cell.model_copy(update={"text": text, "breaks": ()})
                if isinstance(cell, Cell) and (text := shown(cell.text)) != cell.text
                else cell
                for cell in row
            )
            for row in block.rows
        )
        return block.model_copy(update={"rows": rows})
    text = shown(block.text)
    return block if text == block.text else block.model_copy(update={"text": text, "words": (), "runs": ()})


def _without_cells(block: Block, places: set[tuple[int, int]], settings: TrackerSettings) -> Block:
    if not places:
        return block
    allowed = {digits_of(number) for number in settings.telephones}

    def shown(cell: Cell | None, place: tuple[int, int]) -> Cell | None:
        if cell is None or place not in places:
            return cell
        digits = digits_of(as_seen(cell.text)[0])
        return (
            cell if digits in allowed or NOBODYS.match(digits) else cell.model_copy(update={"text": HELD, "breaks": ()})
        )

    rows = tuple(tuple(shown(cell, (r, c)) for c, cell in enumerate(row)) for r, row in enumerate(block.rows))
    return block.model_copy(update={"rows": rows})
