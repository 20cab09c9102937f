"""The names a user may rely on, and how they behave."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest

import marsad
from marsad.records import ActorMention, Claim, Reading, Span, quickly

TEXT = "قتل خمسة مدنيين في قصف على مدينة دوما أمس."
CLAIM = [
    "id", "type", "trigger", "agents", "targets", "places", "time", "date_from", "date_to", "count", "item",
    "outcome", "weapons", "sources", "status", "incident", "because",
]  # fmt: skip


def test_names_of_the_package() -> None:
    assert sorted(marsad.__all__) == ["__version__", "read"]


def test_fields_of_a_reading_and_of_a_claim() -> None:
    assert [field.name for field in fields(Reading)] == [
        "id", "published", "outlet", "sha256", "claims", "issues",
    ]  # fmt: skip
    assert [field.name for field in fields(Claim)] == CLAIM


def test_a_day_may_be_a_date_or_its_iso_form() -> None:
    assert marsad.read(TEXT, published="2018-10-09") == marsad.read(TEXT, published=date(2018, 10, 9))


def test_an_impossible_day_is_refused() -> None:
    with pytest.raises(ValueError, match="2018-13-45"):
        marsad.read(TEXT, published="2018-13-45")


def test_records_are_frozen_compared_by_value_and_pickled() -> None:
    span = Span("x", 0, 1)
    actor = ActorMention("x", 0, 1, name="n")
    assert (actor.actor, actor.name) == (None, "n")
    assert actor == ActorMention("x", 0, 1, None, "n") != ActorMention("x", 0, 1)
    assert hash(span) == hash(Span("x", 0, 1))
    assert pickle.loads(pickle.dumps(actor)) == replace(actor) == actor
    assert list(inspect.signature(Claim).parameters) == CLAIM
    assert inspect.signature(Claim).parameters["status"].default == "asserted"
    with pytest.raises(FrozenInstanceError):
        span.text = "y"  # type: ignore[misc]
    with pytest.raises(TypeError, match="end"):
        Span("x", 0)  # type: ignore[call-arg]


def test_a_record_made_quickly_is_a_record_like_any_other() -> None:
    made, plain = quickly(ActorMention)("الجيش", 3, 8, name="Army"), ActorMention("الجيش", 3, 8, name="Army")
    assert made == plain
    assert (type(made), hash(made), repr(made)) == (ActorMention, hash(plain), repr(plain))
    assert pickle.loads(pickle.dumps(made)) == plain
    assert replace(made, actor="army") == ActorMention("الجيش", 3, 8, "army", "Army")
    with pytest.raises(FrozenInstanceError):
        made.text = "other"  # type: ignore[misc]
