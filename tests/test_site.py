"""The site's pages worked out from records: sentences, tables, links back, downloads. No builder runs here."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package

from site_sample import PACK, at, figure, sample_book
from tracker.records import Indicator, Observation, Part
from tracker.site.complete import complete, record_pages
from tracker.site.dates import a_year_before, in_period, months_long, period
from tracker.site.downloads import OBSERVATION_FIELDS, csv_text, data_files
from tracker.site.figures import indicator_page
from tracker.site.passages import mark, plain, table
from tracker.site.sentences import main_sentence
from tracker.site.site_paper import TextBlock
from tracker.site.strips import page_picture, strips_for
from tracker.site.text import html, markdown, number, safe_id, way
from tracker.site.wards import ward_pages

BURGLARY = Indicator(id="b", title="Residential Burglary", unit="cases")


def seen(value: str, start: str, end: str, **more: object) -> Observation:
    return figure(f"{value}-{end}", "b", value, start, end, **more)


# ---- words


def test_text_cannot_become_markup() -> None:
    bad = "<b>*x* [a](javascript:1) `c` {{ y }}</b>"
    assert "<b>" not in html(bad)
    escaped = markdown(bad)
    assert not re.search(r"[<*`\[\](){}]", escaped)


@pytest.mark.parametrize("bad", ["../../etc", "a/b", "A B", "<x>", "..", ".hidden", ""])
def test_an_id_cannot_leave_its_folder(bad: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", safe_id(bad))
    assert ".." not in safe_id(bad)[:2]


def test_ways_between_pages() -> None:
    assert way("indicators/x/", "papers/y/#page-3") == "../../papers/y/#page-3"
    assert way("", "papers/") == "papers/"
    assert way("papers/y/", "papers/y/#p3-1") == "#p3-1"
    assert way("about/", "") == "../"


def test_numbers_as_people_read_them() -> None:
    assert number("12345") == "12,345"
    assert number("2310") == "2310"
    assert number("-4.20") == "−4.20"
    assert number("about") == "about"


def test_periods_in_words() -> None:
    assert period("2023-03-01", "2023-05-31") == "March to May 2023"
    assert period("2022-06-01", "2023-05-31") == "June 2022 to May 2023"
    assert period("2023-05-01", "2023-05-31") == "May 2023"
    assert period("2022-01-01", "2022-12-31") == "2022"
    assert period("", "2023-03-31") == "as at 31 March 2023"
    assert period("", "", "Quarter 4") == "Quarter 4"
    assert in_period("2022-06-01", "2023-05-31") == "in the 12 months to May 2023"
    assert months_long("2023-03-02", "2023-05-31") == 0
    assert a_year_before("2024-02-01", "2024-02-29") == ("2023-02-01", "2023-02-28")


# ---- the sentence


def test_cases_come_before_percentages() -> None:
    observations = [seen("480", "2023-03-01", "2023-05-31"), seen("463", "2022-03-01", "2022-05-31")]
    assert main_sentence(BURGLARY, observations) == (
        "480 cases of Residential Burglary in March to May 2023, 17 more (3.7%) than a year earlier."
    )


def test_a_number_that_is_only_planned_is_said_to_be() -> None:
    planned = figure("p1", "residential-burglary", "40", "2031-03-01", "2031-03-31", breakdown=(("plan", "planned"),))
    said = main_sentence(BURGLARY, [planned])
    assert "40 cases planned in March 2031. The papers here do not report what came of it." in said


def test_a_title_in_the_papers_own_words_has_its_number_in_its_place() -> None:
    told = BURGLARY.model_copy(update={"title": "Alcohol was removed on … occasions"})
    removed = seen("57", "2022-04-01", "2023-03-31", unit="occasions")
    assert main_sentence(told, [removed]).startswith("Alcohol was removed on 57 occasions in ")


def test_small_numbers_have_no_percentage_and_are_named() -> None:
    observations = [seen("13", "2022-06-01", "2023-05-31"), seen("2", "2021-06-01", "2022-05-31")]
    sentence = main_sentence(BURGLARY, observations)
    assert "11 more" in sentence
    assert "%" not in sentence
    assert "small numbers" in sentence


def test_no_percentage_of_nothing() -> None:
    observations = [seen("30", "2023-03-01", "2023-05-31"), seen("0", "2022-03-01", "2022-05-31")]
    assert "%" not in main_sentence(BURGLARY, observations)


def test_the_same_number_is_said_to_be_the_same() -> None:
    observations = [seen("30", "2023-03-01", "2023-05-31"), seen("30", "2022-03-01", "2022-05-31")]
    assert "the same as a year earlier" in main_sentence(BURGLARY, observations)


def test_shares_change_by_percentage_points() -> None:
    share = {"unit": "%", "measure": "share"}
    observations = [seen("61.5", "2023-03-01", "2023-05-31", **share), seen("60", "2022-03-01", "2022-05-31", **share)]
    assert "61.5%" in main_sentence(BURGLARY, observations)
    assert "1.5 percentage points more" in main_sentence(BURGLARY, observations)


def test_a_withheld_number_is_written_out_and_not_compared() -> None:
    hidden = seen("5", "2023-03-01", "2023-05-31", as_printed="Less than 5", qualifier="under", marker="c")
    sentence = main_sentence(BURGLARY, [hidden, seen("9", "2022-03-01", "2022-05-31")])
    assert "Less than 5" in sentence
    assert "fewer" not in sentence


def test_parts_are_not_added_up() -> None:
    parts = [seen("1", "2023-03-01", "2023-05-31", breakdown=(("ward", w),)) for w in "ABCD"]
    assert "by ward" in main_sentence(BURGLARY, parts)
    assert "3 cases" not in main_sentence(BURGLARY, parts)


@pytest.mark.parametrize("word", ["only", "best", "worst", "better", "worse", "good", "bad"])
def test_no_word_of_the_sentences_judges(word: str) -> None:
    book = sample_book()
    for indicator in book.facts.indicators:
        sentence = main_sentence(indicator, book.observations_of.get(indicator.id, ()))
        assert not re.search(rf"\b{word}\b", sentence, re.IGNORECASE)


# ---- pages


def test_no_verdict_without_people() -> None:
    book = sample_book()
    assert "No verdict." in indicator_page(book, book.indicators["gun-crime"]).body
    decided = indicator_page(book, book.indicators["residential-burglary"]).body
    assert "The aim is fewer." in decided
    assert "The strategy wants fewer." in decided


def test_unsure_figures_are_not_shown() -> None:
    book = sample_book()
    body = indicator_page(book, book.indicators["gun-crime"]).body
    assert "77" not in body
    assert "1 figure could not be read with confidence" in body


def test_every_figure_is_in_its_table_with_its_page() -> None:
    book = sample_book()
    body = indicator_page(book, book.indicators["residential-burglary"]).body
    for value in ("480", "463", "1950", "1847"):
        assert f'<td class="n">{value}</td>' in body
    assert f"../../papers/{PACK}-item-5/#p2-2" in body


def test_a_difference_stands_beside_the_figure() -> None:
    book = sample_book()
    body = indicator_page(book, book.indicators["gun-crime"]).body
    assert "a decrease of 0%" in body
    assert "0 to 3: 3 more" in body


def test_outcomes_draw_in_their_evidence_and_lead_everywhere() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    outcome = pages["outcomes/safety-2030-1-1/"]
    assert "**480 cases** of Residential Burglary" in outcome.body
    for target in (f"papers/{PACK}-item-5/#p2-2", "indicators/residential-burglary/", "commitments/safety-2030-1/"):
        assert f"../../{target}" in outcome.body
    assert "words differ" in outcome.body


def test_parts_mark_what_is_cited_and_link_back() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    body = pages[f"papers/{PACK}-item-5/"].body
    assert 'id="p2-2"' in body
    assert "{: #page-2 " in body
    assert "Page 6" in body
    assert f"../../papers/{PACK}.pdf#page=2" in body
    assert '<a href="../../indicators/residential-burglary/">Residential Burglary</a>' in body
    assert "<mark>" in body


def test_a_paper_lists_all_that_was_taken_from_it() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    body = pages[f"papers/{PACK}/"].body
    for kind in ("Figures", "Outcomes", "Meetings", "Commitments"):
        assert f"<h3>{kind}</h3>" in body


def test_headings_of_papers_stay_below_those_of_the_page() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    assert "<h3>Help all victims of burglary</h3>" in pages[f"papers/{PACK}-item-5/"].body


def test_marks_fall_on_whole_words_and_only_where_the_words_are() -> None:
    assert mark("In all 1950 cases, up 3%.", ["1950 cases, up 3%"]) == "In all <mark>1950 cases, up 3%.</mark>"
    assert mark("Nothing here", ["480 cases"]) == "Nothing here"
    assert mark("There were **480 cases**", ["480 cases"]) == "There were **<mark>480 cases</mark>**"


def test_plain_words_of_markdown() -> None:
    assert plain(r"## 4\.1 The *annual* report {: #p1-1 }") == "4.1 The annual report"
    assert plain("- [a link](https://x.example)") == "a link"


def test_pipe_tables_become_tables_with_scopes() -> None:
    made = table("Calls by month\n\n| Month | Calls |\n|---|---|\n| May | 1,200 |\n| June \\| July | 7 [p] |\n")
    assert "<caption>Calls by month</caption>" in made
    assert '<th scope="col" class="n">Calls</th>' in made
    assert '<th scope="row">May</th><td class="n">1,200</td>' in made
    assert '<th scope="row">June | July</th>' in made


def test_a_table_of_a_paper_cannot_become_markup() -> None:
    made = table("| A | B |\n|---|---|\n| <script>x</script> | 2 |\n")
    assert "<script" not in made


# ---- data


def test_the_figures_follow_the_contract() -> None:
    rows = list(csv.DictReader(io.StringIO(data_files(sample_book())["data/observations.csv"])))
    contract = [
        "id",
        "indicator",
        "breakdown",
        "period_start",
        "period_end",
        "period_label",
        "value",
        "as_printed",
        "marker",
        "qualifier",
        "unit",
        "measure",
        "geography",
        "relates_to",
        "paper",
        "paper_date",
        "page",
        "printed_page",
        "box",
        "trust",
        "superseded_by",
    ]
    assert set(contract) <= set(rows[0])
    assert [f.name for f in OBSERVATION_FIELDS] == list(rows[0])
    first = next(row for row in rows if row["id"] == "o1")
    assert first["indicator"] == "Residential Burglary"
    assert first["box"] == "72 100 300 112"
    assert first["reading_copy"] == "true"
    withheld = next(row for row in rows if row["id"] == "c1")
    assert (withheld["value"], withheld["as_printed"], withheld["marker"]) == ("", "Less than 5", "c")
    assert withheld["breakdown"] == "ward=Ward 27; type=Theft"


def test_the_data_package_validates(tmp_path: Path) -> None:
    made = complete(sample_book(), {})
    for path, text in made.files.items():
        if path.startswith("data/"):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8", newline="")
    report = Package(str(tmp_path / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    broken = (tmp_path / "data" / "observations.csv").read_text(encoding="utf-8").replace("2031-05-31", "May", 1)
    (tmp_path / "data" / "observations.csv").write_text(broken, encoding="utf-8")
    assert not Package(str(tmp_path / "data" / "datapackage.json")).validate().valid


def test_every_indicator_has_its_files() -> None:
    files = data_files(sample_book())
    told = json.loads(files["indicators/gun-crime.json"])
    assert [row["value"] for row in told["observations"]] == [3, 0]
    assert [row["page"] for row in told["observations"]] == [2, 2]
    assert files["indicators/gun-crime.csv"].count("\n") == 3


def test_in_json_numbers_are_numbers_and_what_is_not_there_is_null() -> None:
    files = data_files(sample_book())
    rows = {row["id"]: row for row in json.loads(files["data/observations.json"])}
    assert rows["c1"]["value"] is None and rows["c1"]["as_printed"] == "Less than 5"
    assert {type(row["value"]) for row in rows.values()} == {int, float, type(None)}
    assert rows["o1"]["reading_copy"] is True and rows["o1"]["period_end"] == "2031-05-31"
    assert {type(row["pages"]) for row in json.loads(files["data/papers.json"])} == {int}
    assert {type(row["first_page"]) for row in json.loads(files["data/parts.json"])} == {int}


def test_no_cell_is_taken_for_a_formula() -> None:
    assert csv_text(["a"], [{"a": "=1+1"}, {"a": "-4.2"}]) == "a\n'=1+1\n-4.2\n"


# ---- the whole


def test_the_same_book_gives_the_same_files() -> None:
    written = {"index.md": "---\ntitle: Home\n---\n\n<!-- fill: papers -->\n"}
    first, second = complete(sample_book(), written), complete(sample_book(), written)
    assert first == second


def test_an_empty_tracker_has_a_site_too() -> None:
    from tracker.records import PaperFacts, TrackerSettings
    from tracker.site.book import Book

    made = complete(Book(TrackerSettings(board="B"), PaperFacts(), {}), {"index.md": "# Home\n"})
    assert "indicators/index.md" in made.pages
    assert "robots.txt" not in made.files


def test_old_addresses_lead_on() -> None:
    made = complete(sample_book(), {})
    assert "../../indicators/residential-burglary/" in made.files["indicators/old-burglary/index.html"]


def test_reading_copies_stay_out_of_search_engines() -> None:
    made = complete(sample_book(), {})
    assert "Disallow: /" in made.files["robots.txt"]
    assert made.extra["st"]["reading_copies"] is True


def test_sources_are_named_with_the_printed_page() -> None:
    book = sample_book()
    assert book.place_words(at(2)) == "Performance Dashboard, page\u00a06"
    assert book.place(at(2, "p2-2")) == f"papers/{PACK}-item-5/#p2-2"
    assert book.place(at(3)) == f"papers/{PACK}-item-5/#page-3"
    assert book.place(at(2, paper="unknown")) == "papers/"


def test_what_people_say_comes_first_and_is_named() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    outcome = pages["outcomes/safety-2030-1-2/"]
    assert outcome.meta["lede"] == "Doors are locked."
    assert outcome.meta["facts"][0]["tag"] == "Done"
    assert outcome.meta["exit"] is True
    other = pages["outcomes/safety-2030-1-1/"]
    assert other.meta["facts"][0]["tag"] == "Not rated"
    assert not other.meta["exit"]


def test_corrections_say_was_now_and_why() -> None:
    book = sample_book()
    body = indicator_page(book, book.indicators["satisfied"]).body
    assert "Was: “16.5”" in body
    assert "Now: “61.5”" in body
    assert "A smudge." in body
    assert "by Analyst on 1 July 2031" in body


# ---- pictures


def test_strips_show_the_words_with_room_and_stay_on_the_page() -> None:
    book = sample_book()
    (strip,) = strips_for(book, [at(2, "p2-2"), at(2, "p2-3")])
    left, top, right, bottom = strip.bbox
    assert (left, top, right, bottom) == (66.0, 94.0, 306.0, 118.0)
    assert strip.marks == ((72.0, 100.0, 300.0, 112.0),)
    assert strip.pixels == (384, 38)
    assert strips_for(book, [at(1, "p1-1", paper="foi-123")]) == (), "a paper that is not hosted is not shown"


def test_places_far_apart_get_a_strip_each() -> None:
    boxes = {(PACK, f"p2-{n}"): (Part(page=2, bbox=(50, 100 * n, 500, 100 * n + 40)),) for n in (1, 3, 6)}
    book = replace(sample_book(), boxes=boxes)
    strips = strips_for(book, [at(2, f"p2-{n}") for n in (1, 3, 6)])
    assert [strip.bbox[1] for strip in strips] == [94, 294, 594]
    assert len({strip.file for strip in strips}) == 3


def test_a_strip_shows_no_edge_of_what_stands_above_or_below_and_cuts_no_line_between() -> None:
    lines = {
        1: (50, 100, 300, 112),
        2: (50, 114, 500, 126),
        3: (50, 128, 300, 140),
        4: (50, 141, 300, 153),
        5: (520, 101, 560, 111),
    }
    boxes = {(PACK, f"p2-{n}"): (Part(page=2, bbox=box),) for n, box in lines.items()}
    book = replace(sample_book(), boxes=boxes)
    assert [s.bbox for s in strips_for(book, [at(2, "p2-2")])] == [(44.0, 113.0, 506.0, 127.0)]
    assert [s.bbox for s in strips_for(book, [at(2, "p2-1"), at(2, "p2-3")])] == [(44.0, 94.0, 506.0, 140.5)]


@pytest.mark.parametrize(("row", "top", "bottom"), [(9, 94.0, 274.0), (30, 324.0, 484.0)])
def test_of_a_long_table_whole_rows_are_shown_and_its_heads_where_they_are_near(
    row: int, top: float, bottom: float
) -> None:
    place = (PACK, "p2-1")
    rows = tuple(Part(page=2, bbox=(50, 100 + 10 * n, 500, 108 + 10 * n)) for n in range(50))
    whole = (Part(page=2, bbox=(50, 100, 500, 598)),)
    book = replace(sample_book(), boxes={place: whole}, table_rows={place: rows})
    (strip,) = strips_for(book, [at(2, "p2-1").model_copy(update={"boxes": rows[row : row + 1]})])
    assert (strip.bbox[1], strip.bbox[3]) == (top, bottom)


def test_the_page_of_a_measure_is_made_without_a_look_at_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    book = sample_book()

    def looked_at(*_: object) -> bool:
        raise AssertionError("with thousands of measures each page would be compared with all others")

    monkeypatch.setattr(Indicator, "__eq__", looked_at)
    assert all(indicator_page(book, indicator).body for indicator in book.facts.indicators)


def test_pages_left_out_are_not_shown() -> None:
    paper = sample_book().papers[PACK]
    assert page_picture(paper, 2, ()) is not None
    hidden = replace(paper, settings=paper.settings.model_copy(update={"leave_out": ("2",)}))
    assert page_picture(hidden, 2, ()) is None


def test_what_residents_say_is_kept_from_search_until_passed() -> None:
    told = TextBlock("p2-2", 2, "My door was broken.", "testimony")
    book = sample_book()
    texts = {**book.texts, f"{PACK}-item-5": (told,)}
    held = {page.address: page for page in record_pages(replace(book, texts=texts))}
    for address in (f"papers/{PACK}-item-5/", "outcomes/safety-2030-1-1/"):
        before = held[address].body.split("My door was broken.")[0]
        assert before.rstrip().endswith('markdown="1">')
        assert "data-pagefind-ignore" in before.rstrip().splitlines()[-1]
    people = {**book.people, f"{PACK}-item-5": {"passed": ["p2-2"]}}
    passed = {page.address: page for page in record_pages(replace(book, texts=texts, people=people))}
    assert (
        "data-pagefind-ignore"
        not in passed["outcomes/safety-2030-1-1/"].body.split("My door was broken.")[0].splitlines()[-2]
    )


def test_a_value_that_one_page_prints_twice_stands_once_on_a_wards_page() -> None:
    book = sample_book()
    first = next(o for o in book.facts.observations if dict(o.breakdown).get("ward") == "Ward 1")
    again = first.model_copy(update={"id": "again"})
    both = replace(book, facts=book.facts.model_copy(update={"observations": (*book.facts.observations, again)}))
    pages = [{p.address: p for p in ward_pages(b)}["wards/ward-1/"].body.count("<tr>") for b in (book, both)]
    assert pages[0] == pages[1]


def test_each_ward_has_its_figures_on_one_page() -> None:
    made = {page.address: page for page in ward_pages(sample_book())}
    assert "wards/ward-1/" in made
    assert made["wards/ward-1/"].body.count("<tr>") == 4, "a head and three kinds of incident"
    assert "Less than 5" in made["wards/ward-27/"].body
    assert "26 figures" not in made["wards/"].body


def test_a_quotation_is_linked_to_the_page_that_says_it() -> None:
    pages = {page.address: page for page in record_pages(sample_book())}
    body = pages["priorities/safety-2030-1/"].body
    quoted = re.search(r"<p>“There were 480 cases.*?</p><p class=\"st-src\">.*?</p>", body)
    assert quoted
    assert f"../../papers/{PACK}-item-5/#p2-2" in quoted.group(0)
    assert "page\u00a06" in quoted.group(0)
