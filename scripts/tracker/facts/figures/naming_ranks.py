"""Names of ranks: "the 9th highest rate of the 32 boroughs", "ranked 5th out of 15 for robbery".

In: a text, the mention of a rank in it and what was spoken of before. Out: a ``Naming`` of what is ranked, with its
place among whom as its part, or None where that is not told.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming, Thread, without_place
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import last_noun_phrase, subject_of
from tracker.facts.wording.word_forms import capital

# "had the 4th lowest rate, having been 3rd lowest the year before": the same rank at another time.
_RANK_BEFORE = re.compile(
    r"\b(?:having (?:been|had)|had been|was|up from|down from|from|compared (?:with|to)|previously)\s(?:the\s)?$",
    re.I,
)
# "a rate of 12.2 per 1,000, the 9th highest of …", "This places Westford 11th of 15": the rank of the rate told before.
_RANKS_IT = re.compile(
    r"(?:\d[^.;]{0,60},\s(?:the\s|and\s(?:is\s)?(?:the\s)?)?|(?:^|[.;,]\s)(?:[^.;]|\.\d){0,120}\b(?:plac(?:es|ed|ing)|rank(?:s|ed|ing)|position(?:s|ed))\s"
    r"(?:[A-Z][\w'’-]+\s|it\s|us\s|the\s\w+\s){0,3}|(?:^|[.;,]\s)(?:This|It|which)\s(?:is|was|were)\s(?:the\s)?)$"
)


_PLACED = r"(?:of|in|among|amongst|across|out of|within)"
_AMONG_RANKED = re.compile(rf"\s(?:rates?\s)?({_PLACED}\s[^.;,:()]+?)(?=\sfor\s|[.;,:()]|$)")
_AMONG_BEHIND_NOUN = re.compile(rf"\s({_PLACED}\s[^.;,:()]+?)(?=\sfor\s|\s\s|[.;,:()]|\s?$)")
_MEASURED = r"rate|number|proportion|level|percentage|share|volume|prevalence|count|total"
_NOUN = re.compile(
    rf"\s(?!{_PLACED}\s|for\s)((?:[\w'’-]+\s){{0,4}}?(?:{_MEASURED})s?(?:\s(?:of|for)\s(?!all\b"
    r"|the\s\d|\d)[\w' -]+?)?)(?=[,.;:(]|$|\s(?:at|of|with)\s\d|\s\s|\s(?:of all|of the|in|among|amongst|across"
    r"|out of)\b)"
)
_RANKED_FOR = re.compile(
    r"[^.;:]{0,60}?\sfor\s(?:the\s)?([A-Za-z][\w'’ -]+?)(?=[,.;:(]|\swith\b|\s(?:out\s)?of\s(?:the\s|all\s)*\d|$)"
)
_HOLDS_A_RANK = re.compile(
    r"\b(?:is|are|was|were|has|have|had|comes?|came|rank\w*|stands?|stood|be|being|remains?|as|at|with)\b[^.;]*$"
    r"|,\s*(?:the\s)?$"
)


def name_rank(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """ "the 2nd lowest of all boroughs", "ranked 5th for robbery": what is ranked, and among whom."""
    printed, before, after = text[mention.start : mention.end], text[: mention.start], text[mention.end :]
    if re.search(r"\b(?:among|amongst|one of|some of)\sthe\s$", before) and not printed[:1].isdigit():
        # "which are among the most deprived tenth in the country": no place of their own
        return None
    described = _MOST_SO.match(after) if re.search(r"\s(?:most|least)$", printed) else None
    if described:
        return _described(printed, described, before, thread)
    noun = _NOUN.match(after)
    among = _AMONG_BEHIND_NOUN.match(after[noun.end() :]) if noun else _AMONG_RANKED.match(after)
    ranked_for = _RANKED_FOR.match(after)
    subject = noun[1] if noun else ranked_for[1] if ranked_for else ranked_subject(before)
    if noun and ranked_for and re.fullmatch(rf"(?:{_MEASURED})s?", noun[1]):
        # "the 11th lowest level in the county for serious violence"
        subject = f"{noun[1]} of {ranked_for[1]}"
    # "The rate, at 14.2%, was the highest in London"
    aside = re.match(r"\d", subject) is not None and thread.told is not None
    last = thread.told if aside else thread.last
    sure = True
    again = _RANK_BEFORE.search(before) if last and last.measure == "rank" else None
    told = noun is not None or ranked_for is not None
    rated = last is not None and last.measure in ("rate", "share") and not noun and (aside or _RANKS_IT.search(before))
    if not subject or again or rated or re.fullmatch(r"it|this|that|they|\w+ it|the year before it", subject, re.I):
        if last is None or not (last.measure == "rank" or rated):
            return None
        subject, sure = last.title, last.sure
        if last.measure == "rate" and "rate" not in subject.lower():
            subject = f"{subject}: rate"
    if not told and not rated and not _HOLDS_A_RANK.search(before):
        return None
    superlative = re.split(r"[\s-]", printed)[-1]
    superlative = (
        superlative if re.fullmatch(r"[a-z]+(?:est|ost)|best|worst|fewest|least", superlative, re.I) else "position"
    )
    which = superlative + (" " + re.sub(r"\s+", " ", among[1]).strip() if among and len(among[1]) < 60 else "")
    if (
        again
        and again[0][:3] != "was"
        and last
        and len(last.breakdown) == 1
        and last.breakdown[0][1].startswith(f"{which} ")
    ):
        # "the fourth lowest of the 32 boroughs, having had the third lowest the year before"
        which = last.breakdown[0][1]
    return Naming(capital(without_place(re.sub(r"\s+", " ", subject))), "rank", "rank", (("rank", which),), sure)


# "the 27th most deprived of the 317 districts in England"
_MOST_SO = re.compile(
    r"\s(?P<so>[a-z]+(?:ed|ous|se|al|ent|ant|ful))\s"
    r"(?:(?:of|among|out of)\s(?:the\s|all\s)*(?P<among>[\w, ]*?[a-z]+s)\b"
    r"|(?P<area>(?:local\s)?(?:authority|borough|district|council|county)))"
)


def _described(printed: str, told: re.Match[str], before: str, thread: Thread) -> Naming | None:
    """The rank of the board's own place among others by how deprived or diverse it is; None for that of another."""
    subject = ranked_subject(before)
    place = thread.names.get("place", "")
    own = subject.lower() in ("it", "this", "borough", "the borough", "city", "county", "area", place.lower())
    if not own:
        return None
    superlative = printed.split()[-1]
    among = " ".join((told["among"] or told["area"]).split())
    title = (
        f"{capital(superlative)} {told['so']} of {among}"
        if told["among"]
        else f"{capital(superlative)} {told['so']} {among}"
    )
    return Naming(f"{title}: rank", "rank", "rank", (("rank", f"{superlative} {told['so']}"),))


# "For domestic abuse the detection rate is the highest"
_FOR_THE = re.compile(r"For\s(?P<crime>[A-Za-z][\w'’() -]+?)\sthe\s(?P<measure>[A-Za-z][\w'’ -]+)$")


def ranked_subject(before: str) -> str:
    """What stands before "is the lowest", "comes 2nd", "7.6 per 1000, 2nd lowest"."""
    clause = re.split(r"[;:]|\.\s", before)[-1]
    subject = subject_of(before, len(before)) if re.search(r"\b(?:is|are|was|were)\s(?:\w+\s)?$", before) else ""
    about = re.match(
        r"\s*For\s([A-Za-z(][\w'’() -]+?)\s(?=[A-Z][a-z]+['’]s\s|[A-Z][a-z]+\s(?:comes|has|is|was|ranks))", clause
    )
    if about and subject:
        return f"{without_place(subject)}: {about[1]}"
    if about:
        return about[1]
    if subject:
        turned = _FOR_THE.match(subject)
        return f"{turned['measure']} for {turned['crime']}" if turned else subject
    found = re.search(
        r"([\w'’ -]*\b(?:rates?|number|level|proportion|volume|prevalence)\b[\w'’ -]*?)(?=\s(?:is|was|are|were"
        r"|comes?|ranks?|has"
        r"|stood)\b|,|\()",
        clause,
    )
    return last_noun_phrase(found[1]) if found else ""
