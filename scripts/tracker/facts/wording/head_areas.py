"""Areas in heads, captions and labels: the tracker's own, which goes without saying, and those compared with it."""

from __future__ import annotations

import re


def strip_place(text: str, place: str, *, is_label: bool = False) -> str:
    """The text without "in <place>", "<place>:" and so on: a tracker's own area goes without saying.

    In a row's or column's label a name that ends in the place ("East <place>") is a ward or a town and stays whole.
    """
    if not place:
        return text
    name = re.escape(place)
    own = rf"(?:the\s+)?(?:(?:london\s+)?borough\s+of\s+)?{name}(?:\s+(?:borough|district))?(?:['’]s)?"
    text = re.sub(rf"[\s,]*(?:\b(?:in|within|across|for)\s+{own}\b|\(\s*{own}\s*\))", "", text, flags=re.IGNORECASE)
    text = re.sub(
        rf"(?:^|(?<=[:,–—-]\s)|(?<=[:(]))\s*{own}(?=\s*(?:$|[:,–—-]))[\s:,–—-]*", " ", text, flags=re.IGNORECASE
    )
    areas = rf"(?:{own}|{_OTHER_AREAS.pattern})"
    text = re.sub(
        rf"[\s,:–—-]+(?:in\s+)?{areas}(?:\s*(?:,|and|&|vs\.?|compared\s+(?:to|with)|against)\s*{areas})+\s*$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    if is_label and re.search(rf"\b[A-Z][\w'’-]*\s+{name}\s*$", text):
        return text.strip()
    return re.sub(rf"\s+{own}\s*$", "", text, flags=re.IGNORECASE).strip()


_OTHER_AREAS = re.compile(
    r"\b(?:england(?:\s+(?:and|&)\s+wales)?|wales|national(?:ly)?|great\s+britain|united\s+kingdom|uk"
    r"|london(?!\s+borough)|mps|met(?:ropolitan)?\s+police(?:\s+(?:average|total))?"
    r"|regional|region|inner\s+london|outer\s+london|statistical\s+neighbours?|county|similar\s+(?:areas|forces"
    r"|groups?)|nearest\s+neighbours?|(?<!\w\s)neighbours?(?:\s+(?:average|group))?|neighbouring\s+\w+(?:\s+average)?|family\s+group|msg|msf|all\s+forces|force(?=\s|$)|bcu|group\s+average)\b",
    re.IGNORECASE,
)


def other_area(head: str, place: str = "") -> str:
    """The area other than the tracker's own that a head gives figures for ("England", "London"), or ""."""
    if place and re.search(rf"\b{re.escape(place)}\b", head, re.IGNORECASE):
        return ""
    match = _OTHER_AREAS.search(head)
    return match.group().strip() if match else ""
