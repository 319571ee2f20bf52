"""Figures that a table of actions tells of what each wants done and of how it stands: "Three recruited so far".

In: a ``PaperContext`` and a table. Out: drafts with the cell as their place; none for tables of other things. The
number of things that an action wants done is planned ("Wardens to be recruited"); what came of them is named by them
("Wardens recruited"), anything else by the action and the cell's own words ("Run the campaign: shops visited"). What
a column such as "Measure of success" says is to be reached is a target, what it names as baseline is one. Words that
need another sentence for their meaning wait for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.action_numbers import Wanted, wanted_by
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.figures.progress_words import is_pair, own_words
from tracker.facts.promises.action_columns import cell_at, columns_of, one_line
from tracker.facts.sections import Placed
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.periods import Context, find_periods
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import capital
from tracker.records import Measure

_UNITS = {"share": "%", "money": "GBP"}
_MEASURES: dict[str, Measure] = {"share": "share", "money": "money"}
_LONGEST_ACTION = 16
"""Words of an action that can lead a name."""
# "One needs a new boiler", "and 12 of them agreed": of what, another sentence tells.
_LEANS = re.compile(r"(?:is|are|was|were|has|have|had|needs?|will|can|of (?:them|these|those|which|whom))\b", re.I)
# "All 48 premises signed up (baseline 29)"
_BASELINE = re.compile(r"\bbaseline(?:\s(?:is|was|of))?\s*[:=]?\s*$", re.I)
# "referrals against an annual target of 1,200"
_TARGET = re.compile(r"\btarget(?:\s(?:is|was|of))?\s*[:=]?\s*$", re.I)
_DONE = re.compile(
    r"(?:[a-z]+ly |now |not )?(?:[a-z]+ed|let|held|met|made|built|sold|found|bought|sent|taken|given|run)\b", re.I
)
_SO_FAR = re.compile(r"\s(?:so far|now|to date|already|as yet)$", re.I)
# "Visit all licensed premises in the scheme"
_ALL_OF = re.compile(r"[A-Z][a-z]+ (?:all|every)(?: of)?(?: the)? (?P<what>.+)")
_NOUN = re.compile(r"(?:[a-z-]+\s){0,2}?([a-z]{3,}s|people|staff|children|women|men)\b(?!['’])")


def observe_progress(context: PaperContext, placed: Placed) -> tuple[Draft, ...]:
    """The figures in the columns that say how actions stand; none where a table has no such columns of words."""
    columns = columns_of(placed.block)
    if columns is None or not columns.sure:
        return ()
    drafts: list[Draft] = []
    for r in range(columns.first, len(placed.block.rows)):
        cell = cell_at(placed.block.rows[r], columns.action)
        action = one_line(cell.text).strip(" .") if cell else ""
        if not 2 <= len(action.split()) <= _LONGEST_ACTION:
            continue
        wanted = wanted_by(action)
        for _, column in columns.standing:
            drafts.extend(_told(context, placed, r, column, action, wanted))
        aims: set[str] = set()
        for column in columns.reached:
            # what is not told of where an action began is to be reached
            found = list(_told(context, placed, r, column, action, None))
            drafts.extend(replace(draft, breakdown=draft.breakdown or (("measure", "target"),)) for draft in found)
            aims |= {draft.value for draft in found}
        if wanted and wanted.mention.value not in aims:
            drafts.append(_planned(context, placed, r, columns.action, wanted))
    return tuple(drafts)


def _planned(context: PaperContext, placed: Placed, row: int, column: int, wanted: Wanted) -> Draft:
    cell = cell_at(placed.block.rows[row], column)
    text = one_line(cell.text) if cell else ""
    return Draft(
        name=wanted.title(f"to be {wanted.done}"),
        value=wanted.mention.value,
        printed=text[wanted.mention.start : wanted.mention.end],
        source=context.cell(placed.block, row, column),
        index=placed.index,
        kind="table",
        period=NO_PERIOD,
        breakdown=(("plan", "planned"),),
        unit=wanted.unit,
        qualifier=wanted.mention.qualifier,
        geography=context.tracker.place,
        quote=text,
    )


def _told(
    context: PaperContext, placed: Placed, row: int, column: int, action: str, wanted: Wanted | None
) -> Iterator[Draft]:
    cell = cell_at(placed.block.rows[row], column)
    text = one_line(cell.text) if cell else ""
    span = context.span_of(placed.index)
    published = (span.part.date if span else "") or context.paper.date
    counted = ""
    for begin, end in sentences(text):
        sentence = text[begin:end]
        periods = find_periods(sentence, Context(published=published))
        words = ""
        found = [m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods)]
        for at, mention in enumerate(found):
            before = sentence[: mention.start]
            held = "baseline" if _BASELINE.search(before) else "target" if _TARGET.search(before) else ""
            whole = at > 0 and is_pair(sentence, found, at - 1)
            words = words if words and held else own_words(sentence, found, at, periods)
            if mention.sort not in ("count", "share", "money") or not re.search(r"[A-Za-z]{3}", words):
                continue
            if mention.in_words and mention.value == "0":
                # "No release without an address" counts nothing
                continue
            leans = _LEANS.match(words) is not None
            noun = (
                None
                if leans
                else _NOUN.match(words if whole or is_pair(sentence, found, at) else sentence[mention.end :].lstrip())
            )
            if counted and noun is None and _DONE.match(words):
                # "64 faults found, 41 mended"
                words, noun = f"{counted} {words}", _NOUN.match(counted)
            name, unit, group = _named(action, words, wanted, noun[0] if noun else "", whole=whole)
            if not name:
                continue
            of_wanted = leans and wanted is not None and not counted and _within(mention.value, wanted)
            if of_wanted and wanted:
                name, unit, group = capital(wanted.noun), wanted.unit, words
            counted = noun[0] if noun else counted
            # of which year a target is, and when there were so many to begin with, a note of progress seldom tells
            waits = (leans and not of_wanted) or held == "target" or (whole and noun is not None)
            own = [p for p in periods if ";" not in sentence[min(p.finish, mention.end) : max(p.begin, mention.start)]]
            yield Draft(
                name=name,
                value=mention.value,
                printed=sentence[mention.start : mention.end],
                source=context.cell(placed.block, row, column),
                index=placed.index,
                kind="table",
                period=own[0] if len(own) == 1 else NO_PERIOD,
                breakdown=(("measure", held),) if held else (("group", group),) if group else (),
                measure=_MEASURES.get(mention.sort, "count"),
                unit=_UNITS.get(mention.sort, unit),
                qualifier=mention.qualifier,
                marker=mention.marker,
                geography=context.tracker.place,
                quote=f"{action} › {sentence}",
                trust="unsure" if waits else "machine-read",
            )


def _named(action: str, words: str, wanted: Wanted | None, noun: str, *, whole: bool) -> tuple[str, str, str]:
    """Name, unit and group of a number with its words: of what the action wants where they name nothing themselves."""
    unit = noun.split()[-1] if noun else ""
    bare = not noun and _DONE.match(words) is not None
    if whole:
        of_all = _ALL_OF.fullmatch(action)
        # the 9 of "7 of 9 visited" were not visited
        return (f"{action}: {noun}", unit, "") if noun else (capital(of_all["what"]) if of_all else "", "", "")
    if wanted and bare:
        done = _SO_FAR.sub("", words)
        return (wanted.title(done) if done == wanted.done else capital(f"{wanted.noun} {done}")), wanted.unit, ""
    if wanted and words.split()[0] + "s" == wanted.unit:
        return capital(" ".join((wanted.noun, *words.split()[1:]))), wanted.unit, ""
    return f"{action}: {words[:1].lower() + words[1:] if words[1:2].islower() else words}", unit, ""


def _within(value: str, wanted: Wanted) -> bool:
    return value.isdigit() and wanted.mention.value.isdigit() and int(value) <= int(wanted.mention.value)
