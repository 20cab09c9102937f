"""A desk under load: readers and reviewers at once, each signed in, over real sockets; is an act lost or doubled?

    python -m bench.desk_load --store war.sqlite --seconds 120 --readers 50 --reviewers 5

The store is copied, the desk runs in a process of its own. Exit code 1 where an answer was an error, an act that was
acknowledged is not in the store, or one is there that nobody was told of.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.store import open_store
from marsad.web.people import People

PASSWORD = "a long word for the bench"
LOOKS = (
    "/api/overview", "/api/overview?days=only", "/api/events?sort=-killed&limit=50", "/api/events?type=airstrike",
    "/api/reports?limit=50", "/api/control", "/api/log?limit=50", "/api/views",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What was asked and answered, and which acts were acknowledged."""

    answers: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Visitor:
    """Somebody signed in, on a connection that is kept open."""

    place: str
    tally: Tally
    headers: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def asks(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The answer; what is no success is a failure of the desk."""
        self.line = self.line or http.client.HTTPConnection(self.place, timeout=120)
        started = time.perf_counter()
        sent = json.dumps(body) if body is not None else None
        self.line.request(method, path, sent, self.headers | {"Content-Type": "application/json"})
        answer = self.line.getresponse()
        found = answer.read()
        self.tally.seconds.append(time.perf_counter() - started)
        self.tally.answers[answer.status] += 1
        if answer.status >= 400:
            self.tally.failures.append(f"{method} {path}: {answer.status} {found[:200]!r}")
            return None
        if cookie := answer.headers.get("set-cookie"):
            self.headers["Cookie"] = cookie.partition(";")[0]
        return json.loads(found)

    def signs_in(self, name: str) -> None:
        """From now on as this person."""
        self.headers["X-Marsad-Csrf"] = self.asks("POST", "/api/session", {"name": name, "password": PASSWORD})["csrf"]


def read(visitor: Visitor, until: float, chance: random.Random) -> None:
    """Look around: overviews, pages, now and then an event with its report."""
    while time.monotonic() < until:
        visitor.asks("GET", chance.choice(LOOKS))
        page = visitor.asks("GET", f"/api/events?offset={chance.randrange(100)}&limit=1")
        if page and page["events"]:
            event = page["events"][0]
            visitor.asks("GET", f"/api/reports/{event['reports'][0]}")
        time.sleep(chance.random())


def review(visitor: Visitor, until: float, chance: random.Random) -> None:
    """Judge one claim after the other, take some back, comment on some."""
    while time.monotonic() < until:
        queue = visitor.asks("GET", "/api/review?limit=20")
        for item in (queue or {"items": []})["items"]:
            if time.monotonic() >= until:
                return
            claim = item["told"]["claim"]["id"]
            kept = _act(visitor, {"kind": chance.choice(("accept", "reject", "comment")), "claim": claim})
            if kept and chance.random() < 0.2:
                _act(visitor, {"kind": "withdraw", "claim": claim, "other": kept})
            time.sleep(chance.random() / 2)


def _act(visitor: Visitor, given: dict[str, Any]) -> str | None:
    if given["kind"] == "comment":
        given["comment"] = f"seen {len(visitor.tally.acts)}"
    kept = visitor.asks("POST", "/api/judgements", given)
    if kept is None:
        return None
    visitor.tally.acts.append(kept["id"])
    return str(kept["id"])


def load(store: Path, *, seconds: float, readers: int, reviewers: int) -> tuple[Tally, list[str]]:
    """The tally of a time under load on a copy of a store, and what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        copy, people = Path(folder) / "load.sqlite", Path(folder) / "people.json"
        shutil.copy(store, copy)
        accounts = People(people)
        names = [f"reviewer{at}" for at in range(reviewers)] + ["reader"]
        for name in names:
            accounts.add(name, "viewer" if name == "reader" else "reviewer", PASSWORD)
        with open_store(str(copy)) as before:
            known = {note.id for note in before.judgements()}
        tallies = _under_load(copy, people, seconds, readers, reviewers)
        with open_store(str(copy)) as after:
            there = Counter(note.id for note in after.judgements() if note.id not in known)
            faults = [f"{fault.where}: {fault.what}" for fault in after.verify()]
    whole = Tally()
    for tally in tallies:
        whole.answers += tally.answers
        whole.seconds += tally.seconds
        whole.failures += tally.failures
        whole.acts += tally.acts
    return whole, [*whole.failures, *faults, *_differences(Counter(whole.acts), there)]


def _differences(told: Counter[str], there: Counter[str]) -> list[str]:
    lost, more = told - there, there - told
    return [f"act {act} was acknowledged and is not there" for act in lost] + [
        f"act {act} is there and nobody was told" for act in more
    ]


def _under_load(copy: Path, people: Path, seconds: float, readers: int, reviewers: int) -> list[Tally]:
    """Everybody's tally."""
    command = [sys.executable, "-m", "marsad", "serve", "--store", str(copy), "--people", str(people), "--port", "0"]
    said = copy.with_name("said.txt")
    with said.open("w", encoding="utf-8") as errors, subprocess.Popen(command, stderr=errors) as desk:
        try:
            place = _place(said)
            _wait_for(place)
            jobs: list[tuple[Callable[..., None], str, Tally]] = [
                *((read, "reader", Tally()) for _ in range(readers)),
                *((review, f"reviewer{at}", Tally()) for at in range(reviewers)),
            ]
            threads = [
                threading.Thread(target=_visit, args=(work, name, tally, place, seconds, at), daemon=True)
                for at, (work, name, tally) in enumerate(jobs)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(seconds + 300)
            tallies = [tally for _, _, tally in jobs]
            # What the desk said besides its address is a fault of its own.
            tallies[0].failures += said.read_text("utf-8").splitlines()[1:][-40:]
            return tallies
        finally:
            desk.terminate()


def _place(said: Path, patience: float = 60.0) -> str:
    """Where the desk says it is."""
    until = time.monotonic() + patience
    while "http://" not in said.read_text("utf-8") and time.monotonic() < until:
        time.sleep(0.1)
    return said.read_text("utf-8").split("http://")[1].split()[0].rstrip("/")


def _wait_for(place: str, patience: float = 30.0) -> None:
    until = time.monotonic() + patience
    host, _, port = place.rpartition(":")
    while time.monotonic() < until:
        try:
            with socket.create_connection((host, int(port)), timeout=5):
                return
        except OSError:
            time.sleep(0.1)


def _visit(work: Callable[..., None], name: str, tally: Tally, place: str, seconds: float, at: int) -> None:
    visitor = Visitor(place, tally)
    try:
        visitor.signs_in(name)
        work(visitor, time.monotonic() + seconds, random.Random(at))
    except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError) as error:
        tally.failures.append(f"{name}: {error!r}")
    finally:
        if visitor.line is not None:
            visitor.line.close()


def main() -> int:
    """Print the figures; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--reviewers", type=int, default=5)
    given = parser.parse_args()
    tally, wrong = load(given.store, seconds=given.seconds, readers=given.readers, reviewers=given.reviewers)
    times = sorted(tally.seconds) or [0.0]
    print(f"{given.readers} readers, {given.reviewers} reviewers, {given.seconds:.0f} s")
    print(f"answers by status: {dict(tally.answers)}; acts: {len(tally.acts)}; wrong: {len(wrong)}")
    print(
        f"median {times[len(times) // 2] * 1000:.0f} ms, 95 of 100 below {times[len(times) * 95 // 100] * 1000:.0f} ms"
    )
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
