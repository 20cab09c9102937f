"""Files of many makes: what becomes a report, what becomes an issue."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from marsad.errors import InputError
from marsad.reports import Received, receive

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة."


def one(path: Path) -> Received:
    found = list(receive([str(path)]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(encoding))
    report = one(path).report
    assert report is not None
    assert TEXT in report.text


def test_markup_is_blanked_and_words_stay_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = f"<html><head><script>var قتل = 3;</script></head><body><p>{TEXT}</p></body></html>"
    path.write_text(page, "utf-8")
    report = one(path).report
    assert report is not None
    assert "var" not in report.text
    assert report.text.find(TEXT) == page.find(TEXT)


@pytest.mark.parametrize("content", [b"\x7fELF" + bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(2000)])
def test_what_is_not_text_becomes_an_issue(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(content)
    received = one(path)
    assert received.report is None
    assert [issue.reason for issue in received.issues] == ["not_text"]


def test_a_broken_line_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": "a", "text": TEXT, "published": "2018-10-09"}), "{broken", json.dumps({"text": TEXT})]
    path.write_text("\n".join(lines), "utf-8")
    received = list(receive([str(path)]))
    assert [item.report is not None for item in received] == [True, False, True]
    assert received[0].report is not None
    assert received[0].report.published == date(2018, 10, 9)
    assert [issue.reason for issue in received[1].issues] == ["bad_line"]


def test_a_folder_with_an_index_gives_days_and_outlets(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "reports.csv").write_text("file,published,outlet\na.txt,2018-10-09,صحيفة الخبر\n", "utf-8")
    reports = [item.report for item in receive([str(tmp_path)])]
    assert [report.published if report else None for report in reports] == [date(2018, 10, 9), None]
    assert reports[0] is not None
    assert reports[0].outlet == "صحيفة الخبر"


def test_a_path_to_nothing_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing there"):
        list(receive([str(tmp_path / "none.txt")]))


def test_twenty_megabytes_are_taken_or_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((TEXT + "\n") * 170_000, "utf-8")
    received = one(path)
    assert received.report is not None or received.issues
