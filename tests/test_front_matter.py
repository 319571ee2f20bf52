"""Front matter: what is written reads back the same, and changing one field leaves the rest as people wrote it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.pages.front_matter import FrontMatterError, front_of, read_front_matter, split_page
from tracker.pages.front_matter_text import front_matter_text, plain, remove_field, scalar, set_field

TEXT = st.text(max_size=30) | st.text(alphabet=st.sampled_from(list("a1:#-'\"[]{}&*!|>%@`\\ \n,?~.=£")), max_size=12)
WORDS = st.sampled_from(
    ["no", "yes", "on", "null", "~", "1.10", "1e3", "0x1f", "2023-07-19", "12:30", ".5", "true", "=", ""]
)
NAMES = st.sampled_from(["who", "text", "number", "by_when", "blocks"])
ITEM = st.dictionaries(NAMES, TEXT | WORDS, min_size=1, max_size=3)
VALUE = TEXT | WORDS | st.lists(TEXT | WORDS, max_size=3) | st.lists(ITEM, max_size=3)
FIELDS = st.dictionaries(st.sampled_from(["title", "status", "summary", "notes", "items"]), VALUE, min_size=1)


@settings(deadline=None, max_examples=500)
@given(TEXT | WORDS)
def test_text_reads_back_as_itself_for_us_and_for_every_other_reader(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    written = f"field: {scalar(text)}\n"
    assert (read_front_matter(written).fields["field"] or "") == text
    assert yaml.safe_load(written)["field"] == text


@settings(deadline=None, max_examples=400)
@given(FIELDS)
def test_a_front_matter_reads_back(fields: dict[str, object]) -> None:
    page = front_matter_text(fields) + "\nBody\n"
    yaml_text, body, _ = split_page(page)
    assert body == "\nBody\n"
    assert plain(read_front_matter(yaml_text).fields) == plain(fields)


@settings(deadline=None, max_examples=400)
@given(FIELDS, st.sampled_from(["title", "status", "summary", "notes", "items"]), VALUE)
def test_setting_a_field_sets_it_and_nothing_else(fields: dict[str, object], name: str, value: object) -> None:
    before = front_matter_text(fields)[4:-4]
    after = set_field(before, name, value)
    assert plain(read_front_matter(after).fields) == plain({**fields, name: value})
    untouched = [line for line in before.splitlines() if not line.startswith((" ", "-", f"{name}:"))]
    assert [line for line in after.splitlines() if line in untouched] == untouched or isinstance(value, list)


PAGE = """\
# what the team agreed in May
title:   "Fewer burglaries"   # as in the list
status: 'under way'
notes:
- one  # kept
# about two
- "two"
own_field: {mine: [1, 2]}
summary: >-
  Folded over
  two lines.
"""


def test_what_people_wrote_keeps_its_bytes() -> None:
    after = set_field(PAGE, "title", "Fewer robberies")
    assert after == PAGE.replace('"Fewer burglaries"', "Fewer robberies")
    after = set_field(PAGE, "notes", ["one", "two", "three: 3"])
    assert after == PAGE.replace('- "two"\n', '- "two"\n- "three: 3"\n')


def test_a_new_field_goes_where_it_belongs() -> None:
    after = set_field(PAGE, "unit", "offences", ["title", "unit", "status"])
    assert after == PAGE.replace("status:", "unit: offences\nstatus:", 1)


def test_a_removed_field_leaves_its_comments() -> None:
    assert remove_field(PAGE, "notes") == PAGE.replace("notes:\n- one  # kept\n", "").replace('- "two"\n', "")


def test_people_mean_what_they_write() -> None:
    fields = read_front_matter("number: 1.10\nanswer: no\ndate: 2023-07-19\nsummary:\n").fields
    assert fields == {"number": "1.10", "answer": "no", "date": "2023-07-19", "summary": None}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: x: y\n", 3, "has “: ” within a value"),
        ("a: 1\nb: “The board says: yes”\nc: 2\n", 3, "within a value"),
        ("a: 1\nb:Some words\nc: 2\n", 3, "no space behind “b:”"),
        ("a: 1\nb:\u00a0Some words\nc: 2\n", 3, "no-break space"),
        ('a: 1\nb: "An open quote\nc: ""\n', 3, "not closed"),
        ('a: 1\nb: "One" and more\nc: ""\n', 3, "a quote that ends too early"),
        ("a: 1\nb: [see page 5] the promise\nc: 2\n", 3, "begins with a bracket"),
        ("a: 1\nb: One line\nand the next\nc: 2\n", 4, "no part of the value above"),
        ("a: 1\n b: 2\nc: 3\n", 3, "further to the right|within"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n", 3, "merge"),
        ("a: |\n  In a text: this: may stand\nb: 2\nc: @home\n", 5, "begins with “@”"),
        ("a: 1\na: 2\n", 3, "twice"),
        ("a: &x 1\nb: *x\n", 2, "uses"),
        ("a: !!python/object:os.system x\n", 2, "uses"),
        ("- a\n", 2, "no list of fields"),
        ("a: [1\n", 2, "not closed"),
    ],
)
def test_faults_name_their_line(text: str, line: int, words: str) -> None:
    with pytest.raises(FrontMatterError, match=words) as found:
        read_front_matter(text)
    assert found.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\na: 1\n\nText\n", 1, "lacks the second"),
        ("\n\n---\na: 1\n---\n", 1, "empty line before"),
        ("—\na: 1\n---\n", 1, "begins with “—”"),
        ("Text alone\n", 1, "has no front matter"),
        ("", 1, "has no front matter"),
    ],
)
def test_why_a_page_has_no_front_matter(text: str, line: int, words: str) -> None:
    with pytest.raises(FrontMatterError, match=words) as found:
        front_of(text)
    assert found.value.line == line
