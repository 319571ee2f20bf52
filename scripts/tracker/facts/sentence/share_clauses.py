"""What is said of a share: the words of its clause up to the next number's, what a list leaves out, a participle.

In: a parsed sentence, its numbers and which of them is the share. Out: words as printed, "" or None where nothing is
said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE, DETERMINERS, NAMES_IN_ING, PREPOSITIONS
from tracker.facts.sentence.share_record import ShareTold
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.mention_record import Mention
from tracker.facts.wording.predicates import clause_end

# What stands between the end of one clause and the share that opens the next.
_LEADS_NEXT = re.compile(
    r"[\s,;–—-]*\b(?:(?:and|but|while|whilst|whereas|with|that|then|also|a|an|the|further|another|remaining|other|only|just|about"
    r"|around|over|under|nearly|almost|some|approximately|more|less|than|slightly|well)\s+)*"
    r"(?:(?:among|amongst)\s(?:[\w'’-]+\s){1,6})?$"
)
# "agreed with the four priorities", "received at the 2 refuges": how many there are is said by the way.
_KNOWN = re.compile(r"\b(?:the|our|these|those|its|their|all)\s$", re.I)
# "… and one in five had a disability", "… and the rest were men": said of others.
_OTHERS = re.compile(
    r",?\s(?:and|while|whilst|but)\s(?:(?:just|nearly|almost|over|around|about|more than|under)\s)*"
    r"(?:\w+\s(?:in|out of)\s\w+\s"
    r"|(?:an?\s)?(?:half|third|quarter|fifth|tenth)\s|two thirds\s|(?:most|many|some|others|few)\s"
    r"|the\s(?:rest|remainder|majority)\b)",
    re.I,
)
# "38% lost at least 5% of their weight": how much each did is no figure of its own.
_SO_MUCH = re.compile(r"\b[a-z]{3,}\sat\sleast\s$")
# "took place in three wards"
_PLACED = re.compile(r"\b(?:in|at|on|across|from|within)\s(?:just\s|only\s|about\s)?$", re.I)


def without_article(noun: str) -> str:
    """A whole as printed, on one line, without the article or "all" before it."""
    return re.sub(r"^(?:all\s)?(?:the|our|its|their|all)\s", "", re.sub(r"\s+", " ", noun).strip(" ,"), flags=re.I)


def clause_stop(sentence: Sentence, mentions: Sequence[Mention], n: int, start: int) -> int:
    """Where what is said from ``start`` on ends: at its clause's end or before the words that lead the next number."""
    stop = len(sentence.text)
    for later in mentions[n + 1 :]:
        if later.span or (later.sort == "count" and _KNOWN.search(sentence.text[: later.start])):
            continue
        if later.sort == "share" and _SO_MUCH.search(sentence.text[: later.start]):
            continue
        if later.sort == "count" and later.in_words and _PLACED.search(sentence.text[: later.start]):
            continue
        stop = later.start
        if later.sort == "share":
            lead = _LEADS_NEXT.search(sentence.text[start:stop])
            stop = start + lead.start() if lead else stop
        break
    stop = clause_end(sentence.text, start, stop)
    stop = start + len(re.sub(r"[\s,]+(?:and|or|but)?\s*$", "", sentence.text[start:stop]))
    others = _OTHERS.search(sentence.text, start, stop)
    return others.start() if others else stop


def clause_words(sentence: Sentence, mentions: Sequence[Mention], n: int, step: int) -> str:
    """What is said of share ``n``, as printed from the phrase ``step`` on."""
    start = sentence.words[sentence.phrases[step].first].start
    said = sentence.text[start : clause_stop(sentence, mentions, n, start)]
    return re.sub(r"\s+", " ", said).strip(" ,.")


def elided(own: str, before: ShareTold | None) -> ShareTold | None:
    """A later share of a list that leaves out its verb: "29% were assessed as high risk, 47% medium"."""
    if before is None or not before.said or not own:
        return None
    words, said = own.split(), before.said.split()
    if len(words) <= 2 and len(said) > 2 and said[-3] == "as":
        # "as high risk … medium": the risk goes on
        return ShareTold("", " ".join([*said[:-2], *words, *(said[-1:] if words[-1] != said[-1] else [])]))
    lead = words[0].lower()
    if lead in said[1:] and lead in PREPOSITIONS:
        return ShareTold("", " ".join([*said[: said.index(lead, 1)], *words]))
    if lead in DETERMINERS and said[0].lower() not in BE and len(said) > 1:
        # "84% reported feeling safer and 78% an improved quality of life", "56% had told | a friend and 18% a nurse"
        told = next((n for n, word in enumerate(said) if n and word.lower() in DETERMINERS), 1)
        verb = (
            said[:told]
            if all(kind_of(word) not in ("noun", "ing", "preposition") for word in said[:told])
            else said[:1]
        )
        return ShareTold("", " ".join([*verb, own]))
    if kind_of(said[0]) in ("past", "ed") and len(said) > 1 and kind_of(words[0]) in ("noun", "ing"):
        # "61% chose noise, 44% drug dealing and 39% speeding cars"
        return ShareTold("", f"{said[0]} {own}")
    if said[0].lower() in BE and len(said) > 1 and not said[1].endswith(("ed", "ing")):
        return ShareTold("", f"{said[0]} {own}")
    return None


_DO = re.compile(r"(?:do|did|does)\s(?:so\s)?(?!not\b)(?P<how>\w+\s.*)")
_LAST_PIECE = re.compile(
    r"\s(?:in|on|at|during|before|after|by|from|within|through|when)\s(?:(?:the|a|their)\s)?[\w’'-]+$"
)


def done_too(said: str, before: str) -> str:
    """What "46% do after dark" says behind "84% feel safe during the day": the verb told before, with its own end."""
    do = _DO.fullmatch(said)
    if do is None or not before or do["how"].split()[0].lower() not in PREPOSITIONS:
        return said
    return f"{_LAST_PIECE.sub('', before)} {do['how']}"


def said_by_participle(sentence: Sentence, mentions: Sequence[Mention], n: int) -> ShareTold | None:
    """What "with 24% of those using the service falling within …" says: the participle is said of the whole."""
    words = sentence.words
    first = sentence.phrases[sentence.at(mentions[n].start)].number + 1
    stop = clause_stop(sentence, mentions, n, mentions[n].end)
    inside = [k for k in range(first, len(words)) if words[k].end <= stop]
    doing = [
        k
        for k in inside
        if words[k].low.endswith("ing") and len(words[k].low) > 4 and words[k].low not in NAMES_IN_ING
        and (k == first or words[k - 1].kind in ("noun", "pronoun", "adverb"))
    ]  # fmt: skip
    if not doing:
        return None
    begin = doing[0]
    if begin > first and words[begin - 1].low in ("those", "people", "these") and len(doing) > 1:
        begin = doing[1]
    whole = sentence.text[words[first].start : words[begin].start] if begin > first else ""
    whole = without_article(re.sub(r"^of\s", "", whole.strip()))
    said = re.sub(r"\s+", " ", sentence.text[words[begin].start : stop]).strip(" ,.")
    return ShareTold(whole, said)
