"""Figures in tables: each cell with its measure, breakdown and period, from heads, labels, caption and surroundings.

In: a ``PaperContext``. Out: drafts of all tables that hold figures, changes that a column of changes states, and the
places of tables that look like data but were not understood. A table may have periods in its columns or rows, measures
in its columns or rows, and categories in the other direction or in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.facts.calendar_words import MONTH_NUMBERS
from tracker.facts.context import PaperContext
from tracker.facts.drafts import NO_PERIOD, Draft, DraftChange, Found
from tracker.facts.measure_words import (
    corner_of_measures,
    counted_noun,
    is_change,
    is_generic,
    is_points,
    led_topic,
    measure_of,
    names_measure,
    other_area,
    strip_place,
    topic_of,
)
from tracker.facts.numbers import Number, parse_cell
from tracker.facts.observe_notes import observe_notes
from tracker.facts.periods import Context, Period, find_periods, month_alone, period_of, without_periods
from tracker.facts.sections import Placed
from tracker.facts.surroundings import Surroundings, surroundings_of
from tracker.facts.table_shape import Shape, shape_of
from tracker.records import Block, Measure

_TOTAL = re.compile(
    r"(?:grand\s+|sub-?\s?|overall\s+|year\s+)?totals?(?:\s+\(?all\)?)?|all|overall|ytd|year to date|sum", re.IGNORECASE
)
_TARGET = re.compile(
    r"\b(?:targets?|trajectory|goal|threshold|tolerance|profile|forecast|projection|projected|planned)\b", re.IGNORECASE
)
_THOUSANDS = re.compile(r"£\s?['’]?\s?(?:000s?|k)\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s?['’]?\s?(?:m|millions?)\b", re.IGNORECASE)
_BARE_QUARTER = re.compile(r"Q(?:tr|uarter)?\.?\s?[1-4]", re.IGNORECASE)
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|compared (?:to|with)|against)\s+.*$", re.IGNORECASE)
_RAG = re.compile(r"\b(?:rag|rating|status|trend|dot|direction of travel)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A column or row as its heads describe it: its period, what is left of its words, its area, its role."""

    words: str
    period: Period | None
    area: str
    change: bool
    total: bool
    target: bool
    printed: str


def observe_tables(context: PaperContext) -> Found:
    """All figures of all tables of a paper."""
    drafts: list[Draft] = []
    changes: list[DraftChange] = []
    missed: list[int] = []
    for placed in context.outline:
        if placed.block.kind != "table":
            continue
        found = observe_table(context, placed)
        drafts.extend(found.drafts)
        changes.extend(found.changes)
        missed.extend(found.not_understood)
    return Found(tuple(drafts), tuple(changes), tuple(missed))


def observe_table(context: PaperContext, placed: Placed) -> Found:
    """The figures of one table; nothing when it is a form, a list or a table of words."""
    shape = shape_of(placed.block)
    if shape is None:
        return Found(observe_notes(context, placed))
    around = surroundings_of(context, placed)
    reading = _Reading(context, placed, shape, around)
    if not reading.is_data():
        return Found(not_understood=(placed.index,) if len(shape.figure_columns) > 1 else ())
    drafts = tuple(reading.drafts())
    return Found(drafts, tuple(reading.changes(drafts)))


class _Reading:
    """One table while it is read; made once, never changed."""

    def __init__(self, context: PaperContext, placed: Placed, shape: Shape, around: Surroundings) -> None:
        self.context, self.placed, self.shape, self.around = context, placed, shape, around
        self.block: Block = placed.block
        self.place = around.place
        self.caption_period = around.period()
        within = replace(around.context, anchor=self.caption_period) if self.caption_period else around.context
        self.within = within
        self.columns = {c: self._line(shape.heads(c), within) for c in shape.figure_columns}
        self.rows = {r: self._line(self._row_heads(r), within) for r in shape.body}
        self.topic = around.topic()
        self.captioned = topic_of(around.caption, self.place)
        self.title = around.title_topic()
        self.rows_measure = self._rows_are_measures()
        self.columns_measure = self._columns_are_measures()
        self.scale = self._scale()

    def is_data(self) -> bool:
        """Figures under dated or worded heads; a lone number in a form is none."""
        cells = [n for r, c in self._cells() if (n := parse_cell(self.shape.texts[r][c])) is not None and n.value]
        if not cells:
            return False
        dated = any(line.period for line in (*self.columns.values(), *self.rows.values()))
        if dated and self.shape.head_rows:
            return True
        if not self.shape.head_rows:
            return dated and len(cells) > 1
        return len(cells) >= 2

    def _cells(self) -> Iterator[tuple[int, int]]:
        for r in self.shape.body:
            for c in self.shape.figure_columns:
                cell = self.block.rows[r][c] if c < len(self.block.rows[r]) else None
                if cell is not None and cell.text.strip():
                    yield r, c

    def _row_heads(self, row: int) -> tuple[str, ...]:
        own = self.shape.labels(row)
        group = self._group(row)
        return (group, *own) if group else own

    def _group(self, row: int) -> str:
        """The label of the nearest row above that holds nothing else: it heads a group of rows."""
        for r in range(row - 1, self.shape.head_rows - 1, -1):
            texts = self.shape.texts[r]
            filled = {text for text in texts if text.strip()}
            if len(filled) == 1 and not parse_cell(next(iter(filled))) and (texts[0].strip() or self.block.rows[r][0]):
                return next(iter(filled))
        return ""

    def _line(self, heads: Sequence[str], context: Context) -> Line:
        printed = " › ".join(heads)
        period = self._period(heads, context)
        change = any(is_change(head) for head in heads)
        plain = (_VERSUS.sub("", " " + head) if period else head for head in heads if not month_alone(head))
        words = " ".join(filter(None, (without_periods(head.strip(), context) for head in plain)))
        area = other_area(words, self.place) if not change else ""
        words = strip_place(re.sub(r"\s+", " ", words).strip(), self.place)
        if words.lower() == self.place.lower():
            words = ""
        bare = re.sub(r"[^A-Za-z ]", "", words).strip()
        return Line(words, period, area, change, bool(_TOTAL.fullmatch(bare)), bool(_TARGET.search(words)), printed)

    def _period(self, heads: Sequence[str], context: Context) -> Period | None:
        """Heads may nest a month or quarter under its year, or the other way round."""
        texts = [head for head in heads if head]
        if not texts:
            return None
        months = [month_alone(text) for text in texts]
        if any(months) and len(texts) == 1:
            return self._month_in(texts[0], context)
        own = [p for text in texts for p in find_periods(text, context, bare_years=True) if p.dated]
        nested = any(months) or any(_BARE_QUARTER.fullmatch(text.strip()) for text in texts)
        if nested and len(texts) > 1:
            for order in (" ".join(reversed(texts)), " ".join(texts)):
                found = [p for p in find_periods(order, context, bare_years=True) if p.dated]
                if found and (not own or min(p.months or 999 for p in found) < min(p.months or 999 for p in own)):
                    return replace(min(found, key=lambda p: p.months or 999), label=order)
        return min(own, key=lambda p: p.months or 999) if own else None

    def _month_in(self, head: str, context: Context) -> Period | None:
        """A month without its year: the one inside the period that the caption or the report's year gives."""
        month = MONTH_NUMBERS[head.strip().strip(".").lower()]
        for whole in (context.anchor, context.year):
            if whole and whole.start and whole.end and 1 < whole.months <= 12:
                year = int(whole.start[:4]) + (month < int(whole.start[5:7]))
                found = period_of(f"{head} {year}")
                if found and whole.start <= found.start and found.end <= whole.end:
                    return replace(found, label=head.strip())
        return None

    def _rows_are_measures(self) -> bool:
        labels = [line.words for line in self.rows.values() if line.words and not line.total]
        if not labels:
            return False
        if corner_of_measures(self.shape.corner) and not self.topic.dimensions:
            return True
        if self.topic.dimensions:
            return False
        return sum(names_measure(label) for label in labels) >= 0.4 * len(labels)

    def _columns_are_measures(self) -> bool:
        words = [line.words for line in self.columns.values() if line.words and not line.change and not line.total]
        if not words:
            return False
        if self.rows_measure and all(line.period or line.change or line.total for line in self.columns.values()):
            return False
        return len(words) == 1 or sum(names_measure(word) for word in words) >= 0.4 * len(words)

    def _scale(self) -> int:
        text = " ".join((self.around.caption, self.shape.corner))
        return 1000 if _THOUSANDS.search(text) else 10**6 if _MILLIONS.search(text) else 1

    def drafts(self) -> Iterator[Draft]:
        for r, c in self._cells():
            if self.block.rows[r][c] is None:
                continue
            number = parse_cell(self.shape.texts[r][c])
            if number is None:
                continue
            draft = self._draft(r, c, number)
            if draft is not None:
                yield draft

    def _draft(self, r: int, c: int, number: Number) -> Draft | None:
        row, column = self.rows[r], self.columns[c]
        if _RAG.search(column.words) and not column.change and number.unit != "%":
            return None
        change = column.change or row.change or (self.topic.measure == "change" and is_points(self._all_words()))
        period = self._cell_period(row, column, change)
        name, breakdown = self._name(row, column)
        if not name:
            return None
        if column.change or row.change:
            breakdown = (*breakdown, ("measure", self._change_words(row, column)))
        measure, unit = self._measure(row, column, number, change, name)
        value, trust = number.value, "machine-read"
        if change and not row.change and not column.change:
            measure, unit = "change", "percentage points"
        if measure == "change" and value and not value.startswith("-") and _falls(number.printed) and value.strip("0."):
            value = "-" + value
        scale = self._cell_scale(row, column)
        if scale > 1 and value and number.unit in ("", "GBP"):
            value = format((Decimal(value) * scale).normalize(), "f")
            measure, unit = "money", "GBP"
        if row.target or column.target:
            trust = "unsure"
            breakdown = (*breakdown, ("version", column.words if column.target else row.words))
        quote = " › ".join(filter(None, (row.printed, column.printed)))
        area = row.area or column.area
        return Draft(
            name=name,
            value=value,
            printed=number.printed,
            source=self.context.cell(self.block, r, c),
            index=self.placed.index,
            kind="table",
            period=period or NO_PERIOD,
            breakdown=breakdown,
            measure=measure,
            unit=unit,
            qualifier=number.qualifier,
            marker=number.marker,
            geography=area or self.place,
            quote=quote,
            trust=trust,  # type: ignore[arg-type]
        )

    def _change_words(self, row: Line, column: Line) -> str:
        words = column.words if column.change else row.words
        return f"% {words.lower()}" if re.fullmatch(r"change|difference|variance", words, re.IGNORECASE) else words

    def _all_words(self) -> str:
        return " ".join((self.around.caption, *self.around.headings))

    def _cell_scale(self, row: Line, column: Line) -> int:
        text = f"{row.printed} {column.printed}"
        return 1000 if _THOUSANDS.search(text) else 10**6 if _MILLIONS.search(text) else self.scale

    def _cell_period(self, row: Line, column: Line, change: bool) -> Period | None:
        if change and not column.period and not row.period:
            lines = self.columns.values() if column.change else self.rows.values()
            dated = [line.period for line in lines if line.period and line.period.end]
            if dated:
                latest = max(dated, key=lambda p: (p.end, p.start))
                return replace(
                    latest, label=" vs ".join(p.label for p in (latest, *(d for d in dated if d is not latest)))[:120]
                )
        if column.period and row.period:
            inner = min((column.period, row.period), key=lambda p: p.months or 999)
            return inner
        own = column.period or row.period
        if change and own and column.change and row.period:
            return row.period
        return own or self.caption_period

    def _measure(self, row: Line, column: Line, number: Number, change: bool, name: str) -> tuple[Measure, str]:
        said = column.words if self.columns_measure else row.words if self.rows_measure else ""
        if change:
            whole = f"{column.words} {row.words}"
            return "change", "percentage points" if number.unit == "pp" or is_points(
                whole
            ) else "%" if number.unit == "%" or "%" in whole or "ercent" in whole else ""
        if number.unit == "GBP":
            return "money", "GBP"
        if number.unit == "pp":
            return "change", "percentage points"
        if number.unit.startswith("per "):
            return "rate", number.unit
        if number.of:
            return "rank", f"of {number.of}"
        measure, unit = measure_of(said or name)
        if number.unit == "%":
            return "share", "%"
        if measure == "change":
            measure, unit = "count", ""
        if measure == "share":
            return "share", "%"
        unit = unit or counted_noun(name) or (self.captioned.unit if self.captioned.measure == "count" else "")
        if measure == "count" and not said and self.topic.measure in ("share", "average", "rate"):
            return self.topic.measure, self.topic.unit
        return measure, unit

    def _name(self, row: Line, column: Line) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The measure's name and the breakdown of one cell."""
        topic = self._topic_text()
        breakdown: list[tuple[str, str]] = []
        row_words, column_words = row.words, "" if column.change else column.words
        if self.rows_measure:
            name = row_words
            if is_generic(name) and topic:
                name = f"{topic}: {name}" if name else topic
            if column_words and not column.period and not column.total:
                breakdown.append((self._column_dimension(), column_words))
            elif column_words and column.period and not _TOTAL.fullmatch(column_words):
                breakdown.append(("series", column_words))
            elif column.total and not column.period:
                breakdown.append((self._column_dimension(), column_words))
            return name or topic, tuple(breakdown)
        if row_words and not row.change and not self._says_whole(row_words, topic):
            breakdown.append((self._row_dimension(), row_words))
        if self.columns_measure and column_words:
            if is_generic(column_words):
                name = topic or column_words
                if not topic and self.shape.corner and not is_generic(self.shape.corner):
                    name = f"{column_words} by {self.shape.corner}"
            else:
                name = topic_of(column_words, self.place).text or column_words
        else:
            name = topic
            if column_words:
                breakdown.append((self._column_dimension(), column_words))
        if not name and row_words and not row.change:
            return row_words, tuple(item for item in breakdown if item[1] != row_words)
        return name, tuple(breakdown)

    @staticmethod
    def _says_whole(label: str, topic: str) -> bool:
        """ "Total referrals" in a table of referrals is no category but the measure itself."""
        match = re.fullmatch(r"(?:grand\s+|overall\s+)?total\s+(?:number\s+of\s+)?([a-z ]+)", label, re.IGNORECASE)
        return match is not None and counted_noun(match[1]) != "" and counted_noun(match[1]) == counted_noun(topic)

    def _topic_text(self) -> str:
        """The caption's topic, led by the title's where it is general; the lead or the corner where there is neither."""
        led = led_topic(self.captioned.text, self.title.text, self.place)
        if led:
            return led
        lead = topic_of(self.around.lead, self.place).text if len(self.around.lead) < 90 else ""
        corner = strip_place(self.shape.corner, self.place)
        return lead or (corner if counted_noun(corner) else "")

    def _row_dimension(self) -> str:
        corner = re.sub(r"[^a-z ]", "", strip_place(without_periods(self.shape.corner), self.place).lower()).strip()
        for dimension in self.topic.dimensions:
            if not corner or dimension.lower() in corner or corner in dimension.lower():
                return dimension.lower()
        if corner and len(corner) <= 30 and corner not in self.topic.text.lower():
            return corner
        return "group"

    def _column_dimension(self) -> str:
        used = self._row_dimension() if not self.rows_measure else ""
        for dimension in self.topic.dimensions:
            if dimension.lower() != used:
                return dimension.lower()
        noun = counted_noun(self.topic.text)
        named = f"{noun[:-1]} type" if noun.endswith("s") and not noun.endswith("ies") else "type"
        return named if used != named else "series"

    def changes(self, drafts: Sequence[Draft]) -> Iterator[DraftChange]:
        """Each signed cell of a change line with the two figures of its row (or column) that it compares."""
        plain: dict[tuple[str, tuple[tuple[str, str], ...]], list[Draft]] = {}
        for draft in drafts:
            if draft.measure != "change":
                plain.setdefault((draft.name, _but_measure(draft)), []).append(draft)
        for draft in drafts:
            if draft.measure != "change" or not draft.value:
                continue
            same = sorted(
                (d for d in plain.get((draft.name, draft.breakdown), []) if d.period.end),
                key=lambda d: (d.period.end, d.period.start),
            )
            before, after = (same[-2], same[-1]) if len(same) == 2 else (None, None)
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


def _but_measure(draft: Draft) -> tuple[tuple[str, str], ...]:
    return tuple(item for item in draft.breakdown if item[0] != "measure")


def _falls(printed: str) -> bool:
    return bool(re.search(r"[▼▽▾↓⬇⇩]|\b(?:decrease|reduction|fall|down|fell|drop)", printed, re.IGNORECASE))
