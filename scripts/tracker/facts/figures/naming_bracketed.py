"""Parts whose numbers stand in brackets behind them: "Referrals came from police (182, or 37%), health (157), …".

In: a sentence and one of its numbers. Out: the naming of the part that its bracket is behind: what the clause counts,
with the part's own words; None where the number stands in no such list, or the clause does not say what is counted.
Alone behind "the number of fires was small", a bracket holds that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.facts.figures.naming_parts import Naming, Thread, titled
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.facts.wording.word_lists import COUNTED, PEOPLE

_VALUE = rf"(?:\d[\d,]*|{NUMBER_WORD})"
_BRACKET = re.compile(r"\s?\(\s?(?:n\s?=\s?)?(?P<held>[^()]*\d[^()]*)\)")
# All that a bracket of the list holds: its number, its share, and how exact they are.
_NUMBERS = re.compile(
    r"(?:(?:or|and|about|around|nearly|almost|just|over|under|some|approximately|c\.)\s?|[\d,.]+\s?(?:%|per\scent)?[,;]?\s?)+"
)
_BETWEEN = re.compile(
    r"(?:,|;)?\s?(?:(?:and|or|then|plus|followed\sby|and\sthen)\s)?(?P<part>(?:the\s|an?\s)?[A-Za-z][\w'’&/ -]{1,60})"
)
_CLAUSE = re.compile(r"(?:^|.*[.;:]\s|.*\d\W*,\s)(?P<lead>[^.;:]*)$", re.DOTALL)
_MOSTLY = r"(?:mainly|mostly|largely|primarily|predominantly|chiefly|typically|either)"
_MOST_OF = r"(?:(?:Most|Many|The\s(?:vast\s|large\s)?majority)\s(?:of\s)?)?(?:[Tt]he\s|[Aa]ll\s|[Oo]ur\s)?"
_CAME = re.compile(
    rf"{_MOST_OF}(?P<what>[A-Za-z][\w'’ -]{{3,60}}?)\s+(?:{_MOSTLY}\s)?"
    r"(?P<verb>came|come|originated?|arose|arise|related?|(?:were|are|was)\s(?:received|made|submitted|referred|raised))\s"
    rf"(?:{_MOSTLY}\s)?(?P<how>from|by|to|about|via|through)\s(?P<part>[A-Za-z][\w'’&/ -]{{1,60}})$"
)
_WERE = re.compile(
    rf"{_MOST_OF}(?P<what>[A-Za-z][\w'’ -]{{3,60}}?)\s+(?:are|were)\s{_MOSTLY}\s(?P<part>[A-Za-z][\w'’&/ -]{{1,60}})$"
)
_IN_MOST = re.compile(
    r"In\s(?:most|many|the\s(?:vast\s|large\s)?majority\sof)\s(?P<what>[a-z]+)\s+(?:in\s+)?"
    r"(?P<said>the\s[\w'’ -]+?\s(?:was|is|had\sbeen)\s(?:(?:[a-z]+(?:ed|en|wn|ng)\s)?(?:in|by|on|at|from)\s)?)"
    r"(?P<part>[A-Za-z][\w'’&/ -]{1,60})$"
)
# "the small number of custodial sentences", "the number of reports coming through them", "the number of thefts was low"
_NUMBER_OF = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:[a-z]+\s){0,2}?number\sof\s(?P<what>(?:(?!(?:and|who|which|that|was|were|is|are|has|had)\b)"
    r"[\w'’-]+\s){1,8})(?:(?:was|were|is|are|remain(?:s|ed)?|(?:has|have|had)\s\w+)\s(?:\w+\s){0,3})?$"
)
_TAIL = re.compile(r"\s(?:of|in|for|at|by|from|to|with|on|through|[a-z]+(?:ed|ing))\s")
# All that a bracket of values holds once its times are blanked: the value, then what it is compared with.
_VALUES = re.compile(
    rf"(?:just\s|only\s)?{_VALUE}(?:\s?[,;]?\s(?:(?:as\s)?(?:compared|against|down|up)?\s?(?:to|with|from)?\s?)?{_VALUE})*"
)
_A_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|which|who|that|while|but|will|rose|fell)\b")


def part_in_brackets(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """The naming of a number by the part that its bracket is behind."""
    opens = text.rfind("(", 0, mention.start)
    brackets = list(_list_of(text, opens))
    if len(brackets) < 2:
        return None
    first = brackets[0]
    clause = _CLAUSE.match(text[: first.start()])
    lead = re.sub(r"\s+", " ", clause["lead"]).strip(" ,") if clause else ""
    own = next(bracket for bracket in brackets if bracket.start("held") > opens >= bracket.start())
    part = ""
    if own is not first:
        between = _BETWEEN.fullmatch(text[brackets[brackets.index(own) - 1].end() : own.start()].rstrip())
        part = between["part"].strip() if between else ""
    named = _named(lead, part)
    if named is None:
        return None
    title, group = named
    unit = title.split(" in which ")[0].split()[-1].lower()
    both = "%" in own["held"] and re.search(r"\d(?![\d.,]*\s?(?:%|per))", own["held"]) is not None
    breakdown = (("group", group),) if group else ()
    if mention.sort == "share":
        return Naming(f"{titled(title, thread)}{' (share)' if both else ''}", "%", "share", breakdown)
    if mention.sort != "count":
        return None
    return Naming(titled(title, thread), unit if is_plural(unit) else "", "count", breakdown)


def number_in_brackets(text: str, mention: Mention) -> Naming | None:
    """The naming of a number in the bracket behind what it counts: "the number of fires was small (7, compared to
    12)"; None where no number is spoken of, or the bracket holds a sentence."""
    opens = text.rfind("(", 0, mention.start)
    held = re.match(r"\(([^()]*)\)", text[opens:]) if opens > 0 and mention.sort == "count" else None
    lead = _NUMBER_OF.search(text[:opens]) if held else None
    if held is None or lead is None or not _VALUES.fullmatch(" ".join(held[1].split())):
        return None
    head = re.split(_TAIL, lead["what"])[0].split()[-1].lower()
    if not is_plural(head):
        return None
    return Naming(capital(lead["what"].strip()), head, "count")


def _list_of(text: str, opens: int) -> Iterator[re.Match[str]]:
    """The brackets of the list that the one at ``opens`` is in, in their order; none where it is in no list."""
    found = [b for b in _BRACKET.finditer(text) if _NUMBERS.fullmatch(b["held"].strip())]
    at = next((n for n, b in enumerate(found) if b.start() <= opens < b.end()), -1)
    if at < 0:
        return
    first = last = at
    while first and _joins(text[found[first - 1].end() : found[first].start()]):
        first -= 1
    while last + 1 < len(found) and _joins(text[found[last].end() : found[last + 1].start()]):
        last += 1
    yield from found[first : last + 1]


def _joins(between: str) -> bool:
    item = _BETWEEN.fullmatch(between.rstrip())
    return item is not None and len(item["part"].split()) <= 8 and not _A_CLAUSE.search(item["part"])


def _named(lead: str, part: str) -> tuple[str, str] | None:
    """What the clause counts and the part, ``part`` in place of the first one where it is another."""
    if came := _CAME.fullmatch(lead):
        how = f"relating {came['how']}" if came["verb"].startswith("relate") else came["how"]
        other = re.sub(rf"^{came['how']}\s", "", part) if part else came["part"]
        return (capital(came["what"]), f"{how} {other}") if _is_counted(came["what"]) else None
    if were := _WERE.fullmatch(lead):
        return (capital(were["what"]), part or were["part"]) if _is_counted(were["what"]) else None
    if cases := _IN_MOST.fullmatch(lead):
        said = f"{capital(cases['what'])} in which {cases['said'].strip()} {part or cases['part']}"
        return (said, "") if _is_counted(cases["what"]) else None
    return None


def _is_counted(what: str) -> bool:
    head = what.split()[-1].lower()
    return head in COUNTED | PEOPLE or (is_plural(head) and len(what.split()) > 1)
