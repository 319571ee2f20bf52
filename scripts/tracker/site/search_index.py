"""Makes the search index the same for the same pages.

Pagefind writes filters and their values in a random order, and names its files after their bytes. Here they are put in
order and the files named anew. Only that part of its format is read: a gzip file that holds a mark and a CBOR array
of texts, arrays and whole numbers; a file that holds anything else is left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

MARK = b"pagefind_dcd"
UNSIGNED, TEXT, ARRAY = 0, 3, 4


class UnknownFormat(ValueError):
    """Bytes that this module does not know how to read."""


def settle(index: Path) -> None:
    """Put the values of every filter in order and give filter and meta files names made of their bytes."""
    for meta in sorted(index.glob("pagefind.*.pf_meta")):
        language = meta.name.split(".")[1].rpartition("_")[0]
        content = gzip.decompress(meta.read_bytes())
        for file in sorted((index / "filter").glob(f"{language}_*.pf_filter")):
            try:
                ordered = in_order(gzip.decompress(file.read_bytes()))
            except UnknownFormat:
                continue
            old = file.name.removesuffix(".pf_filter")
            new = _named(language, ordered, len(old))
            file.unlink()
            _write(index / "filter" / f"{new}.pf_filter", ordered)
            content = content.replace(old.encode(), new.encode())
        content = _lists_in_order(content)
        old = meta.name.removeprefix("pagefind.").removesuffix(".pf_meta")
        new = _named(language, content, len(old))
        meta.unlink()
        _write(index / f"pagefind.{new}.pf_meta", content)
        entry = index / "pagefind-entry.json"
        entry.write_text(entry.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def _lists_in_order(content: bytes) -> bytes:
    """The meta file's bytes with its lists of filters and of sorts (its fourth and fifth) in order."""
    try:
        parts, end = read(content, len(MARK))
    except UnknownFormat:
        return content
    if end != len(content) or len(parts) < 5:
        return content
    return MARK + write([*parts[:3], sorted(parts[3]), sorted(parts[4]), *parts[5:]])


def in_order(data: bytes) -> bytes:
    """A filter's bytes with its values in the order of their texts."""
    if not data.startswith(MARK):
        raise UnknownFormat("no such mark")
    filter_, end = read(data, len(MARK))
    if end != len(data) or not isinstance(filter_, list) or len(filter_) != 2 or not isinstance(filter_[1], list):
        raise UnknownFormat("no filter")
    name, values = filter_
    return MARK + write([name, sorted(values, key=lambda value: str(value[0]))])


def read(data: bytes, at: int) -> tuple[Any, int]:
    """The CBOR thing that begins at a byte, and where it ends."""
    major, size = data[at] >> 5, data[at] & 31
    at += 1
    if size > 23:
        if size > 27:
            raise UnknownFormat(f"length {size}")
        wide = 1 << (size - 24)
        size, at = int.from_bytes(data[at : at + wide], "big"), at + wide
    if major == UNSIGNED:
        return size, at
    if major == TEXT:
        return data[at : at + size].decode(), at + size
    if major == ARRAY:
        items = []
        for _ in range(size):
            item, at = read(data, at)
            items.append(item)
        return items, at
    raise UnknownFormat(f"kind {major}")


def write(thing: Any) -> bytes:
    """A text, a whole number or an array of such as CBOR."""
    if isinstance(thing, int):
        return _head(UNSIGNED, thing)
    if isinstance(thing, str):
        data = thing.encode()
        return _head(TEXT, len(data)) + data
    return _head(ARRAY, len(thing)) + b"".join(write(piece) for piece in thing)


def _head(major: int, size: int) -> bytes:
    if size < 24:
        return bytes([major << 5 | size])
    wide = next(wide for wide in range(4) if size < 1 << (8 << wide))
    return bytes([major << 5 | 24 + wide]) + size.to_bytes(1 << wide, "big")


def _named(language: str, data: bytes, length: int) -> str:
    digits = length - len(language) - 1
    return f"{language}_{hashlib.sha256(data).hexdigest()[:digits]}"


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(gzip.compress(data, 9, mtime=0))
