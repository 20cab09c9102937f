"""The reference page of the codebook, written from it so that it cannot differ."""

from __future__ import annotations

from marsad.codebook.codebook import Codebook, EventType, Label

_HEAD = """# Codebook

What counts as a claim of each type, the roles it has, and its nearest equivalents in other schemes. This page is
written by `make docs` from `src/marsad/codebook/event_types.yml`; change that file, not this page. Every incident in
the examples is invented. Every type may also have `sources` and `time`.
"""


def to_markdown(codebook: Codebook) -> str:
    """The whole page."""
    parts = [_HEAD, "## Types\n"]
    parts += [_section(entry) for entry in codebook.types.values()]
    for title, labels in _named_parts(codebook):
        rows = "\n".join(f"| `{name}` | {label.en} | {label.ar} |" for name, label in labels.items())
        parts.append(f"## {title}\n\n| id | English | Arabic |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _named_parts(codebook: Codebook) -> tuple[tuple[str, dict[str, Label]], ...]:
    return (
        ("Roles", codebook.roles),
        ("Statuses", codebook.statuses),
        ("Outcomes", codebook.outcomes),
        ("Kinds of counts", codebook.count_kinds),
    )


def _section(entry: EventType) -> str:
    acled = " / ".join(part for part in entry.acled if part) or "no event of its own"
    plover = " / ".join(part for part in entry.plover if part) or "no event of its own"
    lines = [
        f"### `{entry.id}`: {entry.label.en} ({entry.label.ar})\n",
        f"{entry.covers}\n",
        f"- roles: {', '.join(entry.roles)}" + (f"; required: {', '.join(entry.required)}" if entry.required else ""),
        *([f"- its number counts: {entry.counts}"] if entry.counts else []),
        f"- easily confused with: {', '.join(f'`{name}`' for name in entry.confusions)}",
        f"- ACLED: {acled}",
        f"- UCDP: {entry.ucdp}",
        f"- PLOVER: {plover}" + (f"; CAMEO root {entry.cameo}" if entry.cameo else ""),
        f"- example: {entry.example}\n",
    ]
    return "\n".join(lines)
