"""How well tables are read, by the neighbours of their cells, as the table competition of ICDAR 2013 counts them.

    python tests/compare_tables.py [FIRST [LAST]]    this program and PyMuPDF's finder on made papers of these numbers

For each cell with text the next one with text to its right and below it, with the direction and how many blank places
lie between (Göbel, Hassan, Oro and Orsi, "A methodology for evaluating algorithms for table understanding in PDF
documents"); F1 by document, and their mean.
"""

from __future__ import annotations

import itertools
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymupdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from make_statistics_tables import Made, paper
from make_tables import Rows, over
from tracker.papers import read_paper
from tracker.records import Paper

Relation = tuple[str, str, str, int]


def normalised(text: str) -> str:
    """The text of a cell without what is no part of it: spaces, case, the kind of dash, the dots of a leader."""
    bare = re.sub(r"(\s*\.){4,}|(\s+\.){2,}", "", text.lower().translate(str.maketrans("−–—", "---")))
    return "".join(bare.split())


def relations(rows: Sequence[Sequence[Any]]) -> list[Relation]:
    """Neighbour relations of one table: both texts, the direction, how many blank places lie between."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    text: dict[tuple[int, int], str] = {}
    for r, row in enumerate(rows):
        for k, cell in enumerate(row):
            if cell is None:
                continue
            held = cell if isinstance(cell, dict) else over(cell)
            text[r, k] = normalised(held["text"])
            for i, j in itertools.product(range(r, r + held["rowspan"]), range(k, k + held["colspan"])):
                owner[i, j] = (r, k)
    height = max((r for r, _ in owner), default=-1) + 1
    width = max((k for _, k in owner), default=-1) + 1
    found: dict[tuple[tuple[int, int], tuple[int, int], str], Relation] = {}
    for (i, j), cell in owner.items():
        if not text[cell]:
            continue
        right, below = [(i, b) for b in range(j + 1, width)], [(a, j) for a in range(i + 1, height)]
        for way, steps in (("right", right), ("below", below)):
            blanks = 0
            for place in steps:
                other = owner.get(place)
                if other == cell:
                    break
                if other is None or not text[other]:
                    blanks += 1
                    continue
                found.setdefault((cell, other, way), (text[cell], text[other], way, blanks))
                break
    return list(found.values())


def score(made: Made, read: Sequence[Sequence[Sequence[Any]]]) -> float:
    """F1 of the relations in tables as read, against the key that fits best; raised marks do not count."""
    without = {normalised(a): normalised(b) for a, b in made.marks}
    have = Counter((without.get(a, a), without.get(b, b), way, n) for rows in read for a, b, way, n in relations(rows))
    best = 0.0
    for key in made.keys:
        need = Counter(relation for rows in key for relation in relations(rows))
        both = sum((have & need).values())
        best = max(best, 2 * both / max(1, sum(need.values()) + sum(have.values())))
    return best


def tables_of(read: Paper) -> list[Rows]:
    """All tables of a paper as rows of texts and spans."""
    return [
        [
            [
                None if c is None else (over(c.text, c.colspan, c.rowspan) if c.rowspan * c.colspan > 1 else c.text)
                for c in row
            ]
            for row in block.rows
        ]
        for page in read.pages
        for block in page.blocks
        if block.kind == "table"
    ]


def by_this_program(data: bytes) -> list[Rows]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        return tables_of(read_paper(path))


def by_pymupdf(data: bytes) -> list[Rows]:
    """Tables by the finder of PyMuPDF at its best setting, spans as it places them."""
    out: list[Rows] = []
    with pymupdf.open(stream=data) as document:
        for page in document:
            found = page.find_tables(union=True, refine=True)
            for table in found.tables if found else ():
                placed: dict[tuple[int, int], Any] = {}
                for r, row in enumerate(table.placements):
                    k = 0
                    for cell in row:
                        while (r, k) in placed:
                            k += 1
                        for i, j in itertools.product(range(cell.rowspan), range(cell.colspan)):
                            placed[r + i, k + j] = None
                        placed[r, k] = over(cell.text, cell.colspan, cell.rowspan)
                        k += cell.colspan
                height, width = (max((place[n] for place in placed), default=-1) + 1 for n in (0, 1))
                out.append([[placed.get((r, k), "") for k in range(width)] for r in range(height)])
    return out


def main(first: int, last: int) -> None:
    ours, theirs = [], []
    for seed in range(first, last):
        made = paper(seed)
        ours.append(score(made, by_this_program(made.data)))
        theirs.append(score(made, by_pymupdf(made.data)))
        print(f"{seed:5d}  {ours[-1]:.3f}  {theirs[-1]:.3f}  {made.what}")
    means = "  ".join(f"{sum(scores) / len(scores):.3f}" for scores in (ours, theirs))
    print(f"mean   {means}  of {len(ours)} papers: this program, PyMuPDF")


if __name__ == "__main__":
    asked = [int(a) for a in sys.argv[1:]]
    main(asked[0] if asked else 0, asked[1] if len(asked) > 1 else 60)
