"""What the site is made of, gathered from the folders: papers that could not be read."""

from __future__ import annotations

from pathlib import Path

from tracker.gathering import unread_papers


def test_papers_that_were_not_read_say_why_and_name_nobody(tmp_path: Path) -> None:
    for name, data in (("empty", b""), ("letter", b"Dear all,\n"), ("request-from-priya-quill", b"Dear all,\n")):
        (tmp_path / f"{name}.pdf").write_bytes(data)
    (tmp_path / "titled.pdf").write_bytes(b"")
    (tmp_path / "titled.yml").write_text("title: Annual report\n", encoding="utf-8")
    (tmp_path / "later.pdf").write_bytes(b"")
    (tmp_path / "later.yml").write_text("embargo: 2030-01-01\n", encoding="utf-8")
    assert unread_papers(tmp_path) == (
        "empty: the file is empty.",
        "letter: this is not a PDF.",
        "a paper whose file name may name a person: this is not a PDF.",
        "Annual report: the file is empty.",
    )
