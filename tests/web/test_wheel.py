"""The whole path on the desk of an installed wheel: what is built and shipped, not what lies in the source tree."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.web.browsing import NEEDS_BROWSER, opened
from tests.web.walk import walk

ROOT = Path(__file__).parents[2]
pytestmark = [*NEEDS_BROWSER, pytest.mark.slow]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which the wheel stands; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*pip, *build], check=True, capture_output=True)
    (wheel,) = folder.glob("marsad-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "marsad/web/static/index.html" in names
    assert not [name for name in names if "node_modules" in name or name.endswith((".tsx", ".map"))]
    venv.create(folder / "env", with_pip=False)
    packages = next((folder / "env").glob("lib/python*/site-packages"))
    subprocess.run([*pip, "install", "--no-deps", "--target", str(packages), str(wheel)], check=True)
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder / "env" / "bin" / "python"


@contextmanager
def desk_of(python: Path, store: Path) -> Iterator[str]:
    """The address of the desk that the installed command serves."""
    with store.parent.joinpath("said.txt").open("w+", encoding="utf-8") as said:
        command = [str(python), "-m", "marsad", "serve", "--store", str(store), "--port", "0"]
        with subprocess.Popen(command, stderr=said, cwd=store.parent) as desk:
            try:
                yield _address(Path(said.name), desk)
            finally:
                desk.terminate()


def _address(said: Path, desk: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and desk.poll() is None:
        if "http://" in (text := said.read_text("utf-8")):
            return "http://" + text.split("http://")[1].split()[0].rstrip("/")
        time.sleep(0.1)
    raise AssertionError(f"expected the address of a desk, found {said.read_text('utf-8')!r}")


def test_what_is_installed_is_the_wheel(installed: Path) -> None:
    where = "import marsad; print(marsad.__file__)"
    told = subprocess.run([str(installed), "-c", where], capture_output=True, text=True, check=True, cwd="/").stdout
    assert told.startswith(str(installed.parents[1]))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_path_on_an_installed_wheel(browser: Any, installed: Path, tmp_path: Path, language: str) -> None:
    with desk_of(installed, tmp_path / "empty.sqlite") as address, opened(browser, address, language) as page:
        assert walk(page, tmp_path)
