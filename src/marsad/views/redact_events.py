"""Events as they may leave: parties, points and speakers of their claims as in :mod:`marsad.views.redact`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.records import Event, Figure, Told
from marsad.views.redact import DEFAULT, FULL, Profile, claim_without, party_without, place_without, words_without

# As in marsad.events.roots: words that name nobody, and who quotes them.
QUOTED_BY = " · "


class Redacted:
    """What is left of events and of the claims behind them under a profile; of all claims one knows who is public."""

    def __init__(self, told: Mapping[str, Told], profile: Profile = DEFAULT) -> None:
        self.told = {
            id: one if profile == FULL else replace(one, claim=claim_without(one.claim, profile))
            for id, one in told.items()
        }
        self._profile, self._told = profile, told
        sources = [source for one in told.values() for source in one.claim.sources]
        self._at_risk = {
            name: f"[{source.kind}]"
            for source in sources if source.kind in profile.source_kinds
            for name in (source.source, source.name, source.text) if name
        }  # fmt: skip
        self._public = {one.outlet for one in told.values()} | {source.source for source in sources if source.source}

    def events(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events as they may leave."""
        return tuple(events) if self._profile == FULL else tuple(map(self._event, events))

    def _event(self, event: Event) -> Event:
        hidden = self._hidden(event)
        return replace(
            event,
            places=tuple(place_without(place, self._profile) for place in event.places),
            agents=tuple(party_without(actor, self._profile) for actor in event.agents),
            targets=tuple(party_without(actor, self._profile) for actor in event.targets),
            roots=tuple(dict.fromkeys(map(self.root, event.roots))),
            figures=tuple(map(self._figure, event.figures)),
            contradictions=tuple(replace(one, says=_said(one.says, hidden)) for one in event.contradictions),
            because=tuple(_said(reason, hidden) for reason in event.because),
        )

    def _figure(self, figure: Figure) -> Figure:
        return replace(figure, estimates=tuple(replace(one, root=self.root(one.root)) for one in figure.estimates))

    def root(self, root: str) -> str:
        """A root claimant as it may be named."""
        return QUOTED_BY.join(map(self._speaker, root.split(QUOTED_BY)))

    def _speaker(self, name: str) -> str:
        if name in self._at_risk:
            return self._at_risk[name]
        return name if name in self._public or not self._profile.unknown_sources else words_without(name, self._profile)

    def _hidden(self, event: Event) -> dict[str, str]:
        """What stands in the sentences about an event, with what may stand there."""
        found = {root: self.root(root) for root in event.roots}
        claims = [self._told[id].claim for id in event.claims if id in self._told]
        for actor in (actor for claim in claims for actor in (*claim.agents, *claim.targets)):
            safe = party_without(actor, self._profile)
            found |= {
                words: left for words, left in ((actor.text, safe.text), (actor.name, safe.name)) if words and left
            }
        return {words: left for words, left in found.items() if words != left}


def _said(sentence: str, hidden: Mapping[str, str]) -> str:
    for words in sorted(hidden, key=len, reverse=True):
        sentence = sentence.replace(words, hidden[words])
    return sentence
