"""Invented reports in every format, made anew for each test: no file of bytes is kept in the repository."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from importlib import import_module

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما أمس، بحسب ناشطين في المدينة."
MORE = "وقال ناشطون إن الطائرات الحربية شنت غارات على البلدة ودمرت مستشفى ميدانياً في الحي الشرقي منها."
DATE_LINE = "الأحد 4 كانون الأول 2016"


def page(
    head: str = "", *, day: str = "", title: str = "قصف على دوما", body: str = f"<p>{TEXT}</p><p>{MORE}</p>"
) -> str:
    """A page of a news site: menu, headline, report, a list of other reports, foot."""
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>{head}</head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/local">محليات</a></li></ul></nav>
<article><h1>{title}</h1>{day}{body}<p>اقرأ أيضاً: خبر آخر عن قصف قديم</p></article>
<aside><h3>الأكثر قراءة</h3><ul><li><a href="/1">مقتل عشرة في غارة قديمة على بلدة أخرى</a></li></ul></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def warc_record(
    url: str, body: bytes, *, status: int = 200, media: str = "text/html; charset=utf-8", day: str = ""
) -> bytes:
    """One record of a crawl, not compressed."""
    http = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {day or '2020-05-05T00:00:00Z'}\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(http):08x}-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(*records: bytes) -> bytes:
    """A crawl, each record compressed by itself."""
    return b"".join(map(gzip.compress, records))


def zipped_of(members: dict[str, bytes | str]) -> bytes:
    """A zip of members by name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def wacz(*records: bytes) -> bytes:
    """A crawl as a WACZ."""
    return zipped_of({"archive/data.warc.gz": warc(*records), "datapackage.json": "{}"})


def telegram(*messages: object, name: str = "شبكة صدى العاصي") -> str:
    """An export of one channel."""
    return json.dumps({"name": name, "type": "public_channel", "id": 7, "messages": list(messages)}, ensure_ascii=False)


def message(number: int, text: object = TEXT, day: str = "2016-12-04T10:00:00") -> dict[str, object]:
    """One message of an export."""
    return {"id": number, "type": "message", "date": day, "from": "صدى", "text": text}


def email(body: str = TEXT, *, day: str = "Sun, 04 Dec 2016 10:00:00 +0300", kind: str = "plain") -> bytes:
    """An e-mail with a sender, a day and a subject."""
    from email.message import EmailMessage

    made = EmailMessage()
    made["From"], made["Subject"] = "Sada Desk <desk@sada.example>", "خبر عاجل"
    if day:
        made["Date"] = day
    made.set_content(body, subtype=kind)
    return bytes(made)


def docx(*lines: str) -> bytes:
    """A Word document of these lines."""
    import docx as word

    document = word.Document()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def pdf(*lines: str, made: str = "") -> bytes:
    """A PDF whose text layer holds these lines, its letters mapped one by one."""
    letters = sorted({char for line in lines for char in line})
    code = {char: f"{number:04X}" for number, char in enumerate(letters, start=1)}
    shown = "".join(
        f"BT /F1 12 Tf 50 {800 - 20 * at} Td <{''.join(code[char] for char in line)}> Tj ET\n"
        for at, line in enumerate(lines)
    )
    pairs = "\n".join(f"<{code[char]}> <{ord(char):04X}>" for char in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /DW 600 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        f"<< /Title (X) {f'/CreationDate (D:{made})' if made else ''} >>",
    ]
    return _pdf_of(objects)


def _pdf_of(objects: list[str]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 8 0 R >>"
    return body + f"{end}\nstartxref\n{len(body)}\n%%EOF".encode()


def parquet(rows: list[dict[str, object]]) -> bytes:
    """A Parquet file of rows."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    target = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows), target)
    return target.getvalue()


def rss(*items: str, extra: str = "") -> str:
    """A feed of items."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>شبكة صدى العاصي</title><link>http://sada.example/</link>{extra}{''.join(items)}</channel></rss>"
    )


def item(link: str, day: str = "Sun, 04 Dec 2016 10:00:00 +0300", words: str = TEXT) -> str:
    """One item of a feed."""
    return (
        f"<item><title>خبر</title><link>{link}</link><pubDate>{day}</pubDate><description>{words}</description></item>"
    )
