"""Which types of claims may tell of one happening: families, and the results that any violence may have."""

from __future__ import annotations

SPEECH = "speech"
CROWD = "crowd"
GROUND = "ground"
# People flee over days, from many places and for more than one reason: a happening of its own.
MOVEMENT = "movement"
_FAMILIES = {
    GROUND: ("clash", "attack", "repel", "control_gain", "withdrawal", "captured"),
    "remote": ("shelling", "airstrike", "chemical_attack"),
    "explosion": ("bombing", "suicide_bombing"),
    "direct": ("shooting", "assassination"),
    "result": ("killed", "wounded", "equipment_loss", "property_damage"),
    "custody": ("abducted", "arrested", "released"),
    MOVEMENT: ("displaced",),
    "siege": ("siege",),
    "mobilize": ("mobilize",),
    CROWD: ("protest", "riot"),
    "politics": ("talks", "agreement", "violation"),
    "aid": ("aid",),
    SPEECH: ("accuse", "demand", "reject", "threaten"),
}
_BY_TYPE = {name: family_name for family_name, names in _FAMILIES.items() for name in names}
VIOLENT = frozenset({GROUND, "remote", "explosion", "direct"})
MODES = frozenset(name for name, group in _BY_TYPE.items() if group in VIOLENT)
# Which type names an event that several types tell of: what happened before what came of it, the graver first.
RANK = (
    "suicide_bombing", "chemical_attack", "airstrike", "bombing", "assassination", "control_gain", "clash", "attack",
    "repel", "shelling", "shooting", "siege", "withdrawal", "abducted", "captured", "arrested", "released", "riot",
    "protest", "violation", "agreement", "talks", "displaced", "killed", "wounded", "equipment_loss",
    "property_damage", "mobilize", "aid", "threaten", "reject", "demand", "accuse",
)  # fmt: skip


def is_speech(families: frozenset[str]) -> bool:
    """Whether nothing but words about happenings is told; what a crowd demands is part of its protest."""
    return families == {SPEECH}


def family(name: str) -> str:
    """The family of a type; a type this table lacks is a family of its own."""
    return _BY_TYPE.get(name, name)
