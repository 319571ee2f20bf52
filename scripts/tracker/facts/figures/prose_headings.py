"""What headings lend to the text under them: a service that leads names, a period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tracker.facts.figures.naming_parts import Thread
from tracker.facts.figures.prose_flow import Flow, Surroundings
from tracker.facts.figures.reported_time import if_over
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.area_words import is_headed_national
from tracker.facts.wording.periods import Context, Period, find_periods, period_of, without_periods
from tracker.facts.wording.proper_names import proper_name
from tracker.facts.wording.word_lists import VERBS, words_of
from tracker.records import Block

_PLANNED_HEADING = re.compile(
    r"\b(?:planned|forthcoming|upcoming|next steps|what next|what (?:we will|will we) do"
    r"|future (?:plans|work|actions?|activity|priorities|developments?|delivery|focus|steps)"
    r"|(?:the|our) future|^\W*future\W*$"
    r"|looking (?:ahead|forward)|(?:our )?plans for|in the (?:year|months) ahead|the year ahead)\b",
    re.I,
)


def is_run_in(block: Block) -> bool:
    """Whether a short line without an end is a heading that the paper prints as a paragraph."""
    text = block.text.strip()
    if not (0 < len(text.split()) <= 7 and text[:1].isupper()) or text[-1:] in ".;,!?" or re.search(r"\d", text):
        return False
    if re.match(r"(?:In|During|Over|This|Last|Next)\b.*\b(?:year|quarter|period|months?|time)\W*$", text):
        return False
    if re.search(r"\b(?:following|below|that|included?|includes|were|are)\s*:$", text):
        # "The officer highlighted the following:" announces a list and names nothing
        return False
    bold = bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())
    return bold or not any(word.lower() in VERBS for word in text.strip(":").split())


def titles_table(block: Block, following: Block | None) -> bool:
    """Whether a short line is the title of the table that follows it and heads no text: "Average wait in weeks, by
    service"."""
    beside = following is not None and following.kind in ("table", "figure")
    return beside and re.search(r",\s|\b(?:by|per)\s[a-z]+$", block.text.strip()) is not None


def bold_opening(block: Block) -> str | None:
    """The heading in bold that a paragraph opens with: "Victims." of "**Victims.** This year 57 were referred", "" for
    one that says nothing, None without one."""
    told = [run for run in block.runs if run.text.strip()]
    if len(told) < 2 or not told[0].bold or told[1].bold or told[0].text.strip()[-1:] not in (".", ":"):
        return None
    words = told[0].text.strip(" .:")
    plain = 0 < len(words.split()) <= 7 and words[:1].isupper() and not re.search(r"\d|[.;,!?]", words)
    is_name = plain and not any(
        word.lower() in VERBS or word in _FINITE or kind_of(word) in _OF_A_CLAUSE for word in words.split()
    )
    if not is_name:
        return None
    return "" if says_nothing(words) else words


# "If you read only one page."
_OF_A_CLAUSE = frozenset({"subordinator", "modal", "do", "pronoun"})


def names_time(heading: Block) -> bool:
    """Whether the title of a report or chapter says what year or quarter it tells of."""
    if not re.search(r"\b(?:report|review|update|performance|data)\b", heading.text, re.I):
        return False
    return any(p.kind == "quarter" or p.months == 12 for p in find_periods(heading.text, bare_years=True))


def time_of_report(titles: Iterable[str], published: str) -> Period | None:
    """The year that a report tells of by its title, or its quarter where the title names one, whatever stands between
    ("Quarter 2 performance report 2023/24"); a quarter that ends after the paper came out is none."""
    for title in titles:
        year = next((p for p in find_periods(title, bare_years=True) if p.dated and p.months == 12), None)
        quarters = [p for p in find_periods(title, Context(year=year, published=published)) if p.kind == "quarter"]
        if quarters and not _WHOLE_YEAR.search(title):
            known = quarters[0] if len(quarters) == 1 and quarters[0].dated else None
            return known if known and known.end <= (published or known.end) else None
        if year is None or (year.start.endswith("-01-01") and _NO_REPORT.search(title)):
            continue
        if _PLAN_OF.search(title) and not _REPORTS.search(title):
            # what a plan tells as done was done before its year
            return None
        return year
    return None


def time_of_chapters(title: str, headings: Iterable[str], published: str) -> Period | None:
    """The year of an annual report whose title leaves it out, where all chapters that are headed "annual report" name
    the same one."""
    if not _ANNUAL.search(title):
        return None
    named = [t for heading in headings if _ANNUAL.search(heading) and (t := time_of_report((heading,), published))]
    return named[0] if len({(t.start, t.end) for t in named}) == 1 else None


_ANNUAL = re.compile(r"\bannual (?:report|review)\b", re.I)
# "Quarter 4 and year-end report": which of the two a figure tells of is not said.
_WHOLE_YEAR = re.compile(r"\b(?:year[- ]?end|end[- ]of[- ]year|outturn|annual|full[- ]year|year to date)\b", re.I)
# "Strategic Assessment 2022" is made in that year and tells of another.
_NO_REPORT = re.compile(
    r"\b(?:assessment|profile|strategy|plan|framework|needs analysis|(?<!annual )(?<!year )(?<!performance )review)\b",
    re.I,
)
# "Youth Justice Plan 2034/35" tells what is to come; "Delivery plan: progress 2034/35" what was done.
_PLAN_OF = re.compile(r"\b(?:plan|strategy|framework|budget|proposals?)\b", re.I)
_REPORTS = re.compile(r"\b(?:report|review|update|progress|performance|outturn|monitoring|data|achiev\w+)\b", re.I)


_PLAIN_HEADING = re.compile(
    r"^(?:response|background|(?:introduction|foreword|welcome|message)\b.*|(?:executive )?summary\b.*|evaluation"
    r"|events?|communications?|.*\b(?:performance|crime|data|activity|key|executive) summary"
    r"|conclusion|context|update|overview|purpose\b.*"
    r"|(?:places|scale|when|where|who|victims|volume)\sand\s(?:times?|trends?|where|when|suspects|offenders|what)\b.*"
    r"|key (?:highlights|findings|achievements|messages?|facts|points|statistics|data|figures)\b.*"
    r"|priorit(?:y|ies)|headlines|victims|data"
    r"|performance|performance (?:dashboard|report|update|and delivery|over|during|in|against|for|overview|this)\b.*"
    r"|.*\b(?:looking|moving|going) (?:ahead|forward|back)\b.*|next steps|the year (?:ahead|in review)\b.*"
    r"|year in review|.*\breport (?:on|of|by|from|to)\b.*"
    r"|(?:(?:three|six|nine|twelve|rolling)[- ])?(?:month(?:ly)?|quarter(?:ly)?)\s"
    r"(?:performance|comparison|figures|totals?)"
    r"|our \w+|what we did"
    r"|achievements|progress|.*\bcontext|.*\bannual report.*|.*\bhighlights\b.*|any other business|matters arising"
    r"|minutes.*|(?:also )?present|(?:in )?attendance|attendees|apologies\b.*|.*\bin the chair\b.*|(?:resolved"
    r"|agreed)\b.*"
    r"|decisions?|discussion|declarations?\b.*|actions?(?: points?| log| arising.*|\s?[:–-].*)?|resources.*"
    r"|freedom of information\b.*|letter of response\b.*|.*\brequest \d+.*|foi\b.*"
    r"|request(?:s|er)?|question \d.*|your request|our response"
    r"|(?:the\s)?(?:(?:national|local|regional|current|wider)\s)?(?:picture|position|situation|landscape|evidence"
    r"|prevalence"
    r")\b.*|(?:crime\s)?trends?|matters\b.*|where we are\b.*|what\b.*|how (?:we|are)\b.*|why\b.*|funding"
    r"|(?:data|information|statistics|facts|figures)\s(?:on|about|for|from)\b.*"
    r"|.*\bat (?:a\s)?(?:local|borough|county|city) level"
    r"|finances?|budget|costs?"
    r"|(?:narrative |supporting )?commentary|narrative|analysis|detail|exceptions?"
    r"|key (?:points|statistics|stats|facts|figures|messages|issues|data|measures|indicators)|at a glance|statistics"
    r"|volumes?|demand|satisfaction|activity|timeliness|repeats?|repeat victims?|prevention|engagement|results?"
    r"|(?:direction of )?travel|dashboard|scorecard|insight"
    r"|other partnership services.*|commissioned services)\W*$",
    re.I,
)


def says_nothing(heading: str) -> bool:
    """Whether a heading names only its place in a paper ("Response", "The local picture"), nothing that is counted."""
    return _PLAIN_HEADING.match(heading.strip(" .:")) is not None


# "HWB 31 - Suicide prevention", "CSF 14/2": how a council numbers its minutes.
_MINUTE_CODE = re.compile(r"^[A-Z]{2,6}\s?\d{1,3}(?:/\d{1,4})?\s*(?:[-–:.]\s*)?(?=[A-Z][a-z])")
# The name of a paper or a body, which goes without saying in its own chapters.
_PAPERS_NAME = re.compile(
    r"\b(?:strategy|plan|annual (?:report|review)|assessment|minutes|agenda|board|committee|partnership|scrutiny"
    r"|quarterly data"
    r"|(?:performance|progress|quarter\w*|monthly|year[- ]end|outturn|police|monitoring) (?:update|report|data"
    r"|dashboard|review))"
    r"(?:\s(?:for|of|in|to|on|up to)\s.{0,24}|\W*\(?[\d/–-]*\)?)?$",
    re.I,
)


# "Priority 2", "Objective B": a place in an outline, which names nothing that is counted.
_OUTLINE = re.compile(
    r"(?:Partnership |Strategic |Key )?"
    r"(?:Priority|Objective|Outcome|Theme|Aim|Ambition|Goal|Pillar|Strand|Commitment)\b"
)


# "Hate crime update": what kind of text it is, is no part of what is counted.
_UPDATE = re.compile(r"(?<=[a-z])\s(?:[Uu]pdate|[Bb]riefing|[Pp]resentation|[Hh]eadlines|[Ss]tatistics|[Oo]verview)$")


# "Spotlight: hotspot patrols", "Case box: …": what a box is, says nothing of what stands in it.
_BOX = re.compile(
    r"^(?:(?:case|good practice|practice) (?:box|example|study|in point)|box \w{1,2}|example|feature"
    r"|in (?:focus|depth|brief)|(?:spotlight|focus)(?= on\b|\s?[:–-]))\s?(?:[:–-]|on\b)\s*",
    re.I,
)


def under_heading(around: Surroundings) -> Flow:
    """How a stretch of text begins under its headings: the service or subject that they name, their period."""
    thread = Thread()
    around = replace(around, headings=tuple(_MINUTE_CODE.sub("", heading) for heading in around.headings))
    own = around.headings[-1] if around.headings else ""
    own = re.sub(r"^(?:Agenda\s)?[Ii]tem\s\d+[a-z]?[.:)]?\s*(?:[–-]\s)?", "", own)
    own = _BOX.sub("", re.sub(r"^\W*\d+(?:\.\d+)*\.?\s+", "", own), count=1)
    outline = _OUTLINE.match(own) is not None
    own = _telling_side(own)
    alias = re.search(r"\b(?:also |otherwise )?known as (.+)$", own)
    own = alias[1] if alias else own
    short = re.split(r":|\s[–-]\s|\s\((?![A-Z]{2,}[a-z]?\))|(?<=\))\s", own)[0].strip(" .:")
    spoken = {(p.start, p.end) for p in find_periods(own, bare_years=True) if p.dated} if own else set()
    period = period_of(own) if len(spoken) == 1 else None
    if period and period.kind == "day":
        # "update to 31 December": up to then, not on that day
        period = None
    if period and period.months == 12:
        # "Quarter 1 performance report 2031/32": that quarter of the year
        period = time_of_report((own,), around.published)
        # "Funding for 2033/34" is of the year to come, "Progress report 2033/34" of none that is not over
        period = if_over(period, around.published) if _REPORTS.search(own) else period
    if period and period.kind == "month" and re.search(r"\b(?:quarter|Q[1-4]|year|months)\b", own, re.I):
        # "Quarter 2 – September 2022": what ends there, not that month
        period = None
    short = without_periods(short) if re.search(r"\d{2}", short) else short
    short = re.sub(r"\s(?:in|for|since|on)\s*$", "", short)
    short = _UPDATE.sub("", short)
    outline = outline or _is_said(short)
    named = (
        short and len(short.split()) <= 7 and not _PLAIN_HEADING.match(short) and not outline and not _AIM.match(short)
    )
    whole = _PAPERS_NAME.search(own) is not None or _PAPERS_NAME.search(short) is not None
    named = named and not whole
    thread.names["heading"] = short if named else ""
    plain = whole or _PLAIN_HEADING.match(short) or outline or _AIM.match(short)
    thread.names["long"] = short if len(short.split()) <= 10 and not plain else ""
    thread.names["parent"] = _parent(around.headings[:-1]) if not named else ""
    thread.planned = any(_PLANNED_HEADING.search(h) for h in around.headings[-1:])
    if named and not plain and len(short.split()) <= 7 and (proper_name(". " + short) or _all_names(short)):
        thread.names["service"] = short
    # the years that a strategy runs are no time of the figures in it
    dated = period if period and period.dated and (period.months or 0) <= 12 else None
    told = around.told
    setting = "national" if is_headed_national(around.headings, around.place) else ""
    if told and told.months != 12:
        # a quarter's report: what it tells without a time is of that quarter, and "the year" is not told of
        return Flow(
            thread, dated or told, setting, None, around.published, dated or told, dated or told, setting=setting
        )
    return Flow(thread, dated, setting, told, around.published, dated, dated, setting=setting)


def _parent(headings: tuple[str, ...]) -> str:
    """The nearest heading above that names something, for titles that say too little under "Performance"."""
    for heading in reversed(headings):
        short = re.sub(r"^\W*\d+(?:\.\d+)*\.?\s+", "", heading)
        short = re.split(r":|\s[–-]\s", without_periods(short))[0].strip(" .:")
        plain = (
            _OUTLINE.match(short)
            or _PLAIN_HEADING.match(short)
            or _AIM.match(short)
            or _PAPERS_NAME.search(heading)
            or _is_said(short)
        )
        if short and not plain and len(short.split()) <= 7 and re.search(r"[A-Za-z]{3}", short):
            return short
    return ""


_AIM = re.compile(
    r"(?:to\s|(?:work(?:ing)?|tackl|support|maintain|increas|reduc|ensur|provid|improv|strengthen|pursu|prevent"
    r"|mitigat|safeguard|monitor"
    r"|implement|sustain|recogni|train|deliver|develop|keep|mak|protect|rais|promot|build|creat|early intervention"
    r"|access to|a reduction|an increase)\w*\s)",
    re.I,
)

_WISHED = re.compile(
    r"(?:Fewer|More|Less|Better|Safer|Stronger|Improved|Reduced|Increased|Greater|Healthier|Our|We|Everyone|No one|All"
    r"|Every|An?)\s(?!A)[a-z]"
)

# "Safer Streets, Stronger Lives": what a board calls its paper, not what is counted in it.
_MOTTO = re.compile(r"(?:[A-Z][\w'’-]+\s){1,2}[A-Z][\w'’-]+,\s(?:[A-Z][\w'’-]+\s){0,2}[A-Z][\w'’-]+$")

_FINITE = words_of(
    "is are feel feels know knows have has can get gets live lives receive receives trust"
    " trusts take takes stay need needs want"
    " will do does don’t don't work remain become understand were was"
)


def _is_said(heading: str) -> bool:
    """Whether a heading says what is wished or done ("Fewer people are victims of burglary", "A confident workforce"),
    and so names no service, scheme or body that could lead a name."""
    words = heading.split()
    if _MOTTO.match(heading):
        return True
    if _all_names(heading):
        return False
    if _WISHED.match(heading):
        return True
    return any(w in _FINITE or (w.lower() in _FINITE and w.islower()) for w in words[1:-1])


def is_wish(heading: str) -> bool:
    """Whether a heading says what is aimed at ("Priority 4: Building cohesive communities"), and names no measure."""
    bare = re.sub(rf"^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:{_OUTLINE.pattern}\s\w{{1,3}}\s?[:.–-]\s)?", "", heading)
    return bool(_AIM.match(bare)) or _is_said(bare)


def _telling_side(heading: str) -> str:
    """Of a short heading with a colon ("In-house service: DA MARAC") the side that has the name."""
    left, colon, right = heading.partition(": ")
    if not colon or len(right.split()) > 6:
        return heading
    return (
        right
        if re.search(r"\b[A-Z]{2,}\b|[A-Z]\w+\s[A-Z]", right) and not re.search(r"\b[A-Z]{2,}\b", left)
        else heading
    )


def _all_names(heading: str) -> bool:
    words = [w for w in heading.split() if len(w) > 3]
    return len(words) > 1 and all(w[:1].isupper() for w in words)
