"""References: what a page names by id is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tracker.pages.doc_pages import DocPage, Docs
from tracker.pages.faults import Fault, nearest
from tracker.pages.folder import csv_of

ROW = "row of a figure"


def reference_faults(docs: Docs, other_papers: frozenset[str]) -> list[Fault]:
    """Ids on pages that lead nowhere. An id that a page had ``formerly`` leads to that page."""
    ids: dict[str, set[str]] = {}
    for page in docs.pages:
        ids.setdefault(page.kind, set()).add(page.id)
        ids[page.kind].update(place.strip("/").rsplit("/", 1)[-1].removesuffix(".md") for place in page.formerly)
    # A page that cannot be read is told once; what names it is not at fault.
    for kind, _, rest in (fault.file.removesuffix(".md").partition("/") for fault in docs.faults):
        ids.setdefault(kind, set()).add(rest)
    promises = ids.get("priorities", set()) | ids.get("outcomes", set()) | ids.get("strategies", set())
    observations = {row.id for rows in docs.rows.values() for row in rows}
    parts = ids.get("papers", set())
    blocks = {page.id: {block.id for block in page.blocks} for page in docs.pages if page.has_region}
    known: dict[str, tuple[set[str], str]] = {
        "strategy": (ids.get("strategies", set()), "strategy"),
        "priority": (ids.get("priorities", set()), "priority"),
        "relates_to": (promises, "strategy, priority or outcome"),
        "answers": (promises, "strategy, priority or outcome"),
        "part": (parts, "part of a paper"),
        "minutes_part": (parts, "part of a paper"),
        "replaced_by": (ids.get("indicators", set()), "indicator"),
        "same_as": (ids.get("indicators", set()), "indicator"),
        "indicator": (ids.get("indicators", set()), "indicator"),
        "from_observation": (observations, ROW),
        "to_observation": (observations, ROW),
    }
    faults = []
    unread = {fault.file for fault in docs.faults}
    for page in docs.pages:
        for path, name, text in _texts(page.fields):
            if name in known and text:
                there, what = known[name]
                lost = what == ROW and csv_of(page.file) in unread
                if text not in there and not lost:
                    faults.append(_unknown(page, path, text, what, there))
            elif name in ("source", "sources", "question_source", "answer_source"):
                faults += _place(page, path, text, parts | other_papers)
        faults += _evidence(page, blocks)
        for name in ("passed", "checked_blocks"):
            for place, passage in enumerate(page.fields.get(name) or []):
                if passage not in blocks.get(page.id, set()):
                    faults.append(_unknown(page, f"{name}[{place}]", str(passage), "passage of this page", set()))
    return faults


def _texts(value: Any, path: str = "", name: str = "") -> Iterator[tuple[str, str, str]]:
    """Each text of a front matter with its path and the field it stands in."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _texts(held, f"{path}.{key}" if path else key, key)
    elif isinstance(value, list):
        for place, held in enumerate(value):
            yield from _texts(held, f"{path}[{place}]", name)
    elif isinstance(value, str):
        yield path, name, value


def _unknown(page: DocPage, path: str, text: str, what: str, there: set[str]) -> Fault:
    guess = "" if what == ROW else nearest(text, sorted(there))
    lead = f"did you mean “{guess}”? Else " if guess else ""
    remedy = f"{lead}write the id of one that is there, bring back the one that was, or take it out"
    return Fault(page.file, page.lines.get(path, 1), path, f"names “{text}”, which is no {what} here", remedy)


def _place(page: DocPage, path: str, text: str, papers: set[str] | frozenset[str]) -> list[Fault]:
    paper = re.split(r",", text, maxsplit=1)[0]
    return [] if paper in papers else [_unknown(page, path, paper, "paper", set(papers))]


def _evidence(page: DocPage, blocks: dict[str, set[str]]) -> list[Fault]:
    faults = []
    for place, evidence in enumerate(page.fields.get("evidence") or []):
        if not isinstance(evidence, dict) or evidence.get("part") not in blocks:
            continue
        there = blocks[evidence["part"]]
        for block in evidence.get("blocks") or []:
            if block not in there:
                path = f"evidence[{place}].blocks"
                wrong = f"names passage {block}, which is not on the page of {evidence['part']}"
                faults.append(
                    Fault(page.file, page.lines.get(path, 1), path, wrong, "write one that is, or take it out")
                )
    return faults
