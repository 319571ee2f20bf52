"""How many statements agree, differ or cannot be told: one bar and three numbers."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.site.text import listed, unique


def statements(count: int) -> str:
    """The opening of a sentence on what was checked: "17 stated changes, totals and shares were"."""
    return f"{count:,} stated changes, totals and shares were" if count != 1 else "1 stated change, total or share was"


def verdicts(agree: int, differ: int, untold: int) -> str:
    """ "15 agree, 1 differs and 2 cannot be told"; what there is none of is not said, but for all of them."""
    said = (
        f"{agree:,} agree{'s' if agree == 1 else ''}" if agree else "",
        f"{differ:,} differ{'s' if differ == 1 else ''}" if differ else "",
        f"{untold:,} cannot be told" if untold else "",
    )
    return listed(unique(said)) or "nothing could be checked"


def tally(counts: Mapping[str, int]) -> str:
    """The three counts of what was checked, as a bar and as numbers."""
    total = sum(counts.values())
    if not total:
        return ""
    names = (("agrees", "agree", "t1"), ("differs", "differ", "t2"), ("cannot tell", "cannot be told", "t3"))
    left, bars, terms = 0.0, "", ""
    for verdict, word, css in names:
        width = counts.get(verdict, 0) / total * 300
        bars += f'<rect class="{css}" x="{left:.1f}" width="{max(width - 1, 0):.1f}" height="10"/>'
        left += width
        square = f'<svg viewBox="0 0 8 8" aria-hidden="true"><rect class="{css}" width="8" height="8"/></svg>'
        named = verdict if word != "cannot be told" and counts.get(verdict) == 1 else word
        terms += f"<div><dt>{square}{named}</dt><dd>{counts.get(verdict, 0)}</dd></div>"
    bar = f'<svg viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'
    return f'<div class="st-tally">{bar}<dl>{terms}</dl></div>'
