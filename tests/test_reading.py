"""How well papers are read: the five papers against the answer key, and papers in other looks against their makers."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from click.testing import CliRunner

import make_papers
from conftest import Measured
from tracker.papers import PaperError, read_paper
from tracker.papers.contract import to_contract, to_markdown
from tracker.records import Paper

HERE = Path(__file__).parent
PAPERS = HERE.parent / "source_papers"
TRUTH = HERE / "truth"
FIVE = sorted(path.stem for path in (TRUTH / "reading").glob("*.json"))
WITH_TABLES = ("scpb-agenda-pack-2023-07-19", "vawg-strategy-2021-24-draft")
OFFICE = sorted(path.stem for path in (HERE / "papers").glob("*.pdf") if path.with_suffix(".json").exists())


def scores(read: dict[str, Any], key: Path, folder: Path) -> dict[str, float]:
    """The measures of ``tests/score/reading.py`` by name: its own output, read back."""
    made = folder / "read.json"
    made.write_text(json.dumps(read), encoding="utf-8")
    command = [sys.executable, str(HERE / "score" / "reading.py"), str(made), str(key)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    out: dict[str, float] = {}
    for line in printed.splitlines():
        name = re.split(r"\s{2,}", line)[0]
        for what, value in re.findall(r"(F1|whole|recall|precision|^order)\s+([\d.]+)", line):
            out[f"{name} {what}" if what != "order" else "order"] = float(value)
        for what in ("list items", "paragraphs"):
            if line.startswith(what) and line.rstrip().endswith("(0)"):
                out[f"{what} whole"] = 1.0
    print(printed)
    return out


@pytest.fixture(scope="module")
def read_five() -> dict[str, Paper]:
    return {name: read_paper(PAPERS / f"{name}.pdf") for name in FIVE}


@pytest.mark.parametrize("name", FIVE)
def test_five_papers(name: str, read_five: dict[str, Paper], tmp_path: Path, measured: Measured) -> None:
    got = scores(to_contract(read_five[name]), TRUTH / "reading" / f"{name}.json", tmp_path)
    asked = {"headings F1": "0.97", "paragraphs whole": "0.97", "list items whole": "0.97", "order": "0.97"}
    for what in asked:
        measured(f"reading, {name}: {what}", asked[what], f"{got[what]:.3f}")
    if name in WITH_TABLES:
        measured(f"reading, {name}: tables F1", "0.97", f"{got['tables F1']:.3f}")
        assert got["tables F1"] >= 0.97
    assert got["headings F1"] >= 0.99
    # The key names six table captions of the pack "Table: …"; the paper prints them without that word.
    assert got["paragraphs whole"] >= (0.98 if name.startswith("scpb") else 0.99)
    assert got["list items whole"] >= 0.99
    assert got["order"] >= 0.99
    assert got["words recall"] >= 0.995
    assert got["words precision"] >= 0.99


@pytest.mark.parametrize("name", sorted(make_papers.MAKERS))
def test_other_looks(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    key = tmp_path / "key.json"
    key.write_text(json.dumps({"paper": name, "blocks": make_papers.MAKERS[name](path)}), encoding="utf-8")
    got = scores(to_contract(read_paper(path)), key, tmp_path)
    assert min(got["headings F1"], got["paragraphs whole"], got["list items whole"], got["order"]) >= 0.97
    assert min(got["words recall"], got["words precision"]) >= 0.97


@pytest.mark.parametrize("name", OFFICE)
def test_office_suite_looks(name: str, tmp_path: Path) -> None:
    path = HERE / "papers" / f"{name}.pdf"
    got = scores(to_contract(read_paper(path)), path.with_suffix(".json"), tmp_path)
    assert min(got["headings F1"], got["paragraphs whole"], got["list items whole"], got["order"]) >= 0.97
    assert min(got["words recall"], got["words precision"]) >= 0.97


def test_words_lie_where_the_text_says(read_five: dict[str, Paper]) -> None:
    for paper in read_five.values():
        for page in paper.pages:
            for block in page.blocks:
                if block.kind in ("table", "figure", "furniture"):
                    continue
                assert "".join(run.text for run in block.runs) in ("", block.text)
                for word in block.words:
                    printed = block.text[word.start : word.start + len(word.text)]
                    assert printed == word.text or word.text.startswith(printed) or word.text.endswith("-")


def test_agenda_of_the_pack(read_five: dict[str, Paper]) -> None:
    rows = (TRUTH / "agenda.csv").read_text(encoding="utf-8").splitlines()
    want = []
    for row in rows[1:]:
        meeting, number, title, pages, *_ = row.split(",")
        if meeting == "2023-07-19":
            first, _, last = pages.partition("-")
            want.append((number, title, int(first or 0), int(last or first or 0)))
    got = [(a.number, a.title, a.first_page, a.last_page) for a in read_five["scpb-agenda-pack-2023-07-19"].agenda]
    assert got == want


@pytest.mark.parametrize(
    "witnesses",
    [
        {},
        {"first": 101},
        {"stamps": False},
        {"order": False, "marks": True},
        {"order": False, "stamps": False, "marks": True},
    ],
)
def test_agendas_by_any_witness(witnesses: dict[str, Any], tmp_path: Path) -> None:
    make_papers.pack(tmp_path / "pack.pdf", **witnesses)
    paper = read_paper(tmp_path / "pack.pdf")
    want = [item for item in make_papers.PACK_ITEMS if item[2] or witnesses.get("order", True)]
    assert [(a.number, a.title, a.first_page, a.last_page) for a in paper.agenda] == want
    assert paper.kind == "agenda pack"
    assert paper.date == "2024-06-04"


def test_places_on_turned_pages_lie_on_the_sheet(tmp_path: Path) -> None:
    make_papers.turned(tmp_path / "turned.pdf", 270)
    with pymupdf.open(tmp_path / "turned.pdf") as document:
        for page in read_paper(tmp_path / "turned.pdf").pages:
            for word in (w for block in page.blocks for w in block.words):
                assert document[page.number - 1].get_textbox(pymupdf.Rect(word.bbox)).strip() == word.text


def test_dates_and_kinds(read_five: dict[str, Paper]) -> None:
    assert {name: (p.date, p.kind) for name, p in read_five.items()} == {
        "foi-6015464": ("2020-02-10", "foi answer"),
        "foi-7481896": ("2021-07-27", "foi answer"),
        "foi-8347013": ("2022-08-16", "foi answer"),
        "scpb-agenda-pack-2023-07-19": ("2023-07-19", "agenda pack"),
        "vawg-strategy-2021-24-draft": ("", "strategy"),
    }


def test_notes_are_tied_to_their_marks(read_five: dict[str, Paper]) -> None:
    page = read_five["vawg-strategy-2021-24-draft"].pages[5]
    notes = [block for block in page.blocks if block.kind == "footnote"]
    assert [note.note for note in notes] == ["1", "2", "3"]
    marks = [run.note for block in page.blocks for run in block.runs if run.note]
    assert marks == ["1", "2", "3"]
    assert all("’)1" not in block.text for block in page.blocks)


def test_printed_numbers_prefer_the_pack(read_five: dict[str, Paper], tmp_path: Path) -> None:
    pack = read_five["scpb-agenda-pack-2023-07-19"]
    assert [page.printed for page in pack.pages] == [str(n) for n in range(1, 87)]
    make_papers.stamped(tmp_path / "stamped.pdf")
    assert [page.printed for page in read_paper(tmp_path / "stamped.pdf").pages] == ["41", "42", "43"]


def test_furniture_by_role(read_five: dict[str, Paper], tmp_path: Path) -> None:
    make_papers.stamped(tmp_path / "stamped.pdf")
    first = read_paper(tmp_path / "stamped.pdf").pages[0]
    roles = {block.role: block.text for block in first.blocks if block.kind == "furniture"}
    assert roles["stamp"] == "Agenda Item 6"
    assert roles["watermark"] == "DRAFT"
    blank = read_five["scpb-agenda-pack-2023-07-19"].pages[7]
    assert [b.role for b in blank.blocks] == ["blank_page", "page_number"]


def test_depths_of_lists(tmp_path: Path) -> None:
    key = make_papers.stamped(tmp_path / "stamped.pdf")
    blocks = [b for page in read_paper(tmp_path / "stamped.pdf").pages for b in page.blocks if b.kind == "list_item"]
    assert [b.depth for b in blocks] == [b["depth"] for b in key if b["kind"] == "list_item"]


@pytest.mark.parametrize("hidden_text", [False, True])
def test_scans_are_named(hidden_text: bool, tmp_path: Path) -> None:
    make_papers.scanned(tmp_path / "scan.pdf", hidden_text)
    for page in read_paper(tmp_path / "scan.pdf").pages:
        assert page.doubts
        if not hidden_text:
            assert not page.has_text
        else:
            assert any("hidden layer" in doubt for doubt in page.doubts)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def unreadable(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that cannot be read, with a word that the message must have."""
    whole = (PAPERS / "foi-7481896.pdf").read_bytes()
    locked = folder / "locked.pdf"
    with pymupdf.open(PAPERS / "foi-7481896.pdf") as document:
        document.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="secret")
    return {
        "missing": (folder / "missing.pdf", "no such file"),
        "folder": (folder, "folder"),
        "empty": (write(folder / "empty.pdf", b""), "empty"),
        "text": (write(folder / "text.pdf", b"Dear all,\n"), "not a PDF"),
        "truncated": (write(folder / "cut.pdf", whole[: len(whole) // 3]), "fetch it again"),
        "encrypted": (locked, "encrypted"),
    }


@pytest.mark.parametrize("fault", ["missing", "folder", "empty", "text", "truncated", "encrypted"])
def test_unreadable_papers_are_named_in_one_sentence(fault: str, tmp_path: Path) -> None:
    path, word = unreadable(tmp_path)[fault]
    with pytest.raises(PaperError) as raised:
        read_paper(path)
    message = str(raised.value)
    assert str(path) in message
    assert word in message
    assert message.count(". ") == 0
    assert message.endswith(".")


def command() -> Any:
    spec = importlib.util.spec_from_file_location("read_paper_script", HERE.parent / "scripts" / "read_paper.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.main


def test_command_prints_the_contract() -> None:
    run = CliRunner().invoke(command(), [str(PAPERS / "foi-8347013.pdf"), "--pages", "2"])
    assert run.exit_code == 0
    read = json.loads(run.stdout)
    assert read["paper"]["pages"] == 2
    assert [page["number"] for page in read["pages"]] == [2]
    markdown = CliRunner().invoke(command(), [str(PAPERS / "foi-8347013.pdf"), "--format", "markdown"])
    assert markdown.stdout.startswith("# ")
    assert "<!-- page 2" in markdown.stdout


def test_command_names_faults(tmp_path: Path) -> None:
    missing = CliRunner().invoke(command(), [str(tmp_path / "no.pdf")])
    assert missing.exit_code == 1
    assert "no such file" in missing.output
    for pages in ("x", "0", "9-3", "90"):
        wrong = CliRunner().invoke(command(), [str(PAPERS / "foi-8347013.pdf"), "--pages", pages])
        assert wrong.exit_code == 2


def test_reading_twice_gives_the_same(read_five: dict[str, Paper]) -> None:
    for name in ("foi-6015464", "vawg-strategy-2021-24-draft"):
        assert read_paper(PAPERS / f"{name}.pdf") == read_five[name]


def test_callouts_are_read_card_by_card(tmp_path: Path) -> None:
    key = make_papers.cards(tmp_path / "cards.pdf")
    callouts = [b.text for page in read_paper(tmp_path / "cards.pdf").pages for b in page.blocks if b.role == "callout"]
    assert callouts == [b["text"] for b in key if b.get("role") == "callout"]


def test_markdown_cannot_become_html(read_five: dict[str, Paper]) -> None:
    paper = read_five["scpb-agenda-pack-2023-07-19"]
    assert "<25" not in to_markdown(paper)
