"""Invented texts with their claims, the project's own, so that they are always at hand: posts, and reports of news.

Of each kind ``open.jsonl`` is for writing rules by; of ``apart.jsonl`` only the figures are looked at.
"""

from __future__ import annotations

import json
from typing import Any

from evals.gold import ROOT, GoldReport, GoldSet, digest_of, report_of

POSTS, POSTS_APART = "posts", "posts-apart"
NEWS, NEWS_APART = "news", "news-apart"
_FILES = {
    name: ROOT / "samples" / kind / file
    for kind, names in (("posts", (POSTS, POSTS_APART)), ("news", (NEWS, NEWS_APART)))
    for name, file in zip(names, ("open.jsonl", "apart.jsonl"), strict=True)
}
# What a claim leaves out where it has none of it.
_LISTS = ("agents", "targets", "places", "weapons", "sources")
_WORDS = ("time", "date_from", "date_to")


def invented_set(name: str) -> GoldSet:
    """The texts of one of the four sets, with their claims in the form of the other gold files."""
    return GoldSet(name, tuple(map(_text, _FILES[name].read_text("utf-8").splitlines())), digest_of([_FILES[name]]))


def _text(line: str) -> GoldReport:
    kept: dict[str, Any] = json.loads(line)
    truth = {"id": kept["id"], "published": kept["published"], "outlet": kept["outlet"]}
    truth["claims"] = [_claim(claim) for claim in kept["claims"]]
    return GoldReport(report_of(truth, kept["text"]), truth)


def _claim(kept: dict[str, Any]) -> dict[str, Any]:
    """A claim in the form of the other gold files."""
    nothing: dict[str, Any] = {name: [] for name in _LISTS} | dict.fromkeys(_WORDS)
    return nothing | kept
