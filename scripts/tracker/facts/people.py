"""Whose names a paper prints that are not to be shown (rule 7): residents, victims, children, requesters, those in
junior posts.

In: a paper. Out: the names as printed, with the other ways in which the paper may write them ("Mr Archibald Reed": "Mr
Reed", "Archibald Reed"), and the blocks that are nothing but a private person's address. There is no list of first
names behind it: a name is known by what the paper says about it (asked a question, brought a petition, is greeted by a
letter, stands beside "Requester" or "Contact", is followed by a junior post or an age). Words that the paper uses in
small letters too, places ("in Mill Hill") and bodies are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.records import Block, Paper

HELD = "[held back]"

# A name begins where a word does, so that a word of any length costs its length.
_WORD = r"(?<!\w)(?<!\w[-'’])[A-ZÀ-ÖØ-Þ](?:[a-zß-öø-ÿ]|['’-](?=\w)|(?<=Mc)[A-Z]|(?<=Mac)[A-Z]|(?<=['’-])[A-Z])+\b"
_PARTICLE = r"(?:de|van|der|von|al|el|bin|da|di|du|la|le|O|St\.?|[A-Z]\.?)"
_STYLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Dame|Lady|Master)\b\.?"
_STYLED = rf"{_STYLE}\s+(?:(?:{_WORD}|{_PARTICLE})\s+){{0,3}}{_WORD}"
_BARE = rf"{_WORD}(?:\s+{_PARTICLE}){{0,2}}(?:\s+{_WORD}){{1,2}}"
_ANY = rf"(?:{_STYLED}|{_BARE})"
_FULL = re.compile(_ANY)
_TWO_WORDS = re.compile(r"(?<![\w.’'-])[A-ZÀ-ÖØ-Þ][\w.’'-]*\s+[A-ZÀ-ÖØ-Þ]")

_BODY = re.compile(
    r"\b(?:Director\w*|Chief|Head|Leader|Mayor|Councillors?|Cllrs?|Commander|Commissioner|Chair\w*|Team|Services?|Officers?"
    r"|Manager|Council|Board|Group|Department|Unit|Office|Borough|Advis[eo]rs?|Assistant|Lead|Governance|Information"
    r"|Hall|Homes?|Police|Line|Helpline|Centre|Trust|Aid|Desk|Society|Association|Forum|Panel|Committee|Network"
    r"|Partnership|Foundation|Charity|College|School|University|Hospital|Church|Mosque|Synagogue|Temple|Limited|Ltd|Plc"
    r"|Media|Press|News|Times|Watch|Support|Crisis|Safety|Community|Court|Road|Street|Avenue|Lane|Close|Park|Ward|Place"
    r"|London|Authority|Agency|Commission|Health|House|Act|Democratic|Public|Member|Members|Report|Strategy|Plan"
    r"|Request|Reference|Date|Telephone|Email|Address|Enquir\w+|Contact|Details|January|February|March|April|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|This"
    r"|Crime|Violence|Anti|Domestic|Neighbourhood|Residents?|Individual|Company|Business|Journalist|Anonymous|Local"
    r"|Question|Petition|Freedom|Protection|Data|Legal|Finance|Housing|Children|Adults?|Young|People|Women|Girls)\b"
)
_JUNIOR = re.compile(
    r"\b(?:officer|assistant|administrator|clerk|trainee|apprentice|co-?ordinator|secretar(?:y|iat)|minute taker"
    r"|support worker|analyst|intern)\b",
    re.IGNORECASE,
)
_SENIOR_POST = re.compile(
    r"\b(?:director|chief|head of|head,|leader|mayor|councillor|cllr|commander|commissioner|superintendent|chair\w*"
    r"|inspector"
    r"|executive|member|monitoring officer|section 151|principal|magistrate|judge|professor)\b",
    re.IGNORECASE,
)

# ---- what is said about someone

_SAID = (
    # "Question from Mr Reed", "Question 2 – Ms Hall", "a petition was received from Jo Reed"
    rf"(?i:\b(?:questions?|petition|statement|deputation|representations?|request|complaint|enquiry)\b"
    rf"(?:\s+(?:no\.?\s*)?\d+)?(?:\s+(?:was|were|has been|have been|is))?(?:\s+(?:also\s+)?(?:received|submitted|asked"
    rf"|presented|raised|put|tabled|signed|made|sent))?\s+(?:from|by|on behalf of)\s+"
    r"(?:(?:a\s+)?(?:local\s+)?resident,?\s+)?)"
    rf"(?P<a>{_ANY})",
    rf"(?i:\b(?:petition|deputation|complaint)\s+of\s+)(?P<b>{_STYLED})",
    rf"(?i:\bquestion\s*\d*\s*[:–—-]\s*)(?P<c>{_ANY})",
    rf"(?P<d>{_STYLED})(?=,?\s+(?:then\s+|also\s+)?(?:presented|submitted|asked|addressed|brought|put|handed in|tabled)"
    rf"\b[^.;]{{0,60}}\b(?i:petition|question|representation|deputation|committee|board|council|meeting)\b)",
    rf"(?i:\blead\s+petitioner|\bpetition(?:er|\s+organiser)|\bquestioner|\brequest(?:er|or)|\bcomplainant"
    rf"|\blocal\s+resident)s?\s*[:,–-]?\s+(?P<e>{_ANY})(?!\s+(?i:residents?|ward|estate)\b)",
    rf"(?i:\b(?:victim|survivor|bereaved|the deceased|witness|mother|father|widow(?:er)?|son|daughter|resident)"
    r"\s*[:,–—]\s+)"
    rf"(?P<i>{_ANY})(?!\s+(?i:residents?|ward|estate)\b)",
    rf"(?P<f>{_ANY}),?\s+(?:\([^)]{{1,30}}\),?\s+)?(?=(?:,\s*)?(?:a|an|who is a|one)\s+(?:local\s+|former\s+)?"
    r"(?:resident|tenant|victim|survivor|service[- ]user|pupil)\b)",
    rf"[”\"’']\s*(?:\(|[–—-]\s*)(?P<g>{_ANY}),?\s+(?=(?:a\s+)?(?:local\s+)?(?i:resident|parent|tenant|victim|survivor"
    r"|mother|father|pupil|student|service[- ]user|carer|participant|client)\b)",
    rf"\b(?:PC|PCSO|PS|Sgt|Sergeant|Police Constable|Constable|DC)\.?\s+(?P<h>{_ANY})",
)
_SAID_OF_THEM = tuple(re.compile(pattern) for pattern in _SAID)
# A text without any of these needs no closer look; each stands in one of the patterns that it is sought before.
_MAY_SAY = re.compile(
    r"question|petition|statement|deputation|represent|request|complain|enquiry|resident|tenant|victim|survivor|mother"
    r"|father|\bson\b|daughter|widow|witness|bereaved|deceased|service[- ]user|pupil|parent|carer|client|\bP[CS]\b|PCSO"
    r"|\bDC\b|\bSgt|sergeant|constable|student|participant",
    re.IGNORECASE,
)
_MAY_ASK = re.compile(r"contact|author|officer|report of|prepared by|written by|enquir|\bname\b", re.IGNORECASE)
_MAY_BE_CALLED = re.compile(r"\[held back\]|\d{3}.*\d{3}|@", re.DOTALL)
_STYLE_WORD = re.compile(_STYLE)
# "Jo Reed, Policy Officer", "Jo Reed (Analyst)", "Policy Officer Jo Reed": a post beside a name.
_NAME_POST = re.compile(
    rf"(?P<name>{_ANY})\s*(?:,|\(|[–—-])\s*(?:the\s+|our\s+|a\s+)?"
    r"(?P<post>(?:[A-Z][\w&/’'-]*[ \t]+(?:(?:and|for|of|&|to)[ \t]+)?){0,6}[A-Z][\w’'-]*)"
)
_POST_NAME = re.compile(
    r"(?<!\w)(?<!\w[&/’'-])(?P<post>(?:[A-Z][\w&/’'-]*[ \t]+(?:(?:and|for|of|&)[ \t]+)?){0,5}"
    rf"(?:Officer|Analyst|Co-?ordinator|Administrator|Clerk|Assistant|Apprentice))\s*(?::|[–—-])?\s+(?P<name>{_ANY})"
)
# Words after which the paper says whom to write to or who wrote it; the post may follow the name.
_ASK = (
    r"(?:contact|case)\s+(?:officer|person|name)s?|contact\s+details?|contact|report\s+author|(?:report\s+)?author|"
    r"lead\s+officer|report\s+of|prepared\s+by|written\s+by|officer\s+name|officer|enquiries(?:\s+to)?|name"
)
_ASKED = re.compile(
    rf"(?i:(?<!\w)(?<!\w[&’'-])(?P<label>(?:[\w&’'-]+\s+){{0,4}}?(?:{_ASK}))\s*[:–—-]\s*(?:(?:full\s+)?name\s*[:–—-]?\s*)?)(?P<name>{_ANY})(?P<after>.{{0,80}})"
)
_TO_WRITE_TO = re.compile(
    rf"(?i:\b(?:contact|call|email|e-mail|telephone|ring|speak to|write to|enquiries to))\s+"
    rf"(?:(?i:the)\s+)?(?P<name>{_ANY})"
    r"(?=[^.]{0,25}(?:\[held back\]|\d{3}|(?i:\b(?:on|at|by|via|tel|phone|email|e-mail)\b)))"
)
_BEFORE_NUMBER = re.compile(
    rf"(?P<name>{_ANY})\s*(?:,|\(|[–—:-])?\s*(?i:\b(?:tel(?:ephone)?|phone|mobile|mob|email|e-mail|m|t)\b[.:]?)\s*"
    r"(?=\[held back\]|[\d+(])"
)
_GREETED = re.compile(rf"\bDear\s+(?P<name>{_STYLED}|{_BARE}|{_STYLE}\s+{_WORD})(?=\s*(?:,|$|\n|:|[A-Z]))")
_NOT_GREETED = re.compile(
    r"^(?:Sir|Madam|All|Colleagues?|Councillors?|Members?|Residents?|Applicant|Requester|Enquirer|Chair|Friends?)\b"
)
# Labels of forms and heads of columns beside or under which a private person is named or their address given.
_PRIVATE_LABEL = re.compile(
    r"^\W*(?:name of (?:the )?)?(?:requester|requestor|applicant|enquirer|complainant|customer|petitioner"
    r"|lead petitioner"
    r"|petition organiser|questioner|asked by|submitted by|request(?:ed)? (?:from|by)|received from|from|your name"
    r"|victim|resident|child|pupil|service user|client)(?:['’]s)?"
    r"(?:\s+(?:full\s+)?(?:name|address|postcode|contact details|e-?mail))?"
    r"\W*$",
    re.IGNORECASE,
)
_PRIVATE_ADDRESS = re.compile(r"\b(?:address|postcode)\W*$", re.IGNORECASE)
_PRIVATE_LINE = re.compile(
    rf"(?i:^\W*(?:requester|requestor|applicant|enquirer|complainant|(?:lead\s+)?petitioner|request(?:ed)?\s+(?:from|by)"
    rf"|asked\s+by|submitted\s+by|questioner)(?:['’]s)?(?:\s+name)?\s*[:–—-]\s*)(?P<name>{_ANY})"
)
_OFFICER_LABEL = re.compile(rf"^\W*(?:[\w&’'-]+\s+){{0,3}}?(?:{_ASK})s?\W*$", re.IGNORECASE)
_NUMBER_HEAD = re.compile(
    r"^\W*(?:tel\w*|phone\w*|mobile|e-?mail\w*|contact (?:number|details|no).*)\W*", re.IGNORECASE
)
_NAME_HEAD = re.compile(r"^\W*(?:(?:full )?name|contact|officer|lead officer|contact officer)s?\W*$", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_SIGN_OFF = re.compile(r"^(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|with) regards|regards)\b", re.IGNORECASE)
_LETTER_HEAD = 12
"""Blocks before a letter's greeting in which its reader's address may stand."""
_WIDEST_LIST = 3
"""Lists of people have a name, a post and at most what body they speak for."""

# ---- those whom a case study is about are called by their first names
_FIRST = rf"(?P<first>{_WORD})(?P<last>\s+{_WORD})?"
_IN_A_CASE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\bcase\s+stud(?:y|ies)\s*\w{{0,2}}\s*[:–—-]\s*)(?:{_STYLE}\s+)?{_FIRST}\s*(?=$|\W*\(|,|\s+[a-z])",
        rf"^{_FIRST}['’]s\s+(?i:story|experience|journey|account)\b",
        rf"\b{_FIRST}\W{{1,3}}(?:\*\s*)?(?i:(?:not|names?)\b[^)]{{0,20}}\b(?:real|changed)\b)",
        rf"\b{_FIRST},?\s+\(?aged?\s+\d{{1,2}}\b",
        rf"\b{_FIRST},\s+\d{{1,2}},\s+(?=(?:was|is|had|has|who|came|lives?d?|said|from|told|and (?:her|his)|a)\b)",
        rf"(?i:\b(?:children|sons?|daughters?|brothers?|sisters?|child|baby|partner|husband|wife|mother|father)\b,?\s+(?:called\s+|named\s+)?)"
        rf"{_FIRST}(?=\s*(?:\(\d|,|\.|and\b|was\b|is\b))",
        rf"(?:\(\d{{1,2}}\)|,)\s+and\s+{_FIRST}\s+\(\d{{1,2}}\)",
    )
)
_CASE = re.compile(r"(?i:case stud(?:y|ies))|(?i:\b(?:story|experience|journey)\b)")
_FARTHEST = 8
"""Blocks that a case study goes on for after its heading, at most up to the next heading."""
_NO_FIRST = re.compile(
    r"^(?:The|This|That|These|A|An|In|On|At|One|Our|Their|Children|Young|Women|Men|People|Resident|Victim|Client|Person"
    r"|Council|Police|Outcome|Background|What|How|Why|When|It|He|She|They|We|January|February|March|April|June|July|August"
    r"|September|October|November|December|Mr|Mrs|Ms|Miss|Dr|Family|Mother|Father|Safe|Safer|Community|Domestic)$"
)


@dataclass(frozen=True)
class Private:
    """What of a paper is not to be shown: names that hold everywhere in it, names that hold in single blocks (by the
    block's id), and blocks and cells that are a private address as a whole."""

    names: tuple[str, ...] = ()
    of_blocks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    whole: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, int, int]] = frozenset()
    """Cells (block, row, column from 0) that hold nothing but somebody's address or number."""


def private_people(paper: Paper) -> Private:
    """Whom the paper names and the tracker does not. Names longest first, so that replacing one leaves no half."""
    blocks = [block for page in paper.pages for block in page.blocks]
    found: dict[str, bool] = {}
    senior: set[str] = set()
    for block in blocks:
        _people_of(block, found, senior)
    for block in _signatures(blocks):
        found.setdefault(" ".join(block.text.split()), True)
    head = _letter_heads(blocks)
    guard = _Guard(blocks)
    names: set[str] = set()
    for name, sure in found.items():
        if name in senior or not guard.is_name(name, sure):
            continue
        names.update(way for way in _ways_to_write(name) if guard.has(way))
    names -= senior
    return Private(
        names=tuple(sorted(names, key=lambda n: (-len(n), n))),
        of_blocks=_case_names(blocks, guard),
        whole=head,
        cells=frozenset(cell for block in blocks if block.rows for cell in _private_cells(block)),
    )


def is_junior_post(post: str) -> bool:
    """Whether a post is one that rule 7 shows without its holder's name."""
    return bool(_JUNIOR.search(post)) and not _SENIOR_POST.search(post)


class _Guard:
    """Tells names from other capitalised words by how the rest of the paper writes them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = [text for block in blocks for text in _texts_of(block)]
        self._together = "\n".join(self._texts)
        self._level = " ".join(self._together.split())
        plain = re.sub(r"\S*[@/]\S*|\bwww\.\S+", " ", self._together)
        self._small = frozenset(re.findall(r"\b[a-z]{3,}\b", plain))

    def has(self, name: str) -> bool:
        """Whether the paper has these words, on one line or over two."""
        return name in self._level

    def is_name(self, name: str, sure: bool) -> bool:
        """Whether a found name is one; ``sure`` where a style or a label says so."""
        if _BODY.search(name):
            return False
        words = [word for word in re.sub(rf"^{_STYLE}\s+", "", name).split() if len(word) > 2]
        if re.match(_STYLE, name) or sure:
            return True
        if words and all(word.casefold() in self._small for word in words):
            return False
        return not re.search(
            rf"\b(?i:in|at|near|across|around|within|throughout|outside)\s+{re.escape(name)}\b"
            rf"|\b{re.escape(name)}(?:['’]s)?\s+(?i:residents?|wards?|estate|neighbourhood|area)\b",
            self._together,
        )

    def is_first(self, name: str) -> bool:
        """Whether a word that a case study calls someone by is a name."""
        return not (_NO_FIRST.match(name) or _BODY.search(name) or name.casefold() in self._small)


def _texts_of(block: Block) -> Iterator[str]:
    if block.text:
        yield block.text
    for row in block.rows:
        for cell in row:
            if cell and cell.text:
                yield cell.text


def _people_of(block: Block, found: dict[str, bool], senior: set[str]) -> None:
    """Names of one block into ``found`` (with whether they are sure) or ``senior``."""
    for text in _texts_of(block):
        if not _TWO_WORDS.search(text):
            continue
        if _MAY_SAY.search(text) or _STYLE_WORD.search(text):
            for pattern in _SAID_OF_THEM:
                for match in pattern.finditer(text):
                    name = next(value for value in match.groups() if value)
                    _add(found, name, False)
        for match in _GREETED.finditer(text):
            if not _NOT_GREETED.match(match["name"]):
                _add(found, match["name"], True)
        if line := _PRIVATE_LINE.match(text):
            _add(found, line["name"], True)
        _posts_in(text, found, senior)
        if _MAY_BE_CALLED.search(text):
            for pattern in (_TO_WRITE_TO, _BEFORE_NUMBER):
                for match in pattern.finditer(text):
                    _add(found, match["name"], False)
    if block.rows:
        _people_of_table(block, found, senior)


def _add(found: dict[str, bool], name: str, sure: bool) -> None:
    """``name`` among the found ones; a word at its end or beginning that belongs to no name is cut off."""
    name = " ".join(name.split())
    styled = bool(re.match(_STYLE, name))
    found[name] = found.get(name, False) or sure or styled


def _posts_in(text: str, found: dict[str, bool], senior: set[str]) -> None:
    for pattern in (_NAME_POST, _POST_NAME) if _JUNIOR.search(text) or _SENIOR_POST.search(text) else ():
        for match in pattern.finditer(text):
            name = " ".join(match["name"].split())
            if _BODY.search(name):
                continue
            if is_junior_post(match["post"]):
                _add(found, name, False)
            elif _SENIOR_POST.search(match["post"]):
                senior.add(name)
    for match in _ASKED.finditer(text) if _MAY_ASK.search(text) else ():
        said = f"{match['label']} {match['after'].split('.')[0]}"
        name = " ".join(match["name"].split())
        if _SENIOR_POST.search(said):
            senior.add(name)
        elif not re.search(r"\b(?i:councillor|cllr)\b", text[max(0, match.start("name") - 12) : match.start("name")]):
            _add(found, name, False)


def _people_of_table(block: Block, found: dict[str, bool], senior: set[str]) -> None:
    rows = [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in block.rows]
    private = {c for c, text in enumerate(rows[0]) if _PRIVATE_LABEL.match(text)} if len(rows) > 1 else set()
    numbers = any(_NUMBER_HEAD.match(text) for text in rows[0])
    named = {c for c, text in enumerate(rows[0]) if _NAME_HEAD.match(text)} if numbers else set()
    for row in rows:
        for c, text in enumerate(row):
            before = next((row[i] for i in range(c - 1, -1, -1) if row[i]), "")
            match = _FULL.match(text)
            if not match or _BODY.search(match[0]):
                continue
            rest = text[match.end() :]
            if c in private or (c and _PRIVATE_LABEL.match(before)):
                _add(found, match[0], True)
            elif (c in named and row is not rows[0]) or (c and _OFFICER_LABEL.match(before)):
                others = " ".join([rest, *(row[i] for i in range(len(row)) if i != c)])
                if _SENIOR_POST.search(others):
                    senior.add(match[0])
                else:
                    _add(found, match[0], True)
    for name, post in _people_list(rows):
        if is_junior_post(post):
            _add(found, name, True)
        else:
            senior.add(name)


def _private_cells(block: Block) -> Iterator[tuple[str, int, int]]:
    """Cells that a label or the head of their column calls somebody's address or telephone number."""
    rows = [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in block.rows]
    heads = rows[0] if len(rows) > 1 else []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            labels = [row[c - 1] if c else "", heads[c] if r and c < len(heads) else ""]
            address = any(_PRIVATE_LABEL.match(label) and _PRIVATE_ADDRESS.search(label) for label in labels)
            digits = sum(letter.isdigit() for letter in text)
            number = 9 <= digits <= 13 and any(_NUMBER_HEAD.match(label) for label in labels)
            if text and (address or (number and not re.search(r"[^\W\d_]{3}", text))):
                yield block.id, r, c


def _people_list(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Names and posts of a table that lists people: few columns, and a post or an organisation beside most names. A
    table of wards with the officer for each is none."""
    filled = [[text for text in row if text] for row in rows]
    if max((len(row) for row in filled), default=9) > _WIDEST_LIST:
        return []
    pairs = [
        (one, other) for row in filled for one, other in pairwise(row) if _FULL.fullmatch(one) and not _BODY.search(one)
    ]
    posts = sum(1 for _, other in pairs if _BODY.search(other) or is_junior_post(other))
    has_senior = any(_SENIOR_POST.search(other) for _, other in pairs)
    return pairs if has_senior and posts * 2 >= len(filled) else []


def _signatures(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks that are a name alone below a letter's sign-off, where no senior post follows."""
    shown = [block for block in blocks if block.kind != "furniture"]
    for index, block in enumerate(shown):
        if not _SIGN_OFF.match(block.text) or len(block.text) > 60:
            continue
        for offset, after in enumerate(shown[index + 1 : index + 3], start=index + 1):
            following = " ".join(b.text for b in shown[offset + 1 : offset + 3])
            if _FULL.fullmatch(after.text.strip()) and not _BODY.search(after.text):
                if not _SENIOR_POST.search(following):
                    yield after
                break


def _letter_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """The blocks before a letter's greeting that give its reader's name and home: from the name to the postcode."""
    found: set[str] = set()
    for index, block in enumerate(blocks):
        if not block.text.startswith("Dear "):
            continue
        before = [b for b in blocks[max(0, index - _LETTER_HEAD) : index] if b.kind not in ("furniture", "table")]
        for start, head in enumerate(before):
            text = head.text.strip()
            match = _FULL.match(text)
            if not match or _BODY.search(match[0]) or len(text) > 160:
                continue
            greeted = block.text[5:60]
            styled = bool(re.match(_STYLE, text))
            if not (styled or match[0].split()[-1] in greeted or _POSTCODE.search(text)):
                continue
            if _POSTCODE.search(text) or match.end() == len(text):
                found.add(head.id)
            end = next((i for i in range(start, min(start + 6, len(before))) if _POSTCODE.search(before[i].text)), -1)
            if end >= 0 and all(len(b.text) <= 60 for b in before[start : end + 1]):
                found.update(b.id for b in before[start : end + 1])
            break
    return frozenset(found)


def _case_names(blocks: Sequence[Block], guard: _Guard) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """First names of those a case study is about, for each of its blocks: they hold there and nowhere else."""
    found: dict[str, set[str]] = {}
    for index, block in enumerate(blocks):
        texts = list(_texts_of(block))
        firsts = {
            " ".join(name.split())
            for text in texts
            for pattern in _IN_A_CASE
            for match in pattern.finditer(text)
            if guard.is_first(match["first"])
            for name in (match["first"], match["first"] + (match["last"] or ""))
        }
        if not firsts and not any(_CASE.search(text) for text in texts):
            continue
        if block.kind != "heading" and not firsts:
            continue
        around = [block]
        for after in blocks[index + 1 : index + _FARTHEST]:
            if after.kind == "heading":
                break
            around.append(after)
        for before in reversed(blocks[max(0, index - _FARTHEST) : index]):
            around.append(before)
            if before.kind == "heading":
                break
        for held in around:
            said = " ".join(_texts_of(held))
            found.setdefault(held.id, set()).update(f for f in firsts if re.search(rf"\b{re.escape(f)}\b", said))
    return tuple((block, tuple(sorted(names))) for block, names in found.items() if names)


def _ways_to_write(name: str) -> Iterator[str]:
    yield name
    match = re.match(rf"(?P<style>{_STYLE})\s+(?P<rest>.+)", name)
    if match is None:
        if len(name.split()) > 2:
            # The first word may be the sentence's: "Ask Jo Reed".
            yield " ".join(name.split()[1:])
        surname = name.split()[-1]
        for style in ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"):
            yield f"{style} {surname}"
        return
    words = match["rest"].split()
    yield f"{match['style']} {words[-1]}"
    if len(words) > 1:
        yield match["rest"]
