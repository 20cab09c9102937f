"""Reports of the shared pool annotated by us: offsets and codes without a word of the texts, which stay in ../shared.

``annotated/pool.jsonl`` has one report a line: its id in ``../shared/data/pool``, the SHA-256 of its text, ``part``
(``open``: rules were mended by its errors; ``apart``: only its figures are ever looked at), and its claims, every
mention as ``[start, end]`` in the text. :func:`pool_sets` puts the words back. ``annotated/second.jsonl`` has the
78 that were kept apart at first once more, under the part they are in now, annotated by others who saw neither the
first annotation nor a reading: what people agree on.
``annotated/mixed.jsonl`` has reports that the pool calls no reports of conflict, though they speak of violence: trials,
crime, accidents, politics, history. One in four has no claim; they teach the topic of reports and nothing else.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.gold import GoldReport, GoldSet, digest_of, report_of, shared_folder

FILE = Path(__file__).parent / "annotated" / "pool.jsonl"
SECOND = FILE.with_name("second.jsonl")
MIXED = FILE.with_name("mixed.jsonl")
PARTS = ("open", "apart")
MENTIONS = ("agents", "targets", "places", "weapons", "sources")


def pool_sets(file: Path = FILE) -> list[GoldSet]:
    """The annotated reports of a file by part (``pool-open``, …); none where the shared pool is not at hand."""
    shared = shared_folder()
    pool = shared / "data" / "pool" / "pool.jsonl.gz" if shared is not None else None
    if pool is None or not pool.is_file():
        return []
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        texts = {report["id"]: report for report in map(json.loads, lines)}
    found: dict[str, list[GoldReport]] = {part: [] for part in PARTS}
    for kept in _kept(file):
        report = texts[kept["report"]]
        text = report["text"]
        if sha256(text.encode("utf-8")).hexdigest() != kept["sha256"]:
            raise SystemExit(f"{file.name}: report {kept['report']} was annotated on another text than the pool has.")
        truth = {"id": report["id"], "published": report["published"], "outlet": report["outlet"]}
        truth["claims"] = [_claim(claim, text) for claim in kept["claims"]]
        found[kept["part"]].append(GoldReport(report_of(truth, text), truth))
    return [
        GoldSet(f"{file.stem}-{part}", tuple(reports), digest_of([file])) for part, reports in found.items() if reports
    ]


def _kept(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text("utf-8").splitlines():
        yield json.loads(line)


def _claim(kept: dict[str, Any], text: str) -> dict[str, Any]:
    """One claim in the form of the gold files of ../shared/annotation."""

    def words(span: list[int] | None) -> str | None:
        return text[span[0] : span[1]] if span else None

    claim: dict[str, Any] = {
        "type": kept["type"],
        "trigger": words(kept["trigger"]),
        "start": kept["trigger"][0],
        "time": words(kept.get("time")),
        "date_from": kept.get("date_from"),
        "date_to": kept.get("date_to"),
        "status": kept["status"],
        "incident": kept["incident"],
    }
    claim |= {role: [words(span) for span in kept.get(role, [])] for role in MENTIONS}
    if "count" in kept:
        count = kept["count"]
        claim["count"] = {"low": count["low"], "high": count["high"], "text": words(count.get("words"))}
    if "item" in kept:
        claim |= {"item": words(kept["item"]), "outcome": kept["outcome"]}
    return claim
