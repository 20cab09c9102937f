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
        ("@dataclass(slots=True)\nclass A:\n    pass\n", "@dataclass\nclass A:\n    pass\n"),
        ("@dataclass(slots=True)\nclass A(B):\n    a: int\n", "@dataclass\nclass A(B):\n    a: int\n"),
        ("WITHIN = 3\n", "WITHIN: Final = 3\n"),
        ("NEAR, FAR = 2, 9\n", "NEAR: Final = 2\nFAR: Final = 9\n"),
        ("_WORDS = a\n_WORDS |= b\n", "_WORDS = a\n_WORDS |= b\n"),
        ('_T = TypeVar("_T")\n', '_T = TypeVar("_T")\n'),
        ("UNITS = _table(x)\n", "UNITS: Final[dict[str, int]] = _table(x)\n"),
        ("_known: dict[str, str] = {}\n", "_known: Final[dict[str, str]] = {}\n"),
        ("if x:\n    WITHIN = 3\n", "if x:\n    WITHIN = 3\n"),
    ],
)
def test_source_is_made_fit_for_the_compiler(native: ModuleType, source: str, expected: str) -> None:
    assert native.for_the_compiler(source) == expected


FROZEN = """
@dataclass(frozen=True, slots=True)
class A:
    a: int
    b: str = ""
    c: list[int] = field(default_factory=list)
    d: Words = field(default_factory=Words, compare=False)
"""
WITH_CONSTRUCTOR = """
@dataclass(init=False, unsafe_hash=True)
class A:
    a: int
    b: str = ""
    c: list[int] = field(default_factory=list)
    d: Words = field(default_factory=Words, compare=False)

    def __init__(self, a: int, b: str = '', c: list[int] | None = None, d: Words | None = None) -> None:
        self.a = a
        self.b = b
        self.c = [] if c is None else c
        self.d = Words() if d is None else d

"""


def test_data_classes_get_a_constructor_that_is_compiled(native: ModuleType) -> None:
    assert native.for_the_compiler(FROZEN) == WITH_CONSTRUCTOR


def test_what_is_done_after_a_constructor_is_done_in_it(native: ModuleType) -> None:
    source = "@dataclass(slots=True)\nclass A:\n    a: int\n\n    def __post_init__(self):\n        pass\n"
    assert "        self.a = a\n        self.__post_init__()\n" in native.for_the_compiler(source)


def test_every_module_that_is_named_exists(native: ModuleType) -> None:
    package = ROOT / "src" / "marsad"
    assert [name for name in (*native.ROOMS, *native.MODULES) if not (package / name).exists()] == []


def test_the_floor_and_the_records_stay_python(native: ModuleType) -> None:
    package = ROOT / "src" / "marsad"
    stay = ("records.py", "arabic/words.py", "arabic/normalize.py", "pipeline.py")
    assert [name for name in stay if native._is_compiled(package / name, package)] == []
