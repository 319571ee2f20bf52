"""Targets and baselines that a table sets beside its measures: columns or rows headed "Target", "Baseline", "By when".

In: a table and its figures. Out: ``TabledTarget`` records in reading order: the name of the measure as its figures have
it, what is to be reached (a number, or words such as "reduce by 10%"), by when, where it starts, and the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.promises.action_columns import is_due_head
from tracker.facts.wording.numbers import parse_cell
from tracker.facts.wording.periods import find_periods
from tracker.records import Block, Part, Source

_TARGET = re.compile(
    r"^(?:(?:annual|yearly|quarterly|year[\s-]end|local|stretch|revised|partnership|proposed|our|the) )*(?:targets?"
    r"|goals?|trajectory|ambition|threshold)\b(?! (?:date|group|audience|area|cohort|population))|\b(?:target|goal"
    r"|trajectory)\W*(?:\([^)]*\))?$|^aims?$",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"\b(?:baseline|starting (?:point|position))\b", re.IGNORECASE)
# A target in words: which way the measure is to go, and by how much.
_WAY = re.compile(
    r"^(?:an? )?(?:(?P<up>increas\w*|improv\w*|rais\w*|higher|rise)|(?P<down>reduc\w*|decreas\w*|lower\w*|fall|fewer"
    r"|less)|(?P<same>maintain\w*|sustain\w*|no (?:increase|change)))\b",
    re.IGNORECASE,
)
# Columns before the figures that name no measure: numbers, codes, who answers for it.
_NO_NAME = re.compile(
    r"(?:ref\w*|no\.?|number|#|id|code|priority|theme|owner|lead\b.*|source|frequency|unit)", re.IGNORECASE
)
_LONGEST = 14


@dataclass(frozen=True)
class TabledTarget:
    """``value`` is a number as printed or "increase", "decrease", "maintain"; "" where only a baseline is printed."""

    name: str
    value: str
    unit: str
    as_printed: str
    source: Source
    by_when: str = ""
    baseline: str = ""
    baseline_period: str = ""


def is_target(draft: Draft) -> bool:
    """Whether a figure of a table is one that is to be reached."""
    version = dict(draft.breakdown).get("version", "")
    return draft.kind == "table" and draft.trust == "unsure" and bool(_TARGET.search(version.strip()))


def targets_in_table(context: PaperContext, block: Block, drafts: Sequence[Draft]) -> Iterator[TabledTarget]:
    """The targets of one table; baselines that no target stands beside come by themselves."""
    figures = [draft for draft in drafts if draft.kind == "table"]
    heads = _heads(block)
    aims = [c for c, head in enumerate(heads) if _TARGET.search(head) and not is_due_head(head)]
    starts = [c for c, head in enumerate(heads) if _BASELINE.search(head)]
    if not aims and not starts:
        yield from _of_rows(figures)
        return
    due = next((c for c, head in enumerate(heads) if is_due_head(head)), None)
    by_cell = {(draft.source.page, draft.source.boxes): draft for draft in figures}
    for r in range(max(block.header_rows, 1), len(block.rows)):
        own = {c: draft for c in range(len(block.rows[r])) if (draft := by_cell.get(_spot(context, block, r, c)))}
        name = next((d.name for d in own.values()), "") or _name(block, r, heads, {*aims, *starts})
        if not name:
            continue
        start = next((c for c in starts if _text(block, r, c)), None)
        baseline, since = _baseline(_text(block, r, start), heads[start]) if start is not None else ("", "")
        found = False
        for c in aims:
            aim = _aim(_text(block, r, c), own.get(c))
            if aim is None:
                continue
            yield TabledTarget(
                name=own[c].name if c in own else name,
                value=aim[0],
                unit=aim[1],
                as_printed=_text(block, r, c),
                source=context.cell(block, r, c),
                by_when=_when(heads[c]) or (_text(block, r, due) if due is not None else ""),
                baseline=baseline,
                baseline_period=since,
            )
            found = True
        if baseline and not found and start is not None:
            printed = _text(block, r, start)
            yield TabledTarget(name, "", "", printed, context.cell(block, r, start), "", baseline, since)


def _of_rows(figures: Sequence[Draft]) -> Iterator[TabledTarget]:
    """Targets in a row of their own, under the heads of the measures or of the periods."""
    for draft in figures:
        if is_target(draft):
            yield TabledTarget(draft.name, draft.value, draft.unit, draft.printed, draft.source, draft.period.label)


def _aim(text: str, draft: Draft | None) -> tuple[str, str] | None:
    """The value and unit that a cell says are to be reached; None where it says nothing of the kind."""
    way = _WAY.match(text)
    if way and len(text.split()) <= _LONGEST:
        return ("increase" if way["up"] else "decrease" if way["down"] else "maintain"), ""
    if draft is not None and draft.value:
        return draft.value, draft.unit
    number = parse_cell(text)
    return (number.value, number.unit) if number is not None and number.value else None


def _baseline(text: str, head: str) -> tuple[str, str]:
    """Where the measure starts, and when: "54% (2023)", or a head "Baseline 2022/23"."""
    bracket = re.fullmatch(r"(?P<value>[^()]+?)\s*\((?P<when>[^()]+)\)", text)
    when = bracket["when"] if bracket and find_periods(bracket["when"], bare_years=True) else ""
    printed = bracket["value"] if bracket and when else text
    number = parse_cell(printed)
    if number is None or not number.value:
        return "", ""
    return f"{number.value}%" if number.unit == "%" else number.value, when or _when(head)


def _when(head: str) -> str:
    periods = [p for p in find_periods(head, bare_years=True) if p.dated]
    return head[periods[-1].begin : periods[-1].finish].strip() if periods else ""


def _name(block: Block, row: int, heads: Sequence[str], taken: set[int]) -> str:
    """The first cell of words that is no code: the measure's name where no figure of the row has one."""
    for c, head in enumerate(heads):
        text = _text(block, row, c)
        if c not in taken and not _NO_NAME.fullmatch(head) and re.search(r"[A-Za-z]{3}", text):
            return text if len(text.split()) <= 2 * _LONGEST else ""
    return ""


def _heads(block: Block) -> list[str]:
    """The words over each column, from the top down; a spanning head stands over each of its columns."""
    width = max((len(row) for row in block.rows), default=0)
    heads: list[list[str]] = [[] for _ in range(width)]
    for row in block.rows[: max(block.header_rows, 1)]:
        over = 0
        text = ""
        for c, cell in enumerate(row):
            if cell is not None:
                text, over = " ".join(cell.text.split()), cell.colspan
            elif over <= 0:
                text = ""
            over -= 1
            if text and text not in heads[c]:
                heads[c].append(text)
    return [" ".join(words) for words in heads]


def _text(block: Block, row: int, column: int) -> str:
    cell = block.rows[row][column] if column < len(block.rows[row]) else None
    return " ".join(cell.text.split()) if cell else ""


def _spot(context: PaperContext, block: Block, row: int, column: int) -> tuple[int, tuple[Part, ...]]:
    source = context.cell(block, row, column)
    return source.page, source.boxes
