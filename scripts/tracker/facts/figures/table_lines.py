"""What the heads of a table's columns and the labels of its rows say: period, words, area, change, total, target.

In: heads and labels as printed, the place and the ``Context`` of periods. Out: ``Lines`` for a whole table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.head_periods import QUARTER, as_quarter, led_heads, newest, period_of_heads, year_of_quarters
from tracker.facts.figures.line_record import Line, Lines
from tracker.facts.figures.line_times import (
    LENGTH_TO,
    ROLLING,
    as_long,
    ending_in,
    groups_dated,
    months_of_years,
    school_years,
    to_date,
    years_alike,
    years_compared,
)
from tracker.facts.figures.table_shape import RANK_HEAD, Shape
from tracker.facts.wording.head_areas import other_area, strip_place
from tracker.facts.wording.measure_words import counted_noun, is_change, is_generic, measure_of
from tracker.facts.wording.numbers import parse_cell
from tracker.facts.wording.periods import Context, Period, find_periods, month_alone, without_periods
from tracker.records import Block

_TOTAL = re.compile(
    r"(?:grand\s+|sub\s?|overall\s+|annual\s+)?totals?(?:\s+all|\s+(?:so\s+far|to\s+date))?"
    r"|all|overall|ytd|(?:full\s+)?year(?:\s+(?:to date"
    r"|end|total))?|sum|outturn|cumulative",
    re.IGNORECASE,
)
# Words beside a period that say no more than that its figure is given: "2022/23 outturn", "Current (2023/24)".
GIVEN = re.compile(
    r"(?:f?ytd|(?:year\s+)?to\s+date|cumulative|current|latest|previous|performance"
    r"|value|figures?|data|score|position|total|(?:current|latest|previous|last|same|this|prior|comparison)\s+(?:financial\s+)?"
    r"(?:year|quarter|period|month)|(?:earlier|later|current|previous)\s+period|rolling|r12m?|year|financial\s+year|quarter)"
    r"(?:\s+(?:performance|value|figures?|position|total))?",
    re.IGNORECASE,
)
# "2023 (n=998)": how many were asked is no part of a head.
_BASE = re.compile(r"\(?\s*\b(?:(?:un)?weighted\s+)?(?:base|n|sample(?:\s+size)?)\s*[=:]\s*[\d,]+\s*\)?", re.IGNORECASE)
# A head or label is a target's where it begins or ends so; "cases meeting threshold" is a measure.
_TARGET = re.compile(
    r"^\W*(?:(?:annual|yearly|quarterly|year[\s-]end|local|national|stretch|revised)\s+)?(?:targets?|trajectory|goal|threshold(?!\s+(?:is\s+|was\s+|were\s+)?(?:met|reached|passed))|tolerance|profile|forecast"
    r"|projection|projected|planned(?=\W*$|\s+(?:spend\w*|budget|cost|total|outturn|expenditure|number)\b)|aim(?=\W*$))\b|\b(?:targets?|trajectory|goal|forecast|projection)\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:boroughs?|(?:local\s+)?authorit(?:y|ies)|councils?|districts?|county|counties|forces?|BCU|CSP|partnerships?)\b",
    re.IGNORECASE,
)
# Heads that stand beside areas and are none.
_NO_AREA = re.compile(
    r"\b(?:rank(?:ing)?|quartile|trend|rag|status|actual|previous|prior|current|latest|baseline|result|performance|value"
    r"|score|male|female|average|median|best|worst|gap|direction|unit|source|budget|outturn|polarity|comments?)\b",
    re.IGNORECASE,
)
# Heads over other heads that only say what sort of thing these are: "Crime type" over "Burglary" and "Robbery".
_KIND = re.compile(
    r"(?:(?:type|category|kind|nature)s?\s+of\s+\w+|(?:\w+\s+)?(?:types?|categor(?:y|ies)|groups?|classification))",
    re.IGNORECASE,
)
_PROPER = re.compile(r"[A-Z][\w'’.-]+(?:\s+(?:(?:and|upon|of|on|&)\s+)?[A-Z][\w'’.-]+){0,4}")
# "2022/23 compared with 2021/22", "against the previous year"; offences are against people and property.
_VERSUS = re.compile(
    r"\s+(?:vs\.?|versus|compared (?:to|with)"
    r"|against(?=\s+(?:the\s+|a\s+)?(?:\d|previous|last|prior|same|target|baseline|average)))\s+.*$",
    re.IGNORECASE,
)


def lines_of(block: Block, shape: Shape, context: Context, place: str, caption: str = "") -> Lines:
    """Every figure column and every body row with what its heads say; ``caption`` may say how long their times are."""
    heads = {c: shape.heads(c) for c in shape.figure_columns}
    labels = {r: _row_heads(block, shape, r) for r in shape.body}
    year = year_of_quarters((*heads.values(), *labels.values()), shape.corner, context)
    within = replace(context, year=year) if year else context
    length = LENGTH_TO.search(shape.corner)
    ends = LENGTH_TO.search(caption_end) if (caption_end := caption.rstrip(" :,")) else None
    columns = {c: _line(texts, within, place) for c, texts in heads.items()}
    columns = {c: _as_change(line) if c in _signed(shape) else line for c, line in columns.items()}
    columns = to_date(groups_dated(columns), context)
    rows = to_date({r: _row_line(shape, r, texts, within, place) for r, texts in labels.items()}, context)
    columns, rows = ending_in(columns, caption), ending_in(rows, caption)
    columns, rows = (
        school_years(months_of_years(lines, shape.corner, caption), shape.corner, caption) for lines in (columns, rows)
    )
    if ROLLING.search(caption):
        columns = {c: as_long(line, None) for c, line in columns.items()}
        rows = {r: as_long(line, None) for r, line in rows.items()}
    if ends and ends.end() == len(caption_end):
        # "…, 12 months to:" above columns of months
        columns = {c: as_long(line, ends) for c, line in columns.items()}
    if length:
        rows = {r: as_long(line, length) for r, line in rows.items()}
    columns, rows = years_alike(years_compared(columns)), years_compared(rows)
    return Lines(_with_areas(columns, "", place), _with_areas(rows, shape.corner, place), year)


def _row_line(shape: Shape, row: int, texts: Sequence[str], context: Context, place: str) -> Line:
    """A row's line; columns that hold only when its figures are from give the period and no words."""
    line = _line(texts, context, place, between=": ")
    if shape.unit_column >= 0:
        line = replace(line, unit=shape.texts[row][shape.unit_column].strip())
    dated = shape.dated(row)
    period = period_of_heads(dated, context) if dated and not line.period else None
    if period and ROLLING.search(line.printed):
        period = as_long(replace(line, period=period), None).period
    return replace(line, period=period, printed=" › ".join((*texts, *dated))) if dated else line


def _as_change(line: Line) -> Line:
    """A line of changes; the time that they are compared with is not theirs."""
    return replace(line, change=True, period=None if line.period and line.period.kind == "relative" else line.period)


# Heads that say what is compared with, over arrows and signs: "vs last year", "On previous quarter".
_COMPARES = re.compile(
    r"\W*(?:vs\.?|versus|v|compared\s+(?:to|with)|against|from|on)\s+(?:the\s+)?(?:last|previous|prior|same|baseline|Q\d|\d{4})",
    re.IGNORECASE,
)


def _signed(shape: Shape) -> frozenset[int]:
    """The columns in which every figure has a sign and one a plus: they hold changes, whatever their heads say. So
    do those without a plus whose heads say what is compared with."""
    found = set()
    for c in shape.figure_columns:
        compares = any(_COMPARES.match(head) for head in shape.heads(c))
        numbers = [n for r in shape.body if (n := parse_cell(shape.texts[r][c])) is not None and n.value.strip("0.")]
        if (
            len(numbers) > 1
            and all(n.signed for n in numbers)
            and (compares or any("+" in n.printed[:2] for n in numbers))
        ):
            found.add(c)
    return frozenset(found)


def _is_compared_with(heads: Sequence[str], period: Period) -> bool:
    """Whether the one time that the heads of a change name stands behind "on", "from", "since" or "vs"."""
    told = [(head, p) for head in heads for p in find_periods(head, bare_years=True) if p.dated]
    return len(told) == 1 and all(
        (p.start, p.end) == (period.start, period.end) and _COMPARED_WITH.search(head[: p.begin]) for head, p in told
    )


_COMPARED_WITH = re.compile(
    r"\b(?:on|from|since|vs\.?|versus|against|compared\s+(?:to|with))\s+(?:the\s+)?(?:year\s+|end\s+of\s+)?$",
    re.IGNORECASE,
)


def _with_areas(lines: dict[int, Line], corner: str, place: str) -> dict[int, Line]:
    """Lines of other boroughs beside the tracker's own: where the head says so, or another area stands among them."""
    own = any(line.printed.strip().casefold() == place.casefold() for line in lines.values()) if place else False
    if not own or not (_AUTHORITY.search(corner) or any(line.area for line in lines.values())):
        return lines
    return {
        n: replace(line, area=line.words)
        if not (line.area or line.change or line.total or line.target)
        and _PROPER.fullmatch(line.words)
        and not (_NO_AREA.search(line.words) or counted_noun(line.words) or is_generic(line.words))
        else line
        for n, line in lines.items()
    }


def _row_heads(block: Block, shape: Shape, row: int) -> tuple[str, ...]:
    own = shape.labels(row)
    group = _group(block, shape, row)
    return (group, *own) if group and group not in own else own


def _group(block: Block, shape: Shape, row: int) -> str:
    """The label of the nearest row above that holds nothing else: it heads a group of rows."""
    for r in range(row - 1, shape.head_rows - 1, -1):
        filled = {text for text in shape.texts[r] if text.strip()}
        if len(filled) == 1 and shape.texts[r][0].strip() and not any(c.isdigit() for c in next(iter(filled))):
            cells = [cell for cell in block.rows[r] if cell is not None and cell.text.strip()]
            if len(cells) == 1:
                return next(iter(filled))
    return ""


def _line(heads: Sequence[str], context: Context, place: str, between: str = " ") -> Line:
    printed = led_heads([stripped for head in heads if (stripped := _BASE.sub(" ", head).strip())])
    heads = [as_quarter(head, context) for head in printed]
    change = any(is_change(head) for head in heads)
    period = newest(heads, context) if change else period_of_heads(heads, context)
    if change and period and (period.kind == "relative" or _is_compared_with(heads, period)):
        # "Change on the previous year", "Change on 2022/23": what is compared with, not what the change is of
        period = None
    named = [head for n, head in enumerate(heads) if n == len(heads) - 1 or not _KIND.fullmatch(head.strip())]
    plain = (_VERSUS.sub("", " " + head) if period else head for head in named if not month_alone(head))
    told = [text for head in plain if (text := without_periods(head.strip(), context))]
    # "England" over "n" and "%": the area is one thing, what is told of it another
    apart = next((text for text in told if len(told) > 1 and other_area(text, place) == text), "") if not change else ""
    words = between.join(text for text in told if text != apart and (len(told) == 1 or text.lower() != place.lower()))
    # a place among others is the tracker's own
    area = apart or ("" if change or RANK_HEAD.fullmatch(words) else other_area(words, place))
    if area and not apart and is_generic(rest := words.replace(area, " ").strip()) and rest:
        # "England n" counts; "County rate per 1,000" says of what sort its figures are
        words = rest if measure_of(rest)[0] == "rate" else words if measure_of(rest)[0] == "average" else area
    if place and words.lower().startswith(f"{place} ".lower()) and is_generic(words[len(place) :]):
        words = words[len(place) :].strip()
    words = strip_place(re.sub(r"\s+", " ", words).strip(), place, is_label=True)
    words = "" if words.lower() == place.lower() or (period and GIVEN.fullmatch(words.strip(" ()-–:/"))) else words
    if place and re.fullmatch(
        rf"(?:(?:the\s+)?{re.escape(place)}|borough|all\s+wards)(?:\s+wide)?[\s:–-]+total|borough(?:[\s-]?wide)?",
        words,
        re.IGNORECASE,
    ):
        words = "Total"
    bare = re.sub(r"[^A-Za-z ]", "", words).strip()
    months = [month for head in heads if (month := month_alone(head))]
    quarters = [int(match[1]) for head in heads if (match := QUARTER.fullmatch(head.strip()))]
    dated = any(p.kind == "year" or p.months == 12 for head in heads for p in find_periods(head, bare_years=True))
    return Line(
        words=words,
        period=period,
        area=area,
        change=change,
        total=bool(_TOTAL.fullmatch(bare)),
        target=bool(_TARGET.search(words)),
        printed=" › ".join(printed),
        month=months[0] if months and not dated else 0,
        quarter=quarters[0] if quarters and not dated else 0,
    )
