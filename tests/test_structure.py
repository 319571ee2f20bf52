"""Parts, strategies, meetings, requests, forward plans and terms of the five papers, against the answer key."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest
import yaml

from conftest import PAPERS, Measured, Readings
from tracker.facts import combine, understand
from tracker.facts.people.names import HELD
from tracker.facts.wording.names import plain_words
from tracker.records import (
    Meeting,
    PaperFacts,
    PaperSettings,
    Reading,
    Record,
    Source,
    Strategy,
    Tracker,
    TrackerSettings,
)

TRUTH = Path(__file__).parent / "truth"
PACK = "scpb-agenda-pack-2023-07-19"
DRAFT = "vawg-strategy-2021-24-draft"
LETTERS = ("foi-6015464", "foi-7481896", "foi-8347013")
TRACKER = TrackerSettings(
    board="Barnet Safer Communities Partnership Board",
    place="Barnet",
    mailboxes=("foi@barnet.gov.uk", "BarnetCST@Barnet.gov.uk", "saferstreets@barnet.gov.uk"),
    telephones=("0208 359 2000", "0303 123 1113", "020 8203 8942"),
)


def rows(name: str) -> list[dict[str, str]]:
    with (TRUTH / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(text: str) -> str:
    """A text with the marks that type-setting changes made alike; words, case and other punctuation stay."""
    text = re.sub(r"[‘’]", "'", text)
    return " ".join(re.sub(r"[“”]", '"', text).split())


@pytest.fixture(scope="session")
def facts(readings: Readings) -> dict[str, PaperFacts]:
    """What each paper says, without anything a person wrote about it: an empty ``X.yml`` must do."""
    return {
        name: understand(readings[name], paper_id=name, settings=PaperSettings(), tracker=TRACKER)
        for name in (PACK, DRAFT, *LETTERS)
    }


@pytest.fixture(scope="session")
def tracker(readings: Readings, facts: dict[str, PaperFacts]) -> Tracker:
    return combine(
        [
            Reading(program="test", id=name, settings=PaperSettings(), paper=readings[name], facts=each)
            for name, each in facts.items()
        ]
    )


# ---- parts and the agenda --------------------------------------------------------------------------------------------


def test_every_agenda_item_has_its_pages(facts: dict[str, PaperFacts], measured: Measured) -> None:
    parts = facts[PACK].parts
    for row in rows("agenda.csv"):
        if row["meeting_date"] != "2023-07-19" or not row["pages"]:
            continue
        first, last = (int(n) for n in row["pages"].split("-"))
        mine = [p for p in parts if p.item == row["item_no"]]
        assert mine, row["title"]
        assert min(p.first_page for p in mine) == first
        # The last page of an item may be blank, and belongs to no part then.
        assert last - 1 <= max(p.last_page for p in mine) <= last
    measured("agenda items with right pages", "all", "all")


def test_reports_inside_an_item_are_parts_of_their_own(facts: dict[str, PaperFacts]) -> None:
    found = [(p.id.rsplit("item-", 1)[1], p.kind, p.first_page) for p in facts[PACK].parts if p.item == "9"]
    assert found == [("9-a", "covering report", 37), ("9-b", "annual report", 41), ("9-c", "annual report", 63)]
    titles = [p.title for p in facts[PACK].parts if p.item == "9"]
    assert "Annual Report" in titles[1] and "Violence Against Women" in titles[2]


def test_parts_follow_one_another_and_hold_every_block(facts: dict[str, PaperFacts], readings: Readings) -> None:
    for name, each in facts.items():
        pages = [(p.first_page, p.last_page) for p in each.parts]
        assert pages == sorted(pages), name
        assert len({p.id for p in each.parts}) == len(each.parts)
        ids = [b.id for page in readings[name].pages for b in page.blocks]
        places = [(ids.index(p.first_block), ids.index(p.last_block)) for p in each.parts]
        assert all(a[1] < b[0] for a, b in pairwise(places))


def test_covering_reports_have_their_standard_sections(facts: dict[str, PaperFacts]) -> None:
    for part in facts[PACK].parts:
        kinds = {s.kind for s in part.sections}
        if part.id.endswith(("9-a", "9-c")):
            assert {"recommendations", "legal", "finance", "equalities", "risk", "background papers"} <= kinds
        else:
            assert not kinds


def test_case_studies_are_marked(facts: dict[str, PaperFacts], readings: Readings) -> None:
    texts = {b.id: b.text for page in readings[PACK].pages for b in page.blocks}
    marked = [texts[b] for p in facts[PACK].parts for b in p.testimony]
    assert len(marked) >= 10
    assert any(t.startswith("Anonymised OSS service user case study") for t in marked)
    assert all("Recommendation" not in t for t in marked)


# ---- strategies ------------------------------------------------------------------------------------------------------


def framework() -> dict[str, dict]:  # type: ignore[type-arg]
    found = yaml.safe_load((TRUTH / "framework.yml").read_text(encoding="utf-8"))["strategies"]
    return {s["id"]: s for s in found}


def strategy_like(tracker: Tracker, words: str, years: str) -> Strategy:
    found = [s for s in tracker.facts.strategies if words in plain_words(s.title) and s.period.startswith(years)]
    assert len(found) == 1, [s.title for s in tracker.facts.strategies]
    return found[0]


def test_three_strategies_and_one_is_a_draft(tracker: Tracker) -> None:
    assert sorted((s.period[:7], s.status) for s in tracker.facts.strategies) == [
        ("2021-20", "draft"),
        ("2022-25", "adopted"),
        ("2022-27", "adopted"),
    ]


def test_priorities_and_outcomes_word_for_word(tracker: Tracker, measured: Measured) -> None:
    truth = framework()["CSS"]
    strategy = strategy_like(tracker, "community safety strategy", "2022-27")
    priorities = {p.number: p for p in tracker.facts.priorities if p.strategy == strategy.id}
    assert len(priorities) == 5
    wrong = []
    for row in truth["priorities"]:
        priority = priorities[str(row["number"])]
        said = {w.stands_in: same(w.text) for w in priority.wordings}
        if said != {"heading": same(row["title"]), "list": same(row["title_in_list_of_section_2"])}:
            wrong.append((row["id"], said))
        outcomes = [o for o in tracker.facts.outcomes if o.priority == priority.id]
        assert len(outcomes) == len(row["outcomes"])
        for outcome, want in zip(outcomes, row["outcomes"], strict=True):
            said = {w.stands_in: same(w.text) for w in outcome.wordings}
            assert outcome.number == f"{row['number']}.{want['number']}"
            if said != {"heading": same(want["heading_wording"]), "list": same(want["wording"])}:
                wrong.append((want["id"], said))
            if not {same(h) for h in want.get("sub_headings", ())} <= {same(h) for h in outcome.sub_headings}:
                wrong.append((want["id"], outcome.sub_headings))
    measured("priorities and outcomes, list and heading word for word", "all", f"all but {len(wrong)}")
    assert not wrong


@pytest.mark.parametrize(("key", "years"), [(1, "2022-25"), (2, "2021-20")])
def test_objectives_word_for_word(tracker: Tracker, key: int, years: str) -> None:
    truth = list(framework().values())[key]
    strategy = strategy_like(tracker, "domestic abuse and violence against women and girls strategy", years)
    objectives = {p.number: p for p in tracker.facts.priorities if p.strategy == strategy.id}
    assert len(objectives) == len(truth["objectives"]) == 5
    for row in truth["objectives"]:
        objective = objectives[str(row["number"])]
        said = {(w.stands_in, same(w.text)) for w in objective.wordings}
        assert ("heading", same(row["heading_wording"])) in said
        assert ("list", same(row["title"])) in said
        wanted = {same(h if isinstance(h, str) else h["title"]) for h in row.get("sub_headings", ())}
        assert wanted <= {same(h) for h in objective.sub_headings}


def test_objectives_answer_the_outcomes_of_priority_two(tracker: Tracker) -> None:
    css = strategy_like(tracker, "community safety strategy", "2022-27")
    for years in ("2022-25", "2021-20"):
        strategy = strategy_like(tracker, "domestic abuse", years)
        for objective in (p for p in tracker.facts.priorities if p.strategy == strategy.id):
            outcome = next(o for o in tracker.facts.outcomes if o.id == f"{css.id}-2-{objective.number}")
            assert outcome.id in objective.answers
            assert objective.id in outcome.answers


def test_evidence_stands_under_its_heading(tracker: Tracker, readings: Readings) -> None:
    blocks = {b.id: b for page in readings[PACK].pages for b in page.blocks}
    outcome = next(o for o in tracker.facts.outcomes if o.number == "1.3")
    texts = [blocks[b].text for e in outcome.evidence for b in e.blocks]
    assert any(t.startswith("Ward Walks") for t in texts)
    outcome = next(o for o in tracker.facts.outcomes if o.number == "1.4")
    assert any(blocks[b].kind == "table" for e in outcome.evidence for b in e.blocks)
    seen: set[str] = set()
    for node in tracker.facts.outcomes:
        mine = {b for e in node.evidence for b in e.blocks}
        assert mine and not mine & seen, node.id
        seen |= mine


# ---- meetings --------------------------------------------------------------------------------------------------------


def meeting(tracker: Tracker, day: str) -> Meeting:
    return next(m for m in tracker.facts.meetings if m.date == day)


def test_items_of_both_meetings(tracker: Tracker) -> None:
    for day in ("2023-07-19", "2023-04-28"):
        want = [(r["item_no"], same(r["title"])) for r in rows("agenda.csv") if r["meeting_date"] == day]
        assert [(i.number, same(i.title)) for i in meeting(tracker, day).items] == want


def test_front_sheet_says_what_a_resident_needs(tracker: Tracker) -> None:
    found = meeting(tracker, "2023-07-19")
    assert found.time == "10:00"
    assert same(found.venue).upper().startswith("HENDON TOWN HALL")
    said = " ".join(w.text for w in found.details)
    assert "10AM on the third working day" in said and "wheelchair" in said


def test_every_decision_with_its_type(tracker: Tracker, measured: Measured) -> None:
    found = [(d.item, same(d.text), d.type) for m in tracker.facts.meetings for d in m.decisions]
    want = [(r["item_number"], same(r["text"]), r["type"]) for r in rows("decisions.csv")]
    measured("decisions with their type", str(len(want)), str(len(set(found) & set(want))))
    assert found == want


def test_every_recommendation(tracker: Tracker, measured: Measured) -> None:
    found = [(m.date, r.number, same(r.text)) for m in tracker.facts.meetings for r in m.recommendations]
    want = [(r["meeting_date"], r["number"], same(r["text"])) for r in rows("recommendations.csv")]
    measured("recommendations", str(len(want)), str(len(set(found) & set(want))))
    assert found == want


def test_attendance_and_apologies(tracker: Tracker) -> None:
    found = meeting(tracker, "2023-04-28").attendance
    present = [a for a in found if not a.apology]
    assert len(present) == 19
    assert ("Councillor Sara Conway", "Chair") in [(a.name, a.post) for a in present]
    assert [(a.name, a.post) for a in found if a.apology] == [
        ("", "The London Fire Brigade"),
        ("Matt Leng", "Community Safety Manager"),
        ("Alice Bird", "MOPAC"),
    ]
    assert not any(a.name for a in found if "Support Officer" in a.post)


def test_two_dates_are_one_meeting_with_a_finding(tracker: Tracker) -> None:
    days = [m.date for m in tracker.facts.meetings]
    assert "2023-07-21" not in days and days.count("2023-07-19") == 1
    findings = [f for f in tracker.facts.findings if f.kind == "meeting date"]
    assert len(findings) == 1 and findings[0].stated == "2023-07-21" and findings[0].worked_out == "2023-07-19"
    # The minutes and the forward plan both announce the other day.
    assert {s.page for s in findings[0].sources} >= {1, 7, 83}


def test_the_deadline_for_questions_is_counted(tracker: Tracker) -> None:
    found = [(f.stated, f.worked_out) for f in tracker.facts.findings if f.kind == "deadline"]
    assert found == [("2023-07-17", "2023-07-14")]
    assert not [f for f in tracker.facts.findings if f.kind == "weekday"]


def test_announced_meetings(tracker: Tracker) -> None:
    assert [m.date for m in tracker.facts.meetings if m.announced] == [
        "2023-10-27",
        "2024-01-19",
        "2024-04-26",
        "2024-07-26",
    ]


# ---- letters, plans, terms -------------------------------------------------------------------------------------------


def test_every_foi_question_and_answer(tracker: Tracker, measured: Measured) -> None:
    found = [
        (
            r.reference,
            r.received,
            r.responded,
            same(f"{q.number}{')' if r.reference == '7481896' else '.'} {q.text}" if q.number else q.text),
            same(q.answer),
            q.exemption,
        )
        for r in sorted(tracker.facts.requests, key=lambda r: ("8347013", "6015464", "7481896").index(r.reference))
        for q in r.questions
    ]
    want = [
        (r["ref"], r["received"], r["responded"], same(r["question"]), same(r["answer"]), r["exemption"])
        for r in rows("foi.csv")
    ]
    measured("questions and answers of letters", str(len(want)), str(len(set(found) & set(want))))
    assert len(found) == len(want) == 28
    assert [f for f in found if f not in want] == []


def test_unanswered_questions_say_so(tracker: Tracker) -> None:
    found = [(r.reference, same(q.text)[:24]) for r in tracker.facts.requests for q in r.questions if not q.answered]
    assert sorted(found) == [
        ("6015464", "Please list the boroughs"),
        ("6015464", "Since January 1, 2019 ho"),
        ("7481896", "In how many of the cases"),
    ]


def test_every_forward_plan_row(tracker: Tracker, measured: Measured) -> None:
    def row(r: dict[str, str]) -> tuple[str, ...]:
        return tuple(
            same(r[k]) for k in ("meeting_date", "meeting_date_text", "title", "overview", "officer", "issue_type")
        )

    found = [row(i.model_dump()) for i in tracker.facts.forward_items]
    want = [row(r) for r in rows("forward-plan.csv")]
    measured("rows of the forward plan", str(len(want)), str(len(set(found) & set(want))))
    assert found == want


def test_every_term_of_the_list_and_most_of_the_text(tracker: Tracker, measured: Measured) -> None:
    listed = {(t.short, same(t.expansion)) for t in tracker.facts.terms if t.stands_in == "list"}
    want = {(r["short"], same(r["expansion"])) for r in rows("abbreviations.csv") if r["from"] == "list"}
    assert listed == want and len(want) == 16
    said = {(t.short, plain_words(t.expansion)) for t in tracker.facts.terms if t.stands_in != "definition"}
    text = {(r["short"], plain_words(r["expansion"])) for r in rows("abbreviations.csv")}
    recall, precision = len(said & text) / len(text), len(said & text) / len(said)
    measured("terms of the list of abbreviations", str(len(want)), str(len(listed & want)))
    measured("abbreviations in running text, recall and precision", "–", f"{recall:.3f} {precision:.3f}")
    assert recall >= 0.85 and precision >= 0.9


# ---- proof -----------------------------------------------------------------------------------------------------------


def sources_in(value: object) -> list[Source]:
    if isinstance(value, Source):
        return [value]
    if isinstance(value, Record):
        return [s for name in type(value).model_fields for s in sources_in(getattr(value, name))]
    if isinstance(value, tuple):
        return [s for item in value for s in sources_in(item)]
    return []


def letters(words: list[str]) -> list[str]:
    """The letters and figures of words, note marks left out ("increase.1"), in no order: lines may be parted."""
    bare = (re.sub(r"(?<=[a-z][.,;:)])\d{1,2}$", "", word) for word in words)
    return sorted(re.sub(r"\W", "", same("".join(bare))))


def test_every_source_is_found_again_at_its_place(tracker: Tracker, measured: Measured) -> None:
    """Reads the words in the stored boxes with code that shares nothing with the reading."""
    documents: dict[str, pymupdf.Document] = {}
    words: dict[tuple[str, int], list[tuple[float, float, str]]] = {}
    checked, wrong = 0, []
    for source in dict.fromkeys(sources_in(tracker.facts)):
        found: list[str] = []
        for part in source.boxes:
            key = (source.paper, part.page)
            if key not in words:
                document = documents.setdefault(source.paper, pymupdf.open(PAPERS / f"{source.paper}.pdf"))
                page = document[part.page - 1]
                page.remove_rotation()
                words[key] = [((w[0] + w[2]) / 2, (w[1] + w[3]) / 2, w[4]) for w in page.get_text("words")]
            x0, y0, x1, y1 = part.bbox
            found.extend(t for x, y, t in words[key] if x0 <= x <= x1 and y0 <= y <= y1)
        checked += 1
        if HELD in source.words:
            # The name or number itself is not kept: the words before and after it are still there.
            pieces = [re.escape(piece.strip()) for piece in same(source.words).split(HELD)]
            if not re.search(r".*".join(pieces), same(" ".join(found))):
                wrong.append((source.paper, source.page, source.block, source.words[:60], " ".join(found)[:60]))
        elif letters(found) != letters(source.words.split()):
            wrong.append((source.paper, source.page, source.block, source.words[:60], " ".join(found)[:60]))
    measured("sources found again at their place", "all", f"{checked - len(wrong)} of {checked}")
    assert checked > 400
    assert not wrong
