"""Files of many makes: what becomes a report, what becomes an issue."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from marsad.errors import InputError
from marsad.reports import Received, expected, receive
from marsad.settings import DEFAULTS

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما، بحسب ناشطين في المدينة."


def one(path: Path) -> Received:
    found = list(receive([str(path)]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-16-le"])
def test_another_encoding_is_said(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(encoding))
    received = one(path)
    assert received.report is not None
    assert received.report.text == TEXT
    assert [issue.reason for issue in received.issues] == ["encoding"]


def test_a_report_keeps_its_line_ends_and_is_known_by_the_digest_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"{TEXT}\r\n{TEXT}\r\n".encode())
    received = one(path)
    assert received.report is not None
    assert received.report.text == f"{TEXT}\r\n{TEXT}\r\n"
    assert received.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_markup_is_blanked_and_words_stay_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = f"<html><head><script>var قتل = 3;</script></head><body><p>{TEXT}</p></body></html>"
    path.write_text(page, "utf-8")
    report = one(path).report
    assert report is not None
    assert "var" not in report.text
    assert report.text.find(TEXT) == page.find(TEXT)
    assert one(path).original == page
    assert one(path).sha256 == hashlib.sha256(page.encode()).hexdigest()


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


def test_a_report_alone_takes_its_row_from_the_index_beside_it(tmp_path: Path) -> None:
    below = tmp_path / "below"
    for folder, day in ((tmp_path, "2018-10-09"), (below, "2018-10-10")):
        folder.mkdir(exist_ok=True)
        (folder / "a.txt").write_text(TEXT, "utf-8")
        (folder / "reports.csv").write_text(f"file,published,outlet\na.txt,{day},\n", "utf-8-sig")
    reports = [item.report for item in receive([str(below / "a.txt"), str(tmp_path)])]
    assert [report.published.day if report and report.published else None for report in reports] == [10, 9, 10]


def test_what_the_command_says_goes_before_the_index(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "reports.csv").write_text("file,published,outlet\na.txt,2018-10-09,صحيفة الخبر\n", "utf-8")
    report = next(receive([str(tmp_path)], published=date(2020, 1, 1), outlet="شبكة")).report
    assert report is not None
    assert (report.published, report.outlet) == (date(2020, 1, 1), "شبكة")


def test_an_impossible_day_of_the_index_is_an_issue_of_its_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "reports.csv").write_text("file,published\na.txt,2018-13-45\nb.txt,2018-10-09\n", "utf-8")
    first, second = receive([str(tmp_path)])
    assert [issue.reason for issue in first.issues] == ["bad_day"]
    assert first.report is not None
    assert first.report.published is None
    assert second.report is not None
    assert second.report.published == date(2018, 10, 9)


def test_an_index_saved_by_a_spreadsheet_in_windows_1256_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    rows = "file,published,outlet\r\na.txt,2018-10-09,صحيفة الخبر اليومية المستقلة في المدينة\r\n"
    (tmp_path / "reports.csv").write_bytes(rows.encode("cp1256"))
    report = one(tmp_path / "a.txt").report
    assert report is not None
    assert report.outlet == "صحيفة الخبر اليومية المستقلة في المدينة"


def test_an_index_without_the_column_of_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "reports.csv").write_text("name,day\na.txt,2018-10-09\n", "utf-8")
    with pytest.raises(InputError, match=r"found name, day"):
        one(tmp_path / "a.txt")


def test_line_ends_of_other_alphabets_stay_within_a_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"text": f"{TEXT}\u2028{TEXT}\x85"}, ensure_ascii=False) + "\n", "utf-8")
    report = one(path).report
    assert report is not None
    assert report.text == f"{TEXT}\u2028{TEXT}\x85"


@pytest.mark.parametrize("line", ["[1]", '{"id": 5}', '{"text": 5}', "[" * 100_000, '"', "\x00", "null"])
def test_no_line_stops_the_reading(tmp_path: Path, line: str) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(f"{line}\n" + json.dumps({"id": "good", "text": TEXT}), "utf-8")
    received = list(receive([str(path)]))
    assert [issue.reason for issue in received[0].issues] == ["bad_line"]
    assert received[-1].id == "good"


@pytest.mark.parametrize(
    ("day", "read"), [("2018-10-09T12:30:00Z", date(2018, 10, 9)), ("2018-13-45", None), (7, None)]
)
def test_a_day_of_a_line_may_have_a_time_and_an_impossible_one_is_said(
    tmp_path: Path, day: object, read: date | None
) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"text": TEXT, "published": day}), "utf-8")
    received = one(path)
    assert received.report is not None
    assert received.report.published == read
    assert [issue.reason for issue in received.issues] == ([] if read else ["bad_day"])


def test_json_lines_are_recognised_on_standard_input() -> None:
    lines = "\n".join(json.dumps({"id": name, "text": TEXT}) for name in "ab")
    assert [item.id for item in receive(["-"], stdin=lines.encode)] == ["a", "b"]
    assert [item.id for item in receive(["-"], stdin=TEXT.encode)] == ["stdin"]


def test_two_reports_of_one_name_are_both_read_and_it_is_said(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")
    assert [[issue.reason for issue in item.issues] for item in receive([str(tmp_path)])] == [[], ["same_id"]]


def test_a_link_to_nothing_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    received = list(receive([str(tmp_path)]))
    assert [[issue.reason for issue in item.issues] for item in received] == [[], ["unreadable"]]


def test_how_many_reports_are_expected(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.doc"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert expected([str(tmp_path), str(tmp_path / "a.txt")]) == 3
    assert expected([str(tmp_path), "-"]) is None


def test_a_path_to_nothing_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing there"):
        list(receive([str(tmp_path / "none.txt")]))


def test_of_twenty_megabytes_the_first_million_characters_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((TEXT + "\n") * 170_000, "utf-8")
    assert path.stat().st_size > 15_000_000
    received = one(path)
    assert received.report is not None
    assert len(received.report.text) == DEFAULTS.max_characters
    (issue,) = received.issues
    assert (issue.reason, issue.start) == ("too_long", DEFAULTS.max_characters)


def test_a_byte_order_mark_is_no_part_of_the_text_and_an_empty_file_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(TEXT.encode("utf-8-sig"))
    received = list(receive([str(tmp_path)]))
    assert [item.report.text if item.report else None for item in received] == ["", TEXT]
    assert [item.issues for item in received] == [(), ()]
