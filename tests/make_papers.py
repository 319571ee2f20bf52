"""Papers in other looks than the five in ``source_papers/``, made from text that is known to the letter.

Each maker writes one PDF and returns its key: blocks in the form of ``tests/truth/reading``. Nothing here is needed to
run the project. ``python tests/make_papers.py DIR`` writes all papers and keys to look at.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pymupdf
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer
from reportlab.platypus.doctemplate import FrameBreak, NextPageTemplate

Block = dict[str, Any]

SENTENCES = (
    "The partnership met four times during the year and received regular updates from each of its members.",
    "Officers reviewed the evidence with residents, schools and voluntary organisations before the plan was agreed.",
    "Recorded burglary fell by 12.5% in the year to March 2024, from 1,184 offences to 1,036.",
    "Neighbourhood teams now visit every ward once a month, and the visits are published in advance.",
    "Funding of £1.2m was secured from the Home Office for two years, subject to match funding by the council.",
    "Most victims told us that they had been kept informed, although response times in the north need attention.",
    "A multi-agency panel considers each referral within five working days and agrees who will lead on it.",
    "The community trigger was used on nine occasions, of which six led to a formal review of the case.",
    "Street lighting was improved in eleven places that residents had named as unsafe after dark.",
    "Training on coercive control reached 340 members of staff across housing, health and social care.",
    "The youth justice service worked with 86 young people, compared with 97 in the previous year.",
    "Satisfaction was measured by telephone in the spring; the sample was small and should be read with care.",
    "Partners will share data monthly so that emerging hot spots can be recognised earlier than today.",
    "The board welcomed the improvement but asked for a further report in the autumn on repeat victims.",
    "Work with licensed premises continued on Friday and Saturday evenings throughout the summer months.",
    "No new risks were identified, and two risks were closed because their causes had been removed.",
)
TITLES = (
    "Background and context",
    "What we did this year",
    "Serious violence",
    "Domestic abuse services",
    "Working with schools",
    "Anti-social behaviour",
    "Hate crime and extremism",
    "Our plans for next year",
    "Financial implications",
    "Equality and diversity",
)
ITEMS = (
    "visible patrols in town centres at weekends",
    "support for victims and witnesses, including help at court",
    "a single telephone number for reporting nuisance",
    "grants for small community projects in every ward of the borough, awarded twice a year by a panel of residents",
    "better lighting in parks",
    "mentoring for young people at risk of exclusion",
)


class Words:
    """A supply of sentences, titles and items in a fixed order, so that each run makes the same paper."""

    def __init__(self) -> None:
        self.sentences: Iterator[str] = itertools.cycle(SENTENCES)
        self.titles: Iterator[str] = itertools.cycle(TITLES)
        self.items: Iterator[str] = itertools.cycle(ITEMS)
        self.count = 0

    def paragraph(self, sentences: int) -> str:
        self.count += 1
        return " ".join([f"Paragraph {self.count} of this paper.", *(next(self.sentences) for _ in range(sentences))])

    def title(self) -> str:
        return next(self.titles)

    def item(self) -> str:
        self.count += 1
        return f"{next(self.items)} ({self.count})"


def hyphenable(text: str) -> str:
    """Long words with soft hyphens, where a typesetter may break them."""
    out = []
    for word in text.split(" "):
        plain = word.strip(".,;()")
        if len(plain) > 9 and plain.isalpha():
            cut = len(plain) // 2
            word = word.replace(plain, plain[:cut] + "\u00ad" + plain[cut:])
        out.append(word)
    return " ".join(out)


def heading(text: str, level: int) -> Block:
    return {"kind": "heading", "text": text, "level": level}


def paragraph(text: str, **more: Any) -> Block:
    return {"kind": "paragraph", "text": text, **more}


def item(text: str, depth: int = 1) -> Block:
    return {"kind": "list_item", "text": text, "depth": depth}


def two_columns(path: Path) -> list[Block]:
    """An annual report in two justified columns: serif, soft-hyphenated, running head, "Page 2 of 5" at the foot."""
    words, key = Words(), []
    title = ParagraphStyle("t", fontName="Times-Bold", fontSize=26, leading=30, textColor=HexColor("#7a1f3d"))
    head = ParagraphStyle("h", fontName="Times-Bold", fontSize=13, leading=16, spaceBefore=10, spaceAfter=3)
    sub = ParagraphStyle("s", fontName="Times-BoldItalic", fontSize=10.5, leading=13, spaceBefore=6, spaceAfter=2)
    body = ParagraphStyle(
        "b", fontName="Times-Roman", fontSize=10, leading=12, alignment=TA_JUSTIFY, spaceAfter=5, embeddedHyphenation=1
    )
    dot = ParagraphStyle("i", parent=body, leftIndent=12, bulletIndent=2, alignment=0, spaceAfter=2)
    story: list[Any] = [NextPageTemplate("later"), Paragraph("Riverton Safer Together Annual Report", title)]
    key.append(heading("Riverton Safer Together Annual Report", 1))
    story.append(Spacer(1, 14))
    for section in range(7):
        name = words.title()
        story.append(Paragraph(name, head))
        key.append(heading(name, 2))
        for n in range(3):
            if n == 2 and section % 2:
                name = f"{words.title()} in detail"
                story.append(Paragraph(name, sub))
                key.append(heading(name, 3))
            text = words.paragraph(4)
            story.append(Paragraph(hyphenable(text), body))
            key.append(paragraph(text))
        for _ in range(3):
            text = words.item()
            story.append(Paragraph(text, dot, bulletText="•"))
            key.append(item(text))

    def furnish(canvas: Canvas, doc: BaseDocTemplate) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(50, 812, "Riverton Safer Together Partnership")
        canvas.drawRightString(545, 30, f"Page {doc.page} of 5")

    first = [Frame(50, 700, 495, 80, id="top"), Frame(50, 60, 235, 630, id="l"), Frame(310, 60, 235, 630, id="r")]
    later = [Frame(50, 60, 235, 730, id="l"), Frame(310, 60, 235, 730, id="r")]
    story.insert(2, FrameBreak())
    doc = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    doc.addPageTemplates([PageTemplate("first", first, furnish), PageTemplate("later", later, furnish)])
    doc.build(story)
    return key


def numbered_report(path: Path) -> list[Block]:
    """A covering report: capitals without bold as headings, every paragraph numbered and hanging, lettered lists."""
    words, key = Words(), []
    title = ParagraphStyle("t", fontName="Helvetica", fontSize=12, leading=15, alignment=TA_CENTER, spaceAfter=14)
    head = ParagraphStyle(
        "h", fontName="Helvetica", fontSize=11, leading=14, leftIndent=36, spaceBefore=10, spaceAfter=6
    )
    body = ParagraphStyle("b", fontName="Helvetica", fontSize=11, leading=16.5, leftIndent=36, spaceAfter=9)
    letter = ParagraphStyle("l", parent=body, leftIndent=60, bulletIndent=38, spaceAfter=6)
    story: list[Any] = [Paragraph("COMMUNITY SAFETY PLAN 2024 TO 2027", title)]
    key.append(heading("COMMUNITY SAFETY PLAN 2024 TO 2027", 1))
    for section in range(1, 8):
        name = words.title().upper()
        story.append(Paragraph(name, head, bulletText=f"{section}."))
        key.append(heading(f"{section}. {name}", 2))
        for number in range(1, 4):
            text = words.paragraph(2)
            story.append(Paragraph(text, body, bulletText=f"{section}.{number}"))
            key.append(paragraph(f"{section}.{number} {text}"))
        if section % 2:
            for mark in "abc":
                text = words.item()
                story.append(Paragraph(text, letter, bulletText=f"({mark})"))
                key.append(item(text, 2))

    def furnish(canvas: Canvas, doc: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(297, 30, f"- {doc.page} -")

    doc = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    doc.addPageTemplates([PageTemplate("all", [Frame(60, 60, 475, 720)], furnish)])
    doc.build(story)
    return key


def stamped(path: Path) -> list[Block]:
    """A report in a pack: sideways stamp, slanted watermark, pack-wide numbers, run-in headings, square bullets."""
    words, key = Words(), []
    head = ParagraphStyle("h", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=8, spaceAfter=4)
    body = ParagraphStyle("b", fontName="Helvetica", fontSize=11, leading=13.5, spaceAfter=7)
    square = ParagraphStyle(
        "i", parent=body, leftIndent=22, bulletIndent=6, bulletFontName="ZapfDingbats", spaceAfter=3
    )
    deep = ParagraphStyle("d", parent=body, leftIndent=44, bulletIndent=28, spaceAfter=3)
    story: list[Any] = []
    for _ in range(6):
        name = words.title()
        story.append(Paragraph(name, head))
        key.append(heading(name, 1))
        for _ in range(2):
            text = words.paragraph(3)
            story.append(Paragraph(text, body))
            key.append(paragraph(text))
        text = f"Next steps. {words.paragraph(2)}"
        story.append(Paragraph(text.replace("Next steps.", "<b>Next steps.</b>"), body))
        key.append(paragraph(text))
        for n in range(4):
            text = words.item()
            story.append(Paragraph(text, square if n != 2 else deep, bulletText="n" if n != 2 else "–"))
            key.append(item(text, 1 if n != 2 else 2))

    def furnish(canvas: Canvas, doc: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(Color(0.88, 0.88, 0.88))
        canvas.setFont("Helvetica-Bold", 90)
        canvas.translate(300, 420)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, "DRAFT")
        canvas.restoreState()
        if doc.page == 1:
            canvas.saveState()
            canvas.setFont("Helvetica-Bold", 12)
            canvas.translate(580, 700)
            canvas.rotate(90)
            canvas.drawCentredString(0, 0, "Agenda Item 6")
            canvas.restoreState()
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawRightString(560, 22, str(doc.page + 40))
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(297, 40, str(doc.page))

    doc = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    doc.addPageTemplates([PageTemplate("all", [Frame(60, 60, 475, 720)], furnish)])
    doc.build(story)
    return key


def slides(path: Path) -> list[Block]:
    """A slide deck: title, callout in a coloured box, two columns of bullets, a bar chart with printed values."""
    words, key = Words(), []
    canvas = Canvas(str(path), pagesize=landscape(A4), invariant=1)
    wide, high = landscape(A4)
    for number in range(1, 6):
        name = f"{words.title()} {number}"
        canvas.setFillColor(HexColor("#00447c"))
        canvas.setFont("Helvetica", 28)
        canvas.drawString(45, high - 60, name)
        key.append(heading(name, 1))
        box = f"{100 + number} offences in the 3 months to May 2024, {number}% fewer than a year earlier"
        canvas.setFillColor(HexColor("#e6f0f8"))
        canvas.roundRect(45, high - 125, wide - 90, 40, 8, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#222222"))
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, high - 110, box)
        key.append(paragraph(box))
        for left, count in ((45, 4), (440, 3)):
            top = high - 170
            if left == 440 and number % 2:
                _bars(canvas, left, high - 400, number)
                key.append({"kind": "figure", "text": "Offences by quarter"})
                continue
            for _ in range(count):
                text = words.item()
                canvas.setFont("Helvetica", 16)
                canvas.setFillColor(HexColor("#222222"))
                canvas.drawString(left, top, "•")
                for line in _wrapped(text, canvas, 330, 16):
                    canvas.drawString(left + 20, top, line)
                    top -= 19
                top -= 9
                key.append(item(text))
        canvas.setFont("Helvetica", 10)
        canvas.drawRightString(wide - 30, 25, str(number))
        canvas.showPage()
    canvas.save()
    return key


def _wrapped(text: str, canvas: Canvas, width: float, size: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if canvas.stringWidth(longer, "Helvetica", size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _bars(canvas: Canvas, left: float, bottom: float, number: int) -> None:
    canvas.setFont("Helvetica-Bold", 11)
    canvas.setFillColor(HexColor("#222222"))
    canvas.drawCentredString(left + 160, bottom + 235, "Offences by quarter")
    canvas.setFont("Helvetica", 9)
    canvas.setStrokeColor(HexColor("#888888"))
    for step in range(6):
        canvas.setFillColor(HexColor("#222222"))
        canvas.drawRightString(left + 22, bottom + 40 * step - 3, str(20 * step))
        canvas.line(left + 25, bottom + 40 * step, left + 320, bottom + 40 * step)
    for n, value in enumerate((40 + number, 55, 62, 31)):
        canvas.setFillColor(HexColor("#00447c"))
        canvas.rect(left + 45 + 70 * n, bottom, 40, 2 * value, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#222222"))
        canvas.drawCentredString(left + 65 + 70 * n, bottom + 2 * value + 4, str(value))
        canvas.drawCentredString(left + 65 + 70 * n, bottom - 14, f"Q{n + 1}")


def letter(path: Path) -> list[Block]:
    """A letter set from HTML: address lines, reference, bold questions with answers, sign-off; no page numbers."""
    words, key = Words(), []
    html = []

    def put(block: Block, tag: str = "p") -> None:
        key.append(block)
        html.append(f"<{tag}>{block['text']}</{tag}>")

    address = ["Ms A Requester", "by e-mail"]
    html.append(f"<p>{'<br/>'.join(address)}</p>")
    key.append(paragraph(" ".join(address)))
    put(paragraph("12 March 2024"))
    put(paragraph("Our reference: FOI/2024/0193"))
    put(paragraph(words.paragraph(1)))
    put(heading("Your request", 2), "h2")
    for number in range(1, 5):
        put(
            paragraph(f"{number}. How many reports were made in year {number}, and how many led to action?", bold=True),
            "h6",
        )
        put(paragraph(words.paragraph(2)))
    put(heading("Exemptions applied", 2), "h2")
    for _ in range(5):
        put(paragraph(words.paragraph(5)))
    html.append("<ul>")
    for _ in range(3):
        text = words.item()
        html.append(f"<li>{text}</li>")
        key.append(item(text))
    html.append("</ul>")
    put(heading("Your rights", 2), "h2")
    put(paragraph(words.paragraph(4)))
    put(paragraph("Yours sincerely"))
    put(paragraph("Information Governance Team"))
    css = """body {font-family: sans-serif; font-size: 11px} p {margin: 0 0 9px 0; line-height: 1.35}
    h2 {font-size: 14px; margin: 12px 0 5px 0} h6 {font-size: 11px; font-weight: bold; margin: 0 0 9px 0}
    ul {margin: 0 0 9px 0} li {margin: 0 0 3px 0}"""
    story = pymupdf.Story("\n".join(html), user_css=css)
    writer = pymupdf.DocumentWriter(str(path))
    page = pymupdf.paper_rect("a4")
    more = 1
    while more:
        device = writer.begin_page(page)
        more, _ = story.place(pymupdf.Rect(70, 70, page.width - 70, page.height - 70))
        story.draw(device)
        writer.end_page()
    writer.close()
    return key


def scanned(path: Path, hidden_text: bool = False) -> list[Block]:
    """A scan: pages that are pictures, on wish with the invisible text that scanning programs lay behind them."""
    source = path.with_suffix(".source.pdf")
    key = letter(source)
    with pymupdf.open(source) as document, pymupdf.open() as scan:
        for page in document:
            new = scan.new_page(width=page.rect.width, height=page.rect.height)
            new.insert_image(new.rect, pixmap=page.get_pixmap(dpi=110))
            if hidden_text:
                for x, y, _, y1, word, *_ in page.get_text("words"):
                    new.insert_text((x, y + 0.8 * (y1 - y)), word, fontsize=0.75 * (y1 - y), render_mode=3)
        scan.save(path)
    source.unlink()
    return key


def cards(path: Path) -> list[Block]:
    """A page with a title on a coloured band and three coloured cards side by side, each a large figure over words."""
    words, key = Words(), []
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFillColor(HexColor("#660066"))
    canvas.rect(0, 760, 600, 90, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(50, 790, "Keeping Eastshire safe 2025")
    key.append(heading("Keeping Eastshire safe 2025", 1))
    top = 720.0
    for _ in range(3):
        text = words.paragraph(3)
        key.append(paragraph(text))
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", 10)
        for line in _wrapped(text, canvas, 480, 10):
            canvas.drawString(50, top, line)
            top -= 13
        top -= 8
    figures = (("1,036", "burglaries recorded"), ("340", "staff trained on control"), ("86", "young people helped"))
    for n, (figure, label) in enumerate(figures):
        left = 50 + 175 * n
        canvas.setFillColor(HexColor("#660066"))
        canvas.roundRect(left, top - 95, 160, 85, 6, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(left + 12, top - 45, figure)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(left + 12, top - 65, label)
        key.append(paragraph(f"{figure} {label}", role="callout"))
    canvas.save()
    return key


def turned(path: Path, angle: int = 90) -> list[Block]:
    """The numbered report printed sideways on its sheets: its words run up (90) or down (270) each page."""
    source = path.with_suffix(".source.pdf")
    key = numbered_report(source)
    with pymupdf.open(source) as document, pymupdf.open() as sheets:
        for page in document:
            sheet = sheets.new_page(width=page.rect.height, height=page.rect.width)
            sheet.show_pdf_page(sheet.rect, document, page.number, rotate=angle)
        sheets.save(path)
    source.unlink()
    return key


PACK_ITEMS = (
    ("1", "Apologies for absence", 0, 0),
    ("2", "Declarations of interest", 0, 0),
    ("3", "Minutes of the previous meeting held on 4 March 2024", 3, 4),
    ("4", "Safety strategy: annual report of the Chief Executive and the Commander on progress in the year", 5, 8),
    ("5a", "Update on knife crime", 9, 9),
    ("6", "Any other urgent business", 0, 0),
)
"""Number, title, first and last page in the file."""


def pack(path: Path, order: bool = True, stamps: bool = True, marks: bool = False, first: int = 1) -> None:
    """A pack of nine pages: an order of business set without rules, stamps and bookmarks on wish.

    ``first`` is the number printed on the first page.
    """
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(60, 780, "Safer Westford Partnership")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 755, "Tuesday 4 June 2024 at 2.00 pm, Town Hall")
    canvas.drawString(60, 730, "Questions from the public must reach the clerk two working days before the meeting.")
    _end_page(canvas, first)
    if order:
        _order_of_business(canvas, first)
    else:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 780, "This page tells you how to find the town hall.")
    _end_page(canvas, first + 1)
    for page in range(3, 10):
        for number, title, start, _ in PACK_ITEMS:
            if start != page:
                continue
            if stamps:
                canvas.setFont("Helvetica-Bold", 12)
                canvas.drawRightString(560, 815, f"Agenda Item {number}")
            if marks:
                canvas.bookmarkPage(number)
                canvas.addOutlineEntry(f"{number}. {title}", number)
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(60, 780, title[:50])
        canvas.setFont("Helvetica", 11)
        for line in range(20):
            canvas.drawString(60, 740 - 14 * line, f"Line {line} on page {page} goes on with the words of officers.")
        _end_page(canvas, first + page - 1)
    canvas.save()


def _order_of_business(canvas: Canvas, first: int) -> None:
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, "AGENDA")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(490, 760, "Pages")
    top = 740.0
    for number, title, start, end in PACK_ITEMS:
        canvas.drawString(60, top, f"{number}.")
        if start:
            canvas.drawString(490, top, f"{start + first - 1} - {end + first - 1}")
        for line in _wrapped(title, canvas, 360, 11):
            canvas.drawString(100, top, line)
            top -= 13.5
        top -= 10


def _end_page(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawCentredString(297, 24, f"Page {number}")
    canvas.showPage()


MAKERS: dict[str, Callable[[Path], list[Block]]] = {
    "two_columns": two_columns,
    "numbered_report": numbered_report,
    "stamped": stamped,
    "slides": slides,
    "letter": letter,
    "turned": turned,
    "cards": cards,
}

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in {**MAKERS, "scanned": scanned}.items():
        blocks = make(folder / f"{name}.pdf")
        (folder / f"{name}.json").write_text(json.dumps({"paper": name, "blocks": blocks}, indent=1))
