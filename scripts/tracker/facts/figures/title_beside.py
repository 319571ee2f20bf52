"""What the name of a figure takes from the figure told right before it in the same sentence.

In: the figures of a sentence in reading order. Out: the same figures; one whose words lean on its neighbour's has them
in full: the whole of a share that stands behind a number ("412 offences (38% of all recorded crime)"), the crime of a
rate of outcomes, the kind of "1,200 domestic abuse incidents and 812 offences", what people said and where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.figures.statement_again import DAYTIME, gapped
from tracker.facts.figures.title_sense import LONGEST_SHOWN
from tracker.facts.wording.word_forms import capital, in_line
from tracker.facts.wording.word_lists import words_of

# "412 offences in 2022/23 (38% of all recorded crime)", "1,283, 20% of the total".
_ASIDE = re.compile(
    r"[^;:.%£]{0,60}?(?:,|\()\s?(?:or\s|about\s|around\s|nearly\s|almost\s|just\s|over\s|under\s|some\s)*$"
)
_OF_WHOLE = re.compile(
    r"\sof\s((?:all|total|overall)\s(?:[a-z-]+\s?){1,4}?)(?=[,;.)]|\s(?:in|and|compared|recorded|which|for)\b|$)"
)
_OUTCOMES = re.compile(
    r"(?:.*: )?((?:\w+ )?(?:arrest|charge|detection|conviction|(?:positive )?outcome|solved|attrition) rate)", re.I
)
_JUST_BEFORE = re.compile(r"\s(?:[a-z-]+\s){1,4}and\s$")
# "who said they felt safe when outside after dark": where and when, which the next answer leaves out.
_FELT = re.compile(
    r"(.*\b(?:felt|feel|feeling|were|are)\s)(?:very\s|fairly\s|quite\s)?[a-z]+((?:\sor (?:very |fairly )?[a-z]+)?)"
    r"(\s(?:when|in|at|after|during|with|about|outside|on|walking|out|being)\b.*)"
)
_SAID_THAT = re.compile(r"\bwho ((?:said|felt|thought|agreed|reported|knew|believed)(?: (?:that|they)\b)?)")
_LACKS_SAYING = re.compile(r"([A-Z][\w’' -]*?[a-z])\s(that (?:the|they|their|it|there|his|her)\b.*)")
_TO_THE_SUM = re.compile(
    r"\b(?:taking|bringing|making)\s(?:the|our|this|a)\s(?:\w+\s)?(?:total|number|figure|sum)(?:\s[a-z]+){0,4}\sto\s(?:\w+\s)?$"
)


def beside_each_other(figures: Sequence[ProseFigure]) -> list[ProseFigure]:
    """The figures of a sentence, each with what its name leaves to the one before it."""
    told: list[ProseFigure] = []
    for figure in figures:
        figure = _of_the_whole(told, figure)
        if told and figure.naming.sure and told[-1].naming.sure:
            title = _whole_title(told[-1], figure)
            if title and title != figure.naming.title and len(title) <= LONGEST_SHOWN:
                figure = replace(figure, naming=replace(figure.naming, title=title))
        told.append(figure)
    return told


_SO_MANY_OF = re.compile(r"\s(?:out )?of (?:the|its|our|these|those)\s")
_THESE = re.compile(r"\b(?:which|whom|these|those|them)\b")


def _of_the_whole(told: Sequence[ProseFigure], figure: ProseFigure) -> ProseFigure:
    """ "Eighteen of the 22 actions are complete and four are on track": the four are of the actions, not of those."""
    if len(told) < 2 or not any(key == "group" for key, _ in figure.naming.breakdown):
        return figure
    part, whole = told[-2], told[-1]
    title = whole.naming.title
    if (
        part.naming.title != figure.naming.title
        or not part.naming.title.startswith(f"{title} ")
        or not _SO_MANY_OF.fullmatch(figure.quote[part.end : whole.start])
        or _THESE.search(figure.quote[whole.end : figure.start])
    ):
        return figure
    return replace(figure, naming=replace(figure.naming, title=title))


def _whole_title(before: ProseFigure, figure: ProseFigure) -> str:
    """The title of a figure with what it leaves to the figure before, "" where it leaves nothing."""
    between = figure.quote[before.end : figure.start]
    if figure.naming.measure == "share":
        return (
            _by_day_or_night(before, figure)
            or _as_share(before, figure, between)
            or _of_crimes(before, figure)
            or _as_answered(before, figure)
        )
    if figure.naming.measure == "count" and figure.mention.sort == "count":
        return _of_one_kind(before, figure, between) or _as_sum(before, figure)
    return ""


def _by_day_or_night(before: ProseFigure, figure: ProseFigure) -> str:
    """ "84% felt safe in the day; this dropped to 51% after dark": the same at another time of day."""
    when = DAYTIME.match(figure.quote, figure.end + 1)
    return gapped(when[0], before.naming) if when and figure.naming.title == before.naming.title else ""


def _as_share(before: ProseFigure, figure: ProseFigure, between: str) -> str:
    whole = _OF_WHOLE.match(figure.quote, figure.end)
    counted = before.naming.measure == "count" and not before.naming.breakdown
    if whole is None or not counted or figure.naming.breakdown or not _ASIDE.fullmatch(between):
        return ""
    of = whole[1].strip()
    return "" if of.split()[-1] in ("these", "those") else f"{before.naming.title} as a share of {of}"


def _of_crimes(before: ProseFigure, figure: ProseFigure) -> str:
    """ "Rape offences were 174 and the positive outcome rate was 4.0%": the rate is of rape."""
    rate = _OUTCOMES.fullmatch(figure.naming.title)
    name = before.naming.title.rpartition(": ")[2]
    if rate is None or name.lower() == rate[1].lower():
        # "4.0% compared with 5.6% in the year before": the first has taken its crime already
        return before.naming.title if rate and before.naming.measure == "share" else ""
    if before.naming.breakdown or name.lower() in figure.naming.title.lower():
        return ""
    if before.naming.unit.rstrip("s") not in _CRIMES:
        return ""
    return f"{capital(name)}: {in_line(rate[1])}"


_CRIMES = words_of("offence crime incident case report")


def _as_answered(before: ProseFigure, figure: ProseFigure) -> str:
    """ "63% felt safe in their area after dark and 8% very unsafe"; "nine in ten said … and 64% that it was useful"."""
    if before.naming.measure != "share":
        return ""
    title, said = figure.naming.title, _SAID_THAT.search(before.naming.title)
    lacks = _LACKS_SAYING.fullmatch(title)
    if lacks and said and " who " not in lacks[1]:
        return f"{lacks[1]} who {said[1].removesuffix(' that')} {lacks[2]}"
    felt = _FELT.fullmatch(before.naming.title)
    if felt and re.fullmatch(re.escape(felt[1]) + r"(?:very |fairly |quite )?[a-z]+", title):
        return f"{title}{felt[3]}"
    return ""


def _of_one_kind(before: ProseFigure, figure: ProseFigure, between: str) -> str:
    """ "5,207 domestic abuse incidents and 3,086 offences": offences of the same kind."""
    unit, other = figure.naming.unit, before.naming.unit
    if before.naming.measure != "count" or not _JUST_BEFORE.fullmatch(between) or unit == other:
        return ""
    if unit.rstrip("s") not in _CRIMES or other.rstrip("s") not in _CRIMES or figure.naming.breakdown:
        return ""
    kind = re.sub(rf"\b{re.escape(other)}\b", unit, before.naming.title)
    own, same = figure.naming.title.lower().split(), kind.lower().split()
    return kind if set(own) < set(same) else ""


def _as_sum(before: ProseFigure, figure: ProseFigure) -> str:
    """ "trained 176 people, taking the total to 412": the second is the sum so far, not the same measure; what has lost
    some is a sum of the thing itself ("recruited 14 volunteers and lost 6, taking the total to 58")."""
    summed = _TO_THE_SUM.search(figure.quote[: figure.start])
    title = figure.naming.title
    if not summed or title != before.naming.title:
        return ""
    noun, _, done = title.rpartition(" ")
    return f"{noun if noun and done in _GONE else title} (total)"


_GONE = words_of("lost left closed ended removed withdrawn")
