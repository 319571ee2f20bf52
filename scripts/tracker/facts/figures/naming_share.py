"""Names of shares: "24% of users are …", "a detection rate of 14.9%", "in 90.6% of cases", "93% were reached"."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_listed import shared_by_most
from tracker.facts.figures.naming_parts import (
    TARGET_BEFORE,
    Breakdown,
    Naming,
    Thread,
    case_after,
    in_paren,
    paren_label,
    scorecard_label,
    side_of,
    target_of,
    titled,
    without_place,
)
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrases import capital, clause_end, counts_people, is_finite, phrase_after, tidy_predicate
from tracker.facts.wording.phrases_before import last_noun_phrase, subject_of, verb_before
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_lists import PEOPLE

_CHANGED = re.compile(
    r"\b(?:raise|raised|raising|increase|increased|reduce|reduced|cut|lower|lowered|lift|improve|improved|grow"
    r"|bring down)\s"
    r"(?:the\s|its\s|our\s)?([\w'’ -]{3,70}?)\sfrom\s$",
    re.I,
)
# "this rose to 93% afterwards"
_ROSE_TO = re.compile(
    r"[;,.]\s(?:and\s)?(?:this|it|which|that)\s(?:then\s|has\s|had\s)?(?:since\s)?(?:rose|risen|fell|fallen|increased|decreased"
    r"|reduced|improved|dropped|grew|grown|went up|went down)\sto\s$"
)
_RATE_OF = re.compile(
    r"\b((?:[\w'’-]+\s){0,4}(?:rate|proportion|percentage|share|level)s?)\sof\s(?:about\s|around\s|just\s|over\s)?$",
    re.I,
)


_ROUGHLY = (
    r"(?:(?:almost|nearly|over|just over|just under|around|about|more than|less than|approximately)\s)?(?:an?\s)?"
    r"(?:half|thirds?|quarters?|fifths?|two[- ]thirds|three[- ]quarters|majority|most)"
)


_PREPOSITION_AT_END = re.compile(r"\s(?:in|for|by|with|at|from|on)$")
# "Mixed, unstable or unclear ideology accounted for 45% of referrals": one subject in spite of its commas.
_MANY_WORDED = re.compile(
    r"\W*((?:[A-Za-z][\w-]*,\s(?:[\w-]+,\s)*[\w-]+\s(?:or|and)\s[\w-]+\s[\w-]+))\s"
    r"(?:accounts?|accounted|made up|makes? up|represents?|represented)\b"
)


def aimed_share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """ "is to raise the share of … from 10% to 25%": the second is a target."""
    mention, last = all_[at], thread.last
    if not at or last is None or last.unit != "%" or not re.match(r"\s*(?:[.,;)]|$)", text[mention.end :]):
        return None
    before, earlier = text[: mention.start], text[: all_[at - 1].start]
    if not re.search(r"\bto\s$", before) or not _CHANGED.search(earlier):
        return None
    if not re.search(r"\b(?:is to|are to|will|aims? to|plans? to|intends? to|target)\b", earlier):
        return None
    return Naming(last.title, "%", "share", (("measure", "target"),))


def name_share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a percentage, None when it is a discount or cannot be told."""
    mention = all_[at]
    # "91% of calls answered within one hour": a length of time belongs to the name
    stop = next((later.start for later in all_[at + 1 :] if not later.span), len(text))
    before, after = text[: mention.start], text[mention.end :]
    side = side_of(mention) + target_of(bool(TARGET_BEFORE.search(before)))
    if re.match(r"\s(?:less|off|discount|interest|cheaper|deposit)\b", after, re.I) or re.search(r"\bif paid\b", after):
        return None
    last = thread.last
    if (
        target_of(bool(TARGET_BEFORE.search(before)))
        and at
        and last
        and last.unit == "%"
        and re.match(r"\s*(?:[.,;:()]|$|and\b|but\b|for\b)", after)
    ):
        return Naming(last.title, "%", "share", (("measure", "target"),), last.sure, same=True)
    told = _FRACTION.search(before)
    if told and re.match(r"\s?\)", after) and told[1]:
        closed = mention.end + after.index(")") + 1
        said = relative(text[closed : clause_end(text, closed, stop)].strip(" ,"), people=counts_people(told[1], ""))
        told_of = last_noun_phrase(told[1])
        if told_of.lower() in ("them", "these", "those") and thread.base and said:
            return Naming(f"{thread.base}: {said}", "%", "share", side)
        if told_of and said:
            return Naming(titled(without_place(capital(f"{told_of} {said}")), thread), "%", "share", side)
    whole = re.match(r"\s*\)?\s?of (?:them|these|those|whom|which)\s", after)
    led = re.search(r"\bof (?:whom|which|these|those|them),?\s$", before, re.I)
    if thread.base and (
        led
        or (whole and re.match(r"(?!had\b|have\b|who\b|that\b|referred\b|at\b|in\b|with\b)\w+", after[whole.end() :]))
    ):
        start = mention.end + (whole.end() if whole else 0)
        said = tidy_predicate(text[start : clause_end(text, start, stop)].strip(" ,"))
        if said and (led or re.match(r"of (?:wh|them\b)", after.strip(" )"))):
            thread.names["of"] = thread.base
            return Naming(f"{thread.base}: {said}", "%", "share", side)
    if last and last.breakdown and last.unit != "%" and in_paren(text, mention) and at and all_[at - 1].sort == "count":
        gap = text[all_[at - 1].end : mention.start]
        if re.fullmatch(r"\s[a-z][\w'’ -]{2,40}\(\s*", gap) and last.breakdown[0][0] == "group":
            return Naming(f"{last.title} (share)", "%", "share", last.breakdown, last.sure)
    if (
        in_paren(text, mention)
        and at
        and last
        and last.unit != "%"
        and re.fullmatch(r"\s*\(\s*", text[all_[at - 1].end : mention.start])
    ):
        if thread.names.get("named") != str(at - 1):
            return None
        return Naming(f"{last.title} (share)", "%", "share", last.breakdown, last.sure)
    if (
        not thread.names.get("part")
        and in_paren(text, mention)
        and at
        and last
        and last.counted
        and last.unit != "%"
        and all_[at - 1].sort == "count"
    ):
        gap = text[all_[at - 1].end : mention.start]
        if re.fullmatch(r"\s[A-Za-z][\w'’ -]{2,60}\(\s*", gap):
            if thread.names.get("named") != str(at - 1):
                return None
            # "1,109 assessments (36.2%) recorded …"
            return Naming(f"{last.title} (share)", "%", "share", last.breakdown, last.sure)
    part = thread.names.get("part", "")
    if (
        part
        and in_paren(text, mention)
        and at >= 2
        and re.fullmatch(r"\s[\w'’ -]{2,120}\(\s*", text[all_[at - 1].end : mention.start])
    ):
        # "54 of a total of 477 cases (11.3%)": the share of the part
        return Naming(f"{part} (share)", "%", "share", side)
    if last and last.unit == "%" and at and _ROSE_TO.search(before):
        return Naming(
            last.title, "%", "share", tuple(p for p in last.breakdown if p[0] != "measure"), last.sure, same=True
        )
    changed = _CHANGED.search(before)
    if changed:
        return Naming(titled(capital(changed[1]), thread), "%", "share", side)
    mixed = re.match(r"\s?of\s(?:an?\s)?(?:mixed|dual|other|another|unknown|no)\b", after)
    if (
        mixed
        and at
        and last
        and last.unit == "%"
        and all_[at - 1].sort == "share"
        and re.search(r"(?:,|\band)\s+$", before)
    ):
        # "52% were White, 13% of mixed heritage"
        said = re.sub(r"\s(?:and|or)$", "", text[mention.end : clause_end(text, mention.end, stop)].strip(" ,"))
        owner, colon, _ = last.title.rpartition(": ")
        return Naming(f"{owner}{colon}{said}" if colon else said, "%", "share", side, bool(colon))
    if re.match(r"\s*\)?\s?of\s", after) and not re.match(
        r"\s*\)?\s?of (?:them|these|those|whom|which)\b\s(?!\w+ed|at|in|who|with|that)", after
    ):
        return _share_of(text, all_, at, stop, thread, side)
    if (
        last
        and last.unit == "rank"
        and re.search(r"(?:,|,\swith|\bat|\bwith|:)\s$", before)
        and at
        and all_[at - 1].sort == "rank"
    ):
        return Naming(last.title, "%", "share", side)
    had = _HAD_A.match(after) if re.search(r"\b(?:an?|the)\s$", before) else None
    if had:
        # "a 92% satisfaction rate", "a 76% unmet need"
        return Naming(titled(capital(had[1]), thread), "%", "share", side)
    tagged = _tagged(text, mention)
    if tagged:
        name, tag = tagged
        if re.match(r"(?:who|that)\s", name):
            name = f"{thread.names.get('who', '')} {name}".strip()
        elif " who " in name:
            thread.names["who"] = name.split(" who ")[0]
        return Naming(titled(capital(name), thread), "%", "share", (("group", tag), *side))
    share_of = shared_by_most(text, mention, thread)
    if share_of:
        return Naming(share_of, "%", "share", side)
    label, title = paren_label(text, all_, at, thread)
    if re.fullmatch(_ROUGHLY, label, re.I):
        # "Almost half (47%) occurred at night"
        rest = tidy_predicate(text[mention.end : clause_end(text, mention.end, stop)].strip(" ,)"))
        spoken = thread.base if rest else ""
        return Naming(f"{spoken}: {rest}", "%", "share", side, bool(spoken)) if spoken else None
    if label and thread.names.get("shared"):
        # "noise accounts for the largest share of complaints (41%), followed by fly-tipping (22%)"
        return Naming(f"{capital(label)} as a share of {thread.names['shared']}", "%", "share", side)
    if label:
        whole_of = thread.names.get("whole", "") if at and not title else ""
        title = title or (titled(capital(whole_of), thread) if whole_of else "")
        group: Breakdown = (("group", label),) if title else ()
        return Naming(title if title else titled(capital(label), thread), "%", "share", group + side)
    if in_paren(text, mention) and last and last.unit == "%" and re.match(r"\s[a-z]", after):
        said = tidy_predicate(text[mention.end : clause_end(text, mention.end, stop)].strip(" ,"))
        return Naming(
            f"{last.title}: {said}" if said else last.title, "%", "share", last.breakdown + side, bool(said), aside=True
        )
    named = scorecard_label(text, mention) if not at else ""
    if named:
        return Naming(titled(named, thread), "%", "share", side)
    subject = subject_of(text, mention.start, all_[at - 1].end if at else 0)
    if (
        re.fullmatch(r"(?:[Ii]n\s)?(?:[A-Z][a-z]+\s){0,2}(?:[Tt]he\s)?(?:[Ff]igure|percentage|proportion)", subject)
        and last
    ):
        return Naming(last.title, "%", "share", last.breakdown, last.sure) if last.unit == "%" else None
    subject = re.sub(r"^(?:[Pp]ercentage|[Pp]roportion|[Ss]hare|[Nn]umber) of (?:the |all )?", "", subject)
    if subject and subject.lower() not in ("it", "they", "this", "these", "there", "that", "which", "who"):
        if subject.lower() == "target":
            return Naming("Target", "%", "share", (("measure", "target"),), sure=False, aside=True)
        kind = re.match(r"\s([a-z]+)(?=\s+and\b|,|\.|$)", after)
        which: Breakdown = (("group", kind[1]),) if kind else ()
        return Naming(titled(_grouped(without_place(subject), thread), thread), "%", "share", which + side)
    if (
        last
        and last.unit == "%"
        and at
        and last.breakdown[:1]
        and last.breakdown[0][0] == "group"
        and re.search(r"(?:,|\band)\s+$", before)
    ):
        kind = re.match(r"\s([a-z]+)(?=\s+and\b|,|\.|$)", after)
        if kind:
            return Naming(last.title, "%", "share", (("group", kind[1]), *side))
    rate = _RATE_OF.search(before)
    if rate:
        return Naming(
            titled(_resolved(without_place(last_noun_phrase(rate[1])), text, thread), thread), "%", "share", side
        )
    case = case_after(text, mention.end, stop)
    if case and last and last.unit == "%" and at and not last.breakdown:
        lead = re.match(rf"(.*\s{re.escape(case.split()[0])})\s", last.title)
        if lead:
            # "17% relating to public order, 13% to welfare"
            return Naming(f"{lead[1]} {' '.join(case.split()[1:])}", "%", "share", side, last.sure)
    if case and last and last.unit == "%" and at:
        return Naming(last.title, "%", "share", (("group", case), *side))
    end = clause_end(text, mention.end, stop)
    said = re.sub(r"\s(?:and|or|but)$", "", text[mention.end : end].strip(" ,"))
    apart = re.match(r"\s*[,;]\s(?!(?:who|was|were|had|have|are|is|of|said|felt)\b)", after)
    said = "" if apart or re.match(r"(?:and|or|but)\b", said) else said
    predicate = tidy_predicate(said)
    leads = re.match(r"\s(to|from|by|with|for|on|in|as)\s[a-z]", after)
    if leads and at and last and all_[at - 1].sort == "share" and f" {leads[1]} " in last.title and not last.breakdown:
        # "9% related to disability and 8% to faith": related, too
        begin = last.title.rindex(f" {leads[1]} ")
        ends = re.sub(r"\s(?:and|or|but)$", "", text[mention.end : clause_end(text, mention.end, stop)].strip(" ,"))
        return Naming(f"{last.title[:begin]} {ends}", "%", "share", side)
    listed = re.search(
        r"(?:^|[,;]\s|\band\s)((?:[A-Za-z][\w'’&-]*\s){1,6})$",
        re.sub(r"\([^)]*\)\s?", "", text[all_[at - 1].end if at else 0 : mention.start]),
    )
    if listed and not predicate and at and last and last.unit == "%":
        own = _PREPOSITION_AT_END.sub("", re.sub(r"^and\s", "", listed[1].strip()))
        shared = re.search(r"\sas a share of .+$", last.title)
        if shared:
            # "racist crime accounted for 71% of hate crime, faith crime 8%"
            return Naming(titled(capital(own) + shared.group(), thread), "%", "share", side)
        told = re.match(r"(.*\smade by )", last.title)
        if told:
            return Naming(told[1] + listed[1].strip(), "%", "share", side)
        if told := re.match(r"(.*\sin which )[\w'’ -]+?(\s(?:was|were|is|are)\s.*)", last.title):
            # "Race was a factor in 71% of cases, disability in 9%"
            return Naming(told[1] + own + told[2], "%", "share", side, last.sure)
        return Naming(titled(_grouped(capital(listed[1].strip()), thread), thread), "%", "share", side)
    group_of = thread.names.get("whole", "") if at and not thread.group else ""
    if group_of and predicate and all_[at - 1].sort == "share":
        predicate = relative(said, people=counts_people(group_of, ""))
        return Naming(titled(capital(f"{group_of} {predicate}"), thread), "%", "share", side)
    if predicate and len(predicate) > 2:
        predicate = re.sub(r"^(?:that|who)\s", "", predicate)
        if thread.base and _OUT_OF.match(text) and not thread.group:
            # "Out of the 340 offences, 66% were …"
            return Naming(f"{thread.base}: {predicate}", "%", "share", side)
        if thread.names.get("of") and at and re.search(r"(?:,|\band)\s+$", before):
            return Naming(f"{thread.names['of']}: {predicate}", "%", "share", side)
        spoken = thread.base or thread.names.get("before", "")
        if spoken and thread.names.get("named") == str(at - 1) and re.search(r"\d[\w'’ -]+,\s(?:with\s)?$", before):
            # "146 licensing inspections, 93% compliant"
            return Naming(f"{spoken}: {predicate}", "%", "share", side)
        goes_on = (
            thread.unit in PEOPLE
            or (re.search(r",\swith\s$", before) and re.match(r"\w+ing\s", said))
            or (
                thread.base
                and (thread.names.get("here") or not before.strip())
                and re.match(r"(?:was|were|had|have)\b", said)
            )
        )
        if not thread.group and not thread.service and spoken and goes_on:
            # "57 victims were referred. 88% were contacted"; of what could not be named, nothing is told
            known = not at or all_[at - 1].sort == "share" or thread.names.get("named") == str(at - 1)
            return Naming(f"{spoken}: {predicate}", "%", "share", side, known)
        return Naming(
            titled(f"{thread.group}: {predicate}" if thread.group else capital(predicate), thread), "%", "share", side
        )
    noun = last_noun_phrase(re.sub(r"\([^)]*\)", "", before))
    if noun and re.search(r"[A-Za-z]\)?\s+$", before):
        return Naming(
            titled(_grouped(capital(noun), thread), thread),
            "%",
            "share",
            side,
            sure=bool(at and last and last.unit == "%"),
        )
    return None


_OUT_OF = re.compile(r"\W*(?:Out of|Of|From|From among|Among|Amongst)\s[^,;:]{0,30}\d[\d,]*\s[^,;:]{3,60},\s")
_HAD_A = re.compile(
    r"\s((?!(?:increase|decrease|reduction|rise|fall|drop|change)\b)(?:[a-z-]+\s){0,3}?(?:rate|need|uptake|satisfaction"
    r"|compliance|retention|attendance|completion|turnout|take-up))\b(?!\s(?:of|increase|decrease|reduction|rise))"
)
_TAG = (
    r"[\d.]+%\s(before|after|previously|men|women|male|female|boys|girls|adults|children|target|baseline"
    r"|national|agreed|disagreed|strongly agreed|at entry|at exit|at the start|at the end)"
)


def _tagged(text: str, mention: Mention) -> tuple[str, str] | None:
    """ "pupils aware of the risks (68% before, 93% after)": what was measured, and which of the two this is."""
    opened = text.rfind("(", 0, mention.start)
    if opened < 0 or ")" in text[opened : mention.start]:
        return None
    closed = text.find(")", opened)
    inside = text[opened + 1 : closed if closed > 0 else len(text)]
    if not re.fullmatch(rf"\s*{_TAG}(?:(?:,|;|\sand|\sto)\s(?:and\s)?{_TAG})*\s*", inside):
        return None
    own = re.match(_TAG, text[mention.start :])
    name = re.split(r"\)\s?|[;:]\s", text[:opened])[-1]
    name = re.split(r"\b(?:shares?|proportions?|percentages?|numbers?) of ", name)[-1]
    name = re.sub(r"^[\s,]*(?:and\s)?(?:of\s)?(?:the\s)?", "", name)
    words = name.split()[:14]
    return (" ".join(words), own[1]) if own and words else None


# "over half of all victims (54%) were …", "a quarter of pupils (26%) said …"
_FRACTION = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|\w+ (?:in|out of) (?:every"
    r" )?(?:three|four|five|six|eight|ten|10))\s(?:of\s)?(?:all\s|the\s|our\s|those\s)*([a-z][\w'’ -]*?)\s\($",
    re.I,
)


def _grouped(name: str, thread: Thread) -> str:
    return (
        f"{thread.group}: {name[:1].lower() + name[1:]}"
        if thread.group and thread.group.lower() not in name.lower()
        else name
    )


def _resolved(name: str, text: str, thread: Thread) -> str:
    """A rate "for such offences" is named with the offences that were counted before."""
    if thread.base and re.search(r"\b(?:such|these|those|the same)\s\w+s\b", text) and thread.names.get("before"):
        return f"{name}: {thread.names['before'][:1].lower()}{thread.names['before'][1:]}"
    return name


_DOER = re.compile(
    r"(?:^|[.;:,]\s)(?:The\s)?((?!It\b|They\b|We\b|This\b)[A-Za-z][a-z]+(?:\s[a-z]+){0,2})\s(?:made|submitted|sent)\s(?:about\s|over\s|around\s)?$"
)


_WAS_IN = re.compile(r"(?:[^;:]*[.;:,]\s)?[A-Za-z][\w'’/ -]{2,40}\s(?:is|are|was|were)\s[a-z][\w'’ -]+\sin\s[^,;:]*$")


def _whole_and(noun: str, said: str) -> str:
    """A noun and its relative clause as one name: no second "who", no "reported that" that reads as speech."""
    if said.startswith("who ") and re.search(r"\bwho\b", noun):
        return f"{noun} and {said[4:]}"
    if said.startswith("that ") and noun.split()[-1].endswith("ed"):
        said = f"which {said[5:]}"
    return f"{noun} {said}"


def _share_of(
    text: str, all_: tuple[Mention, ...], at: int, stop: int, thread: Thread, side: Breakdown
) -> Naming | None:
    mention = all_[at]
    found = re.match(r"\s*\)?\s?of\s(?:the\s|our\s|all\s|its\s|their\s)*", text[mention.end :])
    start = mention.end + (found.end() if found else 0)
    phrase = phrase_after(text, start, stop)
    before = text[: mention.start]
    inner = re.search(r"\s+in\s(?:over\s|about\s|just\s)?$", before)
    if inner and (phrase.head in ("cases", "incidents", "instances", "reports") or _WAS_IN.match(before)):
        clause = re.split(r"[;:]|\.\s|,\s", before[: inner.start()])[-1]
        said = re.sub(r"\s(?:is|are|was|were)\s", " ", re.sub(r"\s+", " ", clause)).strip(" ,")
        said = re.sub(r"^(?:In|in)\s(?=\w)", "", said)
        if phrase.head not in ("cases", "incidents", "instances", "reports") or re.match(
            r"\W*(?:(?:the|a|an)\s[\w'’ -]+?\s(?:is|are|was|were)\s|[\w'’ -]+?\s(?:is|are|was|were)\san?\s)",
            clause,
            re.I,
        ):
            # "The victim was female in 52% of cases"
            said = f"{phrase.noun} in which {clause.strip()[:1].lower()}{clause.strip()[1:]}"
        return Naming(titled(capital(said), thread), "%", "share", side, bool(said))
    noun, predicate = phrase.noun, phrase.predicate
    if (
        noun
        and not predicate
        and at + 1 < len(all_)
        and all_[at + 1].sort == "share"
        and re.fullmatch(r"[\w\s'’-]+\s(?:and|or)\s", text[start:stop])
    ):
        # "36% of victims and 21% of perpetrators reported …": what is said of the second is said of both
        other = re.match(r"\s*of\s(?:the\s)?", text[all_[at + 1].end :])
        if other:
            predicate = phrase_after(text, all_[at + 1].end + other.end(), len(text)).predicate
    if not noun:
        those = re.match(
            r"((?:those|these|people)\s(?:\w+\s){0,5}?)(?=\b(?:had|have|were|are|was|is|went|completed|learn|said"
            r"|felt|reported|attended|agreed)\b)",
            text[start:stop],
        )
        noun = those[1].strip() if those else ""
        predicate = text[start + those.end() : clause_end(text, start + those.end(), stop)] if those else predicate
    said = relative(predicate, people=not phrase.head or counts_people(noun, phrase.head))
    by = re.search(r"([\w'’ -]+?)\s(?:was|were)\s(\w+)\s(by|for)\s$", before)
    if by:
        tail = case_after(text, phrase.end, len(text))
        title = f"{last_noun_phrase(by[1])} {by[2]} {by[3]} {noun}"
        return Naming(titled(capital(title), thread), "%", "share", ((("group", tail),) if tail else ()) + side)
    if not noun:
        return None
    thread.names["whole"] = noun
    if said:
        return Naming(titled(without_place(capital(_whole_and(noun, said))), thread), "%", "share", side)
    many = _MANY_WORDED.match(text[: mention.start])
    subject = capital(many[1]) if many else subject_of(text, mention.start)
    if subject and subject.lower() not in ("it", "they", "this", "these"):
        return Naming(titled(without_place(f"{subject} as a share of {noun}"), thread), "%", "share", side)
    participle = verb_before(text, mention.start)
    doer = _DOER.search(text[: mention.start])
    if doer:
        # "Police made 61% of referrals": who made them tells this share from the others
        return Naming(titled(capital(f"{noun} made by {doer[1][:1].lower()}{doer[1][1:]}"), thread), "%", "share", side)
    if participle:
        time = re.match(
            r"\s(within\s(?:\d+|\w+)\s(?:working\s)?(?:seconds|minutes|hours|days|weeks|months))\b", text[phrase.end :]
        )
        return Naming(
            titled(capital(f"{noun} {participle}{' ' + time[1] if time else ''}"), thread), "%", "share", side
        )
    clause = re.sub(r"\s+", " ", text[start : clause_end(text, start, stop)]).split()
    for n in range(len(noun.split()) + 2, len(clause)):
        if is_finite(clause[n]):
            # "83% of men on the programme made progress"
            said = relative(" ".join(clause[n:]), people=counts_people(noun, phrase.head))
            return Naming(
                titled(capital(_whole_and(" ".join(clause[:n]), said)), thread), "%", "share", side, bool(said)
            )
    whole = " ".join(clause[:12]).strip(" ,")
    return Naming(titled(capital(whole), thread), "%", "share", side, sure=len(whole.split()) > len(noun.split()) + 2)
