"""What people decided outranks what was read: the claim as it stands, and whether it is accepted or rejected."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from marsad.errors import InputError
from marsad.records import PASSAGE, Claim, Judgement
from marsad.store import tables
from marsad.store.chain import Chain, now
from marsad.store.codec import canonical, claim_of, digest, plain, storable

VERDICTS = ("accept", "reject")
# withdraw takes back the judgement whose id stands in other.
KINDS = (*VERDICTS, "edit", "same", "different", "comment", "withdraw")
PAIRS = ("same", "different")
# What a claim is made of stays; all else may be edited.
EDITABLE = tuple(field.name for field in fields(Claim) if field.name not in ("id", "trigger", "because"))
STATUSES = ("asserted", "denied", "planned", "background", "rumoured")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim as it stands after the judgements on it."""

    claim: Claim
    verdict: str | None
    is_edited: bool


def judged(claim: Claim, judgements: Iterable[Judgement]) -> Judged:
    """The claim with its edits, the later over the earlier, and its last verdict."""
    verdict, edits = None, dict[str, Any]()
    for judgement in standing(judgements):
        if judgement.kind in VERDICTS:
            verdict = judgement.kind
        elif judgement.kind == "edit" and judgement.field is not None and judgement.value is not None:
            edits[judgement.field] = json.loads(judgement.value)
    return Judged(_edited(claim, edits) if edits else claim, verdict, bool(edits))


def _edited(claim: Claim, edits: dict[str, Any]) -> Claim:
    """The claim with its edits; one whose incident a person says stands in no passage of the reader's any more."""
    edited = claim_of(plain(claim) | edits)
    if "incident" in edits:
        edited = replace(edited, because=tuple(why for why in edited.because if not why.startswith(PASSAGE)))
    return edited


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that were not taken back, in order of time."""
    given = list(judgements)
    withdrawn = {judgement.other for judgement in given if judgement.kind == "withdraw"}
    return [each for each in given if each.kind != "withdraw" and each.id not in withdrawn]


def checked(judgement: Judgement, claim: Claim) -> Judgement:
    """The judgement with its time and id, or an :class:`InputError` that says what cannot be."""
    if judgement.kind not in KINDS:
        raise InputError(f"judgement: expected one of {', '.join(KINDS)}, found {judgement.kind!r}")
    if (judgement.kind in (*PAIRS, "withdraw")) != (judgement.other is not None):
        raise InputError(
            f"judgement {judgement.kind}: the other claim is named with same and different, only with them"
        )
    if judgement.kind == "comment" and not judgement.comment:
        raise InputError("judgement comment: expected the words of the comment, found none")
    if judgement.kind == "edit":
        _check_edit(judgement, claim)
    timed = replace(judgement, id="", at=judgement.at or now())
    value = canonical(json.loads(timed.value)) if timed.kind == "edit" and timed.value else timed.value
    written = replace(timed, by=_storable(timed.by), comment=_storable(timed.comment), value=_storable(value))
    return replace(written, id=digest(plain(written))[:16])


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def same_act(judgement: Judgement, before: Sequence[Judgement]) -> Judgement | None:
    """The judgement that is already there when one person sends the same twice within a second: a key held down."""
    found = next((each for each in standing(before) if replace(each, id="") == replace(judgement, id="")), None)
    if found is None and judgement.kind == "withdraw":
        return next((each for each in before if each.kind == "withdraw" and each.other == judgement.other), None)
    return found


def told_apart(judgement: Judgement, before: Sequence[Judgement]) -> Judgement:
    """The judgement with an id that none before it has: who takes one back may give it again in the same second."""
    turn, taken = 0, {each.id for each in before}
    while judgement.id in taken:
        turn += 1
        judgement = replace(judgement, id=digest([plain(judgement), turn])[:16])
    return judgement


def _check_edit(judgement: Judgement, claim: Claim) -> None:
    if judgement.field not in EDITABLE:
        raise InputError(f"edit: expected a field ({', '.join(EDITABLE)}), found {judgement.field!r}")
    try:
        value = json.loads(judgement.value or "")
        edited = claim_of(plain(claim) | {judgement.field: value})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            f"edit of {judgement.field}: expected JSON as in marsad show --format json, "
            f"found {judgement.value!r} ({error})"
        ) from error
    if edited.status not in STATUSES:
        raise InputError(f"edit of status: expected one of {', '.join(STATUSES)}, found {edited.status!r}")
    if not _fits(value, judgement.field):
        raise InputError(f"edit of {judgement.field}: {judgement.value} is no value of this field")


def _fits(value: object, field: str) -> bool:
    """Whether a plain value has the type of its field; fields of records were checked when the claim was made."""
    if field == "incident":
        return value is None or (isinstance(value, int) and not isinstance(value, bool))
    if field in ("date_from", "date_to", "outcome"):
        return value is None or isinstance(value, str)
    return isinstance(value, str) if field in ("type", "status") else True


def judgement_of(row: Any) -> Judgement:
    """The judgement in a row."""
    return Judgement(**{field.name: getattr(row, field.name) for field in fields(Judgement)})


def row_digest(judgement: Judgement) -> str:
    """What the log says of a judgement, so that none can be edited unseen."""
    return digest(plain(judgement))


def keep(connection: Connection, chain: Chain, key: int, judgement: Judgement) -> None:
    """Write a judgement and its record."""
    connection.execute(insert(tables.judgements), [{"key": key, **plain(judgement)}])
    about = {name: getattr(judgement, name) for name in ("kind", "claim", "by")}
    chain.append("judgement", {"judgement": judgement.id, **about, "row": row_digest(judgement)}, judgement.at)


def of_claims(connection: Connection, ids: Sequence[str]) -> dict[str, list[Judgement]]:
    """The judgements on these claims, oldest first."""
    found: dict[str, list[Judgement]] = {}
    columns = tables.judgements.c
    for at in range(0, len(ids), 500):
        wanted = select(tables.judgements).where(columns.claim.in_(ids[at : at + 500])).order_by(columns.key)
        for row in connection.execute(wanted):
            found.setdefault(row.claim, []).append(judgement_of(row))
    return found


_EITHER = tables.judgements.c.claim.in_(bindparam("ids", expanding=True)) | tables.judgements.c.other.in_(
    bindparam("ids", expanding=True)
)
_ON_ANY = select(tables.judgements).where(_EITHER)


def on_any(connection: Connection, ids: Sequence[str]) -> list[Judgement]:
    """The judgements on these claims, those included that name one of them as the other; oldest first."""
    found: dict[int, Judgement] = {}
    for at in range(0, len(ids), 400):
        some = connection.execute(_ON_ANY, {"ids": ids[at : at + 400]})
        found |= {row.key: judgement_of(row) for row in some}
    return [found[key] for key in sorted(found)]


def edit(claim: str, field: str, value: object, *, by: str | None = None, comment: str | None = None) -> Judgement:
    """The judgement that a field has another value."""
    return Judgement("", "edit", claim, field=field, value=canonical(value), by=by, comment=comment)
