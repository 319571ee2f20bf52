"""What people correct shows wherever the figure shows, and goes with the data; breaks, other places and parts too."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from site_sample import at, figure, sample_book
from tracker.pages.doc_pages import Docs
from tracker.pages.folder import people_key
from tracker.pages.load import load
from tracker.records import (
    Finding,
    Indicator,
    Observation,
    Paper,
    PaperFacts,
    PaperSettings,
    Part,
    Reading,
    StatedChange,
    Tracker,
    TrackerSettings,
    Wording,
)
from tracker.site.book import Book
from tracker.site.cards import card
from tracker.site.complete import record_pages
from tracker.site.corrections import corrections_list
from tracker.site.datapackage import data_page
from tracker.site.differences import differences
from tracker.site.downloads import RECORD_KINDS, data_files, fields_of
from tracker.site.figures import indicator_page
from tracker.site.gather import book_of
from tracker.site.lists_figures import figures_list, newest_cards
from tracker.site.lists_papers import papers_list
from tracker.site.not_here import missing_list
from tracker.site.people import measure_message
from tracker.site.sentences import main_sentence
from tracker.site.sources import pages_drawn_on
from tracker.site.strips import Strip
from tracker.site.wordings import wordings_section

MEASURE = Indicator(id="bin-fires", title="Bin fires", unit="fires")
NOW, BEFORE = ("2031-03-01", "2031-05-31"), ("2030-03-01", "2030-05-31")


def fires(key: str, value: str, when: tuple[str, str] = NOW, **more: object) -> Observation:
    return figure(key, MEASURE.id, value, *when, **{"unit": "fires", **more})


def book_with(*figures: Observation, people: dict[str, dict[str, object]] | None = None) -> Book:
    book = sample_book()
    facts: PaperFacts = book.facts.model_copy(
        update={
            "indicators": (*book.facts.indicators, MEASURE),
            "observations": (*book.facts.observations, *figures),
        }
    )
    return replace(book, facts=facts, people={**book.people, **(people or {})})


RECOUNT = {
    "correction": "published",
    "corrected_value": "485",
    "reason": "A recount. ",
    "checked_by": "Performance Analyst",
    "checked_on": "2031-09-02",
}


def test_a_published_correction_stands_beside_the_print_wherever_the_figure_is_shown() -> None:
    printed_twice = (fires("f1", "480"), fires("f2", "480", block="p2-3", trust="corrected"))
    book = book_with(*printed_twice, fires("f0", "463", BEFORE), people={"f2": RECOUNT})
    page = indicator_page(book, MEASURE)
    said = "The publisher has since corrected 480 to 485."
    assert "480 fires" in page.meta["lede"] or "480 in March" in page.meta["lede"]
    assert said in page.meta["lede"]
    newest, table = page.body.split("## Table")[0], page.body.split("## Table")[1]
    assert said in newest
    assert "corrected by the publisher to 485" in table
    assert said.rstrip(".") in page.body.split("## Cite and take away")[1], (
        "who quotes the figure quotes the correction"
    )
    listed = corrections_list(book).body
    assert "Was: “480”. Now: “485”. Why: A recount. Said by Performance Analyst on 2 September 2031." in listed


def test_corrections_and_checks_go_with_the_data() -> None:
    book = book_with(fires("f2", "480", trust="corrected"), people={"f2": RECOUNT})
    files = data_files(book)
    row = next(r for r in csv.DictReader(io.StringIO(files["data/observations.csv"])) if r["id"] == "f2")
    assert (row["value"], row["correction"], row["corrected_value"]) == ("480", "published", "485")
    assert (row["checked_by"], row["checked_on"]) == ("Performance Analyst", "2031-09-02")
    told = list(csv.DictReader(io.StringIO(files["data/corrections.csv"])))
    assert any(r["record"] == "f2" and r["now"] == "485" and r["page"] == "indicators/bin-fires/" for r in told)


def test_every_column_of_every_file_is_explained_and_stays_whatever_the_records_hold() -> None:
    full, empty = data_files(sample_book()), data_files(replace(sample_book(), facts=PaperFacts()))
    page = data_page(full).body
    for kind in RECORD_KINDS:
        names = [field.name for field in fields_of(kind)]
        assert all(field.meaning for field in fields_of(kind))
        assert full[f"data/{kind}.csv"].split("\n")[0] == empty[f"data/{kind}.csv"].split("\n")[0] == ",".join(names)
        assert f"{kind}.csv)</summary>" in page


def test_what_differs_says_where_it_is_printed() -> None:
    rows = list(csv.DictReader(io.StringIO(data_files(sample_book())["data/findings.csv"])))
    assert rows and all("#page=" in row["sources"] for row in rows)


def test_figures_on_both_sides_of_a_break_are_not_compared() -> None:
    said = main_sentence(MEASURE, [fires("f1", "480"), fires("f2", "480", marker="b"), fires("f0", "463", BEFORE)])
    assert "more" not in said and "463" not in said
    assert "earlier figures are not comparable" in said
    later = [fires("f2", "480", marker="b"), fires("f3", "470", ("2032-03-01", "2032-05-31"))]
    assert "10 fewer" in main_sentence(MEASURE, later), "after the break figures are compared again"
    book = book_with(fires("f2", "480", marker="b"), fires("f0", "463", BEFORE))
    body = indicator_page(book, MEASURE).body
    assert "up from" not in body
    assert "[b]: break in the series" in body
    assert "Not compared: the series breaks here" in body


def test_two_values_for_one_figure_are_both_named() -> None:
    said = main_sentence(MEASURE, [fires("f1", "15"), fires("f2", "17")])
    assert said.endswith("The papers also print 17 for it.")
    rounded = [fires("f1", "62", unit="%", measure="share"), fires("f2", "61.9", unit="%", measure="share")]
    assert "also print" not in main_sentence(MEASURE, rounded)


def test_the_first_sentence_is_about_the_trackers_own_area() -> None:
    book = book_with(fires("a-county", "9000", geography="Otherland"), fires("b-own", "480"))
    assert "480" in measure_message(book, MEASURE)
    assert "9000" not in measure_message(book, MEASURE)


def test_one_part_alone_is_named_with_its_figure() -> None:
    part = fires("f1", "64", breakdown=(("group", "new"),))
    assert main_sentence(MEASURE, [part]) == "Bin fires (new): 64 in March to May 2031."


def test_a_rank_keeps_its_words() -> None:
    rank = fires(
        "f1", "4", as_printed="4th lowest", unit="rank", measure="rank", breakdown=(("rank", "lowest of 32 areas"),)
    )
    assert main_sentence(MEASURE, [rank]) == "Bin fires: 4th lowest of 32 areas in March to May 2031."


def test_a_range_is_said_as_one() -> None:
    ends = [
        fires(n, v, breakdown=(("range", n),), unit="GBP per year") for n, v in (("upper", "900"), ("lower", "500"))
    ]
    assert main_sentence(MEASURE, ends) == "Bin fires: £500 to £900 per year in March to May 2031."


def test_few_parts_are_named_and_of_many_the_least_and_the_most() -> None:
    two = [fires("f1", "21", breakdown=(("group", "north"),)), fires("f2", "10", breakdown=(("group", "south"),))]
    assert "21 (north) and 10 (south)" in main_sentence(MEASURE, two)
    many = [fires(f"f{n}", str(n), breakdown=(("road", f"Road {chr(65 + n)}"),)) for n in range(5)]
    assert "5 figures by road, from 0 (Road A) to 4 (Road E)" in main_sentence(MEASURE, many)


def test_a_column_that_numbers_the_years_parts_nothing() -> None:
    years = [
        fires("f1", "74", ("2029-04-01", "2030-03-31"), breakdown=(("year", "3"),)),
        fires("f2", "92", ("2030-04-01", "2031-03-31"), breakdown=(("year", "4"),)),
    ]
    assert "92 in the 12 months to March 2031, 18 more" in main_sentence(MEASURE, years)


def test_a_measure_whose_figures_all_wait_is_listed_for_review_alone() -> None:
    book = book_with(fires("f1", "480", trust="unsure"))
    assert "Bin fires" not in figures_list(book).body
    assert "indicators/bin-fires/" in missing_list(book).body
    assert indicator_page(book, MEASURE).meta["unsearched"]
    assert "could be read with confidence" in measure_message(book, MEASURE)
    taken_out = book_with()
    assert "indicators/bin-fires/" in missing_list(taken_out).body, "no page stands without a way to it"
    assert measure_message(taken_out, MEASURE) == "No figure of this measure is shown here."


def test_a_card_says_that_numbers_are_small_and_what_was_corrected() -> None:
    book = book_with(
        fires("f1", "4"), fires("f0", "3", BEFORE), people={"f1": {"correction": "published", "corrected_value": "6"}}
    )
    made = card(book, "", MEASURE)
    assert "1 more than a year earlier. Small numbers" in made
    assert "The publisher has since corrected 4 to 6." in made


def test_small_numbers_are_not_put_on_the_home_page() -> None:
    few, many = (
        newest_cards(book_with(fires("f1", now), fires("f0", before, BEFORE)), "", 99)[0]
        for now, before in (("4", "3"), ("400", "300"))
    )
    assert "Bin fires" not in few and "Bin fires" in many


def test_a_figure_since_some_day_is_not_what_another_is_compared_with() -> None:
    """What has no end ("6,390 since 2015") is of no earlier time; the home page is built all the same."""
    book = book_with(fires("f1", "400", ("2031-03-05", "2031-05-20")), fires("f0", "300", ("2015-01-01", "")))
    assert "Bin fires" not in newest_cards(book, "", 99)[0]


def test_a_strip_is_told_by_the_sentences_in_it_alone() -> None:
    near, far = at(2, "p2-2"), at(2, "p2-3")
    far = far.model_copy(update={"boxes": (Part(page=2, bbox=(72.0, 700.0, 300.0, 712.0)),)})
    (page,) = pages_drawn_on(sample_book(), [(near, "There were 480."), (far, "There were 522.")])
    strip = Strip("westford-pack", 2, (60.0, 90.0, 320.0, 120.0), (near.boxes[0].bbox,), "x.png")
    assert page.told_by(strip) == "There were 480."
    (table,) = pages_drawn_on(sample_book(), [(near, None)])
    assert table.told_by(strip).startswith("1 figure")


def test_a_difference_says_what_it_is_about_and_names_each_page_once() -> None:
    finding = Finding(
        id="d1", kind="change", verdict="differs", what="Bin fires, 2031", stated="2031-03-01",
        worked_out="9 to 5: -44%",
        sources=(at(2, "p2-2"), at(2, "p2-3")),
    )  # fmt: skip
    made = differences(sample_book(), "", [finding])
    assert "Bin fires, 2031" in made and "1 March 2031" in made and "−44%" in made
    assert made.count("Performance Dashboard") == 1


def test_changes_as_printed_name_the_part_they_are_about_once() -> None:
    parts = [
        fires("f1", "17", breakdown=(("group", "North"),)),
        fires("f0", "20", BEFORE, breakdown=(("group", "North"),)),
    ]
    book = book_with(*parts)
    changes = tuple(
        StatedChange(
            id=key, indicator=MEASURE.id, stated=words, direction="down", amount="15", unit="%",
            from_observation="f0", to_observation="f1", source=at(2, "p2-2"),
        )
        for key, words in (("c1", "-15%"), ("c2", "down 15%"))
    )  # fmt: skip
    book = replace(book, facts=book.facts.model_copy(update={"changes": changes}))
    body = indicator_page(book, MEASURE).body.split("Changes as printed", 1)[1]
    assert body.count("March to May 2031, North") == 1


def test_what_people_say_on_pages_with_one_id_is_kept_apart(tmp_path: Path) -> None:
    said = {
        "outcomes": "strategy: plan\npriority: plan-p\nnumber: '1'\ntitle: Homes\n",
        "commitments": "title: 'Commitments: Homes'\n",
        "papers": "paper: plan-1\ntitle: Letter\nfirst_page: 1\nlast_page: 1\n",
        "requests": "reference: '1'\ntitle: Letter\n",
    }
    for kind, fields in said.items():
        page = tmp_path / kind / "plan-1.md"
        page.parent.mkdir()
        page.write_text(f"---\nid: plan-1\n{fields}summary: Said on {kind}.\n---\n\nWritten on {kind}.\n")
    for pair in (("outcomes", "commitments"), ("papers", "requests")):
        folder = tmp_path / "-".join(pair)
        for kind in pair:
            (folder / kind).mkdir(parents=True)
            (folder / kind / "plan-1.md").write_text((tmp_path / kind / "plan-1.md").read_text())
        docs = load(folder)
        assert not docs.faults
        for kind in pair:
            key = people_key(kind, "plan-1")
            assert docs.people[key]["summary"] == f"Said on {kind}."
            assert docs.prose[key].strip() == f"Written on {kind}."


def test_every_figure_that_is_shown_has_a_lasting_address() -> None:
    twice = (fires("f1", "480"), fires("f2", "480", block="p2-3"), fires("f3", "5", breakdown=(("ward", "Alder"),)))
    book = book_with(*twice, fires("f4", "9", trust="unsure"))
    body = indicator_page(book, MEASURE).body
    rows = {r["id"]: r for r in csv.DictReader(io.StringIO(data_files(book)["data/observations.csv"]))}
    for figure_id in ("f1", "f2", "f3"):
        page, _, anchor = rows[figure_id]["address"].partition("#")
        assert page == "indicators/bin-fires/" and body.count(f'id="{anchor}"') == 1
    assert rows["f4"]["address"] == ""


def test_a_measure_that_names_its_cases_does_not_say_them_twice() -> None:
    crimes = fires("f1", "93", unit="crimes")
    assert main_sentence(Indicator(id="k", title="Knife crime"), [crimes]) == "Knife crime: 93 in March to May 2031."
    assert main_sentence(Indicator(id="b", title="Burglary"), [crimes]).startswith("93 crimes of Burglary in")


def test_a_number_before_a_promise_is_no_other_wording() -> None:
    book = sample_book()
    both = [
        Wording(text="Priority 1: Fewer burglaries", stands_in="list", source=at(1, "p1-2")),
        Wording(text="Fewer burglaries.", stands_in="heading", source=at(2, "p2-1")),
    ]
    assert "in the same words" in wordings_section(book, "", both)
    other = [both[0], Wording(text="Fewer thefts", stands_in="heading", source=at(2, "p2-1"))]
    assert "the words differ" in wordings_section(book, "", other)


def test_a_priority_without_outcomes_says_what_is_reported_on_it() -> None:
    book = sample_book(outcomes=())
    (page,) = (p for p in record_pages(book) if p.address == "priorities/safety-2030-1/")
    assert page.meta["lede"].startswith("The papers")


def test_packs_of_one_board_are_told_apart_by_their_day() -> None:
    def pack(day: str, title: str = "") -> Reading:
        paper = Paper(title="Westford Safety Board", date=day, kind="agenda pack", sha256="0")
        said = PaperSettings(title=title)
        return Reading(program="0", id=f"pack-{day}", settings=said, paper=paper, facts=PaperFacts())

    readings = (pack("2031-03-01"), pack("2031-06-01"), pack("2031-09-01", title="The autumn pack"))
    book = book_of(Docs(), Tracker(readings=readings), TrackerSettings(), {})
    assert [paper.title for paper in book.papers.values()] == [
        "Westford Safety Board, agenda pack of 1 March 2031",
        "Westford Safety Board, agenda pack of 1 June 2031",
        "The autumn pack",
    ]
    assert "Agenda pack. 1 March 2031. 0 pages." in papers_list(book).body


def test_where_a_measure_stands_in_several_papers_each_page_is_named_with_its_paper() -> None:
    book = book_with(fires("f1", "480"), fires("f2", "9", BEFORE, source=at(1, "p1-1", paper="foi-123")))
    table = indicator_page(book, MEASURE).body.split("## Table")[1].split("## What it means")[0]
    assert "Performance Dashboard, page" in table and "Adoption orders, page" in table
