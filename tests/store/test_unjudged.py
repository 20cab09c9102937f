"""A store as it was read: what is judged does not show, what comes in does, and nothing is written through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.adding import entries_of, gather
from bench.gathering import generate
from marsad.errors import InputError
from marsad.records import Judgement
from marsad.store import EventFilter, Store, Versions, open_store
from marsad.store.unjudged import unjudged

VERSIONS = Versions("code", "lexicons", "gazetteer", "ranker")


def bodies(store: Store) -> list[str]:
    """All events, brought up to date."""
    gather(store)
    return list(store.event_page(EventFilter(), "date", 0, 500).bodies)


def test_events_stand_as_read_whatever_is_judged(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a b'c.sqlite"), create=True) as store:
        entries = list(entries_of(generate(60)[0]))
        store.add_received(entries[:50], VERSIONS)
        as_read = bodies(store)
        apart = unjudged(store, tmp_path / "apart.sqlite")
        assert bodies(apart) == as_read
        claims = [told.claim.id for told in store.told()]
        store.judge(Judgement("", "reject", claims[0], by="a"))
        store.judge(Judgement("", "edit", claims[1], field="status", value='"denied"', by="a"))
        assert bodies(store) != as_read
        assert bodies(apart) == as_read
        assert [note.kind for note in apart.judgements()] == ["reject"]
        end = store.log_end()
        with pytest.raises(InputError, match="nothing of it changed"):
            apart.judge(Judgement("", "accept", claims[2]))
        assert (store.log_end(), list(store.verify())) == (end, [])
        store.add_received(entries[50:], VERSIONS)
        assert len(bodies(apart)) > len(as_read)
        apart.close()
