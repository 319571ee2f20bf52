"""From the words of a page to its figures, tables, lines and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tracker.papers.columns import find_columns
from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.contents_pages import contents_words
from tracker.papers.figures import find_figures
from tracker.papers.furniture import Furnished
from tracker.papers.grounds import find_grounds, lies_on_cards
from tracker.papers.lines import make_lines
from tracker.papers.numerals import holds_numerals
from tracker.papers.prose_columns import columns_of_prose, is_columns_of_prose, is_lines_of_prose
from tracker.papers.stages import Stages
from tracker.papers.tables import find_tables
from tracker.papers.tables.carried_rows import carried_rows
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.turned import laid_upright, quarter_turn
from tracker.papers.tiles import find_tiles
from tracker.papers.turning import forth
from tracker.records import Box

RULED = ("rules", "bands")
"""Ways of finding a table that need print between the cells; the others may take columns of prose for one."""


def lay_out(document: Any, furnished: Furnished, made: Stages, with_tables: bool) -> None:
    """One page: figures and tables taken out, the rest in lines and columns, all appended to the stages ``made``.

    Without ``with_tables`` tables are left in the prose. A page that lies on its side is laid out upright.
    """
    content = furnished.content
    turn = quarter_turn(content)
    if turn:
        content = laid_upright(content, turn)
    made.turns.append(turn)
    sizes: dict[float, int] = {}
    for word in content.words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    usual = max(sizes, key=lambda s: (sizes[s], s), default=11.0)
    figures, rest = find_figures(content, usual)
    page = document[content.number - 1]
    visible = [w for w in rest.words if not w.hidden] or list(rest.words)
    entries = contents_words(make_lines(content.number, visible))
    rest = replace(rest, words=tuple(w for w in visible if id(w) not in entries))
    tables: tuple[FoundTable, ...] = ()
    if with_tables and rest.words:
        tables = _tables(page, rest if not turn else _as_it_lies(rest, furnished.content), made)
    if turn:
        sheet = furnished.content
        tables = tuple(replace(t, bbox=forth(t.bbox, turn, sheet.width, sheet.height)) for t in tables)
    if any(table.found_by not in RULED for table in tables):
        bare = find_columns(make_lines(content.number, rest.words), [])
        tables = tuple(
            t for t in tables if t.found_by in RULED or not (is_columns_of_prose(t, bare) or is_lines_of_prose(t))
        )
    tables = tuple(t for t in tables if t.found_by in RULED or not holds_numerals([rest.words[i] for i in t.words]))
    if any(table.found_by not in RULED for table in tables):
        cards = find_grounds(content, make_lines(content.number, rest.words))
        tables = tuple(
            t for t in tables if t.found_by in RULED or not lies_on_cards([rest.words[i] for i in t.words], cards)
        )
    carried = _carried(rest, tables, made, turn) if with_tables else None
    tables = (carried, *tables) if carried is not None else tables
    taken = {id(rest.words[i]) for table in tables for i in table.words}
    lines = make_lines(content.number, [w for w in visible if id(w) not in taken])
    grounds = find_grounds(content, lines)
    tiles = find_tiles(lines, grounds, _rings(content))
    own = [ground for ground in grounds if not any(_holds(tile.bbox, ground) for tile in tiles)]
    boxes = [*own, *(tile.bbox for tile in tiles)]
    columns = find_columns([*lines, *tables, *figures], boxes, [tile.bbox for tile in tiles if tile.whole])
    aside = [w for w in visible if id(w) not in taken and w.angle]
    made.aside.append(aside)
    made.figures.append(figures)
    made.tables.append(tables)
    made.lines.append(lines)
    made.columns.append(columns)


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _rings(content: PageContent) -> list[Box]:
    """The drawings of a page that are about as high as wide."""
    boxes = (p.bbox for p in content.pictures if p.drawn)
    return [b for b in boxes if 0.8 * (b[2] - b[0]) <= b[3] - b[1] <= 1.25 * (b[2] - b[0])]


def _carried(rest: PageContent, tables: Sequence[FoundTable], made: Stages, turn: int) -> FoundTable | None:
    """The rows at a page's top that belong to the table that closed the page before."""
    if len(made.turns) < 2 or turn or made.turns[-2] or not made.tables[-1]:
        return None
    last = max(made.tables[-1], key=lambda t: t.bbox[3])
    if any(line.bbox[1] >= last.bbox[3] for line in made.lines[-1]):
        return None
    content = made.furnished[len(made.tables) - 1].content
    sizes = [w.size for w in content.words if last.bbox[0] <= w.bbox[0] <= last.bbox[2] and _within(w, last)]
    return carried_rows(last, rest, tables, content.height, sorted(sizes)[len(sizes) // 2]) if sizes else None


def _within(word: PrintedWord, table: FoundTable) -> bool:
    return table.bbox[1] <= (word.bbox[1] + word.bbox[3]) / 2 <= table.bbox[3]


def _as_it_lies(upright: PageContent, sheet: PageContent) -> PageContent:
    """The sheet with the same words as the page laid upright has left, in the same order."""
    turn = quarter_turn(sheet)
    kept = {(w.text, forth(w.bbox, turn, sheet.width, sheet.height)): w for w in sheet.words}
    words = tuple(kept[w.text, w.bbox] for w in upright.words)
    return replace(sheet, words=words)


def _tables(page: Any, content: PageContent, made: Stages) -> tuple[FoundTable, ...]:
    """The tables of a page; a page whose tables cannot be sought is read as prose and says so."""
    try:
        return find_tables(page, content, columns_of_prose)
    except Exception as fault:
        has_text, doubts = made.verdicts[content.number - 1]
        note = f"tables of this page could not be sought ({type(fault).__name__}); they are read as prose"
        made.verdicts[content.number - 1] = (has_text, (*doubts, note))
        return ()
