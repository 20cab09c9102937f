"""Why a claim is here: the sentence with its words marked, every field with its offsets, every reason in words."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.records import Claim, Reading, Report, Span
from marsad.views import words

REASONS = {
    "lexicon": "the lexicon entry {0} names this kind of happening",
    "cue": "a cue word of the status {0}",
    "rule": "rule: {0}",
    "ranker": "the trained ranker gave this candidate the score {0}",
}
# Entries that say whose word it is rather than what happened.
_SAID = {
    "speech": "the verb of speech {0} says whose word it is",
    "formula": "the words {0} say whose word it is",
}
_CONTEXT = 160


def find(reading: Reading, wanted: str) -> Claim | None:
    """The claim with this id, or with this number in the table."""
    if wanted.isdigit() and 1 <= int(wanted) <= len(reading.claims):
        return reading.claims[int(wanted) - 1]
    return next((claim for claim in reading.claims if claim.id == wanted), None)


def explanation(report: Report, claim: Claim, *, isolate: bool) -> Iterator[str]:
    """The explanation, line by line."""
    yield f"{claim.type} ({claim.status}), claim {claim.id}, incident {claim.incident}"
    yield ""
    yield words.isolated(marked(report.text, claim.trigger), isolate=isolate)
    yield ""
    for field, mention, name in fields(claim):
        named = f"  = {name}" if name else ""
        yield f"  {field:<9} {words.isolated(mention.text, isolate=isolate)}  [{mention.start}:{mention.end}]{named}"
    if claim.count is not None:
        count = claim.count
        stated = words.isolated(count.text, isolate=isolate)
        yield f"  {'count':<9} {words.number(count)} from {stated}  [{count.start}:{count.end}]"
    if claim.date_from:
        yield f"  {'days':<9} {words.dates(claim)}"
    yield ""
    yield "because"
    for reason in claim.because:
        yield f"  - {in_words(reason)}"


def fields(claim: Claim) -> Iterator[tuple[str, Span, str | None]]:
    """Every mention of a claim with the field it fills and its canonical name."""
    yield "trigger", claim.trigger, None
    for actor in claim.agents:
        yield "agent", actor, actor.name
    for actor in claim.targets:
        yield "target", actor, actor.name
    for place in claim.places:
        yield "place", place, place.name or "not placed"
    if claim.time is not None:
        yield "time", claim.time, None
    if claim.item is not None:
        yield "item", claim.item, claim.item.weapon_class
    for weapon in claim.weapons:
        yield "weapon", weapon, weapon.weapon_class
    for source in claim.sources:
        yield "source", source, source.name


def marked(text: str, span: Span) -> str:
    """The words around a span, the span between ⟦ and ⟧."""
    start = max(0, span.start - _CONTEXT, text.rfind("\n", 0, span.start) + 1)
    line_end = text.find("\n", span.end)
    end = min(len(text), span.end + _CONTEXT, line_end if line_end >= 0 else len(text))
    before = "…" if start > 0 and text[start - 1] != "\n" else ""
    after = "…" if end < len(text) and text[end] != "\n" else ""
    return f"{before}{text[start : span.start]}⟦{span.text}⟧{text[span.end : end]}{after}".strip()


def in_words(reason: str) -> str:
    """A reason as a sentence part: ``rule:subject-before-verb`` becomes "rule: subject before verb"."""
    kind, _, rest = reason.partition(":")
    section, _, name = rest.partition(".")
    if kind == "lexicon" and section in _SAID:
        return _SAID[section].format(name)
    template = REASONS.get(kind)
    return template.format(rest.replace("-", " ") if kind == "rule" else rest) if template else reason
