"""How a table of figures is set: which rows are heads, which columns hold labels, figures or words.

In: a table block. Out: a ``Shape`` with the texts of every position (a spanning cell's text repeated under it), the
heads of each column, the labels of each row, and the columns that hold figures; ``None`` for tables of words, forms
and lists. Nothing is interpreted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.figures.shape_heads import (
    QUARTER_HEAD,
    YEAR_HEAD,
    figure_of,
    fill_years,
    head_rows,
    head_text,
    heads_figures,
)
from tracker.facts.wording.numbers import parse_cell, parse_rank
from tracker.facts.wording.periods import month_alone, period_of
from tracker.records import Block

# Columns that number, date or locate the rows: what stands in them is no figure.
_KEY_HEAD = re.compile(
    r"(?:item|ref(?:erence)?|row|line|serial|s|minute|agenda item|action|risk|project|slide|page)?"
    r"\s*(?:no\.?|number|nos?\.?|#|id"
    r"|ref\.?)?|pages?|date|time|year|month|quarter"
    r"|period|rank|position|postcode|tel(?:ephone)?|phone|contact|code|section|paragraph|para|age(?:\s+(?:group|band"
    r"|range))?|(?:priority|theme|objective|strand|pillar)(?:\s+(?:no\.?|number|ref\.?))?|#",
    re.IGNORECASE,
)
# Codes of indicators ("CS1", "2.3", "KPI 14b"): they number the rows and are no part of a measure's name.
_CODE = r"(?:[A-Z]{1,6}[\s.–-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?"
_CODE_ALONE = re.compile(_CODE)
_CODE_BEFORE = re.compile(
    r"(?:[A-Z]{1,6}[\s.–-]?\d{1,3}(?:\.\d{1,3})*[a-z]?|\d{1,2}(?:\.\d{1,2})+)\s*[:.)–-]?\s+(?=[A-Z%£#])"
)
# Columns of words beside the names of measures: who answers for them, where they come from, how they are judged.
_ASIDE_HEAD = re.compile(
    r"(?:(?:lead|responsible|reporting|data|accountable)\s+)?(?:owner|lead|officer|agency|partner|source"
    r"|service|directorate"
    r"|organisation|portfolio)s?(?:\s+\w+)?|responsib\w+|frequency|reported|polarity|good\s+.*|(?:current\s+)?position|preferred\s+.*|aim"
    r"|(?:bigger|smaller|higher|lower)\s+.*|units?|type|format|comment\w*|notes?|rag.*|status|trend|priority"
    r"|theme|objective"
    r"|link(?:ed)?\s+to.*|by\s+when|(?:target|end|due|completion|delivery)\s+dates?|deadlines?|time\s?(?:scale"
    r"|frame|line)s?",
    re.IGNORECASE,
)
_UNIT_HEAD = re.compile(r"units?(?:\s+of\s+measure(?:ment)?)?|measured\s+in|format", re.IGNORECASE)
# Where a rank or position stands after another figure it is a figure too; in front it numbers the rows.
RANK_HEAD = re.compile(r".*\b(?:rank(?:ing|ed)?|position)\b.*", re.IGNORECASE)
# "2023/2 4": a year broken in a narrow column.
_BROKEN_YEAR = re.compile(r"\b((?:19|20)\d\d\s?[/–-])\s?(\d)\s?(\d)\b(?!\d)")
# "Populatio n": a word whose last letter fell to the next line of a narrow column; "a" is a word of its own.
# So is "n" where the word cannot end before it; else "England n" counts.
_BROKEN_WORD = re.compile(r"\b([A-Za-z]*[a-z]{5}) ([b-mo-z]|(?<=io )n)(?=$|[).,:])")
# A share of a column's filled cells that must be figures; found on tables with notes or dashes among the numbers.
_FIGURES_MIN = 0.5


@dataclass(frozen=True)
class Shape:
    texts: tuple[tuple[str, ...], ...]
    head_rows: int
    figure_columns: tuple[int, ...]
    label_columns: tuple[int, ...]
    corner: str
    coded: bool = False
    """Whether every label begins with a code."""
    title: str = ""
    """A caption that stands right over the heads and was read as their first row; "" for none."""
    unit_column: int = -1
    """The column that says what a row's figures are printed in, "%" or "per 1,000"; -1 for none."""
    period_columns: tuple[int, ...] = ()
    """Label columns after the first that hold nothing but when a row's figures are from."""

    @property
    def body(self) -> range:
        return range(self.head_rows, len(self.texts))

    def heads(self, column: int) -> tuple[str, ...]:
        """The heads over a column from the top down, each once."""
        out: list[str] = []
        for row in range(self.head_rows):
            text = self.texts[row][column].strip()
            if text and (not out or out[-1] != text):
                out.append(text)
        return tuple(out)

    def labels(self, row: int) -> tuple[str, ...]:
        texts = (self.texts[row][column].strip() for column in self.label_columns if column not in self.period_columns)
        # a label that spans two columns is one label
        return tuple(self._without_code(text) for text in dict.fromkeys(texts) if text)

    def dated(self, row: int) -> tuple[str, ...]:
        """What the columns of periods beside the names say of a row."""
        return tuple(text for column in self.period_columns if (text := self.texts[row][column].strip()))

    def _without_code(self, text: str) -> str:
        return _CODE_BEFORE.sub("", text, count=1) if self.coded and _CODE_BEFORE.match(text) else text


def shape_of(block: Block) -> Shape | None:
    """How the table is set, or None when it holds no columns of figures."""
    texts = _spread(block)
    if len(texts) < 2 or len(texts[0]) < 2:
        return None
    heads = head_rows(texts, block.header_rows)
    title = _torn_caption(block, heads)
    if title:
        texts = (("",) * len(texts[0]), *texts[1:])
    texts = fill_years(texts, heads)
    body = texts[heads:]
    if not body:
        return None
    width = len(texts[0])
    named = [head_text(texts, heads, c) for c in range(width)]
    figures = [c for c in range(width) if _is_figures([row[c] for row in body], named[c], c, _sums_up(named, c))]
    first = min(figures, default=0)
    labels = [c for c in range(width) if c not in figures and (c < first or _holds_periods([row[c] for row in body]))]
    if block.header_columns and not labels and not heads_figures(texts, heads):
        labels = list(range(block.header_columns))
        figures = [c for c in figures if c not in labels]
    if not figures:
        return None
    if not labels and not heads:
        return None
    units = next((c for c in labels if _UNIT_HEAD.fullmatch(head_text(texts, heads, c).strip())), -1)
    labels = _naming(labels, body, texts, heads)
    corner = head_text(texts, heads, labels[0]) if labels else ""
    labelled = (
        [row[labels[0]] for row in body if row[labels[0]].strip() and any(row[c].strip() for c in figures)]
        if labels
        else []
    )
    coded = len(labelled) > 1 and all(_CODE_BEFORE.match(label) for label in labelled)
    dated = tuple(c for c in labels[1:] if _holds_periods([row[c] for row in body]))
    texts = _filled_down(texts, heads, labels, dated)
    return Shape(texts, heads, tuple(figures), tuple(labels), corner, coded, title, units, dated)


def _filled_down(
    texts: tuple[tuple[str, ...], ...], heads: int, labels: list[int], dated: tuple[int, ...]
) -> tuple[tuple[str, ...], ...]:
    """A group's name that is printed once, beside the first of its rows, holds for the rows below it that have names
    of their own in the next column."""
    if len(labels) < 2 or labels[1] in dated or labels[0] in dated:
        return texts
    group, own = labels[0], labels[1]
    body = texts[heads:]
    printed_once = [row for row in body if not row[group].strip() and row[own].strip()]
    if not printed_once or any(row[group].strip() and not row[own].strip() for row in body[:1]):
        return texts
    rows = [list(row) for row in texts]
    current = ""
    for row in rows[heads:]:
        if row[group].strip():
            current = row[group] if row[own].strip() else ""
        elif row[own].strip():
            row[group] = current
    return tuple(tuple(row) for row in rows)


# Words that a phrase does not end with: it goes on in the next cell.
_GOES_ON = re.compile(r",$|\b(?:by|of|in|and|for|to|the|at|with|from|on|per|between)$", re.IGNORECASE)
_CAPTION_WORDS = 4


def _torn_caption(block: Block, heads: int) -> str:
    """A line of words over the heads that runs on from cell to cell, as one text."""
    if heads < 2 or len(block.rows) < 3:
        return ""
    cells = [" ".join(cell.text.split()) for cell in block.rows[0] if cell is not None and cell.text.strip()]
    below = block.rows[1][0]
    torn = len(cells) > 1 and len(cells[0].split()) >= _CAPTION_WORDS and _GOES_ON.search(cells[0])
    return " ".join(cells) if torn and below is not None and below.text.strip() else ""


def _naming(
    labels: list[int], body: tuple[tuple[str, ...], ...], texts: tuple[tuple[str, ...], ...], heads: int
) -> list[int]:
    """The label columns that name, without those of codes and of what is only said about a measure."""
    kept = [
        c
        for c in labels
        if not all(_is_code(row[c].strip()) for row in body if row[c].strip() and not _is_one_cell(row))
        and not _ASIDE_HEAD.fullmatch(head_text(texts, heads, c).strip())
    ]
    if kept and _names_each(kept[0], body):
        kept = [c for c in kept if c == kept[0] or not _describes([row[c] for row in body], head_text(texts, heads, c))]
    return kept or labels


# Words in an entry of a column that describes what the column before it names.
_DESCRIBED = 6
_MEASURES_HEAD = re.compile(r"\b(?:indicators?|measures?|metrics?|kpis?|what\b.*)", re.IGNORECASE)


def _names_each(column: int, body: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a column has a short name of its own for every row."""
    names = [row[column].strip() for row in body if not _is_one_cell(row)]
    return len(names) > 1 and all(names) and len(set(names)) == len(names)


def _describes(cells: list[str], head: str) -> bool:
    """Whether a column of labels holds sentences on what is named before: what a grant is for, what a project does."""
    words = [len(cell.split()) for cell in cells if cell.strip()]
    return bool(words) and sum(words) >= _DESCRIBED * len(words) and not _MEASURES_HEAD.search(head)


def _is_code(text: str) -> bool:
    """Whether a label is a code of the row's measure; "Q1" is a quarter."""
    return _CODE_ALONE.fullmatch(text) is not None and not QUARTER_HEAD.fullmatch(text)


def _is_one_cell(row: tuple[str, ...]) -> bool:
    """Whether a row says one thing in all its width: it heads a group of rows."""
    return len(row) > 1 and len(set(row)) == 1


def _spread(block: Block) -> tuple[tuple[str, ...], ...]:
    """All positions with text; what a spanning cell says holds for each position under it, in heads and labels only."""
    width = max((len(row) for row in block.rows), default=0)
    grid = [[""] * width for _ in block.rows]
    for r, row in enumerate(block.rows):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            text = _BROKEN_WORD.sub(r"\1\2", _BROKEN_YEAR.sub(r"\1\2\3", " ".join(cell.text.split())))
            is_figure = parse_cell(text) is not None and not YEAR_HEAD.fullmatch(text)
            for down in range(cell.rowspan):
                for right in range(cell.colspan):
                    own = not is_figure or r < block.header_rows or (down == 0 and right == 0)
                    if r + down < len(grid) and c + right < width and own:
                        grid[r + down][c + right] = text
    return tuple(tuple(row) for row in grid)


def _sums_up(heads: list[str], column: int) -> bool:
    """Whether "Year" heads the sums of the quarters or months in the columns before it."""
    parts = [head for head in heads[:column] if QUARTER_HEAD.fullmatch(head.strip()) or month_alone(head)]
    return heads[column].strip().casefold() == "year" and len(parts) > 1


def _is_figures(cells: list[str], head: str, column: int, sums_up: bool) -> bool:
    filled = [cell for cell in cells if cell.strip(" -–—")]
    if not filled:
        return False
    ranks = column > 1 and RANK_HEAD.fullmatch(head.strip()) is not None
    parse = parse_rank if ranks else figure_of
    numbers = [(cell, number) for cell in filled if (number := parse(cell)) is not None]
    values = [number for _, number in numbers if number.value or number.marker == "c"]
    if len(numbers) < max(1, _FIGURES_MIN * len(filled)) or not values:
        return False
    # "Number" over a later column counts; over the first it numbers the rows.
    counts = column > 0 and re.fullmatch(r"no\.?|number|nos\.?|#", head.strip(), re.IGNORECASE) is not None
    if _KEY_HEAD.fullmatch(head.strip()) and head.strip() and not (ranks or counts or sums_up):
        return False
    plain = [cell for cell, number in numbers if number.value]
    if all(YEAR_HEAD.fullmatch(cell.strip()) for cell in plain):
        return False
    # A first column, or one headed "No.", that counts its own rows (1, 2, 3 …) numbers them.
    counting = [str(n) for n in range(1, len(plain) + 1)]
    return not ((column == 0 or counts) and len(plain) > 1 and [cell.strip(" .") for cell in plain] == counting)


def _holds_periods(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return (
        bool(filled)
        and sum(period_of(cell) is not None for cell in filled) >= 0.6 * len(filled)
        and all(len(c) < 60 for c in filled)
    )
