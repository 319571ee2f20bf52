"""The committed readings with somebody's change on every page, read again a little differently: nothing is lost."""

from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path

import markdown
import pytest

from tracker import facts
from tracker.pages.front_matter import split_page
from tracker.pages.identity import carried_over
from tracker.pages.keep import keep
from tracker.pages.load import load
from tracker.pages.markdown_text import fold
from tracker.pages.passages import read_body
from tracker.pages.reading_file import load_reading, reading_from_text, reading_to_text
from tracker.pages.rows import read_table
from tracker.records import Reading

PAPERS = sorted((Path(__file__).resolve().parent.parent / "source_papers").glob("*.pdf"))


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    found = [load_reading(paper) for paper in PAPERS]
    assert found and all(found), "the papers are not read: run make extract"
    return [reading for reading in found if reading]


def read_otherwise(reading: Reading) -> Reading:
    """The reading another program might give: boxes a little off, passages counted otherwise, words misread."""

    def shifted(found: re.Match[str]) -> str:
        page, place = int(found[1]), int(found[2])
        return f'"p{page}-{place + 1}"' if page % 3 == 0 else found[0]

    text = re.sub(r'"p(\d+)-(\d+)"', shifted, reading_to_text(reading))
    text = re.sub(r'"bbox": \[([\d.]+),', lambda found: f'"bbox": [{float(found[1]) + 0.11:.2f},', text)
    return carried_over(reading, reading_from_text(text.replace("ing ", "lng ")))


def change_everything(docs: Path, seed: int) -> list[str]:
    """One change on each page and in each table, each with a word of its own; the words."""
    chance = random.Random(seed)
    words: list[str] = []
    for path in sorted(docs.rglob("*.md")):
        text, word = path.read_text(encoding="utf-8"), f"Changed{len(words)}x"
        passages = read_body(split_page(text)[1]).passages
        kind = chance.choice(["title", "summary", "own", "passage", "new passage"])
        if passages and kind == "passage":
            line = chance.choice(passages).text.split("\n")[0]
            changed = text.replace(line, re.sub(r"\w+", word, line, count=1), 1)
        elif passages and kind == "new passage":
            passage = chance.choice(passages)
            changed = text.replace(passage.text, f"{passage.text}\n\n{word}", 1)
        elif kind == "title" and "\ntitle:" in text:
            changed = re.sub(r"^title: .*$", f"title: {word}", text, count=1, flags=re.MULTILINE)
        elif kind == "summary" and 'summary: ""' in text:
            changed = text.replace('summary: ""', f"summary: {word}", 1)
        else:
            changed = text.replace("\n---\n", f"\nour_own: {word}\n---\n", 1)
        path.write_text(changed, encoding="utf-8")
        words.append(word)
    for path in sorted(docs.rglob("*.csv")):
        text, word = path.read_text(encoding="utf-8"), f"Changed{len(words)}x"
        table = read_table(text)
        if not table.rows:
            continue
        place = chance.randrange(len(table.rows))
        row = {**table.rows[place], chance.choice(["value", "reason", "quote", "as_printed", "period_label"]): word}
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([row[column] for column in table.header])
        path.write_text(text.replace(table.raw[place], line.getvalue(), 1), encoding="utf-8")
        words.append(word)
    return words


@pytest.mark.parametrize("seed", [1, 2])
def test_a_change_on_every_page_survives_another_reading(readings: list[Reading], seed: int, tmp_path: Path) -> None:
    old, new = facts.combine(readings), facts.combine([read_otherwise(reading) for reading in readings])
    keep(tmp_path, None, old)
    words = change_everything(tmp_path, seed)
    keep(tmp_path, old, new)
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(tmp_path.rglob("*")) if path.is_file())
    assert len(words) > 100
    assert [word for word in words if whole.count(word) != 1] == []
    again = keep(tmp_path, new, new)
    assert (again.written, again.removed, again.conflicts) == ((), (), ())


def test_every_passage_shows_its_words_under_its_id(readings: list[Reading], tmp_path: Path) -> None:
    keep(tmp_path, None, facts.combine(readings))
    docs = load(tmp_path)
    assert docs.faults == ()
    part_of = {part.id: part.paper for part in docs.facts.parts}
    shown = {(part_of[part], block.id): block for part, blocks in docs.texts.items() for block in blocks}
    missing, other = [], []
    for reading in readings:
        for block in (block for page in reading.paper.pages for block in page.blocks):
            if block.kind == "furniture" or not (block.text or block.rows or block.kind == "figure"):
                continue
            found = shown.get((reading.id, block.id))
            if found is None:
                missing.append((reading.id, block.id))
            elif block.kind not in ("table", "figure"):
                text = re.sub(r"<[^>]*>", "", markdown.markdown(found.markdown))
                text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                if bare(block.text) not in bare(text):
                    other.append((reading.id, block.id))
    assert missing == [] and other == []


def bare(text: str) -> str:
    """A text without spaces and without what may be the mark of a footnote."""
    return re.sub(r"\[?\d{1,2}\]?|\s", "", fold(text))
