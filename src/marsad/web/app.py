"""The service: JSON under /api as its documentation (/api/docs.json) says, the front end for every other address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

import marsad
from marsad.errors import InputError, MarsadError, MissingExtraError
from marsad.records import Judgement
from marsad.store import Filter, Page, ReportFilter, StoredClaim, StoredReport
from marsad.web import payloads, tables
from marsad.web.answers import event_answer, note_answer, report_head, told_answer
from marsad.web.blind import Eyes
from marsad.web.control import TYPES as CHANGES
from marsad.web.control import control
from marsad.web.desk import Desk
from marsad.web.export import export_routes
from marsad.web.guard import COOKIE, Guard
from marsad.web.history import history
from marsad.web.people import SESSION_SECONDS
from marsad.web.queue import queue
from marsad.web.take import take
from marsad.web.together import keys_of, together_routes
from marsad.web.wanted import Words, wanted

STATIC = Path(__file__).parent / "static"
NOT_BUILT = (
    "<!doctype html><title>Marsad</title><p>The web application was not built with this copy. "
    "Install Node 20 and run <code>make frontend</code>, or install the wheel; the JSON under /api works."
)
Sort = Literal["date", "-date", "type", "-type", "place", "-place", "killed", "-killed", "claims", "-claims"]
Day = Annotated[str | None, Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


def create(desk: Desk, guard: Guard) -> FastAPI:
    """The service around a desk."""
    app = FastAPI(
        title="Marsad", version=marsad.__version__, openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        description="Claims, events and judgements of one store.",
    )  # fmt: skip
    app.state.desk, app.state.guard = desk, guard
    app.middleware("http")(guard.__call__)
    app.add_exception_handler(MarsadError, _said)
    app.add_exception_handler(RequestValidationError, _invalid)
    for router in (
        session_routes(guard),
        event_routes(desk, guard),
        report_routes(desk, guard),
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
    return JSONResponse({"detail": str(error)}, status)


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
            "keys": keys_of(desk, found.name), "is_blind": guard.eyes(found).is_blind,
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
        guard.asks(request)
        return _written(desk.overview(asked, only_days=days == "only"))

    @router.get("/control")
    def claimed_control(request: Request, asked: Asked) -> Response:
        guard.asks(request)

        def made() -> bytes:
            found = list(desk.store.events(asked, CHANGES))
            return tables.encoded(control(found, desk.told_of(found, CHANGES)))

        return _written(desk.ready("control", asked, made))

    @router.get("/events")
    def events(
        request: Request,
        asked: Asked,
        sort: Sort = "-date",
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        guard.asks(request)
        found = desk.gathered().event_page(asked, sort, offset, limit)
        return _written(f'{{"total":{found.total},"events":[{",".join(found.bodies)}]}}')

    @router.get("/events/{id}")
    def event(request: Request, id: str) -> dict[str, Any]:
        eyes = guard.eyes(guard.asks(request))
        found = desk.gathered().event(id)
        if found is None:
            raise HTTPException(404, f"There is no event {id!r} now: it may have been joined to another.")
        stored = desk.store.claims_with(found.claims)
        told = [stored[claim] for claim in found.claims if claim in stored]
        notes = eyes.notes(desk.store.judgements_on(found.claims))
        reports = desk.reports(one.report for one in told)
        return {
            "event": event_answer(found), "told": _told(desk, told, eyes),
            "history": history(reports.values(), told, notes),
        }  # fmt: skip

    return router


def report_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Reports: listed, one with its text and claims, and adding one."""
    router = APIRouter(tags=["reports"])

    @router.get("/reports")
    def reports(
        request: Request,
        since: Annotated[Day, Query(alias="from")] = None,
        until: Day = None,
        text: Words = None,
        after: Annotated[int | None, Query(ge=0, le=2**62)] = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> dict[str, Any]:
        guard.asks(request)
        found = desk.store.reports(ReportFilter(since=since, until=until, text=text or None), Page(limit, after))
        following = found[-1].rank if len(found) == limit else None
        return {"reports": [report_head(report) for report in found], "after": following}

    @router.get("/reports/{id}")
    def report(request: Request, id: str) -> dict[str, Any]:
        eyes = guard.eyes(guard.asks(request))
        found = _report(desk, id)
        if found.deleted:
            raise HTTPException(410, f"The report was removed on {found.deleted[:10]}; its hashes are in the log.")
        claims = sorted(desk.store.all_claims(Filter(report=id)), key=lambda one: one.claim.trigger.start)
        event_of = desk.gathered().events_of([claim.claim.id for claim in claims])
        issues = [issue for reading in desk.store.readings([id]) for issue in reading.reading.issues]
        return {
            "report": report_head(found), "text": desk.store.text(id).text,
            **{name: getattr(found, name) for name in
               ("text_sha256", "raw_sha256", "origin", "url", "added", "date_kind")},
            "told": [told_answer(eyes.claim(claim, desk), found, event_of.get(claim.claim.id)) for claim in claims],
            "issues": [
                {"reason": one.reason, "message": one.message, "start": one.start, "end": one.end} for one in issues
            ],
        }  # fmt: skip

    @router.post("/reports", status_code=201)
    def add(request: Request, given: payloads.NewReport) -> dict[str, Any]:
        guard.asks(request, "editor")
        return take(desk, given)

    return router


def work_routes(desk: Desk, guard: Guard) -> APIRouter:
    """Claims, judgements, the queue of review, the log."""
    router = APIRouter(tags=["review"])

    @router.get("/claims/{id}")
    def claim(request: Request, id: str) -> dict[str, Any]:
        eyes = guard.eyes(guard.asks(request))
        desk.gathered()
        return _told(desk, [_claim(desk, id)], eyes)[0]

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

    @router.get("/review")
    def review(request: Request, asked: Asked, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> dict[str, Any]:
        who = guard.asks(request, "reviewer")
        total, items = queue(desk, asked, who.name or None, limit, is_blind=guard.is_blind)
        eyes = guard.eyes(who)
        told = _told(desk, [one.stored for one in items], eyes)
        return {
            "total": total,
            "items": [{"told": each, "why": list(one.why)} for each, one in zip(told, items, strict=True)],
        }

    @router.get("/log")
    def log(
        request: Request,
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
        limit: Annotated[int, Query(ge=1, le=500)] = 100,
    ) -> list[dict[str, Any]]:
        eyes = guard.eyes(guard.asks(request))
        found = []
        for record in desk.store.log(after):
            found.append(eyes.record(record))
            if len(found) == limit:
                break
        return found

    return router


def _claim(desk: Desk, id: str) -> StoredClaim:
    found = desk.store.claim(id)
    if found is None:
        raise HTTPException(404, f"There is no claim {id!r}.")
    return found


def _report(desk: Desk, id: str) -> StoredReport:
    found = desk.store.report(id)
    if found is None:
        raise HTTPException(404, f"There is no report {id!r}.")
    return found


def _told(desk: Desk, told: Sequence[StoredClaim], eyes: Eyes) -> list[dict[str, Any]]:
    """Claims with their reports and the events they stand under."""
    reports = desk.reports(one.report for one in told)
    event_of = desk.store.events_of([one.claim.id for one in told])
    return [told_answer(eyes.claim(one, desk), reports[one.report], event_of.get(one.claim.id)) for one in told]


def _written(body: str | bytes) -> Response:
    """An answer that is JSON already, as the store keeps it."""
    return Response(body, media_type="application/json")


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
