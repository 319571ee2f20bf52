"""Strategies with their priorities (or objectives, aims, themes …) and outcomes, in each wording found.

In: a ``PaperContext``. Out: strategies, priorities and outcomes. A framework is a run of headings such as "4.1 Priority
1 – …", "Partnership Objective 1: …" or "Theme three" inside one part or paper; the words come from the tracker's
settings. Its lists ("Outcomes:", "The five priorities are:") are found by likeness to the headings. An outcome's title
is that of the list where there is one, since headings are often edited; both wordings are kept with their places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.board.parts import Span
from tracker.facts.board.recommendations import cell_items
from tracker.facts.board.testimony import speaks
from tracker.facts.context import PaperContext
from tracker.facts.joining import joined_by_id, with_sources, with_wordings
from tracker.facts.promises.evidence import evidence_under
from tracker.facts.promises.promise_marks import promise
from tracker.facts.promises.promise_runs import SAME_PROMISE, Node, join_lists, runs_of
from tracker.facts.promises.strategy_names import StrategyName, name_of_framework
from tracker.facts.sections import Outline, Placed, Section
from tracker.facts.wording.names import matched
from tracker.records import Block, Outcome, Priority, Strategy, Wording

_LONGEST_LABEL = 10
_LONGEST_OUTCOME = 40

_OUTCOME_NUMBER = re.compile(r"^\d{1,2}\.\d{1,2}[.:)]?\s+(?=\D)")
_LABEL = re.compile(r"^(?:\w+ ){0,3}outcomes?\s*:?$", re.IGNORECASE)


def frameworks_of(context: PaperContext) -> tuple[tuple[Strategy, ...], tuple[Priority, ...], tuple[Outcome, ...]]:
    """All strategies that a paper sets out or reports on, with their priorities and outcomes."""
    strategies: list[Strategy] = []
    priorities: list[Priority] = []
    outcomes: list[Outcome] = []
    for whole, spans in _scopes(context):
        scope, runs = runs_of(context, whole, spans)
        taken: set[str] = set()
        for nodes in runs:
            name = name_of_framework(context, scope, spans, nodes[0].heading)
            if name.id in taken:
                continue
            taken.add(name.id)
            join_lists(scope, nodes)
            strategies.append(_strategy(name))
            level = _usual_level(scope, nodes)
            counted = any(_counts_outcomes(context, scope, node) for node in nodes)
            for node in nodes:
                priority = _priority(context, scope, name, node, level)
                found = _first_outcomes(context, scope, name, node, priority, counted)
                priorities.append(_without(priority, found))
                outcomes.extend(found)
    return (
        joined_by_id(strategies, with_sources),
        joined_by_id(priorities, with_wordings),
        joined_by_id(outcomes, with_wordings),
    )


def _without(priority: Priority, outcomes: Sequence[Outcome]) -> Priority:
    """A priority whose evidence is what its outcomes do not have already."""
    inside = {e.section for o in outcomes for e in o.evidence}
    inside |= {b for o in outcomes for e in o.evidence for b in e.blocks}
    kept = (e.model_copy(update={"blocks": tuple(b for b in e.blocks if b not in inside)}) for e in priority.evidence)
    return priority.model_copy(update={"evidence": tuple(e for e in kept if e.blocks)})


def _scopes(context: PaperContext) -> list[tuple[Outline, tuple[Span, ...]]]:
    """Where one framework may stand: a report of a pack, or the whole of a paper that is cut into chapters."""
    if any(span.entry for span in context.spans):
        return [(span.outline, (span,)) for span in context.spans if span.part.kind not in ("minutes", "agenda")]
    return [(context.outline, context.spans)]


# ---- records --------------------------------------------------------------------------------------------------------


def _priority(context: PaperContext, scope: Outline, name: StrategyName, node: Node, level: int) -> Priority:
    wordings = [_listed_wording(context, placed) for placed, _ in node.listed]
    sections = [*([node.heading] if node.heading else []), *node.more]
    title = node.title
    if node.heading:
        block = node.heading.heading.block
        start, end = node.start, node.end
        if start < 0:
            # "Priority one" in one line and its title right below
            block = scope.at(node.heading.first + 1).block
            start, end = 0, len(block.text)
        wordings.append(Wording(text=node.title, stands_in="heading", source=context.source(block, start, end)))
    if node.cell:
        wordings.append(Wording(text=title, stands_in="table", source=context.cell(*node.cell)))
    return Priority(
        id=f"{name.id}-{node.number}",
        strategy=name.id,
        number=str(node.number),
        title=title,
        called=node.called,
        wordings=tuple(wordings),
        sub_headings=tuple(h for s in sections for h in _sub_headings(scope, s, level)),
        evidence=tuple(e for s in sections for e in evidence_under(context, scope, s)),
    )


def _listed_wording(context: PaperContext, placed: Placed, start: int = 0) -> Wording:
    block = placed.block
    return Wording(text=block.text[start:], stands_in="list", source=context.source(block, start, len(block.text)))


def _sub_headings(scope: Outline, section: Section, level: int = 0) -> tuple[str, ...]:
    """The headings of the first depth below a section, numbers included, as printed. ``level`` is what such headings
    have below the section's siblings: one that a stray larger heading covers is still of the first depth."""
    found = []
    for below in scope.below(section):
        heading = below.heading
        parent = scope.at(heading.chain[-1]).block if heading.chain else None
        first = not any(section.first < i for i in heading.chain)
        covered = heading.block.level <= level and not heading.block.number and parent is not None and not parent.number
        if (first or covered) and not (_LABEL.search(heading.block.text) or speaks(heading.block)):
            found.append(f"{heading.block.number} {heading.block.text}".strip())
    return tuple(found)


def _usual_level(scope: Outline, nodes: Sequence[Node]) -> int:
    """The level that most first headings below these nodes have; 0 when there are none."""
    levels = [
        s.heading.block.level
        for node in nodes
        if node.heading
        for s in scope.below(node.heading)
        if s.heading.chain and s.heading.chain[-1] == node.heading.first
    ]
    return max(sorted(set(levels)), key=levels.count, default=0)


def _strategy(name: StrategyName) -> Strategy:
    return Strategy(id=name.id, title=name.title, period=name.period, status=name.status, sources=name.sources)


# ---- outcomes --------------------------------------------------------------------------------------------------------


def _first_outcomes(
    context: PaperContext, scope: Outline, name: StrategyName, node: Node, priority: Priority, counted: bool
) -> list[Outcome]:
    """The outcomes under the first of a priority's sections that has such: a plan on a page or its own chapter."""
    for section in [node.heading, *node.more]:
        found = _outcomes(context, scope, name, replace(node, heading=section), priority, counted)
        if found:
            return found
    return []


def _outcomes(
    context: PaperContext, scope: Outline, name: StrategyName, node: Node, priority: Priority, counted: bool
) -> list[Outcome]:
    """The outcomes under a priority: its list, its headings, or headings that call themselves outcomes. ``counted``:
    elsewhere in the paper headings such as "2.1" under "Priority 2" are its outcomes."""
    if not node.heading:
        return [_tabled_outcome(context, name, priority, i, b) for i, b in enumerate(node.below, start=1)]
    words = context.tracker.words_for_outcome
    listed = _outcome_list(scope, node.heading, words)
    children = [s for s in scope.below(node.heading) if s.heading.chain and s.heading.chain[-1] == node.heading.first]
    pattern = promise(tuple(words))
    named = [(s, m) for s in scope.below(node.heading) if (m := pattern.match(s.heading.block.text.strip()))]
    if not listed and not named:
        in_tables = _tabled_below(scope, node.heading, words)
        if in_tables:
            return [_tabled_outcome(context, name, priority, i, b) for i, b in enumerate(in_tables, start=1)]
        stated = _stated_below(scope, node.heading, words)
        if stated:
            return [
                _outcome(context, scope, name, priority, i, p.block.text[a:].strip(), None, None, 0, (p, a))
                for i, (p, a) in enumerate(stated, start=1)
            ]
        own = _numbered_below(scope, node) if counted else []
        return [
            _outcome(context, scope, name, priority, i, s.heading.block.text.strip(), None, s, 0)
            for i, s in enumerate(own, start=1)
        ]
    if not listed:
        return [
            _outcome(context, scope, name, priority, i, m["title"].strip(), None, s, m.start("title"))
            for i, (s, m) in enumerate(named, start=1)
            if m["title"].strip()
        ]
    heads = [s for s in children if s.first > listed[-1].index] or children
    starts = [m.start("title") if (m := pattern.match(s.heading.block.text)) else 0 for s in heads]
    texts = [s.heading.block.text[a:] for s, a in zip(heads, starts, strict=True)]
    titles = [p.block.text[_own_number(p.block) :] for p in listed]
    pairs = matched(titles, texts, SAME_PROMISE)
    found = []
    for position, placed in enumerate(listed):
        section = heads[pairs[position]] if position in pairs else None
        start = starts[pairs[position]] if position in pairs else 0
        title = titles[position]
        found.append(_outcome(context, scope, name, priority, position + 1, title, placed, section, start))
    return found


def _stated_below(scope: Outline, section: Section, words: Sequence[str]) -> list[tuple[Placed, int]]:
    """Paragraphs below a priority that begin with the word itself, "Outcome: Fewer people are hurt", and where the
    outcome's own words begin."""
    names = "|".join(map(re.escape, words))
    label = re.compile(rf"^(?:(?:our|the|key|desired|intended)\s+)?(?:{names})s?\s*[:–—-]\s+(?=[A-Z])", re.IGNORECASE)
    found = (
        (p, label.match(p.block.text)) for p in scope.inside(section) if p.block.kind in ("paragraph", "list_item")
    )
    return [(p, m.end()) for p, m in found if m and 2 <= len(p.block.text[m.end() :].split()) <= _LONGEST_OUTCOME]


def _own_number(block: Block) -> int:
    """Where the words of a listed outcome begin, behind a number of its own ("1.2 Our town centres feel safe")."""
    match = _OUTCOME_NUMBER.match(block.text)
    return match.end() if match else 0


def _numbered_below(scope: Outline, node: Node) -> list[Section]:
    """The headings under a priority that count on from its number: "2.1", "2.2" under "Priority 2"."""
    if not node.heading:
        return []
    heads = [s for s in scope.below(node.heading) if s.heading.chain and s.heading.chain[-1] == node.heading.first]
    found: list[Section] = []
    for section in heads:
        if section.heading.block.number.strip(" .") == f"{node.number}.{len(found) + 1}":
            found.append(section)
    return found


def _counts_outcomes(context: PaperContext, scope: Outline, node: Node) -> bool:
    """Whether a priority's listed outcomes stand again as headings that count on from its number."""
    if not node.heading:
        return False
    listed = _outcome_list(scope, node.heading, context.tracker.words_for_outcome)
    heads = [s.heading.block.text for s in _numbered_below(scope, node)]
    texts = [p.block.text[_own_number(p.block) :] for p in listed]
    return bool(texts) and len(matched(texts, heads, SAME_PROMISE)) == len(texts)


def _tabled_below(scope: Outline, section: Section, words: Sequence[str]) -> list[tuple[Block, int, int, str]]:
    """The cells of the column of outcomes in the tables under a priority, as delivery plans have it."""
    head = re.compile(rf"^(?:\w+\s+){{0,3}}(?:{'|'.join(map(re.escape, words))})s?\W*$", re.IGNORECASE)
    found: list[tuple[Block, int, int, str]] = []
    for placed in scope.inside(section):
        block = placed.block
        columns = [c for row in block.rows[:1] for c, cell in enumerate(row) if cell and head.match(cell.text.strip())]
        for r, row in enumerate(block.rows[1:], start=1):
            cell = row[columns[0]] if columns and columns[0] < len(row) else None
            for piece in cell_items(cell) if cell else ():
                text = " ".join(piece.split())
                text = text[match.end() :] if (match := _OUTCOME_NUMBER.match(text)) else text
                # A column of figures or of a word each ("Good") holds results, not what is hoped for.
                if len(text.split()) >= 3 and all(text != other for *_, other in found):
                    found.append((block, r, columns[0], text))
    return found


def _tabled_outcome(
    context: PaperContext, name: StrategyName, priority: Priority, number: int, place: tuple[Block, int, int, str]
) -> Outcome:
    block, row, column, text = place
    return Outcome(
        id=f"{priority.id}-{number}",
        strategy=name.id,
        priority=priority.id,
        number=f"{priority.number}.{number}",
        title=text,
        wordings=(Wording(text=text, stands_in="table", source=context.cell(block, row, column)),),
    )


def _outcome_list(scope: Outline, section: Section, words: Sequence[str]) -> list[Placed]:
    """The items below a line such as "Outcomes:" or "What we want to achieve (outcomes)"; not those below "Outcome 1.2
    Repeat victims are found early", which names an outcome: they say what is done for it."""
    names = "|".join(re.escape(w) for w in words)
    label = re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)
    named = promise(tuple(words))
    inside = scope.inside(section)
    for position, placed in enumerate(inside):
        block = placed.block
        short = len(block.text.split()) <= _LONGEST_LABEL or block.text.rstrip().endswith(":")
        if block.kind not in ("paragraph", "heading") or not short or not label.search(block.text):
            continue
        one = named.match(block.text.strip())
        if one and one["title"]:
            continue
        if len(block.text.split()) > 40:
            continue
        items: list[Placed] = []
        for after in inside[position + 1 :]:
            if after.block.kind != "list_item" or (items and after.block.depth < items[0].block.depth):
                break
            if not items or after.block.depth == items[0].block.depth:
                items.append(after)
        if items:
            return items
    return []


def _outcome(
    context: PaperContext,
    scope: Outline,
    name: StrategyName,
    priority: Priority,
    number: int,
    title: str,
    listed: Placed | None,
    section: Section | None,
    start: int,
    stated: tuple[Placed, int] | None = None,
) -> Outcome:
    wordings = [_listed_wording(context, listed, _own_number(listed.block))] if listed else []
    if stated:
        place, begin = stated
        source = context.source(place.block, begin, len(place.block.text))
        wordings.append(Wording(text=place.block.text[begin:].strip(), stands_in="text", source=source))
    if section:
        block = section.heading.block
        source = context.source(block, start, len(block.text))
        wordings.append(Wording(text=block.text[start:].strip(), stands_in="heading", source=source))
    return Outcome(
        id=f"{priority.id}-{number}",
        strategy=name.id,
        priority=priority.id,
        number=f"{priority.number}.{number}",
        title=title,
        wordings=tuple(wordings),
        sub_headings=_sub_headings(scope, section) if section else (),
        evidence=evidence_under(context, scope, section) if section else (),
    )
