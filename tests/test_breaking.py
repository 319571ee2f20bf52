"""Papers and people that mean harm or make mistakes: from a hostile PDF to the built site, and what stays out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner

import build as build_script
from check import main as check_command
from tracker.gathering import read_readings
from tracker.pages.reading_file import is_paper_id, paper_id, paper_settings
from tracker.papers.pictures import Cut, cut_pictures
from tracker.papers.withheld import Shown
from tracker.reading_papers import without_pages
from tracker.records import Block, Page, Paper, PaperSettings, Part, Word
from tracker.site.text import safe_id

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"

HOSTILE = (
    "<script>window.harm=1</script>",
    '<img src=x onerror="window.harm=1">',
    "{{ config }} {% raw %} {# no #}",
    "[press](javascript:window.harm=1)",
    "text {: onclick=window.harm=1 }",
    "<!-- end -->",
    "<!-- from the paper -->",
    "---",
    "key: value # !!python/object/apply:os.system",
    "=cmd|'/C calc'!A0",
    "../../etc/passwd",
    "a | b `c` \\d",
    "</main></script><script>window.harm=1</script>",
    "W" * 40,
)


def write_lines(page: pymupdf.Page, lines: list[tuple[str, int]], top: float = 70) -> None:
    y = top
    for text, size in lines:
        page.insert_text((60, y), text, fontsize=size)
        y += 2.4 * size


def hostile_paper(path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    write_lines(page, [(f"{HOSTILE[0]} Plan {{{{ config }}}}", 18), *((line, 10) for line in HOSTILE)])
    write_lines(page, [('1. <b>Heading</b> {: onclick=x } "><script>window.harm=1</script>', 14)], 620)
    page = document.new_page()
    write_lines(
        page,
        [
            ("<img src=x onerror=window.harm=1> by ward", 12),
            ("In the 3 months of May 2023 to July 2023 there were 120 cases of <script>harm</script> in Barnet.", 10),
            ("We will <script>window.harm=1</script> hold 20 workshops by March 2024.", 10),
        ],
    )
    rows = [["Ward", "April 2023"], ["<img src=x onerror=window.harm=1>", "12"], ["index", "-4.2%"], ["=1+1", "7"]]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            box = pymupdf.Rect(60 + 220 * c, 200 + 24 * r, 280 + 220 * c, 224 + 24 * r)
            page.draw_rect(box)
            page.insert_text((box.x0 + 4, box.y0 + 16), text, fontsize=9)
    for top, address in ((90, "javascript:window.harm=1"), (120, 'http://x.example/"onmouseover="window.harm=1')):
        page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(60, top, 300, top + 16), "uri": address})
    document.set_toc([[1, HOSTILE[0], 1], [1, "../../etc/passwd", 2]])
    document.set_metadata({"title": HOSTILE[1], "subject": HOSTILE[2]})
    document.save(path)


def extract(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / "extract.py"), "--papers", str(folder / "papers")]
    command += ["--docs", str(folder / "docs"), "--tracker", str(folder / "tracker.yml"), "--workers", "1", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def build(folder: Path) -> str:
    read_readings.cache_clear()
    arguments = [f"--{name}={folder / name}" for name in ("papers", "docs", "site")]
    told = CliRunner().invoke(build_script.main, arguments)
    assert told.exit_code == 0, told.output
    return told.output


class Harm(HTMLParser):
    """Finds what a page would run, and gathers the text it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text: list[str] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = dict(attrs).get("type", "") if tag == "script" else None
        for name, value in attrs:
            if name.startswith("on") or (
                name in {"href", "src"} and (value or "").lower().startswith(("javascript:", "data:", "file:"))
            ):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag: str) -> None:
        self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is None:
            self.text.append(data)
        elif self._script != "application/ld+json" and "harm" in data:
            self.found.append(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "papers").mkdir()
    for name in ("evil", "index", "con"):
        hostile_paper(folder / "papers" / f"{name}.pdf")
    (folder / "papers" / "evil.yml").write_text(
        'status: withdrawn\nstatus_reason: "<script>window.harm=1</script> taken back"\nboard: "\\"><script>harm"\n'
    )
    told = extract(folder)
    assert told.returncode == 0, told.stderr
    build(folder)
    return folder


def test_nothing_of_a_hostile_paper_runs(hostile: Path) -> None:
    for file in (hostile / "site").rglob("*.html"):
        page = Harm()
        page.feed(file.read_text(encoding="utf-8"))
        assert not page.found, f"{file}: {page.found}"


def test_a_hostile_paper_is_shown_word_for_word(hostile: Path) -> None:
    page = Harm()
    page.feed((hostile / "site/papers/evil/index.html").read_text(encoding="utf-8"))
    shown = "".join("".join(page.text).split())
    missing = [line for line in HOSTILE if "".join(line.split()) not in shown]
    assert missing == []
    assert "<script>window.harm=1</script>takenback" in shown


def test_a_hostile_paper_leaves_sound_pages_that_a_second_run_keeps(hostile: Path) -> None:
    told = CliRunner().invoke(check_command, [f"--docs={hostile / 'docs'}", f"--papers={hostile / 'papers'}"])
    assert told.exit_code == 0, told.output
    before = {path: path.read_bytes() for path in hostile.rglob("*.md")}
    again = extract(hostile, "--again")
    assert "0 written, 0 removed" in again.stdout and "kept out" not in again.stdout
    assert {path: path.read_bytes() for path in hostile.rglob("*.md")} == before


@pytest.mark.parametrize("name", ["index", "con", "NUL", "com1", "Ärger", "..", "a/../b", "a--b", "a-.b"])
def test_no_file_name_becomes_an_id_with_a_meaning_of_its_own(name: str) -> None:
    assert is_paper_id(paper_id(Path(f"{name}.pdf"), PaperSettings()))
    assert not is_paper_id(name)


def test_an_id_of_the_site_is_no_page_of_a_folder() -> None:
    assert safe_id("Index") != "index"


# ---- what people keep out


@pytest.mark.parametrize("stretch", ["x", "3-", "-3", "5-3", "0", "1,2", ""])
def test_a_stretch_of_pages_that_cannot_be_understood_is_a_fault(stretch: str, tmp_path: Path) -> None:
    (tmp_path / "p.yml").write_text(f'leave_out: ["{stretch}"]\n')
    _, faults = paper_settings(tmp_path / "p.pdf")
    assert [(fault.field, fault.line) for fault in faults] == [("leave_out", 1)]
    assert "12 or 40-42" in faults[0].remedy


def test_stretches_of_pages() -> None:
    settings = PaperSettings(leave_out=("2", "40-42", "7 – 8"))
    assert settings.left_out_pages == {2, 7, 8, 40, 41, 42}


def test_a_paragraph_that_runs_onto_a_page_left_out_is_cut_there() -> None:
    box = (0.0, 0.0, 9.0, 9.0)
    words = (Word(text="shown", page=1, bbox=box, start=0), Word(text="secret", page=2, bbox=box, start=6))
    parts = (Part(page=1, bbox=box), Part(page=2, bbox=box))
    block = Block(id="p1-1", kind="paragraph", text="shown secret", parts=parts, words=words)
    pages = (Page(number=1, width=9, height=9, blocks=(block,)), Page(number=2, width=9, height=9))
    cut = without_pages(Paper(title="t", sha256="0", pages=pages), {2})
    assert "secret" not in cut.model_dump_json()
    assert cut.pages[0].blocks[0].text == "shown" and cut.pages[0].blocks[0].parts == parts[:1]


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    document = pymupdf.open()
    for words in ("All may read this sentence about burglary.", "Nobody may read of zebras in Hendon."):
        page = document.new_page()
        write_lines(page, [("Safer Town Plan", 18), (words, 11), ("There were 480 burglaries in 2022/23.", 11)])
    document.set_toc([[1, "Open", 1], [1, "About zebras", 2]])
    document.save(tmp_path / "papers" / "plan.pdf")
    return tmp_path


def everywhere(folder: Path, word: str) -> list[str]:
    """The files that hold a word: as text, or printed in a PDF."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".yml"):
        if path.suffix == ".pdf":
            with pymupdf.open(path) as document:
                text = " ".join(page.get_text() for page in document) + str(document.get_toc())
        else:
            # Fingerprints of files may hold any digits.
            text = re.sub(r"[0-9a-f]{64}", "", path.read_bytes().decode("utf-8", "replace"))
        if word in text:
            found.append(path.relative_to(folder).as_posix())
    return found


def test_pages_left_out_are_nowhere(two_pages: Path) -> None:
    (two_pages / "papers/plan.yml").write_text('leave_out: ["2"]\n')
    assert extract(two_pages).returncode == 0
    build(two_pages)
    assert everywhere(two_pages, "zebras") == ["papers/plan.pdf"]
    with pymupdf.open(two_pages / "site/papers/plan.pdf") as document:
        assert document.page_count == 2 and "burglary" in document[0].get_text()


def test_an_embargo_takes_back_what_was_read_before(two_pages: Path) -> None:
    extract(two_pages)
    assert "docs/papers/plan.md" in everywhere(two_pages, "zebras")
    (two_pages / "papers/plan.yml").write_text("embargo: 2030-01-01\n")
    assert extract(two_pages).returncode == 0, "a paper that people hold back is no failure"
    build(two_pages)
    assert everywhere(two_pages, "zebras") == ["papers/plan.pdf"]
    (two_pages / "papers/plan.yml").unlink()
    assert extract(two_pages).returncode == 0
    assert "docs/papers/plan.md" in everywhere(two_pages, "zebras")


def test_what_people_hide_is_not_published_by_a_build_before_the_next_reading(two_pages: Path) -> None:
    extract(two_pages)
    settings = two_pages / "papers/plan.yml"
    for hiding in ("embargo: 2030-01-01\n", 'leave_out: ["2"]\n', "hosst: false\n"):
        settings.write_text(hiding)
        read_readings.cache_clear()
        arguments = [f"--{name}={two_pages / name}" for name in ("papers", "docs", "site")]
        told = CliRunner().invoke(build_script.main, arguments)
        assert told.exit_code == 1 and "plan.yml" in told.output, hiding
        assert not (two_pages / "site").exists()
    # What needs no new reading counts at once.
    settings.write_text("host: false\naddress: https://example.org/plan.pdf\ntitle: The plan of plans\n")
    build(two_pages)
    assert not list((two_pages / "site").rglob("plan.pdf"))
    page = (two_pages / "site/papers/plan/index.html").read_text(encoding="utf-8")
    assert "https://example.org/plan.pdf#page=2" in page and "The plan of plans" in page


def test_what_a_paper_said_that_was_taken_away_is_told_and_not_published(two_pages: Path) -> None:
    """Its reading gone with it, nobody can say any more where its figures stand."""
    plain_paper().save(two_pages / "papers" / "Larkmoor.PDF")
    assert extract(two_pages).returncode == 0
    shown = [f"--{name}={two_pages / name}" for name in ("docs", "papers")]
    assert CliRunner().invoke(check_command, shown).exit_code == 0
    for file in two_pages.glob("papers/plan.*"):
        file.unlink()
    told = CliRunner().invoke(check_command, shown)
    assert told.exit_code == 1
    assert told.output.startswith("docs/papers/plan.md:3 – paper is “plan”, which is not here")
    build(two_pages)
    pages = [page for page in two_pages.glob("site/**/*.html") if "burglar" in page.read_text(encoding="utf-8")]
    assert pages == [] and "burglar" not in (two_pages / "site/data/observations.csv").read_text(encoding="utf-8")
    assert (two_pages / "site/papers/larkmoor.pdf").exists(), "whatever the file's ending looks like"


def test_a_paper_under_embargo_is_not_even_named(two_pages: Path) -> None:
    (two_pages / "papers/plan.yml").write_text("embargo: 2030-01-01\n")
    extract(two_pages)
    build(two_pages)
    assert "plan" not in (two_pages / "site/not-here/index.html").read_text(encoding="utf-8").partition("<h1")[2]


def test_a_paper_that_is_not_hosted_is_linked_where_it_was_published(two_pages: Path) -> None:
    (two_pages / "papers/plan.yml").write_text("host: false\naddress: https://example.org/plan.pdf\n")
    extract(two_pages)
    build(two_pages)
    assert not list((two_pages / "site").rglob("plan.pdf"))
    page = (two_pages / "site/papers/plan/index.html").read_text(encoding="utf-8")
    assert "https://example.org/plan.pdf#page=2" in page and "noindex" not in page and "eading cop" not in page


def test_what_is_held_back_is_black_in_pictures(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=300, height=100)
    page.insert_text((20, 50), "Write to jo@example.org today", fontsize=12)
    boxes = {word[4]: word[:4] for word in page.get_text("words")}
    document.save(tmp_path / "p.pdf")
    place = Shown(1, (20.0, 30.0, 280.0, 60.0), "Write to [held back] today")
    (picture,) = cut_pictures(tmp_path / "p.pdf", [Cut(1, (0.0, 0.0, 300.0, 100.0), 2.0)], [place])
    pixmap = pymupdf.Pixmap(picture)

    def black(word: str) -> float:
        left, top, right, bottom = (round(2 * side) for side in boxes[word])
        dots = [pixmap.pixel(x, y) for x in range(left + 1, right - 1) for y in range(top + 1, bottom - 1)]
        return sum(max(dot) == 0 for dot in dots) / len(dots)

    assert black("jo@example.org") == 1.0
    assert black("Write") < 0.5 and black("today") < 0.5


def test_personal_addresses_and_numbers_are_nowhere(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    document = pymupdf.open()
    page = document.new_page()
    write_lines(
        page,
        [
            ("Date: 12 May 2023", 11),
            ("Dear Ms Quibell", 11),
            ("Freedom of Information request 8347099: thank you, Ms Quibell.", 11),
            ("Write to jo.zebra@example.gov.uk or jo.zebra [at] example.gov.uk, or jo.zebra@", 11),
            ("example.gov.uk; call (020) 7999-2000, +44 20 7999 2000 or 07700 900123.", 11),
        ],
    )
    for top, address in (
        (130, "mailto:jo.zebra@example.gov.uk?subject=x"),
        (150, "https://a.org/?to=jo.zebra%40b.org"),
    ):
        page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(60, top, 300, top + 18), "uri": address})
    document.save(tmp_path / "papers" / "letter.pdf")
    extract(tmp_path)
    build(tmp_path)
    for word in ("zebra", "7999", "900123", "Quibell"):
        found = [file for file in everywhere(tmp_path, word) if not file.endswith("letter.pdf")]
        assert found == [], word
    held = json.loads((tmp_path / "papers/letter.read.json").read_text(encoding="utf-8"))
    assert "[held back]" in json.dumps(held)


def test_what_a_killed_run_leaves_is_cleared_and_never_shown(two_pages: Path) -> None:
    extract(two_pages)
    (two_pages / "docs/papers/.unfinished-abc").write_text("half-written")
    (two_pages / "docs/.hidden").write_text("half-written")
    build(two_pages)
    assert everywhere(two_pages / "site", "half-written") == []
    extract(two_pages)
    assert not (two_pages / "docs/papers/.unfinished-abc").exists()


@pytest.mark.parametrize("name", ["extract", "check", "build", "read_paper"])
def test_every_script_explains_itself(name: str) -> None:
    told = subprocess.run([sys.executable, str(SCRIPTS / f"{name}.py"), "--help"], capture_output=True, text=True)
    assert told.returncode == 0 and "Example" in told.stdout and f"{name}.py " in told.stdout


def test_a_shortened_address_leads_to_a_list(hostile: Path) -> None:
    site = hostile / "site"
    bare = [f.name for f in site.iterdir() if list(f.glob("*/index.html")) and not (f / "index.html").exists()]
    assert bare == []


def test_the_page_for_what_is_missing_knows_where_its_scripts_are(hostile: Path) -> None:
    assert 'data-root="/"' in (hostile / "site/404.html").read_text(encoding="utf-8")


def test_a_file_where_the_site_should_be(two_pages: Path) -> None:
    (two_pages / "docs").mkdir()
    (two_pages / "file").write_text("")
    arguments = [f"--papers={two_pages / 'papers'}", f"--docs={two_pages / 'docs'}", f"--site={two_pages / 'file'}"]
    told = CliRunner().invoke(build_script.main, arguments)
    assert told.exit_code == 2 and "is a file; name a folder" in told.output


# ---- papers that are broken or built to break things


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    numbered = b"".join(b"%d 0 obj %s endobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer <</Root 1 0 R>>\n%%EOF"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>> stream\n%s\nendstream" % (entries, len(content), content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SHEET = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
PROMISE = b"BT /F 12 Tf 60 700 Td (We will hold 20 workshops by March 2024.) Tj ET"


def nested_forms(depth: int) -> bytes:
    """A page with a sentence, and after it a page whose forms stand in one another ``depth`` times."""
    links = [b"/XObject<</X %d 0 R>>" % (9 + n) for n in range(depth)]
    forms = [stream(b"q /X Do Q", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>" % x) for x in links]
    end = stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    pages = (SHEET % (6, b""), SHEET % (7, b"/XObject<</X 8 0 R>>"))
    kids = b"<</Type/Pages/Kids[4 0 R 5 0 R]/Count 2>>"
    head = (b"<</Type/Catalog/Pages 2 0 R>>", kids, FONT, *pages, stream(PROMISE), stream(b"/X Do"))
    return raw_pdf(*head, *forms, end)


def odd_characters() -> bytes:
    """A page whose letters a to f stand for: half a surrogate, null, an override, half a surrogate, U+FFFE, escape."""
    table = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <60> <0020> endbfrange "
        b"6 beginbfchar <61> <D800> <62> <0000> <63> <202E> <64> <DC01> <65> <FFFE> <66> <001B> endbfchar "
        b"1 beginbfrange <67> <7A> <0067> endbfrange endcmap"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    sheet, kids = SHEET % (5, b""), b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
    plain = b"BT /F 12 Tf 60 %d Td (THE BOARD HEARD OF THE HOMES ON QUIET ROWS IN THE NORTH OF THE TOWN.) Tj ET "
    page = PROMISE + b" " + b"".join(plain % (650 - 16 * line) for line in range(5))
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", kids, font, sheet, stream(page), stream(table))


def plain_paper(pages: int = 1, width: float = 595, height: float = 842) -> pymupdf.Document:
    document = pymupdf.open()
    for number in range(pages):
        page = document.new_page(width=width, height=height)
        words = f"We will hold {number + 20} workshops in Larkmoor by March 2024."
        page.insert_text((width / 10, height / 2), words, fontsize=11)
    return document


NAMES = (
    "with  spaces",
    'quote\'s "double"',
    "Ünïcode – 纸",
    "-leading",
    "--help",
    "a;b$(c)`d`",
    "two\nlines\x1b[2J",
    "50%20#x?y",
)
FAULTY = {
    "user-password": "encrypted; save a copy without a password",
    "cut-short": "cut short (its end is missing); fetch it again",
    "no-pages": "has no pages; fetch it again",
    "nested-alone": "none of its pages can be read (code=5: exception stack overflow!); print the paper to a new PDF",
    "same-id": "has the id “same-id” that same id.pdf has too; write another “id:” into same-id.yml",
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("broken")
    papers = folder / "papers"
    papers.mkdir()
    whole = plain_paper(2).tobytes()
    locked = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "owner"}
    plain_paper().save(papers / "user-password.pdf", user_pw="user", **locked)
    plain_paper().save(papers / "owner-password.pdf", user_pw="", permissions=0, **locked)
    (papers / "cut-short.pdf").write_bytes(whole[: len(whole) // 2])
    (papers / "lost-table.pdf").write_bytes(whole.replace(b"startxref\n", b"startxref\n99"))
    kids = b"<</Type/Pages/Kids[]/Count 0>>"
    (papers / "no-pages.pdf").write_bytes(raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", kids))
    (papers / "nested.pdf").write_bytes(nested_forms(2000))
    with pymupdf.open(papers / "nested.pdf") as document:
        document.delete_page(0)
        document.save(papers / "nested-alone.pdf")
    (papers / "odd-characters.pdf").write_bytes(odd_characters())
    plain_paper(1, 6000, 4000).save(papers / "huge.pdf")
    plain_paper(1, 1, 1).save(papers / "one-point.pdf")
    for name in (*NAMES, "same id", "same-id"):
        plain_paper().save(str(papers / f"{name}.pdf"))
    document = plain_paper()
    document[0].insert_text((60, 500), "We will move Quentin Zebra to 30 homes by June 2024.", fontsize=11)
    document[0].draw_rect(document[0].search_for("Quentin Zebra")[0], fill=(0, 0, 0), color=None)
    document.save(papers / "painted-over.pdf")
    document = plain_paper()
    document[0].add_text_annot((100, 100), "a note that nobody prints")
    document.embfile_add("evil.exe", b"MZ")
    script = document.get_new_xref()
    document.update_object(script, "<</S/JavaScript/JS(app.alert\\(1\\))>>")
    document.xref_set_key(document.pdf_catalog(), "OpenAction", f"{script} 0 R")
    document.save(papers / "with-script.pdf")
    told = extract(folder)
    build(folder)
    return folder, told


Broken = tuple[Path, subprocess.CompletedProcess[str]]


def test_broken_papers_are_told_in_a_sentence_each_and_the_others_are_read(broken: Broken) -> None:
    folder, told = broken
    assert told.returncode == 1 and "Traceback" not in told.stderr
    lines = [line for line in told.stderr.splitlines() if ": read, " not in line]
    assert len(lines) == len(FAULTY)
    for name, fault in FAULTY.items():
        assert any(f"{name}.pdf: " in line and fault in line for line in lines), f"{name}: {lines}"
    read = len(list((folder / "papers").glob("*.read.json")))
    assert read == len(list((folder / "papers").glob("*.pdf"))) - len(FAULTY)


def test_a_file_s_name_says_nothing_to_a_terminal(broken: Broken) -> None:
    _, told = broken
    assert "two?lines?[2J.pdf: read" in told.stderr and "\x1b" not in told.stderr


def test_broken_papers_leave_sound_pages(broken: Broken) -> None:
    folder, _ = broken
    (folder / "papers/same-id.pdf").unlink()
    told = CliRunner().invoke(check_command, [f"--docs={folder / 'docs'}", f"--papers={folder / 'papers'}"])
    assert told.exit_code == 0, told.output


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_read(broken: Broken) -> None:
    folder, _ = broken
    reading = json.loads((folder / "papers/nested.read.json").read_text(encoding="utf-8"))
    first, second = reading["paper"]["pages"]
    assert first["blocks"][0]["text"] == "We will hold 20 workshops by March 2024."
    assert "this page could not be read" in second["doubts"][0]
    told = (folder / "site/not-here/index.html").read_text(encoding="utf-8")
    assert "this page could not be read" in told


def test_characters_that_cannot_be_written_are_marked(broken: Broken) -> None:
    folder, _ = broken
    for path in [*folder.rglob("*.md"), *folder.rglob("*.json"), *folder.glob("site/papers/**/*.html")]:
        text = path.read_text(encoding="utf-8")
        assert not any(c in text for c in "\x00\x1b\u202e\ufffe"), path
    reading = json.loads((folder / "papers/odd-characters.read.json").read_text(encoding="utf-8"))
    text = " ".join(block["text"] for page in reading["paper"]["pages"] for block in page["blocks"])
    assert "hol\ufffd 20 workshops" in text


def test_what_a_pdf_carries_beside_its_pages_stays_out(broken: Broken) -> None:
    folder, _ = broken
    for word in ("nobody prints", "app.alert", "evil.exe"):
        assert everywhere(folder / "docs", word) == []


def test_a_name_that_was_only_painted_over_is_nowhere_and_the_site_says_so(broken: Broken) -> None:
    folder, _ = broken
    found = [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.*")
        if path.is_file() and path.suffix != ".pdf" and b"Zebra" in path.read_bytes()
    ]
    assert found == []
    told = (folder / "site/not-here/index.html").read_text(encoding="utf-8")
    assert "2 words on this page cannot be seen; they are left out" in told
