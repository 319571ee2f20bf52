"""Papers with tables as statistical offices, ministries and banks set them, made on the spot from a number.

``paper(seed)`` invents one paper and the rows that a careful reader finds in it. Habits vary on their own: rules,
leaders, signs, heads over heads, units, sub-heads, notes, how the producer writes its text, what stands round the
table. All names and figures are made up.
"""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from make_tables import Rows, over, wrap

BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}
NONE_SIGNS = ("–", "-", "..", "n.a.", ":", "—", "(X)", "NA", "*")


@dataclass(frozen=True)
class Habits:
    """How one paper sets its tables. Lengths in points."""

    font: str = "Helvetica"
    size: float = 8.0
    leading: float = 1.2
    row_air: float = 1.5
    gap: float = 12.0
    rules: str = "head"
    """"head" (above, below the head, at the foot), "rows", "grid", "uprights", "bands" (tinted rows), "none"."""
    straddles: bool = True
    head_align: str = "centre"
    head_bold: bool = False
    head_valign: str = "bottom"
    leaders: str = ""
    money: str = ""
    """"first": a currency sign in the first row only, "apart": on the column's left in every row, "joined"."""
    figures_on: str = "last"
    """The line of a stub of several lines on which its figures stand."""
    pause: int = 0
    """Air after every so many rows."""
    text_by: str = "cell"
    """What the producer writes in one go: "cell", "word", "line" (with spaces between), "column"."""
    full_width: bool = True
    figures_centred: bool = False
    dashes: str = "–"
    thousands: str = ","
    stub_bold: bool = False


@dataclass
class Figures:
    """A table before it is set: head levels of (text, first column, last column), lines of the body, notes."""

    levels: list[list[tuple[str, int, int]]]
    body: list[tuple[str, str, int, list[str]]]
    """Each line's kind ("row", "label", "group", "total"), label, depth of indent and entries."""
    caption: str = ""
    notes: list[str] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)
    """Raised marks after the label of a line of the body."""

    @property
    def columns(self) -> int:
        return len(self.body[0][3]) + 1 if self.body[0][3] else max(len(line[3]) for line in self.body) + 1

    def rows(self, units_apart: bool = True, stub_spans: bool = False) -> Rows:
        """The rows that a reader finds; a line of units below the heads is a row of its own or the end of each head."""
        out: Rows = []
        levels = self.levels
        if not units_apart and len(levels) > 1 and all(t.startswith("(") and a == b for t, a, b in levels[-1]):
            units = {a: t for t, a, _ in levels[-1]}
            levels = [*levels[:-2], [(f"{t} {units.get(a, '')}".strip(), a, b) for t, a, b in levels[-2]]]
        for level in levels:
            row: list[Any] = [""] * self.columns
            for text, first, last in level:
                row[first : last + 1] = [over(text, last - first + 1) if last > first else text] + [None] * (
                    last - first
                )
            out.append(row)
        stub = out[len(levels) - 1][0] or next((row[0] for row in out if row[0]), "")
        if stub_spans and stub:
            for row in out:
                row[0] = None
            out[0][0] = over(stub, 1, len(levels))
        for kind, label, _, entries in self.body:
            if kind == "group":
                out.append([over(label, self.columns), *[None] * (self.columns - 1)])
            else:
                out.append([label, *(entries or [""] * (self.columns - 1))])
        return out


Piece = tuple[float, float, str, str, float]
"""Words to write: x, y (from the bottom), text, font, size."""


def write(c: Canvas, pieces: list[Piece], by: str) -> None:
    """Puts words on the page as a producer does: cell by cell, word by word, line by line or down the columns."""
    if by == "line":
        for y, held in itertools.groupby(sorted(pieces, key=lambda p: (-p[1], p[0])), key=lambda p: p[1]):
            text, reach = c.beginText(), 0.0
            for x, _, words, font, size in held:
                text.setFont(font, size)
                space = stringWidth(" ", font, size)
                if reach and x - reach > space:
                    text.setTextOrigin(reach, y)
                    text.textOut(" " * int((x - reach) / space))
                text.setTextOrigin(x, y)
                text.textOut(words)
                reach = x + stringWidth(words, font, size)
            c.drawText(text)
        return
    if by == "column":
        pieces = sorted(pieces, key=lambda p: (round(p[0] / 40), -p[1]))
    for x, y, words, font, size in pieces:
        c.setFont(font, size)
        if by != "word":
            c.drawString(x, y, words)
            continue
        for word in words.split():
            c.drawString(x, y, word)
            x += stringWidth(word + " ", font, size)


def set_table(c: Canvas, x: float, y: float, width: float, table: Figures, habits: Habits) -> float:
    """Draws a table with its top left at ``x``, ``y``; the height of its foot comes out."""
    h, size, font = habits, habits.size, habits.font
    step = size * h.leading
    n = table.columns
    head_font = BOLD[font] if h.head_bold else font

    def wide(text: str, dress: str = font) -> float:
        return stringWidth(text, dress, size)

    entry = [max([wide(line[3][k]) for line in table.body if line[3]] + [0]) for k in range(n - 1)]
    leaf = {first: text for text, first, last in table.levels[-1] if first == last}
    word = [max([wide(w, head_font) for w in leaf.get(k + 1, "").split()] + [0]) for k in range(n - 1)]
    figure = [max(a, b, 1.6 * a if a < 3 * size else a) for a, b in zip(entry, word, strict=True)]
    sign = wide("$") + 2 if h.money else 0
    figure = [w + sign for w in figure]
    room = width - sum(figure) - (n - 1) * h.gap
    longest = max(wide(line[1]) + line[2] * size for line in table.body if line[0] != "group")
    stub = max(min(longest + (3 * size if h.leaders else 0), room), 9 * size, wide(leaf.get(0, ""), head_font) * 0.6)
    spare = max(0.0, room - stub) / max(1, n - 1) if h.full_width else 0.0
    spare = min(spare, 45.0)
    edges = [x, x + stub]
    for w in figure:
        edges.append(edges[-1] + h.gap + spare + w)
    spans = [(x, x + stub)] + [(edges[k + 1] + h.gap + spare, edges[k + 2]) for k in range(n - 1)]
    # Heads may use the air on both sides of their figures.
    lean = (h.gap + spare) * 0.35 if h.head_align == "centre" else 0.0
    pieces: list[Piece] = []
    rules: list[tuple[float, float, float]] = []
    right = edges[-1] + lean
    top = y
    rules.append((x, right, y))

    def put(line: str, first: int, last: int, base: float, align: str, dress: str) -> None:
        a, b = spans[first][0] - (lean if first else 0), spans[last][1] + (lean if first else 0)
        if align == "right" and first == last:
            pieces.append((b - lean - wide(line, dress), base, line, dress, size))
        elif align == "left" and first == last:
            pieces.append((a + lean, base, line, dress, size))
        else:
            pieces.append(((a + b - wide(line, dress)) / 2, base, line, dress, size))

    for depth, level in enumerate(table.levels):
        laid = []
        for text, first, last in level:
            a, b = spans[first][0] - (lean if first else 0), spans[last][1] + (lean if first else 0)
            laid.append((wrap(text, head_font, size, b - a + 0.1), first, last))
        tall = max(len(lines) for lines, _, _ in laid)
        y -= 2
        for lines, first, last in laid:
            down = {"bottom": tall - len(lines), "top": 0, "middle": (tall - len(lines)) / 2}[h.head_valign]
            for i, line in enumerate(lines):
                base = y - (down + i + 0.85) * step
                put(line, first, last, base, "left" if first == 0 else h.head_align, head_font)
        y -= tall * step + 2
        for _, first, last in level:
            if h.straddles and depth < len(table.levels) - 1 and last > first:
                rules.append((spans[first][0] - lean, spans[last][1] + lean, y + 0.5))
    rules.append((x, right, y))
    head_foot = y
    bands: list[tuple[float, float]] = []
    marks: list[Piece] = []
    count = 0
    for k, (kind, label, depth, entries) in enumerate(table.body):
        dress = BOLD[font] if kind in ("total", "group") or (h.stub_bold and kind == "label") else font
        indent = depth * size
        if kind == "group":
            y -= h.row_air + 2
            base = y - 0.85 * step
            pieces.append(((x + right - wide(label, dress)) / 2, base, label, dress, size))
            y -= step + h.row_air + 1
            continue
        lines = wrap(label, dress, size, stub - indent) or [""]
        if len(lines) > 1 and h.leaders:
            lines = wrap(label, dress, size, stub - indent - 2 * size)
        up = y
        y -= h.row_air
        for i, line in enumerate(lines):
            hang = size if i and depth == 0 and h.figures_on == "last" and not h.leaders else 0.0
            left = x + indent + hang
            base = y - (i + 0.85) * step
            pieces.append((left, base, line, dress, size))
            if i == len(lines) - 1 and entries and h.leaders:
                dot = h.leaders
                start = left + wide(line, dress) + wide(" ")
                times = int((x + stub - start) / wide(dot))
                if times > 2:
                    pieces.append((start, base, (dot * times).strip(), font, size))
            elif i == len(lines) - 1 and k in table.marks:
                marks.append((left + wide(line, dress) + 0.3, base + 0.35 * size, table.marks[k], dress, size * 0.62))
        base = y - (0.85 + (len(lines) - 1 if h.figures_on == "last" else 0)) * step
        for col, text in enumerate(entries):
            if not text:
                continue
            a, b = spans[col + 1]
            if h.figures_centred:
                b = (a + b + entry[col]) / 2
            sign_here = h.money and text[0] in "$€£"
            if sign_here and h.money != "joined":
                pieces.append((b - entry[col] - wide("$") * 0.2, base, text[0], dress, size))
                text = text[1:]
            shown = wide(text, dress)
            pieces.append((b - shown, base, text, dress, size))
        y -= len(lines) * step + h.row_air
        count += 1
        if h.rules == "rows" or (h.rules == "grid"):
            rules.append((x, right, y))
        if h.rules == "bands" and count % 2:
            bands.append((y, up))
        if h.pause and count % h.pause == 0:
            y -= 0.7 * step
    rules.append((x, right, y))
    for low, high in bands:
        c.setFillGray(0.9)
        c.rect(x, low, right - x, high - low, stroke=0, fill=1)
        c.setFillGray(0)
    if h.rules == "bands":
        c.setFillGray(0.75)
        c.rect(x, head_foot, right - x, top - head_foot, stroke=0, fill=1)
        c.setFillGray(0)
    c.setLineWidth(0.5)
    if h.rules not in ("none", "bands"):
        for a, b, at in rules:
            c.line(a, at, b, at)
    if h.rules in ("grid", "uprights"):
        cuts = [(spans[k][1] + spans[k + 1][0]) / 2 + (lean / 2 if k == 0 else 0) for k in range(n - 1)]
        for at in cuts:
            c.line(at, head_foot, at, y)
        low = top
        for level in table.levels:
            covered = {k for _, first, last in level for k in range(first, last)}
            tall = (top - head_foot) / len(table.levels)
            for k, at in enumerate(cuts):
                if k not in covered:
                    c.line(at, low, at, low - tall)
            low -= tall
        if h.rules == "grid":
            for at in (x, right):
                c.line(at, top, at, y)
    write(c, pieces, h.text_by)
    write(c, marks, "cell")
    return y


STUBS = {
    "regions": ("Northern uplands", "Harbour counties", "Lower Ister", "Capital region", "Great plain", "Eastern march",
                "Island districts", "Southern valleys", "West coast", "Lake district", "Border parishes", "New towns"),
    "states": ("Arvonia", "Belmark", "Cordovia", "Dalmere", "Estrane", "Fjordland", "Galvia", "Hestia", "Iberon",
               "Jutmark", "Karelund", "Lusania", "Morania", "Norwick", "Ostmark"),
    "industries": ("Agriculture, forestry and fishing", "Mining and quarrying", "Manufacturing", "Durable goods",
                   "Nondurable goods", "Electricity, gas, steam and air conditioning supply", "Construction",
                   "Wholesale and retail trade; repair of motor vehicles and motorcycles",
                   "Transportation and warehousing", "Finance and insurance", "Public administration and defence",
                   "Arts, entertainment and recreation", "Other services"),
    "money": ("Receipts from operations", "Contributions from individuals other than candidates and party committees",
              "Transfers from affiliated committees", "Loans received", "Interest and dividends", "Other income",
              "Operating expenditures", "Refunds of contributions", "Loan repayments made by the committee",
              "Independent expenditures", "Cash on hand, close of period", "Debts owed"),
    "ages": ("Under 5 years", "5 to 9 years", "10 to 14 years", "15 to 19 years", "20 to 24 years", "25 to 34 years",
             "35 to 44 years", "45 to 54 years", "55 to 64 years", "65 to 74 years", "75 years and over"),
    "years": tuple(str(y) for y in range(1996, 2012)),
    "programmes": ("Rural electrification loans and guarantees", "School lunch and breakfast programs",
                   "Grants to local agencies for the inspection of small dams and levees built before the flood code",
                   "Veterans' housing benefits", "Fuel assistance for low-income households",
                   "Airport improvement", "Water research", "Prisons and probation",
                   "Research into the health of crops, livestock and wild pollinators", "Highway safety", "Food aid"),
}  # fmt: skip
LEAVES = (
    "Number", "Percent", "Total", "Average annual rate", "Change from previous year", "Per 1,000 population",
    "Men", "Women", "Both sexes", "Gross", "Net", "Estimate", "Margin of error", "Budget authority", "Outlays",
    "Jan.–June", "July–Dec.", "Full-time equivalent employees", "Share of total (%)", "Mean", "Median",
)  # fmt: skip
GROUPS = (
    "All persons", "In private households", "Public sector", "Foreign trade", "At current prices",
    "At constant prices", "Fiscal year ended September 30", "Seasonally adjusted", "Not seasonally adjusted",
    "12 months to December",
)  # fmt: skip
UNITS = ("(thousands)", "(%)", "(EUR million)", "(number)", "(1000 t)", "(days)")
TITLES = (
    "Employment by sector and sex", "Receipts and disbursements of committees", "Resident population and its change",
    "Balance sheet, end of period", "Output of selected products", "Cases closed by outcome", "Outlays by function",
    "Household waste by treatment", "Consumer prices",
)  # fmt: skip
SENTENCES = (
    "Output rose by 2.3 percent over the year, the fourth rise in as many quarters, after a fall of 1.1 percent.",
    "The figures rest on returns from 1,240 offices; those that came late were carried forward from the year before.",
    "Of the 17 programs reviewed, 9 had no plan for measuring results, and officials said that none was foreseen.",
    "Differences between regions remain wide: in 2009 the highest rate was three times the lowest.",
    "Revisions are published with the second estimate; users should not compare first estimates with one another.",
    "Respondents were asked whether they had worked at least one hour for pay in the week before the interview.",
    "The committee recommended that the secretary set out, by March, how the backlog of claims is to be reduced.",
    "Imports of machinery fell, while those of fuels grew as prices did; the balance moved into a small surplus.",
)


def figure(rng: random.Random, kind: str, scale: int, thousands: str) -> str:
    if kind == "share":
        return f"{rng.uniform(0, 99):.1f}"
    if kind == "percent":
        return f"{rng.uniform(0, 99):.1f}%"
    if kind == "change":
        value = rng.uniform(-12, 20)
        return f"{value:.1f}".replace("-", rng.choice("-–−"))
    if kind == "bracket":
        value = rng.randint(1, scale)
        return f"({value:,})" if rng.random() < 0.3 else f"{value:,}"
    return f"{rng.randint(max(1, scale // 60), scale):,}".replace(",", thousands)


def figures_table(rng: random.Random, habits: Habits, most_columns: int, rows: int, number: int) -> Figures:
    """An invented table with at most ``most_columns`` columns of figures."""
    shape = rng.choice(("flat", "flat", "groups", "groups", "years", "deep"))
    levels: list[list[tuple[str, int, int]]] = []
    stub_head = rng.choice(("", "", "Category", "Region", "Item", "Characteristic", "Function and subfunction"))
    per = rng.choice((2, 2, 3))
    if most_columns < 2 * per:
        shape = "flat"
    if shape in ("groups", "deep"):
        groups = max(1, min(rng.randint(2, 4), most_columns // per))
        leaves = [rng.choice(([str(2007 + k) for k in range(per)], rng.sample(LEAVES, per)))] * groups
        names = rng.sample(GROUPS, groups)
        count = groups * per
        levels.append([(names[g], 1 + g * per, (g + 1) * per) for g in range(groups)])
        levels.append(
            [(stub_head, 0, 0)] * bool(stub_head)
            + [(t, 1 + k, 1 + k) for k, t in enumerate(itertools.chain.from_iterable(leaves))]
        )
        if shape == "deep":
            levels.insert(
                0, [(rng.choice(("Amounts outstanding", "Number of cases by type of office", "Estimates")), 1, count)]
            )
    else:
        count = rng.randint(2, most_columns)
        start = rng.randint(1998, 2006)
        texts = (
            [str(start + k) for k in range(count)]
            if shape == "years"
            else [LEAVES[k] for k in rng.sample(range(len(LEAVES)), count)]
        )
        levels.append([(stub_head, 0, 0)] * bool(stub_head) + [(t, 1 + k, 1 + k) for k, t in enumerate(texts)])
    extra = rng.random()
    if extra < 0.12:
        levels.append([(f"({k})", k, k) for k in range(1, count + 1)])
    elif extra < 0.25:
        levels.append([(rng.choice(UNITS), k, k) for k in range(1, count + 1)])
    elif extra < 0.32:
        levels.append([(rng.choice(("(Millions of dollars)", "Percent of all cases", "1 000 persons")), 1, count)])
    kinds = [rng.choice(("count", "count", "count", "share", "change", "bracket", "percent")) for _ in range(count)]
    if shape in ("groups", "deep"):
        kinds = [kinds[k % per] for k in range(count)]
    if habits.money:
        kinds = ["count" if k != "bracket" else k for k in kinds]
    scale = rng.choice((900, 60_000, 4_000_000))
    stub = list(STUBS[rng.choice(list(STUBS))])
    if rng.random() < 0.5 and not stub[0].isdigit():
        rng.shuffle(stub)
    blank = rng.choice((0.0, 0.03, 0.1))
    empty = rng.choice((0.0, 0.0, 0.08))
    sub = rng.choice(("", "", "label", "group", "indent"))
    if sub == "group" and habits.rules in ("grid", "uprights"):
        sub = "label"
    body: list[tuple[str, str, int, list[str]]] = []

    def entries(first: bool) -> list[str]:
        out = []
        for kind in kinds:
            text = figure(rng, kind, scale, habits.thousands)
            if rng.random() < blank:
                text = habits.dashes
            elif rng.random() < empty:
                text = ""
            elif habits.money in ("apart", "joined") or (habits.money == "first" and first):
                text = "$" + text
            out.append(text)
        return out if any(out) else [figure(rng, k, scale, habits.thousands) for k in kinds]

    heads = iter(rng.sample(("Men", "Women", "Total economy", "Public offices", "Rest of the world", "Of which:"), 6))
    since = 0
    for k in range(rows):
        label = stub[k % len(stub)] if k < len(stub) else f"{stub[k % len(stub)]}, other"
        if sub and (k == 0 or since >= 4) and k < rows - 2:
            body.append((sub if sub != "indent" else "label", next(heads, "Other"), 0, []))
            since = 0
        since += 1
        body.append(
            ("row", label, 1 if sub in ("label", "indent") else (rng.choice((0, 0, 1)) if k else 0), entries(k == 0))
        )
    if rng.random() < 0.6:
        body.insert(
            0 if rng.random() < 0.3 and sub != "group" else len(body),
            ("total", rng.choice(("Total", "All items", "Total, all agencies")), 0, entries(False)),
        )
    table = Figures(levels, body)
    if rng.random() < 0.85:
        name = f"Table {number}" if rng.random() < 0.6 else f"TABLE {number}"
        table.caption = f"{name}{rng.choice(('. ', ': ', ' – ', '.—'))}{rng.choice(TITLES)}, {rng.randint(1995, 2011)}"
    if rng.random() < 0.25 and not habits.leaders:
        table.marks = {rng.randrange(len(body)): str(k + 1) for k in range(2)}
        table.marks = {k: m for k, m in table.marks.items() if body[k][3]}
    table.notes = rng.sample(
        (
            "Source: returns of member offices; calculations by the secretariat.",
            "Note: Details may not add to totals because of rounding. Figures for the latest year are provisional and "
            "will be revised when all of the returns are in.",
            "1 Includes offices abroad.   2 Break in series.",
            "– Quantity zero or rounds to zero; n.a. Not available.",
            "1/ Excludes loans repaid within the year.",
            "(a) Estimate based on a sample of 1,240 offices.",
        ),
        rng.choice((0, 1, 1, 2, 3)),
    )  # fmt: skip
    return table


def habits_of(rng: random.Random) -> Habits:
    font = rng.choice(("Helvetica", "Helvetica", "Times-Roman", "Times-Roman", "Courier"))
    leaders = rng.choice(("", "", "", ".", ". ", " ."))
    rules = rng.choice(("head", "head", "head", "none", "rows", "grid", "uprights", "bands"))
    return Habits(
        font=font,
        size=rng.choice((6.5, 7.0, 7.5, 8.0, 8.0, 9.0, 10.0)) if font != "Courier" else 6.5,
        leading=rng.choice((1.05, 1.12, 1.2, 1.3)),
        row_air=rng.choice((0.0, 0.0, 0.5, 1.5, 3.0, 5.0)),
        gap=rng.choice((6.0, 8.0, 12.0, 20.0)),
        rules=rules,
        straddles=rng.random() < 0.8,
        head_align=rng.choice(("centre", "centre", "right", "right", "left")),
        head_bold=rng.random() < 0.4,
        head_valign=rng.choice(("bottom", "bottom", "bottom", "top", "middle")),
        leaders=leaders,
        money=rng.choice(("", "", "", "", "first", "first", "apart", "joined")),
        figures_on="last" if leaders else rng.choice(("last", "first")),
        pause=rng.choice((0, 0, 0, 0, 5, 3)) if rules in ("head", "none", "uprights") else 0,
        text_by=rng.choice(("cell", "cell", "word", "line", "column")),
        full_width=rng.random() < 0.7,
        figures_centred=rng.random() < 0.3,
        dashes=rng.choice(NONE_SIGNS),
        thousands=rng.choice((",", ",", ",", " ", ".")),
        stub_bold=rng.random() < 0.3,
    )


@dataclass(frozen=True)
class Made:
    """A paper and its key: each of ``keys`` is one right way to give its tables."""

    data: bytes
    keys: list[list[Rows]]
    marks: tuple[tuple[str, str], ...]
    """Labels with their raised marks as one word, and without: both are right."""
    what: str


def passage(
    c: Canvas, rng: random.Random, x: float, y: float, width: float, low: float, font: str, size: float = 10.0
) -> float:
    """Prose down to the height ``low``; justified as books are, or not."""
    while y - 4 * size * 1.25 > low:
        text = " ".join(rng.choice(SENTENCES) for _ in range(rng.randint(2, 5)))
        c.setFont(font, size)
        lines = wrap(text, font, size, width)
        for i, line in enumerate(lines):
            if y < low + size:
                return y
            loose = width - stringWidth(line, font, size)
            if i < len(lines) - 1 and " " in line:
                c.drawString(x, y, line, wordSpace=loose / line.count(" "))
            else:
                c.drawString(x, y, line)
            y -= size * 1.25
        y -= size * 0.7
    return y


def captioned(c: Canvas, x: float, y: float, width: float, table: Figures, habits: Habits) -> float:
    """A table with its caption above and its notes below; the height below all of it comes out."""
    dress = BOLD[habits.font]
    if table.caption:
        for line in wrap(table.caption, dress, habits.size + 1, width):
            c.setFont(dress, habits.size + 1)
            c.drawString(x, y, line)
            y -= habits.size * 1.4
    y = set_table(c, x, y + habits.size * 0.4, width, table, habits)
    y -= habits.size + 1.5
    for note in table.notes:
        for line in wrap(note, habits.font, habits.size * 0.9, width):
            c.setFont(habits.font, habits.size * 0.9)
            c.drawString(x, y, line)
            y -= habits.size * 1.1
    return y


SHAPES = ("single", "single", "single", "columns", "top", "stacked", "beside", "pages", "landscape", "whole")


def paper(seed: int) -> Made:
    """The paper of a number: the same number, the same bytes."""
    rng = random.Random(f"statistics {seed}")
    habits = habits_of(rng)
    shape = SHAPES[seed % len(SHAPES)]
    size = landscape(A4) if shape == "landscape" else A4
    out = io.BytesIO()
    c = Canvas(out, pagesize=size, invariant=1)
    tables = _SHAPES[shape](c, rng, habits, size)
    c.save()
    marks = tuple((t.body[k][1] + m, t.body[k][1]) for t in tables for k, m in t.marks.items())
    drawn = habits.rules in ("grid", "uprights")
    keys = [[t.rows(apart, spans) for t in tables] for apart in (True, False) for spans in {False, drawn}]
    if shape == "pages":
        keys += [[a + b[len(b) - len(tables[1].body) :]] for a, b in keys]
    return Made(out.getvalue(), keys, marks, f"{shape}, {habits.rules}, {habits.font} {habits.size}, {habits.text_by}")


Page = tuple[float, float]


def _most(width: float, habits: Habits) -> int:
    """How many columns of figures fit."""
    each = (5.5 if habits.font != "Courier" else 7.5) * habits.size + habits.gap
    return max(2, min(12, int((width - 16 * habits.size) / each)))


def _single(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    font = rng.choice(("Times-Roman", "Helvetica"))
    table = figures_table(rng, habits, _most(450, habits), rng.randint(4, 16), 1)
    y = passage(c, rng, 70, 770, 450, rng.randint(640, 720), font)
    y = captioned(c, 70, y - 12, 450, table, habits)
    passage(c, rng, 70, y - 18, 450, 80, font)
    c.setFont(font, 9)
    c.drawCentredString(297, 40, "17")
    return [table]


def _columns(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    font = rng.choice(("Times-Roman", "Helvetica"))
    table = figures_table(rng, habits, min(3, _most(245, habits)), rng.randint(4, 10), 2)
    passage(c, rng, 50, 780, 240, 70, font, 9)
    y = passage(c, rng, 310, 780, 240, 560, font, 9)
    y = captioned(c, 310, y - 14, 240, table, habits)
    passage(c, rng, 310, y - 16, 240, 70, font, 9)
    return [table]


def _top(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    font = rng.choice(("Times-Roman", "Helvetica"))
    table = figures_table(rng, habits, _most(500, habits), rng.randint(5, 14), 3)
    y = captioned(c, 50, 780, 500, table, habits)
    passage(c, rng, 50, y - 20, 240, 70, font, 9)
    passage(c, rng, 310, y - 20, 240, 70, font, 9)
    return [table]


def _stacked(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    out, y = [], 780.0
    for number in (4, 5):
        table = figures_table(rng, habits, _most(460, habits), rng.randint(3, 8), number)
        table.caption = table.caption or f"Table {number}. {rng.choice(TITLES)}"
        y = captioned(c, 65, y, 460, table, habits) - rng.choice((10, 16, 26))
        out.append(table)
    passage(c, rng, 65, y - 10, 460, 80, "Times-Roman")
    return out


def _beside(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    y = passage(c, rng, 50, 780, 500, 680, "Times-Roman")
    out, feet = [], []
    for k in range(2):
        table = figures_table(rng, habits, min(2, _most(225, habits)), 6 + k, 6 + k)
        feet.append(captioned(c, 50 + 270 * k, y - 10, 225, table, habits))
        out.append(table)
    passage(c, rng, 50, min(feet) - 20, 500, 80, "Times-Roman")
    return out


def _pages(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    rows = int(620 / (habits.size * habits.leading * 1.25 + 2 * habits.row_air))
    whole = figures_table(rng, habits, _most(450, habits), max(12, min(40, rows)), 8)
    whole.notes = []
    cut = next(k for k in range(len(whole.body) * 2 // 3, 0, -1) if whole.body[k][0] == "row" and whole.body[k - 1][3])
    first = Figures(whole.levels, whole.body[:cut], whole.caption)
    second = Figures(whole.levels, whole.body[cut:], f"{whole.caption} (continued)" if whole.caption else "")
    tall = sum(
        len(wrap(b[1], habits.font, habits.size, 150)) * habits.size * habits.leading + 2 * habits.row_air + 2
        for b in first.body
    )
    y = passage(c, rng, 70, 770, 450, min(700, 130 + tall + 60), "Helvetica")
    captioned(c, 70, y - 8, 450, first, habits)
    c.showPage()
    y = captioned(c, 70, 780, 450, second, habits)
    passage(c, rng, 70, y - 20, 450, 80, "Helvetica")
    return [first, second]


def _landscape(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    table = figures_table(rng, habits, _most(720, habits), rng.randint(8, 18), 9)
    y = captioned(c, 60, 540, 720, table, habits)
    if y > 140:
        passage(c, rng, 60, y - 20, 720, 60, "Times-Roman", 9)
    return [table]


def _whole(c: Canvas, rng: random.Random, habits: Habits, size: Page) -> list[Figures]:
    rows = int(560 / (habits.size * habits.leading * 1.3 + 2 * habits.row_air))
    table = figures_table(rng, habits, _most(490, habits), min(45, rows), 10)
    captioned(c, 52, 780, 490, table, habits)
    c.setFont("Helvetica", 8)
    c.drawString(52, 30, "Statistical abstract 41")
    return [table]


_SHAPES: dict[str, Callable[[Canvas, random.Random, Habits, Page], list[Figures]]] = {
    "single": _single,
    "columns": _columns,
    "top": _top,
    "stacked": _stacked,
    "beside": _beside,
    "pages": _pages,
    "landscape": _landscape,
    "whole": _whole,
}
