"""Events renewed: after some reports changed, only the pieces near them are compared and grouped again.

What stands before and after is the same as if all had been gathered from nothing. Pieces that meet on no shelf that
changed, in no group that an edge, a judgement or a name has changed, keep their event as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.events import Rules, losses
from marsad.events.cluster import Group, grow
from marsad.events.compare import Score
from marsad.events.copies import UNDATED
from marsad.events.identity import tombstones_of
from marsad.events.judged import Constraints
from marsad.events.losses import Loss
from marsad.events.merge import merge
from marsad.events.pieces import Piece, make_pieces
from marsad.events.roots import named, root_of
from marsad.records import Event, Told
from marsad.runs.copy_families import settle
from marsad.runs.shelf_edges import changed_edges
from marsad.store.codec import storable
from marsad.store.event_rows import bodies, bury, drop_events, put_events
from marsad.store.ledger import Held, Ledger, edge_list
from marsad.store.told import reports_with, told_of, told_with


@dataclass(slots=True)
class _Near:
    """What a renewal has come to know: the claims of reports that changed, their pieces, and where to start from.

    ``retold`` are pieces whose claims have another root, or a root of another name.
    """

    told: dict[str, Told] = field(default_factory=dict)
    by_report: dict[str, list[Told]] = field(default_factory=dict)
    old: dict[str, tuple[str, Piece]] = field(default_factory=dict)
    new: list[Piece] = field(default_factory=list)
    retold: set[str] = field(default_factory=set)


def renew(
    ledger: Ledger, touched: Collection[str], asked: Constraints, rules: Rules, seq: int
) -> tuple[int, frozenset[str]]:
    """Bring the events up to date after these reports changed; how many are others now, and which came or went."""
    near = _loaded(ledger, touched)
    held = ledger.held("report", near.by_report)
    copies = settle(ledger, near.by_report, {report: told for report, told in near.by_report.items() if told})
    near.old = ledger.pieces_of(near.by_report)
    near.new = make_pieces((one for told in near.by_report.values() for one in told), rules, asked.claims())
    ends = changed_edges(ledger, [piece for _, piece in near.old.values()], near.new, asked.claims(), rules)
    retell(ledger, near, held, copies, rules)
    seeds = {piece.id for piece in near.new} | ends | near.retold
    return _events(ledger, near, seeds, asked, rules, seq)


def _loaded(ledger: Ledger, touched: Collection[str]) -> _Near:
    """The claims of reports that changed, and of others that tell a claim under the same id."""
    near, wanted, seen = _Near(), set(touched), set[str]()
    while wanted:
        seen |= wanted
        for one in told_of(ledger.connection, sorted(wanted)):
            near.by_report.setdefault(one.report, []).append(one)
        ids = [one.claim.id for report in wanted for one in near.by_report.get(report, ())]
        ids += [one.claim for one in ledger.held("report", wanted)]
        wanted = reports_with(ledger.connection, ids) - seen
    near.told = {one.claim.id: one for report in sorted(near.by_report) for one in _in_order(near.by_report[report])}
    for report in list(near.by_report):
        kept = [one for one in near.by_report[report] if near.told[one.claim.id].report == report]
        near.by_report[report] = list({one.claim.id: one for one in _in_order(kept)}.values())
        if not near.by_report[report]:
            del near.by_report[report]
    for report in seen:
        near.by_report.setdefault(report, [])
    return near


def _in_order(told: Iterable[Told]) -> list[Told]:
    return sorted(told, key=lambda one: (one.report, one.claim.trigger.start, one.claim.id))


def retell(ledger: Ledger, near: _Near, held: Sequence[Held], copies: Set[str], rules: Rules) -> None:
    """Keep the claims of the reports that changed, and say who stands behind them and behind those of copies."""
    ledger.drop_claims(one.claim for one in held)
    others = copies - near.by_report.keys()
    told_by = {each.report: each.told_by for each in ledger.tellers(copies | near.by_report.keys()).values()}
    outlets = {report: outlet for report, outlet in told_by.items() if outlet is not None}
    fresh = _fresh(near, outlets, rules)
    ledger.put_claims(fresh)
    again = {one.claim: one for one in ledger.held("report", others)}
    moved = []
    for one in told_of(ledger.connection, sorted(others)) if others else ():
        root = storable(root_of(one, outlets, rules))
        if one.claim.id in again and again[one.claim.id].root != root:
            moved.append(replace(again[one.claim.id], root=root))
    ledger.drop_claims(one.claim for one in moved)
    ledger.put_claims(moved)
    near.retold |= {one.piece for one in moved}
    keys = {one.root for one in (*held, *fresh, *moved, *(again[one.claim] for one in moved))}
    near.retold |= _renamed(ledger, keys, {one.claim for one in (*fresh, *moved)})


def _fresh(near: _Near, outlets: Mapping[str, str], rules: Rules) -> list[Held]:
    """The claims of the reports that changed, as they are kept."""
    return [
        Held(
            one.claim.id, "", piece.id, one.report, storable(root_of(one, outlets, rules)),
            one.published.isoformat() if one.published else UNDATED, one.claim.trigger.start,
        )
        for piece in near.new
        for one in piece.told
    ]  # fmt: skip


def _renamed(ledger: Ledger, keys: Collection[str], changed: Collection[str]) -> set[str]:
    """Name roots by the claims first told of them; the pieces of roots that have another name now."""
    before = ledger.names(keys)
    firsts = {key: ledger.first_of(key) for key in sorted(keys)}
    wanted = {
        one.claim: key for key, one in firsts.items()
        if one is not None and (key not in before or before[key][1] != one.claim or one.claim in changed)
    }  # fmt: skip
    names = {
        wanted[one.claim.id]: (storable(named(wanted[one.claim.id], one)), one.claim.id)
        for one in told_with(ledger.connection, wanted)
        if one.report == firsts[wanted[one.claim.id]].report  # type: ignore[union-attr]
    }
    gone = [key for key, one in firsts.items() if one is None]
    other = {key: name for key, name in names.items() if before.get(key) != name}
    ledger.drop_names([*gone, *other])
    ledger.put_names(other)
    spelt = [key for key, (name, _) in other.items() if key in before and before[key][0] != name]
    return {one.piece for one in ledger.held("root", spelt)}


@dataclass(frozen=True, slots=True)
class _Component:
    """Pieces that are grouped anew, with all edges among them, and their claims."""

    pieces: dict[str, tuple[str, Piece]]
    edges: dict[tuple[str, str], Score]
    holder: dict[str, str]


def _component(ledger: Ledger, seeds: Collection[str], asked: Constraints) -> _Component:
    """Everything that edges and judgements join to these pieces."""
    holder = {one.claim: one.piece for one in ledger.held("claim", sorted(asked.claims()))} if asked.claims() else {}
    links: dict[str, set[str]] = defaultdict(set)
    for mine, theirs in asked.same:
        if mine in holder and theirs in holder:
            links[holder[mine]].add(holder[theirs])
            links[holder[theirs]].add(holder[mine])
    found: dict[str, tuple[str, Piece]] = {}
    edges: dict[tuple[str, str], Score] = {}
    waiting = set(seeds)
    while waiting:
        some = ledger.pieces(sorted(waiting))
        found |= some
        here = ledger.edges_at(sorted(some))
        edges |= here
        ends = {id for pair in here for id in pair} | {id for piece in some for id in links[piece]}
        waiting = ends - set(found)
    return _Component(found, edges, {claim: piece for claim, piece in holder.items() if piece in found})


def _events(
    ledger: Ledger, near: _Near, seeds: Collection[str], asked: Constraints, rules: Rules, seq: int
) -> tuple[int, frozenset[str]]:
    component = _component(ledger, seeds, asked)
    ordered = [component.pieces[id][1] for id in sorted(component.pieces)]
    at = {piece.id: place for place, piece in enumerate(ordered)}
    holder = {claim: at[piece] for claim, piece in component.holder.items()}
    groups = grow(ordered, edge_list(component.edges, at), asked, holder, rules)
    event_of = {id: event for id, (event, _) in (component.pieces | near.old).items()}
    before = bodies(ledger.connection, sorted({event for event in event_of.values() if event}))
    changed = {piece.id for piece in near.new} | near.retold
    stale = {event for event, _ in near.old.values()}
    standing = {id: event for id, event in before.items() if id not in stale}
    other = [group for group in groups if not _stands(group, component, standing, changed)]
    regrouped = {member for group in other for member in group.members}
    kept = {event for id, event in event_of.items() if id in at and id not in regrouped}
    made = _merged(ledger, near, other, rules)
    gone = {id: event.claims for id, event in before.items() if id not in kept}
    drop_events(ledger.connection, sorted(gone))
    put_events(ledger.connection, [(event, told_losses) for event, told_losses, _ in made])
    ledger.put_event_of({member: event.id for event, _, members in made for member in members})
    ledger.put_claims_of({claim: event.id for event, _, _ in made for claim in event.claims})
    after = [event for event, _, _ in made]
    bury(ledger.connection, tombstones_of(gone, after), [event.id for event in after], seq)
    return len(made), frozenset((*gone, *(event.id for event in after)))


def _stands(group: Group, component: _Component, before: Mapping[str, Event], changed: Collection[str]) -> bool:
    """Whether a group is an event that is there already, with the same pieces for the same reasons."""
    events = {component.pieces[member][0] for member in group.members}
    event = before.get(next(iter(events))) if len(events) == 1 else None
    if event is None or not set(group.members).isdisjoint(changed):
        return False
    if {id for id, (of, _) in component.pieces.items() if of == event.id} != set(group.members):
        return False
    return event.because[2:] == group.because and _days(group.piece) == (event.date_from, event.date_to)


def _days(piece: Piece) -> tuple[str | None, str | None]:
    if piece.first is None or piece.last is None:
        return None, None
    return date.fromordinal(piece.first).isoformat(), date.fromordinal(piece.last).isoformat()


def _merged(
    ledger: Ledger, near: _Near, groups: Sequence[Group], rules: Rules
) -> list[tuple[Event, tuple[Loss, ...], tuple[str, ...]]]:
    """The events of groups that changed, each with what it says was lost and its pieces."""
    held = ledger.held("piece", [member for group in groups for member in group.members])
    names = ledger.names({one.root for one in held})
    roots = {one.claim: names[one.root][0] for one in held}
    missing = [one.claim for one in held if one.claim not in near.told]
    told = near.told | {one.claim.id: one for one in told_with(ledger.connection, missing)}
    of_piece: dict[str, list[Told]] = defaultdict(list)
    for one in held:
        of_piece[one.piece].append(told[one.claim])
    made = []
    for group in groups:
        of_group = tuple(one for member in group.members for one in of_piece[member])
        event = merge(replace(group, piece=replace(group.piece, told=of_group)), roots, rules)
        lost = losses([event], of_group, roots, rules) if "equipment_loss" in event.types else ()
        made.append((event, lost, group.members))
    return made
