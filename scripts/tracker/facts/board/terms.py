"""Abbreviations and definitions: lists of them, first use in running text, keys, definitions.

In: a ``PaperContext``. Out: ``Term`` records, one for each different expansion, at its first place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tracker.facts.context import PaperContext
from tracker.facts.places import joined_source
from tracker.facts.sections import Placed
from tracker.facts.wording.names import plain_words, slug
from tracker.records import Block, Source, Term

_LIST_HEADING = re.compile(
    r"\b(?:abbreviations?|acronyms?|glossary|key(?: terms)?|terminology|definitions? of terms)\b", re.IGNORECASE
)
_DEFINING = re.compile(r"\bdefinitions?\b|\bglossary\b|\bforms (?:and|of)\b", re.IGNORECASE)
_SHORT = r"[A-Z][A-Za-z&/+]{0,3}[A-Z0-9][A-Za-z0-9&/+-]{0,8}s?"
_IN_BRACKETS = re.compile(
    rf"\(\s*(?:(?:the|or|hereafter|known as|also)\s+)*"
    rf"[‘'“\"]?(?P<short>(?:[A-Z]{{2,4}} )?{_SHORT})[’'”\"]?(?:\s+or\s+[^()]*)?\s*\)"
)
_REVERSED = re.compile(rf"(?<![\w-])(?P<short>(?:[A-Z]{{2,4}} )?{_SHORT})\s*\(\s*(?P<long>[A-Z][^()]{{5,90}})\)")
_KEY = re.compile(
    rf"^(?P<short>{_SHORT}(?:\s[A-Z][a-z]+){{0,2}})\s*[–:=-]\s*(?P<long>[A-Z][^–:]*?)(?:\s+[–-]\s+|[.;:]|$)"
)
_DEFINITION = re.compile(r"^(?P<short>[A-Z][\w ,/()'’-]{2,70}?)\s*(?:[–—:]|\s-)\s+(?P<long>[a-z].{25,})$", re.DOTALL)
_MEANS = re.compile(
    r"^(?:An?\s+|The\s+)?[*]?(?:An?\s+)?[“\"‘']?(?P<short>[A-Z][\w' ’-]{2,50}?)[”\"’']?\s+(?:is defined as"
    r"|means (?!that\b|to\b))\s*(?P<long>.{20,})$"
)
_SKIP = frozenset(
    ["and", "of", "the", "for", "in", "on", "to", "a", "an", "with", "by", "at", "from", "or", "&", "de", "into"]
)
_HEAD = re.compile(r"(?:terms?|abbreviations?|acronyms?|words?|initials|short(?: form)?)", re.IGNORECASE)
# "This means …" explains a consequence, not a word.
_POINTING = frozenset(("This", "That", "It", "Which", "These", "There"))
_OUTER = re.compile(r"[^\w&'’/-]+")

_INITIALS = re.compile(
    r"(?:^|[,;]\s+|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Supt|Superintendent|Insp|Inspector|Sgt|PC|DCI|CI)\.?\s+)"
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Supt|Superintendent|Insp|Inspector|Sgt|PC|DCI|CI|Chief)\.?\s+)*"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){1,2})\s+\((?P<short>[A-Z]{2,3})\)"
)
_LISTS_PEOPLE = re.compile(
    r"^\W*(?:(?:members?|officers?|others?|also|partners?|board members?)\s+)*"
    r"(?:present|in attendance|attendance|attendees|apologies|membership|key to (?:actions?|initials)|initials)\b",
    re.IGNORECASE,
)
_LONGEST_NAMED = 12
# Words of bodies and schemes, which initials may well stand for.
_BODY = re.compile(
    r"\b(?:Abuse|Violence|Health|Safety|Council|Police|Board|Partnership|Team|Service|Services|Group|Unit|Plan|Strategy|Act"
    r"|Order|Notice|Notices|Crime|Justice|Care|Fund|Panel|Office|Authority|Street|Town|Night|Community|Public|Social|Anti\S*)\b"
)

StandsIn = Literal["list", "text", "definition"]
Found = tuple[StandsIn, str, str, Source]


def terms_of(context: PaperContext) -> tuple[Term, ...]:
    """All terms of a paper in order of their first place."""
    found: dict[tuple[str, str], Term] = {}
    people = _names_of_people(context)
    for stands_in, short, long, source in _found(context):
        if stands_in == "text" and plain_words(long) in people:
            continue
        key = (short, plain_words(long))
        if key in found and not (stands_in == "list" and found[key].stands_in != "list"):
            continue
        found[key] = Term(id="", short=short, expansion=long, stands_in=stands_in, source=source)
    used: dict[str, int] = {}
    terms = []
    for term in found.values():
        name = f"term-{slug(term.short)}"
        used[name] = used.get(name, 0) + 1
        terms.append(term.model_copy(update={"id": name if used[name] == 1 else f"{name}-{used[name]}"}))
    return tuple(terms)


def _names_of_people(context: PaperContext) -> frozenset[str]:
    """Names that minutes shorten to initials ("Jo Bloggs (JB)"): two or three letters for as many words, where a list
    item, a cell or a paragraph begins, or behind a title."""
    found = set()
    for span in context.spans:
        listing = False
        for placed in span.blocks:
            # Minutes name people anywhere; other papers where they list who was there or explain initials.
            short = len(placed.block.text.split()) <= _LONGEST_NAMED
            listing = bool(_LISTS_PEOPLE.match(placed.block.text)) or (
                listing and short and placed.block.kind in ("list_item", "paragraph", "table")
            )
            if not listing and span.part.kind != "minutes":
                continue
            texts = [placed.block.text, *(c.text for row in placed.block.rows for c in row if c)]
            for text in texts:
                for match in _INITIALS.finditer(text):
                    name = match["name"].split()
                    if "".join(word[0] for word in name) == match["short"] and not _BODY.search(match["name"]):
                        found.add(plain_words(match["name"]))
    return frozenset(found)


def _found(context: PaperContext) -> Iterator[Found]:
    for placed in context.outline.blocks:
        block = placed.block
        headings = " ".join(h.text for h in context.outline.headings(placed)[-1:])
        listed = bool(_LIST_HEADING.search(headings))
        if block.kind == "table":
            yield from _in_table(context, block, listed)
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    if cell and "(" in cell.text:
                        place = context.cell(block, r, c)
                        yield from (("text", short, long, place) for short, long, _, _ in _spelt_out(cell.text))
            continue
        if block.kind == "figure" or not block.text:
            continue
        if listed and block.kind in ("list_item", "paragraph"):
            keys = list(_keys(block.text))
            for short, long, start, end in keys:
                yield "text", short, long, context.source(block, start, end)
            if keys:
                continue
        yield from _in_text(context, block)
        yield from _definition(context, placed, headings)


def _keys(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Abbreviations that a key explains, one or several in a line: "CSP – Community Safety Partnership; ..."."""
    for piece in re.finditer(r"[^;]+", text):
        lead = len(piece[0]) - len(piece[0].lstrip())
        key = _KEY.match(piece[0].strip())
        if key:
            start = piece.start() + lead
            yield key["short"], key["long"].strip(), start, start + key.end("long")


def _in_table(context: PaperContext, block: Block, listed: bool) -> Iterator[Found]:
    """A table of two columns with abbreviations in the first; without the heading, nearly all rows must spell out."""
    pairs = []
    for r, row in enumerate(block.rows):
        cells = [(c, " ".join(cell.text.split())) for c, cell in enumerate(row) if cell and cell.text.strip()]
        if len(cells) == 2:
            (a, short), (b, long) = cells
            pairs.append((r, a, short, b, long))
    fits = [p for p in pairs if re.fullmatch(_SHORT, p[2]) and _initials_fit(p[2], p[4].split())]
    if not (listed and pairs) and not (len(fits) >= 3 and len(fits) >= 0.7 * len(block.rows)):
        return
    for r, a, short, b, long in pairs:
        if (
            not _HEAD.fullmatch(short)
            and re.fullmatch(rf"(?:{_SHORT}|[A-Z]\w+)(?: {_SHORT})?", short)
            and len(long) > len(short)
        ):
            yield "list", short, long, joined_source([context.cell(block, r, c) for c in (a, b)])


def _in_text(context: PaperContext, block: Block) -> Iterator[Found]:
    for short, long, start, end in _spelt_out(block.text):
        yield "text", short, long, context.source(block, start, end)


def _spelt_out(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Abbreviations that a text spells out, with the stretch that does so: "Long Form (LF)" and "LF (Long Form)"."""
    for match in _IN_BRACKETS.finditer(text):
        short = match["short"]
        start = _expansion_start(text[: match.start()], short)
        if start is not None:
            yield short, text[start : match.start()].strip(" ,'’‘“”\""), start, match.end()
    for match in _REVERSED.finditer(text):
        for long in (match["long"], re.split(r"[,;–]| - ", match["long"])[0]):
            words = long.split()
            if len(words) >= 2 and _initials_fit(match["short"], words):
                yield match["short"], " ".join(words), match.start(), match.end()
                break


def _definition(context: PaperContext, placed: Placed, headings: str) -> Iterator[Found]:
    block = placed.block
    match = _DEFINITION.match(block.text) if _DEFINING.search(headings) else None
    match = match or _MEANS.match(block.text)
    if match and match["short"].split()[0] in _POINTING:
        return
    if match and block.kind in ("paragraph", "list_item"):
        yield "definition", match["short"].strip(), match["long"].strip(), context.source(block)


def _expansion_start(before: str, short: str) -> int | None:
    """Where the words begin whose initials the abbreviation is; None when the words before it do not spell it."""
    words = [(m.group(), m.start()) for m in re.finditer(r"[\w&'’/-]+", before)]
    letters = [c.upper() for c in re.sub(r"s$", "", short.replace(" ", "")) if c.isalnum()]
    best: int | None = None
    for count in range(1, min(len(letters) * 2 + 4, len(words)) + 1):
        taken = words[-count:]
        first = taken[0][0]
        if count == 1 and not re.search(r"\w[-/]\w", first):
            continue
        if first.lower() in _SKIP or first[0].upper() != letters[0]:
            continue
        between = before[taken[0][1] :]
        if re.search(r"[.;:!?()](?:\s|$)", between):
            continue
        if _initials_fit(short, [w for w, _ in taken]):
            best = taken[0][1]
            break
    return best


def _initials_fit(short: str, words: list[str]) -> bool:
    """Whether each letter of an abbreviation begins a word, in order, or follows within a word already begun; words
    may only be passed over when they are small ones, or one in three."""
    letters = [c.upper() for c in re.sub(r"s$", "", short.replace(" ", "").replace("&", "")) if c.isalnum()]
    pieces = [p for w in words for p in re.split(r"[-/]", _OUTER.sub("", w)) if p and p != "&"]
    if not letters or not pieces or pieces[0][0].upper() != letters[0]:
        return False
    large = [p for p in pieces if p.lower() not in _SKIP]

    def spell(i: int, j: int, passed: int) -> bool:
        if i == len(letters) or (i == len(letters) - 1 and letters[i] == "S" and j == len(pieces) and i >= 2):
            # A last S may stand for a Service or System that is left unsaid.
            return bool(large) and sum(1 for p in pieces[j:] if p.lower() not in _SKIP) + passed <= max(
                1, len(large) // 3
            )
        if j == len(pieces):
            return False
        piece = pieces[j]
        if piece[0].upper() == letters[i]:
            taken = 1
            if spell(i + 1, j + 1, passed):
                return True
            # Letters inside a word: "IDentification", "BEHaviour".
            while (
                taken < min(len(piece), 3) and i + taken < len(letters) and piece[taken].upper() == letters[i + taken]
            ):
                taken += 1
                if spell(i + taken, j + 1, passed):
                    return True
        return spell(i, j + 1, passed + (piece.lower() not in _SKIP))

    return spell(0, 0, 0)
