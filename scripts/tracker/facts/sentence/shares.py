"""What shares are told of: "72% of respondents strongly agreed that …, 69% said …": the whole, and what is said of it.

In: a parsed sentence and its numbers. Out: for each share that is the subject of a clause, the words of the whole that
it is a share of and of what is so for that part; both as printed, "" for a whole that the sentence does not name. A
later share of a list has what it leaves out from the one before: its whole, its verb ("47% medium"), the end of its
clause ("73% strongly agreed, and 27% tended to agree, that …"). No name is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.sentence.clauses import POINTERS, Sentence, points_back
from tracker.facts.sentence.printed import printed
from tracker.facts.sentence.share_clauses import (
    clause_stop,
    clause_words,
    done_too,
    elided,
    said_by_participle,
    without_article,
)
from tracker.facts.sentence.share_record import ShareTold
from tracker.facts.wording.mention_record import Mention
from tracker.facts.wording.word_lists import words_of

_WHEN = {"before": "before", "beforehand": "before", "previously": "before", "after": "after", "afterwards": "after"}
_OPENS_CLAUSE = frozenset({"", "comma", "mark", "coordinator", "subordinator", "gap"})
_FOUND = words_of("found shows showed show said says suggests suggested indicated indicates revealed reveals reported")
_THOSE = words_of("them these those whom which this it")
_OPENING = re.compile(
    r"(?:.{0,60}\bthat\s)?\W*(?:[Oo]f|[Aa]mong|[Aa]mongst|From among)\s(?:all\s(?:of\s)?)?(?:the\s|our\s|its\s)?"
    r"((?:those|these|people|children|women|men|staff|[a-z][\w'’-]*s)\b[^,;:.\d]{0,70}),\s"
    # "Among Elm House clients 47% …": no comma parts them from the first share
    r"|\W*Among(?:st)?\s(?:the\s|our\s|its\s)?"
    r"((?:[A-Za-z][\w'’-]*\s){0,4}(?:(?:wo)?men|children|people|[a-z][\w'’-]*s)),?\s(?=\d)"
)
_SHARED_END = re.compile(r",?\s(?=that\s)|,\s(?=with\s(?:the|this|our)\s|to\s)")
_OPINION = re.compile(r"\b(?:agree[ds]?|disagree[ds]?|felt|feel|satisfied|dissatisfied|know|knew|said|support\w*)$")


def shares_told(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, ShareTold]:
    """What each share that is the subject of a clause is told of, by the place where the number begins."""
    opening = _OPENING.match(sentence.text)
    studied = (opening[1] or opening[2]).strip() if opening else _studied(sentence)
    before: ShareTold | None = None
    told: dict[int, ShareTold] = {}
    waiting: list[int] = []
    for n, mention in enumerate(mentions):
        if mention.sort != "share" or mention.signed or mention.side:
            if (split := _split_at(sentence, mentions, n, before)) is not None:
                whole = split.whole or (before.whole if before else "")
                told[mention.start] = before = replace(split, whole=whole)
            continue
        if n and mentions[n - 1].sort == "count" and mentions[n - 1].start in told:
            # the share of the number before, in its brackets
            continue
        share = _share_at(sentence, mentions, n, before)
        if share is None:
            before, waiting = None, []
            continue
        whole = share.whole or (before.whole if before else "") or studied
        share = replace(share, whole=whole, said=done_too(share.said, before.said if before else ""))
        before = share
        if share.pending:
            waiting.append(mention.start)
            told[mention.start] = share
            continue
        for start in waiting:
            told[start] = replace(told[start], said=share.said, pending=False)
        waiting = []
        told[mention.start] = share
    told = {start: share for start, share in told.items() if share.said and not share.pending}
    return _with_shared_ends(told)


def _studied(sentence: Sentence) -> str:
    """Whom a study was of, where what it found follows: "An analysis of the children on court orders showed that 71%
    …"; "" elsewhere."""
    verb = next((n for n, p in enumerate(sentence.phrases) if p.sort == "verb" and p.finite), -1)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    if subject < 0 or sentence.low(verb) not in _FOUND or sentence.low(subject) not in _STUDIES:
        return ""
    if sentence.low(subject + 1) != "of" or sentence.sort(subject + 2) != "noun":
        return ""
    if sentence.phrases[subject + 2].number >= 0:
        # "A survey of 1,022 women": those are told by their number
        return ""
    return without_article(printed(sentence, subject + 2, sentence.noun_end(subject)))


_STUDIES = words_of("analysis audit review survey snapshot sample study census evaluation assessment")


def _with_shared_ends(told: dict[int, ShareTold]) -> dict[int, ShareTold]:
    """The shares with the end that only the last has: "73% strongly agreed, and 27% tended to agree, that …"."""
    end = ""
    for start in sorted(told, reverse=True):
        share = told[start]
        cut = _SHARED_END.search(share.said)
        if cut and _OPINION.search(share.said[: cut.start()]):
            end = share.said[cut.end() :]
            told[start] = replace(share, said=f"{share.said[: cut.start()]} {end}")
        elif end and _OPINION.search(share.said):
            told[start] = replace(share, said=f"{share.said} {end}")
        else:
            end = ""
    return told


def _share_at(sentence: Sentence, mentions: Sequence[Mention], n: int, before: ShareTold | None) -> ShareTold | None:
    """What share ``n`` is told of, None where it is not the subject of a clause."""
    at = sentence.at(mentions[n].start)
    if (
        at < 0
        or sentence.phrases[at].number < 0
        or sentence.words[sentence.phrases[at].number].start != mentions[n].start
    ):
        return None
    if sentence.sort(at - 1) == "open":
        return _in_brackets(sentence, mentions, n, at)
    if not _opens_clause(sentence, at):
        return None
    phrase = sentence.phrases[at]
    if sentence.low(at - 1) == "with" and (apart := said_by_participle(sentence, mentions, n)):
        return apart
    if phrase.last > phrase.number:
        own = sentence.text[sentence.words[phrase.number].end : sentence.words[phrase.last].end].strip()
        if _ends(sentence, at + 1):
            start = sentence.words[phrase.number].end
            return elided(sentence.text[start : clause_stop(sentence, mentions, n, start)].strip(" ,."), before)
        # "seven in ten respondents felt"
        return _said(sentence, mentions, n, at + 1, own, before) if sentence.sort(at + 1) == "verb" else None
    whole, step = _whole_after(sentence, at)
    lead = at - 1 if sentence.sort(at - 1) != "comma" else at - 2
    if not whole and sentence.low(lead - 1) == "of" and sentence.low(lead) in _THOSE:
        # "…, of whom 8% were …", "Of these, 40% had …"
        whole = sentence.low(lead)
    return _said(sentence, mentions, n, step, whole, before)


def _split_at(sentence: Sentence, mentions: Sequence[Mention], n: int, before: ShareTold | None) -> ShareTold | None:
    """What a number with its share in brackets is told of: "182 (37%) were partners, 157 (32%) a parent"."""
    following = mentions[n + 1] if n + 1 < len(mentions) else None
    if following is None or mentions[n].sort != "count" or following.sort != "share":
        return None
    if not re.fullmatch(r"\s?\(\s?", sentence.text[mentions[n].end : following.start]):
        return None
    at, step = sentence.at(mentions[n].start), sentence.at(following.start) + 2
    if at < 0 or not _opens_clause(sentence, at) or sentence.sort(step - 1) != "close":
        return None
    whole, step = _whole_after(sentence, step - 1)
    return _said(sentence, mentions, n + 1, step, whole, before)


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether the share at ``at`` stands where a subject stands."""
    lead = at - 1
    while sentence.sort(lead) == "adverb" or (
        sentence.sort(lead) == "noun"
        and sentence.said(lead, lead).lower() in ("the remaining", "the other", "a further")
    ):
        lead -= 1
    sort, low = sentence.sort(lead), sentence.low(lead)
    if sort == "coordinator" and low == "or":
        return False
    if sort == "noun" and sentence.low(lead - 1) in ("among", "amongst"):
        # "… and among women 40% did"
        return sentence.sort(lead - 2) in _OPENS_CLAUSE
    if sort == "noun" and sentence.sort(lead - 1) == "preposition":
        # "In the survey 58% of firms agreed": a phrase opens the sentence without a comma
        return sentence.head_of(lead) == lead and sentence.sort(lead - 2) in ("", "mark", "gap") and lead <= 3
    return (
        sort in _OPENS_CLAUSE
        or (sort == "preposition" and low == "with")
        or (sort == "relative" and low in ("which", "whom") and sentence.low(lead - 1) in ("in", "of"))
        or (sort == "verb" and low in _FOUND)
    )


def _in_brackets(sentence: Sentence, mentions: Sequence[Mention], n: int, at: int) -> ShareTold | None:
    """What a share behind its own words is told of: "three fifths of residents (63%) said", "over a third (36%)"."""
    if sentence.sort(at + 1) != "close" or sentence.phrases[at].last > sentence.phrases[at].number:
        return None
    lead = re.search(
        rf"(?:^|[\s,;]){_ABOUT}{_FRACTION}(?P<of>\sof\s[^,;:()]+?)?\s\($", sentence.text[: mentions[n].start], re.I
    )
    if lead is None:
        return None
    whole, step = without_article(re.sub(r"^\sof\s", "", lead["of"])) if lead["of"] else "", at + 2
    return _said(sentence, mentions, n, step, whole, None)


_ABOUT = r"(?:(?:just|well|about|around|over|under|nearly|almost|more than|less than|the|a|an|vast)\s)*"
_FRACTION = (
    r"(?:(?:one|two|three|four)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?|majority|most"
    r"|\w+ (?:in|out of) (?:every )?(?:two|three|four|five|six|eight|ten|10|5|20))"
)


def _whole_after(sentence: Sentence, at: int) -> tuple[str, int]:
    """The whole that "of …" behind a share names, and the phrase after it."""
    if sentence.sort(at + 1) == "gap" and sentence.low(at + 2) == "of":
        # "72% in 2021/22 of residents", "72% (36 of 50) of residents"
        at += 1
    if sentence.low(at + 1) == "of" and sentence.sort(at + 2) == "relative":
        return sentence.low(at + 2), at + 3
    if sentence.low(at + 1) != "of" or sentence.sort(at + 2) != "noun":
        return "", at + 1
    phrase = sentence.phrases[at + 2]
    if sentence.low(at + 2) in _THOSE and sentence.sort(at + 3) not in ("relative", "verb", "preposition", "adverb"):
        return sentence.low(at + 2), at + 3
    if (
        sentence.low(at + 2) in POINTERS
        and sentence.sort(at + 3) == "preposition"
        and not _verb_follows(sentence, at + 3)
    ):
        # "1,172 referrals, 14% of them for men"
        return sentence.low(at + 2), at + 3
    end = sentence.noun_end(at + 2)
    described = (
        sentence.low(at + 2) == "those" and sentence.sort(end + 1) == "verb" and sentence.phrases[end + 1].finite
    )
    bare = sentence.low(at + 2) in _THOSE and sentence.phrases[end].sort == "verb" and sentence.sort(end - 1) == "noun"
    if bare and not described:
        # "of those | attended more than once"; "of those referred | had a disability" has another verb
        end = at + 2
    if sentence.sort(end + 1) not in ("verb", "adverb"):
        # "those who replied | rated the support": the second verb is what is said
        after = (k for k in range(at + 5, end + 1) if sentence.sort(k) == "verb" and sentence.sort(k - 1) != "relative")
        second = next((k for k in after if _is_said(sentence, k)), end + 1)
        end = second - 1 if any(sentence.sort(k) == "relative" for k in range(at + 3, end)) else end
    if phrase.number >= 0:
        words = sentence.text[sentence.words[phrase.number].end : sentence.words[sentence.phrases[end].last].end]
    else:
        words = sentence.said(at + 2, end)
    return without_article(words), end + 1


def _is_said(sentence: Sentence, verb: int) -> bool:
    """Whether a verb behind a relative clause is what is said: "those who replied | rated it"."""
    kind = sentence.words[sentence.phrases[verb].main].kind
    return kind in ("ed", "past") or (kind == "be" and sentence.sort(verb - 1) == "noun")


def _verb_follows(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands between a phrase and the end of its clause."""
    while sentence.sort(at) not in ("", "comma", "mark", "coordinator", "open", "close"):
        if sentence.sort(at) == "verb" and sentence.phrases[at].finite:
            return True
        at += 1
    return False


def _said(
    sentence: Sentence, mentions: Sequence[Mention], n: int, step: int, whole: str, before: ShareTold | None
) -> ShareTold | None:
    """What is said from the phrase ``step`` on."""
    when = ""
    if sentence.low(step) in _WHEN and sentence.sort(step + 1) in ("comma", "verb", "coordinator", ""):
        when, step = _WHEN[sentence.low(step)], step + 1
    while sentence.sort(step) == "gap":
        step += 1
    verb = step
    while sentence.sort(verb) in ("adverb", "comma") and (sentence.sort(verb) == "adverb" or when):
        verb += 1
        if verb - step > 4:
            return None
    listed = before and before.said and not whole and verb == step and sentence.low_of_first(verb).endswith("ing")
    if sentence.sort(verb) == "verb" and not (listed and not sentence.phrases[verb].finite):
        said = clause_words(sentence, mentions, n, verb if sentence.sort(step) == "comma" else step)
        if before and said.lower() in _DID_SO:
            # "23% felt lonely, and among carers 31% did"
            among = _AMONG.search(sentence.text[: mentions[n].start])
            return ShareTold(before.whole, before.said, when, among[1]) if among and not whole else None
        return ShareTold(whole, said, when) if said else None
    if _next_is_share(sentence, mentions, n, step):
        return ShareTold(whole, "", when, pending=True)
    participle = (
        said_by_participle(sentence, mentions, n)
        if sentence.low(sentence.at(mentions[n].start) - 1) == "with"
        else None
    )
    if participle:
        return participle
    if points_back(whole) and sentence.sort(step) == "preposition" and sentence.sort(step + 1) == "noun":
        return ShareTold(whole, clause_words(sentence, mentions, n, step), when)
    if before and before.said and not whole and (listed or sentence.sort(step) in ("preposition", "noun")):
        end = clause_stop(sentence, mentions, n, sentence.words[sentence.phrases[step].first].start)
        return elided(sentence.text[sentence.words[sentence.phrases[step].first].start : end].strip(" ,"), before)
    return None


_DID_SO = words_of("did do does") | {"did so", "do so", "does so"}
_AMONG = re.compile(
    r"\b(?:among|amongst|of|for)\s((?:(?!among\b)[\w'’-]+\s){0,6}?[\w'’-]+(?:\sand over)?),?"
    r"(?:\s(?:about|around|only|just|nearly|almost|some))*\s$"
)


def _next_is_share(sentence: Sentence, mentions: Sequence[Mention], n: int, step: int) -> bool:
    """Whether only "and" or a comma stand between a share and the next: what is said is said of both."""
    if n + 1 >= len(mentions) or mentions[n + 1].sort != "share":
        return False
    if not 0 <= step < len(sentence.phrases):
        return False
    begin = sentence.words[sentence.phrases[step].first].start
    return bool(re.fullmatch(r",?\s?and\s", sentence.text[begin : mentions[n + 1].start]))


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a list goes on or ends at a phrase."""
    return sentence.sort(at) in ("", "comma", "coordinator", "mark", "close")
