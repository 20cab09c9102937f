"""What a reviewer may see of another's judgements: nothing where the desk is blind, so that two judge independently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.records import Judgement
from marsad.scoring.agreement import standing
from marsad.store import Record, ShownClaim, StoredClaim, judged
from marsad.store.queries import shown
from marsad.web.desk import Desk
from marsad.web.people import Session, may

# So many verdicts a claim needs on a blind desk; with fewer it waits for somebody who has not given one.
VERDICTS_NEEDED = 2
# Who settles what reviewers disagree on has to see it.
SEES_ALL = "editor"


@dataclass(frozen=True, slots=True)
class Eyes:
    """Through whose eyes a claim is looked at."""

    person: str | None
    is_blind: bool

    def desk(self, desk: Desk) -> Desk:
        """The desk with the events that may be seen: as they were read, where nobody else's judgements may be."""
        return desk.unjudged() if self.is_blind else desk

    def claim(self, stored: StoredClaim, desk: Desk) -> StoredClaim:
        """The claim with all judgements on it, or with this person's own."""
        if not self.is_blind or not (stored.is_edited or stored.verdict):
            return stored
        own = self.notes(desk.store.judgements(stored.claim.id))
        seen = judged(stored.as_read, (note for note in own if note.claim == stored.claim.id))
        return replace(stored, claim=seen.claim, verdict=seen.verdict, is_edited=seen.is_edited)

    def shown(self, claims: Sequence[ShownClaim], desk: Desk) -> list[ShownClaim]:
        """Claims with all judgements on them, or with this person's own."""
        if not self.is_blind:
            return list(claims)
        touched = desk.store.claims_with([one.id for one in claims if one.verdict or one.is_edited])
        return [shown(self.claim(touched[one.id], desk)) if one.id in touched else one for one in claims]

    def notes(self, notes: Iterable[Judgement]) -> list[Judgement]:
        """The judgements this person may see."""
        return [note for note in notes if not self.is_blind or note.by == self.person]

    def record(self, record: Record) -> dict[str, Any]:
        """What a record of the log says; of others' judgements only that there is one."""
        shown = {name: getattr(record, name) for name in ("seq", "at", "kind", "body", "hash")}
        if self.is_blind and record.kind == "judgement" and record.body.get("by") != self.person:
            shown["body"] = {}
        return shown


def eyes_of(session: Session, is_blind: bool) -> Eyes:
    """The eyes of somebody who has signed in."""
    return Eyes(session.name or None, is_blind and not may(session.role, SEES_ALL))


def waiting_elsewhere(notes: Sequence[Judgement], person: str | None) -> list[str]:
    """Claims that another has rejected and this person has not judged: they left their event, not this queue."""
    verdicts = verdicts_of(notes)
    return [
        claim
        for claim, given in verdicts.items()
        if person not in given and "reject" in given.values() and list(given.values())[-1] == "reject"
    ]


def finished(notes: Sequence[Judgement]) -> set[str]:
    """Claims that have as many verdicts as a blind desk needs."""
    return {claim for claim, given in verdicts_of(notes).items() if len(given) >= VERDICTS_NEEDED}


def verdicts_of(notes: Sequence[Judgement]) -> dict[str, dict[str | None, str]]:
    """The last standing verdict of each person, by claim."""
    found: dict[str, dict[str | None, str]] = defaultdict(dict)
    for note in standing(notes):
        if note.kind in ("accept", "reject"):
            found[note.claim].pop(note.by, None)
            found[note.claim][note.by] = note.kind
    return found
