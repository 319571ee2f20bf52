"""Names of sums of money."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of, titled
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, in_line

_WORDS = (
    (re.compile(r"\b(?:cost|costs|costing)\b", re.I), "cost"),
    (re.compile(r"\b(?:spent|spend|spending|expenditure)\b", re.I), "spending"),
    (re.compile(r"\bbudget\b", re.I), "budget"),
    (re.compile(r"\b(?:saved|savings?)\b", re.I), "saving"),
    (re.compile(r"\b(?:stolen|loss|losses|lost|seized|recovered|defrauded|forfeited)\b", re.I), "amount"),
    (
        re.compile(
            r"\b(?:fund\w*|won|secur\w+|award\w*|invest\w*|grant\w*|receiv\w+|agreed|allocat\w+|provid\w+|offer\w*"
            r"|bid|contribut\w+|has|have"
            r"|asked|pay|pays|paid|allocation|sum|resourc\w+|support\w*)\b",
            re.I,
        ),
        "funding",
    ),
)
_SUBJECT = re.compile(
    r"\b(cost|budget|spending|spend|expenditure|income|grant|funding)\b[^.;,£]{0,60}\s(?:was|is|were|of|stood at"
    r"|totalled|came to)\s"
    r"(?:\w+\s){0,2}$",
    re.I,
)
_GAP = re.compile(r"\s(shortfall|gap|underspend|overspend|surplus|deficit|saving)\b")


def name_money(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a sum; None for fines, charges and sums whose use is not told."""
    mention = all_[at]
    after = text[mention.end : all_[at + 1].start if at + 1 < len(all_) and all_[at + 1].sort == "money" else len(text)]
    if re.search(r"\b(?:fine|fines|fined|penalty|penalties|charge of|court|fee|fees|compensation)\b", text, re.I):
        return None
    per = re.match(
        r"\s(?:per|a|each|every)\s(year|annum|month|week|person|head|property|case|client|victim|household|family|visit|child|place|home)\b|\s(?:[a-z]+\s)?(?:recurring|reoccurring"
        r"|annually)\b",
        after,
        re.I,
    )
    unit = "GBP" + (f" per {(per[1] or 'year').lower().replace('annum', 'year')}" if per else "")
    gap = _GAP.match(after)
    if gap:
        return Naming(_headed(f"funding {gap[1]}", thread), unit, "money")
    if re.match(
        r"\s(?:under|over|below|above|less than|more than)\s(?:the\s)?(?:budget|target|plan|forecast)\b", after, re.I
    ):
        return None
    if granted := _granted(text, mention, after):
        return Naming(_headed(granted, thread), unit, "money", side_of(mention))
    subject = _SUBJECT.search(text[: mention.start])
    word = (
        {"spend": "spending", "expenditure": "spending", "grant": "funding"}.get(subject[1].lower(), subject[1].lower())
        if subject
        else _nearest_word(text, mention)
    )
    if not word:
        return None
    breakdown: Breakdown = side_of(mention)
    source = re.match(r"\s\(([A-Z][^()]*(?:\([^()]*\)[^()]*)*)\)", after)
    if source and not re.search(r"\d{4}", source[1]):
        breakdown += (("source", source[1]),)
    purpose = _purpose(after)
    heading = thread.names.get("heading", "")
    if re.search(r"\b(?:these|this|those|such|them)\b", purpose):
        return Naming(capital(f"{word} {purpose}"), unit, "money", breakdown, sure=False)
    own = _own_words(mention, thread)
    if purpose and not (heading and heading.split()[0].lower() in purpose.lower()):
        title = capital(f"{own or word} {purpose}")
        if heading and len(heading.split()) <= 5 and not own:
            title = f"{heading}: {in_line(title)}"
        return Naming(title, unit, "money", breakdown)
    return Naming(_headed(word, thread), unit, "money", breakdown, sure=bool(heading or thread.service))


_SUM_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s((?:[\w'’-]+\s){0,2}(?:budget|grant|funding|investment|allocation))\sof\s(?:\w+\s)?$"
)
_GRANTED = re.compile(
    r"\s(?:(?:has|have)\s(?:also\s)?been|was|were|is|are)\s(?:also\s)?"
    r"(allocated|awarded|agreed|secured|approved|received|committed|set aside|made available|provided)"
    r"(?:\s(?P<more>(?:for|to|from|by)\s[^,;.()\d]{3,60}))?(?=[,;.()]|\sin\s|$)"
)


def _granted(text: str, mention: Mention, after: str) -> str:
    """ "A budget of £245,000 has been allocated" → "Budget allocated", "" where the clause is not of that form."""
    noun, done = _SUM_OF.search(text[: mention.start]), _GRANTED.match(after)
    return capital(f"{noun[1]} {done[1]} {done['more'] or ''}".strip()) if noun and done else ""


def _own_words(mention: Mention, thread: Thread) -> str:
    """What the money is called where a name of its own stands before it: "Turnaround funding of £317,000"; else ""."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 2 or sentence.low(at - 1) != "of" or sentence.sort(at - 2) != "noun":
        return ""
    phrase = sentence.phrases[at - 2]
    words = [w.text for w in sentence.words[phrase.first : phrase.last + 1] if w.kind != "determiner"]
    named = len(words) > 1 and words[0][:1].isupper() and sentence.low(at - 2) in _MONEY_NOUNS
    return " ".join(words) if named else ""


_MONEY_NOUNS = frozenset({"funding", "grant", "grants", "budget", "investment", "fund", "allocation"})


def _nearest_word(text: str, mention: Mention) -> str | None:
    """What is done with the sum: the word of money nearest to it."""
    near = [
        (min(abs(match.start() - mention.end), abs(mention.start - match.end())), name)
        for pattern, name in _WORDS
        for match in pattern.finditer(text)
    ]
    return min(near)[1] if near else None


def _headed(name: str, thread: Thread) -> str:
    heading = thread.names.get("heading", "")
    if heading:
        return heading if name in heading.lower() else f"{heading}: {name}"
    return titled(capital(name), thread)


def _purpose(after: str) -> str:
    """ "for the IRIS programme", "to commission services": what the money is for."""
    found = re.search(
        r"(?<!Department )(?<!Office )(?<!Centre )(?<!Unit )(?<!Council )(?<!Ministry )\bfor\s(?:the\s|a\s"
        r"|an\s)?(?!(?:the\s|an?\s)?(?:one|two|three|four|five|each|this|all|further|another|next|more|up"
        r"|\d+)\b)([A-Za-z][\w'’()&/-]*(?:\s[\w'’()&/-]+){0,7})",
        after,
    )
    if found:
        words = re.split(
            r"\s(?:to|in|which|who|that|from|with|and|plus|by|for|whom|over|at|during|has|had|have|was|were|is|are)\s",
            found[1],
        )[0]
        words = re.sub(r"\s*\((?![A-Z]{2,})[^)]*\)?$", "", words).strip(" (")
        if words and not re.fullmatch(r"(?:year|years|month|months|its|their|example)", words):
            return "for " + words
    spent_on = re.match(
        r"\s(?:was\s|were\s|has been\s|had been\s)?(?:spent\s|invested\s)?on\s(?:the\s|a\s"
        r"|an\s)?([a-z][\w'’&/-]*(?:\s[\w'’&/-]+){0,6})",
        after,
    )
    if spent_on:
        words = re.split(r"\s(?:in|which|who|that|from|with|and|by|for|over|at|during|to)\s", spent_on[1])[0]
        return "on " + words
    giver = re.search(r"\bfrom\s(the\s)?((?:[A-Z][\w'’&/]*)(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w'’&/]*){0,12})", after)
    if giver:
        return f"from {giver[1] or ''}{giver[2]}"
    doing = re.search(
        r"\bto\s((?:commission|deliver|support|fund|provide|run|sustain|continue|develop|fill|improve|tackle|reduce"
        r"|expand|employ|recruit|train|install|buy|purchase)\s[\w'’&-]+(?:\s[\w'’&-]+){0,3})",
        after,
    )
    if doing:
        words = re.split(r"\s(?:in|for|which|that|with|and|by|at|to)\s", doing[1])[0].strip()
        return "to " + re.sub(r"\s(?:in|for|of|who|and|with|to|the)$", "", words)
    return ""
