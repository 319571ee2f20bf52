"""The share that says a number again: "of 441 notices 282 were paid, which is 64%", "71 of them (74%) took it up".

In: what a sentence holds, one of its numbers that is a share, the namings of the numbers before it and the values that
the paragraph has told. Out: the number's own naming, as a share, where two numbers told give just this share; "as a
share of all crime" where the words behind it say of what else. None for shares in other places, and where the number
itself could not be named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.naming_share_made_up import AS_A_SHARE, whole_behind
from tracker.facts.figures.prose_opening import Held
from tracker.facts.sentence.clauses import Sentence

_SO_MUCH = r"(?:(?:about|around|nearly|almost|just|over|under|some|roughly|only|a rate of)\s)*$"
# "(64%)", ", or 64%", ", which is 64%", ", making 64%": the same again
_AGAIN = re.compile(
    r"(?P<opened>\()\s?$"
    rf"|,?\s(?:or|(?:which|this|that)\s(?:is|was)|(?:which\s)?(?:represents|represented|representing|equates to|equals)"
    rf"|equal to|equivalent to|that is|i\.e\.)\s{_SO_MUCH}"
    rf"|,\s{_SO_MUCH}",
    re.I,
)
_ENDS = re.compile(r"\s*(?:$|[.,;)]|and\b|but\b)")
_OF = re.compile(r"\sof\s(?!(?:them|these|those|this|that|which|whom)\b)")


def share_of_count(
    held: Held, at: int, told: Mapping[int, Naming], values: Collection[str], sentence: Sentence | None
) -> Naming | None:
    """The naming of share ``at`` as the number before it, told as a share; ``values``: what the paragraph has told."""
    mention = held.found[at]
    if mention.sort != "share" or mention.side or mention.signed or sentence is None:
        return None
    again = _AGAIN.search(held.before(mention))
    if again is None:
        return None
    if not again["opened"] and _OF.match(held.after(mention)):
        return _of_another(held, at, told, sentence)
    if not _ENDS.match(held.after(mention)) or (again["opened"] and not held.after(mention).lstrip().startswith(")")):
        return None
    wholes = {m.value for m in held.found[:at] if m.sort in ("count", "money")} | set(values)
    for number in reversed(held.found[:at]):
        if number.sort == "share":
            # what is said after another share may be said of that
            return None
        if not any(_gives(number.value, whole, mention.value) for whole in wholes):
            continue
        named = told.get(number.start)
        return _as_share(named) if named and named.sure else None
    return None


def _gives(part: str, whole: str, share: str) -> bool:
    """Whether the part of the whole is the share, as exact as the share is printed."""
    decimals = len(share.partition(".")[2])
    return (
        float(whole) > float(part) > 0 and abs(100 * float(part) / float(whole) - float(share)) <= 0.51 / 10**decimals
    )


def _as_share(named: Naming) -> Naming:
    return Naming(f"{named.title} (share)", "%", "share", named.breakdown)


def _of_another(held: Held, at: int, told: Mapping[int, Naming], sentence: Sentence) -> Naming | None:
    """ "Ashdown ward had 2,964 offences, 16% of the borough's total": the number as a share of that."""
    mention, number = held.found[at], held.found[at - 1] if at else None
    named = told.get(number.start) if number and number.sort == "count" else None
    whole = whole_behind(sentence, mention, len(held.sentence))
    if number is None or named is None or not named.sure or named.breakdown or not whole or GAP in named.title:
        return None
    if named.title.lower() == named.unit:
        # "offences": whose, the name does not say
        return None
    if not _BESIDE.fullmatch(held.sentence[number.end : mention.start]):
        return None
    whole = f"the {whole}" if whole.endswith("total") else whole
    return replace(_as_share(named), title=f"{named.title}{AS_A_SHARE}{whole}")


_BESIDE = re.compile(rf"\s[a-z]+(?:\s[a-z]+){{0,3}},\s(?:or\s)?{_SO_MUCH}")
