"""Papers in other looks, each for one habit of the programs that boards use: a maker writes a PDF and tells its key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from make_papers import SENTENCES, Block, Words, heading, item, paragraph

LEFT, RIGHT = 60.0, 535.0


class Sheet:
    """Pages that are written line by line, as a browser or a layout program puts its words on them."""

    def __init__(self, path: Path, font: str = "Helvetica", size: float = 11) -> None:
        self.path, self.font, self.size = path, font, size
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.top = 780.0
        self.line = 0
        self.key: list[Block] = []
        self.furnish: Callable[[Sheet], None] = lambda sheet: None

    def write(self, text: str, left: float, leading: float, font: str = "", size: float = 0) -> None:
        """Wrapped lines from here on; a new page where this one is full."""
        font, size = font or self.font, size or self.size
        line = ""
        lines = []
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self.canvas.stringWidth(longer, font, size) > RIGHT - left:
                lines.append(line)
                line = word
            else:
                line = longer
        for text_line in [*lines, line]:
            if self.top < 70:
                self.canvas.showPage()
                self.top, self.line = 780.0, 0
            self.canvas.setFont(font, size)
            self.canvas.setFillGray(0)
            self.canvas.drawString(left, self.top, text_line)
            self.line += 1
            self.furnish(self)
            self.top -= leading

    def done(self) -> list[Block]:
        self.canvas.save()
        return self.key


def drawn_bullets(path: Path) -> list[Block]:
    """As browsers print: bullets are painted discs, list items stand closer than the lines of loosely set prose."""
    words, sheet = Words(), Sheet(path)
    for section in range(6):
        title = f"{words.title()} {section}"
        sheet.top -= 8
        sheet.write(title, LEFT, 20, "Helvetica-Bold", 15)
        sheet.key.append(heading(title, 1))
        for _ in range(2):
            text = words.paragraph(4)
            sheet.write(text, LEFT, 17)
            sheet.top -= 10
            sheet.key.append(paragraph(text))
        for _ in range(4):
            text = words.item()
            if sheet.top < 100:
                sheet.canvas.showPage()
                sheet.top = 780
            sheet.canvas.circle(LEFT + 14, sheet.top + 3.5, 2, stroke=0, fill=1)
            sheet.write(text, LEFT + 26, 13.5)
            sheet.key.append(item(text))
        sheet.top -= 10
    return sheet.done()


def counted_lines(path: Path) -> list[Block]:
    """A draft for comment: each line of a page has its number in the margin, paragraphs without space or indent."""
    words, sheet = Words(), Sheet(path, "Times-Roman", 12)

    def count(made: Sheet) -> None:
        made.canvas.setFont("Times-Roman", 9)
        made.canvas.drawRightString(LEFT - 14, made.top, str(made.line))

    sheet.furnish = count
    for section in range(7):
        title = f"{words.title()} {section}"
        sheet.write(title, LEFT, 18, "Times-Bold", 14)
        sheet.key.append(heading(title, 1))
        for n in range(3):
            text = words.paragraph(3 + n)
            sheet.write(text, LEFT, 14.5)
            sheet.key.append(paragraph(text))
    return sheet.done()


def double_spaced(path: Path) -> list[Block]:
    """Double spacing throughout, no more between paragraphs than within them, headings bold in the text's size."""
    words, sheet = Words(), Sheet(path, "Helvetica", 11)
    for section in range(6):
        title = f"{words.title()} {section}"
        sheet.write(title, LEFT, 25.3, "Helvetica-Bold")
        sheet.key.append(heading(title, 1))
        for n in range(3):
            text = words.paragraph(3 + n)
            sheet.write(text, LEFT, 25.3)
            sheet.key.append(paragraph(text))
    return sheet.done()


def small_headings(path: Path) -> list[Block]:
    """Lesser headings bold and smaller than the text; what residents said bold, in the text's size; numbered titles."""
    words, key = Words(), []
    title = ParagraphStyle("t", fontName="Helvetica-Bold", fontSize=17, leading=21, spaceAfter=8)
    long = ParagraphStyle("l", fontName="Helvetica-Bold", fontSize=15, leading=18, spaceBefore=8, spaceAfter=6)
    small = ParagraphStyle("s", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=9, spaceAfter=2)
    body = ParagraphStyle("b", fontName="Helvetica", fontSize=12, leading=15, spaceAfter=7)
    story: list[Any] = []

    def put(text: str, style: ParagraphStyle, block: Block, bold: bool = False) -> None:
        story.append(Paragraph(f"<b>{text}</b>" if bold else text, style))
        key.append(block)

    put("Easthaven Prevention Strategy", title, heading("Easthaven Prevention Strategy", 1))
    for section in range(1, 6):
        text = (
            f"{section}.1 Work with housing, schools and health so that all who are harmed are heard at the first call."
        )
        put(text, long, heading(text, 2))
        put(told := words.paragraph(4), body, paragraph(told))
        said = (
            "Being asked once, and not by five different people, mattered most of all (Resident, Easthaven, May 2023)"
        )
        put(f"{said} {section}"[: len(said)], body, paragraph(said, bold=True), bold=True)
        put(told := words.paragraph(3), body, paragraph(told))
        put(name := f"{words.title()} {section}", small, heading(name, 3))
        put(told := words.paragraph(5), body, paragraph(told))
        story.append(Spacer(1, 6))
    doc = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    doc.addPageTemplates([PageTemplate("all", [Frame(60, 60, 475, 720)])])
    doc.build(story)
    return key


MAKERS: dict[str, Callable[[Path], list[Block]]] = {
    "drawn bullets": drawn_bullets,
    "counted lines": counted_lines,
    "double spaced": double_spaced,
    "small headings": small_headings,
}


def outlined(path: Path) -> None:
    """A page whose words are drawn as the outlines of their letters, with a stamp as its only text."""
    with pymupdf.open() as source, pymupdf.open() as out:
        page = source.new_page()
        for n, sentence in enumerate(SENTENCES):
            page.insert_text((60, 90 + 20 * n), sentence[:90], fontsize=11)
        drawn = page.get_svg_image(text_as_path=True)
        with (
            pymupdf.open(stream=drawn.encode(), filetype="svg") as svg,
            pymupdf.open("pdf", svg.convert_to_pdf()) as pdf,
        ):
            out.insert_pdf(pdf)
        out[0].insert_text((460, 40), "Agenda Item 6", fontsize=10)
        out.save(path)


def shifted(path: Path, by: int) -> None:
    """A page whose letters a wrong character map turned into others: each so many places on in the order of codes."""
    with pymupdf.open() as out:
        page = out.new_page()
        for n, sentence in enumerate(SENTENCES):
            wrong = "".join(chr(ord(c) + by) if c.isalpha() else c for c in sentence[:90])
            page.insert_text((60, 90 + 20 * n), wrong, fontsize=11)
        out.save(path)


def invisible(path: Path) -> None:
    """A page with text that is not painted, and no picture before it."""
    with pymupdf.open() as out:
        page = out.new_page()
        for n, sentence in enumerate(SENTENCES):
            page.insert_text((60, 90 + 20 * n), sentence[:90], fontsize=11, render_mode=3)
        page.insert_text((60, 60), "Paper 4", fontsize=11)
        out.save(path)


def one_sheet(path: Path) -> None:
    """A letter of one page: address and page number at its foot in small print, a pull quote in large slanted print."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 11)
    for n, sentence in enumerate(SENTENCES[:8]):
        canvas.drawString(LEFT, 740 - 15 * n, sentence[:85])
    canvas.setFont("Helvetica-Oblique", 17)
    canvas.drawString(LEFT, 560, "“I walk home from the station again.”")
    canvas.setFont("Helvetica", 11)
    for n, sentence in enumerate(SENTENCES[8:]):
        canvas.drawString(LEFT, 510 - 15 * n, sentence[:85])
    canvas.setFont("Helvetica", 8.5)
    canvas.drawCentredString(297, 44, "Westmoor Borough Council, Civic Centre, Westmoor")
    canvas.drawCentredString(297, 33, "Page 1 of 1")
    canvas.save()


ENTRIES = (
    ("1. Foreword", 3),
    ("2. Our vision for a safer district", 4),
    ("3. What the evidence tells us", 6),
    ("3.1 Crime in the district", 7),
    ("3.2 How safe people feel", 9),
    ("4. Priorities", 11),
    ("Appendix A: Action plan", 22),
)


def contents(path: Path) -> None:
    """A contents page whose entries lead to their pages without dots."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(LEFT, 780, "Contents")
    canvas.setFont("Helvetica", 11)
    for n, (title, page) in enumerate(ENTRIES):
        canvas.drawString(LEFT, 745 - 20 * n, title)
        canvas.drawRightString(RIGHT, 745 - 20 * n, str(page))
    canvas.save()
