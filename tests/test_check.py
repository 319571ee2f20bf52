"""Each rule of the checks has one bad file, named for its fault; the sound tracker beside them has none."""

from __future__ import annotations

import ast
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from tracker.check import docs_faults, proof
from tracker.check.all import check_all
from tracker.pages.keep import keep
from tracker.pages.reading_file import reading_to_text
from tracker.records import (
    Indicator,
    Observation,
    Page,
    Paper,
    PaperFacts,
    PaperSettings,
    Part,
    Reading,
    Source,
    Tracker,
    TrackerSettings,
)

BAD = Path(__file__).parent / "bad_docs"
SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "check.py"

EXPECTED = {
    "answer-before-request": [("requests/foi-1.md", 5, "responded", "exchange")],
    "both-marks-missing": [("papers/plan.md", 0, "", "put them back")],
    "box-of-three-numbers": [("outcomes/plan-1-1.md", 10, "wordings[0].source", "at 72 100 300 112")],
    "checked-without-day": [("indicators/burglary.md", 10, "checked_by", "fill in checked_on")],
    "column-missing": [("indicators/burglary.csv", 1, "as_printed", "put the column back")],
    "commitment-status-without-reason": [("commitments/other.md", 8, "commitments[0].status", "status_reason")],
    "day-that-is-none": [("papers/plan.md", 6, "date", "2023-07-19")],
    "direction-out-of-list": [("indicators/burglary.md", 7, "direction", "up, down, context")],
    "direction-without-reason": [("indicators/burglary.md", 7, "direction", "direction_reason")],
    "end-mark-missing": [("papers/plan.md", 12, "", "put both marks back")],
    "field-missing": [("outcomes/plan-1-1.md", 1, "title", "add it")],
    "field-misspelt": [("outcomes/plan-1-1.md", 17, "sumary", "summary")],
    "field-twice": [("outcomes/plan-1-1.md", 18, "", "keep one")],
    "formerly-is-a-page": [("outcomes/plan-1-1.md", 18, "formerly", "take it out")],
    "id-of-another-page": [
        ("priorities/plan-2.md", 2, "id", "formerly"),
        ("priorities/plan-2.md", 2, "id", "its own id"),
    ],
    "no-front-matter": [("outcomes/plan-1-1.md", 1, "", "begin the page with")],
    "not-yaml": [("outcomes/plan-1-1.md", 6, "", "double quotes")],
    "passage-mark-twice": [("papers/plan.md", 20, "", "take the mark off")],
    "private-address": [("papers/plan.md", 17, "", "[held back]")],
    "row-breakdown-without-sign": [("indicators/burglary.csv", 2, "breakdown", "ward=Edgware")],
    "row-corrected-without-reason": [("indicators/burglary.csv", 2, "correction", "fill in reason")],
    "row-day-that-is-none": [("indicators/burglary.csv", 2, "period_end", "2023-07-19")],
    "row-end-before-start": [("indicators/burglary.csv", 2, "period_end", "mend")],
    "row-id-twice": [("indicators/burglary.csv", 3, "id", "keep one row")],
    "row-marker-beside-value": [("indicators/burglary.csv", 2, "marker", "empty the one")],
    "row-marker-out-of-list": [("indicators/burglary.csv", 2, "marker", "c, x, z, p, r, b")],
    "row-of-unknown-paper": [("indicators/burglary.csv", 2, "paper", "id of the paper")],
    "row-page-with-words": [("indicators/burglary.csv", 2, "page", "whole number")],
    "row-published-without-value": [("indicators/burglary.csv", 2, "correction", "right value")],
    "row-trust-out-of-list": [("indicators/burglary.csv", 2, "trust", "unsure")],
    "row-value-with-words": [("indicators/burglary.csv", 2, "value", "plain number")],
    "row-with-a-cell-too-many": [("indicators/burglary.csv", 2, "", "double quotes")],
    "row-without-value": [("indicators/burglary.csv", 2, "value", "c, x or z")],
    "source-without-page": [("outcomes/plan-1-1.md", 10, "wordings[0].source", "paper-id, page 17")],
    "status-out-of-list": [("outcomes/plan-1-1.md", 15, "status", "under way")],
    "status-without-reason": [("outcomes/plan-1-1.md", 15, "status", "status_reason")],
    "unknown-evidence-passage": [("outcomes/plan-1-1.md", 14, "evidence[0].blocks", "one that is")],
    "unknown-paper": [("outcomes/plan-1-1.md", 10, "wordings[0].source", "plan")],
    "unknown-strategy": [("outcomes/plan-1-1.md", 3, "strategy", "“plan”")],
}


def docs_with(bad: str, folder: Path) -> Path:
    docs = folder / "docs"
    shutil.copytree(BAD / "sound", docs)
    if bad != "sound":
        shutil.copytree(BAD / bad, docs, dirs_exist_ok=True)
    return docs


def test_every_bad_file_has_its_expectation() -> None:
    assert {path.name for path in BAD.iterdir()} == {*EXPECTED, "sound"}


def test_the_sound_tracker_has_no_fault(tmp_path: Path) -> None:
    assert docs_faults(docs_with("sound", tmp_path), TrackerSettings()) == []


@pytest.mark.parametrize("bad", EXPECTED)
def test_a_fault_is_named_with_its_place_and_remedy(bad: str, tmp_path: Path) -> None:
    found = docs_faults(docs_with(bad, tmp_path), TrackerSettings())
    assert [(f.file, f.line, f.field) for f in found] == [expected[:3] for expected in EXPECTED[bad]]
    assert all(expected[3] in fault.remedy for fault, expected in zip(found, EXPECTED[bad], strict=True))


def test_a_moved_page_must_say_where_it_was(tmp_path: Path) -> None:
    docs = docs_with("sound", tmp_path)
    page = docs / "outcomes" / "plan-1-1.md"
    text = page.read_text()
    page.unlink()
    moved = page.with_name("burglaries.md")
    moved.write_text(text)
    assert [(f.file, f.field) for f in docs_faults(docs, TrackerSettings())] == [("outcomes/burglaries.md", "id")]
    moved.write_text(text.replace("id: plan-1-1", "id: plan-1-1\nformerly: [outcomes/plan-1-1]"))
    assert docs_faults(docs, TrackerSettings()) == []


def test_allowed_mailboxes_and_peoples_own_fields_are_no_fault(tmp_path: Path) -> None:
    docs = docs_with("private-address", tmp_path)
    settings = TrackerSettings(mailboxes=("jo.smith@home.example",), telephones=("07700 900123",))
    page = docs / "outcomes" / "plan-1-1.md"
    page.write_text(page.read_text().replace('summary: ""', 'summary: ""\nlead_officer_post: Head of Service'))
    assert docs_faults(docs, settings) == []


# ---- the proof


@pytest.fixture
def proved(tmp_path: Path) -> Path:
    """A paper, its reading and its pages, all sound; one figure on an upright page, one on a turned page."""
    papers = tmp_path / "papers"
    papers.mkdir()
    document = pymupdf.open()
    for turn in (0, 90):
        page = document.new_page(width=400, height=300)
        page.insert_text((72, 100), "Burglary fell to 2,310 offences.", fontsize=12)
        page.set_rotation(turn)
    document.save(papers / "plan.pdf")
    observations = []
    for number in (1, 2):
        page = document[number - 1]
        left, top, right, bottom, *_ = next(word for word in page.get_text("words") if word[4] == "2,310")
        box = tuple(round(side, 2) for side in pymupdf.Rect(left, top, right, bottom) * page.rotation_matrix)
        place = Source(paper="plan", page=number, boxes=(Part(page=number, bbox=box),), words="2,310")
        observations.append(
            Observation(id=f"plan-p{number}-1", indicator="burglary", value="2310", as_printed="2,310", source=place)
        )
    found = PaperFacts(indicators=(Indicator(id="burglary", title="Burglary"),), observations=tuple(observations))
    pages = tuple(Page(number=n, width=400, height=300) for n in (1, 2))
    paper = Paper(title="Plan", sha256=hashlib.sha256((papers / "plan.pdf").read_bytes()).hexdigest(), pages=pages)
    reading = Reading(program="0", id="plan", settings=PaperSettings(), paper=paper, facts=found)
    (papers / "plan.read.json").write_text(reading_to_text(reading))
    keep(tmp_path / "docs", None, Tracker(readings=(reading,), facts=found))
    return tmp_path


def checked(folder: Path) -> list[tuple[str, int, str]]:
    found = check_all(folder / "docs", folder / "papers", folder / "tracker.yml")
    return [(fault.file, fault.line, fault.field) for fault in found.faults]


def test_places_that_hold_their_words_are_proved(proved: Path) -> None:
    assert checked(proved) == []
    assert check_all(proved / "docs", proved / "papers", proved / "tracker.yml").places == 4


@pytest.mark.parametrize(("was", "now"), [(",2310,", ",2300,"), ('"2,310"', '"2,300"')])
def test_a_figure_that_the_page_does_not_print_fails(proved: Path, was: str, now: str) -> None:
    table = proved / "docs" / "indicators" / "burglary.csv"
    table.write_text(table.read_text().replace(was, now, 1))
    fields = ["value"] if was == ",2310," else ["as_printed", "value"]
    assert checked(proved) == [("docs/indicators/burglary.csv", 2, field) for field in fields]


def test_a_wording_that_the_page_does_not_print_fails(proved: Path) -> None:
    place = "plan, page 1, at 70 85 300 105"
    page = proved / "docs" / "indicators" / "burglary.md"
    noted = page.read_text().replace(
        "direction:", f"notes:\n- text: Burglary fell to 2,310 offences.\n  source: {place}\ndirection:", 1
    )
    page.write_text(noted)
    assert checked(proved) == []
    page.write_text(noted.replace("text: Burglary fell", "text: Robbery fell"))
    assert checked(proved) == [("docs/indicators/burglary.md", 7, "notes[0].text")]


@pytest.mark.parametrize("page", [1, 2])
def test_a_place_that_is_off_fails(proved: Path, page: int) -> None:
    path = proved / "papers" / "plan.read.json"
    reading = json.loads(path.read_text())
    box = reading["facts"]["observations"][page - 1]["source"]["boxes"][0]["bbox"]
    reading["facts"]["observations"][page - 1]["source"]["boxes"][0]["bbox"] = [side + 40 for side in box]
    path.write_text(json.dumps(reading))
    assert checked(proved) == [("papers/plan.read.json", 0, f"plan-p{page}-1")]


def test_the_proof_shares_nothing_with_reading() -> None:
    tree = ast.parse(Path(proof.__file__).read_text())
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in named if name.startswith(("tracker.papers", "tracker.facts"))]


@pytest.mark.parametrize(
    ("stored", "found", "same"),
    [
        ("12.5% less", ["12.5%", "less"], True),
        ("12.5%", ["125%"], False),
        ("-4.2", ["4.2"], False),
        ("a 44% increase.", ["a", "44%", "increase.1"], True),
        ("44", ["441"], False),
        ("office", ["oﬃce"], True),
        ("Write to [held back] soon", ["Write", "to", "jo@home.org", "soon"], True),
        ("Write to [held back] soon", ["Call", "me"], False),
        ("", [], True),
    ],
)
def test_words_are_compared_as_printed(stored: str, found: list[str], same: bool) -> None:
    assert proof.same_words(stored, found) is same


@pytest.mark.parametrize(
    ("printed", "words", "stands"),
    [
        ("480", ["480"], True),
        ("12.5%", ["(12.5%),"], True),
        ("Less than 5", ["Less", "than", "5."], True),
        ("20", ["2019-20"], True),
        ("48", ["480"], False),
        ("80", ["480"], False),
        ("2.5%", ["12.5%"], False),
        ("12", ["12.5%"], False),
        ("4.2", ["-4.2"], False),
        ("-4.2", ["4.2"], False),
        ("-4.2", ["\u22124.2"], True),
        ("480", [], False),
    ],
)
def test_a_figure_stands_whole_at_its_place(printed: str, words: list[str], stands: bool) -> None:
    assert proof.stands_in(printed, words) is stands


@pytest.mark.parametrize(("mark", "height", "stands"), [("3", 4.0, True), ("3", 0.0, False), ("35", 4.0, True)])
def test_the_mark_of_a_note_raised_behind_a_figure_is_no_part_of_it(
    tmp_path: Path, mark: str, height: float, stands: bool
) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "The cohort had only 77.", fontsize=11)
        end = 72 + pymupdf.get_text_length("The cohort had only 77.", fontsize=11)
        page.insert_text((end, 100 - height), mark, fontsize=6.4 if height else 11)
        document.save(tmp_path / "plan.pdf")
    paper = proof.OpenPaper(tmp_path / "plan.pdf")
    boxes = (Part(page=1, bbox=(70, 85, 240, 105)),)
    assert proof.stands_in("77", paper.words_at(boxes)) is False
    assert proof.stands_in("77", paper.words_at(boxes, unmarked=True)) is stands


# ---- the command


def run(docs: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), "--docs", str(docs), "--papers", str(docs.parent / "none"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_three_ways_to_tell(tmp_path: Path) -> None:
    docs = docs_with("status-without-reason", tmp_path)
    text = run(docs)
    assert text.returncode == 1 and "docs/outcomes/plan-1-1.md:15 – status stands without" in text.stdout
    github = run(docs, "--format", "github")
    assert github.stdout.startswith("::error file=docs/outcomes/plan-1-1.md,line=15::status stands without")
    told = json.loads(run(docs, "--format", "json").stdout)
    assert [(fault["file"], fault["line"], fault["field"]) for fault in told] == [
        ("docs/outcomes/plan-1-1.md", 15, "status")
    ]


def test_a_sound_tracker_ends_with_0_and_no_folder_with_2(tmp_path: Path) -> None:
    sound = run(docs_with("sound", tmp_path))
    assert sound.returncode == 0 and "No fault in 6 pages and 1 rows" in sound.stdout
    assert run(tmp_path / "nowhere").returncode == 2


# ---- mishaps of editing


def changed(folder: Path, file: str, was: str, now: str) -> list[str]:
    """The faults, as told, after one change in a sound tracker."""
    docs = docs_with("sound", folder)
    path = docs / file
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, now, 1))
    return [str(fault) for fault in docs_faults(docs, TrackerSettings())]


PAGE, TABLE = "outcomes/plan-1-1.md", "indicators/burglary.csv"


@pytest.mark.parametrize(
    ("file", "was", "now", "line", "remedy"),
    [
        (PAGE, 'summary: ""', "summary: Ranked #1 of 32", 17, "double quotes"),
        (PAGE, 'summary: ""', "\tsummary: x", 17, "spaces instead of the tab"),
        (PAGE, 'summary: ""', "summary: 'We don't know'", 17, "double quotes"),
        (PAGE, 'summary: ""', 'summary: ""\n>>>>>>> theirs', 18, "keep one of the two"),
        ("papers/plan.md", "<!-- end -->", '<!-- end -->\n\n<div style="x">pasted</div>', 0, "without formatting"),
        (TABLE, "period_start", "Start date", 1, "its old name"),
        (TABLE, ",count,", ",number,", 2, "write one of"),
    ],
)
def test_what_a_hurried_hand_does_is_told(
    file: str, was: str, now: str, line: int, remedy: str, tmp_path: Path
) -> None:
    told = changed(tmp_path, file, was, now)
    assert any(fault.startswith(f"{file}:{line or ''}") and remedy in fault for fault in told), told


def test_a_value_that_is_not_what_is_printed_beside_it(tmp_path: Path) -> None:
    docs = docs_with("sound", tmp_path)
    table = docs / TABLE
    header, row = table.read_text().splitlines()[:2]
    cells = dict(zip(header.split(","), row.split(","), strict=True)) | {"value": "210", "as_printed": "120"}
    table.write_text(header + "\n" + ",".join(cells.values()) + "\n")
    assert [(f.line, f.field) for f in docs_faults(docs, TrackerSettings())] == [(2, "value")]
    cells |= {"value": "120", "as_printed": "120%", "unit": "homes"}
    table.write_text(header + ",unit\n" + ",".join(cells.values()) + "\n")
    assert [(f.line, f.field) for f in docs_faults(docs, TrackerSettings())] == [(2, "unit")]


def test_a_table_that_lost_its_page_or_its_first_line(tmp_path: Path) -> None:
    docs = docs_with("sound", tmp_path)
    table = docs / TABLE
    table.write_text(table.read_text().split("\n", 1)[1])
    (fault,) = docs_faults(docs, TrackerSettings())
    assert "put back the first line: id,breakdown" in fault.remedy
    (docs / "indicators/burglary.md").unlink()
    assert any("has no page burglary.md" in f.wrong for f in docs_faults(docs, TrackerSettings()))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text[: len(text) // 2], "damaged or cut off"),
        (lambda text: "", "is empty"),
        (lambda text: f"<<<<<<< HEAD\n{text}", "merge"),
        (lambda text: text.replace('"title"', '"titel"', 1), "does not know"),
    ],
)
def test_a_damaged_reading_is_told(damage: Callable[[str], str], said: str, proved: Path) -> None:
    path = proved / "papers" / "plan.read.json"
    path.write_text(damage(path.read_text()))
    found = check_all(proved / "docs", proved / "papers", proved / "tracker.yml").faults
    assert [f.file for f in found] == ["papers/plan.read.json"]
    assert said in found[0].wrong and "extract the paper again" in found[0].remedy


def test_a_paper_that_is_not_the_one_that_was_read(proved: Path) -> None:
    pdf = proved / "papers" / "plan.pdf"
    pdf.write_bytes(b"no paper at all")
    found = check_all(proved / "docs", proved / "papers", proved / "tracker.yml").faults
    assert [f.file for f in found] == ["papers/plan.pdf"]


def test_a_paper_dated_the_wrong_way(proved: Path) -> None:
    (proved / "papers" / "plan.yml").write_text("date: 19/07/2023\n")
    found = check_all(proved / "docs", proved / "papers", proved / "tracker.yml").faults
    assert [(f.file, f.line, f.field) for f in found] == [("papers/plan.yml", 1, "date")]
