"""Every reason why something could not be read has words on the pages of the desk, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "frontend" / "src" / "i18n"
RAISED = {"Issue", "FetchError"}


def reasons() -> set[str]:
    """The reasons that the code gives, where they are written out."""
    called = (
        node
        for path in (ROOT / "src" / "marsad").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args
    )
    first = (node.args[0] for node in called)
    return {each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_reason_has_a_name_in_both_languages_and_a_meaning_in_arabic() -> None:
    found = reasons()
    assert {"no_date", "encrypted", "robots"} <= found
    for name, key in (("en.ts", r"^  issue_(\w+):"), ("ar.ts", r"^  issue_(\w+):"), ("issues-ar.ts", r"^  (\w+):")):
        said = set(re.findall(key, (WORDS / name).read_text("utf-8"), re.MULTILINE))
        assert not found - said, f"{name} has no words for {sorted(found - said)}"
