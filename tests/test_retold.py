"""A sentence that tells a table's row again: one value as the table has it, the other not."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.facts.checks.check_retold import retold
from tracker.records import Observation, Source


def figure(
    value: str, year: int, *, kind: Any = "table", indicator: str = "first-time-entrants", **more: Any
) -> Observation:
    block = "p1-4" if kind == "table" else "p1-5"
    told: dict[str, Any] = {
        "id": f"p-{kind}-{indicator}-{year}-{value}",
        "indicator": indicator,
        "value": value,
        "as_printed": value,
        "period_start": f"{year}-04-01",
        "period_end": f"{year + 1}-03-31",
        "kind": kind,
        "part": "p",
        "source": Source(paper="p", page=1, block=block),
    }
    return Observation(**(told | more))


ROW = (figure("48", 2020), figure("41", 2021), figure("35", 2022))
NAME = "young-people-first-time-entrants"


def told(*values: tuple[str, int], name: str = NAME, **more: Any) -> list[Observation]:
    return [*ROW, *(figure(value, year, kind="sentence", indicator=name, **more) for value, year in values)]


def test_the_value_that_is_not_the_tables_is_found() -> None:
    (found,) = retold(told(("48", 2020), ("37", 2022)))
    assert (found.verdict, found.stated, found.worked_out) == ("differs", "37", "35 on page 1")


@pytest.mark.parametrize(
    ("observations", "why"),
    [
        (told(("48", 2020), ("35", 2022)), "both as the table has them"),
        (told(("37", 2022)), "one value alone may be of something else"),
        (told(("50", 2020), ("37", 2022)), "none is the table's"),
        (told(("48", 2020), ("4", 2022)), "too far off"),
        (told(("48", 2020), ("37", 2022), name="young-people-in-custody"), "another name"),
        (told(("48", 2020), ("37", 2022), part="other"), "another part of the paper"),
        (told(("48", 2020), ("37", 2022), trust="unsure"), "not sure"),
        (told(("48", 2020), ("37", 2022), breakdown=(("sex", "girls"),)), "only some of them"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(observations: list[Observation], why: str) -> None:
    assert list(retold(observations)) == [], why
