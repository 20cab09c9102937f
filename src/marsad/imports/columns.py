"""Which column says what: from a record of any of the known layouts to an added place, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marsad.imports.outlines import centre
from marsad.imports.rows import AddedPlace
from marsad.imports.tables import GEOMETRY, Record

# Names of columns in the order of trust, in lower case without blanks and marks.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("geonameid", "wofid", "id", "placepcode", "communitypcode", "neighborhoodpcode", "pcode"),
    "name": (
        "nameen", "wofname", "name", "asciiname", "featurenameen", "neighborhoodnameen", "adm4en", "adm3en", "adm2en",
        "adm1en", "adm0en", "place", "placename", "title",
    ),
    "name_ar": (
        "namear", "namesar", "namearaxpreferred", "featurenamear", "featurearname", "neighborhoodnamear", "arabicname",
        "adm4ar", "adm3ar", "adm2ar", "adm1ar", "adm0ar",
    ),
    "aliases": ("aliasesar", "namearaxvariant", "alternatenames", "aliases", "altnames", "alternativenames"),
    "lat": ("lat", "latitude", "geomlatitude", "pointy", "ycoord", "y", "mpslatitude"),
    "lon": ("lon", "lng", "long", "longitude", "geomlongitude", "pointx", "xcoord", "x", "mpslongitude"),
    "kind": ("kind", "placetype", "wofplacetype", "featureclass", "type", "featuretype"),
    "code": ("featurecode",),
    "country": ("cc", "countrycode", "iso2", "isocountry", "wofcountry", "country", "adm0pcode"),
    "admin1": ("admin1", "admin1en", "adm1en", "admin1name", "governorate"),
    "admin2": ("admin2", "admin2en", "adm2en", "admin2name", "district"),
    "admin1_code": ("admin1code",),
    "pcode": (
        "pcode", "featurepcode", "neighborhoodpcode", "communitypcode", "placepcode", "adm4pcode", "adm3pcode",
        "adm2pcode", "adm1pcode", "adm0pcode",
    ),
    "population": ("population", "pop", "gnpopulation", "wofpopulation"),
    "radius_m": ("radiusm", "radius"),
    "licence": ("licence", "license"),
    "level": ("level", "adminlevel"),
}  # fmt: skip
# Kinds under the names that other gazetteers give them; a GeoNames feature code decides before its class.
KINDS: Mapping[str, str] = {
    "country": "country", "region": "governorate", "macroregion": "region", "county": "district",
    "localadmin": "district", "locality": "village", "neighbourhood": "neighbourhood",
    "neighborhood": "neighbourhood", "borough": "neighbourhood", "macrohood": "neighbourhood",
    "microhood": "neighbourhood", "campus": "facility", "venue": "landmark", "governorate": "governorate",
    "district": "district", "camp": "camp", "city": "city", "town": "town", "village": "village",
    "hamlet": "village", "suburb": "neighbourhood", "quarter": "neighbourhood", "hospital": "hospital",
    "crossing": "crossing", "checkpoint": "landmark", "facility": "facility", "landmark": "landmark", "hill": "hill",
    "mosque": "mosque", "airport": "airport", "base": "base", "dam": "dam", "bridge": "bridge", "roundabout": "road",
    "p": "village", "a": "district", "h": "valley", "t": "hill", "s": "landmark", "l": "landmark", "r": "road",
    "ppla": "city", "pplc": "city", "pplx": "neighbourhood", "adm1": "governorate", "adm2": "district",
    "adm3": "district", "pcli": "country", "airp": "airport", "airb": "base", "milb": "base", "hsp": "hospital",
    "msqe": "mosque", "bdg": "bridge", "cmp": "camp", "cmprf": "camp", "ppllr": "village", "prn": "prison",
    "prt": "port",
}  # fmt: skip
_LEVELS = {"0": "country", "1": "governorate", "2": "district", "3": "district"}
# Columns of a table of settled places, whose codes of divisions say where they lie, not what they are.
_OF_ONE_PLACE = (
    "pcode",
    "featurepcode",
    "neighborhoodpcode",
    "communitypcode",
    "placepcode",
    "featurenameen",
    "pointx",
)
_ADMIN = re.compile(r"adm(?P<level>[0-4])pcode")
_MARKS = re.compile(r"[^a-z0-9]+")
_PARTS = re.compile(r"[|;]")
_ARABIC = re.compile("[\u0600-\u06ff]")
CITY, TOWN = 100_000, 5_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user says about a file: the country, the kind, source and licence of its rows, columns by field."""

    source: str
    licence: str | None = None
    country: str | None = None
    kind: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, list[str]] = field(default_factory=dict)
    admin1: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that became no place, and why."""

    name: str
    reason: str


def place_of(record: Record, wanted: Wanted) -> AddedPlace | Refused:
    """The place of one record."""
    values = _values(record, wanted.columns)
    names = _names(values, wanted)
    shown = values.get("name") or (names[0] if names else "?")
    if not names and not values.get("name"):
        return Refused(shown, "it has no name")
    point = _point(values, record.get(GEOMETRY))
    if point is None:
        return Refused(shown, "it has no latitude and longitude between -90 and 90, -180 and 180")
    licence = values.get("licence") or wanted.licence
    if licence is None:
        return Refused(shown, "its licence is not known: say it with --licence")
    population = _whole(values.get("population"))
    country = _country(values, wanted)
    kind = wanted.kind or _kind(values, record, population)
    pcode = _pcode(values)
    own = values.get("id") or pcode or f"{shown}-{point[0]:.4f}-{point[1]:.4f}"
    return AddedPlace(
        id=f"{wanted.source}-{_slug(own)}", kind=kind, name=shown, names=tuple(names), country=country,
        lat=round(point[0], 5), lon=round(point[1], 5), source=wanted.source, licence=licence,
        admin1=_admin1(values, wanted, country), admin2=values.get("admin2") if kind != "governorate" else None,
        pcode=pcode, radius_m=_whole(values.get("radius_m")), population=population,
    )  # fmt: skip


def _values(record: Record, columns: Mapping[str, str]) -> dict[str, str]:
    plain = {_MARKS.sub("", name.lower()): _text(value) for name, value in record.items() if name != GEOMETRY}
    found = {}
    for name, known in COLUMNS.items():
        candidates = (_MARKS.sub("", columns[name].lower()),) if name in columns else known
        value = next((plain[column] for column in candidates if plain.get(column)), "")
        if value:
            found[name] = value
    levels = [match["level"] for column in plain if plain[column] and (match := _ADMIN.fullmatch(column))]
    if levels and "kind" not in found and not any(column in plain for column in _OF_ONE_PLACE):
        found.setdefault("level", max(levels))
    return found


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(str(part) for part in value)
    return "" if value is None else str(value).strip()


def _names(values: Mapping[str, str], wanted: Wanted) -> list[str]:
    """Arabic names, the chief one first."""
    given = [*_PARTS.split(values.get("name_ar", "")), *_PARTS.split(values.get("aliases", "").replace(",", "|"))]
    given += [values.get("name", ""), *wanted.names.get(values.get("id", ""), ())]
    return list(dict.fromkeys(name.strip() for name in given if _ARABIC.search(name)))


def _point(values: Mapping[str, str], geometry: Any) -> tuple[float, float] | None:
    try:
        lat, lon = float(values["lat"]), float(values["lon"])
    except (KeyError, ValueError):
        found = centre(geometry)
        if found is None:
            return None
        lat, lon = found
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 and (lat or lon) else None


def _kind(values: Mapping[str, str], record: Record, population: int) -> str:
    code, kind = values.get("code", "").lower(), values.get("kind", "").lower()
    found = KINDS.get(code) or KINDS.get(kind) or _LEVELS.get(values.get("level", ""))
    if found is None:
        found = "neighbourhood" if any("neighborhood" in name.lower() for name in record) else "village"
    if found == "village" and population:
        return "city" if population >= CITY else "town" if population >= TOWN else "village"
    return found


def _country(values: Mapping[str, str], wanted: Wanted) -> str | None:
    given = wanted.country or values.get("country", "")[:2] or values.get("pcode", "")[:2]
    return given.upper() if len(given) == 2 and given.isalpha() else None


def _admin1(values: Mapping[str, str], wanted: Wanted, country: str | None) -> str | None:
    by_code = wanted.admin1.get(country or "", {}).get(values.get("admin1_code", ""))
    return by_code or values.get("admin1")


def _pcode(values: Mapping[str, str]) -> str | None:
    code = values.get("pcode")
    return code if code and code[:1].isalpha() else None


def _whole(value: str | None) -> int:
    try:
        return int(float(value or 0))
    except ValueError:
        return 0


def _slug(words: str) -> str:
    return re.sub(r"[^\w.-]+", "-", words).strip("-").lower()
