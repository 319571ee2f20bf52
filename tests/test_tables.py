"""Tables: read in many looks, over pages, with every sign of their figures, and checked against their totals."""

from __future__ import annotations

import collections
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

import make_tables
from tracker.papers import read_paper
from tracker.papers.tables.doubts import value_of
from tracker.papers.tables.join import join_tables
from tracker.papers.tables.words import is_number
from tracker.records import Block, Cell, Page, Paper, Part

HERE = Path(__file__).parent
ROOT = HERE.parent
PACK = ROOT / "source_papers" / "scpb-agenda-pack-2023-07-19.pdf"
STRATEGY = ROOT / "source_papers" / "vawg-strategy-2021-24-draft.pdf"

_spec = importlib.util.spec_from_file_location("reading_score", HERE / "score" / "reading.py")
assert _spec is not None and _spec.loader is not None
score = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score)


def tables_of(paper: Paper) -> list[Block]:
    return [b for page in paper.pages for b in page.blocks if b.kind == "table"]


def plain(block: Block) -> list[list[Any]]:
    """A table's rows as the contract prints them."""
    return [
        [
            None
            if c is None
            else (
                c.text if c.rowspan == c.colspan == 1 else {"text": c.text, "rowspan": c.rowspan, "colspan": c.colspan}
            )
            for c in row
        ]
        for row in block.rows
    ]


def relations_f1(read: list[list[list[Any]]], want: list[list[list[Any]]]) -> float:
    have: collections.Counter[Any] = collections.Counter()
    need: collections.Counter[Any] = collections.Counter()
    for rows in read:
        have.update(score.relations(rows))
    for rows in want:
        need.update(score.relations(rows))
    if not have and not need:
        return 1.0
    both = sum((have & need).values())
    return float(score.f1(both / max(1, sum(need.values())), both / max(1, sum(have.values()))))


@pytest.fixture(scope="module")
def pack() -> Paper:
    return read_paper(PACK)


@pytest.fixture(scope="module")
def strategy() -> Paper:
    return read_paper(STRATEGY)


@pytest.mark.parametrize("look", make_tables.LOOKS)
def test_looks(look: str, tmp_path: Path) -> None:
    data, want = make_tables.LOOKS[look]()
    path = tmp_path / f"{look}.pdf"
    path.write_bytes(data)
    read = tables_of(read_paper(path))
    assert len(read) == len(want)
    assert relations_f1([plain(b) for b in read], want) >= 0.97


def test_texts_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "wordy.pdf"
    path.write_bytes(make_tables.wordy_cells()[0])
    for block in tables_of(read_paper(path)):
        texts = " ".join(c.text for row in block.rows for c in row if c)
        for kept in ("£1.2m", "12.5%", "P2.1", "£85,000", "a bid to the Home Office in the spring;"):
            assert kept in texts


def test_signs_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "signs.pdf"
    path.write_bytes(make_tables.full_rules()[0])
    (block,) = tables_of(read_paper(path))
    assert [c.text for c in block.rows[2] if c] == ["Robbery of personal property", "87", "91", "-4", "-4.4%"]
    assert [c.text for c in block.rows[1] if c] == ["Burglary", "1,234", "1,180", "54", "4.6%"]
    assert block.header_rows == 1
    assert block.header_columns == 1
    assert not block.doubts


def test_cells_have_tight_places(tmp_path: Path) -> None:
    path = tmp_path / "places.pdf"
    path.write_bytes(make_tables.no_rules()[0])
    paper = read_paper(path)
    for block in tables_of(paper):
        for row in block.rows:
            for cell in row:
                if cell is not None:
                    assert (cell.part is None) == (cell.text == "")
                    if cell.part is not None:
                        x0, y0, x1, y1 = cell.part.bbox
                        assert 0 < x1 - x0 < 260
                        assert 0 < y1 - y0 < 40


def test_a_wrong_total_is_marked(tmp_path: Path) -> None:
    rows = [list(r) for r in make_tables.OFFENCES]
    rows[-1][1] = "4,098"

    def draw(c: Any) -> list[Any]:
        make_tables.paint(c, 60, 780, [170, 80, 80, 70, 70], rows, make_tables.Look(align=make_tables.FIGURES))
        return []

    path = tmp_path / "wrong.pdf"
    path.write_bytes(make_tables._paper(draw)[0])
    (block,) = tables_of(read_paper(path))
    assert block.doubts == ("column 2 does not add up to its total",)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", "1234"), ("-4.2", "-4.2"), ("(150)", "-150"), ("£1,020", "1020"), ("–6", "-6"), ("52*", "52")],
)
def test_values(text: str, value: str) -> None:
    assert str(value_of(text)) == value


@pytest.mark.parametrize("text", ["12.5%", "n/a", "Less than 5", "2022/23", "April", "1.2.3", ""])
def test_no_values(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize("text", ["0", "1,234", "-4.2", "12.5%", "▲ 0.7%", "£1.2m", "(30)", "<5", "–", "n/a", "52*"])
def test_figures(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["P2.1 and more", "Baseline", "Q1", "Abbey 3", "April 2019", "a bid of 3"])
def test_no_figures(text: str) -> None:
    assert not is_number(text)


def test_ward_matrix_adds_up(pack: Paper) -> None:
    (block,) = [b for b in tables_of(pack) if b.rows and len(b.rows[0]) == 27]
    texts = [[c.text if c else "" for c in row] for row in block.rows]
    assert len(texts) == 26
    body = [[int(t) for t in row[1:]] for row in texts[1:]]
    assert all(sum(row[:-1]) == row[-1] for row in body)
    assert all(sum(column[:-1]) == column[-1] for column in zip(*body, strict=True))
    assert body[-1][-1] == 191
    assert not block.doubts


def test_appendix_is_whole(strategy: Paper) -> None:
    (block,) = [b for b in tables_of(strategy) if b.rows and len(b.rows[0]) == 25]
    assert len(block.rows) == 16
    assert block.header_rows == 2
    assert all(c is not None and c.text for row in block.rows[2:] for c in row)


def test_table_over_pages_keeps_places(pack: Paper) -> None:
    (codes,) = [b for b in tables_of(pack) if b.rows[0][0] is not None and b.rows[0][0].text == "Offence Code"]
    assert len(codes.rows) == 19
    assert [p.page for p in codes.parts] == [48, 49]
    assert codes.rows[-1][0] is not None and codes.rows[-1][0].part is not None
    assert codes.rows[-1][0].part.page == 49


@pytest.mark.parametrize("name", ["scpb-agenda-pack-2023-07-19", "vawg-strategy-2021-24-draft"])
def test_against_the_key(name: str, pack: Paper, strategy: Paper) -> None:
    paper = pack if name.startswith("scpb") else strategy
    key = json.loads((HERE / "truth" / "reading" / f"{name}.json").read_text(encoding="utf-8"))
    want = [b["rows"] for b in key["blocks"] if b["kind"] == "table"]
    # The key knows no spans: a span's relations to the cells under it are ours alone.
    spans_laid_out = [
        [["" if c is None else (c["text"] if isinstance(c, dict) else c) for c in row] for row in plain(b)]
        for b in tables_of(paper)
    ]
    assert relations_f1(spans_laid_out, want) >= 0.99


def test_same_input_same_tables() -> None:
    assert tables_of(read_paper(STRATEGY)) == tables_of(read_paper(STRATEGY))


def test_turned_text_keeps_its_places_on_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    path.write_bytes(make_tables.turned_text()[0])
    paper = read_paper(path)
    (first, _) = tables_of(paper)
    part = first.rows[1][0].part if first.rows[1][0] else None
    assert part is not None
    x0, y0, x1, y1 = part.bbox
    # The words run up the sheet: their box is taller than wide, and low down on the left.
    assert y1 - y0 > x1 - x0
    assert y0 > 600
    assert x1 < 200


@pytest.mark.parametrize("name", ["foi-6015464", "foi-7481896", "foi-8347013"])
def test_letters_have_no_tables(name: str) -> None:
    assert not tables_of(read_paper(ROOT / "source_papers" / f"{name}.pdf"))


def _page(number: int, *blocks: Block) -> Page:
    return Page(number=number, width=595, height=842, blocks=blocks)


def _table(page: int, top: float, bottom: float, rows: list[list[str]], head: int = 1, **more: Any) -> Block:
    cells = tuple(tuple(Cell(text=t) for t in row) for row in rows)
    part = Part(page=page, bbox=(60, top, 500, bottom))
    return Block(id=f"p{page}-1", kind="table", rows=cells, header_rows=head, parts=(part,), **more)


def _paragraph(page: int) -> Block:
    return Block(id=f"p{page}-9", kind="paragraph", text="Text.", parts=(Part(page=page, bbox=(60, 100, 500, 120)),))


HEAD = ["Title", "Officer"]


def test_join_drops_the_repeated_head() -> None:
    first = _table(1, 600, 800, [HEAD, ["a", "b"]])
    second = _table(2, 60, 800, [HEAD, ["c", "d"]])
    third = _table(3, 60, 200, [HEAD, ["e", "f"]])
    foot = Block(id="p1-2", kind="furniture", text="1", parts=(Part(page=1, bbox=(290, 815, 300, 825)),))
    joined = join_tables([_page(1, first, foot), _page(2, second), _page(3, third)])
    (table,) = [b for p in joined for b in p.blocks if b.kind == "table"]
    assert [[c.text for c in row if c] for row in table.rows] == [HEAD, ["a", "b"], ["c", "d"], ["e", "f"]]
    assert [p.page for p in table.parts] == [1, 2, 3]


def test_join_needs_neighbours() -> None:
    first = _table(1, 600, 800, [HEAD, ["a", "b"]])
    second = _table(2, 160, 200, [HEAD, ["c", "d"]])
    joined = join_tables([_page(1, first), _page(2, _paragraph(2), second)])
    assert [len(p.blocks) for p in joined] == [1, 2]
    other = _table(2, 60, 200, [["Ward", "Count"], ["c", "d"]])
    joined = join_tables([_page(1, first), _page(2, other)])
    assert [len(p.blocks) for p in joined] == [1, 1]


def test_join_mends_a_broken_row() -> None:
    first = _table(1, 600, 800, [HEAD, ["A report on the", "Head of"]])
    second = _table(2, 60, 200, [["", "community safety"], ["Next", "None"]], head=0)
    (page, empty) = join_tables([_page(1, first), _page(2, second)])
    texts = [[c.text for c in row if c] for row in page.blocks[0].rows]
    assert texts == [HEAD, ["A report on the", "Head of community safety"], ["Next", "None"]]
    assert not empty.blocks


def test_join_fills_a_column_that_one_page_leaves_empty() -> None:
    def at(text: str, page: int, x: float, y: float) -> Cell:
        return Cell(text=text, part=Part(page=page, bbox=(x, y, x + 60, y + 10)) if text else None)

    wide = (
        tuple(at(t, 1, x, 700) for t, x in (("Name", 60), ("Post", 200), ("Sent apologies", 400))),
        tuple(at(t, 1, x, 720) for t, x in (("A Field", 60), ("Chair", 200), ("Yes", 400))),
    )
    narrow = (tuple(at(t, 2, x, 70) for t, x in (("B Marsh", 60), ("Police", 200))),)
    first = Block(id="p1-1", kind="table", rows=wide, header_rows=1, parts=(Part(page=1, bbox=(60, 700, 460, 800)),))
    second = Block(id="p2-1", kind="table", rows=narrow, parts=(Part(page=2, bbox=(60, 60, 260, 90)),))
    (page, empty) = join_tables([_page(1, first), _page(2, second)])
    assert [[c.text for c in row if c] for row in page.blocks[0].rows][-1] == ["B Marsh", "Police", ""]
    assert not empty.blocks


def test_tables_one_below_the_other_stay_apart(tmp_path: Path) -> None:
    head = ["Title of report", "What it is about", "Report of", "Kind"]
    sittings = [
        [head, ["Dashboard", "Priority 1", "A Field", "Key"], ["Budget", "All priorities", "B Marsh", ""]],
        [head, ["Annual report", "All priorities", "C Oyelaran", ""], ["Fire safety", "Priority 4", "Brigade", ""]],
    ]

    def draw(c: Any) -> list[Any]:
        y = 780.0
        for date, rows in zip(("19 July 2023", "27 October 2023"), sittings, strict=True):
            y = make_tables.heading(c, 60, y, date)
            y = make_tables.paint(c, 60, y, [120, 120, 100, 80], rows, make_tables.Look(rules="none")) - 22
        return sittings

    data, want = make_tables._paper(draw)
    path = tmp_path / "sittings.pdf"
    path.write_bytes(data)
    read = [plain(b) for b in tables_of(read_paper(path))]
    assert read == want
