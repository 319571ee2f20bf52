"""Untrusted text on pages shows as exactly that text, whatever it holds."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.pages.markdown_text import escape, escape_cell, escape_heading, fold, link_address, runs_to_markdown
from tracker.pages.passages import Body, passages_of, read_body, with_gaps
from tracker.records import Block, Cell, Label, Part, Run
from tracker.site.passages import plain, table

EXTENSIONS = ["attr_list", "tables", "footnotes", "abbr", "def_list", "admonition", "md_in_html"]
"""More than the site turns on: nothing of a paper's text may wake any of them."""

TRICKY = st.text(alphabet=st.sampled_from(list("ab1. \\`*_{}[]()#+-!:|<>&;~=^$%@\"'/?\n\t,£x\xa0")), max_size=25)
TEXT = TRICKY | st.text(max_size=15)


class Shown(HTMLParser):
    """The text and the tags of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words).strip()

    @property
    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def shown(source: str) -> Shown:
    return Shown(markdown.markdown(source, extensions=EXTENSIONS))


@settings(deadline=None, max_examples=400)
@given(TEXT)
def test_a_paragraph_shows_its_text_and_nothing_else(text: str) -> None:
    if not fold(text):
        return
    page = shown(escape(text) + "\n{: #p1-1 }\n")
    assert page.text == fold(text)
    assert page.tags == [("p", {"id": "p1-1"})]


@settings(deadline=None, max_examples=400)
@given(TEXT)
def test_the_site_reads_back_what_was_escaped(text: str) -> None:
    words = " ".join(fold(text).split())
    if not words:
        return
    assert plain(escape(text)) == words
    assert plain(f"## {escape_heading(text)} {{: #p1-1 }}") == words
    cells = Shown(table(f"| Ward | {escape_cell(text)} |\n| --- | --- |\n| Hill | {escape_cell(text)} |"))
    assert "".join(cells.words) == f"Ward{words}Hill{words}"


@pytest.mark.parametrize("text", ["text {: #p1-1 }", "{: #p1-1 .table }", "a \\{: #p1-1 }"])
def test_an_id_in_the_papers_own_words_is_none(text: str) -> None:
    blocks = [Block(id=f"p1-{n}", kind=kind, text=text, depth=1) for n, kind in ((8, "paragraph"), (9, "list_item"))]
    written = "\n\n".join(passage.text for passage in passages_of(blocks))
    body = read_body(f"<!-- from the paper -->\n\n{written}\n\n<!-- end -->")
    assert [passage.id for passage in body.passages] == ["p1-8", "p1-9"]


def test_a_passage_under_a_new_id_keeps_its_links() -> None:
    (passage,) = read_body("<!-- from the paper -->\nSee [1](#p1-12).\n{: #p1-1 }\n<!-- end -->").passages
    assert passage.with_id("p9-9").text == "See [1](#p1-12).\n{: #p9-9 }"


@settings(deadline=None, max_examples=300)
@given(TEXT)
def test_a_heading_shows_its_text_and_nothing_else(text: str) -> None:
    if not fold(text):
        return
    page = shown(f"## {escape_heading(text)} {{: #p1-1 }}\n")
    assert page.text == fold(text)
    assert page.tags == [("h2", {"id": "p1-1"})]


@settings(deadline=None, max_examples=300)
@given(st.lists(TEXT.filter(fold), min_size=1, max_size=4), st.lists(st.integers(1, 3), min_size=4, max_size=4))
def test_list_items_stay_items_with_their_ids(texts: list[str], depths: list[int]) -> None:
    blocks = [
        Block(id=f"p1-{i}", kind="list_item", text=fold(text), depth=depth, marker="•")
        for i, (text, depth) in enumerate(zip(texts, depths, strict=False))
    ]
    source = Body("", with_gaps(passages_of(blocks)), has_region=True).text()
    page = shown(f"Before\n\n{source}\n\nAfter\n")
    assert page.text.split() == ["Before", *" ".join(map(fold, texts)).split(), "After"]
    assert [attributes["id"] for tag, attributes in page.tags if tag == "li"] == [block.id for block in blocks]
    assert set(page.names) <= {"p", "ul", "li"}


@settings(deadline=None, max_examples=300)
@given(st.lists(TEXT, min_size=4, max_size=4))
def test_cells_stay_in_their_cells(texts: list[str]) -> None:
    a, b, c, d = (escape_cell(text) for text in texts)
    page = shown(f"| {a} | {b} |\n| --- | --- |\n| {c} | {d} |\n")
    assert page.text.split() == " ".join(map(fold, texts)).split()
    assert page.names == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]


LINKS = ["", "", "https://a.b/c?d=e&copy;(x)", "javascript:alert(1)", "mailto:a@b.c", "http://x y", "data:text/html,x"]
RUNS = st.builds(Run, text=TEXT, bold=st.booleans(), italic=st.booleans(), link=st.sampled_from(LINKS))


@settings(deadline=None, max_examples=500)
@given(st.lists(RUNS, min_size=1, max_size=4))
def test_runs_show_their_text_and_lead_only_to_web_pages(runs: list[Run]) -> None:
    whole = fold("".join(run.text for run in runs))
    if not whole:
        return
    page = shown(runs_to_markdown(runs) + "\n{: #p1-1 }\n")
    assert page.text == whole
    assert set(page.names) <= {"p", "strong", "em", "a"}
    assert all((a["href"] or "").startswith("https://a.b/") for tag, a in page.tags if tag == "a")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Less than 5", "Less than 5"),
        ("£1.2m (12.5%), up - see 4.1", "£1.2m (12.5%), up - see 4.1"),
        ("AT&T < 5 & more", "AT&T < 5 & more"),
        ("snake_case stays", "snake_case stays"),
        ("4.1 The report", "4.1 The report"),
        ("4. The report", "4\\. The report"),
        ("- 3%", "\\- 3%"),
        ("{{ secret }} {% x %}", "\\{\\{ secret }} \\{% x %}"),
        ("<script>", "&lt;script>"),
        ("&copy;", "&amp;copy;"),
        (":smile:", "&#58;smile:"),
        ("--8<-- 'x'", "\\--8&lt;-- 'x'"),
    ],
)
def test_only_what_needs_it_is_escaped(text: str, source: str) -> None:
    assert escape(text) == source


def test_dress_and_links() -> None:
    runs = [Run(text="See "), Run(text="the page", link="https://example.org/a b"), Run(text=" or ")]
    runs += [Run(text="this", link="https://example.org/x"), Run(text=" "), Run(text="now", bold=True)]
    assert runs_to_markdown(runs) == "See the page or [this](https://example.org/x) **now**"


def test_mail_links_only_to_allowed_mailboxes() -> None:
    assert link_address("mailto:Team@council.gov", ["team@council.gov"]) == "mailto:Team@council.gov"
    assert link_address("mailto:jo@home.org", ["team@council.gov"]) == ""
    assert link_address("https://user:word@host.org/") == ""
    assert link_address("/etc/passwd") == link_address("file:///etc/passwd") == ""


def test_all_kinds_of_blocks_with_their_ids() -> None:
    here = Part(page=3, bbox=(0, 0, 1, 1))
    rows = (
        (Cell(text="2019", colspan=2), None),
        (Cell(text="April"), Cell(text="May")),
        (Cell(text="1|2"), Cell(text="")),
    )
    blocks = [
        Block(id="p3-1", kind="heading", text="Aims", number="3.1", level=1),
        Block(id="p3-2", kind="paragraph", text="Crime fell.", runs=(Run(text="Crime fell."), Run(text="1", note="1"))),
        Block(id="p3-3", kind="list_item", text="one", depth=1, marker="(a)"),
        Block(id="p3-4", kind="table", rows=rows, header_rows=2, caption="By month"),
        Block(id="p3-5", kind="figure", caption="Chart 1", labels=(Label(text="[12]", part=here),)),
        Block(id="p3-6", kind="footnote", text="Source: police.", note="1"),
        Block(id="p3-7", kind="furniture", text="Page 3", role="page_number"),
    ]
    source = Body("", passages_of(blocks), has_region=True, lead="\n\n").text()
    assert source == (
        "<!-- from the paper -->\n\n"
        "## 3.1 Aims {: #p3-1 }\n\n"
        "Crime fell.[1](#p3-6)\n{: #p3-2 }\n\n"
        "- (a) one\n    {: #p3-3 .marked }\n\n"
        "Table: By month\n{: #p3-4 .table }\n\n| April 2019 | May 2019 |\n| --- | --- |\n| 1\\|2 |  |\n\n"
        "Figure: Chart 1. In the figure: \\[12]\n{: #p3-5 .figure }\n\n"
        "1 Source: police.\n{: #p3-6 .footnote }\n\n"
        "<!-- end -->"
    )
    body = read_body(source)
    assert [p.id for p in body.passages] == ["p3-1", "p3-2", "p3-3", "p3-4", "p3-5", "p3-6"]
    assert body.passages[3].css == "table" and body.passages[3].markdown.startswith("Table: By month")
    assert body.passages[2].markdown == "- (a) one"


REGION = st.text(alphabet=st.sampled_from(list("ab-|#{: }\n.p1")), max_size=80)


@settings(deadline=None, max_examples=500)
@given(REGION, REGION, REGION)
def test_a_body_read_is_the_body_written(before: str, inner: str, after: str) -> None:
    text = f"{before}<!-- from the paper -->{inner}<!-- end -->{after}"
    assert read_body(text).text() == text


@pytest.mark.parametrize("body", ["<!-- end -->", "<!-- from the paper -->", "<!-- end --><!-- from the paper -->"])
def test_a_missing_mark_is_a_fault(body: str) -> None:
    with pytest.raises(ValueError, match="from the paper"):
        read_body(body)
