"""What a run was made of and what it made: enough to repeat it to the byte, and the same whoever did the work."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

from marsad.errors import InputError
from marsad.runs.job import Job
from marsad.runs.read_share import Part
from marsad.runs.shares import Plan, Share
from marsad.runs.storage import Storage
from marsad.runs.versions import versions

NAME = "manifest.json"
BEGUN = "work/begun.json"
FORMAT = 1


def made_by(job: Job) -> dict[str, str]:
    """The versions and digests of everything that decides what is read and gathered."""
    read = asdict(versions(Path(job.places) if job.places else None))
    return {
        **read, "gathering": _digest_of_rooms(("events", "runs")), "marsad": version("marsad"),
        "pyarrow": version("pyarrow"),
    }  # fmt: skip


def _digest_of_rooms(rooms: Iterable[str]) -> str:
    found = hashlib.sha256()
    root = Path(str(resources.files("marsad")))
    for path in (path for room in rooms for path in sorted((root / room).glob("*.*"))):
        if path.suffix in (".py", ".json", ".yml"):
            found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def begun(job: Job, plan: Plan) -> dict[str, Any]:
    """What is fixed before the first report is read."""
    return {
        "format": FORMAT, "made_by": made_by(job), "settings": _settings(job), "input": list(plan.inputs),
        "shares": len(plan.shares), "cut": _cut(plan.shares),
    }  # fmt: skip


def _settings(job: Job) -> dict[str, Any]:
    """Every knob that changes what comes out."""
    return {
        "settings": {**asdict(job.settings), "suffixes": list(job.settings.suffixes)}, "columns": dict(job.columns),
        "leanings": dict(sorted(job.leanings.items())), "toll": job.toll_rule, "longest_s": job.longest_s,
        "judgements": [asdict(one) for one in job.judgements],
    }  # fmt: skip


def _cut(shares: Sequence[Share]) -> str:
    """The digest of how the input is cut."""
    found = hashlib.sha256()
    for share in shares:
        found.update(json.dumps(asdict(share), sort_keys=True, default=str).encode())
    return found.hexdigest()


def begin(job: Job, now: dict[str, Any]) -> None:
    """Note what is about to be done; a folder in which something else was begun is refused."""
    if not job.output.exists(BEGUN):
        if job.output.exists(NAME):
            before = json.loads(job.output.read(NAME))
            if any(before[name] != now[name] for name in now):
                raise InputError(_other(job.output, before, now))
        job.output.write(BEGUN, _json(now))
        return
    before = json.loads(job.output.read(BEGUN))
    if before != json.loads(_json(now)):
        raise InputError(_other(job.output, before, json.loads(_json(now))))


def _other(output: Storage, before: dict[str, Any], now: dict[str, Any]) -> str:
    names = [name for name in now if before.get(name) != json.loads(_json(now))[name]]
    return (
        f"{output.address}: expected a new folder or this run begun before, found one of another "
        f"{', '.join(names)}; name another folder, or take that one away"
    )


def written(job: Job, now: dict[str, Any], plan: Plan, parts: Sequence[Part], gathered: dict[str, Any]) -> bytes:
    """The manifest of a run that is done."""
    counts: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    notices = [["", issue.reason, issue.message] for issue in plan.notices]
    files: dict[str, str] = {}
    for part in parts:
        counts.update(part.counts)
        issues.update(part.issues)
        notices += part.notices
        name = f"part-{part.number:06d}.parquet"
        files |= {f"{table}/{name}": digest for table, digest in part.sha256.items()}
    said = [list(each) for each in dict.fromkeys(map(tuple, notices))]
    done = {"reading": {"counts": dict(sorted(counts.items())), "issues": dict(sorted(issues.items()))}}
    gathering = {name: value for name, value in gathered.items() if name != "files"}
    return _json(
        {
            **now, "stages": {**done, "gathering": gathering}, "notices": said,
            "files": dict(sorted({**files, **gathered.get("files", {})}.items())),
        }
    )  # fmt: skip


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "backslashreplace") + b"\n"
