"""Shares of the most common of a kind: "The main causes were cooking (41%) and candles (12%)".

In: a share in its sentence. Out: its naming: the kind as its title, what was so common as its group; None for sentences
of other forms. The kind is what "most common", "main" or "commonest" describes, on either side of the verb; those that
follow are told by "followed by", a comma or "and".
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.naming_share_sentence import ShareInSentence
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.word_forms import capital, in_line
from tracker.facts.wording.word_lists import words_of

_MOST = (
    r"(?:most\s(?:common|frequent|prevalent|popular|usual|important|pressing)|commonest|main|principal|chief|leading"
    r"|most\s(?:commonly|frequently|often|widely)(?=\s[a-z]+(?:ed|n)\b))"
)
_MOST_IN = re.compile(
    rf"\b{_MOST}\s|\s(?:most\s(?:often|frequently|commonly))(?=\s[a-z])|\btop\s(?:two|three|four|five|ten)\s"
)
_LEADS = re.compile(rf"^(?:(?:the|our|its|their)\s)?(?:{_MOST}\s)?", re.I)
# An aim or a change is not of a kind.
_NO_KIND = words_of(
    "aim target increase decrease rise fall reduction change drop difference improvement group category share"
    " proportion one type kind figure rate number level priority"
)
_AT = re.compile(r"(?P<part>.*?),?\s(?:at|with|\()\s?$")
_NEXT = re.compile(
    r"^\s?(?:per cent|%)?\)?,?\s(?:(?:and|then|closely)\s)*(?:followed\s(?:closely\s)?by\s)?(?:then\s)?"
    r"(?P<part>[A-Za-z][^;:.()\d]{2,60}?),?\s(?:at|with|\()\s?$"
)
_THAN = re.compile(r"(?<!-)\b(?:compared|than|against|up|down|from|while|whereas|although|but|which|who|target)\b")


def ranked_kind(share: ShareInSentence) -> Naming | None:
    """The share of one of a kind that is the most common, or that follows it; the kind of what was counted before."""
    names = share.thread.names
    kind, part = _first_told(share)
    if kind:
        names["ranked"], names["ranked at"] = kind, str(share.at)
    elif names.get("ranked") and names.get("ranked at") == str(share.at - 1):
        told = _NEXT.match(share.gap)
        if told is None or _THAN.search(told["part"]):
            return None
        kind, part = names["ranked"], told["part"]
        names["ranked at"] = str(share.at)
    if not kind or not part:
        return None
    part = re.sub(r"^(?:that\s|the\s|an?\s)", "", part.strip(" ,"))
    of = share.thread.base or names.get("before", "") if share.thread.unit != "%" else ""
    if len(kind.split()) < 3 and not share.thread.service and of:
        # "412 hate crimes were recorded. Race was the most common motive at 61%"
        kind = f"{of}: {kind}"
    return share.titled(capital(kind), len(kind.split()) > 1 or bool(share.thread.service), (("group", part),))


def _first_told(share: ShareInSentence) -> tuple[str, str]:
    """The kind and the first of it, "" for both where the clause does not say what is the most common."""
    sentence = share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    if sentence is None or at < 0:
        return "", ""
    verb = next((n for n in range(at - 1, -1, -1) if _is_be(sentence, n)), -1)
    if verb < 1 or any(phrase.number >= 0 for phrase in sentence.phrases[verb:at]):
        return "", ""
    last = sentence.words[sentence.phrases[verb].last]
    said = _AT.fullmatch(share.text[last.end : share.mention.start])
    opens = re.split(
        r"[;:]\s|\.\s|\bthat\s|,\s(?:and|but)\s", share.text[: sentence.words[sentence.phrases[verb].first].start]
    )
    subject = opens[-1].strip(" ,")
    if said is None or not subject:
        return "", ""
    part = said["part"].strip(" ,")
    if _MOST_IN.search(f"{subject} "):
        return _kind(subject), part
    return (_kind(part), in_line(subject)) if _MOST_IN.search(f"{part} ") and re.match(r"[A-Z]", subject) else ("", "")


def _is_be(sentence: Sentence, n: int) -> bool:
    return sentence.sort(n) == "verb" and sentence.low(n) in (
        "is",
        "are",
        "was",
        "were",
        "remain",
        "remains",
        "remained",
    )


def _kind(words: str) -> str:
    """The kind without what says that it is the most common; "" where the words name none."""
    words = re.sub(r"\s+(?:for|of) (?:them|these|those|us)$", "", re.sub(r"\s+", " ", words))
    kind = re.sub(r"\smost (?:often|frequently|commonly)(?=\s)", "", _LEADS.sub("", words))
    head = re.split(r"\s(?:for|of|in|put|who|that|to|among|on|at)\s", kind)[0].split()
    if not head or head[-1].lower().rstrip("s") in _NO_KIND or re.search(r"\d", kind) or len(kind.split()) > 9:
        return ""
    return kind
