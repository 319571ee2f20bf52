"""Pages with tables in many looks, made on the spot, each with the rows that a careful reader finds on it.

A look is a function that draws one paper and says what its tables hold. Places, names and figures are made up.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Rows = list[list[Any]]
"""Texts; a spanning cell is ``{"text", "rowspan", "colspan"}`` and the positions under it are ``None``."""


def over(text: str, columns: int = 1, rows: int = 1) -> dict[str, Any]:
    return {"text": text, "colspan": columns, "rowspan": rows}


@dataclass
class Look:
    """How a table is set: rules of "all", "rows", "head" (booktabs), "none" or "open" (no outer sides)."""

    rules: str = "all"
    size: float = 9.0
    leading: float = 1.2
    pad: float = 3.0
    side: float = 3.0
    heads: int = 1
    bold_head: bool = True
    fill_head: str = ""
    zebra: str = ""
    valign: str = "top"
    align: Sequence[str] = ()
    head_align: str = ""
    partial: bool = False
    head_valign: str = "bottom"
    font: str = "Helvetica"
    dots: bool = False
    turned_head: float = 0.0
    indents: Sequence[float] = field(default_factory=list)


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            trial = f"{line} {word}".strip()
            if line and stringWidth(trial, font, size) > width:
                lines.append(line)
                line = word
            else:
                line = trial
        lines.append(line)
    return lines


def paint(c: Canvas, x: float, y: float, widths: Sequence[float], rows: Rows, look: Look) -> float:
    """Draws a table with its top left at ``x``, ``y`` (points from the bottom); the height of its foot comes out."""
    n, m = len(rows), len(widths)
    edges = [x + sum(widths[:k]) for k in range(m + 1)]

    def cell(r: int, k: int) -> tuple[str, int, int] | None:
        value = rows[r][k]
        if value is None:
            return None
        if isinstance(value, dict):
            return value["text"], value["rowspan"], value["colspan"]
        return value, 1, 1

    def font(r: int) -> str:
        return look.font + "-Bold" if r < look.heads and look.bold_head else look.font

    def lines(r: int, k: int) -> list[str]:
        held = cell(r, k)
        if held is None or not held[0]:
            return []
        indent = look.indents[r] if k == 0 and r < len(look.indents) else 0.0
        width = edges[k + held[2]] - edges[k] - 2 * look.side - indent
        return wrap(held[0], font(r), look.size, width)

    step = look.size * look.leading
    heights = []
    for r in range(n):
        single = [lines(r, k) for k in range(m) if (h := cell(r, k)) and h[1] == 1]
        heights.append(max([len(t) for t in single] + [1]) * step + 2 * look.pad)
    if look.turned_head:
        heights[0] = look.turned_head
    tops = [y - sum(heights[:r]) for r in range(n + 1)]
    for r in range(n):
        fill = look.fill_head if r < look.heads else (look.zebra if (r - look.heads) % 2 else "")
        if fill:
            c.setFillColor(fill)
            for k in range(m):
                c.rect(edges[k], tops[r + 1], widths[k], heights[r], stroke=0, fill=1)
    c.setFillColor("black")
    c.setStrokeColor("black")
    c.setLineWidth(0.5)
    _rules(c, rows, edges, tops, look, cell)
    for r in range(n):
        for k in range(m):
            held = cell(r, k)
            text = lines(r, k)
            if held is None or not text:
                continue
            top, foot = tops[r], tops[r + held[1]]
            if look.turned_head and r == 0 and k > 0:
                c.saveState()
                c.translate((edges[k] + edges[k + 1]) / 2 + look.size / 3, foot + look.pad)
                c.rotate(90)
                c.setFont(font(r), look.size)
                c.drawString(0, 0, held[0])
                c.restoreState()
                continue
            valign = look.head_valign if r < look.heads else look.valign
            free = top - foot - 2 * look.pad - len(text) * step
            down = {"top": 0.0, "middle": free / 2, "bottom": free}[valign]
            base = top - look.pad - down - look.size * 0.95
            align = look.align[k] if look.align else "left"
            if r < look.heads and look.head_align:
                align = look.head_align if k else "left"
            if held[2] > 1 and r < look.heads:
                align = "centre"
            if held[2] == m:
                align = "left"
            indent = look.indents[r] if k == 0 and r < len(look.indents) else 0.0
            c.setFont(font(r), look.size)
            for i, line in enumerate(text):
                left, right = edges[k] + look.side + indent, edges[k + held[2]] - look.side
                at = base - i * step
                if align == "right":
                    c.drawRightString(right, at, line)
                elif align == "centre":
                    c.drawCentredString((left + right) / 2, at, line)
                else:
                    c.drawString(left, at, line)
                    last = i == len(text) - 1 and k == 0 and r >= look.heads
                    if look.dots and last and any(rows[r][1:]):
                        end = left + stringWidth(line + " ", font(r), look.size)
                        c.drawString(end, at, "." * int((right - end) / stringWidth(".", font(r), look.size)))
    return tops[n]


def _rules(c: Canvas, rows: Rows, edges: list[float], tops: list[float], look: Look, cell: Callable[..., Any]) -> None:
    n, m = len(rows), len(edges) - 1
    if look.rules in ("all", "open"):
        for r in range(n):
            for k in range(m):
                held = cell(r, k)
                if held is None:
                    continue
                x0, x1, y0, y1 = edges[k], edges[k + held[2]], tops[r + held[1]], tops[r]
                c.line(x0, y0, x1, y0)
                c.line(x0, y1, x1, y1)
                if look.rules == "all" or k > 0:
                    c.line(x0, y0, x0, y1)
                if look.rules == "all" or k + held[2] < m:
                    c.line(x1, y0, x1, y1)
    elif look.rules == "rows":
        for top in tops:
            c.line(edges[0], top, edges[-1], top)
    elif look.rules == "head":
        for top in (tops[0], tops[look.heads], tops[-1]):
            c.line(edges[0], top, edges[-1], top)
    if look.partial:
        for r in range(look.heads - 1):
            for k in range(m):
                held = cell(r, k)
                if held and held[2] > 1:
                    c.line(edges[k] + 3, tops[r + 1], edges[k + held[2]] - 3, tops[r + 1])


PROSE = (
    "The partnership has met four times since the last report and has looked at what each agency brings. Residents "
    "told us in the survey that they feel safer after dark than they did a year ago, but confidence varies between "
    "neighbourhoods, and officers will report again in the autumn with a fuller account of the work that was done by "
    "the joint tasking group, the street wardens and the new town centre team."
)


def prose(c: Canvas, x: float, y: float, width: float, times: int = 1, size: float = 10, text: str = PROSE) -> float:
    for _ in range(times):
        c.setFont("Helvetica", size)
        for line in wrap(text, "Helvetica", size, width):
            c.drawString(x, y, line)
            y -= size * 1.25
        y -= size * 0.6
    return y


def heading(c: Canvas, x: float, y: float, text: str, size: float = 13) -> float:
    c.setFont("Helvetica-Bold", size)
    c.drawString(x, y, text)
    return y - size * 1.6


Made = tuple[bytes, list[Rows]]


def _paper(draw: Callable[[Canvas], list[Rows]], size: tuple[float, float] = A4) -> Made:
    out = io.BytesIO()
    c = Canvas(out, pagesize=size, invariant=1)
    rows = draw(c)
    c.save()
    return out.getvalue(), rows


OFFENCES: Rows = [
    ["Offence", "April to June 2023", "April to June 2022", "Change", "% change"],
    ["Burglary", "1,234", "1,180", "54", "4.6%"],
    ["Robbery of personal property", "87", "91", "-4", "-4.4%"],
    ["Criminal damage", "402", "388", "14", "3.6%"],
    ["Drug possession", "56", "0", "56", "n/a"],
    ["Anti-social behaviour", "2,310", "2,544", "-234", "-9.2%"],
    ["Total", "4,089", "4,203", "-114", "-2.7%"],
]
FIGURES = ("left", "right", "right", "right", "right")


def full_rules() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = heading(c, 60, 780, "3. Recorded offences")
        y = prose(c, 60, y, 470)
        y = paint(c, 60, y, [170, 80, 80, 70, 70], OFFENCES, Look(align=FIGURES))
        prose(c, 60, y - 20, 470, 2)
        return [OFFENCES]

    return _paper(draw)


def head_rules() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470, 2)
        y = prose(c, 60, y, 470, 1, 10, "Table 2. Recorded offences in the first quarter")
        y = paint(c, 60, y, [170, 80, 80, 70, 70], OFFENCES, Look(rules="head", align=FIGURES, head_align="right"))
        y = prose(c, 60, y - 14, 470, 1, 7.5, "Source: monthly returns. Figures are provisional.")
        prose(c, 60, y - 10, 470, 2)
        return [OFFENCES]

    return _paper(draw)


def no_rules() -> Made:
    rows: Rows = [
        ["Ward", "2021/22", "2022/23", "Rate per 1,000"],
        ["Abbey", "120", "131", "12.5"],
        ["Bishop's Cross", "98", "77", "8.1"],
        ["Castle and Quay", "203", "199", "20.4"],
        ["Dunmore", "45", "61", "4.9"],
        ["East Park", "310", "298", "31.0"],
        ["Fenside", "17", "22", "2.2"],
        ["Borough", "793", "788", "13.1"],
    ]
    attendance: Rows = [
        ["Councillor Ann Field", "Chair"],
        ["Superintendent J Marsh", "Metropolitan Police"],
        ["Ruth Oyelaran", "Head of Community Safety"],
        ["Tom Pickard", "London Fire Brigade"],
        ["Leila Haddad", "Integrated Care Board"],
        ["Sam Whitlock", "Assistant Director, Housing Options and Homelessness Prevention Service"],
        ["Dev Anand", "Victim Support"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = heading(c, 60, 790, "Present")
        y = paint(c, 60, y, [170, 260], attendance, Look(rules="none", heads=0, size=10, pad=1.5))
        y = heading(c, 60, y - 20, "1. Welcome")
        y = prose(c, 60, y, 470, 2)
        look = Look(rules="none", align=("left", "right", "right", "right"), head_align="right")
        y = paint(c, 60, y, [140, 70, 70, 90], rows, look)
        prose(c, 60, y - 14, 470, 1)
        return [attendance, rows]

    return _paper(draw)


def zebra() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(rules="none", align=FIGURES, fill_head="#c8d8e8", zebra="#eef3f7", size=10)
        y = paint(c, 60, y, [170, 80, 80, 70, 70], OFFENCES, look)
        prose(c, 60, y - 20, 470, 3)
        return [OFFENCES]

    return _paper(draw)


NESTED: Rows = [
    ["", over("Men", 2), None, over("Women", 2), None, over("All persons", 2), None],
    ["Age group", "Number", "%", "Number", "%", "Number", "%"],
    ["16 to 24", "1,204", "10.1", "1,377", "11.9", "2,581", "11.0"],
    ["25 to 44", "3,310", "27.8", "3,002", "26.0", "6,312", "26.9"],
    ["45 to 64", "4,129", "34.7", "3,990", "34.5", "8,119", "34.6"],
    ["65 and over", "3,254", "27.4", "3,195", "27.6", "6,449", "27.5"],
    ["All ages", "11,897", "100.0", "11,564", "100.0", "23,461", "100.0"],
]


def nested_heads() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(rules="head", heads=2, align=["left"] + ["right"] * 6, head_align="right", partial=True)
        y = paint(c, 60, y, [110] + [58] * 6, NESTED, look)
        y = prose(c, 60, y - 20, 470, 2)
        look = Look(rules="all", heads=2, align=["left"] + ["right"] * 6, head_align="right", fill_head="#dddddd")
        y = paint(c, 60, y, [110] + [58] * 6, NESTED, look)
        prose(c, 60, y - 20, 470, 1)
        return [NESTED, NESTED]

    return _paper(draw)


RISKS: Rows = [
    ["Risk", "What could happen", "What we do about it", "Owner", "Rating"],
    [
        "Funding",
        "The grant of £1.2m ends in March 2025 and no successor has been announced",
        "Early talks with the Mayor's office; a bid to the Home Office in the spring; a reserve of £85,000",
        "Head of Community Safety",
        "High",
    ],
    [
        "Data",
        "Partners stop sharing data at ward level",
        "Information sharing agreement signed in May 2023",
        "Performance lead",
        "Medium",
    ],
    [
        "Demand",
        "Referrals grow by more than 12.5% in a year",
        "Quarterly review of thresholds (P2.1)",
        "MARAC chair",
        "Low",
    ],
]


def wordy_cells() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        widths = [60, 130, 150, 80, 55]
        y = paint(c, 60, y, widths, RISKS, Look(rules="all", valign="top", head_valign="top"))
        y = prose(c, 60, y - 20, 470, 1)
        y = paint(c, 60, y, widths, RISKS, Look(rules="rows", valign="top", head_valign="top"))
        y = prose(c, 60, y - 20, 470, 1)
        y = paint(c, 60, y, widths, RISKS, Look(rules="none", valign="middle", pad=6))
        prose(c, 60, y - 20, 470, 1)
        return [RISKS, RISKS, RISKS]

    return _paper(draw)


BUDGET: Rows = [
    ["£000", "Budget", "Forecast", "Variance"],
    ["Employees", "12,450", "12,981", "531"],
    ["Premises", "1,020", "990", "(30)"],
    ["Transport", "85", "79", "(6)"],
    ["Supplies and services", "3,417", "3,500", "83"],
    ["Income", "(2,200)", "(2,350)", "(150)"],
    ["Net expenditure", "14,772", "15,200", "428"],
]


def money() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(rules="head", align=("left", "right", "right", "right"), head_align="right", bold_head=False)
        y = paint(c, 60, y, [180, 90, 90, 90], BUDGET, look)
        y = prose(c, 60, y - 20, 470, 2)
        look = Look(rules="none", align=("left", "right", "right", "right"), head_align="right", font="Times", pad=1)
        look.font = "Courier"
        y = paint(c, 60, y, [180, 90, 90, 90], BUDGET, look)
        return [BUDGET, BUDGET]

    return _paper(draw)


SECTIONS: Rows = [
    ["Measure", "Target", "Q1", "Q2", "Q3", "Q4"],
    [over("Priority 1: Safer streets", 6), None, None, None, None, None],
    ["Wardens on patrol", "20", "18", "", "21", "20"],
    ["Reports acted on in a day", "95%", "91%", "96%", "", ""],
    [over("Priority 2: Support for victims", 6), None, None, None, None, None],
    ["Referrals to the advice service", "", "140", "155", "149", "171"],
    ["Repeat referrals", "<20%", "17.5%", "", "19.0%", "16.2%"],
]


def section_rows() -> Made:
    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(rules="all", align=["left"] + ["centre"] * 5)
        y = paint(c, 60, y, [170] + [58] * 5, SECTIONS, look)
        prose(c, 60, y - 20, 470, 2)
        return [SECTIONS]

    return _paper(draw)


def in_two_columns() -> Made:
    rows: Rows = [
        ["Area", "2021", "2022"],
        ["North", "34", "41"],
        ["South", "52", "49"],
        ["East", "18", "20"],
        ["West", "66", "58"],
        ["Total", "170", "168"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 50, 780, 235, 3, 9)
        look = Look(rules="head", size=8.5, align=("left", "right", "right"), head_align="right")
        y = paint(c, 50, y, [115, 60, 60], rows, look)
        prose(c, 50, y - 18, 235, 3, 9)
        prose(c, 310, 780, 235, 6, 9)
        return [rows]

    return _paper(draw)


def side_by_side() -> Made:
    left: Rows = [["Month", "Calls"], ["April", "210"], ["May", "198"], ["June", "240"], ["Total", "648"]]
    right: Rows = [
        ["Type", "Number", "Share"],
        ["Noise", "101", "44%"],
        ["Litter", "77", "33%"],
        ["Dogs", "29", "13%"],
        ["Other", "23", "10%"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        a = paint(c, 60, y, [110, 80], left, Look(align=("left", "right")))
        b = paint(c, 300, y, [110, 60, 60], right, Look(align=("left", "right", "right")))
        y = prose(c, 60, min(a, b) - 20, 470, 2)
        a = paint(c, 60, y, [110, 80], left, Look(rules="head", align=("left", "right")))
        b = paint(c, 300, y, [110, 60, 60], right, Look(rules="head", align=("left", "right", "right")))
        prose(c, 60, min(a, b) - 20, 470, 2)
        return [left, right, left, right]

    return _paper(draw)


def turned_page() -> Made:
    """A landscape table on a portrait sheet that is turned when shown."""

    def draw(c: Canvas) -> list[Rows]:
        c.translate(A4[0], 0)
        c.rotate(90)
        y = heading(c, 60, 540, "Appendix B")
        y = paint(c, 60, y, [240, 120, 120, 110, 110], OFFENCES, Look(align=FIGURES, size=11))
        y = prose(c, 60, y - 20, 700, 1)
        paint(c, 60, y, [240, 120, 120, 110, 110], OFFENCES, Look(align=FIGURES, size=11, rules="head"))
        return [OFFENCES, OFFENCES]

    data, rows = _paper(draw)
    with pymupdf.open(stream=data) as paper:
        paper[0].set_rotation(90)
        return paper.tobytes(no_new_id=True), rows


def turned_text() -> Made:
    """A landscape table printed up a portrait sheet that is not turned when shown."""

    def draw(c: Canvas) -> list[Rows]:
        c.translate(A4[0], 0)
        c.rotate(90)
        y = paint(c, 60, 540, [240, 120, 120, 110, 110], OFFENCES, Look(align=FIGURES, size=11))
        y = prose(c, 60, y - 20, 700, 1)
        paint(c, 60, y, [240, 120, 120, 110, 110], OFFENCES, Look(align=FIGURES, size=11, rules="head"))
        return [OFFENCES, OFFENCES]

    return _paper(draw)


def half_drawn() -> Made:
    """Upright rules throughout, level ones only round the head and at the foot."""

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        widths = [170, 80, 80, 70, 70]
        foot = paint(c, 60, y, widths, OFFENCES, Look(rules="head", align=FIGURES, head_align="right"))
        for k in range(6):
            c.line(60 + sum(widths[:k]), y, 60 + sum(widths[:k]), foot)
        prose(c, 60, foot - 20, 470, 2)
        return [OFFENCES]

    return _paper(draw)


def nothing_in_posts() -> Made:
    """A chart of posts: boxes joined by lines. No table."""

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        c.setFont("Helvetica", 9)
        c.rect(230, 600, 130, 40)
        c.drawString(240, 617, "Executive Director")
        c.line(295, 600, 295, 580)
        c.line(125, 580, 465, 580)
        for k, name in enumerate(("Head of Safety", "Head of Housing", "Head of Parks")):
            c.line(125 + 170 * k, 580, 125 + 170 * k, 560)
            c.rect(65 + 170 * k, 520, 120, 40)
            c.drawString(75 + 170 * k, 537, name)
        prose(c, 60, y - 400, 470, 2)
        return []

    return _paper(draw)


def nothing_on_slides() -> Made:
    """Bullets in two columns, numbered boxes side by side: no table."""

    def draw(c: Canvas) -> list[Rows]:
        y = heading(c, 40, 540, "What we heard from residents", 24)
        for x in (40, 430):
            top = y
            for k, text in enumerate(("Feeling safe after dark", "Youth work", "Noise", "Street lighting and parks")):
                c.setFont("Helvetica", 16)
                c.drawString(x, top, "•")
                c.drawString(x + 18, top, text if x == 40 else text[::-1].title()[:18])
                top -= 30 + 6 * (k % 2)
        for k in range(4):
            c.rect(40 + 190 * k, 150, 170, 120)
            c.setFont("Helvetica-Bold", 20)
            c.drawString(50 + 190 * k, 240, f"{12 + 7 * k}%")
            prose(c, 50 + 190 * k, 215, 150, 1, 8, "of those who answered said that they knew whom to call.")
        return []

    return _paper(draw, landscape(A4))


def over_pages() -> Made:
    names = ["Ash", "Beech", "Cedar", "Elm", "Fir", "Hazel", "Holly", "Larch", "Lime", "Maple", "Oak", "Pine", "Rowan"]
    body = [
        [f"{n} {k}", str(17 * i % 90 + k), str(31 * i % 70), f"{(7 * i + k) % 50}.{i % 10}%"]
        for k, part in enumerate(("Lane", "Road", "Street", "Way"), 1)
        for i, n in enumerate(names, k)
    ]
    top: Rows = [["Street", "Reports", "Visits", "Share"]]
    rows: Rows = top + body

    def draw(c: Canvas) -> list[Rows]:
        widths = [180, 90, 90, 90]
        look = Look(align=("left", "right", "right", "right"), size=10)
        y = prose(c, 60, 780, 470)
        paint(c, 60, y, widths, top + body[:34], look)
        c.setFont("Helvetica", 9)
        c.drawCentredString(297, 30, "5")
        c.showPage()
        y = paint(c, 60, 790, widths, top + body[34:], look)
        prose(c, 60, y - 20, 470, 1)
        c.setFont("Helvetica", 9)
        c.drawCentredString(297, 30, "6")
        return [rows]

    return _paper(draw)


STATISTICS: Rows = [
    ["", over("Population", 2), None, over("Change, 2000 to 2010", 2), None],
    ["Characteristic", "2000", "2010", "Number", "Percent"],
    ["Total population", "281,421,906", "308,745,538", "27,323,632", "9.7"],
    ["Male", "138,053,563", "151,781,326", "13,727,763", "9.9"],
    ["Under 18 years", "37,059,196", "37,945,136", "885,940", "2.4"],
    ["18 to 64 years living in institutions or other group quarters", "86,584,742", "96,424,129", "9,839,387", "11.4"],
    ["65 years and over", "14,409,625", "17,362,960", "2,953,335", "20.5"],
    ["Female", "143,368,343", "156,964,212", "13,595,869", "9.5"],
    ["Under 18 years", "35,234,616", "36,236,331", "1,001,715", "2.8"],
    ["18 to 64 years living in institutions or other group quarters", "87,551,599", "97,828,979", "10,277,380", "11.7"],
    ["65 years and over", "20,582,128", "22,904,023", "2,321,895", "11.3"],
]


def statistics() -> Made:
    """As statistical offices set them: rules above and below the head and at the foot, stubs indented and led."""

    def draw(c: Canvas) -> list[Rows]:
        indents = [0, 0, 0, 0, 10, 10, 10, 0, 10, 10, 10]
        look = Look(
            rules="head", heads=2, size=8, pad=1, valign="bottom", bold_head=False, dots=True, font="Times",
            align=["left"] + ["right"] * 4, head_align="right", partial=True, indents=indents,
        )  # fmt: skip
        look.font = "Helvetica"
        y = heading(c, 70, 790, "Table 1. Population by sex and selected age groups: 2000 and 2010", 9)
        y = prose(
            c, 70, y, 450, 1, 7, "(For information on confidentiality protection and definitions, see the notes.)"
        )
        y = paint(c, 70, y, [170, 75, 75, 75, 55], STATISTICS, look)
        y = prose(c, 70, y - 10, 450, 1, 7, "Source: census counts of both years.")
        prose(c, 70, y - 10, 450, 3)
        return [STATISTICS]

    return _paper(draw)


def budget_sheet() -> Made:
    """An A3 sheet with many narrow columns."""
    months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
    services = ["Housing", "Parks", "Libraries", "Community safety", "Highways", "Waste", "Planning"]
    rows: Rows = [["Service", *months, "Year"]]
    sums = [0] * 12
    for s, name in enumerate(services):
        held = [1000 + 137 * s + 29 * k * (s + 1) for k in range(12)]
        sums = [a + b for a, b in zip(sums, held, strict=True)]
        rows.append([name, *(f"{v:,}" for v in held), f"{sum(held):,}"])
    rows.append(["Total", *(f"{v:,}" for v in sums), f"{sum(sums):,}"])

    def draw(c: Canvas) -> list[Rows]:
        y = heading(c, 50, 780, "Budget by month, £000")
        look = Look(rules="rows", align=["left"] + ["right"] * 13, head_align="right", size=8, pad=2.5)
        paint(c, 50, y, [150] + [68] * 13, rows, look)
        return [rows]

    return _paper(draw, landscape(A3))


def turned_heads() -> Made:
    rows: Rows = [
        ["Ward", "Alarm", "Burglary", "Criminal damage", "Missing person", "Total"],
        ["Abbey", "0", "3", "1", "0", "4"],
        ["Castle", "2", "0", "0", "5", "7"],
        ["Dunmore", "1", "1", "4", "2", "8"],
        ["Total", "3", "4", "5", "7", "19"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(align=["left"] + ["centre"] * 5, turned_head=90)
        y = paint(c, 60, y, [120] + [40] * 5, rows, look)
        prose(c, 60, y - 20, 470, 1)
        return [rows]

    return _paper(draw)


def open_sides() -> Made:
    """Rules between cells but none round the table."""

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        y = paint(c, 60, y, [60, 130, 150, 80, 55], RISKS, Look(rules="open", valign="middle"))
        y = prose(c, 60, y - 20, 470, 1)
        y = paint(c, 60, y, [180, 90, 90, 90], BUDGET, Look(rules="rows", align=("left", "right", "right", "right")))
        return [RISKS, BUDGET]

    return _paper(draw)


def wrapped_heads() -> Made:
    """Heads of three lines and stubs of two, evenly spaced, with no more than a rule below the head."""
    rows: Rows = [
        [
            "Local authority",
            "Number of households assessed",
            "Households owed a duty",
            "Percentage owed a prevention duty",
            "Rate per 1,000 households",
        ],
        ["Barking and Dagenham with Thurrock Riverside", "1,204", "1,100", "45.2", "9.61"],
        ["Camden", "980", "901", "39.0", "8.05"],
        ["Hammersmith and Fulham including the White City estate", "1,377", "1,290", "51.7", "10.2"],
        ["Newham", "2,810", "2,655", "48.8", "14.9"],
        ["Sutton", "411", "388", "60.1", "4.75"],
        ["Tower Hamlets", "1,999", "1,804", "43.3", "12.0"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = prose(c, 60, 780, 470)
        look = Look(rules="head", align=FIGURES, head_align="right", size=9, pad=1, bold_head=False, valign="bottom")
        y = paint(c, 60, y, [160, 80, 75, 80, 75], rows, look)
        y = prose(c, 60, y - 20, 470, 2)
        look = Look(rules="none", align=FIGURES, head_align="right", size=9, pad=1, bold_head=True, valign="top")
        y = paint(c, 60, y, [160, 80, 75, 80, 75], rows, look)
        prose(c, 60, y - 20, 470, 1)
        return [rows, rows]

    return _paper(draw)


def labels_and_values() -> Made:
    rows: Rows = [
        ["Title", "Annual report of the partnership"],
        ["Date of meeting", "19 July 2023"],
        ["Report of", "Chair of the Safer Communities Partnership Board"],
        ["Wards", "All"],
        [
            "Appendices",
            "Appendix A: the annual report\nAppendix B: the annual domestic abuse report of the council and partners",
        ],
        ["Officer contact", "A N Other, Head of Community Safety"],
    ]

    def draw(c: Canvas) -> list[Rows]:
        y = heading(c, 60, 780, "Safer Communities Partnership Board")
        y = paint(c, 60, y, [120, 340], rows, Look(heads=0, size=10))
        y = heading(c, 60, y - 20, "Summary")
        prose(c, 60, y, 470, 3)
        return [rows]

    return _paper(draw)


def nothing_in_columns() -> Made:
    """Prose in two columns, bullets, numbered paragraphs: no table."""

    def draw(c: Canvas) -> list[Rows]:
        prose(c, 50, 780, 235, 5, 9.5)
        prose(c, 310, 780, 235, 5, 9.5)
        c.showPage()
        y = 780.0
        for i in range(9):
            c.setFont("Helvetica", 10)
            c.drawString(60, y, "•" if i % 2 else f"4.{i}")
            y = prose(c, 90, y, 430)
        return []

    return _paper(draw)


def nothing_in_chart() -> Made:
    """Bars with gridlines, an axis and values: no table."""

    def draw(c: Canvas) -> list[Rows]:
        prose(c, 60, 780, 470)
        c.setStrokeColor("#bbbbbb")
        for k in range(6):
            c.line(110, 400 + 40 * k, 500, 400 + 40 * k)
            c.setFont("Helvetica", 8)
            c.drawRightString(104, 397 + 40 * k, str(100 * k))
        for k, (name, value) in enumerate(
            (("Barnet Q4 21/22", 470), ("Barnet Q1 22/23", 320), ("Barnet Q2 22/23", 385))
        ):
            c.setFillColor("#206b78")
            c.rect(140 + 120 * k, 400, 70, value * 0.4, stroke=0, fill=1)
            c.setFillColor("black")
            c.drawCentredString(175 + 120 * k, 404 + value * 0.4, str(value))
            c.drawCentredString(175 + 120 * k, 386, name)
        prose(c, 60, 350, 470, 2)
        return []

    return _paper(draw)


def nothing_in_contents() -> Made:
    """A contents page with leader dots, and one without: no table."""
    entries = [("Foreword", 3), ("Introduction", 4), ("What we know about our borough", 7), ("Our priorities", 9),
               ("Priority 1: Early help", 10), ("Priority 2: Safer streets", 16), ("Governance", 24)]  # fmt: skip

    def draw(c: Canvas) -> list[Rows]:
        for dots in (True, False):
            y = heading(c, 60, 780, "Contents")
            for text, page in entries:
                c.setFont("Helvetica", 11)
                c.drawString(60, y, text)
                if dots:
                    end = 64 + stringWidth(text, "Helvetica", 11)
                    c.drawString(end, y, "." * int((505 - end) / stringWidth(".", "Helvetica", 11)))
                c.drawRightString(530, y, str(page))
                y -= 20
            c.showPage()
        return []

    return _paper(draw)


def nothing_in_boxes() -> Made:
    """A letter's head, a box round a paragraph, a coloured callout, a form of one cell: no table."""

    def draw(c: Canvas) -> list[Rows]:
        c.setFont("Helvetica", 10)
        for k, line in enumerate(("Ms R Example", "14 Sample Street", "Anytown", "AN1 1AA")):
            c.drawString(60, 790 - 13 * k, line)
        for k, line in enumerate(
            ("Community Safety Team", "2 Bristol Avenue", "tel: 020 0000 0000", "our ref: 1234567")
        ):
            c.drawString(380, 790 - 13 * k, line)
        c.drawString(60, 710, "Dear Ms Example")
        c.rect(55, 560, 480, 120)
        y = prose(c, 65, 662, 455, 1)
        c.setFillColor("#206b78")
        c.rect(55, 430, 480, 80, stroke=0, fill=1)
        c.setFillColor("white")
        c.setFont("Helvetica-Bold", 14)
        c.drawCentredString(295, 465, "480 cases of residential burglary in three months")
        c.setFillColor("black")
        y = prose(c, 60, 400, 470, 2)
        c.line(60, y, 200, y)
        prose(c, 60, y - 12, 470, 1, 8, "1 Home Office, statistics of recorded crime, 2022.")
        return []

    return _paper(draw)


LOOKS: dict[str, Callable[[], Made]] = {
    f.__name__: f
    for f in (
        full_rules, head_rules, no_rules, zebra, nested_heads, wordy_cells, money, section_rows, in_two_columns,
        side_by_side, turned_page, turned_text, half_drawn, over_pages, statistics, budget_sheet, turned_heads,
        open_sides, wrapped_heads,
        labels_and_values, nothing_in_columns, nothing_in_chart, nothing_in_contents, nothing_in_boxes,
        nothing_in_posts, nothing_on_slides,
    )
}  # fmt: skip
