"""Invented messages and posts with their claims: the project's own, so they are always at hand.

``samples/posts/open.jsonl``: their errors are read while rules are written; ``apart.jsonl``: only their figures are.
"""

from __future__ import annotations

import json
from typing import Any

from evals.gold import ROOT, GoldReport, GoldSet, digest_of, report_of

FOLDER = ROOT / "samples" / "posts"
OPEN, APART = "posts", "posts-apart"
_FILES = {OPEN: FOLDER / "open.jsonl", APART: FOLDER / "apart.jsonl"}
# What a claim leaves out where it has none of it.
_LISTS = ("agents", "targets", "places", "weapons", "sources")
_WORDS = ("time", "date_from", "date_to")


def post_set(name: str) -> GoldSet:
    """The posts of a part (``OPEN`` or ``APART``)."""
    return GoldSet(name, tuple(map(_post, _FILES[name].read_text("utf-8").splitlines())), digest_of([_FILES[name]]))


def _post(line: str) -> GoldReport:
    kept: dict[str, Any] = json.loads(line)
    truth = {"id": kept["id"], "published": kept["published"], "outlet": kept["outlet"]}
    truth["claims"] = [_claim(claim) for claim in kept["claims"]]
    return GoldReport(report_of(truth, kept["text"]), truth)


def _claim(kept: dict[str, Any]) -> dict[str, Any]:
    """A claim in the form of the other gold files."""
    nothing: dict[str, Any] = {name: [] for name in _LISTS} | dict.fromkeys(_WORDS)
    return nothing | kept
