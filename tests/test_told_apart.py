"""Figures of one table or one page that nothing tells apart are not shown as fact."""

from __future__ import annotations

import pytest

from small_papers import paper_of
from tracker.facts import understand
from tracker.records import PaperSettings, TrackerSettings


def shown(*blocks: object) -> dict[str, str]:
    paper = paper_of(*blocks)  # type: ignore[arg-type]
    facts = understand(
        paper, paper_id="x", settings=PaperSettings(), tracker=TrackerSettings(place="Wenbury", board="Wenbury Board")
    )
    return {o.value: o.trust for o in facts.observations}


def test_one_measure_of_one_time_with_two_values_waits() -> None:
    """Each is told of another stage, but only the words between them say so."""
    trust = shown(
        "Where advice has no effect a warning follows.",
        "In 2022/23 there were 61 letters issued.",
        "Where that fails too, the case goes to the panel.",
        "In 2022/23 there were 80 letters issued.",
    )
    assert trust == {"61": "unsure", "80": "unsure"}


def test_the_same_value_twice_stays() -> None:
    told = "In 2022/23 there were 312 burglaries in Wenbury."
    assert shown(told, "As the police reported, there were 312 burglaries in Wenbury in 2022/23.") == {
        "312": "machine-read"
    }


@pytest.mark.parametrize("times", [("2021/22", "2022/23"), ("2020/21", "2022/23")])
def test_what_its_time_tells_apart_stays(times: tuple[str, str]) -> None:
    trust = shown(*(f"{time} – {n} letters issued" for time, n in zip(times, (61, 80), strict=True)))
    assert trust == {"61": "machine-read", "80": "machine-read"}
