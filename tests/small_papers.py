"""Papers of a few blocks, made for tests: text in, ``Paper`` out, with words and cells in places of their own."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymupdf

from tracker.records import Block, Cell, Page, Paper, Part, Word

Made = str | Sequence[Sequence[str]]


def _words(text: str, y: float) -> tuple[Word, ...]:
    return tuple(
        Word(text=m.group(), page=1, bbox=(5.0 * m.start(), y, 5.0 * m.end() - 1, y + 8), start=m.start())
        for m in re.finditer(r"\S+", text)
    )


def _text_block(number: int, text: str) -> Block:
    y = 20.0 * number
    kind, level, depth = "paragraph", 0, 0
    if text.startswith("# "):
        kind, level, text = "heading", 1, text[2:]
    elif text.startswith("- "):
        kind, depth, text = "list_item", 1, text[2:]
    return Block(
        id=f"p1-{number}",
        kind=kind,
        text=text,
        level=level,
        depth=depth,
        words=_words(text, y),
        parts=(Part(page=1, bbox=(0.0, y, 5.0 * max(len(text), 1), y + 8)),),
    )


def _table(number: int, rows: Sequence[Sequence[str]]) -> Block:
    """The first row is the header."""
    top = 20.0 * number
    cells = tuple(
        tuple(
            Cell(text=t, part=Part(page=1, bbox=(80.0 * c, top + r / 10, 80.0 * c + 70, top + r / 10 + 0.09)))
            for c, t in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    return Block(
        id=f"p1-{number}",
        kind="table",
        rows=cells,
        header_rows=1,
        parts=(Part(page=1, bbox=(0.0, top, 500.0, top + 9)),),
    )


def paper_of(*blocks: Made) -> Paper:
    """A paper of one page: "# " begins a heading, "- " a list item, a list of rows is a table, all else a paragraph."""
    made = tuple(_text_block(n, b) if isinstance(b, str) else _table(n, b) for n, b in enumerate(blocks, start=1))
    page = Page(number=1, printed="1", width=595.0, height=842.0, blocks=made)
    return Paper(title="A paper", sha256="0" * 64, pages=(page,))


def paper_from(text: str) -> Paper:
    """A paper from text: blocks with an empty line between them, tables as lines with | between the cells."""
    blocks: list[Made] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        if part.startswith("|"):
            blocks.append([[cell.strip() for cell in line.strip().strip("|").split("|")] for line in part.splitlines()])
        else:
            blocks.append(" ".join(part.split()))
    return paper_of(*blocks)


_STYLE = (
    "table{border-collapse:collapse;border:1px solid black} td,th{border:1px solid black;padding:3px;font-size:9px}"
    " body{font-family:sans-serif;font-size:11px}"
)


def _as_html(text: str) -> str:
    out = ["<h1>Annual Report</h1><p>This report tells what the partnership did in the year.</p>"]
    in_list = False
    for part in re.split(r"\n\s*\n", text.strip()):
        if in_list and not part.startswith("- "):
            out.append("</ul>")
            in_list = False
        if part.startswith("- "):
            out.append("<li>" if in_list else "<ul><li>")
            in_list = True
            out.append(html.escape(" ".join(part[2:].split())) + "</li>")
        elif part.startswith("|"):
            rows = [line.strip().strip("|").split("|") for line in part.splitlines()]
            tags = ["th", *("td" for _ in rows[1:])]
            cells = [
                "".join(f"<{tag}>{html.escape(cell.strip())}</{tag}>" for cell in row)
                for tag, row in zip(tags, rows, strict=True)
            ]
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        elif part.startswith("# "):
            out.append(f"<h2>{html.escape(part[2:])}</h2>")
        else:
            out.append(f"<p>{html.escape(' '.join(part.split()))}</p>")
    if in_list:
        out.append("</ul>")
    out.append("<h2>Next steps</h2><p>The board will hear of progress again in the spring of the new year.</p>")
    return "".join(out)


def print_paper(text: str, path: Path) -> Path:
    """The paper of ``paper_from(text)`` as a PDF, on a wide sheet when a table has many columns."""
    wide = any(line.count("|") > 14 for line in text.splitlines())
    return print_html(_as_html(text), path, wide)


def print_html(page: str, path: Path, wide: bool) -> Path:
    """HTML as a PDF on upright A4 or, when wide, on A3 across."""
    sheet = pymupdf.Rect(0, 0, 1190 if wide else 595, 842)
    inside = pymupdf.Rect(50, 50, sheet.x1 - 50, sheet.y1 - 50)
    story, writer, more = pymupdf.Story(page, user_css=_STYLE), pymupdf.DocumentWriter(str(path)), True
    while more:
        device = writer.begin_page(sheet)
        more, _ = story.place(inside)
        story.draw(device)
        writer.end_page()
    writer.close()
    return path


def key_as_html(blocks: Sequence[dict[str, Any]]) -> str:
    """The blocks of ``truth/reading`` as HTML, without figures."""
    out, in_list = [], False
    for block in blocks:
        text = html.escape(block.get("text") or "")
        if in_list and block["kind"] != "list_item":
            out.append("</ul>")
            in_list = False
        if block["kind"] == "heading":
            level = min(max(block.get("level") or 1, 1), 4)
            out.append(f"<h{level}>{text}</h{level}>")
        elif block["kind"] == "list_item":
            out.append(("<li>" if in_list else "<ul><li>") + text + "</li>")
            in_list = True
        elif block["kind"] == "table":
            heads = block.get("header_rows") or 0
            rows = []
            for i, row in enumerate(block["rows"]):
                tag = "th" if i < heads else "td"
                rows.append("".join(f"<{tag}>{html.escape(str(cell or ''))}</{tag}>" for cell in row))
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif block["kind"] != "figure" and text:
            out.append(f"<p>{text}</p>")
    return "".join([*out, "</ul>" if in_list else ""])
