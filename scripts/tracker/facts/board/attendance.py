"""Who was at a meeting and who sent apologies, with posts as printed.

In: the blocks before the first item of the minutes, and the items. Out: ``Attendance`` records. Rule 7: members, senior
posts and organisations are shown as printed; who holds a junior post is shown by the post alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.facts.context import PaperContext
from tracker.facts.people.names import HELD, is_junior_post
from tracker.facts.places import line_starts
from tracker.facts.sections import Placed
from tracker.records import Attendance, Block

_PRESENT = re.compile(
    r"^(?:members? |officers? |others? |also |partners? |board members? |those )*(?:present|in attendance|attendance"
    r"|attendees|attended)\b[^:]{0,40}:?[-–—]?\s*"
    r"|^(?:(?:council|other|partner|supporting) )*(?:officers?|members?|partners?|observers?|guests?|invitees?"
    r"|co-opted members?):\s*",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(
    r"^(?:an?\s+)?apolog(?:y|ies)\b(?:[^:.]{0,60}?(?:(?:were|was) (?:received|given|sent|noted)"
    r"[^:.]{0,40}? (?:from|for|by)\b:?"
    r"|from\b:?)|[^:.]{0,60}(?::\s*apolog(?:y|ies)\b[^:.]{0,60}? (?:from|by)\b:?|:|$))\s*",
    re.IGNORECASE,
)
_TITLE = (
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev|Sir|Dame|Superintendent|Supt|Chief|Inspector|Insp|CI"
    r"|DCI|Det|Detective|Sergeant|Commander|Cmdr|PC|PS)\.?"
)
_PERSON = re.compile(
    rf"^(?:\[held back\]|(?:{_TITLE}\s+)*[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|de|van|der|von|al|el|bin)){{1,3}})$"
)
# "Councillors C Osei, D Whitfield and Khan": one title for all that follow.
_MEMBERS = re.compile(r"^\s*(?:and\s+)?(?:Councillors|Cllrs)\b\.?\s*")
_MEMBER = re.compile(r"^(?:[A-Z]\.?\s*){0,3}[A-Z][\w'’-]+$")
_TITLED_ALONE = re.compile(rf"^\s*{_TITLE}(?=\s)")
_GOES_ON = re.compile(rf"(?:,|&|\b(?:and|{_TITLE}))$")
_NAME_AND_COMMA = re.compile(
    rf"(?<=[\w)])(?<!\band)\s+"
    rf"(?=(?:{_TITLE}\s+)+[A-Z]|[A-Z][\w'’-]+\s+(?:[A-Z]\.?\s+)?[A-Z][\w'’-]+(?:,|\s\()|\[held back\],)"
)
_BODY_WORDS = re.compile(
    r"\b(?:Council|Police|Brigade|Service|Services|Board|Trust|Office|Authority|Partnership|Homes|Housing|NHS|CCG|ICB|Court"
    r"|Probation|Support|Group|Team|Borough|Health|Fire|Community|Safety|Department|Aid|University|College|Chair|Officer)\b"
)
# The first cell of a row that lists everybody of a kind: "Present:", "Co-opted members:", "Officers:".
_ROW_LABEL = re.compile(
    r"^(?:(?:also|those|voting|non-voting|co-opted|elected|council|other|invited|partner|statutory|cabinet)\s+)*"
    r"(?:present|in attendance|attendance|attending|attendees|members?(?: present| in attendance)?|officers?"
    r"(?: present| in attendance)?|councillors?|co-opted|co-optees?|partners?|guests?|invitees?|observers?"
    r"|chair(?:man)?|vice[- ]chair(?:man)?|substitutes?|apolog(?:y|ies)(?: for absence)?(?: received)?|absent)\W*$",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:present|attend(?:ed|ing)|apolog(?:y|ies)(?: (?:sent|given|received))?|absent|yes|no|[yn✓✔x]|in person"
    r"|virtual(?:ly)?|online|teams)\W*",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"apolog|absent", re.IGNORECASE)
_NAMES = re.compile(r"^(?:full )?(?:names?|members?|attendees?|present|representatives?)\W*$", re.IGNORECASE)
_LONGEST = 30


def attendance_of(
    context: PaperContext, head: Sequence[Placed], items: Sequence[tuple[str, tuple[Placed, ...]]]
) -> tuple[Attendance, ...]:
    """Attendance from the head of the minutes; apologies from there or from the item that takes them."""
    found: list[Attendance] = []
    apology = False
    listening = False
    for placed in head:
        block = placed.block
        if block.kind == "table":
            found.extend(_from_table(context, block, apology))
            continue
        text = block.text.strip()
        absent, present = _APOLOGIES.match(text), _PRESENT.match(text)
        if opening := absent or present:
            apology, listening = bool(absent), True
            found.extend(_from_text(context, block, opening.end(), apology))
        elif listening and (block.kind == "list_item" or len(text.split()) <= _LONGEST) and block.kind != "heading":
            found.extend(_from_text(context, block, 0, apology))
        elif block.kind == "heading":
            listening = False
    for title, blocks in items:
        if re.search(r"\bapolog|\babsence", title, re.IGNORECASE):
            for placed in blocks:
                text = placed.block.text
                match = _APOLOGIES.match(text) or re.search(r"\b(?:received from|from|by)\b:?\s*", text)
                if placed.block.kind in ("paragraph", "list_item") and (match or placed.block.kind == "list_item"):
                    found.extend(_from_text(context, placed.block, match.end() if match else 0, True))
    return tuple(found)


def _from_table(context: PaperContext, block: Block, apology: bool) -> Iterator[Attendance]:
    names = -1
    for r, row in enumerate(block.rows):
        cells = [(c, " ".join(cell.text.split())) for c, cell in enumerate(row) if cell and cell.text.strip()]
        if not cells:
            continue
        if len(cells) == 2 and _ROW_LABEL.match(cells[0][1]) and not _NAMES.match(cells[1][1]):
            yield from _from_row(context, block, r, cells[1][0], cells[0][1], apology)
            continue
        if r == 0:
            names = next((c for c, text in cells if _NAMES.match(text)), -1)
        absent = apology or any(re.match(r"apolog|absent", text, re.IGNORECASE) for _, text in cells)
        cells = [(c, text) for c, text in cells if not _STATUS.fullmatch(text)]
        named = next((text for c, text in cells if c == names), "") if r else ""
        person_of, post_of = _name_and_post(named)
        if person_of and post_of:
            # Name and post in one cell, the body in another.
            posts = [post_of, *(text for c, text in cells if c != names and len(text) > 2)]
            yield _attendance(person_of, ", ".join(posts), absent, context, block, r, names)
            continue
        bare = [re.sub(r"\s*\([^)]*\)", "", text).strip(" .,") for _, text in cells]
        people = [i for i, text in enumerate(bare) if _PERSON.match(text)]
        people.sort(key=lambda i: (cells[i][0] != names, _BODY_WORDS.search(bare[i]) is not None))
        if not people:
            continue
        person = people[0]
        column, name = cells[person][0], bare[person]
        role = re.search(r"\(([^)]*)\)", cells[person][1])
        posts = [text for i, (_, text) in enumerate(cells) if i != person and len(text) > 2]
        post = ", ".join([*([role[1].strip()] if role else []), *posts])
        absent = absent or bool(re.search(r"\bapolog", post, re.IGNORECASE))
        yield _attendance(name, post, absent, context, block, r, column)


def _from_row(
    context: PaperContext, block: Block, row: int, column: int, label: str, apology: bool
) -> Iterator[Attendance]:
    """Everybody in one cell beside "Present:" or "Apologies:", on lines of their own or parted by commas."""
    cell = block.rows[row][column]
    lines = [line for piece in (cell.pieces if cell else ()) for line in _parted_before_names(piece)]
    if not all(_opens_with_name(line) for line in lines):
        lines = [" ".join(lines)]
    said_chair = re.match(r"(?:vice[- ])?chair(?:man)?\b", label, re.IGNORECASE)
    for line in lines:
        for said, member in _people_named(line):
            name, post = _member(said) if member else _name_and_post(said)
            post = post or (said_chair[0] if said_chair else "")
            if not re.search(r"[A-Za-z]{2}", name or post) or re.match(
                r"(?:none|nil|n/a)\b", name or post, re.IGNORECASE
            ):
                continue
            yield _attendance(name, post, apology or bool(_ABSENT.search(label)), context, block, row, column)


def _parted_before_names(text: str) -> list[str]:
    """The text of a cell parted where, after somebody's name and post, the next name and its comma follow without one:
    "Ann Roe, Head of Housing Jo Bloggs, Police". Print had them on lines of their own."""
    pieces: list[str] = []
    for piece in _NAME_AND_COMMA.split(text):
        if pieces and re.search(rf"(?:^|\s){_TITLE}$", pieces[-1]):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    posted = all("," in piece or "(" in piece for piece in pieces)
    return pieces if posted and all(_opens_with_name(piece) for piece in pieces) else [text]


def _opens_with_name(line: str) -> bool:
    return bool(_begins_with_person(re.split(r"[,–(;]", line)[0]) or _MEMBERS.match(line))


def _people_named(line: str) -> Iterator[tuple[str, bool]]:
    """The entries of a line, each with whether it stands under one "Councillors"."""
    if ";" in line:
        entries, together = [[piece] for piece in line.split(";")], set[int]()
    else:
        entries, together = _parted(line)
    position = 0
    for number, pieces in enumerate(entries):
        at = line.find(pieces[0], position)
        for piece in pieces:
            position = line.find(piece, position) + len(piece)
        said = re.sub(r"^\s*(?:and|&)\s+", "", line[at:position]).strip(" ,.;&")
        if said and len(said.split()) <= 22:
            yield (_MEMBERS.sub("", said) if number in together else said), number in together


def _member(said: str) -> tuple[str, str]:
    """Name and post of an entry under "Councillors"."""
    role = re.search(r"\(([^)]*)\)", said)
    return re.sub(r"\s*\([^)]*\)", "", said), ", ".join(["Councillor", *([role[1]] if role else [])])


def _attendance(
    name: str, post: str, apology: bool, context: PaperContext, block: Block, row: int, column: int
) -> Attendance:
    junior = is_junior_post(post) or name == HELD
    if junior:
        # The place of the name is not kept either: the words at the place would spell it.
        column = next(
            (c for c, cell in enumerate(block.rows[row]) if cell and " ".join(cell.text.split()) == post), column
        )
    return Attendance(name="" if junior else name, post=post, apology=apology, source=context.cell(block, row, column))


def _from_text(context: PaperContext, block: Block, start: int, apology: bool) -> Iterator[Attendance]:
    """Names in running text, parted by semicolons where there are any, else by commas and "and": a person begins an
    entry, what follows up to the next person is the post."""
    text = block.text
    rest = text[start:]
    if not rest.strip() or re.match(r"^\W*(?:none|nil|n/a|there were no)\b", rest, re.IGNORECASE):
        return
    end = re.search(r"(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Cllr)(?<!Supt)(?<!Insp)\.(?=\s|$)", rest)
    rest = rest[: end.start()] if end else rest
    entries: list[list[str]] = []
    together: set[int] = set()
    if block.kind == "list_item" and not re.search(r"[;\n]", rest) and not _MEMBERS.match(rest):
        # One person with post and body: "Jo Bloggs (JB) – Director, Harbour Aid".
        entries = [[rest]]
    elif re.search(r"[;\n]", rest):
        entries = [[piece] for piece in re.split(r"[;\n]", rest)]
    else:
        for line in _a_line_each(block, start, rest):
            found, members = _parted(line)
            together |= {len(entries) + n for n in members}
            entries += found
    position = start
    for number, pieces in enumerate(entries):
        at = text.find(pieces[0], position)
        stop = at
        for piece in pieces:
            stop = text.find(piece, stop) + len(piece)
        position = stop
        said = re.sub(r"^\s*(?:and|&)\s+", "", text[at:stop]).strip(" ,.;&")
        if not said or len(said.split()) > 22:
            continue
        said = _MEMBERS.sub("", said) if number in together else said
        at = text.find(said, at)
        name, post = _name_and_post(said)
        if number in together:
            name, post = _member(said)
        if is_junior_post(post) or name == HELD:
            at, said, name = text.find(post, at), post, ""
        yield Attendance(name=name, post=post, apology=apology, source=context.source(block, at, at + len(said)))


def _a_line_each(block: Block, start: int, rest: str) -> list[str]:
    """The text parted at the printed lines that begin with a person, where lines and not commas part the people."""
    stop = start + len(rest)
    lines = [at for at in line_starts(block) if start < at < stop]
    opened = [at for at in lines if _begins_with_person(re.split(r"[,–(;]", block.text[at:stop])[0])]
    ends = [block.text[start:at].rstrip() for at in opened]
    if not opened or 2 * len(opened) < len(lines) or any(_GOES_ON.search(end) for end in ends):
        return [rest]
    return [block.text[a:b] for a, b in pairwise([start, *opened, stop])]


def _parted(text: str) -> tuple[list[list[str]], set[int]]:
    """Entries of a list parted by commas and "and", and the numbers of those that stand under one "Councillors"."""
    entries: list[list[str]] = []
    together: set[int] = set()
    members = False
    for piece in re.split(r",(?![^(]*\))|\band\b(?![^(]*\))", text):
        members = bool(_MEMBERS.match(piece)) or (members and not _TITLED_ALONE.match(piece))
        said = _MEMBERS.sub("", re.sub(r"\s*\([^)]*\)", "", piece)).strip(" .")
        member = members and bool(_MEMBER.match(said)) and not _BODY_WORDS.search(said)
        person = bool(_PERSON.match(said)) and not _BODY_WORDS.search(said)
        if member:
            together.add(len(entries))
        if not entries or person or member or not _begins_with_person(entries[-1][0]):
            entries.append([piece])
        else:
            entries[-1].append(piece)
    return entries, together


def _begins_with_person(piece: str) -> bool:
    said = re.sub(r"\s*\([^)]*\)", "", piece).strip(" .")
    return bool(_PERSON.match(said)) and not _BODY_WORDS.search(said)


def _name_and_post(text: str) -> tuple[str, str]:
    """ "Jo Bloggs, Head of X", "Jo Bloggs (Head of X)", "Head of X – Jo Bloggs" or an organisation alone."""
    # Initials that the minutes use below: "Louise Tate (LT), Fenwick Council".
    text = re.sub(r"\s*\([A-Z]{2,4}\)(?=\W|$)", "", text, count=1).strip()
    match = re.match(r"^(?P<one>[^,(–:]+?)\s*(?:[,:–]|\(|\s-\s)\s*(?P<two>.+?)\)?$", text)
    if match:
        one, two = match["one"].strip(), match["two"].strip()
        two += ")" * (two.count("(") - two.count(")"))
        if _PERSON.match(one) and (not _BODY_WORDS.search(one) or not _PERSON.match(two)):
            return one, two
        if _PERSON.match(two) and not _BODY_WORDS.search(two):
            return two, one
    if _PERSON.match(text) and not _BODY_WORDS.search(text):
        return text, ""
    return "", text
