"""Figures in tables: each cell with its measure, breakdown and period, from heads, labels, caption and surroundings.

In: a ``PaperContext``. Out: drafts of all tables that hold figures, changes that a column of changes states, and the
places of tables that look like data but were not understood. A table may have periods in its columns or rows, measures
in its columns or rows, and categories in the other direction or in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tracker.facts.context import PaperContext
from tracker.facts.figures.cell_measures import sort_of_cell
from tracker.facts.figures.cell_periods import cell_period
from tracker.facts.figures.drafts import NO_PERIOD, Draft, DraftChange, Found
from tracker.facts.figures.head_words import UNNAMED
from tracker.facts.figures.line_record import Line, Lines
from tracker.facts.figures.observe_comments import observe_comments
from tracker.facts.figures.observe_notes import observe_notes
from tracker.facts.figures.observe_progress import observe_progress
from tracker.facts.figures.observe_said import observe_said
from tracker.facts.figures.part_years import of_part_years
from tracker.facts.figures.shape_heads import figure_of
from tracker.facts.figures.surroundings import Surroundings, surroundings_of
from tracker.facts.figures.table_lines import lines_of
from tracker.facts.figures.table_names import Names
from tracker.facts.figures.table_shape import RANK_HEAD, Shape, shape_of
from tracker.facts.sections import Placed
from tracker.facts.wording.measure_words import counted_noun, is_change
from tracker.facts.wording.numbers import Number, parse_cell, parse_pair, parse_rank, without_year
from tracker.records import Trust

_THOUSANDS = re.compile(r"£\s?['’]?\s?(?:000s?|k)\b", re.IGNORECASE)
# "Offences (000s)": counts printed in thousands.
_COUNTED_IN = re.compile(r"\(\s*(?:in\s+)?['’]?(?:000['’]?s?|thousands)\s*\)|\bin\s+thousands\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s?['’]?\s?(?:m|millions?)\b", re.IGNORECASE)
_RAG = re.compile(r"\b(?:rag|rating|status|trend|dot|direction of travel)\b", re.IGNORECASE)
# Scores of risks are judgements on a scale, no figures of what happened.
_RISKS = re.compile(
    r"\b(?:likelihood|probability|impact|severity|risk\s+(?:score|rating)|gross|residual|inherent|score)\b",
    re.IGNORECASE,
)
_RISK_HEADS = 2
_RISK_NAMED = re.compile(
    r"(?:key\s+|strategic\s+|nature\s+of\s+|description\s+of\s+)?risks?(?:\s+(?:description|title|name))?$", re.I
)
_RISK_LETTER = re.compile(r"[LIPC]|[LPIC]\s?[x×*]\s?[ILPC]", re.I)
"""Likelihood, probability, impact, consequence as a register heads narrow columns."""


def observe_tables(context: PaperContext, asked_for: Mapping[int, str]) -> Found:
    """All figures of all tables of a paper; ``asked_for`` are the questions that tables answer, by their places."""
    drafts: list[Draft] = []
    changes: list[DraftChange] = []
    missed: list[int] = []
    for placed in context.outline:
        if placed.block.kind != "table":
            continue
        found = observe_table(context, placed, asked_for.get(placed.index, ""))
        drafts.extend(found.drafts)
        changes.extend(found.changes)
        missed.extend(found.not_understood)
    return Found(tuple(drafts), tuple(changes), tuple(missed))


def observe_table(context: PaperContext, placed: Placed, question: str = "") -> Found:
    """The figures of one table, which may answer a ``question``; nothing when it is a form or a list."""
    if _asks_and_answers(placed):
        # read with the letter that it stands in
        return Found(())
    shape = shape_of(placed.block)
    if shape is None:
        told = observe_progress(context, placed) or observe_notes(context, placed)
        return Found(told or observe_said(context, placed))
    around = surroundings_of(context, placed, question)
    if shape.title and not around.caption:
        around = replace(around, caption=shape.title)
    whole = around.period()
    within = replace(around.context, anchor=whole) if whole else around.context
    lines = lines_of(placed.block, shape, within, around.place, " ".join((*around.headings[-1:], around.caption)))
    announced = bool(around.caption) or any(_OF_MONEY.search(heading) for heading in around.headings[-1:])
    if not _is_data(placed, shape, lines, announced):
        if said := observe_said(context, placed):
            return Found(said)
        return Found(
            not_understood=(placed.index,) if len(shape.figure_columns) > 1 and not _is_risks(shape, lines) else ()
        )
    names = Names(lines, shape.corner, around)
    slipped = _has_slipped(shape)
    found: list[tuple[int, int, Draft]] = []
    for r, c in _cells(placed, shape):
        row, column = lines.rows[r], lines.columns[c]
        if _RAG.search(column.words) and not column.change:
            continue
        numbers = tuple(_numbers(shape.texts[r][c], column))
        with_share = len(numbers) > 1 and numbers[-1][0].unit == "%"
        for number, line in numbers:
            draft = _draft(context, placed, around, names, row, line, number)
            if draft is None:
                continue
            if with_share and draft.measure == "share" and not number.unit:
                # what its share in brackets is a share of is counted
                draft = replace(draft, measure="count", unit=counted_noun(draft.name))
            period = cell_period(row, line, lines, whole) or NO_PERIOD
            trust: Trust = "unsure" if slipped else draft.trust
            draft = replace(draft, source=context.cell(placed.block, r, c), period=period, trust=trust)
            found.append((r, c, draft))
    dated = of_part_years(context, placed, tuple(_as_fellows(found)))
    rows = [(r, draft) for (r, _, _), draft in zip(found, dated, strict=False)]
    named = {r: next(reversed(shape.labels(r)), "") for r in shape.body}
    return Found((*dated, *observe_comments(context, placed, named, rows)), tuple(_changes(dated)))


def _as_fellows(found: Sequence[tuple[int, int, Draft]]) -> Iterator[Draft]:
    """The drafts of cells; what has a marker and no value is of the sort of its fellows in column or row."""
    for r, c, draft in found:
        if not draft.value and draft.measure == "count":
            plain = [d for d in found if d[2].value and d[2].name == draft.name and d[2].measure != "change"]
            fellows = [d for d in plain if d[1] == c] or [d for d in plain if d[0] == r]
            if fellows:
                draft = replace(draft, measure=fellows[0][2].measure, unit=fellows[0][2].unit)
        yield draft


# "Number (%)": the head of a count and its share in one cell.
_SHARE_BEHIND = re.compile(r"\s*(?:[(\[]\s*(?:%|per\s?cent(?:age)?)\s*[)\]]|[/&,]\s*%|\band\s+%)\s*$", re.IGNORECASE)
_QUESTION_HEAD = re.compile(
    r"(?:(?:your|the|foi)\s+)?(?:questions?|requests?|information\s+requested|you\s+asked)", re.I
)
_ANSWER_HEAD = re.compile(r"(?:(?:our|the|council)\s+)?(?:answers?|responses?|repl(?:y|ies))", re.IGNORECASE)


def _asks_and_answers(placed: Placed) -> bool:
    """Whether a table's heads are a question's and an answer's."""
    heads = [cell.text.strip(" :") for cell in placed.block.rows[0] if cell is not None] if placed.block.rows else []
    asks = any(_QUESTION_HEAD.fullmatch(head) for head in heads)
    return asks and any(_ANSWER_HEAD.fullmatch(head) for head in heads)


# A value behind a label: "All crime 9,644", "First time entrants 58%"; a year or a small number is part of a name.
_VALUE_BEHIND = re.compile(r"[a-z)]\s+[<>]?(?!(?:19|20)\d\d$)(?:£?\d{1,3}(?:,\d{3})+|\d+\.\d+%?|\d+%|\d{3,})$")
_MOSTLY = 0.5
"""Share of the labels that end in a value, from which the first column of figures is read into them."""


def _has_slipped(shape: Shape) -> bool:
    """Whether the labels end in values: a table whose columns stand so close that two were read as one. Its other
    figures may then stand under their neighbours' heads. So may they where a column of figures has no head at all
    beside others that have one."""
    headless = [c for c in shape.figure_columns if shape.head_rows and not shape.heads(c)]
    if headless and len(headless) < len(shape.figure_columns):
        return True
    texts = [shape.texts[r][c].strip() for c in shape.label_columns for r in shape.body]
    labels = [text for text in texts if text]
    if labels and (not shape.corner or is_change(shape.corner)) and all(figure_of(text) for text in labels):
        # the right half of a sheet: its first column of figures stands where labels do
        return True
    ends = sum(bool(_VALUE_BEHIND.search(text)) for text in labels)
    return len(labels) >= 3 and ends >= _MOSTLY * len(labels)


def _cells(placed: Placed, shape: Shape) -> Iterator[tuple[int, int]]:
    for r in shape.body:
        for c in shape.figure_columns:
            cell = placed.block.rows[r][c] if c < len(placed.block.rows[r]) else None
            if cell is not None and cell.text.strip():
                yield r, c


def _is_risks(shape: Shape, lines: Lines) -> bool:
    heads = [line.words.strip() for line in lines.columns.values()]
    scored = sum(bool(_RISKS.search(words)) for words in heads)
    if scored >= _RISK_HEADS:
        return True
    named = any(_RISK_NAMED.match(cell.strip()) for row in shape.texts[: shape.head_rows] for cell in row)
    return named and scored + sum(bool(_RISK_LETTER.fullmatch(words)) for words in heads) >= _RISK_HEADS


def _is_data(placed: Placed, shape: Shape, lines: Lines, announced: bool) -> bool:
    """Figures under dated or worded heads; a lone number in a form is none, nor is the score of a risk."""
    cells = [n for r, c in _cells(placed, shape) if (n := figure_of(shape.texts[r][c])) is not None and n.value]
    if not cells or _is_risks(shape, lines):
        return False
    dated = any(line.period for line in (*lines.columns.values(), *lines.rows.values()))
    if not shape.head_rows:
        # A list of sums under words that say what they are of needs no heads.
        return (dated and len(cells) > 1) or (announced and len(cells) > 2 and all(n.unit == "GBP" for n in cells))
    return dated or len(cells) >= 2


# Headings over lists of sums.
_OF_MONEY = re.compile(
    r"\b(?:money|budget|fund\w*|spen[dt]\w*|costs?|income|expenditure|grants?|finance\w*)\b", re.IGNORECASE
)


def _numbers(text: str, column: Line) -> Iterator[tuple[Number, Line]]:
    """The figure of a cell; of "2,950 (-3.2%)" both, the second as a change or share of the first."""
    text = without_year(text)
    number = parse_rank(text) if RANK_HEAD.fullmatch(column.words) else parse_cell(text)
    if number is not None:
        yield number, column
        return
    both = parse_pair(text)
    if both is None:
        return
    first, second = both
    counted = _SHARE_BEHIND.sub("", column.words) if second.unit == "%" else column.words
    yield first, replace(column, words=counted)
    falls = (
        (first.value.startswith("-") or _falls(first.printed))
        and not second.value.startswith("-")
        and second.unit == "%"
    )
    if column.change and falls and second.value.strip("0."):
        second = replace(second, value="-" + second.value)
    yield second, replace(column, change=second.unit == "%" and (second.signed or column.change))


def _draft(
    context: PaperContext, placed: Placed, around: Surroundings, names: Names, row: Line, column: Line, number: Number
) -> Draft | None:
    """The draft of one figure, its place and period still open."""
    name, breakdown = names.of(row, column)
    if not name:
        return None
    measure, unit = sort_of_cell(names, row, column, number, name)
    value = number.value
    trust: Trust = "machine-read"
    if measure == "change":
        if column.change or row.change:
            breakdown = (*breakdown, ("measure", _change_words(row, column, unit)))
        bracketed = re.fullmatch(r"\([\d.,]+\s?%?\)%?", number.printed.strip()) is not None
        if value.strip("0.") and not value.startswith("-") and (bracketed or _falls(number.printed)):
            value = "-" + value
    scale = _scale(" ".join((row.printed, column.printed))) or _scale(
        f"{around.caption} {names.corner} {' '.join(around.headings)}"
    )
    if scale and value and number.unit in ("", "GBP"):
        value = format((Decimal(value) * scale).normalize(), "f")
        measure, unit = ("change" if column.change or row.change else "money"), "GBP"
    elif (
        value
        and not number.unit
        and measure == "count"
        and _COUNTED_IN.search(f"{row.printed} {column.printed} {around.caption}")
    ):
        value = format((Decimal(value) * 1000).normalize(), "f")
    bracketed = re.fullmatch(r"\([\d.,]+\)", number.printed.strip()) is not None
    if name.startswith(UNNAMED) or (bracketed and measure == "count"):
        # less than none is no count: a number in brackets is another year's, or another sort of figure
        trust = "unsure"
    if row.target or column.target:
        trust = "unsure"
        breakdown = (*breakdown, ("version", column.words if column.target else row.words))
    return Draft(
        name=name,
        value=value,
        printed=number.printed,
        source=context.source(placed.block),
        index=placed.index,
        kind="table",
        breakdown=breakdown,
        measure=measure,
        unit=unit,
        qualifier=number.qualifier,
        marker=number.marker,
        geography=row.area or column.area or around.place,
        quote=" › ".join(filter(None, (row.printed, column.printed))),
        trust=trust,
    )


def _scale(text: str) -> int:
    """1000 for "£000", a million for "£m", 0 where nothing is said."""
    return 1000 if _THOUSANDS.search(text) else 10**6 if _MILLIONS.search(text) else 0


def _change_words(row: Line, column: Line, unit: str) -> str:
    words = (column.words if column.change else row.words) or "change"
    kind = "% change" if unit == "%" else "change"
    if unit == "percentage points":
        words = re.sub(r"^(?:%|per\s?cent(?:age)?)\s+(?=change\b)", "", words, flags=re.IGNORECASE)
    if re.fullmatch(r"change|difference|variance", words, re.IGNORECASE):
        return f"% {words.lower()}" if unit == "%" else words
    if not re.search(r"[A-Za-z]{3}", words) or re.fullmatch(
        r"(?:numeric|percent(?:age)?|number|actual|no\.?|volume|count)s?", words, re.IGNORECASE
    ):
        return kind
    return words if re.search(r"change|difference|variance|%|increase|decrease", words, re.I) else f"{kind}, {words}"


def _but_measure(draft: Draft) -> tuple[tuple[str, str], ...]:
    return tuple(item for item in draft.breakdown if item[0] != "measure")


def _changes(drafts: Sequence[Draft]) -> Iterator[DraftChange]:
    """Each signed cell of a change line with the two figures of its row (or column) that it compares."""
    plain: dict[tuple[str, tuple[tuple[str, str], ...]], list[Draft]] = {}
    for draft in drafts:
        if draft.measure != "change" and draft.trust != "unsure":
            plain.setdefault((draft.name, draft.breakdown), []).append(draft)
    for draft in drafts:
        if draft.measure != "change" or not draft.value:
            continue
        same = sorted(
            (d for d in plain.get((draft.name, _but_measure(draft)), []) if d.period.end),
            key=lambda d: (d.period.end, d.period.start),
        )
        before, after = (same[0], same[1]) if len(same) == 2 else (None, None)
        number = Decimal(draft.value)
        yield DraftChange(
            name=draft.name,
            stated=draft.printed,
            direction="up" if number > 0 else "down" if number < 0 else "same",
            amount=str(abs(number)),
            unit="pp" if draft.unit == "percentage points" else "%" if draft.unit == "%" else "number",
            source=draft.source,
            index=draft.index,
            before=before,
            after=after,
        )


def _falls(printed: str) -> bool:
    return bool(re.search(r"[▼▽▾↓⬇⇩]|\b(?:decrease|reduction|fall|down|fell|drop)", printed, re.IGNORECASE))
