"""What contributors and their editors are told about fields, made from the one table of their meaning.

In: the page models and ``MEANING``. Out: the tables of CONTRIBUTING.md and JSON Schemas; a test holds that what is
committed is what this makes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tracker.pages.field_meanings import MEANING
from tracker.pages.fields import PAGE_KINDS, PEOPLES, ObservationRow, PaperPage, page_schema
from tracker.pages.rows import COLUMNS
from tracker.records import PaperSettings, Record, TrackerSettings

GUIDE_START, GUIDE_END = "<!-- fields -->", "<!-- end of fields -->"

SETTINGS_MEANING: dict[str, str] = {
    "id": "The paper's lasting name in addresses; without it the file's name. Set it once.",
    "title": "The paper's name, where the print has none or a poor one.",
    "kind": "What it is: agenda pack, minutes, annual report, strategy, dashboard, foi answer and so on.",
    "date": "Its day, year-month-day.",
    "status": "draft, adopted, superseded or withdrawn.",
    "status_reason": "Why, in a sentence.",
    "board": "For settings of a paper: the board it is of, when it is another's. In tracker.yml: the tracker's board.",
    "address": "Where the paper is published.",
    "licence": "The licence its publisher states; “not stated” until one does.",
    "host": "true: the site holds a copy of the PDF, without what is held back. false: it links to address.",
    "reading_copy": "true: not the published paper; every page says so and search engines are asked to stay away.",
    "leave_out": "Pages of the file (12, 40-42) that are neither read into pages nor shown.",
    "embargo": "The day before which nothing of it is to be published.",
    "place": "The area whose figures are the tracker's own; figures of others are told apart.",
    "site_name": "The name at the top of the site.",
    "site_url": "The site's public address (https://example.org/tracker/), which lasting links and the feed name.",
    "repository": "The public address of the code host's project, for reports of mistakes when there is no mailbox.",
    "words_for_priority": "What the board calls the first level below a strategy.",
    "words_for_outcome": "What it calls the second level.",
    "mailboxes": "E-mail addresses and network names (@SaferTown) of organisations; all others are held back.",
    "telephones": "Telephone numbers of organisations that may be shown; all others are held back.",
    "people": "Members and senior officers who may be named even where a paper does not say who they are (“Jo Reed”).",
}


def guide_tables() -> str:
    """The tables of all kinds of pages, Markdown."""
    pieces = []
    for kind, model in PAGE_KINDS.items():
        names = list((PaperPage if kind == "papers" else model).model_fields)
        title = str(model.model_config.get("title"))
        where = f"docs/{kind}.md" if kind in ("forward-plan", "terms") else f"docs/{kind}/"
        pieces.append(f"### {title} (`{where}`)\n\n" + _table(kind, names))
    pieces.append("### A row of figures (`docs/indicators/*.csv`)\n\n" + _table("rows", list(COLUMNS)))
    nested = sorted(_nested_names() - {name for model in PAGE_KINDS.values() for name in model.model_fields})
    pieces.append("### Inside lists\n\n" + _table("", nested))
    for title, settings in (("A paper (`source_papers/X.yml`)", PaperSettings), ("`tracker.yml`", TrackerSettings)):
        rows = "".join(f"| `{name}` | {SETTINGS_MEANING[name]} |\n" for name in settings.model_fields)
        pieces.append(f"### {title}\n\n| Field | Meaning |\n| --- | --- |\n{rows}")
    return "\n".join(pieces)


def with_tables(guide: str) -> str:
    """The guide with its tables brought up to date."""
    before, _, rest = guide.partition(GUIDE_START)
    _, _, after = rest.partition(GUIDE_END)
    return f"{before}{GUIDE_START}\n\n{guide_tables()}\n{GUIDE_END}{after}"


def schemas() -> dict[str, str]:
    """File name → JSON Schema text, for every kind of page and of settings file."""
    made = {f"{kind}.json": _text(page_schema(model)) for kind, model in PAGE_KINDS.items()}
    for name, model in (("paper.json", PaperSettings), ("tracker.json", TrackerSettings)):
        schema = model.model_json_schema()
        schema.pop("description", None)
        for field, held in schema["properties"].items():
            held["description"] = SETTINGS_MEANING[field]
        made[name] = _text(schema)
    return made


def examples(guide: str) -> Iterator[tuple[str, str]]:
    """The examples of the guide: the file each is for (its first line, a comment) and its lines."""
    for block in re.findall(r"^```(?:yaml|csv)\n(.*?)^```", guide, re.DOTALL | re.MULTILINE):
        first, _, rest = block.partition("\n")
        yield first.removeprefix("#").strip(), rest


def _table(kind: str, names: list[str]) -> str:
    rows = "".join(f"| `{name}` | {_who(kind, name)} | {MEANING[name]} |\n" for name in names)
    return f"| Field | Filled by | Meaning |\n| --- | --- | --- |\n{rows}"


def _who(kind: str, name: str) -> str:
    machines = (kind == "strategies" and name == "status") or (not kind and name in ("field", "now", "by", "on"))
    if not kind:
        return "people" if machines else "reading"
    return "people" if name in PEOPLES and not machines else "reading"


def _nested_names() -> set[str]:
    """Fields of the records that stand inside lists of pages."""
    names: set[str] = set()
    models: list[type[Record]] = [*PAGE_KINDS.values(), ObservationRow]
    for model in models:
        for definition in page_schema(model).get("$defs", {}).values():
            names.update(definition.get("properties", {}))
    return names


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
