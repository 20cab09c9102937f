"""What people at one desk have of their own and with each other: keys, saved views, agreement figures."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Request

from marsad.scoring.agreement import agreements, couples
from marsad.store import EDITABLE, Kept
from marsad.web import payloads
from marsad.web.blind import VERDICTS_NEEDED, finished, verdicts_of
from marsad.web.desk import Desk
from marsad.web.guard import Guard

KEYS, VIEW = "keys", "view"


def together_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Keys and views of whoever asks, and how far reviewers agree."""
    router = APIRouter(tags=["people"])

    @router.get("/keys")
    def keys(request: Request) -> dict[str, Any] | None:
        return keys_of(desk, guard.asks(request).name)

    @router.put("/keys")
    def bind(request: Request, given: payloads.Keys) -> dict[str, Any]:
        who = guard.asks(request)
        desk.store.keep(Kept(who.name, KEYS, "review", given.model_dump_json()))
        return given.model_dump()

    @router.get("/views")
    def views(request: Request) -> list[dict[str, Any]]:
        return views_of(desk, guard.asks(request).name)

    @router.put("/views", status_code=201)
    def save(request: Request, given: payloads.NewView) -> dict[str, Any]:
        who = guard.asks(request)
        body = json.dumps({"to": given.to}, ensure_ascii=False)
        return view_answer(desk.store.keep(Kept(who.name, VIEW, given.name, body, given.is_shared)), who.name)

    @router.delete("/views/{name}")
    def forget(request: Request, name: Annotated[str, Path(max_length=100)]) -> None:
        who = guard.asks(request)
        if not desk.store.forget(who.name, VIEW, name):
            raise HTTPException(404, f"There is no view {name!r} of yours.")

    @router.get("/agreement")
    def agreement(request: Request) -> dict[str, Any]:
        who = guard.asks(request, "reviewer")
        if guard.eyes(who).is_blind:
            raise HTTPException(403, "On a blind desk those see agreement who settle it: editors and admins.")
        return agreement_answer(desk)

    return router


def keys_of(desk: Desk, person: str) -> dict[str, Any] | None:
    """The keys a person has chosen; None where they never did."""
    own = [one for one in desk.store.kept(person, KEYS) if one.person == person]
    return dict(json.loads(own[0].body)) if own else None


def views_of(desk: Desk, person: str) -> list[dict[str, Any]]:
    """The saved views a person may see."""
    return [view_answer(one, person) for one in desk.store.kept(person, VIEW)]


def view_answer(one: Kept, person: str) -> dict[str, Any]:
    """A saved view."""
    return {
        "name": one.name, "to": json.loads(one.body)["to"], "by": one.person or None, "is_shared": one.is_shared,
        "is_own": one.person == person, "at": one.at,
    }  # fmt: skip


def agreement_answer(desk: Desk) -> dict[str, Any]:
    """How far people agree, and what still waits for a second verdict."""
    notes = desk.store.judgements()
    return {
        "judged": len(verdicts_of(notes)), "judged_twice": len(finished(notes)), "needed": VERDICTS_NEEDED,
        "fields": [asdict(each) for each in agreements(notes, EDITABLE)],
        "couples": [asdict(each) for each in couples(notes)],
    }  # fmt: skip
