"""What a person's name looks like in a paper, how else the paper may write it, and which posts are shown with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.records import Block

HELD = "[held back]"

# A name begins where a word does, so that a word of any length costs its length.
WORD = r"(?<!\w)(?<!\w[-'’])[A-ZÀ-ÖØ-Þ](?:[a-zß-öø-ÿ]|['’-](?=\w)|(?<=Mc)[A-Z]|(?<=Mac)[A-Z]|(?<=['’-])[A-Z])+\b"
CAPITALS = r"(?<!\w)(?<!\w[-'’])[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ]|['’-](?=\w))+\b"
"""A word of a name that is set in capitals throughout."""
_PARTICLE = r"(?:de|van|der|von|al|el|bin|da|di|du|la|le|O|St\.?|[A-Z]\.?)"
STYLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Dame|Lady|Master)\b\.?"
_LOUD = rf"(?:MR|MRS|MS|MISS|DR)\b\.?\s+(?:{CAPITALS}\s+){{0,2}}{CAPITALS}"
STYLED = rf"(?:{_LOUD}|{STYLE}\s+(?:(?:{WORD}|{_PARTICLE})\s+){{0,3}}{WORD})"
BARE = rf"{WORD}(?:\s+{_PARTICLE}){{0,2}}(?:\s+{WORD}){{1,2}}"
INITIALLED = rf"(?<![\w.])(?:[A-Z]\.\s?){{1,3}}{WORD}"
"""A surname behind initials: "T. Ingleby"."""
ANY = rf"(?:{STYLED}|{BARE}|{INITIALLED})"
FULL = re.compile(ANY)
TWO_WORDS = re.compile(r"(?<![\w.’'-])[A-ZÀ-ÖØ-Þ][\w.’'-]*\s+[A-ZÀ-ÖØ-Þ]")

BODY = re.compile(
    r"\b(?:Director\w*|Chief|Head|Leader|Mayor|Councillors?|Cllrs?|Commander|Commissioner|Chair\w*|Team|Services?|Officers?"
    r"|Manager|Council|Board|Group|Department|Unit|Office|Borough|Advis[eo]rs?|Assistant|Lead|Governance|Information"
    r"|Hall|Homes?|Police|Line|Helpline|Centre|Trust|Aid|Desk|Society|Association|Forum|Panel|Committee|Network"
    r"|Partnership|Foundation|Charity|College|School|University|Hospital|Church|Mosque|Synagogue|Temple|Limited|Ltd|Plc"
    r"|Media|Press|News|Times|Watch|Support|Crisis|Safety|Community|Court|Road|Street|Avenue|Lane|Close|Park|Ward|Place"
    r"|London|Authority|Agency|Commission|Health|House|Act|Democratic|Public|Member|Members|Report|Strategy|Plan"
    r"|Request|Reference|Date|Telephone|Email|Address|Enquir\w+|Contact|Details|January|February|March|April|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|This"
    r"|Crime|Violence|Survey|Perception|Rebellion|Anti|Domestic|Neighbourhood|Residents?|Individual|Company|Business|Journalist|Anonymous|Local|Advice|Citizens?|Initiative|Programme|Project|Fund|Awards?|Scheme"
    r"|Club|Theatre|Youth|Boxing|Football|Academy|Library|Museum|Union|Alliance|Consortium|Collective|Institute|Pastors|Scouts|Cadets|Arts|Sports"
    r"|Question|Petition|Freedom|Protection|Data|Legal|Finance|Housing|Children|Adults?|Young|People|Women|Girls)\b"
)
JUNIOR = re.compile(
    r"\b(?:officer|assistant|administrator|clerk|trainee|apprentice|co-?ordinator|secretar(?:y|iat)|minute taker"
    r"|support worker|analyst|intern|i[ds]vas?|pcsos?|case ?worker|social worker|youth worker|key ?worker|advocate)\b",
    re.IGNORECASE,
)
SENIOR_POST = re.compile(
    r"\b(?:director|chief|head of|head,|leader|mayor|councillor|cllr|commander|commissioner|superintendent|chair\w*"
    r"|inspector"
    r"|executive|member|monitoring officer|section 151|principal|magistrate|judge|professor)\b",
    re.IGNORECASE,
)


def is_junior_post(post: str) -> bool:
    """Whether a post is one that rule 7 shows without its holder's name."""
    return bool(JUNIOR.search(post)) and not SENIOR_POST.search(post)


def texts_of(block: Block) -> Iterator[str]:
    """The text of a block, or those of its cells."""
    if block.text:
        yield block.text
    for row in block.rows:
        for cell in row:
            if cell and cell.text:
                yield cell.text


_NO_FIRST = re.compile(
    r"^(?:The|This|That|These|A|An|In|On|At|One|Our|Their|Children|Young|Women|Men|People|Resident|Victim|Client|Person"
    r"|Council|Police|Outcome|Background|What|How|Why|When|It|He|She|They|We|January|February|March|April|June|July|August"
    r"|September|October|November|December|Mr|Mrs|Ms|Miss|Dr|Family|Mother|Father|Safe|Safer|Community|Domestic)$"
)


_OF_STATE = re.compile(r"(?:Her|His|Queen|King|Prince|Princess|Pope|Saint|St)\b")
"""How the names begin of those whom every paper may name."""


class Guard:
    """Tells names from other capitalised words by how the rest of the paper writes them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = [text for block in blocks for text in texts_of(block)]
        self._together = "\n".join(self._texts)
        self._level = " ".join(self._together.split())
        # Addresses are made of names in small letters: "jo.reed [at] …".
        plain = re.sub(r"(?<!\S)\S*(?:[@/]|\w\.\w)\S*", " ", self._together)
        self._small = frozenset(re.findall(r"\b[a-z]{3,}\b", plain))

    def has(self, name: str) -> bool:
        """Whether the paper has these words, on one line or over two."""
        return name in self._level

    def is_name(self, name: str, sure: bool) -> bool:
        """Whether a found name is one; ``sure`` where a style or a label says so."""
        if BODY.search(name) or BODY.search(name.title()) or _OF_STATE.match(name):
            return False
        words = [word for word in re.sub(rf"^{STYLE}\s+", "", name).split() if len(word) > 2]
        if re.match(STYLE, name) or sure:
            return True
        if words and all(word.casefold() in self._small for word in words):
            return False
        return not self.is_place(name)

    def is_place(self, name: str) -> bool:
        """Whether the paper speaks of a place by this name."""
        return bool(
            re.search(
                rf"\b(?i:in|at|near|across|around|within|throughout|outside|residents of)\s+{re.escape(name)}\b"
                rf"|\b{re.escape(name)}(?:['’]s)?\s+(?i:residents?|wards?|estate|neighbourhood|area)\b",
                self._together,
            )
        )

    def is_first(self, name: str) -> bool:
        """Whether a word that a case study calls someone by is a name."""
        return not (_NO_FIRST.match(name) or BODY.search(name) or name.casefold() in self._small)


def ways_to_write(name: str) -> Iterator[str]:
    """The name, and how the paper may write it elsewhere."""
    yield name
    yield name.upper()
    if name.isupper():
        yield name.title()
    match = re.match(rf"(?P<style>{STYLE}|MR|MRS|MS|MISS|DR)\s+(?P<rest>.+)", name)
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
