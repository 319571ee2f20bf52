"""Names of shares: "24% of users are …", "a detection rate of 14.9%", "in 90.6% of cases", "93% were reached".

In: a sentence, its mentions and one of them that is a percentage. Out: its naming, by the first of the readers that
knows the form of its sentence. Shares told by the words before them are read here; those in brackets, those "of" a
whole and those told by their predicate in modules of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_labels import case_after, scorecard_label
from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, without_place
from tracker.facts.figures.naming_share_brackets import (
    aside_in_brackets,
    counted_as_share,
    fraction_in_words,
    group_as_share,
    labelled_share,
    largest_share,
    number_as_share,
    part_as_share,
    tagged_share,
)
from tracker.facts.figures.naming_share_made_up import made_up
from tracker.facts.figures.naming_share_of import share_of_mixed, share_of_things
from tracker.facts.figures.naming_share_predicate import (
    next_case,
    next_group,
    next_listed,
    said_of_share,
    said_of_whole,
    same_preposition,
)
from tracker.facts.figures.naming_share_ranked import ranked_kind
from tracker.facts.figures.naming_share_sentence import NO_NAME, ShareInSentence, ShareReader
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import last_noun_phrase, subject_of
from tracker.facts.wording.word_forms import capital, counts_people, in_line

_CHANGED = re.compile(
    r"\b(?:raise|raised|raising|increase|increased|reduce|reduced|cut|lower|lowered|lift|improve|improved|grow"
    r"|bring down)\s"
    r"(?:the\s|its\s|our\s)?([\w'’ -]{3,70}?)\sfrom\s$",
    re.I,
)


def aimed_share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """ "is to raise the share of … from 10% to 25%": the second is a target."""
    mention, last = all_[at], thread.last
    if not at or last is None or last.unit != "%" or not re.match(r"\s*(?:by\b|[.,;)]|$)", text[mention.end :]):
        return None
    before, earlier = text[: mention.start], text[: all_[at - 1].start]
    if not re.search(r"\bto\s$", before) or not _CHANGED.search(earlier):
        return None
    if not re.search(r"\b(?:is to|are to|will|aims? to|plans? to|intends? to|target)\b", earlier):
        return None
    return Naming(last.title, "%", "share", (("measure", "target"),))


_RAISE_TO = re.compile(
    r"\b(?P<aim>aims?\sto|plans?\sto|intends?\sto|is\sto|are\sto|will|target\s(?:is\s)?to|ambition\s(?:is\s)?to)\s"
    r"(?:\w+\s)?(?:raise|increase|improve|lift|reduce"
    r"|cut|lower|bring down|grow)\s(?:the\s|its\s|our\s)?(?:proportion\sof\s|percentage\sof\s|share\sof\s"
    r"|number\sof\s)?"
    r"(?:the\s)?(?P<what>[\w'’ -]{3,80}?)\sto\s(?:at least\s)?$",
    re.I,
)
_FROM_BASELINE = re.compile(
    r"(?:,\s|\s|\()(?:up |down )?from\s(?:a\sbaseline\sof\s|its\sbaseline\sof\s)?$|\bbaseline\s(?:of\s|was\s)$"
)


def _raised_to(share: ShareInSentence) -> Naming | None:
    """ "aims to increase the proportion of … to 25%, from a baseline of 10%": takes either, the first is a target."""
    aim = _RAISE_TO.search(share.before)
    if aim:
        return share.titled(capital(aim["what"]), part=(("measure", "target"),))
    last = share.share_before
    if last is None or ("measure", "target") not in last.breakdown or not _FROM_BASELINE.search(share.gap):
        return None
    return Naming(last.title, "%", "share", (("measure", "baseline"),), last.sure)


def name_share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a percentage, None when it is a discount or cannot be told."""
    share = ShareInSentence(text, all_, at, thread)
    for read in _READERS:
        naming = read(share)
        if naming is not None:
            return None if naming is NO_NAME else naming
    return None


def _no_share(share: ShareInSentence) -> Naming | None:
    """A discount, a rate of interest, a deposit: gives no name, None for anything else."""
    price = re.match(r"\s(?:less|off|discount|interest|cheaper|deposit)\b", share.after, re.I)
    start = share.mention.start
    # "38% lost at least 5% of their weight": part of what is said of another share
    told = any(
        begin < start and share.text[start : share.mention.end] in said.said and share.before.endswith("at least ")
        for begin, said in share.thread.shares.items()
    )
    return NO_NAME if price or told or re.search(r"\bif paid\b", share.after) else None


def _target_of_share(share: ShareInSentence) -> Naming | None:
    """A target behind a share ("61% against a target of 70%"): gives the name of the share, as a target."""
    last = share.share_before
    if last is None or not share.to_be_reached or not re.match(r"\s*(?:[.,;:()]|$|and\b|but\b|for\b)", share.after):
        return None
    return Naming(last.title, "%", "share", (("measure", "target"),), last.sure, same=True)


# "this rose to 93% afterwards"
_ROSE_TO = re.compile(
    r"[;,.]\s(?:and\s)?(?:this|it|which|that)\s(?:then\s|has\s|had\s)?(?:since\s)?(?:rose|risen|fell|fallen|increased|decreased"
    r"|reduced|improved|dropped|grew|grown|went up|went down)\sto\s$"
)


def _rose_to(share: ShareInSentence) -> Naming | None:
    """What the share before rose or fell to: gives its name again, no longer as a target."""
    last = share.share_before
    if last is None or not _ROSE_TO.search(share.before):
        return None
    kept = tuple(part for part in last.breakdown if part[0] != "measure")
    return Naming(last.title, "%", "share", kept, last.sure, same=True)


_THIS_WAS = re.compile(r"[;,.]\s(?:and\s|but\s)?(?:this|it|which|the figure)\s(?:was|is|had been|stood)\s(?:at\s)?$")


def _this_was(share: ShareInSentence) -> Naming | None:
    """ "The outcome rate was 12.4%; this was 14.0% a year ago": the share before, at another time."""
    last = share.share_before
    if last is None or not _THIS_WAS.search(share.before) or not share.thread.dated_after(share.mention.end):
        return None
    return replace(last, same=True)


_NEXT_KIND = re.compile(
    r"(?:[,;]|,?\sand\b|,?\sbut\b)\s(?P<how>for|among|amongst|in|from|by)\s(?P<kind>(?:the\s)?[a-z][\w'’-]*(?:\s[\w'’-]+){0,4})"
    r"\s(?:was\s|were\s|is\s|are\s|it was\s)?(?:at\s)?$"
)


def _next_kind(share: ShareInSentence) -> Naming | None:
    """ "Completions for opiates were 4.4%, for alcohol 35.8%": gives the share before with the kind in its place."""
    last, told = share.share_before, _NEXT_KIND.search(share.before)
    if last is None or not told or told.start() < share.mentions[share.at - 1].end:
        return None
    kind = re.search(rf"\s{told['how']}\s(?:the\s)?[^:]+$", last.title)
    if not kind:
        return None
    return Naming(f"{last.title[: kind.start()]} {told['how']} {told['kind']}", "%", "share", last.breakdown, last.sure)


_FIGURE_FOR = re.compile(
    r"\bthe\s(?:figure|rate|proportion|share|percentage|equivalent(?:\sfigure)?)\s(?:for|among|amongst)\s"
    r"(?P<whom>[a-z][\w'’-]*(?:\s[a-z][\w'’-]+){0,2}?)\s(?:\(|(?:was|is|were|stood at|at)\s)$"
)
_AMONG_THEM = re.compile(
    r"\W*(?:Among|Amongst|For)\s(?P<whom>[a-z][\w'’-]*(?:\s[a-z][\w'’-]+){0,2}?),?\sthe\s(?:figure|proportion|share"
    r"|percentage)(?:\s[a-z]+){0,3}\s(?:was|is|were|stood at)\s(?:only\s|just\s)?$"
)


def _figure_for(share: ShareInSentence) -> Naming | None:
    """ "Women who felt safe rose to 49%, well below the figure for men (73%)", "Among women the figure is 39%": the
    share before, of those people."""
    last, told = share.share_before, _FIGURE_FOR.search(share.before)
    if told is None and (told := _AMONG_THEM.match(share.before)):
        last = share.thread.last if share.thread.last and share.thread.last.measure == "share" else None
        if last is None:
            return NO_NAME
    if last is None or not told:
        return None
    owner, colon, name = last.title.rpartition(": ")
    people = re.match(r"[A-Za-z]+(?=\s(?:who|with|that|aged)\s)", name)
    if not people or not counts_people(people[0], people[0].lower()):
        return None
    return Naming(
        f"{owner}{colon}{capital(told['whom'])}{name[people.end() :]}", "%", "share", last.breakdown, last.sure
    )


def _changed_from(share: ShareInSentence) -> Naming | None:
    """ "raised the share of … from 10%": takes the first of the two, gives what was changed."""
    changed = _CHANGED.search(share.before)
    return share.titled(capital(changed[1])) if changed else None


def _share_of_rank(share: ShareInSentence) -> Naming | None:
    """The share that stands right behind a rank: gives the name of what is ranked."""
    last = share.thread.last
    if last is None or last.unit != "rank" or not share.at or share.mentions[share.at - 1].sort != "rank":
        return None
    return share.named(last.title) if re.search(r"(?:,|,\swith|\bat|\bwith|:)\s$", share.before) else None


def _on_scorecard(share: ShareInSentence) -> Naming | None:
    """The first share of a scorecard's line ("% of cases closed within 60 days: 84%"): gives the words before it."""
    label = scorecard_label(share.text, share.mention) if not share.at else ""
    return share.titled(label) if label else None


def _of_subject(share: ShareInSentence) -> Naming | None:
    """A share that its sentence tells of a subject: gives the subject, the last name for "the figure"."""
    last = share.thread.last
    subject = subject_of(share.text, share.mention.start, share.mentions[share.at - 1].end if share.at else 0)
    if last and re.fullmatch(
        r"(?:[Ii]n\s)?(?:[A-Z][a-z]+\s){0,2}(?:[Tt]he\s)?(?:[Ff]igure|percentage|proportion)", subject
    ):
        return Naming(last.title, "%", "share", last.breakdown, last.sure) if last.unit == "%" else NO_NAME
    subject = re.sub(r"^(?:[Pp]ercentage|[Pp]roportion|[Ss]hare|[Nn]umber) of (?:the |all )?", "", subject)
    if not subject or subject.lower() in ("it", "they", "this", "these", "there", "that", "which", "who"):
        return None
    if subject.lower() == "target":
        return Naming("Target", "%", "share", (("measure", "target"),), sure=False, aside=True)
    kind = re.match(r"\s([a-z]+)(?=\s+and\b|,|\.|$)", share.after)
    which: Breakdown = (("group", kind[1]),) if kind else _case_of_first(share)
    return share.titled(share.grouped(without_place(subject)), part=which)


def _case_of_first(share: ShareInSentence) -> Breakdown:
    """ "Completions were 5.8% for opiate users, 34% for alcohol": the case of the first, where the next has one too."""
    later = share.mentions[share.at + 1 : share.at + 2]
    if not later or later[0].sort != "share":
        return ()
    case = case_after(share.text, share.mention.end, share.stop)
    end = share.mentions[share.at + 2].start if share.at + 2 < len(share.mentions) else len(share.text)
    following = case_after(share.text, later[0].end, end)
    return (("group", case),) if case and case.split()[0] == following.partition(" ")[0] else ()


_RATE_OF = re.compile(
    r"\b((?:[\w'’-]+\s){0,4}(?:rate|proportion|percentage|share|level)s?)\sof\s(?:about\s|around\s|just\s|over\s)?$",
    re.I,
)


def _rate_of(share: ShareInSentence) -> Naming | None:
    """ "A detection rate of 14.9%": takes a share behind the name of its rate, gives that name."""
    rate, sentence = _RATE_OF.search(share.before), share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    if rate is None:
        return None
    if sentence and sentence.low(at - 1) == "of" and sentence.sort(at - 3) == "verb":
        # "This is a detection rate of 14.9%"
        name = re.sub(r"^(?:an?|the)\s", "", sentence.said(at - 2, at - 2))
        return share.titled(_resolved(capital(name), share))
    return share.titled(_resolved(without_place(last_noun_phrase(rate[1])), share))


def _resolved(name: str, share: ShareInSentence) -> str:
    """A rate "for such offences" is named with the offences that were counted before."""
    thread = share.thread
    if thread.base and re.search(r"\b(?:such|these|those|the same)\s\w+s\b", share.text) and thread.names.get("before"):
        return f"{name}: {in_line(thread.names['before'])}"
    return name


def _noun_before(share: ShareInSentence) -> Naming | None:
    """A share of which nothing else is told: gives the last noun before it, sure in a list of shares only."""
    noun = last_noun_phrase(re.sub(r"\([^)]*\)", "", share.before))
    if not noun or not re.search(r"[A-Za-z]\)?\s+$", share.before):
        return None
    return share.titled(share.grouped(capital(noun)), share.share_before is not None)


_READERS: tuple[ShareReader, ...] = (
    _no_share,
    _target_of_share,
    _raised_to,
    fraction_in_words,
    group_as_share,
    number_as_share,
    counted_as_share,
    part_as_share,
    _rose_to,
    _this_was,
    _figure_for,
    _next_kind,
    _changed_from,
    ranked_kind,
    made_up,
    share_of_mixed,
    share_of_things,
    _share_of_rank,
    tagged_share,
    largest_share,
    labelled_share,
    aside_in_brackets,
    _on_scorecard,
    _of_subject,
    next_group,
    _rate_of,
    next_case,
    same_preposition,
    next_listed,
    said_of_whole,
    said_of_share,
    _noun_before,
)
"""What is tried, in this order: the first reader that knows the sentence's form answers."""
