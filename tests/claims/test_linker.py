"""The linker looks over who did it by its weights, and says what it did with its score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from marsad import pipeline
from marsad.arabic.words import split_words
from marsad.claims import linker, rank
from marsad.claims.draft import Draft
from marsad.claims.linker import Linker
from marsad.claims.linking import BEFORE, FAR, FILLING, HERE, NEAR, OF_BOTH
from marsad.claims.weights import ONE
from marsad.records import Report

TEXT = (
    "أصيب خمسة مدنيين أمس بجروح في انفجار في بلدة تل رفعت، وكانت قوات النظام السوري في البلدة. وتشهد المنطقة اشتباكات "
    "بين الفصائل المعارضة وقوات سوريا الديمقراطية. وقال سكان إن الطرق أغلقت."
)
KNOWN = pipeline.load_knowledge(with_linker=False)


def drafts_of(text: str) -> list[Draft]:
    """The claims of a text as the rules alone read them."""
    report = Report("sample", text, date(2020, 3, 5), None)
    found, _, _ = pipeline.candidates(report, split_words(text), KNOWN)
    return found


def linker_of(
    bias: float, *, chosen: float = 0.0, threshold: float = 0.5, never: Sequence[tuple[str, str, str]] = ()
) -> Linker:
    """A linker that looks at nothing but whether the rules chose a phrase; its files have weights in thousandths."""
    told = {"weights": {"in": {"y": round(ONE * chosen)}}, "rules": {}, "bias": round(ONE * bias)}
    source = told | {"threshold": threshold, "never": never}
    return Linker({"agents": linker.role_weights("agents", source)})


def test_nobody_becomes_somebody_and_the_score_is_named() -> None:
    drafts = drafts_of(TEXT)
    empty = [draft for draft in drafts if not draft.agents]
    assert empty
    linker_of(3.0).settle(drafts)
    filled = [draft for draft in empty if draft.agents]
    assert filled
    assert all("linker:agents:+0.95" in draft.because for draft in filled)


def test_whom_the_rules_chose_stays_where_the_score_is_enough() -> None:
    drafts = drafts_of(TEXT)
    before = {id(draft): list(draft.agents) for draft in drafts if draft.agents}
    assert before
    linker_of(-3.0, chosen=6.0).settle(drafts)
    assert {id(draft): draft.agents for draft in drafts if id(draft) in before} == before


def test_whom_the_rules_chose_goes_where_the_score_is_low_and_the_reason_says_so() -> None:
    drafts = drafts_of(TEXT)
    chosen = [draft for draft in drafts if draft.agents]
    linker_of(-3.0).settle(drafts)
    assert chosen
    assert all(not draft.agents and "linker:agents:-0.05" in draft.because for draft in chosen)


def test_who_is_quoted_with_we_demand_demands_whatever_the_score() -> None:
    drafts = drafts_of(f'{TEXT} وقال مهدي سالم "نطالب الحكومة بفتح تحقيق عاجل".')
    demand = next(draft for draft in drafts if draft.type == "demand")
    linker_of(-3.0).settle(drafts)
    assert demand.agents


def test_nobody_is_the_doer_of_what_befell_him() -> None:
    drafts = drafts_of(TEXT)
    linker_of(3.0).settle(drafts)
    assert not any(chunk in draft.targets for draft in drafts for chunk in draft.agents)


def test_below_the_threshold_nobody_did_it() -> None:
    drafts = drafts_of(TEXT)
    empty = [draft for draft in drafts if not draft.agents]
    linker_of(-3.0).settle(drafts)
    assert all(not why.startswith("linker:") for draft in empty for why in draft.because)


def test_one_party_is_named_once() -> None:
    drafts = drafts_of(TEXT)
    linker_of(3.0).settle(drafts)
    for draft in drafts:
        named = [chunk.ids for chunk in draft.agents if chunk.ids]
        assert len(named) == len(set(named))


def test_the_weights_of_the_package_know_the_templates_of_the_code() -> None:
    known = {" ".join(names) for names in linker.TEMPLATES}
    kept = rank.load_source("linker")["roles"]
    assert set(kept) == set(linker.ROLES)
    for role in kept.values():
        assert set(role["weights"]) <= known
        assert 0 < role["threshold"] < 1


def test_a_report_without_claims_is_left_alone() -> None:
    linker_of(3.0).settle([])


def test_kinds_that_next_to_never_fill_a_role_are_not_asked() -> None:
    drafts = drafts_of(TEXT)
    types = {draft.type for draft in drafts}
    never = [(name, where, kind) for name in types for where in (HERE, BEFORE) for kind in FILLING["agents"]]
    empty = [draft for draft in drafts if not draft.agents]
    linker_of(3.0, never=never).settle(drafts)
    assert empty
    assert not any(draft.agents for draft in empty)


def test_what_is_remembered_hangs_on_every_feature_of_its_templates() -> None:
    """A sum is remembered under some features of the claim and some of the phrase: no template may ask for others."""
    for names in linker.TEMPLATES:
        left = set(names) - {"in"}
        kind = linker.hangs_on(frozenset(names))
        if kind == "tie":
            assert left <= {"type", "chosen", *NEAR, *OF_BOTH}
        elif kind == "distance":
            assert left <= {"pos", "frame", "number", *FAR, "side", "nearest"}
