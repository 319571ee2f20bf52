"""One page kept: the machine's old and new version and the page as people left it become the page to write.

Fields, items of lists and passages are merged each for itself. What a person changed stays; where the machine
changed the same thing, both values are listed. A page that neither changed keeps its bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.pages.front_matter import Value, front_of, read_front_matter, split_page
from tracker.pages.front_matter_text import front_matter_text, plain, remove_field, set_field
from tracker.pages.layout import MachinePage
from tracker.pages.markdown_text import fold
from tracker.pages.notes import Notes
from tracker.pages.passages import Body, Passage, read_body, with_gaps
from tracker.pages.weave import Woven, weave

# ---- a whole page


def new_page(machine: MachinePage) -> str:
    """The text of a page that was not there."""
    text = front_matter_text({**machine.fields, **_people_to_add(machine)})
    if machine.has_text:
        body = Body("\n", with_gaps(machine.passages), "\n", has_region=True)
        text += body.text()
    return text


def is_as_made(page: str, machine: MachinePage) -> bool:
    """Whether a page says what the machine made it say and no more, however it is set (line ends, quotes, order)."""
    made = new_page(machine)
    if page == made:
        return True
    (yaml_text, body, _), (made_yaml, made_body, _) = split_page(_level(page)), split_page(_level(made))
    if body.split() != made_body.split() or re.search(r"^\s*#|\s#", yaml_text, re.MULTILINE):
        return False
    return bool(plain(read_front_matter(yaml_text).fields) == plain(read_front_matter(made_yaml).fields))


def _level(page: str) -> str:
    return page.replace("\r\n", "\n").removeprefix("\ufeff")


def _people_to_add(machine: MachinePage) -> dict[str, Value]:
    return {name: value for name, value in machine.people.items() if name not in machine.fields}


def merge_page(old: MachinePage | None, page: str, new: MachinePage, notes: Notes) -> str:
    """The page to write. Raises ``FrontMatterError`` or ``ValueError`` for a page that cannot be read."""
    if old is not None and old.fields == new.fields and old.passages == new.passages:
        return page
    newline = "\r\n" if "\r\n" in page else "\n"
    text = page.replace("\r\n", "\n")
    front_of(text)
    yaml_text, body_text, _ = split_page(text)
    head = text[: len(text) - len(body_text)]
    merged = _merge_fields(old.fields if old else {}, yaml_text, new, notes)
    begin = head.find("\n") + 1
    head = head[:begin] + merged + head[begin + len(yaml_text) :]
    body = _merge_body(old, read_body(body_text), new, notes) if new.has_text else body_text
    return (head + body).replace("\n", newline)


def _merge_fields(old: Mapping[str, Value], yaml_text: str, new: MachinePage, notes: Notes) -> str:
    mine = read_front_matter(yaml_text).fields if yaml_text.strip() else {}
    order = [*new.fields, *_people_to_add(new)]
    for name in dict.fromkeys([*new.fields, *old]):
        if name == "id":
            continue
        before, now = old.get(name, ""), new.fields.get(name, "")
        here = mine.get(name, "")
        value = merge_value(before, here, now, name, notes)
        if plain(value) == plain(here):
            continue
        if name not in new.fields and plain(value) == "":
            yaml_text = remove_field(yaml_text, name)
        else:
            yaml_text = set_field(yaml_text, name, value, order)
    return yaml_text


# ---- values


def merge_value(base: Value, mine: Value, new: Value, name: str, notes: Notes) -> Value:
    """The value to stand in a field; a conflict is noted with both values."""
    base_plain, mine_plain, new_plain = plain(base), plain(mine), plain(new)
    if mine_plain in (base_plain, new_plain):
        return new
    if new_plain == base_plain:
        return mine
    if isinstance(mine, Mapping) and isinstance(new, Mapping):
        held = base if isinstance(base, Mapping) else {}
        return _merge_mapping(held, mine, new, name, notes)
    if any(isinstance(v, list | tuple) for v in (mine, new)) and all(_is_list(v) for v in (base, mine, new)):
        return _merge_list(list(base or []), list(mine or []), list(new or []), name, notes)
    notes.add(name, mine, new)
    return mine


def _is_list(value: Value) -> bool:
    return value in ("", None) or isinstance(value, list | tuple)


def _merge_mapping(
    base: Mapping[str, Value], mine: Mapping[str, Value], new: Mapping[str, Value], name: str, notes: Notes
) -> dict[str, Value]:
    merged: dict[str, Value] = {}
    for key in dict.fromkeys([*mine, *new]):
        value = merge_value(base.get(key, ""), mine.get(key, ""), new.get(key, ""), f"{name}.{key}", notes)
        if plain(value) != "" or (key in mine and key not in base):
            merged[key] = value
    return merged


def _merge_list(base: list[Value], mine: list[Value], new: list[Value], name: str, notes: Notes) -> list[Value]:
    merged: list[Value] = []
    for piece in weave(base, mine, new, item_key, _item_words, lasting=True):
        label = f"{name}[{_label(piece)}]"
        kept, value = _decide(piece, label, notes)
        if kept:
            merged.append(value)
    return merged


def _decide(piece: Woven[Value], label: str, notes: Notes) -> tuple[bool, Value]:
    """Whether a piece of a list stands, and with which value."""
    base, mine, new = piece.base, piece.mine, piece.new
    if mine is None:
        if base is None:
            return True, new
        if new is not None and plain(new) != plain(base):
            notes.add(label, "", new)
        return False, None
    if new is None:
        if base is None:
            return True, mine
        if plain(mine) == plain(base):
            return False, None
        notes.add(label, mine, "")
        return True, mine
    return True, merge_value(base if base is not None else "", mine, new, label, notes)


def item_key(item: Value) -> str:
    """What names an item of a list: its id, else its place in the paper, else itself."""
    if not isinstance(item, Mapping):
        return str(item)
    for name in ("id", "question_source", "source"):
        if item.get(name):
            return str(item[name])
    return "|".join(str(item.get(name, "")) for name in ("part", "section", "field", "number"))


_NOT_WORDS = frozenset({"id", "source", "question_source", "answer_source", "status", "status_reason"})


def _item_words(item: Value) -> str:
    if isinstance(item, Mapping):
        return json.dumps({k: v for k, v in plain(item).items() if k not in _NOT_WORDS}, ensure_ascii=False)
    return str(item)


def _label(piece: Woven[Value]) -> str:
    item = next(value for value in (piece.mine, piece.base, piece.new) if value is not None)
    key = item_key(item)
    return key if len(key) <= 60 else key[:59] + "…"


# ---- passages


def _merge_body(old: MachinePage | None, body: Body, new: MachinePage, notes: Notes) -> str:
    fresh = with_gaps(new.passages)
    if not body.has_region:
        if old is not None:
            if old.passages != new.passages:
                notes.add("text", "the region was taken out", f"{len(fresh)} passages")
            return body.before
        space = "" if body.before.endswith("\n") else "\n"
        return Body(body.before + space, fresh, "\n", has_region=True).text()
    base = with_gaps(old.passages) if old else ()
    if [p.text for p in body.passages] == [p.text for p in base]:
        return replace(body, passages=fresh).text() if fresh != base else body.text()
    merged: list[tuple[Passage, bool]] = []
    for piece in weave(base, body.passages, fresh, lambda p: p.id, _passage_words):
        kept = _decide_passage(piece, notes)
        if kept is not None:
            merged.append((kept, kept is piece.mine))
    return replace(body, passages=_with_own_gaps(merged, body.passages)).text()


def _decide_passage(piece: Woven[Passage], notes: Notes) -> Passage | None:
    base, mine, new = piece.base, piece.mine, piece.new
    if mine is None:
        if base is None:
            return new
        if new is not None and _passage_words(new) != _passage_words(base):
            notes.add(base.id, "", new.markdown)
        return None
    if new is None:
        if base is None:
            return mine
        if mine.text == base.text:
            return None
        notes.add(mine.id or base.id, mine.markdown, "")
        return mine
    if base is not None and mine.text == base.text:
        return mine if mine.text == new.text else new
    if mine.text == new.text:
        return mine
    said = {_passage_words(version) for version in (base, mine, new) if version is not None}
    if len(said) == 3 or (base is None and len(said) == 2):
        notes.add(new.id, mine.markdown, new.markdown)
    return mine.with_id(new.id)


def _passage_words(passage: Passage) -> str:
    return fold(passage.markdown)


def _with_own_gaps(merged: Sequence[tuple[Passage, bool]], mine: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages with the gaps people left where two still stand beside each other, else as new pages have them."""
    following = {id(here): after for here, after in zip(mine, [*mine[1:], None], strict=False)}
    fresh = with_gaps([passage for passage, _ in merged])
    result = []
    for place, (passage, own) in enumerate(merged):
        after = merged[place + 1][0] if place + 1 < len(merged) else None
        same = own and following.get(id(passage), passage) is after
        result.append(passage if same else fresh[place])
    return tuple(result)
