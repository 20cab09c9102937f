"""Why a claim is here: the sentence with its words marked, every field with its offsets, every reason in words."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.records import Claim, Reading, Report, Span
from marsad.views.bidi import whole
from marsad.views.words import dates, number, one_line

REASONS = {
    "lexicon": "the lexicon entry {0} names this kind of happening",
    "cue": "a cue word of the status {0}",
    "rule": "rule: {0}",
    "ranker": "the trained ranker gave this candidate the score {0}",
    "sieve": "the trained sieve took the claim back, with the score {0}",
    "linker": "the trained linker looked over the {0}",
    "incident": "the trained joiner put it into an incident told before, with the score {0}",
    "passage": "by the rules it stands in passage {0} of the report",
}
SCORED = ("sieve", "incident")
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
    """The explanation, line by line; ``isolate`` keeps Arabic together on a terminal."""

    def shown(text: str) -> str:
        return whole(one_line(text)) if isolate else one_line(text)

    yield f"{claim.type} ({claim.status}), claim {claim.id}, incident {claim.incident}"
    yield ""
    yield shown(marked(report.text, claim.trigger))
    yield ""
    for field, mention, name in fields(claim):
        yield f"  {field:<9} {shown(mention.text)}  [{mention.start}:{mention.end}]" + (f"  = {name}" if name else "")
    if claim.count is not None:
        count = claim.count
        yield f"  {'count':<9} {number(count)} from {shown(count.text)}  [{count.start}:{count.end}]"
    if claim.date_from:
        yield f"  {'days':<9} {dates(claim)}"
    if claim.outcome:
        yield f"  {'outcome':<9} {claim.outcome}"
    if not claim.sources:
        yield f"  {'source':<9} the report itself"
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
    """The words around a span, the span between ⟦ and ⟧; where a line is long, from word to word."""
    begin = max(text.rfind("\n", 0, span.start) + 1, 0)
    line_end = text.find("\n", span.end)
    close = line_end if line_end >= 0 else len(text)
    start, end = span.start - _CONTEXT, span.end + _CONTEXT
    before = after = "…"
    if start <= begin:
        start, before = begin, ""
    else:
        start = max(text.find(" ", start, span.start), start)
    if end >= close:
        end, after = close, ""
    else:
        end = text.rfind(" ", span.end, end) if " " in text[span.end : end] else end
    words = f"{text[start : span.start].lstrip()}⟦{text[span.start : span.end]}⟧{text[span.end : end].rstrip()}"
    return f"{before}{words}{after}"


def in_words(reason: str) -> str:
    """A reason as a sentence part: ``rule:subject-before-verb`` becomes "rule: subject before verb"."""
    kind, _, rest = reason.partition(":")
    section, _, name = rest.partition(".")
    if kind == "lexicon" and section in _SAID:
        return _SAID[section].format(name)
    if kind == "linker":
        role, _, score = rest.partition(":")
        rest = f"{role}: {'put in' if score.startswith('+') else 'taken out'}, with the score {score[1:]}"
    if kind in SCORED:
        rest = rest.removeprefix("+")
    template = REASONS.get(kind)
    return template.format(rest.replace("-", " ") if kind == "rule" else rest) if template else reason
