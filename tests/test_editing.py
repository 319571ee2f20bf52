"""What people's programs do to pages and tables, in random order: what they wrote stays, what nobody wrote follows."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from small_papers import paper_from
from tracker import facts
from tracker.check.all import check_all
from tracker.check.spreadsheet import is_rewritten
from tracker.facts import understand
from tracker.pages.front_matter import read_front_matter, split_page
from tracker.pages.front_matter_text import plain
from tracker.pages.identity import carried_over
from tracker.pages.keep import KeepResult, keep
from tracker.pages.layout import machine_pages
from tracker.pages.passages import read_body
from tracker.pages.rows import read_table
from tracker.records import PaperSettings, Reading, Tracker, TrackerSettings

BOARD = TrackerSettings(board="Riverton Board", place="Riverton")
PLAN = """# Riverton Safer Town Plan 2022 to 2025

# Priority 1: Fewer burglaries

We will visit every home that was burgled within two days by March 2024.

In the 3 months of March 2023 to May 2023 there were {count} cases of residential burglary in Riverton.

# Priority 2: Safer streets

Streets are for {whom}.

We will light 12 paths in 2024.

| Ward | April 2023 | May 2023 | June 2023 |
| Alder | 12 | 14 | {cell} |
| Birch | 7 | Less than 5 | 9 |

{last}
"""
LAST = """# Priority 3: Hate crime is reported

We will open 4 reporting centres by June 2024.

In the 12 months to March 2023 there were 88 hate crimes in Riverton."""
QUARTER = """# Dashboard Quarter 2 2023/24

In the 3 months of June 2023 to August 2023 there were 455 cases of residential burglary in Riverton.

The partnership visited every home that was burgled within two days."""


def reading(paper_id: str, text: str, date: str) -> Reading:
    paper = paper_from(text).model_copy(update={"title": text.split("\n")[0][2:]})
    said = PaperSettings(date=date)
    found = understand(paper, paper_id=paper_id, settings=said, tracker=BOARD)
    return Reading(program="0", id=paper_id, settings=said, paper=paper, facts=found)


FIRST = reading("plan", PLAN.format(count="480", whom="all", cell="17", last=LAST), "2023-06-10")
QUARTERLY = reading("dash", QUARTER, "2023-09-10")
OLD = facts.combine([FIRST, QUARTERLY])
CORRECTED = "all of us.\n\nThe board heard from shops and schools"
LATER = {
    "a corrected edition": [
        reading("plan", PLAN.format(count="482", whom=CORRECTED, cell="19", last=""), "2023-06-10"),
        QUARTERLY,
    ],
    "a better reading": [
        reading("plan", "A line found now.\n\n" + PLAN.format(count="480", whom="a11", cell="17", last=LAST), "2023"),
        QUARTERLY,
    ],
    "a paper less": [FIRST],
    "the same": [FIRST, QUARTERLY],
}
NEW: dict[str, Tracker] = {
    name: facts.combine([carried_over(FIRST, first), *others]) for name, (first, *others) in LATER.items()
}


# ---- what people's programs and hands do: text and a word of one's own in, text out


def commented(page: str, word: str, chance: random.Random) -> str:
    lines = page.split("\n")
    lines.insert(1, f"# {word}")
    return "\n".join(lines)


def with_field(page: str, word: str, chance: random.Random) -> str:
    field = chance.choice(
        [f"our_own: {word}", f"our_own: |\n  {word}\n  more", f"our_own:\n- {word}", f"'our': >-\n  {word}"]
    )
    return page.replace("---\n", f"---\n{field}\n", 1)


def summed_up(page: str, word: str, chance: random.Random) -> str:
    return page.replace('summary: ""', f"summary: “{word}” – it’s\u00a0ours", 1)


def retitled(page: str, word: str, chance: random.Random) -> str:
    return re.sub(r"^title: .*$", f"title: '{word}: it''s ours'", page, count=1, flags=re.MULTILINE)


def reworded(page: str, word: str, chance: random.Random) -> str:
    head, mark, body = page.partition("<!-- from the paper -->")
    return head + mark + re.sub(r"\b(?:Streets|burgled|Riverton)\b", word, body, count=1)


def pasted_at_the_end(page: str, word: str, chance: random.Random) -> str:
    return f"{page}\n## {word}\n\nOurs:\tfrom a “word processor”.\n"


def without_marks(page: str, word: str, chance: random.Random) -> str:
    return page.replace("<!-- from the paper -->\n", "").replace("<!-- end -->\n", f"{word}\n")


def item_left_out(page: str, word: str, chance: random.Random) -> str:
    return re.sub(r"^(- id: .*)$", rf"\1\n  left_out: {word}", page, count=1, flags=re.MULTILINE)


def as_windows(page: str, word: str, chance: random.Random) -> str:
    return "\ufeff" + page.replace("\n", "\r\n")


def spaces_after_the_line(page: str, word: str, chance: random.Random) -> str:
    return page.replace("---\n", "---  \n", 1)


def indented(page: str, word: str, chance: random.Random) -> str:
    yaml_text, body, _ = split_page(page)
    return f"---\n{re.sub(r'^(?=.)', '  ', yaml_text, flags=re.MULTILINE)}---\n{body}"


def quoted(page: str, word: str, chance: random.Random) -> str:
    return re.sub(r"^([a-z_]+): (\w[\w ]*)$", r"\1:   '\2'", page, flags=re.MULTILINE)


def cells_of(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=max(",;", key=table.count)))


def as_text(rows: Sequence[Sequence[str]], **dress: object) -> str:
    out = io.StringIO()
    csv.writer(out, **{"lineterminator": "\n", **dress}).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def spreadsheet(table: str, word: str, chance: random.Random) -> str:
    return "\ufeff" + as_text(cells_of(table), delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)


def columns_moved(table: str, word: str, chance: random.Random) -> str:
    rows = cells_of(table)
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    return as_text([[row[place] for place in order] for row in rows]) if len({*map(len, rows)}) == 1 else table


def columns_without_a_name(table: str, word: str, chance: random.Random) -> str:
    rows = [[*row, "", ""] for row in cells_of(table)]
    rows[-1][-2] = word
    return as_text(rows)


def a_cell_too_many(table: str, word: str, chance: random.Random) -> str:
    rows = cells_of(table)
    rows[-1].append(word)
    return as_text(rows)


def rows_added_and_sorted(table: str, word: str, chance: random.Random) -> str:
    first, *rows = cells_of(table)
    ours = [word if name in ("id", "quote") else "" for name in first]
    return as_text([first, *sorted([*rows, ours], key=lambda row: row[-9:])])


def a_reason_given(table: str, word: str, chance: random.Random) -> str:
    rows = cells_of(table)
    if "reason" in rows[0] and len(rows[1]) == len(rows[0]):
        rows[1][rows[0].index("reason")] += word
    return as_text(rows)


Edit = Callable[[str, str, random.Random], str]
DRESS: list[Edit] = [commented, as_windows, spaces_after_the_line, indented, quoted, pasted_at_the_end]
PAGE_EDITS: list[Edit] = [*DRESS, with_field, summed_up, retitled, reworded, without_marks, item_left_out]
TABLE_DRESS: list[Edit] = [spreadsheet, columns_moved]
TABLE_EDITS: list[Edit] = [
    *(spreadsheet, columns_moved, columns_without_a_name, a_cell_too_many, rows_added_and_sorted, a_reason_given)
]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def everything(docs: Path) -> str:
    return "\n".join(read(path) for path in sorted(docs.rglob("*")) if path.is_file())


@pytest.mark.parametrize("seed", range(40))
def test_whatever_people_do_stays_and_a_second_run_writes_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    keep(tmp_path, None, OLD)
    words: list[str] = []
    done: list[str] = []
    for number in range(30):
        path = chance.choice(sorted([*tmp_path.rglob("*.md"), *tmp_path.rglob("*.csv")]))
        edit = chance.choice(PAGE_EDITS if path.suffix == ".md" else TABLE_EDITS)
        word = f"Word{number}x"
        before = read(path)
        after = edit(before, word, chance)
        if all(other in after for other in words if other in before):
            path.write_bytes(after.encode("utf-8"))
            words += [word] if word in after else []
            done.append(f"{edit.__name__} {path.name}")
    name = chance.choice(sorted(NEW))
    keep(tmp_path, OLD, NEW[name])
    kept = everything(tmp_path)
    assert [word for word in words if word not in kept] == [], (name, done)
    again = keep(tmp_path, NEW[name], NEW[name])
    assert (again.written, again.removed) == ((), ()), (name, done)
    check_all(tmp_path, tmp_path / "none", tmp_path / "none")


@pytest.mark.parametrize("edit", [*DRESS, *TABLE_DRESS], ids=lambda edit: str(edit.__name__))
@pytest.mark.parametrize("name", ["a corrected edition", "a better reading"])
def test_what_is_only_set_otherwise_follows_the_reading(edit: Edit, name: str, tmp_path: Path) -> None:
    keep(tmp_path, None, OLD)
    kind = ".csv" if edit in TABLE_DRESS else ".md"
    for path in sorted(tmp_path.rglob(f"*{kind}")):
        path.write_bytes(edit(read(path), "Word", random.Random(1)).encode("utf-8"))
    said = keep(tmp_path, OLD, NEW[name])
    assert said.faults == () and {conflict.field for conflict in said.conflicts} <= {"the whole page"}
    for page in machine_pages(NEW[name]).values():
        text = read(tmp_path / f"{page.address}.md").replace("\r\n", "\n")
        yaml_text, body, _ = split_page(text)
        here = read_front_matter(yaml_text).fields
        assert plain({field: here.get(field) for field in page.fields}) == plain(page.fields)
        if page.has_text:
            assert [p.markdown for p in read_body(body).passages] == [p.markdown for p in page.passages]
        if page.rows is not None:
            rows = {row["id"]: row for row in read_table(read(tmp_path / f"{page.address}.csv")).rows}
            for row in page.rows:
                assert {column: rows[row["id"]].get(column, "") for column in row} == dict(row)


def test_a_page_read_no_longer_goes_though_a_spreadsheet_saved_its_table(tmp_path: Path) -> None:
    keep(tmp_path, None, OLD)
    table = tmp_path / "indicators/hate-crimes.csv"
    table.write_bytes(spreadsheet(read(table), "", random.Random(1)).encode("utf-8"))
    said = keep(tmp_path, OLD, NEW["a corrected edition"])
    assert "indicators/hate-crimes.csv" in said.removed and not table.exists()


# ---- what cannot be read


BROKEN = {
    "no UTF-8": lambda raw: raw.replace(b"Alder", b"\xa3lder"),
    "two bytes a letter": lambda raw: raw.decode().encode("utf-16"),
    "a quotation mark that stays open": lambda raw: raw.replace(b",Alder", b',"Alder', 1),
    "no first line": lambda raw: raw.split(b"\n", 1)[1],
    "nothing": lambda raw: b"",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_table_that_cannot_be_read_waits_with_its_paper(how: str, tmp_path: Path) -> None:
    keep(tmp_path, None, OLD)
    name = next(p.name for p in sorted((tmp_path / "indicators").glob("*.csv")) if "ward=Alder" in read(p))
    table = tmp_path / "indicators" / name
    sound = table.read_bytes()
    table.write_bytes(BROKEN[how](sound))
    broken = table.read_bytes()
    said = keep(tmp_path, OLD, NEW["a corrected edition"])
    assert [fault.file for fault in said.faults] == [f"indicators/{name}"] and said.waiting == {"plan"}
    assert table.read_bytes() == broken
    assert f"indicators/{name}" in {fault.file.split("/", 1)[1] for fault in checked(tmp_path)}
    # The old reading stays the base, so that what was new arrives when the file is mended.
    table.write_bytes(sound)
    keep(tmp_path, OLD, NEW["a corrected edition"])
    assert ",19,19," in read(table)


def checked(docs: Path) -> Sequence[object]:
    return check_all(docs, docs / "none", docs / "none").faults  # type: ignore[return-value]


@pytest.mark.parametrize(
    "text",
    [
        "\xff\xfe".encode("latin-1"),
        b"---\n{id: x}\n---\n",
        b"---\nid: &a x\nb: *a\n---\n",
        b"---\nid: x\nb: " + b"[" * 3000 + b"\n---\n",
        b"---\nid: x\nid: y\n---\n",
        b"---\nid: x\n\ttitle: y\n---\n",
        b"---\nid: a\0b\n---\n",
        b"\x00\x01",
        b"---\n- a\n---\n",
        b"---\nid: x\ntitle: its end is lost\n",
        b"",
    ],
)
def test_a_page_that_cannot_be_read_stops_nothing(text: bytes, tmp_path: Path) -> None:
    keep(tmp_path, None, OLD)
    page = next(p for p in sorted((tmp_path / "priorities").glob("*.md")) if "Safer streets" in read(p))
    page.write_bytes(text)
    (tmp_path / "priorities" / "a folder.md").mkdir()
    said: KeepResult = keep(tmp_path, OLD, NEW["a corrected edition"])
    assert page.read_bytes() == text
    assert [fault for fault in said.faults if not fault.file.endswith(page.name)] == []
    # It waits for its mending, and is not told of as taken out.
    assert said.kept_out == () and (said.faults or text[:2] == b"\xff\xfe")
    assert any(page.name in str(fault) for fault in checked(tmp_path))


def test_a_copy_of_a_page_is_not_taken_for_it(tmp_path: Path) -> None:
    keep(tmp_path, None, OLD)
    page = next(p for p in sorted((tmp_path / "priorities").glob("*.md")) if "Safer streets" in read(p))
    copy = page.with_name("a copy.md")
    copy.write_bytes(page.read_bytes())
    keep(tmp_path, OLD, NEW["a corrected edition"])
    assert read(copy) != read(page)


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("March 2023", "Mar-23", True),
        ("2011/12", "Dec-11", True),
        ("041", "41", True),
        ("March 2023", "April 2023", False),
        ("12 months to March 2023", "Mar-23", False),
        ("41", "42", False),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell(was: str, now: str, found: bool) -> None:
    assert is_rewritten(was, now) is found


def test_two_columns_without_a_name_keep_what_stands_in_each() -> None:
    table = read_table("id,,,\nx,one,two,three\n")
    assert [list(row.values()) for row in table.rows] == [["x", "one", "two", "three"]]
    assert replace(table, rows=()).header[0] == "id" and len(set(table.header)) == 4
