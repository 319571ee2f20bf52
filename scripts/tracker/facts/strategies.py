"""Strategies with their priorities (or objectives, aims, themes …) and outcomes, in each wording found.

In: a ``PaperContext``. Out: strategies, priorities and outcomes. A framework is a run of headings such as "4.1 Priority
1 – …", "Partnership Objective 1: …" or "Theme three" inside one part or paper; the words come from the tracker's
settings. Its lists ("Outcomes:", "The five priorities are:") are found by likeness to the headings. An outcome's title
is that of the list where there is one, since headings are often edited; both wordings are kept with their places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tracker.facts.context import PaperContext
from tracker.facts.evidence import evidence_under
from tracker.facts.joining import joined_by_id, with_sources, with_wordings
from tracker.facts.names import NUMBER, likeness, matched, number_of
from tracker.facts.parts import Span
from tracker.facts.promise_marks import promise, with_bold_lines
from tracker.facts.recommendations import cell_items
from tracker.facts.sections import Outline, Placed, Section
from tracker.facts.strategy_names import StrategyName, name_of_framework
from tracker.facts.testimony import speaks
from tracker.records import Block, Outcome, Priority, Strategy, Wording

# A list wording and a heading of the same promise are at least so alike (0 to 100). Found on headings that spell out
# abbreviations or were edited between list and heading (72 and above) against neighbours (below 45).
_SAME_PROMISE = 58.0
_LONGEST_LABEL = 10

_LABEL = re.compile(r"^(?:\w+ ){0,3}outcomes?\s*:?$", re.IGNORECASE)
_NOTE = re.compile(r"\s*[–—-]?\s*\((?=[^()]*\b(?:leads?|led|update|owner|sponsor)\b)[^()]*\)\s*$", re.IGNORECASE)


@dataclass
class _Node:
    """A promise while it is gathered."""

    number: int
    title: str
    called: str
    heading: Section | None = None
    start: int = 0
    end: int = 0
    more: list[Section] = field(default_factory=list)
    listed: list[tuple[Placed, str]] = field(default_factory=list)
    cell: tuple[Block, int, int] | None = None
    below: list[tuple[Block, int, int, str]] = field(default_factory=list)
    """Outcomes that stand beside it in a table: the cell and the words of one of them."""


def frameworks_of(context: PaperContext) -> tuple[tuple[Strategy, ...], tuple[Priority, ...], tuple[Outcome, ...]]:
    """All strategies that a paper sets out or reports on, with their priorities and outcomes."""
    strategies: list[Strategy] = []
    priorities: list[Priority] = []
    outcomes: list[Outcome] = []
    for whole, spans in _scopes(context):
        scope, runs = _runs(context, whole, spans)
        taken: set[str] = set()
        for nodes in runs:
            name = name_of_framework(context, scope, spans, nodes[0].heading)
            if name.id in taken:
                continue
            taken.add(name.id)
            _join_lists(scope, nodes)
            strategies.append(_strategy(context, name))
            level = _usual_level(scope, nodes)
            for node in nodes:
                priority = _priority(context, scope, name, node, level)
                found = _outcomes(context, scope, name, node, priority)
                priorities.append(_without(priority, found))
                outcomes.extend(found)
    return (
        joined_by_id(strategies, with_sources),
        joined_by_id(priorities, with_wordings),
        joined_by_id(outcomes, with_wordings),
    )


def _runs(context: PaperContext, scope: Outline, spans: tuple[Span, ...]) -> tuple[Outline, list[list[_Node]]]:
    """The promises of a scope by the first way of printing them that it uses, and the outline they stand in."""
    found = _headed(context, scope)
    if found or not scope.blocks:
        return scope, found
    words = context.tracker.words_for_priority
    bold = with_bold_lines(scope, words, context.tracker.words_for_outcome)
    found = _headed(context, bold)
    if found:
        return bold, found
    return scope, _tabled(context, scope) or _listed_only(context, scope, spans)


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


# ---- headings --------------------------------------------------------------------------------------------------------


def _headed(context: PaperContext, scope: Outline) -> list[list[_Node]]:
    """Runs of promise headings: same word, numbers from 1 on, at least two."""
    pattern = promise(context.tracker.words_for_priority)
    groups: dict[str, dict[int, _Node]] = {}
    sections = scope.sections
    for position, section in enumerate(sections):
        block = section.heading.block
        match = pattern.match(block.text.strip())
        if not match:
            continue
        number = number_of(match["number"].split(".")[0])
        if not number or "." in match["number"]:
            continue
        start = match.start("title")
        title = _NOTE.sub("", match["title"]).strip()
        called = match["called"].strip()
        if not title and position + 1 < len(sections):
            # "Priority 1" in one line and its title in the next.
            below = sections[position + 1]
            if below.first == section.first + 1:
                title, start = below.heading.block.text.strip(), -1
        if not title:
            continue
        node = _Node(number, title, called, section, start, start + len(title))
        group = groups.setdefault(called.split()[-1].lower(), {})
        if number in group:
            group[number].more.append(section)
        else:
            group[number] = node
    runs = [sorted(group.values(), key=lambda n: n.number) for group in groups.values()]
    runs = [run for run in runs if len(run) >= 2 and run[0].number == 1]
    for run in runs:
        _reach_next(scope, run)
    return runs


def _reach_next(scope: Outline, run: list[_Node]) -> None:
    """Lets each promise go on to the next one. A heading between them without a number, however large it looks, is a
    part of the first: a word in capitals, a box."""
    for node, following in pairwise(run):
        if not node.heading or not following.heading or following.heading.first <= node.heading.last:
            continue
        between = range(node.heading.last + 1, following.heading.first)
        if not any(p.block.kind == "heading" and p.block.number for p in scope.blocks if p.index in between):
            node.heading = replace(node.heading, last=following.heading.first - 1)


def _tabled(context: PaperContext, scope: Outline) -> list[list[_Node]]:
    """Priorities in a table, a row for each, with their outcomes in the column that is headed so."""
    pattern = promise(context.tracker.words_for_priority)
    outcome = re.compile(rf"\b(?:{'|'.join(map(re.escape, context.tracker.words_for_outcome))})s?\b", re.IGNORECASE)
    for placed in scope.blocks:
        block = placed.block
        nodes: list[_Node] = []
        column = next(
            (c for row in block.rows[:2] for c, cell in enumerate(row) if cell and outcome.search(cell.text)), -1
        )
        for r, row in enumerate(block.rows):
            texts = [" ".join(cell.text.split()) if cell else "" for cell in row]
            found = next(((c, m) for c, t in enumerate(texts) if (m := pattern.match(t)) and m["title"]), None)
            if not found or number_of(found[1]["number"]) != len(nodes) + 1:
                continue
            c, match = found
            node = _Node(
                len(nodes) + 1, _NOTE.sub("", match["title"]).strip(), match["called"].strip(), cell=(block, r, c)
            )
            cell = row[column] if 0 <= column < len(row) and column != c else None
            if cell:
                node.below = [(block, r, column, piece) for piece in cell_items(cell.text)]
            nodes.append(node)
        if len(nodes) >= 2:
            return [nodes]
    return []


def _listed_only(context: PaperContext, scope: Outline, spans: tuple[Span, ...]) -> list[list[_Node]]:
    """Priorities that a strategy gives as a list only: a line that announces so many, and that many items."""
    if not any(span.part.kind in ("strategy", "chapter", "plan on a page") for span in spans):
        return []
    words = "|".join(re.escape(w.removesuffix("y")) for w in context.tracker.words_for_priority)
    lead = re.compile(rf"\b({NUMBER})\s+(?:\w+\s+){{0,3}}(?P<word>(?:{words})(?:y|ies|s)?)\b[^.]*:?$", re.IGNORECASE)
    for before, items in _lists(scope):
        match = lead.search(before.block.text.strip()) if before else None
        if match and number_of(match[1]) == len(items) >= 2:
            called = re.sub(r"ies$", "y", match["word"]).removesuffix("s").capitalize()
            nodes = [_Node(i, item.block.text, called) for i, item in enumerate(items, start=1)]
            for node, item in zip(nodes, items, strict=True):
                node.listed.append((item, "list"))
            return [nodes]
    return []


# ---- lists -----------------------------------------------------------------------------------------------------------


def _lists(scope: Outline) -> list[tuple[Placed | None, list[Placed]]]:
    """Every run of list items of one depth, with the block before it."""
    runs: list[tuple[Placed | None, list[Placed]]] = []
    current: list[Placed] = []
    before: Placed | None = None
    last: Placed | None = None
    for placed in scope.blocks:
        block = placed.block
        if block.kind == "list_item" and (not current or block.depth == current[0].block.depth):
            if not current:
                before = last
            current.append(placed)
        elif block.kind != "list_item":
            if current:
                runs.append((before, current))
            current = []
        last = placed
    if current:
        runs.append((before, current))
    return runs


def _join_lists(scope: Outline, nodes: list[_Node]) -> None:
    """Gives each node its wording in the lists of the same report, by likeness."""
    titles = [n.title for n in nodes]
    inside = [(n.heading.first, n.heading.last) for n in nodes if n.heading]
    for _, items in _lists(scope):
        if not len(nodes) <= len(items) <= len(nodes) + 2:
            continue
        if any(a <= items[0].index <= b for a, b in inside):
            continue
        pairs = matched(titles, [i.block.text for i in items], _SAME_PROMISE)
        if len(pairs) == len(nodes):
            for left, right in pairs.items():
                if all(items[right] is not placed for placed, _ in nodes[left].listed):
                    nodes[left].listed.append((items[right], "list"))


def _priority(context: PaperContext, scope: Outline, name: StrategyName, node: _Node, level: int) -> Priority:
    wordings = [_listed_wording(context, placed) for placed, _ in node.listed]
    sections = [*([node.heading] if node.heading else []), *node.more]
    title = node.title
    if node.heading:
        block = node.heading.heading.block
        start, end = (node.start, node.end) if node.start >= 0 else (0, len(block.text))
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


def _listed_wording(context: PaperContext, placed: Placed) -> Wording:
    return Wording(text=placed.block.text, stands_in="list", source=context.source(placed.block))


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


def _usual_level(scope: Outline, nodes: Sequence[_Node]) -> int:
    """The level that most first headings below these nodes have; 0 when there are none."""
    levels = [
        s.heading.block.level
        for node in nodes
        if node.heading
        for s in scope.below(node.heading)
        if s.heading.chain and s.heading.chain[-1] == node.heading.first
    ]
    return max(sorted(set(levels)), key=levels.count, default=0)


def _strategy(context: PaperContext, name: StrategyName) -> Strategy:
    return Strategy(id=name.id, title=name.title, period=name.period, status=name.status, sources=name.sources)


# ---- outcomes --------------------------------------------------------------------------------------------------------


def _outcomes(
    context: PaperContext, scope: Outline, name: StrategyName, node: _Node, priority: Priority
) -> list[Outcome]:
    """The outcomes under a priority: its list, its headings, or headings that call themselves outcomes."""
    if not node.heading:
        return [_tabled_outcome(context, name, priority, i, b) for i, b in enumerate(node.below, start=1)]
    words = context.tracker.words_for_outcome
    listed = _outcome_list(scope, node.heading, words)
    children = [s for s in scope.below(node.heading) if s.heading.chain and s.heading.chain[-1] == node.heading.first]
    pattern = promise(tuple(words))
    named = [(s, m) for s in scope.below(node.heading) if (m := pattern.match(s.heading.block.text.strip()))]
    if not listed and not named:
        return []
    if not listed:
        return [
            _outcome(context, scope, name, priority, i, m["title"].strip(), None, s, m.start("title"))
            for i, (s, m) in enumerate(named, start=1)
            if m["title"].strip()
        ]
    heads = [s for s in children if s.first > listed[-1].index] or children
    starts = [m.start("title") if (m := pattern.match(s.heading.block.text)) else 0 for s in heads]
    texts = [s.heading.block.text[a:] for s, a in zip(heads, starts, strict=True)]
    pairs = matched([p.block.text for p in listed], texts, _SAME_PROMISE)
    found = []
    for position, placed in enumerate(listed):
        section = heads[pairs[position]] if position in pairs else None
        start = starts[pairs[position]] if position in pairs else 0
        found.append(_outcome(context, scope, name, priority, position + 1, placed.block.text, placed, section, start))
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
    """The items below a line such as "Outcomes:" or "What we want to achieve (outcomes)"."""
    names = "|".join(re.escape(w) for w in words)
    label = re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)
    inside = scope.inside(section)
    for position, placed in enumerate(inside):
        block = placed.block
        short = len(block.text.split()) <= _LONGEST_LABEL or block.text.rstrip().endswith(":")
        if block.kind not in ("paragraph", "heading") or not short or not label.search(block.text):
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
) -> Outcome:
    wordings = [_listed_wording(context, listed)] if listed else []
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


def same_promise(one: str, other: str) -> bool:
    """Whether two wordings are alike enough to be the same promise."""
    return likeness(one, other) >= _SAME_PROMISE
