"""The shallow parse of sentences: what each number counts, what belongs to it, and that no text makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facts.sentence.clauses import parse, show
from tracker.facts.sentence.counting import Counting, counting
from tracker.facts.wording.mentions import mentions


def counted(text: str, printed: str) -> Counting | None:
    sentence = parse(text, [(m.start, m.end) for m in mentions(text)])
    return counting(sentence, sentence.at(text.index(printed)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Of the 88 women housed in the lodge, 41 moved on to a tenancy.",
            "Of [the 88 women*] ‹housed› in [the lodge] _ [41*] <moved on> to [a tenancy] .",
        ),
        (
            "Thefts linked to building sites made up 31% of losses.",
            "[Thefts] ‹linked› to [building sites] <made up> [31%*] of [losses] .",
        ),
        (
            "Tenants moved to flats received 88 letters.",
            "[Tenants] ‹moved› to [flats] <received> [88 letters*] .",
        ),
        (
            "The hostel housed 43 men sent to it by courts.",
            "[The hostel] <housed> [43 men*] ‹sent› to [it] by [courts] .",
        ),
        (
            "This covers 14 parks and wardens were able to quickly open 18 of them.",
            "[This] <covers> [14 parks*] and [wardens] <were> [able] ‹to quickly open› [18*] of [them] .",
        ),
        (
            "Wardens carried out 640 patrols in parks and found 212 needles.",
            "[Wardens] <carried out> [640 patrols*] in [parks] and <found> [212 needles*] .",
        ),
        (
            "There were 61 pupils open to the hub, of whom 22 were girls.",
            "There <were> [61 pupils*] ‹open› to [the hub] _ of whom [22*] <were> [girls] .",
        ),
        (
            "Only two of the 14 noise complaints led to a notice being served.",
            "[Only two*] of [the 14 noise complaints*] <led> to [a notice] ‹being served› .",
        ),
        (
            "We have 61 registered landlords and 12 received warnings.",
            "[We] <have> [61 registered landlords*] and [12*] <received> [warnings] .",
        ),
        (
            "There were seven small motorised craft thefts in May.",
            "There <were> [seven small motorised craft thefts*] in [May] .",
        ),
        (
            "Officers ran three sessions and 61 people attended classes.",
            "[Officers] <ran> [three sessions*] and [61 people*] <attended> [classes] .",
        ),
        (
            "More than 60 residents use the pool and residents reported 12 leaks.",
            "[More than 60 residents*] <use> [the pool] and [residents] <reported> [12 leaks*] .",
        ),
    ],
)
def test_parse(text: str, line: str) -> None:
    assert show(parse(text, [(m.start, m.end) for m in mentions(text)])).replace(" , ", " _ ") == line


def test_a_subject_has_what_is_said_of_it() -> None:
    found = counted("Some 48 young people in care were referred to the sailing project.", "48")
    assert found is not None
    assert (found.role, found.noun, found.post) == ("subject", "young people", ("in care",))
    assert (found.passive, found.said) == (True, ("were referred", "to the sailing project"))


def test_an_object_has_its_verb_and_subject() -> None:
    found = counted("Our outreach team made 1,912 contacts with rough sleepers.", "1,912")
    assert found is not None
    assert (found.role, found.verb, found.subject) == ("object", "made", "Our outreach team")
    assert found.post == ("with rough sleepers",)


def test_what_is_said_behind_a_list_is_said_of_each() -> None:
    found = counted("18 women, 4 men and 25 children were housed.", "18")
    assert found is not None and found.said == ("were housed",)


def test_a_piece_with_another_figure_is_left_off() -> None:
    found = counted("The panel heard 312 cases involving 401 children.", "312")
    assert found is not None and found.post == ()


def test_a_number_without_a_noun_counts_nothing_here() -> None:
    assert counted("Of these, 12 have moved away.", "12") is None


SMALL = (
    "the of in 12 1,204 40% who were housed led to and , ; ( ) : . that women cases reporting take £3,000 out again by"
    " not is with Mill There between than"
)
WORDS = st.sampled_from([*SMALL.split(), "   "])


@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)))
def test_no_text_makes_the_parse_fail(text: str) -> None:
    found = mentions(text)
    sentence = parse(text, [(m.start, m.end) for m in found])
    show(sentence)
    last = -1
    for phrase in sentence.phrases:
        assert phrase.first == last + 1 <= phrase.last
        last = phrase.last
    assert last == len(sentence.words) - 1
    for word in sentence.words:
        assert text[word.start : word.end] == word.text
    for n, phrase in enumerate(sentence.phrases):
        if phrase.number >= 0:
            counting(sentence, n)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cyber enabled fraud remains low.", "[Cyber enabled fraud] <remains> [low] ."),
        ("Data showed crime had fallen.", "[Data] <showed> [crime] <had fallen> ."),
    ],
)
def test_a_past_form_inside_a_name_is_no_verb(text: str, shown: str) -> None:
    assert show(parse(text)) == shown


def test_a_long_text_is_parsed_in_linear_time() -> None:
    text = "In Mill Lane 12 women who were housed in the lodge and 14 men with a key made 61 calls to us " * 200
    sentence = parse(text, [(m.start, m.end) for m in mentions(text)])
    assert len(sentence.phrases) == 3000
