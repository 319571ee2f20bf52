"""What layout programs and browsers do to a page: initials, small capitals, boxes, side notes, fonts without names."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from make_papers import SENTENCES
from tracker.papers import read_paper, reading
from tracker.papers.content import PageContent
from tracker.papers.opening import PaperError
from tracker.papers.reading_content import read_content
from tracker.records import Block

LEFT, MIDDLE, RIGHT = 50.0, 400.0, 545.0


class Sheet:
    """A page of a brochure on which lines are put where they are wanted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)

    def put(self, left: float, top: float, text: str, font: str = "Helvetica", size: float = 10) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, 842 - top, text)

    def lines(
        self, text: str, left: float, right: float, top: float, font: str = "Helvetica", size: float = 10
    ) -> float:
        """A wrapped paragraph; the place below it."""
        line = ""
        for word in [*text.split(), "\n"]:
            longer = f"{line} {word}".strip()
            if word == "\n" or self.canvas.stringWidth(longer, font, size) > right - left:
                self.put(left, top, line, font, size)
                top, line = top + 1.25 * size, word
            else:
                line = longer
        return top + 0.7 * size

    def read(self) -> list[Block]:
        """The blocks of the finished paper, without furniture."""
        self.canvas.save()
        blocks = [b for page in read_paper(self.path).pages for b in page.blocks]
        return [b for b in blocks if b.kind != "furniture"]


def told(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in blocks]


@pytest.mark.parametrize(("letter", "rest"), [("O", "ver"), ("A", ""), ("T", "he")])
def test_an_initial_begins_its_word(letter: str, rest: str, tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(LEFT, 60, "What residents said", "Helvetica-Bold", 15)
    sheet.put(LEFT, 104, letter, "Helvetica", 43)
    beside = [f"{rest} partnership met four times and heard from each of its members in".strip()]
    beside += ["turn, and it agreed that the visits to all wards of the town go on as they", "are until spring."]
    for n, line in enumerate(beside):
        sheet.put(LEFT + 36, 80 + 12 * n, line)
    below = sheet.lines(SENTENCES[1] + " " + SENTENCES[3], LEFT, RIGHT, 130)
    sheet.lines(SENTENCES[5] + " A partnership needs trust.", LEFT, RIGHT, below)
    blocks = sheet.read()
    assert blocks[0].text == "What residents said"
    start = f"{letter}{rest} partnership met" if rest else "A partnership met"
    assert blocks[1].text.startswith(start) and blocks[1].text.endswith("until spring.")
    assert len(blocks) == 4


def test_small_capitals_are_a_heading_as_large_as_their_capitals(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    top = 70.0
    for title in ("Safer Streets", "Help For Victims"):
        left = LEFT
        for word in title.upper().split():
            for text, size in ((word[0], 13.0), (word[1:], 10.0)):
                sheet.put(left, top, text, "Helvetica-Bold", size)
                left += sheet.canvas.stringWidth(text, "Helvetica-Bold", size)
            left += 3.5
        top = sheet.lines(SENTENCES[0] + " " + SENTENCES[1], LEFT, RIGHT, top + 20, size=11)
        top = sheet.lines(SENTENCES[2] + " " + SENTENCES[3], LEFT, RIGHT, top, size=11) + 14
    assert [b.text for b in sheet.read() if b.kind == "heading"] == ["SAFER STREETS", "HELP FOR VICTIMS"]


def test_titles_in_boxes_are_headings_and_speakers_are_none(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(LEFT, 60, "Our plan for the town", "Helvetica-Bold", 20)
    top = sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 90)
    sheet.canvas.setFillColorRGB(0.3, 0.1, 0.5)
    sheet.put(LEFT, top + 10, "“I walk home from the station again.”", "Helvetica-Oblique", 15)
    sheet.put(LEFT, top + 26, "Resident, Mill Lane", "Helvetica-Bold", 10)
    sheet.canvas.setFillGray(0)
    top = sheet.lines(" ".join(SENTENCES[4:7]), LEFT, RIGHT, top + 50)
    sheet.canvas.setFillColorRGB(0.85, 0.9, 0.95)
    sheet.canvas.rect(LEFT, 842 - top - 110, 300, 105, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.put(LEFT + 10, top + 25, "Priority 2: safer homes", "Helvetica-Bold", 10)
    sheet.lines(SENTENCES[8], LEFT + 10, LEFT + 290, top + 42, size=9)
    sheet.put(LEFT, top + 150, "What happens next", "Helvetica-Bold", 12)
    sheet.lines(" ".join(SENTENCES[9:12]), LEFT, RIGHT, top + 170)
    heads = [b.text for b in sheet.read() if b.kind == "heading"]
    assert heads == ["Our plan for the town", "Priority 2: safer homes", "What happens next"]


def test_text_runs_on_past_the_notes_beside_it(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    text = " ".join(SENTENCES[:8])
    words = text.split()
    cut = 60
    sheet.put(LEFT, 60, "Evidence", "Helvetica-Bold", 16)
    top = sheet.lines(" ".join(SENTENCES[8:14]), LEFT, MIDDLE - 20, 90)
    line, first = "", []
    for word in words[:cut]:
        if sheet.canvas.stringWidth(f"{line} {word}", "Helvetica", 10) > MIDDLE - 20 - LEFT:
            first.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    rest = " ".join(words)[len(" ".join(first)) :].strip()
    for n, each in enumerate(first):
        sheet.put(LEFT, top + 12.5 * n, each)
    sheet.lines("A survey of the spring asked 400 people.", MIDDLE, RIGHT, 90, size=8)
    sheet.lines("Most of them answered by telephone.", MIDDLE, RIGHT, 150, size=8)
    sheet.canvas.showPage()
    top = sheet.lines(rest, LEFT, MIDDLE - 20, 60)
    sheet.lines(" ".join(SENTENCES[14:]), LEFT, MIDDLE - 20, top)
    sheet.lines("Figures are for the year to March 2024.", MIDDLE, RIGHT, 60, size=8)
    sheet.lines("They will be revised in the autumn of the year.", MIDDLE, RIGHT, 120, size=8)
    if rest[0].isupper():
        pytest.skip("the break fell between sentences")
    assert ("paragraph", text) in told(sheet.read())


def test_a_foot_set_high_and_close_to_the_text_is_no_text(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    for number in range(1, 5):
        top = 60.0
        for n in range(10 if number < 4 else 3):
            top = sheet.lines(" ".join(SENTENCES[number + n : number + n + 3]), LEFT, RIGHT, top, size=11)
        sheet.put(LEFT, 745, f"Larkmoor Safety Partnership | {number}", size=8)
        sheet.canvas.showPage()
    sheet.canvas.save()
    pages = read_paper(sheet.path).pages
    assert [[b.text for b in p.blocks if b.kind == "furniture"] for p in pages] == [
        [f"Larkmoor Safety Partnership | {n}"] for n in range(1, 5)
    ]


def test_an_underlined_title_is_not_the_rule_over_notes(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    top = 60.0
    for n in range(7):
        top = sheet.lines(" ".join(SENTENCES[n : n + 3]), LEFT, RIGHT, top, size=11)
    sheet.put(LEFT, top + 12, "Working with schools", "Helvetica-Bold", 11)
    wide = sheet.canvas.stringWidth("Working with schools", "Helvetica-Bold", 11)
    sheet.canvas.line(LEFT, 842 - top - 13.5, LEFT + wide, 842 - top - 13.5)
    for n in range(3):
        sheet.put(LEFT, top + 36 + 20 * n, f"{n + 1}.")
        sheet.put(LEFT + 28, top + 36 + 20 * n, SENTENCES[n], size=10)
    assert "footnote" not in {b.kind for b in sheet.read()}


def test_endnotes_are_notes_and_lists_at_the_end_of_a_page_are_none(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    top = 70.0
    marks = ("i", "ii", "iii", "iv")
    for n, mark in enumerate(marks):
        end = SENTENCES[n].split()
        sheet.put(LEFT, top, " ".join(end))
        sheet.put(LEFT + sheet.canvas.stringWidth(" ".join(end), "Helvetica", 10), top - 4, mark, size=6)
        top = sheet.lines(" ".join(SENTENCES[n + 4 : n + 7]), LEFT, RIGHT, top + 25)
    for n in range(3):
        sheet.put(LEFT, top + 16 * n, f"{n + 1}.")
        sheet.put(LEFT + 20, top + 16 * n, SENTENCES[n + 9])
    sheet.canvas.showPage()
    for n, mark in enumerate(marks):
        sheet.put(LEFT, 60 + 11 * n, mark, size=9)
        sheet.put(LEFT + 18, 60 + 11 * n, SENTENCES[n + 10], size=9)
    blocks = sheet.read()
    notes = [(b.note, b.text) for b in blocks if b.kind == "footnote"]
    assert notes == [(mark, SENTENCES[n + 10]) for n, mark in enumerate(marks)]
    assert sum(b.kind == "list_item" for b in blocks) == 3
    assert not any(b.text.endswith(".i") for b in blocks)


NAMES = {".": "period", ",": "comma"}


def unnamed_fonts(path: Path) -> None:
    """A page in two fonts whose glyphs are drawn and whose names are unknown, one with strokes twice as wide."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,"
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    shows = []
    top = 780
    for n in range(4):
        shows.append(b"BT /B 12 Tf 60 %d Td (What we did in quarter %s) Tj ET" % (top, b"abcd"[n : n + 1]))
        for sentence in (SENTENCES[n + 9], SENTENCES[n + 3]):
            plain = "".join(c for c in sentence if c in letters + " ")[:70]
            top -= 15
            shows.append(b"BT /R 12 Tf 60 %d Td (%s) Tj ET" % (top, plain.encode()))
        top -= 34
    content = b"\n".join(shows)
    resources = b"<</Font<</R 5 0 R/B 6 0 R>>>>"
    objects.append(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources%s>>" % resources,
    )
    objects.append(b"<</Length %d>> stream\n%s\nendstream" % (len(content), content))
    first = 7
    for _ in range(2):
        procs = b"".join(b"/%s %d 0 R" % (NAMES.get(c, c).encode(), first + k) for k, c in enumerate(letters))
        names = b"".join(b" %d/%s" % (ord(c), NAMES.get(c, c).encode()) for c in letters)
        widths = b" ".join(b"250" if code == 32 else b"500" for code in range(32, 123))
        objects.append(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 -200 500 750]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<%s>>"
            b"/Encoding<</Differences[%s]>>/FirstChar 32/LastChar 122/Widths[%s]/Resources<<>>>>"
            % (procs, names, widths)
        )
        first += len(letters)
    for weight in (60, 110):
        for c in letters:
            high = 700 if c.isupper() else 480
            draw = b"500 0 0 0 500 750 d1 80 0 %d %d re 320 0 %d %d re f" % (weight, high, weight, high // 2)
            objects.append(b"<</Length %d>> stream\n%s\nendstream" % (len(draw), draw))
    body = b"".join(b"%d 0 obj %s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF")


def test_bold_is_seen_where_fonts_have_no_names(tmp_path: Path) -> None:
    unnamed_fonts(tmp_path / "x.pdf")
    blocks = read_paper(tmp_path / "x.pdf").pages[0].blocks
    assert [b.text for b in blocks if b.kind == "heading"] == [f"What we did in quarter {c}" for c in "abcd"]
    assert all(not run.bold for b in blocks if b.kind == "paragraph" for run in b.runs)


def test_letters_set_apart_are_words_again(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    left = LEFT
    for letter in "SAFER STREETS":
        sheet.put(left, 60, letter, "Helvetica-Bold", 9)
        left += sheet.canvas.stringWidth(letter, "Helvetica-Bold", 9) + 2.2
    top = sheet.lines(" ".join(SENTENCES[:3]), LEFT, RIGHT, 80)
    sheet.lines(" ".join(SENTENCES[3:6]), LEFT, RIGHT, top)
    first = sheet.read()[0]
    assert (first.kind, first.text) == ("heading", "SAFER STREETS")


def test_letters_of_a_table_are_no_word(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    for n, letter in enumerate("RAGRAG"):
        sheet.put(LEFT + 40 * n, 60, letter)
    assert "RAG" not in sheet.read()[0].text.replace(" ", "|")


def test_short_questions_are_titles_and_long_ones_are_not(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    asked = ("Who makes the decision?", "How many of the orders made in the last two years were varied on appeal?")
    top = sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 60)
    for n, question in enumerate(asked):
        sheet.put(LEFT, top + 10, question, "Helvetica-Bold", 10)
        top = sheet.lines(" ".join(SENTENCES[n + 4 : n + 7]), LEFT, RIGHT, top + 25)
    assert [b.text for b in sheet.read() if b.kind == "heading"] == [asked[0]]


def test_a_sentence_that_leads_in_is_no_title(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(LEFT, 60, "What we heard", "Helvetica-Bold", 28)
    sheet.canvas.setFillColorRGB(0, 0.5, 0.3)
    sheet.put(LEFT, 90, "Most people told us that they feel safe by day.", "Helvetica-Bold", 14)
    sheet.canvas.setFillGray(0)
    top = sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 120)
    sheet.lines(" ".join(SENTENCES[4:8]), LEFT, RIGHT, top)
    assert [b.text for b in sheet.read() if b.kind == "heading"] == ["What we heard"]


def test_a_loosely_set_quotation_is_whole(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    top = sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 60)
    sheet.put(LEFT + 40, top + 15, "“I walked past that alley for years and never felt safe", "Helvetica-Oblique", 13)
    sheet.put(LEFT + 40, top + 35, "until the lights came on.”", "Helvetica-Oblique", 13)
    sheet.lines(" ".join(SENTENCES[4:8]), LEFT, RIGHT, top + 65)
    said = "“I walked past that alley for years and never felt safe until the lights came on.”"
    assert said in [b.text for b in sheet.read()]


def test_a_counted_list_goes_on_in_the_next_page(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 60)
    sheet.put(LEFT + 12, 160, "1. visible patrols at weekends")
    sheet.canvas.showPage()
    for n, text in enumerate(("2. support for witnesses at court", "3. better lighting in parks")):
        sheet.put(LEFT + 12, 60 + 14 * n, text)
    sheet.lines(" ".join(SENTENCES[4:8]), LEFT, RIGHT, 110)
    items = [(b.marker, b.text) for b in sheet.read() if b.kind == "list_item"]
    assert [marker for marker, _ in items] == ["1.", "2.", "3."]


def test_a_page_on_its_head_is_read_and_its_boxes_lie_on_the_sheet(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "up.pdf")
    sheet.put(LEFT, 60, "What we heard", "Helvetica-Bold", 18)
    sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 120)
    upright = sheet.read()
    with pymupdf.open(tmp_path / "up.pdf") as document:
        document[0].set_rotation(180)
        document.save(tmp_path / "down.pdf")
    (page,) = read_paper(tmp_path / "down.pdf").pages
    assert told(list(page.blocks)) == told(upright)
    for block, other in zip(page.blocks, upright, strict=True):
        x0, y0, x1, y1 = other.parts[0].bbox
        turned = (page.width - x1, page.height - y1, page.width - x0, page.height - y0)
        assert block.parts[0].bbox == pytest.approx(turned, abs=0.5)


@pytest.mark.parametrize("tree", ["(no tree)", "<</Type/StructTreeRoot/K 999 0 R/ParentTree 998 0 R>>"])
def test_a_broken_tree_of_tags_stops_no_paper(tree: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 120)
    sheet.canvas.save()
    with pymupdf.open(tmp_path / "x.pdf") as document:
        document.xref_set_key(document.pdf_catalog(), "StructTreeRoot", tree)
        document.save(tmp_path / "broken.pdf")

    def fails(_document: object) -> None:
        raise RuntimeError("cycle in structure tree")

    monkeypatch.setattr(reading, "read_tags", fails)
    assert read_paper(tmp_path / "broken.pdf").pages[0].blocks


def test_a_paper_that_loses_pages_while_it_is_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    for n in range(3):
        sheet.lines(" ".join(SENTENCES[n : n + 4]), LEFT, RIGHT, 120)
        sheet.canvas.showPage()
    sheet.canvas.save()

    def repaired(page: pymupdf.Page) -> PageContent:
        content = read_content(page)
        if page.number == 2:
            page.parent.delete_page(2)
        return content

    monkeypatch.setattr(reading, "read_content", repaired)
    with pytest.raises(PaperError, match="its pages went from 3 to 2"):
        read_paper(sheet.path)


def test_a_bar_behind_a_title_parts_the_columns_above_it_from_those_below(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    top, lefts = 50.0, (50.0, 220.0, 390.0)
    texts = []
    for part in range(2):
        sheet.canvas.setFillColorRGB(0.1, 0.2, 0.3)
        sheet.canvas.rect(45, 842 - top - 22, 505, 22, stroke=0, fill=1)
        sheet.canvas.setFillGray(1)
        sheet.put(50, top + 15, f"Chapter {'AB'[part]}", "Helvetica-Bold", 11)
        sheet.canvas.setFillGray(0)
        below = []
        for n, left in enumerate(lefts):
            text = f"{SENTENCES[3 * part + n]} {SENTENCES[3 * part + n + 6]}"
            texts.append(text)
            below.append(sheet.lines(text, left, left + 150, top + 45, size=9))
        top = max(below) + 15
    heads = ["Chapter A", "Chapter B"]
    assert [b.text for b in sheet.read()] == [heads[0], *texts[:3], heads[1], *texts[3:]]


def test_small_bullets_set_half_way_up_are_bullets(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(LEFT, 60, "What we will do", "Helvetica-Bold", 30)
    said = ("visible patrols in town centres at weekends", "better lighting in parks", "mentoring for young people")
    for n, text in enumerate(said):
        sheet.put(LEFT, 110 + 26 * n - 3.5, "•", size=8)
        sheet.put(LEFT + 22, 110 + 26 * n, text, size=18)
    assert [b.text for b in sheet.read() if b.kind == "list_item"] == list(said)


def test_the_lines_of_a_letter_s_head_stand_by_themselves(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    head = ("Our ref: FOI/2023/0417", "Date: 14 June 2023", "Email: foi@larkmoor.gov.uk")
    for n, line in enumerate(head):
        sheet.put(LEFT, 60 + 13 * n, line)
    top = sheet.lines(" ".join(SENTENCES[:4]), LEFT, RIGHT, 130)
    sheet.lines(" ".join(SENTENCES[4:8]), LEFT, RIGHT, top)
    assert [b.text for b in sheet.read()[:3]] == list(head)


def test_a_number_in_words_keeps_its_hyphen_at_the_end_of_a_line(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(
        LEFT, 60, "The scheme has been open to all schools of the county since April 2023. Forty-", "Helvetica", 11
    )
    sheet.put(
        LEFT, 74, "two children took part in its first term, and none of them came to notice again in", "Helvetica", 11
    )
    sheet.put(
        LEFT, 88, "the months that followed, which is a better result than had been expected of it.", "Helvetica", 11
    )
    assert "Forty-two children took part" in " ".join(b.text for b in sheet.read())


def test_a_hyphen_before_a_preposition_stays_at_the_end_of_a_line(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(LEFT, 60, "Of all those who came to the service in the year the largest group were cared-")
    sheet.put(LEFT, 74, "for children, and the schools of the county sent the others to it with their infor-")
    sheet.put(LEFT, 88, "mation, which is a better result than had been expected.")
    text = " ".join(b.text for b in sheet.read())
    assert "cared-for children" in text and "information" in text


@pytest.mark.parametrize("elsewhere", ["self-referrals", "self-neglect and other referrals", "a self-referral"])
def test_a_hyphen_at_the_end_of_a_line_stays_where_the_paper_has_the_word_or_its_parts(
    elsewhere: str, tmp_path: Path
) -> None:
    sheet = Sheet(tmp_path / "x.pdf")
    sheet.put(
        LEFT, 60, "Of all those who came to the service in the year the largest group were self-", "Helvetica", 11
    )
    sheet.put(
        LEFT,
        74,
        "referrals, and the police and the schools of the county sent the others to it. The team",
        "Helvetica",
        11,
    )
    sheet.put(
        LEFT, 88, f"told us what it had learnt of {elsewhere} since the service opened its doors.", "Helvetica", 11
    )
    assert "were self-referrals, and" in " ".join(b.text for b in sheet.read())
