"""Three versions of one sequence woven into one: what the machine had, what the page has, what the machine has now.

The same three-way merge serves list fields, passages of text and rows of a CSV: pieces are matched by key, then by
sameness, then by likeness; each piece of the result knows which versions it has.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz

T = TypeVar("T")

ALIKE = 75.0
"""Likeness (0 to 100) from which two pieces with different keys are taken for one in two readings. Two readings of one
paragraph differ by a few letters (above 90); two neighbouring paragraphs of a report rarely share half."""

SAME_KEY_ALIKE = 45.0
"""Likeness below which two pieces under one key are two: block ids shift when a reading finds one block more."""


@dataclass(frozen=True)
class Woven(Generic[T]):
    """A piece in the versions that have it."""

    base: T | None
    mine: T | None
    new: T | None


def align(
    a: Sequence[T],
    b: Sequence[T],
    key: Callable[[T], Hashable],
    words: Callable[[T], str],
    *,
    lasting: bool = False,
    likeness: bool = True,
) -> dict[int, int]:
    """Which piece of ``b`` each piece of ``a`` is, by position; pieces without a counterpart are not in it.

    ``lasting`` keys decide alone (ids of records); others may shift (ids of passages), so that sameness of words goes
    first and a key needs some likeness. Without ``likeness`` only the same key or the same words make a pair.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def pair(i: int, j: int) -> None:
        pairs[i] = j
        taken.add(j)

    by_both: dict[Hashable, list[int]] = {}
    by_key: dict[Hashable, list[int]] = {}
    by_words: dict[str, list[int]] = {}
    for j, piece in enumerate(b):
        by_both.setdefault((key(piece), words(piece)), []).append(j)
        by_key.setdefault(key(piece), []).append(j)
        by_words.setdefault(words(piece), []).append(j)

    def sweep(found: Callable[[T], list[int]], fits: Callable[[T, T], bool]) -> None:
        for i, piece in enumerate(a):
            if i in pairs:
                continue
            free = [j for j in found(piece) if j not in taken and fits(piece, b[j])]
            if free:
                pair(i, min(free, key=lambda j: (abs(j - i), j)))

    def with_key(piece: T) -> list[int]:
        return by_key.get(key(piece), []) if key(piece) else []

    def with_words(piece: T) -> list[int]:
        return by_words.get(words(piece), []) if words(piece) else []

    def somewhat(p: T, q: T) -> bool:
        return fuzz.ratio(words(p), words(q)) >= SAME_KEY_ALIKE or not words(p) or not words(q)

    sweep(lambda p: by_both.get((key(p), words(p)), []), lambda p, q: True)
    if lasting:
        sweep(with_key, lambda p, q: True)
        free_keys = {key(b[j]) for j in range(len(b)) if j not in taken}
        sweep(with_words, lambda p, q: key(p) not in free_keys)
    else:
        sweep(with_words, lambda p, q: True)
        sweep(with_key, somewhat)
    for i in (i for i in range(len(a)) if likeness and i not in pairs and words(a[i])):
        found = [
            (fuzz.ratio(words(a[i]), words(b[j]), score_cutoff=ALIKE), -abs(i - j), j)
            for j in range(len(b))
            if j not in taken
        ]
        best = max(found, default=(0.0, 0, -1))
        if best[0] >= ALIKE:
            pair(i, best[2])
    return pairs


def weave(
    base: Sequence[T],
    mine: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    words: Callable[[T], str],
    *,
    lasting: bool = False,
) -> list[Woven[T]]:
    """All pieces of the three versions in the order they are to stand in.

    The page's order is kept when a person changed it, else the new reading's; pieces that only one version has follow
    the piece they follow there.
    """
    base_of_mine = _mine_to_base(base, mine, key, words)
    new_of_base = align(base, new, key, words, lasting=lasting)
    mine_of_base = {i: j for j, i in base_of_mine.items()}
    loose_mine = [j for j in range(len(mine)) if j not in base_of_mine]
    matched_new = set(new_of_base.values())
    loose_new = [j for j in range(len(new)) if j not in matched_new]
    both = align(
        [mine[j] for j in loose_mine], [new[j] for j in loose_new], key, words, lasting=lasting, likeness=False
    )
    new_of_loose = {loose_mine[a]: loose_new[b] for a, b in both.items()}

    woven: dict[tuple[str, int], Woven[T]] = {}
    place_mine: dict[int, tuple[str, int]] = {}
    place_new: dict[int, tuple[str, int]] = {}
    for i, piece in enumerate(base):
        m, n = mine_of_base.get(i), new_of_base.get(i)
        name = ("base", i)
        woven[name] = Woven(piece, None if m is None else mine[m], None if n is None else new[n])
        if m is not None:
            place_mine[m] = name
        if n is not None:
            place_new[n] = name
    for m in loose_mine:
        found = new_of_loose.get(m)
        place_mine[m] = ("mine", m)
        woven[("mine", m)] = Woven(None, mine[m], None if found is None else new[found])
        if found is not None:
            place_new[found] = ("mine", m)
    for n in loose_new:
        if n not in place_new:
            place_new[n] = ("new", n)
            woven[("new", n)] = Woven(None, None, new[n])

    in_mine = [place_mine[j] for j in range(len(mine))]
    in_new = [place_new[j] for j in range(len(new))]
    from_base = [name for name in in_mine if name[0] == "base"]
    moved = from_base != sorted(from_base)
    order = _grafted(in_mine, in_new) if moved else _grafted(in_new, in_mine)
    kept = set(order)
    gone = [("base", i) for i in range(len(base)) if ("base", i) not in kept]
    return [woven[name] for name in [*order, *gone]]


def _mine_to_base(
    base: Sequence[T], mine: Sequence[T], key: Callable[[T], Hashable], words: Callable[[T], str]
) -> dict[int, int]:
    """People keep a piece's key and change its words as they like: here the key decides before likeness does."""
    by_key: dict[Hashable, list[int]] = {}
    for i, piece in enumerate(base):
        if key(piece):
            by_key.setdefault(key(piece), []).append(i)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for j, piece in enumerate(mine):
        free = [i for i in by_key.get(key(piece), []) if i not in taken] if key(piece) else []
        same = [i for i in free if words(base[i]) == words(piece)]
        if free:
            i = (same or free)[0]
            pairs[j] = i
            taken.add(i)
    rest_mine = [j for j in range(len(mine)) if j not in pairs]
    rest_base = [i for i in range(len(base)) if i not in taken]
    for a, b in align([mine[j] for j in rest_mine], [base[i] for i in rest_base], key, words).items():
        pairs[rest_mine[a]] = rest_base[b]
    return pairs


def _grafted(skeleton: list[tuple[str, int]], other: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The skeleton with the names that only ``other`` has, each after the name it follows there."""
    order = list(skeleton)
    present = set(order)
    before: tuple[str, int] | None = None
    for name in other:
        if name not in present:
            order.insert(0 if before is None else order.index(before) + 1, name)
            present.add(name)
        before = name
    return order
