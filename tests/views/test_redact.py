"""What may leave a store, and what may not."""

from __future__ import annotations

import pytest

from marsad.records import ActorMention, Claim, PlaceMention, Reading, SourceMention, Span
from marsad.views.redact import DEFAULT, FULL, LEFT_OUT, Profile, claim_without, redacted, without_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خمسة مدنيين", "خمسة مدنيين"),
        ("الطفل سامر الحموي", f"الطفل {LEFT_OUT}"),
        ("والمدنيين", "والمدنيين"),
        ("سامر الحموي", LEFT_OUT),
        ("الطبيبة رنا وثلاثة أطفال", f"الطبيبة {LEFT_OUT} أطفال"),
        ("3 أشخاص", "3 أشخاص"),
    ],
)
def test_words_that_may_be_a_name_are_left_out(text: str, expected: str) -> None:
    kept = without_names(text)
    assert "سامر" not in kept
    assert "رنا" not in kept
    if expected.count(LEFT_OUT) == 0:
        assert LEFT_OUT not in kept
    else:
        assert LEFT_OUT in kept


def claim(**fields: object) -> Claim:
    return Claim("c", "killed", Span("مقتل", 0, 4), **fields)  # type: ignore[arg-type]


def test_a_registered_actor_keeps_his_name_and_nobody_else() -> None:
    known = ActorMention("لواء الريح", 5, 15, "sn-wind", "Wind Brigade")
    made = claim_without(claim(agents=(known,), targets=(ActorMention("سامر الحموي", 20, 31),)))
    assert made.agents == (known,)
    assert made.targets == (ActorMention(LEFT_OUT, 20, 31),)


def test_words_that_reach_into_a_name_are_without_it() -> None:
    reaching = Claim("c", "killed", Span("مقتل سامر", 0, 9), targets=(ActorMention("سامر", 5, 9),))
    assert "سامر" not in claim_without(reaching).trigger.text


@pytest.mark.parametrize(("decimals", "lat"), [(2, 35.12), (1, 35.1), (0, 35.0), (None, 35.12345)])
def test_points_are_as_coarse_as_asked(decimals: int | None, lat: float) -> None:
    place = PlaceMention("تل", 0, 2, "p", "Tall", 35.12345, 36.5)
    assert claim_without(claim(places=(place,)), Profile(decimals=decimals)).places[0].lat == lat


def test_sources_at_risk_are_told_by_their_kind() -> None:
    activist = SourceMention("الناشط سامر", 0, 11, "sn-samer", "Samer", "activists")
    agency = SourceMention("وكالة السنديان", 0, 14, "sn-agency", "Sindian", "agency")
    unknown = SourceMention("رنا الحموي", 0, 10)
    sources = claim_without(claim(sources=(activist, agency, unknown))).sources
    assert sources[0] == SourceMention("[activists]", 0, 11, None, None, "activists")
    assert sources[1] == agency
    assert "رنا" not in sources[2].text


@pytest.mark.parametrize("number", ["+963 944 123 456", "0944123456", "(0944) 123-456"])
def test_telephone_numbers_are_left_out(number: str) -> None:
    weapon = Span(f"اتصلوا {number} الآن", 0, 20)
    text = claim_without(Claim("c", "killed", weapon)).trigger.text
    assert LEFT_OUT in text
    assert "123" not in text


@pytest.mark.parametrize("figure", ["2016-12-06", "6/12/2016", "1,200", "12.500", "2016"])
def test_days_and_figures_stay(figure: str) -> None:
    assert claim_without(Claim("c", "killed", Span(figure, 0, 9))).trigger.text == figure


def test_the_full_profile_leaves_nothing_out() -> None:
    reading = Reading("r", None, None, "0", (claim(targets=(ActorMention("سامر", 0, 4),)),))
    assert redacted(reading, FULL) == reading
    assert redacted(reading, DEFAULT) != reading
