"""``marsad agreement`` on a store that two people judged."""

from __future__ import annotations

import json
from pathlib import Path

from marsad.pipeline import load_knowledge, read
from marsad.records import Judgement, Original, Report
from marsad.runs.versions import versions
from marsad.store import Arrival, Entry, open_store
from tests.cli.test_cli import marsad
from tests.cli.test_store_commands import OTHER


def judged(path: Path) -> str:
    with open_store(str(path), create=True) as store:
        report = Report("first", OTHER, None, None)
        arrival = Arrival(report, Original(raw=OTHER.encode(), media_type="text/plain", origin="test"))
        store.add_received([Entry(arrival, read(report, load_knowledge()))], versions())
        claims = [told.claim.id for told in store.told()]
        for by in ("layla", "omar"):
            for claim in claims:
                store.judge(Judgement("", "accept", claim, by=by))
        store.judge(Judgement("", "reject", claims[0], by="omar"))
    return claims[0]


def test_agreement_is_printed_and_names_where_people_differ(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    claim = judged(path)
    assert "verdict" in marsad("agreement", "--store", str(path)).stdout
    assert f"verdict\t{claim}" in marsad("agreement", "--store", str(path), "--differ").stdout
    found = json.loads(marsad("agreement", "--store", str(path), "--format", "json").stdout)
    assert found["fields"][0]["differ"] == [claim]
    assert found["couples"][0]["one"] == "layla"


def test_a_store_nobody_judged_says_so(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.sqlite"), create=True):
        pass
    assert "no claim was judged by two" in marsad("agreement", "--store", str(tmp_path / "empty.sqlite")).stdout
