"""The whole build on the small board: sound links, the same bytes twice, faults that stop it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import build as build_script
from site_sample import PACK, sample_book, sample_docs
from tracker.building import build
from tracker.gathering import BuildError
from tracker.records import Observation
from tracker.site.links import BuiltSite


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("built"))


def make(folder: Path, **changes: object) -> Path:
    docs, hosted = sample_docs(folder)
    site = folder / "site"
    build(sample_book(**changes), docs, hosted, site, folder / "work")
    return site


def everything(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def test_every_kind_of_page_is_there(built: Path) -> None:
    for page in (
        "",
        "strategies/safety-2030",
        "priorities/safety-2030-1",
        "outcomes/safety-2030-1-1",
        "indicators/residential-burglary",
        "meetings/meeting-2031-03-01",
        "requests/foi-123",
        f"papers/{PACK}",
        f"papers/{PACK}-item-5",
        "commitments/safety-2030-1",
        "indicators",
        "indicators-by-priority",
        "papers",
        "papers-by-kind",
        "meetings",
        "decisions",
        "forward-plan",
        "due",
        "requests",
        "glossary",
        "not-here",
        "figures-checked",
        "data",
        "search",
        "about",
    ):
        assert (built / page / "index.html").exists(), page
    for file in (
        "data/observations.csv",
        "data/datapackage.json",
        "indicators/gun-crime.csv",
        f"papers/{PACK}.pdf",
        "feed.xml",
    ):
        assert (built / file).exists(), file


def test_no_link_is_dead_and_no_page_an_orphan(built: Path) -> None:
    assert list(map(str, BuiltSite(built).faults())) == []


def test_two_builds_have_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first, second = everything(built), everything(make(tmp_path))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_every_page_tells_of_reading_copies_and_keeps_search_engines_away(built: Path) -> None:
    for file in built.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'content="noindex' in text, file
        assert "reading copies" in text or "http-equiv" in text, file


def test_nothing_is_loaded_from_elsewhere_and_no_font_fetched(built: Path) -> None:
    for file in built.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "googleapis" not in text
        assert "gstatic" not in text
    assert "@import" not in (built / "assets/stylesheets/tracker.css").read_text(encoding="utf-8")


def test_what_papers_say_is_never_markup(built: Path) -> None:
    text = (built / f"papers/{PACK}-item-2/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in text
    for file in built.rglob("*.html"):
        assert "<b>other</b>" not in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        ('<a href="../nowhere/">x</a>', "leads nowhere"),
        ('<a href="#nothing">x</a>', "no such anchor"),
        ('<img src="https://elsewhere.example/x.png" alt="">', "another host"),
        ('<p id="main"></p>', "two things"),
    ],
)
def test_a_planted_fault_is_named_with_page_and_link(built: Path, tmp_path: Path, planted: str, named: str) -> None:
    copy = tmp_path / "site"
    for name, data in everything(built).items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    page = copy / "about" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{planted}</body>"), encoding="utf-8")
    faults = list(BuiltSite(copy).faults())
    assert len(faults) == 1
    assert faults[0].page == "about/index.html"
    assert named in str(faults[0])


def test_an_orphan_is_named(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    for name, data in everything(built).items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    lonely = copy / "lonely" / "index.html"
    lonely.parent.mkdir()
    lonely.write_text('<html><body><a href="../about/">a</a><a href="../data/">d</a></body></html>', encoding="utf-8")
    assert [fault.page for fault in BuiltSite(copy).faults()] == ["lonely/index.html"]


def test_a_dead_link_in_a_page_stops_the_build_and_keeps_the_old_site(tmp_path: Path) -> None:
    docs, hosted = sample_docs(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    about = docs / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + '\n<a href="../gone/">gone</a>\n', encoding="utf-8")
    with pytest.raises(BuildError, match="not sound"):
        build(sample_book(), docs, hosted, site, tmp_path / "work")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    "address", ["https://board.example/tracker/", "https://board.example/a/b", "https://t.example/"]
)
def test_a_site_may_be_published_below_a_path(address: str, tmp_path: Path) -> None:
    docs, hosted = sample_docs(tmp_path)
    book = sample_book()
    book = replace(book, settings=book.settings.model_copy(update={"site_url": address}))
    build(book, docs, hosted, tmp_path / "site", tmp_path / "work")
    lost = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    below = "/" + address.split("/", 3)[3].strip("/")
    assert f'href="{below.rstrip("/")}/indicators/"' in lost
    page = (tmp_path / "site/indicators/gun-crime/index.html").read_text(encoding="utf-8")
    assert f"{address.rstrip('/')}/indicators/gun-crime/" in page


def test_other_peoples_folders_are_left_alone(tmp_path: Path) -> None:
    docs, hosted = sample_docs(tmp_path)
    site = tmp_path / "precious"
    site.mkdir()
    (site / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="holds other things"):
        build(sample_book(), docs, hosted, site, tmp_path / "work")
    assert (site / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_wrong_use_is_told_in_one_sentence(tmp_path: Path) -> None:
    told = CliRunner().invoke(build_script.main, ["--docs", str(tmp_path / "none")])
    assert told.exit_code == 2
    assert "no such folder" in told.output
    assert CliRunner().invoke(build_script.main, ["--wrong"]).exit_code == 2


def test_hostile_ids_and_texts_stay_inside_the_site(tmp_path: Path) -> None:
    bad = "../../../evil"
    book = sample_book()
    observation = Observation.model_validate(
        {**book.facts.observations[0].model_dump(), "id": bad, "quote": "{{ config }} <img src=x onerror=1>"}
    )
    site = make(tmp_path, observations=(observation, *book.facts.observations))
    assert list(BuiltSite(site).faults()) == []
    assert not list(tmp_path.parent.glob("evil*"))
    page = (site / "indicators/residential-burglary/index.html").read_text(encoding="utf-8")
    assert "onerror=1>" not in page
    assert "{{ config }}" in page or "&#123;&#123; config" in page


def test_an_empty_tracker_builds_a_sound_site(tmp_path: Path) -> None:
    for folder in ("docs", "papers"):
        (tmp_path / folder).mkdir()
    told = CliRunner().invoke(
        build_script.main,
        ["--docs", str(tmp_path / "docs"), "--papers", str(tmp_path / "papers"), "--site", str(tmp_path / "site")],
    )
    assert told.exit_code == 0, told.output
    assert (tmp_path / "site" / "index.html").exists()
    again = CliRunner().invoke(
        build_script.main,
        ["--docs", str(tmp_path / "docs"), "--papers", str(tmp_path / "papers"), "--site", str(tmp_path / "site")],
    )
    assert "Nothing has changed" in again.output
    (tmp_path / "docs" / "note.md").write_text("# A note\n", encoding="utf-8")
    (tmp_path / "docs" / "about.md").write_text(
        "# About\n\n[A note](note.md)\n\n## Exit {: #exit }\n", encoding="utf-8"
    )
    third = CliRunner().invoke(
        build_script.main,
        ["--docs", str(tmp_path / "docs"), "--papers", str(tmp_path / "papers"), "--site", str(tmp_path / "site")],
    )
    assert third.exit_code == 0, third.output
    assert (tmp_path / "site" / "note" / "index.html").exists()


def test_strips_and_page_pictures_are_cut_and_shown(built: Path) -> None:
    page = (built / "indicators/residential-burglary/index.html").read_text(encoding="utf-8")
    strips = re.findall(
        r'src="../../(strips/[0-9a-f]+\.png)" width="(\d+)" height="(\d+)" loading="lazy" alt="Cut from page', page
    )
    assert strips
    for name, width, height in strips:
        data = (built / name).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert abs(int.from_bytes(data[16:20], "big") - int(width)) <= 2
        assert abs(int.from_bytes(data[20:24], "big") - int(height)) <= 2
    part = (built / f"papers/{PACK}-item-5/index.html").read_text(encoding="utf-8")
    assert re.search(r'src="../../pages/[0-9a-f]+\.png"', part)
