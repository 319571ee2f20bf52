"""Small capitals that a program made from a font's capitals, in the size of the capitals before them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

SMALL_CAPITALS = (0.64, 0.86)
"""Times the capitals' size: so large programs set small capitals that they make from a font's capitals."""


def even_small_capitals(lines: Sequence[dict[str, Any]]) -> None:
    """Small capitals get the size of the capitals before them, by which a reader takes the line's size.

    ``lines`` are those of one of the PDF's blocks; a line without a large capital follows the lines round about it.
    """
    full: dict[tuple[str, float], float] = {}
    inked = [[s for s in line["spans"] if any(not c["c"].isspace() for c in s["chars"])] for line in lines]
    for spans in inked:
        sizes = sorted({round(s["size"], 1) for s in spans})
        if len(sizes) == 2 and SMALL_CAPITALS[0] <= sizes[0] / sizes[1] <= SMALL_CAPITALS[1] and _are_capitals(spans):
            full[spans[0]["font"], sizes[0]] = max(s["size"] for s in spans)
    for spans in inked if full else ():
        kinds = {(s["font"], round(s["size"], 1)) for s in spans}
        for span in spans:
            size = full.get((span["font"], round(span["size"], 1)))
            if size is not None and (len(kinds) > 1 or all(_letters(s).upper() == _letters(s) for s in spans)):
                span["size"] = size


def _letters(span: dict[str, Any]) -> str:
    return "".join(c["c"] for c in span["chars"])


def _are_capitals(spans: Sequence[dict[str, Any]]) -> bool:
    """Whether spans of two sizes are one line in one font whose larger letters are capitals within words."""
    large = max(s["size"] for s in spans) - 0.1
    within = any(
        a["size"] > large > b["size"] and a["chars"][-1]["c"].isupper() and b["chars"][0]["c"].isalpha()
        for a, b in itertools.pairwise(spans)
    )
    level = len({round(s["origin"][1], 1) for s in spans}) == 1 and len({s["font"] for s in spans}) == 1
    capitals = "".join(_letters(s) for s in spans if s["size"] > large)
    return within and level and capitals.upper() == capitals
