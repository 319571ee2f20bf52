"""Short names of papers, as links beside a number have them."""

from __future__ import annotations

import pytest

from tracker.site.names import short_title


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Westford Safety Board Annual Report 1st April 2022 – 31st March 2023", "Annual Report"),
        ("Performance Dashboard up to and including May 2023", "Performance Dashboard"),
        ("Westford Safety Board, agenda pack of 19 July 2023", "Agenda pack"),
        ("Lamp Strategy (LS) 2022-25", "Lamp Strategy"),
        ("Request 20221234", "Request 20221234"),
        ("Westford Safety Board", "Westford Safety Board"),
        ("2023", "2023"),
        ("Family Services and Housing Services on Lamps, Roads and Everything Else: Annual Report",
         "Family Services and Housing … Annual Report"),
    ],
)  # fmt: skip
def test_short_names_say_what_it_is(title: str, short: str) -> None:
    assert short_title(title, "Westford Safety Board") == short
