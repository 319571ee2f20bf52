"""Checks a built site: every link, anchor, picture and style leads somewhere, and every page is reached from home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEADING = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "form": "action",
}
NOT_PAGES = {"404.html"}
HERE = ("http://", "https://", "mailto:", "tel:", "data:")


@dataclass(frozen=True)
class Fault:
    """A link that leads nowhere, or a page that nothing leads to."""

    page: str
    link: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}: {self.wrong}"


@dataclass(frozen=True)
class BuiltPage:
    """What the checks need of a page: its links, its anchors, what it loads from elsewhere."""

    path: str
    links: tuple[str, ...]
    anchors: frozenset[str]
    doubled: tuple[str, ...]
    loads: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        key = given.get("id", "")
        if key:
            self.anchors[key] = self.anchors.get(key, 0) + 1
        if tag == "a" and given.get("name"):
            self.anchors.setdefault(given["name"], 1)
        address = given.get(LEADING.get(tag, ""), "")
        if address:
            self.links.append(address)
            outside = urlsplit(address).scheme in {"http", "https"} or address.startswith("//")
            if tag not in {"a", "form"} and outside and given.get("rel") != "canonical":
                self.loads.append(address)
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given.get("content", "").partition("url=")[2])


@dataclass(frozen=True)
class BuiltSite:
    """A built site in a folder, read once; folders in ``skipped`` are not looked into.

    ``below`` is the path of its public address ("tracker" of https://example.org/tracker/): links from the root of the
    host, which the page for addresses that do not exist has, begin with it.
    """

    root: Path
    below: str = ""
    skipped: frozenset[str] = field(default=frozenset({"pagefind"}))

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, as a path from the root with forward slashes."""
        return frozenset(p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file())

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """What the checks need of every page, by path."""
        return {
            name: read_page(self.root / name, name)
            for name in sorted(self.files)
            if name.endswith(".html") and name.split("/")[0] not in self.skipped
        }

    def faults(self) -> Iterator[Fault]:
        """Everything that leads nowhere, then the pages that home does not lead to."""
        reached: dict[str, set[str]] = {}
        for page in self.pages.values():
            for key in page.doubled:
                yield Fault(page.path, f"#{key}", "two things on the page have this anchor")
            for address in page.loads:
                yield Fault(page.path, address, "the page would load this from another host")
            for address in dict.fromkeys(page.links):
                if address.startswith(HERE):
                    continue
                target, anchor = self._target(page.path, address)
                if target is None:
                    yield Fault(page.path, address, "leads nowhere")
                    continue
                reached.setdefault(page.path, set()).add(target)
                if anchor and target in self.pages and anchor not in self.pages[target].anchors:
                    yield Fault(page.path, address, f"{target} has no such anchor")
        yield from self._orphans(reached)

    def _target(self, page: str, address: str) -> tuple[str | None, str]:
        split = urlsplit(address)
        path = unquote(split.path)
        if not path:
            return page, unquote(split.fragment)
        if path.startswith("/") and self.below:
            if path.rstrip("/") != f"/{self.below}" and not path.startswith(f"/{self.below}/"):
                return None, ""
            path = path[len(self.below) + 1 :] or "/"
        folder = [] if path.startswith("/") else page.split("/")[:-1]
        for step in path.split("/"):
            if step == "..":
                if not folder:
                    return None, ""
                folder.pop()
            elif step not in {"", "."}:
                folder.append(step)
        name = "/".join(folder)
        for known in (name, f"{name}/index.html".lstrip("/")):
            if known in self.files:
                return known, unquote(split.fragment)
        return None, ""

    def _orphans(self, reached: dict[str, set[str]]) -> Iterator[Fault]:
        seen, waiting = set(), ["index.html"]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += sorted(reached.get(name, ()))
        for name, page in self.pages.items():
            if name not in seen and name not in NOT_PAGES and not _is_signpost(page):
                yield Fault(name, "", "no page leads here")


def read_page(file: Path, name: str) -> BuiltPage:
    """What the checks need of one built page."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    doubled = tuple(key for key, times in reader.anchors.items() if times > 1)
    return BuiltPage(name, tuple(reader.links), frozenset(reader.anchors), doubled, tuple(reader.loads))


def _is_signpost(page: BuiltPage) -> bool:
    """An old address that leads on: nothing needs to lead to it."""
    return len(set(page.links)) == 1
