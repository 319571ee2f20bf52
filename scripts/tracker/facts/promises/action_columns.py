"""The columns of a table of actions by their heads: what is to be done, who does it, by when, how it stands.

In: a table. Out: ``Columns``, None for a table of other things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.records import Block, Cell

WHO = re.compile(
    r"\b(?:owners?|leads?|led by|who|responsib\w+|assigned(?: to)?|accountable|action(?:ed)? by|by whom|officers?"
    r"|agency|agencies|partners?|delivery group|organisations?)\b",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\b(?:by when|deadlines?|due|time ?scales?|time ?frames?|target date|completion date|complet(?:e|ed|ion) by"
    r"|to be completed|(?:date )?for completion|when|end date|delivery date|timing|time ?line)\b|^(?:target )?date$"
    r"|^by$|^target$",
    re.IGNORECASE,
)
NOT_WHEN = re.compile(r"\b(?:raised|meeting|updated?|opened|start|agreed|of action)\b", re.IGNORECASE)
ACTION = re.compile(
    r"^(?:(?:agreed|key|planned|specific|the|priority|main|high level|strategic|proposed|partnership|our|smart"
    r"|detailed) )*(?:actions?|commitments?|pledges?|activit(?:y|ies)|tasks?|deliverables?|milestones?|next steps?"
    r"|interventions?|initiatives?)\b(?! (?:status|update|progress|no\b|number|ref|log|plan|owner|lead|id\b|taken))"
    r"|^(?:and )?what(?:[’']s| is| comes| happens)? next\b|\bwhat (?:we|will|are we|do we|needs?|is to"
    r"|the)\b(?! (?:know|said|did|achieved|heard|promised|have|[’']ve))|\bwe will\b|\bhow (?:we"
    r"|will we)\b(?!.{0,25}(?:know|measure))",
    re.IGNORECASE,
)
_MITIGATES = re.compile(r"^mitigat(?:ions?|ing actions?)\b", re.IGNORECASE)
# Heads over what is to be reached: actions where no other column has them, and who and by when stand beside them.
_AIM = re.compile(
    r"^(?:(?:key|strategic|specific|smart|our|the) )*(?:aims?|objectives?|recommendations?|projects?|measures?|steps"
    r"|how\??|mitigat(?:ions?|ing actions?)|work ?streams?|outputs?|improvements?|what\??|description)\b",
    re.IGNORECASE,
)
# What the table itself says of how the action stands.
_STANDING = re.compile(
    r"^(?:(?:current|latest|overall|quarterly|q[1-4]|year end|action|delivery|partner) )*(?:b?rag|status|progress"
    r"|updates?|position|comments?|complete\??|completed\??|rating|outcome achieved|commentary|evidence of progress"
    r"|impact to date)\b(?! by)",
    re.IGNORECASE,
)
# What an action is to reach: "Measure of success", "How will we know?", "KPI".
_REACHED = re.compile(
    r"^(?:(?:key|the|our) )?(?:measures? of success|success (?:measures?|criteria|indicators?)|(?:outcome|performance)"
    r" (?:measures?|indicators?)|KPIs?|how (?:will we|we will|we[’']ll) (?:know|measure)\b.*)\??$",
    re.IGNORECASE,
)
# Beside a column of aims that is headed "Action", the one that says how they are met holds what is done.
_HOW = re.compile(
    r"^how (?:we(?:’ll|'ll| will)|will we|will it be|are we going to)\b(?!.{0,25}(?:know|measure))",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\b(?:targets?|baseline|actuals?|current|latest|20\d\d|out-?turn|performance)\b", re.IGNORECASE)
_LONGEST_HEAD = 12
_A_TIME = re.compile(
    r"(?:by |end of |from |year \d\W+|early |late |mid-?)*(?:q(?:uarter )?[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)[a-z]*|spring|summer|autumn|winter|20\d\d|monthly|quarterly|annually|weekly|year \d|on-?going)"
    r"(?:[\s,/–-]+\d{2,4}(?:/\d{2,4})?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Columns:
    action: int
    who: int | None
    when: int | None
    standing: tuple[tuple[str, int], ...]
    first: int
    """The first row below the heads."""
    sure: bool
    """Whether every cell of the column is an action, by its head and the columns beside it."""
    reached: tuple[int, ...] = ()
    """The columns that say what an action is to reach."""


def is_due_head(text: str) -> bool:
    """Whether the head of a column says that it holds by when something is to be done."""
    bare = text.strip(" :*")
    return bool(WHEN.search(bare)) and not NOT_WHEN.search(bare) and not re.fullmatch(r"target", bare, re.IGNORECASE)


def columns_of(block: Block) -> Columns | None:
    """Which columns hold the action, who, when and how it stands, and the first row below the heads."""
    for r, row in enumerate(block.rows[:3]):
        names: dict[str, int] = {}
        standing: list[tuple[str, int]] = []
        reached: list[int] = []
        for c, cell in enumerate(row):
            text = one_line(cell.text).strip(" :*") if cell else ""
            if not text or len(text.split()) > _LONGEST_HEAD:
                continue
            # a narrow column breaks "Timescale" in two
            text = re.sub(r"(?<=[a-z]{4}) (?=[a-z]{1,2}$)", "", text)
            if _REACHED.search(text):
                reached.append(c)
            if _STANDING.search(text):
                standing.append((text, c))
            elif _HOW.search(text) and "how" not in names:
                names["how"] = c
            elif ACTION.search(text) and not re.search(r"\bby\b|\bowner\b|\blead\b", text, re.IGNORECASE):
                names.setdefault("action", c)
            elif WHEN.search(text) and not NOT_WHEN.search(text):
                names.setdefault("when", c)
            elif WHO.search(text):
                names.setdefault("who", c)
            elif _AIM.search(text):
                names.setdefault("aim", c)
        below = block.rows[max(r + 1, block.header_rows) :]
        if "when" in names and (
            _holds_figures(below, names["when"]) or (standing and _is_day_raised(row[names["when"]]))
        ):
            del names["when"]
        if "when" not in names:
            timed = (c for c in range(len(row)) if c not in names.values() and _holds_times(below, c))
            if (when := next(timed, None)) is not None:
                names["when"] = when
        # Beside figures that are to be reached or were reached stand names of measures, not actions.
        measured = any(
            _MEASURED.search(one_line(cell.text)) and _holds_figures(below, c) for c, cell in enumerate(row) if cell
        )
        aimed = "who" in names and "when" in names and not measured
        action = names.get("how", names.get("action", names.get("aim") if aimed else None))
        # what keeps a risk small may be a rule or a state: only an order is an action there
        settled = action is None or not (head := row[action]) or not _MITIGATES.match(one_line(head.text))
        sure = settled and ("who" in names or "when" in names)
        if action is not None and (sure or len(row) >= 2):
            first = max(r + 1, block.header_rows)
            aims = tuple(c for c in reached if c != action)
            return Columns(action, names.get("who"), names.get("when"), tuple(standing), first, sure, aims)
    return None


def carried_on(block: Block, before: Block) -> Columns | None:
    """The columns of a table of actions that goes on overleaf, with as many and no heads of its own."""
    columns = columns_of(before)
    overleaf = {part.page for part in block.parts[:1]} == {part.page + 1 for part in before.parts[-1:]}
    one_width = len({len(row) for row in (*before.rows, *block.rows)}) == 1
    return replace(columns, first=0) if columns and columns.sure and overleaf and one_width else None


def _is_day_raised(head: Cell | None) -> bool:
    """Whether a column beside the progress of actions is headed "Date" and no more: the day they were set."""
    return head is not None and re.fullmatch(r"\W*date\W*", head.text, re.IGNORECASE) is not None


def _holds_figures(rows: Sequence[Sequence[Cell | None]], column: int) -> bool:
    """Whether most filled cells of a column are numbers; a year is none."""
    texts = [one_line(cell.text) for row in rows if (cell := cell_at(row, column)) and cell.text.strip()]
    figures = [
        t for t in texts if re.match(r"[£<>~]?\d[\d,.]*\s?(?:%|\(|$)", t) and not re.fullmatch(r"(?:19|20)\d\d", t)
    ]
    return 2 * len(figures) > len(texts)


def _holds_times(rows: Sequence[Sequence[Cell | None]], column: int) -> bool:
    """Whether most filled cells of a column say when: "Q3 2023/24", "March 2025", "Monthly"."""
    texts = [one_line(cell.text) for row in rows if (cell := cell_at(row, column)) and cell.text.strip()]
    return 2 * sum(_A_TIME.fullmatch(text) is not None for text in texts) > len(texts)


def cell_at(row: Sequence[Cell | None], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def one_line(text: str) -> str:
    return " ".join(text.split())
