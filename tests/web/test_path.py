"""From an empty store to a reviewed, exported event, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from marsad.store import Filter, open_store
from marsad.web.desk import Desk
from tests.web.browsing import NEEDS_BROWSER, opened, served
from tests.web.conftest import known
from tests.web.walk import walk

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_an_empty_store_to_a_reviewed_and_exported_event(browser: Any, tmp_path: Path, language: str) -> None:
    desk = Desk(open_store(str(tmp_path / "empty.sqlite"), create=True))
    desk.known = known()
    with served(desk) as address, opened(browser, address, language) as page:
        rows = walk(page, tmp_path)
    assert all(each.verdict == "accept" for each in desk.store.all_claims(Filter()))
    assert list(desk.store.verify()) == []
    desk.store.close()
    assert [row for row in rows if "Saraqib" in str(row) or "سراقب" in str(row)]
