"""How counts, numbers and times are put into words on the pages."""

from __future__ import annotations

import pytest

from site_sample import at, figure
from tracker.records import Indicator
from tracker.site.page import Page, data_table
from tracker.site.sentences import main_sentence, without_title
from tracker.site.tally import statements, verdicts
from tracker.site.text import in_order, unit_for
from tracker.site.values import shown

LAMPS = Indicator(id="lamps", title="Lamps mended")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1", "cases", "case"),
        ("1", "children", "child"),
        ("1", "young people", "young person"),
        ("1", "repeat referrals per month", "repeat referral per month"),
        ("1", "communities", "community"),
        ("1", "access", "access"),
        ("1", "count", ""),
        ("2", "children", "children"),
        ("0", "cases", "cases"),
        ("1.5", "hours", "hours"),
    ],
)
def test_one_thing_is_not_named_as_several(value: str, unit: str, said: str) -> None:
    assert unit_for(value, unit) == said


def test_one_of_a_kind_has_its_verb() -> None:
    assert verdicts(15, 1, 2) == "15 agree, 1 differs and 2 cannot be told"
    assert verdicts(1, 0, 0) == "1 agrees"
    assert statements(1) == "1 stated change, total or share was"
    assert statements(1200) == "1,200 stated changes, totals and shares were"


def test_printed_numbers_stand_in_their_own_order() -> None:
    printed = ["3.10", "3.2", "", "3.1", "2b", "2a", "10", "B", "A"]
    assert sorted(printed, key=in_order) == ["A", "B", "2a", "2b", "3.1", "3.2", "3.10", "10", ""]


def test_thousands_stand_as_the_paper_prints_them() -> None:
    assert shown(figure("a", "lamps", "8946", "", "", as_printed="8,946")) == "8,946"
    assert shown(figure("a", "lamps", "8946", "", "")) == "8946"
    assert shown(figure("a", "lamps", "1250.5", "", "", as_printed="£1,250.50", unit="GBP")) == "£1,250.5"


def test_what_stands_under_a_title_begins_as_a_sentence_does() -> None:
    said = main_sentence(LAMPS, [figure("a", "lamps", "", "2031-01-01", "2031-03-31", as_printed="half", unit="")])
    assert without_title(said, LAMPS.title).startswith("Half in January to March 2031")


def test_a_figure_without_a_date_is_named_beside_the_dated_one() -> None:
    """ "It is 8.2%, having been 9.6% a year ago": the dated figure may be the older of the two."""
    ago = figure("a", "lamps", "9.6", "2030-07-01", "2030-09-30", unit="%", measure="share")
    now = figure("b", "lamps", "8.2", "", "", unit="%", measure="share")
    assert main_sentence(LAMPS, [ago, now]).endswith("Beside it the paper prints 8.2% without a date.")
    elsewhere = now.model_copy(update={"source": at(3, "p3-9", "8.2")})
    assert "without a date" not in main_sentence(LAMPS, [ago, elsewhere])


def test_words_of_two_cells_stand_apart_for_the_search() -> None:
    body = data_table("Lamps", "Lamps mended", ("Ward", "Lamps"), "<tr><th>Mill Hill</th><td>7</td></tr>", right={1})
    text = Page("lamps/", "Lamps", "Figures", body).text()
    for one, other in (
        ("mended</caption>", "<thead"),
        ("Ward</th>", '<th scope="col" class="n">'),
        ("Hill</th>", "<td>"),
    ):
        assert f"{one} {other}" in text
