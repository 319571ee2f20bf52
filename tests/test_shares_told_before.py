"""Shares whose whole another sentence told, that say a number again, that a part makes up, that are of the most common
of a kind or of others: each has a name that reads alone, and waits where its whole cannot be told."""

from __future__ import annotations

import pytest

from test_shares import shown

OF_THE_SENTENCE_BEFORE = [
    (
        "31% of those screened had a hearing loss. 44% had a housing problem and 12% a debt above £1,000.",
        [
            ("31", "Those screened with a hearing loss", ""),
            ("44", "Those screened with a housing problem", ""),
            ("12", "Those screened with a debt", ""),
        ],
    ),
    (
        "Most of the volunteers lived in villages. 27% came from Kelbrook and 9% from Ashdown.",
        [("27", "Volunteers who came from Kelbrook", ""), ("9", "Volunteers who came from Ashdown", "")],
    ),
    (
        "Repairs are not asked for evenly through the week. 38% were booked on a Monday.",
        [("38", "Repairs booked on a Monday", "")],
    ),
    (
        "The number of permits fell by 61 on the previous year. Some 57% were issued to traders.",
        [("57", "Permits issued to traders", "")],
    ),
    (
        "Of the 716 who wrote to us, 487 were tenants. This means that 96% had an answer within a week.",
        [
            ("487", "Of the 716 who wrote to us, … were tenants", ""),
            ("96", "Those who wrote to us with an answer within a week", ""),
        ],
    ),
    (
        "64% of residents had told a neighbour first and 18% a warden or porter. Many had waited for years."
        " 39% had stayed in their own plot.",
        [
            ("64", "Residents who had told a neighbour first", ""),
            ("18", "Residents who had told a warden or porter", ""),
            ("39", "Residents who had stayed in their own plot", ""),
        ],
    ),
    (
        "246 kitchen staff were trained in first aid. Before the course 35% said that they would be confident to help;"
        " afterwards 92% did.",
        [
            ("246", "Kitchen staff trained in first aid", ""),
            ("35", "Kitchen staff trained in first aid who said that they would be confident to help", "before"),
            ("92", "Kitchen staff trained in first aid who said that they would be confident to help", "after"),
        ],
    ),
    (
        "58% of those who filled in the card were women. Asked to choose, 61% chose litter, 44% loud music and 39%"
        " speeding cars.",
        [
            ("58", "Those who filled in the card: women", ""),
            ("61", "Those who filled in the card and chose litter", ""),
            ("44", "Those who filled in the card and chose loud music", ""),
            ("39", "Those who filled in the card and chose speeding cars", ""),
        ],
    ),
]
SAID_AGAIN = [
    (
        "Of the 441 permits issued in 2023/24, 282 were renewed within a month, which is 64%.",
        [
            ("441", "Permits issued", ""),
            ("282", "Permits issued", "renewed within a month"),
            ("64", "Permits issued (share)", "renewed within a month"),
        ],
    ),
    (
        "In a poll of members 52 shops had replied and 29 of them (56%) had not changed their locks.",
        [
            ("52", "Shops that had replied", ""),
            ("29", "Shops that had replied: had not changed their locks", ""),
            ("56", "Shops that had replied: had not changed their locks (share)", ""),
        ],
    ),
    (
        "Kelbrook Town has 2,964 offences, 15.8% of the borough’s total.",
        [
            ("2964", "Kelbrook Town: offences", ""),
            ("15.8", "Kelbrook Town: offences as a share of the borough’s total", ""),
        ],
    ),
]
MADE_UP = [
    (
        "Incidents of arson numbered 2,488, down by 179 on 2022/23. Kelbrook ward (534) and Ashdown ward (381) together"
        " accounted for 36.8% of the county total.",
        ("36.8", "Kelbrook ward and Ashdown ward as a share of incidents of arson", ""),
    ),
    ("Seven estates account for 52% of all complaints.", ("52", "Seven estates as a share of complaints", "")),
    (
        "Shop theft had reached 1,173 offences in the year, up from 931, and four stores in the arcade between them"
        " accounted for 38% of the total.",
        ("38", "Four stores in the arcade as a share of shop theft offences", ""),
    ),
    (
        "There were 412 referrals. Football violence accounted for 35%, whereas Mixed, Unclear and Unstable mindsets"
        " accounted for 44%.",
        ("44", "Mixed, Unclear and Unstable mindsets as a share of referrals", ""),
    ),
]
MOST_COMMON = [
    (
        "The main causes of house fires were cooking (41%), candles (12%) and faulty wiring (9%).",
        [
            ("41", "Main causes of house fires", "cooking"),
            ("12", "Main causes of house fires", "candles"),
            ("9", "Main causes of house fires", "faulty wiring"),
        ],
    ),
    (
        "The most common reason for calling is a lost key, at 36%, followed by a flood at 31% and a grown-up’s fall at"
        " 14%.",
        [
            ("36", "Reason for calling", "lost key"),
            ("31", "Reason for calling", "flood"),
            ("14", "Reason for calling", "grown-up’s fall"),
        ],
    ),
    (
        "The commonest reasons for not paying were that the fee would be wasted (47%) and that the form was too long"
        " (31%).",
        [
            ("47", "Reasons for not paying", "the fee would be wasted"),
            ("31", "Reasons for not paying", "the form was too long"),
        ],
    ),
]
OF_OTHERS = [
    (
        "Completed courses for smoking stood at 5.4%; for alcohol only it was 36%.",
        ("36", "Completed courses for alcohol only", ""),
    ),
    (
        "As many as 72% of women told us that there were lanes that they would avoid; among men the figure was 38%.",
        ("38", "Men who told us that there were lanes that they would avoid", ""),
    ),
    ("47% of residents felt safe after dark; among women it was 36%.", ("36", "Women who felt safe after dark", "")),
]


@pytest.mark.parametrize(("text", "expected"), [*OF_THE_SENTENCE_BEFORE, *SAID_AGAIN, *MOST_COMMON])
def test_named_in_full(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*MADE_UP, *OF_OTHERS])
def test_named(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in shown(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # of which of the two, is not told
        ("31% of men and 40% of women had a car. 58% had a bicycle.", "58"),
        # the volunteers delivered the parcels: whether 45% of those or of the parcels, is not told
        ("Women made up 31% of our clients. 45% were under 25.", "45"),
        # the survey asked others than the victims
        ("23% of victims had gone to a clinic. A survey of the service was held: 72% had a garden.", "72"),
        # of what all three are, only the sentence before tells
        ("Among the walkers 47% had a stick, 14% a rope and 9% a map. 6% had all three.", "6"),
        # 120 of 300 is no 56%
        ("A sample of 300 files found that 120 of them, or 56%, were late.", "56"),
        # a change has no kinds
        ("The main aim was missed, at 81%.", "81"),
    ],
)
def test_waits(text: str, value: str) -> None:
    assert value not in [row[0] for row in shown(text)]


def test_a_pair_before_and_after() -> None:
    text = (
        "Eight workshops were run for 389 young people and parents. Before taking part 36% agreed that they knew the"
        " law, compared with 75% after."
    )
    assert shown(text)[-2:] == [
        ("36", "Young people and parents who agreed that they knew the law", "before"),
        ("75", "Young people and parents who agreed that they knew the law", "after"),
    ]
