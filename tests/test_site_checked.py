"""The page "Figures checked": what a number is about, its sentence with the words marked, papers kept apart."""

from __future__ import annotations

from dataclasses import replace

from site_sample import sample_book
from tracker.records import (
    Finding,
    Indicator,
    Observation,
    PaperFacts,
    PaperPart,
    PaperSettings,
    Source,
    TrackerSettings,
)
from tracker.site.book import Book
from tracker.site.checked import checked_list, marked, quoted, what_of
from tracker.site.figures import indicator_page
from tracker.site.site_paper import PaperPage, SitePaper, TextBlock


def _paper(name: str, date: str, title: str) -> SitePaper:
    pages = tuple(PaperPage(n, "", 595, 842) for n in range(1, 5))
    return SitePaper(name, title, "paper", date, PaperSettings(), pages)


def _finding(name: str, paper: str, block: str, stated: str, verdict: str = "differs", what: str = "") -> Finding:
    place = Source(paper=paper, page=2, block=block, words=stated)
    return Finding(
        id=name, kind="share", verdict=verdict, what=what, stated=stated, worked_out="7 of 20: 35%", about=("o-1",),
        explanation="The whole is printed beside it.", sources=(place,),
    )  # fmt: skip


def _book(*findings: Finding) -> Book:
    source = Source(paper="a", page=2, block="p2-2", words="30%")
    parts = tuple(
        PaperPart(id=f"a-chapter-{n}", paper="a", title=title, kind="chapter", first_page=n, last_page=n)
        for n, title in ((1, "Background"), (2, "Objective 1"))
    )
    report = PaperPart(id="b-item-5", paper="b", title="The <b>dashboard</b>", item="5", first_page=2, last_page=3)
    said = Observation(
        id="o-1", indicator="lamps", value="30", as_printed="30%", unit="%", kind="sentence", source=source
    )
    facts = PaperFacts(
        parts=(*parts, report),
        indicators=(Indicator(id="lamps", title="Lamps mended"),),
        observations=(said,),
        findings=findings,
    )  # fmt: skip
    text = "The year was dry. Of all lamps 30% were mended in time. Then it rained."
    return Book(
        settings=TrackerSettings(),
        facts=facts,
        papers={"a": _paper("a", "2021-01-01", "Strategy of lamps"), "b": _paper("b", "2023-01-01", "Pack")},
        texts={"a-chapter-2": (TextBlock("p2-2", 2, text),)},
    )


def test_a_row_says_what_the_number_is_and_quotes_its_sentence() -> None:
    finding = _finding("f-1", "a", "p2-2", "30%")
    book = _book(finding)
    assert what_of(book, finding) == ("Lamps mended", "indicators/lamps/#differences")
    assert quoted(book, finding) == "Of all lamps <mark>30%</mark> were mended in time."
    named = _finding("f-2", "a", "p2-2", "30%", what="Lamps mended in time, 2020")
    assert what_of(book, named)[0] == "Lamps mended in time, 2020"


def test_only_the_number_itself_is_marked_and_nothing_becomes_markup() -> None:
    assert marked("Of 130 lamps 30 were <i>old</i>.", ["30"]) == (
        "Of 130 lamps <mark>30</mark> were &lt;i&gt;old&lt;/i&gt;."
    )
    assert marked("The majority came from schools (28%).", ["The majority", "(28%)", "28%"]) == (
        "<mark>The majority</mark> came from schools <mark>(28%)</mark>."
    )


def test_findings_stand_under_their_paper_and_reports_of_a_pack_under_their_own_name() -> None:
    page = checked_list(
        _book(
            _finding("f-1", "a", "p2-2", "30%"),
            _finding("f-2", "b", "p2-1", "4 <em>lamps</em>"),
            _finding("f-3", "b", "p2-1", "5 lamps", "agrees"),
        )
    )
    assert "Background" not in page.body and "Objective 1" not in page.body
    assert page.body.index("dashboard") < page.body.index("Strategy of lamps"), "the newest paper comes first"
    assert "<em>lamps" not in page.body and "<b>dashboard" not in page.body
    assert "agenda item 5" in page.body
    assert str(page.meta["lede"]).startswith("3 stated changes, totals and shares were worked out again")
    assert str(page.meta["lede"]).endswith("1 agrees and 2 differ.")
    assert 'id="f-1"' in page.body and 'href="../indicators/lamps/#differences"' in page.body


def test_a_difference_about_a_figure_that_waits_stands_on_the_page_that_the_list_leads_to() -> None:
    book = sample_book()
    waiting = book.observations_of["gun-crime"][0].model_copy(update={"trust": "unsure"})
    finding = next(f for f in book.facts.findings if f.verdict == "differs").model_copy(update={"about": (waiting.id,)})
    others = tuple(waiting if o.id == waiting.id else o for o in book.facts.observations)
    book = replace(book, facts=book.facts.model_copy(update={"observations": others, "findings": (finding,)}))
    assert what_of(book, finding)[1] == "indicators/gun-crime/#differences"
    assert "{: #differences }" in indicator_page(book, book.indicators["gun-crime"]).body


def test_what_a_difference_speaks_of_begins_with_a_capital_however_the_paper_prints_it() -> None:
    spoken = _finding("f-1", "a", "p2-2", "30%", what="lamps lit at night")
    assert what_of(_book(spoken), spoken)[0] == "Lamps lit at night"
