"""What the heads of a table's columns and the labels of its rows say: period, words, area, change, total, target.

In: heads and labels as printed, the place and the ``Context`` of periods. Out: ``Line`` records, ``Lines`` for a whole
table, and the period of a cell from its row and its column together. A month or quarter may stand under its year, over
it, or across from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.facts.figures.table_shape import Shape
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH, MONTHS, Point, months_from, months_to, quarter_of
from tracker.facts.wording.measure_words import counted_noun, is_change, is_generic, other_area, strip_place
from tracker.facts.wording.numbers import parse_cell
from tracker.facts.wording.periods import Context, Period, find_periods, month_alone, period_of, without_periods
from tracker.records import Block

_TOTAL = re.compile(
    r"(?:grand\s+|sub\s?|overall\s+|annual\s+)?totals?(?:\s+all)?|all|overall|ytd|(?:full\s+)?year(?:\s+(?:to date"
    r"|end|total))?|sum|outturn|cumulative",
    re.IGNORECASE,
)
# Words beside a period that say no more than that its figure is given: "2022/23 outturn", "Current (2023/24)".
GIVEN = re.compile(
    r"(?:f?ytd|(?:year\s+)?to\s+date|cumulative|current|latest|previous|performance"
    r"|value|figures?|data|score|position|total|(?:current|previous|last|same|this|prior|comparison)\s+(?:financial\s+)?"
    r"(?:year|quarter|period|month)|(?:earlier|later|current|previous)\s+period|rolling|r12m?|year|financial\s+year|quarter)"
    r"(?:\s+(?:performance|value|figures?|position|total))?",
    re.IGNORECASE,
)
# A year that heads only what came before: "2022/23 outturn" beside bare quarters of the next year.
_PAST = re.compile(
    r"\b(?:out-?turn|results?|baseline|actuals?|previous|prior|last|final|full\s+year|year\s+end)\b", re.IGNORECASE
)
_TO_DATE = re.compile(r"\bF?YTD\b|\bto[\s-]date\b|\bcumulative\b", re.IGNORECASE)
# "2023 (n=998)": how many were asked is no part of a head.
_BASE = re.compile(r"\(?\s*\b(?:(?:un)?weighted\s+)?(?:base|n|sample(?:\s+size)?)\s*[=:]\s*[\d,]+\s*\)?", re.IGNORECASE)
# A head or label is a target's where it begins or ends so; "cases meeting threshold" is a measure.
_TARGET = re.compile(
    r"^\W*(?:(?:annual|yearly|quarterly|year[\s-]end|local|national|stretch|revised)\s+)?(?:targets?|trajectory|goal|threshold|tolerance|profile|forecast"
    r"|projection|projected|planned)\b|\b(?:targets?|trajectory|goal|forecast|projection)\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?:Q|Qtr|Quarter)\.?\s?([1-4])", re.IGNORECASE)
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
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|compared (?:to|with)|against)\s+.*$", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A column or row as its heads describe it. ``month`` and ``quarter`` are those printed without a year."""

    words: str
    period: Period | None
    area: str
    change: bool
    total: bool
    target: bool
    printed: str
    month: int = 0
    quarter: int = 0


@dataclass(frozen=True)
class Lines:
    """All lines of a table and the financial year that its bare quarters and months fall in."""

    columns: dict[int, Line]
    rows: dict[int, Line]
    year: Period | None


def lines_of(block: Block, shape: Shape, context: Context, place: str, caption: str = "") -> Lines:
    """Every figure column and every body row with what its heads say; ``caption`` may say how long their times are."""
    heads = {c: shape.heads(c) for c in shape.figure_columns}
    labels = {r: _row_heads(block, shape, r) for r in shape.body}
    year = _year((*heads.values(), *labels.values()), shape.corner, context)
    within = replace(context, year=year) if year else context
    length = _LENGTH_TO.search(shape.corner)
    columns = {c: _line(texts, within, place) for c, texts in heads.items()}
    columns = {c: replace(line, change=True) if c in _signed(shape) else line for c, line in columns.items()}
    columns = _to_date(columns, context)
    rows = _to_date({r: _row_line(shape, r, texts, within, place) for r, texts in labels.items()}, context)
    if _ROLLING.search(caption):
        columns = {c: _as_long(line, None) for c, line in columns.items()}
        rows = {r: _as_long(line, None) for r, line in rows.items()}
    if length:
        rows = {r: _as_long(line, length) for r, line in rows.items()}
    columns, rows = _years_compared(columns), _years_compared(rows)
    return Lines(_with_areas(columns, "", place), _with_areas(rows, shape.corner, place), year)


def _years_compared(lines: dict[int, Line]) -> dict[int, Line]:
    """Changes whose heads name two years ("Change 2023 to 2024") are of the later one, as its own line has it."""
    out = dict(lines)
    for n, line in lines.items():
        years = _PLAIN_YEAR.findall(line.printed) if line.change else []
        if len(set(years)) != 2:
            continue
        later = max(years)
        own = [
            other.period
            for other in lines.values()
            if not (other.change or other.target)
            and other.period
            and _PLAIN_YEAR.findall(other.printed)[-1:] == [later]
        ]
        period = own[-1] if own else period_of(later, bare_years=True)
        if period and (line.period is None or line.period.months > period.months):
            out[n] = replace(line, period=replace(period, label=line.period.label if line.period else period.label))
    return out


_PLAIN_YEAR = re.compile(rf"(?<![\d/–-])({FULL_YEAR})(?!\s?[/–-]\s?\d|\d)")


# "12 months to", "Rolling year ending" over a column of months: each row's period is so long, not one month.
_LENGTH_TO = re.compile(
    r"\b(?:(?P<n>3|6|9|12|three|six|nine|twelve)[\s-]*months?|(?P<year>year)|(?P<quarter>quarter))\s+(?:up\s+)?"
    r"(?:to|ending|ended)\b|\brolling\s+(?:12|twelve)[\s-]*months?\b",
    re.IGNORECASE,
)
# "Victim satisfaction, rolling 12 months" above columns of months.
_ROLLING = re.compile(
    r"\brolling\s+(?:(?:12|twelve)[\s-]*months?|years?)\b|\b12[\s-]months?\s+rolling\b", re.IGNORECASE
)
_LONG = {"3": 3, "three": 3, "6": 6, "six": 6, "9": 9, "nine": 9}


def _as_long(line: Line, length: re.Match[str] | None) -> Line:
    """A line's month as the end of a longer time; of twelve months where no length is given."""
    if line.period is None or line.period.kind != "month":
        return line
    months = 12 if length is None else 3 if length["quarter"] else _LONG.get((length["n"] or "").lower(), 12)
    end = line.period.end
    dates = months_to(Point(int(end[:4]), int(end[5:7])), months)
    return replace(line, period=replace(line.period, start=dates[0], end=dates[1], kind="span"))


def _row_line(shape: Shape, row: int, texts: Sequence[str], context: Context, place: str) -> Line:
    """A row's line; columns that hold only when its figures are from give the period and no words."""
    line = _line(texts, context, place, between=": ")
    dated = shape.dated(row)
    period = _period(dated, context) if dated and not line.period else None
    return replace(line, period=period, printed=" › ".join((*texts, *dated))) if dated else line


def _signed(shape: Shape) -> frozenset[int]:
    """The columns in which every figure has a sign and one a plus: they hold changes, whatever their heads say."""
    found = set()
    for c in shape.figure_columns:
        numbers = [n for r in shape.body if (n := parse_cell(shape.texts[r][c])) is not None and n.value.strip("0.")]
        if len(numbers) > 1 and all(n.signed for n in numbers) and any("+" in n.printed[:2] for n in numbers):
            found.add(c)
    return frozenset(found)


def _to_date(lines: dict[int, Line], context: Context) -> dict[int, Line]:
    """Lines of a "year to date" end where the newest quarter or month beside them ends, or the table's own period.

    Where neither is known, a year that was not over when the paper came out stays without dates.
    """
    years = {n: year for n, line in lines.items() if (year := _year_begun(line))}
    open_years = {n: year for n, year in years.items() if _TO_DATE.search(lines[n].printed) and year.months == 12}
    if not open_years:
        return lines
    newest = max(open_years.values(), key=lambda p: p.start)
    parts = [
        line.period
        for n, line in lines.items()
        if n not in years
        and line.period
        and not line.target
        and newest.start <= line.period.start <= line.period.end <= newest.end
    ]
    anchor = context.anchor
    if not parts and anchor and anchor.start and newest.start <= anchor.end < newest.end:
        parts = [anchor]
    months = Period(newest.start, max(p.end for p in parts)).months if parts else 0
    out = dict(lines)
    for n, year in open_years.items():
        if months:
            start, end = months_from(Point(int(year.start[:4]), int(year.start[5:7])), months)
            out[n] = replace(lines[n], period=replace(year, start=start, end=end, kind="span"))
        elif context.published and year.end > context.published:
            out[n] = replace(lines[n], period=replace(year, start="", end="", kind="span"))
    return out


def _year_begun(line: Line) -> Period | None:
    """The year that a line is of, whole or as far as it has come ("YTD 2023/24")."""
    period = line.period
    if period and period.kind == "since" and period.start[5:] == "04-01" and _TO_DATE.search(line.printed):
        return replace(period, end=f"{int(period.start[:4]) + 1}-03-31", kind="year")
    return period if period and period.kind == "year" else None


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


def cell_period(row: Line, column: Line, lines: Lines, whole: Period | None) -> Period | None:
    """The period of a cell: month across from year, the finer of two, of a change the later; else the table's."""
    for part, other in ((column, row), (row, column)):
        if (
            (part.month or part.quarter)
            and other.period
            and other.period.months == 12
            and not (other.month or other.quarter)
        ):
            return _part_of(part, other.period)
    if (column.change or row.change) and not (column.period or row.period):
        return (_compared(lines.columns, column) if column.change else _compared(lines.rows, row)) or whole
    if column.period and row.period:
        if not _overlap(column.period, row.period):
            return column.period
        return min((column.period, row.period), key=lambda p: p.months or 999)
    if column.period or row.period:
        return column.period or row.period
    for part, group in ((column, lines.columns), (row, lines.rows)):
        if part.total and lines.year:
            return replace(lines.year, label=part.printed)
        if part.total and (spanned := _span(group.values())):
            return spanned
    return _last_before(column, lines.columns, whole) or whole


# What cannot be added up over time is of one time; a column without a period may else be the total of all.
_OF_ONE_TIME = re.compile(r"\b(?:rates?|rank(?:ing|ed)?|position|average|mean|median|per\s+1)\b", re.IGNORECASE)


def _last_before(column: Line, columns: dict[int, Line], whole: Period | None) -> Period | None:
    """The last of the periods before a column without one, where the caption names them all: the rate after "2022" and
    "2023" in a table of both years is the later year's."""
    dated: list[Period] = []
    for line in columns.values():
        if line is column:
            break
        if line.period and line.period.start and line.period.end and not (line.change or line.target):
            dated.append(line.period)
    if len(dated) < 2 or whole is None or not whole.start or not _OF_ONE_TIME.search(column.printed):
        return None
    last = max(dated, key=lambda p: p.end)
    spans = whole.start <= min(p.start for p in dated) and whole.end == last.end and whole.months > last.months
    return last if spans else None


def _overlap(one: Period, other: Period) -> bool:
    return not (one.start and other.start) or (one.start <= other.end and other.start <= one.end)


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
    heads = _led([stripped for head in heads if (stripped := _BASE.sub(" ", head).strip())])
    change = any(is_change(head) for head in heads)
    period = _newest(heads, context) if change else _period(heads, context)
    named = [head for n, head in enumerate(heads) if n == len(heads) - 1 or not _KIND.fullmatch(head.strip())]
    plain = (_VERSUS.sub("", " " + head) if period else head for head in named if not month_alone(head))
    words = between.join(filter(None, (without_periods(head.strip(), context) for head in plain)))
    area = other_area(words, place) if not change else ""
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
    quarters = [int(match[1]) for head in heads if (match := _QUARTER.fullmatch(head.strip()))]
    dated = any(p.kind == "year" or p.months == 12 for head in heads for p in find_periods(head, bare_years=True))
    return Line(
        words=words,
        period=period,
        area=area,
        change=change,
        total=bool(_TOTAL.fullmatch(bare)),
        target=bool(_TARGET.search(words)),
        printed=" › ".join(heads),
        month=months[0] if months and not dated else 0,
        quarter=quarters[0] if quarters and not dated else 0,
    )


def _newest(heads: Sequence[str], context: Context) -> Period | None:
    """A change is of the later of the periods that its head compares."""
    dated = [p for head in heads for p in find_periods(head, context, bare_years=True) if p.start and p.end]
    return max(dated, key=lambda p: (p.end, p.start)) if len(dated) > 1 else _period(heads, context)


def _period(heads: Sequence[str], context: Context) -> Period | None:
    """Heads may nest a month or quarter under its year, or the other way round."""
    texts = [head for head in heads if head]
    if not texts:
        return None
    months = [month_alone(text) for text in texts]
    if any(months) and len(texts) == 1:
        return month_in(texts[0], context)
    bare = [bool(month) or bool(_QUARTER.fullmatch(text.strip())) for text, month in zip(texts, months, strict=True)]
    nested = any(bare)
    # Under or over another head a bare quarter takes its year from there, not from the table's surroundings.
    own = [
        p
        for text, is_bare in zip(texts, bare, strict=True)
        if len(texts) == 1 or not is_bare
        for p in find_periods(text, context, bare_years=True)
        if p.dated
    ]
    if nested and len(texts) > 1:
        for order in (" ".join(reversed(texts)), " ".join(texts)):
            found = [p for p in find_periods(order, context, bare_years=True) if p.dated]
            if found and (not own or min(p.months or 999 for p in found) < min(p.months or 999 for p in own)):
                return replace(min(found, key=lambda p: p.months or 999), label=order)
    if nested and not own:
        own = [p for text in texts for p in find_periods(text, context, bare_years=True) if p.dated]
    return min(own, key=lambda p: p.months or 999) if own else None


def _led(texts: list[str]) -> list[str]:
    """Heads that are one period's words in two cells: "12 months to" over "March 2024", "Rolling 12 months" over "to
    March 2024", "Year ending March" over "2024", "Q3 (Oct–Dec)" over "2023"."""
    for n in range(len(texts) - 1):
        above, below = texts[n].strip(), texts[n + 1].strip()
        joined = ""
        if (
            _LEADS.search(above)
            or (_LENGTH.search(above) and _TO_DAY.match(below))
            or (_MONTH_LEADS.search(above) and _YEAR_ALONE.fullmatch(below))
        ):
            joined = f"{above.rstrip(': ')} {below}"
        elif (months := _MONTHS_ALONE.fullmatch(above)) and _YEAR_ALONE.fullmatch(below):
            joined = f"{months['months']} {below}"
        elif (months := _MONTHS_ALONE.fullmatch(below)) and _YEAR_ALONE.fullmatch(above):
            joined = f"{months['months']} {above}"
        if joined:
            return [*texts[:n], joined, *texts[n + 2 :]]
    return texts


_LEADS = re.compile(r"\b(?:to|ending|ended|until)\s*:?$", re.IGNORECASE)
_MONTH_LEADS = re.compile(rf"\b(?:to|ending|ended|until)\s+{MONTH}\.?\s*:?$", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:(?:\d{1,2}|three|six|nine|twelve)[\s-]*months?|(?:rolling\s+)?year|quarter)$", re.IGNORECASE
)
_TO_DAY = re.compile(r"(?:up\s+)?(?:to|ending|ended)\s+(?:the\s+end\s+of\s+)?\w+", re.IGNORECASE)
_YEAR_ALONE = re.compile(FULL_YEAR)
_MONTHS_ALONE = re.compile(
    rf"(?:(?:Q|Qtr|Quarter)\.?\s?[1-4]\s*[:(–-]*\s*)?(?P<months>{MONTH}\.?\s?(?:[–—-]|to)\s?{MONTH})\.?\s*\)?",
    re.IGNORECASE,
)


def month_in(head: str, context: Context) -> Period | None:
    """A month without its year: the one inside the period that the caption or the report's year gives."""
    for whole in (context.anchor, context.year):
        if whole and whole.start and whole.end and 1 < whole.months <= 12:
            year = int(whole.start[:4]) + (month_alone(head) < int(whole.start[5:7]))
            found = period_of(f"{head} {year}")
            if found and whole.start <= found.start and found.end <= whole.end:
                return replace(found, label=head.strip())
    return None


def _part_of(part: Line, year: Period) -> Period | None:
    """The month or quarter of a line inside the year that its other line names."""
    if part.quarter and year.start.endswith("-04-01"):
        start, end = quarter_of(int(year.start[:4]), part.quarter)
        return Period(start, end, f"Q{part.quarter} {year.label}", kind="quarter")
    if part.month:
        number = int(year.start[:4]) + (part.month < int(year.start[5:7]))
        found = period_of(f"{MONTHS[part.month - 1]} {number}")
        return replace(found, label=f"{part.printed} {year.label}") if found else None
    return None


def _year(lines: Iterable[Sequence[str]], corner: str, context: Context) -> Period | None:
    """The financial year of bare quarters: the latest that the heads name, else the corner's, the caption's or the
    report's, else the last that was over by quarter."""
    texts = [text for heads in lines for text in heads]
    quarters = [int(match[1]) for text in texts if (match := _QUARTER.fullmatch(text.strip()))]
    if not quarters:
        return None
    around = [
        known
        for known in (context.anchor, context.year)
        if known and known.months == 12 and known.start.endswith("-04-01")
    ]
    named = [(p, text) for text in texts for p in find_periods(text) if p.kind == "year" and p.start.endswith("-04-01")]
    if named:
        latest = max((p for p, _ in named), key=lambda p: p.start)
        before = all(_PAST.search(text) for p, text in named if p.start == latest.start)
        later = [known for known in around if known.start > latest.start]
        if before and later:
            return later[0]
        following = int(latest.start[:4]) + 1
        if before and context.published and quarter_of(following, max(quarters))[1] <= context.published:
            return Period(f"{following}-04-01", f"{following + 1}-03-31", kind="year")
        return latest
    own = next((p for p in find_periods(corner) if p.kind == "year"), None)
    for known in (own, context.anchor, context.year):
        if known and known.months == 12 and known.start.endswith("-04-01"):
            return known
    if not context.published:
        return None
    first = int(context.published[:4])
    while quarter_of(first, max(quarters))[1] > context.published:
        first -= 1
    return Period(f"{first}-04-01", f"{first + 1}-03-31", kind="year")


def _compared(lines: dict[int, Line], change: Line) -> Period | None:
    """The later of the periods that a change compares: those as long as the one before it, where one stands there."""
    dated = [
        (number, line.period)
        for number, line in lines.items()
        if line.period and line.period.end and not (line.target or line.change)
    ]
    if not dated:
        return None
    place = next((number for number, line in lines.items() if line is change), 0)
    before = [period for number, period in dated if number < place]
    alike = [period for _, period in dated if not before or period.months == before[-1].months]
    latest = max(alike, key=lambda p: (p.end, p.start))
    others = [p.label for p in alike if (p.start, p.end) != (latest.start, latest.end)]
    return replace(latest, label=" vs ".join((latest.label, *others[-1:])))


# Months: what is longer is no part that a total is made of.
_LONGEST_PART = 12


def _span(lines: Iterable[Line]) -> Period | None:
    """From the first to the last of several months, quarters or years that follow one another without a gap."""
    parts = sorted(
        {
            (p.start, p.end)
            for line in lines
            if not (line.target or line.change)
            and (p := line.period)
            and p.start
            and p.end
            and p.months <= _LONGEST_PART
        }
    )
    if len(parts) < 2:
        return None
    whole = Period(parts[0][0], parts[-1][1], "Total")
    return whole if sum(Period(start, end).months for start, end in parts) == whole.months else None
