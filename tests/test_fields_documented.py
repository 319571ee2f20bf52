"""The guide for contributors cannot fall behind: fields, words and examples are those of the code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from tracker.check import docs_faults
from tracker.pages.field_meanings import MEANING
from tracker.pages.fields import PAGE_KINDS, Direction, ObservationRow, PaperPage, Status
from tracker.pages.front_matter import read_front_matter, split_page
from tracker.pages.front_matter_text import set_field
from tracker.pages.guide import SETTINGS_MEANING, examples, schemas, with_tables
from tracker.pages.reading_file import read_settings
from tracker.pages.rows import COLUMNS
from tracker.records import PaperSettings, TrackerSettings

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOUND = Path(__file__).parent / "bad_docs" / "sound"


def test_the_guides_tables_are_the_codes() -> None:
    assert with_tables(GUIDE) == GUIDE, "run python scripts/write_guide.py"


@pytest.mark.parametrize("name", schemas())
def test_the_schemas_are_the_codes(name: str) -> None:
    text = (ROOT / "schemas" / name).read_text(encoding="utf-8")
    assert text == schemas()[name], "run python scripts/write_guide.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_every_field_has_a_meaning_and_every_meaning_a_field() -> None:
    used = {name for model in (*PAGE_KINDS.values(), PaperPage, ObservationRow) for name in model.model_fields}
    for text in schemas().values():
        for definition in json.loads(text).get("$defs", {}).values():
            used.update(definition.get("properties", {}))
    used.update(COLUMNS)
    assert used - set(MEANING) == set()
    assert set(MEANING) - used == set()
    settings = {*PaperSettings.model_fields, *TrackerSettings.model_fields}
    assert settings == set(SETTINGS_MEANING)


@pytest.mark.parametrize("word", [word for word in (*get_args(Status), *get_args(Direction)) if word])
def test_every_word_of_the_closed_lists_is_in_the_guide(word: str) -> None:
    assert word in GUIDE.split("<!-- fields -->")[0]


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.py")), ids=lambda path: path.name)
def test_every_script_is_in_the_guide_or_the_readme(script: Path) -> None:
    assert script.name in GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("file", "lines"), list(examples(GUIDE)))
def test_every_example_is_sound(file: str, lines: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(SOUND, docs)
    if file.startswith("source_papers/"):
        (tmp_path / "x.yml").write_text(lines, encoding="utf-8")
        assert read_settings(tmp_path / "x.yml", PaperSettings)[1] == ()
        return
    page = tmp_path / file
    yaml_text, body, _ = split_page(page.read_text(encoding="utf-8"))
    for name, value in read_front_matter(lines).fields.items():
        yaml_text = set_field(yaml_text, name, value)
    page.write_text(f"---\n{yaml_text}---\n{body}", encoding="utf-8")
    assert docs_faults(docs, TrackerSettings()) == []
    schema = json.loads(schemas()[f"{page.parent.name}.json"])
    jsonschema.validate({k: v or "" for k, v in read_front_matter(yaml_text).fields.items()}, schema)
