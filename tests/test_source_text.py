"""Places in papers as lines: every source reads back, and what is none is told how to be one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.pages.rows import breakdown_from_text, breakdown_to_text, read_table, table_text
from tracker.pages.source_text import SOURCE_PATTERN, source_from_text, source_to_text
from tracker.records import Part, Source

SIDES = st.tuples(*[st.decimals(-5, 1700, places=2).map(float)] * 4)
BOXES = st.lists(st.builds(Part, page=st.integers(1, 400), bbox=SIDES), max_size=3).map(tuple)
SOURCES = st.builds(
    Source,
    paper=st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True),
    page=st.integers(1, 400),
    printed=st.sampled_from(["", "41", "A-2", "iv"]),
    block=st.sampled_from(["", "p3-12"]),
    boxes=BOXES,
)


@given(SOURCES)
def test_a_source_reads_back(source: Source) -> None:
    line = source_to_text(source)
    assert source_from_text(line) == source
    assert re.match(SOURCE_PATTERN, line)


@pytest.mark.parametrize("line", ["", "the plan", "plan, page", "plan, page 1, at 1 2 3", "plan, page 1, at 1 2 3 x"])
def test_what_is_no_source_is_told_how_to_be_one(line: str) -> None:
    with pytest.raises(ValueError, match="paper-id, page 17"):
        source_from_text(line)


NAME = st.from_regex(r"[A-Za-z][A-Za-z ,.-]{0,10}[A-Za-z]", fullmatch=True).map(lambda name: " ".join(name.split()))


@given(st.lists(st.tuples(NAME, NAME), max_size=3).map(tuple))
def test_a_breakdown_reads_back(breakdown: tuple[tuple[str, str], ...]) -> None:
    assert breakdown_from_text(breakdown_to_text(breakdown)) == breakdown


CELL = st.text(alphabet=st.sampled_from(list('ab ,;"\n\t£=')), max_size=8)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=4))
def test_a_table_reads_back_with_the_bytes_of_each_row(rows: list[list[str]]) -> None:
    header = ("id", "value", "quote")
    text = table_text(header, [(dict(zip(header, row, strict=True)), None) for row in rows])
    table = read_table(text)
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert [[row[name] for name in header] for row in table.rows] == kept
    assert table_text(header, list(zip(table.rows, table.raw, strict=True)), table).count("\n") <= text.count("\n")
    assert all(raw in text for raw in table.raw)
