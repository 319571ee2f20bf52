"""Promises as a paper prints them, in their order: headings, bold lines, rows of a table, or a list.

In: a ``PaperContext`` and the outline of a report. Out: runs of ``Node`` records, a run for each framework, and the
outline they stand in. Which strategy they belong to, and their outcomes, is found elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tracker.facts.board.parts import Span
from tracker.facts.board.recommendations import cell_items
from tracker.facts.context import PaperContext
from tracker.facts.promises.promise_marks import promise, with_bold_lines
from tracker.facts.sections import Outline, Placed, Section
from tracker.facts.wording.names import NUMBER, likeness, matched, number_of
from tracker.records import Block

# A list wording and a heading of the same promise are at least so alike (0 to 100). Found on headings that spell out
# abbreviations or were edited between list and heading (72 and above) against neighbours (below 45).
SAME_PROMISE = 58.0
_NOTE = re.compile(r"\s*[–—-]?\s*\((?=[^()]*\b(?:leads?|led|update|owner|sponsor)\b)[^()]*\)\s*$", re.IGNORECASE)
# A list that sets out a strategy's priorities has few items; a longer one lists actions.
_MOST = 10
_LONGEST_TITLE = 16
_LIST_END = re.compile(r"[ .;,]+(?:(?:and|or)\s*)?$|\s+(?:and|or)\s*$")
_NAME_END = re.compile(r"\s[–—-]\s|:\s")
_ROW_NUMBER = re.compile(r"^(?:\d{1,2}|[A-H])[.):]?\s+(?=\S)")
# What a plan on a page sets beside its priorities; beside "Score" or "Responses" they are what was asked about.
_ANSWERS = re.compile(
    r"\b(?:outcomes?|aims?|measures?|success|what we (?:will|want)|we will|commitments?|actions?|deliver\w*)\b",
    re.IGNORECASE,
)
# Priorities of somebody else, which a strategy names because it serves them.
_OTHERS = re.compile(
    r"\b(?:national|government|home office|commissioners?|PCC|police and crime plan|mayor\w*|corporate|council plan"
    r"|health and wellbeing|NHS|county|force|previous|last (?:plan|strategy)|links? (?:to|with))\b",
    re.IGNORECASE,
)
# A heading that says a listed priority again without its number is almost word for word the same.
_SAME_HEADING = 80.0


@dataclass
class Node:
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


def runs_of(context: PaperContext, scope: Outline, spans: tuple[Span, ...]) -> tuple[Outline, list[list[Node]]]:
    """The promises of a scope by the first way of printing them that it uses, and the outline they stand in."""
    found = _headed(context, scope)
    if found or not scope.blocks:
        return scope, found
    words = context.tracker.words_for_priority
    bold = with_bold_lines(scope, words, context.tracker.words_for_outcome)
    found = _headed(context, bold)
    if found:
        return bold, found
    found = _tabled(context, scope)
    if found or not _is_strategy(spans):
        return scope, found
    for read in (_tabled_plainly, _listed_only, _below_heading, _named_again):
        if found := read(context, scope):
            break
    return scope, found


def _is_strategy(spans: tuple[Span, ...]) -> bool:
    return any(span.part.kind in ("strategy", "chapter", "plan on a page") for span in spans)


def _headed(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """Runs of promise headings: same word, numbers from 1 on, at least two."""
    pattern = promise(context.tracker.words_for_priority)
    groups: dict[str, dict[int, Node]] = {}
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
            # … or in short words below, as a plan on a page has it
            title, start = _line_below(scope, section), -1
        if not title:
            continue
        node = Node(number, title, called, section, start, start + len(title))
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


def _line_below(scope: Outline, section: Section) -> str:
    """The words right below a heading where they stand out as a title does; "" for running text."""
    if section.first >= section.last:
        return ""
    block = scope.at(section.first + 1).block
    text = block.text.strip()
    dressed = block.role == "callout" or (bool(block.runs) and all(r.bold for r in block.runs if r.text.strip()))
    titled = block.kind == "paragraph" and dressed and 2 <= len(text.split()) <= _LONGEST_TITLE
    return text if titled and text[-1] not in ".:;?!" and not re.search(r"\d", text) else ""


def _reach_next(scope: Outline, run: list[Node]) -> None:
    """Lets each promise go on to the next one. A heading between them without a number, however large it looks, is a
    part of the first: a word in capitals, a box."""
    for node, following in pairwise(run):
        if not node.heading or not following.heading or following.heading.first <= node.heading.last:
            continue
        between = range(node.heading.last + 1, following.heading.first)
        if not any(p.block.kind == "heading" and p.block.number for p in scope.blocks if p.index in between):
            node.heading = replace(node.heading, last=following.heading.first - 1)


def _tabled(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """Priorities in a table, a row for each, with their outcomes in the column that is headed so."""
    pattern = promise(context.tracker.words_for_priority)
    outcome = re.compile(rf"\b(?:{'|'.join(map(re.escape, context.tracker.words_for_outcome))})s?\b", re.IGNORECASE)
    for placed in scope.blocks:
        block = placed.block
        nodes: list[Node] = []
        column = next(
            (c for row in block.rows[:2] for c, cell in enumerate(row) if cell and outcome.search(cell.text)), -1
        )
        for r, row in enumerate(block.rows):
            texts = [" ".join(cell.text.split()) if cell else "" for cell in row]
            found = next(((c, m) for c, t in enumerate(texts) if (m := pattern.match(t)) and m["title"]), None)
            if not found or number_of(found[1]["number"]) != len(nodes) + 1:
                continue
            c, match = found
            node = Node(
                len(nodes) + 1, _NOTE.sub("", match["title"]).strip(), match["called"].strip(), cell=(block, r, c)
            )
            cell = row[column] if 0 <= column < len(row) and column != c else None
            if cell:
                node.below = [(block, r, column, piece) for piece in cell_items(cell)]
            nodes.append(node)
        if len(nodes) >= 2:
            return [nodes]
    return []


def _tabled_plainly(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """A strategy's table whose first column is headed "Priority" and the next says what is hoped for or done: a
    priority for each row, numbered or not."""
    names = "|".join(re.escape(w.removesuffix("y")) for w in context.tracker.words_for_priority)
    first = re.compile(rf"^(?:\w+ ){{0,2}}(?P<word>(?:{names})(?:y|ies|s)?)\W*$", re.IGNORECASE)
    hopes = "|".join(map(re.escape, context.tracker.words_for_outcome))
    outcome = re.compile(rf"^(?:\w+ ){{0,3}}(?:{hopes})s?\W*$", re.IGNORECASE)
    for placed in scope.blocks:
        block = placed.block
        heads = [" ".join(cell.text.split()) if cell else "" for row in block.rows[:1] for cell in row]
        named = first.match(heads[0]) if len(heads) >= 2 else None
        column = next((c for c, head in enumerate(heads) if c and outcome.match(head)), -1)
        above = " ".join((block.caption, *(h.text for h in scope.headings(placed)[-1:])))
        if not named or _OTHERS.search(above) or not (column > 0 or any(_ANSWERS.search(head) for head in heads[1:])):
            continue
        nodes: list[Node] = []
        for r, row in enumerate(block.rows[1:], start=1):
            title = _ROW_NUMBER.sub("", " ".join(row[0].text.split())) if row[0] else ""
            if not title:
                continue
            node = Node(len(nodes) + 1, title, _singular(named["word"]), cell=(block, r, 0))
            cell = row[column] if 0 < column < len(row) else None
            if cell:
                node.below = [(block, r, column, piece) for piece in cell_items(cell)]
            nodes.append(node)
        titles = {node.title.lower() for node in nodes}
        worded = all(2 <= len(node.title.split()) <= _LONGEST_TITLE for node in nodes)
        if 2 <= len(nodes) <= _MOST and len(titles) == len(nodes) and worded:
            return [nodes]
    return []


def _below_heading(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """A strategy's priorities as the headings below "Our priorities", where a line there announces as many or they are
    numbered from 1 on."""
    names = "|".join(re.escape(w.removesuffix("y")) for w in context.tracker.words_for_priority)
    named = re.compile(
        rf"^(?:(?:our|the|key|strategic|partnership|shared|agreed|{NUMBER})\s+){{0,4}}(?P<word>(?:{names})(?:ies"
        rf"|s))\W*$",
        re.IGNORECASE,
    )
    counted = re.compile(rf"\b(?P<count>{NUMBER})\s+(?:\w+\s+){{0,2}}(?:{names})(?:ies|s)\b", re.IGNORECASE)
    for section in scope.sections:
        match = named.match(section.heading.block.text.strip())
        below = [s for s in scope.below(section) if s.heading.chain and s.heading.chain[-1] == section.first]
        if not match or not 2 <= len(below) <= _MOST:
            continue
        before = [p.block.text for p in scope.inside(section) if p.index < below[0].first]
        said = {number_of(m["count"]) for text in (section.heading.block.text, *before) for m in counted.finditer(text)}
        numbers = [s.heading.block.number.strip(" .)").split(".")[-1] for s in below]
        if said != {len(below)} and numbers != [str(n) for n in range(1, len(below) + 1)]:
            continue
        texts = [s.heading.block.text.strip() for s in below]
        if not all(2 <= len(text.split()) <= _LONGEST_TITLE for text in texts):
            continue
        called = _singular(match["word"])
        return [[Node(n, t, called, s, 0, len(t)) for n, (s, t) in enumerate(zip(below, texts, strict=True), start=1)]]
    return []


def _named_again(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """A strategy's priorities that stand below "Our priorities" in a drawing or in short lines, and again as headings
    of one level, each of its own section."""
    names = "|".join(re.escape(w.removesuffix("y")) for w in context.tracker.words_for_priority)
    named = re.compile(
        rf"^(?:(?:our|the|key|strategic|partnership|shared|agreed|{NUMBER})\s+){{0,4}}(?P<word>(?:{names})(?:ies|s))\b"
        r"(?:\s+(?:at a glance|on a page|for|20\d\d)\b.*)?\W*$",
        re.IGNORECASE,
    )
    for section in scope.sections:
        match = named.match(section.heading.block.text.strip())
        if not match:
            continue
        inside = [p.block for p in scope.inside(section) if len(p.block.text.split()) <= _LONGEST_TITLE]
        texts = [text for b in inside for text in (b.text, *(label.text for label in b.labels)) if text]
        later = [s for s in scope.sections if s.first > section.last]
        again = [s for s in later if any(likeness(s.heading.block.text, t) >= _SAME_HEADING for t in texts)]
        levels = {s.heading.block.level for s in again}
        titles = [s.heading.block.text.strip() for s in again]
        if 2 <= len(again) <= _MOST and len(levels) == 1 and len(set(titles)) == len(titles):
            called = _singular(match["word"])
            pairs = zip(again, titles, strict=True)
            return [[Node(n, t, called, s, 0, len(t)) for n, (s, t) in enumerate(pairs, start=1)]]
    return []


def _singular(word: str) -> str:
    """ "priorities" as "Priority"."""
    return re.sub(r"ies$", "y", word).removesuffix("s").capitalize()


def _listed_only(context: PaperContext, scope: Outline) -> list[list[Node]]:
    """Priorities that a strategy gives as a list only: below a line that announces so many ("Our three priorities
    are:") or a heading that says no more ("Strategic priorities"). Headings that say one again begin its section."""
    words = "|".join(re.escape(w.removesuffix("y")) for w in context.tracker.words_for_priority)
    counted = re.compile(rf"\b({NUMBER})\s+(?:\w+\s+){{0,3}}(?P<word>(?:{words})(?:y|ies|s)?)\b[^.]*:?$", re.IGNORECASE)
    named = re.compile(
        rf"^(?:[\w’'-]+\s+){{0,4}}(?P<word>(?:{words})(?:ies|s))\b(?:\s+(?:are|for|to|20)\b[^.]*)?:?$", re.IGNORECASE
    )
    for before, items in lists_in(scope):
        text = before.block.text.strip() if before else ""
        match = counted.search(text)
        announced = match and number_of(match[1]) == len(items)
        match = match if announced else named.match(text)
        above = scope.headings(before)[-1:] if before else ()
        others = any(_OTHERS.search(words) for words in (text, *(h.text for h in above)))
        if not match or others or not 2 <= len(items) <= _MOST:
            continue
        called = _singular(match["word"])
        nodes = [Node(i, _LIST_END.sub("", item.block.text), called) for i, item in enumerate(items, start=1)]
        for node, item in zip(nodes, items, strict=True):
            node.listed.append((item, "list"))
            node.heading = next(
                (
                    s
                    for s in scope.sections
                    if s.first > items[-1].index and likeness(s.heading.block.text, node.title) >= _SAME_HEADING
                ),
                None,
            )
            node.end = len(node.heading.heading.block.text) if node.heading else 0
        return [nodes]
    return []


def lists_in(scope: Outline) -> list[tuple[Placed | None, list[Placed]]]:
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


def join_lists(scope: Outline, nodes: list[Node]) -> None:
    """Gives each node its wording in the lists of the same report, by likeness."""
    titles = [n.title for n in nodes]
    inside = [(n.heading.first, n.heading.last) for n in nodes if n.heading]
    for _, items in lists_in(scope):
        if not len(nodes) <= len(items) <= len(nodes) + 2:
            continue
        if any(a <= items[0].index <= b for a, b in inside):
            continue
        pairs = matched(titles, [i.block.text for i in items], SAME_PROMISE)
        if len(pairs) < len(nodes):
            # "Reducing neighbourhood crime – fewer people are victims of theft": the name and what it is for
            pairs = matched(titles, [_NAME_END.split(i.block.text)[0] for i in items], SAME_PROMISE)
        if len(pairs) == len(nodes):
            for left, right in pairs.items():
                if all(items[right] is not placed for placed, _ in nodes[left].listed):
                    nodes[left].listed.append((items[right], "list"))
