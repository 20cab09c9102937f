"""The codebook's loader: what it gives, and how it refuses a wrong entry by file, entry and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.codebook.load import PATH, load_source
from marsad.errors import DataError

ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
        "Other",
    },
}  # fmt: skip
PLOVER = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
TYPES: list[dict[str, Any]] = load_source()["types"]


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["id"])
def test_acled_equivalents_are_pairs_that_acled_has(entry: dict[str, Any]) -> None:
    event_type, sub_event = entry["acled"]["event_type"], entry["acled"]["sub_event"]
    if event_type is None:
        assert sub_event is None
    else:
        assert set(sub_event.split(" / ")) <= ACLED[event_type]


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["id"])
def test_plover_equivalents_are_modes_of_their_event(entry: dict[str, Any]) -> None:
    event, mode = entry["plover"]["event"], entry["plover"]["mode"]
    if event is None:
        assert (mode, entry["cameo"]) == (None, None)
    else:
        assert mode is None or mode in PLOVER[event]
        assert entry["cameo"] in {f"{root:02}" for root in range(1, 21)}


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["id"])
def test_no_type_is_confused_with_itself_and_each_has_a_neighbour(entry: dict[str, Any]) -> None:
    assert entry["confusions"]
    assert entry["id"] not in entry["confusions"]


def test_the_source_is_plain_data() -> None:
    source = load_source()
    assert list(source) == ["types", "roles", "statuses", "outcomes", "count_kinds"]
    assert yaml.safe_load(yaml.safe_dump(source, allow_unicode=True)) == source


def wrong(tmp_path: Path, type_id: str, **changes: Any) -> Path:
    """A copy of the codebook in which fields of one type are changed; None removes a field."""
    raw = yaml.safe_load(PATH.read_text("utf-8"))
    (entry,) = (entry for entry in raw["types"] if entry["id"] == type_id)
    for field, value in changes.items():
        if value is None:
            del entry[field]
        else:
            entry[field] = value
    path = tmp_path / "event_types.yml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), "utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"confusions": ["thunder"]}, "confusions"),
        ({"confusions": ["siege"]}, "confusions"),
        ({"label": None}, "label"),
        ({"label": {"en": "Siege"}}, "label.ar"),
        ({"label": {"en": "Siege", "ar": " "}}, "label.ar"),
        ({"roles": ["agents", "weather"]}, "roles"),
        ({"required": ["item"]}, "required"),
        ({"counts": "days"}, "counts"),
        ({"example": None}, "example"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_entry_is_refused_with_file_entry_and_field(
    tmp_path: Path, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(DataError, match=rf"event_types\.yml, entry siege, field {field}:"):
        load_source(wrong(tmp_path, "siege", **changes))


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"event_types\.yml, entry clash, field id: it stands twice"):
        load_source(wrong(tmp_path, "siege", id="clash"))


@pytest.mark.parametrize("text", ["types: []\n", "- siege\n", ""])
def test_a_file_without_its_parts_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "event_types.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"event_types\.yml: expected a list under"):
        load_source(path)
