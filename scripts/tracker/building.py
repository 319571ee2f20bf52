"""From a book to the built site: complete Markdown in a build folder, MkDocs, search index, check of every link.

Each step works on folders and raises ``BuildError``; the old site stands until the new one is sound.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import yaml

from tracker.gathering import ROOT, BuildError, written_pages
from tracker.papers.copies import copy_for_readers
from tracker.papers.pictures import Cut, cut_pictures
from tracker.papers.withheld import Withheld
from tracker.site.book import Book
from tracker.site.complete import CompleteSite, complete
from tracker.site.links import BuiltSite
from tracker.site.search_index import settle
from tracker.site.strips import Strip

MOST_FAULTS_SHOWN = 50
LEFTOVERS = ("sitemap.xml.gz", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What MkDocs and Material write that no page uses. The compressed site map carries a time of its own."""


def build(
    book: Book,
    docs: Path,
    hosted: Mapping[str, Path],
    site: Path,
    work: Path,
    withheld: Mapping[str, Withheld] = MappingProxyType({}),
) -> CompleteSite:
    """Build the site of a book: ``hosted`` are the PDFs by paper, ``work`` is a folder of our own to work in,
    ``withheld`` has, by paper, what may not be shown of it. Raises ``BuildError`` when the site is not sound."""
    made = complete(book, written_pages(docs))
    prepare(made, book, docs, hosted, work, withheld)
    built = work / "site"
    render(work)
    tidy(built)
    index(built)
    check(built, book.settings.site_url)
    publish(built, site)
    return made


def prepare(
    made: CompleteSite,
    book: Book,
    docs: Path,
    hosted: Mapping[str, Path],
    work: Path,
    withheld: Mapping[str, Withheld] = MappingProxyType({}),
) -> None:
    """Write the build folder: complete pages, files to copy, the papers, the builder's settings."""
    if work.exists() and any(work.iterdir()) and not (work / "mkdocs.yml").exists():
        raise BuildError(f"{work}: holds other things; move them, or name another --site.")
    for old in ("docs", "site"):
        shutil.rmtree(work / old, ignore_errors=True)
    target = work / "docs"
    for name, text in {**made.files, **made.pages}.items():
        written = target / name
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, encoding="utf-8", newline="\n")
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if (
            file.is_file()
            and not file.name.startswith(".")
            and file.suffix not in {".md", ".csv", ".json"}
            and not (target / path).exists()
        ):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / path)
    for paper, source in hosted.items():
        if book.papers[paper].file:
            (target / "papers").mkdir(parents=True, exist_ok=True)
            copy_for_readers(
                source,
                target / "papers" / book.papers[paper].file,
                book.papers[paper].title,
                book.papers[paper].settings.left_out_pages,
                withheld.get(paper, Withheld()),
            )
    cut_strips(made.strips, hosted, work / "pictures", target, withheld)
    (work / "mkdocs.yml").write_text(builder_settings(made, book, work), encoding="utf-8")


def cut_strips(
    strips: Sequence[Strip],
    hosted: Mapping[str, Path],
    kept: Path,
    target: Path,
    withheld: Mapping[str, Withheld] = MappingProxyType({}),
) -> None:
    """Cut the strips out of the papers; those of an earlier build, kept in a folder, are taken over.

    What ``withheld`` names, by paper, is blacked out in the pictures.
    """
    places = {paper: kinds.places for paper, kinds in withheld.items() if kinds.places}
    # Pictures belong to what may be shown on them.
    kept = kept / hashlib.sha256(repr(sorted(places.items())).encode()).hexdigest()[:12]
    for strip in strips:
        for folder in (kept, target):
            (folder / strip.file).parent.mkdir(parents=True, exist_ok=True)
    for paper, file in hosted.items():
        wanted = [strip for strip in strips if strip.paper == paper and not (kept / strip.file).exists()]
        cuts = [Cut(strip.page, strip.bbox, strip.scale) for strip in wanted]
        for strip, picture in zip(wanted, cut_pictures(file, cuts, places.get(paper, ())), strict=True):
            (kept / strip.file).write_bytes(picture)
    for strip in strips:
        if strip.paper in hosted:
            shutil.copyfile(kept / strip.file, target / strip.file)


def builder_settings(made: CompleteSite, book: Book, work: Path) -> str:
    """The top-level mkdocs.yml with the navigation and the tracker's own names."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_name"] = book.settings.site_name
    if book.settings.site_url:
        settings["site_url"] = book.settings.site_url
    settings["docs_dir"], settings["site_dir"] = "docs", "site"
    settings["theme"]["custom_dir"] = os.path.relpath(ROOT / "overrides", work)
    settings["nav"] = made.nav
    settings["extra"] = {**settings.get("extra", {}), **made.extra}
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def render(work: Path) -> None:
    """Let the builder render the build folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--config-file",
        str(work / "mkdocs.yml"),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"The builder stopped: {(done.stderr or done.stdout).strip()[-2000:]}")


def tidy(built: Path) -> None:
    """Take away what no page uses."""
    for name in LEFTOVERS:
        path = built / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
    for pattern in ("assets/javascripts/bundle.*", "assets/stylesheets/main.*", "assets/stylesheets/palette.*"):
        for file in built.glob(pattern):
            file.unlink()


def index(built: Path) -> None:
    """Make the search index of the built pages."""
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(built), "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"The search index could not be made: {(done.stderr or done.stdout).strip()[-2000:]}")
    settle(built / "pagefind")


def check(built: Path, site_url: str = "") -> None:
    """Stop when a link leads nowhere or a page is not reached; ``site_url`` is the site's public address, if any."""
    faults = list(BuiltSite(built, urlsplit(site_url).path.strip("/")).faults())
    if faults:
        told = [*map(str, faults[:MOST_FAULTS_SHOWN])]
        told += [f"… and {len(faults) - MOST_FAULTS_SHOWN} more"] if len(faults) > MOST_FAULTS_SHOWN else []
        shown = "\n".join(told)
        raise BuildError(f"{len(faults)} links or pages are not sound; the site was left as it was.\n{shown}")


def publish(built: Path, site: Path) -> None:
    """Put the new site in the place of the old one."""
    if site.exists() and any(site.iterdir()) and not (site / "index.html").exists():
        raise BuildError(f"{site}: holds other things than a site; name another --site.")
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(str(built), str(site))
