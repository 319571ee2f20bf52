"""Names of shares that stand in brackets: "over half of all victims (54%) were …", "54 of 477 cases (11.3%)".

In: a share in its sentence. Out: its naming, ``NO_NAME`` where it gets none, None for sentences of other forms.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_labels import paren_label
from tracker.facts.figures.naming_listed import shared_by_most
from tracker.facts.figures.naming_parts import Breakdown, Naming, titled, without_place
from tracker.facts.figures.naming_pieces import OR_SO_MUCH
from tracker.facts.figures.naming_share_sentence import NO_NAME, ShareInSentence
from tracker.facts.wording.phrase_before import last_noun_phrase
from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people

# "over half of all victims (54%) were …", "a quarter of pupils (26%) said …"
_FRACTION = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|\w+ (?:in|out of) (?:every"
    r" )?(?:three|four|five|six|eight|ten|10))\s(?:of\s)?(?:all\s|the\s|our\s|those\s)*([a-z][\w'’ -]*?)\s\($",
    re.I,
)


def fraction_in_words(share: ShareInSentence) -> Naming | None:
    """ "Over half of all victims (54%) were …": takes the share after a fraction in words, gives whose share it is."""
    told = _FRACTION.search(share.before)
    if not told or not re.match(r"\s?\)", share.after):
        return None
    closed = share.mention.end + share.after.index(")") + 1
    said = relative(share.clause(closed).strip(" ,"), people=counts_people(told[1], ""))
    told_of = last_noun_phrase(told[1])
    if told_of.lower() in ("them", "these", "those") and share.thread.base and said:
        return share.named(f"{share.thread.base}: {said}")
    if told_of and said:
        return share.titled(without_place(capital(f"{told_of} {said}")))
    return None


def _as_share(counted: Naming) -> Naming:
    """The naming of a share that tells the same as a number: takes the number's, gives the share's."""
    return Naming(f"{counted.title} (share)", "%", "share", counted.breakdown, counted.sure)


def group_as_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets behind a group's number and noun: gives the group's name as a share."""
    counted = share.number_before
    if counted is None or not counted.breakdown or not share.in_brackets or not share.after_count:
        return None
    if re.fullmatch(r"\s[a-z][\w'’ -]{2,40}\(\s*", share.gap) and counted.breakdown[0][0] == "group":
        return _as_share(counted)
    return None


def number_as_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets right behind a number: gives the number's name as a share, or no name."""
    counted = share.number_before
    if counted is None:
        return None
    if OR_SO_MUCH.fullmatch(share.gap) and re.match(r",\s", share.after):
        return _as_share(counted) if share.after_named else NO_NAME
    if not share.in_brackets or not re.fullmatch(r"\s*\(\s*|[;,]\s", share.gap):
        return None
    return _as_share(counted) if share.after_named else NO_NAME


def counted_as_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets behind a number and what it counts: gives their name as a share, or no name."""
    counted = share.number_before
    if counted is None or not counted.counted or share.thread.names.get("part"):
        return None
    if not share.in_brackets or not share.after_count or not re.fullmatch(r"\s[A-Za-z][\w'’ -]{2,60}\(\s*", share.gap):
        return None
    # "1,109 assessments (36.2%) recorded …"
    return _as_share(counted) if share.after_named else NO_NAME


def part_as_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets behind a part and its whole: gives the part's name as a share."""
    part = share.thread.names.get("part", "")
    if part and share.in_brackets and share.at >= 2 and re.fullmatch(r"\s[\w'’ -]{2,120}\(\s*", share.gap):
        # "54 of a total of 477 cases (11.3%)": the share of the part
        return share.named(f"{part} (share)")
    return None


_TAG = (
    r"[\d.]+%\s(before|after|previously|men|women|male|female|boys|girls|adults|children|target|baseline"
    r"|national|agreed|disagreed|strongly agreed|at entry|at exit|at the start|at the end)"
)


def _tagged(share: ShareInSentence) -> tuple[str, str] | None:
    """ "pupils aware of the risks (68% before, 93% after)": what was measured, and which of the two this is."""
    text = share.text
    opened = text.rfind("(", 0, share.mention.start)
    if opened < 0 or ")" in text[opened : share.mention.start]:
        return None
    closed = text.find(")", opened)
    inside = text[opened + 1 : closed if closed > 0 else len(text)]
    if not re.fullmatch(rf"\s*{_TAG}(?:(?:,|;|\sand|\sto)\s(?:and\s)?{_TAG})*\s*", inside):
        return None
    own = re.match(_TAG, text[share.mention.start :])
    name = re.split(r"\)\s?|[;:]\s", text[:opened])[-1]
    name = re.split(r"\b(?:shares?|proportions?|percentages?|numbers?) of ", name)[-1]
    name = re.sub(r"^[\s,]*(?:and\s)?(?:of\s)?(?:the\s)?", "", name)
    words = name.split()[:14]
    return (" ".join(words), own[1]) if own and words else None


def tagged_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets with its own tag ("68% before"): gives what was measured, the tag as its group."""
    tagged = _tagged(share)
    if tagged is None:
        return None
    name, tag = tagged
    names = share.thread.names
    if re.match(r"(?:who|that)\s", name):
        name = f"{names.get('who', '')} {name}".strip()
    elif " who " in name:
        names["who"] = name.split(" who ")[0]
    return share.titled(capital(name), part=(("group", tag),))


def largest_share(share: ShareInSentence) -> Naming | None:
    """ "Noise accounts for the largest share of complaints (41%)": takes the share of the most, gives its name."""
    title = shared_by_most(share.text, share.mention, share.thread)
    return share.named(title) if title else None


_ROUGHLY = (
    r"(?:(?:almost|nearly|over|just over|just under|around|about|more than|less than|approximately)\s)?(?:an?\s)?"
    r"(?:half|thirds?|quarters?|fifths?|two[- ]thirds|three[- ]quarters|majority|most)"
)


def labelled_share(share: ShareInSentence) -> Naming | None:
    """A share in brackets behind a label: gives the whole with the label as its group, or the label as its name."""
    label, title = paren_label(share.text, share.mentions, share.at, share.thread)
    if re.fullmatch(_ROUGHLY, label, re.I):
        return _roughly_said(share)
    if not label:
        return None
    if re.match(r"\s?\)\s(?:were|was|are|is)\s(?:\w+\s)?(?:more|less)\b", share.after):
        # "Women (29%) were less likely to feel safe": of what, only the rest says
        return NO_NAME
    names = share.thread.names
    if names.get("shared"):
        # "noise accounts for the largest share of complaints (41%), followed by fly-tipping (22%)"
        return share.named(f"{capital(label)} as a share of {names['shared']}")
    whole_of = names.get("whole", "") if share.at and not title else ""
    title = title or (titled(capital(whole_of), share.thread) if whole_of else "")
    group: Breakdown = (("group", label),) if title else ()
    return share.named(title if title else titled(capital(label), share.thread), part=group)


def _roughly_said(share: ShareInSentence) -> Naming:
    """A share whose label is a fraction in words: gives what the clause says of what was counted before, or no name."""
    # "Almost half (47%) occurred at night"
    rest = tidy_predicate(share.clause(share.mention.end).strip(" ,)"))
    return share.named(f"{share.thread.base}: {rest}") if rest and share.thread.base else NO_NAME


def aside_in_brackets(share: ShareInSentence) -> Naming | None:
    """A share in brackets that says something else of the share before: gives that one's name with what is said."""
    last = share.thread.last
    if not share.in_brackets or last is None or last.unit != "%" or not re.match(r"\s[a-z]", share.after):
        return None
    said = tidy_predicate(share.clause(share.mention.end).strip(" ,"))
    title = f"{last.title}: {said}" if said else last.title
    return Naming(title, "%", "share", last.breakdown + share.side, bool(said), aside=True)
