"""The gold data: the project's own samples, and what lies in ../shared (or MARSAD_SHARED) where that is there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from marsad.records import Report

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report with what a person found in it: claims, or for a sentence its event and label."""

    report: Report
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Reports measured together. ``digest`` pins the gold files: figures of different gold do not compare."""

    name: str
    reports: tuple[GoldReport, ...]
    digest: str


def gold_sets() -> list[GoldSet]:
    """Every set at hand; the samples always, the others where the shared folder is."""
    sets = [claim_set("samples", ROOT / "samples" / "gold", lambda stem: ROOT / "samples" / "reports" / f"{stem}.txt")]
    shared = shared_folder()
    if shared is not None:
        sets.append(claim_set("seed", shared / "seed" / "gold", lambda stem: shared / "seed" / "report.txt"))
        dev = shared / "annotation" / "dev"
        sets.append(claim_set("dev", dev, lambda stem: dev / f"{stem}.txt"))
        sets.append(sentence_set("oeda", shared / "data" / "oeda" / "dev.jsonl"))
    return sets


def shared_folder() -> Path | None:
    """The folder with the shared gold data, or None where this machine has none."""
    named = os.environ.get("MARSAD_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "annotation" / "dev").is_dir() else None


def claim_set(name: str, folder: Path, text_of: Callable[[str], Path]) -> GoldSet:
    """Reports with gold claims: one JSON file each in ``folder``, the text where ``text_of(stem)`` says."""
    paths = sorted(folder.glob("*.json"))
    reports = tuple(gold_report(path, text_of(path.stem)) for path in paths)
    return GoldSet(name, reports, digest_of(paths))


def gold_report(path: Path, text_path: Path) -> GoldReport:
    """One report whose text is the one the claims were written on, to the byte."""
    truth = json.loads(path.read_text("utf-8"))
    raw = text_path.read_bytes()
    if truth["sha256"] != hashlib.sha256(raw).hexdigest():
        raise SystemExit(
            f"{path}: the claims were written on another text than {text_path}; check the offsets, then sha256"
        )
    return GoldReport(report_of(truth, raw.decode("utf-8")), truth)


def sentence_set(name: str, path: Path) -> GoldSet:
    """Sentences labelled yes or no for an event, one JSON object a line."""
    truths = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    reports = tuple(GoldReport(report_of(truth, truth["text"]), truth) for truth in truths)
    return GoldSet(name, reports, digest_of([path]))


def report_of(truth: dict[str, Any], text: str) -> Report:
    """The report as the reader gets it: nothing of the truth but its day and its outlet."""
    published = truth.get("published")
    return Report(truth["id"], text, date.fromisoformat(published) if published else None, truth.get("outlet"))


def digest_of(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
