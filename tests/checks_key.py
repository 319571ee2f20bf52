"""How findings are matched with the key's rows in ``tests/truth/changes.csv``.

A row is found by a finding of the same paper that stands under the same heading (by its page text), states the row's
value and works out the row's values. Rows of the kind "cannot tell" are not sought.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from tracker.facts.wording.number_words import WORDS
from tracker.records import Finding

KEY = Path(__file__).parent / "truth" / "changes.csv"

MUST = (
    tuple(f"CH-{n}" for n in ("020", "040", "085", "086"))
    + tuple(f"SU-{n}" for n in ("069", "083", "095", "096", "114", "117", "118", "120"))
    + tuple(f"SH-{n}" for n in ("005", "008", "009", "010", "019"))
)


def key_rows() -> list[dict[str, str]]:
    with KEY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("’", "'")).strip()


def numbers(text: str) -> set[str]:
    """Numbers of a text as plain decimals, signs and separators gone ("£101,000" and "£90k" as 101000 and 90000)."""
    found = set()
    for digits, scale in re.findall(r"(\d[\d,]*(?:\.\d+)?)\s?(k\b|m\b)?", text):
        value = float(digits.replace(",", "")) * {"k": 1000, "m": 1e6, "": 1}[scale]
        found.add(f"{value:g}" if value < 1e6 else f"{value:.0f}")
    found.update(str(WORDS[w]) for w in re.findall(r"[a-z]+", text.lower()) if w in WORDS)
    return found


def wanted(row: dict[str, str]) -> tuple[set[str], set[str]]:
    """What a finding of the row must state, and what its working must have."""
    stated = numbers(row["stated"])
    if row["id"].startswith("SU") and row["type"] in ("sum", "flow"):
        stated = numbers(row["to_value"]) or stated
        if row["to_value"] == "100":
            stated = set()
    sums = re.findall(r"[\d.]+", row["from_value"]) if re.search(r"\d[+x-]\d", row["from_value"]) else []
    values = {f"{float(v):g}" for v in sums if v.strip(".")}
    for field in ("from_value", "to_value"):
        if re.fullmatch(r"[\d.]+", row[field]) and row["type"] not in ("sum", "flow", "average"):
            values.add(f"{float(row[field]):g}")
    return stated, values


def matches(row: dict[str, str], finding: Finding, section: Callable[[Finding], str]) -> bool:
    """Whether the finding is about the key's row."""
    if not finding.sources or finding.sources[0].paper != row["paper"]:
        return False
    heading = plain(row["section"].split(" > ")[-1])[:60]
    place = plain(section(finding))
    if heading[:40] not in place:
        return False
    stated, values = wanted(row)
    if row["type"] in ("direction", "comparison") and not stated - {"28", "41"}:
        words = set(plain(row["stated"]).split()) - {"has", "have", "the"}
        return bool(words) and len(words & set(plain(finding.stated).split())) * 2 >= len(words)
    own = numbers(finding.stated)
    given = numbers(finding.worked_out) | own | numbers(finding.explanation)
    if stated and not stated & own:
        return False
    if row["computed"] and re.fullmatch(r"-?[\d.]+", row["computed"]) and row["type"] in ("sum", "flow"):
        values.add(f"{abs(float(row['computed'])):g}")
        if "sum of" in row["from_value"] or "sum of" in row["from_period"]:
            return bool(values <= given)
    return values <= given or (not values and bool(stated))


def score(
    findings: Iterable[Finding], section: Callable[[Finding], str], papers: set[str] | None = None
) -> dict[str, list[str]]:
    """Rows found and missed by verdict, findings that contradict the key; ids of rows, or words of findings."""
    left = list(findings)
    result: dict[str, list[str]] = {
        "no found": [],
        "no missed": [],
        "yes found": [],
        "yes missed": [],
        "yes contradicted": [],
        "false alarms": [],
    }
    used: set[str] = set()
    for row in key_rows():
        if papers is not None and row["paper"] not in papers:
            continue
        about = [f for f in left if matches(row, f, section)]
        if row["agrees"] == "no":
            hit = [f for f in about if f.verdict == "differs"]
            result["no found" if hit else "no missed"].append(row["id"])
            used.update(f.id for f in hit)
        elif row["agrees"] == "yes":
            hit = [f for f in about if f.verdict == "agrees"]
            result["yes found" if hit else "yes missed"].append(row["id"])
            if not hit and any(f.verdict == "differs" for f in about):
                result["yes contradicted"].append(row["id"])
    result["false alarms"] = [
        f"{f.kind}: {f.stated} | {f.worked_out} | {section(f)[:60]}"
        for f in left
        if f.verdict == "differs" and f.id not in used
    ]
    return result
