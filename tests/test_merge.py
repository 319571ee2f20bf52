"""What people change survives the next extraction; what nobody changed keeps its bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.pages.front_matter import read_front_matter, split_page
from tracker.pages.front_matter_text import plain, set_field
from tracker.pages.keep import keep
from tracker.pages.layout import MachinePage
from tracker.pages.load import load
from tracker.pages.merge import Notes, merge_page, new_page
from tracker.pages.merge_rows import merge_table, new_table
from tracker.pages.passages import Passage, read_body, with_gaps
from tracker.pages.rows import COLUMNS, read_table
from tracker.records import (
    Block,
    Commitment,
    Indicator,
    Observation,
    Outcome,
    Page,
    Paper,
    PaperFacts,
    PaperPart,
    PaperSettings,
    Part,
    Reading,
    Source,
    Tracker,
    Wording,
)

WORDS = ["crime", "fell", "in", "the", "ward", "burglary", "rose", "officers", "visited", "homes", "young", "people"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map(" ".join)
ITEM = st.fixed_dictionaries(
    {"id": st.sampled_from("abcde"), "text": SENTENCE, "who": st.sampled_from(["", "Council"])}
)
ITEMS = st.lists(ITEM, max_size=4, unique_by=lambda item: item["id"])
FIELDS = st.fixed_dictionaries({"id": st.just("x"), "title": SENTENCE, "unit": SENTENCE, "notes": ITEMS})


def passages(texts: list[str]) -> tuple[Passage, ...]:
    return with_gaps([Passage(f"p1-{i}", f"{text}\n{{: #p1-{i} }}") for i, text in enumerate(texts, 1)])


def page_of(fields: dict[str, Any], texts: list[str]) -> MachinePage:
    return MachinePage("papers/x", "papers", "x", fields, {"summary": ""}, has_text=True, passages=passages(texts))


PAGES = st.builds(page_of, FIELDS, st.lists(SENTENCE, max_size=5, unique=True))


def fields_on(page: str) -> dict[str, Any]:
    return dict(read_front_matter(split_page(page)[0]).fields)


@settings(deadline=None, max_examples=200)
@given(PAGES)
def test_nothing_changed_nothing_written(machine: MachinePage) -> None:
    notes = Notes("x")
    page = new_page(machine)
    assert merge_page(machine, page, machine, notes) == page
    assert merge_page(None, page, machine, notes) == page
    assert not notes.conflicts


@settings(deadline=None, max_examples=200)
@given(PAGES, PAGES)
def test_an_untouched_page_becomes_the_new_one(old: MachinePage, new: MachinePage) -> None:
    notes = Notes("x")
    page = merge_page(old, new_page(old), new, notes)
    assert plain(fields_on(page)) == plain({**new.fields, "summary": ""})
    assert read_body(page).passages == read_body(new_page(new)).passages
    assert not notes.conflicts


@settings(deadline=None, max_examples=200)
@given(PAGES, PAGES, st.sampled_from(["title", "unit", "summary", "own"]), SENTENCE)
def test_a_changed_field_survives(old: MachinePage, new: MachinePage, name: str, said: str) -> None:
    yaml_text, body, _ = split_page(new_page(old))
    page = f"---\n{set_field(yaml_text, name, said)}---\n{body}"
    notes = Notes("x")
    merged = merge_page(old, page, new, notes)
    if said != old.fields.get(name):
        assert fields_on(merged)[name] == said
        both = len({said, old.fields.get(name, ""), new.fields.get(name, "")}) == 3 and name in old.fields
        assert [(c.kept, c.offered) for c in notes.conflicts] == ([(said, new.fields[name])] if both else [])
    again = Notes("x")
    assert merge_page(new, merged, new, again) == merged and not again.conflicts


@settings(deadline=None, max_examples=200)
@given(PAGES, PAGES, st.data())
def test_a_changed_item_of_a_list_survives(old: MachinePage, new: MachinePage, data: st.DataObject) -> None:
    items = old.fields["notes"]
    if not items:
        return
    place = data.draw(st.integers(0, len(items) - 1))
    mine = [dict(item) for item in items]
    mine[place]["text"] = "what people know better"
    yaml_text, body, _ = split_page(new_page(old))
    merged = merge_page(old, f"---\n{set_field(yaml_text, 'notes', mine)}---\n{body}", new, Notes("x"))
    assert "what people know better" in [item["text"] for item in fields_on(merged)["notes"] or []]


@settings(deadline=None, max_examples=300)
@given(PAGES, PAGES, st.data())
def test_a_changed_or_added_passage_survives(old: MachinePage, new: MachinePage, data: st.DataObject) -> None:
    if not old.passages:
        return
    place = data.draw(st.integers(0, len(old.passages) - 1))
    said = "Put right by hand, wholly otherwise."
    line = old.passages[place].text.split("\n")[0]
    mark = old.passages[place].text.split("\n")[1]
    added = "\n\nA passage of our own.\n"
    page = new_page(old).replace(f"{line}\n{mark}", f"{said}\n{mark}{added}")
    notes = Notes("x")
    merged = merge_page(old, page, new, notes)
    assert said in merged and "A passage of our own." in merged
    mine = next(p for p in read_body(merged).passages if said in p.text)
    offered = next((p for p in new.passages if p.id == mine.id), None)
    if offered is not None and offered.text not in {p.text for p in old.passages} and notes.conflicts:
        assert any(c.kept == said for c in notes.conflicts)
    again = Notes("x")
    assert merge_page(new, merged, new, again) == merged


@settings(deadline=None, max_examples=200)
@given(PAGES, PAGES, st.data())
def test_a_passage_people_took_out_stays_out(old: MachinePage, new: MachinePage, data: st.DataObject) -> None:
    if not old.passages:
        return
    gone = old.passages[data.draw(st.integers(0, len(old.passages) - 1))]
    merged = merge_page(old, new_page(old).replace(gone.text + gone.gap, ""), new, Notes("x"))
    kept = {p.text.split("\n")[0] for p in read_body(merged).passages}
    still = [p for p in new.passages if p.markdown == gone.markdown]
    assert gone.markdown not in kept or not still or gone.markdown in {p.markdown for p in old.passages if p != gone}


def test_a_shifted_passage_keeps_the_change_under_its_new_id() -> None:
    old = page_of({"id": "x"}, ["Burglary fell in every ward.", "Officers visited homes last year."])
    new = page_of(
        {"id": "x"}, ["A line found only now.", "Burglary fell in every ward.", "Officers visited homes last year."]
    )
    page = new_page(old).replace("Officers visited homes last year.", "Officers visited 40 homes last year.")
    notes = Notes("x")
    merged = merge_page(old, page, new, notes)
    assert "Officers visited 40 homes last year.\n{: #p1-3 }" in merged
    assert not notes.conflicts


def test_windows_line_ends_and_comments_stay() -> None:
    old = page_of({"id": "x", "title": "Old", "unit": "cases"}, ["One."])
    new = replace(old, fields={**old.fields, "unit": "offences"})
    page = new_page(old).replace("title: Old\n", "# ask Jo\ntitle: Better  # sure\n").replace("\n", "\r\n")
    assert merge_page(old, page, new, Notes("x")) == page.replace("cases", "offences")


# ---- rows

ROW = st.fixed_dictionaries(
    {
        "id": st.sampled_from([f"r{i}" for i in range(6)]),
        "value": st.sampled_from(["1", "2", "30"]),
        "as_printed": st.sampled_from(["1", "2", "30", "Less than 5"]),
        "quote": SENTENCE,
    }
).map(lambda row: {**dict.fromkeys(COLUMNS, ""), **row})
ROWS = st.lists(ROW, max_size=5, unique_by=lambda row: row["id"])


@settings(deadline=None, max_examples=200)
@given(ROWS, ROWS)
def test_an_untouched_table_becomes_the_new_one(old: list[dict[str, str]], new: list[dict[str, str]]) -> None:
    notes = Notes("x")
    assert merge_table(old, new_table(old), old, notes) == new_table(old)
    merged = read_table(merge_table(old, new_table(old), new, notes)).rows
    assert sorted(merged, key=lambda r: r["id"]) == sorted(new, key=lambda r: r["id"])
    assert not notes.conflicts


@settings(deadline=None, max_examples=300)
@given(ROWS, ROWS, st.data())
def test_a_changed_row_survives(old: list[dict[str, str]], new: list[dict[str, str]], data: st.DataObject) -> None:
    if not old:
        return
    place = data.draw(st.integers(0, len(old) - 1))
    column = data.draw(st.sampled_from(["value", "reason", "quote"]))
    mine = [dict(row) for row in old]
    mine[place][column] = "999"
    added = {**dict.fromkeys(COLUMNS, ""), "id": "ours", "quote": "ours"}
    notes = Notes("x")
    text = merge_table(old, new_table([*mine, added]), new, notes)
    merged = {row["id"]: row for row in read_table(text).rows}
    assert any(row[column] == "999" for row in merged.values())
    assert merged["ours"] == added
    assert merge_table(new, text, new, Notes("x")) == text


def test_a_row_people_took_out_stays_out_and_their_columns_stay() -> None:
    old = [{**dict.fromkeys(COLUMNS, ""), "id": f"r{i}", "value": str(i), "quote": f"row {i}"} for i in range(3)]
    text = "id;value;quote;seen\r\nr0;0;row 0;yes\r\nr2;2;row 2;\r\n"
    new = [{**row, "value": row["value"] + "0"} for row in old]
    notes = Notes("x")
    assert merge_table(old, text, new, notes) == "id;value;quote;seen\r\nr0;00;row 0;yes\r\nr2;20;row 2;\r\n"
    assert [c.field for c in notes.conflicts] == ["row r1"]


# ---- the whole folder


def source(page: int = 1, block: str = "p1-1") -> Source:
    return Source(
        paper="plan", page=page, block=block, boxes=(Part(page=page, bbox=(1.0, 2.0, 3.0, 4.5)),), words="words"
    )


def tracker(*, title: str = "Fewer burglaries", value: str = "480", second: bool = True) -> Tracker:
    blocks = (
        Block(id="p1-1", kind="heading", text=title, level=1),
        Block(id="p1-2", kind="paragraph", text="We will act."),
    )
    paper = Paper(title="Plan", sha256="0" * 64, pages=(Page(number=1, width=500, height=700, blocks=blocks),))
    one = {"strategy": "plan", "priority": "plan-1", "number": "1.1"}
    outcomes = [Outcome(id="plan-1-1", title=title, wordings=(Wording(text=title, source=source()),), **one)]
    if second:
        outcomes.append(Outcome(id="plan-1-2", strategy="plan", priority="plan-1", number="1.2", title="Safer streets"))
    figure = Observation(id="plan-p1-1", indicator="burglary", value=value, as_printed=value, source=source())
    found = PaperFacts(
        parts=(PaperPart(id="plan-a", paper="plan", title="Aims", first_page=1, last_page=1),),
        outcomes=tuple(outcomes),
        indicators=(Indicator(id="burglary", title="Burglary"),),
        observations=(figure,),
        commitments=(Commitment(id="c1", text="We will act.", relates_to="plan-1-1", source=source(block="p1-2")),),
    )
    reading = Reading(program="0", id="plan", settings=PaperSettings(), paper=paper, facts=found)
    return Tracker(readings=(reading,), facts=found)


def everything(docs: Path) -> dict[str, bytes]:
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}


def test_an_empty_folder_becomes_a_whole_tracker_and_stays_as_it_is(tmp_path: Path) -> None:
    result = keep(tmp_path, tracker(), tracker())
    first = everything(tmp_path)
    assert set(first) == set(result.written)
    assert set(first) == {
        *("outcomes/plan-1-1.md", "outcomes/plan-1-2.md", "indicators/burglary.md", "indicators/burglary.csv"),
        *("commitments/plan-1-1.md", "papers/plan.md", "papers/plan-a.md"),
    }
    again = keep(tmp_path, tracker(), tracker())
    assert everything(tmp_path) == first and not again.written and not again.conflicts
    assert keep(tmp_path, None, tracker()).written == ()


def test_what_was_kept_loads_as_it_was_read(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    docs = load(tmp_path)
    assert docs.faults == ()
    bare = source().model_copy(update={"words": ""})
    assert docs.facts.outcomes[0].wordings[0].source == bare
    assert docs.facts.observations == (tracker().facts.observations[0].model_copy(update={"source": bare}),)
    assert docs.facts.commitments[0].text == "We will act."
    assert [b.markdown for b in docs.texts["plan-a"]] == ["## Fewer burglaries", "We will act."]
    assert docs.people["plan-1-1"]["status"] == "not rated"


def test_a_page_people_deleted_stays_out(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    (tmp_path / "outcomes/plan-1-2.md").unlink()
    result = keep(tmp_path, tracker(), tracker(title="Far fewer burglaries"))
    assert result.kept_out == ("outcomes/plan-1-2.md",)
    assert not (tmp_path / "outcomes/plan-1-2.md").exists()


def test_a_page_people_moved_is_found_by_its_id_or_by_formerly(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    (tmp_path / "outcomes/plan-1-2.md").rename(tmp_path / "outcomes/safer.md")
    other = tmp_path / "outcomes/burglary.md"
    (tmp_path / "outcomes/plan-1-1.md").rename(other)
    other.write_text(other.read_text().replace("id: plan-1-1\n", "id: burglary\nformerly: [/outcomes/plan-1-1/]\n"))
    result = keep(tmp_path, tracker(), tracker(title="Far fewer burglaries"))
    assert "outcomes/burglary.md" in result.written and result.kept_out == ()
    assert "title: Far fewer burglaries" in other.read_text() and "id: burglary" in other.read_text()
    assert not (tmp_path / "outcomes/plan-1-1.md").exists() and not (tmp_path / "outcomes/plan-1-2.md").exists()
    assert load(tmp_path).addresses == {"outcomes/plan-1-1": "outcomes/burglary"}


def test_left_out_pages_stay_and_are_not_shown(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    page = tmp_path / "outcomes/plan-1-2.md"
    page.write_text(page.read_text().replace('summary: ""', 'summary: ""\nleft_out: not the board\'s'))
    keep(tmp_path, tracker(), tracker(title="Far fewer"))
    docs = load(tmp_path)
    assert "left_out: not the board's" in page.read_text()
    assert [o.id for o in docs.facts.outcomes] == ["plan-1-1"] and docs.left_out == {"plan-1-2": "not the board's"}


def test_a_record_read_no_longer_goes_unless_somebody_worked_on_it(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    page = tmp_path / "outcomes/plan-1-2.md"
    before = page.read_text()
    assert keep(tmp_path, tracker(), tracker(second=False)).removed == ("outcomes/plan-1-2.md",)
    page.write_text(before.replace('summary: ""', "summary: Streets are lit."))
    result = keep(tmp_path, tracker(), tracker(second=False))
    assert page.exists() and [c.file for c in result.conflicts] == ["outcomes/plan-1-2.md"]


def test_conflicts_show_both_values(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    table = tmp_path / "indicators/burglary.csv"
    table.write_text(table.read_text().replace("480", "481"))
    result = keep(tmp_path, tracker(), tracker(value="490"))
    said = {(c.file, c.field): (c.kept, c.offered) for c in result.conflicts}
    assert said[("indicators/burglary.csv", "row plan-p1-1, value")] == ("481", "490")
    assert "481" in table.read_text() and "490" not in table.read_text()


def test_peoples_fields_of_a_commitment_survive(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    page = tmp_path / "commitments/plan-1-1.md"
    said = page.read_text().replace("status: not rated", "status: done")
    page.write_text(said.replace("text: We will act.", "text: We shall act."))
    keep(tmp_path, tracker(), tracker(title="Far fewer burglaries"))
    assert "status: done" in page.read_text() and "We shall act." in page.read_text()
    assert 'title: "Commitments: Far fewer burglaries"' in page.read_text()


def test_an_item_left_out_stays_in_the_file_and_is_not_shown(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    page = tmp_path / "commitments/plan-1-1.md"
    page.write_text(page.read_text().replace("- id: c1\n", "- id: c1\n  left_out: said by another board\n"))
    keep(tmp_path, tracker(), tracker(title="Far fewer burglaries"))
    docs = load(tmp_path)
    assert "left_out: said by another board" in page.read_text()
    assert docs.facts.commitments == () and docs.faults == ()


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    told = tracker().facts.observations[0].model_copy(update={"quote": '=HYPERLINK("x")', "as_printed": "-4.2"})
    found = tracker().facts.model_copy(update={"observations": (told,)})
    keep(tmp_path, None, tracker().model_copy(update={"facts": found}))
    assert '" =HYPERLINK(""x"")"' in (tmp_path / "indicators/burglary.csv").read_text()
    assert load(tmp_path).facts.observations[0].quote == told.quote


def test_a_page_that_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    keep(tmp_path, None, tracker())
    page = tmp_path / "outcomes/plan-1-1.md"
    page.write_text("---\nid: plan-1-1\ntitle: a: b\n---\n")
    result = keep(tmp_path, tracker(), tracker(title="Far fewer"))
    assert [(f.file, f.line) for f in result.faults] == [("outcomes/plan-1-1.md", 3)]
    assert page.read_text() == "---\nid: plan-1-1\ntitle: a: b\n---\n"


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, None, tracker())
    before = everything(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="No space"):
        keep(tmp_path, tracker(), tracker(title="Far fewer"))
    assert everything(tmp_path) == before


def test_hand_written_pages_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Home\n")
    (tmp_path / "outcomes").mkdir()
    (tmp_path / "outcomes/index.md").write_text("# Ours\n")
    keep(tmp_path, tracker(), tracker())
    assert (tmp_path / "index.md").read_text() == "# Home\n" and (
        tmp_path / "outcomes/index.md"
    ).read_text() == "# Ours\n"
    assert (tmp_path / "outcomes/plan-1-1.md").exists()
