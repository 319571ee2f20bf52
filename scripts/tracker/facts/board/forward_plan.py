"""Forward plans: what a board means to take up, meeting by meeting.

In: a ``PaperContext``. Out: ``ForwardItem`` records. The meeting's day stands in a heading above a table, in a row
across the table, or in a column of its own; the columns are known by their heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.wording.days import first_day
from tracker.records import Block, Cell, ForwardItem

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("date", r"\b(?:date|when|meeting|month|deadline)\b"),
        ("issue_type", r"\b(?:issue|decision) type\b|\bkey\b.*\b(?:non|urgent)|\bkey decision\b|\btype\b"),
        ("officer", r"\b(?:officer|lead|author|owner|responsible|presenter|report of|contact|who|sponsor)\b"),
        (
            "overview",
            r"\b(?:overview|purpose|summary|description|theme|details?|reason|notes?|comments?|background|scope)\b",
        ),
        (
            "title",
            r"\b(?:title|item|report|subject|topic|agenda|business|issue|paper)\b"
            r"|\bdecisions?\b(?! (?:maker|taker|by))",
        ),
    )
)
_PLAN = re.compile(
    r"\bforward (?:work(?:ing)? )?(?:plan|programme|look)|\bwork (?:programme|plan)\b|\bforward planner", re.IGNORECASE
)
_UNDATED = re.compile(
    r"\b(?:to be (?:allocated|confirmed|scheduled|agreed|arranged)|unallocated|TBC|TBA|date to be|no date"
    r"|future items?)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 16
_MEETING_HEAD = re.compile(r"\b(?:meetings?|board|committee)\b|^date$", re.IGNORECASE)
_ITEM_HEAD = re.compile(r"\b(?:items?|reports?|topics?|subjects?|titles?|agenda|business|papers?)\b", re.IGNORECASE)
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH = re.compile(rf"^\W*{_MONTHS}\s+20\d\d\W*$", re.IGNORECASE)


def forward_items_of(context: PaperContext) -> tuple[ForwardItem, ...]:
    """Every row of a paper's forward plans, in order."""
    found: list[ForwardItem] = []
    for span in context.spans:
        if span.part.kind not in ("minutes", "foi answer"):
            found.extend(_items(context, span))
    return tuple(
        item.model_copy(update={"id": f"{context.paper_id}-forward-{number}"})
        for number, item in enumerate(found, start=1)
    )


def _items(context: PaperContext, span: Span) -> Iterator[ForwardItem]:
    heading = ""
    columns: dict[int, str] = {}
    plan = span.part.kind == "forward plan"
    level = 0
    for placed in span.blocks:
        block = placed.block
        if block.kind == "heading":
            if _PLAN.search(block.text) and len(block.text.split()) <= _LONGEST_TITLE:
                plan, level, columns = True, block.level, {}
            elif level and block.level <= level and not _meeting(block.text):
                # Another chapter of the same part has begun.
                plan, level = span.part.kind == "forward plan", 0
        if block.kind == "list_item" and plan:
            above = " ".join(h.text for h in span.outline.headings(placed)[-1:])
            if _UNDATED.search(above):
                yield ForwardItem(id="", meeting_date_text=above, title=block.text, source=context.source(block))
            continue
        if block.kind != "table":
            heading = _meeting(block.text) or heading
            continue
        found = _columns(block)
        if not plan and not (found and _plans_meetings(block, *found, span.part.date or context.paper.date)):
            continue
        header = 0
        if found:
            columns, header = found
        elif not columns:
            continue
        yield from _rows(context, block, columns, header, _meeting(block.caption) or heading)


def _meeting(text: str) -> str:
    """A heading's meeting: its words, where they are a day, a month or "To be allocated"."""
    bare = " ".join(text.split()).strip(" :")
    if not bare or len(bare.split()) > 9:
        return ""
    return bare if first_day(bare) or _UNDATED.search(bare) or _MONTH.match(bare) else ""


def _columns(block: Block) -> tuple[dict[int, str], int] | None:
    """Which column holds what, from the row of heads, and the first row after it."""
    for r, row in enumerate(block.rows[:4]):
        names: dict[int, str] = {}
        for c, cell in enumerate(row):
            text = cell.text if cell else ""
            name = next((n for n, words in _COLUMNS if words.search(text) and n not in names.values()), "")
            if name and len(text.split()) <= 12:
                names[c] = name
        if "title" in names.values() and len(names) >= 2:
            return names, max(r + 1, block.header_rows)
    return None


def _plans_meetings(block: Block, columns: dict[int, str], header: int, published: str) -> bool:
    """Whether a table without a title is a plan of meetings by its columns: days to come, an item and who brings it."""
    names = {name: c for c, name in columns.items()}
    if "date" not in names or not {"officer", "overview", "issue_type"} & names.keys():
        return False
    heads = [block.rows[header - 1][names[n]] if header else None for n in ("date", "title")]
    when, what = (cell.text if cell else "" for cell in heads)
    if not _MEETING_HEAD.search(when) or not _ITEM_HEAD.search(what):
        return False
    cells = [row[names["date"]] for row in block.rows[header:]]
    said = [" ".join(c.text.split()) for c in cells if c and c.text.strip()]
    days = [day for text in said if (day := first_day(text))]
    named = sum(1 for text in said if _meeting(text))
    return bool(days) and named == len(said) and all(day >= published for day in days)


def _rows(
    context: PaperContext, block: Block, columns: dict[int, str], header: int, meeting: str
) -> Iterator[ForwardItem]:
    waiting: ForwardItem | None = None
    inherited: dict[str, str] = {}
    for r in range(header, len(block.rows)):
        row = block.rows[r]
        filled = [(c, " ".join(cell.text.split())) for c, cell in enumerate(row) if cell and cell.text.strip()]
        if not filled or _repeats_header(row, block.rows[max(header - 1, 0)]):
            continue
        if len(filled) == 1 and _meeting(filled[0][1]):
            # A day that stands across the table opens the next meeting.
            meeting = _meeting(filled[0][1])
            continue
        values = {columns[c]: text for c, text in filled if c in columns}
        if "title" not in values:
            # A row without a title goes on with the row above.
            if waiting:
                waiting = waiting.model_copy(
                    update={
                        k: f"{getattr(waiting, k)} {v}".strip()
                        for k, v in values.items()
                        if k in _MORE and not _same(getattr(waiting, k), v)
                    }
                )
            continue
        if waiting:
            yield waiting
        if "date" in values:
            inherited["date"] = values["date"]
        said = inherited.get("date", meeting)
        column = next(c for c, name in columns.items() if name == "title")
        waiting = ForwardItem(
            id="",
            meeting_date=first_day(said),
            meeting_date_text=said,
            title=values["title"],
            overview=values.get("overview", ""),
            officer=values.get("officer", ""),
            issue_type=values.get("issue_type", ""),
            source=context.cell(block, r, column),
        )
    if waiting:
        yield waiting


_MORE = ("overview", "officer", "issue_type")


def _same(one: str, other: str) -> bool:
    """A word printed a second time below the cell that has it ("Non-Key", "Non-key") adds nothing."""
    return one.strip().lower() == other.strip().lower()


def _repeats_header(row: Sequence[Cell | None], head: Sequence[Cell | None]) -> bool:
    texts = [c.text.strip() for c in row if c]
    return bool(any(texts)) and texts == [c.text.strip() for c in head if c]
