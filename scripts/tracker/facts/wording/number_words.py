"""Numbers in figures and in words as patterns, with what the words count; months and units of time beside them."""

from __future__ import annotations

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {word: value for value, word in enumerate(ONES)} | TENS | {"none": 0, "nil": 0}
ORDINALS = {
    word: value
    for value, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1
    )
}

NUMBER_WORD = r"(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
TENS_WORD = r"(?:twenty|" + "|".join(TENS) + r")"
UNIT_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
MONTH_WORD = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DASH = r"\s?[-‐‑‒–—−]\s?"
FIGURES = r"\d+(?:,\d{3})*(?:\.\d+)?"
ANY_NUMBER = rf"(?:{FIGURES}|{TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD})"
TIME_UNIT = (
    r"(?:calendar |working |week ?|clear |consecutive |successive )?"
    r"(?:second|minute|hour|hr|day|night|week|fortnight|month|year|yr|decade)s?\b"
)
