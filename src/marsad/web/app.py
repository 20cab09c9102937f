"""The service: JSON under /api as its documentation (/api/docs.json) says, the front end for every other address."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

import marsad
from marsad.errors import InputError, MarsadError, MissingExtraError
from marsad.events.control import CHANGES
from marsad.records import Judgement
from marsad.store import Page, ReportFilter, ShownClaim, StoredClaim, StoredReport
from marsad.store.queries import shown
from marsad.web import payloads, tables
from marsad.web.adding import adding_routes
from marsad.web.answers import answer, encoded, joined, note_answer, report_head, told_json, written
from marsad.web.control import control
from marsad.web.desk import Desk
from marsad.web.export import export_routes
from marsad.web.guard import COOKIE, Gate, Guard
from marsad.web.history import history
from marsad.web.names import name_routes
from marsad.web.people import SESSION_SECONDS
from marsad.web.queue import queue
from marsad.web.take import NothingReadError
from marsad.web.together import keys_of, together_routes, views_of
from marsad.web.wanted import Words, wanted

STATIC = Path(__file__).parent / "static"
NOT_BUILT = (
    "<!doctype html><title>Marsad</title><p>The web application was not built with this copy. "
    "Install Node 20 and run <code>make frontend</code>, or install the wheel; the JSON under /api works."
)
# What a report's own page says of it besides.
SHOWN = ("text_sha256", "raw_sha256", "origin", "url", "added", "date_kind")
Sort = Literal["date", "-date", "type", "-type", "place", "-place", "killed", "-killed", "claims", "-claims"]
Day = Annotated[str | None, Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


def create(desk: Desk, guard: Guard) -> FastAPI:
    """The service around a desk."""

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        """A server that is told to end may end at once: what was kept apart goes before."""
        yield
        desk.part()

    app = FastAPI(
        title="Marsad", version=marsad.__version__, openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        description="Claims, events and judgements of one store.", lifespan=living,
    )  # fmt: skip
    app.state.desk, app.state.guard = desk, guard
    app.add_middleware(Gate, guard=guard)
    app.add_exception_handler(MarsadError, _said)
    app.add_exception_handler(RequestValidationError, _invalid)
    for router in (
        session_routes(guard),
        name_routes(guard),
        event_routes(desk, guard),
        report_routes(desk, guard),
        adding_routes(desk, guard),
        work_routes(desk, guard),
        together_routes(desk, guard),
        export_routes(desk, guard),
    ):
        app.include_router(router, prefix="/api")
    _serve_pages(app)
    return app


def _said(request: Request, error: Exception) -> Response:
    """A sentence of Marsad's own is the answer."""
    status = 501 if isinstance(error, MissingExtraError) else 400 if isinstance(error, InputError) else 500
    issues = {"issues": error.issues} if isinstance(error, NothingReadError) else {}
    return JSONResponse({"detail": str(error)} | issues, status)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
    return JSONResponse({"detail": said}, 422)


Asked = Annotated[tables.Wanted, Depends(wanted)]


def session_routes(guard: Guard) -> APIRouter:
    """Signing in and out, and who is here."""
    router = APIRouter(tags=["session"])

    @router.get("/session")
    def session(request: Request) -> dict[str, Any]:
        found = guard.asks(request)
        desk: Desk = request.app.state.desk
        types = [
            {"id": each.id, "en": each.label.en, "ar": each.label.ar, "family": each.acled[0] or ""}
            for each in desk.codebook.types.values()
        ]
        return {
            "user": found.name or None, "role": found.role, "is_single": guard.is_single, "csrf": found.csrf,
            "types": types, "store": Path(desk.store.address).name, "version": marsad.__version__,
            "keys": keys_of(desk, found.name), "views": views_of(desk, found.name),
            "is_blind": guard.eyes(found).is_blind,
        }  # fmt: skip

    @router.post("/session")
    def sign_in(request: Request, response: Response, given: payloads.SignIn) -> dict[str, str]:
        if guard.people is None:
            return {"csrf": guard.only.csrf}
        address = request.client.host if request.client else ""
        found = guard.people.sign_in(given.name, given.password, address)
        if found is None:
            raise HTTPException(401, "Name or password is not right, or was guessed too often: wait five minutes.")
        key, session = found
        response.set_cookie(
            COOKIE, key, max_age=SESSION_SECONDS, httponly=True, samesite="strict",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return {"csrf": session.csrf}

    @router.delete("/session")
    def sign_out(request: Request, response: Response) -> None:
        if guard.people is not None:
            guard.people.sign_out(request.cookies.get(COOKIE))
            response.delete_cookie(COOKIE)

    return router


def event_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Events: summed up, listed, one by one."""
    router = APIRouter(tags=["events"])

    @router.get("/overview")
    def overview(request: Request, asked: Asked, days: Literal["only", "all"] = "all") -> Response:
        seen = guard.eyes(guard.asks(request)).desk(desk)
        return written(seen.overview(asked, only_days=days == "only"))

    @router.get("/control")
    def claimed_control(request: Request, asked: Asked) -> Response:
        seen = guard.eyes(guard.asks(request)).desk(desk)

        def made() -> bytes:
            found = list(seen.store.events(asked, CHANGES))
            told = seen.told_of(found, CHANGES)
            return encoded(control(found, told, seen.store.event_roots(list(told)), seen.rules))

        return written(seen.ready("control", asked, made))

    @router.get("/events")
    def events(
        request: Request,
        asked: Asked,
        sort: Sort = "-date",
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        seen = guard.eyes(guard.asks(request)).desk(desk)
        found = seen.gathered().event_page(asked, sort, offset, limit)
        return written(f'{{"total":{found.total},"events":[{",".join(found.bodies)}]}}')

    @router.get("/events/{id}", response_model=dict[str, Any])
    def event(request: Request, id: str) -> Response:
        eyes = guard.eyes(guard.asks(request))
        events = eyes.desk(desk).gathered()
        with events.at_once():
            body = events.event_json(id)
            if body is None:
                raise HTTPException(404, f"There is no event {id!r} now: it may have been joined to another.")
        claims: list[str] = json.loads(body)["claims"]
        with desk.store.at_once():
            told = desk.store.claims_shown(claims)
            reports = desk.reports(one.report for one in told)
            notes = eyes.notes(desk.store.judgements_on(claims))
            edited = desk.store.claims_with([note.claim for note in notes if note.kind == "edit"])
            parts = _told(eyes.shown(told, desk), reports, dict.fromkeys(claims, id))
        past = history(reports.values(), edited.values(), notes)
        return joined({"event": body, "told": f"[{','.join(parts)}]", "history": encoded(past).decode()})

    return router


def report_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Reports: listed, one with its text and claims."""
    router = APIRouter(tags=["reports"])

    @router.get("/reports", response_model=dict[str, Any])
    def reports(
        request: Request,
        since: Annotated[Day, Query(alias="from")] = None,
        until: Day = None,
        text: Words = None,
        after: Annotated[int | None, Query(ge=0, le=2**62)] = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        guard.asks(request)
        found = desk.store.reports(ReportFilter(since=since, until=until, text=text or None), Page(limit, after))
        following = found[-1].rank if len(found) == limit else None
        return answer({"reports": [report_head(report) for report in found], "after": following})

    @router.get("/reports/{id}", response_model=dict[str, Any])
    def report(request: Request, id: str) -> Response:
        eyes = guard.eyes(guard.asks(request))
        events = eyes.desk(desk).gathered()
        with desk.store.at_once():
            found = _report(desk, id)
            if found.deleted:
                raise HTTPException(410, f"The report was removed on {found.deleted[:10]}; its hashes are in the log.")
            stored = sorted(desk.store.claims_of(id), key=lambda one: one.claim.trigger.start)
            claims = eyes.shown(list(map(shown, stored)), desk)
            told = _told(claims, {id: found}, events.events_of([one.id for one in claims]))
            issues = [asdict(issue) for issue in desk.store.issues(id)]
            text = desk.store.text(id).text
        facts = {name: getattr(found, name) for name in SHOWN} | {"text": text, "issues": issues}
        parts = {name: encoded(value).decode() for name, value in facts.items()}
        return joined(parts | {"report": encoded(report_head(found)).decode(), "told": f"[{','.join(told)}]"})

    return router


def work_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Claims, judgements, the queue of review, the log."""
    router = APIRouter(tags=["review"])

    @router.get("/claims/{id}", response_model=dict[str, Any])
    def claim(request: Request, id: str) -> Response:
        eyes = guard.eyes(guard.asks(request))
        events = eyes.desk(desk).gathered()
        with desk.store.at_once():
            claims = eyes.shown([shown(_claim(desk, id))], desk)
            event_of = events.events_of([one.id for one in claims])
            return written(_told(claims, desk.reports([claims[0].report]), event_of)[0])

    @router.get("/claims/{id}/judgements")
    def judgements(request: Request, id: str) -> list[dict[str, Any]]:
        eyes = guard.eyes(guard.asks(request))
        return [note_answer(note) for note in eyes.notes(desk.store.judgements(_claim(desk, id).claim.id))]

    @router.post("/judgements", status_code=201)
    def judge(request: Request, given: payloads.NewJudgement) -> dict[str, Any]:
        who = guard.asks(request, "reviewer")
        judgement = Judgement(
            "", given.kind, given.claim, other=given.other, field=given.field, value=given.value_as_json(),
            by=who.name or None, comment=given.comment,
        )  # fmt: skip
        return note_answer(desk.store.judge(judgement))

    @router.get("/review", response_model=dict[str, Any])
    def review(request: Request, asked: Asked, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Response:
        who = guard.asks(request, "reviewer")
        eyes = guard.eyes(who)
        events = eyes.desk(desk).gathered()
        with desk.store.at_once():
            total, items = queue(
                desk, events, asked, who.name or None, limit, is_blind=guard.is_blind, all_wait=eyes.is_blind
            )
            claims = eyes.shown([one.claim for one in items], desk)
            reports = desk.reports(one.report for one in claims)
            told = _told(claims, reports, {one.claim.id: one.event for one in items})
        asked_for = [f'{{"told":{each},"why":{json.dumps(one.why)}}}' for each, one in zip(told, items, strict=True)]
        return joined({"total": str(total), "items": f"[{','.join(asked_for)}]"})

    @router.get("/log", response_model=list[dict[str, Any]])
    def log(
        request: Request,
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
        limit: Annotated[int, Query(ge=1, le=500)] = 100,
    ) -> Response:
        eyes = guard.eyes(guard.asks(request))
        return answer([eyes.record(record) for record in desk.store.log(after, most=limit)])

    return router


def _claim(desk: Desk, id: str) -> StoredClaim:
    found = desk.store.claim(id)
    if found is None:
        raise HTTPException(404, f"There is no claim {id!r}.")
    return found


def _report(desk: Desk, id: str) -> StoredReport:
    found = desk.reports([id]).get(id)
    if found is None:
        raise HTTPException(404, f"There is no report {id!r}.")
    return found


def _told(
    claims: Iterable[ShownClaim], reports: Mapping[str, StoredReport], event_of: Mapping[str, str | None]
) -> list[str]:
    """Claims with their reports and the events they stand under, as JSON."""
    heads = {id: encoded(report_head(report)).decode() for id, report in reports.items()}
    return [told_json(one, heads[one.report], event_of.get(one.id)) for one in claims]


def _serve_pages(app: FastAPI) -> None:
    """The front end: its files by name, its one page for every other address."""
    if not (STATIC / "index.html").exists():

        @app.get("/{path:path}", include_in_schema=False)
        def not_built(path: str) -> HTMLResponse:
            return HTMLResponse(NOT_BUILT, 503)

        return
    app.mount("/assets", StaticFiles(directory=STATIC / "assets"))

    @app.get("/api/{path:path}", include_in_schema=False)
    def nothing(path: str) -> Response:
        raise HTTPException(404, f"There is nothing at /api/{path}; see /api/openapi.json.")

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> FileResponse:
        return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})
