"""The text of a part, block by block: cited passages marked and linked back, tables made real, pages numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape

from tracker.site.site_paper import Citation, TextBlock
from tracker.site.text import html, link, safe_id

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~:\"'^=$&])")
# An underscore between letters is the word's own.
MARKS = re.compile(r"(?<!\\)(\*\*?|(?<![^\W_])_+|_+(?![^\W_]))")
ENTITY = re.compile(r"&(?:#\d+|[a-zA-Z]+\d*);")
WRITTEN = re.compile(f"{ESCAPED.pattern}|{MARKS.pattern}|{ENTITY.pattern}")
"""What is read otherwise than it is written: an escaped sign, a mark of emphasis, an entity."""
ATTRIBUTES = re.compile(r"\s*(?<!\\)\{:[^}\n]*\}\s*$")
LIST_MARK = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+")
HEADING = re.compile(r"^(#{1,6})\s+")
PIPE = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
NUMERIC = re.compile(r"^[\s£€$+\-−–<>≤≥~]*\d[\d,.\s]*[%pkm]?\s*(\[[cxzprb]\])?$", re.IGNORECASE)
MOST_CITING = 6
LINKED = re.compile(r"(?<!\\)\[([^\]]*)\]\([^)]*\)")

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-Z“\"(])")


def plain(markdown: str) -> str:
    """The words of a block, without Markdown's marks, on one line."""
    text = ATTRIBUTES.sub("", markdown)
    return _words(HEADING.sub("", LIST_MARK.sub("", text.strip())))


def _words(markdown: str) -> str:
    """What a reader sees of words within a line: a number or hyphen that a cell begins with is its own."""
    text = WRITTEN.sub(_as_read, LINKED.sub(r"\1", markdown))
    return " ".join(text.split())


def _as_read(found: re.Match[str]) -> str:
    return found[1] or ("" if found[2] else unescape(found[0]))


def sentence_with(markdown: str, words: str) -> str:
    """The sentence of a block in which the words stand, without marks; "" where none has them whole."""
    sought = re.compile(rf"(?<!\w){re.escape(words)}(?!\w|[.,]\d)")
    return next((sentence for sentence in SENTENCE_END.split(plain(markdown)) if words and sought.search(sentence)), "")


def is_table(markdown: str) -> bool:
    """Whether a block is a table in Markdown."""
    lines = [line for line in markdown.splitlines() if line.strip()]
    return (any(RULE.match(line) and "|" in line for line in lines[1:3]) and "|" in lines[0]) or (
        len(lines) > 2 and any(RULE.match(line) and "|" in line for line in lines[:4])
    )


def table(markdown: str, *, row_heads: bool = True) -> str:
    """A pipe table (with a caption line above it, if any) as a real table with scopes, in a box that scrolls alone.

    Cells are read as plain words: nothing of a paper's table becomes markup.
    """
    lines = [line.strip() for line in markdown.splitlines() if line.strip()]
    ruled = next(i for i, line in enumerate(lines) if RULE.match(line) and "|" in line)
    above = " ".join(plain(line) for line in lines[: ruled - 1])
    caption = above.removeprefix("Table:").strip()
    head = _cells(lines[ruled - 1])
    body = [_cells(line) for line in lines[ruled + 1 :] if "|" in line]
    after = [line for line in lines[ruled + 1 :] if "|" not in line]
    width = max([len(head), *(len(row) for row in body)], default=0)
    right = [_is_numeric([row[i] for row in body if i < len(row)]) for i in range(width)]
    first = "".join(
        (f'<th scope="col"{_dress(right[i])}>{html(name)}</th>' if name else f"<td{_dress(right[i])}></td>")
        for i, name in enumerate(head)
    )
    rows = []
    for row in body:
        cells = (
            [
                f'<th scope="row">{html(row[0])}</th>'
                if row_heads and row[0] and not right[0]
                else f"<td{_dress(right[0])}>{html(row[0])}</td>"
            ]
            if row
            else []
        )
        cells += [f"<td{_dress(right[i])}>{html(text)}</td>" for i, text in enumerate(row) if i]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    named = f"<caption>{html(caption)}</caption>" if caption else ""
    label = html(caption or "Table")
    notes = "".join(f'<p class="st-small">{html(plain(line))}</p>' for line in after)
    return (
        f'<div class="st-scroll" tabindex="0" role="group" aria-label="{label}"><table>{named}'
        f"<thead><tr>{first}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>{notes}"
    )


def passage(
    page: str, block: TextBlock, cited: Sequence[Citation], levels: Mapping[int, int], *, hidden: bool = False
) -> str:
    """A block on its own part's page: its anchor, its words with what is cited marked, and who cites it.

    ``levels`` maps the heading levels of the part to those of the page; ``hidden`` keeps it out of the search.
    """
    text = ATTRIBUTES.sub("", block.markdown).strip("\n")
    dress = " ".join(["st-passage", *(f"st-passage--{safe_id(name)}" for name in block.css.split())])
    anchor = f' id="{safe_id(block.id)}"' if block.id else ""
    opening = f'<div class="{dress}"{anchor}{" data-pagefind-ignore" if hidden else ""}'
    below = _cited_in(page, cited)
    match = HEADING.match(text)
    if match:
        level = levels.get(len(match.group(1)), 4)
        # The anchor stands on the box: search names passages by the page's heading, which alone has an id.
        return f"{opening}><h{level}>{html(plain(text))}</h{level}>{below}</div>"
    if is_table(text):
        return f"{opening}>{table(text, row_heads='row-heads' in block.css.split())}{below}</div>"
    if "figure" in block.css.split():
        return f"{opening}>{_figure(text)}{below}</div>"
    marked = mark(text, [c.words for c in cited if c.words])
    return f'{opening} markdown="1">\n\n{marked}\n\n{below}\n\n</div>'


def _figure(text: str) -> str:
    """A figure of the paper: its caption, and the words inside it folded."""
    caption, _, inside = plain(text).partition("In the figure: ")
    # "Figure: Figure 2: Lamps by year": the caption says it itself.
    caption = re.sub(r"^Figure: (?=(?:Figure|Fig\.?|Chart|Graph|Map|Diagram)\b)", "", caption)
    words = f"<details><summary>Words in the figure</summary><p>{html(inside)}</p></details>" if inside else ""
    return f"<p>{html(caption.strip())}</p>{words}"


def _cited_in(page: str, cited: Sequence[Citation]) -> str:
    others = list({c.address: c for c in cited if c.address != page}.values())
    if not others:
        return ""
    back = ", ".join(link(page, c.address, c.title) for c in others[:MOST_CITING])
    more = f" and {len(others) - MOST_CITING} more" if len(others) > MOST_CITING else ""
    return f'<p class="st-cites" data-pagefind-ignore>Cited in {back}{more}</p>'


def mark(markdown: str, quotes: Sequence[str]) -> str:
    """The Markdown with the quoted words inside ``<mark>``; a quote that is not found marks nothing."""
    letters, places = _letters(markdown)
    spans: list[tuple[int, int]] = []
    for quote in dict.fromkeys(quotes):
        wanted = "".join(c for c in quote.lower() if c.isalnum())
        at = letters.find(wanted) if wanted else -1
        if at >= 0:
            spans.append(_whole_words(markdown, places[at][0], places[at + len(wanted) - 1][1]))
    out, last = [], 0
    for start, end in _merged(spans):
        inside = markdown[start:end]
        if MARKS.search(inside) or "[" in inside or "\n\n" in inside:
            continue
        out += [markdown[last:start], "<mark>", inside, "</mark>"]
        last = end
    return "".join(out) + markdown[last:]


def _whole_words(markdown: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without half words: signs such as "£", "%" and the full stop belong to it."""
    while end < len(markdown) and markdown[end] in "%.,;:!?)”’":
        end += 1
    while start and markdown[start - 1] in "£$(“‘+-−":
        start -= 1
    return start, end


def _letters(markdown: str) -> tuple[str, list[tuple[int, int]]]:
    """Letters and digits of the Markdown in lower case, with the place of each in it."""
    letters, places, at = [], [], 0
    while at < len(markdown):
        entity = ENTITY.match(markdown, at)
        if entity:
            at = entity.end()
            continue
        for letter in markdown[at].lower():
            if letter.isalnum():
                letters.append(letter)
                places.append((at, at + 1))
        at += 1
    return "".join(letters), places


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cells(line: str) -> list[str]:
    pieces = PIPE.split(line.strip())
    if pieces and not pieces[0].strip():
        pieces = pieces[1:]
    if pieces and not pieces[-1].strip():
        pieces = pieces[:-1]
    return [_words(piece.replace("<br>", " / ")) for piece in pieces]


def _is_numeric(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text.strip()]
    return bool(filled) and sum(bool(NUMERIC.match(text)) for text in filled) * 2 > len(filled)


def _dress(right: bool) -> str:
    return ' class="n"' if right else ""
