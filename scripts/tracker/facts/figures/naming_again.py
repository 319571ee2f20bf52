"""The measure of the number before, told again for another time: "(363 in 2019/20)", "up from 8 in Q3"."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_labels import CLOSES, in_paren
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import subject_of

_COMPARED = re.compile(
    r"(?:\b(?:up|down|increased?|decreased?|reduced|reduction|rise|risen|fall|fallen|rose|fell|drop(?:ped|ping)?|falling|rising"
    r"|declined?|change|improved)\s"
    r"(?:[\w.]+\s(?:percentage\s)?points?\s|\w+\s)?(?:from|to)"
    r"|\b(?:compared|comparing|compares|(?:in|by) comparison)\s(?:with|to)|\bagainst|\bversus"
    r"|\bvs\.?|\bfrom|,\shaving\sbeen"
    r"|\bmaking|\bto|\bthan)\s(?:(?:a|the)\s(?:total|figure|rate|level)\sof\s|the\s|just\s|only\s|over\s|about\s)?$",
    re.I,
)

_SPEAKS_ON = re.compile(
    r"\W*(?:This|That|It|They|These|Which|Up|Down|Compared|Against|An? (?:increase|decrease|fall|rise|reduction)|Rising"
    r"|Falling|The (?:\w+ )?(?:figure|number|total|rate)s?)\b"
)
ALONE = re.compile(r"\s*(?:[.,;:)]|$|and\b|but\b|against\b|compared\b|in all\b|altogether\b|overall\b)", re.I)


_FROM_ONE = re.compile(r"\bfrom\s(?:(?:about|around|just)\s)?$")
# "63, or 75%, were seen": something is said of it.
_ITS_SHARE = re.compile(r",\s(?:or|that\sis|equal\sto|representing)\s(?:\w+\s)?[\d.]+\s?%,")


def same_again(text: str, all_: tuple[Mention, ...], at: int, thread: Thread, share: bool = False) -> Naming | None:
    """The measure of the mention before, at another time: "(363 in 2019/20)", "up from 8 in Q3"."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    last = thread.last
    if last is not None and last.measure == "rate" and not share and thread.base and thread.unit:
        # "52 (188 per 100,000)": the count stands beside the rate
        last = Naming(thread.base, thread.unit, "count", counted=True)
    if last and at and last.breakdown and not share and thread.base:
        aside = in_paren(text, all_[at - 1]) and not in_paren(text, mention)
        if aside and any(key == "group" for key, _ in last.breakdown):
            # "38 casualties (two of whom died), compared with 45": the whole again
            last = Naming(thread.base, thread.unit, "count", counted=True)
    if last is None or last.unit == "rank" or (last.unit == "%") != share or last.unit.startswith("GBP"):
        return None
    own = subject_of(text, mention.start, all_[at - 1].end) if at and re.search(r"\bto\s$", before) else ""
    if own and own.lower() not in ("it", "this", "that", "which", "they", "there", "these", "figure", "number"):
        # "… to 1,388, while complaints about dogs fell to 206": something else is told
        return None
    if not at and re.search(r"\bto\s$", before) and _is_another(subject_of(text, mention.start), last.title):
        # "310 burglaries were recorded. Robbery fell to 88": something else is told
        return None
    if re.search(r"\bbringing\b[^,;]*\bto\s$", before):
        return None
    unnamed = at > 0 and thread.names.get("named") != str(at - 1)
    pair = at > 0 and re.fullmatch(r"\s+to\s(?:\w+\s)?", text[all_[at - 1].end : mention.start]) is not None
    if unnamed and pair and _FROM_ONE.search(text[: all_[at - 1].start]):
        # "… and pedestrians from 36 to 41": what the first is of was not understood
        return None
    compared = _COMPARED.search(before)
    if at and compared and not thread.names.get("named") and not _SPEAKS_ON.match(text):
        # the number before it in the sentence could not be named: neither can this
        return None
    bracketed = compared and re.match(r"\s*\(", after)
    then = compared and re.match(r"\s(?:when|before)\s", after)
    if not (ALONE.match(after) or bracketed or then) or mention.side == "upper" or _ITS_SHARE.match(after):
        return None
    if re.search(r"[(;,]\s{3,}:\s*$|\(\s{6,}$", before) and thread.names.get("here"):
        # "71% of residents said … (2021: 66%)"
        return Naming(last.title, last.unit, last.measure, last.breakdown, last.sure, same=True)
    if not compared and not re.search(
        r"(?:^|[,;:(]\s?|\band\s+|\bbut\s+|then\s+|\bthere (?:were|was)\s(?:only\s|just\s)?)$", before, re.I
    ):
        return None
    if not compared and subject_of(text, mention.start) not in ("", "there", "There"):
        return None
    if not share and re.search(r"\bthere (?:were|was)\s(?:only\s|just\s)?$", before, re.I):
        return Naming(last.title, last.unit, last.measure, last.breakdown, last.sure, same=True)
    if (
        compared
        and compared.group().strip().lower() == "to"
        and subject_of(text, mention.start)
        and not re.search(r"\b(?:rose|fell|up|down|creased|from)\b", before[-40:])
    ):
        return None
    if re.search(r"\(\s*$", before) and CLOSES.match(after) and not _dated_paren(text, mention):
        return None
    if re.search(r"[,:(]\s?$", before) and at == 0 and not thread.base and not share:
        return None
    gap = text[all_[at - 1].end : mention.start] if at else before
    if (
        re.search(r":\s*$", before)
        and at
        and re.search(r"(?!the\b|same\b|period\b|previous\b|prior\b|in\b)\b[a-z]{3,}[^;]*:\s*$", gap, re.I)
    ):
        return None
    if len(re.findall(r"[A-Za-z]+", gap)) > 14 or (share and not at and not compared):
        return None
    if share and not compared and not _dated_paren(text, mention) and not re.search(r"(?:,|\band)\s+$", before):
        return None
    if share and not compared and not thread.dated_after(mention.end):
        return None
    return Naming(
        last.title, last.unit, last.measure, tuple(p for p in last.breakdown if p[0] != "measure"), last.sure, same=True
    )


# Words that name the measure told before, not another one.
_SAME_THING = re.compile(
    r"(?:it|this|that|which|they|there|these|those|figures?|numbers?|totals?|volumes?|count|rate|levels?|results?|same"
    r"|proportion|percentage|share|average|years?|quarters?|periods?|months?|previous|overall|current|next|following"
    r"|first|second|third|fourth|the|an|of|in|for|and|our|their|its|by|to|on|at|with)"
)


def _is_another(subject: str, title: str) -> bool:
    """Whether a sentence's subject names something that the measure told before does not: no word of it is in the
    measure's title."""
    words = [w for w in re.findall(r"[a-z]{2,}", subject.lower()) if not _SAME_THING.fullmatch(w)]
    told = re.findall(r"[a-z]{2,}", title.lower())
    return not all(any(word[:5] == other[:5] for other in told) for word in words)


def _dated_paren(text: str, mention: Mention) -> bool:
    """Whether blanks stand between a number and the bracket that closes: a period was there."""
    found = re.match(r"(\s*)\)", text[mention.end :])
    return found is not None and len(found[1]) > 3
