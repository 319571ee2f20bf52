"""What stands in ``docs/``: which file is the page of which record, and its text as it is.

Nothing here raises for a page that cannot be read: its place then tells whose page it is, and who reads it names the
fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tracker.pages.front_matter import FrontMatterError, Value, front_of

NOT_TEXT_PAGE = ("cannot be read as text", "save it as UTF-8")
NOT_TEXT_TABLE = ("cannot be read as text", "in the spreadsheet save it as “CSV UTF-8 (comma delimited)”")
"""What is wrong with a page or a table that is no UTF-8, and what to do."""


def read_text(path: Path) -> str:
    """A file's text with its line ends as they are. Raises OSError, UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8")


def csv_of(name: str) -> str:
    """The CSV beside a page."""
    return name.removesuffix(".md") + ".csv"


def kind_of(name: str) -> str:
    """The kind of the record that a page of ``docs/`` stands for, by its folder; "" for pages that are people's."""
    from tracker.pages.fields import PAGE_KINDS

    folder, _, rest = name.partition("/")
    if not rest:
        stem = folder.removesuffix(".md")
        return stem if stem in ("forward-plan", "terms") else ""
    return folder if folder in PAGE_KINDS and rest != "index.md" else ""


def people_key(kind: str, record: str) -> str:
    """The key of what people say on a page. A group of commitments has the id of the promise it stands under, and a
    request may have that of its letter: theirs are told apart by their folder."""
    return f"{kind}/{record}" if kind in ("commitments", "requests") else record


def former_address(text: str, kind: str) -> str:
    """An address as people write it under ``formerly`` ("/outcomes/x/", "outcomes/x.md", "x") as "outcomes/x"."""
    plain = text.strip().strip("/").removesuffix(".md")
    return plain if "/" in plain else f"{kind}/{plain}"


def pages_there(docs: Path) -> dict[tuple[str, str], str]:
    """The pages that stand for a record, by kind and record id: by their ``id``, or by what they were ``formerly``.

    Of two pages with one id (a copy was made to begin a new page) the one at its own address is meant.
    """
    there: dict[tuple[str, str], str] = {}
    former: dict[tuple[str, str], str] = {}
    names = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.is_file()]
    for name in sorted(names):
        kind = kind_of(name)
        if not kind:
            continue
        fields = _fields_of(docs / name)
        stem = Path(name).stem
        # Its place tells whose page it is; merging it will name the fault.
        key = stem if fields is None else str(fields.get("id") or "")
        if key and (stem == key or (kind, key) not in there):
            there[kind, key] = name
        said = (fields or {}).get("formerly")
        for place in said if isinstance(said, list) else [said] if said else []:
            former.setdefault((kind, former_address(str(place), kind).split("/")[-1]), name)
    return {**former, **there}


def fields_there(docs: Path, there: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], Mapping[str, Value]]:
    """What pages say, by kind and their ids; a page that cannot be read says nothing."""
    found: dict[tuple[str, str], Mapping[str, Value]] = {}
    for kind, name in sorted({(kind, name) for (kind, _), name in there.items()}):
        fields = _fields_of(docs / name)
        if fields and fields.get("id"):
            found[kind, str(fields["id"])] = fields
    return found


def _fields_of(path: Path) -> Mapping[str, Value] | None:
    try:
        return front_of(read_text(path).replace("\r\n", "\n")).fields
    except (FrontMatterError, UnicodeDecodeError):
        return None
