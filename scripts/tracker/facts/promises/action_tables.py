"""Promises kept in tables: action logs of minutes, action and delivery plans.

In: a table. Out: for each action its words, who is to do it, by when as printed, and the cell it stands in. A table is
one of actions when its heads name what is to be done and who does it or by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.facts.board.recommendations import cell_items
from tracker.facts.promises.promise_words import IMPERATIVE
from tracker.records import Block, Cell

_WHO = re.compile(
    r"\b(?:owners?|leads?|led by|who|responsib\w+|assigned(?: to)?|accountable|action(?:ed)? by|by whom|officers?"
    r"|agency|agencies|partners?|delivery group|organisations?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:by when|deadlines?|due|time ?scales?|time ?frames?|target date|completion date|complet(?:e|ed|ion) by"
    r"|to be completed|(?:date )?for completion|when|end date|delivery date|timing|time ?line)\b|^(?:target )?date$"
    r"|^by$|^target$",
    re.IGNORECASE,
)
_NOT_WHEN = re.compile(r"\b(?:raised|meeting|updated?|opened|start|agreed|of action)\b", re.IGNORECASE)
_ACTION = re.compile(
    r"^(?:(?:agreed|key|planned|specific|the|priority|main|high level|strategic|proposed|partnership|our|smart"
    r"|detailed) )*(?:actions?|commitments?|pledges?|activit(?:y|ies)|tasks?|deliverables?|milestones?|next steps?"
    r"|interventions?|initiatives?)\b(?! (?:status|update|progress|no\b|number|ref|log|plan|owner|lead|id\b|taken))"
    r"|^(?:and )?what(?:[’']s| is| comes| happens)? next\b|\bwhat (?:we|will|are we|do we|needs?|is to"
    r"|the)\b(?! (?:know|said|did|achieved|heard|promised|have|[’']ve))|\bwe will\b|\bhow (?:we"
    r"|will we)\b(?!.{0,25}(?:know|measure))",
    re.IGNORECASE,
)
# Heads over what is to be reached: actions where no other column has them, and who and by when stand beside them.
_AIM = re.compile(
    r"^(?:(?:key|strategic|specific|smart|our|the) )*(?:aims?|objectives?|recommendations?|projects?|measures?|steps"
    r"|how\??|work ?streams?|outputs?|improvements?|what\??|description)\b",
    re.IGNORECASE,
)
# What the table itself says of how the action stands.
_STANDING = re.compile(
    r"^(?:(?:current|latest|overall|quarterly|q[1-4]|year end|action|delivery|partner) )*(?:b?rag|status|progress"
    r"|updates?|position|comments?|complete\??|completed\??|rating|outcome achieved|commentary|evidence of progress"
    r"|impact to date)\b(?! by)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:Action:\s*)?(?P<who>(?:[A-Z][\w'’.-]*(?:\s*[/&,]\s*|\s+(?:and\s+)?)){1,6}?)(?:[:–-]\s*)?(?:to"
    r"|will)\s+[a-z]{3,}\b"
)
# Beside a column of aims that is headed "Action", the one that says how they are met holds what is done.
_HOW = re.compile(
    r"^how (?:we(?:’ll|'ll| will)|will we|will it be|are we going to)\b(?!.{0,25}(?:know|measure))",
    re.IGNORECASE,
)
# What is answered to a recommendation: "Accepted", "In part", "No".
_RECOMMENDED = re.compile(
    r"^(?:(?:scrutiny|committee|panel|review|the|task) )*(?:recommendations?|proposals?)\b", re.IGNORECASE
)
_REFUSED = re.compile(r"(?:no|not\b.*|reject\w*|refus\w*|declin\w*|disagree\w*|withdrawn)\b", re.IGNORECASE)
_AGREED = re.compile(
    r"(?:(?:yes|accept\w*|agree\w*|support\w*|approv\w*|part(?:ly|ially|ial)?|in part|noted)(?: (?:in )?(?:part|full"
    r"|principle|partly|accepted|agreed|supported))?)\b[\s.:;,–—-]*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:response|answer|comments?|commentary|reply|reason)s?\b", re.IGNORECASE)
_MEASURED = re.compile(r"\b(?:targets?|baseline|actuals?|current|latest|20\d\d|out-?turn|performance)\b", re.IGNORECASE)
_LONGEST_HEAD = 12
# An action says what is to be done; a cell of one or two words names a theme or a status.
_LEAST_WORDS = 3


@dataclass(frozen=True)
class TabledAction:
    """An action in a table; ``row`` and ``column`` are those of the cell that has its words."""

    text: str
    who: str
    by_when: str
    row: int
    column: int
    standing: tuple[tuple[str, str, int], ...] = ()
    """What the row prints on how the action stands: the head, the words, the column."""


@dataclass(frozen=True)
class _Columns:
    action: int
    who: int | None
    when: int | None
    standing: tuple[tuple[str, int], ...]
    first: int
    """The first row below the heads."""
    sure: bool
    """Whether every cell of the column is an action, by its head and the columns beside it."""


def holds_actions(block: Block) -> bool:
    """Whether a table is a log of actions with who does them or by when, and of nothing else."""
    found = _columns(block)
    return found is not None and found.sure


def actions_in(block: Block, before: Block | None = None) -> Iterator[TabledAction]:
    """The actions of a table, none for a table of other things. ``before``: the table right before it, whose columns
    are those of one that goes on with as many and without heads."""
    found = _columns(block) or (_carried_on(block, before) if before else None)
    answered = _answered(block)
    if answered:
        found = answered.columns if answered.columns.action != answered.recommended else found
    if not found:
        return
    who, when = _Inherited(found.who), _Inherited(found.when)
    for r in range(found.first, len(block.rows)):
        row = block.rows[r]
        owner, due = (re.sub(r"^\W+$", "", of.of(row)) for of in (who, when))
        # A row that names neither who nor when tells why nothing is done, or goes on from the row above.
        nobody = not found.sure or (found.who is not None and found.when is not None and not owner and not due)
        cell = _at(row, found.action)
        if answered and _is_refused(row, answered):
            continue
        if cell is None or (found.first and _is_head_again(cell, block.rows[found.first - 1])):
            continue
        standing = tuple(
            (head, _line(held.text), column)
            for head, column in found.standing
            if (held := _at(row, column)) and held.text.strip()
        )
        for item in cell_items(cell):
            text = _line(item)
            text = text[said.end() :] if answered and (said := _AGREED.match(text)) else text
            named = None if IMPERATIVE.match(text) else _NAMED.match(text)
            if not found.sure and named:
                # A column of actions beside what was said: "PN to publish the figures".
                yield TabledAction(text, named["who"].strip(" ,:-–"), text, r, found.action, standing)
            elif len(text.split()) >= _LEAST_WORDS and (not nobody or IMPERATIVE.match(text)):
                yield TabledAction(text, owner, due, r, found.action, standing)


def is_due_head(text: str) -> bool:
    """Whether the head of a column says that it holds by when something is to be done."""
    bare = text.strip(" :*")
    return bool(_WHEN.search(bare)) and not _NOT_WHEN.search(bare) and not re.fullmatch(r"target", bare, re.IGNORECASE)


class _Inherited:
    """The cell of one column for row after row: a cell that spans rows holds for each of them."""

    def __init__(self, column: int | None) -> None:
        self._column, self._text, self._left = column, "", 0

    def of(self, row: Sequence[Cell | None]) -> str:
        cell = _at(row, self._column)
        if cell is not None:
            self._text, self._left = _line(cell.text), cell.rowspan
        elif self._left <= 1:
            self._text = ""
        else:
            self._left -= 1
        return self._text


def _columns(block: Block) -> _Columns | None:
    """Which columns hold the action, who, when and how it stands, and the first row below the heads."""
    for r, row in enumerate(block.rows[:3]):
        names: dict[str, int] = {}
        standing: list[tuple[str, int]] = []
        for c, cell in enumerate(row):
            text = _line(cell.text).strip(" :*") if cell else ""
            if not text or len(text.split()) > _LONGEST_HEAD:
                continue
            # a narrow column breaks "Timescale" in two
            text = re.sub(r"(?<=[a-z]{4}) (?=[a-z]{1,2}$)", "", text)
            if _STANDING.search(text):
                standing.append((text, c))
            elif _HOW.search(text) and "how" not in names:
                names["how"] = c
            elif _ACTION.search(text) and not re.search(r"\bby\b|\bowner\b|\blead\b", text, re.IGNORECASE):
                names.setdefault("action", c)
            elif _WHEN.search(text) and not _NOT_WHEN.search(text):
                names.setdefault("when", c)
            elif _WHO.search(text):
                names.setdefault("who", c)
            elif _AIM.search(text):
                names.setdefault("aim", c)
        below = block.rows[max(r + 1, block.header_rows) :]
        if "when" in names and (
            _holds_figures(below, names["when"]) or (standing and _is_day_raised(row[names["when"]]))
        ):
            del names["when"]
        # Beside figures that are to be reached or were reached stand names of measures, not actions.
        measured = any(
            _MEASURED.search(_line(cell.text)) and _holds_figures(below, c) for c, cell in enumerate(row) if cell
        )
        aimed = "who" in names and "when" in names and not measured
        action = names.get("how", names.get("action", names.get("aim") if aimed else None))
        sure = "who" in names or "when" in names
        if action is not None and (sure or len(row) >= 2):
            first = max(r + 1, block.header_rows)
            return _Columns(action, names.get("who"), names.get("when"), tuple(standing), first, sure)
    return None


@dataclass(frozen=True)
class _Answered:
    """A table of recommendations and the answers to them: the column of the recommendations, that of the verdicts, and
    the columns of what is to be done, who and by when."""

    recommended: int
    verdict: int
    columns: _Columns


def _answered(block: Block) -> _Answered | None:
    """How a table answers recommendations: its verdicts stand in a column of their own or open the answers. The
    answer says what is to be done, else the column of actions does."""
    heads = [_line(cell.text).strip(" :*") if cell else "" for cell in (block.rows[0] if block.rows else ())]
    recommended = next((c for c, head in enumerate(heads) if _RECOMMENDED.search(head)), None)
    below = block.rows[max(1, block.header_rows) :]
    if recommended is None or not below:
        return None
    verdicts = [
        c for c in range(len(heads)) if c != recommended and 2 * sum(_verdict(row, c) for row in below) > len(below)
    ]
    if not verdicts:
        return None
    who = next((c for c, head in enumerate(heads) if _WHO.search(head) and c not in verdicts), None)
    when = next((c for c, head in enumerate(heads) if _WHEN.search(head) and not _NOT_WHEN.search(head)), None)
    acts = [c for c, head in enumerate(heads) if _ACTION.search(head) and c not in (who, when, recommended)]
    told = [c for c, head in enumerate(heads) if _ANSWERS.search(head) and c not in (who, when)]
    long = [
        c
        for c in (*acts, *told)
        if any(len(cell.text.split()) > _LEAST_WORDS for row in below if (cell := _at(row, c)))
    ]
    action = long[0] if long else recommended
    standing = ((heads[verdicts[0]], verdicts[0]),) if verdicts[0] != action else ()
    columns = _Columns(action, who, when, standing, max(1, block.header_rows), True)
    return _Answered(recommended, verdicts[0], columns)


def _verdict(row: Sequence[Cell | None], column: int) -> bool:
    cell = _at(row, column)
    said = _line(cell.text) if cell else ""
    return bool(_AGREED.match(said) or _REFUSED.match(said))


def _is_refused(row: Sequence[Cell | None], answered: _Answered) -> bool:
    """Whether the verdict of a row is no, or is not given."""
    cell = _at(row, answered.verdict)
    return cell is None or not _AGREED.match(_line(cell.text)) or bool(_REFUSED.match(_line(cell.text)))


def _carried_on(block: Block, before: Block) -> _Columns | None:
    """The columns of a table of actions that goes on overleaf, with as many and no heads of its own."""
    columns = _columns(before)
    overleaf = {part.page for part in block.parts[:1]} == {part.page + 1 for part in before.parts[-1:]}
    one_width = len({len(row) for row in (*before.rows, *block.rows)}) == 1
    return replace(columns, first=0) if columns and columns.sure and overleaf and one_width else None


def _is_day_raised(head: Cell | None) -> bool:
    """Whether a column beside the progress of actions is headed "Date" and no more: the day they were set."""
    return head is not None and re.fullmatch(r"\W*date\W*", head.text, re.IGNORECASE) is not None


def _holds_figures(rows: Sequence[Sequence[Cell | None]], column: int) -> bool:
    """Whether most filled cells of a column are numbers; a year is none."""
    texts = [_line(cell.text) for row in rows if (cell := _at(row, column)) and cell.text.strip()]
    figures = [
        t for t in texts if re.match(r"[£<>~]?\d[\d,.]*\s?(?:%|\(|$)", t) and not re.fullmatch(r"(?:19|20)\d\d", t)
    ]
    return 2 * len(figures) > len(texts)


def _at(row: Sequence[Cell | None], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _is_head_again(cell: Cell, head: Sequence[Cell | None]) -> bool:
    return any(c and _line(c.text) == _line(cell.text) for c in head)


def _line(text: str) -> str:
    return " ".join(text.split())
