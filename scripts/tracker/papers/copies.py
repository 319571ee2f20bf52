"""A copy of a paper for readers of the site, without the pages that people left out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pymupdf

LEFT_OUT = "This page was left out of the copy shown here."


def copy_without(path: Path, target: Path, pages: Collection[int]) -> None:
    """Write the PDF at ``path`` to ``target`` with an empty page in the place of each of ``pages`` (counted from 1).

    The other pages keep their numbers. Bookmarks that lead to a page left out, and the document's own description, go
    too. The same input gives the same bytes.
    """
    with pymupdf.open(path) as document:
        gone = {page for page in pages if 1 <= page <= document.page_count}
        contents = [entry for entry in document.get_toc(simple=True) if entry[2] not in gone]
        for page in sorted(gone):
            size = document[page - 1].rect
            document.delete_page(page - 1)
            empty = document.new_page(page - 1, width=size.width, height=size.height)
            empty.insert_text((72, 72), LEFT_OUT, fontsize=11)
        document.set_toc(_levels_in_steps(contents))
        document.set_metadata({})
        document.del_xml_metadata()
        document.save(target, garbage=4, deflate=True, no_new_id=True)


def _levels_in_steps(contents: list[list[int | str]]) -> list[list[int | str]]:
    """Bookmarks whose levels begin with 1 and grow by one at most, as a PDF wants them."""
    level, stepped = 0, []
    for entry in contents:
        level = min(int(entry[0]), level + 1)
        stepped.append([level, *entry[1:]])
    return stepped
