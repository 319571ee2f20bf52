"""Labels round a number: what a list of parts, a colon or a line of a scorecard calls it.

In: a text and one of its numbers. Out: the label, "" for none."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Thread, titled
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import last_noun_phrase
from tracker.facts.wording.word_forms import capital


def in_paren(text: str, mention: Mention) -> bool:
    """Whether a number stands in brackets."""
    before = text[: mention.start]
    return before.count("(") > before.count(")")


def case_after(text: str, start: int, stop: int) -> str:
    """The part that a phrase right after the number tells: "21 to local refuges", "19 with police and justice"."""
    found = re.match(
        r"\s((?:to|from|for|among|by|with|on|in|via)\s(?!the (?:year|end|same)|all\b|total\b)[A-Za-z][\w'’/ "
        r"-]+?)(?=\s\s|\s(?:and|or)\s*$|\s(?:during|most|who|which|while)\b|[,.;()]|$)",
        text[start:stop],
    )
    if not found:
        return ""
    if re.search(r"\b(?:months?|years?|quarters?|weeks?|period|time|total|addition|full|place|number)\b", found[1]):
        return ""
    said = re.sub(r"\s(?:and|or)(?:\s(?:a further|another|only))?$", "", found[1].strip())
    return said if 1 < len(said.split()) <= 9 else ""


_HOW_MANY = re.compile(
    r"(?:(?:just|well|slightly|around|about|nearly|almost|over|under|more than|less than)\s)*(?:the\s)?(?:vast\s)?"
    r"(?:an?\s|one\s|two\s|three\s)?(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|all|many)",
    re.I,
)

CLOSES = re.compile(r"\s*(?:[;,]\s[\d.]+\s?%)?\s?\)")
"""The end of a bracket behind a number, which may hold its share too: "(17; 36%)"."""


def paren_label(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> tuple[str, str]:
    """What a list of parts calls this one, and the title of the whole: "level 1 (37)", "a Partner, 157 (32%)"."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    begin = all_[at - 1].end if at else 0
    if re.search(r"\(\s?$", before) and CLOSES.match(after):
        piece = re.sub(r"\(\s?$", "", text[begin : mention.start])
        # quotation marks may hold commas; a name runs from its first quotation mark or from a break outside
        piece = re.split(r"(?:^|[;:]|\))\s*[,;]?\s*|,\s(?=(?:[^'‘’]*['‘][^'’]*['’])*[^'‘’]*$)", piece.strip())[-1]
        words = re.sub(r"^(?:and|then|or|with|of)\s", "", piece.strip(" ,;"))
        if _HOW_MANY.fullmatch(words) or re.match(r"(?:this|that|it|which)\b", words, re.I):
            # "More than half (54%) had …" names no part
            return "", ""
        words = re.sub(
            r"^(?:the\s)?(?:majority|most|largest (?:group|share|number|proportion)|biggest group)(?:\sof\s[a-z]+)?\s"
            r"(?:came|come|were|was|are|is)\s(?:from\s)?",
            "",
            words,
            flags=re.I,
        )
        words = re.sub(
            r"\s(?:was|were|is|are|remain\w*)\sthe\s(?:largest|most|main|biggest|top|leading|highest)\b.*$", "", words
        )
        words = re.sub(r"^(?:an?|the)\s|^followed by\s(?:the\s)?", "", words)
        # "the most common reason being lack of space"
        words = re.sub(
            r"^(?:(?:next|second)\s)?(?:most|main|commonest|biggest|top)\s(?:[a-z]+\s){1,2}being\s(?:the\s)?", "", words
        )
        led = re.match(
            r"(?:The\s)?([\w'’ -]{6,80}?)\s(?:was|were|is|are|included?|being)\s(?:for\s|the\s)?([\w'’ -]+)$", words
        )
        if led and mention.sort == "share":
            thread.names["list"] = led[1]
            words = led[2]
        if mention.sort == "share" and (not thread.base or at) and thread.names.get("list"):
            return words, capital(thread.names["list"])
        if words and len(words.split()) <= 9 and not re.search(r"\d{3,}", words):
            return words, thread.base
        return "", ""
    found = re.search(r"(?:,\s|\bor\s|\bwere\s+|\bwas\s+|\band\s)(?:an?|the)\s([A-Za-z-]+(?:\s[a-z-]+)?),\s$", before)
    if found and re.match(r"\s\(\d", after):
        lead = re.split(r"\s(?:was|were|is|are)\b", before)[0]
        whole = re.sub(r"^(?:most|majority|largest group|number|proportion) of ", "", last_noun_phrase(lead))
        return found[1], titled(capital(whole), thread) if whole else thread.base
    return "", ""


# "Stage 1 letters": a step's number is part of a name.
_NUMBERED = re.compile(
    r"\b(?:stage|level|tier|phase|step|band|category|class|year|key stage|grade|part|strand)s?\s\d\b", re.I
)


def colon_label(text: str, mention: Mention) -> str:
    """The words before the colon that comes right before a number or a list of numbers, without their periods."""
    before = re.split(r";\s", text[: mention.start])[-1]
    at = before.rfind(": ")
    dash = re.match(r"\W*([A-Z][\w'’/&() -]{2,60}?)\s[–—-]\s$", before)
    if dash and at < 0:
        # "Non-domestic violence – 318 in the quarter"
        at = dash.end(1)
    if at < 0 or len(before[:at].split()) > 16 or re.search(r"[.;]\s", before[:at]):
        return ""
    label = re.sub(r"\s+", " ", before[:at]).strip(" ,")
    label = re.sub(r"^(?:Total|The|\d{1,3})\s(?=[A-Z])", "", label)
    if re.search(r"\d", _NUMBERED.sub("", label)):
        return ""
    if re.match(r"\W*(?:source|note|see|key|ref)\b", label, re.I):
        return ""
    label = re.sub(r"(?:,?\s(?:in|over|during|for|to)(?:\sthe)?)+\s*$", "", label).strip(" ,")
    if re.search(r"\b(?:was|were|is|are|has|have|had|been|see|used|decreased|increased|trained|told)\b", label):
        return ""
    if any(word.kind in ("be", "have", "do", "modal", "past", "present") for word in parse(label).words):
        # "Knife crime remains low: there were 47 offences": a clause is no label
        return ""
    return label if 0 < len(label.split()) <= 9 else ""


_LABEL = re.compile(r"\W*?((?:%\sof\s)?[A-Za-z][^:;]{3,110}):\s$")


def scorecard_label(text: str, mention: Mention) -> str:
    """The words of a line "% of cases closed within 60 days: 84%" before its only colon, "" for other lines."""
    found = _LABEL.match(text[: mention.start])
    if not found or not re.match(r"\s*(?:[.,;(]|$)", text[mention.end :]):
        return ""
    label = re.sub(r"^(?:%|percentage|proportion|share)\sof\s(?:the\s)?", "", re.sub(r"\s+", " ", found[1]), flags=re.I)
    bare = re.sub(
        r"\b\d+(?:\.\d+)?\s(?:working\s)?(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?)\b", "", label
    )
    return "" if re.search(r"\d", bare) or len(label.split()) > 14 or ". " in label else capital(label.strip())
