"""An event tells no more than its claims may."""

from __future__ import annotations

from marsad.records import (
    ActorMention,
    Claim,
    Contradiction,
    Estimate,
    Event,
    Figure,
    PlaceMention,
    SourceMention,
    Span,
    Told,
)
from marsad.views.redact import FULL, LEFT_OUT
from marsad.views.redact_events import Redacted

PLACE = PlaceMention("دوما", 30, 34, "sy-duma", "Duma", 33.57123, 36.40456)
VICTIM = ActorMention("سامر الحموي", 5, 16)
CLAIMS = (
    Claim("c1", "killed", Span("مقتل", 0, 4), targets=(VICTIM,), places=(PLACE,),
          sources=(SourceMention("شبكة الريح", 40, 50, "wind-network", "Wind Network", "activists"),)),
    Claim("c2", "killed", Span("مقتل", 0, 4), targets=(VICTIM,), sources=(SourceMention("رنا الدومي", 40, 50),)),
)  # fmt: skip
TOLD = {claim.id: Told(claim, "r", "صدى السنديان") for claim in CLAIMS}
ROOTS = ("wind-network", "رنا الدومي · صدى السنديان", "صدى السنديان")
EVENT = Event(
    "e", "killed", ("killed",), "claimed", "2018-10-09", "2018-10-09", (PLACE,), (), (VICTIM,), ("c1", "c2"), ("r",),
    ROOTS,
    (Figure("killed", "all", 1, 2, None, "range", ("c1",), ("c2",), (Estimate(ROOTS[1], 1, 1, None, ("c2",)),)),),
    (Contradiction("blame", ("c1",), ("c2",), f"blame: {ROOTS[0]} name سامر الحموي, {ROOTS[1]} name others"),),
    "weak", (),
)  # fmt: skip


def test_names_points_and_sources_at_risk_are_left_out_of_events() -> None:
    made = Redacted(TOLD)
    (event,) = made.events([EVENT])
    assert event.targets[0].text == LEFT_OUT
    assert (event.places[0].lat, event.places[0].lon) == (33.57, 36.4)
    assert event.roots == ("[activists]", f"{LEFT_OUT} · صدى السنديان", "صدى السنديان")
    assert event.figures[0].estimates[0].root == f"{LEFT_OUT} · صدى السنديان"
    said = event.contradictions[0].says
    assert not any(name in said for name in ("wind-network", "سامر", "رنا"))
    assert made.told["c1"].claim.targets[0].text == LEFT_OUT


def test_in_full_nothing_is_left_out() -> None:
    made = Redacted(TOLD, FULL)
    assert made.events([EVENT]) == (EVENT,)
    assert made.told == TOLD
