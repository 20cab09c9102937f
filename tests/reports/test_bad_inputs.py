"""Bad inputs: each is said by an issue, the good report behind it is read, and nothing is touched.

A case is a file (or a function that lays files) and the reason expected among the issues.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from marsad.pipeline import Knowledge, load_knowledge
from marsad.records import Issue
from marsad.reports import Received, receive
from marsad.reports.fetch import Fetcher
from marsad.reports.web import Web
from marsad.runs import read_all
from marsad.settings import DEFAULTS
from tests.reports import making
from tests.reports.making import MORE, TEXT
from tests.reports.serving import Site, served

Lay = Callable[[Path], None]
LINE = json.dumps({"text": TEXT, "published": "2016-12-04"})
RECORD = making.warc_record("http://sada.example/a", making.page().encode())
AHEAD = "2099-01-01"
SMALL = replace(DEFAULTS, max_characters=30_000, max_bytes=200_000, max_members=50)


def wide(cells: int) -> str:
    return ",".join(["x"] * cells)


def locked_zip() -> bytes:
    """A zip whose member says that it is locked."""
    raw = bytearray(making.zipped_of({"a.txt": TEXT}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + at] |= 1
    return bytes(raw)


def locked_pdf() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(making.pdf(TEXT)))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def nested(times: int, raw: bytes) -> bytes:
    for _ in range(times):
        raw = gzip.compress(raw)
    return raw


def zip_in_zip(times: int) -> bytes:
    raw = making.zipped_of({"a.txt": TEXT})
    for _ in range(times):
        raw = making.zipped_of({"a.zip": raw})
    return raw


def bomb_docx() -> bytes:
    return making.zipped_of({"word/document.xml": bytes(140 * 2**20), "[Content_Types].xml": "<x/>"})


def tarred() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("../a.txt"))
    return target.getvalue()


def loop_of_links(folder: Path) -> None:
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")


def closed_file(folder: Path) -> None:
    (folder / "a.txt").symlink_to("/proc/self/mem" if Path("/proc/self/mem").exists() else folder / "gone")


def dead_link(folder: Path) -> None:
    (folder / "a.txt").symlink_to(folder / "gone.txt")


def waiting_pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")


def index_outside(folder: Path) -> None:
    (folder / "reports.csv").write_text("file,published\n../../etc/passwd,2016-12-04\n", "utf-8")


def index_of_days(folder: Path) -> None:
    (folder / "reports.csv").write_text("file,published\nzz-good.txt,2016-02-30\n", "utf-8")


def same_ids(folder: Path) -> None:
    (folder / "a.jsonl").write_text("\n".join([json.dumps({"id": "x", "text": TEXT})] * 2), "utf-8")


BILLION = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
CASES: dict[str, tuple[str, bytes | str | Lay, str]] = {
    "a picture under the name of a text": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "not_text"),
    "a program": ("a.html", b"\x7fELF" + bytes(500), "not_text"),
    "bytes of every kind": ("a.txt", bytes(range(256)) * 20, "not_text"),
    "zeros": ("a.txt", bytes(5000), "not_text"),
    "nothing": ("a.txt", b"", "empty"),
    "blanks only": ("a.txt", b" \n\t\r\n", "empty"),
    "a byte order mark only": ("a.txt", b"\xef\xbb\xbf", "empty"),
    "UTF-16 with a mark": ("a.txt", TEXT.encode("utf-16"), "encoding"),
    "UTF-16 without a mark": ("a.txt", TEXT.encode("utf-16-le"), "encoding"),
    "UTF-32": ("a.txt", TEXT.encode("utf-32"), "encoding"),
    "Windows-1256": ("a.txt", TEXT.encode("cp1256"), "encoding"),
    "two encodings in one file": ("a.txt", (TEXT * 20).encode() + TEXT.encode("cp1256"), "damaged"),
    "cut within a letter": ("a.txt", TEXT.encode()[:-2] + b"\xd9", "damaged"),
    "more characters than are read": ("a.txt", TEXT * 500, "too_long"),
    "more bytes than are taken": ("a.txt", TEXT * 2_000, "too_large"),
    "a line without an end": ("a.txt", TEXT.replace(" ", "") * 600, "too_long"),
    "another language": ("a.txt", "Five civilians were killed in the town of Douma yesterday.", "not_arabic"),
    "Persian": ("a.txt", "پنج غیرنظامی در حمله هوایی به شهر دوما کشته شدند و گروهی مجروح شدند.", "not_arabic"),
    "an old Word document": ("a.txt", b"\xd0\xcf\x11\xe0" + bytes(500), "not_text"),
    "rich text": ("a.txt", b"{\\rtf1\\ansi hello}", "not_text"),
    "a link to nothing": ("", dead_link, "unreadable"),
    "links that run in a circle": ("", loop_of_links, "unreadable"),
    "a file that cannot be read": ("", closed_file, "unreadable"),
    "a pipe nobody writes into": ("", waiting_pipe, "left_out"),
    "an index with names that lead outside": ("", index_outside, "no_such_file"),
    "an index with a day that cannot be": ("", index_of_days, "bad_day"),
    "an index of names too long": ("reports.csv", f"file,published\n{'a' * 400},2016-12-04\n", "no_such_file"),
    "a page of 50 MB": ("a.html", making.page(body=f"<p>{TEXT}</p>" * 500_000), "too_large"),
    "a page without an end": ("a.html", "<html><body>" + "<div>" * 60_000 + TEXT, "html_blanked"),
    "a page that never closes its script": ("a.html", f"<html><body><script>{TEXT}", "empty"),
    "a page of menus": ("a.html", "<html><body><nav><a href='/'>الرئيسية</a></nav></body></html>", "html_main_text"),
    "a page with zeros in it": ("a.html", making.page(body=f"<p>{TEXT}\0\0{MORE}</p>"), "html_main_text"),
    "a page that says a wrong encoding": ("a.html", making.page().encode("cp1256"), "encoding"),
    "a page of an encoding nobody knows": ("a.html", making.page().replace("utf-8", "x-mac-farsi-9"), "no_date"),
    "a page from the future": (
        "a.html", making.page(f'<meta property="article:published_time" content="{AHEAD}">'), "no_date",
    ),
    "an address with a day to come": (
        "a.html", making.page('<link rel="canonical" href="http://a.example/2099/01/01/">'), "future_day",
    ),
    "a text from the future": ("a.txt", f"1 كانون الثاني 2099\n{TEXT}", "future_day"),
    "a table with a separator nobody uses": ("a.csv", f"date^text\n2016-12-04^{TEXT}\n", "columns_guessed"),
    "a table of another separator within": ("a.csv", f"date,text\n2016-12-04,{TEXT}\n2016-12-04;{TEXT}\n", "bad_row"),
    "a table without a text": ("a.csv", "id,name\n1,x\n2,y\n", "no_text_column"),
    "a table of one line": ("a.csv", "id,name", "no_text_column"),
    "an empty table": ("a.csv", b"", "no_text_column"),
    "a table with rows of other lengths": ("a.csv", f"date,text\n2016-12-04,{TEXT}\n1,2,3,4\n", "bad_row"),
    "a quote that never closes": (
        "a.csv", f'date,text\n2016-12-04,{TEXT}\n2016-12-05,"{TEXT}' + "x\n" * 200_000, "bad_row",
    ),
    "a cell without words": ("a.csv", f"date,text\n2016-12-04,{TEXT}\n2016-12-05,\n", "bad_row"),
    "a day of a table that cannot be": ("a.csv", f"date,text\n2016-02-31,{TEXT}\n", "bad_day"),
    "a table with thousands of columns": ("a.csv", f"{wide(5000)}\n{wide(5000)}\n", "no_text_column"),
    "a table with zeros": ("a.csv", bytes(5000), "not_text"),
    "broken lines": ("a.jsonl", f"{LINE}\n{{broken\n{LINE}", "bad_line"),
    "a line of a list": ("a.jsonl", "[1]\n" + LINE, "bad_line"),
    "a line nested without end": ("a.jsonl", "[" * 100_000 + "\n" + LINE, "bad_line"),
    "a line of 40 MB": ("a.jsonl", '{"x": "' + "a" * 40_000_000 + '"}\n' + LINE, "bad_line"),
    "a line with a day to come": ("a.jsonl", json.dumps({"text": TEXT, "published": AHEAD}), "future_day"),
    "a line with a day of zero": ("a.jsonl", json.dumps({"text": TEXT, "published": 0}), "bad_day"),
    "a line with a day beyond all time": ("a.jsonl", json.dumps({"text": TEXT, "published": 1e300}), "bad_day"),
    "half a surrogate pair": ("a.jsonl", '{"text": "\\ud800 ' + TEXT + '"}', "no_date"),
    "two reports of one id": ("", same_ids, "same_id"),
    "a list that breaks off": ("a.json", f"[{LINE}, {LINE[:30]}", "broken"),
    "JSON of something else": ("a.json", '{"a": 1}', "bad_line"),
    "an export that breaks off": (
        "result.json", making.telegram(making.message(1), making.message(2))[:-60], "truncated",
    ),
    "an export without words": ("result.json", making.telegram({"id": 1, "type": "service"}), "passed_over"),
    "an export with days of nowhere": ("result.json", making.telegram(making.message(1, day="soon")), "bad_day"),
    "Parquet that breaks off": ("a.parquet", making.parquet([{"text": TEXT}])[:-40], "broken"),
    "Parquet by name only": ("a.parquet", b"\x00\x01\x02" * 500, "not_text"),
    "Parquet without a text": ("a.parquet", making.parquet([{"n": 1}]), "no_text_column"),
    "a crawl that breaks off": ("a.warc.gz", making.warc(RECORD, RECORD)[:-200], "truncated"),
    "a crawl that breaks off, not packed": ("a.warc", (RECORD * 2)[:-300], "truncated"),
    "a crawl with a wrong length": (
        "a.warc", RECORD.replace(b"Content-Length: ", b"Content-Length: 99", 1), "truncated",
    ),
    "a crawl with a flipped byte": ("a.warc.gz", making.warc(RECORD)[:-20] + b"\xff" * 20, "truncated"),
    "a crawl with rubbish behind it": ("a.warc", RECORD + b"rubbish\r\n" * 9, "truncated"),
    "a crawl without pages": ("a.warc", making.warc_record("http://a.example/", b"x", status=500), "passed_over"),
    "a crawl by name only": ("a.warc.gz", b"\x00\x01" * 900, "not_text"),
    "a crawl within a broken zip": ("a.wacz", making.wacz(RECORD)[:-30], "broken"),
    "a mail without a head": ("a.eml", b"\r\n\r\n" + TEXT.encode(), "broken"),
    "a mail without words": ("a.eml", making.email("", day="").replace(b"text/plain", b"image/png"), "passed_over"),
    "a mail with a day of nowhere": ("a.eml", making.email(day="Someday"), "bad_day"),
    "a mail in an encoding nobody knows": ("a.eml", making.email().replace(b'"utf-8"', b'"utf-99"'), "no_date"),
    "a mail of parts without end": ("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 900, "broken"),
    "a locked PDF": ("a.pdf", locked_pdf(), "encrypted"),
    "a PDF that breaks off": ("a.pdf", making.pdf(TEXT)[:300], "broken"),
    "a PDF of pictures": ("a.pdf", making.pdf("a"), "no_text_layer"),
    "a PDF by name only": ("a.pdf", b"\x00" * 900, "not_text"),
    "an empty Word document": ("a.docx", making.docx(), "empty"),
    "a Word document that breaks off": ("a.docx", making.docx(TEXT)[:-400], "broken"),
    "a Word document that is a bomb": ("a.docx", bomb_docx(), "broken"),
    "a spreadsheet": ("a.zip", making.zipped_of({"xl/workbook.xml": "<x/>"}), "not_text"),
    "a zip with names that lead outside": (
        "a.zip", making.zipped_of({"../../out.txt": TEXT, "/etc/x.txt": TEXT}), "passed_over",
    ),
    "a zip with a drive in a name": ("a.zip", making.zipped_of({"C:\\out.txt": TEXT}), "passed_over"),
    "a locked zip": ("a.zip", locked_zip(), "encrypted"),
    "a zip that breaks off": ("a.zip", making.zipped_of({"a.txt": TEXT})[:-30], "broken"),
    "a zip that is a bomb": ("a.zip", making.zipped_of({"a.jsonl": bytes(60 * 2**20)}), "broken"),
    "a zip in a zip in a zip": ("a.zip", zip_in_zip(6), "broken"),
    "a zip of more members than are looked at": (
        "a.zip", making.zipped_of({f"{n}.txt": TEXT for n in range(60)}), "too_many",
    ),
    "a gzip that is a bomb": ("a.jsonl.gz", gzip.compress(bytes(60 * 2**20)), "broken"),
    "a bomb of nested gzip": ("a.txt.gz", nested(6, b"x" * 10**6), "broken"),
    "a gzip that breaks off": ("a.txt.gz", gzip.compress(os.urandom(3000) + TEXT.encode())[:-20], "broken"),
    "a gzip by name only": ("a.gz", b"\x00\x01" * 900, "not_text"),
    "a tar": ("a.tar.gz", tarred(), "not_text"),
    "data packed with Zstandard": ("a.warc.zst", b"\x28\xb5\x2f\xfd" + bytes(90), "not_text"),
    "a feed without entries": ("a.rss", making.rss(), "empty"),
    "a feed that breaks off": ("a.rss", making.rss()[:60], "broken"),
    "a feed of entities that unfold": ("a.rss", BILLION + "<rss><channel>&c;</channel></rss>", "broken"),
    "a feed with a day to come": (
        "a.rss", making.rss(making.item("http://a.example/", "Thu, 01 Jan 2099 00:00:00 GMT")), "future_day",
    ),
    "a sitemap kept as a file": ("a.xml", "<?xml version='1.0'?><urlset></urlset>", "not_text"),
    "XML of something else": ("a.xml", "<?xml version='1.0'?><note>x</note>", "not_text"),
}  # fmt: skip


def snapshot(folder: Path) -> list[tuple[str, int, int]]:
    """Every file under a folder with its size and time."""
    found = [(str(path), path.lstat()) for path in sorted(folder.rglob("*"))]
    return [(name, stat.st_size, stat.st_mtime_ns) for name, stat in found]


@cache
def known() -> Knowledge:
    """The knowledge, loaded once for all cases."""
    return load_knowledge()


def all_issues(items: list[Received]) -> list[Issue]:
    """The issues of receiving and of reading."""
    return [issue for reading in read_all(items, known()) for issue in reading.issues]


def check(items: list[Received], reason: str) -> None:
    issues = all_issues(items)
    assert reason in [issue.reason for issue in issues], [(issue.reason, issue.message) for issue in issues]
    assert any(item.id == "zz-good" and item.report and item.report.text == TEXT for item in items)
    for issue in issues:
        assert issue.message[0].isprintable()
        assert issue.message.rstrip().endswith((".", "…", ")")), issue.message
        assert len(issue.message) < 800


def test_there_are_at_least_sixty_kinds() -> None:
    assert len(CASES) + len(NETWORK) >= 60


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_is_said_the_batch_goes_on_and_nothing_is_touched(tmp_path: Path, name: str) -> None:
    file, content, reason = CASES[name]
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "zz-good.txt").write_text(TEXT, "utf-8")
    if callable(content):
        content(folder)
    else:
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = snapshot(tmp_path)
    items = list(receive([str(folder)], settings=SMALL))
    check(items, reason)
    assert snapshot(tmp_path) == before


def redirect_inside(site: Site) -> str:
    return site.sends_on("/a", "http://10.0.0.1/latest")


def redirect_to_a_file(site: Site) -> str:
    return site.sends_on("/a", "file:///etc/passwd")


def round_trip(site: Site) -> str:
    return site.sends_on("/a", "/a")


def looping_feed(site: Site) -> str:
    loop = f'<atom:link rel="next" href="{site.url}/feed"/>'
    return site.page("/feed", making.rss(making.item(f"{site.url}/feed"), extra=loop), Content_Type="text/xml")


def endless(site: Site) -> str:
    return site.endless("/a", b"x" * 100_000)


def bomb(site: Site) -> str:
    return site.page("/a", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")


def cut_short(site: Site) -> str:
    return site.page("/a", making.page(), Content_Length="999999")


def closed_by_robots(site: Site) -> str:
    site.page("/robots.txt", "User-agent: *\nDisallow: /")
    return site.page("/a", making.page())


def a_picture(site: Site) -> str:
    return site.page("/a", b"\x89PNG" + bytes(500), Content_Type="image/png")


def broken_packing(site: Site) -> str:
    return site.page("/a", b"\x1f\x8bnonsense", Content_Encoding="gzip")


NETWORK: dict[str, tuple[Callable[[Site], str], str]] = {
    "a redirect to a private address": (redirect_inside, "refused"),
    "a redirect to a file": (redirect_to_a_file, "refused"),
    "a redirect to itself": (round_trip, "not_fetched"),
    "a feed that loops": (looping_feed, "no_date"),
    "a page without end": (endless, "not_fetched"),
    "a packed page that is a bomb": (bomb, "not_fetched"),
    "a page cut short": (cut_short, "not_fetched"),
    "a site that is closed to us": (closed_by_robots, "robots"),
    "a picture": (a_picture, "not_text"),
    "packing that is broken": (broken_packing, "not_fetched"),
    "a host without a machine": (lambda site: "http://nowhere.invalid/", "not_fetched"),
    "a scheme we do not know": (lambda site: "http://user:secret@127.0.0.1/", "refused"),
    "a page that is not there": (lambda site: f"{site.url}/gone", "not_fetched"),
    "a server with an error": (lambda site: site.page("/a", "x", status=500), "not_fetched"),
}


@pytest.mark.parametrize("name", NETWORK)
def test_a_bad_address_is_said_and_the_batch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from marsad.reports import addresses

    monkeypatch.setattr(addresses, "_is_public", lambda machine: machine == "127.0.0.1")
    lay, reason = NETWORK[name]
    (tmp_path / "zz-good.txt").write_text(TEXT, "utf-8")
    settings = replace(SMALL, fetch_timeout_s=2.0, fetch_pause_s=0.0, fetch_whole_s=5.0)
    with served() as site:
        web = Web(Fetcher(settings, sleep=lambda seconds: None))
        check(list(receive([lay(site), str(tmp_path / "zz-good.txt")], settings=settings, web=web)), reason)


def test_a_page_that_the_rules_of_its_date_fail_on_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<svg ><meta><a>{TEXT}", "utf-8")
    (item,) = receive([str(tmp_path)])
    assert item.report is not None
    assert [issue.reason for issue in item.issues] == ["html_blanked"]
