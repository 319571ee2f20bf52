"""Which period a number in a sentence speaks of.

In: a sentence, its numbers and periods, and what the text has spoken of before. Out: the ``Period`` of a number, or
None when the text gives none. A period right after a number is its own; one that opens a sentence holds for all;
one at the end of a list of numbers is shared; else the sentence before, the heading and the report's year lend theirs
to what is told in the past.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Context, Period, find_periods

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|take|takes|run|runs|consists?|includes?|comprises?|currently|now|at present|to date|so "
    r"far)\b",
    re.I,
)
_NOW = re.compile(r"\b(?:currently|now|at present|at the moment|to date|so far)\b", re.I)
_PAST = re.compile(
    r"\b(?:was|were|had|been|[a-z]{3,}ed|took|gave|ran|saw|met|held|made|won|brought|sent|led|drew|came|went|felt"
    r"|got|began|rose|fell|heard|kept|found|built|bought|taught|sought|did|became|left|lost|paid|spent|told|said"
    r"|wrote|chose|put|cut|dealt)\b"
)
_IS = re.compile(
    r"\b(?:is|are|has|have)\s(?!(?:also\s|now\s)?(?:been|dealt|seen|held|made|run|taken|given|met|won|had|led"
    r"|brought|heard)\b)"
    r"(?!\w+ed\b(?!\s\w+s\b))|\b(?:is|are)\s",
    re.I,
)
_WAS = re.compile(
    r"\b(?:was|were|had|took|gave|ran|saw|met|held|made|won|brought|sent|came|went|felt|got|began|rose|fell|heard)\b"
)
_LEAD = re.compile(
    r"(?:\b(?:in|over|during|for|throughout|within|as at|at|on|between|by|since|across|from|to|of|and|the"
    r"|year|calendar|financial|end|start|beginning|close)\s+)+$|\bfor\s$",
    re.I,
)
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
_SINCE_IT = re.compile(r"\b(?:since|after|from)\s(?:[\w'’-]+\s){0,5}$", re.I)
_CITED = re.compile(r"[(;]\s?(?!Census)[A-Z][\w'’&. -]*?(?:,\s?et al\.?|\set al\.?)?,?\s$")
# "In the 2024 residents' survey": the year in which people were asked.
_OWN = re.compile(r"\b(?:the|our|this|its|their|an?)\s$", re.I)
_ASKED = re.compile(r"\s(?:[\w'’-]+\s){0,3}?(?:survey|census|consultation|poll|questionnaire)\b(?!\s(?:of|by)\s[A-Z])")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\s(?:of\s)?(?:20\d\d(?:[/-]\d\d)?)\b", re.I)


def sentence_periods(sentence: str, context: Context) -> tuple[Period, ...]:
    """The periods of a sentence; a bare year counts after "in" or a comma, not in the name of a law. A season keeps
    its words and has no dates; "since it began in …" has no end."""
    kept = [Period("", "", m.group(), m.start(), m.end()) for m in _SEASON.finditer(sentence)]
    seasons = tuple(kept)
    for period in find_periods(sentence, context, bare_years=True):
        before = sentence[: period.begin]
        if not period.label or _TITLE_WORD.search(before):
            continue
        if any(period.begin < season.finish and season.begin < period.finish for season in seasons):
            continue
        began = _BEGAN.search(before) if period.kind not in ("since", "until", "relative") else None
        if began and _SINCE_IT.search(before[: began.start()]):
            period = replace(period, kind="since", end="")
        elif began and sentence[period.finish :].strip(" .,"):
            # kept, so that its digits are no figure, but it dates none
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
            and not (_OWN.search(before) and _ASKED.match(sentence, period.finish))
        ):
            continue
        kept.append(period)
    return tuple(sorted(kept, key=lambda period: period.begin))


def blank_periods(sentence: str, periods: tuple[Period, ...]) -> str:
    """The sentence with its periods, and the words that lead to them, as blanks: everything keeps its place."""
    text = sentence
    for period in periods:
        lead = _LEAD.search(text[: period.begin])
        words = lead.group() if lead else ""
        # "rose to 15 in 2020/21 and 12 in …": only words that have no other work to do go with the period
        begin = period.begin - (len(words) if not re.match(r"(?:from|to|of|and)\s*$", words.strip() + " ", re.I) else 0)
        text = text[:begin] + " " * (period.finish - begin) + text[period.finish :]
    return text


def period_for(
    sentence: str,
    found: tuple[Mention, ...],
    at: int,
    periods: tuple[Period, ...],
    told_before: Period | None,
    year: Period | None,
    dated: Period | None,
    naming: Naming,
) -> Period | None:
    """The period of number ``at``. ``dated`` is that of the number before it in the sentence, ``told_before`` what the
    sentence before, the list's lead-in or the heading gave, ``year`` the year that the report tells of."""
    mention = found[at]
    periods = tuple(p for p in periods if p.start or p.end or p.kind not in ("day",))
    paired = _between(sentence, found, at, periods)
    if paired is not None:
        return paired
    limit = found[at + 1].start if at + 1 < len(found) else len(sentence)
    across = _across(sentence, found, at, periods)
    if across is not None:
        return across
    own = next((p for p in periods if mention.end <= p.begin < limit), None)
    opened = re.search(r"\s\(\s?$", sentence[: mention.start])
    told = next((p for p in periods if opened and p.finish == opened.start()), None)
    if told and compared_with(sentence, told) and (own is None or ")" in sentence[mention.end : own.begin]):
        # "15% more than in 2020/21 (706)"
        return told
    if own is not None and _is_own(sentence, found, at, own):
        return own
    compared = re.search(
        r"\b(?:(?:up|down|reduced|increased|decreased|fall|rise|drop|reduction|increase|decrease)"
        r"(?:\s(?:of|by))?(?:\s[\d.,]+\s?(?:%|per cent)?)? (?:from|on)|against|compared (?:with|to)|than)"
        r"\s(?:just\s|about\s)?$",
        sentence[: mention.start],
    )
    if own is None and naming.same and compared and not any(key == "measure" for key, _ in naming.breakdown):
        # "318 fires in 2022/23, down from 341": of a time before that is not told
        return None
    rises = re.search(r"\bfrom\s(?:about\s|around\s|just\s)?$", sentence[: mention.start]) is not None
    if own is None and rises and limit < len(sentence) and _TO_NEXT.fullmatch(sentence[mention.end : limit]):
        # "fell from 112 cases to 108 in the year to March": the first is of the time before
        return None
    clause = _clause(sentence, mention)
    if not periods and _DOES_NOW.search(sentence[: mention.start]):
        return None
    if _NOW.search(clause) and not any(p.label and p.label in clause for p in periods):
        return None
    if _YEAR_TOTAL.search(sentence[: mention.start]):
        return None
    leading = [p for p in periods if p.finish <= mention.start and not _taken(sentence, found, at, p)]
    if leading:
        return leading[-1]
    shared = next(
        (p for p in periods if p.begin >= limit and p.kind != "relative" and _shares(sentence[mention.end : p.begin])),
        None,
    )
    if shared is not None:
        return shared
    if naming.stock and not periods:
        return None
    if dated is not None and dated.kind != "relative" and not naming.same:
        return dated
    if not periods and re.search(r"\bfrom\s$", sentence[: mention.start]):
        # "from 68% to 74%" with no time told: the first is of some time before
        return None
    if (naming.same and not _RISEN_TO.search(sentence[: mention.start])) or _NOW.search(sentence):
        return None
    if _PAST_YEAR.search(sentence):
        return year
    if _OWN_YEAR.search(sentence):
        # "in Year 2", "over three years": a time of its own that has no dates here
        return None
    if not periods and _BARE_MONTH.search(_clause(sentence, mention)):
        # "in May alone", "since January": which year is not told
        return None
    if not periods and _A_YEAR.search(sentence):
        # a time is told in a way that is not understood
        return None
    lent = told_before or year
    if lent and lent.months != 3 and not periods and _IN_QUARTER.search(sentence):
        # a month or year told before is no quarter
        return None
    if _told_in_past(_clause(sentence, mention)):
        return told_before or year
    return None


_TO_NEXT = re.compile(r"\s(?:[a-z]+\s){0,3}to\s(?:just\s|about\s|only\s|around\s)?")
# "The programme costs about £2,900", "the refuge offers 18 places": how things are, at no time in particular.
_DOES_NOW = re.compile(
    r"\b(?:costs|offers|employs|operates|provides|contributes|runs|manages|funds|holds|serves|covers|supports|pays|receives"
    r"|has|have|works with|comprises|contains)\s(?:up to\s|about\s|around\s|over\s|some\s|approximately\s"
    r"|a total of\s|only\s)?$"
)
# "rose by a third, from 210 to 280": the second is how it is in the time told of.
_RISEN_TO = re.compile(r"\bfrom\s(?:about\s|just\s)?[\d.,]+%?\s(?:\w+\s)?to\s(?:about\s|just\s|only\s)?$")
_IN_QUARTER = re.compile(r"\b(?:in|during|over|for|across|throughout) (?:the|this) quarter\b", re.I)
# "taking the total for the year to 27": of a longer time than the quarter that the sentence opens with.
_YEAR_TOTAL = re.compile(
    r"\b(?:total for the year|annual total|yearly total|cumulative|total to date)\b[^.;]{0,30}$",
    re.I,
)
_A_YEAR = re.compile(r"(?<!Act )(?<!Strategy )(?<!Plan )(?<![\d,£-])\b20[12]\d\b(?!\s(?:Act|Strategy|Plan)|,\d)")
_BARE_MONTH = re.compile(
    rf"\b(?:in|during|since|by|until|from|last|this|early|late|mid|of)[\s-](?:early\s|late\s"
    rf"|mid[\s-])?{MONTH}\b(?!\s\d)",
    re.I,
)
_PAST_YEAR = re.compile(
    r"\b(?:over|in|during|throughout|for|across)\s(?:the\s)?(?:(?:past|last|full|whole|financial|reporting)\s)?"
    r"(?:year|12 months|twelve months)\b(?!\s(?:of|to|up|ending|prior|before|earlier|\d))",
    re.I,
)
_OWN_YEAR = re.compile(
    r"\b(?:in|during|over|by|for|at the end of)\s(?:[Yy]ear\s(?:\d|one|two|three|four|five)\b|\d\d?\smonths\b|(?:six"
    r"|nine|twelve|eighteen)\smonths\b|the\s(?:last|past"
    r"|previous|first|final)\s(?:two|three|four|five|six|ten|\d+)\s(?:years|months|weeks)|(?:two|three|four|five|\d+)\s"
    r"years\b|(?:its|the) (?:first|second|third) year\b)"
)


_LIKE = r"(?:level|in line|on a par|consistent|comparable) (?:with|to)|same as|similar to|equal to|unchanged"
_COMPARED_WITH = re.compile(
    r"\b(?:than|compare[ds]\s(?:\w+\s){0,2}(?:with|to)|against|versus|vs\.?"
    r"|(?:level|on a par|in line|unchanged|comparable|equal) (?:with|from|on|to)"
    r"|(?:the same as|similar to|no change (?:from|on)))"
    r"\s[^.;:,]{0,40}$",
    re.I,
)


# "a 15% reduction upon the 1,517 applications received during 2021/22"
_CHANGED_FROM = re.compile(
    r"\b(?:up|down|increase[ds]?|decrease[ds]?|rise|rose|rises|risen|fall|fell|fallen|drop(?:ped)?|reduction|reduced|growth"
    r"|higher|lower|more|fewer|less)\b[^.;,()]{0,30}\b(?:from|on|upon|than)\s[^.;,()]{0,45}$",
    re.I,
)


def compared_with(sentence: str, period: Period) -> bool:
    """Whether a period is only what the time told of is compared with: "6% fewer than in 2021/22"."""
    before = sentence[: period.begin]
    return _COMPARED_WITH.search(before) is not None or _CHANGED_FROM.search(before) is not None


def _clause(sentence: str, mention: Mention) -> str:
    """The clause that a number stands in, without relative clauses after it."""
    start = max((m.end() for m in re.finditer(r"[;:]\s", sentence[: mention.start])), default=0)
    stop = re.search(r"[;:]\s|,\s(?:which|who|whose|where)\b", sentence[mention.end :])
    return sentence[start : mention.end + stop.start()] if stop else sentence[start:]


def _told_in_past(sentence: str) -> bool:
    """Whether a sentence tells what was done, not how things are ("28 are trained", "the scheme has 12 places")."""
    if _IS.search(sentence):
        return _WAS.search(sentence) is not None
    return _PAST.search(sentence) is not None or _PRESENT.search(sentence) is None


# "44%, an increase of 41% on last year": the time that it is compared with.
_MOVED_ON = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|change|improvement|up|down|more|fewer|higher|lower)\b"
    r"[^;:]*?\b(?:on|from|over|than|compared (?:with|to|against)|against)\s(?:in\s|for\s|during\s|the\s|that\s|of\s)*$",
    re.I,
)


# One moment among others.
_SPIKE = re.compile(r"\b(?:spike|peak|surge|high|low)\sof\s$")


def _is_own(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    """Whether a period after a number, before the next, is that number's own."""
    between = [m for m in found[at + 1 :] if m.end <= period.begin]
    if between and _SPIKE.search(sentence[: between[-1].start]):
        # "increased from 58 to 73, with a spike of 16 in November": the time of the spike alone
        return False
    gap = sentence[found[at].end : period.begin]
    if period.kind == "since" and re.search(r",|\btotal\b", gap):
        return False
    if at + 1 < len(found) and re.fullmatch(r"\s*[:=]\s*", sentence[period.finish : found[at + 1].start]):
        return False
    whole = re.match(r"\W*Of\s(?:the\s|all\s)*$", sentence[: found[at].start]) is not None
    who = "" if whole else "|who"
    if (
        re.search(rf"\b(?:than|shift|change[sd]?|compared|unlike|which{who}|that|ahead of|{_LIKE})\b", gap)
        or ";" in gap
    ):
        return False
    if _MOVED_ON.search(gap) or _COMPARED_WITH.search(f"{gap}"):
        return False
    if period.kind == "until" and "to" not in gap.split():
        return True
    opened = re.match(r"\W*(?:In|During|Over|For)\b[^,;]{0,30}\b20\d\d", sentence[: found[at].start]) is not None
    if (
        opened
        and at + 1 < len(found)
        and re.search(r"(?:\band|\bbut|\bwhile|,)\s(?:in|during|for|over)?\s?(?:the\s)?$", gap)
    ):
        # "In 2021 118 were issued and in 2022 164": the second year opens the second clause
        return False
    if at + 1 >= len(found):
        return True
    after = sentence[period.finish : found[at + 1].start]
    opens = re.search(r"[.;]\s*(?:in|over|during|for)?\s*(?:the\s)?$", gap, re.I) is not None
    return not (opens and ";" not in after)


def _between(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """ "rose from 4757 to 5023 between the 12 months to A and the 12 months to B": first to first, second to second."""
    if len(found) < 2 or len(periods) < 2:
        return None
    for i in range(len(found) - 1):
        low, high = found[i], found[i + 1]
        joined = re.fullmatch(r"(?:\s[a-z]+){0,2}\sto\s", sentence[low.end : high.start])
        if not re.search(r"\bfrom\s$", sentence[: low.start]) or not joined:
            continue
        later = [p for p in periods if p.begin >= high.end]
        lead = sentence[high.end : later[0].begin].replace(")", "") if later else ""
        if len(later) >= 2 and re.match(r"\s(?:\w+\s){0,4}?(?:between|from)\s", lead + " ") and at in (i, i + 1):
            return later[at - i]
    return None


def _across(sentence: str, found: tuple[Mention, ...], at: int, periods: tuple[Period, ...]) -> Period | None:
    """ "Between A and B there were 40": from the beginning of A to the end of B; "between A and B it fell from 40 to
    30": the first number's time is A, the second's B."""
    mention = found[at]
    for first, last in pairwise(periods):
        joined = sentence[first.finish : last.begin].strip() in ("and", "to", "until")
        if not joined or not re.search(r"\b(?:between|from)\s+$", sentence[: first.begin], re.I):
            continue
        if not (first.start and last.end and first.start < last.end and first.end):
            continue
        if mention.start < last.finish and not (
            mention.end <= first.begin and _is_own(sentence, found, at, first) and first.begin - mention.end < 120
        ):
            continue
        if mention.start < first.begin and any(mention.end <= m.start < first.begin for m in found):
            continue
        rises = [
            n
            for n in range(len(found) - 1)
            if re.fullmatch(r"\s(?:[a-z]+\s){0,2}to\s", sentence[found[n].end : found[n + 1].start])
        ]
        for n in rises:
            if at in (n, n + 1) and re.search(r"\bfrom\s$", sentence[: found[n].start]):
                return first if at == n else last
        return replace(first, end=last.end, kind="span", finish=last.finish, label=sentence[first.begin : last.finish])
    return None


def _taken(sentence: str, found: tuple[Mention, ...], at: int, period: Period) -> bool:
    """Whether a period before a number belongs to an earlier number alone."""
    mention = found[at]
    opened = sentence.rfind("(", 0, period.begin)
    if opened >= 0:
        closed = sentence.find(")", opened)
        inside = any(opened < m.start < closed for m in found)
        if closed != -1 and period.begin < closed < mention.start and inside:
            return True
    earlier = [m for m in found[:at] if m.end <= period.begin]
    if not earlier:
        return False
    gap = sentence[earlier[-1].end : period.begin]
    rest = sentence[period.finish : mention.start]
    if period.kind == "relative":
        leads = (
            re.fullmatch(r"\W*(?:(?:when|there|were|was|it|the|figure|saw|had|this|they)\W+)*", rest) is not None
            and rest.strip() != ""
        )
        return not leads and ";" not in gap
    if re.search(r"\b(?:than|shift|change)\b", gap):
        return True
    return (
        re.search(r"\b(?:against|compared (?:with|to)|from|to|and)\s*$", rest) is not None
        and len(rest.split()) <= 3
        and len(gap.split()) <= 3
    )


def _shares(gap: str) -> bool:
    """Whether only a short list lies between a number and a period that comes after a later number; a period in
    brackets with its own number is that number's alone."""
    if re.search(r"\([^()]*\d[^()]*$", gap):
        return False
    return (
        re.search(
            r";|\b(?:but|while|against|compared|than|from|up|down|which|who|that|upon|increase|decrease|reduction|rise|fall"
            r"|drop)\b",
            gap,
        )
        is None
        and len(gap.split()) <= 16
    )
