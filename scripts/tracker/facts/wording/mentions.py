"""Numbers as running text mentions them, without those that only date, number or name a thing.

In: a text. Out: ``Mention`` records in reading order: the stretch that prints the number (with its pound or percent
sign), its value, what sort of number it is and how exact it says to be. Left out are years and dates, clock times,
ages, lengths of time, numbers of sections, tables, laws and pages, addresses, telephone numbers, and numbers inside
names. Whether a mention is a figure about the board's place is for the caller to judge.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.wording.covered_numbers import covered
from tracker.facts.wording.mention_record import SCALE, Mention, Sort, Span, of_words, overlaps, plain
from tracker.facts.wording.number_qualifiers import hides_a_small_number, qualifier_of
from tracker.facts.wording.number_words import (
    ANY_NUMBER,
    DASH,
    FIGURES,
    NUMBER_WORD,
    TENS_WORD,
    TIME_UNIT,
    UNIT_WORD,
    WORDS,
)
from tracker.facts.wording.ranks_told import ranks_told
from tracker.facts.wording.shares_in_words import shares_in_words

__all__ = ["Mention", "Sort", "mentions"]

_SPANS = re.compile(
    rf"(?:{ANY_NUMBER})(?:(?:{DASH}|\s(?:to|and|or)\s){ANY_NUMBER})?\+?[- ]?{TIME_UNIT}(?!\sto\sdate)", re.I
)
_SPAN_MEASURE = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|stay(?:s|ed)?|length of (?:stay|time)|on average|average|median|mean|response times?"
    r"|took|lasted|duration|life expectancy)\b",
    re.I,
)

# "£2-3m": the scale goes with both.
_MONEY_RANGE = re.compile(
    rf"£\s?({FIGURES})(?:{DASH}|\sto\s)({FIGURES})\s?(k|m|bn|million|billion|thousand|mn)\b", re.I
)
_MONEY = re.compile(rf"£\s?({FIGURES})(?:\s?(k|m|bn|million|billion|thousand|mn)\b)?(\+)?", re.I)
_SHARE = re.compile(
    rf"(?<![\w.])([+−–-])?({FIGURES})(\+)?\s?(?:(%\s?(?:points?|pts?)\b|percentage points?|pp\b)|(?:%|per\s?cent\b"
    rf"|percent\b))",
    re.I,
)
_SHARE_IN_WORDS = re.compile(rf"\b({TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD})\s(?:per\s?cent|percent)\b(?!age)", re.I)
_CHANGES = re.compile(
    r"\b(?:increas|decreas|reduc|ris|rose|fell|fall|drop|improv|grew|grow|declin|went|raise|up|down|lower|chang"
    r"|mov)\w*\b",
    re.I,
)
_NO = re.compile(
    r"(?:^|(?<=[.;:]\s)|(?<=\bwere\s)|(?<=\bwas\s)|(?<=\bbeen\s)|(?<=\breceived\s)|(?<=\brecorded\s)"
    r"|(?<=\breported\s)|(?<=\bsaw\s))no(?=\s[a-z])(?!\s(?:one|longer"
    r"|further|more|doubt|need|reason|change|single|other|evidence|information|plans?|significant|matter|wonder)\b)",
    re.I,
)
# "did not receive any complaints": none were.
_NOT_ANY = re.compile(
    r"\b(?:did|has|have|had|was|were)\s(?P<words>not\s(?:been\s)?(?:receiv|record|issu|mak|made|hold|held|tak|see|seen"
    r"|hav|identif|report|investigat|carry out|refus|grant|us)\w*\sany)(?=\s[a-z])"
    r"(?!\s(?:more|further|longer|of|one|such|information|evidence|impact|effect|difference|details?|concerns?|issues?)\b)",
    re.I,
)
# "a hundred and twenty", "two thousand, one hundred and six", "two dozen": numbers put together from words.
_PUT_TOGETHER = re.compile(
    r"(?<![\w-])(?:"
    rf"(?:(?P<thousands>an?|{NUMBER_WORD})\sthousand,?\s)?(?P<count>an?|{NUMBER_WORD})\s(?P<scale>hundred|thousand)"
    rf"(?:\sand\s(?P<rest>{TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD}))?"
    rf"|(?P<dozens>half\sa|an?|{UNIT_WORD})\sdozen)(?![\w-])(?!\s(?:hundred|thousand|million|billion)\b)",
    re.I,
)
_NUMBER = re.compile(
    rf"(?:(?<![\w.,£])|(?<=\bc\.))(?:({FIGURES})(\+)?|({TENS_WORD}[- ]{UNIT_WORD}|{NUMBER_WORD}))(?![\w]"
    rf"|[.,]\d)(?:\s(hundred|thousand|million"
    rf"|billion)\b)?",
    re.I,
)
# "1,120 hours of patrols": time given is counted like things.
_HOURS_OF = re.compile(r"\s(?:hours|days)\sof\s(?!age\b|the\b|each\b|this\b|an?\b)[a-z]+")
# So many hours, and nobody waits so long, are what was given; behind these words they measure a time.
_HOURS = re.compile(r"\s(?:[a-z]+\s)?hours\b", re.I)
_LENGTH_OF = re.compile(
    r"\b(?:within|after|for|in|every|each|than|to|first|last|next|average|median|took|takes|lasted|waited|of|is|was|were)"
    r"\s(?:(?:about|around|over|under|nearly|almost|some|a)\s)*$",
    re.I,
)
# "patrols on 96 nights": so many occasions.
_ON_NIGHTS = re.compile(r"\bon\s(?:about\s|around\s|over\s|some\s|at\sleast\s)?$", re.I)
# "212 bed nights, against 340 nights the year before"
_BED_NIGHTS = re.compile(r"\bbed[- ]nights\b", re.I)
_NIGHTS = re.compile(r"\s(?:[A-Z]?[a-z]+\s){0,2}(?:nights|evenings|weekends|days)\b(?!['’]|\snotice)")
_TIMES = re.compile(r"\s(?:times|occasions)\b", re.I)


def mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of ``text`` that may be figures, in reading order."""
    taken = covered(text)
    found = _money(text, taken)
    found += _shares(text, taken)
    found += ranks_told(text, taken)
    spans = [match.span() for match in _SPANS.finditer(text) if not overlaps(match.span(), taken)]
    found += _put_together(text, taken, spans)
    found += _counts(text, taken, spans)
    found += _zeros(text, taken)
    found.sort(key=lambda m: m.start)
    return _with_ranges(text, found)


# Each finder adds the places of what it has found to ``taken``, so that the next ones pass them over.


def _money(text: str, taken: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    ranges: list[Span] = []
    for match in _MONEY_RANGE.finditer(text):
        ranges.append(match.span())
        scale = SCALE[match[3].lower()]
        low, high = plain(match[1], scale), plain(match[2], scale)
        found.append(Mention(match.start(), match.end(1), low, "money", qualifier_of(text, match.start()), "lower"))
        found.append(Mention(match.start(2), match.end(), high, "money", qualifier_of(text, match.start()), "upper"))
    for match in _MONEY.finditer(text):
        if overlaps(match.span(), ranges):
            continue
        taken.append(match.span())
        if re.fullmatch(r"0[0,]+", match[1]):
            # "Grants (£000)": in what the sums are told, and no sum
            continue
        value = plain(match[1], SCALE[(match[2] or "").lower()])
        qualifier = qualifier_of(text, match.start(), match[3], match.end())
        found.append(Mention(*match.span(), value, "money", qualifier))
    taken.extend(ranges)
    return found


def _shares(text: str, taken: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    for match in _SHARE.finditer(text):
        if overlaps(match.span(), taken, keep_years=True):
            continue
        taken.append(match.span())
        # a dash glued to the number before it is a range ("24-26%"), not a minus
        minus = match[1] and match[1] != "+" and not text[: match.start()].rstrip()[-1:].isdigit()
        start = match.start() if minus or match[1] == "+" else match.start(2)
        value = ("-" if minus else "") + plain(match[2])
        sort: Sort = "points" if match[4] else "share"
        signed = bool(minus or match[1] == "+")
        found.append(Mention(start, match.end(), value, sort, qualifier_of(text, start, match[3]), signed=signed))
    for match in _SHARE_IN_WORDS.finditer(text):
        taken.append(match.span())
        value = str(of_words(match[1]))
        found.append(Mention(*match.span(), value, "share", qualifier_of(text, match.start()), in_words=True))
    for share in shares_in_words(text):
        if overlaps((share.start, share.end), taken):
            continue
        taken.append((share.start, share.end))
        if share.percent:
            qualifier = qualifier_of(text, share.start)
            found.append(Mention(share.start, share.end, share.percent, "share", qualifier, in_words=True))
    return found


def _put_together(text: str, taken: list[Span], spans: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    for match in _PUT_TOGETHER.finditer(text):
        count, dozens = (match["count"] or "").lower(), (match["dozens"] or "").lower()
        thousands = (match["thousands"] or "").lower()
        if count and not match["rest"] and count not in ("a", "an") and not thousands:
            # "two hundred" is read with the plain numbers
            continue
        if overlaps(match.span(), taken) or overlaps(match.span(), spans):
            continue
        taken.append(match.span())
        if dozens:
            whole = 6 if dozens == "half a" else 12 * (of_words(dozens) if dozens in WORDS else 1)
        else:
            hundreds = of_words(count) if count in WORDS else 1
            whole = (of_words(thousands) if thousands in WORDS else bool(thousands)) * SCALE["thousand"]
            whole += hundreds * SCALE[match["scale"].lower()] + (of_words(match["rest"]) if match["rest"] else 0)
        qualifier = qualifier_of(text, match.start(), None, match.end())
        found.append(Mention(*match.span(), str(whole), "count", qualifier, in_words=True))
    return found


def _counts(text: str, taken: list[Span], spans: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    measured = bool(_SPAN_MEASURE.search(text))
    for match in _NUMBER.finditer(text):
        if overlaps(match.span(), taken):
            continue
        in_span = overlaps(match.span(), spans) and not _is_counted_time(text, match)
        if in_span and (not measured or _is_put_together(text, match)):
            continue
        if text[match.end() : match.end() + 1] in ("%", "/") or text[match.start() - 1 : match.start()] == "/":
            continue
        words = match[3]
        scale = SCALE[(match[4] or "").lower()]
        value = str(of_words(words) * scale) if words else plain(match[1], scale)
        found.append(
            Mention(
                match.start(),
                match.end(),
                value,
                "count",
                qualifier_of(text, match.start(), match[2], match.end()),
                in_words=bool(words),
                times=bool(_TIMES.match(text, match.end())),
                span=in_span,
                marker="c" if hides_a_small_number(text, match.start(), value) else "",
            )
        )
    return found


# "four minutes and ten seconds" is one length of time in two units.
_AND_UNIT = re.compile(rf"\s?{TIME_UNIT}\s(?:and\s)?{ANY_NUMBER}\s{TIME_UNIT}", re.I)
_UNIT_AND = re.compile(rf"{ANY_NUMBER}\s{TIME_UNIT}\s(?:and\s)?$", re.I)


def _is_put_together(text: str, match: re.Match[str]) -> bool:
    """Whether a length of time is told in two units, so that neither number is it."""
    lead = text[max(0, match.start() - 40) : match.start()]
    return bool(_AND_UNIT.match(text, match.end()) or _UNIT_AND.search(lead))


def _is_counted_time(text: str, match: re.Match[str]) -> bool:
    """Whether a length of time is counted like things: "880 hours of patrols", "walked 1,210 hours", "on 96 nights"."""
    if _HOURS.match(text, match.end()) and len(re.sub(r"\D", "", match.group())) > 2:
        return _LENGTH_OF.search(text[: match.start()]) is None
    told = _ON_NIGHTS.search(text[: match.start()]) or _BED_NIGHTS.search(text)
    nights = told and _NIGHTS.match(text, match.end())
    return bool(nights or _HOURS_OF.match(text, match.end()))


def _zeros(text: str, taken: list[Span]) -> list[Mention]:
    places = [match.span() for match in _NO.finditer(text)] + [match.span("words") for match in _NOT_ANY.finditer(text)]
    return [Mention(*place, "0", "count", in_words=True) for place in places if not overlaps(place, taken)]


_RANGE = re.compile(r"\s?(?:[-‐‑‒–—]|to|and)\s?£?$|^\s?(?:[-‐‑‒–—]|to|and)\s?£?$")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?£?$", re.I)


def _with_ranges(text: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Two numbers that are the ends of one range ("24-26%", "between 4 and 5", "£500 to £1,000") told so."""
    out = list(found)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        gap = text[low.end : high.start]
        if not _RANGE.match(gap) or low.side:
            continue
        joined_by_and = "and" in gap
        if joined_by_and and not _BETWEEN.search(text[: low.start]):
            continue
        if "rank" in (low.sort, high.sort) or (low.sort != high.sort and low.sort != "count"):
            continue
        changes = low.sort == high.sort == "count" or _CHANGES.search(text[: low.start])
        if gap.strip() == "to" and changes and re.search(r"\bfrom\s(?:\w+\s)?$", text[: low.start]):
            continue
        scaled = re.search(r"[a-z]+$", text[high.start : high.end])
        if low.sort == high.sort == "money" and scaled and not re.search(r"[a-z]$", text[low.start : low.end]):
            # "between £2.9 and £3.8 million"
            low = replace(low, value=plain(low.value, SCALE.get(scaled[0].lower(), 1)))
        if float(low.value) >= float(high.value):
            continue
        qualifier = low.qualifier or high.qualifier
        out[i] = replace(low, sort=high.sort, qualifier=qualifier, side="lower", times=high.times, span=high.span)
        out[i + 1] = replace(high, qualifier=qualifier, side="upper")
    return tuple(out)
