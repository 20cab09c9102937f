"""Every format: what becomes of an invented report in it, its day with where that stands, and what is said of it."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from marsad.records import Original
from marsad.reports import NOTICES, Received, expected, is_notice, receive
from marsad.reports.kinds import BOXES, READERS
from tests.reports import making
from tests.reports.making import DATE_LINE, MORE, TEXT

SUNDAY = date(2016, 12, 4)


def received(tmp_path: Path, name: str, content: bytes | str, **options: object) -> list[Received]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(receive([str(path)], **options))  # type: ignore[arg-type]


def reports(items: list[Received]) -> list[Received]:
    return [item for item in items if not is_notice(item)]


def reasons(items: list[Received]) -> list[str]:
    return [issue.reason for item in items for issue in item.issues]


def words(item: Received) -> str:
    assert item.report is not None
    return " ".join(item.report.text.split())


def kept(item: Received) -> Original:
    assert item.kept is not None
    return item.kept


def test_the_list_of_formats() -> None:
    assert sorted(READERS) == [
        "csv", "docx", "feed", "html", "json", "jsonl", "parquet", "pdf", "telegram", "telegram_html", "text",
    ]  # fmt: skip
    assert sorted(BOXES) == ["email", "gzip", "mbox", "wacz", "warc", "zip"]


PAGE = making.page('<meta property="article:published_time" content="2016-12-04T08:00:00Z">')
FORMATS: dict[str, tuple[bytes | str, str]] = {
    "page.html": (PAGE, "page"),
    "dated.html": (making.page(day=f"<div>{DATE_LINE}</div>"), "text"),
    "address.html": (making.page('<link rel="canonical" href="http://sada.example/2016/12/04/a">'), "url"),
    "2016-12-04-page.html": (making.page(), "file"),
    "cp1256.html": (PAGE.replace("utf-8", "windows-1256").encode("cp1256"), "page"),
    "table.csv": (f"date,body\n2016-12-04,{TEXT}\n", "column"),
    "table.tsv": (f"date\tbody\n4/12/2016\t{TEXT}\n", "column"),
    "semicolons.csv": (f"التاريخ;النص\n٤/١٢/٢٠١٦;{TEXT}\n".encode("utf-8-sig"), "column"),
    "utf16.csv": (f"date,body\n2016-12-04,{TEXT}\n".encode("utf-16"), "column"),
    "unnamed.csv": (f"a,b\n2016-12-04,{TEXT}\n", "column"),
    "table.parquet": (making.parquet([{"body": TEXT, "date": SUNDAY}]), "column"),
    "lines.jsonl": (json.dumps({"body": TEXT, "date": "2016-12-04"}), "column"),
    "packed.jsonl.gz": (gzip.compress(json.dumps({"text": TEXT, "published": "2016-12-04"}).encode()), "column"),
    "list.json": (json.dumps([{"content": TEXT, "pubDate": "Sun, 04 Dec 2016 10:00:00 +0300"}]), "column"),
    "result.json": (making.telegram(making.message(1)), "message"),
    "crawl.warc": (making.warc_record("http://sada.example/a", PAGE.encode()), "page"),
    "crawl.warc.gz": (making.warc(making.warc_record("http://sada.example/a", PAGE.encode())), "page"),
    "crawl.wacz": (making.wacz(making.warc_record("http://sada.example/a", PAGE.encode())), "page"),
    "mail.eml": (making.email(), "email"),
    "page.eml": (making.email(making.page(), kind="html"), "email"),
    "box.mbox": (b"From a Sun Dec  4 10:00:00 2016\n" + making.email(), "email"),
    "document.pdf": (making.pdf(TEXT, made="20161204"), "document"),
    "document.docx": (making.docx(DATE_LINE, TEXT), "text"),
    "feed.rss": (making.rss(making.item("http://sada.example/1")), "feed"),
    "arabic.xml": (making.rss(making.item("http://sada.example/1", day=DATE_LINE)), "feed"),
    "files.zip": (making.zipped_of({"a/2016-12-04.txt": TEXT}), "file"),
    "dated.txt": (f"{DATE_LINE}\n{TEXT}\n", "text"),
    "2016-12-04.txt": (TEXT, "file"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_had_from_every_format_with_its_day(tmp_path: Path, name: str) -> None:
    content, kind = FORMATS[name]
    (item,) = reports(received(tmp_path, name, content))
    assert TEXT.rstrip(".") in words(item)
    assert item.report is not None
    assert item.report.published == SUNDAY
    assert kept(item).date_kind == kind
    assert kept(item).raw
    assert ("day_found" in reasons([item])) == (kind in ("url", "text", "file", "document"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_day_of_the_command_goes_before_every_other(tmp_path: Path, name: str) -> None:
    (item,) = reports(received(tmp_path, name, FORMATS[name][0], published=date(2020, 1, 1), outlet="صدى"))
    assert item.report is not None
    assert (item.report.published, item.report.outlet) == (date(2020, 1, 1), "صدى")
    assert kept(item).date_kind == "given"


def test_of_a_page_the_main_text_is_read_where_it_stands(tmp_path: Path) -> None:
    (item,) = received(tmp_path, "page.html", PAGE)
    assert item.report is not None
    assert item.original == PAGE
    assert item.report.text.index(TEXT) == PAGE.index(TEXT)
    for other in ("الرئيسية", "الأكثر قراءة", "غارة قديمة", "اقرأ أيضاً", "جميع الحقوق"):
        assert other not in item.report.text
    assert kept(item).title == "قصف على دوما"


def test_the_outlet_is_known_by_its_site_and_else_by_what_the_page_says(tmp_path: Path) -> None:
    known = making.page('<link rel="canonical" href="https://www.enabbaladi.net/a">')
    named = making.page('<meta property="og:site_name" content="صدى العاصي">')
    saved = making.page().replace("<html", "<!-- saved from url=(0021)http://sada.example/a -->\n<html", 1)
    found = [received(tmp_path, "page.html", page)[0] for page in (known, named, saved)]
    assert [item.report and item.report.outlet for item in found] == ["عنب بلدي", "صدى العاصي", "sada.example"]
    assert kept(found[2]).url == "http://sada.example/a"


OLD = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><table>
<tr><td><a href=1>الرئيسية</a> | <a href=2>محليات</a></td></tr><tr><td><a href=3>أخبار</a><br><a href=4>مقالات</a></td>
<td><b>قصف على دوما</b><br>{day}<br><br>{text}</td></tr><tr><td>جميع الحقوق محفوظة 2019</td></tr></table></body>"""


@pytest.mark.parametrize(
    ("day", "published"),
    [
        (DATE_LINE, SUNDAY),
        ("04/12/2016 - 10:30", SUNDAY),
        ("تاريخ النشر: 4 كانون الأول/ديسمبر 2016 - 10:30 ص", SUNDAY),
        ("آخر تحديث: 5 كانون الأول 2016", None),
        ("في 12 آذار 2014 سقطت المدينة بيد المعارضة المسلحة كلها بعد قتال", None),
    ],
)
def test_of_an_old_page_of_tables_report_and_day_are_found(tmp_path: Path, day: str, published: date | None) -> None:
    page = OLD.format(day=day, text=f"{TEXT} {MORE}<br><br>{MORE} {TEXT}").encode("cp1256")
    (item,) = received(tmp_path, "page.html", page)
    assert item.report is not None
    assert item.report.published == published
    assert TEXT in item.report.text
    assert "محليات" not in item.report.text


def test_the_comments_of_readers_are_no_report(tmp_path: Path) -> None:
    comments = "<div id='comments'><ol><li class='comment'><p>قتل أخي في غارة على البلدة قبل شهر.</p></li></ol></div>"
    (item,) = received(tmp_path, "page.html", PAGE.replace("</article>", f"</article>{comments}"))
    assert "قتل أخي" not in words(item)


@pytest.mark.parametrize("line", [f"{DATE_LINE} - خاص", "2016-12-04"])
def test_a_sentence_that_tells_of_a_day_does_not_date_the_report(tmp_path: Path, line: str) -> None:
    told = "سقطت المدينة بيد المعارضة المسلحة في 12 آذار 2014."
    texts = [received(tmp_path, "a.txt", f"{first}\n{TEXT}\n")[0].report for first in (told, line)]
    assert [report and report.published for report in texts] == [None, SUNDAY]


def test_letters_written_as_numbers_are_read(tmp_path: Path) -> None:
    written = "".join(f"&#{ord(char)};" if char > "\x7f" else char for char in TEXT)
    (item,) = received(tmp_path, "page.html", making.page(body=f"<p>{written}</p>" * 3))
    assert TEXT in words(item)
    assert "letters_decoded" in reasons([item])


def test_frames_and_pictures_saved_beside_a_page_are_no_reports(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text(making.page(), "utf-8")
    (tmp_path / "page.html").write_text(making.page(), "utf-8")
    assert [item.id for item in reports(list(receive([str(tmp_path)])))] == ["page"]


def test_how_columns_were_read_is_shown_and_can_be_said(tmp_path: Path) -> None:
    table = f"date,notes,body,when\n2016-12-04,{MORE},{TEXT},2016-12-05\n"
    guessed = received(tmp_path, "a.csv", table)
    assert "text=body, published=date" in guessed[0].issues[0].message
    said = received(tmp_path, "a.csv", table, columns={"text": "notes", "published": "when"})
    assert words(said[1]) == MORE
    assert said[1].report is not None
    assert said[1].report.published == date(2016, 12, 5)


def test_a_field_that_is_said_and_not_there_is_not_guessed(tmp_path: Path) -> None:
    items = received(tmp_path, "a.jsonl", json.dumps({"body": TEXT}), columns={"text": "gone"})
    assert reasons(items) == ["bad_line"]


def test_months_come_first_where_the_days_of_a_column_prove_it(tmp_path: Path) -> None:
    rows = "".join(f"{day},{TEXT}\n" for day in ("12/04/2016", "12/25/2016"))
    items = received(tmp_path, "a.csv", f"date,text\n{rows}")
    assert [item.report.published for item in items if item.report] == [SUNDAY, date(2016, 12, 25)]
    assert "month first" in items[0].issues[0].message


def test_messages_without_words_are_counted_and_words_in_pieces_put_together(tmp_path: Path) -> None:
    pieces = making.message(2, ["قتل ", {"type": "bold", "text": "خمسة"}, " مدنيين في دوما"])
    export = making.telegram({"id": 1, "type": "service", "text": ""}, pieces, making.message(3, ""))
    items = received(tmp_path, "result.json", export)
    assert words(items[0]) == "قتل خمسة مدنيين في دوما"
    assert items[0].id == "telegram-7-2"
    assert items[0].report is not None
    assert items[0].report.outlet == "شبكة صدى العاصي"
    assert items[1].issues[0].reason == "passed_over"
    assert ": 2;" in items[1].issues[0].message


def test_an_export_of_all_chats_names_each(tmp_path: Path) -> None:
    chats = [json.loads(making.telegram(making.message(1), name=name)) for name in ("صدى", "العاصي")]
    chats[1]["id"] = 8
    export = json.dumps({"personal_information": {"name": "x"}, "chats": {"about": "…", "list": chats}})
    items = received(tmp_path, "result.json", export)
    assert [item.report.outlet for item in items if item.report] == ["صدى", "العاصي"]
    assert [item.id for item in items] == ["telegram-7-1", "telegram-8-1"]


def test_the_pages_of_an_export_are_read(tmp_path: Path) -> None:
    page = f"""<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
    <div class="page_header"><div class="content"><div class="text bold">شبكة صدى</div></div></div>
    <div class="page_body chat_page"><div class="history">
    <div class="message service" id="message-1"><div class="body details">4 December 2016</div></div>
    <div class="message default clearfix" id="message12"><div class="body">
    <div class="pull_right date details" title="04.12.2016 10:15:22 UTC+03:00">10:15</div>
    <div class="from_name">شبكة صدى</div><div class="text">{TEXT}<br>{MORE}</div></div></div>
    </div></div></div></body></html>"""
    item, over = received(tmp_path, "messages.html", page)
    assert item.id == "messages-12"
    assert item.report is not None
    assert item.report.text == f"{TEXT}\n{MORE}"
    assert (item.report.published, item.report.outlet) == (SUNDAY, "شبكة صدى")
    assert is_notice(over)


def test_a_crawl_gives_pages_and_counts_the_rest_and_its_day_is_no_day_of_publication(tmp_path: Path) -> None:
    records = [
        making.warc_record("http://sada.example/a", making.page().encode()),
        making.warc_record("http://sada.example/b", b"gone", status=404),
        making.warc_record("http://sada.example/c.png", b"\x89PNG", media="image/png"),
    ]
    page, over = received(tmp_path, "crawl.warc.gz", making.warc(*records))
    assert page.report is not None
    assert page.report.published is None
    assert "only_fetch_day" in reasons([page])
    assert (kept(page).url, kept(page).fetched) == ("http://sada.example/a", "2020-05-05T00:00:00Z")
    assert ("Content-Type", "text/html; charset=utf-8") in kept(page).headers
    assert "404" in over.issues[0].message
    assert "image/png" in over.issues[0].message


def test_the_texts_that_crawlers_keep_beside_pages_are_read(tmp_path: Path) -> None:
    body = f"{DATE_LINE}\n{TEXT}".encode()
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://sada.example/a\r\nContent-Type: text/plain\r\n"
    record = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
    (item,) = received(tmp_path, "a.warc.wet.gz", gzip.compress(record))
    assert TEXT in words(item)


def test_chunks_and_packing_of_a_crawled_page_are_undone(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode())
    body = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    record = making.warc_record("http://sada.example/a", b"")
    head, _, _ = record.partition(b"\r\n\r\nHTTP")
    length = len(http + body)
    head = b"\r\n".join(line for line in head.split(b"\r\n") if not line.startswith(b"Content-Length"))
    whole = head + f"\r\nContent-Length: {length}\r\n\r\n".encode() + http + body + b"\r\n\r\n"
    (item,) = received(tmp_path, "a.warc", whole)
    assert TEXT in words(item)


def test_what_hangs_on_an_email_is_read_too(tmp_path: Path) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Date"] = "desk@sada.example", "Sun, 04 Dec 2016 10:00:00 +0300"
    mail.set_content("مرفق التقرير")
    mail.add_attachment(making.docx(TEXT), maintype="application", subtype="octet-stream", filename="report.docx")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    body, attached, over = received(tmp_path, "mail.eml", bytes(mail))
    assert words(body) == "مرفق التقرير"
    assert body.report is not None
    assert body.report.outlet == "desk@sada.example"
    assert words(attached) == TEXT
    assert "1" in over.issues[0].message


@pytest.mark.parametrize("turn", [1, -1])
def test_a_pdf_is_read_whichever_way_its_lines_are_drawn(tmp_path: Path, turn: int) -> None:
    (item,) = received(tmp_path, "a.pdf", making.pdf(TEXT[::turn], MORE[::turn]))
    assert TEXT.rstrip(".") in words(item)


def test_rows_of_the_index_count_below_its_folder_and_those_without_a_file_are_said(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text(TEXT, "utf-8")
    rows = "below/a.txt,2016-12-04,\ngone.txt,2016-12-04,\n../out.txt,2016-12-04,\n"
    (tmp_path / "reports.csv").write_text(f"file,published,outlet\n{rows}", "utf-8")
    item, said = receive([str(tmp_path)])
    assert item.report is not None
    assert item.report.published == SUNDAY
    assert kept(item).date_kind == "index"
    assert said.issues[0].reason == "no_such_file"
    assert "gone.txt, ../out.txt" in said.issues[0].message


def test_what_a_folder_holds_besides_reports_is_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "map.png", "b.png", ".hidden"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    item, said = receive([str(tmp_path)])
    assert item.id == "a"
    assert (said.issues[0].reason, is_notice(said)) == ("left_out", True)
    assert "2 (2 .png)" in said.issues[0].message
    assert "left_out" in NOTICES


def test_how_many_reports_a_table_holds_shows_on_reading(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nx\n", "utf-8")
    assert expected([str(tmp_path / "a.csv")]) is None


def test_a_missing_extra_is_an_issue_that_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from marsad.reports import extras

    def missing(module: str) -> object:
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", missing)
    (document,) = received(tmp_path, "a.pdf", making.pdf(TEXT))
    assert reasons([document]) == ["missing_extra"]
    assert "pip install 'marsad[intake]'" in document.issues[0].message
    (page,) = received(tmp_path, "a.html", PAGE)
    assert TEXT in words(page)
    assert "marsad[intake]" in page.issues[0].message


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "result.json", "a.warc.gz"])
def test_however_long_a_file_is_only_a_part_of_it_is_in_memory(tmp_path: Path, name: str) -> None:
    body, times = f"{TEXT} {MORE} " * 40, 800
    path = tmp_path / name
    with path.open("wb") as file:
        if name == "a.warc.gz":
            for number in range(times):
                file.write(
                    making.warc(making.warc_record(f"http://a.example/{number}", body.encode(), media="text/plain"))
                )
        elif name == "a.csv":
            file.write(b"date,text\n" + f"2016-12-04,{body}\n".encode() * times)
        elif name == "a.jsonl":
            file.write((json.dumps({"text": body}) + "\n").encode() * times)
        else:
            file.write(making.telegram(*(making.message(number, body) for number in range(times))).encode())
    list(receive([str(path)]))  # what is loaded once does not count
    tracemalloc.start()
    total = sum(item.report is not None for item in receive([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total == times
    assert peak < 6_000_000 < len(body.encode()) * times
