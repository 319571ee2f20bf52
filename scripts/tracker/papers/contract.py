"""A ``Paper`` in the form that ``read_paper.py`` prints: plain JSON or Markdown, as the design's contract has it."""

from __future__ import annotations

from typing import Any

from tracker.records import Block, Cell, Page, Paper


def to_contract(paper: Paper, numbers: set[int] | None = None) -> dict[str, Any]:
    """The paper as plain data; ``numbers`` limits it to pages of the file (from 1)."""
    return {
        "paper": {
            "title": paper.title,
            "date": paper.date,
            "kind": paper.kind,
            "pages": len(paper.pages),
            "sha256": paper.sha256,
            "agenda": [
                {
                    "number": a.number,
                    "title": a.title,
                    "kind": a.kind,
                    "first_page": a.first_page,
                    "last_page": a.last_page,
                }
                for a in paper.agenda
            ],
        },
        "pages": [_page(p) for p in paper.pages if numbers is None or p.number in numbers],
    }


def _page(page: Page) -> dict[str, Any]:
    out: dict[str, Any] = {
        "number": page.number,
        "printed": page.printed,
        "width": page.width,
        "height": page.height,
        "has_text": page.has_text,
        "read_by": page.read_by,
    }
    if page.doubts:
        out["doubts"] = list(page.doubts)
    out["blocks"] = [_block(b) for b in page.blocks]
    return out


def _block(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": block.id,
        "kind": block.kind,
        "text": block.text,
        "parts": [{"page": p.page, "bbox": list(p.bbox)} for p in block.parts],
    }
    if block.role:
        out["role"] = block.role
    if block.kind == "heading":
        out["level"] = block.level
        out["number"] = block.number
    elif block.number:
        out["number"] = block.number
    if block.kind == "list_item":
        out["depth"] = block.depth
        out["marker"] = block.marker
    if block.kind == "footnote":
        out["note"] = block.note
    if block.kind == "table":
        out["caption"] = block.caption
        out["header_rows"] = block.header_rows
        out["header_columns"] = block.header_columns
        out["rows"] = [[_cell(c) for c in row] for row in block.rows]
    if block.kind == "figure":
        out["caption"] = block.caption
        out["labels"] = [label.text for label in block.labels]
    if block.runs:
        out["runs"] = [r.model_dump(exclude_defaults=True) for r in block.runs]
    if block.doubts:
        out["doubts"] = list(block.doubts)
    return out


def _cell(cell: Cell | None) -> Any:
    if cell is None:
        return None
    if cell.rowspan > 1 or cell.colspan > 1:
        return {"text": cell.text, "rowspan": cell.rowspan, "colspan": cell.colspan}
    return cell.text


def to_markdown(paper: Paper, numbers: set[int] | None = None) -> str:
    """The paper as Markdown, to look at: page breaks as comments, tables as pipe tables, furniture left out."""
    out = [f"# {_plain(paper.title)}", ""]
    for page in paper.pages:
        if numbers is not None and page.number not in numbers:
            continue
        printed = f", printed {page.printed}" if page.printed else ""
        out += [f"<!-- page {page.number}{printed} -->", ""]
        out += [f"> [{doubt}]\n" for doubt in page.doubts]
        for block in page.blocks:
            out += _markdown(block)
    return "\n".join(out).rstrip() + "\n"


def _markdown(block: Block) -> list[str]:
    text = _plain(block.text)
    if block.kind == "heading":
        number = f"{block.number} " if block.number else ""
        return [f"{'#' * min(6, block.level + 1)} {number}{text}", ""]
    if block.kind == "list_item":
        marker = block.marker if block.marker and block.marker[0].isalnum() else "-"
        return [f"{'  ' * (block.depth - 1)}{marker} {text}", ""]
    if block.kind == "footnote":
        return [f"[^{block.note}]: {text}", ""]
    if block.kind == "figure":
        labels = "; ".join(_plain(label.text) for label in block.labels)
        return [f"[figure: {_plain(block.caption)} | {labels}]", ""]
    if block.kind == "table":
        return _markdown_table(block)
    return [] if block.kind == "furniture" else [text, ""]


def _markdown_table(block: Block) -> list[str]:
    rows = [["" if c is None else _plain(c.text).replace("|", "\\|") for c in row] for row in block.rows]
    if not rows:
        return []
    caption = [f"**{_plain(block.caption)}**", ""] if block.caption else []
    lines = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{'---|' * len(rows[0])}"
    return [*caption, lines[0], rule, *lines[1:], ""]


def _plain(text: str) -> str:
    return text.replace("<", "&lt;")
