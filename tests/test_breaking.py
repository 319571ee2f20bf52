"""Papers and people that mean harm or make mistakes: from a hostile PDF to the built site, and what stays out."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner

import build as build_script
from check import main as check_command
from tracker.extracting import without_pages
from tracker.gathering import read_readings
from tracker.pages.reading_file import is_paper_id, paper_id, paper_settings
from tracker.papers.pictures import Cut, Shown, cut_pictures
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
            text = path.read_bytes().decode("utf-8", "replace")
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
    assert extract(two_pages).returncode == 1
    build(two_pages)
    assert everywhere(two_pages, "zebras") == ["papers/plan.pdf"]
    (two_pages / "papers/plan.yml").unlink()
    assert extract(two_pages).returncode == 0
    assert "docs/papers/plan.md" in everywhere(two_pages, "zebras")


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
