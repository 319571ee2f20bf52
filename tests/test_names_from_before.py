"""A figure whose clause leaves out of what it tells takes that from what was told before it: the subject of "it" and
"they", the things that a number alone counts, "those children"; where that cannot be told, it waits."""

from __future__ import annotations

import pytest

from small_papers import paper_of
from tracker.facts import understand
from tracker.facts.sentence.antecedents import Spoken, resolved, spoken_after
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.same_things import after_another_clause, same_things
from tracker.records import PaperSettings, TrackerSettings


def shown(*texts: str) -> list[str]:
    paper = paper_of(*texts).model_copy(update={"date": "2024-06-20"})
    settings = TrackerSettings(place="Northmere", board="Northmere Partnership")
    facts = understand(paper, paper_id="x", settings=PaperSettings(), tracker=settings)
    titles = {indicator.id: indicator.title for indicator in facts.indicators}
    return [
        " | ".join([o.value or "", titles[o.indicator], *(value for _, value in o.breakdown)])
        for o in facts.observations
        if o.trust != "unsure"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what "it" did that no short name says
        (
            "The night shelter in Quay Road is run by volunteers. It welcomed 52 men and was unable to take a further"
            " 31 men.",
            "31 | Night shelter in Quay Road was unable to take … men",
        ),
        (
            "The tenancy panel meets every fortnight. During 2022/23 it heard 140 cases involving 212 children.",
            "212 | Tenancy panel heard cases involving … children",
        ),
        # a body with a verb that could be a noun
        (
            "The Harbour project works with families in debt. It had opened 64 cases by the end of March 2024.",
            "64 | Harbour project: cases opened",
        ),
        # those that were told
        (
            "There are 70 residents in the scheme, of whom 12 left early. Those residents committed 31 breaches"
            " between them.",
            "31 | Residents in the scheme who left early: committed … breaches",
        ),
        (
            "There are six reviews under way. Between them they make 41 recommendations for agencies.",
            "41 | Reviews under way make … recommendations for agencies",
        ),
        # the same sentence tells what a number alone counts
        ("Just 45 men began and 29 completed all 18 sessions.", "29 | Men who completed all 18 sessions"),
        (
            "There were 318 responses and 72% were in favour of a later closing time.",
            "72 | Responses in favour of a later closing time",
        ),
        (
            "So far 88% of care staff had completed the first course, against a target of 95%, and 230 had completed"
            " the second.",
            "230 | Care staff who had completed the second",
        ),
        ("Sixty tenants were offered advice and 24 took it up.", "24 | Tenants offered advice who took it up"),
        # two participles stay together
        (
            "33 people were killed or seriously injured on the roads in 2023.",
            "33 | People killed or seriously injured on the roads",
        ),
        # whose they are, the clause before tells
        (
            "There are 30 young people in the cohort. Of these, 11 have reoffended, committing 26 offences.",
            "26 | Young people in the cohort who reoffended committing … offences",
        ),
        # a number told again
        (
            "So far, 286 families have been found to need help. Of the 286, 42% met the attendance criteria.",
            "42 | Families found to need help who met the attendance criteria",
        ),
        # what stands in an aside is not what rose or fell
        (
            "Knife crime resulting in injury, the measure by which the Mayor is judged, fell from 46 to 39.",
            "39 | Knife crime resulting in injury",
        ),
        # who did it belongs to the share
        ("Suspensions rose to 2,215. Boys received 68% of suspensions.", "68 | Suspensions received by boys"),
        # the same noun at another time is no part of those before
        (
            "In 2022/23 812 households came for advice. At the end of March 2024 214 households were in hostels.",
            "214 | Households in hostels",
        ),
        ("Cameras saw 610 cars, and 240 drivers went on a course.", "240 | Drivers that went on a course"),
    ],
)
def test_completed(text: str, expected: str) -> None:
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        # parents are no cases, recordings no arrests
        (("The team opened 58 cases. Parents were offered help too, and 22 took it up.",), "22"),
        (("The work led to 612 arrests. The police asked for films on 44 occasions; 930 were supplied.",), "930"),
        # at what time the number in brackets was, is not told
        (("Hate crime rose to 512 offences in 2023/24 (468).",), "468"),
        # which team it was, is not told
        (("The team has grown. It now has 14 officers.",), "14"),
    ],
)
def test_waits(texts: tuple[str, ...], value: str) -> None:
    assert not [row for row in shown(*texts) if row.split(" | ")[0] == value]


def test_a_number_told_again_is_the_same_figure() -> None:
    rows = shown("So far, 286 families have been found to need help. Of the 286, 42% met the attendance criteria.")
    assert rows.count("286 | Families found to need help") == 2


def test_what_was_done_since_a_day_has_no_end() -> None:
    paper = paper_of("Since the order came into force in 2020, wardens have given 1,310 warnings for drinking.")
    settings = TrackerSettings(place="Northmere", board="Northmere Partnership")
    facts = understand(paper, paper_id="x", settings=PaperSettings(), tracker=settings)
    assert [(o.value, o.period_start, o.period_end) for o in facts.observations] == [("1310", "2020-01-01", "")]


def test_sentences_tell_what_is_spoken_of() -> None:
    first = spoken_after(parse("The mentoring scheme is run by Quayside."), {}, Spoken())
    assert first.one == "mentoring scheme"
    # a subject that points back lets it go on
    assert spoken_after(parse("It is open to all."), {}, first).one == "mentoring scheme"
    assert spoken_after(parse("Wardens visit every week."), {}, first).many == "Wardens"
    # who speaks at a meeting did nothing that is counted
    assert spoken_after(parse("The Chief Inspector thanked the board."), {}, first) == Spoken()
    heard = spoken_after(parse("The Inspector reported that the hub was busy."), {}, Spoken())
    assert heard.one == "hub"


def test_pointing_words_are_put_in_their_place() -> None:
    spoken = Spoken("shelter", "wardens", {"families": "families housed"})
    assert resolved("it took in … men", spoken) == "shelter took in … men"
    assert resolved("between them they made … visits", spoken) == "wardens made … visits"
    assert resolved("those families had … children", spoken) == "families housed: had … children"
    assert resolved("those tenants had … children", spoken) == "those tenants had … children"
    assert resolved("it took in … men", Spoken("team")) == "it took in … men"
    assert resolved("it took in … men", Spoken("team"), "Street Team") == "Street Team took in … men"


def _number(text: str, digits: str) -> tuple[str, list[tuple[int, int]]]:
    return text, [(text.index(digits), text.index(digits) + len(digits))]


def test_a_number_alone_counts_what_its_sentence_told() -> None:
    text = "Tenants were asked and 22 came."
    parsed = parse(*_number(text, "22"))
    assert same_things(parsed, parsed.at(text.index("22")), share=False) == "Tenants"
    text = "The police asked for films; 22 were sent."
    parsed = parse(*_number(text, "22"))
    assert same_things(parsed, parsed.at(text.index("22")), share=False) == ""
    assert after_another_clause(parsed, parsed.at(text.index("22")), "Arrests")
    assert not after_another_clause(parsed, parsed.at(text.index("22")), "Films asked for")
