"""What a module becomes before the compiler sees it; that the two builds read alike is proved by the build itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def native() -> ModuleType:
    spec = importlib.util.spec_from_file_location("native_build", ROOT / "native_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@dataclass(slots=True)\nclass A:\n", "@dataclass\nclass A:\n"),
        ("@dataclass(frozen=True, slots=True)\nclass A:\n", "@dataclass(frozen=True)\nclass A:\n"),
        ("@dataclass(slots=True, eq=False)\nclass A:\n", "@dataclass(eq=False)\nclass A:\n"),
        ("WITHIN = 3\n", "WITHIN: Final = 3\n"),
        ("_WORDS = a\n_WORDS |= b\n", "_WORDS = a\n_WORDS |= b\n"),
        ('_T = TypeVar("_T")\n', '_T = TypeVar("_T")\n'),
        ("UNITS = _table(x)\n", "UNITS: dict[str, int] = _table(x)\n"),
        ("    WITHIN = 3\n", "    WITHIN = 3\n"),
    ],
)
def test_source_is_made_fit_for_the_compiler(native: ModuleType, source: str, expected: str) -> None:
    assert native.for_the_compiler(source) == expected


def test_every_module_that_is_named_exists(native: ModuleType) -> None:
    package = ROOT / "src" / "marsad"
    assert [name for name in (*native.ROOMS, *native.MODULES) if not (package / name).exists()] == []


def test_the_floor_and_the_records_stay_python(native: ModuleType) -> None:
    package = ROOT / "src" / "marsad"
    stay = ("records.py", "arabic/words.py", "arabic/normalize.py", "pipeline.py")
    assert [name for name in stay if native._is_compiled(package / name, package)] == []
