"""Names of what a subject before the number counts: "New referrals to the service were 1357"."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_labels import case_after
from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of, target_of, titled, without_place
from tracker.facts.figures.naming_rates import A_TIME, is_average
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import COUNTED
from tracker.records import Measure

# Subjects that name nothing: "in Harbury the figure is 6.1%".
_EMPTY = re.compile(
    r"(?:[Ii]n\s)?(?:[A-Z][a-z]+\s){0,2}(?:[Tt]he\s)?(?:overall\s|comparable\s|equivalent\s|same\s)?"
    r"(?:[Ff]igures?|[Nn]umbers?|percentage|proportion|totals?|equivalent)"
)


def name_of_subject(
    text: str, mention: Mention, stop: int, thread: Thread, subject: str, target: bool
) -> Naming | None:
    """ "New referrals to the service were 1357", "Accepted cases numbered 512"."""
    if subject.lower() in ("it", "they", "this", "these", "there", "that", "which", "who") or _EMPTY.fullmatch(subject):
        return None
    subject = re.sub(
        r"^(?:the )?(?:figures?|totals?) (?:for|of) (?:the )?(?=(?:total )?number of )", "", subject, flags=re.I
    )
    noun = subject.split()[0].lower() if subject else ""
    told = thread.spoken.counted.get(noun, "") if len(subject.split()) <= 2 else ""
    if told and re.search(rf"\bthe\s{noun}\s", text[: mention.start], re.I):
        # "however, the concerns continue to rise": those that were counted before
        subject = told
    subject_head = re.split(
        r"\s(?:of|to|in|for|with|who|from|by|on|at|against|per|about|involving|into)\s(?![A-Z][a-z]+\s[a-z]+s\b)",
        re.sub(r"^[Nn]umber of ", "", subject),
    )[0]
    unit = next((w.lower() for w in reversed(subject_head.split()) if is_plural(w)), "") or next(
        (w.lower() for w in reversed(subject.split(" of ")[0].split()) if is_plural(w)), ""
    )
    if re.match(r"(?:total )?number of ", subject, re.I):
        subject = re.sub(r"^(?:total )?number of ", "", subject, flags=re.I)
        unit = next(
            (
                w.lower()
                for w in reversed(re.split(r"\s(?:of|to|in|for|with|who|from|by|on|at)\s", subject)[0].split())
                if w.lower() in COUNTED
            ),
            unit,
        )
    unit = unit or crime_unit(subject)
    unit = "" if unit in ("numbers", "figures", "totals", "levels", "rates") else unit
    if rate := rate_in(subject, thread):
        return rate
    clause = text[max((m.end() for m in re.finditer(r"[;:.]\s", text[: mention.start])), default=0) : mention.end + 25]
    measure: Measure = "average" if is_average(clause) else "count"
    case = case_after(text, mention.end, stop)
    breakdown: Breakdown = target_of(target) + ((("group", case),) if case else ()) + side_of(mention)
    sure = (bool(unit) and (not mention.in_words or unit in COUNTED)) or bool(
        re.search(r"\b(?:cohort|caseload|total|number)\b", subject, re.I)
    )
    per = A_TIME.match(text, mention.end)
    if per and measure == "average" and unit:
        unit = f"{unit} per {per[1].lower().replace('annum', 'year')}"
    if not unit and measure == "count" and _OF_PEOPLE.search(subject):
        unit = "people"
    return Naming(titled(without_place(subject), thread), unit, measure, breakdown, sure, counted=True)


# A whole that consists of people, though its word does not say so.
_OF_PEOPLE = re.compile(r"\b(?:cohort|caseload|population|membership|workforce|attendance|audience)\b", re.I)


def rate_in(subject: str, thread: Thread) -> Naming | None:
    """ "The crime rate per 1,000 population was 60.3 crimes": the subject says that it is a rate, and of how many."""
    rate = re.search(
        r"\brates?\b(?:\sof\s[^.;:()]+?)?(?=\s(per\s\d[\d,]*(?:\s\d\d?\s?[-–]\s?\d\d)?(?:[- ][a-z]+){0,2}))", subject
    )
    return Naming(titled(without_place(subject[: rate.end()]), thread), rate[1], "rate") if rate else None
