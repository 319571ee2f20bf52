"""Whether a title, or a part's name, is cut out of its sentence in the wrong place.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: whether the name stops
where the sentence goes on with what belongs to it ("for households owed" of "for households owed a prevention duty"),
begins within a longer name ("Recovery Grant" of "Treatment and Recovery Grant"), or leans on a word whose meaning only
the text before has ("officers who carry it", "burglaries at those homes").
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import PARTICIPLES, PAST, PAST_OR_PARTICIPLE
from tracker.facts.wording.mentions import Mention

# The rest of what a name was begun with: "discussed more" than once, "from a Black" or mixed heritage background.
_GOES_ON = re.compile(r"\s(?:than|or|because of|due to)\b|\s[A-Z]\d?(?=[\s.,;])(?!\s?I\b)")
_OBJECT = re.compile(r"\s(?:a|an|the|their|its|his|her)\s[a-z]")
# "40% was believed to be carried out" by 25 people; "of those who answered (57 of 76)" were satisfied
_SAID_OF_SHARE = re.compile(
    r"\sby\b|\s(?:from|within)\s(?:an?\s)?(?:\d|hour|day|week)|\s\([^()]*\)\s(?:was|were|is|are|had|have|has|said|felt|did|could|would|got|took)\b"
)
# A part that ends in what was done to something is cut before it: "those 31 committed 118 offences".
_DID = re.compile(r"\b(?:[a-z]+ed|" + "|".join(sorted(PAST | PAST_OR_PARTICIPLE | PARTICIPLES)) + r")$")
_NEXT_NUMBER = re.compile(r"\s(?:a further\s|another\s|over\s|about\s)?\d")
_TAIL_OF_PART = re.compile(r"\b(?:for a total of|at a cost(?: of)?|at a rate|in a row)\b.*\d|\bat a cost$")
_PRONOUN = re.compile(
    r"^(?:\S+\s){0,5}(?:it|him|her|there|so|such)$|^In (?:his|her|their|my|your)\b|\sin …\s(?:and|or|in)\b"
    r"|…\sof\s(?:them|these|those)\s(?:and|or)\b|\s(?:in|of|for|at|by|with)\s(?:one|two|three)$",
    re.I,
)
# "Best had …", "Rolling 12-month total", "total people": of what, the title does not say.
_OF_NOTHING = re.compile(
    r"^(?:The\s)?(?:best|worst|highest|lowest|largest|smallest|others?|rest|remainder|some|most|majority)\s(?:was|were|had|has|is|are)\b"
    r"|(?:^|:\s)(?:(?:rolling|running|annual|yearly|current|cumulative|year-to-date)\s)(?:\S+\s)?(?:total|figure|number)$"
    r"|(?:^|:\s)total\s(?:people|number|figure)$|(?:^|:\s)target$"
    r"|\bthat were (?:girls|boys|women|men|male|female)$|\bone themselves$"
    r"|^[^:]*\b(?:survey|study|poll)\b[^:]*\s(?:put|puts|found|showed)$"
    r"|(?:^|\bto )(?:double|halve|treble|triple)\s",
    re.IGNORECASE,
)
_OTHER_SHARE = re.compile(r"\b\d+(?:\.\d+)?\sper\scent\b")
_VERB_FIRST = re.compile(
    r"(?:^|:\s)(?:We|They|It|He|She|Were|Was|Is|Are|Went|Came|If|When|While|Whilst|Because|Although|Whether)\s", re.I
)
# "two burglaries at those homes": which homes, the text before tells.
_AT_THOSE = re.compile(r"\s(?:[\w-]+\s){1,3}(?:at|in|on|from)\s(?:those|these)\s[a-z]+|\s(?:[\w-]+\s){1,2}there\b")
# "staff seconded by partners, of whom are seconded by partners": a clause put together twice
_TWICE = re.compile(r"\b(\w+(?:\s\w+){2,})\b.*\s\1\b", re.I)
_RATE_OF = re.compile(r"(?:^|:\s)Rate\s(?!of\b|for\b|per\b|at\b|in\b|by\b|to\b|among)[a-z]")


def is_cut(sentence: Sentence, mention: Mention, naming: Naming) -> bool:
    """Whether the naming's words are a piece of what the sentence says, cut where a reader is misled."""
    groups = [value for key, value in naming.breakdown if key == "group"]
    title = naming.title.rpartition(": ")[2]
    said = " ".join([naming.title, *groups]).lower()
    if any(sign.search(naming.title) for sign in (_PRONOUN, _VERB_FIRST, _RATE_OF, _OF_NOTHING, _OTHER_SHARE, _TWICE)):
        return True
    narrowed = _AT_THOSE.match(sentence.text, mention.end)
    if narrowed and " those " not in said and " these " not in said:
        return True
    if any(_TAIL_OF_PART.search(group) for group in groups) or _takes_the_next_verb(sentence, naming.title):
        return True
    if naming.measure == "share" and _leaves_out_what_was_so(sentence.text, mention, said):
        return True
    ends = groups[-1:] or ([] if "…" in title else [title])
    share = naming.measure == "share"
    return any(_stops_short(sentence.text, mention, words, bool(groups), share) for words in ends) or _begins_late(
        sentence.text, title
    )


def _stops_short(text: str, mention: Mention, words: str, is_part: bool, is_share: bool) -> bool:
    """Whether the sentence goes on, right behind these words, with what belongs to them."""
    done = _DID.search(words) is not None
    tail = words.split()[-2:]
    found = re.compile(r"\b" + r"\W+".join(map(re.escape, tail)), re.I).search(text, mention.end)
    if found is None and done:
        # "People killed" of "15 people were killed or injured"
        found = re.compile(rf"\b(?:was|were|been)\s{re.escape(tail[-1])}", re.I).search(text, mention.end)
    if found is None or (len(tail) < 2 and not is_part):
        return False
    if _GOES_ON.match(text, found.end()) or (done and _OBJECT.match(text, found.end())):
        return True
    if is_share and _SAID_OF_SHARE.match(text, found.end()):
        return True
    return is_part and done and _NEXT_NUMBER.match(text, found.end()) is not None


# "Audits: 97% were answered within 15 days", "78% of calls within an hour"
_WAS_SO = re.compile(r"\s(?:were|was|had|have|are|is)\s(?:been\s)?([a-z]{3,})")
_IN_TIME = re.compile(r"\sof\s(?:the\s|all\s)?[a-z-]+(?:\s[a-z-]+)?\swithin\s")


def _leaves_out_what_was_so(text: str, mention: Mention, said: str) -> bool:
    """Whether a share's name has the label before the number only, not what was so of so many, or not in what time."""
    was = _WAS_SO.match(text, mention.end) if text[: mention.start].endswith(": ") else None
    if was and was[1] not in said:
        return True
    return _IN_TIME.match(text, mention.end) is not None and "within" not in said


_AND_WORD = re.compile(r"\sand\s([a-z]+)(?:\s\S+){0,3}$")


def _takes_the_next_verb(sentence: Sentence, title: str) -> bool:
    """Whether a title ends in the verb of the next thing done: "cases and hold" of "audit 40 cases and hold a day"."""
    taken = _AND_WORD.search(title)
    if taken is None or " who " in title or " that " in title:
        return False
    return any(
        phrase.sort == "verb"
        and sentence.low(n) == taken[1]
        and sentence.words[phrase.first].kind != "ed"
        and sentence.low(n - 1) == "and"
        for n, phrase in enumerate(sentence.phrases)
        if n
    )


def _begins_late(text: str, title: str) -> bool:
    """Whether a title that opens with a name has only the end of it."""
    opening = re.match(r"[A-Z][\w'’-]+\s[A-Z][\w'’-]+", title)
    at = text.find(opening.group()) if opening else -1
    return at > 0 and re.search(r"[A-Z][\w'’-]+\s(?:and|&)\s$", text[:at]) is not None
