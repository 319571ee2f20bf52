"""Figures told in running text: reports, minutes, strategies, list items, cells full of words.

In: a ``PaperContext``. Out: drafts of observations, each with the sentence as its quote and the words of the number as
its place. What another area, the nation or a study is said to have is no figure of the board. What cannot be named
with confidence has trust "unsure".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tracker.facts.context import PaperContext
from tracker.facts.drafts import NO_PERIOD, Draft, Found
from tracker.facts.mentions import Mention, mentions
from tracker.facts.naming import name_mention
from tracker.facts.naming_parts import Naming, Thread
from tracker.facts.periods import Context, Period, period_of, without_periods
from tracker.facts.phrases import capital, is_plural, proper_name
from tracker.facts.repeats import same_names
from tracker.facts.scope import names_place, other_area, speaks_of_place
from tracker.facts.sections import Placed
from tracker.facts.sentences import sentences
from tracker.facts.when import blank_periods, period_for, sentence_periods
from tracker.facts.word_lists import COUNTED, CRIME_UNITS, VERBS, words_of
from tracker.records import Block, PaperPart


@dataclass(frozen=True)
class ProseFigure:
    """A figure found in a text, not yet placed on a page: ``text[start:end]`` prints it, ``quote`` is its sentence."""

    start: int
    end: int
    mention: Mention
    naming: Naming
    period: Period | None
    quote: str


@dataclass(frozen=True)
class Surroundings:
    """What a text stands in: the board's place, the year its report tells of, the day it came out, its headings."""

    place: str = ""
    year: Period | None = None
    published: str = ""
    headings: tuple[str, ...] = field(default=())


@dataclass
class _Flow:
    """What goes on from sentence to sentence and from a lead-in to its list."""

    thread: Thread
    period: Period | None = None
    foreign: str = ""
    year: Period | None = None
    published: str = ""
    heading: Period | None = None
    """The period that the heading names: a new paragraph begins with it."""

    def copy(self) -> _Flow:
        return _Flow(
            replace(self.thread, names=dict(self.thread.names)),
            self.period,
            self.foreign,
            self.year,
            self.published,
            self.heading,
        )


# Parts whose running text others read: letters have their own habits, agendas give no figures. What the reader of
# dashboards has read is left alone block by block.
OTHERS_PARTS = frozenset({"foi answer", "agenda", "forward plan"})


def observe_text(text: str, around: Surroundings = Surroundings()) -> tuple[ProseFigure, ...]:
    """The figures of a text that stands alone, such as a cell full of words."""
    return tuple(_figures(text, _under_heading(around), around.place))


def observe_prose(context: PaperContext, *, skip: frozenset[str] = frozenset()) -> Found:
    """The figures of a paper's running text. ``skip``: ids of blocks that others have read already."""
    drafts = [
        Draft(
            name=figure.naming.title,
            value=figure.mention.value,
            printed=placed.block.text[figure.start : figure.end],
            source=context.source(placed.block, figure.start, figure.end),
            index=placed.index,
            kind="sentence",
            period=figure.period or NO_PERIOD,
            breakdown=figure.naming.breakdown,
            measure=figure.naming.measure,
            unit=figure.naming.unit,
            qualifier=figure.mention.qualifier,
            quote=figure.quote,
            trust="machine-read" if figure.naming.sure else "unsure",
            begin=figure.start,
        )
        for placed, figure in _walk(context, skip)
    ]
    return Found(drafts=same_names(drafts))


# ---- walking through the paper -----------------------------------------------------------------------------------

_CASE_STUDY = re.compile(
    r"\b(?:case stud(?:y|ies)|voices? of|survivors?'? (?:voice|stor)|feedback|testimon|quotes?|story|stories)\b", re.I
)
_TESTIMONY = re.compile(
    r"^(?:\w+\s){0,4}?(?:feedback|testimonial|case study|quote)s?\b[^.]{0,40}:|^(?:One|A|Another|Anonymised) "
    r"(?:\w+ )?(?:victim|survivor|resident|service user|participant|mother|woman|learner|client|patient)\b",
    re.I,
)
_LAW_HEADING = re.compile(
    r"\b(?:legal|constitution|act \d{4}|legislat\w+|definition|glossary|abbreviation|background papers|contents"
    r"|acknowledg|equalit(?:y|ies)|how we dealt|your rights|refusal)\b",
    re.I,
)
_PLANNED_HEADING = re.compile(
    r"\b(?:planned|forthcoming|upcoming|next steps|future|looking (?:ahead|forward)|plans for)\b", re.I
)


def _walk(context: PaperContext, skip: frozenset[str]) -> Iterator[tuple[Placed, ProseFigure]]:
    place = context.tracker.place
    for span in context.spans:
        part = span.part
        if part.kind in OTHERS_PARTS:
            continue
        yield from _walk_part(context, tuple(span.blocks), part, place, skip)


def _walk_part(
    context: PaperContext, blocks: tuple[Placed, ...], part: PaperPart, place: str, skip: frozenset[str]
) -> Iterator[tuple[Placed, ProseFigure]]:
    published = part.date or context.paper.date
    report_year = _year_of((part.title, context.paper.title))
    flow: _Flow | None = None
    chain: tuple[int, ...] | None = None
    leads: dict[int, _Flow] = {}
    for placed in blocks:
        block = placed.block
        if block.kind == "heading":
            report_year = _report_year(block) or report_year
            flow = None
            continue
        if block.kind not in ("paragraph", "list_item", "footnote") or block.role in _OTHER_ROLES:
            continue
        if block.role == "caption" and len(sentences(block.text)) < 2:
            # "Table 1 shows … . Those 8 heard …" opens like a caption and is a paragraph
            continue
        headings = tuple(h.text for h in context.outline.headings(placed))
        if block.id in skip or block.id in part.testimony or _TESTIMONY.search(block.text) or _held(headings):
            continue
        if flow is None or placed.chain != chain:
            flow = _under_heading(Surroundings(place, report_year, published, headings))
            chain, leads = placed.chain, {}
        if block.kind == "paragraph" and _is_run_in(block):
            flow.thread.names["sub"] = block.text.strip(" :.")
            flow.thread.base = ""
            continue
        if block.kind == "list_item":
            current = leads.get(block.depth - 1, leads.get(0, flow)).copy()
        else:
            current = flow if _goes_on(block.text) else _fresh(flow)
        for figure in _figures(block.text, current, place):
            if block.kind == "footnote":
                if not names_place(figure.quote, place):
                    continue
                # a note tells how a figure was made more often than a figure
                figure = replace(figure, naming=replace(figure.naming, sure=False))
            yield placed, figure
        if block.kind == "list_item":
            leads = {depth: lead for depth, lead in leads.items() if depth < block.depth} | {block.depth: current}
        elif block.kind == "paragraph":
            flow = current
            leads = {0: current}


_OTHER_ROLES = frozenset({"quotation", "stamp", "callout", "contents", "running_head", "page_number"})


def _held(headings: tuple[str, ...]) -> bool:
    """Whether the text stands under a heading of case studies or of law, which give no figures of the board."""
    return any(_CASE_STUDY.search(h) for h in headings[-1:]) or any(_LAW_HEADING.search(h) for h in headings[-2:])


def _is_run_in(block: Block) -> bool:
    """Whether a short line without an end is a heading that the paper prints as a paragraph."""
    text = block.text.strip()
    if not (0 < len(text.split()) <= 7 and text[:1].isupper()) or text[-1:] in ".;,!?" or re.search(r"\d", text):
        return False
    if re.match(r"(?:In|During|Over|This|Last|Next)\b.*\b(?:year|quarter|period|months?|time)\W*$", text):
        return False
    bold = bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())
    return bold or not any(word.lower() in VERBS for word in text.strip(":").split())


def _report_year(block: Block) -> Period | None:
    """The year that a report says in its title or chapter head that it tells of."""
    if not re.search(r"\b(?:report|review|update|performance|data)\b", block.text, re.I):
        return None
    return _year_of((block.text,))


def _year_of(titles: Iterable[str]) -> Period | None:
    for title in titles:
        period = period_of(title)
        if period and period.months == 12:
            return period
    return None


_PLAIN_HEADING = re.compile(
    r"^(?:response|background|introduction|summary|executive summary|foreword|evaluation|events?|communications?"
    r"|conclusion|context|update|overview|key (?:highlights|findings|achievements)|headlines|victims|data"
    r"|performance|performance (?:dashboard|report|update|and delivery)\b.*|.*\breport on\b.*|our \w+|what we did"
    r"|achievements|progress|.*\bcontext|.*\bannual report.*|.*\bhighlights\b.*|any other business|matters arising"
    r"|minutes.*|resources.*|other partnership services.*|commissioned services)\W*$",
    re.I,
)


def _under_heading(around: Surroundings) -> _Flow:
    """How a stretch of text begins under its headings: the service or subject that they name, their period."""
    thread = Thread()
    own = around.headings[-1] if around.headings else ""
    own = re.sub(r"^\W*\d+(?:\.\d+)*\.?\s+", "", own)
    outline = (
        re.match(r"(?:Partnership |Strategic )?(?:Priority|Objective|Outcome|Theme|Aim|Pillar|Strand)\b", own)
        is not None
    )
    own = _telling_side(own)
    alias = re.search(r"\b(?:also |otherwise )?known as (.+)$", own)
    own = alias[1] if alias else own
    short = re.split(r":|\s[–-]\s|\s\((?![A-Z]{2,}[a-z]?\))|(?<=\))\s", own)[0].strip(" .:")
    period = period_of(own) if own else None
    short = without_periods(short) if re.search(r"\d{2}", short) else short
    short = re.sub(r"\s(?:in|for|since|on)\s*$", "", short)
    outline = outline or _is_said(short)
    named = (
        short and len(short.split()) <= 7 and not _PLAIN_HEADING.match(short) and not outline and not _AIM.match(short)
    )
    thread.names["heading"] = short if named else ""
    plain = _PLAIN_HEADING.match(short) or outline or _AIM.match(short)
    thread.names["long"] = short if len(short.split()) <= 10 and not plain else ""
    thread.planned = any(_PLANNED_HEADING.search(h) for h in around.headings[-1:])
    if named and len(short.split()) <= 7 and (proper_name(". " + short) or _all_names(short)):
        thread.names["service"] = short
    dated = period if period and period.dated else None
    return _Flow(thread, dated, "", around.year, around.published, dated)


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
_FINITE = words_of(
    "is are feel feels know knows have has can get gets live lives receive receives trust"
    " trusts take takes stay need needs want"
    " will do does don’t don't work remain become understand were was"
)


def _is_said(heading: str) -> bool:
    """Whether a heading says what is wished or done ("Fewer people are victims of burglary", "A confident workforce"),
    and so names no service, scheme or body that could lead a name."""
    words = heading.split()
    if _all_names(heading):
        return False
    if _WISHED.match(heading):
        return True
    return any(w in _FINITE or (w.lower() in _FINITE and w.islower()) for w in words[1:-1])


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


def _fresh(flow: _Flow) -> _Flow:
    """A new paragraph: the names of the one before do not go on, the heading's do; a foreign subject may."""
    thread = Thread(
        planned=flow.thread.planned, names=flow.thread.names | {"before": flow.thread.base}, local=flow.thread.local
    )
    return _Flow(thread, flow.heading, flow.foreign, flow.year, flow.published, flow.heading)


def _goes_on(text: str) -> bool:
    """Whether a paragraph speaks on of what the one before spoke of: it begins with a number, "Of these", "They"."""
    return (
        re.match(
            r"(?:\d[\d,.]*%?\s|Of (?:these|those|them|the \d)|They\b|These\b|Those\b|Among (?:them|these)|In (?:it"
            r"|that))",
            text,
        )
        is not None
    )


# ---- one text ----------------------------------------------------------------------------------------------------


_LAW = re.compile(r"\b(?:Act|section|offence|breach|court|statutory|guidance|law|legislation|regulations?)\b")
_DUTY = re.compile(
    r"\b(?:must|may|shall|is an offence|criminal offence|requires?|required|means|defined as|no more than|no later "
    r"than)\b",
    re.I,
)


def _figures(text: str, flow: _Flow, place: str) -> Iterator[ProseFigure]:
    for begin, end in sentences(text):
        sentence = text[begin:end]
        yield from (
            replace(figure, start=figure.start + begin, end=figure.end + begin)
            for figure in _of_sentence(sentence, flow, place)
        )


# The story of one person: its numbers are not the board's figures.
_ONE_PERSON = re.compile(
    r"(?:The|A|An|One|This)\s(?:\w+\s)?(?:victim|perpetrator|complainant|resident|mother|father|woman|man|family|child|client|survivor"
    r"|tenant|couple|patient|young person)\b(?!s)(?!\s\w+s\b)"
)


def _of_sentence(sentence: str, flow: _Flow, place: str) -> Iterator[ProseFigure]:
    periods = sentence_periods(sentence, Context(anchor=flow.period, year=flow.year, published=flow.published))
    found = tuple(m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods))
    blanked = blank_periods(sentence, periods)
    area = other_area(sentence, 0, place)
    if area and not names_place(sentence, place):
        flow.foreign = area
    elif speaks_of_place(sentence, place):
        flow.foreign = ""
    thread = flow.thread
    thread.period_ends = tuple(p.begin for p in periods)
    thread.names["before"] = thread.base or thread.names.get("before", "")
    thread.names["whole"] = thread.names["part"] = thread.names["list"] = thread.names["of"] = ""
    thread.names["text"] = sentence
    if names_place(sentence, place):
        thread.local = True
    elif flow.foreign:
        thread.local = False
    _set_service(sentence, found, thread)
    _set_group(blanked, found, thread)
    if _ONE_PERSON.match(sentence):
        found = ()
    if _LAW.search(sentence) and _DUTY.search(sentence):
        found = tuple(m for m in found if m.sort not in ("count", "money"))
    service, told_before = thread.service, flow.period
    dated: Period | None = None
    for at, mention in enumerate(found):
        thread.names["here"] = "yes" if at else ""
        naming = name_mention(blanked, found, at, thread)
        if naming is None:
            continue
        naming = replace(naming, title=_resolved(naming.title, thread.names["before"], thread.names.get("crimes", "")))
        of = thread.names.get("crimes", "") or thread.names["before"] or thread.base or thread.names.get("heading", "")
        if naming.title == "Rate" and of and "rate" not in of.lower():
            # "Barnet's rate was the 4th lowest": of what was spoken of
            naming = replace(naming, title=f"{of}: rate")
        there = other_area(sentence, mention.start, place) if mention.sort != "rank" else ""
        foreign = there or (flow.foreign if not names_place(sentence, place) else "")
        period = period_for(sentence, found, at, periods, flow.period, flow.year, dated, naming)
        if period is not None and period.dated and not naming.same and not _in_brackets(sentence, mention.start):
            dated = period
        beside = re.search(
            r"(?<!dealt )(?<!worked )(?<!engaged )(?<!met )(?<!spoke )(?<!working )(?<!dealing"
            r" )\bwith\s(?:between\s)?(?:\d+\s(?:to|and)\s)?(?:about\s|some\s|over\s)?$",
            sentence[: mention.start],
        )
        if (
            naming.counted
            and not (beside and thread.base)
            and (thread.base == "" or not naming.breakdown or naming.breakdown[0][0] != "group")
        ):
            thread.base, thread.unit = naming.title, naming.unit
            if naming.unit in _CRIMES:
                thread.names["crimes"] = naming.title
        if not naming.same and not naming.aside:
            thread.last = naming
        if foreign:
            continue
        if re.match(r"[^.;]{0,40}\brespectively\b", sentence[mention.end :]):
            naming = replace(naming, sure=False)
        if _says_too_little(naming) and not sentence[mention.end :].lstrip(" +")[:1].isupper():
            occasion = _occasion(sentence, mention)
            if occasion:
                naming = replace(naming, title=f"{occasion}: {naming.title.lower()}")
                thread.base = naming.title if thread.last and thread.base == thread.last.title else thread.base
                thread.last = naming
            else:
                naming = replace(naming, sure=False)
        yield ProseFigure(mention.start, mention.end, mention, naming, period, sentence)
    spoken = [p for p in ([dated] if dated else periods) if p.start and p.end and p.kind != "relative" and p.months]
    # the time of a plan is no time of what was done
    if spoken and (dated or not _PLAN.search(sentence)):
        flow.period = spoken[-1]
    elif spoken:
        flow.period = flow.heading
    if flow.foreign:
        # what is told of the nation lends neither its time nor its names to what follows
        flow.period, thread.service = told_before, "" if area else service


_PLAN = re.compile(
    r"\b(?:will|shall|(?:is|are) to\b(?! be seen)|(?:is|are) due to|plan(?:s|ned|ning)? (?:to"
    r"|for)|aims? to|intends? to|going to"
    r"|scheduled|expected to|propose[sd]?|target|would|should|ambition)\b",
    re.I,
)


_BARE = words_of("young older local more other additional further total all some extra individual")
_TELLING = words_of(
    "burglaries robberies thefts assaults homicides murders stabbings suicides prosecutions"
    " convictions evictions arrests detections"
)


_OCCASION = re.compile(
    r"((?:[A-Za-z][\w/’'-]*\s){0,3}(?:[Tt]raining|workshops?|courses?|sessions?|events?|webinars?|briefings?|conference|programme"
    r"|scheme))\s(?:(?:was|were|has been|have been|is)\s(?:delivered|provided|given|offered"
    r"|attended)\s(?:to|by)|of|for|to|with|was attended by|attended by|reached|reaching)\s(?:a"
    r" total of |over |more than |about |some )?$"
)
_ACTOR = re.compile(r"\b(?:the|our|its)\s((?:[A-Z][\w’'&-]*\s){1,5})(?:has|have|had|[a-z]{3,}ed)\s")
_NO_NAME = words_of(
    "delivered provided offered held ran gave completed attended fund funded deliver provide"
    " commissioned organised arranged"
    " the a an our its of and to in we for with through by new further"
)


def _occasion(sentence: str, mention: Mention) -> str:
    """What a bare noun is of: "accredited IDVA training of 24 practitioners", "At 20 meetings the Coordinator …"."""
    before = _OCCASION.search(sentence[: mention.start])
    if before:
        words = before[1].split()
        while words and words[0].lower() in _NO_NAME:
            words = words[1:]
        last = max((n for n, word in enumerate(words) if word.lower() in _NO_NAME), default=-1)
        words = words[last + 1 :]
        return capital(" ".join(words)) if len(words) > 1 or (words and words[0][:1].isupper()) else ""
    actor = _ACTOR.search(sentence, mention.end)
    return actor[1].strip() if actor else ""


def _says_too_little(naming: Naming) -> bool:
    """Whether a title is one common noun ("Cases", "Children"), which no reader could tell from another such."""
    words = naming.title.split()
    if naming.title.lower() in ("rate", "number", "figure", "total", "share", "proportion", "percentage", "average"):
        return True
    if len(words) == 2 and words[0].lower() in _BARE:
        words = words[1:]
    parted = any(key == "group" for key, _ in naming.breakdown)
    if len(words) != 1 or naming.measure in ("rank", "rate") or naming.stock or parted:
        return False
    low = words[0].lower()
    return low in COUNTED and low not in _TELLING and low not in CRIME_UNITS


def _in_brackets(sentence: str, at: int) -> bool:
    return sentence.count("(", 0, at) > sentence.count(")", 0, at)


_CRIMES = frozenset({"offences", "incidents", "crimes", "cases"})


def _resolved(title: str, before: str, crimes: str) -> str:
    """ "Suspects identified for such offences": the offences that were counted before are named; so are those that a
    bare "detection rate" is a rate of."""
    if crimes and re.fullmatch(
        r"(?:[\w'’-]+\s){0,2}(?:detection|charge|conviction|outcome|solved|clear-up|attrition) rate", title, re.I
    ):
        return f"{title}: {crimes}"
    found = re.search(r"\b(?:such|these|those)\s(?:offences|cases|incidents|crimes|referrals|reports)\b", title)
    if not found or not before:
        return title
    return title[: found.start()] + before[:1].lower() + before[1:] + title[found.end() :]


def _set_service(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """The service or body that a sentence speaks of: named before its first number, or by the heading."""
    if not found:
        return
    lead = re.split(r";\s|\.\s", sentence[: found[0].start])[-1]
    lead = re.sub(r"\([^)]*\d[^)]*\)", "", lead)
    name = proper_name(lead)
    if name and _is_no_service(lead, name):
        name = ""
    name = re.sub(r"['’]s?$", "", re.sub(r"^(?:The|A|An|Of)\s", "", name))
    name = re.sub(r"^(?:Council|Partnership|Police|Board|Borough|Government)['’]s\s(?=[A-Z])", "", name)
    team = (
        re.search(re.escape(name) + r"\s(team|unit|control room|panel)\b", lead) if name and " " not in name else None
    )
    name = f"{name} {team[1]}" if team else name
    service = _SERVICE.search(lead)
    if name and len(name.split()) <= 8 and not _dateish(name):
        thread.service = name
    elif service and not name:
        thread.service = capital(service[1])
    elif not thread.service:
        thread.service = thread.names.get("service", "")


# A service that goes by a common noun: "the refuges took …", "our outreach service supported …".
_SERVICE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s((?:[a-z-]+\s){0,2}(?:refuges?|clinic|helpline)|(?:[a-z-]+\s){1,2}(?:service"
    r"|scheme|programme|project|hubs?|centre))\s(?:has\s|have\s)?[a-z]+\s(?:a total of\s|over\s)?$"
)


def _is_no_service(lead: str, name: str) -> bool:
    """Whether a run of capitals is a person's post ("an Independent Chair") or opens a noun ("RAG ratings")."""
    at = lead.find(name)
    if re.search(r"\b[Aa]n?\s$", lead[:at]):
        return True
    after = re.match(r"\s([a-z]+)", lead[at + len(name) :])
    return after is not None and is_plural(after[1]) and after[1] not in VERBS


def _dateish(name: str) -> bool:
    return (
        re.search(
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Table|Fig"
            r"|Qtr|Q\d|Appendix|Cllr|Mr|Ms|Dr|Councillor)\b|^(?:LA|GP|DA|UK|DV)$",
            name,
        )
        is not None
    )


def _set_group(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """ "Of those referred 27% had …": the group that the shares are of."""
    lead = re.match(
        r"(?:[^.;]*?\b)?Of\s((?:those|the|these|all)\s(?!\d)[\w'’ -]+?|[A-Z]?[\w'’ -]+?)(?:,\s|\s(?=\d))", sentence
    )
    if (
        lead
        and found
        and lead.end() <= found[0].start + 1
        and not re.fullmatch(r"(?:these|those|them|the)", lead[1].strip(), re.I)
    ):
        thread.group = capital(lead[1].strip())
    elif any(m.sort != "share" for m in found) and not re.match(r"(?:Of (?:these|those|them)|\d)", sentence):
        thread.group = ""
