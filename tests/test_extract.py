"""The command from papers to docs/: what it makes, what it says, and what it refuses, each in one sentence."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner

from extract import main as command
from tracker.extracting import alone_in
from tracker.pages.keep import write_whole
from tracker.pages.load import load
from tracker.pages.reading_file import load_reading, reading_from_text, reading_to_text
from tracker.reading_papers import PaperFile, read_all
from tracker.reading_time import limit_time
from tracker.records import PaperSettings, Reading, TrackerSettings

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "extract.py"

LINES = [
    ("Fewer Burglaries Plan", 18),
    ("1. What we promise", 14),
    ("We will visit every home that was burgled within two days, whatever was taken from it.", 11),
    ("Burglary fell by 12.5% to 480 offences in the year to March 2023, the lowest figure so far.", 11),
]


def make_paper(path: Path, lines: list[tuple[str, int]] = LINES, **saving: object) -> Path:
    document = pymupdf.open()
    page = document.new_page()
    y = 80
    for text, size in lines:
        page.insert_text((72, y), text, fontsize=size)
        y += 40
    document.save(path, **saving)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    tracker = folder / "tracker.yml"
    command = [sys.executable, str(SCRIPT), "--papers", str(folder / "papers"), "--docs", str(folder / "docs")]
    command += ["--tracker", str(tracker), "--workers", "1", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_papers_become_a_tracker_and_a_second_run_changes_nothing(folder: Path) -> None:
    make_paper(folder / "papers" / "Burglary Plan 2023.pdf")
    first = run(folder)
    assert first.returncode == 0, first.stderr
    assert "Papers: 1 (1 read now), 1 pages" in first.stdout
    assert "Burglary Plan 2023.pdf: read, 1 pages." in first.stderr
    docs = load(folder / "docs")
    assert docs.faults == ()
    text = " ".join(block.markdown for block in docs.texts["burglary-plan-2023"])
    assert "We will visit every home" in text and "12.5%" in text
    made = everything(folder)
    second = run(folder)
    assert second.returncode == 0 and "0 read now" in second.stdout
    assert everything(folder) == made
    again = run(folder, "--again")
    assert "1 read now" in again.stdout and "0 written, 0 removed" in again.stdout
    assert everything(folder) == made


def test_one_paper_alone_keeps_what_the_others_gave(folder: Path) -> None:
    one = make_paper(folder / "papers" / "one.pdf")
    make_paper(folder / "papers" / "two.pdf", [("Another paper", 18), ("It says other things altogether.", 11)])
    run(folder)
    made = everything(folder)
    alone = run(folder, str(one), "--again")
    assert alone.returncode == 0 and "Papers: 2 (1 read now)" in alone.stdout
    assert everything(folder) == made


def test_what_people_changed_survives_reading_again(folder: Path) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    run(folder)
    page = folder / "docs" / "papers" / "plan.md"
    changed = (
        page.read_text()
        .replace("whatever was taken from it", "whatever was taken")
        .replace('summary: ""', "summary: A plan against burglary.")
    )
    page.write_text(changed)
    assert run(folder, "--again").returncode == 0
    assert page.read_text() == changed


def bad_papers(folder: Path) -> dict[str, Path]:
    papers = folder / "papers"
    good = make_paper(papers / "good.pdf").read_bytes()
    (papers / "empty.pdf").write_bytes(b"")
    (papers / "words.pdf").write_text("This is no PDF at all, only words with the wrong ending.")
    (papers / "short.pdf").write_bytes(good[: len(good) // 2])
    make_paper(papers / "locked.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="secret")
    return {name: papers / f"{name}.pdf" for name in ("empty", "words", "short", "locked")}


def test_bad_papers_are_named_and_do_not_stop_the_others(folder: Path) -> None:
    bad = bad_papers(folder)
    result = run(folder)
    assert result.returncode == 1
    said = result.stderr.splitlines()
    for name, fault in {"empty": "empty", "words": "not a PDF", "short": "", "locked": "encrypted"}.items():
        sentence = next(line for line in said if str(bad[name]) in line)
        assert fault in sentence and ";" in sentence and sentence.endswith(".")
        assert not bad[name].with_suffix(".read.json").exists()
    assert "Traceback" not in result.stderr
    assert "Papers that could not be read: 4" in result.stdout
    assert (folder / "docs" / "papers" / "good.md").exists()
    assert not [p for p in folder.rglob(".*") if p.is_file()]


def test_a_bad_settings_file_names_all_its_faults_at_once(folder: Path) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    (folder / "papers" / "plan.yml").write_text("titel: Plan\nstatus: adoptd\nhost: perhaps\n")
    result = run(folder)
    assert result.returncode == 1
    assert "plan.yml:1: titel is no field here; did you mean “title”?" in result.stderr
    assert "plan.yml:2: status is “adoptd”; did you mean “adopted”?" in result.stderr
    assert "plan.yml:3: host is “perhaps”; write true or false." in result.stderr


def test_settings_that_are_no_yaml(folder: Path) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    (folder / "papers" / "plan.yml").write_text("title: Plan: the second\n")
    result = run(folder)
    assert result.returncode == 1 and "plan.yml:1: has “: ” within a value" in result.stderr


def test_two_papers_with_one_id(folder: Path) -> None:
    make_paper(folder / "papers" / "one.pdf")
    make_paper(folder / "papers" / "two.pdf")
    (folder / "papers" / "two.yml").write_text("id: one\n")
    result = run(folder)
    assert result.returncode == 1
    assert "two.pdf: has the id “one” that one.pdf has too; write another “id:” into two.yml." in result.stderr


def test_an_id_that_would_be_a_path_is_refused(folder: Path) -> None:
    make_paper(folder / "papers" / "one.pdf")
    (folder / "papers" / "one.yml").write_text("id: ../../one\n")
    result = run(folder)
    assert result.returncode == 1 and "id is “../../one”; write lower-case letters" in result.stderr
    assert not list(folder.glob("*.md"))


def test_pages_left_out_and_embargoes(folder: Path) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    settings = folder / "papers" / "plan.yml"
    settings.write_text("embargo: 2030-01-01\n")
    assert "take “embargo:” out of plan.yml" in run(folder).stderr
    assert not (folder / "docs" / "papers").exists()
    settings.write_text('leave_out: ["1-2"]\n')
    assert run(folder).returncode == 0
    assert "visit every home" not in (folder / "docs" / "papers" / "plan.md").read_text()
    assert "visit every home" not in (folder / "papers" / "plan.read.json").read_text()


def test_a_reading_whose_pdf_is_kept_elsewhere_stays(folder: Path) -> None:
    paper = make_paper(folder / "papers" / "plan.pdf")
    make_paper(folder / "papers" / "two.pdf", [("Another paper", 18), ("It says other things altogether.", 11)])
    run(folder)
    paper.unlink()
    made = everything(folder)
    assert "Papers: 2 (0 read now)" in run(folder).stdout
    assert everything(folder) == made


def test_wrong_use(folder: Path) -> None:
    no_folder = run(folder, "--papers", str(folder / "nowhere"))
    assert no_folder.returncode == 2 and "nowhere: there is no such folder" in no_folder.stderr
    assert run(folder, "--workers", "0").returncode == 2
    assert run(folder, "--worker", "1").returncode == 2
    (folder / "tracker.yml").write_text("bord: A Board\n")
    bad = run(folder)
    assert bad.returncode == 2 and "tracker.yml:1: bord is no field here; did you mean “board”?" in bad.stderr


def test_a_paper_that_is_not_there(folder: Path) -> None:
    result = run(folder, str(folder / "papers" / "lost.pdf"))
    assert result.returncode == 1 and "lost.pdf" in result.stderr and "check the name" in result.stderr


def test_no_permission_to_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    # Nothing is forbidden to root, who may run this: the folder only says that it cannot be written.
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    arguments = ["--papers", str(folder / "papers"), "--docs", str(folder / "docs")]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 2 and "docs: there is no permission to write" in result.output


def test_a_page_that_is_read_only_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = folder / "page.md"
    page.write_text("as it was")
    # Nothing is forbidden to root, who may run this.
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(PermissionError) as refused:
        write_whole(page, "as it is read now")
    assert refused.value.filename == str(page) and page.read_text() == "as it was"


def test_a_folder_below_docs_that_is_read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    makes = tempfile.mkstemp

    def forbidden(prefix: str, dir: Path) -> tuple[int, str]:
        if Path(dir).name == "indicators":
            raise PermissionError(errno.EACCES, "Permission denied", f"{dir}/{prefix}x7")
        return makes(prefix=prefix, dir=dir)

    monkeypatch.setattr("tracker.pages.keep.tempfile.mkstemp", forbidden)
    arguments = ["--papers", str(folder / "papers"), "--docs", str(folder / "docs"), "--workers", "1"]
    stopped = CliRunner().invoke(command, arguments)
    assert stopped.exit_code == 2
    assert (
        f"{folder / 'docs' / 'indicators'}: cannot be read or written (permission denied); check it" in stopped.output
    )
    monkeypatch.undo()
    assert run(folder).returncode == 0
    assert list((folder / "docs" / "indicators").glob("*.csv")), "what could not be written is written the next time"


def test_two_extractions_at_once(folder: Path) -> None:
    (folder / "docs").mkdir(exist_ok=True)
    with alone_in(folder / "docs"):
        told = run(folder)
    assert told.returncode == 2 and "another extraction is at work here; wait until it has ended." in told.stderr
    assert run(folder).returncode == 0, "one that has ended holds nothing"


def test_a_file_where_the_folder_should_be(folder: Path) -> None:
    make_paper(folder / "papers" / "plan.pdf")
    (folder / "docs").write_text("")
    result = run(folder)
    assert result.returncode == 2 and "docs" in result.stderr and "Traceback" not in result.stderr


def test_help_has_examples() -> None:
    result = subprocess.run([sys.executable, str(SCRIPT), "--help"], capture_output=True, text=True, check=True)
    assert "Examples:" in result.stdout and "--again" in result.stdout


def test_a_reading_is_kept_without_loss_but_for_the_words_places(folder: Path) -> None:
    paper = make_paper(folder / "papers" / "plan.pdf")
    run(folder)
    reading = load_reading(paper)
    assert reading is not None and reading.paper.sha256
    text = paper.with_suffix(".read.json").read_text()
    assert text == reading_to_text(reading) and reading_from_text(text) == reading
    assert text.endswith("}\n") and '"words": [' not in text
    assert json.loads(text)["program"]
    blocks = [line for line in text.splitlines() if line.lstrip().startswith('{"id": "p1-')]
    assert len(blocks) == sum(len(page.blocks) for page in reading.paper.pages)


def end_the_process_on_bad(file: PaperFile, settings: TrackerSettings) -> Reading | str:
    """A reader whose process is gone when the paper is called bad."""
    if "bad" in file.id:
        os._exit(11)
    return f"{file.id} was read"


def test_a_paper_that_ends_its_process_does_not_stop_the_others(folder: Path) -> None:
    names = ["a", "bad", "c", "d"]
    files = [PaperFile(make_paper(folder / f"{n}.pdf"), n, PaperSettings(), "", None) for n in names]
    read = read_all(files, TrackerSettings(), 2, lambda *_: None, end_the_process_on_bad)
    found = {file.id: result for file, result in read}
    assert {name: found[name] for name in "acd"} == {name: f"{name} was read" for name in "acd"}
    assert "bad.pdf: reading it broke off" in str(found["bad"])


def never_end_on_bad(file: PaperFile, settings: TrackerSettings) -> Reading | str:
    """A reader that is given one second and goes on for ever when the paper is called bad."""
    limit_time(0, seconds=1)
    while "bad" in file.id:
        pass
    limit_time(0)
    return f"{file.id} was read"


def test_a_paper_that_never_ends_does_not_stop_the_others(folder: Path) -> None:
    files = [PaperFile(make_paper(folder / f"{n}.pdf"), n, PaperSettings(), "", None) for n in ("a", "bad")]
    read = read_all(files, TrackerSettings(), 1, lambda *_: None, never_end_on_bad)
    found = {file.id: result for file, result in read}
    assert found["a"] == "a was read"
    assert "bad.pdf: reading it broke off or took too long" in str(found["bad"])


def test_pages_without_text_are_named_one_by_one(folder: Path) -> None:
    document = pymupdf.open()
    for _ in range(2):
        page = document.new_page()
        drawn = pymupdf.open()
        drawn.new_page().insert_text((72, 200), "We will publish the figures each quarter.", fontsize=14)
        page.insert_image(page.rect, pixmap=drawn[0].get_pixmap(dpi=100))
    document.save(folder / "papers" / "scanned.pdf")
    told = run(folder)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Pages without text: 2" in told.stdout
    assert "scanned, page 1: its words" in told.stdout and "scanned, page 2: its words" in told.stdout


@pytest.mark.parametrize("name", ["note jo.zebra@mail.example", "call 07700 900123"])
def test_a_file_named_with_an_address_or_number_is_refused(name: str, folder: Path) -> None:
    make_paper(folder / "papers" / f"{name}.pdf", [("Safer Town Note", 18), ("There were 31 robberies.", 11)])
    told = run(folder)
    assert told.returncode == 1 and "give the file another name" in told.stderr
    assert all(file.endswith(".pdf") for file in everything(folder))


def test_a_file_named_after_somebody_who_is_not_to_be_named_is_refused(folder: Path) -> None:
    lines = [("Request for Information", 18), ("Question from Mr Horatio Quill about burglary in the town.", 11)]
    make_paper(folder / "papers/horatio-quill-request.pdf", lines)
    told = run(folder)
    assert told.returncode == 1 and "give the file another name" in told.stderr
    assert not any("quill" in name for name in everything(folder) if not name.endswith(".pdf"))
