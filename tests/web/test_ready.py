"""What many ask of the desk at once is made once for each state of the store."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from marsad.events.control import CHANGES
from marsad.store import open_store
from marsad.web.control import control
from marsad.web.desk import Desk
from marsad.web.tables import Wanted


class Standing(Desk):
    """A desk on a store that does not move but by hand."""

    at = (1, "rules")

    def _up_to_date(self) -> tuple[int, str]:
        return self.at


def test_an_answer_that_many_ask_for_is_made_once_until_the_store_moves(filled: Path) -> None:
    with open_store(str(filled)) as store:
        desk, made, all_here = Standing(store), list[tuple[int, str]](), threading.Barrier(8)

        def make() -> bytes:
            made.append(desk.at)
            return b"answer"

        def ask(_: int) -> bytes:
            all_here.wait()
            return desk.ready("x", Wanted(), make)

        with ThreadPoolExecutor(8) as readers:
            assert set(readers.map(ask, range(8))) == {b"answer"}
        assert len(made) == 1
        desk.at = (2, "rules")
        desk.ready("x", Wanted(), make)
        desk.ready("y", Wanted(), make)
        assert len(made) == 3


def test_claims_of_some_types_are_all_that_the_table_of_control_needs(filled: Path) -> None:
    with open_store(str(filled)) as store:
        desk = Desk(store)
        found = list(desk.gathered().events(Wanted(), CHANGES))
        few, all = desk.told_of(found, CHANGES), desk.told_of(found)
        roots = store.event_roots(list(all))
        assert control(found, few, roots, desk.rules) == control(found, all, roots, desk.rules) != []
        assert len(few) < len(all)
