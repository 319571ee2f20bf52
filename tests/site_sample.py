"""A small invented board with one of everything, for the tests of the site."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tracker.records import (
    AgendaItem,
    Attendance,
    Commitment,
    Decision,
    Evidence,
    Finding,
    ForwardItem,
    Indicator,
    Meeting,
    Observation,
    Outcome,
    PaperFacts,
    PaperPart,
    PaperSettings,
    Part,
    Priority,
    Question,
    Recommendation,
    Request,
    Source,
    StatedChange,
    Strategy,
    Target,
    Term,
    TrackerSettings,
    Wording,
)
from tracker.site.book import Book
from tracker.site.site_paper import PaperPage, SitePaper, TextBlock

PACK, LETTER = "westford-pack", "foi-123"


def at(page: int, block: str = "", words: str = "", paper: str = PACK) -> Source:
    box = Part(page=page, bbox=(72.0, 100.0, 300.0, 112.0))
    return Source(
        paper=paper, page=page, printed=str(page + 4) if paper == PACK else "", block=block, boxes=(box,), words=words
    )


def figure(
    key: str, indicator: str, value: str, start: str, end: str, page: int = 2, block: str = "p2-2", **more: object
) -> Observation:
    given = {
        "id": key,
        "indicator": indicator,
        "value": value,
        "as_printed": value,
        "period_start": start,
        "period_end": end,
        "unit": "cases",
        "geography": "Westford",
        "kind": "sentence",
        "quote": f"There were {value} cases.",
        "part": f"{PACK}-item-5",
        "source": at(page, block, value),
    }
    return Observation.model_validate({**given, **more})


def sample_book(**changes: object) -> Book:
    """The board's book; ``changes`` replace fields of its facts."""
    kinds = ("Theft", "Noise", "Fraud & <b>other</b>")
    wards = [f"Ward {n}" for n in range(1, 27)]
    facts = PaperFacts(
        parts=(
            PaperPart(
                id=f"{PACK}-item-2",
                paper=PACK,
                title="Minutes of 1 March 2031",
                kind="minutes",
                item="2",
                date="2031-03-01",
                board="Westford Safety Board",
                first_page=1,
                last_page=1,
            ),
            PaperPart(
                id=f"{PACK}-item-5",
                paper=PACK,
                title="Performance Dashboard",
                kind="dashboard",
                item="5",
                date="2031-06-01",
                board="Westford Safety Board",
                first_page=2,
                last_page=3,
            ),
            PaperPart(
                id=LETTER,
                paper=LETTER,
                title="Adoption orders",
                kind="foi answer",
                date="2030-02-01",
                board="Westford Council",
                first_page=1,
                last_page=1,
            ),
        ),
        strategies=(
            Strategy(
                id="safety-2030", title="Safety Strategy 2030–35", period="2030 to 2035", sources=(at(1, "p1-1"),)
            ),
        ),
        priorities=(
            Priority(
                id="safety-2030-1",
                strategy="safety-2030",
                number="1",
                title="Fewer burglaries",
                wordings=(
                    Wording(text="Fewer burglaries", stands_in="list", source=at(1, "p1-2", "Fewer burglaries")),
                ),
            ),
        ),
        outcomes=(
            Outcome(
                id="safety-2030-1-1",
                strategy="safety-2030",
                priority="safety-2030-1",
                number="1.1",
                title="Help *every* victim of burglary.",
                wordings=(
                    Wording(
                        text="Help every victim of burglary.",
                        stands_in="list",
                        source=at(1, "p1-3", "Help every victim of burglary."),
                    ),
                    Wording(text="Help all victims of burglary.", stands_in="heading", source=at(2, "p2-1")),
                ),
                evidence=(Evidence(part=f"{PACK}-item-5", section="1.1", blocks=("p2-2", "p2-3", "p3-1")),),
            ),
            Outcome(
                id="safety-2030-1-2",
                strategy="safety-2030",
                priority="safety-2030-1",
                number="1.2",
                title="Lock more doors.",
                wordings=(Wording(text="Lock more doors.", source=at(1, "p1-4")),),
            ),
        ),
        indicators=(
            Indicator(
                id="residential-burglary",
                title="Residential Burglary",
                unit="cases",
                also_called=("Domestic Burglary",),
                relates_to=("safety-2030-1-1",),
                notes=(Wording(text="Counted by the police.", source=at(2, "p2-3")),),
            ),
            Indicator(id="gun-crime", title="Gun Crime", unit="cases"),
            Indicator(id="incidents", title="CCTV incidents", unit="incidents"),
            Indicator(id="monthly-calls", title="Calls to the hub", unit="calls"),
            Indicator(id="satisfied", title="Residents satisfied", unit="%", measure="share"),
        ),
        observations=(
            figure(
                "o1",
                "residential-burglary",
                "480",
                "2031-03-01",
                "2031-05-31",
                quote="480 cases of Residential Burglary over 3 months",
            ),
            figure("o2", "residential-burglary", "463", "2030-03-01", "2030-05-31"),
            figure("o3", "residential-burglary", "1950", "2030-06-01", "2031-05-31"),
            figure("o4", "residential-burglary", "1847", "2029-06-01", "2030-05-31"),
            figure("o5", "gun-crime", "3", "2031-03-01", "2031-05-31", block="p2-3"),
            figure("o6", "gun-crime", "0", "2030-03-01", "2030-05-31", block="p2-3"),
            *(
                figure(
                    f"m{n}",
                    "monthly-calls",
                    str(20 + n * 3 % 7),
                    f"2030-{n:02}-01",
                    f"2030-{n:02}-28" if n == 2 else f"2030-{n:02}-{30 if n in (4, 6, 9, 11) else 31}",
                    unit="calls",
                )
                for n in range(1, 11)
            ),
            *(
                figure(
                    f"w{i}-{j}",
                    "incidents",
                    str((i * 7 + j) % 9),
                    "2031-03-01",
                    "2031-05-31",
                    3,
                    "p3-1",
                    breakdown=(("ward", ward), ("type", kind)),
                    kind="table",
                    unit="incidents",
                )
                for i, ward in enumerate(wards)
                for j, kind in enumerate(kinds)
            ),
            figure(
                "c1",
                "incidents",
                "",
                "2031-03-01",
                "2031-05-31",
                3,
                "p3-1",
                breakdown=(("ward", "Ward 27"), ("type", "Theft")),
                kind="table",
                unit="incidents",
                as_printed="Less than 5",
                marker="c",
            ),
            figure("s1", "satisfied", "61.5", "", "2031-05-31", unit="%", measure="share"),
            figure("u1", "gun-crime", "77", "", "", trust="unsure"),
        ),
        changes=(
            StatedChange(
                id="ch1",
                indicator="gun-crime",
                stated="a decrease of 0%",
                direction="down",
                amount="0",
                unit="%",
                from_observation="o6",
                to_observation="o5",
                source=at(2, "p2-3", "a decrease of 0%"),
            ),
        ),
        findings=(
            Finding(
                id="f1",
                kind="change",
                verdict="differs",
                stated="a decrease of 0%",
                worked_out="0 to 3: 3 more",
                explanation="A percentage of 0 does not exist.",
                about=("ch1", "gun-crime"),
                sources=(at(2, "p2-3"),),
            ),
            Finding(
                id="f2",
                kind="change",
                verdict="agrees",
                stated="an increase of 3.7%",
                about=("o1",),
                sources=(at(2, "p2-2"),),
            ),
        ),
        commitments=(
            Commitment(
                id="co1",
                text="We will visit every burgled home within two days.",
                who="Westford Police",
                by_when="by March 2032",
                relates_to="safety-2030-1-1",
                source=at(2, "p2-3"),
            ),
            Commitment(id="co2", text="The board will meet in public.", source=at(1, "p1-1")),
        ),
        targets=(
            Target(
                id="t1",
                indicator="residential-burglary",
                value="400",
                as_printed="a target of 400",
                source=at(2, "p2-3"),
            ),
        ),
        meetings=(
            Meeting(
                id="meeting-2031-03-01",
                board="Westford Safety Board",
                date="2031-03-01",
                time="10.00",
                venue="Town Hall",
                attendance=(
                    Attendance(name="Ann Example", post="Chair", source=at(1)),
                    Attendance(post="Officer", apology=True, source=at(1)),
                ),
                items=(
                    AgendaItem(number="5", title="Performance Dashboard", part=f"{PACK}-item-5", source=at(1, "p1-1")),
                ),
                recommendations=(
                    Recommendation(id="r1", text="That the board notes the report.", item="5", source=at(1, "p1-4")),
                ),
                decisions=(
                    Decision(
                        id="d1",
                        text="The board noted the report.",
                        type="noted",
                        item="5",
                        source=at(1, "p1-4", "The board noted the report."),
                    ),
                ),
                minutes_part=f"{PACK}-item-2",
                sources=(at(1, "p1-1"),),
            ),
            Meeting(
                id="meeting-2031-09-01",
                board="Westford Safety Board",
                date="2031-09-01",
                announced=True,
                sources=(at(1, "p1-4"),),
            ),
        ),
        requests=(
            Request(
                id="foi-123",
                reference="123",
                title="Adoption orders",
                received="2030-01-10",
                responded="2030-02-01",
                part=LETTER,
                questions=(
                    Question(
                        number="1",
                        text="How many children?",
                        answer="Less than 5",
                        question_source=at(1, "p1-1", paper=LETTER),
                        answer_source=at(1, "p1-2", "Less than 5", LETTER),
                    ),
                    Question(
                        number="2",
                        text="How many breaches?",
                        answered=False,
                        question_source=at(1, "p1-1", paper=LETTER),
                    ),
                ),
                exemptions=(Wording(text="Section 40(2)", source=at(1, "p1-2", paper=LETTER)),),
                sources=(at(1, "p1-1", paper=LETTER),),
            ),
        ),
        forward_items=(
            ForwardItem(
                id="fp1",
                meeting_date="2031-09-01",
                meeting_date_text="1 September 2031",
                title="Noise review",
                officer="Head of Safety",
                issue_type="Non-key",
                source=at(1, "p1-4"),
            ),
        ),
        terms=(Term(id="cpn", short="CPN", expansion="Community Protection Notice", source=at(2, "p2-3")),),
        not_understood=(Wording(text="A table of colours", source=at(3, "p3-1")),),
    )
    table = (
        "Incidents by ward\n\n| Ward | "
        + " | ".join(f"Kind {n}" for n in range(26))
        + " |\n|---|"
        + "---:|" * 26
        + "\n"
    )
    table += "\n".join(f"| {ward} | " + " | ".join(str((n * 3) % 11) for n in range(26)) + " |" for ward in wards[:4])
    texts = {
        f"{PACK}-item-2": (
            TextBlock("p1-1", 1, "# Minutes of the meeting\n"),
            TextBlock("p1-2", 1, "The strategy has one priority: *Fewer burglaries*."),
            TextBlock("p1-3", 1, "- Help every victim of burglary."),
            TextBlock("p1-4", 1, "RESOLVED: The board noted the report. &lt;script&gt;alert(1)&lt;/script&gt;"),
        ),
        f"{PACK}-item-5": (
            TextBlock("p2-1", 2, "## Help all victims of burglary"),
            TextBlock(
                "p2-2",
                2,
                "There were **480 cases** of Residential Burglary over 3 months, and 463 a year earlier. "
                "In all 1950 cases of Residential Burglary were counted in twelve months.",
            ),
            TextBlock(
                "p2-3",
                2,
                "Gun Crime, 3 months: 3 cases. Same period 12 months prior: 0. Change: a decrease of 0%. "
                "We will visit every burgled home within two days.",
            ),
            TextBlock("p3-1", 3, table, "table"),
        ),
        LETTER: (TextBlock("p1-1", 1, "1. How many children?"), TextBlock("p1-2", 1, "Less than 5")),
    }
    pages = tuple(PaperPage(n, str(n + 4), 595, 842, has_text=n != 3) for n in (1, 2, 3))
    return Book(
        settings=TrackerSettings(board="Westford Safety Board", place="Westford", site_name="Westford tracker"),
        facts=facts.model_copy(update=changes),
        papers={
            PACK: SitePaper(
                PACK,
                "Westford pack of 1 June 2031",
                "agenda pack",
                "2031-06-01",
                PaperSettings(reading_copy=True, board="Westford Safety Board"),
                pages,
                f"{PACK}.pdf",
            ),
            LETTER: SitePaper(
                LETTER,
                "Letter 123",
                "foi answer",
                "2030-02-01",
                PaperSettings(status="draft", status_reason="Not signed."),
                (PaperPage(1, "", 595, 842),),
            ),
        },
        texts=texts,
        prose={"gun-crime": "Written by the team.\n"},
        people={
            "residential-burglary": {"direction": "down", "direction_reason": "The strategy wants fewer."},
            "safety-2030-1-2": {"summary": "Doors are locked.", "status": "done", "sensitive": "true"},
            "s1": {
                "correction": "misread",
                "was": "16.5",
                "reason": "A smudge.",
                "checked_by": "Analyst",
                "checked_on": "2031-07-01",
            },
        },
        moved={"indicators/old-burglary": "indicators/residential-burglary"},
    )


def sample_docs(folder: Path) -> tuple[Path, dict[str, Path]]:
    """A folder of hand-written pages, and the PDF of the sample's pack."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    fills = "".join(
        f"<!-- fill: {name} -->\n\n"
        for name in ("search", "age", "priorities", "newest figures", "figures checked", "papers", "take away")
    )
    (docs / "index.md").write_text(f"---\ntitle: Home\n---\n\n# What was promised\n\n{fills}", encoding="utf-8")
    (docs / "about.md").write_text(
        "---\ntitle: About these papers\n---\n\n# About\n\n## Exit {: #exit }\n\nWords.\n", encoding="utf-8"
    )
    pdf = folder / f"{PACK}.pdf"
    canvas = Canvas(str(pdf), invariant=True)
    for n in (1, 2, 3):
        canvas.drawString(72, 700, f"Page {n}")
        canvas.showPage()
    canvas.save()
    return docs, {PACK: pdf}
