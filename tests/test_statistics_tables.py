"""Tables of statistical offices: read cell by cell in many habits, measured as the competition of ICDAR 2013 does."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import compare_tables
from conftest import Measured
from make_statistics_tables import Figures, Habits, paper, set_table
from tracker.papers import read_paper
from tracker.records import Paper

ASKED = 0.95


@pytest.mark.parametrize("share", [0, 1])
def test_neighbours_of_cells(share: int, measured: Measured) -> None:
    seeds = range(share, 30, 2)
    scores = {
        seed: compare_tables.score(made := paper(seed), compare_tables.by_this_program(made.data)) for seed in seeds
    }
    mean = sum(scores.values()) / len(scores)
    measured(f"tables of statistics, part {share + 1}: neighbours F1", f"{ASKED}", f"{mean:.3f}")
    assert mean >= ASKED, scores


def _read(tmp_path: Path, table: Figures, habits: Habits) -> Paper:
    out = io.BytesIO()
    c = Canvas(out, invariant=1)
    c.setFont("Helvetica", 10)
    c.drawString(70, 780, "The figures below rest on the returns of all offices in the year.")
    set_table(c, 70, 740, 400, table, habits)
    c.save()
    path = tmp_path / "paper.pdf"
    path.write_bytes(out.getvalue())
    return read_paper(path)


HEADS = [[("Item", 0, 0), ("2008", 1, 1), ("2009", 2, 2), ("Change", 3, 3)]]


def test_leaders_are_neither_text_nor_prose(tmp_path: Path) -> None:
    body = [
        ("row", name, 0, [f"{k},204", f"{k},377", f"-{k}.4"])
        for k, name in enumerate(("Coal", "Gas", "Oil", "Peat"), 1)
    ]
    paper_read = _read(tmp_path, Figures(HEADS, body), Habits(leaders=". "))
    (rows,) = compare_tables.tables_of(paper_read)
    assert [row[0] for row in rows] == ["Item", "Coal", "Gas", "Oil", "Peat"]
    assert not [b for p in paper_read.pages for b in p.blocks if b.kind != "table" and ". ." in b.text]


def test_dots_that_stand_for_a_figure_are_kept(tmp_path: Path) -> None:
    body = [
        ("row", name, 0, ["12", "...", "..."] if k else ["...", "14", "2.0"])
        for k, name in enumerate(("Coal", "Gas", "Oil"))
    ]
    (rows,) = compare_tables.tables_of(_read(tmp_path, Figures(HEADS, body), Habits()))
    assert rows[1:] == [["Coal", "...", "14", "2.0"], ["Gas", "12", "...", "..."], ["Oil", "12", "...", "..."]]


def test_a_sign_apart_belongs_to_its_figure(tmp_path: Path) -> None:
    body = [
        ("row", "Coal", 0, ["$7", "$1,377", "$25"]),
        ("row", "Gas", 0, ["1,204", "88", "4"]),
        ("row", "Oil", 0, ["31", "5", "6"]),
    ]
    (rows,) = compare_tables.tables_of(_read(tmp_path, Figures(HEADS, body), Habits(money="first")))
    assert rows[1] == ["Coal", "$7", "$1,377", "$25"]


def test_spaces_between_thousands_part_no_columns(tmp_path: Path) -> None:
    body = [
        ("row", name, 0, [f"{k} 204 118", f"{k}1 377", f"{k}06 256"])
        for k, name in enumerate(("Coal", "Gas", "Oil", "Peat"), 1)
    ]
    (rows,) = compare_tables.tables_of(_read(tmp_path, Figures(HEADS, body), Habits(font="Courier", size=7)))
    assert rows[1] == ["Coal", "1 204 118", "11 377", "106 256"]


@pytest.mark.parametrize("kind", ["label", "group"])
def test_heads_of_groups_are_rows_of_their_own(kind: str, tmp_path: Path) -> None:
    rows = [("row", name, 1, ["204", "377", "2.4"]) for name in ("Coal", "Gas", "Oil")]
    body = [(kind, "Fuels burnt", 0, []), *rows, (kind, "Fuels sold", 0, []), *rows]
    (read,) = compare_tables.tables_of(_read(tmp_path, Figures(HEADS, body), Habits(row_air=0.0)))
    heads = [row[0]["text"] if isinstance(row[0], dict) else row[0] for row in read if not any(row[1:])]
    assert heads == ["Fuels burnt", "Fuels sold"]
    assert len(read) == 9
