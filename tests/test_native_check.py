"""Where nothing can be compiled, the check of the compiled reader says so and fails nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_without_a_compiler_the_check_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    import native_build

    monkeypatch.setattr(native_build, "can_compile", lambda: False)
    native_build.main(tmp_path / "built")
    assert "no C compiler" in capsys.readouterr().out
    assert not (tmp_path / "built").exists()
