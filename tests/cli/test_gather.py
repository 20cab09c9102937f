"""``marsad gather`` and the commands that bring the events of a store up to date by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from marsad.cli.app import app
from marsad.store import open_store
from marsad.store.engine import writing

FIRST = "قتل ثلاثة مدنيين في قصف مدفعي على مدينة إدلب أمس، وفق ما قال ناشطون."
SECOND = "شن الطيران غارة جوية على مدينة إدلب أمس."


def marsad(*given: str) -> str:
    done = CliRunner().invoke(app(), list(given))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with one report."""
    (tmp_path / "first.txt").write_text(FIRST, "utf-8")
    address = str(tmp_path / "store.sqlite")
    marsad("add", str(tmp_path / "first.txt"), "--published", "2018-10-20", "--store", address)
    return address


def count(address: str) -> int:
    with open_store(address) as opened:
        return opened.count_events()


def test_adding_gathers_and_gathering_again_finds_nothing_to_do(store: str) -> None:
    events = count(store)
    assert events > 0
    assert "0 events gathered near what changed" in marsad("gather", "--store", store)
    assert f"{events} events gathered from nothing" in marsad("gather", "--store", store, "--anew")


def test_without_gathering_events_wait_until_they_are_asked_for(store: str, tmp_path: Path) -> None:
    events = count(store)
    (tmp_path / "second.txt").write_text(SECOND, "utf-8")
    given = ("add", str(tmp_path / "second.txt"), "--published", "2018-11-20", "--store", store)
    marsad(*given, "--no-gather")
    assert count(store) == events
    marsad("gather", "--store", store)
    assert count(store) > events


def test_a_judgement_and_a_removal_change_the_events(store: str) -> None:
    with open_store(store) as opened:
        claims = [one.claim.id for one in opened.told()]
    for claim in claims:
        marsad("judge", claim, "reject", "--store", store)
    assert count(store) == 0
    marsad("judge", claims[0], "accept", "--store", store)
    assert count(store) == 1
    with open_store(store) as opened:
        report = opened.reports()[0].id
    marsad("remove", report, "--reason", "asked for", "--store", store)
    assert count(store) == 0


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM event_claims",
        "DELETE FROM event_bodies",
        "DELETE FROM events",
        "UPDATE claims SET verdict = 'reject'",
        "INSERT INTO claim_words (claim_words, rank) VALUES ('pgsz', 64)",
        "DELETE FROM claim_words_data WHERE id > 10",
    ],
)
def test_events_and_search_are_checked_and_made_anew(store: str, harm: str) -> None:
    before = count(store)
    with open_store(store) as opened:
        assert list(opened.verify()) == []
        with writing(opened.engine) as connection:
            connection.execute(text(harm))
        faults = list(opened.verify())
        assert bool(faults) == ("pgsz" not in harm)
        assert all("marsad rebuild" in fault.what for fault in faults if not fault.where.startswith("reading"))
    assert f"lists and search of 1 reports made anew, {before} events" in marsad("rebuild", "--store", store)
    with open_store(store) as opened:
        assert list(opened.verify()) == []
        assert [record.kind for record in opened.log()][-1] == "rebuilt"
    assert count(store) == before
