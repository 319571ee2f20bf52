"""Forenames: the one list behind rule 7, so that a name is known where nothing is said about its bearer.

``forenames.txt`` holds one name to a line, in the order of letters: names in use in the United Kingdom and in the
countries its residents come from, as statistics of births and censuses list them. Names that are English words, months
or places ("Hope", "April", "Chelsea") are left out save the common ones, since a title or a ward may begin with them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_LIST = Path(__file__).with_name("forenames.txt")


@lru_cache(maxsize=1)
def forenames() -> frozenset[str]:
    """Every forename of the list, as printed with one capital ("Siobhan")."""
    return frozenset(_LIST.read_text(encoding="utf-8").split())
