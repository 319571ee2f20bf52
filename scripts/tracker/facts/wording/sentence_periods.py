"""Which periods a sentence holds.

In: a sentence and the context of its report. Out: its periods in order, and the sentence with blanks in their place. A
year in the name of a law or of a source is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.wording.periods import Context, Period, find_periods

# A year after such a word is the name of a law or plan.
_TITLE_WORD = re.compile(
    r"\b(?:Act|Bill|Strategy|Plan|Order|Regulations|Charter|Report|Framework|Programme|Policy|Code|Review)\s$"
)
# When something began is no time of what it did: "The hub opened in May 2022 and …".
_BEGAN = re.compile(
    r"\b(?:opened|opening|launched|launch|began|begun|started|start|established|introduced|founded|formed|commenced"
    r"|inception|created|set up|relaunched|appointed|went live|rolled out)\s(?:\w+\s){0,2}?(?:(?:in|on|during)\s)?$",
    re.I,
)
# "launched on 6 October with 43 members": so many on that day.
_WITH_SO_MANY = re.compile(r"\swith\s(?:(?:just|only|some|about|around|over|an?|initial|total|of)\s)*\d")
_SINCE_IT = re.compile(r"\b(?:since|after|from)\s(?:[\w'’-]+\s){0,5}$", re.I)
# "since it was put up in 2031"
_SINCE_IN = re.compile(r"\bsince\s(?:it|they|this|the\s\w+)\s(?:\w+\s){1,4}(?:in|on)\s$", re.I)
_RENEWED = re.compile(r"^\W*(?:Following|After)\s(?:[\w'’-]+\s){1,6}in\s$")
_COMMA = re.compile(r"\s?,")
# "the lowest since 2018", "for the first time since May 2019": how long nothing was so, no time of a figure.
NOTABLE = re.compile(r"\b(?:[a-z]{3,}est|best|worst|first|only|[a-z]+ time|least|most)(?:\s[a-z]+){0,3}\s$", re.I)
_CITED = re.compile(r"[(;]\s?(?!Census)[A-Z][\w'’&. -]*?(?:,\s?et al\.?|\set al\.?)?,?\s$")
# "In the 2024 residents' survey": the year in which people were asked.
_OWN = re.compile(r"\b(?:the|our|this|its|their|an?)\s$", re.I)
_ASKED = re.compile(
    r"\s(?:[\w'’-]+\s){0,3}?(?:survey|census|consultation|poll|questionnaire)\b(?!\s(?:of|by)\s(?-i:[A-Z]))", re.I
)
# "the 2022 baseline of 913": a value and the year that it is of.
_VALUE_OF = re.compile(
    r"\s(?:baseline|figure|total|level|rate|average|value|position|outturn|result|peak)s?\sof\s\D{0,12}\d"
)


def sentence_periods(sentence: str, context: Context) -> tuple[Period, ...]:
    """The periods of a sentence; a bare year counts after "in" or a comma, not in the name of a law; "since it
    began in …" has no end."""
    kept: list[Period] = []
    for period in find_periods(sentence, context, bare_years=True):
        before = sentence[: period.begin]
        if not period.label or _TITLE_WORD.search(before):
            continue
        if period.kind == "since" and NOTABLE.search(before):
            # kept, so that its digits are no figure, but it dates none
            period = replace(period, start="", end="", kind="day")
        if period.kind not in ("since", "until", "relative") and _SINCE_IN.search(before):
            period = replace(period, kind="since", end="", label=f"since {period.label}")
        began = _BEGAN.search(before) if period.kind not in ("since", "until", "relative") else None
        if began and _SINCE_IT.search(before[: began.start()]):
            period = replace(period, kind="since", end="", label=f"since {period.label}")
        elif began and sentence[period.finish :].strip(" .,") and not _WITH_SO_MANY.match(sentence, period.finish):
            # kept, so that its digits are no figure, but it dates none
            period = replace(period, start="", end="", kind="day")
        if period.kind != "since" and _RENEWED.search(before) and _COMMA.match(sentence, period.finish):
            # "Following the order's renewal in January 2034, 22 warnings were issued": since, not in that month
            period = replace(period, start="", end="", kind="day")
        if _CITED.search(before) and re.match(r"\s*[);]", sentence[period.finish :]):
            # "(Reed and Holt, 2012)": when a source came out
            period = replace(period, start="", end="", kind="day")
        elif period.months == 1 and re.match(r"\s?[-–]\s?20\d\d\b", sentence[period.finish :]):
            # "October 2020-2021": not told from when to when
            period = replace(period, start="", end="")
        if (
            kept
            and kept[-1].end[:4] == period.label
            and re.fullmatch(r"\s?,\s", sentence[kept[-1].finish : period.begin])
        ):
            # "March 2023 to May 2023, 2023, there were …": the year once more
            continue
        if period.kind == "relative" and re.search(r"\bthe last year$", sentence[: period.finish], re.I):
            # the twelve months gone by, not the year before them
            period = replace(period, start="", end="", kind="day")
        bare = re.fullmatch(r"\d{4}", period.label) and not sentence.startswith(" calendar year", period.finish)
        if (
            bare
            and not re.search(
                r"(?:\b(?:in|of|during|since|by|for|to|and|year|over|from|until)\s|[,(]\s?)$|^$", before, re.I
            )
            and not (
                _OWN.search(before)
                and (_ASKED.match(sentence, period.finish) or _VALUE_OF.match(sentence, period.finish))
            )
        ):
            continue
        kept.append(period)
        if period.kind == "since" and (when := _WHEN.match(sentence, period.finish)):
            # "has grown since 2020/21, when there were 956"
            named = find_periods(_SINCE_WORD.sub("", period.label), context, bare_years=True)
            at = when.end(1)
            kept.extend(replace(p, begin=at, finish=at, kind="relative") for p in named[:1] if p.kind == "year")
    return tuple(sorted(kept, key=lambda period: period.begin))


_WHEN = re.compile(r",?\s(when)\s(?:there|it|they|we|this|the\s\w+)\s(?:was|were|had|stood|saw|recorded|received)\b")
_SINCE_WORD = re.compile(r"^since\s", re.I)
_LEAD = re.compile(
    r"(?:\b(?:in|over|during|for|throughout|within|as at|at|on|between|by|since|across|from|to|of|and|the"
    r"|year|calendar|financial|end|start|beginning|close)\s+)+$|\bfor\s$",
    re.I,
)


def blank_periods(sentence: str, periods: tuple[Period, ...]) -> str:
    """The sentence with its periods, and the words that lead to them, as blanks: everything keeps its place."""
    text = sentence
    for period in periods:
        lead = _LEAD.search(text[: period.begin])
        words = lead.group() if lead and not _VALUE_OF.match(sentence, period.finish) else ""
        # "rose to 15 in 2020/21 and 12 in …": only words that have no other work to do go with the period
        begin = period.begin - (len(words) if not re.match(r"(?:from|to|of|and)\s*$", words.strip() + " ", re.I) else 0)
        # "the previous year's total"
        end = period.finish + (2 if re.match(r"['’]s\s", text[period.finish :]) else 0)
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text
