"""Draft against adopted: one page for each draft (or superseded) strategy that others answer, promise by promise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.records import Outcome, Priority, Strategy, Wording
from tracker.site.addresses import outcome_address, priority_address, strategy_address
from tracker.site.book import Book
from tracker.site.page import Page, bullets, crumbs, heading, joined, summary_list
from tracker.site.sensitive import promise_is_sensitive, strategy_is_sensitive
from tracker.site.sources import found_as, page_links, short_link
from tracker.site.text import clipped, counted, html, link, plural, safe_id, unique
from tracker.site.wording_changes import WordingChange, likeness, wording_change

OLDER = {"draft": "Draft", "superseded": "Superseded"}
LEAST_ANSWERED = 0.5
"""A strategy is about the same as the draft when it answers more than this share of the draft's promises."""
YEARS = re.compile(r"[\s,(–-]*\b(19|20)\d{2}\b.*$")

Promise = Priority | Outcome


@dataclass(frozen=True)
class Counterpart:
    """A later strategy and its promise for each of the older one's (by id)."""

    strategy: Strategy
    answers: Mapping[str, Promise]


def comparison_address(strategy: str) -> str:
    """The page that compares an older strategy with what came of it."""
    return f"draft-and-adopted/{safe_id(strategy)}/"


def comparison_pages(book: Book) -> list[Page]:
    """A page for every older strategy with a counterpart."""
    return [_page(book, s, found) for s in book.facts.strategies if (found := counterparts(book, s))]


def comparison_links(book: Book, here: str, strategy: Strategy) -> str:
    """The section on a strategy's page that leads to its comparisons, "" where there is none."""
    lines = []
    for older in book.facts.strategies:
        found = counterparts(book, older)
        if found and (older.id == strategy.id or any(c.strategy.id == strategy.id for c in found)):
            lines.append(link(here, comparison_address(older.id), _title(older)))
    return joined(heading("Draft against adopted", "compared"), bullets(lines)) if lines else ""


def counterparts(book: Book, older: Strategy) -> tuple[Counterpart, ...]:
    """The strategies that answer most of an older one's promises, as the papers' likeness or a person says; the one
    with the same number of promises first."""
    mine = book.priorities_of.get(older.id, ())
    if older.status not in OLDER or not mine:
        return ()
    found: dict[str, list[tuple[Promise, Promise]]] = {}
    for promise in mine:
        for other in (book.promises[id] for id in book.meaning_the_same.get(promise.id, ())):
            newer = book.strategies.get(other.strategy)
            if newer and newer.id != older.id and newer.status not in OLDER:
                found.setdefault(newer.id, []).append((promise, other))
    made = [Counterpart(book.strategies[s], _one_each(pairs)) for s, pairs in found.items()]
    made = [c for c in made if len(c.answers) > len(mine) * LEAST_ANSWERED]
    return tuple(sorted(made, key=lambda c: (_rank(book, c, len(mine)), c.strategy.id)))


def _one_each(pairs: Sequence[tuple[Promise, Promise]]) -> dict[str, Promise]:
    """One answer for each promise: of the level that answers most of them (priorities, or outcomes), then the most
    alike."""
    levels = [{old.id for old, new in pairs if isinstance(new, kind)} for kind in (Priority, Outcome)]
    level = Outcome if len(levels[1]) > len(levels[0]) else Priority
    ranked = sorted(pairs, key=lambda pair: (isinstance(pair[1], level), _alike(*pair)))
    return {old.id: new for old, new in ranked}


def _rank(book: Book, one: Counterpart, count: int) -> tuple[int, int]:
    whole = all(isinstance(promise, Priority) for promise in one.answers.values())
    return (0 if whole else 1, abs(len(book.priorities_of.get(one.strategy.id, ())) - count))


def _page(book: Book, older: Strategy, newer: Sequence[Counterpart]) -> Page:
    here = comparison_address(older.id)
    mine = book.priorities_of[older.id]
    changes = {
        (promise.id, c.strategy.id): change
        for c in newer
        for promise in mine
        if (change := _change(promise, c.answers.get(promise.id)))
    }
    lede = _lede(older, mine, newer, changes)
    strategies = (older, *(c.strategy for c in newer))
    return Page(
        here,
        f"{_title(older)}: what changed in the wording",
        "Priorities",
        joined(
            heading("At a glance", "glance"),
            _glance(older, mine, newer, changes),
            heading(f"The {len(strategies)} strategies", "strategies"),
            _strategies(book, here, strategies),
            '<p class="st-small">Marks: <del>taken out</del> '
            f"and <ins>put in</ins>, each against the {OLDER[older.status].lower()}. "
            "Capitals, hyphens and punctuation are named but not marked.</p>",
            *(_promise(book, here, older, promise, newer, changes) for promise in mine),
            _only_newer(book, here, newer),
        ),
        {
            "kind": "comparison",
            "kind_line": f"{OLDER[older.status]} against adopted",
            "lede": lede,
            "exit": strategy_is_sensitive(book, older) or any(promise_is_sensitive(book, p) for p in mine),
            "crumbs": crumbs(("Priorities", "priorities/"), (older.title, strategy_address(older.id))),
            **found_as(book, "Strategy", [w.source.paper for p in mine for w in p.wordings]),
        },
        lede,
    )


def _title(older: Strategy) -> str:
    return YEARS.sub("", older.title).strip() or older.title


def _lede(
    older: Strategy,
    mine: Sequence[Priority],
    newer: Sequence[Counterpart],
    changes: Mapping[tuple[str, str], WordingChange],
) -> str:
    told = []
    name = counted(len(mine), mine[0].called.lower(), plural(mine[0].called.lower()))
    for c in newer:
        found = [changes[p.id, c.strategy.id] for p in mine if (p.id, c.strategy.id) in changes]
        same = sum(not change.differs for change in found)
        missing = len(mine) - len(found)
        said = [f"{_of_all(same, len(mine))} in the same words" if same else ""]
        said.append(f"{_of_all(len(found) - same, len(mine))} in other words" if same < len(found) else "")
        said.append(f"for {missing} no counterpart was found" if missing else "")
        told.append(f"In the {c.strategy.title}: {', '.join(unique(said))}.")
    return f"The {OLDER[older.status].lower()} has {name}. {' '.join(told)}"


def _of_all(count: int, every: int) -> str:
    return f"all {count}" if count == every > 1 else str(count)


def _change(old: Promise, new: Promise | None) -> WordingChange | None:
    if new is None:
        return None
    before, after = _nearest(old, new)
    return wording_change(before.text, after.text)


def _nearest(old: Promise, new: Promise) -> tuple[Wording, Wording]:
    """The printings of two promises that are most alike: a list is compared with a list, not with a heading."""
    pairs = [(one, other) for one in old.wordings for other in new.wordings]
    return max(pairs, key=lambda pair: likeness(pair[0].text, pair[1].text))


def _alike(old: Promise, new: Promise) -> float:
    if not old.wordings or not new.wordings:
        return 0.0
    before, after = _nearest(old, new)
    return likeness(before.text, after.text)


def _glance(
    older: Strategy,
    mine: Sequence[Priority],
    newer: Sequence[Counterpart],
    changes: Mapping[tuple[str, str], WordingChange],
) -> str:
    head = "".join(f'<th scope="col">{html(_column(older, c))}</th>' for c in newer)
    lines = []
    for promise in mine:
        cells = ""
        for c in newer:
            change = changes.get((promise.id, c.strategy.id))
            said = html(change.said) if change else "no counterpart found"
            tag = '<span class="st-tag st-tag--differs">differs</span> ' if change and change.differs else ""
            cells += f"<td>{tag}{said}</td>"
        name = f"{promise.number} {clipped(promise.title, 60)}".strip()
        lines.append(f'<tr><th scope="row"><a href="#{_key(promise)}">{html(name)}</a></th>{cells}</tr>')
    called = mine[0].called
    caption = f"{counted(len(mine), called.lower(), plural(called.lower()))}, compared word by word"
    return (
        f'<div class="st-scroll" tabindex="0" role="group" aria-label="At a glance"><table class="st-glance">'
        f'<caption>{html(caption)}</caption><thead><tr><th scope="col">{html(called)}</th>{head}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )


def _column(older: Strategy, newer: Counterpart) -> str:
    return f"{OLDER[older.status]} to {newer.strategy.title}"


def _strategies(book: Book, here: str, strategies: Sequence[Strategy]) -> str:
    pairs = []
    for s in strategies:
        places = page_links(book, here, s.sources)
        title = link(here, strategy_address(s.id), s.title)
        word = OLDER.get(s.status, "In force" if s.status == "adopted" else s.status.capitalize())
        pairs.append((f"{word} {s.period}".strip(), title + (f", {places}" if places else "")))
    return summary_list(pairs)


def _promise(
    book: Book,
    here: str,
    older: Strategy,
    promise: Priority,
    newer: Sequence[Counterpart],
    changes: Mapping[tuple[str, str], WordingChange],
) -> str:
    boxes, told = [], []
    for c in newer:
        other = c.answers.get(promise.id)
        change = changes.get((promise.id, c.strategy.id))
        if other is None or change is None:
            missing = f"<div><dt>{html(c.strategy.title)}</dt><dd>No counterpart was found in these papers.</dd></div>"
            boxes.append(missing)
            continue
        before, after = _nearest(promise, other)
        if before not in told:
            told.append(before)
        name = f"Outcome {other.number}" if isinstance(other, Outcome) else f"{other.called} {other.number}"
        address = outcome_address(other.id) if isinstance(other, Outcome) else priority_address(other.id)
        boxes.append(
            f"<div><dt>{html(c.strategy.title)}, {link(here, address, name)}</dt><dd>{change.marked}</dd>"
            f"<dd>{html(change.said[:1].upper() + change.said[1:])}. {_place(book, here, after)}</dd></div>"
        )
    first = "".join(
        f"<div><dt>{html(OLDER[older.status])} {html(older.period)}</dt><dd>{html(w.text)}</dd>"
        f"<dd>{_place(book, here, w)}</dd></div>"
        for w in told
    )
    title = f"{promise.called} {promise.number}".strip()
    whole = f"<p>{link(here, priority_address(promise.id), f'{title} of the {OLDER[older.status].lower()}')}</p>"
    two = " st-word--two" if len(boxes) + len(told) in {2, 4} else ""
    return joined(heading(title, _key(promise)), f'<dl class="st-word{two}">{first}{"".join(boxes)}</dl>', whole)


def _place(book: Book, here: str, wording: Wording) -> str:
    return short_link(book, here, wording.source)


def _only_newer(book: Book, here: str, newer: Sequence[Counterpart]) -> str:
    """Promises of the strategy in force that answer none of the draft's: what was added."""
    lines = []
    for c in newer:
        used = {promise.id for promise in c.answers.values()}
        if any(isinstance(promise, Outcome) for promise in c.answers.values()):
            continue
        rest = [p for p in book.priorities_of.get(c.strategy.id, ()) if p.id not in used]
        lines += [
            f"{html(c.strategy.title)}: {link(here, priority_address(p.id), f'{p.called} {p.number}: {p.title}')}"
            for p in rest
        ]
    return joined(heading("Added since", "added"), bullets(lines)) if lines else ""


def _key(promise: Priority) -> str:
    return f"promise-{safe_id(promise.id)}"
