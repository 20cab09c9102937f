"""The events of a store brought up to date: near what changed, or from nothing where most changed or the rules did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from marsad.events import Rules, losses
from marsad.events.cluster import edges_of, grow
from marsad.events.copies import UNDATED, copied, marks_of
from marsad.events.identity import tombstones_of
from marsad.events.judged import Constraints, constraints
from marsad.events.merge import merge
from marsad.events.pieces import make_pieces
from marsad.events.roots import names_of, root_of
from marsad.records import Event, Issue, Told
from marsad.runs.renewal import renew
from marsad.store import Store
from marsad.store.codec import storable
from marsad.store.event_rows import bury, clear_events, put_events
from marsad.store.ledger import Held, Ledger, State, Teller
from marsad.store.told import decided, log_end, reports_with, since, told_all

# With more than this share of the reports changed, gathering all of them anew costs less.
MOST_CHANGED = 0.3


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a gathering did: how many events are others now, whether from nothing, judgements that could not be kept.

    ``since`` and ``until`` are the records of the log from and to which it was done, ``changed`` the ids of events that
    came, went or are others now (of a gathering from nothing they are all).
    """

    events: int = 0
    is_whole: bool = False
    issues: tuple[Issue, ...] = ()
    since: int = -1
    until: int = -1
    changed: frozenset[str] = frozenset()


def bring_up_to_date(store: Store, version: str, rules: Callable[[], Rules], *, anew: bool = False) -> Renewed:
    """Gather what came in or was judged since the last time; ``rules`` are asked for only where something did."""
    at = store.gathered()
    if not anew and at is not None and at == (at[2], version, at[2]):
        return Renewed()
    given = rules()
    with store.gathering() as ledger:
        end = log_end(ledger.connection, held=True)
        state = ledger.state()
        asked = constraints(decided(ledger.connection))
        touched = _touched(ledger, state, asked) if state is not None and state.rules == version and not anew else None
        before = -1 if state is None else state.seq
        if touched is None or len(touched) > MOST_CHANGED * ledger.count_tellers():
            done = Renewed(gather_all(ledger, asked, given, end), True, asked.issues, before, end)
        else:
            made, changed = renew(ledger, touched, asked, given, end) if touched else (0, frozenset())
            done = Renewed(made, False, asked.issues, before, end, changed)
        ledger.close(State(end, version, frozenset(asked.same), frozenset(asked.different)))
    return done


def _touched(ledger: Ledger, state: State, asked: Constraints) -> set[str]:
    """The reports that came, went, were read again or judged since, with those of claims that are joined otherwise."""
    pairs = (state.same ^ frozenset(asked.same)) | (state.different ^ frozenset(asked.different))
    claims = sorted({claim for pair in pairs for claim in pair})
    return set(since(ledger.connection, state.seq).reports) | reports_with(ledger.connection, claims)


def gather_all(ledger: Ledger, asked: Constraints, rules: Rules, seq: int) -> int:
    """Gather every claim from nothing; how many events there are."""
    told = _once(told_all(ledger.connection))
    before = ledger.claims_by_event()
    ledger.clear()
    clear_events(ledger.connection)
    keys = _keep_tellers(ledger, told, rules)
    pieces = make_pieces(told, rules, asked.claims())
    edges = edges_of(pieces, rules, asked)
    holder = {one.claim.id: at for at, piece in enumerate(pieces) for one in piece.told}
    groups = grow(pieces, edges, asked, holder, rules)
    names = {key: name for key, (name, _) in ledger.all_names().items()}
    roots = {claim: names[key] for claim, key in keys.items()}
    events = [merge(group, roots, rules) for group in groups]
    _keep_events(ledger, events, {one.claim.id: one for one in told}, roots, rules)
    event_of = {member: event.id for group, event in zip(groups, events, strict=True) for member in group.members}
    ledger.put_pieces(pieces, event_of)
    ledger.put_edges({(pieces[one].id, pieces[other].id): score for score, one, other in edges})
    ledger.put_claims(
        Held(
            one.claim.id,
            event_of[piece.id],
            piece.id,
            one.report,
            keys[one.claim.id],
            _day(one),
            one.claim.trigger.start,
        )
        for piece in pieces
        for one in piece.told
    )
    bury(ledger.connection, tombstones_of(before, events), [event.id for event in events], seq)
    return len(events)


def _once(told: Iterable[Told]) -> list[Told]:
    """Every claim once, in the order of reports and words."""
    ordered = sorted(told, key=lambda one: (one.report, one.claim.trigger.start, one.claim.id))
    return list({one.claim.id: one for one in ordered}.values())


def _day(told: Told) -> str:
    return told.published.isoformat() if told.published else UNDATED


def _keep_tellers(ledger: Ledger, told: list[Told], rules: Rules) -> dict[str, str]:
    """Keep who told what and who repeats whom; the root of each claim."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_report[one.report].append(one)
    copies = copied(told)
    found = {}
    for report, group in by_report.items():
        first, marks = group[0], marks_of(group)
        root, told_by = copies.get(report, (None, None))
        found[Teller(report, _day(first), first.outlet, first.copy_of, len(marks), root, told_by)] = marks
    ledger.put_tellers(found)
    outlets = {report: told_by for report, (_, told_by) in copies.items()}
    keys = {one.claim.id: storable(root_of(one, outlets, rules)) for one in told}
    names = names_of(told, keys)
    ledger.put_names({key: (storable(name), claim) for key, (name, claim) in names.items()})
    return keys


def _keep_events(
    ledger: Ledger, events: list[Event], told: dict[str, Told], roots: dict[str, str], rules: Rules
) -> None:
    put_events(
        ledger.connection,
        [
            (
                event,
                losses([event], (told[claim] for claim in event.claims), roots, rules)
                if "equipment_loss" in event.types
                else (),
            )
            for event in events
        ],
    )
