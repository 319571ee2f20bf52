"""The whole way from a PDF to a ``Paper``, as named stages that can each be looked at.

content → furniture → figures, tables → lines → columns → drafts → notes → joined → headings → blocks
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tracker.papers.agenda import find_agenda
from tracker.papers.boxes import union
from tracker.papers.claimed_headings import Toc, claims_of, settle_by_claims
from tracker.papers.columns import NUMERAL, Column, find_columns
from tracker.papers.composing import compose, link_finder, vocabulary
from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.contents_pages import contents_words, mark_contents
from tracker.papers.doubts import NONSENSE_LAYER, OUTLINES, doubts_of
from tracker.papers.drafts import Draft
from tracker.papers.drawn_bullets import with_drawn_bullets
from tracker.papers.figures import FoundFigure, find_figures
from tracker.papers.furniture import Furnished, find_furniture
from tracker.papers.grounds import find_grounds, lies_on_cards
from tracker.papers.headings import LARGER, Body, find_bodies, is_heading, split_number, tells_figures
from tracker.papers.initials import with_initials
from tracker.papers.joining import join_runs
from tracker.papers.levels import give_levels
from tracker.papers.lines import BIG_NUMBER, Line, make_lines
from tracker.papers.lists import give_depths
from tracker.papers.marks import is_big_number
from tracker.papers.naming import name_paper
from tracker.papers.notes import find_notes, raised_marks
from tracker.papers.numerals import holds_numerals, with_numerals
from tracker.papers.opening import PaperError, open_paper
from tracker.papers.paragraphs import make_drafts, usual_left
from tracker.papers.prose_columns import columns_of_prose, is_columns_of_prose, is_lines_of_prose
from tracker.papers.reading_content import read_content, without_content
from tracker.papers.recognising import can_recognise, recognise
from tracker.papers.roles import give_roles
from tracker.papers.sections import cut_sections
from tracker.papers.spacing import measure_leadings, measure_spacing
from tracker.papers.tables import find_tables, join_strips, join_tables
from tracker.papers.tables.carried_rows import carried_rows
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.stranded_heads import with_stranded_heads
from tracker.papers.tables.turned import laid_upright, quarter_turn
from tracker.papers.tags import ElementOf, no_element, paragraph_tags, read_tags
from tracker.papers.tiles import find_tiles
from tracker.papers.turning import block_laid_back, forth
from tracker.papers.weights import with_weights
from tracker.papers.wording import clean
from tracker.records import Block, Box, Page, Paper, Part

RECOGNISED = "this page is a picture without a text layer; its words were recognised by machine and may be wrong"
RECOGNISED_ANEW = "the text layer of this page cannot be read; its words were recognised by machine and may be wrong"
NUMERAL_WORDS = 12
"""The words under a large number that say what it counts are at most so many."""
RULED = ("rules", "bands")
"""Ways of finding a table that need print between the cells; the others may take columns of prose for one."""


@dataclass
class Stages:
    """What each stage made of the pages, in order of pages; for looking at a wrong reading stage by stage."""

    contents: list[PageContent] = field(default_factory=list)
    furnished: list[Furnished] = field(default_factory=list)
    figures: list[list[FoundFigure]] = field(default_factory=list)
    tables: list[tuple[FoundTable, ...]] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)
    columns: list[list[Column]] = field(default_factory=list)
    drafts: list[list[Draft]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    """By how many degrees each page is turned clockwise to be read: 0, 90, 180 or 270."""
    aside: list[list[PrintedWord]] = field(default_factory=list)
    """Words that run another way than their page and belong to no table or figure."""
    verdicts: list[tuple[bool, tuple[str, ...]]] = field(default_factory=list)
    """For each page whether it has text of its own, and what is doubtful about it."""


def read_paper(
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    pages: Sequence[int] | None = None,
    stages: Stages | None = None,
) -> Paper:
    """A paper as read. ``progress`` is told (pages done, pages in all); tables are only sought on ``pages`` (from 1).

    Raises ``PaperError`` where the file cannot be read.
    """
    document, sha256 = open_paper(path)
    with document:
        made = stages if stages is not None else Stages()
        wanted = set(pages) if pages is not None else None
        made.contents = [
            with_numerals(content)
            for content in with_initials(with_drawn_bullets(with_weights(document, _contents(document, path))))
        ]
        made.verdicts = [doubts_of(content) for content in made.contents]
        recognised = _recognise_scans(document, made)
        made.furnished = find_furniture(made.contents)
        for number, furnished in enumerate(made.furnished, 1):
            _lay_out(document, furnished, made, wanted is None or number in wanted)
            if progress is not None:
                progress(number, len(made.furnished))
        tags, toc = _tags(document), _bookmarks(document)
        ends = _make_drafts(made, tags)
        _understand_blocks(made, tags, ends, toc)
        read = _pages(made, recognised)
        agenda = find_agenda(read, [f.content for f in made.furnished], toc)
        title, date, kind = name_paper(read, agenda, clean(str((document.metadata or {}).get("title") or "")))
    return Paper(title=title, date=date, kind=kind, sha256=sha256, agenda=agenda, pages=read)


def _contents(document: Any, path: Path) -> list[PageContent]:
    """The contents of all pages; a page that cannot be read says so. Raises ``PaperError`` where none can be."""
    contents = []
    for page in document:
        try:
            contents.append(read_content(page))
        except Exception as fault:
            contents.append(without_content(page, fault))
    if document.page_count != len(contents):
        raise PaperError(
            f"{path}: the PDF is damaged (its pages went from {len(contents)} to {document.page_count} while it was "
            "read); fetch it again."
        )
    if all(content.fault for content in contents):
        raise PaperError(
            f"{path}: none of its pages can be read ({contents[0].fault}); print the paper to a new PDF and try again."
        )
    return contents


def _tags(document: Any) -> ElementOf:
    """The paper's tags; a broken tree of them is none, for they are only evidence."""
    try:
        return read_tags(document)
    except Exception:
        return no_element


def _bookmarks(document: Any) -> Toc:
    """The paper's bookmarks; broken ones are none."""
    try:
        return [(int(level), clean(str(title)), int(page)) for level, title, page, *_ in document.get_toc()]
    except Exception:
        return []


def _lay_out(document: Any, furnished: Furnished, made: Stages, with_tables: bool) -> None:
    """One page: figures and tables taken out, the rest in lines, columns and drafts."""
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
            t for t in tables if t.found_by in RULED or not lies_on_cards([rest.words[i].bbox for i in t.words], cards)
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


def _make_drafts(made: Stages, tags: ElementOf) -> ElementOf:
    """Blocks of each page; the leading is measured over the paper first. Tells which tags part paragraphs rightly."""
    leadings = measure_leadings(made.columns)
    ends = paragraph_tags(made.columns, leadings, tags)
    spaced = measure_spacing(made.columns, leadings)
    for i, columns in enumerate(made.columns):
        edges = _edges(columns)
        made.drafts.append(
            [
                draft
                for j, column in enumerate(columns)
                for draft in make_drafts(column, j, leadings[i], spaced[i], i + 1, ends, edges[j])
            ]
        )
    return ends


def _edges(columns: Sequence[Column]) -> list[float]:
    """For each column of a page the leftmost place where text begins in it and in those right above and below it."""
    lefts = [usual_left([t for t in c.things if isinstance(t, Line)]) if c.things else c.bbox[0] for c in columns]
    return [
        min(
            left
            for other, left in zip(columns, lefts, strict=True)
            if other is column
            or (other.boxed == column.boxed and other.bbox[0] <= column.bbox[0] and column.bbox[2] <= other.bbox[2] + 2)
        )
        for column in columns
    ]


def _understand_blocks(made: Stages, tags: ElementOf, ends: ElementOf, toc: Toc) -> None:
    """Notes, contents pages, runs over columns and pages, headings, levels and depths."""
    made.bodies = find_bodies(made.drafts, [(c.width, c.height) for c in made.contents])
    raised = raised_marks(made.drafts)
    for drafts, body, content in zip(made.drafts, made.bodies, made.contents, strict=True):
        find_notes(drafts, body, content, raised)
        mark_contents(drafts)
    for number, (drafts, body) in enumerate(zip(made.drafts, made.bodies, strict=True)):
        overleaf = made.drafts[number + 1] if number + 1 < len(made.drafts) else []
        largest = max((d.size for d in drafts if d.lines and not is_big_number(d.lines[0])), default=0.0)
        for i, draft in enumerate(drafts):
            after = next((d for d in [*drafts[i + 1 :], *overleaf] if d.kind != "footnote"), None)
            if not draft.tile and is_heading(draft, body, drafts[i - 1] if i else None, after, largest):
                draft.kind, draft.marker, draft.marker_words = "heading", "", 0
                draft.number = split_number(draft.text)
            elif (
                draft.lines
                and draft.kind == "paragraph"
                and (draft.boxed or _is_large_statement(draft, body) or _is_numeral_over(draft, after))
            ):
                draft.role = draft.role or "callout"
    claims = claims_of(made.drafts, made.bodies, tags, toc)
    for drafts, body in zip(made.drafts, made.bodies, strict=True):
        settle_by_claims(drafts, body, claims)
    made.drafts = join_runs(made.drafts, ends)
    for drafts in made.drafts:
        give_roles(drafts)
    give_depths(made.drafts)
    give_levels(cut_sections(made.drafts, made.bodies, made.furnished), claims)


def _is_large_statement(draft: Draft, body: Body) -> bool:
    """Whether a paragraph tells figures in print larger than the page's text."""
    if draft.lines[0].words[0].initial and BIG_NUMBER.match(draft.lines[0].words[0].text):
        return True
    return draft.size >= LARGER * body.size and tells_figures(draft.text)


def _is_numeral_over(draft: Draft, after: Draft | None) -> bool:
    """Whether a number alone in large print stands right over a few words that say what it counts."""
    if (
        after is None
        or not after.lines
        or after.page != draft.page
        or len(draft.lines) != 1
        or not is_big_number(draft.lines[0])
    ):
        return False
    near = 0 <= after.bbox[1] - draft.bbox[3] + draft.size <= 2 * draft.size
    beside = after.bbox[0] < draft.bbox[2] and draft.bbox[0] < after.bbox[2]
    return draft.size >= NUMERAL * after.size and near and beside and len(after.text.split()) <= NUMERAL_WORDS


def _recognise_scans(document: Any, made: Stages) -> set[int]:
    """Puts recognised words into pages without text that can be read, where that is possible; the pages done."""
    scans = [
        i for i, (has_text, doubts) in enumerate(made.verdicts) if (doubts and not has_text) or NONSENSE_LAYER in doubts
    ]
    if not scans or not can_recognise():
        return set()
    done = set()
    for i in scans:
        content = recognise(document[i])
        if content is not None:
            made.contents[i] = content
            wrong = NONSENSE_LAYER in made.verdicts[i][1] or OUTLINES in made.verdicts[i][1]
            made.verdicts[i] = (False, (RECOGNISED_ANEW if wrong else RECOGNISED,))
            done.add(i + 1)
    return done


def _set_aside(words: Sequence[PrintedWord], page: int, before: int) -> list[Block]:
    """Words that run across the page's own direction, one block for each of the PDF's lines: kept, out of the prose."""
    lines: dict[int, list[PrintedWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [
        Block(
            id=f"p{page}-{before + n}",
            kind="furniture",
            text=" ".join(w.text for w in line),
            parts=(Part(page=page, bbox=union(w.bbox for w in line)),),
        )
        for n, line in enumerate(lines.values(), 1)
    ]


def _pages(made: Stages, recognised: set[int]) -> tuple[Page, ...]:
    """The pages with their blocks; furniture of the top comes first, of the foot last."""
    known = vocabulary([line for lines in made.lines for line in lines])
    link_at = link_finder({c.number: c.links for c in made.contents})
    marks = frozenset(d.note for drafts in made.drafts for d in drafts if d.note)
    pages = []
    for i, furnished in enumerate(made.furnished):
        content = furnished.content
        middle = content.height / 2
        blocks: list[Block] = []

        def add(kind_of: Furnished, top: bool, into: list[Block], line: float = middle) -> None:
            for f in kind_of.furniture:
                if (f.bbox[1] < line) == top:
                    part = Part(page=f.page, bbox=f.bbox)
                    block_id = f"p{f.page}-{len(into) + 1}"
                    into.append(Block(id=block_id, kind="furniture", text=f.text, parts=(part,), role=f.role))

        add(furnished, True, blocks)
        for draft in made.drafts[i]:
            block = compose(draft, f"p{content.number}-{len(blocks) + 1}", known, link_at, marks)
            if not block.text and block.kind not in ("table", "figure"):
                continue
            if made.turns[i]:
                sheet = made.contents[i]
                block = block_laid_back(block, content.number, made.turns[i], sheet.width, sheet.height)
            blocks.append(block)
        blocks += _set_aside(made.aside[i], content.number, len(blocks))
        add(furnished, False, blocks)
        has_text, doubts = made.verdicts[i]
        pages.append(
            Page(
                number=content.number,
                printed=furnished.printed,
                width=content.width,
                height=content.height,
                has_text=has_text,
                read_by="ocr" if content.number in recognised else "text",
                doubts=doubts,
                blocks=tuple(blocks),
            )
        )
    return join_strips(join_tables(with_stranded_heads(pages)))
