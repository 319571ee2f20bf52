"""What the layout model sees on a page: where a table, a picture, a list may stand. Advice, never the judge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import onnxruntime
import pymupdf

from tracker.papers.tables.turned import upright_copy
from tracker.records import Box


@dataclass(frozen=True)
class Seen:
    """A region with the model's word for it: table, picture, text, list-item, section-header, caption, …"""

    box: Box
    kind: str


def layout_of(page: Any, turn: int = 0) -> tuple[Seen, ...]:
    """The regions of an open page in the model's order, boxes rounded so that runs agree.

    Places are those that a reader sees who turns the shown page clockwise by ``turn`` degrees.
    """
    if page.rotation or turn:
        # The model knows nothing of turned pages: it is shown a copy that stands upright.
        with pymupdf.open() as document:
            return _regions(upright_copy(page, turn, document))
    return _regions(page)


def _regions(page: Any) -> tuple[Seen, ...]:
    with _one_thread():
        page.get_layout()
    return tuple(
        Seen((round(float(x0), 2), round(float(y0), 2), round(float(x1), 2), round(float(y1), 2)), str(kind))
        for x0, y0, x1, y1, kind in page.layout_information or ()
    )


@contextmanager
def _one_thread() -> Iterator[None]:
    """Sessions of the model opened inside run on one thread: sums come in one order, and processes do not crowd."""
    make_options = onnxruntime.SessionOptions

    def options() -> Any:
        made = make_options()
        made.intra_op_num_threads = 1
        made.inter_op_num_threads = 1
        return made

    onnxruntime.SessionOptions = options
    try:
        yield
    finally:
        onnxruntime.SessionOptions = make_options
