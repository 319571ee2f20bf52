"""One key for all wordings of a measure, by which its figures of several papers are brought together."""

from __future__ import annotations

import re

from tracker.facts.wording.head_areas import strip_place
from tracker.facts.wording.word_lists import PEOPLE

_DROPPED = frozenset(
    (
        *("the", "of", "in", "a", "an", "and", "to", "for", "by", "on"),
        *("number", "no", "nos", "recorded", "reported", "captured", "received", "cases", "case"),
    )
)


def name_key(name: str, place: str = "") -> str:
    """The same for "Non-Commercial Burglary", "non commercial burglaries" and "cases of Non Commercial Burglary"."""
    plain = _without_short(strip_place(name, place))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain.lower()))
    stems = sorted({stem(word) for word in words if word not in _DROPPED} or {stem(word) for word in words})
    if "offence" in stems and _OFFENCES & set(stems):
        stems.remove("offence")
    counted = name.rpartition(": ")[2].lower()
    # "Refuges: women" counts women, "Women's refuges" counts refuges
    return " ".join((*stems, f"({counted})") if counted in PEOPLE and counted != name.lower() else stems)


# What is an offence by its name: "knife crime offences" are knife crime. (Incidents and cases need not be offences.)
_OFFENCES = frozenset(["crime", "burglary", "robbery", "theft", "shoplifting", "arson", "homicide"])


def _without_short(name: str) -> str:
    """ "Violence with Injury (VWI)" → "Violence with Injury": a short form of the words before it says nothing."""
    found = re.search(r"\(([A-Z][A-Za-z]{1,6}?)s?\)", name)
    if found is None:
        return name
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", name[: found.start()].lower()))
    return f"{name[: found.start()]} {name[found.end() :]}" if initials.endswith(found[1].lower()) else name


def stem(word: str) -> str:
    """A word in small letters without the ending of its plural: "burglaries" → "burglary"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
