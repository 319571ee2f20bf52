"""Amounts of change inside a sentence, taken out before its figures are named.

In: a sentence whose periods are blanked out, and its mentions. Out: the mentions that are no amounts of change, and
the sentence with these amounts as blanks, every other place as it was. "Referrals rose by 12%, from 409 to 459" then
reads as "Referrals rose from 409 to 459". What a change says is found and checked elsewhere.
"""

from __future__ import annotations

import re

from tracker.facts.wording.mentions import Mention

_ABOUT = r"(?:(?:about|around|over|nearly|just|almost|approximately|some|roughly|more than|less than|just over)\s)*"
_MOVED = (
    r"(?:increas|decreas|reduc|ris|rose|fell|fall|drop|declin|gr[eo]w|improv|went (?:up|down)|gone (?:up|down)"
    r"|(?:is|are|was|were|been) (?:up|down))\w*"
)
_KIND = r"(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement|change)"
# "rose by 12%", "are down 8%": what follows the amount.
_BY = re.compile(
    rf"\b{_MOVED}(?:\s\w+ly|\sfurther|\sagain)?((?:\s(?:by\s)?|\s{{2,}}by\s)(?:a\sfurther\s)?{_ABOUT})$", re.I
)
# "an increase of 12%", "(a fall of 8%", ", representing a 9% rise"
_OF = re.compile(
    rf"((?:(?<=,)|\(|\s[–-])\s?(?:or\s|which is\s|this is\s|representing\s|equating to\s|equivalent to\s|showing\s)?"
    rf"(?:an?\s)?(?:[a-z]+\s)?{_KIND}\s(?:of|by)\s{_ABOUT})$",
    re.I,
)
# "… by 4% to 3,110 and incidents by 7% to 5,020": the verb is said once.
_BY_GAPPED = re.compile(r"\s(by\s)$", re.I)
_TO_VALUE = re.compile(r"\s(?:to|from)\s£?\d")
_A_KIND_OF = re.compile(rf"\b{_KIND}(\s(?:of|by)\s{_ABOUT})$", re.I)
_BEFORE_KIND = re.compile(
    r"((?:(?<=,)|\(|\s[–-])\s?(?:or\s|which is\s|representing\s|equating to\s)?an?\s(?:\w+\s)?)$", re.I
)
_A_BEFORE = re.compile(r"\ban?(\s)$", re.I)
_KIND_AFTER = re.compile(rf"\s?(?:\w+\s)?{_KIND}\b", re.I)


# A change was told right before the bracket and is blank.
_AMOUNT = re.compile(rf"\b{_MOVED}\s{{4,}}(\(\s?)$", re.I)


def without_changes(text: str, found: tuple[Mention, ...]) -> tuple[str, tuple[Mention, ...]]:
    """The sentence and its mentions without amounts of change told as percentages or points."""
    kept: list[Mention] = []
    for at, mention in enumerate(found):
        if at > 1 and _bears_out(text, found[at - 2], found[at - 1], mention):
            # "rose from 1,101 to 1,388 (26%)": what the two values make
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
            continue
        span = _change(text, mention) if mention.sort in ("share", "points") and not mention.side else None
        if span is None and mention.sort == "count" and not kept:
            span = _same_amount(text, mention)
        if span is None:
            kept.append(mention)
        else:
            text = text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
    return text, tuple(kept)


def _same_amount(text: str, mention: Mention) -> tuple[int, int] | None:
    """ "has increased by 19% (73)": the bracket that tells the change once more, as nothing was counted before it."""
    opened, closed = _AMOUNT.search(text[: mention.start]), re.match(r"\s?\)", text[mention.end :])
    return (opened.start(1), mention.end + closed.end()) if opened and closed else None


def _bears_out(text: str, before: Mention, after: Mention, mention: Mention) -> bool:
    """Whether a share in brackets behind "from A to B" is the change between the two."""
    if mention.sort != "share" or before.sort != after.sort or before.sort == "share":
        return False
    pair = re.search(r"\bfrom\s$", text[: before.start]) and re.search(r"\sto\s$", text[: after.start])
    if not pair or not re.fullmatch(r"\s*\(\s?", text[after.end : mention.start]) or not before.value:
        return False
    first, last = float(before.value), float(after.value)
    return first != 0 and abs(abs(last - first) / first * 100 - abs(float(mention.value))) < 1


def _change(text: str, mention: Mention) -> tuple[int, int] | None:
    """The stretch that tells an amount of change round a mention, with the comma after it."""
    before, after = text[: mention.start], text[mention.end :]
    comma = re.match(r"\s?(?:percentage\s)?(?:points?\b)?,?(?=\s|\))", after)
    end = mention.end + (comma.end() if comma else 0)
    if by := _BY.search(before):
        if re.match(r"\s?(?:of|as|who|were|was)\b", after):
            return None
        return by.start(1), end
    if (gapped := _BY_GAPPED.search(before)) and _TO_VALUE.match(after):
        return gapped.start(1), end
    if of := _OF.search(before):
        return _bracketed(text, of, end)
    if kind := _A_KIND_OF.search(before):
        return kind.start(1), end
    kind_after = _KIND_AFTER.match(after)
    if kind_after and (apart := _BEFORE_KIND.search(before)):
        return _bracketed(text, apart, mention.end + kind_after.end())
    if kind_after and (article := _A_BEFORE.search(before)):
        return article.start(1), mention.end
    return None


def _bracketed(text: str, lead: re.Match[str], end: int) -> tuple[int, int]:
    """The amount with its bracket when nothing else stands in that, else without the bracket that opens."""
    if "(" not in lead[1]:
        return lead.start(1), end
    closed = re.match(r"[^()\d]*\)", text[end:])
    return (lead.start(1), end + closed.end()) if closed else (lead.start(1) + lead[1].index("(") + 1, end)
