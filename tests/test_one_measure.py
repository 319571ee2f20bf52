"""What people decide about measures: one under two names, and what was checked; it is carried out, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.pages.checks import Check, Checks, checks_on, trust_in
from tracker.pages.fields import ObservationRow
from tracker.pages.keep import keep
from tracker.pages.load import load
from tracker.pages.rows import read_table
from tracker.records import (
    Evidence,
    Indicator,
    Observation,
    Outcome,
    Paper,
    PaperFacts,
    PaperPart,
    PaperSettings,
    Part,
    Reading,
    Source,
    Target,
    Tracker,
)


def source() -> Source:
    return Source(paper="plan", page=1, block="p1-1", boxes=(Part(page=1, bbox=(1.0, 2.0, 3.0, 4.5)),))


def row(name: str, indicator: str, value: str) -> Observation:
    return Observation(id=f"plan-p1-{name}", indicator=indicator, value=value, as_printed=value, source=source())


def tracker(*, value: str = "30", proposed: tuple[str, ...] = (), relates_to: tuple[str, ...] = ()) -> Tracker:
    facts = PaperFacts(
        parts=(PaperPart(id="plan", paper="plan", title="Plan", first_page=1, last_page=1),),
        indicators=(
            Indicator(id="burglary", title="Burglary", also_called=proposed, relates_to=relates_to),
            Indicator(id="break-ins", title="Break-ins"),
        ),
        observations=(row("a", "burglary", "10"), row("b", "break-ins", "20"), row("c", "break-ins", value)),
        targets=(Target(id="plan-t-1", indicator="break-ins", value="5", as_printed="5", source=source()),),
    )
    paper = Paper(title="Plan", sha256="0" * 64)
    return Tracker(
        readings=(Reading(program="0", id="plan", settings=PaperSettings(), paper=paper, facts=facts),), facts=facts
    )


def say(docs: Path, name: str, line: str) -> None:
    """A person writes a line into a page's front matter."""
    page = docs / f"indicators/{name}.md"
    page.write_text(page.read_text(encoding="utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), encoding="utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def ids_in(path: Path) -> list[str]:
    return [row["id"] for row in read_table(path.read_text(encoding="utf-8")).rows]


def test_same_as_puts_one_into_the_other_with_what_people_wrote_in_both(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "break-ins", "same_as: burglary")
    edit(tmp_path / "indicators/break-ins.md", 'summary: ""', "summary: Said of break-ins.")
    with (tmp_path / "indicators/break-ins.md").open("a", encoding="utf-8") as page:
        page.write("\nA paragraph by people.\n")
    edit(tmp_path / "indicators/break-ins.csv", ",,20,20,", ",,21,20,")
    edit(tmp_path / "indicators/burglary.csv", ",,10,10,", ",,11,10,")
    result = keep(tmp_path, tracker(), tracker(value="33"))
    assert result.faults == () and result.conflicts == ()
    assert not (tmp_path / "indicators/break-ins.md").exists() and not (tmp_path / "indicators/break-ins.csv").exists()
    table = read_table((tmp_path / "indicators/burglary.csv").read_text(encoding="utf-8"))
    assert [(r["id"][-1], r["value"], r["as_printed"]) for r in table.rows] == [
        ("a", "11", "10"),
        ("b", "21", "20"),
        ("c", "33", "33"),
    ]
    docs = load(tmp_path)
    assert docs.faults == ()
    assert docs.addresses == {"indicators/break-ins": "indicators/burglary"}
    assert [(i.id, i.also_called) for i in docs.facts.indicators] == [("burglary", ("Break-ins",))]
    assert [t.indicator for t in docs.facts.targets] == ["burglary"]
    assert docs.people["burglary"]["summary"] == "Said of break-ins."
    assert docs.prose["burglary"] == "A paragraph by people."


def test_a_join_lasts_and_new_readings_follow_it(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "break-ins", "same_as: burglary")
    keep(tmp_path, tracker(), tracker())
    edit(tmp_path / "indicators/burglary.csv", ",,20,20,", ",,21,20,")
    again = keep(tmp_path, tracker(), tracker())
    assert (again.written, again.removed, again.kept_out) == ((), (), ())
    after = keep(tmp_path, tracker(), tracker(value="35"))
    assert after.written == ("indicators/burglary.csv",) and after.conflicts == ()
    table = read_table((tmp_path / "indicators/burglary.csv").read_text(encoding="utf-8"))
    assert [r["value"] for r in table.rows] == ["10", "21", "35"]


def test_what_both_pages_say_differently_is_listed(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "break-ins", "same_as: /indicators/burglary/")
    edit(tmp_path / "indicators/break-ins.md", 'summary: ""', "summary: Of break-ins.")
    edit(tmp_path / "indicators/burglary.md", 'summary: ""', "summary: Of burglary.")
    result = keep(tmp_path, tracker(), tracker())
    assert [(c.kept, c.offered) for c in result.conflicts] == [("Of burglary.", "Of break-ins.")]


def test_a_join_into_a_page_that_people_moved(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    for end in ("md", "csv"):
        (tmp_path / f"indicators/burglary.{end}").rename(tmp_path / f"indicators/homes.{end}")
    edit(tmp_path / "indicators/homes.md", "id: burglary", "id: homes\nformerly: [burglary]")
    say(tmp_path, "break-ins", "same_as: homes")
    keep(tmp_path, tracker(), tracker())
    assert [len(ids_in(path)) for path in tmp_path.glob("indicators/*.csv")] == [3]
    assert set(load(tmp_path).addresses) == {"indicators/burglary", "indicators/break-ins"}
    again = keep(tmp_path, tracker(), tracker())
    assert (again.written, again.removed, again.kept_out, again.conflicts) == ((), (), (), ())


@pytest.mark.parametrize("named", ["nowhere", "break-ins"])
def test_a_join_with_what_is_not_there_is_a_fault_and_changes_nothing(named: str, tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "break-ins", f"same_as: {named}")
    result = keep(tmp_path, tracker(), tracker())
    assert [(fault.file, fault.field) for fault in result.faults] == [("indicators/break-ins.md", "same_as")]
    assert result.written == () and ids_in(tmp_path / "indicators/break-ins.csv") == ["plan-p1-b", "plan-p1-c"]


@pytest.mark.parametrize("said", ["break-ins", "Break-ins"])
@pytest.mark.parametrize("where", ["burglary", "break-ins"])
def test_not_the_same_as_stops_the_proposal(said: str, where: str, tmp_path: Path) -> None:
    other = {"burglary": said, "break-ins": "burglary"}[where]
    keep(tmp_path, None, tracker())
    say(tmp_path, where, f"not_the_same_as: [{other}]")
    keep(tmp_path, tracker(), tracker(proposed=("Break-ins", "Burglaries")))
    found = {i.id: i.also_called for i in load(tmp_path).facts.indicators}
    assert found == {"burglary": ("Burglaries",), "break-ins": ()}


def test_a_measure_that_was_replaced_keeps_its_page_and_its_break(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "break-ins", "replaced_by: burglary\nreplaced_reason: Counted otherwise since 2023.")
    edit(tmp_path / "indicators/burglary.csv", ",10,10,,", ",10,10,b,")
    result = keep(tmp_path, tracker(), tracker(value="36"))
    assert result.conflicts == ()
    docs = load(tmp_path)
    assert docs.people["break-ins"]["replaced_by"] == "burglary"
    assert {o.marker for o in docs.facts.observations if o.indicator == "burglary"} == {"b"}
    assert len(docs.facts.indicators) == 2


def test_what_people_say_a_measure_bears_on_survives(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say(tmp_path, "burglary", "relates_to: [plan-1]")
    keep(tmp_path, tracker(), tracker(value="37"))
    keep(tmp_path, tracker(value="37"), tracker(value="37", relates_to=("plan-1-2",)))
    found = {i.id: i.relates_to for i in load(tmp_path).facts.indicators}
    assert set(found["burglary"]) == {"plan-1", "plan-1-2"}


# ---- checks


def trusts(docs_folder: Path) -> dict[str, tuple[str, str]]:
    """For each row how far it is to be trusted, and who checked it."""
    docs = load(docs_folder)
    assert docs.faults == ()
    checks = checks_on((page.kind, page.id, page.fields) for page in docs.pages)
    found = {row.id[-1]: trust_in(row, checks) for rows in docs.rows.values() for row in rows}
    return {key: (trust, check.by if check else "") for key, (trust, check) in found.items()}


MACHINE, ANALYST = ("machine-read", ""), ("checked", "Analyst")
CHECKED = "checked_by: Analyst\nchecked_on: 2023-07-20"


def say_on(page: Path, line: str) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), encoding="utf-8")


@pytest.mark.parametrize(
    "page, line, checked",
    [
        ("indicators/break-ins.md", CHECKED, "bc"),
        ("papers/plan.md", CHECKED, "abc"),
        ("papers/plan.md", f"{CHECKED}\nchecked_blocks: [p1-1]", "abc"),
        ("papers/plan.md", f"{CHECKED}\nchecked_blocks: [p9-9]", ""),
    ],
)
def test_a_check_covers_a_measure_a_table_or_a_paper(page: str, line: str, checked: str, tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say_on(tmp_path / page, line)
    assert trusts(tmp_path) == {key: ANALYST if key in checked else MACHINE for key in "abc"}


@pytest.mark.parametrize("page", ["indicators/break-ins.md", "papers/plan.md"])
def test_a_value_read_otherwise_is_checked_no_longer_and_listed(page: str, tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    say_on(tmp_path / page, CHECKED)
    result = keep(tmp_path, tracker(), tracker(value="33"))
    assert [c.field for c in result.conflicts] == ["row plan-p1-c, check taken away"]
    found = trusts(tmp_path)
    assert (found["b"], found["c"]) == (ANALYST, MACHINE)
    again = keep(tmp_path, tracker(value="33"), tracker(value="33"))
    assert again.written == () and trusts(tmp_path)["c"] == MACHINE


def test_a_row_checked_by_itself_loses_its_check_with_its_value(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    path = tmp_path / "indicators/break-ins.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [line.replace(",,,\n", ",Analyst,2023-07-20,\n") if "plan-p1-" in line else line for line in lines]
    path.write_text("".join(lines), encoding="utf-8")
    assert trusts(tmp_path) == {"a": MACHINE, "b": ANALYST, "c": ANALYST}
    keep(tmp_path, tracker(), tracker(value="33"))
    assert trusts(tmp_path) == {"a": MACHINE, "b": ANALYST, "c": MACHINE}
    assert "value 30; as_printed 30" in path.read_text(encoding="utf-8")


def test_a_join_takes_the_check_of_the_rows_along_and_lends_none(tmp_path: Path) -> None:
    for folder, page, found in (
        ("one", "break-ins", {"a": MACHINE, "b": ANALYST, "c": ANALYST}),
        ("two", "burglary", {"a": ANALYST, "b": MACHINE, "c": MACHINE}),
    ):
        docs = tmp_path / folder
        keep(docs, None, tracker())
        say(docs, page, CHECKED)
        say(docs, "break-ins", "same_as: burglary")
        keep(docs, tracker(), tracker())
        assert trusts(docs) == found


def test_what_is_unsure_needs_a_check_of_its_own() -> None:
    checks = Checks(indicators={"burglary": Check("Analyst")})
    unsure = ObservationRow(id="x", indicator="burglary", as_printed="1", trust="unsure", source=source())
    assert trust_in(unsure, checks) == ("unsure", None)
    assert trust_in(unsure.model_copy(update={"checked_by": "Clerk"}), checks) == ("checked", Check("Clerk"))
    corrected = unsure.model_copy(update={"correction": "misread", "trust": "machine-read"})
    assert trust_in(corrected, checks) == ("corrected", None)


# ---- targets


def test_a_target_of_a_measure_without_figures_has_a_place(tmp_path: Path) -> None:
    read = tracker()
    alone = Target(id="plan-t-2", indicator="", value="4", as_printed="4", source=source())
    under = Outcome(
        id="plan-1-1",
        strategy="plan",
        priority="plan-1",
        number="1",
        title="Safer",
        evidence=(Evidence(part="plan", section="p1-0", blocks=("p1-1",)),),
    )
    facts = read.facts.model_copy(update={"targets": (*read.facts.targets, alone), "outcomes": (under,)})
    read = read.model_copy(update={"facts": facts})
    keep(tmp_path, None, read)
    docs = load(tmp_path)
    assert docs.faults == ()
    assert {t.id: t.indicator for t in docs.facts.targets} == {"plan-t-1": "break-ins", "plan-t-2": ""}
    edit(tmp_path / "commitments/plan-1-1.md", 'indicator: ""', "indicator: burglary")
    assert keep(tmp_path, read, read).written == ()
    assert {t.id: t.indicator for t in load(tmp_path).facts.targets}["plan-t-2"] == "burglary"


def test_a_figure_taken_out_stays_out_when_a_reading_knows_its_measure_by_another_name(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    same = set(ids_in(tmp_path / "indicators/break-ins.csv"))
    # A copy of the row under another name, as a later program may read it.
    (tmp_path / "indicators/burglary.csv").write_text(
        (tmp_path / "indicators/break-ins.csv").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert same <= {o.id for o in load(tmp_path).facts.observations}
    say(tmp_path, "break-ins", "left_out: Not a measure of the board.")
    assert not same & {o.id for o in load(tmp_path).facts.observations}
