"""Generated rubbish against every door: ``python -m bench.fuzz [SECONDS] [KIND…] [--seed N]``.

Kinds: reports, html, csv, jsonl, warc, settings, lexicon. Each gets so many seconds. An exception that is not one of
Marsad's own, or a report that takes longer than five seconds of the processor, is printed with its seed; the exit code
is the number of kinds that failed.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

from marsad import pipeline
from marsad.errors import MarsadError
from marsad.pipeline import Knowledge
from marsad.records import Report
from marsad.reports import receive
from marsad.reports.columns import parsed
from marsad.reports.readings import read_judgements
from marsad.runs.local import read_one

LONGEST_S = 5.0
SHOWN = 5
SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
# Signs that have broken readers before: marks of direction, half pairs, joiners, NUL, other digits and blanks.
ODD = [
    *"\u200f\u202e\u2067\u0640\u064b\u0651\u200d\ufeff\x00\ud800\udfff\u2028\u00a0٣۳9%$،؛؟«»()[]{}<>&;\"'\\\r\n\t\x1b",
    "\U0001f600",
]
TAGS = ("p", "div", "article", "script", "style", "table", "td", "time", "a", "h1", "meta", "!--", "![CDATA[", "svg")


@lru_cache(maxsize=1)
def known() -> Knowledge:
    """What the reader knows."""
    return pipeline.load_knowledge()


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Words of the samples."""
    text = " ".join(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return tuple(text.split())


def prose(draw: random.Random) -> str:
    """Words in any order, with stretches of the samples, repetitions and odd signs between them."""
    found: list[str] = []
    for _ in range(draw.randint(0, 40)):
        at, way = draw.randrange(len(words())), draw.random()
        if way < 0.6:
            found += words()[at : at + draw.randint(1, 25)]
        elif way < 0.75:
            found += [words()[at]] * draw.choice((2, 3, 50, 400))
        elif way < 0.9:
            found.append("".join(draw.choices(ODD, k=draw.randint(1, 30))))
        else:
            word = words()[at]
            found.append(word[: draw.randint(0, len(word))] + draw.choice(ODD) + str(draw.randint(-(10**20), 10**20)))
    return draw.choice((" ", " ", " ", "", "\n", "\n\n")).join(found)


def mangled(draw: random.Random, raw: bytes) -> bytes:
    """Bytes with some cut out, doubled or changed."""
    data = bytearray(raw)
    for _ in range(draw.choice((0, 1, 3, 20))):
        at = draw.randrange(len(data) + 1)
        way = draw.random()
        if way < 0.4 and at < len(data):
            data[at] = draw.randrange(256)
        elif way < 0.7:
            del data[at : at + draw.randint(1, 200)]
        else:
            data[at:at] = data[at : at + draw.randint(1, 200)] * draw.randint(1, 4)
    return bytes(data)


def a_report(draw: random.Random, folder: Path) -> None:
    """A text is read."""
    day = date.fromordinal(draw.randint(1, 3_652_059)) if draw.random() < 0.8 else None
    report = Report("fuzz", prose(draw), day, draw.choice((None, "", "وكالة", "\x00")))
    reading = pipeline.read(report, known())
    for claim in reading.claims:
        spans = [claim.trigger, *claim.agents, *claim.targets, *claim.places, *claim.sources, *claim.weapons]
        for span in spans:
            assert report.text[span.start : span.end] == span.text, span


def html(draw: random.Random, folder: Path) -> None:
    """A page is received and read."""
    parts = ["<html>"] if draw.random() < 0.8 else []
    for _ in range(draw.randint(0, 60)):
        tag = draw.choice(TAGS)
        attributes = (
            f' class="{prose(draw)[:30]}" datetime="{draw.randint(0, 99999)}-13-4"' if draw.random() < 0.3 else ""
        )
        parts.append(f"<{'/' if draw.random() < 0.4 else ''}{tag}{attributes}>" * draw.choice((1, 1, 1, 300)))
        parts.append(prose(draw)[: draw.randint(0, 400)])
    _received(draw, folder / "page.html", "".join(parts).encode("utf-8", "surrogatepass"))


def csv(draw: random.Random, folder: Path) -> None:
    """A table is received and read."""
    sign = draw.choice(",;\t|")
    head = draw.sample(["text", "date", "outlet", "id", "title", "نص", "", "url", "text"], draw.randint(1, 6))
    rows = [[prose(draw)[:300] for _ in range(draw.randint(0, 8))] for _ in range(draw.randint(0, 8))]
    lines = [sign.join(f'"{cell}"' if draw.random() < 0.7 else cell for cell in row) for row in [head, *rows]]
    _received(draw, folder / "table.csv", "\n".join(lines).encode("utf-8", "surrogatepass"))


def jsonl(draw: random.Random, folder: Path) -> None:
    """Lines of JSON are received and read."""
    values: tuple[object, ...] = (prose(draw), None, 3, -1.5, [], {}, "2016-12-06", True, 10**30)
    fields = ["text", "published", "outlet", "id", "x"]
    lines = [json.dumps({key: draw.choice(values) for key in fields}) for _ in range(draw.randint(0, 6))]
    lines += ["[" * draw.choice((1, 100_000))] if draw.random() < 0.1 else []
    _received(draw, folder / "lines.jsonl", "\n".join(lines).encode())


def warc(draw: random.Random, folder: Path) -> None:
    """A crawl is received and read."""
    raw = b""
    for _ in range(draw.randint(1, 4)):
        body = f"<html><body><p>{prose(draw)}</p></body></html>".encode("utf-8", "surrogatepass")
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + body
        length = len(block) + draw.choice((0, 0, 0, -5, 10**9))
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n"
            "WARC-Target-URI: http://example.org/1\r\nWARC-Date: 2016-12-06T00:00:00Z\r\n\r\n"
        )
        raw += head.encode() + block + b"\r\n\r\n"
    packed = draw.random() < 0.4
    raw = mangled(draw, raw)
    _received(draw, folder / f"crawl.warc{'.gz' if packed else ''}", gzip.compress(raw, 1) if packed else raw)


def _received(draw: random.Random, path: Path, raw: bytes) -> None:
    path.write_bytes(mangled(draw, raw))
    for item in receive([str(path)]):
        reading = read_one(item, known())
        if any("please report it" in issue.message for issue in reading.issues):
            raise AssertionError(reading.issues)


def settings(draw: random.Random, folder: Path) -> None:
    """Options and files that people write."""
    parts = ["text=", "published", "=", ",", "text=body", *ODD, "url=x", "text=a,text=b"]
    _refused(lambda: parsed("".join(draw.choices(parts, k=draw.randint(0, 6)))))
    path = folder / "judged.jsonl"
    line = json.dumps(
        {"id": "1", "kind": draw.choice(("same", "x", None)), "claim": draw.choice(("a", 3, None)), "at": 1}
    )
    path.write_bytes(mangled(draw, line.encode()))
    _refused(lambda: read_judgements(path))
    index = folder / "reports.csv"
    (folder / "a.txt").write_text(prose(draw), "utf-8", "backslashreplace")
    index.write_bytes(mangled(draw, b"file,published,outlet\na.txt,2016-12-06,x\n"))
    _refused(lambda: [item.id for item in receive([str(folder)])])
    index.unlink()


def lexicon(draw: random.Random, folder: Path) -> None:
    """Files of data, mangled: refused in a sentence, or taken."""
    from marsad.lexicons.load import read_yaml

    files = sorted((Path(pipeline.__file__).parent / "lexicons").glob("*.yml"))
    path = folder / "data.yml"
    path.write_bytes(mangled(draw, draw.choice(files).read_bytes()[: draw.choice((500, 5_000))]))
    _refused(lambda: read_yaml(path))
    from marsad.actors.load import load_source

    assert callable(load_source)


def _refused(act: Callable[[], object]) -> None:
    """What Marsad refuses, it says in a sentence."""
    try:
        act()
    except MarsadError as error:
        if not str(error).strip():
            raise AssertionError("refused without a word") from error


KINDS: dict[str, Callable[[random.Random, Path], None]] = {
    "reports": a_report, "html": html, "csv": csv, "jsonl": jsonl, "warc": warc, "settings": settings,
    "lexicon": lexicon,
}  # fmt: skip


def fuzz(name: str, seconds: float, seed: int) -> int:
    """How many cases of a kind failed."""
    begun, cases, failed, slowest = time.process_time(), 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        while time.process_time() - begun < seconds:
            start = time.process_time()
            try:
                KINDS[name](random.Random(f"{name} {seed + cases}"), Path(folder))
            except Exception:
                failed += 1
                if failed <= SHOWN:
                    print(f"{name}, seed {seed + cases}: {traceback.format_exc(limit=-4)}", flush=True)
            took = time.process_time() - start
            slowest = max(slowest, took)
            if took > LONGEST_S:
                failed += 1
                print(f"{name}, seed {seed + cases}: {took:.1f} s", flush=True)
            cases += 1
    print(f"{name}: {cases} cases, {failed} failed, the slowest took {slowest:.2f} s", flush=True)
    return failed


def main() -> None:
    """Try every kind that is asked for."""
    arguments = sys.argv[1:]
    seed = int(arguments.pop(arguments.index("--seed") + 1)) if "--seed" in arguments else 0
    arguments = [each for each in arguments if each != "--seed"]
    seconds = float(arguments.pop(0)) if arguments else 60.0
    known()
    sys.exit(sum(bool(fuzz(name, seconds, seed)) for name in arguments or KINDS))


if __name__ == "__main__":
    main()
