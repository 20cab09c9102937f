"""Invented reports and claims for the tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.records import (
    ActorMention,
    Claim,
    Count,
    Issue,
    Original,
    PlaceMention,
    Reading,
    Report,
    SourceMention,
    Span,
    WeaponMention,
)
from marsad.store import Added, Arrival, Entry, Store, Versions

VERSIONS = Versions("code", "lexicons", "gazetteer", "ranker")
DAY = date(2019, 3, 4)
AGENCY = (
    "قتل خمسة مدنيين وأصيب عشرة آخرون اليوم الاثنين في قصف مدفعي استهدف الحي الشرقي من بلدة تل السنديان، "
    "وقال ناشطون في البلدة إن القصف استمر ثلاث ساعات وطال المدرسة والسوق، وإن فرق الدفاع المدني نقلت الجرحى إلى "
    "مستشفى قريب، فيما نفت القيادة العسكرية مسؤوليتها عن القصف واتهمت جماعات مسلحة بإطلاق قذائف من مزارع مجاورة."
)


def arrival(id: str, text: str, *, day: date | None = DAY, outlet: str | None = "صدى السنديان", **of: str) -> Arrival:
    """A report that came in as a file of text."""
    kept = Original(text.encode("utf-8", "surrogatepass"), "text/plain", f"reports/{id}.txt")
    return Arrival(Report(id, text, day, outlet), replace(kept, **of))  # type: ignore[arg-type]


def claim(id: str, text: str, **fields: object) -> Claim:
    """A claim on the first words of a text."""
    made = Claim(
        id, "killed", Span(text[:3], 0, 3),
        agents=(ActorMention(text[4:8], 4, 8, "sn-guard", "Sindian Guard"),),
        places=(PlaceMention("تل السنديان", 9, 20, "sn-tall", "Tall al-Sindian", 35.12345, 36.54321, "SY", "Hama"),),
        count=Count(5, None, text[4:8], 4, 8),
        sources=(SourceMention("ناشطون", 30, 36, None, None, "activists"),),
        weapons=(WeaponMention("مدفعي", 40, 45, "artillery"),),
        date_from="2019-03-04", date_to="2019-03-04", because=("lexicon:kill", "rule:passive"),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def entry(arrived: Arrival, *claims: Claim, issues: tuple[Issue, ...] = ()) -> Entry:
    """A report with what was read in it; without claims given, one of its own."""
    report = arrived.report
    found = claims or (claim(f"c-{report.id}", report.text),)
    return Entry(arrived, Reading(report.id, report.published, report.outlet, "0", found, issues))


def add(store: Store, *entries: Entry) -> list[Added]:
    """Keep entries as read by the versions of the tests."""
    return store.add_received(entries, VERSIONS)
