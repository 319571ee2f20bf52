"""A printed target or baseline in one line: what is to be reached, by when, and where the measure starts.

In: a ``Target``. Out: plain text: the paper's words first, and what stands in other cells of its row after them.
"""

from __future__ import annotations

from tracker.records import Target


def target_words(target: Target) -> str:
    """ "34%, 2024/25; baseline 38%, 2022/23". What the printed words say already is not said again."""
    printed = target.as_printed
    if not target.value and target.baseline_value:
        since = f", {target.baseline_period}" if target.baseline_period else ""
        return f"baseline {printed}{since}"
    when = f", {target.by_when}" if target.by_when and target.by_when not in printed else ""
    percent = "%" if target.unit == "%" else ""
    since = f", {target.baseline_period}" if target.baseline_period else ""
    shown = target.baseline_value and target.baseline_value not in printed
    baseline = f"; baseline {target.baseline_value}{percent}{since}" if shown else ""
    return f"{printed}{when}{baseline}"
