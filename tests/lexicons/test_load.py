"""Reading the project's own YAML: what is wrong is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "words.yml"
    path.write_bytes(content)
    return path


def test_a_file_is_read_as_plain_data(tmp_path: Path) -> None:
    content = "# What it lists.\n- {id: raid, forms: [غارة, غارات]}\n- {id: clash, forms: []}\n"
    assert read_yaml(written(tmp_path, content.encode())) == [
        {"id": "raid", "forms": ["غارة", "غارات"]},
        {"id": "clash", "forms": []},
    ]


def test_equal_keys_in_different_entries_are_no_repetition(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, b"a: {id: x}\nb: {id: x}\n")) == {"a": {"id": "x"}, "b": {"id": "x"}}


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, b"# nothing yet\n")) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"- {id: raid\n", r"words\.yml: expected YAML"),
        (b"- id: raid\n  forms: []\n  id: clash\n", r"words\.yml, line 3: the field id stands twice"),
        (b"- ? [a, b]\n  : 1\n", r"words\.yml, line 1: expected a name before the colon"),
        (b"raid:\n  deep: [{a: 1, a: 2}]\n", r"words\.yml, line 2: the field a stands twice"),
        ("- raid\n- \u200fغارة\n".encode(), r"words\.yml, line 2: found the invisible direction mark U\+200F"),
        ("- غارة\n".encode("cp1256"), r"words\.yml: expected UTF-8"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_yaml(written(tmp_path, content))


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"words\.yml: expected this file in"):
        read_yaml(tmp_path / "words.yml")
