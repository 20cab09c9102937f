"""robots.txt: which pages of a site a reader like ours may fetch, and how slowly (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

# Longer ones are cut: no site needs more (RFC 9309 asks for 500 KiB at least).
_LONGEST = 512 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for us: paths with whether they may be fetched, and the pause asked for."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay_s: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether the page may be fetched: the longest rule that fits decides, one that allows where two are equal."""
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        fitting = [(len(rule), allowed) for rule, allowed in self.paths if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def parse(text: str, agent: str) -> Rules:
    """The rules for an agent: those under its name, else those for all."""
    groups: dict[str, tuple[list[tuple[str, bool]], list[float]]] = {}
    names: list[str] = []
    was_rule = False
    for line in text[:_LONGEST].splitlines():
        key, sign, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            names = [value.lower()] if was_rule else [*names, value.lower()]
            was_rule = False
            groups.setdefault(value.lower(), ([], []))
        elif sign and key in ("allow", "disallow", "crawl-delay"):
            was_rule = True
            for name in names:
                _add(groups[name], key, value)
    own = groups.get(agent.lower()) or groups.get("*") or ([], [])
    return Rules(tuple(own[0]), max(own[1], default=0.0))


def _add(group: tuple[list[tuple[str, bool]], list[float]], key: str, value: str) -> None:
    if key == "crawl-delay":
        group[1].extend([float(value)] if re.fullmatch(r"\d+(\.\d+)?", value) else [])
    elif value:
        group[0].append((unquote(value), key == "allow"))


def _fits(rule: str, path: str) -> bool:
    """Whether a rule with its * and $ fits the beginning of a path; without a pattern that could run away."""
    is_whole = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest):
        if is_whole and number == len(rest) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not is_whole or at == len(path)
