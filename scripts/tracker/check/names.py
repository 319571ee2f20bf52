"""Ids, file names and former addresses: each names one page."""

from __future__ import annotations

import re

from tracker.pages.doc_pages import DocPage, Docs
from tracker.pages.faults import Fault, nearest
from tracker.pages.field_meanings import MEANING
from tracker.pages.folder import former_address


def name_faults(docs: Docs) -> list[Fault]:
    """Doubled ids, moved pages without ``formerly``, ``formerly`` that clashes, fields that look misspelt."""
    faults: list[Fault] = []
    first: dict[tuple[str, str], DocPage] = {}
    for page in docs.pages:
        other = first.setdefault((page.kind, page.id), page)
        if other is not page:
            faults.append(_at(page, "id", f"“{page.id}” is the id of {other.file} too", "give each page its own id"))
    faults += _former(docs)
    for page in docs.pages:
        faults += _moved(page)
        faults += _misspelt(page)
        faults += _passages(page, {fault.file for fault in docs.faults})
    return faults


def _at(page: DocPage, field: str, wrong: str, remedy: str) -> Fault:
    return Fault(page.file, page.lines.get(field, 1), field, wrong, remedy)


def _former(docs: Docs) -> list[Fault]:
    faults = []
    present = {page.address: page for page in docs.pages}
    claimed: dict[str, DocPage] = {}
    for page in docs.pages:
        for place in page.formerly:
            address = former_address(place, page.kind)
            if address == page.address:
                faults.append(_at(page, "formerly", f"names this page's own address {address}", "take it out"))
            elif address in present:
                wrong = f"names {address}, which is a page today"
                faults.append(_at(page, "formerly", wrong, f"take it out, or move {address}.md away"))
            elif address in claimed:
                wrong = f"names {address}, and so does {claimed[address].file}"
                faults.append(_at(page, "formerly", wrong, "keep it on the page the old address should lead to"))
            claimed.setdefault(address, page)
    return faults


def _moved(page: DocPage) -> list[Fault]:
    name = page.address.rsplit("/", 1)[-1]
    if name == page.id or any(former_address(p, page.kind) == f"{page.kind}/{page.id}" for p in page.formerly):
        return []
    if any(former_address(place, page.kind).rsplit("/", 1)[-1] == name for place in page.formerly):
        return []
    wrong = f"is “{page.id}”, but the file is called {name}.md"
    if not re.fullmatch(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", page.id):
        return [_at(page, "id", wrong, f"write {name} again: an id is set once, in lower case with hyphens")]
    moved = f"if the page was moved, add “formerly: [{page.kind}/{page.id}]”"
    return [_at(page, "id", wrong, f"the two must agree: undo the one you changed; {moved}")]


def _misspelt(page: DocPage) -> list[Fault]:
    known = [*type(page.record).model_fields]
    faults = []
    for path in page.lines:
        name = path.rsplit(".", 1)[-1].split("[")[0]
        if name in MEANING or path.endswith("]"):
            continue
        guess = nearest(name, known if "." not in path else list(MEANING))
        if guess:
            faults.append(_at(page, path, "is no field", f"did you mean “{guess}”?"))
    return faults


def _passages(page: DocPage, told: set[str]) -> list[Fault]:
    faults = []
    seen: set[str] = set()
    for block in page.blocks:
        if block.id and block.id in seen:
            wrong = f"“{{: #{block.id} }}” stands twice on this page"
            faults.append(Fault(page.file, block.line, "", wrong, "take the mark off the passage you added"))
        seen.add(block.id)
    if page.kind == "papers" and not (page.left_out or page.has_region or page.file in told):
        wrong = "lacks the marks “<!-- from the paper -->” and “<!-- end -->”"
        faults.append(Fault(page.file, 0, "", wrong, "put them back round the paper's text"))
    return faults
