"""A part's text between its two marks: passages with the ids they have in the paper, written and read back.

Each passage ends with its id (``{: #p17-3 }``), so that evidence, links and the merge find it again. Passages are
parted by an empty line, list items by a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.pages.markdown_text import escape, escape_cell, escape_heading, fold, runs_to_markdown
from tracker.records import Block, Cell

START, END = "<!-- from the paper -->", "<!-- end -->"
DEEPEST_HEADING = 6
DEEPEST_LIST = 6

# A brace of the paper's own words is written with a backslash and gives no id.
_ID = re.compile(r"[ \t]*(?<!\\)\{: *#([\w.-]+)((?: +\.[\w-]+)*) *\}[ \t]*$")
_ITEM = re.compile(r"^( *)- ")
_MONTH = re.compile(r"^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$|^q[1-4]$", re.IGNORECASE)
_YEAR = re.compile(r"^(19|20)\d\d(\s*[/–-]\s*(\d\d|\d{4}))?$")


@dataclass(frozen=True)
class Passage:
    """One piece of the region. ``text`` is all its lines with the attribute list, without the line end after it;
    ``gap`` what stands after it up to the next piece."""

    id: str
    text: str
    gap: str = "\n\n"

    @property
    def is_item(self) -> bool:
        return bool(_ITEM.match(self.text))

    @property
    def css(self) -> str:
        found = _ID.search(self._marked_line())
        return found[2].replace(".", " ").strip() if found else ""

    @property
    def markdown(self) -> str:
        """The text without its attribute list, and for list items without their indent."""
        line = self._marked_line()
        bare = _ID.sub("", line)
        body = self.text.replace(line, bare, 1) if line else self.text
        lines = [part for part in body.split("\n") if part.strip() or "|" in body]
        indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines and self.is_item else 0
        return "\n".join(part[indent:] if part[:indent].isspace() else part for part in lines).strip("\n")

    def with_id(self, new_id: str) -> Passage:
        """The same passage under another id."""
        if new_id == self.id or not self.id:
            return self
        line = self._marked_line()
        mark = _ID.search(line)
        if not mark:
            return self
        marked = line[: mark.start(1)] + new_id + line[mark.end(1) :]
        return replace(self, id=new_id, text=self.text.replace(line, marked, 1))

    def _marked_line(self) -> str:
        return next((line for line in self.text.split("\n") if _ID.search(line)), "")


# ---- writing


def passages_of(
    blocks: Iterable[Block], *, mailboxes: Sequence[str] = (), testimony: frozenset[str] = frozenset()
) -> tuple[Passage, ...]:
    """The passages of some blocks in reading order; furniture is left out."""
    shown = [block for block in blocks if block.kind != "furniture"]
    footnotes = {(page_of(b.id), b.note): b.id for b in shown if b.kind == "footnote" and b.note}
    passages: list[Passage] = []
    depths: list[int] = []
    for block in shown:
        notes = {run.note: footnotes.get((page_of(block.id), run.note), "") for run in block.runs if run.note}
        words = _words(block, mailboxes, {mark: target for mark, target in notes.items() if target})
        classes = _classes(block, testimony)
        if block.kind == "list_item":
            depths = [depth for depth in depths if depth < block.depth][: DEEPEST_LIST - 1]
            text = _item(block, words, len(depths), classes)
            depths.append(block.depth)
        else:
            depths = []
            text = _passage_text(block, words, classes)
        if text:
            passages.append(Passage(block.id, text))
    return with_gaps(passages)


def with_gaps(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages parted as they are written: list items by a line end, others by an empty line."""
    following = [*passages[1:], None]
    return tuple(
        replace(this, gap="\n" if this.is_item and after is not None and after.is_item else "\n\n")
        for this, after in zip(passages, following, strict=False)
    )


def page_of(block_id: str) -> int:
    """The page of the file that a block stands on, 0 when its id does not tell."""
    found = re.match(r"p(\d+)-", block_id)
    return int(found[1]) if found else 0


def _words(block: Block, mailboxes: Sequence[str], notes: dict[str, str]) -> str:
    joined = "".join(run.text for run in block.runs if not run.note)
    if block.runs and fold(joined) == fold(block.text):
        return runs_to_markdown(block.runs, mailboxes, notes)
    return escape(block.text)


def _classes(block: Block, testimony: frozenset[str]) -> list[str]:
    classes: list[str] = [block.kind] if block.kind in ("table", "figure", "footnote") else []
    classes += [block.role] if block.role in ("callout", "caption", "quotation", "contents") else []
    classes += ["row-heads"] if block.kind == "table" and block.header_columns else []
    return classes + (["testimony"] if block.id in testimony else [])


def _mark(block: Block, classes: list[str]) -> str:
    return "{: #" + block.id + "".join(f" .{name}" for name in classes) + " }"


def _passage_text(block: Block, words: str, classes: list[str]) -> str:
    mark = _mark(block, classes)
    if block.kind == "heading":
        text = escape_heading(" ".join(filter(None, (block.number, block.text))))
        level = min(DEEPEST_HEADING, max(1, block.level) + 1)
        return f"{'#' * level} {text} {mark}" if text else ""
    if block.kind == "table":
        caption = escape(block.caption, at_start=False)
        return f"Table: {caption}".rstrip() + f"\n{mark}\n\n" + _pipe_table(block)
    if block.kind == "figure":
        caption = escape(block.caption or block.text, at_start=False)
        labels = " · ".join(escape(label.text, at_start=False) for label in block.labels if fold(label.text))
        stop = "" if not caption or caption[-1] in ".:?!" else "."
        text = f"Figure: {caption}".rstrip() + (f"{stop} In the figure: {labels}" if labels else "")
        return f"{text}\n{mark}"
    prefix = fold(" ".join(filter(None, (block.note, block.number, block.marker))))
    if prefix:
        words = f"{escape(prefix)} {words}".rstrip()
    return f"{words}\n{mark}" if words else ""


def _item(block: Block, words: str, depth: int, classes: list[str]) -> str:
    marker = fold(block.marker)
    kept = marker if re.search(r"[^\W_]", marker) and len(marker) > len("o") else ""
    text = " ".join(filter(None, (escape(kept) if kept else "", words)))
    if not text:
        return ""
    indent = "    " * depth
    return f"{indent}- {text}\n{indent}    {_mark(block, classes + (['marked'] if kept else []))}"


def _pipe_table(block: Block) -> str:
    rows = [[fold(cell.text) if cell else "" for cell in row] for row in block.rows]
    width = max((len(row) for row in rows), default=1)
    heads = min(block.header_rows, len(rows))
    header = [_joined_head([row[column] for row in _spread(block, heads)]) for column in range(width)]
    lines = [_pipe_row(header, width), "| " + " | ".join(["---"] * width) + " |"]
    lines += [_pipe_row(row, width) for row in rows[heads:]]
    return "\n".join(lines)


def _pipe_row(cells: list[str], width: int) -> str:
    padded = cells + [""] * (width - len(cells))
    return "| " + " | ".join(escape_cell(cell) for cell in padded) + " |"


def _spread(block: Block, heads: int) -> list[list[str]]:
    """The header rows with each spanning head's text in all the columns it spans."""
    width = max((len(row) for row in block.rows), default=1)
    grid = [[""] * width for _ in range(heads)]
    for number, row in enumerate(block.rows[:heads]):
        for column, cell in enumerate(row):
            if isinstance(cell, Cell):
                for under in range(column, min(width, column + cell.colspan)):
                    grid[number][under] = fold(cell.text)
    return grid


def _joined_head(texts: list[str]) -> str:
    """Heads over one column in one text; a year above a month follows it, as people say it."""
    parts = list(dict.fromkeys(text for text in texts if text))
    if len(parts) == 2 and _YEAR.match(parts[0]) and _MONTH.match(parts[1]):
        parts.reverse()
    return " ".join(parts)


# ---- reading


@dataclass(frozen=True)
class Body:
    """What stands below a page's front matter: before the region, its passages, after it. Without a region, all is
    ``before``. ``lead`` is the space between the first mark and the first passage."""

    before: str
    passages: tuple[Passage, ...] = ()
    after: str = ""
    has_region: bool = False
    lead: str = "\n\n"
    lines: tuple[int, ...] = ()
    """The line of each passage, counted from the first line of the body (0)."""

    def text(self) -> str:
        """The body as it stands in the file."""
        if not self.has_region:
            return self.before
        inner = "".join(passage.text + passage.gap for passage in self.passages)
        return f"{self.before}{START}{self.lead}{inner}{END}{self.after}"


def read_body(body: str) -> Body:
    """The body in its pieces; ``read_body(text).text() == text`` for every text. ValueError when a mark is missing."""
    starts, ends = body.count(START), body.count(END)
    if starts == ends == 0:
        return Body(body)
    first, last = body.find(START), body.rfind(END)
    if starts != 1 or ends != 1 or last < first:
        raise ValueError(f"needs one “{START}” and below it one “{END}”")
    inner = body[first + len(START) : last]
    content = inner.lstrip("\n \t\r") if inner.strip() else ""
    # An indent of the first passage belongs to it, not to the space before it.
    lead_end = inner.rfind("\n", 0, len(inner) - len(content)) + 1 if content else len(inner)
    lead, content = inner[:lead_end], inner[lead_end:]
    line = body[: first + len(START) + lead_end].count("\n")
    passages, lines = _split(content, line)
    return Body(body[:first], passages, body[last + len(END) :], True, lead, lines)


def _split(content: str, line: int) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    passages: list[Passage] = []
    lines: list[int] = []
    for chunk in re.findall(r"(?:[^\n]*\S[^\n]*(?:\n|$))+(?:[ \t]*\n)*(?:[ \t]+$)?", content):
        for text, gap in _pieces(chunk):
            last = passages[-1] if passages else None
            # A pipe table belongs to the caption line above it.
            if last and text.startswith("|") and "table" in last.css.split() and "\n|" not in last.text:
                passages[-1] = replace(last, text=last.text + last.gap + text, gap=gap)
                line += (text + gap).count("\n")
                continue
            found = next((m for part in text.split("\n") if (m := _ID.search(part))), None)
            passages.append(Passage(found[1] if found else "", text, gap))
            lines.append(line)
            line += (text + gap).count("\n")
    return tuple(passages), tuple(lines)


def _pieces(chunk: str) -> list[tuple[str, str]]:
    """A stretch without empty lines as passages with the gap after each: one, or one for each list item."""
    body = chunk.rstrip("\n \t")
    gap = chunk[len(body) :]
    rows = body.split("\n")
    if not _ITEM.match(rows[0]):
        return [(body, gap)]
    starts = [i for i, row in enumerate(rows) if _ITEM.match(row)]
    texts = ["\n".join(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    return [(text, gap if i == len(texts) - 1 else "\n") for i, text in enumerate(texts)]
