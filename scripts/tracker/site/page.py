"""A page of the site before the builder has rendered it: where it is, what it says of itself, its Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from tracker.site.text import clipped, html, link, markdown

CELL_END = re.compile(r"(?<=</t[dhr]>)(?=<)|(?<=</d[td]>)(?=<)|(?<=</caption>)(?=<)")
"""Where two cells meet: the search index would take their words for one."""


@dataclass(frozen=True)
class Page:
    """``address`` is from the root ("indicators/x/", "" for home); ``body`` is Markdown; ``meta`` goes to the template.

    ``index`` marks a page that has pages below its address, so that its file is ``index.md`` in a folder.
    """

    address: str
    title: str
    section: str
    body: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    index: bool = False

    @property
    def file(self) -> str:
        """Its path below the builder's ``docs`` folder."""
        if not self.address or self.index:
            return f"{self.address}index.md"
        return f"{self.address.rstrip('/')}.md"

    def text(self) -> str:
        """Front matter and body, as written into the build folder."""
        front: dict[str, Any] = {"title": self.title, "st": {"section": self.section, "title": self.title, **self.meta}}
        if self.description:
            front["description"] = clipped(self.description, 300)
        return f"{front_matter(front)}\n{CELL_END.sub(' ', self.body).strip()}\n"


# The YAML writer in C, where it is there: pure Python takes longer over these lines than all else takes over a page.
_WRITER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def front_matter(front: Mapping[str, Any]) -> str:
    """Fields between the two fences that begin a page, for the builder."""
    dumped = yaml.dump(dict(front), Dumper=_WRITER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}---\n"


def index_page(
    address: str, title: str, section: str, lede: str, body: str, *, folder: bool = False, searched: bool = False
) -> Page:
    """A list of pages. ``folder`` when pages stand below its address; ``searched`` when it says what no page says."""
    meta = {"kind": "index", "lede": lede, "crumbs": crumbs(), "unsearched": not searched}
    return Page(address, title, section, body, meta | search_names("List"), lede, folder)


def search_names(kind: str, papers: Sequence[str] = (), **tells: str) -> dict[str, Any]:
    """How search names and filters a page: its kind, the titles of the papers it draws on, other things it tells."""
    told = {"kind": kind, "paper": ", ".join(papers), **tells}
    return {
        "filters": {"kind": [kind], "paper": list(papers)},
        "tells": {key: text for key, text in told.items() if text},
    }


def crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The path above a page, from (title, address) pairs; home is put before."""
    return [{"title": "Home", "url": "."}, *({"title": clipped(title, 60), "url": url} for title, url in steps)]


def heading(title: str, key: str, level: int = 2) -> str:
    """A heading with an id of its own, in Markdown; ``title`` is text."""
    return f"{'#' * level} {markdown(title)} {{: #{key} }}"


def bullets(items: Sequence[str]) -> str:
    """A list whose items are HTML already."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def facts(*pairs: tuple[str, str] | tuple[str, str, str]) -> list[dict[str, str]]:
    """The line of facts under a heading: (term, text) or (term, text, address); pairs without text are left out."""
    return [
        {"term": pair[0], "text": pair[1], **({"url": pair[2]} if len(pair) == 3 else {})} for pair in pairs if pair[1]
    ]


def rows(page: str, items: Sequence[tuple[str, str, str, str, str]], *, wide: bool = False) -> str:
    """The list of things with a number, a linked heading, a line and its sources.

    Each item: number, words for screen readers before the title, title, address, HTML below the title.
    """
    made = [
        f'<li><span class="st-no" aria-hidden="true">{html(number)}</span>'
        f"<h3>{link(page, address, title, hidden=hidden)}</h3>{below}</li>"
        for number, hidden, title, address, below in items
    ]
    dress = (" st-rows--wide" if wide else "") + (" st-rows--long" if any(len(item[0]) > 3 for item in items) else "")
    return f'<ol class="st-rows{dress}">{"".join(made)}</ol>' if made else ""


def summary_list(pairs: Sequence[tuple[str, str]]) -> str:
    """A list of terms with HTML beside them; pairs without content are left out."""
    made = "".join(f"<div><dt>{html(term)}</dt><dd>{content}</dd></div>" for term, content in pairs if content)
    return f'<dl class="st-sum">{made}</dl>' if made else ""


def data_table(
    label: str, caption: str, head: Sequence[str], body: str, *, right: Collection[int] = (), css: str = ""
) -> str:
    """A table in a box that scrolls by itself and can be reached by keyboard.

    ``label`` (text) names the box, ``caption`` is HTML, ``head`` are the names of the columns (text), ``body`` is HTML:
    rows, or whole ``<tbody>``; the columns in ``right`` hold numbers.
    """
    cells = "".join(
        f'<th scope="col"{" class=n" if i in right else ""}>{html(name)}</th>' if name else "<td></td>"
        for i, name in enumerate(head)
    ).replace("class=n", 'class="n"')
    rows = body if body.startswith("<tbody") else f"<tbody>{body}</tbody>"
    dress = f' class="{css}"' if css else ""
    named = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<div class="st-scroll" tabindex="0" role="group" aria-label="{html(label)}"><table{dress}>{named}'
        f"<thead><tr>{cells}</tr></thead>{rows}</table></div>"
    )


def stacked_row(name: str, cells: Mapping[str, str], *, key: str = "") -> str:
    """A row of a :func:`stacked_table`: ``name`` and the cells by column are HTML, ``key`` is the row's id.

    Roles are named, since the phone's layout takes a table's own away.
    """
    made = "".join(
        f'<td role="cell" data-label="{html(column)}"><span>{cell}</span></td>' if cell else '<td role="cell"></td>'
        for column, cell in cells.items()
    )
    known = f' id="{html(key)}"' if key else ""
    return f'<tr role="row"{known}><th scope="row" role="rowheader">{name}</th>{made}</tr>'


def stacked_table(
    caption: str, head: Sequence[str], rows: Sequence[str], *, css: str = "", hidden: bool = False
) -> str:
    """A table of words whose rows become blocks on a phone, each cell under the name of its column.

    ``caption`` and ``head`` are text, ``rows`` from :func:`stacked_row`; ``hidden`` shows the caption to screen readers
    alone.
    """
    columns = "".join(f'<th scope="col" role="columnheader">{html(name)}</th>' for name in head)
    unseen = ' class="st-vh"' if hidden else ""
    return (
        f'<table class="st-stack{f" {css}" if css else ""}" role="table"><caption{unseen}>{html(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def joined(*blocks: str) -> str:
    """Blocks of Markdown or HTML with an empty line between; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)
