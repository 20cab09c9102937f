"""Files of judgements as people have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.errors import InputError
from marsad.reports.readings import read_judgements


@pytest.mark.parametrize("line", [b'{"id": "\xb8"}', b"[" * 100_000, b"3", b'{"id": 1, "x": 2}'])
def test_a_line_that_is_no_judgement_is_refused_in_a_sentence(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "1", "kind": "accept", "claim": "a"}\n' + line + b"\n")
    with pytest.raises(InputError, match=r"judged\.jsonl:2: expected a judgement"):
        read_judgements(path)
