"""What the papers report under a promise: their text, drawn in by reference from the pages of the parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.records import Evidence, Source
from tracker.site.book import Book
from tracker.site.page import heading, joined
from tracker.site.passages import ATTRIBUTES, HEADING, is_table, plain, sentence_with, table
from tracker.site.site_paper import TextBlock
from tracker.site.text import clipped, counted, html, link, safe_id, way

BESIDE = re.compile(r"\]\(#(p\d+-\d+)\)")
MOST_OPEN = 12
"""Passages in sight; what is reported beyond them stands folded."""
SENTENCE_ENDS = (".", "!", "?", "…", ";")
SHORTEST_SENTENCE = 40
"""Letters below which a block is a label rather than a report."""


def evidence_section(
    book: Book, here: str, evidence: Sequence[Evidence], title: str, *, listed: Collection[str] = ()
) -> str:
    """The section with the text of all evidence, "" where there is none. What is in ``listed`` stands on the page
    already (the outcomes of a priority) and is not drawn in again."""
    known = {_letters(words) for words in listed}
    pieces = [_drawn_in(book, here, one, known) for one in evidence]
    shown = [piece for piece in pieces if piece]
    return joined(heading(title, "reported"), *shown) if shown else ""


@dataclass(frozen=True)
class Telling:
    """The passage that says most plainly what came of a promise: its opening, and where it stands."""

    words: str
    address: str
    where: str

    def html(self, here: str) -> tuple[str, str]:
        """The words as a quotation, and the link to their place."""
        return f"<p>“{html(self.words)}”</p>", link(here, self.address, self.where)


def telling(book: Book, evidence: Sequence[Evidence], length: int = 200) -> Telling | None:
    """The first sentence with a figure of a named time, else with any figure, else the first sentence; None where
    there is none. Residents' own words and case studies are no report of what came of a promise, passed or not."""
    plainly: Telling | None = None
    undated: Telling | None = None
    for one in evidence:
        if one.part not in book.parts:
            continue
        paper = book.parts[one.part].paper
        for block in book.evidence_blocks(one):
            if is_table(block.markdown) or _is_label(block) or "testimony" in block.css.split():
                continue
            at = Source(paper=paper, page=block.page, block=block.id)
            address, where = _address(one, block), book.short_place(at)
            for figure in book.figures_in.get((paper, block.id), ()):
                if len(figure.quote) >= SHORTEST_SENTENCE and figure.measure != "change":
                    # A whole sentence is taken as it is: the page's text also has the marks of its notes.
                    whole = figure.quote
                    if not whole.endswith(SENTENCE_ENDS):
                        whole = sentence_with(block.markdown, figure.quote) or whole
                    told = Telling(clipped(whole, length), address, where)
                    if figure.period_end:
                        return told
                    undated = undated or told
            words = plain(block.markdown)
            if plainly is None and len(words) >= SHORTEST_SENTENCE and words.endswith(SENTENCE_ENDS):
                plainly = Telling(clipped(words, length), address, where)
    return undated or plainly


def _drawn_in(book: Book, here: str, one: Evidence, known: Collection[str]) -> str:
    blocks = [block for block in book.evidence_blocks(one) if _letters(plain(block.markdown)) not in known]
    if all(_is_label(block) for block in blocks) or one.part not in book.parts:
        return ""
    quotes = [_quoted(here, one, block, hidden=book.is_held(one.part, block)) for block in blocks]
    more = ""
    if len(quotes) > MOST_OPEN:
        words = counted(len(quotes) - MOST_OPEN, "more passage")
        folded = "\n\n".join(quotes[MOST_OPEN:])
        more = f'<details class="st-flow" markdown="1"><summary>{words}</summary>\n\n{folded}\n\n</details>'
    pages = {_printed(book, one, block): block for block in reversed(blocks)}
    links = [link(here, _address(one, block), f"page\u00a0{printed}") for printed, block in reversed(pages.items())]
    section = f", “{html(_section(book, one))}”" if _section(book, one) else ""
    source = f'<p class="st-small">{html(book.parts[one.part].title)}{section}, {", ".join(links)}</p>'
    first = "\n\n".join(quotes[:MOST_OPEN])
    return f'<div class="st-quote st-flow" markdown="1">\n\n{first}\n\n{more}\n\n</div>\n\n{source}'


def _section(book: Book, one: Evidence) -> str:
    """The heading that the evidence stands under: ``section`` names its passage, or is its words."""
    named = book.blocks.get((one.part, one.section))
    return clipped(plain(named.markdown) if named else one.section, 90)


def _quoted(here: str, one: Evidence, block: TextBlock, *, hidden: bool) -> str:
    """A block as it is drawn into another page: a heading becomes bold words, its id stays at home, and links to
    passages beside it (footnotes) lead to the part's page."""
    text = ATTRIBUTES.sub("", block.markdown).strip("\n")
    text = BESIDE.sub(lambda found: f"]({way(here, f'papers/{safe_id(one.part)}/#{found[1]}')})", text)
    match = HEADING.match(text)
    if is_table(text):
        shown = table(text)
    elif match:
        shown = f"**{text[match.end() :].strip()}**"
    else:
        shown = text
    return f'<div data-pagefind-ignore markdown="1">\n\n{shown}\n\n</div>' if hidden else shown


def _letters(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())


def _is_label(block: TextBlock) -> bool:
    return bool(HEADING.match(block.markdown.lstrip())) or block.css in {"figure", "caption", "footnote"}


def _printed(book: Book, one: Evidence, block: TextBlock) -> str:
    paper = book.papers.get(book.parts[one.part].paper)
    return paper.printed(block.page) if paper else str(block.page)


def _address(one: Evidence, block: TextBlock) -> str:
    return f"papers/{safe_id(one.part)}/#{safe_id(block.id)}"
