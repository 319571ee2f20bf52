"""What later papers report about a promise: found by rare words and names, never from the same day or before."""

from __future__ import annotations

from tracker.facts.promises.later_evidence import with_later_evidence
from tracker.facts.promises.later_passages import paper_day
from tracker.records import Block, Commitment, Page, Paper, PaperFacts, PaperPart, PaperSettings, Reading, Source

PROMISE = "Solace will train every surgery in the Harbour Lights programme, with two advocate educators."
REPORT = "The Harbour Lights programme trained 19 surgeries; Solace hired two advocate educators in May."
OTHER = (
    "Residents told the council that they feel safe at home and in the town centre after dark.",
    "Police officers met the neighbourhood wardens and talked about nuisance in parks and squares.",
    "The street lights by the harbour were mended, and benches were painted by local volunteers.",
)


def reading(name: str, date: str, *texts: str, title: str = "Report", kind: str = "report") -> Reading:
    blocks = (
        Block(id="p1-1", kind="heading", text="What was done", level=1),
        *(Block(id=f"p1-{n}", kind="paragraph", text=text) for n, text in enumerate(texts, start=2)),
    )
    part = PaperPart(
        id=f"{name}-a",
        paper=name,
        title=title,
        kind=kind,
        date=date,
        first_page=1,
        last_page=1,
        first_block="p1-1",
        last_block=blocks[-1].id,
    )
    paper = Paper(
        title=title, date=date, sha256="0" * 64, pages=(Page(number=1, width=500, height=700, blocks=blocks),)
    )
    return Reading(program="0", id=name, settings=PaperSettings(), paper=paper, facts=PaperFacts(parts=(part,)))


def found(*later: Reading, text: str = PROMISE, date: str = "2021-04-01") -> list[tuple[str, str, tuple[str, ...]]]:
    own = reading("plan", date, text, *OTHER)
    promise = Commitment(id="c", text=text, part="plan-a", source=Source(paper="plan", page=1, block="p1-2"))
    fill = [reading(f"fill-{n}", "2020-01-01", *OTHER, *OTHER) for n in range(30)]
    (out,) = with_later_evidence([own, *fill, *later], [promise])
    assert not any(evidence.confirmed for evidence in out.later_evidence)
    return [(evidence.part, evidence.section, evidence.blocks) for evidence in out.later_evidence]


def test_a_later_report_on_the_same_programme_is_proposed() -> None:
    assert found(reading("annual", "2023-07-19", OTHER[0], REPORT)) == [("annual-a", "p1-1", ("p1-3",))]


def test_nothing_from_the_same_day_or_before() -> None:
    assert found(reading("annual", "2021-04-01", REPORT), reading("older", "2020-07-01", REPORT)) == []


def test_nothing_where_a_day_is_not_known() -> None:
    assert found(reading("annual", "2023-07-19", REPORT), date="") == []
    assert found(reading("annual", "", REPORT)) == []


def test_plans_to_come_are_no_reports() -> None:
    assert found(reading("plan-2", "2023-07-19", REPORT, kind="forward plan")) == []


def test_a_promise_in_common_words_gets_no_proposal() -> None:
    text = "We want residents to feel safe at home and in the town."
    assert found(reading("annual", "2023-07-19", *OTHER), text=text) == []


def test_a_paper_without_a_day_has_the_year_it_names() -> None:
    assert paper_day(reading("x", "", "…", title="Strategy 2021-24")) == "2024-12-31"
    strategy = reading("x", "", "…", title="Strategy 2021-24").model_copy(
        update={"settings": PaperSettings(kind="strategy")}
    )
    assert paper_day(strategy) == "2021-12-31"
    assert paper_day(reading("plan-2019", "", "…", title="Plan")) == "2019-12-31"
    assert paper_day(reading("x", "", "…", title="Plan")) == ""
