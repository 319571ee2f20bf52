"""The paper's own words as the name of a figure that no shorter name fits: its clause, with a gap for the number.

In: a sentence, one of its numbers and what was spoken of before. Out: a naming whose title is what the sentence says
("Alcohol was removed on … occasions", "Referrals received: an average of … a month"), so that a figure whose measure
has no name of its own can be shown and says nothing that the paper does not. Earlier values of what was just told
("previously 391", "compared with 71 in the year before") repeat its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_rates import PER, RATE
from tracker.facts.figures.statement_again import again, same_kind
from tracker.facts.figures.statement_shares import of_what_was_told, share_told_on
from tracker.facts.figures.statement_titles import FINITE, GAP, VERB, tidied
from tracker.facts.figures.title_sense import CUT, LONGEST_SHOWN, names_something
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.standing import standing
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import AUXILIARIES, PEOPLE, words_of
from tracker.records import Measure

_LONGEST_SENTENCE = 1200
"""Characters: what runs on for longer is a list or a table set as text."""
_LEAST = 10
"""Smaller numbers are told in too many ways that count nothing ("four stages"): only those that are a part of what
was counted, or a share or an amount, are taken."""

_VERB, _FINITE = VERB, FINITE
_AND_SO_ON = (
    r"(?=(?:and|but|while|whilst|with|which|who|of\swhich|of\swhom|leading|resulting|giving|representing|equating"
    r"|including|made\sup|as\swell"
    r"|an?\saverage|equivalent|compared|up|down)\b)"
)
_BEGINS = re.compile(
    rf"[;]\s+|\.\s+|\s[–—-]\s+|\((?=[^)]*$)|,\s+{_AND_SO_ON}|,?\s(?=(?:but|while|whilst|whereas)\s)"
    rf"|(?<=[^:]{{60}}):\s+"
)
_ENDS = re.compile(
    r"\s(?:was|were|is|are|remains?|remained)\s(?:(?:still|now|well|also)\s)?(?:higher|lower|above|below|more"
    r"|less|fewer|better"
    r"|worse)\b|[;:]|\.(?:\s|$)|\s[–—-]\s|,(?=\s)|\)|\(|\s(?:but|while|whilst|whereas|compared|before|following)\b"
    r"|\sand\sthat\b|$"
)
_JOINED = re.compile(
    rf"\s(?:and|or)\s(?=the\s(?:remainder|rest|others|balance)\b|(?:also\s|then\s|a\sfurther\s|another\s)?(?:{_VERB}|\d)"
    rf"|(?:just\s|well\s|under\s|over\s|about\s|around\s|nearly\s|almost\s)*(?:half|{NUMBER_WORD})\b)"
)
_LEADS = re.compile(
    r"^(?:and|but|or|while|whilst|whereas|which|who|that|so|also|then|however|meanwhile|overall|in total|in addition"
    r"|additionally|furthermore|similarly|of\s(?:which|whom|these|those|them|this|the)|of|with|where|when"
    r"|on the other hand|leading\sto|resulting\sin|giving|representing|equating\sto"
    r"|(?:over|in|during|for|at|within)\s(?:the|this|that)\s(?:same\s)?(?:period|time|year|quarter|month))\b[\s,]*",
    re.I,
)
_THERE = re.compile(
    r"(?:^|(?<=:\s))(?:there\s(?:were|was|are|is|(?:have|has|had)\sbeen)|(?:we|it)\s(?:also\s)?(?:had|have|has"
    r"|saw|received)"
    r"|this\s(?:was|is|equates\sto|represents))\s(?:now\s|also\s|still\s|just\s|only\s|some\s|about\s|around\s"
    r"|approximately\s|over\s|nearly\s|a\stotal\sof\s)*",
    re.I,
)
_WE = re.compile(r"^(?:we|i)\s(?:have\s|also\s|had\s)*", re.I)
_SOMETHING_TOLD = re.compile(
    r"^(?:it|they|wh(?:om|ich)|them|(?:these|those|this)(?!\s\w+(?:ing|ed)\b)|he|she|its|their|his|her|most"
    r"|the\s(?:majority|rest|remainder))\b",
    re.I,
)
_LOOSE_END = re.compile(
    r"(?:\s(?:of|at|to|by|from|with|for|in|on|as|than|was|were|is|are|be|been|being|has|have|had|now|stood|stands"
    r"|reached|totalled|estimated|the|a|an|and|or|just|only|about|around|over|under|nearly|almost|some"
    r"|approximately|more|less"
    r"|fewer|least|up|down|c\.|circa|accounting|account|accounted|made|an\saverage|average|per))+$",
    re.I,
)
_CHANGED = re.compile(
    rf"^(?P<what>.+)\s(?:{_VERB}|came|went)\b[^,;()]{{0,60}}?\bfrom\s(?:just\s|about\s|around\s)*$", re.I
)
_TO_ANOTHER = re.compile(r"\bto\s(?:[a-z]+\s){0,3}£?\d|\bto (?:" + NUMBER_WORD + r")\b")
_FROM_TO = re.compile(
    r"\bfrom\s(?:just\s|about\s|around\s)?[\d.,%£]+(?:\s[a-z]+){0,3}?\s+to\s(?:just\s|about\s|around\s"
    r"|only\s)?$",
    re.I,
)
_LABELLED = re.compile(
    r"(?:^\W*(?:\d+(?:\.\d+)*\.?\s+)?|,\s|\sand\s|:\s)(?:and\s)?"
    r"([A-Za-z][\w'’&/ -]{2,60}?)\s\(\s*(?:(?:up|down)\sfrom\s)?$"
)
# "Advice letters: 2022/23 – 112 issued; 2021/22 – 85", times as blanks: a label and its values.
_ROW = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?([A-Z][^:;.]{3,70}):[\s–—-]*"
    # no piece can end in two ways, so that a long list of numbers costs its length
    r"(?:\d[\d.]*(?:,\d{3})*(?:(?!,\s|\sand\s)[^\d:;.]){0,40}(?:;|,\s|\sand\s)[\s–—-]*)*$"
)
_NO_LABEL = re.compile(r"\b(?:majority|most|these|those|them|which|whom|the\s\w+|" + _VERB + r")\b", re.I)
_UNIT = re.compile(r"\s(?:[a-z][\w'’-]*\s){0,3}?([a-z]{3,}s|people|children|men|women|staff)\b")
# What no count follows: an age, a length of time, a change, a standard that others set.
_NO_COUNT = re.compile(
    r"\s?(?:to|-|–|and)\s?\d+\s?(?:years?|yrs?)\b|[-\s](?:years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|\s(?:[a-z]+\s){0,2}?(?:more|fewer|less|higher|lower)\b|\s(?:[a-z]+\s){0,2}(?:recommended|required|allowed"
    r"|permitted|advised)\b|(?:\sout)?(?:\sof)?(?:\sthe)?(?:\s\d+)?\s(?:[A-Z]\w+\s|other\s)?(?:boroughs|forces"
    r"|authorities|councils|areas|districts)\b"
    r"|\s(?:above|below)\s(?:the|its|our|last)\s"
    r"|\s(?:different|separate|distinct)\s(?:categories|types|kinds|sorts|groups)\b"
    r"|\s(?:square\s)?(?:kilomet\w+|km|miles|met\w+s|hectares|acres)\b",
    re.I,
)
# What may be charged by law, and what is aimed at.
_RULE = re.compile(r"\b(?:fine[sd]?|penalt(?:y|ies)|maximum|liable|up\sto)\b[^.;]*$", re.I)
_AIMED = re.compile(r"\b(?:targets?|aims?|goals?|ambitions?|will|shall|should|would\slike)\b[^.;]*$", re.I)
# "The course has 20 sessions": how a thing is made up, not what was done.
_MADE_UP = re.compile(r"\b(?:has|have|of|is|are|consists?|comprises?|offers?|runs?|over|lasts?)\s$", re.I)
_PIECES = re.compile(r"\s(?:[a-z-]+\s)?(?:sessions|modules|steps|stages|hours|lessons|questions|chapters|pages)\b")
_PART_OF = re.compile(r"\b(?:of\s(?:which|whom|these|those|them),?|just|only)\s(?:just\s|only\s)?$", re.I)
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:aged?|ages|as\s(?:young|old)\sas|{PER}|under|minute|item|page|section|paragraph|year"
    rf"|group\s(?:was|is)|phase|tier|level|stage"
    r"|(?:increase|decrease|rise|fall|reduction|drop|cut|saving|loss|gain)d?\s(?:of|by)|(?:up|down|rose|fell"
    r"|by))|\b(?:age|youngest|oldest)\b[^,;]*)\s$",
    re.I,
)
# "Fourteen of the 118": how many there were is told with those that were counted before.
_OF_SO_MANY = re.compile(rf"\b(?:{NUMBER_WORD}|\d+)\s(?:out\s)?of\s(?:the|these|those)\s$", re.I)
# A list that one verb at its end is said of: "61 women and 74 children | stayed in our refuges".
_LISTED = re.compile(
    r"^((?:\s[\w'’-]+){1,5}?)(?:(?:,|,?\sand)\s[\d,]+"
    r"(?:\s(?!(?:was|were|is|are|had|has|have)\b)[\w'’-]+){1,5}?)+\s(?=(?:" + _VERB + r")\b)"
)


def stated(sentence: str, found: Sequence[Mention], at: int, thread: Thread) -> Naming | None:
    """The naming of number ``at`` in the sentence's own words, None where they make no title a reader understands.

    ``sentence`` has blanks in the place of its periods, as for the other namings.
    """
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    mention = found[at]
    before, after = _in_digits(sentence, found[:at])[: mention.start], sentence[mention.end :]
    if RATE.match(after) and re.search(r"\brate\s(?:was|is|stood at|stands at)\s(?:\w+\s)?$", before):
        # "Westford's rate was 61.4 crimes per 1,000 people": no count
        return None
    changed_to = _FROM_TO.search(before)
    before = before[: changed_to.start()] + "from " if changed_to else before
    if not _may_be_told(before, after, mention):
        return None
    if _AIMED.search(before) and not standing(sentence, mention.start, mention.end):
        return None
    if _WHOLE_OF.search(before):
        # "Of the borough's 212 cameras, 30 will be replaced": what is said is said of the 30
        after = re.split(r"(?<=\w),\s", after)[0]
    last = thread.told or (thread.last if thread.last and thread.last.title != thread.names.get("unsure") else None)
    repeated = None if changed_to else again(before, after, mention, thread, last)
    if repeated is not None:
        return repeated or None
    unit, measure = _unit_of(after, mention, thread)
    labelled = _LABELLED.search(before)
    row = _ROW.match(before)
    if row and not _FINITE.search(row[1]):
        title = capital(row[1].strip()) if _telling(row[1]) else ""
    elif labelled:
        listed = not _NO_LABEL.search(labelled[1]) and not _FINITE.search(before[: labelled.start(1)])
        told = _telling(labelled[1]) > (measure == "share" and " " not in labelled[1].strip())
        title = capital(labelled[1].strip()) if listed and told else ""
    elif (changed := _CHANGED.match(_clause_before(before))) and _TO_ANOTHER.search(after):
        title = _led(_last_subject(changed["what"]), thread)
        unit = unit if unit in ("%", "GBP") or unit.rstrip("s") in title.lower() else ""
    elif changed_to:
        return None
    else:
        noun, title = same_kind(_tail(after), mention, thread)
        unit = noun if title else unit
        title = title or _with_gap(before, after, thread, measure)
    if measure == "share" and last:
        title = of_what_was_told(title, last)
    title = _in_words_again(title, sentence, found[:at])
    title = tidied(title, [sentence[m.start : m.end] for n, m in enumerate(found) if n != at], measure == "share")
    if (_WITHOUT_THOSE if measure == "share" else _WHO_ARE).match(title):
        return None
    if measure == "count" and re.search(r"\baverage\b", title, re.I):
        measure = "average"
    if per := _RATE.search(title):
        title, unit, measure = f"{title[: per.start()]}{title[per.end() :]}", per[1], "rate"
    elif per := _PER_SO_MANY.match(title):
        title, unit, measure = f"{per[1]}: rate", per[2], "rate"
    return Naming(title, unit, measure) if _reads(title) else None


_WHO_ARE = re.compile(r"(?:Who|Which|That)\s")
# "Rate of … per 100,000": the rest is its unit.
_RATE = re.compile(r"(?<=rate)\sof\s…\s(per\s[\d,]+(?:\s(?:population|residents|people|households))?)", re.I)
_PER_SO_MANY = re.compile(r"(.+): [a-z]+\s(per\s\d[\d,]*(?:\s[a-z]+)?)$")
# "Rated the course as good": the share of whom is not told.
_WITHOUT_THOSE = re.compile(r"(?:[A-Z][a-z]+ed|Felt|Said|Were|Was|Had|Made|Got)\s")


def _in_digits(sentence: str, found: Sequence[Mention]) -> str:
    """The sentence with numbers in words as digits, so that "Thirteen were looked after and" counts before another."""
    for mention in found:
        if mention.in_words:
            length = mention.end - mention.start
            sentence = f"{sentence[: mention.start]}{'1' * length}{sentence[mention.end :]}"
    return sentence


def _in_words_again(title: str, sentence: str, found: Sequence[Mention]) -> str:
    """A title with the numbers that stand in it for words as the sentence has them."""
    for mention in found:
        if mention.in_words:
            said = sentence[mention.start : mention.end]
            title = re.sub(rf"(?<!\d){'1' * len(said)}(?!\d)", said, title, count=1)
    return title


def _last_subject(words: str) -> str:
    """ "Licences were reviewed and lodgings" → "lodgings": what changed is named last."""
    words = re.sub(r"\s(?:has|have|had)(?:\sbeen)?$", "", words)
    verbs = [verb.end() for verb in _FINITE.finditer(words)]
    joint = re.search(r",?\s(?:and|but|while)\s", words[verbs[-1] :]) if verbs else None
    return words[verbs[-1] + joint.end() :] if joint else words


def _may_be_told(before: str, after: str, mention: Mention) -> bool:
    if mention.sort in ("points", "rank") or mention.signed or mention.pair or mention.span:
        return False
    changes = before.endswith("from ")
    if mention.side and not changes:
        return False
    if mention.value.startswith("00"):
        return False
    small = mention.sort == "count" and Decimal(mention.value) < _LEAST
    if mention.sort == "count" and mention.in_words and (small or before.strip()):
        # no sentence begins with figures: "Twenty-three of the fires"
        return False
    if small and not _PART_OF.search(before):
        return False
    if _OF_SO_MANY.search(before) or _NOT_BEFORE.search(before) or (_RULE.search(before) and mention.sort != "count"):
        return False
    if _MADE_UP.search(before) and _PIECES.match(after):
        return False
    return changes or _NO_COUNT.match(after) is None


def _unit_of(after: str, mention: Mention, thread: Thread) -> tuple[str, Measure]:
    if mention.sort == "share":
        return "%", "share"
    if mention.sort == "money":
        return "GBP", "money"
    if rate := RATE.match(after):
        return f"per {rate[1].strip()}", "rate"
    noun = _UNIT.match(after) if not _is_alone(mention, thread) else None
    if noun and (noun[1] in COUNTED | PEOPLE or noun[1].endswith("s")):
        return noun[1], "count"
    return ("" if after.startswith(" of the ") else thread.unit), "count"


def _is_alone(mention: Mention, thread: Thread) -> bool:
    """Whether a number has no noun right behind it, by the parse: "10 started by matches"."""
    at = thread.sentence.at(mention.start) if thread.sentence else -1
    phrase = thread.sentence.phrases[at] if thread.sentence and at >= 0 else None
    return (
        phrase is not None
        and phrase.number >= 0
        and phrase.main == phrase.number
        and bool(thread.sentence and thread.sentence.sort(at + 1) == "verb")
    )


def _clause_before(before: str) -> str:
    begin = max((m.end() for m in _BEGINS.finditer(before)), default=0)
    return _LEADS.sub("", re.sub(r"\s+", " ", before[begin:]).lstrip(" ,"))


def _with_gap(before: str, after: str, thread: Thread, measure: Measure) -> str:
    """The clause round a number, with a gap for it; what the number counts where it opens the clause."""
    begin = max((m.end() for m in _BEGINS.finditer(before)), default=0)
    own = _own_part(before[begin:])
    if own is None:
        return ""
    lead = _SPEAKER.sub("", re.sub(r"\s+", " ", own).strip(" ,"))
    lead = _LEADS.sub("", _LEADS.sub("", lead))
    if lead[:1].isdigit():
        return ""
    lead = _WE.sub("", _THERE.sub("", lead + " ")).strip()
    tail = _tail(after)
    if measure == "share" and not re.sub(r"\b(?:only|just)\b", "", lead.lower()).strip():
        told = share_told_on(tail, after, own, thread)
        if told:
            return told
    if not lead and before.strip() and tail.lstrip().partition(" ")[0] in _PREPOSITIONS and not _FINITE.search(tail):
        # "13% of the population but 34% of the victims": the share of whom stands before
        return ""
    if (first_verb := _FINITE.match(lead)) and before[:begin].strip():
        # "…, and was unable to house 61 women": who was stands before
        subject = _subject(before[:begin])
        if not subject and first_verb[0] in AUXILIARIES:
            return ""
        lead = f"{subject} {lead}"
    words = re.sub(r"\s+", " ", f"{lead} {GAP}{_ANOTHER_VALUE.sub('', tail)}").strip()
    words = _OPENING_GAP.sub("", words)
    if (
        not thread.base
        and thread.unit != "GBP"
        and re.search(rf"[a-z]{{3,}}ed\s{GAP}$", words)
        and not _REACHED.search(words)
    ):
        # "The council received 1,310": of what is not told
        return ""
    words = _LOOSE_END.sub("", words.removesuffix(GAP).rstrip()).strip(" ,")
    if words.endswith(":") and not re.search(r"[;,]", words):
        return capital(words.rstrip(": "))
    if _LED_TO.match(own) and ":" not in words and len(words.split()) < 4:
        # "…, leading to 219 referrals": what led to them stands before
        owner = thread.base or (thread.last.title if thread.last else "")
        return f"{owner.split(': ')[0]}: {words}" if owner else ""
    whole = tail == "" and _SAYS_HOW_MANY.search(lead) is not None
    if measure == "count" and re.search(r"[a-z]\sin\s$", before) and _ENDS_BARE.match(after):
        # "Conditions were broken in 31": of what, the sentence before says
        return ""
    if measure == "count" and not own.strip() and _DONE_TO.match(words):
        # "38 were referred by schools": of whom stands before
        return _led(words, thread, whole)
    return "" if _NO_SUBJECT.match(words) else _led(_DONE_TO.sub("", words), thread, whole)


# "15 offenders were believed to be responsible for around 60% of them": another value is no part of a title.
_ANOTHER_VALUE = re.compile(
    r"\s(?:(?:for|of|by|with|and|in|at|to|on|from)\s)?(?:(?:about|around|over|nearly|just|almost|some)\s)?"
    r"\d[\d,.]*\s?(?:%|per\scent).*$"
)
# "The Superintendent reported that": who says so is no part of what is counted.
_SPEAKER = re.compile(
    r"^(?:[\w'’.,-]+\s){1,8}?(?:estimated?|responded|replied|reported|said|advised|noted|explained|stated"
    r"|confirmed|highlighted|heard|mentioned"
    r"|informed|told|added|outlined|shows?|suggests?)\s(?:[\w'’-]+\s){0,3}?that(?:\s|$)"
)
_WHOLE_OF = re.compile(r"(?:^|[.;]\s)\W*Of\s[^,;.]*$")
_SAYS_HOW_MANY = re.compile(
    r"\s(?:(?:was|were|is|are)(?:\s(?:now\s)?(?:estimated|put|thought|believed)(?:\s(?:at|to\sbe))?)?|stood\sat"
    r"|totalled|reached)$"
)
_LED_TO = re.compile(r"\W*(?:and\s)?(?:leading\sto|resulting\sin|led\sto|resulted\sin)\b", re.I)
_PREPOSITIONS = words_of("of for in from to by at on with among between")
_OPENING_GAP = re.compile(
    rf"(?:^|(?<=:\s))(?:(?:an?|the|of|total|around|about|over|some|further|another"
    rf"|additional)\s)*{GAP}\s?(?:of\s(?:the\s)?)?",
    re.I,
)
_DONE_TO = re.compile(r"^(?:(?:has|have|had)\sbeen|was|were|is|are)\s(?=[a-z]+(?:ed|en|ent)\b)")
# A verb that opens the words has lost those who did it.
_NO_SUBJECT = re.compile(r"^(?:accounts?|makes?|includes?|represents?|stands?|gives?|takes?|brings?|means?)\s", re.I)


_ENDS_BARE = re.compile(r"\s?(?:[,.;)]|$)|\s(?:and|but)\s")


def _subject(clause: str) -> str:
    """The words before a clause's first verb, "" where they count something or say nothing."""
    verb = _FINITE.search(clause)
    subject = clause[: verb.start()].strip(" ,") if verb else ""
    return "" if re.search(r"\d", subject) or len(subject.split()) > 6 or _SOMETHING_TOLD.match(subject) else subject


def _tail(after: str) -> str:
    """What is said behind a number up to the end of its clause, or at the end of the list that it stands in."""
    listed = _LISTED.match(after)
    if listed:
        after = listed[1] + " " + after[listed.end() :]
    stop = _ENDS.search(after)
    tail = after[: stop.start() if stop else None]
    joined = _JOINED.search(tail)
    return re.sub(r"\s+", " ", tail[: joined.start() if joined else None]).rstrip(" ,")


def _own_part(lead: str) -> str | None:
    """What of the words before a number is its own where others are counted before it: "The board held 12 events and
    trained" → "The board trained"; "101 right to know and" → nothing; "Police made up 31% and health" → None, as the
    verb is not said again."""
    cut = list(_NEXT_PART.finditer(lead))
    if not cut or not re.search(r"\d", lead[: cut[-1].end()]):
        return lead if not _LABEL_AFTER.search(lead) else None
    counted = max(digit.end() for digit in re.finditer(r"\d", lead[: cut[-1].end()]))
    first = len(cut) - 1
    while (
        first
        and _FINITE.search(lead, cut[-1].end())
        and cut[first - 1].start() >= counted
        and not _FINITE.search(lead[cut[first - 1].end() : cut[first].start()])
    ):
        # "164 households and use of bed and breakfast has halved": both nouns are its subject
        first -= 1
    rest = lead[cut[first].end() :]
    if not rest.strip():
        return ""
    own_verb = _FINITE.search(rest)
    if rest.strip().lower() in _PREPOSITIONS or _THAT.fullmatch(rest):
        return rest
    if own_verb is None and _POSSESSED.match(rest) and (verb := _FINITE.search(lead)):
        # "has 94 clients and a waiting list of"
        return f"{_subject(lead)} {verb[0]} {rest}" if _subject(lead) else None
    if own_verb is None or re.search(r"\d", rest):
        return None
    if rest[: own_verb.start()].strip():
        return rest
    return f"{_subject(lead)} {rest}"


_THAT = re.compile(r"(?:that|which|who)?\s*(?:only|just)?\s*", re.I)
_POSSESSED = re.compile(r"(?:an?|the)\s[^,;]{3,40}\sof\s*$", re.I)
_NEXT_PART = re.compile(r",?\s(?:and|or)\s(?:also\s|then\s|a\sfurther\s|another\s)?|,\s")
# "licences were reviewed and lodgings": a list goes on without its verb.
_LABEL_AFTER = re.compile(rf"\b(?:{_VERB})\b.*\sand\s(?!.*\b(?:{_VERB})\b)(?:[\w'’-]+\s){{1,3}}$")


def _led(words: str, thread: Thread, whole: bool = False) -> str:
    """The words led by what they speak of, where they have no subject and verb of their own. ``whole``: they are the
    whole subject of their clause."""
    words = re.sub(r"^(?:the|an?)\s", "", words.strip(" ,"), flags=re.I)
    if not _SAYS_SOMETHING.search(words):
        return ""
    of_before = _OPENS_WITH_VERB.match(words) is not None
    told = _FINITE.search(words) and not _SOMETHING_TOLD.match(words) and len(words.split()) > 2 and not of_before
    if told or whole:
        named = _telling(words) > 1 or (whole and (words.isupper() or (_telling(words) and " " in words)))
        return capital(words) if named and not _VERB_AFTER_LABEL.search(words) else ""
    part_of = thread.told.title if thread.told and _OF_THEM.match(words) else ""
    leans = _OF_THEM.match(words) or _LEANS_ON.search(thread.names.get("text", ""))
    here = bool(part_of or of_before or leans or thread.names.get("here"))
    near = (part_of or thread.base or (thread.last.title if thread.last else "")) if here else ""
    owner = (near or ("" if of_before else thread.service or thread.names.get("heading", ""))).split(": ")[0]
    words = _OF_THEM.sub("", _OPENS_WITH_VERB.sub("", words))
    if _telling(words) < (1 if near and (part_of or of_before) else 2) or (of_before and not owner):
        return ""
    if GAP in near and not of_before and not part_of:
        # "will distribute 500 pouches and 250 steering locks"
        return f"{near[: near.index(GAP) + 1]} {words}"
    if not owner or owner.lower() in words.lower():
        return capital(words)
    return f"{owner}: {words if words[:2].isupper() else words[:1].lower() + words[1:]}"


# "Moped theft was no worry: 18 were reported": what the verb is said of is its number alone.
_VERB_AFTER_LABEL = re.compile(r":\s(?:was|were|is|are|had|has|have)\s")
# "This equates to 83 crimes per 1,000 people": of what the sentence before counted.
_LEANS_ON = re.compile(r"\b(?:this|these|those|such)\b|^\W*(?:it|they)\b", re.I)
_OPENS_WITH_VERB = re.compile(r"^(?:was|were|is|are|had|has|have)\s(?:been\s)?", re.I)


def _telling(words: str) -> int:
    return sum(word not in _SAYING_LITTLE for word in re.findall(r"[a-z]{3,}", words.lower()))


_OF_THEM = re.compile(
    r"^(?:whom|which|them|these|those|this(?:\s(?:group|cohort))?)\s(?:(?:are|were|is|was|had\sbeen|have\sbeen)\s)?",
    re.I,
)
_SAYS_SOMETHING = re.compile(r"[A-Za-z]{4,}")


# "they now account for …", "The council matched it with …": who and what, the words do not say.
_UNTOLD = re.compile(
    r"(?:^|:\s)(?:they|it|this|these|those were)\s|\bit\b"
    r"|^(?:Amount|Funding|Cost|Spending)(?::|\s(?:is|was|has|had)\b)\s?",
    re.I,
)


def _reads(title: str) -> bool:
    """Whether a title has an end and fits into a list."""
    ends = bool(title) and names_something(title) and title.split()[-1] != "such"
    ends = ends and not re.search(r"\s(?:and|or|of|the|with):|:$", title)
    if _SAYS_THEY.search(title) or _WILL.match(title) or CUT.search(title) or f"{GAP} {GAP}" in title:
        return False
    if title[-1:] in "’”" and not re.search(r"[‘“]", title):
        return False
    if _UNTOLD.search(title) or re.search(r"\d\s?(?:%|per\scent)", title):
        return False
    return ends and len(title) <= LONGEST_SHOWN and title.count("(") == title.count(")")


# "Will be made available": what will, is not told.
_WILL = re.compile(r"(?:Will|Shall|Would|Could|Should|May|Can|Must|Be|To)\s")
_REACHED = re.compile(r"\b(?:reached|totalled|numbered|averaged|remained)\s\S+$")
_SAYS_THEY = re.compile(
    r":\s(?:they|it|we|he|she)\s|^(?:Having|Being|Its|Their|His|Her|(?:Between|Among)\s(?:them|these))\s"
)
_SAYING_LITTLE = words_of(
    "the and for was were are has have had been with from that this these those them which who out cases incidents"
    " people offences crimes number total figure figures there"
)
