"""The user's rows as the gazetteer reads them, beside the file they come from; made anew where the file has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from marsad.arabic.phrases import joined
from marsad.imports.combine import known_by
from marsad.imports.rows import AddedPlace, read_rows
from marsad.places.gazetteer import BUILT, GUARDS, Gazetteer, load_built, load_plain
from marsad.places.guesses import latin_skeleton
from marsad.places.spellings import Speller

SUFFIX = ".compiled"
_SMALL_TOWN = 30_000
_SHORTEST = 3


def compiled_path(path: Path) -> Path:
    """The compiled file of a user's file, written first where it is not there or not of this file and this package."""
    target = path.with_name(path.name + SUFFIX)
    wanted = digest(path)
    if target.exists() and json.loads(target.read_text("utf-8")).get("digest") == wanted:
        return target
    plain = {"digest": wanted, **compile_rows(read_rows(path), load_built(), load_plain(GUARDS))}
    target.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return target


def digest(path: Path) -> str:
    """What the compiled form depends on: the rows, and the gazetteer they were compared with."""
    known = load_plain(BUILT)
    state = f"{known['source']} {len(known['places'])} {len(known['names'])}"
    return hashlib.sha256(path.read_bytes() + state.encode()).hexdigest()


def compile_rows(rows: Sequence[AddedPlace], gazetteer: Gazetteer, guards: dict[str, Any]) -> dict[str, Any]:
    """Rows, the table of their names, what they add to known places, and which names need a sign."""
    known = known_by(rows, gazetteer)
    new = [row for row in rows if row.id not in known]
    speller, dropped = Speller(guards["spellings"], guards["sides"]), frozenset(guards["dropped"])
    names: dict[str, list[int]] = {}
    weak: set[str] = set()
    skeletons: dict[str, list[int]] = {}
    for at, row in enumerate(new):
        for form in (form for name in row.names for form in speller.forms(name)):
            if len(form.key) > 1 and form.key not in dropped and at not in names.setdefault(form.key, []):
                names[form.key].append(at)
                weak |= {form.key} if form.weak else set()
        bones = "" if row.names else latin_skeleton(row.name, guards["spellings"])
        if bones:
            skeletons.setdefault(bones, []).append(at)
    fresh = {key for key in names if key not in gazetteer.names}
    guarded = frozenset(guards["ordinary"]) | {key for key in fresh if len(key) <= _SHORTEST} | weak
    return {
        "places": [_plain(row) for row in new],
        "names": {key: names[key] for key in sorted(names)},
        "skeletons": skeletons,
        "more": _more(rows, known),
        "ordinary": sorted(fresh & guarded),
        "small": sorted(key for key in fresh if " " not in key and all(_is_small(new[at]) for at in names[key])),
    }


def _is_small(row: AddedPlace) -> bool:
    return row.population < _SMALL_TOWN and row.kind != "governorate"


def _more(rows: Sequence[AddedPlace], known: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        if row.id in known:
            more = found.setdefault(known[row.id], {"names": [], "admin2": None, "pcode": None})
            more["names"].extend(joined(name) for name in row.names)
            more["admin2"] = more["admin2"] or row.admin2
            more["pcode"] = more["pcode"] or row.pcode
    return found


def _plain(row: AddedPlace) -> list[Any]:
    return [
        row.id, row.name, row.names[0] if row.names else "", row.kind, row.country, row.admin1, row.lat, row.lon,
        row.radius_m, row.population, row.parent, False, row.admin2, row.pcode, row.source,
    ]  # fmt: skip
