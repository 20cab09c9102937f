"""The sums of everything follow each change, and are those that reading everything gives."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

from marsad.records import Judgement
from marsad.store import open_store
from marsad.web.desk import Desk
from marsad.web.payloads import NewReport
from marsad.web.tables import Wanted, summed
from marsad.web.take import take
from marsad.web.whole import Whole
from tests.web.conftest import known

WORDS = "قتل {} جنود ودُمرت دبابة في قصف على مدينة درعا أمس، وفق ما قال ناشطون."


def sums(body: bytes) -> dict[str, Any]:
    """An overview whose points are in one order."""
    found: dict[str, Any] = json.loads(body)
    return found | {"points": sorted(found["points"], key=lambda point: str(point["id"]))}


def test_sums_follow_judgements_reports_and_other_hands(filled: Path, tmp_path: Path) -> None:
    store = open_store(str(shutil.copy(filled, tmp_path / "own.sqlite")))
    other = open_store(store.address)
    desk, elsewhere, chance = Desk(store), Desk(other), random.Random(5)
    desk.known = elsewhere.known = known()
    claims = [told.claim.id for told in store.told()]
    before = [json.loads(desk.overview(Wanted(), only_days=False))]
    for turn in range(14):
        by = (desk, elsewhere)[turn % 5 == 4]  # what another process gathered is read as a whole
        kind = ("reject", "same", "edit", "add")[turn % 4]
        one, two = chance.sample(claims, 2)
        if kind == "add":
            take(by, NewReport(text=WORDS.format(turn + 3), published="2018-10-20"))  # type: ignore[arg-type]
        elif kind == "edit":
            by.store.judge(Judgement("", kind, one, field="status", value='"denied"'))
        else:
            by.store.judge(Judgement("", kind, one, other=two if kind == "same" else None))
        by.gathered()
        found = sums(desk.overview(Wanted(), only_days=False))
        assert found == sums(summed(store, Wanted(), only_days=False))
        days = json.loads(desk.overview(Wanted(), only_days=True))
        assert (days["days"], days["points"]) == (found["days"], [])
        before.append(found)
    assert len({json.dumps(each) for each in before}) > 7
    store.close()
    other.close()


def test_what_changed_alone_is_read(filled: Path, tmp_path: Path, monkeypatch: Any) -> None:
    store = open_store(str(shutil.copy(filled, tmp_path / "own.sqlite")))
    desk = Desk(store)
    desk.known = known()
    desk.overview(Wanted(), only_days=False)
    monkeypatch.setattr(Whole, "_read", lambda *_: None)  # from now on nothing may be read as a whole
    for told in list(store.told())[:60:12]:
        store.judge(Judgement("", "reject", told.claim.id))
        assert sums(desk.overview(Wanted(), only_days=False)) == sums(summed(store, Wanted(), only_days=False))
    store.close()
