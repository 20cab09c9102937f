"""What the desk's answers cost at 100,000 claims, as multiples of a look-up by primary key: ``python -m bench.desk``.

Every answer is asked for through the whole service, in this process: routing, SQL, JSON; as a server asks it, without
the client, whose work is no part of an answer. The look-up is one row of the table of claims by its key, through the
same store. What is compared is processor time, on which other work on the machine does not weigh; what an answer costs
that asks nothing of the store (``/api/names``) is shown apart. Filters
are others in every round, so that no answer was kept ready; the overview of everything is kept ready by the desk, so it
is shown after a change too, and as a desk reads it once, at its start.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from bench.adding import RULES, filled
from marsad.records import Judgement
from marsad.store import EventFilter, Store, open_store
from marsad.store.engine import reading
from marsad.store.tables import claims as claim_table
from marsad.web.app import create
from marsad.web.desk import Desk
from marsad.web.guard import Guard

TIMES_A_LOOK_UP = 30
ROUNDS = 21
Ask = Callable[[int], str]


def main() -> None:
    """Fill a store and ask the desk."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite"), create=True) as store:
        filled(store, reports)
        sys.exit(measure(store) > TIMES_A_LOOK_UP)


def measure(store: Store) -> float:
    """The slowest answer as a multiple of a look-up."""
    desk = Desk(store)
    desk.rules, desk.version = RULES, "bench"
    with Service(create(desk, Guard(None, frozenset({"desk"})))) as service:
        look = partial(_look_up, store)
        again = _median(lambda at: look(at * 4751 + 1))
        print(f"look-up by primary key {again * 1e6:.0f} µs, again and again")
        nothing = _median(lambda at: service.get("/api/names"))
        print(f"an answer that asks nothing {nothing / again:.1f} times that")
        worst = 0.0
        for name, ask in _questions(store).items():
            cost = _median(lambda at, ask=ask: service.get(ask(at)))  # type: ignore[misc]
            worst = max(worst, cost / again)
            print(f"{name:<44} {cost / again:6.1f} times")
        whole = lambda at: service.get("/api/overview")  # noqa: E731 - one question, asked in two states
        changed = _median(whole, partial(_change, desk))
        worst = max(worst, changed / again)
        print(f"{'overview of everything after a change':<44} {changed / again:6.1f} times")
        anew = _median(whole, lambda at: desk.forget())
        print(f"{'the same read anew, as at a start':<44} {anew / again:6.1f} times")
    print(f"slowest {worst:.1f} times a look-up, limit {TIMES_A_LOOK_UP}")
    return worst


def _questions(store: Store) -> dict[str, Ask]:
    found = store.event_page(EventFilter(), "-date", 0, ROUNDS).events
    events, claims = [event.id for event in found], [event.claims[0] for event in found]
    largest = [event.id for event in store.event_page(EventFilter(), "-claims", 0, ROUNDS).events]
    print(f"the largest events have {len(store.event_page(EventFilter(), '-claims', 0, 1).events[0].claims)} claims")
    reports = [report.id for report in store.reports()]
    return {
        "overview of everything": lambda at: "/api/overview",
        "overview of ten days": lambda at: f"/api/overview?from={_day(at)}&until={_day(at, 9)}",
        "overview of a town": lambda at: f"/api/overview?place=town-{at + 3}",
        "overview of a type and a month": lambda at: f"/api/overview?type=clash&from={_day(at)}&until={_day(at, 27)}",
        "days of everything": lambda at: "/api/overview?days=only",
        "days of a town": lambda at: f"/api/overview?days=only&place=town-{at + 30}",
        "events, the latest": lambda at: f"/api/events?offset={at * 50}",
        "events by killed, far down": lambda at: f"/api/events?sort=-killed&offset={5000 + at * 50}",
        "events of a town": lambda at: f"/api/events?place=town-{at + 60}",
        "events of a type by claims": lambda at: f"/api/events?type=clash&sort=-claims&offset={at * 50}",
        "events of an actor in a month": lambda at: f"/api/events?actor=army&from={_day(at)}&until={_day(at, 27)}",
        "an event": lambda at: f"/api/events/{events[at]}",
        "one of the largest events": lambda at: f"/api/events/{largest[at]}",
        "a report": lambda at: f"/api/reports/{reports[at]}",
        "a claim": lambda at: f"/api/claims/{claims[at]}",
        "the queue of review": lambda at: f"/api/review?limit={20 + at}",
        "reports": lambda at: f"/api/reports?limit={40 + at}",
        "the log": lambda at: f"/api/log?after={at * 100}",
    }


def _day(at: int, later: int = 0) -> str:
    """A day of one of the first months of 2018."""
    return f"2018-{1 + at % 9:02d}-{1 + later:02d}"


class Service:
    """The desk as its server calls it."""

    def __init__(self, app: Any) -> None:
        self._app, self._loop = app, asyncio.new_event_loop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.close()

    def get(self, address: str) -> bytes:
        """The body of an answer that is a success."""
        return self._loop.run_until_complete(self._asked(address))

    async def _asked(self, address: str) -> bytes:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(b"host", b"desk")], "client": ("127.0.0.1", 5000), "server": ("desk", 80),
        }  # fmt: skip
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        body = b"".join(message.get("body", b"") for message in sent[1:])
        assert sent[0]["status"] == 200, f"{address}: {body[:200]!r}"
        return body


def _change(desk: Desk, at: int) -> None:
    """Somebody rejects a claim, and the events are as they then are."""
    event = desk.store.event_page(EventFilter(), "date", at * 40, 1).events[0]
    desk.store.judge(Judgement("", "reject", event.claims[0], by="bench"))
    assert desk.gathered().event(event.id) != event


def _look_up(store: Store, key: int) -> None:
    with reading(store.engine) as connection:
        connection.execute(select(claim_table).where(claim_table.c.key == key)).one()


def _median(act: Callable[[int], object], before: Callable[[int], object] = lambda at: None) -> float:
    """What something costs, asked again and again as a look-up is."""
    spent = []
    for at in range(ROUNDS):
        before(at)
        spent.append(_spent(act, at))
    return statistics.median(spent)


def _spent(act: Callable[[int], object], at: int) -> float:
    begun = time.process_time()
    act(at)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
